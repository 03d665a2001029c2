/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The principal eigenvector of pairwise comparisons (Saaty 1980), also of those with gaps (Harker 1987, Incomplete pairwise
 * comparisons in the analytic hierarchy process, Mathematical Modelling 9).
 *
 * Harker puts 0 where nobody judged and adds the number of such places of a row to its diagonal: then weights that fill the
 * gaps with w_i / w_j are an eigenvector of this matrix H.
 *
 * Noda 1971 (Note on the computation of the maximal eigenvalue of a non-negative irreducible matrix, Numerische Mathematik 17):
 * with l the largest of (H x)_i / x_i, the next x solves (l I - H) y = x. It converges for every such matrix and every x > 0,
 * quadratically (Elsner 1976), and l falls to the eigenvalue. Scaled by x the system is D (l - D^-1 H D) u = x with row sums
 * l - (H x)_i / x_i >= 0. */
#include "selection/pairwise.h"

enum { MOST_STEPS = 200 }; /* ten is usual */

typedef struct noda {
    const rapport__pairwise *p;
    double *x, *rows; /* rows: (H x)_i / x_i, then what the row sums exceed 0 by */
    double *right;
    double *m; /* the other entries, without their sign */
} noda;

/* (H x)_i / x_i for all rows; returns the largest, and the least. */
static double find_ratios(const noda *s, double *least)
{
    uint32_t n = s->p->count;
    double most = 0;
    for (uint32_t i = 0; i < n; i++) {
        rapport__sum sum = {0};
        for (uint32_t j = 0; j < n; j++) {
            double judged = rapport__judged(s->p, i, j);
            s->m[(size_t)i * n + j] = judged * s->x[j] / s->x[i];
            rapport__sum_add(&sum, judged > 0 ? s->m[(size_t)i * n + j] : 1); /* 1: Harker's on the diagonal */
        }
        s->rows[i] = rapport__sum_value(&sum);
        most = s->rows[i] > most ? s->rows[i] : most;
        *least = i == 0 || s->rows[i] < *least ? s->rows[i] : *least;
    }
    return most;
}

void rapport__pairwise_eigenvector(const rapport__pairwise *p, double *weights)
{
    uint32_t n = p->count;
    size_t cells = (size_t)n * n;
    noda s = {p, weights, p->work + cells, p->work + cells + n, p->work};
    double before = 0;
    for (uint32_t i = 0; i < n; i++)
        weights[i] = 1.0 / n;
    for (int step = 0; step < MOST_STEPS; step++) {
        double least = 0, most = find_ratios(&s, &least);
        if (most - least <= 0x1p-52 * n || (step > 0 && most >= before))
            break; /* as near as rounding lets it come */
        before = most;
        for (uint32_t i = 0; i < n; i++) {
            s.rows[i] = most - s.rows[i];
            s.right[i] = 1;
        }
        if (!rapport__solve_dominant(s.m, s.rows, s.right, n))
            break; /* singular: this is the eigenvector */
        for (uint32_t i = 0; i < n; i++)
            weights[i] *= s.right[i];
        rapport__sum_to_one(weights, n);
    }
}
