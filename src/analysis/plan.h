/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_PLAN_H
#define RAPPORT_SRC_ANALYSIS_PLAN_H
/* A plan: plan.c runs plan_prepare.c, plan_choose.c and plan_tell.c; links.c has requirements and circles. */
#include "analysis/actions.h"
#include "analysis/search.h"

struct rapport_plan {
    rapport__arena arena;
    const rapport_result *result;
    const rapport_actions *actions;
    rapport_plan_summary summary;
    rapport_plan_step *steps;
    rapport_plan_rejection *rejections;
    rapport_plan_phase *phases;
    int32_t *gates; /* states with the plan */
};

/* The links of each action, or with `back` of each other one, or both ways. RAPPORT_NO_MEMORY. */
enum { RAPPORT__FORTH = 1, RAPPORT__BACK = 2 };
rapport_status rapport__lists_make(rapport__lists *lists, const rapport__link *links, uint32_t link_count, uint32_t items,
                                   int ways, rapport__arena *arena);

/* Items in an order in which nothing stands before what it needs, otherwise in their own. Returns how many were placed: fewer
 * than all if some need each other in a circle. `stack` has room for all. */
uint32_t rapport__lists_order(const rapport__lists *needs, uint32_t items, uint32_t *order, uint32_t *stack, uint32_t *state,
                              uint32_t *circle);

/* A plan on its way. */
typedef struct rapport__plan_job {
    rapport__search search;
    rapport__arena arena; /* of the search; the plan has its own */
    rapport_plan *plan;
    uint32_t *idle; /* effects of each action that find nothing */
} rapport__plan_job;

/* Moves, costs and links, from the actions. RAPPORT_NO_MEMORY. */
rapport_status rapport__plan_prepare(rapport__plan_job *j);

/* Finds the best choice, and says in the summary whether that is proven. RAPPORT_NO_MEMORY. */
rapport_status rapport__plan_choose(rapport__plan_job *j);

/* Fills the plan from the best that the search has found. */
rapport_status rapport__plan_tell(rapport_plan *plan, rapport__search *search, const uint32_t *idle);

#endif
