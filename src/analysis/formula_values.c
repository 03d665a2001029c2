/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "analysis/formula_values.h"

#include "base/maths.h"

#define MOST 9007199254740991.0 /* 2^53 - 1: whole numbers up to here are exact */

static rapport__formula_value fault(rapport__fault why)
{
    return (rapport__formula_value){0, false, why};
}

static rapport__formula_value number(double x)
{
    return (rapport__formula_value){x, false, RAPPORT__SOUND};
}

static rapport__formula_value whole(double x)
{
    return x <= MOST && x >= -MOST ? (rapport__formula_value){x, true, RAPPORT__SOUND} : fault(RAPPORT__TOO_LARGE);
}

static rapport__formula_value truth(bool is)
{
    return (rapport__formula_value){is, true, RAPPORT__SOUND};
}

static bool is_true(rapport__formula_value a)
{
    return a.number != 0; /* no number is true, as in Python */
}

static rapport__formula_value power_of_whole(double base, double exponent)
{
    rapport__formula_value out = whole(1);
    if (base * base == base || base == -1) /* 0, 1, -1 */
        return whole(exponent == 0 || (base < 0 && (int64_t)exponent % 2 == 0) ? 1 : base);
    while (exponent-- > 0 && !out.fault)
        out = whole(out.number * base);
    return out;
}

static bool is_whole(double x)
{
    return x >= MOST || x <= -MOST || x == (double)(int64_t)x;
}

static rapport__formula_value power(rapport__formula_value a, rapport__formula_value b)
{
    double size = a.number < 0 ? -a.number : a.number, out;
    bool odd;
    if (a.whole && b.whole && b.number >= 0)
        return power_of_whole(a.number, b.number);
    if (a.number - a.number != 0 || b.number - b.number != 0)
        return fault(RAPPORT__TOO_LARGE);
    if (size == 0 && b.number < 0)
        return fault(RAPPORT__BY_ZERO);
    if (a.number < 0 && !is_whole(b.number))
        return fault(RAPPORT__TOO_LARGE); /* a complex number */
    out = rapport__pow(size, b.number);
    if (out > DBL_MAX)
        return fault(RAPPORT__TOO_LARGE);
    odd = b.number < MOST && b.number > -MOST && is_whole(b.number) && (int64_t)b.number % 2 != 0;
    return number(a.number < 0 && odd ? -out : out);
}

/* Whole numbers: // rounds down, and % has the sign of the divisor. */
static rapport__formula_value divide_whole(int operator, double a, double b)
{
    int64_t x = (int64_t)a, y = (int64_t)b, quotient = x / y, left = x % y;
    if (left && (left < 0) != (y < 0)) {
        quotient--;
        left += y;
    }
    return whole((double)(operator== RAPPORT__FLOOR ? quotient : left));
}

static rapport__formula_value divide(int operator, rapport__formula_value a, rapport__formula_value b)
{
    if (b.number == 0)
        return fault(RAPPORT__BY_ZERO);
    if (operator== RAPPORT__OVER)
        return number(a.number / b.number);
    if (a.whole && b.whole)
        return divide_whole(operator, a.number, b.number);
    return number(operator== RAPPORT__FLOOR ? rapport__floor_divide(a.number, b.number) : rapport__modulo(a.number, b.number));
}

static rapport__formula_value compute(int operator, rapport__formula_value a, rapport__formula_value b)
{
    double x;
    switch (operator) {
    case RAPPORT__ADD:
        x = a.number + b.number;
        break;
    case RAPPORT__TAKE:
        x = a.number - b.number;
        break;
    case RAPPORT__TIMES:
        x = a.number * b.number;
        break;
    case RAPPORT__POWER:
        return power(a, b);
    default:
        return divide(operator, a, b);
    }
    return a.whole && b.whole ? whole(x) : number(x);
}

static bool holds(int operator, double a, double b)
{
    switch (operator) {
    case RAPPORT__LESS:
        return a < b;
    case RAPPORT__LESS_EQUAL:
        return a <= b;
    case RAPPORT__MORE:
        return a > b;
    case RAPPORT__MORE_EQUAL:
        return a >= b;
    case RAPPORT__EQUAL:
        return a == b;
    default:
        return a != b;
    }
}

/* a < b < c is a < b and b < c. */
static rapport__term compare(int operator, rapport__term a, rapport__formula_value b)
{
    rapport__formula_value left = a.chained ? a.right : a.is;
    rapport__term out = {.chained = true, .right = b};
    if (a.chained && !a.is.fault && !is_true(a.is))
        out.is = truth(false);
    else if (a.is.fault || left.fault || b.fault)
        out.is = fault(a.is.fault ? a.is.fault : left.fault ? left.fault : b.fault);
    else
        out.is = truth(holds(operator, left.number, b.number));
    return out;
}

rapport__term rapport__apply_one(int operator, rapport__term a)
{
    rapport__term out = {.is = a.is};
    if (a.is.fault)
        return out;
    if (operator== RAPPORT__NOT)
        out.is = truth(!is_true(a.is));
    else if (operator== RAPPORT__MINUS)
        out.is.number = -a.is.number;
    return out;
}

rapport__term rapport__apply_two(int operator, rapport__term a, rapport__term b)
{
    rapport__term out = {.is = a.is};
    if (operator== RAPPORT__OR || operator== RAPPORT__AND) {
        if (!a.is.fault && is_true(a.is) == (operator== RAPPORT__AND))
            out.is = b.is;
        return out;
    }
    if (operator>= RAPPORT__LESS && operator<= RAPPORT__UNEQUAL)
        return compare(operator, a, b.is);
    if (!a.is.fault)
        out.is = b.is.fault ? b.is : compute(operator, a.is, b.is);
    return out;
}

rapport__term rapport__choose(rapport__term yes, rapport__term condition, rapport__term no)
{
    rapport__term out = {.is = condition.is.fault ? condition.is : is_true(condition.is) ? yes.is : no.is};
    return out;
}

/* The first of the largest, or of the smallest. */
static rapport__formula_value extreme(int function, const rapport__term *arguments, uint32_t count)
{
    rapport__formula_value best = arguments[0].is;
    for (uint32_t i = 1; i < count && !best.fault; i++) {
        rapport__formula_value next = arguments[i].is;
        if (next.fault || (function == RAPPORT__MAX ? next.number > best.number : next.number < best.number))
            best = next;
    }
    return best;
}

static rapport__formula_value cut(double x)
{
    if (!(x <= MOST && x >= -MOST))
        return fault(RAPPORT__TOO_LARGE);
    return whole((double)(int64_t)x);
}

static rapport__formula_value round_to(rapport__formula_value a, const rapport__term *decimals)
{
    if (decimals && (!decimals->is.whole || decimals->is.number < 0 || decimals->is.number > 9))
        return fault(decimals->is.fault ? decimals->is.fault : RAPPORT__UNREADABLE);
    if (a.fault || a.whole)
        return a;
    return decimals ? number(rapport__round_decimals(a.number, (int)decimals->is.number))
                    : cut(rapport__round_decimals(a.number, 0));
}

bool rapport__call(int function, rapport__term *arguments, uint32_t count)
{
    rapport__formula_value a = arguments[0].is;
    switch (function) {
    case RAPPORT__MAX:
    case RAPPORT__MIN:
        arguments[0].is = extreme(function, arguments, count);
        return count > 1;
    case RAPPORT__INT:
        arguments[0].is = a.fault || a.whole ? a : cut(a.number);
        return count == 1;
    case RAPPORT__FLOAT:
        arguments[0].is = a.fault ? a : number(a.number);
        return count == 1;
    default:
        arguments[0].is = round_to(a, count > 1 ? &arguments[1] : NULL);
        return count <= 2;
    }
}
