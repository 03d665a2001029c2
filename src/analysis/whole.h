/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_WHOLE_H
#define RAPPORT_SRC_ANALYSIS_WHOLE_H
/* Decimal numbers as whole ones: 0.1 + 0.2 is 0.3 again once all are counted in tenths. */
#include <stdbool.h>
#include <stdint.h>

#define RAPPORT__LARGEST_WHOLE 9007199254740992.0 /* 2^53 */

/* The least power of ten, 1 to 1e9, times which all numbers >= 0 are whole and add up to less than 2^53; `whole` gets them.
 * 0 if there is none; `whole` is then a copy. */
double rapport__make_whole(const double *numbers, uint32_t count, double *whole);

/* The largest whole number that is not above limit times factor, at most 2^53. */
double rapport__whole_limit(double limit, double factor);

#endif
