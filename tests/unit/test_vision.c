/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Shared vision, boldness, horizons, and the triad of vision, leadership and strategy. Expected numbers by hand. */
#include "measure_kit.h"

static void a_vision_is_shared_as_far_as_by_the_party_that_shares_it_least(void **state)
{
    (void)state;
    double means[] = {80, 60}, agreements[] = {0.9, 0.5};
    rapport_shared_vision out = {.struct_size = sizeof out};
    assert_ok(rapport_shared_vision_compute(means, agreements, 2, &out));
    assert_close(out.value, 30, MK_ALMOST * 100); /* 72 and 30 */
    assert_int_equal(out.weakest_party, 1);
    assert_ok(rapport_shared_vision_compute((const double[]){60, 60}, (const double[]){0.5, 0.5}, 2, &out));
    assert_int_equal(out.weakest_party, 0); /* the first of equals */
    agreements[0] = -0.4;                   /* less agreement than chance: none */
    assert_ok(rapport_shared_vision_compute(means, agreements, 2, &out));
    assert_same_bits(out.value, 0);
    assert_int_equal(out.weakest_party, 0);
    mk_assert_range(means[1], 0, 100, rapport_shared_vision_compute(means, agreements, 2, &out));
    mk_assert_range(agreements[1], -1e300, 1, rapport_shared_vision_compute(means, agreements, 2, &out));
    mk_assert_struct(out, rapport_shared_vision_compute(means, agreements, 2, &out));
    assert_int_equal(rapport_shared_vision_compute(NULL, agreements, 2, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_shared_vision_compute(means, NULL, 2, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_shared_vision_compute(means, agreements, 2, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_shared_vision_compute(means, agreements, 1, &out), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_shared_vision_compute(means, agreements, 65, &out), RAPPORT_LIMIT);
}

static void boldness_is_the_part_of_the_way_that_is_asked_for(void **state)
{
    (void)state;
    double today = 40, target = 70, feasible = 100, boldness = -17;
    assert_ok(rapport_boldness_compute(today, target, feasible, &boldness));
    assert_close(boldness, 0.5, 0);
    assert_ok(rapport_boldness_compute(40, 130, 100, &boldness));
    assert_close(boldness, 1.5, 0); /* more than is feasible */
    assert_ok(rapport_boldness_compute(40, 10, 100, &boldness));
    assert_close(boldness, -0.5, 0); /* a retreat */
    assert_ok(rapport_boldness_compute(40, 40, 100, &boldness));
    assert_same_bits(boldness, 0);
    assert_int_equal(rapport_boldness_compute(40, 70, 40, &boldness), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_boldness_compute(40, 70, 30, &boldness), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_boldness_compute(0, 1e300, 1e-300, &boldness), RAPPORT_UNDEFINED);
    assert_same_bits(boldness, 0);
    mk_assert_range(today, -1e300, 1e300, rapport_boldness_compute(today, target, feasible, &boldness));
    mk_assert_range(target, -1e300, 1e300, rapport_boldness_compute(today, target, feasible, &boldness));
    mk_assert_range(feasible, -1e300, 1e300, rapport_boldness_compute(today, target, feasible, &boldness));
    assert_int_equal(rapport_boldness_compute(today, target, feasible, NULL), RAPPORT_BAD_ARGUMENT);
}

static void horizons_overlap_as_far_as_the_shortest_reaches(void **state)
{
    (void)state;
    double horizons[65] = {3, 5, 4}, overlap = -17;
    assert_ok(rapport_horizon_overlap_compute(horizons, 3, &overlap));
    assert_close(overlap, 0.6, MK_ALMOST);
    assert_ok(rapport_horizon_overlap_compute((const double[]){0.5, 0.25}, 2, &overlap));
    assert_same_bits(overlap, 0.5);
    assert_ok(rapport_horizon_overlap_compute((const double[]){4, 4}, 2, &overlap));
    assert_same_bits(overlap, 1);
    assert_ok(rapport_horizon_overlap_compute((const double[]){0, 4}, 2, &overlap));
    assert_same_bits(overlap, 0);
    assert_int_equal(rapport_horizon_overlap_compute((const double[]){0, 0}, 2, &overlap), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_horizon_overlap_compute(horizons, 1, &overlap), RAPPORT_UNDEFINED);
    assert_ok(rapport_horizon_overlap_compute(horizons, 64, &overlap));
    assert_int_equal(rapport_horizon_overlap_compute(horizons, 65, &overlap), RAPPORT_LIMIT);
    assert_int_equal(rapport_horizon_overlap_compute(NULL, 2, &overlap), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_horizon_overlap_compute(horizons, 2, NULL), RAPPORT_BAD_ARGUMENT);
    mk_assert_range(horizons[1], 0, 1e300, rapport_horizon_overlap_compute(horizons, 3, &overlap));
}

static rapport_triad triad_of(double vision, double leadership, double strategy)
{
    rapport_triad out = {.struct_size = sizeof out};
    assert_ok(rapport_triad_compute(vision, leadership, strategy, &out));
    return out;
}

static void the_triad_is_a_geometric_mean(void **state)
{
    (void)state;
    double score = triad_of(90, 90, 20).score;
    assert_close(score, 54.5, 0.05);
    assert_close(score * score * score, 90. * 90 * 20, 1e-7);
    score = triad_of(75, 75, 0).score;
    assert_close(score, 17.8, 0.05);
    assert_close(score * score * score, 75. * 75 * 1, 1e-8); /* 0 counts as 1 */
    assert_same_bits(triad_of(75, 75, 75).score, 75);
    assert_same_bits(triad_of(0, 0, 0).score, 1);
    assert_same_bits(triad_of(100, 100, 100).score, 100);
}

static void the_lowest_of_the_three_is_the_bottleneck(void **state)
{
    (void)state;
    assert_int_equal(triad_of(90, 90, 20).bottleneck, RAPPORT_STRATEGY);
    assert_int_equal(triad_of(90, 30, 31).bottleneck, RAPPORT_LEADERSHIP);
    assert_int_equal(triad_of(10, 30, 31).bottleneck, RAPPORT_VISION);
    assert_int_equal(triad_of(75, 75, 75).bottleneck, RAPPORT_VISION); /* the first of equals */
    assert_int_equal(triad_of(80, 75, 75).bottleneck, RAPPORT_LEADERSHIP);
    assert_close(triad_of(90, 90, 20).lowest, 20, 0);
    assert_same_bits(triad_of(-0.0, 90, 20).lowest, 0);
    assert_int_equal(triad_of(90, 90, 20).reserved, 0);
}

static void harmony_and_evenness(void **state)
{
    (void)state;
    assert_close(triad_of(90, 90, 20).harmony, 0.3, MK_ALMOST);
    assert_close(triad_of(75, 75, 0).harmony, 0.25, MK_ALMOST);
    assert_same_bits(triad_of(75, 75, 75).harmony, 1);
    assert_same_bits(triad_of(0, 100, 50).harmony, 0);
    assert_close(triad_of(90, 30, 20).evenness, 0.5, MK_ALMOST); /* 1 - 60/120, strategy apart */
    assert_close(triad_of(30, 90, 20).evenness, 0.5, MK_ALMOST);
    assert_same_bits(triad_of(90, 90, 20).evenness, 1);
    assert_same_bits(triad_of(0, 0, 20).evenness, 1);
    assert_close(triad_of(0, 3, 20).evenness, 0.5, MK_ALMOST); /* 0 counts as 1: 1 - 2/4 */
}

static void patterns_have_names(void **state)
{
    (void)state;
    assert_int_equal(triad_of(70, 40, 39.9).patterns, RAPPORT_DREAM);
    assert_int_equal(triad_of(70, 39.9, 40).patterns, RAPPORT_ORPHAN_VISION);
    assert_int_equal(triad_of(39.9, 69, 70).patterns, RAPPORT_BUSY);
    assert_int_equal(triad_of(39.9, 70, 69).patterns, RAPPORT_DRIVE_WITHOUT_DESTINATION);
    assert_int_equal(triad_of(90, 20, 20).patterns, RAPPORT_DREAM | RAPPORT_ORPHAN_VISION);
    assert_int_equal(triad_of(20, 90, 90).patterns, RAPPORT_BUSY | RAPPORT_DRIVE_WITHOUT_DESTINATION);
    assert_int_equal(triad_of(69.9, 20, 20).patterns, 0);
    assert_int_equal(triad_of(70, 40, 40).patterns, 0);
    assert_int_equal(triad_of(75, 75, 75).patterns, 0);
    assert_int_equal(triad_of(20, 20, 20).patterns, 0);
    assert_int_equal(triad_of(69.9999999999, 80, 39.9).patterns, RAPPORT_DREAM); /* 70 when rounded to 1e-9 */
    assert_int_equal(triad_of(70, 80, 39.9999999999).patterns, 0);
}

static void a_triad_of_what_are_no_points_is_refused(void **state)
{
    (void)state;
    double vision = 50, leadership = 50, strategy = 50;
    rapport_triad out = {.struct_size = sizeof out};
    mk_assert_range(vision, 0, 100, rapport_triad_compute(vision, leadership, strategy, &out));
    mk_assert_range(leadership, 0, 100, rapport_triad_compute(vision, leadership, strategy, &out));
    mk_assert_range(strategy, 0, 100, rapport_triad_compute(vision, leadership, strategy, &out));
    mk_assert_struct(out, rapport_triad_compute(vision, leadership, strategy, &out));
    assert_int_equal(rapport_triad_compute(vision, leadership, strategy, NULL), RAPPORT_BAD_ARGUMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_vision_is_shared_as_far_as_by_the_party_that_shares_it_least),
        cmocka_unit_test(boldness_is_the_part_of_the_way_that_is_asked_for),
        cmocka_unit_test(horizons_overlap_as_far_as_the_shortest_reaches),
        cmocka_unit_test(the_triad_is_a_geometric_mean),
        cmocka_unit_test(the_lowest_of_the_three_is_the_bottleneck),
        cmocka_unit_test(harmony_and_evenness),
        cmocka_unit_test(patterns_have_names),
        cmocka_unit_test(a_triad_of_what_are_no_points_is_refused),
    };
    return cmocka_run_group_tests_name("vision", tests, NULL, NULL);
}
