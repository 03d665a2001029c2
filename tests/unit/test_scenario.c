/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Plans in several possible futures. Expected numbers by hand. */
#include "measure_kit.h"

enum { PLANS = 3, SCENARIOS = 3 };

static double payoffs[] = {80, 60, 20, /* 2 */ 60, 60, 50, /* 3 */ 90, 40, 30};

static void three_attitudes_may_choose_three_plans(void **state)
{
    (void)state;
    double means[PLANS], minima[PLANS], regrets[PLANS];
    const double mean[] = {160. / 3, 170. / 3, 160. / 3}, minimum[] = {20, 50, 30};
    const double regret[] = {30, 30, 20}; /* the best are 90, 60, 50: 10 0 30, 30 0 0, 0 20 20 */
    rapport_scenarios out = {.struct_size = sizeof out};
    assert_ok(rapport_scenario_compute(payoffs, NULL, PLANS, SCENARIOS, means, minima, regrets, &out));
    for (int p = 0; p < PLANS; p++) {
        assert_close(means[p], mean[p], 100 * MK_ALMOST);
        assert_close(minima[p], minimum[p], 0);
        assert_close(regrets[p], regret[p], 0);
    }
    assert_int_equal(out.highest_mean, 1);
    assert_int_equal(out.highest_minimum, 1);
    assert_int_equal(out.least_regret, 2);
}

static void probabilities_bear_on_the_mean_alone(void **state)
{
    (void)state;
    double means[PLANS], minima[PLANS], regrets[PLANS];
    rapport_scenarios out = {.struct_size = sizeof out};
    assert_ok(rapport_scenario_compute(payoffs, (const double[]){2, 1, 1}, PLANS, SCENARIOS, means, minima, regrets, &out));
    assert_close(means[0], 60, 100 * MK_ALMOST);   /* (160 + 60 + 20) / 4 */
    assert_close(means[1], 57.5, 100 * MK_ALMOST); /* (120 + 60 + 50) / 4 */
    assert_close(means[2], 62.5, 100 * MK_ALMOST); /* (180 + 40 + 30) / 4 */
    assert_int_equal(out.highest_mean, 2);
    assert_int_equal(out.highest_minimum, 1);
    assert_int_equal(out.least_regret, 2);
    assert_close(minima[0], 20, 0);
}

static void a_lone_plan_regrets_nothing(void **state)
{
    (void)state;
    double mean, minimum, regret;
    rapport_scenarios out = {.struct_size = sizeof out};
    assert_ok(rapport_scenario_compute((const double[]){-4, -0.0}, NULL, 1, 2, &mean, &minimum, &regret, &out));
    assert_close(mean, -2, 0);
    assert_close(minimum, -4, 0);
    assert_same_bits(regret, 0);
    assert_ok(rapport_scenario_compute((const double[]){7, -4, 5}, NULL, 1, 3, &mean, &minimum, &regret, &out));
    assert_close(minimum, -4, 0); /* the worst case may be any of them */
    assert_ok(rapport_scenario_compute((const double[]){-0.0}, NULL, 1, 1, &mean, &minimum, &regret, &out));
    assert_same_bits(mean, 0);
    assert_same_bits(minimum, 0);
}

static void of_equal_plans_the_first_is_named(void **state)
{
    (void)state;
    double means[3], minima[3], regrets[3];
    rapport_scenarios out = {.struct_size = sizeof out};
    assert_ok(rapport_scenario_compute((const double[]){1, 2, 5, 4, 4, 5}, NULL, 3, 2, means, minima, regrets, &out));
    assert_int_equal(out.highest_mean, 1);
    assert_int_equal(out.highest_minimum, 1);
    assert_int_equal(out.least_regret, 1);
}

static void payoffs_of_any_size_have_means_and_regrets(void **state)
{
    (void)state;
    const double huge[] = {1e300, 1e300, -1e300, -1e300}, sure[] = {1e300, 1e300};
    double means[2], minima[2], regrets[2];
    rapport_scenarios out = {.struct_size = sizeof out};
    assert_ok(rapport_scenario_compute(huge, sure, 2, 2, means, minima, regrets, &out));
    assert_close(means[0] / 1e300, 1, MK_ALMOST);
    assert_close(regrets[1] / 1e300, 2, MK_ALMOST);
}

static void scenarios_of_what_makes_no_sense_are_refused(void **state)
{
    (void)state;
    double likely[] = {1, 1, 1}, means[PLANS] = {-17}, minima[PLANS] = {-17}, regrets[PLANS] = {-17};
    rapport_scenarios out = {.struct_size = sizeof out};
#define CALL rapport_scenario_compute(payoffs, likely, PLANS, SCENARIOS, means, minima, regrets, &out)
    mk_assert_struct(out, CALL);
    assert_true(means[0] == -17 && minima[0] == -17 && regrets[0] == -17);
    mk_assert_range(payoffs[8], -1e300, 1e300, CALL);
    mk_assert_range(likely[2], 0, 1e300, CALL);
#undef CALL
    assert_int_equal(rapport_scenario_compute(NULL, likely, 3, 3, means, minima, regrets, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scenario_compute(payoffs, likely, 3, 3, NULL, minima, regrets, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scenario_compute(payoffs, likely, 3, 3, means, NULL, regrets, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scenario_compute(payoffs, likely, 3, 3, means, minima, NULL, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scenario_compute(payoffs, likely, 3, 3, means, minima, regrets, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scenario_compute(payoffs, likely, 0, 3, means, minima, regrets, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_scenario_compute(payoffs, likely, 3, 0, means, minima, regrets, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_scenario_compute(payoffs, likely, 65537, 3, means, minima, regrets, &out), RAPPORT_LIMIT);
    assert_int_equal(rapport_scenario_compute(payoffs, likely, 3, 65537, means, minima, regrets, &out), RAPPORT_LIMIT);
    assert_int_equal(rapport_scenario_compute(payoffs, (const double[]){0, 0, 0}, 3, 3, means, minima, regrets, &out),
                     RAPPORT_UNDEFINED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_attitudes_may_choose_three_plans),
        cmocka_unit_test(probabilities_bear_on_the_mean_alone),
        cmocka_unit_test(a_lone_plan_regrets_nothing),
        cmocka_unit_test(of_equal_plans_the_first_is_named),
        cmocka_unit_test(payoffs_of_any_size_have_means_and_regrets),
        cmocka_unit_test(scenarios_of_what_makes_no_sense_are_refused),
    };
    return cmocka_run_group_tests_name("scenario", tests, NULL, NULL);
}
