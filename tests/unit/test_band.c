/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Bands: thresholds, demands, what held back, and whether it is certain. */
#include "score_kit.h"

enum { LOW, MIDDLE, GOOD, BEST };

/* Four bands; the last with the demands given as JSON. */
#define BANDS(demands)                                                                                                         \
    "'bands':[{'id':'low','from':0},{'id':'middle','from':40},{'id':'good','from':70},{'id':'best','from':85,'requires':{"     \
    demands "}}]"

static rapport_demand demand_of(const sk *it, uint32_t index)
{
    rapport_demand demand = {.struct_size = sizeof demand};
    assert_ok(rapport_result_get_held_back(it->result, index, &demand));
    return demand;
}

static void expect_bands(const sk *it, uint32_t band, uint32_t reached, uint32_t held_back)
{
    assert_int_equal(sk_outcome(it).band, band);
    assert_int_equal(sk_outcome(it).reached, reached);
    assert_int_equal(rapport_result_count_held_back(it->result), held_back);
    assert_int_equal(rapport_result_band(it->result, RAPPORT_JOINT), band);
}

/* The best band is reached and one demand of it is not met. */
static void expect_one(const sk *it, uint32_t kind, uint32_t culprit, double needed, double actual)
{
    rapport_demand demand;
    expect_bands(it, GOOD, BEST, 1);
    demand = demand_of(it, 0);
    assert_int_equal(demand.band, BEST);
    assert_int_equal(demand.demand, kind);
    assert_int_equal(demand.culprit, culprit);
    assert_close(demand.needed, needed, 0);
    assert_int_equal(demand.has_actual, actual >= 0);
    assert_close(demand.actual, actual >= 0 ? actual : 0, SK_ALMOST);
}

static void expect_band_of(const char *points, uint32_t band)
{
    char parties[64];
    snprintf(parties, sizeof parties, "us: p %s", points);
    sk it = sk_open("p", BANDS(""), parties, NULL);
    expect_bands(&it, band, band, 0);
    assert_int_equal(sk_outcome(&it).band_certain, 1);
    assert_int_equal(rapport_result_band(it.result, 0), band);
    sk_close(&it);
}

static void bands_are_half_open_and_the_top_is_closed(void **state)
{
    (void)state;
    expect_band_of("0", LOW);
    expect_band_of("39.9", LOW);
    expect_band_of("40", MIDDLE);
    expect_band_of("70", GOOD);
    expect_band_of("85", BEST);
    expect_band_of("100", BEST);
}

static void thresholds_are_rounded_to_1e_9(void **state)
{
    (void)state;
    expect_band_of("84.99999999999999", BEST);
    expect_band_of("84.9999999996", BEST); /* 85.000000000 */
    expect_band_of("84.9999999994", GOOD); /* 84.999999999 */
    expect_band_of("84.999999998", GOOD);
}

static void every_group_of_the_root_that_counts_must_reach_its_points(void **state)
{
    (void)state;
    sk it = sk_open("g:3(p) h:1(q)", BANDS("'every_group':70"), "us: p 100 q 60", NULL); /* 90 */
    expect_one(&it, RAPPORT_EVERY_GROUP, sk_node(&it, "h"), 70, 60);
    sk_close(&it);
    it = sk_open("g:3(p) h:1(q)", BANDS("'every_group':70"), "us: p 100 q 69.99999999999999", NULL);
    expect_bands(&it, BEST, BEST, 0);
    sk_close(&it);
    it = sk_open("g:3(p) h:1(q)", BANDS("'every_group':70"), "us: p 100 q 69.999999998", NULL);
    expect_one(&it, RAPPORT_EVERY_GROUP, sk_node(&it, "h"), 70, 69.999999998);
    sk_close(&it);
}

static void groups_that_do_not_count_or_apply_and_what_is_no_child_group_are_not_asked(void **state)
{
    (void)state;
    sk it = sk_open("g(x1(p) y:9(q)) i~(r) j:0(s) k(t) u", BANDS("'every_group':70"), "us: p 0 q 100 r 0 s 0 t n/a u 85", NULL);
    expect_bands(&it, BEST, BEST, 0); /* g is 90, u no group: 87.5 */
    sk_close(&it);
}

static void the_lowest_group_is_named_the_first_of_equals(void **state)
{
    (void)state;
    sk it = sk_open("g(p) h(q) i(r) j:9(s)", BANDS("'every_group':70"), "us: p 60 q 50 r 50 s 100", NULL);
    expect_one(&it, RAPPORT_EVERY_GROUP, sk_node(&it, "h"), 70, 50);
    sk_close(&it);
}

static void a_group_without_a_score_does_not_reach_anything(void **state)
{
    (void)state;
    sk it = sk_open("g(p) h(q) i(r)", BANDS("'every_group':0"), "us: p 100 q - r 90", NULL);
    expect_one(&it, RAPPORT_EVERY_GROUP, sk_node(&it, "h"), 0, -1);
    sk_close(&it);
}

static void where_there_is_no_group_nobody_is_asked(void **state)
{
    (void)state;
    sk it = sk_open("p q", BANDS("'every_group':70"), "us: p 100 q 75", NULL);
    expect_bands(&it, BEST, BEST, 0);
    sk_close(&it);
}

static void every_party_must_reach_its_points(void **state)
{
    (void)state;
    sk it = sk_open("p", BANDS("'weakest_party':75"), "us: p 74; them: p 98", NULL); /* 86 */
    expect_one(&it, RAPPORT_WEAKEST_PARTY, 0, 75, 74);
    sk_close(&it);
    it = sk_open("p", BANDS("'weakest_party':75"), "us: p 98; them: p 74.99999999999999", NULL);
    expect_bands(&it, BEST, BEST, 0);
    sk_close(&it);
    it = sk_open("p q~", BANDS("'weakest_party':75"), "us: p 98; them: p n/a q 1", NULL); /* to whom nothing applies */
    expect_bands(&it, BEST, BEST, 0);
    sk_close(&it);
    it = sk_open("p?", BANDS("'weakest_party':75"), "us: p 98; them: p -; third: p 90", NULL); /* who says nothing */
    expect_one(&it, RAPPORT_WEAKEST_PARTY, 1, 75, -1);
    sk_close(&it);
}

static void balance_must_reach_its_value_where_it_is_given(void **state)
{
    (void)state;
    const char *parties = "us: p 90; them: p 90";
    sk it = sk_open("p", BANDS("'balance':0.8"), parties, NULL);
    expect_bands(&it, BEST, BEST, 0);
    sk_close(&it);
    it = sk_open("p", BANDS("'balance':0.8"), parties, "'measures':{'benefits':{'us':60,'them':40}}"); /* exactly .8 */
    expect_bands(&it, BEST, BEST, 0);
    sk_close(&it);
    it = sk_open("p", BANDS("'balance':0.8"), parties, "'measures':{'benefits':{'us':61,'them':39}}"); /* 1 - .11/.5 */
    expect_one(&it, RAPPORT_NEEDS_BALANCE, RAPPORT_NONE, 0.8, 0.78);
    sk_close(&it);
    it = sk_open("p", BANDS("'balance':0.8"), parties, "'measures':{'benefits':{'us':61}}"); /* given, but not whole */
    expect_one(&it, RAPPORT_NEEDS_BALANCE, RAPPORT_NONE, 0.8, -1);
    sk_close(&it);
}

static void the_joint_coverage_must_reach_its_value(void **state)
{
    (void)state;
    sk it = sk_open("p:9 q:1", BANDS("'coverage':0.9"), "us: p 100 q -", NULL);
    expect_bands(&it, BEST, BEST, 0);
    sk_close(&it);
    it = sk_open("p:9 q:1", BANDS("'coverage':0.9000000004"), "us: p 100 q -", NULL);
    expect_bands(&it, BEST, BEST, 0);
    sk_close(&it);
    it = sk_open("p:9 q:1", BANDS("'coverage':0.900000001"), "us: p 100 q -", NULL);
    expect_one(&it, RAPPORT_NEEDS_COVERAGE, RAPPORT_NONE, 0.900000001, 0.9);
    sk_close(&it);
}

#define OPEN_GATE ",'gates':[{'id':'g','node':'q','below':50,'effect':'flag'}]"

static void no_gate_may_be_undecided(void **state)
{
    (void)state;
    sk it = sk_open("p q~", BANDS("'no_undecided_gates':true") OPEN_GATE, "us: p 90 q -", NULL);
    rapport_demand demand;
    expect_bands(&it, GOOD, BEST, 1);
    demand = demand_of(&it, 0);
    assert_int_equal(demand.demand, RAPPORT_NO_UNDECIDED_GATES);
    assert_int_equal(demand.has_actual, 0);
    assert_int_equal(demand.culprit, RAPPORT_NONE);
    sk_close(&it);
    it = sk_open("p q~", BANDS("'no_undecided_gates':true") OPEN_GATE, "us: p 90 q 10", NULL); /* breached is decided */
    expect_bands(&it, BEST, BEST, 0);
    sk_close(&it);
    it = sk_open("p q~", BANDS("'no_undecided_gates':false") OPEN_GATE, "us: p 90 q -", NULL);
    expect_bands(&it, BEST, BEST, 0);
    sk_close(&it);
}

static void several_demands_are_all_named(void **state)
{
    (void)state;
    sk it = sk_open("g:7(p) h(q) r~",
                    BANDS("'coverage':1,'every_group':80,'weakest_party':95,'balance':0.9,'no_undecided_gates':true")
                    ",'gates':[{'id':'g','node':'r','below':50,'effect':'flag'}]",
                    "us: p 100 q 40 r -; them: p 100 q -", "'measures':{'benefits':{'us':60,'them':40}}");
    expect_bands(&it, GOOD, BEST, 5); /* 7 * 100 + 40 = 740/8 = 92.5, and so is ours */
    for (uint32_t i = 0; i < 5; i++)
        assert_int_equal(demand_of(&it, i).demand, 1u << i);
    assert_close(demand_of(&it, 0).actual, 40, SK_ALMOST);
    assert_int_equal(demand_of(&it, 1).culprit, 0);
    assert_close(demand_of(&it, 1).actual, 92.5, SK_ALMOST);
    assert_close(demand_of(&it, 2).actual, 0.8, SK_ALMOST);
    assert_close(demand_of(&it, 3).actual, 15. / 16, SK_ALMOST); /* half of h, an eighth, is silent */
    sk_close(&it);
}

#define TWO_UPPER                                                                                                              \
    "'bands':[{'id':'low','from':0},{'id':'middle','from':40,'requires':{'coverage':0.2}},"                                    \
    "{'id':'good','from':70,'requires':{'weakest_party':80}},{'id':'best','from':85,'requires':{'every_group':95}}]"

static void held_back_twice_falls_two_bands(void **state)
{
    (void)state;
    sk it = sk_open("g(p)", TWO_UPPER, "us: p 79; them: p 99", NULL); /* 89 */
    expect_bands(&it, MIDDLE, BEST, 2);
    assert_int_equal(demand_of(&it, 0).band, BEST);
    assert_int_equal(demand_of(&it, 0).demand, RAPPORT_EVERY_GROUP);
    assert_int_equal(demand_of(&it, 1).band, GOOD);
    assert_int_equal(demand_of(&it, 1).demand, RAPPORT_WEAKEST_PARTY);
    sk_close(&it);
    it = sk_open("g(p)", TWO_UPPER, "us: p 80; them: p 98", NULL); /* the middle one's demand is met */
    expect_bands(&it, GOOD, BEST, 1);
    sk_close(&it);
}

static void the_band_is_that_of_the_gated_score(void **state)
{
    (void)state;
    sk it = sk_open("p q:9", BANDS("'coverage':1") ",'gates':[{'id':'g','node':'p','below':50,'effect':'cap','cap':69}]",
                    "us: p 10 q 100", NULL);
    assert_same_bits(sk_outcome(&it).score, 91);
    expect_bands(&it, MIDDLE, MIDDLE, 0); /* a cap is not "held back" */
    assert_int_equal(rapport_result_band(it.result, 0), BEST);
    sk_close(&it);
}

static void bands_of_views_use_the_thresholds_alone(void **state)
{
    (void)state;
    sk it = sk_open("p", BANDS("'weakest_party':100"), "us: p 84.99999999999999; them: p 99", NULL);
    assert_int_equal(rapport_result_band(it.result, 0), BEST);
    assert_int_equal(rapport_result_band(it.result, 1), BEST);
    assert_int_equal(rapport_result_band(it.result, 2), RAPPORT_NONE);
    sk_close(&it);
}

static void without_a_score_nothing_is_held_back(void **state)
{
    (void)state;
    rapport_demand demand = {.struct_size = sizeof demand};
    sk it = sk_open("p", BANDS("'coverage':1"), "us: p -", NULL);
    assert_int_equal(sk_outcome(&it).band, RAPPORT_NONE);
    assert_int_equal(rapport_result_count_held_back(it.result), 0);
    assert_int_equal(rapport_result_get_held_back(it.result, 0, &demand), RAPPORT_BAD_ARGUMENT);
    sk_close(&it);
}

/* ---------------------------------------------------------------- certain: it holds at both bounds */

static void expect_certain(const char *tree, const char *settings, const char *parties, const char *rest, uint32_t band,
                           int32_t certain)
{
    sk it = sk_open(tree, settings, parties, rest);
    assert_int_equal(sk_outcome(&it).band, band);
    assert_int_equal(sk_outcome(&it).band_certain, certain);
    sk_close(&it);
}

static void a_band_is_certain_if_both_bounds_lie_in_it(void **state)
{
    (void)state;
    expect_certain("p:9 q:1", BANDS(""), "us: p 60 q -", NULL, MIDDLE, 1); /* 54..64 */
    expect_certain("p:9 q:1", BANDS(""), "us: p 70 q -", NULL, GOOD, 0);   /* 63..73 */
    expect_certain("p:9 q:1", BANDS(""), "us: p 69 q -", NULL, MIDDLE, 0); /* 62.1..72.1 */
    expect_certain("p:3 q:1", BANDS(""), "us: p 60 q -", NULL, MIDDLE, 0); /* 45..70: the bound is in the next */
    expect_certain("p:3 q:1", BANDS(""), "us: p 53.33333333333333 q -", NULL, MIDDLE, 1); /* 40 when rounded..65 */
}

static void gates_make_a_band_certain_or_uncertain(void **state)
{
    (void)state;
    const char *caps = BANDS("") ",'gates':[{'id':'g','node':'r','below':50,'effect':'cap','cap':69}]";
    expect_certain("p:9 q:1 r~", caps, "us: p 69 q - r 10", NULL, MIDDLE, 1); /* 62.1..72.1, capped at 69 */
    expect_certain("p:9 q:1 r~", caps, "us: p 60 q - r -", NULL, MIDDLE, 0);  /* undecided */
    expect_certain("p r~", BANDS("") ",'gates':[{'id':'g','node':'r','below':50,'effect':'flag'}]", "us: p 60 r -", NULL,
                   MIDDLE, 0); /* though nothing would come of it: no gate may be undecided */
}

static void the_groups_bounds_decide_about_their_demand(void **state)
{
    (void)state;
    const char *demand = BANDS("'every_group':70");
    /* g 80 and h 100: 98; g could be 60: score 96, or 85: 98.5 */
    expect_certain("g:1(p:3 q:1) h:9(r)", demand, "us: p 80 q - r 100", NULL, BEST, 0);
    expect_certain("g:1(p:3 q:1) h:9(r)", demand, "us: p 94 q - r 100", NULL, BEST, 1);  /* 70.5..95.5 */
    expect_certain("g:1(p:3 q:1) h:9(r)", demand, "us: p 62 q - r 100", NULL, GOOD, 0);  /* 46.5..71.5: could be enough */
    expect_certain("g:1(p:3 q:1) h:9(r)", demand, "us: p 59 q - r 100", NULL, GOOD, 1);  /* 44.25..69.25: cannot */
}

static void the_parties_bounds_decide_about_their_demand(void **state)
{
    (void)state;
    const char *demand = BANDS("'weakest_party':75");
    /* they: 80, 72..82 with the tenth that is silent */
    expect_certain("p:9 q:1?", demand, "us: p 100 q 100; them: p 80 q -", NULL, BEST, 0);
    expect_certain("p:9 q:1?", demand, "us: p 100 q 100; them: p 84 q -", NULL, BEST, 1); /* 75.6..85.6 */
    expect_certain("p:9 q:1?", demand, "us: p 100 q 100; them: p 73 q -", NULL, GOOD, 0); /* 65.7..75.7 */
    expect_certain("p:9 q:1?", demand, "us: p 100 q 100; them: p 72 q -", NULL, GOOD, 1); /* 64.8..74.8 */
}

static void coverage_and_balance_stay_as_they_stand(void **state)
{
    (void)state;
    expect_certain("p:17 q:1", BANDS("'coverage':1"), "us: p 100 q -", NULL, GOOD, 1);
    expect_certain("p:17 q:1", BANDS("'coverage':0.9"), "us: p 100 q -", NULL, BEST, 1);
    expect_certain("p:17 q:1", BANDS("'balance':0.9"), "us: p 100 q -; them: p 100 q -",
                   "'measures':{'benefits':{'us':60,'them':40}}", GOOD, 1);
    expect_certain("p:17 q:1", BANDS("'balance':0.8"), "us: p 100 q -; them: p 100 q -",
                   "'measures':{'benefits':{'us':60,'them':40}}", BEST, 1);
}

static void demands_are_asked_for_by_index(void **state)
{
    (void)state;
    rapport_demand demand = {.struct_size = sizeof demand};
    sk it = sk_open("p q", BANDS("'coverage':1"), "us: p 100 q -", NULL);
    assert_ok(rapport_result_get_held_back(it.result, 0, &demand));
    assert_int_equal(rapport_result_get_held_back(it.result, 1, &demand), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_held_back(it.result, 0, NULL), RAPPORT_BAD_ARGUMENT);
    sk_close(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bands_are_half_open_and_the_top_is_closed),
        cmocka_unit_test(thresholds_are_rounded_to_1e_9),
        cmocka_unit_test(every_group_of_the_root_that_counts_must_reach_its_points),
        cmocka_unit_test(groups_that_do_not_count_or_apply_and_what_is_no_child_group_are_not_asked),
        cmocka_unit_test(the_lowest_group_is_named_the_first_of_equals),
        cmocka_unit_test(a_group_without_a_score_does_not_reach_anything),
        cmocka_unit_test(where_there_is_no_group_nobody_is_asked),
        cmocka_unit_test(every_party_must_reach_its_points),
        cmocka_unit_test(balance_must_reach_its_value_where_it_is_given),
        cmocka_unit_test(the_joint_coverage_must_reach_its_value),
        cmocka_unit_test(no_gate_may_be_undecided),
        cmocka_unit_test(several_demands_are_all_named),
        cmocka_unit_test(held_back_twice_falls_two_bands),
        cmocka_unit_test(the_band_is_that_of_the_gated_score),
        cmocka_unit_test(bands_of_views_use_the_thresholds_alone),
        cmocka_unit_test(without_a_score_nothing_is_held_back),
        cmocka_unit_test(a_band_is_certain_if_both_bounds_lie_in_it),
        cmocka_unit_test(gates_make_a_band_certain_or_uncertain),
        cmocka_unit_test(the_groups_bounds_decide_about_their_demand),
        cmocka_unit_test(the_parties_bounds_decide_about_their_demand),
        cmocka_unit_test(coverage_and_balance_stay_as_they_stand),
        cmocka_unit_test(demands_are_asked_for_by_index),
    };
    return cmocka_run_group_tests_name("band", tests, NULL, NULL);
}
