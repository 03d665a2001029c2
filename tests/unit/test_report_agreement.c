/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* How indices of agreement are written. */
#include "report_kit.h"

#include <math.h>

static const double groups[] = {4, 2, 3, 5, 5, 3, 3, 4, 4, 2, 4, 5}; /* of the design: ICC(1) .75, ICC(1,k) .90 */

static rapport_agreement compute(int32_t index, const double *values, uint32_t raters, uint32_t units,
                                 rapport_agreement_options options)
{
    rapport_agreement out = {.struct_size = sizeof out};
    options.struct_size = sizeof options;
    assert_ok(rapport_agreement_compute(index, values, NULL, raters, units, &options, NULL, &out, NULL));
    return out;
}

static char *write_with(const rapport_agreement *a, const rapport_ratings *ratings, rapport_report_options options)
{
    rk_paper paper = {.limit = SIZE_MAX};
    options.struct_size = sizeof options;
    assert_ok(rapport_agreement_write(a, ratings, &options, rk_write, &paper, NULL));
    return paper.text;
}

static void expect(const rapport_agreement *a, const rapport_ratings *ratings, int32_t format, const char *text)
{
    char *written = write_with(a, ratings, (rapport_report_options){.format = format, .compact = format == RAPPORT_JSON});
    assert_string_equal(written, text);
    free(written);
}

static const rapport_agreement_options five = {.options = 5};

static void an_index_as_text(void **state)
{
    (void)state;
    rapport_agreement a = compute(RAPPORT_ICC1K, groups, 3, 4, five);
    expect(&a, NULL, RAPPORT_TEXT,
           "ICC(1,k)\n"
           "How reliable is the mean of a unit's raters, where each unit has raters of its\n"
           "own?\n"
           "  Value         0.9000\n"
           "  Reading       excellent: .90 or more (Koo and Li 2016)\n"
           "  Interval      0.4584 to 0.9931, confidence 0.95\n" /* 1 - 5.4160/10 and 1 - 1/(10 * 14.5399): tables of F */
           "  From          3 raters, 4 units, 12 ratings\n"
           "  Mean squares  units 3.3333, within units 0.3333\n"
           "  Test          F 10.0000 with 3 and 8 degrees of freedom\n");
}

static void units_have_numbers_or_names(void **state)
{
    (void)state;
    rapport_ratings *ratings;
    rapport_agreement a;
    assert_ok(rapport_ratings_read("{\"format\":\"rapport-ratings/1\",\"options\":5,\"units\":[\"care\",\"trust\"],"
                                   "\"ratings\":[[4,1],[4,1],[5,5],[3,5]]}",
                                   -1, NULL, &ratings, NULL));
    a = compute(RAPPORT_RWG, rapport_ratings_values(ratings), 4, 2, five); /* 2/3 and, below 0, 0 */
    expect(&a, ratings, RAPPORT_TEXT,
           "r_wg\n"
           "Do the raters of a unit agree more than raters at random would?\n"
           "  Value         0.3333\n"
           "  Reading       weak: above .30 (LeBreton and Senter 2008)\n"
           "  From          4 raters, 2 units, 8 ratings\n"
           "  Scale         5 response options\n"
           "  Variance      observed 3.0000, at random 2.0000\n"
           "  By unit       from 0.0000 for trust to 0.6667 for care\n"
           "  Note          1 unit differs more than at random and counts as 0\n");
    char *text = write_with(&a, NULL, (rapport_report_options){0});
    assert_non_null(strstr(text, "from 0.0000 for unit 2 to 0.6667 for unit 1\n"));
    free(text);
    rapport_ratings_destroy(ratings);
}

static void an_index_without_a_value_says_why(void **state)
{
    (void)state;
    rapport_agreement a = compute(RAPPORT_KENDALL, groups, 1, 4, five);
    expect(&a, NULL, RAPPORT_TEXT,
           "Kendall's W\n"
           "Do the raters put the units in the same order?\n"
           "  Value         undefined: fewer than two raters rated anything\n"
           "  There are     1 rater, 4 units, 4 ratings\n");
    expect(&a, NULL, RAPPORT_JSON,
           "{\"format\":\"rapport-agreement/1\",\"library\":\"0.1.0\",\"algorithm\":1,\"index\":\"kendall\","
           "\"value\":null,\"reason\":\"too-few-raters\",\"raters\":1,\"units\":4,\"ratings\":4,\"parameters\":{},"
           "\"chi_square\":null,\"df\":null}");
}

/* What comes behind the head of the document. */
static void expect_details(int32_t index, const double *values, uint32_t raters, uint32_t units,
                           rapport_agreement_options options, const char *details)
{
    rapport_agreement a = compute(index, values, raters, units, options);
    char *json = write_with(&a, NULL, (rapport_report_options){.format = RAPPORT_JSON, .compact = 1});
    char *at = strstr(json, "\"parameters\":");
    assert_non_null(at);
    assert_string_equal(at, details);
    free(json);
}

static void every_index_writes_what_it_came_from(void **state)
{
    (void)state;
    const double unit[] = {4, 4, 6, 2};                                          /* mean 4, s^2 = 8/3, mean distance 1 */
    const double wide[] = {2, 6, 2, 6};                                          /* more than at random */
    rapport_agreement_options range = {.options = 5, .lowest = 0, .highest = 8}; /* at random 64 * 6/(12 * 4) = 8 */
    expect_details(RAPPORT_RWG, unit, 4, 1, range,
                   "\"parameters\":{\"options\":5,\"lowest\":0,\"highest\":8,\"null_distribution\":\"uniform\"},"
                   "\"observed_variance\":2.6666666666666665,\"random_variance\":8,\"floored\":0,"
                   "\"least\":{\"unit\":0,\"id\":null,\"value\":0.6666666666666667},"
                   "\"greatest\":{\"unit\":0,\"id\":null,\"value\":0.6666666666666667}}");
    expect_details(RAPPORT_RWGJ, wide, 4, 1, five,
                   "\"parameters\":{\"options\":5,\"lowest\":null,\"highest\":null,\"null_distribution\":\"uniform\"},"
                   "\"observed_variance\":5.333333333333333,\"random_variance\":2,\"floored\":1}");
    expect_details(RAPPORT_AWG, wide, 4, 1, range, /* as far apart as 4 of 0 to 8 allows by half: 1 - 2 * 16/(4 * 16) */
                   "\"parameters\":{\"lowest\":0,\"highest\":8},\"observed_variance\":5.333333333333333,\"off_center\":0,"
                   "\"least\":{\"unit\":0,\"id\":null,\"value\":0.5},\"greatest\":{\"unit\":0,\"id\":null,\"value\":0.5}}");
    expect_details(RAPPORT_AD, unit, 4, 1, (rapport_agreement_options){.options = 6, .around = RAPPORT_AROUND_MEDIAN},
                   "\"parameters\":{\"around\":\"median\",\"options\":6},\"limit\":1,"
                   "\"least\":{\"unit\":0,\"id\":null,\"value\":1},\"greatest\":{\"unit\":0,\"id\":null,\"value\":1}}");
    expect_details(RAPPORT_AD, unit, 1, 4, (rapport_agreement_options){0},
                   "\"parameters\":{\"around\":\"mean\",\"options\":null},\"limit\":null,\"least\":null,\"greatest\":null}");
    const double same[] = {1, 1, 2, 2}; /* ranks 1.5 1.5, then 1.5 1.5: no order */
    expect_details(RAPPORT_KENDALL, same, 2, 2, five, "\"parameters\":{},\"chi_square\":null,\"df\":null}");
    const double order[] = {1, 2, 3, 5};
    expect_details(RAPPORT_KENDALL, order, 2, 2, five, "\"parameters\":{},\"chi_square\":2,\"df\":1}");
    const double labels[] = {1, 1, 1, 2}; /* a unit of 1 1 and one of 1 2: observed 2/4, expected 6/12 */
    expect_details(RAPPORT_KRIPPENDORFF, labels, 2, 2, (rapport_agreement_options){.metric = RAPPORT_NOMINAL},
                   "\"parameters\":{\"metric\":\"nominal\"},\"observed_disagreement\":0.5,\"expected_disagreement\":0.5}");
    const double parallel[] = {1, 2, 3, 2, 3, 4}; /* items 1 apart: no error, so no interval and no F */
    expect_details(RAPPORT_CRONBACH, parallel, 2, 3, five,
                   "\"parameters\":{\"confidence\":0.95},\"variance_of_items\":2,\"variance_of_sum\":4,\"interval\":null}");
    expect_details(RAPPORT_ICC3, parallel, 2, 3, five,
                   "\"parameters\":{\"confidence\":0.95},\"ms_units\":2,\"ms_within\":0.5,\"ms_raters\":1.5,\"ms_error\":0,"
                   "\"raters_per_unit\":2,\"f\":null,\"df1\":null,\"df2\":null,\"interval\":null}");
}

static void intervals_and_tests_are_written(void **state)
{
    (void)state;
    rapport_agreement a = compute(RAPPORT_ICC2, groups, 3, 4, (rapport_agreement_options){.confidence = 0.9});
    char *json = write_with(&a, NULL, (rapport_report_options){.format = RAPPORT_JSON});
    assert_non_null(strstr(json, "\"parameters\": {\"confidence\": 0.9},\n"));
    assert_non_null(strstr(json, "\"df1\": 3,\n  \"df2\": 6,\n"));
    assert_non_null(strstr(json, "\"interval\": [")); /* the numbers in it: tests/unit/test_agreement.c */
    assert_true(a.has & RAPPORT_HAS_INTERVAL);
    free(json);
    char *text = write_with(&a, NULL, (rapport_report_options){0});
    assert_non_null(strstr(text, ", confidence 0.9\n"));
    /* Raters' means 3.5 3.75 3.75 around 11/3: 4 (1/36 + 2/144)/2 = 1/12. Error (8/3 - 1/6)/6 = 5/12. */
    assert_non_null(strstr(text, "Mean squares  units 3.3333, within units 0.3333, raters 0.0833, error 0.4167\n"));
    free(text);
}

static void parameters_are_said(void **state)
{
    (void)state;
    const struct {
        int32_t index;
        rapport_agreement_options options;
        const char *line;
    } said[] = {{RAPPORT_KRIPPENDORFF, {.metric = RAPPORT_RATIO}, "  Metric        ratio\n"},
                {RAPPORT_KRIPPENDORFF, {.metric = RAPPORT_INTERVAL}, "  Metric        interval\n"},
                {RAPPORT_AD, {0}, "  Around        the mean\n"},
                {RAPPORT_AWG, {.options = 5}, "  Scale         from 1 to 5\n"},
                {RAPPORT_RWG, {.lowest = 0, .highest = 8.5}, "  Scale         from 0 to 8.5\n"},
                {RAPPORT_RWG, {.options = 5, .lowest = 0, .highest = 8}, "  Scale         5 response options from 0 to 8\n"},
                {RAPPORT_CRONBACH, {0}, "  Variance      of the items "},
                {RAPPORT_KENDALL, {0}, "  Test          chi-square "}};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        rapport_agreement a = compute(said[i].index, groups, 3, 4, said[i].options);
        char *text = write_with(&a, NULL, (rapport_report_options){0});
        if (!strstr(text, said[i].line))
            fail_msg("no \"%s\" in:\n%s", said[i].line, text);
        free(text);
    }
}

static void values_are_read_by_the_usual_bands(void **state)
{
    (void)state;
    const struct {
        int32_t index;
        double value;
        const char *reading;
    } bands[] = {{RAPPORT_RWG, 0, "lack of"},
                 {RAPPORT_RWG, .30, "lack of"},
                 {RAPPORT_RWG, .31, "weak"},
                 {RAPPORT_RWGJ, .50, "weak"},
                 {RAPPORT_RWGJ, .51, "moderate"},
                 {RAPPORT_RWG, .70, "moderate"},
                 {RAPPORT_RWG, .71, "strong"},
                 {RAPPORT_RWG, .90, "strong"},
                 {RAPPORT_RWG, .91, "very strong"},
                 {RAPPORT_AWG, -.5, "not acceptable"},
                 {RAPPORT_AWG, .59, "not acceptable"},
                 {RAPPORT_AWG, .60, "reasonable"},
                 {RAPPORT_AWG, .70, "acceptable"},
                 {RAPPORT_ICC1, -.1, "next to no effect"},
                 {RAPPORT_ICC1, .01, "small"},
                 {RAPPORT_ICC1, .1, "medium"},
                 {RAPPORT_ICC1, .25, "large"},
                 {RAPPORT_ICC2, .49, "poor"},
                 {RAPPORT_ICC2K, .5, "moderate"},
                 {RAPPORT_ICC3, .75, "good"},
                 {RAPPORT_ICC3K, .9, "excellent"},
                 {RAPPORT_ICC1K, -3, "poor"},
                 {RAPPORT_KENDALL, .29, "very weak"},
                 {RAPPORT_KENDALL, .3, "weak"},
                 {RAPPORT_KENDALL, .5, "moderate"},
                 {RAPPORT_KENDALL, .7, "strong"},
                 {RAPPORT_KENDALL, .9, "unusually"},
                 {RAPPORT_KRIPPENDORFF, .66, "not to be relied on"},
                 {RAPPORT_KRIPPENDORFF, .667, "for tentative"},
                 {RAPPORT_KRIPPENDORFF, .8, "reliable"},
                 {RAPPORT_KRIPPENDORFF, .7999999999999, "reliable"}, /* .8 to 1e-9 */
                 {RAPPORT_CRONBACH, .69, "the items do not move together"},
                 {RAPPORT_CRONBACH, .7, "enough for a beginning"},
                 {RAPPORT_CRONBACH, .8, "enough to compare"},
                 {RAPPORT_CRONBACH, .9, "enough to decide"}};
    for (size_t i = 0; i < sizeof bands / sizeof *bands; i++) {
        rapport_agreement a = {.struct_size = sizeof a, .index = bands[i].index, .has_value = 1, .value = bands[i].value};
        char *text = write_with(&a, NULL, (rapport_report_options){0}), wanted[80];
        snprintf(wanted, sizeof wanted, "\n  Reading       %s", bands[i].reading);
        if (!strstr(text, wanted))
            fail_msg("%g is not \"%s\":\n%s", bands[i].value, bands[i].reading, text);
        free(text);
    }
}

static void the_average_deviation_is_read_by_its_limit(void **state)
{
    (void)state;
    const double unit[] = {1, 1, 2.5, 2.5}; /* mean distance .75, limit 5/6; then 1 and 5/6 */
    rapport_agreement a = compute(RAPPORT_AD, unit, 4, 1, five);
    char *text = write_with(&a, NULL, (rapport_report_options){0});
    assert_null(strstr(text, "By unit")); /* of one there is nothing more to say */
    assert_non_null(strstr(text, "  Reading       agreement in practice"));
    free(text);
    const double wide[] = {1, 1, 3, 3};
    a = compute(RAPPORT_AD, wide, 4, 1, five);
    text = write_with(&a, NULL, (rapport_report_options){0});
    assert_non_null(strstr(text, "  Reading       no agreement in practice"));
    free(text);
    a = compute(RAPPORT_AD, wide, 4, 1, (rapport_agreement_options){0}); /* no options told, no limit */
    text = write_with(&a, NULL, (rapport_report_options){0});
    assert_null(strstr(text, "Reading"));
    free(text);
}

static void notes_tell_what_to_be_careful_about(void **state)
{
    (void)state;
    const struct {
        rapport_agreement a;
        const char *line;
    } notes[] = {
        {{.index = RAPPORT_RWG, .floored = 2}, "  Note          2 units differ more than at random and count as 0\n"},
        {{.index = RAPPORT_RWGJ, .floored = 1}, "  Note          the items differ more than at random; that counts as 0\n"},
        {{.index = RAPPORT_AWG, .off_center = 1}, "  Note          1 unit has its mean so near an end"},
        {{.index = RAPPORT_AWG, .off_center = 3}, "  Note          3 units have their means so near an end"}};
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        rapport_agreement a = notes[i].a;
        a.struct_size = sizeof a;
        a.has_value = 1;
        char *text = write_with(&a, NULL, (rapport_report_options){0});
        assert_non_null(strstr(text, notes[i].line));
        free(text);
    }
}

static void every_reason_has_words(void **state)
{
    (void)state;
    const char *const words[] = {"too-few-raters", "too-few-units",    "nothing-pairable",    "too-few-complete",
                                 "no-variance",    "negative-ratings", "no-positive-variance"};
    for (int32_t reason = RAPPORT_TOO_FEW_RATERS; reason <= RAPPORT_NO_POSITIVE_VARIANCE; reason++) {
        rapport_agreement a = {.struct_size = sizeof a, .index = RAPPORT_ICC2, .reason = reason};
        char *json = write_with(&a, NULL, (rapport_report_options){.format = RAPPORT_JSON});
        char *text = write_with(&a, NULL, (rapport_report_options){0}), wanted[64];
        snprintf(wanted, sizeof wanted, "\"reason\": \"%s\"", words[reason - 1]);
        assert_non_null(strstr(json, wanted));
        assert_non_null(strstr(text, "  Value         undefined: "));
        free(json);
        free(text);
    }
}

static void what_the_library_did_not_fill_is_refused(void **state)
{
    (void)state;
    const rapport_agreement wrong[] = {{.index = 0, .has_value = 1},
                                       {.index = RAPPORT_INDEX_END, .has_value = 1},
                                       {.index = RAPPORT_AD},
                                       {.index = RAPPORT_AD, .has_value = 1, .reason = 1},
                                       {.index = RAPPORT_AD, .reason = RAPPORT_NO_POSITIVE_VARIANCE + 1},
                                       {.index = RAPPORT_AD, .reason = -1},
                                       {.index = RAPPORT_AD, .has_value = 1, .metric = 4},
                                       {.index = RAPPORT_AD, .has_value = 1, .metric = -1},
                                       {.index = RAPPORT_AD, .has_value = 1, .around = 2},
                                       {.index = RAPPORT_AD, .has_value = 1, .value = NAN},
                                       {.index = RAPPORT_AD, .has_value = 1, .upper = INFINITY},
                                       {.index = RAPPORT_AD, .has_value = 1, .f = -INFINITY}};
    rk_paper paper = {.limit = SIZE_MAX};
    rapport_error error;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        rapport_agreement a = wrong[i];
        a.struct_size = sizeof a;
        assert_int_equal(rapport_agreement_write(&a, NULL, NULL, rk_write, &paper, &error), RAPPORT_BAD_ARGUMENT);
        assert_int_equal(error.status, RAPPORT_BAD_ARGUMENT);
    }
    rapport_agreement good = compute(RAPPORT_ICC1, groups, 3, 4, five), small = {.struct_size = 4};
    rapport_report_options bad = {.struct_size = sizeof bad, .format = 2};
    assert_int_equal(rapport_agreement_write(&small, NULL, NULL, rk_write, &paper, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_agreement_write(NULL, NULL, NULL, rk_write, &paper, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_agreement_write(&good, NULL, NULL, NULL, &paper, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_agreement_write(&good, NULL, &bad, rk_write, &paper, &error), RAPPORT_BAD_ARGUMENT);
    assert_null(paper.text);
    assert_ok(rapport_agreement_write(&good, NULL, NULL, rk_write, &paper, NULL));
    free(paper.text);
}

static void a_writer_may_give_up_anywhere(void **state)
{
    (void)state;
    rapport_agreement a = compute(RAPPORT_ICC2, groups, 3, 4, five);
    for (int32_t format = RAPPORT_TEXT; format <= RAPPORT_JSON; format++) {
        rapport_report_options options = {.struct_size = sizeof options, .format = format};
        char *whole = write_with(&a, NULL, options);
        for (size_t limit = 0; limit < strlen(whole); limit++) {
            rk_paper paper = {.limit = limit};
            rapport_error error;
            assert_int_equal(rapport_agreement_write(&a, NULL, &options, rk_write, &paper, &error), RAPPORT_WRITE_FAILED);
            assert_int_equal(error.status, RAPPORT_WRITE_FAILED);
            free(paper.text);
        }
        free(whole);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_index_as_text),
        cmocka_unit_test(units_have_numbers_or_names),
        cmocka_unit_test(an_index_without_a_value_says_why),
        cmocka_unit_test(every_index_writes_what_it_came_from),
        cmocka_unit_test(intervals_and_tests_are_written),
        cmocka_unit_test(parameters_are_said),
        cmocka_unit_test(values_are_read_by_the_usual_bands),
        cmocka_unit_test(the_average_deviation_is_read_by_its_limit),
        cmocka_unit_test(notes_tell_what_to_be_careful_about),
        cmocka_unit_test(every_reason_has_words),
        cmocka_unit_test(what_the_library_did_not_fill_is_refused),
        cmocka_unit_test(a_writer_may_give_up_anywhere),
    };
    return cmocka_run_group_tests_name("agreement, written", tests, NULL, NULL);
}
