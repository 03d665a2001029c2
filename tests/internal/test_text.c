/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "testkit.h"

#include <string.h>

#include "base/text.h"

/* The C library's strspn and strcspn are the oracle. */
static void spans_are_those_of_the_c_library(void **state)
{
    static const char *const texts[] = {"", "a", "aaa", "abc-1", "~", "a~b/c", "/", "..", "\xC3\xA4~", "no stop"};
    static const char *const sets[] = {"", "a", "abc", "~/", "/", "0123456789-", "\xA4\xC3"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        for (size_t j = 0; j < sizeof sets / sizeof *sets; j++) {
            assert_int_equal(rapport__span(texts[i], sets[j]), strspn(texts[i], sets[j]));
            assert_int_equal(rapport__span_until(texts[i], sets[j]), strcspn(texts[i], sets[j]));
        }
    }
}

static void a_text_starts_with_itself_and_with_nothing(void **state)
{
    (void)state;
    assert_true(rapport__starts_with("/overlays/supplier", "/overlays"));
    assert_true(rapport__starts_with("abc", "abc"));
    assert_true(rapport__starts_with("", ""));
    assert_true(rapport__starts_with("abc", ""));
    assert_false(rapport__starts_with("ab", "abc"));
    assert_false(rapport__starts_with("", "a"));
    assert_false(rapport__starts_with("xbc", "abc"));
    assert_false(rapport__starts_with("abd", "abc"));
}

static void a_nul_counts_only_among_the_bytes_given(void **state)
{
    (void)state;
    assert_false(rapport__holds_nul("abc", 3));
    assert_true(rapport__holds_nul("abc", 4));
    assert_true(rapport__holds_nul("\0bc", 3));
    assert_true(rapport__holds_nul("a\0c", 3));
    assert_false(rapport__holds_nul("a\0c", 1));
    assert_false(rapport__holds_nul("", 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_are_those_of_the_c_library),
        cmocka_unit_test(a_text_starts_with_itself_and_with_nothing),
        cmocka_unit_test(a_nul_counts_only_among_the_bytes_given),
    };
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
