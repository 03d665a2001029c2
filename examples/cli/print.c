/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>

void output_put(struct output *out, const char *text)
{
    output_write(out, text, (int64_t)strlen(text));
}

void output_format(struct output *out, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    if (!out->error && vfprintf(out->file, format, arguments) < 0)
        out->error = errno ? errno : EIO;
    va_end(arguments);
}

/* A JSON string; the text is UTF-8. */
void output_json(struct output *out, const char *text)
{
    output_put(out, "\"");
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            output_format(out, "\\%c", *text);
        else if ((unsigned char)*text < 0x20)
            output_format(out, "\\u%04x", (unsigned)*text);
        else
            output_write(out, text, 1);
    }
    output_put(out, "\"");
}

/* How many bytes at the start of UTF-8 text steer a terminal: control characters, and what turns the direction of writing. */
static size_t steering(const char *text)
{
    const unsigned char *at = (const unsigned char *)text;
    if (at[0] < 0x20 || at[0] == 0x7f)
        return 1;
    if (at[0] == 0xc2 && at[1] <= 0x9f)
        return 2;
    if (at[0] == 0xe2 && at[1] == 0x80) /* marks, separators of lines, embeddings, overrides */
        return (at[2] >= 0x8e && at[2] <= 0x8f) || (at[2] >= 0xa8 && at[2] <= 0xae) ? 3 : 0;
    if (at[0] == 0xe2 && at[1] == 0x81) /* isolates */
        return at[2] >= 0xa6 && at[2] <= 0xa9 ? 3 : 0;
    return 0;
}

/* A label out of a document: nothing in it may steer the terminal or start a new line. */
static void put_clean(struct output *out, const char *text, size_t length)
{
    for (size_t i = 0, bytes; i < length; i += bytes ? bytes : 1) {
        bytes = steering(text + i);
        if (bytes)
            output_put(out, text[i] == '\n' ? " " : "?");
        else
            output_write(out, text + i, 1);
    }
}

void output_label(struct output *out, const char *text)
{
    put_clean(out, text, strlen(text));
}

static size_t columns(const char *text, size_t length)
{
    size_t width = 0;
    for (size_t i = 0; i < length; i++)
        width += ((unsigned char)text[i] & 0xc0) != 0x80;
    return width;
}

/* A paragraph of at most 80 columns, its first line behind one indent and the others behind another of the same width. */
void output_wrap(struct output *out, const char *first, const char *next, const char *text)
{
    size_t column = 0;
    for (text += strspn(text, " \n"); *text; text += strspn(text, " \n")) {
        size_t length = strcspn(text, " \n"), width = columns(text, length);
        if (column > 0 && column + 1 + width > 80) {
            output_put(out, "\n");
            column = 0;
        }
        output_put(out, column > 0 ? " " : first);
        column += (column > 0 ? 1 : strlen(first)) + width;
        put_clean(out, text, length);
        text += length;
        first = next;
    }
    if (column > 0)
        output_put(out, "\n");
}
