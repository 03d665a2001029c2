/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/explanation.h"

#include "report/answers.h"
#include "report/words.h"

#include <math.h>

/* The groups above a node, the outermost first. */
static void put_path(rapport__json_out *out, const rapport__subject *s, uint32_t node)
{
    rapport__json_put_key(out, "path");
    rapport__json_begin_array(out, RAPPORT__JSON_INLINE);
    for (uint32_t above = 1; above < node; above++)
        if (rapport__subject_node(s, above).end > node)
            rapport__json_put_text(out, rapport__subject_title(s, RAPPORT_OF_NODE, above));
    rapport__json_end(out);
}

static void put_label(rapport__json_out *out, const rapport__subject *s, uint32_t node, const char *key, int32_t label)
{
    const char *text = rapport_model_label(s->model, RAPPORT_OF_NODE, node, 0, label, s->language);
    rapport__json_text_member(out, key, *text ? text : NULL);
}

static void put_rule(rapport__json_out *out, const rapport_node *node)
{
    if (node->kind == RAPPORT_CRITERION) {
        rapport__json_text_member(out, "together", rapport__word_of_together(node->together));
    } else if (isinf(node->power)) {
        rapport__json_text_member(out, "power", node->power > 0 ? "max" : "min");
    } else {
        rapport__json_number_member(out, "power", true, node->power);
    }
}

static void put_node(rapport__json_out *out, const rapport__subject *s, uint32_t index)
{
    rapport_node node = rapport__subject_node(s, index);
    bool criterion = node.kind == RAPPORT_CRITERION;
    rapport__json_put_key(out, "node");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_text_member(out, "id", rapport__subject_id(s, RAPPORT_OF_NODE, index));
    rapport__json_text_member(out, "title", rapport__subject_title(s, RAPPORT_OF_NODE, index));
    put_path(out, s, index);
    rapport__json_text_member(out, "kind", criterion ? "criterion" : "group");
    put_label(out, s, index, "description", RAPPORT_DESCRIPTION);
    put_label(out, s, index, "question", RAPPORT_QUESTION);
    rapport__json_number_member(out, "weight", true, node.weight);
    rapport__json_number_member(out, "share", true, node.share);
    rapport__explanation_json_weights(out, s, index);
    rapport__json_boolean_member(out, "informational", node.informational);
    rapport__json_number_member(out, "target", true, node.target);
    rapport__json_boolean_member(out, "target_replaced", node.target_replaced);
    put_rule(out, &node);
    if (criterion)
        rapport__explanation_json_scale(out, s, index);
    rapport__json_end(out);
}

static void put_joint(rapport__json_out *out, const rapport__subject *s, uint32_t node)
{
    rapport_cell cell = rapport__subject_cell(s, RAPPORT_JOINT, node);
    rapport_finding finding = rapport__subject_finding(s, node);
    rapport__json_put_key(out, "joint");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_put_score(out, &cell, false);
    rapport__json_put_bounds(out, &cell);
    rapport__json_number_member(out, "contribution", finding.has & RAPPORT_HAS_CONTRIBUTION, finding.contribution);
    rapport__json_number_member(out, "leverage", finding.has & RAPPORT_HAS_LEVERAGE, finding.leverage);
    rapport__json_number_member(out, "gap", finding.has & RAPPORT_HAS_GAP, finding.gap);
    rapport__json_number_member(out, "severity", finding.has & RAPPORT_HAS_GAP, finding.severity);
    rapport__json_number_member(out, "lift", finding.has & RAPPORT_HAS_LIFT, finding.lift);
    rapport__json_end(out);
}

static void put_children(rapport__json_out *out, const rapport__subject *s, uint32_t group)
{
    uint32_t end = rapport__subject_node(s, group).end;
    rapport__json_put_key(out, "children");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t child = group + 1; child < end; child = rapport__subject_next_sibling(s, child)) {
        rapport_node node = rapport__subject_node(s, child);
        rapport_cell cell = rapport__subject_cell(s, RAPPORT_JOINT, child);
        rapport_finding finding = rapport__subject_finding(s, child);
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_text_member(out, "id", rapport__subject_id(s, RAPPORT_OF_NODE, child));
        rapport__json_text_member(out, "title", rapport__subject_title(s, RAPPORT_OF_NODE, child));
        rapport__json_number_member(out, "weight", true, node.weight);
        rapport__json_number_member(out, "share", true, node.share);
        rapport__json_put_score(out, &cell, false);
        rapport__json_number_member(out, "contribution", finding.has & RAPPORT_HAS_CONTRIBUTION, finding.contribution);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

/* With what it asks, so that the record stands by itself. */
static void put_gate(rapport__json_out *out, const rapport__subject *s, uint32_t gate)
{
    rapport_gate is = rapport__subject_gate(s, gate);
    rapport_gate_result result = rapport__subject_gate_result(s, gate);
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__json_text_member(out, "id", rapport__subject_id(s, RAPPORT_OF_GATE, gate));
    rapport__json_text_member(out, "title", rapport__subject_title(s, RAPPORT_OF_GATE, gate));
    rapport__json_text_member(out, "view", rapport__word_of_view(is.view));
    rapport__json_number_member(out, "below", true, is.threshold);
    rapport__json_text_member(out, "effect", rapport__word_of_effect(is.effect));
    rapport__json_number_member(out, "cap", is.effect == RAPPORT_CAP, is.cap);
    rapport__json_text_member(out, "state", rapport__word_of_gate_state(result.state));
    rapport__json_boolean_member(out, "binding", result.binding);
    rapport__json_number_member(out, "value", result.has_value, result.value);
    rapport__json_end(out);
}

static void put_gates(rapport__json_out *out, const rapport__subject *s, uint32_t node)
{
    rapport__json_put_key(out, "gates");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t gate = 0; gate < s->gates; gate++)
        if (rapport__subject_gate(s, gate).node == node)
            put_gate(out, s, gate);
    rapport__json_end(out);
}

static void put_fact(rapport__json_out *out, const rapport__subject *s, uint32_t criterion)
{
    double value, points;
    rapport__json_put_key(out, "fact");
    if (!rapport__answers_fact(s, criterion, &value, &points)) {
        rapport__json_put_null(out);
        return;
    }
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__json_number_member(out, "answer", true, value);
    rapport__json_text_member(out, "label", rapport__answers_label(s, criterion, value));
    rapport__json_number_member(out, "points", true, points);
    rapport__json_end(out);
}

void rapport__explanation_json(rapport__json_out *out, const rapport__subject *s, uint32_t node)
{
    bool criterion = rapport__subject_node(s, node).kind == RAPPORT_CRITERION;
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_put_head(out, s, "rapport-explanation/1");
    put_node(out, s, node);
    put_joint(out, s, node);
    rapport__json_put_key(out, "views");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    for (uint32_t party = 0; party < s->parties; party++)
        rapport__explanation_json_view(out, s, party, node);
    rapport__json_end(out);
    if (criterion)
        put_fact(out, s, node);
    else
        put_children(out, s, node);
    rapport__json_put_perception(out, s, node);
    put_gates(out, s, node);
    rapport__json_end(out);
}
