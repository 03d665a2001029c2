/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_MEASURES_H
#define RAPPORT_SRC_REPORT_MEASURES_H
/* The measures of an assessment and its patterns: in results, and as a document of their own. */
#include "rapport/measure.h"
#include "report/json_parts.h"
#include "report/text_parts.h"

/* "measures": {...}, "patterns": [...] */
void rapport__json_put_measures(rapport__json_out *out, const rapport__subject *s);
void rapport__json_put_patterns(rapport__json_out *out, const rapport__subject *s);

/* A line a group, where there is one. False if there is nothing to say; a heading is put before the first line. */
bool rapport__text_put_measures(rapport__pen *pen, const rapport__subject *s);
void rapport__text_put_patterns(rapport__pen *pen, const rapport__subject *s);

/* The parties that one measure is asked for: the first and, of a pair, the second. Starts from rapport__no_cell. */
typedef struct rapport__cell_of_measure {
    uint32_t first, second;
} rapport__cell_of_measure;
bool rapport__next_cell(const rapport__subject *s, const rapport_measure_info *info, rapport__cell_of_measure *at);
#define RAPPORT__NO_CELL                                                                                                       \
    {                                                                                                                          \
        RAPPORT_NONE, RAPPORT_NONE                                                                                             \
    }

/* Whether a measure is there at all; one of plans is if there is their section. */
bool rapport__has_measure(const rapport__subject *s, int32_t measure, const rapport_measure_info *info);

const char *rapport__word_of_gain(int32_t kind);

#endif
