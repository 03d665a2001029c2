/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The weighted power mean. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "model/power.h"

#include "testkit.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const double ones[] = {1, 1, 1};

static double mean3(double power, double a, double b, double c)
{
    const double values[] = {a, b, c};
    return rapport__power_mean(power, 3, ones, values);
}

static void the_published_values_come_out(void **state)
{
    (void)state;
    /* (90, 90, 20): 200/3, (162000)^(1/3), 540/13, sqrt(97200/89), 20; to twenty digits by decimal arithmetic */
    assert_close(mean3(1, 90, 90, 20), 66.666666666666666667, 1e-13);
    assert_close(mean3(0, 90, 90, 20), 54.513617784964189667, 1e-13);
    assert_close(mean3(-1, 90, 90, 20), 41.538461538461538462, 1e-13);
    assert_close(mean3(-2, 90, 90, 20), 33.047463313553646448, 1e-13);
    assert_close(mean3(2, 90, 90, 20), 74.386378681404657645, 1e-13);
    assert_same_bits(mean3(-HUGE_VAL, 90, 90, 20), 20);
    assert_same_bits(mean3(HUGE_VAL, 90, 90, 20), 90);
    assert_close(mean3(0, 75, 75, 0), 17.784466522450314003, 1e-13); /* 5625^(1/3): the 0 counts as 1 */
}

static void weights_count_as_repetitions(void **state)
{
    static const double powers[] = {1, 0, -1, 2, -2, 0.5, 7, -7};
    static const double weights[] = {3, 2}, two[] = {80, 30}, five[] = {80, 80, 80, 30, 30}, equal[] = {1, 1, 1, 1, 1};
    (void)state;
    for (size_t i = 0; i < COUNT(powers); i++)
        assert_close(rapport__power_mean(powers[i], 2, weights, two), rapport__power_mean(powers[i], 5, equal, five), 1e-12);
    /* (3 80^2 + 2 30^2) / 5 = 4200; 80^(3/5) 30^(2/5) = e^(0.6 ln 80 + 0.4 ln 30) = 54.0364...; 5 / (3/80 + 2/30) = 48 */
    assert_close(rapport__power_mean(2, 2, weights, two), 64.807406984078602, 1e-12);
    assert_close(rapport__power_mean(-1, 2, weights, two), 48, 1e-13);
    assert_same_bits(rapport__power_mean(1, 2, weights, two), 60);
}

static void zeros_are_floored_at_1_for_powers_of_0_and_less(void **state)
{
    (void)state;
    assert_same_bits(rapport__power_floor(0, 0.5), 1);
    assert_same_bits(rapport__power_floor(-1, 0), 1);
    assert_same_bits(rapport__power_floor(-100, 0.999), 1);
    assert_same_bits(rapport__power_floor(0, 1), 1);
    assert_same_bits(rapport__power_floor(0, 1.5), 1.5);
    assert_same_bits(rapport__power_floor(0.01, 0.5), 0.5);
    assert_same_bits(rapport__power_floor(1, 0), 0);
    assert_same_bits(rapport__power_floor(-HUGE_VAL, 0.5), 0.5); /* the minimum is what it is */
    assert_same_bits(rapport__power_floor(HUGE_VAL, 0), 0);
    assert_same_bits(mean3(0, 0, 0, 0), 1);
    assert_same_bits(mean3(-1, 0, 0.5, 0), 1);
    assert_same_bits(mean3(-HUGE_VAL, 50, 0, 70), 0);
    assert_close(mean3(-1, 0, 100, 100), 3 / 1.02, 1e-13); /* 3 / (1 + 1/100 + 1/100) */
}

static void zeros_are_zeros_for_powers_above_0(void **state)
{
    static const double powers[] = {0.01, 0.5, 1, 2, 100, HUGE_VAL};
    (void)state;
    for (size_t i = 0; i < COUNT(powers); i++)
        assert_same_bits(mean3(powers[i], 0, 0, 0), 0);
    assert_close(mean3(0.5, 0, 0, 90), 10, 1e-12);               /* (sqrt(90) / 3)^2 */
    assert_close(mean3(2, 0, 0, 90), 51.961524227066319, 1e-12); /* 90 / sqrt(3) */
}

static void the_smallest_and_largest_powers_do_not_overflow(void **state)
{
    (void)state;
    /* Decimal arithmetic with 40 digits. Near 0 rounding is felt 1/|p| times: a relative 2^-53 becomes 100 of them. */
    assert_close(mean3(0.01, 90, 90, 20), 54.6505856757244295334, 1e-11);
    assert_close(mean3(-0.01, 90, 90, 20), 54.3765363332218344696, 1e-11);
    assert_true(mean3(0.01, 90, 90, 20) > mean3(0, 90, 90, 20));
    assert_true(mean3(-0.01, 90, 90, 20) < mean3(0, 90, 90, 20));
    /* At +-100 only the extremes count: 90 (2/3)^(1/100), 20 3^(1/100); the others add less than 1e-65. */
    assert_close(mean3(100, 90, 90, 20), 89.6358202126190599017, 1e-12);
    assert_close(mean3(-100, 90, 90, 20), 20.2209338387570718131, 1e-12);
    assert_close(mean3(100, 1e-300, 1e-300, 100), 98.9074004172170713096, 1e-12); /* 100 3^(-1/100) */
    assert_close(mean3(-100, 0, 100, 100), 1.01104669193785359065, 1e-13);        /* 3^(1/100): the 0 counts as 1 */
    assert_close(mean3(100, 5e-324, 0, 5e-324), 5e-324, 0);
    assert_true(mean3(0.01, 5e-324, 100, 100) < 100);
    assert_true(mean3(0.01, 5e-324, 100, 100) > 5e-324);
}

static void extreme_weights_do_not_overflow(void **state)
{
    static const double powers[] = {1, 0, -1, 2, -2, 0.01, -0.01, 100, -100};
    static const double weights[] = {1e12, 1e-12, 1e-12}, values[] = {40, 100, 1};
    (void)state;
    for (size_t i = 0; i < COUNT(powers); i++) /* 2.5^100 1e-24 = 6e15: there, and there alone, the light ones are felt */
        if (fabs(powers[i]) < 100)
            assert_close(rapport__power_mean(powers[i], 3, weights, values), 40, 1e-12);
    assert_close(rapport__power_mean(100, 3, weights, values), 57.5439937337156930986, 1e-11);
    /* 100 (1e-24 + 0.4^100)^(1/100) */
    assert_close(rapport__power_mean(-100, 3, weights, values), 1.73780082874937546699, 1e-12); /* 10^0.24 */
}

static void equal_values_are_their_own_mean(void **state)
{
    static const double powers[] = {0, -1, 2, -2, 0.5, 0.01, -0.01, 100, -100, 3.7, HUGE_VAL, -HUGE_VAL};
    static const double weights[] = {0.1, 0.2, 0.3}, values[] = {1, 33.3, 70, 99.99999999999999, 100};
    (void)state;
    for (size_t i = 0; i < COUNT(powers); i++)
        for (size_t k = 0; k < COUNT(values); k++) {
            const double same[] = {values[k], values[k], values[k]};
            assert_same_bits(rapport__power_mean(powers[i], 3, weights, same), values[k]);
        }
}

static void no_mean_leaves_the_range_of_its_values_by_rounding(void **state)
{
    /* Found at random: of neighbouring doubles, the formula alone comes out one below or one above both. */
    static const struct {
        double power, value, weights[3];
    } cases[] = {{0.5, 52.78, {1, 1, 5}}, {0.5, 53.19, {5, 1, 5}}, {-2, 62.78, {3, 7, 7}}, {-7, 13.8, {2, 9, 2}}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        double next = cases[i].value, values[] = {next, 0, next}, mean;
        uint64_t bits;
        memcpy(&bits, &next, sizeof bits);
        bits++;
        memcpy(&next, &bits, sizeof next);
        values[1] = next;
        mean = rapport__power_mean(cases[i].power, 3, cases[i].weights, values);
        assert_true(mean >= cases[i].value && mean <= next);
    }
}

static void p_1_is_the_plain_quotient_of_sums(void **state)
{
    /* The definition, rounding for rounding: (w1 x1 + w2 x2 + w3 x3) / (w1 + w2 + w3) from the left. */
    static const double weights[] = {0.1, 0.2, 0.3}, values[] = {70, 70, 70};
    volatile double first = 0.1 * 70, second = 0.2 * 70, third = 0.3 * 70, sum = first + second, total = 0.1;
    (void)state;
    sum += third;
    total += 0.2;
    total += 0.3;
    assert_same_bits(rapport__power_mean(1, 3, weights, values), sum / total);
}

static void no_mean_passes_100(void **state)
{
    static const double full[] = {100, 100, 100, 100, 100, 100};
    double weights[6];
    uint64_t seed = 4;
    (void)state;
    for (int turn = 0; turn < 20000; turn++) {
        for (int i = 0; i < 6; i++) {
            seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
            weights[i] = (double)(seed >> 40) / 1e3 + 1e-3;
        }
        assert_true(rapport__power_mean(1, 6, weights, full) <= 100);
    }
}

static const double all_powers[] = {-HUGE_VAL, -100, -10, -2, -1, -0.5, -0.01, 0, 0.01, 0.5, 1, 2, 10, 100, HUGE_VAL};

static void means_rise_with_the_power_and_lie_between_the_values(void **state)
{
    uint64_t seed = 5;
    (void)state;
    for (int turn = 0; turn < 2000; turn++) {
        double weights[4], values[4], low = 100, high = 0, before;
        for (int i = 0; i < 4; i++) {
            seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
            weights[i] = (double)(seed >> 44) / 1e4 + 1e-3;
            seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
            values[i] = 1 + 99 * ((double)(seed >> 11) * 0x1p-53);
            low = values[i] < low ? values[i] : low;
            high = values[i] > high ? values[i] : high;
        }
        before = low;
        for (size_t p = 0; p < COUNT(all_powers); p++) {
            double mean = rapport__power_mean(all_powers[p], 4, weights, values);
            assert_true(mean >= before - 1e-11);
            assert_true(mean >= low - 1e-13 && mean <= high + 1e-13);
            before = mean;
        }
    }
}

static void means_are_homogeneous_above_the_floor(void **state)
{
    static const double weights[] = {3, 1, 2}, values[] = {90, 45, 20}, halves[] = {45, 22.5, 10};
    (void)state;
    for (size_t p = 0; p < COUNT(all_powers); p++)
        assert_close(rapport__power_mean(all_powers[p], 3, weights, halves),
                     rapport__power_mean(all_powers[p], 3, weights, values) / 2, 1e-12);
}

static void only_the_ratio_of_weights_matters(void **state)
{
    static const double weights[] = {3, 1, 2}, more[] = {192, 64, 128}, values[] = {90, 45, 20};
    (void)state;
    for (size_t p = 0; p < COUNT(all_powers); p++) /* 64 times, a power of two: the same bits */
        assert_same_bits(rapport__power_mean(all_powers[p], 3, more, values),
                         rapport__power_mean(all_powers[p], 3, weights, values));
}

static void a_single_value_is_its_own_mean(void **state)
{
    static const double weight[] = {0.3}, value[] = {37.7};
    (void)state;
    for (size_t p = 0; p < COUNT(all_powers); p++)
        assert_close(rapport__power_mean(all_powers[p], 1, weight, value), 37.7, all_powers[p] == 1 ? 1e-14 : 0);
}

static void only_endless_powers_are_extremes(void **state)
{
    (void)state;
    assert_true(rapport__power_is_extreme(HUGE_VAL));
    assert_true(rapport__power_is_extreme(-HUGE_VAL));
    assert_false(rapport__power_is_extreme(100));
    assert_false(rapport__power_is_extreme(-100));
    assert_false(rapport__power_is_extreme(0));
}

static void terms_add_up_to_the_mean(void **state)
{
    static const double weights[] = {3, 1, 2}, values[] = {90, 45, 0.5};
    static const double references[] = {90, 20, 1};
    (void)state;
    for (size_t p = 0; p < COUNT(all_powers); p++) {
        double power = all_powers[p];
        if (rapport__power_is_extreme(power) || power > 10 || power < -10)
            continue;
        for (size_t r = 0; r < COUNT(references); r++) {
            double terms = 0;
            for (int i = 0; i < 3; i++)
                terms += rapport__power_term(power, references[r], weights[i], values[i]);
            assert_close(rapport__power_from_terms(power, references[r], terms, 6),
                         rapport__power_mean(power, 3, weights, values), 1e-10);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_published_values_come_out),
        cmocka_unit_test(weights_count_as_repetitions),
        cmocka_unit_test(zeros_are_floored_at_1_for_powers_of_0_and_less),
        cmocka_unit_test(zeros_are_zeros_for_powers_above_0),
        cmocka_unit_test(the_smallest_and_largest_powers_do_not_overflow),
        cmocka_unit_test(extreme_weights_do_not_overflow),
        cmocka_unit_test(equal_values_are_their_own_mean),
        cmocka_unit_test(no_mean_leaves_the_range_of_its_values_by_rounding),
        cmocka_unit_test(p_1_is_the_plain_quotient_of_sums),
        cmocka_unit_test(no_mean_passes_100),
        cmocka_unit_test(means_rise_with_the_power_and_lie_between_the_values),
        cmocka_unit_test(means_are_homogeneous_above_the_floor),
        cmocka_unit_test(only_the_ratio_of_weights_matters),
        cmocka_unit_test(a_single_value_is_its_own_mean),
        cmocka_unit_test(only_endless_powers_are_extremes),
        cmocka_unit_test(terms_add_up_to_the_mean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
