/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Linear programs: textbook ones, all four outcomes, and the duality theorem as an oracle over random ones. */
#include "selection/linear_program.h"

#include <stdlib.h>

#include "testkit.h"

static rapport_allocator libc_memory(void)
{
    rapport_allocator mem;
    assert_ok(rapport__memory_init(&mem, NULL));
    return mem;
}

static rapport__linear_solution solve(const rapport__linear_program *program, double *x)
{
    rapport__linear_solution solution;
    rapport_allocator mem = libc_memory();
    assert_ok(rapport__linear_program_solve(program, &mem, x, &solution));
    return solution;
}

/* Hillier and Lieberman, Introduction to Operations Research, the Wyndor Glass problem: 36 at (2, 6). */
static void a_textbook_program_has_its_optimum(void **state)
{
    static const double c[] = {3, 5}, a[] = {1, 0, 0, 2, 3, 2}, b[] = {4, 12, 18};
    rapport__linear_program program = {2, 3, c, a, NULL, b, 0};
    double x[2];
    rapport__linear_solution solution = solve(&program, x);
    (void)state;
    assert_int_equal(solution.state, RAPPORT__OPTIMAL);
    assert_close(solution.value, 36, 1e-14);
    assert_close(x[0], 2, 1e-15);
    assert_close(x[1], 6, 1e-15);
    assert_true(solution.pivots > 0);
}

/* Beale 1955, Cycling in the dual simplex algorithm: 1/20 at (1/25, 0, 1, 0). The largest-coefficient rule goes round in it. */
static void a_program_that_makes_others_cycle_ends(void **state)
{
    static const double c[] = {.75, -150, .02, -6}, a[] = {.25, -60, -.04, 9, .5, -90, -.02, 3, 0, 0, 1, 0}, b[] = {0, 0, 1};
    rapport__linear_program program = {4, 3, c, a, NULL, b, 0};
    double x[4];
    rapport__linear_solution solution = solve(&program, x);
    (void)state;
    assert_int_equal(solution.state, RAPPORT__OPTIMAL);
    assert_close(solution.value, .05, 1e-15);
    assert_close(x[0], .04, 1e-15);
    assert_close(x[1], 0, 0);
    assert_close(x[2], 1, 1e-15);
    assert_close(x[3], 0, 0);
}

/* x + y = 1 twice over, x >= 1/4, -y <= -1/8: the largest y - x is 3/4 - 1/4, the largest x - y is 7/8 - 1/8. */
static void equations_lower_limits_and_repeated_rows_are_fine(void **state)
{
    static const double up[] = {-1, 1}, down[] = {1, -1}, a[] = {1, 1, 2, 2, 1, 0, 0, -1}, b[] = {1, 2, .25, -.125};
    static const unsigned char relation[] = {RAPPORT__EQUAL, RAPPORT__EQUAL, RAPPORT__AT_LEAST, RAPPORT__AT_MOST};
    rapport__linear_program program = {2, 4, up, a, relation, b, 0};
    double x[2];
    rapport__linear_solution solution = solve(&program, x);
    (void)state;
    assert_int_equal(solution.state, RAPPORT__OPTIMAL);
    assert_close(solution.value, .5, 1e-15);
    program.objective = down;
    solution = solve(&program, x);
    assert_close(solution.value, .75, 1e-15);
    assert_close(x[0], .875, 1e-15);
}

static void a_program_that_nothing_fulfils_is_infeasible(void **state)
{
    static const double c[] = {1, 1}, a[] = {1, 1, 1, 1}, b[] = {1, 2};
    static const unsigned char relation[] = {RAPPORT__AT_MOST, RAPPORT__AT_LEAST};
    rapport__linear_program program = {2, 2, c, a, relation, b, 0};
    double x[2] = {7, 7};
    rapport__linear_solution solution = solve(&program, x);
    (void)state;
    assert_int_equal(solution.state, RAPPORT__INFEASIBLE);
    assert_same_bits(solution.value, 0);
    assert_same_bits(x[0], 0);
    assert_same_bits(x[1], 0);
}

static void a_program_without_a_largest_value_is_unbounded(void **state)
{
    static const double c[] = {1, 1}, a[] = {1, -1}, b[] = {1};
    rapport__linear_program program = {2, 1, c, a, NULL, b, 0};
    double x[2];
    (void)state;
    assert_int_equal(solve(&program, x).state, RAPPORT__UNBOUNDED);
    program.rows = 0;
    assert_int_equal(solve(&program, x).state, RAPPORT__UNBOUNDED);
    program.variables = 0;
    assert_int_equal(solve(&program, x).state, RAPPORT__OPTIMAL);
}

static void pivots_can_be_limited(void **state)
{
    static const double c[] = {3, 5}, a[] = {1, 0, 0, 2, 3, 2}, b[] = {4, 12, 18};
    rapport__linear_program program = {2, 3, c, a, NULL, b, 0};
    double x[2];
    uint32_t needed = solve(&program, x).pivots;
    (void)state;
    program.most_pivots = needed;
    assert_int_equal(solve(&program, x).state, RAPPORT__OPTIMAL);
    program.most_pivots = needed - 1;
    assert_int_equal(solve(&program, x).state, RAPPORT__UNFINISHED);
}

/* The same program with its rows in units far apart: x <= 4, and so on. */
static void the_units_of_a_row_do_not_matter(void **state)
{
    static const double c[] = {3e40, 5e40}, a[] = {1e-60, 0, 0, 2e60, 3e-5, 2e-5}, b[] = {4e-60, 12e60, 18e-5};
    rapport__linear_program program = {2, 3, c, a, NULL, b, 0};
    double x[2];
    (void)state;
    assert_int_equal(solve(&program, x).state, RAPPORT__OPTIMAL);
    assert_close(x[0], 2, 1e-13);
    assert_close(x[1], 6, 1e-13);
}

static uint64_t seed;

static double next_number(void)
{
    seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return (double)(uint32_t)(seed >> 33) / 2147483648.0;
}

/* max c x, A x <= b, x >= 0 and min b y, A' y >= c, y >= 0 have one value, and their solutions keep to the rows (von Neumann
 * 1947). A, b and c are above 0, so that both can be solved. */
static void a_program_and_its_dual_have_the_same_value(void **state)
{
    enum { MOST = 12 };
    (void)state;
    seed = 5;
    for (uint32_t trial = 0; trial < 300; trial++) {
        double a[MOST * MOST], turned[MOST * MOST], b[MOST], c[MOST], minus_b[MOST], x[MOST], y[MOST];
        unsigned char at_least[MOST];
        uint32_t n = 1 + trial % MOST, m = 1 + trial / MOST % MOST;
        rapport__linear_program primal = {n, m, c, a, NULL, b, 0}, dual = {m, n, minus_b, turned, at_least, c, 0};
        rapport__linear_solution up, down;
        for (uint32_t i = 0; i < m; i++)
            minus_b[i] = -(b[i] = .1 + next_number());
        for (uint32_t v = 0; v < n; v++) {
            at_least[v] = RAPPORT__AT_LEAST;
            c[v] = .1 + next_number();
            for (uint32_t i = 0; i < m; i++)
                turned[v * m + i] = a[i * n + v] = .1 + next_number();
        }
        up = solve(&primal, x);
        down = solve(&dual, y);
        assert_int_equal(up.state, RAPPORT__OPTIMAL);
        assert_int_equal(down.state, RAPPORT__OPTIMAL);
        assert_close(up.value, -down.value, 1e-12 * up.value);
        for (uint32_t i = 0; i < m; i++) {
            double sum = 0;
            for (uint32_t v = 0; v < n; v++)
                sum += a[i * n + v] * x[v];
            assert_true(sum <= b[i] + 1e-13 && y[i] >= 0);
        }
        for (uint32_t v = 0; v < n; v++)
            assert_true(x[v] >= 0);
    }
}

/* The largest of n numbers is the largest mean of them over all weights that add up to 1. */
static void over_the_simplex_the_best_corner_wins(void **state)
{
    double c[64], a[64], x[64];
    static const double b[] = {1};
    static const unsigned char relation[] = {RAPPORT__EQUAL};
    rapport__linear_program program = {64, 1, c, a, relation, b, 0};
    (void)state;
    for (uint32_t i = 0; i < 64; i++) {
        a[i] = 1;
        c[i] = i * 37 % 64;
    }
    assert_close(solve(&program, x).value, 63, 1e-13);
}

static rapport_status one_program(const rapport_allocator *memory)
{
    static const double c[] = {3, 5}, a[] = {1, 0, 0, 2, 3, 2}, b[] = {4, 12, 18};
    rapport__linear_program program = {2, 3, c, a, NULL, b, 0};
    rapport__linear_solution solution;
    double x[2];
    return rapport__linear_program_solve(&program, memory, x, &solution);
}

static void memory_may_run_out(void **state)
{
    (void)state;
    assert_int_equal(tk_exhaust_memory(one_program), 4);
}

/* One row and v variables take 2 (v + 1 + 1) cells: v = 8388606 are the most. */
static void a_tableau_has_a_limit(void **state)
{
    enum { MOST = RAPPORT__MAX_TABLEAU / 2 - 2 };
    static const double b[] = {1};
    double *numbers = calloc(MOST + 1, sizeof *numbers), *x = calloc(MOST + 1, sizeof *x);
    rapport__linear_program program = {MOST, 1, numbers, numbers, NULL, b, 0};
    rapport__linear_solution solution;
    rapport_allocator mem = libc_memory();
    (void)state;
    assert_true(numbers && x);
    assert_int_equal(rapport__linear_program_solve(&program, &mem, x, &solution), RAPPORT_OK);
    assert_int_equal(solution.state, RAPPORT__OPTIMAL);
    program.variables = MOST + 1;
    assert_int_equal(rapport__linear_program_solve(&program, &mem, x, &solution), RAPPORT_LIMIT);
    assert_int_equal(solution.state, RAPPORT__UNFINISHED);
    free(numbers);
    free(x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_textbook_program_has_its_optimum),
        cmocka_unit_test(a_program_that_makes_others_cycle_ends),
        cmocka_unit_test(equations_lower_limits_and_repeated_rows_are_fine),
        cmocka_unit_test(a_program_that_nothing_fulfils_is_infeasible),
        cmocka_unit_test(a_program_without_a_largest_value_is_unbounded),
        cmocka_unit_test(pivots_can_be_limited),
        cmocka_unit_test(the_units_of_a_row_do_not_matter),
        cmocka_unit_test(a_program_and_its_dual_have_the_same_value),
        cmocka_unit_test(over_the_simplex_the_best_corner_wins),
        cmocka_unit_test(memory_may_run_out),
        cmocka_unit_test(a_tableau_has_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
