/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_CONSENSUS_H
#define RAPPORT_SRC_ANALYSIS_CONSENSUS_H
/* What the files that deal with several raters of a party share. */
#include "analysis/result.h"
#include "rapport/consensus.h"

/* The sum of squares of a criterion's ratings around their mean; 0 where they differ by rounding alone. */
double rapport__scatter_squares(const rapport__scatter *spread, uint32_t raters);

/* Whether so many raters of the party are fewer than the anonymity floor. */
bool rapport__is_protected(const rapport_result *result, uint32_t party, uint32_t raters);

/* Cronbach's alpha over the criteria below a group that have answers, and the raters who answered all of them. */
void rapport__put_items(const rapport_result *result, uint32_t party, uint32_t group, rapport_consensus *out);

#endif
