/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What the measures of a partnership are made from: amounts and skills. */
#include <string.h>

#include "evidence/assessment.h"
#include "rapport/ledger.h"

static const char *const sections[RAPPORT__SECTIONS] = {"", "benefits", "burdens", "alternatives", "agreed_shares"};

static rapport_status need_section(int32_t section, rapport_error *error)
{
    if (section < RAPPORT_BENEFITS || section > RAPPORT_AGREED_SHARES)
        return FAIL(error, RAPPORT_BAD_VALUE, "/measures", "there is no such section");
    return RAPPORT_OK;
}

rapport_status rapport_assessment_add_section(rapport_assessment *assessment, int32_t section, rapport_error *error)
{
    rapport_status status = need_section(section, error);
    if (!status)
        assessment->has_section[section] = true;
    return status;
}

rapport_status rapport_assessment_set_amount(rapport_assessment *assessment, int32_t section, uint32_t party, double amount,
                                             rapport_error *error)
{
    bool negative = section == RAPPORT_BENEFITS || section == RAPPORT_ALTERNATIVES;
    char path[sizeof error->path] = "/measures";
    rapport_status status = need_section(section, error);
    if (status)
        return status;
    if (party >= assessment->party_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/measures", "there is no such party");
    if (!(amount >= (negative ? -1e300 : 0) && amount <= 1e300)) {
        rapport__append_key(path, sizeof path, sections[section]);
        rapport__append_key(path, sizeof path, assessment->parties[party].id);
        return FAIL(error, RAPPORT_BAD_VALUE, path,
                    negative ? "an amount must lie in -1e300..1e300" : "an amount must lie in 0..1e300");
    }
    assessment->has_section[section] = true;
    assessment->parties[party].has_amount[section] = true;
    assessment->parties[party].amounts[section] = amount + 0.0;
    return RAPPORT_OK;
}

rapport_status rapport_assessment_get_amount(const rapport_assessment *assessment, int32_t section, uint32_t party,
                                             double *amount)
{
    if (need_section(section, NULL) || (party != RAPPORT_NONE && party >= assessment->party_count))
        return RAPPORT_BAD_ARGUMENT;
    if (amount)
        *amount = 0;
    if (!assessment->has_section[section])
        return RAPPORT_NOT_FOUND;
    if (party == RAPPORT_NONE)
        return RAPPORT_OK;
    if (!assessment->parties[party].has_amount[section])
        return RAPPORT_UNDEFINED;
    if (amount)
        *amount = assessment->parties[party].amounts[section];
    return RAPPORT_OK;
}

rapport_status rapport_assessment_add_skill(rapport_assessment *assessment, const char *id, double importance, uint32_t *skill,
                                            rapport_error *error)
{
    const rapport_allocator *mem = rapport__assessment_memory(assessment);
    rapport__skill added = {.importance = importance};
    if (!id) {
        assessment->has_skills = true;
        return RAPPORT_OK;
    }
    if (!rapport__id_valid(id))
        return FAIL(error, RAPPORT_BAD_VALUE, "/measures/skills/required", "\"", id,
                    "\" is no id: 1 to 64 characters of a-z 0-9 . _ -, and not \"x\"");
    if (rapport__index_find(&assessment->skill_index, id) != RAPPORT_NONE)
        return FAIL(error, RAPPORT_DUPLICATE, "/measures/skills/required", "the id \"", id, "\" is taken");
    if (!(importance >= 0 && importance <= 1e12))
        return FAIL(error, RAPPORT_BAD_VALUE, "/measures/skills/required", "the importance of \"", id,
                    "\" must lie in 0..1e12");
    if (assessment->skill_count == RAPPORT_MAX_LISTED)
        return FAIL(error, RAPPORT_LIMIT, "/measures/skills/required", "an assessment has at most 1024 skills");
    added.id = rapport__arena_text(&assessment->arena, id, strlen(id));
    if (!added.id ||
        rapport__reserve(mem, &assessment->skills, &assessment->skill_capacity, assessment->skill_count + 1, sizeof added) ||
        rapport__index_add(&assessment->skill_index, mem, added.id, assessment->skill_count))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    if (skill)
        *skill = assessment->skill_count;
    assessment->skills[assessment->skill_count++] = added;
    assessment->has_skills = true;
    return RAPPORT_OK;
}

rapport_status rapport_assessment_set_skill(rapport_assessment *assessment, uint32_t skill, uint32_t party, double level,
                                            rapport_error *error)
{
    rapport__skill *found;
    if ((skill != RAPPORT_NONE && skill >= assessment->skill_count) || party >= assessment->party_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/measures/skills", "there is no such skill or party");
    if (skill == RAPPORT_NONE) {
        assessment->parties[party].has_skills = true;
        return RAPPORT_OK;
    }
    found = &assessment->skills[skill];
    if (!(level >= 0 && level <= 1))
        return FAIL(error, RAPPORT_BAD_VALUE, "/measures/skills/parties", "the level of \"", found->id, "\" must lie in 0..1");
    if (!found->levels &&
        !(found->levels = rapport__arena_alloc(&assessment->arena, RAPPORT_MAX_PARTIES, sizeof *found->levels)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    found->levels[party] = level + 0.0;
    assessment->parties[party].has_skills = true;
    return RAPPORT_OK;
}
