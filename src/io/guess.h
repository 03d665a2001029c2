/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_IO_GUESS_H
#define RAPPORT_SRC_IO_GUESS_H
/* "Did you mean": the known name that is nearest to a wrong one. */
#include <stdint.h>

#include "rapport/base.h"

/* Names are compared at most so many times a document: a document full of wrong names must not take for ever. */
#define RAPPORT__GUESSES 100000u

typedef struct rapport__guess {
    const char *wanted, *best; /* best: NULL as long as nothing is near */
    uint32_t distance;
} rapport__guess;

rapport__guess rapport__guess_init(const char *wanted);

/* Looks at one more name, while *budget lasts. */
void rapport__guess_try(rapport__guess *guess, uint32_t *budget, const char *name);

/* Fewest insertions, deletions, changes and swaps of neighbours that make one text the other (optimal string alignment);
 * RAPPORT_NONE if one of them is longer than an id. */
uint32_t rapport__edit_distance(const char *a, const char *b);

/* Room for the words below. */
enum { RAPPORT__GUESS_WORDS = RAPPORT_MAX_ID + 24 };

/* `; did you mean "weight"?`, or "". */
const char *rapport__guess_words(const rapport__guess *guess, char out[RAPPORT__GUESS_WORDS]);

#endif
