/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_SELECTION_ACCEPTABILITY_H
#define RAPPORT_SRC_SELECTION_ACCEPTABILITY_H
/* Counting ranks. All counts are whole numbers, so that adding them up in any order gives the same.
 *
 * A rank is worth RAPPORT__SHARE, which every number up to 16 divides: g candidates that are tied share g ranks, each a g-th
 * part of each. With more than 16 the parts are as equal as whole numbers can be, and still add up along and across. */
#include "selection/sampling.h"

#define RAPPORT__SHARE 720720u

struct rapport_acceptability {
    const rapport_sampling *sampling;
    int64_t draws;
    uint64_t *rank;               /* who, at which rank: shares */
    uint64_t *pair;               /* who before whom: 2, or 1 if tied */
    double *alone;                /* who, which criterion: sum of weights that make it first, of one block */
    uint64_t *shared;             /* the same times its share, where the first rank is shared */
    uint64_t *total_high, *total; /* share times weight over all blocks, in two words */
    rapport__draws room;
    double *score;                   /* of each, lane by lane */
    int32_t *key, *better;           /* likewise: what is compared first; how many are better */
    uint32_t *rough;                 /* who before whom in a tile */
    uint32_t winner[RAPPORT__LANES]; /* of a tile without ties */
};

/* What one of `tied` candidates that share as many ranks has of the one with this offset; `number` counts the tied. */
uint64_t rapport__tied_share(uint32_t tied, uint32_t number, uint32_t offset);

/* Fills score[] from the weights of a tile, and the counts from score[]. rank_count.c */
void rapport__score_tile(rapport_acceptability *a);
void rapport__count_tile(rapport_acceptability *a, uint32_t lanes);

/* The central weights of a place in units that add up to 2^31; false if it is never first. */
bool rapport__central_weights(const rapport_acceptability *a, uint32_t place, double *out);

#endif
