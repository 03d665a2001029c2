/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The document rapport-candidates/1. */
#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "io/assessment_read.h"
#include "io/model_read.h"
#include "rapport/document.h"

enum { FORMAT, REQUIRED, CRITERIA = REQUIRED, CANDIDATES, PARAMETERS, MODEL, ASSESSMENTS, LEVEL, KEYS };
enum { A_FILE, A_REQUIRED, A_ID = A_REQUIRED, A_KEYS };
enum {
    C_ID,
    C_REQUIRED,
    C_WEIGHT = C_REQUIRED,
    C_DIRECTION,
    C_PREFERENCE,
    C_THRESHOLDS,
    C_BOUNDS,
    C_IDEAL,
    C_WEIGHT_BOUNDS,
    C_IMPORTANCE,
    C_KEYS
};
enum { P_FUNCTION, P_REQUIRED, P_Q = P_REQUIRED, P_P, P_S, P_KEYS };
enum { T_Q, T_P, T_V, T_KEYS };

static const char *const keys[KEYS] = {"format", "criteria", "candidates", "parameters", "model", "assessments", "level"};
static const char *const assessment_keys[A_KEYS] = {"file", "id"};
static const char *const criterion_keys[C_KEYS] = {"id",     "weight", "direction",     "preference", "thresholds",
                                                   "bounds", "ideal",  "weight_bounds", "importance"};
static const char *const preference_keys[P_KEYS] = {"function", "q", "p", "s"};
static const char *const threshold_keys[T_KEYS] = {"q", "p", "v"};
static const char *const candidate_keys[] = {"id", "values"};
static const char *const interval_keys[] = {"low", "high"};

static const char *const directions[] = {"max", "min"};
static const char *const functions[] = {"usual", "ushape", "vshape", "level", "linear", "gaussian"};

#define MOST 1e100

static void read_preference(rapport__reading *r, rapport__json_value object, rapport_candidates_criterion *c)
{
    rapport__json_value at[P_KEYS];
    bool q, p, s;
    if (object == RAPPORT_NONE || !MEMBERS(r, object, preference_keys, P_REQUIRED, at))
        return;
    c->has |= RAPPORT_HAS_PREFERENCE;
    q = rapport__read_number(r, at[P_Q], 0, MOST, &c->preference_q);
    p = rapport__read_number(r, at[P_P], 0, MOST, &c->preference_p);
    s = rapport__read_number(r, at[P_S], 0, MOST, &c->preference_s);
    if (!WORD(r, at[P_FUNCTION], functions, &c->preference))
        return;
    if (!q && at[P_Q] == RAPPORT_NONE &&
        (c->preference == RAPPORT_PREFER_USHAPE || c->preference == RAPPORT_PREFER_LEVEL ||
         c->preference == RAPPORT_PREFER_LINEAR))
        LACKS(r, object, "this preference function needs q", "q");
    if (!p && at[P_P] == RAPPORT_NONE && c->preference >= RAPPORT_PREFER_VSHAPE && c->preference <= RAPPORT_PREFER_LINEAR)
        LACKS(r, object, "this preference function needs p", "p");
    if (!s && at[P_S] == RAPPORT_NONE && c->preference == RAPPORT_PREFER_GAUSSIAN)
        LACKS(r, object, "this preference function needs s", "s");
}

static void read_thresholds(rapport__reading *r, rapport__json_value object, rapport_candidates_criterion *c)
{
    rapport__json_value at[T_KEYS];
    if (object == RAPPORT_NONE || !MEMBERS(r, object, threshold_keys, 0, at))
        return;
    if (at[T_Q] != RAPPORT_NONE || at[T_P] != RAPPORT_NONE)
        c->has |= RAPPORT_HAS_THRESHOLDS;
    rapport__read_number(r, at[T_Q], 0, MOST, &c->indifference);
    c->strict = c->indifference;
    rapport__read_number(r, at[T_P], 0, MOST, &c->strict);
    if (rapport__read_number(r, at[T_V], 0, MOST, &c->veto))
        c->has |= RAPPORT_HAS_VETO;
}

/* Two numbers; whether they are there. */
static bool read_ends(rapport__reading *r, rapport__json_value list, double least, double most, double *lowest, double *highest)
{
    rapport__json_value low;
    if (!rapport__is_type(r, list, RAPPORT__JSON_ARRAY))
        return false;
    if (rapport__json_count(r->doc, list) != 2) {
        REPORT(r, RAPPORT_BAD_VALUE, list, "bounds are two numbers, the lowest and the highest value that can be");
        return false;
    }
    low = rapport__json_first(r->doc, list);
    rapport__read_number(r, low, least, most, lowest);
    rapport__read_number(r, rapport__json_next(r->doc, low), least, most, highest);
    return true;
}

static void read_importance(rapport__reading *r, rapport__json_value value, rapport_candidates_criterion *c)
{
    double place = 0;
    if (rapport__read_number(r, value, 1, RAPPORT_MAX_CRITERIA, &place)) {
        c->importance = (uint32_t)place;
        if (place > c->importance || place < c->importance)
            REPORT(r, RAPPORT_BAD_VALUE, value, "a place in the order of importance must be a whole number");
    }
}

/* Which part of a criterion a builder's message is about: its path ends with the keys behind the id. */
static rapport__json_value culprit(const rapport__reading *r, rapport__json_value object)
{
    const char *at = r->told.path, *end;
    rapport__json_value found = object;
    char key[16];
    for (int slashes = 0; *at && slashes < 3; at++)
        slashes += *at == '/';
    while (*at && found != RAPPORT_NONE) {
        for (end = at; *end && *end != '/'; end++)
            ;
        if ((size_t)(end - at) >= sizeof key)
            break;
        memcpy(key, at, (size_t)(end - at));
        key[end - at] = '\0';
        object = found;
        found = rapport__json_type_of(r->doc, found) == RAPPORT__JSON_OBJECT ? rapport__json_find(r->doc, found, key)
                                                                             : RAPPORT_NONE;
        at = *end ? end + 1 : end;
    }
    return found == RAPPORT_NONE ? object : found;
}

static void read_criterion(rapport__reading *r, rapport_candidates *out, rapport__json_value object)
{
    rapport_candidates_criterion c = {.struct_size = sizeof c, .weight = 1};
    rapport__json_value at[C_KEYS];
    uint32_t before = r->count;
    const char *id = NULL;
    rapport_status status;
    if (!MEMBERS(r, object, criterion_keys, C_REQUIRED, at))
        return;
    rapport__read_id(r, at[C_ID], &id);
    rapport__read_weight(r, at[C_WEIGHT], true, &c.weight);
    WORD(r, at[C_DIRECTION], directions, &c.direction);
    read_preference(r, at[C_PREFERENCE], &c);
    read_thresholds(r, at[C_THRESHOLDS], &c);
    if (read_ends(r, at[C_BOUNDS], -MOST, MOST, &c.lowest, &c.highest))
        c.has |= RAPPORT_HAS_BOUNDS;
    if (read_ends(r, at[C_WEIGHT_BOUNDS], 0, 1, &c.weight_lowest, &c.weight_highest))
        c.has |= RAPPORT_HAS_WEIGHT_BOUNDS;
    read_importance(r, at[C_IMPORTANCE], &c);
    if (rapport__read_number(r, at[C_IDEAL], -MOST, MOST, &c.ideal))
        c.has |= RAPPORT_HAS_IDEAL;
    if (r->count != before || r->out_of_memory)
        return;
    status = rapport_candidates_add_criterion(out, id, &c, NULL, &r->told);
    rapport__built(r,
                   status == RAPPORT_DUPLICATE   ? at[C_ID]
                   : status == RAPPORT_BAD_VALUE ? culprit(r, object)
                                                 : object,
                   status);
}

static void read_criteria(rapport__reading *r, rapport_candidates *out, rapport__json_value list)
{
    if (!rapport__is_type(r, list, RAPPORT__JSON_ARRAY))
        return;
    if (!rapport__json_count(r->doc, list))
        REPORT(r, RAPPORT_BAD_VALUE, list, "criteria must not be empty");
    if (rapport__json_count(r->doc, list) > RAPPORT_MAX_CRITERIA) {
        REPORT(r, RAPPORT_LIMIT, list, "there may be 4096 criteria at the most");
        return;
    }
    for (rapport__json_value object = rapport__json_first(r->doc, list); object != RAPPORT_NONE;
         object = rapport__json_next(r->doc, object))
        read_criterion(r, out, object);
}

/* One value of the candidate that was added last. */
static void read_value(rapport__reading *r, rapport_candidates *out, rapport__json_value value, uint32_t criterion)
{
    uint32_t candidate = rapport_candidates_count(out) - 1;
    rapport__json_value at[2];
    char subject[RAPPORT__WORDS], words[RAPPORT__WORDS];
    double low, high;
    bool there;
    switch (rapport__json_type_of(r->doc, value)) {
    case RAPPORT__JSON_NULL:
        return;
    case RAPPORT__JSON_NUMBER:
        if (rapport__read_number(r, value, -MOST, MOST, &low))
            rapport__built(r, value, rapport_candidates_set_value(out, candidate, criterion, low, low, &r->told));
        return;
    case RAPPORT__JSON_OBJECT:
        if (!MEMBERS(r, value, interval_keys, 2, at))
            return;
        there = rapport__read_number(r, at[0], -MOST, MOST, &low);
        if (rapport__read_number(r, at[1], -MOST, MOST, &high) && there)
            rapport__built(r, at[1], rapport_candidates_set_value(out, candidate, criterion, low, high, &r->told));
        return;
    default:
        REPORT(r, RAPPORT_BAD_DOCUMENT, value, rapport__subject(r, value, subject),
               " must be a number, an interval such as {\"low\": 1, \"high\": 2}, or null, not ",
               rapport__words(r, value, words));
    }
}

static void read_candidate(rapport__reading *r, rapport_candidates *out, rapport__json_value object)
{
    uint32_t criteria = rapport_candidates_count_criteria(out), criterion = 0, count;
    char words[RAPPORT__NUMBER_SIZE], wanted[RAPPORT__NUMBER_SIZE];
    rapport__json_value at[2];
    const char *id = NULL;
    rapport_status status;
    if (!MEMBERS(r, object, candidate_keys, 2, at) || !rapport__read_id(r, at[0], &id) ||
        !rapport__is_type(r, at[1], RAPPORT__JSON_ARRAY))
        return;
    status = rapport_candidates_add_candidate(out, id, NULL, &r->told);
    if (!rapport__built(r, status == RAPPORT_DUPLICATE ? at[0] : object, status))
        return;
    count = rapport__json_count(r->doc, at[1]);
    if (count != criteria) {
        rapport__number_write(count, words);
        rapport__number_write(criteria, wanted);
        REPORT(r, RAPPORT_BAD_VALUE, at[1], "there must be as many values as criteria, ", wanted, ", not ", words);
        return;
    }
    for (rapport__json_value value = rapport__json_first(r->doc, at[1]); value != RAPPORT_NONE;
         value = rapport__json_next(r->doc, value))
        read_value(r, out, value, criterion++);
}

static void read_candidates(rapport__reading *r, rapport_candidates *out, rapport__json_value list)
{
    if (!rapport__is_type(r, list, RAPPORT__JSON_ARRAY))
        return;
    for (rapport__json_value object = rapport__json_first(r->doc, list); object != RAPPORT_NONE && !r->out_of_memory;
         object = rapport__json_next(r->doc, object))
        read_candidate(r, out, object);
}

static void read_parameters(rapport__reading *r, rapport_candidates *out, rapport__json_value object)
{
    char subject[RAPPORT__WORDS], words[RAPPORT__WORDS];
    const char *name, *text;
    double number;
    if (!rapport__is_type(r, object, RAPPORT__JSON_OBJECT))
        return;
    for (rapport__json_value member = rapport__json_first(r->doc, object); member != RAPPORT_NONE && !r->out_of_memory;
         member = rapport__json_next(r->doc, member)) {
        if (rapport__read_extra(r, member) || !rapport__read_key_id(r, member, &name))
            continue;
        if (rapport__json_type_of(r->doc, member) == RAPPORT__JSON_NUMBER) {
            if (rapport__read_number(r, member, -MOST, MOST, &number))
                rapport__built(r, member, rapport_candidates_set_number(out, name, number, &r->told));
        } else if (rapport__json_type_of(r->doc, member) == RAPPORT__JSON_STRING) {
            if (rapport__read_text(r, member, 1, RAPPORT_MAX_ID, &text))
                rapport__built(r, member, rapport_candidates_set_text(out, name, text, &r->told));
        } else {
            REPORT(r, RAPPORT_BAD_DOCUMENT, member, rapport__subject(r, member, subject), " must be a number or a string, not ",
                   rapport__words(r, member, words));
        }
    }
}

static void read_assessment(rapport__reading *r, rapport_candidates *out, rapport__json_value object)
{
    char words[RAPPORT__WORDS];
    rapport__json_value at[A_KEYS];
    uint32_t before = r->count;
    const char *file, *id = NULL;
    if (!MEMBERS(r, object, assessment_keys, A_REQUIRED, at))
        return;
    rapport__read_id(r, at[A_ID], &id);
    if (!rapport__read_text(r, at[A_FILE], 1, 4096, &file))
        return;
    if (rapport__leads_away(file))
        REPORT(r, RAPPORT_BAD_VALUE, at[A_FILE], "an assessment must lie beside the candidates or below, not at ",
               rapport__words(r, at[A_FILE], words));
    if (r->count == before)
        rapport__built(r, object, rapport_candidates_add_file(out, file, id, &r->told));
}

static void read_assessments(rapport__reading *r, rapport_candidates *out, const rapport__json_value *at)
{
    const char *name;
    uint32_t level;
    for (uint32_t key = CRITERIA; key <= CANDIDATES; key++)
        if (at[key] != RAPPORT_NONE)
            REPORT_KEY(r, RAPPORT_BAD_DOCUMENT, at[key], "there are criteria and candidates or assessments, not both");
    rapport__read_model_source(r, at[MODEL], &name);
    if (rapport__read_integer(r, at[LEVEL], 1, RAPPORT_MAX_DEPTH, &level))
        rapport__built(r, at[LEVEL], rapport_candidates_set_level(out, level, &r->told));
    if (!rapport__is_type(r, at[ASSESSMENTS], RAPPORT__JSON_ARRAY))
        return;
    for (rapport__json_value object = rapport__json_first(r->doc, at[ASSESSMENTS]); object != RAPPORT_NONE && !r->out_of_memory;
         object = rapport__json_next(r->doc, object))
        read_assessment(r, out, object);
}

static void read_matrix(rapport__reading *r, rapport_candidates *out, const rapport__json_value *at)
{
    uint32_t before = r->count;
    for (uint32_t key = CRITERIA; key <= CANDIDATES; key++)
        if (at[key] == RAPPORT_NONE)
            rapport__lacks(r, RAPPORT__JSON_ROOT, (const char *const[]){keys[key], "assessments", NULL},
                           key == CRITERIA ? "\"criteria\" is missing" : "\"candidates\" is missing");
    for (uint32_t key = MODEL; key <= LEVEL; key += LEVEL - MODEL)
        if (at[key] != RAPPORT_NONE)
            REPORT_KEY(r, RAPPORT_BAD_DOCUMENT, at[key], "this goes with assessments");
    read_criteria(r, out, at[CRITERIA]);
    if (r->count == before) /* else nobody knows how many values there should be */
        read_candidates(r, out, at[CANDIDATES]);
}

static bool read_head(rapport__reading *r, rapport__json_value *at)
{
    if (!rapport__is_type(r, RAPPORT__JSON_ROOT, RAPPORT__JSON_OBJECT) ||
        !rapport__read_format(r, rapport__json_find(r->doc, RAPPORT__JSON_ROOT, "format"), "rapport-candidates/1"))
        return false;
    MEMBERS(r, RAPPORT__JSON_ROOT, keys, REQUIRED, at);
    return true;
}

static void read_document(rapport__reading *r, rapport_candidates *out)
{
    rapport__json_value at[KEYS];
    if (!read_head(r, at))
        return;
    read_parameters(r, out, at[PARAMETERS]);
    if (at[ASSESSMENTS] != RAPPORT_NONE)
        read_assessments(r, out, at);
    else
        read_matrix(r, out, at);
}

rapport_status rapport_candidates_read(const char *json, int64_t length, const rapport_allocator *allocator,
                                       rapport_candidates **out, rapport_error *error)
{
    rapport__reading r;
    rapport_error first;
    rapport_status status;
    if (!out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out is NULL");
    *out = NULL;
    status = rapport__reading_init(&r, json, length, allocator, &first, 1);
    if (!status && r.doc) {
        if (rapport_candidates_create(&r.mem, out, NULL))
            r.out_of_memory = true;
        else
            read_document(&r, *out);
    }
    status = rapport__reading_finish(&r, status, &first, error);
    if (status) {
        rapport_candidates_destroy(*out);
        *out = NULL;
    }
    return status;
}

/* Makes the model, or hands out where it is. */
static void find_model(rapport__reading *r, char *file, int64_t capacity, rapport_model **out)
{
    rapport__json_value at[KEYS];
    const char *name;
    int32_t source = read_head(r, at) ? rapport__read_model_source(r, at[MODEL], &name) : 0;
    if (source == RAPPORT_MODEL_BUILTIN)
        rapport__built(r, at[MODEL], rapport_model_load_builtin(name, &r->mem, out, &r->told));
    else if (source == RAPPORT_MODEL_INLINE)
        rapport__read_model(r, at[MODEL], out);
    else if (source == RAPPORT_MODEL_FILE && strlen(name) < (uint64_t)capacity)
        memcpy(file, name, strlen(name) + 1);
    else if (source == RAPPORT_MODEL_FILE)
        REPORT(r, RAPPORT_LIMIT, at[MODEL], "the name of the model does not fit into the room for it");
}

rapport_status rapport_candidates_read_model(const char *json, int64_t length, const rapport_allocator *allocator, char *file,
                                             int64_t capacity, rapport_model **out, rapport_error *error)
{
    rapport__reading r;
    rapport_error first;
    rapport_status status;
    if (out)
        *out = NULL;
    if (!out || !file || capacity < 1)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out or file is NULL, or there is no room");
    *file = '\0';
    status = rapport__reading_init(&r, json, length, allocator, &first, 1);
    if (!status && r.doc)
        find_model(&r, file, capacity, out);
    status = rapport__reading_finish(&r, status, &first, error);
    if (status) {
        rapport_model_destroy(*out);
        *out = NULL;
        *file = '\0';
    }
    return status;
}
