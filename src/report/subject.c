/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/subject.h"

#include <stddef.h>

rapport_node rapport__subject_node(const rapport__subject *s, uint32_t node)
{
    rapport_node out = {.struct_size = sizeof out};
    (void)rapport_model_get_node(s->model, node, &out);
    return out;
}

rapport_gate rapport__subject_gate(const rapport__subject *s, uint32_t gate)
{
    rapport_gate out = {.struct_size = sizeof out};
    (void)rapport_model_get_gate(s->model, gate, &out);
    return out;
}

rapport_band rapport__subject_band(const rapport__subject *s, uint32_t band)
{
    rapport_band out = {.struct_size = sizeof out};
    (void)rapport_model_get_band(s->model, band, &out);
    return out;
}

rapport_cell rapport__subject_cell(const rapport__subject *s, uint32_t view, uint32_t node)
{
    rapport_cell out = {.struct_size = sizeof out};
    (void)rapport_result_get_cell(s->result, view, node, &out);
    return out;
}

rapport_finding rapport__subject_finding(const rapport__subject *s, uint32_t node)
{
    rapport_finding out = {.struct_size = sizeof out};
    (void)rapport_result_get_finding(s->result, node, &out);
    return out;
}

rapport_outcome rapport__subject_outcome(const rapport__subject *s)
{
    rapport_outcome out = {.struct_size = sizeof out};
    (void)rapport_result_get_outcome(s->result, &out);
    return out;
}

rapport_gate_result rapport__subject_gate_result(const rapport__subject *s, uint32_t gate)
{
    rapport_gate_result out = {.struct_size = sizeof out};
    (void)rapport_result_get_gate(s->result, gate, &out);
    return out;
}

rapport_demand rapport__subject_held_back(const rapport__subject *s, uint32_t index)
{
    rapport_demand out = {.struct_size = sizeof out};
    (void)rapport_result_get_held_back(s->result, index, &out);
    return out;
}

bool rapport__subject_perception(const rapport__subject *s, uint32_t pair, uint32_t node, rapport_perception *out)
{
    *out = (rapport_perception){.struct_size = sizeof *out};
    return rapport_result_get_perception(s->result, pair, node, out) == RAPPORT_OK;
}

bool rapport__cell_has_score(const rapport_cell *cell)
{
    return cell->status == RAPPORT_CELL_OK || cell->status == RAPPORT_CELL_INCOMPLETE;
}

bool rapport__cell_has_bounds(const rapport_cell *cell)
{
    return rapport__cell_has_score(cell) || cell->status == RAPPORT_CELL_MISSING;
}

const char *rapport__subject_id(const rapport__subject *s, int32_t part, uint32_t index)
{
    return rapport_model_part_id(s->model, part, index, 0);
}

const char *rapport__subject_title(const rapport__subject *s, int32_t part, uint32_t index)
{
    return rapport_model_label(s->model, part, index, 0, RAPPORT_TITLE, s->language);
}

const char *rapport__subject_party(const rapport__subject *s, uint32_t party)
{
    return rapport_assessment_party_title(s->assessment, party, s->language);
}

uint32_t rapport__subject_next_sibling(const rapport__subject *s, uint32_t node)
{
    return rapport__subject_node(s, node).end;
}

bool rapport__subject_withholds(const rapport__subject *s, uint32_t view)
{
    for (uint32_t node = 0; node < s->nodes; node++)
        if (rapport__subject_cell(s, view, node).status == RAPPORT_CELL_WITHHELD)
            return true;
    return false;
}

bool rapport__subject_protects(const rapport__subject *s, uint32_t party)
{
    return rapport_assessment_anonymity_floor(s->assessment) > 1 &&
           rapport_assessment_party_voice(s->assessment, party) == RAPPORT_VOICE_RATERS;
}

bool rapport__subject_discloses(const rapport__subject *s, uint32_t party, uint32_t criterion)
{
    if (s->redact || rapport__subject_withholds(s, party))
        return false;
    return !rapport__subject_protects(s, party) ||
           rapport__subject_cell(s, party, criterion).raters >= rapport_assessment_anonymity_floor(s->assessment);
}

uint32_t rapport__subject_party_of(const rapport__subject *s, uint32_t rater)
{
    uint32_t party = RAPPORT_NONE;
    (void)rapport_assessment_get_rater(s->assessment, rater, &party, NULL, NULL, NULL);
    return party;
}

bool rapport__subject_is_silent(const rapport__subject *s, uint32_t party)
{
    for (uint32_t node = 0; node < s->nodes; node++) {
        rapport_cell cell = rapport__subject_cell(s, party, node);
        if (cell.status == RAPPORT_CELL_WITHHELD || cell.raters)
            return false;
    }
    return rapport__subject_cell(s, party, RAPPORT_ROOT).status != RAPPORT_CELL_NOT_APPLICABLE;
}
