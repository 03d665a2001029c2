/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Weighted sum: score = sum of w_j r_ij (Fishburn 1967). r by the bounds of a criterion where it has some, else from its worst
 * value, 0, to its best one, 1. Every score moves with its own values alone, and upwards: open values give its ends. */
#include "base/float.h"
#include "selection/ranking.h"

void rapport__weighted_sum(const rapport__contest *c, const double *x, double *score)
{
    for (uint32_t i = 0; i < c->rows; i++)
        score[i] = 0;
    for (uint32_t j = 0; j < c->criteria; j++) {
        const double *column = x + (size_t)j * c->rows;
        for (uint32_t i = 0; i < c->rows; i++)
            score[i] += c->weight[j] * column[i];
    }
}

rapport_status rapport__rank_wsm(rapport__contest *c)
{
    rapport_status status = rapport__normalize(c, c->out->word[0], true);
    if (status)
        return status;
    rapport__weighted_sum(c, c->x, c->out->values[c->high ? RAPPORT_LOWEST_SCORE : RAPPORT_SCORE]);
    if (c->high)
        rapport__weighted_sum(c, c->high, c->out->values[RAPPORT_HIGHEST_SCORE]);
    return RAPPORT_OK;
}
