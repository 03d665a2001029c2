/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_ERROR_H
#define RAPPORT_SRC_BASE_ERROR_H
/* How a failure gets its words. No printf: messages are pieces put one after the other. */
#include <stddef.h>

#include "rapport/base.h"

/* Fills `error` (may be NULL) and returns `status`; `parts` ends with NULL. */
rapport_status rapport__fail(rapport_error *error, rapport_status status, const char *path, const char *const *parts);

/* FAIL(error, RAPPORT_BAD_VALUE, path, "weight must be finite, not ", text) */
#define FAIL(error, status, path, ...) rapport__fail((error), (status), (path), (const char *const[]){__VA_ARGS__, NULL})

/* Sets `error` to the plain words of `status` where a call has nothing to add. */
rapport_status rapport__fail_plainly(rapport_error *error, rapport_status status);

/* Appends `text` to the NUL-terminated `out` of `size` bytes; what does not fit is cut at a character and ends with "…". */
void rapport__append(char *out, size_t size, const char *text);

/* Appends a JSON Pointer segment: "/" and the key with ~ and / escaped (RFC 6901). */
void rapport__append_key(char *path, size_t size, const char *key);
void rapport__append_index(char *path, size_t size, uint32_t index);

#endif
