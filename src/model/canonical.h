/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_MODEL_CANONICAL_H
#define RAPPORT_SRC_MODEL_CANONICAL_H
/* The model as canonical JSON: keys in the order of RFC 8785, defaults dropped; with `meaning` only what can change a number.
 * The writer knows the path of the object at hand, to find what the host keeps under its x. */
#include "base/json_write.h"
#include "model/model.h"

enum { RAPPORT__CANONICAL_PATH = 1024 };

typedef struct rapport__canonical {
    const rapport_model *model;
    const rapport__content *content;
    bool meaning;
    rapport__sink sink;
    rapport__json_writer json;
    char path[RAPPORT__CANONICAL_PATH]; /* of the object being written */
} rapport__canonical;

/* Extend the path by a key or an index; they return what leave() takes to shorten it again. */
size_t rapport__canonical_enter(rapport__canonical *c, const char *key);
size_t rapport__canonical_enter_index(rapport__canonical *c, uint32_t index);
void rapport__canonical_leave(rapport__canonical *c, size_t length);

void rapport__canonical_text(rapport__canonical *c, const char *key, const char *text);
void rapport__canonical_number(rapport__canonical *c, const char *key, double number);
void rapport__canonical_true(rapport__canonical *c, const char *key);

/* An object whose keys all come before "x", which close() adds. */
void rapport__canonical_open(rapport__canonical *c);
void rapport__canonical_close(rapport__canonical *c);

/* Other objects: to be called before each key and, with NULL, at the end; writes the x of the object, once, in its place. */
void rapport__canonical_extra(rapport__canonical *c, const char *next, bool *done);

/* A label in all its languages, with its key or as a bare value. */
void rapport__canonical_label(rapport__canonical *c, const char *key, int32_t part, uint32_t index, uint32_t step,
                              int32_t label);
void rapport__canonical_languages(rapport__canonical *c, const rapport__label *labels, uint32_t count);

void rapport__canonical_power(rapport__canonical *c, double power);

/* A map from ids, in their order, to values: `put` writes the i-th member, whose id `name` gives. */
void rapport__canonical_map(rapport__canonical *c, const char *key, uint32_t count,
                            const char *(*name)(rapport__canonical *, uint32_t, const void *),
                            void (*put)(rapport__canonical *, uint32_t, const void *), const void *context);

/* An array: `put` writes the i-th element. */
void rapport__canonical_list(rapport__canonical *c, const char *key, uint32_t count,
                             void (*put)(rapport__canonical *, uint32_t));

/* The parts of a model. */
void rapport__canonical_scale(rapport__canonical *c, uint32_t index);
void rapport__canonical_nodes(rapport__canonical *c);
void rapport__canonical_gate(rapport__canonical *c, uint32_t index);
void rapport__canonical_band(rapport__canonical *c, uint32_t index);
void rapport__canonical_overlay(rapport__canonical *c, uint32_t index);

#endif
