/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_PLAN_H
#define RAPPORT_PLAN_H
/**
 * @file
 * @brief Plans: which actions to take with a given budget, and the plain knapsack beneath.
 */
#include "rapport/band_gap.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup plan Plan under a budget
 * What could be done, what each action costs and does, and the choice that lifts the joint score after gates the most.
 *
 * ::rapport_actions belong to the caller and borrow nothing but the model. A ::rapport_plan borrows the result and the actions;
 * both must outlive it, and must not change as long as it is read. docs/planning.md explains what a plan is worth.
 * @{
 */

/** Limits of actions. */
enum {
    RAPPORT_MAX_ACTIONS = 65536,      /**< Actions. */
    RAPPORT_MAX_PHASES = 64,          /**< Phases. */
    RAPPORT_MAX_ACTION_LINKS = 262144 /**< Effects, and requirements and exclusions together. */
};

/** What an action does to a party's answer. */
enum {
    RAPPORT_EFFECT_POINTS = 1,  /**< So many points more, at most 100 in all. */
    RAPPORT_EFFECT_LEVELS = 2,  /**< So many levels of the criterion's scale more. */
    RAPPORT_EFFECT_TO_LEVEL = 3 /**< At least this level, from 1; only on scales of levels. */
};

/** What could be done. */
typedef struct rapport_actions rapport_actions;

/**
 * An empty list of actions.
 * @param[in] model the model whose criteria they work on; borrowed.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the list, owned by the caller.
 * @retval RAPPORT_OK `*out` is the list.
 * @retval RAPPORT_BAD_ARGUMENT `model` or `out` is NULL, or the allocator is incomplete.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_actions_create(const rapport_model *model, const rapport_allocator *allocator,
                                                  rapport_actions **out);

/**
 * Frees a list of actions.
 * @param[in] actions may be NULL.
 * @since 0.1.0
 */
RAPPORT_API void rapport_actions_destroy(rapport_actions *actions);

/**
 * Adds a phase; phases follow one another in the order in which they are added.
 *
 * Without phases there is no order in time. With phases every chosen action goes into one of them.
 * @param[in,out] actions the list; on failure it is as before.
 * @param[in] id unique among the phases.
 * @param[in] capacity the most that the actions of this phase may cost together, 0..1e300, in the unit of the costs.
 * @param[out] phase its index; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_VALUE the id is none, or the capacity is out of range.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_PHASES already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_actions_add_phase(rapport_actions *actions, const char *id, double capacity, uint32_t *phase,
                                                     rapport_error *error);

/**
 * Adds an action that does nothing yet.
 * @param[in,out] actions the list; on failure it is as before.
 * @param[in] id unique among the actions.
 * @param[in] title UTF-8, NUL-terminated; NULL for the id.
 * @param[in] cost 0, or 1e-6..1e300, in any one unit.
 * @param[in] phase the one phase in which it can be done; #RAPPORT_NONE for any.
 * @param[out] action its index; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT there is no such phase.
 * @retval RAPPORT_BAD_VALUE the id is none, the title is not UTF-8, or the cost is out of range.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_ACTIONS already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_actions_add(rapport_actions *actions, const char *id, const char *title, double cost,
                                               uint32_t phase, uint32_t *action, rapport_error *error);

/**
 * Adds an effect to an action.
 *
 * Effects of all chosen actions on one party's value of one criterion add up in whatever order they come: first the highest
 * level of #RAPPORT_EFFECT_TO_LEVEL, then all levels, then all points, at most 100. A value that lies between two levels, as a
 * mean of raters does, keeps its place between the higher ones. What is not answered has no value to raise, and stays so.
 * @param[in,out] actions the list; on failure it is as before.
 * @param[in] action the action.
 * @param[in] node a criterion of the model.
 * @param[in] party index of the party whose answer rises; #RAPPORT_NONE for all of them, and for a fact.
 * @param[in] kind #RAPPORT_EFFECT_POINTS to #RAPPORT_EFFECT_TO_LEVEL.
 * @param[in] amount points above 0, at most 100; a whole number of levels, 1..100; a level of the scale, from 1.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT there is no such action, kind or node, or the party is above #RAPPORT_MAX_PARTIES.
 * @retval RAPPORT_BAD_VALUE the node is a group, the amount is out of range, or the scale has no such level.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_ACTION_LINKS effects already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_actions_add_effect(rapport_actions *actions, uint32_t action, uint32_t node, uint32_t party,
                                                      int32_t kind, double amount, rapport_error *error);

/**
 * Says that an action needs another one: it is taken only with it, in the same phase or a later one.
 * @param[in,out] actions the list; on failure it is as before.
 * @param[in] action the one that needs.
 * @param[in] other the one that is needed.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT there is no such action.
 * @retval RAPPORT_BAD_VALUE they are the same.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_ACTION_LINKS requirements and exclusions already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_actions_add_requirement(rapport_actions *actions, uint32_t action, uint32_t other,
                                                           rapport_error *error);

/**
 * Says that two actions rule each other out.
 * @param[in,out] actions the list; on failure it is as before.
 * @param[in] action one of them.
 * @param[in] other the other one.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT there is no such action.
 * @retval RAPPORT_BAD_VALUE they are the same.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_ACTION_LINKS requirements and exclusions already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_actions_add_exclusion(rapport_actions *actions, uint32_t action, uint32_t other,
                                                         rapport_error *error);

/**
 * Sets the budget that holds where a plan is asked for without one.
 * @param[in,out] actions the list; on failure it is as before.
 * @param[in] budget 0..1e300, in the unit of the costs.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_VALUE it is out of range.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_actions_set_budget(rapport_actions *actions, double budget, rapport_error *error);

/**
 * The budget of a list of actions.
 * @param[in] actions the list.
 * @param[out] budget in the unit of the costs.
 * @retval RAPPORT_OK `*budget` is set.
 * @retval RAPPORT_UNDEFINED the list has none.
 * @retval RAPPORT_BAD_ARGUMENT `budget` is NULL.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_actions_get_budget(const rapport_actions *actions, double *budget);

/**
 * Number of actions.
 * @param[in] actions the list.
 * @return how many.
 * @since 0.1.0
 */
RAPPORT_API uint32_t rapport_actions_count(const rapport_actions *actions);

/**
 * Number of phases.
 * @param[in] actions the list.
 * @return how many.
 * @since 0.1.0
 */
RAPPORT_API uint32_t rapport_actions_count_phases(const rapport_actions *actions);

/**
 * The action of an id.
 * @param[in] actions the list.
 * @param[in] id any text.
 * @return its index, or #RAPPORT_NONE.
 * @par Cost
 * O(log n).
 * @since 0.1.0
 */
RAPPORT_API uint32_t rapport_actions_find(const rapport_actions *actions, const char *id);

/**
 * The id of an action.
 * @param[in] actions the list.
 * @param[in] action its index.
 * @return borrowed; NULL if there is no such action.
 * @since 0.1.0
 */
RAPPORT_API const char *rapport_actions_id(const rapport_actions *actions, uint32_t action);

/**
 * The title of an action.
 * @param[in] actions the list.
 * @param[in] action its index.
 * @return borrowed, the id if it has none; NULL if there is no such action.
 * @since 0.1.0
 */
RAPPORT_API const char *rapport_actions_title(const rapport_actions *actions, uint32_t action);

/**
 * The id of a phase.
 * @param[in] actions the list.
 * @param[in] phase its index.
 * @return borrowed; NULL if there is no such phase.
 * @since 0.1.0
 */
RAPPORT_API const char *rapport_actions_phase_id(const rapport_actions *actions, uint32_t phase);

/**
 * Actions that need each other in a circle, each the next one and the last one the first; no plan can have them.
 * @param[in] actions the list.
 * @param[out] members room for `capacity` actions; may be NULL if that is 0.
 * @param[in] capacity how many fit.
 * @param[out] count how many are in the circle; 0 without one.
 * @retval RAPPORT_OK it was looked for.
 * @retval RAPPORT_BAD_ARGUMENT `count` is NULL.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * O(n + r) for n actions and r requirements.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_actions_find_circle(const rapport_actions *actions, uint32_t *members, uint32_t capacity,
                                                       uint32_t *count);

/** What kind of plan is wanted. */
typedef struct rapport_plan_options {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_plan_options)`. */
    int32_t has_budget;   /**< 1 if `budget` holds; 0 for that of the actions, and where there is none, no limit. */
    double budget;        /**< The most that the plan may cost, 0..1e300; 0 unless `has_budget`. */
    int32_t gates_first;  /**< 1: first as few breached gates as can be (fails, then caps, then flags), then the score. */
    uint32_t reserved;    /**< 0. */
    uint64_t work_limit;  /**< When to give up proving that nothing is better, in steps of about a nanosecond; 0: 50 million. */
} rapport_plan_options;

/** A plan as a whole. */
typedef struct rapport_plan_summary {
    uint32_t struct_size;    /**< Set by the caller to `sizeof(rapport_plan_summary)`. */
    int32_t optimal;         /**< 1 if it is proven that no plan is better, ties included. */
    uint32_t chosen;         /**< Actions in the plan. */
    uint32_t rejected;       /**< All others. */
    int32_t has_budget;      /**< 1 if there is one. */
    int32_t gates_first;     /**< As asked for. */
    double budget;           /**< 0 without one. */
    double cost;             /**< Of the whole plan. */
    double score;            /**< Joint score before the plan, before gates. */
    double gated;            /**< Joint score before the plan, after gates. */
    double score_after;      /**< Joint score with the plan, before gates. */
    double gated_after;      /**< Joint score with the plan, after gates. */
    double bound;            /**< No plan within the budget has more points after gates; `gated_after` if optimal. */
    uint32_t band;           /**< Band before the plan. */
    uint32_t band_after;     /**< Band with the plan. */
    uint32_t breached;       /**< Breached gates before the plan. */
    uint32_t breached_after; /**< Breached gates with the plan. */
} rapport_plan_summary;

/** An action of a plan, at its place. */
typedef struct rapport_plan_step {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_plan_step)`. */
    uint32_t action;      /**< Its index. */
    uint32_t phase;       /**< Its phase, #RAPPORT_NONE without phases. */
    uint32_t idle;        /**< How many of its effects find nothing that they may raise. */
    double cost;          /**< What it costs. */
    double gain;          /**< Points after gates that it adds to those before it. */
    double score;         /**< Joint score before gates once it is done. */
    double gated;         /**< Joint score after gates once it is done. */
} rapport_plan_step;

/** Why an action is not in a plan; the first that holds. */
enum {
    RAPPORT_REJECTED_BUDGET = 1,    /**< It and what it needs cost more than the budget, or fit no phase. */
    RAPPORT_REJECTED_EXCLUDED = 2,  /**< A chosen action rules it, or something that it needs, out. */
    RAPPORT_REJECTED_IDLE = 3,      /**< It would add nothing to the plan. */
    RAPPORT_REJECTED_OUTBID = 4,    /**< It would help, but what is left of the budget or the phases is not enough. */
    RAPPORT_REJECTED_UNEXAMINED = 5 /**< There are so many that it was not found out. */
};

/** An action that is not in a plan. */
typedef struct rapport_plan_rejection {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_plan_rejection)`. */
    uint32_t action;      /**< Its index. */
    int32_t reason;       /**< #RAPPORT_REJECTED_BUDGET to #RAPPORT_REJECTED_UNEXAMINED. */
    uint32_t idle;        /**< How many of its effects find nothing that they may raise. */
    double cost;          /**< What it costs. */
} rapport_plan_rejection;

/** A phase of a plan. */
typedef struct rapport_plan_phase {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_plan_phase)`. */
    uint32_t actions;     /**< How many are in it. */
    double capacity;      /**< What it may cost. */
    double cost;          /**< What its actions cost. */
    double score;         /**< Joint score before gates at its end. */
    double gated;         /**< Joint score after gates at its end. */
} rapport_plan_phase;

/** The choice of actions. */
typedef struct rapport_plan rapport_plan;

/**
 * Chooses the actions that lift the joint score after gates the most within the budget.
 *
 * Every candidate is judged by the whole evaluation: together rules, power means, gates. Of plans with scores that are equal to
 * 1e-9 points the cheaper one is chosen, of those that cost the same the one that has the earlier action where they first
 * differ. An action that changes nothing is left out. What is withheld for the anonymity floor, and what would tell it, is not
 * moved.
 * @param[in] result the result to start from; borrowed.
 * @param[in] actions what could be done; borrowed.
 * @param[in] options NULL for the budget of the actions.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the plan, owned by the caller.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `*out` is the plan, which may be empty.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, nothing is computed, the options are wrong, the actions were made for another
 *         model, or an effect names a party that is not there.
 * @retval RAPPORT_BAD_VALUE actions need each other in a circle.
 * @retval RAPPORT_UNDEFINED there is no joint score to lift, or it is withheld.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * Bounded by the limit of work. Independent actions with costs of few digits take O(n b) for a budget of b units.
 * @par Source
 * Dynamic programming: Bellman (1957). Branch and bound: Land & Doig (1960), with Dantzig's (1957) relaxation.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_plan_compute(const rapport_result *result, const rapport_actions *actions,
                                                const rapport_plan_options *options, const rapport_allocator *allocator,
                                                rapport_plan **out, rapport_error *error);

/**
 * Frees a plan.
 * @param[in] plan may be NULL.
 * @since 0.1.0
 */
RAPPORT_API void rapport_plan_destroy(rapport_plan *plan);

/**
 * The actions of a plan.
 * @param[in] plan the plan.
 * @return borrowed.
 * @since 0.1.0
 */
RAPPORT_API const rapport_actions *rapport_plan_actions(const rapport_plan *plan);

/**
 * The result that a plan starts from.
 * @param[in] plan the plan.
 * @return borrowed.
 * @since 0.1.0
 */
RAPPORT_API const rapport_result *rapport_plan_result(const rapport_plan *plan);

/**
 * The plan as a whole.
 * @param[in] plan the plan.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT `out` is NULL or too small.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_plan_get_summary(const rapport_plan *plan, rapport_plan_summary *out);

/**
 * A chosen action: phase by phase, what is needed before what needs it, otherwise in the order of the actions.
 * @param[in] plan the plan.
 * @param[in] index from 0.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such step, or `out` is NULL or too small.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_plan_get_step(const rapport_plan *plan, uint32_t index, rapport_plan_step *out);

/**
 * An action that is not chosen, in the order of the actions.
 * @param[in] plan the plan.
 * @param[in] index from 0.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such rejection, or `out` is NULL or too small.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_plan_get_rejection(const rapport_plan *plan, uint32_t index, rapport_plan_rejection *out);

/**
 * A phase of the road map.
 * @param[in] plan the plan.
 * @param[in] phase from 0.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such phase, or `out` is NULL or too small.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_plan_get_phase(const rapport_plan *plan, uint32_t phase, rapport_plan_phase *out);

/**
 * What a gate is with the plan.
 * @param[in] plan the plan.
 * @param[in] gate its index in the model.
 * @param[out] state #RAPPORT_GATE_PASSED to #RAPPORT_GATE_NOT_APPLICABLE.
 * @retval RAPPORT_OK `*state` is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such gate, or `state` is NULL.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_plan_get_gate(const rapport_plan *plan, uint32_t gate, int32_t *state);

/** What a knapsack holds. */
typedef struct rapport_knapsack {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_knapsack)`. */
    int32_t optimal;      /**< 1 if it is proven that nothing is better. */
    uint32_t count;       /**< How many are chosen. */
    uint32_t reserved;    /**< 0. */
    double cost;          /**< Of all that are chosen. */
    double gain;          /**< Of all that are chosen. */
    double bound;         /**< No choice within the budget gains more; `gain` if optimal. */
} rapport_knapsack;

/**
 * The plain knapsack: which of independent items to take within a budget, each whole or not at all.
 *
 * Of choices with the same gain the cheaper one is taken, of those with the same cost the one that has the earlier item where
 * they first differ. Items without gain are left out.
 * @param[in] costs `count` costs, each 0 or 1e-6..1e300.
 * @param[in] gains `count` gains, 0..1e300.
 * @param[in] count how many, at most #RAPPORT_MAX_ACTIONS.
 * @param[in] budget 0..1e300.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] chosen room for `count` bytes, 1 or 0; may be NULL.
 * @param[in,out] out `struct_size` set by the caller.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT `out` or an array is NULL, or a number is not finite.
 * @retval RAPPORT_BAD_VALUE a cost, gain or the budget is out of range.
 * @retval RAPPORT_LIMIT there are too many items.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * O(n b) where the costs are whole numbers, or become so with up to nine decimals, and n times the budget b in that unit is at
 * most 2^26. Otherwise branch and bound, which stops after 2^26 steps; there the first best choice found is kept among equals.
 * @par Source
 * Dynamic programming: Bellman (1957). Branch and bound: Horowitz & Sahni (1974).
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_knapsack_compute(const double *costs, const double *gains, uint32_t count, double budget,
                                                    const rapport_allocator *allocator, uint8_t *chosen, rapport_knapsack *out,
                                                    rapport_error *error);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
