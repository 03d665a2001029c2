/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Every formula of a scorecard, once with ERPNext's numbers and once with ours; and the weighting function. */
#include <string.h>

#include "analysis/scorecard_formula.h"
#include "base/text.h"

uint32_t rapport__sc_find_variable(const rapport__sc_period *period, const char *name, size_t length)
{
    uint32_t low = 0, high = period->variable_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const char *other = period->variables[period->by_name[middle]].name;
        size_t size = strlen(other);
        int order = memcmp(other, name, size < length ? size : length);
        if (order < 0 || (!order && size < length))
            low = middle + 1;
        else
            high = middle;
    }
    if (low == period->variable_count)
        return RAPPORT_NONE;
    low = period->by_name[low];
    return strlen(period->variables[low].name) == length && !memcmp(period->variables[low].name, name, length) ? low
                                                                                                               : RAPPORT_NONE;
}

/* As Python's str() of a float: 80.0, 79.95, 1e+21. */
static char *put_float(double x, char *out)
{
    size_t length = rapport__number_write(x, out);
    if (!out[rapport__span_until(out, ".e")]) {
        memcpy(out + length, ".0", 3);
        length += 2;
    }
    return out + length;
}

/* As Python's "{:.2f}". */
static const char *put_two_decimals(double x, char *out)
{
    out[0] = '-';
    (void)rapport__number_write_fixed(x < 0 ? -x : x, 2, out + 1);
    return x < 0 ? out : out + 1;
}

static const char *as_erpnext(const void *context, const char *name, size_t length, char room[RAPPORT__NUMBER_SIZE])
{
    const rapport__sc_period *period = context;
    uint32_t found = rapport__sc_find_variable(period, name, length);
    if (found == RAPPORT_NONE)
        return NULL;
    if (period->variables[found].value == 0) /* what has no value has 0 here */
        return "0.0";
    return put_two_decimals(period->variables[found].value, room);
}

static const char *as_is(const void *context, const char *name, size_t length, char room[RAPPORT__NUMBER_SIZE])
{
    const rapport__sc_period *period = context;
    uint32_t found = rapport__sc_find_variable(period, name, length);
    char *end;
    if (found == RAPPORT_NONE || !period->variables[found].there)
        return NULL;
    room[0] = '('; /* one number, whatever stands before or behind it */
    end = put_float(period->variables[found].value, room + 1);
    memcpy(end, ")", 2);
    return room;
}

typedef struct moment {
    const rapport__sc_period *period;
    const char *number, *total; /* NULL: 100, which is whole */
} moment;

static const char *as_weighed(const void *context, const char *name, size_t length, char room[RAPPORT__NUMBER_SIZE])
{
    const moment *now = context;
    if (length == 13 && !memcmp(name, "period_number", 13))
        return now->number;
    if (length == 11 && !memcmp(name, "total_score", 11))
        return now->total;
    return as_erpnext(now->period, name, length, room);
}

rapport__formula_value rapport__sc_weigh(rapport_scorecard *card, const rapport__sc_period *period, const double *total)
{
    char number[RAPPORT__NUMBER_SIZE], text[RAPPORT__NUMBER_SIZE];
    moment now = {period, number, "100"};
    (void)rapport__number_write(period->is.number, number);
    if (total) {
        *put_float(*total, text) = '\0';
        now.total = text;
    }
    if (!rapport__formula_fill(card->weighting, as_weighed, &now, card->room))
        return (rapport__formula_value){0, false, RAPPORT__UNNAMED};
    return rapport__formula_evaluate(card->room, NULL);
}

/* min(most, max(0, x)) as Python takes it: what is no number is 0. */
static double clamp(double x, double most)
{
    double least = x > 0 ? x : 0;
    return least < most ? least : most;
}

/* Which variable of a formula is the first without a value. */
static uint32_t first_missing(const rapport__sc_period *period, const char *formula)
{
    for (const char *at = formula; *at; at++) {
        char name[RAPPORT_MAX_FORMULA];
        size_t length = 0;
        uint32_t found;
        if (*at != '{')
            continue;
        for (const char *in = at + 1; *in && *in != '}' && *in != '{'; in++)
            if (*in != '\n' && *in != '\r')
                name[length++] = *in;
        found = rapport__sc_find_variable(period, name, length);
        if (found != RAPPORT_NONE && !period->variables[found].there)
            return found;
    }
    return RAPPORT_NONE;
}

static void solve(rapport_scorecard *card, rapport__sc_period *period, rapport__sc_criterion *criterion)
{
    rapport__formula_value value = {0, false, RAPPORT__UNNAMED};
    if (rapport__formula_fill(criterion->formula, as_erpnext, period, card->room))
        value = rapport__formula_evaluate(card->room, NULL);
    criterion->fault = value.fault;
    criterion->has_erpnext = !value.fault;
    criterion->erpnext = value.fault ? 0 : clamp(value.number, criterion->max_score);
    criterion->missing = first_missing(period, criterion->formula);
    if (!rapport__formula_fill(criterion->formula, as_is, period, card->room))
        return;
    value = rapport__formula_evaluate(card->room, NULL);
    criterion->has_ours = !value.fault && value.number == value.number;
    criterion->ours = criterion->has_ours ? clamp(value.number, criterion->max_score) : 0;
}

static void take_stored(rapport__sc_criterion *criterion)
{
    criterion->has_erpnext = criterion->has_ours = criterion->has_stored;
    criterion->fault = criterion->has_stored ? RAPPORT__SOUND : RAPPORT__UNREADABLE;
    criterion->erpnext = criterion->stored;
    criterion->ours = clamp(criterion->stored, criterion->max_score);
}

void rapport__sc_criteria(rapport_scorecard *card)
{
    for (uint32_t p = 0; p < card->submitted; p++) {
        rapport__sc_period *period = &card->periods[card->order[p]];
        for (uint32_t i = 0; i < period->criterion_count; i++) {
            rapport__sc_criterion *criterion = &period->criteria[i];
            criterion->has_ours = criterion->has_erpnext = false;
            criterion->missing = RAPPORT_NONE;
            if (criterion->formula && (period->variable_count || !criterion->has_stored))
                solve(card, period, criterion);
            else
                take_stored(criterion);
        }
    }
}
