/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Measures of the partnership, and gates on them. */
#include "score_kit.h"

enum { US, THEM };

static sk open_measures(const char *gates, const char *measures)
{
    return sk_open("p", gates, "us: p 90; them: p 90", measures);
}

static void expect_measure(const sk *it, int32_t measure, uint32_t party, double value)
{
    double found = -1;
    assert_ok(rapport_result_get_measure(it->result, measure, party, &found));
    assert_close(found, value, SK_ALMOST);
}

static void expect_status(const sk *it, int32_t measure, uint32_t party, rapport_status status)
{
    double untouched = -17;
    assert_int_equal(rapport_result_get_measure(it->result, measure, party, &untouched), status);
    assert_true(untouched == -17);
}

static void net_benefit_is_benefits_less_burdens_less_the_best_alternative(void **state)
{
    (void)state;
    sk it = open_measures(NULL, "'measures':{'benefits':{'us':420,'them':310},'burdens':{'us':150,'them':90},"
                                "'alternatives':{'us':300,'them':-50}}");
    expect_measure(&it, RAPPORT_NET_BENEFIT, US, -30);
    expect_measure(&it, RAPPORT_NET_BENEFIT, THEM, 270);
    sk_close(&it);
}

static void absent_burdens_or_alternatives_count_0(void **state)
{
    (void)state;
    sk it = open_measures(NULL, "'measures':{'benefits':{'us':420,'them':310},'burdens':{'us':150,'them':90}}");
    expect_measure(&it, RAPPORT_NET_BENEFIT, US, 270);
    sk_close(&it);
    it = open_measures(NULL, "'measures':{'benefits':{'us':420,'them':310},'alternatives':{'us':150,'them':90}}");
    expect_measure(&it, RAPPORT_NET_BENEFIT, THEM, 220);
    sk_close(&it);
    it = open_measures(NULL, "'measures':{'benefits':{'us':0,'them':310}}");
    expect_measure(&it, RAPPORT_NET_BENEFIT, US, 0);
    sk_close(&it);
}

static void a_section_that_lacks_a_party_leaves_it_undefined(void **state)
{
    (void)state;
    sk it = open_measures(NULL, "'measures':{'benefits':{'us':420,'them':310},'burdens':{'us':150}}");
    expect_measure(&it, RAPPORT_NET_BENEFIT, US, 270);
    expect_status(&it, RAPPORT_NET_BENEFIT, THEM, RAPPORT_UNDEFINED);
    expect_status(&it, RAPPORT_BURDEN_OVERLOAD, 0, RAPPORT_UNDEFINED);
    expect_measure(&it, RAPPORT_BALANCE, 0, 1 - (420. / 730 - 0.5) / 0.5);
    sk_close(&it);
    it = open_measures(NULL, "'measures':{'benefits':{'us':420,'them':310},'alternatives':{'them':1}}");
    expect_status(&it, RAPPORT_NET_BENEFIT, US, RAPPORT_UNDEFINED);
    sk_close(&it);
    it = open_measures(NULL, "'measures':{'benefits':{}}"); /* there, and empty */
    expect_status(&it, RAPPORT_NET_BENEFIT, US, RAPPORT_UNDEFINED);
    expect_status(&it, RAPPORT_BALANCE, 0, RAPPORT_UNDEFINED);
    sk_close(&it);
}

static void what_the_assessment_leaves_out_is_not_found(void **state)
{
    (void)state;
    sk it = open_measures(NULL, NULL);
    expect_status(&it, RAPPORT_NET_BENEFIT, US, RAPPORT_NOT_FOUND);
    expect_status(&it, RAPPORT_BURDEN_OVERLOAD, 0, RAPPORT_NOT_FOUND);
    expect_status(&it, RAPPORT_BALANCE, 0, RAPPORT_NOT_FOUND);
    expect_status(&it, RAPPORT_SKILL_COVERAGE, 0, RAPPORT_NOT_FOUND);
    expect_status(&it, RAPPORT_NET_BENEFIT, 2, RAPPORT_BAD_ARGUMENT);
    expect_status(&it, 0, 0, RAPPORT_BAD_ARGUMENT);
    expect_status(&it, RAPPORT_SKILL_COVERAGE + 1, 0, RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_measure(it.result, RAPPORT_BALANCE, 0, NULL), RAPPORT_BAD_ARGUMENT);
    sk_close(&it);
}

static void expect_balance(const char *parties, const char *measures, double value)
{
    sk it = sk_open("p", NULL, parties, measures);
    expect_measure(&it, RAPPORT_BALANCE, 0, value);
    sk_close(&it);
}

static void balance_of_the_designs_checks(void **state)
{
    (void)state;
    expect_balance("a: p 1; b: p 1", "'measures':{'benefits':{'a':60,'b':40}}", 0.8);
    expect_balance("a: p 1; b: p 1", "'measures':{'benefits':{'a':80,'b':20}}", 0.4);
    expect_balance("a: p 1; b: p 1; c: p 1", "'measures':{'benefits':{'a':70,'b':20,'c':10}}", 0.45);
    expect_balance("a: p 1; b: p 1", "'measures':{'benefits':{'a':0.3,'b':0.2}}", 0.8); /* whatever the unit */
}

static void balance_is_1_as_agreed_and_0_where_the_least_agreed_takes_all(void **state)
{
    (void)state;
    expect_balance("a: p 1; b: p 1", "'measures':{'benefits':{'a':300,'b':100},'agreed_shares':{'a':3,'b':1}}", 1);
    expect_balance("a: p 1; b: p 1", "'measures':{'benefits':{'a':0,'b':100},'agreed_shares':{'a':3,'b':1}}", 0);
    /* shares .5 .5 against .75 .25: half the sum of distances .25, the largest possible .75 */
    expect_balance("a: p 1; b: p 1", "'measures':{'benefits':{'a':7,'b':7},'agreed_shares':{'a':3,'b':1}}", 1 - 0.25 / 0.75);
}

static void balance_of_negative_or_no_benefits_is_undefined(void **state)
{
    (void)state;
    sk it = open_measures(NULL, "'measures':{'benefits':{'us':-1,'them':31}}");
    expect_status(&it, RAPPORT_BALANCE, 0, RAPPORT_UNDEFINED);
    expect_measure(&it, RAPPORT_NET_BENEFIT, US, -1);
    sk_close(&it);
    it = open_measures(NULL, "'measures':{'benefits':{'us':0,'them':0}}");
    expect_status(&it, RAPPORT_BALANCE, 0, RAPPORT_UNDEFINED);
    sk_close(&it);
    it = open_measures(NULL, "'measures':{'benefits':{'us':1,'them':1},'agreed_shares':{'us':1}}");
    expect_status(&it, RAPPORT_BALANCE, 0, RAPPORT_UNDEFINED);
    sk_close(&it);
}

static void one_party_has_nobody_to_balance_with(void **state)
{
    (void)state;
    sk it = sk_open("p", "'gates':[{'id':'g','measure':'balance','below':1,'effect':'fail'}]", "us: p 90",
                    "'measures':{'benefits':{'us':10}}");
    expect_status(&it, RAPPORT_BALANCE, 0, RAPPORT_NOT_FOUND);
    assert_int_equal(sk_gate(&it, 0).state, RAPPORT_GATE_NOT_APPLICABLE);
    sk_close(&it);
}

static void overload_is_the_largest_burden_share_over_the_agreed_one(void **state)
{
    (void)state;
    sk it = open_measures(NULL, "'measures':{'burdens':{'us':60,'them':40}}");
    expect_measure(&it, RAPPORT_BURDEN_OVERLOAD, 0, 1.2);
    sk_close(&it);
    it = open_measures(NULL, "'measures':{'burdens':{'us':60,'them':40},'agreed_shares':{'us':3,'them':1}}");
    expect_measure(&it, RAPPORT_BURDEN_OVERLOAD, 0, 1.6); /* .4/.25, against .6/.75 */
    sk_close(&it);
    it = open_measures(NULL, "'measures':{'burdens':{'us':0,'them':40},'agreed_shares':{'us':0,'them':1}}");
    expect_measure(&it, RAPPORT_BURDEN_OVERLOAD, 0, 1); /* nothing agreed, nothing borne */
    sk_close(&it);
    it = open_measures(NULL, "'measures':{'burdens':{'us':0,'them':0}}");
    expect_status(&it, RAPPORT_BURDEN_OVERLOAD, 0, RAPPORT_UNDEFINED);
    sk_close(&it);
}

static void skill_coverage_is_the_best_partys_by_importance(void **state)
{
    (void)state;
    sk it = open_measures(NULL, "'measures':{'skills':{'required':{'design':3,'logistics':2,'law':1},"
                                "'parties':{'us':{'design':0.9,'logistics':0.3},'them':{'design':0.4,'logistics':0.8}}}}");
    expect_measure(&it, RAPPORT_SKILL_COVERAGE, 0, (3 * 0.9 + 2 * 0.8) / 6); /* nobody knows the law */
    sk_close(&it);
    it = open_measures(NULL, "'measures':{'skills':{'required':{'design':3},'parties':{'us':{'design':0.9}}}}");
    expect_status(&it, RAPPORT_SKILL_COVERAGE, 0, RAPPORT_UNDEFINED); /* theirs are not described */
    sk_close(&it);
    it = open_measures(NULL, "'measures':{'skills':{'required':{'design':3},'parties':{'us':{},'them':{}}}}");
    expect_measure(&it, RAPPORT_SKILL_COVERAGE, 0, 0);
    sk_close(&it);
    it = open_measures(NULL, "'measures':{'skills':{'required':{'design':0},'parties':{'us':{'design':1},'them':{}}}}");
    expect_status(&it, RAPPORT_SKILL_COVERAGE, 0, RAPPORT_UNDEFINED);
    sk_close(&it);
    it = open_measures(NULL, "'measures':{'skills':{'required':{},'parties':{'us':{},'them':{}}}}");
    expect_status(&it, RAPPORT_SKILL_COVERAGE, 0, RAPPORT_UNDEFINED);
    sk_close(&it);
}

/* ---------------------------------------------------------------- gates */

enum { NO_VALUE = 1 << 20 };

/* One gate with the measure, view and threshold given as JSON; it caps at 54. */
static void expect_gate(const char *gate, const char *measures, int32_t state, double value)
{
    char settings[200];
    snprintf(settings, sizeof settings, "'gates':[{'id':'g',%s,'effect':'cap','cap':54}]", gate);
    sk it = open_measures(settings, measures);
    if (sk_gate(&it, 0).state != state)
        print_error("%s with %s\n", gate, measures ? measures : "nothing");
    assert_int_equal(sk_gate(&it, 0).state, state);
    assert_int_equal(sk_gate(&it, 0).has_value, value != NO_VALUE);
    assert_close(sk_gate(&it, 0).value, value != NO_VALUE ? value : 0, SK_ALMOST);
    assert_close(sk_outcome(&it).gated, state == RAPPORT_GATE_BREACHED ? 54 : 90, 0);
    assert_int_equal(sk_gate(&it, 0).binding, state == RAPPORT_GATE_BREACHED);
    sk_close(&it);
}

#define BENEFITS(us, them) "'measures':{'benefits':{'us':" us ",'them':" them "}}"
#define WIN "'measure':'net-benefit'"

static void gates_on_the_net_benefit_of_any_party(void **state)
{
    (void)state;
    expect_gate(WIN ",'below':0", BENEFITS("-1", "5"), RAPPORT_GATE_BREACHED, -1);
    expect_gate(WIN ",'below':0,'view':'any'", BENEFITS("5", "-2"), RAPPORT_GATE_BREACHED, -2);
    expect_gate(WIN ",'below':0", BENEFITS("0", "5"), RAPPORT_GATE_PASSED, 0); /* no near miss: amounts are no points */
    expect_gate(WIN ",'below':0", BENEFITS("-1e-10", "5"), RAPPORT_GATE_PASSED, -1e-10); /* 0 when rounded to 1e-9 */
    expect_gate(WIN ",'below':0", BENEFITS("-1e-9", "5"), RAPPORT_GATE_BREACHED, -1e-9);
    expect_gate(WIN ",'above':100", BENEFITS("1", "101"), RAPPORT_GATE_BREACHED, 101);
    expect_gate(WIN ",'above':100", BENEFITS("1", "100"), RAPPORT_GATE_PASSED, 100);
}

static void gates_on_the_net_benefit_of_all_parties(void **state)
{
    (void)state;
    expect_gate(WIN ",'below':0,'view':'all'", BENEFITS("-1", "5"), RAPPORT_GATE_PASSED, 5);
    expect_gate(WIN ",'below':0,'view':'all'", BENEFITS("-1", "-5"), RAPPORT_GATE_BREACHED, -1);
    expect_gate(WIN ",'above':100,'view':'all'", BENEFITS("101", "500"), RAPPORT_GATE_BREACHED, 101);
    expect_gate(WIN ",'above':100,'view':'all'", BENEFITS("10", "500"), RAPPORT_GATE_PASSED, 10);
}

static void a_section_left_out_makes_gates_not_applicable(void **state)
{
    (void)state;
    expect_gate(WIN ",'below':0", NULL, RAPPORT_GATE_NOT_APPLICABLE, NO_VALUE);
    expect_gate(WIN ",'below':0", "'measures':{'burdens':{'us':1,'them':1}}", RAPPORT_GATE_NOT_APPLICABLE, NO_VALUE);
    expect_gate("'measure':'burden-overload','above':1.5", BENEFITS("1", "2"), RAPPORT_GATE_NOT_APPLICABLE, NO_VALUE);
    expect_gate("'measure':'balance','below':0.8", NULL, RAPPORT_GATE_NOT_APPLICABLE, NO_VALUE);
    expect_gate("'measure':'skill-coverage','below':0.6", NULL, RAPPORT_GATE_NOT_APPLICABLE, NO_VALUE);
}

static void a_section_that_lacks_a_party_makes_gates_undecided(void **state)
{
    (void)state;
    expect_gate(WIN ",'below':0", "'measures':{'benefits':{'us':5}}", RAPPORT_GATE_UNDECIDED, NO_VALUE);
    expect_gate(WIN ",'below':0", "'measures':{'benefits':{'us':-5}}", RAPPORT_GATE_UNDECIDED, NO_VALUE);
    expect_gate(WIN ",'below':0,'view':'all'", "'measures':{'benefits':{'us':5}}", RAPPORT_GATE_UNDECIDED, NO_VALUE);
    expect_gate(WIN ",'below':0", "'measures':{'benefits':{'us':5,'them':5},'burdens':{'us':5}}", RAPPORT_GATE_UNDECIDED,
                NO_VALUE);
    expect_gate("'measure':'burden-overload','above':1.5", "'measures':{'burdens':{'us':5}}", RAPPORT_GATE_UNDECIDED, NO_VALUE);
    expect_gate("'measure':'balance','below':0.8", "'measures':{'benefits':{'them':5}}", RAPPORT_GATE_UNDECIDED, NO_VALUE);
    expect_gate("'measure':'skill-coverage','below':0.6",
                "'measures':{'skills':{'required':{'law':1},'parties':{'us':{'law':1}}}}", RAPPORT_GATE_UNDECIDED, NO_VALUE);
}

static void sums_of_0_make_gates_undecided(void **state)
{
    (void)state;
    expect_gate("'measure':'balance','below':0.8", BENEFITS("0", "0"), RAPPORT_GATE_UNDECIDED, NO_VALUE);
    expect_gate("'measure':'burden-overload','above':1.5", "'measures':{'burdens':{'us':0,'them':0}}", RAPPORT_GATE_UNDECIDED,
                NO_VALUE);
}

static void agreed_shares_of_0_all_round_say_nothing(void **state)
{
    (void)state;
    sk it = open_measures("'gates':[{'id':'g','measure':'burden-overload','above':1.5,'effect':'cap','cap':54},"
                          "{'id':'h','measure':'balance','below':0.8,'effect':'flag'}]",
                          "'measures':{'benefits':{'us':1,'them':1},'burdens':{'us':1,'them':0}}");
    for (uint32_t party = 0; party < 2; party++) /* a document may not say so; a host may */
        assert_ok(rapport_assessment_set_amount(it.assessment, RAPPORT_AGREED_SHARES, party, 0, NULL));
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    expect_status(&it, RAPPORT_BALANCE, 0, RAPPORT_UNDEFINED);
    expect_status(&it, RAPPORT_BURDEN_OVERLOAD, 0, RAPPORT_UNDEFINED);
    assert_int_equal(sk_gate(&it, 0).state, RAPPORT_GATE_UNDECIDED);
    assert_int_equal(sk_gate(&it, 1).state, RAPPORT_GATE_UNDECIDED);
    sk_close(&it);
}

static void gates_on_overload_balance_and_skills(void **state)
{
    (void)state;
#define LOAD(us, them) "'measures':{'burdens':{'us':" us ",'them':" them "}}"
    expect_gate("'measure':'burden-overload','above':1.5", LOAD("76", "24"), RAPPORT_GATE_BREACHED, 1.52);
    expect_gate("'measure':'burden-overload','above':1.5", LOAD("75", "25"), RAPPORT_GATE_PASSED, 1.5);
    expect_gate("'measure':'burden-overload','below':1.5", LOAD("75", "25"), RAPPORT_GATE_PASSED, 1.5);
    expect_gate("'measure':'balance','below':0.8", BENEFITS("60", "40"), RAPPORT_GATE_PASSED, 0.8);
    expect_gate("'measure':'balance','below':0.8", BENEFITS("61", "39"), RAPPORT_GATE_BREACHED, 0.78);
    expect_gate("'measure':'skill-coverage','below':0.6",
                "'measures':{'skills':{'required':{'law':1},'parties':{'us':{'law':0.5},'them':{}}}}", RAPPORT_GATE_BREACHED,
                0.5);
    expect_gate("'measure':'skill-coverage','below':0.6",
                "'measures':{'skills':{'required':{'law':1},'parties':{'us':{'law':0.6},'them':{}}}}", RAPPORT_GATE_PASSED,
                0.6);
}

static void a_burden_against_no_agreed_share_is_more_than_any_overload(void **state)
{
    (void)state;
    const char *measures = "'measures':{'burdens':{'us':1,'them':9},'agreed_shares':{'us':0,'them':1}}";
    sk it = open_measures(NULL, measures);
    expect_status(&it, RAPPORT_BURDEN_OVERLOAD, 0, RAPPORT_UNDEFINED);
    sk_close(&it);
    expect_gate("'measure':'burden-overload','above':1.5", measures, RAPPORT_GATE_BREACHED, NO_VALUE);
    expect_gate("'measure':'burden-overload','below':1.5", measures, RAPPORT_GATE_PASSED, NO_VALUE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(net_benefit_is_benefits_less_burdens_less_the_best_alternative),
        cmocka_unit_test(absent_burdens_or_alternatives_count_0),
        cmocka_unit_test(a_section_that_lacks_a_party_leaves_it_undefined),
        cmocka_unit_test(what_the_assessment_leaves_out_is_not_found),
        cmocka_unit_test(balance_of_the_designs_checks),
        cmocka_unit_test(balance_is_1_as_agreed_and_0_where_the_least_agreed_takes_all),
        cmocka_unit_test(balance_of_negative_or_no_benefits_is_undefined),
        cmocka_unit_test(one_party_has_nobody_to_balance_with),
        cmocka_unit_test(overload_is_the_largest_burden_share_over_the_agreed_one),
        cmocka_unit_test(skill_coverage_is_the_best_partys_by_importance),
        cmocka_unit_test(gates_on_the_net_benefit_of_any_party),
        cmocka_unit_test(gates_on_the_net_benefit_of_all_parties),
        cmocka_unit_test(a_section_left_out_makes_gates_not_applicable),
        cmocka_unit_test(a_section_that_lacks_a_party_makes_gates_undecided),
        cmocka_unit_test(sums_of_0_make_gates_undecided),
        cmocka_unit_test(agreed_shares_of_0_all_round_say_nothing),
        cmocka_unit_test(gates_on_overload_balance_and_skills),
        cmocka_unit_test(a_burden_against_no_agreed_share_is_more_than_any_overload),
    };
    return cmocka_run_group_tests_name("measure", tests, NULL, NULL);
}
