/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "rapport/document.h"
#include "rapport/report.h"

#include "document_cases.h"

static const char good[] =
    "{ \"format\": \"rapport-scorecard/1\", \"x\": 1,\n"
    "  \"scorecard\": {\"doctype\": \"Supplier Scorecard\", \"name\": \"Harbour\", \"owner\": [{}], \"supplier\": \"Harbour "
    "Ltd\",\n"
    "    \"supplier_score\": \"79.5\", \"status\": \"Fair\", \"weighting_function\": \"{total_score}\",\n"
    "    \"standings\": [{\"standing_name\": \"Fair\", \"min_grade\": null, \"max_grade\": 100, \"prevent_pos\": 1}],\n"
    "    \"criteria\": [{\"criteria_name\": \"a\", \"weight\": 60, \"max_score\": 10}, {\"criteria_name\": \"b\", \"weight\": "
    "40.0}]},\n"
    "  \"periods\": [\n"
    "    {\"name\": \"P1\", \"end_date\": \"2026-01-31\", \"docstatus\": 1, \"scorecard\": \"Harbour\", \"total_score\": 6.5,\n"
    "     \"criteria\": [{\"criteria_name\": \"a\", \"weight\": 60, \"formula\": \"{v} / 2\", \"score\": 4.5},\n"
    "                    {\"criteria_name\": \"b\", \"weight\": 40, \"score\": 3}],\n"
    "     \"variables\": [{\"param_name\": \"v\", \"value\": 9}, {\"param_name\": \"w\"}]},\n"
    "    {\"end_date\": \"2026-02-28\", \"docstatus\": 0, \"criteria\": []} ] }\n";

static void everything_is_read(void **state)
{
    rapport_scorecard *card;
    rapport_scorecard_outcome out = {.struct_size = sizeof out};
    rapport_scorecard_criterion criterion = {.struct_size = sizeof criterion};
    rapport_error error;
    (void)state;
    if (rapport_scorecard_read(good, -1, NULL, &card, &error))
        fail_msg("%u:%u %s: %s", error.line, error.column, error.path, error.message);
    assert_string_equal(rapport_scorecard_supplier(card), "Harbour Ltd");
    assert_string_equal(rapport_scorecard_status(card), "Fair");
    assert_int_equal(rapport_scorecard_count_standings(card), 1);
    assert_int_equal(rapport_scorecard_count_periods(card), 2);
    assert_int_equal(rapport_scorecard_count_criteria(card, RAPPORT_NONE), 2);
    assert_string_equal(rapport_scorecard_period_name(card, 0), "P1");
    assert_string_equal(rapport_scorecard_period_name(card, 1), "2026-02-28"); /* for want of another */
    assert_string_equal(rapport_scorecard_variable_name(card, 0, 1), "w");
    assert_int_equal(rapport_scorecard_compute(card, NULL), RAPPORT_OK);
    assert_int_equal(rapport_scorecard_get_outcome(card, RAPPORT_ERPNEXT, &out), RAPPORT_OK);
    assert_same_bits(out.score, 6.5);
    assert_int_equal(rapport_scorecard_get_criterion(card, 0, 0, &criterion), RAPPORT_OK);
    assert_same_bits(criterion.max_score, 10); /* of the scorecard's own criterion */
    assert_same_bits(criterion.our_points, 45);
    assert_int_equal(rapport_scorecard_get_criterion(card, 0, 1, &criterion), RAPPORT_OK);
    assert_same_bits(criterion.max_score, 100); /* ERPNext's default */
    assert_same_bits(criterion.stored_score, 3);
    rapport_scorecard_destroy(card);
}

static void a_wrong_place_is_named(void **state)
{
    static const bend bends[] = {
        {"\"rapport-scorecard/1\"", "@\"rapport-model/1\"", RAPPORT_BAD_DOCUMENT, "/format", "format must be"},
        {"\"name\": \"Harbour\", \"owner\": [{}], \"supplier\": \"Harbour Ltd\"", "\"owner\": 1", RAPPORT_BAD_DOCUMENT,
         "/scorecard", "\"supplier\" is missing"},
        {"\"x\": 1", "@\"perods\": []", RAPPORT_BAD_DOCUMENT, "/perods", "did you mean \"periods\""},
        {"\"name\": \"Harbour\", ", "\"name\": @7, ", RAPPORT_BAD_DOCUMENT, "/scorecard/name", "name must be a string"},
        {"\"79.5\"", "@\"79,5\"", RAPPORT_BAD_VALUE, "/scorecard/supplier_score", "must be a number"},
        {"\"79.5\"", "@true", RAPPORT_BAD_DOCUMENT, "/scorecard/supplier_score", "must be a string"},
        {"\"{total_score}\"", "@\"{total_score} +\"", RAPPORT_BAD_VALUE, "/scorecard/weighting_function", "ends too early"},
        {"\"{total_score}\"", "@\"sum({total_score})\"", RAPPORT_BAD_VALUE, "/scorecard/weighting_function", "\"sum(1)\""},
        {"\"max_grade\": 100", "\"max_grade\": @\"100\"", RAPPORT_BAD_DOCUMENT, "/scorecard/standings/0/max_grade", "a number"},
        {"{\"standing_name\": \"Fair\", ", "@{", RAPPORT_BAD_DOCUMENT, "/scorecard/standings/0",
         "\"standing_name\" is missing"},
        {"\"weight\": 40.0", "\"weight\": @-1", RAPPORT_BAD_VALUE, "/scorecard/criteria/1/weight", "0 or a number"},
        {"\"end_date\": \"2026-01-31\"", "\"end_date\": @\"2026-13-31\"", RAPPORT_BAD_VALUE, "/periods/0/end_date", "a day"},
        {"\"docstatus\": 1", "\"docstatus\": @3", RAPPORT_BAD_VALUE, "/periods/0/docstatus", "a whole number from 0 to 2"},
        {"\"scorecard\": \"Harbour\"", "\"scorecard\": @\"Quay\"", RAPPORT_BAD_VALUE, "/periods/0/scorecard", "belongs to"},
        {"\"total_score\": 6.5", "\"total_score\": @\"6.5\"", RAPPORT_BAD_DOCUMENT, "/periods/0/total_score", "a number"},
        {"\"{v} / 2\"", "@\"{v} / [2]\"", RAPPORT_BAD_VALUE, "/periods/0/criteria/0/formula", "\"[2]\""},
        {"\"param_name\": \"w\"", "\"param_name\": @\"w w\"", RAPPORT_BAD_VALUE, "/periods/0/variables/1", "letters, digits"},
        {"\"value\": 9", "\"value\": @\"9\"", RAPPORT_BAD_DOCUMENT, "/periods/0/variables/0/value", "a number"},
        {"\"docstatus\": 0, \"criteria\": []", "\"criteria\": @{}", RAPPORT_BAD_DOCUMENT, "/periods/1/criteria", "an array"},
        {"{\"end_date\": \"2026-02-28\", \"docstatus\": 0, \"criteria\": []}", "@null", RAPPORT_BAD_DOCUMENT, "/periods/1",
         "object"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(bends); i++) {
        rapport_scorecard *card = (rapport_scorecard *)&card;
        rapport_error error = {0};
        bent made = bend_text(good, bends[i].old, bends[i].new);
        rapport_status status = rapport_scorecard_read(made.text, -1, NULL, &card, &error);
        if (!strcmp(bends[i].path, "/periods/0/variables/1"))
            made.line = 0; /* the whole row is to blame */
        expect_error(&bends[i], &made, status, &error);
        assert_null(card);
        free(made.text);
    }
}

static void bad_arguments_are_refused(void **state)
{
    rapport_scorecard *card = (rapport_scorecard *)&card;
    (void)state;
    assert_int_equal(rapport_scorecard_read(NULL, 0, NULL, &card, NULL), RAPPORT_BAD_ARGUMENT);
    assert_null(card);
    assert_int_equal(rapport_scorecard_read(good, -1, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scorecard_read("[", -1, NULL, &card, NULL), RAPPORT_BAD_SYNTAX);
    assert_int_equal(rapport_scorecard_read("[]", -1, NULL, &card, NULL), RAPPORT_BAD_DOCUMENT);
}

/* Both reports of a document, one after the other. */
static char *written(const char *path, int32_t arithmetic, int32_t format, int32_t ascii)
{
    int64_t length;
    char *json = tk_file(path, &length), *text;
    rapport_scorecard *card;
    rapport_report_options options = {.struct_size = sizeof options, .format = format, .ascii = ascii};
    rapport_buffer buffer = {0};
    assert_int_equal(rapport_scorecard_read(json, length, NULL, &card, NULL), RAPPORT_OK);
    assert_int_equal(rapport_scorecard_write(card, arithmetic, &options, rapport_buffer_write, &buffer, NULL),
                     RAPPORT_BAD_ARGUMENT); /* not computed */
    assert_int_equal(rapport_scorecard_compute(card, NULL), RAPPORT_OK);
    assert_int_equal(rapport_scorecard_write(card, 2, &options, rapport_buffer_write, &buffer, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scorecard_write(card, 0, &options, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scorecard_write(NULL, 0, &options, rapport_buffer_write, &buffer, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_scorecard_write(card, arithmetic, &options, rapport_buffer_write, &buffer, NULL), RAPPORT_OK);
    text = malloc((size_t)buffer.needed + 1);
    buffer = (rapport_buffer){text, buffer.needed + 1, 0};
    assert_int_equal(rapport_scorecard_write(card, arithmetic, &options, rapport_buffer_write, &buffer, NULL), RAPPORT_OK);
    rapport_scorecard_destroy(card);
    free(json);
    return text;
}

static void the_chosen_arithmetic_comes_first(void **state)
{
    char *ours = written("examples/data/scorecard.json", RAPPORT_OURS, RAPPORT_TEXT, 1);
    char *theirs = written("examples/data/scorecard.json", RAPPORT_ERPNEXT, RAPPORT_TEXT, 1);
    (void)state;
    assert_non_null(strstr(ours, "in our arithmetic\n\n  Score         95.1, Excellent\n  Bounds        93.0 to 95.3"));
    assert_non_null(strstr(ours, "  In ERPNext    83.6, Excellent\n"));
    assert_non_null(
        strstr(theirs, "in ERPNext's arithmetic\n\n  Score         83.6, Excellent\n  Ours          95.1, Excellent\n"));
    assert_non_null(strstr(ours, "draft: does not count\n"));
    assert_non_null(strstr(ours, "PU-SSP-2026-00003, Answers to requests, rfq_response_days: 10 in ERPNext\n"));
    for (const char *at = ours; *at; at += strcspn(at, "\n") + 1)
        assert_true(strcspn(at, "\n") <= 80);
    free(ours);
    free(theirs);
}

static void the_json_has_every_number(void **state)
{
    char *json = written("examples/data/scorecard.json", RAPPORT_ERPNEXT, RAPPORT_JSON, 0);
    (void)state;
    assert_non_null(strstr(json, "\"format\": \"rapport-scorecard-result/1\""));
    assert_non_null(strstr(json, "\"arithmetic\": \"erpnext\",\n  \"score\": 83.6,\n  \"standing\": \"Excellent\""));
    assert_non_null(strstr(json,
                           "{\"kind\": \"missing-variable\", \"period\": \"PU-SSP-2026-00003\", \"criterion\": \"Answers to "
                           "requests\", \"variable\": \"rfq_response_days\", \"erpnext\": 10, \"ours\": null, \"why\": \""));
    free(json);
}

static int32_t give_up(void *user, const char *text, int64_t length)
{
    (void)user;
    (void)text;
    return length > 0;
}

static void the_writer_may_give_up(void **state)
{
    int64_t length;
    char *json = tk_file("examples/data/scorecard.json", &length);
    rapport_scorecard *card;
    (void)state;
    assert_int_equal(rapport_scorecard_read(json, length, NULL, &card, NULL), RAPPORT_OK);
    assert_int_equal(rapport_scorecard_compute(card, NULL), RAPPORT_OK);
    for (int32_t format = RAPPORT_TEXT; format <= RAPPORT_JSON; format++) {
        rapport_report_options options = {.struct_size = sizeof options, .format = format};
        rapport_error error;
        assert_int_equal(rapport_scorecard_write(card, 0, &options, give_up, NULL, &error), RAPPORT_WRITE_FAILED);
    }
    rapport_scorecard_destroy(card);
    free(json);
}

static char *text_of(rapport_scorecard *card, int32_t arithmetic)
{
    char *text = calloc(1, 20000);
    rapport_buffer buffer = {text, 20000, 0};
    rapport_report_options options = {.struct_size = sizeof options, .ascii = 1};
    assert_int_equal(rapport_scorecard_compute(card, NULL), RAPPORT_OK);
    assert_int_equal(rapport_scorecard_write(card, arithmetic, &options, rapport_buffer_write, &buffer, NULL), RAPPORT_OK);
    assert_true(buffer.needed < 20000);
    return text;
}

static rapport_scorecard *empty_card(void)
{
    rapport_scorecard *card;
    assert_int_equal(rapport_scorecard_create("Harbour\x1b[31m", NULL, NULL, &card, NULL), RAPPORT_OK);
    assert_int_equal(rapport_scorecard_add_standing(card, "All", 0, 100, NULL), RAPPORT_OK);
    assert_int_equal(rapport_scorecard_add_criterion(card, RAPPORT_NONE, "a", 100, 100, NULL, NULL, NULL), RAPPORT_OK);
    return card;
}

static void add_period(rapport_scorecard *card, int32_t docstatus, const char *formula)
{
    uint32_t period;
    assert_int_equal(rapport_scorecard_add_period(card, "p", "2026-01-31", docstatus, &period, NULL), RAPPORT_OK);
    assert_int_equal(rapport_scorecard_add_variable(card, period, "v", 0, 0, NULL), RAPPORT_OK);
    assert_int_equal(rapport_scorecard_add_criterion(card, period, "a", 100, 100, formula, NULL, NULL), RAPPORT_OK);
}

static void a_report_says_what_is_not_there(void **state)
{
    rapport_scorecard *card = empty_card();
    char *text = text_of(card, RAPPORT_OURS);
    (void)state;
    assert_null(strchr(text, '\x1b')); /* text of users may not steer a terminal */
    assert_non_null(
        strstr(text, "  Score         none: nothing is known that has a weight\n  In ERPNext    100.0, no standing\n"));
    assert_null(strstr(text, "Periods"));
    free(text);
    text = text_of(card, RAPPORT_ERPNEXT);
    assert_non_null(strstr(text, "  Score         100.0, no standing\n  Ours          none: nothing is known"));
    free(text);
    add_period(card, 2, "50");
    add_period(card, 1, "1 / {v}");
    text = text_of(card, RAPPORT_ERPNEXT);
    assert_non_null(strstr(text, "  Score         refused: the formula cannot be solved with these variables:"));
    assert_non_null(strstr(text, "cancelled: does not count\n"));
    assert_non_null(strstr(text, "1.00       -          -       0 %\n")); /* neither has a number */
    free(text);
    rapport_scorecard_destroy(card);
}

static void a_reason_is_told_once_and_five_of_its_places(void **state)
{
    rapport_scorecard *card = empty_card();
    char *text;
    int places = 0;
    (void)state;
    for (int i = 0; i < 7; i++)
        add_period(card, 1, "{v} + 50");
    text = text_of(card, RAPPORT_OURS);
    for (const char *at = text; (at = strstr(at, "    p, a, v: 50 in ERPNext\n")); at++)
        places++;
    assert_int_equal(places, 5);
    assert_non_null(strstr(text, "    and 2 more\n"));
    free(text);
    rapport_scorecard_destroy(card);
}

static void where_nothing_differs_nothing_is_said(void **state)
{
    rapport_scorecard *card = empty_card();
    char *text;
    (void)state;
    add_period(card, 1, "50");
    text = text_of(card, RAPPORT_OURS);
    assert_null(strstr(text, "differ"));
    free(text);
    rapport_scorecard_destroy(card);
}

static void what_is_stored_may_be_a_number_or_nothing(void **state)
{
    static const char *const scores[] = {"79.5", "\"\"", "null", "\"79.5\""};
    (void)state;
    for (int i = 0; i < 4; i++) {
        char json[600];
        rapport_scorecard *card;
        int stored = 0;
        (void)snprintf(json, sizeof json,
                       "{\"format\":\"rapport-scorecard/1\",\"periods\":[],\"scorecard\":{\"name\":\"n\",\"status\":\"\","
                       "\"weighting_function\":\"\",\"supplier_score\":%s,\"standings\":[{\"standing_name\":\"s\","
                       "\"max_grade\":100}],\"criteria\":[{\"criteria_name\":\"a\",\"weight\":100,\"formula\":\"\"}]}}",
                       scores[i]);
        assert_int_equal(rapport_scorecard_read(json, -1, NULL, &card, NULL), RAPPORT_OK);
        assert_int_equal(rapport_scorecard_compute(card, NULL), RAPPORT_OK);
        assert_null(rapport_scorecard_status(card));
        assert_string_equal(rapport_scorecard_supplier(card), "n");
        for (uint32_t k = 0; k < rapport_scorecard_count_differences(card); k++) {
            rapport_scorecard_difference at = {.struct_size = sizeof at};
            assert_int_equal(rapport_scorecard_get_difference(card, k, &at), RAPPORT_OK);
            stored += at.kind == RAPPORT_DIFFERS_STORED_SUPPLIER; /* 79.5, where without history it is 100 */
        }
        assert_int_equal(stored, i == 0 || i == 3);
        rapport_scorecard_destroy(card);
    }
}

static rapport_status read_it(const rapport_allocator *memory)
{
    rapport_scorecard *card;
    rapport_status status = rapport_scorecard_read(good, -1, memory, &card, NULL);
    rapport_scorecard_destroy(card);
    return status;
}

static void no_memory_is_an_ordinary_status(void **state)
{
    (void)state;
    assert_true(tk_exhaust_memory(read_it) > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_read),
        cmocka_unit_test(a_wrong_place_is_named),
        cmocka_unit_test(bad_arguments_are_refused),
        cmocka_unit_test(the_chosen_arithmetic_comes_first),
        cmocka_unit_test(the_json_has_every_number),
        cmocka_unit_test(the_writer_may_give_up),
        cmocka_unit_test(a_report_says_what_is_not_there),
        cmocka_unit_test(a_reason_is_told_once_and_five_of_its_places),
        cmocka_unit_test(where_nothing_differs_nothing_is_said),
        cmocka_unit_test(what_is_stored_may_be_a_number_or_nothing),
        cmocka_unit_test(no_memory_is_an_ordinary_status),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
