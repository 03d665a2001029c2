/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* From the criteria up the tree, in one walk from the last node to the first: children come after their parents. */
#include "analysis/result.h"
#include "base/sum.h"
#include "model/power.h"

typedef struct gathered { /* the children of one group that count and apply */
    uint32_t applicable, valued;
    double weight, covered; /* of the applicable ones */
    double sum, sum_weight; /* of those that have a score */
    double low, high;       /* of the applicable ones, weight * bound */
    bool complete;
} gathered;

/* Everything that a plain weighted mean needs is summed on the way, in node order; the rest of the power means get arrays. */
static gathered gather(const rapport_result *result, const rapport__node *nodes, const rapport__cell *cells, uint32_t group)
{
    gathered g = {.complete = true};
    bool plain = nodes[group].power == 1;
    EACH_CHILD(nodes, group, c) {
        const rapport__cell *cell = &cells[c];
        double weight = nodes[c].weight;
        if (!nodes[c].counts || cell->status == RAPPORT_CELL_NOT_APPLICABLE)
            continue;
        g.weight += weight;
        g.covered += weight * cell->coverage;
        g.low += weight * cell->lower;
        g.high += weight * cell->upper;
        g.complete = g.complete && cell->status == RAPPORT_CELL_OK;
        if (!plain) {
            result->lows[g.applicable] = cell->lower;
            result->highs[g.applicable] = cell->upper;
            result->order[g.applicable] = c;
        }
        g.applicable++;
        if (!rapport__has_score(cell))
            continue;
        g.sum += weight * cell->score;
        g.sum_weight += weight;
        if (!plain) {
            result->weights[g.valued] = weight;
            result->values[g.valued] = cell->score;
        }
        g.valued++;
    }
    return g;
}

static double at_most_100(double points)
{
    return points > 100 ? 100 : points;
}

static rapport__cell plain_mean(const gathered *g)
{
    return (rapport__cell){
        .score = at_most_100(g->sum / g->sum_weight), .lower = g->low / g->weight, .upper = at_most_100(g->high / g->weight)};
}

static rapport__cell power_mean(const rapport_result *result, const rapport__node *nodes, uint32_t group, const gathered *g)
{
    double power = nodes[group].power;
    rapport__cell cell = {.score = rapport__power_mean(power, g->valued, result->weights, result->values)};
    if (g->complete) {
        cell.lower = cell.upper = cell.score;
        return cell;
    }
    for (uint32_t i = 0; i < g->applicable; i++)
        result->weights[i] = nodes[result->order[i]].weight;
    cell.lower = rapport__power_mean(power, g->applicable, result->weights, result->lows);
    cell.upper = rapport__power_mean(power, g->applicable, result->weights, result->highs);
    return cell;
}

rapport__cell rapport__judge_group(const rapport_result *result, const rapport__cell *cells, uint32_t group)
{
    const rapport__node *nodes = result->model->content.nodes;
    gathered g = gather(result, nodes, cells, group);
    rapport__cell cell;
    if (!g.applicable)
        return (rapport__cell){.status = RAPPORT_CELL_NOT_APPLICABLE};
    if (!g.valued)
        return (rapport__cell){.upper = 100, .status = RAPPORT_CELL_MISSING};
    cell = nodes[group].power == 1 ? plain_mean(&g) : power_mean(result, nodes, group, &g);
    cell.status = g.complete ? RAPPORT_CELL_OK : RAPPORT_CELL_INCOMPLETE;
    cell.coverage = g.covered / g.weight; /* never above 1: no product is above its weight, and rounding keeps that order */
    if (cell.lower > cell.score)
        cell.lower = cell.score; /* rounding must not take the score out of its bounds */
    if (cell.upper < cell.score)
        cell.upper = cell.score;
    return cell;
}

void rapport__compute_tree(rapport_result *result, rapport__cell *cells)
{
    const rapport__content *content = &result->model->content;
    rapport__cell *root = cells + RAPPORT_ROOT;
    for (uint32_t i = result->node_count; i-- > 0;) {
        uint32_t raters = cells[i].raters;
        if (content->nodes[i].kind != RAPPORT_GROUP)
            continue;
        cells[i] = rapport__judge_group(result, cells, i);
        cells[i].raters = raters;
    }
    if (content->missing == RAPPORT_STRICT && rapport__has_score(root) &&
        rapport__compare(root->coverage, content->minimum_coverage) < 0) {
        root->status = RAPPORT_CELL_MISSING;
        root->score = 0;
    }
}
