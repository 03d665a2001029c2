/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_MEMORY_H
#define RAPPORT_SRC_BASE_MEMORY_H
/* The host's allocator behind size-checked helpers, and an arena for what dies together. */
#include <stddef.h>

#include "rapport/base.h"

/* A usable copy of the host's allocator: libc if none is given. RAPPORT_BAD_ARGUMENT if a function is missing. */
rapport_status rapport__memory_init(rapport_allocator *out, const rapport_allocator *given);

/* count * size bytes, zeroed; NULL if that overflows or there is no memory. Zero bytes give a block too. */
void *rapport__alloc(const rapport_allocator *mem, size_t count, size_t size);

/* free() that takes NULL. */
void rapport__free(const rapport_allocator *mem, void *block);

/* Makes room for `needed` items of `size` bytes in *items (NULL at first), at least doubling, new room zeroed. */
rapport_status rapport__reserve(const rapport_allocator *mem, void *items, uint32_t *capacity, uint32_t needed, size_t size);

typedef struct rapport__arena {
    rapport_allocator mem;
    struct rapport__chunk *chunks; /* newest first */
} rapport__arena;

void rapport__arena_init(rapport__arena *arena, const rapport_allocator *mem);
void rapport__arena_clear(rapport__arena *arena);

/* As rapport__alloc; aligned for any type; lives until the arena is cleared. */
void *rapport__arena_alloc(rapport__arena *arena, size_t count, size_t size);

/* A NUL-terminated copy of `length` bytes. */
char *rapport__arena_text(rapport__arena *arena, const char *text, size_t length);

#endif
