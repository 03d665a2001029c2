/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Kendall's tau-b (Kendall 1945) as Knight 1966 counts it (A computer method for calculating Kendall's tau with ungrouped data,
 * Journal of the American Statistical Association 61): in the order of x, ties by y, the pairs that disagree are the exchanges
 * that sorting by y takes. */
#include "selection/correlation.h"

#include <math.h>
#include <string.h>

#include "base/sort.h"

static int order_of(double a, double b)
{
    return (a > b) - (a < b);
}

static int by_x_then_y(const void *context, uint32_t a, uint32_t b)
{
    const rapport__rows *rows = context;
    int order = order_of(rows->x[a], rows->x[b]);
    return order ? order : order_of(rows->y[a], rows->y[b]);
}

static int by_y(const void *context, uint32_t a, uint32_t b)
{
    const rapport__rows *rows = context;
    return order_of(rows->y[a], rows->y[b]);
}

static int by_x(const void *context, uint32_t a, uint32_t b)
{
    const rapport__rows *rows = context;
    return order_of(rows->x[a], rows->x[b]);
}

/* Pairs that are the same, of an order in which they stand together. */
static uint64_t count_ties(const rapport__rows *rows, const uint32_t *order, rapport__compare_items compare)
{
    uint64_t ties = 0;
    for (uint32_t first = 0, end; first < rows->count; first = end) {
        for (end = first + 1; end < rows->count && compare(rows, order[first], order[end]) == 0;)
            end++;
        ties += (uint64_t)(end - first) * (end - first - 1) / 2;
    }
    return ties;
}

/* Merges two sorted parts by y; returns how many pairs change places. */
static uint64_t merge(const rapport__rows *rows, const uint32_t *from, uint32_t *to, uint32_t left, uint32_t middle,
                      uint32_t end)
{
    uint64_t exchanges = 0;
    uint32_t a = left, b = middle;
    for (uint32_t at = left; at < end; at++)
        if (a < middle && (b == end || rows->y[from[a]] <= rows->y[from[b]])) {
            to[at] = from[a++];
        } else {
            to[at] = from[b++];
            exchanges += middle - a;
        }
    return exchanges;
}

/* Sorts by y, from `order` to and fro `room`; both end sorted as far as it takes to count. */
static uint64_t count_exchanges(const rapport__rows *rows, uint32_t *order, uint32_t *room)
{
    uint64_t exchanges = 0;
    uint32_t *from = order, *to = room, *swap;
    for (uint64_t width = 1; width < rows->count; width *= 2) {
        for (uint64_t left = 0; left < rows->count; left += 2 * width) {
            uint64_t middle = left + width < rows->count ? left + width : rows->count;
            uint64_t end = middle + width < rows->count ? middle + width : rows->count;
            exchanges += merge(rows, from, to, (uint32_t)left, (uint32_t)middle, (uint32_t)end);
        }
        swap = from;
        from = to;
        to = swap;
    }
    if (from != order)
        memcpy(order, from, rows->count * sizeof *order);
    return exchanges;
}

rapport_status rapport__kendall(const rapport__rows *rows, bool *has, double *out)
{
    uint64_t pairs = (uint64_t)rows->count * (rows->count - 1) / 2, tied_x, tied_both, exchanges, tied_y;
    uint32_t *order = rapport__alloc(&rows->mem, rows->count, 2 * sizeof *order);
    double both;
    if (!order)
        return RAPPORT_NO_MEMORY;
    for (uint32_t i = 0; i < rows->count; i++)
        order[i] = i;
    rapport__sort(order, order + rows->count, rows->count, by_x_then_y, rows);
    tied_x = count_ties(rows, order, by_x);
    tied_both = count_ties(rows, order, by_x_then_y);
    exchanges = count_exchanges(rows, order, order + rows->count);
    tied_y = count_ties(rows, order, by_y);
    rapport__free(&rows->mem, order);
    *has = tied_x < pairs && tied_y < pairs;
    if (!*has)
        return RAPPORT_OK;
    both = (double)(pairs - tied_x - tied_y + tied_both); /* agreeing and disagreeing; pairs and ties are below 2^47 */
    *out = (both - 2 * (double)exchanges) / sqrt((double)(pairs - tied_x) * (double)(pairs - tied_y));
    return RAPPORT_OK;
}
