/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* From the goals of a vision over strategies to actions: what is served, backed, a dream, an orphan. */
#include <string.h>

#include "analysis/shares.h"
#include "base/struct.h"
#include "base/sum.h"
#include "rapport/strategy.h"

typedef struct set { /* of goals, strategies or actions */
    uint64_t words[RAPPORT_MAX_PLAN / 64];
} set;

static void put(set *in, uint32_t i)
{
    in->words[i / 64] |= UINT64_C(1) << (i % 64);
}

static bool has(const set *in, uint32_t i)
{
    return in->words[i / 64] >> (i % 64) & 1;
}

static bool lacks(const void *in, uint32_t i)
{
    return !has(in, i);
}

typedef struct chain {
    set served, backed; /* goals with a strategy; with one that has an action that is ready */
    set aimed;          /* strategies with a goal */
    set acted, carried; /* strategies with an action; with one that is ready */
    set linked;         /* actions with a strategy */
} chain;

/* Whether every link has two ends that are there. */
static rapport_status check_links(const uint32_t *from, uint32_t from_count, const uint32_t *to, uint32_t to_count,
                                  uint32_t count)
{
    if (count && !(from && to))
        return RAPPORT_BAD_ARGUMENT;
    for (uint32_t i = 0; i < count; i++)
        if (from[i] >= from_count || to[i] >= to_count)
            return RAPPORT_BAD_ARGUMENT;
    return RAPPORT_OK;
}

static rapport_status check(const rapport_plan_links *plan, double *total)
{
    rapport_status status = rapport__check_count(plan->goals, 1, RAPPORT_MAX_PLAN);
    if (!status)
        status = rapport__check_count(plan->strategies, 0, RAPPORT_MAX_PLAN);
    if (!status)
        status = rapport__check_count(plan->actions, 0, RAPPORT_MAX_PLAN);
    if (!status)
        status = check_links(plan->link_strategy, plan->strategies, plan->link_goal, plan->goals, plan->links);
    if (!status)
        status = check_links(plan->step_action, plan->actions, plan->step_strategy, plan->strategies, plan->steps);
    if (!status && plan->actions && !plan->ready)
        status = RAPPORT_BAD_ARGUMENT;
    return status ? status : rapport__total(plan->goal_weights, plan->goals, total);
}

/* Steps first: whether a goal is backed depends on what its strategies have. */
static void follow(const rapport_plan_links *plan, chain *found)
{
    memset(found, 0, sizeof *found);
    for (uint32_t i = 0; i < plan->steps; i++) {
        put(&found->linked, plan->step_action[i]);
        put(&found->acted, plan->step_strategy[i]);
        if (plan->ready[plan->step_action[i]])
            put(&found->carried, plan->step_strategy[i]);
    }
    for (uint32_t i = 0; i < plan->links; i++) {
        put(&found->aimed, plan->link_strategy[i]);
        put(&found->served, plan->link_goal[i]);
        if (has(&found->carried, plan->link_strategy[i]))
            put(&found->backed, plan->link_goal[i]);
    }
}

static double weight_of(const rapport_plan_links *plan, const set *goals, double total)
{
    rapport__sum sum = {0};
    double share;
    for (uint32_t g = 0; g < plan->goals; g++)
        if (has(goals, g))
            rapport__sum_add(&sum, plan->goal_weights ? plan->goal_weights[g] : 1);
    share = rapport__sum_value(&sum) / total;
    return share > 1 ? 1 : share;
}

static uint32_t missing(const set *in, uint32_t count)
{
    return rapport__list(lacks, in, count, NULL, 0);
}

rapport_status rapport_plan_chain_compute(const rapport_plan_links *given, uint32_t *dreams, uint32_t dream_capacity,
                                          uint32_t *orphans, uint32_t orphan_capacity, rapport_plan_chain *out)
{
    rapport_plan_links plan;
    rapport_plan_chain result = {.dreams = 0};
    chain found;
    double total;
    rapport_status status = given ? rapport__struct_in(&plan, sizeof plan, given) : RAPPORT_BAD_ARGUMENT;
    if (!status && ((dream_capacity && !dreams) || (orphan_capacity && !orphans)))
        status = RAPPORT_BAD_ARGUMENT;
    if (!status)
        status = check(&plan, &total);
    if (status)
        return status;
    follow(&plan, &found);
    result.dreams = missing(&found.served, plan.goals);
    result.orphans = missing(&found.linked, plan.actions);
    result.aimless = missing(&found.aimed, plan.strategies);
    result.idle = missing(&found.acted, plan.strategies);
    for (uint32_t a = 0; a < plan.actions; a++)
        result.unready += !plan.ready[a];
    result.served = weight_of(&plan, &found.served, total);
    result.backed = weight_of(&plan, &found.backed, total);
    if (plan.strategies)
        result.strategies_acted = (double)(plan.strategies - result.idle) / plan.strategies;
    if (plan.actions)
        result.actions_ready = (double)(plan.actions - result.unready) / plan.actions;
    status = rapport__struct_out(out, &result, sizeof result);
    if (!status) {
        (void)rapport__list(lacks, &found.served, plan.goals, dreams, dream_capacity);
        (void)rapport__list(lacks, &found.linked, plan.actions, orphans, orphan_capacity);
    }
    return status;
}
