/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "model/scale.h"

#include "base/float.h"
#include "base/maths.h"

/* (a - b) / (c - d) without overflow on the way; both differences are >= 0, the lower one > 0. */
static double ratio(double a, double b, double c, double d)
{
    double range = c - d;
    return range <= DBL_MAX ? (a - b) / range : (a / 2 - b / 2) / (c / 2 - d / 2);
}

static double piecewise(const rapport__scale *scale, double answer)
{
    const double *x = scale->x, *y = scale->y;
    double value;
    uint32_t i = 1;
    if (answer <= x[0])
        return y[0];
    while (i < scale->knots && answer > x[i])
        i++;
    if (i == scale->knots)
        return y[i - 1];
    value = y[i - 1] + (y[i] - y[i - 1]) * ratio(answer, x[i - 1], x[i], x[i - 1]);
    return answer == x[i] || (y[i] > y[i - 1] ? value > y[i] : value < y[i]) ? y[i] : value; /* rounding may pass the knot */
}

/* (a - b) / unit for a >= b and unit > 0; HUGE_VAL where that is too large. */
static double distance(double a, double b, double unit)
{
    double range = a - b;
    return range <= DBL_MAX ? range / unit : (a / 2 - b / 2) / unit * 2;
}

/* 100 (1 - e^(-u/rho)) / (1 - e^(-R/rho)) (Kirkwood 1997, ch. 4), in forms that cannot overflow: for rho > 0 as it stands, with
 * expm1; for rho < 0 e^(-(R - u)/|rho|) times the same with |rho|. Where R/|rho| is tiny it is the straight line. */
static double exponential(const rapport__scale *scale, double answer)
{
    double worst = scale->given[0], best = scale->given[1], rho = scale->given[2], unit = rho < 0 ? -rho : rho, all, value;
    bool rises = worst < best;
    if (rises ? answer <= worst : answer >= worst)
        return 0;
    if (rises ? answer >= best : answer <= best)
        return 100;
    all = rises ? distance(best, worst, unit) : distance(worst, best, unit);
    if (all < 1e-15)
        return 100 * (rises ? ratio(answer, worst, best, worst) : ratio(worst, answer, worst, best));
    value = rapport__expm1(-(rises ? distance(answer, worst, unit) : distance(worst, answer, unit))) / rapport__expm1(-all);
    if (rho < 0)
        value *= rapport__exp(-(rises ? distance(best, answer, unit) : distance(answer, best, unit)));
    return 100 * value;
}

double rapport__scale_points(const rapport__scale *scale, double answer)
{
    double points = scale->shape == SHAPE_EXPONENTIAL ? exponential(scale, answer) : piecewise(scale, answer);
    return points > 100 ? 100 : points > 0 ? points : 0;
}

double rapport__scale_smallest_step(const rapport__scale *scale)
{
    double smallest = 0;
    for (uint32_t i = 1; i < scale->step_count; i++) {
        double step = scale->steps[i].points - scale->steps[i - 1].points;
        if (step < 0)
            step = -step;
        if (step > 0 && (smallest == 0 || step < smallest))
            smallest = step;
    }
    return smallest;
}
