/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Which phase each item goes to: items in an order in which nothing comes before what it needs, each in the earliest phase
 * that leaves room for those after it. Depth first, going back where the rest does not fit. */
#include "analysis/search.h"

enum { MOST_TRIES = 4096 }; /* and as many more as there are items */

/* The earliest phase from `from` on that an item may go to; phases.count if there is none. */
static uint32_t find_phase(const rapport__search *search, uint32_t item, uint32_t from)
{
    const rapport__phases *phases = &search->phases;
    for (uint32_t i = search->needs.first ? search->needs.first[item] : 0;
         search->needs.first && i < search->needs.first[item + 1]; i++) {
        uint32_t needed = phases->chosen[search->needs.items[i]];
        from = needed > from ? needed : from;
    }
    if (phases->only[item] != RAPPORT_NONE) {
        if (from > phases->only[item])
            return phases->count;
        from = phases->only[item];
    }
    while (from < phases->count && search->costs[item] > phases->room[from]) {
        from++;
        if (phases->only[item] != RAPPORT_NONE)
            return phases->count;
    }
    return from;
}

/* What is left of a phase is counted anew from its items, in their order: the same whichever way it was come to. */
static void count_room(rapport__search *search, uint32_t phase, uint32_t placed)
{
    rapport__phases *phases = &search->phases;
    double cost = 0;
    for (uint32_t i = 0; i < placed; i++)
        if (phases->chosen[phases->list[i]] == phase)
            cost += search->costs[phases->list[i]];
    phases->room[phase] = phases->capacity[phase] - cost;
    search->work += placed;
}

static uint32_t list_items(rapport__search *search)
{
    rapport__phases *phases = &search->phases;
    uint32_t count = 0;
    for (uint32_t i = 0; i < search->moves.item_count; i++)
        if (search->state[phases->order[i]] == RAPPORT__IN)
            phases->list[count++] = phases->order[i];
    for (uint32_t p = 0; p < phases->count; p++)
        phases->room[p] = phases->capacity[p];
    search->work += search->moves.item_count;
    return count;
}

bool rapport__phases_fit(rapport__search *search)
{
    rapport__phases *phases = &search->phases;
    uint32_t count = list_items(search), placed = 0, from = 0, tries = 0;
    while (placed < count) {
        uint32_t item = phases->list[placed], phase = find_phase(search, item, from);
        search->work += 4;
        if (phase < phases->count) {
            phases->chosen[item] = phase;
            placed++;
            if (search->whole)
                phases->room[phase] -= search->costs[item];
            else
                count_room(search, phase, placed);
            from = 0;
            continue;
        }
        if (!placed)
            return false;
        if (++tries > MOST_TRIES + count) {
            phases->gave_up = true;
            return false;
        }
        item = phases->list[--placed];
        phase = phases->chosen[item];
        if (search->whole)
            phases->room[phase] += search->costs[item];
        else
            count_room(search, phase, placed);
        from = phase + 1;
    }
    return true;
}
