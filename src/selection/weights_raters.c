/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* One rater's judgements through the method, and all raters together. */
#include <string.h>

#include "selection/pairwise.h"
#include "selection/weights.h"

/* A row that the method needs; says what is missing. */
static const double *need(const rapport__judge *judge, int32_t kind, rapport_error *error)
{
    if (!judge->rows[kind])
        FAIL(error, RAPPORT_NOT_FOUND, "", "the judgements lack \"", rapport__judged_key(kind), "\"");
    return judge->rows[kind];
}

/* Nodes for swing weights: groups, each before what is in it, then the criteria. */
typedef struct nodes {
    double *points, *weights;
    uint32_t *parents, *place; /* place: of each group among the nodes */
    uint32_t count;
} nodes;

static void add_node(nodes *n, const rapport_judgements *j, uint32_t item, double points)
{
    uint32_t group = j->items[item].group;
    n->points[n->count] = points;
    n->parents[n->count] = group == RAPPORT_NONE ? RAPPORT_NONE : n->place[group];
    n->count++;
}

static uint32_t depth_of(const rapport_judgements *j, uint32_t group)
{
    uint32_t depth = 0;
    for (uint32_t at = j->items[j->groups[group]].group; at != RAPPORT_NONE; at = j->items[j->groups[at]].group)
        depth++;
    return depth;
}

static void add_nodes(nodes *n, const rapport_judgements *j, const double *swing, const double *group_swing)
{
    for (uint32_t depth = 0; depth < RAPPORT_MAX_DEPTH && n->count < j->group_count; depth++)
        for (uint32_t g = 0; g < j->group_count; g++)
            if (depth_of(j, g) == depth) {
                n->place[g] = n->count;
                add_node(n, j, j->groups[g], group_swing[g]);
            }
    for (uint32_t c = 0; c < j->criterion_count; c++)
        add_node(n, j, j->criteria[c], swing[c]);
}

/* A group without members has nobody to hand its weight to. */
static rapport_status check_members(const rapport_judgements *j, rapport_error *error)
{
    for (uint32_t g = 0; g < j->group_count; g++) {
        uint32_t i = 0;
        char path[sizeof error->path] = "/groups";
        while (i < j->item_count && j->items[i].group != g)
            i++;
        rapport__append_index(path, sizeof path, g);
        if (i == j->item_count)
            return FAIL(error, RAPPORT_UNDEFINED, path, "nothing is in the group \"", j->items[j->groups[g]].id, "\"");
    }
    return RAPPORT_OK;
}

/* Says which group or criterion the node of a message is. */
static rapport_status rename_node(const nodes *n, const rapport_judgements *j, rapport_status status, rapport_error *error)
{
    if (status != RAPPORT_UNDEFINED || !error)
        return status;
    for (uint32_t g = 0; g < j->group_count; g++) {
        char path[sizeof error->path] = "/points";
        rapport__append_index(path, sizeof path, n->place[g]);
        if (!strcmp(path, error->path)) {
            memcpy(error->path, "/group_swing", sizeof "/group_swing");
            rapport__append_index(error->path, sizeof error->path, g);
            return status;
        }
    }
    return FAIL(error, status, "/swing", "all points at the top are 0");
}

static rapport_status weigh_swing(const rapport_judgements *j, const rapport__judge *judge, const rapport_allocator *mem,
                                  double *weights, rapport_error *error)
{
    uint32_t most = j->criterion_count + j->group_count;
    const double *swing = judge->rows[RAPPORT_JUDGED_SWING], *group_swing = NULL;
    nodes n = {0};
    rapport_status status = check_members(j, error);
    if (status)
        return status;
    if (!swing && !(swing = judge->rows[RAPPORT_JUDGED_POINTS])) /* swing points are points */
        return need(judge, RAPPORT_JUDGED_SWING, error) ? RAPPORT_OK : RAPPORT_NOT_FOUND;
    if (j->group_count && !(group_swing = need(judge, RAPPORT_JUDGED_GROUP_SWING, error)))
        return RAPPORT_NOT_FOUND;
    if (!(n.points = rapport__alloc(mem, most, 2 * sizeof *n.points + 2 * sizeof *n.parents)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    n.weights = n.points + most;
    n.parents = (uint32_t *)(void *)(n.weights + most);
    n.place = n.parents + most;
    add_nodes(&n, j, swing, group_swing);
    status = rapport_swing_weights_compute(n.points, n.parents, n.count, n.weights, error);
    for (uint32_t c = 0; c < j->criterion_count && !status; c++)
        weights[c] = n.weights[j->group_count + c];
    status = rename_node(&n, j, status, error);
    rapport__free(mem, n.points);
    return status;
}

/* Which of the judgements are there: a pair that was not judged is 0 in the row. */
static rapport_status weigh_pairs(int32_t method, const double *matrix, uint32_t count, int32_t random_index,
                                  const rapport_allocator *mem, double *weights, rapport_consistency *consistency,
                                  rapport_error *error)
{
    size_t cells = (size_t)count * count;
    uint8_t *present = rapport__alloc(mem, cells, 1);
    rapport_status status;
    if (!present)
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    for (size_t at = 0; at < cells; at++)
        present[at] = matrix[at] > 0;
    status = rapport_pairwise_weights_compute(method, matrix, present, count, random_index, mem, weights, consistency, error);
    rapport__free(mem, present);
    return status;
}

static rapport_status weigh_best_worst(const rapport_judgements *j, const rapport__judge *judge, double *weights,
                                       rapport_consistency *consistency, rapport_error *error)
{
    const double *to_others = need(judge, RAPPORT_JUDGED_BEST_TO_OTHERS, error);
    const double *to_worst = to_others ? need(judge, RAPPORT_JUDGED_OTHERS_TO_WORST, error) : NULL;
    if (!to_worst)
        return RAPPORT_NOT_FOUND;
    if (judge->best == RAPPORT_NONE)
        return FAIL(error, RAPPORT_NOT_FOUND, "", "the judgements lack \"best\" and \"worst\"");
    return rapport_best_worst_weights_compute(judge->best, judge->worst, to_others, to_worst, j->criterion_count, weights,
                                              consistency, error);
}

rapport_status rapport__weigh_rater(rapport_weights *w, const rapport_judgements *j, uint32_t rater, rapport_error *error)
{
    const rapport__judge *judge = &j->raters[rater];
    rapport__weights_rater *out = &w->raters[rater];
    const rapport_allocator *mem = &w->arena.mem;
    double *weights = w->rows + (size_t)rater * w->count;
    const double *row;
    rapport_status status;
    out->consistency.struct_size = sizeof out->consistency;
    switch (w->method) {
    case RAPPORT_WEIGHTS_POINTS:
        row = need(judge, RAPPORT_JUDGED_POINTS, error);
        status = row ? rapport_point_weights_compute(row, w->count, weights, error) : RAPPORT_NOT_FOUND;
        break;
    case RAPPORT_WEIGHTS_SWING:
        status = weigh_swing(j, judge, mem, weights, error);
        break;
    case RAPPORT_WEIGHTS_AHP:
    case RAPPORT_WEIGHTS_AHP_GEOMETRIC:
        row = need(judge, RAPPORT_JUDGED_PAIRWISE, error);
        status = row ? weigh_pairs(w->method, row, w->count, w->random_index, mem, weights, &out->consistency, error)
                     : RAPPORT_NOT_FOUND;
        out->has_consistency = !status;
        break;
    case RAPPORT_WEIGHTS_BEST_WORST:
        status = weigh_best_worst(j, judge, weights, &out->consistency, error);
        out->has_consistency = !status;
        break;
    default:
        row = need(judge, RAPPORT_JUDGED_RANKS, error);
        status = row ? rapport_rank_weights_compute(w->method, row, w->count, weights, error) : RAPPORT_NOT_FOUND;
        break;
    }
    out->has_values = !status;
    return status;
}

/* The judgements of all first, then the method. */
static rapport_status weigh_joint(rapport_weights *w, const rapport_judgements *j, rapport_error *error)
{
    size_t cells = (size_t)w->count * w->count, all = cells * w->rater_count;
    double *matrices = rapport__alloc(&w->arena.mem, all + cells + w->rater_count, sizeof *matrices), *one, *of_raters;
    uint8_t *present = rapport__alloc(&w->arena.mem, all + cells, 1);
    rapport_status status = RAPPORT_NO_MEMORY;
    if (!matrices || !present) {
        rapport__fail_plainly(error, status);
    } else {
        one = matrices + all;
        of_raters = one + cells;
        for (uint32_t r = 0; r < w->rater_count; r++) {
            memcpy(matrices + r * cells, j->raters[r].rows[RAPPORT_JUDGED_PAIRWISE], cells * sizeof *matrices);
            of_raters[r] = j->raters[r].weight;
        }
        for (size_t at = 0; at < all; at++)
            present[at] = matrices[at] > 0;
        status =
            rapport_pairwise_combine_compute(matrices, present, w->rater_count, w->count, of_raters, one, present + all, error);
        if (!status)
            status = weigh_pairs(w->method, one, w->count, w->random_index, &w->arena.mem, w->values, &w->consistency, error);
        w->has_consistency = !status;
    }
    rapport__free(&w->arena.mem, matrices);
    rapport__free(&w->arena.mem, present);
    return status;
}

rapport_status rapport__weigh_together(rapport_weights *w, const rapport_judgements *j, rapport_error *error)
{
    double *of_raters;
    rapport_status status;
    w->consistency.struct_size = sizeof w->consistency;
    if (w->rater_count == 1) {
        memcpy(w->values, w->rows, w->count * sizeof *w->values);
        w->has_consistency = w->raters[0].has_consistency;
        w->consistency = w->raters[0].consistency;
        return RAPPORT_OK;
    }
    if (w->combine == RAPPORT_COMBINE_JUDGEMENTS)
        return weigh_joint(w, j, error);
    if (!(of_raters = rapport__alloc(&w->arena.mem, w->rater_count, sizeof *of_raters)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    for (uint32_t r = 0; r < w->rater_count; r++)
        of_raters[r] = w->raters[r].weight;
    status = rapport_weights_combine_compute(w->rows, w->rater_count, w->count, of_raters, w->combine, w->values, error);
    rapport__free(&w->arena.mem, of_raters);
    return status;
}
