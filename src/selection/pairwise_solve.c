/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Systems of equations that lie under both ways of weighing pairwise comparisons. */
#include "selection/pairwise.h"

static void eliminate(double *m, double *excess, double *right, uint32_t n, uint32_t k)
{
    const double *row = m + (size_t)k * n;
    for (uint32_t i = k + 1; i < n; i++) {
        double *other = m + (size_t)i * n, times = other[k] / row[k];
        if (times == 0)
            continue;
        for (uint32_t j = k + 1; j < n; j++)
            other[j] += times * row[j];
        excess[i] += times * excess[k];
        right[i] += times * right[k];
    }
}

bool rapport__solve_dominant(double *m, double *excess, double *right, uint32_t n)
{
    for (uint32_t k = 0; k < n; k++) {
        double *row = m + (size_t)k * n, diagonal = excess[k];
        for (uint32_t j = k + 1; j < n; j++)
            diagonal += row[j];
        if (!(diagonal > 0))
            return false;
        row[k] = diagonal;
        eliminate(m, excess, right, n, k);
    }
    for (uint32_t k = n; k-- > 0;) {
        const double *row = m + (size_t)k * n;
        for (uint32_t j = k + 1; j < n; j++)
            right[k] += row[j] * right[j];
        right[k] /= row[k];
    }
    return true;
}
