/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Structs between a library and callers of other versions. */
#include <string.h>

#include "base/struct.h"

#include "testkit.h"

typedef struct ours { /* what this library knows */
    uint32_t struct_size, number;
    double value;
} ours;

typedef struct theirs { /* a caller's: ours, more, and what lies behind it */
    ours known;
    unsigned char more[16], beyond[8];
} theirs;

static const ours filled = {99, 7, 1.5}; /* its struct_size is never copied */

static void a_struct_of_our_size_is_filled(void **state)
{
    ours out;
    (void)state;
    memset(&out, 0x55, sizeof out);
    out.struct_size = sizeof out;
    assert_ok(rapport__struct_out(&out, &filled, sizeof filled));
    assert_int_equal(out.struct_size, sizeof out);
    assert_int_equal(out.number, 7);
    assert_same_bits(out.value, 1.5);
}

static void an_older_caller_gets_what_it_knows(void **state)
{
    ours out;
    unsigned char untouched[sizeof out.value];
    (void)state;
    memset(&out, 0x55, sizeof out);
    memset(untouched, 0x55, sizeof untouched);
    out.struct_size = 8;
    assert_ok(rapport__struct_out(&out, &filled, sizeof filled));
    assert_int_equal(out.struct_size, 8);
    assert_int_equal(out.number, 7);
    assert_memory_equal(&out.value, untouched, sizeof untouched);
}

static void a_newer_caller_gets_zero_beyond(void **state)
{
    theirs out;
    (void)state;
    memset(&out, 0x55, sizeof out);
    out.known.struct_size = sizeof out.known + sizeof out.more;
    assert_ok(rapport__struct_out(&out, &filled, sizeof filled));
    assert_int_equal(out.known.struct_size, sizeof out.known + sizeof out.more);
    assert_same_bits(out.known.value, 1.5);
    for (size_t i = 0; i < sizeof out.more; i++)
        assert_int_equal(out.more[i], 0);
    for (size_t i = 0; i < sizeof out.beyond; i++)
        assert_int_equal(out.beyond[i], 0x55);
}

static void sizes_that_cannot_be_are_refused(void **state)
{
    static const uint32_t sizes[] = {0, 1, 4, 7, 4097, UINT32_MAX};
    unsigned char room[4096], before[4096];
    uint32_t size;
    ours options;
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        memset(room, 0x55, sizeof room);
        memcpy(room, &sizes[i], sizeof size);
        memcpy(before, room, sizeof room);
        assert_int_equal(rapport__struct_out(room, &filled, sizeof filled), RAPPORT_BAD_ARGUMENT);
        assert_memory_equal(room, before, sizeof room);
        assert_int_equal(rapport__struct_in(&options, sizeof options, room), RAPPORT_BAD_ARGUMENT);
    }
    assert_int_equal(rapport__struct_out(NULL, &filled, sizeof filled), RAPPORT_BAD_ARGUMENT);
    size = 4096; /* the largest that can be */
    memset(room, 0x55, sizeof room);
    memcpy(room, &size, sizeof size);
    assert_ok(rapport__struct_out(room, &filled, sizeof filled));
    assert_int_equal(room[4095], 0);
    assert_ok(rapport__struct_in(&options, sizeof options, room));
    assert_int_equal(options.number, 7);
}

static void no_options_are_all_zero(void **state)
{
    static const ours zero = {0};
    ours options;
    (void)state;
    memset(&options, 0x55, sizeof options);
    assert_ok(rapport__struct_in(&options, sizeof options, NULL));
    assert_memory_equal(&options, &zero, sizeof options);
}

static void options_are_taken_as_far_as_they_go(void **state)
{
    ours given = {sizeof given, 7, 1.5}, options;
    (void)state;
    assert_ok(rapport__struct_in(&options, sizeof options, &given));
    assert_int_equal(options.number, 7);
    assert_same_bits(options.value, 1.5);
    memset(&options, 0x55, sizeof options);
    given.struct_size = 8; /* an older caller: the rest is 0 */
    assert_ok(rapport__struct_in(&options, sizeof options, &given));
    assert_int_equal(options.number, 7);
    assert_same_bits(options.value, 0);
}

static void options_that_are_not_known_must_be_0(void **state)
{
    theirs given = {.known = {sizeof given.known + sizeof given.more, 7, 1.5}};
    ours options;
    (void)state;
    memset(given.beyond, 0x55, sizeof given.beyond);
    assert_ok(rapport__struct_in(&options, sizeof options, &given));
    assert_int_equal(options.number, 7);
    for (size_t i = 0; i < sizeof given.more; i++) {
        given.more[i] = 1;
        assert_int_equal(rapport__struct_in(&options, sizeof options, &given), RAPPORT_BAD_ARGUMENT);
        given.more[i] = 0;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_struct_of_our_size_is_filled),
        cmocka_unit_test(an_older_caller_gets_what_it_knows),
        cmocka_unit_test(a_newer_caller_gets_zero_beyond),
        cmocka_unit_test(sizes_that_cannot_be_are_refused),
        cmocka_unit_test(no_options_are_all_zero),
        cmocka_unit_test(options_are_taken_as_far_as_they_go),
        cmocka_unit_test(options_that_are_not_known_must_be_0),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
