/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Laws of weights over seeded random judgements and matrices: the order of criteria carries nothing, more points never weigh
 * less, combining a rater with himself changes nothing. */
#include "rapport/weighting.h"
#include "testkit.h"

enum { N = 6, ROWS = 7 };

static uint64_t seed = 21;

static uint32_t next_number(uint32_t below)
{
    seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return (uint32_t)(seed >> 33) % below;
}

static void shuffle(uint32_t order[N])
{
    for (uint32_t i = 0; i < N; i++) {
        uint32_t j = next_number(i + 1);
        order[i] = order[j];
        order[j] = i;
    }
}

static void assert_permuted(const double *plain, const double *permuted, const uint32_t order[N], double tolerance)
{
    double sum = 0;
    for (uint32_t i = 0; i < N; i++) {
        assert_close(permuted[i], plain[order[i]], tolerance);
        assert_true(permuted[i] >= 0);
        sum += permuted[i];
    }
    assert_close(sum, 1, 1e-14);
}

static void the_order_of_compared_criteria_carries_nothing(void **state)
{
    (void)state;
    for (int trial = 0; trial < 200; trial++) {
        double a[N * N], b[N * N], w[N], v[N];
        uint8_t there[N * N], there_too[N * N];
        uint32_t order[N];
        rapport_consistency c = {.struct_size = sizeof c}, d = {.struct_size = sizeof d};
        shuffle(order);
        for (uint32_t i = 0; i < N; i++)
            for (uint32_t j = i; j < N; j++) {
                a[i * N + j] = i == j ? 1 : next_number(2) ? 1 + next_number(9) : 1.0 / (1 + next_number(9));
                a[j * N + i] = 1 / a[i * N + j];
                there[i * N + j] = there[j * N + i] = j <= i + 1 || next_number(4) > 0; /* the chain holds them together */
            }
        for (uint32_t i = 0; i < N; i++)
            for (uint32_t j = 0; j < N; j++) {
                b[i * N + j] = a[order[i] * N + order[j]];
                there_too[i * N + j] = there[order[i] * N + order[j]];
            }
        for (int32_t method = RAPPORT_WEIGHTS_AHP; method <= RAPPORT_WEIGHTS_AHP_GEOMETRIC; method++) {
            assert_ok(rapport_pairwise_weights_compute(method, a, there, N, 0, NULL, w, &c, NULL));
            assert_ok(rapport_pairwise_weights_compute(method, b, there_too, N, 0, NULL, v, &d, NULL));
            assert_permuted(w, v, order, 1e-14);
            assert_close(c.lambda_max, d.lambda_max, 1e-13);
            assert_true(c.ci >= 0 && c.missing == d.missing);
        }
    }
}

static void the_order_of_best_worst_and_ranked_criteria_carries_nothing(void **state)
{
    (void)state;
    for (int trial = 0; trial < 300; trial++) {
        double to_others[N], to_worst[N], others[N], worst[N], ranks[N], permuted[N], w[N], v[N];
        uint32_t order[N], a = 2 + next_number(8), best_at = 0, worst_at = 0;
        shuffle(order);
        for (uint32_t j = 0; j < N; j++) {
            to_others[j] = j == 0 ? 1 : j == N - 1 ? a : 1 + next_number(a);
            to_worst[j] = j == 0 ? a : j == N - 1 ? 1 : 1 + next_number(a);
            ranks[j] = 1 + next_number(N);
        }
        for (uint32_t i = 0; i < N; i++) {
            others[i] = to_others[order[i]];
            worst[i] = to_worst[order[i]];
            permuted[i] = ranks[order[i]];
            best_at = order[i] == 0 ? i : best_at;
            worst_at = order[i] == N - 1 ? i : worst_at;
        }
        assert_ok(rapport_best_worst_weights_compute(0, N - 1, to_others, to_worst, N, w, NULL, NULL));
        assert_ok(rapport_best_worst_weights_compute(best_at, worst_at, others, worst, N, v, NULL, NULL));
        assert_permuted(w, v, order, 1e-15);
        for (int32_t method = RAPPORT_WEIGHTS_RANK_SUM; method <= RAPPORT_WEIGHTS_ROC; method++) {
            assert_ok(rapport_rank_weights_compute(method, ranks, N, w, NULL));
            assert_ok(rapport_rank_weights_compute(method, permuted, N, v, NULL));
            assert_permuted(w, v, order, 1e-15);
            for (uint32_t i = 0; i < N; i++)
                for (uint32_t j = 0; j < N; j++)
                    assert_true(ranks[i] >= ranks[j] || w[i] > w[j]);
        }
    }
}

static rapport_candidates *matrix_of(const double *values, const uint32_t *order)
{
    static const char *const ids[N] = {"a", "b", "c", "d", "e", "f"};
    rapport_candidates *candidates;
    double row[N];
    assert_ok(rapport_candidates_create(NULL, &candidates, NULL));
    for (uint32_t i = 0; i < N; i++) {
        rapport_candidates_criterion criterion = {.struct_size = sizeof criterion, .direction = (int32_t)(order[i] % 2)};
        assert_ok(rapport_candidates_add_criterion(candidates, ids[order[i]], &criterion, NULL, NULL));
    }
    for (uint32_t r = 0; r < ROWS; r++) {
        for (uint32_t i = 0; i < N; i++)
            row[i] = values[r * N + order[i]];
        assert_ok(rapport_candidates_add_rows(candidates, 1, row, NULL, NULL));
    }
    return candidates;
}

static void the_order_of_columns_carries_nothing(void **state)
{
    static const uint32_t as_they_are[N] = {0, 1, 2, 3, 4, 5};
    (void)state;
    for (int trial = 0; trial < 100; trial++) {
        double values[ROWS * N], w[N], v[N];
        uint32_t order[N];
        rapport_candidates *plain, *permuted;
        shuffle(order);
        for (int i = 0; i < ROWS * N; i++)
            values[i] = 1 + next_number(1000);
        plain = matrix_of(values, as_they_are);
        permuted = matrix_of(values, order);
        for (int32_t method = RAPPORT_WEIGHTS_EQUAL; method <= RAPPORT_WEIGHTS_MEREC; method++) {
            assert_ok(rapport_data_weights_compute(method, plain, NULL, w, NULL));
            assert_ok(rapport_data_weights_compute(method, permuted, NULL, v, NULL));
            assert_permuted(w, v, order, 1e-14);
        }
        rapport_candidates_destroy(plain);
        rapport_candidates_destroy(permuted);
    }
}

static void raters_of_one_mind_change_nothing(void **state)
{
    (void)state;
    for (int trial = 0; trial < 100; trial++) {
        double rows[3 * N], raters[3], w[N], points[N];
        for (uint32_t i = 0; i < N; i++)
            points[i] = 1 + next_number(100);
        assert_ok(rapport_point_weights_compute(points, N, rows, NULL));
        for (uint32_t r = 0; r < 3; r++) {
            raters[r] = 1 + next_number(5);
            for (uint32_t i = 0; i < N; i++)
                rows[r * N + i] = rows[i];
        }
        for (int32_t combine = RAPPORT_COMBINE_PRIORITIES; combine <= RAPPORT_COMBINE_PRIORITIES_GEOMETRIC; combine++) {
            assert_ok(rapport_weights_combine_compute(rows, 3, N, raters, combine, w, NULL));
            for (uint32_t i = 0; i < N; i++)
                assert_close(w[i], rows[i], 1e-15);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_order_of_compared_criteria_carries_nothing),
        cmocka_unit_test(the_order_of_best_worst_and_ranked_criteria_carries_nothing),
        cmocka_unit_test(the_order_of_columns_carries_nothing),
        cmocka_unit_test(raters_of_one_mind_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
