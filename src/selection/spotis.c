/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* SPOTIS (Dezert, Tchamova, Han and Tacnet 2020): score = sum of w_j |x_ij - s_j| / (S_max - S_min), s the ideal of a criterion
 * or else its better bound, S its bounds. The lowest score is the best. No candidate enters another one's score: none that
 * joins or leaves can turn an order round. Open values give the ends of the score. */
#include "base/float.h"
#include "selection/ranking.h"

static double away(double x, double ideal)
{
    return x < ideal ? ideal - x : x - ideal;
}

static void add(const rapport__contest *c, uint32_t j, double *nearest, double *farthest)
{
    const rapport_candidates_criterion *about = c->about[j];
    const double *low = rapport__column(c, j), *high = c->high ? c->high + (size_t)j * c->rows : low;
    double ideal = about->has & RAPPORT_HAS_IDEAL ? about->ideal : rapport__is_cost(c, j) ? about->lowest : about->highest;
    for (uint32_t i = 0; i < c->rows; i++) {
        double a = away(low[i], ideal), b = away(high[i], ideal), range = about->highest - about->lowest;
        double least = low[i] <= ideal && ideal <= high[i] ? 0 : a < b ? a : b;
        nearest[i] += c->weight[j] * (least / range);
        if (c->high)
            farthest[i] += c->weight[j] * ((a < b ? b : a) / range);
    }
}

rapport_status rapport__rank_spotis(rapport__contest *c)
{
    double **v = c->out->values;
    for (uint32_t j = 0; j < c->criteria; j++) {
        const double *low = rapport__column(c, j), *high = c->high ? c->high + (size_t)j * c->rows : low;
        if (!(c->about[j]->has & RAPPORT_HAS_BOUNDS))
            return rapport__refuse_criterion(c, j, "the method needs bounds");
        for (uint32_t i = 0; i < c->rows; i++)
            if (low[i] < c->about[j]->lowest || high[i] > c->about[j]->highest)
                return rapport__refuse_value(c, i, j, "the value lies outside the bounds");
        add(c, j, c->high ? v[RAPPORT_LOWEST_SCORE] : v[RAPPORT_SCORE], v[RAPPORT_HIGHEST_SCORE]);
    }
    c->scale = 1;
    return RAPPORT_OK;
}
