/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Geometric means of rows, and the logarithmic least squares that they solve (Crawford and Williams 1985, A note on the
 * analysis of subjective judgment matrices, Journal of Mathematical Psychology 29).
 *
 *   least over y of  sum over the judged pairs of (ln a_ij - y_i + y_j)^2,   w_i = e^y_i / sum
 *
 * Without gaps y_i is the mean of ln a_ij over the row. With gaps (Bozóki, Fülöp and Rónyai 2010) y solves the equations of the
 * graph of judged pairs: degree_i y_i - sum of y_j over those judged with i = sum of ln a_ij. */
#include "selection/pairwise.h"

#include "base/maths.h"

static double sum_of_logs(const rapport__pairwise *p, uint32_t row)
{
    rapport__sum sum = {0};
    for (uint32_t j = 0; j < p->count; j++) {
        double judged = rapport__judged(p, row, j);
        if (judged > 0 && j != row)
            rapport__sum_add(&sum, rapport__log(judged));
    }
    return rapport__sum_value(&sum);
}

/* Half of what row and column say: the two sides of a judgement may differ by rounding, and the equations want them to agree.
 */
static double sum_of_both_sides(const rapport__pairwise *p, uint32_t row)
{
    rapport__sum sum = {0};
    for (uint32_t j = 0; j < p->count; j++)
        if (rapport__judged(p, row, j) > 0 && j != row) {
            rapport__sum_add(&sum, rapport__log(rapport__judged(p, row, j)) / 2);
            rapport__sum_add(&sum, -rapport__log(rapport__judged(p, j, row)) / 2);
        }
    return rapport__sum_value(&sum);
}

/* The first one is tied down to 0 by one more unit on its diagonal; the right sides add up to 0, so it stays there. */
static void solve_gaps(const rapport__pairwise *p, double *y)
{
    uint32_t n = p->count;
    size_t cells = (size_t)n * n;
    double *excess = p->work + cells;
    for (size_t at = 0; at < cells; at++)
        p->work[at] = p->a[at] > 0;
    for (uint32_t i = 0; i < n; i++) {
        excess[i] = i == 0;
        y[i] = sum_of_both_sides(p, i);
    }
    rapport__solve_dominant(p->work, excess, y, n);
}

void rapport__pairwise_geometric(const rapport__pairwise *p, double *weights)
{
    double largest = 0;
    if (p->missing)
        solve_gaps(p, weights);
    for (uint32_t i = 0; i < p->count; i++) {
        if (!p->missing)
            weights[i] = sum_of_logs(p, i) / p->count;
        largest = i == 0 || weights[i] > largest ? weights[i] : largest;
    }
    for (uint32_t i = 0; i < p->count; i++)
        weights[i] = rapport__exp(weights[i] - largest);
    rapport__sum_to_one(weights, p->count);
}
