/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Kendall's W (Kendall and Babington Smith 1939): do raters put units in the same order? */
#include "analysis/agreement.h"

#include "base/sort.h"

typedef struct ranking {
    const rapport__grid *g;
    const rapport__complete *complete;
    uint32_t rater, *order, *room; /* of complete units */
    double *sums;                  /* of the ranks of each unit, doubled: whole numbers */
    double ties;                   /* sum over the raters of t^3 - t */
    uint32_t flat;                 /* raters to whom all units are the same */
} ranking;

static double rating(const ranking *k, uint32_t unit)
{
    return rapport__grid_at(k->g, k->complete->raters[k->rater], k->complete->units[unit]);
}

static int compare_units(const void *context, uint32_t a, uint32_t b)
{
    double left = rating(context, a), right = rating(context, b);
    return (left > right) - (left < right);
}

/* Adds the ranks that one rater gives; tied units share the mean of their places. */
static void add_ranks(ranking *k)
{
    uint32_t units = k->complete->unit_count;
    for (uint32_t i = 0; i < units; i++)
        k->order[i] = i;
    rapport__sort(k->order, k->room, units, compare_units, k);
    for (uint32_t first = 0, end; first < units; first = end) {
        double tied;
        for (end = first + 1; end < units && compare_units(k, k->order[first], k->order[end]) == 0;)
            end++;
        for (uint32_t i = first; i < end; i++)
            k->sums[k->order[i]] += (double)first + end + 1; /* twice the mean of first + 1 to end */
        tied = end - first;
        k->ties += tied * tied * tied - tied;
        k->flat += tied == units;
    }
}

static void put_w(const ranking *k, rapport_agreement *out)
{
    double m = k->complete->rater_count, n = k->complete->unit_count, w;
    rapport__sum squares = {0};
    if (k->flat == k->complete->rater_count) {
        rapport__undefined(out, RAPPORT_NO_VARIANCE);
        return;
    }
    for (uint32_t u = 0; u < k->complete->unit_count; u++) {
        double away = k->sums[u] - m * (n + 1);
        rapport__sum_add_product(&squares, away, away);
    }
    w = 3 * rapport__sum_value(&squares) / (m * m * (n * n * n - n) - m * k->ties); /* 12 S, S of ranks that are not doubled */
    w = w < 1 ? w : 1;
    rapport__agreed(out, w);
    out->has = RAPPORT_HAS_CHI_SQUARE;
    out->chi_square = m * (n - 1) * w;
    out->df1 = n - 1;
}

static rapport_status rank_all(const rapport__grid *g, const rapport__complete *complete, rapport_agreement *out)
{
    ranking k = {.g = g, .complete = complete};
    k.sums = rapport__alloc(&g->mem, complete->unit_count, sizeof *k.sums + 2 * sizeof *k.order);
    if (!k.sums)
        return RAPPORT_NO_MEMORY;
    k.order = (uint32_t *)(void *)(k.sums + complete->unit_count);
    k.room = k.order + complete->unit_count;
    for (uint32_t r = 0; r < complete->rater_count; r++) {
        k.rater = r;
        add_ranks(&k);
    }
    put_w(&k, out);
    rapport__free(&g->mem, k.sums);
    return RAPPORT_OK;
}

rapport_status rapport__agreement_kendall(const rapport__grid *g, rapport_agreement *out)
{
    rapport__complete complete;
    rapport_status status = rapport__find_complete(g, &complete);
    if (!status && rapport__enough_complete(g, &complete, out))
        status = rank_all(g, &complete, out);
    rapport__free(&g->mem, complete.raters);
    return status;
}
