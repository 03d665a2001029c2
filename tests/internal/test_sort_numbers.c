/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Numbers are sorted as they compare, equal ones keep their order, whether there are few of them or many. */
#include "base/sort_numbers.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "testkit.h"

enum { MOST = 5000 };

static uint64_t seed;

static uint32_t next_number(uint32_t below)
{
    seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return (uint32_t)(seed >> 33) % below;
}

static void sort_and_check(const double *x, uint32_t count)
{
    static rapport__keyed room[2 * MOST];
    static unsigned char seen[MOST];
    for (int turned = 0; turned < 2; turned++) {
        double sign = turned ? -1 : 1;
        const rapport__keyed *sorted = rapport__sort_numbers(x, sign, count, room);
        memset(seen, 0, sizeof seen);
        for (uint32_t i = 0; i < count; i++) {
            assert_true(sorted[i].item < count && !seen[sorted[i].item]);
            seen[sorted[i].item] = 1;
        }
        for (uint32_t i = 1; i < count; i++) {
            double a = sign * x[sorted[i - 1].item], b = sign * x[sorted[i].item];
            assert_true(a < b || (!(a > b) && sorted[i - 1].item < sorted[i].item));
            assert_int_equal(sorted[i - 1].key == sorted[i].key, !(a < b));
        }
    }
}

static void numbers_of_all_sizes_and_signs_are_sorted(void **state)
{
    static const double kinds[] = {0,         -0.0,       1,       -1,       DBL_MAX, -DBL_MAX, HUGE_VAL, -HUGE_VAL,
                                   0x1p-1074, -0x1p-1074, DBL_MIN, -DBL_MIN, 1.5,     1e300,    -1e-300,  3};
    static const uint32_t counts[] = {0, 1, 2, 3, 17, 1023, 1024, 1025, MOST};
    static double x[MOST];
    (void)state;
    seed = 7;
    for (size_t c = 0; c < sizeof counts / sizeof *counts; c++)
        for (uint32_t some = 1; some <= 17; some += 4) {
            for (uint32_t i = 0; i < counts[c]; i++)
                x[i] = some < 17 ? kinds[next_number(some + 3)] : next_number(1u << 31) * 0x1p-20 - next_number(1u << 31);
            sort_and_check(x, counts[c]);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_of_all_sizes_and_signs_are_sorted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
