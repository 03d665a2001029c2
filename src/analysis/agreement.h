/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_AGREEMENT_H
#define RAPPORT_SRC_ANALYSIS_AGREEMENT_H
/* What the indices of agreement share: the checked table, what of it enters, and one function for each family. */
#include <stdbool.h>

#include "base/memory.h"
#include "base/sum.h"
#include "rapport/agreement.h"

/* A table of ratings that are known to be sound, and what the caller wants of it. */
typedef struct rapport__grid {
    const double *values;
    const uint8_t *present; /* NULL: all are there */
    uint32_t raters, units;
    size_t rater_stride, unit_stride;
    double origin;                                  /* the first rating: differences from it keep the digits that matter */
    uint32_t *counts;                               /* ratings of each unit */
    uint32_t ratings, rated_units, active_raters;   /* how many there are; units and raters that have one */
    uint32_t pairable, paired_units, paired_raters; /* the same of units with at least two */
    rapport_agreement_options wanted;
    rapport_allocator mem;
    rapport_error *error;
} rapport__grid;

static inline size_t rapport__grid_place(const rapport__grid *g, uint32_t rater, uint32_t unit)
{
    return rater * g->rater_stride + unit * g->unit_stride;
}

static inline bool rapport__grid_has(const rapport__grid *g, uint32_t rater, uint32_t unit)
{
    return !g->present || g->present[rapport__grid_place(g, rater, unit)];
}

static inline double rapport__grid_at(const rapport__grid *g, uint32_t rater, uint32_t unit)
{
    return g->values[rapport__grid_place(g, rater, unit)];
}

/* A rating as its difference from the origin: for everything that a shift does not change. */
static inline double rapport__grid_shifted(const rapport__grid *g, uint32_t rater, uint32_t unit)
{
    return rapport__grid_at(g, rater, unit) - g->origin;
}

/* Checks a caller's table and options for this index. */
rapport_status rapport__grid_init(rapport__grid *g, int32_t index, const double *values, const uint8_t *present,
                                  uint32_t raters, uint32_t units, const rapport_agreement_options *options,
                                  const rapport_allocator *allocator, rapport_error *error);
void rapport__grid_clear(rapport__grid *g);

/* The ratings of one unit that has some. Where all are the same the mean is that rating and the sum of squares 0, without
 * rounding. */
typedef struct rapport__spread {
    uint32_t count;
    double mean;    /* shifted by the origin */
    double squares; /* of the deviations from the mean, summed */
} rapport__spread;

rapport__spread rapport__unit_spread(const rapport__grid *g, uint32_t unit);

/* The mean of `count` numbers from their sum, never outside the smallest and the largest of them. */
double rapport__mean_within(const rapport__sum *sum, uint32_t count, double least, double greatest);

/* A sum of squares that is mere rounding beside the total counts as 0. */
double rapport__without_noise(double squares, double total);

/* The raters with any rating, and the units that all of these rated. */
typedef struct rapport__complete {
    uint32_t *raters, *units; /* raters: the one block that is to be freed */
    uint32_t rater_count, unit_count;
} rapport__complete;

rapport_status rapport__find_complete(const rapport__grid *g, rapport__complete *out);

/* Puts down what enters of complete units; false, with the reason, if it is too little. */
bool rapport__enough_complete(const rapport__grid *g, const rapport__complete *complete, rapport_agreement *out);

/* Complete units, over raters and units (Shrout and Fleiss 1979): mean squares, and what Cronbach's alpha needs. */
typedef struct rapport__two_way {
    double units, within, raters, error;
    double of_items, of_sum; /* the raters' variances summed, and the variance of their sum */
} rapport__two_way;

rapport_status rapport__compute_two_way(const rapport__grid *g, const rapport__complete *complete, rapport__two_way *out);

/* Sets the value, or why there is none. */
void rapport__agreed(rapport_agreement *out, double value);
void rapport__undefined(rapport_agreement *out, int32_t reason);

/* A unit's value enters the mean over units, and the extremes. */
typedef struct rapport__over_units {
    rapport__sum sum, variances;
} rapport__over_units;

void rapport__add_unit(rapport__over_units *over, rapport_agreement *out, uint32_t unit, uint32_t count, double value);

/* Whether raters and units suffice for an index within units; sets the reason if not. */
bool rapport__enough_paired(const rapport__grid *g, rapport_agreement *out);

/* Confidence intervals, where there is one: from a ratio of mean squares f for ICC(1,.), ICC(3,.) and Cronbach's alpha, and
 * for ICC(2,.) from its mean squares. `mean`: of the form for the mean of k raters. */
void rapport__interval_of_ratio(rapport_agreement *out, double f, double df1, double df2, double k, bool mean);
void rapport__interval_of_icc2(rapport_agreement *out, const rapport__two_way *squares, double n, double k, bool mean);

/* The value that F with these degrees of freedom exceeds with probability 1 - p; 0.5 <= p <= 0.9995, df >= 0.5. */
double rapport__f_quantile(double p, double df1, double df2);

/* r_wg(J) from the mean ratio of the items' variances to those of ratings at random; a_wg of one unit, whose mean lies so far
 * below the highest and above the lowest rating. */
double rapport__rwg_over_items(double ratio, double items);
double rapport__awg_of(uint32_t count, double squares, double above, double below);

/* The indices, each in its file. `out` has index and options; they fill the rest. */
rapport_status rapport__agreement_rwg(const rapport__grid *g, rapport_agreement *out);
rapport_status rapport__agreement_awg(const rapport__grid *g, rapport_agreement *out);
rapport_status rapport__agreement_ad(const rapport__grid *g, rapport_agreement *out);
rapport_status rapport__agreement_icc1(const rapport__grid *g, rapport_agreement *out);
rapport_status rapport__agreement_icc(const rapport__grid *g, rapport_agreement *out);
rapport_status rapport__agreement_kendall(const rapport__grid *g, rapport_agreement *out);
rapport_status rapport__agreement_krippendorff(const rapport__grid *g, rapport_agreement *out);
rapport_status rapport__agreement_cronbach(const rapport__grid *g, rapport_agreement *out);

#endif
