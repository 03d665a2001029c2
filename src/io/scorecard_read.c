/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* A supplier scorecard with its periods, as ERPNext's interface gives them. The wrapper is ours and strict; inside it stand
 * ERPNext's own documents, of which we take the keys that we know and leave the others. */
#include <float.h>
#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "io/read.h"
#include "rapport/document.h"

typedef struct scorecard_reading {
    rapport__reading *r;
    rapport_scorecard *card;                     /* NULL as long as there is none */
    const char *name;                            /* of the scorecard, for its periods to belong to; NULL if it has none */
    double most[RAPPORT_MAX_SCORECARD_CRITERIA]; /* of its own criteria */
} scorecard_reading;

/* The members with these keys; the first `required` ones must be there. */
static bool pick(rapport__reading *r, rapport__json_value object, const char *const *keys, uint32_t count, uint32_t required,
                 rapport__json_value *at)
{
    bool whole = true;
    for (uint32_t i = 0; i < count; i++)
        at[i] = RAPPORT_NONE;
    if (!rapport__is_type(r, object, RAPPORT__JSON_OBJECT))
        return false;
    for (rapport__json_value member = rapport__json_first(r->doc, object); member != RAPPORT_NONE;
         member = rapport__json_next(r->doc, member)) {
        const char *key = rapport__json_key(r->doc, member, NULL);
        for (uint32_t i = 0; i < count; i++)
            if (!strcmp(keys[i], key) && rapport__json_type_of(r->doc, member) != RAPPORT__JSON_NULL)
                at[i] = member;
    }
    for (uint32_t i = 0; i < required; i++)
        if (at[i] == RAPPORT_NONE) {
            REPORT(r, RAPPORT_BAD_DOCUMENT, object, "\"", keys[i], "\" is missing");
            whole = false;
        }
    return whole;
}
#define PICK(r, object, keys, required, at)                                                                                    \
    pick((r), (object), (keys), (uint32_t)(sizeof(keys) / sizeof *(keys)), (required), (at))

static bool read_finite(rapport__reading *r, rapport__json_value value, double *out)
{
    return rapport__read_number(r, value, -DBL_MAX, DBL_MAX, out);
}

static bool read_name(rapport__reading *r, rapport__json_value value, const char **out)
{
    return rapport__read_text(r, value, 1, 1000, out);
}

/* ERPNext keeps the score of a supplier as text. */
static bool read_stored(rapport__reading *r, rapport__json_value value, double *out)
{
    char words[RAPPORT__WORDS];
    size_t length;
    const char *text;
    if (value == RAPPORT_NONE)
        return false;
    if (rapport__json_type_of(r->doc, value) == RAPPORT__JSON_NUMBER)
        return read_finite(r, value, out);
    if (!rapport__is_type(r, value, RAPPORT__JSON_STRING))
        return false;
    text = rapport__json_text(r->doc, value, &length);
    if (!length)
        return false;
    if (rapport__number_read(text, length, out) == RAPPORT__NUMBER_OK)
        return true;
    REPORT(r, RAPPORT_BAD_VALUE, value, "supplier_score must be a number, not ", rapport__words(r, value, words));
    return false;
}

static void read_standing(scorecard_reading *s, rapport__json_value standing)
{
    static const char *const keys[] = {"standing_name", "min_grade", "max_grade"};
    rapport__json_value at[3];
    const char *name = NULL;
    double least = 0, most = 0;
    uint32_t before = s->r->count;
    if (!PICK(s->r, standing, keys, 1, at))
        return;
    read_name(s->r, at[0], &name);
    read_finite(s->r, at[1], &least);
    read_finite(s->r, at[2], &most);
    if (s->card && s->r->count == before)
        rapport__built(s->r, standing, rapport_scorecard_add_standing(s->card, name, least, most, &s->r->told));
}

/* The maximum score of the scorecard's own criterion of that name; 100, ERPNext's default, where it says nothing. */
static double own_max_score(const scorecard_reading *s, const char *name)
{
    uint32_t count = s->card && name ? rapport_scorecard_count_criteria(s->card, RAPPORT_NONE) : 0;
    for (uint32_t i = 0; i < count; i++)
        if (!strcmp(name, rapport_scorecard_criterion_name(s->card, RAPPORT_NONE, i)))
            return s->most[i];
    return 100;
}

static void read_criterion(scorecard_reading *s, rapport__json_value criterion, uint32_t period)
{
    static const char *const keys[] = {"criteria_name", "weight", "max_score", "formula", "score"};
    rapport__json_value at[5];
    const char *name = NULL, *formula = NULL;
    double weight = 0, most, score = 0;
    uint32_t before = s->r->count, index = 0;
    bool scored;
    if (!PICK(s->r, criterion, keys, 2, at))
        return;
    read_name(s->r, at[0], &name);
    rapport__read_weight(s->r, at[1], true, &weight);
    most = at[2] == RAPPORT_NONE && period != RAPPORT_NONE ? own_max_score(s, name) : 100;
    read_finite(s->r, at[2], &most);
    if (at[3] != RAPPORT_NONE && rapport__read_text(s->r, at[3], 0, RAPPORT_MAX_FORMULA, &formula) && !*formula)
        formula = NULL;
    scored = read_finite(s->r, at[4], &score) && period != RAPPORT_NONE;
    if (!s->card || s->r->count != before)
        return;
    if (!rapport__built(s->r, formula ? at[3] : criterion,
                        rapport_scorecard_add_criterion(s->card, period, name, weight, most, formula, &index, &s->r->told)))
        return;
    if (scored)
        (void)rapport_scorecard_set_score(s->card, period, index, score, NULL);
    if (period == RAPPORT_NONE)
        s->most[index] = most;
}

static void read_variable(scorecard_reading *s, rapport__json_value variable, uint32_t period)
{
    static const char *const keys[] = {"param_name", "value"};
    rapport__json_value at[2];
    const char *name = NULL;
    double value = 0;
    uint32_t before = s->r->count;
    bool there;
    if (!PICK(s->r, variable, keys, 1, at))
        return;
    read_name(s->r, at[0], &name);
    there = read_finite(s->r, at[1], &value);
    if (s->card && s->r->count == before)
        rapport__built(s->r, variable, rapport_scorecard_add_variable(s->card, period, name, there, value, &s->r->told));
}

/* ERPNext links a period to its scorecard by name. */
static bool belongs(scorecard_reading *s, rapport__json_value link)
{
    char words[RAPPORT__WORDS], wanted[RAPPORT__WORDS];
    const char *name = NULL;
    if (link == RAPPORT_NONE || !read_name(s->r, link, &name))
        return link == RAPPORT_NONE;
    if (!s->name || !strcmp(name, s->name))
        return true;
    REPORT(s->r, RAPPORT_BAD_VALUE, link, "the period belongs to ", rapport__words(s->r, link, words), ", not to ",
           rapport__quoted(s->name, strlen(s->name), wanted));
    return false;
}

static void read_period(scorecard_reading *s, rapport__json_value period)
{
    static const char *const keys[] = {"end_date", "criteria", "name", "docstatus", "total_score", "variables", "scorecard"};
    rapport__json_value at[7];
    const char *end = NULL, *name = NULL;
    double total;
    uint32_t before = s->r->count, docstatus = 1, index = 0;
    if (!PICK(s->r, period, keys, 2, at))
        return;
    read_name(s->r, at[0], &end);
    name = end;
    read_name(s->r, at[2], &name);
    rapport__read_integer(s->r, at[3], 0, 2, &docstatus);
    if (!belongs(s, at[6]) || s->r->count != before || !s->card)
        return;
    if (!rapport__built(s->r, at[0], rapport_scorecard_add_period(s->card, name, end, (int32_t)docstatus, &index, &s->r->told)))
        return;
    if (read_finite(s->r, at[4], &total))
        (void)rapport_scorecard_set_total(s->card, index, total, NULL);
    if (rapport__is_type(s->r, at[1], RAPPORT__JSON_ARRAY))
        for (rapport__json_value row = rapport__json_first(s->r->doc, at[1]); row != RAPPORT_NONE;
             row = rapport__json_next(s->r->doc, row))
            read_criterion(s, row, index);
    if (rapport__is_type(s->r, at[5], RAPPORT__JSON_ARRAY))
        for (rapport__json_value row = rapport__json_first(s->r->doc, at[5]); row != RAPPORT_NONE;
             row = rapport__json_next(s->r->doc, row))
            read_variable(s, row, index);
}

static void read_stored_result(scorecard_reading *s, rapport__json_value object, rapport__json_value score,
                               rapport__json_value status)
{
    const char *standing = NULL;
    double stored = 0;
    bool there = read_stored(s->r, score, &stored);
    if (status != RAPPORT_NONE && rapport__read_text(s->r, status, 0, 1000, &standing) && !*standing)
        standing = NULL;
    if (s->card)
        rapport__built(s->r, object, rapport_scorecard_set_stored(s->card, there, stored, standing, &s->r->told));
}

/* The scorecard itself; `s->card` is made from it. */
static void read_scorecard(scorecard_reading *s, rapport__json_value object)
{
    static const char *const keys[] = {"criteria",           "standings",      "supplier", "name",
                                       "weighting_function", "supplier_score", "status"};
    rapport__json_value at[7];
    const char *supplier = NULL, *weighting = NULL;
    uint32_t before = s->r->count;
    if (!PICK(s->r, object, keys, 2, at))
        return;
    read_name(s->r, at[3], &s->name);
    supplier = s->name;
    read_name(s->r, at[2], &supplier);
    if (!supplier && s->r->count == before)
        REPORT(s->r, RAPPORT_BAD_DOCUMENT, object, "\"supplier\" is missing");
    if (at[4] != RAPPORT_NONE && rapport__read_text(s->r, at[4], 0, RAPPORT_MAX_FORMULA, &weighting) && !*weighting)
        weighting = NULL;
    if (s->r->count == before)
        rapport__built(s->r, weighting ? at[4] : object,
                       rapport_scorecard_create(supplier, weighting, &s->r->mem, &s->card, &s->r->told));
    read_stored_result(s, object, at[5], at[6]);
    if (rapport__is_type(s->r, at[0], RAPPORT__JSON_ARRAY)) {
        for (rapport__json_value row = rapport__json_first(s->r->doc, at[0]); row != RAPPORT_NONE;
             row = rapport__json_next(s->r->doc, row))
            read_criterion(s, row, RAPPORT_NONE);
    }
    if (rapport__is_type(s->r, at[1], RAPPORT__JSON_ARRAY))
        for (rapport__json_value row = rapport__json_first(s->r->doc, at[1]); row != RAPPORT_NONE;
             row = rapport__json_next(s->r->doc, row))
            read_standing(s, row);
}

static void read_document(scorecard_reading *s)
{
    static const char *const keys[] = {"format", "scorecard", "periods"};
    rapport__json_value at[3];
    rapport__reading *r = s->r;
    if (!rapport__is_type(r, RAPPORT__JSON_ROOT, RAPPORT__JSON_OBJECT) ||
        !rapport__read_format(r, rapport__json_find(r->doc, RAPPORT__JSON_ROOT, "format"), "rapport-scorecard/1"))
        return;
    MEMBERS(r, RAPPORT__JSON_ROOT, keys, 3, at);
    if (at[1] != RAPPORT_NONE)
        read_scorecard(s, at[1]);
    if (!rapport__is_type(r, at[2], RAPPORT__JSON_ARRAY))
        return;
    for (rapport__json_value period = rapport__json_first(r->doc, at[2]); period != RAPPORT_NONE;
         period = rapport__json_next(r->doc, period))
        read_period(s, period);
}

rapport_status rapport_scorecard_read(const char *json, int64_t length, const rapport_allocator *allocator,
                                      rapport_scorecard **out, rapport_error *error)
{
    rapport__reading r;
    scorecard_reading s = {.r = &r};
    rapport_error first;
    rapport_status status;
    if (!out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out is NULL");
    *out = NULL;
    status = rapport__reading_init(&r, json, length, allocator, &first, 1);
    if (!status && r.doc)
        read_document(&s);
    status = rapport__reading_finish(&r, status, &first, error);
    if (!status) {
        *out = s.card;
        return RAPPORT_OK;
    }
    rapport_scorecard_destroy(s.card);
    return status;
}
