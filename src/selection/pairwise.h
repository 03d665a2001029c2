/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_SELECTION_PAIRWISE_H
#define RAPPORT_SRC_SELECTION_PAIRWISE_H
/* A matrix of pairwise comparisons while it is worked on. */
#include "selection/weighting.h"

typedef struct rapport__pairwise {
    rapport_allocator mem;
    uint32_t count;
    uint32_t missing; /* pairs */
    double *a;        /* row by row; 1 on the diagonal, 0 where nobody judged */
    double *work;     /* as much again, and two numbers a criterion */
} rapport__pairwise;

static inline double rapport__judged(const rapport__pairwise *p, uint32_t row, uint32_t column)
{
    return p->a[(size_t)row * p->count + column];
}

/* What was judged of a pair: the judgement, the reciprocal of its other side, or 0. No range is checked. */
double rapport__side_of(const double *matrix, const uint8_t *present, uint32_t count, uint32_t row, uint32_t column);

/* Whether the judgements are in range and their sides agree; errors begin with `path`. */
rapport_status rapport__pairwise_check(const double *matrix, const uint8_t *present, uint32_t count, const char *path,
                                       rapport_error *error);

/* Solves a system whose entries off the diagonal are -m[i][j] <= 0 and whose rows add up to excess[i] >= 0. Kept so,
 * elimination adds and never subtracts (Grassmann, Taksar and Heyman 1985): no digits are lost however near to singular it is.
 * `right` becomes the solution, the others are used up. False if it is singular. */
bool rapport__solve_dominant(double *m, double *excess, double *right, uint32_t n);

/* The principal eigenvector, adding up to 1; after Harker where pairs are missing. */
void rapport__pairwise_eigenvector(const rapport__pairwise *p, double *weights);

/* Geometric means of the rows, adding up to 1; logarithmic least squares where pairs are missing. */
void rapport__pairwise_geometric(const rapport__pairwise *p, double *weights);

/* All that can be said about consistency, given weights. */
void rapport__pairwise_consistency(const rapport__pairwise *p, const double *weights, bool geometric, int32_t random_index,
                                   rapport_consistency *out);

#endif
