/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "rapport/document.h"

#include "document_cases.h"

static const char good[] =
    "{ \"format\": \"rapport-judgements/1\", \"criteria\": [\"a\", \"b\", \"c\"], \"random_index\": \"saaty-2005\",\n"
    "  \"groups\": [ {\"id\": \"top\", \"members\": [\"low\", \"c\"]}, {\"id\": \"low\", \"members\": [\"a\"]} ],\n"
    "  \"combine\": \"judgements\", \"x\": 1, \"raters\": [\n"
    "    { \"id\": \"anna\", \"weight\": 2, \"points\": [5, 3, 2], \"swing\": [10, 20, 30], \"group_swing\": [1, 4],\n"
    "      \"ranks\": [1, 2, 2], \"pairwise\": [[1, 2, null], [0.5, 1, 3], [null, null, 1]],\n"
    "      \"best\": \"a\", \"worst\": 2, \"best_to_others\": [1, 2, 4.5], \"others_to_worst\": [4.5, 6, 1] },\n"
    "    { \"id\": \"bo\" } ] }\n";

static void everything_is_read(void **state)
{
    static const double matrix[] = {1, 2, 0, .5, 1, 3, 0, 0, 1}, groups[] = {1, 4};
    rapport_judgements *j;
    rapport_weights *w;
    int32_t random_index, combine;
    uint32_t count;
    (void)state;
    assert_ok(rapport_judgements_read(good, -1, NULL, &j, NULL));
    assert_int_equal(rapport_judgements_count_criteria(j), 3);
    assert_int_equal(rapport_judgements_count_groups(j), 2);
    assert_int_equal(rapport_judgements_count_raters(j), 2);
    rapport_judgements_get_choices(j, &random_index, &combine);
    assert_int_equal(random_index, RAPPORT_RANDOM_SAATY_2005);
    assert_int_equal(combine, RAPPORT_COMBINE_JUDGEMENTS);
    assert_memory_equal(rapport_judgements_row(j, 0, RAPPORT_JUDGED_PAIRWISE, &count), matrix, sizeof matrix);
    assert_int_equal(count, 9);
    assert_memory_equal(rapport_judgements_row(j, 0, RAPPORT_JUDGED_GROUP_SWING, NULL), groups, sizeof groups);
    assert_close(rapport_judgements_row(j, 0, RAPPORT_JUDGED_POINTS, NULL)[1], 3, 0);
    assert_close(rapport_judgements_row(j, 0, RAPPORT_JUDGED_SWING, NULL)[1], 20, 0);
    assert_close(rapport_judgements_row(j, 0, RAPPORT_JUDGED_RANKS, NULL)[2], 2, 0);
    assert_close(rapport_judgements_row(j, 0, RAPPORT_JUDGED_BEST_TO_OTHERS, NULL)[2], 4.5, 0);
    assert_close(rapport_judgements_row(j, 0, RAPPORT_JUDGED_OTHERS_TO_WORST, NULL)[1], 6, 0);
    for (int32_t kind = RAPPORT_JUDGED_POINTS; kind < RAPPORT_JUDGED_END; kind++)
        assert_null(rapport_judgements_row(j, 1, kind, NULL));
    rapport_judgements_destroy(j);
    /* The groups hold: b 20 against top 1 at the top, in it low 4 against c 30. */
    assert_ok(
        rapport_judgements_read("{\"format\":\"rapport-judgements/1\",\"criteria\":[\"a\",\"b\",\"c\"],\"swing\":[10,20,30],"
                                "\"group_swing\":[1,4],\"groups\":[{\"id\":\"top\",\"members\":[\"low\",\"c\"]},"
                                "{\"id\":\"low\",\"members\":[\"a\"]}]}",
                                -1, NULL, &j, NULL));
    assert_ok(rapport_weights_create(RAPPORT_WEIGHTS_SWING, j, NULL, NULL, &w, NULL));
    assert_close(rapport_weights_values(w)[0], 4 / 34.0 / 21, 1e-17);
    assert_close(rapport_weights_values(w)[1], 20 / 21.0, 2e-16);
    rapport_weights_destroy(w);
    rapport_judgements_destroy(j);
}

static void what_the_format_forbids_is_refused_with_its_place(void **state)
{
    static const bend bends[] = {
        {"rapport-judgements/1", "rapport-judgements/2", RAPPORT_BAD_DOCUMENT, "/format", "this library reads"},
        {"\"criteria\": [\"a\", \"b\", \"c\"]", "\"criteria\": @[]", RAPPORT_BAD_VALUE, "/criteria", "must not be empty"},
        {"\"criteria\": [\"a\", \"b\", \"c\"], ", "", RAPPORT_BAD_DOCUMENT, "", "\"criteria\" is missing"},
        {"[\"a\", \"b\", \"c\"]", "[\"a\", @\"a\", \"c\"]", RAPPORT_DUPLICATE, "/criteria/1", "already"},
        {"[\"a\", \"b\", \"c\"]", "[\"a\", @\"B\", \"c\"]", RAPPORT_BAD_VALUE, "/criteria/1", "no id"},
        {"\"saaty-2005\"", "@\"saaty\"", RAPPORT_BAD_VALUE, "/random_index", "saaty"},
        {"\"combine\": \"judgements\"", "\"combine\": @\"judgement\"", RAPPORT_BAD_VALUE, "/combine",
         "did you mean \"judgements\"?"},
        {"\"combine\"", "@\"combin\"", RAPPORT_BAD_DOCUMENT, "/combin", "did you mean \"combine\"?"},
        {"\"low\", \"c\"]", "\"low\", @\"d\"]", RAPPORT_NOT_FOUND, "/groups/0/members/1", "there is no"},
        {"[\"a\"]} ]", "[@\"c\"]} ]", RAPPORT_DUPLICATE, "/groups/1/members/0", "in a group already"},
        {"[\"a\"]} ]", "[@\"top\"]} ]", RAPPORT_BAD_VALUE, "/groups/1/members/0", "inside itself"},
        {"[\"a\"]} ]", "@[]} ]", RAPPORT_BAD_VALUE, "/groups/1/members", "must not be empty"},
        {"{\"id\": \"low\"", "{\"id\": @\"b\"", RAPPORT_DUPLICATE, "/groups/1/id", "already"},
        {"\"weight\": 2", "\"weight\": @0", RAPPORT_BAD_VALUE, "/raters/0/weight", "weight"},
        {"{ \"id\": \"bo\" }", "{ \"id\": @\"anna\" }", RAPPORT_DUPLICATE, "/raters/1/id", "already"},
        {"{ \"id\": \"bo\" }", "@{ }", RAPPORT_BAD_DOCUMENT, "/raters/1", "\"id\" is missing"},
        {"{ \"id\": \"bo\" }", "@7", RAPPORT_BAD_DOCUMENT, "/raters/1", "must be an object"},
        {"[5, 3, 2]", "@[5, 3]", RAPPORT_BAD_VALUE, "/raters/0/points", "as many numbers as there are criteria, 3, not 2"},
        {"[5, 3, 2]", "[5, @null, 2]", RAPPORT_BAD_DOCUMENT, "/raters/0/points/1", "must be a number"},
        {"[5, 3, 2]", "[5, 3, @-2]", RAPPORT_BAD_VALUE, "/raters/0/points/2", "points must be"},
        {"[1, 4]", "@[1]", RAPPORT_BAD_VALUE, "/raters/0/group_swing", "groups, 2, not 1"},
        {"[1, 2, 2]", "[1, 2, @4]", RAPPORT_BAD_VALUE, "/raters/0/ranks/2", "a rank must"},
        {"[0.5, 1, 3]", "[@0.6, 1, 3]", RAPPORT_BAD_VALUE, "/raters/0/pairwise/1/0", "reciprocal"},
        {"[0.5, 1, 3]", "[0.5, @2, 3]", RAPPORT_BAD_VALUE, "/raters/0/pairwise/1/1", "as itself"},
        {"[0.5, 1, 3]", "@[0.5, 1]", RAPPORT_BAD_VALUE, "/raters/0/pairwise/1", "criteria, 3, not 2"},
        {"[0.5, 1, 3]", "@3", RAPPORT_BAD_DOCUMENT, "/raters/0/pairwise/1", "must be an array"},
        {"[0.5, 1, 3], ", "", RAPPORT_BAD_VALUE, "/raters/0/pairwise", "criteria, 3, not 2"},
        {"\"best\": \"a\"", "\"best\": @\"d\"", RAPPORT_NOT_FOUND, "/raters/0/best", "id of a criterion"},
        {"\"best\": \"a\"", "\"best\": @3", RAPPORT_NOT_FOUND, "/raters/0/best", "not 3"},
        {"\"worst\": 2", "\"worst\": @0", RAPPORT_BAD_VALUE, "/raters/0/worst", "another one"},
        {"\"worst\": 2, ", "", RAPPORT_BAD_DOCUMENT, "/raters/0", "stand together"},
        {"[4.5, 6, 1]", "[4.5, @0.5, 1]", RAPPORT_BAD_VALUE, "/raters/0/others_to_worst/1", "1..1e9"},
        {"\"x\": 1", "@\"points\": [1, 2, 3]", RAPPORT_BAD_DOCUMENT, "/points", "either at the top or under"},
    };
    rapport_judgements *j;
    rapport_error error;
    (void)state;
    for (size_t i = 0; i < COUNT(bends); i++) {
        bent made = bend_text(good, bends[i].old, bends[i].new);
        rapport_status status = rapport_judgements_read(made.text, -1, NULL, &j, &error);
        assert_null(j);
        expect_error(&bends[i], &made, status, &error);
        assert_int_equal(rapport_judgements_read(made.text, -1, NULL, &j, NULL), status);
        free(made.text);
    }
    assert_int_equal(rapport_judgements_read("[1]", -1, NULL, &j, &error), RAPPORT_BAD_DOCUMENT);
    assert_int_equal(rapport_judgements_read("{", -1, NULL, &j, &error), RAPPORT_BAD_SYNTAX);
    assert_int_equal(rapport_judgements_read("{}", -1, NULL, NULL, &error), RAPPORT_BAD_ARGUMENT);
}

/* Each key, and each place of a list, with a value of another type. */
static void another_type_is_refused_at_each_place(void **state)
{
    static const bend bends[] = {
        {"\"rapport-judgements/1\"", "@7", RAPPORT_BAD_DOCUMENT, "/format", ""},
        {"[\"a\", \"b\", \"c\"]", "@{}", RAPPORT_BAD_DOCUMENT, "/criteria", "must be an array"},
        {"[\"a\", \"b\", \"c\"]", "[\"a\", @7, \"c\"]", RAPPORT_BAD_DOCUMENT, "/criteria/1", "must be a string"},
        {"\"saaty-2005\"", "@2005", RAPPORT_BAD_DOCUMENT, "/random_index", "must be a string"},
        {"\"combine\": \"judgements\"", "\"combine\": @1", RAPPORT_BAD_DOCUMENT, "/combine", "must be a string"},
        {"[ {\"id\": \"top\", \"members\": [\"low\", \"c\"]}, {\"id\": \"low\", \"members\": [\"a\"]} ]", "@7",
         RAPPORT_BAD_DOCUMENT, "/groups", "must be an array"},
        {"{\"id\": \"top\", \"members\": [\"low\", \"c\"]}", "@\"top\"", RAPPORT_BAD_DOCUMENT, "/groups/0",
         "must be an object"},
        {"{\"id\": \"top\"", "{\"id\": @7", RAPPORT_BAD_DOCUMENT, "/groups/0/id", "must be a string"},
        {"[\"low\", \"c\"]", "@\"low\"", RAPPORT_BAD_DOCUMENT, "/groups/0/members", "must be an array"},
        {"[\"low\", \"c\"]", "[\"low\", @{}]", RAPPORT_BAD_DOCUMENT, "/groups/0/members/1", "must be a string"},
        {", \"members\": [\"a\"]", "", RAPPORT_BAD_DOCUMENT, "/groups/1", "\"members\" is missing"},
        {"\"id\": \"anna\"", "\"id\": @7", RAPPORT_BAD_DOCUMENT, "/raters/0/id", "must be a string"},
        {"\"weight\": 2", "\"weight\": @\"2\"", RAPPORT_BAD_DOCUMENT, "/raters/0/weight", "must be a number"},
        {"[5, 3, 2]", "@7", RAPPORT_BAD_DOCUMENT, "/raters/0/points", "must be an array"},
        {"[5, 3, 2]", "[@\"5\", 3, 2]", RAPPORT_BAD_DOCUMENT, "/raters/0/points/0", "must be a number"},
        {"[10, 20, 30]", "@{}", RAPPORT_BAD_DOCUMENT, "/raters/0/swing", "must be an array"},
        {"[1, 4]", "@null", RAPPORT_BAD_DOCUMENT, "/raters/0/group_swing", "must be an array"},
        {"[1, 2, 2]", "@true", RAPPORT_BAD_DOCUMENT, "/raters/0/ranks", "must be an array"},
        {"[[1, 2, null], [0.5, 1, 3], [null, null, 1]]", "@7", RAPPORT_BAD_DOCUMENT, "/raters/0/pairwise", "must be an array"},
        {"[0.5, 1, 3]", "[0.5, @\"1\", 3]", RAPPORT_BAD_DOCUMENT, "/raters/0/pairwise/1/1", "must be a number"},
        {"[1, 2, 4.5]", "@\"a\"", RAPPORT_BAD_DOCUMENT, "/raters/0/best_to_others", "must be an array"},
        {"[4.5, 6, 1]", "@7", RAPPORT_BAD_DOCUMENT, "/raters/0/others_to_worst", "must be an array"},
        {"[4.5, 6, 1]", "[4.5, 6, @null]", RAPPORT_BAD_DOCUMENT, "/raters/0/others_to_worst/2", "must be a number"},
        {"\"best\": \"a\"", "\"best\": @true", RAPPORT_NOT_FOUND, "/raters/0/best", "id of a criterion"},
        {"\"worst\": 2", "\"worst\": @[]", RAPPORT_NOT_FOUND, "/raters/0/worst", "id of a criterion"},
    };
    rapport_judgements *j;
    rapport_error error;
    (void)state;
    for (size_t i = 0; i < COUNT(bends); i++) {
        bent made = bend_text(good, bends[i].old, bends[i].new);
        rapport_status status = rapport_judgements_read(made.text, -1, NULL, &j, &error);
        assert_null(j);
        expect_error(&bends[i], &made, status, &error);
        free(made.text);
    }
    assert_int_equal(rapport_judgements_read("{\"format\":\"rapport-judgements/1\",\"criteria\":[\"a\"],\"raters\":{}}", -1,
                                             NULL, &j, &error),
                     RAPPORT_BAD_DOCUMENT);
    assert_string_equal(error.path, "/raters");
    assert_int_equal(rapport_judgements_read("{\"format\":\"rapport-judgements/1\",\"criteria\":[\"a\"],\"points\":7}", -1,
                                             NULL, &j, &error),
                     RAPPORT_BAD_DOCUMENT);
    assert_string_equal(error.path, "/points");
    assert_int_equal(rapport_judgements_read("{\"format\":\"rapport-judgements/1\",\"criteria\":[\"a\"],\"best\":\"a\"}", -1,
                                             NULL, &j, &error),
                     RAPPORT_BAD_DOCUMENT);
    assert_string_equal(error.path, "");
}

static rapport_status one_reading(const rapport_allocator *memory)
{
    rapport_judgements *j;
    rapport_status status = rapport_judgements_read(good, -1, memory, &j, NULL);
    rapport_judgements_destroy(j);
    return status;
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    assert_true(tk_exhaust_memory(one_reading) > 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(another_type_is_refused_at_each_place),
        cmocka_unit_test(everything_is_read),
        cmocka_unit_test(what_the_format_forbids_is_refused_with_its_place),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
