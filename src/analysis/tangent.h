/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_TANGENT_H
#define RAPPORT_SRC_ANALYSIS_TANGENT_H
/* A plane above the score of one cell, over the values of all slots. Power means with p <= 1, minima and sums are concave and
 * rise with their values, and so is what is made of them: no such score is above its tangent plane anywhere (Rockafellar 1970,
 * section 25). With the plane a budget becomes a knapsack whose relaxation (Dantzig 1957) bounds what can still be reached. */
#include "analysis/trial.h"

typedef struct rapport__tangent {
    double score;    /* where the plane touches */
    double *at;      /* values of the slots there */
    double *slope;   /* points of the cell for a point of the slot */
    double *gain;    /* of each item: by how much it lifts the plane at most */
    uint32_t *order; /* items that lift it, the most for their cost first */
    uint32_t count;
    bool linear;     /* the score is the plane wherever no slot is at its end */
    bool has_needed; /* it asks for so many points, whatever else is looked for */
    double needed;
} rapport__tangent;

/* The plane that touches the score of `node` in `view` (party_count: the joint one) where the trial is now. `concave` is false
 * if there is none, and nothing else is set then. RAPPORT_NO_MEMORY. */
rapport_status rapport__tangent_init(rapport__tangent *tangent, const rapport__trial *trial, uint32_t view, uint32_t node,
                                     const double *costs, bool *concave);

/* The height of the plane where the trial is now, plus the most that the items which `may` can lift it within `budget`. `left`
 * has room for one number a slot. Adds to *work. */
double rapport__tangent_reach(const rapport__tangent *tangent, const rapport__trial *trial, const double *costs,
                              const unsigned char *state, double most, double budget, double *left, uint64_t *work);

#endif
