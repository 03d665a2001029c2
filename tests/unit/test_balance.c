/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Balance, Jain's index, equity, overload. Expected numbers are fractions worked out by hand. */
#include "measure_kit.h"

static rapport_balance balance_of(const double *amounts, const double *agreed, uint32_t parties)
{
    rapport_balance out = {.struct_size = sizeof out};
    assert_ok(rapport_balance_compute(amounts, agreed, parties, &out));
    return out;
}

static void expect(const double *amounts, uint32_t parties, double balance, double jain, double rescaled, double ratio)
{
    rapport_balance found = balance_of(amounts, NULL, parties);
    assert_int_equal(found.reserved, 0);
    assert_close(found.balance, balance, MK_ALMOST);
    assert_close(found.jain, jain, MK_ALMOST);
    assert_close(found.jain_rescaled, rescaled, MK_ALMOST);
    assert_close(found.smallest_to_largest, ratio, MK_ALMOST);
}

static void known_splits_have_known_balances(void **state)
{
    (void)state;
    /* 100^2 / (2 (60^2 + 40^2)) = 25/26 = .9615; (25/26 - 1/2) / (1/2) = 12/13 = .9231 */
    expect((const double[]){60, 40}, 2, 0.8, 25. / 26, 12. / 13, 2. / 3);
    /* 10000 / 13600 = 25/34 = .7353; 8/17 = .4706 */
    expect((const double[]){80, 20}, 2, 0.4, 25. / 34, 8. / 17, 0.25);
    /* 10000 / 16200 = 50/81 = .6173; (50 - 27) / (81 - 27) = 23/54 = .4259; half of .3667 + .1333 + .2333 over 2/3 */
    expect((const double[]){70, 20, 10}, 3, 0.45, 50. / 81, 23. / 54, 1. / 7);
}

static void all_alike_is_1_and_all_to_one_is_0(void **state)
{
    (void)state;
    const double alike[] = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, one[] = {0, 3, 0};
    expect(alike, 7, 1, 1, 1, 1);
    expect(one, 3, 0, 1. / 3, 0, 0);
    assert_same_bits(balance_of((const double[]){3, 3, 3}, NULL, 3).balance, 1);
    assert_same_bits(balance_of((const double[]){3, 3, 3}, NULL, 3).jain, 1);
}

static void balance_is_1_exactly_as_agreed(void **state)
{
    (void)state;
    const double agreed[] = {3, 1};
    assert_same_bits(balance_of((const double[]){300, 100}, agreed, 2).balance, 1);
    assert_same_bits(balance_of((const double[]){1, 2}, (const double[]){2, 4}, 2).balance, 1);
    assert_same_bits(balance_of((const double[]){0, 100}, agreed, 2).balance, 0); /* all to the least agreed */
    /* shares 1/2, 1/2 against 3/4, 1/4: 1/4 changes hands, of 3/4 at most */
    assert_close(balance_of((const double[]){7, 7}, agreed, 2).balance, 2. / 3, MK_ALMOST);
}

static void only_proportions_count(void **state)
{
    (void)state;
    const double small[] = {3, 1}, large[] = {9e299, 3e299}, tiny[] = {3e-320, 1e-320};
    rapport_balance expected = balance_of(small, NULL, 2);
    assert_close(balance_of(large, NULL, 2).balance, expected.balance, MK_ALMOST);
    assert_close(balance_of(large, NULL, 2).jain, expected.jain, MK_ALMOST);
    assert_close(balance_of(tiny, NULL, 2).balance, expected.balance, 1e-3); /* denormals have few digits left */
    assert_close(balance_of(tiny, NULL, 2).jain, expected.jain, 1e-3);
}

static void balance_without_two_parties_or_amounts_does_not_exist(void **state)
{
    (void)state;
    const double none[] = {0, 0}, some[] = {1, 2};
    rapport_balance out = {.struct_size = sizeof out, .balance = -17};
    assert_int_equal(rapport_balance_compute(some, NULL, 0, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_balance_compute(some, NULL, 1, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_balance_compute(none, NULL, 2, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_balance_compute(some, none, 2, &out), RAPPORT_UNDEFINED);
    assert_true(out.balance == -17);
}

static void balance_of_what_is_no_amount_is_refused(void **state)
{
    (void)state;
    double amounts[65] = {1, 2}, agreed[65] = {1, 1};
    rapport_balance out = {.struct_size = sizeof out};
    mk_assert_range(amounts[1], 0, 1e300, rapport_balance_compute(amounts, agreed, 2, &out));
    mk_assert_range(agreed[1], 0, 1e300, rapport_balance_compute(amounts, agreed, 2, &out));
    mk_assert_struct(out, rapport_balance_compute(amounts, agreed, 2, &out));
    assert_int_equal(rapport_balance_compute(NULL, agreed, 2, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_balance_compute(amounts, agreed, 2, NULL), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_balance_compute(amounts, agreed, 64, &out));
    assert_int_equal(rapport_balance_compute(amounts, agreed, 65, &out), RAPPORT_LIMIT);
}

static void equity_is_the_lowest_ratio_over_the_highest(void **state)
{
    (void)state;
    const double benefits[] = {60, 40}, contributions[] = {7, 7};
    double ratios[2];
    rapport_equity out = {.struct_size = sizeof out};
    assert_ok(rapport_equity_compute(benefits, contributions, 2, ratios, &out));
    assert_close(ratios[0], 1.2, MK_ALMOST); /* .6 / .5 */
    assert_close(ratios[1], 0.8, MK_ALMOST);
    assert_close(out.index, 2. / 3, MK_ALMOST);
    assert_close(out.lowest, 0.8, MK_ALMOST);
    assert_close(out.highest, 1.2, MK_ALMOST);
    assert_int_equal(out.lowest_party, 1);
    assert_int_equal(out.highest_party, 0);
    assert_ok(rapport_equity_compute(benefits, (const double[]){3, 2}, 2, NULL, &out));
    assert_same_bits(out.index, 1);        /* unequal, and fair */
    assert_int_equal(out.lowest_party, 0); /* the first of equals */
    assert_int_equal(out.highest_party, 0);
    assert_int_equal(out.reserved, 0);
    assert_ok(rapport_equity_compute((const double[]){0, 5}, contributions, 2, ratios, &out));
    assert_same_bits(out.index, 0);
    assert_same_bits(ratios[0], 0);
}

static void who_contributes_nothing_has_no_equity(void **state)
{
    (void)state;
    const double benefits[] = {60, 40};
    double ratios[] = {-17, -17};
    rapport_equity out = {.struct_size = sizeof out};
    assert_int_equal(rapport_equity_compute(benefits, (const double[]){5, 0}, 2, ratios, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_equity_compute(benefits, (const double[]){1e300, 0.9}, 2, ratios, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_equity_compute(benefits, (const double[]){0, 0}, 2, ratios, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_equity_compute((const double[]){0, 0}, benefits, 2, ratios, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_equity_compute(benefits, benefits, 1, ratios, &out), RAPPORT_UNDEFINED);
    assert_true(ratios[0] == -17 && ratios[1] == -17);
    assert_ok(rapport_equity_compute(benefits, (const double[]){1e300, 1.1}, 2, ratios, &out));
    assert_close(ratios[1] * 1.1e-300, 0.4, MK_ALMOST); /* .4 over 1.1e-300 */
}

static void equity_of_what_is_no_amount_is_refused(void **state)
{
    (void)state;
    double benefits[65] = {1, 2}, contributions[65] = {1, 2}, ratios[] = {-17, -17};
    rapport_equity out = {.struct_size = sizeof out};
    mk_assert_struct(out, rapport_equity_compute(benefits, contributions, 2, ratios, &out));
    assert_true(ratios[0] == -17);
    mk_assert_range(benefits[0], 0, 1e300, rapport_equity_compute(benefits, contributions, 2, ratios, &out));
    mk_assert_range(contributions[0], 0, 1e300, rapport_equity_compute(benefits, contributions, 2, ratios, &out));
    assert_int_equal(rapport_equity_compute(NULL, contributions, 2, ratios, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_equity_compute(benefits, NULL, 2, ratios, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_equity_compute(benefits, contributions, 2, ratios, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_equity_compute(benefits, contributions, 65, NULL, &out), RAPPORT_LIMIT);
}

static rapport_overload overload_of(const double *burdens, const double *agreed, uint32_t parties)
{
    rapport_overload out = {.struct_size = sizeof out};
    assert_ok(rapport_overload_compute(burdens, agreed, parties, &out));
    return out;
}

static void overload_is_the_largest_burden_share_over_the_agreed_one(void **state)
{
    (void)state;
    rapport_overload found = overload_of((const double[]){60, 40}, NULL, 2);
    assert_close(found.ratio, 1.2, MK_ALMOST);
    assert_int_equal(found.party, 0);
    assert_int_equal(found.has_ratio, 1);
    assert_int_equal(found.overloaded, 0);
    assert_int_equal(found.patterns, 0);
    assert_int_equal(found.reserved, 0);
    assert_int_equal(overload_of((const double[]){1, 2, 2}, NULL, 3).party, 1); /* the first of equals */
    found = overload_of((const double[]){60, 40}, (const double[]){3, 1}, 2);
    assert_close(found.ratio, 1.6, MK_ALMOST); /* .4 / .25 against .6 / .75 */
    assert_int_equal(found.party, 1);
    assert_int_equal(found.overloaded, 1);
    assert_int_equal(found.patterns, RAPPORT_ONE_HORSE_TEAM);
    assert_close(overload_of((const double[]){5}, NULL, 1).ratio, 1, 0); /* a lone party bears all, as agreed */
}

static void overload_begins_above_one_and_a_half(void **state)
{
    (void)state;
    assert_int_equal(overload_of((const double[]){75, 25}, NULL, 2).overloaded, 0); /* 1.5 exactly */
    assert_int_equal(overload_of((const double[]){75.00001, 25}, NULL, 2).overloaded, 1);
    assert_int_equal(overload_of((const double[]){75.0000000001, 25}, NULL, 2).overloaded, 0); /* 1.5 when rounded to 1e-9 */
    assert_int_equal(overload_of((const double[]){45, 45, 5, 5}, NULL, 4).overloaded, 2);
}

static void a_burden_without_an_agreed_share_is_beyond_any_number(void **state)
{
    (void)state;
    rapport_overload found = overload_of((const double[]){60, 30, 10}, (const double[]){1, 0, 0}, 3);
    assert_int_equal(found.has_ratio, 0);
    assert_close(found.ratio, 0, 0);
    assert_int_equal(found.party, 1); /* the first of the two */
    assert_int_equal(found.overloaded, 2);
    assert_int_equal(found.patterns, RAPPORT_ONE_HORSE_TEAM);
    found = overload_of((const double[]){60, 40, 0}, (const double[]){1, 1, 0}, 3); /* nothing agreed, nothing borne */
    assert_close(found.ratio, 1.2, MK_ALMOST);
    assert_int_equal(found.has_ratio, 1);
    found = overload_of((const double[]){1, 5e-324}, (const double[]){1, 0}, 2); /* the smallest burden there is */
    assert_int_equal(found.has_ratio, 0);
    assert_int_equal(found.party, 1);
}

static void overload_without_burdens_does_not_exist(void **state)
{
    (void)state;
    const double none[] = {0, 0}, some[] = {1, 2};
    rapport_overload out = {.struct_size = sizeof out};
    assert_int_equal(rapport_overload_compute(none, NULL, 2, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_overload_compute(some, none, 2, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_overload_compute(some, NULL, 0, &out), RAPPORT_UNDEFINED);
}

static void overload_of_what_is_no_amount_is_refused(void **state)
{
    (void)state;
    double burdens[65] = {1, 2}, agreed[65] = {1, 1};
    rapport_overload out = {.struct_size = sizeof out};
    mk_assert_range(burdens[0], 0, 1e300, rapport_overload_compute(burdens, agreed, 2, &out));
    mk_assert_range(agreed[0], 0, 1e300, rapport_overload_compute(burdens, agreed, 2, &out));
    mk_assert_struct(out, rapport_overload_compute(burdens, agreed, 2, &out));
    assert_int_equal(rapport_overload_compute(NULL, agreed, 2, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_overload_compute(burdens, agreed, 2, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_overload_compute(burdens, agreed, 65, &out), RAPPORT_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_splits_have_known_balances),
        cmocka_unit_test(all_alike_is_1_and_all_to_one_is_0),
        cmocka_unit_test(balance_is_1_exactly_as_agreed),
        cmocka_unit_test(only_proportions_count),
        cmocka_unit_test(balance_without_two_parties_or_amounts_does_not_exist),
        cmocka_unit_test(balance_of_what_is_no_amount_is_refused),
        cmocka_unit_test(equity_is_the_lowest_ratio_over_the_highest),
        cmocka_unit_test(who_contributes_nothing_has_no_equity),
        cmocka_unit_test(equity_of_what_is_no_amount_is_refused),
        cmocka_unit_test(overload_is_the_largest_burden_share_over_the_agreed_one),
        cmocka_unit_test(overload_begins_above_one_and_a_half),
        cmocka_unit_test(a_burden_without_an_agreed_share_is_beyond_any_number),
        cmocka_unit_test(overload_without_burdens_does_not_exist),
        cmocka_unit_test(overload_of_what_is_no_amount_is_refused),
    };
    return cmocka_run_group_tests_name("balance", tests, NULL, NULL);
}
