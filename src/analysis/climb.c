/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "analysis/climb.h"

#include "analysis/whole.h"
#include "base/float.h"

enum { MOST_STEPS = 1048576 };

/* Nodes whose value can matter: those that enter the whole, and those that a gate looks at. */
static bool *find_useful(const rapport__climb *c, rapport__arena *arena)
{
    const rapport__content *content = &c->result->model->content;
    bool *useful = rapport__arena_alloc(arena, content->node_count, sizeof *useful);
    for (uint32_t i = 0; useful && i < content->node_count; i++)
        useful[i] = content->nodes[i].enters;
    for (uint32_t g = 0; useful && g < content->gate_count; g++)
        if (!content->gates[g].is.measure && !content->nodes[content->gates[g].is.node].enters)
            for (uint32_t i = content->gates[g].is.node; i < content->nodes[content->gates[g].is.node].end; i++)
                useful[i] = true;
    return useful;
}

/* How many levels an answer can still rise. */
static uint32_t count_steps(const rapport__ladder *ladder, double value)
{
    uint32_t steps = 0;
    while (value < ladder->top) {
        value = rapport__ladder_climb(ladder, value, 1);
        steps++;
    }
    return steps;
}

/* Goes through all answers that could rise, in model order, then party: `add` makes the items, otherwise they are counted. */
static uint32_t walk_answers(rapport__climb *c, const bool *useful, bool add)
{
    const rapport__content *content = &c->result->model->content;
    rapport__moves *moves = &c->search.moves;
    uint32_t items = 0;
    for (uint32_t node = 0; node < content->node_count; node++) {
        if (content->nodes[node].kind != RAPPORT_CRITERION || !useful[node])
            continue;
        for (uint32_t row = 0; row <= c->result->party_count; row++) {
            uint32_t party = row < c->result->party_count ? row : RAPPORT_NONE, steps;
            double value;
            if (!rapport__moves_slot_is_there(moves, node, party))
                continue;
            value = rapport__view(c->result, party == RAPPORT_NONE ? 0 : party)[node].score;
            steps = count_steps(moves->ladders[content->nodes[node].scale], value);
            for (uint32_t i = 0; add && i < steps; i++)
                (void)rapport__moves_add(moves, items + i, node, party, RAPPORT_EFFECT_LEVELS, 1);
            items += steps;
            if (items > MOST_STEPS)
                return items;
        }
    }
    return items;
}

/* Each level but the lowest needs the one below; taken in order, each rises by exactly its own step. */
static rapport_status chain_steps(rapport__climb *c)
{
    rapport__search *search = &c->search;
    rapport__moves *moves = &search->moves;
    uint32_t items = moves->item_count, links = 0;
    search->needs.first = rapport__arena_alloc(&c->arena, (size_t)items + 1, sizeof *search->needs.first);
    search->needs.items = rapport__arena_alloc(&c->arena, items, sizeof *search->needs.items);
    search->needed_by.first = rapport__arena_alloc(&c->arena, (size_t)items + 1, sizeof *search->needed_by.first);
    search->needed_by.items = rapport__arena_alloc(&c->arena, items, sizeof *search->needed_by.items);
    if (!search->needs.first || !search->needs.items || !search->needed_by.first || !search->needed_by.items)
        return RAPPORT_NO_MEMORY;
    for (uint32_t i = 0; i < items; i++) { /* an item is a push is a level */
        const rapport__slot *slot = &moves->slots[moves->pushes[i].slot];
        uint32_t level = i - moves->by_slot[slot->first];
        moves->pushes[i].rise =
            rapport__ladder_climb(slot->ladder, slot->base, level + 1) - rapport__ladder_climb(slot->ladder, slot->base, level);
        if (level)
            search->needs.items[links++] = i - 1;
        search->needs.first[i + 1] = links;
    }
    for (uint32_t i = 0, back = 0; i < items; i++) {
        if (i + 1 < items && moves->pushes[i + 1].slot == moves->pushes[i].slot)
            search->needed_by.items[back++] = i + 1;
        search->needed_by.first[i + 1] = back;
    }
    return RAPPORT_OK;
}

rapport_status rapport__climb_items(rapport__climb *c)
{
    bool *useful = find_useful(c, &c->arena);
    uint32_t items;
    if (!useful || rapport__moves_init(&c->search.moves, c->result, &c->arena, 0))
        return RAPPORT_NO_MEMORY;
    items = walk_answers(c, useful, false);
    if (items > MOST_STEPS)
        return RAPPORT_LIMIT;
    if (rapport__moves_init(&c->search.moves, c->result, &c->arena, items) || rapport__moves_reserve(&c->search.moves, items))
        return RAPPORT_NO_MEMORY;
    (void)walk_answers(c, useful, true);
    rapport__moves_finish(&c->search.moves);
    return chain_steps(c);
}

rapport_status rapport__climb_costs(rapport__climb *c, int32_t kind, const double *costs)
{
    rapport__search *search = &c->search;
    uint32_t items = search->moves.item_count;
    double *whole = rapport__arena_alloc(&c->arena, items, sizeof *whole);
    c->costs = rapport__arena_alloc(&c->arena, items, sizeof *c->costs);
    c->worth = rapport__arena_alloc(&c->arena, items, sizeof *c->worth);
    if (!whole || !c->costs || !c->worth)
        return RAPPORT_NO_MEMORY;
    for (uint32_t i = 0; i < items; i++) {
        uint32_t node = search->moves.slots[search->moves.pushes[i].slot].node;
        c->costs[i] = costs ? costs[node] : c->result->model->content.nodes[node].share;
        whole[i] = 1;
    }
    search->whole = kind == RAPPORT_FEWEST_STEPS || rapport__make_whole(c->costs, items, whole) > 0;
    search->costs = whole;
    search->budget = DBL_MAX;
    return RAPPORT_OK;
}
