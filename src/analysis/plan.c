/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* A plan: what may be asked, how a choice is judged, and the order of the steps. */
#include "analysis/plan.h"

#include "base/error.h"
#include "base/struct.h"

_Static_assert(sizeof(rapport_plan_options) == 32, "rapport_plan_options");

#define WORK_LIMIT 50000000u

/* Fails before caps before flags; a model has fewer than 2^20 gates. */
#define FAILS (UINT64_C(1) << 40)
#define CAPS (UINT64_C(1) << 20)

static void judge(rapport__search *search, rapport__trial *trial, bool high, rapport__worth *value)
{
    const rapport__content *content = &trial->is.model->content;
    (void)high;
    value->score = trial->gated;
    value->breaches = 0;
    for (uint32_t i = 0; search->breaches_first && i < content->gate_count; i++)
        if (trial->is.gates[i].state == RAPPORT_GATE_BREACHED)
            value->breaches += content->gates[i].is.effect == RAPPORT_FAIL  ? FAILS
                               : content->gates[i].is.effect == RAPPORT_CAP ? CAPS
                                                                            : 1;
}

static rapport_status refuse_circle(const rapport_actions *actions, rapport_error *error)
{
    uint32_t members[6], count;
    char words[200] = "";
    rapport_status status = rapport_actions_find_circle(actions, members, 6, &count);
    if (status || !count)
        return status ? rapport__fail_plainly(error, status) : RAPPORT_OK;
    for (uint32_t i = 0; i < count && i < 6; i++) {
        rapport__append(words, sizeof words, i ? " > " : "");
        rapport__append(words, sizeof words, actions->actions[members[i]].id);
    }
    rapport__append(words, sizeof words, count > 6 ? " > ... > " : " > ");
    rapport__append(words, sizeof words, actions->actions[members[0]].id);
    return FAIL(error, RAPPORT_BAD_VALUE, "", "actions require each other in a circle: ", words);
}

static rapport_status check(const rapport_result *result, const rapport_actions *actions, rapport_error *error)
{
    const rapport__cell *root;
    if (!result || !actions || !result->assessment)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "a computed result and actions are needed");
    if (actions->model != result->model)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the actions were made for another model");
    for (uint32_t i = 0; i < actions->deed_count; i++)
        if (actions->deeds[i].party != RAPPORT_NONE && actions->deeds[i].party >= result->party_count)
            return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "an effect names a party that is not there");
    root = &rapport__joint(result)[RAPPORT_ROOT];
    if (!result->outcome.has_score || root->withheld)
        return FAIL(error, RAPPORT_UNDEFINED, "", "there is no joint score that a plan could lift");
    return refuse_circle(actions, error);
}

static rapport_status read_options(const rapport_plan_options *given, const rapport_actions *actions,
                                   rapport_plan_summary *summary, uint64_t *limit, rapport_error *error)
{
    rapport_plan_options options;
    if (rapport__struct_in(&options, sizeof options, given))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the options have a wrong struct_size or come from a later version");
    if ((options.has_budget != 0 && options.has_budget != 1) || (options.gates_first != 0 && options.gates_first != 1) ||
        options.reserved || !(options.budget >= 0 && options.budget <= 1e300) || (!options.has_budget && options.budget > 0))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/budget", "a budget must be 0 to 1e300; flags must be 0 or 1");
    summary->has_budget = options.has_budget || actions->has_budget;
    summary->budget = options.has_budget ? options.budget + 0.0 : actions->budget;
    summary->gates_first = options.gates_first;
    *limit = options.work_limit ? options.work_limit : WORK_LIMIT;
    return RAPPORT_OK;
}

static void look_at_start(rapport_plan *plan)
{
    const rapport_outcome *outcome = &plan->result->outcome;
    plan->summary.score = outcome->score;
    plan->summary.gated = outcome->gated;
    plan->summary.band = outcome->band;
    for (uint32_t i = 0; i < plan->result->model->content.gate_count; i++)
        plan->summary.breached += plan->result->gates[i].state == RAPPORT_GATE_BREACHED;
}

static rapport_status run(rapport__plan_job *j, uint64_t limit)
{
    rapport__search *search = &j->search;
    rapport_status status;
    search->limit = limit;
    search->breaches_first = j->plan->summary.gates_first;
    search->judge = judge;
    look_at_start(j->plan);
    if ((status = rapport__plan_prepare(j)) || (status = rapport__plan_choose(j)))
        return status;
    return rapport__plan_tell(j->plan, search, j->idle);
}

rapport_status rapport_plan_compute(const rapport_result *result, const rapport_actions *actions,
                                    const rapport_plan_options *options, const rapport_allocator *allocator, rapport_plan **out,
                                    rapport_error *error)
{
    rapport_plan_summary summary = {0};
    rapport_allocator mem;
    rapport_status status;
    uint64_t limit = 0;
    rapport__plan_job *j;
    if (!out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out is NULL");
    *out = NULL;
    if (rapport__memory_init(&mem, allocator))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the allocator is incomplete");
    if ((status = check(result, actions, error)) || (status = read_options(options, actions, &summary, &limit, error)))
        return status;
    j = rapport__alloc(&mem, 1, sizeof *j);
    if (!j || !(j->plan = rapport__alloc(&mem, 1, sizeof *j->plan))) {
        rapport__free(&mem, j);
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    }
    rapport__arena_init(&j->arena, &mem);
    rapport__arena_init(&j->plan->arena, &mem);
    j->plan->result = result;
    j->plan->actions = actions;
    j->plan->summary = summary;
    status = run(j, limit);
    rapport__arena_clear(&j->arena);
    if (status)
        rapport_plan_destroy(j->plan);
    else
        *out = j->plan;
    rapport__free(&mem, j);
    return status ? rapport__fail_plainly(error, status) : RAPPORT_OK;
}

void rapport_plan_destroy(rapport_plan *plan)
{
    rapport_allocator mem;
    if (!plan)
        return;
    mem = plan->arena.mem;
    rapport__arena_clear(&plan->arena);
    rapport__free(&mem, plan);
}
