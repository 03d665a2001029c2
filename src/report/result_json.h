/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_RESULT_JSON_H
#define RAPPORT_SRC_REPORT_RESULT_JSON_H
/* The document rapport-result/1. */
#include "report/json_parts.h"

void rapport__result_json(rapport__json_out *out, const rapport__subject *s);

/* The parts of it that stand for themselves, in files of their own. */
void rapport__result_json_outcome(rapport__json_out *out, const rapport__subject *s); /* joint */
void rapport__result_json_agreement(rapport__json_out *out, const rapport__subject *s);
void rapport__result_json_perspectives(rapport__json_out *out, const rapport__subject *s); /* nothing without opinions */
void rapport__result_json_importance(rapport__json_out *out, const rapport__subject *s);   /* nothing if nobody states any */
void rapport__result_json_warnings(rapport__json_out *out, const rapport__subject *s);     /* warnings */

#endif
