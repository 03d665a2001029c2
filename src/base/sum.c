/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/sum.h"

#include <stdint.h>

static double magnitude(double x)
{
    return x < 0 ? -x : x;
}

/* Neumaier 1974: whichever of the two is smaller loses bits in the addition; they are what was rounded away. */
void rapport__sum_add(rapport__sum *sum, double x)
{
    double total = sum->high + x;
    if (magnitude(sum->high) >= magnitude(x))
        sum->low += (sum->high - total) + x;
    else
        sum->low += (x - total) + sum->high;
    sum->high = total;
}

/* Veltkamp's splitting into two halves of at most 26 bits; scaled first where 134217729 * x would overflow. */
static double upper_half(double x)
{
    double scale = magnitude(x) > 0x1p990 ? 0x1p-30 : 1;
    double scaled = x * scale, wide = 134217729.0 * scaled;
    return (wide - (wide - scaled)) / scale;
}

void rapport__sum_add_product(rapport__sum *sum, double x, double y)
{
    double product = x * y;
    double x_high = upper_half(x), x_low = x - x_high, y_high = upper_half(y), y_low = y - y_high;
    rapport__sum_add(sum, product);
    sum->low += ((x_high * y_high - product) + x_high * y_low + x_low * y_high) + x_low * y_low;
}

double rapport__sum_value(const rapport__sum *sum)
{
    double value = sum->high + sum->low;
    return value == value ? value : sum->high; /* past the largest double the errors are infinity minus infinity */
}

/* Up to 2^52 steps of 1e-9 a step is an integer that a double holds; 1e9 is exact, so the division gives the nearest double. */
double rapport__round_points(double x)
{
    double size = magnitude(x), steps = size * 1e9;
    int64_t whole;
    if (!(steps < 0x1p52))
        return x;
    whole = (int64_t)steps;
    whole += steps - (double)whole >= 0.5;
    if (!whole)
        return 0;
    return (x < 0 ? -(double)whole : (double)whole) / 1e9;
}

int rapport__compare(double a, double b)
{
    double gap = a - b, left, right;
    if (magnitude(gap) > 2e-9) /* further apart than both roundings, half a step and half a unit in the last place each */
        return gap > 0 ? 1 : -1;
    left = rapport__round_points(a);
    right = rapport__round_points(b);
    return (left > right) - (left < right);
}
