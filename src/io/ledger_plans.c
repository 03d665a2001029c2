/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The sections of the plan chain, the coalition, scenarios and decisions. */
#include "io/ledger_read.h"

#include "base/error.h"

enum { ID, TITLE, OWN }; /* what every item of a list may have */

static const rapport__column weight_of_goal = {RAPPORT_ENTRY_GOAL_WEIGHT, 0, 1e300};

static void read_goal(rapport__assessment_reading *a, const rapport__json_value *at, uint32_t goal, void *context)
{
    (void)context;
    rapport__read_title(a, at[TITLE], RAPPORT_LIST_GOALS, goal);
    rapport__read_entry(a, at[OWN], weight_of_goal, goal, 0);
}

static void read_strategy(rapport__assessment_reading *a, const rapport__json_value *at, uint32_t strategy, void *goals)
{
    rapport__read_title(a, at[TITLE], RAPPORT_LIST_STRATEGIES, strategy);
    rapport__read_links(a, at[OWN], goals, "goal", RAPPORT_ENTRY_SERVES, strategy);
}

enum { STRATEGY = OWN, OWNER, DUE, MEASURE, ACTION_KEYS };

/* A text that is there makes a flag. */
static void read_said(rapport__assessment_reading *a, rapport__json_value value, int32_t table, uint32_t action)
{
    const char *text;
    if (rapport__read_text(a->r, value, 1, 1000, &text))
        rapport__put_entry(a, value, table, action, 0, 0, 1);
}

static void read_action(rapport__assessment_reading *a, const rapport__json_value *at, uint32_t action, void *strategies)
{
    const char *day;
    rapport__read_title(a, at[TITLE], RAPPORT_LIST_ACTIONS, action);
    rapport__read_links(a, at[STRATEGY], strategies, "strategy", RAPPORT_ENTRY_CARRIES_OUT, action);
    read_said(a, at[OWNER], RAPPORT_ENTRY_OWNED, action);
    if (rapport__read_date(a->r, at[DUE], &day))
        rapport__put_entry(a, at[DUE], RAPPORT_ENTRY_DATED, action, 0, 0, 1);
    read_said(a, at[MEASURE], RAPPORT_ENTRY_MEASURED, action);
}

void rapport__read_plan_chain(rapport__assessment_reading *a, rapport__json_value value)
{
    static const char *const keys[] = {"vision", "strategies", "actions"}, *const goal_keys[] = {"id", "title", "weight"},
                             *const strategy_keys[] = {"id", "title", "serves"},
                             *const action_keys[ACTION_KEYS] = {"id", "title", "strategy", "owner", "due", "measure"};
    rapport__json_value at[3];
    rapport__names goals = {0}, strategies = {0}, actions = {0};
    const rapport__listing listings[] = {{RAPPORT_LIST_GOALS, goal_keys, 3, 1, read_goal, NULL},
                                         {RAPPORT_LIST_STRATEGIES, strategy_keys, 3, 1, read_strategy, &goals},
                                         {RAPPORT_LIST_ACTIONS, action_keys, ACTION_KEYS, 1, read_action, &strategies}};
    if (value == RAPPORT_NONE || !MEMBERS(a->r, value, keys, 0, at))
        return;
    rapport__open_section(a, value, RAPPORT_SECTION_PLAN_CHAIN);
    rapport__read_listing(a, at[0], &listings[0], &goals);
    rapport__read_listing(a, at[1], &listings[1], &strategies);
    rapport__read_listing(a, at[2], &listings[2], &actions);
    rapport__names_free(&goals, &a->r->mem);
    rapport__names_free(&strategies, &a->r->mem);
    rapport__names_free(&actions, &a->r->mem);
}

/* A role of a party. The role is one of the list, which all parties share; of a party's own it may stand once. */
static void read_role(rapport__assessment_reading *a, rapport__json_value value, uint32_t party, rapport__names *own)
{
    enum { ROLE_ID, COMMITTED, WEIGHT, PERSON, ROLE_KEYS };
    static const char *const keys[ROLE_KEYS] = {"id", "committed", "weight", "person"};
    rapport__json_value at[ROLE_KEYS];
    uint32_t role = RAPPORT_NONE;
    double weight = 1;
    const char *id, *person;
    if (!MEMBERS(a->r, value, keys, WEIGHT, at))
        return;
    if (rapport__read_id(a->r, at[ROLE_ID], &id) && rapport__names_add(a->r, own, at[ROLE_ID], (rapport__name){id, value, 0})) {
        role = rapport_ledger_find_item(a->assessment, RAPPORT_LIST_ROLES, id);
        if (role == RAPPORT_NONE)
            rapport__built(a->r, at[ROLE_ID],
                           rapport_ledger_add_item(a->assessment, RAPPORT_LIST_ROLES, id, &role, &a->r->told));
    }
    rapport__read_number(a->r, at[WEIGHT], 0, 1e300, &weight);
    rapport__put_entry(a, value, RAPPORT_ENTRY_ROLE_WEIGHT, party, role, 0, weight);
    rapport__read_flag(a, at[COMMITTED], RAPPORT_ENTRY_ROLE_HELD, party, role);
    rapport__read_text(a->r, at[PERSON], 1, 1000, &person);
}

static void read_roles(rapport__assessment_reading *a, rapport__json_value array, uint32_t party, const void *context)
{
    rapport__names own = {0};
    (void)context;
    if (!rapport__is_type(a->r, array, RAPPORT__JSON_ARRAY))
        return;
    for (rapport__json_value role = rapport__json_first(a->r->doc, array); role != RAPPORT_NONE && !a->r->out_of_memory;
         role = rapport__json_next(a->r->doc, role))
        read_role(a, role, party, &own);
    rapport__names_free(&own, &a->r->mem);
}

void rapport__read_coalition(rapport__assessment_reading *a, rapport__json_value value)
{
    static const char *const keys[] = {"roles", "agreement"};
    rapport__json_value at[2];
    if (value == RAPPORT_NONE || !MEMBERS(a->r, value, keys, 1, at))
        return;
    rapport__open_section(a, value, RAPPORT_SECTION_COALITION);
    rapport__each_party(a, at[0], read_roles, NULL);
    rapport__read_entry(a, at[1], (rapport__column){RAPPORT_ENTRY_COALITION_AGREEMENT, -1e300, 1}, 0, 0);
}

static void read_scenario(rapport__assessment_reading *a, const rapport__json_value *at, uint32_t scenario, void *context)
{
    (void)context;
    rapport__read_title(a, at[TITLE], RAPPORT_LIST_SCENARIOS, scenario);
    rapport__read_entry(a, at[OWN], (rapport__column){RAPPORT_ENTRY_PROBABILITY, 0, 1e300}, scenario, 0);
}

static void read_plan(rapport__assessment_reading *a, const rapport__json_value *at, uint32_t plan, void *scenarios)
{
    rapport__json_value payoffs = at[1];
    rapport__read_title(a, at[2], RAPPORT_LIST_PLANS, plan);
    if (!rapport__is_type(a->r, payoffs, RAPPORT__JSON_OBJECT))
        return;
    for (rapport__json_value member = rapport__json_first(a->r->doc, payoffs); member != RAPPORT_NONE;
         member = rapport__json_next(a->r->doc, member)) {
        const rapport__name *scenario;
        if (rapport__read_extra(a->r, member))
            continue;
        scenario = rapport__names_find(scenarios, rapport__json_key(a->r->doc, member, NULL));
        if (!scenario)
            rapport__report_unknown(a->r, scenarios, member, true, "scenario");
        rapport__read_entry(a, member, (rapport__column){RAPPORT_ENTRY_PAYOFF, -1e300, 1e300}, plan,
                            scenario ? scenario->number : RAPPORT_NONE);
    }
}

void rapport__read_scenarios(rapport__assessment_reading *a, rapport__json_value value)
{
    static const char *const keys[] = {"scenarios", "plans"}, *const scenario_keys[] = {"id", "title", "probability"},
                             *const plan_keys[] = {"id", "payoffs", "title"};
    rapport__json_value at[2];
    rapport__names scenarios = {0}, plans = {0};
    const rapport__listing futures = {RAPPORT_LIST_SCENARIOS, scenario_keys, 3, 1, read_scenario, NULL};
    const rapport__listing choices = {RAPPORT_LIST_PLANS, plan_keys, 3, 2, read_plan, &scenarios};
    if (value == RAPPORT_NONE || !MEMBERS(a->r, value, keys, 2, at))
        return;
    rapport__open_section(a, value, RAPPORT_SECTION_SCENARIOS);
    rapport__read_listing(a, at[0], &futures, &scenarios);
    rapport__read_listing(a, at[1], &choices, &plans);
    rapport__names_free(&scenarios, &a->r->mem);
    rapport__names_free(&plans, &a->r->mem);
}

enum { TAKEN = 1, DECISION_DUE, REVERSED, DECISION_TITLE, DECISION_KEYS };

static void read_decision(rapport__assessment_reading *a, const rapport__json_value *at, uint32_t decision, void *context)
{
    (void)context;
    rapport__read_entry(a, at[TAKEN], (rapport__column){RAPPORT_ENTRY_TAKEN, 0, 1e300}, decision, 0);
    rapport__read_entry(a, at[DECISION_DUE], (rapport__column){RAPPORT_ENTRY_DUE, 0, 1e300}, decision, 0);
    rapport__read_flag(a, at[REVERSED], RAPPORT_ENTRY_REVERSED, decision, 0);
    rapport__read_title(a, at[DECISION_TITLE], RAPPORT_LIST_DECISIONS, decision);
}

void rapport__read_decisions(rapport__assessment_reading *a, rapport__json_value value)
{
    static const char *const keys[DECISION_KEYS] = {"id", "taken", "due", "reversed", "title"};
    static const rapport__listing listing = {RAPPORT_LIST_DECISIONS, keys, DECISION_KEYS, DECISION_DUE, read_decision, NULL};
    rapport__names decisions = {0};
    rapport__open_section(a, value, RAPPORT_SECTION_DECISIONS);
    rapport__read_listing(a, value, &listing, &decisions);
    rapport__names_free(&decisions, &a->r->mem);
}
