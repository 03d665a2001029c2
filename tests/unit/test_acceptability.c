/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "testkit.h"

#include <math.h>

#include "matrix_kit.h"

enum { DRAWS = 60000 };

/* A sampling with all its blocks counted. */
typedef struct study {
    rapport_candidates *candidates;
    rapport_sampling *sampling;
    rapport_acceptability *counts;
    rapport_confidence *confidence;
} study;

static study run_with(rapport_candidates *candidates, const rapport_sampling_options *options)
{
    study s = {.candidates = candidates};
    assert_ok(rapport_sampling_create(candidates, options, NULL, &s.sampling, NULL));
    assert_ok(rapport_acceptability_create(s.sampling, &s.counts, NULL));
    assert_ok(rapport_acceptability_compute(s.counts, 0, INT64_MAX, NULL));
    assert_ok(rapport_confidence_create(s.counts, &s.confidence, NULL));
    assert_ok(rapport_confidence_compute(s.confidence, 0, INT64_MAX, NULL));
    return s;
}

static study run(rapport_candidates *candidates, const rapport_weight_rules *rules)
{
    rapport_sampling_options options = {.struct_size = sizeof options, .draws = DRAWS, .seed = 11, .rules = rules};
    return run_with(candidates, &options);
}

static void drop(study *s)
{
    rapport_confidence_destroy(s->confidence);
    rapport_acceptability_destroy(s->counts);
    rapport_sampling_destroy(s->sampling);
    rapport_candidates_destroy(s->candidates);
}

/* Within four standard errors of the exact share. */
static void assert_share(const study *s, double found, double exact)
{
    assert_close(found, exact, 4 * rapport_acceptability_error(s->counts, exact) + 1e-12);
}

static double rank_of(const study *s, uint32_t candidate, uint32_t rank)
{
    return rapport_acceptability_rank(s->counts, candidate, rank);
}

static double central_of(const study *s, uint32_t candidate, uint32_t criterion)
{
    double weight;
    assert_ok(rapport_acceptability_get_central(s->counts, candidate, criterion, &weight));
    return weight;
}

static double confidence_of(const study *s, uint32_t candidate)
{
    double factor;
    assert_ok(rapport_confidence_get(s->confidence, candidate, &factor, NULL));
    return factor;
}

/* Two criteria: the first weight is uniform on 0..1. A = (1, 0), B = (.2, .6), level where w = .2 + .4 (1 - w) ... that is
 * w - .2 w = .6 (1 - w), w = 3/7. A is first for w above, with mean weight (1 + 3/7) / 2. */
static void two_criteria_are_lengths_on_a_line(void **state)
{
    const double values[] = {1, 0, .2, .6};
    study s = run(matrix_make(NULL, 2, 2, NULL, values, 1), NULL);
    double pair;
    (void)state;
    assert_share(&s, rank_of(&s, 0, 0), 4.0 / 7);
    assert_share(&s, rank_of(&s, 1, 0), 3.0 / 7);
    assert_close(rank_of(&s, 0, 0) + rank_of(&s, 0, 1), 1, 1e-15);
    assert_ok(rapport_acceptability_get_pair(s.counts, 0, 1, &pair));
    assert_share(&s, pair, 4.0 / 7);
    assert_close(central_of(&s, 0, 0), 5.0 / 7, 4 * (4.0 / 7) / sqrt(12 * DRAWS * 4 / 7));
    assert_close(central_of(&s, 0, 0) + central_of(&s, 0, 1), 1, 1e-9);
    assert_close(confidence_of(&s, 0), 1, 0);
    drop(&s);
}

/* Each best on one criterion: a third of the simplex each, and the central weights are those of the largest of three parts of a
 * broken stick, (1 + 1/2 + 1/3) / 3 = 11/18, and half the rest. The variance of a part is below 1/18. */
static void three_criteria_are_areas_of_a_triangle(void **state)
{
    const double values[] = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    study s = run(matrix_make(NULL, 3, 3, NULL, values, 1), NULL);
    (void)state;
    for (uint32_t i = 0; i < 3; i++)
        for (uint32_t k = 0; k < 3; k++) {
            assert_share(&s, rank_of(&s, i, k), 1.0 / 3);
            assert_close(central_of(&s, i, k), i == k ? 11.0 / 18 : 7.0 / 36, 4 * sqrt(1.0 / 18 / (DRAWS / 3)));
        }
    drop(&s);
}

/* w1 > w2 + w3 is w1 > 1/2, a quarter of the triangle: (1, 0, 0) against (0, 1, 1). And w1 > 2 w2: cuts the side between the
 * first two corners at 2/3 from the second, so it has 2/3 of the area. */
static void unequal_areas_come_out_too(void **state)
{
    const double quarter[] = {1, 0, 0, 0, 1, 1}, third[] = {.5, 0, 0, 0, 1, 0};
    study s = run(matrix_make(NULL, 2, 3, NULL, quarter, 1), NULL);
    (void)state;
    assert_share(&s, rank_of(&s, 0, 0), .25);
    drop(&s);
    s = run(matrix_make(NULL, 2, 3, NULL, third, 1), NULL);
    assert_share(&s, rank_of(&s, 0, 0), 1.0 / 3);
    drop(&s);
}

/* Under a complete order the mean weights are the rank-order centroid (Barron and Barrett 1996): 11/18, 5/18, 2/18; a candidate
 * that is always first has them as its central weights. */
static void an_order_of_importance_has_its_centroid(void **state)
{
    const double values[] = {1, 1, 1, .5, .5, .5}, centroid[] = {2.0 / 18, 11.0 / 18, 5.0 / 18};
    const uint32_t importance[] = {3, 1, 2};
    rapport_weight_rules rules = {.struct_size = sizeof rules, .importance = importance};
    study s = run(matrix_make(NULL, 2, 3, NULL, values, 1), &rules);
    (void)state;
    for (uint32_t c = 0; c < 3; c++)
        assert_close(central_of(&s, 0, c), centroid[c], 4 * sqrt(1.0 / 18 / DRAWS));
    drop(&s);
}

/* One above two that are not compared: 11/18, and the rest in equal halves; and it is among four with one that is free, which
 * keeps its 1/4, so that three parts of 3/4 are left. */
static void an_order_may_have_equal_places_and_gaps(void **state)
{
    const double three[] = {1, 1, 1}, four[] = {1, 1, 1, 1};
    const uint32_t importance[] = {1, 2, 2, 0};
    rapport_weight_rules rules = {.struct_size = sizeof rules, .importance = importance};
    study s = run(matrix_make(NULL, 1, 3, NULL, three, 1), &rules);
    const double near = 4 * sqrt(1.0 / 18 / DRAWS);
    (void)state;
    assert_close(central_of(&s, 0, 0), 11.0 / 18, near);
    assert_close(central_of(&s, 0, 1), 7.0 / 36, near);
    assert_close(central_of(&s, 0, 2), 7.0 / 36, near);
    drop(&s);
    s = run(matrix_make(NULL, 1, 4, NULL, four, 1), &rules);
    assert_close(central_of(&s, 0, 3), .25, near);
    assert_close(central_of(&s, 0, 0), .75 * 11.0 / 18, near);
    assert_close(central_of(&s, 0, 1), .75 * 7.0 / 36, near);
    drop(&s);
}

static rapport_sampling_info info_of(const study *s)
{
    rapport_sampling_info info = {.struct_size = sizeof info};
    assert_ok(rapport_sampling_get_info(s->sampling, &info));
    return info;
}

/* The first of three weights has density 2 (1 - w). Up to 1/2 lie 3/4 of it, with mean (1/4 - 1/12) / (3/4) = 2/9. */
static void upper_ends_are_kept_by_drawing_again(void **state)
{
    const double values[] = {1, 1, 1}, highest[] = {.5, 1, 1};
    rapport_weight_rules rules = {.struct_size = sizeof rules, .highest = highest};
    study s = run(matrix_make(NULL, 1, 3, NULL, values, 1), &rules);
    (void)state;
    assert_close(central_of(&s, 0, 0), 2.0 / 9, 4 * sqrt(1.0 / 48 / DRAWS));
    assert_close(info_of(&s).acceptance, .75, 4 * sqrt(.75 * .25 / 8192));
    assert_int_equal(info_of(&s).exact, 1);
    drop(&s);
}

/* With at least .2, .1 and 0, the rest of .7 is spread: means .2 + .7/3 and so on; nothing is drawn twice. */
static void lower_ends_cost_nothing(void **state)
{
    const double values[] = {1, 1, 1}, lowest[] = {.2, .1, 0};
    rapport_weight_rules rules = {.struct_size = sizeof rules, .lowest = lowest};
    study s = run(matrix_make(NULL, 1, 3, NULL, values, 1), &rules);
    (void)state;
    for (uint32_t c = 0; c < 3; c++)
        assert_close(central_of(&s, 0, c), lowest[c] + .7 / 3, 4 * sqrt(1.0 / 18 / DRAWS));
    assert_close(info_of(&s).acceptance, 1, 0);
    drop(&s);
}

/* A single vector of weights is left: .2 and .8. */
static void ends_that_leave_nothing_to_spread_are_fine(void **state)
{
    const double values[] = {1, 1}, ends[] = {.2, .8};
    rapport_weight_rules rules = {.struct_size = sizeof rules, .lowest = ends};
    study s = run(matrix_make(NULL, 1, 2, NULL, values, 1), &rules);
    (void)state;
    assert_close(central_of(&s, 0, 0), .2, 1e-9);
    drop(&s);
    rules.lowest = NULL;
    rules.highest = ends;
    s = run(matrix_make(NULL, 1, 2, NULL, values, 1), &rules);
    assert_close(central_of(&s, 0, 1), .8, 1e-9);
    drop(&s);
    rules.lowest = ends; /* one fixed, one that takes the rest */
    s = run(matrix_make(NULL, 1, 2, NULL, values, 1), &rules);
    assert_close(central_of(&s, 0, 0) + central_of(&s, 0, 1), 1, 1e-9);
    drop(&s);
}

/* Eight weights of at most .14: what they lack to it adds up to .12 and is uniform on a simplex of that size. So the chance of
 * a weight above .13 is that of a lack below .01: 1 - (1 - 1/12)^7 = .45615. The walk is close to it, and says that it walks.
 */
static void little_room_is_walked_through(void **state)
{
    const double highest[] = {.14, .14, .14, .14, .14, .14, .14, .14};
    const double values[] = {1, 0, 0, 0, 0, 0, 0, 0, .13, .13, .13, .13, .13, .13, .13, .13};
    rapport_weight_rules rules = {.struct_size = sizeof rules, .highest = highest};
    study s = run(matrix_make(NULL, 2, 8, NULL, values, 1), &rules);
    (void)state;
    assert_int_equal(info_of(&s).exact, 0);
    assert_close(rank_of(&s, 0, 0), 1 - pow(11.0 / 12, 7), .02);
    for (uint32_t c = 1; c < 8; c++)
        assert_close(central_of(&s, 1, c), (1 - central_of(&s, 1, 0)) / 7, .001);
    drop(&s);
}

/* The same with an order: the centroid of the order, of what is lacking, turned round. 6 weights of at most .18 lack .08. */
static void a_walk_keeps_to_the_order(void **state)
{
    const double highest[] = {.18, .18, .18, .18, .18, .18}, values[] = {1, 1, 1, 1, 1, 1};
    const uint32_t importance[] = {1, 2, 3, 4, 5, 6};
    rapport_weight_rules rules = {.struct_size = sizeof rules, .highest = highest, .importance = importance};
    study s = run(matrix_make(NULL, 1, 6, NULL, values, 1), &rules);
    (void)state;
    assert_int_equal(info_of(&s).exact, 0);
    for (uint32_t c = 0; c < 6; c++) {
        double lack = 0; /* of the (c+1)-th smallest: (1/6)(1/6 + 1/5 + ... ) */
        for (uint32_t k = 0; k <= c; k++)
            lack += 1.0 / (6 - k);
        assert_close(central_of(&s, 0, c), .18 - .08 * lack / 6, .001);
    }
    drop(&s);
}

/* Two equal candidates and one below: they share the first two ranks, half each; rows and columns add up to 1. */
static void ties_share_their_ranks(void **state)
{
    const double values[] = {1, .5, 1, .5, 0, .4};
    study s = run(matrix_make(NULL, 3, 2, NULL, values, 1), NULL);
    double pair;
    (void)state;
    for (uint32_t i = 0; i < 3; i++)
        for (uint32_t k = 0; k < 3; k++)
            assert_close(rank_of(&s, i, k), i < 2 ? (k < 2 ? .5 : 0) : (k == 2 ? 1 : 0), 0);
    assert_ok(rapport_acceptability_get_pair(s.counts, 0, 1, &pair));
    assert_close(pair, .5, 0);
    assert_ok(rapport_acceptability_get_pair(s.counts, 1, 2, &pair));
    assert_close(pair, 1, 0);
    assert_close(central_of(&s, 0, 0), .5, 4 * sqrt(1.0 / 12 / DRAWS));
    assert_close(confidence_of(&s, 0), .5, 0);
    drop(&s);
}

/* 40 that are all alike: each has every rank a 40th of the time, as nearly as 720720 can be shared, and sums are exact. */
static void many_that_are_tied_still_add_up(void **state)
{
    enum { N = 40 };
    double values[N];
    rapport_sampling_options options = {.struct_size = sizeof options, .draws = 300};
    study s;
    (void)state;
    for (int i = 0; i < N; i++)
        values[i] = .5;
    s = run_with(matrix_make(NULL, N, 1, NULL, values, 1), &options);
    for (uint32_t i = 0; i < N; i++) {
        double row = 0, column = 0;
        for (uint32_t k = 0; k < N; k++) {
            assert_close(rank_of(&s, i, k), 1.0 / N, 2.0 / 720720);
            row += rank_of(&s, i, k);
            column += rank_of(&s, k, i);
        }
        assert_close(row, 1, 1e-14);
        assert_close(column, 1, 1e-14);
    }
    drop(&s);
}

/* One criterion: .5 against a uniform value of .2 to .6, which is above it for a quarter; against a missing one, half; and
 * against a normal one of mean .4 and deviation .1, which is above .5 for 1 - Phi(1) = .15866. */
static void uncertain_values_are_drawn_from_their_distribution(void **state)
{
    const double values[] = {.5, .4};
    const unsigned char present[] = {1, 0};
    const double deviations[] = {0, .1};
    rapport_sampling_options options = {.struct_size = sizeof options, .draws = DRAWS, .deviations = deviations};
    rapport_candidates *c = matrix_make(NULL, 2, 1, NULL, values, 1);
    study s;
    double factor, error;
    (void)state;
    assert_ok(rapport_candidates_set_value(c, 1, 0, .2, .6, NULL));
    s = run(c, NULL);
    assert_share(&s, rank_of(&s, 1, 0), .25);
    assert_share(&s, confidence_of(&s, 0), .75);
    assert_ok(rapport_confidence_get(s.confidence, 0, &factor, &error));
    assert_close(error, sqrt(factor * (1 - factor) / DRAWS), 1e-15);
    assert_int_equal(info_of(&s).uncertain, 1);
    drop(&s);
    c = matrix_make(NULL, 1, 1, NULL, values, 1);
    assert_ok(rapport_candidates_add_rows(c, 1, values, present + 1, NULL));
    s = run(c, NULL);
    assert_share(&s, rank_of(&s, 1, 0), .5);
    drop(&s);
    s = run_with(matrix_make(NULL, 2, 1, NULL, values, 1), &options);
    assert_share(&s, rank_of(&s, 1, 0), .15865525393145707);
    assert_share(&s, confidence_of(&s, 1), .15865525393145707);
    drop(&s);
}

static void assert_same_counts(const study *s, const rapport_acceptability *a, const rapport_acceptability *b, uint32_t n,
                               uint32_t m)
{
    (void)s;
    assert_int_equal(rapport_acceptability_draws(a), rapport_acceptability_draws(b));
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t k = 0; k < n; k++) {
            double x, y;
            assert_same_bits(rapport_acceptability_rank(a, i, k), rapport_acceptability_rank(b, i, k));
            assert_ok(rapport_acceptability_get_pair(a, i, k, &x));
            assert_ok(rapport_acceptability_get_pair(b, i, k, &y));
            assert_same_bits(x, y);
        }
        for (uint32_t c = 0; c < m; c++) {
            double x = 0, y = 0;
            assert_int_equal(rapport_acceptability_get_central(a, i, c, &x), rapport_acceptability_get_central(b, i, c, &y));
            assert_same_bits(x, y);
        }
    }
}

/* One call, a block a call from the last to the first, and three parts put together in another order: the same bits. With ties,
 * uncertain values and rules that make it draw again. */
static void the_same_bits_however_the_draws_are_split(void **state)
{
    enum { N = 5, M = 4 };
    double values[N * M];
    const double highest[] = {.5, .6, 1, 1};
    const uint32_t importance[] = {0, 1, 2, 2};
    rapport_weight_rules rules = {.struct_size = sizeof rules, .highest = highest, .importance = importance};
    rapport_sampling_options options = {.struct_size = sizeof options, .draws = 50001, .seed = -3, .rules = &rules};
    rapport_acceptability *steps, *parts[3];
    rapport_confidence *factors;
    uint64_t seed = 99;
    double x, y;
    (void)state;
    for (int i = 0; i < N * M; i++)
        values[i] = i < M ? .5 : i < 2 * M ? values[i - M] : matrix_random(&seed);
    rapport_candidates *c = matrix_make(NULL, N, M, NULL, values, 1);
    assert_ok(rapport_candidates_set_value(c, 3, 1, .1, .9, NULL));
    study s = run_with(c, &options);
    int64_t blocks = info_of(&s).blocks;
    assert_int_equal(blocks, 13);
    assert_ok(rapport_acceptability_create(s.sampling, &steps, NULL));
    for (int64_t block = blocks; block-- > 0;)
        assert_ok(rapport_acceptability_compute(steps, block, 1, NULL));
    assert_same_counts(&s, s.counts, steps, N, M);
    for (int i = 0; i < 3; i++) {
        assert_ok(rapport_acceptability_create(s.sampling, &parts[i], NULL));
        assert_ok(rapport_acceptability_compute(parts[i], 5 * i, 5, NULL));
    }
    assert_ok(rapport_acceptability_add(parts[2], parts[0], NULL));
    assert_ok(rapport_acceptability_add(parts[2], parts[1], NULL));
    assert_same_counts(&s, s.counts, parts[2], N, M);
    assert_ok(rapport_confidence_create(parts[2], &factors, NULL));
    for (int64_t block = rapport_confidence_blocks(factors); block-- > 0;)
        assert_ok(rapport_confidence_compute(factors, block, 1, NULL));
    for (uint32_t i = 0; i < N; i++) {
        x = y = 0;
        assert_int_equal(rapport_confidence_get(factors, i, &x, NULL), rapport_confidence_get(s.confidence, i, &y, NULL));
        assert_same_bits(x, y);
    }
    for (int i = 0; i < 3; i++)
        rapport_acceptability_destroy(parts[i]);
    rapport_confidence_destroy(factors);
    rapport_acceptability_destroy(steps);
    drop(&s);
}

static void another_seed_draws_otherwise(void **state)
{
    const double values[] = {1, 0, .2, .6};
    rapport_sampling_options options = {.struct_size = sizeof options, .draws = 10000, .seed = 1};
    study one = run_with(matrix_make(NULL, 2, 2, NULL, values, 1), &options), two;
    (void)state;
    options.seed = 2;
    two = run_with(matrix_make(NULL, 2, 2, NULL, values, 1), &options);
    assert_true(rank_of(&one, 0, 0) < rank_of(&two, 0, 0) || rank_of(&one, 0, 0) > rank_of(&two, 0, 0));
    drop(&one);
    drop(&two);
}

static void what_is_not_there_is_undefined(void **state)
{
    const double values[] = {1, 0, .2, .6, .1, .1};
    rapport_candidates *c = matrix_make(NULL, 3, 2, NULL, values, 1);
    rapport_acceptability *none;
    double x = 5, ranks[3];
    uint32_t needed;
    (void)state;
    assert_ok(rapport_candidates_set_excluded(c, 1, "out", NULL));
    study s = run(c, NULL);
    assert_int_equal(rapport_acceptability_get_ranks(s.counts, 1, ranks, 3, NULL), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_acceptability_get_ranks(s.counts, 3, ranks, 3, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_acceptability_get_ranks(s.counts, 0, NULL, 1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_acceptability_get_ranks(s.counts, 0, ranks, 1, &needed));
    assert_int_equal(needed, 2);
    assert_int_equal(rapport_acceptability_get_pair(s.counts, 0, 1, &x), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_acceptability_get_pair(s.counts, 0, 3, &x), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_acceptability_get_pair(s.counts, 0, 2, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_acceptability_get_central(s.counts, 0, 2, &x), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_confidence_get(s.confidence, 1, &x, NULL), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_confidence_get(s.confidence, 3, &x, NULL), RAPPORT_BAD_ARGUMENT);
    assert_close(rapport_acceptability_rank(s.counts, 0, 2), 0, 0);
    assert_close(rapport_acceptability_error(s.counts, 2), 0, 0);
    assert_ok(rapport_acceptability_create(s.sampling, &none, NULL));
    assert_int_equal(rapport_acceptability_get_ranks(none, 0, ranks, 3, NULL), RAPPORT_UNDEFINED);
    assert_close(rapport_acceptability_error(none, .5), 0, 0);
    rapport_acceptability_destroy(none);
    drop(&s);
}

/* (.1, .1) is dominated and never first. */
static void who_is_never_first_has_no_central_weights(void **state)
{
    const double values[] = {1, .2, .1, .1};
    study s = run(matrix_make(NULL, 2, 2, NULL, values, 1), NULL);
    double x;
    (void)state;
    assert_int_equal(rapport_acceptability_get_central(s.counts, 1, 0, &x), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_confidence_get(s.confidence, 1, &x, NULL), RAPPORT_UNDEFINED);
    drop(&s);
}

static void arguments_are_checked(void **state)
{
    const double values[] = {.2, .4}, bad[] = {-1, 0}, wide[] = {0, .1};
    rapport_candidates *c = matrix_make(NULL, 2, 1, NULL, values, 1);
    rapport_sampling_options options = {.struct_size = sizeof options, .draws = -1};
    rapport_sampling *other;
    rapport_sampling_info info = {.struct_size = 0};
    rapport_acceptability *apart;
    rapport_confidence *f;
    rapport_error error;
    (void)state;
    assert_int_equal(rapport_sampling_create(NULL, NULL, NULL, &other, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_sampling_create(c, NULL, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_sampling_create(c, &options, NULL, &other, NULL), RAPPORT_BAD_ARGUMENT);
    options.draws = 1000000000001;
    assert_int_equal(rapport_sampling_create(c, &options, NULL, &other, NULL), RAPPORT_BAD_ARGUMENT);
    options.draws = 1000000000000;
    assert_ok(rapport_sampling_create(c, &options, NULL, &other, NULL));
    options.deviations = bad;
    rapport_sampling *refused;
    assert_int_equal(rapport_sampling_create(c, &options, NULL, &refused, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/candidates/0/values/0");
    assert_ok(rapport_candidates_set_value(c, 1, 0, .4, .5, NULL));
    options.deviations = wide;
    assert_int_equal(rapport_sampling_create(c, &options, NULL, &refused, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.message, "only a number has a standard deviation");
    assert_int_equal(rapport_sampling_get_info(other, &info), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_acceptability_create(NULL, &apart, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_acceptability_create(other, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_acceptability_create(other, &apart, NULL));
    assert_int_equal(rapport_acceptability_compute(apart, -1, 1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_acceptability_compute(apart, 0, -1, NULL), RAPPORT_BAD_ARGUMENT);
    study s = run(c, NULL);
    assert_int_equal(rapport_acceptability_add(apart, s.counts, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_acceptability_add(apart, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_confidence_create(NULL, &f, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_confidence_create(apart, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_confidence_create(apart, &f, NULL));
    assert_int_equal(rapport_confidence_compute(f, -1, 1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_confidence_add(f, s.confidence, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_confidence_add(f, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_confidence_add(s.confidence, s.confidence, NULL));
    rapport_confidence_destroy(f);
    rapport_acceptability_destroy(apart);
    rapport_sampling_destroy(other);
    rapport_sampling_destroy(NULL);
    rapport_acceptability_destroy(NULL);
    rapport_confidence_destroy(NULL);
    drop(&s);
}

static rapport_status whole_life(const rapport_allocator *memory)
{
    const double values[] = {1, 0, 0, 1, .6, .6}, highest[] = {.6, 1};
    rapport_weight_rules rules = {.struct_size = sizeof rules, .highest = highest};
    rapport_sampling_options options = {.struct_size = sizeof options, .draws = 200, .rules = &rules};
    rapport_candidates *c = matrix_make(memory, 3, 2, NULL, values, 1);
    rapport_sampling *s = NULL;
    rapport_acceptability *a = NULL;
    rapport_confidence *f = NULL;
    rapport_status status = c ? rapport_sampling_create(c, &options, memory, &s, NULL) : RAPPORT_NO_MEMORY;
    if (!status && !(status = rapport_acceptability_create(s, &a, NULL)) &&
        !(status = rapport_acceptability_compute(a, 0, 1, NULL)) && !(status = rapport_confidence_create(a, &f, NULL)))
        status = rapport_confidence_compute(f, 0, 1, NULL);
    rapport_confidence_destroy(f);
    rapport_acceptability_destroy(a);
    rapport_sampling_destroy(s);
    rapport_candidates_destroy(c);
    return status;
}

static void running_out_of_memory_leaves_nothing_behind(void **state)
{
    (void)state;
    assert_true(tk_exhaust_memory(whole_life) > 40);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_criteria_are_lengths_on_a_line),
        cmocka_unit_test(three_criteria_are_areas_of_a_triangle),
        cmocka_unit_test(unequal_areas_come_out_too),
        cmocka_unit_test(an_order_of_importance_has_its_centroid),
        cmocka_unit_test(an_order_may_have_equal_places_and_gaps),
        cmocka_unit_test(upper_ends_are_kept_by_drawing_again),
        cmocka_unit_test(lower_ends_cost_nothing),
        cmocka_unit_test(ends_that_leave_nothing_to_spread_are_fine),
        cmocka_unit_test(little_room_is_walked_through),
        cmocka_unit_test(a_walk_keeps_to_the_order),
        cmocka_unit_test(ties_share_their_ranks),
        cmocka_unit_test(many_that_are_tied_still_add_up),
        cmocka_unit_test(uncertain_values_are_drawn_from_their_distribution),
        cmocka_unit_test(the_same_bits_however_the_draws_are_split),
        cmocka_unit_test(another_seed_draws_otherwise),
        cmocka_unit_test(what_is_not_there_is_undefined),
        cmocka_unit_test(who_is_never_first_has_no_central_weights),
        cmocka_unit_test(arguments_are_checked),
        cmocka_unit_test(running_out_of_memory_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
