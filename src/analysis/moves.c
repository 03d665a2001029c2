/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What can be moved: see trial.h. */
#include "analysis/trial.h"

/* Whether the value of a criterion may be moved: what follows would tell what is withheld in it, or above it. */
static bool is_open(const rapport_result *from, uint32_t criterion)
{
    const rapport__node *nodes = from->model->content.nodes;
    if (nodes[criterion].kind != RAPPORT_CRITERION || rapport__joint(from)[criterion].telling)
        return false;
    for (uint32_t view = 0; view <= from->party_count; view++)
        for (uint32_t at = criterion;; at = nodes[at].parent) {
            if (rapport__view(from, view)[at].withheld)
                return false;
            if (at == RAPPORT_ROOT)
                break;
        }
    return true;
}

static rapport_status make_ladders(rapport__moves *moves)
{
    const rapport__content *content = &moves->from->model->content;
    rapport__ladder *ladders = rapport__arena_alloc(moves->arena, content->scale_count, sizeof *ladders);
    moves->ladders = rapport__arena_alloc(moves->arena, content->scale_count, sizeof *moves->ladders);
    if (!ladders || !moves->ladders)
        return RAPPORT_NO_MEMORY;
    for (uint32_t i = 0; i < content->scale_count; i++) {
        rapport__ladder_init(&ladders[i], &content->scales[i]);
        moves->ladders[i] = &ladders[i];
    }
    return RAPPORT_OK;
}

rapport_status rapport__moves_init(rapport__moves *moves, const rapport_result *from, rapport__arena *arena, uint32_t items)
{
    const rapport__node *nodes = from->model->content.nodes;
    size_t places = (size_t)from->node_count * (from->party_count + 1);
    *moves = (rapport__moves){.from = from, .arena = arena, .item_count = items};
    moves->first_push = rapport__arena_alloc(arena, (size_t)items + 1, sizeof *moves->first_push);
    moves->groups = rapport__arena_alloc(arena, from->node_count, sizeof *moves->groups);
    moves->group_number = rapport__arena_alloc(arena, from->node_count, sizeof *moves->group_number);
    moves->movable = rapport__arena_alloc(arena, from->node_count, sizeof *moves->movable);
    moves->slot_of = rapport__arena_alloc(arena, places, sizeof *moves->slot_of);
    if (!moves->first_push || !moves->groups || !moves->group_number || !moves->movable || !moves->slot_of ||
        make_ladders(moves))
        return RAPPORT_NO_MEMORY;
    for (size_t i = 0; i < places; i++)
        moves->slot_of[i] = RAPPORT_NONE;
    for (uint32_t i = from->node_count; i-- > 0;) {
        moves->movable[i] = is_open(from, i);
        if (nodes[i].kind != RAPPORT_GROUP)
            continue;
        moves->group_number[i] = moves->group_count;
        moves->groups[moves->group_count++] = i;
    }
    return RAPPORT_OK;
}

rapport_status rapport__moves_reserve(rapport__moves *moves, size_t pushes)
{
    size_t places = (size_t)moves->from->node_count * (moves->from->party_count + 1);
    if (pushes >= RAPPORT_NONE)
        return RAPPORT_NO_MEMORY;
    moves->pushes = rapport__arena_alloc(moves->arena, pushes, sizeof *moves->pushes);
    moves->by_slot = rapport__arena_alloc(moves->arena, pushes, sizeof *moves->by_slot);
    moves->slots = rapport__arena_alloc(moves->arena, pushes < places ? pushes : places, sizeof *moves->slots);
    return moves->pushes && moves->by_slot && moves->slots ? RAPPORT_OK : RAPPORT_NO_MEMORY;
}

uint32_t rapport__moves_count(const rapport__moves *moves, uint32_t node, uint32_t party)
{
    uint32_t count = 0;
    if (party != RAPPORT_NONE || rapport__has_fact(moves->from->assessment, node))
        return rapport__moves_slot_is_there(moves, node, party);
    for (uint32_t p = 0; p < moves->from->party_count; p++)
        count += rapport__moves_slot_is_there(moves, node, p);
    return count;
}

bool rapport__moves_slot_is_there(const rapport__moves *moves, uint32_t node, uint32_t party)
{
    const rapport_result *from = moves->from;
    bool fact = moves->movable[node] && rapport__has_fact(from->assessment, node);
    if (!moves->movable[node] || fact != (party == RAPPORT_NONE))
        return false;
    return fact || rapport__has_score(&rapport__view(from, party)[node]);
}

/* One push on one slot, if the slot is there. */
static uint32_t add_one(rapport__moves *moves, const rapport__push *push, uint32_t node, uint32_t party)
{
    const rapport_result *from = moves->from;
    uint32_t row = party == RAPPORT_NONE ? from->party_count : party, *slot;
    if (!rapport__moves_slot_is_there(moves, node, party))
        return 0;
    slot = &moves->slot_of[(size_t)row * from->node_count + node];
    if (*slot == RAPPORT_NONE) {
        *slot = moves->slot_count++;
        moves->slots[*slot] = (rapport__slot){.party = party,
                                              .node = node,
                                              .base = rapport__view(from, party == RAPPORT_NONE ? 0 : party)[node].score,
                                              .ladder = moves->ladders[from->model->content.nodes[node].scale]};
    }
    moves->slots[*slot].count++;
    moves->pushes[moves->push_count] = *push;
    moves->pushes[moves->push_count++].slot = *slot;
    return 1;
}

uint32_t rapport__moves_add(rapport__moves *moves, uint32_t item, uint32_t node, uint32_t party, int32_t kind, double amount)
{
    rapport__push push = {.item = item, .kind = kind, .amount = amount};
    bool fact = rapport__has_fact(moves->from->assessment, node);
    uint32_t pushed = 0;
    if (party != RAPPORT_NONE || fact)
        pushed = add_one(moves, &push, node, party);
    else
        for (uint32_t p = 0; p < moves->from->party_count; p++)
            pushed += add_one(moves, &push, node, p);
    moves->first_push[item + 1] += pushed;
    return pushed;
}

static double rise_of(const rapport__push *push, const rapport__slot *slot)
{
    double rise = push->kind == RAPPORT_EFFECT_POINTS   ? push->amount
                  : push->kind == RAPPORT_EFFECT_LEVELS ? push->amount * slot->ladder->largest
                                                        : push->amount - slot->base;
    rise = rise < 100 - slot->base ? rise : 100 - slot->base;
    return rise > 0 ? rise : 0;
}

/* A push that is alone on its slot rises it by exactly what all do. */
static void finish_slot(rapport__moves *moves, rapport__slot *slot)
{
    slot->top = rapport__slot_value(moves, slot, NULL);
    if (slot->count == 1)
        moves->pushes[moves->by_slot[slot->first]].rise = slot->top - slot->base;
}

void rapport__moves_finish(rapport__moves *moves)
{
    uint32_t first = 0;
    for (uint32_t i = 0; i < moves->item_count; i++)
        moves->first_push[i + 1] += moves->first_push[i];
    for (uint32_t s = 0; s < moves->slot_count; s++) {
        moves->slots[s].first = first;
        first += moves->slots[s].count;
        moves->slots[s].count = 0;
    }
    for (uint32_t i = 0; i < moves->push_count; i++) {
        rapport__slot *slot = &moves->slots[moves->pushes[i].slot];
        moves->by_slot[slot->first + slot->count++] = i;
        moves->pushes[i].rise = rise_of(&moves->pushes[i], slot);
    }
    for (uint32_t s = 0; s < moves->slot_count; s++)
        finish_slot(moves, &moves->slots[s]);
}
