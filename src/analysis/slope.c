/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The slope of Theil (1950) and Sen (1968), and the test of Mann (1945) and Kendall (1975). */
#include <math.h>
#include <string.h>

#include "analysis/trend.h"
#include "base/maths.h"
#include "base/sort.h"
#include "base/struct.h"

_Static_assert(sizeof(rapport_slope) == 80, "rapport_slope");

enum { MOST_EXACT = 10 }; /* periods up to which every order is counted */

typedef struct work { /* one block: what is there, and what it takes to sort it */
    double *values, *times;
    uint32_t *order, *room;
    uint32_t count;
} work;

static rapport_status make_room(const rapport_allocator *mem, uint32_t count, work *w)
{
    w->values = rapport__alloc(mem, count, 2 * sizeof(double) + 2 * sizeof(uint32_t));
    if (!w->values)
        return RAPPORT_NO_MEMORY;
    w->times = w->values + count;
    w->order = (uint32_t *)(void *)(w->times + count);
    w->room = w->order + count;
    w->count = count;
    return RAPPORT_OK;
}

static void gather(const rapport__series *s, work *w)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < s->periods; i++)
        if (rapport__period_has(s, i)) {
            w->values[at] = s->values[i];
            w->times[at] = s->times ? s->times[i] : at;
            at++;
        }
}

static int compare(const void *context, uint32_t a, uint32_t b)
{
    const double *numbers = context;
    return (numbers[a] > numbers[b]) - (numbers[a] < numbers[b]);
}

static void sort(const work *w, const double *numbers, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        w->order[i] = i;
    rapport__sort(w->order, w->room, count, compare, numbers);
}

static double median(const work *w, const double *numbers, uint32_t count)
{
    sort(w, numbers, count);
    return (numbers[w->order[(count - 1) / 2]] + numbers[w->order[count / 2]]) / 2;
}

/* The slope of a pair as a number that rises with it: the bits, turned round below 0. */
static uint64_t key_of(const work *w, uint32_t i, uint32_t j)
{
    double slope = (w->values[j] - w->values[i]) / (w->times[j] - w->times[i]);
    uint64_t bits;
    memcpy(&bits, &slope, sizeof bits);
    return bits >> 63 ? ~bits : bits | UINT64_C(1) << 63;
}

/* The slope that `rank` others are not above, found byte by byte: the pairs are gone through eight times and never kept. */
static double select_slope(const work *w, uint32_t rank)
{
    uint64_t found = 0;
    double slope;
    for (int shift = 56; shift >= 0; shift -= 8) {
        uint32_t counts[256], byte = 0;
        memset(counts, 0, sizeof counts);
        for (uint32_t i = 0; i < w->count; i++)
            for (uint32_t j = i + 1; j < w->count; j++) {
                uint64_t key = key_of(w, i, j);
                counts[key >> shift & 255] += (key >> shift) >> 8 == found; /* as far as the key is known */
            }
        while (rank >= counts[byte])
            rank -= counts[byte++];
        found = found << 8 | byte;
    }
    found = found >> 63 ? found ^ UINT64_C(1) << 63 : ~found;
    memcpy(&slope, &found, sizeof slope);
    return slope;
}

static void find_slope(const work *w, rapport_slope *out)
{
    uint32_t pairs = w->count * (w->count - 1) / 2;
    for (uint32_t i = 0; i < w->count; i++)
        for (uint32_t j = i + 1; j < w->count; j++)
            out->s += (w->values[j] > w->values[i]) - (w->values[j] < w->values[i]);
    out->slope = (select_slope(w, (pairs - 1) / 2) + select_slope(w, pairs / 2)) / 2 + 0.0;
    out->intercept = median(w, w->values, w->count) - out->slope * median(w, w->times, w->count) + 0.0;
}

/* Pairs of equal values, and what they take from the variance: t (t - 1) (2 t + 5) for t that are equal. */
static double count_ties(const work *w, double *variance)
{
    double pairs = 0;
    sort(w, w->values, w->count);
    for (uint32_t first = 0, end; first < w->count; first = end) {
        double t;
        for (end = first + 1; end < w->count && w->values[w->order[first]] == w->values[w->order[end]];)
            end++;
        t = end - first;
        pairs += t * (t - 1) / 2;
        *variance += t * (t - 1) * (2 * t + 5);
    }
    return pairs;
}

/* Share of the orders of `count` different values whose |S| is at least this. An order with i inversions has S = pairs - 2 i;
 * how many orders have how many inversions is Mahon's triangle (Kendall 1975, appendix 1). */
static double exact_p(uint32_t count, double s)
{
    double orders[MOST_EXACT * (MOST_EXACT - 1) / 2 + 1], all = 1, extreme = 0;
    uint32_t pairs = count * (count - 1) / 2;
    for (uint32_t i = 0; i <= pairs; i++)
        orders[i] = i == 0;
    for (uint32_t n = 2; n <= count; n++) { /* the n-th value adds 0 to n - 1 inversions */
        double before[MOST_EXACT * (MOST_EXACT - 1) / 2 + 1];
        for (uint32_t i = 0; i <= pairs; i++)
            before[i] = orders[i];
        for (uint32_t i = 0; i <= pairs; i++) {
            orders[i] = 0;
            for (uint32_t more = 0; more < n && more <= i; more++)
                orders[i] += before[i - more];
        }
        all *= n;
    }
    for (uint32_t i = 0; i <= pairs; i++)
        if (fabs((double)pairs - 2.0 * i) >= fabs(s))
            extreme += orders[i];
    return extreme / all;
}

static void test(const work *w, rapport_slope *out)
{
    double n = w->count, pairs = n * (n - 1) / 2, tied_variance = 0, tied = count_ties(w, &tied_variance);
    if (tied == pairs) {
        out->test_reason = RAPPORT_TREND_NO_SPREAD;
        return;
    }
    out->variance = (n * (n - 1) * (2 * n + 5) - tied_variance) / 18;
    out->z = out->s > 0 ? (out->s - 1) / sqrt(out->variance) : out->s < 0 ? (out->s + 1) / sqrt(out->variance) : 0;
    out->tau = out->s / sqrt(pairs * (pairs - tied));
    out->exact = tied == 0 && w->count <= MOST_EXACT;
    out->p = out->exact ? exact_p(w->count, out->s) : 2 * rapport__normal_tail(fabs(out->z));
}

static rapport_status compute(const rapport__series *s, const rapport_allocator *mem, rapport_slope *out)
{
    work w = {0};
    rapport_status status = make_room(mem, out->used, &w);
    if (status)
        return status;
    gather(s, &w);
    find_slope(&w, out);
    test(&w, out);
    rapport__free(mem, w.values);
    return RAPPORT_OK;
}

rapport_status rapport_slope_compute(const double *values, const uint8_t *present, const double *times, uint32_t periods,
                                     const rapport_allocator *allocator, rapport_slope *out)
{
    rapport__series s = {values, present, times, periods};
    rapport_allocator mem;
    rapport_slope made = {0};
    rapport_status status = rapport__series_check(&s, &made.used);
    if (status)
        return status;
    if (!out || rapport__memory_init(&mem, allocator))
        return RAPPORT_BAD_ARGUMENT;
    if (made.used > RAPPORT_MAX_SLOPE_PERIODS)
        return RAPPORT_LIMIT;
    made.skipped = periods - made.used;
    if (made.used < 2)
        made.reason = made.test_reason = RAPPORT_TREND_TOO_FEW;
    else if ((status = compute(&s, &mem, &made)))
        return status;
    return rapport__struct_out(out, &made, sizeof made);
}
