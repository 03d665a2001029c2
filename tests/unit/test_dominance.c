/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "testkit.h"

#include <math.h>

#include "matrix_kit.h"

static rapport_dominance *compare(const rapport_candidates *candidates, const rapport_weight_rules *rules)
{
    rapport_dominance *made;
    assert_ok(rapport_dominance_create(candidates, rules, NULL, &made, NULL));
    return made;
}

static rapport_standing standing_of(const rapport_dominance *d, uint32_t candidate)
{
    rapport_standing out = {.struct_size = sizeof out};
    assert_ok(rapport_dominance_get(d, candidate, &out));
    return out;
}

static void drop(rapport_dominance *d, rapport_candidates *c)
{
    rapport_dominance_destroy(d);
    rapport_candidates_destroy(c);
}

static void nowhere_worse_and_somewhere_better_dominates(void **state)
{
    const double values[] = {1, .5, 1, .4, .2, .9, 1, .5};
    rapport_candidates *c = matrix_make(NULL, 4, 2, NULL, values, 1);
    rapport_dominance *d = compare(c, NULL);
    (void)state;
    assert_int_equal(rapport_dominance_pair(d, 0, 1), RAPPORT_DOMINATES_CERTAINLY);
    assert_int_equal(rapport_dominance_pair(d, 1, 0), RAPPORT_DOMINATES_NOT);
    assert_int_equal(rapport_dominance_pair(d, 0, 2), RAPPORT_DOMINATES_NOT);
    assert_int_equal(rapport_dominance_pair(d, 0, 3), RAPPORT_DOMINATES_NOT); /* equals do not */
    assert_int_equal(rapport_dominance_pair(d, 0, 0), RAPPORT_DOMINATES_NOT);
    assert_int_equal(rapport_dominance_pair(d, 0, 4), RAPPORT_DOMINATES_NOT);
    assert_int_equal(standing_of(d, 1).dominated, RAPPORT_DOMINATES_CERTAINLY);
    assert_int_equal(standing_of(d, 2).dominated, RAPPORT_DOMINATES_NOT);
    drop(d, c);
}

/* Intervals .2 to .5 against .4: perhaps better, perhaps not; .4 to .6 against it: never worse; a missing value may be any. */
static void intervals_dominate_certainly_or_possibly(void **state)
{
    const double values[] = {.4, .2, .4, 0};
    rapport_candidates *c = matrix_make(NULL, 4, 1, NULL, values, 1);
    rapport_dominance *d;
    (void)state;
    assert_ok(rapport_candidates_set_value(c, 1, 0, .2, .5, NULL));
    assert_ok(rapport_candidates_set_value(c, 2, 0, .5, .6, NULL));
    assert_ok(rapport_candidates_set_value(c, 3, 0, 0, 1, NULL));
    d = compare(c, NULL);
    assert_int_equal(rapport_dominance_pair(d, 1, 0), RAPPORT_DOMINATES_POSSIBLY);
    assert_int_equal(rapport_dominance_pair(d, 0, 1), RAPPORT_DOMINATES_POSSIBLY);
    assert_int_equal(rapport_dominance_pair(d, 2, 0), RAPPORT_DOMINATES_CERTAINLY);
    assert_int_equal(rapport_dominance_pair(d, 3, 2), RAPPORT_DOMINATES_POSSIBLY);
    /* At their best the third leads by .6 - max(.4, .2, 0), at worst by .5 - 1. */
    assert_close(standing_of(d, 2).margin, .2, 1e-12);
    assert_close(standing_of(d, 2).certain_margin, -.5, 1e-12);
    assert_int_equal(standing_of(d, 2).potentially_best, 1);
    assert_int_equal(standing_of(d, 2).certainly_possible, 0);
    drop(d, c);
}

/* (1, 0), (0, 1) and (.4, .4): the third is never first, though neither of the others dominates it. At equal weights it is .1
 * behind, anywhere else more; the first leads by 1 - .4 where only its criterion counts. */
static void who_can_be_best_is_told_with_its_lead(void **state)
{
    const double values[] = {1, 0, 0, 1, .4, .4}, better[] = {1, 0, 0, 1, .6, .6};
    rapport_candidates *c = matrix_make(NULL, 3, 2, NULL, values, 1);
    rapport_dominance *d = compare(c, NULL);
    (void)state;
    assert_close(standing_of(d, 2).margin, -.1, 1e-12);
    assert_int_equal(standing_of(d, 2).potentially_best, 0);
    assert_int_equal(standing_of(d, 2).dominated, RAPPORT_DOMINATES_NOT);
    assert_close(standing_of(d, 0).margin, .6, 1e-12);
    drop(d, c);
    c = matrix_make(NULL, 3, 2, NULL, better, 1);
    d = compare(c, NULL);
    assert_close(standing_of(d, 2).margin, .1, 1e-12);
    assert_close(standing_of(d, 0).margin, .4, 1e-12);
    drop(d, c);
}

/* The same with rules. Both weights at least .3: the first does best at (.7, .3), .7 - .6. The second criterion more important:
 * its best is (.5, .5), .5 - .6. */
static void rules_for_weights_limit_who_can_be_best(void **state)
{
    const double values[] = {1, 0, 0, 1, .6, .6}, lowest[] = {.3, .3}, highest[] = {.4, 1};
    const uint32_t importance[] = {2, 1};
    rapport_weight_rules rules = {.struct_size = sizeof rules, .lowest = lowest};
    rapport_candidates *c = matrix_make(NULL, 3, 2, NULL, values, 1);
    rapport_dominance *d = compare(c, &rules);
    (void)state;
    assert_close(standing_of(d, 0).margin, .1, 1e-12);
    rapport_dominance_destroy(d);
    rules.lowest = NULL;
    rules.importance = importance;
    d = compare(c, &rules);
    assert_close(standing_of(d, 0).margin, -.1, 1e-12);
    assert_close(standing_of(d, 1).margin, .4, 1e-12);
    rapport_dominance_destroy(d);
    rules.importance = NULL;
    rules.highest = highest; /* at (.4, .6): .4 - .6, both rivals having that */
    d = compare(c, &rules);
    assert_close(standing_of(d, 0).margin, -.2, 1e-12);
    drop(d, c);
}

static void rules_can_come_with_the_matrix(void **state)
{
    rapport_candidates_criterion one = {.struct_size = sizeof one,
                                        .weight = 1,
                                        .has = RAPPORT_HAS_BOUNDS | RAPPORT_HAS_WEIGHT_BOUNDS,
                                        .highest = 1,
                                        .weight_lowest = .3,
                                        .weight_highest = 1};
    const double values[] = {1, 0, 0, 1, .6, .6};
    rapport_candidates *c;
    rapport_dominance *d;
    (void)state;
    assert_ok(rapport_candidates_create(NULL, &c, NULL));
    assert_ok(rapport_candidates_add_criterion(c, "a", &one, NULL, NULL));
    assert_ok(rapport_candidates_add_criterion(c, "b", &one, NULL, NULL));
    assert_ok(rapport_candidates_add_rows(c, 3, values, NULL, NULL));
    d = compare(c, NULL);
    assert_close(standing_of(d, 0).margin, .1, 1e-12);
    drop(d, c);
}

static void refuse(const rapport_candidates *c, const double *lowest, const double *highest, const uint32_t *importance,
                   const char *path, const char *message)
{
    rapport_weight_rules rules = {.struct_size = sizeof rules, .lowest = lowest, .highest = highest, .importance = importance};
    rapport_dominance *d;
    rapport_error error;
    assert_int_equal(rapport_dominance_create(c, &rules, NULL, &d, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, path);
    assert_string_equal(error.message, message);
}

static void rules_that_contradict_each_other_are_named(void **state)
{
    const double values[] = {1, 0}, half[] = {.6, .6}, low[] = {.3, .3}, fallen[] = {.5, .2}, wide[] = {1.1, 0};
    const double first[] = {.2, 1}, second[] = {0, .3};
    const uint32_t order[] = {1, 2};
    rapport_candidates *c = matrix_make(NULL, 1, 2, NULL, values, 1);
    (void)state;
    refuse(c, half, NULL, NULL, "/criteria", "the lowest weights add up to more than 1");
    refuse(c, NULL, low, NULL, "/criteria", "the highest weights add up to less than 1");
    refuse(c, half, fallen, NULL, "/criteria/caa/weight", "the lowest weight is above the highest");
    refuse(c, wide, NULL, NULL, "/criteria/caa/weight", "the ends of a normalised weight must lie in 0..1");
    refuse(c, second, first, order, "/criteria/caa/weight", "the ends of the weights contradict the order of importance");
    rapport_candidates_destroy(c);
}

/* Against a fine grid of weights: no point leads by more than the program says, and some by nearly as much: between points of
 * the grid a lead changes by at most 2 / 100. */
static void the_lead_is_the_largest_of_a_fine_grid(void **state)
{
    enum { N = 6, M = 3, STEPS = 100 };
    uint64_t seed = 7;
    (void)state;
    for (int round = 0; round < 20; round++) {
        double values[N * M];
        for (int i = 0; i < N * M; i++)
            values[i] = matrix_random(&seed);
        rapport_candidates *c = matrix_make(NULL, N, M, NULL, values, 1);
        rapport_dominance *d = compare(c, NULL);
        for (uint32_t i = 0; i < N; i++) {
            double best = -2, found = standing_of(d, i).margin;
            for (int a = 0; a <= STEPS; a++)
                for (int b = 0; a + b <= STEPS; b++) {
                    double w[M] = {a / (double)STEPS, b / (double)STEPS, (STEPS - a - b) / (double)STEPS}, lead = 2;
                    for (uint32_t k = 0; k < N; k++) {
                        double gap = 0;
                        for (uint32_t m = 0; m < M; m++)
                            gap += w[m] * (values[i * M + m] - values[k * M + m]);
                        lead = k != i && gap < lead ? gap : lead;
                    }
                    best = lead > best ? lead : best;
                }
            assert_true(best <= found + 1e-10);
            assert_true(best >= found - 2.0 / STEPS);
        }
        drop(d, c);
    }
}

static void rivals_that_hardly_differ_are_no_trouble(void **state)
{
    /* The third leads by 1 - 1e-7 if the first criterion is all; the second and the fourth are equal, and best if the second
     * criterion is all. The first is level against second and third with t of weight on the first criterion, where
     * t (1 - 1e-7) = 9.9e-7 (1 - t) - 9e-8 t: behind by about 9.9e-7. */
    const double values[] = {1e-7, 1e-8, 1e-8, 1e-6, 1, 1e-8, 1e-8, 1e-6, 1e-9, 1e-6};
    rapport_candidates *c = matrix_make(NULL, 5, 2, NULL, values, 1);
    rapport_dominance *d = compare(c, NULL);
    (void)state;
    assert_close(standing_of(d, 0).margin, -9.9e-7, 1e-11);
    assert_close(standing_of(d, 1).margin, 0, 1e-12);
    assert_close(standing_of(d, 2).margin, 1 - 1e-7, 1e-12);
    assert_close(standing_of(d, 3).margin, 0, 1e-12);
    drop(d, c);
}

static void rivals_that_differ_by_less_than_doubles_can_say_are_compared(void **state)
{
    /* With t on the first criterion and the rest on the third the first leads the second by .69999999 + .3 t and the third by
     * .70999999 - .71 t: both are the same at t = .01 / 1.01. The third leads by 1e-8 if the first criterion is all. */
    const double values[] = {0.99999999, 1e-12, 0.99999999, 0, 1e-12, 0.3, 1, 0, 0.29};
    rapport_candidates *c = matrix_make(NULL, 3, 3, NULL, values, 1);
    rapport_dominance *d = compare(c, NULL);
    (void)state;
    assert_close(standing_of(d, 0).margin, .69999999 + .3 * .01 / 1.01, 1e-9);
    assert_close(standing_of(d, 2).margin, 1e-8, 1e-9);
    drop(d, c);
}

static void one_candidate_has_no_lead(void **state)
{
    const double values[] = {.2};
    rapport_candidates *c = matrix_make(NULL, 1, 1, NULL, values, 1);
    rapport_dominance *d = compare(c, NULL);
    (void)state;
    assert_int_equal(standing_of(d, 0).has_margin, 0);
    assert_int_equal(standing_of(d, 0).potentially_best, 1);
    drop(d, c);
}

static void as_many_as_the_limit_are_compared_and_no_more(void **state)
{
    double *values = calloc(RAPPORT_MAX_PAIRED + 1, sizeof *values);
    rapport_candidates *c, *more;
    rapport_sampling *s;
    rapport_dominance *d;
    (void)state;
    for (uint32_t i = 0; i <= RAPPORT_MAX_PAIRED; i++)
        values[i] = i / (RAPPORT_MAX_PAIRED + 1.0);
    c = matrix_make(NULL, RAPPORT_MAX_PAIRED, 1, NULL, values, 1);
    more = matrix_make(NULL, RAPPORT_MAX_PAIRED + 1, 1, NULL, values, 1);
    d = compare(c, NULL);
    assert_int_equal(rapport_dominance_pair(d, RAPPORT_MAX_PAIRED - 1, 0), RAPPORT_DOMINATES_CERTAINLY);
    rapport_dominance_destroy(d);
    assert_ok(rapport_sampling_create(c, NULL, NULL, &s, NULL));
    rapport_sampling_destroy(s);
    assert_int_equal(rapport_dominance_create(more, NULL, NULL, &d, NULL), RAPPORT_LIMIT);
    assert_null(d);
    assert_int_equal(rapport_sampling_create(more, NULL, NULL, &s, NULL), RAPPORT_LIMIT);
    assert_null(s);
    assert_ok(rapport_candidates_set_excluded(more, 3, "out", NULL));
    d = compare(more, NULL);
    drop(d, more);
    rapport_candidates_destroy(c);
    free(values);
}

static void arguments_are_checked(void **state)
{
    const double values[] = {.2, .3};
    rapport_candidates *c = matrix_make(NULL, 2, 1, NULL, values, 1);
    rapport_weight_rules rules = {.struct_size = 4};
    rapport_standing out = {.struct_size = sizeof out};
    rapport_dominance *d;
    (void)state;
    assert_int_equal(rapport_dominance_create(NULL, NULL, NULL, &d, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_dominance_create(c, NULL, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_dominance_create(c, &rules, NULL, &d, NULL), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_candidates_set_excluded(c, 0, "out", NULL));
    d = compare(c, NULL);
    assert_int_equal(rapport_dominance_get(d, 0, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_dominance_get(d, 2, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_dominance_get(d, 1, NULL), RAPPORT_BAD_ARGUMENT);
    rapport_dominance_destroy(NULL);
    drop(d, c);
}

static rapport_status whole_life(const rapport_allocator *memory)
{
    const double values[] = {1, 0, 0, 1, .6, .6}, lowest[] = {.1, .2};
    const uint32_t importance[] = {1, 2};
    rapport_weight_rules rules = {.struct_size = sizeof rules, .lowest = lowest, .importance = importance};
    rapport_candidates *c = matrix_make(memory, 3, 2, NULL, values, 1);
    rapport_dominance *d = NULL;
    rapport_status status = c ? rapport_dominance_create(c, &rules, memory, &d, NULL) : RAPPORT_NO_MEMORY;
    rapport_dominance_destroy(d);
    rapport_candidates_destroy(c);
    return status;
}

static void running_out_of_memory_leaves_nothing_behind(void **state)
{
    (void)state;
    assert_true(tk_exhaust_memory(whole_life) > 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nowhere_worse_and_somewhere_better_dominates),
        cmocka_unit_test(intervals_dominate_certainly_or_possibly),
        cmocka_unit_test(who_can_be_best_is_told_with_its_lead),
        cmocka_unit_test(rules_for_weights_limit_who_can_be_best),
        cmocka_unit_test(rules_can_come_with_the_matrix),
        cmocka_unit_test(rules_that_contradict_each_other_are_named),
        cmocka_unit_test(the_lead_is_the_largest_of_a_fine_grid),
        cmocka_unit_test(rivals_that_hardly_differ_are_no_trouble),
        cmocka_unit_test(rivals_that_differ_by_less_than_doubles_can_say_are_compared),
        cmocka_unit_test(one_candidate_has_no_lead),
        cmocka_unit_test(as_many_as_the_limit_are_compared_and_no_more),
        cmocka_unit_test(arguments_are_checked),
        cmocka_unit_test(running_out_of_memory_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
