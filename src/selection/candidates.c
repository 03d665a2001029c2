/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Filling and reading the decision matrix. */
#include "selection/candidates.h"

#include <string.h>

#include "base/float.h"
#include "base/struct.h"
#include "base/utf8.h"

_Static_assert(sizeof(rapport_candidates_criterion) == 120, "the layout of rapport_candidates_criterion is part of the ABI");
_Static_assert(sizeof(rapport_candidates_value) == 24, "the layout of rapport_candidates_value is part of the ABI");

static const double largest = 1e100; /* squares of it still add up */

rapport_status rapport_candidates_create(const rapport_allocator *allocator, rapport_candidates **out, rapport_error *error)
{
    rapport_allocator mem;
    rapport_candidates *candidates;
    if (!out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out is NULL");
    *out = NULL;
    if (rapport__memory_init(&mem, allocator))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the allocator is incomplete");
    if (!(candidates = rapport__alloc(&mem, 1, sizeof *candidates)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    rapport__arena_init(&candidates->arena, &mem);
    *out = candidates;
    return RAPPORT_OK;
}

void rapport_candidates_destroy(rapport_candidates *candidates)
{
    rapport_allocator mem;
    if (!candidates)
        return;
    mem = candidates->arena.mem;
    rapport__index_clear(&candidates->criterion_index, &mem);
    rapport__index_clear(&candidates->index, &mem);
    rapport__free(&mem, candidates->criteria);
    rapport__free(&mem, candidates->criterion_ids);
    rapport__free(&mem, candidates->rows);
    rapport__free(&mem, candidates->low);
    rapport__free(&mem, candidates->high);
    rapport__free(&mem, candidates->kind);
    rapport__free(&mem, candidates->parameters);
    rapport__free(&mem, candidates->sources);
    rapport__arena_clear(&candidates->arena);
    rapport__free(&mem, candidates);
}

static rapport_status bad(rapport_error *error, const char *id, const char *key, const char *message)
{
    char path[sizeof error->path] = "/criteria";
    rapport__append_key(path, sizeof path, id);
    rapport__append(path, sizeof path, "/");
    rapport__append(path, sizeof path, key); /* of a part of a part: with its own slash */
    return FAIL(error, RAPPORT_BAD_VALUE, path, message);
}

static bool weight_valid(double weight)
{
    return weight == 0 || (weight >= 1e-12 && weight <= 1e12);
}

static bool within(double x, double least)
{
    return x >= least && x <= largest;
}

/* The parameters that a preference function uses; the others are not looked at. */
static rapport_status check_preference(const char *id, const rapport_candidates_criterion *c, rapport_error *error)
{
    int32_t kind = c->preference;
    bool has_q = kind == RAPPORT_PREFER_USHAPE || kind == RAPPORT_PREFER_LEVEL || kind == RAPPORT_PREFER_LINEAR;
    bool has_p = kind >= RAPPORT_PREFER_VSHAPE && kind <= RAPPORT_PREFER_LINEAR;
    if (kind < RAPPORT_PREFER_USUAL || kind > RAPPORT_PREFER_GAUSSIAN)
        return bad(error, id, "preference", "there is no such preference function");
    if (has_q && !within(c->preference_q, 0))
        return bad(error, id, "preference/q", "q must lie in 0..1e100");
    if (has_p && !(within(c->preference_p, 0) && c->preference_p > (has_q ? c->preference_q : 0)))
        return bad(error, id, "preference/p", "p must be above q and above 0, and at most 1e100");
    if (kind == RAPPORT_PREFER_GAUSSIAN && !within(c->preference_s, 1e-100))
        return bad(error, id, "preference/s", "s must lie in 1e-100..1e100");
    return RAPPORT_OK;
}

static rapport_status check_criterion(const char *id, const rapport_candidates_criterion *c, rapport_error *error)
{
    rapport_status status;
    if (c->has > 63)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "has names a part that there is not");
    if (!weight_valid(c->weight))
        return bad(error, id, "weight", "a weight must be 0 or lie in 1e-12..1e12");
    if (c->direction != RAPPORT_MAXIMIZE && c->direction != RAPPORT_MINIMIZE)
        return bad(error, id, "direction", "there is no such direction");
    if ((c->has & RAPPORT_HAS_PREFERENCE) && (status = check_preference(id, c, error)))
        return status;
    if (c->has & RAPPORT_HAS_THRESHOLDS) {
        if (!within(c->indifference, 0))
            return bad(error, id, "thresholds/q", "q must lie in 0..1e100");
        if (!within(c->strict, c->indifference))
            return bad(error, id, "thresholds/p", "p must be at least q, and at most 1e100");
    }
    if ((c->has & RAPPORT_HAS_VETO) && !within(c->veto, c->has & RAPPORT_HAS_THRESHOLDS ? c->strict : 0))
        return bad(error, id, "thresholds/v", "v must be at least p, and at most 1e100");
    if ((c->has & RAPPORT_HAS_BOUNDS) &&
        !(within(c->lowest, -largest) && within(c->highest, -largest) && c->lowest < c->highest))
        return bad(error, id, "bounds", "bounds must rise, within -1e100..1e100");
    if ((c->has & RAPPORT_HAS_IDEAL) && !within(c->ideal, -largest))
        return bad(error, id, "ideal", "the ideal must lie in -1e100..1e100");
    if ((c->has & RAPPORT_HAS_IDEAL) && (c->has & RAPPORT_HAS_BOUNDS) && (c->ideal < c->lowest || c->ideal > c->highest))
        return bad(error, id, "ideal", "the ideal must lie within the bounds");
    if ((c->has & RAPPORT_HAS_WEIGHT_BOUNDS) &&
        !(c->weight_lowest >= 0 && c->weight_highest <= 1 && c->weight_lowest <= c->weight_highest))
        return bad(error, id, "weight_bounds", "the ends of a normalised weight must not fall, within 0..1");
    return RAPPORT_OK;
}

/* Without what is not given, so that what is read back is plain. */
static void tidy(rapport_candidates_criterion *c)
{
    c->weight += 0.0; /* no -0 */
    if (!(c->has & RAPPORT_HAS_PREFERENCE)) {
        c->preference = 0;
        c->preference_q = c->preference_p = c->preference_s = 0;
    }
    if (!(c->has & RAPPORT_HAS_THRESHOLDS))
        c->indifference = c->strict = 0;
    if (!(c->has & RAPPORT_HAS_VETO))
        c->veto = 0;
    if (!(c->has & RAPPORT_HAS_BOUNDS))
        c->lowest = c->highest = 0;
    if (!(c->has & RAPPORT_HAS_IDEAL))
        c->ideal = 0;
    if (!(c->has & RAPPORT_HAS_WEIGHT_BOUNDS))
        c->weight_lowest = c->weight_highest = 0;
    c->reserved = 0;
}

static rapport_status bad_id(rapport_error *error, const char *path, const char *id)
{
    return FAIL(error, RAPPORT_BAD_VALUE, path, "\"", id, "\" is no id: 1 to 64 characters of a-z 0-9 . _ -, and not \"x\"");
}

rapport_status rapport_candidates_add_criterion(rapport_candidates *candidates, const char *id,
                                                const rapport_candidates_criterion *criterion, uint32_t *index,
                                                rapport_error *error)
{
    const rapport_allocator *mem = &candidates->arena.mem;
    uint32_t at = candidates->criterion_count;
    rapport_candidates_criterion added;
    rapport_status status;
    const char *copy;
    if (!id || !criterion || rapport__struct_in(&added, sizeof added, criterion))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the id or criterion is NULL, or its struct_size is none");
    if (candidates->count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/criteria", "criteria come before the first candidate");
    if (!rapport__id_valid(id))
        return bad_id(error, "/criteria", id);
    if ((status = check_criterion(id, &added, error)))
        return status;
    if (rapport__index_find(&candidates->criterion_index, id) != RAPPORT_NONE)
        return FAIL(error, RAPPORT_DUPLICATE, "/criteria", "there is a criterion \"", id, "\" already");
    if (at == RAPPORT_MAX_CRITERIA)
        return FAIL(error, RAPPORT_LIMIT, "/criteria", "there may be 4096 criteria at the most");
    tidy(&added);
    if (rapport__reserve(mem, &candidates->criteria, &candidates->criterion_capacity, at + 1, sizeof added) ||
        rapport__reserve(mem, &candidates->criterion_ids, &candidates->id_capacity, at + 1, sizeof copy) ||
        !(copy = rapport__arena_text(&candidates->arena, id, strlen(id))) ||
        rapport__index_add(&candidates->criterion_index, mem, copy, at))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    candidates->criteria[at] = added;
    candidates->criterion_ids[at] = copy;
    candidates->criterion_count = at + 1;
    if (index)
        *index = at;
    return RAPPORT_OK;
}

/* Room for rows of values, doubling; what is new is missing. */
static rapport_status reserve_values(rapport_candidates *candidates, uint32_t rows)
{
    const rapport_allocator *mem = &candidates->arena.mem;
    size_t width = (candidates->criterion_count ? candidates->criterion_count : 1);
    uint32_t low = candidates->value_capacity, high = low, kind = low;
    if (rapport__reserve(mem, &candidates->low, &low, rows, width * sizeof(double)) ||
        rapport__reserve(mem, &candidates->high, &high, rows, width * sizeof(double)) ||
        rapport__reserve(mem, &candidates->kind, &kind, rows, width))
        return RAPPORT_NO_MEMORY;
    candidates->value_capacity = low;
    return RAPPORT_OK;
}

static rapport_status reserve(rapport_candidates *candidates, uint32_t more, rapport_error *error)
{
    uint64_t rows = (uint64_t)candidates->count + more;
    if (rows > RAPPORT_MAX_CANDIDATES || rows * candidates->criterion_count > RAPPORT_MAX_VALUES)
        return FAIL(error, RAPPORT_LIMIT, "/candidates", "there may be 16777216 candidates and 268435456 values at the most");
    if (rapport__reserve(&candidates->arena.mem, &candidates->rows, &candidates->row_capacity, (uint32_t)rows,
                         sizeof *candidates->rows) ||
        reserve_values(candidates, (uint32_t)rows))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    return RAPPORT_OK;
}

rapport_status rapport_candidates_add_candidate(rapport_candidates *candidates, const char *id, uint32_t *index,
                                                rapport_error *error)
{
    uint32_t at = candidates->count;
    const char *copy = "";
    rapport_status status;
    if (id && !rapport__id_valid(id))
        return bad_id(error, "/candidates", id);
    if (id && rapport__index_find(&candidates->index, id) != RAPPORT_NONE)
        return FAIL(error, RAPPORT_DUPLICATE, "/candidates", "there is a candidate \"", id, "\" already");
    if ((status = reserve(candidates, 1, error)))
        return status;
    if (id && (!(copy = rapport__arena_text(&candidates->arena, id, strlen(id))) ||
               rapport__index_add(&candidates->index, &candidates->arena.mem, copy, at)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    candidates->rows[at] = (rapport__candidate){copy, NULL};
    candidates->count = at + 1;
    if (index)
        *index = at;
    return RAPPORT_OK;
}

static rapport_status bad_value(rapport_error *error, uint32_t candidate, uint32_t criterion, const char *message)
{
    char path[sizeof error->path] = "/candidates";
    rapport__append_index(path, sizeof path, candidate);
    rapport__append_key(path, sizeof path, "values");
    rapport__append_index(path, sizeof path, criterion);
    return FAIL(error, RAPPORT_BAD_VALUE, path, message);
}

rapport_status rapport_candidates_add_rows(rapport_candidates *candidates, uint32_t count, const double *values,
                                           const uint8_t *present, rapport_error *error)
{
    uint32_t width = candidates->criterion_count;
    rapport_status status;
    size_t at;
    if (!values && count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "values is NULL");
    if ((status = reserve(candidates, count, error)))
        return status;
    for (size_t i = 0; i < (size_t)count * width; i++)
        if ((!present || present[i]) && !(values[i] >= -largest && values[i] <= largest))
            return bad_value(error, candidates->count + (uint32_t)(i / width), (uint32_t)(i % width),
                             "a value must lie in -1e100..1e100");
    at = rapport__row_of(candidates, candidates->count);
    for (size_t i = 0; i < (size_t)count * width; i++, at++) {
        bool is_there = !present || present[i];
        candidates->low[at] = candidates->high[at] = is_there ? values[i] + 0.0 : 0;
        candidates->kind[at] = is_there ? RAPPORT_VALUE_NUMBER : RAPPORT_VALUE_MISSING;
    }
    for (uint32_t i = 0; i < count; i++)
        candidates->rows[candidates->count + i] = (rapport__candidate){"", NULL};
    candidates->count += count;
    return RAPPORT_OK;
}

rapport_status rapport_candidates_set_value(rapport_candidates *candidates, uint32_t candidate, uint32_t criterion, double low,
                                            double high, rapport_error *error)
{
    size_t at;
    if (candidate >= candidates->count || criterion >= candidates->criterion_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/candidates", "there is no such candidate or criterion");
    if (!within(low, -largest) || !within(high, -largest))
        return bad_value(error, candidate, criterion, "a value must lie in -1e100..1e100");
    if (low > high)
        return bad_value(error, candidate, criterion, "the lower end of an interval is above the upper one");
    at = rapport__row_of(candidates, candidate) + criterion;
    candidates->low[at] = low + 0.0;
    candidates->high[at] = high + 0.0;
    candidates->kind[at] = low < high ? RAPPORT_VALUE_INTERVAL : RAPPORT_VALUE_NUMBER;
    return RAPPORT_OK;
}

rapport_status rapport_candidates_set_weights(rapport_candidates *candidates, const double *weights, rapport_error *error)
{
    if (!weights)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "weights is NULL");
    for (uint32_t c = 0; c < candidates->criterion_count; c++)
        if (!weight_valid(weights[c]))
            return bad(error, candidates->criterion_ids[c], "weight", "a weight must be 0 or lie in 1e-12..1e12");
    for (uint32_t c = 0; c < candidates->criterion_count; c++)
        candidates->criteria[c].weight = weights[c] + 0.0;
    return RAPPORT_OK;
}

rapport_status rapport_candidates_set_excluded(rapport_candidates *candidates, uint32_t candidate, const char *reason,
                                               rapport_error *error)
{
    const char *copy = NULL;
    if (candidate >= candidates->count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/candidates", "there is no such candidate");
    if (reason && !rapport__utf8_valid(reason, strlen(reason), NULL))
        return FAIL(error, RAPPORT_BAD_VALUE, "/candidates", "the reason is not UTF-8");
    if (reason && !(copy = rapport__arena_text(&candidates->arena, reason, strlen(reason))))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    candidates->rows[candidate].excluded = copy;
    return RAPPORT_OK;
}
