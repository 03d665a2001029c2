/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Trend over arrays, against published examples and arithmetic by hand. */
#include "testkit.h"

#include <math.h>
#include <string.h>

#include "rapport/trend.h"

#define COUNT(array) ((uint32_t)(sizeof(array) / sizeof *(array)))

/* The series of the design: mu 70, sigma 4. */
static const double falling[] = {71, 69, 70, 66, 64, 62};

static rapport_recency recency(const double *values, const uint8_t *present, const double *times, uint32_t n, int32_t fade,
                               double span)
{
    rapport_recency out = {.struct_size = sizeof out};
    assert_ok(rapport_recency_compute(values, present, times, n, fade, span, &out));
    return out;
}

static rapport_slope slope(const double *values, const uint8_t *present, const double *times, uint32_t n)
{
    rapport_slope out = {.struct_size = sizeof out};
    assert_ok(rapport_slope_compute(values, present, times, n, NULL, &out));
    return out;
}

static void a_linear_fade_gives_the_newest_period_one(void **state)
{
    (void)state;
    /* Ages 2 1 0 of a span of 4: weights 2/4, 3/4, 4/4. (0.5 * 40 + 0.75 * 60 + 1 * 80) / 2.25 = 145 / 2.25. */
    const double x[] = {40, 60, 80};
    rapport_recency r = recency(x, NULL, NULL, 3, RAPPORT_LINEAR_FADE, 4);
    assert_int_equal(r.reason, RAPPORT_TREND_DEFINED);
    assert_close(r.value, 145 / 2.25, 1e-13);
    assert_close(r.weight, 2.25, 0);
    assert_true(r.used == 3 && r.faded == 0 && r.skipped == 0);
}

static void a_linear_fade_ends_at_its_span(void **state)
{
    (void)state;
    /* Span 2: the ages 2 and 3 have no weight; (0.5 * 60 + 1 * 80) / 1.5. */
    const double x[] = {1e6, 0, 60, 80};
    rapport_recency r = recency(x, NULL, NULL, 4, RAPPORT_LINEAR_FADE, 2);
    assert_close(r.value, 110 / 1.5, 1e-13);
    assert_true(r.used == 2 && r.faded == 2);
}

static void a_half_life_halves(void **state)
{
    (void)state;
    /* Half-life 1: weights 1/4, 1/2, 1. (10 + 30 + 80) / 1.75. */
    const double x[] = {40, 60, 80}, times[] = {0, 1, 3};
    assert_close(recency(x, NULL, NULL, 3, RAPPORT_HALF_LIFE, 1).value, 120 / 1.75, 1e-13);
    /* By times: ages 3, 2, 0: weights 1/8, 1/4, 1. (5 + 15 + 80) / 1.375. */
    assert_close(recency(x, NULL, times, 3, RAPPORT_HALF_LIFE, 1).value, 100 / 1.375, 1e-13);
}

static void nothing_is_made_of_nothing(void **state)
{
    (void)state;
    const uint8_t none[6] = {0};
    rapport_recency r = recency(falling, none, NULL, 6, RAPPORT_LINEAR_FADE, 12);
    assert_true(r.reason == RAPPORT_TREND_TOO_FEW && r.value == 0 && r.weight == 0 && r.skipped == 6);
    assert_int_equal(recency(NULL, NULL, NULL, 0, RAPPORT_HALF_LIFE, 1).reason, RAPPORT_TREND_TOO_FEW);
    rapport_chart c = {.struct_size = sizeof c};
    assert_ok(rapport_ewma_compute(falling, none, 6, 70, 4, 0.3, 2.7, 0, NULL, NULL, NULL, NULL, &c));
    assert_true(c.reason == RAPPORT_TREND_TOO_FEW && c.first_alarm == RAPPORT_NONE && c.low == 0);
    rapport_slope s = slope(falling, none, NULL, 6);
    assert_true(s.reason == RAPPORT_TREND_TOO_FEW && s.test_reason == RAPPORT_TREND_TOO_FEW && s.skipped == 6);
    assert_int_equal(slope(falling, NULL, NULL, 1).reason, RAPPORT_TREND_TOO_FEW);
}

static void the_average_is_not_yet_out_after_six_periods(void **state)
{
    (void)state;
    /* z: 70.3, 69.91, 69.937, 68.7559, 67.32913, 65.730391. Limit: 70 - 10.8 sqrt(0.3/1.7 (1 - 0.7^12)) = 65.4946. */
    double z[6], low[6], high[6];
    int32_t alarms[6];
    rapport_chart c = {.struct_size = sizeof c};
    assert_ok(rapport_ewma_compute(falling, NULL, 6, 70, 4, 0.3, 2.7, RAPPORT_VARYING_LIMITS, z, low, high, alarms, &c));
    assert_close(z[0], 70.3, 1e-12);
    assert_close(z[5], 65.730391, 1e-12);
    assert_close(c.value, 65.7304, 5e-5);
    assert_close(c.low, 65.4946, 5e-5);
    assert_close(low[0], 70 - 2.7 * 4 * 0.3, 1e-12); /* sqrt(lambda / (2 - lambda) * (1 - (1 - lambda)^2)) is lambda */
    assert_close(high[0] + low[0], 140, 1e-12);
    assert_true(c.alarms == 0 && c.first_alarm == RAPPORT_NONE && c.last == 0 && c.used == 6 && alarms[5] == 0);
    /* Asymptotic: 70 - 10.8 sqrt(3 / 17) = 65.4631. */
    assert_ok(rapport_ewma_compute(falling, NULL, 6, 70, 4, 0.3, 2.7, RAPPORT_ASYMPTOTIC_LIMITS, NULL, low, NULL, NULL, &c));
    assert_close(low[0], 70 - 10.8 * sqrt(3.0 / 17), 1e-12);
    assert_close(low[5], low[0], 0);
}

static void the_average_of_the_nist_handbook(void **state)
{
    (void)state;
    /* NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.4: EWMA_0 50, s 2.0539, lambda 0.3, k 3; no period is out. */
    const double x[] = {52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5,
                        49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1};
    const double printed[] = {50.60, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33,
                              50.11, 49.36, 49.52, 50.05, 49.38, 49.92, 50.73, 51.23, 51.94, 51.99};
    double z[20];
    rapport_chart c = {.struct_size = sizeof c};
    assert_ok(rapport_ewma_compute(x, NULL, 20, 50, 2.0539, 0.3, 3, RAPPORT_ASYMPTOTIC_LIMITS, z, NULL, NULL, NULL, &c));
    for (int i = 0; i < 20; i++)
        assert_close(z[i], printed[i], 0.0051);
    assert_close(c.high, 52.5884, 5e-4);
    assert_close(c.low, 47.4115, 5e-4);
    assert_int_equal(c.alarms, 0);
}

/* Montgomery, Introduction to Statistical Quality Control, table 9.1: mean 10 and sigma 1; from the 21st on the mean is 11. */
static const double montgomery[] = {9.45,  7.99,  9.29,  11.66, 12.16, 10.18, 8.04,  11.46, 9.20,  10.34,
                                    9.03,  11.47, 10.51, 9.40,  10.08, 9.37,  10.62, 10.31, 8.52,  10.84,
                                    10.90, 9.33,  12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52};

static void montgomery_finds_the_shift(void **state)
{
    (void)state;
    /* By the book the CUSUM with k 0.5, h 5 is out at the 29th period with 5.28. By arithmetic so is the EWMA with 0.1, 2.7:
     * z_28 10.5731, z_29 10.6468 against 10 + 2.7 sqrt(0.1/1.9 (1 - 0.9^58)) = 10.6187. */
    double low[30], high[30];
    rapport_chart c = {.struct_size = sizeof c};
    assert_ok(rapport_cusum_compute(montgomery, NULL, 30, 10, 1, 0.5, 5, low, high, NULL, &c));
    assert_close(low[0], 0.05, 1e-12);
    assert_close(low[1], 1.56, 1e-12);
    assert_close(high[28], 5.28, 1e-9);
    assert_true(c.first_alarm == 28 && c.alarms == 2 && c.last == RAPPORT_ALARM_HIGH);
    assert_ok(rapport_ewma_compute(montgomery, NULL, 30, 10, 1, 0.1, 2.7, RAPPORT_VARYING_LIMITS, high, low, NULL, NULL, &c));
    assert_close(high[0], 9.945, 1e-12);
    assert_close(high[1], 9.7495, 1e-12);
    assert_close(low[28], 10 - 0.6187, 5e-5);
    assert_close(high[28], 10.6468, 5e-5);
    assert_int_equal(c.first_alarm, 28);
}

static void the_lower_sum_grows_in_the_last_three_periods(void **state)
{
    (void)state;
    /* (70 - 66)/4 - 0.5 = 0.5; + 1.5 - 0.5 = 1.5; + 2 - 0.5 = 3. */
    const double expected[] = {0, 0, 0, 0.5, 1.5, 3};
    double low[6], high[6];
    int32_t alarms[6];
    rapport_chart c = {.struct_size = sizeof c};
    assert_ok(rapport_cusum_compute(falling, NULL, 6, 70, 4, 0.5, 4, low, high, alarms, &c));
    for (int i = 0; i < 6; i++) {
        assert_close(low[i], expected[i], 0);
        assert_close(high[i], 0, 0);
        assert_int_equal(alarms[i], 0);
    }
    assert_ok(rapport_cusum_compute(falling, NULL, 6, 70, 4, 0.5, 3, NULL, NULL, alarms, &c));
    assert_int_equal(c.alarms, 0); /* at the interval is not beyond it */
    assert_ok(rapport_cusum_compute(falling, NULL, 6, 70, 4, 0.5, 2.9, NULL, NULL, alarms, &c));
    assert_true(c.alarms == 1 && c.first_alarm == 5 && alarms[5] == RAPPORT_ALARM_LOW && c.last == RAPPORT_ALARM_LOW);
}

static void without_spread_there_is_no_chart_and_nothing_is_written(void **state)
{
    (void)state;
    double z[6] = {-1};
    rapport_chart c = {.struct_size = sizeof c};
    assert_ok(rapport_ewma_compute(falling, NULL, 6, 70, 0, 0.3, 2.7, 0, z, NULL, NULL, NULL, &c));
    assert_true(c.reason == RAPPORT_TREND_NO_SPREAD && c.value == 0 && c.used == 6 && z[0] == -1);
    assert_ok(rapport_cusum_compute(falling, NULL, 6, 70, 0, 0.5, 4, z, NULL, NULL, &c));
    assert_true(c.reason == RAPPORT_TREND_NO_SPREAD && z[0] == -1);
}

static void six_falling_rounds(void **state)
{
    (void)state;
    /* Slopes of the 15 pairs, sorted: -3 -2.5 -2 -2 -5/3 -1.5 -4/3 -1.5 ... median -1.5; 2 pairs rise, 13 fall. var 6 5 17/18.
     */
    const double x[] = {62, 64, 63, 60, 58, 57};
    rapport_slope s = slope(x, NULL, NULL, 6);
    assert_close(s.slope, -1.5, 0);
    assert_close(s.intercept, 61 + 1.5 * 2.5, 1e-12); /* medians 61 and 2.5 */
    assert_close(s.s, -11, 0);
    assert_close(s.variance, 510.0 / 18, 1e-12);
    assert_close(s.z, -10 / sqrt(510.0 / 18), 1e-12);
    assert_close(s.tau, -11.0 / 15, 1e-15);
    /* Of the 720 orders 1 + 5 + 14 have at most two pairs that rise; as many at most two that fall. */
    assert_int_equal(s.exact, 1);
    assert_close(s.p, 40.0 / 720, 1e-15);
}

static void a_published_mann_kendall_by_hand(void **state)
{
    (void)state;
    /* Little, A Mann-Kendall example by hand (College of the Holy Cross): S 54, one tie of two, Z 2.9058, one-sided p .0018. */
    const double x[] = {12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7};
    rapport_slope s = slope(x, NULL, NULL, COUNT(x));
    assert_close(s.s, 54, 0);
    assert_close(s.variance, (14.0 * 13 * 33 - 2 * 1 * 9) / 18, 1e-12);
    assert_close(s.z, 2.9058, 5e-5);
    assert_close(s.p / 2, 0.0018, 5e-5);
    assert_int_equal(s.exact, 0);
    assert_close(s.tau, 54 / sqrt(91.0 * 90), 1e-14);
}

static void equal_values_have_a_slope_but_no_test(void **state)
{
    (void)state;
    const double x[] = {5, 5, 5, 5};
    rapport_slope s = slope(x, NULL, NULL, 4);
    assert_true(s.reason == RAPPORT_TREND_DEFINED && s.slope == 0 && s.intercept == 5 && s.s == 0);
    assert_true(s.test_reason == RAPPORT_TREND_NO_SPREAD && s.p == 0 && s.tau == 0 && s.variance == 0);
}

static void an_outlier_does_not_move_the_slope(void **state)
{
    (void)state;
    /* 0 1 2 900 4 5 6: of 21 slopes 15 are 1, so the median is 1. */
    const double x[] = {0, 1, 2, 900, 4, 5, 6};
    assert_close(slope(x, NULL, NULL, 7).slope, 1, 0);
}

static void given_times_stretch_the_slope(void **state)
{
    (void)state;
    /* Slopes 10/2, 30/4, 20/2: median 7.5; intercept 20 - 7.5 * 102. */
    const double x[] = {10, 20, 40}, times[] = {100, 102, 104}, back[] = {100, 102, 102};
    rapport_slope s = slope(x, NULL, times, 3);
    assert_close(s.slope, 7.5, 0);
    assert_close(s.intercept, 20 - 7.5 * 102, 1e-12);
    assert_int_equal(rapport_slope_compute(x, NULL, back, 3, NULL, &s), RAPPORT_BAD_VALUE);
}

/* A skipped period is as if it were not there, wherever it stands and whatever it holds. */
static void skipped_periods_change_nothing_but_their_count(void **state)
{
    (void)state;
    const double dense[] = {71, 69, 70, 66, 64, 62}, sparse[] = {NAN, 71, 69, 1e300, 70, 66, -INFINITY, 64, 62, NAN};
    const uint8_t present[] = {0, 1, 1, 0, 1, 1, 0, 1, 1, 0};
    rapport_recency r = recency(dense, NULL, NULL, 6, RAPPORT_LINEAR_FADE, 5);
    rapport_recency q = recency(sparse, present, NULL, 10, RAPPORT_LINEAR_FADE, 5);
    assert_same_bits(q.value, r.value);
    assert_true(q.skipped == 4 && q.faded == 1 && r.faded == 1);
    rapport_slope s = slope(dense, NULL, NULL, 6), t = slope(sparse, present, NULL, 10);
    assert_int_equal(t.skipped, 4);
    t.skipped = 0;
    assert_memory_equal(&s, &t, sizeof s);
    double z[10], low[10];
    int32_t alarms[10];
    rapport_chart c = {.struct_size = sizeof c}, d = {.struct_size = sizeof d};
    assert_ok(rapport_ewma_compute(dense, NULL, 6, 70, 4, 0.3, 1, 0, NULL, NULL, NULL, NULL, &c));
    assert_ok(rapport_ewma_compute(sparse, present, 10, 70, 4, 0.3, 1, 0, z, low, NULL, alarms, &d));
    assert_same_bits(c.value, d.value);
    assert_same_bits(c.low, d.low);
    assert_true(z[0] == 70 && low[0] == 70 && z[3] == z[2] && z[9] == z[8] && alarms[9] == 0 && alarms[8] == RAPPORT_ALARM_LOW);
    assert_true(d.skipped == 4 && d.alarms == c.alarms && d.last == RAPPORT_ALARM_LOW);
}

static void what_makes_no_sense_is_refused(void **state)
{
    (void)state;
    const double bad[] = {1, NAN, 3}, large[] = {1, 2e100, 3};
    double z[6] = {-1};
    rapport_recency r = {.struct_size = sizeof r};
    rapport_chart c = {.struct_size = sizeof c}, small = {.struct_size = 4};
    rapport_slope s = {.struct_size = sizeof s};
    assert_int_equal(rapport_recency_compute(bad, NULL, NULL, 3, 0, 12, &r), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_slope_compute(large, NULL, NULL, 3, NULL, &s), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_recency_compute(falling, NULL, NULL, 6, 2, 12, &r), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_recency_compute(falling, NULL, bad, 3, 0, 12, &r), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_recency_compute(falling, NULL, NULL, 6, 0, 0, &r), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_recency_compute(NULL, NULL, NULL, 6, 0, 12, &r), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_recency_compute(falling, NULL, NULL, 6, 0, 12, NULL), RAPPORT_BAD_ARGUMENT);
    const double lambdas[] = {0, -1, 1.1, NAN}, sigmas[] = {-1, NAN, INFINITY, 1e-200};
    for (int i = 0; i < 4; i++) {
        assert_int_equal(rapport_ewma_compute(falling, NULL, 6, 70, 4, lambdas[i], 3, 0, z, NULL, NULL, NULL, &c),
                         RAPPORT_BAD_VALUE);
        assert_int_equal(rapport_ewma_compute(falling, NULL, 6, 70, sigmas[i], 0.3, 3, 0, z, NULL, NULL, NULL, &c),
                         RAPPORT_BAD_VALUE);
        assert_int_equal(rapport_cusum_compute(falling, NULL, 6, 70, sigmas[i], 0.5, 4, z, NULL, NULL, &c), RAPPORT_BAD_VALUE);
    }
    assert_int_equal(rapport_ewma_compute(falling, NULL, 6, NAN, 4, 0.3, 3, 0, z, NULL, NULL, NULL, &c), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_ewma_compute(falling, NULL, 6, 70, 4, 0.3, 0, 0, z, NULL, NULL, NULL, &c), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_ewma_compute(falling, NULL, 6, 70, 4, 0.3, 3, 2, z, NULL, NULL, NULL, &c), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_ewma_compute(falling, NULL, 6, 70, 4, 0.3, 3, 0, z, NULL, NULL, NULL, &small),
                     RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_cusum_compute(falling, NULL, 6, 70, 4, -0.5, 4, z, NULL, NULL, &c), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_cusum_compute(falling, NULL, 6, 70, 4, 0.5, 0, z, NULL, NULL, &c), RAPPORT_BAD_VALUE);
    assert_true(z[0] == -1);
    assert_int_equal(rapport_slope_compute(falling, NULL, NULL, 6, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_slope_compute(falling, NULL, NULL, 6, &(rapport_allocator){0}, &s), RAPPORT_BAD_ARGUMENT);
}

static void extremes_stay_finite(void **state)
{
    (void)state;
    const double x[] = {-1e100, 1e100, -1e100, 1e100}, times[] = {0, 1e-100, 2e-100, 1e100};
    rapport_slope s = slope(x, NULL, times, 4);
    rapport_chart c = {.struct_size = sizeof c};
    assert_true(isfinite(s.slope) && isfinite(s.intercept));
    assert_ok(rapport_cusum_compute(x, NULL, 4, 1e100, 1e-100, 0.5, 4, NULL, NULL, NULL, &c));
    assert_true(isfinite(c.low) && c.last == RAPPORT_ALARM_LOW);
    assert_ok(rapport_ewma_compute(x, NULL, 4, 1e100, 1e100, 1, 1e6, 0, NULL, NULL, NULL, NULL, &c));
    assert_true(isfinite(c.low) && isfinite(c.high) && c.value == 1e100);
    assert_true(isfinite(recency(x, NULL, times, 4, RAPPORT_HALF_LIFE, 1e-6).value));
}

static void a_slope_takes_2048_periods_and_no_more(void **state)
{
    (void)state;
    static double x[RAPPORT_MAX_SLOPE_PERIODS + 1];
    uint8_t present[RAPPORT_MAX_SLOPE_PERIODS + 1];
    rapport_slope s = {.struct_size = sizeof s};
    for (uint32_t i = 0; i <= RAPPORT_MAX_SLOPE_PERIODS; i++)
        x[i] = 3.0 * i;
    memset(present, 1, sizeof present);
    assert_int_equal(rapport_slope_compute(x, NULL, NULL, COUNT(x), NULL, &s), RAPPORT_LIMIT);
    present[7] = 0;
    x[7] = NAN;
    assert_ok(rapport_slope_compute(x, present, NULL, COUNT(x), NULL, &s));
    assert_true(s.slope == 3 && s.skipped == 1 && s.tau == 1 && s.p < 1e-300);
}

static rapport_status scenario(const rapport_allocator *memory)
{
    rapport_slope s = {.struct_size = sizeof s};
    return rapport_slope_compute(falling, NULL, NULL, 6, memory, &s);
}

static void memory_may_run_out(void **state)
{
    (void)state;
    assert_int_equal(tk_exhaust_memory(scenario), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_linear_fade_gives_the_newest_period_one),
        cmocka_unit_test(a_linear_fade_ends_at_its_span),
        cmocka_unit_test(a_half_life_halves),
        cmocka_unit_test(nothing_is_made_of_nothing),
        cmocka_unit_test(the_average_is_not_yet_out_after_six_periods),
        cmocka_unit_test(the_average_of_the_nist_handbook),
        cmocka_unit_test(montgomery_finds_the_shift),
        cmocka_unit_test(the_lower_sum_grows_in_the_last_three_periods),
        cmocka_unit_test(without_spread_there_is_no_chart_and_nothing_is_written),
        cmocka_unit_test(six_falling_rounds),
        cmocka_unit_test(a_published_mann_kendall_by_hand),
        cmocka_unit_test(equal_values_have_a_slope_but_no_test),
        cmocka_unit_test(an_outlier_does_not_move_the_slope),
        cmocka_unit_test(given_times_stretch_the_slope),
        cmocka_unit_test(skipped_periods_change_nothing_but_their_count),
        cmocka_unit_test(what_makes_no_sense_is_refused),
        cmocka_unit_test(extremes_stay_finite),
        cmocka_unit_test(a_slope_takes_2048_periods_and_no_more),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
