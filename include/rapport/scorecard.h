/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SCORECARD_H
#define RAPPORT_SCORECARD_H
/**
 * @file
 * @brief ERPNext's supplier scorecards: their own arithmetic, Rapport's, and where and why the two differ.
 */
#include "rapport/score.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup scorecard ERPNext scorecards
 * A scorecard has criteria with formulas, standings and periods. It is filled by calls, or from a document by
 * rapport_scorecard_read(), and computed in both ways at once. `docs/erpnext.md` states both arithmetics and every difference.
 *
 * Names of ERPNext are texts of up to 1000 bytes of UTF-8; strings that go in are copied, texts that come out are borrowed from
 * the scorecard. A change makes it not computed again.
 * @{
 */

/** A supplier scorecard with its periods. */
typedef struct rapport_scorecard rapport_scorecard;

/** Whose arithmetic. */
enum {
    RAPPORT_OURS = 0,   /**< Rapport's: what is missing is missing, weights are relative, the top standing is closed. */
    RAPPORT_ERPNEXT = 1 /**< ERPNext's own, to the last bit. */
};

/** Bounds of what is taken. */
enum {
    RAPPORT_MAX_FORMULA = 2048,            /**< Bytes of a formula or weighting function. */
    RAPPORT_MAX_FORMULA_DEPTH = 64,        /**< Operators, or values, that wait for others in a formula. */
    RAPPORT_MAX_STANDINGS = 256,           /**< Standings of a scorecard. */
    RAPPORT_MAX_PERIODS = 10000,           /**< Periods of a scorecard. */
    RAPPORT_MAX_SCORECARD_CRITERIA = 1000, /**< Criteria of a scorecard, or of a period. */
    RAPPORT_MAX_VARIABLES = 1000           /**< Variables of a period. */
};

/** In what the two arithmetics differ, or the document differs from what it would be. Values are never reused. */
enum {
    RAPPORT_DIFFERS_SCORE = 1,      /**< The score. */
    RAPPORT_DIFFERS_STANDING = 2,   /**< The standing. */
    RAPPORT_DIFFERS_NO_HISTORY = 3, /**< Without a weighted period ERPNext gives 100; here there is no score. */
    RAPPORT_DIFFERS_TOP_OPEN = 4,   /**< No standing of ERPNext's holds its score; ours is closed at the top. */
    RAPPORT_DIFFERS_ROUNDED = 5,    /**< ERPNext rounds the score to one decimal before it looks up the standing. */
    RAPPORT_DIFFERS_WEIGHTS = 6,    /**< ERPNext refuses weights whose sum is not exactly 100; here they are relative. */
    RAPPORT_DIFFERS_STANDINGS = 7,  /**< ERPNext refuses standings that overlap or leave a hole. */
    RAPPORT_DIFFERS_MISSING = 8,    /**< A variable without a value counts as 0 in ERPNext; here it is missing. */
    RAPPORT_DIFFERS_VARIABLE = 9,   /**< ERPNext rounds variables to two decimals before a formula sees them. */
    RAPPORT_DIFFERS_MAX_SCORE = 10, /**< ERPNext adds scores as they are, whatever their maximum; here they are shares of it. */
    RAPPORT_DIFFERS_FORMULA = 11,   /**< ERPNext refuses a formula that cannot be solved; here the criterion is missing. */
    RAPPORT_DIFFERS_WEIGHTING = 12, /**< The weighting function gives a period no usable weight. */
    RAPPORT_DIFFERS_STORED_SCORE = 13,    /**< A criterion's score in the document is not what its formula gives. */
    RAPPORT_DIFFERS_STORED_TOTAL = 14,    /**< A period's total in the document is not the sum of its criteria. */
    RAPPORT_DIFFERS_STORED_SUPPLIER = 15, /**< The supplier's score in the document is not what its periods give. */
    RAPPORT_DIFFERS_STORED_STANDING = 16, /**< The status in the document is not the standing of its score. */
    RAPPORT_DIFFERS_CRITERIA = 17,        /**< A period was scored by other criteria than the newest: not the same question. */
    RAPPORT_DIFFERS_NO_SCALE = 18,        /**< A maximum score that is not in 1e-12..1e12: nothing is a share of it. */
    RAPPORT_DIFFERS_END                   /**< One past the last; not a difference. */
};

/** Which numbers of a scorecard's structs exist. */
enum {
    RAPPORT_HAS_ERPNEXT = 1,       /**< ERPNext's number. */
    RAPPORT_HAS_OURS = 2,          /**< Ours. */
    RAPPORT_HAS_STORED = 4,        /**< The number in the document. */
    RAPPORT_HAS_PERIOD_WEIGHT = 8, /**< The weight of a period: it is submitted and both could weigh it. */
    RAPPORT_HAS_OUR_BOUNDS = 16    /**< Coverage and bounds. */
};

/** What a scorecard comes to in one arithmetic. */
typedef struct rapport_scorecard_outcome {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_scorecard_outcome)`. */
    int32_t arithmetic;   /**< As asked for. */
    int32_t has_score;    /**< 1 if there is a score. */
    int32_t refused;   /**< ERPNext: why it would refuse the scorecard, #RAPPORT_DIFFERS_WEIGHTS and so on; 0 if it does not. */
    uint32_t standing; /**< The standing of the score; #RAPPORT_NONE without one. */
    uint32_t periods;  /**< Periods with a score and a weight above 0. */
    double score;      /**< 0..100 in ours; any finite number in ERPNext's, rounded to one decimal. */
    double unrounded;  /**< The same before it is rounded; ours is never rounded. */
    double coverage;   /**< Ours: share of the weight that is known, 0..1. */
    double lower;      /**< Ours: the score with everything missing at 0. */
    double upper;      /**< Ours: the score with everything missing at 100. */
} rapport_scorecard_outcome;

/** What one period comes to. */
typedef struct rapport_scorecard_period {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_scorecard_period)`. */
    uint32_t has;         /**< #RAPPORT_HAS_ERPNEXT and so on, added. */
    int32_t docstatus;    /**< 0 draft, 1 submitted, 2 cancelled; only submitted periods count. */
    uint32_t number;      /**< 0 for the newest submitted one, then up; #RAPPORT_NONE for others. */
    double erpnext_total; /**< Its total as ERPNext weighs it: the stored one if there is one. */
    double stored_total;  /**< As in the document. */
    double erpnext_score; /**< What the weighting function makes of the total. */
    double weight;        /**< What it makes of 100, over 100; ERPNext's weight, and ours where it is usable. */
    double our_weight;    /**< The weight in ours. */
    double our_score;     /**< The period's score in ours, 0..100. */
    double coverage;      /**< 0..1. */
    double lower;         /**< Points. */
    double upper;         /**< Points. */
} rapport_scorecard_period;

/** What one criterion of a period comes to. */
typedef struct rapport_scorecard_criterion {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_scorecard_criterion)`. */
    uint32_t has;         /**< #RAPPORT_HAS_ERPNEXT, #RAPPORT_HAS_OURS, #RAPPORT_HAS_STORED, added. */
    double weight;        /**< As entered. */
    double max_score;     /**< As entered. */
    double erpnext_score; /**< min(max_score, max(0, formula)), or the stored one where there is no formula. */
    double stored_score;  /**< As in the document. */
    double our_points;    /**< 0..100. */
} rapport_scorecard_criterion;

/** One difference. */
typedef struct rapport_scorecard_difference {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_scorecard_difference)`. */
    int32_t kind;         /**< #RAPPORT_DIFFERS_SCORE and so on. */
    uint32_t period;      /**< Where; #RAPPORT_NONE for the scorecard as a whole. */
    uint32_t criterion;   /**< Where; #RAPPORT_NONE for the period as a whole. */
    uint32_t variable;    /**< Which variable of the period; #RAPPORT_NONE if it is about none. */
    uint32_t has;         /**< #RAPPORT_HAS_ERPNEXT, #RAPPORT_HAS_OURS. */
    double erpnext;       /**< ERPNext's number; of what is stored, the document's. */
    double ours;          /**< Our number; of what is stored, the recomputed one. */
} rapport_scorecard_difference;

/**
 * Makes an empty scorecard.
 * @param[in] supplier whose it is; 1 to 1000 bytes.
 * @param[in] weighting the weighting function, an expression over `{total_score}`, `{period_number}` and variables; NULL for
 * ERPNext's default, `{total_score} * max( 0, min ( 1 , (12 - {period_number}) / 12) )`.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the scorecard, owned by the caller.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `*out` is set.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, or the allocator lacks a function.
 * @retval RAPPORT_BAD_VALUE the name is no text, or the function is not readable.
 * @retval RAPPORT_LIMIT the function is longer than #RAPPORT_MAX_FORMULA.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_scorecard_create(const char *supplier, const char *weighting,
                                                    const rapport_allocator *allocator, rapport_scorecard **out,
                                                    rapport_error *error);

/**
 * Frees a scorecard.
 * @param[in] scorecard may be NULL.
 */
RAPPORT_API void rapport_scorecard_destroy(rapport_scorecard *scorecard);

/**
 * Sets what the document says its score is, to be held against what it comes to.
 * @param[in,out] scorecard the scorecard.
 * @param[in] has_score 1 if there is a score.
 * @param[in] score finite.
 * @param[in] status the standing that the document names; NULL if it names none.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_VALUE the score is not finite, or the status no text.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_scorecard_set_stored(rapport_scorecard *scorecard, int32_t has_score, double score,
                                                        const char *status, rapport_error *error);

/**
 * Adds a standing.
 * @param[in,out] scorecard the scorecard.
 * @param[in] name its name.
 * @param[in] min_grade lower end, finite; 0 is no end, as in ERPNext.
 * @param[in] max_grade upper end, finite; 0 is no end, as in ERPNext.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT the name is NULL.
 * @retval RAPPORT_BAD_VALUE the name is no text, or a number is not finite.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_STANDINGS already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_scorecard_add_standing(rapport_scorecard *scorecard, const char *name, double min_grade,
                                                          double max_grade, rapport_error *error);

/**
 * Adds a period. Those with the latest end come first; of the same end, those that were added first.
 * @param[in,out] scorecard the scorecard.
 * @param[in] name its name.
 * @param[in] end_date YYYY-MM-DD.
 * @param[in] docstatus 0 draft, 1 submitted, 2 cancelled.
 * @param[out] period its index; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT the name or date is NULL.
 * @retval RAPPORT_BAD_VALUE the name is no text, the date no day, or the status none.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_PERIODS already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_scorecard_add_period(rapport_scorecard *scorecard, const char *name, const char *end_date,
                                                        int32_t docstatus, uint32_t *period, rapport_error *error);

/**
 * Sets the total that ERPNext stored with a period: it is what ERPNext weighs.
 * @param[in,out] scorecard the scorecard.
 * @param[in] period its index.
 * @param[in] total finite.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such period.
 * @retval RAPPORT_BAD_VALUE the total is not finite.
 */
RAPPORT_API rapport_status rapport_scorecard_set_total(rapport_scorecard *scorecard, uint32_t period, double total,
                                                       rapport_error *error);

/**
 * Adds a criterion to a period, or to the scorecard itself.
 * @param[in,out] scorecard the scorecard.
 * @param[in] period its index; #RAPPORT_NONE for the scorecard itself, where only weights are looked at.
 * @param[in] name its name.
 * @param[in] weight 0, or 1e-12 to 1e12.
 * @param[in] max_score finite.
 * @param[in] formula an expression over the period's `{variables}`; NULL for none.
 * @param[out] criterion its index in the period; may be NULL.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT there is no such period, or the name is NULL.
 * @retval RAPPORT_BAD_VALUE a number is out of range, the name is no text, or the formula is not readable: the message says
 * where.
 * @retval RAPPORT_LIMIT the formula is longer than #RAPPORT_MAX_FORMULA, or there are #RAPPORT_MAX_SCORECARD_CRITERIA already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_scorecard_add_criterion(rapport_scorecard *scorecard, uint32_t period, const char *name,
                                                           double weight, double max_score, const char *formula,
                                                           uint32_t *criterion, rapport_error *error);

/**
 * Sets the score that ERPNext stored with a criterion of a period; without a formula it is the score.
 * @param[in,out] scorecard the scorecard.
 * @param[in] period its index.
 * @param[in] criterion its index in the period.
 * @param[in] score finite.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such period or criterion.
 * @retval RAPPORT_BAD_VALUE the score is not finite.
 */
RAPPORT_API rapport_status rapport_scorecard_set_score(rapport_scorecard *scorecard, uint32_t period, uint32_t criterion,
                                                       double score, rapport_error *error);

/**
 * Adds a variable to a period. Of two with the same name the first one holds, as in ERPNext.
 * @param[in,out] scorecard the scorecard.
 * @param[in] period its index.
 * @param[in] name letters, digits and underscores.
 * @param[in] has_value 0 if it has no value: ERPNext takes 0, we take it as missing.
 * @param[in] value finite.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is added.
 * @retval RAPPORT_BAD_ARGUMENT there is no such period, or the name is NULL.
 * @retval RAPPORT_BAD_VALUE the name is none, or the value not finite.
 * @retval RAPPORT_LIMIT there are #RAPPORT_MAX_VARIABLES already.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_scorecard_add_variable(rapport_scorecard *scorecard, uint32_t period, const char *name,
                                                          int32_t has_value, double value, rapport_error *error);

/**
 * Computes the scorecard in both arithmetics and lists the differences.
 *
 * Ours is a model (rapport_scorecard_model()) for each period: criteria on number scales from 0 to their maximum score, weights
 * as entered, standings as bands; what the formulas give are facts. The score is the mean of the periods by their weights.
 * @param[in,out] scorecard the scorecard; after a failure it is not computed.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK it is computed, whether or not there are scores.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * O(c log v) for c bytes of all formulas and v variables of a period, and as many models as there are submitted periods.
 * @par Source
 * The doctypes Supplier Scorecard and Supplier Scorecard Period of ERPNext; docs/erpnext.md.
 */
RAPPORT_API rapport_status rapport_scorecard_compute(rapport_scorecard *scorecard, rapport_error *error);

/**
 * Whose scorecard it is.
 * @param[in] scorecard the scorecard.
 * @return borrowed text.
 */
RAPPORT_API const char *rapport_scorecard_supplier(const rapport_scorecard *scorecard);

/**
 * What the document names as the standing.
 * @param[in] scorecard the scorecard.
 * @return borrowed text; NULL if it names none.
 */
RAPPORT_API const char *rapport_scorecard_status(const rapport_scorecard *scorecard);

/**
 * Our model of the newest submitted period.
 * @param[in] scorecard the scorecard.
 * @return borrowed, good until the scorecard is changed or computed again; NULL if it is not computed, or no period can be one.
 */
RAPPORT_API const rapport_model *rapport_scorecard_model(const rapport_scorecard *scorecard);

/**
 * What the scorecard comes to.
 * @param[in] scorecard the scorecard, computed.
 * @param[in] arithmetic #RAPPORT_OURS or #RAPPORT_ERPNEXT.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT it is not computed, there is no such arithmetic, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_scorecard_get_outcome(const rapport_scorecard *scorecard, int32_t arithmetic,
                                                         rapport_scorecard_outcome *out);

/**
 * Number of standings.
 * @param[in] scorecard the scorecard.
 * @return how many.
 */
RAPPORT_API uint32_t rapport_scorecard_count_standings(const rapport_scorecard *scorecard);

/**
 * Name of a standing.
 * @param[in] scorecard the scorecard.
 * @param[in] standing its index.
 * @return borrowed text; NULL if there is no such standing.
 */
RAPPORT_API const char *rapport_scorecard_standing_name(const rapport_scorecard *scorecard, uint32_t standing);

/**
 * Number of periods, submitted or not.
 * @param[in] scorecard the scorecard.
 * @return how many.
 */
RAPPORT_API uint32_t rapport_scorecard_count_periods(const rapport_scorecard *scorecard);

/**
 * Name of a period.
 * @param[in] scorecard the scorecard.
 * @param[in] period its index.
 * @return borrowed text; NULL if there is no such period.
 */
RAPPORT_API const char *rapport_scorecard_period_name(const rapport_scorecard *scorecard, uint32_t period);

/**
 * Last day of a period.
 * @param[in] scorecard the scorecard.
 * @param[in] period its index.
 * @return borrowed text, YYYY-MM-DD; NULL if there is no such period.
 */
RAPPORT_API const char *rapport_scorecard_period_end(const rapport_scorecard *scorecard, uint32_t period);

/**
 * What a period comes to.
 * @param[in] scorecard the scorecard, computed.
 * @param[in] period its index.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT it is not computed, there is no such period, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_scorecard_get_period(const rapport_scorecard *scorecard, uint32_t period,
                                                        rapport_scorecard_period *out);

/**
 * Number of criteria of a period, or of the scorecard itself.
 * @param[in] scorecard the scorecard.
 * @param[in] period its index; #RAPPORT_NONE for the scorecard itself.
 * @return how many; 0 if there is no such period.
 */
RAPPORT_API uint32_t rapport_scorecard_count_criteria(const rapport_scorecard *scorecard, uint32_t period);

/**
 * Name of a criterion.
 * @param[in] scorecard the scorecard.
 * @param[in] period its index; #RAPPORT_NONE for the scorecard itself.
 * @param[in] criterion its index in the period.
 * @return borrowed text; NULL if there is no such criterion.
 */
RAPPORT_API const char *rapport_scorecard_criterion_name(const rapport_scorecard *scorecard, uint32_t period,
                                                         uint32_t criterion);

/**
 * What a criterion of a period comes to.
 * @param[in] scorecard the scorecard, computed.
 * @param[in] period its index.
 * @param[in] criterion its index in the period.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT it is not computed, there is no such criterion, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_scorecard_get_criterion(const rapport_scorecard *scorecard, uint32_t period,
                                                           uint32_t criterion, rapport_scorecard_criterion *out);

/**
 * Name of a variable.
 * @param[in] scorecard the scorecard.
 * @param[in] period the period's index.
 * @param[in] variable its index in the period.
 * @return borrowed text; NULL if there is no such variable.
 */
RAPPORT_API const char *rapport_scorecard_variable_name(const rapport_scorecard *scorecard, uint32_t period, uint32_t variable);

/**
 * Number of differences, in the order of the scorecard, then of its periods as they were added.
 * @param[in] scorecard the scorecard.
 * @return how many; 0 if it is not computed.
 */
RAPPORT_API uint32_t rapport_scorecard_count_differences(const rapport_scorecard *scorecard);

/**
 * A difference.
 * @param[in] scorecard the scorecard, computed.
 * @param[in] index from 0.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such difference, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_scorecard_get_difference(const rapport_scorecard *scorecard, uint32_t index,
                                                            rapport_scorecard_difference *out);

/**
 * The word for a kind of difference, as documents use it.
 * @param[in] kind #RAPPORT_DIFFERS_SCORE and so on.
 * @return a static string such as "missing-variable"; NULL if there is no such kind.
 */
RAPPORT_API const char *rapport_scorecard_difference_name(int32_t kind);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
