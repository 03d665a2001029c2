/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* From what raters say of parties to what each party says of each, criterion by criterion. */
#include "analysis/consensus.h"
#include "base/sort.h"
#include "base/struct.h"
#include "rapport/perspective.h"

_Static_assert(sizeof(rapport_opinion) == 40, "rapport_opinion");

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

/* Of the same question, in a party's mouth. */
static int compare_questions(const rapport_assessment *assessment, const rapport__statement *a, const rapport__statement *b)
{
    int order = compare_numbers((uint32_t)a->kind, (uint32_t)b->kind);
    if (!order)
        order = compare_numbers(assessment->raters[a->rater].party, assessment->raters[b->rater].party);
    if (!order)
        order = compare_numbers(a->party, b->party);
    return order ? order : compare_numbers(a->node, b->node);
}

static int compare_said(const void *context, uint32_t a, uint32_t b)
{
    const rapport_assessment *assessment = context;
    const rapport__statement *left = &assessment->opinions[a], *right = &assessment->opinions[b];
    int order = compare_questions(assessment, left, right);
    return order ? order : compare_numbers(left->rater, right->rater);
}

/* The mean of order[first..end), which are on one question; false if nobody answered it. */
static bool sum_up(const rapport_result *result, uint32_t first, uint32_t end, rapport__opinion *out)
{
    const rapport_assessment *assessment = result->assessment;
    double sum = 0, weight = 0;
    const rapport__statement *said = &assessment->opinions[result->order[first]];
    *out = (rapport__opinion){said->kind, assessment->raters[said->rater].party, said->party, said->node, 0, 0};
    for (uint32_t i = first; i < end; i++) {
        said = &assessment->opinions[result->order[i]];
        if (said->state != RAPPORT_ANSWERED ||
            (i + 1 < end && assessment->opinions[result->order[i + 1]].rater == said->rater)) /* it was replaced */
            continue;
        sum += assessment->raters[said->rater].weight * said->points;
        weight += assessment->raters[said->rater].weight;
        out->raters++;
    }
    out->points = out->raters ? sum / weight : 0;
    out->points = out->points > 100 ? 100 : out->points;
    return out->raters > 0;
}

void rapport__compute_opinions(rapport_result *result)
{
    const rapport_assessment *assessment = result->assessment;
    uint32_t count = assessment->opinion_count;
    result->opinion_count = 0;
    for (uint32_t i = 0; i < count; i++)
        result->order[i] = i;
    rapport__sort(result->order, result->room, count, compare_said, assessment);
    for (uint32_t first = 0, end; first < count; first = end) {
        const rapport__statement *said = &assessment->opinions[result->order[first]];
        for (end = first + 1; end < count; end++)
            if (compare_questions(assessment, said, &assessment->opinions[result->order[end]]))
                break;
        result->opinion_count += sum_up(result, first, end, &result->opinions[result->opinion_count]);
    }
}

uint32_t rapport_result_count_opinions(const rapport_result *result)
{
    return result->assessment ? result->opinion_count : 0;
}

rapport_status rapport_result_get_opinion(const rapport_result *result, uint32_t index, rapport_opinion *out)
{
    const rapport__opinion *found;
    rapport_opinion filled = {0};
    if (index >= rapport_result_count_opinions(result))
        return RAPPORT_BAD_ARGUMENT;
    found = &result->opinions[index];
    filled.kind = found->kind;
    filled.of = found->of;
    filled.against = found->against;
    filled.node = found->node;
    filled.withheld = rapport__is_protected(result, found->of, found->raters);
    if (!filled.withheld) {
        filled.raters = found->raters;
        filled.points = found->points;
    }
    return rapport__struct_out(out, &filled, sizeof filled);
}
