/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_json.h"

#include "rapport/importance.h"
#include "report/importance.h"

/* As part of the whole; null where it does not exist. */
static void put_importance(rapport__json_out *out, const rapport__subject *s, const char *key, uint32_t view, uint32_t node)
{
    double importance = 0;
    rapport_status status = rapport_result_get_importance(s->result, view, node, &importance);
    rapport__json_number_member(out, key, status == RAPPORT_OK, importance);
}

static void put_stated(rapport__json_out *out, const rapport__subject *s, uint32_t node)
{
    rapport__json_put_key(out, "stated");
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    for (uint32_t party = 0; party < s->parties; party++)
        if (rapport__subject_states(s, party))
            put_importance(out, s, rapport_assessment_party_id(s->assessment, party), party, node);
    rapport__json_end(out);
}

static void put_node(rapport__json_out *out, const rapport__subject *s, uint32_t index, const rapport_importance_axes *axes)
{
    rapport_node node = rapport__subject_node(s, index);
    rapport_importance_place place = {.struct_size = sizeof place};
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__json_text_member(out, "id", rapport__subject_id(s, RAPPORT_OF_NODE, index));
    rapport__json_number_member(out, "model", true, node.share);
    put_stated(out, s, index);
    put_importance(out, s, "importance", RAPPORT_JOINT, index);
    if (node.kind == RAPPORT_CRITERION) {
        (void)rapport_result_get_importance_place(s->result, RAPPORT_JOINT, axes, index, &place);
        rapport__json_text_member(out, "quadrant", rapport__word_of_quadrant(place.quadrant));
        rapport__json_number_member(out, "priority", place.has_priority, place.priority);
    }
    rapport__json_end(out);
}

static void put_axes(rapport__json_out *out, const rapport_importance_axes *axes)
{
    rapport__json_put_key(out, "axes");
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__json_text_member(out, "cut", "means");
    rapport__json_integer_member(out, "criteria", true, axes->criteria);
    rapport__json_number_member(out, "importance", axes->criteria, axes->importance);
    rapport__json_number_member(out, "performance", axes->criteria, axes->performance);
    rapport__json_end(out);
}

static void put_gap(rapport__json_out *out, const rapport__subject *s, uint32_t of, uint32_t against)
{
    rapport_importance_summary sum = {.struct_size = sizeof sum};
    rapport_status status = rapport_result_get_importance_summary(s->result, of, against, &sum);
    bool there = !status && sum.largest_node != RAPPORT_NONE;
    if (status == RAPPORT_NOT_FOUND)
        return;
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__json_put_pair(out, s, of, against);
    rapport__json_number_member(out, "apart", there, sum.apart);
    rapport__json_number_member(out, "largest", there, sum.largest);
    rapport__json_text_member(out, "node", there ? rapport__subject_id(s, RAPPORT_OF_NODE, sum.largest_node) : NULL);
    rapport__json_end(out);
}

void rapport__result_json_importance(rapport__json_out *out, const rapport__subject *s)
{
    rapport_importance_axes axes = {.struct_size = sizeof axes};
    if (!rapport__subject_anyone_states(s))
        return;
    (void)rapport_result_get_importance_axes(s->result, RAPPORT_JOINT, RAPPORT_CUT_MEANS, &axes);
    rapport__json_put_key(out, "importance");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    put_axes(out, &axes);
    rapport__json_put_key(out, "nodes");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t node = 1; node < s->nodes; node++)
        put_node(out, s, node, &axes);
    rapport__json_end(out);
    rapport__json_put_key(out, "gaps");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t of = 0; of < s->parties; of++) {
        for (uint32_t against = of + 1; against < s->parties; against++)
            put_gap(out, s, of, against);
        put_gap(out, s, of, RAPPORT_NONE);
    }
    rapport__json_end(out);
    rapport__json_end(out);
}
