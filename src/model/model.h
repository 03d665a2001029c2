/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_MODEL_MODEL_H
#define RAPPORT_SRC_MODEL_MODEL_H
/* A built model: its content in model order, compiled for scoring. The children of group i are i + 1, then each one's `end`, up
 * to the group's own `end`; a node's children always come after it. */
#include "base/error.h"
#include "base/sha256.h"
#include "model/content.h"

#define RAPPORT__PRINT_SIZE (7 + RAPPORT__SHA256_TEXT_SIZE) /* "sha256:" and the digest */

struct rapport_model {
    rapport__content content;
    const char *applied;                   /* overlay; NULL for none */
    uint32_t *scale_order, *overlay_order; /* by id; labels and extras are sorted themselves */
    char fingerprint[RAPPORT__PRINT_SIZE], document[RAPPORT__PRINT_SIZE];
};

/* Makes a model of content, with `overlay` (or RAPPORT_NONE) applied; order and place as for rapport__content_copy(). */
rapport_status rapport__model_build(const rapport__content *content, const uint32_t *order, const uint32_t *place,
                                    uint32_t overlay, const rapport_allocator *mem, rapport_model **out, rapport_error *error);

/* Of changes of one overlay to the same node the last holds; they end up in the order of the ids. */
rapport_status rapport__settle_overlays(rapport__content *content);

/* Of labels and extras for the same thing the last holds; they end up sorted. */
rapport_status rapport__settle_texts(rapport__content *content);

/* Fills the orders by id in which the canonical document lists scales and overlays. */
rapport_status rapport__sort_ids(rapport_model *model);

/* Writes canonical JSON; without what cannot change a number if `meaning`. */
rapport_status rapport__model_write_canonical(const rapport_model *model, bool meaning, rapport_writer writer, void *user);

/* Where the labels of one kind of one part begin, and how many languages there are. */
uint32_t rapport__model_find_labels(const rapport_model *model, int32_t part, uint32_t index, uint32_t step, int32_t label,
                                    uint32_t *count);

#endif
