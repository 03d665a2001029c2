/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What the parties cover of the required skills: together, alone, and what each adds. */
#include "analysis/skill.h"

#include "analysis/shares.h"
#include "base/float.h"
#include "base/struct.h"
#include "rapport/skill.h"

double rapport__cover(rapport__coverage *coverage, double importance, const double *levels, uint32_t parties, size_t stride)
{
    double best = 0;
    for (size_t p = 0; levels && p < parties; p++)
        best = levels[p * stride] > best ? levels[p * stride] : best;
    coverage->covered += importance * best;
    coverage->required += importance;
    return best;
}

double rapport__covered(const rapport__coverage *coverage)
{
    return coverage->covered / coverage->required;
}

static rapport_status check(const double *importance, const double *levels, uint32_t parties, uint32_t skills)
{
    double total;
    rapport_status status = rapport__check_count(parties, 1, RAPPORT_MAX_PARTIES);
    if (!status)
        status = rapport__check_count(skills, 1, RAPPORT_MAX_NODES);
    if (!status)
        status = importance ? rapport__total(importance, skills, &total) : RAPPORT_BAD_ARGUMENT;
    if (!status)
        status = rapport__check_values(levels, parties, skills, 0, 1);
    return status;
}

static double covered_alone(const double *importance, const double *levels, uint32_t skills, uint32_t party)
{
    rapport__coverage coverage = {0};
    for (size_t s = 0; s < skills; s++)
        (void)rapport__cover(&coverage, importance[s], levels + (size_t)party * skills + s, 1, 0);
    return rapport__covered(&coverage);
}

rapport_status rapport_skill_coverage_compute(const double *importance, const double *levels, uint32_t parties, uint32_t skills,
                                              double *alone, rapport_skill_coverage *out)
{
    rapport_skill_coverage result = {.best_alone = -1};
    rapport__coverage all = {0};
    rapport_status status = check(importance, levels, parties, skills);
    if (status)
        return status;
    for (size_t s = 0; s < skills; s++)
        if (rapport__cover(&all, importance[s], levels + s, parties, skills) == 0 && importance[s] > 0)
            result.holes++;
    for (uint32_t p = 0; p < parties; p++) {
        double coverage = covered_alone(importance, levels, skills, p);
        if (coverage > result.best_alone) {
            result.best_alone = coverage;
            result.best_party = p;
        }
    }
    result.all = rapport__covered(&all);
    result.need = result.all - result.best_alone; /* sums of the same order, term by term at least as large: never below 0 */
    status = rapport__struct_out(out, &result, sizeof result);
    for (uint32_t p = 0; !status && alone && p < parties; p++)
        alone[p] = covered_alone(importance, levels, skills, p);
    return status;
}

/* The parties by level in one skill, lowest first. */
static void order_by_level(const double *levels, uint32_t parties, size_t stride, uint32_t *order)
{
    for (uint32_t p = 0; p < parties; p++) {
        uint32_t at = p;
        for (; at && levels[order[at - 1] * stride] > levels[p * stride]; at--)
            order[at] = order[at - 1];
        order[at] = p;
    }
}

/* Littlechild & Owen 1973: the step from one level to the next is shared equally among all who reach it. */
rapport_status rapport_skill_shapley_compute(const double *importance, const double *levels, uint32_t parties, uint32_t skills,
                                             double *shares)
{
    uint32_t order[RAPPORT_MAX_PARTIES];
    double required = 0;
    rapport_status status = check(importance, levels, parties, skills);
    if (!status && !shares)
        status = RAPPORT_BAD_ARGUMENT;
    if (status)
        return status;
    for (uint32_t p = 0; p < parties; p++)
        shares[p] = 0;
    for (size_t s = 0; s < skills; s++) {
        double share = 0, reached = 0;
        order_by_level(levels + s, parties, skills, order);
        for (uint32_t i = 0; i < parties; i++) {
            double level = levels[order[i] * (size_t)skills + s];
            share += (level - reached) / (parties - i);
            reached = level;
            shares[order[i]] += importance[s] * share;
        }
        required += importance[s];
    }
    for (uint32_t p = 0; p < parties; p++)
        shares[p] /= required;
    return RAPPORT_OK;
}
