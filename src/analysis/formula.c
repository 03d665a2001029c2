/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Operators wait on one stack, values on another, until one of lower precedence comes (Dijkstra 1961). A fault is a value like
 * others: what `or` or `else` does not choose may divide by 0, as in Python, where it is never evaluated. */
#include "analysis/formula.h"

#include <string.h>

#include "analysis/formula_values.h"
#include "base/text.h"

typedef struct machine {
    const char *at;
    bool after_value; /* an operator comes next */
    uint32_t values, operators;
    rapport__term value[RAPPORT_MAX_FORMULA_DEPTH];
    struct {
        unsigned char what;
        uint32_t arguments; /* of a call, commas so far */
    } operator[RAPPORT_MAX_FORMULA_DEPTH];
} machine;

/* How strongly it binds; what waits for a partner does not let anything below it be reduced. */
static int strength(int operator)
{
    static const signed char of[] = {
        [RAPPORT__OR] = 2,         [RAPPORT__AND] = 3,   [RAPPORT__NOT] = 4,        [RAPPORT__LESS] = 5,
        [RAPPORT__LESS_EQUAL] = 5, [RAPPORT__MORE] = 5,  [RAPPORT__MORE_EQUAL] = 5, [RAPPORT__EQUAL] = 5,
        [RAPPORT__UNEQUAL] = 5,    [RAPPORT__ADD] = 6,   [RAPPORT__TAKE] = 6,       [RAPPORT__TIMES] = 7,
        [RAPPORT__OVER] = 7,       [RAPPORT__FLOOR] = 7, [RAPPORT__MODULO] = 7,     [RAPPORT__MINUS] = 8,
        [RAPPORT__PLUS] = 8,       [RAPPORT__POWER] = 9, [RAPPORT__ELSE] = 1};
    return operator<RAPPORT__WAITING ? of[operator] : 0;
}

static bool push_value(machine *m, rapport__term value)
{
    if (m->values == RAPPORT_MAX_FORMULA_DEPTH)
        return false;
    m->value[m->values++] = value;
    m->after_value = true;
    return true;
}

static bool push_operator(machine *m, int what)
{
    if (m->operators == RAPPORT_MAX_FORMULA_DEPTH)
        return false;
    m->operator[m->operators].what =(unsigned char) what;
    m->operator[m->operators++].arguments = 0;
    m->after_value = false;
    return true;
}

static int top(const machine *m)
{
    return m->operators ? m->operator[m->operators - 1].what : RAPPORT__NOTHING;
}

/* Applies the operators on top that bind at least so strongly. */
static void reduce(machine *m, int least)
{
    while (m->operators && strength(top(m)) >= least) {
        int what = m->operator[--m->operators].what;
        rapport__term *last = &m->value[m->values - 1];
        if (what == RAPPORT__NOT || what == RAPPORT__MINUS || what == RAPPORT__PLUS) {
            *last = rapport__apply_one(what, *last);
        } else if (what == RAPPORT__ELSE) { /* the value if, the condition, the value else */
            last[-2] = rapport__choose(last[-2], last[-1], last[0]);
            m->values -= 2;
        } else {
            last[-1] = rapport__apply_two(what, last[-1], last[0]);
            m->values--;
        }
    }
}

static bool put_operator(machine *m, int what)
{
    reduce(m, strength(what) + (what == RAPPORT__POWER)); /* a power binds to the right */
    return push_operator(m, what);
}

static bool put_if(machine *m)
{
    reduce(m, strength(RAPPORT__OR));
    return top(m) != RAPPORT__IF && push_operator(m, RAPPORT__IF);
}

static bool put_else(machine *m)
{
    reduce(m, strength(RAPPORT__OR));
    if (top(m) != RAPPORT__IF)
        return false;
    m->operators--;
    return push_operator(m, RAPPORT__ELSE);
}

/* `not` may not stand right behind an operator that binds more strongly. */
static bool put_not(machine *m)
{
    int before = top(m);
    return strength(before) <= strength(RAPPORT__NOT) && push_operator(m, RAPPORT__NOT);
}

static bool put_comma(machine *m)
{
    reduce(m, 1);
    if (!m->operators || top(m) < RAPPORT__CALL)
        return false;
    m->operator[m->operators - 1].arguments++;
    m->after_value = false;
    return true;
}

static bool put_close(machine *m)
{
    uint32_t count;
    int what;
    if (m->after_value)
        reduce(m, 1);
    what = top(m);
    if (!m->operators || what < RAPPORT__OPEN)
        return false;
    count = m->operator[m->operators - 1].arguments + m->after_value; /* a comma may end the list */
    if (!count || (what == RAPPORT__OPEN && !m->after_value))
        return false;
    m->operators--;
    m->values -= count - 1;
    m->value[m->values - 1].chained = false;
    if (what != RAPPORT__OPEN && !rapport__call(what, &m->value[m->values - 1], count))
        return false;
    m->after_value = true;
    return true;
}

static bool put(machine *m, const rapport__word *word)
{
    if (word->what == RAPPORT__CLOSE)
        return put_close(m);
    if (!m->after_value) {
        switch (word->what) {
        case RAPPORT__NUMBER:
            return push_value(m, word->value);
        case RAPPORT__NOT:
            return put_not(m);
        case RAPPORT__ADD:
            return push_operator(m, RAPPORT__PLUS);
        case RAPPORT__TAKE:
            return push_operator(m, RAPPORT__MINUS);
        default:
            return word->what >= RAPPORT__OPEN && push_operator(m, word->what);
        }
    }
    if (word->what == RAPPORT__IF)
        return put_if(m);
    if (word->what == RAPPORT__ELSE)
        return put_else(m);
    if (word->what == RAPPORT__COMMA)
        return put_comma(m);
    return word->what != RAPPORT__NOT && word->what < RAPPORT__ELSE && put_operator(m, word->what);
}

static rapport__formula_value unreadable(const char *at, const char **unread)
{
    if (unread)
        *unread = at;
    return (rapport__formula_value){0, false, RAPPORT__UNREADABLE};
}

rapport__formula_value rapport__formula_evaluate(const char *text, const char **unread)
{
    machine m;
    rapport__word word;
    m.at = text;
    m.after_value = false;
    m.values = m.operators = 0;
    if (unread)
        *unread = NULL;
    while (m.at += rapport__span(m.at, " \t\f"), *m.at) {
        const char *start = m.at;
        if (!rapport__read_word_of_formula(&m.at, &word) || !put(&m, &word))
            return unreadable(start, unread);
    }
    if (!m.after_value)
        return unreadable(m.at, unread);
    reduce(&m, 1);
    if (m.operators)
        return unreadable(m.at, unread);
    return m.value[0].is;
}
