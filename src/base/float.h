/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_FLOAT_H
#define RAPPORT_SRC_BASE_FLOAT_H
/* What "the same bits everywhere" asks of the compiler. Whatever computes with doubles includes this. */
#include <float.h>

#if defined(__FAST_MATH__)
#error "rapport: -ffast-math changes results; build the library without it"
#endif

#if FLT_EVAL_METHOD != 0
#error "rapport: doubles must be computed as doubles (FLT_EVAL_METHOD 0); on 32-bit x86 use -msse2 -mfpmath=sse"
#endif

#if FLT_RADIX != 2 || DBL_MANT_DIG != 53 || DBL_MAX_EXP != 1024
#error "rapport: double must be IEEE 754 binary64"
#endif

#endif
