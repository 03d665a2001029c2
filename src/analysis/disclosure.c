/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Which withheld values could be computed from what is shown. Every shown group is an equation in the withheld values below it:
 * its score and bounds in a party's view tell a weighted sum of that party's values, its joint score and bounds one of all
 * parties'. A value is disclosed if the equations have one solution for it: if, after Gauss and Jordan, it stands alone in its
 * row. Means are taken as what they are at p = 1 whatever their exponent; which party's value decides a minimum or maximum is
 * taken as known, where several are equal the first of them or the last, and so is who answered. */
#include <math.h>

#include "analysis/result.h"
#include "base/sort.h"
#include "base/sum.h"

enum { VIEW_ROWS = 2, JOINT_ROWS = 3 }; /* equations that a shown group makes: score and bounds; score, lower and upper */

#define ZERO 1e-8 /* of coefficients in 0..1 */

typedef struct sums { /* weights of the children of each group that have a score, and that apply */
    double *valued, *applicable;
} sums;

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

/* Whether it is this party's value that is the minimum or maximum; of equals the first, or the last. */
static bool is_decider(const rapport_result *result, uint32_t party, uint32_t node, bool last)
{
    double extreme = rapport__joint(result)[node].score;
    for (uint32_t i = 0; i < result->party_count; i++) {
        uint32_t p = last ? result->party_count - 1 - i : i;
        const rapport__cell *cell = &rapport__view(result, p)[node];
        if (rapport__has_score(cell) && cell->score == extreme)
            return p == party;
    }
    return false;
}

/* How far a party's value moves the joint value of a criterion, its lower and its upper bound. */
static void joint_effect(const rapport_result *result, uint32_t party, uint32_t node, bool last, double effect[3])
{
    int32_t rule = result->model->content.nodes[node].together;
    double weight = result->assessment->parties[party].weight, answered = 0, applicable = 0;
    bool decides = rule != RAPPORT_MEAN && is_decider(result, party, node, last);
    bool silent = rapport__joint(result)[node].status != RAPPORT_CELL_OK;
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
static rapport__effect trace(const rapport_result *result, uint32_t party, uint32_t node, bool last, const sums *view,
                             const sums *joint)
{
    double moves[3], unused = 1, largest = 0;
    rapport__effect effect = {.party = party, .node = node};
    joint_effect(result, party, node, last, moves);
    effect.moves[0] = effect.moves[1] = 1;
    for (uint32_t i = 0; i < JOINT_ROWS; i++)
        effect.moves[VIEW_ROWS + i] = moves[i];
    effect.view_group = follow(result, rapport__view(result, party), view, node, &effect.moves[0], &effect.moves[1]);
    effect.joint_group = follow(result, rapport__joint(result), joint, node, &effect.moves[2], &effect.moves[3]);
    follow(result, rapport__joint(result), joint, node, &unused, &effect.moves[4]);
    for (uint32_t i = 0; i < VIEW_ROWS + JOINT_ROWS; i++)
        largest = effect.moves[i] > largest ? effect.moves[i] : largest;
    for (uint32_t i = 0; i < VIEW_ROWS + JOINT_ROWS && largest > 0; i++)
        effect.moves[i] /= largest;
    effect.disclosed = largest > 0;
    return effect;
}

static int compare_numbers(uint32_t a, uint32_t b)
{
    return a < b ? -1 : a > b;
}

/* By the shown groups: whose values meet in an equation stand together. */
static int compare_groups(const rapport__effect *left, const rapport__effect *right)
{
    int order = compare_numbers(left->joint_group, right->joint_group);
    if (!order)
        order = compare_numbers(left->party, right->party);
    return order ? order : compare_numbers(left->view_group, right->view_group);
}

static int compare_effects(const void *context, uint32_t a, uint32_t b)
{
    const rapport__effect *left = (const rapport__effect *)context + a, *right = (const rapport__effect *)context + b;
    int order = compare_groups(left, right);
    for (uint32_t i = 0; !order && i < VIEW_ROWS + JOINT_ROWS; i++)
        order = rapport__compare(left->moves[i], right->moves[i]);
    return order;
}

/* Whether two values meet in an equation, directly or through others. */
static bool are_connected(const rapport__effect *left, const rapport__effect *right)
{
    return left->joint_group == RAPPORT_NONE ? compare_groups(left, right) == 0 : left->joint_group == right->joint_group;
}

/* Brings a matrix of rows x columns into reduced echelon form; pivots[row] is its column, RAPPORT_NONE below the rank. */
static void reduce(double *matrix, uint32_t rows, uint32_t columns, uint32_t *pivots)
{
    uint32_t rank = 0;
    for (uint32_t c = 0; c < columns && rank < rows; c++) {
        uint32_t best = rank;
        for (uint32_t r = rank + 1; r < rows; r++)
            if (fabs(matrix[r * columns + c]) > fabs(matrix[best * columns + c]))
                best = r;
        if (fabs(matrix[best * columns + c]) <= ZERO)
            continue;
        for (uint32_t i = 0; i < columns; i++) {
            double kept = matrix[best * columns + i];
            matrix[best * columns + i] = matrix[rank * columns + i];
            matrix[rank * columns + i] = kept;
        }
        for (uint32_t i = columns; i-- > c;)
            matrix[rank * columns + i] /= matrix[rank * columns + c];
        for (uint32_t r = 0; r < rows; r++) {
            double factor = matrix[r * columns + c];
            for (uint32_t i = c; r != rank && factor != 0 && i < columns; i++)
                matrix[r * columns + i] -= factor * matrix[rank * columns + i];
        }
        pivots[rank++] = c;
    }
    for (; rank < rows; rank++)
        pivots[rank] = RAPPORT_NONE;
}

static bool stands_alone(const double *row, uint32_t columns, uint32_t pivot)
{
    for (uint32_t i = 0; i < columns; i++)
        if (i != pivot && fabs(row[i]) > ZERO)
            return false;
    return true;
}

/* Judges values that are connected, order[first..end). One column serves for all that move everything alike: they are never
 * disclosed, since only their sum is ever seen. Where the system is too large to be solved here, the others count as disclosed. */
static void solve(rapport_result *result, const uint32_t *order, uint32_t first, uint32_t end)
{
    rapport__effect *effects = result->effects;
    uint32_t columns = 0, views = 0, rows, pivots[RAPPORT__SYSTEM / 16], *heads = result->room;
    for (uint32_t i = first; i < end; i++) {
        bool alike = i > first && compare_effects(effects, order[i - 1], order[i]) == 0;
        views += i == first || compare_groups(&effects[order[i - 1]], &effects[order[i]]) != 0;
        effects[order[i]].row = (views - 1) * VIEW_ROWS;
        if (alike)
            effects[heads[columns - 1]].disclosed = effects[order[i]].disclosed = false;
        else
            heads[columns++] = order[i];
    }
    rows = views * VIEW_ROWS + JOINT_ROWS;
    if (rows > RAPPORT__SYSTEM / 16 || columns > RAPPORT__SYSTEM / rows)
        return;
    for (uint32_t i = 0; i < rows * columns; i++)
        result->system[i] = 0;
    for (uint32_t c = 0; c < columns; c++)
        for (uint32_t k = 0; k < VIEW_ROWS + JOINT_ROWS; k++)
            result->system[(k < VIEW_ROWS ? effects[heads[c]].row + k : views * VIEW_ROWS + k - VIEW_ROWS) * columns + c] =
                effects[heads[c]].moves[k];
    reduce(result->system, rows, columns, pivots);
    for (uint32_t r = 0; r < rows && pivots[r] != RAPPORT_NONE; r++)
        effects[heads[pivots[r]]].alone = stands_alone(result->system + r * columns, columns, pivots[r]);
    for (uint32_t c = 0; c < columns; c++)
        effects[heads[c]].disclosed = effects[heads[c]].disclosed && effects[heads[c]].alone;
}

uint32_t rapport__find_disclosed(rapport_result *result, bool last)
{
    const rapport__node *nodes = result->model->content.nodes;
    sums view = {result->weights, result->values}, joint = {result->lows, result->highs};
    uint32_t count = 0, found = 0;
    sum_weights(result, rapport__joint(result), &joint);
    for (uint32_t p = 0; p < result->party_count; p++) {
        const rapport__cell *cells = rapport__view(result, p);
        sum_weights(result, cells, &view);
        for (uint32_t i = 0; i < result->node_count; i++) {
            if (nodes[i].kind != RAPPORT_CRITERION || !cells[i].withheld || rapport__has_fact(result->assessment, i))
                continue;
            result->effects[count] = trace(result, p, i, last, &view, &joint);
            result->order[count] = count;
            count++;
        }
    }
    rapport__sort(result->order, result->room, count, compare_effects, result->effects);
    for (uint32_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && are_connected(&result->effects[result->order[first]],
                                                           &result->effects[result->order[end]]);)
            end++;
        solve(result, result->order, first, end);
    }
    for (uint32_t i = 0; i < count; i++)
        if (result->effects[result->order[i]].disclosed)
            result->order[found++] = result->order[i];
    return found;
}
