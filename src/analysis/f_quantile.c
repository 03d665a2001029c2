/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Quantiles of the F distribution, from the incomplete beta function; to about 1e-9 of their size. */
#include "analysis/agreement.h"

#include "base/maths.h"

/* The logarithm of the gamma function for z > 0: Stirling's series, past 16, where its next term is below 1e-14. */
static double log_gamma(double z)
{
    double product = 1, square;
    for (; z < 16; z++)
        product *= z;
    square = z * z;
    return (z - 0.5) * rapport__log(z) - z + 0.91893853320467274178 - rapport__log(product) +
           (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - 1.0 / 1680 / square) / square) / square) / z;
}

/* The continued fraction of the incomplete beta function (Abramowitz and Stegun 1964, 26.5.8), by the method of Lentz 1976. For
 * x < (a + 1)/(a + b + 2) no denominator comes near 0. */
static double fraction(double x, double a, double b)
{
    double c = 1, d = 1 / (1 - (a + b) * x / (a + 1)), whole = d, m = 0, step;
    do {
        double even, odd;
        m++;
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / (1 + even * d);
        c = 1 + even / c;
        whole *= c * d;
        d = 1 / (1 + odd * d);
        c = 1 + odd / c;
        step = c * d;
        whole *= step;
    } while (step > 1 + 1e-14 || step < 1 - 1e-14);
    return whole;
}

/* I_x(a, b) for 0 < x < 1; `scale` is ln B(a, b). */
static double incomplete_beta(double x, double a, double b, double scale)
{
    double front = rapport__exp(a * rapport__log(x) + b * rapport__log(1 - x) - scale);
    if (x < (a + 1) / (a + b + 2))
        return front * fraction(x, a, b) / a;
    return 1 - front * fraction(1 - x, b, a) / b;
}

/* The x up to 1/2 with I_x(a, b) = p, by halving. */
static double invert(double p, double a, double b, double scale)
{
    double low = 0, high = 0.5, x = 0.25;
    while (x > low && x < high) {
        if (incomplete_beta(x, a, b, scale) < p)
            low = x;
        else
            high = x;
        x = low + (high - low) / 2;
    }
    return high;
}

/* P(F <= f) = I_x(df1/2, df2/2) with x = df1 f/(df1 f + df2). Where x is near 1 its distance from there is looked for. */
double rapport__f_quantile(double p, double df1, double df2)
{
    double a = df1 / 2, b = df2 / 2, scale = log_gamma(a) + log_gamma(b) - log_gamma(a + b), x;
    if (incomplete_beta(0.5, a, b, scale) < p) {
        x = invert(1 - p, b, a, scale);
        return df2 * (1 - x) / (df1 * x);
    }
    x = invert(p, a, b, scale);
    return df2 * x / (df1 * (1 - x));
}
