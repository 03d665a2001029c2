/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What all methods have in common, and what happens where a paper leaves something undefined. */
#include "ranking_kit.h"

#include <stdbool.h>

static const int32_t all[] = {RAPPORT_WSM,        RAPPORT_WPM,        RAPPORT_WASPAS,   RAPPORT_TOPSIS,   RAPPORT_VIKOR,
                              RAPPORT_PROMETHEE1, RAPPORT_PROMETHEE2, RAPPORT_ELECTRE1, RAPPORT_ELECTRE3, RAPPORT_COPRAS,
                              RAPPORT_ARAS,       RAPPORT_EDAS,       RAPPORT_MABAC,    RAPPORT_MARCOS,   RAPPORT_SPOTIS};

/* With bounds 0..100 on every criterion, which SPOTIS needs. */
static rapport_candidates *bounded(uint32_t rows, const char *directions, const double *values)
{
    rapport_candidates *m;
    assert_ok(rapport_candidates_create(NULL, &m, NULL));
    for (; *directions; directions++)
        add_criterion(m, WITH(.weight = 1, .direction = *directions == '-', .has = RAPPORT_HAS_BOUNDS, .highest = 100));
    assert_ok(rapport_candidates_add_rows(m, rows, values, NULL, NULL));
    return m;
}

static void the_table_of_methods_is_whole(void **state)
{
    (void)state;
    for (int32_t method = RAPPORT_WSM; method < RAPPORT_METHOD_END; method++) {
        rapport_method about = {.struct_size = sizeof about};
        assert_ok(rapport_method_get(method, &about));
        assert_true(about.method == method && rapport_method_find(about.name) == method);
        assert_true(*about.title && *about.purpose && *about.source && about.needs);
        for (uint32_t k = 0; k < about.parameters; k++) {
            rapport_method_parameter p = {.struct_size = sizeof p};
            bool found = false;
            assert_ok(rapport_method_get_parameter(method, k, &p));
            assert_true(*p.name && *p.about && (p.words > 0) == (p.word != NULL));
            assert_true(p.words || (p.least <= p.value && p.value <= p.most && p.least < p.most));
            for (uint32_t w = 0; w < p.words; w++)
                found = found || !strcmp(rapport_method_parameter_word(method, k, w), p.word);
            assert_true(found || !p.words);
            assert_null(rapport_method_parameter_word(method, k, p.words));
        }
        rapport_method_parameter p = {.struct_size = sizeof p};
        assert_int_equal(rapport_method_get_parameter(method, about.parameters, &p), RAPPORT_BAD_ARGUMENT);
    }
    rapport_method about = {.struct_size = sizeof about};
    assert_int_equal(rapport_method_get(0, &about), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_method_get(RAPPORT_METHOD_END, &about), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_method_get(RAPPORT_WSM, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_method_find("Topsis"), 0);
    assert_int_equal(rapport_method_find(NULL), 0);
}

static void one_candidate_is_first(void **state)
{
    (void)state;
    /* Best of all and worst of all at once: the best in proportion (1), no regret (0), no flow (0), on the average (1/2),
     * as good as the ideal (copras: .5 + .5 / (.5 * 2) = 1; marcos K+ = K- = 1 -> 2 / 3), at its distance (spotis). */
    static const double scores[] = {.65, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, .5, 0, 2.0 / 3, .35}, values[] = {60, 30};
    rapport_candidates *m = bounded(1, "+-", values);
    for (size_t k = 0; k < COUNT(all); k++) {
        rapport_ranking *r = rank(m, all[k]);
        assert_close(rapport_ranking_values(r, RAPPORT_SCORE)[0], scores[k], 1e-14);
        assert_true(rapport_ranking_values(r, RAPPORT_RANK)[0] == 1);
        rapport_ranking_destroy(r);
    }
    rapport_candidates_destroy(m);
}

static void equal_candidates_tie_and_nobody_is_not_a_number(void **state)
{
    (void)state;
    static const double values[] = {60, 30, 60, 30, 60, 30};
    rapport_candidates *m = bounded(3, "+-", values);
    for (size_t k = 0; k < COUNT(all); k++) {
        rapport_ranking *r = rank(m, all[k]);
        const double *score = rapport_ranking_values(r, RAPPORT_SCORE), *ranks = rapport_ranking_values(r, RAPPORT_RANK);
        for (int i = 0; i < 3; i++)
            assert_true(score[i] - score[i] == 0 && score[i] == score[0] && ranks[i] == 2);
        rapport_ranking_destroy(r);
    }
    rapport_candidates_destroy(m);
}

static void a_constant_criterion_changes_no_order(void **state)
{
    (void)state;
    static const double values[] = {60, 50, 30, 40, 50, 60, 80, 50, 20}, ranks[] = {2, 3, 1};
    rapport_candidates *m = bounded(3, "++-", values);
    for (size_t k = 0; k < COUNT(all); k++) {
        rapport_ranking *r = rank(m, all[k]);
        const double *found = rapport_ranking_values(r, RAPPORT_RANK), *score = rapport_ranking_values(r, RAPPORT_SCORE);
        for (int i = 0; i < 3; i++)
            if (found[i] != ranks[i] || score[i] - score[i] != 0)
                fail_msg("method %d, candidate %d: rank %g, score %g", all[k], i, found[i], score[i]);
        rapport_ranking_destroy(r);
    }
    rapport_candidates_destroy(m);
}

static void rounding_noise_is_no_difference(void **state)
{
    (void)state;
    static const double values[] = {0.1 + 0.2, 5, 0.3, 5};
    rapport_candidates *m = bounded(2, "++", values);
    assert_true(values[0] != values[2]);
    for (size_t k = 0; k < COUNT(all); k++) {
        rapport_ranking *r = rank(m, all[k]);
        const double *found = rapport_ranking_values(r, RAPPORT_RANK);
        if (found[0] != 1.5 || found[1] != 1.5)
            fail_msg("method %d ranks %g and %g", all[k], found[0], found[1]);
        rapport_ranking_destroy(r);
    }
    rapport_candidates_destroy(m);
}

static void nobody_to_rank_is_no_error(void **state)
{
    (void)state;
    rapport_candidates *m = bounded(0, "+", NULL);
    for (size_t k = 0; k < COUNT(all); k++) {
        rapport_ranking *r = rank(m, all[k]);
        assert_int_equal(rapport_ranking_get_order(r, NULL, 0), 0);
        rapport_ranking_destroy(r);
    }
    rapport_candidates_destroy(m);
}

static void who_is_knocked_out_is_compared_with_nobody(void **state)
{
    (void)state;
    static const double values[] = {10, 90, 99, 99, 60, 40, 30, 70}, without[] = {10, 90, 60, 40, 30, 70};
    rapport_candidates *m = bounded(4, "++", values), *fewer = bounded(3, "++", without);
    uint32_t order[4] = {9, 9, 9, 9};
    double x;
    assert_ok(rapport_candidates_set_excluded(m, 1, "weak-trust", NULL));
    for (size_t k = 0; k < COUNT(all); k++) {
        rapport_ranking *r = rank(m, all[k]), *plain = rank(fewer, all[k]);
        for (int32_t what = RAPPORT_SCORE; what < RAPPORT_RANKING_END; what++) {
            const double *a = rapport_ranking_values(r, what), *b = rapport_ranking_values(plain, what);
            assert_true((a == NULL) == (b == NULL));
            for (int i = 0; a && i < 3; i++)
                assert_same_bits(a[i ? i + 1 : 0], b[i]);
            assert_int_equal(rapport_ranking_get_value(r, what, 1, &x), RAPPORT_UNDEFINED);
        }
        assert_int_equal(rapport_ranking_get_order(r, order, 4), 3);
        assert_int_equal(order[3], 9);
        assert_int_equal(rapport_ranking_get_pair(r, RAPPORT_RELATION, 0, 1, &x), RAPPORT_UNDEFINED);
        rapport_ranking_destroy(r);
        rapport_ranking_destroy(plain);
    }
    rapport_candidates_destroy(m);
    rapport_candidates_destroy(fewer);
}

static void a_criterion_without_weight_is_not_looked_at(void **state)
{
    (void)state;
    static const double values[] = {3, -5, 1, 0}, weights[] = {2, 0};
    rapport_candidates *m = matrix_of(2, "+-", weights, values);
    rapport_ranking *r = rank(m, RAPPORT_MARCOS); /* which would refuse -5 */
    assert_true(rapport_ranking_values(r, RAPPORT_RANK)[0] == 1);
    rapport_ranking_destroy(r);
    static const double none[] = {0, 0};
    assert_ok(rapport_candidates_set_weights(m, none, NULL));
    expect_refused(m, RAPPORT_WSM, NULL, NULL, 0, RAPPORT_BAD_VALUE, "/criteria", "no criterion has a weight");
    rapport_candidates_destroy(m);
}

static void what_a_method_cannot_take_is_refused_by_name(void **state)
{
    (void)state;
    static const double negative[] = {1, 2, -1, 3}, zero[] = {1, 0, 2, 3}, zeros[] = {0, 1, 2, 0}, below[] = {-2, 1, 1, 3};
    static const struct {
        int32_t method;
        const char *directions;
        const double *values;
        const char *path, *message;
    } cases[] = {
        {RAPPORT_WPM, "++", negative, "/candidates/1/values/0", "wpm: candidate \"a2\" on \"c1\": "},
        {RAPPORT_WASPAS, "++", negative, "/candidates/1/values/0", "below 0"},
        {RAPPORT_COPRAS, "++", negative, "/candidates/1/values/0", "below 0"},
        {RAPPORT_ARAS, "++", negative, "/candidates/1/values/0", "below 0"},
        {RAPPORT_MARCOS, "++", negative, "/candidates/1/values/0", "below 0"},
        {RAPPORT_WPM, "+-", zero, "/candidates/0/values/1", "above 0"},
        {RAPPORT_ARAS, "+-", zero, "/candidates/0/values/1", "above 0"},
        {RAPPORT_MARCOS, "+-", zero, "/candidates/0/values/1", "above 0"},
        {RAPPORT_COPRAS, "+-", zero, "/candidates", "costs of candidate \"a1\" are 0"},
        {RAPPORT_MARCOS, "++", zeros, "/candidates", "the worst value of every criterion is 0"},
        {RAPPORT_EDAS, "++", below, "/criteria/0", "average"},
        {RAPPORT_SPOTIS, "++", negative, "/criteria/0", "needs bounds"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        rapport_candidates *m = matrix_of(2, cases[i].directions, NULL, cases[i].values);
        expect_refused(m, cases[i].method, NULL, NULL, 0, RAPPORT_BAD_VALUE, cases[i].path, cases[i].message);
        rapport_candidates_destroy(m);
    }
    static const double outside[] = {50, 101};
    rapport_candidates *m = bounded(2, "+", outside);
    expect_refused(m, RAPPORT_SPOTIS, NULL, NULL, 0, RAPPORT_BAD_VALUE, "/candidates/1/values/0", "outside the bounds");
    expect_refused(m, RAPPORT_WSM, NULL, NULL, 0, RAPPORT_BAD_VALUE, "/candidates/1/values/0", "outside the bounds");
    expect_refused(m, RAPPORT_VIKOR, "normalization", "bounds", 0, RAPPORT_BAD_VALUE, "/candidates/1/values/0", "outside");
    rapport_candidates_destroy(m);
}

static void parameters_come_from_the_options_then_from_the_matrix(void **state)
{
    (void)state;
    static const double values[] = {1, 4, 2, 3};
    rapport_candidates *m = matrix_of(2, "++", NULL, values);
    rapport_ranking *r = rank(m, RAPPORT_WASPAS);
    assert_true(rapport_ranking_number(r, 0) == 0.5 && !strcmp(rapport_ranking_text(r, 1), "max"));
    assert_null(rapport_ranking_text(r, 0));
    assert_true(rapport_ranking_number(r, 1) == 0);
    assert_null(rapport_ranking_text(r, 2));
    rapport_ranking_destroy(r);
    assert_ok(rapport_candidates_set_number(m, "lambda", 0.25, NULL));
    assert_ok(rapport_candidates_set_text(m, "normalization", "none", NULL)); /* not one of waspas: meant for another */
    r = rank(m, RAPPORT_WASPAS);
    assert_true(rapport_ranking_number(r, 0) == 0.25 && !strcmp(rapport_ranking_text(r, 1), "max"));
    rapport_ranking_destroy(r);
    r = rank_with(m, RAPPORT_WASPAS, "lambda", NULL, 1);
    assert_true(rapport_ranking_number(r, 0) == 1);
    rapport_ranking_destroy(r);
    expect_refused(m, RAPPORT_WASPAS, "v", NULL, 1, RAPPORT_NOT_FOUND, "/parameters/v", "known are lambda, normalization");
    expect_refused(m, RAPPORT_WASPAS, "lambda", NULL, 1.01, RAPPORT_BAD_VALUE, "/parameters/lambda", "from 0 to 1");
    expect_refused(m, RAPPORT_WASPAS, "lambda", "half", 0, RAPPORT_BAD_VALUE, "/parameters/lambda", "a number");
    expect_refused(m, RAPPORT_WASPAS, "normalization", "none", 0, RAPPORT_BAD_VALUE, "/parameters/normalization", "minmax");
    expect_refused(m, RAPPORT_WASPAS, "normalization", NULL, 1, RAPPORT_BAD_VALUE, "/parameters/normalization", "minmax");
    assert_ok(rapport_candidates_set_text(m, "normalisation", "max", NULL));
    expect_refused(m, RAPPORT_WASPAS, NULL, NULL, 0, RAPPORT_NOT_FOUND, "/parameters/normalisation", "no method has");
    rapport_candidates_destroy(m);
}

static void ends_of_ranks_are_shared_by_those_who_are_level(void **state)
{
    (void)state;
    /* Bounds 0..100. .2 three times, .9, and one that may be anything: below all it leaves 2, 3, 4 to the three, above all 3,
     * 4,
     * 5. Two times .9 over .2...3 share 1 and 2 whatever becomes of the third. .5 and .5...6 are level at the one end. */
    static const double values[] = {20, 20, 20, 90, 0}, top[] = {90, 90, 0}, touching[] = {50, 0};
    static const uint8_t present[] = {1, 1, 1, 1, 0}, there[] = {1, 1, 0}, one[] = {1, 0};
    static const double best[] = {3, 3, 3, 1, 1}, worst[] = {4, 4, 4, 2, 5}, best_end[] = {1.5, 1}, worst_end[] = {2, 1.5};
    static const struct {
        const double *values, *best, *worst;
        const uint8_t *present;
        uint32_t count;
        double low, high;
    } cases[] = {{values, best, worst, present, 5, 0, 100},
                 {top, NULL, NULL, there, 3, 20, 30},
                 {touching, best_end, worst_end, one, 2, 50, 60}};
    for (size_t k = 0; k < COUNT(cases); k++) {
        rapport_candidates *m;
        double x;
        assert_ok(rapport_candidates_create(NULL, &m, NULL));
        add_criterion(m, WITH(.weight = 1, .has = RAPPORT_HAS_BOUNDS, .highest = 100));
        assert_ok(rapport_candidates_add_rows(m, cases[k].count, cases[k].values, cases[k].present, NULL));
        assert_ok(rapport_candidates_set_value(m, cases[k].count - 1, 0, cases[k].low, cases[k].high, NULL));
        rapport_ranking *r = rank(m, RAPPORT_WSM);
        if (cases[k].best) {
            expect_values(r, RAPPORT_BEST_RANK, cases[k].best, 0);
            expect_values(r, RAPPORT_WORST_RANK, cases[k].worst, 0);
            assert_int_equal(rapport_ranking_get_value(r, RAPPORT_RANK, 0, &x), RAPPORT_UNDEFINED);
        } else {
            assert_ok(rapport_ranking_get_value(r, RAPPORT_RANK, 0, &x));
            assert_true(x == 1.5);
            assert_ok(rapport_ranking_get_value(r, RAPPORT_RANK, 2, &x));
            assert_true(x == 3);
        }
        rapport_ranking_destroy(r);
        rapport_candidates_destroy(m);
    }
}

static void open_values_give_ends_of_scores_and_ranks(void **state)
{
    (void)state;
    /* Bounds 0..100, equal weights. a1 (80, 60) -> .7; a2 (50, 40..60) -> .45...55; a3 (90, missing) -> .45...95;
     * a4 (10, 10) -> .1. Ranks: a1 1-2, a2 2-3, a3 1-3, a4 4. */
    static const double values[] = {80, 60, 50, 50, 90, 0, 10, 10}, low[] = {.7, .45, .45, .1}, high[] = {.7, .55, .95, .1};
    static const uint8_t present[] = {1, 1, 1, 1, 1, 0, 1, 1};
    static const double best[] = {1, 2, 1, 4}, worst[] = {2, 3, 3, 4};
    rapport_candidates *m;
    double x;
    uint32_t order[4];
    assert_ok(rapport_candidates_create(NULL, &m, NULL));
    add_criterion(m, WITH(.weight = 1, .has = RAPPORT_HAS_BOUNDS, .highest = 100));
    add_criterion(m, WITH(.weight = 1, .has = RAPPORT_HAS_BOUNDS, .highest = 100));
    assert_ok(rapport_candidates_add_rows(m, 4, values, present, NULL));
    assert_ok(rapport_candidates_set_value(m, 1, 1, 40, 60, NULL));
    rapport_ranking *r = rank(m, RAPPORT_WSM);
    assert_int_equal(rapport_ranking_is_open(r), 1);
    expect_values(r, RAPPORT_LOWEST_SCORE, low, 1e-15);
    expect_values(r, RAPPORT_HIGHEST_SCORE, high, 1e-15);
    expect_values(r, RAPPORT_BEST_RANK, best, 0);
    expect_values(r, RAPPORT_WORST_RANK, worst, 0);
    assert_ok(rapport_ranking_get_value(r, RAPPORT_SCORE, 0, &x));
    assert_close(x, .7, 1e-15);
    assert_int_equal(rapport_ranking_get_value(r, RAPPORT_SCORE, 1, &x), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_ranking_get_value(r, RAPPORT_RANK, 0, &x), RAPPORT_UNDEFINED);
    assert_ok(rapport_ranking_get_value(r, RAPPORT_RANK, 3, &x));
    assert_true(x == 4);
    assert_int_equal(rapport_ranking_get_order(r, order, 4), 4);
    assert_true(order[0] == 0 && order[1] == 2 && order[2] == 1 && order[3] == 3);
    rapport_ranking_destroy(r);
    r = rank(m, RAPPORT_SPOTIS); /* the same turned round: 1 - score */
    for (int i = 0; i < 4; i++) {
        assert_close(rapport_ranking_values(r, RAPPORT_LOWEST_SCORE)[i], 1 - high[i], 1e-15);
        assert_close(rapport_ranking_values(r, RAPPORT_HIGHEST_SCORE)[i], 1 - low[i], 1e-15);
    }
    expect_values(r, RAPPORT_BEST_RANK, best, 0);
    expect_values(r, RAPPORT_WORST_RANK, worst, 0);
    rapport_ranking_destroy(r);
    for (size_t k = 0; k < COUNT(all); k++) {
        rapport_method about = {.struct_size = sizeof about};
        assert_ok(rapport_method_get(all[k], &about));
        if (!about.takes_intervals)
            expect_refused(m, all[k], NULL, NULL, 0, RAPPORT_BAD_VALUE, "/candidates/1/values/1", "not an interval");
    }
    expect_refused(m, RAPPORT_WSM, "normalization", "minmax", 0, RAPPORT_BAD_VALUE, "/candidates/1/values/1", "bounds");
    rapport_candidates_destroy(m);
}

static void an_open_cost_is_turned_round(void **state)
{
    (void)state;
    /* A cost in 0..100 of 20..40: .6 to .8. As a product without normalization 1/40 to 1/20. */
    rapport_candidates *m = bounded(1, "-", (const double[]){30});
    assert_ok(rapport_candidates_set_value(m, 0, 0, 20, 40, NULL));
    rapport_ranking *r = rank(m, RAPPORT_WSM);
    assert_close(rapport_ranking_values(r, RAPPORT_LOWEST_SCORE)[0], .6, 1e-15);
    assert_close(rapport_ranking_values(r, RAPPORT_HIGHEST_SCORE)[0], .8, 1e-15);
    rapport_ranking_destroy(r);
    r = rank_with(m, RAPPORT_WSM, "normalization", "none", 0);
    assert_close(rapport_ranking_values(r, RAPPORT_LOWEST_SCORE)[0], -40, 0);
    rapport_ranking_destroy(r);
    r = rank_with(m, RAPPORT_WPM, "normalization", "none", 0);
    assert_close(rapport_ranking_values(r, RAPPORT_LOWEST_SCORE)[0], 1.0 / 40, 1e-16);
    assert_close(rapport_ranking_values(r, RAPPORT_HIGHEST_SCORE)[0], 1.0 / 20, 1e-16);
    rapport_ranking_destroy(r);
    r = rank_with(m, RAPPORT_WASPAS, "normalization", "bounds", 0);
    assert_close(rapport_ranking_values(r, RAPPORT_HIGHEST_SCORE)[0], .8, 1e-15);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
    m = matrix_of(2, "+", NULL, (const double[]){1, 2});
    assert_ok(rapport_candidates_set_value(m, 0, 0, 1, 3, NULL));
    expect_refused(m, RAPPORT_WSM, NULL, NULL, 0, RAPPORT_BAD_VALUE, "/candidates/0/values/0", "needs bounds");
    r = rank_with(m, RAPPORT_WSM, "normalization", "none", 0); /* an interval needs none, only what is missing does */
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

static void every_pair_is_compared_up_to_a_limit(void **state)
{
    (void)state;
    double *values = calloc(RAPPORT_MAX_PAIRED + 1, sizeof *values);
    for (int i = 0; i <= RAPPORT_MAX_PAIRED; i++)
        values[i] = i % 50;
    rapport_candidates *m = bounded(RAPPORT_MAX_PAIRED + 1, "+", values);
    expect_refused(m, RAPPORT_ELECTRE1, NULL, NULL, 0, RAPPORT_LIMIT, "/candidates", "1024 candidates");
    expect_refused(m, RAPPORT_PROMETHEE1, NULL, NULL, 0, RAPPORT_LIMIT, "/candidates", "1024 candidates");
    assert_ok(rapport_candidates_set_excluded(m, 3, "out", NULL));
    rapport_ranking_destroy(rank(m, RAPPORT_ELECTRE1));
    rapport_ranking_destroy(rank(m, RAPPORT_PROMETHEE1));
    rapport_candidates_destroy(m);
    free(values);
}

static void hundreds_of_thousands_are_ranked(void **state)
{
    (void)state;
    enum { ROWS = 200000 };
    double *values = malloc(2 * ROWS * sizeof *values), sum = 0;
    uint32_t seed = 1;
    for (int i = 0; i < 2 * ROWS; i++) {
        seed = seed * 1664525u + 1013904223u;
        values[i] = 1 + (seed >> 8) % 99;
    }
    rapport_candidates *m = bounded(ROWS, "+-", values);
    for (size_t k = 0; k < COUNT(all); k++) {
        if (all[k] == RAPPORT_ELECTRE1 || all[k] == RAPPORT_ELECTRE3 || all[k] == RAPPORT_PROMETHEE1)
            continue;
        rapport_ranking *r = rank(m, all[k]);
        const double *score = rapport_ranking_values(r, RAPPORT_SCORE);
        for (int i = 0; i < ROWS; i++) /* nothing vanished: who is better on both has the better score */
            if (values[2 * i] > values[0] && values[2 * i + 1] < values[1] && all[k] != RAPPORT_VIKOR &&
                all[k] != RAPPORT_SPOTIS)
                assert_true(score[i] > score[0]);
        for (int i = 0; i < ROWS && all[k] == RAPPORT_PROMETHEE2; i++)
            sum += score[i];
        rapport_ranking_destroy(r);
    }
    assert_close(sum, 0, 1e-9);
    rapport_candidates_destroy(m);
    free(values);
}

static void arguments_are_checked(void **state)
{
    (void)state;
    rapport_candidates *m = bounded(2, "+", (const double[]){1, 2});
    rapport_ranking_options options = {sizeof options, 1, NULL};
    rapport_ranking *r;
    rapport_error error;
    double x;
    assert_int_equal(rapport_ranking_compute(m, RAPPORT_WSM, NULL, NULL, NULL, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_ranking_compute(NULL, RAPPORT_WSM, NULL, NULL, &r, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_ranking_compute(m, 0, NULL, NULL, &r, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_ranking_compute(m, RAPPORT_METHOD_END, NULL, NULL, &r, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_ranking_compute(m, RAPPORT_WSM, &options, NULL, &r, &error), RAPPORT_BAD_ARGUMENT);
    r = rank(m, RAPPORT_WSM);
    assert_ptr_equal(rapport_ranking_candidates(r), m);
    assert_int_equal(rapport_ranking_method(r), RAPPORT_WSM);
    assert_null(rapport_ranking_values(r, -1));
    assert_null(rapport_ranking_values(r, RAPPORT_RANKING_END));
    assert_null(rapport_ranking_values(r, RAPPORT_CHOSEN));
    assert_int_equal(rapport_ranking_get_value(r, RAPPORT_SCORE, 2, &x), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_ranking_get_value(r, RAPPORT_SCORE, 0, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_ranking_get_value(r, RAPPORT_RANKING_END, 0, &x), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_ranking_get_pair(r, RAPPORT_RELATION, 0, 1, &x), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_ranking_get_pair(r, RAPPORT_RELATION + 1, 0, 1, &x), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_ranking_get_pair(r, RAPPORT_RELATION, 0, 2, &x), RAPPORT_BAD_ARGUMENT);
    rapport_ranking_destroy(r);
    rapport_ranking_destroy(NULL);
    rapport_candidates_destroy(m);
}

static int32_t method_at_hand;
static const rapport_candidates *matrix_at_hand;

static rapport_status rank_under(const rapport_allocator *memory)
{
    rapport_ranking *r;
    rapport_status status = rapport_ranking_compute(matrix_at_hand, method_at_hand, NULL, memory, &r, NULL);
    assert_true((status != RAPPORT_OK) == (r == NULL));
    rapport_ranking_destroy(r);
    return status;
}

static void want_of_memory_is_survived(void **state)
{
    (void)state;
    enum { ROWS = 60 };
    double values[2 * ROWS];
    for (int i = 0; i < 2 * ROWS; i++)
        values[i] = 1 + (i * 37) % 90;
    rapport_candidates *m = bounded(ROWS, "+-", values);
    matrix_at_hand = m;
    for (size_t k = 0; k < COUNT(all); k++) {
        method_at_hand = all[k];
        assert_in_range(tk_exhaust_memory(rank_under), 3, 100);
    }
    assert_ok(rapport_candidates_set_value(m, 0, 0, 1, 2, NULL));
    method_at_hand = RAPPORT_WSM;
    assert_in_range(tk_exhaust_memory(rank_under), 3, 100);
    rapport_candidates_destroy(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table_of_methods_is_whole),
        cmocka_unit_test(one_candidate_is_first),
        cmocka_unit_test(equal_candidates_tie_and_nobody_is_not_a_number),
        cmocka_unit_test(a_constant_criterion_changes_no_order),
        cmocka_unit_test(rounding_noise_is_no_difference),
        cmocka_unit_test(nobody_to_rank_is_no_error),
        cmocka_unit_test(who_is_knocked_out_is_compared_with_nobody),
        cmocka_unit_test(a_criterion_without_weight_is_not_looked_at),
        cmocka_unit_test(what_a_method_cannot_take_is_refused_by_name),
        cmocka_unit_test(parameters_come_from_the_options_then_from_the_matrix),
        cmocka_unit_test(open_values_give_ends_of_scores_and_ranks),
        cmocka_unit_test(ends_of_ranks_are_shared_by_those_who_are_level),
        cmocka_unit_test(an_open_cost_is_turned_round),
        cmocka_unit_test(every_pair_is_compared_up_to_a_limit),
        cmocka_unit_test(hundreds_of_thousands_are_ranked),
        cmocka_unit_test(arguments_are_checked),
        cmocka_unit_test(want_of_memory_is_survived),
    };
    return cmocka_run_group_tests_name("ranking_rules", tests, NULL, NULL);
}
