/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "testkit.h"

#include <math.h>

#include "matrix_kit.h"

static rapport_sensitivity *analyse(rapport_candidates *candidates)
{
    rapport_sensitivity *made;
    assert_ok(rapport_sensitivity_create(candidates, NULL, NULL, &made, NULL));
    return made;
}

static rapport_weight_interval interval_of(const rapport_sensitivity *s, uint32_t criterion)
{
    rapport_weight_interval out = {.struct_size = sizeof out};
    assert_ok(rapport_sensitivity_get_interval(s, criterion, &out));
    return out;
}

static void assert_interval(const rapport_sensitivity *s, uint32_t criterion, double winner_low, double winner_high,
                            double order_low, double order_high)
{
    rapport_weight_interval i = interval_of(s, criterion);
    assert_close(i.winner_low, winner_low, 1e-12);
    assert_close(i.winner_high, winner_high, 1e-12);
    assert_close(i.order_low, order_low, 1e-12);
    assert_close(i.order_high, order_high, 1e-12);
}

static rapport_weight_change change_of(const rapport_sensitivity *s, int32_t measure)
{
    rapport_weight_change out = {.struct_size = sizeof out};
    assert_ok(rapport_sensitivity_get_change(s, measure, &out));
    return out;
}

static void drop(rapport_sensitivity *s, rapport_candidates *c)
{
    rapport_sensitivity_destroy(s);
    rapport_candidates_destroy(c);
}

/* (1, 0) against (0, 1) with .7 and .3: level where both weights are .5. */
static void two_criteria_change_places_where_their_weights_are_equal(void **state)
{
    const double weights[] = {7, 3}, values[] = {1, 0, 0, 1};
    rapport_candidates *c = matrix_make(NULL, 2, 2, weights, values, 1);
    rapport_sensitivity *s = analyse(c);
    rapport_weight_change change = change_of(s, RAPPORT_CHANGE_EUCLIDEAN);
    double score, rank;
    (void)state;
    assert_ok(rapport_sensitivity_get_score(s, 0, &score, &rank));
    assert_close(score, 0.7, 1e-15);
    assert_close(rank, 1, 0);
    assert_int_equal(rapport_sensitivity_first(s), 0);
    assert_interval(s, 0, 0.5, 1, 0.5, 1);
    assert_interval(s, 1, 0, 0.5, 0, 0.5);
    assert_close(change.size, sqrt(0.08), 1e-12);
    assert_int_equal(change.candidate, 1);
    assert_int_equal(change.criterion, RAPPORT_NONE);
    assert_close(rapport_sensitivity_change_weight(s, RAPPORT_CHANGE_EUCLIDEAN, 0), 0.5, 1e-12);
    change = change_of(s, RAPPORT_CHANGE_ABSOLUTE);
    assert_close(change.size, 0.2, 1e-12);
    change = change_of(s, RAPPORT_CHANGE_RELATIVE); /* .2 of .7; the other would be .2 of .3 */
    assert_close(change.size, 2.0 / 7, 1e-12);
    assert_int_equal(change.criterion, 0);
    assert_close(change.to, 0.5, 1e-12);
    drop(s, c);
}

/* Triantaphyllou and Sanchez 1997: the smallest change of one weight that turns two candidates round is their difference in
 * score by that on the criterion. By hand for the first and third of four: scores .31622 and .26230 before weights are
 * normalised, .1421 apart on the first criterion; to be level it needs .3794 more, .7071 of 1.3795 in all. */
static void one_weight_changes_as_triantaphyllou_and_sanchez_say(void **state)
{
    const double weights[] = {.3277, .3058, .2876, .0790}, scores[] = {.3162, .2767, .2622, .1449};
    const double values[] = {.3088, .2897, .3867, .1922, .2163, .3458, .1755, .6288,
                             .4509, .2473, .1194, .0575, .0240, .1172, .3184, .1215};
    rapport_candidates *c = matrix_make(NULL, 4, 4, weights, values, 1);
    rapport_sensitivity *s = analyse(c);
    /* By hand: A1 - A3 is -.1421 on the first, and .1004827 / .6724 on the others. */
    double rest = (.3058 * .0424 + .2876 * .2673 + .0790 * .1347) / .6724;
    (void)state;
    for (uint32_t i = 0; i < 4; i++) {
        double score, rank;
        assert_ok(rapport_sensitivity_get_score(s, i, &score, &rank));
        assert_close(score, scores[i], 1e-4);
        assert_close(rank, i + 1.0, 0);
    }
    assert_close(interval_of(s, 0).winner_high, .7071 / 1.3795, 1e-4);
    assert_close(interval_of(s, 0).winner_high, rest / (rest + .1421), 1e-12);
    assert_close(interval_of(s, 0).winner_low, 0, 0);
    drop(s, c);
}

/* Lead (1, -1, .5) from (.8, .15, .05): the plane's nearest point has a negative third weight, so the nearest of the simplex
 * lies on its edge, (.5, .5, 0). */
static void the_nearest_weights_stay_on_the_simplex(void **state)
{
    const double weights[] = {.8, .15, .05}, values[] = {1, 0, 1, 0, 1, .5};
    rapport_candidates *c = matrix_make(NULL, 2, 3, weights, values, 1);
    rapport_sensitivity *s = analyse(c);
    (void)state;
    assert_close(change_of(s, RAPPORT_CHANGE_EUCLIDEAN).size, sqrt(.09 + .1225 + .0025), 1e-12);
    assert_close(rapport_sensitivity_change_weight(s, RAPPORT_CHANGE_EUCLIDEAN, 0), .5, 1e-12);
    assert_close(rapport_sensitivity_change_weight(s, RAPPORT_CHANGE_EUCLIDEAN, 1), .5, 1e-12);
    assert_close(rapport_sensitivity_change_weight(s, RAPPORT_CHANGE_EUCLIDEAN, 2), 0, 1e-12);
    drop(s, c);
}

static void nothing_puts_a_dominated_candidate_first(void **state)
{
    const double values[] = {1, .5, .9, .5};
    rapport_candidates *c = matrix_make(NULL, 2, 2, NULL, values, 1);
    rapport_sensitivity *s = analyse(c);
    rapport_weight_change change = {.struct_size = sizeof change};
    (void)state;
    for (int32_t i = 0; i < RAPPORT_CHANGE_END; i++)
        assert_int_equal(rapport_sensitivity_get_change(s, i, &change), RAPPORT_UNDEFINED);
    assert_interval(s, 0, 0, 1, 0, 1);
    assert_interval(s, 1, 0, 1, 0, 1);
    drop(s, c);
}

/* Both have .5 at equal weights, and part as soon as these move; the third never matters to the first place. */
static void a_tie_is_kept_at_one_weight_only(void **state)
{
    const double values[] = {1, 0, 0, 1, .1, .1};
    rapport_candidates *c = matrix_make(NULL, 3, 2, NULL, values, 1);
    rapport_sensitivity *s = analyse(c);
    double score, rank;
    (void)state;
    assert_interval(s, 0, .5, .5, .5, .5);
    assert_close(change_of(s, RAPPORT_CHANGE_EUCLIDEAN).size, 0, 0);
    assert_int_equal(change_of(s, RAPPORT_CHANGE_ABSOLUTE).candidate, 1);
    for (uint32_t i = 0; i < 2; i++) {
        assert_ok(rapport_sensitivity_get_score(s, i, &score, &rank));
        assert_close(rank, 1.5, 0);
    }
    drop(s, c);
}

/* .1 + .2 and .3 differ in their last bit; so do the scores, which are tied all the same, at every weight. */
static void ties_are_found_beyond_the_last_bit(void **state)
{
    const double values[] = {.1 + .2, .5, .3, .5};
    rapport_candidates *c = matrix_make(NULL, 2, 2, NULL, values, 1);
    rapport_sensitivity *s = analyse(c);
    double score, rank;
    (void)state;
    assert_ok(rapport_sensitivity_get_score(s, 1, &score, &rank));
    assert_close(rank, 1.5, 0);
    assert_interval(s, 0, 0, 1, 0, 1);
    drop(s, c);
}

static void one_candidate_is_first_whatever_happens(void **state)
{
    const double values[] = {.3, .4};
    rapport_candidates *c = matrix_make(NULL, 1, 2, NULL, values, 1);
    rapport_sensitivity *s = analyse(c);
    rapport_leave_one_out out = {.struct_size = sizeof out};
    rapport_weight_change change = {.struct_size = sizeof change};
    rapport_tornado tornado = {.struct_size = sizeof tornado};
    (void)state;
    assert_interval(s, 0, 0, 1, 0, 1);
    assert_int_equal(rapport_sensitivity_get_change(s, 0, &change), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_sensitivity_get_without_candidate(s, 0, &out), RAPPORT_UNDEFINED);
    assert_ok(rapport_sensitivity_get_without_criterion(s, 0, &out));
    assert_int_equal(out.has_tau, 0);
    assert_ok(rapport_sensitivity_get_tornado(s, 0, &tornado));
    assert_close(tornado.low_margin, 0, 0);
    drop(s, c);
}

/* The normalised weight of a single criterion, or of the only one with weight, can be nothing but 1. */
static void all_the_weight_stays_where_it_is(void **state)
{
    const double weights[] = {5, 0}, values[] = {.3, 1, .4, 0};
    rapport_candidates *c = matrix_make(NULL, 2, 2, weights, values, 1);
    rapport_sensitivity *s = analyse(c);
    rapport_leave_one_out out = {.struct_size = sizeof out};
    rapport_tornado tornado = {.struct_size = sizeof tornado};
    (void)state;
    assert_interval(s, 0, 1, 1, 1, 1);
    /* At t on the second: (1 - t) .1 - t = 0 for t = 1/11. */
    assert_interval(s, 1, 0, 1.0 / 11, 0, 1.0 / 11);
    assert_int_equal(rapport_sensitivity_get_without_criterion(s, 0, &out), RAPPORT_UNDEFINED);
    assert_ok(rapport_sensitivity_get_tornado(s, 0, &tornado));
    assert_close(tornado.low, 1, 0);
    assert_close(tornado.high, 1, 0);
    drop(s, c);
}

/* Directions, bounds and the ends of the data: cost 10..20 is 1..0, the benefit lies at a quarter of its bounds, and a constant
 * column is 1 for all. */
static void values_are_scaled_by_bounds_or_data(void **state)
{
    const double values[] = {10, 25, 7, 20, 50, 7, 15, 75, 7};
    rapport_candidates_criterion cost = {.struct_size = sizeof cost, .weight = 1, .direction = RAPPORT_MINIMIZE};
    rapport_candidates_criterion gain = {
        .struct_size = sizeof gain, .weight = 2, .has = RAPPORT_HAS_BOUNDS, .lowest = 0, .highest = 100};
    rapport_candidates_criterion same = {.struct_size = sizeof same, .weight = 1};
    rapport_candidates *c;
    rapport_sensitivity *s;
    double score, rank;
    (void)state;
    assert_ok(rapport_candidates_create(NULL, &c, NULL));
    assert_ok(rapport_candidates_add_criterion(c, "cost", &cost, NULL, NULL));
    assert_ok(rapport_candidates_add_criterion(c, "gain", &gain, NULL, NULL));
    assert_ok(rapport_candidates_add_criterion(c, "same", &same, NULL, NULL));
    assert_ok(rapport_candidates_add_rows(c, 3, values, NULL, NULL));
    s = analyse(c);
    assert_ok(rapport_sensitivity_get_score(s, 0, &score, &rank));
    assert_close(score, (1 + 2 * .25 + 1) / 4, 1e-15);
    assert_ok(rapport_sensitivity_get_score(s, 1, &score, &rank));
    assert_close(score, (0 + 2 * .5 + 1) / 4, 1e-15);
    assert_ok(rapport_sensitivity_get_score(s, 2, &score, &rank));
    assert_close(score, (.5 + 2 * .75 + 1) / 4, 1e-15);
    drop(s, c);
}

/* Rank reversal by scaling. Values (10, 1), (6, 4), (0, 5) with weights .5: scaled (1, 0), (.6, .75), (0, 1), so the second is
 * first with .675 before .5 and .5. Without the third: (1, 0), (0, 1), level. */
static void a_candidate_that_leaves_can_turn_the_others_round(void **state)
{
    const double values[] = {10, 1, 6, 4, 0, 5};
    rapport_candidates *c = matrix_make(NULL, 3, 2, NULL, values, 0);
    rapport_sensitivity *s = analyse(c);
    rapport_leave_one_out out = {.struct_size = sizeof out};
    (void)state;
    assert_int_equal(rapport_sensitivity_first(s), 1);
    assert_ok(rapport_sensitivity_get_without_candidate(s, 2, &out));
    assert_int_equal(out.winner_changes, 1);
    assert_int_equal(out.order_changes, 1);
    assert_int_equal(out.first, 0);
    assert_int_equal(out.has_tau, 0);
    assert_ok(rapport_sensitivity_get_without_candidate(s, 1, &out)); /* it holds no end */
    assert_int_equal(out.winner_changes, 0);
    assert_int_equal(out.first, 0);
    drop(s, c);
}

/* Orders 1 2 3 and 3 1 2: one pair agrees, two do not. */
static void tau_counts_pairs(void **state)
{
    const double values[] = {1, .2, .5, .5, 0, .4};
    rapport_candidates *c = matrix_make(NULL, 3, 2, NULL, values, 1); /* .6 .5 .2: order 1 2 3 */
    rapport_sensitivity *s = analyse(c);
    rapport_leave_one_out out = {.struct_size = sizeof out};
    (void)state;
    assert_ok(rapport_sensitivity_get_without_criterion(s, 0, &out)); /* .2 .5 .4: order 3 1 2; pairs: - - + */
    assert_int_equal(out.first, 1);
    assert_int_equal(out.winner_changes, 1);
    assert_close(out.tau, -1.0 / 3, 1e-15);
    assert_ok(rapport_sensitivity_get_without_criterion(s, 1, &out)); /* 1 .5 0 */
    assert_int_equal(out.order_changes, 0);
    assert_close(out.tau, 1, 0);
    drop(s, c);
}

/* The weight .7 goes to .56 and .84; the score of (1, 0) with it, and its lead over (0, 1) to .12 and .68. */
static void the_tornado_moves_each_weight(void **state)
{
    const double weights[] = {7, 3}, values[] = {1, 0, 0, 1};
    rapport_candidates *c = matrix_make(NULL, 2, 2, weights, values, 1);
    rapport_sensitivity_options whole = {.struct_size = sizeof whole, .whole_range = 1};
    rapport_sensitivity *s = analyse(c);
    rapport_tornado t = {.struct_size = sizeof t};
    (void)state;
    assert_ok(rapport_sensitivity_get_tornado(s, 0, &t));
    assert_close(t.low, .56, 1e-15);
    assert_close(t.high, .84, 1e-15);
    assert_close(t.low_score, .56, 1e-15);
    assert_close(t.low_margin, .12, 1e-15);
    assert_close(t.high_margin, .68, 1e-15);
    assert_int_equal(t.low_first, 0);
    rapport_sensitivity_destroy(s);
    assert_ok(rapport_sensitivity_create(c, &whole, NULL, &s, NULL));
    assert_ok(rapport_sensitivity_get_tornado(s, 0, &t));
    assert_close(t.low_margin, -1, 0);
    assert_close(t.high_margin, 1, 0);
    assert_int_equal(t.low_first, 1);
    drop(s, c);
}

static void knocked_out_candidates_take_no_part(void **state)
{
    const double values[] = {1, 1, .7, 0, 0, .6};
    rapport_candidates *c = matrix_make(NULL, 3, 2, NULL, values, 1);
    rapport_sensitivity *s;
    rapport_leave_one_out out = {.struct_size = sizeof out};
    rapport_error error;
    double score, rank;
    (void)state;
    assert_ok(rapport_candidates_set_excluded(c, 0, "a gate", NULL));
    s = analyse(c);
    assert_int_equal(rapport_sensitivity_first(s), 1);
    assert_int_equal(rapport_sensitivity_get_score(s, 0, &score, &rank), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_sensitivity_get_without_candidate(s, 0, &out), RAPPORT_UNDEFINED);
    rapport_sensitivity_destroy(s);
    assert_ok(rapport_candidates_set_excluded(c, 1, "a gate", NULL));
    assert_ok(rapport_candidates_set_excluded(c, 2, "a gate", NULL));
    assert_int_equal(rapport_sensitivity_create(c, NULL, NULL, &s, &error), RAPPORT_UNDEFINED);
    assert_null(s);
    assert_string_equal(error.message, "every candidate is knocked out");
    rapport_candidates_destroy(c);
}

static void what_is_no_number_is_named(void **state)
{
    const double values[] = {.1, .2, .3, .4};
    rapport_candidates *c = matrix_make(NULL, 2, 2, NULL, values, 1);
    rapport_sensitivity *s;
    rapport_error error;
    (void)state;
    assert_ok(rapport_candidates_set_value(c, 1, 0, .2, .3, NULL));
    assert_int_equal(rapport_sensitivity_create(c, NULL, NULL, &s, &error), RAPPORT_UNDEFINED);
    assert_string_equal(error.path, "/candidates/1/values/0");
    assert_string_equal(error.message, "the weighted sum needs a number, and this is an interval");
    assert_ok(rapport_candidates_set_value(c, 1, 0, 1.5, 1.5, NULL));
    assert_int_equal(rapport_sensitivity_create(c, NULL, NULL, &s, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.message, "the value lies outside the bounds of \"caa\"");
    rapport_candidates_destroy(c);
}

/* 0 and 1 lie within the bounds 0..1 and are 0 and 1; the numbers next to them do not, and what is below is told like what is
 * above. */
static void bounds_are_values_themselves(void **state)
{
    const double values[] = {0, 1};
    rapport_candidates *c = matrix_make(NULL, 2, 1, NULL, values, 1);
    rapport_sensitivity *s = analyse(c);
    rapport_error error;
    double score, rank;
    (void)state;
    assert_ok(rapport_sensitivity_get_score(s, 0, &score, &rank));
    assert_same_bits(score, 0);
    assert_ok(rapport_sensitivity_get_score(s, 1, &score, &rank));
    assert_same_bits(score, 1);
    rapport_sensitivity_destroy(s);
    assert_ok(rapport_candidates_set_value(c, 0, 0, -0x1p-52, -0x1p-52, NULL));
    assert_int_equal(rapport_sensitivity_create(c, NULL, NULL, &s, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/candidates/0/values/0");
    assert_ok(rapport_candidates_set_value(c, 0, 0, 0, 0, NULL));
    assert_ok(rapport_candidates_set_value(c, 1, 0, 1 + 0x1p-52, 1 + 0x1p-52, NULL));
    assert_int_equal(rapport_sensitivity_create(c, NULL, NULL, &s, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/candidates/1/values/0");
    rapport_candidates_destroy(c);
}

/* What is told is the first candidate that is no number, whichever criterion it is in; of one candidate the first criterion. */
static void the_first_candidate_that_is_no_number_is_named(void **state)
{
    const double values[] = {.1, .2, .3, .4, .5, .6};
    rapport_candidates *c = matrix_make(NULL, 3, 2, NULL, values, 1);
    rapport_sensitivity *s;
    rapport_error error;
    (void)state;
    assert_ok(rapport_candidates_set_value(c, 2, 0, .2, .3, NULL));
    assert_ok(rapport_candidates_set_value(c, 1, 1, .2, .3, NULL));
    assert_int_equal(rapport_sensitivity_create(c, NULL, NULL, &s, &error), RAPPORT_UNDEFINED);
    assert_string_equal(error.path, "/candidates/1/values/1");
    assert_ok(rapport_candidates_set_value(c, 1, 0, .2, .3, NULL));
    assert_int_equal(rapport_sensitivity_create(c, NULL, NULL, &s, &error), RAPPORT_UNDEFINED);
    assert_string_equal(error.path, "/candidates/1/values/0");
    rapport_candidates_destroy(c);
}

static void no_weight_and_nobody_are_undefined(void **state)
{
    const double weights[] = {0, 0}, values[] = {.1, .2};
    rapport_candidates *c = matrix_make(NULL, 1, 2, weights, values, 1), *empty = matrix_make(NULL, 0, 1, NULL, values, 1);
    rapport_sensitivity *s;
    (void)state;
    assert_int_equal(rapport_sensitivity_create(c, NULL, NULL, &s, NULL), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_sensitivity_create(empty, NULL, NULL, &s, NULL), RAPPORT_UNDEFINED);
    rapport_candidates_destroy(c);
    rapport_candidates_destroy(empty);
}

static void arguments_are_checked(void **state)
{
    const double values[] = {.1, .2};
    rapport_candidates *c = matrix_make(NULL, 1, 2, NULL, values, 1);
    rapport_sensitivity_options options = {.struct_size = sizeof options, .swing = 101};
    rapport_sensitivity *s;
    rapport_tornado tornado = {.struct_size = sizeof tornado};
    rapport_leave_one_out out = {.struct_size = sizeof out};
    rapport_weight_interval interval = {.struct_size = sizeof interval};
    rapport_weight_change change = {.struct_size = sizeof change};
    double x;
    (void)state;
    assert_int_equal(rapport_sensitivity_create(NULL, NULL, NULL, &s, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_sensitivity_create(c, NULL, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_sensitivity_create(c, &options, NULL, &s, NULL), RAPPORT_BAD_ARGUMENT);
    options.swing = HUGE_VAL - HUGE_VAL;
    assert_int_equal(rapport_sensitivity_create(c, &options, NULL, &s, NULL), RAPPORT_BAD_ARGUMENT);
    options.swing = 0;
    options.whole_range = 2;
    assert_int_equal(rapport_sensitivity_create(c, &options, NULL, &s, NULL), RAPPORT_BAD_ARGUMENT);
    s = analyse(c);
    assert_int_equal(rapport_sensitivity_get_interval(s, 2, &interval), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_sensitivity_get_interval(s, 0, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_sensitivity_get_tornado(s, 2, &tornado), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_sensitivity_get_without_criterion(s, 2, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_sensitivity_get_without_candidate(s, 1, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_sensitivity_get_change(s, RAPPORT_CHANGE_END, &change), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_sensitivity_get_change(s, -1, &change), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_sensitivity_get_score(s, 1, &x, &x), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_sensitivity_get_score(s, 0, NULL, &x), RAPPORT_BAD_ARGUMENT);
    assert_close(rapport_sensitivity_change_weight(s, 0, 0), 0, 0);
    rapport_sensitivity_destroy(NULL);
    drop(s, c);
}

static rapport_status whole_life(const rapport_allocator *memory)
{
    const double values[] = {10, 1, 6, 4, 0, 5};
    rapport_candidates *c = matrix_make(memory, 3, 2, NULL, values, 0);
    rapport_sensitivity *s = NULL;
    rapport_status status = c ? rapport_sensitivity_create(c, NULL, memory, &s, NULL) : RAPPORT_NO_MEMORY;
    rapport_sensitivity_destroy(s);
    rapport_candidates_destroy(c);
    return status;
}

static void running_out_of_memory_leaves_nothing_behind(void **state)
{
    (void)state;
    assert_true(tk_exhaust_memory(whole_life) > 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_criteria_change_places_where_their_weights_are_equal),
        cmocka_unit_test(one_weight_changes_as_triantaphyllou_and_sanchez_say),
        cmocka_unit_test(the_nearest_weights_stay_on_the_simplex),
        cmocka_unit_test(nothing_puts_a_dominated_candidate_first),
        cmocka_unit_test(a_tie_is_kept_at_one_weight_only),
        cmocka_unit_test(ties_are_found_beyond_the_last_bit),
        cmocka_unit_test(one_candidate_is_first_whatever_happens),
        cmocka_unit_test(all_the_weight_stays_where_it_is),
        cmocka_unit_test(values_are_scaled_by_bounds_or_data),
        cmocka_unit_test(a_candidate_that_leaves_can_turn_the_others_round),
        cmocka_unit_test(tau_counts_pairs),
        cmocka_unit_test(the_tornado_moves_each_weight),
        cmocka_unit_test(knocked_out_candidates_take_no_part),
        cmocka_unit_test(what_is_no_number_is_named),
        cmocka_unit_test(bounds_are_values_themselves),
        cmocka_unit_test(the_first_candidate_that_is_no_number_is_named),
        cmocka_unit_test(no_weight_and_nobody_are_undefined),
        cmocka_unit_test(arguments_are_checked),
        cmocka_unit_test(running_out_of_memory_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
