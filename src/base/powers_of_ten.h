/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_POWERS_OF_TEN_H
#define RAPPORT_SRC_BASE_POWERS_OF_TEN_H
/* The powers of ten to 128 bits, and the integer arithmetic that number reading and writing share. */
#include <stdint.h>

#define RAPPORT__POWER_MIN (-342) /* below it 19 digits give less than half of the smallest double */
#define RAPPORT__POWER_MAX 324    /* what writing the smallest double takes */

typedef struct rapport__wide {
    uint64_t high, low;
} rapport__wide;

/* Entry [n - RAPPORT__POWER_MIN] is 10^n scaled by a power of two into 2^127..2^128 and cut to an integer: exact for n in
 * 0..55, too small by less than one otherwise. */
extern const rapport__wide rapport__powers_of_ten[RAPPORT__POWER_MAX - RAPPORT__POWER_MIN + 1];

static inline rapport__wide rapport__power_of_ten(int n)
{
    return rapport__powers_of_ten[n - RAPPORT__POWER_MIN];
}

/* floor(n * factor / 2^shift) for -1100 < n: the bias keeps the shifted number positive, as C leaves negative ones open. */
static inline int rapport__scale(int n, int factor, int shift)
{
    return (int)((((int64_t)n + (INT64_C(1) << shift)) * factor) >> shift) - factor;
}

/* floor(log2(10^n)), right for |n| <= 1000: 1741647 / 2^19 is log2(10) to eight digits. */
static inline int rapport__log2_of_power(int n)
{
    return rapport__scale(n, 1741647, 19);
}

/* a * b. Not every compiler has a 128-bit type. */
static inline rapport__wide rapport__multiply(uint64_t a, uint64_t b)
{
    uint64_t a_low = (uint32_t)a, a_high = a >> 32, b_low = (uint32_t)b, b_high = b >> 32;
    uint64_t low = a_low * b_low, middle = a_high * b_low + (low >> 32), cross = a_low * b_high + (uint32_t)middle;
    return (rapport__wide){a_high * b_high + (middle >> 32) + (cross >> 32), cross << 32 | (uint32_t)low};
}

#endif
