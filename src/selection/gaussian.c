/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The flows of the Gaussian preference function, 1 - exp(-d^2 / (2 s^2)).
 *
 * Few values: every pair. Many: a one-sided fast Gauss transform (after Greengard and Strain 1991). The sorted values lie in
 * boxes not wider than s. With t and y the distances of two values from the middle of a box, in units of s,
 *   exp(-(t - y)^2 / 2) = exp(-t^2 / 2) * sum over m of t^m / m! * (exp(-y^2 / 2) y^m),
 * so that a box is but the sums of exp(-y^2 / 2) y^m over its values; those before a value in its own box are running sums.
 * |y| <= 1/2: 24 terms leave less than 1e-16 of one preference. Boxes more than 9 s away are 1 to 3e-18. O(n). */
#include "base/maths.h"
#include "base/sum.h"
#include "selection/ranking.h"

enum { FEW = 512, TERMS = 24, CAREFUL = 8, BOXES = 12, LANES = 8 };

static const double over_factorial[TERMS] = {1,
                                             1,
                                             1.0 / 2,
                                             1.0 / 6,
                                             1.0 / 24,
                                             1.0 / 120,
                                             1.0 / 720,
                                             1.0 / 5040,
                                             1.0 / 40320,
                                             1.0 / 362880,
                                             1.0 / 3628800,
                                             1.0 / 39916800,
                                             1.0 / 479001600,
                                             1.0 / 6227020800,
                                             1.0 / 87178291200,
                                             1.0 / 1307674368000,
                                             1.0 / 20922789888000,
                                             1.0 / 355687428096000,
                                             1.0 / 6402373705728000,
                                             1.0 / 121645100408832000,
                                             1.0 / 2432902008176640000,
                                             1.0 / 51090942171709440000.0,
                                             1.0 / 1124000727777607680000.0,
                                             1.0 / 25852016738884976640000.0};

typedef struct box {
    double middle, end;          /* end: its largest value */
    rapport__sum first[CAREFUL]; /* the sums over what is in it: the first ones, which carry the weight, compensated */
    double sums[TERMS];          /* all, over m! */
} box;

typedef struct boxes {
    box box[BOXES]; /* in turn */
    uint32_t current, used;
} boxes;

static void each_pair(const double *sorted, uint32_t count, double s, double *flow)
{
    for (uint32_t k = 0; k < count; k++) {
        rapport__sum sum = {0};
        for (uint32_t i = 0; i < k; i++) {
            double z = (sorted[k] - sorted[i]) / s;
            rapport__sum_add(&sum, -rapport__expm1(-z * z / 2));
        }
        flow[k] = rapport__sum_value(&sum);
    }
}

static void begin(box *b, double first, double s)
{
    *b = (box){.middle = first + s / 2, .end = first};
}

static void add(box *b, double x, double s)
{
    double y = (x - b->middle) / s, term = rapport__exp(-y * y / 2);
    for (int m = 0; m < CAREFUL; m++) {
        rapport__sum_add(&b->first[m], term);
        b->sums[m] = rapport__sum_value(&b->first[m]) * over_factorial[m];
        term *= y;
    }
    for (int m = CAREFUL; m < TERMS; m++) {
        b->sums[m] += term * over_factorial[m];
        term *= y;
    }
    b->end = x;
}

/* Of so many values, side by side, the sums of exp(-d^2 / (2 s^2)) over what is in a box, which does not change meanwhile; from
 * the small terms to the large ones (Horner). */
static void add_nearness(const box *b, const double *restrict x, uint32_t count, double s, double *restrict near)
{
    double t[LANES], sum[LANES];
    for (uint32_t l = 0; l < LANES; l++) {
        t[l] = (x[l < count ? l : 0] - b->middle) / s;
        sum[l] = b->sums[TERMS - 1];
    }
    for (int m = TERMS - 1; m-- > 0;)
        for (uint32_t l = 0; l < LANES; l++)
            sum[l] = sum[l] * t[l] + b->sums[m];
    for (uint32_t l = 0; l < count; l++)
        near[l] += sum[l] * rapport__exp(-t[l] * t[l] / 2);
}

/* The same for one value. */
static double nearness(const box *b, double x, double s)
{
    double t = (x - b->middle) / s, sum = b->sums[TERMS - 1];
    for (int m = TERMS - 1; m-- > 0;)
        sum = sum * t + b->sums[m];
    return sum * rapport__exp(-t * t / 2);
}

/* The values from..to-1 are those of the current box: first of each what its own box gives, then the boxes before. */
static void flow_of_box(const double *sorted, uint32_t from, uint32_t to, double s, boxes *all, double *flow)
{
    box *own = &all->box[all->current];
    for (uint32_t k = from; k < to; k++) {
        flow[k] = nearness(own, sorted[k], s);
        add(own, sorted[k], s);
    }
    for (uint32_t back = 1; back < all->used; back++) {
        const box *b = &all->box[(all->current + BOXES - back) % BOXES];
        for (uint32_t k = from, count; k < to && !(sorted[k] - b->end > 9 * s); k += count) {
            for (count = 1; count < LANES && k + count < to && !(sorted[k + count] - b->end > 9 * s);)
                count++;
            add_nearness(b, sorted + k, count, s, flow + k);
        }
    }
    for (uint32_t k = from; k < to; k++)
        flow[k] = k - flow[k] > 0 ? k - flow[k] : 0;
}

/* A box whose place another takes is far away: each begins more than s behind the one before. */
static void by_boxes(const double *sorted, uint32_t count, double s, double *flow)
{
    boxes all = {.used = 0, .current = BOXES - 1};
    for (uint32_t from = 0, to; from < count; from = to) {
        box *own;
        all.current = (all.current + 1) % BOXES;
        all.used = all.used < BOXES ? all.used + 1 : all.used;
        own = &all.box[all.current];
        begin(own, sorted[from], s);
        for (to = from + 1; to < count && !(sorted[to] - (own->middle - s / 2) > s);)
            to++;
        flow_of_box(sorted, from, to, s, &all, flow);
    }
}

void rapport__gaussian_flow(const double *sorted, uint32_t count, double s, double *flow)
{
    /* where s is lost beside the values a box cannot be told from a point */
    double size = -sorted[0] > sorted[count - 1] ? -sorted[0] : sorted[count - 1];
    if (count <= FEW || s < 1e-9 * size)
        each_pair(sorted, count, s, flow);
    else
        by_boxes(sorted, count, s, flow);
}
