/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Quantiles of F against closed forms and printed tables. */
#include "testkit.h"

#include <math.h>

#include "analysis/agreement.h"

static const double tails[] = {0.75, 0.9, 0.95, 0.975, 0.995, 0.9995};
static const double freedoms[] = {0.5, 1, 2, 3.7, 5, 18, 100, 1234.5, 100000};
enum { TAILS = sizeof tails / sizeof *tails, FREEDOMS = sizeof freedoms / sizeof *freedoms };

static void with_two_degrees_above_it_is_a_power(void **state)
{
    (void)state;
    /* P(F > f) = (1 + 2 f/v)^(-v/2) for 2 and v degrees of freedom. */
    for (int t = 0; t < TAILS; t++)
        for (int d = 0; d < FREEDOMS; d++) {
            double v = freedoms[d], f = v / 2 * expm1(-2 / v * log1p(-tails[t]));
            assert_close(rapport__f_quantile(tails[t], 2, v), f, 1e-9 * f);
        }
}

static void with_two_degrees_below_it_is_a_power_too(void **state)
{
    (void)state;
    /* By exchange: F(v, 2) is 1/F(2, v), so its quantile is 2/(v (p^(-2/v) - 1)). */
    for (int t = 0; t < TAILS; t++)
        for (int d = 1; d < FREEDOMS; d++) {
            double v = freedoms[d], f = 2 / (v * expm1(-2 / v * log(tails[t])));
            assert_close(rapport__f_quantile(tails[t], v, 2), f, 1e-8 * f);
        }
}

static void with_one_and_one_it_is_a_tangent(void **state)
{
    (void)state;
    for (int t = 0; t < TAILS; t++) { /* the square of a Cauchy variable */
        double root = tan(3.14159265358979323846 * tails[t] / 2);
        assert_close(rapport__f_quantile(tails[t], 1, 1), root * root, 1e-8 * root * root);
    }
}

static void half_of_it_lies_below_1_where_both_are_equal(void **state)
{
    (void)state;
    for (int d = 0; d < FREEDOMS; d++)
        assert_close(rapport__f_quantile(0.5, freedoms[d], freedoms[d]), 1, 1e-8);
}

static void printed_tables_have_it(void **state)
{
    (void)state;
    /* The usual tables of the upper 2.5 and 5 % points, as in Pearson and Hartley, Biometrika Tables for Statisticians. */
    assert_close(rapport__f_quantile(0.975, 5, 15), 3.58, 0.005);
    assert_close(rapport__f_quantile(0.975, 5, 20), 3.29, 0.005);
    assert_close(rapport__f_quantile(0.975, 10, 10), 3.72, 0.005);
    assert_close(rapport__f_quantile(0.95, 3, 8), 4.07, 0.005);
    assert_close(rapport__f_quantile(0.95, 1, 10), 4.96, 0.005);
    assert_close(rapport__f_quantile(0.95, 4, 60), 2.53, 0.005);
    assert_close(rapport__f_quantile(0.95, 1, 1), 161.4, 0.06);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(with_two_degrees_above_it_is_a_power),
        cmocka_unit_test(with_two_degrees_below_it_is_a_power_too),
        cmocka_unit_test(with_one_and_one_it_is_a_tangent),
        cmocka_unit_test(half_of_it_lies_below_1_where_both_are_equal),
        cmocka_unit_test(printed_tables_have_it),
    };
    return cmocka_run_group_tests_name("F quantiles", tests, NULL, NULL);
}
