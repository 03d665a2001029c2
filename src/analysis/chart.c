/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Control charts: exponentially weighted moving averages (Roberts 1959) and cumulative sums (Page 1954). */
#include <math.h>

#include "analysis/trend.h"
#include "base/struct.h"
#include "base/sum.h"

_Static_assert(sizeof(rapport_chart) == 56, "rapport_chart");

typedef struct design {
    double mean, sigma, first, second; /* lambda and width, or slack and interval */
    int32_t limits;
} design;

typedef struct columns { /* of a chart; each may be NULL */
    double *value, *low, *high;
    int32_t *alarms;
} columns;

static void put(const columns *to, uint32_t period, const rapport_chart *now, int32_t alarm)
{
    if (to->value)
        to->value[period] = now->value;
    if (to->low)
        to->low[period] = now->low;
    if (to->high)
        to->high[period] = now->high;
    if (to->alarms)
        to->alarms[period] = alarm;
}

static void step_ewma(const design *d, double x, double *left, rapport_chart *now)
{
    double away;
    now->value = d->first * x + (1 - d->first) * now->value;
    *left *= (1 - d->first) * (1 - d->first); /* (1 - lambda)^(2t) */
    away = d->second * d->sigma * sqrt(d->first / (2 - d->first) * (d->limits == RAPPORT_VARYING_LIMITS ? 1 - *left : 1));
    now->low = d->mean - away;
    now->high = d->mean + away;
    now->last = (rapport__compare(now->value, now->low) < 0 ? RAPPORT_ALARM_LOW : 0) +
                (rapport__compare(now->value, now->high) > 0 ? RAPPORT_ALARM_HIGH : 0);
}

static void step_cusum(const design *d, double x, rapport_chart *now)
{
    double away = (x - d->mean) / d->sigma, low = now->low - away - d->first, high = now->high + away - d->first;
    now->low = low > 0 ? low : 0;
    now->high = high > 0 ? high : 0;
    now->last = (rapport__compare(now->low, d->second) > 0 ? RAPPORT_ALARM_LOW : 0) +
                (rapport__compare(now->high, d->second) > 0 ? RAPPORT_ALARM_HIGH : 0);
}

static void draw(const rapport__series *s, const design *d, bool ewma, const columns *to, rapport_chart *now)
{
    double left = 1;
    if (ewma)
        now->value = now->low = now->high = d->mean;
    for (uint32_t i = 0; i < s->periods; i++) {
        int32_t alarm = 0;
        if (rapport__period_has(s, i)) {
            if (ewma)
                step_ewma(d, s->values[i], &left, now);
            else
                step_cusum(d, s->values[i], now);
            alarm = now->last;
            if (alarm && !now->alarms++)
                now->first_alarm = i;
        }
        put(to, i, now, alarm);
    }
}

static rapport_status chart(const rapport__series *s, const design *d, bool ewma, const columns *to, rapport_chart *out)
{
    rapport_chart made = {.first_alarm = RAPPORT_NONE};
    rapport_status status = rapport__series_check(s, &made.used);
    if (status)
        return status;
    if (!rapport__within(d->mean, -RAPPORT__SERIES_MOST, RAPPORT__SERIES_MOST) ||
        !(d->sigma == 0 || rapport__within(d->sigma, 1e-100, RAPPORT__SERIES_MOST)))
        return RAPPORT_BAD_VALUE;
    if (!out || out->struct_size < 8 || out->struct_size > 4096)
        return RAPPORT_BAD_ARGUMENT; /* before the arrays are written */
    made.skipped = s->periods - made.used;
    made.reason = !made.used ? RAPPORT_TREND_TOO_FEW : d->sigma == 0 ? RAPPORT_TREND_NO_SPREAD : RAPPORT_TREND_DEFINED;
    if (!made.reason)
        draw(s, d, ewma, to, &made);
    return rapport__struct_out(out, &made, sizeof made);
}

rapport_status rapport_ewma_compute(const double *values, const uint8_t *present, uint32_t periods, double mean, double sigma,
                                    double lambda, double width, int32_t limits, double *averages, double *lower, double *upper,
                                    int32_t *alarms, rapport_chart *out)
{
    rapport__series s = {values, present, NULL, periods};
    design d = {mean, sigma, lambda, width, limits};
    columns to = {averages, lower, upper, alarms};
    if (limits != RAPPORT_VARYING_LIMITS && limits != RAPPORT_ASYMPTOTIC_LIMITS)
        return RAPPORT_BAD_ARGUMENT;
    if (!rapport__within(lambda, 1e-6, 1) || !rapport__within(width, 1e-6, 1e6))
        return RAPPORT_BAD_VALUE;
    return chart(&s, &d, true, &to, out);
}

rapport_status rapport_cusum_compute(const double *values, const uint8_t *present, uint32_t periods, double mean, double sigma,
                                     double slack, double interval, double *low, double *high, int32_t *alarms,
                                     rapport_chart *out)
{
    rapport__series s = {values, present, NULL, periods};
    design d = {mean, sigma, slack, interval, 0};
    columns to = {NULL, low, high, alarms};
    if (!rapport__within(slack, 0, 1e6) || !rapport__within(interval, 1e-6, 1e6))
        return RAPPORT_BAD_VALUE;
    return chart(&s, &d, false, &to, out);
}
