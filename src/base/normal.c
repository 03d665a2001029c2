/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The upper tail of the normal distribution: a series with positive terms near the middle, Laplace's continued fraction beyond
 * (Abramowitz & Stegun 1964, 26.2.11 and 26.2.14). */
#include "base/maths.h"

#define ROOT_OF_TWO_PI 2.5066282746310005024
#define MIDDLE 2.0            /* below it the series, whose subtraction from 1/2 costs less than two digits */
enum { FRACTION_STEPS = 80 }; /* at 2, 40 leave 1e-15 */

double rapport__normal_tail(double z)
{
    double density = rapport__exp(-0.5 * (z * z)) / ROOT_OF_TWO_PI, term = z, sum = z, below = z;
    if (z < MIDDLE) {
        for (int odd = 3; term > sum * 1e-17; odd += 2) {
            term *= z * z / odd;
            sum += term;
        }
        return 0.5 - density * sum;
    }
    for (int step = FRACTION_STEPS; step > 0; step--)
        below = z + step / below;
    return density / below;
}
