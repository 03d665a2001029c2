/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Confidence intervals of reliabilities (Shrout and Fleiss 1979, McGraw and Wong 1996). */
#include "analysis/agreement.h"

static void put(rapport_agreement *out, double lower, double upper)
{
    out->has |= RAPPORT_HAS_INTERVAL;
    out->lower = lower + 0.0;
    out->upper = upper + 0.0;
}

/* Probability below the upper end. */
static double upper_tail(const rapport_agreement *out)
{
    return 1 - (1 - out->confidence) / 2;
}

void rapport__interval_of_ratio(rapport_agreement *out, double f, double df1, double df2, double k, bool mean)
{
    double p = upper_tail(out), low, high;
    if (!(f > 0)) /* units that do not differ tell nothing about how much they do */
        return;
    low = f / rapport__f_quantile(p, df1, df2);
    high = f * rapport__f_quantile(p, df2, df1);
    if (mean)
        put(out, 1 - 1 / low, 1 - 1 / high);
    else
        put(out, (low - 1) / (low + k - 1), (high - 1) / (high + k - 1));
}

/* From one rater to the mean of k (Spearman and Brown 1910); below -1/(k - 1) there is no such mean. */
static void put_mean(rapport_agreement *out, double lower, double upper, double k)
{
    if (1 + lower * (k - 1) > 0)
        put(out, lower * k / (1 + lower * (k - 1)), upper * k / (1 + upper * (k - 1)));
}

/* The degrees of freedom v are Satterthwaite's, from the estimate of ICC(2,1), whichever of the two forms is asked for. */
void rapport__interval_of_icc2(rapport_agreement *out, const rapport__two_way *s, double n, double k, bool mean)
{
    double below = s->units + (k - 1) * s->error + k * (s->raters - s->error) / n;
    double single = (s->units - s->error) / below, ratio = s->raters / s->error, p = upper_tail(out);
    double a = k * single * ratio, b = n * (1 + (k - 1) * single) - k * single;
    double v = (k - 1) * (n - 1) * (a + b) * (a + b) / ((n - 1) * a * a + b * b);
    double rest = k * s->raters + (k * n - k - n) * s->error, high, low, lower, upper;
    if (!(s->units > 0 && v >= 0.5)) /* or hardly */
        return;
    high = rapport__f_quantile(p, n - 1, v);
    low = rapport__f_quantile(p, v, n - 1);
    lower = n * (s->units - high * s->error) / (high * rest + n * s->units);
    upper = n * (low * s->units - s->error) / (rest + n * low * s->units);
    if (mean)
        put_mean(out, lower, upper, k);
    else
        put(out, lower, upper);
}
