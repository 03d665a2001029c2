/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Hit-and-run (Smith 1984) along pairs of weights: one takes from the other as much as the rules let it, uniformly. From
 * wherever it begins it tends to the uniform distribution; every block begins anew, so that blocks do not depend on each other.
 */
#include "base/float.h"
#include "selection/sampling.h"

enum { LANES = RAPPORT__LANES, WARM_UP = 512, STEPS = 8 };

/* On the straight line from all lower to all upper ends, where the sum is right: it keeps to every rule. */
void rapport__walk_begin(const rapport_sampling *s, rapport__draws *draws)
{
    double least = 0, most = 0, wanted = RAPPORT__WEIGHT_UNIT, part;
    for (uint32_t c = 0; c < s->scaled.criteria; c++) {
        least += s->low[c];
        most += s->high[c];
    }
    part = (wanted - least) / (most - least);
    for (uint32_t c = 0; c < s->scaled.criteria; c++)
        draws->state[c] = s->low[c] + part * (s->high[c] - s->low[c]);
    draws->tries_left = 1; /* to warm up */
}

/* The ends that rules and the other weights, but for `partner`, leave to the i-th open one. */
static void find_ends(const rapport_sampling *s, const double *state, uint32_t i, uint32_t partner, double *low, double *high)
{
    const uint32_t *place = s->region.place;
    uint32_t own = s->open[i];
    *low = s->low[own];
    *high = s->high[own];
    if (i >= s->sorted_count)
        return;
    for (uint32_t k = i, level = place[own]; k-- > 0;) { /* those of the next level above */
        uint32_t c = s->open[k];
        if (place[c] == place[own])
            continue;
        if (level != place[own] && place[c] != level)
            break;
        level = place[c];
        if (k != partner && state[c] < *high)
            *high = state[c];
    }
    for (uint32_t k = i + 1, level = place[own]; k < s->sorted_count; k++) { /* and below */
        uint32_t c = s->open[k];
        if (place[c] == place[own])
            continue;
        if (level != place[own] && place[c] != level)
            break;
        level = place[c];
        if (k != partner && state[c] > *low)
            *low = state[c];
    }
}

/* Moves weight between the i-th and the k-th open one; u in 0..1. */
static void step(const rapport_sampling *s, double *state, uint32_t i, uint32_t k, double u)
{
    const uint32_t *place = s->region.place;
    double low, high, other_low, other_high, least, most, *a = &state[s->open[i]], *b = &state[s->open[k]];
    find_ends(s, state, i, k, &low, &high);
    find_ends(s, state, k, i, &other_low, &other_high);
    least = low - *a > *b - other_high ? low - *a : *b - other_high; /* a grows by what b shrinks */
    most = high - *a < *b - other_low ? high - *a : *b - other_low;
    if (i < s->sorted_count && k < s->sorted_count && place[s->open[i]] < place[s->open[k]])
        least = least > (*b - *a) / 2 ? least : (*b - *a) / 2; /* a stays above b */
    if (i < s->sorted_count && k < s->sorted_count && place[s->open[i]] > place[s->open[k]])
        most = most < (*b - *a) / 2 ? most : (*b - *a) / 2;
    if (most > least) {
        double move = least + u * (most - least);
        *a += move;
        *b -= move;
    }
}

static void go(const rapport_sampling *s, rapport__draws *d, uint64_t steps)
{
    enum { GROUP = 4 * RAPPORT__PHILOX_WIDE };
    uint32_t word[3 * GROUP];
    while (steps > 0) {
        rapport__random_fill(&d->weights, word, 3 * GROUP);
        for (uint32_t i = 0; i < GROUP && steps > 0; i++, steps--) {
            uint32_t a = (uint32_t)((uint64_t)word[3 * i] * s->open_count >> 32);
            uint32_t b = (uint32_t)((uint64_t)word[3 * i + 1] * (s->open_count - 1) >> 32);
            step(s, d->state, a, b + (b >= a), (word[3 * i + 2] + 0.5) / 4294967296.0);
        }
    }
}

/* Whole units; what rounding leaves goes to the first open one. */
static void write_lane(const rapport_sampling *s, rapport__draws *d, uint32_t lane)
{
    double rest = RAPPORT__WEIGHT_UNIT;
    for (uint32_t c = 0; c < s->scaled.criteria; c++) {
        double whole = (double)(int64_t)d->state[c];
        d->weight[(size_t)c * LANES + lane] = whole;
        rest -= whole;
    }
    d->weight[(size_t)s->open[0] * LANES + lane] += rest;
}

void rapport__walk(const rapport_sampling *s, rapport__draws *draws, uint32_t lanes)
{
    if (draws->tries_left) {
        draws->tries_left = 0;
        go(s, draws, (uint64_t)WARM_UP * s->open_count);
    }
    for (uint32_t l = 0; l < lanes; l++) {
        go(s, draws, (uint64_t)STEPS * s->open_count);
        write_lane(s, draws, l);
    }
}
