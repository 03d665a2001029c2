/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* A comparison of rounds: what may be compared, and the order of the steps. */
#include "analysis/comparison.h"

#include <string.h>

#include "base/struct.h"

_Static_assert(sizeof(rapport_comparison_options) == 104 + 2 * sizeof(char *), "rapport_comparison_options");

/* Fills in a default and checks the range. */
static bool choose(double *option, double least, double most, double otherwise)
{
    if (*option == 0)
        *option = otherwise;
    return *option >= least && *option <= most;
}

static rapport_status read_options(const rapport_comparison_options *given, rapport_comparison_options *o, rapport_error *error)
{
    if (rapport__struct_in(o, sizeof *o, given))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the options have a wrong struct_size or come from a later version");
    if ((o->fade != RAPPORT_LINEAR_FADE && o->fade != RAPPORT_HALF_LIFE) ||
        (o->limits != RAPPORT_VARYING_LIMITS && o->limits != RAPPORT_ASYMPTOTIC_LIMITS))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "there is no such fade, or no such limits");
    if (!o->baseline)
        o->baseline = 3;
    if (o->sigma == 0)
        o->mean = 0;
    if (!choose(&o->span, 0.01, 1e6, o->fade == RAPPORT_LINEAR_FADE ? 12 : 4) || !(o->mean >= 0 && o->mean <= 100) ||
        !(o->sigma == 0 || (o->sigma >= 1e-6 && o->sigma <= 100)) || !choose(&o->lambda, 1e-6, 1, 0.3) ||
        !choose(&o->width, 1e-6, 100, 2.7) || !choose(&o->slack, 1e-6, 100, 0.5) || !choose(&o->interval, 1e-6, 1e6, 4) ||
        !choose(&o->minimum_common, 1e-6, 1, 0.5) || !choose(&o->widening, 1e-6, 100, 12.5) ||
        !choose(&o->coverage_fall, 1e-6, 1, 0.05) || !choose(&o->share_drift, 1e-6, 1, 0.05) || o->baseline < 2 ||
        o->baseline > RAPPORT_MAX_ROUNDS)
        return FAIL(error, RAPPORT_BAD_VALUE, "/options", "an option is out of range");
    return RAPPORT_OK;
}

/* RAPPORT_BAD_VALUE or RAPPORT_UNDEFINED at /rounds/N; `parts` as for rapport__fail(). */
static rapport_status refuse(rapport_error *error, rapport_status status, uint32_t round, const char *const *parts)
{
    char path[64] = "/rounds";
    rapport__append_index(path, sizeof path, round);
    return rapport__fail(error, status, path, parts);
}

#define REFUSE_AT(error, status, round, ...) refuse((error), (status), (round), (const char *const[]){__VA_ARGS__, NULL})

/* Takes the rounds over; finds the newest active one and the one before it. */
static rapport_status take_rounds(rapport_comparison *c, const rapport_assessment *const *rounds, int32_t *cause,
                                  rapport_error *error)
{
    c->newest = c->previous = RAPPORT_NONE;
    for (uint32_t i = 0; i < c->round_count; i++) {
        if (!rounds[i])
            return REFUSE_AT(error, RAPPORT_BAD_ARGUMENT, i, "the round is NULL");
        c->rounds[i].assessment = rounds[i];
        if (i && strcmp(rounds[i]->date, rounds[i - 1]->date) < 0) {
            *cause = RAPPORT_WRONG_ORDER;
            return REFUSE_AT(error, RAPPORT_BAD_VALUE, i, "rounds go from the oldest to the newest, but ", rounds[i]->date,
                             " comes after ", rounds[i - 1]->date);
        }
        if (rounds[i]->inactive)
            continue;
        if (!rounds[i]->party_count)
            return REFUSE_AT(error, RAPPORT_BAD_ARGUMENT, i, "an assessment needs at least one party");
        c->previous = c->newest;
        c->newest = i;
    }
    if (c->previous == RAPPORT_NONE) {
        *cause = RAPPORT_TOO_FEW_ROUNDS;
        return FAIL(error, RAPPORT_UNDEFINED, "/rounds", "it takes two rounds that are not inactive");
    }
    c->model = rounds[c->newest]->model;
    return RAPPORT_OK;
}

static rapport_status add_party(rapport_comparison *c, const char *id)
{
    const rapport_allocator *mem = rapport__comparison_memory(c);
    if (rapport__index_find(&c->party_index, id) != RAPPORT_NONE)
        return RAPPORT_OK;
    if (rapport__reserve(mem, &c->party_ids, &c->party_capacity, c->party_count + 1, sizeof *c->party_ids) ||
        rapport__index_add(&c->party_index, mem, id, c->party_count))
        return RAPPORT_NO_MEMORY;
    c->party_ids[c->party_count++] = id;
    return RAPPORT_OK;
}

/* The newest round's parties, then the others'; every round has at least one of the newest's. */
static rapport_status take_parties(rapport_comparison *c, int32_t *cause, rapport_error *error)
{
    uint32_t current = c->rounds[c->newest].assessment->party_count;
    for (uint32_t i = 0; i <= c->newest; i++) {
        const rapport_assessment *round = c->rounds[i ? i - 1 : c->newest].assessment;
        bool shared = false;
        for (uint32_t p = 0; p < round->party_count && !round->inactive; p++) {
            if (add_party(c, round->parties[p].id))
                return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
            shared = shared || rapport__index_find(&c->party_index, round->parties[p].id) < current;
        }
        if (!shared && !round->inactive) {
            *cause = RAPPORT_NO_COMMON_PARTY;
            return REFUSE_AT(error, RAPPORT_UNDEFINED, i - 1, "the round has no party of the newest one");
        }
    }
    return RAPPORT_OK;
}

static rapport_status find_node(const rapport_comparison *c, const char *id, uint32_t *out, rapport_error *error)
{
    *out = rapport_model_find(c->model, id);
    if (*out == RAPPORT_NONE)
        return FAIL(error, RAPPORT_NOT_FOUND, "/options", "the newest model has no group or criterion \"", id, "\"");
    return RAPPORT_OK;
}

static rapport_status watch(rapport_comparison *c, rapport_error *error)
{
    rapport_status status = RAPPORT_OK;
    c->watched[0] = RAPPORT_ROOT;
    c->watched[1] = rapport_model_find(c->model, "trust");
    c->watched[2] = RAPPORT_NONE;
    if (c->wanted.trust)
        status = find_node(c, c->wanted.trust, &c->watched[1], error);
    if (!status && c->wanted.node)
        status = find_node(c, c->wanted.node, &c->watched[2], error);
    c->wanted.trust = c->wanted.node = NULL; /* the caller's */
    return status;
}

static rapport_status score_all(rapport_comparison *c, rapport_error *error)
{
    rapport_result *own = NULL;
    rapport_status status = RAPPORT_OK;
    if (c->basis == RAPPORT_RESCORED && rapport_result_create(rapport__comparison_memory(c), &own))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    for (uint32_t i = 0; i <= c->newest && !status; i++)
        if (rapport__is_active(c, i))
            status = rapport__score_round(c, i, own, error);
    rapport_result_destroy(own);
    return status;
}

static rapport_status compare(rapport_comparison *c, const rapport_assessment *const *rounds, int32_t *cause,
                              rapport_error *error)
{
    rapport_status status;
    c->rounds = rapport__arena_alloc(&c->arena, c->round_count, sizeof *c->rounds);
    if (!c->rounds)
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    if ((status = take_rounds(c, rounds, cause, error)) || (status = take_parties(c, cause, error)) ||
        (status = watch(c, error)) || (status = rapport__find_common(c, cause, error)) || (status = score_all(c, error)))
        return status;
    if (rapport__find_trends(c) || rapport__find_warnings(c))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    return RAPPORT_OK;
}

rapport_status rapport_comparison_create(const rapport_assessment *const *rounds, uint32_t count,
                                         const rapport_comparison_options *options, const rapport_allocator *allocator,
                                         int32_t *cause, rapport_comparison **out, rapport_error *error)
{
    rapport_allocator mem;
    rapport_comparison_options wanted;
    rapport_comparison *c;
    rapport_status status;
    int32_t why = RAPPORT_COMPARABLE;
    if (cause)
        *cause = why;
    if (!out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out is NULL");
    *out = NULL;
    if ((!rounds && count) || rapport__memory_init(&mem, allocator))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the rounds are NULL or the allocator is incomplete");
    if ((status = read_options(options, &wanted, error)))
        return status;
    if (count > RAPPORT_MAX_ROUNDS)
        return FAIL(error, RAPPORT_LIMIT, "/rounds", "a comparison has at most 240 rounds");
    if (!(c = rapport__alloc(&mem, 1, sizeof *c)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    rapport__arena_init(&c->arena, &mem);
    c->wanted = wanted;
    c->round_count = count;
    status = compare(c, rounds, &why, error);
    if (cause)
        *cause = why;
    if (status)
        rapport_comparison_destroy(c);
    else
        *out = c;
    return status;
}

void rapport_comparison_destroy(rapport_comparison *comparison)
{
    rapport_allocator mem;
    if (!comparison)
        return;
    mem = *rapport__comparison_memory(comparison);
    for (uint32_t i = 0; comparison->rounds && i < comparison->round_count; i++) {
        rapport_result_destroy(comparison->rounds[i].result);
        rapport_assessment_destroy(comparison->rounds[i].again);
    }
    rapport__index_clear(&comparison->party_index, &mem);
    rapport__free(&mem, comparison->party_ids);
    rapport__free(&mem, comparison->left_out);
    rapport__free(&mem, comparison->warnings);
    rapport__arena_clear(&comparison->arena);
    rapport__free(&mem, comparison);
}
