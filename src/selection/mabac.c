/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* MABAC (Pamucar and Cirovic 2015): v_ij = w_j (r_ij + 1), r from 0 for the worst to 1 for the best; g_j the geometric mean of
 * column j; score = sum of v_ij - g_j. The geometric mean is taken through logarithms of r + 1: a product of hundreds of
 * thousands of factors would vanish. */
#include "base/maths.h"
#include "base/sum.h"
#include "selection/ranking.h"

rapport_status rapport__rank_mabac(rapport__contest *c)
{
    double *score = c->out->values[RAPPORT_SCORE];
    rapport_status status = RAPPORT_OK;
    for (uint32_t j = 0; j < c->criteria && !status; j++)
        if (c->out->word[0] == RAPPORT__VECTOR && !rapport__is_cost(c, j))
            status = rapport__need_positive(c, j, false, "the normalization needs values that are not below 0");
    if (!status)
        status = rapport__normalize(c, c->out->word[0], true);
    for (uint32_t j = 0; j < c->criteria && !status; j++) {
        const double *r = rapport__column(c, j);
        rapport__sum logs = {0};
        double border;
        for (uint32_t i = 0; i < c->rows; i++)
            rapport__sum_add(&logs, rapport__log(r[i] + 1));
        border = rapport__exp(rapport__sum_value(&logs) / c->rows);
        for (uint32_t i = 0; i < c->rows; i++)
            score[i] += c->weight[j] * ((r[i] + 1) - border);
    }
    c->scale = 1;
    return status;
}
