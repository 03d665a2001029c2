/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The weights of several raters as one (Forman and Peniwati 1998, Aggregating individual judgments and priorities with the
 * analytic hierarchy process, European Journal of Operational Research 108). */
#include "base/maths.h"
#include "selection/weighting.h"

static rapport_status check(const double *rows, uint32_t raters, uint32_t count, const double *rater_weights,
                            rapport_error *error)
{
    for (uint32_t r = 0; r < raters; r++) {
        if (rater_weights && !rapport__rater_weight_valid(rater_weights[r]))
            return rapport__bad_entry(error, "raters", r, "the weight of a rater must lie in 1e-100..1e100");
        for (uint32_t c = 0; c < count; c++) {
            double weight = rows[(size_t)r * count + c];
            if (!(weight >= 0 && weight <= 1))
                return rapport__bad_entry(error, "raters", r, "a weight must lie in 0..1");
        }
    }
    return RAPPORT_OK;
}

/* The mean of a column; the geometric one is 0 if anything in it is. */
static double mean_of(const double *rows, uint32_t raters, uint32_t count, const double *rater_weights, int32_t combine,
                      uint32_t criterion)
{
    bool geometric = combine == RAPPORT_COMBINE_PRIORITIES_GEOMETRIC;
    rapport__sum sum = {0}, weights = {0};
    for (uint32_t r = 0; r < raters; r++) {
        double of_rater = rater_weights ? rater_weights[r] : 1, weight = rows[(size_t)r * count + criterion];
        if (geometric && weight == 0)
            return 0;
        rapport__sum_add_product(&sum, of_rater, geometric ? rapport__log(weight) : weight);
        rapport__sum_add(&weights, of_rater);
    }
    sum.high = rapport__sum_value(&sum) / rapport__sum_value(&weights);
    return geometric ? rapport__exp(sum.high) : sum.high;
}

rapport_status rapport_weights_combine_compute(const double *rows, uint32_t raters, uint32_t count, const double *rater_weights,
                                               int32_t combine, double *weights, rapport_error *error)
{
    rapport__sum sum = {0};
    double total;
    rapport_status status;
    if (!rows || !weights || !raters ||
        (combine != RAPPORT_COMBINE_PRIORITIES && combine != RAPPORT_COMBINE_PRIORITIES_GEOMETRIC))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the weights of raters and a way to combine them are needed");
    if (raters > RAPPORT_MAX_RATERS)
        return FAIL(error, RAPPORT_LIMIT, "", "there are too many raters");
    if ((status = rapport__check_criteria(count, RAPPORT_MAX_CRITERIA, error)) ||
        (status = check(rows, raters, count, rater_weights, error)))
        return status;
    for (uint32_t c = 0; c < count; c++)
        rapport__sum_add(&sum, mean_of(rows, raters, count, rater_weights, combine, c));
    total = rapport__sum_value(&sum);
    if (!(total > 0))
        return FAIL(error, RAPPORT_UNDEFINED, "/raters", "no criterion has a weight that all raters share in");
    for (uint32_t c = 0; c < count; c++)
        weights[c] = mean_of(rows, raters, count, rater_weights, combine, c) / total + 0.0;
    return RAPPORT_OK;
}
