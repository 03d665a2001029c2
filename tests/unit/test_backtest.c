/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Past scores against outcomes: the document, what it says, how it is written. */
#include <math.h>

#include "rapport/backtest.h"

#include "document_cases.h"
#include "report_kit.h"

/* Four partnerships. Scores 70 55 80 40 have the ranks 3 2 4 1, outcomes 3 1 2 0 have 4 2 3 1: Spearman 1 - 6 (1 + 0 + 1 + 0) /
 * (4 * 15) = .8; of six pairs one is the other way round, Kendall 4/6. From 2 on two are good, 70 and 80, and both are above 55
 * and 40: AUC 1. */
static const char good[] = "{ \"format\": \"rapport-outcomes/1\", \"partnerships\": [\"a\", \"b\", \"c\", \"d\"],\n"
                           "  \"scores\": [70, 55, 80, 40], \"outcomes\": [3, 1, 2, 0], \"good_from\": 2, \"x\": {} }\n";

static rapport_backtest *read_backtest(const char *json)
{
    rapport_backtest *b;
    rapport_error error;
    if (rapport_backtest_read(json, -1, NULL, &b, &error))
        fail_msg("%s: %s", error.path, error.message);
    return b;
}

static double value_of(const rapport_backtest *b, int32_t kind)
{
    rapport_correlation c = {.struct_size = sizeof c};
    assert_ok(rapport_backtest_get_correlation(b, kind, &c));
    assert_int_equal(c.kind, kind);
    assert_true(c.has_value);
    return c.value;
}

static void scores_are_held_against_outcomes(void **state)
{
    rapport_backtest *b = read_backtest(good);
    rapport_auc auc = {.struct_size = sizeof auc};
    (void)state;
    assert_int_equal(rapport_backtest_count(b), 4);
    assert_string_equal(rapport_backtest_id(b, 2), "c");
    assert_null(rapport_backtest_id(b, 4));
    assert_close(value_of(b, RAPPORT_CORRELATION_SPEARMAN), .8, 1e-15);
    assert_close(value_of(b, RAPPORT_CORRELATION_KENDALL), 4 / 6.0, 1e-15);
    assert_ok(rapport_backtest_get_auc(b, &auc));
    assert_close(auc.value, 1, 0);
    assert_int_equal(auc.good, 2);
    assert_int_equal(auc.bad, 2);
    rapport_backtest_destroy(b);
    rapport_backtest_destroy(NULL);
}

/* Good 71.5 83.9 66.4 77.1 80.3 55.6 against bad 48.2 39.7 62.8 58.9 69.2 44.1: above 6 6 5 6 6 3 of six, 32 of 36. tau-b is
 * (32 - 4) / sqrt(66 * 36). Good ones hold the ranks 9 12 7 10 11 4, 53 in all, bad ones 25: Pearson's r with a 0 or 1 is
 * (53/6 - 25/6) / 2 over sqrt(143/12). */
static void yes_and_no_are_outcomes(void **state)
{
    rapport_backtest *b =
        read_backtest("{\"format\":\"rapport-outcomes/1\",\"scores\":[71.5,48.2,83.9,66.4,39.7,77.1,62.8,80.3,"
                      "55.6,58.9,69.2,44.1],\"outcomes\":[true,false,true,true,false,true,false,true,true,"
                      "false,false,false]}");
    rapport_auc auc = {.struct_size = sizeof auc};
    double a = 32 / 36.0, q1 = a / (2 - a), q2 = 2 * a * a / (1 + a);
    (void)state;
    assert_null(rapport_backtest_id(b, 0));
    assert_close(value_of(b, RAPPORT_CORRELATION_KENDALL), 28 / sqrt(66 * 36), 1e-15);
    assert_close(value_of(b, RAPPORT_CORRELATION_SPEARMAN), 28 / 12.0 / sqrt(143 / 12.0), 1e-15);
    assert_ok(rapport_backtest_get_auc(b, &auc));
    assert_close(auc.value, a, 1e-15);
    assert_close(auc.standard_error, sqrt((a * (1 - a) + 5 * (q1 - a * a) + 5 * (q2 - a * a)) / 36),
                 1e-14); /* Hanley, McNeil */
    rapport_backtest_destroy(b);
}

static void what_does_not_exist_says_why(void **state)
{
    rapport_correlation c = {.struct_size = sizeof c};
    rapport_auc auc = {.struct_size = sizeof auc};
    rapport_backtest *b = read_backtest("{\"format\":\"rapport-outcomes/1\",\"scores\":[],\"outcomes\":[]}");
    (void)state;
    assert_int_equal(rapport_backtest_count(b), 0);
    assert_ok(rapport_backtest_get_correlation(b, RAPPORT_CORRELATION_KENDALL, &c));
    assert_int_equal(c.reason, RAPPORT_CORRELATION_TOO_FEW);
    assert_int_equal(rapport_backtest_get_auc(b, &auc), RAPPORT_NOT_FOUND); /* what is good is not said */
    assert_int_equal(rapport_backtest_get_auc(b, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_backtest_get_correlation(b, RAPPORT_CORRELATION_PEARSON, &c), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_backtest_get_correlation(b, RAPPORT_CORRELATION_KENDALL, NULL), RAPPORT_BAD_ARGUMENT);
    rapport_backtest_destroy(b);
    b = read_backtest("{\"format\":\"rapport-outcomes/1\",\"scores\":[1,2],\"outcomes\":[true,true]}");
    assert_ok(rapport_backtest_get_correlation(b, RAPPORT_CORRELATION_SPEARMAN, &c));
    assert_int_equal(c.reason, RAPPORT_CORRELATION_NO_VARIANCE);
    assert_ok(rapport_backtest_get_auc(b, &auc));
    assert_int_equal(auc.reason, RAPPORT_CORRELATION_ONE_OUTCOME);
    assert_false(auc.has_value);
    rapport_backtest_destroy(b);
}

static void what_the_format_forbids_is_refused_with_its_place(void **state)
{
    static const bend bends[] = {
        {"rapport-outcomes/1", "rapport-outcomes/2", RAPPORT_BAD_DOCUMENT, "/format", "this library reads"},
        {"\"scores\": [70, 55, 80, 40], ", "", RAPPORT_BAD_DOCUMENT, "", "\"scores\" is missing"},
        {"\"outcomes\": [3, 1, 2, 0], ", "", RAPPORT_BAD_DOCUMENT, "", "\"outcomes\" is missing"},
        {"[70, 55, 80, 40]", "@7", RAPPORT_BAD_DOCUMENT, "/scores", "must be an array"},
        {"[70, 55, 80, 40]", "[70, @null, 80, 40]", RAPPORT_BAD_DOCUMENT, "/scores/1", "must be a number"},
        {"[70, 55, 80, 40]", "[70, 55, @1e301, 40]", RAPPORT_BAD_VALUE, "/scores/2", "must be"},
        {"[3, 1, 2, 0]", "@[3, 1, 2]", RAPPORT_BAD_VALUE, "/outcomes", "one for each score, 4"},
        {"[3, 1, 2, 0]", "@{}", RAPPORT_BAD_DOCUMENT, "/outcomes", "must be an array"},
        {"[3, 1, 2, 0]", "[3, @true, 2, 0]", RAPPORT_BAD_DOCUMENT, "/outcomes/1", "must be a number"},
        {"[3, 1, 2, 0], \"good_from\": 2", "[true, false, @1, false]", RAPPORT_BAD_DOCUMENT, "/outcomes/2", "true or false"},
        {"[3, 1, 2, 0]", "[true, true, false, false]", RAPPORT_BAD_VALUE, "/good_from", "outcomes that are numbers"},
        {"\"good_from\": 2", "\"good_from\": @\"2\"", RAPPORT_BAD_DOCUMENT, "/good_from", "must be a number"},
        {"[\"a\", \"b\", \"c\", \"d\"]", "@[\"a\"]", RAPPORT_BAD_VALUE, "/partnerships", "one for each score, 4"},
        {"[\"a\", \"b\", \"c\", \"d\"]", "[\"a\", \"b\", @\"a\", \"d\"]", RAPPORT_DUPLICATE, "/partnerships/2", "is taken"},
        {"[\"a\", \"b\", \"c\", \"d\"]", "[\"a\", \"b\", @\"C\", \"d\"]", RAPPORT_BAD_VALUE, "/partnerships/2", "is no id"},
        {"\"good_from\"", "@\"god_from\"", RAPPORT_BAD_DOCUMENT, "/god_from", "did you mean \"good_from\"?"},
    };
    rapport_backtest *b;
    rapport_error error;
    (void)state;
    for (size_t i = 0; i < COUNT(bends); i++) {
        bent made = bend_text(good, bends[i].old, bends[i].new);
        rapport_status status = rapport_backtest_read(made.text, -1, NULL, &b, &error);
        assert_null(b);
        expect_error(&bends[i], &made, status, &error);
        free(made.text);
    }
    assert_int_equal(rapport_backtest_read("[1]", -1, NULL, &b, &error), RAPPORT_BAD_DOCUMENT);
    assert_int_equal(rapport_backtest_read("{", -1, NULL, &b, NULL), RAPPORT_BAD_SYNTAX);
    assert_int_equal(rapport_backtest_read(NULL, -1, NULL, &b, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_backtest_read("{}", -1, NULL, NULL, &error), RAPPORT_BAD_ARGUMENT);
}

static void expect(const char *json, int32_t format, const char *wanted)
{
    rapport_report_options options = {.struct_size = sizeof options, .format = format, .compact = 1, .ascii = 1};
    rapport_backtest *b = read_backtest(json);
    rk_paper paper = {.limit = SIZE_MAX};
    assert_ok(rapport_backtest_write(b, &options, rk_write, &paper, NULL));
    if (!strstr(paper.text, wanted))
        fail_msg("no\n%s\nin\n%s", wanted, paper.text);
    free(paper.text);
    rapport_backtest_destroy(b);
}

static void it_is_written_for_people_and_programs(void **state)
{
    (void)state;
    expect(good, RAPPORT_TEXT,
           "  From          4 partnerships, 2 good and 2 bad\n"
           "  Spearman      0.8000: how alike the orders of scores and outcomes are\n"
           "  Kendall       0.6667: of two, how much oftener the better had the higher score\n"
           "  AUC           1.0000, standard error 0.0000: how often a good one had the\n"
           "                higher score than a bad one\n"
           "  Reading       higher scores did go with good outcomes, beyond chance\n");
    expect(good, RAPPORT_JSON, "\"count\":4,\"spearman\":{\"value\":0.79999");
    expect(good, RAPPORT_JSON, "\"auc\":{\"value\":1,\"reason\":null,\"standard_error\":0,\"good\":2,\"bad\":2}");
    expect("{\"format\":\"rapport-outcomes/1\",\"scores\":[1,2],\"outcomes\":[true,true]}", RAPPORT_JSON,
           "\"kendall\":{\"value\":null,\"reason\":\"no-variance\"},"
           "\"auc\":{\"value\":null,\"reason\":\"one-outcome\",\"standard_error\":null,\"good\":2,\"bad\":0}");
    expect("{\"format\":\"rapport-outcomes/1\",\"scores\":[1],\"outcomes\":[2]}", RAPPORT_JSON, "\"auc\":null");
    expect("{\"format\":\"rapport-outcomes/1\",\"scores\":[1],\"outcomes\":[2]}", RAPPORT_TEXT,
           "  From          1 partnership\n"
           "  Spearman      undefined: there are fewer than two partnerships\n"
           "  Kendall       undefined: there are fewer than two partnerships\n"
           "  AUC           not asked: \"good_from\" would say which outcomes are good\n");
    expect("{\"format\":\"rapport-outcomes/1\",\"scores\":[1,2],\"outcomes\":[true,true]}", RAPPORT_TEXT,
           "  AUC           undefined: all came out well, or none did\n");
    /* 1 above 2 of the bad and below 1: A = 2/3, and chance may be that large. */
    expect("{\"format\":\"rapport-outcomes/1\",\"scores\":[3,1,2,4],\"outcomes\":[true,false,false,false]}", RAPPORT_TEXT,
           "  Reading       no more than chance could do");
    expect("{\"format\":\"rapport-outcomes/1\",\"scores\":[1,2,3,4],\"outcomes\":[true,true,false,false]}", RAPPORT_TEXT,
           "  Reading       higher scores went with bad outcomes, beyond chance\n");
}

static void every_byte_may_fail_to_be_written(void **state)
{
    rapport_backtest *b = read_backtest(good);
    (void)state;
    for (int32_t format = RAPPORT_TEXT; format <= RAPPORT_JSON; format++) {
        rapport_report_options options = {.struct_size = sizeof options, .format = format};
        rk_paper whole = {.limit = SIZE_MAX};
        assert_ok(rapport_backtest_write(b, &options, rk_write, &whole, NULL));
        for (size_t limit = 0, length = strlen(whole.text); limit < length; limit++) {
            rk_paper paper = {.limit = limit};
            assert_int_equal(rapport_backtest_write(b, &options, rk_write, &paper, NULL), RAPPORT_WRITE_FAILED);
            free(paper.text);
        }
        free(whole.text);
    }
    assert_int_equal(rapport_backtest_write(NULL, NULL, rk_write, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_backtest_write(b, NULL, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    rapport_backtest_destroy(b);
}

static rapport_status one_reading(const rapport_allocator *memory)
{
    rapport_backtest *b;
    rapport_status status = rapport_backtest_read(good, -1, memory, &b, NULL);
    rapport_backtest_destroy(b);
    return status;
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    assert_true(tk_exhaust_memory(one_reading) > 8);
}

/* Each key, and each place of a list, with a value of another type. */
static void another_type_is_refused_at_each_place(void **state)
{
    static const bend bends[] = {
        {"\"rapport-outcomes/1\"", "@7", RAPPORT_BAD_DOCUMENT, "/format", ""},
        {"[70, 55, 80, 40]", "[70, 55, @\"80\", 40]", RAPPORT_BAD_DOCUMENT, "/scores/2", "must be a number"},
        {"[3, 1, 2, 0]", "[3, 1, @\"2\", 0]", RAPPORT_BAD_DOCUMENT, "/outcomes/2", "must be a number"},
        {"\"good_from\": 2", "\"good_from\": @true", RAPPORT_BAD_DOCUMENT, "/good_from", "must be a number"},
        {"[\"a\", \"b\", \"c\", \"d\"]", "@{}", RAPPORT_BAD_DOCUMENT, "/partnerships", "must be an array"},
        {"[\"a\", \"b\", \"c\", \"d\"]", "[\"a\", @2, \"c\", \"d\"]", RAPPORT_BAD_DOCUMENT, "/partnerships/1",
         "must be a string"},
    };
    rapport_backtest *b;
    rapport_error error;
    (void)state;
    for (size_t i = 0; i < COUNT(bends); i++) {
        bent made = bend_text(good, bends[i].old, bends[i].new);
        rapport_status status = rapport_backtest_read(made.text, -1, NULL, &b, &error);
        assert_null(b);
        expect_error(&bends[i], &made, status, &error);
        free(made.text);
    }
    assert_int_equal(
        rapport_backtest_read("{\"format\":\"rapport-outcomes/1\",\"scores\":{},\"outcomes\":[]}", -1, NULL, &b, &error),
        RAPPORT_BAD_DOCUMENT);
    assert_string_equal(error.path, "/scores");
    assert_int_equal(
        rapport_backtest_read("{\"format\":\"rapport-outcomes/1\",\"scores\":[1],\"outcomes\":7}", -1, NULL, &b, &error),
        RAPPORT_BAD_DOCUMENT);
    assert_string_equal(error.path, "/outcomes");
    assert_int_equal(rapport_backtest_read("7", -1, NULL, &b, &error), RAPPORT_BAD_DOCUMENT);
    assert_string_equal(error.path, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(another_type_is_refused_at_each_place),
        cmocka_unit_test(scores_are_held_against_outcomes),
        cmocka_unit_test(yes_and_no_are_outcomes),
        cmocka_unit_test(what_does_not_exist_says_why),
        cmocka_unit_test(what_the_format_forbids_is_refused_with_its_place),
        cmocka_unit_test(it_is_written_for_people_and_programs),
        cmocka_unit_test(every_byte_may_fail_to_be_written),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
