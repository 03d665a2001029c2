/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include <stdlib.h>

#include "rapport/document.h"

#include "testkit.h"

static void there_are_three_in_alphabetical_order(void **state)
{
    (void)state;
    assert_int_equal(rapport_builtin_count(), 3);
    assert_string_equal(rapport_builtin_name(0), "best-partner");
    assert_string_equal(rapport_builtin_name(1), "forged-partnership");
    assert_string_equal(rapport_builtin_name(2), "own-readiness");
    assert_null(rapport_builtin_name(3));
}

static void the_text_is_that_of_the_file(void **state)
{
    int64_t length, file_length;
    const char *text = rapport_builtin_text("best-partner", &length);
    char *file = tk_file("src/io/builtin/best-partner.json", &file_length);
    (void)state;
    assert_int_equal(length, file_length);
    assert_memory_equal(text, file, (size_t)length + 1);
    assert_ptr_equal(rapport_builtin_text("best-partner", NULL), text);
    free(file);
}

static void there_is_no_text_of_what_is_not_there(void **state)
{
    int64_t length = 7;
    (void)state;
    assert_null(rapport_builtin_text("worst-partner", &length));
    assert_int_equal(length, 0);
    assert_null(rapport_builtin_text(NULL, NULL));
}

static void each_loads_under_its_own_name(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < rapport_builtin_count(); i++) {
        rapport_model *model;
        rapport_error error;
        if (rapport_model_load_builtin(rapport_builtin_name(i), NULL, &model, &error))
            fail_msg("%s:%u:%u: %s: %s", rapport_builtin_name(i), error.line, error.column, error.path, error.message);
        assert_string_equal(rapport_model_id(model), rapport_builtin_name(i));
        rapport_model_destroy(model);
    }
}

static void every_overlay_of_each_can_be_applied(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < rapport_builtin_count(); i++) {
        rapport_model *model, *changed;
        assert_ok(rapport_model_load_builtin(rapport_builtin_name(i), NULL, &model, NULL));
        for (uint32_t overlay = 0; overlay < rapport_model_count_overlays(model); overlay++) {
            assert_ok(rapport_model_copy_with_overlay(model, overlay, NULL, &changed, NULL));
            rapport_model_destroy(changed);
        }
        rapport_model_destroy(model);
    }
}

static void a_wrong_name_is_told_the_nearest(void **state)
{
    rapport_model *model = (rapport_model *)&model;
    rapport_error error;
    (void)state;
    assert_int_equal(rapport_model_load_builtin("best-parnter", NULL, &model, &error), RAPPORT_NOT_FOUND);
    assert_null(model);
    assert_string_equal(error.message, "there is no built-in model \"best-parnter\"; did you mean \"best-partner\"?");
    assert_int_equal(rapport_model_load_builtin("", NULL, &model, &error), RAPPORT_NOT_FOUND);
    assert_string_equal(error.message, "there is no built-in model \"\"");
}

static void arguments_are_checked(void **state)
{
    rapport_model *model = (rapport_model *)&model;
    (void)state;
    assert_int_equal(rapport_model_load_builtin(NULL, NULL, &model, NULL), RAPPORT_BAD_ARGUMENT);
    assert_null(model);
    assert_int_equal(rapport_model_load_builtin("best-partner", NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
}

static rapport_status load(const rapport_allocator *memory)
{
    rapport_model *model;
    rapport_status status = rapport_model_load_builtin("own-readiness", memory, &model, NULL);
    rapport_model_destroy(model);
    return status;
}

static void want_of_memory_is_survived(void **state)
{
    (void)state;
    assert_in_range(tk_exhaust_memory(load), 10, 10000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(there_are_three_in_alphabetical_order),
        cmocka_unit_test(the_text_is_that_of_the_file),
        cmocka_unit_test(there_is_no_text_of_what_is_not_there),
        cmocka_unit_test(each_loads_under_its_own_name),
        cmocka_unit_test(every_overlay_of_each_can_be_applied),
        cmocka_unit_test(a_wrong_name_is_told_the_nearest),
        cmocka_unit_test(arguments_are_checked),
        cmocka_unit_test(want_of_memory_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
