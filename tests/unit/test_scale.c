/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Value functions and levels: from answers to points. */
#include <float.h>
#include <math.h>

#include "draft_kit.h"

/* A model whose only criterion is on the scale that was added last, number 1. */
static rapport_model *model_on(rapport_draft *draft)
{
    assert_ok(rapport_draft_add_criterion(draft, RAPPORT_ROOT, "c", 1, 1, NULL, NULL));
    return finish(draft);
}

static rapport_model *linear(double worst, double best)
{
    rapport_draft *draft = new_draft();
    assert_ok(rapport_draft_add_linear(draft, "s", worst, best, NULL, NULL));
    return model_on(draft);
}

static rapport_model *range(double zero_below, double full_from, double full_to, double zero_above)
{
    rapport_draft *draft = new_draft();
    assert_ok(rapport_draft_add_range(draft, "s", zero_below, full_from, full_to, zero_above, NULL, NULL));
    return model_on(draft);
}

static rapport_model *exponential(double worst, double best, double rho)
{
    rapport_draft *draft = new_draft();
    assert_ok(rapport_draft_add_exponential(draft, "s", worst, best, rho, NULL, NULL));
    return model_on(draft);
}

static rapport_model *knotted(const double *x, const double *y, uint32_t count)
{
    rapport_draft *draft = new_draft();
    assert_ok(rapport_draft_add_points(draft, "s", x, y, count, NULL, NULL));
    return model_on(draft);
}

static double points(const rapport_model *model, double answer)
{
    double out = -1;
    assert_ok(rapport_model_compute_points(model, 1, answer, &out));
    assert_true(out >= 0 && out <= 100);
    assert_false(signbit(out));
    return out;
}

typedef struct pair {
    double answer, points;
} pair;

/* Checks the points of a model that is let go afterwards. */
static void expect(rapport_model *model, const pair *pairs, size_t count, double tolerance)
{
    for (size_t i = 0; i < count; i++)
        assert_close(points(model, pairs[i].answer), pairs[i].points, tolerance);
    rapport_model_destroy(model);
}

#define EXPECT(model, tolerance, ...)                                                                                          \
    expect((model), (const pair[]){__VA_ARGS__}, sizeof((const pair[]){__VA_ARGS__}) / sizeof(pair), (tolerance))

static void linear_runs_from_worst_to_best(void **state)
{
    (void)state;
    /* 100 (answer - worst) / (best - worst) */
    EXPECT(linear(0, 50), 0, {0, 0}, {10, 20}, {25, 50}, {50, 100});
    EXPECT(linear(-10, 10), 0, {-10, 0}, {0, 50}, {5, 75}, {10, 100});
}

static void linear_may_fall(void **state)
{
    (void)state;
    EXPECT(linear(30, 5), 0, {30, 0}, {25, 20}, {10, 80}, {5, 100}); /* 100 (30 - answer) / 25 */
}

static void answers_beyond_the_ends_have_the_points_of_the_ends(void **state)
{
    static const double x[] = {1, 2}, y[] = {30, 60};
    (void)state;
    EXPECT(linear(0, 50), 0, {-1, 0}, {-DBL_MAX, 0}, {51, 100}, {DBL_MAX, 100});
    EXPECT(linear(30, 5), 0, {31, 0}, {DBL_MAX, 0}, {4, 100}, {-DBL_MAX, 100});
    EXPECT(range(0, 1, 2, 3), 0, {-1, 0}, {4, 0}, {-DBL_MAX, 0}, {DBL_MAX, 0});
    EXPECT(exponential(0, 10, 4), 0, {-1, 0}, {11, 100}, {-DBL_MAX, 0}, {DBL_MAX, 100});
    EXPECT(exponential(10, 0, 4), 0, {11, 0}, {-1, 100}, {DBL_MAX, 0}, {-DBL_MAX, 100});
    EXPECT(knotted(x, y, 2), 0, {0, 30}, {1, 30}, {2, 60}, {3, 60}, {-DBL_MAX, 30}, {DBL_MAX, 60});
}

static void a_range_is_full_inside_and_falls_to_nothing_on_both_sides(void **state)
{
    (void)state;
    EXPECT(range(0, 10, 20, 40), 0, {0, 0}, {5, 50}, {10, 100}, {15, 100}, {20, 100}, {30, 50}, {35, 25}, {40, 0});
}

static void a_range_may_be_full_at_one_answer_only(void **state)
{
    (void)state;
    EXPECT(range(0, 10, 10, 20), 0, {0, 0}, {9, 90}, {10, 100}, {12, 80}, {20, 0});
}

static void points_are_joined_by_straight_lines(void **state)
{
    static const double x[] = {80, 95, 100}, y[] = {0, 80, 100};
    (void)state;
    /* 80 * 7.5 / 15 = 40; 80 + 20 * 2.5 / 5 = 90; 80 * 3 / 15 = 16 */
    EXPECT(knotted(x, y, 3), 1e-12, {80, 0}, {83, 16}, {87.5, 40}, {95, 80}, {97.5, 90}, {100, 100});
}

static void points_may_fall_and_rise_again(void **state)
{
    static const double x[] = {-2, 0, 1, 5}, y[] = {100, 20, 20, 60};
    (void)state;
    /* 100 - 80 * 1 / 2 = 60; level at 20; 20 + 40 * 3 / 4 = 50 */
    EXPECT(knotted(x, y, 4), 1e-12, {-2, 100}, {-1, 60}, {0, 20}, {0.5, 20}, {1, 20}, {4, 50}, {5, 60});
}

static void a_knot_has_exactly_its_points(void **state)
{
    static const double x[] = {0, 0.1, 0.3, 0.7}, y[] = {0.1, 33.3, 0.7, 99.9};
    rapport_model *model = knotted(x, y, 4);
    (void)state;
    for (size_t i = 0; i < COUNT(x); i++)
        assert_same_bits(points(model, x[i]), y[i]);
    rapport_model_destroy(model);
}

/* The double below a positive one. */
static double below(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    bits--;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static void just_before_a_knot_nothing_passes_it(void **state)
{
    /* Found at random: y0 + (y1 - y0) t, with t the double below 1, is rounded past y1 in each. */
    static const double x[][2] = {{48.4, 124}, {14.7, 60.5}, {22.4, 87.9}, {34.9, 105}, {25.9, 119.6}, {47.4, 119.2}};
    static const double y[][2] = {{54.45, 15.97}, {57.15, 15.37}, {87.41, 12.3}, {13.43, 79.29}, {21.37, 54.15}, {20.4, 89.45}};
    (void)state;
    for (size_t i = 0; i < COUNT(x); i++) {
        rapport_model *model = knotted(x[i], y[i], 2);
        double before = points(model, below(x[i][1]));
        assert_true(y[i][0] < y[i][1] ? before <= y[i][1] : before >= y[i][1]);
        assert_close(before, y[i][1], 1e-12);
        rapport_model_destroy(model);
    }
}

static void sixteen_knots_are_all_used(void **state)
{
    double x[RAPPORT_MAX_KNOTS], y[RAPPORT_MAX_KNOTS];
    rapport_model *model;
    (void)state;
    for (int i = 0; i < RAPPORT_MAX_KNOTS; i++) {
        x[i] = i;
        y[i] = i % 2 ? 100 : 0; /* a saw: half way between two knots 50 */
    }
    model = knotted(x, y, RAPPORT_MAX_KNOTS);
    for (int i = 0; i < RAPPORT_MAX_KNOTS; i++)
        assert_same_bits(points(model, i), y[i]);
    for (int i = 0; i + 1 < RAPPORT_MAX_KNOTS; i++)
        assert_same_bits(points(model, i + 0.5), 50);
    rapport_model_destroy(model);
}

static void the_longest_axis_does_not_overflow(void **state)
{
    static const double x[] = {-DBL_MAX, 0, DBL_MAX}, y[] = {0, 10, 100};
    (void)state;
    EXPECT(linear(-1e308, 1e308), 1e-12, {-1e308, 0}, {-5e307, 25}, {0, 50}, {5e307, 75}, {1e308, 100});
    EXPECT(linear(DBL_MAX, -DBL_MAX), 1e-12, {DBL_MAX, 0}, {0, 50}, {-DBL_MAX, 100});
    EXPECT(knotted(x, y, 3), 1e-12, {-DBL_MAX, 0}, {-DBL_MAX / 2, 5}, {0, 10}, {DBL_MAX / 2, 55}, {DBL_MAX, 100});
    EXPECT(range(-DBL_MAX, 0, 0, DBL_MAX), 1e-12, {-DBL_MAX / 4, 75}, {0, 100}, {DBL_MAX / 4, 75});
    EXPECT(range(-DBL_MAX, DBL_MAX / 2, DBL_MAX / 2, DBL_MAX), 1e-12, {-DBL_MAX / 4, 50}, {DBL_MAX * 0.75, 50});
}

static void the_shortest_axis_does_not_underflow(void **state)
{
    static const double least = 0x1p-1074; /* the smallest denormal */
    (void)state;
    EXPECT(linear(0, 4 * least), 0, {0, 0}, {least, 25}, {2 * least, 50}, {3 * least, 75}, {4 * least, 100});
    EXPECT(linear(least, 0), 0, {0, 100}, {least, 0});
    EXPECT(linear(1, 1 + DBL_EPSILON), 0, {1, 0}, {1 + DBL_EPSILON, 100});
    /* Twice the rho is half the way: (1 - e^-(1/2)) / (1 - e^-1) = 0.3934693403 / 0.6321205588 = 0.6224593312 */
    EXPECT(exponential(0, 2 * least, 2 * least), 1e-7, {0, 0}, {least, 62.24593312}, {2 * least, 100});
}

static void exponential_with_a_positive_rho_rises_fast_at_first(void **state)
{
    (void)state;
    /* Kirkwood (1997): 100 (1 - e^(-u/rho)) / (1 - e^(-R/rho)). With rho = 4, R = 10: e^-1 = 0.36787944117144233,
     * e^-2.5 = 0.0820849986238988, e^-1.25 = 0.2865047968601901; 0.6321205588285577 / 0.9179150013761012 = 0.6886482500 and
     * 0.7134952031398099 / 0.9179150013761012 = 0.7772998; a quotient of these to ten digits each. */
    EXPECT(exponential(0, 10, 4), 1e-8, {0, 0}, {4, 100 * (0.6321205588285577 / 0.9179150013761012)},
           {5, 100 * (0.7134952031398099 / 0.9179150013761012)}, {10, 100});
}

static void exponential_with_a_negative_rho_rises_late(void **state)
{
    (void)state;
    /* rho = -4: (1 - e^1) / (1 - e^2.5), e = 2.718281828459045, e^2.5 = 12.182493960703473; e^1.25 = 3.4903429574618414 */
    EXPECT(exponential(0, 10, -4), 1e-8, {0, 0}, {4, 100 * (1.718281828459045 / 11.182493960703473)},
           {5, 100 * (2.4903429574618414 / 11.182493960703473)}, {10, 100});
}

static void exponential_may_fall(void **state)
{
    (void)state;
    /* The same distances from the worst answer, seen from the other side. */
    EXPECT(exponential(10, 0, 4), 1e-8, {10, 0}, {6, 100 * (0.6321205588285577 / 0.9179150013761012)}, {0, 100});
    EXPECT(exponential(10, 0, -4), 1e-8, {10, 0}, {6, 100 * (1.718281828459045 / 11.182493960703473)}, {0, 100});
    EXPECT(exponential(5000, 0, -800), 1e-8,
           /* u/|rho| = 2 and R/|rho| = 6.25: e^2 = 7.38905609893065, e^6.25 = 518.0128246683422 */
           {5000, 0}, {3400, 100 * (6.38905609893065 / 517.0128246683422)}, {0, 100});
}

static void the_signs_of_rho_mirror_each_other(void **state)
{
    rapport_model *fast = exponential(0, 10, 3), *late = exponential(0, 10, -3);
    (void)state;
    /* v(u; -rho) = 100 - v(R - u; rho) */
    for (int i = 0; i <= 100; i++)
        assert_close(points(late, i / 10.0), 100 - points(fast, 10 - i / 10.0), 1e-11);
    rapport_model_destroy(fast);
    rapport_model_destroy(late);
}

static void a_huge_rho_is_a_straight_line(void **state)
{
    (void)state;
    /* (1 - e^-tk) / (1 - e^-k) = t (1 + (1 - t) k / 2 + ...) */
    EXPECT(exponential(0, 10, 1e300), 1e-12, {0, 0}, {2.5, 25}, {5, 50}, {10, 100});
    EXPECT(exponential(0, 10, -1e300), 1e-12, {2.5, 25}, {5, 50});
    EXPECT(exponential(10, 0, DBL_MAX), 1e-12, {2.5, 75}, {5, 50});
    EXPECT(exponential(0, 10, 1e17), 1e-12, {2.5, 25});                         /* k = 1e-16 */
    EXPECT(exponential(0, 10, 1e10), 1e-12, {2.5, 25 * (1 + 0.75 * 1e-9 / 2)}); /* k = 1e-9 */
    EXPECT(exponential(0, 10, -1e10), 1e-12, {2.5, 25 * (1 - 0.75 * 1e-9 / 2)});
    EXPECT(exponential(-DBL_MAX, DBL_MAX, DBL_MAX), 1e-8, /* u = 1, R = 2: 0.6321205588285577 / (1 - e^-2) */
           {0, 100 * (0.6321205588285577 / 0.8646647167633873)});
}

static void a_tiny_rho_is_a_step_but_near_its_end(void **state)
{
    (void)state;
    EXPECT(exponential(0, 1, 1e-300), 0, {0, 0}, {1e-298, 100}, {0.5, 100}, {1, 100});
    EXPECT(exponential(0, 1, -1e-300), 0, {0, 0}, {0.5, 0}, {1 - DBL_EPSILON, 0}, {1, 100});
    EXPECT(exponential(0, 1, 0x1p-1074), 0, {0, 0}, {0.5, 100}, {1, 100});
    EXPECT(exponential(0, 1, -0x1p-1074), 0, {0, 0}, {0.5, 0}, {1, 100});
    /* Within a few rho of the steep end it is the curve still, however far the other end is: 1 - e^-1 and e^-1. */
    EXPECT(exponential(0, 1, 1e-300), 1e-9, {1e-300, 63.21205588285577}, {2e-300, 86.46647167633873});
    EXPECT(exponential(0, 1e308, 1), 1e-9, {1, 63.21205588285577}, {2, 86.46647167633873});
    EXPECT(exponential(-1e308, 0, -1), 1e-9, {-1, 36.787944117144233}, {-2, 13.533528323661270});
    EXPECT(exponential(DBL_MAX, 0, -1), 1e-9, {1, 36.787944117144233}, {2, 13.533528323661270});
    EXPECT(exponential(0, 1e300, 1e-10), 1e-9, {1e-10, 63.21205588285577});
    EXPECT(exponential(0, -1e300, 1e-10), 1e-9, {-1e-10, 63.21205588285577});
    EXPECT(exponential(-DBL_MAX, DBL_MAX, 1e307), 1e-9, {-DBL_MAX + 1e307, 63.21205588285577}); /* R/rho = 36: 1 - 2e-16 */
}

static void exponentials_never_fall_where_they_should_rise(void **state)
{
    static const double rho[] = {1e-3, 0.1, 1, 3, 10, 1e3, 1e9, 1e16, 1e20};
    (void)state;
    for (size_t i = 0; i < COUNT(rho); i++) {
        for (int sign = -1; sign <= 1; sign += 2) {
            rapport_model *model = exponential(0, 10, sign * rho[i]);
            double before = 0;
            for (int k = 0; k <= 1000; k++) {
                double now = points(model, k / 100.0);
                assert_true(now >= before);
                before = now;
            }
            assert_same_bits(before, 100);
            rapport_model_destroy(model);
        }
    }
}

static void numbers_that_are_not_finite_have_no_points(void **state)
{
    rapport_model *model = linear(0, 1);
    double out = 7;
    (void)state;
    assert_int_equal(rapport_model_compute_points(model, 1, NAN, &out), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_model_compute_points(model, 1, HUGE_VAL, &out), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_model_compute_points(model, 1, -HUGE_VAL, &out), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_model_compute_points(model, 0, 1, &out), RAPPORT_BAD_ARGUMENT); /* levels */
    assert_int_equal(rapport_model_compute_points(model, 2, 1, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_compute_points(model, RAPPORT_NONE, 1, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_compute_points(model, 1, 1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_same_bits(out, 7);
    rapport_model_destroy(model);
}

typedef struct knot {
    double answer, points, rho;
} knot;

static void expect_knots(rapport_model *model, const knot *knots, uint32_t count)
{
    double answer = -7, worth = -7, rho = -7;
    for (uint32_t i = 0; i < count; i++) {
        assert_ok(rapport_model_get_knot(model, 1, i, &answer, &worth, &rho));
        assert_same_bits(answer, knots[i].answer);
        assert_same_bits(worth, knots[i].points);
        assert_same_bits(rho, knots[i].rho);
        assert_ok(rapport_model_get_knot(model, 1, i, &answer, &worth, NULL));
    }
    assert_int_equal(rapport_model_get_knot(model, 1, count, &answer, &worth, &rho), RAPPORT_NOT_FOUND);
    assert_int_equal(rapport_model_get_knot(model, 1, RAPPORT_NONE, &answer, &worth, &rho), RAPPORT_NOT_FOUND);
    assert_same_bits(answer, knots[count - 1].answer);
    rapport_model_destroy(model);
}

#define EXPECT_KNOTS(model, ...)                                                                                               \
    expect_knots((model), (const knot[]){__VA_ARGS__}, (uint32_t)(sizeof((const knot[]){__VA_ARGS__}) / sizeof(knot)))

static void the_points_of_a_value_function_can_be_read(void **state)
{
    static const double x[] = {-1, 0, 2}, y[] = {100, 20, 30};
    (void)state;
    EXPECT_KNOTS(linear(0, 50), {0, 0, 0}, {50, 100, 0});
    EXPECT_KNOTS(linear(30, 5), {5, 100, 0}, {30, 0, 0});
    EXPECT_KNOTS(range(0, 10, 20, 40), {0, 0, 0}, {10, 100, 0}, {20, 100, 0}, {40, 0, 0});
    EXPECT_KNOTS(range(0, 10, 10, 40), {0, 0, 0}, {10, 100, 0}, {40, 0, 0});
    EXPECT_KNOTS(exponential(0, 10, 4), {0, 0, 4}, {10, 100, 4});
    EXPECT_KNOTS(exponential(10, 0, -4), {0, 100, -4}, {10, 0, -4});
    EXPECT_KNOTS(knotted(x, y, 3), {-1, 100, 0}, {0, 20, 0}, {2, 30, 0});
}

static void no_minus_0_comes_out(void **state)
{
    static const double x[] = {-1, -0.0}, y[] = {-0.0, 50};
    (void)state;
    EXPECT_KNOTS(linear(-0.0, 50), {0, 0, 0}, {50, 100, 0});
    EXPECT_KNOTS(linear(-50, -0.0), {-50, 0, 0}, {0, 100, 0});
    EXPECT_KNOTS(linear(-0.0, -50), {-50, 100, 0}, {0, 0, 0});
    EXPECT_KNOTS(range(-0.0, 1, 2, 3), {0, 0, 0}, {1, 100, 0}, {2, 100, 0}, {3, 0, 0});
    EXPECT_KNOTS(range(-1, -0.0, 2, 3), {-1, 0, 0}, {0, 100, 0}, {2, 100, 0}, {3, 0, 0});
    EXPECT_KNOTS(range(-2, -1, -0.0, 3), {-2, 0, 0}, {-1, 100, 0}, {0, 100, 0}, {3, 0, 0});
    EXPECT_KNOTS(range(-3, -2, -1, -0.0), {-3, 0, 0}, {-2, 100, 0}, {-1, 100, 0}, {0, 0, 0});
    EXPECT_KNOTS(exponential(-0.0, 10, 4), {0, 0, 4}, {10, 100, 4});
    EXPECT_KNOTS(exponential(-10, -0.0, 4), {-10, 0, 4}, {0, 100, 4});
    EXPECT_KNOTS(knotted(x, y, 2), {-1, 0, 0}, {0, 50, 0});
}

static void only_number_scales_have_a_value_function(void **state)
{
    rapport_model *model = linear(0, 1);
    double a, p;
    (void)state;
    assert_int_equal(rapport_model_get_knot(model, 0, 0, &a, &p, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_get_knot(model, 2, 0, &a, &p, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_get_knot(model, 1, 0, NULL, &p, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_get_knot(model, 1, 0, &a, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    rapport_model_destroy(model);
}

static double step(const rapport_model *model, uint32_t scale, uint32_t number)
{
    double out = -1;
    assert_ok(rapport_model_get_step(model, scale, number, &out));
    return out;
}

static void levels_are_spread_evenly(void **state)
{
    rapport_draft *draft = new_draft();
    rapport_model *model;
    (void)state;
    assert_ok(rapport_draft_add_levels(draft, "two", 2, 0, NULL, NULL));
    assert_ok(rapport_draft_add_levels(draft, "four", 4, 0, NULL, NULL));
    assert_ok(rapport_draft_add_levels(draft, "most", RAPPORT_MAX_LEVELS, 0, NULL, NULL));
    assert_ok(rapport_draft_add_levels(draft, "worse", 5, 1, NULL, NULL));
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    model = finish(draft);
    for (uint32_t level = 1; level <= 5; level++) {
        assert_same_bits(step(model, 0, level), 25.0 * (level - 1)); /* 100 (l - 1) / (5 - 1) */
        assert_same_bits(step(model, 4, level), 25.0 * (5 - level));
    }
    assert_same_bits(step(model, 1, 1), 0);
    assert_same_bits(step(model, 1, 2), 100);
    assert_same_bits(step(model, 2, 2), 100.0 / 3);
    assert_same_bits(step(model, 2, 3), 200.0 / 3);
    for (uint32_t level = 1; level <= RAPPORT_MAX_LEVELS; level++)
        assert_same_bits(step(model, 3, level), level - 1); /* 100 (l - 1) / 100 */
    rapport_model_destroy(model);
}

static void levels_may_have_points_of_their_own(void **state)
{
    static const double rising[] = {0, 10, 10, 60, 100}, falling[] = {90, 90, 50, 20, -0.0}, flat[] = {40, 40, 40, 40, 40};
    static const double *const all[] = {rising, falling, flat};
    (void)state;
    for (size_t i = 0; i < COUNT(all); i++) {
        rapport_draft *draft = new_draft();
        rapport_model *model;
        assert_ok(rapport_draft_set_level_points(draft, 0, all[i], 5, NULL));
        add_criterion(draft, RAPPORT_ROOT, "c", 1);
        model = finish(draft);
        for (uint32_t level = 1; level <= 5; level++)
            assert_same_bits(step(model, 0, level), all[i][level - 1] + 0.0);
        rapport_model_destroy(model);
    }
}

static void steps_that_are_not_there_have_no_points(void **state)
{
    rapport_draft *draft = new_draft();
    rapport_model *model;
    double out = 7;
    (void)state;
    assert_ok(rapport_draft_add_linear(draft, "n", 0, 1, NULL, NULL));
    assert_ok(rapport_draft_add_yesno(draft, "y", NULL, NULL));
    assert_ok(rapport_draft_add_choice(draft, "o", NULL, NULL));
    assert_ok(rapport_draft_add_option(draft, 3, "far", 40, NULL));
    assert_ok(rapport_draft_add_option(draft, 3, "near", 100, NULL));
    assert_ok(rapport_draft_set_level_id(draft, 0, 2, "some", NULL));
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    model = finish(draft);
    assert_int_equal(rapport_model_get_step(model, 0, 0, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_get_step(model, 0, 6, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_get_step(model, 1, 1, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_get_step(model, 4, 1, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_get_step(model, 0, 1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_same_bits(out, 7);
    assert_same_bits(step(model, 3, 1), 40);
    assert_same_bits(step(model, 3, 2), 100);
    assert_int_equal(rapport_model_count_steps(model, 0), 5);
    assert_int_equal(rapport_model_count_steps(model, 1), 0);
    assert_int_equal(rapport_model_count_steps(model, 2), 0);
    assert_int_equal(rapport_model_count_steps(model, 3), 2);
    assert_int_equal(rapport_model_count_steps(model, 4), 0);
    assert_int_equal(rapport_model_find_step(model, 3, "far"), 1);
    assert_int_equal(rapport_model_find_step(model, 3, "near"), 2);
    assert_int_equal(rapport_model_find_step(model, 0, "some"), 2);
    assert_int_equal(rapport_model_find_step(model, 0, ""), 0); /* levels without an id have none */
    assert_int_equal(rapport_model_find_step(model, 0, "far"), 0);
    assert_int_equal(rapport_model_find_step(model, 3, NULL), 0);
    assert_int_equal(rapport_model_find_step(model, 4, "far"), 0);
    assert_int_equal(rapport_model_scale_kind(model, 0), RAPPORT_LEVELS);
    assert_int_equal(rapport_model_scale_kind(model, 1), RAPPORT_NUMBER);
    assert_int_equal(rapport_model_scale_kind(model, 2), RAPPORT_YESNO);
    assert_int_equal(rapport_model_scale_kind(model, 3), RAPPORT_CHOICE);
    assert_int_equal(rapport_model_scale_kind(model, 4), 0);
    rapport_model_destroy(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(linear_runs_from_worst_to_best),
        cmocka_unit_test(linear_may_fall),
        cmocka_unit_test(answers_beyond_the_ends_have_the_points_of_the_ends),
        cmocka_unit_test(a_range_is_full_inside_and_falls_to_nothing_on_both_sides),
        cmocka_unit_test(a_range_may_be_full_at_one_answer_only),
        cmocka_unit_test(points_are_joined_by_straight_lines),
        cmocka_unit_test(points_may_fall_and_rise_again),
        cmocka_unit_test(a_knot_has_exactly_its_points),
        cmocka_unit_test(just_before_a_knot_nothing_passes_it),
        cmocka_unit_test(sixteen_knots_are_all_used),
        cmocka_unit_test(the_longest_axis_does_not_overflow),
        cmocka_unit_test(the_shortest_axis_does_not_underflow),
        cmocka_unit_test(exponential_with_a_positive_rho_rises_fast_at_first),
        cmocka_unit_test(exponential_with_a_negative_rho_rises_late),
        cmocka_unit_test(exponential_may_fall),
        cmocka_unit_test(the_signs_of_rho_mirror_each_other),
        cmocka_unit_test(a_huge_rho_is_a_straight_line),
        cmocka_unit_test(a_tiny_rho_is_a_step_but_near_its_end),
        cmocka_unit_test(exponentials_never_fall_where_they_should_rise),
        cmocka_unit_test(numbers_that_are_not_finite_have_no_points),
        cmocka_unit_test(the_points_of_a_value_function_can_be_read),
        cmocka_unit_test(no_minus_0_comes_out),
        cmocka_unit_test(only_number_scales_have_a_value_function),
        cmocka_unit_test(levels_are_spread_evenly),
        cmocka_unit_test(levels_may_have_points_of_their_own),
        cmocka_unit_test(steps_that_are_not_there_have_no_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
