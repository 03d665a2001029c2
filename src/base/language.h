/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_BASE_LANGUAGE_H
#define RAPPORT_SRC_BASE_LANGUAGE_H
/* Languages of labels, and which of several texts to take. */
#include <stdbool.h>

/* 1 to 35 letters, digits and hyphens, as BCP 47 (RFC 5646) tags are, and not "x", which is the host's. */
bool rapport__language_valid(const char *language);

/* How well a text in `has` serves who wants `wanted`; either may be NULL. Larger is better: the language itself, English, any.
 */
int rapport__language_rank(const char *has, const char *wanted);

#endif
