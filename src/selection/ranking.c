/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* One run of one method, from the decision matrix to the ranking; and reading it. */
#include "selection/ranking.h"

#include <string.h>

_Static_assert(sizeof(void *) != 8 || sizeof(rapport_ranking_options) == 16,
               "the layout of rapport_ranking_options is part of the ABI");

enum { ALWAYS = 1u << RAPPORT_SCORE | 1u << RAPPORT_RANK, OPEN = 60 }; /* LOWEST_SCORE to WORST_RANK */

/* Room for the answer and to work in. */
static rapport_status reserve(rapport__contest *c)
{
    rapport_ranking *out = c->out;
    uint32_t gives = c->method->gives | ALWAYS | (c->high ? OPEN : 0), all = out->candidates->count;
    bool full = true;
    for (uint32_t what = 0; what < RAPPORT_RANKING_END; what++)
        if (gives & 1u << what)
            full = (out->values[what] = rapport__arena_alloc(&out->arena, all, sizeof(double))) && full;
    for (uint32_t k = 0; k < c->method->pair_tables; k++)
        full = (out->pairs[k] = rapport__arena_alloc(&out->arena, (size_t)c->rows * c->rows, sizeof(double))) && full;
    for (uint32_t k = 0; k < c->method->room; k++)
        full = (c->room[k] = rapport__arena_alloc(&c->scratch, c->rows, sizeof(double))) && full;
    for (uint32_t k = 0; k < c->method->index; k++)
        full = (c->index[k] = rapport__arena_alloc(&c->scratch, c->rows, sizeof(uint32_t))) && full;
    full = (c->keyed = rapport__arena_alloc(&c->scratch, c->rows, 2 * sizeof *c->keyed)) && full;
    if (c->high)
        full = (out->open_score = rapport__arena_alloc(&out->arena, all, sizeof *out->open_score)) && full;
    return full ? RAPPORT_OK : rapport__fail_plainly(c->error, RAPPORT_NO_MEMORY);
}

/* From the numbers of those that count to the numbers of all; nobody's place is behind his number. */
static void spread(rapport__contest *c)
{
    rapport_ranking *out = c->out;
    for (uint32_t what = 0; what < RAPPORT_RANKING_END; what++)
        for (uint32_t i = out->candidates->count; out->values[what] && i-- > 0;)
            out->values[what][i] = out->place[i] == RAPPORT_NONE ? 0 : out->values[what][out->place[i]] + 0.0;
    for (uint32_t i = out->candidates->count; out->open_score && i-- > 0;)
        out->open_score[i] = out->place[i] != RAPPORT_NONE && out->open_score[out->place[i]];
}

static rapport_status run(rapport__contest *c, const rapport_ranking_options *options)
{
    rapport_status status = rapport__contest_parameters(c, options);
    if (!status)
        status = rapport__contest_columns(c);
    if (!status)
        status = reserve(c);
    if (!status && c->rows)
        status = c->method->run(c);
    if (!status)
        status = rapport__contest_ranks(c);
    if (!status)
        spread(c);
    return status;
}

rapport_status rapport_ranking_compute(const rapport_candidates *candidates, int32_t method,
                                       const rapport_ranking_options *options, const rapport_allocator *allocator,
                                       rapport_ranking **out, rapport_error *error)
{
    rapport__contest c = {.method = rapport__method_of(method), .error = error};
    rapport_allocator mem;
    rapport_status status;
    if (!out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out is NULL");
    *out = NULL;
    if (!candidates || !c.method)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "there are no candidates, or there is no such method");
    if (rapport__memory_init(&mem, allocator))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the allocator is incomplete");
    if (!(c.out = rapport__alloc(&mem, 1, sizeof *c.out)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    rapport__arena_init(&c.out->arena, &mem);
    rapport__arena_init(&c.scratch, &mem);
    c.out->candidates = candidates;
    c.out->method = method;
    status = run(&c, options);
    rapport__arena_clear(&c.scratch);
    if (status)
        rapport_ranking_destroy(c.out);
    else
        *out = c.out;
    return status;
}

void rapport_ranking_destroy(rapport_ranking *ranking)
{
    rapport_allocator mem;
    if (!ranking)
        return;
    mem = ranking->arena.mem;
    rapport__arena_clear(&ranking->arena);
    rapport__free(&mem, ranking);
}

const rapport_candidates *rapport_ranking_candidates(const rapport_ranking *ranking)
{
    return ranking->candidates;
}

int32_t rapport_ranking_method(const rapport_ranking *ranking)
{
    return ranking->method;
}

static const rapport__parameter_rule *rule_of(const rapport_ranking *ranking, uint32_t parameter)
{
    const rapport__method *method = rapport__method_of(ranking->method);
    return parameter < rapport__method_parameters(method) ? &method->parameters[parameter] : NULL;
}

const char *rapport_ranking_text(const rapport_ranking *ranking, uint32_t parameter)
{
    const rapport__parameter_rule *rule = rule_of(ranking, parameter);
    return rule && rule->words ? rule->words[ranking->word[parameter]] : NULL;
}

double rapport_ranking_number(const rapport_ranking *ranking, uint32_t parameter)
{
    const rapport__parameter_rule *rule = rule_of(ranking, parameter);
    return rule && !rule->words ? ranking->number[parameter] : 0;
}

int32_t rapport_ranking_is_open(const rapport_ranking *ranking)
{
    return ranking->open;
}

const double *rapport_ranking_values(const rapport_ranking *ranking, int32_t what)
{
    return what >= 0 && what < RAPPORT_RANKING_END ? ranking->values[what] : NULL;
}

rapport_status rapport_ranking_get_value(const rapport_ranking *ranking, int32_t what, uint32_t candidate, double *value)
{
    if (what < 0 || what >= RAPPORT_RANKING_END || candidate >= ranking->candidates->count || !value)
        return RAPPORT_BAD_ARGUMENT;
    if (!ranking->values[what] || ranking->place[candidate] == RAPPORT_NONE ||
        (what == RAPPORT_SCORE && ranking->open_score && ranking->open_score[candidate]) ||
        (what == RAPPORT_RANK && ranking->values[what][candidate] == 0))
        return RAPPORT_UNDEFINED;
    *value = ranking->values[what][candidate];
    return RAPPORT_OK;
}

uint32_t rapport_ranking_get_order(const rapport_ranking *ranking, uint32_t *order, uint32_t capacity)
{
    for (uint32_t i = 0; i < ranking->count && i < capacity && order; i++)
        order[i] = ranking->order[i];
    return ranking->count;
}
