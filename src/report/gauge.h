/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_GAUGE_H
#define RAPPORT_SRC_REPORT_GAUGE_H
/* Points 0..100 as pictures of a line. */
#include "report/pen.h"

/* Cells that points fill out of so many, to the nearest. */
uint32_t rapport__gauge_cells(double points, uint32_t cells);

/* Full up to `lower`, solid up to `score`, light up to `upper`, then track. Where lower < upper at least one cell shows it. */
void rapport__gauge_bar(rapport__pen *pen, uint32_t cells, double lower, double score, double upper);

/* The same between two ends. */
void rapport__gauge_scale(rapport__pen *pen, uint32_t cells, double lower, double score, double upper);

/* Two views of one thing: hollow is the darker one, filled the brighter one; never on the same cell. */
void rapport__gauge_dumbbell(rapport__pen *pen, uint32_t cells, double darker, double brighter);

#endif
