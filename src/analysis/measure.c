/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The measures that gates and bands ask for, from the amounts and skills of an assessment. What cannot be known is undefined,
 * never 0. The formulas are those of the measures over arrays. */
#include "analysis/result.h"
#include "analysis/skill.h"
#include "rapport/benefit.h"

static const rapport__measure undefined = {RAPPORT_UNDEFINED, false, 0};
static const rapport__measure not_there = {RAPPORT_NOT_FOUND, false, 0};

static rapport__measure defined(double value)
{
    return (rapport__measure){RAPPORT_OK, false, value + 0.0};
}

/* An amount that may be left out with its whole section; false if the section is there and the amount is not. */
static bool amount_or_0(const rapport_assessment *assessment, int32_t section, uint32_t party, double *amount)
{
    *amount = assessment->parties[party].amounts[section];
    return !assessment->has_section[section] || assessment->parties[party].has_amount[section];
}

/* What a party is better off by than with its best alternative. */
static rapport__measure net_benefit(const rapport_assessment *assessment, uint32_t party)
{
    double benefits, burdens, alternatives, net;
    if (!assessment->has_section[RAPPORT_BENEFITS])
        return not_there;
    if (!amount_or_0(assessment, RAPPORT_BENEFITS, party, &benefits) ||
        !amount_or_0(assessment, RAPPORT_BURDENS, party, &burdens) ||
        !amount_or_0(assessment, RAPPORT_ALTERNATIVES, party, &alternatives) ||
        rapport_net_benefit_compute(&benefits, &burdens, &alternatives, 1, &net))
        return undefined;
    return defined(net);
}

bool rapport__amounts_of(const rapport_assessment *assessment, int32_t section, double *amounts)
{
    for (uint32_t p = 0; p < assessment->party_count; p++)
        if (!amount_or_0(assessment, section, p, &amounts[p]))
            return false;
    return true;
}

bool rapport__spread_of(const rapport_assessment *assessment, int32_t section, double *amounts, double *room,
                        const double **agreed)
{
    bool is_agreed = assessment->has_section[RAPPORT_AGREED_SHARES];
    *agreed = is_agreed ? room : NULL;
    return rapport__amounts_of(assessment, section, amounts) &&
           (!is_agreed || rapport__amounts_of(assessment, RAPPORT_AGREED_SHARES, room));
}

static rapport__measure balance(const rapport_assessment *assessment)
{
    double benefits[RAPPORT_MAX_PARTIES], room[RAPPORT_MAX_PARTIES];
    const double *agreed;
    rapport_balance found = {.struct_size = sizeof found};
    if (!assessment->has_section[RAPPORT_BENEFITS] || assessment->party_count < 2)
        return not_there; /* one party has nothing to balance with */
    if (!rapport__spread_of(assessment, RAPPORT_BENEFITS, benefits, room, &agreed) ||
        rapport_balance_compute(benefits, agreed, assessment->party_count, &found))
        return undefined; /* negative benefits have no shares */
    return defined(found.balance);
}

static rapport__measure overload(const rapport_assessment *assessment)
{
    double burdens[RAPPORT_MAX_PARTIES], room[RAPPORT_MAX_PARTIES];
    const double *agreed;
    rapport_overload found = {.struct_size = sizeof found};
    if (!assessment->has_section[RAPPORT_BURDENS])
        return not_there;
    if (!rapport__spread_of(assessment, RAPPORT_BURDENS, burdens, room, &agreed) ||
        rapport_overload_compute(burdens, agreed, assessment->party_count, &found))
        return undefined;
    if (!found.has_ratio)
        return (rapport__measure){RAPPORT_UNDEFINED, true, 0};
    return defined(found.ratio);
}

static rapport__measure skill_coverage(const rapport_assessment *assessment)
{
    rapport__coverage coverage = {0};
    if (!assessment->has_skills)
        return not_there;
    for (uint32_t p = 0; p < assessment->party_count; p++)
        if (!assessment->parties[p].has_skills)
            return undefined;
    for (uint32_t i = 0; i < assessment->skill_count; i++)
        (void)rapport__cover(&coverage, assessment->skills[i].importance, assessment->skills[i].levels, assessment->party_count,
                             1);
    return coverage.required > 0 ? defined(rapport__covered(&coverage)) : undefined;
}

void rapport__compute_measures(rapport_result *result)
{
    const rapport_assessment *assessment = result->assessment;
    for (uint32_t p = 0; p < assessment->party_count; p++)
        result->net_benefit[p] = net_benefit(assessment, p);
    result->overload = overload(assessment);
    result->balance = balance(assessment);
    result->skills = skill_coverage(assessment);
}
