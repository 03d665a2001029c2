/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_SUM_H
#define RAPPORT_SRC_BASE_SUM_H
/* Sums over many values, and the one way to compare with a threshold. docs/numbers.md says why a mean is not summed so. */
#include "base/float.h"

/* A sum with its rounding errors summed apart (after Neumaier 1974). Start from all zero: rapport__sum sum = {0}; */
typedef struct rapport__sum {
    double high, low;
} rapport__sum;

/* What the addition rounded away is added up (Knuth 1969, volume 2, 4.2.2: whichever of the two is smaller). */
static inline void rapport__sum_add(rapport__sum *sum, double x)
{
    double total = sum->high + x, part = total - sum->high;
    sum->low += (sum->high - (total - part)) + (x - part);
    sum->high = total;
}

/* Veltkamp's splitting into two halves of at most 26 bits; scaled first where 134217729 * x would overflow. */
static inline double rapport__sum_upper_half(double x)
{
    double wide = 134217729.0 * x;
    if (x > 0x1p990 || x < -0x1p990) {
        wide = 134217729.0 * (x * 0x1p-30);
        return (wide - (wide - x * 0x1p-30)) / 0x1p-30;
    }
    return wide - (wide - x);
}

/* Adds x * y without rounding the product first (Dekker 1971). Exact unless the product is below 1e-290. */
static inline void rapport__sum_add_product(rapport__sum *sum, double x, double y)
{
    double product = x * y;
    double x_high = rapport__sum_upper_half(x), x_low = x - x_high;
    double y_high = rapport__sum_upper_half(y), y_low = y - y_high;
    rapport__sum_add(sum, product);
    sum->low += ((x_high * y_high - product) + x_high * y_low + x_low * y_high) + x_low * y_low;
}

static inline double rapport__sum_value(const rapport__sum *sum)
{
    double value = sum->high + sum->low;
    return value == value ? value : sum->high; /* past the largest double the errors are infinity minus infinity */
}

/* The nearest multiple of 1e-9, halves away from zero, as the double that its decimal text reads to; x from 4503599 on. */
double rapport__round_points(double x);

/* -1, 0 or 1 as a is less than, equal to or greater than b, both rounded to 1e-9: how every threshold is compared. */
int rapport__compare(double a, double b);

#endif
