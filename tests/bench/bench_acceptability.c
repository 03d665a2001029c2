/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* SMAA, 20 candidates by 10 criteria: draws a second, as a ratio to straightforward C that draws weights by logarithms, scores
 * row by row and counts ranks and pairs. Both must find the same shares but for their standard errors. Prints minimum, median
 * and maximum over interleaved repetitions. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "rapport/acceptability.h"

enum { N = 20, M = 10, DRAWS = 200 * RAPPORT_BLOCK_DRAWS, REPETITIONS = 11 };

static uint64_t state = 2026;

static double uniform(void)
{
    state += 0x9E3779B97F4A7C15u;
    uint64_t z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (double)(((z ^ (z >> 31)) >> 11) + 1) / 9007199254740993.0;
}

static double seconds(void)
{
    struct timespec time;
    timespec_get(&time, TIME_UTC);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

typedef struct counts {
    int64_t rank[N][N], pair[N][N];
    double central[N][M];
} counts;

static void draw_plainly(const double *values, counts *out)
{
    memset(out, 0, sizeof *out);
    for (int draw = 0; draw < DRAWS; draw++) {
        double weight[M], score[N], sum = 0;
        for (int c = 0; c < M; c++)
            sum += weight[c] = -log(uniform());
        for (int i = 0; i < N; i++) {
            score[i] = 0;
            for (int c = 0; c < M; c++)
                score[i] += weight[c] * values[i * M + c];
        }
        for (int i = 0; i < N; i++) {
            int better = 0;
            for (int k = 0; k < N; k++) {
                better += score[k] > score[i];
                out->pair[i][k] += score[i] > score[k];
            }
            out->rank[i][better]++;
            for (int c = 0; c < M && !better; c++)
                out->central[i][c] += weight[c] / sum;
        }
    }
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void print(const char *what, double *numbers)
{
    qsort(numbers, REPETITIONS, sizeof *numbers, by_size);
    printf("%-28s %8.2f %8.2f %8.2f\n", what, numbers[0], numbers[REPETITIONS / 2], numbers[REPETITIONS - 1]);
}

static rapport_sampling *prepare(const double *values)
{
    rapport_sampling_options options = {.struct_size = sizeof options, .draws = DRAWS};
    rapport_candidates *candidates;
    rapport_sampling *sampling = NULL;
    if (rapport_candidates_create(NULL, &candidates, NULL))
        return NULL;
    for (int c = 0; c < M; c++) {
        char id[2] = {(char)('a' + c), '\0'};
        rapport_candidates_criterion criterion = {
            .struct_size = sizeof criterion, .weight = 1, .has = RAPPORT_HAS_BOUNDS, .highest = 1};
        if (rapport_candidates_add_criterion(candidates, id, &criterion, NULL, NULL))
            return NULL;
    }
    if (!rapport_candidates_add_rows(candidates, N, values, NULL, NULL))
        (void)rapport_sampling_create(candidates, &options, NULL, &sampling, NULL);
    rapport_candidates_destroy(candidates);
    return sampling;
}

static int same(const counts *plain, const rapport_acceptability *counted)
{
    for (uint32_t i = 0; i < N; i++)
        for (uint32_t k = 0; k < N; k++) {
            double share = (double)plain->rank[i][k] / DRAWS, found = rapport_acceptability_rank(counted, i, k);
            if (fabs(share - found) > 6 * sqrt(share * (1 - share) / DRAWS) + 1e-5)
                return 0;
        }
    return 1;
}

int main(void)
{
    static counts plain;
    double values[N * M], ours[REPETITIONS], theirs[REPETITIONS], ratio[REPETITIONS];
    for (int i = 0; i < N * M; i++)
        values[i] = uniform();
    rapport_sampling *sampling = prepare(values);
    if (!sampling)
        return 1;
    for (int i = 0; i < REPETITIONS; i++) {
        rapport_acceptability *counted;
        if (rapport_acceptability_create(sampling, &counted, NULL))
            return 1;
        double start = seconds();
        (void)rapport_acceptability_compute(counted, 0, INT64_MAX, NULL);
        double middle = seconds();
        draw_plainly(values, &plain);
        double end = seconds();
        ours[i] = DRAWS / (middle - start) / 1e6;
        theirs[i] = DRAWS / (end - middle) / 1e6;
        ratio[i] = ours[i] / theirs[i];
        if (!same(&plain, counted)) {
            puts("the two do not find the same");
            return 1;
        }
        rapport_acceptability_destroy(counted);
    }
    rapport_sampling_destroy(sampling);
    printf("%-28s %8s %8s %8s\n", "20 candidates, 10 criteria", "minimum", "median", "maximum");
    print("library, million draws/s", ours);
    print("plain C, million draws/s", theirs);
    print("ratio", ratio);
    return 0;
}
