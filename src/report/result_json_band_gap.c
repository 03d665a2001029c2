/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_json.h"

#include "report/words.h"

static void put_party(rapport__json_out *out, const rapport__subject *s, uint32_t party)
{
    rapport__json_text_member(out, "party", party == RAPPORT_NONE ? NULL : rapport_assessment_party_id(s->assessment, party));
}

static void put_moves(rapport__json_out *out, const rapport__subject *s, int32_t kind)
{
    rapport_move move = {.struct_size = sizeof move};
    rapport__json_put_key(out, "moves");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; !rapport_result_get_move(s->result, kind, i, &move); i++) {
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_text_member(out, "node", rapport__subject_id(s, RAPPORT_OF_NODE, move.node));
        put_party(out, s, move.party);
        rapport__json_integer_member(out, "steps", true, move.steps);
        rapport__json_number_member(out, "from", true, move.from);
        rapport__json_number_member(out, "to", true, move.to);
        rapport__json_number_member(out, "cost", true, move.cost);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

static const char *subject_of(const rapport__subject *s, const rapport_obstacle *obstacle)
{
    switch (obstacle->kind) {
    case RAPPORT_OBSTACLE_GATE:
        return rapport__subject_id(s, RAPPORT_OF_GATE, obstacle->index);
    case RAPPORT_OBSTACLE_DEMAND:
        return rapport__word_of_demand(obstacle->index);
    default:
        return NULL;
    }
}

static void put_obstacles(rapport__json_out *out, const rapport__subject *s, int32_t kind)
{
    static const char *const words[] = {"score", "gate", "requirement"};
    rapport_obstacle obstacle = {.struct_size = sizeof obstacle};
    rapport__json_put_key(out, "obstacles");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; !rapport_result_get_obstacle(s->result, kind, i, &obstacle); i++) {
        bool party = obstacle.kind == RAPPORT_OBSTACLE_DEMAND && obstacle.index == RAPPORT_WEAKEST_PARTY;
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_text_member(out, "kind", words[obstacle.kind - RAPPORT_OBSTACLE_SCORE]);
        rapport__json_text_member(out, "of", subject_of(s, &obstacle));
        rapport__json_text_member(out, "culprit",
                                  obstacle.culprit == RAPPORT_NONE ? NULL
                                  : party ? rapport_assessment_party_id(s->assessment, obstacle.culprit)
                                          : rapport__subject_id(s, RAPPORT_OF_NODE, obstacle.culprit));
        rapport__json_number_member(out, "needed", true, obstacle.needed);
        rapport__json_number_member(out, "best", obstacle.has_best, obstacle.best);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

static void put_way(rapport__json_out *out, const rapport__subject *s, const char *key, int32_t kind)
{
    rapport_band_gap gap = {.struct_size = sizeof gap};
    rapport__json_put_key(out, key);
    if (rapport_result_get_band_gap(s->result, kind, &gap)) {
        rapport__json_put_null(out);
        return;
    }
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_text_member(out, "band", rapport__subject_id(s, RAPPORT_OF_BAND, gap.band));
    rapport__json_text_member(out, "state", rapport__word_of_reach(gap.state));
    rapport__json_boolean_member(out, "optimal", gap.optimal);
    rapport__json_boolean_member(out, "withheld", gap.withheld);
    rapport__json_integer_member(out, "steps", true, gap.steps);
    rapport__json_number_member(out, "cost", true, gap.cost);
    rapport__json_number_member(out, "score", true, gap.score);
    rapport__json_number_member(out, "gated", true, gap.gated);
    put_moves(out, s, kind);
    put_obstacles(out, s, kind);
    rapport__json_end(out);
}

void rapport__result_json_band_gap(rapport__json_out *out, const rapport__subject *s)
{
    rapport__json_put_key(out, "band_gap");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    put_way(out, s, "fewest", RAPPORT_FEWEST_STEPS);
    put_way(out, s, "cheapest", RAPPORT_CHEAPEST_STEPS);
    rapport__json_end(out);
}
