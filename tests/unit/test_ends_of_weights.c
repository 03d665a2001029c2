/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Where formulas of weights and ranks come to their ends: columns of zeros, ratios beyond a double, ties on one side. */
#include "matrix_kit.h"
#include "ranking_kit.h"

#include <math.h>

/* The second criterion is 0 everywhere: a third each for two candidates and the optimum. Of the first, 1 and 3 and the optimum
 * 3 share 7. Scores (3/7 + 1/3)/2 = 8/21 of the optimum and (1/7 + 1/3)/2 = 5/21. */
static void aras_shares_a_column_of_zeros_evenly(void **state)
{
    static const double values[] = {1, 0, 3, 0}, wanted[] = {5. / 8, 1};
    rapport_candidates *m = matrix_of(2, "++", NULL, values);
    rapport_ranking *r = rank(m, RAPPORT_ARAS);
    (void)state;
    expect_values(r, RAPPORT_SCORE, wanted, 1e-15);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

/* Keshavarz-Ghorabaee et al. 2021. |ln| of 1e100 / 1e-300 is L = 400 ln 10, of 2 / 1 ln 2, the others 0; of two criteria half
 * of them counts. Without the first criterion the second row has 0, without the second the first row: E = ln(1 + L/2) and ln(1
 * + (ln 2)/2). */
static void merec_takes_ratios_that_are_no_double(void **state)
{
    static const double values[] = {1e-300, 2, 1e100, 1};
    rapport_candidates *m = matrix_of(2, "++", NULL, values);
    double weights[2], first = log(1 + 200 * log(10)), second = log(1 + log(2) / 2);
    (void)state;
    assert_ok(rapport_data_weights_compute(RAPPORT_WEIGHTS_MEREC, m, NULL, weights, NULL));
    assert_close(weights[0], first / (first + second), 1e-14);
    assert_close(weights[1], second / (first + second), 1e-14);
    rapport_candidates_destroy(m);
}

/* Scores .45, .35, 0; without the second criterion .5, .5, 0: of three pairs two agree and one is tied on one side only. */
static void tau_knows_ties_on_one_side(void **state)
{
    static const double values[] = {.5, .4, .5, .2, 0, 0};
    rapport_candidates *m = matrix_make(NULL, 3, 2, NULL, values, 1);
    rapport_leave_one_out out = {.struct_size = sizeof out};
    rapport_sensitivity *s;
    (void)state;
    assert_ok(rapport_sensitivity_create(m, NULL, NULL, &s, NULL));
    assert_ok(rapport_sensitivity_get_without_criterion(s, 1, &out));
    assert_int_equal(out.has_tau, 1);
    assert_close(out.tau, 2 / sqrt(3 * 2), 1e-15);
    assert_int_equal(out.order_changes, 1);
    rapport_sensitivity_destroy(s);
    rapport_candidates_destroy(m);
}

/* Two candidates are one pair: as before 1, the other way round -1. */
static void tau_is_there_for_two(void **state)
{
    static const double values[] = {.9, .2, .5, .4};
    (void)state;
    for (uint32_t without = 0; without < 2; without++) {
        rapport_candidates *m = matrix_make(NULL, 2, 2, NULL, values, 1);
        rapport_leave_one_out out = {.struct_size = sizeof out};
        rapport_sensitivity *s;
        assert_ok(rapport_sensitivity_create(m, NULL, NULL, &s, NULL));
        assert_ok(rapport_sensitivity_get_without_criterion(s, without, &out));
        assert_int_equal(out.has_tau, 1);
        assert_close(out.tau, without ? 1 : -1, 0);
        rapport_sensitivity_destroy(s);
        rapport_candidates_destroy(m);
    }
}

/* 1, .5, .5: without the first the rest is tied and has no order; without another it has. The same from below. */
static void a_rest_that_is_tied_has_no_tau(void **state)
{
    static const double above[] = {.9, .5, .5}, below[] = {.5, .5, .1};
    (void)state;
    for (uint32_t odd = 0; odd <= 2; odd += 2) {
        rapport_candidates *m = matrix_make(NULL, 3, 1, NULL, odd ? below : above, 1);
        rapport_sensitivity *s;
        assert_ok(rapport_sensitivity_create(m, NULL, NULL, &s, NULL));
        for (uint32_t without = 0; without < 3; without++) {
            rapport_leave_one_out out = {.struct_size = sizeof out};
            assert_ok(rapport_sensitivity_get_without_candidate(s, without, &out));
            assert_int_equal(out.has_tau, without != odd);
            assert_close(out.tau, without != odd, 0);
            assert_int_equal(out.order_changes, 0);
        }
        rapport_sensitivity_destroy(s);
        rapport_candidates_destroy(m);
    }
}

/* Five in a chain, each better than the next by every criterion: so it is in each pair, whatever is drawn. */
static void a_chain_is_a_chain_in_each_pair(void **state)
{
    static const double values[] = {.9, .8, .7, .6, .5, .4, .3, .2, .1, 0};
    rapport_candidates *m = matrix_make(NULL, 5, 2, NULL, values, 1);
    rapport_sampling_options options = {.struct_size = sizeof options, .draws = 1000};
    rapport_sampling *sampling;
    rapport_acceptability *counts;
    (void)state;
    assert_ok(rapport_sampling_create(m, &options, NULL, &sampling, NULL));
    assert_ok(rapport_acceptability_create(sampling, &counts, NULL));
    assert_ok(rapport_acceptability_compute(counts, 0, 1000, NULL));
    for (uint32_t i = 0; i < 5; i++)
        for (uint32_t k = 0; k < 5; k++) {
            double share = -1;
            if (k == i)
                continue;
            assert_ok(rapport_acceptability_get_pair(counts, i, k, &share));
            assert_close(share, i < k, 0);
        }
    rapport_acceptability_destroy(counts);
    rapport_sampling_destroy(sampling);
    rapport_candidates_destroy(m);
}

/* Points are but proportions: 1/2 and 1/4 are 2 to 1. */
static void swing_points_may_add_up_to_less_than_1(void **state)
{
    static const char text[] = "{\"format\":\"rapport-judgements/1\",\"criteria\":[\"a\",\"b\"],"
                               "\"groups\":[{\"id\":\"g\",\"members\":[\"a\",\"b\"]}],"
                               "\"swing\":[0.5,0.25],\"group_swing\":[1]}";
    rapport_judgements *j;
    rapport_weights *w;
    rapport_error error;
    (void)state;
    if (rapport_judgements_read(text, -1, NULL, &j, &error))
        fail_msg("%s: %s", error.path, error.message);
    assert_ok(rapport_weights_create(RAPPORT_WEIGHTS_SWING, j, NULL, NULL, &w, NULL));
    assert_close(rapport_weights_values(w)[0], 2. / 3, 1e-15);
    assert_close(rapport_weights_values(w)[1], 1. / 3, 1e-15);
    rapport_weights_destroy(w);
    rapport_judgements_destroy(j);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(aras_shares_a_column_of_zeros_evenly),
        cmocka_unit_test(merec_takes_ratios_that_are_no_double),
        cmocka_unit_test(tau_knows_ties_on_one_side),
        cmocka_unit_test(tau_is_there_for_two),
        cmocka_unit_test(a_rest_that_is_tied_has_no_tau),
        cmocka_unit_test(a_chain_is_a_chain_in_each_pair),
        cmocka_unit_test(swing_points_may_add_up_to_less_than_1),
    };
    return cmocka_run_group_tests_name("ends_of_weights", tests, NULL, NULL);
}
