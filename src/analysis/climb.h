/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_CLIMB_H
#define RAPPORT_SRC_ANALYSIS_CLIMB_H
/* The way to a band while it is looked for: every level that an answer could rise is an item, which needs the level before. */
#include "analysis/search.h"

enum { RAPPORT__OBSTACLES = 8 };

typedef struct rapport__climb {
    rapport__search search;
    rapport__arena arena;
    const rapport_result *result;
    rapport_band_gap is;
    double *costs; /* as given, by item */
    double *worth; /* of each item on the way, by its cost */
    rapport_obstacle obstacles[RAPPORT__OBSTACLES];
} rapport__climb;

/* Makes the items. RAPPORT_LIMIT, RAPPORT_NO_MEMORY. */
rapport_status rapport__climb_items(rapport__climb *c);

/* What they cost: 1 each, or what the caller says, or the share of their criterion. RAPPORT_NO_MEMORY. */
rapport_status rapport__climb_costs(rapport__climb *c, int32_t kind, const double *costs);

#endif
