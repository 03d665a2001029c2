/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The inner loops: scores and ranks of a tile of draws. Scores are exact, so two are tied if and only if they are equal. */
#include "base/float.h"
#include "selection/acceptability.h"

enum { LANES = RAPPORT__LANES, CHUNK = 8 };

/* A few lanes at a time, so that their sums stay in registers. */
static void score_chunk(const double *restrict weight, const double *restrict value, uint32_t criteria, double *restrict score)
{
    double sum[CHUNK] = {0};
    for (uint32_t c = 0; c < criteria; c++)
        for (int l = 0; l < CHUNK; l++)
            sum[l] += weight[(size_t)c * LANES + (size_t)l] * value[c];
    for (int l = 0; l < CHUNK; l++)
        score[l] = sum[l];
}

/* All lanes: full loops are faster, and what is over is not counted. */
void rapport__score_tile(rapport_acceptability *a)
{
    const rapport_sampling *s = a->sampling;
    uint32_t n = s->scaled.count, m = s->scaled.criteria;
    double value[LANES];
    for (size_t i = 0; i < n; i++)
        for (size_t l = 0; l < LANES; l += CHUNK)
            score_chunk(a->room.weight + l, s->value + i * m, m, a->score + i * LANES + l);
    for (size_t i = 0; i < s->cell_count; i++) {
        const double *weight = a->room.weight + (size_t)s->cells[i].criterion * LANES;
        double *score = a->score + (size_t)s->cells[i].place * LANES;
        rapport__draw_value(&s->cells[i], &a->room.values, value);
        for (int l = 0; l < LANES; l++)
            score[l] += weight[l] * value[l];
    }
}

/* Lanes in which x is above y: counted for x, for y as one that is better, and in all; whether any are level. */
static int32_t compare_keys(const int32_t *restrict x, const int32_t *restrict y, int32_t *restrict wins,
                            int32_t *restrict better, int32_t *restrict level)
{
    int32_t count = 0, tied = 0;
    for (int l = 0; l < LANES; l++) {
        int32_t more = -(x[l] > y[l]); /* as a vector compares: all ones */
        wins[l] -= more;
        better[l] -= more;
        count -= more;
        tied |= -(x[l] == y[l]);
    }
    *level |= tied;
    return count;
}

/* The upper 30 bits of the scores tell almost all apart, at half the width. False where they do not: nothing is counted. */
static bool compare_roughly(rapport_acceptability *a)
{
    uint32_t n = a->sampling->scaled.count;
    int32_t level = 0;
    for (size_t i = 0; i < (size_t)n * LANES; i++) {
        a->key[i] = (int32_t)(a->score[i] * (1.0 / 8388608));
        a->better[i] = 0;
    }
    for (size_t i = 0; i < n && !level; i++) {
        int32_t wins[LANES] = {0};
        for (size_t k = i + 1; k < n; k++)
            a->rough[i * n + k] =
                (uint32_t)compare_keys(a->key + i * LANES, a->key + k * LANES, wins, a->better + k * LANES, &level);
        for (size_t l = 0; l < LANES; l++)
            a->better[i * LANES + l] += (int32_t)(n - 1 - i) - wins[l];
    }
    for (size_t i = 0; i < n && !level; i++)
        for (size_t k = i + 1; k < n; k++) {
            a->pair[i * n + k] += 2 * (uint64_t)a->rough[i * n + k];
            a->pair[k * n + i] += 2 * (uint64_t)(LANES - a->rough[i * n + k]);
        }
    return !level;
}

/* Exactly: fills better[] and the pairs; whether nobody is tied. */
static bool compare_exactly(rapport_acceptability *a, uint32_t lanes)
{
    uint32_t n = a->sampling->scaled.count;
    uint64_t all_ties = 0;
    for (size_t i = 0; i < (size_t)n * LANES; i++)
        a->better[i] = 0;
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++) {
            const double *x = a->score + i * LANES, *y = a->score + k * LANES;
            uint64_t wins = 0, losses = 0;
            for (size_t l = 0; l < lanes; l++) {
                int32_t more = x[l] > y[l], less = x[l] < y[l];
                a->better[k * LANES + l] += more;
                a->better[i * LANES + l] += less;
                wins += (uint64_t)more;
                losses += (uint64_t)less;
            }
            a->pair[i * n + k] += lanes + wins - losses;
            a->pair[k * n + i] += lanes + losses - wins;
            all_ties += lanes - wins - losses;
        }
    return !all_ties;
}

uint64_t rapport__tied_share(uint32_t tied, uint32_t number, uint32_t offset)
{
    uint64_t turn = ((uint64_t)number + offset) % tied;
    return (turn + 1) * RAPPORT__SHARE / tied - turn * RAPPORT__SHARE / tied;
}

/* The whole first rank: sums of a block's weights are below 2^43, so doubles hold them. */
static void add_alone(rapport_acceptability *a, uint32_t place, uint32_t lane)
{
    uint32_t m = a->sampling->scaled.criteria;
    double *to = a->alone + (size_t)place * m;
    for (uint32_t c = 0; c < m; c++)
        to[c] += a->room.weight[(size_t)c * LANES + lane];
}

static void add_shared(rapport_acceptability *a, uint32_t place, uint32_t lane, uint64_t share)
{
    uint32_t m = a->sampling->scaled.criteria;
    uint64_t *to = a->shared + (size_t)place * m;
    for (uint32_t c = 0; c < m; c++)
        to[c] += share * (uint64_t)a->room.weight[(size_t)c * LANES + lane];
}

static void count_untied(rapport_acceptability *a, uint32_t lanes)
{
    uint32_t n = a->sampling->scaled.count;
    for (uint32_t i = 0; i < n; i++) {
        const int32_t *better = a->better + (size_t)i * LANES;
        uint64_t *rank = a->rank + (size_t)i * n;
        for (uint32_t l = 0; l < lanes; l++) {
            rank[better[l]] += RAPPORT__SHARE;
            if (!better[l])
                a->winner[l] = i;
        }
    }
    for (uint32_t l = 0; l < lanes; l++)
        add_alone(a, a->winner[l], l);
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
        add_shared(a, place, lane, rapport__tied_share(tied, number, 0));
}

void rapport__count_tile(rapport_acceptability *a, uint32_t lanes)
{
    if ((lanes == LANES && compare_roughly(a)) || compare_exactly(a, lanes)) {
        count_untied(a, lanes);
        return;
    }
    for (uint32_t i = 0; i < a->sampling->scaled.count; i++)
        for (uint32_t l = 0; l < lanes; l++)
            count_one(a, i, l);
}
