/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* CRITIC (Diakoulaki, Mavrotas and Papayannakis 1995, Determining objective weights in multiple criteria problems: the CRITIC
 * method, Computers and Operations Research 22): criteria scaled to 0..1 between their worst and their best, and
 *
 *   C_j = s_j * sum over k of (1 - r_jk)
 *
 * with the standard deviation s and Pearson's r. With z each column less its mean and divided by its length, 1 - r_jk is half
 * of the squared distance of two z, and the sum over k of these is n times the squared distance from the mean z of the
 * criteria, and what these are away from it: no two criteria need to be compared, and nothing is subtracted from 1.
 *
 * A criterion on which all candidates are the same has no r: it gets 0 and the others do not see it. */
#include "selection/weights_data.h"

#include <math.h>

/* What is left where two columns are the same but for rounding. */
#define NOTHING 1e-24

/* mean: of each scaled column; more: its squared length around that, which goes into `lengths`. */
static void find_lengths(rapport__data *d, double *lengths)
{
    rapport__data_spread(d);
    for (uint32_t c = 0; c < d->criteria; c++) {
        lengths[c] = rapport__data_constant(d, c) ? 0 : sqrt(rapport__sum_value(&d->more[c]));
        d->sums[c] = (rapport__sum){0, 0};
    }
}

static double z_of(const rapport__data *d, const double *lengths, uint32_t criterion, double value)
{
    return (rapport__data_scaled(d, criterion, value) - d->mean[criterion]) / lengths[criterion];
}

/* sums: the squared distance of each z from the mean z. */
static void add_distances(rapport__data *d, const double *lengths, const double *row, uint32_t counting)
{
    rapport__sum sum = {0};
    double mean;
    for (uint32_t c = 0; c < d->criteria; c++)
        if (lengths[c] > 0)
            rapport__sum_add(&sum, z_of(d, lengths, c, row[c]));
    mean = rapport__sum_value(&sum) / counting;
    for (uint32_t c = 0; c < d->criteria; c++)
        if (lengths[c] > 0) {
            double away = z_of(d, lengths, c, row[c]) - mean;
            rapport__sum_add_product(&d->sums[c], away, away);
        }
}

rapport_status rapport__weigh_critic(rapport__data *d, double *weights, rapport_error *error)
{
    double *lengths = weights;
    rapport__sum all = {0};
    uint32_t counting = 0;
    (void)error;
    find_lengths(d, lengths);
    for (uint32_t c = 0; c < d->criteria; c++)
        counting += lengths[c] > 0;
    for (uint32_t i = 0; i < d->candidates->count && counting; i++) {
        const double *row = rapport__data_row(d, i);
        if (row)
            add_distances(d, lengths, row, counting);
    }
    for (uint32_t c = 0; c < d->criteria; c++)
        rapport__sum_add(&all, rapport__sum_value(&d->sums[c]));
    for (uint32_t c = 0; c < d->criteria; c++) {
        double conflict = (counting * rapport__sum_value(&d->sums[c]) + rapport__sum_value(&all)) / 2;
        weights[c] = rapport__sum_value(&all) > NOTHING ? lengths[c] * conflict : 0; /* s is the length over a root of n */
    }
    return RAPPORT_OK;
}
