/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Leadership: the guiding coalition, and how fast and how right decisions are. */
#include <stddef.h>

#include "analysis/shares.h"
#include "base/struct.h"
#include "base/sum.h"
#include "rapport/strategy.h"

typedef struct people {
    const double *weights;
    const int32_t *held;
    uint32_t roles;
} people;

/* The share of one party's key roles that are held by committed people. */
static rapport_status share_of(const people *all, uint32_t party, double *share)
{
    const double *weights = all->weights ? all->weights + (size_t)party * all->roles : NULL;
    double total;
    rapport_status status = rapport__total(weights, all->roles, &total);
    if (!status)
        *share = rapport__flagged_share(weights, total, all->held + (size_t)party * all->roles, all->roles);
    return status;
}

rapport_status rapport_coalition_compute(const double *weights, const int32_t *held, uint32_t parties, uint32_t roles,
                                         double agreement, double *shares, rapport_coalition *out)
{
    people all = {weights, held, roles};
    rapport_coalition coalition = {.share = 0};
    rapport_status status = rapport__check_count(parties, 1, RAPPORT_MAX_PARTIES);
    if (!status)
        status = rapport__check_count(roles, 1, RAPPORT_MAX_NODES);
    if (!status)
        status = rapport__check_values(&agreement, 1, 1, -RAPPORT__MOST, 1);
    if (!status && !held)
        status = RAPPORT_BAD_ARGUMENT;
    if (!status && weights)
        status = rapport__check_values(weights, parties, roles, 0, RAPPORT__MOST);
    for (uint32_t p = 0; !status && p < parties; p++) {
        double share = 0;
        status = share_of(&all, p, &share);
        if (p && share >= coalition.share)
            continue;
        coalition.share = share;
        coalition.weakest_party = p;
    }
    if (status)
        return status;
    coalition.value = agreement > 0 ? coalition.share * agreement : 0;
    status = rapport__struct_out(out, &coalition, sizeof coalition);
    for (uint32_t p = 0; !status && shares && p < parties; p++)
        (void)share_of(&all, p, &shares[p]);
    return status;
}

rapport_status rapport_decision_compute(const double *taken, const double *due, const int32_t *reversed, uint32_t decisions,
                                        rapport_decisions *out)
{
    rapport_decisions result = {.reserved = 0};
    uint32_t in_time = 0, kept = 0;
    rapport_status status = rapport__check_count(decisions, 1, UINT32_MAX);
    if (!status)
        status = rapport__check_values(taken, 1, decisions, 0, RAPPORT__MOST);
    if (!status)
        status = rapport__check_values(due, 1, decisions, 0, RAPPORT__MOST);
    if (!status && !reversed)
        status = RAPPORT_BAD_ARGUMENT;
    if (status)
        return status;
    for (uint32_t i = 0; i < decisions; i++) {
        in_time += rapport__compare(taken[i], due[i]) <= 0;
        kept += !reversed[i];
    }
    result.speed = (double)in_time / decisions;
    result.accuracy = (double)kept / decisions;
    if (in_time && kept)
        result.both = 2 * result.speed * result.accuracy / (result.speed + result.accuracy);
    return rapport__struct_out(out, &result, sizeof result);
}
