/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_GAP_H
#define RAPPORT_GAP_H
/**
 * @file
 * @brief Why the joint score is what it is, where it falls short, and where the parties see it differently.
 */
#include "rapport/score.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup gap Contributions and gaps
 * Read from a ::rapport_result; everything is there once it is computed.
 * @{
 */

/** Which numbers of a ::rapport_finding exist. */
enum {
    RAPPORT_HAS_CONTRIBUTION = 1, /**< The node has a joint score and so has the root. */
    RAPPORT_HAS_LEVERAGE = 2,     /**< As the contribution, and the derivative is bounded. */
    RAPPORT_HAS_GAP = 4,          /**< The node has a joint score. */
    RAPPORT_HAS_LIFT = 8          /**< As the gap, and the root has a score. */
};

/** What a node means for the joint score. Numbers that do not exist are 0; `has` says which do. */
typedef struct rapport_finding {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_finding)`. */
    uint32_t has;         /**< #RAPPORT_HAS_CONTRIBUTION and so on, added. */
    double contribution;  /**< Points of the joint score that come from here; over all criteria they add up to it. */
    double leverage;      /**< Points that the joint score would rise by for one more point here: the derivative. */
    double target;        /**< Points. */
    double gap;           /**< Points short of the target, >= 0. */
    double severity;      /**< Share of the node times its gap. */
    double lift;          /**< Points that the joint score would rise by if this one value were at its target; exact. */
} rapport_finding;

/** How two parties see a node, by the node's target. */
enum {
    RAPPORT_SHARED_STRENGTH = 1, /**< Both at or above the target. */
    RAPPORT_SHARED_WEAKNESS = 2, /**< Both below. */
    RAPPORT_BLIND_SPOT = 3,      /**< The one that is asked about at or above, the other below. */
    RAPPORT_HIDDEN_STRENGTH = 4  /**< The one that is asked about below, the other at or above. */
};

/** A perception gap: what one party sees minus what the other sees. */
typedef struct rapport_perception {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_perception)`. */
    uint32_t of;          /**< The party whose view it is. */
    uint32_t against;     /**< The party it is held against; #RAPPORT_NONE for the mean of all others. */
    int32_t notable;      /**< 1 if the gap is larger than noise. */
    double gap;           /**< Points, signed. */
    int32_t kind;         /**< #RAPPORT_SHARED_STRENGTH to #RAPPORT_HIDDEN_STRENGTH. */
    int32_t reserved;     /**< 0. */
} rapport_perception;

/** The perception gaps of two parties over all criteria that count and that both answered, weighted by share. */
typedef struct rapport_perception_summary {
    uint32_t struct_size;  /**< Set by the caller to `sizeof(rapport_perception_summary)`. */
    uint32_t of;           /**< The party whose view it is. */
    uint32_t against;      /**< The party it is held against; #RAPPORT_NONE for the mean of all others. */
    uint32_t criteria;     /**< How many criteria enter; with 0 the numbers do not exist and are 0. */
    double mean;           /**< Weighted mean of the signed gaps: who sees it brighter. */
    double mean_absolute;  /**< Weighted mean of the absolute gaps. */
    double rms;            /**< Root of the weighted mean of the squared gaps. */
    double largest;        /**< The gap of largest magnitude, signed. */
    uint32_t largest_node; /**< The first criterion that has it; #RAPPORT_NONE without one. */
    uint32_t reserved;     /**< 0. */
} rapport_perception_summary;

/**
 * What a node means for the joint score.
 * @param[in] result the result.
 * @param[in] node a node of the model, not the root.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such node, or `out` is NULL or too small.
 * @par Source
 * Contributions: Euler's theorem on functions that are homogeneous of degree one.
 */
RAPPORT_API rapport_status rapport_result_get_finding(const rapport_result *result, uint32_t node, rapport_finding *out);

/**
 * The criteria with a target gap, the one that would lift the joint score most first.
 *
 * Ordered by lift, then severity, then model order. Without a joint score, by severity.
 * @param[in] result the result.
 * @param[out] nodes room for `capacity` indices; may be NULL if that is 0.
 * @param[in] capacity how many fit.
 * @return how many there are; only the first `capacity` are written.
 */
RAPPORT_API uint32_t rapport_result_get_priorities(const rapport_result *result, uint32_t *nodes, uint32_t capacity);

/**
 * One of the criteria with a target gap, in the order of rapport_result_get_priorities(): for a walk without an array.
 * @param[in] result the result.
 * @param[in] index from 0.
 * @return the criterion's node, or #RAPPORT_NONE past the last.
 */
RAPPORT_API uint32_t rapport_result_priority(const rapport_result *result, uint32_t index);

/**
 * Number of pairs of views that are compared: of all parties with each other up to 8, of each with the mean of the others
 * beyond.
 * @param[in] result the result.
 * @return how many.
 */
RAPPORT_API uint32_t rapport_result_count_pairs(const rapport_result *result);

/**
 * The perception gap of a pair in one node.
 * @param[in] result the result.
 * @param[in] pair from 0, in the order of the parties.
 * @param[in] node a node of the model; #RAPPORT_ROOT is the whole.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_UNDEFINED one of the two has no score there, or the joint cell is withheld.
 * @retval RAPPORT_BAD_ARGUMENT there is no such pair or node, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_result_get_perception(const rapport_result *result, uint32_t pair, uint32_t node,
                                                         rapport_perception *out);

/**
 * The perception gaps of a pair over all criteria.
 * @param[in] result the result.
 * @param[in] pair from 0, in the order of the parties.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such pair, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_result_get_perception_summary(const rapport_result *result, uint32_t pair,
                                                                 rapport_perception_summary *out);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
