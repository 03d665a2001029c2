/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_EXPLANATION_H
#define RAPPORT_SRC_REPORT_EXPLANATION_H
/* The record of how one node came to its value. */
#include "report/json_parts.h"
#include "report/text_parts.h"

void rapport__explanation_text(rapport__pen *pen, const rapport__subject *s, uint32_t node);
/* A score, its picture, and its bounds where something is missing, to the end of the line. */
void rapport__explanation_text_cell(rapport__pen *pen, const rapport__subject *s, const rapport_cell *cell);
void rapport__explanation_text_scale(rapport__pen *pen, const rapport__subject *s, uint32_t criterion);
void rapport__explanation_text_view(rapport__pen *pen, const rapport__subject *s, uint32_t party, uint32_t node);

/* The weights of a node and of all groups above it: as entered, times the overlay's factor, of their siblings, of the whole. */
void rapport__explanation_text_weights(rapport__pen *pen, const rapport__subject *s, uint32_t node);
void rapport__explanation_json_weights(rapport__json_out *out, const rapport__subject *s, uint32_t node);

void rapport__explanation_json(rapport__json_out *out, const rapport__subject *s, uint32_t node);
void rapport__explanation_json_scale(rapport__json_out *out, const rapport__subject *s, uint32_t criterion);
void rapport__explanation_json_view(rapport__json_out *out, const rapport__subject *s, uint32_t party, uint32_t node);

#endif
