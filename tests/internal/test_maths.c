/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "testkit.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/maths_core.h"
#include "base/number.h"

typedef rapport__pair pair;

static uint64_t seed = 1;

/* splitmix64 (Steele, Lea & Flood 2014) */
static uint64_t next_bits(void)
{
    uint64_t z = seed += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

static double between(double low, double high)
{
    return low + (high - low) * ((double)(next_bits() >> 11) * 0x1p-53);
}

static double above(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    bits += x < 0 ? UINT64_MAX : 1;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* The double nearest to a published decimal expansion. */
static double decimal(const char *text)
{
    double value = 0;
    assert_int_equal(rapport__number_read(text, strlen(text), &value), RAPPORT__NUMBER_OK);
    return value;
}

/* Double-double arithmetic for the references (Dekker 1971), good to some 100 bits. */
static pair times(pair a, pair b)
{
    double product = a.high * b.high;
    double error = rapport__product_error(a.high, b.high, product) + (a.high * b.low + a.low * b.high);
    return rapport__add_smaller(product, error);
}

static pair plus(pair a, pair b)
{
    pair sum = rapport__add(a.high, b.high), low = rapport__add(a.low, b.low);
    sum = rapport__add_smaller(sum.high, sum.low + low.high);
    return rapport__add_smaller(sum.high, sum.low + low.low);
}

static pair over(pair a, double b)
{
    double quotient = a.high / b, product = quotient * b;
    double rest = (a.high - product) - rapport__product_error(quotient, b, product) + a.low;
    return rapport__add_smaller(quotient, rest / b);
}

/* e^x for |x| <= 700 by the definition: the exponential series of x / 1024, squared ten times. Relative error below 2^-88,
 * 2^-62 from e^-600 down. */
static pair exp_series(double x)
{
    pair term = {1, 0}, sum = {1, 0}, small = {x / 1024, 0};
    for (int n = 1; n <= 30; n++) {
        term = over(times(term, small), n);
        sum = plus(sum, term);
    }
    for (int i = 0; i < 10; i++)
        sum = times(sum, sum);
    return sum;
}

/* How far `value` is from the reference, in units of the reference's last place. */
static double units_between(double value, pair reference)
{
    int exponent;
    frexp(reference.high, &exponent);
    return fabs(ldexp((value - reference.high) - reference.low, 53 - exponent));
}

/* On-Line Encyclopedia of Integer Sequences: A001113, A068985, A072334, A092426, A019774. */
static void exp_gives_the_published_powers_of_e(void **state)
{
    (void)state;
    assert_same_bits(rapport__exp(1), decimal("2.71828182845904523536028747135266249775724709369995"));
    assert_same_bits(rapport__exp(-1), decimal("0.36787944117144232159552377016146086744581113103176"));
    assert_same_bits(rapport__exp(2), decimal("7.38905609893065022723042746057500781318031557055184"));
    assert_same_bits(rapport__exp(4), decimal("54.5981500331442390781102612028608784027907370386140"));
    assert_same_bits(rapport__exp(0.5), decimal("1.64872127070012814684865078781416357165377610071014"));
    assert_same_bits(rapport__expm1(1), decimal("1.71828182845904523536028747135266249775724709369995"));
    assert_same_bits(rapport__expm1(-1), decimal("-0.63212055882855767840447622983853913255418886896823"));
}

/* A002162, A002391, A016628, A002392, A016639. */
static void log_gives_the_published_logarithms(void **state)
{
    (void)state;
    assert_same_bits(rapport__log(2), decimal("0.69314718055994530941723212145817656807550013436025"));
    assert_same_bits(rapport__log(3), decimal("1.09861228866810969139524523692252570464749055782274"));
    assert_same_bits(rapport__log(5), decimal("1.60943791243410037460075933322618763952560135426851"));
    assert_same_bits(rapport__log(10), decimal("2.30258509299404568401799145468436420760110148862877"));
    assert_same_bits(rapport__log(0.5), decimal("-0.69314718055994530941723212145817656807550013436025"));
    assert_same_bits(rapport__log(100), decimal("4.60517018598809136803598290936872841520220297725754"));
}

/* A002193, A002580, A010767, A010482 (27^(1/2) = 3^1.5), A010467. */
static void pow_gives_the_published_roots(void **state)
{
    (void)state;
    assert_same_bits(rapport__pow(2, 0.5), decimal("1.41421356237309504880168872420969807856967187537694"));
    assert_same_bits(rapport__pow(2, 0.25), decimal("1.18920711500272106671749997056047591529297209246381"));
    assert_same_bits(rapport__pow(3, 1.5), decimal("5.19615242270663188058232902451761710082841576143114"));
    assert_same_bits(rapport__pow(100, 0.25), decimal("3.16227766016837933199889354443271853372067247945"));
    assert_same_bits(rapport__pow(10, -3), decimal("0.001"));
    assert_same_bits(rapport__pow(10, -22), decimal("1e-22"));
    assert_same_bits(rapport__pow(10, 308), decimal("1e308"));
    assert_same_bits(rapport__pow(10, -320), decimal("1e-320"));
}

static void exact_cases_are_exact(void **state)
{
    (void)state;
    assert_same_bits(rapport__exp(0), 1);
    assert_same_bits(rapport__expm1(0), 0);
    assert_same_bits(rapport__log(1), 0);
    assert_same_bits(rapport__pow(0, 0), 1);
    assert_same_bits(rapport__pow(0, 2.5), 0);
    assert_same_bits(rapport__pow(0, 0.01), 0);
    assert_same_bits(rapport__pow(DBL_MAX, 0), 1);
    assert_same_bits(rapport__pow(1, 1e300), 1);
    assert_same_bits(rapport__pow(1, -DBL_MAX), 1);
    assert_same_bits(rapport__pow(0x1p-1074, 0.5), 0x1p-537);
    assert_same_bits(rapport__pow(8, -2), 0x1p-6);
    for (int i = 0; i < 1000; i++) {
        double x = ldexp(between(1, 2), (int)(next_bits() % 2000) - 1000);
        assert_same_bits(rapport__pow(x, 0), 1);
        assert_same_bits(rapport__pow(x, 1), x);
        assert_same_bits(rapport__pow(x, -1), 1 / x);
        assert_same_bits(rapport__pow(x, 2), x * x);
        assert_same_bits(rapport__pow(x, 0.5), sqrt(x));
    }
}

static void powers_of_two_are_exact_down_to_the_smallest_double(void **state)
{
    (void)state;
    for (int k = -1074; k <= 1023; k++) {
        assert_same_bits(rapport__pow(2, k), ldexp(1, k));
        assert_same_bits(rapport__pow(0.5, k > -1024 ? k : -1023), ldexp(1, k > -1024 ? -k : 1023));
    }
    assert_same_bits(rapport__pow(2, 1023.0 + 1), HUGE_VAL);
    assert_same_bits(rapport__pow(2, -1076), 0);
}

/* Integers whose powers a double holds: plain multiplication is exact. */
static void whole_powers_of_integers_are_exact(void **state)
{
    (void)state;
    for (int base = 2; base <= 1000; base++) {
        double product = (double)base * base;
        for (int n = 3; product * base < 0x1p53; n++) {
            product *= base;
            assert_same_bits(rapport__pow(base, n), product);
        }
    }
}

/* ln(DBL_MAX) = 709.78271289338397310..., -1075 ln 2 = -745.13321910194120760...: the doubles on both sides of each. */
static void overflow_and_underflow_come_where_the_true_values_do(void **state)
{
    (void)state;
    assert_true(rapport__exp(0x1.62e42fefa39efp9) <= DBL_MAX);
    assert_same_bits(rapport__exp(0x1.62e42fefa39f0p9), HUGE_VAL);
    assert_same_bits(rapport__exp(DBL_MAX), HUGE_VAL);
    assert_same_bits(rapport__exp(-745.133219101941), 0x1p-1074);
    assert_same_bits(rapport__exp(-745.133219101942), 0);
    assert_same_bits(rapport__exp(-DBL_MAX), 0);
    assert_true(rapport__expm1(0x1.62e42fefa39efp9) <= DBL_MAX);
    assert_same_bits(rapport__expm1(0x1.62e42fefa39f0p9), HUGE_VAL);
    assert_same_bits(rapport__expm1(710), HUGE_VAL);
    assert_same_bits(rapport__expm1(-41), -1);
    assert_same_bits(rapport__expm1(-DBL_MAX), -1);
    assert_same_bits(rapport__log(0), -HUGE_VAL);
    assert_same_bits(rapport__pow(0, -1), HUGE_VAL);
    assert_same_bits(rapport__pow(0, -0.01), HUGE_VAL);
    /* (1 + 2^-52)^(2^64) = e^4096 and (1 - 2^-53)^(2^62) = e^-512 (1 - 2^-45): next to 1 it takes a huge exponent */
    assert_same_bits(rapport__pow(1 + 0x1p-52, 0x1p64), HUGE_VAL);
    assert_same_bits(rapport__pow(1 + 0x1p-52, DBL_MAX), HUGE_VAL);
    assert_same_bits(rapport__pow(1 + 0x1p-52, -DBL_MAX), 0);
    assert_same_bits(rapport__pow(1 - 0x1p-53, DBL_MAX), 0);
    assert_same_bits(rapport__pow(1 - 0x1p-53, -DBL_MAX), HUGE_VAL);
    assert_same_bits(rapport__pow(DBL_MAX, 0x1p-1074), 1);
}

/* The table's first entry is 1, each is the one before times 2^(1/128), and the 128th power of that is 2: nothing is left open.
 */
static void the_table_of_exp_holds_the_128th_roots(void **state)
{
    pair root = {rapport__exp_table[1][0], rapport__exp_table[1][1]}, power = {1, 0};
    (void)state;
    for (int i = 0; i < RAPPORT__EXP_STEPS; i++) {
        double high = rapport__exp_table[i][0], low = rapport__exp_table[i][1];
        assert_close((power.high - high) + (power.low - low), 0, 0x1p-70);
        assert_same_bits(ldexp(floor(ldexp(high, 25)), -25), high);
        assert_true(fabs(low) <= 0x1p-26);
        power = times(power, root);
    }
    assert_close((power.high - 2) + power.low, 0, 0x1p-70);
}

/* e^-(-ln c) c = 1, by the series; and c m stays within 1/256 of 1 over the whole cell. */
static void the_table_of_log_holds_the_logarithms_of_its_factors(void **state)
{
    (void)state;
    for (int i = 0; i < RAPPORT__LOG_STEPS; i++) {
        const double *row = rapport__log_table[i];
        double factor = i < RAPPORT__LOG_UPPER ? row[0] : 2 * row[0];
        pair product = times(times(exp_series(row[1]), exp_series(row[2])), (pair){factor, 0});
        assert_close((product.high - 1) + product.low, 0, 0x1p-80);
        assert_true(fabs(row[0] * (1 + i / 256.0) - 1) <= 1.0 / 256);
        assert_true(fabs(row[0] * (1 + (i + 1) / 256.0) - 1) <= 1.0 / 256);
        assert_same_bits(ldexp(floor(ldexp(row[1], 42)), -42), row[1]);
    }
}

static void exp_is_within_its_bound_of_the_series(void **state)
{
    (void)state;
    for (int i = 0; i < 15000; i++) {
        double x = i % 3 == 0 ? between(-700, 700) : i % 3 == 1 ? between(-1, 1) : between(-0.01, 0.01);
        pair reference = exp_series(x), less = plus(reference, (pair){-1, 0});
        assert_true(units_between(rapport__exp(x), reference) <= 0.5001);
        if (x > -40 && fabs(x) > 0x1p-20) /* below, the subtraction eats the reference */
            assert_true(units_between(rapport__expm1(x), less) <= 0.504);
    }
}

/* Before the last rounding: what docs/numbers.md says of the pairs. The series is good to 2^-88 down to e^-600, where
 * its lower half becomes denormal. */
static void the_pairs_are_good_to_68_bits(void **state)
{
    (void)state;
    for (int i = 0; i < 6000; i++) {
        double x = i % 2 ? between(-600, 700) : between(-1, 1), base = i % 2 ? between(0.9, 1.1) : between(0.02, 100), scale;
        pair reference = exp_series(x), power, logarithm, off;
        int exponent;
        power = rapport__exp_pair(x, 0, &exponent);
        scale = ldexp(1, -exponent);
        assert_close((power.high - reference.high * scale) + (power.low - reference.low * scale), 0, 0x1p-68 * power.high);
        /* ln(base) = high + ln(base e^-high), and that argument is 1 + off with off below 2^-52 */
        logarithm = rapport__log_pair(base);
        off = plus(times((pair){base, 0}, exp_series(-logarithm.high)), (pair){-1, 0});
        assert_close(logarithm.low, off.high, 0x1p-68 * fabs(logarithm.high) + 0x1p-86);
    }
}

/* x + x^2/2 + x^3/6 in double-double, for x so small that the rest is less than 2^-80 of it. */
static void expm1_of_small_numbers_keeps_their_digits(void **state)
{
    (void)state;
    for (int i = 0; i < 15000; i++) {
        double x = ldexp(between(-2, 2), -28 - (int)(next_bits() % 200));
        pair cube = over(times(times((pair){x, 0}, (pair){x, 0}), (pair){x, 0}), 6);
        pair reference = plus(plus((pair){x, 0}, over(times((pair){x, 0}, (pair){x, 0}), 2)), cube);
        assert_true(units_between(rapport__expm1(x), reference) <= 0.504);
    }
    assert_same_bits(rapport__expm1(0x1p-1074), 0x1p-1074);
    assert_same_bits(rapport__expm1(-0x1p-1074), -0x1p-1074);
}

/* With y = log(x), ln(x) = y + ln(x e^-y), and ln(1 + d) = d - d^2/2 + ... for the tiny d = x e^-y - 1. */
static void log_is_within_its_bound_of_the_inverse_of_the_series(void **state)
{
    (void)state;
    for (int i = 0; i < 15000; i++) {
        double x = i % 3 == 0 ? ldexp(between(1, 2), (int)(next_bits() % 1900) - 950) : between(0.5, i % 3 == 1 ? 2 : 100);
        double y = rapport__log(x);
        pair off = plus(times((pair){x, 0}, exp_series(-y)), (pair){-1, 0});
        pair reference = plus((pair){y, 0}, off);
        if (fabs(y) < 0x1p-10)
            continue;
        assert_true(units_between(y, reference) <= 0.5001);
    }
    /* next to 1, by Mercator's series: ln(1 + r) = r - r^2/2 + r^3/3 - ... */
    for (int k = 20; k <= 52; k++) {
        pair r = {ldexp(1, -k), 0}, square = times(r, r);
        pair reference = plus(plus(r, over(square, -2)), over(times(square, r), 3));
        assert_true(units_between(rapport__log(1 + r.high), reference) <= 0.5001);
    }
    assert_same_bits(rapport__log(0x1p-1074), decimal("-744.440071921381262314107298446086163411330514431"));
}

/* Whole exponents by repeated multiplication in double-double, their inverses by division. */
static void pow_is_within_its_bound_of_repeated_multiplication(void **state)
{
    (void)state;
    for (int i = 0; i < 15000; i++) {
        double x = between(0.5, i % 2 ? 2 : 100);
        int n = 3 + (int)(next_bits() % 60);
        pair power = {x, 0};
        for (int k = 1; k < n; k++)
            power = times(power, (pair){x, 0});
        assert_true(units_between(rapport__pow(x, n), power) <= 0.505);
        /* x^-n is e if e * x^n is 1 */
        assert_true(fabs((times(power, (pair){rapport__pow(x, -n), 0}).high - 1)) <= 0x1.02p-53);
    }
}

/* c^3 2^-3k with c^3 in double-double, rounded by hand to the step of the result, which is 2^-1074 for denormals. */
static void results_next_to_and_below_the_smallest_normal_are_rounded_once(void **state)
{
    (void)state;
    for (int k = 335; k <= 359; k++) {
        for (int i = 0; i < 200; i++) {
            static const double from[] = {0.997, 1, 1.2588, 1.26}, to[] = {1, 1.2599, 1.2599, 1.58};
            double c = between(from[i % 4], to[i % 4]), tiny = ldexp(1, 3 * k - 1074);
            double normal = c < 1 ? 0x1p-53 : c < 1.2599 ? 0x1p-52 : 0x1p-51, step = tiny > normal ? tiny : normal;
            pair cube = times(times((pair){c, 0}, (pair){c, 0}), (pair){c, 0});
            double whole = floor(cube.high / step), rest = (cube.high - whole * step) + cube.low;
            whole += rest > step / 2;
            assert_same_bits(rapport__pow(ldexp(c, -k), 3), ldexp(whole * step, -3 * k));
        }
    }
}

static void none_of_them_falls_where_it_should_rise(void **state)
{
    static const double powers[] = {0.01, 0.3, 0.999, 3, 7.5, 100, -0.01, -0.5, -3, -100};
    (void)state;
    for (int i = 0; i < 20000; i++) {
        double x = i % 2 ? between(-20, 20) : ldexp(between(-2, 2), -(int)(next_bits() % 40)), next = above(x);
        double u = i % 2 ? between(1, 100) : ldexp(between(1, 2), (int)(next_bits() % 8) - 4), more = above(u);
        double power = powers[i % 10], first = rapport__pow(u, power), second = rapport__pow(more, power);
        assert_true(rapport__exp(x) <= rapport__exp(next));
        assert_true(rapport__expm1(x) <= rapport__expm1(next));
        assert_true(rapport__log(u) <= rapport__log(more));
        assert_true(power > 0 ? first <= second : first >= second);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exp_gives_the_published_powers_of_e),
        cmocka_unit_test(log_gives_the_published_logarithms),
        cmocka_unit_test(pow_gives_the_published_roots),
        cmocka_unit_test(exact_cases_are_exact),
        cmocka_unit_test(powers_of_two_are_exact_down_to_the_smallest_double),
        cmocka_unit_test(whole_powers_of_integers_are_exact),
        cmocka_unit_test(overflow_and_underflow_come_where_the_true_values_do),
        cmocka_unit_test(the_table_of_exp_holds_the_128th_roots),
        cmocka_unit_test(the_table_of_log_holds_the_logarithms_of_its_factors),
        cmocka_unit_test(exp_is_within_its_bound_of_the_series),
        cmocka_unit_test(the_pairs_are_good_to_68_bits),
        cmocka_unit_test(expm1_of_small_numbers_keeps_their_digits),
        cmocka_unit_test(log_is_within_its_bound_of_the_inverse_of_the_series),
        cmocka_unit_test(pow_is_within_its_bound_of_repeated_multiplication),
        cmocka_unit_test(results_next_to_and_below_the_smallest_normal_are_rounded_once),
        cmocka_unit_test(none_of_them_falls_where_it_should_rise),
    };
    return cmocka_run_group_tests_name("maths", tests, NULL, NULL);
}
