/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The table of methods, and direct points. */
#include "selection/weighting.h"

static const struct {
    const char *name, *title;
    int32_t input;
} methods[RAPPORT_WEIGHTS_END] = {
    [RAPPORT_WEIGHTS_POINTS] = {"points", "Direct points", RAPPORT_FROM_JUDGEMENTS},
    [RAPPORT_WEIGHTS_SWING] = {"swing", "Swing weights", RAPPORT_FROM_JUDGEMENTS},
    [RAPPORT_WEIGHTS_RANK_SUM] = {"ranksum", "Rank sum", RAPPORT_FROM_JUDGEMENTS},
    [RAPPORT_WEIGHTS_RANK_RECIPROCAL] = {"rankreciprocal", "Rank reciprocal", RAPPORT_FROM_JUDGEMENTS},
    [RAPPORT_WEIGHTS_ROC] = {"roc", "Rank-order centroid", RAPPORT_FROM_JUDGEMENTS},
    [RAPPORT_WEIGHTS_AHP] = {"ahp", "Pairwise comparisons, principal eigenvector", RAPPORT_FROM_JUDGEMENTS},
    [RAPPORT_WEIGHTS_AHP_GEOMETRIC] = {"ahp-geometric", "Pairwise comparisons, geometric means", RAPPORT_FROM_JUDGEMENTS},
    [RAPPORT_WEIGHTS_BEST_WORST] = {"bwm", "Best-worst method, linear model", RAPPORT_FROM_JUDGEMENTS},
    [RAPPORT_WEIGHTS_EQUAL] = {"equal", "Equal weights", RAPPORT_FROM_EITHER},
    [RAPPORT_WEIGHTS_DEVIATION] = {"std", "Standard deviation over the range", RAPPORT_FROM_CANDIDATES},
    [RAPPORT_WEIGHTS_ENTROPY] = {"entropy", "Entropy", RAPPORT_FROM_CANDIDATES},
    [RAPPORT_WEIGHTS_CRITIC] = {"critic", "CRITIC: deviation and conflict", RAPPORT_FROM_CANDIDATES},
    [RAPPORT_WEIGHTS_MEREC] = {"merec", "MEREC: effect of removal", RAPPORT_FROM_CANDIDATES},
};

static bool is_method(int32_t method)
{
    return method >= RAPPORT_WEIGHTS_POINTS && method < RAPPORT_WEIGHTS_END;
}

const char *rapport_weighting_name(int32_t method)
{
    return is_method(method) ? methods[method].name : NULL;
}

const char *rapport_weighting_title(int32_t method)
{
    return is_method(method) ? methods[method].title : NULL;
}

int32_t rapport_weighting_input(int32_t method)
{
    return is_method(method) ? methods[method].input : 0;
}

bool rapport__sum_to_one(double *weights, uint32_t count)
{
    rapport__sum sum = {0};
    double total;
    for (uint32_t i = 0; i < count; i++)
        rapport__sum_add(&sum, weights[i]);
    total = rapport__sum_value(&sum);
    if (!(total > 0))
        return false;
    for (uint32_t i = 0; i < count; i++)
        weights[i] = weights[i] / total + 0.0; /* -0 becomes 0 */
    return true;
}

bool rapport__points_valid(double weight)
{
    return weight == 0 || (weight >= 1e-12 && weight <= 1e12);
}

bool rapport__rater_weight_valid(double weight)
{
    return weight >= 1e-100 && weight <= 1e100;
}

rapport_status rapport__bad_entry(rapport_error *error, const char *key, uint32_t at, const char *message)
{
    char path[sizeof error->path] = "";
    rapport__append_key(path, sizeof path, key);
    rapport__append_index(path, sizeof path, at);
    return FAIL(error, RAPPORT_BAD_VALUE, path, message);
}

rapport_status rapport__check_criteria(uint32_t count, uint32_t most, rapport_error *error)
{
    if (!count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "there are no criteria");
    if (count > most)
        return FAIL(error, RAPPORT_LIMIT, "", "there are too many criteria");
    return RAPPORT_OK;
}

bool rapport__can_take(const rapport_consistency *consistency)
{
    return !consistency || (consistency->struct_size >= 8 && consistency->struct_size <= 4096);
}

rapport_status rapport_point_weights_compute(const double *points, uint32_t count, double *weights, rapport_error *error)
{
    rapport__sum sum = {0};
    double total;
    rapport_status status;
    if (!points || !weights)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "points and weights are needed");
    if ((status = rapport__check_criteria(count, RAPPORT_MAX_CRITERIA, error)))
        return status;
    for (uint32_t i = 0; i < count; i++) {
        if (!rapport__points_valid(points[i]))
            return rapport__bad_entry(error, "points", i, "points must be 0 or lie in 1e-12..1e12");
        rapport__sum_add(&sum, points[i]);
    }
    total = rapport__sum_value(&sum);
    if (!(total > 0))
        return FAIL(error, RAPPORT_UNDEFINED, "/points", "all points are 0");
    for (uint32_t i = 0; i < count; i++)
        weights[i] = points[i] / total + 0.0;
    return RAPPORT_OK;
}
