/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What matters to each party: from what it states of siblings to parts of the whole. */
#include <math.h>

#include "analysis/importance.h"
#include "analysis/result.h"
#include "base/struct.h"

#define UNDEFINED -1.0 /* all that is stated is 0 */

typedef struct stated_sums { /* of the children of one group that count */
    double sum, weight;      /* what is stated, and the weights of those of whom it is */
} stated_sums;

static stated_sums add_up(const rapport__node *nodes, const double *says, uint32_t group)
{
    stated_sums out = {0};
    EACH_CHILD(nodes, group, c)
        if (nodes[c].counts && says[c] >= 0) {
            out.sum += says[c];
            out.weight += nodes[c].weight;
        }
    return out;
}

/* A child's part of its group: by the model, or of what the model gives to those of whom something is stated. */
static double part_of(const rapport__node *node, const rapport__node *group, double says, const stated_sums *all)
{
    if (!node->counts)
        return 0;
    if (says < 0)
        return node->weight / group->total;
    return all->sum > 0 ? all->weight / group->total * (says / all->sum) : UNDEFINED;
}

static void share_out(const rapport_result *result, const double *says, double *importance)
{
    const rapport__node *nodes = result->model->content.nodes;
    importance[RAPPORT_ROOT] = 1;
    for (uint32_t group = 0; group < result->node_count; group++) {
        stated_sums all;
        if (nodes[group].kind != RAPPORT_GROUP)
            continue;
        all = add_up(nodes, says, group);
        EACH_CHILD(nodes, group, c) {
            double part = part_of(&nodes[c], &nodes[group], says[c], &all);
            importance[c] = importance[group] < 0 || part < 0 ? UNDEFINED : importance[group] * part;
        }
    }
}

void rapport__compute_importance(rapport_result *result)
{
    for (uint32_t p = 0; p < result->party_count; p++) {
        const rapport__party *party = &result->assessment->parties[p];
        if (party->importance)
            share_out(result, party->importance, result->importance + (size_t)party->stating * result->node_count);
    }
}

/* NULL where the party states nothing. */
static const double *importance_of(const rapport_result *result, uint32_t party)
{
    const rapport__party *found = &result->assessment->parties[party];
    return found->importance ? result->importance + (size_t)found->stating * result->node_count : NULL;
}

static double share_of(const rapport_result *result, uint32_t node)
{
    return node == RAPPORT_ROOT ? 1 : result->model->content.nodes[node].share;
}

/* The mean of those who state any, by the parties' weights. */
static double joint_importance(const rapport_result *result, uint32_t node)
{
    double sum = 0, weight = 0;
    for (uint32_t p = 0; p < result->party_count; p++) {
        const double *importance = importance_of(result, p);
        if (!importance)
            continue;
        if (importance[node] < 0)
            return UNDEFINED;
        sum += result->assessment->parties[p].weight * importance[node];
        weight += result->assessment->parties[p].weight;
    }
    return weight > 0 ? sum / weight : share_of(result, node);
}

rapport_status rapport_result_get_importance(const rapport_result *result, uint32_t view, uint32_t node, double *importance)
{
    const double *stated;
    double found;
    if (!result->assessment || !importance || node >= result->node_count ||
        (view != RAPPORT_JOINT && view >= result->party_count))
        return RAPPORT_BAD_ARGUMENT;
    stated = view == RAPPORT_JOINT ? NULL : importance_of(result, view);
    found = view == RAPPORT_JOINT ? joint_importance(result, node) : stated ? stated[node] : share_of(result, node);
    if (found < 0)
        return RAPPORT_UNDEFINED;
    *importance = found;
    return RAPPORT_OK;
}

rapport_status rapport_result_get_importance_summary(const rapport_result *result, uint32_t of, uint32_t against,
                                                     rapport_importance_summary *out)
{
    rapport_importance_summary filled = {.of = of, .against = against, .largest_node = RAPPORT_NONE};
    rapport__sum apart = {0};
    if (!result->assessment || of >= result->party_count || of == against ||
        (against != RAPPORT_NONE && against >= result->party_count))
        return RAPPORT_BAD_ARGUMENT;
    if (!importance_of(result, of) || (against != RAPPORT_NONE && !importance_of(result, against)))
        return RAPPORT_NOT_FOUND;
    for (uint32_t i = 1; i < result->node_count; i++) {
        const rapport__node *node = &result->model->content.nodes[i];
        double one = importance_of(result, of)[i];
        double other = against == RAPPORT_NONE ? node->share : importance_of(result, against)[i];
        if (node->kind != RAPPORT_CRITERION || !node->enters)
            continue;
        if (one < 0 || other < 0)
            return RAPPORT_UNDEFINED;
        rapport__sum_add(&apart, fabs(one - other));
        if (filled.largest_node == RAPPORT_NONE || rapport__compare(100 * fabs(one - other), 100 * fabs(filled.largest)) > 0) {
            filled.largest = one - other + 0.0;
            filled.largest_node = i;
        }
    }
    filled.apart = rapport__sum_value(&apart) / 2;
    filled.apart = filled.apart > 1 ? 1 : filled.apart;
    return rapport__struct_out(out, &filled, sizeof filled);
}
