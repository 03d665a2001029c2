/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Few numbers: merging. Many: digit by digit, the last one first (Hollerith 1889; Knuth, volume 3, 5.2.5), but for digits that
 * are the same in all. */
#include "base/sort_numbers.h"

#include <string.h>

#include "base/float.h"

enum { FEW = 1024, DIGIT_BITS = 11, DIGITS = 1 << DIGIT_BITS };

/* The bits of a positive double rise with it; those of a negative one fall. */
static uint64_t key_of(double x)
{
    uint64_t bits;
    x += 0.0; /* -0 becomes 0 */
    memcpy(&bits, &x, sizeof bits);
    return bits >> 63 ? ~bits : bits | UINT64_C(1) << 63;
}

static void merge(const rapport__keyed *from, rapport__keyed *to, uint32_t left, uint32_t middle, uint32_t end)
{
    uint32_t a = left, b = middle, at = left;
    while (a < middle && b < end)
        to[at++] = from[b].key < from[a].key ? from[b++] : from[a++];
    memcpy(to + at, from + a, (middle - a) * sizeof *to);
    memcpy(to + at + (middle - a), from + b, (end - b) * sizeof *to);
}

static const rapport__keyed *sort_few(rapport__keyed *from, rapport__keyed *to, uint32_t count)
{
    rapport__keyed *swap;
    for (uint32_t width = 1; width < count; width *= 2) {
        for (uint32_t left = 0; left < count; left += 2 * width) {
            uint32_t middle = width < count - left ? left + width : count;
            merge(from, to, left, middle, width < count - middle ? middle + width : count);
        }
        swap = from;
        from = to;
        to = swap;
    }
    return from;
}

static void sort_digit(const rapport__keyed *from, rapport__keyed *to, uint32_t count, uint32_t shift)
{
    uint32_t place[DIGITS], next = 0;
    memset(place, 0, sizeof place);
    for (uint32_t i = 0; i < count; i++)
        place[from[i].key >> shift & (DIGITS - 1)]++;
    for (uint32_t digit = 0; digit < DIGITS; digit++) {
        uint32_t here = place[digit];
        place[digit] = next;
        next += here;
    }
    for (uint32_t i = 0; i < count; i++)
        to[place[from[i].key >> shift & (DIGITS - 1)]++] = from[i];
}

const rapport__keyed *rapport__sort_numbers(const double *x, double sign, uint32_t count, rapport__keyed *room)
{
    rapport__keyed *from = room, *to = room + count, *swap;
    uint64_t varied = 0;
    for (uint32_t i = 0; i < count; i++) {
        from[i] = (rapport__keyed){key_of(sign * x[i]), i, 0};
        varied |= from[i].key ^ from[0].key;
    }
    if (count <= FEW)
        return sort_few(from, to, count);
    for (uint32_t shift = 0; shift < 64; shift += DIGIT_BITS) {
        if (!(varied >> shift & (DIGITS - 1)))
            continue;
        sort_digit(from, to, count, shift);
        swap = from;
        from = to;
        to = swap;
    }
    return from;
}
