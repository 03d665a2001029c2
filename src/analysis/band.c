/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* From the gated score to its band: thresholds first, then the demands of the upper bands. */
#include "analysis/result.h"
#include "base/sum.h"

/* Which of its numbers a cell is judged by: what it is now, or what it is at least or at most once all is answered. */
typedef enum when { NOW, AT_LEAST, AT_MOST } when;

uint32_t rapport__band_of(const rapport_model *model, double points)
{
    uint32_t band = model->content.band_count - 1;
    while (band && rapport__compare(points, model->content.bands[band].is.from) < 0)
        band--;
    return band;
}

/* Lowers `demand` to a cell that is worse than those before: `actual` is the least, its owner the culprit. */
static void take_least(rapport_demand *demand, const rapport__cell *cell, uint32_t owner, when at)
{
    bool known = at != NOW || rapport__has_score(cell);
    double value = at == AT_LEAST ? cell->lower : at == AT_MOST ? cell->upper : cell->score;
    if (demand->culprit != RAPPORT_NONE && (!demand->has_actual || (known && value >= demand->actual)))
        return;
    demand->culprit = owner;
    demand->has_actual = known;
    demand->actual = known ? value : 0;
}

static void find_weakest_group(const rapport_result *result, rapport_demand *demand, when at)
{
    const rapport__node *nodes = result->model->content.nodes;
    const rapport__cell *cells = rapport__joint(result);
    EACH_CHILD(nodes, RAPPORT_ROOT, c)
        if (nodes[c].kind == RAPPORT_GROUP && nodes[c].counts && cells[c].status != RAPPORT_CELL_NOT_APPLICABLE)
            take_least(demand, &cells[c], c, at);
}

static void find_weakest_party(const rapport_result *result, rapport_demand *demand, when at)
{
    for (uint32_t p = 0; p < result->party_count; p++) {
        const rapport__cell *root = &rapport__view(result, p)[RAPPORT_ROOT];
        if (root->status != RAPPORT_CELL_NOT_APPLICABLE)
            take_least(demand, root, p, at);
    }
}

static bool has_undecided_gate(const rapport_result *result)
{
    for (uint32_t i = 0; i < result->model->content.gate_count; i++)
        if (result->gates[i].state == RAPPORT_GATE_UNDECIDED)
            return true;
    return false;
}

/* Whether a demand of a band is met; `demand` comes with its kind and says what is needed and what there is. */
static bool is_met(const rapport_result *result, const rapport_band *band, rapport_demand *demand, when at)
{
    demand->culprit = RAPPORT_NONE;
    demand->has_actual = 0;
    demand->actual = demand->needed = 0;
    switch (demand->demand) {
    case RAPPORT_EVERY_GROUP:
        demand->needed = band->every_group;
        find_weakest_group(result, demand, at);
        break;
    case RAPPORT_WEAKEST_PARTY:
        demand->needed = band->weakest_party;
        find_weakest_party(result, demand, at);
        break;
    case RAPPORT_NEEDS_BALANCE:
        demand->needed = band->balance;
        demand->has_actual = result->balance.status == RAPPORT_OK;
        demand->actual = demand->has_actual ? result->balance.value : 0;
        if (result->balance.status == RAPPORT_NOT_FOUND)
            return true;
        return demand->has_actual && rapport__compare(demand->actual, demand->needed) >= 0;
    case RAPPORT_NEEDS_COVERAGE:
        demand->needed = band->coverage;
        demand->has_actual = 1;
        demand->actual = rapport__joint(result)[RAPPORT_ROOT].coverage;
        break;
    default:
        return !has_undecided_gate(result);
    }
    if (demand->culprit == RAPPORT_NONE && !demand->has_actual)
        return true; /* there is nobody to ask */
    return demand->has_actual && rapport__compare(demand->actual, demand->needed) >= 0;
}

/* What may not be shown of a demand: the score of a withheld cell. */
static void redact(const rapport_result *result, rapport_demand *demand)
{
    const rapport__cell *cell = demand->culprit == RAPPORT_NONE         ? NULL
                                : demand->demand == RAPPORT_EVERY_GROUP ? &rapport__joint(result)[demand->culprit]
                                : demand->demand == RAPPORT_WEAKEST_PARTY
                                    ? &rapport__view(result, demand->culprit)[RAPPORT_ROOT]
                                    : NULL;
    if (cell && cell->withheld) {
        demand->has_actual = 0;
        demand->actual = 0;
    }
}

bool rapport__meets(const rapport_result *result, uint32_t band, rapport_demand *demand)
{
    bool met = is_met(result, &result->model->content.bands[band].is, demand, NOW);
    if (!met)
        redact(result, demand);
    return met;
}

/* The band that holds for gated points: the highest one reached whose demands are met. Notes what holds it back if `list`. */
static uint32_t settle(const rapport_result *result, double points, when at, rapport_demand *list, uint32_t *count)
{
    uint32_t band = rapport__band_of(result->model, points);
    for (; band; band--) {
        const rapport_band *is = &result->model->content.bands[band].is;
        bool all_met = true;
        for (uint32_t kind = RAPPORT_EVERY_GROUP; kind <= RAPPORT_NO_UNDECIDED_GATES; kind *= 2) {
            rapport_demand demand = {.band = band, .demand = kind};
            if (!(is->demands & kind) || is_met(result, is, &demand, at))
                continue;
            all_met = false;
            if (list) {
                redact(result, &demand);
                list[(*count)++] = demand;
            }
        }
        if (all_met)
            break;
    }
    return band;
}

void rapport__compute_band(rapport_result *result)
{
    const rapport__cell *root = &rapport__joint(result)[RAPPORT_ROOT];
    rapport_outcome *outcome = &result->outcome;
    result->held_back_count = 0;
    outcome->band = outcome->reached = RAPPORT_NONE;
    outcome->band_certain = 0;
    if (!outcome->has_score)
        return;
    outcome->reached = rapport__band_of(result->model, outcome->gated);
    outcome->band = settle(result, outcome->gated, NOW, result->held_back, &result->held_back_count);
    outcome->band_certain = !has_undecided_gate(result) &&
                            settle(result, rapport__gated(result, root->lower), AT_LEAST, NULL, NULL) == outcome->band &&
                            settle(result, rapport__gated(result, root->upper), AT_MOST, NULL, NULL) == outcome->band;
}
