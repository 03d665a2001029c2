/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What is refused at the door: allocators that lack a function, structs of a wrong size, what is not there. */
#include "matrix_kit.h"
#include "ranking_kit.h"
#include "score_kit.h"

#include "rapport/plan.h"

#define REFUSED(call) assert_int_equal((call), RAPPORT_BAD_ARGUMENT)

static void an_allocator_needs_all_its_functions(void **state)
{
    static const double values[] = {1, 0, 0, 1};
    rapport_candidates *m = matrix_make(NULL, 2, 2, NULL, values, 1), *candidates = (void *)1;
    rapport_judgements *j, *judgements = (void *)1;
    rapport_ranking *ranking = (void *)1;
    rapport_sensitivity *sensitivity = (void *)1;
    rapport_dominance *dominance = (void *)1;
    rapport_sampling *sampling = (void *)1;
    rapport_weights *weights = (void *)1;
    rapport_actions *actions = (void *)1;
    rapport_plan *plan = (void *)1;
    tk_heap heap = {0};
    rapport_allocator lame = tk_allocator(&heap);
    sk it = sk_open("p", NULL, "us: p 10", NULL);
    (void)state;
    lame.realloc = NULL;
    assert_ok(rapport_judgements_create(NULL, &j, NULL));
    REFUSED(rapport_candidates_create(&lame, &candidates, NULL));
    REFUSED(rapport_judgements_create(&lame, &judgements, NULL));
    REFUSED(rapport_ranking_compute(m, RAPPORT_WSM, NULL, &lame, &ranking, NULL));
    REFUSED(rapport_sensitivity_create(m, NULL, &lame, &sensitivity, NULL));
    REFUSED(rapport_dominance_create(m, NULL, &lame, &dominance, NULL));
    REFUSED(rapport_sampling_create(m, NULL, &lame, &sampling, NULL));
    REFUSED(rapport_weights_create(RAPPORT_WEIGHTS_POINTS, j, NULL, &lame, &weights, NULL));
    REFUSED(rapport_actions_create(it.model, &lame, &actions));
    assert_true(!candidates && !judgements && !ranking && !sensitivity && !dominance && !sampling && !weights && !actions);
    assert_ok(rapport_actions_create(it.model, NULL, &actions));
    REFUSED(rapport_plan_compute(it.result, actions, NULL, &lame, &plan, NULL));
    assert_null(plan);
    assert_true(heap.calls == 0);
    rapport_actions_destroy(actions);
    rapport_judgements_destroy(j);
    rapport_candidates_destroy(m);
    sk_close(&it);
}

static void options_have_the_size_they_say(void **state)
{
    static const double values[] = {1, 0, 0, 1};
    rapport_candidates *m = matrix_make(NULL, 2, 2, NULL, values, 1);
    rapport_sampling_options draws = {.struct_size = 4};
    rapport_sensitivity_options how = {.struct_size = 4};
    rapport_sensitivity *sensitivity;
    rapport_sampling *sampling;
    (void)state;
    REFUSED(rapport_sampling_create(m, &draws, NULL, &sampling, NULL));
    REFUSED(rapport_sensitivity_create(m, &how, NULL, &sensitivity, NULL));
    assert_true(!sampling && !sensitivity);
    rapport_candidates_destroy(m);
}

static void weights_are_bounded_within_0_and_1_and_not_upside_down(void **state)
{
    static const double wrong[][2] = {{-.1, .5}, {.5, 1.1}, {.6, .5}}, right[][2] = {{0, 1}, {.5, .5}};
    rapport_candidates *m;
    rapport_error error;
    (void)state;
    assert_ok(rapport_candidates_create(NULL, &m, NULL));
    for (int i = 0; i < 3; i++) {
        rapport_candidates_criterion c =
            WITH(.weight = 1, .has = RAPPORT_HAS_WEIGHT_BOUNDS, .weight_lowest = wrong[i][0], .weight_highest = wrong[i][1]);
        assert_int_equal(rapport_candidates_add_criterion(m, "c", &c, NULL, &error), RAPPORT_BAD_VALUE);
        assert_non_null(strstr(error.path, "weight_bounds"));
    }
    for (int i = 0; i < 2; i++)
        add_criterion(m, WITH(.weight = 1, .has = RAPPORT_HAS_WEIGHT_BOUNDS, .weight_lowest = right[i][0],
                              .weight_highest = right[i][1]));
    rapport_candidates_destroy(m);
}

static void what_is_not_there_is_not_handed_out(void **state)
{
    static const double values[] = {1, 0, 0, 1};
    rapport_candidates *m = matrix_make(NULL, 2, 2, NULL, values, 1);
    rapport_candidates_criterion c = {.struct_size = sizeof c};
    rapport_candidates_value v = {.struct_size = sizeof v};
    rapport_actions *actions;
    rapport_plan *plan;
    sk it = sk_open("p", NULL, "us: p 10; them: p 20", NULL);
    uint32_t party = 2;
    (void)state;
    assert_ok(rapport_candidates_get_criterion(m, 1, &c));
    REFUSED(rapport_candidates_get_criterion(m, 2, &c));
    assert_ok(rapport_candidates_get_value(m, 1, 1, &v));
    REFUSED(rapport_candidates_get_value(m, 2, 1, &v));
    REFUSED(rapport_candidates_get_value(m, 1, 2, &v));
    REFUSED(rapport_actions_create(it.model, NULL, NULL));
    REFUSED(rapport_actions_create(NULL, NULL, &actions));
    assert_ok(rapport_actions_create(it.model, NULL, &actions));
    REFUSED(rapport_actions_get_budget(actions, NULL));
    REFUSED(rapport_actions_find_circle(actions, NULL, 0, NULL));
    assert_ok(rapport_actions_add(actions, "a", NULL, 1, RAPPORT_NONE, NULL, NULL));
    assert_ok(rapport_actions_add_effect(actions, 0, sk_node(&it, "p"), party, RAPPORT_EFFECT_POINTS, 5, NULL));
    REFUSED(rapport_plan_compute(it.result, actions, NULL, NULL, &plan, NULL)); /* the third of two parties */
    assert_null(plan);
    rapport_actions_destroy(actions);
    rapport_candidates_destroy(m);
    sk_close(&it);
}

static void a_matrix_has_4096_criteria_at_the_most(void **state)
{
    rapport_candidates *m;
    rapport_candidates_criterion c = WITH(.weight = 1);
    (void)state;
    assert_ok(rapport_candidates_create(NULL, &m, NULL));
    for (uint32_t i = 0; i < RAPPORT_MAX_CRITERIA; i++)
        add_criterion(m, c);
    assert_int_equal(rapport_candidates_add_criterion(m, "more", &c, NULL, NULL), RAPPORT_LIMIT);
    assert_int_equal(rapport_candidates_count_criteria(m), RAPPORT_MAX_CRITERIA);
    rapport_candidates_destroy(m);
}

/* Costs are turned round: an ideal of 0 has no reciprocal. */
static void aras_refuses_an_ideal_it_cannot_turn_round(void **state)
{
    static const double values[] = {1, 2};
    rapport_candidates *m;
    (void)state;
    assert_ok(rapport_candidates_create(NULL, &m, NULL));
    add_criterion(m, WITH(.weight = 1, .direction = RAPPORT_MINIMIZE, .has = RAPPORT_HAS_IDEAL, .ideal = 0));
    assert_ok(rapport_candidates_add_rows(m, 2, values, NULL, NULL));
    expect_refused(m, RAPPORT_ARAS, "optimum", "ideal", 0, RAPPORT_BAD_VALUE, "/criteria/0",
                   "the ideal of a cost must be above 0");
    rapport_candidates_destroy(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_allocator_needs_all_its_functions),
        cmocka_unit_test(options_have_the_size_they_say),
        cmocka_unit_test(weights_are_bounded_within_0_and_1_and_not_upside_down),
        cmocka_unit_test(a_matrix_has_4096_criteria_at_the_most),
        cmocka_unit_test(aras_refuses_an_ideal_it_cannot_turn_round),
        cmocka_unit_test(what_is_not_there_is_not_handed_out),
    };
    return cmocka_run_group_tests_name("doors", tests, NULL, NULL);
}
