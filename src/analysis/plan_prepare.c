/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What the search for a plan needs: moves, costs in whole numbers where that can be, and what needs or excludes what. */
#include "analysis/plan.h"

#include "analysis/whole.h"
#include "base/float.h"

/* Effects by action, whatever the order in which they were added. */
static uint32_t *sort_deeds(const rapport_actions *actions, rapport__arena *arena)
{
    uint32_t *first = rapport__arena_alloc(arena, (size_t)actions->count + 1, sizeof *first);
    uint32_t *order = rapport__arena_alloc(arena, actions->deed_count, sizeof *order);
    if (!first || !order)
        return NULL;
    for (uint32_t i = 0; i < actions->deed_count; i++)
        first[actions->deeds[i].action + 1]++;
    for (uint32_t i = 0; i < actions->count; i++)
        first[i + 1] += first[i];
    for (uint32_t i = 0; i < actions->deed_count; i++)
        order[first[actions->deeds[i].action]++] = i;
    return order;
}

static rapport_status make_moves(rapport__plan_job *j)
{
    const rapport_actions *actions = j->plan->actions;
    rapport__moves *moves = &j->search.moves;
    uint32_t *order = sort_deeds(actions, &j->arena);
    size_t pushes = 0;
    if (!order || rapport__moves_init(moves, j->plan->result, &j->arena, actions->count))
        return RAPPORT_NO_MEMORY;
    for (uint32_t i = 0; i < actions->deed_count; i++)
        pushes += rapport__moves_count(moves, actions->deeds[i].node, actions->deeds[i].party);
    if (rapport__moves_reserve(moves, pushes))
        return RAPPORT_NO_MEMORY;
    for (uint32_t i = 0; i < actions->deed_count; i++) {
        const rapport__deed *deed = &actions->deeds[order[i]];
        if (!rapport__moves_add(moves, deed->action, deed->node, deed->party, deed->kind, deed->amount))
            j->idle[deed->action]++;
    }
    rapport__moves_finish(moves);
    return RAPPORT_OK;
}

/* Costs, budget and capacities, in whole numbers if that can be. */
static rapport_status make_costs(rapport__plan_job *j)
{
    const rapport_actions *actions = j->plan->actions;
    rapport__search *search = &j->search;
    double *given = rapport__arena_alloc(&j->arena, actions->count, sizeof *given), factor, all = 0;
    double *whole = rapport__arena_alloc(&j->arena, actions->count, sizeof *whole);
    double *capacity = rapport__arena_alloc(&j->arena, RAPPORT_MAX_PHASES, sizeof *capacity);
    if (!given || !whole || !capacity)
        return RAPPORT_NO_MEMORY;
    for (uint32_t i = 0; i < actions->count; i++)
        given[i] = actions->actions[i].cost;
    factor = rapport__make_whole(given, actions->count, whole);
    search->whole = factor > 0;
    search->costs = whole;
    search->budget = !j->plan->summary.has_budget ? DBL_MAX
                     : search->whole              ? rapport__whole_limit(j->plan->summary.budget, factor)
                                                  : j->plan->summary.budget;
    for (uint32_t i = 0; i < actions->phase_count; i++) {
        capacity[i] = search->whole ? rapport__whole_limit(actions->phases[i].capacity, factor) : actions->phases[i].capacity;
        all += capacity[i];
    }
    if (actions->phase_count && search->whole && all < search->budget)
        search->budget = all; /* sums of whole numbers are exact; of others they are not, and must not bind */
    search->phases.count = actions->phase_count;
    search->phases.capacity = capacity;
    return RAPPORT_OK;
}

static rapport_status make_links(rapport__plan_job *j)
{
    const rapport_actions *actions = j->plan->actions;
    rapport__search *search = &j->search;
    uint32_t *only = rapport__arena_alloc(&j->arena, actions->count, sizeof *only);
    uint32_t *room = rapport__arena_alloc(&j->arena, 7 * (size_t)actions->count + 1, sizeof *room);
    size_t n = actions->count;
    if (!only || !room ||
        rapport__lists_make(&search->needs, actions->needs, actions->need_count, actions->count, RAPPORT__FORTH, &j->arena) ||
        rapport__lists_make(&search->needed_by, actions->needs, actions->need_count, actions->count, RAPPORT__BACK,
                            &j->arena) ||
        rapport__lists_make(&search->rivals, actions->rivals, actions->rival_count, actions->count,
                            RAPPORT__FORTH | RAPPORT__BACK, &j->arena) ||
        !(search->phases.room = rapport__arena_alloc(&j->arena, RAPPORT_MAX_PHASES, sizeof *search->phases.room)))
        return RAPPORT_NO_MEMORY;
    for (uint32_t i = 0; i < actions->count; i++)
        only[i] = actions->actions[i].phase;
    search->phases.only = only;
    search->phases.order = room;
    search->phases.chosen = room + n;
    search->phases.list = room + 2 * n;
    (void)rapport__lists_order(&search->needs, actions->count, search->phases.order, search->phases.list, room + 3 * n,
                               room + 5 * n);
    return RAPPORT_OK;
}

rapport_status rapport__plan_prepare(rapport__plan_job *j)
{
    j->idle = rapport__arena_alloc(&j->arena, j->plan->actions->count, sizeof *j->idle);
    if (!j->idle || make_moves(j) || make_costs(j) || make_links(j))
        return RAPPORT_NO_MEMORY;
    return RAPPORT_OK;
}
