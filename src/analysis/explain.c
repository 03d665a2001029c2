/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Where the joint score comes from. Every power mean is homogeneous of degree one, so by Euler's theorem the values times the
 * derivatives add up to the score: a group's contribution goes to its children in proportion to w x^p, and its derivative is
 * handed down by the chain rule, dM/dx = (w / sum w) (x / M)^(p - 1). */
#include "analysis/result.h"
#include "base/maths.h"
#include "base/sum.h"
#include "model/power.h"

#include <math.h>

/* Whether a child has a part in its group's joint score. */
static bool takes_part(const rapport__node *nodes, const rapport__cell *cells, uint32_t child)
{
    return nodes[child].counts && rapport__has_score(&cells[child]);
}

/* How much of a group's contribution goes to a child, relative to the others. */
static double part_of(const rapport__node *nodes, const rapport__cell *cells, uint32_t group, uint32_t child, double reference)
{
    double power = nodes[group].power, weight = nodes[child].weight, value = cells[child].score;
    if (power == 1)
        return weight * value;
    if (rapport__power_is_extreme(power))
        return rapport__compare(value, reference) == 0 ? weight : 0;
    value = rapport__power_floor(power, value);
    return power == 0 ? weight : reference > 0 ? weight * rapport__pow(value / reference, power) : 0;
}

/* The value that the parts of a group are taken relative to: its least child for p <= 0, its largest otherwise. */
static double reference_of(const rapport__node *nodes, const rapport__cell *cells, uint32_t group)
{
    double power = nodes[group].power, least = 100, largest = 0;
    EACH_CHILD(nodes, group, c) {
        double value = takes_part(nodes, cells, c) ? rapport__power_floor(power, cells[c].score) : -1;
        if (value < 0)
            continue;
        least = value < least ? value : least;
        largest = value > largest ? value : largest;
    }
    return power > 0 ? largest : least;
}

typedef struct split {               /* of one group */
    double reference, parts, weight; /* parts and weight: sums over the children that take part */
    double tied;                     /* min and max: sum of the weights at the extreme */
} split;

static split split_of(const rapport__node *nodes, const rapport__cell *cells, uint32_t group)
{
    split s = {.reference = nodes[group].power == 1 ? 0 : reference_of(nodes, cells, group)};
    EACH_CHILD(nodes, group, c) {
        if (!takes_part(nodes, cells, c))
            continue;
        s.parts += part_of(nodes, cells, group, c, s.reference);
        s.weight += nodes[c].weight;
    }
    return s;
}

/* dM/dx of a group by one child; false where it has no bound. */
static bool derivative(const rapport__node *nodes, const rapport__cell *cells, uint32_t group, uint32_t child, const split *s,
                       double *out)
{
    double power = nodes[group].power, weight = nodes[child].weight, value = cells[child].score, mean = cells[group].score;
    if (rapport__power_is_extreme(power)) {
        *out = part_of(nodes, cells, group, child, s->reference) / s->parts;
        return true;
    }
    *out = weight / s->weight;
    if (power == 1 || mean == 0)
        return true; /* where all are 0: along the diagonal */
    if (power <= 0 && value < 1)
        *out = 0; /* below the floor nothing moves */
    else if (value == 0)
        *out = power > 1 ? 0 : HUGE_VAL;
    else
        *out *= rapport__pow(value / mean, power - 1);
    return *out < HUGE_VAL;
}

static void explain_children(rapport_result *result, const rapport__node *nodes, const rapport__cell *cells, uint32_t group)
{
    const rapport__explained *parent = &result->explained[group];
    split s = split_of(nodes, cells, group);
    EACH_CHILD(nodes, group, c) {
        rapport__explained *child = &result->explained[c];
        double slope;
        bool bounded;
        if (!takes_part(nodes, cells, c))
            continue;
        child->contribution = parent->contribution * (s.parts > 0 ? part_of(nodes, cells, group, c, s.reference) / s.parts
                                                                  : nodes[c].weight / s.weight);
        bounded = derivative(nodes, cells, group, c, &s, &slope);
        if ((bounded && slope == 0) || (!parent->unbounded && parent->leverage == 0))
            continue; /* what does not move the score does not, however steep the rest of the way */
        child->leverage = bounded && !parent->unbounded ? parent->leverage * slope : HUGE_VAL;
        child->unbounded = child->leverage >= HUGE_VAL;
        if (child->unbounded)
            child->leverage = 0;
    }
}

void rapport__explain(rapport_result *result)
{
    const rapport__node *nodes = result->model->content.nodes;
    const rapport__cell *cells = rapport__joint(result);
    for (uint32_t i = 0; i < result->node_count; i++)
        result->explained[i] = (rapport__explained){0};
    if (!result->outcome.has_score)
        return;
    result->explained[RAPPORT_ROOT].contribution = result->outcome.score;
    result->explained[RAPPORT_ROOT].leverage = 1;
    for (uint32_t i = 0; i < result->node_count; i++)
        if (nodes[i].kind == RAPPORT_GROUP && nodes[i].enters && rapport__has_score(&cells[i]))
            explain_children(result, nodes, cells, i);
}
