/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Computing a scorecard, and what it then says. */
#include <string.h>

#include "analysis/scorecard.h"
#include "base/error.h"
#include "base/sort.h"
#include "base/struct.h"

_Static_assert(sizeof(rapport_scorecard_outcome) == 64, "rapport_scorecard_outcome");
_Static_assert(sizeof(rapport_scorecard_period) == 88, "rapport_scorecard_period");
_Static_assert(sizeof(rapport_scorecard_criterion) == 48, "rapport_scorecard_criterion");
_Static_assert(sizeof(rapport_scorecard_difference) == 40, "rapport_scorecard_difference");

static int compare_names(const void *context, uint32_t a, uint32_t b)
{
    const rapport__sc_period *period = context;
    return strcmp(period->variables[a].name, period->variables[b].name);
}

static int compare_ends(const void *context, uint32_t a, uint32_t b)
{
    const rapport_scorecard *card = context;
    return strcmp(card->periods[b].end, card->periods[a].end); /* the newest first */
}

static void number_up(uint32_t *order, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        order[i] = i;
}

static rapport_status sort_variables(const rapport_allocator *mem, rapport__sc_period *period)
{
    uint32_t *order = rapport__alloc(mem, 2 * (size_t)period->variable_count, sizeof *order);
    if (!order)
        return RAPPORT_NO_MEMORY;
    rapport__free(mem, period->by_name);
    period->by_name = order;
    number_up(order, period->variable_count);
    rapport__sort(order, order + period->variable_count, period->variable_count, compare_names, period);
    return RAPPORT_OK;
}

/* The submitted periods, the newest first, and everything as before a computation. */
static rapport_status prepare(rapport_scorecard *card)
{
    const rapport_allocator *mem = &card->arena.mem;
    uint32_t *order = rapport__alloc(mem, 2 * (size_t)card->period_count, sizeof *order);
    if (!order)
        return RAPPORT_NO_MEMORY;
    rapport__free(mem, card->order);
    rapport_model_destroy(card->model);
    card->order = order;
    card->model = NULL;
    card->submitted = card->difference_count = 0;
    card->out_of_memory = false;
    for (uint32_t i = 0; i < card->period_count; i++) {
        rapport__sc_period *period = &card->periods[i];
        period->is = (rapport_scorecard_period){.docstatus = period->docstatus, .number = RAPPORT_NONE};
        period->other_criteria = false;
        if (sort_variables(mem, period))
            return RAPPORT_NO_MEMORY;
        if (period->docstatus == 1)
            order[card->submitted++] = i;
    }
    rapport__sort(order, order + card->period_count, card->submitted, compare_ends, card);
    for (uint32_t i = 0; i < card->submitted; i++)
        card->periods[order[i]].is.number = i;
    return RAPPORT_OK;
}

rapport_status rapport_scorecard_compute(rapport_scorecard *card, rapport_error *error)
{
    rapport_status status;
    if (!card)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the scorecard is NULL");
    card->computed = false;
    if ((status = prepare(card)))
        return rapport__fail_plainly(error, status);
    rapport__sc_criteria(card);
    rapport__sc_erpnext(card);
    if ((status = rapport__sc_ours(card)))
        return rapport__fail_plainly(error, status);
    rapport__sc_compare(card);
    if (card->out_of_memory)
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    card->computed = true;
    return RAPPORT_OK;
}

const char *rapport_scorecard_supplier(const rapport_scorecard *card)
{
    return card->supplier;
}

const char *rapport_scorecard_status(const rapport_scorecard *card)
{
    return card->status;
}

const rapport_model *rapport_scorecard_model(const rapport_scorecard *card)
{
    return card->computed ? card->model : NULL;
}

rapport_status rapport_scorecard_get_outcome(const rapport_scorecard *card, int32_t arithmetic, rapport_scorecard_outcome *out)
{
    if (!card->computed || arithmetic < RAPPORT_OURS || arithmetic > RAPPORT_ERPNEXT)
        return RAPPORT_BAD_ARGUMENT;
    return rapport__struct_out(out, &card->outcome[arithmetic], sizeof *out);
}

uint32_t rapport_scorecard_count_standings(const rapport_scorecard *card)
{
    return card->standing_count;
}

const char *rapport_scorecard_standing_name(const rapport_scorecard *card, uint32_t standing)
{
    return standing < card->standing_count ? card->standings[standing].name : NULL;
}

uint32_t rapport_scorecard_count_periods(const rapport_scorecard *card)
{
    return card->period_count;
}

const char *rapport_scorecard_period_name(const rapport_scorecard *card, uint32_t period)
{
    return period < card->period_count ? card->periods[period].name : NULL;
}

const char *rapport_scorecard_period_end(const rapport_scorecard *card, uint32_t period)
{
    return period < card->period_count ? card->periods[period].end : NULL;
}

rapport_status rapport_scorecard_get_period(const rapport_scorecard *card, uint32_t period, rapport_scorecard_period *out)
{
    if (!card->computed || period >= card->period_count)
        return RAPPORT_BAD_ARGUMENT;
    return rapport__struct_out(out, &card->periods[period].is, sizeof *out);
}

static const rapport__sc_period *period_at(const rapport_scorecard *card, uint32_t period)
{
    if (period == RAPPORT_NONE)
        return &card->own;
    return period < card->period_count ? &card->periods[period] : NULL;
}

uint32_t rapport_scorecard_count_criteria(const rapport_scorecard *card, uint32_t period)
{
    const rapport__sc_period *of = period_at(card, period);
    return of ? of->criterion_count : 0;
}

const char *rapport_scorecard_criterion_name(const rapport_scorecard *card, uint32_t period, uint32_t criterion)
{
    const rapport__sc_period *of = period_at(card, period);
    return of && criterion < of->criterion_count ? of->criteria[criterion].name : NULL;
}

rapport_status rapport_scorecard_get_criterion(const rapport_scorecard *card, uint32_t period, uint32_t criterion,
                                               rapport_scorecard_criterion *out)
{
    const rapport__sc_period *of = period < card->period_count ? &card->periods[period] : NULL;
    const rapport__sc_criterion *at;
    rapport_scorecard_criterion filled = {0};
    bool scaled, counts;
    if (!card->computed || !of || criterion >= of->criterion_count)
        return RAPPORT_BAD_ARGUMENT;
    at = &of->criteria[criterion];
    counts = of->docstatus == 1;
    scaled = rapport__sc_is_scaled(at);
    filled.weight = at->weight;
    filled.max_score = at->max_score;
    filled.stored_score = at->has_stored ? at->stored : 0;
    filled.has = at->has_stored ? RAPPORT_HAS_STORED : 0;
    if (counts && at->has_erpnext) {
        filled.has |= RAPPORT_HAS_ERPNEXT;
        filled.erpnext_score = at->erpnext;
    }
    if (counts && at->has_ours && scaled) {
        filled.has |= RAPPORT_HAS_OURS;
        filled.our_points = 100 * (at->ours / at->max_score);
    }
    return rapport__struct_out(out, &filled, sizeof *out);
}

const char *rapport_scorecard_variable_name(const rapport_scorecard *card, uint32_t period, uint32_t variable)
{
    if (period >= card->period_count || variable >= card->periods[period].variable_count)
        return NULL;
    return card->periods[period].variables[variable].name;
}

uint32_t rapport_scorecard_count_differences(const rapport_scorecard *card)
{
    return card->computed ? card->difference_count : 0;
}

rapport_status rapport_scorecard_get_difference(const rapport_scorecard *card, uint32_t index,
                                                rapport_scorecard_difference *out)
{
    if (index >= rapport_scorecard_count_differences(card))
        return RAPPORT_BAD_ARGUMENT;
    return rapport__struct_out(out, &card->differences[index], sizeof *out);
}

const char *rapport_scorecard_difference_name(int32_t kind)
{
    static const char *const names[RAPPORT_DIFFERS_END] = {
        [RAPPORT_DIFFERS_SCORE] = "score",
        [RAPPORT_DIFFERS_STANDING] = "standing",
        [RAPPORT_DIFFERS_NO_HISTORY] = "no-history",
        [RAPPORT_DIFFERS_TOP_OPEN] = "top-open",
        [RAPPORT_DIFFERS_ROUNDED] = "rounded-score",
        [RAPPORT_DIFFERS_WEIGHTS] = "weights",
        [RAPPORT_DIFFERS_STANDINGS] = "standings",
        [RAPPORT_DIFFERS_MISSING] = "missing-variable",
        [RAPPORT_DIFFERS_VARIABLE] = "rounded-variable",
        [RAPPORT_DIFFERS_MAX_SCORE] = "max-score",
        [RAPPORT_DIFFERS_FORMULA] = "formula",
        [RAPPORT_DIFFERS_WEIGHTING] = "weighting",
        [RAPPORT_DIFFERS_STORED_SCORE] = "stored-score",
        [RAPPORT_DIFFERS_STORED_TOTAL] = "stored-total",
        [RAPPORT_DIFFERS_STORED_SUPPLIER] = "stored-supplier-score",
        [RAPPORT_DIFFERS_STORED_STANDING] = "stored-standing",
        [RAPPORT_DIFFERS_CRITERIA] = "other-criteria",
        [RAPPORT_DIFFERS_NO_SCALE] = "no-scale",
    };
    return kind > 0 && kind < RAPPORT_DIFFERS_END ? names[kind] : NULL;
}
