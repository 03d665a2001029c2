/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Plans and band gaps against every choice there is, each judged by assessing changed answers from scratch. */
#include <stdbool.h>

#include "score_kit.h"

#include "rapport/plan.h"

enum { MOST_ACTIONS = 9, MOST_EFFECTS = 3, PARTIES = 2, MOST_CRITERIA = 8 };

static uint64_t next(uint64_t *random) /* splitmix64 (Steele, Lea & Flood 2014) */
{
    uint64_t z = *random += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

static uint32_t below(uint64_t *random, uint32_t end)
{
    return (uint32_t)(next(random) >> 33) % end;
}

static const char *const trees[] = {
    "a:3 b:2 c d:4 e f",
    "g:2(a:3 b) h:3(c d:2) i(e! f!:2)",
    "g:2^0(a:3 b) h:3(c! d:2) i^min(e f)",
    "g^-1(a! b:2) h^0.5(c d!) i:4^2(e f?)",
    "g^max(a b!) h:3^3(c d:2 e) f!:5",
};
static const char *const gates[] = {
    "'target':75",
    "'gates':[{'id':'gx','node':'a','view':'any','below':60,'effect':'cap','cap':42}]",
    ("'gates':[{'id':'gx','node':'c','view':'all','below':60,'effect':'fail'},"
     "{'id':'y','node':'e','view':'joint','below':55,'effect':'cap','cap':48},{'id':'z','node':'f','below':70,'effect':'flag'}"
     "]"),
};

typedef struct doing {
    uint32_t criterion, party; /* RAPPORT_NONE: all */
    int32_t kind;
    double amount;
} doing;

typedef struct action {
    double cost;
    uint32_t effects, needs, rivals, phase; /* needs and rivals: sets of earlier actions */
    doing does[MOST_EFFECTS];
} action;

typedef struct world {
    sk it;
    uint32_t criteria[MOST_CRITERIA], criterion_count, count, phase_count;
    double points[PARTIES][MOST_CRITERIA]; /* below 0: not answered */
    double capacity[3], budget;
    action actions[MOST_ACTIONS];
} world;

static void open_world(world *w, uint64_t seed)
{
    char parties[512] = "", piece[32];
    static const char letters[] = "abcdef";
    const char *tree = trees[below(&seed, 5)], *settings = gates[below(&seed, 3)];
    memset(w, 0, sizeof *w);
    for (uint32_t p = 0; p < PARTIES; p++) {
        strcat(parties, p ? "; them/2:" : "us:");
        for (uint32_t c = 0; c < 6; c++) {
            w->points[p][c] = below(&seed, 12) ? (double)below(&seed, 91) : -1;
            if (w->points[p][c] < 0)
                continue;
            snprintf(piece, sizeof piece, " %c %u", letters[c], (unsigned)w->points[p][c]);
            strcat(parties, piece);
        }
    }
    w->it = sk_open(tree, settings, parties, NULL);
    w->criterion_count = 6;
    for (uint32_t c = 0; c < 6; c++)
        w->criteria[c] = sk_node(&w->it, (const char[]){letters[c], 0});
}

static void add_actions(world *w, uint64_t seed)
{
    w->phase_count = below(&seed, 3) ? 0 : 2 + below(&seed, 2);
    w->count = w->phase_count ? 6 : 8;
    w->budget = 5 + below(&seed, 40);
    for (uint32_t p = 0; p < w->phase_count; p++)
        w->capacity[p] = 3 + below(&seed, 15);
    for (uint32_t i = 0; i < w->count; i++) {
        action *a = &w->actions[i];
        a->cost = below(&seed, 10) ? 1 + below(&seed, 15) : 0;
        a->cost += below(&seed, 4) ? 0 : 0.5;
        a->effects = 1 + below(&seed, MOST_EFFECTS);
        a->phase = w->phase_count && !below(&seed, 4) ? below(&seed, w->phase_count) : RAPPORT_NONE;
        for (uint32_t e = 0; e < a->effects; e++) {
            bool levels = !below(&seed, 3);
            a->does[e] = (doing){.criterion = below(&seed, 6),
                                 .party = below(&seed, 3) ? RAPPORT_NONE : below(&seed, PARTIES),
                                 .kind = levels ? RAPPORT_EFFECT_LEVELS : RAPPORT_EFFECT_POINTS,
                                 .amount = levels ? 1 + below(&seed, 3) : 1 + below(&seed, 60)};
        }
        if (i && !below(&seed, 4))
            a->needs |= 1u << below(&seed, i);
        if (i && !below(&seed, 6))
            a->rivals |= 1u << below(&seed, i);
    }
}

static rapport_actions *list_actions(const world *w)
{
    rapport_actions *list;
    char id[16];
    assert_ok(rapport_actions_create(w->it.model, NULL, &list));
    for (uint32_t p = 0; p < w->phase_count; p++) {
        snprintf(id, sizeof id, "p%u", (unsigned)p);
        assert_ok(rapport_actions_add_phase(list, id, w->capacity[p], NULL, NULL));
    }
    for (uint32_t i = 0; i < w->count; i++) {
        const action *a = &w->actions[i];
        snprintf(id, sizeof id, "a%u", (unsigned)i);
        assert_ok(rapport_actions_add(list, id, NULL, a->cost, a->phase, NULL, NULL));
        for (uint32_t e = 0; e < a->effects; e++)
            assert_ok(rapport_actions_add_effect(list, i, w->criteria[a->does[e].criterion], a->does[e].party, a->does[e].kind,
                                                 a->does[e].amount, NULL));
        for (uint32_t k = 0; k < i; k++) {
            if (a->needs >> k & 1)
                assert_ok(rapport_actions_add_requirement(list, i, k, NULL));
            if (a->rivals >> k & 1)
                assert_ok(rapport_actions_add_exclusion(list, i, k, NULL));
        }
    }
    return list;
}

/* ---------------------------------------------------------------- the slow way */

typedef struct outcome {
    uint32_t fails, caps, flags;
    double gated, cost;
} outcome;

/* Assesses the answers as they would be. */
static outcome assess(const world *w, uint32_t set, rapport_assessment *assessment, rapport_result *result)
{
    outcome found = {0};
    rapport_outcome whole = {.struct_size = sizeof whole};
    for (uint32_t p = 0; p < PARTIES; p++)
        for (uint32_t c = 0; c < w->criterion_count; c++) {
            double value = w->points[p][c], levels = 0, points = 0;
            for (uint32_t i = 0; i < w->count; i++)
                for (uint32_t e = 0; set >> i & 1 && e < w->actions[i].effects; e++) {
                    const doing *does = &w->actions[i].does[e];
                    if (does->criterion == c && (does->party == RAPPORT_NONE || does->party == p))
                        *(does->kind == RAPPORT_EFFECT_LEVELS ? &levels : &points) += does->amount;
                }
            if (value < 0)
                continue;
            value = fmin(100, fmin(100, value + 12.5 * levels) + points);
            assert_ok(rapport_assessment_set_number(assessment, p, w->criteria[c], value, NULL));
        }
    assert_ok(rapport_result_compute(result, assessment, NULL));
    assert_ok(rapport_result_get_outcome(result, &whole));
    found.gated = whole.gated;
    for (uint32_t g = 0; g < rapport_model_count_gates(w->it.model); g++) {
        rapport_gate_result state = {.struct_size = sizeof state};
        rapport_gate gate = {.struct_size = sizeof gate};
        assert_ok(rapport_result_get_gate(result, g, &state));
        assert_ok(rapport_model_get_gate(w->it.model, g, &gate));
        if (state.state == RAPPORT_GATE_BREACHED)
            ++*(gate.effect == RAPPORT_FAIL ? &found.fails : gate.effect == RAPPORT_CAP ? &found.caps : &found.flags);
    }
    for (uint32_t i = 0; i < w->count; i++)
        found.cost += set >> i & 1 ? w->actions[i].cost : 0;
    return found;
}

/* Whether some assignment of the set to phases keeps all capacities, phases and requirements. */
static bool fits_phases(const world *w, uint32_t set)
{
    uint32_t ways = 1;
    if (!w->phase_count)
        return true;
    for (uint32_t i = 0; i < w->count; i++)
        ways *= w->phase_count;
    for (uint32_t way = 0; way < ways; way++) {
        double cost[3] = {0};
        uint32_t phase[MOST_ACTIONS], rest = way;
        bool fine = true;
        for (uint32_t i = 0; i < w->count; i++) {
            phase[i] = rest % w->phase_count;
            rest /= w->phase_count;
        }
        for (uint32_t i = 0; fine && i < w->count; i++) {
            if (!(set >> i & 1))
                continue;
            cost[phase[i]] += w->actions[i].cost;
            fine = cost[phase[i]] <= w->capacity[phase[i]] &&
                   (w->actions[i].phase == RAPPORT_NONE || w->actions[i].phase == phase[i]);
            for (uint32_t k = 0; k < i; k++)
                fine = fine && (!(w->actions[i].needs >> k & 1) || phase[k] <= phase[i]);
        }
        if (fine)
            return true;
    }
    return false;
}

static bool is_allowed(const world *w, uint32_t set, double cost)
{
    if (cost > w->budget)
        return false;
    for (uint32_t i = 0; i < w->count; i++)
        if (set >> i & 1 && ((w->actions[i].needs & ~set) || (w->actions[i].rivals & set)))
            return false;
    return fits_phases(w, set);
}

static int compare(const outcome *a, const outcome *b, bool gates_first)
{
    if (gates_first && a->fails != b->fails)
        return a->fails < b->fails ? -1 : 1;
    if (gates_first && a->caps != b->caps)
        return a->caps < b->caps ? -1 : 1;
    if (gates_first && a->flags != b->flags)
        return a->flags < b->flags ? -1 : 1;
    if (fabs(a->gated - b->gated) > 1e-7)
        return a->gated > b->gated ? -1 : 1;
    return a->cost < b->cost ? -1 : a->cost > b->cost;
}

static outcome try_all(const world *w, bool gates_first, rapport_assessment *assessment, rapport_result *result)
{
    outcome best = assess(w, 0, assessment, result);
    for (uint32_t set = 1; set < 1u << w->count; set++) {
        outcome with = {0};
        for (uint32_t i = 0; i < w->count; i++)
            with.cost += set >> i & 1 ? w->actions[i].cost : 0;
        if (!is_allowed(w, set, with.cost))
            continue;
        with = assess(w, set, assessment, result);
        if (compare(&with, &best, gates_first) < 0)
            best = with;
    }
    return best;
}

/* ---------------------------------------------------------------- plans */

static uint32_t set_of(const rapport_plan *plan)
{
    rapport_plan_step step = {.struct_size = sizeof step};
    uint32_t set = 0;
    for (uint32_t i = 0; !rapport_plan_get_step(plan, i, &step); i++)
        set |= 1u << step.action;
    return set;
}

static void expect_roadmap(const world *w, const rapport_plan *plan)
{
    double cost[3] = {0};
    uint32_t phase[MOST_ACTIONS], done = 0;
    rapport_plan_step step = {.struct_size = sizeof step};
    for (uint32_t i = 0; !rapport_plan_get_step(plan, i, &step); i++) {
        assert_int_equal(w->actions[step.action].needs & ~done, 0);
        done |= 1u << step.action;
        phase[step.action] = step.phase;
        if (!w->phase_count) {
            assert_int_equal(step.phase, RAPPORT_NONE);
            continue;
        }
        cost[step.phase] += step.cost;
        assert_true(w->actions[step.action].phase == RAPPORT_NONE || w->actions[step.action].phase == step.phase);
        for (uint32_t k = 0; k < w->count; k++)
            if (w->actions[step.action].needs >> k & 1)
                assert_true(phase[k] <= step.phase);
    }
    for (uint32_t p = 0; p < w->phase_count; p++) {
        rapport_plan_phase phase_of = {.struct_size = sizeof phase_of};
        assert_ok(rapport_plan_get_phase(plan, p, &phase_of));
        assert_close(phase_of.cost, cost[p], 0);
        assert_true(cost[p] <= w->capacity[p]);
    }
}

static void expect_best(uint64_t seed, bool gates_first, uint32_t *proven)
{
    world w;
    rapport_plan *plan;
    rapport_actions *list;
    sk spare;
    outcome best, mine;
    rapport_plan_options options = {.struct_size = sizeof options, .has_budget = 1, .gates_first = gates_first};
    rapport_plan_summary summary = {.struct_size = sizeof summary};
    open_world(&w, seed);
    add_actions(&w, seed + 1);
    options.budget = w.budget;
    list = list_actions(&w);
    assert_ok(rapport_plan_compute(w.it.result, list, &options, NULL, &plan, NULL));
    assert_ok(rapport_plan_get_summary(plan, &summary));
    expect_roadmap(&w, plan);
    spare = w.it; /* the slow way writes over the answers, not over the result that the plan starts from */
    assert_ok(rapport_result_create(NULL, &spare.result));
    assert_true(is_allowed(&w, set_of(plan), summary.cost));
    mine = assess(&w, set_of(plan), spare.assessment, spare.result);
    assert_same_bits(summary.gated_after, mine.gated);
    assert_int_equal(summary.breached_after, mine.fails + mine.caps + mine.flags);
    assert_close(summary.cost, mine.cost, 0);
    best = try_all(&w, gates_first, spare.assessment, spare.result);
    assert_true(summary.bound >= best.gated - 1e-7 || gates_first);
    if (summary.optimal && compare(&best, &mine, gates_first))
        fail_msg("seed %u: %.12g for %g, but %.12g for %g is there", (unsigned)seed, mine.gated, mine.cost, best.gated,
                 best.cost);
    *proven += summary.optimal != 0;
    rapport_result_destroy(spare.result);
    rapport_plan_destroy(plan);
    rapport_actions_destroy(list);
    sk_close(&w.it);
}

static void no_choice_of_actions_beats_the_plan(void **state)
{
    uint32_t proven = 0;
    (void)state;
    for (uint64_t seed = 0; seed < 300; seed++)
        expect_best(1000 * seed, false, &proven);
    assert_int_equal(proven, 300);
}

static void no_choice_removes_more_gates(void **state)
{
    uint32_t proven = 0;
    (void)state;
    for (uint64_t seed = 0; seed < 150; seed++)
        expect_best(777 + 1000 * seed, true, &proven);
    assert_int_equal(proven, 150);
}

/* ---------------------------------------------------------------- band gaps */

static const char *const level_trees[] = {
    "a#five:3 b#five:2 c#five",
    "g:2(a#five!:3 b#five) h(c#five)",
    "g^0(a#five b#five!) h:2(c#five:3)",
    "g^min(a#five! b#five) h^3(c#five)",
};
static const char *const level_bands[] = {
    "'bands':[{'id':'low','from':0},{'id':'mid','from':45},{'id':'top','from':70}]",
    "'bands':[{'id':'low','from':0},{'id':'mid','from':40,'requires':{'every_group':45}},"
    "{'id':'top','from':60,'requires':{'every_group':50,'weakest_party':55,'no_undecided_gates':true}}],"
    "'gates':[{'id':'gx','node':'a','view':'any','below':40,'effect':'cap','cap':44},"
    "{'id':'gy','node':'b','view':'all','below':70,'effect':'flag'}]",
};

typedef struct ladder { /* levels of three criteria by two parties; 0: not answered */
    uint32_t levels[PARTIES][3];
    sk it;
} ladder;

static void open_ladder(ladder *l, uint64_t seed)
{
    char parties[256] = "", piece[32];
    const char *tree = level_trees[below(&seed, 4)], *bands = level_bands[below(&seed, 2)];
    for (uint32_t p = 0; p < PARTIES; p++) {
        strcat(parties, p ? "; them/2:" : "us:");
        for (uint32_t c = 0; c < 3; c++) {
            l->levels[p][c] = below(&seed, 12) ? 1 + below(&seed, 4) : 0;
            if (!l->levels[p][c])
                continue;
            snprintf(piece, sizeof piece, " %c %u", "abc"[c], (unsigned)l -> levels[p][c]);
            strcat(parties, piece);
        }
    }
    l->it = sk_open(tree, bands, parties, NULL);
}

/* The fewest steps and the least cost over every combination of levels that reaches the band; 1e9 if none does. */
static void climb_all(const ladder *l, uint32_t band, rapport_result *result, double *fewest, double *cheapest)
{
    uint32_t at[6] = {0}, i = 0;
    *fewest = *cheapest = 1e9;
    while (i < 6) {
        rapport_outcome found = {.struct_size = sizeof found};
        double steps = 0, cost = 0;
        for (uint32_t k = 0; k < 6; k++) {
            rapport_node node = {.struct_size = sizeof node};
            uint32_t level = l->levels[k / 3][k % 3], criterion = sk_node(&l->it, (const char[]){"abc"[k % 3], 0});
            if (!level)
                continue;
            assert_ok(rapport_model_get_node(l->it.model, criterion, &node));
            assert_ok(rapport_assessment_set_level(l->it.assessment, k / 3, criterion, level + at[k], NULL));
            steps += at[k];
            cost += at[k] * node.share;
        }
        assert_ok(rapport_result_compute(result, l->it.assessment, NULL));
        assert_ok(rapport_result_get_outcome(result, &found));
        if (found.band >= band) {
            *fewest = fmin(*fewest, steps);
            *cheapest = fmin(*cheapest, cost);
        }
        for (i = 0; i < 6; i++) {
            uint32_t level = l->levels[i / 3][i % 3];
            if (level && level + at[i] < 5) {
                at[i]++;
                break;
            }
            at[i] = 0;
        }
    }
}

static void expect_way(ladder *l, uint32_t band, rapport_result *result)
{
    double best[2];
    rapport_band_gap_options options = {.struct_size = sizeof options, .band = band};
    rapport_band_gap gap = {.struct_size = sizeof gap};
    for (options.kind = 0; options.kind < 2; options.kind++)
        assert_ok(rapport_result_compute_band_gap(l->it.result, &options, NULL, NULL));
    climb_all(l, band, result, &best[0], &best[1]);
    for (int32_t kind = 0; kind < 2; kind++) {
        assert_ok(rapport_result_get_band_gap(l->it.result, kind, &gap));
        assert_int_equal(gap.state, best[0] >= 1e9 ? RAPPORT_BAND_OUT_OF_REACH
                                    : best[0] > 0  ? RAPPORT_BAND_REACHABLE
                                                   : RAPPORT_BAND_REACHED);
        assert_int_equal(gap.optimal, 1);
        assert_true((gap.obstacles > 0) == (gap.state == RAPPORT_BAND_OUT_OF_REACH));
        if (gap.state == RAPPORT_BAND_REACHABLE)
            assert_close(kind ? gap.cost : gap.steps, best[kind], 1e-9);
    }
}

/* The steps that are named do reach the band, judged by assessing the answers that they lead to. */
static void expect_reached(ladder *l, uint32_t band, rapport_result *result)
{
    rapport_move move = {.struct_size = sizeof move};
    rapport_outcome found = {.struct_size = sizeof found};
    rapport_band_gap gap = {.struct_size = sizeof gap};
    assert_ok(rapport_result_get_band_gap(l->it.result, RAPPORT_FEWEST_STEPS, &gap));
    for (uint32_t k = 0; k < 6; k++)
        if (l->levels[k / 3][k % 3])
            assert_ok(rapport_assessment_set_level(l->it.assessment, k / 3, sk_node(&l->it, (const char[]){"abc"[k % 3], 0}),
                                                   l->levels[k / 3][k % 3], NULL));
    for (uint32_t i = 0; !rapport_result_get_move(l->it.result, RAPPORT_FEWEST_STEPS, i, &move); i++)
        assert_ok(rapport_assessment_set_level(l->it.assessment, move.party, move.node, 1 + (uint32_t)(move.to / 25), NULL));
    assert_ok(rapport_result_compute(result, l->it.assessment, NULL));
    assert_ok(rapport_result_get_outcome(result, &found));
    if (gap.state == RAPPORT_BAND_REACHABLE)
        assert_true(found.band >= band);
    assert_same_bits(gap.gated, found.gated);
}

static void no_way_to_a_band_is_shorter_or_cheaper(void **state)
{
    uint32_t computed = 0;
    (void)state;
    for (uint64_t seed = 0; seed < 120; seed++) {
        ladder l;
        rapport_result *spare;
        open_ladder(&l, 31 * seed);
        assert_ok(rapport_result_create(NULL, &spare));
        for (uint32_t band = 1; band < 3 && sk_outcome(&l.it).has_score; band++, computed++) {
            expect_way(&l, band, spare);
            expect_reached(&l, band, spare);
        }
        rapport_result_destroy(spare);
        sk_close(&l.it);
    }
    assert_true(computed > 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_choice_of_actions_beats_the_plan),
        cmocka_unit_test(no_choice_removes_more_gates),
        cmocka_unit_test(no_way_to_a_band_is_shorter_or_cheaper),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
