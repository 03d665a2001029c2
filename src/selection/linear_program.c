/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The simplex method (Dantzig 1951) with the smallest-index rule (Bland 1977, New finite pivoting rules for the simplex method,
 * Mathematics of Operations Research 2). */
#include "selection/linear_program.h"

#include <stdbool.h>
#include <string.h>

#include "base/float.h"

#define NEARLY 1e-11

/* Columns: the variables, a slack for each inequality, an artificial variable for each row that has no slack to begin with. */
typedef struct tableau {
    const rapport__linear_program *given;
    uint32_t rows, real, columns; /* `real`: variables and slacks; artificial ones behind them */
    size_t width;                 /* columns and the right side */
    double *cells;                /* a row each, and below them the objective */
    double *scale;                /* what each row was multiplied by: a power of two with a sign */
    uint32_t *basis;              /* which column is basic in each row */
    uint32_t pivots, most_pivots;
} tableau;

static double magnitude(double x)
{
    return x < 0 ? -x : x;
}

static double *row_of(const tableau *t, uint32_t row)
{
    return t->cells + row * t->width;
}

/* The power of two that brings a largest magnitude to 1..2, exactly. */
static double power_to_one(double largest)
{
    double scale = 1;
    for (int i = 0; i < 1000 && largest * scale >= 2; i++)
        scale /= 2;
    for (int i = 0; i < 1000 && largest > 0 && largest * scale < 1; i++)
        scale *= 2;
    return scale;
}

static double largest_of(const double *x, uint32_t count)
{
    double largest = 0;
    for (uint32_t i = 0; i < count; i++)
        if (magnitude(x[i]) > largest)
            largest = magnitude(x[i]);
    return largest;
}

static unsigned char relation_of(const rapport__linear_program *p, uint32_t row)
{
    unsigned char relation = p->relation ? p->relation[row] : RAPPORT__AT_MOST;
    if (relation == RAPPORT__EQUAL || p->limit[row] >= 0)
        return relation;
    return relation == RAPPORT__AT_MOST ? RAPPORT__AT_LEAST
                                        : RAPPORT__AT_MOST; /* turned round, so that the right side is not */
}

/* A row of the program with its right side at least 0, its slack and its artificial variable. */
static void fill_row(tableau *t, uint32_t row, uint32_t *slack, uint32_t *artificial)
{
    const rapport__linear_program *p = t->given;
    const double *from = p->matrix + (size_t)row * p->variables;
    double *to = row_of(t, row), scale = power_to_one(largest_of(from, p->variables));
    unsigned char relation = relation_of(p, row);
    t->scale[row] = scale = p->limit[row] < 0 ? -scale : scale;
    for (uint32_t v = 0; v < p->variables; v++)
        to[v] = from[v] * scale;
    to[t->columns] = p->limit[row] * scale;
    if (relation != RAPPORT__EQUAL)
        to[*slack] = relation == RAPPORT__AT_MOST ? 1 : -1;
    t->basis[row] = relation == RAPPORT__AT_MOST ? *slack : *artificial;
    *slack += relation != RAPPORT__EQUAL;
    if (relation == RAPPORT__AT_MOST)
        return;
    to[*artificial] = 1;
    *artificial += 1;
}

static void count_columns(tableau *t)
{
    const rapport__linear_program *p = t->given;
    uint32_t artificial = 0;
    t->rows = p->rows;
    t->real = p->variables;
    for (uint32_t i = 0; i < p->rows; i++) {
        unsigned char relation = relation_of(p, i);
        t->real += relation != RAPPORT__EQUAL;
        artificial += relation != RAPPORT__AT_MOST;
    }
    t->columns = t->real + artificial;
    t->width = (size_t)t->columns + 1;
    t->most_pivots = p->most_pivots ? p->most_pivots : 1000 + 100 * (p->rows + p->variables);
}

static void clear(tableau *t, const rapport_allocator *mem)
{
    rapport__free(mem, t->cells);
    rapport__free(mem, t->scale);
    rapport__free(mem, t->basis);
}

static rapport_status fill(tableau *t, const rapport_allocator *mem)
{
    uint32_t slack = t->given->variables, artificial;
    if ((uint64_t)t->given->rows + t->given->variables > RAPPORT__MAX_TABLEAU)
        return RAPPORT_LIMIT;
    count_columns(t);
    if (((uint64_t)t->rows + 1) * t->width > RAPPORT__MAX_TABLEAU)
        return RAPPORT_LIMIT;
    artificial = t->real;
    t->cells = rapport__alloc(mem, ((size_t)t->rows + 1) * t->width, sizeof *t->cells);
    t->scale = rapport__alloc(mem, t->rows, sizeof *t->scale);
    t->basis = rapport__alloc(mem, t->rows, sizeof *t->basis);
    if (!t->cells || !t->scale || !t->basis)
        return RAPPORT_NO_MEMORY;
    for (uint32_t i = 0; i < t->rows; i++)
        fill_row(t, i, &slack, &artificial);
    return RAPPORT_OK;
}

static void subtract_row(const tableau *t, double *row, const double *from, double times)
{
    if (times == 0)
        return;
    for (size_t i = 0; i < t->width; i++)
        row[i] -= times * from[i];
}

static void pivot(tableau *t, uint32_t at, uint32_t column)
{
    double *row = row_of(t, at), by = row[column];
    for (size_t i = 0; i < t->width; i++)
        row[i] /= by;
    row[column] = 1;
    for (uint32_t i = 0; i <= t->rows; i++) {
        double *other = row_of(t, i);
        if (i == at)
            continue;
        subtract_row(t, other, row, other[column]);
        other[column] = 0;
        if (i < t->rows && other[t->columns] < 0 && other[t->columns] > -NEARLY)
            other[t->columns] = 0;
    }
    t->basis[at] = column;
    t->pivots++;
}

/* The row whose basic variable reaches 0 first; of several the one with the smallest number. RAPPORT_NONE: none does. */
static uint32_t leaving(const tableau *t, uint32_t column)
{
    uint32_t best = RAPPORT_NONE;
    double least = 0;
    for (uint32_t i = 0; i < t->rows; i++) {
        const double *row = row_of(t, i);
        double ratio, slack;
        if (row[column] <= NEARLY)
            continue;
        ratio = row[t->columns] / row[column];
        slack = best == RAPPORT_NONE ? 0 : NEARLY * (1 + magnitude(least));
        if (best != RAPPORT_NONE && (ratio > least + slack || (ratio >= least - slack && t->basis[i] > t->basis[best])))
            continue;
        least = best == RAPPORT_NONE || ratio < least ? ratio : least;
        best = i;
    }
    return best;
}

/* Makes the objective as large as it gets over the first `columns`. */
static int32_t climb(tableau *t, uint32_t columns)
{
    const double *objective = row_of(t, t->rows);
    for (;;) {
        uint32_t entering = 0, row;
        while (entering < columns && objective[entering] >= -NEARLY)
            entering++;
        if (entering == columns)
            return RAPPORT__OPTIMAL;
        if (t->pivots >= t->most_pivots)
            return RAPPORT__UNFINISHED;
        if ((row = leaving(t, entering)) == RAPPORT_NONE)
            return RAPPORT__UNBOUNDED;
        pivot(t, row, entering);
    }
}

/* Phase one: the artificial variables down to 0, and out of the basis where something else can take their place. */
static int32_t find_feasible(tableau *t)
{
    double *objective = row_of(t, t->rows), most = 1;
    int32_t state;
    if (t->columns == t->real)
        return RAPPORT__OPTIMAL;
    for (uint32_t i = 0; i < t->rows; i++) {
        if (t->basis[i] >= t->real)
            subtract_row(t, objective, row_of(t, i), 1);
        most = row_of(t, i)[t->columns] > most ? row_of(t, i)[t->columns] : most;
    }
    for (uint32_t c = t->real; c < t->columns; c++)
        objective[c] = 0;
    if ((state = climb(t, t->real)))
        return state;
    if (objective[t->columns] < -1e-9 * most)
        return RAPPORT__INFEASIBLE;
    for (uint32_t i = 0; i < t->rows; i++) {
        const double *row = row_of(t, i);
        uint32_t column = 0;
        while (t->basis[i] >= t->real && column < t->real && magnitude(row[column]) <= 1e-9)
            column++;
        if (t->basis[i] >= t->real && column < t->real)
            pivot(t, i, column);
    }
    return RAPPORT__OPTIMAL;
}

static int32_t optimise(tableau *t)
{
    const double *c = t->given->objective;
    double *objective = row_of(t, t->rows), scale = power_to_one(largest_of(c, t->given->variables));
    int32_t state = find_feasible(t);
    if (state)
        return state;
    memset(objective, 0, t->width * sizeof *objective);
    for (uint32_t v = 0; v < t->given->variables; v++)
        objective[v] = -c[v] * scale;
    for (uint32_t i = 0; i < t->rows; i++)
        subtract_row(t, objective, row_of(t, i), objective[t->basis[i]]);
    return climb(t, t->real);
}

/* A column of the program as fill_row() made it, into column `at` of a square of `rows` and a right side. */
static void put_column(const tableau *t, uint32_t column, double *square, uint32_t at)
{
    const rapport__linear_program *p = t->given;
    uint32_t slack = p->variables, artificial = t->real;
    for (uint32_t i = 0; i < t->rows; i++) {
        unsigned char relation = relation_of(p, i);
        double *cell = square + i * ((size_t)t->rows + 1) + at;
        *cell = column < p->variables ? p->matrix[(size_t)i * p->variables + column] * t->scale[i] : 0;
        if (relation != RAPPORT__EQUAL && slack++ == column)
            *cell = relation == RAPPORT__AT_MOST ? 1 : -1;
        if (relation != RAPPORT__AT_MOST && artificial++ == column)
            *cell = 1;
    }
}

/* Gauss-Jordan elimination, the largest pivot of each column; false if the square is singular. */
static bool eliminate(double *square, uint32_t n)
{
    size_t width = (size_t)n + 1;
    for (uint32_t c = 0; c < n; c++) {
        uint32_t best = c;
        for (uint32_t i = c + 1; i < n; i++)
            if (magnitude(square[i * width + c]) > magnitude(square[best * width + c]))
                best = i;
        if (!(magnitude(square[best * width + c]) > 1e-13))
            return false;
        for (size_t k = c; k < width && best != c; k++) {
            double swap = square[c * width + k];
            square[c * width + k] = square[best * width + k];
            square[best * width + k] = swap;
        }
        for (uint32_t i = 0; i < n; i++) {
            double times = i == c ? 0 : square[i * width + c] / square[c * width + c];
            for (size_t k = c; k < width && times != 0; k++)
                square[i * width + k] -= times * square[c * width + k];
        }
    }
    return true;
}

/* The basic variables from the program's own numbers; the tableau's where that does not go. */
static rapport_status put_solution(const tableau *t, const rapport_allocator *mem, double *x)
{
    size_t width = (size_t)t->rows + 1;
    double *square = rapport__alloc(mem, t->rows * width, sizeof *square);
    bool solved;
    if (!square)
        return RAPPORT_NO_MEMORY;
    for (uint32_t i = 0; i < t->rows; i++) {
        put_column(t, t->basis[i], square, i);
        square[i * width + t->rows] = t->given->limit[i] * t->scale[i];
    }
    solved = eliminate(square, t->rows);
    for (uint32_t i = 0; i < t->rows; i++) {
        double value = solved ? square[i * width + t->rows] / square[i * width + i] : row_of(t, i)[t->columns];
        if (t->basis[i] < t->given->variables)
            x[t->basis[i]] = value > 0 ? value : 0;
    }
    rapport__free(mem, square);
    return RAPPORT_OK;
}

rapport_status rapport__linear_program_solve(const rapport__linear_program *program, const rapport_allocator *mem, double *x,
                                             rapport__linear_solution *out)
{
    tableau t = {.given = program};
    rapport_status status = fill(&t, mem);
    *out = (rapport__linear_solution){.state = RAPPORT__UNFINISHED};
    memset(x, 0, program->variables * sizeof *x);
    if (!status)
        out->state = optimise(&t);
    if (!status && out->state == RAPPORT__OPTIMAL)
        status = put_solution(&t, mem, x);
    out->pivots = t.pivots;
    for (uint32_t v = 0; v < program->variables && !status; v++)
        out->value += program->objective[v] * x[v];
    clear(&t, mem);
    return status;
}
