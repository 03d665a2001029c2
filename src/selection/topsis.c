/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* TOPSIS (Hwang and Yoon 1981): v_ij = w_j r_ij with r over the length of the column; D+ and D- the Euclidean distances from
 * the best and from the worst v of each criterion; score = D- / (D+ + D-). Where ideal and anti-ideal are the same nobody is
 * away from the ideal: 1. */
#include <math.h>

#include "base/float.h"
#include "selection/ranking.h"

rapport_status rapport__rank_topsis(rapport__contest *c)
{
    double *from_worst = c->out->values[RAPPORT_SCORE], *from_best = c->room[0];
    double largest = 0;
    rapport_status status = rapport__normalize(c, c->out->word[0], false);
    if (status)
        return status;
    for (uint32_t j = 0; j < c->criteria; j++) { /* where values are taken as they are, their squares must not vanish */
        double best, worst, range;
        rapport__best_and_worst(c, j, &best, &worst);
        range = c->weight[j] * (best < worst ? worst - best : best - worst);
        largest = range > largest ? range : largest;
    }
    for (uint32_t j = 0; j < c->criteria && largest > 0; j++) {
        const double *x = rapport__column(c, j);
        double best, worst;
        rapport__best_and_worst(c, j, &best, &worst);
        for (uint32_t i = 0; i < c->rows; i++) {
            double up = c->weight[j] * (x[i] - best) / largest, down = c->weight[j] * (x[i] - worst) / largest;
            from_best[i] += up * up;
            from_worst[i] += down * down;
        }
    }
    for (uint32_t i = 0; i < c->rows; i++) {
        double plus = sqrt(from_best[i]), minus = sqrt(from_worst[i]);
        from_worst[i] = plus + minus > 0 ? minus / (plus + minus) : 1;
    }
    return RAPPORT_OK;
}
