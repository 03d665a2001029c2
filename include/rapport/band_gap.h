/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_BAND_GAP_H
#define RAPPORT_BAND_GAP_H
/**
 * @file
 * @brief The band gap: the fewest and the cheapest steps to the next band.
 */
#include "rapport/gap.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup band_gap Band gap
 * How many levels the joint result is away from a band.
 *
 * A *step* raises one party's answer to one criterion by one level of its scale: to the next better level or option; by 12.5
 * points on a number scale; a fact, which counts for all parties, by the same. Where a party's answer is a mean that lies
 * between two levels, it keeps its place between the higher ones. A band is reached when the whole evaluation gives it: score
 * after gates, and all that the band requires.
 *
 * A band gap is computed on demand and kept in its result until that is computed again.
 * @{
 */

/** What a way to a band is the best in. */
enum {
    RAPPORT_FEWEST_STEPS = 0,  /**< As few steps as can be. */
    RAPPORT_CHEAPEST_STEPS = 1 /**< The least sum of what the steps cost. */
};

/** Which way is wanted. */
typedef struct rapport_band_gap_options {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_band_gap_options)`. */
    int32_t kind;         /**< #RAPPORT_FEWEST_STEPS or #RAPPORT_CHEAPEST_STEPS. */
    uint32_t band;        /**< The band to reach; 0 for the next one above the present. */
    uint32_t reserved;    /**< 0. */
    uint64_t work_limit; /**< When to give up proving that nothing is better, in steps of some ten nanoseconds; 0: 2 million. */
} rapport_band_gap_options;

/** State of a band gap. */
enum {
    RAPPORT_BAND_REACHABLE = 1,    /**< There are steps that reach it. */
    RAPPORT_BAND_REACHED = 2,      /**< It is reached already; there is no higher one where the next was asked for. */
    RAPPORT_BAND_OUT_OF_REACH = 3, /**< Better answers alone do not reach it: there are obstacles. */
    RAPPORT_BAND_NOT_FOUND = 4     /**< It may be reachable, but no way was found within the limit of work. */
};

/** A band gap as a whole. */
typedef struct rapport_band_gap {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_band_gap)`. */
    int32_t state;        /**< #RAPPORT_BAND_REACHABLE to #RAPPORT_BAND_NOT_FOUND. */
    uint32_t band;        /**< The band to reach. */
    int32_t optimal;      /**< 1 if it is proven that no other way is better. */
    uint32_t steps;       /**< How many steps. */
    uint32_t moves;       /**< In how many answers; see rapport_result_get_move(). */
    uint32_t obstacles;   /**< How many; see rapport_result_get_obstacle(). */
    int32_t withheld;     /**< 1 if criteria are left as they are because the anonymity floor protects them. */
    double cost;          /**< Of all steps: each the share of its criterion, or what the caller says. */
    double score;         /**< Joint score before gates with them. */
    double gated;         /**< Joint score after gates with them. */
} rapport_band_gap;

/** All steps of one answer. */
typedef struct rapport_move {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_move)`. */
    uint32_t node;        /**< The criterion. */
    uint32_t party;       /**< Whose answer rises; #RAPPORT_NONE for a fact. */
    uint32_t steps;       /**< By so many levels. */
    double from;          /**< Points before. */
    double to;            /**< Points after. */
    double cost;          /**< Of these steps. */
} rapport_move;

/** What keeps a band out of reach. */
enum {
    RAPPORT_OBSTACLE_SCORE = 1, /**< The score after gates stays below the band. */
    RAPPORT_OBSTACLE_GATE = 2,  /**< A gate stays breached and caps below the band. */
    RAPPORT_OBSTACLE_DEMAND = 3 /**< The band requires something else. */
};

/** One obstacle, with every answer as high as it goes. */
typedef struct rapport_obstacle {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_obstacle)`. */
    int32_t kind;         /**< #RAPPORT_OBSTACLE_SCORE to #RAPPORT_OBSTACLE_DEMAND. */
    uint32_t index;       /**< The gate, or the demand (#RAPPORT_EVERY_GROUP and so on); 0 for the score. */
    uint32_t culprit;     /**< Node or party that is furthest below, #RAPPORT_NONE where there is none. */
    double needed;        /**< What is needed. */
    double best;          /**< The most that better answers give; 0 unless `has_best`. */
    int32_t has_best;     /**< 1 if `best` exists and may be shown. */
    int32_t reserved;     /**< 0. */
} rapport_obstacle;

/**
 * Finds the way to a band and keeps it in the result, one of each kind.
 * @param[in,out] result a computed result; on failure it is as before.
 * @param[in] options NULL for the fewest steps to the next band.
 * @param[in] costs of one step in each node of the model, 0 or 1e-6..1e300, for #RAPPORT_CHEAPEST_STEPS; NULL for the share of
 *            each criterion.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is found, or known to be out of reach: see rapport_result_get_band_gap().
 * @retval RAPPORT_UNDEFINED there is no joint score, or it is withheld.
 * @retval RAPPORT_BAD_ARGUMENT nothing is computed, there is no such band, or the options are wrong.
 * @retval RAPPORT_BAD_VALUE a cost is out of range.
 * @retval RAPPORT_LIMIT the answers could rise by more than 1,048,576 steps in all.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * Bounded by the limit of work.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_result_compute_band_gap(rapport_result *result, const rapport_band_gap_options *options,
                                                           const double *costs, rapport_error *error);

/**
 * A band gap as a whole.
 * @param[in] result the result.
 * @param[in] kind #RAPPORT_FEWEST_STEPS or #RAPPORT_CHEAPEST_STEPS.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_NOT_FOUND it has not been computed since the result was.
 * @retval RAPPORT_BAD_ARGUMENT there is no such kind, or `out` is NULL or too small.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_result_get_band_gap(const rapport_result *result, int32_t kind, rapport_band_gap *out);

/**
 * What rises on the way to a band: by model order, then party.
 * @param[in] result the result.
 * @param[in] kind #RAPPORT_FEWEST_STEPS or #RAPPORT_CHEAPEST_STEPS.
 * @param[in] index from 0.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such move, or `out` is NULL or too small.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_result_get_move(const rapport_result *result, int32_t kind, uint32_t index,
                                                   rapport_move *out);

/**
 * What better answers alone do not overcome.
 * @param[in] result the result.
 * @param[in] kind #RAPPORT_FEWEST_STEPS or #RAPPORT_CHEAPEST_STEPS.
 * @param[in] index from 0.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such obstacle, or `out` is NULL or too small.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_result_get_obstacle(const rapport_result *result, int32_t kind, uint32_t index,
                                                       rapport_obstacle *out);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
