/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static void *libc_alloc(void *user, uint64_t size)
{
    (void)user;
    return size <= SIZE_MAX ? malloc((size_t)size) : NULL;
}

static void *libc_realloc(void *user, void *block, uint64_t size)
{
    (void)user;
    return size <= SIZE_MAX ? realloc(block, (size_t)size) : NULL;
}

static void libc_free(void *user, void *block)
{
    (void)user;
    free(block);
}

rapport_status rapport__memory_init(rapport_allocator *out, const rapport_allocator *given)
{
    if (!given) {
        *out = (rapport_allocator){libc_alloc, libc_realloc, libc_free, NULL};
        return RAPPORT_OK;
    }
    if (!given->alloc || !given->realloc || !given->free)
        return RAPPORT_BAD_ARGUMENT;
    *out = *given;
    return RAPPORT_OK;
}

/* Bytes of count items, 0 if that does not fit. No block needs more than half the address space. */
static size_t bytes_of(size_t count, size_t size)
{
    if (!count || !size)
        return 1;
    return size <= SIZE_MAX / 2 / count ? count * size : 0;
}

void *rapport__alloc(const rapport_allocator *mem, size_t count, size_t size)
{
    size_t bytes = bytes_of(count, size);
    void *block = bytes ? mem->alloc(mem->user, bytes) : NULL;
    if (block)
        memset(block, 0, bytes);
    return block;
}

void rapport__free(const rapport_allocator *mem, void *block)
{
    if (block)
        mem->free(mem->user, block);
}

rapport_status rapport__reserve(const rapport_allocator *mem, void *items, uint32_t *capacity, uint32_t needed, size_t size)
{
    void *old, *grown;
    size_t room, bytes;
    if (needed <= *capacity)
        return RAPPORT_OK;
    memcpy(&old, items, sizeof old);
    room = *capacity < UINT32_MAX / 2 ? (size_t)*capacity * 2 : UINT32_MAX;
    if (room < needed)
        room = needed;
    if (room < 8)
        room = 8;
    bytes = bytes_of(room, size);
    if (!bytes)
        return RAPPORT_NO_MEMORY;
    grown = old ? mem->realloc(mem->user, old, bytes) : mem->alloc(mem->user, bytes);
    if (!grown)
        return RAPPORT_NO_MEMORY;
    memset((char *)grown + *capacity * size, 0, bytes - *capacity * size);
    memcpy(items, &grown, sizeof grown);
    *capacity = (uint32_t)room;
    return RAPPORT_OK;
}

#define ALIGNMENT 16u /* enough for every type that the library keeps */

struct rapport__chunk {
    struct rapport__chunk *next;
    size_t used, room; /* bytes behind this header */
};

#define HEADER ((sizeof(struct rapport__chunk) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT)

void rapport__arena_init(rapport__arena *arena, const rapport_allocator *mem)
{
    arena->mem = *mem;
    arena->chunks = NULL;
}

void rapport__arena_clear(rapport__arena *arena)
{
    while (arena->chunks) {
        struct rapport__chunk *next = arena->chunks->next;
        rapport__free(&arena->mem, arena->chunks);
        arena->chunks = next;
    }
}

/* Chunks double, so that n bytes cost O(log n) calls of the host's allocator. */
static struct rapport__chunk *add_chunk(rapport__arena *arena, size_t bytes)
{
    struct rapport__chunk *chunk;
    size_t room = arena->chunks && arena->chunks->room < SIZE_MAX / 8 ? arena->chunks->room * 2 : 1024;
    if (room < bytes)
        room = bytes;
    chunk = arena->mem.alloc(arena->mem.user, HEADER + room);
    if (!chunk)
        return NULL;
    *chunk = (struct rapport__chunk){arena->chunks, 0, room};
    return arena->chunks = chunk;
}

void *rapport__arena_alloc(rapport__arena *arena, size_t count, size_t size)
{
    struct rapport__chunk *chunk = arena->chunks;
    size_t bytes = bytes_of(count, size);
    char *block;
    if (!bytes)
        return NULL;
    bytes = (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if ((!chunk || chunk->room - chunk->used < bytes) && !(chunk = add_chunk(arena, bytes)))
        return NULL;
    block = (char *)chunk + HEADER + chunk->used;
    chunk->used += bytes;
    return memset(block, 0, bytes);
}

char *rapport__arena_text(rapport__arena *arena, const char *text, size_t length)
{
    char *copy = length < SIZE_MAX ? rapport__arena_alloc(arena, length + 1, 1) : NULL;
    if (copy && length)
        memcpy(copy, text, length);
    return copy;
}
