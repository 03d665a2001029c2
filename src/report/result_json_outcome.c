/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_json.h"

#include "report/words.h"

static void put_band(rapport__json_out *out, const rapport__subject *s, const char *key, uint32_t band)
{
    rapport__json_text_member(out, key, band == RAPPORT_NONE ? NULL : rapport__subject_id(s, RAPPORT_OF_BAND, band));
}

/* Each kind of demand once, in the order of the constants. */
static void put_held_back(rapport__json_out *out, const rapport__subject *s)
{
    uint32_t count = rapport_result_count_held_back(s->result), kinds = 0;
    for (uint32_t i = 0; i < count; i++)
        kinds |= rapport__subject_held_back(s, i).demand;
    rapport__json_put_key(out, "held_back");
    rapport__json_begin_array(out, RAPPORT__JSON_INLINE);
    for (uint32_t kind = RAPPORT_EVERY_GROUP; kind <= RAPPORT_NO_UNDECIDED_GATES; kind <<= 1)
        if (kinds & kind)
            rapport__json_put_text(out, rapport__word_of_demand(kind));
    rapport__json_end(out);
}

static const char *culprit_of(const rapport__subject *s, const rapport_demand *demand)
{
    if (demand->culprit == RAPPORT_NONE)
        return NULL;
    return demand->demand == RAPPORT_WEAKEST_PARTY ? rapport_assessment_party_id(s->assessment, demand->culprit)
                                                   : rapport__subject_id(s, RAPPORT_OF_NODE, demand->culprit);
}

static void put_requirements(rapport__json_out *out, const rapport__subject *s)
{
    uint32_t count = rapport_result_count_held_back(s->result);
    rapport__json_put_key(out, "requirements");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; i < count; i++) {
        rapport_demand demand = rapport__subject_held_back(s, i);
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        put_band(out, s, "band", demand.band);
        rapport__json_text_member(out, "requires", rapport__word_of_demand(demand.demand));
        rapport__json_number_member(out, "needed", true, demand.needed);
        rapport__json_number_member(out, "actual", demand.has_actual, demand.actual);
        rapport__json_text_member(out, "culprit", culprit_of(s, &demand));
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

void rapport__result_json_outcome(rapport__json_out *out, const rapport__subject *s)
{
    rapport_cell root = rapport__subject_cell(s, RAPPORT_JOINT, RAPPORT_ROOT);
    rapport_outcome outcome = rapport__subject_outcome(s);
    rapport__json_put_key(out, "joint");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_put_score(out, &root, true);
    rapport__json_number_member(out, "gated", outcome.has_score, outcome.gated);
    rapport__json_put_bounds(out, &root);
    put_band(out, s, "band", outcome.band);
    rapport__json_boolean_member(out, "band_certain", outcome.band_certain);
    put_held_back(out, s);
    put_requirements(out, s);
    rapport__json_end(out);
}
