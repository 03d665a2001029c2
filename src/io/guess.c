/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "io/guess.h"

#include <string.h>

#include "base/error.h"

static uint8_t least(uint8_t a, uint8_t b)
{
    return a < b ? a : b;
}

uint32_t rapport__edit_distance(const char *a, const char *b)
{
    uint8_t rows[3][RAPPORT_MAX_ID + 1]; /* of the table of distances between beginnings: this row and two before */
    size_t a_length = strlen(a), b_length = strlen(b);
    if (a_length > RAPPORT_MAX_ID || b_length > RAPPORT_MAX_ID)
        return RAPPORT_NONE;
    for (size_t j = 0; j <= b_length; j++)
        rows[0][j] = (uint8_t)j;
    for (size_t i = 1; i <= a_length; i++) {
        uint8_t *row = rows[i % 3];
        const uint8_t *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];
        row[0] = (uint8_t)i;
        for (size_t j = 1; j <= b_length; j++) {
            row[j] = least((uint8_t)(above[j - 1] + (a[i - 1] != b[j - 1])), (uint8_t)(least(above[j], row[j - 1]) + 1));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = least(row[j], (uint8_t)(two_above[j - 2] + 1));
        }
    }
    return rows[a_length % 3][b_length];
}

/* Near is what shares more than half of its letters with the longer of the two. */
rapport__guess rapport__guess_init(const char *wanted)
{
    return (rapport__guess){wanted, NULL, RAPPORT_MAX_ID};
}

void rapport__guess_try(rapport__guess *guess, uint32_t *budget, const char *name)
{
    size_t wanted = strlen(guess->wanted), length = strlen(name), longer = wanted > length ? wanted : length;
    uint32_t distance;
    if (!*budget)
        return;
    --*budget;
    if (longer - (wanted < length ? wanted : length) >= guess->distance) /* that many insertions at least */
        return;
    distance = rapport__edit_distance(guess->wanted, name);
    if (distance < guess->distance && 2 * (size_t)distance < longer + 1) {
        guess->distance = distance;
        guess->best = name;
    }
}

const char *rapport__guess_words(const rapport__guess *guess, char out[RAPPORT__GUESS_WORDS])
{
    *out = '\0';
    if (guess->best) {
        rapport__append(out, RAPPORT__GUESS_WORDS, "; did you mean \"");
        rapport__append(out, RAPPORT__GUESS_WORDS, guess->best);
        rapport__append(out, RAPPORT__GUESS_WORDS, "\"?");
    }
    return out;
}
