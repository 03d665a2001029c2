/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The closed form of the best-worst method against the linear program it solves. */
#include <string.h>

#include "rapport/weighting.h"
#include "selection/linear_program.h"
#include "testkit.h"

enum { MOST = 8, ROWS = 4 * MOST };

static uint64_t seed = 11;

static uint32_t next_number(uint32_t below)
{
    seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return (uint32_t)(seed >> 33) % below;
}

/* Rezaei 2016 with ksi for a unit: the largest sum of w under |w_B - a_Bj w_j| <= 1 and |w_j - a_jW w_W| <= 1. */
static double solve(const double *to_others, const double *to_worst, uint32_t n, double *w)
{
    double c[MOST], matrix[ROWS * MOST], limit[ROWS];
    rapport__linear_program program = {n, 0, c, matrix, NULL, limit, 0};
    rapport__linear_solution solution;
    rapport_allocator mem;
    memset(matrix, 0, sizeof matrix);
    for (uint32_t j = 0; j < n; j++) {
        c[j] = 1;
        for (int side = -1; side <= 1; side += 2) {
            double *from_best = matrix + program.rows * n, *from_worst = from_best + n;
            from_best[0] += side;
            from_best[j] -= side * to_others[j];
            from_worst[j] += side;
            from_worst[n - 1] -= side * to_worst[j];
            limit[program.rows++] = 1;
            limit[program.rows++] = 1;
        }
    }
    assert_ok(rapport__memory_init(&mem, NULL));
    assert_ok(rapport__linear_program_solve(&program, &mem, w, &solution));
    assert_int_equal(solution.state, RAPPORT__OPTIMAL);
    return 1 / solution.value;
}

static void the_closed_form_solves_the_linear_program(void **state)
{
    uint32_t compared = 0;
    (void)state;
    for (uint32_t trial = 0; trial < 500; trial++) {
        uint32_t n = 3 + next_number(MOST - 2), a = 2 + next_number(8);
        double to_others[MOST], to_worst[MOST], w[MOST], weights[MOST], ksi;
        rapport_consistency c = {.struct_size = sizeof c};
        int differ = 0;
        for (uint32_t j = 0; j < n; j++) {
            to_others[j] = j == 0 ? 1 : j == n - 1 ? a : 1 + next_number(a);
            to_worst[j] = j == 0 ? a : j == n - 1 ? 1 : 1 + next_number(a);
            differ |= to_others[j] * to_worst[j] != a;
        }
        if (!differ)
            continue; /* consistent: the program has no bound */
        compared++;
        ksi = solve(to_others, to_worst, n, w);
        assert_ok(rapport_best_worst_weights_compute(0, n - 1, to_others, to_worst, n, weights, &c, NULL));
        assert_close(c.ksi, ksi, 1e-14);
        for (uint32_t j = 0; j < n; j++)
            assert_close(weights[j], w[j] * ksi, 1e-13);
    }
    assert_true(compared > 400);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_closed_form_solves_the_linear_program)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
