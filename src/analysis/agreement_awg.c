/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* a_wg: variance within a unit against the largest that its mean allows (Brown and Hauenstein 2005). */
#include "analysis/agreement.h"

/* 1 - 2 s^2 / (((H + L) M - M^2 - H L) n / (n - 1)). The parenthesis is (H - M)(M - L), and s^2 has n - 1 below:
 * what is left is the sum of squares over n (H - M)(M - L). At an end of the scale all agree. */
double rapport__awg_of(uint32_t count, double squares, double above, double below)
{
    double value;
    if (!(squares > 0))
        return 1;
    value = 1 - 2 * squares / (count * above * below);
    return value < -1 ? -1 : value; /* by rounding only */
}

rapport_status rapport__agreement_awg(const rapport__grid *g, rapport_agreement *out)
{
    rapport__over_units over = {0};
    double range = g->wanted.highest - g->wanted.lowest;
    if (!rapport__enough_paired(g, out))
        return RAPPORT_OK;
    for (uint32_t u = 0; u < g->units; u++) {
        rapport__spread spread;
        double below, above, nearest;
        if (g->counts[u] < 2)
            continue;
        spread = rapport__unit_spread(g, u);
        below = spread.mean + (g->origin - g->wanted.lowest);
        above = range - below;
        nearest = below < above ? below : above;
        /* Nearer to an end than one rating at the other end would bring it, (H - L)/n: not to be interpreted. */
        out->off_center += rapport__compare(nearest / range, 1.0 / spread.count) < 0;
        rapport__sum_add(&over.variances, spread.squares / (spread.count - 1));
        rapport__add_unit(&over, out, u, spread.count, rapport__awg_of(spread.count, spread.squares, above, below));
    }
    out->observed = rapport__sum_value(&over.variances) / out->units;
    out->has = RAPPORT_HAS_OBSERVED | RAPPORT_HAS_UNITS;
    rapport__agreed(out, rapport__mean_within(&over.sum, out->units, out->least, out->greatest));
    return RAPPORT_OK;
}
