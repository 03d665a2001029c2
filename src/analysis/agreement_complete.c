/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Units that all raters rated, and their sums of squares. */
#include "analysis/agreement.h"

static bool has_any(const rapport__grid *g, uint32_t rater)
{
    for (uint32_t u = 0; u < g->units; u++)
        if (rapport__grid_has(g, rater, u))
            return true;
    return false;
}

rapport_status rapport__find_complete(const rapport__grid *g, rapport__complete *out)
{
    *out = (rapport__complete){0};
    if (!(out->raters = rapport__alloc(&g->mem, (size_t)g->raters + g->units, sizeof *out->raters)))
        return RAPPORT_NO_MEMORY;
    out->units = out->raters + g->raters;
    for (uint32_t r = 0; r < g->raters; r++)
        if (has_any(g, r))
            out->raters[out->rater_count++] = r;
    for (uint32_t u = 0; u < g->units; u++)
        if (g->counts[u] == out->rater_count)
            out->units[out->unit_count++] = u;
    return RAPPORT_OK;
}

bool rapport__enough_complete(const rapport__grid *g, const rapport__complete *complete, rapport_agreement *out)
{
    out->raters = complete->rater_count;
    out->units = complete->unit_count;
    out->ratings = complete->rater_count * complete->unit_count;
    if (complete->rater_count < 2)
        rapport__undefined(out, RAPPORT_TOO_FEW_RATERS);
    else if (g->rated_units < 2)
        rapport__undefined(out, RAPPORT_TOO_FEW_UNITS);
    else if (complete->unit_count < 2)
        rapport__undefined(out, RAPPORT_TOO_FEW_COMPLETE);
    else
        return true;
    return false;
}

typedef struct means {
    double *raters, *units, all;
} means;

/* The mean of one rater's ratings, or of one unit's. */
static double mean_of(const rapport__grid *g, const rapport__complete *c, uint32_t at, bool of_rater)
{
    uint32_t count = of_rater ? c->unit_count : c->rater_count;
    rapport__sum sum = {0};
    double least = 0, greatest = 0;
    for (uint32_t i = 0; i < count; i++) {
        double x = of_rater ? rapport__grid_shifted(g, c->raters[at], c->units[i])
                            : rapport__grid_shifted(g, c->raters[i], c->units[at]);
        rapport__sum_add(&sum, x);
        least = !i || x < least ? x : least;
        greatest = !i || x > greatest ? x : greatest;
    }
    return rapport__mean_within(&sum, count, least, greatest);
}

static double mean_of_means(const double *unit_means, uint32_t count)
{
    rapport__sum sum = {0};
    double least = unit_means[0], greatest = unit_means[0];
    for (uint32_t i = 0; i < count; i++) {
        rapport__sum_add(&sum, unit_means[i]);
        least = unit_means[i] < least ? unit_means[i] : least;
        greatest = unit_means[i] > greatest ? unit_means[i] : greatest;
    }
    return rapport__mean_within(&sum, count, least, greatest);
}

static double squares_around(const double *some, uint32_t count, double center)
{
    rapport__sum sum = {0};
    for (uint32_t i = 0; i < count; i++)
        rapport__sum_add(&sum, (some[i] - center) * (some[i] - center));
    return rapport__sum_value(&sum);
}

static void add_squares(const rapport__grid *g, const rapport__complete *c, const means *m, rapport__two_way *out)
{
    rapport__sum within = {0}, error = {0}, of_items = {0};
    double n = c->unit_count, k = c->rater_count, total;
    for (uint32_t r = 0; r < c->rater_count; r++)
        for (uint32_t u = 0; u < c->unit_count; u++) {
            double x = rapport__grid_shifted(g, c->raters[r], c->units[u]), away = x - m->units[u];
            double left = away - (m->raters[r] - m->all);
            rapport__sum_add(&within, away * away);
            rapport__sum_add(&error, left * left);
            rapport__sum_add(&of_items, (x - m->raters[r]) * (x - m->raters[r]));
        }
    out->units = k * squares_around(m->units, c->unit_count, m->all);
    out->raters = n * squares_around(m->raters, c->rater_count, m->all);
    out->within = rapport__sum_value(&within);
    total = out->units + out->within;
    out->of_items = rapport__without_noise(rapport__sum_value(&of_items), total) / (n - 1);
    out->units = rapport__without_noise(out->units, total) / (n - 1);
    out->raters = rapport__without_noise(out->raters, total) / (k - 1);
    out->within = rapport__without_noise(out->within, total) / (n * (k - 1));
    out->error = rapport__without_noise(rapport__sum_value(&error), total) / ((n - 1) * (k - 1));
    out->of_sum = k * out->units;
}

rapport_status rapport__compute_two_way(const rapport__grid *g, const rapport__complete *complete, rapport__two_way *out)
{
    means m = {0};
    m.raters = rapport__alloc(&g->mem, (size_t)complete->rater_count + complete->unit_count, sizeof *m.raters);
    if (!m.raters)
        return RAPPORT_NO_MEMORY;
    m.units = m.raters + complete->rater_count;
    for (uint32_t r = 0; r < complete->rater_count; r++)
        m.raters[r] = mean_of(g, complete, r, true);
    for (uint32_t u = 0; u < complete->unit_count; u++)
        m.units[u] = mean_of(g, complete, u, false);
    m.all = mean_of_means(m.units, complete->unit_count);
    add_squares(g, complete, &m, out);
    rapport__free(&g->mem, m.raters);
    return RAPPORT_OK;
}
