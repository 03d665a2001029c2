/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* PROMETHEE I and II (Brans and Vincke 1985): pi(a, b) = sum of w_j P_j(a, b), phi+ = sum of pi(a, .) / (n - 1), phi- = sum of
 * pi(., a) / (n - 1), score = phi+ - phi-. P is a function of the difference d, 0 for d <= 0; a criterion without one has the
 * usual: 1 for d > 0.
 *
 * Nobody compares pairs here. Sorted, those to whom a candidate is preferred by more than q are a prefix, and so are those by
 * more than p: their numbers, and for the linear functions the sums of their values, give its flow (arXiv 1603.00091). Whether
 * d > q is asked of the rounded difference, as the definition would, and rounding keeps the order: the prefix is exact. The
 * sums are compensated. O(n log n) for each criterion. */
#include "base/sum.h"
#include "selection/ranking.h"

/* For each place how many before it are more than d away; rising with the place. */
typedef struct window {
    uint32_t end;
    double d;
} window;

static uint32_t advance(window *w, const double *sorted, uint32_t place)
{
    while (w->end < place && sorted[place] - sorted[w->end] > w->d)
        w->end++;
    return w->end;
}

/* The sum of (x - x_k - q) over the places from..to-1. */
static double excess(const rapport__sum *before, uint32_t from, uint32_t to, double x, double q)
{
    rapport__sum sum = {0};
    double count = to - from;
    rapport__sum_add_product(&sum, count, x);
    rapport__sum_add_product(&sum, -count, q);
    rapport__sum_add(&sum, -before[to].high);
    rapport__sum_add(&sum, before[from].high);
    rapport__sum_add(&sum, -before[to].low);
    rapport__sum_add(&sum, before[from].low);
    return rapport__sum_value(&sum);
}

/* Of each place the sum of preferences to those before it. */
static void flow_of(const double *sorted, uint32_t count, const rapport_candidates_criterion *about, rapport__sum *before,
                    double *flow)
{
    bool linear = about->preference == RAPPORT_PREFER_LINEAR || about->preference == RAPPORT_PREFER_VSHAPE;
    bool q_counts = about->preference != RAPPORT_PREFER_USUAL && about->preference != RAPPORT_PREFER_VSHAPE;
    window beyond_q = {0, q_counts ? about->preference_q : 0}, beyond_p = {0, about->preference_p};
    double slope = beyond_p.d - beyond_q.d;
    for (uint32_t k = 0; k < count && linear; k++) {
        before[k + 1] = before[k];
        rapport__sum_add(&before[k + 1], sorted[k]);
    }
    for (uint32_t k = 0; k < count; k++) {
        uint32_t some = advance(&beyond_q, sorted, k);
        uint32_t full = linear || about->preference == RAPPORT_PREFER_LEVEL ? advance(&beyond_p, sorted, k) : 0;
        if (linear)
            flow[k] = full + excess(before, full, some, sorted[k], beyond_q.d) / slope;
        else if (about->preference == RAPPORT_PREFER_LEVEL)
            flow[k] = (some + (double)full) / 2;
        else
            flow[k] = some;
    }
}

static void flow_by(const rapport__contest *c, uint32_t j, const double *sorted, rapport__sum *before)
{
    const rapport_candidates_criterion *about = c->about[j];
    if (about->preference == RAPPORT_PREFER_GAUSSIAN)
        rapport__gaussian_flow(sorted, c->rows, about->preference_s, c->room[1]);
    else
        flow_of(sorted, c->rows, about, before, c->room[1]);
}

/* How far each is preferred to those below; and, with everything turned upside down, how far those above are to it. */
static void add_column(const rapport__contest *c, uint32_t j, rapport__sum *before)
{
    double *plus = c->out->values[RAPPORT_POSITIVE_FLOW], *minus = c->out->values[RAPPORT_NEGATIVE_FLOW];
    double *sorted = c->room[0], *flow = c->room[1], *turned = c->room[2];
    uint32_t *order = c->index[0], last = c->rows - 1;
    rapport__sort_column(c, j, rapport__is_cost(c, j) ? -1 : 1, order, sorted);
    for (uint32_t k = 0; k < c->rows; k++)
        turned[k] = -sorted[last - k];
    flow_by(c, j, sorted, before);
    for (uint32_t k = 0; k < c->rows; k++)
        plus[order[k]] += c->weight[j] * flow[k];
    flow_by(c, j, turned, before);
    for (uint32_t k = 0; k < c->rows; k++)
        minus[order[last - k]] += c->weight[j] * flow[k];
}

rapport_status rapport__rank_promethee(rapport__contest *c)
{
    double **v = c->out->values, others = c->rows > 1 ? c->rows - 1.0 : 1;
    rapport__sum *before = rapport__arena_alloc(&c->scratch, (size_t)c->rows + 1, sizeof *before);
    if (!before)
        return rapport__fail_plainly(c->error, RAPPORT_NO_MEMORY);
    for (uint32_t j = 0; j < c->criteria; j++)
        add_column(c, j, before);
    for (uint32_t i = 0; i < c->rows; i++) {
        v[RAPPORT_POSITIVE_FLOW][i] /= others;
        v[RAPPORT_NEGATIVE_FLOW][i] /= others;
        v[RAPPORT_SCORE][i] = v[RAPPORT_POSITIVE_FLOW][i] - v[RAPPORT_NEGATIVE_FLOW][i];
    }
    c->scale = 1;
    return RAPPORT_OK;
}
