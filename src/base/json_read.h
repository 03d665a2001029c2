/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_JSON_READ_H
#define RAPPORT_SRC_BASE_JSON_READ_H
/* A strict reader of JSON (RFC 8259): one text becomes one immutable tape of values that all know where they stood.
 *
 * Beyond RFC 8259 it refuses duplicate keys, U+0000, lone surrogates, numbers that overflow, a byte order mark and more
 * than RAPPORT__JSON_DEPTH levels. Time grows as n (n log n in the members of an object), memory as 32 bytes a value and
 * the text. See docs/decisions/0003-own-json-reader.md. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rapport/base.h"

/* Most arrays and objects inside each other: [] has depth 1. Groups nest 32 deep, with two levels of JSON each. */
#define RAPPORT__JSON_DEPTH 128

typedef struct rapport__json rapport__json;

/* A value: its place on the tape. 0 is the root; RAPPORT_NONE is no value. Children come after their parent, in order. */
typedef uint32_t rapport__json_value;

#define RAPPORT__JSON_ROOT 0u

typedef enum rapport__json_type {
    RAPPORT__JSON_NULL,
    RAPPORT__JSON_BOOLEAN,
    RAPPORT__JSON_NUMBER,
    RAPPORT__JSON_STRING,
    RAPPORT__JSON_ARRAY,
    RAPPORT__JSON_OBJECT
} rapport__json_type;

/* Reads a whole text; `length` -1 means NUL-terminated, `mem` NULL libc. The text is copied and need not live on.
 * RAPPORT_BAD_SYNTAX, RAPPORT_DUPLICATE, RAPPORT_LIMIT (depth, bytes), RAPPORT_NO_MEMORY; then *out is NULL. */
rapport_status rapport__json_parse(const char *text, int64_t length, const rapport_allocator *mem, rapport__json **out,
                                   rapport_error *error);
void rapport__json_destroy(rapport__json *doc);

/* How many values there are; they are numbered 0 .. count - 1 in the order of the text. */
uint32_t rapport__json_values(const rapport__json *doc);

rapport__json_type rapport__json_type_of(const rapport__json *doc, rapport__json_value value);

/* "an object", "an array", "a string", "a number", "true or false", "null": for messages. */
const char *rapport__json_type_name(rapport__json_type type);

/* The next three ask for a value of their type; any other gives 0, false and "". */
double rapport__json_number(const rapport__json *doc, rapport__json_value value); /* finite, never -0 */
bool rapport__json_boolean(const rapport__json *doc, rapport__json_value value);
/* Decoded UTF-8, NUL-terminated, without U+0000 inside; *length (may be NULL) in bytes. Borrowed from `doc`. */
const char *rapport__json_text(const rapport__json *doc, rapport__json_value value, size_t *length);

/* Whether the value is a number without fraction of at most 2^53 - 1 either way (5, 5.0 and 5e0 all are); fills *out. */
bool rapport__json_integer(const rapport__json *doc, rapport__json_value value, int64_t *out);

/* Whether the value is a string equal to `text`. */
bool rapport__json_is(const rapport__json *doc, rapport__json_value value, const char *text);

/* Elements or members; 0 for a scalar. */
uint32_t rapport__json_count(const rapport__json *doc, rapport__json_value value);

/* for (v = rapport__json_first(doc, list); v != RAPPORT_NONE; v = rapport__json_next(doc, v)) … */
rapport__json_value rapport__json_first(const rapport__json *doc, rapport__json_value value);
rapport__json_value rapport__json_next(const rapport__json *doc, rapport__json_value value);
rapport__json_value rapport__json_parent(const rapport__json *doc, rapport__json_value value);

/* Key of a member, as rapport__json_text; NULL for an element and the root. */
const char *rapport__json_key(const rapport__json *doc, rapport__json_value value, size_t *length);

/* Place among its siblings, from 0; for elements of an array only (0 for others). */
uint32_t rapport__json_index(const rapport__json *doc, rapport__json_value value);

/* The member with that key, or RAPPORT_NONE; looks at every member. */
rapport__json_value rapport__json_find(const rapport__json *doc, rapport__json_value object, const char *key);

/* Line from 1 (LF ends one) and column in characters from 1, of a value and of a member's key (of the value, if no key). */
void rapport__json_position(const rapport__json *doc, rapport__json_value value, uint32_t *line, uint32_t *column);
void rapport__json_key_position(const rapport__json *doc, rapport__json_value value, uint32_t *line, uint32_t *column);

/* Bytes of the value in the text that was read, quotes and brackets included. */
void rapport__json_range(const rapport__json *doc, rapport__json_value value, size_t *offset, size_t *length);

/* JSON Pointer (RFC 6901) of a value, NUL-terminated, cut as rapport__append() does; "" for the root; size >= 8. */
void rapport__json_path(const rapport__json *doc, rapport__json_value value, char *out, size_t size);

/* Fills `error` (may be NULL) with the position and path of a value, or of its key; `parts` as in rapport__fail(). */
rapport_status rapport__json_fail(rapport_error *error, rapport_status status, const rapport__json *doc,
                                  rapport__json_value value, bool at_key, const char *const *parts);

/* JSON_FAIL(error, RAPPORT_BAD_DOCUMENT, doc, value, "weight must be a number, not ", name) */
#define JSON_FAIL(error, status, doc, value, ...)                                                                              \
    rapport__json_fail((error), (status), (doc), (value), false, (const char *const[]){__VA_ARGS__, NULL})
#define JSON_FAIL_KEY(error, status, doc, value, ...)                                                                          \
    rapport__json_fail((error), (status), (doc), (value), true, (const char *const[]){__VA_ARGS__, NULL})

#endif
