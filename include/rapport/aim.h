/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_AIM_H
#define RAPPORT_AIM_H
/**
 * @file
 * @brief Aims: what the parties want, know of each other, share and oppose.
 */
#include "rapport/base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup aim Aims and vision
 * @ingroup measures
 * Whether the parties want the same, now and in the future, know what the others want, and share a vision. The rules of
 * @ref measures hold. Aims of today and of tomorrow are two calls with two arrays.
 * @{
 */

/** How far several pairs overlap. */
typedef struct rapport_alignment {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_alignment)`. */
    uint32_t pairs;       /**< How many pairs enter. */
    double mean;          /**< Mean overlap, 0..1. */
    double lowest;        /**< Lowest overlap. */
    uint32_t one;         /**< The first party of the lowest pair; for transparency the one that believes. */
    uint32_t other;       /**< The second; for transparency the one whose aims they are. */
} rapport_alignment;

/** How far a vision is shared. */
typedef struct rapport_shared_vision {
    uint32_t struct_size;   /**< Set by the caller to `sizeof(rapport_shared_vision)`. */
    uint32_t weakest_party; /**< Who shares it least. */
    double value;           /**< Points, 0..100: the least over the parties of mean times agreement. */
} rapport_shared_vision;

/**
 * Overlap of two sets of priorities: sum of the smaller share of each aim.
 *
 * Between what two parties want it says how far their aims agree, for now or for the future. Between what one believes the
 * other's aims to be and what the other states, it is *transparency*.
 * @param[in] ours the weight of each aim in one set.
 * @param[in] theirs the weight of each aim in the other.
 * @param[in] aims how many, from 1.
 * @param[out] overlap 0, nothing in common, to 1, the same priorities.
 * @retval RAPPORT_OK `*overlap` is filled.
 * @retval RAPPORT_UNDEFINED there are no aims, or the weights of one set add up to 0.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL.
 * @retval RAPPORT_LIMIT there are too many aims.
 * @par Source
 * Schoener 1968; the proportional similarity of ecology.
 */
RAPPORT_API rapport_status rapport_aim_overlap_compute(const double *ours, const double *theirs, uint32_t aims,
                                                       double *overlap);

/**
 * Overlap of the aims of all pairs of parties.
 *
 * A party whose weights are all 0 has not said what it wants; it is left out.
 * @param[in] weights parties x aims.
 * @param[in] parties how many, from 2.
 * @param[in] aims how many, from 1.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_UNDEFINED fewer than two parties have aims.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL or `struct_size` too small.
 * @retval RAPPORT_LIMIT there are too many parties or aims.
 */
RAPPORT_API rapport_status rapport_aim_alignment_compute(const double *weights, uint32_t parties, uint32_t aims,
                                                         rapport_alignment *out);

/**
 * Transparency: how well the parties know each other's aims.
 *
 * A row whose weights are all 0 was not given; pairs that need it are left out. What a party believes of itself is not used.
 * @param[in] believed parties x parties x aims: `believed[(a * parties + b) * aims + aim]` is what `a` believes `b` to want.
 * @param[in] stated parties x aims: what each states.
 * @param[in] parties how many, from 2.
 * @param[in] aims how many, from 1.
 * @param[in,out] out `struct_size` set by the caller; ordered pairs enter.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_UNDEFINED there is no pair of a belief and a statement.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL or `struct_size` too small.
 * @retval RAPPORT_LIMIT there are too many parties or aims.
 */
RAPPORT_API rapport_status rapport_aim_transparency_compute(const double *believed, const double *stated, uint32_t parties,
                                                            uint32_t aims, rapport_alignment *out);

/**
 * The aims that one party supports and another opposes.
 * @param[in] support parties x aims, -1, firmly against, to 1, firmly for; 0 is neither.
 * @param[in] parties how many, from 2.
 * @param[in] aims how many, from 1.
 * @param[out] opposed room for `capacity` aims, in their order; may be NULL if that is 0.
 * @param[in] capacity how many fit.
 * @param[out] count how many there are.
 * @retval RAPPORT_OK `*count` is filled.
 * @retval RAPPORT_UNDEFINED there are fewer than two parties, or no aims.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL.
 * @retval RAPPORT_LIMIT there are too many parties or aims.
 */
RAPPORT_API rapport_status rapport_aim_conflict_compute(const double *support, uint32_t parties, uint32_t aims,
                                                        uint32_t *opposed, uint32_t capacity, uint32_t *count);

/**
 * Shared vision: the least over the parties of how much each wants the vision times how far its people agree on that.
 * @param[in] means of each party's ratings of the vision, in points 0..100.
 * @param[in] agreements r_wg of each party's ratings, -1e300..1; below 0 counts as 0, 1 is a party of one voice.
 * @param[in] parties how many, from 2.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_UNDEFINED there are fewer than two parties.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL or `struct_size` too small.
 * @retval RAPPORT_LIMIT there are too many parties.
 * @par Source
 * r_wg: James, Demaree & Wolf 1984. The product is our own.
 */
RAPPORT_API rapport_status rapport_shared_vision_compute(const double *means, const double *agreements, uint32_t parties,
                                                         rapport_shared_vision *out);

/**
 * Boldness of a vision: how much of the way from today to the best that is feasible it asks for.
 * @param[in] today where the partnership stands, -1e300..1e300.
 * @param[in] target what the vision asks for, in the same unit.
 * @param[in] feasible the best that is thought possible, above `today`.
 * @param[out] boldness (target - today) / (feasible - today): 0 stands still, 1 asks for all, more for the impossible.
 * @retval RAPPORT_OK `*boldness` is filled.
 * @retval RAPPORT_UNDEFINED nothing better than today is feasible, or so little that the number is out of all proportion.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT `boldness` is NULL.
 */
RAPPORT_API rapport_status rapport_boldness_compute(double today, double target, double feasible, double *boldness);

/**
 * Horizon overlap: the shortest planning horizon / the longest.
 * @param[in] horizons how far ahead each party plans with the others, in one unit of time, 0..1e300.
 * @param[in] parties how many, from 2.
 * @param[out] overlap 0..1.
 * @retval RAPPORT_OK `*overlap` is filled.
 * @retval RAPPORT_UNDEFINED there are fewer than two parties, or none looks ahead.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL.
 * @retval RAPPORT_LIMIT there are too many parties.
 */
RAPPORT_API rapport_status rapport_horizon_overlap_compute(const double *horizons, uint32_t parties, double *overlap);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
