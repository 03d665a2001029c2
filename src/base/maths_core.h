/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_MATHS_CORE_H
#define RAPPORT_SRC_BASE_MATHS_CORE_H
/* What exp, log and pow share: results as unevaluated sums of two doubles, good to some 68 bits, and their tables. */
#include <stdint.h>
#include <string.h>

#include "base/maths.h"

typedef struct rapport__pair {
    double high, low;
} rapport__pair;

/* e^(x + low) = (high + low) * 2^exponent with high in 0.99..2; |x| <= 750, low at most half a unit of x's last place. */
rapport__pair rapport__exp_pair(double x, double low, int *exponent);

/* The double nearest to (high + low) * 2^exponent, denormals and overflow included. */
double rapport__round_pair(rapport__pair value, int exponent);

/* ln(x) for finite x > 0. */
rapport__pair rapport__log_pair(double x);

#define RAPPORT__EXP_STEPS 128
#define RAPPORT__LOG_STEPS 256

/* 2^(i/128) as a multiple of 2^-25 and a rest. */
extern const double rapport__exp_table[RAPPORT__EXP_STEPS][2];

/* For 1 + i/256 <= m < 1 + (i+1)/256: a factor c, a multiple of 1/512 with |c m - 1| <= 1/256, and -ln(c) as a multiple of
 * 2^-42 and a rest. From RAPPORT__LOG_UPPER on, where m passes sqrt(2), it is -ln(2c): the caller counts one power of two more.
 */
extern const double rapport__log_table[RAPPORT__LOG_STEPS][3];
#define RAPPORT__LOG_UPPER 106

/* 2^exponent, -1022 <= exponent <= 1023. */
static inline double rapport__power_of_two(int exponent)
{
    uint64_t bits = (uint64_t)(exponent + 1023) << 52;
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

/* The upper 26 bits (Veltkamp 1968): products of such halves are exact. |x| < 2^996 */
static inline double rapport__upper_half(double x)
{
    double wide = 134217729.0 * x;
    return wide - (wide - x);
}

/* x * y - product, for product = x * y rounded (Dekker 1971). */
static inline double rapport__product_error(double x, double y, double product)
{
    double x_high = rapport__upper_half(x), x_low = x - x_high, y_high = rapport__upper_half(y), y_low = y - y_high;
    return ((x_high * y_high - product) + x_high * y_low + x_low * y_high) + x_low * y_low;
}

/* a + b = sum + error exactly (Knuth 1969); the short form (Dekker 1971) needs |a| >= |b| or a = 0. */
static inline rapport__pair rapport__add(double a, double b)
{
    double sum = a + b, part = sum - a;
    return (rapport__pair){sum, (a - (sum - part)) + (b - part)};
}

static inline rapport__pair rapport__add_smaller(double a, double b)
{
    double sum = a + b;
    return (rapport__pair){sum, b - (sum - a)};
}

#endif
