/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "selection/order.h"

#include <math.h>
#include <string.h>

#include "base/sort.h"
#include "base/sum.h"

rapport_status rapport__order_init(rapport__order *order, uint32_t capacity, const rapport_allocator *mem)
{
    *order = (rapport__order){0};
    if (!(order->key = rapport__alloc(mem, capacity, sizeof *order->key)) ||
        !(order->rank = rapport__alloc(mem, capacity, sizeof *order->rank)) ||
        !(order->items = rapport__alloc(mem, capacity, sizeof *order->items)) ||
        !(order->room = rapport__alloc(mem, capacity, sizeof *order->room))) {
        rapport__order_clear(order, mem);
        return RAPPORT_NO_MEMORY;
    }
    return RAPPORT_OK;
}

void rapport__order_clear(rapport__order *order, const rapport_allocator *mem)
{
    rapport__free(mem, order->key);
    rapport__free(mem, order->rank);
    rapport__free(mem, order->items);
    rapport__free(mem, order->room);
    *order = (rapport__order){0};
}

static int by_key(const void *context, uint32_t a, uint32_t b)
{
    const double *key = context;
    return (key[a] < key[b]) - (key[a] > key[b]);
}

void rapport__order_by(rapport__order *order, const double *score, uint32_t count)
{
    order->count = count;
    for (uint32_t i = 0; i < count; i++) {
        order->key[i] = rapport__round_points(score[i]);
        order->items[i] = i;
    }
    rapport__sort(order->items, order->room, count, by_key, order->key);
    for (uint32_t first = 0, end; first < count; first = end) {
        for (end = first + 1; end < count && order->key[order->items[end]] == order->key[order->items[first]];)
            end++;
        for (uint32_t i = first; i < end; i++)
            order->rank[order->items[i]] = ((double)first + 1 + (double)end) / 2;
    }
}

bool rapport__order_is_first(const rapport__order *order, uint32_t item)
{
    return order->key[item] == order->key[order->items[0]];
}

typedef struct two {
    const rapport__order *a, *b;
} two;

static int by_both(const void *context, uint32_t x, uint32_t y)
{
    const two *orders = context;
    int first = by_key(orders->a->key, x, y);
    return first ? first : by_key(orders->b->key, x, y);
}

static uint64_t pairs_of(uint64_t count)
{
    return count * (count - 1) / 2;
}

/* Pairs of neighbours in items[] that are tied by one key, or by two. */
static uint64_t tied_pairs(const uint32_t *items, uint32_t count, const double *key, const double *other)
{
    uint64_t pairs = 0;
    for (uint32_t first = 0, end; first < count; first = end) {
        for (end = first + 1;
             end < count && key[items[end]] == key[items[first]] && (!other || other[items[end]] == other[items[first]]);)
            end++;
        pairs += pairs_of(end - first);
    }
    return pairs;
}

/* Merges two sorted halves and counts the pairs that stand the wrong way. */
static uint64_t merge_counting(const uint32_t *from, uint32_t *to, uint32_t left, uint32_t middle, uint32_t end,
                               const double *key)
{
    uint32_t a = left, b = middle, at = left;
    uint64_t swaps = 0;
    while (a < middle || b < end) {
        if (a < middle && (b == end || by_key(key, from[b], from[a]) >= 0)) {
            to[at++] = from[a++];
        } else {
            swaps += middle - a;
            to[at++] = from[b++];
        }
    }
    return swaps;
}

static uint64_t count_swaps(uint32_t *items, uint32_t *room, uint32_t count, const double *key)
{
    uint64_t swaps = 0;
    for (uint32_t width = 1; width < count; width = width < count / 2 + 1 ? width * 2 : count) {
        for (uint32_t left = 0; left < count;) {
            uint32_t middle = width < count - left ? left + width : count;
            uint32_t end = width < count - middle ? middle + width : count;
            swaps += merge_counting(items, room, left, middle, end, key);
            left = end;
        }
        memcpy(items, room, count * sizeof *items);
    }
    return swaps;
}

bool rapport__order_tau(const rapport__order *a, const rapport__order *b, rapport__order *room, double *tau)
{
    two orders = {a, b};
    uint32_t count = a->count;
    uint64_t all, tied_a, tied_b, tied_both, swaps;
    double agreeing;
    *tau = 0;
    if (count < 2)
        return false;
    for (uint32_t i = 0; i < count; i++)
        room->items[i] = i;
    rapport__sort(room->items, room->room, count, by_both, &orders);
    all = pairs_of(count);
    tied_a = tied_pairs(room->items, count, a->key, NULL);
    tied_both = tied_pairs(room->items, count, a->key, b->key);
    tied_b = tied_pairs(b->items, count, b->key, NULL);
    if (tied_a == all || tied_b == all)
        return false;
    swaps = count_swaps(room->items, room->room, count, b->key);
    agreeing = (double)(all - tied_a - tied_b + tied_both) - 2 * (double)swaps;
    if (tied_a == tied_b) /* no rounding: the same order has 1 */
        *tau = agreeing / (double)(all - tied_a);
    else
        *tau = agreeing / sqrt((double)(all - tied_a) * (double)(all - tied_b));
    return true;
}
