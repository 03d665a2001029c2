/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What matters and how well it goes. Expected numbers are worked out by hand. */
#include "score_kit.h"

#include "measure_kit.h"

enum { US, THEM, MOST = 8 };

typedef struct found {
    rapport_importance_axes axes;
    int32_t quadrants[MOST];
    double priorities[MOST];
} found;

static found analyse(const double *importance, const double *performance, const double *targets, const uint8_t *present,
                     uint32_t criteria, const rapport_importance_options *options)
{
    found f = {.axes = {.struct_size = sizeof f.axes}};
    assert_ok(rapport_importance_compute(importance, performance, targets, present, criteria, options, f.quadrants,
                                         f.priorities, &f.axes));
    return f;
}

static void expect_quadrants(const found *f, int32_t a, int32_t b, int32_t c, int32_t d)
{
    const int32_t expected[] = {a, b, c, d};
    for (uint32_t i = 0; i < 4; i++)
        assert_int_equal(f->quadrants[i], expected[i]);
}

static const double matters[] = {9, 8, 2, 1}, goes[] = {20, 90, 30, 80};

static void the_means_make_the_quadrants(void **state)
{
    (void)state;
    /* means 5 and 55 */
    found f = analyse(matters, goes, NULL, NULL, 4, NULL);
    expect_quadrants(&f, RAPPORT_CONCENTRATE_HERE, RAPPORT_KEEP_UP, RAPPORT_LOW_PRIORITY, RAPPORT_POSSIBLE_OVERKILL);
    assert_true(f.axes.importance == 5 && f.axes.performance == 55);
    assert_true(f.axes.lowest_importance == 1 && f.axes.highest_importance == 9);
    assert_true(f.axes.lowest_performance == 20 && f.axes.highest_performance == 90);
    assert_int_equal(f.axes.criteria, 4);
    assert_int_equal(f.axes.cut, RAPPORT_CUT_MEANS);
    assert_int_equal(f.axes.has_priorities, 1);
    assert_close(f.priorities[0], 1, MK_ALMOST); /* 1 - 0 */
    assert_close(f.priorities[1], 7. / 8 - 1, MK_ALMOST);
    assert_close(f.priorities[2], 1. / 8 - 1. / 7, MK_ALMOST);
    assert_close(f.priorities[3], -6. / 7, MK_ALMOST);
}

static void what_lies_on_a_line_is_important_and_goes_well(void **state)
{
    (void)state;
    found f = analyse((const double[]){1, 2, 3}, (const double[]){30, 20, 10}, NULL, NULL, 3, NULL);
    assert_int_equal(f.quadrants[1], RAPPORT_KEEP_UP);
    f = analyse((const double[]){7, 7}, (const double[]){5, 5}, NULL, NULL, 2, NULL); /* all alike: no priorities */
    assert_int_equal(f.quadrants[0], RAPPORT_KEEP_UP);
    assert_true(!f.axes.has_priorities && f.priorities[0] == 0);
}

static void midpoints_are_those_of_the_scales_that_are_told(void **state)
{
    (void)state;
    rapport_importance_options o = {.struct_size = sizeof o,
                                    .cut = RAPPORT_CUT_MIDPOINTS,
                                    .lowest_importance = 0,
                                    .highest_importance = 3,
                                    .lowest_performance = 0,
                                    .highest_performance = 100};
    found f = analyse((const double[]){1, 1, 2, 5}, (const double[]){50, 49, 10, 100}, NULL, NULL, 4, &o);
    expect_quadrants(&f, RAPPORT_POSSIBLE_OVERKILL, RAPPORT_LOW_PRIORITY, RAPPORT_CONCENTRATE_HERE, RAPPORT_KEEP_UP);
    assert_true(f.axes.importance == 1.5 && f.axes.performance == 50);
    assert_close(f.priorities[2], 2. / 3 - 0.1, MK_ALMOST);
    assert_close(f.priorities[3], 0, MK_ALMOST);    /* 5 of 3 counts as 3 */
    o.lowest_importance = o.highest_importance = 0; /* not told: the mean of 1 1 2 5 */
    f = analyse((const double[]){1, 1, 2, 5}, (const double[]){50, 49, 10, 100}, NULL, NULL, 4, &o);
    assert_true(f.axes.importance == 2.25 && f.axes.performance == 50);
}

static void targets_are_each_criterions_own(void **state)
{
    (void)state;
    rapport_importance_options o = {.struct_size = sizeof o, .cut = RAPPORT_CUT_TARGETS};
    const double targets[] = {20, 95, 30.1, 80};
    found f = analyse(matters, goes, targets, NULL, 4, &o);
    expect_quadrants(&f, RAPPORT_KEEP_UP, RAPPORT_CONCENTRATE_HERE, RAPPORT_LOW_PRIORITY, RAPPORT_POSSIBLE_OVERKILL);
    assert_true(f.axes.performance == 0 && f.axes.importance == 5);
}

static void what_is_missing_takes_no_part(void **state)
{
    (void)state;
    const uint8_t present[] = {1, 0, 1, 1};
    const double importance[] = {9, NAN, 2, 1}, performance[] = {20, INFINITY, 30, 80};
    found f = analyse(importance, performance, NULL, present, 4, NULL);
    expect_quadrants(&f, RAPPORT_CONCENTRATE_HERE, RAPPORT_NO_QUADRANT, RAPPORT_LOW_PRIORITY, RAPPORT_POSSIBLE_OVERKILL);
    assert_int_equal(f.axes.criteria, 3);
    assert_close(f.axes.importance, 4, MK_ALMOST);
    assert_true(f.priorities[1] == 0);
}

static void the_unit_does_not_matter(void **state)
{
    (void)state;
    double tiny[4], huge[4];
    found f = analyse(matters, goes, NULL, NULL, 4, NULL), g;
    for (uint32_t i = 0; i < 4; i++) {
        tiny[i] = matters[i] * 0x1p-900;
        huge[i] = goes[i] * 0x1p900;
    }
    g = analyse(tiny, huge, NULL, NULL, 4, NULL);
    for (uint32_t i = 0; i < 4; i++) {
        assert_int_equal(g.quadrants[i], f.quadrants[i]);
        assert_close(g.priorities[i], f.priorities[i], MK_ALMOST);
    }
}

static void bad_arrays_are_refused(void **state)
{
    (void)state;
    double importance[] = {9, 8, 2, 1}, performance[] = {20, 90, 30, 80}, targets[] = {1, 2, 3, 4};
    rapport_importance_options o = {.struct_size = sizeof o, .cut = RAPPORT_CUT_TARGETS};
    rapport_importance_axes axes = {.struct_size = sizeof axes};
    static const uint8_t nobody[4];
#define RUN(...) rapport_importance_compute(__VA_ARGS__, NULL, NULL, &axes)
    mk_assert_range(importance[2], -1e300, 1e300, RUN(importance, performance, targets, NULL, 4, &o));
    mk_assert_range(performance[3], -1e300, 1e300, RUN(importance, performance, targets, NULL, 4, &o));
    mk_assert_range(targets[0], -1e300, 1e300, RUN(importance, performance, targets, NULL, 4, &o));
    mk_assert_struct(axes, RUN(importance, performance, targets, NULL, 4, &o));
    assert_int_equal(RUN(importance, performance, NULL, NULL, 4, &o), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(RUN(NULL, performance, NULL, NULL, 4, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(RUN(importance, NULL, NULL, NULL, 4, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(RUN(importance, performance, NULL, nobody, 4, NULL), RAPPORT_UNDEFINED);
    assert_int_equal(RUN(importance, performance, NULL, NULL, 0, NULL), RAPPORT_UNDEFINED);
    assert_int_equal(RUN(importance, performance, NULL, NULL, RAPPORT_MAX_NODES + 1, NULL), RAPPORT_LIMIT);
    assert_int_equal(rapport_importance_compute(importance, performance, NULL, NULL, 4, NULL, NULL, NULL, NULL),
                     RAPPORT_BAD_ARGUMENT);
    o.cut = 3;
    assert_int_equal(RUN(importance, performance, targets, NULL, 4, &o), RAPPORT_BAD_VALUE);
    o.cut = -1;
    assert_int_equal(RUN(importance, performance, targets, NULL, 4, &o), RAPPORT_BAD_VALUE);
    o = (rapport_importance_options){.struct_size = sizeof o, .lowest_importance = 1, .highest_importance = 1};
    assert_int_equal(RUN(importance, performance, targets, NULL, 4, &o), RAPPORT_BAD_VALUE);
    o = (rapport_importance_options){.struct_size = sizeof o, .lowest_performance = 1, .highest_performance = -1};
    assert_int_equal(RUN(importance, performance, targets, NULL, 4, &o), RAPPORT_BAD_VALUE);
    o = (rapport_importance_options){.struct_size = sizeof o, .lowest_performance = NAN};
    assert_int_equal(RUN(importance, performance, targets, NULL, 4, &o), RAPPORT_BAD_VALUE);
    o = (rapport_importance_options){.struct_size = sizeof o, .highest_importance = INFINITY};
    assert_int_equal(RUN(importance, performance, targets, NULL, 4, &o), RAPPORT_BAD_VALUE);
}

static void derived_importance_is_the_correlation_with_the_outcome(void **state)
{
    (void)state;
    /* 1 2 3 4 with itself, turned round, with 1 3 2 5 (deviations: 5.5 / sqrt(5 8.75)), with a constant */
    const double values[] = {1, 4, 1, 7, 2, 3, 3, 7, 3, 2, 2, 7, 4, 1, 5, 7}, outcome[] = {1, 2, 3, 4};
    double r[4];
    uint32_t n[4];
    assert_ok(rapport_derived_importance_compute(values, outcome, NULL, 4, 4, r, n));
    assert_same_bits(r[0], 1);
    assert_same_bits(r[1], -1);
    assert_close(r[2], 5.5 / sqrt(5 * 8.75), MK_ALMOST);
    assert_same_bits(r[3], 0);
    assert_int_equal(n[0], 4);
    assert_int_equal(n[3], 0);
}

static void derived_importance_takes_three_values(void **state)
{
    (void)state;
    const double values[] = {1, 1, 2, NAN, 5, 3, 4, 7}, outcome[] = {1, 2, 3, 4};
    uint8_t present[] = {1, 1, 1, 0, 0, 1, 1, 1};
    double r[2];
    uint32_t n[2];
    assert_ok(rapport_derived_importance_compute(values, outcome, present, 4, 2, r, n));
    assert_int_equal(n[0], 3); /* 1 2 4 against 1 2 4 */
    assert_same_bits(r[0], 1);
    assert_int_equal(n[1], 3);
    present[6] = 0;
    assert_ok(rapport_derived_importance_compute(values, outcome, present, 4, 2, r, n));
    assert_int_equal(n[0], 0);
    assert_same_bits(r[0], 0);
    assert_int_equal(rapport_derived_importance_compute(values, outcome, present, 2, 2, r, n), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_derived_importance_compute(values, outcome, present, 4, 0, r, n), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_derived_importance_compute(values, outcome, NULL, 4, 2, r, n), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_derived_importance_compute(NULL, outcome, present, 4, 2, r, n), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_derived_importance_compute(values, NULL, present, 4, 2, r, n), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_derived_importance_compute(values, outcome, present, 4, 2, NULL, n), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_derived_importance_compute(values, outcome, present, 4, 2, r, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_derived_importance_compute(values, outcome, present, 4, RAPPORT_MAX_NODES + 1, r, n),
                     RAPPORT_LIMIT);
    assert_int_equal(rapport_derived_importance_compute(values, outcome, present, RAPPORT_MAX_PORTFOLIO + 1, 2, r, n),
                     RAPPORT_LIMIT);
}

static void state_it(sk *it, uint32_t party, const char *id, double importance)
{
    assert_ok(rapport_assessment_set_importance(it->assessment, party, sk_node(it, id), importance, NULL));
}

static double importance_of(const sk *it, uint32_t view, const char *id)
{
    double out = -1;
    assert_ok(rapport_result_get_importance(it->result, view, sk_node(it, id), &out));
    return out;
}

static void what_does_not_vary_has_no_correlation(void **state)
{
    (void)state;
    double values[] = {1, 2, 3}, outcome[] = {7, 7, 7}, r[1];
    uint32_t n[1];
    assert_ok(rapport_derived_importance_compute(values, outcome, NULL, 3, 1, r, n));
    assert_true(r[0] == 0 && n[0] == 0);
    outcome[2] = 8;
    mk_assert_range(values[1], -1e60, 1e60, rapport_derived_importance_compute(values, outcome, NULL, 3, 1, r, n));
    mk_assert_range(outcome[1], -1e60, 1e60, rapport_derived_importance_compute(values, outcome, NULL, 3, 1, r, n));
}

static void every_end_of_a_scale_is_looked_at(void **state)
{
    (void)state;
    for (int which = 0; which < 4; which++)
        for (int bad = 0; bad < 2; bad++) {
            rapport_importance_options o = {.struct_size = sizeof o,
                                            .lowest_importance = -2,
                                            .highest_importance = -1,
                                            .lowest_performance = -2,
                                            .highest_performance = -1};
            rapport_importance_axes axes = {.struct_size = sizeof axes};
            double *ends[] = {&o.lowest_importance, &o.highest_importance, &o.lowest_performance, &o.highest_performance};
            assert_ok(rapport_importance_compute(matters, goes, NULL, NULL, 4, &o, NULL, NULL, &axes));
            *ends[which] = bad ? 1.1e300 : NAN;
            assert_int_equal(rapport_importance_compute(matters, goes, NULL, NULL, 4, &o, NULL, NULL, &axes),
                             RAPPORT_BAD_VALUE);
        }
}

static void siblings_share_what_the_model_gives_those_that_are_spoken_of(void **state)
{
    (void)state;
    /* the model: g 1/2 (p 3/8, q 1/8), r 1/4, s 1/4 */
    sk it = sk_open("g:2(p:3 q:1) r s t~", NULL, "us: p 1; them/3: p 1", NULL);
    state_it(&it, US, "g", 2); /* g and r share 3/4 as 2 to 1; s keeps 1/4 */
    state_it(&it, US, "r", 1);
    state_it(&it, US, "p", 5); /* alone: what the model gives it */
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    assert_close(importance_of(&it, US, "g"), 1. / 2, MK_ALMOST);
    assert_close(importance_of(&it, US, "r"), 1. / 4, MK_ALMOST);
    assert_close(importance_of(&it, US, "s"), 1. / 4, MK_ALMOST);
    assert_close(importance_of(&it, US, "p"), 3. / 8, MK_ALMOST);
    assert_same_bits(importance_of(&it, US, "t"), 0);
    assert_same_bits(importance_of(&it, US, ""), 1);
    state_it(&it, US, "r", 4); /* now 1 to 2 */
    state_it(&it, US, "q", 5); /* and half of g each */
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    assert_close(importance_of(&it, US, "g"), 1. / 4, MK_ALMOST);
    assert_close(importance_of(&it, US, "r"), 1. / 2, MK_ALMOST);
    assert_close(importance_of(&it, US, "p"), 1. / 8, MK_ALMOST);
    assert_close(importance_of(&it, THEM, "p"), 3. / 8, MK_ALMOST); /* they say nothing: the model */
    assert_close(importance_of(&it, RAPPORT_JOINT, "p"), 1. / 8, MK_ALMOST);
    state_it(&it, THEM, "g", 1); /* theirs is the model, and weighs three times ours */
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    assert_close(importance_of(&it, RAPPORT_JOINT, "p"), (1. / 8 + 3 * 3. / 8) / 4, MK_ALMOST);
    sk_close(&it);
}

static void nothing_but_zeros_is_no_importance(void **state)
{
    (void)state;
    sk it = sk_open("g(p q) r", NULL, "us: p 1 r 5; them: p 1", NULL);
    rapport_importance_summary sum = {.struct_size = sizeof sum};
    double out = -1;
    state_it(&it, US, "p", 0);
    state_it(&it, US, "q", 0);
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    assert_int_equal(rapport_result_get_importance(it.result, US, 2, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_result_get_importance(it.result, RAPPORT_JOINT, 2, &out), RAPPORT_UNDEFINED);
    assert_true(out == -1);
    assert_close(importance_of(&it, US, "g"), 0.5, MK_ALMOST);
    assert_int_equal(rapport_result_get_importance_summary(it.result, US, RAPPORT_NONE, &sum), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_result_get_importance_summary(it.result, THEM, RAPPORT_NONE, &sum), RAPPORT_NOT_FOUND);
    state_it(&it, US, "g", 0); /* one zero among others is one */
    state_it(&it, US, "r", 3);
    state_it(&it, US, "q", 1);
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    assert_same_bits(importance_of(&it, US, "g"), 0);
    assert_same_bits(importance_of(&it, US, "q"), 0);
    assert_same_bits(importance_of(&it, US, "r"), 1);
    sk_close(&it);
}

static void the_gap_is_what_would_have_to_change_hands(void **state)
{
    (void)state;
    /* 5 3 2 against 2 3 5: 3 of 10 */
    sk it = sk_open("p q r", NULL, "us: p 1; them: p 1", NULL);
    rapport_importance_summary sum = {.struct_size = sizeof sum};
    static const double ours[] = {5, 3, 2}, theirs[] = {2, 3, 5};
    for (uint32_t i = 0; i < 3; i++) {
        assert_ok(rapport_assessment_set_importance(it.assessment, US, i + 1, ours[i], NULL));
        assert_ok(rapport_assessment_set_importance(it.assessment, THEM, i + 1, theirs[i], NULL));
    }
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    assert_ok(rapport_result_get_importance_summary(it.result, US, THEM, &sum));
    assert_close(sum.apart, 0.3, MK_ALMOST);
    assert_close(sum.largest, 0.3, MK_ALMOST);
    assert_int_equal(sum.largest_node, 1);
    assert_ok(rapport_result_get_importance_summary(it.result, THEM, US, &sum));
    assert_close(sum.largest, -0.3, MK_ALMOST);
    assert_ok(rapport_result_get_importance_summary(it.result, US, RAPPORT_NONE, &sum)); /* a third each */
    assert_close(sum.apart, 1. / 6, MK_ALMOST);
    assert_close(sum.largest, 1. / 6, MK_ALMOST);
    assert_int_equal(rapport_result_get_importance_summary(it.result, US, US, &sum), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_importance_summary(it.result, 2, US, &sum), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_importance_summary(it.result, US, 2, &sum), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_importance_summary(it.result, US, THEM, NULL), RAPPORT_BAD_ARGUMENT);
    sk_close(&it);
}

static void criteria_of_a_result_have_their_places(void **state)
{
    (void)state;
    sk it = sk_open("p:4 q:3 r:1 s:1 m i~", NULL, "us!: p 20 q 90 r 30 s 80 i 5", NULL);
    static const int32_t expected[] = {RAPPORT_CONCENTRATE_HERE, RAPPORT_KEEP_UP, RAPPORT_LOW_PRIORITY,
                                       RAPPORT_POSSIBLE_OVERKILL};
    rapport_importance_axes axes = {.struct_size = sizeof axes};
    rapport_importance_place place = {.struct_size = sizeof place};
    assert_ok(rapport_result_get_importance_axes(it.result, RAPPORT_JOINT, RAPPORT_CUT_MEANS, &axes));
    assert_int_equal(axes.criteria, 4); /* m is missing, i does not count */
    assert_close(axes.performance, 55, MK_ALMOST * 100);
    assert_close(axes.importance, 0.225, MK_ALMOST);
    for (uint32_t i = 0; i < 4; i++) {
        assert_ok(rapport_result_get_importance_place(it.result, RAPPORT_JOINT, &axes, i + 1, &place));
        assert_int_equal(place.quadrant, expected[i]);
    }
    assert_close(place.priority, 0 - 0.8, MK_ALMOST); /* performance on 0..100 */
    assert_close(place.importance, 0.1, MK_ALMOST);
    assert_true(place.performance == 80 && place.has_priority);
    assert_int_equal(rapport_result_get_importance_place(it.result, RAPPORT_JOINT, &axes, 5, &place), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_result_get_importance_place(it.result, RAPPORT_JOINT, &axes, 6, &place), RAPPORT_UNDEFINED);
    assert_ok(rapport_result_get_importance_axes(it.result, US, RAPPORT_CUT_TARGETS, &axes)); /* 75 */
    assert_ok(rapport_result_get_importance_place(it.result, US, &axes, 4, &place));
    assert_int_equal(place.quadrant, RAPPORT_POSSIBLE_OVERKILL);
    assert_ok(rapport_result_get_importance_axes(it.result, US, RAPPORT_CUT_MIDPOINTS, &axes));
    assert_true(axes.performance == 50);
    sk_close(&it);
}

static void withheld_scores_have_no_place(void **state)
{
    (void)state;
    sk it = sk_open("p q r", "'anonymity_floor':2", "us: p 10 q 20 r 30 | q 40 r 50", NULL);
    rapport_importance_axes axes = {.struct_size = sizeof axes};
    rapport_importance_place place = {.struct_size = sizeof place};
    assert_ok(rapport_result_get_importance_axes(it.result, US, RAPPORT_CUT_MEANS, &axes));
    assert_int_equal(axes.criteria, 1);
    assert_true(axes.performance == 40);
    assert_int_equal(rapport_result_get_importance_place(it.result, US, &axes, 1, &place), RAPPORT_UNDEFINED);
    sk_close(&it);
    it = sk_open("p", "'anonymity_floor':2", "us: p 10", NULL);
    assert_int_equal(rapport_result_get_importance_axes(it.result, US, RAPPORT_CUT_MEANS, &axes), RAPPORT_UNDEFINED);
    sk_close(&it);
}

static void what_is_asked_wrongly_is_refused(void **state)
{
    (void)state;
    sk it = sk_open("g(p) q", NULL, "us: p 1 q 5", NULL);
    rapport_importance_axes axes = {.struct_size = sizeof axes}, bad;
    rapport_importance_place place = {.struct_size = sizeof place};
    rapport_error error;
    rapport_result *empty;
    double out = -1;
    assert_ok(rapport_result_get_importance_axes(it.result, US, RAPPORT_CUT_MEANS, &axes));
#define AXES(...) assert_int_equal(rapport_result_get_importance_axes(it.result, __VA_ARGS__), RAPPORT_BAD_ARGUMENT)
    AXES(1, RAPPORT_CUT_MEANS, &axes);
    AXES(US, 3, &axes);
    AXES(US, -1, &axes);
    AXES(US, RAPPORT_CUT_MEANS, NULL);
#define PLACE(...) assert_int_equal(rapport_result_get_importance_place(it.result, __VA_ARGS__), RAPPORT_BAD_ARGUMENT)
    PLACE(1, &axes, 2, &place);
    PLACE(US, NULL, 2, &place);
    PLACE(US, &axes, 1, &place); /* a group */
    PLACE(US, &axes, 4, &place);
    PLACE(US, &axes, 2, NULL);
    bad = axes;
    bad.highest_importance = NAN;
    PLACE(US, &bad, 2, &place);
    bad = axes;
    bad.cut = 3;
    PLACE(US, &bad, 2, &place);
    bad = axes;
    bad.struct_size = 4;
    PLACE(US, &bad, 2, &place);
    assert_int_equal(rapport_result_get_importance(it.result, US, 4, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_importance(it.result, 1, 1, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_importance(it.result, US, 1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_result_create(NULL, &empty));
    assert_int_equal(rapport_result_get_importance(empty, RAPPORT_JOINT, 0, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_importance_axes(empty, RAPPORT_JOINT, 0, &axes), RAPPORT_BAD_ARGUMENT);
    rapport_result_destroy(empty);
#define STATE(status, ...) assert_int_equal(rapport_assessment_set_importance(it.assessment, __VA_ARGS__, &error), status)
    STATE(RAPPORT_BAD_ARGUMENT, 1, 1, 1);
    STATE(RAPPORT_BAD_ARGUMENT, US, RAPPORT_ROOT, 1);
    STATE(RAPPORT_BAD_ARGUMENT, US, 4, 1);
    STATE(RAPPORT_BAD_VALUE, US, 1, -1e-300);
    STATE(RAPPORT_BAD_VALUE, US, 1, 1.0000000000001e12);
    STATE(RAPPORT_BAD_VALUE, US, 1, NAN);
    assert_string_equal(error.path, "/parties/us/importance/g");
    assert_int_equal(rapport_assessment_get_importance(it.assessment, US, RAPPORT_ROOT, NULL), RAPPORT_NOT_FOUND);
    STATE(RAPPORT_OK, US, 1, 1e12);
    assert_ok(rapport_assessment_get_importance(it.assessment, US, RAPPORT_ROOT, &out));
    assert_true(out == 0);
    assert_ok(rapport_assessment_get_importance(it.assessment, US, 1, &out));
    assert_true(out == 1e12);
    assert_int_equal(rapport_assessment_get_importance(it.assessment, US, 2, &out), RAPPORT_NOT_FOUND);
    assert_int_equal(rapport_assessment_get_importance(it.assessment, US, 4, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_get_importance(it.assessment, 1, 1, &out), RAPPORT_BAD_ARGUMENT);
    sk_close(&it);
}

enum { MANY = 4000 }; /* so that a statement takes a block of its own */

typedef struct big {
    rapport_model *model;
    rapport_assessment *assessment;
} big;

static void *set_up(const rapport_allocator *memory)
{
    static big it;
    rapport_draft *draft;
    uint32_t scale;
    char id[16];
    assert_ok(rapport_draft_create("m", "1", NULL, &draft, NULL));
    assert_ok(rapport_draft_add_yesno(draft, "y", &scale, NULL));
    assert_ok(rapport_draft_add_band(draft, "b", 0, NULL, NULL));
    for (unsigned i = 0; i < MANY; i++) {
        snprintf(id, sizeof id, "c%u", i);
        assert_ok(rapport_draft_add_criterion(draft, RAPPORT_ROOT, id, 1, scale, NULL, NULL));
    }
    assert_ok(rapport_draft_build(draft, &it.model, NULL));
    rapport_draft_destroy(draft);
    assert_ok(rapport_assessment_create(it.model, "a", "P", "2026-01-31", memory, &it.assessment, NULL));
    assert_ok(rapport_assessment_add_party(it.assessment, "us", 1, RAPPORT_VOICE_ONE, NULL, NULL));
    return &it;
}

static rapport_status run(void *object)
{
    return rapport_assessment_set_importance(((big *)object)->assessment, 0, 7, 3, NULL);
}

static void check(void *object)
{
    double out = 0;
    assert_ok(rapport_assessment_get_importance(((big *)object)->assessment, 0, 7, &out));
    assert_true(out == 3);
}

static void tear_down(void *object)
{
    rapport_assessment_destroy(((big *)object)->assessment);
    rapport_model_destroy(((big *)object)->model);
}

static void a_statement_that_found_no_memory_was_not_made(void **state)
{
    (void)state;
    const tk_step step = {set_up, run, check, tear_down};
    assert_int_equal(tk_exhaust_step(&step), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_means_make_the_quadrants),
        cmocka_unit_test(what_lies_on_a_line_is_important_and_goes_well),
        cmocka_unit_test(midpoints_are_those_of_the_scales_that_are_told),
        cmocka_unit_test(targets_are_each_criterions_own),
        cmocka_unit_test(what_is_missing_takes_no_part),
        cmocka_unit_test(the_unit_does_not_matter),
        cmocka_unit_test(bad_arrays_are_refused),
        cmocka_unit_test(derived_importance_is_the_correlation_with_the_outcome),
        cmocka_unit_test(derived_importance_takes_three_values),
        cmocka_unit_test(what_does_not_vary_has_no_correlation),
        cmocka_unit_test(every_end_of_a_scale_is_looked_at),
        cmocka_unit_test(siblings_share_what_the_model_gives_those_that_are_spoken_of),
        cmocka_unit_test(nothing_but_zeros_is_no_importance),
        cmocka_unit_test(the_gap_is_what_would_have_to_change_hands),
        cmocka_unit_test(criteria_of_a_result_have_their_places),
        cmocka_unit_test(withheld_scores_have_no_place),
        cmocka_unit_test(what_is_asked_wrongly_is_refused),
        cmocka_unit_test(a_statement_that_found_no_memory_was_not_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
