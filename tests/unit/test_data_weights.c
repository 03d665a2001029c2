/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Weights from a decision matrix: published examples, units, and matrices that tell nothing. */
#include <math.h>
#include <string.h>

#include "rapport/weighting.h"
#include "testkit.h"

/* Diakoulaki, Mavrotas and Papayannakis 1995: eight Greek pharmaceutical firms; profitability, market share, productivity. */
static const double firms[] = {61,  1.08, 4.33, 20.7, .26,  4.34, 16.3, 1.98, 2.53, 9,     3.29, 1.65,
                               5.4, 2.77, 2.33, 4,    4.12, 1.21, -6.1, 3.52, 2.10, -34.6, 3.31, .98};
/* Hwang and Yoon 1981: four fighter aircraft. */
static const double aircraft[] = {2,   1500, 20000, 5.5, 5, 9, 2.5, 2700, 18000, 6.5, 3, 5,
                                  1.8, 2000, 21000, 4.5, 7, 7, 2.2, 1800, 20000, 5,   5, 5};
/* Keshavarz-Ghorabaee et al. 2021, section 4. */
static const double removal[] = {450, 8000, 54, 145, 10, 9100, 2, 160, 100, 8200, 31, 153, 220, 9300, 1, 162, 5, 8400, 23, 158};

static rapport_candidates *matrix_of(const double *values, uint32_t rows, uint32_t columns, unsigned costs,
                                     const rapport_allocator *memory)
{
    rapport_candidates *candidates;
    if (rapport_candidates_create(memory, &candidates, NULL))
        return NULL;
    for (uint32_t c = 0; c < columns; c++) {
        char id[] = "a";
        rapport_candidates_criterion criterion = {.struct_size = sizeof criterion, .direction = costs >> c & 1};
        id[0] = (char)('a' + c);
        if (rapport_candidates_add_criterion(candidates, id, &criterion, NULL, NULL))
            goto failed;
    }
    if (!rapport_candidates_add_rows(candidates, rows, values, NULL, NULL))
        return candidates;
failed:
    rapport_candidates_destroy(candidates);
    return NULL;
}

static rapport_status weigh(int32_t method, const double *values, uint32_t rows, uint32_t columns, unsigned costs,
                            double *weights)
{
    rapport_candidates *candidates = matrix_of(values, rows, columns, costs, NULL);
    rapport_status status = rapport_data_weights_compute(method, candidates, NULL, weights, NULL);
    rapport_candidates_destroy(candidates);
    return status;
}

static void assert_weights(int32_t method, const double *values, uint32_t rows, uint32_t columns, unsigned costs,
                           const double *expected, double tolerance)
{
    double weights[6];
    assert_ok(weigh(method, values, rows, columns, costs, weights));
    for (uint32_t c = 0; c < columns; c++)
        assert_close(weights[c], expected[c], tolerance * expected[c]);
}

/* The digits beyond those that the papers print come from the papers' formulas, worked with 50 decimals by another program. */
static void critic_gives_the_weights_of_its_paper(void **state)
{
    static const double printed[] = {.20, .48, .32};
    static const double expected[] = {0.20222553978778002, 0.48090172901971945, 0.31687273119250053};
    (void)state;
    assert_weights(RAPPORT_WEIGHTS_CRITIC, firms, 8, 3, 0, printed, .012);
    assert_weights(RAPPORT_WEIGHTS_CRITIC, firms, 8, 3, 0, expected, 1e-14);
}

static void critic_heeds_the_direction(void **state)
{
    static const double expected[] = {0.3862533096174367, 0.3628885266797345, 0.2508581637028288};
    (void)state;
    assert_weights(RAPPORT_WEIGHTS_CRITIC, firms, 8, 3, 2, expected, 1e-14);
    assert_weights(RAPPORT_WEIGHTS_CRITIC, firms, 8, 3, 5, expected, 1e-14); /* all turned round is nothing turned round */
}

static void deviation_weights_are_those_beside_critic(void **state)
{
    static const double printed[] = {.28, .34, .38}, expected[] = {0.27908306176100445, 0.34092628397349256, 0.379990654265503};
    (void)state;
    assert_weights(RAPPORT_WEIGHTS_DEVIATION, firms, 8, 3, 0, printed, .004);
    assert_weights(RAPPORT_WEIGHTS_DEVIATION, firms, 8, 3, 0, expected, 1e-14);
    assert_weights(RAPPORT_WEIGHTS_DEVIATION, firms, 8, 3, 7, expected, 1e-14); /* whatever the direction */
}

/* Hwang and Yoon print .0649 .2055 .0133 .0829 .3570 .2764, from entropies of four decimals. */
static void entropy_gives_the_weights_of_its_book(void **state)
{
    static const double printed[] = {.0649, .2055, .0133, .0829, .3570, .2764};
    static const double expected[] = {0.0641897346015022,  0.2060881642356231, 0.013444590874366936,
                                      0.08132562861545663, 0.3586800243448097, 0.27627185732824144};
    (void)state;
    assert_weights(RAPPORT_WEIGHTS_ENTROPY, aircraft, 4, 6, 0, printed, .02);
    assert_weights(RAPPORT_WEIGHTS_ENTROPY, aircraft, 4, 6, 0, expected, 1e-13);
}

/* A share of 0 adds nothing to the entropy: (1, 0) lacks all of it, (3, 1) lacks (3/4) log2 3 - 1, and (0, 0) tells nothing. */
static void entropy_takes_zeros(void **state)
{
    static const double values[] = {1, 3, 0, 0, 1, 0};
    double lack = .75 * log(3) / log(2) - 1, weights[3];
    (void)state;
    assert_ok(weigh(RAPPORT_WEIGHTS_ENTROPY, values, 2, 3, 0, weights));
    assert_close(weights[0], 1 / (1 + lack), 1e-15);
    assert_close(weights[1], lack / (1 + lack), 1e-15);
    assert_same_bits(weights[2], 0);
}

static void merec_gives_the_weights_of_its_paper(void **state)
{
    static const double printed[] = {.5752, .0141, .4016, .0091};
    static const double expected[] = {0.5752216672093822, 0.01409659116846735, 0.4015613638877311, 0.009120377734419368};
    (void)state;
    assert_weights(RAPPORT_WEIGHTS_MEREC, removal, 5, 4, 12, printed, .004);
    assert_weights(RAPPORT_WEIGHTS_MEREC, removal, 5, 4, 12, expected, 1e-14);
}

static void units_do_not_matter(void **state)
{
    double scaled[24], before[6], after[6];
    (void)state;
    for (int32_t method = RAPPORT_WEIGHTS_DEVIATION; method <= RAPPORT_WEIGHTS_MEREC; method++) {
        assert_ok(weigh(method, aircraft, 4, 6, 8, before));
        for (int i = 0; i < 24; i++)
            scaled[i] = aircraft[i] * (i % 6 == 1 ? 1e-40 : i % 6 == 2 ? 1e90 : 3);
        assert_ok(weigh(method, scaled, 4, 6, 8, after));
        for (int c = 0; c < 6; c++)
            assert_close(after[c], before[c], 1e-12);
    }
}

static void equal_weights_look_at_nothing_else(void **state)
{
    rapport_candidates *candidates = matrix_of(NULL, 0, 3, 0, NULL);
    double weights[3];
    (void)state;
    assert_ok(rapport_data_weights_compute(RAPPORT_WEIGHTS_EQUAL, candidates, NULL, weights, NULL));
    assert_close(weights[2], 1 / 3.0, 0);
    rapport_candidates_destroy(candidates);
}

static void a_constant_column_gets_0_and_the_others_do_not_see_it(void **state)
{
    double with[4 * 3], without[4 * 2], a[3], b[2];
    (void)state;
    for (int i = 0; i < 4; i++) {
        with[3 * i] = without[2 * i] = aircraft[6 * i];
        with[3 * i + 1] = 7;
        with[3 * i + 2] = without[2 * i + 1] = aircraft[6 * i + 1];
    }
    for (int32_t method = RAPPORT_WEIGHTS_DEVIATION; method <= RAPPORT_WEIGHTS_CRITIC; method++) {
        assert_ok(weigh(method, with, 4, 3, 0, a));
        assert_ok(weigh(method, without, 4, 2, 0, b));
        assert_same_bits(a[1], 0);
        assert_close(a[0], b[0], 1e-15);
        assert_close(a[2], b[1], 1e-15);
    }
    assert_ok(weigh(RAPPORT_WEIGHTS_MEREC, with, 4, 3, 0, a)); /* here the number of criteria enters, yet it gets 0 */
    assert_same_bits(a[1], 0);
}

static void a_matrix_that_tells_nothing_has_no_weights(void **state)
{
    static const double same[] = {1, 2, 1, 2, 1, 2}, parallel[] = {1, 10, 2, 20, 4, 40};
    double weights[2];
    (void)state;
    for (int32_t method = RAPPORT_WEIGHTS_DEVIATION; method <= RAPPORT_WEIGHTS_MEREC; method++) {
        assert_int_equal(weigh(method, same, 3, 2, 0, weights), RAPPORT_UNDEFINED);
        assert_int_equal(weigh(method, same, 1, 2, 0, weights), RAPPORT_UNDEFINED);
        assert_int_equal(weigh(method, same, 0, 2, 0, weights), RAPPORT_UNDEFINED);
        assert_ok(weigh(method, same, 3, 1, 0, weights)); /* a lone criterion */
        assert_same_bits(weights[0], 1);
    }
    assert_int_equal(weigh(RAPPORT_WEIGHTS_CRITIC, parallel, 3, 2, 0, weights), RAPPORT_UNDEFINED);
    assert_ok(weigh(RAPPORT_WEIGHTS_CRITIC, parallel, 3, 2, 1, weights)); /* full conflict */
    assert_close(weights[0], .5, 1e-15);
}

static void values_that_are_no_numbers_are_refused_by_name(void **state)
{
    rapport_candidates *candidates = matrix_of(firms, 8, 3, 0, NULL);
    double weights[] = {7, 7, 7};
    rapport_error error;
    (void)state;
    assert_int_equal(rapport_data_weights_compute(RAPPORT_WEIGHTS_ENTROPY, candidates, NULL, weights, &error),
                     RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/candidates/6/values/0");
    assert_non_null(strstr(error.message, "\"a\" is below 0"));
    assert_int_equal(rapport_data_weights_compute(RAPPORT_WEIGHTS_MEREC, candidates, NULL, weights, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/candidates/6/values/0");
    assert_ok(rapport_candidates_set_value(candidates, 2, 1, 1, 2, NULL));
    assert_int_equal(rapport_data_weights_compute(RAPPORT_WEIGHTS_CRITIC, candidates, NULL, weights, &error),
                     RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/candidates/2/values/1");
    assert_non_null(strstr(error.message, "is an interval"));
    assert_ok(rapport_candidates_set_excluded(candidates, 2, "too small", NULL));
    assert_ok(rapport_data_weights_compute(RAPPORT_WEIGHTS_CRITIC, candidates, NULL, weights, &error));
    assert_ok(rapport_candidates_add_candidate(candidates, NULL, NULL, NULL));
    assert_int_equal(rapport_data_weights_compute(RAPPORT_WEIGHTS_CRITIC, candidates, NULL, weights, &error),
                     RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/candidates/8/values/0");
    assert_non_null(strstr(error.message, "is missing"));
    rapport_candidates_destroy(candidates);
    assert_int_equal(rapport_data_weights_compute(RAPPORT_WEIGHTS_CRITIC, NULL, NULL, weights, NULL), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_candidates_create(NULL, &candidates, NULL));
    assert_int_equal(rapport_data_weights_compute(RAPPORT_WEIGHTS_CRITIC, candidates, NULL, weights, NULL), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_data_weights_compute(RAPPORT_WEIGHTS_AHP, candidates, NULL, weights, NULL), RAPPORT_BAD_ARGUMENT);
    rapport_candidates_destroy(candidates);
}

static void those_who_are_knocked_out_do_not_count(void **state)
{
    double wider[27], expected[3], weights[3];
    rapport_candidates *candidates;
    (void)state;
    for (int i = 0; i < 27; i++)
        wider[i] = i < 24 ? firms[i] : 1000;
    assert_ok(weigh(RAPPORT_WEIGHTS_CRITIC, firms, 8, 3, 0, expected));
    candidates = matrix_of(wider, 9, 3, 0, NULL);
    assert_ok(rapport_candidates_set_excluded(candidates, 8, "gate", NULL));
    assert_ok(rapport_data_weights_compute(RAPPORT_WEIGHTS_CRITIC, candidates, NULL, weights, NULL));
    assert_memory_equal(weights, expected, sizeof weights);
    rapport_candidates_destroy(candidates);
}

static void numbers_at_the_ends_of_what_is_taken_still_give_weights(void **state)
{
    static const double far[] = {1e100, 1e-300, 1e-300, 1e100, 1, 1};
    double weights[2];
    (void)state;
    for (int32_t method = RAPPORT_WEIGHTS_DEVIATION; method <= RAPPORT_WEIGHTS_MEREC; method++) {
        assert_ok(weigh(method, far, 3, 2, 0, weights));
        assert_close(weights[0], .5, 1e-9); /* the same numbers in both columns */
        assert_close(weights[0] + weights[1], 1, 1e-15);
    }
}

static rapport_status one_matrix(const rapport_allocator *memory)
{
    rapport_candidates *candidates = matrix_of(firms, 8, 3, 0, memory);
    double weights[3];
    rapport_status status = RAPPORT_NO_MEMORY;
    if (candidates)
        status = rapport_data_weights_compute(RAPPORT_WEIGHTS_CRITIC, candidates, memory, weights, NULL);
    rapport_candidates_destroy(candidates);
    return status;
}

static void memory_may_run_out(void **state)
{
    (void)state;
    assert_true(tk_exhaust_memory(one_matrix) > 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(critic_gives_the_weights_of_its_paper),
        cmocka_unit_test(critic_heeds_the_direction),
        cmocka_unit_test(deviation_weights_are_those_beside_critic),
        cmocka_unit_test(entropy_gives_the_weights_of_its_book),
        cmocka_unit_test(entropy_takes_zeros),
        cmocka_unit_test(merec_gives_the_weights_of_its_paper),
        cmocka_unit_test(units_do_not_matter),
        cmocka_unit_test(equal_weights_look_at_nothing_else),
        cmocka_unit_test(a_constant_column_gets_0_and_the_others_do_not_see_it),
        cmocka_unit_test(a_matrix_that_tells_nothing_has_no_weights),
        cmocka_unit_test(values_that_are_no_numbers_are_refused_by_name),
        cmocka_unit_test(those_who_are_knocked_out_do_not_count),
        cmocka_unit_test(numbers_at_the_ends_of_what_is_taken_still_give_weights),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
