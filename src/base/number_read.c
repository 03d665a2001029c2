/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/number.h"

#include <stdbool.h>
#include <string.h>

#include "base/powers_of_ten.h"

/* Three ways in, each only where it is exact: one rounding of doubles (Clinger 1990); a 64 x 128 bit product that is right
 * unless the number lies next to the middle of two doubles (after Lemire 2021); big integers. */

#define FAST_DIGITS 19   /* any 19 digits fit 64 bits */
#define EXACT_DIGITS 800 /* the middle of two doubles has at most 767 digits: what follows matters only by being there */
#define EXPONENT_CAP 100000000000000000 /* beyond any text's length */

typedef struct literal {
    const char *whole, *fraction; /* digits before and after the point */
    size_t whole_length, fraction_length;
    uint64_t digits; /* all of them, good if there are at most FAST_DIGITS */
    int64_t exponent;
    bool negative;
} literal;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static const char *take_digits(const char *at, const char *end, uint64_t *digits)
{
    uint64_t sum = *digits;
    for (; at < end && is_digit(*at); at++)
        sum = sum * 10 + (unsigned)(*at - '0');
    *digits = sum;
    return at;
}

static bool scan_exponent(const char *at, const char *end, int64_t *out)
{
    int64_t exponent = 0;
    bool negative = at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+'))
        at++;
    if (at == end)
        return false;
    for (; at < end && is_digit(*at); at++)
        exponent = exponent < EXPONENT_CAP ? exponent * 10 + (*at - '0') : exponent;
    *out = negative ? -exponent : exponent;
    return at == end;
}

/* RFC 8259, section 6. */
static bool scan(const char *at, const char *end, literal *out)
{
    *out = (literal){0};
    out->negative = at < end && *at == '-';
    out->whole = at + out->negative;
    at = take_digits(out->whole, end, &out->digits);
    out->whole_length = (size_t)(at - out->whole);
    if (!out->whole_length || (*out->whole == '0' && out->whole_length > 1))
        return false;
    if (at < end && *at == '.') {
        out->fraction = at + 1;
        at = take_digits(out->fraction, end, &out->digits);
        out->fraction_length = (size_t)(at - out->fraction);
        if (!out->fraction_length)
            return false;
    }
    return at == end || ((*at == 'e' || *at == 'E') && scan_exponent(at + 1, end, &out->exponent));
}

static unsigned digit_at(const literal *number, size_t i)
{
    char digit = i < number->whole_length ? number->whole[i] : number->fraction[i - number->whole_length];
    return (unsigned)(digit - '0');
}

static size_t leading_zeros(const literal *number)
{
    size_t i = 0, count = number->whole_length + number->fraction_length;
    while (i < count && !digit_at(number, i))
        i++;
    return i;
}

/* The power of ten of the last of the first `used` digits. */
static int64_t exponent_of(const literal *number, size_t used)
{
    return number->exponent + (int64_t)number->whole_length - (int64_t)used;
}

/* The first digits that are not leading zeros as an integer, its power of ten, and whether there are more digits. */
static uint64_t first_digits(const literal *number, int64_t *exponent, bool *more)
{
    size_t count = number->whole_length + number->fraction_length, i, end = count;
    uint64_t digits = 0;
    *more = false;
    *exponent = exponent_of(number, count);
    if (count <= FAST_DIGITS)
        return number->digits;
    i = leading_zeros(number);
    if (count - i > FAST_DIGITS) {
        *more = true;
        end = i + FAST_DIGITS;
        *exponent = exponent_of(number, end);
    }
    for (; i < end; i++)
        digits = digits * 10 + digit_at(number, i);
    return digits;
}

/* A value between mantissa and mantissa + 1, times 2^exponent; where it lies against the middle of the two. */
typedef struct estimate {
    uint64_t mantissa;
    int exponent;
    enum { BELOW, ABOVE, UNSURE } side;
} estimate;

/* Both shapes of the bits follow from one sum: the leading one of a normal mantissa adds 1 to the exponent field, and a
 * mantissa rounded up to the next power of two carries into it. */
static uint64_t bits_of(const estimate *value)
{
    return ((uint64_t)(value->exponent + 1074) << 52) + value->mantissa;
}

static uint64_t rounded(const estimate *value)
{
    return bits_of(value) + (value->side == ABOVE);
}

static int count_leading_zeros(uint64_t x)
{
    int count = 0;
    for (int step = 32; step; step /= 2) {
        if (x >> (64 - step) == 0) {
            x <<= step;
            count += step;
        }
    }
    return count;
}

/* digits * 10^power for digits > 0. The product of the digits and the power's 128 bits is too small by less than one unit of
 * its upper 128 bits: those decide, unless what they cut off is the middle or ends just below it. */
static estimate approximate(uint64_t digits, int power)
{
    rapport__wide ten = rapport__power_of_ten(power), upper, lower;
    int zeros = count_leading_zeros(digits), exponent, shift;
    uint64_t cut, middle;
    estimate out;
    upper = rapport__multiply(digits << zeros, ten.high);
    lower = rapport__multiply(digits << zeros, ten.low);
    upper.low += lower.high;
    upper.high += upper.low < lower.high;
    exponent = rapport__log2_of_power(power) - zeros + 1; /* of the last bit of upper.high */
    out.exponent = exponent + (upper.high >> 63 ? 11 : 10);
    if (out.exponent < -1074)
        out.exponent = -1074;
    shift = out.exponent - exponent;
    if (shift > 64) /* less than half of the smallest double */
        return (estimate){0, -1074, BELOW};
    out.mantissa = shift < 64 ? upper.high >> shift : 0;
    cut = shift < 64 ? upper.high & ((UINT64_C(1) << shift) - 1) : upper.high;
    middle = UINT64_C(1) << (shift - 1);
    if ((cut == middle && upper.low == 0) || (cut == middle - 1 && upper.low == UINT64_MAX))
        out.side = UNSURE;
    else
        out.side = cut >= middle ? ABOVE : BELOW;
    return out;
}

/* Both sides of the exact comparison are nearly equal and the smaller power is divided out, so neither passes 800 digits or
 * 5^1124 times 2^54, which is 2665 bits; one step on the way adds up to 31. */
#define LIMBS 90

typedef struct big {
    uint32_t limb[LIMBS]; /* the lowest first */
    size_t size;
} big;

static void multiply_add(big *number, uint32_t factor, uint32_t addend)
{
    uint64_t carry = addend;
    for (size_t i = 0; i < number->size; i++) {
        carry += (uint64_t)number->limb[i] * factor;
        number->limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry)
        number->limb[number->size++] = (uint32_t)carry;
}

static void multiply_by_power_of_five(big *number, int64_t power)
{
    for (; power >= 13; power -= 13)
        multiply_add(number, 1220703125, 0);
    for (; power > 0; power--)
        multiply_add(number, 5, 0);
}

static void multiply_by_power_of_two(big *number, int64_t power)
{
    size_t limbs = (size_t)(power / 32);
    multiply_add(number, UINT32_C(1) << (power % 32), 0);
    memmove(number->limb + limbs, number->limb, number->size * sizeof *number->limb);
    memset(number->limb, 0, limbs * sizeof *number->limb);
    number->size += limbs;
}

static int compare(const big *a, const big *b)
{
    for (size_t i = LIMBS; i-- > 0;) {
        if (a->limb[i] != b->limb[i])
            return a->limb[i] < b->limb[i] ? -1 : 1;
    }
    return 0;
}

/* Up to EXACT_DIGITS digits; returns the power of ten of the last one, and whether anything but zeros follows. */
static int64_t load_digits(const literal *number, big *out, bool *more)
{
    size_t count = number->whole_length + number->fraction_length, i = leading_zeros(number);
    size_t end = count - i > EXACT_DIGITS ? i + EXACT_DIGITS : count;
    *more = false;
    for (; i < end; i++)
        multiply_add(out, 10, digit_at(number, i));
    for (; i < count && !*more; i++)
        *more = digit_at(number, i) != 0;
    return exponent_of(number, end);
}

/* The double next to the value, given the one below it: compares the value with the middle of the two. */
static uint64_t round_exactly(const literal *number, const estimate *below)
{
    uint64_t bits = bits_of(below), odd = 2 * below->mantissa + 1;
    big value = {{0}, 0}, middle = {{(uint32_t)odd, (uint32_t)(odd >> 32)}, 2};
    bool more;
    int64_t power = load_digits(number, &value, &more), shift = power - (below->exponent - 1);
    int order;
    multiply_by_power_of_five(power < 0 ? &middle : &value, power < 0 ? -power : power);
    multiply_by_power_of_two(shift < 0 ? &middle : &value, shift < 0 ? -shift : shift);
    order = compare(&value, &middle);
    if (!order)
        return bits + (more || (bits & 1));
    return bits + (order > 0);
}

static uint64_t to_bits(const literal *number, uint64_t digits, int power, bool more)
{
    estimate low = approximate(digits, power), high;
    if (!more && low.side != UNSURE)
        return rounded(&low);
    if (more && low.side != UNSURE) {
        high = approximate(digits + 1, power);
        if (high.side != UNSURE && rounded(&low) == rounded(&high))
            return rounded(&low);
    }
    return round_exactly(number, &low);
}

/* 2^53 and 10^22 are the largest numbers up to which all integers and all powers of ten are doubles. */
static bool one_rounding(uint64_t digits, int64_t power, double *out)
{
    static const double tens[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (digits > UINT64_C(1) << 53 || power < -22 || power > 22)
        return false;
    *out = power < 0 ? (double)digits / tens[-power] : (double)digits * tens[power];
    return true;
}

int32_t rapport__number_read(const char *text, size_t length, double *out)
{
    literal number;
    uint64_t digits, bits;
    int64_t power;
    double value;
    bool more;
    if (!scan(text, text + length, &number))
        return RAPPORT__NUMBER_SYNTAX;
    digits = first_digits(&number, &power, &more);
    if (more || !one_rounding(digits, power, &value)) {
        if (digits && power > 308)
            return RAPPORT__NUMBER_OVERFLOW;
        bits = digits && power >= RAPPORT__POWER_MIN ? to_bits(&number, digits, (int)power, more) : 0;
        if (bits >= UINT64_C(0x7FF) << 52)
            return RAPPORT__NUMBER_OVERFLOW;
        memcpy(&value, &bits, sizeof value);
    }
    *out = number.negative && value != 0 ? -value : value;
    return RAPPORT__NUMBER_OK;
}
