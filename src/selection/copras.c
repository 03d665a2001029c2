/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* COPRAS (Zavadskas and Kaklauskas 1996): d_ij = w_j x_ij / sum of x_j; S+ the sum of d over the benefits, S- over the costs;
 * Q_i = S+_i + (sum of S-) / (S-_i * sum of 1 / S-). The more costs, the less is added. The utility is 100 Q / the largest Q.
 * Without costs Q is S+. */
#include "base/float.h"
#include "selection/ranking.h"

static rapport_status add_costs(rapport__contest *c, double *score, const double *cost, bool costs)
{
    double least = 0, most, total = 0, turned = 0;
    if (!costs)
        return RAPPORT_OK;
    rapport__extremes(cost, c->rows, &least, &most);
    for (uint32_t i = 0; i < c->rows; i++) {
        total += cost[i];
        if (cost[i] > 0)
            turned += least / cost[i];
        else
            return rapport__fail(c->error, RAPPORT_BAD_VALUE, "/candidates",
                                 (const char *const[]){"copras: the costs of candidate \"",
                                                       c->out->candidates->rows[c->candidate[i]].id,
                                                       "\" are 0, and the method divides by them", NULL});
    }
    for (uint32_t i = 0; i < c->rows; i++)
        score[i] += total * (least / cost[i]) / turned;
    return RAPPORT_OK;
}

rapport_status rapport__rank_copras(rapport__contest *c)
{
    double *score = c->out->values[RAPPORT_SCORE], *cost = c->room[0], least, most;
    rapport_status status = RAPPORT_OK;
    bool costs = false;
    for (uint32_t j = 0; j < c->criteria && !status; j++)
        status = rapport__need_positive(c, j, false, "the method needs values that are not below 0");
    if (!status)
        status = rapport__normalize(c, c->out->word[0], false);
    for (uint32_t j = 0; j < c->criteria && !status; j++) {
        const double *x = rapport__column(c, j);
        double *to = rapport__is_cost(c, j) ? cost : score;
        costs = costs || rapport__is_cost(c, j);
        for (uint32_t i = 0; i < c->rows; i++)
            to[i] += c->weight[j] * x[i];
    }
    if (!status)
        status = add_costs(c, score, cost, costs);
    if (status)
        return status;
    rapport__extremes(score, c->rows, &least, &most);
    for (uint32_t i = 0; i < c->rows; i++)
        c->out->values[RAPPORT_UTILITY][i] = most > 0 ? 100 * (score[i] / most) : 100;
    return RAPPORT_OK;
}
