/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* ELECTRE III (Roy 1978), with thresholds q, p, v that are constant. d the difference by which a is worse than b:
 *   c_j(a, b) = 1 for d <= q, 0 for d >= p, linear between; C = sum of w_j c_j;
 *   D_j(a, b) = 0 for d <= p, 1 for d >= v, linear between; 0 without a veto;
 *   credibility = C * product over D_j > C of (1 - D_j) / (1 - C).
 * Two distillations with s(x) = alpha - beta x: from the best down, and from the worst up. Final order: one is preferred if it
 * is not behind in either and ahead in one. The score is how many a candidate is preferred to less how many are to it. */
#include "base/sum.h"
#include "selection/ranking.h"

static double concordance_of(const rapport_candidates_criterion *about, double worse)
{
    if (worse <= about->indifference)
        return 1;
    return worse >= about->strict ? 0 : (about->strict - worse) / (about->strict - about->indifference);
}

static double discordance_of(const rapport_candidates_criterion *about, double worse)
{
    if (!(about->has & RAPPORT_HAS_VETO) || worse <= about->strict)
        return 0;
    return worse >= about->veto ? 1 : (worse - about->strict) / (about->veto - about->strict);
}

static double worse_by(const rapport__contest *c, uint32_t j, uint32_t a, uint32_t b)
{
    const double *x = rapport__column(c, j);
    return rapport__is_cost(c, j) ? x[a] - x[b] : x[b] - x[a];
}

static double credibility_of(const rapport__contest *c, uint32_t a, uint32_t b, double concordance)
{
    double credibility = concordance;
    for (uint32_t j = 0; j < c->criteria && concordance < 1; j++) {
        double discordance = discordance_of(c->about[j], worse_by(c, j, a, b));
        if (discordance > concordance)
            credibility *= (1 - discordance) / (1 - concordance);
    }
    return credibility;
}

static void compare_all(rapport__contest *c)
{
    double *concordance = c->out->pairs[0], *credibility = c->out->pairs[1];
    for (uint32_t j = 0; j < c->criteria; j++) {
        rapport__sort_column(c, j, 1, c->index[0], c->room[0]);
        for (uint32_t k = 0; k < c->rows; k++)
            rapport__column(c, j)[c->index[0][k]] = c->room[0][k]; /* those that differ by noise are one */
    }
    for (uint32_t a = 0; a < c->rows; a++)
        for (uint32_t b = 0; b < c->rows; b++) {
            size_t at = (size_t)a * c->rows + b;
            for (uint32_t j = 0; j < c->criteria; j++)
                concordance[at] += c->weight[j] * concordance_of(c->about[j], worse_by(c, j, a, b));
            if (concordance[at] > 1 - 1e-12)
                concordance[at] = 1; /* the weights add up to 1 but for rounding */
            credibility[at] = credibility_of(c, a, b, concordance[at]);
        }
}

typedef struct distillation {
    const double *credibility;
    uint32_t rows;
    double alpha, beta;
    uint32_t *rest, *class; /* who is left; of whom the class at hand may consist */
    uint32_t rest_count, class_count;
    int32_t sign; /* -1 from the worst up */
} distillation;

static double cell(const distillation *d, uint32_t a, uint32_t b)
{
    return d->credibility[(size_t)a * d->rows + b];
}

/* The largest credibility among the class that is below a limit; 0 if there is none. */
static double largest_below(const distillation *d, double limit)
{
    double largest = 0;
    for (uint32_t i = 0; i < d->class_count; i++)
        for (uint32_t k = 0; k < d->class_count; k++) {
            double x = cell(d, d->class[i], d -> class[k]);
            if (i != k && x > largest && rapport__compare(x, limit) < 0)
                largest = x;
        }
    return largest;
}

/* Plain comparisons come first, and mostly decide: who compares as more is more. */
static bool outranks(const distillation *d, uint32_t a, uint32_t b, double level)
{
    double forth = cell(d, a, b);
    return forth > level && rapport__compare(forth, level) > 0 &&
           rapport__compare(forth, cell(d, b, a) + (d->alpha - d->beta * forth)) > 0;
}

/* Keeps those of the class that qualify best at this level: whoever outranks most, less those that outrank it. Standings begin
 * at the number of rows, which none can fall below. */
static void narrow(distillation *d, double level, uint32_t *standing)
{
    uint32_t best = 0, kept = 0, up = (uint32_t)d->sign;
    for (uint32_t i = 0; i < d->class_count; i++)
        standing[i] = d->rows;
    for (uint32_t i = 0; i < d->class_count; i++)
        for (uint32_t k = 0; k < d->class_count; k++)
            if (i != k && outranks(d, d->class[i], d -> class[k], level)) {
                standing[i] += up;
                standing[k] -= up;
            }
    for (uint32_t i = 0; i < d->class_count; i++)
        best = standing[i] > best ? standing[i] : best;
    for (uint32_t i = 0; i < d->class_count; i++)
        if (standing[i] == best)
            d->class[kept++] = d->class[i];
    d->class_count = kept;
}

/* Takes the class at hand out of the rest. */
static void remove_class(distillation *d)
{
    uint32_t kept = 0, k = 0;
    for (uint32_t i = 0; i < d->rest_count; i++)
        if (k < d->class_count && d->class[k] == d->rest[i])
            k++; /* both are in order */
        else
            d->rest[kept++] = d->rest[i];
    d->rest_count = kept;
}

static void distill(rapport__contest *c, int32_t sign, double *classes)
{
    distillation d = {c->out->pairs[1], c->rows, c->out->number[0], c->out->number[1], c->index[0], c->index[1], 0, 0, sign};
    double number = 0;
    for (d.rest_count = 0; d.rest_count < c->rows; d.rest_count++)
        d.rest[d.rest_count] = d.rest_count;
    while (d.rest_count) {
        double level;
        number++;
        for (d.class_count = 0; d.class_count < d.rest_count; d.class_count++)
            d.class[d.class_count] = d.rest[d.class_count];
        level = largest_below(&d, 2);
        while (d.class_count > 1 && level > 0) {
            level = largest_below(&d, level - (d.alpha - d.beta * level));
            narrow(&d, level, c->index[2]);
        }
        for (uint32_t i = 0; i < d.class_count; i++)
            classes[d.class[i]] = number;
        remove_class(&d);
    }
    for (uint32_t i = 0; i < c->rows && sign < 0; i++)
        classes[i] = number + 1 - classes[i];
}

rapport_status rapport__rank_electre3(rapport__contest *c)
{
    double *down = c->out->values[RAPPORT_DESCENDING], *up = c->out->values[RAPPORT_ASCENDING];
    compare_all(c);
    distill(c, 1, down);
    distill(c, -1, up);
    for (uint32_t a = 0; a < c->rows; a++)
        for (uint32_t b = 0; b < c->rows; b++) {
            bool ahead = down[a] <= down[b] && up[a] <= up[b], behind = down[a] >= down[b] && up[a] >= up[b];
            c->out->values[RAPPORT_SCORE][a] += (double)ahead - behind;
        }
    return RAPPORT_OK;
}
