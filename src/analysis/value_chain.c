/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Weighted shares of what is so and not otherwise: stages with joint work, topics about price. */
#include <stddef.h>

#include "analysis/shares.h"
#include "base/struct.h"
#include "rapport/strategy.h"

static rapport_status check(const double *weights, const int32_t *flags, uint32_t count, double *total)
{
    rapport_status status = rapport__check_count(count, 1, RAPPORT_MAX_NODES);
    if (!status && !flags)
        status = RAPPORT_BAD_ARGUMENT;
    return status ? status : rapport__total(weights, count, total);
}

typedef struct stretch {
    const int32_t *joint;
    uint32_t earliest, latest;
} stretch;

static bool is_hole(const void *context, uint32_t stage)
{
    const stretch *found = context;
    return found->earliest != RAPPORT_NONE && stage > found->earliest && stage < found->latest && !found->joint[stage];
}

rapport_status rapport_value_chain_compute(const double *weights, const int32_t *joint, uint32_t stages, uint32_t *holes,
                                           uint32_t capacity, rapport_value_chain *out)
{
    rapport_value_chain result = {.holes = 0};
    stretch found = {joint, RAPPORT_NONE, RAPPORT_NONE};
    double total;
    rapport_status status = check(weights, joint, stages, &total);
    if (!status && capacity && !holes)
        status = RAPPORT_BAD_ARGUMENT;
    if (status)
        return status;
    for (uint32_t i = 0; i < stages; i++) {
        if (!joint[i])
            continue;
        found.earliest = found.earliest == RAPPORT_NONE ? i : found.earliest;
        found.latest = i;
    }
    result.earliest = found.earliest;
    result.latest = found.latest;
    result.holes = rapport__list(is_hole, &found, stages, NULL, 0);
    result.reach = rapport__flagged_share(weights, total, joint, stages);
    status = rapport__struct_out(out, &result, sizeof result);
    if (!status)
        (void)rapport__list(is_hole, &found, stages, holes, capacity);
    return status;
}

rapport_status rapport_price_dominance_compute(const double *weights, const int32_t *is_price, uint32_t topics, double *share)
{
    double total;
    rapport_status status = check(weights, is_price, topics, &total);
    if (!status && !share)
        status = RAPPORT_BAD_ARGUMENT;
    if (!status)
        *share = rapport__flagged_share(weights, total, is_price, topics);
    return status;
}
