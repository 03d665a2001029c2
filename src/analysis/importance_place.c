/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Importance-performance analysis of a result, over what may be shown of it. */
#include "analysis/importance.h"
#include "analysis/result.h"
#include "base/struct.h"

/* Whether a criterion takes part, with its numbers. */
static bool takes_part(const rapport_result *result, uint32_t view, uint32_t node, double *importance, double *performance)
{
    const rapport__node *is = &result->model->content.nodes[node];
    return is->kind == RAPPORT_CRITERION && is->enters && !rapport_result_get_score(result, view, node, performance) &&
           !rapport_result_get_importance(result, view, node, importance);
}

static bool is_view(const rapport_result *result, uint32_t view)
{
    return result->assessment && (view == RAPPORT_JOINT || view < result->party_count);
}

rapport_status rapport_result_get_importance_axes(const rapport_result *result, uint32_t view, int32_t cut,
                                                  rapport_importance_axes *out)
{
    rapport__axes a = {0};
    rapport_importance_options options = {.cut = cut, .highest_performance = 100};
    double importance, performance;
    if (!is_view(result, view) || cut < RAPPORT_CUT_MEANS || cut > RAPPORT_CUT_TARGETS)
        return RAPPORT_BAD_ARGUMENT;
    for (uint32_t i = 1; i < result->node_count; i++)
        if (takes_part(result, view, i, &importance, &performance))
            rapport__axes_enter(&a, importance, performance);
    if (!a.out.criteria)
        return RAPPORT_UNDEFINED;
    rapport__axes_settle(&a, &options);
    return rapport__struct_out(out, &a.out, sizeof a.out);
}

rapport_status rapport_result_get_importance_place(const rapport_result *result, uint32_t view,
                                                   const rapport_importance_axes *axes, uint32_t criterion,
                                                   rapport_importance_place *out)
{
    rapport_importance_axes given;
    rapport_importance_place place;
    double importance, performance;
    if (!is_view(result, view) || !axes || rapport__struct_in(&given, sizeof given, axes) || !rapport__axes_sound(&given) ||
        criterion >= result->node_count || result->model->content.nodes[criterion].kind != RAPPORT_CRITERION)
        return RAPPORT_BAD_ARGUMENT;
    if (!takes_part(result, view, criterion, &importance, &performance))
        return RAPPORT_UNDEFINED;
    place = rapport__axes_place(&given, importance, performance, result->model->content.nodes[criterion].target);
    return rapport__struct_out(out, &place, sizeof place);
}
