/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "rapport/document.h"

#include "document_cases.h"

static const char good[] = "{ \"format\": \"rapport-candidates/1\", \"x\": [1],\n"
                           "  \"criteria\": [\n"
                           "    { \"id\": \"price\", \"weight\": 3, \"direction\": \"min\", \"x\": null,\n"
                           "      \"preference\": { \"function\": \"linear\", \"q\": 1, \"p\": 5 }, \"thresholds\": { \"q\": "
                           "2, \"p\": 6, \"v\": 20 },\n"
                           "      \"bounds\": [10, 90], \"ideal\": 11 },\n"
                           "    { \"id\": \"trust\", \"weight\": 2, \"direction\": \"max\", \"preference\": { \"function\": "
                           "\"gaussian\", \"s\": 4 } } ],\n"
                           "  \"candidates\": [\n"
                           "    { \"id\": \"a\", \"values\": [42, 75] },\n"
                           "    { \"id\": \"b\", \"values\": [{ \"low\": 35, \"high\": 38 }, null] } ],\n"
                           "  \"parameters\": { \"normalization\": \"vector\", \"lambda\": 0.25, \"x\": {} } }\n";

static rapport_candidates *read_good(const char *json)
{
    rapport_candidates *candidates;
    rapport_error error;
    rapport_status status = rapport_candidates_read(json, -1, NULL, &candidates, &error);
    if (status)
        fail_msg("%d at %u:%u, %s: %s\n%s", status, error.line, error.column, error.path, error.message, json);
    return candidates;
}

static void holds(const rapport_candidates *m, uint32_t candidate, uint32_t criterion, int32_t kind, double low, double high)
{
    rapport_candidates_value value = {.struct_size = sizeof value};
    assert_ok(rapport_candidates_get_value(m, candidate, criterion, &value));
    assert_true(value.kind == kind && value.low == low && value.high == high);
}

static void everything_is_read(void **state)
{
    (void)state;
    rapport_candidates *m = read_good(good);
    rapport_candidates_criterion c = {.struct_size = sizeof c};
    double number = 0;
    assert_int_equal(rapport_candidates_count_criteria(m), 2);
    assert_int_equal(rapport_candidates_count(m), 2);
    assert_int_equal(rapport_candidates_find_criterion(m, "trust"), 1);
    assert_string_equal(rapport_candidates_id(m, 1), "b");
    assert_ok(rapport_candidates_get_criterion(m, 0, &c));
    assert_true(c.weight == 3 && c.direction == RAPPORT_MINIMIZE && c.has == 31);
    assert_true(c.preference == RAPPORT_PREFER_LINEAR && c.preference_q == 1 && c.preference_p == 5);
    assert_true(c.indifference == 2 && c.strict == 6 && c.veto == 20);
    assert_true(c.lowest == 10 && c.highest == 90 && c.ideal == 11);
    assert_ok(rapport_candidates_get_criterion(m, 1, &c));
    assert_true(c.weight == 2 && c.direction == RAPPORT_MAXIMIZE && c.has == RAPPORT_HAS_PREFERENCE);
    assert_true(c.preference == RAPPORT_PREFER_GAUSSIAN && c.preference_s == 4);
    holds(m, 0, 0, RAPPORT_VALUE_NUMBER, 42, 42);
    holds(m, 0, 1, RAPPORT_VALUE_NUMBER, 75, 75);
    holds(m, 1, 0, RAPPORT_VALUE_INTERVAL, 35, 38);
    holds(m, 1, 1, RAPPORT_VALUE_MISSING, 0, 0);
    assert_int_equal(rapport_candidates_count_parameters(m), 2);
    assert_string_equal(rapport_candidates_get_text(m, "normalization"), "vector");
    assert_ok(rapport_candidates_get_number(m, "lambda", &number));
    assert_true(number == 0.25);
    rapport_candidates_destroy(m);
}

static void little_is_needed(void **state)
{
    (void)state;
    rapport_candidates *m = read_good("{\"candidates\":[],\"criteria\":[{\"id\":\"c\",\"thresholds\":{\"q\":3}}],"
                                      "\"format\":\"rapport-candidates/1\"}");
    rapport_candidates_criterion c = {.struct_size = sizeof c};
    assert_ok(rapport_candidates_get_criterion(m, 0, &c));
    assert_true(c.weight == 1 && c.direction == RAPPORT_MAXIMIZE && c.has == RAPPORT_HAS_THRESHOLDS);
    assert_true(c.indifference == 3 && c.strict == 3); /* p is at least q */
    assert_int_equal(rapport_candidates_count(m), 0);
    rapport_candidates_destroy(m);
}

static void what_the_format_forbids_is_refused_with_its_place(void **state)
{
    (void)state;
    static const bend bends[] = {
        {"rapport-candidates/1", "rapport-candidates/2", RAPPORT_BAD_DOCUMENT, "/format", "reads rapport-candidates/1"},
        {"\"criteria\": [", "@\"criterias\": [", RAPPORT_BAD_DOCUMENT, "/criterias", "did you mean \"criteria\"?"},
        {"\"id\": \"price\", ", "", RAPPORT_BAD_DOCUMENT, "/criteria/0", "\"id\" is missing"},
        {"\"id\": \"trust\"", "\"id\": @\"price\"", RAPPORT_DUPLICATE, "/criteria/1/id", "already"},
        {"\"id\": \"trust\"", "\"id\": @\"Trust\"", RAPPORT_BAD_VALUE, "/criteria/1/id", "no id"},
        {"\"weight\": 3", "\"weight\": @-3", RAPPORT_BAD_VALUE, "/criteria/0/weight", "from 1e-12 to 1e12, not -3"},
        {"\"weight\": 3", "\"weight\": @1e-13", RAPPORT_BAD_VALUE, "/criteria/0/weight", "not 1e-13"},
        {"\"weight\": 3", "@\"wieght\": 3", RAPPORT_BAD_DOCUMENT, "/criteria/0/wieght", "did you mean \"weight\"?"},
        {"\"min\"", "@\"mni\"", RAPPORT_BAD_VALUE, "/criteria/0/direction", "did you mean \"min\"?"},
        {"\"linear\"", "@\"linaer\"", RAPPORT_BAD_VALUE, "/criteria/0/preference/function", "did you mean \"linear\"?"},
        {"\"function\": \"linear\", ", "", RAPPORT_BAD_DOCUMENT, "/criteria/0/preference", "\"function\" is missing"},
        {"\"q\": 1, ", "", RAPPORT_BAD_DOCUMENT, "/criteria/0/preference", "needs q"},
        {", \"p\": 5 }", "}", RAPPORT_BAD_DOCUMENT, "/criteria/0/preference", "needs p"},
        {", \"s\": 4 }", "}", RAPPORT_BAD_DOCUMENT, "/criteria/1/preference", "needs s"},
        {"\"p\": 5", "\"p\": @1", RAPPORT_BAD_VALUE, "/criteria/0/preference/p", "above q"},
        {"\"s\": 4", "\"s\": @0", RAPPORT_BAD_VALUE, "/criteria/1/preference/s", "1e-100"},
        {"\"p\": 6", "\"p\": @1", RAPPORT_BAD_VALUE, "/criteria/0/thresholds/p", "at least q"},
        {"\"v\": 20", "\"v\": @5", RAPPORT_BAD_VALUE, "/criteria/0/thresholds/v", "at least p"},
        {"\"v\": 20", "@\"veto\": 20", RAPPORT_BAD_DOCUMENT, "/criteria/0/thresholds/veto", "known are q, p, v"},
        {"[10, 90]", "@[90, 10]", RAPPORT_BAD_VALUE, "/criteria/0/bounds", "rise"},
        {"[10, 90]", "@[10]", RAPPORT_BAD_VALUE, "/criteria/0/bounds", "two numbers"},
        {"[10, 90]", "@10", RAPPORT_BAD_DOCUMENT, "/criteria/0/bounds", "must be an array"},
        {"[10, 90]", "[10, @2e100]", RAPPORT_BAD_VALUE, "/criteria/0/bounds/1", "not 2e+100"},
        {"\"ideal\": 11", "\"ideal\": @9", RAPPORT_BAD_VALUE, "/criteria/0/ideal", "within the bounds"},
        {"\"id\": \"b\"", "\"id\": @\"a\"", RAPPORT_DUPLICATE, "/candidates/1/id", "already"},
        {"[42, 75]", "@[42]", RAPPORT_BAD_VALUE, "/candidates/0/values", "as criteria, 2, not 1"},
        {"42, 75", "42, 75, @7", RAPPORT_BAD_VALUE, "/candidates/0/values", "2, not 3"},
        {"42, 75", "42, @\"75\"", RAPPORT_BAD_DOCUMENT, "/candidates/0/values/1", "or null, not \"75\""},
        {"42, 75", "@1e101, 75", RAPPORT_BAD_VALUE, "/candidates/0/values/0", "not 1e+101"},
        {"\"high\": 38", "\"high\": @34", RAPPORT_BAD_VALUE, "/candidates/1/values/0/high", "above the upper"},
        {"\"high\": 38", "\"high\": @true", RAPPORT_BAD_DOCUMENT, "/candidates/1/values/0/high", "must be a number"},
        {", \"high\": 38", "", RAPPORT_BAD_DOCUMENT, "/candidates/1/values/0", "\"high\" is missing"},
        {"\"vector\"", "@true", RAPPORT_BAD_DOCUMENT, "/parameters/normalization", "a number or a string, not true"},
        {"\"vector\"", "@\"\"", RAPPORT_BAD_VALUE, "/parameters/normalization", "must not be empty"},
        {"\"lambda\": 0.25", "@\"Lambda\": 0.25", RAPPORT_BAD_VALUE, "/parameters/Lambda", "no id"},
        {"\"lambda\": 0.25", "\"lambda\": @1e101", RAPPORT_BAD_VALUE, "/parameters/lambda", "not 1e+101"},
        {"\"x\": {} } }", "\"x\": {} } } @}", RAPPORT_BAD_SYNTAX, "", ""},
    };
    for (size_t i = 0; i < COUNT(bends); i++) {
        bent made = bend_text(good, bends[i].old, bends[i].new);
        rapport_candidates *candidates;
        rapport_error error;
        rapport_status status = rapport_candidates_read(made.text, -1, NULL, &candidates, &error);
        assert_null(candidates);
        if (strstr(bends[i].new, "@7")) /* the array is the culprit */
            made.line = 0;
        expect_error(&bends[i], &made, status, &error);
        assert_int_equal(rapport_candidates_read(made.text, -1, NULL, &candidates, NULL), status);
        free(made.text);
    }
}

/* Each key, and each place of a list, with a value of another type. */
static void another_type_is_refused_at_each_place(void **state)
{
    static const bend bends[] = {
        {"\"rapport-candidates/1\"", "@7", RAPPORT_BAD_DOCUMENT, "/format", ""},
        {"\"id\": \"price\"", "\"id\": @7", RAPPORT_BAD_DOCUMENT, "/criteria/0/id", "must be a string"},
        {"\"weight\": 3", "\"weight\": @\"3\"", RAPPORT_BAD_DOCUMENT, "/criteria/0/weight", "must be a number"},
        {"\"min\"", "@0", RAPPORT_BAD_DOCUMENT, "/criteria/0/direction", "must be a string"},
        {"{ \"function\": \"linear\", \"q\": 1, \"p\": 5 }", "@7", RAPPORT_BAD_DOCUMENT, "/criteria/0/preference",
         "must be an object"},
        {"\"linear\"", "@5", RAPPORT_BAD_DOCUMENT, "/criteria/0/preference/function", "must be a string"},
        {"\"q\": 1", "\"q\": @\"1\"", RAPPORT_BAD_DOCUMENT, "/criteria/0/preference/q", "must be a number"},
        {"\"p\": 5", "\"p\": @null", RAPPORT_BAD_DOCUMENT, "/criteria/0/preference/p", "must be a number"},
        {"\"s\": 4", "\"s\": @[]", RAPPORT_BAD_DOCUMENT, "/criteria/1/preference/s", "must be a number"},
        {"{ \"q\": 2, \"p\": 6, \"v\": 20 }", "@[]", RAPPORT_BAD_DOCUMENT, "/criteria/0/thresholds", "must be an object"},
        {"\"q\": 2", "\"q\": @\"2\"", RAPPORT_BAD_DOCUMENT, "/criteria/0/thresholds/q", "must be a number"},
        {"\"p\": 6", "\"p\": @true", RAPPORT_BAD_DOCUMENT, "/criteria/0/thresholds/p", "must be a number"},
        {"\"v\": 20", "\"v\": @{}", RAPPORT_BAD_DOCUMENT, "/criteria/0/thresholds/v", "must be a number"},
        {"[10, 90]", "[@\"10\", 90]", RAPPORT_BAD_DOCUMENT, "/criteria/0/bounds/0", "must be a number"},
        {"[10, 90]", "[10, @null]", RAPPORT_BAD_DOCUMENT, "/criteria/0/bounds/1", "must be a number"},
        {"\"ideal\": 11", "\"ideal\": @\"11\"", RAPPORT_BAD_DOCUMENT, "/criteria/0/ideal", "must be a number"},
        {"\"x\": null", "\"weight_bounds\": @7", RAPPORT_BAD_DOCUMENT, "/criteria/0/weight_bounds", "must be an array"},
        {"\"x\": null", "\"weight_bounds\": @[0]", RAPPORT_BAD_VALUE, "/criteria/0/weight_bounds", "two numbers"},
        {"\"x\": null", "\"weight_bounds\": [0, @\"1\"]", RAPPORT_BAD_DOCUMENT, "/criteria/0/weight_bounds/1",
         "must be a number"},
        {"\"x\": null", "\"weight_bounds\": [0, @1.5]", RAPPORT_BAD_VALUE, "/criteria/0/weight_bounds/1", "not 1.5"},
        {"\"x\": null", "\"importance\": @\"1\"", RAPPORT_BAD_DOCUMENT, "/criteria/0/importance", "must be a number"},
        {"\"x\": null", "\"importance\": @1.5", RAPPORT_BAD_VALUE, "/criteria/0/importance", "whole number"},
        {"\"x\": null", "\"importance\": @4097", RAPPORT_BAD_VALUE, "/criteria/0/importance", "not 4097"},
        {"{ \"id\": \"a\", \"values\": [42, 75] }", "@7", RAPPORT_BAD_DOCUMENT, "/candidates/0", "must be an object"},
        {"\"id\": \"b\"", "\"id\": @7", RAPPORT_BAD_DOCUMENT, "/candidates/1/id", "must be a string"},
        {"\"values\": [42, 75]", "\"values\": @{}", RAPPORT_BAD_DOCUMENT, "/candidates/0/values", "must be an array"},
        {"\"low\": 35", "\"low\": @null", RAPPORT_BAD_DOCUMENT, "/candidates/1/values/0/low", "must be a number"},
        {"\"low\": 35, ", "", RAPPORT_BAD_DOCUMENT, "/candidates/1/values/0", "\"low\" is missing"},
        {"\"criteria\": [", "@\"level\": 1, \"criteria\": [", RAPPORT_BAD_DOCUMENT, "/level", "goes with assessments"},
    };
    rapport_candidates *m;
    rapport_error error;
    (void)state;
    for (size_t i = 0; i < COUNT(bends); i++) {
        bent made = bend_text(good, bends[i].old, bends[i].new);
        rapport_status status = rapport_candidates_read(made.text, -1, NULL, &m, &error);
        assert_null(m);
        expect_error(&bends[i], &made, status, &error);
        free(made.text);
    }
    assert_int_equal(rapport_candidates_read("{\"format\":\"rapport-candidates/1\",\"model\":\"m.json\",\"assessments\":7}", -1,
                                             NULL, &m, &error),
                     RAPPORT_BAD_DOCUMENT);
    assert_string_equal(error.path, "/assessments");
    assert_int_equal(rapport_candidates_read("{\"format\":\"rapport-candidates/1\",\"model\":\"m.json\",\"assessments\":[7]}",
                                             -1, NULL, &m, &error),
                     RAPPORT_BAD_DOCUMENT);
    assert_string_equal(error.path, "/assessments/0");
    assert_int_equal(
        rapport_candidates_read("{\"format\":\"rapport-candidates/1\",\"model\":\"m.json\",\"assessments\":[{\"file\":7}]}", -1,
                                NULL, &m, &error),
        RAPPORT_BAD_DOCUMENT);
    assert_string_equal(error.path, "/assessments/0/file");
    assert_int_equal(rapport_candidates_read("{\"format\":\"rapport-candidates/1\",\"model\":\"m.json\",\"assessments\":[{}]}",
                                             -1, NULL, &m, &error),
                     RAPPORT_BAD_DOCUMENT);
    assert_string_equal(error.path, "/assessments/0");
    assert_int_equal(
        rapport_candidates_read(
            "{\"format\":\"rapport-candidates/1\",\"model\":\"m.json\",\"assessments\":[{\"file\":\"a\",\"id\":7}]}", -1, NULL,
            &m, &error),
        RAPPORT_BAD_DOCUMENT);
    assert_string_equal(error.path, "/assessments/0/id");
    assert_int_equal(
        rapport_candidates_read("{\"format\":\"rapport-candidates/1\",\"model\":7,\"assessments\":[]}", -1, NULL, &m, &error),
        RAPPORT_BAD_DOCUMENT);
    assert_string_equal(error.path, "/model");
    assert_int_equal(
        rapport_candidates_read("{\"format\":\"rapport-candidates/1\",\"model\":\"m.json\",\"assessments\":[],\"level\":\"1\"}",
                                -1, NULL, &m, &error),
        RAPPORT_BAD_DOCUMENT);
    assert_string_equal(error.path, "/level");
    assert_int_equal(
        rapport_candidates_read("{\"format\":\"rapport-candidates/1\",\"model\":\"m.json\",\"assessments\":[],\"level\":33}",
                                -1, NULL, &m, &error),
        RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/level");
    assert_int_equal(
        rapport_candidates_read("{\"format\":\"rapport-candidates/1\",\"model\":\"m.json\",\"assessments\":[],\"criteria\":[]}",
                                -1, NULL, &m, &error),
        RAPPORT_BAD_DOCUMENT);
    assert_string_equal(error.path, "/criteria");
}

static void there_must_be_criteria_and_lists(void **state)
{
    (void)state;
    static const struct {
        const char *json, *path;
        rapport_status status;
    } cases[] = {
        {"[1]", "", RAPPORT_BAD_DOCUMENT},
        {"{\"format\":\"rapport-candidates/1\"}", "", RAPPORT_BAD_DOCUMENT},
        {"{\"format\":\"rapport-candidates/1\",\"criteria\":[],\"candidates\":[]}", "/criteria", RAPPORT_BAD_VALUE},
        {"{\"format\":\"rapport-candidates/1\",\"criteria\":{},\"candidates\":[]}", "/criteria", RAPPORT_BAD_DOCUMENT},
        {"{\"format\":\"rapport-candidates/1\",\"criteria\":[1],\"candidates\":[]}", "/criteria/0", RAPPORT_BAD_DOCUMENT},
        {"{\"format\":\"rapport-candidates/1\",\"criteria\":[{\"id\":\"a\"}],\"candidates\":{}}", "/candidates",
         RAPPORT_BAD_DOCUMENT},
        {"{\"format\":\"rapport-candidates/1\",\"criteria\":[{\"id\":\"a\"}],\"candidates\":[{\"id\":\"a\",\"values\":1}]}",
         "/candidates/0/values", RAPPORT_BAD_DOCUMENT},
        {"{\"format\":\"rapport-candidates/1\",\"criteria\":[{\"id\":\"a\"}],\"candidates\":[],\"parameters\":[]}",
         "/parameters", RAPPORT_BAD_DOCUMENT},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        rapport_candidates *candidates;
        rapport_error error;
        assert_int_equal(rapport_candidates_read(cases[i].json, -1, NULL, &candidates, &error), cases[i].status);
        assert_string_equal(error.path, cases[i].path);
    }
}

/* So many criteria, or parameters, in a document. */
static rapport_status read_many(int criteria, int parameters, rapport_error *error)
{
    char *json = malloc(200 + 16 * (size_t)(criteria + parameters)), *at = json;
    rapport_candidates *candidates;
    at += sprintf(at, "{\"format\":\"rapport-candidates/1\",\"candidates\":[],\"criteria\":[");
    for (int i = 0; i < criteria; i++)
        at += sprintf(at, "%s{\"id\":\"c%d\"}", i ? "," : "", i);
    at += sprintf(at, "],\"parameters\":{");
    for (int i = 0; i < parameters; i++)
        at += sprintf(at, "%s\"p%d\":%d", i ? "," : "", i, i);
    strcpy(at, "}}");
    rapport_status status = rapport_candidates_read(json, -1, NULL, &candidates, error);
    rapport_candidates_destroy(candidates);
    free(json);
    return status;
}

static void there_is_a_most_of_criteria_and_parameters(void **state)
{
    (void)state;
    rapport_error error;
    assert_ok(read_many(RAPPORT_MAX_CRITERIA, RAPPORT_MAX_PARAMETERS, &error));
    assert_int_equal(read_many(RAPPORT_MAX_CRITERIA + 1, 0, &error), RAPPORT_LIMIT);
    assert_string_equal(error.path, "/criteria");
    assert_int_equal(read_many(1, RAPPORT_MAX_PARAMETERS + 1, &error), RAPPORT_LIMIT);
    assert_string_equal(error.path, "/parameters/p256");
}

static void arguments_are_checked(void **state)
{
    (void)state;
    rapport_candidates *candidates = (rapport_candidates *)1;
    rapport_error error;
    assert_int_equal(rapport_candidates_read(good, -1, NULL, NULL, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_candidates_read(NULL, -1, NULL, &candidates, &error), RAPPORT_BAD_ARGUMENT);
    assert_null(candidates);
    assert_int_equal(error.status, RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_candidates_read(good, (int64_t)strlen(good), NULL, &candidates, NULL));
    rapport_candidates_destroy(candidates);
}

static rapport_status read_with(const rapport_allocator *memory)
{
    rapport_candidates *candidates;
    rapport_status status = rapport_candidates_read(good, -1, memory, &candidates, NULL);
    assert_true((status != RAPPORT_OK) == (candidates == NULL));
    rapport_candidates_destroy(candidates);
    return status;
}

static void want_of_memory_is_survived(void **state)
{
    (void)state;
    assert_in_range(tk_exhaust_memory(read_with), 12, 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(another_type_is_refused_at_each_place),
        cmocka_unit_test(everything_is_read),
        cmocka_unit_test(little_is_needed),
        cmocka_unit_test(what_the_format_forbids_is_refused_with_its_place),
        cmocka_unit_test(there_must_be_criteria_and_lists),
        cmocka_unit_test(there_is_a_most_of_criteria_and_parameters),
        cmocka_unit_test(arguments_are_checked),
        cmocka_unit_test(want_of_memory_is_survived),
    };
    return cmocka_run_group_tests_name("candidates_read", tests, NULL, NULL);
}
