/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_JSON_SCAN_H
#define RAPPORT_SRC_BASE_JSON_SCAN_H
/* The reader at work: what json_read.c (arrays and objects) and json_scan.c (strings, numbers and words) share. */
#include "base/json_tape.h"

typedef struct rapport__json_reader {
    rapport__json *doc;
    char *text; /* doc->text; text[length] is NUL, so that a look at the next byte need not ask for the end */
    uint32_t length;
    uint32_t at;                            /* the next byte */
    uint32_t inside;                        /* the innermost open array or object; NO_PARENT at the top */
    uint32_t depth;                         /* how many are open */
    bool in_value;                          /* what is being read is a value, so that a path leads to it */
    uint32_t key_start, key_at, key_length; /* of the value that comes next, as in its entry */
    rapport__json_sorter sorter;
    rapport_error *error;
} rapport__json_reader;

/* Fills the error with a position and the path so far; the second one for RAPPORT_BAD_SYNTAX at the next byte. */
rapport_status rapport__json_refuse_at(rapport__json_reader *r, uint32_t offset, rapport_status status, const char *message);
rapport_status rapport__json_refuse(rapport__json_reader *r, const char *message);

/* Something else stands where it is `expected`: says so, or what is wrong with the byte or with the end of the text. */
rapport_status rapport__json_refuse_byte(rapport__json_reader *r, const char *at_end, const char *expected);

/* Puts a value that begins at `start` on the tape, as the next child of the innermost list. NULL: no memory. */
rapport__json_entry *rapport__json_add(rapport__json_reader *r, rapport__json_type type, uint32_t start);

/* From the opening quote to behind the closing one. */
rapport_status rapport__json_take_string(rapport__json_reader *r, uint32_t *at, uint32_t *length);

/* A string, number or word as a value. */
rapport_status rapport__json_take_scalar(rapport__json_reader *r);

#endif
