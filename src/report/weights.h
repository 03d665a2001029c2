/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_WEIGHTS_H
#define RAPPORT_SRC_REPORT_WEIGHTS_H
/* Weights for people and as rapport-weights/1. */
#include "report/json_parts.h"
#include "report/pen.h"

void rapport__weights_text(rapport__pen *pen, const rapport_weights *weights);
void rapport__weights_json(rapport__json_out *out, const rapport_weights *weights);

/* The words of the document. */
const char *rapport__word_of_combine(int32_t combine);
const char *rapport__word_of_cr(int32_t reason); /* NULL if the ratio says what it says */

#endif
