/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Costs that are no decimals, phases that have to be packed, and what a plan may claim. */
#include "score_kit.h"

#include "rapport/plan.h"

typedef struct desk {
    sk it;
    rapport_actions *actions;
    rapport_plan *plan;
} desk;

static desk open_desk(const char *tree, const char *parties)
{
    desk d = {.it = sk_open(tree, NULL, parties, NULL)};
    assert_ok(rapport_actions_create(d.it.model, NULL, &d.actions));
    return d;
}

static void close_desk(desk *d)
{
    rapport_plan_destroy(d->plan);
    rapport_actions_destroy(d->actions);
    sk_close(&d->it);
}

static void add(desk *d, const char *id, double cost, uint32_t phase, const char *node, double points)
{
    uint32_t action;
    assert_ok(rapport_actions_add(d->actions, id, NULL, cost, phase, &action, NULL));
    assert_ok(rapport_actions_add_effect(d->actions, action, sk_node(&d->it, node), RAPPORT_NONE, RAPPORT_EFFECT_POINTS, points,
                                         NULL));
}

static rapport_plan_summary solve(desk *d, double budget)
{
    rapport_plan_options options = {.struct_size = sizeof options, .has_budget = 1, .budget = budget};
    rapport_plan_summary summary = {.struct_size = sizeof summary};
    assert_ok(rapport_plan_compute(d->it.result, d->actions, &options, NULL, &d->plan, NULL));
    assert_ok(rapport_plan_get_summary(d->plan, &summary));
    return summary;
}

static rapport_plan_step step_of(const desk *d, uint32_t index)
{
    rapport_plan_step step = {.struct_size = sizeof step};
    assert_ok(rapport_plan_get_step(d->plan, index, &step));
    return step;
}

/* 0.1 + 0.2 is 0.3 to people; in doubles it is more. */
static void decimal_costs_fit_their_budget(void **state)
{
    desk d = open_desk("p! q!", "us: p 10 q 10; them: p 10 q 10");
    rapport_plan_summary summary;
    (void)state;
    add(&d, "a", 0.1, RAPPORT_NONE, "p", 10);
    add(&d, "b", 0.2, RAPPORT_NONE, "q", 20);
    summary = solve(&d, 0.3);
    assert_int_equal(summary.optimal, 1);
    assert_close(summary.gated_after, 25, SK_ALMOST); /* (20 + 30) / 2 */
    close_desk(&d);
}

/* Of thirds no decimal is whole. "any" would go into the first phase, where "fixed" then has no room: it goes back. */
static void thirds_are_packed_into_phases_as_well(void **state)
{
    desk d = open_desk("p q", "us: p 10 q 10");
    rapport_plan_phase phase = {.struct_size = sizeof phase};
    rapport_plan_summary summary;
    (void)state;
    assert_ok(rapport_actions_add_phase(d.actions, "first", 2. / 3, NULL, NULL));
    assert_ok(rapport_actions_add_phase(d.actions, "second", 1. / 3, NULL, NULL));
    add(&d, "any", 1. / 3, RAPPORT_NONE, "p", 10);
    add(&d, "fixed", 2. / 3, 0, "q", 10);
    summary = solve(&d, 2);
    assert_int_equal(summary.optimal, 1);
    assert_close(summary.gated_after, 20, SK_ALMOST);
    assert_int_equal(step_of(&d, 0).action, 1);
    assert_int_equal(step_of(&d, 0).phase, 0);
    assert_int_equal(step_of(&d, 1).action, 0);
    assert_int_equal(step_of(&d, 1).phase, 1);
    assert_ok(rapport_plan_get_phase(d.plan, 1, &phase));
    assert_close(phase.cost, 1. / 3, 0);
    close_desk(&d);
}

/* The same in whole numbers, and room that is given back is there again: "last" fits beside "any" in the second. */
static void room_that_is_given_back_is_there_again(void **state)
{
    desk d = open_desk("p q r", "us: p 10 q 10 r 10");
    (void)state;
    assert_ok(rapport_actions_add_phase(d.actions, "first", 3, NULL, NULL));
    assert_ok(rapport_actions_add_phase(d.actions, "second", 2, NULL, NULL));
    add(&d, "any", 1, RAPPORT_NONE, "p", 10);
    add(&d, "fixed", 3, 0, "q", 10);
    add(&d, "last", 1, RAPPORT_NONE, "r", 10);
    assert_close(solve(&d, 9).gated_after, 20, SK_ALMOST);
    assert_int_equal(step_of(&d, 0).action, 1);
    assert_int_equal(step_of(&d, 1).phase, 1);
    assert_int_equal(step_of(&d, 2).phase, 1);
    close_desk(&d);
}

/* Nine actions of 2 and eight phases with room for 3: nine pigeons, eight holes. That the ninth fits nowhere would take 8!
 * tries to see: eight are done, and no proof is claimed. With five and four it is proven. */
static void what_cannot_be_packed_is_not_tried_for_ever(void **state)
{
    (void)state;
    for (uint32_t holes = 4; holes <= 8; holes += 4) {
        desk d = open_desk("p", "us: p 0");
        rapport_plan_summary summary;
        for (uint32_t i = 0; i < holes; i++)
            assert_ok(rapport_actions_add_phase(d.actions, (const char[]){(char)('a' + i), 0}, 3, NULL, NULL));
        for (uint32_t i = 0; i <= holes; i++)
            add(&d, (const char[]){(char)('a' + i), 0}, 2, RAPPORT_NONE, "p", 10);
        summary = solve(&d, 1000);
        assert_close(summary.gated_after, 10 * holes, SK_ALMOST);
        assert_int_equal(summary.optimal, holes == 4);
        close_desk(&d);
    }
}

/* Thirds again: what is in the first phase takes no room in the second, where 2/3 and 1/3 are 1. */
static void each_phase_counts_what_is_in_it_alone(void **state)
{
    desk d = open_desk("p q r", "us: p 10 q 10 r 10");
    rapport_plan_phase phase = {.struct_size = sizeof phase};
    (void)state;
    assert_ok(rapport_actions_add_phase(d.actions, "first", 1, NULL, NULL));
    assert_ok(rapport_actions_add_phase(d.actions, "second", 1, NULL, NULL));
    add(&d, "a", 2. / 3, 0, "p", 10);
    add(&d, "b", 2. / 3, 1, "q", 10);
    add(&d, "c", 1. / 3, 1, "r", 10);
    assert_close(solve(&d, 9).gated_after, 20, SK_ALMOST);
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(step_of(&d, i).action, i);
        assert_int_equal(step_of(&d, i).phase, i > 0);
    }
    assert_ok(rapport_plan_get_phase(d.plan, 0, &phase));
    assert_true(phase.actions == 1 && phase.capacity == 1);
    assert_close(phase.cost, 2. / 3, 0);
    assert_close(phase.gated, 40. / 3, SK_ALMOST); /* (20 + 10 + 10) / 3 */
    assert_ok(rapport_plan_get_phase(d.plan, 1, &phase));
    assert_true(phase.actions == 2 && phase.cost == 1);
    assert_close(phase.gated, 20, SK_ALMOST);
    assert_int_equal(rapport_plan_get_phase(d.plan, 2, &phase), RAPPORT_BAD_ARGUMENT);
    close_desk(&d);
}

/* "late" has to be in the second phase: what needs it may follow there, and not in the first. */
static void what_is_needed_is_not_later(void **state)
{
    (void)state;
    for (uint32_t only = 0; only < 2; only++) {
        desk d = open_desk("p q", "us: p 10 q 10");
        rapport_plan_summary summary;
        assert_ok(rapport_actions_add_phase(d.actions, "first", 4, NULL, NULL));
        assert_ok(rapport_actions_add_phase(d.actions, "second", 4, NULL, NULL));
        add(&d, "follows", 1, only ? 0 : RAPPORT_NONE, "p", 10);
        add(&d, "late", 1, 1, "q", 20);
        assert_ok(rapport_actions_add_requirement(d.actions, 0, 1, NULL));
        summary = solve(&d, 9);
        assert_int_equal(summary.optimal, 1);
        assert_int_equal(summary.chosen, only ? 1 : 2);
        assert_close(summary.gated_after, only ? 20 : 25, SK_ALMOST); /* (10 + 30) / 2, (20 + 30) / 2 */
        assert_int_equal(step_of(&d, 0).action, 1);
        assert_int_equal(step_of(&d, 0).phase, 1);
        if (!only)
            assert_int_equal(step_of(&d, 1).phase, 1);
        close_desk(&d);
    }
}

/* Either of two rivals: 10 points of 2 criteria. What is proven is its own bound, though both together would come to more. */
static void what_is_proven_is_its_own_bound(void **state)
{
    desk d = open_desk("p q", "us: p 10 q 10");
    rapport_plan_summary summary;
    (void)state;
    add(&d, "a", 1, RAPPORT_NONE, "p", 10);
    add(&d, "b", 1, RAPPORT_NONE, "q", 20);
    assert_ok(rapport_actions_add_exclusion(d.actions, 0, 1, NULL));
    summary = solve(&d, 2);
    assert_int_equal(summary.optimal, 1);
    assert_close(summary.gated_after, 20, SK_ALMOST); /* (10 + 30) / 2 */
    assert_close(summary.bound, 20, SK_ALMOST);
    close_desk(&d);
}

/* Each costs more than there is, and the budget is the same for all: none is outbid. */
static void each_that_is_too_dear_is_told_so(void **state)
{
    desk d = open_desk("p q r!", "us: p 10 q 10 r 10; them: p 10 q 10 r 10");
    rapport_plan_rejection rejection = {.struct_size = sizeof rejection};
    (void)state;
    add(&d, "a", 7, RAPPORT_NONE, "p", 10);
    add(&d, "b", 8, RAPPORT_NONE, "q", 20);
    add(&d, "c", 3, RAPPORT_NONE, "r", 30);
    assert_close(solve(&d, 5).gated_after, 20, SK_ALMOST); /* (10 + 10 + 40) / 3 */
    for (uint32_t i = 0; i < 2; i++) {
        assert_ok(rapport_plan_get_rejection(d.plan, i, &rejection));
        assert_int_equal(rejection.reason, RAPPORT_REJECTED_BUDGET);
    }
    close_desk(&d);
}

/* Two effects on one criterion: 70 + 20 + 20 end at 100, levels of 50 + 1 + 1 at 100; so the sum of gains is not the gain. */
static void what_goes_beyond_the_end_is_not_counted(void **state)
{
    desk d = open_desk("p q", "us: p 70 q 10");
    uint32_t action;
    (void)state;
    add(&d, "a", 1, RAPPORT_NONE, "p", 20);
    add(&d, "b", 1, RAPPORT_NONE, "p", 20);
    add(&d, "c", 1, RAPPORT_NONE, "q", 15);
    assert_close(solve(&d, 2).gated_after, 57.5, SK_ALMOST); /* (90 + 25) / 2, where a and b give (100 + 10) / 2 */
    close_desk(&d);
    d = open_desk("p#five q", "us: p 3 q 10");
    for (int i = 0; i < 2; i++) {
        assert_ok(rapport_actions_add(d.actions, i ? "b" : "a", NULL, 1, RAPPORT_NONE, &action, NULL));
        assert_ok(
            rapport_actions_add_effect(d.actions, action, sk_node(&d.it, "p"), RAPPORT_NONE, RAPPORT_EFFECT_LEVELS, 1, NULL));
    }
    add(&d, "c", 1, RAPPORT_NONE, "q", 15);
    assert_close(solve(&d, 2).gated_after, 55, SK_ALMOST); /* (100 + 10) / 2, where one of them and c give (75 + 25) / 2 */
    close_desk(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decimal_costs_fit_their_budget),
        cmocka_unit_test(thirds_are_packed_into_phases_as_well),
        cmocka_unit_test(room_that_is_given_back_is_there_again),
        cmocka_unit_test(what_cannot_be_packed_is_not_tried_for_ever),
        cmocka_unit_test(what_is_proven_is_its_own_bound),
        cmocka_unit_test(what_goes_beyond_the_end_is_not_counted),
        cmocka_unit_test(each_that_is_too_dear_is_told_so),
        cmocka_unit_test(each_phase_counts_what_is_in_it_alone),
        cmocka_unit_test(what_is_needed_is_not_later),
    };
    return cmocka_run_group_tests_name("plan_phases", tests, NULL, NULL);
}
