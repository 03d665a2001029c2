/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_MODEL_SCALE_H
#define RAPPORT_SRC_MODEL_SCALE_H
/* From answers to points. */
#include "model/content.h"

/* Points of a finite answer on a number scale, 0..100. */
double rapport__scale_points(const rapport__scale *scale, double answer);

/* The smallest step between neighbouring levels that is not 0, in points; 0 if there is none. */
double rapport__scale_smallest_step(const rapport__scale *scale);

#endif
