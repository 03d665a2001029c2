/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_CONSENSUS_H
#define RAPPORT_SRC_REPORT_CONSENSUS_H
/* How far the raters of a party agree, for results and explanations. */
#include "rapport/consensus.h"
#include "report/json_parts.h"
#include "report/text_parts.h"

rapport_consensus rapport__subject_consensus(const rapport__subject *s, uint32_t party, uint32_t node, int32_t index);

/* The number of a party's raters. */
uint32_t rapport__subject_count_raters(const rapport__subject *s, uint32_t party);

/* The word of a document for why there is no value, of this and of the four views. */
const char *rapport__consensus_word_of_reason(int32_t reason);

/* "lack" to "very-strong", for documents; "lack of agreement" and so on for people. NULL without a reading. */
const char *rapport__consensus_word_of_reading(int32_t reading);
const char *rapport__consensus_reading(int32_t reading);

/* The indices of one node as members of the open object: raters, criteria or ratings, each index, reading, and "undefined" with
 * the reason of each that has no value. */
void rapport__consensus_put(rapport__json_out *out, const rapport__subject *s, uint32_t party, uint32_t node);

/* A line in an explanation: "agreement: r_wg 0.67, moderate; AD 12.5 points". Nothing for a party of one rater. */
void rapport__consensus_line(rapport__pen *pen, const rapport__subject *s, uint32_t party, uint32_t node);

#endif
