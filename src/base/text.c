/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/text.h"

/* A NUL is in no set. */
static bool is_in(char character, const char *set)
{
    while (*set && *set != character)
        set++;
    return *set != '\0';
}

size_t rapport__span(const char *text, const char *set)
{
    size_t length = 0;
    while (is_in(text[length], set))
        length++;
    return length;
}

size_t rapport__span_until(const char *text, const char *stops)
{
    size_t length = 0;
    while (text[length] && !is_in(text[length], stops))
        length++;
    return length;
}

bool rapport__starts_with(const char *text, const char *start)
{
    while (*start && *text == *start) {
        text++;
        start++;
    }
    return !*start;
}

bool rapport__holds_nul(const char *text, size_t length)
{
    size_t at = 0;
    while (at < length && text[at])
        at++;
    return at < length;
}
