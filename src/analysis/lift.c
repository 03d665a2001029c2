/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What closing one target gap would give: the joint score with this one value at its target, computed anew along the way to the
 * root. Every node knows what its siblings bring into the mean ("others"), so that a step up costs the same whatever their
 * number: for plain means the sum of w x, for power means the sum of their terms relative to the group's reference, for minimum
 * and maximum the siblings' extreme. Sums before and after a node are added, nothing is subtracted: no digits are lost. */
#include "analysis/result.h"
#include "base/maths.h"
#include "base/sort.h"
#include "base/sum.h"
#include "model/power.h"

/* The smaller of two values for the minimum, the larger for the maximum. */
static double extreme_of(double power, double a, double b)
{
    return (power < 0) == (a < b) ? a : b;
}

static double term(double power, double reference, double weight, double value)
{
    if (power == 1)
        return weight * value;
    return reference > 0 ? rapport__power_term(power, reference, weight, value) : 0;
}

/* Fills `others` of the children of a group that have a score, and how the group's mean was made. */
static void know_others(rapport_result *result, const rapport__node *nodes, const rapport__cell *cells, uint32_t group)
{
    double power = nodes[group].power, least = 100, largest = 0, before, after;
    rapport__mean *mean = &result->means[group];
    bool extreme = rapport__power_is_extreme(power);
    uint32_t count = 0;
    *mean = (rapport__mean){0};
    EACH_CHILD(nodes, group, c) {
        double value;
        if (!nodes[c].counts || !rapport__has_score(&cells[c]))
            continue;
        value = rapport__power_floor(power, cells[c].score);
        least = value < least ? value : least;
        largest = value > largest ? value : largest;
        mean->weight += nodes[c].weight;
        result->order[count++] = c;
    }
    mean->reference = power > 0 ? largest : least;
    before = after = extreme && power < 0 ? 100 : 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t c = result->order[i];
        result->explained[c].others = before;
        if (extreme)
            before = extreme_of(power, cells[c].score, before);
        else
            before += result->values[i] = term(power, mean->reference, nodes[c].weight, cells[c].score);
    }
    for (uint32_t i = count; i-- > 0;) {
        uint32_t c = result->order[i];
        double *others = &result->explained[c].others;
        if (extreme) {
            *others = extreme_of(power, after, *others);
            after = extreme_of(power, cells[c].score, after);
        } else {
            *others += after;
            after += result->values[i];
        }
    }
}

/* The mean of a group if the child had another, larger value. */
static double replaced(const rapport_result *result, const rapport__node *nodes, uint32_t group, uint32_t child, double value)
{
    double power = nodes[group].power, weight = nodes[child].weight, others = result->explained[child].others, mean;
    double reference = result->means[group].reference, total = result->means[group].weight;
    if (rapport__power_is_extreme(power))
        return extreme_of(power, others, value);
    value = rapport__power_floor(power, value);
    if (power != 1 && power > 0 && value > reference) { /* it would weigh most: take all relative to it */
        others = reference > 0 ? others * rapport__pow(reference / value, power) : 0;
        reference = value;
    }
    mean = power == 1 ? (others + weight * value) / total
                      : rapport__power_from_terms(power, reference, others + term(power, reference, weight, value), total);
    return mean > 100 ? 100 : mean;
}

static double lift_of(const rapport_result *result, const rapport__node *nodes, const rapport__cell *cells, uint32_t node)
{
    double value = nodes[node].target;
    if (!nodes[node].enters || rapport__compare(cells[node].score, value) >= 0)
        return 0;
    for (uint32_t at = node; at != RAPPORT_ROOT; at = nodes[at].parent) {
        value = replaced(result, nodes, nodes[at].parent, at, value);
        if (value <= cells[nodes[at].parent].score)
            return 0; /* it is not felt above here */
    }
    return value - cells[RAPPORT_ROOT].score;
}

/* By lift, then severity, both rounded as thresholds are, then model order. */
static int compare_priorities(const void *context, uint32_t a, uint32_t b)
{
    const rapport_result *result = context;
    const double *lift = result->weights, *severity = result->values;
    if (lift[a] != lift[b])
        return lift[a] > lift[b] ? -1 : 1;
    if (severity[a] != severity[b])
        return severity[a] > severity[b] ? -1 : 1;
    return 0; /* the sort is stable */
}

static void rank_priorities(rapport_result *result, const rapport__node *nodes, const rapport__cell *cells)
{
    result->priority_count = 0;
    for (uint32_t i = 0; i < result->node_count; i++) {
        if (nodes[i].kind != RAPPORT_CRITERION || !rapport__has_score(&cells[i]) || cells[i].withheld ||
            rapport__compare(cells[i].score, nodes[i].target) >= 0)
            continue;
        result->weights[i] = rapport__round_points(result->explained[i].lift);
        result->values[i] = rapport__round_points(nodes[i].share * (nodes[i].target - cells[i].score));
        result->priorities[result->priority_count++] = i;
    }
    rapport__sort(result->priorities, result->room, result->priority_count, compare_priorities, result);
}

void rapport__compute_lifts(rapport_result *result)
{
    const rapport__node *nodes = result->model->content.nodes;
    const rapport__cell *cells = rapport__joint(result);
    for (uint32_t i = 0; result->outcome.has_score && i < result->node_count; i++)
        if (nodes[i].kind == RAPPORT_GROUP && nodes[i].enters && rapport__has_score(&cells[i]))
            know_others(result, nodes, cells, i);
    for (uint32_t i = 1; result->outcome.has_score && i < result->node_count; i++)
        if (rapport__has_score(&cells[i]))
            result->explained[i].lift = lift_of(result, nodes, cells, i);
    rank_priorities(result, nodes, cells);
}
