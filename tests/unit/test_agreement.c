/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The indices of agreement against published examples and arithmetic by hand. */
#include "testkit.h"

#include <math.h>

#include "rapport/agreement.h"

#define X NAN /* a missing rating */

static rapport_agreement compute_with(int32_t index, const double *values, uint32_t raters, uint32_t units,
                                      rapport_agreement_options options)
{
    rapport_agreement out = {.struct_size = sizeof out};
    rapport_error error;
    uint8_t present[256];
    assert_true(raters * units <= sizeof present);
    for (uint32_t i = 0; i < raters * units; i++)
        present[i] = (uint8_t)(values[i] == values[i]); /* NaN is not */
    options.struct_size = sizeof options;
    if (rapport_agreement_compute(index, values, present, raters, units, &options, NULL, &out, &error))
        fail_msg("%s: %s", error.path, error.message);
    assert_int_equal(out.index, index);
    return out;
}

static rapport_agreement compute(int32_t index, const double *values, uint32_t raters, uint32_t units)
{
    return compute_with(index, values, raters, units, (rapport_agreement_options){0});
}

static void expect(const rapport_agreement *a, double value, double tolerance)
{
    assert_int_equal(a->has_value, 1);
    assert_int_equal(a->reason, RAPPORT_DEFINED);
    assert_close(a->value, value, tolerance);
}

/* Four raters of one unit on five options: mean 4, deviations 0 0 1 -1, s^2 = 2/3. */
static const double one_unit[] = {4, 4, 5, 3};

static void rwg_of_one_unit(void **state)
{
    (void)state;
    rapport_agreement a = compute_with(RAPPORT_RWG, one_unit, 4, 1, (rapport_agreement_options){.options = 5});
    expect(&a, 2.0 / 3, 1e-15); /* 1 - (2/3)/((25 - 1)/12) */
    assert_close(a.observed, 2.0 / 3, 1e-15);
    assert_close(a.expected, 2, 0);
    assert_int_equal(a.has, RAPPORT_HAS_OBSERVED | RAPPORT_HAS_EXPECTED | RAPPORT_HAS_UNITS);
    assert_int_equal(a.floored, 0);
    assert_int_equal(a.options, 5);
    assert_true(a.raters == 4 && a.units == 1 && a.ratings == 4);
}

static void rwg_on_a_continuous_scale(void **state)
{
    (void)state;
    /* A range of 4 has the variance 16/12 at random: 1 - (2/3)/(4/3). */
    rapport_agreement a = compute_with(RAPPORT_RWG, one_unit, 4, 1, (rapport_agreement_options){.lowest = 1, .highest = 5});
    expect(&a, 0.5, 1e-15);
    assert_close(a.expected, 4.0 / 3, 1e-15);
}

static void rwg_on_options_that_are_not_one_apart(void **state)
{
    (void)state;
    /* The same four ratings as points 0 25 50 75 100: both variances grow by 25^2, and the index stays. */
    const double points[] = {75, 75, 100, 50};
    rapport_agreement a =
        compute_with(RAPPORT_RWG, points, 4, 1, (rapport_agreement_options){.options = 5, .lowest = 0, .highest = 100});
    expect(&a, 2.0 / 3, 1e-15);
    assert_close(a.expected, 1250, 1e-12); /* 2 * 625 */
}

static void rwg_of_several_units_is_their_mean_and_less_than_nothing_counts_as_nothing(void **state)
{
    (void)state;
    /* 4 4 5 3 gives 2/3; 1 1 5 5 has s^2 = 16/3 and gives 1 - 8/3, counted as 0; 2 2 2 2 gives 1. Mean 5/9. */
    const double ratings[] = {4, 1, 2, 4, 1, 2, 5, 5, 2, 3, 5, 2};
    rapport_agreement a = compute_with(RAPPORT_RWG, ratings, 4, 3, (rapport_agreement_options){.options = 5});
    expect(&a, 5.0 / 9, 1e-15);
    assert_int_equal(a.floored, 1);
    assert_true(a.least == 0 && a.least_unit == 1 && a.greatest == 1 && a.greatest_unit == 2);
    assert_close(a.observed, 2, 1e-15); /* (2/3 + 16/3 + 0)/3 */
}

static void what_is_just_as_at_random_is_not_less_than_that(void **state)
{
    (void)state;
    const double ratings[] = {2, 4}; /* s^2 = 2, as at random on five options */
    rapport_agreement a = compute_with(RAPPORT_RWG, ratings, 2, 1, (rapport_agreement_options){.options = 5});
    expect(&a, 0, 0);
    assert_int_equal(a.floored, 0);
    a = compute_with(RAPPORT_RWGJ, ratings, 2, 1, (rapport_agreement_options){.options = 5});
    expect(&a, 0, 0);
    assert_int_equal(a.floored, 0);
}

static void rwgj_of_parallel_items(void **state)
{
    (void)state;
    /* James, Demaree and Wolf 1984: J (1 - q)/(J (1 - q) + q). Three items of variance 2/3 on five options: q = 1/3,
     * 3 * 2/3 / (3 * 2/3 + 1/3) = 6/7. */
    const double ratings[] = {4, 2, 3, 4, 2, 3, 5, 3, 4, 3, 1, 2};
    rapport_agreement a = compute_with(RAPPORT_RWGJ, ratings, 4, 3, (rapport_agreement_options){.options = 5});
    expect(&a, 6.0 / 7, 1e-15);
    assert_close(a.observed, 2.0 / 3, 1e-15);
    assert_int_equal(a.floored, 0);
    assert_int_equal(a.least_unit, RAPPORT_NONE);
    assert_int_equal(a.has, RAPPORT_HAS_OBSERVED | RAPPORT_HAS_EXPECTED);
    a = compute_with(RAPPORT_RWGJ, one_unit, 4, 1, (rapport_agreement_options){.options = 5}); /* of one item it is r_wg */
    expect(&a, 2.0 / 3, 1e-15);
}

static void rwgj_that_differs_more_than_at_random_is_0(void **state)
{
    (void)state;
    const double ratings[] = {1, 2, 1, 2, 5, 2, 5, 2}; /* variances 16/3 and 0: their mean is 8/3, above 2 */
    rapport_agreement a = compute_with(RAPPORT_RWGJ, ratings, 4, 2, (rapport_agreement_options){.options = 5});
    expect(&a, 0, 0);
    assert_int_equal(a.floored, 1);
}

static void awg_of_one_unit(void **state)
{
    (void)state;
    /* Brown and Hauenstein 2005: 1 - 2 (2/3)/((6 * 4 - 16 - 5) * 4/3) = 1 - (4/3)/4. */
    rapport_agreement a = compute_with(RAPPORT_AWG, one_unit, 4, 1, (rapport_agreement_options){.options = 5});
    expect(&a, 2.0 / 3, 1e-15);
    assert_true(a.lowest == 1 && a.highest == 5);
    assert_int_equal(a.off_center, 0); /* the mean is 1 from the end, just the range over the number of raters */
}

static void awg_is_less_than_minus_1_for_nobody(void **state)
{
    (void)state;
    const double apart[] = {1, 5, 1, 5};
    rapport_agreement a = compute_with(RAPPORT_AWG, apart, 4, 1, (rapport_agreement_options){.options = 5});
    expect(&a, -1, 1e-15);                 /* as far apart as the mean 3 allows: 1 - 2 * 16/(4 * 2 * 2) */
    const double thirds[] = {0, 0.5, 0.5}; /* the mean is no double, and the quotient of the rounded sums is above 1 */
    a = compute_with(RAPPORT_AWG, thirds, 3, 1, (rapport_agreement_options){.lowest = 0, .highest = 0.5});
    expect(&a, -1, 0);
}

static void awg_near_an_end_of_the_scale(void **state)
{
    (void)state;
    /* 1 1 1 2: mean 5/4, nearer to 1 than (5 - 1)/4. Sum of squares 3/4: 1 - 2 (3/4)/(4 * (15/4) * (1/4)) = 3/5. */
    const double ratings[] = {1, 5, 1, 5, 1, 5, 2, 5};
    rapport_agreement a = compute_with(RAPPORT_AWG, ratings, 4, 2, (rapport_agreement_options){.options = 5});
    assert_int_equal(a.off_center, 2); /* and where all say 5 */
    assert_close(a.least, 0.6, 1e-15);
    assert_close(a.greatest, 1, 0);
    expect(&a, 0.8, 1e-15);
}

static void average_deviation(void **state)
{
    (void)state;
    /* |4-4| + |4-4| + |5-4| + |3-4| = 2, of four; the limit of Burke and Dunlap 2002 is 5/6. */
    rapport_agreement a = compute_with(RAPPORT_AD, one_unit, 4, 1, (rapport_agreement_options){.options = 5});
    expect(&a, 0.5, 1e-15);
    assert_close(a.limit, 5.0 / 6, 1e-15);
    assert_int_equal(a.has, RAPPORT_HAS_UNITS | RAPPORT_HAS_LIMIT);
    a = compute(RAPPORT_AD, one_unit, 4, 1);
    assert_int_equal(a.has, RAPPORT_HAS_UNITS);
}

static void average_deviation_around_the_median(void **state)
{
    (void)state;
    /* 1 1 2 8: median 1.5, distances .5 .5 .5 6.5; mean 3, distances 2 2 1 5. Then 9 5 4 missing: median 5, distances 4 0 1. */
    const double ratings[] = {8, 9, 1, 5, 2, 4, 1, X};
    rapport_agreement_options median = {.around = RAPPORT_AROUND_MEDIAN};
    rapport_agreement a = compute_with(RAPPORT_AD, ratings, 4, 2, median);
    expect(&a, (2 + 5.0 / 3) / 2, 1e-15);
    assert_true(a.greatest_unit == 0 && a.least_unit == 1);
    assert_close(a.greatest, 2, 1e-15);
    a = compute(RAPPORT_AD, ratings, 4, 1); /* only the first four in a row: 8 9 1 5 as raters of one unit */
    expect(&a, 2.75, 1e-15);                /* mean 5.75: 2.25 3.25 4.75 .75 */
}

/* Shrout and Fleiss 1979, table 2: six targets (columns), four judges (rows). */
static const double shrout[] = {9, 6, 8, 7, 10, 6, 2, 1, 4, 1, 5, 2, 5, 3, 6, 2, 6, 4, 8, 2, 8, 6, 9, 7};

static void intraclass_correlations_of_shrout_and_fleiss(void **state)
{
    (void)state;
    /* Table 4 there, to two decimals. Exactly, by their formulas from sums of squares that are fractions of 24:
     * BMS = 1349/120, WMS = 451/72, JMS = 2339/72, EMS = 367/360. */
    const double bms = 1349.0 / 120, wms = 451.0 / 72, jms = 2339.0 / 72, ems = 367.0 / 360;
    const struct {
        int32_t index;
        double published, exact;
    } forms[] = {{RAPPORT_ICC1, .17, (bms - wms) / (bms + 3 * wms)},
                 {RAPPORT_ICC2, .29, (bms - ems) / (bms + 3 * ems + 4 * (jms - ems) / 6)},
                 {RAPPORT_ICC3, .71, (bms - ems) / (bms + 3 * ems)},
                 {RAPPORT_ICC1K, .44, (bms - wms) / bms},
                 {RAPPORT_ICC2K, .62, (bms - ems) / (bms + (jms - ems) / 6)},
                 {RAPPORT_ICC3K, .91, (bms - ems) / bms}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        rapport_agreement a = compute(forms[i].index, shrout, 4, 6);
        int one_way = forms[i].index == RAPPORT_ICC1 || forms[i].index == RAPPORT_ICC1K;
        expect(&a, forms[i].published, 0.005);
        assert_close(a.value, forms[i].exact, 1e-14);
        assert_close(a.ms_units, bms, 1e-13);
        assert_close(a.ms_within, wms, 1e-13);
        assert_close(a.f, bms / (one_way ? wms : ems), 1e-12);
        assert_true(a.df1 == 5 && a.df2 == (one_way ? 18 : 15) && a.raters_per_unit == 4);
        assert_close(a.ms_raters, one_way ? 0 : jms, 1e-13);
        assert_close(a.ms_error, one_way ? 0 : ems, 1e-13);
        assert_int_equal(a.has,
                         RAPPORT_HAS_MEAN_SQUARES | RAPPORT_HAS_F | RAPPORT_HAS_INTERVAL | (one_way ? 0 : RAPPORT_HAS_TWO_WAY));
    }
}

static void confidence_intervals_of_intraclass_correlations(void **state)
{
    (void)state;
    /* The same data in the manual of the R package psych (Revelle), function ICC: 95 % bounds as printed there. */
    const struct {
        int32_t index;
        double lower, upper, tolerance;
    } bounds[] = {{RAPPORT_ICC1, -.133, .72, .0005},  {RAPPORT_ICC2, .019, .76, .0005},  {RAPPORT_ICC3, .342, .95, .0006},
                  {RAPPORT_ICC1K, -.884, .91, .0005}, {RAPPORT_ICC2K, .071, .93, .0005}, {RAPPORT_ICC3K, .676, .99, .0005}};
    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
        rapport_agreement a = compute(bounds[i].index, shrout, 4, 6);
        assert_close(a.lower, bounds[i].lower, bounds[i].tolerance);
        assert_close(a.upper, bounds[i].upper, 0.005);
        assert_close(a.confidence, 0.95, 0);
        rapport_agreement wide = compute_with(bounds[i].index, shrout, 4, 6, (rapport_agreement_options){.confidence = 0.99});
        assert_true(wide.lower < a.lower && wide.upper > a.upper && wide.confidence == 0.99);
        assert_same_bits(wide.value, a.value);
    }
}

static void icc1_of_four_groups(void **state)
{
    (void)state;
    /* Groups 4 5 4, 2 3 2, 3 3 4, 5 4 5: MSB 10/3, MSW 1/3. */
    const double groups[] = {4, 2, 3, 5, 5, 3, 3, 4, 4, 2, 4, 5};
    rapport_agreement single = compute(RAPPORT_ICC1, groups, 3, 4), mean = compute(RAPPORT_ICC1K, groups, 3, 4);
    expect(&single, 0.75, 1e-14);
    expect(&mean, 0.9, 1e-14);
    assert_close(single.ms_units, 10.0 / 3, 1e-14);
    assert_close(single.ms_within, 1.0 / 3, 1e-14);
}

static void icc1_of_groups_of_unequal_size(void **state)
{
    (void)state;
    /* 1 3 | 2 4 6 | 5: means 2 4 5, of all 3.5. SSB = 2 * 2.25 + 3 * .25 + 2.25 = 7.5, MSB 3.75; SSW = 2 + 8, MSW 10/3;
     * n0 = (6 - 14/6)/2 = 11/6. (15/4 - 10/3)/(15/4 + (5/6)(10/3)) = (5/12)/(235/36) = 3/47; 1 - MSW/MSB = 1/9. */
    const double groups[] = {1, 2, 5, 3, 4, X, X, 6, X};
    rapport_agreement a = compute(RAPPORT_ICC1, groups, 3, 3), mean = compute(RAPPORT_ICC1K, groups, 3, 3);
    expect(&a, 3.0 / 47, 1e-14);
    expect(&mean, 1.0 / 9, 1e-14);
    assert_close(a.raters_per_unit, 11.0 / 6, 1e-14);
    assert_int_equal(a.has, RAPPORT_HAS_MEAN_SQUARES | RAPPORT_HAS_F); /* no interval: the units differ in size */
    assert_true(a.df1 == 2 && a.df2 == 3 && a.ratings == 6 && a.units == 3);
}

static void two_way_forms_use_the_units_that_all_rated(void **state)
{
    (void)state;
    double more[4 * 8];
    for (uint32_t r = 0; r < 4; r++) {
        for (uint32_t u = 0; u < 6; u++)
            more[r * 8 + u] = shrout[r * 6 + u];
        more[r * 8 + 6] = r == 2 ? X : 3;
        more[r * 8 + 7] = X;
    }
    for (int32_t index = RAPPORT_ICC2; index <= RAPPORT_CRONBACH; index++) {
        rapport_agreement whole = compute(index, shrout, 4, 6), part = compute(index, more, 4, 8);
        if (index == RAPPORT_KRIPPENDORFF)
            continue;
        assert_same_bits(part.value, whole.value);
        assert_int_equal(part.units, 6);
        assert_int_equal(part.ratings, 24);
    }
}

static void kendalls_w(void **state)
{
    (void)state;
    /* Rank sums 4 6 8 13 14, mean 9, S = 76: 12 * 76/(9 * 120) = 38/45. */
    const double ranks[] = {1, 2, 3, 4, 5, 1, 3, 2, 5, 4, 2, 1, 3, 4, 5};
    rapport_agreement a = compute(RAPPORT_KENDALL, ranks, 3, 5);
    expect(&a, 38.0 / 45, 1e-15);
    assert_close(a.value, 0.84444, 5e-6);
    assert_close(a.chi_square, 3 * 4 * 38.0 / 45, 1e-14);
    assert_close(a.df1, 4, 0);
    assert_int_equal(a.has, RAPPORT_HAS_CHI_SQUARE);
}

static void kendalls_w_with_one_tie(void **state)
{
    (void)state;
    /* First rater 1 2 2 4 5, ranks 1 2.5 2.5 4 5: sums 4 6.5 7.5 13 14, S = 74.5, T = 6: 894/(1080 - 18). */
    const double ratings[] = {1, 2, 2, 4, 5, 1, 3, 2, 5, 4, 2, 1, 3, 4, 5};
    rapport_agreement a = compute(RAPPORT_KENDALL, ratings, 3, 5);
    assert_close(a.value, 894.0 / 1062, 1e-15);
    assert_close(a.value, 0.84181, 5e-6);
}

static void kendalls_w_of_published_rankings(void **state)
{
    (void)state;
    /* Siegel 1956, chapter 9: three executives rank six applicants; W = .16. S = 25.5: 12 * 25.5/(9 * 210). */
    const double executives[] = {1, 6, 3, 2, 5, 4, 1, 5, 6, 4, 2, 3, 6, 3, 2, 5, 4, 1};
    rapport_agreement a = compute(RAPPORT_KENDALL, executives, 3, 6);
    expect(&a, 306.0 / 1890, 1e-15);
    assert_close(a.value, 0.16, 0.005);
    /* Kendall, Rank Correlation Methods, chapter 6: three rankings of ten with ties; S = 591, W = .828. */
    const double tied[] = {1, 4.5, 2,   4.5, 3,   7.5, 6, 9,   7.5, 10,  2.5, 1, 2.5, 4.5, 4.5,
                           8, 9,   6.5, 10,  6.5, 2,   1, 4.5, 4.5, 4.5, 4.5, 8, 8,   8,   10};
    a = compute(RAPPORT_KENDALL, tied, 3, 10);
    expect(&a, 591.0 / 714, 1e-15);
    assert_close(a.value, 0.828, 0.0005);
}

/* Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example C: four observers, twelve units. */
static const double observers[] = {1, 2, 3, 3, 2, 1, 4, 1, 2, X, X, X, 1, 2, 3, 3, 2, 2, 4, 1, 2, 5, X, 3,
                                   X, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, X, 1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, X};

static void krippendorffs_alpha_for_all_metrics(void **state)
{
    (void)state;
    const struct {
        int32_t metric;
        double alpha;
    } published[] = {{RAPPORT_NOMINAL, .7434}, {RAPPORT_ORDINAL, .8154}, {RAPPORT_INTERVAL, .8491}, {RAPPORT_RATIO, .7974}};
    for (size_t i = 0; i < 4; i++) {
        rapport_agreement a =
            compute_with(RAPPORT_KRIPPENDORFF, observers, 4, 12, (rapport_agreement_options){.metric = published[i].metric});
        expect(&a, published[i].alpha, 0.00005);
        assert_true(a.raters == 4 && a.units == 11 && a.ratings == 40); /* the last unit has one rating only */
        assert_close(a.value, 1 - a.observed / a.expected, 1e-15);
        assert_int_equal(a.metric, published[i].metric);
    }
    /* Nominal: 1 - 39 * 8/(40^2 - 9^2 - 13^2 - 10^2 - 5^2 - 3^2) = 1 - 312/1216, Krippendorff's own arithmetic. */
    rapport_agreement a =
        compute_with(RAPPORT_KRIPPENDORFF, observers, 4, 12, (rapport_agreement_options){.metric = RAPPORT_NOMINAL});
    assert_close(a.value, 1 - 312.0 / 1216, 1e-15);
}

static void krippendorffs_alpha_of_two_observers(void **state)
{
    (void)state;
    /* Example A there: binary, two observers, ten units, alpha .095; 1 - 19 * 4/(14 * 6) = 2/21. */
    const double binary[] = {0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0};
    rapport_agreement a =
        compute_with(RAPPORT_KRIPPENDORFF, binary, 2, 10, (rapport_agreement_options){.metric = RAPPORT_NOMINAL});
    expect(&a, 2.0 / 21, 1e-15);
    assert_close(a.value, 0.095, 0.0005);
    /* Example B: five categories, twelve units, alpha .692. */
    const double nominal[] = {1, 1, 2, 2, 4, 3, 3, 3, 5, 4, 4, 1, 2, 1, 2, 2, 2, 3, 3, 3, 5, 4, 4, 4};
    a = compute_with(RAPPORT_KRIPPENDORFF, nominal, 2, 12, (rapport_agreement_options){.metric = RAPPORT_NOMINAL});
    expect(&a, 0.692, 0.0005);
}

static void krippendorffs_alpha_of_three_coders(void **state)
{
    (void)state;
    /* The example of three coders and fifteen units of Wikipedia, "Krippendorff's alpha": nominal .691, interval .811. */
    const double coders[] = {X, X, X, X, X, 3, 4, 1, 2, 1, 1, 3, 3, X, 3, 1, X, 2, 1, 3, 3, 4, 3,
                             X, X, X, X, X, X, X, X, X, 2, 1, 3, 4, 4, X, 2, 1, 1, 3, 3, X, 4};
    rapport_agreement a =
        compute_with(RAPPORT_KRIPPENDORFF, coders, 3, 15, (rapport_agreement_options){.metric = RAPPORT_NOMINAL});
    expect(&a, 0.691, 0.0005);
    a = compute_with(RAPPORT_KRIPPENDORFF, coders, 3, 15, (rapport_agreement_options){.metric = RAPPORT_INTERVAL});
    expect(&a, 0.811, 0.0005);
    assert_true(a.units == 12 && a.ratings == 26);
}

static void krippendorffs_alpha_over_ratios_with_zeros(void **state)
{
    (void)state;
    /* Units 0 0 and 0 2: the pair 0 2 is apart by 1, others by 0. Observed 2/4; expected (2 * 3 * 1)/(4 * 3): alpha 0. */
    const double zeros[] = {0, 0, 0, 2};
    rapport_agreement a = compute_with(RAPPORT_KRIPPENDORFF, zeros, 2, 2, (rapport_agreement_options){.metric = RAPPORT_RATIO});
    expect(&a, 0, 1e-15);
    assert_close(a.observed, 0.5, 1e-15);
    assert_close(a.expected, 0.5, 1e-15);
}

static void cronbachs_alpha(void **state)
{
    (void)state;
    /* Each item has the variance 13/10, their sums 11 14 8 13 7 have 93/10: 3/2 (1 - 39/93) = 27/31. */
    const double items[] = {4, 5, 3, 4, 2, 4, 4, 3, 5, 2, 3, 5, 2, 4, 3};
    rapport_agreement a = compute(RAPPORT_CRONBACH, items, 3, 5);
    expect(&a, 27.0 / 31, 1e-14);
    assert_close(a.value, 0.87097, 5e-6);
    assert_close(a.observed, 3.9, 1e-14);
    assert_close(a.expected, 9.3, 1e-14);
}

static void cronbachs_alpha_is_icc_3_k(void **state)
{
    (void)state;
    /* Shrout and Fleiss 1979 say so; Feldt's 1965 interval is then that of ICC(3,k). */
    rapport_agreement alpha = compute(RAPPORT_CRONBACH, shrout, 4, 6), icc = compute(RAPPORT_ICC3K, shrout, 4, 6);
    assert_close(alpha.value, icc.value, 1e-14);
    assert_same_bits(alpha.lower, icc.lower);
    assert_same_bits(alpha.upper, icc.upper);
    assert_int_equal(alpha.has, RAPPORT_HAS_OBSERVED | RAPPORT_HAS_EXPECTED | RAPPORT_HAS_INTERVAL);
}

static void every_index_has_a_name(void **state)
{
    (void)state;
    const char *const names[] = {"rwg",   "rwgj", "awg",   "ad",      "icc1",         "icc1k",   "icc2",
                                 "icc2k", "icc3", "icc3k", "kendall", "krippendorff", "cronbach"};
    for (int32_t index = RAPPORT_RWG; index < RAPPORT_INDEX_END; index++)
        assert_string_equal(rapport_agreement_name(index), names[index - RAPPORT_RWG]);
    assert_null(rapport_agreement_name(0));
    assert_null(rapport_agreement_name(RAPPORT_INDEX_END));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rwg_of_one_unit),
        cmocka_unit_test(rwg_on_a_continuous_scale),
        cmocka_unit_test(rwg_on_options_that_are_not_one_apart),
        cmocka_unit_test(rwg_of_several_units_is_their_mean_and_less_than_nothing_counts_as_nothing),
        cmocka_unit_test(what_is_just_as_at_random_is_not_less_than_that),
        cmocka_unit_test(rwgj_of_parallel_items),
        cmocka_unit_test(rwgj_that_differs_more_than_at_random_is_0),
        cmocka_unit_test(awg_of_one_unit),
        cmocka_unit_test(awg_is_less_than_minus_1_for_nobody),
        cmocka_unit_test(awg_near_an_end_of_the_scale),
        cmocka_unit_test(average_deviation),
        cmocka_unit_test(average_deviation_around_the_median),
        cmocka_unit_test(intraclass_correlations_of_shrout_and_fleiss),
        cmocka_unit_test(confidence_intervals_of_intraclass_correlations),
        cmocka_unit_test(icc1_of_four_groups),
        cmocka_unit_test(icc1_of_groups_of_unequal_size),
        cmocka_unit_test(two_way_forms_use_the_units_that_all_rated),
        cmocka_unit_test(kendalls_w),
        cmocka_unit_test(kendalls_w_with_one_tie),
        cmocka_unit_test(kendalls_w_of_published_rankings),
        cmocka_unit_test(krippendorffs_alpha_for_all_metrics),
        cmocka_unit_test(krippendorffs_alpha_of_two_observers),
        cmocka_unit_test(krippendorffs_alpha_of_three_coders),
        cmocka_unit_test(krippendorffs_alpha_over_ratios_with_zeros),
        cmocka_unit_test(cronbachs_alpha),
        cmocka_unit_test(cronbachs_alpha_is_icc_3_k),
        cmocka_unit_test(every_index_has_a_name),
    };
    return cmocka_run_group_tests_name("agreement", tests, NULL, NULL);
}
