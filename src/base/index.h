/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_INDEX_H
#define RAPPORT_SRC_BASE_INDEX_H
/* Ids: what one looks like, and an index from ids to numbers. The index is a balanced tree, not a hash table: no choice of ids,
 * however hostile, makes it slower than log n. */
#include <stdbool.h>

#include "base/memory.h"

/* 1..64 characters of a-z 0-9 . _ - , and not "x", which is the host's. */
bool rapport__id_valid(const char *id);

/* Whether a choice or level of this id could be taken for an answer state. */
bool rapport__id_is_state(const char *id);

typedef struct rapport__index_node {
    const char *id; /* borrowed */
    uint32_t value, left, right, level;
} rapport__index_node;

typedef struct rapport__index {
    rapport__index_node *nodes; /* [0] is the empty tree */
    uint32_t count, capacity, root;
} rapport__index; /* all zero is an empty index */

/* The number of an id, or RAPPORT_NONE. O(log n). */
uint32_t rapport__index_find(const rapport__index *index, const char *id);

/* Adds an id that is not there yet; `id` must outlive the index. RAPPORT_NO_MEMORY. O(log n). */
rapport_status rapport__index_add(rapport__index *index, const rapport_allocator *mem, const char *id, uint32_t value);

void rapport__index_clear(rapport__index *index, const rapport_allocator *mem);

#endif
