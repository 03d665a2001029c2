/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_FORMULA_H
#define RAPPORT_SRC_ANALYSIS_FORMULA_H
/* The formulas of ERPNext's scorecards, which are expressions of Python: numbers, + - * / // % **, comparisons in chains, and,
 * or, not, A if C else B, parentheses, max, min, int, float, round, True and False. docs/erpnext.md has the rules. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/number.h"
#include "rapport/scorecard.h"

/* Why a formula has no value. */
typedef enum rapport__fault {
    RAPPORT__SOUND,
    RAPPORT__UNREADABLE, /* not an expression of this language */
    RAPPORT__UNNAMED,    /* a variable that the period does not have */
    RAPPORT__BY_ZERO,    /* a division by 0, or 0 to a negative power */
    RAPPORT__TOO_LARGE   /* a whole number from 2^53 on, or a power that overflows or is no real number */
} rapport__fault;

/* A number as Python has it. Whole ones are exact and below 2^53; others may be infinite or no number on the way. */
typedef struct rapport__formula_value {
    double number;
    bool whole;
    rapport__fault fault;
} rapport__formula_value;

/* Room for a formula once its variables are numbers: `{a}` may become as long as `-999999999999999999999.99`. */
enum { RAPPORT__FORMULA_ROOM = 10 * RAPPORT_MAX_FORMULA };

/* Evaluates a text without variables; `unread` (may be NULL) is where it stopped making sense, NULL if it did not. Time grows
 * as the text; on the stack it takes a few kilobytes, whatever the text. */
rapport__formula_value rapport__formula_evaluate(const char *text, const char **unread);

/* What a variable becomes: the text of its number, or NULL if there is none of that name (`length` bytes, not terminated). */
typedef const char *(*rapport__formula_name)(const void *context, const char *name, size_t length,
                                             char room[RAPPORT__NUMBER_SIZE]);

/* The formula without its line breaks, with numbers in place of `{variables}` and < > in place of &lt; &gt;; false if a
 * variable has no number: then it stays as it is. */
bool rapport__formula_fill(const char *formula, rapport__formula_name name, const void *context,
                           char out[RAPPORT__FORMULA_ROOM]);

/* Whether a formula can be read, each variable standing for 1; `unread` as above, in `room`. */
bool rapport__formula_reads(const char *formula, char room[RAPPORT__FORMULA_ROOM], const char **unread);

/* Python's round(number, decimals): the exact value to the nearest decimal, halves to even. 0 <= decimals <= 9. */
double rapport__round_decimals(double number, int decimals);

/* Python's // and % of floats; the divisor is not 0. */
double rapport__floor_divide(double x, double y);
double rapport__modulo(double x, double y);

#endif
