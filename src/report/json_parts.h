/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_JSON_PARTS_H
#define RAPPORT_SRC_REPORT_JSON_PARTS_H
/* Members that the JSON of results and of explanations have in common. They go into the object that is open. */
#include "base/json_write.h"
#include "report/subject.h"

typedef rapport__json_writer rapport__json_out;

void rapport__json_text_member(rapport__json_out *out, const char *key, const char *text); /* NULL is null */
void rapport__json_number_member(rapport__json_out *out, const char *key, bool there, double number);
void rapport__json_integer_member(rapport__json_out *out, const char *key, bool there, int64_t number);
void rapport__json_boolean_member(rapport__json_out *out, const char *key, bool value);

/* format, library, algorithm, model, assessment */
void rapport__json_put_head(rapport__json_out *out, const rapport__subject *s, const char *format);

/* status, score */
void rapport__json_put_score(rapport__json_out *out, const rapport_cell *cell, bool root);
/* coverage, bounds */
void rapport__json_put_bounds(rapport__json_out *out, const rapport_cell *cell);

/* "perception": [...] of one node */
void rapport__json_put_perception(rapport__json_out *out, const rapport__subject *s, uint32_t node);

/* What became of a gate, as an object. */
void rapport__json_put_gate(rapport__json_out *out, const rapport__subject *s, uint32_t gate);

/* of, against */
void rapport__json_put_pair(rapport__json_out *out, const rapport__subject *s, uint32_t of, uint32_t against);

#endif
