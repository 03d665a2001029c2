/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_ANSWERS_H
#define RAPPORT_SRC_REPORT_ANSWERS_H
/* Raw answers: one by one where raters may be named, counted where they may not. */
#include "report/subject.h"

/* What one rater said. */
typedef struct rapport__said {
    const char *rater, *role; /* id; "" without a role */
    double weight;
    int32_t state;
    double value, points;
} rapport__said;

/* Whether the rater belongs to the party; then fills *out. */
bool rapport__answers_get(const rapport__subject *s, uint32_t rater, uint32_t party, uint32_t criterion, rapport__said *out);

/* The fact of a criterion, if there is one and no view of it is withheld. */
bool rapport__answers_fact(const rapport__subject *s, uint32_t criterion, double *value, double *points);

/* What a rater added to an answer. Notes come in one language, as labels do. */
typedef struct rapport__aside {
    double confidence; /* -1 for a text */
    bool evidence;
    const char *text;
} rapport__aside;

bool rapport__answers_next_aside(const rapport__subject *s, uint32_t rater, uint32_t criterion, uint32_t *cursor,
                                 rapport__aside *out);

/* The name of an answer: of a level, an option, yes or no; NULL for a number. */
const char *rapport__answers_label(const rapport__subject *s, uint32_t criterion, double value);

/* All that a party said of a criterion, in an order that tells nothing about who: as many different answers as a scale has
 * levels, the lowest first, and as many references to evidence. */
#define RAPPORT__MOST_COUNTS 101u

typedef struct rapport__counts {
    struct {
        double value, points;
        uint32_t raters;
    } answers[RAPPORT__MOST_COUNTS];
    const char *evidence[RAPPORT__MOST_COUNTS];
    uint32_t answer_count, evidence_count;
    uint32_t others;    /* raters whose answers found no room */
    uint32_t states[5]; /* raters by state */
} rapport__counts;

void rapport__answers_count(const rapport__subject *s, uint32_t party, uint32_t criterion, rapport__counts *out);

#endif
