/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Weights from an order of importance (Stillwell, Seaver and Edwards 1981; Barron 1992). */
#include "selection/weighting.h"

/* Before division by the sum, place i of n being the i-th most important:
 *   rank sum         n + 1 - i
 *   rank reciprocal  1 / i
 *   centroid         1/i + 1/(i + 1) + ... + 1/n: the corners (1), (1/2, 1/2), (1/3, 1/3, 1/3), ... have it as their mean
 * This is the sum over the places first + 1 to last; in the centroid 1/k stands in all of them up to k. */
static double sum_of_places(int32_t method, uint32_t first, uint32_t last, uint32_t count)
{
    double sum = 0;
    uint32_t end = method == RAPPORT_WEIGHTS_ROC ? count : last;
    for (uint32_t k = end; k > first; k--)
        switch (method) {
        case RAPPORT_WEIGHTS_RANK_SUM:
            sum += (double)count + 1 - k;
            break;
        case RAPPORT_WEIGHTS_RANK_RECIPROCAL:
            sum += 1.0 / k;
            break;
        default:
            sum += (double)((k < last ? k : last) - first) / k;
            break;
        }
    return sum;
}

/* The mean over the places that a criterion shares with those of its rank. */
static double shared_weight(int32_t method, const double *ranks, uint32_t count, uint32_t criterion)
{
    uint32_t before = 0, equal = 0;
    for (uint32_t i = 0; i < count; i++) {
        before += ranks[i] < ranks[criterion];
        equal += ranks[i] == ranks[criterion];
    }
    return sum_of_places(method, before, before + equal, count) / equal;
}

rapport_status rapport_rank_weights_compute(int32_t method, const double *ranks, uint32_t count, double *weights,
                                            rapport_error *error)
{
    rapport_status status;
    if (!ranks || !weights)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "ranks and weights are needed");
    if (method < RAPPORT_WEIGHTS_RANK_SUM || method > RAPPORT_WEIGHTS_ROC)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the method does not start from ranks");
    if ((status = rapport__check_criteria(count, RAPPORT_MAX_CRITERIA, error)))
        return status;
    for (uint32_t i = 0; i < count; i++)
        if (!(ranks[i] >= 1 && ranks[i] <= count))
            return rapport__bad_entry(error, "ranks", i, "a rank must lie between 1 and the number of criteria");
    for (uint32_t i = 0; i < count; i++)
        weights[i] = shared_weight(method, ranks, count, i);
    rapport__sum_to_one(weights, count);
    return RAPPORT_OK;
}
