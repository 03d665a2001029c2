/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The best-worst method. tests/internal/test_best_worst_program.c holds it against the linear program it stands for. */
#include <math.h>

#include "rapport/weighting.h"
#include "testkit.h"

static rapport_consistency weigh(uint32_t best, uint32_t worst, const double *to_others, const double *to_worst, uint32_t count,
                                 double *weights)
{
    rapport_consistency c = {.struct_size = sizeof c};
    assert_ok(rapport_best_worst_weights_compute(best, worst, to_others, to_worst, count, weights, &c, NULL));
    return c;
}

/* Rezaei 2015, buying a car: quality, price, comfort, safety, style. The linear model solved in fractions gives 16, 28, 8, 10
 * and 3 of 65 with ksi 4/65; price is 1 times itself: 28 - 2 * 16 = -4 and so on down to 28 - 8 * 3 = 4. */
static void buying_a_car_has_its_weights_in_65ths(void **state)
{
    static const double to_others[] = {2, 1, 4, 3, 8}, to_worst[] = {4, 8, 4, 2, 1}, expected[] = {16, 28, 8, 10, 3};
    double weights[5];
    rapport_consistency c = weigh(1, 4, to_others, to_worst, 5, weights);
    (void)state;
    for (int i = 0; i < 5; i++)
        assert_close(weights[i], expected[i] / 65, 1e-16);
    assert_close(c.ksi, 4 / 65.0, 1e-16);
    assert_close(c.ci, 4.47, 0); /* Rezaei 2015, table 1, for 8 */
    assert_close(c.cr, 4 / 65.0 / 4.47, 1e-16);
    assert_int_equal(c.has, RAPPORT_HAS_KSI | RAPPORT_HAS_CR);
}

static void consistent_comparisons_give_exact_weights_and_ksi_0(void **state)
{
    static const double to_others[] = {1, 2, 4, 8}, to_worst[] = {8, 4, 2, 1};
    double weights[4];
    rapport_consistency c = weigh(0, 3, to_others, to_worst, 4, weights);
    (void)state;
    for (int i = 0; i < 4; i++)
        assert_close(weights[i], 8 / to_others[i] / 15, 1e-16);
    assert_same_bits(c.ksi, 0);
    assert_same_bits(c.cr, 0);
    assert_int_equal(c.reason, RAPPORT_CR_MEASURED);
}

/* Between the printed ones the index is the smaller root of k^2 - (1 + 2a) k + (a^2 - a) = 0 (Rezaei 2015): 2.3 for 5 is
 * (11 - sqrt 41) / 2 = 2.2984. */
static void the_consistency_index_is_printed_or_computed(void **state)
{
    static const double printed[] = {0, 0, .44, 1, 1.63, 2.30, 3, 3.73, 4.47, 5.23};
    double weights[3];
    (void)state;
    for (int a = 2; a <= 9; a++) {
        double to_others[] = {1, 1, a}, to_worst[] = {a, 1, 1};
        rapport_consistency c = weigh(0, 2, to_others, to_worst, 3, weights);
        assert_close(c.ci, printed[a], 0);
        assert_close(((1 + 2 * a) - sqrt(1 + 8 * a)) / 2, printed[a], .005);
        assert_close(c.cr, c.ksi / printed[a], 1e-16);
    }
    double to_others[] = {1, 2, 10}, to_worst[] = {10, 2, 1};
    assert_close(weigh(0, 2, to_others, to_worst, 3, weights).ci, 6, 1e-15); /* (21 - 9) / 2 */
    to_others[2] = to_worst[0] = 2.5;
    assert_close(weigh(0, 2, to_others, to_worst, 3, weights).ci, (6 - sqrt(21)) / 2, 1e-15);
}

static void what_cannot_be_inconsistent_says_so(void **state)
{
    static const double to_others[] = {1, 3}, to_worst[] = {3, 1}, ones[] = {1, 1, 1}, odd[] = {1, 2, 1};
    double weights[3];
    rapport_consistency c = weigh(0, 1, to_others, to_worst, 2, weights);
    (void)state;
    assert_close(weights[0], .75, 1e-16);
    assert_int_equal(c.reason, RAPPORT_CR_NO_CHOICE);
    assert_same_bits(c.cr, 0);
    c = weigh(0, 0, ones, ones, 1, weights);
    assert_same_bits(weights[0], 1);
    c = weigh(0, 2, ones, ones, 3, weights); /* all the same, and consistent */
    assert_close(weights[1], 1 / 3.0, 1e-16);
    assert_true(c.has & RAPPORT_HAS_CR);
    c = weigh(0, 2, odd, odd, 3, weights); /* best as important as the worst, and twice as important as the third */
    assert_int_equal(c.reason, RAPPORT_CR_NO_DIFFERENCE);
    assert_false(c.has & RAPPORT_HAS_CR);
    assert_true(c.ksi > 0);
}

static void comparisons_that_are_none_are_refused(void **state)
{
    double to_others[] = {1, 2, 4}, to_worst[] = {4, 2, 1}, weights[] = {7, 7, 7};
    rapport_error error;
    (void)state;
    assert_int_equal(rapport_best_worst_weights_compute(0, 0, to_others, to_worst, 3, weights, NULL, NULL),
                     RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_best_worst_weights_compute(3, 0, to_others, to_worst, 3, weights, NULL, NULL),
                     RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_best_worst_weights_compute(0, 3, to_others, to_worst, 3, weights, NULL, NULL),
                     RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_best_worst_weights_compute(0, 2, NULL, to_worst, 3, weights, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_best_worst_weights_compute(0, 2, to_others, to_worst, 0, weights, NULL, NULL),
                     RAPPORT_BAD_ARGUMENT);
    assert_int_equal(
        rapport_best_worst_weights_compute(0, 2, to_others, to_worst, RAPPORT_MAX_CRITERIA + 1, weights, NULL, NULL),
        RAPPORT_LIMIT);
    to_others[1] = .5;
    assert_int_equal(rapport_best_worst_weights_compute(0, 2, to_others, to_worst, 3, weights, NULL, &error),
                     RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/best_to_others/1");
    to_others[1] = 2;
    to_worst[1] = NAN;
    assert_int_equal(rapport_best_worst_weights_compute(0, 2, to_others, to_worst, 3, weights, NULL, &error),
                     RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/others_to_worst/1");
    to_worst[1] = 2;
    to_worst[0] = 5;
    assert_int_equal(rapport_best_worst_weights_compute(0, 2, to_others, to_worst, 3, weights, NULL, &error),
                     RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/others_to_worst/0");
    to_worst[0] = 4;
    to_worst[2] = 2;
    assert_int_equal(rapport_best_worst_weights_compute(0, 2, to_others, to_worst, 3, weights, NULL, &error),
                     RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/others_to_worst/2");
    to_others[0] = 2;
    assert_int_equal(rapport_best_worst_weights_compute(0, 2, to_others, to_worst, 3, weights, NULL, &error),
                     RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/best_to_others/0");
    assert_close(weights[0], 7, 0);
}

/* All the same: 4096 weights of 2^-12, and one more is too many. */
static void there_may_be_4096_criteria(void **state)
{
    static double ones[RAPPORT_MAX_CRITERIA + 1], weights[RAPPORT_MAX_CRITERIA + 1];
    rapport_error error;
    (void)state;
    for (uint32_t i = 0; i <= RAPPORT_MAX_CRITERIA; i++)
        ones[i] = 1;
    (void)weigh(0, 1, ones, ones, 4096, weights);
    assert_same_bits(weights[0], 0x1p-12);
    assert_same_bits(weights[4095], 0x1p-12);
    assert_int_equal(rapport_best_worst_weights_compute(0, 1, ones, ones, 4097, weights, NULL, &error), RAPPORT_LIMIT);
    assert_string_equal(error.message, "there are too many criteria");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(buying_a_car_has_its_weights_in_65ths),
        cmocka_unit_test(consistent_comparisons_give_exact_weights_and_ksi_0),
        cmocka_unit_test(the_consistency_index_is_printed_or_computed),
        cmocka_unit_test(what_cannot_be_inconsistent_says_so),
        cmocka_unit_test(comparisons_that_are_none_are_refused),
        cmocka_unit_test(there_may_be_4096_criteria),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
