/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Formulas before they are evaluated: variables are replaced as text, which is what ERPNext does, and which shows: with a = -5,
 * {a} ** 2 is -5.00 ** 2, and that is -25. */
#include <string.h>

#include "analysis/formula.h"
#include "base/text.h"

static bool is_break(char c)
{
    return c == '\n' || c == '\r';
}

/* Whether `text` goes on as `wanted`, line breaks left out; if so it is moved behind that. */
static bool take(const char **text, const char *wanted)
{
    const char *at = *text;
    for (; *wanted; at++) {
        if (is_break(*at))
            continue;
        if (*at != *wanted++)
            return false;
    }
    *text = at;
    return true;
}

/* The name between braces, without line breaks, into `name`; NULL if the brace does not close or nothing is in it. */
static const char *read_name(const char *at, char *name, size_t *length)
{
    *length = 0;
    for (at++; *at && *at != '}' && *at != '{'; at++)
        if (!is_break(*at))
            name[(*length)++] = *at;
    return *at == '}' && *length ? at + 1 : NULL;
}

bool rapport__formula_fill(const char *formula, rapport__formula_name name, const void *context,
                           char out[RAPPORT__FORMULA_ROOM])
{
    char room[RAPPORT__NUMBER_SIZE];
    bool whole = true;
    while (*formula) {
        size_t length = 0;
        const char *behind = *formula == '{' ? read_name(formula, out, &length) : NULL;
        const char *number = behind ? name(context, out, length, room) : NULL;
        if (number) {
            size_t size = strlen(number);
            memcpy(out, number, size);
            out += size;
            formula = behind;
        } else if (take(&formula, "&lt;")) {
            *out++ = '<';
        } else if (take(&formula, "&gt;")) {
            *out++ = '>';
        } else {
            whole = whole && *formula != '{';
            if (!is_break(*formula))
                *out++ = *formula;
            formula++;
        }
    }
    *out = '\0';
    return whole;
}

static const char *one(const void *context, const char *name, size_t length, char room[RAPPORT__NUMBER_SIZE])
{
    (void)context;
    (void)name;
    (void)length;
    (void)room;
    return "1";
}

bool rapport__formula_reads(const char *formula, char room[RAPPORT__FORMULA_ROOM], const char **unread)
{
    (void)rapport__formula_fill(formula, one, NULL, room);
    return rapport__formula_evaluate(room, unread).fault != RAPPORT__UNREADABLE;
}
