/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_MATHS_H
#define RAPPORT_SRC_BASE_MATHS_H
/* exp, log and pow with the same bits everywhere: + - * / and sqrt alone. Errors are in units in the last place, the largest
 * of 10 million points; docs/numbers.md has the derivation and what is proven. */
#include "base/float.h"

/* e^x and e^x - 1 for every x but NaN; HUGE_VAL if that is too large, 0 (or -1) if it is too small. 0.5000 and 0.5030 units. */
double rapport__exp(double x);
double rapport__expm1(double x);

/* The natural logarithm for finite x > 0, 0.5000 units; -HUGE_VAL for 0. */
double rapport__log(double x);

/* x^y for finite x >= 0 and finite y, 0.5021 units; correctly rounded for y = 0, 1, 2, -1 and 0.5. HUGE_VAL if that is too
 * large; 0^0 is 1, 0 to a negative power HUGE_VAL. For |y| >= 0.001 it never falls (or rises) where it should not. */
double rapport__pow(double x, double y);

/* How likely a standard normal number is above z >= 0, to a relative error below 1e-12; 0 from where it underflows. */
double rapport__normal_tail(double z);

#endif
