/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Contributions (Euler) and leverage (the derivative). */
#include "score_kit.h"

static void expect_contribution(const sk *it, const char *id, double contribution)
{
    rapport_finding finding = sk_finding(it, id);
    assert_true(finding.has & RAPPORT_HAS_CONTRIBUTION);
    assert_close(finding.contribution, contribution, SK_ALMOST);
}

static void expect_leverage(const sk *it, const char *id, double leverage)
{
    rapport_finding finding = sk_finding(it, id);
    assert_true(finding.has & RAPPORT_HAS_LEVERAGE);
    assert_close(finding.leverage, leverage, SK_ALMOST);
}

static void expect_no_leverage(const sk *it, const char *id)
{
    rapport_finding finding = sk_finding(it, id);
    assert_false(finding.has & RAPPORT_HAS_LEVERAGE);
    assert_true(finding.has & RAPPORT_HAS_CONTRIBUTION);
    assert_same_bits(finding.leverage, 0);
}

/* ---------------------------------------------------------------- contributions */

static void expect_split(const char *tree, const char *answers, double p, double q)
{
    sk it = sk_open(tree, NULL, answers, NULL);
    expect_contribution(&it, "p", p);
    expect_contribution(&it, "q", q);
    assert_close(p + q, sk_outcome(&it).score, SK_ALMOST);
    sk_close(&it);
}

static void a_contribution_splits_in_proportion_to_weight_times_value_to_the_power(void **state)
{
    (void)state;
    const char *answers = "us: p 20 q 80";
    expect_split("g(p:3 q:1)", answers, 15, 20);                                          /* w x / W */
    expect_split("g^2(p q)", answers, sqrt(3400) / 17, sqrt(3400) * 16 / 17);             /* 400 to 6400 */
    expect_split("g^0(p:1 q:3)", answers, 10 * sqrt(2), 30 * sqrt(2));                    /* 20^(1/4) 80^(3/4) = 40 sqrt 2 */
    expect_split("g^-1(p q)", answers, 25.6, 6.4);                                        /* 1/20 to 1/80 of 32 */
    expect_split("g^0.5(p q)", answers, 15, 30);                                          /* sqrt 20 to sqrt 80, of 45 */
}

static void minimum_and_maximum_contribute_by_their_extreme_children(void **state)
{
    (void)state;
    expect_split("g^min(p q)", "us: p 20 q 80", 20, 0);
    expect_split("g^max(p q)", "us: p 20 q 80", 0, 80);
    expect_split("g^min(p:3 q:1)", "us: p 40 q 40", 30, 10); /* ties by weight */
    expect_split("g^max(p:3 q:1)", "us: p 40 q 40", 30, 10);
    expect_split("g^min(p:3 q:1)", "us: p 40 q 40.0000000001", 30, 10); /* equal when rounded to 1e-9 */
}

static void where_all_are_0_the_split_is_by_weight(void **state)
{
    (void)state;
    const char *trees[] = {"g(p:3 q)", "g^2(p:3 q)", "g^0.5(p:3 q)", "g^max(p:3 q)", "g^min(p:3 q)"};
    for (size_t i = 0; i < sizeof trees / sizeof *trees; i++)
        expect_split(trees[i], "us: p 0 q 0", 0, 0);
    expect_split("g^0(p:3 q)", "us: p 0 q 0", 0.75, 0.25); /* floored: the group has 1 */
    expect_split("g^-1(p:3 q)", "us: p 0 q 0.5", 0.75, 0.25);
}

static void only_those_who_have_a_value_take_part(void **state)
{
    (void)state;
    const char *answers = "us: p 20 q 80 r - s 0 t n/a";
    expect_split("g^-1(p q r s~ t)", answers, 25.6, 6.4);
    expect_split("g^2(p q r s~ t)", answers, sqrt(3400) / 17, sqrt(3400) * 16 / 17);
    expect_split("g^min(p q r s~ t)", answers, 20, 0);
    expect_split("g^max(p q r s:0 t)", answers, 0, 80);
}

static void extremes_among_values_near_100(void **state)
{
    (void)state;
    expect_split("g^min(p q)", "us: p 99.5 q 100", 99.5, 0);
    expect_split("g^min(p:3 q)", "us: p 100 q 100", 75, 25);
    expect_split("g^-1(p q)", "us: p 100 q 100", 50, 50);
}

static void at_the_floor_the_value_counts_as_1(void **state)
{
    (void)state;
    expect_split("g^0(p q)", "us: p 0 q 100", 5, 5);
    expect_split("g^-1(p q)", "us: p 0 q 100", 2 / 1.01 / 1.01, 2 / 1.01 * 0.01 / 1.01); /* 1/1 to 1/100 of 2/(1 + 1/100) */
}

static void groups_contribute_what_their_children_do(void **state)
{
    (void)state;
    sk it = sk_open("g:3^0(p q) h^2(r s t~)", NULL, "us: p 20 q 80 r 30 s - t 9", NULL);
    expect_contribution(&it, "g", 30);
    expect_contribution(&it, "p", 15);
    expect_contribution(&it, "h", 7.5);
    expect_contribution(&it, "r", 7.5); /* alone */
    expect_contribution(&it, "t", 0);
    expect_leverage(&it, "t", 0);
    assert_int_equal(sk_finding(&it, "s").has, 0); /* nothing was said */
    sk_close(&it);
}

static void what_lies_below_an_informational_group_contributes_0(void **state)
{
    (void)state;
    sk it = sk_open("p g~(q h(r)) i:0(s)", NULL, "us: p 40 q 50 r 60 s 70", NULL);
    const char *nodes[] = {"g", "q", "h", "r", "i", "s"};
    for (size_t i = 0; i < sizeof nodes / sizeof *nodes; i++) {
        expect_contribution(&it, nodes[i], 0);
        expect_leverage(&it, nodes[i], 0);
        assert_same_bits(sk_finding(&it, nodes[i]).severity, 0);
        assert_same_bits(sk_finding(&it, nodes[i]).lift, 0);
    }
    expect_contribution(&it, "p", 40);
    sk_close(&it);
}

static const char *const powers[] = {"1", "0", "-1", "2", "0.5", "-0.5", "3", "-7.25", "0.01", "-0.01", "100", "-100", "min",
                                     "max"};
enum { POWERS = sizeof powers / sizeof *powers };

static double sum_of_contributions(const sk *it)
{
    double sum = 0;
    for (uint32_t i = 1; i < rapport_model_count_nodes(it->model); i++) {
        rapport_node node = {.struct_size = sizeof node};
        rapport_finding finding = {.struct_size = sizeof finding};
        assert_ok(rapport_model_get_node(it->model, i, &node));
        assert_ok(rapport_result_get_finding(it->result, i, &finding));
        if (node.kind == RAPPORT_CRITERION)
            sum += finding.contribution;
    }
    return sum;
}

static void contributions_add_up_for_every_exponent(void **state)
{
    (void)state;
    static const char *const answers[] = {"us: a 13 b 70 c 99.5 d 40 e 41 f 2 k 77", "us: a 0 b 70 c 99.5 d 40 e 41 f 2 k 0",
                                          "us: a 0.25 b 1 c 0 d - e n/a f 0.75 k 50", "us: a 0 b 0 c 0 d 0 e 0 f 0 k 0",
                                          "us: a 100 b 100 c 100 d 100 e 100 f 100 k 100"};
    for (size_t outer = 0; outer < POWERS; outer++) {
        for (size_t inner = 0; inner < POWERS; inner++) {
            char tree[160], settings[32];
            snprintf(tree, sizeof tree, "g:2^%s(a:3 b:0.1 h^%s(c d:7)) i^%s(e f) k", powers[inner], powers[outer],
                     powers[inner]);
            snprintf(settings, sizeof settings, powers[outer][0] == 'm' ? "'power':'%s'" : "'power':%s", powers[outer]);
            for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
                sk it = sk_open(tree, settings, answers[i], NULL);
                assert_close(sum_of_contributions(&it), sk_outcome(&it).score, 1e-10);
                sk_close(&it);
            }
        }
    }
}

/* ---------------------------------------------------------------- leverage */

static void leverage_of_weighted_means_is_the_share_of_what_was_answered(void **state)
{
    (void)state;
    sk it = sk_open("g:3(p:3 q:1 r:4) s:1", NULL, "us: p 20 q 80 r - s 50", NULL);
    expect_leverage(&it, "g", 0.75);
    expect_leverage(&it, "p", 0.75 * 0.75);
    expect_leverage(&it, "q", 0.75 * 0.25);
    expect_leverage(&it, "s", 0.25);
    sk_close(&it);
}

static void leverage_of_power_means_in_closed_form(void **state)
{
    (void)state;
    sk it = sk_open("g^2(p q)", NULL, "us: p 20 q 80", NULL);
    expect_leverage(&it, "p", 20 / sqrt(3400) / 2); /* w/W (x/M)^(p-1) */
    expect_leverage(&it, "q", 80 / sqrt(3400) / 2);
    sk_close(&it);
    it = sk_open("g^0(p:1 q:3)", NULL, "us: p 20 q 80", NULL); /* w/W M/x, M = 40 sqrt 2 */
    expect_leverage(&it, "p", sqrt(2) / 2);
    expect_leverage(&it, "q", 0.375 * sqrt(2));
    sk_close(&it);
    it = sk_open("g^-1(p q)", NULL, "us: p 20 q 80", NULL); /* (M/x)^2/2, M = 32 */
    expect_leverage(&it, "p", 1.28);
    expect_leverage(&it, "q", 0.08);
    sk_close(&it);
}

static void extremes_hand_their_leverage_to_the_extreme_child_split_at_ties(void **state)
{
    (void)state;
    sk it = sk_open("g^min(p:3 q:1 r:5) h^max(s t)", NULL, "us: p 40 q 40 r 41 s 10 t 60", NULL);
    expect_leverage(&it, "p", 0.375);
    expect_leverage(&it, "q", 0.125);
    expect_leverage(&it, "r", 0);
    expect_leverage(&it, "s", 0);
    expect_leverage(&it, "t", 0.5);
    sk_close(&it);
    it = sk_open("g^min(p:3 q:1)", NULL, "us: p 0 q 0", NULL);
    expect_leverage(&it, "p", 0.75);
    expect_leverage(&it, "q", 0.25);
    sk_close(&it);
    it = sk_open("g^min(p:3 q:1)", NULL, "us: p 0 q 50", NULL); /* at 0 as elsewhere */
    expect_leverage(&it, "p", 1);
    expect_leverage(&it, "q", 0);
    sk_close(&it);
}

static void leverage_is_0_below_the_floor(void **state)
{
    (void)state;
    sk it = sk_open("g^0(p q) h^-1(r s)", NULL, "us: p 0.5 q 100 r 0 s 0.9", NULL);
    expect_leverage(&it, "p", 0);
    expect_leverage(&it, "q", 0.5 * 0.5 * 10 / 100); /* M = sqrt(1*100) */
    expect_leverage(&it, "r", 0);
    expect_leverage(&it, "s", 0);
    sk_close(&it);
    it = sk_open("g^0(p q)", NULL, "us: p 1 q 100", NULL);
    expect_leverage(&it, "p", 5); /* at the floor it moves: 10/1/2 */
    sk_close(&it);
}

static void leverage_is_unbounded_at_0_for_exponents_between_0_and_1(void **state)
{
    (void)state;
    sk it = sk_open("g^0.5(p q) h^2(r s)", NULL, "us: p 0 q 100 r 0 s 100", NULL);
    expect_no_leverage(&it, "p");
    expect_leverage(&it, "q", 0.25 * pow(100. / 25, -0.5)); /* (1/2)(1/2) (x/M)^(-1/2), M = 25 */
    expect_leverage(&it, "r", 0);                          /* above 1 the curve is flat at 0 */
    sk_close(&it);
}

static void along_the_diagonal_where_all_are_0(void **state)
{
    (void)state;
    sk it = sk_open("g^0.5(p:3 q) h^2(r:3 s)", NULL, "us: p 0 q 0 r 0 s 0", NULL);
    expect_leverage(&it, "p", 0.375);
    expect_leverage(&it, "q", 0.125);
    expect_leverage(&it, "r", 0.375);
    sk_close(&it);
}

static void an_unbounded_slope_goes_down_to_whatever_moves_the_group(void **state)
{
    (void)state;
    sk it = sk_open("g^0.5(h^min(a b) c)", NULL, "us: a 0 b 50 c 100", NULL);
    expect_no_leverage(&it, "h");
    expect_no_leverage(&it, "a");
    expect_leverage(&it, "b", 0); /* h does not feel it */
    sk_close(&it);
    it = sk_open("i^max(g^0.5(p q) r)", NULL, "us: p 0 q 40 r 90", NULL);
    expect_leverage(&it, "g", 0);
    expect_leverage(&it, "p", 0); /* steep, but the maximum lies elsewhere */
    sk_close(&it);
}

/* The same score with one fact moved by h. */
static double nudged(sk *it, uint32_t node, double value)
{
    assert_ok(rapport_assessment_set_number(it->assessment, RAPPORT_FACT, node, value, NULL));
    assert_ok(rapport_result_compute(it->result, it->assessment, NULL));
    return sk_outcome(it).score;
}

static void leverage_is_what_central_differences_say(void **state)
{
    (void)state;
    static const char *const names[] = {"a", "b", "c", "d", "e"};
    static const double values[] = {20, 37, 64, 81, 55}, h = 1.0 / 1024;
    for (size_t i = 0; i < POWERS; i++) {
        for (size_t j = 0; j < POWERS; j++) {
            char tree[96];
            snprintf(tree, sizeof tree, "g:2^%s(a:3 b h:2^%s(c d:0.5)) e:3", powers[i], powers[j]);
            sk it = sk_open(tree, NULL, "us:", "'facts':{'a':20,'b':37,'c':64,'d':81,'e':55}");
            for (size_t n = 0; n < 5; n++) {
                uint32_t node = sk_node(&it, names[n]);
                double leverage = sk_finding(&it, names[n]).leverage;
                double slope = (nudged(&it, node, values[n] + h) - nudged(&it, node, values[n] - h)) / (2 * h);
                /* the error is h^2/6 of a third derivative: up to (p/x)^2, a few thousandths, at p = 100, of a slope up to 1 */
                assert_close(leverage, slope, 2e-5);
                nudged(&it, node, values[n]);
            }
            sk_close(&it);
        }
    }
}

static void leverage_is_that_of_the_joint_value(void **state)
{
    (void)state;
    sk it = sk_open("p! q", NULL, "us: p 20 q 50; them: p 80 q 50; third: p -", NULL);
    expect_leverage(&it, "p", 0.5);
    expect_contribution(&it, "p", 10);
    sk_close(&it);
}

static void leverage_and_contribution_know_no_gates(void **state)
{
    (void)state;
    sk it = sk_open("p q", "'gates':[{'id':'g','node':'p','below':50,'effect':'fail'}]", "us: p 20 q 80", NULL);
    expect_leverage(&it, "p", 0.5);
    expect_contribution(&it, "q", 40);
    sk_close(&it);
}

static void findings_are_of_nodes_below_the_root(void **state)
{
    (void)state;
    rapport_finding finding = {.struct_size = sizeof finding};
    sk it = sk_open("p", NULL, "us: p 20", NULL);
    assert_int_equal(rapport_result_get_finding(it.result, RAPPORT_ROOT, &finding), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_finding(it.result, 2, &finding), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_finding(it.result, 1, NULL), RAPPORT_BAD_ARGUMENT);
    sk_close(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_contribution_splits_in_proportion_to_weight_times_value_to_the_power),
        cmocka_unit_test(minimum_and_maximum_contribute_by_their_extreme_children),
        cmocka_unit_test(where_all_are_0_the_split_is_by_weight),
        cmocka_unit_test(only_those_who_have_a_value_take_part),
        cmocka_unit_test(extremes_among_values_near_100),
        cmocka_unit_test(at_the_floor_the_value_counts_as_1),
        cmocka_unit_test(groups_contribute_what_their_children_do),
        cmocka_unit_test(what_lies_below_an_informational_group_contributes_0),
        cmocka_unit_test(contributions_add_up_for_every_exponent),
        cmocka_unit_test(leverage_of_weighted_means_is_the_share_of_what_was_answered),
        cmocka_unit_test(leverage_of_power_means_in_closed_form),
        cmocka_unit_test(extremes_hand_their_leverage_to_the_extreme_child_split_at_ties),
        cmocka_unit_test(leverage_is_0_below_the_floor),
        cmocka_unit_test(leverage_is_unbounded_at_0_for_exponents_between_0_and_1),
        cmocka_unit_test(along_the_diagonal_where_all_are_0),
        cmocka_unit_test(an_unbounded_slope_goes_down_to_whatever_moves_the_group),
        cmocka_unit_test(leverage_is_what_central_differences_say),
        cmocka_unit_test(leverage_is_that_of_the_joint_value),
        cmocka_unit_test(leverage_and_contribution_know_no_gates),
        cmocka_unit_test(findings_are_of_nodes_below_the_root),
    };
    return cmocka_run_group_tests_name("explain", tests, NULL, NULL);
}
