/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What a refused call leaves behind: the object as it was, and an error that can be printed. */
#include <string.h>

#include "rapport/assessment.h"
#include "rapport/report.h"

#include "draft_kit.h"

#define LONG_ROLE 100000 /* bytes: more than any chunk of memory that an assessment has in stock */

static rapport_model *small_model(void)
{
    rapport_draft *draft = new_draft();
    rapport_model *model;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    model = build(draft);
    rapport_draft_destroy(draft);
    return model;
}

static int32_t ignore(void *user, const char *text, int64_t length)
{
    (void)user;
    (void)text;
    (void)length;
    return 0;
}

static void a_role_that_finds_no_memory_leaves_the_old_one(void **state)
{
    static char role[LONG_ROLE + 1];
    rapport_model *model = small_model();
    tk_heap heap = {0};
    rapport_allocator memory = tk_allocator(&heap);
    rapport_assessment *assessment;
    rapport_result *result;
    const char *kept;
    (void)state;
    memset(role, 'r', LONG_ROLE);
    assert_ok(rapport_assessment_create(model, "a", "A and B", "2026-09-30", &memory, &assessment, NULL));
    assert_ok(rapport_assessment_add_party(assessment, "p", 1, RAPPORT_VOICE_ONE, NULL, NULL));
    assert_ok(rapport_assessment_add_rater(assessment, 0, "r", 1, NULL, NULL));
    assert_ok(rapport_assessment_set_level(assessment, 0, 1, 3, NULL));
    heap.fail_at = heap.calls + 1;
    assert_int_equal(rapport_assessment_set_role(assessment, 0, role, -1, NULL), RAPPORT_NO_MEMORY);
    assert_ok(rapport_assessment_get_rater(assessment, 0, NULL, NULL, &kept, NULL));
    assert_non_null(kept);
    assert_string_equal(kept, "");
    assert_ok(rapport_result_create(NULL, &result));
    assert_ok(rapport_result_compute(result, assessment, NULL));
    assert_ok(rapport_explanation_write(result, 1, NULL, ignore, NULL, NULL));
    rapport_result_destroy(result);
    rapport_assessment_destroy(assessment);
    rapport_model_destroy(model);
}

/* A message repeats what the caller gave: RFC 3629 knows no byte FF, and C2 alone begins a character that never ends. */
static void a_message_is_utf8_whatever_it_repeats(void **state)
{
    rapport_draft *draft = new_draft();
    rapport_error error;
    (void)state;
    assert_int_equal(rapport_draft_add_yesno(draft, "\xFF" "a\xC2", NULL, &error), RAPPORT_BAD_VALUE);
    assert_null(strchr(error.message, '\xFF'));
    assert_null(strchr(error.message, '\xC2'));
    assert_non_null(strstr(error.message, "\"\xEF\xBF\xBD" "a\xEF\xBF\xBD\""));
    rapport_draft_destroy(draft);
}

static void a_path_is_utf8_whatever_it_repeats(void **state)
{
    rapport_draft *draft = new_draft();
    rapport_error error;
    (void)state;
    assert_int_equal(rapport_draft_add_criterion(draft, RAPPORT_ROOT, "a\xFF", 1, 0, NULL, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/criteria/a\xEF\xBF\xBD/id");
    rapport_draft_destroy(draft);
}

static void a_long_message_ends_with_a_whole_character(void **state)
{
    static char id[1000];
    rapport_draft *draft = new_draft();
    rapport_error error;
    (void)state;
    memset(id, '\xFF', sizeof id - 1);
    assert_int_equal(rapport_draft_add_yesno(draft, id, NULL, &error), RAPPORT_BAD_VALUE);
    assert_int_equal(strlen(error.message) < sizeof error.message, 1);
    assert_string_equal(error.message + strlen(error.message) - 6, "\xEF\xBF\xBD\xE2\x80\xA6");
    rapport_draft_destroy(draft);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_role_that_finds_no_memory_leaves_the_old_one),
        cmocka_unit_test(a_message_is_utf8_whatever_it_repeats),
        cmocka_unit_test(a_path_is_utf8_whatever_it_repeats),
        cmocka_unit_test(a_long_message_ends_with_a_whole_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
