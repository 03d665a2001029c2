/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Where there are many candidates flows are summed another way than pair by pair; here they are held against the definition. */
#include "ranking_kit.h"

#include <math.h>

enum { MANY = 900 };

static double values[MANY];

/* Brans and Vincke 1985: phi+ of a is the mean over the others of 1 - exp(-d^2 / (2 s^2)) where a is better by d. */
static double preferred_by_definition(uint32_t a, double sign, double s)
{
    double sum = 0;
    for (uint32_t i = 0; i < MANY; i++) {
        double d = sign * (values[a] - values[i]);
        sum += d > 0 ? -expm1(-d * d / (2 * s * s)) : 0;
    }
    return sum / (MANY - 1);
}

static void expect_definition(double s, int32_t direction)
{
    double sign = direction == RAPPORT_MINIMIZE ? -1 : 1;
    rapport_candidates *m;
    rapport_ranking *r;
    assert_ok(rapport_candidates_create(NULL, &m, NULL));
    add_criterion(
        m, WITH(.weight = 1, .direction = direction, .has = 1, .preference = RAPPORT_PREFER_GAUSSIAN, .preference_s = s));
    assert_ok(rapport_candidates_add_rows(m, MANY, values, NULL, NULL));
    r = rank(m, RAPPORT_PROMETHEE1);
    for (uint32_t i = 0; i < MANY; i++) {
        assert_close(rapport_ranking_values(r, RAPPORT_POSITIVE_FLOW)[i], preferred_by_definition(i, sign, s), 1e-13);
        assert_close(rapport_ranking_values(r, RAPPORT_NEGATIVE_FLOW)[i], preferred_by_definition(i, -sign, s), 1e-13);
    }
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

static void flows_of_many_are_those_of_every_pair(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < MANY; i++) /* -250..250, each number once or twice, out of order */
        values[i] = (double)(i * 377 % 501) - 250;
    expect_definition(1000, RAPPORT_MAXIMIZE); /* all in one box */
    expect_definition(60, RAPPORT_MAXIMIZE);   /* every box within reach of every other */
    expect_definition(7.5, RAPPORT_MINIMIZE);  /* most boxes out of reach */
    expect_definition(0.25, RAPPORT_MAXIMIZE); /* a box for each value */
}

static void gaps_between_many_are_no_trouble(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < MANY; i++) /* three heaps: 0..3 and 50..53 and 10000..10003 */
        values[i] = (double)(i % 300) / 100 + (i < 300 ? 0 : i < 600 ? 50 : 10000);
    expect_definition(1, RAPPORT_MAXIMIZE);
    expect_definition(6, RAPPORT_MINIMIZE); /* the second heap is 47 to 53 from the first: within 9 s */
}

/* s is 1e-10 of the values: a value is preferred to every smaller one, and by nothing to its like. */
static void what_is_smaller_than_the_last_digit_of_many_is_nothing(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < MANY; i++)
        values[i] = 1e10 + (double)(i / 2) * 1000;
    expect_definition(1, RAPPORT_MAXIMIZE);
}

/* Opricovic and Tzeng 2004: the best Q that is best by neither S nor R takes the second with it. All weights are 1/4.
 * Regrets a (.76 .30 0 0), b (1 0 0 0), c (.74 .74 .74 .74), d (0 1 1 1):
 *   S .265 .25 .74 .75, R .19 .25 .185 .25; Q = (S' + R')/2 = .05346, .5, .49, 1; the advantage .43654 is above 1/3. */
static void vikor_takes_the_second_along_where_the_first_is_best_by_nothing(void **state)
{
    static const double rows[] = {.24, .7, 1, 1, 0, 1, 1, 1, .26, .26, .26, .26, 1, 0, 0, 0}, both[] = {1, 0, 1, 0};
    static const double q[] = {.5 * (.015 / .5 + .005 / .065), .5, .49, 1};
    rapport_candidates *m = matrix_of(4, "++++", NULL, rows);
    rapport_ranking *r = rank(m, RAPPORT_VIKOR);
    (void)state;
    expect_values(r, RAPPORT_SCORE, q, 1e-12);
    expect_values(r, RAPPORT_CHOSEN, both, 0);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(flows_of_many_are_those_of_every_pair),
        cmocka_unit_test(gaps_between_many_are_no_trouble),
        cmocka_unit_test(what_is_smaller_than_the_last_digit_of_many_is_nothing),
        cmocka_unit_test(vikor_takes_the_second_along_where_the_first_is_best_by_nothing),
    };
    return cmocka_run_group_tests_name("many_candidates", tests, NULL, NULL);
}
