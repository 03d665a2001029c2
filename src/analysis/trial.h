/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_TRIAL_H
#define RAPPORT_SRC_ANALYSIS_TRIAL_H
/* What would follow if some answers were better, without computing all anew: moves.c knows what can be moved and by what,
 * trial.c keeps the cells of a result as they would be, and works only on what stands above a changed answer.
 *
 * A slot is one party's value of one criterion, or a fact. An item pushes slots up; what all pushes of a slot come to does not
 * depend on their order: the highest level named, then levels up, then points, at most 100. Nothing that is missing gets a
 * value, so that coverage and what is valued stay as they are, and scores and bounds only rise. */
#include "analysis/result.h"
#include "model/ladder.h"
#include "rapport/plan.h"

typedef struct rapport__push {
    uint32_t item, slot;
    int32_t kind;  /* RAPPORT_EFFECT_POINTS, _LEVELS, _TO_LEVEL */
    double amount; /* points, levels, points of the level */
    double rise;   /* the most that it can add to its slot */
} rapport__push;

typedef struct rapport__slot {
    uint32_t party, node;  /* RAPPORT_NONE: a fact, which counts in every view */
    uint32_t first, count; /* its pushes, in by_slot */
    double base, top;      /* its value without any and with all of its pushes */
    const rapport__ladder *ladder;
} rapport__slot;

typedef struct rapport__moves {
    const rapport_result *from;
    rapport__arena *arena;
    rapport__slot *slots;
    rapport__push *pushes;  /* by item */
    uint32_t *first_push;   /* of each item, and one past the last */
    uint32_t *by_slot;      /* pushes, by slot, then item */
    uint32_t *groups;       /* nodes, the last first */
    uint32_t *group_number; /* by node */
    uint32_t item_count, slot_count, push_count, group_count;
    uint32_t *slot_of;               /* by party (or their count for a fact) and node; while moves are made */
    const rapport__ladder **ladders; /* by scale */
    bool *movable;                   /* by node */
} rapport__moves;

/* Moves of nothing yet; room for so many pushes, which can be counted then. RAPPORT_NO_MEMORY. */
rapport_status rapport__moves_init(rapport__moves *moves, const rapport_result *from, rapport__arena *arena, uint32_t items);
rapport_status rapport__moves_reserve(rapport__moves *moves, size_t pushes);

/* How many pushes it takes to push the answer of one party, or of all (RAPPORT_NONE). */
uint32_t rapport__moves_count(const rapport__moves *moves, uint32_t node, uint32_t party);

/* Adds a push by an item on the answer of one party, or of all (RAPPORT_NONE); items come in order. Returns how many slots it
 * pushes: 0 where nothing is answered or the anonymity floor forbids. */
uint32_t rapport__moves_add(rapport__moves *moves, uint32_t item, uint32_t node, uint32_t party, int32_t kind, double amount);

/* When all are there; before the first trial. */
void rapport__moves_finish(rapport__moves *moves);

/* Whether the value of a party, or with RAPPORT_NONE the fact, is there and may be moved. */
bool rapport__moves_slot_is_there(const rapport__moves *moves, uint32_t node, uint32_t party);

/* The value of a slot with the pushes of the items that are `in`; NULL: of all. */
double rapport__slot_value(const rapport__moves *moves, const rapport__slot *slot, const unsigned char *in);

typedef struct rapport__trial {
    rapport_result is; /* cells, gates, outcome, as they would be; no findings */
    const rapport__moves *moves;
    unsigned char *in, *stale; /* by item; by slot */
    double *value;             /* by slot */
    uint32_t *queue, queued;   /* stale slots */
    bool *dirty, *view_dirty;  /* by view and group; by view */
    bool gates_stale;
    double score, gated; /* of the joint root */
    uint64_t work;       /* pushes and children looked at so far */
} rapport__trial;

rapport_status rapport__trial_init(rapport__trial *trial, const rapport__moves *moves);

/* Puts an item in or takes it out; felt once the trial is settled. */
void rapport__trial_put(rapport__trial *trial, uint32_t item, bool in);
void rapport__trial_settle(rapport__trial *trial);

#endif
