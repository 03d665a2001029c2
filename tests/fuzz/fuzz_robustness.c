/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Robustness of whatever candidates the reader lets in: every number is one, and shares add up. */
#include <stdlib.h>

#include "rapport/rapport.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MOST = 24 }; /* candidates and criteria; more only takes longer */

static void need(int condition)
{
    if (!condition)
        abort();
}

static int is_share(double x)
{
    return x >= -1e-9 && x <= 1 + 1e-9;
}

static void look_at_sensitivity(const rapport_candidates *m, const rapport_sensitivity *s)
{
    for (uint32_t c = 0; c < rapport_candidates_count_criteria(m); c++) {
        rapport_weight_interval i = {.struct_size = sizeof i};
        rapport_tornado t = {.struct_size = sizeof t};
        need(!rapport_sensitivity_get_interval(s, c, &i) && !rapport_sensitivity_get_tornado(s, c, &t));
        need(is_share(i.winner_low) && i.winner_low <= i.weight && i.weight <= i.winner_high && is_share(i.winner_high));
        need(is_share(i.order_low) && i.order_low <= i.weight && i.weight <= i.order_high && is_share(i.order_high));
        need(is_share(t.low_score) && is_share(t.high_score) && t.low <= t.high);
    }
    for (int32_t i = 0; i < RAPPORT_CHANGE_END; i++) {
        rapport_weight_change change = {.struct_size = sizeof change};
        double sum = 0;
        if (rapport_sensitivity_get_change(s, i, &change))
            continue;
        for (uint32_t c = 0; c < rapport_candidates_count_criteria(m); c++)
            sum += rapport_sensitivity_change_weight(s, i, c);
        need(change.size >= 0 && sum > 1 - 1e-9 && sum < 1 + 1e-9);
    }
}

static void look_at_counts(const rapport_candidates *m, const rapport_acceptability *a)
{
    for (uint32_t i = 0; i < rapport_candidates_count(m); i++) {
        double sum = 0, weight, weights = 0;
        for (uint32_t rank = 0; rank < MOST; rank++)
            sum += rapport_acceptability_rank(a, i, rank);
        need(sum > 1 - 1e-9 && sum < 1 + 1e-9);
        for (uint32_t c = 0; c < rapport_candidates_count_criteria(m); c++)
            weights += rapport_acceptability_get_central(a, i, c, &weight) ? 0 : weight;
        need(!(weights > 0) || (weights > 1 - 1e-6 && weights < 1 + 1e-6));
    }
}

static int32_t swallow(void *user, const char *text, int64_t length)
{
    (void)user;
    (void)text;
    return length > 0 ? 0 : 1;
}

static void write_all(const rapport_robustness *found)
{
    rapport_report_options options = {.struct_size = sizeof options};
    need(!rapport_robustness_write(found, &options, swallow, NULL, NULL));
    options.format = RAPPORT_JSON;
    need(!rapport_robustness_write(found, &options, swallow, NULL, NULL));
}

static void survey(const rapport_candidates *m)
{
    rapport_sampling_options draws = {.struct_size = sizeof draws, .draws = 200};
    rapport_robustness found = {.struct_size = sizeof found, .candidates = m};
    rapport_sensitivity *sensitivity = NULL;
    rapport_dominance *dominance = NULL;
    rapport_sampling *sampling = NULL;
    rapport_acceptability *counts = NULL;
    rapport_confidence *confidence = NULL;
    if (!rapport_sensitivity_create(m, NULL, NULL, &sensitivity, NULL))
        look_at_sensitivity(m, sensitivity);
    if (!rapport_dominance_create(m, NULL, NULL, &dominance, NULL) &&
        !rapport_sampling_create(m, &draws, NULL, &sampling, NULL)) {
        need(!rapport_acceptability_create(sampling, &counts, NULL) && !rapport_acceptability_compute(counts, 0, 1, NULL));
        need(!rapport_confidence_create(counts, &confidence, NULL) && !rapport_confidence_compute(confidence, 0, 1, NULL));
        look_at_counts(m, counts);
        found.sensitivity = sensitivity;
        found.dominance = dominance;
        found.sampling = sampling;
        found.acceptability = counts;
        found.confidence = confidence;
        write_all(&found);
    }
    rapport_confidence_destroy(confidence);
    rapport_acceptability_destroy(counts);
    rapport_sampling_destroy(sampling);
    rapport_dominance_destroy(dominance);
    rapport_sensitivity_destroy(sensitivity);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    rapport_candidates *m;
    if (rapport_candidates_read(size ? (const char *)data : "", (int64_t)size, NULL, &m, NULL))
        return 0;
    if (rapport_candidates_count(m) <= MOST && rapport_candidates_count_criteria(m) <= MOST)
        survey(m);
    rapport_candidates_destroy(m);
    return 0;
}
