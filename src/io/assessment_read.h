/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_IO_ASSESSMENT_READ_H
#define RAPPORT_SRC_IO_ASSESSMENT_READ_H
/* The reader of rapport-assessment/1, over several files. It goes on after a problem, so that the first one of the document
 * is told, whatever order things are read in. */
#include "io/names.h"
#include "rapport/assessment.h"

typedef struct rapport__assessment_reading {
    rapport__reading *r;
    const rapport_model *model;
    rapport_assessment *assessment;
    rapport__names parties; /* number: the party's index, RAPPORT_NONE if it has a problem */
    unsigned char *facts;   /* for each node of the model, whether there is a fact */
    bool mute;              /* answers are only checked: their rater has a problem */
} rapport__assessment_reading;

void rapport__read_facts(rapport__assessment_reading *a, rapport__json_value value);
void rapport__read_parties(rapport__assessment_reading *a, rapport__json_value value);
void rapport__read_measures(rapport__assessment_reading *a, rapport__json_value value);

/* The `answers` of a rater; `rater` RAPPORT_NONE: they are only checked. */
void rapport__read_answers(rapport__assessment_reading *a, rapport__json_value value, uint32_t rater);

/* Whether a path leaves the folder of the document, on whatever system it is used. */
bool rapport__leads_away(const char *path);

/* Where the document's `model` says that the model is: RAPPORT_MODEL_BUILTIN, _FILE (*name is set) or _INLINE; 0 if it says
 * nothing that makes sense. */
int32_t rapport__read_model_source(rapport__reading *r, rapport__json_value value, const char **name);

#endif
