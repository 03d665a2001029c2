/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* MEREC (Keshavarz-Ghorabaee, Amiri, Zavadskas, Turskis and Antucheviciene 2021, Determination of objective weights using a new
 * method based on the removal effects of criteria, Symmetry 13, 525). With n = least / x for a benefit and x / greatest for a
 * cost, and m criteria:
 *
 *   S_i  = ln(1 + (1/m) sum over j of |ln n_ij|)          S'_ij: the same without j
 *   E_j  = sum over i of |S'_ij - S_i|                    w_j = E_j / sum of E
 *
 * S_i - S'_ij is ln(1 + t) with t = |ln n_ij| / m over 1 + the rest, computed as such. */
#include "selection/weights_data.h"

#include "base/maths.h"

/* ln(1 + t) for t >= 0 (Kahan): the rounding of 1 + t is in both and cancels. */
static double log_of_one_and(double t)
{
    double sum = 1 + t;
    return sum == 1 ? t : rapport__log(sum) * (t / (sum - 1));
}

/* |ln n|. The ratio of numbers as far apart as 1e-300 and 1e100 is not a number any more: then their logarithms are. */
static double strength(const rapport__data *d, uint32_t criterion, double value)
{
    bool cost = d->candidates->criteria[criterion].direction == RAPPORT_MINIMIZE;
    double small = cost ? value : d->least[criterion], large = cost ? d->most[criterion] : value, ratio = large / small;
    return ratio <= DBL_MAX ? rapport__log(ratio) : rapport__log(large) - rapport__log(small);
}

rapport_status rapport__weigh_merec(rapport__data *d, double *weights, rapport_error *error)
{
    for (uint32_t i = 0; i < d->candidates->count; i++) {
        const double *row = rapport__data_row(d, i);
        rapport__sum all = {0};
        for (uint32_t c = 0; row && c < d->criteria; c++) {
            if (!(row[c] > 0))
                return rapport__data_refuse(d, i, c, "is not above 0; MEREC takes its logarithm", error);
        }
        for (uint32_t c = 0; row && c < d->criteria; c++)
            rapport__sum_add(&all, strength(d, c, row[c]) / d->criteria);
        for (uint32_t c = 0; row && c < d->criteria; c++) {
            double own = strength(d, c, row[c]) / d->criteria, rest = rapport__sum_value(&all) - own;
            rapport__sum_add(&d->sums[c], log_of_one_and(own / (1 + (rest > 0 ? rest : 0))));
        }
    }
    for (uint32_t c = 0; c < d->criteria; c++)
        weights[c] = rapport__sum_value(&d->sums[c]);
    return RAPPORT_OK;
}
