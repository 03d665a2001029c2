/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* r_wg and r_wg(J): variance within a unit against the variance of ratings at random (James, Demaree and Wolf 1984). */
#include "analysis/agreement.h"

/* Of the uniform distribution: over A options a step apart, (A^2 - 1)/12 squared steps; over a continuous range its square/12.
 */
static double random_variance(const rapport_agreement_options *wanted)
{
    double range = wanted->highest - wanted->lowest, options = wanted->options;
    if (range == 0)
        return (options * options - 1) / 12;
    if (!wanted->options)
        return range * range / 12;
    return range * range * (options + 1) / (12 * (options - 1));
}

/* From the mean variance of J items over that of ratings at random. A group that differs more than at random gets 0, as James,
 * Demaree and Wolf (1984) propose. */
double rapport__rwg_over_items(double ratio, double items)
{
    return ratio < 1 ? items * (1 - ratio) / (items * (1 - ratio) + ratio) : 0;
}

rapport_status rapport__agreement_rwg(const rapport__grid *g, rapport_agreement *out)
{
    rapport__over_units over = {0};
    double expected = random_variance(&g->wanted);
    if (!rapport__enough_paired(g, out))
        return RAPPORT_OK;
    for (uint32_t u = 0; u < g->units; u++) {
        rapport__spread spread;
        double variance, value;
        if (g->counts[u] < 2)
            continue;
        spread = rapport__unit_spread(g, u);
        variance = spread.squares / (spread.count - 1);
        value = 1 - variance / expected;
        out->floored += value < 0;
        rapport__sum_add(&over.variances, variance);
        rapport__add_unit(&over, out, u, spread.count, value < 0 ? 0 : value);
    }
    out->observed = rapport__sum_value(&over.variances) / out->units;
    out->expected = expected;
    out->has = RAPPORT_HAS_OBSERVED | RAPPORT_HAS_EXPECTED;
    if (out->index == RAPPORT_RWG) {
        out->has |= RAPPORT_HAS_UNITS;
        rapport__agreed(out, rapport__mean_within(&over.sum, out->units, out->least, out->greatest));
        return RAPPORT_OK;
    }
    out->floored = out->observed > expected;
    out->least = out->greatest = 0;
    out->least_unit = out->greatest_unit = RAPPORT_NONE;
    rapport__agreed(out, rapport__rwg_over_items(out->observed / expected, out->units));
    return RAPPORT_OK;
}
