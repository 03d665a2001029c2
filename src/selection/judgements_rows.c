/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What a rater judged: rows of numbers, checked when they come. */
#include "selection/judgements.h"
#include "selection/pairwise.h"

const char *rapport__judged_key(int32_t kind)
{
    static const char *const keys[RAPPORT_JUDGED_END] = {NULL,    "points",   "swing",          "group_swing",
                                                         "ranks", "pairwise", "best_to_others", "others_to_worst"};
    return keys[kind];
}

uint32_t rapport__judged_count(const rapport_judgements *judgements, int32_t kind)
{
    uint32_t criteria = judgements->criterion_count;
    if (kind == RAPPORT_JUDGED_GROUP_SWING)
        return judgements->group_count;
    return kind == RAPPORT_JUDGED_PAIRWISE ? criteria * criteria : criteria;
}

static const char *fault_of(int32_t kind, double value, uint32_t count)
{
    switch (kind) {
    case RAPPORT_JUDGED_RANKS:
        return value >= 1 && value <= count ? NULL : "a rank must lie between 1 and the number of criteria";
    case RAPPORT_JUDGED_BEST_TO_OTHERS:
    case RAPPORT_JUDGED_OTHERS_TO_WORST:
        return value >= 1 && value <= 1e9 ? NULL : "a comparison must lie in 1..1e9";
    default:
        return rapport__points_valid(value) ? NULL : "points must be 0 or lie in 1e-12..1e12";
    }
}

static rapport_status check(const rapport_judgements *j, int32_t kind, const double *values, const uint8_t *present,
                            rapport_error *error)
{
    uint32_t count = j->criterion_count;
    if (kind == RAPPORT_JUDGED_PAIRWISE && count > RAPPORT_MAX_PAIRWISE)
        return FAIL(error, RAPPORT_LIMIT, "/pairwise", "256 criteria can be compared in pairs at the most");
    if (kind == RAPPORT_JUDGED_PAIRWISE)
        return rapport__pairwise_check(values, present, count, "/pairwise", error);
    for (uint32_t i = 0; i < rapport__judged_count(j, kind); i++) {
        const char *fault = fault_of(kind, values[i], count);
        if (fault)
            return rapport__bad_entry(error, rapport__judged_key(kind), i, fault);
    }
    return RAPPORT_OK;
}

rapport_status rapport_judgements_set_row(rapport_judgements *judgements, uint32_t rater, int32_t kind, const double *values,
                                          const uint8_t *present, rapport_error *error)
{
    uint32_t count;
    double *row;
    rapport_status status;
    if (rater >= judgements->rater_count || kind < RAPPORT_JUDGED_POINTS || kind >= RAPPORT_JUDGED_END || !values)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/raters", "there is no such rater or kind, or no values");
    if ((status = check(judgements, kind, values, present, error)))
        return status;
    count = rapport__judged_count(judgements, kind);
    if (!(row = rapport__alloc(&judgements->arena.mem, count, sizeof *row)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    for (uint32_t i = 0; i < count; i++)
        row[i] = kind == RAPPORT_JUDGED_PAIRWISE && present && !present[i] ? 0 : values[i] + 0.0;
    rapport__free(&judgements->arena.mem, judgements->raters[rater].rows[kind]);
    judgements->raters[rater].rows[kind] = row;
    return RAPPORT_OK;
}

rapport_status rapport_judgements_set_best_worst(rapport_judgements *judgements, uint32_t rater, uint32_t best, uint32_t worst,
                                                 rapport_error *error)
{
    uint32_t count = judgements->criterion_count;
    if (rater >= judgements->rater_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/raters", "there is no such rater");
    if (best >= count)
        return FAIL(error, RAPPORT_BAD_VALUE, "/best", "there is no such criterion");
    if (worst >= count || (best == worst && count > 1))
        return FAIL(error, RAPPORT_BAD_VALUE, "/worst", "the worst criterion must be another one than the best");
    judgements->raters[rater].best = best;
    judgements->raters[rater].worst = worst;
    return RAPPORT_OK;
}

const double *rapport_judgements_row(const rapport_judgements *judgements, uint32_t rater, int32_t kind, uint32_t *count)
{
    const double *row = NULL;
    if (rater < judgements->rater_count && kind >= RAPPORT_JUDGED_POINTS && kind < RAPPORT_JUDGED_END)
        row = judgements->raters[rater].rows[kind];
    if (count)
        *count = row ? rapport__judged_count(judgements, kind) : 0;
    return row;
}
