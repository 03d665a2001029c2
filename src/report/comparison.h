/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_COMPARISON_H
#define RAPPORT_SRC_REPORT_COMPARISON_H
/* A comparison of rounds for people and as rapport-comparison/1. */
#include "report/json_parts.h"
#include "report/text_parts.h"

typedef struct rapport__rounds {
    const rapport_comparison *comparison;
    const rapport_model *model;
    const rapport_assessment *latest; /* of the newest active round */
    const char *language;
    rapport_comparison_options used;
    uint32_t rounds, newest, previous, parties, current; /* parties of all rounds, of the newest */
} rapport__rounds;

void rapport__comparison_json(rapport__json_out *out, const rapport__rounds *r);
void rapport__comparison_json_trends(rapport__json_out *out, const rapport__rounds *r);
void rapport__comparison_text(rapport__pen *pen, const rapport__rounds *r);
void rapport__comparison_text_warnings(rapport__pen *pen, const rapport__rounds *r);
void rapport__comparison_text_trend(rapport__pen *pen, const rapport__rounds *r);

/* Titles; RAPPORT_ROOT is "the whole", RAPPORT_JOINT is "joint". */
const char *rapport__rounds_node(const rapport__rounds *r, uint32_t node);
const char *rapport__rounds_view(const rapport__rounds *r, uint32_t view);

/* Short ways to ask; what is asked for must be there. */
rapport_round rapport__rounds_round(const rapport__rounds *r, uint32_t round);
rapport_change rapport__rounds_change(const rapport__rounds *r, uint32_t view, uint32_t node); /* previous to newest */
rapport_warning rapport__rounds_warning(const rapport__rounds *r, uint32_t index);
rapport_left_out rapport__rounds_left_out(const rapport__rounds *r, uint32_t index, const char **id);
rapport_node rapport__rounds_node_is(const rapport__rounds *r, uint32_t node);

/* The words of the document; NULL for 0 where that means that there is nothing to say. */
const char *rapport__word_of_left_out(int32_t reason);
const char *rapport__word_of_warning(int32_t kind);
const char *rapport__word_of_trend_reason(int32_t reason);

#endif
