/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_RANKING_H
#define RAPPORT_SRC_REPORT_RANKING_H
/* A ranking for people and as rapport-ranking/1. */
#include "rapport/ranking.h"
#include "report/json_parts.h"
#include "report/pen.h"

void rapport__ranking_text(rapport__pen *pen, const rapport_ranking *ranking);
void rapport__ranking_json(rapport__json_out *out, const rapport_ranking *ranking);

/* What the method of a ranking is. */
rapport_method rapport__ranking_method_of(const rapport_ranking *ranking);

/* What a candidate is called: its id, or its number from 1 as "#12". */
#define RAPPORT__CANDIDATE_SIZE 24
const char *rapport__ranking_name(const rapport_candidates *candidates, uint32_t candidate, char room[RAPPORT__CANDIDATE_SIZE]);

#endif
