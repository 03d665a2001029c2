/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_MEASURE_H
#define RAPPORT_MEASURE_H
/**
 * @file
 * @brief The measures of an assessment: numbers, names and patterns.
 */
#include "rapport/benefit.h"
#include "rapport/ledger.h"
#include "rapport/score.h"
#include "rapport/strategy.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup measured Measures of an assessment
 * What the measures over arrays (@ref measures) give for the amounts, skills and ledger of an assessment. They are computed
 * with the result; docs/measures.md says what each means, and what it is made from.
 * @{
 */

/** Measures; the first four are #RAPPORT_NET_BENEFIT to #RAPPORT_SKILL_COVERAGE, which gates may ask for. */
enum {
    RAPPORT_MEASURE_SURPLUS = 5,              /**< Sum of the net benefits. */
    RAPPORT_MEASURE_GAIN = 6,                 /**< #RAPPORT_WIN_WIN, #RAPPORT_WIN_LOSE or #RAPPORT_LOSE_LOSE. */
    RAPPORT_MEASURE_WORST_BENEFIT = 7,        /**< Net benefit of the worst-off party. */
    RAPPORT_MEASURE_NASH_PRODUCT = 8,         /**< n-th root of the product of the net benefits. */
    RAPPORT_MEASURE_SYNERGY = 9,              /**< What they achieve together beyond what they would alone, relative to that. */
    RAPPORT_MEASURE_JAIN = 10,                /**< Jain's index of the benefits. */
    RAPPORT_MEASURE_JAIN_RESCALED = 11,       /**< The same stretched to 0..1. */
    RAPPORT_MEASURE_SMALLEST_TO_LARGEST = 12, /**< Smallest benefit / largest benefit. */
    RAPPORT_MEASURE_BURDEN_BALANCE = 13,      /**< Balance of the burdens. */
    RAPPORT_MEASURE_EQUITY = 14,              /**< Lowest / highest ratio of benefit share to contribution share. */
    RAPPORT_MEASURE_EQUITY_RATIO = 15,        /**< Benefit share / contribution share. */
    RAPPORT_MEASURE_COVERAGE_ALONE = 16,      /**< Coverage of the required skills by the party alone. */
    RAPPORT_MEASURE_SKILL_NEED = 17,          /**< Coverage of all - coverage of the best alone. */
    RAPPORT_MEASURE_SKILL_SHAPLEY = 18,       /**< Shapley value: what the party adds to the coverage. */
    RAPPORT_MEASURE_SKILL_DISTANCE = 19,      /**< Part of the skills that the two do not share. */
    RAPPORT_MEASURE_SKILL_COSINE = 20,        /**< Cosine of their skills. */
    RAPPORT_MEASURE_SKILL_FIT = 21,           /**< 1 at the optimum distance. */
    RAPPORT_MEASURE_UNIQUENESS = 22,       /**< 1 / holders of each skill that the parties hold, rivals included, weighted. */
    RAPPORT_MEASURE_WORK_BEYOND = 23,      /**< Share of the work whose party has less than the required level. */
    RAPPORT_MEASURE_WORK_FOCUS = 24,       /**< Skill at work / skill if the best party did every task. */
    RAPPORT_MEASURE_ALIGNMENT_NOW = 25,    /**< Mean overlap of the aims of all pairs. */
    RAPPORT_MEASURE_OVERLAP_NOW = 26,      /**< Overlap of the aims of two parties. */
    RAPPORT_MEASURE_TRANSPARENCY_NOW = 27, /**< Mean overlap of beliefs with what is stated. */
    RAPPORT_MEASURE_KNOWN_NOW = 28,        /**< Overlap of what one believes the other to want with what that states. */
    RAPPORT_MEASURE_ALIGNMENT_FUTURE = 29, /**< As #RAPPORT_MEASURE_ALIGNMENT_NOW. */
    RAPPORT_MEASURE_OVERLAP_FUTURE = 30,   /**< As #RAPPORT_MEASURE_OVERLAP_NOW. */
    RAPPORT_MEASURE_TRANSPARENCY_FUTURE = 31,  /**< As #RAPPORT_MEASURE_TRANSPARENCY_NOW. */
    RAPPORT_MEASURE_KNOWN_FUTURE = 32,         /**< As #RAPPORT_MEASURE_KNOWN_NOW. */
    RAPPORT_MEASURE_SHARED_VISION = 33,        /**< Least over the parties of mean times agreement. */
    RAPPORT_MEASURE_BOLDNESS = 34,             /**< (target - today) / (feasible - today). */
    RAPPORT_MEASURE_HORIZON_OVERLAP = 35,      /**< Shortest horizon / longest. */
    RAPPORT_MEASURE_TRIAD = 36,                /**< Geometric mean of vision, leadership and strategy. */
    RAPPORT_MEASURE_TRIAD_LOWEST = 37,         /**< Points of the lowest of the three. */
    RAPPORT_MEASURE_HARMONY = 38,              /**< 1 - (largest - least) / 100. */
    RAPPORT_MEASURE_EVENNESS = 39,             /**< Of vision and leadership. */
    RAPPORT_MEASURE_SERVED = 40,               /**< Share of the goals' weight that a strategy serves. */
    RAPPORT_MEASURE_BACKED = 41,               /**< Share of it with a strategy that has a ready action. */
    RAPPORT_MEASURE_STRATEGIES_ACTED = 42,     /**< Share of the strategies that have an action. */
    RAPPORT_MEASURE_ACTIONS_READY = 43,        /**< Share of the actions with owner, date and measure. */
    RAPPORT_MEASURE_COALITION = 44,            /**< Least share of key roles held by committed people, times agreement. */
    RAPPORT_MEASURE_COALITION_SHARE = 45,      /**< Share of the party's key roles. */
    RAPPORT_MEASURE_DECISION_SPEED = 46,       /**< Share of the decisions that were made in time. */
    RAPPORT_MEASURE_DECISION_ACCURACY = 47,    /**< Share that was not reversed. */
    RAPPORT_MEASURE_DECISIONS = 48,            /**< Harmonic mean of the two. */
    RAPPORT_MEASURE_PLAN_MEAN = 49,            /**< Mean payoff of the plan. */
    RAPPORT_MEASURE_PLAN_MINIMUM = 50,         /**< Least payoff. */
    RAPPORT_MEASURE_PLAN_REGRET = 51,          /**< Largest regret. */
    RAPPORT_MEASURE_CHAIN_REACH = 52,          /**< Weighted share of the stages with joint work. */
    RAPPORT_MEASURE_PRICE_DOMINANCE = 53,      /**< Share of price among what is talked about. */
    RAPPORT_MEASURE_JOINT_DEPENDENCE = 54,     /**< Sum of both dependences. */
    RAPPORT_MEASURE_DEPENDENCE_ASYMMETRY = 55, /**< How much more the first depends than the second. */
    RAPPORT_MEASURE_MUTUAL_TRUST = 56,         /**< Mean over the pairs of the lower of the two trusts. */
    RAPPORT_MEASURE_WEAKEST_LINK = 57,         /**< The lowest of these. */
    RAPPORT_MEASURE_TRUST_ASYMMETRY = 58,      /**< Mean difference of the two trusts of a pair. */
    RAPPORT_MEASURE_WIDEST_ASYMMETRY = 59,     /**< The largest difference. */
    RAPPORT_MEASURE_TRUST_DENSITY = 60,        /**< Ties / possible ties. */
    RAPPORT_MEASURE_RECIPROCITY = 61,          /**< Returned ties / ties. */
    RAPPORT_MEASURE_CENTRALISATION = 62,       /**< 0, all have as many returned ties, to 1, a star. */
    RAPPORT_MEASURE_ISLANDS = 63,              /**< Parts that returned ties do not connect. */
    RAPPORT_MEASURE_END                        /**< One past the last measure; not a measure. */
};

/** What a measure belongs to. */
enum {
    RAPPORT_SCOPE_WHOLE = 0,   /**< The partnership. */
    RAPPORT_SCOPE_PARTY = 1,   /**< Each party. */
    RAPPORT_SCOPE_PAIR = 2,    /**< Two parties, in any order. */
    RAPPORT_SCOPE_TOWARDS = 3, /**< Two parties, from the first to the second. */
    RAPPORT_SCOPE_PLAN = 4     /**< Each plan of #RAPPORT_LIST_PLANS. */
};

/** What a measure counts in. */
enum {
    RAPPORT_UNIT_AMOUNT = 0, /**< The host's unit. */
    RAPPORT_UNIT_SHARE = 1,  /**< 0..1. */
    RAPPORT_UNIT_RATIO = 2,  /**< A number that is 1, or 0 for synergy, where nothing is remarkable. */
    RAPPORT_UNIT_POINTS = 3, /**< 0..100. */
    RAPPORT_UNIT_CLASS = 4,  /**< #RAPPORT_WIN_WIN to #RAPPORT_LOSE_LOSE. */
    RAPPORT_UNIT_COUNT = 5   /**< A whole number. */
};

/** Why a measure has no value. */
enum {
    RAPPORT_WHY_NONE = 0,          /**< There is a value. */
    RAPPORT_WHY_NOT_THERE = 1,     /**< The section is left out. */
    RAPPORT_WHY_ONE_PARTY = 2,     /**< It takes two parties. */
    RAPPORT_WHY_INCOMPLETE = 3,    /**< A party or an item lacks its number. */
    RAPPORT_WHY_NOTHING = 4,       /**< The section has no items. */
    RAPPORT_WHY_ZERO = 5,          /**< What it would be divided by is 0. */
    RAPPORT_WHY_NEGATIVE = 6,      /**< Negative amounts have no shares. */
    RAPPORT_WHY_WITHHELD = 7,      /**< The anonymity floor withholds what it is made from. */
    RAPPORT_WHY_UNBOUNDED = 8,     /**< It is larger than any number. */
    RAPPORT_WHY_UNANSWERED = 9,    /**< A criterion or group that it is made from has no score. */
    RAPPORT_WHY_NOT_WIN_WIN = 10,  /**< It exists for win-win only. */
    RAPPORT_WHY_NO_TIES = 11,      /**< There are no ties. */
    RAPPORT_WHY_TWO_PARTIES = 12,  /**< It takes three parties. */
    RAPPORT_WHY_NOBODY_ABLE = 13,  /**< No party has any of the skills. */
    RAPPORT_WHY_NOT_FEASIBLE = 14, /**< Nothing better than today is feasible. */
    RAPPORT_WHY_OUT_OF_RANGE = 15, /**< The numbers are too large or too small to be combined. */
    RAPPORT_WHY_END                /**< One past the last reason; not a reason. */
};

/** What measures name. */
enum {
    RAPPORT_MENTION_WORST_OFF = 1,        /**< The party with the least net benefit. */
    RAPPORT_MENTION_MOST_BURDENED = 2,    /**< The party that bears most beyond its agreed share; nobody if all bear theirs. */
    RAPPORT_MENTION_GETS_LEAST = 3,       /**< The party with the lowest ratio of equity; nobody if it is 1. */
    RAPPORT_MENTION_GETS_MOST = 4,        /**< The party with the highest. */
    RAPPORT_MENTION_BEST_ALONE = 5,       /**< The party that covers most of the required skills alone. */
    RAPPORT_MENTION_SKILL_HOLES = 6,      /**< Required skills that no party has. */
    RAPPORT_MENTION_BEYOND = 7,           /**< Tasks whose party has less than the required level. */
    RAPPORT_MENTION_FURTHEST_NOW = 8,     /**< The two parties whose aims overlap least. */
    RAPPORT_MENTION_LEAST_KNOWN_NOW = 9,  /**< Who knows least, and whose aims they are. */
    RAPPORT_MENTION_FURTHEST_FUTURE = 10, /**< As #RAPPORT_MENTION_FURTHEST_NOW. */
    RAPPORT_MENTION_LEAST_KNOWN_FUTURE = 11, /**< As #RAPPORT_MENTION_LEAST_KNOWN_NOW. */
    RAPPORT_MENTION_OPPOSED = 12,            /**< Aims that one party supports and another opposes. */
    RAPPORT_MENTION_SHARES_LEAST = 13,       /**< The party that shares the vision least. */
    RAPPORT_MENTION_DREAMS = 14,             /**< Goals that no strategy serves. */
    RAPPORT_MENTION_AIMLESS = 15,            /**< Strategies that serve no goal. */
    RAPPORT_MENTION_IDLE = 16,               /**< Strategies without an action. */
    RAPPORT_MENTION_ORPHANS = 17,            /**< Actions that carry out no strategy. */
    RAPPORT_MENTION_UNREADY = 18,            /**< Actions without owner, date or measure. */
    RAPPORT_MENTION_WEAKEST_SIDE = 19,       /**< The party with the lowest share of key roles. */
    RAPPORT_MENTION_HIGHEST_MEAN = 20,       /**< The plan with the highest mean. */
    RAPPORT_MENTION_HIGHEST_MINIMUM = 21,    /**< The plan whose worst case is best. */
    RAPPORT_MENTION_LEAST_REGRET = 22,       /**< The plan whose largest regret is smallest. */
    RAPPORT_MENTION_EARLIEST = 23,           /**< The first stage with joint work. */
    RAPPORT_MENTION_LATEST = 24,             /**< The last one. */
    RAPPORT_MENTION_CHAIN_HOLES = 25,        /**< Stages without joint work between the two. */
    RAPPORT_MENTION_WEAKEST_PAIR = 26,       /**< The two parties that trust each other least. */
    RAPPORT_MENTION_WIDEST_PAIR = 27,        /**< Who trusts more in the most unequal pair, and who less. */
    RAPPORT_MENTION_BROKERS = 28,            /**< Parties without whom others would no longer be connected. */
    RAPPORT_MENTION_BOTTLENECK = 29,         /**< #RAPPORT_VISION, #RAPPORT_LEADERSHIP or #RAPPORT_STRATEGY: the lowest. */
    RAPPORT_MENTION_END                      /**< One past the last; names nothing. */
};

/** What a measure is. */
typedef struct rapport_measure_info {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_measure_info)`. */
    int32_t scope;        /**< #RAPPORT_SCOPE_WHOLE to #RAPPORT_SCOPE_PLAN. */
    int32_t unit;         /**< #RAPPORT_UNIT_AMOUNT to #RAPPORT_UNIT_COUNT. */
    uint32_t reserved;    /**< 0. */
    const char *name;     /**< As documents have it: "skill-need"; static. */
    const char *title;    /**< For people: "need of each other"; static. */
    const char *group;    /**< What it is shown with: "Skills"; static. */
} rapport_measure_info;

/** A named constellation that holds. */
typedef struct rapport_pattern {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_pattern)`. */
    uint32_t kind;        /**< #RAPPORT_DREAM to #RAPPORT_ORPHAN_ACTIONS, one of them. */
    int32_t mention;      /**< What names those concerned, such as #RAPPORT_MENTION_DREAMS; 0: nobody in particular. */
    uint32_t reserved;    /**< 0. */
} rapport_pattern;

/**
 * What a measure is. The same for every assessment.
 * @param[in] measure #RAPPORT_NET_BENEFIT to #RAPPORT_MEASURE_ISLANDS.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such measure, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_measure_get_info(int32_t measure, rapport_measure_info *out);

/**
 * The measure with a name.
 * @param[in] name such as "skill-need".
 * @return the measure, or 0.
 */
RAPPORT_API int32_t rapport_measure_find(const char *name);

/**
 * A measure of an assessment.
 * @param[in] result a computed result.
 * @param[in] measure #RAPPORT_NET_BENEFIT to #RAPPORT_MEASURE_ISLANDS.
 * @param[in] first the party, the first of two, or the plan, by the measure's scope; ignored where it belongs to the whole.
 * @param[in] second the other party; ignored where there is none.
 * @param[out] value set if the status is #RAPPORT_OK; may be NULL.
 * @param[out] reason #RAPPORT_WHY_NONE to #RAPPORT_WHY_OUT_OF_RANGE; may be NULL.
 * @retval RAPPORT_OK there is a value.
 * @retval RAPPORT_UNDEFINED there is none; `*reason` says why.
 * @retval RAPPORT_NOT_FOUND the assessment leaves the section out.
 * @retval RAPPORT_BAD_ARGUMENT nothing is computed, there is no such measure, party or plan, or the two parties are one.
 */
RAPPORT_API rapport_status rapport_measure_get(const rapport_result *result, int32_t measure, uint32_t first, uint32_t second,
                                               double *value, int32_t *reason);

/**
 * The word for a reason, as documents have it.
 * @param[in] reason #RAPPORT_WHY_NOT_THERE to #RAPPORT_WHY_OUT_OF_RANGE.
 * @return a static string such as "one-party"; NULL for #RAPPORT_WHY_NONE and what is none.
 */
RAPPORT_API const char *rapport_measure_reason_name(int32_t reason);

/**
 * The word for what is named, as documents have it.
 * @param[in] mention #RAPPORT_MENTION_WORST_OFF to #RAPPORT_MENTION_BOTTLENECK.
 * @return a static string such as "dreams"; NULL if there is no such.
 */
RAPPORT_API const char *rapport_mention_name(int32_t mention);

/**
 * The words for people, and what it is shown with.
 * @param[in] mention #RAPPORT_MENTION_WORST_OFF to #RAPPORT_MENTION_BOTTLENECK.
 * @param[out] title such as "nobody has"; static; may be NULL.
 * @param[out] group as that of a measure; static; may be NULL.
 * @retval RAPPORT_OK they are set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such.
 */
RAPPORT_API rapport_status rapport_mention_get_titles(int32_t mention, const char **title, const char **group);

/**
 * From which list the named ones are.
 * @param[in] mention #RAPPORT_MENTION_WORST_OFF to #RAPPORT_MENTION_BOTTLENECK.
 * @return #RAPPORT_LIST_SKILLS to #RAPPORT_LIST_TOPICS; 0: they are parties, or for #RAPPORT_MENTION_BOTTLENECK constants.
 */
RAPPORT_API int32_t rapport_mention_list(int32_t mention);

/**
 * How many are named.
 * @param[in] result a computed result.
 * @param[in] mention #RAPPORT_MENTION_WORST_OFF to #RAPPORT_MENTION_BOTTLENECK.
 * @return how many; 0 if there is no such, or nothing is computed.
 */
RAPPORT_API uint32_t rapport_mention_count(const rapport_result *result, int32_t mention);

/**
 * One that is named.
 * @param[in] result a computed result.
 * @param[in] mention #RAPPORT_MENTION_WORST_OFF to #RAPPORT_MENTION_BOTTLENECK.
 * @param[in] index from 0.
 * @return the number of the party or item, or #RAPPORT_NONE.
 */
RAPPORT_API uint32_t rapport_mention_item(const rapport_result *result, int32_t mention, uint32_t index);

/**
 * The id of one that is named.
 * @param[in] result a computed result.
 * @param[in] mention #RAPPORT_MENTION_WORST_OFF to #RAPPORT_MENTION_BOTTLENECK.
 * @param[in] index from 0.
 * @return borrowed text; "vision", "leadership" or "strategy" for #RAPPORT_MENTION_BOTTLENECK; NULL if there is no such.
 */
RAPPORT_API const char *rapport_mention_id(const rapport_result *result, int32_t mention, uint32_t index);

/**
 * Number of patterns that hold.
 * @param[in] result a computed result.
 * @return how many; 0 if nothing is computed.
 */
RAPPORT_API uint32_t rapport_pattern_count(const rapport_result *result);

/**
 * A pattern that holds. A dream may be there twice: by its points, and by goals that no strategy serves.
 * @param[in] result a computed result.
 * @param[in] index from 0.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such pattern, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_pattern_get(const rapport_result *result, uint32_t index, rapport_pattern *out);

/**
 * The word for a pattern, as documents have it.
 * @param[in] kind #RAPPORT_DREAM to #RAPPORT_ORPHAN_ACTIONS, one of them.
 * @return a static string such as "one-horse-team"; NULL if there is no such.
 */
RAPPORT_API const char *rapport_pattern_name(uint32_t kind);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
