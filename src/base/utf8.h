/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_UTF8_H
#define RAPPORT_SRC_BASE_UTF8_H
/* UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing above U+10FFFF. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whether all of `text` is valid; if not, *bad_offset (may be NULL) is the first byte of the sequence that is not. */
bool rapport__utf8_valid(const char *text, size_t length, size_t *bad_offset);

/* First character of `text`: returns its bytes, 1..4, and fills *out; 0 if there is none or it is not valid. */
size_t rapport__utf8_decode(const char *text, size_t length, uint32_t *out);

/* Bytes of a character in `out`, 1..4; 0 for a surrogate or more than U+10FFFF. Adds no NUL. */
size_t rapport__utf8_encode(uint32_t character, char out[4]);

/* Characters of a valid text. */
size_t rapport__utf8_count(const char *text, size_t length);

/* The longest part of the first `length` bytes of a valid text that ends with a whole character. */
size_t rapport__utf8_whole(const char *text, size_t length);

/* Columns of a terminal that a character takes: 0 (combining, zero width, control), 1 or 2 (East Asian wide, emoji).
 * An approximation of UAX #11 over ranges of blocks; it knows no sequences of emoji and no terminal's own habits. */
int rapport__utf8_width(uint32_t character);

/* Columns of a valid text: the sum over its characters. */
size_t rapport__utf8_columns(const char *text, size_t length);

/* Order of two valid texts by UTF-16 code units, as RFC 8785 sorts keys: < 0, 0, > 0. */
int rapport__utf8_compare(const char *a, size_t a_length, const char *b, size_t b_length);

#endif
