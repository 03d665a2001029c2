/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_STRATEGY_H
#define RAPPORT_STRATEGY_H
/**
 * @file
 * @brief Vision, leadership and strategy, and what they come to: plans, people, futures, decisions, the chain to the market.
 */
#include "rapport/base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup strategy Vision, leadership, strategy
 * @ingroup measures
 * Whether the three are there together, and whether plans, coalition, scenarios, decisions and the value chain bear them out.
 * The rules of @ref measures hold.
 * @{
 */

/** One of the three. */
enum {
    RAPPORT_VISION = 1,     /**< Where the partnership wants to go. */
    RAPPORT_LEADERSHIP = 2, /**< Who carries it there. */
    RAPPORT_STRATEGY = 3    /**< How it gets there. */
};

/** The most goals, strategies or actions of a plan. */
#define RAPPORT_MAX_PLAN 4096

/** Vision, leadership and strategy taken together. */
typedef struct rapport_triad {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_triad)`. */
    int32_t bottleneck;   /**< The lowest: #RAPPORT_VISION, #RAPPORT_LEADERSHIP or #RAPPORT_STRATEGY. */
    double score;         /**< Geometric mean in points; under 1 point counts as 1. */
    double lowest;        /**< The points of the bottleneck. */
    double harmony;       /**< 1 - (highest - lowest) / 100, 0..1. */
    double evenness;      /**< Of vision and leadership: 1 - their difference / their sum, under 1 point counting as 1. */
    uint32_t patterns; /**< Bits: #RAPPORT_DREAM, #RAPPORT_ORPHAN_VISION, #RAPPORT_BUSY, #RAPPORT_DRIVE_WITHOUT_DESTINATION. */
    uint32_t reserved; /**< 0. */
} rapport_triad;

/**
 * A plan as links between goals, strategies and actions, which are numbered from 0.
 *
 * Link i says that strategy `link_strategy[i]` serves goal `link_goal[i]`; a strategy may serve several goals, a goal be served
 * by several strategies. In the same way action `step_action[i]` carries out strategy `step_strategy[i]`.
 */
typedef struct rapport_plan_links {
    uint32_t struct_size;          /**< Set by the caller to `sizeof(rapport_plan_links)`. */
    uint32_t goals;                /**< Goals of the vision, from 1 to #RAPPORT_MAX_PLAN. */
    uint32_t strategies;           /**< Strategies, to #RAPPORT_MAX_PLAN. */
    uint32_t actions;              /**< Actions, to #RAPPORT_MAX_PLAN. */
    uint32_t links;                /**< Links of strategies to goals. */
    uint32_t steps;                /**< Links of actions to strategies. */
    const double *goal_weights;    /**< One a goal; NULL is equal. */
    const uint32_t *link_strategy; /**< One a link; may be NULL without links. */
    const uint32_t *link_goal;     /**< One a link. */
    const uint32_t *step_action;   /**< One a step; may be NULL without steps. */
    const uint32_t *step_strategy; /**< One a step. */
    const int32_t *ready; /**< One an action, 1 if it has owner, date and measure, else 0; may be NULL without actions. */
} rapport_plan_links;

/** How far a vision is backed by strategies, these by actions, and these by people, dates and measures. */
typedef struct rapport_plan_chain {
    uint32_t struct_size;    /**< Set by the caller to `sizeof(rapport_plan_chain)`. */
    uint32_t dreams;         /**< Goals that no strategy serves. */
    uint32_t orphans;        /**< Actions that carry out no strategy. */
    uint32_t aimless;        /**< Strategies that serve no goal. */
    uint32_t idle;           /**< Strategies without an action. */
    uint32_t unready;        /**< Actions without owner, date or measure. */
    double served;           /**< Share of the goals' weight that at least one strategy serves. */
    double backed;           /**< Share of the goals' weight with strategy, action, owner, date and measure. */
    double strategies_acted; /**< Share of the strategies that have an action; 0 where there are no strategies. */
    double actions_ready;    /**< Share of the actions that are ready; 0 where there are no actions. */
} rapport_plan_chain;

/** How well the people who must carry the vision are won for it. */
typedef struct rapport_coalition {
    uint32_t struct_size;   /**< Set by the caller to `sizeof(rapport_coalition)`. */
    uint32_t weakest_party; /**< Where the share is lowest. */
    double share;           /**< The lowest share of key roles that are held by committed people, 0..1. */
    double value;           /**< `share` times the agreement, 0..1. */
} rapport_coalition;

/** Which plan is best, by three attitudes to the future. */
typedef struct rapport_scenarios {
    uint32_t struct_size;     /**< Set by the caller to `sizeof(rapport_scenarios)`. */
    uint32_t highest_mean;    /**< The plan with the highest mean. */
    uint32_t highest_minimum; /**< The plan whose worst case is best. */
    uint32_t least_regret;    /**< The plan whose largest regret is smallest. */
} rapport_scenarios;

/** Whether decisions are fast and right. */
typedef struct rapport_decisions {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_decisions)`. */
    uint32_t reserved;    /**< 0. */
    double speed;         /**< Share of the decisions that were made in time. */
    double accuracy;      /**< Share that was not reversed. */
    double both;          /**< Harmonic mean of the two; 0 if one of them is 0. */
} rapport_decisions;

/** How far joint work reaches along the value chain. */
typedef struct rapport_value_chain {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_value_chain)`. */
    uint32_t earliest;    /**< The first stage with joint work; #RAPPORT_NONE without any. */
    uint32_t latest;      /**< The last one. */
    uint32_t holes;       /**< Stages without joint work between the two. */
    double reach;         /**< Weighted share of the stages with joint work, 0..1. */
} rapport_value_chain;

/**
 * Vision, leadership and strategy together: all three must be there.
 * @param[in] vision points, 0..100.
 * @param[in] leadership points, 0..100.
 * @param[in] strategy points, 0..100.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_VALUE points are NaN or outside 0..100.
 * @retval RAPPORT_BAD_ARGUMENT `out` is NULL or `struct_size` too small.
 */
RAPPORT_API rapport_status rapport_triad_compute(double vision, double leadership, double strategy, rapport_triad *out);

/**
 * The chain from vision to action, its dreams and its orphans.
 * @param[in] plan goals, strategies, actions and how they hang together.
 * @param[out] dreams room for `dream_capacity` goals that no strategy serves, in their order; may be NULL if that is 0.
 * @param[in] dream_capacity how many fit; `out->dreams` says how many there are.
 * @param[out] orphans room for `orphan_capacity` actions that carry out no strategy, in their order; may be NULL if that is 0.
 * @param[in] orphan_capacity how many fit; `out->orphans` says how many there are.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_UNDEFINED there are no goals, or their weights add up to 0.
 * @retval RAPPORT_BAD_VALUE a weight is outside 0..1e300.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL that must not be, a link points to nothing, or a `struct_size` is wrong.
 * @retval RAPPORT_LIMIT there are more than #RAPPORT_MAX_PLAN goals, strategies or actions.
 */
RAPPORT_API rapport_status rapport_plan_chain_compute(const rapport_plan_links *plan, uint32_t *dreams, uint32_t dream_capacity,
                                                      uint32_t *orphans, uint32_t orphan_capacity, rapport_plan_chain *out);

/**
 * Guiding coalition: the share of key roles held by committed people, of the party where it is lowest, times their agreement.
 * @param[in] weights parties x roles: how much each role counts in each party, 0 where it has no such role; NULL is equal.
 * @param[in] held parties x roles: 1 if a committed person holds the role, else 0.
 * @param[in] parties how many, from 1.
 * @param[in] roles how many, from 1.
 * @param[in] agreement r_wg of the coalition's belief in the vision, -1e300..1; below 0 counts as 0; 1 if it was not asked.
 * @param[out] shares room for one number a party; may be NULL.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_UNDEFINED there are no parties or roles, or a party has no role that counts.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL or `struct_size` too small.
 * @retval RAPPORT_LIMIT there are too many parties or roles.
 */
RAPPORT_API rapport_status rapport_coalition_compute(const double *weights, const int32_t *held, uint32_t parties,
                                                     uint32_t roles, double agreement, double *shares, rapport_coalition *out);

/**
 * How plans do in several possible futures: mean, minimum and largest regret.
 *
 * The regret of a plan in a scenario is what the best plan gains more there. Probabilities bear on the mean alone.
 * @param[in] payoffs plans x scenarios, -1e300..1e300.
 * @param[in] probabilities of the scenarios, relative; NULL is equal.
 * @param[in] plans how many, from 1.
 * @param[in] scenarios how many, from 1.
 * @param[out] means room for one number a plan.
 * @param[out] minima room for one number a plan.
 * @param[out] regrets room for one number a plan.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK all are filled.
 * @retval RAPPORT_UNDEFINED there are no plans or scenarios, or the probabilities add up to 0.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL or `struct_size` too small.
 * @retval RAPPORT_LIMIT there are too many plans or scenarios.
 * @par Source
 * Best worst case: Wald 1945. Least largest regret: Savage 1951.
 */
RAPPORT_API rapport_status rapport_scenario_compute(const double *payoffs, const double *probabilities, uint32_t plans,
                                                    uint32_t scenarios, double *means, double *minima, double *regrets,
                                                    rapport_scenarios *out);

/**
 * Speed and accuracy of decisions.
 * @param[in] taken how long each decision took, 0..1e300.
 * @param[in] due how long it might take, in the same unit.
 * @param[in] reversed 1 if the decision was taken back, else 0.
 * @param[in] decisions how many, from 1; no upper limit.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_UNDEFINED there are no decisions.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL or `struct_size` too small.
 */
RAPPORT_API rapport_status rapport_decision_compute(const double *taken, const double *due, const int32_t *reversed,
                                                    uint32_t decisions, rapport_decisions *out);

/**
 * Reach along the value chain, from the idea to the product: share of the stages with joint work, earliest stage, holes.
 *
 * With each stage's influence on the product as weights it says how early the parties work together.
 * @param[in] weights of the stages; NULL is equal.
 * @param[in] joint 1 for each stage with joint work, else 0; in the order of the chain.
 * @param[in] stages how many, from 1.
 * @param[out] holes room for `capacity` stages, those without joint work between two that have it; may be NULL if that is 0.
 * @param[in] capacity how many fit; `out->holes` says how many there are.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_UNDEFINED there are no stages, or their weights add up to 0.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL or `struct_size` too small.
 * @retval RAPPORT_LIMIT there are too many stages.
 */
RAPPORT_API rapport_status rapport_value_chain_compute(const double *weights, const int32_t *joint, uint32_t stages,
                                                       uint32_t *holes, uint32_t capacity, rapport_value_chain *out);

/**
 * Price dominance: the share of price among what is talked about, weighed or disputed.
 * @param[in] weights of the topics, such as how often they came up; NULL is equal.
 * @param[in] is_price 1 for each topic that is about price, else 0.
 * @param[in] topics how many, from 1.
 * @param[out] share 0..1; 1 is a relation of price alone.
 * @retval RAPPORT_OK `*share` is filled.
 * @retval RAPPORT_UNDEFINED there are no topics, or their weights add up to 0.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL.
 * @retval RAPPORT_LIMIT there are too many topics.
 */
RAPPORT_API rapport_status rapport_price_dominance_compute(const double *weights, const int32_t *is_price, uint32_t topics,
                                                           double *share);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
