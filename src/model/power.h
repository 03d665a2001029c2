/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_MODEL_POWER_H
#define RAPPORT_SRC_MODEL_POWER_H
/* The weighted power mean M_p = (sum w x^p / sum w)^(1/p) of values in 0..100, with its limits: geometric at p = 0, minimum and
 * maximum at -HUGE_VAL and HUGE_VAL. For numeric p <= 0 values under 1 count as 1 (the floor), so that one zero is heavy but
 * does not erase everything. p = 1 is the plain (sum w x) / (sum w) in the order of the values. */
#include <stdbool.h>
#include <stdint.h>

static inline bool rapport__power_is_extreme(double power)
{
    return power > 100 || power < -100;
}

static inline double rapport__power_floor(double power, double value)
{
    return power <= 0 && power >= -100 && value < 1 ? 1 : value;
}

/* The mean of `count` > 0 values with positive weights. */
double rapport__power_mean(double power, uint32_t count, const double *weights, const double *values);

/* Terms of a mean that is not extreme, relative to a reference value > 0 so that nothing overflows: weight *
 * (value/reference)^p, or weight * ln(value/reference) at p = 0; `value` is floored here. Their sum, over the sum of weights,
 * gives the mean back. */
double rapport__power_term(double power, double reference, double weight, double value);
double rapport__power_from_terms(double power, double reference, double terms, double weights);

#endif
