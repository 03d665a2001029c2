/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* ARAS (Zavadskas and Turskis 2010): a row x_0 of the best value of each criterion joins the others; costs become reciprocals;
 * r = x / sum of the column, x_0 included; S_i = sum of w_j r_ij; the score is K_i = S_i / S_0. What is best is the best of the
 * data, or on request the criterion's ideal where it has one. */
#include "base/float.h"
#include "selection/ranking.h"

/* The column in proportion to its benefits, and what is best in the same proportion; all are the same if all are 0. */
static double in_proportion(const rapport__contest *c, uint32_t j, double best)
{
    double *x = rapport__column(c, j), least, most;
    rapport__extremes(x, c->rows, &least, &most);
    if (rapport__is_cost(c, j)) {
        for (uint32_t i = 0; i < c->rows; i++)
            x[i] = least / x[i];
        return least / best;
    }
    for (uint32_t i = 0; i < c->rows && most > 0; i++)
        x[i] /= most;
    return most > 0 ? best / most : best > 0 ? 1 : 0;
}

static rapport_status add_column(const rapport__contest *c, uint32_t j, double *score, double *optimum)
{
    const double *x = rapport__column(c, j);
    double best, worst, total;
    rapport_status status = rapport__need_positive(c, j, rapport__is_cost(c, j),
                                                   rapport__is_cost(c, j) ? "a cost needs values above 0 to be turned round"
                                                                          : "the method needs values that are not below 0");
    if (status)
        return status;
    rapport__best_and_worst(c, j, &best, &worst);
    if (c->out->word[0] && c->about[j]->has & RAPPORT_HAS_IDEAL)
        best = c->about[j]->ideal;
    if (best < 0 || (best == 0 && rapport__is_cost(c, j)))
        return rapport__refuse_criterion(c, j, "the ideal of a cost must be above 0, that of a benefit not below 0");
    best = in_proportion(c, j, best);
    total = best;
    for (uint32_t i = 0; i < c->rows; i++)
        total += x[i];
    for (uint32_t i = 0; i < c->rows; i++)
        score[i] += c->weight[j] * (total > 0 ? x[i] / total : 1.0 / (c->rows + 1.0));
    *optimum += c->weight[j] * (total > 0 ? best / total : 1.0 / (c->rows + 1.0));
    return RAPPORT_OK;
}

rapport_status rapport__rank_aras(rapport__contest *c)
{
    double *score = c->out->values[RAPPORT_SCORE], optimum = 0;
    rapport_status status = RAPPORT_OK;
    for (uint32_t j = 0; j < c->criteria && !status; j++)
        status = add_column(c, j, score, &optimum);
    for (uint32_t i = 0; i < c->rows && !status; i++) {
        c->out->values[RAPPORT_UTILITY][i] = score[i];
        score[i] = optimum > 0 ? score[i] / optimum : score[i];
    }
    return status;
}
