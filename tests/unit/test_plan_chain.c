/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* From goals over strategies to actions. Expected numbers by hand. */
#include "measure_kit.h"

/* Goals 0, 1, 2 of weight 5, 3, 2. Strategy 0 serves goal 0, strategy 1 goals 0 and 1, strategy 2 none. Action 0 (ready)
 * carries out strategy 0, actions 1 and 2 (not ready) strategy 1, action 3 (ready) none. */
static double weights[] = {5, 3, 2};
static uint32_t link_strategy[] = {0, 1, 1}, link_goal[] = {0, 0, 1};
static uint32_t step_action[] = {0, 1, 2}, step_strategy[] = {0, 1, 1};
static const int32_t ready[] = {1, 0, 0, 1};

static rapport_plan_links plan_of_all(void)
{
    return (rapport_plan_links){.struct_size = sizeof(rapport_plan_links),
                                .goals = 3,
                                .strategies = 3,
                                .actions = 4,
                                .links = 3,
                                .steps = 3,
                                .goal_weights = weights,
                                .link_strategy = link_strategy,
                                .link_goal = link_goal,
                                .step_action = step_action,
                                .step_strategy = step_strategy,
                                .ready = ready};
}

static rapport_plan_chain chain_of(const rapport_plan_links *plan)
{
    rapport_plan_chain out = {.struct_size = sizeof out};
    assert_ok(rapport_plan_chain_compute(plan, NULL, 0, NULL, 0, &out));
    return out;
}

static rapport_status status_of(const rapport_plan_links *plan)
{
    rapport_plan_chain out = {.struct_size = sizeof out};
    return rapport_plan_chain_compute(plan, NULL, 0, NULL, 0, &out);
}

static void a_vision_is_served_by_strategies_and_backed_by_actions(void **state)
{
    (void)state;
    rapport_plan_links plan = plan_of_all();
    rapport_plan_chain found = chain_of(&plan);
    assert_close(found.served, 0.8, MK_ALMOST); /* goals 0 and 1 */
    assert_close(found.backed, 0.5, MK_ALMOST); /* goal 0, through strategy 0 and action 0 */
    assert_close(found.strategies_acted, 2. / 3, MK_ALMOST);
    assert_close(found.actions_ready, 0.5, 0);
    assert_int_equal(found.aimless, 1);
    assert_int_equal(found.idle, 1);
    assert_int_equal(found.unready, 2);
    plan.goal_weights = NULL;
    assert_close(chain_of(&plan).served, 2. / 3, MK_ALMOST);
    assert_close(chain_of(&plan).backed, 1. / 3, MK_ALMOST);
}

static void dreams_and_orphans_are_named(void **state)
{
    (void)state;
    rapport_plan_links plan = plan_of_all();
    rapport_plan_chain out = {.struct_size = sizeof out};
    uint32_t dreams[] = {99, 99}, orphans[] = {99, 99};
    assert_ok(rapport_plan_chain_compute(&plan, dreams, 2, orphans, 2, &out));
    assert_int_equal(out.dreams, 1);
    assert_int_equal(dreams[0], 2);
    assert_int_equal(dreams[1], 99);
    assert_int_equal(out.orphans, 1);
    assert_int_equal(orphans[0], 3);
    assert_int_equal(orphans[1], 99);
    plan.links = plan.steps = 0;
    assert_ok(rapport_plan_chain_compute(&plan, dreams, 2, orphans, 1, &out));
    assert_int_equal(out.dreams, 3); /* two of which fit */
    assert_int_equal(dreams[0], 0);
    assert_int_equal(dreams[1], 1);
    assert_int_equal(out.orphans, 4);
    assert_int_equal(orphans[0], 0);
    assert_int_equal(orphans[1], 99);
}

static void a_vision_without_a_plan_is_a_dream(void **state)
{
    (void)state;
    rapport_plan_links plan = {.struct_size = sizeof plan, .goals = 2};
    rapport_plan_chain found = chain_of(&plan);
    assert_int_equal(found.dreams, 2);
    plan.goals = 1;
    assert_int_equal(chain_of(&plan).dreams, 1);
    assert_same_bits(found.served, 0);
    assert_same_bits(found.backed, 0);
    assert_same_bits(found.strategies_acted, 0); /* there are none */
    assert_same_bits(found.actions_ready, 0);
}

static void a_link_said_twice_counts_once(void **state)
{
    (void)state;
    static const uint32_t strategies[] = {0, 0, 0}, goals[] = {1, 1, 1};
    rapport_plan_links plan = plan_of_all();
    plan.link_strategy = strategies;
    plan.link_goal = goals;
    assert_close(chain_of(&plan).served, 0.3, MK_ALMOST);
    assert_close(chain_of(&plan).backed, 0.3, MK_ALMOST);
}

static void plans_of_the_largest_size_are_followed_to_their_ends(void **state)
{
    (void)state;
    enum { MOST = RAPPORT_MAX_PLAN };
    static const int32_t all[MOST];
    const uint32_t first_and_last[] = {0, MOST - 1};
    rapport_plan_links plan = {.struct_size = sizeof plan,
                               .goals = MOST,
                               .strategies = MOST,
                               .actions = MOST,
                               .links = 2,
                               .steps = 2,
                               .link_strategy = first_and_last,
                               .link_goal = first_and_last,
                               .step_action = first_and_last,
                               .step_strategy = first_and_last,
                               .ready = all};
    rapport_plan_chain found = chain_of(&plan);
    assert_int_equal(found.dreams, MOST - 2);
    assert_int_equal(found.orphans, MOST - 2);
    assert_int_equal(found.unready, MOST);
    assert_close(found.served, 2. / MOST, 0);
    plan.goals = MOST + 1;
    assert_int_equal(status_of(&plan), RAPPORT_LIMIT);
    plan.goals = MOST;
    plan.strategies = MOST + 1;
    assert_int_equal(status_of(&plan), RAPPORT_LIMIT);
    plan.strategies = MOST;
    plan.actions = MOST + 1;
    assert_int_equal(status_of(&plan), RAPPORT_LIMIT);
}

static void links_to_nothing_are_refused(void **state)
{
    (void)state;
    rapport_plan_links plan = plan_of_all();
    uint32_t *ends[] = {&link_strategy[2], &link_goal[2], &step_action[2], &step_strategy[2]};
    const uint32_t past[] = {3, 3, 4, 3};
    for (int i = 0; i < 4; i++) {
        uint32_t kept = *ends[i];
        *ends[i] = past[i];
        assert_int_equal(status_of(&plan), RAPPORT_BAD_ARGUMENT);
        *ends[i] = past[i] - 1;
        assert_ok(status_of(&plan));
        *ends[i] = kept;
    }
}

static void a_plan_that_is_none_is_refused(void **state)
{
    (void)state;
    rapport_plan_links plan = plan_of_all();
    rapport_plan_chain out = {.struct_size = sizeof out};
    uint32_t room[1];
    mk_assert_range(weights[2], 0, 1e300, rapport_plan_chain_compute(&plan, room, 1, room, 1, &out));
    mk_assert_struct(out, rapport_plan_chain_compute(&plan, room, 1, room, 1, &out));
    mk_assert_struct(plan, rapport_plan_chain_compute(&plan, room, 1, room, 1, &out));
    assert_int_equal(rapport_plan_chain_compute(NULL, room, 1, room, 1, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_plan_chain_compute(&plan, NULL, 1, room, 1, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_plan_chain_compute(&plan, room, 1, NULL, 1, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_plan_chain_compute(&plan, room, 1, room, 1, NULL), RAPPORT_BAD_ARGUMENT);
    plan.link_strategy = NULL;
    assert_int_equal(status_of(&plan), RAPPORT_BAD_ARGUMENT);
    plan = plan_of_all();
    plan.link_goal = NULL;
    assert_int_equal(status_of(&plan), RAPPORT_BAD_ARGUMENT);
    plan = plan_of_all();
    plan.step_action = NULL;
    assert_int_equal(status_of(&plan), RAPPORT_BAD_ARGUMENT);
    plan = plan_of_all();
    plan.step_strategy = NULL;
    assert_int_equal(status_of(&plan), RAPPORT_BAD_ARGUMENT);
    plan = plan_of_all();
    plan.ready = NULL;
    assert_int_equal(status_of(&plan), RAPPORT_BAD_ARGUMENT);
    plan = plan_of_all();
    plan.goals = 0;
    assert_int_equal(status_of(&plan), RAPPORT_UNDEFINED);
    plan = plan_of_all();
    plan.goal_weights = (const double[]){0, 0, 0};
    assert_int_equal(status_of(&plan), RAPPORT_UNDEFINED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_vision_is_served_by_strategies_and_backed_by_actions),
        cmocka_unit_test(dreams_and_orphans_are_named),
        cmocka_unit_test(a_vision_without_a_plan_is_a_dream),
        cmocka_unit_test(a_link_said_twice_counts_once),
        cmocka_unit_test(plans_of_the_largest_size_are_followed_to_their_ends),
        cmocka_unit_test(links_to_nothing_are_refused),
        cmocka_unit_test(a_plan_that_is_none_is_refused),
    };
    return cmocka_run_group_tests_name("plan_chain", tests, NULL, NULL);
}
