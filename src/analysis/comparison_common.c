/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What rounds under different models have in common. A criterion may be scored again if the newest model has it under the same
 * id and an answer to it means the same: same kind of scale, as many levels with the same ids that rise or fall alike, the same
 * unit, the same options. What an answer is worth may have changed: that is what scoring again is for. */
#include <string.h>

#include "analysis/comparison.h"
#include "base/sum.h"

static const rapport__scale *scale_of(const rapport_model *model, uint32_t node)
{
    return &model->content.scales[model->content.nodes[node].scale];
}

static bool same_ids(const rapport__scale *a, const rapport__scale *b)
{
    for (uint32_t i = 0; i < a->step_count; i++)
        if (*a->steps[i].id && *b->steps[i].id && strcmp(a->steps[i].id, b->steps[i].id) != 0)
            return false;
    return true;
}

/* 1 if the last level is worth more than the first, -1 if less, 0 if as much. */
static int direction(const rapport__scale *scale)
{
    double rise = scale->steps[scale->step_count - 1].points - scale->steps[0].points;
    return (rise > 0) - (rise < 0);
}

static uint32_t find_option(const rapport__scale *scale, const char *id)
{
    uint32_t i = 0;
    while (i < scale->step_count && strcmp(scale->steps[i].id, id) != 0)
        i++;
    return i;
}

static bool same_options(const rapport__scale *a, const rapport__scale *b)
{
    for (uint32_t i = 0; i < a->step_count; i++)
        if (find_option(b, a->steps[i].id) == b->step_count)
            return false;
    return a->step_count == b->step_count;
}

/* 0, or why answers on one scale are none on the other. */
static int32_t compare_scales(const rapport__scale *a, const rapport__scale *b)
{
    if (a->kind != b->kind)
        return RAPPORT_OTHER_KIND;
    if (a->kind == RAPPORT_LEVELS && (a->step_count != b->step_count || direction(a) != direction(b) || !same_ids(a, b)))
        return RAPPORT_OTHER_LEVELS;
    if (a->kind == RAPPORT_NUMBER && strcmp(a->unit, b->unit) != 0)
        return RAPPORT_OTHER_UNIT;
    return a->kind == RAPPORT_CHOICE && !same_options(a, b) ? RAPPORT_OTHER_OPTIONS : 0;
}

static bool same_points(const rapport__scale *a, const rapport__scale *b)
{
    for (uint32_t i = 0; i < a->step_count; i++)
        if (a->steps[i].points != b->steps[a->kind == RAPPORT_CHOICE ? find_option(b, a->steps[i].id) : i].points)
            return false;
    if (a->kind != RAPPORT_NUMBER)
        return true;
    if (a->shape != b->shape)
        return false;
    if (a->shape != SHAPE_POINTS)
        return !memcmp(a->given, b->given, sizeof a->given);
    return a->knots == b->knots && !memcmp(a->x, b->x, a->knots * sizeof *a->x) && !memcmp(a->y, b->y, a->knots * sizeof *a->y);
}

uint32_t rapport__match_criterion(const rapport_model *older, uint32_t node, const rapport_model *newer, int32_t *reason,
                                  bool *other_points)
{
    uint32_t found;
    *reason = 0;
    *other_points = false;
    if (older->content.nodes[node].kind != RAPPORT_CRITERION)
        return RAPPORT_NONE;
    found = rapport_model_find(newer, older->content.nodes[node].id);
    if (found == RAPPORT_NONE || newer->content.nodes[found].kind != RAPPORT_CRITERION) {
        *reason = RAPPORT_ONLY_OLDER;
        return RAPPORT_NONE;
    }
    if ((*reason = compare_scales(scale_of(older, node), scale_of(newer, found))) != 0)
        return RAPPORT_NONE;
    *other_points = !same_points(scale_of(older, node), scale_of(newer, found));
    return found;
}

static rapport_status leave_out(rapport_comparison *c, const char *id, int32_t reason, uint32_t round, uint32_t node)
{
    if (rapport__reserve(rapport__comparison_memory(c), &c->left_out, &c->left_out_capacity, c->left_out_count + 1,
                         sizeof *c->left_out))
        return RAPPORT_NO_MEMORY;
    c->left_out[c->left_out_count++] = (rapport__left_out){id, {.reason = reason, .round = round, .node = node}};
    return RAPPORT_OK;
}

/* Crosses out what this round did not ask alike, or did not ask. `seen` is scratch, one byte a node. */
static rapport_status look_at(rapport_comparison *c, uint32_t round, unsigned char *seen, rapport__index *gone)
{
    const rapport_model *older = c->rounds[round].assessment->model;
    const rapport__node *nodes = c->model->content.nodes;
    memset(seen, 0, c->model->content.node_count);
    for (uint32_t i = 1; i < older->content.node_count; i++) {
        const char *id = older->content.nodes[i].id;
        int32_t reason;
        bool other;
        uint32_t node = rapport__match_criterion(older, i, c->model, &reason, &other);
        if (node != RAPPORT_NONE) {
            seen[node] = 1;
        } else if (reason == RAPPORT_ONLY_OLDER) {
            if (rapport__index_find(gone, id) == RAPPORT_NONE &&
                (rapport__index_add(gone, rapport__comparison_memory(c), id, round) ||
                 leave_out(c, id, reason, round, RAPPORT_NONE)))
                return RAPPORT_NO_MEMORY;
        } else if (reason) {
            node = rapport_model_find(c->model, id);
            seen[node] = 1; /* it has its own reason */
            if (c->common[node] && leave_out(c, nodes[node].id, reason, round, node))
                return RAPPORT_NO_MEMORY;
            c->common[node] = 0;
        }
    }
    for (uint32_t i = 1; i < c->model->content.node_count; i++) {
        if (nodes[i].kind == RAPPORT_CRITERION && c->common[i] && !seen[i]) {
            if (leave_out(c, nodes[i].id, RAPPORT_ONLY_NEWER, round, i))
                return RAPPORT_NO_MEMORY;
            c->common[i] = 0;
        }
    }
    return RAPPORT_OK;
}

/* Those of the newest model first, in its order; then those that it has lost, as they were found. */
static rapport_status order_left_out(rapport_comparison *c)
{
    uint32_t nodes = c->model->content.node_count, put = 0;
    rapport__left_out *sorted = rapport__alloc(rapport__comparison_memory(c), c->left_out_count, sizeof *sorted);
    uint32_t *place = rapport__alloc(rapport__comparison_memory(c), nodes, sizeof *place);
    if (sorted && place) {
        for (uint32_t i = 0; i < c->left_out_count; i++)
            if (c->left_out[i].is.node != RAPPORT_NONE)
                place[c->left_out[i].is.node] = i + 1;
        for (uint32_t i = 0; i < nodes; i++)
            if (place[i])
                sorted[put++] = c->left_out[place[i] - 1];
        for (uint32_t i = 0; i < c->left_out_count; i++)
            if (c->left_out[i].is.node == RAPPORT_NONE)
                sorted[put++] = c->left_out[i];
        memcpy(c->left_out, sorted, c->left_out_count * sizeof *sorted);
    }
    rapport__free(rapport__comparison_memory(c), place);
    rapport__free(rapport__comparison_memory(c), sorted);
    return sorted && place ? RAPPORT_OK : RAPPORT_NO_MEMORY;
}

static rapport_status look_at_all(rapport_comparison *c)
{
    unsigned char *seen = rapport__alloc(rapport__comparison_memory(c), c->model->content.node_count, 1);
    rapport__index gone = {0};
    rapport_status status = seen ? RAPPORT_OK : RAPPORT_NO_MEMORY;
    for (uint32_t i = 0; i < c->newest && !status; i++)
        if (rapport__is_active(c, i) && !c->rounds[i].own_model)
            status = look_at(c, i, seen, &gone);
    rapport__index_clear(&gone, rapport__comparison_memory(c));
    rapport__free(rapport__comparison_memory(c), seen);
    return status || !c->left_out_count ? status : order_left_out(c);
}

/* Marks the groups in which something is common; adds up the share of what is. */
static bool count_common(rapport_comparison *c)
{
    const rapport__node *nodes = c->model->content.nodes;
    bool any = false;
    c->common_share = 0;
    for (uint32_t i = c->model->content.node_count; i-- > 1;) {
        if (!c->common[i])
            continue;
        c->common[nodes[i].parent] = 1;
        if (nodes[i].kind == RAPPORT_CRITERION) {
            any = true;
            c->common_share += nodes[i].share;
        }
    }
    c->common_share = c->common_share < 1 ? c->common_share : 1;
    return any;
}

rapport_status rapport__find_common(rapport_comparison *c, int32_t *cause, rapport_error *error)
{
    const rapport__content *content = &c->model->content;
    bool any;
    c->common = rapport__arena_alloc(&c->arena, content->node_count, 1);
    if (!c->common)
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    for (uint32_t i = 0; i < content->node_count; i++)
        c->common[i] = content->nodes[i].kind == RAPPORT_CRITERION;
    for (uint32_t i = 0; i <= c->newest; i++) {
        const rapport_model *model = c->rounds[i].assessment->model;
        c->rounds[i].own_model = !strcmp(model->fingerprint, c->model->fingerprint);
        if (rapport__is_active(c, i) && !c->rounds[i].own_model)
            c->basis = RAPPORT_RESCORED;
    }
    if (look_at_all(c))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    any = count_common(c);
    if (c->basis == RAPPORT_SAME_MODEL) {
        c->common_share = 1;
        return RAPPORT_OK;
    }
    if (!any) {
        *cause = RAPPORT_NO_COMMON_CRITERIA;
        return FAIL(error, RAPPORT_UNDEFINED, "/rounds", "the models differ, and no criterion was asked alike in all rounds");
    }
    if (rapport__compare(c->common_share, c->wanted.minimum_common) < 0) {
        *cause = RAPPORT_TOO_LITTLE_COMMON;
        return FAIL(error, RAPPORT_UNDEFINED, "/rounds",
                    "the models differ, and what was asked alike in all rounds carries too little weight");
    }
    return RAPPORT_OK;
}
