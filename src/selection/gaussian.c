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

enum { FEW = 512, TERMS = 24, BOXES = 12 };

typedef struct box {
    double middle, end; /* end: its largest value */
    rapport__sum moments[TERMS];
} box;

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
    for (int m = 0; m < TERMS; m++) {
        rapport__sum_add(&b->moments[m], term);
        term *= y;
    }
    b->end = x;
}

/* The sum of exp(-d^2 / (2 s^2)) over what is in a box. */
static double nearness(const box *b, double x, double s)
{
    double t = (x - b->middle) / s, factor = 1, sum = 0;
    for (int m = 0; m < TERMS; m++) {
        sum += factor * rapport__sum_value(&b->moments[m]);
        factor *= t / (m + 1);
    }
    return sum * rapport__exp(-t * t / 2);
}

static void by_boxes(const double *sorted, uint32_t count, double s, double *flow)
{
    box boxes[BOXES];
    uint32_t current = 0, used = 1;
    begin(&boxes[0], sorted[0], s);
    for (uint32_t k = 0; k < count; k++) {
        double near = 0, x = sorted[k];
        if (x - (boxes[current].middle - s / 2) > s) {
            current = (current + 1) % BOXES; /* the oldest is far away: each begins more than s behind the one before */
            used = used < BOXES ? used + 1 : used;
            begin(&boxes[current], x, s);
        }
        for (uint32_t back = 0; back < used; back++) {
            const box *b = &boxes[(current + BOXES - back) % BOXES];
            if (x - b->end > 9 * s)
                break;
            near += nearness(b, x, s);
        }
        flow[k] = k - near > 0 ? k - near : 0;
        add(&boxes[current], x, s);
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
