/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Number reading and writing against the C library's, which must be one that rounds correctly (glibc, musl), and their speed.
 *
 *     number_error [POINTS] [SEED]  counts differences (default 1000000 points of each kind)
 *     number_error speed            nanoseconds a number
 *
 *     cc -std=c11 -O2 -ffp-contract=off -Isrc -Iinclude tests/bench/accuracy/number_error.c \
 *        src/base/number_read.c src/base/number_write.c src/base/powers_of_ten.c -lm */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/number.h"

static uint64_t state = 1;

/* splitmix64 (Steele, Lea & Flood 2014) */
static uint64_t next_bits(void)
{
    uint64_t z = state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

/* Any double, a denormal, a neighbour of a power of two, decimals as people write them, an integer, a dyadic fraction. */
static double some_double(long kind)
{
    uint64_t bits = next_bits();
    double value;
    if (kind % 6 == 1)
        bits = bits >> 12 >> bits % 50;
    if (kind % 6 == 2)
        bits = (bits % 2046 << 52) + bits / 4096 % 7 - (bits % 2046 ? 3 : 0);
    if (kind % 6 == 3)
        return (double)(bits >> 8 >> bits % 54) / pow(10, (double)(bits % 9));
    if (kind % 6 == 4)
        return (double)(bits >> bits % 63);
    if (kind % 6 == 5)
        return (double)(bits >> 14) / (double)(UINT64_C(1) << bits % 64);
    if ((bits >> 52 & 0x7FF) == 0x7FF)
        bits ^= UINT64_C(1) << 60;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static int differs(double a, double b)
{
    return memcmp(&a, &b, sizeof a) != 0;
}

static long check_read(const char *text)
{
    double ours = -1, theirs = strtod(text, NULL);
    int32_t status = rapport__number_read(text, strlen(text), &ours);
    int wrong = isinf(theirs) ? status != RAPPORT__NUMBER_OVERFLOW : status || differs(ours, theirs + 0.0);
    if (wrong)
        printf("read %s: %a, not %a\n", text, ours, theirs);
    return wrong;
}

/* A text of any length and magnitude; the exact middle of two doubles, or next to it. */
static void some_text(long kind, char *text)
{
    double value = fabs(some_double(kind / 4)), next = nextafter(value, INFINITY);
    int length;
    if (kind % 4 == 0)
        sprintf(text, "%.*e", (int)(next_bits() % 25), value);
    else if (kind % 4 == 1)
        sprintf(text, "%llu%llue%d", (unsigned long long)(next_bits() >> next_bits() % 64 | 1),
                (unsigned long long)(next_bits() >> next_bits() % 64), (int)(next_bits() % 740) - 390);
    else if (kind % 4 == 2)
        sprintf(text, "%llu.%llu", (unsigned long long)(next_bits() >> next_bits() % 64),
                (unsigned long long)(next_bits() >> next_bits() % 64));
    else if (sizeof(long double) > sizeof(double) && isfinite(next)) {
        long double middle = ((long double)value + next) / 2; /* exact where a long double has more bits */
        length = sprintf(text, "%.*Le", (int)(next_bits() % 3 ? 1100 : 15 + next_bits() % 30), middle);
        if (next_bits() % 2) { /* one digit somewhere behind turns the tie */
            char *exponent = strchr(text, 'e');
            if (exponent - text > 3)
                exponent[-1] = (char)('0' + next_bits() % 10);
        }
        text[length] = '\0';
    } else
        strcpy(text, "0");
}

static long check_write(double value)
{
    char ours[RAPPORT__NUMBER_SIZE], theirs[64];
    double back = -1;
    int digits = 1, count = 0;
    long wrong = 0;
    rapport__number_write(value, ours);
    if (rapport__number_read(ours, strlen(ours), &back) || differs(back, value + 0.0))
        wrong = printf("write %a: %s reads to %a\n", value, ours, back) > 0;
    do
        sprintf(theirs, "%.*e", digits - 1, value);
    while (strtod(theirs, NULL) != value && digits++ < 17);
    for (const char *at = ours; *at && *at != 'e'; at++)
        count += *at >= '0' && *at <= '9' && (count || *at != '0');
    for (const char *at = ours + strcspn(ours, "e"); !strchr(ours, '.') && at > ours && at[-1] == '0'; at--)
        count--; /* zeros that only fill up to the point */
    if (value != 0 && count > digits)
        wrong = printf("write %a: %s, but %s\n", value, ours, theirs) > 0;
    return wrong;
}

static long check_fixed(double value)
{
    char ours[RAPPORT__NUMBER_SIZE], theirs[400];
    int decimals = (int)(next_bits() % 10);
    if (fabs(value) >= 1e21)
        return 0;
    rapport__number_write_fixed(value, decimals, ours);
    sprintf(theirs, "%.*f", decimals, value);
    if (!strcmp(ours, theirs) || (*theirs == '-' && strtod(theirs, NULL) == 0 && !strcmp(ours, theirs + 1)))
        return 0;
    return printf("fixed %a %d: %s, not %s\n", value, decimals, ours, theirs) > 0;
}

static void print_speed(void)
{
    enum { MANY = 1024 };
    static char texts[4][MANY][32];
    static double values[4][MANY];
    static const char *const names[] = {"any double, 17 digits", "two decimals", "whole numbers", "0..100, 15 digits"};
    for (int kind = 0; kind < 4; kind++) {
        clock_t start, middle, end;
        double sum = 0;
        size_t length = 0;
        for (int i = 0; i < MANY; i++) {
            double unit = (double)(next_bits() >> 11) * 0x1p-53;
            values[kind][i] = kind == 0   ? some_double(0)
                              : kind == 1 ? floor(unit * 1e4) / 100
                              : kind == 2 ? floor(unit * 1e6)
                                          : floor(unit * 1e15) / 1e13;
            rapport__number_write(values[kind][i], texts[kind][i]);
        }
        start = clock();
        for (int round = 0; round < 4000; round++)
            for (int i = 0; i < MANY; i++) {
                double value = 0;
                rapport__number_read(texts[kind][i], strlen(texts[kind][i]), &value);
                sum += value;
            }
        middle = clock();
        for (int round = 0; round < 4000; round++)
            for (int i = 0; i < MANY; i++) {
                char text[RAPPORT__NUMBER_SIZE];
                length += rapport__number_write(values[kind][i], text);
            }
        end = clock();
        printf("%-22s read %.1f ns, write %.1f ns (%g, %zu)\n", names[kind],
               (double)(middle - start) / CLOCKS_PER_SEC * 1e9 / (4000.0 * MANY),
               (double)(end - middle) / CLOCKS_PER_SEC * 1e9 / (4000.0 * MANY), sum, length);
    }
}

int main(int count, char **arguments)
{
    static char text[2000];
    long points = count > 1 ? atol(arguments[1]) : 1000000, wrong = 0;
    if (count > 1 && !strcmp(arguments[1], "speed")) {
        print_speed();
        return 0;
    }
    state = count > 2 ? strtoull(arguments[2], NULL, 10) : 1;
    for (long i = 0; i < points; i++) {
        some_text(i, text);
        wrong += check_read(text);
        wrong += check_write(some_double(i));
        wrong += check_fixed(some_double(i));
    }
    printf("%ld points of each kind, %ld wrong\n", points, wrong);
    return wrong != 0;
}
