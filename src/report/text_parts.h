/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_TEXT_PARTS_H
#define RAPPORT_SRC_REPORT_TEXT_PARTS_H
/* What the texts of results and of explanations have in common. */
#include "report/gauge.h"
#include "report/subject.h"

#define RAPPORT__MARGIN 2u
#define RAPPORT__LABELS 16u /* where the value of a labelled line begins */

/* The line of the partnership and date, and the line of the model. */
void rapport__text_head(rapport__pen *pen, const rapport__subject *s);

/* A blank line and a heading, which the caller may go on with and has to end. */
void rapport__text_heading(rapport__pen *pen, const char *words);

/* The label of a line; a sentence may follow. */
void rapport__text_label(rapport__pen *pen, const char *label);

/* "22 %"; what is not all is never "100 %", what is not nothing never "0 %". A blank that does not break. */
#define RAPPORT__PERCENT_SIZE 16
const char *rapport__text_percent(double fraction, char out[RAPPORT__PERCENT_SIZE]);

/* "3" of "3 criteria". */
void rapport__text_say_count(rapport__pen *pen, uint32_t count);

/* Why a cell has no score; a part of a sentence. */
void rapport__text_say_why_not(rapport__pen *pen, const rapport__subject *s, const rapport_cell *cell);

/* "52.1 to 54.6" */
void rapport__text_say_bounds(rapport__pen *pen, const rapport_cell *cell);

/* An amount in a unit that nobody told: no decimals from 1000 on, two below. */
void rapport__text_say_amount(rapport__pen *pen, double value);

/* What became of a gate: "Trust is 25.0 in the lowest view, below 37.5; caps the joint score at 54" */
void rapport__text_say_gate(rapport__pen *pen, const rapport__subject *s, uint32_t gate);

/* Words for people. */
const char *rapport__text_of_measure(int32_t measure);
const char *rapport__text_of_status(int32_t status);
const char *rapport__text_of_gate_state(int32_t state);

#endif
