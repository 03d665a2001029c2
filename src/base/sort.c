/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/sort.h"

#include <string.h>

static void merge(const uint32_t *from, uint32_t *to, uint32_t left, uint32_t middle, uint32_t end,
                  rapport__compare_items compare, const void *context)
{
    uint32_t a = left, b = middle, at = left;
    while (a < middle && b < end)
        to[at++] = compare(context, from[b], from[a]) < 0 ? from[b++] : from[a++];
    memcpy(to + at, from + a, (middle - a) * sizeof *to);
    memcpy(to + at + (middle - a), from + b, (end - b) * sizeof *to);
}

void rapport__sort(uint32_t *order, uint32_t *room, uint32_t count, rapport__compare_items compare, const void *context)
{
    uint32_t *from = order, *to = room, *swap, width, left;
    for (width = 1; width < count; width = width < count / 2 + 1 ? width * 2 : count) {
        for (left = 0; left < count;) {
            uint32_t middle = width < count - left ? left + width : count;
            uint32_t end = width < count - middle ? middle + width : count;
            merge(from, to, left, middle, end, compare, context);
            left = end;
        }
        swap = from;
        from = to;
        to = swap;
    }
    if (from != order)
        memcpy(order, from, count * sizeof *order);
}
