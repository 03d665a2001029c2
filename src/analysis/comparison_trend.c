/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Series of scores over the rounds, with their charts. */
#include <math.h>

#include "analysis/comparison.h"
#include "base/sum.h"

/* The scores of a view and node over the rounds, in the scratch of the comparison. Returns how many there are. */
static uint32_t gather(rapport_comparison *c, rapport__track *track)
{
    uint32_t used = 0;
    for (uint32_t i = 0; i < c->round_count; i++) {
        double score = 0;
        c->present[i] = rapport__compared_score(c, i, track->view, track->node, &score);
        c->series[i] = score = rapport__round_points(score);
        track->points[i] = (rapport_trend_point){.has_score = c->present[i], .score = score};
        used += c->present[i];
    }
    return used;
}

/* Mean and sample standard deviation of the first scores, which leave the series; false if there are too few. */
static bool take_baseline(rapport_comparison *c, rapport_round_trend *trend)
{
    rapport__sum sum = {0}, squares = {0};
    uint32_t wanted = c->wanted.baseline, taken = 0, first = RAPPORT_NONE;
    if (trend->used <= wanted)
        return false;
    for (uint32_t i = 0; taken < wanted; i++) {
        if (!c->present[i])
            continue;
        first = first == RAPPORT_NONE ? i : first;
        rapport__sum_add(&sum, c->series[i] - c->series[first]); /* equal scores leave no rounding */
        taken++;
    }
    trend->mean = c->series[first] + rapport__sum_value(&sum) / wanted;
    for (uint32_t i = 0; taken; i++) {
        double away = c->series[i] - trend->mean;
        if (!c->present[i])
            continue;
        rapport__sum_add_product(&squares, away, away);
        c->present[i] = 0;
        taken--;
    }
    trend->sigma = sqrt(rapport__sum_value(&squares) / (wanted - 1));
    if (trend->sigma < 1e-6)
        trend->sigma = 0;
    return true;
}

/* The charts of the series in scratch, round by round. */
static void draw(rapport_comparison *c, rapport__track *track)
{
    const rapport_comparison_options *o = &c->wanted;
    rapport_round_trend *trend = &track->trend;
    double averages[RAPPORT_MAX_ROUNDS], lower[RAPPORT_MAX_ROUNDS], upper[RAPPORT_MAX_ROUNDS], low[RAPPORT_MAX_ROUNDS],
        high[RAPPORT_MAX_ROUNDS];
    int32_t out[RAPPORT_MAX_ROUNDS], beyond[RAPPORT_MAX_ROUNDS];
    rapport_chart ewma = {.struct_size = sizeof ewma}, cusum = {.struct_size = sizeof cusum};
    (void)rapport_ewma_compute(c->series, c->present, c->round_count, trend->mean, trend->sigma, o->lambda, o->width, o->limits,
                               averages, lower, upper, out, &ewma);
    (void)rapport_cusum_compute(c->series, c->present, c->round_count, trend->mean, trend->sigma, o->slack, o->interval, low,
                                high, beyond, &cusum);
    trend->chart_reason = ewma.reason;
    if (ewma.reason)
        return;
    trend->average = ewma.value;
    trend->lower = ewma.low;
    trend->upper = ewma.high;
    trend->cusum_low = cusum.low;
    trend->cusum_high = cusum.high;
    trend->ewma_alarm = ewma.last;
    trend->cusum_alarm = cusum.last;
    trend->ewma_alarms = ewma.alarms;
    trend->cusum_alarms = cusum.alarms;
    for (uint32_t i = 0; i < c->round_count; i++)
        if (c->present[i])
            track->points[i] = (rapport_trend_point){.has_score = 1,
                                                     .has_chart = 1,
                                                     .ewma_alarm = out[i],
                                                     .cusum_alarm = beyond[i],
                                                     .score = c->series[i],
                                                     .average = averages[i],
                                                     .lower = lower[i],
                                                     .upper = upper[i],
                                                     .cusum_low = low[i],
                                                     .cusum_high = high[i]};
}

static rapport_status follow(rapport_comparison *c, rapport__track *track)
{
    rapport_round_trend *trend = &track->trend;
    rapport_recency recency = {.struct_size = sizeof recency};
    rapport_slope slope = {.struct_size = sizeof slope};
    trend->used = gather(c, track);
    trend->skipped = c->round_count - trend->used;
    (void)rapport_recency_compute(c->series, c->present, NULL, c->round_count, c->wanted.fade, c->wanted.span, &recency);
    if (rapport_slope_compute(c->series, c->present, NULL, c->round_count, rapport__comparison_memory(c), &slope))
        return RAPPORT_NO_MEMORY;
    trend->recent_reason = recency.reason;
    trend->recent = recency.value;
    trend->slope_reason = slope.reason;
    trend->test_reason = slope.test_reason;
    trend->slope = slope.slope;
    trend->s = slope.s;
    trend->z = slope.z;
    trend->p = slope.p;
    trend->tau = slope.tau;
    trend->exact = slope.exact;
    trend->baseline = c->wanted.sigma > 0 ? RAPPORT_BASELINE_GIVEN : RAPPORT_BASELINE_FIRST;
    trend->mean = c->wanted.mean;
    trend->sigma = c->wanted.sigma;
    if (trend->baseline == RAPPORT_BASELINE_GIVEN || take_baseline(c, trend))
        draw(c, track);
    else
        trend->chart_reason = RAPPORT_TREND_TOO_FEW;
    return RAPPORT_OK;
}

static bool is_watched_before(const rapport_comparison *c, uint32_t which)
{
    for (uint32_t i = 0; i < which; i++)
        if (c->watched[i] == c->watched[which])
            return true;
    return false;
}

rapport_status rapport__find_trends(rapport_comparison *c)
{
    uint32_t parties = c->rounds[c->newest].assessment->party_count;
    c->tracks = rapport__arena_alloc(&c->arena, (size_t)RAPPORT__WATCHED * (parties + 1), sizeof *c->tracks);
    if (!c->tracks)
        return RAPPORT_NO_MEMORY;
    for (uint32_t w = 0; w < RAPPORT__WATCHED; w++) {
        if (c->watched[w] == RAPPORT_NONE || is_watched_before(c, w))
            continue;
        for (uint32_t v = 0; v <= parties; v++) {
            rapport__track *track = &c->tracks[c->track_count++];
            track->view = v == parties ? RAPPORT_JOINT : v;
            track->node = c->watched[w];
            track->points = rapport__arena_alloc(&c->arena, c->round_count, sizeof *track->points);
            if (!track->points || follow(c, track))
                return RAPPORT_NO_MEMORY;
        }
    }
    return RAPPORT_OK;
}

const rapport__track *rapport__find_track(const rapport_comparison *c, uint32_t view, uint32_t node)
{
    for (uint32_t i = 0; i < c->track_count; i++)
        if (c->tracks[i].view == view && c->tracks[i].node == node)
            return &c->tracks[i];
    return NULL;
}
