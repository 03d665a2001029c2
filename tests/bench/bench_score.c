/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* One assessment: 46 criteria in 12 groups, two parties of five raters, some answers missing. How long rapport_result_compute()
 * takes when its result is used again, as a ratio to straightforward C that asks for its memory in every call and knows nothing
 * but scores, coverage and bounds: no gates, bands, contributions, lifts, targets. Both must come to the same score, and the
 * second computation must not allocate. Prints minimum, median and maximum over interleaved repetitions. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "rapport/draft.h"
#include "rapport/gap.h"

enum { CRITERIA = 46, GROUPS = 12, PARTIES = 2, RATERS = 5, LEVELS = 5, REPETITIONS = 51, CALLS = 2000 };

/* ---------------------------------------------------------------- the partnership */

typedef struct answers { /* 0 = don't know */
    unsigned char level[PARTIES][RATERS][CRITERIA];
} answers;

static int group_of(int criterion)
{
    return criterion * GROUPS / CRITERIA;
}

static double weight_of(int criterion)
{
    return 2 + criterion % 6;
}

static double group_weight(int group)
{
    return 6 + group % 5 * 4;
}

static int takes_minimum(int criterion)
{
    return criterion % 6 == 0;
}

static answers make_answers(void)
{
    answers made;
    uint64_t random = 2026;
    for (int p = 0; p < PARTIES; p++) {
        for (int r = 0; r < RATERS; r++) {
            for (int c = 0; c < CRITERIA; c++) {
                random = random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
                made.level[p][r][c] = (unsigned char)((random >> 33) % 10 ? 1 + (random >> 40) % LEVELS : 0);
                if (c == 17 && p == 1)
                    made.level[p][r][c] = 0; /* a criterion on which a whole party is silent */
            }
        }
    }
    return made;
}

static void must(rapport_status status)
{
    if (status) {
        fprintf(stderr, "%s\n", rapport_status_name(status));
        exit(1);
    }
}

static rapport_model *make_model(void)
{
    rapport_draft *draft;
    rapport_model *model;
    uint32_t scale, groups[GROUPS], node = 0;
    char id[16];
    must(rapport_draft_create("bench", "1", NULL, &draft, NULL));
    must(rapport_draft_add_levels(draft, "five", LEVELS, 0, &scale, NULL));
    for (int g = 0; g < GROUPS; g++) {
        snprintf(id, sizeof id, "g%d", g);
        must(rapport_draft_add_group(draft, RAPPORT_ROOT, id, group_weight(g), &groups[g], NULL));
    }
    for (int c = 0; c < CRITERIA; c++) {
        snprintf(id, sizeof id, "c%d", c);
        must(rapport_draft_add_criterion(draft, groups[group_of(c)], id, weight_of(c), scale, &node, NULL));
        if (takes_minimum(c))
            must(rapport_draft_set_together(draft, node, RAPPORT_MIN, NULL));
    }
    must(rapport_draft_add_gate(draft, "gate", node, RAPPORT_ANY_VIEW, 37.5, RAPPORT_CAP, 54, NULL, NULL));
    must(rapport_draft_add_band(draft, "low", 0, NULL, NULL));
    must(rapport_draft_add_band(draft, "high", 55, NULL, NULL));
    must(rapport_draft_build(draft, &model, NULL));
    rapport_draft_destroy(draft);
    return model;
}

static rapport_assessment *make_assessment(const rapport_model *model, const answers *said)
{
    rapport_assessment *made;
    char id[16];
    must(rapport_assessment_create(model, "a", "Bench", "2026-01-31", NULL, &made, NULL));
    for (int p = 0; p < PARTIES; p++) {
        uint32_t party, rater;
        snprintf(id, sizeof id, "p%d", p);
        must(rapport_assessment_add_party(made, id, 1 + p, RAPPORT_VOICE_RATERS, &party, NULL));
        for (int r = 0; r < RATERS; r++) {
            snprintf(id, sizeof id, "r%d", r);
            must(rapport_assessment_add_rater(made, party, id, 1, &rater, NULL));
            for (int c = 0; c < CRITERIA; c++) {
                uint32_t node;
                snprintf(id, sizeof id, "c%d", c);
                node = rapport_model_find(model, id);
                must(said->level[p][r][c] ? rapport_assessment_set_level(made, rater, node, said->level[p][r][c], NULL)
                                          : rapport_assessment_set_state(made, rater, node, RAPPORT_DONT_KNOW, NULL));
            }
        }
    }
    return made;
}

/* ---------------------------------------------------------------- straightforward C */

typedef struct cell {
    double score, coverage, lower, upper;
    int has;
} cell;

static cell *criteria_of(const answers *said, int party)
{
    cell *cells = calloc(CRITERIA, sizeof *cells);
    for (int c = 0; cells && c < CRITERIA; c++) {
        double sum = 0;
        int count = 0;
        for (int r = 0; r < RATERS; r++) {
            if (!said->level[party][r][c])
                continue;
            sum += 100.0 * (said->level[party][r][c] - 1) / (LEVELS - 1);
            count++;
        }
        cells[c] = count ? (cell){sum / count, 1, sum / count, sum / count, 1} : (cell){0, 0, 0, 100, 0};
    }
    return cells;
}

static cell mean(const cell *cells, const double *weights, int count)
{
    cell all = {0};
    double weight = 0, answered = 0;
    for (int i = 0; i < count; i++) {
        weight += weights[i];
        all.coverage += weights[i] * cells[i].coverage;
        all.lower += weights[i] * cells[i].lower;
        all.upper += weights[i] * cells[i].upper;
        if (cells[i].has) {
            all.score += weights[i] * cells[i].score;
            answered += weights[i];
            all.has = 1;
        }
    }
    return (cell){all.has ? all.score / answered : 0, all.coverage / weight, all.lower / weight, all.upper / weight, all.has};
}

static cell *join(cell *const *views)
{
    static const double weights[PARTIES] = {1, 2};
    cell *joint = calloc(CRITERIA, sizeof *joint);
    for (int c = 0; joint && c < CRITERIA; c++) {
        cell both[PARTIES] = {views[0][c], views[1][c]};
        joint[c] = mean(both, weights, PARTIES);
        if (takes_minimum(c) && joint[c].has) {
            double least = 100;
            for (int p = 0; p < PARTIES; p++)
                least = both[p].has && both[p].score < least ? both[p].score : least;
            joint[c].score = joint[c].upper = least;
            joint[c].lower = joint[c].coverage < 1 ? 0 : least;
        }
    }
    return joint;
}

static cell whole(const cell *criteria)
{
    cell *groups = malloc(GROUPS * sizeof *groups), *children = malloc(CRITERIA * sizeof *children), all;
    double *weights = malloc(CRITERIA * sizeof *weights);
    if (!groups || !children || !weights)
        exit(1);
    for (int g = 0; g < GROUPS; g++) {
        int count = 0;
        for (int c = 0; c < CRITERIA; c++) {
            if (group_of(c) != g)
                continue;
            children[count] = criteria[c];
            weights[count++] = weight_of(c);
        }
        groups[g] = mean(children, weights, count);
    }
    for (int g = 0; g < GROUPS; g++)
        weights[g] = group_weight(g);
    all = mean(groups, weights, GROUPS);
    free(groups);
    free(children);
    free(weights);
    return all;
}

static void naive(const answers *said, cell roots[PARTIES + 1])
{
    cell *views[PARTIES], *joint;
    for (int p = 0; p < PARTIES; p++) {
        views[p] = criteria_of(said, p);
        roots[p] = whole(views[p]);
    }
    joint = join(views);
    roots[PARTIES] = whole(joint);
    for (int p = 0; p < PARTIES; p++)
        free(views[p]);
    free(joint);
}

/* ---------------------------------------------------------------- a counting allocator, a clock, order statistics */

static void *count_alloc(void *user, uint64_t size)
{
    ++*(long *)user;
    return malloc((size_t)size);
}

static void *count_realloc(void *user, void *block, uint64_t size)
{
    ++*(long *)user;
    return realloc(block, (size_t)size);
}

static void count_free(void *user, void *block)
{
    (void)user;
    free(block);
}

static double now(void)
{
    struct timespec at;
    timespec_get(&at, TIME_UTC);
    return (double)at.tv_sec + (double)at.tv_nsec * 1e-9;
}

static int compare_doubles(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static void print_spread(const char *what, double *values, double factor, const char *unit)
{
    qsort(values, REPETITIONS, sizeof *values, compare_doubles);
    printf("%-34s %8.3f %8.3f %8.3f %s\n", what, values[0] * factor, values[REPETITIONS / 2] * factor,
           values[REPETITIONS - 1] * factor, unit);
}

static void print_machine(void)
{
    char line[256];
    FILE *file = fopen("/proc/cpuinfo", "r");
    while (file && fgets(line, sizeof line, file)) {
        if (strncmp(line, "model name", 10) == 0 && strchr(line, ':')) {
            printf("machine: %s", strchr(line, ':') + 2);
            break;
        }
    }
    if (file)
        fclose(file);
#ifdef __VERSION__
    printf("compiler: %s, library %s\n", __VERSION__, rapport_version_text());
#endif
}

/* ---------------------------------------------------------------- the two against each other */

static int agree(const rapport_result *result, const cell roots[PARTIES + 1])
{
    for (uint32_t p = 0; p <= PARTIES; p++) {
        rapport_cell root = {.struct_size = sizeof root};
        must(rapport_result_get_cell(result, p < PARTIES ? p : RAPPORT_JOINT, RAPPORT_ROOT, &root));
        if (fabs(root.score - roots[p].score) > 1e-11 || fabs(root.coverage - roots[p].coverage) > 1e-11 ||
            fabs(root.lower - roots[p].lower) > 1e-11 || fabs(root.upper - roots[p].upper) > 1e-11) {
            fprintf(stderr, "they differ: %.17g and %.17g\n", root.score, roots[p].score);
            return 0;
        }
    }
    return 1;
}

int main(void)
{
    static double ours[REPETITIONS], theirs[REPETITIONS], ratio[REPETITIONS];
    answers said = make_answers();
    rapport_model *model = make_model();
    rapport_assessment *assessment = make_assessment(model, &said);
    long allocations = 0, before;
    rapport_allocator memory = {count_alloc, count_realloc, count_free, &allocations};
    rapport_result *result;
    cell roots[PARTIES + 1];
    double sink = 0;
    must(rapport_result_create(&memory, &result));
    must(rapport_result_compute(result, assessment, NULL));
    before = allocations;
    for (int i = 0; i < REPETITIONS; i++) {
        double start = now(), middle;
        for (int k = 0; k < CALLS; k++)
            must(rapport_result_compute(result, assessment, NULL));
        middle = now();
        for (int k = 0; k < CALLS; k++) {
            naive(&said, roots);
            sink += roots[PARTIES].score;
        }
        ours[i] = (middle - start) / CALLS;
        theirs[i] = (now() - middle) / CALLS;
        ratio[i] = ours[i] / theirs[i];
    }
    print_machine();
    printf("%d criteria, %d groups, %d parties of %d raters; joint score %.6f\n", CRITERIA, GROUPS, PARTIES, RATERS,
           roots[PARTIES].score);
    printf("%-34s %8s %8s %8s\n", "", "minimum", "median", "maximum");
    print_spread("rapport_result_compute", ours, 1e6, "us");
    print_spread("straightforward C, scores alone", theirs, 1e6, "us");
    print_spread("ratio", ratio, 1, "");
    printf("allocations of the first computation %ld, of the %d that follow %ld\n", before - 1, REPETITIONS * CALLS,
           allocations - before);
    before = agree(result, roots) && allocations == before && sink > 0;
    rapport_result_destroy(result);
    rapport_assessment_destroy(assessment);
    rapport_model_destroy(model);
    return before ? 0 : 1;
}
