/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "analysis/actions.h"

#include <string.h>

#include "base/error.h"
#include "base/utf8.h"

#define MOST 1e300
#define LEAST 1e-6

static const rapport_allocator *memory_of(const rapport_actions *actions)
{
    return &actions->arena.mem;
}

rapport_status rapport_actions_create(const rapport_model *model, const rapport_allocator *allocator, rapport_actions **out)
{
    rapport_allocator mem;
    if (!out)
        return RAPPORT_BAD_ARGUMENT;
    *out = NULL;
    if (!model || rapport__memory_init(&mem, allocator))
        return RAPPORT_BAD_ARGUMENT;
    if (!(*out = rapport__alloc(&mem, 1, sizeof **out)))
        return RAPPORT_NO_MEMORY;
    rapport__arena_init(&(*out)->arena, &mem);
    (*out)->model = model;
    return RAPPORT_OK;
}

void rapport_actions_destroy(rapport_actions *actions)
{
    rapport_allocator mem;
    if (!actions)
        return;
    mem = *memory_of(actions);
    rapport__index_clear(&actions->index, &mem);
    rapport__free(&mem, actions->actions);
    rapport__free(&mem, actions->deeds);
    rapport__free(&mem, actions->needs);
    rapport__free(&mem, actions->rivals);
    rapport__arena_clear(&actions->arena);
    rapport__free(&mem, actions);
}

static rapport_status check_id(const char *id, rapport_error *error)
{
    if (id && rapport__id_valid(id))
        return RAPPORT_OK;
    return FAIL(error, RAPPORT_BAD_VALUE, "/id", "an id is 1 to 64 characters of a-z 0-9 . _ - and not \"x\"");
}

rapport_status rapport_actions_add_phase(rapport_actions *actions, const char *id, double capacity, uint32_t *phase,
                                         rapport_error *error)
{
    const char *copy;
    rapport_status status = check_id(id, error);
    if (status)
        return status;
    if (!(capacity >= 0 && capacity <= MOST))
        return FAIL(error, RAPPORT_BAD_VALUE, "/capacity", "a capacity must be 0 to 1e300");
    for (uint32_t i = 0; i < actions->phase_count; i++)
        if (!strcmp(actions->phases[i].id, id))
            return FAIL(error, RAPPORT_DUPLICATE, "/id", "the phase \"", id, "\" is there already");
    if (actions->phase_count == RAPPORT_MAX_PHASES)
        return FAIL(error, RAPPORT_LIMIT, "", "there may be at most 64 phases");
    if (!(copy = rapport__arena_text(&actions->arena, id, strlen(id))))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    if (phase)
        *phase = actions->phase_count;
    actions->phases[actions->phase_count++] = (rapport__phase){copy, capacity + 0.0};
    return RAPPORT_OK;
}

static rapport_status check_action(const rapport_actions *actions, const char *id, const char *title, double cost,
                                   uint32_t phase, rapport_error *error)
{
    rapport_status status = check_id(id, error);
    if (status)
        return status;
    if (title && !rapport__utf8_valid(title, strlen(title), NULL))
        return FAIL(error, RAPPORT_BAD_VALUE, "/title", "the title is not valid UTF-8");
    if (!(cost >= 0 && cost <= MOST) || (cost > 0 && cost < LEAST))
        return FAIL(error, RAPPORT_BAD_VALUE, "/cost", "a cost must be 0 or 1e-6 to 1e300");
    if (phase != RAPPORT_NONE && phase >= actions->phase_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/phase", "there is no such phase");
    if (rapport_actions_find(actions, id) != RAPPORT_NONE)
        return FAIL(error, RAPPORT_DUPLICATE, "/id", "the action \"", id, "\" is there already");
    if (actions->count == RAPPORT_MAX_ACTIONS)
        return FAIL(error, RAPPORT_LIMIT, "", "there may be at most 65536 actions");
    return RAPPORT_OK;
}

rapport_status rapport_actions_add(rapport_actions *actions, const char *id, const char *title, double cost, uint32_t phase,
                                   uint32_t *action, rapport_error *error)
{
    const rapport_allocator *mem = memory_of(actions);
    rapport__action added = {.cost = cost + 0.0, .phase = phase};
    rapport_status status = check_action(actions, id, title, cost, phase, error);
    if (status)
        return status;
    added.id = rapport__arena_text(&actions->arena, id, strlen(id));
    added.title = title ? rapport__arena_text(&actions->arena, title, strlen(title)) : added.id;
    if (!added.id || !added.title ||
        rapport__reserve(mem, &actions->actions, &actions->capacity, actions->count + 1, sizeof *actions->actions) ||
        rapport__index_add(&actions->index, mem, added.id, actions->count))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    if (action)
        *action = actions->count;
    actions->actions[actions->count++] = added;
    return RAPPORT_OK;
}

/* Levels are counted from the best one down where a scale is reversed; what a level means is its points. */
static rapport_status check_amount(const rapport__scale *scale, int32_t kind, double *amount, rapport_error *error)
{
    double most = kind == RAPPORT_EFFECT_TO_LEVEL ? scale->step_count : 100;
    if (kind == RAPPORT_EFFECT_TO_LEVEL && scale->kind != RAPPORT_LEVELS)
        return FAIL(error, RAPPORT_BAD_VALUE, "/to_level", "only a criterion on levels can be raised to a level");
    if (!(*amount > 0 && *amount <= most))
        return FAIL(error, RAPPORT_BAD_VALUE, "",
                    kind == RAPPORT_EFFECT_TO_LEVEL ? "the scale has no such level"
                                                    : "an effect must be above 0 and at most 100");
    if (kind != RAPPORT_EFFECT_POINTS && *amount != (double)(uint32_t)*amount)
        return FAIL(error, RAPPORT_BAD_VALUE, "", "levels must be whole numbers");
    if (kind == RAPPORT_EFFECT_TO_LEVEL)
        *amount = scale->steps[(uint32_t)*amount - 1].points;
    return RAPPORT_OK;
}

rapport_status rapport_actions_add_effect(rapport_actions *actions, uint32_t action, uint32_t node, uint32_t party,
                                          int32_t kind, double amount, rapport_error *error)
{
    const rapport__content *content = &actions->model->content;
    rapport_status status;
    if (action >= actions->count || node >= content->node_count || kind < RAPPORT_EFFECT_POINTS ||
        kind > RAPPORT_EFFECT_TO_LEVEL || (party != RAPPORT_NONE && party >= RAPPORT_MAX_PARTIES))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "there is no such action, node, party or kind of effect");
    if (content->nodes[node].kind != RAPPORT_CRITERION)
        return FAIL(error, RAPPORT_BAD_VALUE, "", "an effect is on a criterion, not on a group");
    if ((status = check_amount(&content->scales[content->nodes[node].scale], kind, &amount, error)))
        return status;
    if (actions->deed_count == RAPPORT_MAX_ACTION_LINKS)
        return FAIL(error, RAPPORT_LIMIT, "", "there may be at most 262144 effects");
    if (rapport__reserve(memory_of(actions), &actions->deeds, &actions->deed_capacity, actions->deed_count + 1,
                         sizeof *actions->deeds))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    actions->deeds[actions->deed_count++] = (rapport__deed){action, node, party, kind, amount};
    return RAPPORT_OK;
}

static rapport_status add_link(rapport_actions *actions, rapport__link **links, uint32_t *capacity, uint32_t *count,
                               rapport__link link, rapport_error *error)
{
    if (link.action >= actions->count || link.other >= actions->count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "there is no such action");
    if (link.action == link.other)
        return FAIL(error, RAPPORT_BAD_VALUE, "", "an action neither requires nor excludes itself");
    if (actions->need_count + actions->rival_count == RAPPORT_MAX_ACTION_LINKS)
        return FAIL(error, RAPPORT_LIMIT, "", "there may be at most 262144 requirements and exclusions");
    if (rapport__reserve(memory_of(actions), links, capacity, *count + 1, sizeof **links))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    (*links)[(*count)++] = link;
    return RAPPORT_OK;
}

rapport_status rapport_actions_add_requirement(rapport_actions *actions, uint32_t action, uint32_t other, rapport_error *error)
{
    return add_link(actions, &actions->needs, &actions->need_capacity, &actions->need_count, (rapport__link){action, other},
                    error);
}

rapport_status rapport_actions_add_exclusion(rapport_actions *actions, uint32_t action, uint32_t other, rapport_error *error)
{
    return add_link(actions, &actions->rivals, &actions->rival_capacity, &actions->rival_count, (rapport__link){action, other},
                    error);
}

rapport_status rapport_actions_set_budget(rapport_actions *actions, double budget, rapport_error *error)
{
    if (!(budget >= 0 && budget <= MOST))
        return FAIL(error, RAPPORT_BAD_VALUE, "/budget", "a budget must be 0 to 1e300");
    actions->budget = budget + 0.0;
    actions->has_budget = true;
    return RAPPORT_OK;
}

rapport_status rapport_actions_get_budget(const rapport_actions *actions, double *budget)
{
    if (!budget)
        return RAPPORT_BAD_ARGUMENT;
    if (!actions->has_budget)
        return RAPPORT_UNDEFINED;
    *budget = actions->budget;
    return RAPPORT_OK;
}

uint32_t rapport_actions_count(const rapport_actions *actions)
{
    return actions->count;
}

uint32_t rapport_actions_count_phases(const rapport_actions *actions)
{
    return actions->phase_count;
}

uint32_t rapport_actions_find(const rapport_actions *actions, const char *id)
{
    return id ? rapport__index_find(&actions->index, id) : RAPPORT_NONE;
}

const char *rapport_actions_id(const rapport_actions *actions, uint32_t action)
{
    return action < actions->count ? actions->actions[action].id : NULL;
}

const char *rapport_actions_title(const rapport_actions *actions, uint32_t action)
{
    return action < actions->count ? actions->actions[action].title : NULL;
}

const char *rapport_actions_phase_id(const rapport_actions *actions, uint32_t phase)
{
    return phase < actions->phase_count ? actions->phases[phase].id : NULL;
}
