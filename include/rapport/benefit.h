/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_BENEFIT_H
#define RAPPORT_BENEFIT_H
/**
 * @file
 * @brief Who gains and who bears: win-win, balance, equity, overload.
 */
#include "rapport/base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup measures Measures of a partnership
 * Pure functions over the caller's arrays. They need no model and no assessment; docs/measures.md explains what each means.
 *
 * @par Rules that hold for all of them
 * - Arrays are read, never kept, and nothing is allocated. A table of rows lies row after row: `table[row * columns + column]`.
 * - Amounts and weights are relative: only their proportions count. They lie in 0..1e300 unless a function says otherwise;
 *   a weight array that may be NULL means equal weights.
 * - #RAPPORT_UNDEFINED says that the number does not exist here: fewer than two parties where it takes two, amounts that add
 *   up to 0. It is not 0, and no NaN ever comes out.
 * - #RAPPORT_BAD_VALUE says that a number is NaN, infinite or outside its range; #RAPPORT_BAD_ARGUMENT that a pointer is NULL,
 *   an index points to nothing, or a `struct_size` cannot be one; #RAPPORT_LIMIT that there are more than #RAPPORT_MAX_PARTIES
 *   parties or #RAPPORT_MAX_NODES skills, rivals, aims, tasks, roles, plans, scenarios, stages or topics.
 * - Unless the status is #RAPPORT_OK, nothing has been written.
 * - Thresholds are compared with both sides rounded to 1e-9. Of several that are equal, the first is named.
 */

/**
 * @defgroup benefit Gain, balance and burden
 * @ingroup measures
 * Who gains, who bears, and whether that is as agreed.
 * @{
 */

/** What a partnership is to its parties, each against its best alternative. */
enum {
    RAPPORT_WIN_WIN = 1,  /**< Every party is better off. */
    RAPPORT_WIN_LOSE = 2, /**< Some are, some are not. */
    RAPPORT_LOSE_LOSE = 3 /**< No party is. */
};

/** Named constellations; several may hold at once, so each is a bit. */
enum {
    RAPPORT_DREAM = 1,                     /**< Vision >= 70, strategy < 40: nobody works towards it. */
    RAPPORT_ORPHAN_VISION = 2,             /**< Vision >= 70, leadership < 40: nobody carries it. */
    RAPPORT_BUSY = 4,                      /**< Strategy >= 70, vision < 40: plans without a picture of the end. */
    RAPPORT_DRIVE_WITHOUT_DESTINATION = 8, /**< Leadership >= 70, vision < 40. */
    RAPPORT_ONE_HORSE_TEAM = 16,           /**< A party bears more than 1.5 times its agreed share. */
    RAPPORT_ORPHAN_ACTIONS = 32            /**< Actions that carry out no strategy. */
};

/** What the parties gain. */
typedef struct rapport_gain {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_gain)`. */
    int32_t kind;         /**< #RAPPORT_WIN_WIN, #RAPPORT_WIN_LOSE or #RAPPORT_LOSE_LOSE. */
    double surplus;       /**< Sum of the net benefits: what all gain together. */
    double worst;         /**< The net benefit of the worst-off party. */
    double nash;          /**< n-th root of the product of the net benefits; exists only for win-win, else 0. */
    uint32_t worst_party; /**< Who is worst off. */
    int32_t has_nash;     /**< 1 if `nash` exists. */
} rapport_gain;

/** How evenly amounts are spread. */
typedef struct rapport_balance {
    uint32_t struct_size;       /**< Set by the caller to `sizeof(rapport_balance)`. */
    uint32_t reserved;          /**< 0. */
    double balance;             /**< 1 exactly as agreed, 0 if all goes to the party with the smallest agreed share. */
    double jain;                /**< Jain's index, 1/n..1; 1 if all have the same, whatever was agreed. */
    double jain_rescaled;       /**< The same stretched to 0..1. */
    double smallest_to_largest; /**< Smallest amount / largest amount, 0..1. */
} rapport_balance;

/** How what the parties get compares with what they put in. */
typedef struct rapport_equity {
    uint32_t struct_size;   /**< Set by the caller to `sizeof(rapport_equity)`. */
    uint32_t reserved;      /**< 0. */
    double index;           /**< Lowest ratio / highest ratio, 0..1; 1 is equity. */
    double lowest;          /**< Lowest ratio of benefit share to contribution share. */
    double highest;         /**< Highest ratio. */
    uint32_t lowest_party;  /**< Who gets least for what it puts in. */
    uint32_t highest_party; /**< Who gets most. */
} rapport_equity;

/** Whether a party bears more than was agreed. */
typedef struct rapport_overload {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_overload)`. */
    uint32_t party;       /**< Whose burden is largest against its agreed share. */
    double ratio;         /**< Its burden share / agreed share; 1 is as agreed. 0 if it is without bound. */
    int32_t has_ratio;    /**< 0 if `party` bears something and agreed to nothing: no number is large enough. */
    uint32_t overloaded;  /**< How many parties bear more than 1.5 times their agreed share. */
    uint32_t patterns;    /**< #RAPPORT_ONE_HORSE_TEAM if there are any, else 0. */
    uint32_t reserved;    /**< 0. */
} rapport_overload;

/**
 * Net benefit of each party against its best alternative: benefits - burdens - alternative.
 * @param[in] benefits what each gets out of the partnership, -1e300..1e300.
 * @param[in] burdens what each puts in, 0..1e300, in the same unit; NULL is none.
 * @param[in] alternatives what each would gain without the partnership, -1e300..1e300; NULL is nothing.
 * @param[in] parties how many, from 1.
 * @param[out] net room for one number a party; may be one of the arrays that go in.
 * @retval RAPPORT_OK `net` is filled.
 * @retval RAPPORT_UNDEFINED there are no parties.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT `benefits` or `net` is NULL.
 * @retval RAPPORT_LIMIT there are too many parties.
 * @par Source
 * The alternative is the disagreement point of Nash 1950.
 */
RAPPORT_API rapport_status rapport_net_benefit_compute(const double *benefits, const double *burdens,
                                                       const double *alternatives, uint32_t parties, double *net);

/**
 * Win-win class, joint surplus, worst-off party and Nash product.
 *
 * A net benefit is above 0 if it is still when rounded to 1e-9. All above 0 is win-win, none lose-lose, else win-lose.
 * @param[in] net net benefits in one unit, -1e301..1e301; see rapport_net_benefit_compute().
 * @param[in] parties how many, from 2.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_UNDEFINED there are fewer than two parties.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL or `struct_size` too small.
 * @retval RAPPORT_LIMIT there are too many parties.
 * @par Source
 * Nash 1950 for the product; its n-th root has the unit of the net benefits.
 */
RAPPORT_API rapport_status rapport_gain_compute(const double *net, uint32_t parties, rapport_gain *out);

/**
 * Synergy: what the parties achieve together beyond what they would achieve alone, relative to the latter.
 * @param[in] together what they achieve together, -1e301..1e301.
 * @param[in] alone what each would achieve alone, -1e301..1e301, in the same unit.
 * @param[in] parties how many, from 2.
 * @param[out] synergy (together - sum of alone) / sum of alone; 0.25 is a quarter more.
 * @retval RAPPORT_OK `*synergy` is filled.
 * @retval RAPPORT_UNDEFINED there are fewer than two parties, or alone they would achieve nothing or less.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL.
 * @retval RAPPORT_LIMIT there are too many parties.
 */
RAPPORT_API rapport_status rapport_synergy_compute(double together, const double *alone, uint32_t parties, double *synergy);

/**
 * How evenly benefits or burdens are spread, or how much as agreed.
 * @param[in] amounts one a party.
 * @param[in] agreed agreed shares, relative; NULL is equal ones.
 * @param[in] parties how many, from 2.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_UNDEFINED there are fewer than two parties, or the amounts or the agreed shares add up to 0.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL or `struct_size` too small.
 * @retval RAPPORT_LIMIT there are too many parties.
 * @par Source
 * Balance: Hoover 1936 for half the sum of differences between shares, here relative to its largest value. Jain, Chiu & Hawe
 * 1984 for the index; for unequal deals they pass amounts divided by what was agreed.
 */
RAPPORT_API rapport_status rapport_balance_compute(const double *amounts, const double *agreed, uint32_t parties,
                                                   rapport_balance *out);

/**
 * Equity: each party's share of the benefits against its share of the contributions.
 * @param[in] benefits what each gets.
 * @param[in] contributions what each puts in, > 0.
 * @param[in] parties how many, from 2.
 * @param[out] ratios room for one number a party; may be NULL.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_UNDEFINED there are fewer than two parties, there are no benefits, or a party contributes nothing (or
 *         less than 1e-300 of all): it has no ratio.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL or `struct_size` too small.
 * @retval RAPPORT_LIMIT there are too many parties.
 * @par Source
 * Adams 1965: people compare the ratios of outcome to input.
 */
RAPPORT_API rapport_status rapport_equity_compute(const double *benefits, const double *contributions, uint32_t parties,
                                                  double *ratios, rapport_equity *out);

/**
 * Overload: the largest burden share against the agreed share. A lone party bears all, as agreed: 1.
 * @param[in] burdens what each bears.
 * @param[in] agreed agreed shares, relative; NULL is equal ones.
 * @param[in] parties how many, from 1.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled; look at `has_ratio`.
 * @retval RAPPORT_UNDEFINED there are no parties, or the burdens or the agreed shares add up to 0.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL or `struct_size` too small.
 * @retval RAPPORT_LIMIT there are too many parties.
 */
RAPPORT_API rapport_status rapport_overload_compute(const double *burdens, const double *agreed, uint32_t parties,
                                                    rapport_overload *out);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
