/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The document rapport-comparison/1. */
#include "report/comparison.h"

#include "report/words.h"

static void put_model(rapport__json_out *out, const rapport__rounds *r)
{
    rapport__json_put_key(out, "model");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_text_member(out, "id", rapport_model_id(r->model));
    rapport__json_text_member(out, "version", rapport_model_version(r->model));
    rapport__json_text_member(out, "fingerprint", rapport_model_fingerprint(r->model));
    rapport__json_text_member(out, "document", rapport_model_document(r->model));
    rapport__json_text_member(out, "overlay", rapport_model_overlay(r->model));
    rapport__json_end(out);
}

static void put_basis(rapport__json_out *out, const rapport__rounds *r)
{
    double common;
    int32_t basis = rapport_comparison_basis(r->comparison, &common);
    rapport__json_text_member(out, "basis", basis == RAPPORT_RESCORED ? "rescored" : "same-model");
    rapport__json_number_member(out, "common", true, common);
    rapport__json_put_key(out, "left_out");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; i < rapport_comparison_count_left_out(r->comparison); i++) {
        const char *id;
        rapport_left_out left = rapport__rounds_left_out(r, i, &id);
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_text_member(out, "id", id);
        rapport__json_text_member(out, "reason", rapport__word_of_left_out(left.reason));
        rapport__json_integer_member(out, "round", true, left.round);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

static void put_round(rapport__json_out *out, const rapport__rounds *r, uint32_t index)
{
    rapport_round round = rapport__rounds_round(r, index);
    const rapport_assessment *assessment = rapport_comparison_assessment(r->comparison, index);
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__json_text_member(out, "id", rapport_assessment_id(assessment));
    rapport__json_text_member(out, "date", rapport_assessment_date(assessment));
    rapport__json_boolean_member(out, "active", round.active);
    if (round.active) {
        rapport__json_boolean_member(out, "own_model", round.own_model);
        rapport__json_text_member(out, "status", rapport__word_of_status(round.status, true));
        rapport__json_number_member(out, "score", round.has_score, round.score);
        rapport__json_number_member(out, "gated", round.has_score, round.gated);
        rapport__json_number_member(out, "coverage", round.status <= RAPPORT_CELL_MISSING, round.coverage);
        rapport__json_text_member(out, "band",
                                  round.has_score ? rapport_model_part_id(r->model, RAPPORT_OF_BAND, round.band, 0) : NULL);
    }
    rapport__json_end(out);
}

static void put_rounds(rapport__json_out *out, const rapport__rounds *r)
{
    rapport__json_put_key(out, "rounds");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; i < r->rounds; i++)
        put_round(out, r, i);
    rapport__json_end(out);
    rapport__json_integer_member(out, "previous", true, r->previous);
    rapport__json_integer_member(out, "newest", true, r->newest);
    rapport__json_put_key(out, "parties");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    for (uint32_t p = 0; p < r->parties; p++) {
        rapport__json_put_key(out, rapport_comparison_party_id(r->comparison, p));
        rapport__json_begin_array(out, RAPPORT__JSON_INLINE);
        for (uint32_t i = 0; i < r->rounds; i++)
            if (rapport_comparison_has_party(r->comparison, i, p))
                rapport__json_put_integer(out, i);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

static void put_change(rapport__json_out *out, const rapport__rounds *r, const char *key, uint32_t view, uint32_t node)
{
    static const char *const targets[] = {NULL, "newly-met", "newly-missed"};
    rapport_change change = rapport__rounds_change(r, view, node);
    rapport__json_put_key(out, key);
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__json_number_member(out, "older", change.has & RAPPORT_HAS_OLDER, change.older);
    rapport__json_number_member(out, "newer", change.has & RAPPORT_HAS_NEWER, change.newer);
    rapport__json_number_member(out, "delta", change.has & RAPPORT_HAS_DELTA, change.delta);
    rapport__json_number_member(out, "closure", change.has & RAPPORT_HAS_CLOSURE, change.closure);
    rapport__json_text_member(out, "target", targets[change.target_change]);
    rapport__json_end(out);
}

static void put_perception(rapport__json_out *out, const rapport__rounds *r, uint32_t node)
{
    rapport__json_put_key(out, "perception");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t of = 0; of < r->current && r->current <= 8; of++)
        for (uint32_t against = of + 1; against < r->current; against++) {
            rapport_perception_change change = {.struct_size = sizeof change};
            (void)rapport_comparison_get_perception_change(r->comparison, r->previous, r->newest, of, against, node, &change);
            rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
            rapport__json_text_member(out, "of", rapport_comparison_party_id(r->comparison, of));
            rapport__json_text_member(out, "against", rapport_comparison_party_id(r->comparison, against));
            rapport__json_number_member(out, "older", change.has & RAPPORT_HAS_OLDER, change.older);
            rapport__json_number_member(out, "newer", change.has & RAPPORT_HAS_NEWER, change.newer);
            rapport__json_number_member(out, "widening", change.has & RAPPORT_HAS_DELTA, change.widening);
            rapport__json_end(out);
        }
    rapport__json_end(out);
}

static void put_node(rapport__json_out *out, const rapport__rounds *r, uint32_t node)
{
    rapport__json_put_key(out, "target");
    rapport__json_put_number(out, rapport__rounds_node_is(r, node).target);
    put_change(out, r, "joint", RAPPORT_JOINT, node);
    rapport__json_put_key(out, "views");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    for (uint32_t p = 0; p < r->parties; p++)
        put_change(out, r, rapport_comparison_party_id(r->comparison, p), p, node);
    rapport__json_end(out);
    put_perception(out, r, node);
}

static void put_nodes(rapport__json_out *out, const rapport__rounds *r)
{
    rapport__json_put_key(out, "whole");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    put_node(out, r, RAPPORT_ROOT);
    rapport__json_end(out);
    rapport__json_put_key(out, "nodes");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t node = 1; node < rapport_model_count_nodes(r->model); node++) {
        if (!rapport_comparison_has_node(r->comparison, node))
            continue;
        rapport__json_begin_object(out, RAPPORT__JSON_LINES);
        rapport__json_text_member(out, "id", rapport_model_part_id(r->model, RAPPORT_OF_NODE, node, 0));
        put_node(out, r, node);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

static void put_gates(rapport__json_out *out, const rapport__rounds *r)
{
    rapport__json_put_key(out, "gates");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t gate = 0; gate < rapport_model_count_gates(r->model); gate++) {
        rapport_gate_change change = {.struct_size = sizeof change};
        bool known = !rapport_comparison_get_gate_change(r->comparison, r->previous, r->newest, gate, &change);
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_text_member(out, "id", rapport_model_part_id(r->model, RAPPORT_OF_GATE, gate, 0));
        rapport__json_text_member(out, "older", known ? rapport__word_of_gate_state(change.older_state) : NULL);
        rapport__json_text_member(out, "newer", known ? rapport__word_of_gate_state(change.newer_state) : NULL);
        rapport__json_number_member(out, "older_value", change.has & RAPPORT_HAS_OLDER, change.older);
        rapport__json_number_member(out, "newer_value", change.has & RAPPORT_HAS_NEWER, change.newer);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

static void put_party(rapport__json_out *out, const rapport__rounds *r, const char *key, uint32_t party)
{
    rapport__json_text_member(out, key, party == RAPPORT_NONE ? NULL : rapport_comparison_party_id(r->comparison, party));
}

static void put_warnings(rapport__json_out *out, const rapport__rounds *r)
{
    rapport__json_put_key(out, "warnings");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; i < rapport_comparison_count_warnings(r->comparison); i++) {
        rapport_warning w = rapport__rounds_warning(r, i);
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_text_member(out, "kind", rapport__word_of_warning(w.kind));
        put_party(out, r, "view", w.view); /* null is the joint view */
        put_party(out, r, "against", w.against);
        rapport__json_text_member(out, "node",
                                  w.node == RAPPORT_NONE ? NULL : rapport_model_part_id(r->model, RAPPORT_OF_NODE, w.node, 0));
        rapport__json_text_member(out, "gate",
                                  w.gate == RAPPORT_NONE ? NULL : rapport_model_part_id(r->model, RAPPORT_OF_GATE, w.gate, 0));
        rapport__json_integer_member(out, "round", w.round != RAPPORT_NONE, w.round);
        rapport__json_number_member(out, "before", w.has & RAPPORT_HAS_OLDER, w.before);
        rapport__json_number_member(out, "now", w.has & RAPPORT_HAS_NEWER, w.now);
        rapport__json_number_member(out, "limit", w.has != 0, w.limit);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

void rapport__comparison_json(rapport__json_out *out, const rapport__rounds *r)
{
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_text_member(out, "format", "rapport-comparison/1");
    rapport__json_text_member(out, "library", rapport_version_text());
    rapport__json_integer_member(out, "algorithm", true, rapport_algorithm());
    put_model(out, r);
    rapport__json_text_member(out, "partnership", rapport_assessment_partnership(r->latest));
    put_basis(out, r);
    put_rounds(out, r);
    put_nodes(out, r);
    put_gates(out, r);
    rapport__comparison_json_trends(out, r);
    put_warnings(out, r);
    rapport__json_end(out);
}
