/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_PERSPECTIVE_H
#define RAPPORT_PERSPECTIVE_H
/**
 * @file
 * @brief Four views: each party about itself and about the other, and how well it knows what the other thinks.
 */
#include "rapport/gap.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup perspective Four views
 * What raters say of one party alone, their own or another, and what they expect another party to answer. None of it enters
 * a score. docs/perspectives.md explains what follows from it.
 * @{
 */

/** What a rater says of a party. */
enum {
    RAPPORT_ABOUT = 1,   /**< How the rater sees this party; the rater's own party too. */
    RAPPORT_PREDICTS = 2 /**< What the rater expects this party to answer of the partnership; another party than the rater's. */
};

/** What is read from the four views. */
enum {
    RAPPORT_SELF_ENHANCEMENT = 1, /**< How much brighter a party sees itself than the other sees it. */
    RAPPORT_REGARD = 2,           /**< How a party sees the other. */
    RAPPORT_UNDERSTANDING = 3     /**< How near a party's predictions come to what the other answered. */
};

/** Why there is no value. */
enum {
    RAPPORT_NOT_SAID = 18 /**< There is no criterion that all who would be compared spoke of. */
};

/** What the raters of a party say of a party in one criterion. */
typedef struct rapport_opinion {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_opinion)`. */
    int32_t kind;         /**< #RAPPORT_ABOUT or #RAPPORT_PREDICTS. */
    uint32_t of;          /**< The party whose raters say it. */
    uint32_t against;     /**< The party that they say it of. */
    uint32_t node;        /**< The criterion. */
    uint32_t raters;      /**< How many say it; 0 if it is withheld. */
    int32_t withheld;     /**< 1 if fewer raters than the anonymity floor say it. */
    int32_t reserved;     /**< 0. */
    double points;        /**< Mean of their points by their weights, 0..100; 0 if it is withheld. */
} rapport_opinion;

/** What the four views say of two parties, in a node. Numbers that do not exist are 0. */
typedef struct rapport_perspective {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_perspective)`. */
    int32_t aspect;       /**< #RAPPORT_SELF_ENHANCEMENT to #RAPPORT_UNDERSTANDING. */
    uint32_t of;          /**< Whose self-enhancement, regard or understanding it is. */
    uint32_t against;     /**< Who sees it, who is regarded, who is to be understood. */
    int32_t has_value;    /**< 1 if the numbers below exist. */
    int32_t reason;       /**< Why not: #RAPPORT_NOT_SAID, or #RAPPORT_PROTECTED if there are only withheld criteria. */
    uint32_t criteria;    /**< Criteria that entered. */
    uint32_t withheld;    /**< Criteria that would have entered if the anonymity floor let them. */
    double value;  /**< Self-enhancement: signed points. Regard: points. Understanding: 1 - mean |predicted - actual| / 100. */
    double bias;   /**< Understanding: mean predicted - actual, signed points. Otherwise 0. */
    double first;  /**< Mean of what `of` says: of itself, of the other, as its prediction; points. */
    double second; /**< Mean of what it is held against: what the other says of it, what the other answered; points. */
} rapport_perspective;

/**
 * Puts down what a rater says of a party in a criterion; a later call replaces what was said before.
 * @param[in,out] assessment the assessment.
 * @param[in] rater the rater.
 * @param[in] kind #RAPPORT_ABOUT or #RAPPORT_PREDICTS.
 * @param[in] party of whom; for #RAPPORT_PREDICTS not the rater's own.
 * @param[in] criterion its node in the model; for #RAPPORT_PREDICTS one without a fact.
 * @param[in] state #RAPPORT_ANSWERED or another state; #RAPPORT_UNANSWERED takes back what was said.
 * @param[in] value the level, number, 0 or 1, or option, as rapport_assessment_get_answer() gives it; ignored unless answered.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is put down.
 * @retval RAPPORT_BAD_VALUE the value is not on the scale, the state or kind does not exist, a party would predict itself, or
 * there is a fact and nobody is asked.
 * @retval RAPPORT_BAD_ARGUMENT there is no such rater, party or criterion.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_OPINIONS already.
 * @retval RAPPORT_NO_MEMORY nothing is put down.
 */
RAPPORT_API rapport_status rapport_assessment_set_opinion(rapport_assessment *assessment, uint32_t rater, int32_t kind,
                                                          uint32_t party, uint32_t criterion, int32_t state, double value,
                                                          rapport_error *error);

/** Bounds of what is kept. */
enum {
    RAPPORT_MAX_OPINIONS = 4194304 /**< Calls of rapport_assessment_set_opinion() for one assessment. */
};

/**
 * What a rater said of a party in a criterion.
 * @param[in] assessment the assessment.
 * @param[in] rater the rater.
 * @param[in] kind #RAPPORT_ABOUT or #RAPPORT_PREDICTS.
 * @param[in] party of whom.
 * @param[in] criterion its node in the model.
 * @param[out] state #RAPPORT_UNANSWERED to #RAPPORT_DECLINED.
 * @param[out] value as it was given; 0 unless answered; may be NULL.
 * @param[out] points its points, 0..100; 0 unless answered; may be NULL.
 * @retval RAPPORT_OK they are set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such rater, kind, party or criterion, or `state` is NULL.
 * @par Cost
 * O(n) in what the rater said of parties.
 */
RAPPORT_API rapport_status rapport_assessment_get_opinion(const rapport_assessment *assessment, uint32_t rater, int32_t kind,
                                                          uint32_t party, uint32_t criterion, int32_t *state, double *value,
                                                          double *points);

/**
 * Number of opinions of parties about parties: one for each kind, pair and criterion that anybody spoke of.
 * @param[in] result the result.
 * @return how many.
 */
RAPPORT_API uint32_t rapport_result_count_opinions(const rapport_result *result);

/**
 * One of the opinions, ordered by kind, whose it is, of whom it is, and model order.
 * @param[in] result the result.
 * @param[in] index from 0.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such opinion, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_result_get_opinion(const rapport_result *result, uint32_t index, rapport_opinion *out);

/**
 * Self-enhancement, regard or understanding: of a criterion, or of a group over the criteria below that enter the score,
 * weighted by their shares.
 *
 * Only criteria that may be shown enter, so that a mean tells nothing beyond them.
 * @param[in] result the result.
 * @param[in] aspect #RAPPORT_SELF_ENHANCEMENT to #RAPPORT_UNDERSTANDING.
 * @param[in] of a party.
 * @param[in] against another party.
 * @param[in] node a node of the model; #RAPPORT_ROOT is the whole.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled, whether or not there is a value.
 * @retval RAPPORT_BAD_ARGUMENT there is no such aspect, party or node, the parties are the same, or `out` is NULL or too small.
 * @par Cost
 * O(m + log n) in the opinions m below the node, and n in all.
 * @par Source
 * Self-enhancement: John and Robins (1994). Understanding: the accuracy of McLeod and Chaffee (1973). See docs/perspectives.md.
 */
RAPPORT_API rapport_status rapport_result_get_perspective(const rapport_result *result, int32_t aspect, uint32_t of,
                                                          uint32_t against, uint32_t node, rapport_perspective *out);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
