/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_ACCEPTABILITY_H
#define RAPPORT_ACCEPTABILITY_H
/**
 * @file
 * @brief How often each candidate comes where, over all weights that there may be.
 */
#include "rapport/sensitivity.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup acceptability Acceptability
 * Stochastic multicriteria acceptability analysis, SMAA-2 (Lahdelma and Salminen 2001), for the weighted sum: weights are drawn
 * uniformly from all that the rules allow, uncertain values from their distributions, and what comes where is counted.
 * Stated weights are not looked at; every criterion takes part. docs/robustness.md has the formulas.
 *
 * - A ::rapport_sampling says what is drawn. It never changes, so any number of threads may share it.
 * - A ::rapport_acceptability counts. Draws come in blocks of #RAPPORT_BLOCK_DRAWS; a call counts as many blocks as it is told
 *   to. Every block has random numbers of its own (Philox4x32-10, Salmon et al. 2011), and all counts are whole numbers. So
 *   the same seed gives the same bits, however the blocks are spread over steps, threads or machines and in whatever order the
 *   parts are put together. A block must be counted once.
 * - A ::rapport_confidence counts how often each candidate is first with its central weights, likewise.
 *
 * Scaled values lie on a grid of 2^-20 and weights on one of 2^-31, so scores are exact, and what is tied is found. Those who
 * are tied share the ranks they take: rows and columns of rank acceptabilities add up to 1.
 * @{
 */

/** What is drawn, and how often. */
typedef struct rapport_sampling rapport_sampling;

/** Counts of what came where. */
typedef struct rapport_acceptability rapport_acceptability;

/** Counts of who was first with its central weights. */
typedef struct rapport_confidence rapport_confidence;

/** Sizes. */
enum {
    RAPPORT_BLOCK_DRAWS = 4096 /**< Draws of a block; the last one may have fewer. */
};

/** What is drawn. */
typedef struct rapport_sampling_options {
    uint32_t struct_size;              /**< Set by the caller to `sizeof(rapport_sampling_options)`. */
    uint32_t reserved;                 /**< 0. */
    int64_t draws;                     /**< How many, 1..1e12; 0 for 100000. */
    int64_t seed;                      /**< Any number; 0 is one as well. */
    const rapport_weight_rules *rules; /**< What is known of the weights; NULL: what the matrix says. */
    const double *deviations;          /**< One a value of the matrix, row by row: its standard deviation, in the unit of the
                                            criterion, 0..1e100; the value, which must be a number, is then the mean of a normal
                                            distribution. NULL: all 0. */
} rapport_sampling_options;

/** How the draws are made. */
typedef struct rapport_sampling_info {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_sampling_info)`. */
    int32_t exact;        /**< 1: weights are independent and exactly uniform. 0: the rules leave so little room that they come
                               from a random walk, which is uniform in the limit; standard errors are then too small. */
    int64_t draws;        /**< How many. */
    int64_t blocks;       /**< In so many blocks. */
    int64_t seed;         /**< As given. */
    double acceptance;    /**< Share of the first tries that kept to the rules; 1 without rules. */
    int32_t uncertain;    /**< 1 if any value is not a plain number. */
    int32_t reserved;     /**< 0. */
} rapport_sampling_info;

/**
 * Settles what is drawn.
 * @param[in] candidates the matrix, copied. Candidates that are knocked out take no part. An interval is uniform between its
 *            ends, a missing value uniform from worst to best.
 * @param[in] options may be NULL.
 * @param[in] allocator memory functions, also for what is made from it; NULL for libc.
 * @param[out] out the sampling, owned by the caller.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `*out` is there.
 * @retval RAPPORT_BAD_ARGUMENT `candidates` or `out` is NULL, the allocator is incomplete, or the options are not valid.
 * @retval RAPPORT_BAD_VALUE a value lies outside its criterion's bounds, a deviation is out of range or belongs to no number,
 * or the rules contradict each other; the path says where.
 * @retval RAPPORT_UNDEFINED there are no criteria, or nobody to compare.
 * @retval RAPPORT_LIMIT more than #RAPPORT_MAX_PAIRED candidates.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_sampling_create(const rapport_candidates *candidates,
                                                   const rapport_sampling_options *options, const rapport_allocator *allocator,
                                                   rapport_sampling **out, rapport_error *error);

/**
 * Frees a sampling, after all that was made from it.
 * @param[in] sampling may be NULL.
 */
RAPPORT_API void rapport_sampling_destroy(rapport_sampling *sampling);

/**
 * How the draws are made.
 * @param[in] sampling what is drawn.
 * @param[in,out] out with its `struct_size` set; filled.
 * @retval RAPPORT_OK it is filled.
 * @retval RAPPORT_BAD_ARGUMENT `out` is none.
 */
RAPPORT_API rapport_status rapport_sampling_get_info(const rapport_sampling *sampling, rapport_sampling_info *out);

/**
 * Counts, all 0 yet.
 * @param[in] sampling what is drawn; has to live longer.
 * @param[out] out the counts, owned by the caller.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `*out` is there.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_acceptability_create(const rapport_sampling *sampling, rapport_acceptability **out,
                                                        rapport_error *error);

/**
 * Frees counts.
 * @param[in] acceptability may be NULL.
 */
RAPPORT_API void rapport_acceptability_destroy(rapport_acceptability *acceptability);

/**
 * Counts the draws of some blocks. Allocates nothing.
 * @param[in,out] acceptability the counts. Several threads may work on counts of their own over one sampling.
 * @param[in] first number of the first block, from 0.
 * @param[in] count how many blocks; those past the last are left out.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK they are counted.
 * @retval RAPPORT_BAD_ARGUMENT `first` or `count` is negative.
 * @par Cost
 * Per draw m log^2 m for the weights, n m for the scores, n^2 for the ranks.
 */
RAPPORT_API rapport_status rapport_acceptability_compute(rapport_acceptability *acceptability, int64_t first, int64_t count,
                                                         rapport_error *error);

/**
 * Adds the counts of another over the same sampling. The order of such calls makes no difference.
 * @param[in,out] acceptability the counts that grow.
 * @param[in] other unchanged.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK they are added.
 * @retval RAPPORT_BAD_ARGUMENT `other` is NULL or over another sampling.
 */
RAPPORT_API rapport_status rapport_acceptability_add(rapport_acceptability *acceptability, const rapport_acceptability *other,
                                                     rapport_error *error);

/**
 * Draws counted so far.
 * @param[in] acceptability the counts.
 * @return how many.
 */
RAPPORT_API int64_t rapport_acceptability_draws(const rapport_acceptability *acceptability);

/**
 * How often a candidate takes each rank.
 * @param[in] acceptability the counts.
 * @param[in] candidate its number in the matrix.
 * @param[out] out shares, 0..1, of rank 1, 2, ...; they add up to 1.
 * @param[in] capacity room of `out`.
 * @param[out] needed number of ranks, which is that of candidates not knocked out; may be NULL.
 * @retval RAPPORT_OK as many as there is room for are written.
 * @retval RAPPORT_BAD_ARGUMENT there is no such candidate, or `out` is NULL and capacity is not 0.
 * @retval RAPPORT_UNDEFINED the candidate is knocked out, or nothing is counted.
 */
RAPPORT_API rapport_status rapport_acceptability_get_ranks(const rapport_acceptability *acceptability, uint32_t candidate,
                                                           double *out, uint32_t capacity, uint32_t *needed);

/**
 * How often a candidate takes one rank.
 * @param[in] acceptability the counts.
 * @param[in] candidate its number in the matrix.
 * @param[in] rank from 0, which is the first.
 * @return 0..1; 0 if there is no such candidate or rank, or nothing is counted.
 */
RAPPORT_API double rapport_acceptability_rank(const rapport_acceptability *acceptability, uint32_t candidate, uint32_t rank);

/**
 * How often one candidate is before another (pairwise winning index); a tie counts half to each.
 * @param[in] acceptability the counts.
 * @param[in] candidate number of the one.
 * @param[in] other number of the other; the same gives 0.5.
 * @param[out] share 0..1; that of the two turned round is 1 less this.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such candidate, or `share` is NULL.
 * @retval RAPPORT_UNDEFINED one is knocked out, or nothing is counted.
 */
RAPPORT_API rapport_status rapport_acceptability_get_pair(const rapport_acceptability *acceptability, uint32_t candidate,
                                                          uint32_t other, double *share);

/**
 * The central weights of a candidate: the mean of those that make it first. Who typically prefers it weighs like this.
 * @param[in] acceptability the counts.
 * @param[in] candidate its number.
 * @param[in] criterion its number.
 * @param[out] weight of the criterion, 0..1; over all criteria they add up to 1.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such candidate or criterion, or `weight` is NULL.
 * @retval RAPPORT_UNDEFINED the candidate is knocked out, or never first.
 */
RAPPORT_API rapport_status rapport_acceptability_get_central(const rapport_acceptability *acceptability, uint32_t candidate,
                                                             uint32_t criterion, double *weight);

/**
 * Standard error of a share that was found in independent draws: sqrt(p (1 - p) / n). Where ties were shared the true one is
 * smaller. A share of 0 or 1 has 0: then 3 / n is what 95 % of such samples would allow.
 * @param[in] acceptability the counts.
 * @param[in] share 0..1.
 * @return the standard error; 0 if nothing is counted or the share is none.
 */
RAPPORT_API double rapport_acceptability_error(const rapport_acceptability *acceptability, double share);

/**
 * Counts of who is first with its central weights, all 0 yet.
 * @param[in] acceptability where the central weights are taken from; may be destroyed afterwards, the sampling not.
 * @param[out] out the counts, owned by the caller.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `*out` is there.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_confidence_create(const rapport_acceptability *acceptability, rapport_confidence **out,
                                                     rapport_error *error);

/**
 * Frees counts.
 * @param[in] confidence may be NULL.
 */
RAPPORT_API void rapport_confidence_destroy(rapport_confidence *confidence);

/**
 * How many blocks there are to count: 1 if all values are plain numbers and one look is enough.
 * @param[in] confidence the counts.
 * @return how many.
 */
RAPPORT_API int64_t rapport_confidence_blocks(const rapport_confidence *confidence);

/**
 * Counts the draws of some blocks, as rapport_acceptability_compute(). Allocates nothing.
 * @param[in,out] confidence the counts.
 * @param[in] first number of the first block, from 0.
 * @param[in] count how many blocks; those past the last are left out.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK they are counted.
 * @retval RAPPORT_BAD_ARGUMENT `first` or `count` is negative.
 */
RAPPORT_API rapport_status rapport_confidence_compute(rapport_confidence *confidence, int64_t first, int64_t count,
                                                      rapport_error *error);

/**
 * Adds the counts of another from the same central weights.
 * @param[in,out] confidence the counts that grow.
 * @param[in] other unchanged.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK they are added.
 * @retval RAPPORT_BAD_ARGUMENT `other` is NULL or from other central weights.
 */
RAPPORT_API rapport_status rapport_confidence_add(rapport_confidence *confidence, const rapport_confidence *other,
                                                  rapport_error *error);

/**
 * Confidence factor of a candidate: how often its central weights make it first, values being uncertain. Without uncertain
 * values it is 1 or, if others come before it even then, 0.
 * @param[in] confidence the counts.
 * @param[in] candidate its number.
 * @param[out] factor 0..1; who is tied for the first place shares it.
 * @param[out] standard_error of the factor; may be NULL.
 * @retval RAPPORT_OK both are set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such candidate, or `factor` is NULL.
 * @retval RAPPORT_UNDEFINED the candidate is knocked out or was never first, or nothing is counted.
 */
RAPPORT_API rapport_status rapport_confidence_get(const rapport_confidence *confidence, uint32_t candidate, double *factor,
                                                  double *standard_error);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
