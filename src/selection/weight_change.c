/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The nearest weights at which another candidate is level with the winner: for each rival the projection of the weights w onto
 * { v >= 0, sum v = 1, v d <= 0 }, d the winner's lead on each criterion. By its Kuhn-Tucker conditions the projection is
 * v = max(0, w - mu d - tau) for some mu >= 0; v d falls with mu along a chain of straight pieces, one for each set of
 * weights that are not 0, and on a piece the mu at which it is 0 is a quotient. Newton's steps find the piece. */
#include <math.h>

#include "base/sum.h"
#include "selection/sensitivity.h"

enum { MOST_STEPS = 256 };

typedef struct search {
    const double *weight, *lead; /* w, d */
    double *at;                  /* v; what is 0 here is not free */
    uint32_t count;
} search;

/* v for a mu: the weights that are not 0 settle in few rounds, each takes away those that fall below 0 (Michelot 1986). */
static void project(const search *q, double mu)
{
    uint32_t freed = q->count, before;
    for (uint32_t c = 0; c < q->count; c++)
        q->at[c] = 1;
    do {
        double sum = 0, tau;
        for (uint32_t c = 0; c < q->count; c++)
            sum += q->at[c] > 0 ? q->weight[c] - mu * q->lead[c] : 0;
        tau = (sum - 1) / freed;
        before = freed;
        for (uint32_t c = 0; c < q->count; c++)
            if (q->at[c] > 0 && !(q->weight[c] - mu * q->lead[c] - tau > 0)) {
                q->at[c] = 0;
                freed--;
            }
        if (freed == before)
            for (uint32_t c = 0; c < q->count; c++)
                q->at[c] = q->at[c] > 0 ? q->weight[c] - mu * q->lead[c] - tau : 0;
    } while (freed != before);
}

static double lead_at(const search *q)
{
    double sum = 0;
    for (uint32_t c = 0; c < q->count; c++)
        sum += q->at[c] * q->lead[c];
    return sum;
}

/* The mu at which the lead is 0, were the weights that are 0 to stay so; < 0 if it never is. */
static double solve_piece(const search *q)
{
    double lead = 0, product = 0, square = 0;
    uint32_t freed = 0;
    for (uint32_t c = 0; c < q->count; c++) {
        if (!(q->at[c] > 0))
            continue;
        freed++;
        lead += q->lead[c];
    }
    for (uint32_t c = 0; c < q->count; c++) {
        double from_mean = q->lead[c] - lead / freed;
        if (!(q->at[c] > 0))
            continue;
        product += from_mean * q->weight[c];
        square += from_mean * from_mean;
    }
    return square > 1e-30 ? (product + lead / freed) / square : -1;
}

static double distance(const search *q)
{
    double sum = 0;
    for (uint32_t c = 0; c < q->count; c++)
        sum += (q->at[c] - q->weight[c]) * (q->at[c] - q->weight[c]);
    return sqrt(sum);
}

/* Goes to the nearest weights at which the lead is 0; there must be some with less. */
static void approach(const search *q)
{
    double low = 0, high = HUGE_VAL, mu = 0, next;
    project(q, 0);
    for (int step = 0; step < MOST_STEPS; step++) {
        next = solve_piece(q);
        if (!(next > low && next < high))
            next = high < HUGE_VAL ? low + (high - low) / 2 : mu > 0 ? 2 * mu : 1;
        if (next == mu)
            return;
        mu = next;
        project(q, mu);
        if (lead_at(q) > 0)
            low = mu;
        else
            high = mu;
    }
}

/* Whether some weights put the rival above, and how far the unbounded projection is: never farther than the bounded one. */
static bool promising(const search *q, double lead, const rapport__change *best)
{
    double mean = 0, square = 0;
    bool above = false;
    for (uint32_t c = 0; c < q->count; c++) {
        mean += q->lead[c] / q->count;
        above = above || rapport__compare(q->lead[c], 0) < 0;
    }
    for (uint32_t c = 0; c < q->count; c++)
        square += (q->lead[c] - mean) * (q->lead[c] - mean);
    return above && !(best->exists && lead >= best->change.size * sqrt(square) * (1 + 1e-12));
}

void rapport__find_nearest_weights(rapport_sensitivity *s)
{
    rapport__change *best = &s->change[RAPPORT_CHANGE_EUCLIDEAN];
    uint32_t first = s->order.items[0], m = s->scaled.criteria;
    const double *top = s->scaled.low + (size_t)first * m;
    search q = {s->scaled.weight, s->gap, s->ahead, m};
    if (best->exists) /* somebody shares the first place */
        return;
    for (uint32_t i = 1; i < s->scaled.count; i++) {
        uint32_t rival = s->order.items[i];
        const double *other = s->scaled.low + (size_t)rival * m;
        double size;
        for (uint32_t c = 0; c < m; c++)
            s->gap[c] = top[c] - other[c];
        if (!promising(&q, s->score[first] - s->score[rival], best))
            continue;
        approach(&q);
        size = distance(&q);
        if (best->exists && size >= best->change.size)
            continue;
        best->exists = true;
        best->change = (rapport_weight_change){0, rival, RAPPORT_NONE, 0, 0, 0, size};
        for (uint32_t c = 0; c < m; c++)
            best->weight[c] = s->ahead[c];
    }
}
