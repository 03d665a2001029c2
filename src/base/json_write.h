/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_JSON_WRITE_H
#define RAPPORT_SRC_BASE_JSON_WRITE_H
/* JSON onto a sink, as it comes: commas, colons and indentation are put by the writer. Numbers and escapes are those of
 * RFC 8785 in every layout. That begin, key, value and end match is the caller's duty. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/json_read.h"
#include "base/sink.h"

typedef enum rapport__json_style {
    RAPPORT__JSON_COMPACT, /* no white space: with the keys in order this is RFC 8785 */
    RAPPORT__JSON_PRETTY   /* two spaces a level, one member or element a line */
} rapport__json_style;

typedef enum rapport__json_layout {
    RAPPORT__JSON_LINES, /* as the style says */
    RAPPORT__JSON_INLINE /* PRETTY only: this array or object, and all in it, on one line: [1, 2], {"a": 1} */
} rapport__json_layout;

typedef struct rapport__json_writer {
    rapport__sink *sink;
    rapport__json_style style;
    uint32_t depth;                              /* arrays and objects that are open */
    bool after_key;                              /* the value of a member comes next */
    unsigned char open[RAPPORT__JSON_DEPTH + 1]; /* flags of each open level */
} rapport__json_writer;

void rapport__json_writer_init(rapport__json_writer *writer, rapport__sink *sink, rapport__json_style style);

/* Ends the text (with a line break if PRETTY), flushes the sink and returns its status. */
rapport_status rapport__json_writer_finish(rapport__json_writer *writer);

/* More than RAPPORT__JSON_DEPTH levels set the sink's status to RAPPORT_LIMIT. */
void rapport__json_begin_object(rapport__json_writer *writer, rapport__json_layout layout);
void rapport__json_begin_array(rapport__json_writer *writer, rapport__json_layout layout);
void rapport__json_end(rapport__json_writer *writer); /* of the innermost array or object */

void rapport__json_put_key(rapport__json_writer *writer, const char *key); /* NUL-terminated valid UTF-8 */
void rapport__json_put_key_bytes(rapport__json_writer *writer, const char *key, size_t length);

void rapport__json_put_text(rapport__json_writer *writer, const char *text);                 /* NUL-terminated valid UTF-8 */
void rapport__json_put_bytes(rapport__json_writer *writer, const char *text, size_t length); /* valid UTF-8 */
void rapport__json_put_number(rapport__json_writer *writer, double number);   /* what is not finite is written as null */
void rapport__json_put_integer(rapport__json_writer *writer, int64_t number); /* all digits */
void rapport__json_put_boolean(rapport__json_writer *writer, bool value);
void rapport__json_put_null(rapport__json_writer *writer);
void rapport__json_put_raw(rapport__json_writer *writer, const char *json, size_t length); /* one whole JSON value */

/* A parsed value with all in it, keys in their order. */
void rapport__json_put_value(rapport__json_writer *writer, const rapport__json *doc, rapport__json_value value);

/* Writes a parsed value in the canonical form of RFC 8785: no white space, keys sorted by UTF-16 code units.
 * RAPPORT_NO_MEMORY (the order of the keys is held in memory of `doc`'s allocator), RAPPORT_WRITE_FAILED. */
rapport_status rapport__json_canonical(const rapport__json *doc, rapport__json_value value, rapport_writer write, void *user);

#endif
