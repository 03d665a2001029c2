/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The plan chain and the scenarios of an assessment. */
#include "analysis/measures.h"

typedef struct links {
    uint32_t *from, *to;
    uint32_t count;
} links;

/* The links of a table of 1 and 0; `held` has a bit for each row and for each column with a link. */
static links links_of(rapport_result *result, int32_t table, unsigned char *rows, unsigned char *columns)
{
    const rapport__table *in = &result->assessment->ledger->tables[table];
    size_t most = 0;
    links found = {NULL, NULL, 0};
    for (uint32_t i = 0; i < in->count; i++)
        most += in->rows[i].room;
    found.from = (uint32_t *)(void *)rapport__lend(result, most); /* two numbers in the room of one */
    found.to = found.from + most;
    for (uint32_t row = 0; row < in->count; row++)
        for (uint32_t column = 0; column < in->rows[row].room; column++)
            if (in->rows[row].there[column] && in->rows[row].values[column] > 0) {
                found.from[found.count] = row;
                found.to[found.count++] = column;
                rows[row] = columns[column] = 1;
            }
    return found;
}

static void name_missing(rapport_result *result, int32_t mention, const unsigned char *held, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!held[i])
            rapport__mention(result, mention, i);
}

static bool flag(const rapport_assessment *assessment, int32_t table, uint32_t item)
{
    return rapport__entry(assessment, table, 0, item, 0) > 0;
}

static void measure_chain(rapport_result *result)
{
    const rapport_assessment *assessment = result->assessment;
    unsigned char aimed[RAPPORT_MAX_LISTED] = {0}, served[RAPPORT_MAX_LISTED] = {0}, linked[RAPPORT_MAX_LISTED] = {0},
                  acted[RAPPORT_MAX_LISTED] = {0}, ready[RAPPORT_MAX_LISTED] = {0};
    rapport_plan_links plan = {.struct_size = sizeof plan,
                               .goals = rapport_ledger_count_items(assessment, RAPPORT_LIST_GOALS),
                               .strategies = rapport_ledger_count_items(assessment, RAPPORT_LIST_STRATEGIES),
                               .actions = rapport_ledger_count_items(assessment, RAPPORT_LIST_ACTIONS)};
    rapport_plan_chain found = {.struct_size = sizeof found};
    double *weights;
    int32_t *are_ready;
    links serves, carries;
    rapport__lend_all(result);
    weights = rapport__lend(result, plan.goals);
    are_ready = (int32_t *)(void *)rapport__lend(result, plan.actions);
    serves = links_of(result, RAPPORT_ENTRY_SERVES, aimed, served);
    carries = links_of(result, RAPPORT_ENTRY_CARRIES_OUT, linked, acted);
    for (uint32_t i = 0; i < plan.goals; i++)
        weights[i] = rapport__entry(assessment, RAPPORT_ENTRY_GOAL_WEIGHT, 0, i, 1);
    for (uint32_t i = 0; i < plan.actions; i++)
        are_ready[i] = ready[i] = flag(assessment, RAPPORT_ENTRY_OWNED, i) && flag(assessment, RAPPORT_ENTRY_DATED, i) &&
                                  flag(assessment, RAPPORT_ENTRY_MEASURED, i);
    plan.links = serves.count;
    plan.steps = carries.count;
    plan.goal_weights = weights;
    plan.link_strategy = serves.from;
    plan.link_goal = serves.to;
    plan.step_action = carries.from;
    plan.step_strategy = carries.to;
    plan.ready = are_ready;
    name_missing(result, RAPPORT_MENTION_DREAMS, served, plan.goals);
    name_missing(result, RAPPORT_MENTION_AIMLESS, aimed, plan.strategies);
    name_missing(result, RAPPORT_MENTION_IDLE, acted, plan.strategies);
    name_missing(result, RAPPORT_MENTION_ORPHANS, linked, plan.actions);
    name_missing(result, RAPPORT_MENTION_UNREADY, ready, plan.actions);
    if (rapport_plan_chain_compute(&plan, NULL, 0, NULL, 0, &found)) {
        rapport__miss(result, RAPPORT_MEASURE_SERVED, RAPPORT_MEASURE_ACTIONS_READY,
                      plan.goals ? RAPPORT_WHY_ZERO : RAPPORT_WHY_NOTHING);
        return;
    }
    rapport__give(result, RAPPORT_MEASURE_SERVED, found.served);
    rapport__give(result, RAPPORT_MEASURE_BACKED, found.backed);
    if (plan.strategies)
        rapport__give(result, RAPPORT_MEASURE_STRATEGIES_ACTED, found.strategies_acted);
    else
        rapport__miss(result, RAPPORT_MEASURE_STRATEGIES_ACTED, RAPPORT_MEASURE_STRATEGIES_ACTED, RAPPORT_WHY_NOTHING);
    if (plan.actions)
        rapport__give(result, RAPPORT_MEASURE_ACTIONS_READY, found.actions_ready);
    else
        rapport__miss(result, RAPPORT_MEASURE_ACTIONS_READY, RAPPORT_MEASURE_ACTIONS_READY, RAPPORT_WHY_NOTHING);
}

/* plans x scenarios; false if one is missing. */
static bool payoffs_of(const rapport_assessment *assessment, uint32_t plans, uint32_t scenarios, double *out)
{
    for (uint32_t p = 0; p < plans; p++)
        for (uint32_t s = 0; s < scenarios; s++)
            if (!rapport__find_entry(assessment, RAPPORT_ENTRY_PAYOFF, p, s, &out[(size_t)p * scenarios + s]))
                return false;
    return true;
}

static void measure_scenarios(rapport_result *result)
{
    const rapport_assessment *assessment = result->assessment;
    uint32_t plans = rapport_ledger_count_items(assessment, RAPPORT_LIST_PLANS);
    uint32_t scenarios = rapport_ledger_count_items(assessment, RAPPORT_LIST_SCENARIOS);
    double *payoffs, *probabilities, *numbers;
    rapport_scenarios found = {.struct_size = sizeof found};
    int32_t reason = plans && scenarios ? RAPPORT_WHY_INCOMPLETE : RAPPORT_WHY_NOTHING;
    rapport__lend_all(result);
    payoffs = rapport__lend(result, (size_t)plans * scenarios);
    probabilities = rapport__lend(result, scenarios);
    numbers = rapport__lend(result, 3 * (size_t)plans);
    for (uint32_t s = 0; s < scenarios; s++)
        probabilities[s] = rapport__entry(assessment, RAPPORT_ENTRY_PROBABILITY, 0, s, 1);
    if (plans && scenarios && payoffs_of(assessment, plans, scenarios, payoffs))
        reason = rapport_scenario_compute(payoffs, probabilities, plans, scenarios, numbers, numbers + plans,
                                          numbers + 2 * plans, &found)
                     ? RAPPORT_WHY_ZERO
                     : RAPPORT_WHY_NONE;
    if (reason) {
        rapport__miss(result, RAPPORT_MEASURE_PLAN_MEAN, RAPPORT_MEASURE_PLAN_REGRET, reason);
        return;
    }
    for (uint32_t p = 0; p < plans; p++) {
        rapport__give_to(result, RAPPORT_MEASURE_PLAN_MEAN, p, 0, numbers[p]);
        rapport__give_to(result, RAPPORT_MEASURE_PLAN_MINIMUM, p, 0, numbers[plans + p]);
        rapport__give_to(result, RAPPORT_MEASURE_PLAN_REGRET, p, 0, numbers[2 * plans + p]);
    }
    rapport__mention(result, RAPPORT_MENTION_HIGHEST_MEAN, found.highest_mean);
    rapport__mention(result, RAPPORT_MENTION_HIGHEST_MINIMUM, found.highest_minimum);
    rapport__mention(result, RAPPORT_MENTION_LEAST_REGRET, found.least_regret);
}

void rapport__measure_plans(rapport_result *result)
{
    if (rapport__has_section(result->assessment, RAPPORT_SECTION_PLAN_CHAIN))
        measure_chain(result);
    if (rapport__has_section(result->assessment, RAPPORT_SECTION_SCENARIOS))
        measure_scenarios(result);
}
