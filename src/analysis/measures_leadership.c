/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The guiding coalition, and decisions. */
#include "analysis/measures.h"

static void measure_coalition(rapport_result *result)
{
    const rapport_assessment *assessment = result->assessment;
    uint32_t parties = result->party_count, roles = rapport_ledger_count_items(assessment, RAPPORT_LIST_ROLES);
    double *weights, *shares, agreement = rapport__entry(assessment, RAPPORT_ENTRY_COALITION_AGREEMENT, 0, 0, 1);
    int32_t *held;
    rapport_coalition found = {.struct_size = sizeof found};
    rapport__lend_all(result);
    weights = rapport__lend(result, (size_t)parties * roles);
    shares = rapport__lend(result, parties);
    held = (int32_t *)(void *)rapport__lend(result, (size_t)parties * roles);
    for (uint32_t p = 0; p < parties; p++)
        for (uint32_t r = 0; r < roles; r++) {
            weights[(size_t)p * roles + r] = rapport__entry(assessment, RAPPORT_ENTRY_ROLE_WEIGHT, p, r, 0);
            held[(size_t)p * roles + r] = rapport__entry(assessment, RAPPORT_ENTRY_ROLE_HELD, p, r, 0) > 0;
        }
    if (rapport_coalition_compute(weights, held, parties, roles, agreement, shares, &found)) {
        rapport__miss(result, RAPPORT_MEASURE_COALITION, RAPPORT_MEASURE_COALITION_SHARE,
                      roles ? RAPPORT_WHY_INCOMPLETE : RAPPORT_WHY_NOTHING);
        return;
    }
    rapport__give(result, RAPPORT_MEASURE_COALITION, found.value);
    for (uint32_t p = 0; p < parties; p++)
        rapport__give_to(result, RAPPORT_MEASURE_COALITION_SHARE, p, 0, shares[p]);
    rapport__mention(result, RAPPORT_MENTION_WEAKEST_SIDE, found.weakest_party);
}

/* Decisions that lack one of the two times are left out. */
static void measure_decisions(rapport_result *result)
{
    const rapport_assessment *assessment = result->assessment;
    uint32_t decisions = rapport_ledger_count_items(assessment, RAPPORT_LIST_DECISIONS), count = 0;
    double *taken, *due;
    int32_t *reversed;
    rapport_decisions found = {.struct_size = sizeof found};
    rapport__lend_all(result);
    taken = rapport__lend(result, decisions);
    due = rapport__lend(result, decisions);
    reversed = (int32_t *)(void *)rapport__lend(result, decisions);
    for (uint32_t i = 0; i < decisions; i++)
        if (rapport__find_entry(assessment, RAPPORT_ENTRY_TAKEN, 0, i, &taken[count]) &&
            rapport__find_entry(assessment, RAPPORT_ENTRY_DUE, 0, i, &due[count]))
            reversed[count++] = rapport__entry(assessment, RAPPORT_ENTRY_REVERSED, 0, i, 0) > 0;
    if (rapport_decision_compute(taken, due, reversed, count, &found)) {
        rapport__miss(result, RAPPORT_MEASURE_DECISION_SPEED, RAPPORT_MEASURE_DECISIONS,
                      decisions ? RAPPORT_WHY_INCOMPLETE : RAPPORT_WHY_NOTHING);
        return;
    }
    rapport__give(result, RAPPORT_MEASURE_DECISION_SPEED, found.speed);
    rapport__give(result, RAPPORT_MEASURE_DECISION_ACCURACY, found.accuracy);
    rapport__give(result, RAPPORT_MEASURE_DECISIONS, found.both);
}

void rapport__measure_leadership(rapport_result *result)
{
    if (rapport__has_section(result->assessment, RAPPORT_SECTION_COALITION))
        measure_coalition(result);
    if (rapport__has_section(result->assessment, RAPPORT_SECTION_DECISIONS))
        measure_decisions(result);
}
