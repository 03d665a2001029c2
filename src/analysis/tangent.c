/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "analysis/tangent.h"

#include "analysis/search.h"
#include "base/maths.h"
#include "base/sort.h"
#include "model/power.h"

typedef struct slopes { /* while a plane is made */
    const rapport__trial *trial;
    const rapport__node *nodes;
    const rapport__cell *cells;
    double *of;   /* by node */
    bool *moving; /* by node: a slot is in it */
    bool curved;  /* something on the way up is no plain mean */
} slopes;

/* What counts in a group: how many children with a score, their weight, and their extreme for minima. */
typedef struct kin {
    uint32_t count;
    double weight, least, tied; /* tied: weight of those that have the least */
    bool moving, floored;       /* a child moves; a moving child is under the floor now or at the start */
} kin;

static bool takes_part(const slopes *s, uint32_t child)
{
    return s->nodes[child].counts && rapport__has_score(&s->cells[child]);
}

static kin look_at(const slopes *s, uint32_t group, uint32_t view)
{
    const rapport__cell *start = rapport__view(s->trial->moves->from, view);
    kin k = {.least = 101};
    EACH_CHILD(s->nodes, group, c) {
        if (!takes_part(s, c))
            continue;
        k.count++;
        k.weight += s->nodes[c].weight;
        k.moving = k.moving || s->moving[c];
        k.floored = k.floored || (s->moving[c] && start[c].score < 1);
        if (s->cells[c].score < k.least) {
            k.least = s->cells[c].score;
            k.tied = 0;
        }
        if (s->cells[c].score == k.least)
            k.tied += s->nodes[c].weight;
    }
    return k;
}

/* The slope of a child in a group of its own slope; false where the group is not concave. */
static bool go_down(slopes *s, uint32_t group, uint32_t view)
{
    double power = s->nodes[group].power, mean = s->cells[group].score;
    kin k = look_at(s, group, view);
    bool extreme = rapport__power_is_extreme(power);
    if (k.moving && k.count > 1 && (power > 1 || (power <= 0 && !extreme && k.floored)))
        return false;
    s->curved = s->curved || (k.moving && k.count > 1 && power != 1);
    EACH_CHILD(s->nodes, group, c) {
        double weight = s->nodes[c].weight, value = s->cells[c].score;
        if (!takes_part(s, c) || !s->moving[c])
            continue;
        if (k.count == 1)
            s->of[c] = s->of[group];
        else if (extreme)
            s->of[c] = value == k.least ? s->of[group] * weight / k.tied : 0;
        else if (power == 1)
            s->of[c] = s->of[group] * weight / k.weight;
        else if (value <= 0)
            return false; /* 0 < p < 1: the slope is without bound */
        else
            s->of[c] = s->of[group] * weight / k.weight * rapport__pow(mean / value, 1 - power);
    }
    return true;
}

/* The slope of one party's value in the joint value of its criterion; negative where that is not concave. */
static double share_of(slopes *s, const rapport__slot *slot)
{
    const rapport_result *is = &s->trial->is;
    double weight = 0, least = 101, tied = 0, mine;
    uint32_t answered = 0;
    if (slot->party == RAPPORT_NONE)
        return 1;
    mine = is->assessment->parties[slot->party].weight;
    for (uint32_t p = 0; p < is->party_count; p++) {
        const rapport__cell *cell = &rapport__view(is, p)[slot->node];
        double own = is->assessment->parties[p].weight;
        if (!rapport__has_score(cell))
            continue;
        answered++;
        weight += own;
        if (cell->score < least) {
            least = cell->score;
            tied = 0;
        }
        if (cell->score == least)
            tied += own;
    }
    s->curved = s->curved || (answered > 1 && s->nodes[slot->node].together != RAPPORT_MEAN);
    switch (s->nodes[slot->node].together) {
    case RAPPORT_MIN:
        return rapport__view(is, slot->party)[slot->node].score == least ? mine / tied : 0;
    case RAPPORT_MAX:
        return answered == 1 ? 1 : -1;
    default:
        return mine / weight;
    }
}

static bool find_slopes(rapport__tangent *tangent, slopes *s, uint32_t view, uint32_t node)
{
    const rapport__moves *moves = s->trial->moves;
    const rapport_result *is = &s->trial->is;
    for (uint32_t i = 0; i < moves->slot_count; i++) /* from the slots up: where something moves */
        for (uint32_t at = moves->slots[i].node; !s->moving[at] && s->nodes[at].counts; at = s->nodes[at].parent) {
            s->moving[at] = true;
            if (at == RAPPORT_ROOT || s->nodes[at].parent == RAPPORT_ROOT)
                break;
        }
    s->of[node] = 1;
    for (uint32_t at = node; at < s->nodes[node].end; at++)
        if (s->nodes[at].kind == RAPPORT_GROUP && s->of[at] > 0 && !go_down(s, at, view))
            return false;
    for (uint32_t i = 0; i < moves->slot_count; i++) {
        const rapport__slot *slot = &moves->slots[i];
        double share = view == is->party_count ? share_of(s, slot) : slot->party == view || slot->party == RAPPORT_NONE ? 1 : 0;
        if (share < 0 && s->of[slot->node] > 0)
            return false;
        tangent->slope[i] = share > 0 ? share * s->of[slot->node] : 0;
        tangent->at[i] = s->trial->value[i];
    }
    return true;
}

typedef struct ratios {
    const double *gain, *costs;
} ratios;

/* The larger gain for its cost first, then the earlier item. */
static int compare_ratios(const void *context, uint32_t a, uint32_t b)
{
    const ratios *r = context;
    double left = r->gain[a] * r->costs[b], right = r->gain[b] * r->costs[a];
    return left > right ? -1 : left < right ? 1 : 0;
}

/* How much each item lifts the plane, and in which order they pay. */
static rapport_status rank_items(rapport__tangent *tangent, const rapport__moves *moves, const double *costs)
{
    uint32_t *scratch = rapport__arena_alloc(moves->arena, moves->item_count, sizeof *scratch);
    ratios r = {tangent->gain, costs};
    if (!scratch)
        return RAPPORT_NO_MEMORY;
    for (uint32_t item = 0; item < moves->item_count; item++) {
        double gain = 0;
        for (uint32_t i = moves->first_push[item]; i < moves->first_push[item + 1]; i++)
            gain += tangent->slope[moves->pushes[i].slot] * moves->pushes[i].rise;
        tangent->gain[item] = gain;
        if (gain > 0)
            tangent->order[tangent->count++] = item;
    }
    rapport__sort(tangent->order, scratch, tangent->count, compare_ratios, &r);
    return RAPPORT_OK;
}

rapport_status rapport__tangent_init(rapport__tangent *tangent, const rapport__trial *trial, uint32_t view, uint32_t node,
                                     const double *costs, bool *concave)
{
    const rapport__moves *moves = trial->moves;
    uint32_t nodes = trial->is.node_count;
    slopes s = {.trial = trial, .nodes = trial->is.model->content.nodes, .cells = rapport__view(&trial->is, view)};
    *tangent = (rapport__tangent){.score = s.cells[node].score};
    *concave = false;
    tangent->at = rapport__arena_alloc(moves->arena, moves->slot_count, sizeof *tangent->at);
    tangent->slope = rapport__arena_alloc(moves->arena, moves->slot_count, sizeof *tangent->slope);
    tangent->gain = rapport__arena_alloc(moves->arena, moves->item_count, sizeof *tangent->gain);
    tangent->order = rapport__arena_alloc(moves->arena, moves->item_count, sizeof *tangent->order);
    s.of = rapport__arena_alloc(moves->arena, nodes, sizeof *s.of);
    s.moving = rapport__arena_alloc(moves->arena, nodes, sizeof *s.moving);
    if (!tangent->at || !tangent->slope || !tangent->gain || !tangent->order || !s.of || !s.moving)
        return RAPPORT_NO_MEMORY;
    *concave = find_slopes(tangent, &s, view, node);
    tangent->linear = !s.curved;
    return *concave ? rank_items(tangent, moves, costs) : RAPPORT_OK;
}

/* What an item still lifts: no slot rises above its top, and what others took of its room is gone. */
static double take_room(const rapport__tangent *tangent, const rapport__moves *moves, uint32_t item, double *left)
{
    double got = 0;
    for (uint32_t i = moves->first_push[item]; i < moves->first_push[item + 1]; i++) {
        const rapport__push *push = &moves->pushes[i];
        double rise = push->rise < left[push->slot] ? push->rise : left[push->slot];
        left[push->slot] -= rise;
        got += tangent->slope[push->slot] * rise;
    }
    return got;
}

double rapport__tangent_reach(const rapport__tangent *tangent, const rapport__trial *trial, const double *costs,
                              const unsigned char *state, double most, double budget, double *left, uint64_t *work)
{
    const rapport__moves *moves = trial->moves;
    double height = tangent->score;
    for (uint32_t i = 0; i < moves->slot_count; i++) {
        height += tangent->slope[i] * (trial->value[i] - tangent->at[i]);
        left[i] = moves->slots[i].top - trial->value[i];
    }
    *work += moves->slot_count;
    for (uint32_t i = 0; i < tangent->count; i++) {
        uint32_t item = tangent->order[i];
        double got, cost;
        *work += 1;
        if (state[item] != RAPPORT__UNDECIDED || costs[item] > most)
            continue;
        *work += moves->first_push[item + 1] - moves->first_push[item];
        got = take_room(tangent, moves, item, left);
        cost = costs[item] * (got / tangent->gain[item]);
        if (cost > budget)
            return height + got * (budget / cost);
        height += got;
        budget -= cost;
    }
    return height;
}
