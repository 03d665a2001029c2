/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/plan.h"

#define TITLES 46u
#define COST_AT 48u
#define GAIN_AT 61u
#define THEN_AT 71u
#define MOST_REJECTED 12u

static const char *title_of(const rapport_plan *plan, uint32_t action)
{
    return rapport_actions_title(rapport_plan_actions(plan), action);
}

static void put_cost(rapport__pen *pen, double cost)
{
    rapport__pen_move(pen, COST_AT);
    rapport__pen_fixed(pen, cost, cost >= 1000 ? 0 : 2, GAIN_AT - COST_AT - 1);
}

static void put_line(rapport__pen *pen, const rapport__subject *s, const char *label, double score, double gated, uint32_t band)
{
    rapport__text_label(pen, label);
    rapport__pen_say_fixed(pen, gated, 1);
    if (gated < score) {
        rapport__pen_say(pen, " (before gates ");
        rapport__pen_say_fixed(pen, score, 1);
        rapport__pen_say(pen, ")");
    }
    rapport__pen_say(pen, " ");
    rapport__pen_say(pen, band == RAPPORT_NONE ? "" : rapport__subject_title(s, RAPPORT_OF_BAND, band));
    rapport__pen_full_stop(pen);
}

static void put_budget(rapport__pen *pen, const rapport_plan_summary *sum)
{
    rapport__text_label(pen, "Cost");
    rapport__text_say_amount(pen, sum->cost);
    if (sum->has_budget) {
        rapport__pen_say(pen, " of ");
        rapport__text_say_amount(pen, sum->budget);
    }
    rapport__pen_full_stop(pen);
    rapport__text_label(pen, "Proof");
    if (sum->optimal) {
        rapport__pen_say(pen, sum->gates_first ? "no plan removes more gates, or reaches more then" : "no plan reaches more");
    } else {
        rapport__pen_say(pen, "none; no plan comes above ");
        rapport__pen_say_fixed(pen, sum->bound, 1);
    }
    rapport__pen_full_stop(pen);
}

static void put_header(rapport__pen *pen, const char *words)
{
    rapport__text_heading(pen, words);
    rapport__pen_ink(pen, RAPPORT__FAINT);
    rapport__pen_move(pen, COST_AT);
    rapport__pen_right(pen, "cost", GAIN_AT - COST_AT - 1);
    rapport__pen_move(pen, GAIN_AT);
    rapport__pen_right(pen, "gain", THEN_AT - GAIN_AT - 1);
    rapport__pen_move(pen, THEN_AT);
    rapport__pen_right(pen, "then", 7);
    rapport__pen_line(pen);
}

static void put_phase(rapport__pen *pen, const rapport_plan *plan, uint32_t index)
{
    rapport_plan_phase phase = {.struct_size = sizeof phase};
    (void)rapport_plan_get_phase(plan, index, &phase);
    rapport__pen_sentence(pen, RAPPORT__MARGIN);
    rapport__pen_say(pen, rapport_actions_phase_id(rapport_plan_actions(plan), index));
    rapport__pen_say(pen, ": ");
    rapport__text_say_amount(pen, phase.cost);
    rapport__pen_say(pen, " of ");
    rapport__text_say_amount(pen, phase.capacity);
    rapport__pen_say(pen, phase.actions ? ", then " : ", nothing; ");
    rapport__pen_say_fixed(pen, phase.gated, 1);
    rapport__pen_full_stop(pen);
}

static void put_steps(rapport__pen *pen, const rapport_plan *plan)
{
    rapport_plan_step step = {.struct_size = sizeof step};
    uint32_t phase = 0, phases = rapport_actions_count_phases(rapport_plan_actions(plan));
    put_header(pen, "What to do");
    for (uint32_t i = 0; !rapport_plan_get_step(plan, i, &step); i++) {
        for (; phases && phase <= step.phase; phase++)
            put_phase(pen, plan, phase);
        rapport__pen_move(pen, phases ? 2 * RAPPORT__MARGIN : RAPPORT__MARGIN);
        rapport__pen_fit(pen, title_of(plan, step.action), TITLES - (phases ? 2 * RAPPORT__MARGIN : RAPPORT__MARGIN));
        put_cost(pen, step.cost);
        rapport__pen_move(pen, GAIN_AT);
        rapport__pen_fixed(pen, step.gain, 1, THEN_AT - GAIN_AT - 1);
        rapport__pen_move(pen, THEN_AT);
        rapport__pen_fixed(pen, step.gated, 1, 7);
        rapport__pen_line(pen);
    }
    for (; phase < phases; phase++)
        put_phase(pen, plan, phase);
}

static void put_gates(rapport__pen *pen, const rapport__subject *s, const rapport_plan *plan, bool removed)
{
    int32_t after = RAPPORT_GATE_PASSED;
    uint32_t count = 0;
    for (uint32_t gate = 0; !rapport_plan_get_gate(plan, gate, &after); gate++) {
        bool is =
            rapport__subject_gate_result(s, gate).state == RAPPORT_GATE_BREACHED && (after != RAPPORT_GATE_BREACHED) == removed;
        if (!is)
            continue;
        if (!count++)
            rapport__text_label(pen, removed ? "Gates removed" : "Gates left");
        else
            rapport__pen_say(pen, ", ");
        rapport__pen_say(pen, rapport__subject_title(s, RAPPORT_OF_GATE, gate));
    }
    if (count)
        rapport__pen_full_stop(pen);
}

static const char *why(int32_t reason)
{
    static const char *const words[] = {"over the budget", "ruled out", "adds nothing", "no money left", "not looked at"};
    return words[reason - RAPPORT_REJECTED_BUDGET];
}

static void put_rejections(rapport__pen *pen, const rapport_plan *plan, uint32_t count)
{
    rapport_plan_rejection rejection = {.struct_size = sizeof rejection};
    if (!count)
        return;
    rapport__text_heading(pen, "Not in the plan");
    rapport__pen_line(pen);
    for (uint32_t i = 0; i < MOST_REJECTED && !rapport_plan_get_rejection(plan, i, &rejection); i++) {
        rapport__pen_move(pen, RAPPORT__MARGIN);
        rapport__pen_fit(pen, title_of(plan, rejection.action), TITLES - RAPPORT__MARGIN);
        put_cost(pen, rejection.cost);
        rapport__pen_move(pen, GAIN_AT + 1);
        rapport__pen_put(pen, why(rejection.reason));
        rapport__pen_line(pen);
    }
    if (count <= MOST_REJECTED)
        return;
    rapport__pen_sentence(pen, RAPPORT__MARGIN);
    rapport__pen_say(pen, "and ");
    rapport__text_say_count(pen, count - MOST_REJECTED);
    rapport__pen_say(pen, " more");
    rapport__pen_full_stop(pen);
}

void rapport__plan_text(rapport__pen *pen, const rapport__subject *s, const rapport_plan *plan)
{
    rapport_plan_summary sum = {.struct_size = sizeof sum};
    (void)rapport_plan_get_summary(plan, &sum);
    rapport__text_head(pen, s);
    rapport__pen_line(pen);
    put_line(pen, s, "Now", sum.score, sum.gated, sum.band);
    put_line(pen, s, "With the plan", sum.score_after, sum.gated_after, sum.band_after);
    put_budget(pen, &sum);
    put_gates(pen, s, plan, true);
    put_gates(pen, s, plan, false);
    if (sum.chosen)
        put_steps(pen, plan);
    else {
        rapport__pen_line(pen);
        rapport__pen_sentence(pen, 0);
        rapport__pen_say(pen, "No action that can be afforded would help.");
        rapport__pen_full_stop(pen);
    }
    put_rejections(pen, plan, sum.rejected);
}
