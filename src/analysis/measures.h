/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_MEASURES_H
#define RAPPORT_SRC_ANALYSIS_MEASURES_H
/* The measures of an assessment. Each file measures_*.c gathers what the parties said into arrays, asks the measures over
 * arrays, and keeps what they say; there is no formula here. */
#include "analysis/result.h"
#include "evidence/ledger.h"
#include "rapport/measure.h"

/* What lies in the block of a result; all 0 where the assessment has nothing to measure. */
typedef struct rapport__needs {
    size_t values, names, room;
} rapport__needs;
rapport__needs rapport__measures_need(const rapport_assessment *assessment);

void rapport__measure_all(rapport_result *result);
void rapport__measure_gain(rapport_result *result);
void rapport__measure_skills(rapport_result *result);
void rapport__measure_aims(rapport_result *result);
void rapport__measure_vision(rapport_result *result);
void rapport__measure_triad(rapport_result *result);
void rapport__measure_plans(rapport_result *result);
void rapport__measure_leadership(rapport_result *result);
void rapport__measure_links(rapport_result *result);

int32_t rapport__measure_scope(int32_t measure);

/* Whether the model has the groups vision, leadership and strategy; fills their nodes. */
bool rapport__find_triad(const rapport_model *model, uint32_t nodes[3]);

/* Room for `count` numbers until the next rapport__lend_all(): never too little. */
double *rapport__lend(rapport_result *result, size_t count);
void rapport__lend_all(rapport_result *result);

/* A measure gets its value. */
void rapport__give_to(rapport_result *result, int32_t measure, uint32_t first, uint32_t second, double value);
static inline void rapport__give(rapport_result *result, int32_t measure, double value)
{
    rapport__give_to(result, measure, 0, 0, value);
}

/* A measure has none: one of it, or all of first..last of them. */
void rapport__miss_of(rapport_result *result, int32_t measure, uint32_t first, uint32_t second, int32_t reason);
void rapport__miss(rapport_result *result, int32_t first, int32_t last, int32_t reason);

/* Why a measure over arrays gave none: `undefined` if it is undefined, `bad` if a number is outside its range. */
int32_t rapport__why(rapport_status status, int32_t undefined, int32_t bad);

/* Names one more. */
void rapport__mention(rapport_result *result, int32_t mention, uint32_t item);

/* A table of one entry a party; false if a party has none. */
bool rapport__party_column(const rapport_result *result, int32_t table, double *out);

#endif
