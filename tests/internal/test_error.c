/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* How errors get their words and paths. */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/utf8.h"

#include "testkit.h"

#define DOTS "\xE2\x80\xA6" /* … */

static void all_of_an_error_is_filled(void **state)
{
    rapport_error error;
    (void)state;
    memset(&error, 0x55, sizeof error);
    assert_int_equal(FAIL(&error, RAPPORT_LIMIT, "/a", "one", " and ", "two"), RAPPORT_LIMIT);
    assert_int_equal(error.status, RAPPORT_LIMIT);
    assert_int_equal(error.line, 0);
    assert_int_equal(error.column, 0);
    assert_int_equal(error.reserved, 0);
    assert_string_equal(error.path, "/a");
    assert_string_equal(error.message, "one and two");
    for (size_t i = 11; i < sizeof error.message; i++)
        assert_int_equal(error.message[i], 0);
    assert_int_equal(FAIL(NULL, RAPPORT_LIMIT, "/a", "one"), RAPPORT_LIMIT);
    assert_int_equal(rapport__fail_plainly(&error, RAPPORT_NO_MEMORY), RAPPORT_NO_MEMORY);
    assert_string_equal(error.message, "no memory");
    assert_string_equal(error.path, "");
    assert_int_equal(rapport__fail_plainly(NULL, RAPPORT_NO_MEMORY), RAPPORT_NO_MEMORY);
}

static void what_fits_is_not_cut(void **state)
{
    char out[9] = "ab";
    (void)state;
    rapport__append(out, sizeof out, "cdef");
    rapport__append(out, sizeof out, "");
    rapport__append(out, sizeof out, "gh");
    assert_string_equal(out, "abcdefgh"); /* eight bytes and the NUL */
}

static void what_does_not_fit_ends_with_dots(void **state)
{
    char out[9] = "ab";
    (void)state;
    rapport__append(out, sizeof out, "cdefghi");
    assert_string_equal(out, "abcde" DOTS);
    rapport__append(out, sizeof out, "more");
    assert_string_equal(out, "abcde" DOTS);
}

static void a_full_text_is_cut_when_more_comes(void **state)
{
    char out[9] = "abcdefgh";
    (void)state;
    rapport__append(out, sizeof out, "i");
    assert_string_equal(out, "abcde" DOTS);
}

static void characters_are_never_cut(void **state)
{
    (void)state;
    for (size_t start = 0; start < 12; start++) {
        char out[17] = "";
        memset(out, 'a', start);
        rapport__append(out, sizeof out, "\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80");
        assert_true(rapport__utf8_valid(out, strlen(out), NULL));
        assert_string_equal(out + strlen(out) - 3, DOTS);
        assert_int_equal((strlen(out) - 3 - start) % 4, 0); /* whole ones only */
        assert_true(strlen(out) + 4 > 13);                  /* and no fewer than fit beside the dots */
    }
}

static void nothing_follows_the_dots(void **state)
{
    char out[17] = "aaaaaaaaaa";
    (void)state;
    rapport__append(out, sizeof out,
                    "\xF0\x9F\x98\x80\xF0\x9F\x98\x80"); /* does not fit; the dots leave room for three bytes */
    assert_string_equal(out, "aaaaaaaaaa" DOTS);
    rapport__append(out, sizeof out, "b");
    assert_string_equal(out, "aaaaaaaaaa" DOTS);
    rapport__append_key(out, sizeof out, "");
    assert_string_equal(out, "aaaaaaaaaa" DOTS);
}

static void dots_of_the_hosts_own_cut_nothing(void **state)
{
    char out[17] = "aa" DOTS;
    (void)state;
    rapport__append(out, sizeof out, "b");
    assert_string_equal(out, "aa" DOTS "b");
}

static void what_is_not_utf_8_comes_out_as_the_replacement_character(void **state)
{
    rapport_error error;
    char path[64] = "";
    (void)state;
    rapport__append_key(path, sizeof path, "a\xFF");
    FAIL(&error, RAPPORT_BAD_VALUE, path, "\"", "\xC3\xA9\xC3(\xED\xA0\x80", "\"");
    assert_string_equal(error.path, "/a\xEF\xBF\xBD");
    assert_string_equal(error.message, "\"\xC3\xA9\xEF\xBF\xBD(\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
    memset(path, 0x80, sizeof path - 1);
    path[sizeof path - 1] = '\0';
    rapport__append(path, sizeof path, "more"); /* no character begins anywhere */
    assert_string_equal(path, DOTS);
}

static void a_tiny_room_holds_the_dots_alone(void **state)
{
    char out[4] = "";
    (void)state;
    rapport__append(out, sizeof out, "abcd");
    assert_string_equal(out, DOTS);
    rapport__append(out, sizeof out, "");
    assert_string_equal(out, DOTS);
    memcpy(out, "a", 2);
    rapport__append(out, sizeof out, "b");
    assert_string_equal(out, "ab");
}

static void keys_are_escaped_as_a_json_pointer(void **state)
{
    char path[64] = "";
    (void)state;
    rapport__append_key(path, sizeof path, "criteria");
    rapport__append_key(path, sizeof path, "a/b~c");
    rapport__append_key(path, sizeof path, "");
    rapport__append_key(path, sizeof path, "~/~1");
    assert_string_equal(path, "/criteria/a~1b~0c//~0~1~01"); /* RFC 6901, section 3 */
}

static void indices_are_decimal(void **state)
{
    char path[64] = "/list";
    (void)state;
    rapport__append_index(path, sizeof path, 0);
    rapport__append_index(path, sizeof path, 9);
    rapport__append_index(path, sizeof path, 10);
    rapport__append_index(path, sizeof path, UINT32_MAX);
    assert_string_equal(path, "/list/0/9/10/4294967295");
}

static void long_paths_and_messages_fit_in_the_error(void **state)
{
    char path[1000], message[1000];
    rapport_error error;
    (void)state;
    for (size_t length = 200; length < 600; length++) {
        memset(path, 'p', length);
        memset(message, 'm', length);
        path[length] = message[length] = '\0';
        FAIL(&error, RAPPORT_BAD_VALUE, path, message);
        if (length < sizeof error.path) {
            assert_string_equal(error.path, path);
        } else {
            assert_int_equal(strlen(error.path), sizeof error.path - 1);
            assert_memory_equal(error.path, path, sizeof error.path - 4);
            assert_string_equal(error.path + sizeof error.path - 4, DOTS);
        }
        if (length < sizeof error.message)
            assert_string_equal(error.message, message);
        else
            assert_string_equal(error.message + sizeof error.message - 4, DOTS);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_of_an_error_is_filled),
        cmocka_unit_test(what_fits_is_not_cut),
        cmocka_unit_test(what_does_not_fit_ends_with_dots),
        cmocka_unit_test(a_full_text_is_cut_when_more_comes),
        cmocka_unit_test(characters_are_never_cut),
        cmocka_unit_test(nothing_follows_the_dots),
        cmocka_unit_test(dots_of_the_hosts_own_cut_nothing),
        cmocka_unit_test(what_is_not_utf_8_comes_out_as_the_replacement_character),
        cmocka_unit_test(a_tiny_room_holds_the_dots_alone),
        cmocka_unit_test(keys_are_escaped_as_a_json_pointer),
        cmocka_unit_test(indices_are_decimal),
        cmocka_unit_test(long_paths_and_messages_fit_in_the_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
