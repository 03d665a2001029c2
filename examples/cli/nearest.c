/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <string.h>

enum { LONGEST = 64 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Levenshtein's distance; words that are too long are far from everything. */
static size_t distance(const char *a, const char *b)
{
    size_t row[LONGEST + 1], m = strlen(a), n = strlen(b);
    if (m > LONGEST || n > LONGEST)
        return LONGEST;
    for (size_t j = 0; j <= n; j++)
        row[j] = j;
    for (size_t i = 1; i <= m; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            size_t above = row[j];
            row[j] = least(least(above, row[j - 1]) + 1, diagonal + (a[i - 1] != b[j - 1]));
            diagonal = above;
        }
    }
    return row[n];
}

void nearest_try(struct nearest *nearest, const char *candidate)
{
    size_t apart = distance(nearest->word, candidate);
    if (!nearest->best || apart < nearest->distance) {
        nearest->best = candidate;
        nearest->distance = apart;
    }
}

/* "no command is called 'asses'; did you mean 'assess'?" */
int complain_unknown(int code, const struct nearest *nearest, const char *what)
{
    if (nearest->best && nearest->distance <= 1 + strlen(nearest->word) / 3)
        return complain(code, "%s '%s'; did you mean '%s'?", what, nearest->word, nearest->best);
    return complain(code, "%s '%s'", what, nearest->word);
}
