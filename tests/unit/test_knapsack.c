/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The plain knapsack. */
#include "testkit.h"

#include <math.h>
#include <string.h>

#include "rapport/plan.h"

static rapport_knapsack pack(const double *costs, const double *gains, uint32_t count, double budget, uint8_t *chosen)
{
    rapport_knapsack out = {.struct_size = sizeof out};
    assert_ok(rapport_knapsack_compute(costs, gains, count, budget, NULL, chosen, &out, NULL));
    return out;
}

/* By hand: 5 + 8 + 15 = 28 <= 30 and 3.75 + 4 + 4.5 = 12.25. By ratio (.75, .5, .345, .3, .5) greed takes 1, 2, 5 with 9.25
 * for 16 and has no room for the third. Without the fourth there is 3.75 + 4 + 1.5 or 6.9 + 3.75 + 1.5 = 12.15 for 28. */
static void the_best_choice_is_not_the_greedy_one(void **state)
{
    static const double costs[] = {5, 8, 20, 15, 3}, gains[] = {3.75, 4, 6.9, 4.5, 1.5};
    uint8_t chosen[5];
    rapport_knapsack out = pack(costs, gains, 5, 30, chosen);
    (void)state;
    assert_memory_equal(chosen, ((const uint8_t[]){1, 1, 0, 1, 0}), 5);
    assert_int_equal(out.optimal, 1);
    assert_int_equal(out.count, 3);
    assert_close(out.gain, 12.25, 0);
    assert_close(out.bound, 12.25, 0);
    assert_close(out.cost, 28, 0);
}

static void of_equal_gains_the_cheaper_choice_is_taken(void **state)
{
    static const double costs[] = {4, 3, 2}, gains[] = {5, 3, 2}; /* {1} for 4 or {2, 3} for 5, both 5 */
    uint8_t chosen[3];
    (void)state;
    assert_close(pack(costs, gains, 3, 5, chosen).cost, 4, 0);
    assert_int_equal(chosen[0], 1);
}

static void of_equal_costs_too_the_earlier_item_is_taken(void **state)
{
    static const double costs[] = {1, 2, 2, 1}, gains[] = {1, 2, 2, 1}; /* for 3: {1, 2}, {1, 3}, {2, 4}, {3, 4} */
    uint8_t chosen[4];
    (void)state;
    (void)pack(costs, gains, 4, 3, chosen);
    assert_memory_equal(chosen, ((const uint8_t[]){1, 1, 0, 0}), 4);
}

/* 0.1 + 0.2 is 0.30000000000000004 in doubles; in tenths it is 3. */
static void decimal_costs_fit_as_people_add_them(void **state)
{
    static const double costs[] = {0.1, 0.2}, gains[] = {1, 1};
    (void)state;
    assert_int_equal(pack(costs, gains, 2, 0.3, NULL).count, 2);
    assert_int_equal(pack(costs, gains, 2, 0.29, NULL).count, 1);
}

static void what_costs_nothing_is_taken_if_it_gains(void **state)
{
    static const double costs[] = {0, 0, 1}, gains[] = {2, 0, 5};
    uint8_t chosen[3];
    (void)state;
    assert_close(pack(costs, gains, 3, 0, chosen).gain, 2, 0);
    assert_memory_equal(chosen, ((const uint8_t[]){1, 0, 0}), 3);
    assert_close(pack(costs, gains, 3, 1, chosen).gain, 7, 0);
}

static void nothing_fits_into_nothing(void **state)
{
    static const double cost = 1, gain = 1;
    rapport_knapsack out = pack(NULL, NULL, 0, 10, NULL);
    (void)state;
    assert_int_equal(out.count, 0);
    assert_int_equal(out.optimal, 1);
    assert_int_equal(pack(&cost, &gain, 1, 0.999999, NULL).count, 0);
    assert_int_equal(pack(&cost, &gain, 1, 1, NULL).count, 1);
}

/* Every subset, for costs that become whole and for such that do not. */
static void no_subset_gains_more(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed < 200; seed++) {
        double costs[10], gains[10], budget = seed % 40, best = 0;
        uint32_t random = seed * 2654435761u;
        rapport_knapsack out;
        for (uint32_t i = 0; i < 10; i++) {
            random = random * 1664525 + 1013904223; /* Press et al. 1992 */
            costs[i] = (double)(random >> 28) + (seed % 3 ? 0 : 1 / 3.0);
            random = random * 1664525 + 1013904223;
            gains[i] = (double)(random >> 24) / 16;
        }
        for (uint32_t set = 0; set < 1024; set++) {
            double cost = 0, gain = 0;
            for (uint32_t i = 0; i < 10; i++) {
                cost += set >> i & 1 ? costs[i] : 0;
                gain += set >> i & 1 ? gains[i] : 0;
            }
            best = cost <= budget && gain > best ? gain : best;
        }
        out = pack(costs, gains, 10, budget, NULL);
        assert_int_equal(out.optimal, 1);
        assert_true(out.cost <= budget + 1e-9);
        assert_close(out.gain, best, 1e-9);
    }
}

static void huge_costs_are_no_trouble(void **state)
{
    static const double costs[] = {1e300, 1e300, 1e-6}, gains[] = {1e300, 1, 1};
    uint8_t chosen[3];
    (void)state;
    assert_int_equal(pack(costs, gains, 3, 1e300, chosen).count, 2); /* beside 1e300 a millionth is nothing */
    assert_int_equal(chosen[0], 1);
    assert_int_equal(pack(costs, gains, 3, 1e299, NULL).count, 1);
}

static void wrong_numbers_are_refused(void **state)
{
    static const double bad[] = {-1, 1e-7, 2e300, NAN, INFINITY}, one = 1;
    rapport_knapsack out = {.struct_size = sizeof out};
    (void)state;
    for (uint32_t i = 0; i < 5; i++) {
        assert_int_equal(rapport_knapsack_compute(&bad[i], &one, 1, 1, NULL, NULL, &out, NULL), RAPPORT_BAD_VALUE);
        if (i != 1) {
            assert_int_equal(rapport_knapsack_compute(&one, &bad[i], 1, 1, NULL, NULL, &out, NULL), RAPPORT_BAD_VALUE);
            assert_int_equal(rapport_knapsack_compute(&one, &one, 1, bad[i], NULL, NULL, &out, NULL), RAPPORT_BAD_VALUE);
        }
    }
    assert_int_equal(rapport_knapsack_compute(&one, NULL, 1, 1, NULL, NULL, &out, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_knapsack_compute(NULL, &one, 1, 1, NULL, NULL, &out, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_knapsack_compute(&one, &one, 1, 1, NULL, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    out.struct_size = 4;
    assert_int_equal(rapport_knapsack_compute(&one, &one, 1, 1, NULL, NULL, &out, NULL), RAPPORT_BAD_ARGUMENT);
}

static void there_may_be_65536_items(void **state)
{
    static double costs[RAPPORT_MAX_ACTIONS + 1], gains[RAPPORT_MAX_ACTIONS + 1];
    rapport_knapsack out = {.struct_size = sizeof out};
    (void)state;
    for (uint32_t i = 0; i <= RAPPORT_MAX_ACTIONS; i++)
        costs[i] = gains[i] = 1;
    assert_int_equal(pack(costs, gains, RAPPORT_MAX_ACTIONS, 100, NULL).count, 100);
    assert_int_equal(rapport_knapsack_compute(costs, gains, RAPPORT_MAX_ACTIONS + 1, 1, NULL, NULL, &out, NULL), RAPPORT_LIMIT);
}

/* Costs without common unit, equal ratios: nothing can be proven in time, but the choice holds and the bound says so. */
static void an_unfinished_search_gives_a_valid_choice_and_a_bound(void **state)
{
    enum { N = 60 };
    double costs[N], gains[N];
    rapport_knapsack out;
    (void)state;
    for (uint32_t i = 0; i < N; i++) {
        costs[i] = 1 + sqrt(2 + i) / 7;
        gains[i] = costs[i] + 1;
    }
    out = pack(costs, gains, N, 40.123456789012345, NULL);
    assert_int_equal(out.optimal, 0);
    assert_true(out.count > 0 && out.cost <= 40.123456789012345 && out.bound >= out.gain);
}

static rapport_status a_knapsack(const rapport_allocator *memory)
{
    static const double costs[] = {5, 8.5, 1 / 3.0}, gains[] = {1, 2, 3};
    rapport_knapsack out = {.struct_size = sizeof out};
    rapport_status status = rapport_knapsack_compute(costs, gains, 2, 10, memory, NULL, &out, NULL);
    return status ? status : rapport_knapsack_compute(costs, gains, 3, 10, memory, NULL, &out, NULL);
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    assert_true(tk_exhaust_memory(a_knapsack) >= 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_best_choice_is_not_the_greedy_one),
        cmocka_unit_test(of_equal_gains_the_cheaper_choice_is_taken),
        cmocka_unit_test(of_equal_costs_too_the_earlier_item_is_taken),
        cmocka_unit_test(decimal_costs_fit_as_people_add_them),
        cmocka_unit_test(what_costs_nothing_is_taken_if_it_gains),
        cmocka_unit_test(nothing_fits_into_nothing),
        cmocka_unit_test(no_subset_gains_more),
        cmocka_unit_test(huge_costs_are_no_trouble),
        cmocka_unit_test(wrong_numbers_are_refused),
        cmocka_unit_test(there_may_be_65536_items),
        cmocka_unit_test(an_unfinished_search_gives_a_valid_choice_and_a_bound),
        cmocka_unit_test(memory_may_run_out_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
