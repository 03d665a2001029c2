/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Weights uniform over what the rules allow.
 *
 * Without rules: the gaps that m - 1 uniform points leave between 0 and 1 (Devroye 1986, ch. V.2). They are exchangeable, so
 * sorting those of the criteria that have a place gives the uniform distribution under the order; criteria of one place get
 * theirs in random order. Lower ends are added beforehand and less is spread; this is exact because a smaller simplex remains.
 * What still breaks a rule is drawn again. Where that would take too long a random walk goes in its place (weight_walk.c). */
#include <string.h>

#include "base/float.h"
#include "selection/sampling.h"

enum { LANES = RAPPORT__LANES, TRY_TILES = 64 };

rapport_status rapport__draws_init(rapport__draws *draws, const rapport_sampling *s)
{
    size_t lanes = (size_t)s->scaled.criteria * LANES;
    *draws = (rapport__draws){0};
    if (!(draws->weight = rapport__alloc(&s->mem, lanes, sizeof *draws->weight)) ||
        !(draws->attempt = rapport__alloc(&s->mem, lanes, sizeof *draws->attempt)) ||
        !(draws->point = rapport__alloc(&s->mem, lanes, sizeof *draws->point)) ||
        !(draws->word = rapport__alloc(&s->mem, lanes + 4 * (size_t)LANES, sizeof *draws->word)) ||
        !(draws->state = rapport__alloc(&s->mem, s->scaled.criteria, sizeof *draws->state))) {
        rapport__draws_clear(draws, &s->mem);
        return RAPPORT_NO_MEMORY;
    }
    return RAPPORT_OK;
}

void rapport__draws_clear(rapport__draws *draws, const rapport_allocator *mem)
{
    rapport__free(mem, draws->weight);
    rapport__free(mem, draws->attempt);
    rapport__free(mem, draws->point);
    rapport__free(mem, draws->word);
    rapport__free(mem, draws->state);
    *draws = (rapport__draws){0};
}

void rapport__draws_begin(rapport__draws *draws, const rapport_sampling *s, int64_t block)
{
    rapport__random_init(&draws->weights, (uint64_t)s->seed, (uint64_t)block, RAPPORT__PART_WEIGHTS);
    rapport__random_init(&draws->values, (uint64_t)s->seed, (uint64_t)block, RAPPORT__PART_VALUES);
    rapport__random_init(&draws->order, (uint64_t)s->seed, (uint64_t)block, RAPPORT__PART_ORDER);
    draws->tries_left = 0;
    if (s->walk)
        rapport__walk_begin(s, draws);
}

/* The ends in units; both at the lower (or upper) one if these leave nothing to spread. */
static void set_ends(rapport_sampling *s)
{
    double least = 0, most = 0, slack = s->scaled.criteria;
    for (uint32_t c = 0; c < s->scaled.criteria; c++) {
        s->low[c] = (double)(int64_t)(s->region.low[c] * RAPPORT__WEIGHT_UNIT + 0.5);
        s->high[c] = (double)(int64_t)(s->region.high[c] * RAPPORT__WEIGHT_UNIT + 0.5);
        least += s->low[c];
        most += s->high[c];
    }
    for (uint32_t c = 0; c < s->scaled.criteria; c++) {
        if (least >= RAPPORT__WEIGHT_UNIT - slack)
            s->high[c] = s->low[c];
        else if (most <= RAPPORT__WEIGHT_UNIT + slack)
            s->low[c] = s->high[c];
    }
}

static void list_open(rapport_sampling *s)
{
    const rapport__region *r = &s->region;
    for (uint32_t i = 0; i < r->sorted_count; i++)
        if (s->low[r->sorted[i]] < s->high[r->sorted[i]])
            s->open[s->sorted_count++] = r->sorted[i];
    s->open_count = s->sorted_count;
    for (uint32_t c = 0; c < s->scaled.criteria; c++)
        if (!r->place[c] && s->low[c] < s->high[c])
            s->open[s->open_count++] = c;
    for (uint32_t i = s->sorted_count; i-- > 0;)
        s->level[i] = i + 1 < s->sorted_count && r->place[s->open[i]] == r->place[s->open[i + 1]] ? s->level[i + 1] + 1 : 1;
}

void rapport__settle_weights(rapport_sampling *s)
{
    uint32_t heaviest = 0;
    double least = RAPPORT__WEIGHT_UNIT, taken = 0;
    set_ends(s);
    list_open(s);
    for (uint32_t i = 0; i < s->sorted_count; i++)
        least = s->low[s->open[i]] < least ? s->low[s->open[i]] : least;
    for (uint32_t c = 0; c < s->scaled.criteria; c++) {
        bool sorted = s->region.place[c] && s->low[c] < s->high[c];
        s->base[c] = sorted ? least : s->low[c];
        taken += s->base[c];
        heaviest = s->base[c] > s->base[heaviest] ? c : heaviest;
        s->reject = s->reject || (s->low[c] < s->high[c] && (s->base[c] < s->low[c] || s->high[c] < RAPPORT__WEIGHT_UNIT));
    }
    s->spread = RAPPORT__WEIGHT_UNIT - taken;
    if (s->spread < 0 || !s->open_count) { /* what rounding took too much of, or left over */
        s->base[heaviest] += s->spread;
        s->spread = 0;
    }
}

static void exchange(int32_t *restrict a, int32_t *restrict b)
{
    for (int l = 0; l < LANES; l++) {
        int32_t x = a[l], y = b[l];
        a[l] = x < y ? x : y;
        b[l] = x < y ? y : x;
    }
}

/* Batcher's merge exchange (1968) over `count` rows: every lane goes the same way. Rising. */
static void sort_rows(int32_t *rows, uint32_t count)
{
    for (uint32_t p = 1; p < count; p *= 2)
        for (uint32_t k = p; k >= 1; k /= 2)
            for (uint32_t j = k % p; j + k < count; j += 2 * k)
                for (uint32_t i = j; i < j + k && i + k < count; i++)
                    if (i / (2 * p) == (i + k) / (2 * p))
                        exchange(rows + (size_t)i * LANES, rows + (size_t)(i + k) * LANES);
}

/* The points that cut the spread, sorted. */
static void draw_points(const rapport_sampling *s, rapport__draws *d, uint32_t rows)
{
    uint64_t spread = (uint64_t)s->spread;
    rapport__random_fill(&d->weights, d->word, (size_t)rows * LANES);
    if (spread == RAPPORT__WEIGHT_UNIT)
        for (size_t i = 0; i < (size_t)rows * LANES; i++)
            d->point[i] = (int32_t)(d->word[i] >> 1);
    else
        for (size_t i = 0; i < (size_t)rows * LANES; i++)
            d->point[i] = (int32_t)(d->word[i] * spread >> 32);
    sort_rows(d->point, rows);
}

/* A random order for the criteria of each level, lane by lane (Fisher and Yates 1938). */
static void shuffle_levels(const rapport_sampling *s, rapport__draws *d)
{
    for (uint32_t i = 0; i < s->sorted_count; i++) {
        if (s->level[i] < 2)
            continue;
        rapport__random_fill(&d->order, d->word, LANES);
        for (uint32_t l = 0; l < LANES; l++) {
            uint32_t k = i + (uint32_t)((uint64_t)d->word[l] * s->level[i] >> 32);
            int32_t kept = d->point[(size_t)i * LANES + l];
            d->point[(size_t)i * LANES + l] = d->point[(size_t)k * LANES + l];
            d->point[(size_t)k * LANES + l] = kept;
        }
    }
}

/* The gaps of the criteria that have a place, largest first. They are below 2^31, as there are others or one point at least;
 * the one that is not fits after taking 1 off. */
static void sort_gaps(const rapport_sampling *s, rapport__draws *d, double *to)
{
    uint32_t sorted = s->sorted_count;
    for (uint32_t i = 0; i < sorted; i++)
        for (uint32_t l = 0; l < LANES; l++) {
            double gap = to[(size_t)s->open[i] * LANES + l];
            d->point[(size_t)i * LANES + l] = -(int32_t)(gap < INT32_MAX ? gap : INT32_MAX);
        }
    sort_rows(d->point, sorted);
    shuffle_levels(s, d);
    for (uint32_t i = 0; i < sorted; i++)
        for (uint32_t l = 0; l < LANES; l++)
            to[(size_t)s->open[i] * LANES + l] = -(double)d->point[(size_t)i * LANES + l];
}

/* A tile of weights that may yet break a rule. */
static void attempt(const rapport_sampling *s, rapport__draws *d, double *to)
{
    uint32_t rows = s->open_count > 1 ? s->open_count - 1 : 0;
    for (uint32_t c = 0; c < s->scaled.criteria; c++)
        for (uint32_t l = 0; l < LANES; l++)
            to[(size_t)c * LANES + l] = 0;
    draw_points(s, d, rows);
    for (uint32_t i = 0; i < s->open_count; i++) {
        double *gap = to + (size_t)s->open[i] * LANES;
        const int32_t *from = i ? d->point + (size_t)(i - 1) * LANES : NULL;
        const int32_t *upto = i < rows ? d->point + (size_t)i * LANES : NULL;
        for (uint32_t l = 0; l < LANES; l++)
            gap[l] = (upto ? (double)upto[l] : s->spread) - (from ? (double)from[l] : 0);
    }
    if (s->sorted_count > 1)
        sort_gaps(s, d, to);
    for (uint32_t c = 0; c < s->scaled.criteria; c++)
        for (uint32_t l = 0; l < LANES; l++)
            to[(size_t)c * LANES + l] += s->base[c];
}

static bool keeps_rules(const rapport_sampling *s, const double *weight, uint32_t lane)
{
    for (uint32_t i = 0; i < s->open_count; i++) {
        double w = weight[(size_t)s->open[i] * LANES + lane];
        if (w < s->low[s->open[i]] || w > s->high[s->open[i]])
            return false;
    }
    return true;
}

double rapport__try_weights(const rapport_sampling *s, rapport__draws *draws)
{
    uint32_t kept = 0;
    rapport__random_init(&draws->weights, (uint64_t)s->seed, 0, RAPPORT__PART_TRIES);
    rapport__random_init(&draws->order, (uint64_t)s->seed, 1, RAPPORT__PART_TRIES);
    for (uint32_t tile = 0; tile < TRY_TILES; tile++) {
        attempt(s, draws, draws->attempt);
        for (uint32_t l = 0; l < LANES; l++)
            kept += keeps_rules(s, draws->attempt, l);
    }
    return kept / (double)(TRY_TILES * LANES);
}

void rapport__draw_weights(const rapport_sampling *s, rapport__draws *draws, uint32_t lanes)
{
    if (s->walk) {
        rapport__walk(s, draws, lanes);
        return;
    }
    if (!s->reject) {
        attempt(s, draws, draws->weight);
        return;
    }
    for (uint32_t kept = 0; kept < lanes;) {
        if (!draws->tries_left) {
            attempt(s, draws, draws->attempt);
            draws->tries_left = LANES;
        }
        uint32_t lane = LANES - draws->tries_left--;
        if (!keeps_rules(s, draws->attempt, lane))
            continue;
        for (uint32_t c = 0; c < s->scaled.criteria; c++)
            draws->weight[(size_t)c * LANES + kept] = draws->attempt[(size_t)c * LANES + lane];
        kept++;
    }
}
