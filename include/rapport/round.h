/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_ROUND_H
#define RAPPORT_ROUND_H
/**
 * @file
 * @brief Several assessments of one partnership over time: what changed, where it goes, what to watch.
 */
#include "rapport/score.h"
#include "rapport/trend.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup round Rounds
 * A comparison of the rounds of one partnership, the oldest first. docs/rounds.md is its manual.
 *
 * Rounds under models of the same fingerprint are compared as they are. Otherwise all are scored again under the model of the
 * newest active round, over the criteria that every active round asked alike: rapport_comparison_basis() says which. A round
 * that is marked inactive takes part in nothing but the count.
 *
 * A comparison borrows the assessments and their models, which must outlive it and stay as they are. It never changes once
 * made: any number of threads may read it. Parties are numbered by the comparison itself: those of the newest active round
 * first, then those that left.
 *
 * No number is shown of a cell that its own round withholds; a change is shown only if both cells are. Where rounds are scored
 * again, everything above a withheld criterion is withheld too, so that no two reports together tell what one does not.
 * @{
 */

/** A comparison of rounds. */
typedef struct rapport_comparison rapport_comparison;

enum { RAPPORT_MAX_ROUNDS = 240 /**< Rounds of a comparison: twenty years of months. */ };

/** Why rounds cannot be compared. */
enum {
    RAPPORT_COMPARABLE = 0,         /**< They can. */
    RAPPORT_TOO_FEW_ROUNDS = 1,     /**< Fewer than two are active. */
    RAPPORT_WRONG_ORDER = 2,        /**< A round is older than the one before it. */
    RAPPORT_NO_COMMON_PARTY = 3,    /**< A round has no party of the newest active one. */
    RAPPORT_NO_COMMON_CRITERIA = 4, /**< The models differ, and no criterion was asked alike in all. */
    RAPPORT_TOO_LITTLE_COMMON = 5   /**< The common criteria carry too little weight. */
};

/** What the numbers of a comparison are. */
enum {
    RAPPORT_SAME_MODEL = 0, /**< Those of each round's own report: the fingerprints are the same. */
    RAPPORT_RESCORED = 1    /**< All rounds scored under the newest active round's model, over what they have in common. */
};

/** Why a criterion stays out of a comparison under different models. */
enum {
    RAPPORT_ONLY_OLDER = 1,   /**< The newest model does not ask it. */
    RAPPORT_ONLY_NEWER = 2,   /**< An older model did not ask it. */
    RAPPORT_OTHER_KIND = 3,   /**< Its scale was of another kind. */
    RAPPORT_OTHER_LEVELS = 4, /**< It had other levels, or they went the other way. */
    RAPPORT_OTHER_UNIT = 5,   /**< Its answers were in another unit. */
    RAPPORT_OTHER_OPTIONS = 6 /**< It had other options. */
};

/** Which numbers of a change exist. */
enum {
    RAPPORT_HAS_OLDER = 1,  /**< `older`. */
    RAPPORT_HAS_NEWER = 2,  /**< `newer`. */
    RAPPORT_HAS_DELTA = 4,  /**< `delta`: both are there. */
    RAPPORT_HAS_CLOSURE = 8 /**< `closure`: both are there, and the older was below its target. */
};

/** What became of a target. */
enum {
    RAPPORT_TARGET_AS_BEFORE = 0, /**< Met both times or neither, or not known. */
    RAPPORT_NEWLY_MET = 1,        /**< Missed in the older round, met in the newer. */
    RAPPORT_NEWLY_MISSED = 2      /**< The reverse. */
};

/** What a warning is about. */
enum {
    RAPPORT_WARN_GATE_BREACHED = 1,    /**< A gate is breached now and was not: `gate`; now its value, limit the threshold. */
    RAPPORT_WARN_GATE_NEAR_MISS = 2,   /**< A gate is passed by little: `gate`; now its value, limit the threshold. */
    RAPPORT_WARN_TRUST_FALLING = 3,    /**< The watched node fell twice in a row: `view`, `node`; before is two rounds back. */
    RAPPORT_WARN_GAP_WIDENING = 4,     /**< A perception gap grew most of its pair's: `view`, `against`, `node`; sizes. */
    RAPPORT_WARN_COVERAGE_FALLING = 5, /**< Less is answered: `view`; coverage of the whole. */
    RAPPORT_WARN_SILENT_PARTY = 6,     /**< A party answered nothing: `view`. */
    RAPPORT_WARN_SHARE_DRIFTING = 7,   /**< A benefit share left the agreed one: `view`; the shares, limit the agreed one. */
    RAPPORT_WARN_EWMA = 8,             /**< The score's moving average is below its limit: `view`, `node`. */
    RAPPORT_WARN_CUSUM = 9,            /**< The score's lower sum is above its interval: `view`, `node`. */
    RAPPORT_WARN_PARTY_JOINED = 10,    /**< A party is new: `view`. */
    RAPPORT_WARN_PARTY_LEFT = 11,      /**< A party is there no more: `view`. */
    RAPPORT_WARN_RENAMED = 12,         /**< The partnership had another name. */
    RAPPORT_WARN_END                   /**< One past the last; not a warning. */
};

/** Where mean and standard deviation of the charts come from. */
enum {
    RAPPORT_BASELINE_GIVEN = 1, /**< From the options. */
    RAPPORT_BASELINE_FIRST = 2  /**< From the first rounds with a score, which are then not on the chart. */
};

/** Options of a comparison. All zero, or NULL in place of the struct, is the default. */
typedef struct rapport_comparison_options {
    uint32_t struct_size;  /**< Set by the caller to `sizeof(rapport_comparison_options)`. */
    int32_t fade;          /**< #RAPPORT_LINEAR_FADE or #RAPPORT_HALF_LIFE. */
    const char *trust;     /**< Id of the node to watch for falling twice; NULL: "trust", if the model has it. */
    const char *node;      /**< Id of a further node that gets a trend; NULL: none. */
    double span;           /**< Of the fade, in rounds with a score, 0.01..1e6; 0: 12, or 4 as a half-life. */
    double mean;           /**< Of the charts, 0..100; counts only with `sigma`. */
    double sigma;          /**< Of the charts, 1e-6..100; 0: both from the first rounds. */
    double lambda;         /**< Of the EWMA chart, 1e-6..1; 0: 0.3. */
    double width;          /**< Of the EWMA limits in standard deviations, 1e-6..100; 0: 2.7. */
    double slack;          /**< Of the CUSUM chart in standard deviations, 1e-6..100; 0: 0.5. */
    double interval;       /**< Of the CUSUM chart in standard deviations, 1e-6..1e6; 0: 4. */
    double minimum_common; /**< Least share of the newest model's weight that the common criteria carry, 1e-6..1; 0: 0.5. */
    double widening;       /**< Points that a perception gap grows by to be warned of, 1e-6..100; 0: 12.5, half a level of 5. */
    double coverage_fall;  /**< Coverage that is lost to be warned of, 1e-6..1; 0: 0.05. */
    double share_drift;    /**< What a benefit share has to move away from the agreed one, 1e-6..1; 0: 0.05. */
    uint32_t baseline;     /**< How many first rounds make mean and standard deviation, 2..240; 0: 3. */
    int32_t limits;        /**< #RAPPORT_VARYING_LIMITS or #RAPPORT_ASYMPTOTIC_LIMITS. */
} rapport_comparison_options;

/** A round as it enters the comparison. Numbers that do not exist are 0. */
typedef struct rapport_round {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_round)`. */
    int32_t active;       /**< 0 if the partnership rested: nothing below exists. */
    int32_t own_model;    /**< 1 if its fingerprint is the newest active round's. */
    int32_t status;       /**< Of the joint whole: #RAPPORT_CELL_OK to #RAPPORT_CELL_WITHHELD. */
    int32_t has_score;    /**< 1 if there is a joint score. */
    uint32_t band;        /**< Index of the band in the comparison's model; #RAPPORT_NONE without a score. */
    double score;         /**< The joint score before gates. */
    double gated;         /**< After gates. */
    double coverage;      /**< Of the joint whole; exists if it is ok, incomplete or missing. */
} rapport_round;

/** How a node changed from one round to another. Numbers that do not exist are 0; `has` says which do. */
typedef struct rapport_change {
    uint32_t struct_size;  /**< Set by the caller to `sizeof(rapport_change)`. */
    uint32_t has;          /**< #RAPPORT_HAS_OLDER and so on, added. */
    int32_t older_status;  /**< #RAPPORT_CELL_OK to #RAPPORT_CELL_WITHHELD; missing for a party that was not there. */
    int32_t newer_status;  /**< Likewise. */
    double older;          /**< Score in the older round. */
    double newer;          /**< Score in the newer round. */
    double delta;          /**< newer - older. */
    double target;         /**< Of the node in the comparison's model. */
    double closure;        /**< (older gap - newer gap) / older gap: 1 closed, 0 as before, negative wider. */
    int32_t target_change; /**< #RAPPORT_TARGET_AS_BEFORE, #RAPPORT_NEWLY_MET or #RAPPORT_NEWLY_MISSED. */
    int32_t reserved;      /**< 0. */
} rapport_change;

/** How differently two parties saw a node, then and later. Numbers that do not exist are 0. */
typedef struct rapport_perception_change {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_perception_change)`. */
    uint32_t has;         /**< #RAPPORT_HAS_OLDER, #RAPPORT_HAS_NEWER, #RAPPORT_HAS_DELTA, added. */
    double older;         /**< Gap in the older round, signed: of - against. */
    double newer;         /**< Gap in the newer round. */
    double delta;         /**< newer - older. */
    double widening;      /**< Size of the newer gap - size of the older. */
} rapport_perception_change;

/** What became of a gate. Numbers that do not exist are 0. */
typedef struct rapport_gate_change {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_gate_change)`. */
    uint32_t has;         /**< #RAPPORT_HAS_OLDER, #RAPPORT_HAS_NEWER: which values exist. */
    int32_t older_state;  /**< #RAPPORT_GATE_PASSED to #RAPPORT_GATE_NOT_APPLICABLE. */
    int32_t newer_state;  /**< Likewise. */
    double older;         /**< What it looked at in the older round. */
    double newer;         /**< In the newer round. */
} rapport_gate_change;

/** A criterion that stays out of the comparison. */
typedef struct rapport_left_out {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_left_out)`. */
    int32_t reason;       /**< #RAPPORT_ONLY_OLDER to #RAPPORT_OTHER_OPTIONS. */
    uint32_t round;       /**< The first round that it is so in. */
    uint32_t node;        /**< Its node in the comparison's model; #RAPPORT_NONE if that does not have it. */
} rapport_left_out;

/** Where the score of one node in one view goes. Numbers that do not exist are 0; the reasons say why. */
typedef struct rapport_round_trend {
    uint32_t struct_size;  /**< Set by the caller to `sizeof(rapport_round_trend)`. */
    uint32_t used;         /**< Rounds with a score. */
    uint32_t skipped;      /**< Rounds without: inactive, missing, withheld. */
    int32_t recent_reason; /**< Of `recent`: #RAPPORT_TREND_DEFINED and so on. */
    int32_t slope_reason;  /**< Of `slope` and `s`. */
    int32_t test_reason;   /**< Of `z`, `p`, `tau`. */
    int32_t chart_reason;  /**< Of everything from `mean` on; too few: no round is left after the baseline. */
    int32_t baseline;      /**< #RAPPORT_BASELINE_GIVEN or #RAPPORT_BASELINE_FIRST. */
    double recent;         /**< Mean weighted by recency, points. */
    double slope;          /**< Theil-Sen, points per round with a score. */
    double s;              /**< Mann-Kendall. */
    double z;              /**< Its standardised form. */
    double p;              /**< Two-sided. */
    double tau;            /**< Kendall's tau-b. */
    double mean;           /**< Of the charts, points. */
    double sigma;          /**< Of the charts, points. */
    double average;        /**< The last exponentially weighted moving average. */
    double lower;          /**< Its lower limit. */
    double upper;          /**< Its upper limit. */
    double cusum_low;      /**< The last lower sum, in standard deviations. */
    double cusum_high;     /**< The last upper sum. */
    int32_t exact;         /**< 1 if `p` is exact. */
    int32_t ewma_alarm;    /**< Of the last round on the chart: #RAPPORT_ALARM_LOW, #RAPPORT_ALARM_HIGH or 0. */
    int32_t cusum_alarm;   /**< Likewise, both may be added. */
    uint32_t ewma_alarms;  /**< Rounds with an alarm. */
    uint32_t cusum_alarms; /**< Rounds with an alarm. */
    uint32_t reserved;     /**< 0. */
} rapport_round_trend;

/** One round of a trend. */
typedef struct rapport_trend_point {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_trend_point)`. */
    int32_t has_score;    /**< 1 if the round has a score there. */
    int32_t has_chart;    /**< 1 if it is on the charts: then everything below but `score` exists. */
    int32_t ewma_alarm;   /**< #RAPPORT_ALARM_LOW, #RAPPORT_ALARM_HIGH or 0. */
    int32_t cusum_alarm;  /**< Likewise, both may be added. */
    int32_t reserved;     /**< 0. */
    double score;         /**< Points. */
    double average;       /**< Exponentially weighted moving average. */
    double lower;         /**< Its lower limit. */
    double upper;         /**< Its upper limit. */
    double cusum_low;     /**< The lower sum, in standard deviations. */
    double cusum_high;    /**< The upper sum. */
} rapport_trend_point;

/** Something to look at, in the newest active round. What does not belong to its kind is #RAPPORT_NONE or 0. */
typedef struct rapport_warning {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_warning)`. */
    int32_t kind;         /**< #RAPPORT_WARN_GATE_BREACHED and so on. */
    uint32_t view;        /**< A party of the comparison, or #RAPPORT_JOINT, which is #RAPPORT_NONE. */
    uint32_t against;     /**< The other party of a perception gap. */
    uint32_t node;        /**< Node of the comparison's model. */
    uint32_t gate;        /**< Gate of the comparison's model. */
    uint32_t round;       /**< The round that `before` is of. */
    uint32_t has;         /**< #RAPPORT_HAS_OLDER if `before` exists, #RAPPORT_HAS_NEWER if `now` does. */
    double before;        /**< What it was. */
    double now;           /**< What it is. */
    double limit;         /**< What it is held against; see the kinds and options. */
} rapport_warning;

/**
 * Compares rounds.
 * @param[in] rounds assessments of one partnership, the oldest first; borrowed, with their models.
 * @param[in] count how many, 2 to #RAPPORT_MAX_ROUNDS.
 * @param[in] options may be NULL.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] cause why they cannot be compared, #RAPPORT_COMPARABLE if that is not what is wrong; may be NULL.
 * @param[out] out the comparison, owned by the caller.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `*out` is the comparison.
 * @retval RAPPORT_UNDEFINED there is no comparison of these rounds: `*cause` names the reason, the error says it in words.
 * @retval RAPPORT_BAD_VALUE the dates fall (`*cause` is #RAPPORT_WRONG_ORDER), or an option is out of range.
 * @retval RAPPORT_NOT_FOUND the newest active round's model has no node as the options name it.
 * @retval RAPPORT_LIMIT there are more than #RAPPORT_MAX_ROUNDS rounds.
 * @retval RAPPORT_BAD_ARGUMENT something is NULL, an active round has no party, or the options are not valid.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 * @par Cost
 * That of scoring every active round once, or twice where it is scored again; then O(n p^2) for n nodes and p parties of
 * the newest round, and O(r^2 p) cheap steps for the slopes over r rounds, of which there are 240 at the most.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_comparison_create(const rapport_assessment *const *rounds, uint32_t count,
                                                     const rapport_comparison_options *options,
                                                     const rapport_allocator *allocator, int32_t *cause,
                                                     rapport_comparison **out, rapport_error *error);

/**
 * The options of a comparison as used: with the defaults filled in.
 * @param[in] comparison the comparison.
 * @param[in,out] out `struct_size` set by the caller; `trust` and `node` are borrowed, NULL where there is no such node.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT `out` is NULL or too small.
 * @since 0.1.0
 */
RAPPORT_API rapport_status rapport_comparison_get_options(const rapport_comparison *comparison,
                                                          rapport_comparison_options *out);

/**
 * Frees a comparison.
 * @param[in] comparison may be NULL.
 */
RAPPORT_API void rapport_comparison_destroy(rapport_comparison *comparison);

/**
 * What the numbers are.
 * @param[in] comparison the comparison.
 * @param[out] common share of the model's weight that the common criteria carry, 0..1; 1 under the same model; may be NULL.
 * @return #RAPPORT_SAME_MODEL or #RAPPORT_RESCORED.
 */
RAPPORT_API int32_t rapport_comparison_basis(const rapport_comparison *comparison, double *common);

/**
 * The model that the numbers are of: the newest active round's.
 * @param[in] comparison the comparison.
 * @return borrowed; nodes, gates and bands of the comparison are its.
 */
RAPPORT_API const rapport_model *rapport_comparison_model(const rapport_comparison *comparison);

/**
 * Number of rounds, inactive ones included.
 * @param[in] comparison the comparison.
 * @return at least 2.
 */
RAPPORT_API uint32_t rapport_comparison_count_rounds(const rapport_comparison *comparison);

/**
 * The assessment of a round.
 * @param[in] comparison the comparison.
 * @param[in] round from 0, the oldest.
 * @return borrowed; NULL if there is no such round.
 */
RAPPORT_API const rapport_assessment *rapport_comparison_assessment(const rapport_comparison *comparison, uint32_t round);

/**
 * The newest active round, which warnings are about, and the active one before it.
 * @param[in] comparison the comparison.
 * @param[out] previous the active round before it; may be NULL.
 * @return the newest active round.
 */
RAPPORT_API uint32_t rapport_comparison_newest(const rapport_comparison *comparison, uint32_t *previous);

/**
 * A round as it enters the comparison.
 * @param[in] comparison the comparison.
 * @param[in] round from 0.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such round, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_comparison_get_round(const rapport_comparison *comparison, uint32_t round,
                                                        rapport_round *out);

/**
 * Number of parties of all active rounds.
 * @param[in] comparison the comparison.
 * @return at least 1.
 */
RAPPORT_API uint32_t rapport_comparison_count_parties(const rapport_comparison *comparison);

/**
 * The party with an id.
 * @param[in] comparison the comparison.
 * @param[in] id NUL-terminated.
 * @return its number, or #RAPPORT_NONE.
 */
RAPPORT_API uint32_t rapport_comparison_find_party(const rapport_comparison *comparison, const char *id);

/**
 * Id of a party.
 * @param[in] comparison the comparison.
 * @param[in] party its number.
 * @return borrowed text; NULL if there is no such party.
 */
RAPPORT_API const char *rapport_comparison_party_id(const rapport_comparison *comparison, uint32_t party);

/**
 * Title of a party in the newest active round that it is in.
 * @param[in] comparison the comparison.
 * @param[in] party its number.
 * @param[in] language such as "de"; NULL for any.
 * @return borrowed text; NULL if there is no such party.
 */
RAPPORT_API const char *rapport_comparison_party_title(const rapport_comparison *comparison, uint32_t party,
                                                       const char *language);

/**
 * Whether a party is in a round.
 * @param[in] comparison the comparison.
 * @param[in] round from 0.
 * @param[in] party its number.
 * @return 1 if the round is active and has it, else 0.
 */
RAPPORT_API int32_t rapport_comparison_has_party(const rapport_comparison *comparison, uint32_t round, uint32_t party);

/**
 * How a node changed.
 * @param[in] comparison the comparison.
 * @param[in] older an active round.
 * @param[in] newer an active round; any other, in fact: exchanging them changes the sign of the delta.
 * @param[in] view a party of the comparison, or #RAPPORT_JOINT.
 * @param[in] node a node of the comparison's model; #RAPPORT_ROOT is the whole.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such active round, view or node, or `out` is NULL or too small.
 * @par Cost
 * O(log p) for p parties.
 */
RAPPORT_API rapport_status rapport_comparison_get_change(const rapport_comparison *comparison, uint32_t older, uint32_t newer,
                                                         uint32_t view, uint32_t node, rapport_change *out);

/**
 * How a perception gap changed: what one party sees less what another sees.
 * @param[in] comparison the comparison.
 * @param[in] older an active round.
 * @param[in] newer an active round.
 * @param[in] of a party of the comparison.
 * @param[in] against another one.
 * @param[in] node a node of the comparison's model; #RAPPORT_ROOT is the whole.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled; a gap exists where both parties have a score and the joint cell is not withheld.
 * @retval RAPPORT_BAD_ARGUMENT there is no such active round, party or node, the parties are the same, or `out` is NULL or too
 *         small.
 */
RAPPORT_API rapport_status rapport_comparison_get_perception_change(const rapport_comparison *comparison, uint32_t older,
                                                                    uint32_t newer, uint32_t of, uint32_t against,
                                                                    uint32_t node, rapport_perception_change *out);

/**
 * What became of a gate.
 * @param[in] comparison the comparison.
 * @param[in] older an active round.
 * @param[in] newer an active round.
 * @param[in] gate of the comparison's model.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_UNDEFINED it cannot be compared: the rounds are scored again, and not all that it looks at is common and
 * shown.
 * @retval RAPPORT_BAD_ARGUMENT there is no such active round or gate, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_comparison_get_gate_change(const rapport_comparison *comparison, uint32_t older,
                                                              uint32_t newer, uint32_t gate, rapport_gate_change *out);

/**
 * Whether a criterion, or anything in a group, is compared.
 * @param[in] comparison the comparison.
 * @param[in] node of the comparison's model.
 * @return 1 or 0.
 */
RAPPORT_API int32_t rapport_comparison_has_node(const rapport_comparison *comparison, uint32_t node);

/**
 * Number of criteria that stay out.
 * @param[in] comparison the comparison.
 * @return how many; 0 under the same model.
 */
RAPPORT_API uint32_t rapport_comparison_count_left_out(const rapport_comparison *comparison);

/**
 * A criterion that stays out: those of the comparison's model first.
 * @param[in] comparison the comparison.
 * @param[in] index from 0.
 * @param[out] id of the criterion, borrowed; may be NULL.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is none, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_comparison_get_left_out(const rapport_comparison *comparison, uint32_t index,
                                                           const char **id, rapport_left_out *out);

/**
 * The node that the options or "trust" name, and the further one.
 * @param[in] comparison the comparison.
 * @param[out] further the further node; #RAPPORT_NONE without one; may be NULL.
 * @return the watched node; #RAPPORT_NONE if the model has none.
 */
RAPPORT_API uint32_t rapport_comparison_watched(const rapport_comparison *comparison, uint32_t *further);

/**
 * Where a score goes.
 * @param[in] comparison the comparison.
 * @param[in] view a party of the newest active round, or #RAPPORT_JOINT.
 * @param[in] node #RAPPORT_ROOT, or one of those that rapport_comparison_watched() names.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_NOT_FOUND no trend is kept of this view and node.
 * @retval RAPPORT_BAD_ARGUMENT `out` is NULL or too small.
 * @par Source
 * As in trend.h. Scores are rounded to 1e-9 first, so that what differs by noise ties.
 */
RAPPORT_API rapport_status rapport_comparison_get_trend(const rapport_comparison *comparison, uint32_t view, uint32_t node,
                                                        rapport_round_trend *out);

/**
 * One round of a trend.
 * @param[in] comparison the comparison.
 * @param[in] view as for rapport_comparison_get_trend().
 * @param[in] node as for rapport_comparison_get_trend().
 * @param[in] round from 0.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_NOT_FOUND no trend is kept of this view and node.
 * @retval RAPPORT_BAD_ARGUMENT there is no such round, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_comparison_get_point(const rapport_comparison *comparison, uint32_t view, uint32_t node,
                                                        uint32_t round, rapport_trend_point *out);

/**
 * Number of warnings.
 * @param[in] comparison the comparison.
 * @return how many.
 */
RAPPORT_API uint32_t rapport_comparison_count_warnings(const rapport_comparison *comparison);

/**
 * A warning, in the order of the kinds.
 * @param[in] comparison the comparison.
 * @param[in] index from 0.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is none, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_comparison_get_warning(const rapport_comparison *comparison, uint32_t index,
                                                          rapport_warning *out);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
