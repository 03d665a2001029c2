/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "io/backtest.h"

#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "io/names.h"

enum { FORMAT, SCORES, OUTCOMES, REQUIRED, GOOD_FROM = REQUIRED, PARTNERSHIPS, KEYS };

static const char *const keys[KEYS] = {"format", "scores", "outcomes", "good_from", "partnerships"};

#define MOST 1e300 /* as rapport_correlation_compute() takes them */

static void *keep(rapport__reading *r, rapport_backtest *b, size_t size)
{
    void *made = rapport__arena_alloc(&b->arena, b->count, size);
    if (!made)
        r->out_of_memory = true;
    return made;
}

/* Whether a list has one value a score. */
static bool is_as_long(rapport__reading *r, const rapport_backtest *b, rapport__json_value list)
{
    char words[RAPPORT__NUMBER_SIZE], subject[RAPPORT__WORDS];
    if (!rapport__is_type(r, list, RAPPORT__JSON_ARRAY))
        return false;
    if (rapport__json_count(r->doc, list) == b->count)
        return true;
    rapport__number_write(b->count, words);
    REPORT(r, RAPPORT_BAD_VALUE, list, rapport__subject(r, list, subject), " must have one for each score, ", words);
    return false;
}

static void read_scores(rapport__reading *r, rapport_backtest *b, rapport__json_value list)
{
    uint32_t i = 0;
    if (!(b->scores = keep(r, b, sizeof *b->scores)))
        return;
    for (rapport__json_value value = rapport__json_first(r->doc, list); value != RAPPORT_NONE;
         value = rapport__json_next(r->doc, value))
        rapport__read_number(r, value, -MOST, MOST, &b->scores[i++]);
}

/* All yes or no, or all numbers, as the first one is. */
static void read_outcomes(rapport__reading *r, rapport_backtest *b, rapport__json_value list, rapport__json_value good_from)
{
    rapport__json_value first = rapport__json_first(r->doc, list);
    bool flags = first != RAPPORT_NONE && rapport__json_type_of(r->doc, first) == RAPPORT__JSON_BOOLEAN, good = false;
    double from = 0;
    uint32_t i = 0;
    if (flags && good_from != RAPPORT_NONE)
        REPORT_KEY(r, RAPPORT_BAD_VALUE, good_from, "\"good_from\" is for outcomes that are numbers");
    if (!flags && good_from != RAPPORT_NONE)
        rapport__read_number(r, good_from, -MOST, MOST, &from);
    if (!(b->outcomes = keep(r, b, sizeof *b->outcomes)))
        return;
    if ((flags || good_from != RAPPORT_NONE) && !(b->good = keep(r, b, sizeof *b->good)))
        return;
    for (rapport__json_value value = rapport__json_first(r->doc, list); value != RAPPORT_NONE;
         value = rapport__json_next(r->doc, value)) {
        if (flags && rapport__read_boolean(r, value, &good))
            b->outcomes[i] = good;
        else if (!flags && rapport__read_number(r, value, -MOST, MOST, &b->outcomes[i]))
            good = b->outcomes[i] >= from;
        if (b->good)
            b->good[i] = good;
        i++;
    }
}

static void read_ids(rapport__reading *r, rapport_backtest *b, rapport__json_value list)
{
    rapport__names names = {0};
    uint32_t i = 0;
    const char *id;
    if (!is_as_long(r, b, list) || !(b->ids = keep(r, b, sizeof *b->ids)))
        return;
    for (rapport__json_value value = rapport__json_first(r->doc, list); value != RAPPORT_NONE;
         value = rapport__json_next(r->doc, value)) {
        if (rapport__read_id(r, value, &id) && rapport__names_add(r, &names, value, (rapport__name){id, value, i}) &&
            !(b->ids[i] = rapport__arena_text(&b->arena, id, strlen(id))))
            r->out_of_memory = true;
        i++;
    }
    rapport__names_free(&names, &r->mem);
}

static void read_document(rapport__reading *r, rapport_backtest *b)
{
    rapport__json_value at[KEYS];
    if (!rapport__is_type(r, RAPPORT__JSON_ROOT, RAPPORT__JSON_OBJECT) ||
        !rapport__read_format(r, rapport__json_find(r->doc, RAPPORT__JSON_ROOT, "format"), "rapport-outcomes/1"))
        return;
    MEMBERS(r, RAPPORT__JSON_ROOT, keys, REQUIRED, at);
    if (!rapport__is_type(r, at[SCORES], RAPPORT__JSON_ARRAY))
        return;
    b->count = rapport__json_count(r->doc, at[SCORES]);
    if (b->count > RAPPORT_MAX_CANDIDATES) {
        REPORT(r, RAPPORT_LIMIT, at[SCORES], "there may be at most 16777216 scores");
        return;
    }
    read_scores(r, b, at[SCORES]);
    if (is_as_long(r, b, at[OUTCOMES]))
        read_outcomes(r, b, at[OUTCOMES], at[GOOD_FROM]);
    if (at[PARTNERSHIPS] != RAPPORT_NONE)
        read_ids(r, b, at[PARTNERSHIPS]);
}

/* The numbers have been checked, so that only memory can fail. */
static rapport_status compute(rapport_backtest *b, const rapport_allocator *mem)
{
    b->spearman.struct_size = b->kendall.struct_size = sizeof b->spearman;
    b->auc.struct_size = sizeof b->auc;
    rapport_status status =
        rapport_correlation_compute(RAPPORT_CORRELATION_SPEARMAN, b->scores, b->outcomes, b->count, mem, &b->spearman, NULL);
    if (!status)
        status =
            rapport_correlation_compute(RAPPORT_CORRELATION_KENDALL, b->scores, b->outcomes, b->count, mem, &b->kendall, NULL);
    if (!status && b->good)
        status = rapport_auc_compute(b->scores, b->good, b->count, mem, &b->auc, NULL);
    return status;
}

rapport_status rapport_backtest_read(const char *json, int64_t length, const rapport_allocator *allocator,
                                     rapport_backtest **out, rapport_error *error)
{
    rapport__reading r;
    rapport_error first;
    rapport_status status;
    if (!out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "out is NULL");
    *out = NULL;
    status = rapport__reading_init(&r, json, length, allocator, &first, 1);
    if (!status && r.doc) {
        if ((*out = rapport__alloc(&r.mem, 1, sizeof **out))) {
            rapport__arena_init(&(*out)->arena, &r.mem);
            read_document(&r, *out);
        } else {
            r.out_of_memory = true;
        }
    }
    status = rapport__reading_end(&r, status);
    if (!status)
        status = compute(*out, &r.mem);
    if (!status)
        return RAPPORT_OK;
    rapport_backtest_destroy(*out);
    *out = NULL;
    if (status == RAPPORT_NO_MEMORY || status == RAPPORT_BAD_ARGUMENT)
        return rapport__fail_plainly(error, status);
    if (error)
        *error = first;
    return status;
}
