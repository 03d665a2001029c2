/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#define _POSIX_C_SOURCE 200809L
#include "cli.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#if defined(__unix__) || defined(__APPLE__)
#define POSIX 1
#include <fcntl.h>
#include <unistd.h>
#endif

/* A standard stream that is closed gets something that fails, so that no file of ours takes its number and its text. */
void streams_guard(void)
{
#if defined(POSIX)
    for (int stream = 0; stream <= 2; stream++)
        if (fcntl(stream, F_GETFD) < 0)
            (void)!open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY);
#endif
#if defined(SIGPIPE)
    signal(SIGPIPE, SIG_IGN); /* writing fails instead */
#endif
}

int streams_terminal(void)
{
#if defined(POSIX)
    const char *terminal = getenv("TERM");
    return isatty(STDOUT_FILENO) && !(terminal && !strcmp(terminal, "dumb"));
#else
    return 0;
#endif
}

/* Whether the locale of the environment has UTF-8; no locale is ever set. */
int streams_unicode(void)
{
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (int i = 0; i < 3; i++) {
        const char *locale = getenv(names[i]);
        if (!locale || !*locale)
            continue;
        const char *charset = strchr(locale, '.');
        if (!charset)
            return 0;
        size_t length = strcspn(++charset, "@");
        static const char *const spellings[] = {"UTF-8", "utf8", "utf-8", "UTF8"};
        for (int s = 0; s < 4; s++)
            if (strlen(spellings[s]) == length && !strncmp(charset, spellings[s], length))
                return 1;
        return 0;
    }
    return 0;
}
