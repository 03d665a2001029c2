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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(aras_shares_a_column_of_zeros_evenly),
        cmocka_unit_test(merec_takes_ratios_that_are_no_double),
        cmocka_unit_test(tau_knows_ties_on_one_side),
        cmocka_unit_test(a_rest_that_is_tied_has_no_tau),
    };
    return cmocka_run_group_tests_name("ends_of_weights", tests, NULL, NULL);
}
