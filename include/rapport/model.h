/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_MODEL_H
#define RAPPORT_MODEL_H
/**
 * @file
 * @brief A criteria model: what is asked, how answers become points, how points become a score.
 */
#include "rapport/base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup model Criteria models
 * An immutable tree of groups and criteria with scales, weights, gates, bands, targets and overlays.
 *
 * A model is made by rapport_draft_build(), read by rapport_model_read() or taken from the built-in ones with
 * rapport_model_load_builtin(). Whoever gets it destroys it, after everything that was made with it. Once made it never
 * changes: any number of threads may use it.
 *
 * Nodes are numbered in *model order*: #RAPPORT_ROOT is the whole, then every group before its children. Gates, bands,
 * scales and overlays are numbered in the order in which they were given.
 * @{
 */

/** An immutable criteria model. */
typedef struct rapport_model rapport_model;

/** The node that is the whole tree; it has no id. */
#define RAPPORT_ROOT 0u

/** What a node is. */
enum {
    RAPPORT_GROUP = 1,    /**< Has children, and the power mean of their values. */
    RAPPORT_CRITERION = 2 /**< A leaf: is answered on a scale. */
};

/** How a criterion is answered. */
enum {
    RAPPORT_LEVELS = 1, /**< One of 2 to 101 ordinal levels, numbered from 1. */
    RAPPORT_NUMBER = 2, /**< A number in the scale's unit, with a value function. */
    RAPPORT_YESNO = 3,  /**< Yes is 100 points, no is 0. */
    RAPPORT_CHOICE = 4  /**< One of several named options with points, numbered from 1. */
};

/** How the parties' values of one criterion become the joint value. */
enum {
    RAPPORT_MEAN = 0, /**< Mean, weighted by the parties' weights. */
    RAPPORT_MIN = 1,  /**< The least: for what needs every side, such as trust. */
    RAPPORT_MAX = 2   /**< The greatest: for what one side can give to all. */
};

/** What happens to a root of which too little is answered. */
enum {
    RAPPORT_EXCLUDE = 0, /**< Missing answers are left out; the score stands with its coverage and bounds. */
    RAPPORT_STRICT = 1   /**< As exclude, but a root below the minimum coverage has no score. */
};

/** Which cells a gate looks at. */
enum {
    RAPPORT_ANY_VIEW = 0,  /**< Breached if one party's view is below. */
    RAPPORT_ALL_VIEWS = 1, /**< Breached if every party's view is below. */
    RAPPORT_JOINT_VIEW = 2 /**< Breached if the joint value is below. */
};

/** What a breached gate does to the joint score. */
enum {
    RAPPORT_FAIL = 1, /**< Sets it to 0 and the band to the lowest. */
    RAPPORT_CAP = 2,  /**< Lowers it to the gate's cap. */
    RAPPORT_FLAG = 3  /**< Only says so. */
};

/** What a gate can look at besides nodes; see rapport_assessment_set_amount(). */
enum {
    RAPPORT_NET_BENEFIT = 1,     /**< Per party: benefits less burdens less the best alternative, in the host's unit. */
    RAPPORT_BURDEN_OVERLOAD = 2, /**< Largest ratio of a party's burden share to its agreed share; 1 is as agreed. */
    RAPPORT_BALANCE = 3,         /**< 0..1: how far the benefit shares are the agreed ones. */
    RAPPORT_SKILL_COVERAGE = 4   /**< 0..1: share of the required skills that the best party in each covers. */
};

/** The parts of a model that have labels. */
enum {
    RAPPORT_OF_MODEL = 0,  /**< The model itself; index 0. */
    RAPPORT_OF_NODE = 1,   /**< A node; step n is the n-th level of its scale (for anchors). */
    RAPPORT_OF_SCALE = 2,  /**< A scale; step n is its n-th level or option. */
    RAPPORT_OF_GATE = 3,   /**< A gate. */
    RAPPORT_OF_BAND = 4,   /**< A band. */
    RAPPORT_OF_OVERLAY = 5 /**< An overlay. */
};

/** The kinds of label. None enters a score. */
enum {
    RAPPORT_TITLE = 0,       /**< A name; where there is none, the id serves. */
    RAPPORT_DESCRIPTION = 1, /**< A sentence or more. */
    RAPPORT_QUESTION = 2,    /**< What a rater is asked. */
    RAPPORT_ANCHOR = 3       /**< What one level of one criterion looks like. */
};

/** What a gate is, as rapport_model_get_gate() gives it. */
typedef struct rapport_gate {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_gate)`. */
    int32_t effect;       /**< #RAPPORT_FAIL, #RAPPORT_CAP or #RAPPORT_FLAG. */
    uint32_t node;        /**< The node it looks at, #RAPPORT_NONE for a measure. */
    int32_t measure;      /**< The measure it looks at, 0 for a node. */
    int32_t view;         /**< #RAPPORT_ANY_VIEW, #RAPPORT_ALL_VIEWS or #RAPPORT_JOINT_VIEW. */
    int32_t above;        /**< 1 if it is breached above the threshold, 0 if below. */
    double threshold;     /**< In points for a node, in the measure's unit otherwise. */
    double cap;           /**< In points; 0 for #RAPPORT_FAIL, 100 for #RAPPORT_FLAG. */
} rapport_gate;

/** What a band demands besides its threshold; see rapport_model_get_band(). */
enum {
    RAPPORT_EVERY_GROUP = 1,        /**< Every counting child group of the root has at least this joint score. */
    RAPPORT_WEAKEST_PARTY = 2,      /**< Every party's own score is at least this. */
    RAPPORT_NEEDS_BALANCE = 4,      /**< The balance of benefits, where it is given, is at least this. */
    RAPPORT_NEEDS_COVERAGE = 8,     /**< The joint coverage is at least this. */
    RAPPORT_NO_UNDECIDED_GATES = 16 /**< No gate is undecided. */
};

/** What a band is. */
typedef struct rapport_band {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_band)`. */
    uint32_t demands;     /**< Which of the demands below are made: #RAPPORT_EVERY_GROUP and so on, added. */
    double from;          /**< Lower end in points; the band ends where the next begins, the last one at 100. */
    double every_group;   /**< Points. */
    double weakest_party; /**< Points. */
    double balance;       /**< 0..1. */
    double coverage;      /**< 0..1. */
} rapport_band;

/** What a node is. */
typedef struct rapport_node {
    uint32_t struct_size;    /**< Set by the caller to `sizeof(rapport_node)`. */
    int32_t kind;            /**< #RAPPORT_GROUP or #RAPPORT_CRITERION. */
    uint32_t parent;         /**< #RAPPORT_NONE for the root. */
    uint32_t depth;          /**< 0 for the root. */
    uint32_t end;            /**< One past its last descendant: the descendants are the nodes between. */
    uint32_t scale;          /**< The criterion's scale, #RAPPORT_NONE for a group. */
    int32_t together;        /**< #RAPPORT_MEAN, #RAPPORT_MIN or #RAPPORT_MAX; 0 for a group. */
    int32_t informational;   /**< 1 if it is shown but kept out of every score above it. */
    double weight;           /**< As entered, times the overlay's factor. */
    double share;            /**< Product of the weights normalised over counting siblings, 0..1; 0 where it does not count. */
    double power;            /**< A group's exponent; -HUGE_VAL for the minimum, HUGE_VAL for the maximum; 0 for a criterion. */
    double target;           /**< Points. */
    double entered;          /**< The weight as entered, before the overlay. */
    int32_t target_replaced; /**< 1 if the overlay set the target. */
    uint32_t reserved;       /**< 0. */
} rapport_node;

/**
 * Frees a model.
 * @param[in] model may be NULL. Nothing that was made with it may be used afterwards.
 */
RAPPORT_API void rapport_model_destroy(rapport_model *model);

/**
 * Id of the model.
 * @param[in] model the model.
 * @return borrowed text.
 */
RAPPORT_API const char *rapport_model_id(const rapport_model *model);

/**
 * Version of the model, as its authors number it.
 * @param[in] model the model.
 * @return borrowed text.
 */
RAPPORT_API const char *rapport_model_version(const rapport_model *model);

/**
 * Id of the overlay that was applied.
 * @param[in] model the model.
 * @return borrowed text; NULL for a model as written.
 */
RAPPORT_API const char *rapport_model_overlay(const rapport_model *model);

/**
 * Identity of everything that can change a number: "sha256:" and 64 hexadecimal digits.
 *
 * SHA-256 (FIPS 180-4) of the canonical JSON (RFC 8785) of the model with defaults dropped, and without its id, version,
 * labels, anchors, questions, descriptions and `x`. Two models with the same fingerprint score alike.
 * @param[in] model the model.
 * @return borrowed text.
 */
RAPPORT_API const char *rapport_model_fingerprint(const rapport_model *model);

/**
 * Identity of the whole document, labels included: "sha256:" and 64 hexadecimal digits.
 * @param[in] model the model.
 * @return borrowed text.
 */
RAPPORT_API const char *rapport_model_document(const rapport_model *model);

/**
 * Least number of raters of one party below which its cells are withheld; 1 withholds nothing.
 * @param[in] model the model.
 * @return 1 or more.
 */
RAPPORT_API uint32_t rapport_model_anonymity_floor(const rapport_model *model);

/**
 * What is done about a root of which too little is answered.
 * @param[in] model the model.
 * @param[out] minimum_coverage 0..1; may be NULL.
 * @return #RAPPORT_EXCLUDE or #RAPPORT_STRICT.
 */
RAPPORT_API int32_t rapport_model_missing(const rapport_model *model, double *minimum_coverage);

/**
 * Number of nodes, the root included.
 * @param[in] model the model.
 * @return at least 2.
 */
RAPPORT_API uint32_t rapport_model_count_nodes(const rapport_model *model);

/**
 * The node with an id.
 * @param[in] model the model.
 * @param[in] id NUL-terminated.
 * @return its index, or #RAPPORT_NONE.
 * @par Cost
 * O(log n).
 */
RAPPORT_API uint32_t rapport_model_find(const rapport_model *model, const char *id);

/**
 * What a node is.
 * @param[in] model the model.
 * @param[in] node its index.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such node, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_model_get_node(const rapport_model *model, uint32_t node, rapport_node *out);

/**
 * Number of scales.
 * @param[in] model the model.
 * @return how many.
 */
RAPPORT_API uint32_t rapport_model_count_scales(const rapport_model *model);

/**
 * Kind of a scale.
 * @param[in] model the model.
 * @param[in] scale its index.
 * @return #RAPPORT_LEVELS, #RAPPORT_NUMBER, #RAPPORT_YESNO, #RAPPORT_CHOICE; 0 if there is no such scale.
 */
RAPPORT_API int32_t rapport_model_scale_kind(const rapport_model *model, uint32_t scale);

/**
 * Unit of a number scale.
 * @param[in] model the model.
 * @param[in] scale its index.
 * @return borrowed text, "" if it has none.
 */
RAPPORT_API const char *rapport_model_scale_unit(const rapport_model *model, uint32_t scale);

/**
 * Number of levels or options of a scale.
 * @param[in] model the model.
 * @param[in] scale its index.
 * @return how many; 0 for numbers and yes or no.
 */
RAPPORT_API uint32_t rapport_model_count_steps(const rapport_model *model, uint32_t scale);

/**
 * Points of a level or option.
 * @param[in] model the model.
 * @param[in] scale its index.
 * @param[in] step from 1.
 * @param[out] points 0..100.
 * @retval RAPPORT_OK `*points` is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such scale or step.
 */
RAPPORT_API rapport_status rapport_model_get_step(const rapport_model *model, uint32_t scale, uint32_t step, double *points);

/**
 * The level or option with an id.
 * @param[in] model the model.
 * @param[in] scale its index.
 * @param[in] id NUL-terminated.
 * @return its number from 1; 0 if there is none.
 * @par Cost
 * O(number of steps).
 */
RAPPORT_API uint32_t rapport_model_find_step(const rapport_model *model, uint32_t scale, const char *id);

/**
 * Points of a number on a number scale: the value function.
 * @param[in] model the model.
 * @param[in] scale its index.
 * @param[in] value any finite number, in the scale's unit; clamped to the ends of the scale.
 * @param[out] points 0..100.
 * @retval RAPPORT_OK `*points` is set.
 * @retval RAPPORT_BAD_ARGUMENT there is no such number scale.
 * @retval RAPPORT_BAD_VALUE the value is not finite.
 * @par Source
 * Exponential value functions: Kirkwood (1997), Strategic Decision Making, ch. 4.
 */
RAPPORT_API rapport_status rapport_model_compute_points(const rapport_model *model, uint32_t scale, double value,
                                                        double *points);

/**
 * A point of the value function of a number scale: what an answer is worth.
 *
 * Between its points the function is straight, or exponential between its two ends; beyond them it is level.
 * @param[in] model the model.
 * @param[in] scale its index.
 * @param[in] index from 0, in rising order of the answers.
 * @param[out] answer in the scale's unit.
 * @param[out] points 0..100.
 * @param[out] rho of an exponential function, 0 for a straight one; may be NULL.
 * @retval RAPPORT_OK they are set.
 * @retval RAPPORT_NOT_FOUND the function has no more points.
 * @retval RAPPORT_BAD_ARGUMENT there is no such number scale, or something is NULL.
 */
RAPPORT_API rapport_status rapport_model_get_knot(const rapport_model *model, uint32_t scale, uint32_t index, double *answer,
                                                  double *points, double *rho);

/**
 * Number of gates.
 * @param[in] model the model.
 * @return how many.
 */
RAPPORT_API uint32_t rapport_model_count_gates(const rapport_model *model);

/**
 * What a gate is.
 * @param[in] model the model.
 * @param[in] gate its index.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such gate, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_model_get_gate(const rapport_model *model, uint32_t gate, rapport_gate *out);

/**
 * Number of bands.
 * @param[in] model the model.
 * @return at least 1.
 */
RAPPORT_API uint32_t rapport_model_count_bands(const rapport_model *model);

/**
 * What a band is.
 * @param[in] model the model.
 * @param[in] band its index, the lowest band being 0.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_ARGUMENT there is no such band, or `out` is NULL or too small.
 */
RAPPORT_API rapport_status rapport_model_get_band(const rapport_model *model, uint32_t band, rapport_band *out);

/**
 * Number of overlays that can still be applied.
 * @param[in] model the model.
 * @return how many; 0 for a model with an overlay applied.
 */
RAPPORT_API uint32_t rapport_model_count_overlays(const rapport_model *model);

/**
 * The overlay with an id.
 * @param[in] model the model.
 * @param[in] id NUL-terminated.
 * @return its index, or #RAPPORT_NONE.
 */
RAPPORT_API uint32_t rapport_model_find_overlay(const rapport_model *model, const char *id);

/**
 * The same model for one kind of partner: weights multiplied, targets replaced, with a fingerprint of its own.
 * @param[in] model the model as written; may be destroyed before the copy.
 * @param[in] overlay index of the overlay.
 * @param[in] allocator memory functions; NULL for libc.
 * @param[out] out the new model, owned by the caller.
 * @param[out] error detail; may be NULL.
 * @retval RAPPORT_OK `*out` is the new model.
 * @retval RAPPORT_BAD_ARGUMENT there is no such overlay.
 * @retval RAPPORT_BAD_VALUE a weight left its range.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_model_copy_with_overlay(const rapport_model *model, uint32_t overlay,
                                                           const rapport_allocator *allocator, rapport_model **out,
                                                           rapport_error *error);

/**
 * Id of a part of the model.
 * @param[in] model the model.
 * @param[in] part #RAPPORT_OF_NODE, #RAPPORT_OF_SCALE, #RAPPORT_OF_GATE, #RAPPORT_OF_BAND or #RAPPORT_OF_OVERLAY.
 * @param[in] index which one.
 * @param[in] step for a scale, 0 for the scale itself or the number of a level or option; otherwise 0.
 * @return borrowed text; "" for the root and for a level without an id; NULL if there is no such part.
 */
RAPPORT_API const char *rapport_model_part_id(const rapport_model *model, int32_t part, uint32_t index, uint32_t step);

/**
 * A label in the wanted language.
 * @param[in] model the model.
 * @param[in] part #RAPPORT_OF_MODEL to #RAPPORT_OF_OVERLAY.
 * @param[in] index which one.
 * @param[in] step 0, or the number of a level or option.
 * @param[in] label #RAPPORT_TITLE to #RAPPORT_ANCHOR.
 * @param[in] language such as "de"; NULL for any. Where it is not there: English, then the first that is.
 * @return borrowed text. Without a title the id; "" where there is nothing.
 * @par Cost
 * O(log n).
 */
RAPPORT_API const char *rapport_model_label(const rapport_model *model, int32_t part, uint32_t index, uint32_t step,
                                            int32_t label, const char *language);

/**
 * Writes the model as canonical JSON (`rapport-model/1`): RFC 8785, defaults dropped.
 *
 * Reading it back and writing again gives the same bytes. A model with an overlay applied is written as it then is.
 * @param[in] model the model.
 * @param[in] writer takes the text.
 * @param[in] user handed to the writer.
 * @retval RAPPORT_OK all is written.
 * @retval RAPPORT_WRITE_FAILED the writer gave up.
 * @retval RAPPORT_NO_MEMORY the allocator gave up.
 */
RAPPORT_API rapport_status rapport_model_write(const rapport_model *model, rapport_writer writer, void *user);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
