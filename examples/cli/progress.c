/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* How far a long computation is: on standard error, if that is a terminal, and only after half a second. */
#define _POSIX_C_SOURCE 200809L
#include "cli.h"

#include <time.h>

#if defined(__unix__) || defined(__APPLE__)
#include <unistd.h>

static double now(void)
{
    struct timespec time;
    return clock_gettime(CLOCK_MONOTONIC, &time) ? 0 : (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static int is_watched(void)
{
    return isatty(STDERR_FILENO);
}
#else
static double now(void)
{
    return 0;
}

static int is_watched(void)
{
    return 0;
}
#endif

void progress_begin(struct progress *progress, const char *what)
{
    *progress = (struct progress){.what = what, .watched = is_watched()};
    progress->next = progress->watched ? now() + 0.5 : 0;
}

void progress_show(struct progress *progress, double done)
{
    if (!progress->watched || now() < progress->next)
        return;
    progress->shown = 1;
    progress->next = now() + 0.1;
    fprintf(stderr, "\r%s %3d %%", progress->what, (int)(100 * done));
    fflush(stderr);
}

void progress_end(struct progress *progress)
{
    if (progress->shown)
        fputs("\r\033[K", stderr);
}
