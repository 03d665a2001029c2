/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* One full level, in points. */
#include "model/scale.h"

#include "testkit.h"

static double smallest(const double *points, uint32_t count)
{
    rapport__step steps[8] = {{0}};
    rapport__scale scale = {.kind = RAPPORT_LEVELS, .step_count = count, .steps = steps};
    for (uint32_t i = 0; i < count; i++)
        steps[i].points = points[i];
    return rapport__scale_smallest_step(&scale);
}

#define SMALLEST(...)                                                                                                          \
    smallest((const double[]){__VA_ARGS__}, (uint32_t)(sizeof((const double[]){__VA_ARGS__}) / sizeof(double)))

static void it_is_the_least_difference_of_neighbours(void **state)
{
    (void)state;
    assert_same_bits(SMALLEST(0, 25, 50, 75, 100), 25);
    assert_same_bits(SMALLEST(0, 10, 100), 10);
    assert_same_bits(SMALLEST(0, 90, 100), 10);
    assert_same_bits(SMALLEST(100, 60, 55, 0), 5); /* falling */
    assert_same_bits(SMALLEST(0, 100), 100);
    assert_same_bits(SMALLEST(0, 0.5, 100), 0.5);
    assert_same_bits(SMALLEST(0, 99, 99.75, 100), 0.25);
}

static void levels_of_equal_points_are_no_step(void **state)
{
    (void)state;
    assert_same_bits(SMALLEST(0, 0, 30, 30, 100), 30);
    assert_same_bits(SMALLEST(40, 40, 40), 0); /* there is none */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_the_least_difference_of_neighbours),
        cmocka_unit_test(levels_of_equal_points_are_no_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
