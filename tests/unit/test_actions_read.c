/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "rapport/report.h"

#include "document_cases.h"

static const char good[] =
    "{ \"format\": \"rapport-actions/1\", \"budget\": 30.5,\n"
    "  \"phases\": [ {\"id\": \"one\", \"capacity\": 20}, {\"id\": \"two\", \"capacity\": 1e300, \"x\": 1} ],\n"
    "  \"actions\": [\n"
    "    {\"id\": \"a\", \"title\": \"Déjà vu\", \"cost\": 5, \"effects\": {\"trust\": {\"points\": 10, \"party\": \"ours\"}, "
    "\"x\": 7}},\n"
    "    {\"id\": \"b\", \"cost\": 0, \"requires\": [\"a\"], \"phase\": \"two\",\n"
    "     \"effects\": {\"integrity\": [{\"levels\": 1}, {\"to_level\": 4, \"party\": \"theirs\"}]}},\n"
    "    {\"id\": \"c\", \"cost\": 1e-6, \"excludes\": [\"b\"] } ], \"x\": [] }\n";

typedef struct desk {
    rapport_model *model;
    rapport_assessment *assessment;
} desk;

static desk open_desk(void)
{
    desk d;
    char *text = tk_file("examples/data/worked-example.json", NULL);
    assert_ok(rapport_assessment_read(text, -1, NULL, NULL, NULL, &d.model, &d.assessment, NULL));
    free(text);
    return d;
}

static void close_desk(desk *d)
{
    rapport_assessment_destroy(d->assessment);
    rapport_model_destroy(d->model);
}

static void everything_is_read(void **state)
{
    desk d = open_desk();
    rapport_actions *actions;
    rapport_error error;
    double budget;
    (void)state;
    if (rapport_actions_read(good, -1, d.assessment, NULL, &actions, &error))
        fail_msg("%s: %s", error.path, error.message);
    assert_int_equal(rapport_actions_count(actions), 3);
    assert_int_equal(rapport_actions_count_phases(actions), 2);
    assert_ok(rapport_actions_get_budget(actions, &budget));
    assert_close(budget, 30.5, 0);
    assert_string_equal(rapport_actions_title(actions, 0), "D\xc3\xa9j\xc3\xa0 vu");
    assert_string_equal(rapport_actions_title(actions, 1), "b");
    assert_string_equal(rapport_actions_id(actions, 2), "c");
    assert_string_equal(rapport_actions_phase_id(actions, 1), "two");
    rapport_actions_destroy(actions);
    assert_ok(
        rapport_actions_read("{\"format\":\"rapport-actions/1\",\"actions\":[]}", -1, d.assessment, NULL, &actions, NULL));
    assert_int_equal(rapport_actions_count(actions), 0);
    assert_int_equal(rapport_actions_get_budget(actions, &budget), RAPPORT_UNDEFINED);
    rapport_actions_destroy(actions);
    close_desk(&d);
}

static void what_is_wrong_is_said_with_its_place(void **state)
{
    static const bend bends[] = {
        {"rapport-actions/1", "rapport-action/1", RAPPORT_BAD_DOCUMENT, "/format", "rapport-actions/1"},
        {"\"budget\": 30.5", "\"budget\": @-1", RAPPORT_BAD_VALUE, "/budget", "budget must be 0 or 1e-6 to 1e300, not -1"},
        {"\"budget\": 30.5", "\"budget\": @\"30\"", RAPPORT_BAD_DOCUMENT, "/budget", "number"},
        {"\"budget\"", "@\"bugdet\"", RAPPORT_BAD_DOCUMENT, "/bugdet", "did you mean \"budget\"?"},
        {"\"capacity\": 20", "\"capacity\": @1e-7", RAPPORT_BAD_VALUE, "/phases/0/capacity", "1e-7"},
        {"{\"id\": \"two\"", "{\"id\": @\"one\"", RAPPORT_DUPLICATE, "/phases/1/id", "taken"},
        {"\"cost\": 5", "\"cost\": @1e301", RAPPORT_BAD_VALUE, "/actions/0/cost", "1e+301"},
        {"\"cost\": 5, ", "", RAPPORT_BAD_DOCUMENT, "/actions/0", "\"cost\" is missing"},
        {"{\"id\": \"c\"", "{\"id\": @\"a\"", RAPPORT_DUPLICATE, "/actions/2/id", "taken"},
        {"\"trust\": {", "@\"turst\": {", RAPPORT_NOT_FOUND, "/actions/0/effects/turst", "did you mean \"trust\"?"},
        {"\"trust\": {", "@\"trust-and-honesty\": {", RAPPORT_BAD_VALUE, "/actions/0/effects/trust-and-honesty", "is a group"},
        {"\"party\": \"ours\"", "\"party\": @\"our\"", RAPPORT_NOT_FOUND, "/actions/0/effects/trust/party",
         "there is no party \"our\"; did you mean \"ours\"?"},
        {"\"points\": 10", "\"points\": @0", RAPPORT_BAD_VALUE, "/actions/0/effects/trust/points", "above 0"},
        {"\"points\": 10", "\"points\": @100.5", RAPPORT_BAD_VALUE, "/actions/0/effects/trust/points", "100"},
        {"\"points\": 10", "\"points\": 10, \"levels\": 1", RAPPORT_BAD_DOCUMENT, "/actions/0/effects/trust", "exactly one"},
        {"\"points\": 10, ", "", RAPPORT_BAD_DOCUMENT, "/actions/0/effects/trust", "exactly one"},
        {"\"points\": 10", "@\"piont\": 10", RAPPORT_BAD_DOCUMENT, "/actions/0/effects/trust/piont",
         "did you mean \"points\"?"},
        {"\"levels\": 1", "\"levels\": @1.5", RAPPORT_BAD_VALUE, "/actions/1/effects/integrity/0/levels", "whole"},
        {"\"to_level\": 4", "\"to_level\": @6", RAPPORT_BAD_VALUE, "/actions/1/effects/integrity/1/to_level", "level"},
        {"\"to_level\": 4", "\"to_level\": @\"top\"", RAPPORT_BAD_VALUE, "/actions/1/effects/integrity/1/to_level", "\"top\""},
        {"\"requires\": [\"a\"]", "\"requires\": [@\"aa\"]", RAPPORT_NOT_FOUND, "/actions/1/requires/0",
         "there is no action \"aa\""},
        {"\"requires\": [\"a\"]", "\"requires\": [@\"b\"]", RAPPORT_BAD_VALUE, "/actions/1/requires/0", "itself"},
        {"\"requires\": [\"a\"]", "\"requires\": @\"a\"", RAPPORT_BAD_DOCUMENT, "/actions/1/requires", "array"},
        {"\"excludes\": [\"b\"]", "\"excludes\": [@\"c\"]", RAPPORT_BAD_VALUE, "/actions/2/excludes/0", "itself"},
        {"\"phase\": \"two\"", "\"phase\": @\"tow\"", RAPPORT_NOT_FOUND, "/actions/1/phase", "did you mean \"two\"?"},
        {"\"title\": \"D", "\"title\": @\"\", \"x\": \"D", RAPPORT_BAD_VALUE, "/actions/0/title", "title"},
        {"\"cost\": 5,", "\"cost\": 5, \"requires\": @[\"b\"],", RAPPORT_BAD_VALUE, "/actions/0/requires",
         "actions require each other in a circle: a > b > a"},
    };
    desk d = open_desk();
    rapport_actions *actions;
    rapport_error error;
    (void)state;
    for (size_t i = 0; i < COUNT(bends); i++) {
        bent made = bend_text(good, bends[i].old, bends[i].new);
        rapport_status status = rapport_actions_read(made.text, -1, d.assessment, NULL, &actions, &error);
        expect_error(&bends[i], &made, status, &error);
        assert_null(actions);
        free(made.text);
    }
    assert_int_equal(rapport_actions_read("[", -1, d.assessment, NULL, &actions, &error), RAPPORT_BAD_SYNTAX);
    assert_int_equal(rapport_actions_read(good, -1, NULL, NULL, &actions, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_actions_read(good, -1, d.assessment, NULL, NULL, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_actions_read(NULL, -1, d.assessment, NULL, &actions, &error), RAPPORT_BAD_ARGUMENT);
    close_desk(&d);
}

/* Each key, and each place of a list, with a value of another type. */
static void another_type_is_refused_at_each_place(void **state)
{
    static const bend bends[] = {
        {"\"rapport-actions/1\"", "@7", RAPPORT_BAD_DOCUMENT, "/format", ""},
        {"[ {\"id\": \"one\", \"capacity\": 20}, {\"id\": \"two\", \"capacity\": 1e300, \"x\": 1} ]", "@{}",
         RAPPORT_BAD_DOCUMENT, "/phases", "must be an array"},
        {"{\"id\": \"one\", \"capacity\": 20}", "@7", RAPPORT_BAD_DOCUMENT, "/phases/0", "must be an object"},
        {"{\"id\": \"one\"", "{\"id\": @1", RAPPORT_BAD_DOCUMENT, "/phases/0/id", "must be a string"},
        {"{\"id\": \"one\"", "{\"id\": @\"One\"", RAPPORT_BAD_VALUE, "/phases/0/id", "no id"},
        {"\"capacity\": 20", "\"capacity\": @null", RAPPORT_BAD_DOCUMENT, "/phases/0/capacity", "must be a number"},
        {", \"capacity\": 20", "", RAPPORT_BAD_DOCUMENT, "/phases/0", "\"capacity\" is missing"},
        {"{\"id\": \"c\", \"cost\": 1e-6, \"excludes\": [\"b\"] }", "@[]", RAPPORT_BAD_DOCUMENT, "/actions/2",
         "must be an object"},
        {"{\"id\": \"c\"", "{\"id\": @null", RAPPORT_BAD_DOCUMENT, "/actions/2/id", "must be a string"},
        {"\"Déjà vu\"", "@7", RAPPORT_BAD_DOCUMENT, "/actions/0/title", "must be a string"},
        {"\"cost\": 5", "\"cost\": @false", RAPPORT_BAD_DOCUMENT, "/actions/0/cost", "must be a number"},
        {"{\"trust\": {\"points\": 10, \"party\": \"ours\"}, \"x\": 7}", "@[]", RAPPORT_BAD_DOCUMENT, "/actions/0/effects",
         "must be an object"},
        {"{\"points\": 10, \"party\": \"ours\"}", "@7", RAPPORT_BAD_DOCUMENT, "/actions/0/effects/trust", "must be an object"},
        {"\"points\": 10", "\"points\": @\"10\"", RAPPORT_BAD_DOCUMENT, "/actions/0/effects/trust/points", "must be a number"},
        {"\"party\": \"ours\"", "\"party\": @0", RAPPORT_BAD_DOCUMENT, "/actions/0/effects/trust/party", "must be a string"},
        {"{\"levels\": 1}", "@null", RAPPORT_BAD_DOCUMENT, "/actions/1/effects/integrity/0", "must be an object"},
        {"\"levels\": 1", "\"levels\": @true", RAPPORT_BAD_DOCUMENT, "/actions/1/effects/integrity/0/levels",
         "must be a number"},
        {"\"to_level\": 4", "\"to_level\": @[]", RAPPORT_BAD_VALUE, "/actions/1/effects/integrity/1/to_level",
         "number or id of a level"},
        {"\"to_level\": 4", "\"to_level\": @0", RAPPORT_BAD_VALUE, "/actions/1/effects/integrity/1/to_level",
         "number or id of a level"},
        {"[\"a\"]", "[@7]", RAPPORT_BAD_DOCUMENT, "/actions/1/requires/0", "must be a string"},
        {"\"phase\": \"two\"", "\"phase\": @2", RAPPORT_BAD_DOCUMENT, "/actions/1/phase", "must be a string"},
        {"[\"b\"]", "@{}", RAPPORT_BAD_DOCUMENT, "/actions/2/excludes", "must be an array"},
        {"[\"b\"]", "[@null]", RAPPORT_BAD_DOCUMENT, "/actions/2/excludes/0", "must be a string"},
    };
    desk d = open_desk();
    rapport_actions *actions;
    rapport_error error;
    (void)state;
    for (size_t i = 0; i < COUNT(bends); i++) {
        bent made = bend_text(good, bends[i].old, bends[i].new);
        rapport_status status = rapport_actions_read(made.text, -1, d.assessment, NULL, &actions, &error);
        assert_null(actions);
        expect_error(&bends[i], &made, status, &error);
        free(made.text);
    }
    assert_int_equal(
        rapport_actions_read("{\"format\":\"rapport-actions/1\",\"actions\":{}}", -1, d.assessment, NULL, &actions, &error),
        RAPPORT_BAD_DOCUMENT);
    assert_string_equal(error.path, "/actions");
    assert_int_equal(
        rapport_actions_read("{\"format\":\"rapport-actions/1\",\"actions\":[7]}", -1, d.assessment, NULL, &actions, &error),
        RAPPORT_BAD_DOCUMENT);
    assert_string_equal(error.path, "/actions/0");
    assert_int_equal(rapport_actions_read("7", -1, d.assessment, NULL, &actions, &error), RAPPORT_BAD_DOCUMENT);
    assert_string_equal(error.path, "");
    assert_int_equal(rapport_actions_read("{\"format\":\"rapport-actions/1\"}", -1, d.assessment, NULL, &actions, &error),
                     RAPPORT_BAD_DOCUMENT);
    assert_string_equal(error.path, "");
    close_desk(&d);
}

static desk at_hand;

static rapport_status read_anew(const rapport_allocator *memory)
{
    rapport_actions *actions;
    rapport_status status = rapport_actions_read(good, -1, at_hand.assessment, memory, &actions, NULL);
    rapport_actions_destroy(actions);
    return status;
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    at_hand = open_desk();
    assert_true(tk_exhaust_memory(read_anew) > 5);
    close_desk(&at_hand);
}

/* ---------------------------------------------------------------- what comes out */

typedef struct page {
    char text[20000];
    int64_t length, room;
} page;

static int32_t take(void *user, const char *text, int64_t length)
{
    page *p = user;
    if (p->length + length > p->room)
        return 1;
    memcpy(p->text + p->length, text, (size_t)length);
    p->length += length;
    p->text[p->length] = '\0';
    return 0;
}

/* With 25 for trust on their side, 75 on ours, min: their answer decides. Trust is 7 of 100: 25 points more are 1.75 of 53.125.
 */
static void a_plan_is_written_as_text_and_as_json(void **state)
{
    static const char document[] =
        "{\"format\":\"rapport-actions/1\",\"actions\":[{\"id\":\"talk\",\"title\":\"Talk \\u001b[31m openly\",\"cost\":2,"
        "\"effects\":{\"trust\":{\"levels\":1}}},{\"id\":\"dear\",\"cost\":1000,\"effects\":{\"trust\":{\"points\":1}}}]}";
    desk d = open_desk();
    rapport_result *result;
    rapport_actions *actions;
    rapport_plan *plan;
    rapport_plan_options options = {.struct_size = sizeof options, .has_budget = 1, .budget = 10};
    rapport_report_options report = {.struct_size = sizeof report, .format = RAPPORT_TEXT, .ascii = 1};
    static page whole, part;
    (void)state;
    assert_ok(rapport_result_create(NULL, &result));
    assert_ok(rapport_result_compute(result, d.assessment, NULL));
    assert_ok(rapport_actions_read(document, -1, d.assessment, NULL, &actions, NULL));
    assert_ok(rapport_plan_compute(result, actions, &options, NULL, &plan, NULL));
    whole.room = sizeof whole.text - 1;
    assert_ok(rapport_plan_write(plan, &report, take, &whole, NULL));
    assert_non_null(strstr(whole.text, "  Now           53.1 Transactional\n"
                                       "  With the plan 54.9 Transactional\n"
                                       "  Cost          2.00 of 10.00\n"
                                       "  Proof         no plan reaches more\n"
                                       "  Gates removed Trust weak\n"));
    assert_non_null(strstr(whole.text, "1000  over the budget\n"));
    assert_null(strchr(whole.text, '\x1b'));
    for (int32_t format = RAPPORT_TEXT; format <= RAPPORT_JSON; format++) {
        report.format = format;
        whole.length = 0;
        assert_ok(rapport_plan_write(plan, &report, take, &whole, NULL));
        for (part.room = 0; part.room < whole.length; part.room += 97) {
            part.length = 0;
            assert_int_equal(rapport_plan_write(plan, &report, take, &part, NULL), RAPPORT_WRITE_FAILED);
        }
    }
    assert_non_null(strstr(whole.text, "\"cost\": 2, \"gain\": 1.75"));
    assert_non_null(strstr(whole.text, "\"gates\": [\n    {\"id\": \"weak-trust\", \"before\": \"breached\", \"after\": "
                                       "\"passed\"}\n  ]"));
    report.format = 2;
    assert_int_equal(rapport_plan_write(plan, &report, take, &whole, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_plan_write(NULL, NULL, take, &whole, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_plan_write(plan, NULL, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    rapport_plan_destroy(plan);
    rapport_actions_destroy(actions);
    rapport_result_destroy(result);
    close_desk(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(another_type_is_refused_at_each_place), cmocka_unit_test(everything_is_read),
        cmocka_unit_test(what_is_wrong_is_said_with_its_place),  cmocka_unit_test(memory_may_run_out_anywhere),
        cmocka_unit_test(a_plan_is_written_as_text_and_as_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
