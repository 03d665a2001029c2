/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The methods of ranking against published examples and arithmetic by hand. tests/python/test_ranking_definitions.py holds them
 * against the definitions, over random matrices. */
#include "ranking_kit.h"

#include <math.h>

/* Hwang and Yoon 1981: four fighter aircraft by speed, range, payload, cost, reliability, manoeuvrability. */
static const double aircraft[] = {2.0, 1500, 20000, 5.5, 5, 9, 2.5, 2700, 18000, 6.5, 3, 5,
                                  1.8, 2000, 21000, 4.5, 7, 7, 2.2, 1800, 20000, 5.0, 5, 5};
static const double aircraft_weights[] = {.2, .1, .1, .1, .2, .3};

static void topsis_chooses_an_aircraft(void **state)
{
    (void)state;
    static const double published[] = {.643, .268, .613, .312}, ranks[] = {1, 4, 2, 3};
    rapport_candidates *m = matrix_of(4, "+++-++", aircraft_weights, aircraft);
    rapport_ranking *r = rank(m, RAPPORT_TOPSIS);
    expect_values(r, RAPPORT_SCORE, published, .0006);
    expect_values(r, RAPPORT_RANK, ranks, 0);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

/* The same data over the largest value, costs by the smallest over each; the fractions as they come out by hand. */
static void sum_and_product_by_hand(void **state)
{
    (void)state;
    double r[4][6], sum[4], product[4], mixed[4];
    rapport_candidates *m = matrix_of(4, "+++-++", aircraft_weights, aircraft);
    static const double best[] = {2.5, 2700, 21000, 4.5, 7, 9};
    for (int i = 0; i < 4; i++) {
        sum[i] = 0;
        product[i] = 1;
        for (int j = 0; j < 6; j++) {
            r[i][j] = j == 3 ? best[j] / aircraft[6 * i + j] : aircraft[6 * i + j] / best[j];
            sum[i] += aircraft_weights[j] * r[i][j];
            product[i] *= pow(r[i][j], aircraft_weights[j]);
        }
        mixed[i] = .5 * sum[i] + .5 * product[i];
    }
    assert_close(sum[0], .835, .001); /* Hwang and Yoon's own simple additive weighting of the first one */
    rapport_ranking *by_sum = rank_with(m, RAPPORT_WSM, "normalization", "max", 0), *by_product = rank(m, RAPPORT_WPM);
    rapport_ranking *by_both = rank(m, RAPPORT_WASPAS);
    expect_values(by_sum, RAPPORT_SCORE, sum, 1e-14);
    expect_values(by_product, RAPPORT_SCORE, product, 1e-14);
    expect_values(by_both, RAPPORT_SCORE, mixed, 1e-14);
    rapport_ranking_destroy(by_sum);
    rapport_ranking_destroy(by_product);
    rapport_ranking_destroy(by_both);
    rapport_candidates_destroy(m);
}

static void a_sum_by_bounds_and_by_range(void **state)
{
    (void)state;
    /* c1 a cost in bounds 0..100, c2 a benefit without: (.75 * 3 + 0) / 4, (.5 * 3 + 1) / 4, (0 * 3 + .5) / 4 */
    static const double wanted[] = {.5625, .625, .125}, none[] = {-18.5, -36.75, -74.5};
    rapport_candidates *m;
    assert_ok(rapport_candidates_create(NULL, &m, NULL));
    add_criterion(m, WITH(.weight = 3, .direction = RAPPORT_MINIMIZE, .has = RAPPORT_HAS_BOUNDS, .highest = 100));
    add_criterion(m, WITH(.weight = 1));
    static const double values[] = {25, 1, 50, 3, 100, 2};
    assert_ok(rapport_candidates_add_rows(m, 3, values, NULL, NULL));
    rapport_ranking *r = rank(m, RAPPORT_WSM);
    expect_values(r, RAPPORT_SCORE, wanted, 1e-15);
    rapport_ranking_destroy(r);
    r = rank_with(m, RAPPORT_WSM, "normalization", "none", 0); /* (-25 * 3 + 1) / 4 and so on; costs are taken off */
    expect_values(r, RAPPORT_SCORE, none, 1e-12);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

/* Opricovic and Tzeng 2004, the mountain climber: risk and altitude of three peaks. */
static void vikor_climbs_a_mountain(void **state)
{
    (void)state;
    static const double values[] = {1, 3000, 2, 3750, 5, 4500}, weights[] = {.5, .5};
    static const double s[] = {.5, .375, .5}, r[] = {.5, .25, .5}, q[] = {1, 0, 1}, ranks[] = {2.5, 1, 2.5},
                        chosen[] = {0, 1, 0};
    rapport_candidates *m = matrix_of(3, "-+", weights, values);
    rapport_ranking *ranking = rank(m, RAPPORT_VIKOR);
    expect_values(ranking, RAPPORT_MEAN_REGRET, s, 1e-15);
    expect_values(ranking, RAPPORT_WORST_REGRET, r, 1e-15);
    expect_values(ranking, RAPPORT_SCORE, q, 1e-15);
    expect_values(ranking, RAPPORT_RANK, ranks, 0);
    expect_values(ranking, RAPPORT_CHOSEN, chosen, 0); /* ahead by 1 >= 1/2, and the best by S and R */
    rapport_ranking_destroy(ranking);
    rapport_candidates_destroy(m);
}

static void vikor_compromises_where_a_condition_fails(void **state)
{
    (void)state;
    /* One criterion: S = R = Q = regret. 10, 8, 6, 0 -> Q 0, .2, .4, 1; 1/(n-1) = 1/3: the second is too near, the third not.
     */
    static const double near[] = {10, 8, 6, 0}, near_chosen[] = {1, 1, 0, 0};
    rapport_candidates *m = matrix_of(4, "+", NULL, near);
    rapport_ranking *r = rank(m, RAPPORT_VIKOR);
    expect_values(r, RAPPORT_CHOSEN, near_chosen, 0);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
    /* Advantage of exactly 1/(n-1) is enough: 3, 2, 1, 0 -> Q 0, 1/3, 2/3, 1. */
    static const double even[] = {3, 2, 1, 0}, even_chosen[] = {1, 0, 0, 0};
    m = matrix_of(4, "+", NULL, even);
    r = rank(m, RAPPORT_VIKOR);
    expect_values(r, RAPPORT_CHOSEN, even_chosen, 0);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
    static const double v[] = {10, 0, 0, 10};
    m = matrix_of(2, "++", NULL, v); /* both S .5, R .5: a tie of two, both chosen */
    static const double both[] = {1, 1}, tied[] = {1.5, 1.5};
    r = rank(m, RAPPORT_VIKOR);
    expect_values(r, RAPPORT_CHOSEN, both, 0);
    expect_values(r, RAPPORT_RANK, tied, 0);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

/* Brans and Vincke 1985: six power stations, each criterion with another preference function. The flows are those of the
 * table of preference indices there, to its three decimals. */
static rapport_candidates *power_stations(void)
{
    static const double values[] = {80, 90, 6,  5.4, 8, 5,  65, 58, 2, 9.7, 1, 1, 83, 60, 4, 7.2, 4, 7,
                                    40, 80, 10, 7.5, 7, 10, 52, 72, 6, 2,   3, 8, 94, 96, 7, 3.6, 5, 6};
    rapport_candidates *m;
    assert_ok(rapport_candidates_create(NULL, &m, NULL));
    add_criterion(m, WITH(.weight = 1, .direction = 1, .has = 1, .preference = RAPPORT_PREFER_USHAPE, .preference_q = 10));
    add_criterion(m, WITH(.weight = 1, .has = 1, .preference = RAPPORT_PREFER_VSHAPE, .preference_p = 30));
    add_criterion(m, WITH(.weight = 1, .direction = 1, .has = 1, .preference = RAPPORT_PREFER_LINEAR, .preference_q = .5,
                          .preference_p = 5));
    add_criterion(m, WITH(.weight = 1, .direction = 1, .has = 1, .preference = RAPPORT_PREFER_LEVEL, .preference_q = 1,
                          .preference_p = 6));
    add_criterion(m, WITH(.weight = 1, .direction = 1)); /* the usual */
    add_criterion(m, WITH(.weight = 1, .has = 1, .preference = RAPPORT_PREFER_GAUSSIAN, .preference_s = 5));
    assert_ok(rapport_candidates_add_rows(m, 6, values, NULL, NULL));
    return m;
}

static void promethee_compares_power_stations(void **state)
{
    (void)state;
    static const double plus[] = {.220, .396, .247, .329, .455, .300}, minus[] = {.366, .379, .336, .349, .162, .355};
    static const double ranks[] = {6, 2, 5, 3, 1, 4};
    rapport_candidates *m = power_stations();
    rapport_ranking *r = rank(m, RAPPORT_PROMETHEE1);
    double relation;
    expect_values(r, RAPPORT_POSITIVE_FLOW, plus, .0006);
    expect_values(r, RAPPORT_NEGATIVE_FLOW, minus, .0006);
    expect_values(r, RAPPORT_RANK, ranks, 0);
    assert_ok(rapport_ranking_get_pair(r, RAPPORT_RELATION, 4, 0, &relation));
    assert_true(relation == RAPPORT_PREFERRED);
    assert_ok(rapport_ranking_get_pair(r, RAPPORT_RELATION, 0, 4, &relation));
    assert_true(relation == RAPPORT_WORSE);
    assert_ok(rapport_ranking_get_pair(r, RAPPORT_RELATION, 1, 2, &relation)); /* more plus, but more minus too */
    assert_true(relation == RAPPORT_INCOMPARABLE);
    assert_ok(rapport_ranking_get_pair(r, RAPPORT_RELATION, 3, 3, &relation));
    assert_true(relation == RAPPORT_INDIFFERENT);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

static void electre_1_by_hand(void **state)
{
    (void)state;
    /* Weights .5 .3 .2, all ranges 0..10. a1 (10, 4, 0), a2 (8, 10, 5), a3 (0, 0, 10).
     * c(a2, a1) = .5 (c2, c3), d(a2, a1) = .2; c(a1, a2) = .5, d = .6; c(a1, a3) = .8, d = 1; c(a2, a3) = .8, d = .5;
     * c(a3, .) = .2 with d 1. With cuts .5 and .5: a2 outranks a1 and a3. */
    static const double weights[] = {.5, .3, .2}, values[] = {10, 4, 0, 8, 10, 5, 0, 0, 10};
    static const double kernel[] = {0, 1, 0}, scores[] = {-1, 2, -1};
    rapport_parameter cuts[] = {{"concordance", NULL, .5}, {"discordance", NULL, .5}};
    rapport_ranking_options options = {sizeof options, 2, cuts};
    rapport_candidates *m = matrix_of(3, "+++", weights, values);
    rapport_ranking *r;
    double x;
    assert_ok(rapport_ranking_compute(m, RAPPORT_ELECTRE1, &options, NULL, &r, NULL));
    assert_ok(rapport_ranking_get_pair(r, RAPPORT_CONCORDANCE, 1, 0, &x));
    assert_close(x, .5, 1e-15);
    assert_ok(rapport_ranking_get_pair(r, RAPPORT_DISCORDANCE, 1, 0, &x));
    assert_close(x, .2, 1e-15);
    assert_ok(rapport_ranking_get_pair(r, RAPPORT_DISCORDANCE, 0, 1, &x));
    assert_close(x, .6, 1e-15);
    assert_ok(rapport_ranking_get_pair(r, RAPPORT_OUTRANKS, 1, 2, &x));
    assert_true(x == 1);
    assert_ok(rapport_ranking_get_pair(r, RAPPORT_OUTRANKS, 0, 2, &x));
    assert_true(x == 0);
    expect_values(r, RAPPORT_CHOSEN, kernel, 0);
    expect_values(r, RAPPORT_SCORE, scores, 0);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

static void a_circle_is_in_the_kernel_as_a_whole(void **state)
{
    (void)state;
    /* Condorcet: a1 > a2 > a3 > a1, each on two of three equal criteria; a4 is worst on all. Discordance is allowed. */
    static const double values[] = {3, 2, 1, 2, 1, 3, 1, 3, 2, 0, 0, 0}, kernel[] = {1, 1, 1, 0};
    rapport_parameter cuts[] = {{"concordance", NULL, .6}, {"discordance", NULL, 1}};
    rapport_ranking_options options = {sizeof options, 2, cuts};
    rapport_candidates *m = matrix_of(4, "+++", NULL, values);
    rapport_ranking *r;
    assert_ok(rapport_ranking_compute(m, RAPPORT_ELECTRE1, &options, NULL, &r, NULL));
    expect_values(r, RAPPORT_CHOSEN, kernel, 0);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

static void electre_3_by_hand(void **state)
{
    (void)state;
    /* Two criteria, weights .6 and .4, q 1, p 3, v 5 on both. a1 (10, 5), a2 (8, 9), a3 (8, 5).
     * sigma(a1, a2): c1 1, c2 0 (worse by 4); C .6, D2 = (4 - 3) / (5 - 3) = .5 < .6: .6.
     * sigma(a2, a1): worse by 2 on c1: c1 = (3 - 2) / 2 = .5; C = .3 + .4 = .7.
     * sigma(a1, a3) 1; sigma(a3, a1) = .6 * .5 + .4 = .7; sigma(a2, a3) 1; sigma(a3, a2) = .6.
     * Down: level 1, cut 1 - .15 = .85: next level .7. Above .7 are (a1, a3) and (a2, a3), 1 > .7 + .15 and 1 > .6 + .15: a1
     * and a2 qualify 1, a3 -2. Among a1, a2: level .7 - (.3 - .105) = .505: none below; level 0: .6 and .7 do not beat each
     * other by s: both remain. Classes {a1, a2}, {a3}. Up: a3 is the worst, then the two: the same order. */
    static const double values[] = {10, 5, 8, 9, 8, 5}, down[] = {1, 1, 2}, ranks[] = {1.5, 1.5, 3};
    static const double sigma[3][3] = {{1, .6, 1}, {.7, 1, 1}, {.7, .6, 1}};
    rapport_candidates *m;
    assert_ok(rapport_candidates_create(NULL, &m, NULL));
    add_criterion(m, WITH(.weight = 6, .has = 6, .indifference = 1, .strict = 3, .veto = 5));
    add_criterion(m, WITH(.weight = 4, .has = 6, .indifference = 1, .strict = 3, .veto = 5));
    assert_ok(rapport_candidates_add_rows(m, 3, values, NULL, NULL));
    rapport_ranking *r = rank(m, RAPPORT_ELECTRE3);
    for (uint32_t a = 0; a < 3; a++)
        for (uint32_t b = 0; b < 3; b++) {
            double x;
            assert_ok(rapport_ranking_get_pair(r, RAPPORT_CREDIBILITY, a, b, &x));
            assert_close(x, sigma[a][b], 1e-15);
        }
    expect_values(r, RAPPORT_DESCENDING, down, 0);
    expect_values(r, RAPPORT_ASCENDING, down, 0);
    expect_values(r, RAPPORT_RANK, ranks, 0);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

typedef struct distilled {
    uint32_t rows;
    double weights[4], values[12], down[3], up[3];
} distilled;

static void expect_distilled(const distilled *wanted, const char *directions)
{
    rapport_candidates *m = matrix_of(wanted->rows, directions, wanted->weights, wanted->values);
    rapport_ranking *r = rank(m, RAPPORT_ELECTRE3);
    expect_values(r, RAPPORT_DESCENDING, wanted->down, 0);
    expect_values(r, RAPPORT_ASCENDING, wanted->up, 0);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

/* s(x) = .3 - .15 x. Without thresholds a credibility is the weight of what is at least as good. Three criteria of two
 * candidates: level, for a1, for a2. sigma(a1, a2) is 1 in the first two, where s is .15, and .8 in the others, where s is .18:
 *   .84: next level .84 < .85; 1 > .84 + .15: a1 first (with s of .84, .174, it were not).
 *   .85: 1 > .85 + .15 is not so: neither. .61: .8 > .61 + .18: a1 first. .63: .8 > .63 + .18 is not so: neither. */
static void who_is_ahead_must_be_so_by_the_distillation_threshold(void **state)
{
    static const distilled all[] = {
        {2, {84, 16, 0}, {1, 2, 1, 1, 1, 2}, {1, 2}, {1, 2}},
        {2, {85, 15, 0}, {1, 2, 1, 1, 1, 2}, {1, 1}, {1, 1}},
        {2, {41, 39, 20}, {1, 2, 1, 1, 1, 2}, {1, 2}, {1, 2}},
        {2, {43, 37, 20}, {1, 2, 1, 1, 1, 2}, {1, 1}, {1, 1}},
    };
    (void)state;
    for (uint32_t i = 0; i < COUNT(all); i++)
        expect_distilled(&all[i], "+++");
}

/* The next level is the largest credibility below x - s(x). Criteria: a1 > a3 > a2; a1 > a2 > a3; a2 > a1 > a3; and a3 above
 * the two, who are level. The first three cases have sigma(a1, a3) = 1, sigma(a1, a2) = sigma(a2, a1) = .5: limit .85.
 *   sigma(a2, a3) .86 or .85: next level .5, above which a1 and a2 outrank a3: {a1, a2}, {a3} both ways.
 *   .84: next level .84: a1 alone outranks a3, so a1 comes first; then .84 > .16 + .174: a2, a3. Up: a3, then the two.
 * The last has sigma(a1, a3) = .8, limit .8 - .18 = .62, sigma(a2, a3) = .64, sigma(a3, a2) = .36, and .6 between a1 and a2:
 * next level .6, .8 > .2 + .18 and .64 > .36 + .204: {a1, a2}, {a3}. */
static void the_next_level_is_below_by_the_distillation_threshold(void **state)
{
#define ORDERS                                                                                                                 \
    {                                                                                                                          \
        3, 3, 2, 1, 1, 2, 3, 1, 2, 1, 1, 2                                                                                     \
    }
    static const distilled all[] = {
        {3, {14, 36, 50, 0}, ORDERS, {1, 1, 2}, {1, 1, 2}},
        {3, {15, 35, 50, 0}, ORDERS, {1, 1, 2}, {1, 1, 2}},
        {3, {16, 34, 50, 0}, ORDERS, {1, 2, 3}, {1, 1, 2}},
        {3, {16, 24, 40, 20}, ORDERS, {1, 1, 2}, {1, 1, 2}},
    };
#undef ORDERS
    (void)state;
    for (uint32_t i = 0; i < COUNT(all); i++)
        expect_distilled(&all[i], "++++");
}

static void copras_by_hand(void **state)
{
    (void)state;
    /* Equal weights, one benefit (1, 3), one cost (1, 3). S+ = .125, .375; S- the same; Q = S+ + .5 / (S- (1/.125 + 1/.375))
     * = S+ + .5 / (S- * 32/3): .125 + .375, .375 + .125. */
    static const double values[] = {1, 1, 3, 3}, scores[] = {.5, .5}, utility[] = {100, 100}, ranks[] = {1.5, 1.5};
    rapport_candidates *m = matrix_of(2, "+-", NULL, values);
    rapport_ranking *r = rank(m, RAPPORT_COPRAS);
    expect_values(r, RAPPORT_SCORE, scores, 1e-15);
    expect_values(r, RAPPORT_UTILITY, utility, 1e-12);
    expect_values(r, RAPPORT_RANK, ranks, 0);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
    /* A higher cost lowers the score: with benefits alike it is the cost that decides. Without costs Q is S+. */
    static const double dearer[] = {1, 1, 1, 2}, order[] = {1, 2};
    m = matrix_of(2, "+-", NULL, dearer);
    r = rank(m, RAPPORT_COPRAS);
    expect_values(r, RAPPORT_RANK, order, 0);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
    static const double shares[] = {.25, .75}, benefits[] = {1, 3};
    m = matrix_of(2, "+", NULL, benefits);
    r = rank(m, RAPPORT_COPRAS);
    expect_values(r, RAPPORT_SCORE, shares, 1e-15);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

/* Stanujkic, Djordjevic and Karabasevic 2015, Quaestus 7: four candidates for a post. */
static void aras_chooses_somebody_for_a_post(void **state)
{
    (void)state;
    static const double weights[] = {.28, .25, .19, .15, .08, .04}, published[] = {.74, .86, .78, .86};
    static const double values[] = {4.64, 3.00, 3.00, 3.00, 2.88, 3.63, 4.00, 4.00, 4.64, 3.56, 3.63, 5.00,
                                    3.30, 4.31, 3.30, 4.00, 3.30, 4.00, 2.62, 5.00, 4.22, 4.31, 5.00, 5.00};
    rapport_candidates *m = matrix_of(4, "++++++", weights, values);
    rapport_ranking *r = rank(m, RAPPORT_ARAS);
    expect_values(r, RAPPORT_SCORE, published, .005);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

static void aras_takes_ideals_on_request(void **state)
{
    (void)state;
    /* A benefit of 1 and 3 with the ideal 4: shares of 8, K = x / 4. A cost of 1 and 2 with the ideal 1: K = 1, 1/2. */
    static const double values[] = {1, 3}, of_data[] = {1.0 / 3, 1}, of_ideal[] = {.25, .75};
    rapport_candidates *m;
    assert_ok(rapport_candidates_create(NULL, &m, NULL));
    add_criterion(m, WITH(.weight = 1, .has = RAPPORT_HAS_IDEAL, .ideal = 4));
    assert_ok(rapport_candidates_add_rows(m, 2, values, NULL, NULL));
    rapport_ranking *r = rank(m, RAPPORT_ARAS);
    expect_values(r, RAPPORT_SCORE, of_data, 1e-15);
    rapport_ranking_destroy(r);
    r = rank_with(m, RAPPORT_ARAS, "optimum", "ideal", 0);
    expect_values(r, RAPPORT_SCORE, of_ideal, 1e-15);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

static void edas_by_hand(void **state)
{
    (void)state;
    /* A benefit 2, 4, 6 (average 4) and a cost 1, 1, 4 (average 2), equal weights. PDA: 0, 0, .5 and .5, .5, 0; NDA: .5, 0, 0
     * and 0, 0, 1. SP = .25, .25, .25; SN = .25, 0, .5. NSP 1 each, NSN .5, 1, 0. */
    static const double values[] = {2, 1, 4, 1, 6, 4}, wanted[] = {.75, 1, .5};
    rapport_candidates *m = matrix_of(3, "+-", NULL, values);
    rapport_ranking *r = rank(m, RAPPORT_EDAS);
    expect_values(r, RAPPORT_SCORE, wanted, 1e-15);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

/* Pamucar and Cirovic 2015: seven forklifts. */
static void mabac_chooses_a_forklift(void **state)
{
    (void)state;
    static const double weights[] = {.146, .144, .119, .121, .115, .101, .088, .068, .050, .048};
    static const double values[] = {22600, 3800, 2,     5,    1.06,  3.00, 3.5,   2.8,  24.5,  6.5,  19500, 4200, 3,     2,
                                    .95,   3.00, 3.4,   2.2,  24.0,  7.0,  21700, 4000, 1,     3,    1.25,  3.20, 3.3,   2.5,
                                    24.5,  7.3,  20600, 3800, 2,     5,    1.05,  3.25, 3.2,   2.0,  22.5,  11.0, 22500, 3800,
                                    4,     3,    1.35,  3.20, 3.7,   2.1,  23.0,  6.3,  23250, 4210, 3,     5,    1.45,  3.60,
                                    3.5,   2.8,  23.5,  7.0,  20300, 3850, 2,     5,    .90,   3.25, 3.0,   2.6,  21.5,  6.0};
    static const double published[] = {.0826, .2183, -.0488, .0246, -.0704, .0465, .0464};
    rapport_candidates *m = matrix_of(7, "-+++--++++", weights, values);
    rapport_ranking *r = rank(m, RAPPORT_MABAC);
    expect_values(r, RAPPORT_SCORE, published, .00005);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

/* Ulutas, Karabasevic, Popovic, Stanujkic, Nguyen and Karakoy 2020: eight stackers for a warehouse. */
static void marcos_chooses_a_stacker(void **state)
{
    (void)state;
    static const double weights[] = {.1061, .3476, .3330, .1185, .0949};
    static const double values[] = {660, 1000, 1600, 18,   1200, 800, 1000, 1600, 24,   900,  980,  1000, 2500, 24,
                                    900, 920,  1500, 1600, 24,   900, 1380, 1500, 1500, 24,   1150, 1230, 1000, 1600,
                                    24,  1150, 680,  1500, 1600, 18,  1100, 960,  2000, 1600, 12,   1150};
    static const double published[] = {.5649, .5543, .6410, .6174, .6016, .5453, .6282, .6543};
    rapport_candidates *m = matrix_of(8, "-++++", weights, values);
    rapport_ranking *r = rank(m, RAPPORT_MARCOS);
    expect_values(r, RAPPORT_SCORE, published, .00006);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

/* Dezert, Tchamova, Han and Tacnet 2020. */
static void spotis_keeps_to_its_bounds(void **state)
{
    (void)state;
    static const double values[] = {10.5, -3.1, 1.7, -4.7, 0, 3.4, 8.1, .3, 1.3, 3.2, 7.3, -5.3};
    static const double published[] = {.1989, .3705, .3063, .7491}, ranks[] = {1, 3, 2, 4};
    rapport_candidates *m;
    assert_ok(rapport_candidates_create(NULL, &m, NULL));
    add_criterion(m, WITH(.weight = .2, .has = RAPPORT_HAS_BOUNDS, .lowest = -5, .highest = 12));
    add_criterion(m, WITH(.weight = .3, .direction = 1, .has = RAPPORT_HAS_BOUNDS, .lowest = -6, .highest = 10));
    add_criterion(m, WITH(.weight = .5, .has = RAPPORT_HAS_BOUNDS, .lowest = -8, .highest = 5));
    assert_ok(rapport_candidates_add_rows(m, 4, values, NULL, NULL));
    rapport_ranking *r = rank(m, RAPPORT_SPOTIS);
    expect_values(r, RAPPORT_SCORE, published, .00006);
    assert_close(rapport_ranking_values(r, RAPPORT_SCORE)[0], .2 * 1.5 / 17 + .3 * 2.9 / 16 + .5 * 3.3 / 13, 1e-15);
    expect_values(r, RAPPORT_RANK, ranks, 0);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(topsis_chooses_an_aircraft),
        cmocka_unit_test(sum_and_product_by_hand),
        cmocka_unit_test(a_sum_by_bounds_and_by_range),
        cmocka_unit_test(vikor_climbs_a_mountain),
        cmocka_unit_test(vikor_compromises_where_a_condition_fails),
        cmocka_unit_test(promethee_compares_power_stations),
        cmocka_unit_test(electre_1_by_hand),
        cmocka_unit_test(a_circle_is_in_the_kernel_as_a_whole),
        cmocka_unit_test(electre_3_by_hand),
        cmocka_unit_test(who_is_ahead_must_be_so_by_the_distillation_threshold),
        cmocka_unit_test(the_next_level_is_below_by_the_distillation_threshold),
        cmocka_unit_test(copras_by_hand),
        cmocka_unit_test(aras_chooses_somebody_for_a_post),
        cmocka_unit_test(aras_takes_ideals_on_request),
        cmocka_unit_test(edas_by_hand),
        cmocka_unit_test(mabac_chooses_a_forklift),
        cmocka_unit_test(marcos_chooses_a_stacker),
        cmocka_unit_test(spotis_keeps_to_its_bounds),
    };
    return cmocka_run_group_tests_name("ranking", tests, NULL, NULL);
}
