/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_TESTS_DOCUMENT_CASES_H
#define RAPPORT_TESTS_DOCUMENT_CASES_H
/* Documents that differ from a good one in one place. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "testkit.h"

/* `old`, which occurs once in the good document, becomes `new`. In `new` an @ (left out of the document) stands in front of
 * the culprit: that is where line and column must point. */
typedef struct bend {
    const char *old, *new;
    rapport_status status;
    const char *path;    /* exact */
    const char *message; /* a part of it */
} bend;

typedef struct bent {
    char *text;
    uint32_t line, column; /* of the @; 0 if there is none */
} bent;

static inline bent bend_text(const char *good, const char *old, const char *new)
{
    const char *at = strstr(good, old);
    bent made = {malloc(strlen(good) + strlen(new) + 1), 0, 0};
    char *out = made.text, *mark;
    if (!at || strstr(at + 1, old))
        fail_msg("\"%s\" does not occur exactly once", old);
    memcpy(out, good, (size_t)(at - good));
    strcpy(out + (at - good), new);
    strcat(out, at + strlen(old));
    if (!(mark = strchr(out, '@')))
        return made;
    memmove(mark, mark + 1, strlen(mark));
    made.line = made.column = 1;
    for (const char *c = out; c < mark; c++) {
        made.column += ((unsigned char)*c & 0xC0) != 0x80; /* characters, not bytes */
        if (*c == '\n') {
            made.line++;
            made.column = 1;
        }
    }
    return made;
}

static inline void expect_error(const bend *b, const bent *made, rapport_status status, const rapport_error *error)
{
    if (status != b->status || strcmp(error->path, b->path) != 0 || !strstr(error->message, b->message) ||
        (made->line && (error->line != made->line || error->column != made->column)) || error->status != status ||
        error->reserved)
        fail_msg("%s\nbecomes %s\nwanted: %d at %u:%u, %s: …%s…\nfound:  %d at %u:%u, %s: %s", b->old, b->new, b->status,
                 made->line, made->column, b->path, b->message, status, error->line, error->column, error->path,
                 error->message);
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

#endif
