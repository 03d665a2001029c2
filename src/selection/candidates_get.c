/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Reading the decision matrix. */
#include "base/struct.h"
#include "selection/candidates.h"

uint32_t rapport_candidates_count_criteria(const rapport_candidates *candidates)
{
    return candidates->criterion_count;
}

uint32_t rapport_candidates_count(const rapport_candidates *candidates)
{
    return candidates->count;
}

uint32_t rapport_candidates_find_criterion(const rapport_candidates *candidates, const char *id)
{
    return id ? rapport__index_find(&candidates->criterion_index, id) : RAPPORT_NONE;
}

uint32_t rapport_candidates_find(const rapport_candidates *candidates, const char *id)
{
    return id ? rapport__index_find(&candidates->index, id) : RAPPORT_NONE;
}

const char *rapport_candidates_criterion_id(const rapport_candidates *candidates, uint32_t criterion)
{
    return criterion < candidates->criterion_count ? candidates->criterion_ids[criterion] : NULL;
}

const char *rapport_candidates_id(const rapport_candidates *candidates, uint32_t candidate)
{
    return candidate < candidates->count ? candidates->rows[candidate].id : NULL;
}

const char *rapport_candidates_excluded(const rapport_candidates *candidates, uint32_t candidate)
{
    return candidate < candidates->count ? candidates->rows[candidate].excluded : NULL;
}

rapport_status rapport_candidates_get_criterion(const rapport_candidates *candidates, uint32_t criterion,
                                                rapport_candidates_criterion *out)
{
    if (criterion >= candidates->criterion_count)
        return RAPPORT_BAD_ARGUMENT;
    return rapport__struct_out(out, &candidates->criteria[criterion], sizeof *out);
}

rapport_status rapport_candidates_get_value(const rapport_candidates *candidates, uint32_t candidate, uint32_t criterion,
                                            rapport_candidates_value *out)
{
    rapport_candidates_value filled = {.struct_size = sizeof filled};
    size_t at;
    if (candidate >= candidates->count || criterion >= candidates->criterion_count)
        return RAPPORT_BAD_ARGUMENT;
    at = rapport__row_of(candidates, candidate) + criterion;
    filled.kind = candidates->kind[at];
    filled.low = candidates->low[at];
    filled.high = candidates->high[at];
    return rapport__struct_out(out, &filled, sizeof filled);
}
