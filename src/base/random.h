/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_RANDOM_H
#define RAPPORT_SRC_BASE_RANDOM_H
/* Random numbers that are a function of their place (Salmon, Moraes, Dror, Shaw 2011: Philox4x32-10): whoever asks for the
 * i-th word of a stream gets it, in any order, in any thread. */
#include <stddef.h>
#include <stdint.h>

#define RAPPORT__PHILOX_WIDE 8u /* counters that are worked on side by side */

/* Ten rounds over one counter. */
void rapport__philox(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4]);

/* One stream of words among 2^96: `seed` is the key; the words 1, 2 and 3 of the counter are `part`, and `number` in two. */
typedef struct rapport__random {
    uint64_t seed, number;
    uint32_t part;
    uint32_t at; /* the first counter that is not yet used */
} rapport__random;

void rapport__random_init(rapport__random *random, uint64_t seed, uint64_t number, uint32_t part);

/* Fills count words, 0..2^32-1 each; it uses up whole groups of four times RAPPORT__PHILOX_WIDE words. */
void rapport__random_fill(rapport__random *random, uint32_t *out, size_t count);

/* The standard normal number with so much to its left (Wichura 1988, AS 241): 0 < p < 1; relative error about 1e-15. */
double rapport__normal_quantile(double p);

#endif
