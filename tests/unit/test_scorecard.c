/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Scorecards of ERPNext. Expected values are worked out by hand; tests/reference/scorecard.py has Python's over random ones. */
#include "rapport/scorecard.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/report.h"
#include "testkit.h"

static void ok(rapport_status status)
{
    assert_int_equal(status, RAPPORT_OK);
}

/* Standings Poor 0, Fair 50, Good 80 to 100; one criterion "a" of weight 100. */
static rapport_scorecard *new_card(const char *weighting)
{
    rapport_scorecard *card;
    ok(rapport_scorecard_create("Harbour", weighting, NULL, &card, NULL));
    ok(rapport_scorecard_add_standing(card, "Poor", 0, 50, NULL));
    ok(rapport_scorecard_add_standing(card, "Fair", 50, 80, NULL));
    ok(rapport_scorecard_add_standing(card, "Good", 80, 100, NULL));
    ok(rapport_scorecard_add_criterion(card, RAPPORT_NONE, "a", 100, 100, NULL, NULL, NULL));
    return card;
}

/* A submitted period that is nothing but its variable v. */
static uint32_t add_value(rapport_scorecard *card, const char *end, double value)
{
    uint32_t period;
    ok(rapport_scorecard_add_period(card, end, end, 1, &period, NULL));
    ok(rapport_scorecard_add_variable(card, period, "v", 1, value, NULL));
    ok(rapport_scorecard_add_criterion(card, period, "a", 100, 100, "{v}", NULL, NULL));
    return period;
}

static rapport_scorecard_outcome outcome(rapport_scorecard *card, int32_t arithmetic)
{
    rapport_scorecard_outcome out = {.struct_size = sizeof out};
    ok(rapport_scorecard_compute(card, NULL));
    ok(rapport_scorecard_get_outcome(card, arithmetic, &out));
    return out;
}

static rapport_scorecard_outcome theirs(rapport_scorecard *card)
{
    return outcome(card, RAPPORT_ERPNEXT);
}

static rapport_scorecard_outcome ours(rapport_scorecard *card)
{
    return outcome(card, RAPPORT_OURS);
}

/* The only difference of a kind; fails if there is none, or more. */
static rapport_scorecard_difference difference(rapport_scorecard *card, int32_t kind)
{
    rapport_scorecard_difference found = {0};
    int count = 0;
    for (uint32_t i = 0; i < rapport_scorecard_count_differences(card); i++) {
        rapport_scorecard_difference at = {.struct_size = sizeof at};
        ok(rapport_scorecard_get_difference(card, i, &at));
        if (at.kind == kind) {
            found = at;
            count++;
        }
    }
    assert_int_equal(count, 1);
    return found;
}

static int has(rapport_scorecard *card, int32_t kind)
{
    int count = 0;
    for (uint32_t i = 0; i < rapport_scorecard_count_differences(card); i++) {
        rapport_scorecard_difference at = {.struct_size = sizeof at};
        ok(rapport_scorecard_get_difference(card, i, &at));
        count += at.kind == kind;
    }
    return count;
}

static void periods_fade_from_the_newest(void **state)
{
    rapport_scorecard *card = new_card(NULL);
    rapport_scorecard_period period = {.struct_size = sizeof period};
    (void)state;
    add_value(card, "2026-01-31", 57);
    add_value(card, "2026-02-28", 80);
    /* (80 + 57 * 11/12) / (1 + 11/12) = 132.25 / (23/12) = 69 */
    assert_same_bits(theirs(card).score, 69);
    assert_int_equal(theirs(card).standing, 1);
    assert_close(ours(card).score, 69, 1e-12);
    assert_int_equal(ours(card).standing, 1);
    ok(rapport_scorecard_get_period(card, 0, &period));
    assert_int_equal(period.number, 1);
    assert_close(period.weight, 11.0 / 12, 1e-15);
    assert_close(period.our_score, 57, 1e-13);
    rapport_scorecard_destroy(card);
    rapport_scorecard_destroy(NULL);
}

static void only_submitted_periods_count(void **state)
{
    rapport_scorecard *card = new_card(NULL);
    rapport_scorecard_period period = {.struct_size = sizeof period};
    (void)state;
    add_value(card, "2026-01-31", 60);
    for (int32_t docstatus = 0; docstatus <= 2; docstatus += 2) {
        ok(rapport_scorecard_add_period(card, "other", "2026-02-28", docstatus, NULL, NULL));
        ok(rapport_scorecard_set_total(card, rapport_scorecard_count_periods(card) - 1, 10, NULL));
    }
    assert_same_bits(theirs(card).score, 60);
    assert_same_bits(ours(card).score, 60);
    ok(rapport_scorecard_get_period(card, 2, &period));
    assert_int_equal(period.docstatus, 2);
    assert_int_equal(period.number, RAPPORT_NONE);
    rapport_scorecard_destroy(card);
}

static void without_history_there_is_no_score_and_not_100(void **state)
{
    rapport_scorecard *card = new_card(NULL);
    rapport_scorecard_difference at;
    (void)state;
    assert_same_bits(theirs(card).score, 100);
    assert_int_equal(theirs(card).standing, RAPPORT_NONE);
    assert_int_equal(ours(card).has_score, 0);
    assert_int_equal(ours(card).standing, RAPPORT_NONE);
    assert_true(ours(card).lower == 0 && ours(card).upper == 100 && ours(card).coverage == 0);
    assert_null(rapport_scorecard_model(card));
    at = difference(card, RAPPORT_DIFFERS_NO_HISTORY);
    assert_true(at.has == RAPPORT_HAS_ERPNEXT && at.erpnext == 100 && at.period == RAPPORT_NONE);
    rapport_scorecard_destroy(card);
}

static void a_full_score_is_in_no_standing_of_theirs_and_in_the_top_one_of_ours(void **state)
{
    rapport_scorecard *card = new_card(NULL);
    (void)state;
    add_value(card, "2026-01-31", 100);
    assert_same_bits(theirs(card).score, 100);
    assert_int_equal(theirs(card).standing, RAPPORT_NONE);
    assert_int_equal(ours(card).standing, 2);
    assert_int_equal(difference(card, RAPPORT_DIFFERS_TOP_OPEN).has, RAPPORT_HAS_ERPNEXT | RAPPORT_HAS_OURS);
    assert_int_equal(has(card, RAPPORT_DIFFERS_SCORE), 0);
    rapport_scorecard_destroy(card);
}

static void they_round_before_the_standing(void **state)
{
    rapport_scorecard *card = new_card(NULL);
    rapport_scorecard_difference at;
    (void)state;
    add_value(card, "2026-01-31", 79.96);
    assert_same_bits(theirs(card).score, 80);
    assert_int_equal(theirs(card).standing, 2);
    assert_int_equal(ours(card).standing, 1);
    at = difference(card, RAPPORT_DIFFERS_ROUNDED);
    assert_true(at.erpnext == 80 && fabs(at.ours - 79.96) < 1e-12);
    assert_int_equal(has(card, RAPPORT_DIFFERS_STANDING), 1);
    rapport_scorecard_destroy(card);
}

static void halves_go_to_the_even_decimal(void **state)
{
    rapport_scorecard *card = new_card("{total_score}");
    (void)state;
    add_value(card, "2026-01-31", 84.25); /* 100 * (84.25 / 100) is 84.25 */
    assert_same_bits(theirs(card).score, 84.2);
    rapport_scorecard_destroy(card);
}

static void weights_must_be_exactly_100_for_them_alone(void **state)
{
    static const double weights[] = {30.9, 33.3, 35.8}; /* in doubles: 99.99999999999999 */
    rapport_scorecard *card;
    rapport_scorecard_difference at;
    uint32_t period;
    (void)state;
    ok(rapport_scorecard_create("Harbour", NULL, NULL, &card, NULL));
    ok(rapport_scorecard_add_standing(card, "All", 0, 100, NULL));
    ok(rapport_scorecard_add_period(card, "p", "2026-01-31", 1, &period, NULL));
    ok(rapport_scorecard_set_total(card, period, 50, NULL)); /* which they weigh as it is */
    for (int i = 0; i < 3; i++) {
        ok(rapport_scorecard_add_criterion(card, RAPPORT_NONE, "c", weights[i], 100, NULL, NULL, NULL));
        ok(rapport_scorecard_add_criterion(card, period, "c", weights[i], 100, "50", NULL, NULL));
    }
    assert_int_equal(theirs(card).has_score, 0);
    assert_int_equal(theirs(card).refused, RAPPORT_DIFFERS_WEIGHTS);
    assert_close(ours(card).score, 50, 1e-12);
    assert_int_equal(has(card, RAPPORT_DIFFERS_WEIGHTS), 2);
    at.struct_size = sizeof at;
    ok(rapport_scorecard_get_difference(card, 2, &at)); /* behind score and standing */
    assert_true(at.kind == RAPPORT_DIFFERS_WEIGHTS && at.erpnext == 99.99999999999999 && at.ours == 100);
    rapport_scorecard_destroy(card);
}

static void a_variable_without_a_value_is_missing_and_not_0(void **state)
{
    rapport_scorecard *card = new_card(NULL);
    rapport_scorecard_criterion criterion = {.struct_size = sizeof criterion};
    rapport_scorecard_difference at;
    uint32_t period;
    (void)state;
    ok(rapport_scorecard_add_period(card, "p", "2026-01-31", 1, &period, NULL));
    ok(rapport_scorecard_add_variable(card, period, "late", 0, 7, NULL));
    ok(rapport_scorecard_add_variable(card, period, "sent", 1, 40, NULL));
    ok(rapport_scorecard_add_criterion(card, period, "punctual", 75, 100, "100 - {late}", NULL, NULL));
    ok(rapport_scorecard_add_criterion(card, period, "sent", 25, 100, "{sent}", NULL, NULL));
    assert_same_bits(theirs(card).score, 85); /* 0.75 * 100 + 0.25 * 40 */
    assert_same_bits(ours(card).score, 40);
    assert_same_bits(ours(card).coverage, 0.25);
    assert_true(ours(card).lower == 10 && ours(card).upper == 85);
    at = difference(card, RAPPORT_DIFFERS_MISSING);
    assert_true(at.period == period && at.criterion == 0 && at.variable == 0 && at.erpnext == 100);
    assert_int_equal(at.has, RAPPORT_HAS_ERPNEXT);
    ok(rapport_scorecard_get_criterion(card, period, 0, &criterion));
    assert_int_equal(criterion.has, RAPPORT_HAS_ERPNEXT);
    ok(rapport_scorecard_get_criterion(card, period, 1, &criterion));
    assert_int_equal(criterion.has, RAPPORT_HAS_ERPNEXT | RAPPORT_HAS_OURS);
    assert_same_bits(criterion.our_points, 40);
    rapport_scorecard_destroy(card);
}

static void a_score_is_a_share_of_its_maximum(void **state)
{
    rapport_scorecard *card = new_card(NULL);
    rapport_scorecard_difference at;
    uint32_t period;
    (void)state;
    ok(rapport_scorecard_add_period(card, "p", "2026-01-31", 1, &period, NULL));
    ok(rapport_scorecard_add_criterion(card, period, "of ten", 50, 10, "8 + 4 * 0", NULL, NULL));
    ok(rapport_scorecard_add_criterion(card, period, "of hundred", 50, 100, "120", NULL, NULL)); /* at most 100 */
    assert_same_bits(theirs(card).score, 54);                                                    /* 8 / 2 + 100 / 2 */
    assert_same_bits(ours(card).score, 90);                                                      /* (80 + 100) / 2 */
    at = difference(card, RAPPORT_DIFFERS_MAX_SCORE);
    assert_true(at.erpnext == 8 && at.ours == 80 && at.criterion == 0);
    rapport_scorecard_destroy(card);
}

static void variables_are_rounded_to_two_decimals_by_them(void **state)
{
    rapport_scorecard *card = new_card(NULL);
    rapport_scorecard_difference at;
    (void)state;
    add_value(card, "2026-01-31", 33.126);
    assert_close(theirs(card).unrounded, 33.13, 1e-12);
    assert_close(ours(card).score, 33.126, 1e-12);
    at = difference(card, RAPPORT_DIFFERS_VARIABLE);
    assert_true(at.erpnext == 33.13 && at.ours == 33.126);
    rapport_scorecard_destroy(card);
}

static void a_formula_that_cannot_be_solved_is_refused_by_them_and_missing_here(void **state)
{
    rapport_scorecard *card = new_card(NULL);
    uint32_t period = add_value(card, "2026-01-31", 0);
    (void)state;
    ok(rapport_scorecard_add_criterion(card, period, "quotient", 0, 100, "1 / {v}", NULL, NULL));
    ok(rapport_scorecard_add_criterion(card, period, "unnamed", 0, 100, "{w}", NULL, NULL));
    assert_int_equal(theirs(card).refused, RAPPORT_DIFFERS_FORMULA);
    assert_int_equal(has(card, RAPPORT_DIFFERS_FORMULA), 2);
    assert_same_bits(ours(card).score, 0);
    ok(rapport_scorecard_set_total(card, period, 40, NULL)); /* once saved it is not asked again */
    assert_same_bits(theirs(card).score, 40);
    rapport_scorecard_destroy(card);
}

static void what_is_stored_is_held_against_what_it_comes_to(void **state)
{
    rapport_scorecard *card = new_card(NULL);
    uint32_t period = add_value(card, "2026-01-31", 60);
    rapport_scorecard_difference at;
    (void)state;
    ok(rapport_scorecard_set_total(card, period, 70, NULL));
    ok(rapport_scorecard_set_score(card, period, 0, 65, NULL));
    ok(rapport_scorecard_set_stored(card, 1, 71, "Good", NULL));
    assert_same_bits(theirs(card).score, 70); /* of what is stored the total alone is weighed */
    assert_same_bits(ours(card).score, 60);
    at = difference(card, RAPPORT_DIFFERS_STORED_SCORE);
    assert_true(at.erpnext == 65 && at.ours == 60);
    at = difference(card, RAPPORT_DIFFERS_STORED_TOTAL);
    assert_true(at.erpnext == 70 && at.ours == 60);
    at = difference(card, RAPPORT_DIFFERS_STORED_SUPPLIER);
    assert_true(at.erpnext == 71 && at.ours == 70);
    assert_int_equal(has(card, RAPPORT_DIFFERS_STORED_STANDING), 1);
    ok(rapport_scorecard_set_stored(card, 1, 70, "Fair", NULL));
    (void)theirs(card);
    assert_int_equal(has(card, RAPPORT_DIFFERS_STORED_SUPPLIER) + has(card, RAPPORT_DIFFERS_STORED_STANDING), 0);
    rapport_scorecard_destroy(card);
}

static void a_stored_score_serves_where_no_variables_came(void **state)
{
    rapport_scorecard *card = new_card(NULL);
    uint32_t period;
    (void)state;
    ok(rapport_scorecard_add_period(card, "p", "2026-01-31", 1, &period, NULL));
    ok(rapport_scorecard_add_criterion(card, period, "a", 100, 100, "{v}", NULL, NULL));
    ok(rapport_scorecard_set_score(card, period, 0, 65, NULL));
    assert_same_bits(theirs(card).score, 65);
    assert_same_bits(ours(card).score, 65);
    rapport_scorecard_destroy(card);
}

static void standings_that_overlap_or_leave_a_hole_are_refused_by_them(void **state)
{
    static const double cases[][4] = {{0, 60, 50, 100}, {0, 40, 50, 100}, {0, 50, 50, 90}, {10, 50, 50, 100}};
    (void)state;
    for (int i = 0; i < 4; i++) {
        rapport_scorecard *card;
        ok(rapport_scorecard_create("Harbour", NULL, NULL, &card, NULL));
        ok(rapport_scorecard_add_standing(card, "Low", cases[i][0], cases[i][1], NULL));
        ok(rapport_scorecard_add_standing(card, "High", cases[i][2], cases[i][3], NULL));
        ok(rapport_scorecard_add_criterion(card, RAPPORT_NONE, "a", 100, 100, NULL, NULL, NULL));
        add_value(card, "2026-01-31", i == 3 ? 5 : 45);
        assert_int_equal(theirs(card).refused, RAPPORT_DIFFERS_STANDINGS);
        assert_int_equal(ours(card).standing, i == 3 ? RAPPORT_NONE : 0);
        assert_int_equal(has(card, RAPPORT_DIFFERS_STANDINGS), 1);
        rapport_scorecard_destroy(card);
    }
}

static void a_grade_of_0_is_no_end_for_them(void **state)
{
    rapport_scorecard *card;
    (void)state;
    ok(rapport_scorecard_create("Harbour", NULL, NULL, &card, NULL));
    ok(rapport_scorecard_add_standing(card, "Open", 100, 0, NULL)); /* at the end it would be taken for the last step */
    ok(rapport_scorecard_add_standing(card, "Low", 0, 50, NULL));
    ok(rapport_scorecard_add_standing(card, "High", 50, 100, NULL));
    ok(rapport_scorecard_add_criterion(card, RAPPORT_NONE, "a", 100, 100, NULL, NULL, NULL));
    add_value(card, "2026-01-31", 100);
    assert_int_equal(theirs(card).standing, 0);
    rapport_scorecard_destroy(card);
}

static void a_weighting_that_gives_no_weight_falls_back_on_the_fade(void **state)
{
    rapport_scorecard *card = new_card("-{total_score}");
    rapport_scorecard_period period = {.struct_size = sizeof period};
    (void)state;
    add_value(card, "2026-02-28", 80);
    add_value(card, "2026-01-31", 57);
    assert_same_bits(theirs(card).score, 100); /* the weights add up to -2, which is as no history to them */
    assert_close(ours(card).score, 69, 1e-12);
    assert_int_equal(has(card, RAPPORT_DIFFERS_WEIGHTING), 2);
    rapport_scorecard_destroy(card);
    card = new_card("{total_score} / {period_number}");
    add_value(card, "2026-02-28", 80);
    assert_int_equal(theirs(card).refused, RAPPORT_DIFFERS_WEIGHTING);
    assert_same_bits(ours(card).score, 80);
    ok(rapport_scorecard_get_period(card, 0, &period));
    assert_true(period.our_weight == 1 && !(period.has & RAPPORT_HAS_PERIOD_WEIGHT));
    rapport_scorecard_destroy(card);
}

static void other_criteria_are_another_question(void **state)
{
    rapport_scorecard *card = new_card(NULL);
    uint32_t period = add_value(card, "2026-01-31", 50);
    (void)state;
    add_value(card, "2026-03-31", 50);
    ok(rapport_scorecard_add_criterion(card, period, "b", 10, 100, "1", NULL, NULL));
    (void)theirs(card);
    assert_int_equal(difference(card, RAPPORT_DIFFERS_CRITERIA).period, period);
    rapport_scorecard_destroy(card);
}

static void a_maximum_of_0_is_no_scale(void **state)
{
    rapport_scorecard *card = new_card(NULL);
    uint32_t period;
    (void)state;
    ok(rapport_scorecard_add_period(card, "p", "2026-01-31", 1, &period, NULL));
    ok(rapport_scorecard_add_criterion(card, period, "a", 100, 0, "5", NULL, NULL));
    assert_same_bits(theirs(card).score, 0);
    assert_int_equal(ours(card).has_score, 0);
    assert_int_equal(has(card, RAPPORT_DIFFERS_NO_SCALE), 1);
    rapport_scorecard_destroy(card);
}

/* 0.001 is 0.00 to them: nothing to divide by. Ours is 1 / 0.001 = 1000, at most the maximum, and stands alone. */
static void what_one_side_alone_can_solve_is_no_difference_of_numbers(void **state)
{
    rapport_scorecard *card = new_card(NULL);
    rapport_scorecard_difference at;
    uint32_t period;
    (void)state;
    ok(rapport_scorecard_add_period(card, "p", "2026-01-31", 1, &period, NULL));
    ok(rapport_scorecard_add_variable(card, period, "v", 1, 0.001, NULL));
    ok(rapport_scorecard_add_criterion(card, period, "a", 100, 10, "1 / {v}", NULL, NULL));
    (void)ours(card);
    at = difference(card, RAPPORT_DIFFERS_FORMULA);
    assert_true(at.has == RAPPORT_HAS_OURS && at.ours == 10 && at.criterion == 0);
    assert_int_equal(has(card, RAPPORT_DIFFERS_VARIABLE) + has(card, RAPPORT_DIFFERS_MAX_SCORE), 0);
    rapport_scorecard_destroy(card);
    card = new_card(NULL); /* and 4 - 0 = 4 to them, where the value is missing */
    ok(rapport_scorecard_add_period(card, "p", "2026-01-31", 1, &period, NULL));
    ok(rapport_scorecard_add_variable(card, period, "v", 0, 0, NULL));
    ok(rapport_scorecard_add_criterion(card, period, "a", 100, 10, "4 - {v}", NULL, NULL));
    (void)ours(card);
    assert_true(difference(card, RAPPORT_DIFFERS_MISSING).erpnext == 4);
    assert_int_equal(has(card, RAPPORT_DIFFERS_VARIABLE) + has(card, RAPPORT_DIFFERS_MAX_SCORE), 0);
    rapport_scorecard_destroy(card);
}

/* 0 of 10 is 0 of 100. 120 that are stored are 100 at most here, and no variable is rounded in them. */
static void nothing_of_any_maximum_and_what_is_only_stored_are_no_difference(void **state)
{
    rapport_scorecard *card = new_card(NULL);
    uint32_t period;
    (void)state;
    ok(rapport_scorecard_add_period(card, "p", "2026-01-31", 1, &period, NULL));
    ok(rapport_scorecard_add_criterion(card, period, "none", 50, 10, "0", NULL, NULL));
    ok(rapport_scorecard_add_criterion(card, period, "stored", 50, 100, NULL, NULL, NULL));
    ok(rapport_scorecard_set_score(card, period, 1, 120, NULL));
    assert_same_bits(ours(card).score, 50); /* (0 + 100) / 2 */
    assert_int_equal(has(card, RAPPORT_DIFFERS_MAX_SCORE), 0);
    assert_int_equal(has(card, RAPPORT_DIFFERS_VARIABLE), 0);
    rapport_scorecard_destroy(card);
}

static void our_side_is_a_model(void **state)
{
    rapport_scorecard *card = new_card(NULL);
    const rapport_model *model;
    (void)state;
    add_value(card, "2026-01-31", 50);
    assert_null(rapport_scorecard_model(card)); /* not computed yet */
    (void)ours(card);
    model = rapport_scorecard_model(card);
    assert_int_equal(rapport_model_count_nodes(model), 2);
    assert_int_equal(rapport_model_count_bands(model), 3);
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, 1, 0, RAPPORT_TITLE, NULL), "a");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_BAND, 2, 0, RAPPORT_TITLE, NULL), "Good");
    rapport_scorecard_destroy(card);
}

static void arguments_are_checked(void **state)
{
    rapport_scorecard *card = new_card(NULL), *none = (rapport_scorecard *)&none;
    rapport_scorecard_outcome out = {.struct_size = sizeof out};
    rapport_allocator broken = {0};
    rapport_error error;
    char formula[RAPPORT_MAX_FORMULA + 2];
    (void)state;
    assert_int_equal(rapport_scorecard_create(NULL, NULL, NULL, &none, &error), RAPPORT_BAD_ARGUMENT);
    assert_null(none);
    assert_int_equal(rapport_scorecard_create("s", NULL, NULL, NULL, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scorecard_create("s", NULL, &broken, &none, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scorecard_create("", NULL, NULL, &none, &error), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_scorecard_create("s", "1 +", NULL, &none, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/weighting_function");
    assert_int_equal(rapport_scorecard_create("s", "1 + abs(2)", NULL, &none, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.message, "the formula cannot be read from \"abs(2)\" on");
    memset(formula, '1', sizeof formula);
    formula[0] = '.';
    formula[RAPPORT_MAX_FORMULA] = '\0';
    ok(rapport_scorecard_add_criterion(card, RAPPORT_NONE, "a", 0, 100, formula, NULL, NULL));
    formula[RAPPORT_MAX_FORMULA] = '1';
    formula[RAPPORT_MAX_FORMULA + 1] = '\0';
    assert_int_equal(rapport_scorecard_add_criterion(card, RAPPORT_NONE, "a", 0, 100, formula, NULL, NULL), RAPPORT_LIMIT);
    assert_int_equal(rapport_scorecard_add_criterion(card, RAPPORT_NONE, "a", -1, 100, NULL, NULL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_scorecard_add_criterion(card, RAPPORT_NONE, "a", 1e13, 100, NULL, NULL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_scorecard_add_criterion(card, RAPPORT_NONE, "a", 1, NAN, NULL, NULL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_scorecard_add_criterion(card, RAPPORT_NONE, NULL, 1, 1, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scorecard_add_criterion(card, 0, "a", 1, 1, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scorecard_add_criterion(card, RAPPORT_NONE, "", 1, 1, NULL, NULL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_scorecard_add_criterion(card, RAPPORT_NONE, "a", 1, 1, "", NULL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_scorecard_add_standing(card, "a", NAN, 1, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_scorecard_add_standing(card, "a", 0, HUGE_VAL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_scorecard_add_standing(card, NULL, 0, 1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scorecard_add_period(card, "p", "2026-02-29", 1, NULL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_scorecard_add_period(card, "p", "2026-2-01", 1, NULL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_scorecard_add_period(card, "p", "2026-02-01x", 1, NULL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_scorecard_add_period(card, "p", "", 1, NULL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_scorecard_add_period(card, "p", NULL, 1, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scorecard_add_period(card, "\xFF", "2026-02-01", 1, NULL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_scorecard_add_period(card, "p", "2024-02-29", 3, NULL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_scorecard_set_total(card, 0, 1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scorecard_set_score(card, 0, 0, 1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scorecard_add_variable(card, 0, "v", 1, 1, NULL), RAPPORT_BAD_ARGUMENT);
    ok(rapport_scorecard_add_period(card, "p", "2024-02-29", 1, NULL, NULL));
    assert_int_equal(rapport_scorecard_set_total(card, 0, HUGE_VAL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_scorecard_add_variable(card, 0, NULL, 1, 1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scorecard_add_variable(card, 0, "a-b", 1, 1, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_scorecard_add_variable(card, 0, "", 1, 1, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_scorecard_add_variable(card, 0, "v", 1, NAN, NULL), RAPPORT_BAD_VALUE);
    ok(rapport_scorecard_add_variable(card, 0, "v", 0, NAN, NULL)); /* what is not there is not looked at */
    assert_int_equal(rapport_scorecard_set_stored(card, 1, NAN, NULL, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_scorecard_set_stored(card, 0, NAN, "", NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_scorecard_get_outcome(card, RAPPORT_OURS, &out), RAPPORT_BAD_ARGUMENT); /* not computed */
    ok(rapport_scorecard_compute(card, NULL));
    assert_int_equal(rapport_scorecard_get_outcome(card, 2, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scorecard_get_outcome(card, -1, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scorecard_compute(NULL, NULL), RAPPORT_BAD_ARGUMENT);
    rapport_scorecard_destroy(card);
}

static void places_that_are_not_there_have_no_name(void **state)
{
    rapport_scorecard *card = new_card(NULL);
    rapport_scorecard_period period = {.struct_size = sizeof period};
    rapport_scorecard_criterion criterion = {.struct_size = sizeof criterion};
    rapport_scorecard_difference at = {.struct_size = sizeof at};
    (void)state;
    add_value(card, "2026-01-31", 50);
    ok(rapport_scorecard_compute(card, NULL));
    assert_null(rapport_scorecard_standing_name(card, 3));
    assert_null(rapport_scorecard_period_name(card, 1));
    assert_null(rapport_scorecard_period_end(card, 1));
    assert_null(rapport_scorecard_criterion_name(card, 0, 1));
    assert_null(rapport_scorecard_criterion_name(card, 1, 0));
    assert_null(rapport_scorecard_variable_name(card, 0, 1));
    assert_null(rapport_scorecard_variable_name(card, 1, 0));
    assert_string_equal(rapport_scorecard_variable_name(card, 0, 0), "v");
    assert_int_equal(rapport_scorecard_count_criteria(card, 7), 0);
    assert_int_equal(rapport_scorecard_get_period(card, 1, &period), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scorecard_get_criterion(card, 0, 1, &criterion), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scorecard_get_criterion(card, RAPPORT_NONE, 0, &criterion), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scorecard_get_difference(card, 99, &at), RAPPORT_BAD_ARGUMENT);
    assert_null(rapport_scorecard_difference_name(0));
    assert_null(rapport_scorecard_difference_name(RAPPORT_DIFFERS_END));
    for (int32_t kind = 1; kind < RAPPORT_DIFFERS_END; kind++)
        assert_non_null(rapport_scorecard_difference_name(kind));
    rapport_scorecard_destroy(card);
}

static void limits_are_named(void **state)
{
    rapport_scorecard *card = new_card(NULL);
    uint32_t period;
    (void)state;
    for (uint32_t i = 3; i < RAPPORT_MAX_STANDINGS; i++)
        ok(rapport_scorecard_add_standing(card, "s", i, i + 1, NULL));
    assert_int_equal(rapport_scorecard_add_standing(card, "s", 0, 1, NULL), RAPPORT_LIMIT);
    ok(rapport_scorecard_add_period(card, "p", "2026-01-31", 1, &period, NULL));
    for (uint32_t i = 0; i < RAPPORT_MAX_VARIABLES; i++)
        ok(rapport_scorecard_add_variable(card, period, "v", 1, i, NULL));
    assert_int_equal(rapport_scorecard_add_variable(card, period, "v", 1, 0, NULL), RAPPORT_LIMIT);
    for (uint32_t i = 0; i < RAPPORT_MAX_SCORECARD_CRITERIA; i++)
        ok(rapport_scorecard_add_criterion(card, period, "c", 1, 100, "{v} + 1", NULL, NULL));
    assert_int_equal(rapport_scorecard_add_criterion(card, period, "c", 1, 100, "1", NULL, NULL), RAPPORT_LIMIT);
    assert_same_bits(ours(card).score, 1); /* of variables with one name the first holds: 0 + 1 */
    for (uint32_t i = 1; i < RAPPORT_MAX_PERIODS; i++)
        ok(rapport_scorecard_add_period(card, "p", "2026-01-31", 0, NULL, NULL));
    assert_int_equal(rapport_scorecard_add_period(card, "p", "2026-01-31", 0, NULL, NULL), RAPPORT_LIMIT);
    rapport_scorecard_destroy(card);
}

static rapport_status everything(const rapport_allocator *memory)
{
    rapport_scorecard *card;
    rapport_status status = rapport_scorecard_create("Harbour", NULL, memory, &card, NULL);
    if (!status)
        status = rapport_scorecard_set_stored(card, 1, 3, "Low", NULL);
    if (!status)
        status = rapport_scorecard_add_standing(card, "Low", 0, 100, NULL);
    if (!status)
        status = rapport_scorecard_add_period(card, "p", "2026-01-31", 1, NULL, NULL);
    if (!status)
        status = rapport_scorecard_add_period(card, "q", "2026-02-28", 1, NULL, NULL);
    for (uint32_t i = 0; i < 2 && !status; i++) {
        status = rapport_scorecard_add_variable(card, i, "v", 1, 5, NULL);
        if (!status)
            status = rapport_scorecard_add_criterion(card, i, "a", 90, 10, "{v}", NULL, NULL);
    }
    if (!status)
        status = rapport_scorecard_compute(card, NULL);
    rapport_scorecard_destroy(card);
    return status;
}

static void no_memory_is_an_ordinary_status(void **state)
{
    (void)state;
    assert_true(tk_exhaust_memory(everything) > 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(periods_fade_from_the_newest),
        cmocka_unit_test(only_submitted_periods_count),
        cmocka_unit_test(without_history_there_is_no_score_and_not_100),
        cmocka_unit_test(a_full_score_is_in_no_standing_of_theirs_and_in_the_top_one_of_ours),
        cmocka_unit_test(they_round_before_the_standing),
        cmocka_unit_test(halves_go_to_the_even_decimal),
        cmocka_unit_test(weights_must_be_exactly_100_for_them_alone),
        cmocka_unit_test(a_variable_without_a_value_is_missing_and_not_0),
        cmocka_unit_test(a_score_is_a_share_of_its_maximum),
        cmocka_unit_test(variables_are_rounded_to_two_decimals_by_them),
        cmocka_unit_test(a_formula_that_cannot_be_solved_is_refused_by_them_and_missing_here),
        cmocka_unit_test(what_is_stored_is_held_against_what_it_comes_to),
        cmocka_unit_test(a_stored_score_serves_where_no_variables_came),
        cmocka_unit_test(standings_that_overlap_or_leave_a_hole_are_refused_by_them),
        cmocka_unit_test(a_grade_of_0_is_no_end_for_them),
        cmocka_unit_test(a_weighting_that_gives_no_weight_falls_back_on_the_fade),
        cmocka_unit_test(other_criteria_are_another_question),
        cmocka_unit_test(a_maximum_of_0_is_no_scale),
        cmocka_unit_test(what_one_side_alone_can_solve_is_no_difference_of_numbers),
        cmocka_unit_test(nothing_of_any_maximum_and_what_is_only_stored_are_no_difference),
        cmocka_unit_test(our_side_is_a_model),
        cmocka_unit_test(arguments_are_checked),
        cmocka_unit_test(places_that_are_not_there_have_no_name),
        cmocka_unit_test(limits_are_named),
        cmocka_unit_test(no_memory_is_an_ordinary_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
