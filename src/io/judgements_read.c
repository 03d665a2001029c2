/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The document rapport-judgements/1. */
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/number.h"
#include "io/read.h"
#include "rapport/document.h"

/* What a rater says, as the document and each rater have it among their keys: rows in the order of their kinds. */
enum { BEST = RAPPORT_JUDGED_END - RAPPORT_JUDGED_POINTS, WORST, JUDGED };
enum { FORMAT, CRITERIA, REQUIRED, SAID = REQUIRED, GROUPS = SAID + JUDGED, RANDOM_INDEX, COMBINE, RATERS, KEYS };
enum { R_ID, R_REQUIRED, R_SAID = R_REQUIRED, R_WEIGHT = R_SAID + JUDGED, R_KEYS };
enum { G_ID, G_MEMBERS, G_KEYS };

#define JUDGED_KEYS "points", "swing", "group_swing", "ranks", "pairwise", "best_to_others", "others_to_worst", "best", "worst"

static const char *const keys[KEYS] = {"format", "criteria", JUDGED_KEYS, "groups", "random_index", "combine", "raters"};
static const char *const rater_keys[R_KEYS] = {"id", JUDGED_KEYS, "weight"};
static const char *const group_keys[G_KEYS] = {"id", "members"};
static const char *const combinations[] = {"priorities", "priorities-geometric", "judgements"};

/* The value that the path of a builder's message leads to from `from`; as far as it goes. */
static rapport__json_value follow(const rapport__reading *r, rapport__json_value from, const char *path)
{
    char error_path[sizeof r->told.path], wanted[sizeof r->told.path];
    size_t base;
    rapport__json_path(r->doc, from, error_path, sizeof error_path);
    base = strlen(error_path);
    for (;;) {
        rapport__json_value found = RAPPORT_NONE;
        for (rapport__json_value next = rapport__json_first(r->doc, from); next != RAPPORT_NONE && found == RAPPORT_NONE;
             next = rapport__json_next(r->doc, next)) {
            size_t length;
            rapport__json_path(r->doc, next, wanted, sizeof wanted);
            length = strlen(wanted + base);
            if (strlen(path) >= length && !memcmp(path, wanted + base, length) && (!path[length] || path[length] == '/'))
                found = next;
        }
        if (found == RAPPORT_NONE)
            return from;
        from = found;
    }
}

/* Says which numbers there should be. */
static void report_count(rapport__reading *r, rapport__json_value list, uint32_t wanted, const char *of)
{
    char words[RAPPORT__NUMBER_SIZE], number[RAPPORT__NUMBER_SIZE], subject[RAPPORT__WORDS];
    rapport__number_write(wanted, number);
    rapport__number_write(rapport__json_count(r->doc, list), words);
    REPORT(r, RAPPORT_BAD_VALUE, list, rapport__subject(r, list, subject), " must have as many numbers as there are ", of, ", ",
           number, ", not ", words);
}

/* The numbers of a list into `out`; null is allowed where `present` is given. False if one is none. */
static bool read_numbers(rapport__reading *r, rapport__json_value list, double *out, uint8_t *present)
{
    uint32_t before = r->count, i = 0;
    for (rapport__json_value value = rapport__json_first(r->doc, list); value != RAPPORT_NONE;
         value = rapport__json_next(r->doc, value), i++) {
        if (present && rapport__json_type_of(r->doc, value) == RAPPORT__JSON_NULL)
            continue;
        if (!rapport__is_type(r, value, RAPPORT__JSON_NUMBER))
            continue;
        out[i] = rapport__json_number(r->doc, value);
        if (present)
            present[i] = 1;
    }
    return r->count == before;
}

static bool read_matrix(rapport__reading *r, rapport__json_value list, uint32_t count, double *out, uint8_t *present)
{
    uint32_t before = r->count, i = 0;
    for (rapport__json_value row = rapport__json_first(r->doc, list); row != RAPPORT_NONE;
         row = rapport__json_next(r->doc, row), i++) {
        if (!rapport__is_type(r, row, RAPPORT__JSON_ARRAY))
            continue;
        if (rapport__json_count(r->doc, row) != count)
            report_count(r, row, count, "criteria");
        else
            read_numbers(r, row, out + (size_t)i * count, present + (size_t)i * count);
    }
    return r->count == before;
}

static void read_row(rapport__reading *r, rapport_judgements *out, uint32_t rater, int32_t kind, rapport__json_value list,
                     rapport__json_value object)
{
    bool pairs = kind == RAPPORT_JUDGED_PAIRWISE, groups = kind == RAPPORT_JUDGED_GROUP_SWING, read;
    uint32_t count = groups ? rapport_judgements_count_groups(out) : rapport_judgements_count_criteria(out);
    size_t cells = pairs ? (size_t)count * count : count;
    double *values;
    uint8_t *present;
    if (!rapport__is_type(r, list, RAPPORT__JSON_ARRAY))
        return;
    if (pairs && count > RAPPORT_MAX_PAIRWISE) {
        REPORT(r, RAPPORT_LIMIT, list, "256 criteria can be compared in pairs at the most");
        return;
    }
    if (rapport__json_count(r->doc, list) != count) {
        report_count(r, list, count, groups ? "groups" : "criteria");
        return;
    }
    values = rapport__alloc(&r->mem, cells, sizeof *values);
    present = rapport__alloc(&r->mem, cells, 1);
    if (values && present) {
        read = pairs ? read_matrix(r, list, count, values, present) : read_numbers(r, list, values, NULL);
        if (read) {
            rapport_status status = rapport_judgements_set_row(out, rater, kind, values, pairs ? present : NULL, &r->told);
            rapport__built(r, status == RAPPORT_BAD_VALUE ? follow(r, object, r->told.path) : list, status);
        }
    } else {
        r->out_of_memory = true;
    }
    rapport__free(&r->mem, values);
    rapport__free(&r->mem, present);
}

/* A criterion by its id, or by its place from 0. */
static bool read_criterion(rapport__reading *r, const rapport_judgements *judgements, rapport__json_value value, uint32_t *out)
{
    char words[RAPPORT__WORDS], subject[RAPPORT__WORDS];
    int64_t place;
    if (value == RAPPORT_NONE)
        return false;
    if (rapport__json_integer(r->doc, value, &place) && place >= 0 && place < rapport_judgements_count_criteria(judgements)) {
        *out = (uint32_t)place;
        return true;
    }
    if (rapport__json_type_of(r->doc, value) == RAPPORT__JSON_STRING) {
        *out = rapport_judgements_find_criterion(judgements, rapport__json_text(r->doc, value, NULL));
        if (*out != RAPPORT_NONE)
            return true;
    }
    REPORT(r, RAPPORT_NOT_FOUND, value, rapport__subject(r, value, subject),
           " must be the id of a criterion, or its place from 0, not ", rapport__words(r, value, words));
    return false;
}

static void read_best_worst(rapport__reading *r, rapport_judgements *out, uint32_t rater, const rapport__json_value *at,
                            rapport__json_value object)
{
    uint32_t best, worst;
    bool has_best = read_criterion(r, out, at[BEST], &best), has_worst = read_criterion(r, out, at[WORST], &worst);
    if ((at[BEST] == RAPPORT_NONE) != (at[WORST] == RAPPORT_NONE))
        LACKS(r, object, "\"best\" and \"worst\" stand together", at[BEST] == RAPPORT_NONE ? "best" : "worst");
    if (has_best && has_worst)
        rapport__built(r, at[WORST], rapport_judgements_set_best_worst(out, rater, best, worst, &r->told));
}

static void read_judged(rapport__reading *r, rapport_judgements *out, uint32_t rater, const rapport__json_value *at,
                        rapport__json_value object)
{
    for (int32_t kind = RAPPORT_JUDGED_POINTS; kind < RAPPORT_JUDGED_END; kind++)
        read_row(r, out, rater, kind, at[kind - RAPPORT_JUDGED_POINTS], object);
    read_best_worst(r, out, rater, at, object);
}

static void read_rater(rapport__reading *r, rapport_judgements *out, rapport__json_value object)
{
    rapport__json_value at[R_KEYS];
    const char *id = NULL;
    double weight = 1;
    uint32_t rater, before = r->count;
    rapport_status status;
    if (!MEMBERS(r, object, rater_keys, R_REQUIRED, at))
        return;
    rapport__read_id(r, at[R_ID], &id);
    rapport__read_weight(r, at[R_WEIGHT], false, &weight);
    if (r->count != before || !id)
        return;
    status = rapport_judgements_add_rater(out, id, weight, &rater, &r->told);
    if (rapport__built(r, status == RAPPORT_DUPLICATE ? at[R_ID] : object, status))
        read_judged(r, out, rater, at + R_SAID, object);
}

static void read_raters(rapport__reading *r, rapport_judgements *out, const rapport__json_value *at)
{
    bool said = false;
    uint32_t rater;
    for (int i = SAID; i < SAID + JUDGED; i++)
        said = said || at[i] != RAPPORT_NONE;
    if (at[RATERS] == RAPPORT_NONE) {
        if (said && rapport__built(r, RAPPORT__JSON_ROOT, rapport_judgements_add_rater(out, NULL, 1, &rater, &r->told)))
            read_judged(r, out, rater, at + SAID, RAPPORT__JSON_ROOT);
        return;
    }
    for (int i = SAID; i < SAID + JUDGED; i++)
        if (at[i] != RAPPORT_NONE)
            REPORT_KEY(r, RAPPORT_BAD_DOCUMENT, at[i], "judgements stand either at the top or under \"raters\"");
    if (!rapport__is_type(r, at[RATERS], RAPPORT__JSON_ARRAY))
        return;
    for (rapport__json_value object = rapport__json_first(r->doc, at[RATERS]); object != RAPPORT_NONE && !r->out_of_memory;
         object = rapport__json_next(r->doc, object))
        read_rater(r, out, object);
}

static void read_criteria(rapport__reading *r, rapport_judgements *out, rapport__json_value list)
{
    const char *id;
    if (!rapport__is_type(r, list, RAPPORT__JSON_ARRAY))
        return;
    if (!rapport__json_count(r->doc, list))
        REPORT(r, RAPPORT_BAD_VALUE, list, "criteria must not be empty");
    for (rapport__json_value value = rapport__json_first(r->doc, list); value != RAPPORT_NONE && !r->out_of_memory;
         value = rapport__json_next(r->doc, value))
        if (rapport__read_id(r, value, &id) &&
            !rapport__built(r, value, rapport_judgements_add_criterion(out, id, NULL, &r->told)) &&
            rapport_judgements_count_criteria(out) == RAPPORT_MAX_CRITERIA)
            return;
}

static void read_group_members(rapport__reading *r, rapport_judgements *out, rapport__json_value object)
{
    rapport__json_value list = rapport__json_find(r->doc, object, "members");
    const char *group = rapport__json_text(r->doc, rapport__json_find(r->doc, object, "id"), NULL), *id;
    for (rapport__json_value value = rapport__json_first(r->doc, list); value != RAPPORT_NONE && !r->out_of_memory;
         value = rapport__json_next(r->doc, value))
        if (rapport__read_id(r, value, &id))
            rapport__built(r, value, rapport_judgements_set_group(out, id, group, &r->told));
}

/* All groups first: they may be members of others that stand before them. */
static void read_groups(rapport__reading *r, rapport_judgements *out, rapport__json_value list)
{
    uint32_t before = r->count;
    const char *id = NULL;
    if (!rapport__is_type(r, list, RAPPORT__JSON_ARRAY))
        return;
    for (rapport__json_value object = rapport__json_first(r->doc, list); object != RAPPORT_NONE && !r->out_of_memory;
         object = rapport__json_next(r->doc, object)) {
        rapport__json_value at[G_KEYS];
        if (!MEMBERS(r, object, group_keys, G_KEYS, at) || !rapport__read_id(r, at[G_ID], &id))
            continue;
        if (!rapport__built(r, at[G_ID], rapport_judgements_add_group(out, id, NULL, &r->told)) &&
            rapport_judgements_count_groups(out) == RAPPORT_MAX_GROUPS)
            return;
        if (rapport__is_type(r, at[G_MEMBERS], RAPPORT__JSON_ARRAY) && !rapport__json_count(r->doc, at[G_MEMBERS]))
            REPORT(r, RAPPORT_BAD_VALUE, at[G_MEMBERS], "members must not be empty");
    }
    if (r->count != before)
        return;
    for (rapport__json_value object = rapport__json_first(r->doc, list); object != RAPPORT_NONE && !r->out_of_memory;
         object = rapport__json_next(r->doc, object))
        read_group_members(r, out, object);
}

static void read_choices(rapport__reading *r, rapport_judgements *out, const rapport__json_value *at)
{
    const char *tables[RAPPORT_RANDOM_END];
    int32_t table = RAPPORT_RANDOM_SAATY_1980, combine = RAPPORT_COMBINE_PRIORITIES;
    for (int32_t i = 0; i < RAPPORT_RANDOM_END; i++)
        tables[i] = rapport_random_index_name(i);
    WORD(r, at[RANDOM_INDEX], tables, &table);
    WORD(r, at[COMBINE], combinations, &combine);
    rapport_judgements_set_choices(out, table, combine);
}

static void read_document(rapport__reading *r, rapport_judgements *out)
{
    rapport__json_value at[KEYS];
    uint32_t before;
    if (!rapport__is_type(r, RAPPORT__JSON_ROOT, RAPPORT__JSON_OBJECT) ||
        !rapport__read_format(r, rapport__json_find(r->doc, RAPPORT__JSON_ROOT, "format"), "rapport-judgements/1"))
        return;
    MEMBERS(r, RAPPORT__JSON_ROOT, keys, REQUIRED, at);
    read_choices(r, out, at);
    before = r->count;
    read_criteria(r, out, at[CRITERIA]);
    read_groups(r, out, at[GROUPS]);
    if (r->count == before && at[CRITERIA] != RAPPORT_NONE) /* else nobody knows how many numbers there should be */
        read_raters(r, out, at);
}

rapport_status rapport_judgements_read(const char *json, int64_t length, const rapport_allocator *allocator,
                                       rapport_judgements **out, rapport_error *error)
{
    rapport__reading r;
    rapport_error first;
    rapport_status status;
    if (!out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out is NULL");
    *out = NULL;
    status = rapport__reading_init(&r, json, length, allocator, &first, 1);
    if (!status && r.doc) {
        if (rapport_judgements_create(&r.mem, out, NULL))
            r.out_of_memory = true;
        else
            read_document(&r, *out);
    }
    status = rapport__reading_finish(&r, status, &first, error);
    if (status) {
        rapport_judgements_destroy(*out);
        *out = NULL;
    }
    return status;
}
