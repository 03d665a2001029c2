/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Entropy weights (Zeleny 1982, Multiple Criteria Decision Making; Hwang and Yoon 1981): with p_i = x_i / sum of x and m
 * candidates a criterion's entropy is -sum of p ln p / ln m, its weight 1 less that. The direction does not enter.
 *
 * Written as sum of p ln(m p) / ln m, and with t = m p - 1 as sum of (1 + t) ln(1 + t) - t over m ln m, which has no negative
 * term: columns that hardly differ keep their digits. */
#include "selection/weights_data.h"

#include "base/maths.h"

/* (1 + t) ln(1 + t) - t for t >= -1: below a twentieth by its series, t^2/2 - t^3/6 + t^4/12 - ... */
static double excess(double t)
{
    double sum = 0, power = t;
    if (t <= -1)
        return 1; /* 0 ln 0 is 0 */
    if (t > 0.05 || t < -0.05)
        return (1 + t) * rapport__log(1 + t) - t;
    for (int k = 2; k <= 14; k++) {
        power *= t;
        sum += (k % 2 ? -power : power) / (k * (k - 1.0));
    }
    return sum;
}

rapport_status rapport__weigh_entropy(rapport__data *d, double *weights, rapport_error *error)
{
    for (uint32_t i = 0; i < d->candidates->count; i++) {
        const double *row = rapport__data_row(d, i);
        for (uint32_t c = 0; row && c < d->criteria; c++) {
            if (row[c] < 0)
                return rapport__data_refuse(d, i, c, "is below 0; entropy needs shares", error);
            rapport__sum_add(&d->sums[c], row[c]);
        }
    }
    for (uint32_t c = 0; c < d->criteria && d->count; c++)
        d->mean[c] = rapport__sum_value(&d->sums[c]) / d->count;
    for (uint32_t i = 0; i < d->candidates->count; i++) {
        const double *row = rapport__data_row(d, i);
        for (uint32_t c = 0; row && c < d->criteria; c++)
            if (!rapport__data_constant(d, c))
                rapport__sum_add(&d->more[c], excess((row[c] - d->mean[c]) / d->mean[c]));
    }
    for (uint32_t c = 0; c < d->criteria; c++) /* m ln m divides them all */
        weights[c] = d->count ? rapport__sum_value(&d->more[c]) : 0;
    return RAPPORT_OK;
}
