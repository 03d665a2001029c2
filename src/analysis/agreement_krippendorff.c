/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Krippendorff's alpha (Krippendorff 2004; Hayes and Krippendorff 2007): disagreement within units against disagreement among
 * all ratings. Pairs are never formed one by one: ratings are counted by value. */
#include "analysis/agreement.h"

#include "base/error.h"
#include "base/sort.h"

typedef struct pool {
    const rapport__grid *g;
    uint32_t *order;   /* ratings that can be paired, in the order of their values; then the values met in a unit */
    uint32_t *ids;     /* of each place in the table: which value it has */
    uint32_t *totals;  /* of each value: how often it is there */
    uint32_t *in_unit; /* of each value: how often in the unit at hand */
    double *where;     /* of each value: where it lies under the metric */
    uint32_t count, distinct;
    bool straight; /* row by row without gaps: a place is an index */
} pool;

static double rating(const pool *p, uint32_t place)
{
    if (p->straight)
        return p->g->values[place];
    return rapport__grid_at(p->g, place / p->g->units, place % p->g->units);
}

static int compare_places(const void *context, uint32_t a, uint32_t b)
{
    double left = rating(context, a), right = rating(context, b);
    return (left > right) - (left < right);
}

/* Sorts what can be paired and numbers the values from the smallest up. */
static rapport_status number_values(pool *p)
{
    const rapport__grid *g = p->g;
    size_t places = (size_t)g->raters * g->units;
    if (!(p->order = rapport__alloc(&g->mem, places, 2 * sizeof *p->order)))
        return RAPPORT_NO_MEMORY;
    p->ids = p->order + places;
    for (uint32_t r = 0; r < g->raters; r++)
        for (uint32_t u = 0; u < g->units; u++)
            if (g->counts[u] > 1 && rapport__grid_has(g, r, u))
                p->order[p->count++] = r * g->units + u;
    rapport__sort(p->order, p->ids, p->count, compare_places, p);
    for (uint32_t i = 0; i < p->count; i++) {
        p->distinct += !i || compare_places(p, p->order[i - 1], p->order[i]) != 0;
        p->ids[p->order[i]] = p->distinct - 1;
    }
    return RAPPORT_OK;
}

/* Counts the values and finds where they lie. On the ordinal metric that is the mean rank: with it Krippendorff's sum of the
 * ratings between two values, less half of those at either, is a difference like any other. */
static rapport_status place_values(pool *p)
{
    const rapport__grid *g = p->g;
    uint32_t before = 0;
    if (!(p->where = rapport__alloc(&g->mem, p->distinct, sizeof *p->where + 2 * sizeof *p->totals)))
        return RAPPORT_NO_MEMORY;
    p->totals = (uint32_t *)(void *)(p->where + p->distinct);
    p->in_unit = p->totals + p->distinct;
    for (uint32_t i = 0; i < p->count; i++) {
        uint32_t value = p->ids[p->order[i]];
        double x = rating(p, p->order[i]);
        p->totals[value]++;
        p->where[value] = g->wanted.metric == RAPPORT_RATIO ? x : x - g->origin;
    }
    for (uint32_t value = 0; value < p->distinct && g->wanted.metric == RAPPORT_ORDINAL; value++) {
        p->where[value] = before + p->totals[value] / 2.0;
        before += p->totals[value];
    }
    return RAPPORT_OK;
}

/* The next three add the squared differences of all ordered pairs among n ratings: counts[values[i]] of each value. */

static double nominal_pairs(const uint32_t *values, uint32_t count, const uint32_t *counts, double n)
{
    double same = 0; /* at most 2^52: exact */
    for (uint32_t i = 0; i < count; i++)
        same += (double)counts[values[i]] * counts[values[i]];
    return n * n - same;
}

static double interval_pairs(const pool *p, const uint32_t *values, uint32_t count, const uint32_t *counts, double n)
{
    rapport__sum sum = {0}, squares = {0};
    double mean;
    if (count < 2)
        return 0;
    for (uint32_t i = 0; i < count; i++)
        rapport__sum_add_product(&sum, counts[values[i]], p->where[values[i]]);
    mean = rapport__sum_value(&sum) / n;
    for (uint32_t i = 0; i < count; i++) {
        double away = p->where[values[i]] - mean;
        rapport__sum_add(&squares, counts[values[i]] * away * away);
    }
    return 2 * n * rapport__sum_value(&squares);
}

static double ratio_pairs(const pool *p, const uint32_t *values, uint32_t count, const uint32_t *counts)
{
    rapport__sum sum = {0};
    for (uint32_t i = 1; i < count; i++)
        for (uint32_t j = 0; j < i; j++) {
            double a = p->where[values[i]], b = p->where[values[j]], apart = (a - b) / (a + b);
            rapport__sum_add(&sum, (double)counts[values[i]] * counts[values[j]] * apart * apart);
        }
    return 2 * rapport__sum_value(&sum);
}

static double pairs(const pool *p, const uint32_t *values, uint32_t count, const uint32_t *counts, double n)
{
    switch (p->g->wanted.metric) {
    case RAPPORT_NOMINAL:
        return nominal_pairs(values, count, counts, n);
    case RAPPORT_RATIO:
        return ratio_pairs(p, values, count, counts);
    default:
        return interval_pairs(p, values, count, counts, n);
    }
}

static double pairs_of_unit(pool *p, uint32_t unit)
{
    const rapport__grid *g = p->g;
    uint32_t met = 0;
    double sum;
    for (uint32_t r = 0; r < g->raters; r++)
        if (rapport__grid_has(g, r, unit)) {
            uint32_t value = p->ids[r * g->units + unit];
            if (!p->in_unit[value]++)
                p->order[met++] = value;
        }
    sum = pairs(p, p->order, met, p->in_unit, g->counts[unit]);
    while (met)
        p->in_unit[p->order[--met]] = 0;
    return sum;
}

static void put_alpha(pool *p, rapport_agreement *out)
{
    const rapport__grid *g = p->g;
    rapport__sum observed = {0};
    double n = p->count;
    for (uint32_t value = 0; value < p->distinct; value++)
        p->order[value] = value;
    out->expected = pairs(p, p->order, p->distinct, p->totals, n) / n / (n - 1);
    for (uint32_t u = 0; u < g->units; u++)
        if (g->counts[u] > 1)
            rapport__sum_add(&observed, pairs_of_unit(p, u) / (g->counts[u] - 1));
    out->observed = rapport__sum_value(&observed) / n;
    out->has = RAPPORT_HAS_OBSERVED | RAPPORT_HAS_EXPECTED;
    rapport__agreed(out, 1 - out->observed / out->expected);
}

static rapport_status compare_all(pool *p, rapport_agreement *out)
{
    bool ratio = p->g->wanted.metric == RAPPORT_RATIO;
    if (p->distinct < 2) {
        rapport__undefined(out, RAPPORT_NO_VARIANCE);
        return RAPPORT_OK;
    }
    if (ratio && rating(p, p->order[0]) < 0) {
        rapport__undefined(out, RAPPORT_NEGATIVE_RATINGS);
        return RAPPORT_OK;
    }
    if (ratio && p->distinct > RAPPORT_MAX_RATIO_VALUES)
        return FAIL(p->g->error, RAPPORT_LIMIT, "/ratings", "the ratio metric takes at most 8192 different ratings");
    if (place_values(p))
        return RAPPORT_NO_MEMORY;
    put_alpha(p, out);
    return RAPPORT_OK;
}

rapport_status rapport__agreement_krippendorff(const rapport__grid *g, rapport_agreement *out)
{
    pool p = {.g = g, .straight = g->rater_stride == g->units && g->unit_stride == 1};
    rapport_status status;
    if (!rapport__enough_paired(g, out))
        return RAPPORT_OK;
    if (g->paired_units < 2) {
        rapport__undefined(out, RAPPORT_TOO_FEW_UNITS);
        return RAPPORT_OK;
    }
    out->units = g->paired_units;
    out->ratings = g->pairable;
    status = number_values(&p);
    if (!status)
        status = compare_all(&p, out);
    rapport__free(&g->mem, p.where);
    rapport__free(&g->mem, p.order);
    return status;
}
