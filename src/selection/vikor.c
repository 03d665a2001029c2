/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* VIKOR (Opricovic and Tzeng 2004). S_i = sum of w_j (f* - f_ij) / (f* - f-), R_i the largest of these terms, f* and f- the
 * best and the worst of a criterion; Q_i = v (S_i - S*) / (S- - S*) + (1 - v) (R_i - R*) / (R- - R*). The lowest Q is the best.
 * A constant criterion gives nobody a regret; where S* = S- or R* = R- that term is 0.
 *
 * Compromise set: the first alone if its lead over the second is at least 1 / (n - 1) (advantage) and it is the best by S or R
 * too (stability); first and second if only stability lacks; without advantage all with Q less than 1 / (n - 1) behind. */
#include "base/sort.h"
#include "base/sum.h"
#include "selection/ranking.h"

static rapport_status regrets(rapport__contest *c, double *mean, double *worst_of)
{
    rapport_status status = RAPPORT_OK;
    for (uint32_t j = 0; j < c->criteria; j++) {
        double *x = rapport__column(c, j), best, worst;
        const rapport_candidates_criterion *about = c->about[j];
        rapport__best_and_worst(c, j, &best, &worst);
        if (c->out->word[1] == RAPPORT__BOUNDS && about->has & RAPPORT_HAS_BOUNDS) {
            best = rapport__is_cost(c, j) ? about->lowest : about->highest;
            worst = rapport__is_cost(c, j) ? about->highest : about->lowest;
            for (uint32_t i = 0; i < c->rows && !status; i++)
                if (x[i] < about->lowest || x[i] > about->highest)
                    status = rapport__refuse_value(c, i, j, "the value lies outside the bounds");
        }
        for (uint32_t i = 0; i < c->rows && !status && best != worst; i++) {
            double regret = c->weight[j] * ((best - x[i]) / (best - worst));
            mean[i] += regret;
            worst_of[i] = regret > worst_of[i] ? regret : worst_of[i];
        }
    }
    return status;
}

static int by_q(const void *context, uint32_t a, uint32_t b)
{
    const double *q = context;
    return rapport__compare(q[a], q[b]);
}

static void compromise(rapport__contest *c, double s_best, double r_best)
{
    double **v = c->out->values, *q = v[RAPPORT_SCORE];
    uint32_t *order = c->index[0], first;
    double advantage = c->rows > 1 ? 1.0 / (c->rows - 1) : 0;
    for (uint32_t i = 0; i < c->rows; i++)
        order[i] = i;
    rapport__sort(order, c->index[1], c->rows, by_q, q);
    first = order[0];
    v[RAPPORT_CHOSEN][first] = 1;
    if (c->rows == 1)
        return;
    if (rapport__compare(q[order[1]] - q[first], advantage) < 0) {
        for (uint32_t i = 1; i < c->rows && rapport__compare(q[order[i]] - q[first], advantage) < 0; i++)
            v[RAPPORT_CHOSEN][order[i]] = 1;
    } else if (rapport__compare(v[RAPPORT_MEAN_REGRET][first], s_best) != 0 &&
               rapport__compare(v[RAPPORT_WORST_REGRET][first], r_best) != 0) {
        v[RAPPORT_CHOSEN][order[1]] = 1;
    }
}

rapport_status rapport__rank_vikor(rapport__contest *c)
{
    double *s = c->out->values[RAPPORT_MEAN_REGRET], *r = c->out->values[RAPPORT_WORST_REGRET];
    double *q = c->out->values[RAPPORT_SCORE], v = c->out->number[0];
    double s_best, s_worst, r_best, r_worst;
    rapport_status status = regrets(c, s, r);
    if (status)
        return status;
    rapport__extremes(s, c->rows, &s_best, &s_worst);
    rapport__extremes(r, c->rows, &r_best, &r_worst);
    for (uint32_t i = 0; i < c->rows; i++) { /* regrets run from 0 to 1: what differs by less is noise */
        double by_s = s_worst - s_best > 1e-12 ? (s[i] - s_best) / (s_worst - s_best) : 0;
        double by_r = r_worst - r_best > 1e-12 ? (r[i] - r_best) / (r_worst - r_best) : 0;
        q[i] = v * by_s + (1 - v) * by_r;
    }
    c->scale = 1;
    compromise(c, s_best, r_best);
    return RAPPORT_OK;
}
