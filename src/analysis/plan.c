/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Choosing actions. Where they are independent and the score is a plain mean, a knapsack; otherwise a first good plan by gain
 * for cost, and then branch and bound. */
#include "analysis/plan.h"

#include "analysis/knapsack.h"
#include "analysis/whole.h"
#include "base/error.h"
#include "base/float.h"
#include "base/struct.h"
#include "base/sum.h"

_Static_assert(sizeof(rapport_plan_options) == 32, "rapport_plan_options");

#define WORK_LIMIT 50000000u

/* Fails before caps before flags; a model has fewer than 2^20 gates. */
#define FAILS (UINT64_C(1) << 40)
#define CAPS (UINT64_C(1) << 20)

typedef struct job {
    rapport__search search;
    rapport__arena arena; /* of the search; the plan has its own */
    rapport_plan *plan;
    uint32_t *idle; /* effects of each action that find nothing */
    bool additive;  /* a knapsack, exactly */
} job;

static void judge(rapport__search *search, rapport__trial *trial, bool high, rapport__worth *value)
{
    const rapport__content *content = &trial->is.model->content;
    (void)high;
    value->score = trial->gated;
    value->breaches = 0;
    for (uint32_t i = 0; search->breaches_first && i < content->gate_count; i++)
        if (trial->is.gates[i].state == RAPPORT_GATE_BREACHED)
            value->breaches += content->gates[i].is.effect == RAPPORT_FAIL  ? FAILS
                               : content->gates[i].is.effect == RAPPORT_CAP ? CAPS
                                                                            : 1;
}

/* Effects by action, whatever the order in which they were added. */
static uint32_t *sort_deeds(const rapport_actions *actions, rapport__arena *arena)
{
    uint32_t *first = rapport__arena_alloc(arena, (size_t)actions->count + 1, sizeof *first);
    uint32_t *order = rapport__arena_alloc(arena, actions->deed_count, sizeof *order);
    if (!first || !order)
        return NULL;
    for (uint32_t i = 0; i < actions->deed_count; i++)
        first[actions->deeds[i].action + 1]++;
    for (uint32_t i = 0; i < actions->count; i++)
        first[i + 1] += first[i];
    for (uint32_t i = 0; i < actions->deed_count; i++)
        order[first[actions->deeds[i].action]++] = i;
    return order;
}

static rapport_status make_moves(job *j)
{
    const rapport_actions *actions = j->plan->actions;
    rapport__moves *moves = &j->search.moves;
    uint32_t *order = sort_deeds(actions, &j->arena);
    size_t pushes = 0;
    if (!order || rapport__moves_init(moves, j->plan->result, &j->arena, actions->count))
        return RAPPORT_NO_MEMORY;
    for (uint32_t i = 0; i < actions->deed_count; i++)
        pushes += rapport__moves_count(moves, actions->deeds[i].node, actions->deeds[i].party);
    if (rapport__moves_reserve(moves, pushes))
        return RAPPORT_NO_MEMORY;
    for (uint32_t i = 0; i < actions->deed_count; i++) {
        const rapport__deed *deed = &actions->deeds[order[i]];
        if (!rapport__moves_add(moves, deed->action, deed->node, deed->party, deed->kind, deed->amount))
            j->idle[deed->action]++;
    }
    rapport__moves_finish(moves);
    return RAPPORT_OK;
}

/* Costs, budget and capacities, in whole numbers if that can be. */
static rapport_status make_costs(job *j)
{
    const rapport_actions *actions = j->plan->actions;
    rapport__search *search = &j->search;
    double *given = rapport__arena_alloc(&j->arena, actions->count, sizeof *given), factor, all = 0;
    double *whole = rapport__arena_alloc(&j->arena, actions->count, sizeof *whole);
    double *capacity = rapport__arena_alloc(&j->arena, RAPPORT_MAX_PHASES, sizeof *capacity);
    if (!given || !whole || !capacity)
        return RAPPORT_NO_MEMORY;
    for (uint32_t i = 0; i < actions->count; i++)
        given[i] = actions->actions[i].cost;
    factor = rapport__make_whole(given, actions->count, whole);
    search->whole = factor > 0;
    search->costs = whole;
    search->budget = !j->plan->summary.has_budget ? DBL_MAX
                     : search->whole              ? rapport__whole_limit(j->plan->summary.budget, factor)
                                                  : j->plan->summary.budget;
    for (uint32_t i = 0; i < actions->phase_count; i++) {
        capacity[i] = search->whole ? rapport__whole_limit(actions->phases[i].capacity, factor) : actions->phases[i].capacity;
        all += capacity[i];
    }
    if (actions->phase_count && search->whole && all < search->budget)
        search->budget = all; /* sums of whole numbers are exact; of others they are not, and must not bind */
    search->phases.count = actions->phase_count;
    search->phases.capacity = capacity;
    return RAPPORT_OK;
}

static rapport_status make_links(job *j)
{
    const rapport_actions *actions = j->plan->actions;
    rapport__search *search = &j->search;
    uint32_t *only = rapport__arena_alloc(&j->arena, actions->count, sizeof *only);
    uint32_t *room = rapport__arena_alloc(&j->arena, 7 * (size_t)actions->count + 1, sizeof *room);
    size_t n = actions->count;
    if (!only || !room ||
        rapport__lists_make(&search->needs, actions->needs, actions->need_count, actions->count, RAPPORT__FORTH, &j->arena) ||
        rapport__lists_make(&search->needed_by, actions->needs, actions->need_count, actions->count, RAPPORT__BACK,
                            &j->arena) ||
        rapport__lists_make(&search->rivals, actions->rivals, actions->rival_count, actions->count,
                            RAPPORT__FORTH | RAPPORT__BACK, &j->arena) ||
        !(search->phases.room = rapport__arena_alloc(&j->arena, RAPPORT_MAX_PHASES, sizeof *search->phases.room)))
        return RAPPORT_NO_MEMORY;
    for (uint32_t i = 0; i < actions->count; i++)
        only[i] = actions->actions[i].phase;
    search->phases.only = only;
    search->phases.order = room;
    search->phases.chosen = room + n;
    search->phases.list = room + 2 * n;
    (void)rapport__lists_order(&search->needs, actions->count, search->phases.order, search->phases.list, room + 3 * n,
                               room + 5 * n);
    return RAPPORT_OK;
}

/* Whether gains add up and nothing but the budget binds: plain means all the way, no slot pushed beyond its end, no gate. */
static bool is_additive(const job *j)
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
static bool solve_knapsack(job *j, rapport_status *status)
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
static rapport_status begin(job *j)
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

static rapport_status choose(job *j)
{
    rapport__search *search = &j->search;
    rapport_status status = RAPPORT_OK;
    bool done;
    double bound;
    if (rapport__search_init(search) || rapport__search_add_tangent(search, search->now.is.party_count, RAPPORT_ROOT, false, 0))
        return RAPPORT_NO_MEMORY;
    j->additive = is_additive(j);
    if (j->additive && solve_knapsack(j, &status)) {
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

static rapport_status refuse_circle(const rapport_actions *actions, rapport_error *error)
{
    uint32_t members[6], count;
    char words[200] = "";
    rapport_status status = rapport_actions_find_circle(actions, members, 6, &count);
    if (status || !count)
        return status ? rapport__fail_plainly(error, status) : RAPPORT_OK;
    for (uint32_t i = 0; i < count && i < 6; i++) {
        rapport__append(words, sizeof words, i ? " > " : "");
        rapport__append(words, sizeof words, actions->actions[members[i]].id);
    }
    rapport__append(words, sizeof words, count > 6 ? " > ... > " : " > ");
    rapport__append(words, sizeof words, actions->actions[members[0]].id);
    return FAIL(error, RAPPORT_BAD_VALUE, "", "actions require each other in a circle: ", words);
}

static rapport_status check(const rapport_result *result, const rapport_actions *actions, rapport_error *error)
{
    const rapport__cell *root;
    if (!result || !actions || !result->assessment)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "a computed result and actions are needed");
    if (actions->model != result->model)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the actions were made for another model");
    for (uint32_t i = 0; i < actions->deed_count; i++)
        if (actions->deeds[i].party != RAPPORT_NONE && actions->deeds[i].party >= result->party_count)
            return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "an effect names a party that is not there");
    root = &rapport__joint(result)[RAPPORT_ROOT];
    if (!result->outcome.has_score || root->withheld)
        return FAIL(error, RAPPORT_UNDEFINED, "", "there is no joint score that a plan could lift");
    return refuse_circle(actions, error);
}

static rapport_status read_options(const rapport_plan_options *given, const rapport_actions *actions,
                                   rapport_plan_summary *summary, uint64_t *limit, rapport_error *error)
{
    rapport_plan_options options;
    if (rapport__struct_in(&options, sizeof options, given))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the options have a wrong struct_size or come from a later version");
    if ((options.has_budget != 0 && options.has_budget != 1) || (options.gates_first != 0 && options.gates_first != 1) ||
        options.reserved || !(options.budget >= 0 && options.budget <= 1e300) || (!options.has_budget && options.budget > 0))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/budget", "a budget must be 0 to 1e300; flags must be 0 or 1");
    summary->has_budget = options.has_budget || actions->has_budget;
    summary->budget = options.has_budget ? options.budget + 0.0 : actions->budget;
    summary->gates_first = options.gates_first;
    *limit = options.work_limit ? options.work_limit : WORK_LIMIT;
    return RAPPORT_OK;
}

static void look_at_start(rapport_plan *plan)
{
    const rapport_outcome *outcome = &plan->result->outcome;
    plan->summary.score = outcome->score;
    plan->summary.gated = outcome->gated;
    plan->summary.band = outcome->band;
    for (uint32_t i = 0; i < plan->result->model->content.gate_count; i++)
        plan->summary.breached += plan->result->gates[i].state == RAPPORT_GATE_BREACHED;
}

static rapport_status run(job *j, uint64_t limit)
{
    rapport__search *search = &j->search;
    rapport_status status;
    search->limit = limit;
    search->breaches_first = j->plan->summary.gates_first;
    search->judge = judge;
    look_at_start(j->plan);
    j->idle = rapport__arena_alloc(&j->arena, j->plan->actions->count, sizeof *j->idle);
    if (!j->idle || make_moves(j) || make_costs(j) || make_links(j))
        return RAPPORT_NO_MEMORY;
    status = choose(j);
    return status ? status : rapport__plan_tell(j->plan, search, j->idle);
}

rapport_status rapport_plan_compute(const rapport_result *result, const rapport_actions *actions,
                                    const rapport_plan_options *options, const rapport_allocator *allocator, rapport_plan **out,
                                    rapport_error *error)
{
    rapport_plan_summary summary = {0};
    rapport_allocator mem;
    rapport_status status;
    uint64_t limit;
    job *j;
    if (!out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out is NULL");
    *out = NULL;
    if (rapport__memory_init(&mem, allocator))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the allocator is incomplete");
    if ((status = check(result, actions, error)) || (status = read_options(options, actions, &summary, &limit, error)))
        return status;
    j = rapport__alloc(&mem, 1, sizeof *j);
    if (!j || !(j->plan = rapport__alloc(&mem, 1, sizeof *j->plan))) {
        rapport__free(&mem, j);
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    }
    rapport__arena_init(&j->arena, &mem);
    rapport__arena_init(&j->plan->arena, &mem);
    j->plan->result = result;
    j->plan->actions = actions;
    j->plan->summary = summary;
    status = run(j, limit);
    rapport__arena_clear(&j->arena);
    if (status)
        rapport_plan_destroy(j->plan);
    else
        *out = j->plan;
    rapport__free(&mem, j);
    return status ? rapport__fail_plainly(error, status) : RAPPORT_OK;
}

void rapport_plan_destroy(rapport_plan *plan)
{
    rapport_allocator mem;
    if (!plan)
        return;
    mem = plan->arena.mem;
    rapport__arena_clear(&plan->arena);
    rapport__free(&mem, plan);
}
