/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Which actions need which: as lists, in an order that respects them, and where they go round in a circle. */
#include "analysis/plan.h"

static void place(rapport__lists *lists, uint32_t *used, uint32_t item, uint32_t other)
{
    lists->items[lists->first[item] + used[item]++] = other;
}

rapport_status rapport__lists_make(rapport__lists *lists, const rapport__link *links, uint32_t link_count, uint32_t items,
                                   int ways, rapport__arena *arena)
{
    uint32_t *used;
    *lists = (rapport__lists){0};
    if (!link_count)
        return RAPPORT_OK;
    lists->first = rapport__arena_alloc(arena, (size_t)items + 1, sizeof *lists->first);
    lists->items = rapport__arena_alloc(arena, 2 * (size_t)link_count, sizeof *lists->items);
    used = rapport__arena_alloc(arena, items, sizeof *used);
    if (!lists->first || !lists->items || !used)
        return RAPPORT_NO_MEMORY;
    for (uint32_t i = 0; i < link_count; i++) {
        lists->first[links[i].action + 1] += ways & RAPPORT__FORTH ? 1 : 0;
        lists->first[links[i].other + 1] += ways & RAPPORT__BACK ? 1 : 0;
    }
    for (uint32_t i = 0; i < items; i++)
        lists->first[i + 1] += lists->first[i];
    for (uint32_t i = 0; i < link_count; i++) {
        if (ways & RAPPORT__FORTH)
            place(lists, used, links[i].action, links[i].other);
        if (ways & RAPPORT__BACK)
            place(lists, used, links[i].other, links[i].action);
    }
    return RAPPORT_OK;
}

enum { UNSEEN, OPEN, PLACED };

/* The actions on the stack from the one that is met again on. */
static uint32_t tell_circle(const uint32_t *stack, uint32_t depth, uint32_t again, uint32_t *circle)
{
    uint32_t from = depth, count = 0;
    while (stack[from - 1] != again)
        from--;
    for (uint32_t i = from - 1; i < depth; i++)
        circle[count++] = stack[i];
    return count;
}

uint32_t rapport__lists_order(const rapport__lists *needs, uint32_t items, uint32_t *order, uint32_t *stack, uint32_t *state,
                              uint32_t *circle)
{
    uint32_t placed = 0, *next = state + items; /* the next need of each item that is open */
    for (uint32_t root = 0; root < items; root++) {
        uint32_t depth = 0;
        if (state[root] == UNSEEN)
            stack[depth++] = root;
        while (depth) {
            uint32_t item = stack[depth - 1];
            if (state[item] == UNSEEN) {
                state[item] = OPEN;
                next[item] = needs->first ? needs->first[item] : 0;
            }
            if (needs->first && next[item] < needs->first[item + 1]) {
                uint32_t needed = needs->items[next[item]++];
                if (state[needed] == OPEN) {
                    circle[items] = tell_circle(stack, depth, needed, circle);
                    return placed;
                }
                if (state[needed] == UNSEEN)
                    stack[depth++] = needed;
                continue;
            }
            state[item] = PLACED;
            order[placed++] = item;
            depth--;
        }
    }
    return placed;
}

rapport_status rapport_actions_find_circle(const rapport_actions *actions, uint32_t *members, uint32_t capacity,
                                           uint32_t *count)
{
    rapport__arena arena;
    rapport__lists needs;
    uint32_t *room;
    size_t items = actions->count;
    rapport_status status;
    if (!count)
        return RAPPORT_BAD_ARGUMENT;
    *count = 0;
    rapport__arena_init(&arena, &actions->arena.mem);
    status = rapport__lists_make(&needs, actions->needs, actions->need_count, actions->count, RAPPORT__FORTH, &arena);
    room = rapport__arena_alloc(&arena, 5 * items + 1, sizeof *room);
    status = status || !room ? RAPPORT_NO_MEMORY : RAPPORT_OK;
    if (!status &&
        rapport__lists_order(&needs, actions->count, room, room + items, room + 2 * items, room + 4 * items) < actions->count) {
        *count = room[5 * items];
        for (uint32_t i = 0; members && i < capacity && i < *count; i++)
            members[i] = room[4 * items + i];
    }
    rapport__arena_clear(&arena);
    return status;
}
