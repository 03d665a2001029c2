/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_MATRIX_KIT_H
#define RAPPORT_MATRIX_KIT_H
/* Decision matrices in a line. Include testkit.h first. */
#include <stdlib.h>

#include "rapport/rapport.h"

/* Benefits c0, c1, ... between 0 and 1 (or between the ends of the data), with weights (NULL: 1 each) and rows of values. */
static inline rapport_candidates *matrix_make(const rapport_allocator *memory, uint32_t candidates, uint32_t criteria,
                                              const double *weights, const double *values, int bounded)
{
    rapport_candidates *made = NULL;
    if (rapport_candidates_create(memory, &made, NULL))
        return NULL;
    for (uint32_t c = 0; c < criteria; c++) {
        char id[3] = {'c', (char)('a' + c / 26), (char)('a' + c % 26)};
        char text[4] = {id[0], id[1], id[2], '\0'};
        rapport_candidates_criterion criterion = {.struct_size = sizeof criterion, .weight = weights ? weights[c] : 1};
        if (bounded) {
            criterion.has = RAPPORT_HAS_BOUNDS;
            criterion.highest = 1;
        }
        if (rapport_candidates_add_criterion(made, text, &criterion, NULL, NULL)) {
            rapport_candidates_destroy(made);
            return NULL;
        }
    }
    if (rapport_candidates_add_rows(made, candidates, values, NULL, NULL)) {
        rapport_candidates_destroy(made);
        return NULL;
    }
    return made;
}

/* A small generator of the tests' own (Steele, Lea, Flood 2014): numbers of 0..1. */
static inline double matrix_random(uint64_t *state)
{
    uint64_t z = (*state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (double)((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
}

#endif
