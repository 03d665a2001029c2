/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include <math.h>
#include <string.h>

#include "selection/acceptability.h"

enum { LANES = RAPPORT__LANES };

struct rapport_confidence {
    const rapport_sampling *sampling;
    int64_t draws;
    double *weight;     /* central weights of each place in units, whole numbers */
    unsigned char *has; /* whether a place has any */
    uint64_t *first;    /* per place: shares of the first rank */
    double *score;      /* of each, lane by lane */
};

static bool reserve(rapport_confidence *f)
{
    const rapport_allocator *mem = &f->sampling->mem;
    size_t n = f->sampling->scaled.count, m = f->sampling->scaled.criteria;
    return (f->weight = rapport__alloc(mem, n * m, sizeof *f->weight)) && (f->has = rapport__alloc(mem, n, 1)) &&
           (f->first = rapport__alloc(mem, n, sizeof *f->first)) &&
           (f->score = rapport__alloc(mem, n * LANES, sizeof *f->score));
}

/* Central weights as whole units: what rounding leaves goes to the heaviest. */
static void take_weights(rapport_confidence *f, const rapport_acceptability *a)
{
    uint32_t m = f->sampling->scaled.criteria;
    for (uint32_t i = 0; i < f->sampling->scaled.count; i++) {
        double *weight = f->weight + (size_t)i * m, rest = RAPPORT__WEIGHT_UNIT;
        uint32_t heaviest = 0;
        f->has[i] = rapport__central_weights(a, i, weight);
        for (uint32_t c = 0; f->has[i] && c < m; c++) {
            weight[c] = (double)(int64_t)(weight[c] + 0.5);
            rest -= weight[c];
            heaviest = weight[c] > weight[heaviest] ? c : heaviest;
        }
        if (f->has[i])
            weight[heaviest] += rest;
    }
}

rapport_status rapport_confidence_create(const rapport_acceptability *acceptability, rapport_confidence **out,
                                         rapport_error *error)
{
    rapport_confidence *f;
    if (out)
        *out = NULL;
    if (!acceptability || !out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "an acceptability and out are needed");
    if (!(f = rapport__alloc(&acceptability->sampling->mem, 1, sizeof *f)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    f->sampling = acceptability->sampling;
    if (!reserve(f)) {
        rapport_confidence_destroy(f);
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    }
    take_weights(f, acceptability);
    *out = f;
    return RAPPORT_OK;
}

void rapport_confidence_destroy(rapport_confidence *confidence)
{
    const rapport_allocator *mem;
    if (!confidence)
        return;
    mem = &confidence->sampling->mem;
    rapport__free(mem, confidence->weight);
    rapport__free(mem, confidence->has);
    rapport__free(mem, confidence->first);
    rapport__free(mem, confidence->score);
    rapport__free(mem, confidence);
}

static int64_t draws_in_all(const rapport_confidence *f)
{
    return f->sampling->cell_count ? f->sampling->draws : 1;
}

int64_t rapport_confidence_blocks(const rapport_confidence *confidence)
{
    return (draws_in_all(confidence) - 1) / RAPPORT_BLOCK_DRAWS + 1;
}

/* Scores of all with one candidate's central weights; everybody's tile has the same values, from the same place in the stream.
 */
static void score_tile(rapport_confidence *f, const double *weight, rapport__random random)
{
    const rapport_sampling *s = f->sampling;
    uint32_t m = s->scaled.criteria;
    double value[LANES];
    for (uint32_t k = 0; k < s->scaled.count; k++) {
        double sum = 0;
        for (uint32_t c = 0; c < m; c++)
            sum += weight[c] * s->value[(size_t)k * m + c];
        for (int l = 0; l < LANES; l++)
            f->score[(size_t)k * LANES + (size_t)l] = sum;
    }
    for (size_t i = 0; i < s->cell_count; i++) {
        double *score = f->score + (size_t)s->cells[i].place * LANES;
        rapport__draw_value(&s->cells[i], &random, value);
        for (int l = 0; l < LANES; l++)
            score[l] += weight[s->cells[i].criterion] * value[l];
    }
}

/* What a place has of the first rank in a lane. */
static uint64_t share_of_first(const rapport_confidence *f, uint32_t place, uint32_t lane)
{
    double own = f->score[(size_t)place * LANES + lane];
    uint32_t tied = 0, number = 0;
    for (uint32_t k = 0; k < f->sampling->scaled.count; k++) {
        double score = f->score[(size_t)k * LANES + lane];
        if (score > own)
            return 0;
        if (!(score < own)) {
            number += k < place;
            tied++;
        }
    }
    return rapport__tied_share(tied, number, 0);
}

static void count_block(rapport_confidence *f, int64_t block, int64_t draws)
{
    uint64_t seed = (uint64_t)f->sampling->seed;
    uint32_t words = (uint32_t)f->sampling->cell_count * (LANES / 4); /* counters that a tile uses up */
    for (uint32_t i = 0; i < f->sampling->scaled.count; i++) {
        rapport__random random;
        if (!f->has[i])
            continue;
        rapport__random_init(&random, seed, (uint64_t)block, RAPPORT__PART_CONFIDENCE);
        for (int64_t done = 0; done < draws; done += LANES, random.at += words) {
            uint32_t lanes = draws - done < LANES ? (uint32_t)(draws - done) : LANES;
            score_tile(f, f->weight + (size_t)i * f->sampling->scaled.criteria, random);
            for (uint32_t l = 0; l < lanes; l++)
                f->first[i] += share_of_first(f, i, l);
        }
    }
    f->draws += draws;
}

rapport_status rapport_confidence_compute(rapport_confidence *confidence, int64_t first, int64_t count, rapport_error *error)
{
    int64_t all = draws_in_all(confidence), blocks = rapport_confidence_blocks(confidence);
    if (first < 0 || count < 0)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the first block and the number of blocks must not be negative");
    for (int64_t block = first; block < blocks && block - first < count; block++) {
        int64_t left = all - block * RAPPORT_BLOCK_DRAWS;
        count_block(confidence, block, left < RAPPORT_BLOCK_DRAWS ? left : RAPPORT_BLOCK_DRAWS);
    }
    return RAPPORT_OK;
}

rapport_status rapport_confidence_add(rapport_confidence *confidence, const rapport_confidence *other, rapport_error *error)
{
    rapport_confidence *f = confidence;
    size_t n = f->sampling->scaled.count, m = f->sampling->scaled.criteria;
    if (!other || other->sampling != f->sampling || memcmp(f->weight, other->weight, n * m * sizeof *f->weight) != 0)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the other counts must be from the same central weights");
    for (size_t i = 0; i < n; i++)
        f->first[i] += other->first[i];
    f->draws += other->draws;
    return RAPPORT_OK;
}

rapport_status rapport_confidence_get(const rapport_confidence *confidence, uint32_t candidate, double *factor,
                                      double *standard_error)
{
    const rapport__scaled *s = &confidence->sampling->scaled;
    double found;
    if (candidate >= s->all || !factor)
        return RAPPORT_BAD_ARGUMENT;
    if (s->place[candidate] == RAPPORT_NONE || !confidence->has[s->place[candidate]] || !confidence->draws)
        return RAPPORT_UNDEFINED;
    found = (double)confidence->first[s->place[candidate]] / ((double)confidence->draws * RAPPORT__SHARE);
    *factor = found;
    if (standard_error)
        *standard_error = confidence->sampling->cell_count ? sqrt(found * (1 - found) / (double)confidence->draws) : 0;
    return RAPPORT_OK;
}
