/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Filling a scorecard. */
#include "analysis/scorecard.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "base/utf8.h"
#include "evidence/assessment.h"

#define MOST_NAME 1000u

static const char standard[] = "{total_score} * max( 0, min ( 1 , (12 - {period_number}) / 12) )";

static bool is_finite(double x)
{
    return x - x == 0;
}

static bool is_name(const char *text)
{
    size_t length = strlen(text);
    return length && length <= MOST_NAME && rapport__utf8_valid(text, length, NULL);
}

static rapport_status keep(rapport_scorecard *card, const char *text, const char **out, rapport_error *error)
{
    *out = rapport__arena_text(&card->arena, text, strlen(text));
    return *out ? RAPPORT_OK : rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
}

static rapport_status keep_name(rapport_scorecard *card, const char *text, const char *path, const char **out,
                                rapport_error *error)
{
    if (!text)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, path, "the name is NULL");
    if (!is_name(text))
        return FAIL(error, RAPPORT_BAD_VALUE, path, "a name must be 1 to 1000 bytes of UTF-8");
    return keep(card, text, out, error);
}

/* Checks that a formula can be read and copies it. */
static rapport_status keep_formula(rapport_scorecard *card, const char *formula, const char *path, const char **out,
                                   rapport_error *error)
{
    char shown[32] = "";
    const char *unread = NULL;
    size_t length = strlen(formula);
    if (length > RAPPORT_MAX_FORMULA)
        return FAIL(error, RAPPORT_LIMIT, path, "a formula has at most 2048 bytes");
    if (!length || !rapport__utf8_valid(formula, length, NULL))
        return FAIL(error, RAPPORT_BAD_VALUE, path, "a formula must be 1 to 2048 bytes of UTF-8");
    if (!rapport__formula_reads(formula, card->room, &unread)) {
        if (!unread || !*unread)
            return FAIL(error, RAPPORT_BAD_VALUE, path, "the formula is not one that can be solved, or ends too early");
        rapport__append(shown, sizeof shown, unread);
        return FAIL(error, RAPPORT_BAD_VALUE, path, "the formula cannot be read from \"", shown, "\" on");
    }
    return keep(card, formula, out, error);
}

rapport_status rapport_scorecard_create(const char *supplier, const char *weighting, const rapport_allocator *allocator,
                                        rapport_scorecard **out, rapport_error *error)
{
    rapport_allocator mem;
    rapport_scorecard *card;
    rapport_status status;
    if (!out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out is NULL");
    *out = NULL;
    if (!supplier || rapport__memory_init(&mem, allocator))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the supplier is NULL, or the allocator is incomplete");
    if (!(card = rapport__alloc(&mem, 1, sizeof *card)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    rapport__arena_init(&card->arena, &mem);
    status = keep_name(card, supplier, "/supplier", &card->supplier, error);
    if (!status)
        status = keep_formula(card, weighting ? weighting : standard, "/weighting_function", &card->weighting, error);
    if (status) {
        rapport_scorecard_destroy(card);
        return status;
    }
    *out = card;
    return RAPPORT_OK;
}

static void drop_period(const rapport_allocator *mem, rapport__sc_period *period)
{
    rapport__free(mem, period->criteria);
    rapport__free(mem, period->variables);
    rapport__free(mem, period->by_name);
}

void rapport_scorecard_destroy(rapport_scorecard *card)
{
    rapport_allocator mem;
    if (!card)
        return;
    mem = card->arena.mem;
    for (uint32_t i = 0; i < card->period_count; i++)
        drop_period(&mem, &card->periods[i]);
    drop_period(&mem, &card->own);
    rapport_model_destroy(card->model);
    rapport__free(&mem, card->standings);
    rapport__free(&mem, card->periods);
    rapport__free(&mem, card->differences);
    rapport__free(&mem, card->order);
    rapport__arena_clear(&card->arena);
    rapport__free(&mem, card);
}

rapport_status rapport_scorecard_set_stored(rapport_scorecard *card, int32_t has_score, double score, const char *status,
                                            rapport_error *error)
{
    const char *kept = NULL;
    rapport_status failed;
    if (has_score && !is_finite(score))
        return FAIL(error, RAPPORT_BAD_VALUE, "/supplier_score", "the score must be finite");
    if (status && (failed = keep_name(card, status, "/status", &kept, error)))
        return failed;
    card->has_stored = has_score != 0;
    card->stored = score;
    card->status = kept;
    card->computed = false;
    return RAPPORT_OK;
}

rapport_status rapport_scorecard_add_standing(rapport_scorecard *card, const char *name, double min_grade, double max_grade,
                                              rapport_error *error)
{
    rapport__sc_standing added = {NULL, min_grade, max_grade};
    rapport_status status;
    if (!is_finite(min_grade) || !is_finite(max_grade))
        return FAIL(error, RAPPORT_BAD_VALUE, "/standings", "grades must be finite");
    if (card->standing_count == RAPPORT_MAX_STANDINGS)
        return FAIL(error, RAPPORT_LIMIT, "/standings", "a scorecard has at most 256 standings");
    if ((status = keep_name(card, name, "/standings", &added.name, error)))
        return status;
    if (rapport__reserve(&card->arena.mem, &card->standings, &card->standing_capacity, card->standing_count + 1, sizeof added))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    card->standings[card->standing_count++] = added;
    card->computed = false;
    return RAPPORT_OK;
}

rapport_status rapport_scorecard_add_period(rapport_scorecard *card, const char *name, const char *end_date, int32_t docstatus,
                                            uint32_t *period, rapport_error *error)
{
    rapport__sc_period added = {.docstatus = docstatus};
    rapport_status status;
    if (!end_date)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/periods", "the date is NULL");
    if (!rapport__date_valid(end_date))
        return FAIL(error, RAPPORT_BAD_VALUE, "/periods", "the end of a period must be a day as YYYY-MM-DD");
    if (docstatus < 0 || docstatus > 2)
        return FAIL(error, RAPPORT_BAD_VALUE, "/periods", "docstatus must be 0, 1 or 2");
    if (card->period_count == RAPPORT_MAX_PERIODS)
        return FAIL(error, RAPPORT_LIMIT, "/periods", "a scorecard has at most 10000 periods");
    if ((status = keep_name(card, name, "/periods", &added.name, error)) || (status = keep(card, end_date, &added.end, error)))
        return status;
    if (rapport__reserve(&card->arena.mem, &card->periods, &card->period_capacity, card->period_count + 1, sizeof added))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    if (period)
        *period = card->period_count;
    card->periods[card->period_count++] = added;
    card->computed = false;
    return RAPPORT_OK;
}

/* The period, or what stands for the scorecard itself; NULL if there is none. */
static rapport__sc_period *period_at(rapport_scorecard *card, uint32_t period)
{
    if (period == RAPPORT_NONE)
        return &card->own;
    return period < card->period_count ? &card->periods[period] : NULL;
}

rapport_status rapport_scorecard_set_total(rapport_scorecard *card, uint32_t period, double total, rapport_error *error)
{
    if (period >= card->period_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/periods", "there is no such period");
    if (!is_finite(total))
        return FAIL(error, RAPPORT_BAD_VALUE, "/periods", "the total must be finite");
    card->periods[period].has_total = true;
    card->periods[period].total = total;
    card->computed = false;
    return RAPPORT_OK;
}

rapport_status rapport_scorecard_add_criterion(rapport_scorecard *card, uint32_t period, const char *name, double weight,
                                               double max_score, const char *formula, uint32_t *criterion, rapport_error *error)
{
    rapport__sc_period *of = period_at(card, period);
    rapport__sc_criterion added = {.weight = weight, .max_score = max_score};
    rapport_status status;
    if (!of)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/periods", "there is no such period");
    if (!(weight == 0 || (weight >= 1e-12 && weight <= 1e12)))
        return FAIL(error, RAPPORT_BAD_VALUE, "/criteria/weight", "a weight must be 0 or lie in 1e-12..1e12");
    if (!is_finite(max_score))
        return FAIL(error, RAPPORT_BAD_VALUE, "/criteria/max_score", "the maximum score must be finite");
    if (of->criterion_count == RAPPORT_MAX_SCORECARD_CRITERIA)
        return FAIL(error, RAPPORT_LIMIT, "/criteria", "there may be at most 1000 criteria");
    if ((status = keep_name(card, name, "/criteria/criteria_name", &added.name, error)))
        return status;
    if (formula && (status = keep_formula(card, formula, "/criteria/formula", &added.formula, error)))
        return status;
    if (rapport__reserve(&card->arena.mem, &of->criteria, &of->criterion_capacity, of->criterion_count + 1, sizeof added))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    if (criterion)
        *criterion = of->criterion_count;
    of->criteria[of->criterion_count++] = added;
    card->computed = false;
    return RAPPORT_OK;
}

rapport_status rapport_scorecard_set_score(rapport_scorecard *card, uint32_t period, uint32_t criterion, double score,
                                           rapport_error *error)
{
    if (period >= card->period_count || criterion >= card->periods[period].criterion_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/periods", "there is no such criterion");
    if (!is_finite(score))
        return FAIL(error, RAPPORT_BAD_VALUE, "/criteria/score", "the score must be finite");
    card->periods[period].criteria[criterion].has_stored = true;
    card->periods[period].criteria[criterion].stored = score;
    card->computed = false;
    return RAPPORT_OK;
}

rapport_status rapport_scorecard_add_variable(rapport_scorecard *card, uint32_t period, const char *name, int32_t has_value,
                                              double value, rapport_error *error)
{
    rapport__sc_variable added = {.value = has_value ? value : 0, .there = has_value != 0};
    rapport__sc_period *of = period < card->period_count ? &card->periods[period] : NULL;
    rapport_status status;
    if (!of || !name)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/variables", "there is no such period, or the name is NULL");
    if (!*name || strlen(name) > MOST_NAME ||
        name[rapport__span(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")])
        return FAIL(error, RAPPORT_BAD_VALUE, "/variables/param_name", "a variable's name has letters, digits and underscores");
    if (!is_finite(added.value))
        return FAIL(error, RAPPORT_BAD_VALUE, "/variables/value", "the value must be finite");
    if (of->variable_count == RAPPORT_MAX_VARIABLES)
        return FAIL(error, RAPPORT_LIMIT, "/variables", "a period has at most 1000 variables");
    if ((status = keep(card, name, &added.name, error)))
        return status;
    if (rapport__reserve(&card->arena.mem, &of->variables, &of->variable_capacity, of->variable_count + 1, sizeof added))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    of->variables[of->variable_count++] = added;
    card->computed = false;
    return RAPPORT_OK;
}
