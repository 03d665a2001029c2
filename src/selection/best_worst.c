/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The best-worst method with the linear model (Rezaei 2016, Best-worst multi-criteria decision-making method: some properties
 * and a linear model, Omega 64):
 *
 *   least ksi  with  |w_B - a_Bj w_j| <= ksi,  |w_j - a_jW w_W| <= ksi  for every j,  sum of w = 1,  w >= 0
 *
 * Solved without a linear program. Measure weights in ksi, so that ksi is 1 and the sum S of the weights as large as it can be.
 * Given w_B and w_W each other weight is best at its upper end, least of (w_B + 1) / a_Bj and a_jW w_W + 1, and there is room
 * below it if  w_B <= p_j w_W + c_j  and  p_j w_W <= w_B + c_j  with p_j = a_Bj a_jW and c_j = a_Bj + 1; for best against worst
 * p is a_BW and c is 1. Everything rises with w_B and w_W, so both are as large as can be at once, which makes the solution
 * the only one: w_W is the least (c_j + c_k) / (p_k - p_j) over the pairs with p_k > p_j, w_B the least p_j w_W + c_j. Without
 * such a pair all judgements agree, ksi is 0 and the weights are 1 / a_Bj. docs/weights.md has it at length. */
#include "selection/weighting.h"

#include <math.h>

#include "base/struct.h"

/* CI for a_BW of 1 to 9 as printed in Rezaei 2015, table 1; between and beyond, the root that it comes from. */
static double consistency_index(double a_bw)
{
    static const double printed[] = {0, 0, .44, 1, 1.63, 2.30, 3, 3.73, 4.47, 5.23};
    if (a_bw <= 9 && a_bw == (double)(uint32_t)a_bw)
        return printed[(uint32_t)a_bw];
    return ((1 + 2 * a_bw) - sqrt(1 + 8 * a_bw)) / 2;
}

typedef struct comparisons {
    const double *to_others, *to_worst;
    uint32_t count, best, worst;
} comparisons;

static double p_of(const comparisons *c, uint32_t j)
{
    return j == c->best || j == c->worst ? c->to_others[c->worst] : c->to_others[j] * c->to_worst[j];
}

static double c_of(const comparisons *c, uint32_t j)
{
    return j == c->best || j == c->worst ? 1 : c->to_others[j] + 1;
}

/* The worst criterion's weight over ksi; 0 if all judgements agree. */
static double find_worst(const comparisons *c)
{
    double least = 0;
    for (uint32_t k = 0; k < c->count; k++)
        for (uint32_t j = 0; j < c->count; j++) {
            double gap = p_of(c, k) - p_of(c, j), weight;
            if (!(gap > 1e-13 * p_of(c, k)))
                continue;
            weight = (c_of(c, j) + c_of(c, k)) / gap;
            least = least == 0 || weight < least ? weight : least;
        }
    return least;
}

static double find_best(const comparisons *c, double worst)
{
    double least = p_of(c, c->worst) * worst + c_of(c, c->worst);
    for (uint32_t j = 0; j < c->count; j++) {
        double most = p_of(c, j) * worst + c_of(c, j);
        least = most < least ? most : least;
    }
    return least;
}

/* Fills weights over ksi, or relative ones if that is 0; returns ksi in this measure: 1 or 0. */
static double weigh(const comparisons *c, double *weights)
{
    double worst = find_worst(c), best = find_best(c, worst);
    for (uint32_t j = 0; j < c->count; j++) {
        double from_best = (best + 1) / c->to_others[j], from_worst = c->to_worst[j] * worst + 1;
        weights[j] = worst == 0 ? 1 / c->to_others[j] : from_best < from_worst ? from_best : from_worst;
    }
    if (worst == 0)
        return 0;
    weights[c->best] = best;
    weights[c->worst] = worst;
    return 1;
}

static rapport_status check(const comparisons *c, rapport_error *error)
{
    for (uint32_t j = 0; j < c->count; j++) {
        if (!(c->to_others[j] >= 1 && c->to_others[j] <= 1e9))
            return rapport__bad_entry(error, "best_to_others", j, "a comparison must lie in 1..1e9");
        if (!(c->to_worst[j] >= 1 && c->to_worst[j] <= 1e9))
            return rapport__bad_entry(error, "others_to_worst", j, "a comparison must lie in 1..1e9");
    }
    if (c->to_others[c->best] != 1)
        return rapport__bad_entry(error, "best_to_others", c->best, "the best is 1 times as important as itself");
    if (c->to_worst[c->worst] != 1)
        return rapport__bad_entry(error, "others_to_worst", c->worst, "the worst is 1 times as important as itself");
    if (c->to_others[c->worst] != c->to_worst[c->best])
        return rapport__bad_entry(error, "others_to_worst", c->best,
                                  "the best compared with the worst is said twice, differently");
    return RAPPORT_OK;
}

static void put_consistency(const comparisons *c, double ksi, rapport_consistency *out)
{
    out->has = RAPPORT_HAS_KSI;
    out->ksi = ksi;
    out->ci = consistency_index(c->to_others[c->worst]);
    if (c->count <= 2 || (ksi == 0 && out->ci == 0)) {
        out->reason = c->count <= 2 ? RAPPORT_CR_NO_CHOICE : RAPPORT_CR_MEASURED;
        out->has |= RAPPORT_HAS_CR;
    } else if (out->ci > 0) {
        out->has |= RAPPORT_HAS_CR;
        out->cr = ksi / out->ci;
    } else {
        out->reason = RAPPORT_CR_NO_DIFFERENCE;
    }
}

rapport_status rapport_best_worst_weights_compute(uint32_t best, uint32_t worst, const double *best_to_others,
                                                  const double *others_to_worst, uint32_t count, double *weights,
                                                  rapport_consistency *consistency, rapport_error *error)
{
    comparisons c = {best_to_others, others_to_worst, count, best, worst};
    rapport_consistency made = {.struct_size = sizeof made};
    rapport__sum sum = {0};
    double ksi;
    rapport_status status;
    if (!best_to_others || !others_to_worst || !weights || !rapport__can_take(consistency))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "two rows of comparisons and weights are needed");
    if ((status = rapport__check_criteria(count, RAPPORT_MAX_CRITERIA, error)))
        return status;
    if (best >= count || worst >= count || (best == worst && count > 1))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/worst", "best and worst must be two of the criteria");
    if ((status = check(&c, error)))
        return status;
    ksi = weigh(&c, weights);
    for (uint32_t j = 0; j < count; j++)
        rapport__sum_add(&sum, weights[j]);
    ksi /= rapport__sum_value(&sum);
    rapport__sum_to_one(weights, count);
    put_consistency(&c, ksi, &made);
    if (consistency)
        rapport__struct_out(consistency, &made, sizeof made);
    return RAPPORT_OK;
}
