/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_SCORECARD_H
#define RAPPORT_SRC_ANALYSIS_SCORECARD_H
/* A supplier scorecard of ERPNext's, and what both arithmetics make of it. */
#include "analysis/formula.h"
#include "base/memory.h"

typedef struct rapport__sc_standing {
    const char *name;
    double min_grade, max_grade;
} rapport__sc_standing;

typedef struct rapport__sc_variable {
    const char *name;
    double value;
    bool there;
} rapport__sc_variable;

typedef struct rapport__sc_criterion {
    const char *name, *formula; /* formula: NULL for none */
    double weight, max_score, stored;
    bool has_stored;
    /* computed */
    rapport__fault fault; /* of ERPNext's formula */
    bool has_erpnext, has_ours;
    double erpnext, ours; /* in the unit of the maximum score, and within it */
    uint32_t missing;     /* the first variable of the formula that has no value, or RAPPORT_NONE */
} rapport__sc_criterion;

/* Also the scorecard's own criteria: a period without anything else. */
typedef struct rapport__sc_period {
    const char *name, *end;
    int32_t docstatus;
    bool has_total;
    double total;
    rapport__sc_criterion *criteria;
    rapport__sc_variable *variables;
    uint32_t *by_name; /* variables in the order of their names, and as much room; computed */
    uint32_t criterion_count, criterion_capacity, variable_count, variable_capacity;
    /* computed */
    rapport_scorecard_period is;
    rapport__fault fault; /* of the weighting function */
    double sum;           /* of the weights */
    bool other_criteria;  /* than the newest submitted period */
} rapport__sc_period;

struct rapport_scorecard {
    rapport__arena arena; /* has the texts */
    const char *supplier, *weighting, *status;
    bool has_stored, computed;
    double stored;
    rapport__sc_standing *standings;
    rapport__sc_period *periods, own;
    uint32_t standing_count, standing_capacity, period_count, period_capacity;
    /* computed */
    rapport_scorecard_outcome outcome[2];
    rapport_scorecard_difference *differences;
    uint32_t difference_count, difference_capacity;
    rapport_model *model;
    bool bad_standings;               /* ERPNext would refuse them */
    bool out_of_memory;               /* while computing */
    uint32_t *order;                  /* submitted periods, the newest first */
    uint32_t submitted;               /* how many */
    char room[RAPPORT__FORMULA_ROOM]; /* for a formula with its numbers */
};

/* The number of a variable of that name in the period, or RAPPORT_NONE. */
uint32_t rapport__sc_find_variable(const rapport__sc_period *period, const char *name, size_t length);

/* The steps of rapport_scorecard_compute(), in their order. */
void rapport__sc_criteria(rapport_scorecard *card);       /* every formula in both ways */
void rapport__sc_erpnext(rapport_scorecard *card);        /* ERPNext's totals, weights, score, standing */
rapport_status rapport__sc_ours(rapport_scorecard *card); /* our models, scores, mean, standing */
void rapport__sc_compare(rapport_scorecard *card);        /* what differs over all */

/* Whether a criterion's maximum can be the end of a scale: it lies in 1e-12..1e12. */
bool rapport__sc_is_scaled(const rapport__sc_criterion *criterion);

/* Our weight of the n-th period where the weighting function gives none: linear fade, the newest 1, 0 after 12. */
double rapport__sc_recency(uint32_t number);

#endif
