/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_SELECTION_SENSITIVITY_H
#define RAPPORT_SRC_SELECTION_SENSITIVITY_H
/* What the steps of the sensitivity analysis share; each fills a part. */
#include "rapport/sensitivity.h"
#include "selection/order.h"
#include "selection/scaled.h"

typedef struct rapport__change {
    bool exists;
    rapport_weight_change change; /* candidate as a place among those that take part */
    double *weight;               /* per criterion */
} rapport__change;

typedef struct rapport__left_out {
    bool exists;
    rapport_leave_one_out out; /* first as a place among those that take part */
} rapport__left_out;

struct rapport_sensitivity {
    rapport_allocator mem;
    rapport__scaled scaled;
    double swing; /* < 0: the whole range */
    double *score;
    rapport__order order;
    rapport_weight_interval *interval; /* per criterion */
    rapport_tornado *tornado;          /* per criterion */
    rapport__left_out *no_criterion;   /* per criterion */
    rapport__left_out *no_candidate;   /* per candidate that takes part */
    rapport__change change[RAPPORT_CHANGE_END];

    /* Room for the steps. */
    double *others;                    /* per criterion: the weight of all but that one, never by subtraction */
    double *rest, *try_score, *before; /* per candidate that takes part */
    double *ahead, *behind, *gap;      /* per criterion, and one more */
    rapport__order now, then, spare;
};

void rapport__find_intervals(rapport_sensitivity *s);       /* weight_interval.c: one weight at a time */
void rapport__find_nearest_weights(rapport_sensitivity *s); /* weight_change.c: all weights together */
void rapport__leave_out_criteria(rapport_sensitivity *s);   /* leave_out.c, with the tornado */
void rapport__leave_out_candidates(rapport_sensitivity *s);

#endif
