/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The mean consistency index of matrices filled at random, by which a consistency index is divided. Tables differ by up to a
 * tenth, because they come from simulations of different size. */
#include "selection/weighting.h"

enum { TABULATED = 15 };

/* Saaty 1980, The Analytic Hierarchy Process, p. 21. */
static const double saaty_1980[TABULATED + 1] = {0,    0,    0,    .58,  .90,  1.12, 1.24, 1.32,
                                                 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59};
/* Saaty 2005, Theory and Applications of the Analytic Network Process, p. 31. */
static const double saaty_2005[TABULATED + 1] = {0,    0,    0,    .52,  .89,  1.11, 1.25, 1.35,
                                                 1.40, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59};

rapport_status rapport_random_index_compute(int32_t table, uint32_t count, double *out)
{
    const double *values = table == RAPPORT_RANDOM_SAATY_1980 ? saaty_1980 : saaty_2005;
    if (!rapport_random_index_name(table) || !out)
        return RAPPORT_BAD_ARGUMENT;
    if (count <= 2)
        *out = 0;
    else if (table == RAPPORT_RANDOM_ALONSO_LAMATA) /* their line for the mean eigenvalue, 2.7699 n - 4.3513 */
        *out = (2.7699 * count - 4.3513 - count) / (count - 1.0);
    else if (count <= TABULATED)
        *out = values[count];
    else
        return RAPPORT_UNDEFINED;
    return RAPPORT_OK;
}

const char *rapport_random_index_name(int32_t table)
{
    static const char *const names[RAPPORT_RANDOM_END] = {"saaty-1980", "saaty-2005", "alonso-lamata"};
    return table >= RAPPORT_RANDOM_SAATY_1980 && table < RAPPORT_RANDOM_END ? names[table] : NULL;
}
