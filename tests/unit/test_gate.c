/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Gates on nodes: states, values, near misses, and what they do to the score. Gates on measures: test_measure.c. */
#include "score_kit.h"

/* One gate on p of the given view, threshold 50, effect flag; the parties' answers decide. */
static void expect_state(const char *view, const char *parties, int32_t state, double value)
{
    char settings[160];
    snprintf(settings, sizeof settings, "'gates':[{'id':'g','node':'p','view':'%s','below':50,'effect':'flag'}]", view);
    sk it = sk_open("p q", settings, parties, NULL);
    rapport_gate_result gate = sk_gate(&it, 0);
    if (gate.state != state)
        print_error("%s: %s\n", view, parties);
    assert_int_equal(gate.state, state);
    assert_int_equal(gate.has_value, value >= 0);
    assert_close(gate.value, value >= 0 ? value : 0, SK_ALMOST);
    assert_int_equal(gate.binding, 0); /* a flag never is */
    assert_close(sk_outcome(&it).gated, sk_outcome(&it).score, 0);
    sk_close(&it);
}

enum { NO_VALUE = -1 };

static void any_is_breached_by_one_and_passed_by_all(void **state)
{
    (void)state;
    expect_state("any", "a: p 49 q 1; b: p 90", RAPPORT_GATE_BREACHED, 49);
    expect_state("any", "a: p 49 q 1; b: p -", RAPPORT_GATE_BREACHED, 49); /* whatever the silent one says */
    expect_state("any", "a: p 70 q 1; b: p 90", RAPPORT_GATE_PASSED, 70);
    expect_state("any", "a: p 70 q 1; b: p -", RAPPORT_GATE_UNDECIDED, 70);
    expect_state("any", "a: p 70 q 1; b: p n/a", RAPPORT_GATE_PASSED, 70);
    expect_state("any", "a: p - q 1; b: p n/a", RAPPORT_GATE_UNDECIDED, NO_VALUE);
    expect_state("any", "a: p n/a q 1; b: p n/a", RAPPORT_GATE_NOT_APPLICABLE, NO_VALUE);
}

static void all_is_breached_by_all_and_passed_by_one(void **state)
{
    (void)state;
    expect_state("all", "a: p 49 q 1; b: p 20", RAPPORT_GATE_BREACHED, 49);
    expect_state("all", "a: p 49 q 1; b: p 90", RAPPORT_GATE_PASSED, 90);
    expect_state("all", "a: p 90 q 1; b: p -", RAPPORT_GATE_PASSED, 90);
    expect_state("all", "a: p 49 q 1; b: p -", RAPPORT_GATE_UNDECIDED, 49);
    expect_state("all", "a: p 49 q 1; b: p n/a", RAPPORT_GATE_BREACHED, 49);
    expect_state("all", "a: p - q 1; b: p n/a", RAPPORT_GATE_UNDECIDED, NO_VALUE);
    expect_state("all", "a: p n/a q 1; b: p n/a", RAPPORT_GATE_NOT_APPLICABLE, NO_VALUE);
}

static void joint_looks_at_the_joint_cell_and_its_bounds(void **state)
{
    (void)state;
    expect_state("joint", "a: p 20 q 1; b: p 70", RAPPORT_GATE_BREACHED, 45);
    expect_state("joint", "a: p 50 q 1; b: p 90", RAPPORT_GATE_PASSED, 70);
    expect_state("joint", "a: p 90 q 1; b: p -", RAPPORT_GATE_UNDECIDED, 90);   /* 45..95 */
    expect_state("joint", "a: p 100 q 1; b: p -", RAPPORT_GATE_PASSED, 100);    /* 50..100 */
    expect_state("joint", "a/3: p 30 q 1; b: p -", RAPPORT_GATE_BREACHED, 30);  /* 22.5..47.5 */
    expect_state("joint", "a: p - q 1; b: p -", RAPPORT_GATE_UNDECIDED, NO_VALUE);
    expect_state("joint", "a: p n/a q 1; b: p n/a", RAPPORT_GATE_NOT_APPLICABLE, NO_VALUE);
}

static void any_is_what_a_gate_looks_at_by_default(void **state)
{
    (void)state;
    sk it = sk_open("p", "'gates':[{'id':'g','node':'p','below':50,'effect':'flag'}]", "a: p 49; b: p 90", NULL);
    assert_int_equal(sk_gate(&it, 0).state, RAPPORT_GATE_BREACHED);
    sk_close(&it);
}

static void groups_are_judged_on_their_bounds(void **state)
{
    (void)state;
    const char *gates = "'gates':[{'id':'low','node':'g','below':30,'effect':'flag'},{'id':'mid','node':'g','below':50,"
                        "'effect':'flag'},{'id':'high','node':'g','below':81,'effect':'flag'}]";
    sk it = sk_open("g(p q) r", gates, "a: p 60 q - r 1", NULL); /* g is 60, bounds 30..80 */
    assert_int_equal(sk_gate(&it, 0).state, RAPPORT_GATE_PASSED); /* 60 is far above 30 */
    assert_int_equal(sk_gate(&it, 1).state, RAPPORT_GATE_UNDECIDED); /* never passed on a guess */
    assert_int_equal(sk_gate(&it, 2).state, RAPPORT_GATE_BREACHED);
    sk_close(&it);
}

static void a_pass_by_less_than_half_a_level_is_a_near_miss(void **state)
{
    (void)state;
    expect_state("any", "a: p 62.4 q 1; b: p 90", RAPPORT_GATE_NEAR_MISS, 62.4);
    expect_state("any", "a: p 62.5 q 1; b: p 90", RAPPORT_GATE_PASSED, 62.5);
    expect_state("any", "a: p 62.49999999999999 q 1; b: p 90", RAPPORT_GATE_PASSED, 62.5); /* 12.5 when rounded */
    expect_state("any", "a: p 62.499999998 q 1; b: p 90", RAPPORT_GATE_NEAR_MISS, 62.499999998);
    expect_state("any", "a: p 50 q 1; b: p 90", RAPPORT_GATE_NEAR_MISS, 50);
    expect_state("all", "a: p 62 q 1; b: p 30", RAPPORT_GATE_NEAR_MISS, 62); /* the largest counts for all */
    expect_state("all", "a: p 63 q 1; b: p 52", RAPPORT_GATE_PASSED, 63);
    expect_state("joint", "a: p 62 q 1; b: p 60", RAPPORT_GATE_NEAR_MISS, 61);
}

static void thresholds_are_rounded_to_1e_9(void **state)
{
    (void)state;
    expect_state("any", "a: p 49.99999999999999 q 1", RAPPORT_GATE_NEAR_MISS, 50);
    expect_state("any", "a: p 49.9999999996 q 1", RAPPORT_GATE_NEAR_MISS, 49.9999999996);
    expect_state("any", "a: p 49.9999999994 q 1", RAPPORT_GATE_BREACHED, 49.9999999994);
    expect_state("joint", "a: p 49.999999998 q 1", RAPPORT_GATE_BREACHED, 49.999999998);
    expect_state("all", "a: p 49.99999999999999 q 1", RAPPORT_GATE_NEAR_MISS, 50);
}

static void what_is_missing_cannot_breach_a_threshold_of_0(void **state)
{
    (void)state;
    sk it = sk_open("p q", "'gates':[{'id':'g','node':'p','below':0,'effect':'fail'}]", "a: p - q 1", NULL);
    assert_int_equal(sk_gate(&it, 0).state, RAPPORT_GATE_PASSED); /* its lower bound is at it; there is nothing near to miss */
    assert_int_equal(sk_gate(&it, 0).has_value, 0);
    sk_close(&it);
}

static void facts_are_seen_in_every_view(void **state)
{
    (void)state;
    sk it = sk_open("p q", "'gates':[{'id':'g','node':'p','view':'all','below':50,'effect':'flag'}]", "a: q 1; b: q 1",
                    "'facts':{'p':30}");
    assert_int_equal(sk_gate(&it, 0).state, RAPPORT_GATE_BREACHED);
    assert_same_bits(sk_gate(&it, 0).value, 30);
    sk_close(&it);
}

static void nodes_that_do_not_count_can_have_gates(void **state)
{
    (void)state;
    sk it = sk_open("p g~(q) r:0",
                    "'gates':[{'id':'1','node':'g','below':50,'effect':'cap','cap':20},"
                    "{'id':'2','node':'r','view':'joint','below':50,'effect':'cap','cap':30}]", "a: p 90 q 10 r 10", NULL);
    assert_int_equal(sk_gate(&it, 0).state, RAPPORT_GATE_BREACHED);
    assert_int_equal(sk_gate(&it, 1).state, RAPPORT_GATE_BREACHED);
    assert_same_bits(sk_outcome(&it).score, 90);
    assert_same_bits(sk_outcome(&it).gated, 20);
    sk_close(&it);
}

/* ---------------------------------------------------------------- effects */

static void a_cap_lowers_the_score_to_the_cap_and_never_raises_it(void **state)
{
    (void)state;
    const char *gates = "'gates':[{'id':'g','node':'p','below':50,'effect':'cap','cap':54}]";
    sk it = sk_open("p q:3", gates, "a: p 20 q 100", NULL);
    assert_same_bits(sk_outcome(&it).score, 80);
    assert_same_bits(sk_outcome(&it).gated, 54);
    assert_int_equal(sk_gate(&it, 0).binding, 1);
    sk_close(&it);
    it = sk_open("p q:3", gates, "a: p 20 q 40", NULL);
    assert_same_bits(sk_outcome(&it).score, 35);
    assert_same_bits(sk_outcome(&it).gated, 35);
    assert_int_equal(sk_gate(&it, 0).binding, 0);
    sk_close(&it);
    it = sk_open("p q", gates, "a: p 8 q 100", NULL); /* a score of exactly 54: the cap is not below it */
    assert_same_bits(sk_outcome(&it).gated, 54);
    assert_int_equal(sk_gate(&it, 0).state, RAPPORT_GATE_BREACHED);
    assert_int_equal(sk_gate(&it, 0).binding, 0);
    sk_close(&it);
}

static void a_fail_sets_the_score_to_0_and_the_band_to_the_lowest(void **state)
{
    (void)state;
    sk it = sk_open("p q:3", "'gates':[{'id':'g','node':'p','below':50,'effect':'fail'}]", "a: p 20 q 100", NULL);
    assert_same_bits(sk_outcome(&it).score, 80); /* the score before gates stays to be seen */
    assert_same_bits(sk_outcome(&it).gated, 0);
    assert_int_equal(sk_outcome(&it).band, 0);
    assert_int_equal(sk_gate(&it, 0).binding, 1);
    assert_int_equal(rapport_result_band(it.result, 0), 1); /* views know no gates */
    sk_close(&it);
}

static void the_lowest_of_several_caps_holds_and_binds(void **state)
{
    (void)state;
    sk it = sk_open("p q:3",
                    "'gates':[{'id':'a','node':'p','below':50,'effect':'cap','cap':70},"
                    "{'id':'b','node':'p','below':50,'effect':'cap','cap':54},"
                    "{'id':'c','node':'p','below':30,'effect':'cap','cap':54.00000000000001},"
                    "{'id':'d','node':'p','below':10,'effect':'cap','cap':39},{'id':'e','node':'p','below':50,'effect':'flag'},"
                    "{'id':'f','node':'p','below':50,'effect':'cap','cap':90}]", "a: p 20 q 100", NULL);
    assert_same_bits(sk_outcome(&it).gated, 54);
    assert_int_equal(sk_gate(&it, 0).binding, 0);
    assert_int_equal(sk_gate(&it, 1).binding, 1);
    assert_int_equal(sk_gate(&it, 2).binding, 1); /* the same cap, rounded to 1e-9 */
    assert_int_equal(sk_gate(&it, 3).binding, 0); /* not breached */
    assert_int_equal(sk_gate(&it, 3).state, RAPPORT_GATE_NEAR_MISS);
    assert_int_equal(sk_gate(&it, 4).binding, 0);
    assert_int_equal(sk_gate(&it, 4).state, RAPPORT_GATE_BREACHED);
    assert_int_equal(sk_gate(&it, 5).binding, 0);
    sk_close(&it);
}

static void a_fail_goes_before_every_cap(void **state)
{
    (void)state;
    sk it = sk_open("p q:3",
                    "'gates':[{'id':'a','node':'p','below':50,'effect':'cap','cap':10},"
                    "{'id':'b','node':'p','below':50,'effect':'fail'},{'id':'c','node':'p','below':50,'effect':'cap','cap':0}]",
                    "a: p 20 q 100", NULL);
    assert_same_bits(sk_outcome(&it).gated, 0);
    assert_int_equal(sk_gate(&it, 0).binding, 0);
    assert_int_equal(sk_gate(&it, 1).binding, 1);
    assert_int_equal(sk_gate(&it, 2).binding, 1); /* a cap of 0 does the same */
    sk_close(&it);
}

static void only_a_breach_has_an_effect(void **state)
{
    (void)state;
    sk it = sk_open("p q r s",
                    "'gates':[{'id':'passed','node':'p','below':50,'effect':'fail'},"
                    "{'id':'near','node':'q','below':50,'effect':'fail'},{'id':'open','node':'r','below':50,'effect':'fail'},"
                    "{'id':'na','node':'s','below':50,'effect':'fail'}]", "a: p 90 q 60 r - s n/a", NULL);
    assert_same_bits(sk_outcome(&it).gated, 75);
    for (uint32_t i = 0; i < 4; i++)
        assert_int_equal(sk_gate(&it, i).binding, 0);
    assert_int_equal(sk_gate(&it, 0).state, RAPPORT_GATE_PASSED);
    assert_int_equal(sk_gate(&it, 1).state, RAPPORT_GATE_NEAR_MISS);
    assert_int_equal(sk_gate(&it, 2).state, RAPPORT_GATE_UNDECIDED);
    assert_int_equal(sk_gate(&it, 3).state, RAPPORT_GATE_NOT_APPLICABLE);
    sk_close(&it);
}

static void a_score_of_0_is_not_bound_by_a_fail(void **state)
{
    (void)state;
    sk it = sk_open("p", "'gates':[{'id':'g','node':'p','below':50,'effect':'fail'}]", "a: p 0", NULL);
    assert_same_bits(sk_outcome(&it).gated, 0);
    assert_int_equal(sk_gate(&it, 0).binding, 0); /* 0 is not below 0 */
    sk_close(&it);
}

static void without_a_score_gates_are_judged_and_nothing_is_gated(void **state)
{
    (void)state;
    sk it = sk_open("p:1 q:9", "'missing':'strict','gates':[{'id':'g','node':'p','below':50,'effect':'cap','cap':10}]",
                    "a: p 20 q -", NULL);
    assert_int_equal(sk_gate(&it, 0).state, RAPPORT_GATE_BREACHED);
    assert_same_bits(sk_gate(&it, 0).value, 20);
    assert_int_equal(sk_gate(&it, 0).binding, 0);
    assert_int_equal(sk_outcome(&it).has_score, 0);
    assert_same_bits(sk_outcome(&it).gated, 0);
    sk_close(&it);
}

static void gates_are_asked_for_by_index(void **state)
{
    (void)state;
    rapport_gate_result gate = {.struct_size = sizeof gate};
    sk it = sk_open("p", "'gates':[{'id':'g','node':'p','below':50,'effect':'fail'}]", "a: p 60", NULL);
    assert_int_equal(rapport_result_get_gate(it.result, 1, &gate), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_gate(it.result, 0, NULL), RAPPORT_BAD_ARGUMENT);
    gate.struct_size = 0;
    assert_int_equal(rapport_result_get_gate(it.result, 0, &gate), RAPPORT_BAD_ARGUMENT);
    sk_close(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_is_breached_by_one_and_passed_by_all),
        cmocka_unit_test(all_is_breached_by_all_and_passed_by_one),
        cmocka_unit_test(joint_looks_at_the_joint_cell_and_its_bounds),
        cmocka_unit_test(any_is_what_a_gate_looks_at_by_default),
        cmocka_unit_test(groups_are_judged_on_their_bounds),
        cmocka_unit_test(a_pass_by_less_than_half_a_level_is_a_near_miss),
        cmocka_unit_test(thresholds_are_rounded_to_1e_9),
        cmocka_unit_test(what_is_missing_cannot_breach_a_threshold_of_0),
        cmocka_unit_test(facts_are_seen_in_every_view),
        cmocka_unit_test(nodes_that_do_not_count_can_have_gates),
        cmocka_unit_test(a_cap_lowers_the_score_to_the_cap_and_never_raises_it),
        cmocka_unit_test(a_fail_sets_the_score_to_0_and_the_band_to_the_lowest),
        cmocka_unit_test(the_lowest_of_several_caps_holds_and_binds),
        cmocka_unit_test(a_fail_goes_before_every_cap),
        cmocka_unit_test(only_a_breach_has_an_effect),
        cmocka_unit_test(a_score_of_0_is_not_bound_by_a_fail),
        cmocka_unit_test(without_a_score_gates_are_judged_and_nothing_is_gated),
        cmocka_unit_test(gates_are_asked_for_by_index),
    };
    return cmocka_run_group_tests_name("gate", tests, NULL, NULL);
}
