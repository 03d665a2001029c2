/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The way to a band: every level that an answer could rise is an item of the search, which needs the level before. */
#include "analysis/search.h"

#include "analysis/whole.h"
#include "base/error.h"
#include "base/float.h"
#include "base/sort.h"
#include "base/struct.h"
#include "base/sum.h"

_Static_assert(sizeof(rapport_band_gap_options) == 24, "rapport_band_gap_options");
_Static_assert(sizeof(rapport_band_gap) == 56, "rapport_band_gap");
_Static_assert(sizeof(rapport_move) == 40, "rapport_move");
_Static_assert(sizeof(rapport_obstacle) == 40, "rapport_obstacle");

#define WORK_LIMIT 20000000u

enum { MOST_STEPS = 1048576, MOST_OBSTACLES = 8 };

typedef struct climb {
    rapport__search search;
    rapport__arena arena;
    const rapport_result *result;
    rapport_band_gap is;
    double *costs; /* as given, by item */
    double *worth; /* of each item on the way, by its cost */
    rapport_obstacle obstacles[MOST_OBSTACLES];
} climb;

/* Whether a gate that stays open keeps the band away: one that is breached now may stay so, and then is decided. */
static bool may_decide(const rapport__search *search, const rapport__trial *trial)
{
    for (uint32_t i = 0; i < trial->is.model->content.gate_count; i++)
        if (trial->is.gates[i].state == RAPPORT_GATE_UNDECIDED && search->now.is.gates[i].state != RAPPORT_GATE_BREACHED)
            return false;
    return true;
}

/* How much of what a band asks for is not there. */
static uint32_t count_unmet(const rapport__search *search, const rapport__trial *trial, uint32_t band, bool high)
{
    const rapport_band *is = &trial->is.model->content.bands[band].is;
    uint32_t unmet = rapport__compare(trial->gated, is->from) < 0 ? 1 : 0;
    for (uint32_t kind = RAPPORT_EVERY_GROUP; kind <= RAPPORT_NO_UNDECIDED_GATES; kind *= 2) {
        rapport_demand demand = {.band = band, .demand = kind};
        if (is->demands & kind && !rapport__meets(&trial->is, band, &demand))
            unmet += kind == RAPPORT_NO_UNDECIDED_GATES && high && may_decide(search, trial) ? 0 : 1;
    }
    return unmet;
}

/* Of the band or the one above it that is nearest: whichever is reached, the band is. */
static void judge(rapport__search *search, rapport__trial *trial, bool high, rapport__value *value)
{
    const climb *c = search->owner;
    uint32_t least = RAPPORT_NONE;
    for (uint32_t band = c->is.band; band < trial->is.model->content.band_count; band++) {
        uint32_t unmet = count_unmet(search, trial, band, high);
        least = unmet < least ? unmet : least;
        search->work += 8;
    }
    value->score = 0;
    value->breaches = least;
}

/* Nodes whose value can matter: those that enter the whole, and those that a gate looks at. */
static bool *find_useful(const climb *c, rapport__arena *arena)
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
static uint32_t walk_answers(climb *c, const bool *useful, bool add)
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
static rapport_status chain_steps(climb *c)
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
        moves->pushes[i].rise = rapport__ladder_climb(slot->ladder, slot->base, level + 1) -
                                rapport__ladder_climb(slot->ladder, slot->base, level);
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

static rapport_status make_items(climb *c)
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

static rapport_status make_costs(climb *c, int32_t kind, const double *costs)
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

/* The least that the band and all above it ask for, or -1 where one of them does not. */
static double least_needed(const climb *c, uint32_t demand)
{
    const rapport__content *content = &c->result->model->content;
    double least = 101;
    for (uint32_t band = c->is.band; band < content->band_count; band++) {
        const rapport_band *is = &content->bands[band].is;
        double needed = !(is->demands & demand)         ? -1
                        : demand == RAPPORT_EVERY_GROUP ? is->every_group
                                                        : is->weakest_party;
        least = needed < least ? needed : least;
    }
    return least;
}

/* Planes where `now` stands: over the whole, and over what every group and every party must reach. */
static rapport_status add_planes(climb *c)
{
    rapport__search *search = &c->search;
    const rapport__content *content = &c->result->model->content;
    uint32_t parties = c->result->party_count;
    double groups = least_needed(c, RAPPORT_EVERY_GROUP), weakest = least_needed(c, RAPPORT_WEAKEST_PARTY);
    rapport_status status =
        rapport__search_add_tangent(search, parties, RAPPORT_ROOT, true, content->bands[c->is.band].is.from - 2e-9);
    EACH_CHILD(content->nodes, RAPPORT_ROOT, child)
        if (!status && groups >= 0 && content->nodes[child].kind == RAPPORT_GROUP && content->nodes[child].counts &&
            rapport__has_score(&rapport__joint(c->result)[child]) && search->tangent_count < RAPPORT__TANGENTS / 2)
            status = rapport__search_add_tangent(search, parties, child, true, groups - 2e-9);
    for (uint32_t p = 0; !status && weakest >= 0 && p < parties; p++)
        if (rapport__has_score(&rapport__view(c->result, p)[RAPPORT_ROOT]))
            status = rapport__search_add_tangent(search, p, RAPPORT_ROOT, true, weakest - 2e-9);
    return status;
}

static int compare_worth(const void *context, uint32_t a, uint32_t b)
{
    const climb *c = context;
    double left = c->worth[a] * c->search.costs[b], right = c->worth[b] * c->search.costs[a];
    return left > right ? -1 : left < right ? 1 : 0;
}

/* Items by how much of what is lacking they bring, for their cost. */
static void order_by_worth(climb *c)
{
    rapport__search *search = &c->search;
    for (uint32_t i = 0; i < search->moves.item_count; i++) {
        c->worth[i] = 0;
        search->order[i] = i;
        for (uint32_t t = 0; t < search->tangent_count; t++) {
            const rapport__tangent *tangent = &search->tangents[t];
            if (tangent->needed > tangent->score)
                c->worth[i] += tangent->gain[i] / (tangent->needed - tangent->score);
        }
    }
    rapport__sort(search->order, search->frames, search->moves.item_count, compare_worth, c);
}

/* Item after item until the band is reached, then all out again that it is reached without, the last one first. */
static void begin(climb *c)
{
    rapport__search *search = &c->search;
    uint32_t count = search->moves.item_count;
    rapport__value value = rapport__search_value(search);
    for (uint32_t i = 0; value.breaches && i < count; i++)
        if (rapport__search_include(search, search->order[i]))
            value = rapport__search_value(search);
    (void)rapport__search_consider(search);
    if (value.breaches)
        return;
    for (bool changed = true; changed && search->work <= search->limit;) {
        changed = false;
        for (uint32_t i = count; i-- > 0;) {
            uint32_t item = search->order[i], next = search->needed_by.first[item];
            bool held = next < search->needed_by.first[item + 1] && search->best[search->needed_by.items[next]];
            uint64_t work = search->now.work;
            if (!search->best[item] || held)
                continue;
            rapport__trial_put(&search->now, item, false);
            value = rapport__search_value(search);
            search->work += search->now.work - work;
            if (value.breaches)
                rapport__trial_put(&search->now, item, true);
            else
                search->best[item] = 0;
            changed = changed || !value.breaches;
        }
    }
    for (uint32_t i = 0; i < count; i++)
        rapport__trial_put(&search->now, i, search->state[i] == RAPPORT__IN);
    rapport__search_restore(search);
    search->found = rapport__search_value(search);
}

static void add_obstacle(climb *c, rapport_obstacle obstacle)
{
    if (c->is.obstacles < MOST_OBSTACLES)
        c->obstacles[c->is.obstacles++] = obstacle;
}

/* With every answer at its best: what is still lacking. */
static void find_obstacles(climb *c)
{
    const rapport__trial *high = &c->search.high;
    const rapport__content *content = &c->result->model->content;
    const rapport_band *band = &content->bands[c->is.band].is;
    if (rapport__compare(high->score, band->from) < 0)
        add_obstacle(c, (rapport_obstacle){.kind = RAPPORT_OBSTACLE_SCORE,
                                           .culprit = RAPPORT_NONE,
                                           .needed = band->from,
                                           .best = high->score,
                                           .has_best = 1});
    for (uint32_t kind = RAPPORT_EVERY_GROUP; kind <= RAPPORT_NO_UNDECIDED_GATES; kind *= 2) {
        rapport_demand demand = {.band = c->is.band, .demand = kind};
        if (!(band->demands & kind) || rapport__meets(&high->is, c->is.band, &demand))
            continue;
        add_obstacle(c, (rapport_obstacle){.kind = RAPPORT_OBSTACLE_DEMAND,
                                           .index = kind,
                                           .culprit = demand.culprit,
                                           .needed = demand.needed,
                                           .best = demand.actual,
                                           .has_best = demand.has_actual});
    }
    for (uint32_t i = 0; i < content->gate_count; i++)
        if (high->is.gates[i].state == RAPPORT_GATE_BREACHED && rapport__compare(content->gates[i].is.cap, band->from) < 0)
            add_obstacle(c, (rapport_obstacle){.kind = RAPPORT_OBSTACLE_GATE,
                                               .index = i,
                                               .culprit = RAPPORT_NONE,
                                               .needed = content->gates[i].is.threshold,
                                               .best = high->is.gates[i].value,
                                               .has_best = high->is.gates[i].has_value});
}

static void raise_all(rapport__search *search)
{
    for (uint32_t i = 0; i < search->moves.item_count; i++)
        rapport__trial_put(&search->high, i, true);
    rapport__trial_settle(&search->high);
}

/* Everything at its best; false if that does not reach the band. */
static bool is_reachable(climb *c)
{
    rapport__search *search = &c->search;
    rapport__value value = {0};
    raise_all(search);
    judge(search, &search->high, true, &value);
    if (!value.breaches)
        return true;
    find_obstacles(c);
    c->is.state = RAPPORT_BAND_OUT_OF_REACH;
    c->is.optimal = 1;
    return false;
}

static rapport_status find_way(climb *c)
{
    rapport__search *search = &c->search;
    bool done;
    if (rapport__search_init(search))
        return RAPPORT_NO_MEMORY;
    if (!is_reachable(c))
        return RAPPORT_OK;
    if (add_planes(c))
        return RAPPORT_NO_MEMORY;
    order_by_worth(c);
    begin(c);
    if (!search->found.breaches && add_planes(c)) /* where a mean is curved, planes near the end are the better ones */
        return RAPPORT_NO_MEMORY;
    rapport__search_undo(search, 0);
    done = rapport__search_explore(search, false);
    rapport__search_restore(search);
    c->is.state = search->found.breaches ? (done ? RAPPORT_BAND_OUT_OF_REACH : RAPPORT_BAND_NOT_FOUND) : RAPPORT_BAND_REACHABLE;
    c->is.optimal = done;
    if (c->is.state == RAPPORT_BAND_OUT_OF_REACH) { /* a gate that is better left breached than undecided is not enough */
        raise_all(search);
        find_obstacles(c);
    }
    return RAPPORT_OK;
}

/* One answer of those that rise; how many there are. */
static uint32_t tell_moves(const climb *c, rapport_move *moves)
{
    const rapport__search *search = &c->search;
    uint32_t count = 0, last = RAPPORT_NONE;
    for (uint32_t i = 0; c->is.state == RAPPORT_BAND_REACHABLE && i < search->moves.item_count; i++) {
        uint32_t slot = search->moves.pushes[i].slot;
        if (!search->best[i])
            continue;
        if (slot != last && moves)
            moves[count] = (rapport_move){.node = search->moves.slots[slot].node,
                                          .party = search->moves.slots[slot].party,
                                          .from = search->moves.slots[slot].base,
                                          .to = search->now.value[slot]};
        count += slot != last;
        last = slot;
        if (moves) {
            moves[count - 1].steps++;
            moves[count - 1].cost += c->costs[i];
        }
    }
    return count;
}

static rapport_status keep(rapport_result *result, climb *c, int32_t kind)
{
    rapport__way *way;
    rapport__sum cost = {0};
    c->is.moves = tell_moves(c, NULL);
    way = rapport__alloc(&result->mem, 1,
                         sizeof *way + c->is.moves * sizeof *way->moves + c->is.obstacles * sizeof *way->obstacles);
    if (!way)
        return RAPPORT_NO_MEMORY;
    way->moves = (rapport_move *)(way + 1);
    way->obstacles = (rapport_obstacle *)(way->moves + c->is.moves);
    (void)tell_moves(c, way->moves);
    for (uint32_t i = 0; i < c->is.moves; i++) {
        c->is.steps += way->moves[i].steps;
        rapport__sum_add(&cost, way->moves[i].cost);
    }
    for (uint32_t i = 0; i < c->is.obstacles; i++)
        way->obstacles[i] = c->obstacles[i];
    c->is.cost = rapport__sum_value(&cost);
    c->is.score = c->is.state == RAPPORT_BAND_REACHABLE ? c->search.now.score : result->outcome.score;
    c->is.gated = c->is.state == RAPPORT_BAND_REACHABLE ? c->search.now.gated : result->outcome.gated;
    way->is = c->is;
    rapport__free(&result->mem, result->ways[kind]);
    result->ways[kind] = way;
    return RAPPORT_OK;
}

static bool is_withheld(const climb *c)
{
    for (uint32_t i = 0; i < c->result->node_count; i++)
        if (rapport__has_score(&rapport__joint(c->result)[i]) && !c->search.moves.movable[i] &&
            c->result->model->content.nodes[i].kind == RAPPORT_CRITERION)
            return true;
    return false;
}

static rapport_status check(const rapport_result *result, const rapport_band_gap_options *options, const double *costs,
                            rapport_error *error)
{
    if ((options->kind != RAPPORT_FEWEST_STEPS && options->kind != RAPPORT_CHEAPEST_STEPS) || options->reserved ||
        options->band >= result->model->content.band_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "there is no such band, or no such kind of way to it");
    for (uint32_t i = 0; costs && i < result->node_count; i++)
        if (!(costs[i] >= 0 && costs[i] <= 1e300) || (costs[i] > 0 && costs[i] < 1e-6))
            return FAIL(error, RAPPORT_BAD_VALUE, "", "the cost of a step must be 0 or 1e-6 to 1e300");
    if (!result->outcome.has_score || rapport__joint(result)[RAPPORT_ROOT].withheld)
        return FAIL(error, RAPPORT_UNDEFINED, "", "there is no joint score that could reach a band");
    return RAPPORT_OK;
}

static rapport_status run(climb *c, const rapport_band_gap_options *options, const double *costs)
{
    const rapport_outcome *outcome = &c->result->outcome;
    uint32_t last = c->result->model->content.band_count - 1;
    rapport_status status;
    c->is.band = options->band ? options->band : outcome->band < last ? outcome->band + 1 : last;
    c->search.limit = options->work_limit ? options->work_limit : WORK_LIMIT;
    c->search.judge = judge;
    c->search.owner = c;
    if (outcome->band >= c->is.band) {
        c->is.state = RAPPORT_BAND_REACHED;
        c->is.optimal = 1;
        return RAPPORT_OK;
    }
    if ((status = make_items(c)) || (status = make_costs(c, options->kind, costs)))
        return status;
    c->is.withheld = is_withheld(c);
    return find_way(c);
}

rapport_status rapport_result_compute_band_gap(rapport_result *result, const rapport_band_gap_options *options,
                                               const double *costs, rapport_error *error)
{
    rapport_band_gap_options chosen;
    rapport_status status;
    climb *c;
    if (!result || !result->assessment)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "a computed result is needed");
    if (rapport__struct_in(&chosen, sizeof chosen, options))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the options have a wrong struct_size or come from a later version");
    if ((status = check(result, &chosen, costs, error)))
        return status;
    if (!(c = rapport__alloc(&result->mem, 1, sizeof *c)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    c->result = result;
    rapport__arena_init(&c->arena, &result->mem);
    status = run(c, &chosen, costs);
    if (!status)
        status = keep(result, c, chosen.kind);
    rapport__arena_clear(&c->arena);
    rapport__free(&result->mem, c);
    return status ? rapport__fail_plainly(error, status) : RAPPORT_OK;
}

void rapport__forget_ways(rapport_result *result)
{
    for (int32_t kind = RAPPORT_FEWEST_STEPS; kind <= RAPPORT_CHEAPEST_STEPS; kind++) {
        rapport__free(&result->mem, result->ways[kind]);
        result->ways[kind] = NULL;
    }
}

static const rapport__way *find_kept(const rapport_result *result, int32_t kind)
{
    return kind == RAPPORT_FEWEST_STEPS || kind == RAPPORT_CHEAPEST_STEPS ? result->ways[kind] : NULL;
}

rapport_status rapport_result_get_band_gap(const rapport_result *result, int32_t kind, rapport_band_gap *out)
{
    const rapport__way *way = find_kept(result, kind);
    if (kind != RAPPORT_FEWEST_STEPS && kind != RAPPORT_CHEAPEST_STEPS)
        return RAPPORT_BAD_ARGUMENT;
    return way ? rapport__struct_out(out, &way->is, sizeof way->is) : RAPPORT_NOT_FOUND;
}

rapport_status rapport_result_get_move(const rapport_result *result, int32_t kind, uint32_t index, rapport_move *out)
{
    const rapport__way *way = find_kept(result, kind);
    return way && index < way->is.moves ? rapport__struct_out(out, &way->moves[index], sizeof *out) : RAPPORT_BAD_ARGUMENT;
}

rapport_status rapport_result_get_obstacle(const rapport_result *result, int32_t kind, uint32_t index, rapport_obstacle *out)
{
    const rapport__way *way = find_kept(result, kind);
    return way && index < way->is.obstacles ? rapport__struct_out(out, &way->obstacles[index], sizeof *out)
                                            : RAPPORT_BAD_ARGUMENT;
}
