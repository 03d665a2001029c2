/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The inner loops: scores and ranks of a tile of draws. Scores are exact, so two are tied if and only if they are equal. */
#include "base/float.h"
#include "selection/acceptability.h"

enum { LANES = RAPPORT__LANES };

static void add_criterion(double *score, const double *weight, double value)
{
    for (int l = 0; l < LANES; l++)
        score[l] += weight[l] * value;
}

/* All lanes: full loops are faster, and what is over is not counted. */
void rapport__score_tile(rapport_acceptability *a)
{
    const rapport_sampling *s = a->sampling;
    uint32_t n = s->scaled.count, m = s->scaled.criteria;
    double value[LANES];
    for (uint32_t i = 0; i < n; i++) {
        double *score = a->score + (size_t)i * LANES;
        for (int l = 0; l < LANES; l++)
            score[l] = 0;
        for (uint32_t c = 0; c < m; c++)
            add_criterion(score, a->room.weight + (size_t)c * LANES, s->value[(size_t)i * m + c]);
    }
    for (size_t i = 0; i < s->cell_count; i++) {
        const double *weight = a->room.weight + (size_t)s->cells[i].criterion * LANES;
        double *score = a->score + (size_t)s->cells[i].place * LANES;
        rapport__draw_value(&s->cells[i], &a->room.values, value);
        for (int l = 0; l < LANES; l++)
            score[l] += weight[l] * value[l];
    }
}

/* Lanes in which x is above y, and below; counted for both in above[] and below[] as one that is better. */
static void compare_lanes(const double *x, const double *y, int64_t *above, int64_t *below, uint32_t lanes, int64_t *wins,
                          int64_t *losses)
{
    int64_t win = 0, loss = 0;
    for (uint32_t l = 0; l < lanes; l++) {
        int64_t more = x[l] > y[l], less = x[l] < y[l];
        below[l] += more;
        above[l] += less;
        win += more;
        loss += less;
    }
    *wins = win;
    *losses = loss;
}

/* Fills better[] and the pairs; whether anybody is tied. */
static bool compare_all(rapport_acceptability *a, uint32_t lanes)
{
    uint32_t n = a->sampling->scaled.count;
    int64_t wins, losses;
    bool tied = false;
    for (size_t i = 0; i < (size_t)n * LANES; i++)
        a->better[i] = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++) {
            compare_lanes(a->score + i * LANES, a->score + k * LANES, a->better + i * LANES, a->better + k * LANES, lanes,
                          &wins, &losses);
            uint64_t ties = lanes - (uint64_t)wins - (uint64_t)losses;
            tied = tied || ties;
            a->pair[i * n + k] += 2 * (uint64_t)wins + ties;
            a->pair[k * n + i] += 2 * (uint64_t)losses + ties;
        }
    return tied;
}

uint64_t rapport__tied_share(uint32_t tied, uint32_t number, uint32_t offset)
{
    uint64_t turn = ((uint64_t)number + offset) % tied;
    return (turn + 1) * RAPPORT__SHARE / tied - turn * RAPPORT__SHARE / tied;
}

static void add_central(rapport_acceptability *a, uint32_t place, uint32_t lane, uint64_t share)
{
    uint32_t m = a->sampling->scaled.criteria;
    uint64_t *to = a->central + (size_t)place * m;
    for (uint32_t c = 0; c < m; c++)
        to[c] += share * (uint64_t)a->room.weight[(size_t)c * LANES + lane];
}

static void count_untied(rapport_acceptability *a, uint32_t lanes)
{
    uint32_t n = a->sampling->scaled.count;
    for (uint32_t i = 0; i < n; i++) {
        const int64_t *better = a->better + (size_t)i * LANES;
        uint64_t *rank = a->rank + (size_t)i * n;
        for (uint32_t l = 0; l < lanes; l++) {
            rank[better[l]] += RAPPORT__SHARE;
            if (!better[l])
                a->winner[l] = i;
        }
    }
    for (uint32_t l = 0; l < lanes; l++)
        add_central(a, a->winner[l], l, RAPPORT__SHARE);
}

/* A candidate that may be tied shares the ranks of those that are level with it; `number` of them stand before it. */
static void count_one(rapport_acceptability *a, uint32_t place, uint32_t lane)
{
    uint32_t n = a->sampling->scaled.count, tied = 0, number = 0;
    uint64_t better = (uint64_t)a->better[(size_t)place * LANES + lane];
    double score = a->score[(size_t)place * LANES + lane];
    for (uint32_t k = 0; k < n; k++)
        if (!(a->score[(size_t)k * LANES + lane] < score) && !(a->score[(size_t)k * LANES + lane] > score)) {
            number += k < place;
            tied++;
        }
    for (uint32_t offset = 0; offset < tied; offset++)
        a->rank[(size_t)place * n + better + offset] += rapport__tied_share(tied, number, offset);
    if (!better)
        add_central(a, place, lane, rapport__tied_share(tied, number, 0));
}

void rapport__count_tile(rapport_acceptability *a, uint32_t lanes)
{
    if (!compare_all(a, lanes)) {
        count_untied(a, lanes);
        return;
    }
    for (uint32_t i = 0; i < a->sampling->scaled.count; i++)
        for (uint32_t l = 0; l < lanes; l++)
            count_one(a, i, l);
}
