/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Making criteria with different units comparable. */
#include <math.h>

#include "base/float.h"
#include "selection/ranking.h"

static double size_of(double least, double most)
{
    return -least > most ? -least : most;
}

/* From 0 at one end to 1 at the other; where both are the same everyone is at the best one. */
static void by_range(double *x, uint32_t count, double least, double most, bool turned)
{
    double range = most - least;
    for (uint32_t i = 0; i < count; i++)
        x[i] = range > 0 ? (turned ? most - x[i] : x[i] - least) / range : 1;
}

/* Over the sum, the largest, or the length of the column; scaled first, so that squares neither overflow nor vanish. */
static void by_size(double *x, uint32_t count, int32_t how)
{
    double least, most, size, divisor = 0;
    rapport__extremes(x, count, &least, &most);
    size = size_of(least, most);
    for (uint32_t i = 0; i < count; i++) {
        x[i] = size > 0 ? x[i] / size : 1; /* all are 0: all are the same */
        divisor = how == RAPPORT__SUM ? divisor + x[i] : how == RAPPORT__VECTOR ? divisor + x[i] * x[i] : 1;
    }
    if (how == RAPPORT__VECTOR)
        divisor = sqrt(divisor);
    for (uint32_t i = 0; i < count; i++)
        x[i] /= divisor;
}

/* The smallest over each: in proportion the reciprocals, without their overflow. */
static void turn_round(double *x, uint32_t count)
{
    double least, most;
    rapport__extremes(x, count, &least, &most);
    for (uint32_t i = 0; i < count; i++)
        x[i] = least / x[i];
}

static rapport_status check_bounds(const rapport__contest *c, uint32_t j, const double *x)
{
    for (uint32_t i = 0; i < c->rows; i++)
        if (x[i] < c->about[j]->lowest || x[i] > c->about[j]->highest)
            return rapport__refuse_value(c, i, j, "the value lies outside the bounds");
    return RAPPORT_OK;
}

static rapport_status by_bounds(const rapport__contest *c, uint32_t j, double *x, bool turned)
{
    rapport_status status = check_bounds(c, j, x);
    if (!status)
        by_range(x, c->rows, c->about[j]->lowest, c->about[j]->highest, turned);
    return status;
}

static void swap_columns(const rapport__contest *c, uint32_t j)
{
    double *low = rapport__column(c, j), *high = c->high + (size_t)j * c->rows;
    for (uint32_t i = 0; i < c->rows; i++) {
        double kept = low[i];
        low[i] = high[i];
        high[i] = kept;
    }
}

static void turn_sign(double *x, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        x[i] = 0 - x[i];
}

static rapport_status normalize_column(rapport__contest *c, uint32_t j, int32_t how, bool turned)
{
    double *x = rapport__column(c, j), *high = c->high ? c->high + (size_t)j * c->rows : NULL, least, most;
    bool bounded = how == RAPPORT__BOUNDS && c->about[j]->has & RAPPORT_HAS_BOUNDS;
    rapport_status status = RAPPORT_OK;
    if (how == RAPPORT__NONE || bounded) {
        for (int end = 0; end < (high ? 2 : 1) && !status; end++)
            if (bounded)
                status = by_bounds(c, j, end ? high : x, turned);
            else if (turned)
                turn_sign(end ? high : x, c->rows);
        if (high && turned && !status)
            swap_columns(c, j);
        return status;
    }
    if (how == RAPPORT__MINMAX || how == RAPPORT__BOUNDS) {
        rapport__extremes(x, c->rows, &least, &most);
        by_range(x, c->rows, least, most, turned);
    } else {
        if (turned)
            status = rapport__need_positive(c, j, true, "a cost needs values above 0 to be turned into a benefit");
        else if (how != RAPPORT__VECTOR)
            status = rapport__need_positive(c, j, false, "the normalization needs values that are not below 0");
        if (status)
            return status;
        if (turned)
            turn_round(x, c->rows);
        by_size(x, c->rows, how);
    }
    for (uint32_t i = 0; high && i < c->rows; i++)
        high[i] = x[i]; /* every value of this column is a number */
    return RAPPORT_OK;
}

rapport_status rapport__normalize(rapport__contest *c, int32_t how, bool inverted)
{
    rapport_status status = RAPPORT_OK;
    for (uint32_t j = 0; j < c->criteria && !status; j++)
        status = normalize_column(c, j, how, inverted && rapport__is_cost(c, j));
    return status;
}
