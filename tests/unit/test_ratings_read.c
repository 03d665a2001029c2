/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "rapport/document.h"

#include "document_cases.h"

static const char good[] =
    "{ \"format\": \"rapport-ratings/1\", \"options\": 5, \"lowest\": 0, \"highest\": 8.5,\n"
    "  \"raters\": [\"anna\", \"bo\"], \"units\": [\"trust\", \"care\", \"price\"], \"x\": {\"any\": [null]},\n"
    "  \"ratings\": [ [4, 2.5, null],\n"
    "                 [7, 0, 8.25] ] }\n";

static rapport_ratings *read_good(const char *json)
{
    rapport_ratings *ratings;
    rapport_error error;
    rapport_status status = rapport_ratings_read(json, -1, NULL, &ratings, &error);
    if (status)
        fail_msg("%d at %u:%u, %s: %s\n%s", status, error.line, error.column, error.path, error.message, json);
    return ratings;
}

static void everything_is_read(void **state)
{
    (void)state;
    const double values[] = {4, 2.5, 0, 7, 0, 8.25};
    const uint8_t present[] = {1, 1, 0, 1, 1, 1};
    uint32_t options;
    double lowest, highest;
    rapport_ratings *ratings = read_good(good);
    assert_int_equal(rapport_ratings_count_raters(ratings), 2);
    assert_int_equal(rapport_ratings_count_units(ratings), 3);
    assert_memory_equal(rapport_ratings_values(ratings), values, sizeof values);
    assert_memory_equal(rapport_ratings_present(ratings), present, sizeof present);
    rapport_ratings_get_scale(ratings, &options, &lowest, &highest);
    assert_true(options == 5 && lowest == 0 && highest == 8.5);
    rapport_ratings_get_scale(ratings, NULL, NULL, NULL);
    assert_string_equal(rapport_ratings_rater_id(ratings, 1), "bo");
    assert_string_equal(rapport_ratings_unit_id(ratings, 2), "price");
    assert_null(rapport_ratings_rater_id(ratings, 2));
    assert_null(rapport_ratings_unit_id(ratings, 3));
    rapport_ratings_destroy(ratings);
    rapport_ratings_destroy(NULL);
}

static void little_is_needed(void **state)
{
    (void)state;
    uint32_t options = 7;
    double lowest = 7, highest = 7;
    rapport_ratings *ratings = read_good("{\"format\":\"rapport-ratings/1\",\"ratings\":[[-1e60],[1e-60],[1e60],[null]]}");
    assert_int_equal(rapport_ratings_count_raters(ratings), 4);
    assert_close(rapport_ratings_values(ratings)[1], 1e-60, 0);
    rapport_ratings_get_scale(ratings, &options, &lowest, &highest);
    assert_true(options == 0 && lowest == 0 && highest == 0);
    assert_null(rapport_ratings_rater_id(ratings, 0));
    assert_null(rapport_ratings_unit_id(ratings, 0));
    rapport_ratings_destroy(ratings);
}

static void a_table_may_be_empty(void **state)
{
    (void)state;
    const char *const empty[] = {"[]", "[[]]", "[[],[]]"};
    for (uint32_t i = 0; i < 3; i++) {
        char json[80];
        snprintf(json, sizeof json, "{\"format\":\"rapport-ratings/1\",\"units\":[],\"ratings\":%s}", empty[i]);
        rapport_ratings *ratings = read_good(json);
        assert_int_equal(rapport_ratings_count_raters(ratings), i);
        assert_int_equal(rapport_ratings_count_units(ratings), 0);
        assert_non_null(rapport_ratings_values(ratings));
        assert_non_null(rapport_ratings_present(ratings));
        rapport_ratings_destroy(ratings);
    }
}

static void what_the_format_forbids_is_refused_with_its_place(void **state)
{
    (void)state;
    static const bend bends[] = {
        {"rapport-ratings/1", "rapport-ratings/2", RAPPORT_BAD_DOCUMENT, "/format", "this library reads rapport-ratings/1"},
        {"\"rapport-ratings/1\"", "@\"rapport-model/1\"", RAPPORT_BAD_DOCUMENT, "/format", "format must be"},
        {"\"format\": \"rapport-ratings/1\", ", "", RAPPORT_BAD_DOCUMENT, "", "\"format\" is missing"},
        {"\"ratings\": [ [", "@\"rating\": [ [", RAPPORT_BAD_DOCUMENT, "/rating", "did you mean \"ratings\"?"},
        {"\"options\": 5", "\"options\": @1", RAPPORT_BAD_VALUE, "/options", "whole number from 2 to 1000000"},
        {"\"options\": 5", "\"options\": @1000001", RAPPORT_BAD_VALUE, "/options", "not 1000001"},
        {"\"options\": 5", "\"options\": @5.5", RAPPORT_BAD_VALUE, "/options", "not 5.5"},
        {"\"options\": 5", "\"options\": @null", RAPPORT_BAD_DOCUMENT, "/options", "must be a number"},
        {"\"lowest\": 0, ", "", RAPPORT_BAD_DOCUMENT, "", "stand together"},
        {", \"highest\": 8.5", "", RAPPORT_BAD_DOCUMENT, "", "stand together"},
        {"\"lowest\": 0", "@\"lovest\": 0", RAPPORT_BAD_DOCUMENT, "/lovest", "did you mean \"lowest\"?"},
        {"\"highest\": 8.5", "\"highest\": @0", RAPPORT_BAD_VALUE, "/highest", "above lowest"},
        {"\"highest\": 8.5", "\"highest\": @-1", RAPPORT_BAD_VALUE, "/highest", "above lowest"},
        {"\"highest\": 8.5", "\"highest\": @1e-61", RAPPORT_BAD_VALUE, "/highest", "nearer to 0"},
        {"\"lowest\": 0", "\"lowest\": -1e-61", RAPPORT_BAD_VALUE, "/highest", "nearer to 0"},
        {"\"highest\": 8.5", "\"highest\": @1.1e60", RAPPORT_BAD_VALUE, "/highest", "not 1.1e+60"},
        {"[7, 0, 8.25]", "@[7, 0]", RAPPORT_BAD_VALUE, "/ratings/1", "as the first one, 3, not 2"},
        {"[7, 0, 8.25]", "@[7, 0, 8.25, null]", RAPPORT_BAD_VALUE, "/ratings/1", "3, not 4"},
        {"[7, 0, 8.25]", "@7", RAPPORT_BAD_DOCUMENT, "/ratings/1", "must be an array"},
        {"[4, 2.5, null]", "@\"4\"", RAPPORT_BAD_DOCUMENT, "/ratings/0", "must be an array"},
        {"7, 0", "7, @\"n/a\"", RAPPORT_BAD_DOCUMENT, "/ratings/1/1", "must be a number"},
        {"7, 0", "@9, 0", RAPPORT_BAD_VALUE, "/ratings/1/0", "from 0 to 8.5, not 9"},
        {"7, 0", "@-1e-9, 0", RAPPORT_BAD_VALUE, "/ratings/1/0", "from 0 to 8.5"},
        {"7, 0", "@1e-61, 0", RAPPORT_BAD_VALUE, "/ratings/1/0", "0 or at least 1e-60"},
        {"[\"anna\", \"bo\"]", "@[\"anna\"]", RAPPORT_BAD_VALUE, "/raters", "as many ids as the table, 2"},
        {"[\"anna\", \"bo\"]", "[\"anna\", @\"anna\"]", RAPPORT_DUPLICATE, "/raters/1", "taken"},
        {"[\"anna\", \"bo\"]", "[\"anna\", @\"Bo\"]", RAPPORT_BAD_VALUE, "/raters/1", "no id"},
        {"[\"anna\", \"bo\"]", "@\"anna\"", RAPPORT_BAD_DOCUMENT, "/raters", "must be an array"},
        {"\"trust\", ", "", RAPPORT_BAD_VALUE, "/units", "as many ids as the table, 3"},
        {"\"trust\"", "@7", RAPPORT_BAD_DOCUMENT, "/units/0", "must be a string"},
        {"] ] }", "] ] } @}", RAPPORT_BAD_SYNTAX, "", ""},
    };
    for (size_t i = 0; i < COUNT(bends); i++) {
        bent made = bend_text(good, bends[i].old, bends[i].new);
        rapport_ratings *ratings;
        rapport_error error;
        rapport_status status = rapport_ratings_read(made.text, -1, NULL, &ratings, &error);
        assert_null(ratings);
        expect_error(&bends[i], &made, status, &error);
        assert_int_equal(rapport_ratings_read(made.text, -1, NULL, &ratings, NULL), status);
        free(made.text);
    }
    rapport_ratings *ratings;
    rapport_error error; /* of two problems the first one in the document */
    assert_int_equal(
        rapport_ratings_read("{\"format\":\"rapport-ratings/1\",\"raters\":[],\"ratings\":[[{}]]}", -1, NULL, &ratings, &error),
        RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/raters");
    assert_int_equal(rapport_ratings_read("[1]", -1, NULL, &ratings, &error), RAPPORT_BAD_DOCUMENT);
    assert_int_equal(rapport_ratings_read("{\"format\":\"rapport-ratings/1\",\"ratings\":{}}", -1, NULL, &ratings, &error),
                     RAPPORT_BAD_DOCUMENT);
    assert_string_equal(error.path, "/ratings");
}

static void there_is_a_most_of_ratings(void **state)
{
    (void)state;
    /* A first row of 8193, and 8192 rows in all: one row of ratings too many. The other rows need not be as long for that. */
    enum { SIDE = 8192 };
    char *json = malloc(64 + 2 * (SIDE + 1) + 3 * SIDE), *at = json;
    rapport_ratings *ratings;
    rapport_error error;
    assert_non_null(json);
    at += sprintf(at, "{\"format\":\"rapport-ratings/1\",\"ratings\":[[1");
    for (int i = 0; i < SIDE; i++)
        at += sprintf(at, ",1");
    at += sprintf(at, "]");
    for (int i = 1; i < SIDE; i++)
        at += sprintf(at, ",[]");
    strcpy(at, "]}");
    assert_int_equal(rapport_ratings_read(json, -1, NULL, &ratings, &error), RAPPORT_LIMIT);
    assert_string_equal(error.path, "/ratings");
    char *first = strstr(json, "[[1,1"); /* one less: now only the rows are too short */
    memmove(first + 2, first + 4, strlen(first + 4) + 1);
    assert_int_equal(rapport_ratings_read(json, -1, NULL, &ratings, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/ratings/1");
    free(json);
}

static void arguments_are_checked(void **state)
{
    (void)state;
    rapport_ratings *ratings = (rapport_ratings *)1;
    rapport_error error;
    assert_int_equal(rapport_ratings_read(good, -1, NULL, NULL, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_ratings_read(NULL, -1, NULL, &ratings, &error), RAPPORT_BAD_ARGUMENT);
    assert_null(ratings);
    assert_int_equal(error.status, RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_ratings_read(good, (int64_t)strlen(good), NULL, &ratings, NULL));
    rapport_ratings_destroy(ratings);
}

static rapport_status read_with(const rapport_allocator *memory)
{
    rapport_ratings *ratings;
    rapport_status status = rapport_ratings_read(good, -1, memory, &ratings, NULL);
    assert_true((status != RAPPORT_OK) == (ratings == NULL));
    rapport_ratings_destroy(ratings);
    return status;
}

static int columns;

static rapport_status read_row_with(const rapport_allocator *memory)
{
    static char json[16384];
    rapport_ratings *ratings;
    char *at = json + sprintf(json, "{\"format\":\"rapport-ratings/1\",\"ratings\":[[1");
    for (int i = 1; i < columns; i++)
        at += sprintf(at, ",1");
    at += sprintf(at, "]],\"units\":[\"u\"");
    for (int i = 1; i < columns; i++)
        at += sprintf(at, ",\"u%d\"", i);
    strcpy(at, "],\"raters\":[\"r\"]}");
    rapport_status status = rapport_ratings_read(json, -1, memory, &ratings, NULL);
    rapport_ratings_destroy(ratings);
    return status;
}

static void want_of_memory_is_survived(void **state)
{
    (void)state;
    assert_in_range(tk_exhaust_memory(read_with), 5, 1000);
    columns = 100; /* the ids do not fit into the first block */
    assert_in_range(tk_exhaust_memory(read_row_with), 5, 1000);
    columns = 900; /* nor does the mask */
    assert_in_range(tk_exhaust_memory(read_row_with), 5, 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_read),         cmocka_unit_test(little_is_needed),
        cmocka_unit_test(a_table_may_be_empty),       cmocka_unit_test(what_the_format_forbids_is_refused_with_its_place),
        cmocka_unit_test(there_is_a_most_of_ratings), cmocka_unit_test(arguments_are_checked),
        cmocka_unit_test(want_of_memory_is_survived),
    };
    return cmocka_run_group_tests_name("ratings", tests, NULL, NULL);
}
