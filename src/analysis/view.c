/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* From the answers of a party's raters to the cells of its criteria. */
#include <math.h>
#include <string.h>

#include "analysis/result.h"

/* Counts a rater towards every group that the answer enters, once. */
static void count_rater(rapport_result *result, rapport__cell *cells, uint32_t criterion, uint32_t rater)
{
    const rapport__node *nodes = result->model->content.nodes;
    for (uint32_t at = criterion; at != RAPPORT_ROOT && nodes[at].counts; at = nodes[at].parent) {
        uint32_t group = nodes[at].parent;
        if (result->stamps[group] == rater)
            return;
        result->stamps[group] = rater;
        cells[group].raters++;
    }
}

static void tally_rater(rapport_result *result, rapport__cell *cells, uint32_t index)
{
    const rapport__rater *rater = &result->assessment->raters[index];
    for (uint32_t p = 0; p < result->assessment->page_count; p++) {
        const rapport__page *page = rater->row[p];
        if (!page)
            continue;
        for (uint32_t i = 0; i < RAPPORT__PAGE; i++) {
            rapport__tally *tally = &result->tallies[p * RAPPORT__PAGE + i];
            switch (page->state[i]) {
            case RAPPORT_UNANSWERED:
                break;
            case RAPPORT_ANSWERED:
                tally->sum += rater->weight * page->points[i];
                tally->weight += rater->weight;
                tally->plain += page->points[i];
                tally->answered++;
                count_rater(result, cells, p * RAPPORT__PAGE + i, index);
                break;
            case RAPPORT_NOT_APPLICABLE:
                tally->not_applicable = true;
                break;
            default:
                tally->missing = true;
            }
        }
    }
}

/* s^2/n of each criterion's raters by a second pass, corrected for the rounding of the mean (Chan, Golub & LeVeque 1983). */
static void measure_noise(rapport_result *result, uint32_t party, uint32_t first)
{
    const rapport_assessment *assessment = result->assessment;
    rapport__tally *tallies = result->tallies;
    rapport__cell *cells = rapport__view(result, party);
    rapport__scatter *scatters = rapport__scatters(result, party);
    for (uint32_t i = 0; i < result->node_count; i++) {
        if (tallies[i].answered)
            tallies[i].plain /= tallies[i].answered;
        tallies[i].sum = tallies[i].weight = 0; /* now of deviations, squared and plain */
    }
    for (uint32_t r = first; r != RAPPORT_NONE; r = assessment->raters[r].next) {
        for (uint32_t p = 0; p < assessment->page_count; p++) {
            const rapport__page *page = assessment->raters[r].row[p];
            for (uint32_t i = 0; page && i < RAPPORT__PAGE; i++) {
                rapport__tally *tally = &tallies[p * RAPPORT__PAGE + i];
                double deviation = page->points[i] - tally->plain;
                if (page->state[i] != RAPPORT_ANSWERED)
                    continue;
                tally->sum += deviation * deviation;
                tally->weight += deviation;
                tally->away += fabs(deviation);
            }
        }
    }
    for (uint32_t i = 0; i < result->node_count; i++) {
        double n = tallies[i].answered, squares = n >= 2 ? tallies[i].sum - tallies[i].weight * tallies[i].weight / n : 0;
        cells[i].noise = squares > 0 ? squares / (n - 1) / n : 0;
        scatters[i] = (rapport__scatter){tallies[i].plain, squares > 0 ? squares : 0, tallies[i].away};
    }
}

static rapport__cell answered(double score, uint32_t raters)
{
    return (rapport__cell){
        .score = score, .coverage = 1, .lower = score, .upper = score, .raters = raters, .status = RAPPORT_CELL_OK};
}

static rapport__cell judge(const rapport_result *result, const rapport__tally *tally, uint32_t criterion)
{
    const rapport__page *fact = rapport__page_of(result->assessment->facts, criterion);
    if (fact && fact->state[criterion % RAPPORT__PAGE])
        return answered(fact->points[criterion % RAPPORT__PAGE], 0);
    if (tally->answered)
        return answered(tally->sum / tally->weight > 100 ? 100 : tally->sum / tally->weight, tally->answered);
    if (tally->not_applicable && !tally->missing)
        return (rapport__cell){.status = RAPPORT_CELL_NOT_APPLICABLE};
    return (rapport__cell){.upper = 100, .status = RAPPORT_CELL_MISSING};
}

void rapport__compute_view(rapport_result *result, uint32_t party)
{
    const rapport_assessment *assessment = result->assessment;
    const rapport__node *nodes = result->model->content.nodes;
    rapport__cell *cells = rapport__view(result, party);
    uint32_t first = assessment->parties[party].first_rater;
    memset(cells, 0, result->node_count * sizeof *cells);
    memset(result->tallies, 0, (size_t)assessment->page_count * RAPPORT__PAGE * sizeof *result->tallies);
    for (uint32_t i = 0; i < result->node_count; i++)
        result->stamps[i] = RAPPORT_NONE;
    for (uint32_t r = first; r != RAPPORT_NONE; r = assessment->raters[r].next)
        tally_rater(result, cells, r);
    for (uint32_t i = 0; i < result->node_count; i++)
        if (nodes[i].kind == RAPPORT_CRITERION)
            cells[i] = judge(result, &result->tallies[i], i);
    if (first != RAPPORT_NONE && assessment->raters[first].next != RAPPORT_NONE)
        measure_noise(result, party, first);
    rapport__compute_tree(result, cells);
}
