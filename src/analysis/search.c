/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "analysis/search.h"

#include <string.h>

#include "base/sum.h"

/* Scores nearer than a threshold tells apart are equal: rapport__compare() rounds to 1e-9. */
#define SAME 1e-9

#define EACH_OF(lists, item, i)                                                                                                \
    for (uint32_t i = (lists).first ? (lists).first[item] : 0; (lists).first && i < (lists).first[(item) + 1]; i++)

rapport_status rapport__search_init(rapport__search *search)
{
    rapport__arena *arena = search->moves.arena;
    size_t items = search->moves.item_count;
    search->state = rapport__arena_alloc(arena, items, 1);
    search->best = rapport__arena_alloc(arena, items, 1);
    search->included = rapport__arena_alloc(arena, items + 1, 1);
    search->trail = rapport__arena_alloc(arena, items, sizeof *search->trail);
    search->order = rapport__arena_alloc(arena, items, sizeof *search->order);
    search->frames = rapport__arena_alloc(arena, items + 1, sizeof *search->frames);
    search->marks = rapport__arena_alloc(arena, items + 1, sizeof *search->marks);
    search->spent = rapport__arena_alloc(arena, items, sizeof *search->spent);
    search->left = rapport__arena_alloc(arena, search->moves.slot_count, sizeof *search->left);
    if (!search->state || !search->best || !search->included || !search->trail || !search->order || !search->frames ||
        !search->marks || !search->left || !search->spent || rapport__trial_init(&search->now, &search->moves) ||
        rapport__trial_init(&search->high, &search->moves))
        return RAPPORT_NO_MEMORY;
    return RAPPORT_OK;
}

rapport_status rapport__search_add_tangent(rapport__search *search, uint32_t view, uint32_t node, bool has_needed,
                                           double needed)
{
    rapport__tangent *tangent = &search->tangents[search->tangent_count];
    bool concave;
    if (search->tangent_count == RAPPORT__TANGENTS)
        return RAPPORT_OK;
    rapport__trial_settle(&search->now);
    if (rapport__tangent_init(tangent, &search->now, view, node, search->costs, &concave))
        return RAPPORT_NO_MEMORY;
    tangent->has_needed = has_needed;
    tangent->needed = needed;
    search->tangent_count += concave;
    return RAPPORT_OK;
}

/* What a choice costs: costs that are not whole are added in the order of the items, so that it costs the same however it was
 * come to. */
static double add_costs(rapport__search *search)
{
    double cost = 0;
    if (search->whole)
        return search->cost;
    for (uint32_t i = 0; i < search->moves.item_count; i++)
        if (search->state[i] == RAPPORT__IN)
            cost += search->costs[i];
    search->work += search->moves.item_count;
    return cost;
}

static void decide(rapport__search *search, uint32_t item, unsigned char state)
{
    search->state[item] = state;
    search->spent[search->trailed] = search->cost;
    search->trail[search->trailed++] = item;
    if (state != RAPPORT__IN)
        return;
    rapport__trial_put(&search->now, item, true);
    search->cost += search->costs[item];
}

void rapport__search_undo(rapport__search *search, uint32_t trailed)
{
    while (search->trailed > trailed) {
        uint32_t item = search->trail[--search->trailed];
        if (search->state[item] == RAPPORT__IN)
            rapport__trial_put(&search->now, item, false);
        search->state[item] = RAPPORT__UNDECIDED;
        search->cost = search->spent[search->trailed];
    }
}

/* No rival of it is in. */
static bool is_welcome(const rapport__search *search, uint32_t item)
{
    EACH_OF(search->rivals, item, i)
    if (search->state[search->rivals.items[i]] == RAPPORT__IN)
        return false;
    return true;
}

bool rapport__search_include(rapport__search *search, uint32_t item)
{
    uint32_t mark = search->trailed;
    bool fits = search->state[item] == RAPPORT__UNDECIDED && is_welcome(search, item);
    if (fits)
        decide(search, item, RAPPORT__IN);
    for (uint32_t next = mark; fits && next < search->trailed; next++)
        EACH_OF(search->needs, search->trail[next], i)
        {
            uint32_t needed = search->needs.items[i];
            search->work++;
            if (search->state[needed] == RAPPORT__IN)
                continue;
            if (search->state[needed] == RAPPORT__OUT || !is_welcome(search, needed)) {
                fits = false;
                break;
            }
            decide(search, needed, RAPPORT__IN);
        }
    fits = fits && search->cost <= search->budget && (!search->phases.count || rapport__phases_fit(search));
    if (!fits)
        rapport__search_undo(search, mark);
    return fits;
}

void rapport__search_exclude(rapport__search *search, uint32_t item)
{
    uint32_t next = search->trailed;
    if (search->state[item] != RAPPORT__UNDECIDED)
        return;
    decide(search, item, RAPPORT__OUT);
    for (; next < search->trailed; next++)
        EACH_OF(search->needed_by, search->trail[next], i)
        {
            uint32_t other = search->needed_by.items[i];
            search->work++;
            if (search->state[other] == RAPPORT__UNDECIDED)
                decide(search, other, RAPPORT__OUT);
        }
}

rapport__worth rapport__search_value(rapport__search *search)
{
    rapport__worth value = {.cost = search->cost};
    rapport__trial_settle(&search->now);
    search->judge(search, &search->now, false, &value);
    return value;
}

static int compare_values(const rapport__worth *a, const rapport__worth *b)
{
    int order = rapport__compare(a->score, b->score);
    if (a->breaches != b->breaches)
        return a->breaches < b->breaches ? -1 : 1;
    if (order)
        return -order;
    return a->cost < b->cost ? -1 : a->cost > b->cost;
}

bool rapport__search_consider(rapport__search *search)
{
    rapport__worth value = rapport__search_value(search);
    value.cost = add_costs(search);
    if (value.cost > search->budget || (search->has_found && compare_values(&value, &search->found) >= 0))
        return false;
    search->found = value;
    search->has_found = true;
    for (uint32_t i = 0; i < search->moves.item_count; i++)
        search->best[i] = search->state[i] == RAPPORT__IN;
    return true;
}

void rapport__search_restore(rapport__search *search)
{
    rapport__search_undo(search, 0);
    for (uint32_t i = 0; i < search->moves.item_count; i++)
        if (search->best[i])
            decide(search, i, RAPPORT__IN);
    rapport__trial_settle(&search->now);
}

/* Whether every plane comes as high as it must: to what it needs itself, or else to `target`. */
static bool may_reach(rapport__search *search, double most, double budget, double target)
{
    for (uint32_t i = 0; i < search->tangent_count; i++) {
        const rapport__tangent *tangent = &search->tangents[i];
        double needed = tangent->has_needed ? tangent->needed : target;
        if (rapport__tangent_reach(tangent, &search->now, search->costs, search->state, most, budget, search->left,
                                   &search->work) < needed)
            return false;
    }
    return true;
}

/* With all at once that may still come and is not too dear. */
static rapport__worth look_up(rapport__search *search, double most)
{
    rapport__worth value = {0};
    uint64_t before = search->high.work;
    for (uint32_t i = 0; i < search->moves.item_count; i++)
        rapport__trial_put(&search->high, i,
                           search->state[i] == RAPPORT__IN ||
                               (search->state[i] == RAPPORT__UNDECIDED && search->costs[i] <= most));
    rapport__trial_settle(&search->high);
    search->judge(search, &search->high, true, &value);
    search->work += search->moves.item_count + (search->high.work - before);
    return value;
}

double rapport__search_bound(rapport__search *search)
{
    double left = search->budget - search->cost, bound;
    rapport__trial_settle(&search->now);
    bound = look_up(search, left).score;
    for (uint32_t i = 0; i < search->tangent_count; i++) {
        double reach = rapport__tangent_reach(&search->tangents[i], &search->now, search->costs, search->state, left, left,
                                              search->left, &search->work);
        bound = reach < bound ? reach : bound;
    }
    return bound;
}

/* What may be spent if it has to become cheaper than the best. */
static double cheaper(const rapport__search *search)
{
    return search->whole ? search->found.cost - search->cost - 1 : (search->found.cost - search->cost) * (1 - 1e-12);
}

/* Whether something better than the best may still come from here. */
static bool is_promising(rapport__search *search, bool ties)
{
    const rapport__worth *found = &search->found;
    double left = search->budget - search->cost, less = ties ? found->cost - search->cost : cheaper(search);
    rapport__worth most;
    rapport__trial_settle(&search->now);
    if (ties) {
        if (less < 0 || !may_reach(search, less, less, found->score - SAME))
            return false;
        most = look_up(search, less);
        return most.breaches <= found->breaches && most.score >= found->score - SAME;
    }
    less = less < left ? less : left;
    if (!search->breaches_first) { /* the planes are cheaper to ask, and mostly enough */
        if (!may_reach(search, left, left, found->score + SAME * 0.9) &&
            (less < 0 || !may_reach(search, less, less, found->score - SAME)))
            return false;
    }
    most = look_up(search, left);
    if (most.breaches != found->breaches)
        return most.breaches < found->breaches;
    if (most.score > found->score + SAME * 0.9 && may_reach(search, left, left, found->score + SAME * 0.9))
        return true;
    return less >= 0 && most.score >= found->score - SAME && may_reach(search, less, less, found->score - SAME);
}

/* The next item to decide: one that is too dear now stays too dear. */
static uint32_t find_next(rapport__search *search, uint32_t at, double most)
{
    while (at < search->moves.item_count &&
           (search->state[search->order[at]] != RAPPORT__UNDECIDED || search->costs[search->order[at]] > most)) {
        at++;
        search->work++;
    }
    return at;
}

/* Puts the next item in, or leaves it out if it cannot be. True if that ends the search. */
static bool go_ahead(rapport__search *search, uint32_t depth, uint32_t at, bool ties)
{
    uint32_t item = search->order[at];
    rapport__worth value;
    search->frames[depth] = at;
    search->marks[depth] = search->trailed;
    search->included[depth] = rapport__search_include(search, item);
    if (!search->included[depth]) {
        rapport__search_exclude(search, item);
        return false;
    }
    if (!ties) {
        (void)rapport__search_consider(search);
        return false;
    }
    value = rapport__search_value(search);
    value.cost = add_costs(search);
    if (value.cost > search->budget || compare_values(&value, &search->found) > 0)
        return false;
    for (uint32_t i = 0; i < search->moves.item_count; i++)
        search->best[i] = search->state[i] == RAPPORT__IN;
    return true;
}

/* Takes the last decision back: an item that was in is left out, otherwise one goes back further. True if it was in. */
static bool go_back(rapport__search *search, uint32_t *depth, uint32_t *at)
{
    uint32_t last = *depth - 1;
    rapport__search_undo(search, search->marks[last]);
    if (!search->included[last]) {
        *depth = last;
        return false;
    }
    search->included[last] = 0;
    rapport__search_exclude(search, search->order[search->frames[last]]);
    *at = search->frames[last] + 1;
    return true;
}

bool rapport__search_explore(rapport__search *search, bool ties)
{
    uint32_t depth = 0, at = 0, base = search->trailed;
    bool ahead = true;
    while (search->work <= search->limit) {
        uint64_t before = search->now.work;
        ahead = ahead && is_promising(search, ties);
        if (ahead)
            at = find_next(search, at, (ties ? search->found.cost : search->budget) - search->cost);
        if (ahead && at < search->moves.item_count) {
            if (go_ahead(search, depth, at++, ties))
                break;
            depth++;
        } else {
            if (!depth)
                break;
            ahead = go_back(search, &depth, &at);
        }
        search->work += search->now.work - before + 8;
    }
    rapport__search_undo(search, base);
    return search->work <= search->limit;
}
