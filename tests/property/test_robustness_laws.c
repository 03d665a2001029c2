/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Laws of robustness over random matrices. */
#include "testkit.h"

#include <math.h>

#include "matrix_kit.h"

enum { N = 7, M = 5, ROUNDS = 150 };

typedef struct scene {
    double values[N * M], weights[M];
    rapport_candidates *candidates;
    rapport_sensitivity *found;
} scene;

static scene make(uint64_t *seed)
{
    scene s;
    double sum = 0;
    for (int i = 0; i < N * M; i++)
        s.values[i] = matrix_random(seed);
    for (int i = 0; i < M; i++)
        sum += s.weights[i] = .05 + matrix_random(seed);
    for (int i = 0; i < M; i++)
        s.weights[i] /= sum;
    s.candidates = matrix_make(NULL, N, M, s.weights, s.values, 1);
    assert_ok(rapport_sensitivity_create(s.candidates, NULL, NULL, &s.found, NULL));
    return s;
}

static void drop(scene *s)
{
    rapport_sensitivity_destroy(s->found);
    rapport_candidates_destroy(s->candidates);
}

static double score(const scene *s, uint32_t candidate, const double *weights)
{
    double sum = 0;
    for (uint32_t c = 0; c < M; c++)
        sum += weights[c] * s->values[candidate * M + c];
    return sum;
}

static uint32_t best(const scene *s, const double *weights)
{
    uint32_t first = 0;
    for (uint32_t i = 1; i < N; i++)
        first = score(s, i, weights) > score(s, first, weights) ? i : first;
    return first;
}

static int same_order(const scene *s, const double *weights)
{
    for (uint32_t i = 0; i < N; i++)
        for (uint32_t k = 0; k < N; k++)
            if (score(s, i, s->weights) > score(s, k, s->weights) && score(s, i, weights) < score(s, k, weights))
                return 0;
    return 1;
}

static void move(const scene *s, uint32_t criterion, double to, double *out)
{
    for (uint32_t c = 0; c < M; c++)
        out[c] = c == criterion ? to : s->weights[c] * (1 - to) / (1 - s->weights[criterion]);
}

/* Just inside each end winner and order are as before, just outside they are not. */
static void intervals_end_where_the_order_does(void **state)
{
    uint64_t seed = 1;
    const double step = 1e-7;
    uint32_t inner = 0;
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        scene s = make(&seed);
        uint32_t first = best(&s, s.weights);
        assert_int_equal(rapport_sensitivity_first(s.found), first);
        for (uint32_t c = 0; c < M; c++) {
            rapport_weight_interval i = {.struct_size = sizeof i};
            double weights[M];
            assert_ok(rapport_sensitivity_get_interval(s.found, c, &i));
            assert_true(i.winner_low <= i.order_low && i.order_low <= i.weight);
            assert_true(i.winner_high >= i.order_high && i.order_high >= i.weight);
            for (int upper = 0; upper < 2; upper++) {
                double winner = upper ? i.winner_high : i.winner_low, order = upper ? i.order_high : i.order_low;
                double out = upper ? step : -step;
                move(&s, c, winner - out, weights);
                assert_int_equal(best(&s, weights), first);
                move(&s, c, order - out, weights);
                assert_true(same_order(&s, weights));
                if (winner > 2 * step && winner < 1 - 2 * step) {
                    move(&s, c, winner + out, weights);
                    assert_int_not_equal(best(&s, weights), first);
                    inner++;
                }
                if (order > 2 * step && order < 1 - 2 * step) {
                    move(&s, c, order + out, weights);
                    assert_false(same_order(&s, weights));
                }
            }
        }
        drop(&s);
    }
    assert_true(inner > ROUNDS);
}

/* The weights found are weights, put the two level, and no random weights with another winner are nearer; walking from these
 * towards the stated ones, some come close. */
static void no_nearer_weights_change_the_winner(void **state)
{
    uint64_t seed = 2;
    uint32_t close = 0, found = 0;
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        scene s = make(&seed);
        rapport_weight_change change = {.struct_size = sizeof change};
        uint32_t first = best(&s, s.weights);
        double at[M], sum = 0, square = 0, nearest = HUGE_VAL;
        if (rapport_sensitivity_get_change(s.found, RAPPORT_CHANGE_EUCLIDEAN, &change)) {
            drop(&s);
            continue;
        }
        found++;
        for (uint32_t c = 0; c < M; c++) {
            at[c] = rapport_sensitivity_change_weight(s.found, RAPPORT_CHANGE_EUCLIDEAN, c);
            assert_true(at[c] >= 0);
            sum += at[c];
            square += (at[c] - s.weights[c]) * (at[c] - s.weights[c]);
        }
        assert_close(sum, 1, 1e-12);
        assert_close(sqrt(square), change.size, 1e-12);
        assert_close(score(&s, first, at), score(&s, change.candidate, at), 1e-12);
        for (int draw = 0; draw < 3000; draw++) {
            double v[M], gap, far = 0, part;
            sum = 0;
            for (uint32_t c = 0; c < M; c++)
                sum += v[c] = -log(1 - matrix_random(&seed));
            for (uint32_t c = 0; c < M; c++)
                v[c] /= sum;
            uint32_t other = best(&s, v);
            if (other == first)
                continue;
            gap = score(&s, first, s.weights) - score(&s, other, s.weights);
            part = gap / (gap + score(&s, other, v) - score(&s, first, v)); /* where the two are level on the way there */
            for (uint32_t c = 0; c < M; c++)
                far += (v[c] - s.weights[c]) * (v[c] - s.weights[c]);
            far = sqrt(far) * part;
            assert_true(far >= change.size - 1e-9);
            nearest = far < nearest ? far : nearest;
        }
        close += nearest < 1.5 * change.size;
        drop(&s);
    }
    assert_true(found > ROUNDS / 2);
    assert_true(close > found / 2);
}

/* One weight at a time is never less than all together, and its smallest change ends where an interval does. */
static void one_weight_goes_farther_than_all_together(void **state)
{
    uint64_t seed = 3;
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        scene s = make(&seed);
        rapport_weight_change all = {.struct_size = sizeof all}, one = {.struct_size = sizeof one};
        rapport_weight_interval i = {.struct_size = sizeof i};
        if (!rapport_sensitivity_get_change(s.found, RAPPORT_CHANGE_ABSOLUTE, &one)) {
            assert_ok(rapport_sensitivity_get_change(s.found, RAPPORT_CHANGE_EUCLIDEAN, &all));
            double square = 0; /* of all weights: the others move too */
            for (uint32_t c = 0; c < M; c++) {
                double moved = rapport_sensitivity_change_weight(s.found, RAPPORT_CHANGE_ABSOLUTE, c) - s.weights[c];
                square += moved * moved;
            }
            assert_true(sqrt(square) >= all.size - 1e-12);
            assert_ok(rapport_sensitivity_get_interval(s.found, one.criterion, &i));
            assert_true(fabs(one.to - i.winner_low) < 1e-12 || fabs(one.to - i.winner_high) < 1e-12);
        }
        drop(&s);
    }
}

/* Leaving a candidate out is what knocking it out gives. */
static void leaving_out_is_knocking_out(void **state)
{
    uint64_t seed = 4;
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        double values[N * M];
        rapport_leave_one_out out = {.struct_size = sizeof out};
        rapport_sensitivity *whole, *rest;
        for (int i = 0; i < N * M; i++)
            values[i] = floor(8 * matrix_random(&seed)); /* with ties, and several at the ends */
        rapport_candidates *c = matrix_make(NULL, N, M, NULL, values, 0);
        assert_ok(rapport_sensitivity_create(c, NULL, NULL, &whole, NULL));
        for (uint32_t i = 0; i < N; i++) {
            int changes = 0, ties = 1;
            assert_ok(rapport_candidates_set_excluded(c, i, "out", NULL));
            assert_ok(rapport_sensitivity_create(c, NULL, NULL, &rest, NULL));
            assert_ok(rapport_sensitivity_get_without_candidate(whole, i, &out));
            assert_int_equal(out.first, rapport_sensitivity_first(rest));
            for (uint32_t a = 0; a < N; a++)
                for (uint32_t b = 0; b < N; b++) {
                    double x, y, ranks[4];
                    if (a == b || a == i || b == i)
                        continue;
                    assert_ok(rapport_sensitivity_get_score(whole, a, &x, &ranks[0]));
                    assert_ok(rapport_sensitivity_get_score(whole, b, &y, &ranks[1]));
                    assert_ok(rapport_sensitivity_get_score(rest, a, &x, &ranks[2]));
                    assert_ok(rapport_sensitivity_get_score(rest, b, &y, &ranks[3]));
                    changes |= (ranks[0] < ranks[1]) != (ranks[2] < ranks[3]);
                    ties &= ranks[0] <= ranks[1] && ranks[0] >= ranks[1];
                }
            assert_int_equal(out.order_changes, changes);
            assert_true(out.has_tau || ties || changes);
            rapport_sensitivity_destroy(rest);
            assert_ok(rapport_candidates_set_excluded(c, i, NULL, NULL));
        }
        rapport_sensitivity_destroy(whole);
        rapport_candidates_destroy(c);
    }
}

/* Who can be best with some lead is sometimes first; who cannot never is. */
static void drawing_agrees_with_the_linear_program(void **state)
{
    uint64_t seed = 5;
    (void)state;
    for (int round = 0; round < 20; round++) {
        scene s = make(&seed);
        rapport_sampling_options options = {.struct_size = sizeof options, .draws = 4096};
        rapport_dominance *d;
        rapport_sampling *sampling;
        rapport_acceptability *counts;
        assert_ok(rapport_dominance_create(s.candidates, NULL, NULL, &d, NULL));
        assert_ok(rapport_sampling_create(s.candidates, &options, NULL, &sampling, NULL));
        assert_ok(rapport_acceptability_create(sampling, &counts, NULL));
        assert_ok(rapport_acceptability_compute(counts, 0, 1, NULL));
        for (uint32_t i = 0; i < N; i++) {
            rapport_standing standing = {.struct_size = sizeof standing};
            assert_ok(rapport_dominance_get(d, i, &standing));
            if (standing.margin < -1e-5)
                assert_close(rapport_acceptability_rank(counts, i, 0), 0, 0);
            if (standing.margin > .25)
                assert_true(rapport_acceptability_rank(counts, i, 0) > 0);
        }
        rapport_acceptability_destroy(counts);
        rapport_sampling_destroy(sampling);
        rapport_dominance_destroy(d);
        drop(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(intervals_end_where_the_order_does),        cmocka_unit_test(no_nearer_weights_change_the_winner),
        cmocka_unit_test(one_weight_goes_farther_than_all_together), cmocka_unit_test(leaving_out_is_knocking_out),
        cmocka_unit_test(drawing_agrees_with_the_linear_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
