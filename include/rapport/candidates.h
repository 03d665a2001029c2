/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_CANDIDATES_H
#define RAPPORT_CANDIDATES_H
/**
 * @file
 * @brief Possible partners and what they are compared by: the decision matrix.
 */
#include "rapport/score.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup candidates Candidates
 * A decision matrix: one row a candidate, one column a criterion, each with its weight and direction.
 * Weights, rankings and the analyses of how sure they are start from it. The matrix belongs to whoever created it; filling it
 * needs exclusive use, reading it does not. A value may be a number, an interval, or missing; missing is never a number.
 * @{
 */

/** Candidates, criteria and the values of the one on the other. */
typedef struct rapport_candidates rapport_candidates;

/** What there can be at the most. */
enum {
    RAPPORT_MAX_CRITERIA = 4096,       /**< Criteria of a decision matrix. */
    RAPPORT_MAX_CANDIDATES = 16777216, /**< Candidates of a decision matrix. */
    RAPPORT_MAX_VALUES = 268435456,    /**< Candidates times criteria. */
    RAPPORT_MAX_PAIRED = 1024,    /**< Candidates that count, where each is compared with each: PROMETHEE I, ELECTRE, SMAA. */
    RAPPORT_MAX_PARAMETERS = 256, /**< Parameters kept with a decision matrix. */
    RAPPORT_MAX_FILES = 65536     /**< Assessments that a document of candidates names. */
};

/** Which values of a criterion are better. */
enum {
    RAPPORT_MAXIMIZE = 0, /**< Large ones: a benefit. */
    RAPPORT_MINIMIZE = 1  /**< Small ones: a cost. */
};

/** How a difference on a criterion becomes a preference of 0..1 (Brans and Vincke 1985); d is how much better one is. */
enum {
    RAPPORT_PREFER_USUAL = 0,   /**< 1 if d > 0. */
    RAPPORT_PREFER_USHAPE = 1,  /**< 1 if d > q. */
    RAPPORT_PREFER_VSHAPE = 2,  /**< d / p up to p, then 1. */
    RAPPORT_PREFER_LEVEL = 3,   /**< 1/2 if d > q, 1 if d > p. */
    RAPPORT_PREFER_LINEAR = 4,  /**< (d - q) / (p - q) between q and p, then 1. */
    RAPPORT_PREFER_GAUSSIAN = 5 /**< 1 - exp(-d^2 / (2 s^2)). */
};

/** Which optional parts of a ::rapport_candidates_criterion are given. */
enum {
    RAPPORT_HAS_PREFERENCE = 1,    /**< `preference`, and of `preference_q`, `preference_p`, `preference_s` what it uses. */
    RAPPORT_HAS_THRESHOLDS = 2,    /**< `indifference` and `strict`. */
    RAPPORT_HAS_VETO = 4,          /**< `veto`. */
    RAPPORT_HAS_BOUNDS = 8,        /**< `lowest` and `highest`. */
    RAPPORT_HAS_IDEAL = 16,        /**< `ideal`. */
    RAPPORT_HAS_WEIGHT_BOUNDS = 32 /**< `weight_lowest` and `weight_highest`. */
};

/** What a value of the matrix is. */
enum {
    RAPPORT_VALUE_MISSING = 0, /**< Not known. */
    RAPPORT_VALUE_NUMBER = 1,  /**< A number. */
    RAPPORT_VALUE_INTERVAL = 2 /**< Somewhere from `low` to `high`. */
};

/** A criterion of a decision matrix. All zero after `struct_size` is a benefit of weight 0 without options. */
typedef struct rapport_candidates_criterion {
    uint32_t struct_size;  /**< Set by the caller to `sizeof(rapport_candidates_criterion)`. */
    int32_t direction;     /**< #RAPPORT_MAXIMIZE or #RAPPORT_MINIMIZE. */
    double weight;         /**< Relative to the others; 0, or 1e-12..1e12. */
    uint32_t has;          /**< #RAPPORT_HAS_PREFERENCE and so on, added. What is not given is 0. */
    int32_t preference;    /**< PROMETHEE: #RAPPORT_PREFER_USUAL to #RAPPORT_PREFER_GAUSSIAN. */
    double preference_q;   /**< Largest difference that does not matter, in the unit of the values; 0..1e100. */
    double preference_p;   /**< Smallest difference that matters fully; q < p, for vshape 0 < p. */
    double preference_s;   /**< Where the Gaussian bends; > 0. */
    double indifference;   /**< ELECTRE: q, 0..1e100. */
    double strict;         /**< ELECTRE: p, q..1e100. */
    double veto;           /**< ELECTRE: v, p..1e100. */
    double lowest;         /**< Lowest value that can be, for methods and analyses with fixed ends. */
    double highest;        /**< Highest value that can be; above `lowest`. */
    double ideal;          /**< Best value that can be, within the bounds. */
    double weight_lowest;  /**< Where weights are not known but drawn: the normalised one is at least this, 0..1. */
    double weight_highest; /**< And at most this, `weight_lowest`..1. */
    uint32_t importance;   /**< And its place in an order of importance, from 1, equal places not compared; 0: none. */
    uint32_t reserved;     /**< 0. */
} rapport_candidates_criterion;

/** A value of the matrix. */
typedef struct rapport_candidates_value {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_candidates_value)`. */
    int32_t kind;         /**< #RAPPORT_VALUE_MISSING, #RAPPORT_VALUE_NUMBER, #RAPPORT_VALUE_INTERVAL. */
    double low;           /**< The number, or the lower end; 0 where missing. -1e100..1e100. */
    double high;          /**< As `low` for a number, or the upper end; 0 where missing. */
} rapport_candidates_value;

/**
 * A new decision matrix without criteria and candidates.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the matrix, owned by the caller.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `*out` is the matrix.
 * @retval RAPPORT_BAD_ARGUMENT `out` is NULL or the allocator is incomplete.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_candidates_create(const rapport_allocator *allocator, rapport_candidates **out,
                                                     rapport_error *error);

/**
 * Frees a decision matrix.
 * @param[in] candidates may be NULL.
 */
RAPPORT_API void rapport_candidates_destroy(rapport_candidates *candidates);

/**
 * Adds a criterion. All criteria are added before the first candidate.
 * @param[in,out] candidates the matrix.
 * @param[in] id unique among criteria.
 * @param[in] criterion its weight, direction and options.
 * @param[out] index its number, from 0; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT the id or criterion is NULL, its struct_size is none, or there are candidates already.
 * @retval RAPPORT_BAD_VALUE something is not as described; the path names it.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_CRITERIA already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_candidates_add_criterion(rapport_candidates *candidates, const char *id,
                                                            const rapport_candidates_criterion *criterion, uint32_t *index,
                                                            rapport_error *error);

/**
 * Adds a candidate whose values are all missing.
 * @param[in,out] candidates the matrix.
 * @param[in] id unique among candidates; NULL for one without a name.
 * @param[out] index its number, from 0; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_VALUE the id is none.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_CANDIDATES or #RAPPORT_MAX_VALUES already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_candidates_add_candidate(rapport_candidates *candidates, const char *id, uint32_t *index,
                                                            rapport_error *error);

/**
 * Adds many candidates without names at once.
 * @param[in,out] candidates the matrix.
 * @param[in] count how many.
 * @param[in] values row by row, `count` times as many as there are criteria; -1e100..1e100.
 * @param[in] present one byte a value, 0 where it is missing (the value is then not looked at); NULL: all are there.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK they are added.
 * @retval RAPPORT_BAD_ARGUMENT `values` is NULL.
 * @retval RAPPORT_BAD_VALUE a value is out of range; the path names the first, such as `/candidates/2/values/0`.
 * @retval RAPPORT_LIMIT there would be more than #RAPPORT_MAX_CANDIDATES or #RAPPORT_MAX_VALUES.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_candidates_add_rows(rapport_candidates *candidates, uint32_t count, const double *values,
                                                       const uint8_t *present, rapport_error *error);

/**
 * Sets a value to an interval or a number (low = high); replaces what was there.
 * @param[in,out] candidates the matrix.
 * @param[in] candidate its number.
 * @param[in] criterion its number.
 * @param[in] low lower end, -1e100..1e100.
 * @param[in] high upper end, low..1e100.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such candidate or criterion.
 * @retval RAPPORT_BAD_VALUE an end is out of range.
 */
RAPPORT_API rapport_status rapport_candidates_set_value(rapport_candidates *candidates, uint32_t candidate, uint32_t criterion,
                                                        double low, double high, rapport_error *error);

/**
 * Replaces the weights of all criteria, for instance by those that a method found.
 * @param[in,out] candidates the matrix.
 * @param[in] weights one a criterion; each 0 or 1e-12..1e12.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK they are set.
 * @retval RAPPORT_BAD_ARGUMENT `weights` is NULL.
 * @retval RAPPORT_BAD_VALUE a weight is out of range; the path names it.
 */
RAPPORT_API rapport_status rapport_candidates_set_weights(rapport_candidates *candidates, const double *weights,
                                                          rapport_error *error);

/**
 * Knocks a candidate out before any ranking, and says why: it stays in the matrix, has no score and no rank, and is compared
 * with nobody.
 * @param[in,out] candidates the matrix.
 * @param[in] candidate its number.
 * @param[in] reason UTF-8, NUL-terminated, such as the id of a gate; NULL takes it in again.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is done.
 * @retval RAPPORT_BAD_ARGUMENT there is no such candidate.
 * @retval RAPPORT_BAD_VALUE the reason is not UTF-8.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_candidates_set_excluded(rapport_candidates *candidates, uint32_t candidate,
                                                           const char *reason, rapport_error *error);

/**
 * Adds a candidate from its assessment: its joint values at a level of the criteria tree.
 *
 * The first one makes the criteria: the nodes of the model that count, at that level, and the criteria above it that have no
 * such nodes below them; their weights are their shares, large values are better, and the bounds are 0 and 100. All later ones
 * must be under a model of the same fingerprint. A joint value that is complete is a number; one that is not, or is missing,
 * the interval of its bounds; one that does not apply or is withheld is missing. Who breaches a gate that fails is knocked out,
 * and the gates are the reason. The result is not needed afterwards.
 * @param[in,out] candidates the matrix, without criteria of its own.
 * @param[in] id unique among candidates.
 * @param[in] result a computed result.
 * @param[in] level 1 for the root's children, and so on; 0 for the criteria. The same for all candidates.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT the id is NULL, nothing is computed, or there are criteria of another kind or level.
 * @retval RAPPORT_BAD_VALUE the id is none, the level is above #RAPPORT_MAX_DEPTH, or the model has another fingerprint.
 * @retval RAPPORT_DUPLICATE the id is taken.
 * @retval RAPPORT_LIMIT there are more than #RAPPORT_MAX_CRITERIA nodes, or #RAPPORT_MAX_CANDIDATES candidates.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_candidates_add_result(rapport_candidates *candidates, const char *id,
                                                         const rapport_result *result, uint32_t level, rapport_error *error);

/**
 * Notes that the assessment of a candidate is in a file, which the host fetches: the library reads none. See
 * rapport_candidates_add_result().
 * @param[in,out] candidates the matrix.
 * @param[in] file its path, 1 to 4096 bytes of UTF-8.
 * @param[in] id of the candidate; NULL for the id of the assessment.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is noted.
 * @retval RAPPORT_BAD_ARGUMENT the file is NULL.
 * @retval RAPPORT_BAD_VALUE the file or id is none.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_FILES already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_candidates_add_file(rapport_candidates *candidates, const char *file, const char *id,
                                                       rapport_error *error);

/**
 * Notes at which level assessments are to be compared.
 * @param[in,out] candidates the matrix.
 * @param[in] level 1 for the root's children, and so on; 0 for the criteria.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is noted.
 * @retval RAPPORT_BAD_VALUE it is above #RAPPORT_MAX_DEPTH.
 */
RAPPORT_API rapport_status rapport_candidates_set_level(rapport_candidates *candidates, uint32_t level, rapport_error *error);

/**
 * At which level assessments are to be compared.
 * @param[in] candidates the matrix.
 * @return the level; 0 for the criteria.
 */
RAPPORT_API uint32_t rapport_candidates_level(const rapport_candidates *candidates);

/**
 * Number of files with assessments.
 * @param[in] candidates the matrix.
 * @return how many were noted.
 */
RAPPORT_API uint32_t rapport_candidates_count_files(const rapport_candidates *candidates);

/**
 * The path of a file with an assessment.
 * @param[in] candidates the matrix.
 * @param[in] file from 0.
 * @return borrowed text; NULL if there is no such file.
 */
RAPPORT_API const char *rapport_candidates_file(const rapport_candidates *candidates, uint32_t file);

/**
 * The id that the candidate of a file is to have.
 * @param[in] candidates the matrix.
 * @param[in] file from 0.
 * @return borrowed text; NULL for the id of the assessment, or if there is no such file.
 */
RAPPORT_API const char *rapport_candidates_file_id(const rapport_candidates *candidates, uint32_t file);

/**
 * Keeps a parameter of methods with the matrix, as text; replaces one of that name. What it means is for the method to say
 * that looks for it.
 * @param[in,out] candidates the matrix.
 * @param[in] name an id, such as "normalization".
 * @param[in] text UTF-8, NUL-terminated, 1 to 64 bytes.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is kept.
 * @retval RAPPORT_BAD_ARGUMENT the name or text is NULL.
 * @retval RAPPORT_BAD_VALUE the name is no id, or the text is too long or not UTF-8.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_PARAMETERS already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_candidates_set_text(rapport_candidates *candidates, const char *name, const char *text,
                                                       rapport_error *error);

/**
 * Keeps a parameter of methods with the matrix, as a number; replaces one of that name.
 * @param[in,out] candidates the matrix.
 * @param[in] name an id, such as "lambda".
 * @param[in] number -1e100..1e100.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is kept.
 * @retval RAPPORT_BAD_ARGUMENT the name is NULL.
 * @retval RAPPORT_BAD_VALUE the name is no id, or the number out of range.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_PARAMETERS already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_candidates_set_number(rapport_candidates *candidates, const char *name, double number,
                                                         rapport_error *error);

/**
 * Number of parameters kept with the matrix.
 * @param[in] candidates the matrix.
 * @return how many.
 */
RAPPORT_API uint32_t rapport_candidates_count_parameters(const rapport_candidates *candidates);

/**
 * Name of a parameter, in the order in which the names came.
 * @param[in] candidates the matrix.
 * @param[in] parameter from 0.
 * @return borrowed text; NULL if there is no such parameter.
 */
RAPPORT_API const char *rapport_candidates_parameter_name(const rapport_candidates *candidates, uint32_t parameter);

/**
 * A parameter that is text.
 * @param[in] candidates the matrix.
 * @param[in] name of the parameter.
 * @return borrowed text; NULL if there is no such parameter, or it is a number.
 */
RAPPORT_API const char *rapport_candidates_get_text(const rapport_candidates *candidates, const char *name);

/**
 * A parameter that is a number.
 * @param[in] candidates the matrix.
 * @param[in] name of the parameter.
 * @param[out] number its value.
 * @retval RAPPORT_OK `*number` is set.
 * @retval RAPPORT_NOT_FOUND there is no such parameter, or it is text.
 * @retval RAPPORT_BAD_ARGUMENT `number` is NULL.
 */
RAPPORT_API rapport_status rapport_candidates_get_number(const rapport_candidates *candidates, const char *name,
                                                         double *number);

/**
 * Number of criteria.
 * @param[in] candidates the matrix.
 * @return how many.
 */
RAPPORT_API uint32_t rapport_candidates_count_criteria(const rapport_candidates *candidates);

/**
 * Number of candidates, those knocked out included.
 * @param[in] candidates the matrix.
 * @return how many.
 */
RAPPORT_API uint32_t rapport_candidates_count(const rapport_candidates *candidates);

/**
 * The criterion with an id.
 * @param[in] candidates the matrix.
 * @param[in] id NUL-terminated.
 * @return its number, or #RAPPORT_NONE.
 */
RAPPORT_API uint32_t rapport_candidates_find_criterion(const rapport_candidates *candidates, const char *id);

/**
 * The candidate with an id.
 * @param[in] candidates the matrix.
 * @param[in] id NUL-terminated.
 * @return its number, or #RAPPORT_NONE.
 */
RAPPORT_API uint32_t rapport_candidates_find(const rapport_candidates *candidates, const char *id);

/**
 * Id of a criterion.
 * @param[in] candidates the matrix.
 * @param[in] criterion its number.
 * @return borrowed text; NULL if there is no such criterion.
 */
RAPPORT_API const char *rapport_candidates_criterion_id(const rapport_candidates *candidates, uint32_t criterion);

/**
 * Id of a candidate.
 * @param[in] candidates the matrix.
 * @param[in] candidate its number.
 * @return borrowed text, "" for one without a name; NULL if there is no such candidate.
 */
RAPPORT_API const char *rapport_candidates_id(const rapport_candidates *candidates, uint32_t candidate);

/**
 * Why a candidate is knocked out.
 * @param[in] candidates the matrix.
 * @param[in] candidate its number.
 * @return borrowed text; NULL if it is not knocked out, or there is no such candidate.
 */
RAPPORT_API const char *rapport_candidates_excluded(const rapport_candidates *candidates, uint32_t candidate);

/**
 * A criterion as it was given.
 * @param[in] candidates the matrix.
 * @param[in] criterion its number.
 * @param[in,out] out with its `struct_size` set; filled.
 * @retval RAPPORT_OK it is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such criterion, or `out` is none.
 */
RAPPORT_API rapport_status rapport_candidates_get_criterion(const rapport_candidates *candidates, uint32_t criterion,
                                                            rapport_candidates_criterion *out);

/**
 * A value of the matrix.
 * @param[in] candidates the matrix.
 * @param[in] candidate its number.
 * @param[in] criterion its number.
 * @param[in,out] out with its `struct_size` set; filled.
 * @retval RAPPORT_OK it is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such candidate or criterion, or `out` is none.
 */
RAPPORT_API rapport_status rapport_candidates_get_value(const rapport_candidates *candidates, uint32_t candidate,
                                                        uint32_t criterion, rapport_candidates_value *out);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
