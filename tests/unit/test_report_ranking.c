/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* How rankings are written. */
#include "report_kit.h"

#include "ranking_kit.h"

static char *write_with(const rapport_ranking *r, rapport_report_options options)
{
    rk_paper paper = {.limit = SIZE_MAX};
    options.struct_size = sizeof options;
    assert_ok(rapport_ranking_write(r, &options, rk_write, &paper, NULL));
    return paper.text;
}

static void expect(const rapport_ranking *r, int32_t format, const char *text)
{
    char *written = write_with(r, (rapport_report_options){.format = format, .ascii = 1, .compact = format == RAPPORT_JSON});
    assert_string_equal(written, text);
    free(written);
}

/* Regrets of one criterion: Q 0, .2, .4 and 1; the last one is out. */
static rapport_candidates *four(void)
{
    static const double values[] = {10, 8, 0, 6};
    rapport_candidates *m = matrix_of(4, "+", NULL, values);
    assert_ok(rapport_candidates_set_excluded(m, 3, "no \x1b[31mtrust", NULL));
    return m;
}

static void a_ranking_as_text(void **state)
{
    (void)state;
    rapport_candidates *m = four();
    rapport_ranking *r = rank(m, RAPPORT_VIKOR);
    char *text = write_with(r, (rapport_report_options){.ascii = 1});
    assert_non_null(strstr(text, "Ranking by VIKOR\n"
                                 "compromise between the mean and the worst regret; v 0.5, normalization minmax;\n"
                                 "the lowest score is the best\n"
                                 "\n"
                                 "      1  a1                         ##########################           0.0000\n"
                                 "      2  a2                         #####################.....           0.2000\n"
                                 "      3  a3                         ..........................           1.0000\n"
                                 "\n"
                                 "  Compromise    a1, a2\n"
                                 "\n"
                                 "Knocked out\n"
                                 "  a4: "));
    assert_null(strchr(text, '\x1b')); /* text of users may not steer a terminal */
    free(text);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

static void a_ranking_as_json(void **state)
{
    (void)state;
    rapport_candidates *m = four();
    rapport_ranking *r = rank(m, RAPPORT_VIKOR);
    char *text = write_with(r, (rapport_report_options){.format = RAPPORT_JSON, .compact = 1});
    assert_non_null(strstr(text, "\"method\":\"vikor\",\"parameters\":{\"v\":0.5,\"normalization\":\"minmax\"},"
                                 "\"lower_is_better\":true,\"candidates\":[\"a1\",\"a2\",\"a3\",\"a4\"],"
                                 "\"scores\":[0,0.2,1,null],\"ranks\":[1,2,3,null],"
                                 "\"excluded\":[{\"id\":\"a4\",\"reason\":\"no \\u001b[31mtrust\"}],"
                                 "\"s\":[0,0.2,1,null],\"r\":[0,0.2,1,null],\"compromise\":[\"a1\",\"a2\"]}"));
    free(text);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

static void open_values_are_drawn_from_end_to_end(void **state)
{
    (void)state;
    rapport_candidates *m;
    static const double values[] = {100, 0, 50};
    assert_ok(rapport_candidates_create(NULL, &m, NULL));
    add_criterion(m, WITH(.weight = 1, .has = RAPPORT_HAS_BOUNDS, .highest = 100));
    assert_ok(rapport_candidates_add_rows(m, 3, values, NULL, NULL));
    assert_ok(rapport_candidates_set_value(m, 2, 0, 25, 75, NULL));
    rapport_ranking *r = rank(m, RAPPORT_WSM); /* nobody has an id: numbers from 1 */
    expect(r, RAPPORT_TEXT,
           "Ranking by Weighted sum\n"
           "most points on average; normalization bounds\n"
           "\n"
           "      1  #1                         ##########################           1.0000\n"
           "      2  #3                         #######-------------......   0.2500-0.7500\n"
           "      3  #2                         ..........................           0.0000\n"
           "\n"
           "Some values are missing or intervals: scores and ranks are the lowest and the\n"
           "highest that there could be.\n");
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

static void long_lists_are_cut_short(void **state)
{
    (void)state;
    double values[103];
    for (int i = 0; i < 103; i++)
        values[i] = i;
    for (uint32_t rows = 100; rows <= 103; rows += 3) {
        rapport_candidates *m = matrix_of(rows, "+", NULL, values);
        rapport_ranking *r = rank(m, RAPPORT_WSM);
        char *text = write_with(r, (rapport_report_options){.ascii = 1});
        assert_true((strstr(text, "and 3 more") != NULL) == (rows > 100));
        free(text);
        rapport_ranking_destroy(r);
        rapport_candidates_destroy(m);
    }
}

static void who_cannot_be_compared_is_named(void **state)
{
    (void)state;
    /* Condorcet: each is ahead of one on two criteria and behind the other on two. */
    static const double values[] = {3, 2, 1, 2, 1, 3, 1, 3, 2};
    rapport_candidates *m = matrix_of(3, "+++", NULL, values);
    rapport_ranking *r = rank(m, RAPPORT_PROMETHEE1);
    char *text = write_with(r, (rapport_report_options){.ascii = 1});
    assert_non_null(strstr(text, "  As good as    a1 and a2, a1 and a3, a2 and a3\n"));
    assert_null(strstr(text, "Incomparable"));
    free(text);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

static void arguments_are_checked(void **state)
{
    (void)state;
    rapport_candidates *m = four();
    rapport_ranking *r = rank(m, RAPPORT_WSM);
    rapport_report_options bad = {.struct_size = sizeof bad, .format = 2};
    rk_paper paper = {.limit = SIZE_MAX};
    rapport_error error;
    assert_int_equal(rapport_ranking_write(NULL, NULL, rk_write, &paper, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_ranking_write(r, NULL, NULL, &paper, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_ranking_write(r, &bad, rk_write, &paper, &error), RAPPORT_BAD_ARGUMENT);
    assert_null(paper.text);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

static void a_writer_may_give_up_anywhere(void **state)
{
    (void)state;
    rapport_candidates *m = four();
    rapport_ranking *r = rank(m, RAPPORT_ELECTRE3);
    for (int32_t format = RAPPORT_TEXT; format <= RAPPORT_JSON; format++) {
        rapport_report_options options = {.struct_size = sizeof options, .format = format};
        char *whole = write_with(r, options);
        for (size_t limit = 0; limit < strlen(whole); limit++) {
            rk_paper paper = {.limit = limit};
            assert_int_equal(rapport_ranking_write(r, &options, rk_write, &paper, NULL), RAPPORT_WRITE_FAILED);
            free(paper.text);
        }
        free(whole);
    }
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_ranking_as_text),
        cmocka_unit_test(a_ranking_as_json),
        cmocka_unit_test(open_values_are_drawn_from_end_to_end),
        cmocka_unit_test(long_lists_are_cut_short),
        cmocka_unit_test(who_cannot_be_compared_is_named),
        cmocka_unit_test(arguments_are_checked),
        cmocka_unit_test(a_writer_may_give_up_anywhere),
    };
    return cmocka_run_group_tests_name("report_ranking", tests, NULL, NULL);
}
