/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Laws of rankings over seeded random matrices. */
#include "ranking_kit.h"

enum { ROUNDS = 60, MOST = 12 };

static uint32_t seed;

static uint32_t draw(uint32_t below)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

typedef struct problem {
    uint32_t rows, criteria;
    double values[MOST][MOST], weights[MOST];
    char directions[MOST + 1];
} problem;

static problem problem_of(uint32_t number)
{
    problem p = {0};
    seed = number;
    p.rows = 2 + draw(MOST - 2);
    p.criteria = 1 + draw(5);
    for (uint32_t j = 0; j < p.criteria; j++) {
        p.weights[j] = 1 + draw(9);
        p.directions[j] = draw(3) ? '+' : '-';
    }
    for (uint32_t i = 0; i < p.rows; i++)
        for (uint32_t j = 0; j < p.criteria; j++)
            p.values[i][j] = 1 + draw(40) / 4.0;
    return p;
}

/* Values times a unit for each criterion, rows in another order; thresholds and bounds in the same unit. */
static rapport_candidates *made(const problem *p, const double *units, const uint32_t *order)
{
    rapport_candidates *m;
    assert_ok(rapport_candidates_create(NULL, &m, NULL));
    for (uint32_t j = 0; j < p->criteria; j++) {
        double unit = units ? units[j] : 1;
        add_criterion(m,
                      WITH(.weight = p->weights[j], .direction = p->directions[j] == '-',
                           .has = RAPPORT_HAS_BOUNDS | RAPPORT_HAS_PREFERENCE | RAPPORT_HAS_THRESHOLDS | RAPPORT_HAS_VETO,
                           .highest = 12 * unit, .preference = (int32_t)(j % 6), .preference_q = unit, .preference_p = 4 * unit,
                           .preference_s = 2 * unit, .indifference = unit, .strict = 3 * unit, .veto = 9 * unit));
    }
    for (uint32_t i = 0; i < p->rows; i++) {
        double row[MOST];
        for (uint32_t j = 0; j < p->criteria; j++)
            row[j] = p->values[order ? order[i] : i][j] * (units ? units[j] : 1);
        assert_ok(rapport_candidates_add_rows(m, 1, row, NULL, NULL));
    }
    return m;
}

static void another_order_of_candidates_changes_nothing_but_order(void **state)
{
    (void)state;
    for (uint32_t number = 1; number <= ROUNDS; number++) {
        problem p = problem_of(number);
        uint32_t order[MOST];
        for (uint32_t i = 0; i < p.rows; i++)
            order[i] = (i * 7 + 3) % p.rows;
        for (uint32_t i = 0; i < p.rows; i++) /* a permutation only if 7 does not divide the number */
            order[i] = p.rows % 7 ? order[i] : p.rows - 1 - i;
        rapport_candidates *a = made(&p, NULL, NULL), *b = made(&p, NULL, order);
        for (int32_t method = RAPPORT_WSM; method < RAPPORT_METHOD_END; method++) {
            rapport_ranking *x = rank(a, method), *y = rank(b, method);
            for (int32_t what = RAPPORT_SCORE; what < RAPPORT_RANKING_END; what++) {
                const double *one = rapport_ranking_values(x, what), *two = rapport_ranking_values(y, what);
                for (uint32_t i = 0; one && i < p.rows; i++)
                    assert_close(two[i], one[order[i]], 1e-12 * (1 + (one[order[i]] > 1 ? one[order[i]] : 1)));
            }
            rapport_ranking_destroy(x);
            rapport_ranking_destroy(y);
        }
        rapport_candidates_destroy(a);
        rapport_candidates_destroy(b);
    }
}

static void units_do_not_matter(void **state)
{
    (void)state;
    static const double units[] = {1024, 1.0 / 128, 8, 1, 1048576}; /* exact: a difference of just q stays one */
    for (uint32_t number = 1; number <= ROUNDS; number++) {
        problem p = problem_of(number);
        rapport_candidates *a = made(&p, NULL, NULL), *b = made(&p, units, NULL);
        for (int32_t method = RAPPORT_WSM; method < RAPPORT_METHOD_END; method++) {
            rapport_ranking *x = rank(a, method), *y = rank(b, method);
            const double *one = rapport_ranking_values(x, RAPPORT_SCORE), *two = rapport_ranking_values(y, RAPPORT_SCORE);
            for (uint32_t i = 0; i < p.rows; i++)
                assert_close(two[i], one[i], 1e-10);
            rapport_ranking_destroy(x);
            rapport_ranking_destroy(y);
        }
        rapport_candidates_destroy(a);
        rapport_candidates_destroy(b);
    }
}

static void who_is_better_everywhere_is_never_behind(void **state)
{
    (void)state;
    for (uint32_t number = 1; number <= ROUNDS; number++) {
        problem p = problem_of(number);
        for (uint32_t j = 0; j < p.criteria; j++) /* the second one becomes a worse copy of the first */
            p.values[1][j] = p.values[0][j] + (p.directions[j] == '-' ? .5 : -.5);
        rapport_candidates *m = made(&p, NULL, NULL);
        for (int32_t method = RAPPORT_WSM; method < RAPPORT_METHOD_END; method++) {
            rapport_ranking *r = rank(m, method);
            const double *ranks = rapport_ranking_values(r, RAPPORT_RANK);
            if (ranks[0] > ranks[1])
                fail_msg("round %u, method %d: %g behind %g", number, method, ranks[0], ranks[1]);
            rapport_ranking_destroy(r);
        }
        rapport_candidates_destroy(m);
    }
}

static void ranks_and_flows_add_up(void **state)
{
    (void)state;
    for (uint32_t number = 1; number <= ROUNDS; number++) {
        problem p = problem_of(number);
        rapport_candidates *m = made(&p, NULL, NULL);
        for (int32_t method = RAPPORT_WSM; method < RAPPORT_METHOD_END; method++) {
            rapport_ranking *r = rank(m, method);
            double ranks = 0, flows = 0;
            for (uint32_t i = 0; i < p.rows; i++) {
                ranks += rapport_ranking_values(r, RAPPORT_RANK)[i];
                flows += rapport_ranking_values(r, RAPPORT_SCORE)[i];
            }
            assert_true(ranks == p.rows * (p.rows + 1.0) / 2);
            if (method == RAPPORT_PROMETHEE1 || method == RAPPORT_PROMETHEE2)
                assert_close(flows, 0, 1e-13);
            rapport_ranking_destroy(r);
        }
        rapport_candidates_destroy(m);
    }
}

static void spotis_knows_no_rank_reversal(void **state)
{
    (void)state;
    for (uint32_t number = 1; number <= ROUNDS; number++) {
        problem p = problem_of(number);
        rapport_candidates *m = made(&p, NULL, NULL);
        rapport_ranking *all = rank(m, RAPPORT_SPOTIS);
        for (uint32_t out = 0; out < p.rows; out++) {
            assert_ok(rapport_candidates_set_excluded(m, out, "left", NULL));
            rapport_ranking *fewer = rank(m, RAPPORT_SPOTIS);
            for (uint32_t i = 0; i < p.rows; i++)
                if (i != out)
                    assert_same_bits(rapport_ranking_values(fewer, RAPPORT_SCORE)[i],
                                     rapport_ranking_values(all, RAPPORT_SCORE)[i]);
            rapport_ranking_destroy(fewer);
            assert_ok(rapport_candidates_set_excluded(m, out, NULL, NULL));
        }
        rapport_ranking_destroy(all);
        rapport_candidates_destroy(m);
    }
}

/* Whatever numbers the open values turn out to be, scores and ranks are within the ends that were told. */
static void the_truth_lies_between_the_ends(void **state)
{
    (void)state;
    static const int32_t methods[] = {RAPPORT_WSM, RAPPORT_SPOTIS, RAPPORT_WPM};
    for (uint32_t number = 1; number <= ROUNDS; number++)
        for (size_t k = 0; k < COUNT(methods); k++) {
            problem p = problem_of(number);
            const char *word = methods[k] == RAPPORT_SPOTIS ? NULL : "bounds", *name = word ? "normalization" : NULL;
            rapport_candidates *open = made(&p, NULL, NULL), *closed = made(&p, NULL, NULL);
            for (uint32_t i = 0; i < p.rows; i++) {
                uint32_t j = draw(p.criteria);
                double low = p.values[i][j] - draw(4) / 4.0, high = p.values[i][j] + draw(4) / 4.0;
                double truth = low + (high - low) * draw(5) / 4.0;
                assert_ok(rapport_candidates_set_value(open, i, j, low, high, NULL));
                assert_ok(rapport_candidates_set_value(closed, i, j, truth, truth, NULL));
            }
            rapport_ranking *wide = rank_with(open, methods[k], name, word, 0),
                            *one = rank_with(closed, methods[k], name, word, 0);
            for (uint32_t i = 0; i < p.rows && rapport_ranking_is_open(wide); i++) {
                double score = rapport_ranking_values(one, RAPPORT_SCORE)[i],
                       place = rapport_ranking_values(one, RAPPORT_RANK)[i];
                assert_true(rapport_ranking_values(wide, RAPPORT_LOWEST_SCORE)[i] <= score + 1e-12);
                assert_true(rapport_ranking_values(wide, RAPPORT_HIGHEST_SCORE)[i] >= score - 1e-12);
                assert_true(rapport_ranking_values(wide, RAPPORT_BEST_RANK)[i] <= place);
                assert_true(rapport_ranking_values(wide, RAPPORT_WORST_RANK)[i] >= place);
            }
            rapport_ranking_destroy(wide);
            rapport_ranking_destroy(one);
            rapport_candidates_destroy(open);
            rapport_candidates_destroy(closed);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(another_order_of_candidates_changes_nothing_but_order),
        cmocka_unit_test(units_do_not_matter),
        cmocka_unit_test(who_is_better_everywhere_is_never_behind),
        cmocka_unit_test(ranks_and_flows_add_up),
        cmocka_unit_test(spotis_knows_no_rank_reversal),
        cmocka_unit_test(the_truth_lies_between_the_ends),
    };
    return cmocka_run_group_tests_name("ranking_laws", tests, NULL, NULL);
}
