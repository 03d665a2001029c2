/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Target gaps, severity, lift, and what to do first. */
#include "score_kit.h"

static void expect_gap(const sk *it, const char *id, double target, double gap, double severity, double lift)
{
    rapport_finding finding = sk_finding(it, id);
    assert_int_equal(finding.has & (RAPPORT_HAS_GAP | RAPPORT_HAS_LIFT), RAPPORT_HAS_GAP | RAPPORT_HAS_LIFT);
    assert_close(finding.target, target, SK_ALMOST);
    assert_close(finding.gap, gap, SK_ALMOST);
    assert_close(finding.severity, severity, SK_ALMOST);
    assert_close(finding.lift, lift, SK_ALMOST);
}

static void a_gap_is_what_the_joint_score_lacks_to_the_target(void **state)
{
    (void)state;
    sk it = sk_open("g:3(p:3 q:1@100) r:1", NULL, "us: p 20 q 80 r 90; them: p 60 q 80 r 90", NULL);
    expect_gap(&it, "p", 75, 35, 0.5625 * 35, 0.5625 * 35); /* joint 40; share 3/4 of 3/4 */
    expect_gap(&it, "q", 100, 20, 0.1875 * 20, 0.1875 * 20);
    expect_gap(&it, "r", 75, 0, 0, 0);                      /* beyond it is as good as at it */
    expect_gap(&it, "g", 81.25, 31.25, 0.75 * 31.25, 0.75 * 31.25); /* 50 against (3*75 + 100)/4 */
    sk_close(&it);
}

static void targets_come_from_the_node_the_model_or_the_children(void **state)
{
    (void)state;
    sk it = sk_open("g^0(p@64 q@100 r~@1) h@20(s) t", "'target':60", "us: p 1 q 1 r 1 s 1 t 1", NULL);
    assert_close(sk_finding(&it, "g").target, 80, SK_ALMOST); /* sqrt(64*100) */
    assert_close(sk_finding(&it, "h").target, 20, 0);
    assert_close(sk_finding(&it, "s").target, 60, 0);
    assert_close(sk_finding(&it, "t").target, 60, 0);
    sk_close(&it);
    it = sk_open("p", NULL, "us: p 1", NULL);
    assert_close(sk_finding(&it, "p").target, 75, 0);
    sk_close(&it);
}

static void targets_are_compared_to_1e_9(void **state)
{
    (void)state;
    sk it = sk_open("p q", NULL, "us: p 74.99999999999999 q 74.999999998", NULL);
    assert_same_bits(sk_finding(&it, "p").gap, 0);
    assert_same_bits(sk_finding(&it, "p").severity, 0);
    assert_same_bits(sk_finding(&it, "p").lift, 0);
    expect_gap(&it, "q", 75, 2e-9, 1e-9, 1e-9);
    assert_true(sk_finding(&it, "q").gap > 0);
    assert_int_equal(rapport_result_get_priorities(it.result, NULL, 0), 1);
    sk_close(&it);
}

static void shares_are_static_and_lift_is_of_what_was_answered(void **state)
{
    (void)state;
    /* r is silent: the share of p is still a quarter, but its value counts for half */
    sk it = sk_open("p:1 q:1 r:2", NULL, "us: p 35 q 75 r -", NULL);
    expect_gap(&it, "p", 75, 40, 10, 20);
    assert_int_equal(sk_finding(&it, "r").has, 0);
    sk_close(&it);
}

static void without_a_gap_or_where_the_node_does_not_count_there_is_no_lift(void **state)
{
    (void)state;
    sk it = sk_open("p q~ g~(r) h:0(s)", NULL, "us: p 80 q 20 r 20 s 20", NULL);
    expect_gap(&it, "p", 75, 0, 0, 0);
    expect_gap(&it, "q", 75, 55, 0, 0); /* shown, and worth nothing */
    expect_gap(&it, "r", 75, 55, 0, 0);
    expect_gap(&it, "h", 75, 55, 0, 0);
    sk_close(&it);
}

static void the_minimum_is_lifted_as_far_as_the_next_child(void **state)
{
    (void)state;
    sk it = sk_open("g^min(p q r) s", NULL, "us: p 20 q 40 r 90 s 60", NULL);
    expect_gap(&it, "p", 75, 55, 55. / 6, 10); /* the group from 20 to 40 is half of the whole */
    expect_gap(&it, "q", 75, 35, 35. / 6, 0);
    expect_gap(&it, "g", 75, 55, 27.5, 27.5);
    sk_close(&it);
    it = sk_open("g^max(p q)", NULL, "us: p 20 q 70", NULL);
    expect_gap(&it, "p", 75, 55, 27.5, 5);
    expect_gap(&it, "q", 75, 5, 2.5, 5);
    sk_close(&it);
}

static void lift_is_exact_not_linear(void **state)
{
    (void)state;
    sk it = sk_open("g^0(p q)", "'target':100", "us: p 25 q 64", NULL);
    expect_gap(&it, "p", 100, 75, 37.5, 40); /* sqrt(25*64) = 40, sqrt(100*64) = 80 */
    expect_gap(&it, "q", 100, 36, 18, 10);   /* sqrt(25*100) = 50 */
    sk_close(&it);
    it = sk_open("g^-1(p q)", "'target':80", "us: p 20 q 80", NULL);
    expect_gap(&it, "p", 80, 60, 30, 48); /* 32 becomes 80 */
    sk_close(&it);
    it = sk_open("g^2(p q)", "'target':80", "us: p 0 q 60", NULL);
    expect_gap(&it, "p", 80, 80, 40, sqrt(5000) - sqrt(1800));
    sk_close(&it);
    it = sk_open("g^0.5(p q)", "'target':64", "us: p 0 q 0", NULL);
    expect_gap(&it, "p", 64, 64, 32, 16); /* ((8 + 0)/2)^2 */
    sk_close(&it);
}

static void the_floor_counts_in_lifts(void **state)
{
    (void)state;
    sk it = sk_open("g^0(p q) h", "'target':49", "us: p 0 q 100 h 10", NULL);
    expect_gap(&it, "p", 49, 49, 0.25 * 49, 30); /* from sqrt(1*100) to sqrt(49*100), of which half arrives */
    sk_close(&it);
    it = sk_open("g^0(p@0.75 q)", NULL, "us: p 0.25 q 100", NULL);
    expect_gap(&it, "p", 0.75, 0.5, 0.25, 0); /* below the floor nothing is felt */
    sk_close(&it);
}

static void groups_are_lifted_as_a_whole(void **state)
{
    (void)state;
    sk it = sk_open("f^0(g@81(p q) h)", NULL, "us: p 10 q 22 h 25", NULL);
    expect_gap(&it, "g", 81, 65, 32.5, 25); /* sqrt(16*25) = 20 becomes sqrt(81*25) = 45 */
    sk_close(&it);
}

static void an_only_child_is_the_minimum_up_to_100(void **state)
{
    (void)state;
    sk it = sk_open("g^min(p@100) h^max(q@100)", NULL, "us: p 98 q 98", NULL);
    expect_gap(&it, "p", 100, 2, 1, 1);
    expect_gap(&it, "q", 100, 2, 1, 1);
    sk_close(&it);
}

static void no_lift_goes_beyond_100(void **state)
{
    (void)state;
    /* in doubles (6.8 * 100 + 0.98 * 100)/(6.8 + 0.98) is 100.00000000000001 */
    sk it = sk_open("p:6.8 q:0.98@100", NULL, "us: p 100 q 50", NULL);
    assert_same_bits(sk_finding(&it, "q").lift, 100 - sk_outcome(&it).score);
    sk_close(&it);
}

static void lift_is_before_gates(void **state)
{
    (void)state;
    sk it = sk_open("p q", "'gates':[{'id':'g','node':'p','below':50,'effect':'cap','cap':10}]", "us: p 15 q 75", NULL);
    expect_gap(&it, "p", 75, 60, 30, 30);
    sk_close(&it);
}

/* ---------------------------------------------------------------- against a literal recomputation */

static const char *const powers[] = {"1", "0", "-1", "2", "0.5", "-0.5", "3", "-7.25", "0.01", "-0.01", "100", "-100", "min",
                                     "max"};
enum { POWERS = sizeof powers / sizeof *powers };

static void expect_recomputed_lifts(sk *it)
{
    static const char *const names[] = {"a", "b", "c", "d", "e"};
    double before = sk_outcome(it).score;
    for (size_t n = 0; n < 5; n++) {
        uint32_t node = sk_node(it, names[n]);
        double was, lift = sk_finding(it, names[n]).lift, target = sk_finding(it, names[n]).target;
        assert_ok(rapport_result_get_score(it->result, RAPPORT_JOINT, node, &was));
        if (was >= target) {
            assert_same_bits(lift, 0);
            continue;
        }
        assert_ok(rapport_assessment_set_number(it->assessment, RAPPORT_FACT, node, target, NULL));
        assert_ok(rapport_result_compute(it->result, it->assessment, NULL));
        assert_close(lift, sk_outcome(it).score - before, 1e-11);
        assert_ok(rapport_assessment_set_number(it->assessment, RAPPORT_FACT, node, was, NULL));
        assert_ok(rapport_result_compute(it->result, it->assessment, NULL));
    }
}

static void lift_is_what_a_literal_recomputation_gives(void **state)
{
    (void)state;
    static const char *const facts[] = {
        "'facts':{'a':20,'b':37,'c':64,'d':81,'e':55}", "'facts':{'a':0,'b':0,'c':0,'d':0,'e':0}",
        "'facts':{'a':0.5,'b':100,'c':0,'d':99,'e':1}", "'facts':{'a':74,'b':74,'c':74,'d':74,'e':74}"};
    for (size_t i = 0; i < POWERS; i++) {
        for (size_t j = 0; j < POWERS; j++) {
            for (size_t k = 0; k < sizeof facts / sizeof *facts; k++) {
                char tree[120];
                snprintf(tree, sizeof tree, "g:2^%s(a:3 b h:2^%s(c d:0.5@100)) e:3 f", powers[i], powers[j]);
                sk it = sk_open(tree, NULL, "us: f -", facts[k]);
                expect_recomputed_lifts(&it);
                sk_close(&it);
            }
        }
    }
}

/* ---------------------------------------------------------------- priorities */

static void expect_priorities(const sk *it, const char *const *ids, uint32_t count)
{
    uint32_t nodes[16];
    assert_int_equal(rapport_result_get_priorities(it->result, nodes, 16), count);
    for (uint32_t i = 0; i < count; i++) {
        assert_int_equal(nodes[i], sk_node(it, ids[i]));
        assert_int_equal(rapport_result_priority(it->result, i), nodes[i]);
    }
    assert_int_equal(rapport_result_priority(it->result, count), RAPPORT_NONE);
}

static void priorities_are_the_criteria_with_a_gap_by_lift(void **state)
{
    (void)state;
    const char *order[] = {"q", "s", "p", "i"};
    /* lifts: p 5*1/16, q 15*4/16, s 40*1/16; r has no gap, t no score, i no weight; g is no criterion */
    sk it = sk_open("g:5(p:1 q:4) r:10 s:1 t:3 i~", NULL, "us: p 70 q 60 r 90 s 35 t - i 0", NULL);
    expect_priorities(&it, order, 4);
    sk_close(&it);
}

static void equal_lifts_are_ordered_by_severity_then_as_in_the_model(void **state)
{
    (void)state;
    /* Neither can lift a minimum that the other holds down: severities 1/4 and 3/4 of a third of 55; a, b as in the model. */
    const char *order[] = {"a", "b", "q", "p"};
    sk it = sk_open("g^min(p:1 q:3) a b", NULL, "us: p 20 q 20 a 50 b 50", NULL);
    expect_priorities(&it, order, 4);
    sk_close(&it);
}

static void without_a_joint_score_severity_orders(void **state)
{
    (void)state;
    const char *order[] = {"q", "p"};
    sk it = sk_open("p:1 q:2 r:9", "'missing':'strict'", "us: p 20 q 40 r -", NULL);
    assert_int_equal(sk_finding(&it, "p").has, RAPPORT_HAS_GAP); /* 55/12 against 70/12 */
    expect_priorities(&it, order, 2);
    sk_close(&it);
}

static void priorities_fill_what_fits(void **state)
{
    (void)state;
    sk it = sk_open("p:1 q:2", NULL, "us: p 20 q 20", NULL);
    uint32_t nodes[2] = {77, 77};
    assert_int_equal(rapport_result_get_priorities(it.result, NULL, 0), 2);
    assert_int_equal(rapport_result_get_priorities(it.result, nodes, 1), 2);
    assert_int_equal(nodes[0], sk_node(&it, "q"));
    assert_int_equal(nodes[1], 77);
    sk_close(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_gap_is_what_the_joint_score_lacks_to_the_target),
        cmocka_unit_test(targets_come_from_the_node_the_model_or_the_children),
        cmocka_unit_test(targets_are_compared_to_1e_9),
        cmocka_unit_test(shares_are_static_and_lift_is_of_what_was_answered),
        cmocka_unit_test(without_a_gap_or_where_the_node_does_not_count_there_is_no_lift),
        cmocka_unit_test(the_minimum_is_lifted_as_far_as_the_next_child),
        cmocka_unit_test(lift_is_exact_not_linear),
        cmocka_unit_test(the_floor_counts_in_lifts),
        cmocka_unit_test(groups_are_lifted_as_a_whole),
        cmocka_unit_test(an_only_child_is_the_minimum_up_to_100),
        cmocka_unit_test(no_lift_goes_beyond_100),
        cmocka_unit_test(lift_is_before_gates),
        cmocka_unit_test(lift_is_what_a_literal_recomputation_gives),
        cmocka_unit_test(priorities_are_the_criteria_with_a_gap_by_lift),
        cmocka_unit_test(equal_lifts_are_ordered_by_severity_then_as_in_the_model),
        cmocka_unit_test(without_a_joint_score_severity_orders),
        cmocka_unit_test(priorities_fill_what_fits),
    };
    return cmocka_run_group_tests_name("lift", tests, NULL, NULL);
}
