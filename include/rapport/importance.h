/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_IMPORTANCE_H
#define RAPPORT_IMPORTANCE_H
/**
 * @file
 * @brief What matters and how well it goes: stated and derived importance, importance-performance analysis, importance gaps.
 */
#include "rapport/gap.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup importance Importance and performance
 * Over plain arrays, under the rules of the @ref measures; and over a ::rapport_result, where each party may state what matters
 * to it. docs/perspectives.md explains both.
 * @{
 */

/** Where the lines between the quadrants lie. */
enum {
    RAPPORT_CUT_MEANS = 0,     /**< At the means of the data. */
    RAPPORT_CUT_MIDPOINTS = 1, /**< In the middle of the scales that are told, otherwise at the mean. */
    RAPPORT_CUT_TARGETS = 2    /**< Each criterion's performance against its own target; importance at its mean. */
};

/** The quadrants of Martilla and James (1977). What lies on a line is important, and goes well. */
enum {
    RAPPORT_NO_QUADRANT = 0,      /**< It does not take part. */
    RAPPORT_CONCENTRATE_HERE = 1, /**< Important, and does not go well. */
    RAPPORT_KEEP_UP = 2,          /**< Important, and goes well: keep up the good work. */
    RAPPORT_LOW_PRIORITY = 3,     /**< Not important, and does not go well. */
    RAPPORT_POSSIBLE_OVERKILL = 4 /**< Not important, and goes well. */
};

/** Options of an importance-performance analysis. All zero, or NULL in place of the struct, is the default. */
typedef struct rapport_importance_options {
    uint32_t struct_size;       /**< Set by the caller to `sizeof(rapport_importance_options)`. */
    int32_t cut;                /**< #RAPPORT_CUT_MEANS to #RAPPORT_CUT_TARGETS. */
    double lowest_importance;   /**< Ends of the scale of importance; both 0: not told. */
    double highest_importance;  /**< Above the lowest one. */
    double lowest_performance;  /**< Ends of the scale of performance; both 0: not told. */
    double highest_performance; /**< Above the lowest one. */
} rapport_importance_options;

/** The lines between the quadrants, and the ranges that priorities are taken on. */
typedef struct rapport_importance_axes {
    uint32_t struct_size;       /**< Set by the caller to `sizeof(rapport_importance_axes)`. */
    int32_t cut;                /**< As asked for. */
    uint32_t criteria;          /**< How many take part. */
    int32_t has_priorities;     /**< 1 if neither range is empty. */
    double importance;          /**< From here on something is important. */
    double performance;         /**< From here on it goes well; with #RAPPORT_CUT_TARGETS 0, for there is one a criterion. */
    double lowest_importance;   /**< As told, or as found. */
    double highest_importance;  /**< As told, or as found. */
    double lowest_performance;  /**< As told, or as found. */
    double highest_performance; /**< As told, or as found. */
} rapport_importance_axes;

/** Where one criterion lies. */
typedef struct rapport_importance_place {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_importance_place)`. */
    int32_t quadrant;     /**< #RAPPORT_CONCENTRATE_HERE to #RAPPORT_POSSIBLE_OVERKILL. */
    double importance;    /**< Its importance. */
    double performance;   /**< How well it goes. */
    double priority;      /**< Importance - performance, each stretched to 0..1 over its range: -1..1, above 0 is to be done. */
    int32_t has_priority; /**< 1 if `priority` exists. */
    int32_t reserved;     /**< 0. */
} rapport_importance_place;

/** How differently two parties weigh the criteria. */
typedef struct rapport_importance_summary {
    uint32_t struct_size;  /**< Set by the caller to `sizeof(rapport_importance_summary)`. */
    uint32_t of;           /**< A party. */
    uint32_t against;      /**< The party it is held against; #RAPPORT_NONE for the model. */
    uint32_t largest_node; /**< The first criterion with the largest gap. */
    double largest;        /**< That gap: importance to the one - importance to the other, signed, as part of the whole. */
    double apart;          /**< Half the sum of the absolute gaps, 0..1: what would have to change hands. */
} rapport_importance_summary;

/**
 * Importance-performance analysis over arrays.
 * @param[in] importance one number a criterion, -1e300..1e300.
 * @param[in] performance likewise.
 * @param[in] targets of the performance, likewise; needed with #RAPPORT_CUT_TARGETS, otherwise may be NULL.
 * @param[in] present one byte a criterion, 0: it does not take part (its numbers are not looked at); NULL: all do.
 * @param[in] criteria how many.
 * @param[in] options may be NULL.
 * @param[out] quadrants room for one a criterion; may be NULL.
 * @param[out] priorities room for one a criterion; 0 where there are none, and for what does not take part; may be NULL.
 * @param[in,out] axes `struct_size` set by the caller.
 * @retval RAPPORT_OK all are filled.
 * @retval RAPPORT_UNDEFINED no criterion takes part.
 * @retval RAPPORT_BAD_VALUE a number is outside its range, or an option is not valid.
 * @retval RAPPORT_BAD_ARGUMENT an array is NULL, `axes` is NULL or too small.
 * @retval RAPPORT_LIMIT there are more than #RAPPORT_MAX_NODES criteria.
 * @par Source
 * Martilla and James (1977); the diagonal as Abalo, Varela and Manzano (2007) discuss it.
 */
RAPPORT_API rapport_status rapport_importance_compute(const double *importance, const double *performance,
                                                      const double *targets, const uint8_t *present, uint32_t criteria,
                                                      const rapport_importance_options *options, int32_t *quadrants,
                                                      double *priorities, rapport_importance_axes *axes);

/**
 * Derived importance: how closely each criterion goes with an outcome over a portfolio of assessments, |Pearson's r|.
 * @param[in] values one row an assessment, one column a criterion, -1e60..1e60.
 * @param[in] outcome one number an assessment, -1e60..1e60: the score of the root, or what came of the partnership.
 * @param[in] present one byte a value, 0 where it is missing (it is not looked at); NULL: all are there.
 * @param[in] assessments rows, up to #RAPPORT_MAX_PORTFOLIO.
 * @param[in] criteria columns.
 * @param[out] correlations room for one a criterion, -1..1; 0 where there is none. Its size is the derived importance.
 * @param[out] counts room for one a criterion: how many assessments entered; 0 where there is no correlation, which takes three
 * values, and variance on both sides.
 * @retval RAPPORT_OK both are filled.
 * @retval RAPPORT_UNDEFINED there are no criteria, or fewer than three assessments.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL.
 * @retval RAPPORT_LIMIT there are more than #RAPPORT_MAX_NODES criteria or #RAPPORT_MAX_PORTFOLIO assessments.
 */
RAPPORT_API rapport_status rapport_derived_importance_compute(const double *values, const double *outcome,
                                                              const uint8_t *present, uint32_t assessments, uint32_t criteria,
                                                              double *correlations, uint32_t *counts);

/** Bounds of what is taken. */
enum {
    RAPPORT_MAX_PORTFOLIO = 1048576 /**< Assessments that derived importance is taken over. */
};

/**
 * States how important a node is to a party, relative to its siblings.
 *
 * Siblings that the party says nothing of keep their share by the model; those it speaks of share among themselves what the
 * model gives them together.
 * @param[in,out] assessment the assessment.
 * @param[in] party the party.
 * @param[in] node a node of the model, not the root.
 * @param[in] importance 0..1e12.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is put down.
 * @retval RAPPORT_BAD_VALUE the number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT there is no such party or node.
 * @retval RAPPORT_NO_MEMORY nothing is put down.
 */
RAPPORT_API rapport_status rapport_assessment_set_importance(rapport_assessment *assessment, uint32_t party, uint32_t node,
                                                             double importance, rapport_error *error);

/**
 * How important a party says that a node is.
 * @param[in] assessment the assessment.
 * @param[in] party the party.
 * @param[in] node a node of the model; #RAPPORT_ROOT asks whether the party states any importance at all.
 * @param[out] importance as stated; 0 for the root; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_NOT_FOUND the party does not say.
 * @retval RAPPORT_BAD_ARGUMENT there is no such party or node.
 */
RAPPORT_API rapport_status rapport_assessment_get_importance(const rapport_assessment *assessment, uint32_t party,
                                                             uint32_t node, double *importance);

/**
 * The importance of a node as part of the whole.
 * @param[in] result the result.
 * @param[in] view a party: as it states it, by the model if it states nothing; #RAPPORT_JOINT: the mean of those that parties
 * state, by the parties' weights, by the model if nobody states any.
 * @param[in] node a node of the model.
 * @param[out] importance 0..1.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_UNDEFINED all that is stated of its siblings, or of those of a group above it, is 0.
 * @retval RAPPORT_BAD_ARGUMENT there is no such view or node, or `importance` is NULL.
 */
RAPPORT_API rapport_status rapport_result_get_importance(const rapport_result *result, uint32_t view, uint32_t node,
                                                         double *importance);

/**
 * How differently two parties, or a party and the model, weigh the criteria that enter the score.
 * @param[in] result the result.
 * @param[in] of a party.
 * @param[in] against another one; #RAPPORT_NONE is the model.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_NOT_FOUND a party states no importance.
 * @retval RAPPORT_UNDEFINED a party's importance of some criterion does not exist.
 * @retval RAPPORT_BAD_ARGUMENT there is no such party, they are the same, or `out` is NULL or too small.
 * @par Cost
 * O(n) in the nodes.
 */
RAPPORT_API rapport_status rapport_result_get_importance_summary(const rapport_result *result, uint32_t of, uint32_t against,
                                                                 rapport_importance_summary *out);

/**
 * The lines between the quadrants of a result: over the criteria that enter the score and whose score may be shown.
 *
 * Performance is the score in the view, on 0..100; importance has no scale of its own, so its range is what is found.
 * @param[in] result the result.
 * @param[in] view a party, or #RAPPORT_JOINT.
 * @param[in] cut #RAPPORT_CUT_MEANS to #RAPPORT_CUT_TARGETS.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_UNDEFINED no criterion takes part.
 * @retval RAPPORT_BAD_ARGUMENT there is no such view or cut, or `out` is NULL or too small.
 * @par Cost
 * O(n) in the nodes.
 */
RAPPORT_API rapport_status rapport_result_get_importance_axes(const rapport_result *result, uint32_t view, int32_t cut,
                                                              rapport_importance_axes *out);

/**
 * Where a criterion lies.
 * @param[in] result the result.
 * @param[in] view the view that the axes are of.
 * @param[in] axes as rapport_result_get_importance_axes() fills them.
 * @param[in] criterion a criterion of the model.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_UNDEFINED the criterion does not take part.
 * @retval RAPPORT_BAD_ARGUMENT there is no such view or criterion, `axes` is NULL or has a wrong `struct_size`, or `out` is
 * NULL or too small.
 */
RAPPORT_API rapport_status rapport_result_get_importance_place(const rapport_result *result, uint32_t view,
                                                               const rapport_importance_axes *axes, uint32_t criterion,
                                                               rapport_importance_place *out);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
