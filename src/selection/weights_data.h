/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_SELECTION_WEIGHTS_DATA_H
#define RAPPORT_SRC_SELECTION_WEIGHTS_DATA_H
/* What the methods that weigh by data work on: the candidates that are not knocked out, all their values numbers. */
#include "selection/candidates.h"
#include "selection/weighting.h"

typedef struct rapport__data {
    const rapport_candidates *candidates;
    uint32_t criteria;
    uint32_t count;            /* candidates that enter */
    double *least, *most;      /* of each criterion */
    double *mean, *room;       /* of each criterion; what they hold is the method's own */
    rapport__sum *sums, *more; /* of each criterion, all 0 */
} rapport__data;

/* The values of a candidate; NULL if it is knocked out. */
static inline const double *rapport__data_row(const rapport__data *d, uint32_t candidate)
{
    if (d->candidates->rows[candidate].excluded)
        return NULL;
    return d->candidates->low + rapport__row_of(d->candidates, candidate);
}

static inline bool rapport__data_constant(const rapport__data *d, uint32_t criterion)
{
    return !(d->least[criterion] < d->most[criterion]);
}

/* A value between the worst (0) and the best (1) that any candidate has; 0 where all are the same. */
static inline double rapport__data_scaled(const rapport__data *d, uint32_t criterion, double value)
{
    double range = d->most[criterion] - d->least[criterion];
    if (!(range > 0))
        return 0;
    if (d->candidates->criteria[criterion].direction == RAPPORT_MINIMIZE)
        return (d->most[criterion] - value) / range;
    return (value - d->least[criterion]) / range;
}

/* The mean of each scaled column, and into `more` its squared length around that. */
void rapport__data_spread(rapport__data *d);

/* Refuses a value, whose path and criterion the error names. */
rapport_status rapport__data_refuse(const rapport__data *d, uint32_t candidate, uint32_t criterion, const char *message,
                                    rapport_error *error);

/* The methods: weights that are not yet divided by their sum. */
rapport_status rapport__weigh_deviation(rapport__data *d, double *weights, rapport_error *error);
rapport_status rapport__weigh_entropy(rapport__data *d, double *weights, rapport_error *error);
rapport_status rapport__weigh_critic(rapport__data *d, double *weights, rapport_error *error);
rapport_status rapport__weigh_merec(rapport__data *d, double *weights, rapport_error *error);

#endif
