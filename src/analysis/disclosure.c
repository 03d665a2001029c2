/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Which withheld values could be computed from what is shown. Every shown group is an equation in the withheld values below it:
 * its score and bounds in a party's view tell a weighted sum of that party's values, its joint score and bounds one of all
 * parties'. A criterion is disclosed if the equations have one solution for it: if, after Gauss and Jordan, it stands alone in
 * its row. A withheld group, or a withheld joint cell, is disclosed if it is a sum of rows. Curved means are taken by their
 * slopes at the values that are there, minimum and maximum groups by their weights; which party's value decides a minimum or
 * maximum is taken as known, where several are equal the first of them or the last, and so is who answered. */
#include <math.h>

#include "analysis/result.h"
#include "base/maths.h"
#include "base/sort.h"
#include "base/sum.h"
#include "model/power.h"

/* The equations that a shown group makes in a view, and in the joint view: one for each of these. */
enum { SCORE, LOWER, UPPER, NUMBERS };

#define ZERO 1e-8 /* of coefficients in 0..1 */

typedef struct sums { /* weights of the children of each group that have a score, and that apply */
    double *valued, *applicable;
} sums;

/* Of the groups among the nodes first..end), `first` being one. */
static void sum_weights(const rapport_result *result, const rapport__cell *cells, uint32_t first, uint32_t end, const sums *out)
{
    const rapport__node *nodes = result->model->content.nodes;
    for (uint32_t i = first; i < end; i++)
        out->valued[i] = out->applicable[i] = 0;
    for (uint32_t i = first + 1; i < end; i++) {
        if (!nodes[i].counts || cells[i].status == RAPPORT_CELL_NOT_APPLICABLE)
            continue;
        out->applicable[nodes[i].parent] += nodes[i].weight;
        out->valued[nodes[i].parent] += rapport__has_score(&cells[i]) ? nodes[i].weight : 0;
    }
}

static double number_of(const rapport__cell *cell, int which)
{
    return which == SCORE ? cell->score : which == LOWER ? cell->lower : cell->upper;
}

/* How far a child moves one number of its group: w / sum w, times (x / M)^(p - 1) where the mean is curved. */
static double slope(const rapport_result *result, const rapport__cell *cells, const sums *of, uint32_t child, int which)
{
    const rapport__node *node = &result->model->content.nodes[child];
    double power = result->model->content.nodes[node->parent].power, value = number_of(&cells[child], which);
    double mean = number_of(&cells[node->parent], which);
    double part = node->weight / (which == SCORE ? of->valued[node->parent] : of->applicable[node->parent]);
    if (power == 1 || rapport__power_is_extreme(power))
        return part;
    if (value < 1 && power <= 0)
        return 0; /* below the floor nothing moves */
    return value > 0 && mean > 0 ? part * rapport__pow(value / mean, power - 1) : part;
}

/* The nearest group above a node that is shown and that it enters; how far it moves one of the group's numbers. */
static uint32_t follow(const rapport_result *result, const rapport__cell *cells, const sums *of, uint32_t node, int which,
                       double *move)
{
    const rapport__node *nodes = result->model->content.nodes;
    for (uint32_t at = node; at != RAPPORT_ROOT && nodes[at].counts; at = nodes[at].parent) {
        *move *= slope(result, cells, of, at, which);
        if (!cells[nodes[at].parent].withheld)
            return nodes[at].parent;
    }
    *move = 0;
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
    rapport__effect effect = {.party = party, .node = node};
    joint_effect(result, party, node, last, effect.joint);
    for (int i = 0; i < NUMBERS; i++) {
        effect.moves[i] = 1;
        effect.moves[NUMBERS + i] = effect.joint[i];
        effect.view_group = follow(result, rapport__view(result, party), view, node, i, &effect.moves[i]);
        effect.joint_group = follow(result, rapport__joint(result), joint, node, i, &effect.moves[NUMBERS + i]);
    }
    for (int i = 0; i < 2 * NUMBERS; i++)
        effect.largest = effect.moves[i] > effect.largest ? effect.moves[i] : effect.largest;
    for (int i = 0; i < 2 * NUMBERS && effect.largest > 0; i++)
        effect.moves[i] /= effect.largest;
    effect.disclosed = effect.largest > 0;
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
    for (int i = 0; !order && i < 2 * NUMBERS; i++)
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

typedef struct equations { /* of values that are connected: order[first..end) */
    const uint32_t *order;
    uint32_t first, end, rows, columns;
    uint32_t pivots[RAPPORT__SYSTEM_ROWS];
} equations;

/* Sets up the system: a column for every value, one for all that move everything alike, since only their sum is ever seen.
 * False if it is too large to be solved here. */
static bool set_up(rapport_result *result, equations *e)
{
    rapport__effect *effects = result->effects;
    uint32_t views = 0, *heads = result->room;
    e->columns = 0;
    for (uint32_t i = e->first; i < e->end; i++) {
        rapport__effect *effect = &effects[e->order[i]];
        bool alike = i > e->first && compare_effects(effects, e->order[i - 1], e->order[i]) == 0;
        views += i == e->first || compare_groups(&effects[e->order[i - 1]], effect) != 0;
        effect->row = (views - 1) * NUMBERS;
        if (alike)
            effects[heads[e->columns - 1]].disclosed = effect->disclosed = false;
        else
            heads[e->columns++] = e->order[i];
        effect->column = e->columns - 1;
    }
    e->rows = (views + 1) * NUMBERS;
    if (e->rows > RAPPORT__SYSTEM_ROWS || (size_t)(e->rows + 1) * e->columns > result->system_size)
        return false;
    for (uint32_t i = 0; i < e->rows * e->columns; i++)
        result->system[i] = 0;
    for (uint32_t c = 0; c < e->columns; c++)
        for (uint32_t k = 0; k < 2 * NUMBERS; k++)
            result->system[(k < NUMBERS ? effects[heads[c]].row + k : (views - 1) * NUMBERS + k) * e->columns + c] =
                effects[heads[c]].moves[k];
    return true;
}

/* How far a value moves the score of a withheld cell of the party's view, or of the joint one; 0 if it does not enter it. */
static double reach(const rapport_result *result, const rapport__effect *effect, uint32_t view, uint32_t node, const sums *of)
{
    const rapport__node *nodes = result->model->content.nodes;
    bool joint = view == result->party_count;
    double move = joint ? effect->joint[SCORE] : 1;
    if ((!joint && effect->party != view) || effect->node < node || effect->node >= nodes[node].end)
        return 0;
    for (uint32_t at = effect->node; at != node; at = nodes[at].parent) {
        if (!nodes[at].counts)
            return 0;
        move *= slope(result, rapport__view(result, view), of, at, SCORE);
    }
    return move;
}

/* Whether a withheld cell is a sum of rows of the reduced system. What moves everything alike must move the cell alike too. */
static bool is_sum_of_rows(const rapport_result *result, const equations *e, uint32_t view, uint32_t node, const sums *of)
{
    const rapport__effect *effects = result->effects;
    double *rest = result->system + (size_t)e->rows * e->columns;
    bool any = false;
    for (uint32_t c = 0; c < e->columns; c++)
        rest[c] = -1;
    for (uint32_t i = e->first; i < e->end; i++) {
        const rapport__effect *effect = &effects[e->order[i]];
        double move = effect->largest > 0 ? reach(result, effect, view, node, of) / effect->largest : 0;
        if (rest[effect->column] >= 0 && fabs(rest[effect->column] - move) > ZERO)
            return false;
        rest[effect->column] = move;
        any = any || move > ZERO;
    }
    for (uint32_t r = 0; any && r < e->rows && e->pivots[r] != RAPPORT_NONE; r++) {
        double factor = rest[e->pivots[r]];
        for (uint32_t c = 0; c < e->columns; c++)
            rest[c] -= factor * result->system[r * e->columns + c];
    }
    return any && stands_alone(rest, e->columns, RAPPORT_NONE);
}

/* The party of the first value that moves a withheld joint cell. */
static uint32_t owner_of(const rapport_result *result, const equations *e, uint32_t node, const sums *of)
{
    for (uint32_t k = e->first; k < e->end; k++)
        if (reach(result, &result->effects[e->order[k]], result->party_count, node, of) > 0)
            return result->effects[e->order[k]].party;
    return RAPPORT_NONE;
}

/* Adds the withheld cells of one view, other than a party's criteria, that are sums of rows. */
static void find_sums(rapport_result *result, const equations *e, uint32_t view, uint32_t *added)
{
    const rapport__node *nodes = result->model->content.nodes;
    const rapport__cell *cells = rapport__view(result, view);
    const rapport__effect *one = &result->effects[e->order[e->first]];
    uint32_t top = one->joint_group == RAPPORT_NONE ? RAPPORT_ROOT : one->joint_group;
    uint32_t room = (result->party_count + 1) * result->node_count;
    bool joint = view == result->party_count;
    sums of = {result->weights, result->values};
    sum_weights(result, cells, top, nodes[top].end, &of);
    for (uint32_t i = top; i < nodes[top].end && *added < room; i++)
        if (cells[i].withheld && rapport__has_score(&cells[i]) && (joint || nodes[i].kind == RAPPORT_GROUP) &&
            is_sum_of_rows(result, e, view, i, &of))
            result->effects[(*added)++] =
                (rapport__effect){.party = joint ? owner_of(result, e, i, &of) : view, .node = i, .disclosed = true};
}

/* Judges values that are connected. Where the system is too large, all that nothing else moves alike count as disclosed. */
static void solve(rapport_result *result, equations *e, uint32_t *added)
{
    rapport__effect *effects = result->effects;
    const uint32_t *heads = result->room;
    if (!set_up(result, e))
        return;
    reduce(result->system, e->rows, e->columns, e->pivots);
    for (uint32_t r = 0; r < e->rows && e->pivots[r] != RAPPORT_NONE; r++)
        effects[heads[e->pivots[r]]].alone = stands_alone(result->system + r * e->columns, e->columns, e->pivots[r]);
    for (uint32_t c = 0; c < e->columns; c++)
        effects[heads[c]].disclosed = effects[heads[c]].disclosed && effects[heads[c]].alone;
    for (uint32_t i = e->first; i < e->end; i++)
        if (i == e->first || effects[e->order[i]].party != effects[e->order[i - 1]].party)
            find_sums(result, e, effects[e->order[i]].party, added);
    find_sums(result, e, result->party_count, added);
}

uint32_t rapport__find_disclosed(rapport_result *result, bool last)
{
    const rapport__node *nodes = result->model->content.nodes;
    sums view = {result->weights, result->values}, joint = {result->lows, result->highs};
    uint32_t count = 0, found = 0, all;
    sum_weights(result, rapport__joint(result), RAPPORT_ROOT, result->node_count, &joint);
    for (uint32_t p = 0; p < result->party_count; p++) {
        const rapport__cell *cells = rapport__view(result, p);
        sum_weights(result, cells, RAPPORT_ROOT, result->node_count, &view);
        for (uint32_t i = 0; i < result->node_count; i++) {
            if (nodes[i].kind != RAPPORT_CRITERION || !cells[i].withheld || rapport__has_fact(result->assessment, i))
                continue;
            result->effects[count] = trace(result, p, i, last, &view, &joint);
            result->order[count] = count;
            count++;
        }
    }
    rapport__sort(result->order, result->room, count, compare_effects, result->effects);
    all = count;
    for (equations e = {.order = result->order}; e.first < count; e.first = e.end) {
        for (e.end = e.first + 1;
             e.end < count && are_connected(&result->effects[result->order[e.first]], &result->effects[result->order[e.end]]);)
            e.end++;
        solve(result, &e, &all);
    }
    for (uint32_t i = count; i < all; i++)
        result->order[i] = i;
    for (uint32_t i = 0; i < all; i++)
        if (result->effects[result->order[i]].disclosed)
            result->order[found++] = result->order[i];
    return found;
}
