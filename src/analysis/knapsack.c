/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "analysis/knapsack.h"

#include "analysis/whole.h"
#include "base/error.h"
#include "base/float.h"
#include "base/sort.h"
#include "base/struct.h"
#include "base/sum.h"
#include "rapport/plan.h"

_Static_assert(sizeof(rapport_knapsack) == 40, "rapport_knapsack");

bool rapport__knapsack_fits(uint32_t count, double budget)
{
    return (budget + 1) * ((double)count + 1) <= RAPPORT__KNAPSACK_CELLS;
}

typedef struct purse { /* the best of the items from one on, with so much money */
    double gain, cost;
} purse;

/* From the last item to the first: of equals the one that has the earlier item is kept. */
static void fill_table(const double *costs, const double *gains, uint32_t count, size_t size, purse *best, unsigned char *takes)
{
    for (uint32_t i = count; i-- > 0;) {
        if (gains[i] <= 0 || costs[i] >= (double)size)
            continue;
        for (size_t cost = (size_t)costs[i], b = size; b-- > cost;) {
            purse with = {best[b - cost].gain + gains[i], best[b - cost].cost + costs[i]};
            size_t bit = (size_t)i * size + b;
            if (with.gain < best[b].gain || (with.gain == best[b].gain && with.cost > best[b].cost))
                continue;
            best[b] = with;
            takes[bit / 8] = (unsigned char)(takes[bit / 8] | 1u << bit % 8);
        }
    }
}

rapport_status rapport__knapsack(const double *costs, const double *gains, uint32_t count, double budget,
                                 const rapport_allocator *mem, unsigned char *chosen)
{
    size_t size = (size_t)budget + 1, left = size - 1;
    purse *best = rapport__alloc(mem, size, sizeof *best);
    unsigned char *takes = rapport__alloc(mem, ((size_t)count * size + 7) / 8, 1);
    rapport_status status = best && takes ? RAPPORT_OK : RAPPORT_NO_MEMORY;
    if (!status) {
        fill_table(costs, gains, count, size, best, takes);
        for (uint32_t i = 0; i < count; i++) {
            size_t bit = (size_t)i * size + left;
            chosen[i] = takes[bit / 8] >> bit % 8 & 1;
            left -= chosen[i] ? (size_t)costs[i] : 0;
        }
    }
    rapport__free(mem, best);
    rapport__free(mem, takes);
    return status;
}

typedef struct sack { /* branch and bound, where no table fits */
    const double *costs, *gains;
    uint32_t *order, *room, count;
    unsigned char *in, *best;
    double gain, cost, best_gain, best_cost, budget;
    uint64_t work;
} sack;

static int compare_items(const void *context, uint32_t a, uint32_t b)
{
    const sack *s = context; /* ratios: a product of two numbers up to 1e300 would overflow */
    double left = s->gains[a] / (s->costs[a] > 0 ? s->costs[a] : 1e-300);
    double right = s->gains[b] / (s->costs[b] > 0 ? s->costs[b] : 1e-300);
    return left > right ? -1 : left < right ? 1 : 0;
}

/* Dantzig's relaxation: the items from `at` on, the last one in part. */
static double relax(sack *s, uint32_t at)
{
    double gain = s->gain, left = s->budget - s->cost;
    for (; at < s->count; at++) {
        double cost = s->costs[s->order[at]];
        s->work++;
        if (cost > left)
            return gain + s->gains[s->order[at]] * (left / cost);
        gain += s->gains[s->order[at]];
        left -= cost;
    }
    return gain;
}

static void keep_best(sack *s, uint32_t count)
{
    if (s->gain < s->best_gain || (s->gain == s->best_gain && s->cost >= s->best_cost))
        return;
    s->best_gain = s->gain;
    s->best_cost = s->cost;
    for (uint32_t i = 0; i < count; i++)
        s->best[i] = s->in[i];
    s->work += count;
}

/* Sums anew, in the order of the items: no rounding piles up on the way back and forth. */
static void add_up(sack *s, uint32_t count)
{
    s->gain = s->cost = 0;
    for (uint32_t i = 0; i < count; i++) {
        s->gain += s->in[i] ? s->gains[i] : 0;
        s->cost += s->in[i] ? s->costs[i] : 0;
    }
    s->work += count;
}

/* In the order of the ratios, each item in first and then out. False if it took too long. */
static bool branch(sack *s, uint32_t count)
{
    uint32_t at = 0;
    while (s->work < RAPPORT__KNAPSACK_CELLS) {
        uint32_t item;
        if (at < s->count && relax(s, at) > s->best_gain * (1 + 1e-15)) {
            item = s->order[at++];
            s->in[item] = 1;
            add_up(s, count);
            if (s->cost > s->budget) {
                s->in[item] = 0;
                add_up(s, count);
            } else {
                keep_best(s, count);
            }
            continue;
        }
        while (at && !s->in[s->order[at - 1]])
            at--;
        if (!at)
            return true;
        s->in[s->order[at - 1]] = 0;
        add_up(s, count);
    }
    return false;
}

static rapport_status search(const double *costs, const double *gains, uint32_t count, double budget,
                             const rapport_allocator *mem, unsigned char *chosen, rapport_knapsack *out)
{
    sack s = {.costs = costs, .gains = gains, .best = chosen, .budget = budget};
    rapport_status status = RAPPORT_NO_MEMORY;
    s.order = rapport__alloc(mem, count, sizeof *s.order);
    s.room = rapport__alloc(mem, count, sizeof *s.room);
    s.in = rapport__alloc(mem, count, 1);
    if (s.order && s.room && s.in) {
        for (uint32_t i = 0; i < count; i++)
            if (gains[i] > 0 && costs[i] <= budget)
                s.order[s.count++] = i;
        rapport__sort(s.order, s.room, s.count, compare_items, &s);
        out->bound = relax(&s, 0);
        out->optimal = branch(&s, count);
        status = RAPPORT_OK;
    }
    rapport__free(mem, s.order);
    rapport__free(mem, s.room);
    rapport__free(mem, s.in);
    return status;
}

static rapport_status check(const double *costs, const double *gains, uint32_t count, double budget, rapport_error *error)
{
    for (uint32_t i = 0; i < count; i++) {
        if (!(costs[i] >= 0 && costs[i] <= 1e300) || (costs[i] > 0 && costs[i] < 1e-6))
            return FAIL(error, RAPPORT_BAD_VALUE, "/costs", "a cost must be 0 or 1e-6 to 1e300");
        if (!(gains[i] >= 0 && gains[i] <= 1e300))
            return FAIL(error, RAPPORT_BAD_VALUE, "/gains", "a gain must be 0 to 1e300");
    }
    return budget >= 0 && budget <= 1e300 ? RAPPORT_OK
                                          : FAIL(error, RAPPORT_BAD_VALUE, "/budget", "a budget must be 0 to 1e300");
}

static rapport_status choose(const double *costs, const double *gains, uint32_t count, double budget,
                             const rapport_allocator *mem, double *whole, unsigned char *chosen, rapport_knapsack *out)
{
    double *whole_gains = whole + count, factor = rapport__make_whole(costs, count, whole), total = 0;
    double limit = factor > 0 ? rapport__whole_limit(budget, factor) : budget;
    for (uint32_t i = 0; i < count; i++)
        total += factor > 0 ? whole[i] : 0;
    limit = factor > 0 && total < limit ? total : limit;
    (void)rapport__make_whole(gains, count, whole_gains);
    if (factor > 0 && rapport__knapsack_fits(count, limit)) {
        out->optimal = 1;
        return rapport__knapsack(whole, whole_gains, count, limit, mem, chosen);
    }
    return search(whole, gains, count, limit, mem, chosen, out);
}

rapport_status rapport_knapsack_compute(const double *costs, const double *gains, uint32_t count, double budget,
                                        const rapport_allocator *allocator, uint8_t *chosen, rapport_knapsack *out,
                                        rapport_error *error)
{
    rapport_knapsack filled = {0};
    rapport_allocator mem;
    rapport_status status;
    rapport__sum cost = {0}, gain = {0};
    double *whole;
    unsigned char *taken;
    if (!out || rapport__memory_init(&mem, allocator) || (count && (!costs || !gains)))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "an array or the result is NULL, or the allocator is incomplete");
    if (count > RAPPORT_MAX_ACTIONS)
        return FAIL(error, RAPPORT_LIMIT, "", "there may be at most 65536 items");
    if ((status = check(costs, gains, count, budget, error)))
        return status;
    if (out->struct_size < 8 || out->struct_size > 4096)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/struct_size", "the result has a wrong struct_size");
    whole = rapport__alloc(&mem, 2 * (size_t)count, sizeof *whole);
    taken = rapport__alloc(&mem, count, 1);
    status = whole && taken ? choose(costs, gains, count, budget, &mem, whole, taken, &filled) : RAPPORT_NO_MEMORY;
    for (uint32_t i = 0; !status && i < count; i++) {
        if (chosen)
            chosen[i] = taken[i];
        filled.count += taken[i];
        rapport__sum_add(&cost, taken[i] ? costs[i] : 0);
        rapport__sum_add(&gain, taken[i] ? gains[i] : 0);
    }
    rapport__free(&mem, whole);
    rapport__free(&mem, taken);
    if (status)
        return rapport__fail_plainly(error, status);
    filled.cost = rapport__sum_value(&cost);
    filled.gain = rapport__sum_value(&gain);
    filled.bound = filled.optimal || filled.bound < filled.gain ? filled.gain : filled.bound;
    return rapport__struct_out(out, &filled, sizeof filled);
}
