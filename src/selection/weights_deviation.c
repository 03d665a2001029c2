/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Standard deviation weights, as Diakoulaki, Mavrotas and Papayannakis 1995 have them beside CRITIC: of each criterion over its
 * range, so that units do not matter. Dividing by n or by n - 1 does not either: it is the same for all. */
#include "selection/weights_data.h"

#include <math.h>

rapport_status rapport__weigh_deviation(rapport__data *d, double *weights, rapport_error *error)
{
    (void)error;
    for (uint32_t i = 0; i < d->candidates->count; i++) {
        const double *row = rapport__data_row(d, i);
        for (uint32_t c = 0; row && c < d->criteria; c++)
            rapport__sum_add(&d->sums[c], rapport__data_scaled(d, c, row[c]));
    }
    for (uint32_t c = 0; c < d->criteria && d->count; c++)
        d->mean[c] = rapport__sum_value(&d->sums[c]) / d->count;
    for (uint32_t i = 0; i < d->candidates->count; i++) {
        const double *row = rapport__data_row(d, i);
        for (uint32_t c = 0; row && c < d->criteria; c++) {
            double away = rapport__data_scaled(d, c, row[c]) - d->mean[c];
            rapport__sum_add_product(&d->more[c], away, away);
        }
    }
    for (uint32_t c = 0; c < d->criteria; c++)
        weights[c] = d->count && !rapport__data_constant(d, c) ? sqrt(rapport__sum_value(&d->more[c]) / d->count) : 0;
    return RAPPORT_OK;
}
