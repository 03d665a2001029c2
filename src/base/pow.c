/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/maths.h"

#include <math.h>

#include "base/maths_core.h"

#define LARGEST_POWER 0x1p64 /* the logarithm nearest to 0 is 2^-53: no larger exponent changes the outcome */

/* e^(y ln x), the logarithm and its product with y carried to some 68 bits: what is lost costs at most 0.013 units. */
static double general(double x, double y)
{
    rapport__pair logarithm = rapport__log_pair(x), value;
    double product, low;
    int exponent;
    if (y > LARGEST_POWER)
        y = LARGEST_POWER;
    if (y < -LARGEST_POWER)
        y = -LARGEST_POWER;
    product = y * logarithm.high;
    if (product > 710) /* e^709.79 is infinite already, e^-745.14 zero */
        return HUGE_VAL;
    if (!(product > -746))
        return 0;
    low = rapport__product_error(y, logarithm.high, product) + y * logarithm.low;
    value = rapport__exp_pair(product, low, &exponent);
    return rapport__round_pair(value, exponent);
}

double rapport__pow(double x, double y)
{
    if (y == 0 || x == 1)
        return 1;
    if (x == 0)
        return y > 0 ? 0 : HUGE_VAL;
    if (y == 1)
        return x;
    if (y == 2)
        return x * x;
    if (y == -1)
        return 1 / x;
    if (y == 0.5)
        return sqrt(x);
    return general(x, y);
}
