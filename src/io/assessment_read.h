/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_IO_ASSESSMENT_READ_H
#define RAPPORT_SRC_IO_ASSESSMENT_READ_H
/* The reader of rapport-assessment/1, over several files. It goes on after a problem, so that the first one of the document
 * is told, whatever order things are read in. */
#include "io/names.h"
#include "rapport/perspective.h"

typedef struct rapport__pending { /* what a rater says of parties, to be read when all of them are known */
    rapport__json_value value;
    int32_t kind;          /* RAPPORT_ABOUT or RAPPORT_PREDICTS */
    uint32_t rater, party; /* RAPPORT_NONE: it is only checked */
} rapport__pending;

typedef struct rapport__assessment_reading {
    rapport__reading *r;
    const rapport_model *model;
    rapport_assessment *assessment;
    rapport__names parties; /* number: the party's index, RAPPORT_NONE if it has a problem */
    unsigned char *facts;   /* for each node of the model, whether there is a fact */
    bool mute;              /* answers are only checked: their rater has a problem */
    int32_t kind;           /* of the opinions that are read; 0: they are answers */
    uint32_t subject;       /* the party that they are about */
    rapport__pending *pending;
    uint32_t pending_count, pending_capacity;
} rapport__assessment_reading;

void rapport__read_facts(rapport__assessment_reading *a, rapport__json_value value);
void rapport__read_parties(rapport__assessment_reading *a, rapport__json_value value);
void rapport__read_measures(rapport__assessment_reading *a, rapport__json_value value);

/* The `answers` of a rater; `rater` RAPPORT_NONE: they are only checked. */
void rapport__read_answers(rapport__assessment_reading *a, rapport__json_value value, uint32_t rater);

/* Puts what a rater says of parties aside; later reads all that was. */
void rapport__defer_opinions(rapport__assessment_reading *a, const rapport__pending *pending);
void rapport__read_opinions(rapport__assessment_reading *a);

/* The `importance` of a party; `party` RAPPORT_NONE: it is only checked. */
void rapport__read_importance(rapport__assessment_reading *a, rapport__json_value value, uint32_t party);

/* Reports a key that should name a node. */
void rapport__report_unknown_node(rapport__assessment_reading *a, rapport__json_value member, const char *what);

/* The party that a key names; NULL, and reported, if it names none. */
const rapport__name *rapport__find_party(rapport__assessment_reading *a, rapport__json_value member);

/* A day; true if *out is set. */
bool rapport__read_date(rapport__reading *r, rapport__json_value value, const char **out);

/* Whether a path leaves the folder of the document, on whatever system it is used. */
bool rapport__leads_away(const char *path);

/* Where the document's `model` says that the model is: RAPPORT_MODEL_BUILTIN, _FILE (*name is set) or _INLINE; 0 if it says
 * nothing that makes sense. */
int32_t rapport__read_model_source(rapport__reading *r, rapport__json_value value, const char **name);

#endif
