/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* AD: the mean distance of a unit's ratings from their mean or median (Burke, Finkelstein and Dusig 1999). */
#include "analysis/agreement.h"

#include "base/sort.h"

typedef struct column {
    const rapport__grid *g;
    uint32_t unit, *order, *room;
} column;

static int compare_ratings(const void *context, uint32_t a, uint32_t b)
{
    const column *c = context;
    double left = rapport__grid_at(c->g, a, c->unit), right = rapport__grid_at(c->g, b, c->unit);
    return (left > right) - (left < right);
}

/* Shifted by the origin, as everything here; half-way between the two in the middle if there are two. */
static double median(const column *c)
{
    uint32_t count = 0, middle;
    for (uint32_t r = 0; r < c->g->raters; r++)
        if (rapport__grid_has(c->g, r, c->unit))
            c->order[count++] = r;
    rapport__sort(c->order, c->room, count, compare_ratings, c);
    middle = count / 2;
    if (count % 2)
        return rapport__grid_shifted(c->g, c->order[middle], c->unit);
    return (rapport__grid_shifted(c->g, c->order[middle - 1], c->unit) +
            rapport__grid_shifted(c->g, c->order[middle], c->unit)) /
           2;
}

static double mean_distance(const column *c, double center)
{
    rapport__sum sum = {0};
    for (uint32_t r = 0; r < c->g->raters; r++)
        if (rapport__grid_has(c->g, r, c->unit)) {
            double away = rapport__grid_shifted(c->g, r, c->unit) - center;
            rapport__sum_add(&sum, away < 0 ? -away : away);
        }
    return rapport__sum_value(&sum) / c->g->counts[c->unit];
}

static void over_units(const rapport__grid *g, column *c, rapport_agreement *out)
{
    rapport__over_units over = {0};
    for (c->unit = 0; c->unit < g->units; c->unit++)
        if (g->counts[c->unit] > 1)
            rapport__add_unit(&over, out, c->unit, g->counts[c->unit],
                              mean_distance(c, c->order ? median(c) : rapport__unit_spread(g, c->unit).mean));
    out->has = RAPPORT_HAS_UNITS;
    if (g->wanted.options) {
        out->has |= RAPPORT_HAS_LIMIT;
        out->limit = g->wanted.options / 6.0; /* Burke and Dunlap 2002 */
    }
    rapport__agreed(out, rapport__mean_within(&over.sum, out->units, out->least, out->greatest));
}

rapport_status rapport__agreement_ad(const rapport__grid *g, rapport_agreement *out)
{
    column c = {.g = g};
    if (!rapport__enough_paired(g, out))
        return RAPPORT_OK;
    if (g->wanted.around == RAPPORT_AROUND_MEDIAN) {
        if (!(c.order = rapport__alloc(&g->mem, g->raters, 2 * sizeof *c.order)))
            return RAPPORT_NO_MEMORY;
        c.room = c.order + g->raters;
    }
    over_units(g, &c, out);
    rapport__free(&g->mem, c.order);
    return RAPPORT_OK;
}
