/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/explanation.h"

#include "report/answers.h"
#include "report/words.h"

#include <math.h>

#define GAUGE_AT 23u
#define GAUGE_CELLS 30u

static void put_label(rapport__pen *pen, const rapport__subject *s, uint32_t node, int32_t label)
{
    const char *text = rapport_model_label(s->model, RAPPORT_OF_NODE, node, 0, label, s->language);
    if (!*text)
        return;
    rapport__pen_sentence(pen, 0);
    rapport__pen_say(pen, text);
    rapport__pen_full_stop(pen);
}

/* Title and id, the groups above, what is asked. */
static void put_title(rapport__pen *pen, const rapport__subject *s, uint32_t node)
{
    bool nested = false;
    rapport__pen_line(pen);
    rapport__pen_ink(pen, RAPPORT__BOLD);
    rapport__pen_fit(pen, rapport__subject_title(s, RAPPORT_OF_NODE, node), RAPPORT__PEN_COLUMNS);
    rapport__pen_line(pen);
    rapport__pen_sentence(pen, 0);
    for (uint32_t above = 1; above < node; above++) {
        if (rapport__subject_node(s, above).end <= node)
            continue;
        rapport__pen_say(pen, rapport__subject_title(s, RAPPORT_OF_NODE, above));
        rapport__pen_say(pen, " ");
        rapport__pen_say_symbol(pen, RAPPORT__INTO);
        rapport__pen_say(pen, " ");
        nested = true;
    }
    rapport__pen_say(pen, nested ? "" : "id ");
    rapport__pen_say(pen, rapport__subject_id(s, RAPPORT_OF_NODE, node));
    rapport__pen_full_stop(pen);
    put_label(pen, s, node, RAPPORT_DESCRIPTION);
    put_label(pen, s, node, RAPPORT_QUESTION);
    rapport__pen_line(pen);
}

static void say_power(rapport__pen *pen, double power)
{
    if (isinf(power))
        rapport__pen_say(pen, power > 0 ? "the highest of its parts" : "the lowest of its parts");
    else if (power == 1)
        rapport__pen_say(pen, "weighted mean of its parts");
    else if (power == 0)
        rapport__pen_say(pen, "weighted geometric mean of its parts");
    else if (power == -1)
        rapport__pen_say(pen, "weighted harmonic mean of its parts");
    else {
        rapport__pen_say(pen, "weighted power mean of its parts, with the exponent ");
        rapport__pen_say_number(pen, power);
    }
}

/* The weights of the parties, where they differ. */
static void say_party_weights(rapport__pen *pen, const rapport__subject *s)
{
    double first = rapport_assessment_party_weight(s->assessment, 0);
    uint32_t differ = 0;
    for (uint32_t party = 1; party < s->parties; party++)
        differ += rapport_assessment_party_weight(s->assessment, party) != first;
    for (uint32_t party = 0; differ && party < s->parties; party++) {
        rapport__pen_say(pen, party ? ", " : ": ");
        rapport__pen_say(pen, rapport__subject_party(s, party));
        rapport__pen_say(pen, "\xC2\xA0");
        rapport__pen_say_number(pen, rapport_assessment_party_weight(s->assessment, party));
    }
}

static void put_weight(rapport__pen *pen, const rapport__subject *s, uint32_t index)
{
    static const char *const together[] = {"weighted mean of the parties", "the lowest of the parties",
                                           "the highest of the parties"};
    rapport_node node = rapport__subject_node(s, index);
    rapport__explanation_text_weights(pen, s, index);
    rapport__text_label(pen, "Target");
    rapport__pen_say_fixed(pen, node.target, 1);
    if (node.target_replaced) {
        rapport__pen_say(pen, ", set by the overlay ");
        rapport__pen_say(pen, rapport_model_overlay(s->model));
    }
    rapport__pen_full_stop(pen);
    rapport__text_label(pen, "Combined as");
    if (node.kind == RAPPORT_CRITERION)
        rapport__pen_say(pen, together[node.together]);
    else
        say_power(pen, node.power);
    if (node.kind == RAPPORT_CRITERION && node.together == RAPPORT_MEAN)
        say_party_weights(pen, s);
    rapport__pen_full_stop(pen);
}

void rapport__explanation_text_cell(rapport__pen *pen, const rapport__subject *s, const rapport_cell *cell)
{
    if (!rapport__cell_has_score(cell)) {
        if (cell->status == RAPPORT_CELL_MISSING)
            rapport__pen_say(pen, "not answered");
        else
            rapport__text_say_why_not(pen, s, cell);
        rapport__pen_full_stop(pen);
        return;
    }
    rapport__pen_fixed(pen, cell->score, 1, 5);
    rapport__pen_move(pen, GAUGE_AT);
    rapport__gauge_scale(pen, GAUGE_CELLS, cell->lower, cell->score, cell->upper);
    rapport__pen_sentence(pen, GAUGE_AT + GAUGE_CELLS + 4);
    if (cell->status == RAPPORT_CELL_INCOMPLETE) {
        rapport__pen_say(pen, "bounds ");
        rapport__text_say_bounds(pen, cell);
    }
    rapport__pen_full_stop(pen);
}

static void say_sum(rapport__pen *pen, bool there, const char *before, double value, int decimals, const char *after)
{
    if (!there)
        return;
    rapport__pen_say(pen, before);
    rapport__pen_say_fixed(pen, value, decimals);
    rapport__pen_say(pen, after);
}

static void put_joint(rapport__pen *pen, const rapport__subject *s, uint32_t node)
{
    rapport_cell cell = rapport__subject_cell(s, RAPPORT_JOINT, node);
    rapport_finding finding = rapport__subject_finding(s, node);
    rapport__text_label(pen, "Joint score");
    rapport__explanation_text_cell(pen, s, &cell);
    if (finding.has & RAPPORT_HAS_CONTRIBUTION) {
        rapport__text_label(pen, "Contributes");
        say_sum(pen, true, "", finding.contribution, 2, " points of the joint score");
        say_sum(pen, finding.has & RAPPORT_HAS_LEVERAGE, "; one more point here adds ", finding.leverage, 3, "");
        rapport__pen_full_stop(pen);
    }
    if (finding.has & RAPPORT_HAS_GAP) {
        rapport__text_label(pen, "Gap");
        if (finding.gap > 0) {
            say_sum(pen, true, "", finding.gap, 1, " points to the target; severity ");
            say_sum(pen, true, "", finding.severity, 2, "");
            say_sum(pen, finding.has & RAPPORT_HAS_LIFT, "; closing it would lift the joint score by ", finding.lift, 2, "");
        } else {
            rapport__pen_say(pen, "none: the target is reached");
        }
        rapport__pen_full_stop(pen);
    }
}

static void put_fact(rapport__pen *pen, const rapport__subject *s, uint32_t criterion)
{
    double value, points;
    if (!rapport__answers_fact(s, criterion, &value, &points))
        return;
    const char *label = rapport__answers_label(s, criterion, value);
    rapport__text_label(pen, "Fact");
    if (label) {
        rapport__pen_say(pen, label);
    } else {
        rapport__pen_say_number(pen, value);
        rapport__pen_say(pen, "\xC2\xA0");
        rapport__pen_say(pen, rapport_model_scale_unit(s->model, rapport__subject_node(s, criterion).scale));
    }
    say_sum(pen, true, ", worth ", points, 1, " points in every view");
    rapport__pen_full_stop(pen);
}

static void put_gates(rapport__pen *pen, const rapport__subject *s, uint32_t node)
{
    bool first = true;
    for (uint32_t gate = 0; gate < s->gates; gate++) {
        if (rapport__subject_gate(s, gate).node != node)
            continue;
        rapport__text_label(pen, first ? "Gates" : "");
        rapport__pen_say(pen, rapport__subject_title(s, RAPPORT_OF_GATE, gate));
        rapport__pen_say(pen, ", ");
        rapport__pen_say(pen, rapport__word_of_gate_state(rapport__subject_gate_result(s, gate).state));
        rapport__pen_say(pen, ": ");
        rapport__text_say_gate(pen, s, gate);
        rapport__pen_full_stop(pen);
        first = false;
    }
}

/* "Northwind sees it 50.0 brighter than Contoso: blind spot of Northwind" */
static void put_perception(rapport__pen *pen, const rapport__subject *s, uint32_t node)
{
    static const char *const classes[] = {"shared strength", "shared weakness", "blind spot of ", "hidden strength of "};
    uint32_t pairs = rapport_result_count_pairs(s->result);
    for (uint32_t pair = 0, found = 0; pair < pairs; pair++) {
        rapport_perception seen;
        if (!rapport__subject_perception(s, pair, node, &seen))
            continue;
        rapport__text_label(pen, found++ ? "" : "Seen by");
        rapport__pen_say(pen, rapport__subject_party(s, seen.of));
        if (seen.gap < 0 || seen.gap > 0) {
            say_sum(pen, true, " ", seen.gap < 0 ? -seen.gap : seen.gap, 1, seen.gap > 0 ? " brighter than " : " darker than ");
        } else {
            rapport__pen_say(pen, " just as ");
        }
        rapport__pen_say(pen, seen.against == RAPPORT_NONE ? "the others" : rapport__subject_party(s, seen.against));
        rapport__pen_say(pen, ": ");
        rapport__pen_say(pen, classes[seen.kind - RAPPORT_SHARED_STRENGTH]);
        if (seen.kind >= RAPPORT_BLIND_SPOT)
            rapport__pen_say(pen, rapport__subject_party(s, seen.of));
        if (seen.gap < 0 || seen.gap > 0)
            rapport__pen_say(pen, seen.notable ? ", notable" : ", within noise");
        rapport__pen_full_stop(pen);
    }
}

static void put_children(rapport__pen *pen, const rapport__subject *s, uint32_t group)
{
    uint32_t end = rapport__subject_node(s, group).end;
    rapport__text_heading(pen, "Its parts");
    rapport__pen_ink(pen, RAPPORT__FAINT);
    rapport__pen_move(pen, 45);
    rapport__pen_put(pen, "share    joint     contributes");
    rapport__pen_line(pen);
    for (uint32_t child = group + 1; child < end; child = rapport__subject_next_sibling(s, child)) {
        rapport_cell cell = rapport__subject_cell(s, RAPPORT_JOINT, child);
        rapport_finding finding = rapport__subject_finding(s, child);
        rapport__pen_move(pen, RAPPORT__MARGIN);
        rapport__pen_fit(pen, rapport__subject_title(s, RAPPORT_OF_NODE, child), 38);
        rapport__pen_move(pen, 42);
        rapport__pen_fixed(pen, 100 * rapport__subject_node(s, child).share, 2, 6);
        rapport__pen_put(pen, " %");
        rapport__pen_move(pen, 54);
        if (rapport__cell_has_score(&cell))
            rapport__pen_fixed(pen, cell.score, 1, 5);
        else
            rapport__pen_put(pen, rapport__text_of_status(cell.status));
        rapport__pen_move(pen, 69);
        if (finding.has & RAPPORT_HAS_CONTRIBUTION)
            rapport__pen_fixed(pen, finding.contribution, 2, 6);
        rapport__pen_line(pen);
    }
}

static void put_origin(rapport__pen *pen, const rapport__subject *s)
{
    rapport__pen_line(pen);
    rapport__pen_sentence(pen, 0);
    rapport__pen_say(pen, "Assessment ");
    rapport__pen_say(pen, rapport_assessment_id(s->assessment));
    rapport__pen_say(pen, ", library ");
    rapport__pen_say(pen, rapport_version_text());
    rapport__pen_say(pen, ", algorithm ");
    rapport__pen_say_number(pen, rapport_algorithm());
    rapport__pen_say(pen, ", model ");
    rapport__pen_say(pen, rapport_model_fingerprint(s->model));
    rapport__pen_full_stop(pen);
}

void rapport__explanation_text(rapport__pen *pen, const rapport__subject *s, uint32_t node)
{
    bool criterion = rapport__subject_node(s, node).kind == RAPPORT_CRITERION;
    rapport__text_head(pen, s);
    put_title(pen, s, node);
    put_weight(pen, s, node);
    put_joint(pen, s, node);
    if (criterion)
        put_fact(pen, s, node);
    put_perception(pen, s, node);
    put_gates(pen, s, node);
    for (uint32_t party = 0; party < s->parties; party++)
        rapport__explanation_text_view(pen, s, party, node);
    if (criterion)
        rapport__explanation_text_scale(pen, s, node);
    else
        put_children(pen, s, node);
    put_origin(pen, s);
}
