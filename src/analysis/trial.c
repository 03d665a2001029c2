/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "analysis/trial.h"

#include <string.h>

#define CURVED 8 /* steps of work of a child under a curved mean */

static void *room(const rapport__moves *moves, size_t count, size_t size, bool *failed)
{
    void *block = rapport__arena_alloc(moves->arena, count, size);
    *failed = *failed || !block;
    return block;
}

/* The arrays that the steps of result.h need, so that they work on a trial as on a result. */
static bool lend_arrays(rapport__trial *trial)
{
    const rapport__moves *moves = trial->moves;
    const rapport__content *content = &moves->from->model->content;
    rapport_result *is = &trial->is;
    size_t nodes = moves->from->node_count;
    bool failed = false;
    is->cells = room(moves, nodes * (moves->from->party_count + 1), sizeof *is->cells, &failed);
    is->gates = room(moves, content->gate_count, sizeof *is->gates, &failed);
    is->held_back = room(moves, 5 * (size_t)content->band_count, sizeof *is->held_back, &failed);
    is->weights = room(moves, nodes, sizeof *is->weights, &failed);
    is->values = room(moves, nodes, sizeof *is->values, &failed);
    is->lows = room(moves, nodes, sizeof *is->lows, &failed);
    is->highs = room(moves, nodes, sizeof *is->highs, &failed);
    is->order = room(moves, nodes, sizeof *is->order, &failed);
    is->explained = NULL;
    is->means = NULL;
    is->priorities = NULL;
    is->tallies = NULL;
    is->effects = NULL;
    is->system = NULL;
    is->stamps = is->room = NULL;
    is->block = NULL;
    is->block_size = 0;
    return !failed;
}

rapport_status rapport__trial_init(rapport__trial *trial, const rapport__moves *moves)
{
    const rapport_result *from = moves->from;
    bool failed = false;
    *trial = (rapport__trial){.is = *from, .moves = moves, .score = from->outcome.score, .gated = from->outcome.gated};
    trial->in = room(moves, moves->item_count, 1, &failed);
    trial->stale = room(moves, moves->slot_count, 1, &failed);
    trial->value = room(moves, moves->slot_count, sizeof *trial->value, &failed);
    trial->queue = room(moves, moves->slot_count, sizeof *trial->queue, &failed);
    trial->dirty = room(moves, (size_t)moves->group_count * (from->party_count + 1), sizeof *trial->dirty, &failed);
    trial->view_dirty = room(moves, (size_t)from->party_count + 1, sizeof *trial->view_dirty, &failed);
    if (failed || !lend_arrays(trial))
        return RAPPORT_NO_MEMORY;
    memcpy(trial->is.cells, from->cells, (size_t)from->node_count * (from->party_count + 1) * sizeof *from->cells);
    memcpy(trial->is.gates, from->gates, from->model->content.gate_count * sizeof *from->gates);
    for (uint32_t s = 0; s < moves->slot_count; s++)
        trial->value[s] = moves->slots[s].base;
    return RAPPORT_OK;
}

void rapport__trial_put(rapport__trial *trial, uint32_t item, bool in)
{
    const rapport__moves *moves = trial->moves;
    if (trial->in[item] == (in ? 1 : 0))
        return;
    trial->in[item] = in ? 1 : 0;
    for (uint32_t i = moves->first_push[item]; i < moves->first_push[item + 1]; i++) {
        uint32_t slot = moves->pushes[i].slot;
        if (!trial->stale[slot])
            trial->queue[trial->queued++] = slot;
        trial->stale[slot] = 1;
    }
}

double rapport__slot_value(const rapport__moves *moves, const rapport__slot *slot, const unsigned char *in)
{
    double value = slot->base, points = 0, levels = 0;
    for (uint32_t i = 0; i < slot->count; i++) {
        const rapport__push *push = &moves->pushes[moves->by_slot[slot->first + i]];
        if (in && !in[push->item])
            continue;
        if (push->kind == RAPPORT_EFFECT_POINTS)
            points += push->amount;
        else if (push->kind == RAPPORT_EFFECT_LEVELS)
            levels += push->amount;
        else if (push->amount > value)
            value = push->amount;
    }
    value = rapport__ladder_climb(slot->ladder, value, levels < 1000 ? (uint32_t)levels : 1000) + points;
    return value > 100 ? 100 : value;
}

/* Notes that a criterion of a view has changed; groups above one that is noted already are too. */
static void spoil(rapport__trial *trial, uint32_t view, uint32_t criterion)
{
    const rapport__node *nodes = trial->is.model->content.nodes;
    bool *dirty = trial->dirty + (size_t)view * trial->moves->group_count;
    trial->view_dirty[view] = true;
    for (uint32_t at = criterion; at != RAPPORT_ROOT; at = nodes[at].parent) {
        bool *group = &dirty[trial->moves->group_number[nodes[at].parent]];
        if (*group)
            break;
        *group = true;
    }
}

/* A new cell where the anonymity of the old one goes on. */
static void replace(rapport__cell *old, rapport__cell cell)
{
    cell.noise = old->noise;
    cell.raters = old->raters;
    cell.withheld = old->withheld;
    cell.telling = old->telling;
    *old = cell;
}

static void set_slot(rapport__trial *trial, uint32_t s)
{
    const rapport__slot *slot = &trial->moves->slots[s];
    rapport_result *is = &trial->is;
    double value = rapport__slot_value(trial->moves, slot, trial->in);
    trial->work += slot->count + 4;
    if (value == trial->value[s])
        return;
    trial->value[s] = value;
    for (uint32_t p = 0; p < is->party_count; p++) {
        rapport__cell *cell = &rapport__view(is, p)[slot->node];
        if (slot->party != RAPPORT_NONE && slot->party != p)
            continue;
        cell->score = cell->lower = cell->upper = value;
        spoil(trial, p, slot->node);
    }
    replace(&rapport__joint(is)[slot->node], rapport__judge_joint(is, slot->node));
    spoil(trial, is->party_count, slot->node);
    trial->work += is->party_count;
    trial->gates_stale = true;
}

static void settle_view(rapport__trial *trial, uint32_t view)
{
    const rapport__moves *moves = trial->moves;
    const rapport__node *nodes = trial->is.model->content.nodes;
    rapport__cell *cells = rapport__view(&trial->is, view);
    bool *dirty = trial->dirty + (size_t)view * moves->group_count;
    trial->view_dirty[view] = false;
    for (uint32_t i = 0; i < moves->group_count; i++) {
        uint32_t group = moves->groups[i];
        if (!dirty[i])
            continue;
        dirty[i] = false;
        if (rapport__has_score(&cells[group])) /* what has none gets none */
            replace(&cells[group], rapport__judge_group(&trial->is, cells, group));
        EACH_CHILD(nodes, group, c)
            trial->work += nodes[group].power == 1 ? 1 : CURVED;
    }
    trial->work += moves->group_count;
}

void rapport__trial_settle(rapport__trial *trial)
{
    rapport_result *is = &trial->is;
    while (trial->queued) {
        uint32_t slot = trial->queue[--trial->queued];
        trial->stale[slot] = 0;
        set_slot(trial, slot);
    }
    for (uint32_t view = 0; view <= is->party_count; view++)
        if (trial->view_dirty[view])
            settle_view(trial, view);
    if (!trial->gates_stale)
        return;
    rapport__compute_gates(is);
    trial->work += (uint64_t)is->model->content.gate_count * (is->party_count + 1);
    trial->gates_stale = false;
    trial->score = is->outcome.score;
    trial->gated = is->outcome.gated;
}
