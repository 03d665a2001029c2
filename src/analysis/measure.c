/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Measures of the partnership from its amounts and skills. What cannot be known is undefined, never 0. */
#include "analysis/result.h"

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

/* Benefits - burdens - alternatives: what a party is better off by than with its best alternative. */
static rapport__measure net_benefit(const rapport_assessment *assessment, uint32_t party)
{
    double benefits, burdens, alternatives;
    if (!assessment->has_section[RAPPORT_BENEFITS])
        return not_there;
    if (!amount_or_0(assessment, RAPPORT_BENEFITS, party, &benefits) ||
        !amount_or_0(assessment, RAPPORT_BURDENS, party, &burdens) ||
        !amount_or_0(assessment, RAPPORT_ALTERNATIVES, party, &alternatives))
        return undefined;
    return defined(benefits - burdens - alternatives);
}

/* The amounts of all parties as shares of their sum; false if one is missing or negative, or the sum is 0. */
static bool shares_of(const rapport_assessment *assessment, int32_t section, double *shares)
{
    double total = 0;
    for (uint32_t p = 0; p < assessment->party_count; p++) {
        shares[p] = assessment->parties[p].amounts[section];
        if (!assessment->parties[p].has_amount[section] || shares[p] < 0)
            return false;
        total += shares[p];
    }
    for (uint32_t p = 0; p < assessment->party_count; p++)
        shares[p] /= total > 0 ? total : 1;
    return total > 0;
}

static bool agreed_shares(const rapport_assessment *assessment, double *shares)
{
    if (assessment->has_section[RAPPORT_AGREED_SHARES])
        return shares_of(assessment, RAPPORT_AGREED_SHARES, shares);
    for (uint32_t p = 0; p < assessment->party_count; p++)
        shares[p] = 1.0 / assessment->party_count;
    return true;
}

/* B = 1 - (1/2 sum |s - a|) / (1 - min a): total variation between shares and agreed shares, relative to its largest value. */
static rapport__measure balance(const rapport_assessment *assessment)
{
    double shares[RAPPORT_MAX_PARTIES], agreed[RAPPORT_MAX_PARTIES], distance = 0, least = 1, value;
    if (!assessment->has_section[RAPPORT_BENEFITS] || assessment->party_count < 2)
        return not_there; /* one party has nothing to balance with */
    if (!shares_of(assessment, RAPPORT_BENEFITS, shares) || !agreed_shares(assessment, agreed))
        return undefined;
    for (uint32_t p = 0; p < assessment->party_count; p++) {
        distance += shares[p] > agreed[p] ? shares[p] - agreed[p] : agreed[p] - shares[p];
        least = agreed[p] < least ? agreed[p] : least;
    }
    value = 1 - distance / 2 / (1 - least);
    return defined(value > 0 ? value : 0);
}

/* The largest burden share relative to the agreed share; without bound where nothing was agreed and something is borne. */
static rapport__measure overload(const rapport_assessment *assessment)
{
    double shares[RAPPORT_MAX_PARTIES], agreed[RAPPORT_MAX_PARTIES], largest = 0;
    if (!assessment->has_section[RAPPORT_BURDENS])
        return not_there;
    if (!shares_of(assessment, RAPPORT_BURDENS, shares) || !agreed_shares(assessment, agreed))
        return undefined;
    for (uint32_t p = 0; p < assessment->party_count; p++) {
        if (shares[p] == 0)
            continue;
        if (agreed[p] < shares[p] * 1e-300)
            return (rapport__measure){RAPPORT_UNDEFINED, true, 0};
        largest = shares[p] / agreed[p] > largest ? shares[p] / agreed[p] : largest;
    }
    return defined(largest);
}

/* Sum over skills of importance times the best party's level, relative to the sum of importances. */
static rapport__measure skill_coverage(const rapport_assessment *assessment)
{
    double covered = 0, required = 0;
    if (!assessment->has_skills)
        return not_there;
    for (uint32_t p = 0; p < assessment->party_count; p++)
        if (!assessment->parties[p].has_skills)
            return undefined;
    for (uint32_t i = 0; i < assessment->skill_count; i++) {
        const rapport__skill *skill = &assessment->skills[i];
        double best = 0;
        for (uint32_t p = 0; skill->levels && p < assessment->party_count; p++)
            best = skill->levels[p] > best ? skill->levels[p] : best;
        covered += skill->importance * best;
        required += skill->importance;
    }
    return required > 0 ? defined(covered / required) : undefined;
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
