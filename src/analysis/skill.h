/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_SKILL_H
#define RAPPORT_SRC_ANALYSIS_SKILL_H
/* Coverage of required skills, one skill at a time: however levels are stored, there is one formula. */
#include <stddef.h>
#include <stdint.h>

typedef struct rapport__coverage { /* start from all zero */
    double covered, required;
} rapport__coverage;

/* Adds a skill; the levels of `parties` parties lie `stride` apart, NULL is that nobody has it. Returns the best level. */
double rapport__cover(rapport__coverage *coverage, double importance, const double *levels, uint32_t parties, size_t stride);

/* covered / required, 0..1, where something is required. */
double rapport__covered(const rapport__coverage *coverage);

#endif
