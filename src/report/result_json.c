/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_json.h"

#include "report/measures.h"
#include "report/words.h"

static void put_views(rapport__json_out *out, const rapport__subject *s)
{
    rapport__json_put_key(out, "views");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    for (uint32_t party = 0; party < s->parties; party++) {
        rapport_cell root = rapport__subject_cell(s, party, RAPPORT_ROOT);
        uint32_t band = rapport_result_band(s->result, party);
        rapport__json_put_key(out, rapport_assessment_party_id(s->assessment, party));
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_put_score(out, &root, true);
        rapport__json_put_bounds(out, &root);
        rapport__json_text_member(out, "band", band == RAPPORT_NONE ? NULL : rapport__subject_id(s, RAPPORT_OF_BAND, band));
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

static void put_joint_cell(rapport__json_out *out, const rapport__subject *s, uint32_t node, const rapport_finding *finding)
{
    rapport_cell cell = rapport__subject_cell(s, RAPPORT_JOINT, node);
    bool criterion = rapport__subject_node(s, node).kind == RAPPORT_CRITERION;
    rapport__json_put_key(out, "joint");
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__json_put_score(out, &cell, false);
    rapport__json_put_bounds(out, &cell);
    rapport__json_number_member(out, "contribution", criterion && (finding->has & RAPPORT_HAS_CONTRIBUTION),
                                finding->contribution);
    rapport__json_number_member(out, "leverage", criterion && (finding->has & RAPPORT_HAS_LEVERAGE), finding->leverage);
    rapport__json_end(out);
}

static void put_party_cells(rapport__json_out *out, const rapport__subject *s, uint32_t node)
{
    rapport__json_put_key(out, "views");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    for (uint32_t party = 0; party < s->parties; party++) {
        rapport_cell cell = rapport__subject_cell(s, party, node);
        rapport__json_put_key(out, rapport_assessment_party_id(s->assessment, party));
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_put_score(out, &cell, false);
        rapport__json_put_bounds(out, &cell);
        rapport__json_integer_member(out, "raters", cell.status != RAPPORT_CELL_WITHHELD, cell.raters);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

static void put_node(rapport__json_out *out, const rapport__subject *s, uint32_t index)
{
    rapport_node node = rapport__subject_node(s, index);
    rapport_finding finding = rapport__subject_finding(s, index);
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_text_member(out, "id", rapport__subject_id(s, RAPPORT_OF_NODE, index));
    rapport__json_number_member(out, "weight", true, node.weight);
    rapport__json_number_member(out, "share", true, node.share);
    put_joint_cell(out, s, index, &finding);
    put_party_cells(out, s, index);
    rapport__json_number_member(out, "target", true, node.target);
    rapport__json_number_member(out, "gap", finding.has & RAPPORT_HAS_GAP, finding.gap);
    rapport__json_number_member(out, "severity", finding.has & RAPPORT_HAS_GAP, finding.severity);
    rapport__json_number_member(out, "lift", finding.has & RAPPORT_HAS_LIFT, finding.lift);
    rapport__json_put_perception(out, s, index);
    rapport__json_end(out);
}

static void put_lists(rapport__json_out *out, const rapport__subject *s)
{
    rapport__json_put_key(out, "nodes");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t node = 1; node < s->nodes; node++)
        put_node(out, s, node);
    rapport__json_end(out);
    rapport__json_put_key(out, "gates");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t gate = 0; gate < s->gates; gate++)
        rapport__json_put_gate(out, s, gate);
    rapport__json_end(out);
    rapport__json_put_key(out, "priorities");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t i = 0, node; (node = rapport_result_priority(s->result, i)) != RAPPORT_NONE; i++)
        rapport__json_put_text(out, rapport__subject_id(s, RAPPORT_OF_NODE, node));
    rapport__json_end(out);
}

static void put_summaries(rapport__json_out *out, const rapport__subject *s)
{
    uint32_t pairs = rapport_result_count_pairs(s->result);
    rapport__json_put_key(out, "perception");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t pair = 0; pair < pairs; pair++) {
        rapport_perception_summary sum = {.struct_size = sizeof sum};
        (void)rapport_result_get_perception_summary(s->result, pair, &sum);
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_put_pair(out, s, sum.of, sum.against);
        rapport__json_integer_member(out, "criteria", true, sum.criteria);
        rapport__json_number_member(out, "mean", sum.criteria, sum.mean);
        rapport__json_number_member(out, "mean_absolute", sum.criteria, sum.mean_absolute);
        rapport__json_number_member(out, "rms", sum.criteria, sum.rms);
        rapport__json_number_member(out, "largest", sum.criteria, sum.largest);
        rapport__json_text_member(out, "node", sum.criteria ? rapport__subject_id(s, RAPPORT_OF_NODE, sum.largest_node) : NULL);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

void rapport__result_json(rapport__json_out *out, const rapport__subject *s)
{
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_put_head(out, s, "rapport-result/1");
    rapport__result_json_outcome(out, s);
    put_views(out, s);
    put_lists(out, s);
    rapport__result_json_band_gap(out, s);
    put_summaries(out, s);
    rapport__json_put_measures(out, s);
    rapport__result_json_agreement(out, s);
    rapport__result_json_perspectives(out, s);
    rapport__result_json_importance(out, s);
    rapport__json_put_patterns(out, s);
    rapport__result_json_warnings(out, s);
    rapport__json_end(out);
}
