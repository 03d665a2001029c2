/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_JSON_TAPE_H
#define RAPPORT_SRC_BASE_JSON_TAPE_H
/* What a parsed document looks like inside: for the files json_*.c only. */
#include "base/json_read.h"

/* 32 bytes. A document has at most 2^30 bytes, and so at most 2^29 values: [1,1,1 needs two bytes a value. */
typedef struct rapport__json_entry {
    union {
        double number; /* of a boolean: 0 or 1 */
        struct {
            uint32_t at, length; /* see rapport__json_at() */
        } text;
        struct {
            uint32_t count, after; /* children; the first value behind the last descendant */
        } list;
    } is;
    uint32_t start, end; /* bytes of the text */
    uint32_t link;       /* parent << 3 | type */
    uint32_t key_start;  /* of the opening quote; NO_KEY for elements and the root */
    uint32_t key_at;
    uint32_t key_length; /* of an element: its index */
} rapport__json_entry;

_Static_assert(sizeof(rapport__json_entry) == 32, "an entry of the tape has 32 bytes");

#define NO_KEY UINT32_MAX
#define NO_PARENT (UINT32_MAX >> 3)
#define IN_POOL 0x80000000u

typedef struct rapport__json_place {
    uint32_t line, column;
} rapport__json_place;

struct rapport__json {
    rapport_allocator mem;
    /* The copy of the text. A NUL stands in for the closing quote of every string without escapes, so that the string can
     * be used where it is; that changes no position. */
    char *text;
    char *pool; /* strings with escapes, decoded */
    rapport__json_entry *entries;
    rapport__json_place *places; /* where each block of the text begins */
    uint32_t length, pool_used, pool_room, count, room;
};

/* Decoded text from the `at` of an entry. */
static inline const char *rapport__json_at(const rapport__json *doc, uint32_t at)
{
    return at & IN_POOL ? doc->pool + (at & ~IN_POOL) : doc->text + at;
}

static inline uint32_t rapport__json_kind(const rapport__json_entry *entry)
{
    return entry->link & 7;
}

/* Fills doc->places, so that a position costs at most one block. RAPPORT_NO_MEMORY. */
rapport_status rapport__json_mark_places(rapport__json *doc);

/* Position of a byte of the text (doc->length: its end); works without doc->places too, in the time of a scan. */
rapport__json_place rapport__json_locate(const rapport__json *doc, uint32_t offset);

/* The members of an object in the order of their keys (RFC 8785: by UTF-16 code units); equal keys in that of the text. */
typedef struct rapport__json_member {
    uint64_t start; /* of the key, for quick comparison */
    rapport__json_value value;
} rapport__json_member;

typedef struct rapport__json_sorter { /* all zero at first; freed by whoever has it */
    rapport__json_member *members;
    uint32_t room;
} rapport__json_sorter;

/* Fills the first rapport__json_count() of sorter->members. RAPPORT_NO_MEMORY. */
rapport_status rapport__json_sort(const rapport__json *doc, rapport__json_value object, rapport__json_sorter *sorter);

/* Refuses an object that has a key twice: RAPPORT_DUPLICATE at the first repetition. RAPPORT_NO_MEMORY. */
rapport_status rapport__json_check_keys(const rapport__json *doc, rapport__json_value object, rapport__json_sorter *sorter,
                                        rapport_error *error);

bool rapport__json_same_key(const rapport__json *doc, rapport__json_value a, rapport__json_value b);

#endif
