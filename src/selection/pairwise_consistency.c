/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* How consistent pairwise comparisons are, and which of them to think over. */
#include "selection/pairwise.h"

#include "base/maths.h"

#define NOISE 1e-13 /* a ratio that is nearer to 1 is 1 */

static double without_noise(double ratio)
{
    double away = ratio - 1;
    return away < NOISE && away > -NOISE ? 0 : away;
}

/* With e = a_ij w_j / w_i the mean of (A w)_i / w_i is n + (1/n) sum over the judged pairs of e + 1/e - 2, and that is
 * (e - 1)^2 / e (Saaty 1980, ch. 7): what is left over n, without the digits that subtracting n would cost. Where the two sides
 * of a judgement are not quite reciprocal, their product less 1 goes with it. */
static double excess_of_lambda(const rapport__pairwise *p, const double *w)
{
    rapport__sum sum = {0};
    for (uint32_t i = 0; i < p->count; i++)
        for (uint32_t j = i + 1; j < p->count; j++) {
            double judged = rapport__judged(p, i, j), ratio, away;
            if (judged == 0)
                continue;
            ratio = judged * w[j] / w[i];
            away = without_noise(ratio);
            rapport__sum_add(&sum, (away * away + without_noise(judged * rapport__judged(p, j, i))) / ratio);
        }
    return rapport__sum_value(&sum) / p->count;
}

/* 2 / ((n - 1)(n - 2)) * sum of ln^2 e (Aguarón and Moreno-Jiménez 2003). */
static void put_gci(const rapport__pairwise *p, const double *w, rapport_consistency *out)
{
    double n = p->count;
    rapport__sum sum = {0};
    if (p->count < 3 || p->missing)
        return;
    for (uint32_t i = 0; i < p->count; i++)
        for (uint32_t j = i + 1; j < p->count; j++) {
            double away = without_noise(rapport__judged(p, i, j) * w[j] / w[i]), log = rapport__log(1 + away);
            rapport__sum_add_product(&sum, log, log);
        }
    out->has |= RAPPORT_HAS_GCI;
    out->gci = 2 * rapport__sum_value(&sum) / ((n - 1) * (n - 2));
}

/* Ágoston and Csató 2022 (Inconsistency thresholds for incomplete pairwise comparison matrices, Omega 108): with m pairs
 * missing about (1 - 2 m / ((n - 1)(n - 2))) of the index of a full matrix. */
static void put_ratio(const rapport__pairwise *p, int32_t table, rapport_consistency *out)
{
    double n = p->count, free = (n - 1) * (n - 2) / 2; /* judgements beyond those that a tree of comparisons needs */
    if (rapport_random_index_compute(table, p->count, &out->ri)) {
        out->reason = RAPPORT_CR_BEYOND_TABLE;
        return;
    }
    out->has |= RAPPORT_HAS_RI | RAPPORT_HAS_CR;
    if (p->missing >= free) {
        out->reason = RAPPORT_CR_NO_CHOICE;
        return;
    }
    out->cr = out->ci / out->ri;
    if (!p->missing)
        return;
    out->has |= RAPPORT_HAS_CR_INCOMPLETE;
    out->ri_incomplete = (1 - p->missing / free) * out->ri;
    out->cr_incomplete = out->ci / out->ri_incomplete;
}

static double at_least_one(double product)
{
    return product < 1 ? 1 / product : product;
}

static void put_triad(const rapport__pairwise *p, rapport_consistency *out)
{
    double worst = 1 + 1e-9;
    for (uint32_t i = 0; i < p->count; i++)
        for (uint32_t j = i + 1; j < p->count; j++)
            for (uint32_t k = j + 1; k < p->count; k++) {
                double product = rapport__judged(p, i, j) * rapport__judged(p, j, k) * rapport__judged(p, k, i);
                if (product == 0 || !(at_least_one(product) > worst * (1 + 1e-12)))
                    continue;
                worst = at_least_one(product);
                out->has |= RAPPORT_HAS_TRIAD;
                out->triad_product = product;
                out->triad_first = i;
                out->triad_second = j;
                out->triad_third = k;
            }
}

/* The mean of ln (a_ik a_kj) over the criteria that both are judged against; false without one. */
static bool find_implied(const rapport__pairwise *p, const double *logs, uint32_t i, uint32_t j, double *out)
{
    rapport__sum sum = {0};
    uint32_t count = 0, n = p->count;
    for (uint32_t k = 0; k < n; k++) {
        if (k == i || k == j || rapport__judged(p, i, k) == 0 || rapport__judged(p, k, j) == 0)
            continue;
        rapport__sum_add(&sum, logs[(size_t)i * n + k]);
        rapport__sum_add(&sum, logs[(size_t)k * n + j]);
        count++;
    }
    *out = count ? rapport__sum_value(&sum) / count : 0;
    return count > 0;
}

/* The judgement that is furthest from what the others imply. */
static void put_reconsider(const rapport__pairwise *p, rapport_consistency *out)
{
    uint32_t n = p->count;
    double *logs = p->work, worst = 1e-9, implied;
    for (size_t at = 0; at < (size_t)n * n; at++)
        logs[at] = p->a[at] > 0 ? rapport__log(p->a[at]) : 0;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t j = i + 1; j < n; j++) {
            double judged = rapport__judged(p, i, j), away;
            if (judged == 0 || !find_implied(p, logs, i, j, &implied))
                continue;
            away = rapport__magnitude(logs[(size_t)i * n + j] - implied);
            if (!(away > worst * (1 + 1e-12)))
                continue;
            worst = away;
            out->has |= RAPPORT_HAS_RECONSIDER;
            out->row = i;
            out->column = j;
            out->judged = judged;
            out->implied = rapport__exp(implied);
        }
}

void rapport__pairwise_consistency(const rapport__pairwise *p, const double *weights, bool geometric, int32_t random_index,
                                   rapport_consistency *out)
{
    double excess = excess_of_lambda(p, weights);
    out->missing = p->missing;
    out->has = RAPPORT_HAS_LAMBDA_MAX;
    out->lambda_max = p->count + excess;
    out->ci = p->count > 1 ? excess / (p->count - 1.0) + 0.0 : 0;
    if (geometric)
        put_gci(p, weights, out);
    put_ratio(p, random_index, out);
    put_triad(p, out);
    put_reconsider(p, out);
}
