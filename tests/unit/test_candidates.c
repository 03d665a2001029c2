/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The decision matrix as an object. */
#include "rapport/candidates.h"

#include <math.h>
#include <string.h>

#include "testkit.h"

static rapport_candidates *empty(void)
{
    rapport_candidates *m;
    assert_ok(rapport_candidates_create(NULL, &m, NULL));
    return m;
}

static rapport_candidates_criterion plain(double weight)
{
    return (rapport_candidates_criterion){.struct_size = sizeof(rapport_candidates_criterion), .weight = weight};
}

static rapport_candidates *with_criteria(uint32_t count)
{
    static const char *const ids[] = {"a", "b", "c", "d"};
    rapport_candidates *m = empty();
    for (uint32_t i = 0; i < count; i++) {
        rapport_candidates_criterion c = plain(1);
        assert_ok(rapport_candidates_add_criterion(m, ids[i], &c, NULL, NULL));
    }
    return m;
}

static rapport_candidates_value value_of(const rapport_candidates *m, uint32_t candidate, uint32_t criterion)
{
    rapport_candidates_value value = {.struct_size = sizeof value};
    assert_ok(rapport_candidates_get_value(m, candidate, criterion, &value));
    return value;
}

static void what_is_set_is_read_back(void **state)
{
    (void)state;
    rapport_candidates *m = empty();
    rapport_candidates_criterion c = plain(2), read = {.struct_size = sizeof read};
    uint32_t index = 9;
    c.direction = RAPPORT_MINIMIZE;
    c.has = RAPPORT_HAS_BOUNDS | RAPPORT_HAS_IDEAL;
    c.lowest = -1;
    c.highest = 4;
    c.ideal = -1;
    c.veto = 7; /* not said to be there */
    assert_ok(rapport_candidates_add_criterion(m, "price", &c, &index, NULL));
    assert_int_equal(index, 0);
    assert_ok(rapport_candidates_get_criterion(m, 0, &read));
    assert_true(read.weight == 2 && read.direction == RAPPORT_MINIMIZE && read.lowest == -1 && read.highest == 4);
    assert_true(read.veto == 0);
    assert_ok(rapport_candidates_add_candidate(m, "north", &index, NULL));
    assert_int_equal(value_of(m, 0, 0).kind, RAPPORT_VALUE_MISSING);
    assert_ok(rapport_candidates_set_value(m, 0, 0, 1, 3, NULL));
    assert_true(value_of(m, 0, 0).kind == RAPPORT_VALUE_INTERVAL && value_of(m, 0, 0).high == 3);
    assert_ok(rapport_candidates_set_value(m, 0, 0, -0.0, -0.0, NULL));
    assert_int_equal(value_of(m, 0, 0).kind, RAPPORT_VALUE_NUMBER);
    assert_same_bits(value_of(m, 0, 0).low, 0.0);
    assert_int_equal(rapport_candidates_find(m, "north"), 0);
    assert_int_equal(rapport_candidates_find(m, "south"), RAPPORT_NONE);
    assert_int_equal(rapport_candidates_find(m, NULL), RAPPORT_NONE);
    assert_int_equal(rapport_candidates_find_criterion(m, NULL), RAPPORT_NONE);
    assert_string_equal(rapport_candidates_criterion_id(m, 0), "price");
    assert_null(rapport_candidates_criterion_id(m, 1));
    assert_null(rapport_candidates_id(m, 1));
    rapport_candidates_destroy(m);
    rapport_candidates_destroy(NULL);
}

static void rows_come_in_bulk(void **state)
{
    (void)state;
    const double values[] = {1, 2, 3, NAN, 5, 6};
    const unsigned char present[] = {1, 1, 1, 0, 1, 1};
    rapport_error error;
    rapport_candidates *m = with_criteria(2);
    assert_int_equal(rapport_candidates_add_rows(m, 3, values, NULL, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/candidates/1/values/1");
    assert_int_equal(rapport_candidates_count(m), 0);
    assert_ok(rapport_candidates_add_rows(m, 3, values, present, NULL));
    assert_int_equal(rapport_candidates_count(m), 3);
    assert_int_equal(value_of(m, 1, 1).kind, RAPPORT_VALUE_MISSING);
    assert_true(value_of(m, 2, 1).low == 6);
    assert_string_equal(rapport_candidates_id(m, 2), "");
    assert_int_equal(rapport_candidates_add_rows(m, 1, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_candidates_add_rows(m, 0, NULL, NULL, NULL));
    assert_int_equal(rapport_candidates_add_rows(m, RAPPORT_MAX_CANDIDATES - 2, values, NULL, &error), RAPPORT_LIMIT);
    rapport_candidates_destroy(m);
}

static void what_is_wrong_is_refused_and_named(void **state)
{
    (void)state;
    rapport_error error;
    rapport_candidates *m = with_criteria(1);
    static const struct {
        rapport_candidates_criterion c;
        const char *path;
    } cases[] = {
        {{.struct_size = 120, .weight = -1}, "/criteria/w/weight"},
        {{.struct_size = 120, .weight = 2e12}, "/criteria/w/weight"},
        {{.struct_size = 120, .direction = 2}, "/criteria/w/direction"},
        {{.struct_size = 120, .has = RAPPORT_HAS_PREFERENCE, .preference = 6}, "/criteria/w/preference"},
        {{.struct_size = 120, .has = RAPPORT_HAS_PREFERENCE, .preference = 1, .preference_q = -1}, "/criteria/w/preference/q"},
        {{.struct_size = 120, .has = RAPPORT_HAS_PREFERENCE, .preference = 2}, "/criteria/w/preference/p"},
        {{.struct_size = 120, .has = RAPPORT_HAS_PREFERENCE, .preference = 5}, "/criteria/w/preference/s"},
        {{.struct_size = 120, .has = RAPPORT_HAS_THRESHOLDS, .indifference = -1}, "/criteria/w/thresholds/q"},
        {{.struct_size = 120, .has = RAPPORT_HAS_THRESHOLDS, .indifference = 2, .strict = 1}, "/criteria/w/thresholds/p"},
        {{.struct_size = 120, .has = RAPPORT_HAS_VETO, .veto = -1}, "/criteria/w/thresholds/v"},
        {{.struct_size = 120, .has = RAPPORT_HAS_BOUNDS}, "/criteria/w/bounds"},
        {{.struct_size = 120, .has = RAPPORT_HAS_IDEAL, .ideal = 1e101}, "/criteria/w/ideal"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(rapport_candidates_add_criterion(m, "w", &cases[i].c, NULL, &error), RAPPORT_BAD_VALUE);
        assert_string_equal(error.path, cases[i].path);
    }
    rapport_candidates_criterion c = plain(NAN);
    assert_int_equal(rapport_candidates_add_criterion(m, "w", &c, NULL, &error), RAPPORT_BAD_VALUE);
    c = plain(1);
    assert_int_equal(rapport_candidates_add_criterion(m, "a", &c, NULL, &error), RAPPORT_DUPLICATE);
    assert_int_equal(rapport_candidates_add_criterion(m, "A", &c, NULL, &error), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_candidates_add_criterion(m, NULL, &c, NULL, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_candidates_add_criterion(m, "w", NULL, NULL, &error), RAPPORT_BAD_ARGUMENT);
    c.has = 1u << 31;
    assert_int_equal(rapport_candidates_add_criterion(m, "w", &c, NULL, &error), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_candidates_add_candidate(m, "one", NULL, NULL));
    assert_int_equal(rapport_candidates_add_candidate(m, "one", NULL, &error), RAPPORT_DUPLICATE);
    assert_int_equal(rapport_candidates_add_candidate(m, "", NULL, &error), RAPPORT_BAD_VALUE);
    c = plain(1);
    assert_int_equal(rapport_candidates_add_criterion(m, "w", &c, NULL, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_candidates_set_value(m, 1, 0, 1, 1, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_candidates_set_value(m, 0, 0, 2, 1, &error), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_candidates_set_value(m, 0, 0, -2e100, 1, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/candidates/0/values/0");
    assert_int_equal(rapport_candidates_create(NULL, NULL, &error), RAPPORT_BAD_ARGUMENT);
    rapport_candidates_destroy(m);
}

static void weights_are_replaced_all_or_none(void **state)
{
    (void)state;
    rapport_candidates *m = with_criteria(2);
    rapport_candidates_criterion c = {.struct_size = sizeof c};
    rapport_error error;
    const double wrong[] = {5, -1}, right[] = {5, 0};
    assert_int_equal(rapport_candidates_set_weights(m, wrong, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/criteria/b/weight");
    assert_int_equal(rapport_candidates_set_weights(m, NULL, &error), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_candidates_get_criterion(m, 0, &c));
    assert_true(c.weight == 1);
    assert_ok(rapport_candidates_set_weights(m, right, NULL));
    assert_ok(rapport_candidates_get_criterion(m, 0, &c));
    assert_true(c.weight == 5);
    rapport_candidates_destroy(m);
}

static void a_candidate_is_knocked_out_and_taken_in_again(void **state)
{
    (void)state;
    rapport_candidates *m = with_criteria(1);
    rapport_error error;
    assert_ok(rapport_candidates_add_candidate(m, "one", NULL, NULL));
    assert_null(rapport_candidates_excluded(m, 0));
    assert_ok(rapport_candidates_set_excluded(m, 0, "weak-trust", NULL));
    assert_string_equal(rapport_candidates_excluded(m, 0), "weak-trust");
    assert_int_equal(rapport_candidates_set_excluded(m, 0, "\xff", &error), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_candidates_set_excluded(m, 1, "late", &error), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_candidates_set_excluded(m, 0, NULL, NULL));
    assert_null(rapport_candidates_excluded(m, 0));
    assert_null(rapport_candidates_excluded(m, 1));
    rapport_candidates_destroy(m);
}

static void parameters_are_kept_by_name(void **state)
{
    (void)state;
    rapport_candidates *m = empty();
    rapport_error error;
    char long_text[66];
    double number = 7;
    memset(long_text, 'a', 65);
    long_text[65] = '\0';
    assert_ok(rapport_candidates_set_text(m, "normalization", "vector", NULL));
    assert_ok(rapport_candidates_set_number(m, "lambda", 0.5, NULL));
    assert_ok(rapport_candidates_set_number(m, "lambda", 0.75, NULL));
    assert_int_equal(rapport_candidates_count_parameters(m), 2);
    assert_string_equal(rapport_candidates_parameter_name(m, 1), "lambda");
    assert_null(rapport_candidates_parameter_name(m, 2));
    assert_ok(rapport_candidates_get_number(m, "lambda", &number));
    assert_true(number == 0.75);
    assert_null(rapport_candidates_get_text(m, "lambda"));
    assert_null(rapport_candidates_get_text(m, NULL));
    assert_int_equal(rapport_candidates_get_number(m, "normalization", &number), RAPPORT_NOT_FOUND);
    assert_int_equal(rapport_candidates_get_number(m, "v", &number), RAPPORT_NOT_FOUND);
    assert_int_equal(rapport_candidates_get_number(m, "lambda", NULL), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_candidates_set_text(m, "lambda", "half", NULL)); /* one name, one parameter */
    assert_int_equal(rapport_candidates_get_number(m, "lambda", &number), RAPPORT_NOT_FOUND);
    assert_int_equal(rapport_candidates_set_text(m, "v", "", &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/parameters/v");
    assert_int_equal(rapport_candidates_set_text(m, "v", long_text, &error), RAPPORT_BAD_VALUE);
    assert_ok(rapport_candidates_set_text(m, "v", long_text + 1, &error));
    assert_int_equal(rapport_candidates_set_text(m, "v", NULL, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_candidates_set_text(m, "V", "1", &error), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_candidates_set_number(m, NULL, 1, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_candidates_set_number(m, "v", NAN, &error), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_candidates_set_number(m, "v", -2e100, &error), RAPPORT_BAD_VALUE);
    rapport_candidates_destroy(m);
}

static rapport_status fill(const rapport_allocator *memory)
{
    rapport_candidates *m;
    rapport_candidates_criterion c = plain(1);
    const double row[] = {1, 2};
    rapport_status status = rapport_candidates_create(memory, &m, NULL);
    if (!status && !(status = rapport_candidates_add_criterion(m, "a", &c, NULL, NULL)) &&
        !(status = rapport_candidates_add_criterion(m, "b", &c, NULL, NULL)) &&
        !(status = rapport_candidates_add_candidate(m, "one", NULL, NULL)))
        for (int i = 0; i < 10 && !status; i++)
            status = rapport_candidates_add_rows(m, 1, row, NULL, NULL);
    if (!status && !(status = rapport_candidates_set_excluded(m, 0, "late", NULL)) &&
        !(status = rapport_candidates_set_text(m, "normalization", "vector", NULL)))
        status = rapport_candidates_set_number(m, "v", 0.5, NULL);
    if (!status && (rapport_candidates_count(m) != 11 || value_of(m, 10, 1).low != 2))
        fail_msg("a row got lost");
    rapport_candidates_destroy(m);
    return status;
}

static void want_of_memory_is_survived(void **state)
{
    (void)state;
    assert_in_range(tk_exhaust_memory(fill), 10, 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_set_is_read_back),
        cmocka_unit_test(rows_come_in_bulk),
        cmocka_unit_test(what_is_wrong_is_refused_and_named),
        cmocka_unit_test(weights_are_replaced_all_or_none),
        cmocka_unit_test(a_candidate_is_knocked_out_and_taken_in_again),
        cmocka_unit_test(parameters_are_kept_by_name),
        cmocka_unit_test(want_of_memory_is_survived),
    };
    return cmocka_run_group_tests_name("candidates", tests, NULL, NULL);
}
