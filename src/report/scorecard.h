/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_SCORECARD_H
#define RAPPORT_SRC_REPORT_SCORECARD_H
/* A scorecard of ERPNext's, for people and as rapport-scorecard-result/1. */
#include "report/json_parts.h"
#include "report/pen.h"

void rapport__scorecard_text(rapport__pen *pen, const rapport_scorecard *card, int32_t arithmetic);
void rapport__scorecard_json(rapport__json_out *out, const rapport_scorecard *card, int32_t arithmetic);

/* Short ways to ask a computed scorecard. */
rapport_scorecard_outcome rapport__scorecard_outcome(const rapport_scorecard *card, int32_t arithmetic);
rapport_scorecard_period rapport__scorecard_period(const rapport_scorecard *card, uint32_t period);
rapport_scorecard_criterion rapport__scorecard_criterion(const rapport_scorecard *card, uint32_t period, uint32_t criterion);
rapport_scorecard_difference rapport__scorecard_difference(const rapport_scorecard *card, uint32_t index);

/* Why there is such a difference, in a sentence without a full stop; and what its two numbers are: "in ERPNext", "here". */
const char *rapport__scorecard_why(int32_t kind);
const char *rapport__scorecard_first(int32_t kind);
const char *rapport__scorecard_second(int32_t kind);

#endif
