/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_ACTIONS_H
#define RAPPORT_SRC_ANALYSIS_ACTIONS_H
/* What could be done, as the caller gave it. */
#include "base/index.h"
#include "model/model.h"
#include "rapport/plan.h"

typedef struct rapport__action {
    const char *id, *title;
    double cost;
    uint32_t phase; /* RAPPORT_NONE: any */
} rapport__action;

typedef struct rapport__deed { /* one effect of an action */
    uint32_t action, node, party;
    int32_t kind;
    double amount; /* as given; points of the level for TO_LEVEL */
} rapport__deed;

typedef struct rapport__link {
    uint32_t action, other;
} rapport__link;

typedef struct rapport__phase {
    const char *id;
    double capacity;
} rapport__phase;

struct rapport_actions {
    rapport__arena arena;
    const rapport_model *model;
    rapport__action *actions;
    rapport__deed *deeds;
    rapport__link *needs, *rivals;
    rapport__phase phases[RAPPORT_MAX_PHASES];
    uint32_t count, deed_count, need_count, rival_count, phase_count;
    uint32_t capacity, deed_capacity, need_capacity, rival_capacity;
    rapport__index index;
    double budget;
    bool has_budget;
};

#endif
