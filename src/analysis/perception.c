/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* How two parties see the same thing; computed when asked for. */
#include <math.h>

#include "analysis/result.h"
#include "base/struct.h"
#include "base/sum.h"
#include "model/scale.h"

_Static_assert(sizeof(rapport_perception) == 32, "rapport_perception");
_Static_assert(sizeof(rapport_perception_summary) == 56, "rapport_perception_summary");

enum { MOST_FOR_PAIRS = 8 };

/* Standard normal deviate of a two-sided 95 % interval. */
#define Z 1.96

uint32_t rapport_result_count_pairs(const rapport_result *result)
{
    uint32_t parties = result->assessment ? result->party_count : 0;
    return parties > MOST_FOR_PAIRS ? parties : parties ? parties * (parties - 1) / 2 : 0;
}

/* The parties of a pair: (0,1), (0,2), …, (1,2), … */
static void find_pair(const rapport_result *result, uint32_t pair, uint32_t *of, uint32_t *against)
{
    uint32_t others = result->party_count - 1;
    *of = 0;
    *against = RAPPORT_NONE;
    if (result->party_count > MOST_FOR_PAIRS) {
        *of = pair;
        return;
    }
    while (pair >= others) {
        pair -= others--;
        ++*of;
    }
    *against = *of + 1 + pair;
}

/* What the party's view is held against: the other party's score, or the weighted mean of all others'. */
static bool other_side(const rapport_result *result, uint32_t of, uint32_t against, uint32_t node, double *score)
{
    double sum = 0, weight = 0;
    if (against != RAPPORT_NONE) {
        *score = rapport__view(result, against)[node].score;
        return rapport__has_score(&rapport__view(result, against)[node]);
    }
    for (uint32_t p = 0; p < result->party_count; p++) {
        const rapport__cell *cell = &rapport__view(result, p)[node];
        if (p == of || !rapport__has_score(cell))
            continue;
        sum += result->assessment->parties[p].weight * cell->score;
        weight += result->assessment->parties[p].weight;
    }
    *score = weight > 0 ? sum / weight : 0;
    return weight > 0;
}

/* Beyond noise: with several raters on both sides by the standard error of the difference (Welch 1947), otherwise a full level.
 */
static bool is_notable(const rapport_result *result, uint32_t of, uint32_t against, uint32_t node, double gap)
{
    const rapport__content *content = &result->model->content;
    const rapport__node *is = &content->nodes[node];
    const rapport__cell *left = &rapport__view(result, of)[node];
    const rapport__cell *right = against == RAPPORT_NONE ? NULL : &rapport__view(result, against)[node];
    double size = fabs(gap), step = 12.5;
    if (is->kind == RAPPORT_CRITERION && right && left->raters >= 2 && right->raters >= 2)
        return rapport__compare(size, Z * sqrt(left->noise + right->noise)) > 0;
    if (is->kind == RAPPORT_CRITERION && content->scales[is->scale].kind == RAPPORT_LEVELS)
        step = rapport__scale_smallest_step(&content->scales[is->scale]);
    return rapport__compare(size, 0) > 0 && rapport__compare(size, step) >= 0;
}

static int32_t kind_of(double left, double right, double target)
{
    bool left_reaches = rapport__compare(left, target) >= 0, right_reaches = rapport__compare(right, target) >= 0;
    if (left_reaches)
        return right_reaches ? RAPPORT_SHARED_STRENGTH : RAPPORT_BLIND_SPOT;
    return right_reaches ? RAPPORT_HIDDEN_STRENGTH : RAPPORT_SHARED_WEAKNESS;
}

/* The scores of both sides in a node that may be shown. */
static bool both_sides(const rapport_result *result, uint32_t of, uint32_t against, uint32_t node, double *left, double *right)
{
    const rapport__cell *cell = &rapport__view(result, of)[node];
    *left = cell->score;
    return !rapport__joint(result)[node].withheld && rapport__has_score(cell) && other_side(result, of, against, node, right);
}

rapport_status rapport_result_get_perception(const rapport_result *result, uint32_t pair, uint32_t node,
                                             rapport_perception *out)
{
    rapport_perception filled = {0};
    double left, right;
    if (pair >= rapport_result_count_pairs(result) || node >= result->node_count)
        return RAPPORT_BAD_ARGUMENT;
    find_pair(result, pair, &filled.of, &filled.against);
    if (!both_sides(result, filled.of, filled.against, node, &left, &right))
        return RAPPORT_UNDEFINED;
    filled.gap = left - right;
    filled.notable = is_notable(result, filled.of, filled.against, node, filled.gap);
    filled.kind = kind_of(left, right, result->model->content.nodes[node].target);
    return rapport__struct_out(out, &filled, sizeof filled);
}

rapport_status rapport_result_get_perception_summary(const rapport_result *result, uint32_t pair,
                                                     rapport_perception_summary *out)
{
    rapport_perception_summary filled = {.largest_node = RAPPORT_NONE};
    rapport__sum mean = {0}, absolute = {0}, squares = {0}, weight = {0};
    double left, right, total;
    if (pair >= rapport_result_count_pairs(result))
        return RAPPORT_BAD_ARGUMENT;
    find_pair(result, pair, &filled.of, &filled.against);
    for (uint32_t i = 1; i < result->node_count; i++) {
        const rapport__node *node = &result->model->content.nodes[i];
        double gap;
        if (node->kind != RAPPORT_CRITERION || !node->enters ||
            !both_sides(result, filled.of, filled.against, i, &left, &right))
            continue;
        gap = left - right;
        rapport__sum_add_product(&mean, node->share, gap);
        rapport__sum_add_product(&absolute, node->share, fabs(gap));
        rapport__sum_add_product(&squares, node->share, gap * gap);
        rapport__sum_add(&weight, node->share);
        filled.criteria++;
        if (filled.largest_node == RAPPORT_NONE || rapport__compare(fabs(gap), fabs(filled.largest)) > 0) {
            filled.largest = gap;
            filled.largest_node = i;
        }
    }
    total = rapport__sum_value(&weight);
    if (total > 0) {
        filled.mean = rapport__sum_value(&mean) / total + 0.0;
        filled.mean_absolute = rapport__sum_value(&absolute) / total;
        filled.rms = sqrt(rapport__sum_value(&squares) / total);
    } else {
        filled.criteria = 0;
    }
    return rapport__struct_out(out, &filled, sizeof filled);
}
