/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_SHARES_H
#define RAPPORT_SRC_ANALYSIS_SHARES_H
/* What the measures over arrays have in common: looking through what comes in, and shares of a total. */
#include <stdbool.h>

#include "rapport/base.h"

/* The largest amount. The most of them add up to less than the largest double, so no total overflows. */
#define RAPPORT__MOST 1e300

/* RAPPORT_UNDEFINED for fewer than `least`, RAPPORT_LIMIT for more than `most`. */
rapport_status rapport__check_count(uint32_t count, uint32_t least, uint32_t most);

/* RAPPORT_BAD_ARGUMENT for NULL, RAPPORT_BAD_VALUE for anything outside low..high in rows x columns values. */
rapport_status rapport__check_values(const double *values, uint32_t rows, uint32_t columns, double low, double high);

/* Checks amounts in 0..1e300 and adds them up; RAPPORT_UNDEFINED for a total of 0. NULL stands for `count` times 1. */
rapport_status rapport__total(const double *amounts, uint32_t count, double *total);

/* amounts[i] / total, where NULL stands for equal amounts. */
double rapport__share(const double *amounts, double total, uint32_t i);

/* Half the sum of |share - other share|, 0..1: the part of the total that would have to change hands. */
double rapport__variation(const double *amounts, double total, const double *others, double other_total, uint32_t count);

/* The share of the total that goes with a flag. */
double rapport__flagged_share(const double *amounts, double total, const int32_t *flags, uint32_t count);

/* Writes the indices whose flag is set to `out` as far as they fit; returns how many there are. */
uint32_t rapport__list(bool (*is_in)(const void *context, uint32_t i), const void *context, uint32_t count, uint32_t *out,
                       uint32_t capacity);

#endif
