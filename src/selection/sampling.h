/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_SELECTION_SAMPLING_H
#define RAPPORT_SRC_SELECTION_SAMPLING_H
/* What is drawn, and drawing it a tile at a time: one lane a draw, so that every loop runs along equal lanes.
 *
 * Weights are whole numbers that add up to 2^31, values whole numbers up to 2^22 either way, scaled values being in units of
 * 2^-20. So a product is below 2^53, and so is a score: doubles hold them exactly, in whatever order they are added. */
#include "base/random.h"
#include "rapport/acceptability.h"
#include "selection/scaled.h"
#include "selection/weight_region.h"

enum { RAPPORT__LANES = 128, RAPPORT__VALUE_UNIT = 1 << 20, RAPPORT__VALUE_END = 1 << 22 };
#define RAPPORT__WEIGHT_UNIT 2147483648u

/* Parts of the stream of a block. */
enum { RAPPORT__PART_WEIGHTS, RAPPORT__PART_VALUES, RAPPORT__PART_ORDER, RAPPORT__PART_TRIES, RAPPORT__PART_CONFIDENCE };

/* A value that is not a plain number. */
typedef struct rapport__uncertain {
    uint32_t place, criterion;
    double low, steps;      /* uniform over low, low + 1, ... low + steps */
    double mean, deviation; /* normal if deviation > 0 */
} rapport__uncertain;

struct rapport_sampling {
    rapport_allocator mem;
    rapport__scaled scaled;
    rapport__region region;
    int64_t draws, seed;
    double *value; /* per place and criterion, in units; 0 where uncertain */
    rapport__uncertain *cells;
    size_t cell_count;

    /* Weights in units, per criterion. */
    double *low, *high, *base; /* ends; what is added to what is drawn */
    uint32_t *open;            /* criteria whose ends differ; first those with a place, the most important first */
    uint32_t *level;           /* for each open criterion with a place, how many are on its level and not yet passed */
    uint32_t open_count, sorted_count;
    double spread; /* units that are spread over the open ones */
    bool reject, walk;
    double acceptance;
};

/* Everything that drawing needs beside the sampling. */
typedef struct rapport__draws {
    rapport__random weights, values, order;
    double *weight;      /* criteria * LANES */
    double *attempt;     /* the same, before rejection */
    int32_t *point;      /* criteria * LANES */
    uint32_t *word;      /* criteria * LANES, at least 4 * LANES */
    double *state;       /* criteria: where a walk is */
    uint32_t tries_left; /* lanes of `attempt` that are not yet looked at */
} rapport__draws;

rapport_status rapport__draws_init(rapport__draws *draws, const rapport_sampling *s);
void rapport__draws_clear(rapport__draws *draws, const rapport_allocator *mem);
void rapport__draws_begin(rapport__draws *draws, const rapport_sampling *s, int64_t block);

/* Settles the fields for weights, from the region and by trying. draw_weights.c */
void rapport__settle_weights(rapport_sampling *s);
double rapport__try_weights(const rapport_sampling *s, rapport__draws *draws); /* share of tries that keep to the rules */
void rapport__draw_weights(const rapport_sampling *s, rapport__draws *draws, uint32_t lanes);
void rapport__walk_begin(const rapport_sampling *s, rapport__draws *draws); /* weight_walk.c */
void rapport__walk(const rapport_sampling *s, rapport__draws *draws, uint32_t lanes);

/* Draws an uncertain value for each lane. draw_values.c */
void rapport__draw_value(const rapport__uncertain *cell, rapport__random *random, double out[RAPPORT__LANES]);

#endif
