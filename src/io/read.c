/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "io/read.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "io/guess.h"

rapport_status rapport__reading_init(rapport__reading *r, const char *json, int64_t length, const rapport_allocator *mem,
                                     rapport_error *problems, uint32_t capacity)
{
    rapport__json *doc;
    rapport_error said;
    rapport_status status;
    *r = (rapport__reading){
        .text = json, .problems = problems, .capacity = capacity, .guesses = RAPPORT__GUESSES, .misspelt = RAPPORT_NONE};
    if (!json || rapport__memory_init(&r->mem, mem))
        return RAPPORT_BAD_ARGUMENT;
    status = rapport__json_parse(json, length, &r->mem, &doc, &said);
    r->doc = r->owned = doc;
    if (!status || status == RAPPORT_NO_MEMORY || status == RAPPORT_BAD_ARGUMENT)
        return status;
    r->count = 1;
    if (capacity)
        problems[0] = said;
    return RAPPORT_OK;
}

/* Whether `a` stands before `b` in the document; at the same place the one that was reported first does. */
static bool before(const rapport_error *a, const rapport_error *b)
{
    if (a->line != b->line)
        return a->line < b->line;
    return a->column != b->column ? a->column < b->column : a->reserved < b->reserved;
}

static void swap(rapport_error *a, rapport_error *b)
{
    rapport_error held = *a;
    *a = *b;
    *b = held;
}

static void sift_up(rapport_error *heap, uint32_t at)
{
    while (at && before(&heap[(at - 1) / 2], &heap[at])) {
        swap(&heap[(at - 1) / 2], &heap[at]);
        at = (at - 1) / 2;
    }
}

static void sift_down(rapport_error *heap, uint32_t count)
{
    for (uint32_t at = 0, child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && before(&heap[child], &heap[child + 1]))
            child++;
        if (!before(&heap[at], &heap[child]))
            return;
        swap(&heap[at], &heap[child]);
    }
}

rapport_status rapport__reading_end(rapport__reading *r, rapport_status status)
{
    uint32_t kept = r->count < r->capacity ? r->count : r->capacity;
    rapport__json_destroy(r->owned);
    r->doc = r->owned = NULL;
    if (status || r->out_of_memory)
        return status ? status : RAPPORT_NO_MEMORY;
    for (uint32_t left = kept; left > 1;) {
        swap(&r->problems[0], &r->problems[--left]);
        sift_down(r->problems, left);
    }
    for (uint32_t i = 0; i < kept; i++)
        r->problems[i].reserved = 0;
    return kept ? r->problems[0].status : RAPPORT_OK;
}

rapport_status rapport__reading_finish(rapport__reading *r, rapport_status status, const rapport_error *first,
                                       rapport_error *error)
{
    status = rapport__reading_end(r, status);
    if (status == RAPPORT_NO_MEMORY || status == RAPPORT_BAD_ARGUMENT)
        return rapport__fail_plainly(error, status);
    if (status && error)
        *error = *first;
    return status;
}

bool rapport__would_keep(const rapport__reading *r, rapport__json_value value, bool at_key)
{
    uint32_t line, column;
    if (r->out_of_memory || !r->capacity)
        return false;
    if (r->count < r->capacity)
        return true;
    if (at_key)
        rapport__json_key_position(r->doc, value, &line, &column);
    else
        rapport__json_position(r->doc, value, &line, &column);
    return line < r->problems[0].line || (line == r->problems[0].line && column < r->problems[0].column);
}

void rapport__report(rapport__reading *r, rapport_status status, rapport__json_value value, bool at_key,
                     const char *const *parts)
{
    bool keep = rapport__would_keep(r, value, at_key);
    uint32_t place = r->count < r->capacity ? r->count : 0;
    if (keep) {
        rapport__json_fail(&r->problems[place], status, r->doc, value, at_key, parts);
        r->problems[place].reserved = r->count;
    }
    if (keep && r->count < r->capacity)
        sift_up(r->problems, place);
    else if (keep)
        sift_down(r->problems, r->capacity);
    if (r->count < UINT32_MAX)
        r->count++;
}

bool rapport__built(rapport__reading *r, rapport__json_value value, rapport_status status)
{
    if (status == RAPPORT_NO_MEMORY)
        r->out_of_memory = true;
    else if (status)
        REPORT(r, status, value, r->told.message);
    return !status;
}

bool rapport__read_extra(rapport__reading *r, rapport__json_value member)
{
    enum { PATH = 1024 };
    char path[PATH];
    size_t offset, length;
    if (strcmp(rapport__json_key(r->doc, member, NULL), "x") != 0)
        return false;
    if (r->draft && !r->out_of_memory) {
        rapport__json_path(r->doc, rapport__json_parent(r->doc, member), path, sizeof path);
        rapport__json_range(r->doc, member, &offset, &length);
        rapport__built(r, member,
                       rapport_draft_set_extra(r->draft, path + r->base, r->text + offset, (int64_t)length, &r->told));
    }
    return true;
}

static void keep_meant(rapport__reading *r, rapport__json_value object, const char *key)
{
    uint32_t count = 0;
    if (r->misspelt != object)
        r->meant[0] = NULL;
    r->misspelt = object;
    while (count < 3 && r->meant[count])
        count++;
    r->meant[count] = key;
    r->meant[count < 3 ? count + 1 : 3] = NULL;
}

static bool meant(const rapport__reading *r, rapport__json_value object, const char *key)
{
    for (uint32_t i = 0; r->misspelt == object && r->meant[i]; i++)
        if (!strcmp(r->meant[i], key))
            return true;
    return false;
}

void rapport__lacks(rapport__reading *r, rapport__json_value object, const char *const *keys, const char *message)
{
    for (; *keys; keys++)
        if (meant(r, object, *keys))
            return;
    REPORT(r, RAPPORT_BAD_DOCUMENT, object, message);
}

static void report_unknown_key(rapport__reading *r, rapport__json_value member, const char *const *keys, uint32_t count)
{
    size_t length;
    const char *key = rapport__json_key(r->doc, member, &length);
    char quoted[RAPPORT__WORDS], words[RAPPORT__GUESS_WORDS], known[200] = "";
    rapport__guess guess = rapport__guess_init(key);
    for (uint32_t i = 0; i < count; i++)
        rapport__guess_try(&guess, &r->guesses, keys[i]);
    if (guess.best)
        keep_meant(r, rapport__json_parent(r->doc, member), guess.best);
    rapport__guess_words(&guess, words);
    for (uint32_t i = 0; !guess.best && i < count; i++) {
        rapport__append(known, sizeof known, i ? ", " : "; known are ");
        rapport__append(known, sizeof known, keys[i]);
    }
    REPORT_KEY(r, RAPPORT_BAD_DOCUMENT, member, "unknown key ", rapport__quoted(key, length, quoted), words, known);
}

bool rapport__read_members(rapport__reading *r, rapport__json_value object, const char *const *keys, uint32_t count,
                           uint32_t required, rapport__json_value *values)
{
    for (uint32_t i = 0; i < count; i++)
        values[i] = RAPPORT_NONE;
    if (!rapport__is_type(r, object, RAPPORT__JSON_OBJECT))
        return false;
    for (rapport__json_value member = rapport__json_first(r->doc, object); member != RAPPORT_NONE;
         member = rapport__json_next(r->doc, member)) {
        const char *key = rapport__json_key(r->doc, member, NULL);
        uint32_t i = 0;
        while (i < count && strcmp(keys[i], key) != 0)
            i++;
        if (i < count)
            values[i] = member;
        else if (!rapport__read_extra(r, member))
            report_unknown_key(r, member, keys, count);
    }
    for (uint32_t i = 0; i < required; i++)
        if (values[i] == RAPPORT_NONE && !meant(r, object, keys[i]))
            REPORT(r, RAPPORT_BAD_DOCUMENT, object, "\"", keys[i], "\" is missing");
    return true;
}

bool rapport__is_type(rapport__reading *r, rapport__json_value value, rapport__json_type type)
{
    char subject[RAPPORT__WORDS], words[RAPPORT__WORDS];
    if (value == RAPPORT_NONE)
        return false;
    if (rapport__json_type_of(r->doc, value) == type)
        return true;
    REPORT(r, RAPPORT_BAD_DOCUMENT, value, rapport__subject(r, value, subject), " must be ", rapport__json_type_name(type),
           ", not ", rapport__words(r, value, words));
    return false;
}
