/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_SORT_H
#define RAPPORT_SRC_BASE_SORT_H
/* A stable merge sort of indices: n log n in the worst case, and safe with any comparison. */
#include <stdint.h>

/* < 0, 0, > 0 as item `a` comes before, with, or after item `b`. */
typedef int (*rapport__compare_items)(const void *context, uint32_t a, uint32_t b);

/* Sorts order[0..count); `room` holds as many. */
void rapport__sort(uint32_t *order, uint32_t *room, uint32_t count, rapport__compare_items compare, const void *context);

#endif
