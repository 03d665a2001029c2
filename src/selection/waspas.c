/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* WASPAS (Zavadskas, Turskis, Antucheviciene and Zakarevicius 2012): Q = lambda * weighted sum + (1 - lambda) * weighted
 * product, both over r = x / max for benefits and min / x for costs. */
#include "base/float.h"
#include "selection/ranking.h"

static void mix(const rapport__contest *c, const double *x, double *score)
{
    double lambda = c->out->number[0], *product = c->room[0];
    rapport__weighted_sum(c, x, score);
    rapport__weighted_product(c, x, product);
    for (uint32_t i = 0; i < c->rows; i++)
        score[i] = lambda * score[i] + (1 - lambda) * product[i];
}

rapport_status rapport__rank_waspas(rapport__contest *c)
{
    rapport_status status = RAPPORT_OK;
    bool by_range = c->out->word[1] == RAPPORT__BOUNDS || c->out->word[1] == RAPPORT__MINMAX;
    for (uint32_t j = 0; j < c->criteria && !status && !by_range; j++)
        status = rapport__need_positive(c, j, false, "a product needs values that are not below 0");
    if (!status)
        status = rapport__normalize(c, c->out->word[1], true);
    if (status)
        return status;
    mix(c, c->x, c->out->values[c->high ? RAPPORT_LOWEST_SCORE : RAPPORT_SCORE]);
    if (c->high)
        mix(c, c->high, c->out->values[RAPPORT_HIGHEST_SCORE]);
    return RAPPORT_OK;
}
