/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* PROMETHEE II net flows, 2,000 candidates by 20 criteria with linear preferences, as a ratio to straightforward C that
 * compares all pairs; then how the time grows to 200,000 candidates, with the Gaussian too; and TOPSIS over 100,000. Both sides
 * must come to the same flows. Prints minimum, median and maximum over interleaved repetitions. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "rapport/ranking.h"

enum { CRITERIA = 20, SMALL = 2000, MIDDLE = 100000, LARGE = 200000, REPETITIONS = 5 };

static double seconds(void)
{
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static double *make_values(uint32_t rows)
{
    double *values = malloc((size_t)rows * CRITERIA * sizeof *values);
    uint64_t random = 2026;
    for (size_t i = 0; values && i < (size_t)rows * CRITERIA; i++) {
        random = random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        values[i] = 1 + (double)(random >> 40) / (1 << 24) * 99;
    }
    return values;
}

static rapport_candidates *make_matrix(const double *values, uint32_t rows, int32_t preference)
{
    rapport_candidates *m;
    if (rapport_candidates_create(NULL, &m, NULL))
        exit(1);
    for (int j = 0; j < CRITERIA; j++) {
        char id[8];
        rapport_candidates_criterion about = {.struct_size = sizeof about, .weight = 1, .has = RAPPORT_HAS_PREFERENCE};
        about.preference = preference;
        about.preference_q = 5;
        about.preference_p = 20;
        about.preference_s = 15;
        snprintf(id, sizeof id, "c%d", j);
        if (rapport_candidates_add_criterion(m, id, &about, NULL, NULL))
            exit(1);
    }
    if (rapport_candidates_add_rows(m, rows, values, NULL, NULL))
        exit(1);
    return m;
}

static double time_of(const rapport_candidates *m, int32_t method, rapport_ranking **out)
{
    double start = seconds();
    if (rapport_ranking_compute(m, method, NULL, NULL, out, NULL))
        exit(1);
    return seconds() - start;
}

static double all_pairs(const double *values, uint32_t rows, double *flow)
{
    double start = seconds();
    for (uint32_t a = 0; a < rows; a++) {
        double plus = 0, minus = 0;
        for (uint32_t b = 0; b < rows; b++)
            for (uint32_t j = 0; j < CRITERIA; j++) {
                double d = values[(size_t)a * CRITERIA + j] - values[(size_t)b * CRITERIA + j], size = d < 0 ? -d : d;
                double p = size <= 5 ? 0 : size >= 20 ? 1 : (size - 5) / 15;
                plus += d > 0 ? p : 0;
                minus += d > 0 ? 0 : p;
            }
        flow[a] = (plus - minus) / CRITERIA / (rows - 1.0);
    }
    return seconds() - start;
}

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void print_times(const char *what, double *times)
{
    qsort(times, REPETITIONS, sizeof *times, compare);
    printf("%-34s %9.2f  %9.2f  %9.2f ms\n", what, 1e3 * times[0], 1e3 * times[REPETITIONS / 2], 1e3 * times[REPETITIONS - 1]);
}

static int compare_with_all_pairs(void)
{
    double *values = make_values(SMALL), *flow = malloc(SMALL * sizeof *flow), naive[REPETITIONS], ours[REPETITIONS], worst = 0;
    rapport_candidates *m = make_matrix(values, SMALL, RAPPORT_PREFER_LINEAR);
    for (int i = 0; i < REPETITIONS; i++) {
        rapport_ranking *r;
        naive[i] = all_pairs(values, SMALL, flow);
        ours[i] = time_of(m, RAPPORT_PROMETHEE2, &r);
        for (int a = 0; a < SMALL; a++) {
            double gap = flow[a] - rapport_ranking_values(r, RAPPORT_SCORE)[a];
            worst = gap > worst ? gap : -gap > worst ? -gap : worst;
        }
        rapport_ranking_destroy(r);
    }
    printf("%-34s %9s  %9s  %9s\n", "", "minimum", "median", "maximum");
    print_times("all pairs, 2,000 x 20", naive);
    print_times("rapport, 2,000 x 20", ours);
    printf("ratio of the medians %.1f, largest difference of a flow %.1e\n", naive[REPETITIONS / 2] / ours[REPETITIONS / 2],
           worst);
    rapport_candidates_destroy(m);
    free(values);
    free(flow);
    return worst < 1e-12;
}

static void print_growth(uint32_t rows, int32_t preference, int32_t method, const char *what)
{
    double *values = make_values(rows), times[REPETITIONS];
    rapport_candidates *m = make_matrix(values, rows, preference);
    for (int i = 0; i < REPETITIONS; i++) {
        rapport_ranking *r;
        times[i] = time_of(m, method, &r);
        rapport_ranking_destroy(r);
    }
    print_times(what, times);
    rapport_candidates_destroy(m);
    free(values);
}

int main(void)
{
    int same = compare_with_all_pairs();
    print_growth(LARGE, RAPPORT_PREFER_LINEAR, RAPPORT_PROMETHEE2, "rapport, 200,000 x 20, linear");
    print_growth(LARGE, RAPPORT_PREFER_GAUSSIAN, RAPPORT_PROMETHEE2, "rapport, 200,000 x 20, gaussian");
    print_growth(MIDDLE, RAPPORT_PREFER_LINEAR, RAPPORT_TOPSIS, "rapport, topsis, 100,000 x 20");
    return !same;
}
