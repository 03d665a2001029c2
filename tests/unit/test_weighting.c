/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Points, swing down a tree, orders of importance, several raters as one, and the tables of names. */
#include "rapport/weighting.h"

#include <math.h>
#include <string.h>

#include "rapport/draft.h"
#include "testkit.h"

static double sum_of(const double *x, uint32_t count)
{
    double sum = 0;
    for (uint32_t i = 0; i < count; i++)
        sum += x[i];
    return sum;
}

static void every_method_has_a_name_of_its_own_a_title_and_an_input(void **state)
{
    (void)state;
    for (int32_t m = RAPPORT_WEIGHTS_POINTS; m < RAPPORT_WEIGHTS_END; m++) {
        assert_true(rapport_weighting_name(m) && *rapport_weighting_title(m) && rapport_weighting_input(m));
        for (int32_t other = RAPPORT_WEIGHTS_POINTS; other < m; other++)
            assert_string_not_equal(rapport_weighting_name(m), rapport_weighting_name(other));
    }
    assert_string_equal(rapport_weighting_name(RAPPORT_WEIGHTS_BEST_WORST), "bwm");
    assert_int_equal(rapport_weighting_input(RAPPORT_WEIGHTS_EQUAL), RAPPORT_FROM_EITHER);
    assert_null(rapport_weighting_name(0));
    assert_null(rapport_weighting_title(RAPPORT_WEIGHTS_END));
    assert_int_equal(rapport_weighting_input(-1), 0);
}

static void points_are_divided_by_their_sum(void **state)
{
    double points[] = {40, 0, 35, 25}, weights[4];
    (void)state;
    assert_ok(rapport_point_weights_compute(points, 4, weights, NULL));
    assert_close(weights[0], .4, 1e-16);
    assert_same_bits(weights[1], 0);
    assert_close(weights[2], .35, 1e-16);
    assert_ok(rapport_point_weights_compute(points, 4, points, NULL)); /* in place */
    assert_memory_equal(points, weights, sizeof weights);
}

static void points_that_are_none_are_refused_and_nothing_is_written(void **state)
{
    static const double wrong[] = {-1, NAN, INFINITY, 1e-13, 1e13};
    double points[] = {1, 1, 0}, weights[] = {7, 7, 7};
    rapport_error error;
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        points[2] = wrong[i];
        assert_int_equal(rapport_point_weights_compute(points, 3, weights, &error), RAPPORT_BAD_VALUE);
        assert_string_equal(error.path, "/points/2");
        assert_close(weights[0], 7, 0);
    }
    memset(points, 0, sizeof points);
    assert_int_equal(rapport_point_weights_compute(points, 3, weights, NULL), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_point_weights_compute(points, 0, weights, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_point_weights_compute(NULL, 3, weights, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_point_weights_compute(points, 3, NULL, NULL), RAPPORT_BAD_ARGUMENT);
}

static void criteria_have_a_limit(void **state)
{
    static double points[RAPPORT_MAX_CRITERIA + 1], weights[RAPPORT_MAX_CRITERIA + 1];
    (void)state;
    for (uint32_t i = 0; i <= RAPPORT_MAX_CRITERIA; i++)
        points[i] = 1;
    assert_ok(rapport_point_weights_compute(points, RAPPORT_MAX_CRITERIA, weights, NULL));
    assert_close(weights[4095], 1.0 / 4096, 0);
    assert_int_equal(rapport_point_weights_compute(points, RAPPORT_MAX_CRITERIA + 1, weights, NULL), RAPPORT_LIMIT);
    assert_ok(rapport_rank_weights_compute(RAPPORT_WEIGHTS_ROC, points, RAPPORT_MAX_CRITERIA, weights, NULL));
    assert_close(weights[17], 1.0 / 4096, 1e-18); /* all of one rank */
    assert_int_equal(rapport_rank_weights_compute(RAPPORT_WEIGHTS_ROC, points, RAPPORT_MAX_CRITERIA + 1, weights, NULL),
                     RAPPORT_LIMIT);
}

/* Closed forms for four criteria. Centroid: Barron and Barrett 1996, table 1: .5208 .2708 .1458 .0625. */
static void orders_of_importance_have_their_closed_forms(void **state)
{
    static const double ranks[] = {2, 1, 4, 3};
    static const double expected[3][4] = {
        {.3, .4, .1, .2}, {6 / 25.0, 12 / 25.0, 3 / 25.0, 4 / 25.0}, {13 / 48.0, 25 / 48.0, 3 / 48.0, 7 / 48.0}};
    double weights[4];
    (void)state;
    for (int32_t m = 0; m < 3; m++) {
        assert_ok(rapport_rank_weights_compute(RAPPORT_WEIGHTS_RANK_SUM + m, ranks, 4, weights, NULL));
        for (int i = 0; i < 4; i++)
            assert_close(weights[i], expected[m][i], 1e-15);
    }
}

/* Places 2 and 3 of 4: rank sum (3 + 2)/2 of 10, reciprocal (1/2 + 1/3)/2 of 25/12, centroid (13/48 + 7/48)/2. */
static void equal_ranks_share_the_weights_of_their_places(void **state)
{
    static const double ways[4][4] = {{1, 2, 2, 4}, {1, 2, 2, 3}, {1, 2.5, 2.5, 4}, {1, 3, 3, 4}};
    static const double expected[3] = {.25, 5 / 25.0, 10 / 48.0};
    double weights[4];
    (void)state;
    for (int way = 0; way < 4; way++)
        for (int32_t m = 0; m < 3; m++) {
            assert_ok(rapport_rank_weights_compute(RAPPORT_WEIGHTS_RANK_SUM + m, ways[way], 4, weights, NULL));
            assert_close(weights[1], expected[m], 1e-15);
            assert_close(weights[2], expected[m], 1e-15);
            assert_close(sum_of(weights, 4), 1, 1e-15);
        }
}

static void ranks_that_are_none_are_refused(void **state)
{
    static const double wrong[] = {0, 4.5, -1, NAN};
    double ranks[] = {1, 2, 3, 4}, weights[4];
    rapport_error error;
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        ranks[3] = wrong[i];
        assert_int_equal(rapport_rank_weights_compute(RAPPORT_WEIGHTS_ROC, ranks, 4, weights, &error), RAPPORT_BAD_VALUE);
        assert_string_equal(error.path, "/ranks/3");
    }
    assert_int_equal(rapport_rank_weights_compute(RAPPORT_WEIGHTS_AHP, ranks, 3, weights, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_rank_weights_compute(RAPPORT_WEIGHTS_ROC, ranks, 0, weights, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_rank_weights_compute(RAPPORT_WEIGHTS_ROC, NULL, 3, weights, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_rank_weights_compute(RAPPORT_WEIGHTS_ROC, ranks, 3, NULL, NULL), RAPPORT_BAD_ARGUMENT);
}

/* By hand: groups 100 : 60 are .625 and .375; in the first 100 : 50 : 50, of which the last holds two of 80 : 20. */
static void swing_weights_are_products_down_the_tree(void **state)
{
    static const double points[] = {100, 60, 100, 50, 50, 100, 80, 20};
    static const uint32_t parents[] = {RAPPORT_NONE, RAPPORT_NONE, 0, 0, 0, 1, 4, 4};
    static const double expected[] = {.625, .375, .3125, .15625, .15625, .375, .125, .03125};
    double weights[8];
    (void)state;
    assert_ok(rapport_swing_weights_compute(points, parents, 8, weights, NULL));
    for (int i = 0; i < 8; i++)
        assert_close(weights[i], expected[i], 1e-16);
    assert_ok(rapport_swing_weights_compute(points, NULL, 3, weights, NULL)); /* without a tree: 100, 60, 100 */
    assert_close(weights[1], 60 / 260.0, 1e-16);
}

static void a_group_without_points_takes_what_is_in_it_along(void **state)
{
    static const double points[] = {0, 10, 0, 0, 5};
    static const uint32_t parents[] = {RAPPORT_NONE, RAPPORT_NONE, 0, 0, 1};
    static const double expected[] = {0, 1, 0, 0, 1};
    double weights[5];
    (void)state;
    assert_ok(rapport_swing_weights_compute(points, parents, 5, weights, NULL));
    for (int i = 0; i < 5; i++)
        assert_close(weights[i], expected[i], 0);
}

static void swing_points_that_cannot_be_shared_are_refused(void **state)
{
    double points[] = {1, 2, 0, 0}, weights[4];
    uint32_t parents[] = {RAPPORT_NONE, RAPPORT_NONE, 1, 1};
    rapport_error error;
    (void)state;
    assert_int_equal(rapport_swing_weights_compute(points, parents, 4, weights, &error), RAPPORT_UNDEFINED);
    assert_string_equal(error.path, "/points/1");
    points[3] = -1;
    assert_int_equal(rapport_swing_weights_compute(points, parents, 4, weights, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/points/3");
    points[3] = 1;
    parents[2] = 2; /* its own parent */
    assert_int_equal(rapport_swing_weights_compute(points, parents, 4, weights, &error), RAPPORT_BAD_ARGUMENT);
    parents[2] = 3; /* one that comes later */
    assert_int_equal(rapport_swing_weights_compute(points, parents, 4, weights, NULL), RAPPORT_BAD_ARGUMENT);
    points[0] = points[1] = 0;
    parents[2] = 1;
    assert_int_equal(rapport_swing_weights_compute(points, parents, 4, weights, NULL), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_swing_weights_compute(points, parents, 0, weights, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_swing_weights_compute(NULL, parents, 4, weights, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_swing_weights_compute(points, parents, RAPPORT_MAX_NODES + 1, weights, NULL), RAPPORT_LIMIT);
}

static rapport_model *small_model(void)
{
    rapport_draft *draft;
    rapport_model *model;
    uint32_t scale, group;
    assert_ok(rapport_draft_create("m", "1", NULL, &draft, NULL));
    assert_ok(rapport_draft_add_yesno(draft, "s", &scale, NULL));
    assert_ok(rapport_draft_add_group(draft, RAPPORT_ROOT, "care", 3, &group, NULL));
    assert_ok(rapport_draft_add_criterion(draft, group, "trust", 1, scale, NULL, NULL));
    assert_ok(rapport_draft_add_criterion(draft, group, "talk", 1, scale, NULL, NULL));
    assert_ok(rapport_draft_add_criterion(draft, RAPPORT_ROOT, "price", 1, scale, NULL, NULL));
    assert_ok(rapport_draft_add_criterion(draft, RAPPORT_ROOT, "size", 1, scale, &group, NULL));
    assert_ok(rapport_draft_set_informational(draft, group, 1, NULL));
    assert_ok(rapport_draft_add_band(draft, "all", 0, NULL, NULL));
    assert_ok(rapport_draft_build(draft, &model, NULL));
    rapport_draft_destroy(draft);
    return model;
}

/* Model order: root, care, trust, talk, price, size. 100 : 50 at the top, 100 : 25 within care; size is shown only. */
static void swing_weights_take_the_place_of_a_models_own(void **state)
{
    rapport_model *model = small_model();
    double points[] = {-1, 100, 100, 25, 50, NAN}, weights[6];
    static const double expected[] = {1, 2 / 3.0, 8 / 15.0, 2 / 15.0, 1 / 3.0, 0};
    rapport_error error;
    (void)state;
    assert_ok(rapport_model_swing_weights_compute(model, points, weights, NULL));
    for (int i = 0; i < 6; i++)
        assert_close(weights[i], expected[i], 2e-16);
    points[2] = points[3] = 0;
    assert_int_equal(rapport_model_swing_weights_compute(model, points, weights, &error), RAPPORT_UNDEFINED);
    assert_string_equal(error.path, "/criteria/care");
    points[3] = INFINITY;
    assert_int_equal(rapport_model_swing_weights_compute(model, points, weights, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/criteria/talk");
    assert_int_equal(rapport_model_swing_weights_compute(model, NULL, weights, NULL), RAPPORT_BAD_ARGUMENT);
    rapport_model_destroy(model);
}

/* (2 * .5 + .2) / 3 = .4; geometrically (.25 .2)^(1/3) : (.25 .8)^(1/3) with weights 2 and 1, that is 1 : 4^(1/3). */
static void raters_are_joined_by_either_mean(void **state)
{
    static const double rows[] = {.5, .5, .2, .8}, raters[] = {2, 1};
    double weights[2], ratio = pow(4, 1 / 3.0);
    (void)state;
    assert_ok(rapport_weights_combine_compute(rows, 2, 2, raters, RAPPORT_COMBINE_PRIORITIES, weights, NULL));
    assert_close(weights[0], .4, 1e-16);
    assert_close(weights[1], .6, 2e-16);
    assert_ok(rapport_weights_combine_compute(rows, 2, 2, raters, RAPPORT_COMBINE_PRIORITIES_GEOMETRIC, weights, NULL));
    assert_close(weights[0], 1 / (1 + ratio), 2e-16);
    assert_ok(rapport_weights_combine_compute(rows, 2, 2, NULL, RAPPORT_COMBINE_PRIORITIES, weights, NULL));
    assert_close(weights[0], .35, 1e-16);
}

static void raters_who_leave_nothing_have_no_joint_weights(void **state)
{
    double rows[] = {1, 0, 0, 1}, weights[2], raters[] = {1, 0};
    rapport_error error;
    (void)state;
    assert_ok(rapport_weights_combine_compute(rows, 2, 2, NULL, RAPPORT_COMBINE_PRIORITIES, weights, NULL));
    assert_int_equal(rapport_weights_combine_compute(rows, 2, 2, NULL, RAPPORT_COMBINE_PRIORITIES_GEOMETRIC, weights, NULL),
                     RAPPORT_UNDEFINED);
    assert_int_equal(rapport_weights_combine_compute(rows, 2, 2, raters, RAPPORT_COMBINE_PRIORITIES, weights, &error),
                     RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/raters/1");
    rows[3] = 1.5;
    assert_int_equal(rapport_weights_combine_compute(rows, 2, 2, NULL, RAPPORT_COMBINE_PRIORITIES, weights, NULL),
                     RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_weights_combine_compute(rows, 2, 2, NULL, RAPPORT_COMBINE_JUDGEMENTS, weights, NULL),
                     RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_weights_combine_compute(rows, 0, 2, NULL, 0, weights, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_weights_combine_compute(NULL, 1, 2, NULL, 0, weights, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_weights_combine_compute(rows, RAPPORT_MAX_RATERS + 1, 2, NULL, 0, weights, NULL), RAPPORT_LIMIT);
    assert_int_equal(rapport_weights_combine_compute(rows, 1, RAPPORT_MAX_CRITERIA + 1, NULL, 0, weights, NULL), RAPPORT_LIMIT);
}

/* Saaty 1980, p. 21; Saaty 2005, p. 31; Alonso and Lamata 2006: (2.7699 n - 4.3513 - n) / (n - 1), .9095 for 4. */
static void random_indices_are_those_of_their_tables(void **state)
{
    double ri;
    (void)state;
    assert_ok(rapport_random_index_compute(RAPPORT_RANDOM_SAATY_1980, 7, &ri));
    assert_close(ri, 1.32, 0);
    assert_ok(rapport_random_index_compute(RAPPORT_RANDOM_SAATY_1980, 15, &ri));
    assert_close(ri, 1.59, 0);
    assert_ok(rapport_random_index_compute(RAPPORT_RANDOM_SAATY_2005, 3, &ri));
    assert_close(ri, .52, 0);
    assert_ok(rapport_random_index_compute(RAPPORT_RANDOM_ALONSO_LAMATA, 4, &ri));
    assert_close(ri, 2.7283 / 3, 1e-15);
    for (int32_t table = 0; table < RAPPORT_RANDOM_END; table++) {
        assert_ok(rapport_random_index_compute(table, 2, &ri));
        assert_same_bits(ri, 0);
        assert_non_null(rapport_random_index_name(table));
        assert_int_equal(rapport_random_index_compute(table, 16, &ri),
                         table == RAPPORT_RANDOM_ALONSO_LAMATA ? RAPPORT_OK : RAPPORT_UNDEFINED);
    }
    assert_null(rapport_random_index_name(RAPPORT_RANDOM_END));
    assert_null(rapport_random_index_name(-1));
    assert_int_equal(rapport_random_index_compute(RAPPORT_RANDOM_END, 3, &ri), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_random_index_compute(0, 3, NULL), RAPPORT_BAD_ARGUMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_method_has_a_name_of_its_own_a_title_and_an_input),
        cmocka_unit_test(points_are_divided_by_their_sum),
        cmocka_unit_test(points_that_are_none_are_refused_and_nothing_is_written),
        cmocka_unit_test(criteria_have_a_limit),
        cmocka_unit_test(orders_of_importance_have_their_closed_forms),
        cmocka_unit_test(equal_ranks_share_the_weights_of_their_places),
        cmocka_unit_test(ranks_that_are_none_are_refused),
        cmocka_unit_test(swing_weights_are_products_down_the_tree),
        cmocka_unit_test(a_group_without_points_takes_what_is_in_it_along),
        cmocka_unit_test(swing_points_that_cannot_be_shared_are_refused),
        cmocka_unit_test(swing_weights_take_the_place_of_a_models_own),
        cmocka_unit_test(raters_are_joined_by_either_mean),
        cmocka_unit_test(raters_who_leave_nothing_have_no_joint_weights),
        cmocka_unit_test(random_indices_are_those_of_their_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
