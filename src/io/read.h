/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_IO_READ_H
#define RAPPORT_SRC_IO_READ_H
/* What the readers of all documents share: where problems go, and values with their types.
 *
 * A reader goes on after a problem, to find the others; it asks `count` whether the object at hand is still good. Problems
 * come in any order and leave in the document's: `problems` is a heap with the last one on top. */
#include <stdbool.h>

#include "base/json_read.h"
#include "rapport/draft.h"

typedef struct rapport__reading {
    const rapport__json *doc; /* NULL if it is not JSON */
    rapport__json *owned;
    const char *text; /* what was parsed */
    rapport_allocator mem;
    rapport_draft *draft; /* takes what stands under "x"; NULL: nobody does */
    size_t base;          /* bytes of the draft's own path in the document */
    rapport_error *problems;
    uint32_t capacity, count;
    uint32_t guesses;             /* how many more names may be compared for a "did you mean" */
    bool out_of_memory;           /* nothing can be said any more */
    rapport__json_value misspelt; /* the last object with a key that is nearly another one */
    const char *meant[4];         /* which those are; NULL behind them */
    rapport_error told;           /* what a builder call says; not yet reported */
} rapport__reading;

/* Parses the document. A text that is no JSON is a problem too: then `doc` is NULL and the return is still RAPPORT_OK.
 * RAPPORT_BAD_ARGUMENT, RAPPORT_NO_MEMORY. */
rapport_status rapport__reading_init(rapport__reading *r, const char *json, int64_t length, const rapport_allocator *mem,
                                     rapport_error *problems, uint32_t capacity);

/* Frees the document and sorts the problems. Returns `status` of init if that failed, else RAPPORT_NO_MEMORY or the status of
 * the first problem. */
rapport_status rapport__reading_end(rapport__reading *r, rapport_status status);

/* The same for a reader that tells one problem, `first`: goes to the caller's error (may be NULL), as does what stands in no
 * document. */
rapport_status rapport__reading_finish(rapport__reading *r, rapport_status status, const rapport_error *first,
                                       rapport_error *error);

/* Reports a problem at a value, or at its key; the parts of the message end with NULL. */
void rapport__report(rapport__reading *r, rapport_status status, rapport__json_value value, bool at_key,
                     const char *const *parts);
#define REPORT(r, status, value, ...) rapport__report((r), (status), (value), false, (const char *const[]){__VA_ARGS__, NULL})
#define REPORT_KEY(r, status, value, ...)                                                                                      \
    rapport__report((r), (status), (value), true, (const char *const[]){__VA_ARGS__, NULL})

/* Whether a problem at this place would be kept: if not, its words need not be found. */
bool rapport__would_keep(const rapport__reading *r, rapport__json_value value, bool at_key);

/* Reports what a builder call put into r->told, at a value; false if it did. */
bool rapport__built(rapport__reading *r, rapport__json_value value, rapport_status status);

/* A value in words for a message: `"high"`, `-1`, `an object`; what is long is cut. */
enum { RAPPORT__WORDS = 80 };
const char *rapport__words(const rapport__reading *r, rapport__json_value value, char out[RAPPORT__WORDS]);

/* A text in quotes, cut if it is long. */
const char *rapport__quoted(const char *text, size_t length, char out[RAPPORT__WORDS]);

/* What a value is called in a message: its key, or "each of " and the key of its array. */
const char *rapport__subject(const rapport__reading *r, rapport__json_value value, char out[RAPPORT__WORDS]);

/* Whether the value is there and has the type; reports it if it is there and has not. */
bool rapport__is_type(rapport__reading *r, rapport__json_value value, rapport__json_type type);

/* Sorts the members of an object by a table of keys: values[i] belongs to keys[i], RAPPORT_NONE if it is missing. The first
 * `required` keys must be there. Reports unknown and missing keys; hands on "x". False if it is no object. */
bool rapport__read_members(rapport__reading *r, rapport__json_value object, const char *const *keys, uint32_t count,
                           uint32_t required, rapport__json_value *values);
#define MEMBERS(r, object, keys, required, values)                                                                             \
    rapport__read_members((r), (object), (keys), (uint32_t)(sizeof(keys) / sizeof *(keys)), (required), (values))

/* Reports that an object whose members were just read lacks one of `keys` (the last one NULL), unless a key of it that is not
 * known was told to be one of them misspelt. */
void rapport__lacks(rapport__reading *r, rapport__json_value object, const char *const *keys, const char *message);
#define LACKS(r, object, message, ...) rapport__lacks((r), (object), (const char *const[]){__VA_ARGS__, NULL}, (message))

/* Whether a member's key is "x"; if so, what stands there is handed on. */
bool rapport__read_extra(rapport__reading *r, rapport__json_value member);

/* The next ones set *out only if the value is there and right, and report it if it is wrong; true if *out is set. */
bool rapport__read_number(rapport__reading *r, rapport__json_value value, double least, double most, double *out);
/* A weight: with `zero` 0 or 1e-12..1e12, otherwise 1e-100..1e100. */
bool rapport__read_weight(rapport__reading *r, rapport__json_value value, bool zero, double *out);
bool rapport__read_integer(rapport__reading *r, rapport__json_value value, uint32_t least, uint32_t most, uint32_t *out);
bool rapport__read_boolean(rapport__reading *r, rapport__json_value value, bool *out);
bool rapport__read_text(rapport__reading *r, rapport__json_value value, size_t least, size_t most, const char **out);
bool rapport__read_id(rapport__reading *r, rapport__json_value value, const char **out);
bool rapport__read_key_id(rapport__reading *r, rapport__json_value member, const char **out); /* a key that is an id */
bool rapport__read_word(rapport__reading *r, rapport__json_value value, const char *const *words, uint32_t count, int32_t *out);
#define WORD(r, value, words, out) rapport__read_word((r), (value), (words), (uint32_t)(sizeof(words) / sizeof *(words)), (out))

/* The `format` of a document, such as "rapport-model/1". To be read first: a document of another kind has no wrong keys.
 * False only if it is there and wrong. */
bool rapport__read_format(rapport__reading *r, rapport__json_value value, const char *expected);

/* A label: a string, or strings by language. Each goes to `take` (may be NULL), language NULL for a plain string. */
typedef rapport_status (*rapport__take_label)(void *owner, const char *language, const char *text, int64_t length,
                                              rapport_error *error);
void rapport__read_label(rapport__reading *r, rapport__json_value value, rapport__take_label take, void *owner);

#endif
