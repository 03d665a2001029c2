/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The document rapport-plan/1. */
#include "report/plan.h"

#include "report/words.h"

static void put_state(rapport__json_out *out, const rapport__subject *s, const char *key, double score, double gated,
                      uint32_t band, uint32_t breached)
{
    rapport__json_put_key(out, key);
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__json_number_member(out, "score", true, score);
    rapport__json_number_member(out, "gated", true, gated);
    rapport__json_text_member(out, "band", band == RAPPORT_NONE ? NULL : rapport__subject_id(s, RAPPORT_OF_BAND, band));
    rapport__json_integer_member(out, "breached", true, breached);
    rapport__json_end(out);
}

static const char *phase_of(const rapport_plan *plan, uint32_t phase)
{
    return phase == RAPPORT_NONE ? NULL : rapport_actions_phase_id(rapport_plan_actions(plan), phase);
}

static void put_steps(rapport__json_out *out, const rapport_plan *plan)
{
    rapport_plan_step step = {.struct_size = sizeof step};
    rapport__json_put_key(out, "actions");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; !rapport_plan_get_step(plan, i, &step); i++) {
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_text_member(out, "id", rapport_actions_id(rapport_plan_actions(plan), step.action));
        rapport__json_text_member(out, "phase", phase_of(plan, step.phase));
        rapport__json_number_member(out, "cost", true, step.cost);
        rapport__json_number_member(out, "gain", true, step.gain);
        rapport__json_number_member(out, "score", true, step.score);
        rapport__json_number_member(out, "gated", true, step.gated);
        rapport__json_integer_member(out, "idle_effects", true, step.idle);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

static void put_rejections(rapport__json_out *out, const rapport_plan *plan)
{
    rapport_plan_rejection rejection = {.struct_size = sizeof rejection};
    rapport__json_put_key(out, "rejected");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; !rapport_plan_get_rejection(plan, i, &rejection); i++) {
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_text_member(out, "id", rapport_actions_id(rapport_plan_actions(plan), rejection.action));
        rapport__json_number_member(out, "cost", true, rejection.cost);
        rapport__json_text_member(out, "reason", rapport__word_of_rejection(rejection.reason));
        rapport__json_integer_member(out, "idle_effects", true, rejection.idle);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

static void put_phases(rapport__json_out *out, const rapport_plan *plan)
{
    rapport_plan_phase phase = {.struct_size = sizeof phase};
    rapport__json_put_key(out, "phases");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; !rapport_plan_get_phase(plan, i, &phase); i++) {
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_text_member(out, "id", phase_of(plan, i));
        rapport__json_number_member(out, "capacity", true, phase.capacity);
        rapport__json_number_member(out, "cost", true, phase.cost);
        rapport__json_integer_member(out, "actions", true, phase.actions);
        rapport__json_number_member(out, "score", true, phase.score);
        rapport__json_number_member(out, "gated", true, phase.gated);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

/* Gates that are another thing with the plan. */
static void put_gates(rapport__json_out *out, const rapport__subject *s, const rapport_plan *plan)
{
    int32_t after = RAPPORT_GATE_PASSED;
    rapport__json_put_key(out, "gates");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t gate = 0; !rapport_plan_get_gate(plan, gate, &after); gate++) {
        int32_t before = rapport__subject_gate_result(s, gate).state;
        if (before == after)
            continue;
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_text_member(out, "id", rapport__subject_id(s, RAPPORT_OF_GATE, gate));
        rapport__json_text_member(out, "before", rapport__word_of_gate_state(before));
        rapport__json_text_member(out, "after", rapport__word_of_gate_state(after));
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

void rapport__plan_json(rapport__json_out *out, const rapport__subject *s, const rapport_plan *plan)
{
    rapport_plan_summary sum = {.struct_size = sizeof sum};
    (void)rapport_plan_get_summary(plan, &sum);
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_put_head(out, s, "rapport-plan/1");
    rapport__json_number_member(out, "budget", sum.has_budget, sum.budget);
    rapport__json_boolean_member(out, "gates_first", sum.gates_first);
    rapport__json_number_member(out, "cost", true, sum.cost);
    rapport__json_boolean_member(out, "optimal", sum.optimal);
    rapport__json_number_member(out, "bound", true, sum.bound);
    put_state(out, s, "before", sum.score, sum.gated, sum.band, sum.breached);
    put_state(out, s, "after", sum.score_after, sum.gated_after, sum.band_after, sum.breached_after);
    put_steps(out, plan);
    put_phases(out, plan);
    put_gates(out, s, plan);
    put_rejections(out, plan);
    rapport__json_end(out);
}
