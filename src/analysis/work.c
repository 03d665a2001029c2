/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Whether those who do the work are those who can. */
#include <stddef.h>

#include "analysis/shares.h"
#include "base/struct.h"
#include "base/sum.h"
#include "rapport/skill.h"

typedef struct load {
    const double *work, *required, *levels;
    const uint32_t *assigned;
    uint32_t parties, tasks;
} load;

static rapport_status check(const load *l, double *total)
{
    rapport_status status = rapport__check_count(l->parties, 1, RAPPORT_MAX_PARTIES);
    if (!status)
        status = rapport__check_count(l->tasks, 1, RAPPORT_MAX_NODES);
    if (!status)
        status = rapport__check_values(l->required, 1, l->tasks, 0, 1);
    if (!status)
        status = rapport__check_values(l->levels, l->parties, l->tasks, 0, 1);
    if (!status && !l->assigned)
        status = RAPPORT_BAD_ARGUMENT;
    for (uint32_t t = 0; !status && t < l->tasks; t++)
        if (l->assigned[t] >= l->parties)
            status = RAPPORT_BAD_ARGUMENT;
    if (!status)
        status = l->work ? rapport__total(l->work, l->tasks, total) : RAPPORT_BAD_ARGUMENT;
    return status;
}

static double level_of(const load *l, uint32_t party, uint32_t task)
{
    return l->levels[(size_t)party * l->tasks + task];
}

static double best_level(const load *l, uint32_t task)
{
    double best = 0;
    for (uint32_t p = 0; p < l->parties; p++)
        best = level_of(l, p, task) > best ? level_of(l, p, task) : best;
    return best;
}

/* A task that is no work lies beyond nobody's knowledge. */
static bool is_beyond(const void *context, uint32_t task)
{
    const load *l = context;
    return l->work[task] > 0 && rapport__compare(level_of(l, l->assigned[task], task), l->required[task]) < 0;
}

rapport_status rapport_work_compute(const double *work, const double *required, const uint32_t *assigned, const double *levels,
                                    uint32_t parties, uint32_t tasks, uint32_t *beyond, uint32_t capacity, rapport_work *out)
{
    load l = {work, required, levels, assigned, parties, tasks};
    rapport_work result = {.has_focus = 0};
    rapport__sum above = {0}, used = {0}, possible = {0};
    double total;
    rapport_status status = check(&l, &total);
    if (!status && capacity && !beyond)
        status = RAPPORT_BAD_ARGUMENT;
    if (status)
        return status;
    for (uint32_t t = 0; t < tasks; t++) {
        double share = rapport__share(work, total, t);
        rapport__sum_add_product(&used, share, level_of(&l, assigned[t], t));
        rapport__sum_add_product(&possible, share, best_level(&l, t));
        rapport__sum_add(&above, is_beyond(&l, t) ? work[t] : 0);
    }
    result.beyond = rapport__list(is_beyond, &l, tasks, NULL, 0);
    result.beyond_share = rapport__sum_value(&above) / total;
    result.has_focus = rapport__sum_value(&possible) > 0;
    if (result.has_focus)
        result.focus = rapport__sum_value(&used) / rapport__sum_value(&possible);
    if (result.focus > 1) /* by rounding */
        result.focus = 1;
    status = rapport__struct_out(out, &result, sizeof result);
    if (!status)
        (void)rapport__list(is_beyond, &l, tasks, beyond, capacity);
    return status;
}
