/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/maths.h"

#include <math.h>

#include "base/maths_core.h"

/* x = 2^e m, and c m = 1 + r exactly, for a c from the table: ln x = e ln2 - ln c + ln(1 + r) (after Tang 1990). */

#define LN2_HIGH 0x1.62e42fefa38p-1 /* a multiple of 2^-42, exact times any e that occurs and plus the table's high part */
#define LN2_LOW 0x1.ef35793c7673p-45

/* ln(1 + r) - r + r^2/2 for |r| <= 1/256 by Mercator's series; the first term left out is below 2^-75 r. */
static double after_square(double r)
{
    double sum = -1.0 / 8 + r * (1.0 / 9);
    sum = -1.0 / 6 + r * (1.0 / 7 + r * sum);
    sum = -1.0 / 4 + r * (1.0 / 5 + r * sum);
    return r * r * r * (1.0 / 3 + r * sum);
}

static double from_bits(uint64_t bits)
{
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

rapport__pair rapport__log_pair(double x)
{
    uint64_t bits, fraction;
    int exponent = -1023, index;
    double m, m_high, r, power, square, low;
    rapport__pair sum, next;
    if (x < 0x1p-1022) {
        x *= 0x1p54;
        exponent -= 54;
    }
    memcpy(&bits, &x, sizeof bits);
    fraction = bits & ((UINT64_C(1) << 52) - 1);
    index = (int)(fraction >> 44);
    exponent += (int)(bits >> 52 & 0x7FF) + (index >= RAPPORT__LOG_UPPER);
    m = from_bits(fraction | UINT64_C(1023) << 52);
    m_high = from_bits((fraction | UINT64_C(1023) << 52) >> 27 << 27);
    power = exponent;
    /* c has 10 bits and m_high 26: both products are exact, and so is r, a multiple of 2^-61 of at most 2^-8. */
    r = (rapport__log_table[index][0] * m_high - 1) + rapport__log_table[index][0] * (m - m_high);
    square = r * r;
    sum = rapport__add_smaller(power * LN2_HIGH + rapport__log_table[index][1], r);
    next = rapport__add_smaller(sum.high, -0.5 * square);
    low = sum.low + next.low + (power * LN2_LOW + rapport__log_table[index][2]);
    low += after_square(r) - 0.5 * rapport__product_error(r, r, square);
    return rapport__add_smaller(next.high, low);
}

double rapport__log(double x)
{
    return x == 0 ? -HUGE_VAL : rapport__log_pair(x).high;
}
