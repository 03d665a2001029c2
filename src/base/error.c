/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/error.h"

#include <string.h>

#include "base/text.h"
#include "base/utf8.h"

_Static_assert(sizeof(rapport_error) == 768, "rapport_error is of this size for ever");

static const char *const names[] = {"ok",        "no memory", "bad argument", "bad syntax",   "bad document", "bad value",
                                    "duplicate", "not found", "limit passed", "write failed", "undefined"};

const char *rapport_status_name(rapport_status status)
{
    return status >= 0 && status < RAPPORT_STATUS_END ? names[status] : "unknown status";
}

static void append_bytes(char *out, size_t size, const char *text, size_t length)
{
    static const char dots[] = "\xE2\x80\xA6"; /* … */
    size_t used = strlen(out);
    if (used + 4 >= size && used >= 3 && !memcmp(out + used - 3, dots, 3))
        return; /* cut before; up to three bytes may have been left */
    if (used + length < size) {
        memcpy(out + used, text, length);
        out[used + length] = '\0';
        return;
    }
    memcpy(out + used, text, size - 1 - used);
    used = size - sizeof dots;
    while (used && ((unsigned char)out[used] & 0xC0) == 0x80)
        used--; /* never end inside a character */
    memcpy(out + used, dots, sizeof dots);
}

void rapport__append(char *out, size_t size, const char *text)
{
    append_bytes(out, size, text, strlen(text));
}

void rapport__append_key(char *path, size_t size, const char *key)
{
    append_bytes(path, size, "/", 1);
    for (;;) {
        size_t plain = rapport__span_until(key, "~/");
        append_bytes(path, size, key, plain);
        key += plain;
        if (!*key)
            return;
        append_bytes(path, size, *key++ == '~' ? "~0" : "~1", 2);
    }
}

void rapport__append_index(char *path, size_t size, uint32_t index)
{
    char digits[12], *at = digits + sizeof digits - 1;
    *at = '\0';
    do
        *--at = (char)('0' + index % 10);
    while (index /= 10);
    rapport__append(path, size, "/");
    rapport__append(path, size, at);
}

/* What is not UTF-8, in what a host gave and the error repeats, comes out as U+FFFD. */
static void append_readable(char *out, size_t size, const char *text)
{
    size_t length = strlen(text), good;
    while (!rapport__utf8_valid(text, length, &good)) {
        append_bytes(out, size, text, good);
        append_bytes(out, size, "\xEF\xBF\xBD", 3);
        text += good + 1;
        length -= good + 1;
    }
    append_bytes(out, size, text, length);
}

rapport_status rapport__fail(rapport_error *error, rapport_status status, const char *path, const char *const *parts)
{
    if (!error)
        return status;
    memset(error, 0, sizeof *error);
    error->status = status;
    append_readable(error->path, sizeof error->path, path);
    for (; *parts; parts++)
        append_readable(error->message, sizeof error->message, *parts);
    return status;
}

rapport_status rapport__fail_plainly(rapport_error *error, rapport_status status)
{
    return FAIL(error, status, "", rapport_status_name(status));
}
