/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/sum.h"

#include <stdint.h>

static double magnitude(double x)
{
    return x < 0 ? -x : x;
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
