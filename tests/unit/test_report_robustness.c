/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* How the robustness of an order is written. */
#include "report_kit.h"

#include "matrix_kit.h"

typedef struct study {
    rapport_candidates *candidates;
    rapport_robustness found;
    rapport_sensitivity *sensitivity;
    rapport_dominance *dominance;
    rapport_sampling *sampling;
    rapport_acceptability *counts;
    rapport_confidence *confidence;
} study;

static study make(rapport_candidates *candidates)
{
    study s = {.candidates = candidates};
    rapport_sampling_options options = {.struct_size = sizeof options, .draws = 4};
    (void)rapport_sensitivity_create(candidates, NULL, NULL, &s.sensitivity, NULL);
    assert_ok(rapport_dominance_create(candidates, NULL, NULL, &s.dominance, NULL));
    assert_ok(rapport_sampling_create(candidates, &options, NULL, &s.sampling, NULL));
    assert_ok(rapport_acceptability_create(s.sampling, &s.counts, NULL));
    assert_ok(rapport_acceptability_compute(s.counts, 0, 1, NULL));
    assert_ok(rapport_confidence_create(s.counts, &s.confidence, NULL));
    assert_ok(rapport_confidence_compute(s.confidence, 0, 1, NULL));
    s.found = (rapport_robustness){.struct_size = sizeof s.found,
                                   .candidates = candidates,
                                   .sensitivity = s.sensitivity,
                                   .dominance = s.dominance,
                                   .sampling = s.sampling,
                                   .acceptability = s.counts,
                                   .confidence = s.confidence};
    return s;
}

static void drop(study *s)
{
    rapport_confidence_destroy(s->confidence);
    rapport_acceptability_destroy(s->counts);
    rapport_sampling_destroy(s->sampling);
    rapport_dominance_destroy(s->dominance);
    rapport_sensitivity_destroy(s->sensitivity);
    rapport_candidates_destroy(s->candidates);
}

static char *write_with(const rapport_robustness *found, rapport_report_options options)
{
    rk_paper paper = {.limit = SIZE_MAX};
    options.struct_size = sizeof options;
    assert_ok(rapport_robustness_write(found, &options, rk_write, &paper, NULL));
    return paper.text;
}

static void expect(const study *s, int32_t format, const char *text)
{
    char *written =
        write_with(&s->found, (rapport_report_options){.format = format, .compact = format == RAPPORT_JSON, .ascii = 1});
    assert_string_equal(written, text);
    free(written);
}

/* One dominates the other, so that every share is 0 or 1 whatever is drawn. By hand: scores .75 and .25 at equal weights; the
 * second is never first. Moved down to .4 and up to .6 a weight changes 1 t + .5 (1 - t) to .7 and .8, and the lead stays .5.
 */
static void a_clear_case_as_text(void **state)
{
    const double values[] = {1, .5, .5, 0};
    study s = make(matrix_make(NULL, 2, 2, NULL, values, 1));
    (void)state;
    expect(&s, RAPPORT_TEXT,
           "How sure is the order?\n"
           "  Compared      2 candidates by 2 criteria, weighted sum\n"
           "  First         candidate 1, with a score of 0.750\n"
           "  It takes      more than weights: none put another first\n"
           "  Draws         4 weights, seed 0, standard error of a share up to 0.00 %\n"
           "\n"
           "How often each comes where                           1st    2nd\n"
           "  candidate 1           ########################   100 %    0 %\n"
           "  candidate 2           ........................     0 %  100 %\n"
           "\n"
           "Weights in %, one at a time        weight     keeps winner       keeps order\n"
           "  caa                                50.0      0.0 - 100.0       0.0 - 100.0\n"
           "  cab                                50.0      0.0 - 100.0       0.0 - 100.0\n"
           "\n"
           "Whatever the weights\n"
           "  candidate 2                     nowhere better than candidate 1\n");
    drop(&s);
}

static void a_clear_case_as_json(void **state)
{
    const double values[] = {1, .5, .5, 0};
    study s = make(matrix_make(NULL, 2, 2, NULL, values, 1));
    char *written = write_with(&s.found, (rapport_report_options){.format = RAPPORT_JSON, .compact = 1});
    static const char *const parts[] = {
        "\"method\":\"wsm\",\"criteria\":[\"caa\",\"cab\"],\"candidates\":[0,1],\"excluded\":[],",
        "\"parameters\":{\"draws\":4,\"seed\":0,\"exact\":true,\"acceptance\":1},\"draws\":4,",
        "\"scores\":[0.75,0.25],\"ranks\":[1,2],\"rank_acceptability\":[[1,0],[0,1]],\"pairwise_winning\":[[0.5,1],[0,0.5]],",
        ("\"confidence\":[1,null],\"standard_error\":0,\"weight_intervals\":[{\"criterion\":\"caa\",\"weight\":0.5,"
         "\"keeps_winner\":[0,1],\"keeps_order\":[0,1]},"),
        "\"smallest_change\":{\"euclidean\":null,\"absolute\":null,\"relative\":null},",
        "\"without_candidate\":[{\"candidate\":0,\"winner\":1,\"winner_changes\":false,\"order_changes\":false,\"tau\":null},",
        "{\"candidate\":1,\"dominated_by\":[0],\"possibly_dominated_by\":[],\"potentially_best\":false,\"margin\":-0.5,",
        "\"needs_number\":null}"};
    (void)state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strstr(written, parts[i]))
            fail_msg("%s lacks %s", written, parts[i]);
    free(written);
    drop(&s);
}

static void what_is_not_there_is_null(void **state)
{
    const double values[] = {1, .5};
    rapport_candidates *c = matrix_make(NULL, 2, 1, NULL, values, 1);
    rapport_robustness bare = {.struct_size = sizeof bare, .candidates = c};
    char *written = write_with(&bare, (rapport_report_options){.format = RAPPORT_JSON, .compact = 1});
    (void)state;
    assert_non_null(strstr(written, "\"scores\":null,\"ranks\":null,\"rank_acceptability\":null,"));
    assert_non_null(strstr(written, "\"dominance\":null,\"needs_number\":null"));
    free(written);
    free(write_with(&bare, (rapport_report_options){.format = RAPPORT_TEXT}));
    rapport_candidates_destroy(c);
}

static void who_is_knocked_out_is_named_with_the_reason(void **state)
{
    const double values[] = {1, .5, .2};
    rapport_candidates *c = matrix_make(NULL, 3, 1, NULL, values, 1);
    (void)state;
    assert_ok(rapport_candidates_set_excluded(c, 1, "integrity \x1b[31m", NULL));
    study s = make(c);
    char *written = write_with(&s.found, (rapport_report_options){.format = RAPPORT_TEXT});
    assert_non_null(strstr(written, "Knocked out   candidate 2: integrity"));
    assert_null(strchr(written, 0x1b)); /* text of users steers no terminal */
    free(written);
    written = write_with(&s.found, (rapport_report_options){.format = RAPPORT_JSON, .compact = 1});
    assert_non_null(
        strstr(written, "\"candidates\":[0,2],\"excluded\":[{\"candidate\":1,\"reason\":\"integrity \\u001b[31m\"}]"));
    free(written);
    drop(&s);
}

static void expect_within(const study *s, const char *text)
{
    char *written = write_with(&s->found, (rapport_report_options){.format = RAPPORT_TEXT, .ascii = 1});
    if (!strstr(written, text))
        fail_msg("%s\nis not in\n%s", text, written);
    free(written);
}

/* (1, 0) and (0, 1) come to .5 each. */
static void several_that_are_first_are_said_to_be(void **state)
{
    const double values[] = {1, 0, 0, 1};
    study s = make(matrix_make(NULL, 2, 2, NULL, values, 1));
    (void)state;
    expect_within(&s, "  First         candidate 1 and others, with a score of 0.500\n"
                      "  It takes      nothing: several are first\n");
    drop(&s);
}

/* Eight weights of .13 at most can hardly add up to 1: nearly nothing that is drawn at random keeps to that. One dominates the
 * other, so that the shares are 0 and 1. Where weights may be anything nothing is said of it. */
static void a_random_walk_is_owned_up_to(void **state)
{
    const double values[] = {1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0};
    (void)state;
    for (int bound = 0; bound < 2; bound++) {
        rapport_candidates *c;
        assert_ok(rapport_candidates_create(NULL, &c, NULL));
        for (int i = 0; i < 8; i++) {
            const char id[] = {'c', (char)('a' + i), '\0'};
            rapport_candidates_criterion about = {.struct_size = sizeof about,
                                                  .weight = 1,
                                                  .has = RAPPORT_HAS_BOUNDS | (bound ? RAPPORT_HAS_WEIGHT_BOUNDS : 0),
                                                  .highest = 1,
                                                  .weight_highest = .13};
            assert_ok(rapport_candidates_add_criterion(c, id, &about, NULL, NULL));
        }
        assert_ok(rapport_candidates_add_rows(c, 2, values, NULL, NULL));
        study s = make(c);
        expect_within(&s, bound ? "  Draws         4 weights, seed 0, standard error of a share up to 0.00 %; by a\n"
                                  "                random walk, so only nearly uniform and the error larger\n"
                                : "  Draws         4 weights, seed 0, standard error of a share up to 0.00 %\n");
        drop(&s);
    }
}

static void a_writer_may_fail_anywhere(void **state)
{
    const double values[] = {1, 0, .4, 0, 1, .4};
    study s = make(matrix_make(NULL, 3, 2, NULL, values, 1));
    (void)state;
    for (int32_t format = RAPPORT_TEXT; format <= RAPPORT_JSON; format++) {
        rapport_report_options options = {.struct_size = sizeof options, .format = format};
        char *whole = write_with(&s.found, options);
        for (size_t limit = 0; limit < strlen(whole); limit += 97) {
            rk_paper paper = {.limit = limit};
            assert_int_equal(rapport_robustness_write(&s.found, &options, rk_write, &paper, NULL), RAPPORT_WRITE_FAILED);
            free(paper.text);
        }
        free(whole);
    }
    drop(&s);
}

static void parts_must_go_together(void **state)
{
    const double values[] = {1, 0, .4, 0, 1, .4};
    study one = make(matrix_make(NULL, 3, 2, NULL, values, 1)), two = make(matrix_make(NULL, 2, 3, NULL, values, 1));
    rapport_robustness mixed = one.found, empty = {.struct_size = sizeof empty};
    rk_paper paper = {.limit = SIZE_MAX};
    (void)state;
    mixed.sensitivity = two.sensitivity;
    assert_int_equal(rapport_robustness_write(&mixed, NULL, rk_write, &paper, NULL), RAPPORT_BAD_ARGUMENT);
    mixed = one.found;
    mixed.dominance = two.dominance;
    assert_int_equal(rapport_robustness_write(&mixed, NULL, rk_write, &paper, NULL), RAPPORT_BAD_ARGUMENT);
    mixed = one.found;
    mixed.acceptability = two.counts;
    assert_int_equal(rapport_robustness_write(&mixed, NULL, rk_write, &paper, NULL), RAPPORT_BAD_ARGUMENT);
    mixed.acceptability = NULL;
    assert_int_equal(rapport_robustness_write(&mixed, NULL, rk_write, &paper, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_robustness_write(&empty, NULL, rk_write, &paper, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_robustness_write(NULL, NULL, rk_write, &paper, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_robustness_write(&one.found, NULL, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    free(paper.text);
    drop(&one);
    drop(&two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_clear_case_as_text),
        cmocka_unit_test(a_clear_case_as_json),
        cmocka_unit_test(what_is_not_there_is_null),
        cmocka_unit_test(who_is_knocked_out_is_named_with_the_reason),
        cmocka_unit_test(several_that_are_first_are_said_to_be),
        cmocka_unit_test(a_random_walk_is_owned_up_to),
        cmocka_unit_test(a_writer_may_fail_anywhere),
        cmocka_unit_test(parts_must_go_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
