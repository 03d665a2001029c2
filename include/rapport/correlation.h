/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_CORRELATION_H
#define RAPPORT_CORRELATION_H
/**
 * @file
 * @brief Whether two orders agree, and whether past scores foretold what became of it.
 */
#include "rapport/candidates.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup correlation Correlation and back-testing
 * Pure functions over arrays: correlations of two rankings, or of past scores with later outcomes. What does not exist has a
 * reason and no value. `docs/weights.md` says which is for what.
 * @{
 */

/** A correlation. */
enum {
    RAPPORT_CORRELATION_SPEARMAN = 1,          /**< Spearman's rho: Pearson's r of average ranks. */
    RAPPORT_CORRELATION_KENDALL = 2,           /**< Kendall's tau-b, with ties. */
    RAPPORT_CORRELATION_PEARSON = 3,           /**< Pearson's r of the numbers themselves. */
    RAPPORT_CORRELATION_WEIGHTED_SPEARMAN = 4, /**< Of two rankings, first places weighing more; symmetric. */
    RAPPORT_CORRELATION_WS = 5,                /**< Of a ranking with a reference, which weighs: not symmetric. */
    RAPPORT_CORRELATION_END                    /**< One past the last correlation; not one. */
};

/** Why there is no value. */
enum {
    RAPPORT_CORRELATION_DEFINED = 0,     /**< There is one. */
    RAPPORT_CORRELATION_TOO_FEW = 1,     /**< Fewer than two things. */
    RAPPORT_CORRELATION_NO_VARIANCE = 2, /**< On one side all are the same. */
    RAPPORT_CORRELATION_ONE_OUTCOME = 3  /**< All came out well, or none did. */
};

/** A correlation with its reason. */
typedef struct rapport_correlation {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_correlation)`. */
    int32_t kind;         /**< #RAPPORT_CORRELATION_SPEARMAN and so on. */
    int32_t has_value;    /**< 1 if `value` exists. */
    int32_t reason;       /**< #RAPPORT_CORRELATION_DEFINED with a value, else why there is none. */
    uint32_t count;       /**< Things that were compared. */
    uint32_t reserved;    /**< 0. */
    double value;         /**< -1..1; 1 is the same order. */
} rapport_correlation;

/** How well scores told good outcomes from bad ones. */
typedef struct rapport_auc {
    uint32_t struct_size;  /**< Set by the caller to `sizeof(rapport_auc)`. */
    int32_t has_value;     /**< 1 if `value` and `standard_error` exist. */
    int32_t reason;        /**< #RAPPORT_CORRELATION_DEFINED with a value, else why there is none. */
    uint32_t good;         /**< Good outcomes. */
    uint32_t bad;          /**< Bad outcomes. */
    uint32_t reserved;     /**< 0. */
    double value;          /**< Chance that a good one had the higher score, ties counting half: .5 says nothing, 1 all. */
    double standard_error; /**< Hanley and McNeil (1982). */
} rapport_auc;

/**
 * The word for a correlation, as documents use it.
 * @param[in] kind #RAPPORT_CORRELATION_SPEARMAN to #RAPPORT_CORRELATION_WS.
 * @return a static string such as "spearman"; NULL if there is no such correlation.
 */
RAPPORT_API const char *rapport_correlation_name(int32_t kind);

/**
 * Ranks of numbers, 1 the best; equal ones share the mean of their places.
 * @param[in] values -1e300..1e300.
 * @param[in] count 1 to #RAPPORT_MAX_CANDIDATES.
 * @param[in] direction #RAPPORT_MAXIMIZE: the largest is 1; #RAPPORT_MINIMIZE: the smallest is.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] ranks room for one a number; not `values`.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `ranks` is filled.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, there are no numbers, or there is no such direction.
 * @retval RAPPORT_BAD_VALUE a number is out of range; the path names it.
 * @retval RAPPORT_LIMIT there are too many numbers.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * O(n log n), 8 bytes a number.
 */
RAPPORT_API rapport_status rapport_ranks_compute(const double *values, uint32_t count, int32_t direction,
                                                 const rapport_allocator *allocator, double *ranks, rapport_error *error);

/**
 * Computes a correlation of two rows.
 * @param[in] kind #RAPPORT_CORRELATION_SPEARMAN to #RAPPORT_CORRELATION_WS.
 * @param[in] x one number a thing, -1e300..1e300; for weighted Spearman and WS ranks, 1 the best, up to `count`. WS takes this
 * one for the reference.
 * @param[in] y as `x`.
 * @param[in] count 0 to #RAPPORT_MAX_CANDIDATES.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[in,out] out `struct_size` set by the caller.
 * @param[out] error detail; its path is `/x/3` or `/y/3`; may be NULL.
 * @retval RAPPORT_OK `*out` is filled, whether or not there is a value.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, or there is no such correlation.
 * @retval RAPPORT_BAD_VALUE a number is out of range.
 * @retval RAPPORT_LIMIT there are too many numbers.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * Spearman and Kendall O(n log n), 24 and 8 bytes a thing; the others O(n), nothing.
 * @par Source
 * Spearman 1904; Kendall 1945 and Knight 1966; Pinto da Costa and Soares 2005; Sałabun and Urbaniak 2020.
 */
RAPPORT_API rapport_status rapport_correlation_compute(int32_t kind, const double *x, const double *y, uint32_t count,
                                                       const rapport_allocator *allocator, rapport_correlation *out,
                                                       rapport_error *error);

/**
 * Computes the area under the ROC curve of scores and outcomes: the Mann-Whitney statistic over the number of pairs.
 * @param[in] scores one a thing, -1e300..1e300; higher should mean better.
 * @param[in] outcomes one byte a thing: 1 good, 0 bad.
 * @param[in] count 0 to #RAPPORT_MAX_CANDIDATES.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[in,out] out `struct_size` set by the caller.
 * @param[out] error detail; its path is `/scores/3` or `/outcomes/3`; may be NULL.
 * @retval RAPPORT_OK `*out` is filled, whether or not there is a value.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL.
 * @retval RAPPORT_BAD_VALUE a score is out of range, or an outcome neither 0 nor 1.
 * @retval RAPPORT_LIMIT there are too many things.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * O(n log n), 16 bytes a thing.
 * @par Source
 * Mann and Whitney 1947; Hanley and McNeil 1982.
 */
RAPPORT_API rapport_status rapport_auc_compute(const double *scores, const uint8_t *outcomes, uint32_t count,
                                               const rapport_allocator *allocator, rapport_auc *out, rapport_error *error);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
