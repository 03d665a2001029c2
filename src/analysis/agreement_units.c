/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What several indices share: the spread of one unit, means over units, and noise that is no variance. */
#include "analysis/agreement.h"

double rapport__mean_within(const rapport__sum *sum, uint32_t count, double least, double greatest)
{
    double mean = rapport__sum_value(sum) / count;
    return mean < least ? least : mean > greatest ? greatest : mean;
}

double rapport__without_noise(double squares, double total)
{
    return squares > total * 1e-28 ? squares : 0;
}

rapport__spread rapport__unit_spread(const rapport__grid *g, uint32_t unit)
{
    rapport__spread out = {.count = g->counts[unit]};
    rapport__sum sum = {0}, squares = {0};
    double least = 0, greatest = 0;
    bool any = false;
    for (uint32_t r = 0; r < g->raters; r++) {
        double x;
        if (!rapport__grid_has(g, r, unit))
            continue;
        x = rapport__grid_shifted(g, r, unit);
        rapport__sum_add(&sum, x);
        least = !any || x < least ? x : least;
        greatest = !any || x > greatest ? x : greatest;
        any = true;
    }
    out.mean = rapport__mean_within(&sum, out.count, least, greatest);
    for (uint32_t r = 0; r < g->raters; r++)
        if (rapport__grid_has(g, r, unit)) {
            double away = rapport__grid_shifted(g, r, unit) - out.mean;
            rapport__sum_add(&squares, away * away);
        }
    out.squares = rapport__sum_value(&squares);
    return out;
}

void rapport__add_unit(rapport__over_units *over, rapport_agreement *out, uint32_t unit, uint32_t count, double value)
{
    rapport__sum_add(&over->sum, value);
    out->ratings += count;
    if (!out->units++ || value < out->least) {
        out->least = value + 0.0;
        out->least_unit = unit;
    }
    if (out->greatest_unit == RAPPORT_NONE || value > out->greatest) {
        out->greatest = value + 0.0;
        out->greatest_unit = unit;
    }
}

bool rapport__enough_paired(const rapport__grid *g, rapport_agreement *out)
{
    out->raters = g->paired_raters;
    if (g->active_raters < 2)
        rapport__undefined(out, RAPPORT_TOO_FEW_RATERS);
    else if (!g->paired_units)
        rapport__undefined(out, RAPPORT_NOTHING_PAIRABLE);
    else
        return true;
    return false;
}
