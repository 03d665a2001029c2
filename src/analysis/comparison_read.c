/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Reading a comparison. Here, and nowhere else, withheld cells lose their numbers. */
#include "analysis/comparison.h"
#include "base/struct.h"

_Static_assert(sizeof(rapport_round) == 48, "rapport_round");
_Static_assert(sizeof(rapport_left_out) == 16, "rapport_left_out");
_Static_assert(sizeof(rapport_round_trend) == 160, "rapport_round_trend");
_Static_assert(sizeof(rapport_trend_point) == 72, "rapport_trend_point");
_Static_assert(sizeof(rapport_warning) == 56, "rapport_warning");

/* A view of the comparison in a round's result: RAPPORT_NONE if the round does not have it. The joint view comes last. */
static uint32_t view_of(const rapport_comparison *c, uint32_t round, uint32_t view)
{
    uint32_t parties = c->rounds[round].result->party_count, party;
    if (view == RAPPORT_JOINT)
        return parties;
    party = rapport_assessment_find_party(c->rounds[round].assessment, c->party_ids[view]);
    return party < parties ? party : RAPPORT_NONE; /* whoever adds parties later breaks the contract, and nothing else */
}

rapport_cell rapport__compared_cell(const rapport_comparison *c, uint32_t round, uint32_t view, uint32_t node)
{
    const rapport__round *in = &c->rounds[round];
    rapport_cell cell = {.struct_size = sizeof cell, .status = RAPPORT_CELL_MISSING, .upper = 100};
    uint32_t place = rapport__is_active(c, round) ? view_of(c, round, view) : RAPPORT_NONE;
    if (place == RAPPORT_NONE)
        return cell;
    if (rapport__is_masked(in, place, node))
        return (rapport_cell){.struct_size = sizeof cell, .status = RAPPORT_CELL_WITHHELD};
    (void)rapport_result_get_cell(in->result, view == RAPPORT_JOINT ? RAPPORT_JOINT : place, node, &cell);
    return cell;
}

bool rapport__compared_score(const rapport_comparison *c, uint32_t round, uint32_t view, uint32_t node, double *score)
{
    rapport_cell cell = rapport__compared_cell(c, round, view, node);
    bool has = cell.status == RAPPORT_CELL_OK || cell.status == RAPPORT_CELL_INCOMPLETE;
    if (has)
        *score = cell.score;
    return has;
}

static const char *id_of(const rapport_comparison *c, uint32_t node)
{
    return node == RAPPORT_NONE ? NULL : c->model->content.nodes[node].id;
}

rapport_status rapport_comparison_get_options(const rapport_comparison *comparison, rapport_comparison_options *out)
{
    rapport_comparison_options filled = comparison->wanted;
    filled.trust = id_of(comparison, comparison->watched[1]);
    filled.node = id_of(comparison, comparison->watched[2]);
    return rapport__struct_out(out, &filled, sizeof filled);
}

int32_t rapport_comparison_basis(const rapport_comparison *comparison, double *common)
{
    if (common)
        *common = comparison->common_share;
    return comparison->basis;
}

const rapport_model *rapport_comparison_model(const rapport_comparison *comparison)
{
    return comparison->model;
}

uint32_t rapport_comparison_count_rounds(const rapport_comparison *comparison)
{
    return comparison->round_count;
}

const rapport_assessment *rapport_comparison_assessment(const rapport_comparison *comparison, uint32_t round)
{
    return round < comparison->round_count ? comparison->rounds[round].assessment : NULL;
}

uint32_t rapport_comparison_newest(const rapport_comparison *comparison, uint32_t *previous)
{
    if (previous)
        *previous = comparison->previous;
    return comparison->newest;
}

rapport_status rapport_comparison_get_round(const rapport_comparison *comparison, uint32_t round, rapport_round *out)
{
    rapport_round filled = {.band = RAPPORT_NONE, .status = RAPPORT_CELL_MISSING};
    rapport_outcome outcome = {.struct_size = sizeof outcome};
    rapport_cell cell;
    if (round >= comparison->round_count)
        return RAPPORT_BAD_ARGUMENT;
    if (rapport__is_active(comparison, round)) {
        cell = rapport__compared_cell(comparison, round, RAPPORT_JOINT, RAPPORT_ROOT);
        filled.active = 1;
        filled.own_model = comparison->rounds[round].own_model;
        filled.status = cell.status;
        filled.has_score = cell.status == RAPPORT_CELL_OK || cell.status == RAPPORT_CELL_INCOMPLETE;
        filled.coverage = cell.coverage;
        if (filled.has_score) {
            (void)rapport_result_get_outcome(comparison->rounds[round].result, &outcome);
            filled.score = cell.score;
            filled.gated = outcome.gated;
            filled.band = outcome.band;
        }
    }
    return rapport__struct_out(out, &filled, sizeof filled);
}

uint32_t rapport_comparison_count_parties(const rapport_comparison *comparison)
{
    return comparison->party_count;
}

uint32_t rapport_comparison_find_party(const rapport_comparison *comparison, const char *id)
{
    return id ? rapport__index_find(&comparison->party_index, id) : RAPPORT_NONE;
}

const char *rapport_comparison_party_id(const rapport_comparison *comparison, uint32_t party)
{
    return party < comparison->party_count ? comparison->party_ids[party] : NULL;
}

const char *rapport_comparison_party_title(const rapport_comparison *comparison, uint32_t party, const char *language)
{
    for (uint32_t i = comparison->newest + 1; party < comparison->party_count && i-- > 0;)
        if (rapport_comparison_has_party(comparison, i, party)) {
            const rapport_assessment *round = comparison->rounds[i].assessment;
            return rapport_assessment_party_title(round, rapport_assessment_find_party(round, comparison->party_ids[party]),
                                                  language);
        }
    return NULL;
}

int32_t rapport_comparison_has_party(const rapport_comparison *comparison, uint32_t round, uint32_t party)
{
    return rapport__is_active(comparison, round) && party < comparison->party_count &&
           rapport_assessment_find_party(comparison->rounds[round].assessment, comparison->party_ids[party]) != RAPPORT_NONE;
}

int32_t rapport_comparison_has_node(const rapport_comparison *comparison, uint32_t node)
{
    return node < comparison->model->content.node_count && comparison->common[node];
}

uint32_t rapport_comparison_count_left_out(const rapport_comparison *comparison)
{
    return comparison->left_out_count;
}

rapport_status rapport_comparison_get_left_out(const rapport_comparison *comparison, uint32_t index, const char **id,
                                               rapport_left_out *out)
{
    rapport_status status;
    if (index >= comparison->left_out_count)
        return RAPPORT_BAD_ARGUMENT;
    status = rapport__struct_out(out, &comparison->left_out[index].is, sizeof *out);
    if (!status && id)
        *id = comparison->left_out[index].id;
    return status;
}

uint32_t rapport_comparison_watched(const rapport_comparison *comparison, uint32_t *further)
{
    if (further)
        *further = comparison->watched[2];
    return comparison->watched[1];
}

rapport_status rapport_comparison_get_trend(const rapport_comparison *comparison, uint32_t view, uint32_t node,
                                            rapport_round_trend *out)
{
    const rapport__track *track = rapport__find_track(comparison, view, node);
    return track ? rapport__struct_out(out, &track->trend, sizeof track->trend) : RAPPORT_NOT_FOUND;
}

rapport_status rapport_comparison_get_point(const rapport_comparison *comparison, uint32_t view, uint32_t node, uint32_t round,
                                            rapport_trend_point *out)
{
    const rapport__track *track = rapport__find_track(comparison, view, node);
    if (!track)
        return RAPPORT_NOT_FOUND;
    if (round >= comparison->round_count)
        return RAPPORT_BAD_ARGUMENT;
    return rapport__struct_out(out, &track->points[round], sizeof *track->points);
}

uint32_t rapport_comparison_count_warnings(const rapport_comparison *comparison)
{
    return comparison->warning_count;
}

rapport_status rapport_comparison_get_warning(const rapport_comparison *comparison, uint32_t index, rapport_warning *out)
{
    if (index >= comparison->warning_count)
        return RAPPORT_BAD_ARGUMENT;
    return rapport__struct_out(out, &comparison->warnings[index], sizeof *comparison->warnings);
}
