/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Which cells are withheld, so that no rater is recognised: those with fewer raters than the floor, and as many others as it
 * takes that none of them can be computed from what is shown. docs/scoring.md has the argument.
 *
 * A cell is withheld in a view, and with it in the joint view. Then, until nothing changes:
 *   where exactly one sibling is withheld, so is the next one; if there is none, the group is;
 *   a group that is withheld has a withheld child, or its children would give it away;
 *   every withheld criterion has a *twin*: one that moves all that is shown in the same proportion. What is shown then depends
 *   on the two only through one weighted sum, and no solving of equations can take them apart. */
#include "analysis/result.h"
#include "base/sort.h"
#include "base/sum.h"

typedef struct sums { /* weights of the children of each group that have a score, and that apply */
    double *valued, *applicable;
} sums;

static bool is_fact(const rapport_result *result, uint32_t node)
{
    return result->model->content.nodes[node].kind == RAPPORT_CRITERION && rapport__has_fact(result->assessment, node);
}

/* Whether a cell could hide another one: it enters the group above, has a value, and nothing else tells it. */
static bool can_hide(const rapport_result *result, const rapport__cell *cells, uint32_t node)
{
    return result->model->content.nodes[node].counts && rapport__has_score(&cells[node]) && !is_fact(result, node);
}

/* The next sibling, the last one being followed by the first, that could hide a node and is still shown. */
static uint32_t next_to_withhold(const rapport_result *result, const rapport__cell *cells, uint32_t node)
{
    const rapport__node *nodes = result->model->content.nodes;
    uint32_t group = nodes[node].parent, at = nodes[node].end;
    for (;; at = nodes[at].end) {
        if (at == nodes[group].end)
            at = group + 1;
        if (at == node)
            return RAPPORT_NONE;
        if (!cells[at].withheld && can_hide(result, cells, at))
            return at;
    }
}

static bool withhold_if(rapport__cell *cells, uint32_t node, bool *changed)
{
    if (node == RAPPORT_NONE || cells[node].withheld)
        return false;
    return cells[node].withheld = *changed = true;
}

/* Applies the rules for siblings to one group. */
static void complete_group(const rapport_result *result, rapport__cell *cells, uint32_t group, bool *changed)
{
    const rapport__node *nodes = result->model->content.nodes;
    uint32_t withheld = 0, one = RAPPORT_NONE, first = RAPPORT_NONE, next;
    for EACH_CHILD(nodes, group, c) {
        if (!can_hide(result, cells, c))
            continue;
        first = first == RAPPORT_NONE ? c : first;
        one = cells[c].withheld ? c : one;
        withheld += cells[c].withheld;
    }
    if (!withheld && cells[group].withheld && withhold_if(cells, first, changed)) {
        withheld = 1;
        one = first;
    }
    if (withheld != 1)
        return;
    next = next_to_withhold(result, cells, one);
    withhold_if(cells, next == RAPPORT_NONE ? group : next, changed);
}

/* Up the tree and down again, until nothing changes. */
static void complete_tree(const rapport_result *result, rapport__cell *cells, bool *changed)
{
    const rapport__node *nodes = result->model->content.nodes;
    for (bool again = true; again;) {
        again = false;
        for (uint32_t i = result->node_count; i-- > 0;)
            if (nodes[i].kind == RAPPORT_GROUP)
                complete_group(result, cells, i, &again);
        for (uint32_t i = 0; again && i < result->node_count; i++)
            if (nodes[i].kind == RAPPORT_GROUP)
                complete_group(result, cells, i, &again);
        *changed = *changed || again;
    }
}

/* Withholds the joint cells over withheld ones. A joint cell that only completes a group is withheld in a view too, or the
 * views would give it away. */
static void complete_joint(const rapport_result *result, bool *changed)
{
    rapport__cell *joint = rapport__joint(result);
    bool unused = false;
    for (uint32_t p = 0; p < result->party_count; p++)
        for (uint32_t i = 0; i < result->node_count; i++)
            joint[i].withheld = joint[i].withheld || rapport__view(result, p)[i].withheld;
    complete_tree(result, joint, &unused);
    for (uint32_t i = 0; i < result->node_count; i++) {
        bool covered = !joint[i].withheld;
        for (uint32_t p = 0; p < result->party_count && !covered; p++)
            covered = rapport__view(result, p)[i].withheld;
        for (uint32_t p = 0; p < result->party_count && !covered; p++)
            covered = rapport__has_score(&rapport__view(result, p)[i]) && withhold_if(rapport__view(result, p), i, changed);
    }
}

static void sum_weights(const rapport_result *result, const rapport__cell *cells, const sums *out)
{
    const rapport__node *nodes = result->model->content.nodes;
    for (uint32_t i = 0; i < result->node_count; i++)
        out->valued[i] = out->applicable[i] = 0;
    for (uint32_t i = 1; i < result->node_count; i++) {
        if (!nodes[i].counts || cells[i].status == RAPPORT_CELL_NOT_APPLICABLE)
            continue;
        out->applicable[nodes[i].parent] += nodes[i].weight;
        out->valued[nodes[i].parent] += rapport__has_score(&cells[i]) ? nodes[i].weight : 0;
    }
}

/* The nearest group above a node that is shown and that it enters; how far it moves the group's score and bounds. */
static uint32_t follow(const rapport_result *result, const rapport__cell *cells, const sums *of, uint32_t node, double *score,
                       double *bounds)
{
    const rapport__node *nodes = result->model->content.nodes;
    for (uint32_t at = node; at != RAPPORT_ROOT && nodes[at].counts; at = nodes[at].parent) {
        uint32_t group = nodes[at].parent;
        *score *= nodes[at].weight / of->valued[group];
        *bounds *= nodes[at].weight / of->applicable[group];
        if (!cells[group].withheld)
            return group;
    }
    *score = *bounds = 0;
    return RAPPORT_NONE;
}

/* How far a party's value moves the joint value of a criterion, its lower and its upper bound. */
static void joint_effect(const rapport_result *result, uint32_t party, uint32_t node, double effect[3])
{
    int32_t rule = result->model->content.nodes[node].together;
    double weight = result->assessment->parties[party].weight, answered = 0, applicable = 0;
    const rapport__cell *joint = &rapport__joint(result)[node];
    bool decides = rapport__view(result, party)[node].score == joint->score, silent = joint->status != RAPPORT_CELL_OK;
    for (uint32_t p = 0; rule == RAPPORT_MEAN && p < result->party_count; p++) {
        const rapport__cell *cell = &rapport__view(result, p)[node];
        answered += rapport__has_score(cell) ? result->assessment->parties[p].weight : 0;
        applicable += cell->status != RAPPORT_CELL_NOT_APPLICABLE ? result->assessment->parties[p].weight : 0;
    }
    effect[0] = rule == RAPPORT_MEAN ? weight / answered : decides;
    effect[1] = rule == RAPPORT_MEAN ? weight / applicable : decides && !(rule == RAPPORT_MIN && silent);
    effect[2] = rule == RAPPORT_MEAN ? weight / applicable : decides && !(rule == RAPPORT_MAX && silent);
}

/* What a withheld value moves of all that is shown, as proportions of the largest. */
static void trace(const rapport_result *result, uint32_t party, uint32_t node, const sums *view, const sums *joint,
                  rapport__effect *out)
{
    double effect[3], unused = 1, largest = 0;
    joint_effect(result, party, node, effect);
    *out = (rapport__effect){.moves = {1, 1, effect[0], effect[1], effect[2]}};
    out->view_group = follow(result, rapport__view(result, party), view, node, &out->moves[0], &out->moves[1]);
    out->joint_group = follow(result, rapport__joint(result), joint, node, &out->moves[2], &out->moves[3]);
    follow(result, rapport__joint(result), joint, node, &unused, &out->moves[4]);
    for (uint32_t i = 0; i < 5; i++)
        largest = out->moves[i] > largest ? out->moves[i] : largest;
    for (uint32_t i = 0; i < 5 && largest > 0; i++)
        out->moves[i] = rapport__round_points(out->moves[i] / largest);
    out->alone = largest > 0;
}

static int compare_effects(const void *context, uint32_t a, uint32_t b)
{
    const rapport__effect *left = (const rapport__effect *)context + a, *right = (const rapport__effect *)context + b;
    if (left->view_group != right->view_group)
        return left->view_group < right->view_group ? -1 : 1;
    if (left->joint_group != right->joint_group)
        return left->joint_group < right->joint_group ? -1 : 1;
    for (uint32_t i = 0; i < 5; i++)
        if (left->moves[i] != right->moves[i])
            return left->moves[i] < right->moves[i] ? -1 : 1;
    return 0;
}

/* Withholds more around a node without a twin: as many siblings as are withheld already, or else the group above. */
static void protect(const rapport_result *result, rapport__cell *cells, uint32_t node, bool *changed)
{
    const rapport__node *nodes = result->model->content.nodes;
    for (uint32_t at = node; at != RAPPORT_ROOT && nodes[at].counts; at = nodes[at].parent) {
        uint32_t more = 0;
        bool any = false;
        for EACH_CHILD(nodes, nodes[at].parent, c)
            more += cells[c].withheld;
        for (; more && withhold_if(cells, next_to_withhold(result, cells, at), changed); more--)
            any = true;
        if (any || withhold_if(cells, nodes[at].parent, changed))
            return;
    }
}

/* Looks for withheld criteria of a party that have no twin. */
static void find_twins(const rapport_result *result, uint32_t party, const sums *view, const sums *joint, bool *changed)
{
    const rapport__node *nodes = result->model->content.nodes;
    rapport__cell *cells = rapport__view(result, party);
    uint32_t count = 0;
    for (uint32_t i = 0; i < result->node_count; i++) {
        if (nodes[i].kind != RAPPORT_CRITERION || !cells[i].withheld)
            continue;
        trace(result, party, i, view, joint, &result->effects[i]);
        result->order[count++] = i;
    }
    rapport__sort(result->order, result->room, count, compare_effects, result->effects);
    for (uint32_t i = 1; i < count; i++)
        if (compare_effects(result->effects, result->order[i - 1], result->order[i]) == 0)
            result->effects[result->order[i - 1]].alone = result->effects[result->order[i]].alone = false;
    for (uint32_t i = 0; i < count; i++)
        if (result->effects[result->order[i]].alone)
            protect(result, cells, result->order[i], changed);
}

static bool withhold_few(rapport_result *result, uint32_t floor)
{
    bool any = false;
    for (uint32_t p = 0; p < result->party_count; p++) {
        rapport__cell *cells = rapport__view(result, p);
        for (uint32_t i = 0; i < result->node_count && result->assessment->parties[p].voice == RAPPORT_VOICE_RATERS; i++)
            if (cells[i].raters > 0 && cells[i].raters < floor)
                any = cells[i].withheld = true;
    }
    return any;
}

void rapport__withhold(rapport_result *result)
{
    uint32_t floor = rapport_assessment_anonymity_floor(result->assessment);
    sums view = {result->weights, result->values}, joint = {result->lows, result->highs};
    bool changed = withhold_few(result, floor);
    if (changed)
        sum_weights(result, rapport__joint(result), &joint);
    while (changed) {
        changed = false;
        for (uint32_t p = 0; p < result->party_count; p++)
            complete_tree(result, rapport__view(result, p), &changed);
        complete_joint(result, &changed);
        for (uint32_t p = 0; p < result->party_count && !changed; p++) {
            sum_weights(result, rapport__view(result, p), &view);
            find_twins(result, p, &view, &joint, &changed);
        }
    }
}
