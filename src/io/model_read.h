/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_IO_MODEL_READ_H
#define RAPPORT_SRC_IO_MODEL_READ_H
/* The reader of rapport-model/1, over several files. What has a problem is read to its end, but does not enter the draft:
 * once there is a problem the draft is never built. */
#include "io/names.h"

typedef struct rapport__scale_read {
    int32_t kind;    /* 0: it has a problem */
    uint32_t number; /* in the draft */
    uint32_t levels;
} rapport__scale_read;

typedef struct rapport__node_read {
    rapport__json_value value;    /* its object */
    rapport__json_value children; /* its `criteria`; RAPPORT_NONE for a criterion */
    const char *id;               /* NULL: it has none of its own, or lies too deep */
    uint32_t parent;              /* in this list; RAPPORT_NONE: the root */
    uint32_t number;              /* in the draft; RAPPORT_NONE: it has a problem, or something above it */
    double weight;
} rapport__node_read;

typedef struct rapport__model_reading {
    rapport__reading *r;
    rapport__json_value root;
    rapport_draft *draft;
    rapport__names scales, nodes, gates, bands, overlays; /* nodes: by their place in the list */
    rapport__scale_read *scale_list;
    rapport__node_read *node_list; /* in model order */
    uint32_t scale_capacity, node_count, node_capacity;
    bool bands_broken; /* one is not in the draft; the ones above would not fit */
} rapport__model_reading;

/* Reads the model that stands at `root`, reporting every problem; *out is NULL if there is one. `out` may be NULL: then the
 * model is only checked. */
void rapport__read_model(rapport__reading *r, rapport__json_value root, rapport_model **out);

void rapport__read_scales(rapport__model_reading *m, rapport__json_value value);
void rapport__read_nodes(rapport__model_reading *m, rapport__json_value value);
void rapport__read_gates(rapport__model_reading *m, rapport__json_value value);
void rapport__read_bands(rapport__model_reading *m, rapport__json_value value);
void rapport__read_overlays(rapport__model_reading *m, rapport__json_value value);

/* What rapport_draft_check() finds, put back to where it stands in the document. */
void rapport__read_consequences(rapport__model_reading *m);

/* A label of a part of the draft; `number` RAPPORT_NONE: it is only checked. */
void rapport__read_part_label(rapport__model_reading *m, rapport__json_value value, int32_t part, uint32_t number,
                              uint32_t step, int32_t label);

/* The exponent of a group: a number, "min" or "max". */
bool rapport__read_power(rapport__reading *r, rapport__json_value value, double *out);

#endif
