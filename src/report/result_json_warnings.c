/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_json.h"

#include "base/error.h"
#include "report/words.h"

/* One sentence from up to three pieces; ids are at most 64 bytes. */
static void warn(rapport__json_out *out, const char *a, const char *b, const char *c)
{
    char text[256] = "";
    rapport__append(text, sizeof text, a);
    rapport__append(text, sizeof text, b);
    rapport__append(text, sizeof text, c);
    rapport__json_put_text(out, text);
}

static void warn_of_root(rapport__json_out *out, const rapport__subject *s)
{
    rapport_cell root = rapport__subject_cell(s, RAPPORT_JOINT, RAPPORT_ROOT);
    if (root.status == RAPPORT_CELL_NOT_APPLICABLE)
        warn(out, "nothing in the model applies: there is no score", "", "");
    else if (root.status == RAPPORT_CELL_MISSING)
        warn(out, "there is no joint score: ",
             root.coverage > 0 ? "the coverage is below the model's minimum" : "nothing that counts is answered", "");
    else if (root.status != RAPPORT_CELL_WITHHELD && !rapport__subject_outcome(s).band_certain)
        warn(out, "the band could change with what is missing", "", "");
}

static void warn_of_measures(rapport__json_out *out, const rapport__subject *s)
{
    for (int32_t measure = RAPPORT_NET_BENEFIT; measure <= RAPPORT_SKILL_COVERAGE; measure++) {
        uint32_t values = measure == RAPPORT_NET_BENEFIT ? s->parties : 1;
        for (uint32_t party = 0; party < values; party++) {
            double value;
            if (rapport_result_get_measure(s->result, measure, party, &value) != RAPPORT_UNDEFINED)
                continue;
            warn(out, rapport__word_of_measure(measure), values > 1 ? " has no value for " : " has no value",
                 values > 1 ? rapport_assessment_party_id(s->assessment, party) : "");
        }
    }
}

void rapport__result_json_warnings(rapport__json_out *out, const rapport__subject *s)
{
    bool withheld = rapport__subject_withholds(s, RAPPORT_JOINT);
    rapport__json_put_key(out, "warnings");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    warn_of_root(out, s);
    for (uint32_t party = 0; party < s->parties; party++) {
        if (rapport__subject_is_silent(s, party))
            warn(out, rapport_assessment_party_id(s->assessment, party), " gave no answers", "");
        withheld = withheld || rapport__subject_withholds(s, party);
    }
    if (withheld)
        warn(out, "some cells are withheld: too few raters answered", "", "");
    for (uint32_t gate = 0; gate < s->gates; gate++)
        if (rapport__subject_gate_result(s, gate).state == RAPPORT_GATE_UNDECIDED)
            warn(out, "the gate ", rapport__subject_id(s, RAPPORT_OF_GATE, gate), " is undecided");
    warn_of_measures(out, s);
    rapport__json_end(out);
}
