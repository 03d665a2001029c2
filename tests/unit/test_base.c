/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Status names, versions, a caller's buffer. */
#include <stdio.h>
#include <string.h>

#include "testkit.h"

static void every_status_has_a_name_of_its_own(void **state)
{
    (void)state;
    assert_string_equal(rapport_status_name(RAPPORT_OK), "ok");
    assert_string_equal(rapport_status_name(RAPPORT_BAD_VALUE), "bad value");
    for (rapport_status status = 0; status < RAPPORT_STATUS_END; status++) {
        assert_true(*rapport_status_name(status));
        assert_string_not_equal(rapport_status_name(status), "unknown status");
        for (rapport_status other = 0; other < status; other++)
            assert_string_not_equal(rapport_status_name(status), rapport_status_name(other));
    }
}

static void a_status_keeps_its_number_for_ever(void **state)
{
    (void)state;
    assert_int_equal(RAPPORT_OK, 0);
    assert_int_equal(RAPPORT_NO_MEMORY, 1);
    assert_int_equal(RAPPORT_BAD_ARGUMENT, 2);
    assert_int_equal(RAPPORT_BAD_SYNTAX, 3);
    assert_int_equal(RAPPORT_BAD_DOCUMENT, 4);
    assert_int_equal(RAPPORT_BAD_VALUE, 5);
    assert_int_equal(RAPPORT_DUPLICATE, 6);
    assert_int_equal(RAPPORT_NOT_FOUND, 7);
    assert_int_equal(RAPPORT_LIMIT, 8);
    assert_int_equal(RAPPORT_WRITE_FAILED, 9);
    assert_int_equal(RAPPORT_UNDEFINED, 10);
}

static void what_is_no_status_has_no_name(void **state)
{
    (void)state;
    assert_string_equal(rapport_status_name(-1), "unknown status");
    assert_string_equal(rapport_status_name(RAPPORT_STATUS_END), "unknown status");
    assert_string_equal(rapport_status_name(INT32_MIN), "unknown status");
    assert_string_equal(rapport_status_name(INT32_MAX), "unknown status");
}

static void the_versions_agree(void **state)
{
    char text[64];
    (void)state;
    sprintf(text, "%d.%d.%d", RAPPORT_VERSION_MAJOR, RAPPORT_VERSION_MINOR, RAPPORT_VERSION_PATCH);
    assert_string_equal(rapport_version_text(), text);
    assert_int_equal(rapport_version(), RAPPORT_VERSION_MAJOR * 10000 + RAPPORT_VERSION_MINOR * 100 + RAPPORT_VERSION_PATCH);
    assert_int_equal(rapport_algorithm(), RAPPORT_ALGORITHM);
}

static void the_error_keeps_its_size_for_ever(void **state)
{
    (void)state;
    assert_int_equal(sizeof(rapport_error), 768); /* 4 x 4 bytes, 480, 272 */
}

static void an_empty_buffer_counts(void **state)
{
    rapport_buffer buffer = {NULL, 0, 0};
    (void)state;
    assert_int_equal(rapport_buffer_write(&buffer, "abc", 3), 0);
    assert_int_equal(rapport_buffer_write(&buffer, "", 0), 0);
    assert_int_equal(rapport_buffer_write(&buffer, "de", 2), 0);
    assert_int_equal(buffer.needed, 5);
}

static void what_fits_is_written_and_ended(void **state)
{
    char text[9];
    rapport_buffer buffer = {text, 7, 0};
    (void)state;
    memset(text, '#', sizeof text);
    rapport_buffer_write(&buffer, "abc", 3);
    assert_string_equal(text, "abc");
    rapport_buffer_write(&buffer, "def", 3);
    assert_string_equal(text, "abcdef");
    assert_int_equal(buffer.needed, 6);
    assert_memory_equal(text, "abcdef\0##", 9);
}

static void what_does_not_fit_is_cut_and_counted(void **state)
{
    char text[9];
    rapport_buffer buffer = {text, 7, 0};
    (void)state;
    memset(text, '#', sizeof text);
    rapport_buffer_write(&buffer, "abcde", 5);
    rapport_buffer_write(&buffer, "fghij", 5);
    assert_memory_equal(text, "abcdefg##", 9); /* full, and no NUL */
    assert_int_equal(buffer.needed, 10);
    rapport_buffer_write(&buffer, "k", 1);
    assert_memory_equal(text, "abcdefg##", 9);
    assert_int_equal(buffer.needed, 11);
}

static void a_text_as_long_as_the_buffer_has_no_end(void **state)
{
    char text[] = "####";
    rapport_buffer buffer = {text, 3, 0};
    (void)state;
    rapport_buffer_write(&buffer, "abc", 3);
    assert_string_equal(text, "abc#");
    assert_int_equal(buffer.needed, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_status_has_a_name_of_its_own),      cmocka_unit_test(a_status_keeps_its_number_for_ever),
        cmocka_unit_test(what_is_no_status_has_no_name),           cmocka_unit_test(the_versions_agree),
        cmocka_unit_test(the_error_keeps_its_size_for_ever),       cmocka_unit_test(an_empty_buffer_counts),
        cmocka_unit_test(what_fits_is_written_and_ended),          cmocka_unit_test(what_does_not_fit_is_cut_and_counted),
        cmocka_unit_test(a_text_as_long_as_the_buffer_has_no_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
