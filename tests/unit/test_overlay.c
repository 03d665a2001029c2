/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* One model for several kinds of partner. */
#include "draft_kit.h"

/* a (weight 4) and b (3) in the group g (2) beside c (6); kinds "supplier" and "customer". */
static rapport_draft *draft_with_kinds(void)
{
    rapport_draft *draft = new_draft();
    uint32_t g = add_group(draft, RAPPORT_ROOT, "g", 2), a = add_criterion(draft, g, "a", 4), c;
    add_criterion(draft, g, "b", 3);
    c = add_criterion(draft, RAPPORT_ROOT, "c", 6);
    assert_ok(rapport_draft_set_target(draft, a, 50, NULL));
    assert_ok(rapport_draft_add_overlay(draft, "supplier", NULL, NULL));
    assert_ok(rapport_draft_add_overlay(draft, "customer", NULL, NULL));
    assert_ok(rapport_draft_set_overlay_weight(draft, 0, a, 100, NULL)); /* the next call for a holds */
    assert_ok(rapport_draft_set_overlay_weight(draft, 0, g, 1.5, NULL));
    assert_ok(rapport_draft_set_overlay_weight(draft, 0, a, 0.25, NULL));
    assert_ok(rapport_draft_set_overlay_weight(draft, 0, c, 0.5, NULL));
    assert_ok(rapport_draft_set_overlay_target(draft, 0, a, 1, NULL));
    assert_ok(rapport_draft_set_overlay_target(draft, 0, c, 90, NULL));
    assert_ok(rapport_draft_set_overlay_target(draft, 0, a, 60, NULL));
    assert_ok(rapport_draft_set_overlay_weight(draft, 1, c, 0, NULL));
    assert_ok(rapport_draft_set_overlay_target(draft, 1, g, 10, NULL));
    return draft;
}

static rapport_model *with(const rapport_model *model, uint32_t overlay)
{
    rapport_model *changed;
    rapport_error error;
    if (rapport_model_copy_with_overlay(model, overlay, NULL, &changed, &error))
        fail_msg("%s: %s", error.path, error.message);
    return changed;
}

static void weights_are_multiplied_and_targets_replaced(void **state)
{
    rapport_model *model = finish(draft_with_kinds()), *supplier = with(model, 0);
    (void)state;
    assert_same_bits(node_of(supplier, "g").weight, 3);
    assert_same_bits(node_of(supplier, "a").weight, 1);
    assert_same_bits(node_of(supplier, "b").weight, 3);
    assert_same_bits(node_of(supplier, "c").weight, 3);
    assert_same_bits(node_of(supplier, "g").share, 0.5);
    assert_same_bits(node_of(supplier, "a").share, 0.125); /* 1/2 1/4 */
    assert_same_bits(node_of(supplier, "b").share, 0.375);
    assert_same_bits(node_of(supplier, "c").share, 0.5);
    assert_same_bits(node_of(supplier, "a").target, 60);
    assert_same_bits(node_of(supplier, "b").target, 75);
    assert_same_bits(node_of(supplier, "c").target, 90);
    assert_same_bits(node_of(supplier, "g").target, 71.25);           /* (60 + 3 75) / 4 */
    assert_same_bits(node_at(supplier, RAPPORT_ROOT).target, 80.625); /* (71.25 + 90) / 2 */
    rapport_model_destroy(supplier);
    rapport_model_destroy(model);
}

static void a_factor_of_0_takes_a_node_out(void **state)
{
    rapport_model *model = finish(draft_with_kinds()), *customer = with(model, 1);
    (void)state;
    assert_same_bits(node_of(customer, "c").weight, 0);
    assert_same_bits(node_of(customer, "c").share, 0);
    assert_same_bits(node_of(customer, "g").share, 1);
    assert_same_bits(node_of(customer, "g").target, 10); /* a group's own, though its children would give another */
    assert_same_bits(node_at(customer, RAPPORT_ROOT).target, 10);
    rapport_model_destroy(customer);
    rapport_model_destroy(model);
}

static void the_model_as_written_stays_as_it_is(void **state)
{
    rapport_model *model = finish(draft_with_kinds()), *untouched = finish(draft_with_kinds()), *supplier = with(model, 0);
    char *text = text_of(model), *wanted = text_of(untouched);
    (void)state;
    assert_string_equal(text, wanted);
    assert_same_bits(node_of(model, "g").weight, 2);
    assert_same_bits(node_of(model, "a").target, 50);
    assert_null(rapport_model_overlay(model));
    assert_int_equal(rapport_model_count_overlays(model), 2);
    free(text);
    free(wanted);
    rapport_model_destroy(model);
    rapport_model_destroy(untouched);
    assert_string_equal(rapport_model_overlay(supplier), "supplier"); /* outlives the model it came from */
    rapport_model_destroy(supplier);
}

static void an_applied_overlay_is_a_model_of_its_own(void **state)
{
    rapport_model *model = finish(draft_with_kinds()), *supplier = with(model, 0), *customer = with(model, 1), *none;
    (void)state;
    assert_string_equal(rapport_model_overlay(supplier), "supplier");
    assert_string_equal(rapport_model_overlay(customer), "customer");
    assert_string_not_equal(rapport_model_fingerprint(supplier), rapport_model_fingerprint(model));
    assert_string_not_equal(rapport_model_fingerprint(supplier), rapport_model_fingerprint(customer));
    assert_string_not_equal(rapport_model_document(supplier), rapport_model_document(model));
    assert_int_equal(rapport_model_count_overlays(supplier), 0);
    assert_int_equal(rapport_model_find_overlay(supplier, "customer"), RAPPORT_NONE);
    none = (rapport_model *)&none;
    assert_int_equal(rapport_model_copy_with_overlay(supplier, 0, NULL, &none, NULL), RAPPORT_BAD_ARGUMENT);
    assert_null(none);
    rapport_model_destroy(supplier);
    rapport_model_destroy(customer);
    rapport_model_destroy(model);
}

static void it_is_the_model_with_those_weights_and_targets(void **state)
{
    rapport_model *model = finish(draft_with_kinds()), *supplier = with(model, 0), *by_hand;
    rapport_draft *draft = new_draft();
    uint32_t g = add_group(draft, RAPPORT_ROOT, "g", 3), a = add_criterion(draft, g, "a", 1);
    (void)state;
    add_criterion(draft, g, "b", 3);
    assert_ok(rapport_draft_set_target(draft, a, 60, NULL));
    assert_ok(rapport_draft_set_target(draft, add_criterion(draft, RAPPORT_ROOT, "c", 3), 90, NULL));
    by_hand = finish(draft);
    assert_string_equal(rapport_model_fingerprint(supplier), rapport_model_fingerprint(by_hand));
    assert_string_equal(rapport_model_document(supplier), rapport_model_document(by_hand));
    rapport_model_destroy(by_hand);
    rapport_model_destroy(supplier);
    rapport_model_destroy(model);
}

static void it_is_written_as_it_then_is(void **state)
{
    rapport_draft *draft = draft_with_kinds();
    rapport_model *model, *supplier;
    char *text;
    (void)state;
    assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_OVERLAY, 0, 0, RAPPORT_TITLE, NULL, "Supplier", -1, NULL));
    assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_BAND, 0, 0, RAPPORT_TITLE, NULL, "All", -1, NULL));
    assert_ok(rapport_draft_set_extra(draft, "/overlays/supplier", "1", -1, NULL));
    assert_ok(rapport_draft_set_extra(draft, "/overlays", "1", -1, NULL));
    assert_ok(rapport_draft_set_extra(draft, "", "2", -1, NULL));
    model = finish(draft);
    supplier = with(model, 0);
    text = text_of(supplier);
    assert_string_equal(
        text, "{\"bands\":[{\"from\":0,\"id\":\"all\",\"title\":\"All\"}],"
              "\"criteria\":[{\"criteria\":[{\"id\":\"a\",\"scale\":\"five\",\"target\":60},"
              "{\"id\":\"b\",\"scale\":\"five\",\"weight\":3}],\"id\":\"g\",\"weight\":3},"
              "{\"id\":\"c\",\"scale\":\"five\",\"target\":90,\"weight\":3}],\"format\":\"rapport-model/1\",\"id\":\"m\","
              "\"scales\":{\"five\":{\"kind\":\"levels\",\"levels\":[{},{},{},{},{}]}},\"version\":\"1\",\"x\":2}");
    free(text);
    assert_string_equal(rapport_model_label(supplier, RAPPORT_OF_OVERLAY, 0, 0, RAPPORT_TITLE, NULL), "");
    assert_null(rapport_model_part_id(supplier, RAPPORT_OF_OVERLAY, 0, 0));
    rapport_model_destroy(supplier);
    rapport_model_destroy(model);
}

static void arguments_are_checked(void **state)
{
    rapport_model *model = finish(draft_with_kinds()), *out = (rapport_model *)&out;
    rapport_allocator broken = {0};
    rapport_error error;
    (void)state;
    assert_int_equal(rapport_model_copy_with_overlay(model, 2, NULL, &out, &error), RAPPORT_BAD_ARGUMENT);
    assert_null(out);
    assert_string_equal(error.path, "/overlays");
    out = (rapport_model *)&out;
    assert_int_equal(rapport_model_copy_with_overlay(NULL, 0, NULL, &out, &error), RAPPORT_BAD_ARGUMENT);
    assert_null(out);
    out = (rapport_model *)&out;
    assert_int_equal(rapport_model_copy_with_overlay(model, 0, &broken, &out, &error), RAPPORT_BAD_ARGUMENT);
    assert_null(out);
    assert_int_equal(rapport_model_copy_with_overlay(model, 0, NULL, NULL, &error), RAPPORT_BAD_ARGUMENT);
    rapport_model_destroy(model);
}

static void the_copy_lives_in_the_memory_that_was_given(void **state)
{
    tk_heap heap = {0};
    rapport_allocator memory = tk_allocator(&heap);
    rapport_model *model = finish(draft_with_kinds()), *copy;
    (void)state;
    assert_ok(rapport_model_copy_with_overlay(model, 0, &memory, &copy, NULL));
    assert_true(heap.live_blocks > 0);
    rapport_model_destroy(model);
    assert_same_bits(node_of(copy, "a").weight, 1);
    rapport_model_destroy(copy);
    assert_int_equal(heap.live_blocks, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weights_are_multiplied_and_targets_replaced),
        cmocka_unit_test(a_factor_of_0_takes_a_node_out),
        cmocka_unit_test(the_model_as_written_stays_as_it_is),
        cmocka_unit_test(an_applied_overlay_is_a_model_of_its_own),
        cmocka_unit_test(it_is_the_model_with_those_weights_and_targets),
        cmocka_unit_test(it_is_written_as_it_then_is),
        cmocka_unit_test(arguments_are_checked),
        cmocka_unit_test(the_copy_lives_in_the_memory_that_was_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
