/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "testkit.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/powers_of_ten.h"

static uint64_t seed = 1;

/* splitmix64 (Steele, Lea & Flood 2014) */
static uint64_t next_bits(void)
{
    uint64_t z = seed += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

static double double_of(uint64_t bits)
{
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static double reads(const char *text)
{
    double value = -77;
    assert_int_equal(rapport__number_read(text, strlen(text), &value), RAPPORT__NUMBER_OK);
    return value;
}

static void assert_refused(const char *text, int32_t why)
{
    double value = -77;
    assert_int_equal(rapport__number_read(text, strlen(text), &value), why);
    assert_same_bits(value, -77);
}

static const char *written(double value)
{
    static char text[RAPPORT__NUMBER_SIZE];
    size_t length = rapport__number_write(value, text);
    assert_int_equal(length, strlen(text));
    return text;
}

static const char *fixed(double value, int decimals)
{
    static char text[RAPPORT__NUMBER_SIZE];
    size_t length = rapport__number_write_fixed(value, decimals, text);
    assert_int_equal(length, strlen(text));
    return text;
}

/* Schoolbook integers, the lowest 32 bits first. */
enum { LIMBS = 48 };
typedef uint32_t big[LIMBS];

static void add_product(big sum, const big a, uint32_t factor, int shift)
{
    uint64_t carry = 0;
    for (int i = 0; i + shift < LIMBS; i++) {
        carry += (uint64_t)a[i] * factor + sum[i + shift];
        sum[i + shift] = (uint32_t)carry;
        carry >>= 32;
    }
}

static int bits_in(const big a)
{
    int limb = LIMBS - 1, bits = 0;
    while (limb > 0 && !a[limb])
        limb--;
    for (uint32_t top = a[limb]; top; top >>= 1)
        bits++;
    return limb * 32 + bits;
}

/* The bits of `a` that weigh 2^at and more, 64 of them. */
static uint64_t bits_from(const big a, int at)
{
    uint64_t bits = 0;
    for (int i = 63; i >= 0; i--) {
        int bit = at + i;
        bits = bits << 1 | (bit >= 0 && bit < 32 * LIMBS ? a[bit / 32] >> bit % 32 & 1 : 0);
    }
    return bits;
}

static void next_power(big power)
{
    big product = {0};
    add_product(product, power, 10, 0);
    memcpy(power, product, sizeof product);
}

/* 10^n by repeated multiplication; the entry is its upper 128 bits. */
static void powers_of_ten_are_the_upper_bits_of_the_exact_ones(void **state)
{
    big power = {1};
    (void)state;
    for (int n = 0; n <= RAPPORT__POWER_MAX; n++) {
        rapport__wide entry = rapport__power_of_ten(n);
        int bits = bits_in(power);
        assert_true(entry.high == bits_from(power, bits - 64));
        assert_true(entry.low == bits_from(power, bits - 128));
        assert_int_equal(rapport__log2_of_power(n), bits - 1);
        next_power(power);
    }
}

/* The entry T for 10^-n is the floor of 2^s / 10^n: T 10^n < 2^s < (T + 1) 10^n, with T in 2^127..2^128. */
static void negative_powers_are_the_floor_of_the_quotient(void **state)
{
    big power = {1};
    (void)state;
    for (int n = 1; n <= -RAPPORT__POWER_MIN; n++) {
        rapport__wide entry = rapport__power_of_ten(-n);
        big product = {0};
        int bits;
        next_power(power);
        bits = bits_in(power);
        add_product(product, power, (uint32_t)entry.low, 0);
        add_product(product, power, (uint32_t)(entry.low >> 32), 1);
        add_product(product, power, (uint32_t)entry.high, 2);
        add_product(product, power, (uint32_t)(entry.high >> 32), 3);
        assert_true(entry.high >> 63 == 1);
        assert_int_equal(bits_in(product), 127 + bits);
        add_product(product, power, 1, 0);
        assert_int_equal(bits_in(product), 128 + bits);
        assert_int_equal(rapport__log2_of_power(-n), -bits);
        assert_true(entry.low != UINT64_MAX); /* writing adds 1 and looks for no carry */
    }
}

/* (2^64 - 1)^2 = 2^128 - 2^65 + 1; 10^18 * 10^18 = 10^36 = 0xc097ce7bc90715 * 2^64 + 0xb34b9f1000000000. */
static void products_have_all_their_128_bits(void **state)
{
    rapport__wide largest = rapport__multiply(UINT64_MAX, UINT64_MAX);
    rapport__wide ten = rapport__multiply(UINT64_C(1000000000000000000), UINT64_C(1000000000000000000));
    (void)state;
    assert_true(largest.high == UINT64_MAX - 1 && largest.low == 1);
    assert_true(ten.high == UINT64_C(0xc097ce7bc90715) && ten.low == UINT64_C(0xb34b9f1000000000));
}

static void reads_what_json_calls_a_number(void **state)
{
    (void)state;
    assert_same_bits(reads("0"), 0);
    assert_same_bits(reads("7"), 7);
    assert_same_bits(reads("-12.5"), -12.5);
    assert_same_bits(reads("0.1"), 0.1);
    assert_same_bits(reads("1E2"), 100);
    assert_same_bits(reads("1e+2"), 100);
    assert_same_bits(reads("125e-3"), 0.125);
    assert_same_bits(reads("-0"), 0);
    assert_same_bits(reads("-0.0e5"), 0);
    assert_same_bits(reads("0e99999999999999999999999"), 0);
}

static void refuses_everything_else(void **state)
{
    static const char *const wrong[] = {"",         "-",   "+1",   "01",   "-01",  "00",       ".5",    "5.",   "-.5",  "1.e5",
                                        "1e",       "1e+", "1e-",  "e5",   "1e5.", "1e5x",     "1.2.3", "1,5",  "0x10", "1_000",
                                        " 1",       "1 ",  "1e 5", "--1",  "NaN",  "Infinity", "-inf",  "1f",   "1d",   "1e5e5",
                                        "\xD9\xA1", "1-",  "1+1",  "0.1.", "-e1",  "0e",       "1e--5", "1e+-5"};
    double value = -77;
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_refused(wrong[i], RAPPORT__NUMBER_SYNTAX);
    assert_int_equal(rapport__number_read("1\0", 2, &value), RAPPORT__NUMBER_SYNTAX);
    assert_int_equal(rapport__number_read("12", 1, &value), RAPPORT__NUMBER_OK);
    assert_same_bits(value, 1);
}

/* What follows the length is not looked at, be it a digit, a point, an exponent or a sign. */
static void the_text_ends_at_its_length(void **state)
{
    static const struct {
        const char *text;
        size_t length;
        double value; /* -77: refused */
    } cuts[] = {{"12", 1, 1},     {"1.5", 1, 1},    {"1.5", 2, -77}, {"1.55", 3, 1.5}, {"1e5", 1, 1},     {"1e5", 2, -77},
                {"1e55", 3, 1e5}, {"1e+5", 3, -77}, {"-5", 0, -77},  {"-5", 1, -77},   {"0.5e1", 3, 0.5}, {"0", 0, -77}};
    (void)state;
    for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
        double value = -77;
        int32_t status = rapport__number_read(cuts[i].text, cuts[i].length, &value);
        assert_int_equal(status, cuts[i].value == -77 ? RAPPORT__NUMBER_SYNTAX : RAPPORT__NUMBER_OK);
        assert_same_bits(value, cuts[i].value);
    }
}

static void zeros_do_not_count_as_digits(void **state)
{
    (void)state;
    assert_same_bits(reads("0.00000000000000000000000000000000000000000000"), 0);
    assert_same_bits(reads("-0.00000000000000000000000000000000000000000000e-5"), 0);
    assert_same_bits(reads("0.000000000000000000000000000000000000000000005e45"), 5);
    assert_same_bits(reads("5000000000000000000000000000000000000000000000e-45"), 5);
    assert_same_bits(reads("0.5000000000000000000000000000000000000000000000"), 0.5);
    assert_same_bits(reads("100000000000000000000"), 1e20);
}

/* 2^53 + 1 and 2^53 + 3 lie in the middle of two doubles; 1 + 2^-53 as well, written out in full. */
static void ties_go_to_the_even_neighbour(void **state)
{
    (void)state;
    assert_same_bits(reads("9007199254740993"), 0x1p53);
    assert_same_bits(reads("9007199254740993.0"), 0x1p53);
    assert_same_bits(reads("90071992547409930e-1"), 0x1p53);
    assert_same_bits(reads("9007199254740993.00000000000000000000000000000000000000001"), 0x1p53 + 2);
    assert_same_bits(reads("9007199254740992.99999999999999999999999999999999999999999"), 0x1p53);
    assert_same_bits(reads("9007199254740995"), 0x1p53 + 4);
    assert_same_bits(reads("1.00000000000000011102230246251565404236316680908203125"), 1);
    assert_same_bits(reads("1.00000000000000011102230246251565404236316680908203126"), 1 + 0x1p-52);
    assert_same_bits(reads("1.00000000000000011102230246251565404236316680908203124"), 1);
    /* 10^23 = 99999999999999991611392 + 2^23, and the step there is 2^24. */
    assert_same_bits(reads("1e23"), 99999999999999991611392.0);
    assert_same_bits(reads("1e23"), 0x1.52d02c7e14af6p76);
}

/* The decimal digits of odd * factor^count, factor 2 or 5, in `text`; returns their number. */
static size_t print_product(char *text, uint64_t odd, unsigned factor, int count)
{
    static uint32_t groups[100]; /* of nine digits, the lowest first */
    size_t size = 0, length = 0;
    for (; odd; odd /= 1000000000)
        groups[size++] = (uint32_t)(odd % 1000000000);
    while (count--) {
        uint64_t carry = 0;
        for (size_t i = 0; i < size; i++) {
            carry += (uint64_t)groups[i] * factor;
            groups[i] = (uint32_t)(carry % 1000000000);
            carry /= 1000000000;
        }
        if (carry)
            groups[size++] = (uint32_t)carry;
    }
    while (size--)
        for (uint32_t unit = 100000000; unit; unit /= 10)
            if (length || groups[size] >= unit)
                text[length++] = (char)('0' + groups[size] / unit % 10);
    text[length] = '\0';
    return length;
}

static double reads_with(const char *digits, const char *more, int exponent)
{
    static char text[1200];
    char number[RAPPORT__NUMBER_SIZE];
    rapport__number_write(exponent, number); /* whole numbers below 2000: plain digits */
    strcpy(text, digits);
    strcat(text, more);
    strcat(text, "e");
    strcat(text, number);
    return reads(text);
}

/* (2m + 1) 2^(e-1) lies in the middle of m 2^e and (m + 1) 2^e. With negative exponents it is (2m + 1) 5^k 10^-k. */
static void middles_are_told_from_their_neighbours_at_every_exponent(void **state)
{
    static char digits[1000];
    (void)state;
    for (int e = -1074; e < 971; e += 3) {
        uint64_t m = (e == -1074 ? next_bits() >> 20 : UINT64_C(1) << 52 | next_bits() >> 12);
        double below, above;
        size_t length;
        int power = e < 1 ? e - 1 : 0;
        m ^= m % 5 == 2; /* keeps 2m + 1 off the multiples of 5, so that no product ends with a 0 */
        below = double_of(((uint64_t)(e + 1074) << 52) + m);
        above = double_of(((uint64_t)(e + 1074) << 52) + m + 1);
        length = print_product(digits, 2 * m + 1, e < 1 ? 5 : 2, e < 1 ? 1 - e : e - 1);
        assert_same_bits(reads_with(digits, "", power), m % 2 ? above : below);
        assert_same_bits(reads_with(digits, "000", power - 3), m % 2 ? above : below);
        assert_same_bits(reads_with(digits, ".000000000000000000001", power), above);
        digits[length - 1]--;
        assert_same_bits(reads_with(digits, ".999999999999999999999", power), below);
    }
}

static void the_ends_of_the_range_are_where_they_should_be(void **state)
{
    static char digits[1000];
    (void)state;
    assert_same_bits(reads("1.7976931348623157e308"), DBL_MAX);
    assert_same_bits(reads("1.7976931348623158e308"), DBL_MAX);
    /* 2^1024 - 2^970, the middle of DBL_MAX and what would be next, is 1.79769313486231580793...e308 and a tie */
    assert_same_bits(reads("1.797693134862315807e308"), DBL_MAX);
    assert_refused("1.797693134862315808e308", RAPPORT__NUMBER_OVERFLOW);
    print_product(digits, (UINT64_C(1) << 54) - 1, 2, 970);
    assert_refused(digits, RAPPORT__NUMBER_OVERFLOW);
    digits[strlen(digits) - 1]--;
    assert_same_bits(reads(digits), DBL_MAX);
    assert_same_bits(reads("1e308"), reads("100000e303"));
    assert_refused("-1e309", RAPPORT__NUMBER_OVERFLOW);
    assert_refused("1e99999999999999999999999999", RAPPORT__NUMBER_OVERFLOW);
    assert_refused("123456789012345678901234567890e290", RAPPORT__NUMBER_OVERFLOW);
    /* the smallest is 2^-1074 = 4.94065645841246544...e-324; its half, 2.47032822920623272...e-324, is a tie with 0 */
    assert_same_bits(reads("5e-324"), 0x1p-1074);
    assert_same_bits(reads("2.4703282292062327e-324"), 0);
    assert_same_bits(reads("2.4703282292062328e-324"), 0x1p-1074);
    assert_same_bits(reads("2e-324"), 0);
    assert_same_bits(reads("1.3e-324"), 0);
    assert_same_bits(reads("1e-324"), 0);
    assert_same_bits(reads("1e-342"), 0);
    assert_same_bits(reads("9999999999999999999e-343"), 0);         /* 10^-324 */
    assert_same_bits(reads("9999999999999999999e-342"), 0x2p-1074); /* 10^-323 is 2.02 steps */
    assert_same_bits(reads("-1e-400"), 0);
    assert_same_bits(reads("1e-99999999999999999999999999"), 0);
    print_product(digits, 1, 5, 1075);
    assert_same_bits(reads_with(digits, "", -1075), 0);
    assert_same_bits(reads_with(digits, ".1", -1075), 0x1p-1074);
    /* 2^-1022 - 2^-1075 = 2.225073858507201136...e-308: the two texts that once hung PHP and Java lie on both sides of it */
    assert_same_bits(reads("2.2250738585072011e-308"), 0x0.fffffffffffffp-1022);
    assert_same_bits(reads("2.2250738585072012e-308"), 0x1p-1022);
}

/* A million digits, and what decides at the very end. */
static void long_texts_are_read_to_their_last_digit(void **state)
{
    enum { ZEROS = 1000000 };
    static const char tie[] = "9007199254740993.";
    char *text = malloc(ZEROS + 100);
    double value;
    (void)state;
    assert_non_null(text);
    memset(text, '0', ZEROS + 100);
    text[1] = '.';
    memcpy(text + ZEROS, "125e+999998", 12); /* 0.(999998 zeros)125 */
    assert_int_equal(rapport__number_read(text, ZEROS + 11, &value), RAPPORT__NUMBER_OK);
    assert_same_bits(value, 0.125);
    memset(text, '0', ZEROS + 100);
    *text = '5';
    memcpy(text + ZEROS, "e-999999", 9);
    assert_int_equal(rapport__number_read(text, ZEROS + 8, &value), RAPPORT__NUMBER_OK);
    assert_same_bits(value, 5);
    memset(text, '0', ZEROS + 100);
    memcpy(text, tie, sizeof tie - 1);
    assert_int_equal(rapport__number_read(text, ZEROS, &value), RAPPORT__NUMBER_OK);
    assert_same_bits(value, 0x1p53);
    text[ZEROS - 1] = '1';
    assert_int_equal(rapport__number_read(text, ZEROS, &value), RAPPORT__NUMBER_OK);
    assert_same_bits(value, 0x1p53 + 2);
    text[5000] = '1'; /* decides long before the end */
    assert_int_equal(rapport__number_read(text, ZEROS, &value), RAPPORT__NUMBER_OK);
    assert_same_bits(value, 0x1p53 + 2);
    free(text);
}

/* RFC 8785, appendix B. */
static void writes_the_samples_of_rfc_8785(void **state)
{
    static const struct {
        uint64_t bits;
        const char *text;
    } samples[] = {{0x0000000000000000, "0"},
                   {0x8000000000000000, "0"},
                   {0x0000000000000001, "5e-324"},
                   {0x8000000000000001, "-5e-324"},
                   {0x7fefffffffffffff, "1.7976931348623157e+308"},
                   {0xffefffffffffffff, "-1.7976931348623157e+308"},
                   {0x4340000000000000, "9007199254740992"},
                   {0xc340000000000000, "-9007199254740992"},
                   {0x4430000000000000, "295147905179352830000"},
                   {0x44b52d02c7e14af5, "9.999999999999997e+22"},
                   {0x44b52d02c7e14af6, "1e+23"},
                   {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
                   {0x444b1ae4d6e2ef4e, "999999999999999700000"},
                   {0x444b1ae4d6e2ef4f, "999999999999999900000"},
                   {0x444b1ae4d6e2ef50, "1e+21"},
                   {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
                   {0x3eb0c6f7a0b5ed8d, "0.000001"},
                   {0x41b3de4355555553, "333333333.3333332"},
                   {0x41b3de4355555554, "333333333.33333325"},
                   {0x41b3de4355555555, "333333333.3333333"},
                   {0x41b3de4355555556, "333333333.3333334"},
                   {0x41b3de4355555557, "333333333.33333343"},
                   {0xbecbf647612f3696, "-0.0000033333333333333333"},
                   {0x43143ff3c1cb0959, "1424953923781206.2"}};
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        assert_string_equal(written(double_of(samples[i].bits)), samples[i].text);
}

static void writes_the_forms_of_ecmascript(void **state)
{
    (void)state;
    assert_string_equal(written(1), "1");
    assert_string_equal(written(-100), "-100");
    assert_string_equal(written(53.125), "53.125");
    assert_string_equal(written(0.1), "0.1");
    assert_string_equal(written(0.1 + 0.2), "0.30000000000000004"); /* 3 2^-54 above the double 0.3 */
    assert_string_equal(written(1e20), "100000000000000000000");
    assert_string_equal(written(123e-9), "1.23e-7");
    assert_string_equal(written(1e-7), "1e-7");
    assert_string_equal(written(1.5e300), "1.5e+300");
    /* 2^-44 = 5.684341886080801486...e-14; ...801e-14 reads to the double below, half a step away: the nearest that reads back
     */
    assert_string_equal(written(0x1p-44), "5.684341886080802e-14");
    assert_string_equal(written(DBL_MIN), "2.2250738585072014e-308");
}

/* The digits of a text as an integer below 10^17. */
static uint64_t digits_of(const char *text, int *count)
{
    uint64_t digits = 0;
    *count = 0;
    for (; *text && *text != 'e'; text++) {
        if (*text == '.' || *text == '-')
            continue;
        digits = digits * 10 + (uint64_t)(*text - '0');
        *count += digits > 0;
    }
    return digits;
}

static int fraction_digits(const char *text)
{
    const char *point = strchr(text, '.');
    return point ? (int)strcspn(point + 1, "e") : 0;
}

/* One digit less, cut or rounded up, must read to another double: else the text was not the shortest. */
static void what_is_written_reads_back_and_is_the_shortest(void **state)
{
    (void)state;
    for (int i = 0; i < 60000; i++) {
        uint64_t bits = next_bits() >> 1, digits, shorter[2];
        char text[RAPPORT__NUMBER_SIZE], *exponent;
        int count, power;
        double value;
        if (bits >= UINT64_C(0x7FF) << 52)
            continue;
        if (i % 8 == 0)
            bits = bits >> 52 << 52; /* powers of two, where the steps change */
        if (i % 8 == 1)
            bits >>= 12; /* denormals */
        value = double_of(bits);
        strcpy(text, written(value));
        assert_same_bits(reads(text), value);
        digits = digits_of(text, &count);
        exponent = strchr(text, 'e');
        if (!exponent || count < 2)
            continue;
        power = (exponent[1] == '-' ? -1 : 1) * (int)reads(exponent + 2) - fraction_digits(text) + 1;
        shorter[0] = digits / 10;
        shorter[1] = digits / 10 + 1;
        for (int k = 0; k < 2; k++) {
            char candidate[RAPPORT__NUMBER_SIZE];
            double back = -1;
            rapport__number_write((double)shorter[k], candidate); /* at most 16 digits: an exact integer */
            strcat(candidate, "e");
            rapport__number_write(power, candidate + strlen(candidate));
            rapport__number_read(candidate, strlen(candidate), &back);
            assert_true(back != value);
        }
    }
}

static void scale(big number, uint32_t factor, int count)
{
    while (count-- > 0) {
        big product = {0};
        add_product(product, number, factor, 0);
        memcpy(number, product, sizeof product);
    }
}

static bool not_above(const big a, const big b)
{
    for (int i = LIMBS - 1; i >= 0; i--)
        if (a[i] != b[i])
            return a[i] < b[i];
    return true;
}

/* |m 2^e - digits 10^power| <= 10^power / 2, times 2 and whatever makes integers of it. */
static void assert_nearest(uint64_t m, int e, uint64_t digits, int power)
{
    big value = {(uint32_t)m, (uint32_t)(m >> 32)}, text = {(uint32_t)digits, (uint32_t)(digits >> 32)}, unit = {1}, more = {0};
    scale(value, 2, 1);
    scale(value, 2, e);
    scale(value, 10, -power);
    scale(unit, 2, -e);
    scale(unit, 10, power);
    scale(text, 2, 1);
    scale(text, 2, -e);
    scale(text, 10, power);
    add_product(more, value, 1, 0);
    add_product(more, unit, 1, 0);
    assert_true(not_above(text, more));
    add_product(text, unit, 1, 0);
    assert_true(not_above(value, text));
}

static void what_is_written_is_the_nearest_of_the_shortest(void **state)
{
    (void)state;
    for (int i = 0; i < 3000; i++) {
        int e = (int)(next_bits() % 400) - 300, count, power, first, zeros = 0;
        uint64_t m = UINT64_C(1) << 52 | next_bits() >> 12, digits;
        char text[RAPPORT__NUMBER_SIZE], *exponent;
        strcpy(text, written(double_of(((uint64_t)(e + 1074) << 52) + m)));
        digits = digits_of(text, &count);
        for (first = (int)strlen(text); !strpbrk(text, ".e") && text[first - 1] == '0'; first--)
            zeros++;
        exponent = strchr(text, 'e');
        power = (exponent ? (exponent[1] == '-' ? -1 : 1) * (int)reads(exponent + 2) : 0) - fraction_digits(text);
        if (!zeros)
            assert_nearest(m, e, digits, power);
    }
}

/* Halves that a double holds exactly go to the even digit; others as their exact value says. */
static void fixed_decimals_round_the_exact_value(void **state)
{
    (void)state;
    assert_string_equal(fixed(0.125, 2), "0.12");
    assert_string_equal(fixed(0.375, 2), "0.38");
    assert_string_equal(fixed(53.125, 1), "53.1");
    assert_string_equal(fixed(53.125, 2), "53.12");
    assert_string_equal(fixed(53.125, 3), "53.125");
    assert_string_equal(fixed(53.125, 9), "53.125000000");
    assert_string_equal(fixed(0.5, 0), "0");
    assert_string_equal(fixed(1.5, 0), "2");
    assert_string_equal(fixed(2.5, 0), "2");
    assert_string_equal(fixed(99.5, 0), "100");
    assert_string_equal(fixed(1.005, 2), "1.00"); /* the double is 1.00499999999999989... */
    assert_string_equal(fixed(2.675, 2), "2.67"); /* 2.67499999999999982... */
    assert_string_equal(fixed(0.3, 1), "0.3");
    assert_string_equal(fixed(99.96, 1), "100.0");
    assert_string_equal(fixed(4503599627370496.5, 0), "4503599627370496");
    assert_string_equal(fixed(4503599627370497.5, 0), "4503599627370498");
    assert_string_equal(fixed(-12.75, 1), "-12.8");
    assert_string_equal(fixed(100, 1), "100.0");
    assert_string_equal(fixed(7, 0), "7");
}

/* |m 2^e 10^decimals - digits| <= 1/2, and less where the digits are odd; both sides times 2 and 2^-e, in exact integers. */
static void assert_rounded(uint64_t m, int e, int decimals)
{
    big value = {(uint32_t)m, (uint32_t)(m >> 32)}, text = {0}, unit = {1}, text_and_unit = {0};
    const char *at = fixed(ldexp((double)m, e), decimals), *point = strchr(at, '.');
    bool odd;
    assert_true(at[0] != '0' || at[1] == '.' || !at[1]);
    assert_int_equal(point ? strlen(point) : 1, decimals + 1);
    for (; *at; at++) {
        big digit = {(uint32_t)(*at - '0')};
        if (at == point)
            continue;
        scale(text, 10, 1);
        add_product(text, digit, 1, 0);
    }
    odd = text[0] & 1;
    scale(value, 10, decimals);
    scale(value, 2, 1);
    scale(value, 2, e);
    scale(text, 2, 1);
    scale(text, 2, -e);
    scale(unit, 2, -e);
    add_product(text_and_unit, text, 1, 0);
    add_product(text_and_unit, unit, 1, 0);
    assert_true(odd ? !not_above(text_and_unit, value) : not_above(value, text_and_unit));
    add_product(value, unit, 1, 0);
    assert_true(odd ? !not_above(value, text) : not_above(text, value));
}

static void fixed_decimals_are_the_nearest_and_ties_even(void **state)
{
    (void)state;
    for (int i = 0; i < 6000; i++) {
        int e = i % 2 ? (int)(next_bits() % 140) - 123 : -(int)(next_bits() % 12), decimals = (int)(next_bits() % 10);
        uint64_t m = next_bits() >> 11 >> next_bits() % 53;
        assert_rounded(m, e, decimals);
    }
}

static void fixed_decimals_hold_from_the_smallest_to_the_largest(void **state)
{
    (void)state;
    assert_string_equal(fixed(0, 3), "0.000");
    assert_string_equal(fixed(-0.0, 1), "0.0");
    assert_string_equal(fixed(-0.04, 1), "0.0");
    assert_string_equal(fixed(-0.5, 0), "0");
    assert_string_equal(fixed(0x1p-1074, 9), "0.000000000");
    assert_string_equal(fixed(1e-9, 9), "0.000000001");
    assert_string_equal(fixed(0x1p-10, 9), "0.000976562"); /* 0.0009765625: a tie */
    assert_string_equal(fixed(0x3p-10, 9), "0.002929688"); /* 0.0029296875: a tie */
    assert_string_equal(fixed(0x1p-30, 9), "0.000000001"); /* 0.00000000093... */
    assert_string_equal(fixed(0x1p-31, 9), "0.000000000"); /* 0.00000000046... */
    assert_string_equal(fixed(0x1p64, 2), "18446744073709551616.00");
    assert_string_equal(fixed(-0x1.b1ae4d6e2ef4fp69, 9), "-999999999999999868928.000000000"); /* 10^21 - 2^17 */
    assert_string_equal(fixed(1e21, 2), "1e+21");
    assert_string_equal(fixed(-1e300, 2), "-1e+300");
    assert_string_equal(fixed(4398046511104.0009765625, 9), "4398046511104.000976562"); /* 2^42 + 2^-10, a tie */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(powers_of_ten_are_the_upper_bits_of_the_exact_ones),
        cmocka_unit_test(negative_powers_are_the_floor_of_the_quotient),
        cmocka_unit_test(products_have_all_their_128_bits),
        cmocka_unit_test(reads_what_json_calls_a_number),
        cmocka_unit_test(refuses_everything_else),
        cmocka_unit_test(the_text_ends_at_its_length),
        cmocka_unit_test(zeros_do_not_count_as_digits),
        cmocka_unit_test(ties_go_to_the_even_neighbour),
        cmocka_unit_test(middles_are_told_from_their_neighbours_at_every_exponent),
        cmocka_unit_test(the_ends_of_the_range_are_where_they_should_be),
        cmocka_unit_test(long_texts_are_read_to_their_last_digit),
        cmocka_unit_test(writes_the_samples_of_rfc_8785),
        cmocka_unit_test(writes_the_forms_of_ecmascript),
        cmocka_unit_test(what_is_written_reads_back_and_is_the_shortest),
        cmocka_unit_test(what_is_written_is_the_nearest_of_the_shortest),
        cmocka_unit_test(fixed_decimals_round_the_exact_value),
        cmocka_unit_test(fixed_decimals_are_the_nearest_and_ties_even),
        cmocka_unit_test(fixed_decimals_hold_from_the_smallest_to_the_largest),
    };
    return cmocka_run_group_tests_name("number", tests, NULL, NULL);
}
