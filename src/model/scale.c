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
    uint32_t i = 1;
    if (answer <= x[0])
        return y[0];
    while (i < scale->knots && answer > x[i])
        i++;
    if (i == scale->knots)
        return y[i - 1];
    return answer == x[i] ? y[i] : y[i - 1] + (y[i] - y[i - 1]) * ratio(answer, x[i - 1], x[i], x[i - 1]);
}

/* 100 (1 - e^(-u/rho)) / (1 - e^(-R/rho)) (Kirkwood 1997, ch. 4). With t = u/R and k = R/|rho|, in forms that cannot overflow:
 * expm1(-tk)/expm1(-k) for rho > 0, and e^((t-1)k) times that for rho < 0; where k is tiny it is the straight line. */
static double exponential(const rapport__scale *scale, double answer)
{
    double worst = scale->given[0], best = scale->given[1], rho = scale->given[2], steepness = rho < 0 ? -rho : rho, t, k, value;
    double low = worst < best ? worst : best, high = worst < best ? best : worst;
    if (answer <= low)
        return low < worst ? 100 : 0;
    if (answer >= high)
        return high > worst ? 100 : 0;
    t = worst < best ? ratio(answer, worst, best, worst) : ratio(worst, answer, worst, best);
    k = (high / 2 - low / 2) / steepness * 2;
    if (k < 1e-15)
        return 100 * t;
    if (k > 1e300)
        return rho > 0 ? (t > 0 ? 100 : 0) : (t < 1 ? 0 : 100);
    value = 100 * (rapport__expm1(-t * k) / rapport__expm1(-k));
    if (rho < 0)
        value *= rapport__exp((t - 1) * k);
    return value < 0 ? 0 : value > 100 ? 100 : value;
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
