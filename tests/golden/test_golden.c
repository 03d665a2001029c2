/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Documents with their expected results: NAME.json is an assessment, NAME.expected.json what must stand in the result. Every
 * expected value is worked by hand; "x" says how. What is not expected may be anything: objects are compared by the expected
 * keys, arrays of things with an id by the expected ids, other arrays entry by entry; numbers to 1e-9. */
#include "testkit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/document.h"
#include "rapport/report.h"

/* ---------------------------------------------------------------- just enough of JSON for sound documents */

static const char *blanks(const char *at)
{
    return at + strspn(at, " \t\r\n");
}

/* Past the value at `at`. */
static const char *after(const char *at)
{
    int depth = 0;
    do {
        at = blanks(at);
        if (*at == '"') {
            for (at++; *at != '"'; at++)
                at += *at == '\\';
            at++;
        } else if (*at == '{' || *at == '[') {
            depth++;
            at++;
        } else if (*at == '}' || *at == ']') {
            depth--;
            at++;
        } else if (*at == ',' || *at == ':') {
            at++;
        } else {
            at += strcspn(at, " \t\r\n,:]}");
        }
    } while (depth);
    return at;
}

/* The first, and the next, entry of an array or member of an object; NULL past the last. */
static const char *first(const char *container)
{
    const char *at = blanks(container + 1);
    return *at == ']' || *at == '}' ? NULL : at;
}

static const char *following(const char *entry)
{
    const char *at = blanks(after(entry));
    return *at == ',' ? blanks(at + 1) : NULL;
}

static const char *value_of(const char *member)
{
    return blanks(blanks(after(member)) + 1);
}

static int same_text(const char *a, const char *b)
{
    size_t length = (size_t)(after(a) - a);
    return length == (size_t)(after(b) - b) && memcmp(a, b, length) == 0;
}

/* The value of a key that is written as at `key`, or NULL. */
static const char *find(const char *object, const char *key)
{
    for (const char *member = first(object); member; member = following(value_of(member)))
        if (same_text(member, key))
            return value_of(member);
    return NULL;
}

/* Decimal text without the C library, which would mind the locale. */
static double number(const char *at)
{
    int negative = *at == '-', exponent = 0, sign = 1, point = 0;
    double value = 0, scale = 1;
    for (at += negative; (*at >= '0' && *at <= '9') || *at == '.'; at++) {
        point = point || *at == '.';
        if (*at != '.') {
            value = value * 10 + (*at - '0');
            scale *= point ? 10 : 1;
        }
    }
    if (*at == 'e' || *at == 'E') {
        at++;
        sign = *at == '-' ? -1 : 1;
        for (at += *at == '-' || *at == '+'; *at >= '0' && *at <= '9'; at++)
            exponent = exponent * 10 + (*at - '0');
    }
    for (; exponent; exponent--)
        value = sign > 0 ? value * 10 : value / 10;
    return (negative ? -value : value) / scale;
}

/* ---------------------------------------------------------------- comparing */

static void compare(const char *expected, const char *actual, const char *where);

static void fail_at(const char *where, const char *expected, const char *actual)
{
    fail_msg("%s: expected %.*s, not %.*s", where, (int)(after(expected) - expected), expected,
             actual ? (int)(after(actual) - actual) : 7, actual ? actual : "nothing");
}

static void join(char *path, size_t size, const char *where, const char *text)
{
    int length = (int)(after(text) - text);
    snprintf(path, size, "%s/%.*s", where, length < 70 ? length : 70, text);
}

static void compare_objects(const char *expected, const char *actual, const char *where)
{
    for (const char *member = first(expected); member; member = following(value_of(member))) {
        char path[400];
        const char *value = find(actual, member);
        if (strncmp(member, "\"x\"", 3) == 0)
            continue;
        join(path, sizeof path, where, member);
        if (!value)
            fail_at(path, value_of(member), NULL);
        compare(value_of(member), value, path);
    }
}

/* The entry of an array whose id is written as at `id`, or NULL. */
static const char *entry_with(const char *array, const char *id)
{
    for (const char *entry = first(array); entry; entry = following(entry))
        if (*entry == '{' && find(entry, "\"id\"") && same_text(find(entry, "\"id\""), id))
            return entry;
    return NULL;
}

static void compare_arrays(const char *expected, const char *actual, const char *where)
{
    const char *one = first(expected), *other = first(actual);
    int by_id = one && *one == '{' && find(one, "\"id\"");
    for (; one; one = following(one)) {
        char path[400];
        join(path, sizeof path, where, by_id ? find(one, "\"id\"") : "");
        other = by_id ? entry_with(actual, find(one, "\"id\"")) : other;
        if (!other)
            fail_at(path, one, NULL);
        compare(one, other, path);
        other = by_id ? NULL : following(other);
    }
    if (other)
        fail_at(where, expected, actual);
}

static void compare(const char *expected, const char *actual, const char *where)
{
    int numbers = strchr("-0123456789", *expected) && strchr("-0123456789", *actual);
    if (*expected == '{' && *actual == '{')
        compare_objects(expected, actual, where);
    else if (*expected == '[' && *actual == '[')
        compare_arrays(expected, actual, where);
    else if (numbers ? !(number(expected) - number(actual) <= 1e-9 && number(actual) - number(expected) <= 1e-9)
                     : !same_text(expected, actual))
        fail_at(where, expected, actual);
}

/* ---------------------------------------------------------------- the documents */

static char *result_of(const char *path)
{
    rapport_report_options options = {.struct_size = sizeof options, .format = RAPPORT_JSON};
    rapport_buffer buffer = {0};
    rapport_model *model;
    rapport_assessment *assessment;
    rapport_result *result;
    rapport_error error;
    char *json = tk_file(path, NULL), *text;
    if (rapport_assessment_read(json, -1, NULL, NULL, NULL, &model, &assessment, &error))
        fail_msg("%s: %s: %s", path, error.path, error.message);
    assert_ok(rapport_result_create(NULL, &result));
    assert_ok(rapport_result_compute(result, assessment, NULL));
    assert_ok(rapport_report_write(result, &options, rapport_buffer_write, &buffer, NULL));
    text = malloc((size_t)buffer.needed + 1);
    assert_non_null(text);
    buffer = (rapport_buffer){text, buffer.needed + 1, 0};
    assert_ok(rapport_report_write(result, &options, rapport_buffer_write, &buffer, NULL));
    rapport_result_destroy(result);
    rapport_assessment_destroy(assessment);
    rapport_model_destroy(model);
    free(json);
    return text;
}

static void the_result_is_the_expected_one(void **state)
{
    const char *name = *state;
    char path[200];
    char *expected, *actual;
    snprintf(path, sizeof path, "tests/golden/%s.expected.json", name);
    expected = tk_file(path, NULL);
    snprintf(path, sizeof path, "tests/golden/%s.json", name);
    actual = result_of(path);
    compare(blanks(expected), blanks(actual), name);
    free(expected);
    free(actual);
}

#define GOLDEN(name)                                                                                                           \
    {                                                                                                                          \
        name, the_result_is_the_expected_one, NULL, NULL, name                                                                 \
    }

int main(void)
{
    static char worked[] = "worked", means[] = "means", together[] = "together", rules[] = "rules", withheld[] = "withheld",
                strict[] = "strict", measures[] = "measures";
    const struct CMUnitTest tests[] = {GOLDEN(worked),   GOLDEN(means),  GOLDEN(together), GOLDEN(rules),
                                       GOLDEN(withheld), GOLDEN(strict), GOLDEN(measures)};
    return cmocka_run_group_tests_name("golden", tests, NULL, NULL);
}
