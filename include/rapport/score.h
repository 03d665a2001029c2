/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SCORE_H
#define RAPPORT_SCORE_H
/**
 * @file
 * @brief The result of an assessment: views, joint score, coverage, bounds, gates, band.
 */
#include "rapport/assessment.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup score Scores
 * A result holds everything that follows from one assessment. It can be computed again and again, for the same or another
 * assessment: once it is large enough it allocates no more.
 *
 * The result borrows the assessment of the last computation and its model; both must outlive it or its next computation. An
 * assessment that has changed must be computed again before it is read or reported.
 * Cells that the anonymity floor withholds have the status #RAPPORT_CELL_WITHHELD and no numbers.
 * @{
 */

/** What follows from an assessment. */
typedef struct rapport_result rapport_result;

/** In place of a party: the joint view of all parties. */
#define RAPPORT_JOINT UINT32_MAX

/** State of a cell: one node in one view. */
enum {
    RAPPORT_CELL_OK = 0,             /**< All that counts and applies is answered. */
    RAPPORT_CELL_INCOMPLETE = 1,     /**< Some of it is: there is a score, with bounds. */
    RAPPORT_CELL_MISSING = 2,        /**< Nothing is answered, or too little under #RAPPORT_STRICT: no score. */
    RAPPORT_CELL_NOT_APPLICABLE = 3, /**< Nothing applies; at a root this is called "empty". */
    RAPPORT_CELL_WITHHELD = 4        /**< The anonymity floor hides it. */
};

/** One node in one view. Numbers that do not exist are 0; `status` says which do. */
typedef struct rapport_cell {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_cell)`. */
    int32_t status;       /**< #RAPPORT_CELL_OK to #RAPPORT_CELL_WITHHELD. */
    double score;         /**< Points, 0..100; exists if ok or incomplete. */
    double coverage;      /**< Share of the applicable weight that is answered, 0..1; exists if ok, incomplete or missing. */
    double lower;         /**< The score with everything missing at 0; exists with the coverage. */
    double upper;         /**< The score with everything missing at 100; exists with the coverage. */
    uint32_t raters;      /**< Raters of the party who answered something in it that counts; 0 in the joint view. */
    uint32_t reserved;    /**< 0. */
} rapport_cell;

/** The joint outcome. */
typedef struct rapport_outcome {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_outcome)`. */
    int32_t has_score;    /**< 1 if there is a joint score to be gated. */
    double score;         /**< The joint score before gates. */
    double gated;         /**< The joint score after gates. */
    uint32_t band;        /**< Index of the band, #RAPPORT_NONE without a score. */
    int32_t band_certain; /**< 1 if both bounds give the band, coverage and balance as they stand, and no gate is open. */
    uint32_t reached;     /**< Band that the gated score reaches by its threshold alone; `band` is it unless held back. */
    uint32_t reserved;    /**< 0. */
} rapport_outcome;

/** State of a gate. */
enum {
    RAPPORT_GATE_PASSED = 0,        /**< At or above the threshold, whatever is missing. */
    RAPPORT_GATE_NEAR_MISS = 1,     /**< Passed by less than 12.5 points, half a level of five. */
    RAPPORT_GATE_BREACHED = 2,      /**< Below the threshold, whatever is missing. */
    RAPPORT_GATE_UNDECIDED = 3,     /**< What is missing could still decide it. */
    RAPPORT_GATE_NOT_APPLICABLE = 4 /**< There is nothing for it to look at. */
};

/** What became of a gate. */
typedef struct rapport_gate_result {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_gate_result)`. */
    int32_t state;        /**< #RAPPORT_GATE_PASSED to #RAPPORT_GATE_NOT_APPLICABLE. */
    int32_t binding;      /**< 1 if it is this gate that makes the gated score what it is. */
    int32_t has_value;    /**< 1 if there is a value. */
    double value;         /**< What it looked at: the smallest score for any, the largest for all, the joint one. */
} rapport_gate_result;

/** A demand of a band and whether it is met. */
typedef struct rapport_demand {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_demand)`. */
    uint32_t band;        /**< The band that makes it. */
    uint32_t demand;      /**< #RAPPORT_EVERY_GROUP to #RAPPORT_NO_UNDECIDED_GATES. */
    uint32_t culprit;     /**< The node or party that is furthest below, #RAPPORT_NONE where there is none. */
    double needed;        /**< What the band needs. */
    double actual;        /**< What there is; 0 where `has_actual` is 0. */
    int32_t has_actual;   /**< 1 if `actual` exists and may be shown. */
    int32_t reserved;     /**< 0. */
} rapport_demand;

/**
 * A new result with nothing in it.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the result, owned by the caller.
 * @retval RAPPORT_OK `*out` is the result.
 * @retval RAPPORT_BAD_ARGUMENT `out` is NULL or the allocator is incomplete.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_result_create(const rapport_allocator *allocator, rapport_result **out);

/**
 * Frees a result.
 * @param[in] result may be NULL.
 */
RAPPORT_API void rapport_result_destroy(rapport_result *result);

/**
 * Computes everything that follows from an assessment.
 *
 * Deterministic to the last bit. Allocates only if this assessment is larger than any computed before with this result.
 * @param[in,out] result the result; on failure it is as before.
 * @param[in] assessment the assessment, with at least one party; borrowed until the next computation.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is computed.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, or the assessment has no party.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * O(p n + a + p² n) for p parties (up to 8 in the last term), n nodes and a answers.
 */
RAPPORT_API rapport_status rapport_result_compute(rapport_result *result, const rapport_assessment *assessment,
                                                  rapport_error *error);

/**
 * The assessment of the last computation.
 * @param[in] result the result.
 * @return borrowed; NULL before the first computation.
 */
RAPPORT_API const rapport_assessment *rapport_result_assessment(const rapport_result *result);

/**
 * One node in one view.
 * @param[in] result the result.
 * @param[in] view a party, or #RAPPORT_JOINT.
 * @param[in] node a node of the model; #RAPPORT_ROOT is the whole.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such view or node, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_result_get_cell(const rapport_result *result, uint32_t view, uint32_t node,
                                                   rapport_cell *out);

/**
 * Just the score of a cell.
 * @param[in] result the result.
 * @param[in] view a party, or #RAPPORT_JOINT.
 * @param[in] node a node of the model.
 * @param[out] score points, 0..100.
 * @retval RAPPORT_OK `*score` is set.
 * @retval RAPPORT_UNDEFINED the cell has no score, or it is withheld.
 * @retval RAPPORT_BAD_ARGUMENT there is no such view or node, or `score` is NULL.
 */
RAPPORT_API rapport_status rapport_result_get_score(const rapport_result *result, uint32_t view, uint32_t node, double *score);

/**
 * The joint outcome: score, gated score, band.
 * @param[in] result the result.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT nothing is computed, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_result_get_outcome(const rapport_result *result, rapport_outcome *out);

/**
 * The band of a party's own score, by the thresholds alone.
 * @param[in] result the result.
 * @param[in] view a party; #RAPPORT_JOINT gives the band of the outcome.
 * @return its index, or #RAPPORT_NONE without a score.
 */
RAPPORT_API uint32_t rapport_result_band(const rapport_result *result, uint32_t view);

/**
 * What became of a gate.
 * @param[in] result the result.
 * @param[in] gate its index in the model.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such gate, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_result_get_gate(const rapport_result *result, uint32_t gate, rapport_gate_result *out);

/**
 * Number of demands that hold the band back.
 * @param[in] result the result.
 * @return how many; 0 if the band is the one that the gated score reaches.
 */
RAPPORT_API uint32_t rapport_result_count_held_back(const rapport_result *result);

/**
 * A demand that holds the band back; the highest band's first.
 * @param[in] result the result.
 * @param[in] index from 0.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such demand, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_result_get_held_back(const rapport_result *result, uint32_t index, rapport_demand *out);

/**
 * A measure of the partnership, from the amounts and skills of the assessment.
 * @param[in] result the result.
 * @param[in] measure #RAPPORT_NET_BENEFIT to #RAPPORT_SKILL_COVERAGE.
 * @param[in] party a party for #RAPPORT_NET_BENEFIT; otherwise ignored.
 * @param[out] value in the measure's unit.
 * @retval RAPPORT_OK `*value` is set.
 * @retval RAPPORT_UNDEFINED it has no value: an amount is missing, all amounts are 0, an overload without bound.
 * @retval RAPPORT_NOT_FOUND the assessment leaves its section out.
 * @retval RAPPORT_BAD_ARGUMENT there is no such measure or party, or `value` is NULL.
 */
RAPPORT_API rapport_status rapport_result_get_measure(const rapport_result *result, int32_t measure, uint32_t party,
                                                      double *value);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
