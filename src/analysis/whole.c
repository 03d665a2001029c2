/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "analysis/whole.h"

/* Of 0 <= x < 2^53. x + 0.5 would round to the even one of two from 2^52 on; x less its whole part is exact. */
static double nearest(double x)
{
    double whole = (double)(int64_t)x;
    return x - whole >= 0.5 ? whole + 1 : whole;
}

/* Whether all numbers are whole multiples of 1/factor. */
static bool try_factor(const double *numbers, uint32_t count, double factor, double *whole)
{
    double sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        double product = numbers[i] * factor;
        if (product >= RAPPORT__LARGEST_WHOLE)
            return false;
        whole[i] = nearest(product);
        sum += whole[i];
        if (whole[i] / factor != numbers[i] || sum >= RAPPORT__LARGEST_WHOLE)
            return false;
    }
    return true;
}

double rapport__make_whole(const double *numbers, uint32_t count, double *whole)
{
    for (double factor = 1; factor <= 1e9; factor *= 10)
        if (try_factor(numbers, count, factor, whole))
            return factor;
    for (uint32_t i = 0; i < count; i++)
        whole[i] = numbers[i];
    return 0;
}

double rapport__whole_limit(double limit, double factor)
{
    double whole;
    if (limit * factor >= RAPPORT__LARGEST_WHOLE)
        return RAPPORT__LARGEST_WHOLE;
    whole = nearest(limit * factor);
    while (whole / factor > limit)
        whole--;
    return whole;
}
