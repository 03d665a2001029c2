/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Which cells are withheld, and that nothing is said of them. That nothing can be computed: tests/reference/disclosure.py. */
#include "score_kit.h"

enum { US, THEM };

static int withheld(const sk *it, uint32_t view, const char *id)
{
    return sk_cell(it, view, id).status == RAPPORT_CELL_WITHHELD;
}

static void expect_withheld(const sk *it, uint32_t view, const char *ids, int expected)
{
    char id[8] = "";
    for (const char *at = ids; *at; at++) {
        id[0] = *at == '.' ? '\0' : *at; /* a letter a node; . is the root */
        if (withheld(it, view, id) != expected)
            print_error("'%s' in view %u\n", id, (unsigned)view);
        assert_int_equal(withheld(it, view, id), expected);
        if (expected)
            sk_expect_none(it, view, id, RAPPORT_CELL_WITHHELD);
    }
}

/* What is withheld in a view and what is shown, by the letters of the nodes. */
static void expect_view(const sk *it, uint32_t view, const char *hidden, const char *shown)
{
    expect_withheld(it, view, hidden, 1);
    expect_withheld(it, view, shown, 0);
}

#define FLOOR(k) "'anonymity_floor':" #k

/* Three raters for everything but p, which only one answered. */
#define LONELY_P "us: p 10 q 20 r 30 s 40 | q 50 r 60 s 70 | q 50 r 60 s 70"

static void cells_with_fewer_raters_than_the_floor_are_withheld(void **state)
{
    (void)state;
    sk it = sk_open("p q r s", FLOOR(3), "us: p 10 q 20 r 30 s 40 | p 50 r 60 s 70 | r 60 s 70", NULL);
    expect_view(&it, US, "pq", "rs.");
    expect_view(&it, RAPPORT_JOINT, "pq", "rs.");
    sk_close(&it);
}

static void as_many_raters_as_the_floor_are_enough(void **state)
{
    (void)state;
    sk it = sk_open("p q", FLOOR(3), "us: p 10 q 20 | p 50 q 60 | p 60 q 70", NULL);
    expect_view(&it, US, "", "pq.");
    sk_close(&it);
}

static void a_floor_of_1_is_off(void **state)
{
    (void)state;
    sk it = sk_open("p q", NULL, "us: p 10 | q 20", NULL);
    expect_view(&it, US, "", "pq.");
    sk_close(&it);
}

static void what_nobody_answered_has_nobody_to_protect(void **state)
{
    (void)state;
    sk it = sk_open("p q r", FLOOR(3), "us: p - q 10 r n/a | p - q 20 | q 30", NULL);
    expect_view(&it, US, "", "pqr.");
    sk_expect_none(&it, US, "p", RAPPORT_CELL_MISSING);
    sk_expect_none(&it, US, "r", RAPPORT_CELL_NOT_APPLICABLE);
    sk_close(&it);
}

static void facts_are_nobodys_secret(void **state)
{
    (void)state;
    sk it = sk_open("p q", FLOOR(3), "us: q 10 | q 20 | q 30", "'facts':{'p':50}");
    expect_view(&it, US, "", "pq.");
    sk_close(&it);
}

static void one_withheld_alone_takes_the_next_in_model_order_with_it(void **state)
{
    (void)state;
    sk it = sk_open("p q r s", FLOOR(3), LONELY_P, NULL);
    expect_view(&it, US, "pq", "rs.");
    sk_close(&it);
    it = sk_open("r s q p", FLOOR(3), LONELY_P, NULL); /* after the last comes the first */
    expect_view(&it, US, "pr", "sq.");
    sk_close(&it);
}

static void siblings_that_cannot_hide_anything_are_passed_over(void **state)
{
    (void)state;
    /* informational, weightless, missing, not applicable, a fact: the next that can is r */
    sk it = sk_open("p i~ z:0 m n f q", FLOOR(3),
                    "us: p 10 i 1 z 1 m - n n/a q 20 | i 1 z 1 n n/a q 50 | i 1 z 1 n n/a q 50", "'facts':{'f':90}");
    expect_view(&it, US, "pq", "izmnf.");
    sk_close(&it);
}

static void a_lone_childs_parent_is_withheld_too_up_to_the_root(void **state)
{
    (void)state;
    sk it = sk_open("g(p) q r s", FLOOR(3), LONELY_P, NULL);
    expect_view(&it, US, "pgq", "rs.");
    sk_close(&it);
    it = sk_open("g(h(p))", FLOOR(3), "us: p 10", NULL);
    expect_view(&it, US, "phg.", "");
    expect_view(&it, RAPPORT_JOINT, "phg.", "");
    assert_int_equal(rapport_result_band(it.result, US), RAPPORT_NONE);
    sk_close(&it);
    it = sk_open("g(p f) q r s", FLOOR(3), LONELY_P, "'facts':{'f':90}"); /* a fact beside it hides nothing */
    expect_view(&it, US, "pgq", "frs.");
    sk_close(&it);
}

static void a_withheld_group_has_a_withheld_child(void **state)
{
    (void)state;
    /* g has p alone; h is withheld to hide g, and with it two of its children */
    sk it = sk_open("g(p) h(q r) s", FLOOR(3), LONELY_P, NULL);
    expect_view(&it, US, "pghqr", "s.");
    sk_close(&it);
}

static void joint_cells_over_withheld_ones_are_withheld(void **state)
{
    (void)state;
    sk it = sk_open("p q r s", FLOOR(3), LONELY_P "; them!: p 10 q 20 r 30 s 40", NULL);
    expect_view(&it, RAPPORT_JOINT, "pq", "rs.");
    expect_view(&it, THEM, "", "pqrs."); /* speaks as one */
    sk_close(&it);
}

static void the_joint_view_is_completed_like_a_view(void **state)
{
    (void)state;
    /* ours hide p and q; theirs r and s: in the joint view no lone cell is left */
    sk it = sk_open("p q r s t", FLOOR(2), "us: p 10 q 20 r 30 s 40 t 50 | q 50 r 60 s 70 t 80;"
                    "them: p 10 q 20 r 30 s 40 t 50 | p 50 q 60 s 70 t 80", NULL);
    expect_view(&it, US, "pq", "rst.");
    expect_view(&it, THEM, "rs", "pqt.");
    expect_view(&it, RAPPORT_JOINT, "pqrs", "t.");
    sk_close(&it);
}

static void a_party_of_one_voice_is_exempt(void **state)
{
    (void)state;
    sk it = sk_open("p q", FLOOR(3), "us!: p 10 q 20", NULL);
    expect_view(&it, US, "", "pq.");
    expect_view(&it, RAPPORT_JOINT, "", "pq.");
    sk_close(&it);
}

static void the_stricter_floor_holds(void **state)
{
    (void)state;
    const char *two = "us: p 10 q 20 r 30 | p 40 q 50 r 60";
    sk it = sk_open("p q r", FLOOR(2), two, "'anonymity_floor':3");
    expect_view(&it, US, "pqr.", "");
    assert_int_equal(rapport_assessment_anonymity_floor(it.assessment), 3);
    sk_close(&it);
    it = sk_open("p q r", FLOOR(3), two, "'anonymity_floor':2");
    expect_view(&it, US, "pqr.", "");
    sk_close(&it);
    it = sk_open("p q r", FLOOR(2), two, "'anonymity_floor':2");
    expect_view(&it, US, "", "pqr.");
    sk_close(&it);
}

static void groups_count_their_own_raters(void **state)
{
    (void)state;
    /* each criterion has one rater, the group three, and the root */
    sk it = sk_open("g(p q r) s", FLOOR(3), "us: p 10 s 1 | q 20 s 2 | r 30 s 3", NULL);
    expect_view(&it, US, "pqr", "gs.");
    sk_close(&it);
}

static void nodes_that_do_not_count_are_withheld_for_themselves(void **state)
{
    (void)state;
    sk it = sk_open("p i~ g~(q r)", FLOOR(3), "us: p 10 i 20 q 1 r 1 | p 30 q 1 | p 40 q 1", NULL);
    expect_view(&it, US, "irq", "pg.");
    sk_close(&it);
}

static void joint_bounds_with_a_silent_party_give_nothing_away(void **state)
{
    (void)state;
    /* The lower joint bound puts p at 0, since the third party is silent, and so would tell theirs of q, which one rater gave,
     * once ours is shown: (20 + q)/3 of the whole. */
    sk it = sk_open("q p! r", FLOOR(2), "us: p 40 q 20 r 90 | p 40 q 20 r 90; them: p 50 q 10 r 90 | p 50 r 90;"
                    "third: r 90 | r 90", NULL);
    assert_true(withheld(&it, THEM, "q") && withheld(&it, US, "q"));
    sk_close(&it);
}

static void of_equal_values_any_may_be_the_one_that_decides(void **state)
{
    (void)state;
    /* As above; and with ours of p known to be the minimum, the joint score less the joint lower bound is p, and the rest
     * follows from the two views: q and p are not enough. */
    sk it = sk_open("q p! r", FLOOR(2), "us: p 50 q 20 r 90 | p 50 q 20 r 90; them: p 50 q 10 r 90 | p 50 r 90;"
                    "third: r 90 | r 90", NULL);
    expect_view(&it, RAPPORT_JOINT, "qpr", "");
    sk_close(&it);
}

/* ---------------------------------------------------------------- what goes with a withheld cell */

static void a_withheld_joint_cell_has_no_finding_but_its_target(void **state)
{
    (void)state;
    sk it = sk_open("p q r s", FLOOR(3), LONELY_P, NULL);
    rapport_finding finding = sk_finding(&it, "p");
    assert_int_equal(finding.has, 0);
    assert_same_bits(finding.contribution, 0);
    assert_same_bits(finding.leverage, 0);
    assert_same_bits(finding.gap, 0);
    assert_same_bits(finding.severity, 0);
    assert_same_bits(finding.lift, 0);
    assert_same_bits(finding.target, 75);
    assert_int_equal(sk_finding(&it, "q").has, 0);
    assert_int_not_equal(sk_finding(&it, "r").has, 0);
    assert_int_equal(sk_cell(&it, US, "p").raters, 0);
    sk_close(&it);
}

static void withheld_criteria_are_no_priorities(void **state)
{
    (void)state;
    sk it = sk_open("p q r s", FLOOR(3), LONELY_P, NULL);
    assert_int_equal(rapport_result_get_priorities(it.result, NULL, 0), 2);
    for (uint32_t i = 0; i < 2; i++) {
        assert_int_not_equal(rapport_result_priority(it.result, i), sk_node(&it, "p"));
        assert_int_not_equal(rapport_result_priority(it.result, i), sk_node(&it, "q"));
    }
    sk_close(&it);
}

static void perception_of_a_withheld_cell_is_undefined_and_out_of_the_summary(void **state)
{
    (void)state;
    rapport_perception found = {.struct_size = sizeof found};
    rapport_perception_summary all = {.struct_size = sizeof all};
    sk it = sk_open("p q r s", FLOOR(3), LONELY_P "; them!: p 100 q 100 r 40 s 70", NULL);
    assert_int_equal(rapport_result_get_perception(it.result, 0, sk_node(&it, "p"), &found), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_result_get_perception(it.result, 0, sk_node(&it, "q"), &found), RAPPORT_UNDEFINED);
    assert_ok(rapport_result_get_perception(it.result, 0, sk_node(&it, "r"), &found));
    assert_ok(rapport_result_get_perception_summary(it.result, 0, &all));
    assert_int_equal(all.criteria, 2);
    assert_close(all.mean, (50 - 40 + 60 - 70) / 2., SK_ALMOST); /* ours: (30 + 60 + 60)/3, (40 + 70 + 70)/3 */
    sk_close(&it);
}

static void a_gate_over_a_withheld_cell_has_a_state_but_no_value(void **state)
{
    (void)state;
    const char *gates = FLOOR(3) ",'gates':[{'id':'a','node':'p','below':50,'effect':'cap','cap':20},"
                        "{'id':'b','node':'p','view':'joint','below':5,'effect':'flag'},"
                        "{'id':'c','node':'r','below':50,'effect':'flag'}]";
    sk it = sk_open("p q r s", gates, LONELY_P "; them!: p 100 q 100 r 40 s 70", NULL);
    assert_int_equal(sk_gate(&it, 0).state, RAPPORT_GATE_BREACHED);
    assert_int_equal(sk_gate(&it, 0).has_value, 0);
    assert_same_bits(sk_gate(&it, 0).value, 0);
    assert_int_equal(sk_gate(&it, 0).binding, 1);
    assert_same_bits(sk_outcome(&it).gated, 20);
    assert_int_equal(sk_gate(&it, 1).has_value, 0);
    assert_int_equal(sk_gate(&it, 2).has_value, 1);
    sk_close(&it);
}

static void the_state_of_a_gate_over_a_withheld_cell_is_shown(void **state)
{
    (void)state;
    const char *gates = FLOOR(3) ",'gates':[{'id':'a','node':'p','below':5,'effect':'flag'},"
                        "{'id':'b','node':'r','below':45,'effect':'flag'}]";
    sk it = sk_open("p q r s", gates, LONELY_P, NULL); /* p is 10, r 50 */
    assert_int_equal(sk_gate(&it, 0).state, RAPPORT_GATE_NEAR_MISS);
    assert_int_equal(sk_gate(&it, 0).has_value, 0);
    assert_int_equal(sk_gate(&it, 1).state, RAPPORT_GATE_NEAR_MISS);
    sk_close(&it);
}

/* g has p and a fact, and so is withheld with p; q hides it. What the fact brings to the score is shown or not. */
static void expect_fact(const char *tree, const char *settings, uint32_t has)
{
    sk it = sk_open(tree, settings, LONELY_P, "'facts':{'f':90,'i':80}");
    expect_view(&it, RAPPORT_JOINT, "pgq", "firs.");
    assert_int_equal(sk_finding(&it, "f").has, has);
    assert_int_equal(sk_finding(&it, "i").has, RAPPORT_HAS_CONTRIBUTION | RAPPORT_HAS_LEVERAGE | RAPPORT_HAS_GAP |
                                                   RAPPORT_HAS_LIFT); /* informational: 0 */
    sk_close(&it);
}

static void contributions_below_a_withheld_group_do_not_tell_its_value(void **state)
{
    (void)state;
    uint32_t all = RAPPORT_HAS_CONTRIBUTION | RAPPORT_HAS_LEVERAGE | RAPPORT_HAS_GAP | RAPPORT_HAS_LIFT;
    expect_fact("g(p f i~) q r s", FLOOR(3), all); /* a plain share of the weights: w x / W */
    /* in other means it depends on the group's own value: w/W (x/M)^(p-1) */
    expect_fact("g(p f i~) q r s", FLOOR(3) ",'power':2", RAPPORT_HAS_GAP);
    expect_fact("g^2(p f i~) q r s", FLOOR(3), RAPPORT_HAS_GAP);
}

static void without_a_shown_root_there_is_no_outcome(void **state)
{
    (void)state;
    sk it = sk_open("g(p)", FLOOR(3) ",'bands':[{'id':'low','from':0},{'id':'top','from':5,'requires':{'every_group':70}}],"
                    "'gates':[{'id':'a','node':'p','below':50,'effect':'cap','cap':5}]", "us: p 10", NULL);
    rapport_outcome outcome = sk_outcome(&it);
    assert_int_equal(outcome.has_score, 0);
    assert_same_bits(outcome.score, 0);
    assert_same_bits(outcome.gated, 0);
    assert_int_equal(outcome.band, RAPPORT_NONE);
    assert_int_equal(outcome.reached, RAPPORT_NONE);
    assert_int_equal(outcome.band_certain, 0);
    assert_int_equal(rapport_result_count_held_back(it.result), 0);
    assert_int_equal(rapport_result_band(it.result, RAPPORT_JOINT), RAPPORT_NONE);
    assert_int_equal(sk_gate(&it, 0).binding, 0);
    assert_int_equal(sk_finding(&it, "p").has, 0);
    sk_close(&it);
}

static void a_withheld_root_leaves_shown_nodes_their_gaps_alone(void **state)
{
    (void)state;
    sk it = sk_open("p i~", FLOOR(3), "us: p 10 i 20 | i 30 | i 40", NULL);
    expect_view(&it, RAPPORT_JOINT, "p.", "i");
    assert_int_equal(sk_finding(&it, "i").has, RAPPORT_HAS_GAP);
    sk_close(&it);
}

static void a_demand_does_not_say_what_is_withheld(void **state)
{
    (void)state;
    const char *bands = FLOOR(3) ",'bands':[{'id':'low','from':0},{'id':'mid','from':20,'requires':{'every_group':70}},"
                        "{'id':'top','from':30,'requires':{'weakest_party':75}}]";
    rapport_demand demand = {.struct_size = sizeof demand};
    sk it = sk_open("g(p) h(q) k(r)", bands, "us: p 10 q 80 r 90 | q 80 r 90 | q 80 r 90", NULL); /* 60 */
    expect_view(&it, RAPPORT_JOINT, "gh", "k.");
    assert_int_equal(rapport_result_count_held_back(it.result), 2);
    assert_ok(rapport_result_get_held_back(it.result, 0, &demand));
    assert_int_equal(demand.has_actual, 1);
    assert_close(demand.actual, 60, SK_ALMOST);
    assert_ok(rapport_result_get_held_back(it.result, 1, &demand));
    assert_int_equal(demand.culprit, sk_node(&it, "g"));
    assert_int_equal(demand.has_actual, 0);
    assert_same_bits(demand.actual, 0);
    sk_close(&it);
}

static void a_withheld_view_of_a_party_hides_what_a_demand_saw_of_it(void **state)
{
    (void)state;
    const char *bands = FLOOR(2) ",'bands':[{'id':'low','from':0},{'id':'top','from':30,'requires':{'weakest_party':75}}]";
    rapport_demand demand = {.struct_size = sizeof demand};
    /* one rater for all of ours; the joint root is withheld, and so is everything about the band */
    sk it = sk_open("p q", bands, "us: p 40 q 50; them!: p 90 q 90", NULL);
    expect_view(&it, US, "pq.", "");
    expect_view(&it, RAPPORT_JOINT, "pq.", "");
    assert_int_equal(rapport_result_get_held_back(it.result, 0, &demand), RAPPORT_BAD_ARGUMENT);
    sk_close(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_with_fewer_raters_than_the_floor_are_withheld),
        cmocka_unit_test(as_many_raters_as_the_floor_are_enough),
        cmocka_unit_test(a_floor_of_1_is_off),
        cmocka_unit_test(what_nobody_answered_has_nobody_to_protect),
        cmocka_unit_test(facts_are_nobodys_secret),
        cmocka_unit_test(one_withheld_alone_takes_the_next_in_model_order_with_it),
        cmocka_unit_test(siblings_that_cannot_hide_anything_are_passed_over),
        cmocka_unit_test(a_lone_childs_parent_is_withheld_too_up_to_the_root),
        cmocka_unit_test(a_withheld_group_has_a_withheld_child),
        cmocka_unit_test(joint_cells_over_withheld_ones_are_withheld),
        cmocka_unit_test(the_joint_view_is_completed_like_a_view),
        cmocka_unit_test(a_party_of_one_voice_is_exempt),
        cmocka_unit_test(the_stricter_floor_holds),
        cmocka_unit_test(groups_count_their_own_raters),
        cmocka_unit_test(nodes_that_do_not_count_are_withheld_for_themselves),
        cmocka_unit_test(joint_bounds_with_a_silent_party_give_nothing_away),
        cmocka_unit_test(of_equal_values_any_may_be_the_one_that_decides),
        cmocka_unit_test(a_withheld_joint_cell_has_no_finding_but_its_target),
        cmocka_unit_test(withheld_criteria_are_no_priorities),
        cmocka_unit_test(perception_of_a_withheld_cell_is_undefined_and_out_of_the_summary),
        cmocka_unit_test(a_gate_over_a_withheld_cell_has_a_state_but_no_value),
        cmocka_unit_test(the_state_of_a_gate_over_a_withheld_cell_is_shown),
        cmocka_unit_test(contributions_below_a_withheld_group_do_not_tell_its_value),
        cmocka_unit_test(without_a_shown_root_there_is_no_outcome),
        cmocka_unit_test(a_withheld_root_leaves_shown_nodes_their_gaps_alone),
        cmocka_unit_test(a_demand_does_not_say_what_is_withheld),
        cmocka_unit_test(a_withheld_view_of_a_party_hides_what_a_demand_saw_of_it),
    };
    return cmocka_run_group_tests_name("anonymity", tests, NULL, NULL);
}
