/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_SELECTION_WEIGHTING_H
#define RAPPORT_SRC_SELECTION_WEIGHTING_H
/* What the methods of weighting have in common. */
#include <stdbool.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/sum.h"
#include "rapport/weighting.h"

static inline double rapport__magnitude(double x)
{
    return x < 0 ? -x : x;
}

/* Divides numbers >= 0 by their sum; false, and nothing done, if that is not above 0. */
bool rapport__sum_to_one(double *weights, uint32_t count);

/* A weight as it is entered: 0, or 1e-12..1e12. A weight of a rater: 1e-100..1e100. */
bool rapport__points_valid(double weight);
bool rapport__rater_weight_valid(double weight);

/* RAPPORT_BAD_VALUE at "/key/at". */
rapport_status rapport__bad_entry(rapport_error *error, const char *key, uint32_t at, const char *message);

/* Whether so many criteria can be taken: RAPPORT_BAD_ARGUMENT for none, RAPPORT_LIMIT. */
rapport_status rapport__check_criteria(uint32_t count, uint32_t most, rapport_error *error);

/* Whether a consistency can be handed out here: NULL, or a struct_size that can be one. */
bool rapport__can_take(const rapport_consistency *consistency);

#endif
