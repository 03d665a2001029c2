/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Model order, shares down the tree and targets up the tree. */
#include <math.h>

#include "draft_kit.h"

static void groups_come_before_their_children_whatever_the_order_of_the_calls(void **state)
{
    static const char *const order[] = {"", "a", "a1", "a11", "a12", "a2", "b", "b1", "c", "d", "d1"};
    static const uint32_t parent[] = {RAPPORT_NONE, 0, 1, 2, 2, 1, 0, 6, 0, 0, 9};
    static const uint32_t depth[] = {0, 1, 2, 3, 3, 2, 1, 2, 1, 1, 2};
    static const uint32_t end[] = {11, 6, 5, 4, 5, 6, 8, 8, 9, 11, 11};
    rapport_draft *draft = new_draft();
    uint32_t a = add_group(draft, RAPPORT_ROOT, "a", 1), b = add_group(draft, RAPPORT_ROOT, "b", 1), a1, d;
    rapport_model *model;
    (void)state;
    add_criterion(draft, b, "b1", 1);
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    a1 = add_group(draft, a, "a1", 1);
    d = add_group(draft, RAPPORT_ROOT, "d", 1);
    add_criterion(draft, a, "a2", 1);
    add_criterion(draft, d, "d1", 1);
    add_criterion(draft, a1, "a11", 1);
    add_criterion(draft, a1, "a12", 1);
    model = finish(draft);
    assert_int_equal(rapport_model_count_nodes(model), 11);
    for (uint32_t i = 0; i < 11; i++) {
        rapport_node node = node_at(model, i);
        assert_string_equal(rapport_model_part_id(model, RAPPORT_OF_NODE, i, 0), order[i]);
        assert_int_equal(node.parent, parent[i]);
        assert_int_equal(node.depth, depth[i]);
        assert_int_equal(node.end, end[i]);
        assert_int_equal(node.kind, end[i] > i + 1 ? RAPPORT_GROUP : RAPPORT_CRITERION);
        assert_int_equal(node.scale, node.kind == RAPPORT_GROUP ? RAPPORT_NONE : 0);
        if (i)
            assert_int_equal(rapport_model_find(model, order[i]), i);
    }
    assert_int_equal(rapport_model_find(model, "e"), RAPPORT_NONE);
    assert_int_equal(rapport_model_find(model, ""), RAPPORT_NONE);
    assert_int_equal(rapport_model_find(model, NULL), RAPPORT_NONE);
    rapport_model_destroy(model);
}

static void what_points_at_nodes_follows_them(void **state)
{
    rapport_draft *draft = new_draft();
    uint32_t a = add_group(draft, RAPPORT_ROOT, "a", 1), b = add_criterion(draft, RAPPORT_ROOT, "b", 1),
             c = add_criterion(draft, a, "c", 1);
    rapport_gate gate = {.struct_size = sizeof gate};
    rapport_model *model, *changed;
    (void)state;
    assert_ok(rapport_draft_add_gate(draft, "g", b, 0, 50, RAPPORT_FAIL, 0, NULL, NULL));
    assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_NODE, b, 0, RAPPORT_TITLE, NULL, "Title of b", -1, NULL));
    assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_NODE, c, 0, RAPPORT_TITLE, NULL, "Title of c", -1, NULL));
    assert_ok(rapport_draft_add_overlay(draft, "k", NULL, NULL));
    assert_ok(rapport_draft_set_overlay_weight(draft, 0, b, 3, NULL));
    assert_ok(rapport_draft_set_overlay_target(draft, 0, c, 33, NULL));
    model = finish(draft);
    assert_ok(rapport_model_get_gate(model, 0, &gate)); /* b is node 2 of the draft, 3 of the model */
    assert_int_equal(gate.node, 3);
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, 3, 0, RAPPORT_TITLE, NULL), "Title of b");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, 2, 0, RAPPORT_TITLE, NULL), "Title of c");
    assert_ok(rapport_model_copy_with_overlay(model, 0, NULL, &changed, NULL));
    assert_same_bits(node_of(changed, "b").weight, 3);
    assert_same_bits(node_of(changed, "c").weight, 1);
    assert_same_bits(node_of(changed, "c").target, 33);
    rapport_model_destroy(model);
    assert_ok(rapport_model_get_gate(changed, 0, &gate));
    assert_int_equal(gate.node, 3);
    assert_string_equal(rapport_model_label(changed, RAPPORT_OF_NODE, 2, 0, RAPPORT_TITLE, NULL), "Title of c");
    rapport_model_destroy(changed);
}

static void shares_are_products_of_normalised_weights(void **state)
{
    rapport_draft *draft = new_draft();
    uint32_t a = add_group(draft, RAPPORT_ROOT, "a", 3), b = add_group(draft, RAPPORT_ROOT, "b", 1), aa;
    rapport_model *model;
    (void)state;
    aa = add_group(draft, a, "aa", 1);
    add_criterion(draft, a, "ab", 3);
    add_criterion(draft, aa, "aaa", 1);
    add_criterion(draft, aa, "aab", 4);
    add_criterion(draft, b, "ba", 7);
    model = finish(draft);
    assert_same_bits(node_at(model, RAPPORT_ROOT).share, 1);
    assert_same_bits(node_at(model, RAPPORT_ROOT).weight, 1);
    assert_same_bits(node_of(model, "a").share, 0.75);
    assert_same_bits(node_of(model, "b").share, 0.25);
    assert_same_bits(node_of(model, "ba").share, 0.25);
    assert_same_bits(node_of(model, "aa").share, 0.1875);     /* 3/4 1/4 */
    assert_same_bits(node_of(model, "ab").share, 0.5625);     /* 3/4 3/4 */
    assert_close(node_of(model, "aaa").share, 0.0375, 1e-17); /* 3/16 1/5 */
    assert_close(node_of(model, "aab").share, 0.15, 1e-16);   /* 3/16 4/5 */
    rapport_model_destroy(model);
}

static void siblings_that_do_not_count_take_no_share(void **state)
{
    rapport_draft *draft = new_draft();
    uint32_t a = add_group(draft, RAPPORT_ROOT, "a", 1), shown = add_group(draft, RAPPORT_ROOT, "shown", 5), c;
    rapport_model *model;
    (void)state;
    add_criterion(draft, a, "zero", 0);
    add_criterion(draft, a, "all", 2);
    c = add_criterion(draft, a, "info", 7);
    assert_ok(rapport_draft_set_informational(draft, c, 1, NULL));
    add_criterion(draft, shown, "inner", 1); /* counts for its group, but its group does not */
    assert_ok(rapport_draft_set_informational(draft, shown, 1, NULL));
    add_criterion(draft, add_group(draft, RAPPORT_ROOT, "empty", 0), "below", 1);
    model = finish(draft);
    assert_same_bits(node_of(model, "a").share, 1);
    assert_same_bits(node_of(model, "all").share, 1);
    assert_same_bits(node_of(model, "zero").share, 0);
    assert_same_bits(node_of(model, "info").share, 0);
    assert_same_bits(node_of(model, "info").weight, 7); /* kept and shown */
    assert_same_bits(node_of(model, "shown").share, 0);
    assert_same_bits(node_of(model, "inner").share, 0);
    assert_same_bits(node_of(model, "empty").share, 0);
    assert_same_bits(node_of(model, "below").share, 0);
    rapport_model_destroy(model);
}

static void the_extremes_of_weight_have_shares(void **state)
{
    rapport_draft *draft = new_draft();
    rapport_model *model;
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "most", 1e12);
    add_criterion(draft, RAPPORT_ROOT, "least", 1e-12);
    model = finish(draft);
    assert_same_bits(node_of(model, "most").share, 1); /* 1 - 1e-24 */
    assert_close(node_of(model, "least").share, 1e-24, 1e-38);
    rapport_model_destroy(model);
}

/* A group of three criteria whose targets are given, of weight 1 each, and a fourth that does not count. */
static rapport_model *with_targets(double power, double first, double second, double third)
{
    rapport_draft *draft = new_draft();
    uint32_t g = add_group(draft, RAPPORT_ROOT, "g", 1), c;
    assert_ok(rapport_draft_set_power(draft, g, power, NULL));
    assert_ok(rapport_draft_set_target(draft, add_criterion(draft, g, "a", 1), first, NULL));
    assert_ok(rapport_draft_set_target(draft, add_criterion(draft, g, "b", 1), second, NULL));
    assert_ok(rapport_draft_set_target(draft, add_criterion(draft, g, "c", 1), third, NULL));
    c = add_criterion(draft, g, "aside", 9);
    assert_ok(rapport_draft_set_target(draft, c, 1, NULL));
    assert_ok(rapport_draft_set_informational(draft, c, 1, NULL));
    assert_ok(rapport_draft_set_target(draft, add_criterion(draft, g, "nothing", 0), 2, NULL));
    return finish(draft);
}

static void a_group_has_the_target_that_its_children_give(void **state)
{
    /* Power means of (90, 90, 20): 200/3; (90 90 20)^(1/3) = 54.5136; 3 / (1/90 + 1/90 + 1/20) = 540/13;
     * (3 / (2/8100 + 1/400))^(1/2) = sqrt(3 * 32400 / 89) = 33.0475 */
    static const struct {
        double power, target, tolerance;
    } cases[] = {{1, 200.0 / 3, 1e-13},
                 {0, 54.513617784964190, 1e-12},
                 {-1, 540.0 / 13, 1e-13},
                 {-2, 33.047463313553646, 1e-12},
                 {-HUGE_VAL, 20, 0},
                 {HUGE_VAL, 90, 0},
                 {2, 74.386378681404658, 1e-12}}; /* sqrt((8100 + 8100 + 400) / 3) = sqrt(16600 / 3) */
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        rapport_model *model = with_targets(cases[i].power, 90, 90, 20);
        assert_close(node_of(model, "g").target, cases[i].target, cases[i].tolerance);
        assert_same_bits(node_at(model, RAPPORT_ROOT).target, node_of(model, "g").target); /* its only child */
        rapport_model_destroy(model);
    }
}

static void targets_pass_through_the_floor_too(void **state)
{
    rapport_model *model = with_targets(0, 75, 75, 0);
    (void)state;
    assert_close(node_of(model, "g").target, 17.784466522450314, 1e-12); /* (75 75 1)^(1/3) = 5625^(1/3) */
    rapport_model_destroy(model);
}

static void targets_go_up_through_every_level(void **state)
{
    rapport_draft *draft = new_draft();
    uint32_t a = add_group(draft, RAPPORT_ROOT, "a", 3), b = add_group(draft, RAPPORT_ROOT, "b", 1), ab;
    rapport_model *model;
    (void)state;
    assert_ok(rapport_draft_set_target(draft, RAPPORT_ROOT, 60, NULL)); /* what holds where nothing is said */
    assert_ok(rapport_draft_set_target(draft, add_criterion(draft, a, "aa", 1), 100, NULL));
    ab = add_group(draft, a, "ab", 1);
    add_criterion(draft, ab, "aba", 1);
    assert_ok(rapport_draft_set_target(draft, add_criterion(draft, ab, "abb", 3), 80, NULL));
    assert_ok(rapport_draft_set_target(draft, add_criterion(draft, b, "ba", 1), 0, NULL));
    assert_ok(rapport_draft_set_target(draft, b, 40, NULL)); /* its own beats its children's */
    model = finish(draft);
    assert_same_bits(node_of(model, "aba").target, 60);
    assert_same_bits(node_of(model, "ab").target, 75);  /* (60 + 3 80) / 4 */
    assert_same_bits(node_of(model, "a").target, 87.5); /* (100 + 75) / 2 */
    assert_same_bits(node_of(model, "b").target, 40);
    assert_same_bits(node_of(model, "ba").target, 0);
    assert_same_bits(node_at(model, RAPPORT_ROOT).target, 75.625); /* (3 87.5 + 40) / 4 */
    rapport_model_destroy(model);
}

static void a_target_is_75_where_nothing_is_said(void **state)
{
    rapport_draft *draft = new_draft();
    rapport_model *model;
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    model = finish(draft);
    assert_same_bits(node_of(model, "c").target, 75);
    assert_same_bits(node_at(model, RAPPORT_ROOT).target, 75);
    rapport_model_destroy(model);
}

static void a_group_that_does_not_count_has_a_target_all_the_same(void **state)
{
    rapport_draft *draft = new_draft();
    uint32_t g = add_group(draft, RAPPORT_ROOT, "g", 0);
    rapport_model *model;
    (void)state;
    assert_ok(rapport_draft_set_target(draft, add_criterion(draft, g, "a", 1), 10, NULL));
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    model = finish(draft);
    assert_same_bits(node_of(model, "g").target, 10);
    assert_same_bits(node_at(model, RAPPORT_ROOT).target, 75);
    rapport_model_destroy(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_come_before_their_children_whatever_the_order_of_the_calls),
        cmocka_unit_test(what_points_at_nodes_follows_them),
        cmocka_unit_test(shares_are_products_of_normalised_weights),
        cmocka_unit_test(siblings_that_do_not_count_take_no_share),
        cmocka_unit_test(the_extremes_of_weight_have_shares),
        cmocka_unit_test(a_group_has_the_target_that_its_children_give),
        cmocka_unit_test(targets_pass_through_the_floor_too),
        cmocka_unit_test(targets_go_up_through_every_level),
        cmocka_unit_test(a_target_is_75_where_nothing_is_said),
        cmocka_unit_test(a_group_that_does_not_count_has_a_target_all_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
