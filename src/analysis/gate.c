/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Gates: conditions that a weighted mean may not buy off. What is missing is judged on the bounds, never on a guess. */
#include "analysis/result.h"
#include "base/sum.h"

/* Points above the threshold under which a pass is a near miss: half a level of five. */
#define NEAR 12.5

typedef struct votes { /* of the cells or parties that a gate looks at */
    uint32_t breaking, holding, open;
    bool has_value, withheld;
    double value;
} votes;

/* Keeps the worst value for any, the best for all; `above` turns worst and best round. */
static void take_value(votes *all, const rapport_gate *gate, double value)
{
    bool keep_larger = (gate->view == RAPPORT_ALL_VIEWS) != (gate->above != 0);
    if (!all->has_value || (keep_larger ? value > all->value : value < all->value))
        all->value = value;
    all->has_value = true;
}

static void ask_cell(votes *all, const rapport_gate *gate, const rapport__cell *cell)
{
    if (cell->status == RAPPORT_CELL_NOT_APPLICABLE)
        return;
    if (rapport__compare(cell->upper, gate->threshold) < 0)
        all->breaking++;
    else if (rapport__compare(cell->lower, gate->threshold) >= 0)
        all->holding++;
    else
        all->open++;
    all->withheld = all->withheld || cell->withheld;
    if (rapport__has_score(cell))
        take_value(all, gate, cell->score);
}

static void ask_measure(votes *all, const rapport_gate *gate, const rapport__measure *measure)
{
    int order = rapport__compare(measure->value, gate->threshold);
    if (measure->status == RAPPORT_NOT_FOUND)
        return;
    if (measure->unbounded ? gate->above != 0 : measure->status == RAPPORT_OK && (gate->above ? order > 0 : order < 0))
        all->breaking++;
    else if (measure->unbounded || measure->status == RAPPORT_OK)
        all->holding++;
    else
        all->open++;
    if (measure->status == RAPPORT_OK)
        take_value(all, gate, measure->value);
}

static votes ask(const rapport_result *result, const rapport_gate *gate)
{
    votes all = {0};
    switch (gate->measure) {
    case RAPPORT_NET_BENEFIT:
        for (uint32_t p = 0; p < result->party_count; p++)
            ask_measure(&all, gate, &result->net_benefit[p]);
        return all;
    case RAPPORT_BURDEN_OVERLOAD:
        ask_measure(&all, gate, &result->overload);
        return all;
    case RAPPORT_BALANCE:
        ask_measure(&all, gate, &result->balance);
        return all;
    case RAPPORT_SKILL_COVERAGE:
        ask_measure(&all, gate, &result->skills);
        return all;
    default:
        break;
    }
    if (gate->view == RAPPORT_JOINT_VIEW)
        ask_cell(&all, gate, &rapport__joint(result)[gate->node]);
    for (uint32_t p = 0; gate->view != RAPPORT_JOINT_VIEW && p < result->party_count; p++)
        ask_cell(&all, gate, &rapport__view(result, p)[gate->node]);
    return all;
}

static int32_t judge(const votes *all, const rapport_gate *gate)
{
    uint32_t voters = all->breaking + all->holding + all->open;
    bool every = gate->view == RAPPORT_ALL_VIEWS;
    if (!voters)
        return RAPPORT_GATE_NOT_APPLICABLE;
    if (gate->measure && all->open)
        return RAPPORT_GATE_UNDECIDED; /* a ledger that lacks a party decides nothing */
    if (every ? all->breaking == voters : all->breaking > 0)
        return RAPPORT_GATE_BREACHED;
    if (every ? all->holding == 0 : all->holding < voters)
        return RAPPORT_GATE_UNDECIDED;
    if (!gate->measure && all->has_value && rapport__compare(all->value - gate->threshold, NEAR) < 0)
        return RAPPORT_GATE_NEAR_MISS;
    return RAPPORT_GATE_PASSED;
}

double rapport__gated(const rapport_result *result, double points)
{
    const rapport__content *content = &result->model->content;
    for (uint32_t i = 0; i < content->gate_count; i++) /* the cap of a fail is 0, that of a flag 100 */
        if (result->gates[i].state == RAPPORT_GATE_BREACHED && content->gates[i].is.cap < points)
            points = content->gates[i].is.cap;
    return points;
}

void rapport__compute_gates(rapport_result *result)
{
    const rapport__content *content = &result->model->content;
    const rapport__cell *root = &rapport__joint(result)[RAPPORT_ROOT];
    rapport_outcome *outcome = &result->outcome;
    for (uint32_t i = 0; i < content->gate_count; i++) {
        votes all = ask(result, &content->gates[i].is);
        bool shown = all.has_value && !all.withheld && !(content->gates[i].is.measure && all.open);
        result->gates[i] = (rapport_gate_result){
            .state = judge(&all, &content->gates[i].is), .has_value = shown, .value = shown ? all.value : 0};
    }
    outcome->has_score = rapport__has_score(root);
    outcome->score = root->score;
    outcome->gated = outcome->has_score ? rapport__gated(result, root->score) : 0;
    for (uint32_t i = 0; outcome->has_score && !root->withheld && i < content->gate_count; i++)
        result->gates[i].binding = result->gates[i].state == RAPPORT_GATE_BREACHED &&
                                   rapport__compare(content->gates[i].is.cap, root->score) < 0 &&
                                   rapport__compare(content->gates[i].is.cap, outcome->gated) == 0;
}
