/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_SELECTION_JUDGEMENTS_H
#define RAPPORT_SRC_SELECTION_JUDGEMENTS_H
/* What raters judged. Criteria and groups share one list of items; the criteria come first once there are raters. */
#include "base/index.h"
#include "rapport/judgement.h"
#include "selection/weighting.h"

typedef struct rapport__judge {
    const char *id; /* "" without a name */
    double weight;
    uint32_t best, worst; /* RAPPORT_NONE: not said */
    double *rows[RAPPORT_JUDGED_END];
} rapport__judge;

typedef struct rapport__judged_item {
    const char *id;
    uint32_t number; /* among criteria or among groups */
    uint32_t group;  /* that it is in, RAPPORT_NONE at the top */
    bool is_group;
} rapport__judged_item;

struct rapport_judgements {
    rapport__arena arena;
    rapport__judged_item *items;
    uint32_t *criteria, *groups; /* items by number */
    rapport__judge *raters;
    uint32_t item_count, criterion_count, group_count, rater_count;
    uint32_t item_capacity, criterion_capacity, group_capacity, rater_capacity;
    int32_t random_index, combine;
    rapport__index item_index, rater_index;
};

/* How many numbers a row of a kind has. */
uint32_t rapport__judged_count(const rapport_judgements *judgements, int32_t kind);

/* The keys of documents and of paths. */
const char *rapport__judged_key(int32_t kind);

#endif
