/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Skills that fit, and the work that is put to them. */
#include "analysis/measures.h"
#include "rapport/skill.h"

/* What the parties can: parties x skills. False if the skills of a party are not described. */
static bool levels_of(const rapport_result *result, double *levels)
{
    const rapport_assessment *assessment = result->assessment;
    uint32_t skills = assessment->skill_count;
    bool described = true;
    for (uint32_t p = 0; p < result->party_count; p++) {
        described &= assessment->parties[p].has_skills;
        for (uint32_t i = 0; i < skills; i++)
            levels[p * skills + i] = assessment->skills[i].levels ? assessment->skills[i].levels[p] : 0;
    }
    return described;
}

static void measure_fit(rapport_result *result, const double *levels)
{
    const rapport_assessment *assessment = result->assessment;
    uint32_t skills = assessment->skill_count;
    double optimum = rapport__entry(assessment, RAPPORT_ENTRY_OPTIMUM, 0, 0, 0.5);
    for (uint32_t a = 0; a < result->party_count; a++)
        for (uint32_t b = a + 1; b < result->party_count; b++) {
            rapport_skill_fit fit = {.struct_size = sizeof fit};
            bool described = assessment->parties[a].has_skills && assessment->parties[b].has_skills;
            rapport_status status = rapport_skill_fit_compute(levels + a * skills, levels + b * skills, skills, optimum, &fit);
            if (!described || status) {
                int32_t reason = described ? RAPPORT_WHY_ZERO : RAPPORT_WHY_INCOMPLETE;
                rapport__miss_of(result, RAPPORT_MEASURE_SKILL_DISTANCE, a, b, reason);
                rapport__miss_of(result, RAPPORT_MEASURE_SKILL_COSINE, a, b, reason);
                rapport__miss_of(result, RAPPORT_MEASURE_SKILL_FIT, a, b, reason);
                continue;
            }
            rapport__give_to(result, RAPPORT_MEASURE_SKILL_DISTANCE, a, b, fit.distance);
            rapport__give_to(result, RAPPORT_MEASURE_SKILL_COSINE, a, b, fit.cosine);
            rapport__give_to(result, RAPPORT_MEASURE_SKILL_FIT, a, b, fit.fit);
        }
}

/* The holes that coverage counts, by name. */
static void name_holes(rapport_result *result)
{
    const rapport_assessment *assessment = result->assessment;
    for (uint32_t i = 0; i < assessment->skill_count; i++) {
        const rapport__skill *skill = &assessment->skills[i];
        bool held = false;
        for (uint32_t p = 0; skill->levels && p < result->party_count; p++)
            held |= skill->levels[p] > 0;
        if (skill->importance > 0 && !held)
            rapport__mention(result, RAPPORT_MENTION_SKILL_HOLES, i);
    }
}

static void measure_coverage(rapport_result *result, const double *importance, const double *levels, bool described)
{
    uint32_t skills = result->assessment->skill_count;
    double alone[RAPPORT_MAX_PARTIES], shares[RAPPORT_MAX_PARTIES];
    rapport_skill_coverage found = {.struct_size = sizeof found};
    int32_t reason = described ? RAPPORT_WHY_NONE : RAPPORT_WHY_INCOMPLETE;
    if (!reason && rapport_skill_coverage_compute(importance, levels, result->party_count, skills, alone, &found))
        reason = RAPPORT_WHY_ZERO;
    result->measured.gate_reasons[RAPPORT_SKILL_COVERAGE] = reason;
    if (reason) {
        rapport__miss(result, RAPPORT_MEASURE_COVERAGE_ALONE, RAPPORT_MEASURE_SKILL_SHAPLEY, reason);
        return;
    }
    (void)rapport_skill_shapley_compute(importance, levels, result->party_count, skills,
                                        shares); /* asks no more than coverage */
    for (uint32_t p = 0; p < result->party_count; p++) {
        rapport__give_to(result, RAPPORT_MEASURE_COVERAGE_ALONE, p, 0, alone[p]);
        rapport__give_to(result, RAPPORT_MEASURE_SKILL_SHAPLEY, p, 0, shares[p]);
    }
    rapport__give(result, RAPPORT_MEASURE_SKILL_NEED, found.need);
    rapport__mention(result, RAPPORT_MENTION_BEST_ALONE, found.best_party);
    name_holes(result);
}

/* The best of each skill among the parties, against the rivals. */
static void measure_uniqueness(rapport_result *result, const double *importance, const double *levels, bool described)
{
    const rapport_assessment *assessment = result->assessment;
    uint32_t skills = assessment->skill_count, rivals = rapport_ledger_count_items(assessment, RAPPORT_LIST_RIVALS);
    double *ours = rapport__lend(result, skills), *theirs = rapport__lend(result, (size_t)rivals * skills), uniqueness;
    rapport_status status = RAPPORT_UNDEFINED;
    for (uint32_t i = 0; i < skills; i++) {
        ours[i] = 0;
        for (uint32_t p = 0; p < result->party_count; p++)
            ours[i] = levels[p * skills + i] > ours[i] ? levels[p * skills + i] : ours[i];
        for (uint32_t r = 0; r < rivals; r++)
            theirs[(size_t)r * skills + i] = rapport__entry(assessment, RAPPORT_ENTRY_RIVAL_LEVEL, r, i, 0);
    }
    if (described)
        status =
            rapport_skill_uniqueness_compute(importance, ours, theirs, rivals, skills,
                                             rapport__entry(assessment, RAPPORT_ENTRY_HELD_FROM, 0, 0, 0.5), NULL, &uniqueness);
    if (status)
        rapport__miss(result, RAPPORT_MEASURE_UNIQUENESS, RAPPORT_MEASURE_UNIQUENESS,
                      described ? RAPPORT_WHY_ZERO : RAPPORT_WHY_INCOMPLETE);
    else
        rapport__give(result, RAPPORT_MEASURE_UNIQUENESS, uniqueness);
}

/* Fills what the tasks are; false if one lacks its skill or its party. */
static bool tasks_of(const rapport_result *result, const double *levels, uint32_t tasks, double *work, double *required,
                     uint32_t *assigned, double *able)
{
    const rapport_assessment *assessment = result->assessment;
    for (uint32_t t = 0; t < tasks; t++) {
        double skill, party;
        if (!rapport__find_entry(assessment, RAPPORT_ENTRY_TASK_SKILL, 0, t, &skill) ||
            !rapport__find_entry(assessment, RAPPORT_ENTRY_TASK_PARTY, 0, t, &party))
            return false;
        work[t] = rapport__entry(assessment, RAPPORT_ENTRY_TASK_WORK, 0, t, 1);
        required[t] = rapport__entry(assessment, RAPPORT_ENTRY_TASK_LEVEL, 0, t, 0);
        assigned[t] = (uint32_t)party;
        for (uint32_t p = 0; p < result->party_count; p++)
            able[(size_t)p * tasks + t] = levels[p * assessment->skill_count + (uint32_t)skill];
    }
    return true;
}

static void measure_work(rapport_result *result, const double *levels, bool described)
{
    uint32_t tasks = rapport_ledger_count_items(result->assessment, RAPPORT_LIST_TASKS);
    double *work = rapport__lend(result, tasks), *required = rapport__lend(result, tasks);
    double *able = rapport__lend(result, (size_t)tasks * result->party_count);
    uint32_t *assigned = (uint32_t *)(void *)rapport__lend(result, tasks);
    rapport__measured *m = &result->measured;
    rapport_work found = {.struct_size = sizeof found};
    int32_t reason = !tasks ? RAPPORT_WHY_NOTHING : RAPPORT_WHY_INCOMPLETE;
    if (tasks && described && tasks_of(result, levels, tasks, work, required, assigned, able))
        reason = rapport_work_compute(work, required, assigned, able, result->party_count, tasks,
                                      m->names + m->name_at[RAPPORT_MENTION_BEYOND], tasks, &found)
                     ? RAPPORT_WHY_ZERO
                     : RAPPORT_WHY_NONE;
    if (reason) {
        rapport__miss(result, RAPPORT_MEASURE_WORK_BEYOND, RAPPORT_MEASURE_WORK_FOCUS, reason);
        return;
    }
    m->name_count[RAPPORT_MENTION_BEYOND] = found.beyond;
    rapport__give(result, RAPPORT_MEASURE_WORK_BEYOND, found.beyond_share);
    if (found.has_focus)
        rapport__give(result, RAPPORT_MEASURE_WORK_FOCUS, found.focus);
    else
        rapport__miss(result, RAPPORT_MEASURE_WORK_FOCUS, RAPPORT_MEASURE_WORK_FOCUS, RAPPORT_WHY_NOBODY_ABLE);
}

void rapport__measure_skills(rapport_result *result)
{
    const rapport_assessment *assessment = result->assessment;
    double *importance, *levels;
    bool described;
    rapport__lend_all(result);
    if (!assessment->has_skills && !rapport__has_section(assessment, RAPPORT_SECTION_TASKS) &&
        !rapport__has_section(assessment, RAPPORT_SECTION_RIVALS))
        return;
    levels = rapport__lend(result, (size_t)assessment->skill_count * result->party_count);
    described = levels_of(result, levels);
    importance = rapport__lend(result, assessment->skill_count);
    for (uint32_t i = 0; i < assessment->skill_count; i++)
        importance[i] = assessment->skills[i].importance;
    if (assessment->has_skills) {
        if (result->party_count < 2)
            rapport__miss(result, RAPPORT_MEASURE_SKILL_DISTANCE, RAPPORT_MEASURE_SKILL_FIT, RAPPORT_WHY_ONE_PARTY);
        measure_fit(result, levels);
        measure_coverage(result, importance, levels, described);
    }
    if (rapport__has_section(assessment, RAPPORT_SECTION_RIVALS))
        measure_uniqueness(result, importance, levels, described);
    if (rapport__has_section(assessment, RAPPORT_SECTION_TASKS))
        measure_work(result, levels, described);
}
