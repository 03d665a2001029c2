/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Standard deviation weights, as Diakoulaki, Mavrotas and Papayannakis 1995 have them beside CRITIC: of each criterion over its
 * range, so that units do not matter. Dividing by n or by n - 1 does not either: it is the same for all. */
#include "selection/weights_data.h"

#include <math.h>

rapport_status rapport__weigh_deviation(rapport__data *d, double *weights, rapport_error *error)
{
    (void)error;
    rapport__data_spread(d);
    for (uint32_t c = 0; c < d->criteria; c++)
        weights[c] = d->count && !rapport__data_constant(d, c) ? sqrt(rapport__sum_value(&d->more[c]) / d->count) : 0;
    return RAPPORT_OK;
}
