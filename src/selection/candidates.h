/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_SELECTION_CANDIDATES_H
#define RAPPORT_SRC_SELECTION_CANDIDATES_H
/* The decision matrix, row by row: candidate after candidate, each with all criteria. */
#include "base/error.h"
#include "base/index.h"
#include "rapport/candidates.h"

typedef struct rapport__candidate {
    const char *id, *excluded; /* "" without a name; NULL unless knocked out */
} rapport__candidate;

typedef struct rapport__parameter {
    const char *name, *text; /* text: NULL for a number */
    double number;
} rapport__parameter;

typedef struct rapport__source {
    const char *file, *id; /* id: NULL for that of the assessment */
} rapport__source;

struct rapport_candidates {
    rapport__arena arena;
    rapport_candidates_criterion *criteria;
    const char **criterion_ids;
    rapport__candidate *rows;
    double *low, *high;  /* count * criterion_count of each; 0 where missing */
    unsigned char *kind; /* RAPPORT_VALUE_MISSING and so on */
    uint32_t criterion_count, count;
    uint32_t criterion_capacity, id_capacity, row_capacity, value_capacity; /* values: in rows */
    rapport__index criterion_index, index;
    rapport__parameter *parameters;
    uint32_t parameter_count, parameter_capacity;
    rapport__source *sources;
    uint32_t source_count, source_capacity;
    const char *fingerprint; /* of the model of all candidates; NULL for a matrix of its own */
    uint32_t level;          /* of its tree */
};

/* The parameter of that name; NULL if there is none. */
const rapport__parameter *rapport__parameter_find(const rapport_candidates *candidates, const char *name);

/* Where the values of a candidate begin. */
static inline size_t rapport__row_of(const rapport_candidates *candidates, uint32_t candidate)
{
    return (size_t)candidate * candidates->criterion_count;
}

#endif
