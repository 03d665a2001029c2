/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_SELECTION_POTENTIAL_H
#define RAPPORT_SRC_SELECTION_POTENTIAL_H
/* Who can be best under some weights. */
#include "selection/scaled.h"
#include "selection/weight_region.h"

/* Who need not be asked: a rival that is nowhere better than another is never the best of them. */
typedef struct rapport__rivals {
    uint32_t *above; /* of each: how many others are nowhere worse (of equals the first counts) */
    uint32_t *whom;  /* the last of these */
} rapport__rivals;

void rapport__find_rivals(const rapport__scaled *scaled, const double *values, rapport__rivals *out);

/* The largest lead over the best rival that any weights of the region give to candidate `one`, taking its values from `own` and
 * those of the others from `others` (count * criteria each). There must be a rival. RAPPORT_LIMIT, RAPPORT_NO_MEMORY. */
rapport_status rapport__best_margin(const rapport__scaled *scaled, const rapport__region *region, uint32_t one,
                                    const double *own, const double *others, const rapport__rivals *rivals,
                                    const rapport_allocator *mem, double *margin, rapport_error *error);

#endif
