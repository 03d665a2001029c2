/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_FORMULA_VALUES_H
#define RAPPORT_SRC_ANALYSIS_FORMULA_VALUES_H
/* The words of a formula, and what operators and functions do with values. */
#include "analysis/formula.h"

enum {
    RAPPORT__NOTHING,
    RAPPORT__OR,
    RAPPORT__AND,
    RAPPORT__NOT,
    RAPPORT__LESS,
    RAPPORT__LESS_EQUAL,
    RAPPORT__MORE,
    RAPPORT__MORE_EQUAL,
    RAPPORT__EQUAL,
    RAPPORT__UNEQUAL,
    RAPPORT__ADD,
    RAPPORT__TAKE,
    RAPPORT__TIMES,
    RAPPORT__OVER,
    RAPPORT__FLOOR,
    RAPPORT__MODULO,
    RAPPORT__MINUS, /* the sign */
    RAPPORT__PLUS,
    RAPPORT__POWER,
    RAPPORT__ELSE,
    RAPPORT__WAITING, /* from here on: for something to close them */
    RAPPORT__IF = RAPPORT__WAITING,
    RAPPORT__NUMBER,
    RAPPORT__COMMA,
    RAPPORT__CLOSE,
    RAPPORT__OPEN,
    RAPPORT__CALL,
    RAPPORT__MAX = RAPPORT__CALL,
    RAPPORT__MIN,
    RAPPORT__INT,
    RAPPORT__FLOAT,
    RAPPORT__ROUND
};

/* A value on the stack. What a comparison gives keeps its right side, for a < b < c. */
typedef struct rapport__term {
    rapport__formula_value is;
    bool chained;
    rapport__formula_value right;
} rapport__term;

typedef struct rapport__word {
    int what;
    rapport__term value; /* of a number */
} rapport__word;

/* Reads the word at *at, which is not the end, and moves behind it; false if it is none. */
bool rapport__read_word_of_formula(const char **at, rapport__word *out);

rapport__term rapport__apply_one(int operator, rapport__term a);
rapport__term rapport__apply_two(int operator, rapport__term a, rapport__term b);
rapport__term rapport__choose(rapport__term yes, rapport__term condition, rapport__term no);

/* Calls a function; its value goes where its first argument was. False if it does not take so many. */
bool rapport__call(int function, rapport__term *arguments, uint32_t count);

#endif
