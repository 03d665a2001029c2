/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#define _POSIX_C_SOURCE 200809L
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A device or a pipe is written in place: a rename would put a file where it was. */
static int is_special(const char *path)
{
    struct stat status;
    return !stat(path, &status) && !S_ISREG(status.st_mode);
}

/* A file that grows beside the wanted one, under a name that nobody has. */
static FILE *open_part(struct output *out)
{
    size_t room = strlen(out->path) + 16;
    out->part = malloc(room);
    if (!out->part)
        return NULL;
    for (int i = 0; i < 1000; i++) {
        snprintf(out->part, room, "%s.part%d", out->path, i);
        FILE *file = fopen(out->part, "wxb"); /* x: must not be there */
        if (file || errno != EEXIST)
            return file;
    }
    return NULL;
}

/* path: NULL or "-" for standard output. */
int output_open(struct output *out, const char *path)
{
    *out = (struct output){.file = stdout};
    if (!path || !strcmp(path, "-"))
        return DONE;
    out->path = path;
    out->file = is_special(path) ? fopen(path, "wb") : open_part(out);
    if (out->file)
        return DONE;
    complain(NO_OUTPUT, "cannot write %s: %s", path, strerror(errno));
    free(out->part);
    return NO_OUTPUT;
}

/* A rapport_writer. */
int32_t output_write(void *user, const char *text, int64_t length)
{
    struct output *out = user;
    if (!out->error && fwrite(text, 1, (size_t)length, out->file) != (size_t)length)
        out->error = errno ? errno : EIO;
    return out->error != 0;
}

/* The new file keeps the permissions of the one that it replaces. */
static int put_in_place(const struct output *out)
{
#if defined(_WIN32)
    remove(out->path); /* rename does not replace there */
#else
    struct stat old;
    if (!stat(out->path, &old))
        chmod(out->part, old.st_mode & 07777);
#endif
    return rename(out->part, out->path);
}

/* Makes sure that everything has arrived. After a code that says that it must not, a file is not left behind. */
int output_close(struct output *out, int code)
{
    if ((fflush(out->file) || ferror(out->file)) && !out->error)
        out->error = errno ? errno : EIO;
    if (fclose(out->file) && !out->error)
        out->error = errno ? errno : EIO;
    int keep = code == DONE || code == NOT_MET;
    if (out->part) {
        if (keep && !out->error && put_in_place(out))
            out->error = errno;
        if (!keep || out->error)
            remove(out->part);
        free(out->part);
    }
    if (!out->error)
        return code;
#if defined(EPIPE)
    if (out->error == EPIPE) /* whoever closed the pipe knows */
        return NO_OUTPUT;
#endif
    return complain(NO_OUTPUT, "cannot write %s: %s", out->path ? out->path : "standard output", strerror(out->error));
}
