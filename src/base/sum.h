/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_SUM_H
#define RAPPORT_SRC_BASE_SUM_H
/* Sums over many values, and the one way to compare with a threshold. docs/numbers.md says why a mean is not summed so. */
#include "base/float.h"

/* A sum with its rounding errors summed apart (Neumaier 1974). Start from all zero: rapport__sum sum = {0}; */
typedef struct rapport__sum {
    double high, low;
} rapport__sum;

void rapport__sum_add(rapport__sum *sum, double x);

/* Adds x * y without rounding the product first (Dekker 1971). Exact unless the product is below 1e-290. */
void rapport__sum_add_product(rapport__sum *sum, double x, double y);

double rapport__sum_value(const rapport__sum *sum);

/* The nearest multiple of 1e-9, halves away from zero, as the double that its decimal text reads to; x from 4503599 on. */
double rapport__round_points(double x);

/* -1, 0 or 1 as a is less than, equal to or greater than b, both rounded to 1e-9: how every threshold is compared. */
int rapport__compare(double a, double b);

#endif
