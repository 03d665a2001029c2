/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_NETWORK_H
#define RAPPORT_NETWORK_H
/**
 * @file
 * @brief Who depends on whom, and trust among more than two.
 */
#include "rapport/base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup network Dependence and networks
 * @ingroup measures
 * Dependence of two parties on each other, and the trust among several. The rules of @ref measures hold.
 * @{
 */

/** How two parties depend on each other. */
typedef struct rapport_dependence {
    uint32_t struct_size; /**< Set by the caller to `sizeof(rapport_dependence)`. */
    uint32_t reserved;    /**< 0. */
    double joint;         /**< Sum of both: how much is at stake between them. */
    double asymmetry;     /**< Ours minus theirs: positive if we depend more. */
} rapport_dependence;

/** Trust in a network. A tie is trust of at least the cut; it is returned if the other one has it too. */
typedef struct rapport_network {
    uint32_t struct_size;       /**< Set by the caller to `sizeof(rapport_network)`. */
    uint32_t brokers;           /**< Parties without whom others would no longer be connected by returned ties. */
    double mutual;              /**< Mean over the pairs of the lower of the two trusts. */
    double weakest;             /**< The lowest of these: the weakest link. */
    double asymmetry;           /**< Mean over the pairs of the difference. */
    double widest;              /**< The largest difference. */
    double density;             /**< Ties / possible ties, 0..1. */
    double reciprocity;         /**< Ties that are returned / ties; 0 if there are no ties. */
    double centralisation;      /**< 0, all have as many returned ties, to 1, a star; 0 if there are two parties. */
    uint32_t weakest_one;       /**< The weakest link's first party. */
    uint32_t weakest_other;     /**< Its second party. */
    uint32_t widest_trusting;   /**< Who trusts more in the most unequal pair. */
    uint32_t widest_trusted;    /**< Who trusts less in it. */
    uint32_t islands;           /**< Parts that returned ties do not connect; 1 if all hang together. */
    int32_t has_reciprocity;    /**< 0 if there are no ties. */
    int32_t has_centralisation; /**< 0 if there are two parties. */
    uint32_t reserved;          /**< 0. */
} rapport_network;

/**
 * Joint dependence and its asymmetry. Both matter: joint dependence helps performance, an advantage of one does not.
 * @param[in] ours how much we depend on them, 0..1e300.
 * @param[in] theirs how much they depend on us, on the same scale.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT `out` is NULL or `struct_size` too small.
 * @par Source
 * Emerson 1962; Gulati & Sytch 2007.
 */
RAPPORT_API rapport_status rapport_dependence_compute(double ours, double theirs, rapport_dependence *out);

/**
 * Trust among several parties: mutual trust, asymmetry, weakest link, density, reciprocity, centralisation, brokers.
 *
 * Density and reciprocity count ties as they point. Centralisation, islands and brokers look at returned ties only. A *broker*
 * is a party whose leaving would split a part that hangs together now.
 * @param[in] trust parties x parties, 0..100: `trust[a * parties + b]` is a's trust in b. The diagonal is not looked at.
 * @param[in] parties how many, from 2.
 * @param[in] cut the trust from which there is a tie, 0..100.
 * @param[out] brokers room for `capacity` parties, in their order; may be NULL if that is 0.
 * @param[in] capacity how many fit; `out->brokers` says how many there are.
 * @param[in,out] out `struct_size` set by the caller.
 * @retval RAPPORT_OK `*out` is filled.
 * @retval RAPPORT_UNDEFINED there are fewer than two parties.
 * @retval RAPPORT_BAD_VALUE a number is outside its range.
 * @retval RAPPORT_BAD_ARGUMENT a pointer is NULL or `struct_size` too small.
 * @retval RAPPORT_LIMIT there are too many parties.
 * @par Source
 * Centralisation of degrees: Freeman 1978. Brokers are the cut vertices of the graph of returned ties.
 */
RAPPORT_API rapport_status rapport_network_compute(const double *trust, uint32_t parties, double cut, uint32_t *brokers,
                                                   uint32_t capacity, rapport_network *out);

/** @} */

#ifdef __cplusplus
}
#endif
#endif
