/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/json_parts.h"

#include "report/words.h"

void rapport__json_text_member(rapport__json_out *out, const char *key, const char *text)
{
    rapport__json_put_key(out, key);
    if (text)
        rapport__json_put_text(out, text);
    else
        rapport__json_put_null(out);
}

void rapport__json_number_member(rapport__json_out *out, const char *key, bool there, double number)
{
    rapport__json_put_key(out, key);
    if (there)
        rapport__json_put_number(out, number);
    else
        rapport__json_put_null(out);
}

void rapport__json_integer_member(rapport__json_out *out, const char *key, bool there, int64_t number)
{
    rapport__json_put_key(out, key);
    if (there)
        rapport__json_put_integer(out, number);
    else
        rapport__json_put_null(out);
}

void rapport__json_boolean_member(rapport__json_out *out, const char *key, bool value)
{
    rapport__json_put_key(out, key);
    rapport__json_put_boolean(out, value);
}

void rapport__json_put_head(rapport__json_out *out, const rapport__subject *s, const char *format)
{
    rapport__json_text_member(out, "format", format);
    rapport__json_text_member(out, "library", rapport_version_text());
    rapport__json_integer_member(out, "algorithm", true, rapport_algorithm());
    rapport__json_put_key(out, "model");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_text_member(out, "id", rapport_model_id(s->model));
    rapport__json_text_member(out, "version", rapport_model_version(s->model));
    rapport__json_text_member(out, "fingerprint", rapport_model_fingerprint(s->model));
    rapport__json_text_member(out, "document", rapport_model_document(s->model));
    rapport__json_text_member(out, "overlay", rapport_model_overlay(s->model));
    rapport__json_end(out);
    rapport__json_put_key(out, "assessment");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_text_member(out, "id", rapport_assessment_id(s->assessment));
    rapport__json_text_member(out, "partnership", rapport_assessment_partnership(s->assessment));
    rapport__json_text_member(out, "date", rapport_assessment_date(s->assessment));
    if (rapport_assessment_inactive(s->assessment)) {
        rapport__json_put_key(out, "inactive");
        rapport__json_put_boolean(out, true);
    }
    rapport__json_end(out);
}

void rapport__json_put_score(rapport__json_out *out, const rapport_cell *cell, bool root)
{
    rapport__json_text_member(out, "status", rapport__word_of_status(cell->status, root));
    rapport__json_number_member(out, "score", rapport__cell_has_score(cell), cell->score);
}

void rapport__json_put_bounds(rapport__json_out *out, const rapport_cell *cell)
{
    bool there = rapport__cell_has_bounds(cell);
    rapport__json_number_member(out, "coverage", there, cell->coverage);
    rapport__json_put_key(out, "bounds");
    if (!there) {
        rapport__json_put_null(out);
        return;
    }
    rapport__json_begin_array(out, RAPPORT__JSON_INLINE);
    rapport__json_put_number(out, cell->lower);
    rapport__json_put_number(out, cell->upper);
    rapport__json_end(out);
}

void rapport__json_put_pair(rapport__json_out *out, const rapport__subject *s, uint32_t of, uint32_t against)
{
    rapport__json_text_member(out, "of", rapport_assessment_party_id(s->assessment, of));
    rapport__json_text_member(out, "against",
                              against == RAPPORT_NONE ? NULL : rapport_assessment_party_id(s->assessment, against));
}

void rapport__json_put_perception(rapport__json_out *out, const rapport__subject *s, uint32_t node)
{
    uint32_t pairs = rapport_result_count_pairs(s->result);
    rapport__json_put_key(out, "perception");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t pair = 0; pair < pairs; pair++) {
        rapport_perception seen;
        if (!rapport__subject_perception(s, pair, node, &seen))
            continue;
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_put_pair(out, s, seen.of, seen.against);
        rapport__json_number_member(out, "gap", true, seen.gap);
        rapport__json_text_member(out, "class", rapport__word_of_class(seen.kind));
        rapport__json_boolean_member(out, "notable", seen.notable);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

void rapport__json_put_gate(rapport__json_out *out, const rapport__subject *s, uint32_t gate)
{
    rapport_gate_result result = rapport__subject_gate_result(s, gate);
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__json_text_member(out, "id", rapport__subject_id(s, RAPPORT_OF_GATE, gate));
    rapport__json_text_member(out, "state", rapport__word_of_gate_state(result.state));
    rapport__json_text_member(out, "effect", rapport__word_of_effect(rapport__subject_gate(s, gate).effect));
    rapport__json_boolean_member(out, "binding", result.binding);
    rapport__json_number_member(out, "value", result.has_value, result.value);
    rapport__json_end(out);
}
