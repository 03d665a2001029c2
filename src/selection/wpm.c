/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Weighted product: score = product of r_ij ^ w_j (Bridgman 1922; Miller and Starr 1969), r over the largest value, costs by
 * the smallest over each (as Zavadskas et al. 2012 have it), or as it is, costs by their reciprocals. Taken through logarithms:
 * thousands of small factors do not vanish. A factor of 0 makes the score 0. */
#include "base/maths.h"
#include "selection/ranking.h"

void rapport__weighted_product(const rapport__contest *c, const double *x, double *score)
{
    for (uint32_t i = 0; i < c->rows; i++)
        score[i] = 0;
    for (uint32_t j = 0; j < c->criteria; j++) {
        const double *column = x + (size_t)j * c->rows;
        for (uint32_t i = 0; i < c->rows; i++)
            score[i] += c->weight[j] * rapport__log(column[i]); /* of 0 minus infinity, which nothing makes good again */
    }
    for (uint32_t i = 0; i < c->rows; i++)
        score[i] = rapport__exp(score[i]);
}

static rapport_status check(const rapport__contest *c)
{
    rapport_status status = RAPPORT_OK;
    bool as_is = c->out->word[0] == RAPPORT__NONE;
    for (uint32_t j = 0; j < c->criteria && !status; j++)
        if (as_is && rapport__is_cost(c, j))
            status = rapport__need_positive(c, j, true, "a cost needs values above 0 to be turned into a benefit");
        else
            status = rapport__need_positive(c, j, false, "a product needs values that are not below 0");
    return status;
}

/* As they are, but costs by their reciprocals, whose lower ends come from the upper ones. */
static void turn_costs(rapport__contest *c)
{
    for (uint32_t j = 0; j < c->criteria; j++) {
        double *x = rapport__column(c, j), *high = c->high ? c->high + (size_t)j * c->rows : x;
        for (uint32_t i = 0; i < c->rows && rapport__is_cost(c, j); i++) {
            double low = 1 / high[i];
            high[i] = 1 / x[i];
            x[i] = low;
        }
    }
}

rapport_status rapport__rank_wpm(rapport__contest *c)
{
    rapport_status status = RAPPORT_OK;
    int32_t how = c->out->word[0];
    if (how != RAPPORT__BOUNDS && how != RAPPORT__MINMAX)
        status = check(c);
    if (!status && how != RAPPORT__NONE)
        status = rapport__normalize(c, how, true);
    else if (!status)
        turn_costs(c);
    if (status)
        return status;
    rapport__weighted_product(c, c->x, c->out->values[c->high ? RAPPORT_LOWEST_SCORE : RAPPORT_SCORE]);
    if (c->high)
        rapport__weighted_product(c, c->high, c->out->values[RAPPORT_HIGHEST_SCORE]);
    return RAPPORT_OK;
}
