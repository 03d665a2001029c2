/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_MODEL_LADDER_H
#define RAPPORT_SRC_MODEL_LADDER_H
/* How far one level up is, from any points: the distinct points of the levels or options of a scale, rising. On a number scale
 * a level is half a level of five, 12.5 points, as everywhere. */
#include "model/content.h"

typedef struct rapport__ladder {
    uint32_t count; /* 0: a number scale */
    double top;     /* the most points that the scale gives */
    double largest; /* the largest step between neighbours */
    double rungs[RAPPORT_MAX_OPTIONS];
} rapport__ladder;

void rapport__ladder_init(rapport__ladder *ladder, const rapport__scale *scale);

/* The points that many levels further up; what lies between two rungs stays in the same place between the higher ones. Never
 * above the top, never below `points`. */
double rapport__ladder_climb(const rapport__ladder *ladder, double points, uint32_t levels);

#endif
