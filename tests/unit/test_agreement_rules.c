/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What holds for every index of agreement: laws, what has no value, what is refused. */
#include "testkit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/agreement.h"

#define X NAN /* a missing rating */
enum { ROOM = 256 };

static void mark(const double *values, uint8_t *present, uint32_t count)
{
    assert_true(count <= ROOM);
    for (uint32_t i = 0; i < count; i++)
        present[i] = (uint8_t)(values[i] == values[i]); /* NaN is not */
}

static rapport_agreement compute_with(int32_t index, const double *values, uint32_t raters, uint32_t units,
                                      rapport_agreement_options options)
{
    rapport_agreement out = {.struct_size = sizeof out};
    rapport_error error;
    uint8_t present[ROOM];
    mark(values, present, raters * units);
    options.struct_size = sizeof options;
    if (rapport_agreement_compute(index, values, present, raters, units, &options, NULL, &out, &error))
        fail_msg("%s: %s: %s", rapport_agreement_name(index), error.path, error.message);
    return out;
}

static const rapport_agreement_options five = {.options = 5};

/* Every way to compute every index: Krippendorff's metrics and AD's centers count apart. */
typedef struct way {
    int32_t index;
    rapport_agreement_options options;
} way;
enum { WAYS = 17 };

static way way_at(int i)
{
    way w = {i < 13 ? i + 1 : i == 13 ? RAPPORT_AD : RAPPORT_KRIPPENDORFF, five};
    w.options.metric = i > 13 ? i - 13 : RAPPORT_ORDINAL;
    w.options.around = i == 13 ? RAPPORT_AROUND_MEDIAN : RAPPORT_AROUND_MEAN;
    return w;
}

/* xorshift64*, Vigna 2016 */
static uint64_t state = 20261121;
static uint32_t below(uint32_t limit)
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (uint32_t)((state * UINT64_C(2685821657736338717) >> 33) % limit);
}

/* Ratings 1 to 5; one in `gaps` is missing, none if that is 0. */
static void draw(double *values, uint32_t count, uint32_t gaps)
{
    for (uint32_t i = 0; i < count; i++)
        values[i] = gaps && !below(gaps) ? (double)X : 1.0 + below(5);
}

static void permute(uint32_t *order, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        order[i] = i;
    for (uint32_t i = count; i > 1; i--) {
        uint32_t j = below(i), held = order[i - 1];
        order[i - 1] = order[j];
        order[j] = held;
    }
}

static void expect_alike(const rapport_agreement *a, const rapport_agreement *b)
{
    assert_int_equal(a->has_value, b->has_value);
    assert_int_equal(a->reason, b->reason);
    assert_close(a->value, b->value, 1e-12 * (1 + fabs(a->value)));
    assert_int_equal(a->has, b->has);
    assert_true(a->raters == b->raters && a->units == b->units && a->ratings == b->ratings);
    assert_close(a->lower, b->lower, 1e-9 * (1 + fabs(a->lower)));
    assert_close(a->chi_square, b->chi_square, 1e-9);
}

static void relabelling_raters_and_units_changes_nothing(void **unused)
{
    (void)unused;
    double values[60], moved[60];
    uint32_t raters[6], units[10];
    int defined = 0;
    for (int round = 0; round < 200; round++) {
        draw(values, 60, round % 3 ? 4 + (uint32_t)round % 40 : 0);
        permute(raters, 6);
        permute(units, 10);
        for (uint32_t r = 0; r < 6; r++)
            for (uint32_t u = 0; u < 10; u++)
                moved[r * 10 + u] = values[raters[r] * 10 + units[u]];
        for (int i = 0; i < WAYS; i++) {
            way w = way_at(i);
            rapport_agreement before = compute_with(w.index, values, 6, 10, w.options);
            rapport_agreement after = compute_with(w.index, moved, 6, 10, w.options);
            expect_alike(&before, &after);
            defined += before.has_value;
        }
    }
    assert_true(defined > 200 * WAYS / 2);
}

static void perfect_agreement_is_1(void **unused)
{
    (void)unused;
    double values[60];
    for (int round = 0; round < 50; round++) {
        uint32_t levels = 0;
        for (uint32_t u = 0; u < 10; u++) {
            double rating = u < 5 ? u + 1 : 1 + below(5);
            levels += rating > 0;
            for (uint32_t r = 0; r < 6; r++)
                values[r * 10 + u] = rating;
        }
        assert_int_equal(levels, 10);
        for (int i = 0; i < WAYS; i++) {
            way w = way_at(i);
            rapport_agreement a = compute_with(w.index, values, 6, 10, w.options);
            assert_int_equal(a.has_value, 1);
            if (w.index == RAPPORT_AD)
                assert_close(a.value, 0, 0);
            else
                assert_close(a.value, 1, 1e-14);
        }
    }
}

/* A shift of all ratings, as by another first number of the scale. Not for ratios, and a_wg must know the new ends. */
static void a_shift_changes_nothing(void **unused)
{
    (void)unused;
    double values[60], moved[60];
    for (int round = 0; round < 100; round++) {
        double by = round % 3 ? round % 3 == 1 ? 1e6 : 0x1p50 : -0.3;
        draw(values, 60, 9);
        for (int i = 0; i < 60; i++)
            moved[i] = values[i] + by;
        for (int i = 0; i < WAYS - 1; i++) {
            way w = way_at(i), there = w;
            if (w.index == RAPPORT_AWG) {
                there.options.lowest = 1 + by;
                there.options.highest = 5 + by;
            }
            if (by < 0 && w.index <= RAPPORT_RWGJ) /* -.3 + 5 is not exactly 4 more than -.3 + 1 */
                there.options = w.options = (rapport_agreement_options){.options = 6};
            rapport_agreement before = compute_with(w.index, values, 6, 10, w.options);
            if (w.index == RAPPORT_AWG && by < 0)
                continue;
            rapport_agreement after = compute_with(there.index, moved, 6, 10, there.options);
            assert_int_equal(before.reason, after.reason);
            assert_close(before.value, after.value, 1e-9 * (1 + fabs(before.value)));
        }
    }
}

static void nothing_is_above_1_and_shares_lie_between(void **unused)
{
    (void)unused;
    double values[60];
    for (int round = 0; round < 300; round++) {
        uint32_t raters = 1 + below(6), units = 1 + below(10);
        draw(values, 60, below(5));
        for (int i = 0; i < WAYS; i++) {
            way w = way_at(i);
            rapport_agreement a = compute_with(w.index, values, raters, units, w.options);
            assert_true(isfinite(a.value) && isfinite(a.lower) && isfinite(a.upper) && isfinite(a.f));
            assert_int_equal(a.has_value, a.reason == RAPPORT_DEFINED);
            assert_true(a.has_value || (a.value == 0 && a.has == 0 && a.reason <= RAPPORT_NO_POSITIVE_VARIANCE));
            if (w.index == RAPPORT_AD)
                assert_true(a.value >= 0 && a.value <= 2);
            else
                assert_true(a.value <= 1);
            if (w.index <= RAPPORT_RWGJ || w.index == RAPPORT_KENDALL)
                assert_true(a.value >= 0);
            if (w.index == RAPPORT_AWG)
                assert_true(a.value >= -1);
            if (a.has & RAPPORT_HAS_INTERVAL)
                assert_true(a.lower <= a.value && a.value <= a.upper && a.upper <= 1 && a.lower < a.upper);
        }
    }
}

static void krippendorff_counts_as_the_definition_says(void **unused)
{
    (void)unused;
    /* Pair by pair, with the distances as Krippendorff writes them. */
    double values[60];
    for (int round = 0; round < 60; round++) {
        draw(values, 60, 3);
        for (int32_t metric = RAPPORT_ORDINAL; metric <= RAPPORT_RATIO; metric++) {
            double observed = 0, expected = 0, n = 0, count[6] = {0};
            double distance[6][6] = {{0}};
            uint32_t there[10] = {0};
            for (int i = 0; i < 60; i++)
                there[i % 10] += isnan(values[i]) ? 0 : 1;
            for (int i = 0; i < 60; i++)
                if (!isnan(values[i]) && there[i % 10] > 1) {
                    count[(int)values[i]]++;
                    n++;
                }
            for (int c = 1; c <= 5; c++)
                for (int k = c; k <= 5; k++) {
                    double d = metric == RAPPORT_NOMINAL    ? c != k
                               : metric == RAPPORT_INTERVAL ? k - c
                                                            : (k - c) / (double)(k + c);
                    if (metric == RAPPORT_ORDINAL) {
                        d = -(count[c] + count[k]) / 2;
                        for (int g = c; g <= k; g++)
                            d += count[g];
                    }
                    distance[c][k] = distance[k][c] = d * d;
                }
            for (int i = 0; i < 60; i++)
                for (int j = 0; j < 60; j++) {
                    if (i == j || isnan(values[i]) || isnan(values[j]) || there[i % 10] < 2 || there[j % 10] < 2)
                        continue;
                    double d = distance[(int)values[i]][(int)values[j]];
                    expected += d / n / (n - 1);
                    observed += i % 10 == j % 10 ? d / (there[i % 10] - 1) / n : 0;
                }
            rapport_agreement a =
                compute_with(RAPPORT_KRIPPENDORFF, values, 6, 10, (rapport_agreement_options){.metric = metric});
            assert_close(a.value, 1 - observed / expected, 1e-12);
            assert_close(a.observed, observed, 1e-11 * (1 + observed));
            assert_close(a.expected, expected, 1e-11 * (1 + expected));
        }
    }
}

static void a_table_may_lie_the_other_way_round(void **unused)
{
    (void)unused;
    double values[60], turned[2 * 60];
    uint8_t present[60], turned_present[2 * 60];
    draw(values, 60, 7);
    mark(values, present, 60);
    for (uint32_t r = 0; r < 6; r++)
        for (uint32_t u = 0; u < 10; u++) { /* columns of 6, every other element unused */
            turned[2 * (u * 6 + r)] = values[r * 10 + u];
            turned[2 * (u * 6 + r) + 1] = X;
            turned_present[2 * (u * 6 + r)] = present[r * 10 + u];
            turned_present[2 * (u * 6 + r) + 1] = 1;
        }
    for (int i = 0; i < WAYS; i++) {
        way w = way_at(i);
        rapport_agreement straight = compute_with(w.index, values, 6, 10, w.options), out = {.struct_size = sizeof out};
        w.options.struct_size = sizeof w.options;
        w.options.rater_stride = 2;
        w.options.unit_stride = 12;
        assert_ok(rapport_agreement_compute(w.index, turned, turned_present, 6, 10, &w.options, NULL, &out, NULL));
        out.struct_size = straight.struct_size;
        assert_memory_equal(&out, &straight, sizeof out);
    }
}

static void a_table_may_have_its_columns_apart(void **unused)
{
    (void)unused;
    /* Three raters of two units, one column behind the other with room between: rows 2 elements apart, columns 6. */
    const double straight[] = {1, 4, 2, 4, 1, 5}, apart[] = {1, X, 2, X, 1, X, 4, X, 4, X, 5};
    rapport_agreement wanted = compute_with(RAPPORT_KRIPPENDORFF, straight, 3, 2, five), out = {.struct_size = sizeof out};
    rapport_agreement_options options = {.struct_size = sizeof options, .options = 5, .rater_stride = 2, .unit_stride = 6};
    assert_ok(rapport_agreement_compute(RAPPORT_KRIPPENDORFF, apart, NULL, 3, 2, &options, NULL, &out, NULL));
    assert_memory_equal(&out, &wanted, sizeof out);
}

static void a_mean_over_equal_units_is_that_of_each(void **unused)
{
    (void)unused;
    /* In doubles 7 * 0.235 / 7 is above 0.235, and 7 * 0.237 / 7 below 0.237. Two raters 2 d apart have the deviation d. */
    const double distances[] = {0.235, 0.237};
    for (int i = 0; i < 2; i++) {
        double d = distances[i], values[14] = {0};
        for (int u = 7; u < 14; u++)
            values[u] = 2 * d;
        rapport_agreement a = compute_with(RAPPORT_AD, values, 2, 7, five);
        assert_same_bits(a.least, d);
        assert_same_bits(a.greatest, d);
        assert_same_bits(a.value, d);
    }
}

static void expect_undefined(int32_t index, const double *values, uint32_t raters, uint32_t units, int32_t reason)
{
    rapport_agreement a = compute_with(index, values, raters, units, five);
    if (a.has_value || a.reason != reason || a.value != 0 || a.has)
        fail_msg("%s has %g, reason %d instead of %d", rapport_agreement_name(index), a.value, a.reason, reason);
}

static void one_rater_agrees_with_nobody(void **unused)
{
    (void)unused;
    const double alone[] = {1, 2, 3, 4, 5, X, X, X, X, X};
    for (int32_t index = RAPPORT_RWG; index < RAPPORT_INDEX_END; index++) {
        expect_undefined(index, alone, 1, 5, RAPPORT_TOO_FEW_RATERS);
        expect_undefined(index, alone, 2, 5, RAPPORT_TOO_FEW_RATERS);
        expect_undefined(index, alone + 5, 1, 5, RAPPORT_TOO_FEW_RATERS);
        expect_undefined(index, NULL, 0, 0, RAPPORT_TOO_FEW_RATERS);
        expect_undefined(index, NULL, 0, 5, RAPPORT_TOO_FEW_RATERS);
        expect_undefined(index, NULL, 5, 0, RAPPORT_TOO_FEW_RATERS);
    }
    rapport_agreement a = compute_with(RAPPORT_AD, alone, 2, 5, five);
    assert_true(a.raters == 1 && a.units == 5 && a.ratings == 5);
}

static void one_unit_cannot_be_compared_with_others(void **unused)
{
    (void)unused;
    const double unit[] = {1, 2, 3, 4};
    for (int32_t index = RAPPORT_ICC1; index < RAPPORT_INDEX_END; index++)
        expect_undefined(index, unit, 4, 1, RAPPORT_TOO_FEW_UNITS);
    for (int32_t index = RAPPORT_RWG; index < RAPPORT_ICC1; index++)
        assert_int_equal(compute_with(index, unit, 4, 1, five).has_value, 1);
}

static void ratings_that_never_meet_cannot_be_paired(void **unused)
{
    (void)unused;
    const double apart[] = {1, 2, X, X, X, X, 3, 4};
    for (int32_t index = RAPPORT_RWG; index <= RAPPORT_ICC1K; index++)
        expect_undefined(index, apart, 2, 4, RAPPORT_NOTHING_PAIRABLE);
    expect_undefined(RAPPORT_KRIPPENDORFF, apart, 2, 4, RAPPORT_NOTHING_PAIRABLE);
    for (int32_t index = RAPPORT_ICC2; index <= RAPPORT_KENDALL; index++)
        expect_undefined(index, apart, 2, 4, RAPPORT_TOO_FEW_COMPLETE);
    const double once[] = {1, 2, X, 1, X, 3}; /* together on one unit only */
    expect_undefined(RAPPORT_KRIPPENDORFF, once, 2, 3, RAPPORT_TOO_FEW_UNITS);
    expect_undefined(RAPPORT_CRONBACH, once, 2, 3, RAPPORT_TOO_FEW_COMPLETE);
}

static void ratings_that_do_not_vary_tell_nothing(void **unused)
{
    (void)unused;
    double same[30]; /* .1 and .7 have no exact double: no rounding may pass for variance */
    const double numbers[] = {3, 0.1, 1e-60, 1e60, 4.7, 1.0 / 3};
    for (size_t n = 0; n < sizeof numbers / sizeof *numbers; n++) {
        for (int i = 0; i < 30; i++)
            same[i] = numbers[n];
        for (int32_t index = RAPPORT_ICC1; index < RAPPORT_INDEX_END; index++)
            expect_undefined(index, same, 3, 10, RAPPORT_NO_VARIANCE);
    }
    rapport_agreement a = compute_with(RAPPORT_RWG, same, 3, 10, five); /* but they agree */
    assert_true(a.has_value && a.value == 1 && a.observed == 0);
    assert_close(compute_with(RAPPORT_AD, same, 3, 10, five).value, 0, 0);
}

static void raters_who_differ_by_the_same_everywhere_leave_no_error(void **unused)
{
    (void)unused;
    /* Units a tenth apart, raters seven tenths: in doubles the sums are not exact, and what is left is rounding. */
    double values[30];
    for (int r = 0; r < 3; r++)
        for (int u = 0; u < 10; u++)
            values[r * 10 + u] = 0.1 * u + 0.7 * r;
    rapport_agreement a = compute_with(RAPPORT_ICC3, values, 3, 10, five);
    assert_true(a.has_value && a.value == 1 && a.ms_error == 0 && !(a.has & (RAPPORT_HAS_F | RAPPORT_HAS_INTERVAL)));
    a = compute_with(RAPPORT_CRONBACH, values, 3, 10, five);
    assert_false(a.has & RAPPORT_HAS_INTERVAL);
}

static void who_is_alone_in_all_his_units_does_not_enter(void **unused)
{
    (void)unused;
    const double values[] = {2, 3, X, 4, 5, X, X, X, 1};
    for (int32_t index = RAPPORT_RWG; index <= RAPPORT_AD; index++) {
        rapport_agreement a = compute_with(index, values, 3, 3, five);
        assert_true(a.raters == 2 && a.units == 2 && a.ratings == 4);
    }
    rapport_agreement a = compute_with(RAPPORT_KRIPPENDORFF, values, 3, 3, five);
    assert_true(a.raters == 2 && a.units == 2 && a.ratings == 4);
    a = compute_with(RAPPORT_ICC1, values, 3, 3, five); /* whose units may have one */
    assert_true(a.raters == 3 && a.units == 3 && a.ratings == 5);
}

static void units_that_do_not_differ(void **unused)
{
    (void)unused;
    /* Raters differ, units do not: nothing to be reliable about in the mean; single raters agree by less than nothing. */
    const double rows[] = {0.1, 0.1, 0.1, 0.7, 0.7, 0.7};
    expect_undefined(RAPPORT_ICC1K, rows, 2, 3, RAPPORT_NO_VARIANCE);
    expect_undefined(RAPPORT_ICC3, rows, 2, 3, RAPPORT_NO_VARIANCE);
    expect_undefined(RAPPORT_ICC3K, rows, 2, 3, RAPPORT_NO_VARIANCE);
    expect_undefined(RAPPORT_CRONBACH, rows, 2, 3, RAPPORT_NO_VARIANCE);
    expect_undefined(RAPPORT_KENDALL, rows, 2, 3, RAPPORT_NO_VARIANCE);
    rapport_agreement a = compute_with(RAPPORT_ICC1, rows, 2, 3, five);
    assert_close(a.value, -1, 1e-14); /* -1/(k - 1) */
    assert_int_equal(a.has_value, 1);
    a = compute_with(RAPPORT_ICC2, rows, 2, 3, five);
    assert_true(a.has_value && a.value == 0 && !(a.has & RAPPORT_HAS_F)); /* (0 - 0)/(2 JMS/3) */
}

static void raters_who_contradict_each_other_leave_nothing_to_be_relative_to(void **unused)
{
    (void)unused;
    /* 1 2 against 2 1: BMS 0, JMS 0, EMS 1. ICC(2,1) is -1/(0 + 1 - 1), ICC(2,k) is relative to -1/2, ICC(3,1) is -1. */
    const double crossed[] = {1, 2, 2, 1};
    expect_undefined(RAPPORT_ICC2, crossed, 2, 2, RAPPORT_NO_POSITIVE_VARIANCE);
    expect_undefined(RAPPORT_ICC2K, crossed, 2, 2, RAPPORT_NO_POSITIVE_VARIANCE);
    expect_undefined(RAPPORT_ICC3K, crossed, 2, 2, RAPPORT_NO_VARIANCE); /* relative to BMS alone */
    rapport_agreement a = compute_with(RAPPORT_ICC3, crossed, 2, 2, five);
    assert_close(a.value, -1, 1e-15);
    /* Three units 1 2 3 against 3 2 1: BMS 0, JMS 0, EMS 2: ICC(2,1) = -2/(2 - 4/3) = -3, too little to bound. */
    const double reversed[] = {1, 2, 3, 3, 2, 1};
    a = compute_with(RAPPORT_ICC2, reversed, 2, 3, five);
    assert_close(a.value, -3, 1e-14);
    assert_false(a.has & RAPPORT_HAS_INTERVAL);
    expect_undefined(RAPPORT_ICC2K, reversed, 2, 3, RAPPORT_NO_POSITIVE_VARIANCE);
    /* Units that hardly differ: BMS 1/12, Satterthwaite's degrees of freedom .0026. */
    const double hardly[] = {5, 3, 5, 5, 2, 4, 1, 3, 1, 1, 4, 1};
    a = compute_with(RAPPORT_ICC2, hardly, 2, 6, five);
    assert_close(a.ms_units, 1.0 / 12, 1e-14);
    assert_true(a.has_value && a.has & RAPPORT_HAS_F && !(a.has & RAPPORT_HAS_INTERVAL));
}

static void ratios_of_negative_ratings_mean_nothing(void **unused)
{
    (void)unused;
    const double values[] = {1, -2, 1, 2};
    rapport_agreement_options ratio = {.metric = RAPPORT_RATIO};
    rapport_agreement a = compute_with(RAPPORT_KRIPPENDORFF, values, 2, 2, ratio);
    assert_int_equal(a.reason, RAPPORT_NEGATIVE_RATINGS);
    const double unpaired[] = {1, -2, 1, 1, X, 2}; /* alone in its unit it does not enter */
    assert_int_equal(compute_with(RAPPORT_KRIPPENDORFF, unpaired, 2, 3, ratio).has_value, 1);
}

static void expect_refused(int32_t index, const double *values, uint32_t raters, uint32_t units,
                           const rapport_agreement_options *options, rapport_status status, const char *path)
{
    rapport_agreement out, before;
    rapport_error error;
    memset(&out, 0x5A, sizeof out);
    out.struct_size = sizeof out;
    before = out;
    assert_int_equal(rapport_agreement_compute(index, values, NULL, raters, units, options, NULL, &out, &error), status);
    assert_int_equal(error.status, status);
    assert_string_equal(error.path, path);
    assert_true(*error.message);
    assert_memory_equal(&out, &before, sizeof out);
    assert_int_equal(rapport_agreement_compute(index, values, NULL, raters, units, options, NULL, &out, NULL), status);
}

static void ratings_that_are_no_sound_numbers_are_refused(void **unused)
{
    (void)unused;
    const double wrong[] = {NAN, INFINITY, -INFINITY, 1.0000000001e60, -2e60, 9.9e-61, -9.9e-61, 5e-324};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        double values[] = {1, 2, 3, 1, 2, 3};
        values[5] = wrong[i];
        for (int32_t index = RAPPORT_AD; index < RAPPORT_INDEX_END; index++)
            expect_refused(index, values, 2, 3, NULL, RAPPORT_BAD_VALUE, "/ratings/1/2");
        uint8_t present[] = {1, 1, 1, 1, 1, 0}; /* what is missing is not looked at */
        rapport_agreement out = {.struct_size = sizeof out};
        assert_ok(rapport_agreement_compute(RAPPORT_AD, values, present, 2, 3, NULL, NULL, &out, NULL));
    }
}

static void numbers_at_the_ends_are_taken(void **unused)
{
    (void)unused;
    const double ends[] = {1e60, -1e60, 0, 1e60, 1e-60, -1e-60, 1e60, -1e60, 1e-60};
    for (int i = RAPPORT_AD - 1; i < WAYS - 1; i++) {
        way w = way_at(i);
        rapport_agreement a = compute_with(w.index, ends, 3, 3, w.options);
        assert_true(a.has_value && isfinite(a.value) && isfinite(a.f) && isfinite(a.observed) && isfinite(a.upper));
    }
    const double small[] = {1e-60, 2e-60, 3e-60, 1e-60, 2e-60, 4e-60};
    rapport_agreement a = compute_with(RAPPORT_ICC3, small, 2, 3, five);
    const double large[] = {1, 2, 3, 1, 2, 4};
    assert_close(a.value, compute_with(RAPPORT_ICC3, large, 2, 3, five).value, 1e-12);
}

static void ratings_outside_the_scale_are_refused(void **unused)
{
    (void)unused;
    const double values[] = {1, 5, 6, 2};
    rapport_agreement_options options = {.struct_size = sizeof options, .options = 5};
    expect_refused(RAPPORT_AWG, values, 2, 2, &options, RAPPORT_BAD_VALUE, "/ratings/1/0");
    expect_refused(RAPPORT_RWG, values, 2, 2, &options, RAPPORT_BAD_VALUE, "/ratings/1/0"); /* 1 to 6: more than 5 options */
    expect_refused(RAPPORT_RWGJ, values, 2, 2, &options, RAPPORT_BAD_VALUE, "/ratings/1/0");
    assert_int_equal(compute_with(RAPPORT_RWG, values + 1, 3, 1, options).has_value, 1); /* 5 6 2 are 4 apart */
    options.lowest = 2;
    options.highest = 6;
    expect_refused(RAPPORT_RWG, values, 2, 2, &options, RAPPORT_BAD_VALUE, "/ratings/0/0");
    assert_int_equal(compute_with(RAPPORT_AD, values, 2, 2, options).has_value, 1); /* which needs no scale */
}

static void options_that_make_no_sense_are_refused(void **unused)
{
    (void)unused;
    const double values[] = {1, 2, 2, 1};
    const struct {
        rapport_agreement_options options;
        const char *path;
    } wrong[] = {{{.metric = -1}, "/metric"},
                 {{.metric = 4}, "/metric"},
                 {{.around = 2}, "/around"},
                 {{.around = -1}, "/around"},
                 {{.null_distribution = 1}, "/null_distribution"},
                 {{.reserved = 1}, "/reserved"},
                 {{.options = 1}, "/options"},
                 {{.options = 1000001}, "/options"},
                 {{.lowest = 5, .highest = 5}, "/highest"},
                 {{.lowest = 5, .highest = 1}, "/highest"},
                 {{.lowest = NAN, .highest = 1}, "/highest"},
                 {{.lowest = 0, .highest = INFINITY}, "/highest"},
                 {{.lowest = -2e60, .highest = 1}, "/highest"},
                 {{.confidence = 0.49}, "/confidence"},
                 {{.confidence = 0.9999}, "/confidence"},
                 {{.confidence = NAN}, "/confidence"},
                 {{.rater_stride = -1}, "/rater_stride"},
                 {{.unit_stride = -1}, "/rater_stride"},
                 {{.rater_stride = ((int64_t)1 << 40) + 1}, "/rater_stride"},
                 {{.unit_stride = ((int64_t)1 << 40) + 1}, "/rater_stride"}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        rapport_agreement_options options = wrong[i].options;
        options.struct_size = sizeof options;
        expect_refused(RAPPORT_KENDALL, values, 2, 2, &options, RAPPORT_BAD_ARGUMENT, wrong[i].path);
    }
    for (int32_t index = RAPPORT_RWG; index <= RAPPORT_AWG; index++) /* they must know the scale */
        expect_refused(index, values, 2, 2, NULL, RAPPORT_BAD_ARGUMENT, "/options");
    rapport_agreement_options size = {.struct_size = 4};
    expect_refused(RAPPORT_KENDALL, values, 2, 2, &size, RAPPORT_BAD_ARGUMENT, "");
    expect_refused(RAPPORT_KENDALL, NULL, 2, 2, NULL, RAPPORT_BAD_ARGUMENT, "");
    expect_refused(0, values, 2, 2, NULL, RAPPORT_BAD_ARGUMENT, "");
    expect_refused(RAPPORT_INDEX_END, values, 2, 2, NULL, RAPPORT_BAD_ARGUMENT, "");
}

static void the_result_and_the_allocator_must_be_whole(void **unused)
{
    (void)unused;
    const double values[] = {1, 2, 2, 1};
    rapport_agreement out = {.struct_size = 4};
    rapport_allocator lacking = {0};
    rapport_error error;
    assert_int_equal(rapport_agreement_compute(RAPPORT_AD, values, NULL, 2, 2, NULL, NULL, NULL, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_agreement_compute(RAPPORT_AD, values, NULL, 2, 2, NULL, NULL, &out, &error), RAPPORT_BAD_ARGUMENT);
    out.struct_size = sizeof out;
    assert_int_equal(rapport_agreement_compute(RAPPORT_AD, values, NULL, 2, 2, NULL, &lacking, &out, &error),
                     RAPPORT_BAD_ARGUMENT);
    rapport_agreement_options most = {.struct_size = sizeof most, .options = 1000000, .confidence = 0.999};
    assert_ok(rapport_agreement_compute(RAPPORT_RWG, values, NULL, 2, 2, &most, NULL, &out, &error));
}

static void there_is_a_most_of_ratings(void **unused)
{
    (void)unused;
    enum { SIDE = 8192 }; /* 8192 * 8192 is the most; rows one element apart share their numbers */
    double *values = calloc(2 * SIDE, sizeof *values);
    assert_non_null(values);
    rapport_agreement_options overlap = {.struct_size = sizeof overlap, .rater_stride = 1, .options = 5};
    rapport_agreement out = {.struct_size = sizeof out};
    assert_int_equal((int64_t)SIDE * SIDE, RAPPORT_MAX_RATINGS);
    assert_ok(rapport_agreement_compute(RAPPORT_KENDALL, values, NULL, 1, SIDE, &overlap, NULL, &out, NULL));
    expect_refused(RAPPORT_RWG, values, SIDE, SIDE + 1, &overlap, RAPPORT_LIMIT, "/ratings");
    expect_refused(RAPPORT_RWG, values, UINT32_MAX, UINT32_MAX, &overlap, RAPPORT_LIMIT, "/ratings");
    assert_ok(rapport_agreement_compute(RAPPORT_RWG, values, NULL, SIDE, SIDE, &overlap, NULL, &out, NULL));
    assert_true(out.has_value && out.value == 1 && out.ratings == RAPPORT_MAX_RATINGS);
    free(values);
}

static void there_is_a_most_of_different_ratings_under_the_ratio_metric(void **unused)
{
    (void)unused;
    enum { MANY = RAPPORT_MAX_RATIO_VALUES + 1 };
    static double values[2 * MANY];
    rapport_agreement_options ratio = {.struct_size = sizeof ratio, .metric = RAPPORT_RATIO};
    rapport_agreement out = {.struct_size = sizeof out};
    for (int i = 0; i < MANY; i++)
        values[i] = values[MANY + i] = i + 1;
    expect_refused(RAPPORT_KRIPPENDORFF, values, 2, MANY, &ratio, RAPPORT_LIMIT, "/ratings");
    values[MANY - 1] = values[2 * MANY - 1] = 1; /* one less */
    assert_ok(rapport_agreement_compute(RAPPORT_KRIPPENDORFF, values, NULL, 2, MANY, &ratio, NULL, &out, NULL));
    assert_true(out.has_value && out.value == 1);
}

static int32_t tried;
static int32_t tried_around;

static rapport_status compute_tried(const rapport_allocator *memory)
{
    const double values[] = {1, 2, 3, 4, 1, 2, 4, 4, 2, 2, 3, 5};
    rapport_agreement_options options = {.struct_size = sizeof options, .options = 5, .around = tried_around};
    rapport_agreement out = {.struct_size = sizeof out};
    rapport_error error = {0};
    rapport_status status = rapport_agreement_compute(tried, values, NULL, 3, 4, &options, memory, &out, &error);
    assert_int_equal(error.status, status);
    return status;
}

static void memory_may_run_out_anywhere(void **unused)
{
    (void)unused;
    for (tried = RAPPORT_RWG; tried < RAPPORT_INDEX_END; tried++)
        for (tried_around = 0; tried_around < 2; tried_around++) {
            size_t calls = tk_exhaust_memory(compute_tried);
            assert_true(calls >= 1 && calls <= 3);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(relabelling_raters_and_units_changes_nothing),
        cmocka_unit_test(perfect_agreement_is_1),
        cmocka_unit_test(a_shift_changes_nothing),
        cmocka_unit_test(nothing_is_above_1_and_shares_lie_between),
        cmocka_unit_test(krippendorff_counts_as_the_definition_says),
        cmocka_unit_test(a_table_may_lie_the_other_way_round),
        cmocka_unit_test(a_table_may_have_its_columns_apart),
        cmocka_unit_test(a_mean_over_equal_units_is_that_of_each),
        cmocka_unit_test(one_rater_agrees_with_nobody),
        cmocka_unit_test(one_unit_cannot_be_compared_with_others),
        cmocka_unit_test(ratings_that_never_meet_cannot_be_paired),
        cmocka_unit_test(ratings_that_do_not_vary_tell_nothing),
        cmocka_unit_test(raters_who_differ_by_the_same_everywhere_leave_no_error),
        cmocka_unit_test(who_is_alone_in_all_his_units_does_not_enter),
        cmocka_unit_test(units_that_do_not_differ),
        cmocka_unit_test(raters_who_contradict_each_other_leave_nothing_to_be_relative_to),
        cmocka_unit_test(ratios_of_negative_ratings_mean_nothing),
        cmocka_unit_test(ratings_that_are_no_sound_numbers_are_refused),
        cmocka_unit_test(numbers_at_the_ends_are_taken),
        cmocka_unit_test(ratings_outside_the_scale_are_refused),
        cmocka_unit_test(options_that_make_no_sense_are_refused),
        cmocka_unit_test(the_result_and_the_allocator_must_be_whole),
        cmocka_unit_test(there_is_a_most_of_ratings),
        cmocka_unit_test(there_is_a_most_of_different_ratings_under_the_ratio_metric),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests_name("agreement rules", tests, NULL, NULL);
}
