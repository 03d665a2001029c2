/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What ties the parties: the value chain, price, dependence, trust. */
#include "analysis/measures.h"
#include "rapport/network.h"

/* Weights and flags of a list. */
static void list_of(rapport_result *result, uint32_t count, int32_t weight_table, int32_t flag_table, double **weights,
                    int32_t **flags)
{
    rapport__lend_all(result);
    *weights = rapport__lend(result, count);
    *flags = (int32_t *)(void *)rapport__lend(result, count);
    for (uint32_t i = 0; i < count; i++) {
        (*weights)[i] = rapport__entry(result->assessment, weight_table, 0, i, 1);
        (*flags)[i] = rapport__entry(result->assessment, flag_table, 0, i, 0) > 0;
    }
}

static void measure_chain(rapport_result *result)
{
    rapport__measured *m = &result->measured;
    uint32_t stages = rapport_ledger_count_items(result->assessment, RAPPORT_LIST_STAGES);
    rapport_value_chain found = {.struct_size = sizeof found};
    double *weights;
    int32_t *joint;
    list_of(result, stages, RAPPORT_ENTRY_STAGE_WEIGHT, RAPPORT_ENTRY_JOINT, &weights, &joint);
    if (rapport_value_chain_compute(weights, joint, stages, m->names + m->name_at[RAPPORT_MENTION_CHAIN_HOLES], stages,
                                    &found)) {
        rapport__miss(result, RAPPORT_MEASURE_CHAIN_REACH, RAPPORT_MEASURE_CHAIN_REACH,
                      stages ? RAPPORT_WHY_ZERO : RAPPORT_WHY_NOTHING);
        return;
    }
    rapport__give(result, RAPPORT_MEASURE_CHAIN_REACH, found.reach);
    m->name_count[RAPPORT_MENTION_CHAIN_HOLES] = found.holes;
    if (found.earliest == RAPPORT_NONE)
        return;
    rapport__mention(result, RAPPORT_MENTION_EARLIEST, found.earliest);
    rapport__mention(result, RAPPORT_MENTION_LATEST, found.latest);
}

static void measure_price(rapport_result *result)
{
    uint32_t topics = rapport_ledger_count_items(result->assessment, RAPPORT_LIST_TOPICS);
    double *weights, share;
    int32_t *is_price;
    list_of(result, topics, RAPPORT_ENTRY_TOPIC_WEIGHT, RAPPORT_ENTRY_ABOUT_PRICE, &weights, &is_price);
    if (rapport_price_dominance_compute(weights, is_price, topics, &share))
        rapport__miss(result, RAPPORT_MEASURE_PRICE_DOMINANCE, RAPPORT_MEASURE_PRICE_DOMINANCE,
                      topics ? RAPPORT_WHY_ZERO : RAPPORT_WHY_NOTHING);
    else
        rapport__give(result, RAPPORT_MEASURE_PRICE_DOMINANCE, share);
}

static void measure_dependence(rapport_result *result)
{
    const rapport_assessment *assessment = result->assessment;
    for (uint32_t a = 0; a < result->party_count; a++)
        for (uint32_t b = 0; b < result->party_count; b++) {
            rapport_dependence found = {.struct_size = sizeof found};
            double ours, theirs;
            if (a == b)
                continue;
            if (!rapport__find_entry(assessment, RAPPORT_ENTRY_DEPENDENCE, 0, a, &ours) ||
                !rapport__find_entry(assessment, RAPPORT_ENTRY_DEPENDENCE, 0, b, &theirs)) {
                rapport__miss_of(result, RAPPORT_MEASURE_JOINT_DEPENDENCE, a, b, RAPPORT_WHY_INCOMPLETE);
                rapport__miss_of(result, RAPPORT_MEASURE_DEPENDENCE_ASYMMETRY, a, b, RAPPORT_WHY_INCOMPLETE);
                continue;
            }
            (void)rapport_dependence_compute(ours, theirs, &found); /* both lie in its range */
            rapport__give_to(result, RAPPORT_MEASURE_JOINT_DEPENDENCE, a, b, found.joint);
            rapport__give_to(result, RAPPORT_MEASURE_DEPENDENCE_ASYMMETRY, a, b, found.asymmetry);
        }
}

/* parties x parties; false if one says nothing of another. */
static bool trust_of(const rapport_result *result, double *trust)
{
    uint32_t parties = result->party_count;
    for (uint32_t i = 0; i < parties * parties; i++) {
        trust[i] = 0;
        if (i / parties != i % parties &&
            !rapport__find_entry(result->assessment, RAPPORT_ENTRY_TRUST, i / parties, i % parties, &trust[i]))
            return false;
    }
    return true;
}

static void give_network(rapport_result *result, const rapport_network *found)
{
    rapport__give(result, RAPPORT_MEASURE_MUTUAL_TRUST, found->mutual);
    rapport__give(result, RAPPORT_MEASURE_WEAKEST_LINK, found->weakest);
    rapport__give(result, RAPPORT_MEASURE_TRUST_ASYMMETRY, found->asymmetry);
    rapport__give(result, RAPPORT_MEASURE_WIDEST_ASYMMETRY, found->widest);
    rapport__give(result, RAPPORT_MEASURE_TRUST_DENSITY, found->density);
    rapport__give(result, RAPPORT_MEASURE_ISLANDS, found->islands);
    if (found->has_reciprocity)
        rapport__give(result, RAPPORT_MEASURE_RECIPROCITY, found->reciprocity);
    else
        rapport__miss(result, RAPPORT_MEASURE_RECIPROCITY, RAPPORT_MEASURE_RECIPROCITY, RAPPORT_WHY_NO_TIES);
    if (found->has_centralisation)
        rapport__give(result, RAPPORT_MEASURE_CENTRALISATION, found->centralisation);
    else
        rapport__miss(result, RAPPORT_MEASURE_CENTRALISATION, RAPPORT_MEASURE_CENTRALISATION, RAPPORT_WHY_TWO_PARTIES);
    rapport__mention(result, RAPPORT_MENTION_WEAKEST_PAIR, found->weakest_one);
    rapport__mention(result, RAPPORT_MENTION_WEAKEST_PAIR, found->weakest_other);
    if (found->widest > 0) {
        rapport__mention(result, RAPPORT_MENTION_WIDEST_PAIR, found->widest_trusting);
        rapport__mention(result, RAPPORT_MENTION_WIDEST_PAIR, found->widest_trusted);
    }
    result->measured.name_count[RAPPORT_MENTION_BROKERS] = found->brokers;
}

static void measure_network(rapport_result *result)
{
    rapport__measured *m = &result->measured;
    uint32_t parties = result->party_count;
    rapport_network found = {.struct_size = sizeof found};
    double *trust, cut = rapport__entry(result->assessment, RAPPORT_ENTRY_TRUST_CUT, 0, 0, 50);
    rapport__lend_all(result);
    trust = rapport__lend(result, (size_t)parties * parties);
    if (parties < 2)
        rapport__miss(result, RAPPORT_MEASURE_MUTUAL_TRUST, RAPPORT_MEASURE_ISLANDS, RAPPORT_WHY_ONE_PARTY);
    else if (!trust_of(result, trust))
        rapport__miss(result, RAPPORT_MEASURE_MUTUAL_TRUST, RAPPORT_MEASURE_ISLANDS, RAPPORT_WHY_INCOMPLETE);
    else if (!rapport_network_compute(trust, parties, cut, m->names + m->name_at[RAPPORT_MENTION_BROKERS], parties, &found))
        give_network(result, &found);
}

void rapport__measure_links(rapport_result *result)
{
    const rapport_assessment *assessment = result->assessment;
    if (rapport__has_section(assessment, RAPPORT_SECTION_VALUE_CHAIN))
        measure_chain(result);
    if (rapport__has_section(assessment, RAPPORT_SECTION_PRICE))
        measure_price(result);
    if (rapport__has_section(assessment, RAPPORT_SECTION_DEPENDENCE))
        measure_dependence(result);
    if (rapport__has_section(assessment, RAPPORT_SECTION_NETWORK))
        measure_network(result);
}
