/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Net benefits, the win-win class, surplus, the Nash product, synergy. All expected numbers by hand. */
#include "measure_kit.h"

static rapport_gain gain_of(const double *net, uint32_t parties)
{
    rapport_gain out = {.struct_size = sizeof out};
    assert_ok(rapport_gain_compute(net, parties, &out));
    return out;
}

static void net_benefit_is_benefits_less_burdens_less_the_best_alternative(void **state)
{
    (void)state;
    const double benefits[] = {420, 310}, burdens[] = {150, 90}, alternatives[] = {300, -50};
    double net[2];
    assert_ok(rapport_net_benefit_compute(benefits, burdens, alternatives, 2, net));
    assert_close(net[0], -30, 0);
    assert_close(net[1], 270, 0);
    assert_ok(rapport_net_benefit_compute(benefits, NULL, alternatives, 2, net));
    assert_close(net[0], 120, 0);
    assert_ok(rapport_net_benefit_compute(&benefits[1], &burdens[1], NULL, 1, net)); /* one party is enough */
    assert_close(net[0], 220, 0);
    assert_ok(rapport_net_benefit_compute(benefits, burdens, NULL, 2, net));
    assert_close(net[1], 220, 0);
}

static void net_benefits_may_replace_the_benefits(void **state)
{
    (void)state;
    double amounts[] = {10, -0.0};
    const double burdens[] = {4, 0};
    assert_ok(rapport_net_benefit_compute(amounts, burdens, NULL, 2, amounts));
    assert_same_bits(amounts[0], 6);
    assert_same_bits(amounts[1], 0); /* not -0 */
}

static void net_benefits_of_what_is_no_amount_are_refused(void **state)
{
    (void)state;
    double benefits[] = {1, 2}, burdens[] = {1, 2}, alternatives[] = {1, 2}, net[] = {-17, -17};
    mk_assert_range(benefits[1], -1e300, 1e300, rapport_net_benefit_compute(benefits, burdens, alternatives, 2, net));
    mk_assert_range(burdens[1], 0, 1e300, rapport_net_benefit_compute(benefits, burdens, alternatives, 2, net));
    mk_assert_range(alternatives[1], -1e300, 1e300, rapport_net_benefit_compute(benefits, burdens, alternatives, 2, net));
    assert_int_equal(rapport_net_benefit_compute(NULL, burdens, alternatives, 2, net), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_net_benefit_compute(benefits, burdens, alternatives, 2, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_net_benefit_compute(benefits, burdens, alternatives, 0, net), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_net_benefit_compute(benefits, burdens, alternatives, 65, net), RAPPORT_LIMIT);
}

static void all_above_0_is_win_win(void **state)
{
    (void)state;
    rapport_gain gain = gain_of((const double[]){9, 4}, 2);
    assert_int_equal(gain.kind, RAPPORT_WIN_WIN);
    assert_close(gain.surplus, 13, 0);
    assert_close(gain.worst, 4, 0);
    assert_int_equal(gain.worst_party, 1);
    assert_int_equal(gain.has_nash, 1);
    assert_close(gain.nash, 6, MK_ALMOST);                                  /* the root of 36 */
    assert_close(gain_of((const double[]){2, 4, 8}, 3).nash, 4, MK_ALMOST); /* the cube root of 64 */
}

static void some_above_0_is_win_lose_and_none_lose_lose(void **state)
{
    (void)state;
    rapport_gain gain = gain_of((const double[]){-30, 270}, 2);
    assert_int_equal(gain.kind, RAPPORT_WIN_LOSE);
    assert_close(gain.surplus, 240, 0);
    assert_close(gain.worst, -30, 0);
    assert_int_equal(gain.worst_party, 0);
    assert_int_equal(gain.has_nash, 0);
    assert_close(gain.nash, 0, 0);
    assert_int_equal(gain_of((const double[]){0, 5}, 2).kind, RAPPORT_WIN_LOSE); /* no better than the alternative is no gain */
    assert_int_equal(gain_of((const double[]){0, 0}, 2).kind, RAPPORT_LOSE_LOSE);
    assert_int_equal(gain_of((const double[]){-1, -2, 0}, 3).kind, RAPPORT_LOSE_LOSE);
    assert_int_equal(gain_of((const double[]){3, 1, 1}, 3).worst_party, 1); /* the first of equals */
    assert_same_bits(gain_of((const double[]){-0.0, -0.0}, 2).worst, 0);
}

static void what_rounds_to_0_is_no_gain(void **state)
{
    (void)state;
    assert_int_equal(gain_of((const double[]){4e-10, 1}, 2).kind, RAPPORT_WIN_LOSE);
    assert_int_equal(gain_of((const double[]){5e-10, 1}, 2).kind, RAPPORT_WIN_WIN); /* rounds to 1e-9 */
}

static void the_nash_product_of_equals_is_their_gain_and_never_overflows(void **state)
{
    (void)state;
    double many[64];
    assert_same_bits(gain_of((const double[]){75, 75, 75}, 3).nash, 75);
    for (int i = 0; i < 64; i++)
        many[i] = 1e300;
    assert_same_bits(gain_of(many, 64).nash, 1e300);
    assert_close(gain_of((const double[]){1e300, 1}, 2).nash / 1e150, 1, 1e-13); /* 345 is the logarithm; an ulp of it counts */
}

static void gains_of_what_is_no_number_are_refused(void **state)
{
    (void)state;
    double net[65] = {1, 2};
    rapport_gain out = {.struct_size = sizeof out};
    mk_assert_range(net[0], -1e301, 1e301, rapport_gain_compute(net, 2, &out));
    mk_assert_struct(out, rapport_gain_compute(net, 2, &out));
    assert_int_equal(rapport_gain_compute(NULL, 2, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_gain_compute(net, 2, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_gain_compute(net, 0, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_gain_compute(net, 1, &out), RAPPORT_UNDEFINED);
    assert_ok(rapport_gain_compute(net, 64, &out));
    assert_int_equal(rapport_gain_compute(net, 65, &out), RAPPORT_LIMIT);
}

static void synergy_is_what_comes_on_top_of_working_alone(void **state)
{
    (void)state;
    const double alone[] = {60, 40};
    double synergy = -17;
    assert_ok(rapport_synergy_compute(130, alone, 2, &synergy));
    assert_close(synergy, 0.3, MK_ALMOST);
    assert_ok(rapport_synergy_compute(80, alone, 2, &synergy));
    assert_close(synergy, -0.2, MK_ALMOST);
    assert_ok(rapport_synergy_compute(100, alone, 2, &synergy));
    assert_same_bits(synergy, 0);
    assert_ok(rapport_synergy_compute(0.5, (const double[]){0.5, -0.25}, 2, &synergy));
    assert_same_bits(synergy, 1); /* .25 alone */
}

static void synergy_over_nothing_does_not_exist(void **state)
{
    (void)state;
    double synergy = -17;
    assert_int_equal(rapport_synergy_compute(5, (const double[]){0, 0}, 2, &synergy), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_synergy_compute(5, (const double[]){-3, 2}, 2, &synergy), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_synergy_compute(1e300, (const double[]){0, 1e-300}, 2, &synergy), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_synergy_compute(5, (const double[]){4}, 1, &synergy), RAPPORT_UNDEFINED);
    assert_true(synergy == -17);
}

static void synergy_of_what_is_no_number_is_refused(void **state)
{
    (void)state;
    double alone[] = {60, 40}, together = 130, synergy = -17;
    mk_assert_range(alone[1], -1e301, 1e301, rapport_synergy_compute(together, alone, 2, &synergy));
    mk_assert_range(together, -1e301, 1e301, rapport_synergy_compute(together, alone, 2, &synergy));
    assert_int_equal(rapport_synergy_compute(1, NULL, 2, &synergy), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_synergy_compute(1, alone, 2, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_synergy_compute(1, alone, 65, &synergy), RAPPORT_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(net_benefit_is_benefits_less_burdens_less_the_best_alternative),
        cmocka_unit_test(net_benefits_may_replace_the_benefits),
        cmocka_unit_test(net_benefits_of_what_is_no_amount_are_refused),
        cmocka_unit_test(all_above_0_is_win_win),
        cmocka_unit_test(some_above_0_is_win_lose_and_none_lose_lose),
        cmocka_unit_test(what_rounds_to_0_is_no_gain),
        cmocka_unit_test(the_nash_product_of_equals_is_their_gain_and_never_overflows),
        cmocka_unit_test(gains_of_what_is_no_number_are_refused),
        cmocka_unit_test(synergy_is_what_comes_on_top_of_working_alone),
        cmocka_unit_test(synergy_over_nothing_does_not_exist),
        cmocka_unit_test(synergy_of_what_is_no_number_is_refused),
    };
    return cmocka_run_group_tests_name("gain", tests, NULL, NULL);
}
