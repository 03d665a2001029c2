/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SENSITIVITY_H
#define RAPPORT_SENSITIVITY_H
/**
 * @file
 * @brief How far an order of candidates depends on the weights: exact answers for the weighted sum.
 */
#include "rapport/candidates.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup sensitivity Sensitivity
 * How far the order of candidates by weighted sum depends on the weights, criteria and candidates; docs/robustness.md has the
 * formulas.
 *
 * Values are first scaled to 0..1, 1 being best: between the `lowest` and `highest` of a criterion that has bounds, else
 * between the lowest and highest value among the candidates that are not knocked out. A criterion on which all of these are
 * equal is 1 for each. Weights are normalised to add up to 1. Two scores are tied if they are the same once rounded to 1e-9.
 *
 * The objects keep what they need: the matrix may be changed or destroyed afterwards. Candidates and criteria keep the numbers
 * that they have in the matrix. Reading is thread-safe.
 * @{
 */

/** Scores, order and what it takes to change them. */
typedef struct rapport_sensitivity rapport_sensitivity;

/** Who is better than whom whatever the weights. */
typedef struct rapport_dominance rapport_dominance;

/** What "smallest" means for a change of weights. */
enum {
    RAPPORT_CHANGE_EUCLIDEAN = 0, /**< Of all weights together, by the square root of the sum of squared changes. */
    RAPPORT_CHANGE_ABSOLUTE = 1,  /**< Of one weight, the others keeping their proportions. */
    RAPPORT_CHANGE_RELATIVE = 2,  /**< The same, as a share of the weight. */
    RAPPORT_CHANGE_END            /**< One past the last. */
};

/** What one candidate is to another whatever the weights. */
enum {
    RAPPORT_DOMINATES_NOT = 0,      /**< Some criterion, or every one, says otherwise. */
    RAPPORT_DOMINATES_POSSIBLY = 1, /**< Nowhere worse and somewhere better for some of the values that there may be. */
    RAPPORT_DOMINATES_CERTAINLY = 2 /**< For all of them. Plain numbers know no other case. */
};

/** How to look. All zero, or NULL in place of the struct, is the default. */
typedef struct rapport_sensitivity_options {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_sensitivity_options)`. */
    int32_t whole_range;  /**< 1: the tornado moves every weight from 0 to 1; `swing` is then not looked at. */
    double swing;         /**< Tornado: share of a weight by which it goes down and up, 0..100; 0 for 0.2. */
} rapport_sensitivity_options;

/** Within what ends a weight may lie, all others keeping their proportions. Normalised weights, 0..1; low <= weight <= high. */
typedef struct rapport_weight_interval {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_weight_interval)`. */
    uint32_t reserved;    /**< 0. */
    double weight;        /**< The weight itself. */
    double winner_low;    /**< Nobody passes those who are first ... */
    double winner_high;   /**< ... and if several are, they stay tied. */
    double order_low;     /**< Nobody passes anybody ... */
    double order_high;    /**< ... and ties stay ties. */
} rapport_weight_interval;

/** The smallest change of weights that brings another to the first place. At it the two are tied; any further, it wins. */
typedef struct rapport_weight_change {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_weight_change)`. */
    uint32_t candidate;   /**< Who comes first. */
    uint32_t criterion;   /**< Whose weight changes; #RAPPORT_NONE for #RAPPORT_CHANGE_EUCLIDEAN. */
    uint32_t reserved;    /**< 0. */
    double from;          /**< Weight of the criterion before; 0 for #RAPPORT_CHANGE_EUCLIDEAN. */
    double to;            /**< And after. */
    double size;          /**< How large the change is, in the measure asked for. */
} rapport_weight_change;

/** What moving one weight does to the score of the winner, all others keeping their proportions. */
typedef struct rapport_tornado {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_tornado)`. */
    uint32_t low_first;   /**< Who is first at the lower end; of several the first in the matrix. */
    uint32_t high_first;  /**< And at the upper end. */
    uint32_t reserved;    /**< 0. */
    double low;           /**< Lower end of the weight, 0..1. */
    double high;          /**< Upper end. */
    double low_score;     /**< Score of the present winner at the lower end, 0..1. */
    double high_score;    /**< And at the upper end. */
    double low_margin;    /**< Its score less the best other one at the lower end; 0 if there is no other. */
    double high_margin;   /**< And at the upper end. */
} rapport_tornado;

/** What leaving out one criterion or candidate does to the others. */
typedef struct rapport_leave_one_out {
    uint32_t struct_size;   /**< Set by the caller to `sizeof(rapport_leave_one_out)`. */
    uint32_t first;         /**< Who is first without it; of several the first in the matrix. */
    int32_t winner_changes; /**< 1 if those who are first are others; of a candidate left out, among the rest. */
    int32_t order_changes;  /**< 1 if any two of the rest stand otherwise to each other. */
    int32_t has_tau;        /**< 0 where all are tied, or fewer than two are left. */
    int32_t reserved;       /**< 0. */
    double tau;             /**< Kendall's tau-b between the order of the rest before and after, -1..1. */
} rapport_leave_one_out;

/** Where a candidate stands whatever the weights. */
typedef struct rapport_standing {
    uint32_t struct_size;       /**< Set by the caller to `sizeof(rapport_standing)`. */
    int32_t dominated;          /**< The strongest that any other candidate does to it: #RAPPORT_DOMINATES_NOT and so on. */
    int32_t potentially_best;   /**< 1 if some weights and some of its values put nobody above it. */
    int32_t certainly_possible; /**< 1 if some weights put nobody above it whatever the uncertain values are. */
    int32_t has_margin;         /**< 0 if there is no other candidate. */
    int32_t reserved;           /**< 0. */
    double margin;              /**< Largest lead over the best other that any weights give it, at its best values; -1..1. */
    double certain_margin;      /**< The same at its worst values and the best of the others. */
} rapport_standing;

/** What is known of the weights, in place of what the matrix says of it. All zero is nothing. */
typedef struct rapport_weight_rules {
    uint32_t struct_size;       /**< Set by the caller to `sizeof(rapport_weight_rules)`. */
    uint32_t reserved;          /**< 0. */
    const double *lowest;       /**< One a criterion: its normalised weight is at least this, 0..1; NULL: 0. */
    const double *highest;      /**< One a criterion: at most this, `lowest`..1; NULL: 1. */
    const uint32_t *importance; /**< One a criterion: its place in an order, 1 the most important, weights not rising with the
                                     place, equal places not compared; 0: not in the order. NULL: no order. */
} rapport_weight_rules;

/**
 * Scores the candidates by weighted sum and finds what it takes to change their order.
 * @param[in] candidates the matrix. Candidates that are knocked out take no part.
 * @param[in] options may be NULL.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the answers, owned by the caller.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `*out` has the answers.
 * @retval RAPPORT_BAD_ARGUMENT `candidates` or `out` is NULL, the allocator is incomplete, or the options are not valid.
 * @retval RAPPORT_BAD_VALUE a value lies outside its criterion's bounds; the path names it.
 * @retval RAPPORT_UNDEFINED there are no criteria, nobody to compare, or no weight; or a value is an interval or missing, and
 *         the path names it.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * n log n and n m for n candidates and m criteria, times m.
 * @par Source
 * Triantaphyllou and Sanchez 1997, Decision Sciences 28(1), for one weight at a time.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_sensitivity_create(const rapport_candidates *candidates,
                                                      const rapport_sensitivity_options *options,
                                                      const rapport_allocator *allocator, rapport_sensitivity **out,
                                                      rapport_error *error);

/**
 * Frees the answers.
 * @param[in] sensitivity may be NULL.
 */
RAPPORT_API void rapport_sensitivity_destroy(rapport_sensitivity *sensitivity);

/**
 * Score and rank of a candidate.
 * @param[in] sensitivity the answers.
 * @param[in] candidate its number.
 * @param[out] score weighted sum, 0..1.
 * @param[out] rank 1 is best; those who are tied share the mean of their ranks.
 * @retval RAPPORT_OK both are set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such candidate, or a pointer is NULL.
 * @retval RAPPORT_UNDEFINED the candidate is knocked out.
 */
RAPPORT_API rapport_status rapport_sensitivity_get_score(const rapport_sensitivity *sensitivity, uint32_t candidate,
                                                         double *score, double *rank);

/**
 * Who is first.
 * @param[in] sensitivity the answers.
 * @return the number of a candidate; of several the first in the matrix.
 */
RAPPORT_API uint32_t rapport_sensitivity_first(const rapport_sensitivity *sensitivity);

/**
 * Within what ends one weight may lie before the winner, or the order, changes.
 * @param[in] sensitivity the answers.
 * @param[in] criterion its number.
 * @param[in,out] out with its `struct_size` set; filled.
 * @retval RAPPORT_OK it is filled. A criterion that has all the weight keeps 1 for both ends: others have no proportions.
 * @retval RAPPORT_BAD_ARGUMENT there is no such criterion, or `out` is none.
 */
RAPPORT_API rapport_status rapport_sensitivity_get_interval(const rapport_sensitivity *sensitivity, uint32_t criterion,
                                                            rapport_weight_interval *out);

/**
 * The smallest change of weights that brings another to the first place; 0 if another shares it already.
 * @param[in] sensitivity the answers.
 * @param[in] measure #RAPPORT_CHANGE_EUCLIDEAN, #RAPPORT_CHANGE_ABSOLUTE or #RAPPORT_CHANGE_RELATIVE.
 * @param[in,out] out with its `struct_size` set; filled.
 * @retval RAPPORT_OK it is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such measure, or `out` is none.
 * @retval RAPPORT_UNDEFINED no weights, or no single weight, put another above the winner.
 */
RAPPORT_API rapport_status rapport_sensitivity_get_change(const rapport_sensitivity *sensitivity, int32_t measure,
                                                          rapport_weight_change *out);

/**
 * A weight after the smallest change.
 * @param[in] sensitivity the answers.
 * @param[in] measure as in rapport_sensitivity_get_change().
 * @param[in] criterion its number.
 * @return the normalised weight, 0..1; 0 if there is no such measure, change or criterion.
 */
RAPPORT_API double rapport_sensitivity_change_weight(const rapport_sensitivity *sensitivity, int32_t measure,
                                                     uint32_t criterion);

/**
 * What moving one weight does to the winner.
 * @param[in] sensitivity the answers.
 * @param[in] criterion its number.
 * @param[in,out] out with its `struct_size` set; filled.
 * @retval RAPPORT_OK it is filled. A criterion that has all the weight stays at 1.
 * @retval RAPPORT_BAD_ARGUMENT there is no such criterion, or `out` is none.
 */
RAPPORT_API rapport_status rapport_sensitivity_get_tornado(const rapport_sensitivity *sensitivity, uint32_t criterion,
                                                           rapport_tornado *out);

/**
 * What is left of the order without one criterion, the other weights keeping their proportions.
 * @param[in] sensitivity the answers.
 * @param[in] criterion its number.
 * @param[in,out] out with its `struct_size` set; filled.
 * @retval RAPPORT_OK it is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such criterion, or `out` is none.
 * @retval RAPPORT_UNDEFINED no other criterion has weight.
 */
RAPPORT_API rapport_status rapport_sensitivity_get_without_criterion(const rapport_sensitivity *sensitivity, uint32_t criterion,
                                                                     rapport_leave_one_out *out);

/**
 * What becomes of the others without one candidate. Where criteria have no bounds, the values of the rest are scaled anew, and
 * their order may turn round (rank reversal).
 * @param[in] sensitivity the answers.
 * @param[in] candidate its number.
 * @param[in,out] out with its `struct_size` set; filled.
 * @retval RAPPORT_OK it is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such candidate, or `out` is none.
 * @retval RAPPORT_UNDEFINED the candidate is knocked out, or nobody is left without it.
 */
RAPPORT_API rapport_status rapport_sensitivity_get_without_candidate(const rapport_sensitivity *sensitivity, uint32_t candidate,
                                                                     rapport_leave_one_out *out);

/**
 * Finds who is better than whom whatever the weights, and who can be best. Stated weights are not looked at.
 *
 * An interval may be any value in it, a missing value anything from worst to best.
 * @param[in] candidates the matrix. Candidates that are knocked out take no part.
 * @param[in] rules what is known of the weights, for who can be best; NULL: what the matrix says.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the answers, owned by the caller.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `*out` has the answers.
 * @retval RAPPORT_BAD_ARGUMENT `candidates` or `out` is NULL, the allocator is incomplete, or the rules' struct_size is none.
 * @retval RAPPORT_BAD_VALUE a value lies outside its criterion's bounds, or the rules contradict each other; the path says
 * where.
 * @retval RAPPORT_UNDEFINED there are no criteria, or nobody to compare.
 * @retval RAPPORT_LIMIT more than #RAPPORT_MAX_PAIRED candidates, or too many criteria for a linear program.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * n^2 m, and a linear program of n variables and m rows for each of n candidates.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_dominance_create(const rapport_candidates *candidates, const rapport_weight_rules *rules,
                                                    const rapport_allocator *allocator, rapport_dominance **out,
                                                    rapport_error *error);

/**
 * Frees the answers.
 * @param[in] dominance may be NULL.
 */
RAPPORT_API void rapport_dominance_destroy(rapport_dominance *dominance);

/**
 * Where a candidate stands.
 * @param[in] dominance the answers.
 * @param[in] candidate its number.
 * @param[in,out] out with its `struct_size` set; filled.
 * @retval RAPPORT_OK it is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such candidate, or `out` is none.
 * @retval RAPPORT_UNDEFINED the candidate is knocked out.
 */
RAPPORT_API rapport_status rapport_dominance_get(const rapport_dominance *dominance, uint32_t candidate, rapport_standing *out);

/**
 * Whether one candidate dominates another.
 * @param[in] dominance the answers.
 * @param[in] candidate number of the one.
 * @param[in] other number of the other.
 * @return #RAPPORT_DOMINATES_NOT and so on; the former where one of them is knocked out or not there.
 */
RAPPORT_API int32_t rapport_dominance_pair(const rapport_dominance *dominance, uint32_t candidate, uint32_t other);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
