/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "selection/acceptability.h"

#include <math.h>

enum { LANES = RAPPORT__LANES };

static bool reserve(rapport_acceptability *a)
{
    const rapport_sampling *s = a->sampling;
    const rapport_allocator *mem = &s->mem;
    size_t n = s->scaled.count, weights = n * s->scaled.criteria;
    return (a->rank = rapport__alloc(mem, n * n, sizeof *a->rank)) && (a->pair = rapport__alloc(mem, n * n, sizeof *a->pair)) &&
           (a->alone = rapport__alloc(mem, weights, sizeof *a->alone)) &&
           (a->shared = rapport__alloc(mem, weights, sizeof *a->shared)) &&
           (a->total = rapport__alloc(mem, weights, sizeof *a->total)) &&
           (a->total_high = rapport__alloc(mem, weights, sizeof *a->total_high)) &&
           (a->score = rapport__alloc(mem, n * LANES, sizeof *a->score)) &&
           (a->key = rapport__alloc(mem, n * LANES, sizeof *a->key)) &&
           (a->rough = rapport__alloc(mem, n * n, sizeof *a->rough)) &&
           (a->better = rapport__alloc(mem, n * LANES, sizeof *a->better)) && !rapport__draws_init(&a->room, s);
}

rapport_status rapport_acceptability_create(const rapport_sampling *sampling, rapport_acceptability **out, rapport_error *error)
{
    rapport_acceptability *a;
    if (out)
        *out = NULL;
    if (!sampling || !out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "a sampling and out are needed");
    if (!(a = rapport__alloc(&sampling->mem, 1, sizeof *a)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    a->sampling = sampling;
    if (!reserve(a)) {
        rapport_acceptability_destroy(a);
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    }
    *out = a;
    return RAPPORT_OK;
}

void rapport_acceptability_destroy(rapport_acceptability *acceptability)
{
    const rapport_allocator *mem;
    if (!acceptability)
        return;
    mem = &acceptability->sampling->mem;
    rapport__free(mem, acceptability->rank);
    rapport__free(mem, acceptability->pair);
    rapport__free(mem, acceptability->alone);
    rapport__free(mem, acceptability->shared);
    rapport__free(mem, acceptability->key);
    rapport__free(mem, acceptability->rough);
    rapport__free(mem, acceptability->total);
    rapport__free(mem, acceptability->total_high);
    rapport__free(mem, acceptability->score);
    rapport__free(mem, acceptability->better);
    rapport__draws_clear(&acceptability->room, mem);
    rapport__free(mem, acceptability);
}

/* Adds to a number of two words. */
static void add_wide(uint64_t *high, uint64_t *low, uint64_t high_more, uint64_t low_more)
{
    *low += low_more;
    *high += high_more + (*low < low_more);
}

/* At most 4096 * 2^31 * 720720 < 2^63 in a block. */
static void keep_block(rapport_acceptability *a)
{
    size_t weights = (size_t)a->sampling->scaled.count * a->sampling->scaled.criteria;
    for (size_t i = 0; i < weights; i++) {
        add_wide(&a->total_high[i], &a->total[i], 0, (uint64_t)a->alone[i] * RAPPORT__SHARE + a->shared[i]);
        a->alone[i] = 0;
        a->shared[i] = 0;
    }
}

static void count_block(rapport_acceptability *a, int64_t block, int64_t draws)
{
    rapport__draws_begin(&a->room, a->sampling, block);
    for (int64_t done = 0; done < draws; done += LANES) {
        uint32_t lanes = draws - done < LANES ? (uint32_t)(draws - done) : LANES;
        rapport__draw_weights(a->sampling, &a->room, lanes);
        rapport__score_tile(a);
        rapport__count_tile(a, lanes);
    }
    keep_block(a);
    a->draws += draws;
}

rapport_status rapport_acceptability_compute(rapport_acceptability *acceptability, int64_t first, int64_t count,
                                             rapport_error *error)
{
    int64_t all = acceptability->sampling->draws, blocks = (all - 1) / RAPPORT_BLOCK_DRAWS + 1;
    if (first < 0 || count < 0)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the first block and the number of blocks must not be negative");
    for (int64_t block = first; block < blocks && block - first < count; block++) {
        int64_t left = all - block * RAPPORT_BLOCK_DRAWS;
        count_block(acceptability, block, left < RAPPORT_BLOCK_DRAWS ? left : RAPPORT_BLOCK_DRAWS);
    }
    return RAPPORT_OK;
}

rapport_status rapport_acceptability_add(rapport_acceptability *acceptability, const rapport_acceptability *other,
                                         rapport_error *error)
{
    rapport_acceptability *a = acceptability;
    const rapport__scaled *s = &a->sampling->scaled;
    if (!other || other->sampling != a->sampling)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the other counts must be over the same sampling");
    for (size_t i = 0; i < (size_t)s->count * s->count; i++) {
        a->rank[i] += other->rank[i];
        a->pair[i] += other->pair[i];
    }
    for (size_t i = 0; i < (size_t)s->count * s->criteria; i++)
        add_wide(&a->total_high[i], &a->total[i], other->total_high[i], other->total[i]);
    a->draws += other->draws;
    return RAPPORT_OK;
}

int64_t rapport_acceptability_draws(const rapport_acceptability *acceptability)
{
    return acceptability->draws;
}

/* The place of a candidate, if there is anything to tell of it. */
static rapport_status find_place(const rapport_acceptability *a, uint32_t candidate, uint32_t *place)
{
    if (candidate >= a->sampling->scaled.all)
        return RAPPORT_BAD_ARGUMENT;
    *place = a->sampling->scaled.place[candidate];
    return *place == RAPPORT_NONE || !a->draws ? RAPPORT_UNDEFINED : RAPPORT_OK;
}

static double share_of(const rapport_acceptability *a, uint32_t place, uint32_t rank)
{
    return (double)a->rank[(size_t)place * a->sampling->scaled.count + rank] / ((double)a->draws * RAPPORT__SHARE);
}

double rapport_acceptability_rank(const rapport_acceptability *acceptability, uint32_t candidate, uint32_t rank)
{
    uint32_t place;
    if (rank >= acceptability->sampling->scaled.count || find_place(acceptability, candidate, &place))
        return 0;
    return share_of(acceptability, place, rank);
}

rapport_status rapport_acceptability_get_ranks(const rapport_acceptability *acceptability, uint32_t candidate, double *out,
                                               uint32_t capacity, uint32_t *needed)
{
    uint32_t n = acceptability->sampling->scaled.count, place;
    rapport_status status = !out && capacity ? RAPPORT_BAD_ARGUMENT : find_place(acceptability, candidate, &place);
    if (status)
        return status;
    for (uint32_t i = 0; i < n && i < capacity; i++)
        out[i] = share_of(acceptability, place, i);
    if (needed)
        *needed = n;
    return RAPPORT_OK;
}

rapport_status rapport_acceptability_get_pair(const rapport_acceptability *acceptability, uint32_t candidate, uint32_t other,
                                              double *share)
{
    uint32_t n = acceptability->sampling->scaled.count, one, two;
    rapport_status status = share ? find_place(acceptability, candidate, &one) : RAPPORT_BAD_ARGUMENT;
    rapport_status second = share ? find_place(acceptability, other, &two) : RAPPORT_BAD_ARGUMENT;
    if (status == RAPPORT_BAD_ARGUMENT || second == RAPPORT_BAD_ARGUMENT)
        return RAPPORT_BAD_ARGUMENT;
    if (status || second)
        return RAPPORT_UNDEFINED;
    *share = one == two ? 0.5 : (double)acceptability->pair[(size_t)one * n + two] / (2 * (double)acceptability->draws);
    return RAPPORT_OK;
}

/* One central weight in units; there must be draws in which the candidate is first. */
static double central(const rapport_acceptability *a, uint32_t place, uint32_t criterion)
{
    size_t at = (size_t)place * a->sampling->scaled.criteria + criterion;
    double shares = (double)a->rank[(size_t)place * a->sampling->scaled.count];
    return ((double)a->total_high[at] * 18446744073709551616.0 + (double)a->total[at]) / shares;
}

bool rapport__central_weights(const rapport_acceptability *a, uint32_t place, double *out)
{
    if (!a->rank[(size_t)place * a->sampling->scaled.count])
        return false;
    for (uint32_t c = 0; c < a->sampling->scaled.criteria; c++)
        out[c] = central(a, place, c);
    return true;
}

rapport_status rapport_acceptability_get_central(const rapport_acceptability *acceptability, uint32_t candidate,
                                                 uint32_t criterion, double *weight)
{
    const rapport__scaled *s = &acceptability->sampling->scaled;
    uint32_t place;
    rapport_status status =
        criterion < s->criteria && weight ? find_place(acceptability, candidate, &place) : RAPPORT_BAD_ARGUMENT;
    if (status)
        return status;
    if (!acceptability->rank[(size_t)place * s->count])
        return RAPPORT_UNDEFINED;
    *weight = central(acceptability, place, criterion) / RAPPORT__WEIGHT_UNIT;
    return RAPPORT_OK;
}

double rapport_acceptability_error(const rapport_acceptability *acceptability, double share)
{
    if (!acceptability->draws || !(share >= 0 && share <= 1))
        return 0;
    return sqrt(share * (1 - share) / (double)acceptability->draws);
}
