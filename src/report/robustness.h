/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_ROBUSTNESS_H
#define RAPPORT_SRC_REPORT_ROBUSTNESS_H
/* How sure an order of candidates is, for people and as rapport-robustness/1. */
#include "report/json_parts.h"
#include "report/pen.h"

void rapport__robustness_text(rapport__pen *pen, const rapport_robustness *r);
void rapport__robustness_json(rapport__json_out *out, const rapport_robustness *r);

/* The first candidate from `from` on that is not knocked out; the number of candidates if there is none. */
uint32_t rapport__next_compared(const rapport_robustness *r, uint32_t from);
uint32_t rapport__count_compared(const rapport_robustness *r);

/* Why there is no sensitivity: the first value that is no plain number. False if there is none such. */
bool rapport__find_open_value(const rapport_robustness *r, uint32_t *candidate, uint32_t *criterion, int32_t *kind);

/* How often a candidate has a rank, from 0; how often it is before another. */
double rapport__share_of_rank(const rapport_robustness *r, uint32_t candidate, uint32_t rank);
double rapport__share_of_pair(const rapport_robustness *r, uint32_t candidate, uint32_t other);

/* The largest standard error of all these shares. */
double rapport__largest_error(const rapport_robustness *r);

#endif
