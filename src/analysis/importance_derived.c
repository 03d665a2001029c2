/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Derived importance: Pearson's correlation of each criterion with an outcome over a portfolio. */
#include <math.h>
#include <stddef.h>

#include "analysis/shares.h"
#include "base/sum.h"
#include "rapport/importance.h"

#define MOST 1e60
#define LEAST 3u /* two points always lie on a line */

typedef struct column {
    const double *values, *outcome;
    const uint8_t *present;
    uint32_t rows, columns, at;
} column;

static bool is_there(const column *c, uint32_t row)
{
    return !c->present || c->present[(size_t)row * c->columns + c->at];
}

static double value_at(const column *c, uint32_t row)
{
    return c->values[(size_t)row * c->columns + c->at];
}

typedef struct sums {
    rapport__sum x, y, xx, yy, xy;
} sums;

/* What rounding leaves of a sum of squares where nothing varies. */
static double without_noise(double squares, double center, uint32_t count)
{
    return squares > 1e-28 * center * center * count ? squares : 0;
}

/* Two passes: means, then deviations. False if there is no correlation. */
static bool correlate(const column *c, double *out, uint32_t *count)
{
    sums s = {0};
    double x, y, xx, yy;
    *count = 0;
    for (uint32_t row = 0; row < c->rows; row++)
        if (is_there(c, row)) {
            ++*count;
            rapport__sum_add(&s.x, value_at(c, row));
            rapport__sum_add(&s.y, c->outcome[row]);
        }
    if (*count < LEAST)
        return false;
    x = rapport__sum_value(&s.x) / *count;
    y = rapport__sum_value(&s.y) / *count;
    for (uint32_t row = 0; row < c->rows; row++)
        if (is_there(c, row)) {
            double dx = value_at(c, row) - x, dy = c->outcome[row] - y;
            rapport__sum_add(&s.xx, dx * dx);
            rapport__sum_add(&s.yy, dy * dy);
            rapport__sum_add(&s.xy, dx * dy);
        }
    xx = without_noise(rapport__sum_value(&s.xx), x, *count);
    yy = without_noise(rapport__sum_value(&s.yy), y, *count);
    if (!(xx >= 1e-140 && yy >= 1e-140)) /* so that their product is no denormal */
        return false;
    *out = rapport__sum_value(&s.xy) / sqrt(xx * yy) + 0.0;
    *out = *out > 1 ? 1 : *out < -1 ? -1 : *out;
    return true;
}

static rapport_status check(const column *c)
{
    rapport_status status = rapport__check_values(c->outcome, c->rows, 1, -MOST, MOST);
    if (status || !c->values)
        return status ? status : RAPPORT_BAD_ARGUMENT;
    for (column at = *c; at.at < at.columns; at.at++)
        for (uint32_t row = 0; row < at.rows; row++)
            if (is_there(&at, row) && !(value_at(&at, row) >= -MOST && value_at(&at, row) <= MOST))
                return RAPPORT_BAD_VALUE;
    return RAPPORT_OK;
}

rapport_status rapport_derived_importance_compute(const double *values, const double *outcome, const uint8_t *present,
                                                  uint32_t assessments, uint32_t criteria, double *correlations,
                                                  uint32_t *counts)
{
    column c = {values, outcome, present, assessments, criteria, 0};
    rapport_status status = rapport__check_count(criteria, 1, RAPPORT_MAX_NODES);
    if (!status)
        status = rapport__check_count(assessments, LEAST, RAPPORT_MAX_PORTFOLIO);
    if (!status)
        status = correlations && counts ? check(&c) : RAPPORT_BAD_ARGUMENT;
    if (status)
        return status;
    for (; c.at < criteria; c.at++)
        if (!correlate(&c, &correlations[c.at], &counts[c.at])) {
            correlations[c.at] = 0;
            counts[c.at] = 0;
        }
    return RAPPORT_OK;
}
