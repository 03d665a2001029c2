/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What the parties say together. */
#include "score_kit.h"

static void the_joint_value_is_the_mean_of_the_parties_by_their_weights(void **state)
{
    (void)state;
    sk it = sk_open("p", NULL, "us/3: p 40; them/1: p 80", NULL);
    sk_expect_ok(&it, RAPPORT_JOINT, "p", 50); /* (3*40 + 80)/4 */
    sk_expect_ok(&it, RAPPORT_JOINT, "", 50);
    sk_close(&it);
}

static void a_party_has_its_weight_however_many_raters_it_has(void **state)
{
    (void)state;
    sk it = sk_open("p", NULL, "us: p 40 | p 50 | p 60; them: p 90", NULL);
    sk_expect_ok(&it, RAPPORT_JOINT, "p", 70);
    sk_close(&it);
}

static void minimum_and_maximum_take_the_lower_and_the_higher_value(void **state)
{
    (void)state;
    sk it = sk_open("p! q? r", NULL, "us/5: p 40 q 40 r 40; them: p 30 q 30 r 30; third: p 70 q 70 r 70", NULL);
    sk_expect_ok(&it, RAPPORT_JOINT, "p", 30);
    sk_expect_ok(&it, RAPPORT_JOINT, "q", 70);
    sk_expect_ok(&it, RAPPORT_JOINT, "r", 300. / 7);
    sk_close(&it);
}

static void a_silent_party_takes_its_share_of_the_coverage_and_widens_the_bounds(void **state)
{
    (void)state;
    sk it = sk_open("p q! r?", NULL, "us/3: p 40 q 40 r 40; them/1: p - q / r -", NULL);
    sk_expect(&it, RAPPORT_JOINT, "p", RAPPORT_CELL_INCOMPLETE, 40, 0.75, 30, 55); /* 120/4, 220/4 */
    sk_expect(&it, RAPPORT_JOINT, "q", RAPPORT_CELL_INCOMPLETE, 40, 0.75, 0, 40);
    sk_expect(&it, RAPPORT_JOINT, "r", RAPPORT_CELL_INCOMPLETE, 40, 0.75, 40, 100);
    sk_expect(&it, RAPPORT_JOINT, "", RAPPORT_CELL_INCOMPLETE, 40, 0.75, 70. / 3, 65);
    sk_close(&it);
}

static void a_party_to_whom_it_does_not_apply_is_left_out(void **state)
{
    (void)state;
    sk it = sk_open("p q! r? s", NULL, "us/3: p 40 q 40 r 40 s n/a; them/1: p n/a q n/a r n/a s n/a", NULL);
    sk_expect_ok(&it, RAPPORT_JOINT, "p", 40);
    sk_expect_ok(&it, RAPPORT_JOINT, "q", 40);
    sk_expect_ok(&it, RAPPORT_JOINT, "r", 40);
    sk_expect_none(&it, RAPPORT_JOINT, "s", RAPPORT_CELL_NOT_APPLICABLE);
    sk_expect_ok(&it, RAPPORT_JOINT, "", 40);
    sk_close(&it);
}

static void silence_of_all_to_whom_it_applies_is_missing(void **state)
{
    (void)state;
    sk it = sk_open("p! q", NULL, "us: p - q 50; them: p n/a q 50; third: p / q 50", NULL);
    sk_expect_none(&it, RAPPORT_JOINT, "p", RAPPORT_CELL_MISSING);
    sk_expect(&it, RAPPORT_JOINT, "", RAPPORT_CELL_INCOMPLETE, 50, 0.5, 25, 75);
    sk_close(&it);
}

static void silent_and_not_applicable_and_answered_at_once(void **state)
{
    (void)state;
    sk it = sk_open("p q! r?", NULL,
                    "a/1: p 20 q 20 r 20; b/2: p 80 q 80 r 80; c/4: p n/a q n/a r n/a; d/5: p - q - r -", NULL);
    sk_expect(&it, RAPPORT_JOINT, "p", RAPPORT_CELL_INCOMPLETE, 60, 3. / 8, 180. / 8, 680. / 8);
    sk_expect(&it, RAPPORT_JOINT, "q", RAPPORT_CELL_INCOMPLETE, 20, 3. / 8, 0, 20);
    sk_expect(&it, RAPPORT_JOINT, "r", RAPPORT_CELL_INCOMPLETE, 80, 3. / 8, 80, 100);
    sk_close(&it);
}

static void the_tree_goes_up_from_the_joint_criteria_not_from_the_views(void **state)
{
    (void)state;
    /* each view: sqrt(10*90) = 30; together: sqrt(50*50) */
    sk it = sk_open("g^0(p q)", NULL, "us: p 10 q 90; them: p 90 q 10", NULL);
    sk_expect_ok(&it, 0, "g", 30);
    sk_expect_ok(&it, 1, "g", 30);
    sk_expect_ok(&it, RAPPORT_JOINT, "g", 50);
    sk_close(&it);
}

static void joint_bounds_of_a_floored_group_hold_the_silent_parties_at_0_and_100(void **state)
{
    (void)state;
    sk it = sk_open("g^0(p! q)", NULL, "us: p 25 q 36; them: q 36", NULL);
    sk_expect(&it, RAPPORT_JOINT, "g", RAPPORT_CELL_INCOMPLETE, 30, 0.75, 6, 30); /* sqrt(1*36), sqrt(25*36) */
    sk_close(&it);
}

static void one_party_alone_is_the_joint_view(void **state)
{
    (void)state;
    sk it = sk_open("g:2^-1(p! q?) r:3", NULL, "us/0.3: p 20 q 80 r - | r 50", NULL);
    sk_expect_ok(&it, RAPPORT_JOINT, "g", 32);
    sk_expect_ok(&it, RAPPORT_JOINT, "", (2 * 32 + 3 * 50) / 5.);
    assert_same_bits(sk_score(&it, RAPPORT_JOINT, ""), sk_score(&it, 0, ""));
    sk_close(&it);
}

static void party_weights_may_differ_by_24_powers_of_ten(void **state)
{
    (void)state;
    sk it = sk_open("p q", NULL, "us/1e12: p 40; them/1e-12: p 80 q 80", NULL);
    sk_expect_ok(&it, RAPPORT_JOINT, "p", 40);
    sk_expect(&it, RAPPORT_JOINT, "q", RAPPORT_CELL_INCOMPLETE, 80, 1e-24, 8e-23, 100);
    sk_close(&it);
}

static void there_may_be_64_parties(void **state)
{
    (void)state;
    char parties[4096] = "", one[32];
    for (int i = 0; i < 64; i++) { /* 0, 1, ... 63: their mean is 31.5 */
        snprintf(one, sizeof one, "p%d: p %d q %d; ", i, i, i);
        strcat(parties, one);
    }
    sk it = sk_open("p q!", NULL, parties, NULL);
    sk_expect_ok(&it, RAPPORT_JOINT, "p", 31.5);
    sk_expect_ok(&it, RAPPORT_JOINT, "q", 0);
    sk_expect_ok(&it, 63, "p", 63);
    sk_close(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_joint_value_is_the_mean_of_the_parties_by_their_weights),
        cmocka_unit_test(a_party_has_its_weight_however_many_raters_it_has),
        cmocka_unit_test(minimum_and_maximum_take_the_lower_and_the_higher_value),
        cmocka_unit_test(a_silent_party_takes_its_share_of_the_coverage_and_widens_the_bounds),
        cmocka_unit_test(a_party_to_whom_it_does_not_apply_is_left_out),
        cmocka_unit_test(silence_of_all_to_whom_it_applies_is_missing),
        cmocka_unit_test(silent_and_not_applicable_and_answered_at_once),
        cmocka_unit_test(the_tree_goes_up_from_the_joint_criteria_not_from_the_views),
        cmocka_unit_test(joint_bounds_of_a_floored_group_hold_the_silent_parties_at_0_and_100),
        cmocka_unit_test(one_party_alone_is_the_joint_view),
        cmocka_unit_test(party_weights_may_differ_by_24_powers_of_ten),
        cmocka_unit_test(there_may_be_64_parties),
    };
    return cmocka_run_group_tests_name("joint", tests, NULL, NULL);
}
