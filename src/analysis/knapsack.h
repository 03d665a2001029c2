/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_KNAPSACK_H
#define RAPPORT_SRC_ANALYSIS_KNAPSACK_H
/* Independent items in one knapsack, by dynamic programming over whole costs (Bellman 1957). */
#include <stdbool.h>

#include "base/memory.h"

enum { RAPPORT__KNAPSACK_CELLS = 1 << 26 };

/* Whether a table of so many items and so large a whole budget is small enough. */
bool rapport__knapsack_fits(uint32_t count, double budget);

/* Fills chosen[0..count). Ties as rapport_knapsack_compute(); exact if gains are whole. RAPPORT_NO_MEMORY. */
rapport_status rapport__knapsack(const double *costs, const double *gains, uint32_t count, double budget,
                                 const rapport_allocator *mem, unsigned char *chosen);

#endif
