/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <stdarg.h>
#include <string.h>

const char *path_shown(const char *path)
{
    return strcmp(path, "-") ? path : "<stdin>";
}

/* Names and keys come from files: nothing in them may steer the terminal or start a new line. */
void clean(char *text)
{
    for (unsigned char *at = (unsigned char *)text; *at; at++) {
        if (*at < 0x20 || *at == 0x7f)
            *at = '?';
        else if (*at == 0xc2 && at[1] >= 0x80 && at[1] <= 0x9f) /* C1 controls in UTF-8 */
            *at = at[1] = '?';
    }
}

/* Says something on standard error and returns the exit code that goes with it. */
int complain(int code, const char *format, ...)
{
    char text[8192];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    clean(text);
    fprintf(stderr, "rapport: %s\n", text);
    return code;
}

int complain_memory(void)
{
    return complain(INTERNAL, "there is not enough memory");
}

/* FILE:LINE:COLUMN: /path: message, without what there is not. */
int place_write(char *text, size_t capacity, const char *path, const rapport_error *error)
{
    char place[32] = "";
    if (error->line > 0)
        snprintf(place, sizeof place, ":%u:%u", (unsigned)error->line, (unsigned)error->column);
    return snprintf(text, capacity, "%s%s: %s%s%s", path_shown(path), place, error->path, *error->path ? ": " : "",
                    error->message);
}

static int exit_code(rapport_status status)
{
    switch (status) {
    case RAPPORT_OK:
        return DONE;
    case RAPPORT_NO_MEMORY:
    case RAPPORT_BAD_ARGUMENT:
        return INTERNAL;
    case RAPPORT_WRITE_FAILED:
        return NO_OUTPUT;
    default:
        return BAD_DATA;
    }
}

/* Says what the library has against a file. */
int complain_error(const char *path, const rapport_error *error)
{
    if (error->status == RAPPORT_NO_MEMORY)
        return complain_memory();
    char text[8192];
    place_write(text, sizeof text, path, error);
    return complain(exit_code(error->status), "%s", text);
}
