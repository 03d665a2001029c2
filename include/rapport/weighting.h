/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_WEIGHTING_H
#define RAPPORT_WEIGHTING_H
/**
 * @file
 * @brief How much each criterion counts: weights from judgements and from data, over plain arrays.
 */
#include "rapport/candidates.h"
#include "rapport/model.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup weighting Weights of criteria
 * Weights from what people judge and from what candidates differ in, as pure functions over arrays. All weights are >= 0 and
 * add up to 1. `docs/weights.md` says which method asks what, and where programs differ.
 *
 * @par Rules that hold for all of them
 * - Arrays are read, never kept. Unless the status is #RAPPORT_OK, nothing has been written.
 * - #RAPPORT_UNDEFINED says that these weights do not exist: nothing to divide among the criteria, or judgements that do not
 *   hang together. It is never a row of zeros.
 * - The path of an error counts from 0: `/points/2`, `/pairwise/0/3`.
 * @{
 */

/** A method of finding weights. */
enum {
    RAPPORT_WEIGHTS_POINTS = 1,          /**< Points given to the criteria directly. */
    RAPPORT_WEIGHTS_SWING = 2,           /**< Points for going from the worst to the best, within each group of a tree. */
    RAPPORT_WEIGHTS_RANK_SUM = 3,        /**< From an order of importance, falling evenly. */
    RAPPORT_WEIGHTS_RANK_RECIPROCAL = 4, /**< From an order of importance: 1, 1/2, 1/3, ... */
    RAPPORT_WEIGHTS_ROC = 5,             /**< From an order of importance: the centroid of all weights that agree with it. */
    RAPPORT_WEIGHTS_AHP = 6,             /**< Pairwise comparisons: the principal eigenvector. */
    RAPPORT_WEIGHTS_AHP_GEOMETRIC = 7,   /**< Pairwise comparisons: geometric means of the rows. */
    RAPPORT_WEIGHTS_BEST_WORST = 8,      /**< Comparisons with the best and the worst criterion alone; the linear model. */
    RAPPORT_WEIGHTS_EQUAL = 9,           /**< All the same. */
    RAPPORT_WEIGHTS_DEVIATION = 10,      /**< From data: standard deviation over the range. */
    RAPPORT_WEIGHTS_ENTROPY = 11,        /**< From data: what the candidates' shares lack in entropy. */
    RAPPORT_WEIGHTS_CRITIC = 12,         /**< From data: deviation, and conflict with the other criteria. */
    RAPPORT_WEIGHTS_MEREC = 13,          /**< From data: what removing the criterion does to the candidates. */
    RAPPORT_WEIGHTS_END                  /**< One past the last method; not a method. */
};

/** What a method works on. */
enum {
    RAPPORT_FROM_JUDGEMENTS = 1, /**< Judgements of people. */
    RAPPORT_FROM_CANDIDATES = 2, /**< A decision matrix. */
    RAPPORT_FROM_EITHER = 3      /**< Whichever there is: only the criteria are looked at. */
};

/** Which consistency indices of random matrices a consistency ratio compares with. */
enum {
    RAPPORT_RANDOM_SAATY_1980 = 0,    /**< Saaty (1980), up to 15 criteria: .58 .90 1.12 1.24 1.32 1.41 1.45 1.49 ... */
    RAPPORT_RANDOM_SAATY_2005 = 1,    /**< Saaty (2005), up to 15 criteria: .52 .89 1.11 1.25 1.35 1.40 1.45 1.49 ... */
    RAPPORT_RANDOM_ALONSO_LAMATA = 2, /**< Alonso and Lamata (2006), any number: (1.7699 n - 4.3513) / (n - 1). */
    RAPPORT_RANDOM_END                /**< One past the last table; not a table. */
};

/** How the weights of several raters become one. */
enum {
    RAPPORT_COMBINE_PRIORITIES = 0,           /**< Weighted arithmetic mean of their weights. */
    RAPPORT_COMBINE_PRIORITIES_GEOMETRIC = 1, /**< Weighted geometric mean of their weights, then divided by the sum. */
    RAPPORT_COMBINE_JUDGEMENTS = 2            /**< Pairwise comparisons alone: their judgements first, geometrically. */
};

/** Which numbers of a ::rapport_consistency exist. */
enum {
    RAPPORT_HAS_LAMBDA_MAX = 1,     /**< `lambda_max` and `ci`. */
    RAPPORT_HAS_RI = 2,             /**< `ri`. */
    RAPPORT_HAS_CR = 4,             /**< `cr`. */
    RAPPORT_HAS_GCI = 8,            /**< `gci`. */
    RAPPORT_HAS_CR_INCOMPLETE = 16, /**< `ri_incomplete` and `cr_incomplete`. */
    RAPPORT_HAS_TRIAD = 32,         /**< `triad_first`, `triad_second`, `triad_third`, `triad_product`. */
    RAPPORT_HAS_RECONSIDER = 64,    /**< `row`, `column`, `judged`, `implied`. */
    RAPPORT_HAS_KSI = 128           /**< `ksi`, and `ci` is the consistency index of the best-worst method. */
};

/** Why there is no consistency ratio, or why it is 0 whatever was said. */
enum {
    RAPPORT_CR_MEASURED = 0,      /**< It says how consistent the judgements are. */
    RAPPORT_CR_NO_CHOICE = 1,     /**< So few judgements cannot contradict each other; it is 0. */
    RAPPORT_CR_BEYOND_TABLE = 2,  /**< The table of random indices does not have so many criteria. */
    RAPPORT_CR_NO_DIFFERENCE = 3, /**< Best-worst: the best is judged as important as the worst, yet others are not. */
    RAPPORT_CR_NOT_ASKED = 4      /**< The method has none. */
};

/** Bounds of what is taken. */
enum {
    RAPPORT_MAX_PAIRWISE = 256, /**< Criteria that are compared in pairs. */
    RAPPORT_MAX_GROUPS = 1024   /**< Groups that judgements put the criteria into. */
};

/** How consistent judgements are. Numbers that do not exist are 0; `has` says which do. */
typedef struct rapport_consistency {
    uint32_t struct_size;  /**< Set by the caller to `sizeof(rapport_consistency)`. */
    int32_t reason;        /**< #RAPPORT_CR_MEASURED and so on. */
    uint32_t has;          /**< #RAPPORT_HAS_LAMBDA_MAX and so on, added. */
    uint32_t missing;      /**< Pairs that nobody judged. */
    double lambda_max;     /**< Principal eigenvalue; for geometric means the mean of (A w) / w. n if consistent. */
    double ci;             /**< Consistency index (lambda_max - n) / (n - 1); for best-worst see #RAPPORT_HAS_KSI. */
    double ri;             /**< Random index of a full matrix of this size. */
    double cr;             /**< Consistency ratio: ci / ri, or ksi / ci. Up to .10 is usually taken. */
    double ri_incomplete;  /**< Random index of a matrix with so many pairs missing (Ágoston and Csató 2022). */
    double cr_incomplete;  /**< ci / ri_incomplete. */
    double gci;            /**< Geometric consistency index (Crawford and Williams 1985); full matrices alone. */
    double ksi;            /**< Best-worst: largest error of a comparison, in weight. */
    double triad_product;  /**< a_ij a_jk a_ki of the most inconsistent triad; 1 is consistent. */
    uint32_t triad_first;  /**< The most inconsistent triad, in the order of the criteria: i, ... */
    uint32_t triad_second; /**< ... j ... */
    uint32_t triad_third;  /**< ... and k. */
    uint32_t row;          /**< The judgement to reconsider first: how important this criterion ... */
    uint32_t column;       /**< ... is compared with this one. */
    uint32_t reserved;     /**< 0. */
    double judged;         /**< What was judged. */
    double implied;        /**< What the others imply: the geometric mean of a_ik a_kj. */
} rapport_consistency;

/** How far the weights that several raters give a criterion lie apart. */
typedef struct rapport_spread {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_spread)`. */
    int32_t has_sd;       /**< 1 if `sd` exists: with two raters. */
    double lowest;        /**< Lowest weight. */
    double highest;       /**< Highest weight. */
    double sd;            /**< Sample standard deviation; each rater counts the same. */
} rapport_spread;

/**
 * The word for a method, as documents and the command use it.
 * @param[in] method #RAPPORT_WEIGHTS_POINTS to #RAPPORT_WEIGHTS_MEREC.
 * @return a static string such as "ahp"; NULL if there is no such method.
 */
RAPPORT_API const char *rapport_weighting_name(int32_t method);

/**
 * What a method does, for people.
 * @param[in] method #RAPPORT_WEIGHTS_POINTS to #RAPPORT_WEIGHTS_MEREC.
 * @return a static string, a few words; NULL if there is no such method.
 */
RAPPORT_API const char *rapport_weighting_title(int32_t method);

/**
 * What a method works on.
 * @param[in] method #RAPPORT_WEIGHTS_POINTS to #RAPPORT_WEIGHTS_MEREC.
 * @return #RAPPORT_FROM_JUDGEMENTS, #RAPPORT_FROM_CANDIDATES or #RAPPORT_FROM_EITHER; 0 if there is no such method.
 */
RAPPORT_API int32_t rapport_weighting_input(int32_t method);

/**
 * Weights in proportion to points: direct rating, and swing weights without a tree.
 * @param[in] points each 0 or 1e-12..1e12.
 * @param[in] count criteria, 1 to #RAPPORT_MAX_CRITERIA.
 * @param[out] weights room for one a criterion; may be `points`.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `weights` is filled.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, or there are no criteria.
 * @retval RAPPORT_BAD_VALUE a number is out of range.
 * @retval RAPPORT_UNDEFINED all points are 0.
 * @retval RAPPORT_LIMIT there are too many criteria.
 */
RAPPORT_API rapport_status rapport_point_weights_compute(const double *points, uint32_t count, double *weights,
                                                         rapport_error *error);

/**
 * Swing weights down a tree: points are given among the members of each group; a weight is the product of the shares on the
 * way down.
 * @param[in] points one a node: how much going from its worst to its best is worth compared with its siblings; 0 or
 * 1e-12..1e12.
 * @param[in] parents the group that each node is in, always a node before it; #RAPPORT_NONE at the top. NULL: all are.
 * @param[in] count nodes, 1 to #RAPPORT_MAX_NODES.
 * @param[out] weights room for one a node, not `points`; those of the nodes that are no groups add up to 1. Of no use after a
 * failure.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `weights` is filled.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, there are no nodes, or a parent does not come before its child.
 * @retval RAPPORT_BAD_VALUE a number is out of range.
 * @retval RAPPORT_UNDEFINED all members of a group that counts, or all at the top, have 0 points.
 * @retval RAPPORT_LIMIT there are too many nodes.
 * @par Cost
 * O(n).
 * @par Source
 * von Winterfeldt and Edwards 1986, ch. 8; Keeney and Raiffa 1976 for the product down the tree.
 */
RAPPORT_API rapport_status rapport_swing_weights_compute(const double *points, const uint32_t *parents, uint32_t count,
                                                         double *weights, rapport_error *error);

/**
 * Swing weights down the tree of a model, in place of the model's own.
 * @param[in] model a built model.
 * @param[in] points one a node of the model; those of the root and of what is informational are not looked at.
 * @param[out] weights room for one a node, not `points`; 1 for the root, 0 for what is informational or stands below it. Of no
 * use after a failure.
 * @param[out] error detail; its path is the node's, `/criteria/trust`; may be NULL.
 * @retval RAPPORT_OK `weights` is filled.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL.
 * @retval RAPPORT_BAD_VALUE a number is out of range.
 * @retval RAPPORT_UNDEFINED all members of a group that counts have 0 points.
 */
RAPPORT_API rapport_status rapport_model_swing_weights_compute(const rapport_model *model, const double *points,
                                                               double *weights, rapport_error *error);

/**
 * Weights from an order of importance. Criteria of equal rank share the mean of the weights of their places.
 * @param[in] method #RAPPORT_WEIGHTS_RANK_SUM, #RAPPORT_WEIGHTS_RANK_RECIPROCAL or #RAPPORT_WEIGHTS_ROC.
 * @param[in] ranks 1 is the most important; only their order counts: 1, 2, 2, 4 is the same as 1, 2, 2, 3. Each 1..count.
 * @param[in] count criteria, 1 to #RAPPORT_MAX_CRITERIA.
 * @param[out] weights room for one a criterion; not `ranks`.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `weights` is filled.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, there are no criteria, or the method is none of these.
 * @retval RAPPORT_BAD_VALUE a rank is out of range.
 * @retval RAPPORT_LIMIT there are too many criteria.
 * @par Cost
 * O(n²).
 * @par Source
 * Stillwell, Seaver and Edwards 1981 (rank sum, rank reciprocal); Barron 1992, Barron and Barrett 1996 (centroid).
 */
RAPPORT_API rapport_status rapport_rank_weights_compute(int32_t method, const double *ranks, uint32_t count, double *weights,
                                                        rapport_error *error);

/**
 * Weights from pairwise comparisons, and how consistent these are.
 *
 * a_ij says how many times as important i is as j. What is judged on one side alone gives the other its reciprocal. Two sides
 * that are reciprocal within 5 in 100, as 0.14 and 7 are, are taken as they stand. A pair that nobody judged is left out after
 * Harker (eigenvector), or by logarithmic least squares (geometric means), as long as all criteria hang together.
 * @param[in] method #RAPPORT_WEIGHTS_AHP or #RAPPORT_WEIGHTS_AHP_GEOMETRIC.
 * @param[in] matrix row by row; what is there lies in 1e-9..1e9, and is 1 on the diagonal.
 * @param[in] present one byte a judgement, 0 where there is none; NULL: all are there.
 * @param[in] count criteria, 1 to #RAPPORT_MAX_PAIRWISE.
 * @param[in] random_index #RAPPORT_RANDOM_SAATY_1980 and so on.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] weights room for one a criterion.
 * @param[in,out] consistency `struct_size` set by the caller; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `weights` and `consistency` are filled.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL or not one of its constants, or there are no criteria.
 * @retval RAPPORT_BAD_VALUE a judgement is out of range, or two sides of one contradict each other; the path names it.
 * @retval RAPPORT_UNDEFINED a criterion is compared with none that hangs together with the first; the path names it.
 * @retval RAPPORT_LIMIT there are too many criteria.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * O(n³).
 * @par Source
 * Saaty 1980; Crawford and Williams 1985; Harker 1987; Noda 1971 for the iteration.
 */
RAPPORT_API rapport_status rapport_pairwise_weights_compute(int32_t method, const double *matrix, const uint8_t *present,
                                                            uint32_t count, int32_t random_index,
                                                            const rapport_allocator *allocator, double *weights,
                                                            rapport_consistency *consistency, rapport_error *error);

/**
 * The judgements of several raters as one: the weighted geometric mean of those who judged a pair.
 * @param[in] matrices one a rater, one behind the other, as for rapport_pairwise_weights_compute().
 * @param[in] present as `matrices`; NULL: all are there.
 * @param[in] raters 1 to #RAPPORT_MAX_RATERS.
 * @param[in] count criteria, 1 to #RAPPORT_MAX_PAIRWISE.
 * @param[in] rater_weights 1e-100..1e100 each; NULL: all count the same.
 * @param[out] matrix room for count squared.
 * @param[out] judged room for count squared bytes: 1 where a judgement came out.
 * @param[out] error detail; its path is `/raters/1/pairwise/0/3`; may be NULL.
 * @retval RAPPORT_OK they are filled.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, or there are no raters or criteria.
 * @retval RAPPORT_BAD_VALUE a judgement or weight is out of range, or two sides contradict each other.
 * @retval RAPPORT_LIMIT there are too many criteria or raters.
 * @par Source
 * Aczél and Saaty 1983; Forman and Peniwati 1998.
 */
RAPPORT_API rapport_status rapport_pairwise_combine_compute(const double *matrices, const uint8_t *present, uint32_t raters,
                                                            uint32_t count, const double *rater_weights, double *matrix,
                                                            uint8_t *judged, rapport_error *error);

/**
 * Weights by the best-worst method, linear model: the largest error of a comparison, in weight, is as small as can be. The
 * solution is exact and the only one.
 * @param[in] best the most important criterion.
 * @param[in] worst the least important one; another one unless there is but one.
 * @param[in] best_to_others how many times as important the best is as each; 1..1e9, 1 for itself.
 * @param[in] others_to_worst how many times as important each is as the worst; 1..1e9, 1 for itself.
 * @param[in] count criteria, 1 to #RAPPORT_MAX_CRITERIA.
 * @param[out] weights room for one a criterion.
 * @param[in,out] consistency `struct_size` set by the caller; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `weights` and `consistency` are filled.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, there are no criteria, or best and worst are none or one.
 * @retval RAPPORT_BAD_VALUE a comparison is out of range, or the two of the best with the worst differ.
 * @retval RAPPORT_LIMIT there are too many criteria.
 * @par Cost
 * O(n²).
 * @par Source
 * Rezaei 2015, 2016; the closed form of the linear model is derived in docs/weights.md.
 */
RAPPORT_API rapport_status rapport_best_worst_weights_compute(uint32_t best, uint32_t worst, const double *best_to_others,
                                                              const double *others_to_worst, uint32_t count, double *weights,
                                                              rapport_consistency *consistency, rapport_error *error);

/**
 * Weights from a decision matrix. Candidates that are knocked out do not enter. A criterion on which all candidates are the
 * same gets 0, except by #RAPPORT_WEIGHTS_EQUAL; a lone criterion gets 1.
 * @param[in] method #RAPPORT_WEIGHTS_EQUAL to #RAPPORT_WEIGHTS_MEREC.
 * @param[in] candidates the matrix; its own weights are not looked at.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] weights room for one a criterion.
 * @param[out] error detail; the path of a value is `/candidates/2/values/0`; may be NULL.
 * @retval RAPPORT_OK `weights` is filled.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, or the method is none of these.
 * @retval RAPPORT_BAD_VALUE a value is missing or an interval, below 0 (entropy), not above 0 (MEREC); the path names it.
 * @retval RAPPORT_UNDEFINED there are no criteria, or no criterion tells the candidates apart (or, for CRITIC, all tell the
 * same).
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * O(values); memory in proportion to the criteria.
 * @par Source
 * Diakoulaki, Mavrotas and Papayannakis 1995 (deviation, CRITIC); Zeleny 1982, Hwang and Yoon 1981 (entropy);
 * Keshavarz-Ghorabaee et al. 2021 (MEREC).
 */
RAPPORT_API rapport_status rapport_data_weights_compute(int32_t method, const rapport_candidates *candidates,
                                                        const rapport_allocator *allocator, double *weights,
                                                        rapport_error *error);

/**
 * The weights of several raters as one.
 * @param[in] rows one rater after the other, each with one weight a criterion, 0..1.
 * @param[in] raters 1 to #RAPPORT_MAX_RATERS.
 * @param[in] count criteria, 1 to #RAPPORT_MAX_CRITERIA.
 * @param[in] rater_weights 1e-100..1e100 each; NULL: all count the same.
 * @param[in] combine #RAPPORT_COMBINE_PRIORITIES or #RAPPORT_COMBINE_PRIORITIES_GEOMETRIC.
 * @param[out] weights room for one a criterion; they add up to 1.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `weights` is filled.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL or not one of its constants, or there are no raters or criteria.
 * @retval RAPPORT_BAD_VALUE a weight is out of range.
 * @retval RAPPORT_UNDEFINED nothing is left: all are 0, or geometrically each criterion is 0 for somebody.
 * @retval RAPPORT_LIMIT there are too many criteria or raters.
 * @par Source
 * Forman and Peniwati 1998.
 */
RAPPORT_API rapport_status rapport_weights_combine_compute(const double *rows, uint32_t raters, uint32_t count,
                                                           const double *rater_weights, int32_t combine, double *weights,
                                                           rapport_error *error);

/**
 * The random index of a matrix of some size.
 * @param[in] table #RAPPORT_RANDOM_SAATY_1980 and so on.
 * @param[in] count criteria; 0 to 2 have the index 0.
 * @param[out] out the index.
 * @retval RAPPORT_OK `*out` is set.
 * @retval RAPPORT_UNDEFINED the table does not go so far.
 * @retval RAPPORT_BAD_ARGUMENT there is no such table, or `out` is NULL.
 */
RAPPORT_API rapport_status rapport_random_index_compute(int32_t table, uint32_t count, double *out);

/**
 * The word for a table of random indices, as documents and the command use it.
 * @param[in] table #RAPPORT_RANDOM_SAATY_1980 and so on.
 * @return a static string such as "saaty-1980"; NULL if there is no such table.
 */
RAPPORT_API const char *rapport_random_index_name(int32_t table);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
