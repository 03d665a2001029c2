/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Correlations of rankings and the area under the curve: published examples, definitions, what does not exist. */
#include "rapport/correlation.h"

#include <math.h>
#include <stdlib.h>

#include "testkit.h"

enum {
    SPEARMAN = RAPPORT_CORRELATION_SPEARMAN,
    KENDALL = RAPPORT_CORRELATION_KENDALL,
    PEARSON = RAPPORT_CORRELATION_PEARSON,
    WEIGHTED = RAPPORT_CORRELATION_WEIGHTED_SPEARMAN,
    WS = RAPPORT_CORRELATION_WS
};

static rapport_correlation compute(int32_t kind, const double *x, const double *y, uint32_t count)
{
    rapport_correlation out = {.struct_size = sizeof out};
    assert_ok(rapport_correlation_compute(kind, x, y, count, NULL, &out, NULL));
    return out;
}

static double value(int32_t kind, const double *x, const double *y, uint32_t count)
{
    rapport_correlation out = compute(kind, x, y, count);
    assert_true(out.has_value && out.reason == RAPPORT_CORRELATION_DEFINED && out.count == count);
    return out.value;
}

/* Ten children's intelligence and hours of television, an example of many textbooks: sum of d^2 is 194, rho -29/165. */
static void spearman_without_ties_has_its_short_formula(void **state)
{
    static const double iq[] = {106, 100, 86, 101, 99, 103, 97, 113, 112, 110}, tv[] = {7, 27, 2, 50, 28, 29, 20, 12, 6, 17};
    (void)state;
    assert_close(value(SPEARMAN, iq, tv, 10), -29 / 165.0, 1e-15);
}

/* Kendall 1970, Rank Correlation Methods, 3.3: ranks 1 2.5 2.5 4.5 4.5 6.5 6.5 8 9.5 9.5 and 1 2 4.5 4.5 4.5 4.5 8 8 8 10:
 * S 33, tau-b 33 / sqrt((45 - 4)(45 - 9)) = .859. Spearman's of the same by sum of squares: T = 2, U = 7, sum of d^2 = 13. */
static void ties_are_counted_as_kendall_does(void **state)
{
    static const double x[] = {1, 2.5, 2.5, 4.5, 4.5, 6.5, 6.5, 8, 9.5, 9.5}, y[] = {1, 2, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10};
    double a = 82.5 - 4 * .5, b = 82.5 - 5 - 2; /* (n^3 - n)/12 less (t^3 - t)/12: four pairs; one of four, one of three */
    (void)state;
    assert_close(value(KENDALL, x, y, 10), 33 / sqrt(41 * 36), 1e-15);
    assert_close(value(SPEARMAN, x, y, 10), (a + b - 13) / 2 / sqrt(a * b), 1e-15);
}

/* Every pair looked at once. */
static double slow_tau(const double *x, const double *y, uint32_t n)
{
    double sum = 0, in_x = 0, in_y = 0;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t j = 0; j < i; j++) {
            int a = (x[i] > x[j]) - (x[i] < x[j]), b = (y[i] > y[j]) - (y[i] < y[j]);
            sum += a * b;
            in_x += a != 0;
            in_y += b != 0;
        }
    return sum / sqrt(in_x * in_y);
}

static void kendall_is_what_looking_at_every_pair_gives(void **state)
{
    uint64_t seed = 3;
    (void)state;
    for (uint32_t n = 2; n < 120; n++) {
        double x[120], y[120];
        for (uint32_t i = 0; i < n; i++) {
            seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
            x[i] = (double)(seed >> 60);
            y[i] = i < 2 ? i : (double)(seed >> 40 & 7) - 3;
        }
        x[0] = -1; /* so that both vary */
        assert_close(value(KENDALL, x, y, n), slow_tau(x, y, n), 1e-14);
    }
}

/* Anscombe 1973, first data set: r .816421, that is 55.01 over the root of 110 * 41.2726909.... */
static void pearson_gives_anscombes_first(void **state)
{
    static const double x[] = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
    static const double y[] = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
    double far_x[11], far_y[11];
    (void)state;
    assert_close(value(PEARSON, x, y, 11), .81642051634484, 1e-13);
    for (int i = 0; i < 11; i++) {
        far_x[i] = x[i] * 7e298;
        far_y[i] = y[i] * -1e-290;
    }
    assert_close(value(PEARSON, far_x, far_y, 11), -.81642051634484, 1e-13);
}

/* By hand for 1 2 3 4 5 against 2 1 3 5 4. d^2 is 1 1 0 1 1. Weighted: (6 - R) + (6 - Q) is 9 9 . 3 3, so 1 - 6 * 24 / 720;
 * the denominator is 625 + 125 - 25 - 5. WS: 1 - (1/2 * 1/4 + 1/4 * 1/3 + 0 + 1/16 * 1/3 + 1/32 * 1/4). */
static void first_places_weigh_more(void **state)
{
    static const double x[] = {1, 2, 3, 4, 5}, y[] = {2, 1, 3, 5, 4}, turned[] = {5, 4, 3, 2, 1};
    static const double last[] = {1, 2, 3, 5, 4}, first[] = {2, 1, 3, 4, 5};
    (void)state;
    assert_close(value(WEIGHTED, x, y, 5), .8, 1e-15);
    assert_close(value(WS, x, y, 5), 1 - (1 / 8.0 + 1 / 12.0 + 1 / 48.0 + 1 / 128.0), 1e-15);
    assert_close(value(WEIGHTED, x, turned, 5), -1, 1e-15);
    assert_true(value(WS, x, last, 5) > value(WS, x, first, 5));
    assert_true(value(WEIGHTED, x, last, 5) > value(WEIGHTED, x, first, 5));
}

/* WS of two turned round: 1 - (1/2 * 1/1 + 1/4 * 1/1). */
static void reversed_rankings_have_the_lowest_values(void **state)
{
    static const double x[] = {1, 2}, y[] = {2, 1};
    (void)state;
    assert_close(value(WS, x, y, 2), .25, 1e-16);
    for (int32_t kind = SPEARMAN; kind <= WEIGHTED; kind++) {
        assert_close(value(kind, x, y, 2), -1, 1e-16);
        assert_close(value(kind, x, x, 2), 1, 1e-16);
    }
    assert_close(value(WS, x, x, 2), 1, 0);
}

static void what_does_not_exist_has_a_reason(void **state)
{
    static const double same[] = {2, 2, 2}, x[] = {1, 2, 3};
    (void)state;
    for (int32_t kind = SPEARMAN; kind < RAPPORT_CORRELATION_END; kind++) {
        rapport_correlation few = compute(kind, x, x, 1), none = compute(kind, NULL, NULL, 0);
        assert_true(!few.has_value && few.reason == RAPPORT_CORRELATION_TOO_FEW && few.count == 1);
        assert_true(!none.has_value && none.reason == RAPPORT_CORRELATION_TOO_FEW);
        assert_non_null(rapport_correlation_name(kind));
        if (kind > PEARSON)
            continue;
        rapport_correlation left = compute(kind, same, x, 3), right = compute(kind, x, same, 3);
        assert_true(!left.has_value && left.reason == RAPPORT_CORRELATION_NO_VARIANCE && left.value == 0);
        assert_int_equal(right.reason, RAPPORT_CORRELATION_NO_VARIANCE);
    }
    assert_string_equal(rapport_correlation_name(WEIGHTED), "weighted-spearman");
    assert_null(rapport_correlation_name(0));
    assert_null(rapport_correlation_name(RAPPORT_CORRELATION_END));
}

static void numbers_that_are_none_are_refused(void **state)
{
    static const double wrong[] = {NAN, INFINITY, -1.1e300};
    double x[] = {1, 2, 3}, y[] = {1, 2, 3};
    rapport_correlation out = {.struct_size = sizeof out}, small = {.struct_size = 4};
    rapport_error error;
    (void)state;
    for (int i = 0; i < 3; i++) {
        y[1] = wrong[i];
        assert_int_equal(rapport_correlation_compute(SPEARMAN, x, y, 3, NULL, &out, &error), RAPPORT_BAD_VALUE);
        assert_string_equal(error.path, "/y/1");
    }
    y[1] = 3.5;
    assert_int_equal(rapport_correlation_compute(WS, y, x, 3, NULL, &out, &error), RAPPORT_BAD_VALUE); /* no rank of three */
    assert_string_equal(error.path, "/x/1");
    y[1] = .5;
    assert_int_equal(rapport_correlation_compute(WEIGHTED, x, y, 3, NULL, &out, &error), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_correlation_compute(0, x, x, 3, NULL, &out, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_correlation_compute(WS, NULL, x, 3, NULL, &out, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_correlation_compute(WS, x, x, 3, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_correlation_compute(WS, x, x, 3, NULL, &small, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_correlation_compute(WS, x, x, RAPPORT_MAX_CANDIDATES + 1, NULL, &out, NULL), RAPPORT_LIMIT);
}

static void ranks_are_averages_of_places(void **state)
{
    static const double values[] = {30, 10, 30, 20, 10, 10}, up[] = {5.5, 2, 5.5, 4, 2, 2};
    double ranks[6], wrong[] = {1, NAN};
    rapport_error error;
    (void)state;
    assert_ok(rapport_ranks_compute(values, 6, RAPPORT_MINIMIZE, NULL, ranks, NULL));
    for (int i = 0; i < 6; i++)
        assert_close(ranks[i], up[i], 0);
    assert_ok(rapport_ranks_compute(values, 6, RAPPORT_MAXIMIZE, NULL, ranks, NULL));
    for (int i = 0; i < 6; i++)
        assert_close(ranks[i], 7 - up[i], 0);
    assert_int_equal(rapport_ranks_compute(wrong, 2, RAPPORT_MAXIMIZE, NULL, ranks, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/values/1");
    assert_int_equal(rapport_ranks_compute(values, 6, 2, NULL, ranks, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_ranks_compute(values, 0, 0, NULL, ranks, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_ranks_compute(values, RAPPORT_MAX_CANDIDATES + 1, 0, NULL, ranks, NULL), RAPPORT_LIMIT);
}

/* Hanley and McNeil 1982, table I: 109 computed tomograms rated 1..5; of 58 normal ones 33 6 6 11 2, of 51 abnormal ones
 * 3 2 2 11 33. They print an area of .893 and a standard error of .032. */
static void the_area_is_that_of_hanley_and_mcneil(void **state)
{
    static const int normal[] = {33, 6, 6, 11, 2}, abnormal[] = {3, 2, 2, 11, 33};
    double scores[109];
    uint8_t outcomes[109];
    rapport_auc out = {.struct_size = sizeof out};
    uint32_t n = 0;
    (void)state;
    for (int rating = 0; rating < 5; rating++)
        for (int i = 0; i < normal[rating] + abnormal[rating]; i++) {
            scores[n] = rating + 1;
            outcomes[n++] = i >= normal[rating];
        }
    assert_ok(rapport_auc_compute(scores, outcomes, 109, NULL, &out, NULL));
    assert_true(out.good == 51 && out.bad == 58 && out.has_value);
    assert_close(out.value, .893, .0005);
    assert_close(out.standard_error, .032, .0005);
    /* Wins and half the ties by hand: 33(22) ... 2(33/2) = 2642 of 2958 pairs. */
    assert_close(out.value, (33 * (48 + 1.5) + 6 * (46 + 1) + 6 * (44 + 1) + 11 * (33 + 5.5) + 2 * 16.5) / 2958, 1e-15);
}

static void an_area_needs_both_outcomes(void **state)
{
    static const double scores[] = {1, 2, 3};
    static const uint8_t good[] = {1, 1, 1}, mixed[] = {0, 0, 1}, wrong[] = {0, 2, 1};
    rapport_auc out = {.struct_size = sizeof out}, small = {.struct_size = 4};
    rapport_error error;
    (void)state;
    assert_ok(rapport_auc_compute(scores, good, 3, NULL, &out, NULL));
    assert_true(!out.has_value && out.reason == RAPPORT_CORRELATION_ONE_OUTCOME && out.good == 3);
    assert_ok(rapport_auc_compute(scores, good, 1, NULL, &out, NULL));
    assert_int_equal(out.reason, RAPPORT_CORRELATION_TOO_FEW);
    assert_ok(rapport_auc_compute(NULL, NULL, 0, NULL, &out, NULL));
    assert_ok(rapport_auc_compute(scores, mixed, 3, NULL, &out, NULL));
    assert_close(out.value, 1, 0);
    assert_same_bits(out.standard_error, 0);
    assert_int_equal(rapport_auc_compute(scores, wrong, 3, NULL, &out, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/outcomes/1");
    assert_int_equal(rapport_auc_compute(NULL, wrong, 3, NULL, &out, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_auc_compute(scores, mixed, 3, NULL, &small, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_auc_compute(scores, mixed, RAPPORT_MAX_CANDIDATES + 1, NULL, &out, NULL), RAPPORT_LIMIT);
}

/* The limit is told from the count alone; below it the first number that is none is what is told. */
static void there_may_be_2_to_the_24_numbers(void **state)
{
    static const double wrong[] = {NAN};
    static const uint8_t outcomes[] = {0};
    rapport_auc auc = {.struct_size = sizeof auc};
    double ranks[1];
    rapport_error error;
    (void)state;
    assert_int_equal(rapport_ranks_compute(wrong, 16777216, RAPPORT_MINIMIZE, NULL, ranks, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/values/0");
    assert_int_equal(rapport_ranks_compute(wrong, 16777217, RAPPORT_MINIMIZE, NULL, ranks, &error), RAPPORT_LIMIT);
    assert_int_equal(rapport_auc_compute(wrong, outcomes, 16777216, NULL, &auc, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/scores/0");
    assert_int_equal(rapport_auc_compute(wrong, outcomes, 16777217, NULL, &auc, &error), RAPPORT_LIMIT);
}

/* 1e300 is the largest number there may be, on either side. */
static void numbers_end_at_1e300(void **state)
{
    static const double ends[] = {-1e300, 1e300}, beyond[] = {0, 1e300 * (1 + 4e-16)};
    double ranks[2];
    (void)state;
    assert_ok(rapport_ranks_compute(ends, 2, RAPPORT_MINIMIZE, NULL, ranks, NULL));
    assert_true(ranks[0] == 1 && ranks[1] == 2);
    assert_int_equal(rapport_ranks_compute(beyond, 2, RAPPORT_MINIMIZE, NULL, ranks, NULL), RAPPORT_BAD_VALUE);
}

static rapport_status everything(const rapport_allocator *memory)
{
    static const double x[] = {3, 1, 2};
    static const uint8_t outcomes[] = {1, 0, 1};
    rapport_correlation c = {.struct_size = sizeof c};
    rapport_auc auc = {.struct_size = sizeof auc};
    double ranks[3];
    rapport_status status = rapport_correlation_compute(SPEARMAN, x, x, 3, memory, &c, NULL);
    if (!status)
        status = rapport_correlation_compute(KENDALL, x, x, 3, memory, &c, NULL);
    if (!status)
        status = rapport_ranks_compute(x, 3, 0, memory, ranks, NULL);
    return status ? status : rapport_auc_compute(x, outcomes, 3, memory, &auc, NULL);
}

static void memory_may_run_out(void **state)
{
    (void)state;
    assert_int_equal(tk_exhaust_memory(everything), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spearman_without_ties_has_its_short_formula),
        cmocka_unit_test(ties_are_counted_as_kendall_does),
        cmocka_unit_test(kendall_is_what_looking_at_every_pair_gives),
        cmocka_unit_test(pearson_gives_anscombes_first),
        cmocka_unit_test(first_places_weigh_more),
        cmocka_unit_test(reversed_rankings_have_the_lowest_values),
        cmocka_unit_test(what_does_not_exist_has_a_reason),
        cmocka_unit_test(numbers_that_are_none_are_refused),
        cmocka_unit_test(ranks_are_averages_of_places),
        cmocka_unit_test(the_area_is_that_of_hanley_and_mcneil),
        cmocka_unit_test(an_area_needs_both_outcomes),
        cmocka_unit_test(there_may_be_2_to_the_24_numbers),
        cmocka_unit_test(numbers_end_at_1e300),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
