/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Plans under a budget: what effects mean, what binds, what is proven. Expected numbers are arithmetic on the trees shown. */
#include "score_kit.h"

#include "rapport/plan.h"

static rapport_actions *actions_for(const sk *it)
{
    rapport_actions *actions;
    assert_ok(rapport_actions_create(it->model, NULL, &actions));
    return actions;
}

static uint32_t add(rapport_actions *actions, const char *id, double cost)
{
    uint32_t action;
    assert_ok(rapport_actions_add(actions, id, NULL, cost, RAPPORT_NONE, &action, NULL));
    return action;
}

/* Adds an action with one effect on all parties. */
static uint32_t add_one(rapport_actions *actions, const sk *it, const char *id, double cost, const char *node, int32_t kind,
                        double amount)
{
    uint32_t action = add(actions, id, cost);
    assert_ok(rapport_actions_add_effect(actions, action, sk_node(it, node), RAPPORT_NONE, kind, amount, NULL));
    return action;
}

static rapport_plan *plan_with(const sk *it, const rapport_actions *actions, double budget, int32_t gates_first, uint64_t work)
{
    rapport_plan_options options = {
        .struct_size = sizeof options, .has_budget = 1, .budget = budget, .gates_first = gates_first, .work_limit = work};
    rapport_plan *plan;
    assert_ok(rapport_plan_compute(it->result, actions, &options, NULL, &plan, NULL));
    return plan;
}

static rapport_plan_summary summary_of(const rapport_plan *plan)
{
    rapport_plan_summary summary = {.struct_size = sizeof summary};
    assert_ok(rapport_plan_get_summary(plan, &summary));
    return summary;
}

/* The chosen actions as text: "a c". */
static const char *chosen(const rapport_plan *plan)
{
    static char words[256];
    rapport_plan_step step = {.struct_size = sizeof step};
    *words = '\0';
    for (uint32_t i = 0; !rapport_plan_get_step(plan, i, &step); i++) {
        strcat(words, i ? " " : "");
        strcat(words, rapport_actions_id(rapport_plan_actions(plan), step.action));
    }
    return words;
}

static int32_t reason_of(const rapport_plan *plan, const char *id)
{
    rapport_plan_rejection rejection = {.struct_size = sizeof rejection};
    for (uint32_t i = 0; !rapport_plan_get_rejection(plan, i, &rejection); i++)
        if (!strcmp(rapport_actions_id(rapport_plan_actions(plan), rejection.action), id))
            return rejection.reason;
    return 0;
}

/* What the score is with one action of one effect on p, for both parties of "p!", that answered 30 and 40, or on levels. */
static double with_effect(const char *tree, const char *parties, int32_t kind, double amount)
{
    sk it = sk_open(tree, NULL, parties, NULL);
    rapport_actions *actions = actions_for(&it);
    rapport_plan *plan;
    double score;
    (void)add_one(actions, &it, "do", 1, "p", kind, amount);
    plan = plan_with(&it, actions, 1, 0, 0);
    score = summary_of(plan).gated_after;
    rapport_plan_destroy(plan);
    rapport_actions_destroy(actions);
    sk_close(&it);
    return score;
}

/* Five criteria of equal weight, 10 points each: n points more of one are n/5 of the score. */
static sk open_five(void)
{
    return sk_open("p q r s t", NULL, "us: p 10 q 10 r 10 s 10 t 10", NULL);
}

static void add_five(rapport_actions *actions, const sk *it)
{
    static const char *const ids[] = {"a", "b", "c", "d", "e"}, *const nodes[] = {"p", "q", "r", "s", "t"};
    static const double costs[] = {5, 8, 20, 15, 3}, gains[] = {3.75, 4, 6.9, 4.5, 1.5};
    for (uint32_t i = 0; i < 5; i++)
        (void)add_one(actions, it, ids[i], costs[i], nodes[i], RAPPORT_EFFECT_POINTS, 5 * gains[i]);
}

/* The knapsack of tests/unit/test_knapsack.c: 12.25 more, where greed gets 9.25. */
static void the_plan_is_the_best_choice_and_not_the_greedy_one(void **state)
{
    sk it = open_five();
    rapport_actions *actions = actions_for(&it);
    rapport_plan *plan;
    rapport_plan_summary sum;
    (void)state;
    add_five(actions, &it);
    plan = plan_with(&it, actions, 30, 0, 0);
    sum = summary_of(plan);
    assert_string_equal(chosen(plan), "a b d");
    assert_int_equal(sum.optimal, 1);
    assert_close(sum.cost, 28, 0);
    assert_close(sum.gated, 10, SK_ALMOST);
    assert_close(sum.gated_after, 22.25, SK_ALMOST);
    assert_close(sum.bound, sum.gated_after, 0);
    assert_int_equal(sum.rejected, 2);
    assert_int_equal(reason_of(plan, "c"), RAPPORT_REJECTED_OUTBID);
    rapport_plan_destroy(plan);
    rapport_actions_destroy(actions);
    sk_close(&it);
}

static void effects_are_points_levels_or_a_level(void **state)
{
    static const char both[] = "us: p 30; them: p 40";
    (void)state;
    assert_close(with_effect("p!", both, RAPPORT_EFFECT_POINTS, 25), 55, 0);
    assert_close(with_effect("p!", both, RAPPORT_EFFECT_POINTS, 100), 100, 0);
    assert_close(with_effect("p!", both, RAPPORT_EFFECT_LEVELS, 2), 55, 0); /* 12.5 each on a number scale */
    assert_close(with_effect("p#five", "us: p 2", RAPPORT_EFFECT_LEVELS, 1), 50, 0);
    assert_close(with_effect("p#five", "us: p 2", RAPPORT_EFFECT_LEVELS, 100), 100, 0);
    assert_close(with_effect("p#five", "us: p 2", RAPPORT_EFFECT_TO_LEVEL, 4), 75, 0);
    assert_close(with_effect("p#five", "us: p 4", RAPPORT_EFFECT_TO_LEVEL, 2), 75, 0);       /* never down */
    assert_close(with_effect("p#five", "us: p 2 | p 3", RAPPORT_EFFECT_LEVELS, 1), 62.5, 0); /* 37.5 keeps its place */
    assert_close(with_effect("p#odd", "us: p 1", RAPPORT_EFFECT_LEVELS, 1), 10, 0);
    assert_close(with_effect("p#odd", "us: p 1 | p 2", RAPPORT_EFFECT_LEVELS, 1), 55, 0); /* 5 of 0..10 becomes 55 of 10..100 */
    assert_close(with_effect("p#yes", "us: p false", RAPPORT_EFFECT_LEVELS, 1), 100, 0);
    assert_close(with_effect("p q", "us: p - q 40", RAPPORT_EFFECT_POINTS, 50), 40, 0); /* nothing to raise */
}

static void effects_add_up_whatever_their_order(void **state)
{
    double scores[2];
    (void)state;
    for (int order = 0; order < 2; order++) { /* to level 3 = 50, one level more = 75, 10 points more = 85 */
        sk it = sk_open("p#five", NULL, "us: p 1", NULL);
        rapport_actions *actions = actions_for(&it);
        rapport_plan *plan;
        if (order)
            (void)add_one(actions, &it, "points", 1, "p", RAPPORT_EFFECT_POINTS, 10);
        (void)add_one(actions, &it, "level", 1, "p", RAPPORT_EFFECT_LEVELS, 1);
        (void)add_one(actions, &it, "to", 1, "p", RAPPORT_EFFECT_TO_LEVEL, 3);
        if (!order)
            (void)add_one(actions, &it, "points", 1, "p", RAPPORT_EFFECT_POINTS, 10);
        plan = plan_with(&it, actions, 3, 0, 0);
        scores[order] = summary_of(plan).gated_after;
        assert_int_equal(summary_of(plan).chosen, 3);
        rapport_plan_destroy(plan);
        rapport_actions_destroy(actions);
        sk_close(&it);
    }
    assert_close(scores[0], 85, 0);
    assert_same_bits(scores[0], scores[1]);
}

static void a_fact_rises_for_everybody(void **state)
{
    sk it = sk_open("p q", NULL, "us: q 20; them: q 40", "'facts':{'p':50}");
    rapport_actions *actions = actions_for(&it);
    rapport_plan *plan;
    (void)state;
    (void)add_one(actions, &it, "do", 1, "p", RAPPORT_EFFECT_POINTS, 20);
    plan = plan_with(&it, actions, 1, 0, 0);
    assert_close(summary_of(plan).gated_after, 50, 0); /* (70 + 30) / 2 */
    rapport_plan_destroy(plan);
    rapport_actions_destroy(actions);
    sk_close(&it);
}

/* Under the minimum one side alone moves nothing: 30 and 30 need both, for 2. */
static void what_needs_both_sides_is_planned_for_both(void **state)
{
    sk it = sk_open("p!", NULL, "us: p 30; them: p 30", NULL);
    rapport_actions *actions = actions_for(&it);
    rapport_plan *plan;
    (void)state;
    for (uint32_t p = 0; p < 2; p++)
        assert_ok(rapport_actions_add_effect(actions, add(actions, p ? "theirs" : "ours", 1), sk_node(&it, "p"), p,
                                             RAPPORT_EFFECT_POINTS, 20, NULL));
    plan = plan_with(&it, actions, 2, 0, 0);
    assert_string_equal(chosen(plan), "ours theirs");
    assert_close(summary_of(plan).gated_after, 50, 0);
    rapport_plan_destroy(plan);
    plan = plan_with(&it, actions, 1, 0, 0);
    assert_string_equal(chosen(plan), "");
    assert_int_equal(summary_of(plan).optimal, 1);
    assert_int_equal(reason_of(plan, "ours"), RAPPORT_REJECTED_IDLE);
    rapport_plan_destroy(plan);
    rapport_actions_destroy(actions);
    sk_close(&it);
}

#define GATE "'gates':[{'id':'g','node':'p','view':'any','below':40,'effect':'cap','cap':45}]"

/* (20 + 80)/2 = 50 is capped at 45. For 3 either p rises to 40, which opens the gate and gives 60, or q to 100, which gives 60
 * before the gate and nothing after it. */
static void the_score_after_gates_is_what_counts(void **state)
{
    sk it = sk_open("p q", GATE, "us: p 20 q 80", NULL);
    rapport_actions *actions = actions_for(&it);
    rapport_plan *plan;
    int32_t gate;
    (void)state;
    (void)add_one(actions, &it, "shine", 3, "q", RAPPORT_EFFECT_POINTS, 20);
    (void)add_one(actions, &it, "mend", 3, "p", RAPPORT_EFFECT_POINTS, 20);
    plan = plan_with(&it, actions, 3, 0, 0);
    assert_string_equal(chosen(plan), "mend");
    assert_close(summary_of(plan).gated, 45, 0);
    assert_close(summary_of(plan).gated_after, 60, 0);
    assert_int_equal(summary_of(plan).breached, 1);
    assert_int_equal(summary_of(plan).breached_after, 0);
    assert_ok(rapport_plan_get_gate(plan, 0, &gate));
    assert_int_equal(gate, RAPPORT_GATE_NEAR_MISS);
    assert_int_equal(rapport_plan_get_gate(plan, 1, &gate), RAPPORT_BAD_ARGUMENT);
    rapport_plan_destroy(plan);
    rapport_actions_destroy(actions);
    sk_close(&it);
}

/* A flag takes no points: by the score alone q rises by 30 to 65, gates first mends p for 60. */
static void gates_first_is_before_the_score(void **state)
{
    sk it = sk_open("p q", "'gates':[{'id':'g','node':'p','below':40,'effect':'flag'}]", "us: p 30 q 70", NULL);
    rapport_actions *actions = actions_for(&it);
    rapport_plan *plan;
    (void)state;
    (void)add_one(actions, &it, "shine", 3, "q", RAPPORT_EFFECT_POINTS, 30);
    (void)add_one(actions, &it, "mend", 3, "p", RAPPORT_EFFECT_POINTS, 20);
    plan = plan_with(&it, actions, 3, 0, 0);
    assert_string_equal(chosen(plan), "shine");
    rapport_plan_destroy(plan);
    plan = plan_with(&it, actions, 3, 1, 0);
    assert_string_equal(chosen(plan), "mend");
    assert_int_equal(summary_of(plan).gates_first, 1);
    rapport_plan_destroy(plan);
    rapport_actions_destroy(actions);
    sk_close(&it);
}

/* Equal gains for equal costs, and gains that two cheaper ones have too. */
static void ties_go_to_the_cheaper_then_to_the_earlier(void **state)
{
    sk it = sk_open("p q r s", "'power':0.5", "us: p 25 q 25 r 25 s 25", NULL);
    rapport_actions *actions = actions_for(&it);
    rapport_plan *plan;
    (void)state;
    (void)add_one(actions, &it, "dear", 3, "p", RAPPORT_EFFECT_POINTS, 24);
    (void)add_one(actions, &it, "one", 2, "q", RAPPORT_EFFECT_POINTS, 24);
    (void)add_one(actions, &it, "two", 2, "r", RAPPORT_EFFECT_POINTS, 24);
    (void)add_one(actions, &it, "three", 2, "s", RAPPORT_EFFECT_POINTS, 24);
    plan = plan_with(&it, actions, 5, 0, 0);
    assert_string_equal(chosen(plan), "one two");
    assert_int_equal(summary_of(plan).optimal, 1);
    rapport_plan_destroy(plan);
    rapport_actions_destroy(actions);
    sk_close(&it);
}

static void what_changes_nothing_is_left_out_even_for_nothing(void **state)
{
    sk it = sk_open("p q", "'power':0", "us: p 40 q 40", NULL);
    rapport_actions *actions = actions_for(&it);
    rapport_plan *plan;
    (void)state;
    (void)add(actions, "talk", 0);
    (void)add_one(actions, &it, "free", 0, "p", RAPPORT_EFFECT_POINTS, 5);
    (void)add_one(actions, &it, "paid", 1, "q", RAPPORT_EFFECT_POINTS, 5);
    plan = plan_with(&it, actions, 0, 0, 0);
    assert_string_equal(chosen(plan), "free");
    assert_int_equal(reason_of(plan, "talk"), RAPPORT_REJECTED_IDLE);
    assert_int_equal(reason_of(plan, "paid"), RAPPORT_REJECTED_BUDGET);
    rapport_plan_destroy(plan);
    rapport_actions_destroy(actions);
    sk_close(&it);
}

/* b needs a, which does nothing by itself; c and b rule each other out. 4 buys a and b for 20 points, c alone brings 15. */
static void what_is_needed_comes_along_and_rivals_stay_out(void **state)
{
    sk it = sk_open("p", NULL, "us: p 30", NULL);
    rapport_actions *actions = actions_for(&it);
    uint32_t b, c, a;
    rapport_plan *plan;
    (void)state;
    b = add_one(actions, &it, "b", 2, "p", RAPPORT_EFFECT_POINTS, 20);
    c = add_one(actions, &it, "c", 1, "p", RAPPORT_EFFECT_POINTS, 15);
    a = add(actions, "a", 2);
    assert_ok(rapport_actions_add_requirement(actions, b, a, NULL));
    assert_ok(rapport_actions_add_exclusion(actions, c, b, NULL));
    plan = plan_with(&it, actions, 9, 0, 0);
    assert_string_equal(chosen(plan), "a b"); /* what is needed stands first */
    assert_int_equal(reason_of(plan, "c"), RAPPORT_REJECTED_EXCLUDED);
    rapport_plan_destroy(plan);
    plan = plan_with(&it, actions, 3, 0, 0);
    assert_string_equal(chosen(plan), "c");
    rapport_plan_destroy(plan);
    rapport_actions_destroy(actions);
    sk_close(&it);
}

/* Two phases of 5: 3 + 3 do not go into one; "late" may only be done in the second, and what needs it not before. */
static void phases_have_room_and_an_order(void **state)
{
    sk it = sk_open("p q r", NULL, "us: p 10 q 10 r 10", NULL);
    rapport_actions *actions = actions_for(&it);
    rapport_plan *plan;
    rapport_plan_step step = {.struct_size = sizeof step};
    rapport_plan_phase phase = {.struct_size = sizeof phase};
    uint32_t late, then;
    (void)state;
    assert_ok(rapport_actions_add_phase(actions, "first", 5, NULL, NULL));
    assert_ok(rapport_actions_add_phase(actions, "second", 5, NULL, NULL));
    assert_ok(rapport_actions_add(actions, "late", NULL, 1, 1, &late, NULL));
    then = add_one(actions, &it, "then", 3, "p", RAPPORT_EFFECT_POINTS, 30);
    (void)add_one(actions, &it, "any", 3, "q", RAPPORT_EFFECT_POINTS, 60);
    (void)add_one(actions, &it, "more", 3, "r", RAPPORT_EFFECT_POINTS, 15);
    assert_ok(rapport_actions_add_requirement(actions, then, late, NULL));
    plan = plan_with(&it, actions, 100, 0, 0);
    assert_string_equal(chosen(plan), "any late then");
    assert_ok(rapport_plan_get_step(plan, 0, &step));
    assert_int_equal(step.phase, 0);
    assert_close(step.gain, 20, SK_ALMOST);
    assert_ok(rapport_plan_get_phase(plan, 0, &phase));
    assert_close(phase.gated, 30, SK_ALMOST); /* (10 + 70 + 10) / 3 */
    assert_close(phase.cost, 3, 0);
    assert_ok(rapport_plan_get_phase(plan, 1, &phase));
    assert_close(phase.gated, 40, SK_ALMOST);
    assert_close(phase.cost, 4, 0);
    assert_int_equal(rapport_plan_get_phase(plan, 2, &phase), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(reason_of(plan, "more"), RAPPORT_REJECTED_OUTBID);
    rapport_plan_destroy(plan);
    rapport_actions_destroy(actions);
    sk_close(&it);
}

static void circles_are_refused_by_name(void **state)
{
    sk it = open_five();
    rapport_actions *actions = actions_for(&it);
    rapport_plan *plan;
    rapport_error error;
    uint32_t a, b, c, members[3], count;
    (void)state;
    a = add(actions, "a", 1);
    b = add(actions, "b", 1);
    c = add(actions, "c", 1);
    assert_ok(rapport_actions_add_requirement(actions, a, b, NULL));
    assert_ok(rapport_actions_add_requirement(actions, b, c, NULL));
    assert_ok(rapport_actions_find_circle(actions, members, 3, &count));
    assert_int_equal(count, 0);
    assert_ok(rapport_actions_add_requirement(actions, c, b, NULL));
    assert_ok(rapport_actions_find_circle(actions, members, 3, &count));
    assert_int_equal(count, 2);
    assert_int_equal(members[0], b);
    assert_int_equal(members[1], c);
    assert_int_equal(rapport_plan_compute(it.result, actions, NULL, NULL, &plan, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.message, "actions require each other in a circle: b > c > b");
    assert_null(plan);
    assert_int_equal(rapport_actions_add_requirement(actions, a, a, NULL), RAPPORT_BAD_VALUE);
    rapport_actions_destroy(actions);
    sk_close(&it);
}

/* 200 actions whose gains curve and overlap cannot be searched in a thousand steps. */
static void a_limit_of_work_gives_a_valid_plan_and_a_bound(void **state)
{
    sk it = sk_open("p q r s t", "'power':0", "us: p 10 q 20 r 30 s 40 t 50; them: p 20 q 10 r 40 s 30 t 60", NULL);
    rapport_actions *actions = actions_for(&it);
    static const char *const nodes[] = {"p", "q", "r", "s", "t"};
    rapport_plan *plan, *again;
    rapport_plan_summary sum;
    char id[16];
    (void)state;
    for (unsigned i = 0; i < 200; i++) {
        snprintf(id, sizeof id, "a%u", i);
        (void)add_one(actions, &it, id, 1 + (i * 37) % 50, nodes[i % 5], RAPPORT_EFFECT_POINTS, 1 + (i * 13) % 9);
    }
    plan = plan_with(&it, actions, 200, 0, 1000);
    again = plan_with(&it, actions, 200, 0, 1000);
    sum = summary_of(plan);
    assert_int_equal(sum.optimal, 0);
    assert_true(sum.chosen > 0 && sum.cost <= 200);
    assert_true(sum.gated_after > sum.gated && sum.bound >= sum.gated_after && sum.bound <= 100);
    assert_same_bits(sum.gated_after, summary_of(again).gated_after);
    rapport_plan_destroy(plan);
    rapport_plan_destroy(again);
    rapport_actions_destroy(actions);
    sk_close(&it);
}

/* With a floor of 3, two raters' p is withheld, and q with it; r may be moved. An effect of 100 points on p would tell p. */
static void what_is_withheld_is_not_moved(void **state)
{
    sk it = sk_open("p q r:2", "'anonymity_floor':3", "us: p 20 q 30 r 40 | p 40 q 50 r 60 | q 40 r 50", NULL);
    rapport_actions *actions = actions_for(&it);
    rapport_plan *plan;
    rapport_plan_rejection rejection = {.struct_size = sizeof rejection};
    (void)state;
    assert_int_equal(sk_cell(&it, RAPPORT_JOINT, "p").status, RAPPORT_CELL_WITHHELD);
    (void)add_one(actions, &it, "tell", 1, "p", RAPPORT_EFFECT_POINTS, 100);
    plan = plan_with(&it, actions, 10, 0, 0);
    assert_string_equal(chosen(plan), "");
    assert_ok(rapport_plan_get_rejection(plan, 0, &rejection));
    assert_int_equal(rejection.reason, RAPPORT_REJECTED_IDLE);
    assert_int_equal(rejection.idle, 1);
    rapport_plan_destroy(plan);
    rapport_actions_destroy(actions);
    sk_close(&it);
}

static void without_a_score_there_is_nothing_to_lift(void **state)
{
    sk it = sk_open("p", NULL, "us: p -", NULL), other = open_five();
    rapport_actions *actions = actions_for(&it);
    rapport_plan *plan;
    rapport_plan_options options = {.struct_size = sizeof options, .budget = 1};
    (void)state;
    assert_int_equal(rapport_plan_compute(it.result, actions, NULL, NULL, &plan, NULL), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_plan_compute(other.result, actions, NULL, NULL, &plan, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_plan_compute(it.result, NULL, NULL, NULL, &plan, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_plan_compute(NULL, actions, NULL, NULL, &plan, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_plan_compute(it.result, actions, NULL, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    rapport_actions_destroy(actions);
    actions = actions_for(&other);
    assert_int_equal(rapport_plan_compute(other.result, actions, &options, NULL, &plan, NULL), RAPPORT_BAD_ARGUMENT);
    options = (rapport_plan_options){.struct_size = sizeof options, .has_budget = 1, .budget = NAN};
    assert_int_equal(rapport_plan_compute(other.result, actions, &options, NULL, &plan, NULL), RAPPORT_BAD_ARGUMENT);
    options.budget = 0;
    options.gates_first = 2;
    assert_int_equal(rapport_plan_compute(other.result, actions, &options, NULL, &plan, NULL), RAPPORT_BAD_ARGUMENT);
    options.struct_size = 4;
    assert_int_equal(rapport_plan_compute(other.result, actions, &options, NULL, &plan, NULL), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_plan_compute(other.result, actions, NULL, NULL, &plan, NULL)); /* no actions, no budget */
    assert_int_equal(summary_of(plan).optimal, 1);
    assert_int_equal(summary_of(plan).chosen, 0);
    rapport_plan_destroy(plan);
    rapport_plan_destroy(NULL);
    rapport_actions_destroy(actions);
    rapport_actions_destroy(NULL);
    sk_close(&it);
    sk_close(&other);
}

static void the_budget_of_the_actions_holds_where_none_is_given(void **state)
{
    sk it = open_five();
    rapport_actions *actions = actions_for(&it);
    rapport_plan *plan;
    double budget = -1;
    (void)state;
    add_five(actions, &it);
    assert_int_equal(rapport_actions_get_budget(actions, &budget), RAPPORT_UNDEFINED);
    assert_ok(rapport_plan_compute(it.result, actions, NULL, NULL, &plan, NULL));
    assert_int_equal(summary_of(plan).chosen, 5); /* without any, all that helps */
    assert_int_equal(summary_of(plan).has_budget, 0);
    rapport_plan_destroy(plan);
    assert_ok(rapport_actions_set_budget(actions, 5, NULL));
    assert_ok(rapport_actions_get_budget(actions, &budget));
    assert_close(budget, 5, 0);
    assert_ok(rapport_plan_compute(it.result, actions, NULL, NULL, &plan, NULL));
    assert_string_equal(chosen(plan), "a");
    rapport_plan_destroy(plan);
    assert_int_equal(rapport_actions_set_budget(actions, -1, NULL), RAPPORT_BAD_VALUE);
    rapport_actions_destroy(actions);
    sk_close(&it);
}

static void wrong_actions_are_refused(void **state)
{
    sk it = sk_open("g(p) q#five", NULL, "us: p 10 q 1", NULL);
    rapport_actions *actions = actions_for(&it);
    uint32_t a = add(actions, "a", 1), p = sk_node(&it, "p"), q = sk_node(&it, "q");
    static const double costs[] = {-1, 1e-7, 2e300, NAN, INFINITY};
    (void)state;
    for (int i = 0; i < 5; i++) {
        assert_int_equal(rapport_actions_add(actions, "b", NULL, costs[i], RAPPORT_NONE, NULL, NULL), RAPPORT_BAD_VALUE);
        assert_int_equal(rapport_actions_add_effect(actions, a, q, RAPPORT_NONE, RAPPORT_EFFECT_LEVELS, costs[i], NULL),
                         RAPPORT_BAD_VALUE);
    }
    assert_int_equal(rapport_actions_add(actions, "a", NULL, 1, RAPPORT_NONE, NULL, NULL), RAPPORT_DUPLICATE);
    assert_int_equal(rapport_actions_add(actions, "A", NULL, 1, RAPPORT_NONE, NULL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_actions_add(actions, "b", "\xff", 1, RAPPORT_NONE, NULL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_actions_add(actions, "b", NULL, 1, 0, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_actions_add_effect(actions, a, sk_node(&it, "g"), RAPPORT_NONE, RAPPORT_EFFECT_POINTS, 1, NULL),
                     RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_actions_add_effect(actions, a, p, RAPPORT_NONE, RAPPORT_EFFECT_TO_LEVEL, 1, NULL),
                     RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_actions_add_effect(actions, a, q, RAPPORT_NONE, RAPPORT_EFFECT_TO_LEVEL, 6, NULL),
                     RAPPORT_BAD_VALUE);
    assert_ok(rapport_actions_add_effect(actions, a, q, RAPPORT_NONE, RAPPORT_EFFECT_TO_LEVEL, 5, NULL));
    assert_int_equal(rapport_actions_add_effect(actions, a, q, RAPPORT_NONE, RAPPORT_EFFECT_POINTS, 100.5, NULL),
                     RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_actions_add_effect(actions, a, q, RAPPORT_NONE, RAPPORT_EFFECT_POINTS, 0, NULL),
                     RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_actions_add_effect(actions, 1, q, RAPPORT_NONE, RAPPORT_EFFECT_POINTS, 1, NULL),
                     RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_actions_add_effect(actions, a, 99, RAPPORT_NONE, RAPPORT_EFFECT_POINTS, 1, NULL),
                     RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_actions_add_effect(actions, a, q, 64, RAPPORT_EFFECT_POINTS, 1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_actions_add_effect(actions, a, q, RAPPORT_NONE, 4, 1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_actions_add_exclusion(actions, a, 7, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_actions_add_phase(actions, "x", 1, NULL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_actions_add_phase(actions, "one", NAN, NULL, NULL), RAPPORT_BAD_VALUE);
    assert_ok(rapport_actions_add_phase(actions, "one", 1, NULL, NULL));
    assert_int_equal(rapport_actions_add_phase(actions, "one", 1, NULL, NULL), RAPPORT_DUPLICATE);
    assert_int_equal(rapport_actions_count(actions), 1);
    assert_int_equal(rapport_actions_count_phases(actions), 1);
    assert_int_equal(rapport_actions_find(actions, "a"), 0);
    assert_int_equal(rapport_actions_find(actions, "b"), RAPPORT_NONE);
    assert_string_equal(rapport_actions_title(actions, 0), "a");
    assert_null(rapport_actions_title(actions, 1));
    assert_null(rapport_actions_id(actions, 1));
    assert_null(rapport_actions_phase_id(actions, 1));
    rapport_actions_destroy(actions);
    sk_close(&it);
}

static void limits_hold_at_n_and_n_plus_1(void **state)
{
    sk it = open_five();
    rapport_actions *actions = actions_for(&it);
    rapport_plan *plan;
    char id[16];
    (void)state;
    for (unsigned i = 0; i < RAPPORT_MAX_PHASES; i++) {
        snprintf(id, sizeof id, "p%u", i);
        assert_ok(rapport_actions_add_phase(actions, id, 1, NULL, NULL));
    }
    assert_int_equal(rapport_actions_add_phase(actions, "more", 1, NULL, NULL), RAPPORT_LIMIT);
    rapport_actions_destroy(actions);
    actions = actions_for(&it);
    for (unsigned i = 0; i < RAPPORT_MAX_ACTIONS; i++) {
        snprintf(id, sizeof id, "a%u", i);
        (void)add_one(actions, &it, id, 1 + i % 7 / 3.0, "p", RAPPORT_EFFECT_POINTS, 0.25);
    }
    assert_int_equal(rapport_actions_add(actions, "more", NULL, 1, RAPPORT_NONE, NULL, NULL), RAPPORT_LIMIT);
    for (uint32_t i = RAPPORT_MAX_ACTIONS; i < RAPPORT_MAX_ACTION_LINKS; i++)
        assert_ok(rapport_actions_add_effect(actions, i % 100, sk_node(&it, "q"), 0, RAPPORT_EFFECT_POINTS, 1, NULL));
    assert_int_equal(rapport_actions_add_effect(actions, 0, sk_node(&it, "q"), 0, RAPPORT_EFFECT_POINTS, 1, NULL),
                     RAPPORT_LIMIT);
    plan = plan_with(&it, actions, 50, 0, 2000000); /* and so many can be planned */
    assert_true(summary_of(plan).cost <= 50 && summary_of(plan).gated_after > summary_of(plan).gated);
    rapport_plan_destroy(plan);
    for (uint32_t i = 0; i < RAPPORT_MAX_ACTION_LINKS; i++)
        assert_ok(rapport_actions_add_exclusion(actions, 0, 1, NULL));
    assert_int_equal(rapport_actions_add_requirement(actions, 0, 1, NULL), RAPPORT_LIMIT);
    rapport_actions_destroy(actions);
    sk_close(&it);
}

static rapport_status plan_anew(const rapport_allocator *memory)
{
    static sk it;
    rapport_actions *actions = NULL;
    rapport_plan *plan = NULL;
    rapport_plan_options options = {.struct_size = sizeof options, .has_budget = 1, .budget = 4};
    rapport_status status;
    uint32_t nodes[2];
    it = sk_open("p q", GATE ",'power':0", "us: p 20 q 80; them: p 30 q 70", NULL);
    nodes[0] = sk_node(&it, "p");
    nodes[1] = sk_node(&it, "q");
    status = rapport_actions_create(it.model, memory, &actions);
    if (!status)
        status = rapport_actions_add_phase(actions, "now", 3, NULL, NULL);
    for (uint32_t i = 0; !status && i < 4; i++) {
        status = rapport_actions_add(actions, (const char[]){(char)('a' + i), 0}, "An action", 1, RAPPORT_NONE, NULL, NULL);
        if (!status)
            status = rapport_actions_add_effect(actions, i, nodes[i % 2], RAPPORT_NONE, RAPPORT_EFFECT_POINTS, 10, NULL);
        if (!status && i)
            status = rapport_actions_add_requirement(actions, i, i - 1, NULL);
    }
    if (!status)
        status = rapport_actions_add_exclusion(actions, 3, 0, NULL);
    if (!status)
        status = rapport_plan_compute(it.result, actions, &options, memory, &plan, NULL);
    assert_true(!status == !!plan);
    rapport_plan_destroy(plan);
    rapport_actions_destroy(actions);
    sk_close(&it);
    return status;
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    assert_true(tk_exhaust_memory(plan_anew) >= 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_plan_is_the_best_choice_and_not_the_greedy_one),
        cmocka_unit_test(effects_are_points_levels_or_a_level),
        cmocka_unit_test(effects_add_up_whatever_their_order),
        cmocka_unit_test(a_fact_rises_for_everybody),
        cmocka_unit_test(what_needs_both_sides_is_planned_for_both),
        cmocka_unit_test(the_score_after_gates_is_what_counts),
        cmocka_unit_test(gates_first_is_before_the_score),
        cmocka_unit_test(ties_go_to_the_cheaper_then_to_the_earlier),
        cmocka_unit_test(what_changes_nothing_is_left_out_even_for_nothing),
        cmocka_unit_test(what_is_needed_comes_along_and_rivals_stay_out),
        cmocka_unit_test(phases_have_room_and_an_order),
        cmocka_unit_test(circles_are_refused_by_name),
        cmocka_unit_test(a_limit_of_work_gives_a_valid_plan_and_a_bound),
        cmocka_unit_test(what_is_withheld_is_not_moved),
        cmocka_unit_test(without_a_score_there_is_nothing_to_lift),
        cmocka_unit_test(the_budget_of_the_actions_holds_where_none_is_given),
        cmocka_unit_test(wrong_actions_are_refused),
        cmocka_unit_test(limits_hold_at_n_and_n_plus_1),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
