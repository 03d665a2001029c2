/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_json.h"

#include "report/consensus.h"

/* Criteria that nobody answered are left out. */
static void put_nodes(rapport__json_out *out, const rapport__subject *s, uint32_t party, const char *key, int32_t kind)
{
    rapport__json_put_key(out, key);
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t node = 1; node < s->nodes; node++) {
        rapport_cell cell = rapport__subject_cell(s, party, node);
        if (rapport__subject_node(s, node).kind != kind || (!cell.raters && cell.status != RAPPORT_CELL_WITHHELD))
            continue;
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_text_member(out, "id", rapport__subject_id(s, RAPPORT_OF_NODE, node));
        rapport__consensus_put(out, s, party, node);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

static void put_party(rapport__json_out *out, const rapport__subject *s, uint32_t party)
{
    rapport__json_put_key(out, rapport_assessment_party_id(s->assessment, party));
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_put_key(out, "overall");
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__consensus_put(out, s, party, RAPPORT_ROOT);
    rapport__json_end(out);
    put_nodes(out, s, party, "groups", RAPPORT_GROUP);
    put_nodes(out, s, party, "criteria", RAPPORT_CRITERION);
    rapport__json_end(out);
}

void rapport__result_json_agreement(rapport__json_out *out, const rapport__subject *s)
{
    rapport__json_put_key(out, "agreement");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    for (uint32_t party = 0; party < s->parties; party++)
        if (rapport__subject_count_raters(s, party) > 1)
            put_party(out, s, party);
    rapport__json_end(out);
}
