/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_MODEL_CONTENT_H
#define RAPPORT_SRC_MODEL_CONTENT_H
/* What a model consists of, the same in a draft and in a built model. */
#include <stdbool.h>

#include "base/index.h"
#include "base/memory.h"
#include "rapport/model.h"

/* How the value function of a number scale was given. */
enum { SHAPE_POINTS = 0, SHAPE_LINEAR = 1, SHAPE_RANGE = 2, SHAPE_EXPONENTIAL = 3 };

typedef struct rapport__step {
    const char *id; /* "" if a level has none */
    double points;
} rapport__step;

typedef struct rapport__scale {
    const char *id, *unit;
    int32_t kind, shape;
    bool reversed, own_points; /* levels: level 1 is best; points are not the default ones */
    uint32_t step_count, step_capacity;
    rapport__step *steps; /* levels and options */
    double given[4];      /* worst, best, rho, or the four ends of a range, as entered */
    uint32_t knots;
    double x[RAPPORT_MAX_KNOTS], y[RAPPORT_MAX_KNOTS]; /* of every shape but the exponential */
} rapport__scale;

typedef struct rapport__node {
    const char *id; /* "" for the root */
    double weight;  /* as entered, times the overlay's factor */
    double entered; /* built: as entered */
    double power;   /* groups; HUGE_VAL, -HUGE_VAL for max, min */
    double target;  /* own; in a built model what holds */
    double total;   /* built, groups: sum of the counting children's weights */
    double share;   /* built: product of normalised weights, 0 where it does not count */
    int32_t kind, together;
    uint32_t parent, scale;
    uint32_t depth;             /* 0 for the root */
    uint32_t end;               /* built: one past the last descendant; the next sibling, if there is one */
    uint32_t first, last, next; /* draft: children in order of addition */
    bool own_target, informational;
    bool counts;          /* built: has weight and is not informational */
    bool target_replaced; /* built: by the overlay */
    bool enters;          /* built: it and all above it count */
} rapport__node;

typedef struct rapport__gate {
    const char *id;
    rapport_gate is;
} rapport__gate;

typedef struct rapport__band {
    const char *id;
    rapport_band is;
} rapport__band;

typedef struct rapport__change { /* of a weight or target by an overlay */
    uint32_t node;
    double value;
} rapport__change;

typedef struct rapport__overlay {
    const char *id;
    rapport__change *weights, *targets;
    uint32_t weight_count, weight_capacity, target_count, target_capacity;
} rapport__overlay;

typedef struct rapport__label {
    int32_t part, label;
    uint32_t index, step;
    const char *language; /* NULL: without languages */
    const char *text;
} rapport__label;

typedef struct rapport__extra { /* the host's `x` of the object at `path` */
    const char *path, *json;
} rapport__extra;

typedef struct rapport__content {
    rapport__arena arena; /* ids, labels, extras */
    const char *id, *version;
    int32_t missing;
    uint32_t anonymity_floor;
    double minimum_coverage, target;
    rapport__scale *scales;
    rapport__node *nodes; /* [0] is the root */
    rapport__gate *gates;
    rapport__band *bands;
    rapport__overlay *overlays;
    rapport__label *labels;
    rapport__extra *extras;
    uint32_t scale_count, node_count, gate_count, band_count, overlay_count, label_count, extra_count;
    uint32_t scale_capacity, node_capacity, gate_capacity, band_capacity, overlay_capacity, label_capacity, extra_capacity;
    rapport__index node_index; /* by id */
} rapport__content;

void rapport__content_init(rapport__content *content, const rapport_allocator *mem);
void rapport__content_clear(rapport__content *content);

/* A deep copy, memory from `mem`. order[i] is the node that becomes node i; place[] is its inverse; NULL keeps the order. */
rapport_status rapport__content_copy(const rapport__content *from, const uint32_t *order, const uint32_t *place,
                                     const rapport_allocator *mem, rapport__content *out);

/* Whether a node counts for its parent. */
static inline bool rapport__node_counts(const rapport__node *node, double weight)
{
    return weight > 0 && !node->informational;
}

static inline bool rapport__weight_valid(double weight)
{
    return weight == 0 || (weight >= 1e-12 && weight <= 1e12);
}

#endif
