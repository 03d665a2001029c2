/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Reading a result. Here, and nowhere else, withheld cells lose their numbers. */
#include "analysis/result.h"
#include "base/struct.h"
#include "base/sum.h"

/* What callers compiled against: a struct may grow at its end, and do nothing else. */
_Static_assert(sizeof(rapport_cell) == 48, "rapport_cell");
_Static_assert(sizeof(rapport_outcome) == 40, "rapport_outcome");
_Static_assert(sizeof(rapport_gate_result) == 24, "rapport_gate_result");
_Static_assert(sizeof(rapport_demand) == 40, "rapport_demand");
_Static_assert(sizeof(rapport_finding) == 56, "rapport_finding");

static const rapport__cell *find_cell(const rapport_result *result, uint32_t view, uint32_t node)
{
    if (!result->assessment || node >= result->node_count)
        return NULL;
    if (view == RAPPORT_JOINT)
        return &rapport__joint(result)[node];
    return view < result->party_count ? &rapport__view(result, view)[node] : NULL;
}

rapport_status rapport_result_get_cell(const rapport_result *result, uint32_t view, uint32_t node, rapport_cell *out)
{
    const rapport__cell *cell = find_cell(result, view, node);
    rapport_cell filled = {0};
    if (!cell)
        return RAPPORT_BAD_ARGUMENT;
    filled.status = cell->withheld ? RAPPORT_CELL_WITHHELD : cell->status;
    if (!cell->withheld) {
        filled.score = cell->score;
        filled.coverage = cell->coverage;
        filled.lower = cell->lower;
        filled.upper = cell->upper;
        filled.raters = view == RAPPORT_JOINT ? 0 : cell->raters;
    }
    return rapport__struct_out(out, &filled, sizeof filled);
}

rapport_status rapport_result_get_score(const rapport_result *result, uint32_t view, uint32_t node, double *score)
{
    const rapport__cell *cell = find_cell(result, view, node);
    if (!cell || !score)
        return RAPPORT_BAD_ARGUMENT;
    if (cell->withheld || !rapport__has_score(cell))
        return RAPPORT_UNDEFINED;
    *score = cell->score;
    return RAPPORT_OK;
}

rapport_status rapport_result_get_outcome(const rapport_result *result, rapport_outcome *out)
{
    rapport_outcome filled;
    if (!result->assessment)
        return RAPPORT_BAD_ARGUMENT;
    filled = result->outcome;
    if (rapport__joint(result)[RAPPORT_ROOT].withheld) {
        filled = (rapport_outcome){.band = RAPPORT_NONE, .reached = RAPPORT_NONE};
    }
    return rapport__struct_out(out, &filled, sizeof filled);
}

uint32_t rapport_result_band(const rapport_result *result, uint32_t view)
{
    const rapport__cell *cell = find_cell(result, view, RAPPORT_ROOT);
    if (!cell || cell->withheld || !rapport__has_score(cell))
        return RAPPORT_NONE;
    return view == RAPPORT_JOINT ? result->outcome.band : rapport__band_of(result->model, cell->score);
}

rapport_status rapport_result_get_gate(const rapport_result *result, uint32_t gate, rapport_gate_result *out)
{
    if (!result->assessment || gate >= result->model->content.gate_count)
        return RAPPORT_BAD_ARGUMENT;
    return rapport__struct_out(out, &result->gates[gate], sizeof *out);
}

uint32_t rapport_result_count_held_back(const rapport_result *result)
{
    if (!result->assessment || rapport__joint(result)[RAPPORT_ROOT].withheld)
        return 0;
    return result->held_back_count;
}

rapport_status rapport_result_get_held_back(const rapport_result *result, uint32_t index, rapport_demand *out)
{
    if (index >= rapport_result_count_held_back(result))
        return RAPPORT_BAD_ARGUMENT;
    return rapport__struct_out(out, &result->held_back[index], sizeof *out);
}

rapport_status rapport_result_get_measure(const rapport_result *result, int32_t measure, uint32_t party, double *value)
{
    const rapport__measure *found;
    if (!result->assessment || !value || measure < RAPPORT_NET_BENEFIT || measure > RAPPORT_SKILL_COVERAGE ||
        (measure == RAPPORT_NET_BENEFIT && party >= result->party_count))
        return RAPPORT_BAD_ARGUMENT;
    found = measure == RAPPORT_NET_BENEFIT       ? &result->net_benefit[party]
            : measure == RAPPORT_BURDEN_OVERLOAD ? &result->overload
            : measure == RAPPORT_BALANCE         ? &result->balance
                                                 : &result->skills;
    if (!found->status)
        *value = found->value;
    return found->status;
}

rapport_status rapport_result_get_finding(const rapport_result *result, uint32_t node, rapport_finding *out)
{
    const rapport__cell *cell = find_cell(result, RAPPORT_JOINT, node);
    const rapport__explained *explained;
    const rapport__node *is;
    rapport_finding filled = {0};
    bool whole, counts;
    if (!cell || node == RAPPORT_ROOT)
        return RAPPORT_BAD_ARGUMENT;
    is = &result->model->content.nodes[node];
    explained = &result->explained[node];
    whole = result->outcome.has_score && !rapport__joint(result)[RAPPORT_ROOT].withheld;
    counts = !cell->withheld && rapport__has_score(cell);
    filled.target = is->target;
    if (counts && whole && !(is->enters && cell->telling)) {
        filled.has |= RAPPORT_HAS_CONTRIBUTION | RAPPORT_HAS_LIFT | (explained->unbounded ? 0 : RAPPORT_HAS_LEVERAGE);
        filled.contribution = explained->contribution;
        filled.leverage = explained->leverage;
        filled.lift = explained->lift;
    }
    if (counts) {
        filled.has |= RAPPORT_HAS_GAP;
        filled.gap = rapport__compare(cell->score, is->target) < 0 ? is->target - cell->score : 0;
        filled.severity = is->share * filled.gap;
    }
    return rapport__struct_out(out, &filled, sizeof filled);
}

uint32_t rapport_result_get_priorities(const rapport_result *result, uint32_t *nodes, uint32_t capacity)
{
    if (!result->assessment)
        return 0;
    for (uint32_t i = 0; nodes && i < capacity && i < result->priority_count; i++)
        nodes[i] = result->priorities[i];
    return result->priority_count;
}

uint32_t rapport_result_priority(const rapport_result *result, uint32_t index)
{
    return result->assessment && index < result->priority_count ? result->priorities[index] : RAPPORT_NONE;
}
