/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SKILL_H
#define RAPPORT_SKILL_H
/**
 * @file
 * @brief Skills that fit: different yet related, covering the task, rare, and put to the work they are made for.
 */
#include "rapport/base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup skill Skills that fit
 * @ingroup measures
 * Whether the parties' skills differ and yet connect, cover what the task requires, and are used where they are. Levels run
 * from 0, none, to 1, all that is needed. The rules of @ref measures hold.
 * @{
 */

/** How the skills of two parties stand to each other. */
typedef struct rapport_skill_fit {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_skill_fit)`. */
    uint32_t reserved;    /**< 0. */
    double distance;      /**< 0, the same skills in the same proportions, to 1, none in common. */
    double cosine;        /**< Cosine of the two, 0..1, for comparison with other work. */
    double fit;           /**< Distinctive yet related: 1 at the optimum distance, less the further from it. */
} rapport_skill_fit;

/** What the parties cover of what the task requires. */
typedef struct rapport_skill_coverage {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_skill_coverage)`. */
    uint32_t best_party;  /**< Who covers most alone. */
    double all;           /**< Coverage of all together, 0..1. */
    double best_alone;    /**< Coverage of the best party alone. */
    double need;          /**< Need of each other: `all` - `best_alone`. */
    uint32_t holes;       /**< Skills that are required and that no party has at all. */
    uint32_t reserved;    /**< 0. */
} rapport_skill_coverage;

/** Whether those who do the work are those who can. */
typedef struct rapport_work {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_work)`. */
    uint32_t beyond;      /**< How many tasks lie beyond the knowledge of the party that does them. */
    double beyond_share;  /**< Their share of all work, 0..1. */
    double focus;         /**< Skill at work / skill if the best party did every task, 0..1. 0 if it does not exist. */
    int32_t has_focus;    /**< 0 if no party has any of the skills. */
    uint32_t reserved;    /**< 0. */
} rapport_work;

/**
 * Distance between the skills of two parties, and whether they are distinctive yet related.
 *
 * Both arrays are turned into shares. distance = 1 - sum of the smaller share of each skill. fit = 1 - ((distance - optimum) /
 * max(optimum, 1 - optimum))^2, which is 4 d (1 - d) at the optimum 0.5.
 * @param[in] ours how much of each skill one party has.
 * @param[in] theirs how much the other has.
 * @param[in] skills how many, from 1.
 * @param[in] optimum the distance that fits best, 0..1; 0.5 unless there is a reason.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_UNDEFINED there are no skills, or one party has none.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL or `struct_size` too small.
 * @retval RAPPORT_LIMIT there are too many skills.
 * @par Source
 * Distance: Bar & Leiponen 2012. Cosine: Jaffe 1986. Most is learned at a middle distance: Nooteboom et al. 2007; the parabola
 * is our own.
 */
RAPPORT_API rapport_status rapport_skill_fit_compute(const double *ours, const double *theirs, uint32_t skills, double optimum,
                                                     rapport_skill_fit *out);

/**
 * Coverage of what the task requires: of all together, of each alone, and how much they need each other.
 *
 * Coverage = sum of importance times the best level among those who take part / sum of importance.
 * @param[in] importance of each skill.
 * @param[in] levels parties x skills, 0..1.
 * @param[in] parties how many, from 1.
 * @param[in] skills how many, from 1.
 * @param[out] alone room for one number a party, its coverage alone; may be NULL.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_UNDEFINED there are no parties or skills, or nothing is required.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL or `struct_size` too small.
 * @retval RAPPORT_LIMIT there are too many parties or skills.
 */
RAPPORT_API rapport_status rapport_skill_coverage_compute(const double *importance, const double *levels, uint32_t parties,
                                                          uint32_t skills, double *alone, rapport_skill_coverage *out);

/**
 * What each party adds to the coverage of all: its Shapley value, the mean of what it adds over all orders of joining.
 *
 * Exact for any number of parties: per skill this is the airport game, which has a closed form. The shares add up to the
 * coverage of all, equal parties get the same, who adds nothing gets 0.
 * @param[in] importance of each skill.
 * @param[in] levels parties x skills, 0..1.
 * @param[in] parties how many, from 1.
 * @param[in] skills how many, from 1.
 * @param[out] shares room for one number a party.
 * @retval RAPPORT_OK `shares` is filled.
 * @retval RAPPORT_UNDEFINED there are no parties or skills, or nothing is required.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL.
 * @retval RAPPORT_LIMIT there are too many parties or skills.
 * @par Cost
 * skills times parties squared.
 * @par Source
 * Shapley 1953; the closed form: Littlechild & Owen 1973.
 */
RAPPORT_API rapport_status rapport_skill_shapley_compute(const double *importance, const double *levels, uint32_t parties,
                                                         uint32_t skills, double *shares);

/**
 * Uniqueness against competitors: 1 / number of holders of each skill that we hold, ourselves included, weighted.
 * @param[in] importance of each skill; NULL is equal.
 * @param[in] ours our levels, 0..1: those of one party, or the best of each skill among all.
 * @param[in] rivals rivals x skills, 0..1; may be NULL without rivals.
 * @param[in] rival_count how many, 0 to #RAPPORT_MAX_NODES.
 * @param[in] skills how many, from 1.
 * @param[in] held_from the level from which a skill is held, 0..1.
 * @param[out] each room for one number a skill, 0 where we do not hold it; may be NULL.
 * @param[out] uniqueness 1 if no rival holds any of our skills.
 * @retval RAPPORT_OK `*uniqueness` is filled.
 * @retval RAPPORT_UNDEFINED there are no skills, or we hold none that counts.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL.
 * @retval RAPPORT_LIMIT there are too many rivals or skills.
 */
RAPPORT_API rapport_status rapport_skill_uniqueness_compute(const double *importance, const double *ours, const double *rivals,
                                                            uint32_t rival_count, uint32_t skills, double held_from,
                                                            double *each, double *uniqueness);

/**
 * Work beyond knowledge, and whether each party works where it is best.
 *
 * beyond_share = work of the tasks whose party has less than the required level / all work. focus = sum of work times the level
 * of the party that does it / sum of work times the best level of any party.
 * @param[in] work how much each task is.
 * @param[in] required the level that each task requires, 0..1.
 * @param[in] assigned the party that does each task.
 * @param[in] levels parties x tasks: what each party can, 0..1.
 * @param[in] parties how many, from 1.
 * @param[in] tasks how many, from 1.
 * @param[out] beyond room for `capacity` tasks, those beyond knowledge in their order; may be NULL if that is 0.
 * @param[in] capacity how many fit; `out->beyond` says how many there are.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_UNDEFINED there are no parties or tasks, or no work.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL, a task is done by no party that is there, or `struct_size` is too small.
 * @retval RAPPORT_LIMIT there are too many parties or tasks.
 */
RAPPORT_API rapport_status rapport_work_compute(const double *work, const double *required, const uint32_t *assigned,
                                                const double *levels, uint32_t parties, uint32_t tasks, uint32_t *beyond,
                                                uint32_t capacity, rapport_work *out);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
