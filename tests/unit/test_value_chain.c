/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Reach along the value chain, and price dominance. Expected numbers by hand. */
#include "measure_kit.h"

static void reach_is_the_share_of_stages_with_joint_work(void **state)
{
    (void)state;
    const double weights[] = {1, 2, 3, 2, 2};
    const int32_t joint[] = {0, 1, 0, 0, 1};
    uint32_t holes[] = {99, 99, 99};
    rapport_value_chain out = {.struct_size = sizeof out};
    assert_ok(rapport_value_chain_compute(weights, joint, 5, holes, 3, &out));
    assert_close(out.reach, 0.4, MK_ALMOST);
    assert_int_equal(out.earliest, 1);
    assert_int_equal(out.latest, 4);
    assert_int_equal(out.holes, 2);
    assert_int_equal(holes[0], 2);
    assert_int_equal(holes[1], 3);
    assert_int_equal(holes[2], 99);
    holes[1] = 99;
    assert_ok(rapport_value_chain_compute(NULL, joint, 5, holes, 1, &out));
    assert_close(out.reach, 0.4, MK_ALMOST); /* 2 of 5 */
    assert_int_equal(out.holes, 2);
    assert_int_equal(holes[1], 99);
}

static void chains_without_joint_work_have_no_ends(void **state)
{
    (void)state;
    const int32_t none[] = {0, 0, 0}, one[] = {0, 0, 1}, all[] = {1, 1, 1};
    rapport_value_chain out = {.struct_size = sizeof out};
    assert_ok(rapport_value_chain_compute(NULL, none, 3, NULL, 0, &out));
    assert_same_bits(out.reach, 0);
    assert_true(out.earliest == RAPPORT_NONE && out.latest == RAPPORT_NONE);
    assert_int_equal(out.holes, 0);
    assert_ok(rapport_value_chain_compute(NULL, one, 3, NULL, 0, &out));
    assert_int_equal(out.earliest, 2);
    assert_int_equal(out.latest, 2);
    assert_int_equal(out.holes, 0);
    assert_ok(rapport_value_chain_compute(NULL, all, 3, NULL, 0, &out));
    assert_same_bits(out.reach, 1);
    assert_int_equal(out.earliest, 0);
    assert_int_equal(out.latest, 2);
    assert_int_equal(out.holes, 0);
    assert_ok(rapport_value_chain_compute(NULL, all, 1, NULL, 0, &out)); /* one stage is a chain */
    assert_same_bits(out.reach, 1);
}

static void chains_that_make_no_sense_are_refused(void **state)
{
    (void)state;
    double weights[] = {1, 2};
    const int32_t joint[] = {0, 1};
    uint32_t holes[1];
    rapport_value_chain out = {.struct_size = sizeof out};
    mk_assert_range(weights[1], 0, 1e300, rapport_value_chain_compute(weights, joint, 2, holes, 1, &out));
    mk_assert_struct(out, rapport_value_chain_compute(weights, joint, 2, holes, 1, &out));
    assert_int_equal(rapport_value_chain_compute(weights, NULL, 2, holes, 1, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_value_chain_compute(weights, joint, 2, NULL, 1, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_value_chain_compute(weights, joint, 2, holes, 1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_value_chain_compute(weights, joint, 0, holes, 1, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_value_chain_compute((const double[]){0, 0}, joint, 2, holes, 1, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_value_chain_compute(weights, joint, 65537, holes, 1, &out), RAPPORT_LIMIT);
}

static void price_dominates_by_its_share(void **state)
{
    (void)state;
    double weights[] = {6, 3, 1}, share = -17;
    const int32_t price[] = {1, 0, 0}, alone[] = {1, 1, 1};
    assert_ok(rapport_price_dominance_compute(weights, price, 3, &share));
    assert_close(share, 0.6, MK_ALMOST);
    assert_ok(rapport_price_dominance_compute(NULL, price, 3, &share));
    assert_close(share, 1. / 3, MK_ALMOST);
    assert_ok(rapport_price_dominance_compute(weights, alone, 3, &share));
    assert_same_bits(share, 1);
    mk_assert_range(weights[2], 0, 1e300, rapport_price_dominance_compute(weights, price, 3, &share));
    share = -17;
    assert_int_equal(rapport_price_dominance_compute(weights, NULL, 3, &share), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_price_dominance_compute(weights, price, 3, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_price_dominance_compute(weights, price, 0, &share), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_price_dominance_compute((const double[]){0, 0}, price, 2, &share), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_price_dominance_compute(weights, price, 65537, &share), RAPPORT_LIMIT);
    assert_true(share == -17);
}

static void as_many_topics_as_may_be_are_added_up(void **state)
{
    (void)state;
    static int32_t price[65536];
    double share = -17;
    price[65535] = 1;
    assert_ok(rapport_price_dominance_compute(NULL, price, 65536, &share));
    assert_same_bits(share, 1. / 65536);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reach_is_the_share_of_stages_with_joint_work),
        cmocka_unit_test(chains_without_joint_work_have_no_ends),
        cmocka_unit_test(chains_that_make_no_sense_are_refused),
        cmocka_unit_test(price_dominates_by_its_share),
        cmocka_unit_test(as_many_topics_as_may_be_are_added_up),
    };
    return cmocka_run_group_tests_name("value_chain", tests, NULL, NULL);
}
