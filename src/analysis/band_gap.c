/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The way to a band: every level that an answer could rise is an item of the search, which needs the level before. */
#include "analysis/climb.h"

#include "base/error.h"
#include "base/float.h"
#include "base/sort.h"
#include "base/struct.h"
#include "base/sum.h"

_Static_assert(sizeof(rapport_band_gap_options) == 24, "rapport_band_gap_options");
_Static_assert(sizeof(rapport_band_gap) == 56, "rapport_band_gap");
_Static_assert(sizeof(rapport_move) == 40, "rapport_move");
_Static_assert(sizeof(rapport_obstacle) == 40, "rapport_obstacle");

#define WORK_LIMIT 2000000u

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
static void judge(rapport__search *search, rapport__trial *trial, bool high, rapport__worth *value)
{
    const rapport__climb *c = search->owner;
    uint32_t least = RAPPORT_NONE;
    for (uint32_t band = c->is.band; band < trial->is.model->content.band_count; band++) {
        uint32_t unmet = count_unmet(search, trial, band, high);
        bool each = (trial->is.model->content.bands[band].is.demands & RAPPORT_EVERY_GROUP) != 0;
        least = unmet < least ? unmet : least;
        search->work += 8 + trial->is.party_count + (each ? trial->moves->group_count : 0);
    }
    value->score = 0;
    value->breaches = least;
}

/* The least that the band and all above it ask for, or -1 where one of them does not. */
static double least_needed(const rapport__climb *c, uint32_t demand)
{
    const rapport__content *content = &c->result->model->content;
    double least = 101;
    for (uint32_t band = c->is.band; band < content->band_count; band++) {
        const rapport_band *is = &content->bands[band].is;
        double needed = !(is->demands & demand) ? -1 : demand == RAPPORT_EVERY_GROUP ? is->every_group : is->weakest_party;
        least = needed < least ? needed : least;
    }
    return least;
}

/* Planes where `now` stands: over the whole, and over what every group and every party must reach. */
static rapport_status add_planes(rapport__climb *c)
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
    const rapport__climb *c = context;
    double left = c->worth[a] * c->search.costs[b], right = c->worth[b] * c->search.costs[a];
    return left > right ? -1 : left < right ? 1 : 0;
}

/* Items by how much of what is lacking they bring, for their cost. */
static void order_by_worth(rapport__climb *c)
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

/* Takes the first so many items, in order; whether that reaches the band. */
static bool take_first(rapport__search *search, uint32_t items)
{
    uint64_t work = search->now.work;
    rapport__worth value;
    rapport__search_undo(search, 0);
    for (uint32_t i = 0; i < items; i++)
        (void)rapport__search_include(search, search->order[i]);
    value = rapport__search_value(search);
    search->work += search->now.work - work + items;
    return !value.breaches;
}

/* As few of the first items as reach the band, by halves; false if all of them do not. A gate that rises from breached to
 * undecided may make it more than the fewest. */
static bool take_enough(rapport__search *search)
{
    uint32_t few = 0, enough = search->moves.item_count;
    if (!take_first(search, enough))
        return false;
    while (few < enough) {
        uint32_t middle = few + (enough - few) / 2;
        if (take_first(search, middle))
            enough = middle;
        else
            few = middle + 1;
    }
    return take_first(search, enough);
}

/* Takes out again what the band is reached without, the last item first; false once nothing more is found. */
static bool take_out(rapport__search *search, uint64_t limit)
{
    bool changed = false;
    for (uint32_t i = search->moves.item_count; i-- > 0 && search->work <= limit;) {
        uint32_t item = search->order[i], next = search->needed_by.first[item];
        bool held = next < search->needed_by.first[item + 1] && search->best[search->needed_by.items[next]];
        uint64_t work = search->now.work;
        rapport__worth value;
        search->work++;
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
    return changed && search->work <= limit;
}

/* A way to begin with. Half of the work is left for better ones. */
static void begin(rapport__climb *c)
{
    rapport__search *search = &c->search;
    bool enough = take_enough(search);
    (void)rapport__search_consider(search);
    if (!enough)
        return;
    while (take_out(search, search->limit / 2))
        continue;
    for (uint32_t i = 0; i < search->moves.item_count; i++)
        rapport__trial_put(&search->now, i, search->state[i] == RAPPORT__IN);
    rapport__search_restore(search);
    search->found = rapport__search_value(search);
}

static void add_obstacle(rapport__climb *c, rapport_obstacle obstacle)
{
    if (c->is.obstacles < RAPPORT__OBSTACLES)
        c->obstacles[c->is.obstacles++] = obstacle;
}

/* With every answer at its best: what is still lacking. */
static void find_obstacles(rapport__climb *c)
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
static bool is_reachable(rapport__climb *c)
{
    rapport__search *search = &c->search;
    rapport__worth value = {0};
    raise_all(search);
    judge(search, &search->high, true, &value);
    if (!value.breaches)
        return true;
    find_obstacles(c);
    c->is.state = RAPPORT_BAND_OUT_OF_REACH;
    c->is.optimal = 1;
    return false;
}

static rapport_status find_way(rapport__climb *c)
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
static uint32_t tell_moves(const rapport__climb *c, rapport_move *moves)
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

static rapport_status keep(rapport_result *result, rapport__climb *c, int32_t kind)
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

static bool is_withheld(const rapport__climb *c)
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

static rapport_status run(rapport__climb *c, const rapport_band_gap_options *options, const double *costs)
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
    if ((status = rapport__climb_items(c)) || (status = rapport__climb_costs(c, options->kind, costs)))
        return status;
    c->is.withheld = is_withheld(c);
    return find_way(c);
}

rapport_status rapport_result_compute_band_gap(rapport_result *result, const rapport_band_gap_options *options,
                                               const double *costs, rapport_error *error)
{
    rapport_band_gap_options chosen;
    rapport_status status;
    rapport__climb *c;
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
