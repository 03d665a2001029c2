/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Who gains, who bears, and whether that is as agreed: from the amounts of an assessment. */
#include "analysis/measures.h"
#include "base/sum.h"

static void measure_net(rapport_result *result)
{
    double net[RAPPORT_MAX_PARTIES];
    rapport_gain gain = {.struct_size = sizeof gain};
    rapport_status status;
    for (uint32_t p = 0; p < result->party_count; p++) {
        if (result->net_benefit[p].status) {
            rapport__miss(result, RAPPORT_MEASURE_SURPLUS, RAPPORT_MEASURE_NASH_PRODUCT, RAPPORT_WHY_INCOMPLETE);
            return;
        }
        net[p] = result->net_benefit[p].value;
    }
    if ((status = rapport_gain_compute(net, result->party_count, &gain))) {
        rapport__miss(result, RAPPORT_MEASURE_SURPLUS, RAPPORT_MEASURE_NASH_PRODUCT,
                      rapport__why(status, RAPPORT_WHY_ONE_PARTY, RAPPORT_WHY_OUT_OF_RANGE));
        return;
    }
    rapport__give(result, RAPPORT_MEASURE_SURPLUS, gain.surplus);
    rapport__give(result, RAPPORT_MEASURE_GAIN, gain.kind);
    rapport__give(result, RAPPORT_MEASURE_WORST_BENEFIT, gain.worst);
    if (gain.has_nash)
        rapport__give(result, RAPPORT_MEASURE_NASH_PRODUCT, gain.nash);
    else
        rapport__miss(result, RAPPORT_MEASURE_NASH_PRODUCT, RAPPORT_MEASURE_NASH_PRODUCT, RAPPORT_WHY_NOT_WIN_WIN);
    rapport__mention(result, RAPPORT_MENTION_WORST_OFF, gain.worst_party);
}

static void measure_synergy(rapport_result *result)
{
    double alone[RAPPORT_MAX_PARTIES], together, synergy;
    rapport_status status = RAPPORT_OK;
    int32_t reason = RAPPORT_WHY_INCOMPLETE;
    if (rapport__find_entry(result->assessment, RAPPORT_ENTRY_TOGETHER, 0, 0, &together) &&
        rapport__party_column(result, RAPPORT_ENTRY_ALONE, alone)) {
        if (!(status = rapport_synergy_compute(together, alone, result->party_count, &synergy))) {
            rapport__give(result, RAPPORT_MEASURE_SYNERGY, synergy);
            return;
        }
        reason =
            result->party_count < 2 ? RAPPORT_WHY_ONE_PARTY : rapport__why(status, RAPPORT_WHY_ZERO, RAPPORT_WHY_OUT_OF_RANGE);
    }
    rapport__miss(result, RAPPORT_MEASURE_SYNERGY, RAPPORT_MEASURE_SYNERGY, reason);
}

/* How evenly benefits or burdens are spread; if they are not, the reason. */
static int32_t spread(const rapport_result *result, int32_t section, rapport_balance *out)
{
    double amounts[RAPPORT_MAX_PARTIES], room[RAPPORT_MAX_PARTIES];
    const double *agreed;
    rapport_status status;
    if (result->party_count < 2)
        return RAPPORT_WHY_ONE_PARTY;
    if (!rapport__spread_of(result->assessment, section, amounts, room, &agreed))
        return RAPPORT_WHY_INCOMPLETE;
    status = rapport_balance_compute(amounts, agreed, result->party_count, out);
    return status ? rapport__why(status, RAPPORT_WHY_ZERO, RAPPORT_WHY_NEGATIVE) : RAPPORT_WHY_NONE;
}

static void measure_benefits(rapport_result *result)
{
    rapport_balance found = {.struct_size = sizeof found};
    int32_t reason = spread(result, RAPPORT_BENEFITS, &found);
    result->measured.gate_reasons[RAPPORT_BALANCE] = reason;
    if (reason) {
        rapport__miss(result, RAPPORT_MEASURE_JAIN, RAPPORT_MEASURE_SMALLEST_TO_LARGEST, reason);
        return;
    }
    rapport__give(result, RAPPORT_MEASURE_JAIN, found.jain);
    rapport__give(result, RAPPORT_MEASURE_JAIN_RESCALED, found.jain_rescaled);
    rapport__give(result, RAPPORT_MEASURE_SMALLEST_TO_LARGEST, found.smallest_to_largest);
}

static void measure_burdens(rapport_result *result)
{
    double amounts[RAPPORT_MAX_PARTIES], room[RAPPORT_MAX_PARTIES];
    const double *agreed;
    rapport_balance found = {.struct_size = sizeof found};
    rapport_overload overload = {.struct_size = sizeof overload};
    int32_t reason = spread(result, RAPPORT_BURDENS, &found);
    if (reason)
        rapport__miss(result, RAPPORT_MEASURE_BURDEN_BALANCE, RAPPORT_MEASURE_BURDEN_BALANCE, reason);
    else
        rapport__give(result, RAPPORT_MEASURE_BURDEN_BALANCE, found.balance);
    result->measured.gate_reasons[RAPPORT_BURDEN_OVERLOAD] = RAPPORT_WHY_INCOMPLETE;
    if (!rapport__spread_of(result->assessment, RAPPORT_BURDENS, amounts, room, &agreed))
        return;
    result->measured.gate_reasons[RAPPORT_BURDEN_OVERLOAD] = RAPPORT_WHY_ZERO;
    if (rapport_overload_compute(amounts, agreed, result->party_count, &overload) || result->party_count < 2)
        return; /* a lone party bears all, as agreed */
    result->measured.gate_reasons[RAPPORT_BURDEN_OVERLOAD] = RAPPORT_WHY_UNBOUNDED;
    if (!overload.has_ratio || rapport__compare(overload.ratio, 1) > 0)
        rapport__mention(result, RAPPORT_MENTION_MOST_BURDENED, overload.party);
    result->measured.patterns |= overload.patterns;
}

static void measure_equity(rapport_result *result)
{
    double benefits[RAPPORT_MAX_PARTIES], contributions[RAPPORT_MAX_PARTIES], ratios[RAPPORT_MAX_PARTIES];
    rapport_equity found = {.struct_size = sizeof found};
    rapport_status status;
    int32_t reason = RAPPORT_WHY_INCOMPLETE;
    if (result->party_count < 2) {
        reason = RAPPORT_WHY_ONE_PARTY;
    } else if (result->assessment->has_section[RAPPORT_BENEFITS] &&
               rapport__amounts_of(result->assessment, RAPPORT_BENEFITS, benefits) &&
               rapport__party_column(result, RAPPORT_ENTRY_CONTRIBUTION, contributions)) {
        status = rapport_equity_compute(benefits, contributions, result->party_count, ratios, &found);
        reason = status ? rapport__why(status, RAPPORT_WHY_ZERO, RAPPORT_WHY_NEGATIVE) : RAPPORT_WHY_NONE;
    }
    if (reason) {
        rapport__miss(result, RAPPORT_MEASURE_EQUITY, RAPPORT_MEASURE_EQUITY_RATIO, reason);
        return;
    }
    rapport__give(result, RAPPORT_MEASURE_EQUITY, found.index);
    for (uint32_t p = 0; p < result->party_count; p++)
        rapport__give_to(result, RAPPORT_MEASURE_EQUITY_RATIO, p, 0, ratios[p]);
    if (rapport__compare(found.index, 1) < 0) {
        rapport__mention(result, RAPPORT_MENTION_GETS_LEAST, found.lowest_party);
        rapport__mention(result, RAPPORT_MENTION_GETS_MOST, found.highest_party);
    }
}

void rapport__measure_gain(rapport_result *result)
{
    const rapport_assessment *assessment = result->assessment;
    result->measured.gate_reasons[RAPPORT_NET_BENEFIT] = RAPPORT_WHY_INCOMPLETE;
    if (assessment->has_section[RAPPORT_BENEFITS]) {
        measure_net(result);
        measure_benefits(result);
    }
    if (assessment->has_section[RAPPORT_BURDENS])
        measure_burdens(result);
    if (rapport__has_section(assessment, RAPPORT_SECTION_CONTRIBUTIONS))
        measure_equity(result);
    if (rapport__has_section(assessment, RAPPORT_SECTION_SYNERGY))
        measure_synergy(result);
}
