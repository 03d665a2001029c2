/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* A result: its memory, and the order of the steps. */
#include "analysis/result.h"

#include "analysis/measures.h"

rapport_status rapport_result_create(const rapport_allocator *allocator, rapport_result **out)
{
    rapport_allocator mem;
    if (!out)
        return RAPPORT_BAD_ARGUMENT;
    *out = NULL;
    if (rapport__memory_init(&mem, allocator))
        return RAPPORT_BAD_ARGUMENT;
    if (!(*out = rapport__alloc(&mem, 1, sizeof **out)))
        return RAPPORT_NO_MEMORY;
    (*out)->mem = mem;
    return RAPPORT_OK;
}

void rapport_result_destroy(rapport_result *result)
{
    rapport_allocator mem;
    if (!result)
        return;
    mem = result->mem;
    rapport__forget_ways(result);
    rapport__free(&mem, result->block);
    rapport__free(&mem, result);
}

/* Takes the next `count` items of `size` bytes from a block that begins at `base` (NULL: only counts the bytes). */
static void *take(char *base, size_t *used, size_t count, size_t size)
{
    size_t at = *used;
    *used += (count * size + 15) / 16 * 16;
    return base ? base + at : NULL;
}

/* Room for the equations of what is shown: enough for hundreds of withheld values, in proportion to the cells, with bounds. */
static size_t system_size(size_t cells)
{
    size_t size = 16 * cells;
    return size < 8192 ? 8192 : size > 1048576 ? 1048576 : size;
}

/* Whether any party has several raters. */
static bool has_several(const rapport_assessment *assessment)
{
    for (uint32_t p = 0; p < assessment->party_count; p++)
        if (assessment->parties[p].first_rater != assessment->parties[p].last_rater)
            return true;
    return false;
}

/* Lays the arrays out in a block; returns its size. At most 65 views of 65,536 nodes: no product overflows, with 32 bits
 * either. */
static size_t lay_out(rapport_result *result, const rapport_assessment *assessment, char *base)
{
    const rapport__content *content = &assessment->model->content;
    bool withholds = rapport_assessment_anonymity_floor(assessment) > 1;
    size_t used = 0, nodes = content->node_count, cells = (size_t)assessment->page_count * RAPPORT__PAGE;
    size_t opinions = assessment->opinion_count;
    rapport__needs needs = rapport__measures_need(assessment);
    size_t views = withholds ? nodes * (assessment->party_count + 1) : nodes;
    result->cells = take(base, &used, nodes * (assessment->party_count + 1), sizeof *result->cells);
    result->scatters =
        take(base, &used, has_several(assessment) ? nodes * assessment->party_count : 0, sizeof *result->scatters);
    result->explained = take(base, &used, nodes, sizeof *result->explained);
    result->means = take(base, &used, nodes, sizeof *result->means);
    result->gates = take(base, &used, content->gate_count, sizeof *result->gates);
    result->held_back = take(base, &used, 5 * (size_t)content->band_count, sizeof *result->held_back);
    result->priorities = take(base, &used, nodes, sizeof *result->priorities);
    result->measured.values = take(base, &used, needs.values, sizeof *result->measured.values);
    result->measured.names = take(base, &used, needs.names, sizeof *result->measured.names);
    result->measured.room = take(base, &used, needs.room, sizeof *result->measured.room);
    result->measured.there = needs.values > 0;
    result->measured.plans = rapport_ledger_count_items(assessment, RAPPORT_LIST_PLANS);
    result->tallies = take(base, &used, cells, sizeof *result->tallies);
    result->weights = take(base, &used, nodes, sizeof *result->weights);
    result->values = take(base, &used, nodes, sizeof *result->values);
    result->lows = take(base, &used, nodes, sizeof *result->lows);
    result->highs = take(base, &used, nodes, sizeof *result->highs);
    result->effects = take(base, &used, withholds ? views : 0, sizeof *result->effects);
    result->system_size = withholds ? system_size(views) : 0;
    result->system = take(base, &used, result->system_size, sizeof *result->system);
    result->stamps = take(base, &used, nodes, sizeof *result->stamps);
    result->order = take(base, &used, views > opinions ? views : opinions, sizeof *result->order);
    result->room = take(base, &used, views > opinions ? views : opinions, sizeof *result->room);
    result->opinions = take(base, &used, opinions, sizeof *result->opinions);
    result->importance = take(base, &used, nodes * assessment->stating_count, sizeof *result->importance);
    return used;
}

static rapport_status make_room(rapport_result *result, const rapport_assessment *assessment)
{
    rapport_result sizes = {0};
    size_t needed = lay_out(&sizes, assessment, NULL);
    if (needed > result->block_size) {
        void *block = rapport__alloc(&result->mem, needed, 1);
        if (!block)
            return RAPPORT_NO_MEMORY;
        rapport__free(&result->mem, result->block);
        result->block = block;
        result->block_size = needed;
    }
    lay_out(result, assessment, result->block);
    return RAPPORT_OK;
}

rapport_status rapport_result_compute(rapport_result *result, const rapport_assessment *assessment, rapport_error *error)
{
    if (!result || !assessment)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the result or assessment is NULL");
    if (!assessment->party_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/parties", "an assessment needs at least one party");
    if (make_room(result, assessment))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    rapport__forget_ways(result);
    result->assessment = assessment;
    result->model = assessment->model;
    result->party_count = assessment->party_count;
    result->node_count = assessment->model->content.node_count;
    for (uint32_t p = 0; p < result->party_count; p++)
        rapport__compute_view(result, p);
    rapport__compute_joint(result);
    rapport__compute_opinions(result);
    rapport__compute_importance(result);
    rapport__withhold(result);
    rapport__compute_measures(result);
    rapport__measure_all(result);
    rapport__compute_gates(result);
    rapport__compute_band(result);
    rapport__explain(result);
    rapport__compute_lifts(result);
    return RAPPORT_OK;
}

const rapport_assessment *rapport_result_assessment(const rapport_result *result)
{
    return result->assessment;
}
