/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The guiding coalition; speed and accuracy of decisions. Expected numbers by hand. */
#include "measure_kit.h"

static void a_coalition_is_as_strong_as_on_its_weakest_side(void **state)
{
    (void)state;
    const double weights[] = {2, 1, 1, /* them: no third role */ 1, 1, 0};
    const int32_t held[] = {1, 0, 1, 1, 0, 1};
    double shares[2];
    rapport_coalition out = {.struct_size = sizeof out};
    assert_ok(rapport_coalition_compute(weights, held, 2, 3, 0.8, shares, &out));
    assert_close(shares[0], 0.75, MK_ALMOST);
    assert_close(shares[1], 0.5, MK_ALMOST);
    assert_int_equal(out.weakest_party, 1);
    assert_close(out.share, 0.5, MK_ALMOST);
    assert_close(out.value, 0.4, MK_ALMOST);
    assert_ok(rapport_coalition_compute(NULL, held, 2, 3, 1, NULL, &out));
    assert_close(out.share, 2. / 3, MK_ALMOST);
    assert_int_equal(out.weakest_party, 0);
    assert_close(out.value, 2. / 3, MK_ALMOST);
    assert_ok(rapport_coalition_compute(NULL, (const int32_t[]){1, 0}, 1, 2, 1, NULL, &out)); /* one party is enough */
    assert_same_bits(out.value, 0.5);
    assert_ok(rapport_coalition_compute(NULL, (const int32_t[]){1, 1}, 2, 1, 1, NULL, &out)); /* one role is enough */
    assert_same_bits(out.value, 1);
    assert_int_equal(out.weakest_party, 0); /* the first of equals */
    assert_ok(rapport_coalition_compute(weights, held, 2, 3, -0.3, NULL, &out));
    assert_same_bits(out.value, 0); /* less agreement than chance: none */
}

static void a_party_without_key_roles_has_no_share(void **state)
{
    (void)state;
    const double weights[] = {2, 1, 0, 0};
    const int32_t held[] = {1, 1, 1, 1};
    double shares[] = {-17, -17};
    rapport_coalition out = {.struct_size = sizeof out};
    assert_int_equal(rapport_coalition_compute(weights, held, 2, 2, 1, shares, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_coalition_compute(NULL, held, 0, 2, 1, shares, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_coalition_compute(NULL, held, 2, 0, 1, shares, &out), RAPPORT_UNDEFINED);
    assert_true(shares[0] == -17);
}

static void a_coalition_of_what_makes_no_sense_is_refused(void **state)
{
    (void)state;
    double weights[] = {2, 1, 1, 1}, agreement = 0.5, shares[] = {-17, -17};
    const int32_t held[] = {1, 1, 1, 1};
    rapport_coalition out = {.struct_size = sizeof out};
    mk_assert_struct(out, rapport_coalition_compute(weights, held, 2, 2, agreement, shares, &out));
    assert_true(shares[0] == -17);
    mk_assert_range(weights[3], 0, 1e300, rapport_coalition_compute(weights, held, 2, 2, agreement, shares, &out));
    mk_assert_range(agreement, -1e300, 1, rapport_coalition_compute(weights, held, 2, 2, agreement, shares, &out));
    assert_int_equal(rapport_coalition_compute(weights, NULL, 2, 2, 1, shares, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_coalition_compute(weights, held, 2, 2, 1, shares, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_coalition_compute(weights, held, 65, 2, 1, shares, &out), RAPPORT_LIMIT);
    assert_int_equal(rapport_coalition_compute(weights, held, 2, 65537, 1, shares, &out), RAPPORT_LIMIT);
}

static void decisions_are_fast_and_right_or_neither(void **state)
{
    (void)state;
    /* ten decisions, due in 5 days: 8 in time, 5 taken back */
    const double taken[] = {1, 2, 3, 4, 5, 5, 0, 1, 6, 9}, due[] = {5, 5, 5, 5, 5, 5, 5, 5, 5, 5};
    const int32_t reversed[] = {0, 1, 0, 1, 0, 1, 0, 1, 0, 1}, never[10] = {0}, always[] = {1, 1};
    rapport_decisions out = {.struct_size = sizeof out};
    assert_ok(rapport_decision_compute(taken, due, reversed, 10, &out));
    assert_close(out.speed, 0.8, 0);
    assert_close(out.accuracy, 0.5, 0);
    assert_int_equal(out.reserved, 0);
    assert_close(out.both, 8. / 13, MK_ALMOST); /* 2 * .8 * .5 / 1.3 = .615 */
    assert_ok(rapport_decision_compute(taken, due, never, 8, &out));
    assert_same_bits(out.both, 1);
    assert_ok(rapport_decision_compute(taken, due, always, 2, &out));
    assert_same_bits(out.accuracy, 0);
    assert_same_bits(out.both, 0);
    assert_ok(rapport_decision_compute(&taken[9], due, never, 1, &out));
    assert_same_bits(out.speed, 0);
    assert_same_bits(out.both, 0);
    assert_ok(rapport_decision_compute((const double[]){5.0000000001}, due, never, 1, &out));
    assert_same_bits(out.speed, 1); /* 5 when rounded to 1e-9 */
}

static void decisions_of_what_makes_no_sense_are_refused(void **state)
{
    (void)state;
    double taken[] = {1, 2}, due[] = {5, 5};
    const int32_t reversed[] = {0, 1};
    rapport_decisions out = {.struct_size = sizeof out};
    mk_assert_range(taken[1], 0, 1e300, rapport_decision_compute(taken, due, reversed, 2, &out));
    mk_assert_range(due[1], 0, 1e300, rapport_decision_compute(taken, due, reversed, 2, &out));
    mk_assert_struct(out, rapport_decision_compute(taken, due, reversed, 2, &out));
    assert_int_equal(rapport_decision_compute(NULL, due, reversed, 2, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_decision_compute(taken, NULL, reversed, 2, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_decision_compute(taken, due, NULL, 2, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_decision_compute(taken, due, reversed, 2, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_decision_compute(taken, due, reversed, 0, &out), RAPPORT_UNDEFINED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_coalition_is_as_strong_as_on_its_weakest_side),
        cmocka_unit_test(a_party_without_key_roles_has_no_share),
        cmocka_unit_test(a_coalition_of_what_makes_no_sense_is_refused),
        cmocka_unit_test(decisions_are_fast_and_right_or_neither),
        cmocka_unit_test(decisions_of_what_makes_no_sense_are_refused),
    };
    return cmocka_run_group_tests_name("leadership", tests, NULL, NULL);
}
