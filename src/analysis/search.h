/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_SEARCH_H
#define RAPPORT_SRC_ANALYSIS_SEARCH_H
/* The best choice of items under a budget: depth-first branch and bound (Land & Doig 1960), the same for plans and for band
 * gaps. What is best: fewest breaches, then the highest score, then the lowest cost; what both are, the owner's `judge` says.
 * A branch is left where neither all that is still affordable at once (everything rises, so that is a bound) nor a tangent
 * plane with the remaining budget (tangent.h) comes above what is known. Work is counted, not time: the same input ends at
 * the same place. */
#include "analysis/tangent.h"

enum { RAPPORT__UNDECIDED, RAPPORT__IN, RAPPORT__OUT };

enum { RAPPORT__TANGENTS = 160 };

typedef struct rapport__lists { /* for each item, some others */
    uint32_t *first;            /* of each item, and one past the last; NULL: all are empty */
    uint32_t *items;
} rapport__lists;

typedef struct rapport__worth {
    uint64_t breaches;
    double score, cost;
} rapport__worth;

typedef struct rapport__phases {
    uint32_t count; /* 0: none */
    const double *capacity;
    const uint32_t *only; /* by item: the one phase it may have, or RAPPORT_NONE */
    uint32_t *order;      /* items, what is needed before what needs it, else in their order */
    uint32_t *chosen;     /* by item: where it is, or goes */
    uint32_t *list;       /* scratch: items, in */
    double *room;         /* scratch: by phase */
    bool gave_up;         /* it was not found out once whether all fit */
} rapport__phases;

typedef struct rapport__search rapport__search;
struct rapport__search {
    rapport__moves moves;
    rapport__trial now, high;
    const double *costs;
    double budget;
    bool whole; /* costs and limits are whole numbers: sums are exact in any order */
    bool breaches_first;
    rapport__lists needs, needed_by, rivals;
    rapport__phases phases;
    rapport__tangent tangents[RAPPORT__TANGENTS];
    uint32_t tangent_count;
    /* `high`: judge what may still follow, a lower bound of the breaches and an upper one of the score */
    void (*judge)(rapport__search *search, rapport__trial *trial, bool high, rapport__worth *value);
    void *owner;
    /* where the search is */
    unsigned char *state;
    uint32_t *trail, trailed; /* decided items, the last one last */
    double *spent, cost;      /* before each decision; now */
    /* what it has found */
    unsigned char *best;
    rapport__worth found;
    bool has_found;
    uint64_t work, limit;
    /* scratch */
    uint32_t *order, *frames, *marks;
    unsigned char *included;
    double *left;
};

/* Arrays for moves that are finished. RAPPORT_NO_MEMORY. */
rapport_status rapport__search_init(rapport__search *search);

/* Another plane, where `now` stands; nothing if there is none there. RAPPORT_NO_MEMORY. */
rapport_status rapport__search_add_tangent(rapport__search *search, uint32_t view, uint32_t node, bool has_needed,
                                           double needed);

/* Puts an item in with all that it needs, or leaves it out with all that needs it. False, and nothing done, if it does not
 * fit. */
bool rapport__search_include(rapport__search *search, uint32_t item);
void rapport__search_exclude(rapport__search *search, uint32_t item);
void rapport__search_undo(rapport__search *search, uint32_t trailed);

/* Keeps what is in if it is better than the best so far. True if so. */
bool rapport__search_consider(rapport__search *search);

/* What is in now is worth. */
rapport__worth rapport__search_value(rapport__search *search);

/* Decides item after item in search->order, each in first and then out. `ties`: looks for the first choice that is as good as
 * the best, and stops there. False if the limit of work ended it. */
bool rapport__search_explore(rapport__search *search, bool ties);

/* No choice from here on has a better score than this. */
double rapport__search_bound(rapport__search *search);

/* Sets what is in to the best found. */
void rapport__search_restore(rapport__search *search);

/* Whether the items that are in fit into the phases; if so, phases.chosen says where each goes: in phases.order, each in the
 * earliest phase that leaves room for those after it. */
bool rapport__phases_fit(rapport__search *search);

#endif
