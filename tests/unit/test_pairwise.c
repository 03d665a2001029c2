/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Pairwise comparisons: Saaty's school, closed forms, gaps, what is said about consistency. */
#include "rapport/weighting.h"

#include <math.h>
#include <string.h>

#include "testkit.h"

enum { EIGEN = RAPPORT_WEIGHTS_AHP, GEOMETRIC = RAPPORT_WEIGHTS_AHP_GEOMETRIC };

static rapport_consistency weigh(int32_t method, const double *matrix, uint32_t count, double *weights)
{
    rapport_consistency c = {.struct_size = sizeof c};
    uint8_t present[64];
    rapport_error error;
    for (uint32_t i = 0; i < count * count; i++)
        present[i] = matrix[i] > 0;
    if (rapport_pairwise_weights_compute(method, matrix, present, count, 0, NULL, weights, &c, &error))
        fail_msg("%s: %s", error.path, error.message);
    return c;
}

/* Saaty 1980, ch. 1: how to choose a school. Printed there: .32 .14 .03 .13 .24 .14, and lambda_max 7.49. The digits here are
 * those of a power iteration over exact fractions with 40 decimals: the eigenvalue is 7.41987..., and 7.49 a slip. */
static void saatys_school_has_its_weights(void **state)
{
    static const double school[] = {1,       4,       3, 1,       3,       4,       1 / 4.0, 1,       7, 3, 1 / 5.0, 1,
                                    1 / 3.0, 1 / 7.0, 1, 1 / 5.0, 1 / 5.0, 1 / 6.0, 1,       1 / 3.0, 5, 1, 1,       1 / 3.0,
                                    1 / 3.0, 5,       5, 1,       1,       3,       1 / 4.0, 1,       6, 3, 1 / 3.0, 1};
    static const double expected[] = {0.32077018326310675, 0.1395027454209413,  0.03476830769965566,
                                      0.12848601846309246, 0.23738999474001612, 0.13908275041318774};
    double weights[6];
    rapport_consistency c = weigh(EIGEN, school, 6, weights);
    (void)state;
    for (int i = 0; i < 6; i++)
        assert_close(weights[i], expected[i], 2e-16);
    assert_int_equal(c.has,
                     RAPPORT_HAS_LAMBDA_MAX | RAPPORT_HAS_RI | RAPPORT_HAS_CR | RAPPORT_HAS_TRIAD | RAPPORT_HAS_RECONSIDER);
    assert_close(c.lambda_max, 7.419870101921265, 1e-14);
    assert_close(c.ci, 0.283974020384253, 1e-14); /* (lambda - 6) / 5 */
    assert_close(c.ri, 1.24, 0);
    assert_close(c.cr, 0.229, .0005);
    assert_int_equal(c.triad_first, 1); /* friends, vocational training, college: 3 * 1 * 5 = 15 */
    assert_int_equal(c.triad_second, 3);
    assert_int_equal(c.triad_third, 4);
    assert_close(c.triad_product, 15, 1e-14);
    assert_int_equal(c.row, 1); /* friends against college: 1/5; by way of the others (3/4 * 7/0.2 * 3 * 1/3)^(1/4) */
    assert_int_equal(c.column, 4);
    assert_close(c.judged, .2, 0);
    assert_close(c.implied, pow(1 / 4.0 * 3 * 7 / 5.0 * 3 * 1 / 3.0, .25), 1e-14);
}

/* Of three criteria eigenvector and geometric means are the same, and lambda is 1 + t + 1/t with t^3 = a_12 a_23 / a_13
 * (Saaty 1980, ch. 7). Here t = (2 * 4 / 3)^(1/3); the weights go as 6^(1/3), 2^(1/3), 12^(-1/3). */
static void three_criteria_have_a_closed_form(void **state)
{
    static const double matrix[] = {1, 2, 3, .5, 1, 4, 1 / 3.0, .25, 1};
    double t = cbrt(8 / 3.0), w[] = {cbrt(6), cbrt(2), cbrt(1 / 12.0)}, sum = w[0] + w[1] + w[2], weights[3];
    (void)state;
    for (int32_t method = EIGEN; method <= GEOMETRIC; method++) {
        rapport_consistency c = weigh(method, matrix, 3, weights);
        for (int i = 0; i < 3; i++)
            assert_close(weights[i], w[i] / sum, 2e-16);
        assert_close(c.lambda_max, 1 + t + 1 / t, 1e-15);
        assert_close(c.ci, (t + 1 / t - 2) / 2, 1e-15);
        assert_close(c.cr, (t + 1 / t - 2) / 2 / .58, 1e-15);
        assert_close(c.triad_product, 8 / 3.0, 1e-15);
    }
}

/* ln e is ln t for two of the pairs and -ln t for the third (t as above): GCI is 2/2 * 3 ln^2 t. */
static void the_geometric_index_is_that_of_aguaron_and_moreno_jimenez(void **state)
{
    static const double matrix[] = {1, 2, 3, .5, 1, 4, 1 / 3.0, .25, 1};
    double weights[3], log_t = log(8 / 3.0) / 3;
    (void)state;
    assert_true(weigh(GEOMETRIC, matrix, 3, weights).has & RAPPORT_HAS_GCI);
    assert_close(weigh(GEOMETRIC, matrix, 3, weights).gci, 3 * log_t * log_t, 1e-15);
    assert_false(weigh(EIGEN, matrix, 3, weights).has & RAPPORT_HAS_GCI);
}

static void consistent_judgements_give_exact_weights_and_index_0(void **state)
{
    static const double w[] = {7, 5, 3, 2, 1, 11, 1e-3, 400};
    double matrix[64], weights[8], sum = 0;
    (void)state;
    for (int i = 0; i < 8; i++)
        sum += w[i];
    for (int i = 0; i < 8; i++)
        for (int j = 0; j < 8; j++)
            matrix[i * 8 + j] = w[i] / w[j];
    for (int32_t method = EIGEN; method <= GEOMETRIC; method++) {
        rapport_consistency c = weigh(method, matrix, 8, weights);
        for (int i = 0; i < 8; i++)
            assert_close(weights[i], w[i] / sum, 2e-15 * w[i] / sum);
        assert_close(c.lambda_max, 8, 0);
        assert_same_bits(c.ci, 0);
        assert_same_bits(c.cr, 0);
        assert_false(c.has & (RAPPORT_HAS_TRIAD | RAPPORT_HAS_RECONSIDER));
    }
}

/* a over b, b over c, c over a, t times each: nobody is more important, and lambda is 1 + t + 1/t. The ratio of the second to
 * the first eigenvalue nears 1 as t grows, where simple iteration would go on for ever. */
static void judgements_that_go_round_in_a_circle_still_converge(void **state)
{
    static const double sizes[] = {9, 1e3, 1e6, 1e9};
    (void)state;
    for (int i = 0; i < 4; i++) {
        double t = sizes[i], matrix[] = {1, t, 1 / t, 1 / t, 1, t, t, 1 / t, 1}, weights[3];
        rapport_consistency c = weigh(EIGEN, matrix, 3, weights);
        assert_close(c.lambda_max, 1 + t + 1 / t, 1e-15 * t);
        for (int k = 0; k < 3; k++)
            assert_close(weights[k], 1 / 3.0, 1e-15);
        assert_close(c.triad_product / (t * t * t), 1, 1e-15);
    }
}

/* A w = lambda w to the last bits, for a matrix that is as inconsistent as can be. */
static void the_eigenvector_is_one_whatever_was_judged(void **state)
{
    double matrix[64], weights[8];
    uint64_t seed = 9;
    (void)state;
    for (int trial = 0; trial < 200; trial++) {
        double lambda, limit = trial % 2 ? 9 : 1e9;
        for (int i = 0; i < 8; i++)
            for (int j = i; j < 8; j++) {
                seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
                matrix[i * 8 + j] = i == j ? 1 : seed >> 63 ? limit : 1 / limit;
                matrix[j * 8 + i] = 1 / matrix[i * 8 + j];
            }
        lambda = weigh(EIGEN, matrix, 8, weights).lambda_max;
        for (int i = 0; i < 8; i++) {
            double sum = 0;
            for (int j = 0; j < 8; j++)
                sum += matrix[i * 8 + j] * weights[j];
            assert_close(sum / (lambda * weights[i]), 1, 1e-14);
        }
    }
}

static void one_side_of_a_judgement_is_enough(void **state)
{
    static const double full[] = {1, 2, 5, .5, 1, 3, .2, 1 / 3.0, 1}, half[] = {0, 2, 0, 0, 1, 3, .2, 0, 0};
    double expected[3], weights[3];
    (void)state;
    (void)weigh(EIGEN, full, 3, expected);
    assert_int_equal(weigh(EIGEN, half, 3, weights).missing, 0);
    assert_memory_equal(weights, expected, sizeof weights);
}

/* A chain: 2 and 3 leave no choice, whoever fills the gap. */
static void a_chain_of_judgements_gives_the_weights_it_says(void **state)
{
    static const double chain[] = {1, 2, 0, .5, 1, 3, 0, 1 / 3.0, 1};
    double weights[3];
    (void)state;
    for (int32_t method = EIGEN; method <= GEOMETRIC; method++) {
        rapport_consistency c = weigh(method, chain, 3, weights);
        assert_close(weights[0], .6, 2e-16);
        assert_close(weights[1], .3, 2e-16);
        assert_close(weights[2], .1, 2e-16);
        assert_int_equal(c.missing, 1);
        assert_int_equal(c.reason, RAPPORT_CR_NO_CHOICE);
        assert_true(c.has & RAPPORT_HAS_CR);
        assert_same_bits(c.cr, 0);
        assert_false(c.has & RAPPORT_HAS_CR_INCOMPLETE);
    }
}

/* Round a square: 2, 3, 2, 1, of which the last two make it inconsistent by a product of 12. Logarithmic least squares spreads
 * ln 12 evenly over the four: weights go as 2^0, 2/12^(1/4) per step. Harker's eigenvector must satisfy its own equation. */
static void gaps_in_a_square_follow_least_squares_or_harker(void **state)
{
    static const double square[] = {1, 2, 0, 1, .5, 1, 3, 0, 0, 1 / 3.0, 1, 2, 1, 0, .5, 1};
    double weights[4], step = pow(12, .25), y[] = {1, step / 2, step * step / 6, step * step * step / 12}, sum = 0;
    rapport_consistency c = weigh(GEOMETRIC, square, 4, weights);
    (void)state;
    for (int i = 0; i < 4; i++)
        sum += y[i];
    for (int i = 0; i < 4; i++)
        assert_close(weights[i], y[i] / sum, 2e-16);
    assert_int_equal(c.missing, 2);
    c = weigh(EIGEN, square, 4, weights);
    for (int i = 0; i < 4; i++) {
        double row = 2 * weights[i]; /* 1, and 1 for the gap */
        for (int j = 0; j < 4; j++)
            row += i == j ? 0 : square[i * 4 + j] * weights[j];
        assert_close(row, c.lambda_max * weights[i], 2e-15);
    }
    assert_close(c.ri, .9, 0); /* of a full matrix; Agoston and Csato 2022: 1 - 2 * 2 / (3 * 2) of it with two gaps */
    assert_close(c.ri_incomplete, .3, 1e-15);
    assert_close(c.cr, c.ci / .9, 1e-15);
    assert_close(c.cr_incomplete, c.ci / .3, 1e-15);
    assert_false(c.has & RAPPORT_HAS_TRIAD);
}

static void criteria_that_do_not_hang_together_are_named(void **state)
{
    static const double apart[] = {1, 2, 0, 0, .5, 1, 0, 0, 0, 0, 1, 3, 0, 0, 1 / 3.0, 1};
    static const uint8_t present[] = {1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1};
    double weights[] = {7, 7, 7, 7};
    rapport_error error;
    (void)state;
    for (int32_t method = EIGEN; method <= GEOMETRIC; method++) {
        assert_int_equal(rapport_pairwise_weights_compute(method, apart, present, 4, 0, NULL, weights, NULL, &error),
                         RAPPORT_UNDEFINED);
        assert_string_equal(error.path, "/pairwise/2");
        assert_close(weights[0], 7, 0);
    }
}

static void sides_that_contradict_each_other_are_refused(void **state)
{
    double matrix[] = {1, 7, .14, 1}, weights[2];
    rapport_error error;
    (void)state;
    assert_ok(rapport_pairwise_weights_compute(EIGEN, matrix, NULL, 2, 0, NULL, weights, NULL, &error));
    assert_close(weights[0] / weights[1], sqrt(7 / .14), 1e-13); /* as they stand: eigenvector of [1 a; b 1] */
    matrix[2] = 1.05 / 7;
    assert_ok(rapport_pairwise_weights_compute(EIGEN, matrix, NULL, 2, 0, NULL, weights, NULL, NULL));
    matrix[2] = 1.0501 / 7;
    assert_int_equal(rapport_pairwise_weights_compute(EIGEN, matrix, NULL, 2, 0, NULL, weights, NULL, &error),
                     RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/pairwise/1/0");
}

static void judgements_out_of_range_are_refused(void **state)
{
    static const double wrong[] = {0, -2, NAN, INFINITY, .999e-9, 1.001e9};
    double matrix[] = {1, 2, .5, 1}, weights[2];
    rapport_error error;
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        matrix[1] = wrong[i];
        assert_int_equal(rapport_pairwise_weights_compute(GEOMETRIC, matrix, NULL, 2, 0, NULL, weights, NULL, &error),
                         RAPPORT_BAD_VALUE);
        assert_string_equal(error.path, "/pairwise/0/1");
    }
    matrix[1] = 2;
    matrix[3] = 2;
    assert_int_equal(rapport_pairwise_weights_compute(GEOMETRIC, matrix, NULL, 2, 0, NULL, weights, NULL, &error),
                     RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/pairwise/1/1");
    matrix[3] = 1;
    assert_int_equal(rapport_pairwise_weights_compute(3, matrix, NULL, 2, 0, NULL, weights, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_pairwise_weights_compute(EIGEN, matrix, NULL, 2, 9, NULL, weights, NULL, NULL),
                     RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_pairwise_weights_compute(EIGEN, matrix, NULL, 0, 0, NULL, weights, NULL, NULL),
                     RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_pairwise_weights_compute(EIGEN, NULL, NULL, 2, 0, NULL, weights, NULL, NULL),
                     RAPPORT_BAD_ARGUMENT);
    rapport_consistency c = {.struct_size = 4};
    assert_int_equal(rapport_pairwise_weights_compute(EIGEN, matrix, NULL, 2, 0, NULL, weights, &c, NULL),
                     RAPPORT_BAD_ARGUMENT);
}

static void small_matrices_leave_no_choice(void **state)
{
    static const double matrix[] = {1, 3, 1 / 3.0, 1};
    double weights[2];
    rapport_consistency c = weigh(EIGEN, matrix, 2, weights);
    (void)state;
    assert_close(weights[0], .75, 2e-16);
    assert_int_equal(c.reason, RAPPORT_CR_NO_CHOICE);
    assert_same_bits(c.cr, 0);
    c = weigh(GEOMETRIC, matrix, 1, weights);
    assert_same_bits(weights[0], 1);
    assert_close(c.lambda_max, 1, 0);
    assert_same_bits(c.ci, 0);
}

static void the_number_of_criteria_is_limited_and_a_table_may_end_before(void **state)
{
    enum { MOST = RAPPORT_MAX_PAIRWISE };
    static double matrix[(MOST + 1) * (MOST + 1)], weights[MOST + 1];
    rapport_consistency c = {.struct_size = sizeof c};
    (void)state;
    for (int i = 0; i < (MOST + 1) * (MOST + 1); i++)
        matrix[i] = 1;
    assert_ok(rapport_pairwise_weights_compute(EIGEN, matrix, NULL, MOST, 0, NULL, weights, &c, NULL));
    assert_close(weights[MOST - 1], 1.0 / MOST, 1e-18);
    assert_int_equal(c.reason, RAPPORT_CR_BEYOND_TABLE);
    assert_int_equal(c.has, RAPPORT_HAS_LAMBDA_MAX);
    assert_ok(
        rapport_pairwise_weights_compute(EIGEN, matrix, NULL, MOST, RAPPORT_RANDOM_ALONSO_LAMATA, NULL, weights, &c, NULL));
    assert_true(c.has & RAPPORT_HAS_CR);
    assert_int_equal(rapport_pairwise_weights_compute(EIGEN, matrix, NULL, MOST + 1, 0, NULL, weights, &c, NULL),
                     RAPPORT_LIMIT);
}

/* 2 and 8 with weights 1 and 1 are 4; with 3 and 1 it is (8 * 8)^(1/4). One of them did not judge the second pair. */
static void raters_judgements_meet_in_their_geometric_mean(void **state)
{
    static const double matrices[] = {1, 2, 3, 0, 1, 1, 0, 0, 1, 1, 8, 0, 0, 1, 4, 0, 0, 1}, raters[] = {3, 1};
    static const uint8_t present[] = {1, 1, 1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 0, 1};
    double matrix[9];
    uint8_t judged[9];
    rapport_error error;
    (void)state;
    assert_ok(rapport_pairwise_combine_compute(matrices, present, 2, 3, NULL, matrix, judged, NULL));
    assert_close(matrix[1], 4, 1e-15);
    assert_close(matrix[3], .25, 1e-16);
    assert_close(matrix[2], 3, 1e-15);
    assert_close(matrix[5], 2, 1e-15);
    assert_int_equal(judged[2], 1);
    assert_close(matrix[0], 1, 0);
    assert_ok(rapport_pairwise_combine_compute(matrices, present, 2, 3, raters, matrix, judged, NULL));
    assert_close(matrix[1], pow(64, .25), 1e-15);
    assert_int_equal(rapport_pairwise_combine_compute(matrices, NULL, 2, 3, raters, matrix, judged, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/raters/0/pairwise/1/0");
    static const double none[] = {1, 0};
    assert_int_equal(rapport_pairwise_combine_compute(matrices, present, 2, 3, none, matrix, judged, &error),
                     RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/raters/1/weight");
    assert_int_equal(rapport_pairwise_combine_compute(matrices, present, 0, 3, NULL, matrix, judged, NULL),
                     RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_pairwise_combine_compute(matrices, present, RAPPORT_MAX_RATERS + 1, 3, NULL, matrix, judged, NULL),
                     RAPPORT_LIMIT);
    assert_int_equal(rapport_pairwise_combine_compute(matrices, present, 1, 257, NULL, matrix, judged, NULL), RAPPORT_LIMIT);
}

/* A rater alone is taken as it is: 256 criteria, all the same; one more is too many. */
static void raters_may_compare_256_criteria(void **state)
{
    enum { MOST = RAPPORT_MAX_PAIRWISE };
    static double ones[(MOST + 1) * (MOST + 1)], matrix[(MOST + 1) * (MOST + 1)];
    static uint8_t judged[(MOST + 1) * (MOST + 1)];
    (void)state;
    for (int i = 0; i < (MOST + 1) * (MOST + 1); i++)
        ones[i] = 1;
    assert_ok(rapport_pairwise_combine_compute(ones, NULL, 1, 256, NULL, matrix, judged, NULL));
    assert_same_bits(matrix[256 * 256 - 1], 1);
    assert_int_equal(judged[256 * 256 - 1], 1);
    assert_int_equal(rapport_pairwise_combine_compute(ones, NULL, 1, 257, NULL, matrix, judged, NULL), RAPPORT_LIMIT);
}

static void there_may_be_100000_raters(void **state)
{
    static double ones[RAPPORT_MAX_RATERS + 1];
    double matrix[1];
    uint8_t judged[1];
    (void)state;
    for (int i = 0; i <= RAPPORT_MAX_RATERS; i++)
        ones[i] = 1;
    assert_ok(rapport_pairwise_combine_compute(ones, NULL, 100000, 1, NULL, matrix, judged, NULL));
    assert_same_bits(matrix[0], 1);
    assert_int_equal(rapport_pairwise_combine_compute(ones, NULL, 100001, 1, NULL, matrix, judged, NULL), RAPPORT_LIMIT);
}

static rapport_status one_matrix(const rapport_allocator *memory)
{
    static const double matrix[] = {1, 2, 3, .5, 1, 4, 1 / 3.0, .25, 1};
    double weights[3];
    return rapport_pairwise_weights_compute(EIGEN, matrix, NULL, 3, 0, memory, weights, NULL, NULL);
}

static void memory_may_run_out(void **state)
{
    (void)state;
    assert_int_equal(tk_exhaust_memory(one_matrix), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(saatys_school_has_its_weights),
        cmocka_unit_test(three_criteria_have_a_closed_form),
        cmocka_unit_test(the_geometric_index_is_that_of_aguaron_and_moreno_jimenez),
        cmocka_unit_test(consistent_judgements_give_exact_weights_and_index_0),
        cmocka_unit_test(judgements_that_go_round_in_a_circle_still_converge),
        cmocka_unit_test(the_eigenvector_is_one_whatever_was_judged),
        cmocka_unit_test(one_side_of_a_judgement_is_enough),
        cmocka_unit_test(a_chain_of_judgements_gives_the_weights_it_says),
        cmocka_unit_test(gaps_in_a_square_follow_least_squares_or_harker),
        cmocka_unit_test(criteria_that_do_not_hang_together_are_named),
        cmocka_unit_test(sides_that_contradict_each_other_are_refused),
        cmocka_unit_test(judgements_out_of_range_are_refused),
        cmocka_unit_test(small_matrices_leave_no_choice),
        cmocka_unit_test(the_number_of_criteria_is_limited_and_a_table_may_end_before),
        cmocka_unit_test(raters_judgements_meet_in_their_geometric_mean),
        cmocka_unit_test(raters_may_compare_256_criteria),
        cmocka_unit_test(there_may_be_100000_raters),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
