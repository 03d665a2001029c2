/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_SELECTION_LINEAR_PROGRAM_H
#define RAPPORT_SRC_SELECTION_LINEAR_PROGRAM_H
/* Small dense linear programs: maximise c x, where each row of A x is at most, equal to or at least its b, and x >= 0.
 *
 * Two phases over one tableau, Bland's rule (1977), so it ends for every program; the numbers of the last basis are then
 * computed anew from A and b, so that the error does not grow with the pivots. The same program gives the same bits. */
#include "base/memory.h"

/* What a row says about its sum. */
enum { RAPPORT__AT_MOST = 0, RAPPORT__EQUAL = 1, RAPPORT__AT_LEAST = 2 };

/* What became of a program. */
enum {
    RAPPORT__OPTIMAL = 0,
    RAPPORT__INFEASIBLE = 1, /* no x fulfils all rows */
    RAPPORT__UNBOUNDED = 2,  /* c x has no largest value */
    RAPPORT__UNFINISHED = 3  /* `most_pivots` did not do */
};

/* Cells of a tableau: (rows + 1) * (variables + 2 * rows + 1) at the most. */
enum { RAPPORT__MAX_TABLEAU = 16777216 };

typedef struct rapport__linear_program {
    uint32_t variables, rows;
    const double *objective;       /* c, one a variable */
    const double *matrix;          /* A, row after row */
    const unsigned char *relation; /* one a row; NULL: all are at most */
    const double *limit;           /* b, one a row */
    uint32_t most_pivots;          /* 0: a thousand, and a hundred for each row and variable */
} rapport__linear_program;

typedef struct rapport__linear_solution {
    int32_t state;   /* RAPPORT__OPTIMAL and so on */
    uint32_t pivots; /* how many it took */
    double value;    /* c x if optimal, else 0 */
} rapport__linear_solution;

/* Solves a program of finite numbers; x has room for one number a variable, all 0 unless optimal. Two numbers that are within
 * 1e-11 of each other, rows and objective being scaled to about 1, count as equal.
 * RAPPORT_OK whatever becomes of the program; RAPPORT_LIMIT, RAPPORT_NO_MEMORY. */
rapport_status rapport__linear_program_solve(const rapport__linear_program *program, const rapport_allocator *mem, double *x,
                                             rapport__linear_solution *out);

#endif
