/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_NUMBER_H
#define RAPPORT_SRC_BASE_NUMBER_H
/* Numbers in and out of text, whatever the locale. docs/numbers.md has the rules. */
#include <stddef.h>
#include <stdint.h>

#include "base/float.h"

/* Room for everything the two writers write, the final NUL included. */
#define RAPPORT__NUMBER_SIZE 40

/* The shortest text that reads back to the same double, the nearest of the shortest, in the form that ECMAScript and RFC 8785
 * give it: 123, 0.000001, 1e-7, 1e+21; both zeros are "0". Returns the length. `value` must be finite. */
size_t rapport__number_write(double value, char *out);

/* The exact value of the double rounded to `decimals` (0..9) places, exact halves to even; never a negative zero. From 1e21 on
 * the shortest text. Returns the length. `value` must be finite. */
size_t rapport__number_write_fixed(double value, int decimals, char *out);

enum { RAPPORT__NUMBER_OK = 0, RAPPORT__NUMBER_SYNTAX = 1, RAPPORT__NUMBER_OVERFLOW = 2 };

/* The double nearest to a JSON number (RFC 8259, the whole text), exact halves to even, any number of digits, in linear time.
 * What is too small becomes 0 or a denormal, -0 becomes 0. `out` is set only if the return is RAPPORT__NUMBER_OK. */
int32_t rapport__number_read(const char *text, size_t length, double *out);

#endif
