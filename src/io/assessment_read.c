/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "io/assessment_read.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "io/model_read.h"
#include "rapport/document.h"

enum { FORMAT, ID, PARTNERSHIP, DATE, MODEL, PARTIES, REQUIRED, KIND = REQUIRED, FLOOR, INACTIVE, FACTS, MEASURES, KEYS };

static const char *const keys[KEYS] = {"format",          "id",       "partnership", "date",    "model", "parties", "kind",
                                       "anonymity_floor", "inactive", "facts",       "measures"};

/* What the caller wants of the reader. */
typedef struct wishes {
    const rapport_model *model;
    const char *overlay;
    rapport_model *made; /* for this assessment; NULL as long as none was */
} wishes;

static bool two_digits(const char *text, int *out)
{
    if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
        return false;
    *out = (text[0] - '0') * 10 + text[1] - '0';
    return true;
}

/* A day of the Gregorian calendar, YYYY-MM-DD. */
static bool is_date(const char *text)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int century, year, month, day;
    bool leap;
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-' || !two_digits(text, &century) || !two_digits(text + 2, &year) ||
        !two_digits(text + 5, &month) || !two_digits(text + 8, &day))
        return false;
    leap = (year ? year : century) % 4 == 0; /* of the years that end a century, every fourth */
    return century + year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1] + (month == 2 && leap);
}

bool rapport__read_date(rapport__reading *r, rapport__json_value value, const char **out)
{
    char words[RAPPORT__WORDS], subject[RAPPORT__WORDS];
    if (!rapport__is_type(r, value, RAPPORT__JSON_STRING))
        return false;
    if (is_date(rapport__json_text(r->doc, value, NULL))) {
        *out = rapport__json_text(r->doc, value, NULL);
        return true;
    }
    REPORT(r, RAPPORT_BAD_VALUE, value, rapport__subject(r, value, subject), " must be a day such as \"2026-09-30\", not ",
           rapport__words(r, value, words));
    return false;
}

bool rapport__leads_away(const char *path)
{
    bool letter = (path[0] >= 'a' && path[0] <= 'z') || (path[0] >= 'A' && path[0] <= 'Z');
    if (path[0] == '/' || path[rapport__span_until(path, "\\")] || (letter && path[1] == ':'))
        return true;
    for (const char *at = path; *at; at += *at == '/') {
        size_t segment = rapport__span_until(at, "/");
        if (segment == 2 && at[0] == '.' && at[1] == '.')
            return true;
        at += segment;
    }
    return false;
}

static int32_t read_file(rapport__reading *r, rapport__json_value value, const char **name)
{
    static const char *const file[] = {"file"};
    rapport__json_value at[1];
    uint32_t before = r->count;
    char words[RAPPORT__WORDS];
    MEMBERS(r, value, file, 1, at);
    if (rapport__read_text(r, at[0], 1, 4096, name) && rapport__leads_away(*name))
        REPORT(r, RAPPORT_BAD_VALUE, at[0], "a model's file must lie beside the assessment or below, not at ",
               rapport__words(r, at[0], words));
    return r->count == before ? RAPPORT_MODEL_FILE : 0;
}

int32_t rapport__read_model_source(rapport__reading *r, rapport__json_value value, const char **name)
{
    char words[RAPPORT__WORDS];
    *name = "";
    if (value == RAPPORT_NONE)
        return 0;
    switch (rapport__json_type_of(r->doc, value)) {
    case RAPPORT__JSON_STRING:
        return rapport__read_text(r, value, 1, SIZE_MAX, name) ? RAPPORT_MODEL_BUILTIN : 0;
    case RAPPORT__JSON_OBJECT:
        if (rapport__json_find(r->doc, value, "file") != RAPPORT_NONE &&
            rapport__json_find(r->doc, value, "format") == RAPPORT_NONE)
            return read_file(r, value, name);
        return RAPPORT_MODEL_INLINE;
    default:
        REPORT(r, RAPPORT_BAD_DOCUMENT, value,
               "model must be the name of a built-in model, {\"file\": \"model.json\"} or a whole model, not ",
               rapport__words(r, value, words));
        return 0;
    }
}

/* The model that the document names or contains; NULL if there is none to be had. */
static void make_model(rapport__reading *r, rapport__json_value value, int32_t source, const char *name, rapport_model **out)
{
    char words[RAPPORT__WORDS];
    if (source == RAPPORT_MODEL_BUILTIN)
        rapport__built(r, value, rapport_model_load_builtin(name, &r->mem, out, &r->told));
    else if (source == RAPPORT_MODEL_INLINE)
        rapport__read_model(r, value, out);
    else if (source == RAPPORT_MODEL_FILE)
        REPORT(r, RAPPORT_NOT_FOUND, value, "the model in the file ", rapport__quoted(name, strlen(name), words),
               " was not handed over");
}

static void report_overlay(rapport__reading *r, const rapport_model *model, const char *overlay, rapport__json_value value)
{
    char quoted[RAPPORT__WORDS], words[RAPPORT__GUESS_WORDS];
    rapport__guess guess = rapport__guess_init(overlay);
    for (uint32_t i = 0; i < rapport_model_count_overlays(model); i++)
        rapport__guess_try(&guess, &r->guesses, rapport_model_part_id(model, RAPPORT_OF_OVERLAY, i, 0));
    REPORT(r, RAPPORT_NOT_FOUND, value, "the model has no overlay ", rapport__quoted(overlay, strlen(overlay), quoted),
           rapport__guess_words(&guess, words));
}

/* Puts the wanted overlay, or the one that `kind` names, on the model. */
static const rapport_model *apply_overlay(rapport__reading *r, wishes *wish, rapport__json_value kind_value,
                                          rapport__json_value model_value, const char *kind)
{
    const rapport_model *model = wish->model ? wish->model : wish->made;
    const char *wanted = wish->overlay ? wish->overlay : kind;
    rapport_model *changed = NULL;
    uint32_t overlay = *wanted ? rapport_model_find_overlay(model, wanted) : RAPPORT_NONE;
    if (overlay == RAPPORT_NONE) {
        if (wish->overlay && *wanted)
            report_overlay(r, model, wanted, model_value);
        return model;
    }
    if (!rapport__built(r, kind_value != RAPPORT_NONE ? kind_value : model_value,
                        rapport_model_copy_with_overlay(model, overlay, &r->mem, &changed, &r->told)))
        return model;
    rapport_model_destroy(wish->made);
    return wish->made = changed;
}

static void read_content(rapport__assessment_reading *a, const rapport__json_value *at)
{
    rapport__reading *r = a->r;
    uint32_t floor;
    bool inactive = false;
    if (rapport__read_integer(r, at[FLOOR], 1, 1000, &floor))
        rapport__built(r, at[FLOOR], rapport_assessment_set_anonymity_floor(a->assessment, floor, &r->told));
    if (rapport__read_boolean(r, at[INACTIVE], &inactive))
        rapport__built(r, at[INACTIVE], rapport_assessment_set_inactive(a->assessment, inactive, &r->told));
    a->facts = rapport__alloc(&r->mem, rapport_model_count_nodes(a->model), 1);
    if (!a->facts) {
        r->out_of_memory = true;
        return;
    }
    rapport__read_facts(a, at[FACTS]);
    rapport__read_parties(a, at[PARTIES]);
    rapport__read_measures(a, at[MEASURES]);
    rapport__names_free(&a->parties, &r->mem);
    rapport__free(&r->mem, a->facts);
    rapport__free(&r->mem, a->pending);
}

static void read_document(rapport__reading *r, wishes *wish, rapport_assessment **out)
{
    rapport__assessment_reading a = {.r = r};
    rapport__json_value at[KEYS];
    const char *id = "a", *partnership = "a", *date = "2000-01-01", *kind = "", *name; /* for one that is never handed out */
    int32_t source;
    if (!rapport__is_type(r, RAPPORT__JSON_ROOT, RAPPORT__JSON_OBJECT) ||
        !rapport__read_format(r, rapport__json_find(r->doc, RAPPORT__JSON_ROOT, "format"), "rapport-assessment/1"))
        return;
    MEMBERS(r, RAPPORT__JSON_ROOT, keys, REQUIRED, at);
    rapport__read_id(r, at[ID], &id);
    rapport__read_text(r, at[PARTNERSHIP], 1, 1000, &partnership);
    rapport__read_date(r, at[DATE], &date);
    rapport__read_text(r, at[KIND], 1, SIZE_MAX, &kind);
    source = rapport__read_model_source(r, at[MODEL], &name);
    if (!wish->model)
        make_model(r, at[MODEL], source, name, &wish->made);
    if (wish->model || wish->made) {
        a.model = apply_overlay(r, wish, at[KIND], at[MODEL] == RAPPORT_NONE ? RAPPORT__JSON_ROOT : at[MODEL], kind);
        if (rapport__built(r, RAPPORT__JSON_ROOT,
                           rapport_assessment_create(a.model, id, partnership, date, &r->mem, &a.assessment, &r->told)))
            read_content(&a, at);
    }
    *out = a.assessment;
}

rapport_status rapport_assessment_read(const char *json, int64_t length, const rapport_model *model, const char *overlay,
                                       const rapport_allocator *allocator, rapport_model **out_model, rapport_assessment **out,
                                       rapport_error *error)
{
    rapport__reading r;
    wishes wish = {model, overlay, NULL};
    rapport_error first;
    rapport_status status;
    if (out)
        *out = NULL;
    if (out_model)
        *out_model = NULL;
    if (!out || !out_model)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out or out_model is NULL");
    status = rapport__reading_init(&r, json, length, allocator, &first, 1);
    if (!status && r.doc)
        read_document(&r, &wish, out);
    status = rapport__reading_finish(&r, status, &first, error);
    if (!status) {
        *out_model = wish.made;
        return RAPPORT_OK;
    }
    rapport_assessment_destroy(*out);
    rapport_model_destroy(wish.made);
    *out = NULL;
    return status;
}

/* Hands out where the model is; false if there is no place to hand it to. */
static void find_model(rapport__reading *r, int32_t *source, char *out, int64_t capacity)
{
    rapport__json_value model;
    const char *name;
    if (!rapport__is_type(r, RAPPORT__JSON_ROOT, RAPPORT__JSON_OBJECT))
        return;
    rapport__read_format(r, rapport__json_find(r->doc, RAPPORT__JSON_ROOT, "format"), "rapport-assessment/1");
    model = rapport__json_find(r->doc, RAPPORT__JSON_ROOT, "model");
    if (rapport__json_find(r->doc, RAPPORT__JSON_ROOT, "format") == RAPPORT_NONE)
        REPORT(r, RAPPORT_BAD_DOCUMENT, RAPPORT__JSON_ROOT, "\"format\" is missing");
    if (model == RAPPORT_NONE)
        REPORT(r, RAPPORT_BAD_DOCUMENT, RAPPORT__JSON_ROOT, "\"model\" is missing");
    *source = rapport__read_model_source(r, model, &name);
    if (r->count)
        return;
    if (strlen(name) < (uint64_t)capacity)
        memcpy(out, name, strlen(name) + 1);
    else
        REPORT(r, RAPPORT_LIMIT, model, "the name of the model does not fit into the room for it");
}

rapport_status rapport_assessment_find_model(const char *json, int64_t length, const rapport_allocator *allocator,
                                             int32_t *source, char *name, int64_t capacity, rapport_error *error)
{
    rapport__reading r;
    rapport_error first;
    rapport_status status;
    if (!source || !name || capacity < 1)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "source or name is NULL, or there is no room");
    *source = 0;
    *name = '\0';
    status = rapport__reading_init(&r, json, length, allocator, &first, 1);
    if (!status && r.doc)
        find_model(&r, source, name, capacity);
    status = rapport__reading_finish(&r, status, &first, error);
    if (status)
        *source = 0;
    return status;
}
