/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_PLAN_H
#define RAPPORT_SRC_REPORT_PLAN_H
/* A plan for people and as rapport-plan/1. */
#include "report/json_parts.h"
#include "report/text_parts.h"

void rapport__plan_text(rapport__pen *pen, const rapport__subject *s, const rapport_plan *plan);
void rapport__plan_json(rapport__json_out *out, const rapport__subject *s, const rapport_plan *plan);

#endif
