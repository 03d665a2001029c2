/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_SELECTION_WEIGHT_REGION_H
#define RAPPORT_SRC_SELECTION_WEIGHT_REGION_H
/* The weights that the rules allow: ends for each, and an order of places. */
#include <stdbool.h>

#include "rapport/sensitivity.h"
#include "selection/candidates.h"

typedef struct rapport__region {
    uint32_t count;
    double *low, *high; /* as tight as the order makes them */
    uint32_t *sorted;   /* criteria that have a place, the most important first */
    uint32_t *place;    /* of every criterion, as given; 0 is none */
    uint32_t sorted_count;
    bool bounded; /* whether any end was given */
} rapport__region;

/* RAPPORT_BAD_ARGUMENT; RAPPORT_BAD_VALUE with the path of what cannot be; RAPPORT_NO_MEMORY. On failure there is nothing to
 * clear. */
rapport_status rapport__region_init(rapport__region *out, const rapport_candidates *candidates,
                                    const rapport_weight_rules *rules, const rapport_allocator *mem, rapport_error *error);
void rapport__region_clear(rapport__region *region, const rapport_allocator *mem);

/* How many of the criteria from `first` on, in order of importance, have the place of the first of them. */
uint32_t rapport__region_level(const rapport__region *region, uint32_t first);

#endif
