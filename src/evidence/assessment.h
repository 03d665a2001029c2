/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_EVIDENCE_ASSESSMENT_H
#define RAPPORT_SRC_EVIDENCE_ASSESSMENT_H
/* What the parties said. Answers lie in one row a rater, in pages of neighbouring criteria that exist only where something was
 * said: a full row is as compact as an array, an empty one costs a pointer a page. */
#include "base/error.h"
#include "model/model.h"
#include "rapport/assessment.h"

enum { RAPPORT__PAGE = 16, RAPPORT__SECTIONS = 5 };

typedef struct rapport__page {
    double points[RAPPORT__PAGE], value[RAPPORT__PAGE];
    unsigned char state[RAPPORT__PAGE]; /* RAPPORT_UNANSWERED is 0 */
} rapport__page;

typedef rapport__page **rapport__row; /* one pointer a page; NULL where nothing was said */

typedef struct rapport__party {
    const char *id;
    double weight;
    int32_t voice;
    rapport__index rater_index;
    uint32_t first_rater, last_rater;  /* of the party; RAPPORT_NONE without one */
    double *importance;                /* of each node; below 0 where nothing is stated. NULL: nothing at all */
    uint32_t stating;                  /* which of those that state some it is */
    bool has_skills;                   /* its skills are described */
    double amounts[RAPPORT__SECTIONS]; /* by section; [0] is unused */
    bool has_amount[RAPPORT__SECTIONS];
} rapport__party;

typedef struct rapport__rater {
    const char *id, *role;
    double weight;
    uint32_t party, next;               /* next rater of the party */
    uint32_t first_remark, last_remark; /* RAPPORT_NONE without one */
    uint32_t last_opinion;              /* likewise */
    rapport__row row;
} rapport__rater;

typedef struct rapport__title { /* of a party, or of an item of a list */
    uint32_t of;
    const char *language, *text;
} rapport__title;

typedef struct rapport__remark { /* beside an answer: a confidence, or a text */
    uint32_t node, next;         /* next remark of the rater */
    double confidence;
    bool evidence;
    const char *language, *text;
} rapport__remark;

typedef struct rapport__statement { /* by a rater of a party: see perspectives.c */
    uint32_t rater, party, node;
    uint32_t previous; /* of the rater */
    int32_t kind, state;
    double value, points;
} rapport__statement;

typedef struct rapport__skill {
    const char *id;
    double importance;
    double *levels; /* one a party, RAPPORT_MAX_PARTIES of them; NULL: nobody has it */
} rapport__skill;

typedef struct rapport__ledger rapport__ledger; /* see ledger.h */

struct rapport_assessment {
    rapport__arena arena;
    const rapport_model *model;
    const char *id, *partnership, *date;
    uint32_t anonymity_floor;
    rapport__party *parties;
    rapport__rater *raters;
    rapport__title *titles;
    rapport__remark *remarks;
    rapport__skill *skills;
    rapport__statement *opinions;
    uint32_t opinion_count, opinion_capacity, stating_count;
    uint32_t party_count, rater_count, title_count, remark_count, skill_count;
    uint32_t party_capacity, rater_capacity, title_capacity, remark_capacity, skill_capacity;
    uint32_t page_count; /* pages of a row */
    uint32_t *reactions; /* per node: how many raters said anything of it */
    rapport__row facts;
    rapport__index party_index, skill_index;
    bool has_section[RAPPORT__SECTIONS], has_skills;
    rapport__ledger *ledger; /* NULL as long as nothing is in it */
    bool inactive;           /* the partnership rested: nothing is said */
};

static inline const rapport_allocator *rapport__assessment_memory(const rapport_assessment *assessment)
{
    return &assessment->arena.mem;
}

/* The points of an answer as rapport_assessment_get_answer() gives it; false if the scale knows no such answer. */
bool rapport__answer_points(const rapport__scale *scale, double value, double *points);

/* The page of a row that holds a node, or NULL. */
static inline const rapport__page *rapport__page_of(rapport__row row, uint32_t node)
{
    return row[node / RAPPORT__PAGE];
}

static inline bool rapport__has_fact(const rapport_assessment *assessment, uint32_t node)
{
    const rapport__page *page = rapport__page_of(assessment->facts, node);
    return page && page->state[node % RAPPORT__PAGE];
}

/* Whether it is a day of the Gregorian calendar, YYYY-MM-DD. */
bool rapport__date_valid(const char *date);

/* A copy of a text in the assessment; RAPPORT_BAD_VALUE if it is not UTF-8 without NUL. */
rapport_status rapport__assessment_text(rapport_assessment *assessment, const char *text, int64_t length, const char *what,
                                        const char **out, rapport_error *error);

/* As above for a language, which may be NULL. */
rapport_status rapport__assessment_language(rapport_assessment *assessment, const char *language, const char **out,
                                            rapport_error *error);

#endif
