/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/number.h"

#include <stdbool.h>
#include <string.h>

#include "base/powers_of_ten.h"

/* A finite double is mantissa * 2^exponent. */
typedef struct parts {
    uint64_t mantissa;
    int exponent;
    bool negative, lower_is_closer; /* the double below is only half as far away as the one above */
} parts;

static parts take_apart(double value)
{
    uint64_t bits, fraction;
    int field;
    parts out;
    memcpy(&bits, &value, sizeof bits);
    fraction = bits & ((UINT64_C(1) << 52) - 1);
    field = (int)(bits >> 52 & 0x7FF);
    out.negative = bits >> 63;
    out.mantissa = field ? fraction | UINT64_C(1) << 52 : fraction;
    out.exponent = (field ? field : 1) - 1075;
    out.lower_is_closer = !fraction && field > 1;
    return out;
}

/* digits * 10^power */
typedef struct decimal {
    uint64_t digits;
    int power;
} decimal;

/* The upper 64 bits of factor * x / 2^64, the lowest set if anything was cut: enough to compare with multiples of 4. */
static uint64_t multiply_to_odd(rapport__wide factor, uint64_t x)
{
    rapport__wide upper = rapport__multiply(factor.high, x), lower = rapport__multiply(factor.low, x);
    upper.low += lower.high;
    upper.high += upper.low < lower.high;
    return upper.high | (upper.low > 1);
}

/* Schubfach (Giulietti 2020): the shortest decimal in the interval of numbers that read to this double, the nearest to it
 * if there are several. In units of 10^power / 4: the value, and the ends of its interval. */
static decimal shortest(const parts *value)
{
    int exponent = value->exponent;
    /* floor(log10(2^exponent)), of 3/4 of it where the interval is lopsided */
    int power =
        (int)(((int64_t)exponent * 1262611 - (value->lower_is_closer ? 524031 : 0) + (INT64_C(1262611) << 22)) >> 22) - 1262611;
    int shift = exponent + rapport__log2_of_power(-power) + 1;
    rapport__wide ten = rapport__power_of_ten(-power);
    uint64_t four = 4 * value->mantissa, low, middle, high, one, tenth;
    bool open = value->mantissa & 1, down, up; /* a tie reads to the even neighbour */
    if (power > 0 || power < -55)
        ten.low++; /* the table is cut, the proof wants it rounded up; no entry ends with 64 ones */
    low = multiply_to_odd(ten, (four - 2 + value->lower_is_closer) << shift) + open;
    middle = multiply_to_odd(ten, four << shift);
    high = multiply_to_odd(ten, (four + 2) << shift) - open;
    one = middle / 4;
    tenth = one / 10;
    if (one >= 10) {
        down = low <= 40 * tenth;
        up = 40 * tenth + 40 <= high;
        if (down != up)
            return (decimal){tenth + up, power + 1};
    }
    down = low <= 4 * one;
    up = 4 * one + 4 <= high;
    if (down == up)
        up = middle > 4 * one + 2 || (middle == 4 * one + 2 && (one & 1));
    return (decimal){one + up, power};
}

/* Writes the digits of x so that they end at `end`; returns where they start. */
static char *digits_before(char *end, uint64_t x)
{
    static const char pairs[] =
        "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748"
        "49505152535455565758596061626364656667686970717273747576777879808182838485868788899091929394959697"
        "9899";
    for (; x >= 100; x /= 100)
        memcpy(end -= 2, pairs + 2 * (x % 100), 2);
    if (x >= 10)
        return memcpy(end - 2, pairs + 2 * x, 2);
    *--end = (char)('0' + x);
    return end;
}

static char *put(char *out, const char *text, size_t length)
{
    memcpy(out, text, length);
    return out + length;
}

static char *put_zeros(char *out, int count)
{
    memset(out, '0', (size_t)count);
    return out + count;
}

static char *put_scientific(char *out, const char *digits, int count, int exponent)
{
    char room[4], *start = digits_before(room + sizeof room, (uint64_t)(exponent < 0 ? -exponent : exponent));
    *out++ = *digits;
    if (count > 1) {
        *out++ = '.';
        out = put(out, digits + 1, (size_t)count - 1);
    }
    *out++ = 'e';
    *out++ = exponent < 0 ? '-' : '+';
    return put(out, start, (size_t)(room + sizeof room - start));
}

/* ECMA-262, Number::toString, steps 6 to 12; n, as there, is the number of digits before the point. */
static char *put_shortest(char *out, decimal value)
{
    char room[20], *end = room + sizeof room, *digits = digits_before(end, value.digits);
    int count = (int)(end - digits), n = count + value.power;
    while (digits[count - 1] == '0')
        count--;
    if (n > 21 || n < -5)
        return put_scientific(out, digits, count, n - 1);
    if (n <= 0) {
        out = put_zeros(put(out, "0.", 2), -n);
        return put(out, digits, (size_t)count);
    }
    if (count <= n)
        return put_zeros(put(out, digits, (size_t)count), n - count);
    out = put(out, digits, (size_t)n);
    *out++ = '.';
    return put(out, digits + n, (size_t)(count - n));
}

size_t rapport__number_write(double value, char *out)
{
    char *at = out;
    parts split = take_apart(value);
    decimal number = {split.mantissa, 0};
    if (split.negative && value != 0)
        *at++ = '-';
    if (value == 0)
        *at++ = '0';
    else if (split.exponent <= 0 && split.exponent > -53 && !(split.mantissa << (64 + split.exponent - 1) << 1))
        at = put_shortest(at, (decimal){split.mantissa >> -split.exponent, 0}); /* an integer below 2^53 */
    else {
        number = shortest(&split);
        at = put_shortest(at, number);
    }
    *at = '\0';
    return (size_t)(at - out);
}

/* x / 2^shift, 0 < shift, to the nearest integer, halves to even. */
static rapport__wide shift_rounded(rapport__wide x, int shift)
{
    rapport__wide out = {0, 0}, cut = x, half = {0, 0};
    bool up;
    if (shift > 127) /* x is below 2^83 */
        return out;
    if (shift > 64) {
        out.low = x.high >> (shift - 64);
        cut.high = x.high & ((UINT64_C(1) << (shift - 64)) - 1);
        half.high = UINT64_C(1) << (shift - 65);
    } else {
        out.low = shift < 64 ? x.high << (64 - shift) | x.low >> shift : x.high;
        out.high = shift < 64 ? x.high >> shift : 0;
        cut.high = 0;
        cut.low = shift < 64 ? x.low & ((UINT64_C(1) << shift) - 1) : x.low;
        half.low = UINT64_C(1) << (shift - 1);
    }
    up = cut.high > half.high || (cut.high == half.high && (cut.low > half.low || (cut.low == half.low && (out.low & 1))));
    out.low += up; /* no mantissa times a power of ten up to 10^9 comes so near to a multiple of 2^64 that this carries */
    return out;
}

/* x / 10^9 for x < 2^96, the remainder to *rest: long division by 32-bit limbs. */
static rapport__wide divide(rapport__wide x, uint64_t *rest)
{
    const uint64_t billion = 1000000000;
    uint64_t middle = x.high % billion << 32 | x.low >> 32, low = middle % billion << 32 | (uint32_t)x.low;
    *rest = low % billion;
    return (rapport__wide){x.high / billion, (middle / billion << 32) + low / billion};
}

/* The digits of x, at least `least` of them, so that they end at `end`; returns where they start. */
static char *wide_digits_before(char *end, rapport__wide x, int least)
{
    char *at = end, *wanted = end - least;
    while (x.high) {
        uint64_t rest;
        char *block = at - 9;
        x = divide(x, &rest);
        at = digits_before(at, rest);
        while (at > block)
            *--at = '0';
    }
    at = digits_before(at, x.low);
    while (at > wanted)
        *--at = '0';
    return at;
}

size_t rapport__number_write_fixed(double value, int decimals, char *out)
{
    static const uint32_t tens[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
    char room[RAPPORT__NUMBER_SIZE], *end = room + sizeof room, *digits, *at = out;
    parts split = take_apart(value);
    rapport__wide scaled;
    size_t whole;
    if (value >= 1e21 || value <= -1e21)
        return rapport__number_write(value, out);
    scaled = rapport__multiply(split.mantissa, split.exponent < 0 ? tens[decimals] : UINT64_C(1) << split.exponent);
    if (split.exponent < 0)
        scaled = shift_rounded(scaled, -split.exponent);
    digits = wide_digits_before(end, scaled, split.exponent < 0 ? decimals + 1 : 1);
    if (split.negative && (scaled.high || scaled.low))
        *at++ = '-';
    whole = (size_t)(end - digits) - (size_t)(split.exponent < 0 ? decimals : 0);
    at = put(at, digits, whole);
    if (decimals) {
        *at++ = '.';
        at = split.exponent < 0 ? put(at, digits + whole, (size_t)decimals) : put_zeros(at, decimals);
    }
    *at = '\0';
    return (size_t)(at - out);
}
