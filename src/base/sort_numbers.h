/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_SORT_NUMBERS_H
#define RAPPORT_SRC_BASE_SORT_NUMBERS_H
/* Sorting by a column of numbers in time that grows as their count does, and stable. */
#include <stdint.h>

/* Keys are ordered as the numbers are that they stand for, and equal where these are: -0 is 0. */
typedef struct rapport__keyed {
    uint64_t key;
    uint32_t item, unused;
} rapport__keyed;

/* Items 0..count-1, rising by sign * x[item] for a sign of 1 or -1, no number being a NaN; `room` holds 2 * count, and the
 * answer is one of its halves. */
const rapport__keyed *rapport__sort_numbers(const double *x, double sign, uint32_t count, rapport__keyed *room);

#endif
