/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_RANKING_H
#define RAPPORT_RANKING_H
/**
 * @file
 * @brief Whom to choose: methods that rank the candidates of a decision matrix.
 */
#include "rapport/candidates.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup ranking Rankings
 * Fifteen methods over one decision matrix, each as its first paper has it; docs/selection.md says which is for what, with
 * formulas, defaults and what happens where a paper leaves something undefined.
 *
 * Weights are normalised by their sum; criteria of weight 0 are not looked at. Candidates that are knocked out have no score
 * and no rank, and nobody is compared with them. Values of a criterion that differ by 1e-12 of the largest at most are one
 * value where a method divides by their range or compares pairs; scores that differ by 1e-11 of their scale tie, and ties have
 * the average of their ranks. A value that is missing or an interval is refused by methods that need a number; where a method
 * can tell the lowest and the highest score, it does.
 * @{
 */

/** The candidates in their order, and why. */
typedef struct rapport_ranking rapport_ranking;

/** The methods. */
enum {
    RAPPORT_WSM = 1,        /**< Weighted sum. */
    RAPPORT_WPM = 2,        /**< Weighted product. */
    RAPPORT_WASPAS = 3,     /**< Both of them, mixed. */
    RAPPORT_TOPSIS = 4,     /**< Near the ideal and far from the anti-ideal. */
    RAPPORT_VIKOR = 5,      /**< Compromise between the mean and the worst regret. */
    RAPPORT_PROMETHEE1 = 6, /**< Preference flows and the partial order. */
    RAPPORT_PROMETHEE2 = 7, /**< Net preference flows. */
    RAPPORT_ELECTRE1 = 8,   /**< Outranking, and the kernel of those worth a closer look. */
    RAPPORT_ELECTRE3 = 9,   /**< Credibility of outranking, and two distillations. */
    RAPPORT_COPRAS = 10,    /**< Shares of benefits and of costs. */
    RAPPORT_ARAS = 11,      /**< Share of what the best of everything would reach. */
    RAPPORT_EDAS = 12,      /**< Distances from the average. */
    RAPPORT_MABAC = 13,     /**< Distances from the geometric mean of all. */
    RAPPORT_MARCOS = 14,    /**< Utility against the ideal and the anti-ideal. */
    RAPPORT_SPOTIS = 15,    /**< Distance from the ideal within fixed bounds: free of rank reversal. */
    RAPPORT_METHOD_END = 16 /**< One past the last method; not a method. */
};

/** What a ranking has for each candidate. */
enum {
    RAPPORT_SCORE = 0,         /**< The score. */
    RAPPORT_RANK = 1,          /**< The rank, 1 the best, ties the average; 0 without one. */
    RAPPORT_LOWEST_SCORE = 2,  /**< The lowest score that could be, where values are open. */
    RAPPORT_HIGHEST_SCORE = 3, /**< The highest. */
    RAPPORT_BEST_RANK = 4,     /**< The best rank that could be, where values are open; 0 if knocked out. */
    RAPPORT_WORST_RANK = 5,    /**< The worst. */
    RAPPORT_MEAN_REGRET = 6,   /**< VIKOR: S. */
    RAPPORT_WORST_REGRET = 7,  /**< VIKOR: R. */
    RAPPORT_POSITIVE_FLOW = 8, /**< PROMETHEE: how far it is preferred to the others, 0..1. */
    RAPPORT_NEGATIVE_FLOW = 9, /**< PROMETHEE: how far the others are preferred to it, 0..1. */
    RAPPORT_UTILITY = 10,      /**< COPRAS: the score in per cent of the best; ARAS: the optimality function S. */
    RAPPORT_DESCENDING = 11,   /**< ELECTRE III: class of the distillation from the best down, 1 the best. */
    RAPPORT_ASCENDING = 12,    /**< ELECTRE III: class of the distillation from the worst up, 1 the best. */
    RAPPORT_CHOSEN = 13,       /**< 1 if it is in VIKOR's compromise set, or ELECTRE I's kernel; else 0. */
    RAPPORT_RANKING_END = 14   /**< One past the last; not one of them. */
};

/** What a ranking has for each pair of candidates. */
enum {
    RAPPORT_CONCORDANCE = 0, /**< ELECTRE: weight of the criteria on which the first is not worse, 0..1. */
    RAPPORT_DISCORDANCE = 1, /**< ELECTRE I: how far the first is worse where it is worst, 0..1. */
    RAPPORT_CREDIBILITY = 2, /**< ELECTRE III: that the first outranks the second, 0..1. */
    RAPPORT_OUTRANKS = 3,    /**< ELECTRE I: 1 if the first outranks the second, else 0. */
    RAPPORT_RELATION = 4     /**< PROMETHEE I, ELECTRE III: #RAPPORT_INDIFFERENT and so on. */
};

/** How one candidate stands to another in a partial order. */
enum {
    RAPPORT_WORSE = -1,      /**< The other one is preferred. */
    RAPPORT_INDIFFERENT = 0, /**< As good as the other one. */
    RAPPORT_PREFERRED = 1,   /**< Preferred to the other one. */
    RAPPORT_INCOMPARABLE = 2 /**< Good at different things. */
};

/** A method, as the one table of methods has it. */
typedef struct rapport_method {
    uint32_t struct_size;    /**< Set by the caller to `sizeof(rapport_method)`. */
    int32_t method;          /**< #RAPPORT_WSM and so on. */
    const char *name;        /**< Its word in documents and commands, such as "topsis". Static, as all text below. */
    const char *title;       /**< Its name for people. */
    const char *purpose;     /**< What it asks of a candidate, in a few words. */
    const char *needs;       /**< What it needs of values and criteria; "" for nothing special. */
    const char *source;      /**< The paper that it follows. */
    uint32_t parameters;     /**< How many parameters it has. */
    int32_t lower_is_better; /**< 1 if the lowest score is the best. */
    int32_t takes_intervals; /**< 1 if it can say what missing values and intervals mean for the scores. */
    int32_t reserved;        /**< 0. */
} rapport_method;

/** A parameter of a method. */
typedef struct rapport_method_parameter {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_method_parameter)`. */
    uint32_t words;       /**< How many words it can be; 0 for a number. */
    const char *name;     /**< Its name, such as "lambda". Static, as all text below. */
    const char *about;    /**< What it does, in a few words. */
    const char *word;     /**< The default of one that is a word; NULL for a number. */
    double value;         /**< The default of a number. */
    double least;         /**< The least that the number may be. */
    double most;          /**< The most. */
} rapport_method_parameter;

/** A parameter given to a method. */
typedef struct rapport_parameter {
    const char *name; /**< Its name. */
    const char *text; /**< The word; NULL for a number. */
    double number;    /**< The number. */
} rapport_parameter;

/** Options of a ranking. All zero, or NULL in place of the struct: parameters of the matrix, or else defaults. */
typedef struct rapport_ranking_options {
    uint32_t struct_size;                /**< Set by the caller to `sizeof(rapport_ranking_options)`. */
    uint32_t count;                      /**< How many parameters are given here. */
    const rapport_parameter *parameters; /**< They go over those of the matrix. */
} rapport_ranking_options;

/**
 * The method of a name.
 * @param[in] name such as "topsis"; may be NULL.
 * @return #RAPPORT_WSM and so on; 0 if no method is called so.
 */
RAPPORT_API int32_t rapport_method_find(const char *name);

/**
 * What a method is.
 * @param[in] method #RAPPORT_WSM and so on.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such method, or `out` is none.
 */
RAPPORT_API rapport_status rapport_method_get(int32_t method, rapport_method *out);

/**
 * A parameter of a method.
 * @param[in] method #RAPPORT_WSM and so on.
 * @param[in] parameter from 0.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such method or parameter, or `out` is none.
 */
RAPPORT_API rapport_status rapport_method_get_parameter(int32_t method, uint32_t parameter, rapport_method_parameter *out);

/**
 * A word that a parameter can be.
 * @param[in] method #RAPPORT_WSM and so on.
 * @param[in] parameter from 0.
 * @param[in] word from 0.
 * @return static text; NULL if there is no such method, parameter or word.
 */
RAPPORT_API const char *rapport_method_parameter_word(int32_t method, uint32_t parameter, uint32_t word);

/**
 * Ranks the candidates of a decision matrix. Deterministic to the last bit.
 *
 * A parameter is looked for in the options, then with the matrix (see rapport_candidates_set_text()), then its default holds.
 * The options may only have parameters of the method; with the matrix there may be those of other methods.
 * @param[in] candidates the matrix; borrowed: it must outlive the ranking and not change before.
 * @param[in] method #RAPPORT_WSM and so on.
 * @param[in] options may be NULL.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the ranking, owned by the caller.
 * @param[out] error detail, which names criterion and candidate; may be NULL.
 * @retval RAPPORT_OK `*out` is the ranking.
 * @retval RAPPORT_BAD_ARGUMENT there is no such method, the options are none, or something is NULL.
 * @retval RAPPORT_NOT_FOUND the method has no parameter of that name (in the options), or no method has (with the matrix).
 * @retval RAPPORT_BAD_VALUE a parameter is not of the right kind or out of range; a value is missing or an interval where the
 *   method needs a number, or one that the method cannot take; bounds are missing; all weights are 0.
 * @retval RAPPORT_LIMIT more than #RAPPORT_MAX_PAIRED candidates count, and the method compares every pair.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * For n candidates and m criteria O(n m + n log n); PROMETHEE O(n m log n); ELECTRE I O(n² m), ELECTRE III O(n² m + n³).
 */
RAPPORT_API rapport_status rapport_ranking_compute(const rapport_candidates *candidates, int32_t method,
                                                   const rapport_ranking_options *options, const rapport_allocator *allocator,
                                                   rapport_ranking **out, rapport_error *error);

/**
 * Frees a ranking.
 * @param[in] ranking may be NULL.
 */
RAPPORT_API void rapport_ranking_destroy(rapport_ranking *ranking);

/**
 * The matrix that was ranked.
 * @param[in] ranking the ranking.
 * @return borrowed.
 */
RAPPORT_API const rapport_candidates *rapport_ranking_candidates(const rapport_ranking *ranking);

/**
 * The method that ranked it.
 * @param[in] ranking the ranking.
 * @return #RAPPORT_WSM and so on.
 */
RAPPORT_API int32_t rapport_ranking_method(const rapport_ranking *ranking);

/**
 * The word that was used for a parameter of the method.
 * @param[in] ranking the ranking.
 * @param[in] parameter from 0.
 * @return static text; NULL if it is a number, or there is no such parameter.
 */
RAPPORT_API const char *rapport_ranking_text(const rapport_ranking *ranking, uint32_t parameter);

/**
 * The number that was used for a parameter of the method.
 * @param[in] ranking the ranking.
 * @param[in] parameter from 0.
 * @return the number; 0 if it is a word, or there is no such parameter.
 */
RAPPORT_API double rapport_ranking_number(const rapport_ranking *ranking, uint32_t parameter);

/**
 * Whether values are open, so that some candidates have no score but a lowest and a highest one.
 * @param[in] ranking the ranking.
 * @return 1 or 0.
 */
RAPPORT_API int32_t rapport_ranking_is_open(const rapport_ranking *ranking);

/**
 * What the ranking has for each candidate, in their order; 0 where rapport_ranking_get_value() says that there is nothing.
 * @param[in] ranking the ranking.
 * @param[in] what #RAPPORT_SCORE to #RAPPORT_CHOSEN.
 * @return borrowed, as many numbers as candidates; NULL if this ranking does not have it.
 */
RAPPORT_API const double *rapport_ranking_values(const rapport_ranking *ranking, int32_t what);

/**
 * What the ranking has for one candidate.
 * @param[in] ranking the ranking.
 * @param[in] what #RAPPORT_SCORE to #RAPPORT_CHOSEN.
 * @param[in] candidate its number.
 * @param[out] value the number.
 * @retval RAPPORT_OK `*value` is set.
 * @retval RAPPORT_UNDEFINED this ranking does not have it, the candidate is knocked out, or its score or rank is open.
 * @retval RAPPORT_BAD_ARGUMENT there is no such candidate or kind of number, or `value` is NULL.
 */
RAPPORT_API rapport_status rapport_ranking_get_value(const rapport_ranking *ranking, int32_t what, uint32_t candidate,
                                                     double *value);

/**
 * What the ranking has for a pair of candidates.
 * @param[in] ranking the ranking.
 * @param[in] what #RAPPORT_CONCORDANCE to #RAPPORT_RELATION.
 * @param[in] first the one whose strength it is.
 * @param[in] second the other one.
 * @param[out] value the number.
 * @retval RAPPORT_OK `*value` is set.
 * @retval RAPPORT_UNDEFINED this ranking does not have it, or one of them is knocked out.
 * @retval RAPPORT_BAD_ARGUMENT there is no such candidate or kind of number, or `value` is NULL.
 */
RAPPORT_API rapport_status rapport_ranking_get_pair(const rapport_ranking *ranking, int32_t what, uint32_t first,
                                                    uint32_t second, double *value);

/**
 * The candidates that count from the best to the worst: by rank or, where values are open, by best and then worst rank; those
 * that tie in the order of the matrix.
 * @param[in] ranking the ranking.
 * @param[out] order room for `capacity` candidates; may be NULL if that is 0.
 * @param[in] capacity how many fit.
 * @return how many there are; only the first `capacity` are written.
 */
RAPPORT_API uint32_t rapport_ranking_get_order(const rapport_ranking *ranking, uint32_t *order, uint32_t capacity);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
