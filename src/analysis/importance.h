/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_IMPORTANCE_H
#define RAPPORT_SRC_ANALYSIS_IMPORTANCE_H
/* Importance-performance analysis, criterion by criterion: over arrays and over a result alike. */
#include <stdbool.h>

#include "base/sum.h"
#include "rapport/importance.h"

typedef struct rapport__axes { /* begin with all zero */
    rapport__sum importance, performance;
    rapport_importance_axes out;
} rapport__axes;

void rapport__axes_enter(rapport__axes *a, double importance, double performance);

/* Once all are in, at least one. */
void rapport__axes_settle(rapport__axes *a, const rapport_importance_options *options);

/* Whether axes that a caller hands back can be used. */
bool rapport__axes_sound(const rapport_importance_axes *axes);

rapport_importance_place rapport__axes_place(const rapport_importance_axes *axes, double importance, double performance,
                                             double target);

#endif
