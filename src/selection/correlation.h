/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_SELECTION_CORRELATION_H
#define RAPPORT_SRC_SELECTION_CORRELATION_H
/* Two rows of numbers while they are compared. */
#include <stdbool.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/sort_numbers.h"
#include "base/sum.h"
#include "rapport/correlation.h"

typedef struct rapport__rows {
    const double *x, *y;
    uint32_t count;
    rapport_allocator mem;
} rapport__rows;

/* Whether all numbers lie in least..most; errors have the path "/name/3". */
rapport_status rapport__check_numbers(const double *values, uint32_t count, double least, double most, const char *name,
                                      rapport_error *error);

/* Twice the average ranks, whole numbers, the smallest number first; `room` holds twice as many. */
void rapport__double_ranks(const double *values, uint32_t count, rapport__keyed *room, double *ranks);

/* Pearson's r; false if one row does not vary. */
bool rapport__pearson(const double *x, const double *y, uint32_t count, double *out);

/* Kendall's tau-b; `has` tells whether it exists. RAPPORT_NO_MEMORY. */
rapport_status rapport__kendall(const rapport__rows *rows, bool *has, double *out);

#endif
