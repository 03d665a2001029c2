/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Criterion by criterion, what the parties say together. */
#include "analysis/result.h"

typedef struct together {
    double sum, low, high;       /* of weight * value, over those who answered, and with the silent ones at 0 and at 100 */
    double answered, applicable; /* sums of weights */
    double least, most;          /* of those who answered */
    bool silent;
} together;

static together ask_all(const rapport_result *result, uint32_t criterion)
{
    together all = {.least = 100, .most = 0};
    for (uint32_t p = 0; p < result->party_count; p++) {
        const rapport__cell *cell = &rapport__view(result, p)[criterion];
        double weight = result->assessment->parties[p].weight;
        if (cell->status == RAPPORT_CELL_NOT_APPLICABLE)
            continue;
        all.applicable += weight;
        all.low += weight * cell->lower;
        all.high += weight * cell->upper;
        if (!rapport__has_score(cell)) {
            all.silent = true;
            continue;
        }
        all.answered += weight;
        all.sum += weight * cell->score;
        all.least = cell->score < all.least ? cell->score : all.least;
        all.most = cell->score > all.most ? cell->score : all.most;
    }
    return all;
}

static rapport__cell combine(const together *all, int32_t rule)
{
    rapport__cell cell = {.coverage = all->answered / all->applicable,
                          .status = all->silent ? RAPPORT_CELL_INCOMPLETE : RAPPORT_CELL_OK};
    switch (rule) {
    case RAPPORT_MIN: /* a silent party could say 0 */
        cell.score = cell.upper = all->least;
        cell.lower = all->silent ? 0 : all->least;
        return cell;
    case RAPPORT_MAX: /* a silent party could say 100 */
        cell.score = cell.lower = all->most;
        cell.upper = all->silent ? 100 : all->most;
        return cell;
    default:
        cell.score = all->sum / all->answered;
        cell.score = cell.score > 100 ? 100 : cell.score;
        cell.lower = all->low / all->applicable;
        cell.upper = all->high / all->applicable;
        cell.lower = cell.lower < cell.score ? cell.lower : cell.score;
        cell.upper = cell.upper > cell.score ? cell.upper : cell.score;
        cell.upper = cell.upper > 100 ? 100 : cell.upper;
        return cell;
    }
}

rapport__cell rapport__judge_joint(const rapport_result *result, uint32_t criterion)
{
    together all = ask_all(result, criterion);
    if (all.answered > 0)
        return combine(&all, result->model->content.nodes[criterion].together);
    if (all.applicable > 0)
        return (rapport__cell){.upper = 100, .status = RAPPORT_CELL_MISSING};
    return (rapport__cell){.status = RAPPORT_CELL_NOT_APPLICABLE};
}

void rapport__compute_joint(rapport_result *result)
{
    const rapport__node *nodes = result->model->content.nodes;
    rapport__cell *cells = rapport__joint(result);
    for (uint32_t i = 0; i < result->node_count; i++)
        cells[i] = nodes[i].kind == RAPPORT_GROUP ? (rapport__cell){.status = RAPPORT_CELL_NOT_APPLICABLE}
                                                  : rapport__judge_joint(result, i);
    rapport__compute_tree(result, cells);
}
