/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_TEXT_H
#define RAPPORT_SRC_BASE_TEXT_H
/* The little that is asked of text beyond strlen and strcmp; libc's own are left alone, so that a host without an operating
 * system has ten functions to bring and no more. */
#include <stdbool.h>
#include <stddef.h>

/* Bytes at the start of `text` that are in `set`, and bytes before the first that is in `stops`. */
size_t rapport__span(const char *text, const char *set);
size_t rapport__span_until(const char *text, const char *stops);

bool rapport__starts_with(const char *text, const char *start);

/* Whether a NUL is among the bytes. */
bool rapport__holds_nul(const char *text, size_t length);

#endif
