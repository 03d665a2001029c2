/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* How far exp, expm1, log and pow are from the truth, how fast they are, and a hash of their bits.
 *
 *     maths_error [POINTS]    largest error per function in units in the last place, against MPFR (default 1000000 points each)
 *     maths_error hash        one number over a million results: the same for every compiler, level and processor
 *     maths_error speed       nanoseconds a call
 *
 * Needs MPFR:
 *     cc -std=c11 -O2 -ffp-contract=off -Isrc -Iinclude tests/bench/accuracy/maths_error.c \
 *        src/base/exp.c src/base/log.c src/base/pow.c src/base/maths_tables.c -lmpfr -lm */
#include <inttypes.h>
#include <math.h>
#include <mpfr.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/maths.h"

static uint64_t state = 1;

/* splitmix64 (Steele, Lea & Flood 2014) */
static uint64_t next_bits(void)
{
    uint64_t z = state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

static double between(double low, double high)
{
    return low + (high - low) * ((double)(next_bits() >> 11) * 0x1p-53);
}

/* Any magnitude from 2^low to 2^high. */
static double any_size(int low, int high)
{
    double fraction = between(1, 2); /* first: arguments have no order */
    return ldexp(fraction, low + (int)(next_bits() % (unsigned)(high - low)));
}

static double either_sign(double x)
{
    return next_bits() & 1 ? x : -x;
}

static double exp_point(int kind)
{
    return kind == 0 ? between(-745, 709.7) : kind == 1 ? between(-1, 1) : either_sign(any_size(-60, 9));
}

static double expm1_point(int kind)
{
    return kind == 0 ? between(-40, 709.7) : kind == 1 ? between(-0.01, 0.01) : either_sign(any_size(-60, 5));
}

static double log_point(int kind)
{
    if (kind == 0)
        return any_size(-1074, 1024);
    return kind == 1 ? between(0.5, 100) : 1 + either_sign(any_size(-52, -2));
}

static double exp_of(double x, double y)
{
    (void)y;
    return rapport__exp(x);
}

static double expm1_of(double x, double y)
{
    (void)y;
    return rapport__expm1(x);
}

static double log_of(double x, double y)
{
    (void)y;
    return rapport__log(x);
}

static int true_exp(mpfr_t out, double x, double y)
{
    (void)y;
    mpfr_set_d(out, x, MPFR_RNDN);
    return mpfr_exp(out, out, MPFR_RNDN);
}

static int true_expm1(mpfr_t out, double x, double y)
{
    (void)y;
    mpfr_set_d(out, x, MPFR_RNDN);
    return mpfr_expm1(out, out, MPFR_RNDN);
}

static int true_log(mpfr_t out, double x, double y)
{
    (void)y;
    mpfr_set_d(out, x, MPFR_RNDN);
    return mpfr_log(out, out, MPFR_RNDN);
}

static int true_pow(mpfr_t out, double x, double y)
{
    static mpfr_t power;
    static int ready;
    if (!ready++)
        mpfr_init2(power, 53);
    mpfr_set_d(power, y, MPFR_RNDN);
    mpfr_set_d(out, x, MPFR_RNDN);
    return mpfr_pow(out, out, power, MPFR_RNDN);
}

static void pow_point(int kind, double *x, double *y)
{
    if (kind == 0) { /* results over the whole range */
        *x = any_size(-1074, 1024);
        *y = between(-745, 709.7) / log(*x);
    } else if (kind == 1) { /* power means */
        *x = between(1, 100);
        *y = either_sign(any_size(-7, 7));
    } else if (kind == 2) { /* next to 1, where the logarithm is hardest */
        *x = 1 + either_sign(any_size(-40, -2));
        *y = between(-740, 709) / log1p(*x - 1);
    } else {
        *x = between(0, 2);
        *y = either_sign(any_size(-20, 10));
    }
}

typedef struct subject {
    const char *name;
    double (*ours)(double, double);
    int (*truth)(mpfr_t, double, double);
    double (*point)(int);
    int kinds;
} subject;

static const subject subjects[] = {{"exp", exp_of, true_exp, exp_point, 3},
                                   {"expm1", expm1_of, true_expm1, expm1_point, 3},
                                   {"log", log_of, true_log, log_point, 3},
                                   {"pow", rapport__pow, true_pow, NULL, 4}};

static void choose(const subject *s, int kind, double *x, double *y)
{
    *y = 0;
    if (s->point)
        *x = s->point(kind);
    else
        pow_point(kind, x, y);
}

/* Units in the last place that the true value's double would have. */
static double error_of(double ours, mpfr_t truth, mpfr_t difference)
{
    mpfr_exp_t exponent = mpfr_zero_p(truth) ? -1022 : mpfr_get_exp(truth);
    mpfr_sub_d(difference, truth, ours, MPFR_RNDN);
    mpfr_mul_2si(difference, difference, 53 - (exponent < -1021 ? -1021 : exponent), MPFR_RNDN);
    return fabs(mpfr_get_d(difference, MPFR_RNDN));
}

static void measure(const subject *s, long points)
{
    mpfr_t truth, difference;
    double worst = 0, worst_x = 0, worst_y = 0;
    long misrounded = 0;
    mpfr_init2(truth, 160);
    mpfr_init2(difference, 160);
    for (long i = 0; i < points; i++) {
        double x, y, ours, error;
        choose(s, (int)(i % s->kinds), &x, &y);
        ours = s->ours(x, y);
        s->truth(truth, x, y);
        if (isinf(ours) && isinf(mpfr_get_d(truth, MPFR_RNDN)))
            continue;
        error = error_of(ours, truth, difference);
        misrounded += error > 0.5;
        if (!(error <= worst))
            worst = error, worst_x = x, worst_y = y;
    }
    printf("%-6s %ld points, largest error %.5f units at %a %a, %ld not the nearest double\n", s->name, points, worst, worst_x,
           worst_y, misrounded);
    mpfr_clear(truth);
    mpfr_clear(difference);
}

static void print_hash(void)
{
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (long i = 0; i < 1000000; i++) {
        for (size_t k = 0; k < sizeof subjects / sizeof *subjects; k++) {
            double x, y, ours;
            uint64_t bits;
            x = subjects[k].kinds == 4 ? any_size(-1074, 1024)
                : k == 2               ? any_size(-1074, 1024)
                                       : either_sign(any_size(-60, 10));
            y = either_sign(any_size(-20, 10));
            if (i % 2 && k >= 2)
                x = between(0, 100);
            ours = subjects[k].ours(x, y);
            memcpy(&bits, &ours, sizeof bits);
            for (int byte = 0; byte < 8; byte++)
                hash = (hash ^ (bits >> 8 * byte & 255)) * 1099511628211u;
        }
    }
    printf("%016" PRIx64 "\n", hash);
}

static void print_speed(void)
{
    enum { MANY = 1024 };
    static double x[MANY], y[MANY];
    for (size_t k = 0; k < sizeof subjects / sizeof *subjects; k++) {
        double total = 0;
        clock_t start;
        for (int i = 0; i < MANY; i++) {
            x[i] = k < 2 ? between(-5, 5) : between(1, 100);
            y[i] = either_sign(between(0.01, 10));
        }
        start = clock();
        for (int round = 0; round < 4000; round++)
            for (int i = 0; i < MANY; i++)
                total += subjects[k].ours(x[i], y[i]);
        printf("%-6s %.1f ns (%g)\n", subjects[k].name, (double)(clock() - start) / CLOCKS_PER_SEC * 1e9 / (4000.0 * MANY),
               total);
    }
}

int main(int count, char **arguments)
{
    if (count > 1 && !strcmp(arguments[1], "hash"))
        print_hash();
    else if (count > 1 && !strcmp(arguments[1], "speed"))
        print_speed();
    else
        for (size_t k = 0; k < sizeof subjects / sizeof *subjects; k++)
            measure(&subjects[k], count > 1 ? atol(arguments[1]) : 1000000);
    return 0;
}
