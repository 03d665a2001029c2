/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Scores into ranks. */
#include "base/float.h"
#include "selection/ranking.h"

/* The rows rise by sign * x; `sorted` may be NULL. */
static void sort_rows(const rapport__contest *c, const double *x, double sign, uint32_t *order, double *sorted)
{
    const rapport__keyed *keyed = rapport__sort_numbers(x, sign, c->rows, c->keyed);
    for (uint32_t i = 0; i < c->rows; i++)
        order[i] = keyed[i].item;
    for (uint32_t i = 0; i < c->rows && sorted; i++)
        sorted[i] = x[order[i]];
}

static double size_of_largest(const double *x, uint32_t count)
{
    double least, most;
    if (!count)
        return 0;
    rapport__extremes(x, count, &least, &most);
    return -least > most ? -least : most;
}

/* Those that differ by rounding noise from the first of their group have the average of the ranks of the group. */
static void rank(const rapport__contest *c, const uint32_t *order, double *ranks)
{
    const double *score = c->out->values[RAPPORT_SCORE];
    for (uint32_t from = 0, to; from < c->rows; from = to) {
        for (to = from + 1; to < c->rows; to++) {
            double gap = score[order[from]] - score[order[to]];
            if ((gap < 0 ? -gap : gap) > c->out->tie)
                break;
        }
        for (uint32_t i = from; i < to; i++)
            ranks[order[i]] = ((double)from + 1 + to) / 2;
    }
}

/* How many of the sorted numbers are below x, or not above it. */
static uint32_t below(const double *sorted, uint32_t count, double x)
{
    uint32_t from = 0, to = count;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        if (sorted[middle] < x)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

/* The best rank is behind those that are certainly better, the worst in front of those that are certainly worse; those that are
 * then level share the average. Whoever has one number for a score has it; a rank only if no other can come about. */
static rapport_status rank_open(rapport__contest *c, uint32_t *order)
{
    double **v = c->out->values, sign = c->method->lower_is_better ? -1 : 1;
    const double *low = v[sign > 0 ? RAPPORT_LOWEST_SCORE : RAPPORT_HIGHEST_SCORE];  /* the worse end */
    const double *high = v[sign > 0 ? RAPPORT_HIGHEST_SCORE : RAPPORT_LOWEST_SCORE]; /* the better one */
    double *lows = rapport__arena_alloc(&c->scratch, c->rows, sizeof *lows);
    double *highs = rapport__arena_alloc(&c->scratch, c->rows, sizeof *highs);
    double *turned = rapport__arena_alloc(&c->scratch, c->rows, sizeof *turned);
    if (!lows || !highs || !turned)
        return rapport__fail_plainly(c->error, RAPPORT_NO_MEMORY);
    for (uint32_t i = 0; i < c->rows; i++)
        turned[i] = sign * low[i];
    sort_rows(c, turned, 1, order, lows);
    for (uint32_t i = 0; i < c->rows; i++)
        turned[i] = sign * high[i];
    sort_rows(c, turned, 1, order, highs);
    for (uint32_t i = 0; i < c->rows; i++) {
        double tie = c->out->tie, one = low[i] < high[i] - tie || low[i] > high[i] + tie ? 0 : 1;
        uint32_t surely_worse = below(highs, c->rows, sign * low[i] - tie);
        uint32_t not_surely_better = c->rows - below(lows, c->rows, sign * high[i] + tie);
        double level_at_best = (double)(c->rows - below(lows, c->rows, sign * high[i] - tie) - not_surely_better) - one;
        double level_at_worst = (double)(below(highs, c->rows, sign * low[i] + tie) - surely_worse) - one;
        v[RAPPORT_BEST_RANK][i] = 1.0 + not_surely_better + level_at_best / 2;
        v[RAPPORT_WORST_RANK][i] = (double)c->rows - surely_worse - level_at_worst / 2;
        c->out->open_score[i] = low[i] != high[i];
        v[RAPPORT_SCORE][i] = c->out->open_score[i] ? 0 : low[i];
        v[RAPPORT_RANK][i] = v[RAPPORT_BEST_RANK][i] < v[RAPPORT_WORST_RANK][i] ? 0 : v[RAPPORT_BEST_RANK][i];
        turned[i] = v[RAPPORT_BEST_RANK][i] * (4.0 * RAPPORT_MAX_CANDIDATES) + v[RAPPORT_WORST_RANK][i];
    }
    sort_rows(c, turned, 1, order, lows);
    return RAPPORT_OK;
}

void rapport__sort_column(const rapport__contest *c, uint32_t criterion, double sign, uint32_t *order, double *sorted)
{
    const double *x = rapport__column(c, criterion);
    double noise = 1e-12 * size_of_largest(x, c->rows), leader = 0;
    sort_rows(c, x, sign, order, sorted);
    for (uint32_t k = 0; k < c->rows; k++) {
        double value = sign * sorted[k];
        leader = k && value - leader <= noise ? leader : value;
        sorted[k] = leader;
    }
}

rapport_status rapport__contest_ranks(rapport__contest *c)
{
    double **v = c->out->values, size = c->scale;
    uint32_t *order = rapport__arena_alloc(&c->scratch, c->rows, sizeof *order);
    rapport_status status = RAPPORT_OK;
    c->out->order = rapport__arena_alloc(&c->out->arena, c->rows, sizeof *c->out->order);
    if (!order || !c->out->order)
        return rapport__fail_plainly(c->error, RAPPORT_NO_MEMORY);
    if (size == 0 && c->high)
        size = size_of_largest(v[RAPPORT_LOWEST_SCORE], c->rows) + size_of_largest(v[RAPPORT_HIGHEST_SCORE], c->rows);
    else if (size == 0)
        size = size_of_largest(v[RAPPORT_SCORE], c->rows);
    c->out->tie = size > 0 ? 1e-11 * size : 1; /* where all are 0 they tie whatever that is */
    if (c->high) {
        status = rank_open(c, order);
    } else {
        sort_rows(c, v[RAPPORT_SCORE], c->method->lower_is_better ? 1 : -1, order, NULL);
        rank(c, order, v[RAPPORT_RANK]);
        sort_rows(c, v[RAPPORT_RANK], 1, order, NULL); /* those that tie in the order of the matrix */
    }
    for (uint32_t i = 0; i < c->rows && !status; i++)
        c->out->order[i] = c->candidate[order[i]];
    return status;
}
