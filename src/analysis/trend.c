/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* A series of periods, and its mean weighted by recency. */
#include "analysis/trend.h"

#include "base/maths.h"
#include "base/struct.h"
#include "base/sum.h"

_Static_assert(sizeof(rapport_recency) == 40, "rapport_recency");

rapport_status rapport__series_check(const rapport__series *s, uint32_t *used)
{
    double last = 0;
    *used = 0;
    if (!s->values && s->periods)
        return RAPPORT_BAD_ARGUMENT;
    for (uint32_t i = 0; i < s->periods; i++) {
        if (!rapport__period_has(s, i))
            continue;
        if (!rapport__within(s->values[i], -RAPPORT__SERIES_MOST, RAPPORT__SERIES_MOST))
            return RAPPORT_BAD_VALUE;
        if (s->times) {
            if (!rapport__within(s->times[i], -RAPPORT__SERIES_MOST, RAPPORT__SERIES_MOST) ||
                (*used && !(s->times[i] - last >= 1e-100)))
                return RAPPORT_BAD_VALUE;
            last = s->times[i];
        }
        ++*used;
    }
    return RAPPORT_OK;
}

double rapport__recency_weight(double age, int32_t fade, double span)
{
    if (fade == RAPPORT_HALF_LIFE)
        return rapport__pow(2, -age / span);
    return (span - age) / span;
}

/* From the newest backwards. The mean never leaves the values that it is made of. */
static void weigh(const rapport__series *s, int32_t fade, double span, rapport_recency *out)
{
    rapport__sum sum = {0}, weights = {0};
    double newest = 0, least = 0, most = 0;
    uint32_t seen = 0;
    for (uint32_t i = s->periods; i-- > 0;) {
        double weight, x = s->values ? s->values[i] : 0;
        if (!rapport__period_has(s, i))
            continue;
        if (!seen && s->times)
            newest = s->times[i];
        weight = rapport__recency_weight(s->times ? newest - s->times[i] : seen, fade, span);
        seen++;
        if (!(weight > 0)) {
            out->faded++;
            continue;
        }
        least = !out->used || x < least ? x : least;
        most = !out->used || x > most ? x : most;
        out->used++;
        rapport__sum_add(&sum, weight * x);
        rapport__sum_add(&weights, weight);
    }
    out->skipped = s->periods - seen;
    if (!out->used) {
        out->reason = seen ? RAPPORT_TREND_ALL_FADED : RAPPORT_TREND_TOO_FEW;
        return;
    }
    out->weight = rapport__sum_value(&weights);
    out->value = rapport__sum_value(&sum) / out->weight;
    out->value = (out->value < least ? least : out->value > most ? most : out->value) + 0.0;
}

rapport_status rapport_recency_compute(const double *values, const uint8_t *present, const double *times, uint32_t periods,
                                       int32_t fade, double span, rapport_recency *out)
{
    rapport__series s = {values, present, times, periods};
    rapport_recency made = {0};
    uint32_t used;
    rapport_status status = rapport__series_check(&s, &used);
    if (status)
        return status;
    if (fade != RAPPORT_LINEAR_FADE && fade != RAPPORT_HALF_LIFE)
        return RAPPORT_BAD_ARGUMENT;
    if (!rapport__within(span, 1e-6, 1e15))
        return RAPPORT_BAD_VALUE;
    weigh(&s, fade, span, &made);
    return rapport__struct_out(out, &made, sizeof made);
}
