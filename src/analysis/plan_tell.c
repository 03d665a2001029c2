/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What a choice comes to: action by action, phase by phase, and why the others are not in it. */
#include "analysis/plan.h"
#include "base/float.h"
#include "base/struct.h"
#include "base/sum.h"

_Static_assert(sizeof(rapport_plan_summary) == 96, "rapport_plan_summary");
_Static_assert(sizeof(rapport_plan_step) == 48, "rapport_plan_step");
_Static_assert(sizeof(rapport_plan_rejection) == 24, "rapport_plan_rejection");
_Static_assert(sizeof(rapport_plan_phase) == 40, "rapport_plan_phase");

#define MOST_WORK 20000000u /* for the reasons of those that are not chosen */

/* Chosen actions phase by phase, what is needed first. */
static void list_steps(rapport_plan *plan, const rapport__search *search)
{
    const rapport__phases *phases = &search->phases;
    uint32_t count = 0, rounds = phases->count ? phases->count : 1;
    for (uint32_t p = 0; p < rounds; p++)
        for (uint32_t i = 0; i < search->moves.item_count; i++) {
            uint32_t item = phases->order[i];
            if (search->best[item] && (!phases->count || phases->chosen[item] == p))
                plan->steps[count++] = (rapport_plan_step){.action = item, .phase = phases->count ? p : RAPPORT_NONE};
        }
}

static void walk_steps(rapport_plan *plan, rapport__search *search, const uint32_t *idle)
{
    rapport__sum total = {0};
    double before = plan->summary.gated;
    for (uint32_t i = 0; i < plan->summary.chosen; i++) {
        rapport_plan_step *step = &plan->steps[i];
        rapport__trial_put(&search->now, step->action, true);
        rapport__trial_settle(&search->now);
        step->idle = idle[step->action];
        step->cost = plan->actions->actions[step->action].cost;
        step->score = search->now.score;
        step->gated = search->now.gated;
        step->gain = step->gated - before;
        before = step->gated;
        rapport__sum_add(&total, step->cost);
    }
    plan->summary.cost = rapport__sum_value(&total);
}

static void sum_phases(rapport_plan *plan)
{
    double score = plan->summary.score, gated = plan->summary.gated;
    uint32_t i = 0;
    for (uint32_t p = 0; p < plan->actions->phase_count; p++) {
        rapport_plan_phase *phase = &plan->phases[p];
        rapport__sum cost = {0};
        phase->capacity = plan->actions->phases[p].capacity;
        for (; i < plan->summary.chosen && plan->steps[i].phase == p; i++) {
            phase->actions++;
            rapport__sum_add(&cost, plan->steps[i].cost);
            score = plan->steps[i].score;
            gated = plan->steps[i].gated;
        }
        phase->cost = rapport__sum_value(&cost);
        phase->score = score;
        phase->gated = gated;
    }
}

static void look_at_end(rapport_plan *plan, rapport__search *search)
{
    rapport_plan_summary *summary = &plan->summary;
    rapport__trial *trial = &search->now;
    rapport__trial_settle(trial);
    rapport__compute_band(&trial->is);
    summary->score_after = trial->score;
    summary->gated_after = trial->gated;
    summary->band_after = trial->is.outcome.band;
    for (uint32_t i = 0; i < trial->is.model->content.gate_count; i++) {
        plan->gates[i] = trial->is.gates[i].state;
        summary->breached_after += plan->gates[i] == RAPPORT_GATE_BREACHED;
    }
    if (summary->optimal || summary->bound < summary->gated_after)
        summary->bound = summary->gated_after;
    summary->bound = summary->bound > 100 ? 100 : summary->bound;
}

/* Why an action, with all that it needs, is not to be had even if nothing else is done; 0 if it is. */
static int32_t find_reason_alone(rapport__search *search, const rapport__phases *phases, uint32_t item)
{
    double budget = search->budget;
    bool fits = rapport__search_include(search, item);
    if (!fits) { /* it is too dear, or what it needs rules itself out */
        search->budget = DBL_MAX;
        fits = rapport__search_include(search, item);
        search->budget = budget;
        rapport__search_undo(search, 0);
        return fits ? RAPPORT_REJECTED_BUDGET : RAPPORT_REJECTED_EXCLUDED;
    }
    for (uint32_t i = 0; phases->count && fits && i < search->trailed; i++) {
        uint32_t each = search->trail[i], phase = phases->only[each];
        bool somewhere = false;
        for (uint32_t p = 0; p < phases->count; p++)
            somewhere = somewhere || ((phase == RAPPORT_NONE || phase == p) && search->costs[each] <= phases->capacity[p]);
        fits = somewhere;
    }
    rapport__search_undo(search, 0);
    return fits ? 0 : RAPPORT_REJECTED_BUDGET;
}

static int32_t find_reason(rapport__search *search, uint32_t item, const rapport__worth *best)
{
    uint32_t mark = search->trailed;
    rapport__worth with;
    if (!rapport__search_include(search, item))
        return RAPPORT_REJECTED_EXCLUDED;
    with = rapport__search_value(search);
    rapport__search_undo(search, mark);
    return with.breaches < best->breaches || (with.breaches == best->breaches && rapport__compare(with.score, best->score) > 0)
               ? RAPPORT_REJECTED_OUTBID
               : RAPPORT_REJECTED_IDLE;
}

/* Looks at each by itself; costs are added as they come here: nothing is chosen any more. */
static void give_reasons(rapport_plan *plan, rapport__search *search, const uint32_t *idle)
{
    rapport__phases phases = search->phases;
    rapport__worth best;
    uint64_t limit;
    uint32_t count = 0;
    search->phases.count = 0;
    rapport__search_undo(search, 0);
    for (uint32_t i = 0; i < search->moves.item_count; i++)
        if (!search->best[i])
            plan->rejections[count++] = (rapport_plan_rejection){.action = i,
                                                                 .reason = find_reason_alone(search, &phases, i),
                                                                 .idle = idle[i],
                                                                 .cost = plan->actions->actions[i].cost};
    search->budget = DBL_MAX;
    rapport__search_restore(search);
    best = rapport__search_value(search);
    limit = search->work + search->now.work + MOST_WORK;
    for (uint32_t i = 0; i < count; i++)
        if (!plan->rejections[i].reason)
            plan->rejections[i].reason = search->work + search->now.work <= limit
                                             ? find_reason(search, plan->rejections[i].action, &best)
                                             : RAPPORT_REJECTED_UNEXAMINED;
    search->phases = phases;
}

rapport_status rapport__plan_tell(rapport_plan *plan, rapport__search *search, const uint32_t *idle)
{
    uint32_t items = search->moves.item_count;
    for (uint32_t i = 0; i < items; i++)
        plan->summary.chosen += search->best[i];
    plan->summary.rejected = items - plan->summary.chosen;
    plan->steps = rapport__arena_alloc(&plan->arena, plan->summary.chosen, sizeof *plan->steps);
    plan->rejections = rapport__arena_alloc(&plan->arena, plan->summary.rejected, sizeof *plan->rejections);
    plan->phases = rapport__arena_alloc(&plan->arena, plan->actions->phase_count, sizeof *plan->phases);
    plan->gates = rapport__arena_alloc(&plan->arena, plan->result->model->content.gate_count, sizeof *plan->gates);
    if (!plan->steps || !plan->rejections || !plan->phases || !plan->gates)
        return RAPPORT_NO_MEMORY;
    rapport__search_restore(search);
    if (search->phases.count)
        (void)rapport__phases_fit(search);
    list_steps(plan, search);
    rapport__search_undo(search, 0);
    walk_steps(plan, search, idle);
    sum_phases(plan);
    look_at_end(plan, search);
    for (uint32_t i = 0; i < items; i++)
        rapport__trial_put(&search->now, i, false);
    give_reasons(plan, search, idle);
    return RAPPORT_OK;
}

const rapport_actions *rapport_plan_actions(const rapport_plan *plan)
{
    return plan->actions;
}

const rapport_result *rapport_plan_result(const rapport_plan *plan)
{
    return plan->result;
}

rapport_status rapport_plan_get_summary(const rapport_plan *plan, rapport_plan_summary *out)
{
    return rapport__struct_out(out, &plan->summary, sizeof plan->summary);
}

rapport_status rapport_plan_get_step(const rapport_plan *plan, uint32_t index, rapport_plan_step *out)
{
    if (index >= plan->summary.chosen)
        return RAPPORT_BAD_ARGUMENT;
    return rapport__struct_out(out, &plan->steps[index], sizeof plan->steps[index]);
}

rapport_status rapport_plan_get_rejection(const rapport_plan *plan, uint32_t index, rapport_plan_rejection *out)
{
    if (index >= plan->summary.rejected)
        return RAPPORT_BAD_ARGUMENT;
    return rapport__struct_out(out, &plan->rejections[index], sizeof plan->rejections[index]);
}

rapport_status rapport_plan_get_phase(const rapport_plan *plan, uint32_t phase, rapport_plan_phase *out)
{
    if (phase >= plan->actions->phase_count)
        return RAPPORT_BAD_ARGUMENT;
    return rapport__struct_out(out, &plan->phases[phase], sizeof plan->phases[phase]);
}

rapport_status rapport_plan_get_gate(const rapport_plan *plan, uint32_t gate, int32_t *state)
{
    if (!state || gate >= plan->result->model->content.gate_count)
        return RAPPORT_BAD_ARGUMENT;
    *state = plan->gates[gate];
    return RAPPORT_OK;
}
