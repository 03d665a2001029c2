/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Intraclass correlations (Shrout and Fleiss 1979). */
#include "analysis/agreement.h"

/* The mean of all ratings from the units' means. */
static double mean_of_all(const rapport__grid *g)
{
    rapport__sum sum = {0};
    double least = 0, greatest = 0;
    bool any = false;
    for (uint32_t u = 0; u < g->units; u++) {
        double mean;
        if (!g->counts[u])
            continue;
        mean = rapport__unit_spread(g, u).mean;
        rapport__sum_add_product(&sum, mean, g->counts[u]);
        least = !any || mean < least ? mean : least;
        greatest = !any || mean > greatest ? mean : greatest;
        any = true;
    }
    return rapport__mean_within(&sum, g->ratings, least, greatest);
}

typedef struct one_way {
    double units, within; /* mean squares */
    double size;          /* ratings of a unit: (N - sum n^2 / N)/(units - 1), Searle, Casella and McCulloch 1992 */
    bool equal;           /* all units have as many */
} one_way;

static one_way squares_one_way(const rapport__grid *g)
{
    one_way out = {.equal = true};
    rapport__sum units = {0}, within = {0};
    double center, total, sizes = 0, count = g->ratings;
    uint32_t size = 0;
    center = mean_of_all(g);
    for (uint32_t u = 0; u < g->units; u++) {
        rapport__spread spread;
        if (!g->counts[u])
            continue;
        spread = rapport__unit_spread(g, u);
        rapport__sum_add(&within, spread.squares);
        rapport__sum_add(&units, spread.count * (spread.mean - center) * (spread.mean - center));
        sizes += (double)spread.count * spread.count;
        out.equal = out.equal && (!size || size == spread.count);
        size = spread.count;
    }
    total = rapport__sum_value(&units) + rapport__sum_value(&within);
    out.units = rapport__without_noise(rapport__sum_value(&units), total) / (g->rated_units - 1);
    out.within = rapport__without_noise(rapport__sum_value(&within), total) / (count - g->rated_units);
    out.size = (count - sizes / count) / (g->rated_units - 1);
    return out;
}

static bool enough(const rapport__grid *g, rapport_agreement *out)
{
    out->raters = g->active_raters;
    out->units = g->rated_units;
    out->ratings = g->ratings;
    if (g->active_raters < 2)
        rapport__undefined(out, RAPPORT_TOO_FEW_RATERS);
    else if (g->rated_units < 2)
        rapport__undefined(out, RAPPORT_TOO_FEW_UNITS);
    else if (!g->paired_units)
        rapport__undefined(out, RAPPORT_NOTHING_PAIRABLE);
    else
        return true;
    return false;
}

static void put_f(rapport_agreement *out, double above, double below, double df1, double df2)
{
    if (!(below > 0))
        return;
    out->has |= RAPPORT_HAS_F;
    out->f = above / below;
    out->df1 = df1;
    out->df2 = df2;
}

rapport_status rapport__agreement_icc1(const rapport__grid *g, rapport_agreement *out)
{
    bool mean = out->index == RAPPORT_ICC1K;
    one_way squares;
    if (!enough(g, out))
        return RAPPORT_OK;
    squares = squares_one_way(g);
    if (!(squares.units > 0) && (mean || !(squares.within > 0))) {
        rapport__undefined(out, RAPPORT_NO_VARIANCE);
        return RAPPORT_OK;
    }
    out->has = RAPPORT_HAS_MEAN_SQUARES;
    out->ms_units = squares.units;
    out->ms_within = squares.within;
    out->raters_per_unit = squares.size;
    put_f(out, squares.units, squares.within, g->rated_units - 1.0, (double)g->ratings - g->rated_units);
    if (out->has & RAPPORT_HAS_F && squares.equal)
        rapport__interval_of_ratio(out, out->f, out->df1, out->df2, squares.size, mean);
    rapport__agreed(out, (squares.units - squares.within) / (squares.units + (mean ? 0 : squares.size - 1) * squares.within));
    return RAPPORT_OK;
}

/* What the difference between units and error is relative to; `scale` tells what is mere rounding. */
static double denominator(int32_t index, const rapport__two_way *s, double n, double k, double *scale)
{
    *scale = s->units + s->raters + s->error;
    switch (index) {
    case RAPPORT_ICC2:
        return s->units + (k - 1) * s->error + k * (s->raters - s->error) / n;
    case RAPPORT_ICC2K:
        return s->units + (s->raters - s->error) / n;
    case RAPPORT_ICC3:
        return s->units + (k - 1) * s->error;
    default:
        return s->units;
    }
}

static void put_two_way(rapport_agreement *out, const rapport__two_way *s, double n, double k)
{
    bool mean = out->index == RAPPORT_ICC2K || out->index == RAPPORT_ICC3K;
    double scale, below = denominator(out->index, s, n, k, &scale);
    if (!(below > 1e-14 * scale)) {
        bool any = s->units > 0 || s->error > 0; /* more than raters who differ */
        rapport__undefined(out, any && out->index != RAPPORT_ICC3K ? RAPPORT_NO_POSITIVE_VARIANCE : RAPPORT_NO_VARIANCE);
        return;
    }
    out->has = RAPPORT_HAS_MEAN_SQUARES | RAPPORT_HAS_TWO_WAY;
    out->ms_units = s->units;
    out->ms_within = s->within;
    out->ms_raters = s->raters;
    out->ms_error = s->error;
    out->raters_per_unit = k;
    rapport__agreed(out, (s->units - s->error) / below);
    put_f(out, s->units, s->error, n - 1, (n - 1) * (k - 1));
    if (!(out->has & RAPPORT_HAS_F))
        return;
    if (out->index == RAPPORT_ICC2 || out->index == RAPPORT_ICC2K)
        rapport__interval_of_icc2(out, s, n, k, mean);
    else
        rapport__interval_of_ratio(out, out->f, out->df1, out->df2, k, mean);
}

rapport_status rapport__agreement_icc(const rapport__grid *g, rapport_agreement *out)
{
    rapport__complete complete;
    rapport__two_way squares;
    rapport_status status = rapport__find_complete(g, &complete);
    if (!status && rapport__enough_complete(g, &complete, out) && !(status = rapport__compute_two_way(g, &complete, &squares)))
        put_two_way(out, &squares, complete.unit_count, complete.rater_count);
    rapport__free(&g->mem, complete.raters);
    return status;
}
