/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The largest margin max over w of min over k of w (u - u_k) is the value of a game between weights and rivals (von Neumann
 * 1928). There are many rivals and few criteria, so it is solved from the rivals' side, where the program is flat. With
 * a = u - u_k + 2 >= 1, one y a rival, and one z a rule G w <= h of the weights, the value v is the least t + h z with
 *   sum y = 1,   sum_k y_k a_kj <= t + (G z)_j for every criterion j,   y, z >= 0;
 * divided by v, which is at least 1, that is the largest sum of y, which is 1 / v, with
 *   sum_k y_k a_kj + sum_r z_r (h_r - G_rj) <= 1. */
#include "selection/potential.h"

#include "base/error.h"
#include "selection/linear_program.h"

/* Whether a is at least as good as b everywhere. */
static bool nowhere_worse(const double *a, const double *b, uint32_t criteria, bool *same)
{
    *same = true;
    for (uint32_t c = 0; c < criteria; c++) {
        if (a[c] < b[c])
            return false;
        *same = *same && a[c] <= b[c];
    }
    return true;
}

void rapport__find_rivals(const rapport__scaled *scaled, const double *values, rapport__rivals *out)
{
    uint32_t m = scaled->criteria;
    bool same;
    for (uint32_t i = 0; i < scaled->count; i++) {
        out->above[i] = 0;
        for (uint32_t k = 0; k < scaled->count; k++) {
            if (k == i || !nowhere_worse(values + (size_t)k * m, values + (size_t)i * m, m, &same) || (same && k > i))
                continue;
            out->above[i]++;
            out->whom[i] = k;
        }
    }
}

static bool is_rival(const rapport__rivals *rivals, uint32_t k, uint32_t one)
{
    return k != one && (!rivals->above[k] || (rivals->above[k] == 1 && rivals->whom[k] == one));
}

typedef struct game {
    uint32_t rivals, rules, variables, rows;
    double *objective, *matrix, *limit, *x;
} game;

/* Rules of the region beyond w >= 0: an upper and a lower end each, and each level above the next. */
static uint32_t count_rules(const rapport__region *region)
{
    uint32_t rules = 0;
    for (uint32_t c = 0; c < region->count; c++)
        rules += (region->low[c] > 0 ? 1u : 0u) + (region->high[c] < 1 ? 1u : 0u);
    for (uint32_t first = 0, count; first < region->sorted_count; first += count) {
        count = rapport__region_level(region, first);
        if (first + count < region->sorted_count)
            rules += count * rapport__region_level(region, first + count);
    }
    return rules;
}

/* One rule as a column: `sign` times the weight of criterion c is in it. */
static void put(game *g, uint32_t column, uint32_t c, double sign)
{
    g->matrix[(size_t)c * g->variables + column] -= sign;
}

static void put_limit(game *g, uint32_t column, double limit)
{
    for (uint32_t c = 0; c < g->rows; c++)
        g->matrix[(size_t)c * g->variables + column] += limit;
}

static void put_rules(game *g, const rapport__region *region)
{
    uint32_t column = g->rivals;
    for (uint32_t c = 0; c < region->count; c++) {
        if (region->high[c] < 1) {
            put_limit(g, column, region->high[c]);
            put(g, column++, c, 1);
        }
        if (region->low[c] > 0) {
            put_limit(g, column, -region->low[c]);
            put(g, column++, c, -1);
        }
    }
    for (uint32_t first = 0, count; first < region->sorted_count; first += count) {
        uint32_t next = first + (count = rapport__region_level(region, first));
        uint32_t end = next < region->sorted_count ? next + rapport__region_level(region, next) : next;
        for (uint32_t i = first; i < next; i++)
            for (uint32_t k = next; k < end; k++, column++) {
                put(g, column, region->sorted[k], 1);
                put(g, column, region->sorted[i], -1);
            }
    }
}

static void put_rivals(game *g, const rapport__scaled *s, uint32_t one, const double *own, const double *others,
                       const rapport__rivals *rivals)
{
    for (uint32_t k = 0, column = 0; k < s->count; k++) {
        if (!is_rival(rivals, k, one))
            continue;
        g->objective[column] = 1;
        for (uint32_t c = 0; c < s->criteria; c++)
            g->matrix[(size_t)c * g->variables + column] =
                own[(size_t)one * s->criteria + c] - others[(size_t)k * s->criteria + c] + 2;
        column++;
    }
    for (uint32_t c = 0; c < g->rows; c++)
        g->limit[c] = 1;
}

static rapport_status solve(game *g, const rapport_allocator *mem, double *margin, rapport_error *error)
{
    rapport__linear_program program = {g->variables, g->rows, g->objective, g->matrix, NULL, g->limit, 0};
    rapport__linear_solution solution;
    rapport_status status = rapport__linear_program_solve(&program, mem, g->x, &solution);
    if (status == RAPPORT_LIMIT || (!status && solution.state != RAPPORT__OPTIMAL))
        return FAIL(error, RAPPORT_LIMIT, "/criteria",
                    "there are too many criteria, candidates and rules for a linear program");
    if (status)
        return rapport__fail_plainly(error, status);
    *margin = 1 / solution.value - 2;
    return RAPPORT_OK;
}

rapport_status rapport__best_margin(const rapport__scaled *scaled, const rapport__region *region, uint32_t one,
                                    const double *own, const double *others, const rapport__rivals *rivals,
                                    const rapport_allocator *mem, double *margin, rapport_error *error)
{
    game g = {.rules = count_rules(region), .rows = scaled->criteria};
    rapport_status status;
    for (uint32_t k = 0; k < scaled->count; k++)
        g.rivals += is_rival(rivals, k, one);
    g.variables = g.rivals + g.rules;
    if ((uint64_t)(g.rows + 1) * (g.variables + 2 * (uint64_t)g.rows + 1) > RAPPORT__MAX_TABLEAU)
        return FAIL(error, RAPPORT_LIMIT, "/criteria",
                    "there are too many criteria, candidates and rules for a linear program");
    if (!(g.objective = rapport__alloc(mem, g.variables, sizeof(double))) ||
        !(g.matrix = rapport__alloc(mem, (size_t)g.rows * g.variables, sizeof(double))) ||
        !(g.limit = rapport__alloc(mem, g.rows, sizeof(double))) || !(g.x = rapport__alloc(mem, g.variables, sizeof(double)))) {
        status = rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    } else {
        put_rivals(&g, scaled, one, own, others, rivals);
        put_rules(&g, region);
        status = solve(&g, mem, margin, error);
    }
    rapport__free(mem, g.objective);
    rapport__free(mem, g.matrix);
    rapport__free(mem, g.limit);
    rapport__free(mem, g.x);
    return status;
}
