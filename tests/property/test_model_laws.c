/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Laws that hold for every model, over random ones. */
#include "random_model.h"

enum { SEEDS = 150 };

#define FOR_EVERY_PLAN(plan)                                                                                                   \
    for (uint64_t seed_of_plan = 0; seed_of_plan < SEEDS; seed_of_plan++)                                                      \
        if (rm_draw(&(plan), seed_of_plan), 1)

static rm_plan plan;
static const rm_way plainly = {0}, labelled = {.labels = 1};

static void writing_then_reading_is_identity(void **state)
{
    (void)state;
    FOR_EVERY_PLAN(plan)
    {
        rapport_model *model = rm_build(&plan, &labelled), *back;
        char *text = text_of(model), *again;
        rapport_error error;
        if (rapport_model_read(text, -1, NULL, &back, &error))
            fail_msg("seed %u: %u:%u %s: %s", (unsigned)plan.seed, error.line, error.column, error.path, error.message);
        again = text_of(back);
        assert_string_equal(text, again);
        assert_string_equal(rapport_model_fingerprint(model), rapport_model_fingerprint(back));
        assert_string_equal(rapport_model_document(model), rapport_model_document(back));
        free(text);
        free(again);
        rapport_model_destroy(model);
        rapport_model_destroy(back);
    }
}

static void the_order_of_the_calls_changes_nothing(void **state)
{
    static const rm_way another = {.backwards = 1, .by_depth = 1};
    (void)state;
    FOR_EVERY_PLAN(plan)
    {
        rapport_model *model = rm_build(&plan, &plainly), *other = rm_build(&plan, &another);
        char *text = text_of(model), *other_text = text_of(other);
        assert_string_equal(text, other_text);
        assert_string_equal(rapport_model_fingerprint(model), rapport_model_fingerprint(other));
        for (uint32_t i = 0; i < rapport_model_count_nodes(model); i++) {
            rapport_node a = node_at(model, i), b = node_at(other, i);
            assert_same_bits(a.share, b.share);
            assert_same_bits(a.target, b.target);
            assert_int_equal(a.end, b.end);
        }
        free(text);
        free(other_text);
        rapport_model_destroy(model);
        rapport_model_destroy(other);
    }
}

static void labels_change_the_document_and_never_the_fingerprint(void **state)
{
    (void)state;
    FOR_EVERY_PLAN(plan)
    {
        rapport_model *bare = rm_build(&plan, &plainly), *with = rm_build(&plan, &labelled);
        assert_string_equal(rapport_model_fingerprint(bare), rapport_model_fingerprint(with));
        assert_string_not_equal(rapport_model_document(bare), rapport_model_document(with));
        rapport_model_destroy(bare);
        rapport_model_destroy(with);
    }
}

static void model_order_is_a_walk_of_the_tree(void **state)
{
    (void)state;
    FOR_EVERY_PLAN(plan)
    {
        rapport_model *model = rm_build(&plan, &plainly);
        uint32_t count = rapport_model_count_nodes(model);
        assert_int_equal(count, plan.count);
        assert_int_equal(node_at(model, RAPPORT_ROOT).end, count);
        for (uint32_t i = 1; i < count; i++) {
            rapport_node node = node_at(model, i), parent = node_at(model, node.parent);
            assert_true(node.parent < i && node.end > i && node.end <= parent.end && i < parent.end);
            assert_int_equal(node.depth, parent.depth + 1);
            assert_int_equal(node.kind == RAPPORT_CRITERION, node.end == i + 1);
        }
        for (uint32_t i = 1; i < plan.count; i++) {
            uint32_t at = rapport_model_find(model, rm_id(i));
            rapport_node node = node_at(model, at);
            const rm_node *planned = &plan.nodes[i];
            assert_same_bits(node.weight, planned->weight);
            assert_int_equal(node.informational, planned->informational);
            assert_string_equal(rapport_model_part_id(model, RAPPORT_OF_NODE, node.parent, 0),
                                planned->parent ? rm_id(planned->parent) : "");
            for (uint32_t before = 1; before < i; before++) /* siblings stand as they were added */
                if (plan.nodes[before].parent == planned->parent)
                    assert_true(rapport_model_find(model, rm_id(before)) < at);
        }
        rapport_model_destroy(model);
    }
}

static void the_shares_of_siblings_add_up_to_their_parents(void **state)
{
    (void)state;
    FOR_EVERY_PLAN(plan)
    {
        rapport_model *model = rm_build(&plan, &plainly);
        double leaves = 0;
        assert_same_bits(node_at(model, RAPPORT_ROOT).share, 1);
        for (uint32_t i = 0; i < rapport_model_count_nodes(model); i++) {
            rapport_node node = node_at(model, i);
            double sum = 0;
            assert_true(node.share >= 0 && node.share <= 1);
            if (i && (node.weight == 0 || node.informational || node_at(model, node.parent).share == 0))
                assert_same_bits(node.share, 0);
            leaves += node.kind == RAPPORT_CRITERION ? node.share : 0;
            if (node.kind == RAPPORT_CRITERION)
                continue;
            for (uint32_t child = i + 1; child < node.end; child = node_at(model, child).end)
                sum += node_at(model, child).share;
            assert_close(sum, node.share, 1e-14);
        }
        assert_close(leaves, 1, 1e-13);
        rapport_model_destroy(model);
    }
}

static void scaling_all_weights_changes_no_share(void **state)
{
    static const rm_way doubled = {.factor = 2, .no_overlays = 1}, odd = {.factor = 1.7, .no_overlays = 1};
    (void)state;
    FOR_EVERY_PLAN(plan)
    {
        int heavy = 0;
        for (uint32_t i = 1; i < plan.count; i++)
            heavy = heavy || plan.nodes[i].weight > 5e11;
        if (heavy)
            continue;
        rapport_model *model = rm_build(&plan, &plainly), *twice = rm_build(&plan, &doubled), *more = rm_build(&plan, &odd);
        for (uint32_t i = 0; i < rapport_model_count_nodes(model); i++) {
            double share = node_at(model, i).share;
            assert_same_bits(node_at(twice, i).share, share); /* a power of two: not a bit */
            assert_close(node_at(more, i).share, share, 1e-14 * share);
        }
        assert_string_not_equal(rapport_model_fingerprint(model), rapport_model_fingerprint(twice));
        rapport_model_destroy(model);
        rapport_model_destroy(twice);
        rapport_model_destroy(more);
    }
}

static void a_group_without_a_target_of_its_own_lies_among_its_childrens(void **state)
{
    (void)state;
    FOR_EVERY_PLAN(plan)
    {
        rapport_model *model = rm_build(&plan, &plainly);
        for (uint32_t i = 0; i < plan.count; i++) {
            uint32_t at = i ? rapport_model_find(model, rm_id(i)) : RAPPORT_ROOT;
            rapport_node node = node_at(model, at);
            double low = 100, high = 0;
            if (i && plan.nodes[i].own_target) {
                assert_same_bits(node.target, plan.nodes[i].target);
                continue;
            }
            if (node.kind == RAPPORT_CRITERION) {
                assert_same_bits(node.target, plan.root_target);
                continue;
            }
            for (uint32_t child = at + 1; child < node.end; child = node_at(model, child).end) {
                rapport_node is = node_at(model, child);
                double target = node.power <= 0 && node.power >= -100 && is.target < 1 ? 1 : is.target;
                if (is.weight == 0 || is.informational)
                    continue;
                low = target < low ? target : low;
                high = target > high ? target : high;
            }
            assert_true(node.target >= low * (1 - 1e-14) && node.target <= high * (1 + 1e-14));
        }
        rapport_model_destroy(model);
    }
}

static void value_functions_give_0_to_100_and_never_leap(void **state)
{
    (void)state;
    FOR_EVERY_PLAN(plan)
    {
        rapport_model *model = rm_build(&plan, &plainly);
        for (uint32_t scale = 3; scale <= 5; scale++) {
            double before = -1;
            int rising = 1, falling = 1;
            for (int step = -300; step <= 300; step++) {
                double points;
                assert_ok(rapport_model_compute_points(model, scale, step, &points));
                assert_true(points >= 0 && points <= 100);
                rising = rising && points >= before;
                falling = falling && (step == -300 || points <= before);
                before = points;
            }
            assert_true(scale == 3 || rising || falling); /* with free points they may do both */
        }
        for (uint32_t i = 0; i < 5; i++) {
            double answer, points, found;
            assert_ok(rapport_model_get_knot(model, 3, i, &answer, &points, NULL));
            assert_same_bits(answer, plan.knots_x[i]);
            assert_same_bits(points, plan.knots_y[i]);
            assert_ok(rapport_model_compute_points(model, 3, answer, &found));
            assert_same_bits(found, points);
        }
        rapport_model_destroy(model);
    }
}

static void an_overlay_is_the_model_with_the_products_entered_by_hand(void **state)
{
    (void)state;
    FOR_EVERY_PLAN(plan)
    {
        static const char *const kinds[] = {"customer", "supplier", "x-ray"};
        rapport_model *model = rm_build(&plan, &labelled);
        assert_int_equal(rapport_model_count_overlays(model), RM_OVERLAYS);
        for (uint32_t kind = 0; kind < RM_OVERLAYS; kind++) {
            static const rm_way by_hand = {.no_overlays = 1};
            rm_plan changed = plan;
            rapport_model *applied, *entered;
            for (uint32_t i = 1; i < changed.count; i++) {
                rm_node *node = &changed.nodes[i];
                node->weight *= node->factor[kind] >= 0 ? node->factor[kind] : 1;
                if (node->overlay_target[kind] >= 0) {
                    node->own_target = 1;
                    node->target = node->overlay_target[kind];
                }
            }
            assert_ok(
                rapport_model_copy_with_overlay(model, rapport_model_find_overlay(model, kinds[kind]), NULL, &applied, NULL));
            entered = rm_build(&changed, &by_hand);
            assert_string_equal(rapport_model_fingerprint(applied), rapport_model_fingerprint(entered));
            for (uint32_t i = 0; i < rapport_model_count_nodes(entered); i++) {
                assert_same_bits(node_at(applied, i).share, node_at(entered, i).share);
                assert_same_bits(node_at(applied, i).target, node_at(entered, i).target);
            }
            rapport_model_destroy(applied);
            rapport_model_destroy(entered);
        }
        rapport_model_destroy(model);
    }
}

static void different_plans_have_different_fingerprints(void **state)
{
    static char prints[SEEDS][80];
    (void)state;
    FOR_EVERY_PLAN(plan)
    {
        rapport_model *model = rm_build(&plan, &plainly);
        strcpy(prints[plan.seed], rapport_model_fingerprint(model));
        for (uint64_t other = 0; other < plan.seed; other++)
            assert_string_not_equal(prints[plan.seed], prints[other]);
        rapport_model_destroy(model);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writing_then_reading_is_identity),
        cmocka_unit_test(the_order_of_the_calls_changes_nothing),
        cmocka_unit_test(labels_change_the_document_and_never_the_fingerprint),
        cmocka_unit_test(model_order_is_a_walk_of_the_tree),
        cmocka_unit_test(the_shares_of_siblings_add_up_to_their_parents),
        cmocka_unit_test(scaling_all_weights_changes_no_share),
        cmocka_unit_test(a_group_without_a_target_of_its_own_lies_among_its_childrens),
        cmocka_unit_test(value_functions_give_0_to_100_and_never_leap),
        cmocka_unit_test(an_overlay_is_the_model_with_the_products_entered_by_hand),
        cmocka_unit_test(different_plans_have_different_fingerprints),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
