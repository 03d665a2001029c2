/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "model/power.h"

#include "base/float.h"
#include "base/maths.h"

static double arithmetic(uint32_t count, const double *weights, const double *values)
{
    double sum = 0, total = 0;
    for (uint32_t i = 0; i < count; i++) {
        sum += weights[i] * values[i];
        total += weights[i];
    }
    return sum / total;
}

double rapport__power_term(double power, double reference, double weight, double value)
{
    double ratio = rapport__power_floor(power, value) / reference;
    if (power == 1)
        return weight * ratio;
    return weight * (power == 0 ? rapport__log(ratio) : rapport__pow(ratio, power));
}

double rapport__power_from_terms(double power, double reference, double terms, double weights)
{
    double mean = terms / weights;
    if (power == 1)
        return reference * mean;
    return reference * (power == 0 ? rapport__exp(mean) : rapport__pow(mean, 1 / power));
}

double rapport__power_mean(double power, uint32_t count, const double *weights, const double *values)
{
    double low = 100, high = 0, reference, terms = 0, total = 0, mean;
    if (power == 1) {
        mean = arithmetic(count, weights, values);
        return mean > 100 ? 100 : mean;
    }
    for (uint32_t i = 0; i < count; i++) {
        double value = rapport__power_floor(power, values[i]);
        low = value < low ? value : low;
        high = value > high ? value : high;
    }
    if (rapport__power_is_extreme(power) || low == high)
        return power > 0 ? high : low;
    reference = power > 0 ? high : low; /* the value that weighs most: its ratio is 1, and no other term can overflow */
    for (uint32_t i = 0; i < count; i++) {
        terms += rapport__power_term(power, reference, weights[i], values[i]);
        total += weights[i];
    }
    mean = rapport__power_from_terms(power, reference, terms, total);
    return mean < low ? low : mean > high ? high : mean;
}
