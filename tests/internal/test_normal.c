/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The normal tail against published digits. */
#include "testkit.h"

#include <math.h>

#include "base/maths.h"

static void the_tail_has_its_published_digits(void **state)
{
    (void)state;
    /* Half of erfc(z / sqrt 2). Quantiles as tabulated (Wichura 1988); tails of whole z as in Abramowitz & Stegun, table 26.1,
     * with more digits from the complementary error function. */
    static const double known[][2] = {{0, 0.5},
                                      {0.6744897501960817, 0.25},
                                      {1, 0.15865525393145705},
                                      {1.959963984540054, 0.025},
                                      {2, 0.022750131948179207},
                                      {2.5758293035489004, 0.005},
                                      {3, 0.0013498980316300945},
                                      {6, 9.865876450376981e-10},
                                      {10, 7.619853024160527e-24}};
    for (unsigned i = 0; i < sizeof known / sizeof *known; i++)
        assert_close(rapport__normal_tail(known[i][0]) / known[i][1], 1, 1e-12);
}

static void the_two_ways_meet_and_the_tail_falls(void **state)
{
    (void)state;
    double before = 0.5;
    assert_close(rapport__normal_tail(nextafter(2, 0)) / rapport__normal_tail(2), 1, 1e-13);
    for (double z = 1.0 / 64; z < 40; z += 1.0 / 64) {
        double tail = rapport__normal_tail(z);
        assert_true(tail >= 0 && (tail < before || (tail == before && z > 38)) /* denormal there */);
        before = tail;
    }
    assert_same_bits(rapport__normal_tail(1e200), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_tail_has_its_published_digits),
        cmocka_unit_test(the_two_ways_meet_and_the_tail_falls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
