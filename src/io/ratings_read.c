/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "io/ratings.h"

#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "io/names.h"

enum { FORMAT, RATINGS, REQUIRED, OPTIONS = REQUIRED, LOWEST, HIGHEST, RATERS, UNITS, KEYS };

static const char *const keys[KEYS] = {"format", "ratings", "options", "lowest", "highest", "raters", "units"};

#define MOST 1e60 /* as rapport_agreement_compute() takes them */
#define LEAST 1e-60

static bool is_small(double x)
{
    return x != 0 && x < LEAST && x > -LEAST;
}

static void read_scale(rapport__reading *r, rapport_ratings *ratings, const rapport__json_value *at)
{
    uint32_t before = r->count;
    rapport__read_integer(r, at[OPTIONS], 2, 1000000, &ratings->options);
    if (at[LOWEST] == RAPPORT_NONE && at[HIGHEST] == RAPPORT_NONE)
        return;
    if (at[LOWEST] == RAPPORT_NONE || at[HIGHEST] == RAPPORT_NONE)
        LACKS(r, RAPPORT__JSON_ROOT, "\"lowest\" and \"highest\" stand together",
              at[LOWEST] == RAPPORT_NONE ? "lowest" : "highest");
    rapport__read_number(r, at[LOWEST], -MOST, MOST, &ratings->lowest);
    rapport__read_number(r, at[HIGHEST], -MOST, MOST, &ratings->highest);
    if (r->count != before)
        return;
    if (is_small(ratings->lowest) || is_small(ratings->highest) || ratings->lowest >= ratings->highest)
        REPORT(r, RAPPORT_BAD_VALUE, at[HIGHEST], "highest must be above lowest, and neither nearer to 0 than 1e-60");
}

/* How long the rows are: the first one decides. False if that is no row, or there are too many. */
static bool count_ratings(rapport__reading *r, rapport_ratings *ratings, rapport__json_value rows)
{
    rapport__json_value first = rapport__json_first(r->doc, rows);
    ratings->raters = rapport__json_count(r->doc, rows);
    if (ratings->raters && !rapport__is_type(r, first, RAPPORT__JSON_ARRAY))
        return false;
    if (ratings->raters)
        ratings->units = rapport__json_count(r->doc, first);
    if ((uint64_t)ratings->raters * ratings->units <= RAPPORT_MAX_RATINGS)
        return true;
    REPORT(r, RAPPORT_LIMIT, rows, "there may be at most 67108864 ratings");
    return false;
}

static void read_rating(rapport__reading *r, rapport_ratings *ratings, rapport__json_value value, size_t place)
{
    bool range = ratings->lowest < ratings->highest;
    double rating;
    if (rapport__json_type_of(r->doc, value) == RAPPORT__JSON_NULL)
        return;
    if (!rapport__read_number(r, value, range ? ratings->lowest : -MOST, range ? ratings->highest : MOST, &rating))
        return;
    if (is_small(rating))
        REPORT(r, RAPPORT_BAD_VALUE, value, "a rating must be 0 or at least 1e-60 either way");
    ratings->values[place] = rating;
    ratings->present[place] = 1;
}

static void read_row(rapport__reading *r, rapport_ratings *ratings, rapport__json_value row)
{
    char words[RAPPORT__NUMBER_SIZE], wanted[RAPPORT__NUMBER_SIZE];
    size_t place = (size_t)rapport__json_index(r->doc, row) * ratings->units;
    uint32_t count;
    if (!rapport__is_type(r, row, RAPPORT__JSON_ARRAY))
        return;
    count = rapport__json_count(r->doc, row);
    if (count != ratings->units) {
        rapport__number_write(count, words);
        rapport__number_write(ratings->units, wanted);
        REPORT(r, RAPPORT_BAD_VALUE, row, "a row must have as many ratings as the first one, ", wanted, ", not ", words);
        return;
    }
    for (rapport__json_value value = rapport__json_first(r->doc, row); value != RAPPORT_NONE;
         value = rapport__json_next(r->doc, value))
        read_rating(r, ratings, value, place++);
}

/* False if it is not known how many raters and units there are. */
static bool read_rows(rapport__reading *r, rapport_ratings *ratings, rapport__json_value rows)
{
    size_t places;
    if (!rapport__is_type(r, rows, RAPPORT__JSON_ARRAY) || !count_ratings(r, ratings, rows))
        return false;
    places = (size_t)ratings->raters * ratings->units;
    ratings->values = rapport__arena_alloc(&ratings->arena, places, sizeof *ratings->values);
    ratings->present = rapport__arena_alloc(&ratings->arena, places, sizeof *ratings->present);
    if (!ratings->values || !ratings->present) {
        r->out_of_memory = true;
        return false;
    }
    for (rapport__json_value row = rapport__json_first(r->doc, rows); row != RAPPORT_NONE;
         row = rapport__json_next(r->doc, row))
        read_row(r, ratings, row);
    return true;
}

/* Keeps an id; false without memory. */
static bool keep_id(rapport__reading *r, rapport_ratings *ratings, const char *id, const char **out)
{
    *out = rapport__arena_text(&ratings->arena, id, strlen(id));
    if (!*out)
        r->out_of_memory = true;
    return *out;
}

/* As many ids as there are rows, or columns. */
static void read_ids(rapport__reading *r, rapport_ratings *ratings, rapport__json_value list, uint32_t count, const char ***out)
{
    char words[RAPPORT__NUMBER_SIZE], subject[RAPPORT__WORDS];
    rapport__names names = {0};
    uint32_t i = 0;
    const char *id;
    if (!rapport__is_type(r, list, RAPPORT__JSON_ARRAY))
        return;
    if (rapport__json_count(r->doc, list) != count) {
        rapport__number_write(count, words);
        REPORT(r, RAPPORT_BAD_VALUE, list, rapport__subject(r, list, subject), " must have as many ids as the table, ", words);
        return;
    }
    if (!(*out = rapport__arena_alloc(&ratings->arena, count, sizeof **out))) {
        r->out_of_memory = true;
        return;
    }
    for (rapport__json_value value = rapport__json_first(r->doc, list); value != RAPPORT_NONE;
         value = rapport__json_next(r->doc, value), i++)
        if (rapport__read_id(r, value, &id) && rapport__names_add(r, &names, value, (rapport__name){id, value, i}) &&
            !keep_id(r, ratings, id, &(*out)[i]))
            break;
    rapport__names_free(&names, &r->mem);
}

static void read_document(rapport__reading *r, rapport_ratings *ratings)
{
    rapport__json_value at[KEYS];
    if (!rapport__is_type(r, RAPPORT__JSON_ROOT, RAPPORT__JSON_OBJECT) ||
        !rapport__read_format(r, rapport__json_find(r->doc, RAPPORT__JSON_ROOT, "format"), "rapport-ratings/1"))
        return;
    MEMBERS(r, RAPPORT__JSON_ROOT, keys, REQUIRED, at);
    read_scale(r, ratings, at);
    if (!read_rows(r, ratings, at[RATINGS]))
        return;
    read_ids(r, ratings, at[RATERS], ratings->raters, &ratings->rater_ids);
    read_ids(r, ratings, at[UNITS], ratings->units, &ratings->unit_ids);
}

rapport_status rapport_ratings_read(const char *json, int64_t length, const rapport_allocator *allocator, rapport_ratings **out,
                                    rapport_error *error)
{
    rapport__reading r;
    rapport_error first;
    rapport_status status;
    if (!out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out is NULL");
    *out = NULL;
    status = rapport__reading_init(&r, json, length, allocator, &first, 1);
    if (!status && r.doc) {
        if ((*out = rapport__ratings_create(&r.mem)))
            read_document(&r, *out);
        else
            r.out_of_memory = true;
    }
    status = rapport__reading_finish(&r, status, &first, error);
    if (status) {
        rapport_ratings_destroy(*out);
        *out = NULL;
    }
    return status;
}
