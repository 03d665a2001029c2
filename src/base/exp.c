/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/maths.h"

#include <math.h>

#include "base/maths_core.h"

/* Table-driven (after Tang 1989): x = k ln2/128 + r, e^x = 2^(k/128) e^r. The table's high part has 26 bits, so that its
 * product with the upper half of r is exact: all that is rounded is smaller than the result by 2^17 or more. */

#define STEPS_PER_UNIT 0x1.71547652b82fep7 /* 128 / ln 2 */
#define STEP_HIGH 0x1.62e42fefcp-8         /* ln 2 / 128: a multiple of 2^-42, exact times any k that occurs */
#define STEP_LOW (-0x1.c610ca86c3899p-44)  /* the rest */
#define TO_INTEGER 0x1.8p52                /* adding it rounds to an integer */
#define LARGEST 709.79                     /* e^x overflows from 709.7827 on */
#define SMALLEST (-745.14)                 /* and is less than half of the smallest double from -745.1332 down */

/* e^r - 1 - r for |r| <= ln2/256 by Taylor's series; the first term left out is below 2^-71. */
static double after_linear(double r)
{
    return r * r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720)))));
}

rapport__pair rapport__exp_pair(double x, double low, int *exponent)
{
    double steps = (x * STEPS_PER_UNIT + TO_INTEGER) - TO_INTEGER;
    int count = (int)steps, index = (int)((unsigned)count % RAPPORT__EXP_STEPS);
    double table = rapport__exp_table[index][0], table_low = rapport__exp_table[index][1];
    rapport__pair r = rapport__add(x - steps * STEP_HIGH, low - steps * STEP_LOW);
    double r_high = rapport__upper_half(r.high), r_low = r.high - r_high, rest = r.low + after_linear(r.high);
    rapport__pair out = rapport__add_smaller(table, table * r_high);
    out.low += table_low + (table * r_low + table_low * r.high + (table + table_low) * rest);
    *exponent = (count - index) / RAPPORT__EXP_STEPS;
    return rapport__add_smaller(out.high, out.low);
}

double rapport__round_pair(rapport__pair value, int exponent)
{
    double unit;
    rapport__pair sum;
    if (exponent > 0)
        return value.high * rapport__power_of_two(exponent - 1) * 2; /* 2^1024 is not a double */
    if (exponent > -1022 || (exponent == -1022 && value.high >= 1))
        return value.high * rapport__power_of_two(exponent);
    /* Denormal: round once, to a multiple of 2^-1074, by adding what makes that the last place. */
    unit = rapport__power_of_two(-1022 - exponent);
    sum = rapport__add_smaller(unit, value.high);
    sum.high += sum.low + value.low;
    return (sum.high - unit) * rapport__power_of_two(exponent + 100) * 0x1p-100;
}

double rapport__exp(double x)
{
    rapport__pair value;
    int exponent;
    if (x > LARGEST)
        return HUGE_VAL;
    if (!(x > SMALLEST))
        return 0;
    value = rapport__exp_pair(x, 0, &exponent);
    return rapport__round_pair(value, exponent);
}

double rapport__expm1(double x)
{
    rapport__pair value, sum;
    int exponent;
    if (x > LARGEST)
        return HUGE_VAL;
    if (!(x > -40)) /* e^-40 is less than a sixth of the step below 1 */
        return -1;
    if (x > -0x1p-9 && x < 0x1p-9)
        return x + after_linear(x);
    value = rapport__exp_pair(x, 0, &exponent);
    sum = rapport__add(value.high, exponent > 100 ? 0 : -rapport__power_of_two(-exponent));
    sum.high += sum.low + value.low;
    return sum.high * rapport__power_of_two(exponent - 1) * 2;
}
