/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* MARCOS (Stevic, Pamucar, Puska and Chatterjee 2020): the best (AI) and the worst (AAI) of each criterion join the others;
 * n = x / x_AI for benefits, x_AI / x for costs; S_i = sum of w_j n_ij; K- = S_i / S_AAI, K+ = S_i / S_AI;
 * f(K-) = K+ / (K+ + K-), f(K+) = K- / (K+ + K-); score = (K+ + K-) / (1 + (1 - f(K+)) / f(K+) + (1 - f(K-)) / f(K-)). */
#include "base/float.h"
#include "selection/ranking.h"

static rapport_status add_column(const rapport__contest *c, uint32_t j, double *score, double *anti_ideal)
{
    const double *x = rapport__column(c, j);
    bool cost = rapport__is_cost(c, j);
    double best, worst;
    rapport_status status = rapport__need_positive(
        c, j, cost, cost ? "a cost needs values above 0 to be turned round" : "the method needs values that are not below 0");
    if (status)
        return status;
    rapport__best_and_worst(c, j, &best, &worst);
    for (uint32_t i = 0; i < c->rows; i++) /* a benefit of 0 throughout: all have the best there is */
        score[i] += c->weight[j] * (cost ? best / x[i] : best > 0 ? x[i] / best : 1);
    *anti_ideal += c->weight[j] * (cost ? best / worst : best > 0 ? worst / best : 1);
    return RAPPORT_OK;
}

rapport_status rapport__rank_marcos(rapport__contest *c)
{
    double *score = c->out->values[RAPPORT_SCORE], ideal = 0, anti_ideal = 0;
    rapport_status status = RAPPORT_OK;
    for (uint32_t j = 0; j < c->criteria && !status; j++) {
        status = add_column(c, j, score, &anti_ideal);
        ideal += c->weight[j]; /* n of the ideal is 1 */
    }
    if (!status && !(anti_ideal > 1e-300))
        return FAIL(c->error, RAPPORT_BAD_VALUE, "/candidates",
                    "marcos: the worst value of every criterion is 0, and the method divides by their sum");
    for (uint32_t i = 0; i < c->rows && !status; i++) {
        double minus = score[i] / anti_ideal, plus = score[i] / ideal, both = plus + minus;
        double of_minus = plus / both, of_plus = minus / both;
        score[i] = both / (1 + (1 - of_plus) / of_plus + (1 - of_minus) / of_minus);
    }
    return status;
}
