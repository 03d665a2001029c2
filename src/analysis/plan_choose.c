/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Choosing actions. Where they are independent and the score is a plain mean, a knapsack; otherwise a first good plan by gain
 * for cost, and then branch and bound. */
#include "analysis/plan.h"

#include "analysis/knapsack.h"
#include "base/sum.h"

/* Whether gains add up and nothing but the budget binds: plain means all the way, no slot pushed beyond its end, no gate. */
static bool is_additive(const rapport__plan_job *j)
{
    const rapport__search *search = &j->search;
    const rapport__moves *moves = &search->moves;
    if (!search->tangent_count || !search->tangents[0].linear || search->needs.first || search->rivals.first ||
        search->phases.count || !search->whole || search->breaches_first || j->plan->summary.breached)
        return false;
    for (uint32_t s = 0; s < moves->slot_count; s++) {
        const rapport__slot *slot = &moves->slots[s];
        double sum = slot->base;
        for (uint32_t i = 0; slot->count > 1 && i < slot->count; i++) {
            const rapport__push *push = &moves->pushes[moves->by_slot[slot->first + i]];
            if (push->kind != RAPPORT_EFFECT_POINTS)
                return false;
            sum += push->amount;
        }
        if (sum > 100)
            return false;
    }
    return true;
}

/* The knapsack, with gains in 1e-9 points as they are compared. False if it is too large. */
static bool solve_knapsack(rapport__plan_job *j, rapport_status *status)
{
    rapport__search *search = &j->search;
    uint32_t count = search->moves.item_count;
    double total = 0, *gains = rapport__arena_alloc(&j->arena, count, sizeof *gains);
    *status = gains ? RAPPORT_OK : RAPPORT_NO_MEMORY;
    if (*status)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        total += search->costs[i];
        gains[i] = (double)(int64_t)(search->tangents[0].gain[i] * 1e9 + 0.5);
    }
    total = total < search->budget ? total : search->budget;
    if (!rapport__knapsack_fits(count, total))
        return false;
    *status = rapport__knapsack(search->costs, gains, count, total, &j->arena.mem, search->best);
    if (*status)
        return false;
    rapport__search_restore(search);
    search->found = rapport__search_value(search);
    search->has_found = true;
    return true;
}

/* Whether the trial now is better than it was, or at least on its way: a gate may still hide a rise. */
static bool has_risen(const rapport__trial *trial, const rapport__worth *before, double score, const rapport__worth *after)
{
    if (after->breaches != before->breaches)
        return after->breaches < before->breaches;
    return rapport__compare(after->score, before->score) > 0 || rapport__compare(trial->score, score) > 0;
}

/* Takes every action that still fits and helps, in order. */
static void fill_up(rapport__search *search)
{
    rapport__worth before = rapport__search_value(search);
    for (uint32_t i = 0; i < search->moves.item_count && search->work <= search->limit; i++) {
        uint32_t mark = search->trailed;
        double score = search->now.score;
        uint64_t work = search->now.work;
        rapport__worth after;
        if (!rapport__search_include(search, search->order[i]))
            continue;
        after = rapport__search_value(search);
        if (has_risen(&search->now, &before, score, &after))
            before = after;
        else
            rapport__search_undo(search, mark);
        search->work += search->now.work - work + 4;
    }
    (void)rapport__search_consider(search);
}

/* The order in which actions pay: that of the plane first, then all others. */
static void order_by_gain(rapport__search *search, const rapport__tangent *tangent)
{
    uint32_t count = 0;
    for (uint32_t i = 0; tangent && i < tangent->count; i++)
        search->order[count++] = tangent->order[i];
    for (uint32_t i = 0; i < search->moves.item_count; i++)
        if (!tangent || tangent->gain[i] <= 0)
            search->order[count++] = i;
}

/* Whether an action pushes what a breached gate looks at. */
static bool opens_gate(const rapport__search *search, uint32_t item)
{
    const rapport__content *content = &search->now.is.model->content;
    const rapport__moves *moves = &search->moves;
    for (uint32_t g = 0; g < content->gate_count; g++) {
        const rapport_gate *gate = &content->gates[g].is;
        if (gate->measure || moves->from->gates[g].state != RAPPORT_GATE_BREACHED)
            continue;
        for (uint32_t i = moves->first_push[item]; i < moves->first_push[item + 1]; i++) {
            uint32_t node = moves->slots[moves->pushes[i].slot].node;
            if (node >= gate->node && node < content->nodes[gate->node].end)
                return true;
        }
    }
    return false;
}

/* What opens a gate first, otherwise as it was. */
static void order_by_gates(rapport__search *search)
{
    uint32_t kept = 0, count = 0, *later = search->frames;
    for (uint32_t i = 0; i < search->moves.item_count; i++) {
        if (opens_gate(search, search->order[i]))
            search->order[kept++] = search->order[i];
        else
            later[count++] = search->order[i];
    }
    for (uint32_t i = 0; i < count; i++)
        search->order[kept++] = later[i];
}

/* Good plans to begin with; every branch is held against the best of them. */
static rapport_status begin(rapport__plan_job *j)
{
    rapport__search *search = &j->search;
    uint32_t planes = search->tangent_count;
    (void)rapport__search_consider(search);
    order_by_gain(search, planes ? &search->tangents[0] : NULL);
    fill_up(search);
    rapport__search_undo(search, 0);
    if (j->plan->summary.breached) {
        order_by_gates(search);
        fill_up(search);
    }
    rapport__search_restore(search);
    if (planes && !search->tangents[0].linear &&
        rapport__search_add_tangent(search, search->now.is.party_count, RAPPORT_ROOT, false, 0))
        return RAPPORT_NO_MEMORY;
    rapport__search_undo(search, 0);
    order_by_gain(search, search->tangent_count ? &search->tangents[search->tangent_count - 1] : NULL);
    return RAPPORT_OK;
}

/* An action without cost that changes nothing may be in the best choice; it is taken out again. */
static void drop_idle(rapport__search *search)
{
    rapport__worth now;
    for (uint32_t i = search->moves.item_count; i-- > 0;) {
        bool needed = search->costs[i] > 0 || !search->best[i];
        for (uint32_t k = search->needed_by.first ? search->needed_by.first[i] : 0;
             !needed && search->needed_by.first && k < search->needed_by.first[i + 1]; k++)
            needed = search->best[search->needed_by.items[k]];
        if (needed)
            continue;
        rapport__trial_put(&search->now, i, false);
        now = rapport__search_value(search);
        if (now.breaches == search->found.breaches && rapport__compare(now.score, search->found.score) == 0)
            search->best[i] = 0;
        else
            rapport__trial_put(&search->now, i, true);
    }
    for (uint32_t i = 0; i < search->moves.item_count; i++)
        rapport__trial_put(&search->now, i, search->state[i] == RAPPORT__IN);
    rapport__search_restore(search);
}

/* Of equally good plans the one with the earlier actions; what costs nothing stays as it was found. */
static bool settle_ties(rapport__search *search)
{
    bool done;
    rapport__search_undo(search, 0);
    for (uint32_t i = 0; i < search->moves.item_count; i++) {
        search->order[i] = i;
        if (search->costs[i] <= 0 && !search->best[i])
            rapport__search_exclude(search, i);
    }
    done = rapport__search_explore(search, true);
    rapport__search_undo(search, 0);
    return done;
}

rapport_status rapport__plan_choose(rapport__plan_job *j)
{
    rapport__search *search = &j->search;
    rapport_status status = RAPPORT_OK;
    bool done;
    double bound;
    if (rapport__search_init(search) || rapport__search_add_tangent(search, search->now.is.party_count, RAPPORT_ROOT, false, 0))
        return RAPPORT_NO_MEMORY;
    if (is_additive(j) && solve_knapsack(j, &status)) {
        j->plan->summary.optimal = 1;
        return RAPPORT_OK;
    }
    if (status)
        return status;
    bound = rapport__search_bound(search);
    if (begin(j))
        return RAPPORT_NO_MEMORY;
    done = rapport__search_explore(search, false);
    if (!done) {
        search->limit = search->work + j->search.limit / 4; /* what is left over is not left lying */
        rapport__search_restore(search);
        fill_up(search);
        rapport__search_undo(search, 0);
    }
    rapport__search_restore(search);
    drop_idle(search);
    done = done && (!search->trailed || settle_ties(search)) && !search->phases.gave_up;
    j->plan->summary.optimal = done;
    j->plan->summary.bound = bound;
    return RAPPORT_OK;
}
