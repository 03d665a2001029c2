/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_IO_RATINGS_H
#define RAPPORT_SRC_IO_RATINGS_H
/* A table of ratings, as its document gave it. */
#include "base/memory.h"
#include "rapport/document.h"

struct rapport_ratings {
    rapport__arena arena; /* has all below */
    uint32_t raters, units, options;
    double lowest, highest; /* both 0: not told */
    double *values;
    uint8_t *present;
    const char **rater_ids, **unit_ids; /* NULL: not named */
};

/* An empty table; NULL without memory. */
rapport_ratings *rapport__ratings_create(const rapport_allocator *mem);

#endif
