/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_MODEL_DRAFT_H
#define RAPPORT_SRC_MODEL_DRAFT_H
/* A model that is still being written: its content, and indices that keep ids unique. */
#include "base/error.h"
#include "model/content.h"
#include "rapport/draft.h"

struct rapport_draft {
    rapport__content content;
    rapport__index scale_index, gate_index, band_index, overlay_index;
};

static inline const rapport_allocator *rapport__draft_memory(const rapport_draft *draft)
{
    return &draft->content.arena.mem;
}

/* Where in the draft a problem lies: /section/id/key/item, each NULL (0) where there is none; items count from 1 here. */
typedef struct rapport__place {
    const char *section, *id, *key;
    uint32_t item;
} rapport__place;

rapport_status rapport__refuse(rapport_error *error, rapport_status status, rapport__place place, const char *const *parts);

/* REFUSE(error, RAPPORT_BAD_VALUE, AT("criteria", id, "weight"), "weight must be … not ", text) */
#define AT(section, id, key) AT_ITEM(section, id, key, 0)
#define AT_ITEM(section, id, key, item) ((rapport__place){(section), (id), (key), (item)})
#define REFUSE(error, status, place, ...) rapport__refuse((error), (status), (place), (const char *const[]){__VA_ARGS__, NULL})

/* RAPPORT_OK if `value` lies in low..high; otherwise says so of `place.key`. NaN lies nowhere. */
rapport_status rapport__need_range(rapport_error *error, rapport__place place, double value, double low, double high);

/* As above for 0 or 1e-12..1e12. */
rapport_status rapport__need_weight(rapport_error *error, rapport__place place, double weight);

/* Checks a new id of a section against its rules and its index, and copies it: *copy is NULL without memory. */
rapport_status rapport__need_new_id(rapport_draft *draft, const rapport__index *index, const char *section, const char *id,
                                    const char **copy, rapport_error *error);

#endif
