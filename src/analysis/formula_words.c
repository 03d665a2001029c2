/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The words of a formula: numbers, names, signs. */
#include <math.h>
#include <string.h>

#include "analysis/formula_values.h"
#include "base/text.h"

#define DIGITS "0123456789"
#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"

/* Whether text is `digits [. digits] [e digits]`, or begins with the point; `whole` if it is digits alone. */
static size_t number_length(const char *text, bool *whole)
{
    size_t length = rapport__span(text, DIGITS), before = length, after = 0;
    *whole = true;
    if (text[length] == '.') {
        after = rapport__span(text + length + 1, DIGITS);
        length += 1 + after;
        *whole = false;
    }
    if (!before && !after)
        return 0;
    if (text[length] == 'e' || text[length] == 'E') {
        size_t sign = text[length + 1] == '+' || text[length + 1] == '-';
        size_t digits = rapport__span(text + length + 1 + sign, DIGITS);
        if (!digits)
            return 0;
        length += 1 + sign + digits;
        *whole = false;
    }
    return length;
}

/* The reader of JSON wants no zeros in front, and digits on both sides of a point. */
static bool read_number(const char *text, size_t length, double *out)
{
    char room[RAPPORT_MAX_FORMULA + 3];
    size_t size = 0;
    while (length > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9') {
        text++;
        length--;
    }
    if (length > RAPPORT_MAX_FORMULA)
        return false;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '.' && !i)
            room[size++] = '0';
        room[size++] = text[i];
        if (text[i] == '.' && (i + 1 == length || !rapport__span(text + i + 1, DIGITS)))
            room[size++] = '0';
    }
    if (rapport__number_read(room, size, out) == RAPPORT__NUMBER_OVERFLOW)
        *out = HUGE_VAL; /* as in Python */
    return true;
}

static bool read_literal(const char **at, rapport__word *out)
{
    bool whole;
    size_t length = number_length(*at, &whole);
    rapport__formula_value *value = &out->value.is;
    *out = (rapport__word){.what = RAPPORT__NUMBER};
    if (!length || (*at)[length] == '.' || rapport__span(*at + length, LETTERS DIGITS))
        return false;
    if (whole && length > 1 && **at == '0' && rapport__span(*at, "0") < length)
        return false; /* 012 is none in Python */
    if (!read_number(*at, length, &value->number))
        return false;
    value->whole = whole;
    if (whole && value->number > 9007199254740991.0)
        value->fault = RAPPORT__TOO_LARGE;
    *at += length;
    return true;
}

static bool read_name(const char **at, rapport__word *out)
{
    static const struct {
        const char *name;
        int what;
    } names[] = {{"or", RAPPORT__OR},       {"and", RAPPORT__AND},     {"not", RAPPORT__NOT},     {"if", RAPPORT__IF},
                 {"else", RAPPORT__ELSE},   {"max", RAPPORT__MAX},     {"min", RAPPORT__MIN},     {"int", RAPPORT__INT},
                 {"float", RAPPORT__FLOAT}, {"round", RAPPORT__ROUND}, {"True", RAPPORT__NUMBER}, {"False", RAPPORT__NUMBER}};
    size_t length = rapport__span(*at, LETTERS DIGITS);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strlen(names[i].name) != length || memcmp(*at, names[i].name, length) != 0)
            continue;
        *out = (rapport__word){.what = names[i].what, .value.is = {**at == 'T', true, RAPPORT__SOUND}};
        *at += length;
        if (out->what < RAPPORT__CALL)
            return true;
        *at += rapport__span(*at, " \t\f");
        return *(*at)++ == '(';
    }
    return false;
}

static bool read_sign(const char **at, rapport__word *out)
{
    static const struct {
        const char *sign;
        int what;
    } signs[] = {{"**", RAPPORT__POWER},   {"//", RAPPORT__FLOOR},   {"<=", RAPPORT__LESS_EQUAL}, {">=", RAPPORT__MORE_EQUAL},
                 {"==", RAPPORT__EQUAL},   {"!=", RAPPORT__UNEQUAL}, {"<<", RAPPORT__NOTHING},    {">>", RAPPORT__NOTHING},
                 {"<>", RAPPORT__NOTHING}, {"<", RAPPORT__LESS},     {">", RAPPORT__MORE},        {"+", RAPPORT__ADD},
                 {"-", RAPPORT__TAKE},     {"*", RAPPORT__TIMES},    {"/", RAPPORT__OVER},        {"%", RAPPORT__MODULO},
                 {"(", RAPPORT__OPEN},     {")", RAPPORT__CLOSE},    {",", RAPPORT__COMMA}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (rapport__starts_with(*at, signs[i].sign)) {
            *out = (rapport__word){.what = signs[i].what};
            *at += strlen(signs[i].sign);
            return out->what != RAPPORT__NOTHING;
        }
    return false;
}

bool rapport__read_word_of_formula(const char **at, rapport__word *out)
{
    if (rapport__span(*at, DIGITS ".") > 0)
        return read_literal(at, out);
    if (rapport__span(*at, LETTERS) > 0)
        return read_name(at, out);
    return read_sign(at, out);
}
