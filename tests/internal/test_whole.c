/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "analysis/whole.h"

#include "testkit.h"

#define LARGEST 0x1p53

static void decimals_are_counted_in_their_last_place(void **state)
{
    static const double numbers[] = {0.1, 2, 30.25}, third[] = {1, 1. / 3}, billionth[] = {1e-9, 1}, finer[] = {1e-10};
    double whole[3];
    (void)state;
    assert_same_bits(rapport__make_whole(numbers, 3, whole), 100);
    assert_true(whole[0] == 10 && whole[1] == 200 && whole[2] == 3025);
    assert_same_bits(rapport__make_whole(billionth, 2, whole), 1e9);
    assert_true(whole[0] == 1 && whole[1] == 1e9);
    assert_same_bits(rapport__make_whole(finer, 1, whole), 0);
    assert_same_bits(whole[0], 1e-10);
    assert_same_bits(rapport__make_whole(third, 2, whole), 0);
    assert_true(whole[0] == 1 && whole[1] == 1. / 3);
}

/* From 2^53 on the step between doubles is 2: each number and their sum must stay below. */
static void neither_a_number_nor_the_sum_reaches_the_largest(void **state)
{
    static const double below[] = {LARGEST - 1}, at[] = {LARGEST};
    static const double sum_below[] = {LARGEST / 2, LARGEST / 2 - 1}, sum_at[] = {LARGEST / 2, LARGEST / 2};
    static const double beyond[] = {LARGEST / 2, 3, LARGEST / 2 - 1};
    double whole[3];
    (void)state;
    assert_same_bits(rapport__make_whole(below, 1, whole), 1);
    assert_same_bits(whole[0], LARGEST - 1);
    assert_same_bits(rapport__make_whole(at, 1, whole), 0);
    assert_same_bits(whole[0], LARGEST);
    assert_same_bits(rapport__make_whole(sum_below, 2, whole), 1);
    assert_same_bits(whole[1], LARGEST / 2 - 1);
    assert_same_bits(rapport__make_whole(sum_at, 2, whole), 0);
    assert_same_bits(whole[1], LARGEST / 2);
    assert_same_bits(rapport__make_whole(beyond, 3, whole), 0);
}

/* 0.3 in tenths is 3 though 0.1 + 0.2 is more; 0.29 in tenths is 2, not the nearest. */
static void a_limit_is_rounded_down_and_ends_at_the_largest(void **state)
{
    (void)state;
    assert_same_bits(rapport__whole_limit(0.3, 10), 3);
    assert_same_bits(rapport__whole_limit(0.29, 10), 2);
    assert_same_bits(rapport__whole_limit(0, 1e9), 0);
    assert_same_bits(rapport__whole_limit(LARGEST - 1, 1), LARGEST - 1);
    assert_same_bits(rapport__whole_limit(LARGEST, 1), LARGEST);
    assert_same_bits(rapport__whole_limit(1e15, 10), LARGEST);
    assert_same_bits(rapport__whole_limit(1e300, 1e9), LARGEST);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decimals_are_counted_in_their_last_place),
        cmocka_unit_test(neither_a_number_nor_the_sum_reaches_the_largest),
        cmocka_unit_test(a_limit_is_rounded_down_and_ends_at_the_largest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
