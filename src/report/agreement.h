/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_AGREEMENT_H
#define RAPPORT_SRC_REPORT_AGREEMENT_H
/* An index of agreement for people and as rapport-agreement/1. */
#include "report/json_parts.h"
#include "report/pen.h"

void rapport__agreement_text(rapport__pen *pen, const rapport_agreement *a, const rapport_ratings *ratings);
void rapport__agreement_json(rapport__json_out *out, const rapport_agreement *a, const rapport_ratings *ratings);

/* The words of the document. */
const char *rapport__word_of_metric(int32_t metric);
const char *rapport__word_of_around(int32_t around);
const char *rapport__word_of_reason(int32_t reason); /* NULL if there is none */

/* What the index is called, what it asks, why it has no value. */
const char *rapport__agreement_title(int32_t index);
const char *rapport__agreement_question(int32_t index);
const char *rapport__agreement_why_not(int32_t reason);

/* How a value is usually read, and who says so; NULL where nobody does. */
const char *rapport__agreement_reading(const rapport_agreement *a);

/* The id of a unit; NULL without one. */
const char *rapport__agreement_unit(const rapport_ratings *ratings, uint32_t unit);

#endif
