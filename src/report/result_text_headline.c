/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_text.h"

#include "base/number.h"

#define SCALE_AT 23u
#define SCALE_CELLS 55u
#define MOST_DEMANDS 6u

/* The thresholds of the bands under the scale, as far as they keep out of each other's way. */
static void put_thresholds(rapport__pen *pen, const rapport__subject *s)
{
    uint32_t bands = rapport_model_count_bands(s->model), zero = SCALE_AT + 1, end = zero + SCALE_CELLS;
    rapport__pen_ink(pen, RAPPORT__FAINT);
    rapport__pen_move(pen, zero);
    rapport__pen_put(pen, "0");
    for (uint32_t band = 1; band < bands; band++) {
        char text[RAPPORT__NUMBER_SIZE];
        double from = rapport__subject_band(s, band).from;
        uint32_t length = (uint32_t)rapport__number_write(from, text);
        uint32_t at = zero + rapport__gauge_cells(from, SCALE_CELLS) - length / 2;
        if (at <= pen->column || at + length > end - 3)
            continue;
        rapport__pen_move(pen, at);
        rapport__pen_put(pen, text);
    }
    rapport__pen_move(pen, end - 2);
    rapport__pen_put(pen, "100");
    rapport__pen_line(pen);
}

static void put_score(rapport__pen *pen, const rapport__subject *s, const rapport_cell *root)
{
    char percent[RAPPORT__PERCENT_SIZE];
    rapport__text_label(pen, "Joint score");
    rapport__pen_ink(pen, RAPPORT__BOLD);
    rapport__pen_fixed(pen, root->score, 1, 5);
    rapport__pen_ink(pen, RAPPORT__PLAIN);
    rapport__pen_move(pen, SCALE_AT);
    rapport__gauge_scale(pen, SCALE_CELLS, root->lower, root->score, root->upper);
    rapport__pen_line(pen);
    put_thresholds(pen, s);
    if (root->status == RAPPORT_CELL_OK)
        return;
    rapport__text_label(pen, "Bounds");
    rapport__text_say_bounds(pen, root);
    rapport__pen_say(pen, ", with ");
    rapport__pen_say(pen, rapport__text_percent(root->coverage, percent));
    rapport__pen_say(pen, " of what applies answered");
    rapport__pen_full_stop(pen);
}

/* The gates that make the gated score what it is. Returns whether there are any. */
static bool put_gated(rapport__pen *pen, const rapport__subject *s, const rapport_outcome *outcome)
{
    bool any = false;
    for (uint32_t gate = 0; gate < s->gates; gate++) {
        if (!rapport__subject_gate_result(s, gate).binding)
            continue;
        if (!any) {
            rapport__text_label(pen, "After gates");
            rapport__pen_fixed(pen, outcome->gated, 1, 5);
            rapport__pen_sentence(pen, SCALE_AT);
            rapport__pen_say(pen, rapport__subject_gate(s, gate).effect == RAPPORT_FAIL ? "failed by " : "capped by ");
        } else {
            rapport__pen_say(pen, ", ");
        }
        rapport__pen_say(pen, rapport__subject_title(s, RAPPORT_OF_GATE, gate));
        any = true;
    }
    if (any)
        rapport__pen_full_stop(pen);
    return any;
}

static void put_band(rapport__pen *pen, const rapport__subject *s, const rapport_outcome *outcome, bool gated)
{
    uint32_t next = outcome->band + 1;
    rapport__text_label(pen, "Band");
    rapport__pen_say(pen, rapport__subject_title(s, RAPPORT_OF_BAND, outcome->band));
    rapport__pen_say(pen, outcome->band_certain ? ", certain" : ", but what is missing could change it");
    if (!gated && outcome->reached == outcome->band && next < rapport_model_count_bands(s->model)) {
        double short_by = rapport__subject_band(s, next).from - outcome->gated;
        rapport__pen_say(pen, "; ");
        if (short_by < 0.05)
            rapport__pen_say(pen, "just");
        else
            rapport__pen_say_fixed(pen, short_by, 1);
        rapport__pen_say(pen, " below ");
        rapport__pen_say(pen, rapport__subject_title(s, RAPPORT_OF_BAND, next));
    }
    rapport__pen_full_stop(pen);
}

/* What there is and what is needed, in the demand's unit. */
static void say_amount(rapport__pen *pen, uint32_t demand, double amount)
{
    char percent[RAPPORT__PERCENT_SIZE];
    if (demand == RAPPORT_NEEDS_COVERAGE)
        rapport__pen_say(pen, rapport__text_percent(amount, percent));
    else
        rapport__pen_say_fixed(pen, amount, demand == RAPPORT_NEEDS_BALANCE ? 2 : 1);
}

/* "Openness of aims 62.5, every group needs 70.0", "coverage 85 %, needs 90 %" */
static void say_demand(rapport__pen *pen, const rapport__subject *s, const rapport_demand *demand)
{
    const char *who = demand->demand == RAPPORT_NEEDS_BALANCE ? "balance of benefits" : "coverage", *whose = "";
    if (demand->demand == RAPPORT_NO_UNDECIDED_GATES) {
        rapport__pen_say(pen, "no gate may be undecided");
        return;
    }
    if (demand->demand == RAPPORT_EVERY_GROUP) {
        who = rapport__subject_title(s, RAPPORT_OF_NODE, demand->culprit);
        whose = "every group ";
    } else if (demand->demand == RAPPORT_WEAKEST_PARTY) {
        who = rapport__subject_party(s, demand->culprit);
        whose = "every party ";
    }
    rapport__pen_say(pen, who);
    rapport__pen_say(pen, " ");
    if (demand->has_actual)
        say_amount(pen, demand->demand, demand->actual);
    else
        rapport__pen_say(pen, "unknown");
    rapport__pen_say(pen, ", ");
    rapport__pen_say(pen, whose);
    rapport__pen_say(pen, "needs ");
    say_amount(pen, demand->demand, demand->needed);
}

static void put_held_back(rapport__pen *pen, const rapport__subject *s)
{
    uint32_t count = rapport_result_count_held_back(s->result);
    for (uint32_t i = 0; i < count && i < MOST_DEMANDS; i++) {
        rapport_demand demand = rapport__subject_held_back(s, i);
        rapport__text_label(pen, i ? "" : "Held back");
        rapport__pen_say(pen, "from ");
        rapport__pen_say(pen, rapport__subject_title(s, RAPPORT_OF_BAND, demand.band));
        rapport__pen_say(pen, ": ");
        say_demand(pen, s, &demand);
        rapport__pen_full_stop(pen);
    }
    if (count > MOST_DEMANDS) {
        rapport__text_label(pen, "");
        rapport__pen_say(pen, "and by ");
        rapport__text_say_count(pen, count - MOST_DEMANDS);
        rapport__pen_say(pen, " more");
        rapport__pen_full_stop(pen);
    }
}

void rapport__result_text_headline(rapport__pen *pen, const rapport__subject *s)
{
    rapport_cell root = rapport__subject_cell(s, RAPPORT_JOINT, RAPPORT_ROOT);
    rapport_outcome outcome = rapport__subject_outcome(s);
    rapport__pen_line(pen);
    if (!rapport__cell_has_score(&root)) {
        rapport__text_label(pen, "Joint score");
        rapport__pen_say(pen, root.status == RAPPORT_CELL_WITHHELD ? "" : "none: ");
        if (root.status == RAPPORT_CELL_NOT_APPLICABLE)
            rapport__pen_say(pen, "nothing in the model applies");
        else
            rapport__text_say_why_not(pen, s, &root);
        rapport__pen_full_stop(pen);
        return;
    }
    put_score(pen, s, &root);
    bool gated = put_gated(pen, s, &outcome);
    put_band(pen, s, &outcome, gated);
    put_held_back(pen, s);
}
