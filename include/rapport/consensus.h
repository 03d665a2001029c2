/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_CONSENSUS_H
#define RAPPORT_CONSENSUS_H
/**
 * @file
 * @brief How far the raters of a party agree, criterion by criterion and within groups.
 */
#include "rapport/agreement.h"
#include "rapport/gap.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup consensus Agreement in an assessment
 * The indices of agreement.h over the raters of one party, read from a ::rapport_result. All are taken of the raters' points,
 * whatever their weights; docs/agreement.md says how. What the anonymity floor withholds enters none of them.
 * @{
 */

/** Further reasons why an index of a party has no value, beside #RAPPORT_TOO_FEW_RATERS and so on. */
enum {
    RAPPORT_PROTECTED = 16,     /**< A cell that would enter is withheld, or fewer raters than the anonymity floor would. */
    RAPPORT_TOO_MANY_ITEMS = 17 /**< Cronbach's alpha of more than #RAPPORT_MAX_ITEMS criteria. */
};

/** How r_wg and r_wg(J) are usually read; LeBreton and Senter (2008). */
enum {
    RAPPORT_LACK_OF_AGREEMENT = 1,    /**< Up to .30. */
    RAPPORT_WEAK_AGREEMENT = 2,       /**< Above .30. */
    RAPPORT_MODERATE_AGREEMENT = 3,   /**< Above .50. */
    RAPPORT_STRONG_AGREEMENT = 4,     /**< Above .70. */
    RAPPORT_VERY_STRONG_AGREEMENT = 5 /**< Above .90. */
};

/** Bounds of what is computed. */
enum {
    RAPPORT_MAX_ITEMS = 1024 /**< Criteria that Cronbach's alpha takes. */
};

/** An index of agreement of a party's raters. Numbers that do not exist are 0. */
typedef struct rapport_consensus {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_consensus)`. */
    int32_t index;        /**< Which index. */
    int32_t has_value;    /**< 1 if `value` exists. */
    int32_t reason;       /**< Why there is none: #RAPPORT_TOO_FEW_RATERS and so on, or #RAPPORT_PROTECTED. */
    double value;         /**< The index; AD in points. */
    double limit;         /**< AD: agreement in practice up to here, in points; 0 on number scales. */
    uint32_t raters;      /**< Raters who answered something that counts in the node; for Cronbach's alpha those who entered.
                               0 where it is protected. */
    uint32_t criteria;    /**< Criteria that entered; 0 where it is protected. */
    uint32_t ratings;     /**< Answers that entered; 0 where it is protected. */
    int32_t reading;      /**< r_wg, r_wg(J): #RAPPORT_LACK_OF_AGREEMENT to #RAPPORT_VERY_STRONG_AGREEMENT; otherwise 0. */
    int32_t floored;      /**< r_wg, r_wg(J): 1 if it was negative and counts as 0. */
    int32_t off_center;   /**< a_wg: 1 if the mean lies so near an end that the value should not be interpreted. */
} rapport_consensus;

/**
 * How far the raters of a party agree on a criterion, or within a group.
 *
 * Of a criterion: #RAPPORT_RWG, #RAPPORT_AWG, #RAPPORT_AD. Of a group and of the root, over the criteria below that count:
 * #RAPPORT_RWGJ, #RAPPORT_ICC1, #RAPPORT_ICC1K (criteria are the units), #RAPPORT_KRIPPENDORFF (interval),
 * #RAPPORT_CRONBACH (criteria are the items, raters the cases).
 * @param[in] result the result.
 * @param[in] party whose raters.
 * @param[in] node a node of the model; #RAPPORT_ROOT is the whole.
 * @param[in] index one of the above that goes with the node.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled, whether or not the index has a value.
 * @retval RAPPORT_BAD_ARGUMENT there is no such party or node, the index does not go with it, the result is not computed, or
 * `out` is NULL or too small.
 * @par Cost
 * O(1) of a criterion; O(n) in the nodes of a group, for Cronbach's alpha in the answers below it.
 * @par Source
 * See docs/agreement.md.
 */
RAPPORT_API rapport_status rapport_result_get_consensus(const rapport_result *result, uint32_t party, uint32_t node,
                                                        int32_t index, rapport_consensus *out);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
