/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "testkit.h"

#include <float.h>

#include "base/number.h"
#include "base/sum.h"

static double sum_of(const double *values, size_t count)
{
    rapport__sum sum = {0};
    for (size_t i = 0; i < count; i++)
        rapport__sum_add(&sum, values[i]);
    return rapport__sum_value(&sum);
}

/* Neumaier's point against Kahan: the large value comes second. Exact sum 2. */
static void keeps_what_a_large_value_would_swallow(void **state)
{
    const double values[] = {1, 1e100, 1, -1e100}, turned[] = {1e100, 1, -1e100, 1};
    (void)state;
    assert_same_bits(sum_of(values, 4), 2);
    assert_same_bits(sum_of(turned, 4), 2);
}

/* The double 0.1 is 0.1 + 5.55e-18; ten of them make 1 + 5.55e-17, a quarter of the step above 1. Plainly added: 1 - 1.1e-16.
 */
static void ten_tenths_are_one(void **state)
{
    double values[10], plain = 0;
    (void)state;
    for (size_t i = 0; i < 10; i++)
        plain += values[i] = 0.1;
    assert_true(plain < 1);
    assert_same_bits(sum_of(values, 10), 1);
}

/* 1 + 1/2 + 1/4 + ... + 2^-60 = 2 - 2^-60, which rounds to 2; take 2 away and -2^-60 is left. */
static void errors_of_errors_stay_small(void **state)
{
    rapport__sum sum = {0};
    (void)state;
    for (double x = 1; x >= 0x1p-60; x /= 2)
        rapport__sum_add(&sum, x);
    assert_same_bits(rapport__sum_value(&sum), 2);
    rapport__sum_add(&sum, -2);
    assert_same_bits(rapport__sum_value(&sum), -0x1p-60);
}

/* (1 + 2^-30)^2 = 1 + 2^-29 + 2^-60; (2^27 + 1)(2^27 - 1) = 2^54 - 1; both are lost to a rounded product. */
static void products_are_not_rounded(void **state)
{
    rapport__sum sum = {0}, other = {0}, twice = {0};
    (void)state;
    rapport__sum_add_product(&sum, 1 + 0x1p-30, 1 + 0x1p-30);
    rapport__sum_add(&sum, -(1 + 0x1p-29));
    assert_same_bits(rapport__sum_value(&sum), 0x1p-60);
    rapport__sum_add_product(&other, -0x1.0000002p27, 0x1p27 - 1);
    rapport__sum_add(&other, 0x1p54);
    assert_same_bits(rapport__sum_value(&other), 1);
    /* twice the first product: errors add up */
    rapport__sum_add_product(&twice, 1 + 0x1p-30, 1 + 0x1p-30);
    rapport__sum_add_product(&twice, 1 + 0x1p-30, 1 + 0x1p-30);
    rapport__sum_add(&twice, -(2 + 0x1p-28));
    assert_same_bits(rapport__sum_value(&twice), 0x1p-59);
}

/* A factor whose splitting would overflow gives what the same digits give in the middle of the range. */
static void large_factors_are_split_too(void **state)
{
    rapport__sum middle = {0}, large = {0}, turned = {0};
    (void)state;
    rapport__sum_add_product(&middle, 0x1.23456789abcdfp0, 0x1.fedcba9876543p0);
    rapport__sum_add_product(&large, 0x1.23456789abcdfp1000, 0x1.fedcba9876543p-1000);
    rapport__sum_add_product(&turned, -0x1.fedcba9876543p-1023, 0x1.23456789abcdfp1023);
    assert_true(middle.low != 0);
    assert_same_bits(large.high, middle.high);
    assert_same_bits(large.low, middle.low);
    assert_same_bits(turned.high, -middle.high);
}

static void overflow_is_infinite_and_not_a_nan(void **state)
{
    const double values[] = {DBL_MAX, DBL_MAX, 1}, negative[] = {-DBL_MAX, -DBL_MAX, 1};
    (void)state;
    assert_true(sum_of(values, 3) > DBL_MAX);
    assert_true(sum_of(negative, 3) < -DBL_MAX);
}

static void a_hair_below_the_threshold_is_on_it(void **state)
{
    (void)state;
    assert_same_bits(rapport__round_points(84.99999999999999), 85);
    assert_int_equal(rapport__compare(84.99999999999999, 85), 0);
    assert_int_equal(rapport__compare(85.00000000000001, 85), 0);
    assert_int_equal(rapport__compare(0.1 + 0.2, 0.3), 0);
    assert_int_equal(rapport__compare(-1e-10, 0), 0);
}

static void a_billionth_is_a_difference(void **state)
{
    (void)state;
    assert_int_equal(rapport__compare(84.999999999, 85), -1);
    assert_int_equal(rapport__compare(85.000000001, 85), 1);
    assert_int_equal(rapport__compare(-1e-9, 0), -1);
    assert_int_equal(rapport__compare(0, -1e-9), 1);
}

/* 0.5 and 1.5 billionths: the products with 1e9 are exactly 0.5 and 1.5. */
static void halves_go_away_from_zero(void **state)
{
    (void)state;
    assert_same_bits(rapport__round_points(0.5e-9), 1e-9);
    assert_same_bits(rapport__round_points(-0.5e-9), -1e-9);
    assert_same_bits(rapport__round_points(0.49e-9), 0);
    assert_same_bits(rapport__round_points(-0.49e-9), 0);
    assert_same_bits(rapport__round_points(-0.0), 0);
}

static void large_values_stay_as_they_are(void **state)
{
    (void)state;
    assert_same_bits(rapport__round_points(420000.123456789), 420000.123456789);
    assert_same_bits(rapport__round_points(4503599.6273704967), 4503599.6273704967);
    assert_same_bits(rapport__round_points(-1e300), -1e300);
    assert_same_bits(rapport__round_points(DBL_MAX), DBL_MAX);
    assert_int_equal(rapport__compare(DBL_MAX, -DBL_MAX), 1);
}

/* Every value with nine decimals is its own rounding, and stays so when it is a little off. */
static void nine_decimals_round_to_the_double_they_read_to(void **state)
{
    uint64_t seed = 1;
    (void)state;
    for (int i = 0; i < 20000; i++) {
        char text[32] = "000.000000000";
        double value, rounded;
        uint64_t steps = (seed = seed * 6364136223846793005u + 1442695040888963407u) >> 20;
        for (int at = 12; at >= 0; at--) {
            if (text[at] == '.')
                continue;
            text[at] = (char)('0' + steps % 10);
            steps /= 10;
        }
        text[0] = '1';
        assert_int_equal(rapport__number_read(text, 13, &value), RAPPORT__NUMBER_OK);
        assert_same_bits(rapport__round_points(value), value);
        rounded = rapport__round_points(value + 4e-10);
        assert_same_bits(rounded, value);
        assert_same_bits(rapport__round_points(value - 4e-10), value);
        assert_same_bits(rapport__round_points(-value), -value);
        assert_int_equal(rapport__compare(value + 6e-10, value), 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_what_a_large_value_would_swallow),
        cmocka_unit_test(ten_tenths_are_one),
        cmocka_unit_test(errors_of_errors_stay_small),
        cmocka_unit_test(products_are_not_rounded),
        cmocka_unit_test(large_factors_are_split_too),
        cmocka_unit_test(overflow_is_infinite_and_not_a_nan),
        cmocka_unit_test(a_hair_below_the_threshold_is_on_it),
        cmocka_unit_test(a_billionth_is_a_difference),
        cmocka_unit_test(halves_go_away_from_zero),
        cmocka_unit_test(large_values_stay_as_they_are),
        cmocka_unit_test(nine_decimals_round_to_the_double_they_read_to),
    };
    return cmocka_run_group_tests_name("sum", tests, NULL, NULL);
}
