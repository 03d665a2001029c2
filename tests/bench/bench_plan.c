/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* How long a plan of a few hundred actions takes, as a multiple of assessing the partnership once for each action: the least
 * that a plain method needs, which tries every action once by itself. Output: TSV. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "rapport/rapport.h"

static char document[1 << 20];

static double now(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

static uint32_t any(uint32_t *random, uint32_t below)
{
    *random = *random * 1664525 + 1013904223; /* Press et al. 1992 */
    return (*random >> 8) % below;
}

/* Actions on random criteria: one each, or up to three, for all parties or one of them. */
static rapport_actions *make_actions(const rapport_model *model, uint32_t count, uint32_t effects, int by_party, double *costs)
{
    uint32_t random = 7, nodes = rapport_model_count_nodes(model);
    rapport_actions *actions;
    char id[16];
    if (rapport_actions_create(model, NULL, &actions))
        exit(1);
    *costs = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t cost = 1 + any(&random, 50);
        snprintf(id, sizeof id, "a%u", (unsigned)i);
        *costs += cost;
        if (rapport_actions_add(actions, id, NULL, cost, RAPPORT_NONE, NULL, NULL))
            exit(1);
        for (uint32_t e = 0; e <= any(&random, effects);) {
            uint32_t party = by_party ? any(&random, 2) : RAPPORT_NONE;
            e += !rapport_actions_add_effect(actions, i, 1 + any(&random, nodes - 1), party, RAPPORT_EFFECT_POINTS,
                                             1 + any(&random, 6), NULL);
        }
    }
    return actions;
}

static void measure(rapport_result *result, const rapport_assessment *assessment, const char *name, uint32_t count,
                    uint32_t effects, int by_party, double share)
{
    double costs, start, plain;
    rapport_actions *actions = make_actions(rapport_assessment_model(assessment), count, effects, by_party, &costs);
    rapport_plan_options options = {.struct_size = sizeof options, .has_budget = 1, .budget = costs * share};
    rapport_plan_summary sum = {.struct_size = sizeof sum};
    rapport_plan *plan;
    start = now();
    for (uint32_t i = 0; i < count; i++)
        (void)rapport_result_compute(result, assessment, NULL);
    plain = now() - start;
    start = now();
    if (rapport_plan_compute(result, actions, &options, NULL, &plan, NULL))
        exit(1);
    (void)rapport_plan_get_summary(plan, &sum);
    printf("%s\t%u\t%g\t%.4f\t%.1f\t%d\t%.3f\t%.3f\n", name, (unsigned)count, share, now() - start, (now() - start) / plain,
           (int)sum.optimal, sum.gated_after, sum.bound);
    rapport_plan_destroy(plan);
    rapport_actions_destroy(actions);
}

int main(void)
{
    FILE *file = fopen(BENCH_DATA "/examples/data/worked-example.json", "rb");
    size_t length = file ? fread(document, 1, sizeof document - 1, file) : 0;
    rapport_model *model;
    rapport_assessment *assessment;
    rapport_result *result;
    if (file)
        fclose(file);
    if (rapport_assessment_read(document, (int64_t)length, NULL, NULL, NULL, &model, &assessment, NULL) ||
        rapport_result_create(NULL, &result) || rapport_result_compute(result, assessment, NULL))
        return 1;
    printf("what\tactions\tbudget\tseconds\ttimes plain\toptimal\tgated\tbound\n");
    for (uint32_t count = 100; count <= 400; count *= 2) {
        measure(result, assessment, "one effect", count, 1, 0, 0.02);
        measure(result, assessment, "one effect", count, 1, 0, 0.1);
        measure(result, assessment, "up to three", count, 3, 0, 0.05);
        measure(result, assessment, "by party", count, 2, 1, 0.05);
    }
    rapport_result_destroy(result);
    rapport_assessment_destroy(assessment);
    rapport_model_destroy(model);
    return 0;
}
