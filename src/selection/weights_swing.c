/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Swing weights on a tree: what going from the worst to the best is worth, among siblings; then products down the tree. */
#include "selection/weighting.h"

/* A tree of nodes, each before its members, as the two public functions see it. */
typedef struct tree {
    const double *points;
    const uint32_t *parents; /* or those of a model */
    const rapport_model *model;
    uint32_t count;
} tree;

static uint32_t parent_of(const tree *t, uint32_t node)
{
    rapport_node of_model = {.struct_size = sizeof of_model};
    if (!t->model)
        return t->parents ? t->parents[node] : RAPPORT_NONE;
    rapport_model_get_node(t->model, node, &of_model);
    return of_model.parent;
}

/* What stands in for the points of the root, which has no siblings, and of what is shown only. */
static double points_of(const tree *t, uint32_t node)
{
    rapport_node of_model = {.struct_size = sizeof of_model};
    if (!t->model)
        return t->points[node];
    rapport_model_get_node(t->model, node, &of_model);
    return node == 0 ? 1 : of_model.informational ? 0 : t->points[node];
}

static rapport_status fail_at(const tree *t, rapport_status status, uint32_t node, const char *message, rapport_error *error)
{
    char path[sizeof error->path] = "";
    rapport__append_key(path, sizeof path, t->model ? "criteria" : "points");
    if (t->model)
        rapport__append_key(path, sizeof path, rapport_model_part_id(t->model, RAPPORT_OF_NODE, node, 0));
    else
        rapport__append_index(path, sizeof path, node);
    return FAIL(error, status, path, message);
}

static rapport_status check(const tree *t, rapport_error *error)
{
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t parent = parent_of(t, i);
        if (!rapport__points_valid(points_of(t, i)))
            return fail_at(t, RAPPORT_BAD_VALUE, i, "points must be 0 or lie in 1e-12..1e12", error);
        if (parent != RAPPORT_NONE && parent >= i)
            return fail_at(t, RAPPORT_BAD_ARGUMENT, i, "a parent comes before its children", error);
    }
    return RAPPORT_OK;
}

/* The weight of a node, once `factors` has what a point is worth in the group above it. */
static double weigh(const tree *t, uint32_t node, double top, const double *factors)
{
    uint32_t parent = parent_of(t, node);
    return parent == RAPPORT_NONE ? points_of(t, node) / top : points_of(t, node) * factors[parent];
}

/* `factors` begins as the sum of the points of each node's members and becomes what one of these points is worth. */
static rapport_status find_factors(const tree *t, double top, double *factors, rapport_error *error)
{
    for (uint32_t i = 0; i < t->count; i++) {
        double weight = weigh(t, i, top, factors);
        factors[i] = factors[i] > 0 ? weight / factors[i] : weight > 0 ? -1 : 0; /* -1: there is nothing to share it */
    }
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t parent = parent_of(t, i);
        if (parent != RAPPORT_NONE && factors[parent] < 0)
            return fail_at(t, RAPPORT_UNDEFINED, parent, "all members of the group have 0 points", error);
    }
    return RAPPORT_OK;
}

static rapport_status compute(const tree *t, double *weights, rapport_error *error)
{
    double top = 0;
    rapport_status status = check(t, error);
    if (status)
        return status;
    for (uint32_t i = 0; i < t->count; i++)
        weights[i] = 0;
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t parent = parent_of(t, i);
        *(parent == RAPPORT_NONE ? &top : &weights[parent]) += points_of(t, i);
    }
    if (!(top > 0))
        return FAIL(error, RAPPORT_UNDEFINED, t->model ? "/criteria" : "/points", "all points are 0");
    if ((status = find_factors(t, top, weights, error)))
        return status;
    for (uint32_t i = t->count; i-- > 0;) /* members first: they need the factor that the weight of their group replaces */
        weights[i] = weigh(t, i, top, weights) + 0.0;
    return RAPPORT_OK;
}

rapport_status rapport_swing_weights_compute(const double *points, const uint32_t *parents, uint32_t count, double *weights,
                                             rapport_error *error)
{
    tree t = {points, parents, NULL, count};
    if (!points || !weights || !count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "points and weights are needed");
    if (count > RAPPORT_MAX_NODES)
        return FAIL(error, RAPPORT_LIMIT, "", "there are too many nodes");
    return compute(&t, weights, error);
}

rapport_status rapport_model_swing_weights_compute(const rapport_model *model, const double *points, double *weights,
                                                   rapport_error *error)
{
    tree t = {points, NULL, model, rapport_model_count_nodes(model)};
    if (!points || !weights)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "points and weights are needed");
    return compute(&t, weights, error);
}
