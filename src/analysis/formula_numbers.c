/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What Python does with numbers where C does otherwise. */
#include "analysis/formula.h"

double rapport__round_decimals(double number, int decimals)
{
    char text[RAPPORT__NUMBER_SIZE];
    double rounded = number;
    if (number - number != 0) /* infinite, or no number */
        return number;
    (void)rapport__number_read(text, rapport__number_write_fixed(number, decimals, text), &rounded);
    return rounded;
}

/* The remainder of x / y for finite x, y > 0, exactly: every subtraction is of numbers within a factor of 2. */
static double remainder_of(double x, double y)
{
    double step = y;
    while (step <= x / 2)
        step *= 2;
    for (; x >= y; step /= 2)
        if (x >= step)
            x -= step;
    return x;
}

static double fmod_of(double x, double y)
{
    double size = x < 0 ? -x : x, by = y < 0 ? -y : y;
    if (size - size != 0 || y != y)
        return size - size; /* no number */
    if (by > DBL_MAX)
        return x;
    size = remainder_of(size, by);
    return x < 0 ? -size : size;
}

double rapport__modulo(double x, double y)
{
    double left = fmod_of(x, y);
    if (left != 0 && (y < 0) != (left < 0))
        left += y;
    return left;
}

static double floor_of(double x)
{
    double cut;
    if (!(x > -4503599627370496.0 && x < 4503599627370496.0)) /* 2^52: whole from there on */
        return x;
    cut = (double)(int64_t)x;
    return cut > x ? cut - 1 : cut;
}

/* As CPython's float_floor_div: the quotient of what the remainder leaves, which is nearly whole, made whole. */
double rapport__floor_divide(double x, double y)
{
    double left = fmod_of(x, y), quotient = (x - left) / y, whole;
    if (left != 0 && (y < 0) != (left < 0))
        quotient -= 1;
    whole = floor_of(quotient);
    return quotient - whole > 0.5 ? whole + 1 : whole;
}
