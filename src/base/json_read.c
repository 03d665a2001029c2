/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/json_read.h"

#include "base/error.h"
#include "base/json_scan.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <string.h>

static rapport__json_entry *innermost(const rapport__json_reader *r)
{
    return r->inside == NO_PARENT ? NULL : r->doc->entries + r->inside;
}

static bool in_object(const rapport__json_reader *r)
{
    return r->inside != NO_PARENT && rapport__json_kind(innermost(r)) == RAPPORT__JSON_OBJECT;
}

rapport_status rapport__json_refuse_at(rapport__json_reader *r, uint32_t offset, rapport_status status, const char *message)
{
    rapport__json_place place;
    rapport_error *error = r->error;
    if (!error)
        return status;
    FAIL(error, status, "", message);
    place = rapport__json_locate(r->doc, offset);
    error->line = place.line;
    error->column = place.column;
    if (r->inside == NO_PARENT)
        return status;
    rapport__json_path(r->doc, r->inside, error->path, sizeof error->path);
    if (r->in_value && in_object(r))
        rapport__append_key(error->path, sizeof error->path, rapport__json_at(r->doc, r->key_at));
    else if (r->in_value)
        rapport__append_index(error->path, sizeof error->path, innermost(r)->is.list.count);
    return status;
}

rapport_status rapport__json_refuse(rapport__json_reader *r, const char *message)
{
    return rapport__json_refuse_at(r, r->at, RAPPORT_BAD_SYNTAX, message);
}

rapport_status rapport__json_refuse_byte(rapport__json_reader *r, const char *at_end, const char *expected)
{
    uint32_t character;
    unsigned char byte = (unsigned char)r->text[r->at];
    if (r->at == r->length)
        return rapport__json_refuse(r, at_end);
    if (!byte)
        return rapport__json_refuse(r, "U+0000 is not allowed");
    if (byte >= 0x80 && !rapport__utf8_decode(r->text + r->at, r->length - r->at, &character))
        return rapport__json_refuse(r, "the text is not valid UTF-8");
    if (byte == '/' || byte == '#')
        return rapport__json_refuse(r, "comments are not allowed");
    return rapport__json_refuse(r, expected);
}

static void skip_space(rapport__json_reader *r)
{
    const char *text = r->text;
    uint32_t at = r->at;
    while (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')
        at++;
    r->at = at;
}

rapport__json_entry *rapport__json_add(rapport__json_reader *r, rapport__json_type type, uint32_t start)
{
    rapport__json *doc = r->doc;
    rapport__json_entry *entry;
    if (doc->count == doc->room && rapport__reserve(&doc->mem, &doc->entries, &doc->room, doc->count + 1, sizeof *entry)) {
        rapport__fail_plainly(r->error, RAPPORT_NO_MEMORY);
        return NULL;
    }
    entry = doc->entries + doc->count++;
    entry->start = start;
    entry->link = r->inside << 3 | (uint32_t)type;
    entry->key_start = r->key_start;
    entry->key_at = r->key_at;
    entry->key_length = r->key_length;
    if (r->inside != NO_PARENT) {
        uint32_t index = innermost(r)->is.list.count++;
        if (r->key_start == NO_KEY)
            entry->key_length = index;
    }
    r->key_start = NO_KEY;
    return entry;
}

static rapport_status open_list(rapport__json_reader *r, rapport__json_type type)
{
    if (r->depth == RAPPORT__JSON_DEPTH)
        return rapport__json_refuse_at(r, r->at, RAPPORT_LIMIT, "more than 128 arrays and objects are inside each other");
    if (!rapport__json_add(r, type, r->at))
        return RAPPORT_NO_MEMORY;
    r->inside = r->doc->count - 1;
    r->depth++;
    r->at++;
    return RAPPORT_OK;
}

static rapport_status refuse_twin(rapport__json_reader *r, rapport__json_value twin, rapport__json_value first)
{
    char digits[16] = "";
    uint32_t line, column;
    rapport__json_key_position(r->doc, first, &line, &column);
    rapport__append_index(digits, sizeof digits, line);
    return JSON_FAIL_KEY(r->error, RAPPORT_DUPLICATE, r->doc, twin, "the object has this key already, in line ", digits + 1);
}

/* Compares each key with all before it. */
static rapport_status check_few(rapport__json_reader *r, const rapport__json_value *members, uint32_t count)
{
    uint32_t i, j;
    for (i = 1; i < count; i++)
        for (j = 0; j < i; j++)
            if (!rapport__json_by_length(r->doc, members[j], members[i]))
                return refuse_twin(r, members[i], members[j]);
    return RAPPORT_OK;
}

/* Sorts, which is stable, so that equal keys are neighbours in the order of the text; the first repetition is reported. */
static rapport_status check_many(rapport__json_reader *r, rapport__json_value *members, uint32_t count)
{
    uint32_t i, twin = 0;
    rapport__json_sort(r->doc, members, members + count, count, rapport__json_by_length);
    for (i = 1; i < count; i++)
        if (!rapport__json_by_length(r->doc, members[i - 1], members[i]) && (!twin || members[i] < members[twin]))
            twin = i;
    return twin ? refuse_twin(r, members[twin], members[twin - 1]) : RAPPORT_OK;
}

/* Refuses an object with equal keys. */
static rapport_status check_keys(rapport__json_reader *r, rapport__json_value object)
{
    enum { FEW = 16 };
    rapport__json_value few[FEW], *members = few, member;
    uint32_t i = 0, count = rapport__json_count(r->doc, object);
    if (count > FEW) {
        if (rapport__reserve(&r->doc->mem, &r->order, &r->order_room, 2 * count, sizeof *members))
            return rapport__fail_plainly(r->error, RAPPORT_NO_MEMORY);
        members = r->order;
    }
    for (member = rapport__json_first(r->doc, object); member != RAPPORT_NONE; member = rapport__json_next(r->doc, member))
        members[i++] = member;
    return count > FEW ? check_many(r, members, count) : check_few(r, members, count);
}

static rapport_status close_list(rapport__json_reader *r)
{
    rapport__json_value list = r->inside;
    rapport__json_entry *entry = innermost(r);
    entry->end = ++r->at;
    entry->is.list.after = r->doc->count;
    r->inside = entry->link >> 3;
    r->depth--;
    return rapport__json_kind(entry) == RAPPORT__JSON_OBJECT ? check_keys(r, list) : RAPPORT_OK;
}

static char closing(const rapport__json_reader *r)
{
    return in_object(r) ? '}' : ']';
}

/* A key, its colon, and the space around. */
static rapport_status take_key(rapport__json_reader *r)
{
    rapport_status status;
    uint32_t start = r->at;
    if (r->text[r->at] != '"')
        return rapport__json_refuse_byte(r, "the text ends inside an object", "expected a key in double quotes");
    status = rapport__json_take_string(r, &r->key_at, &r->key_length);
    if (status)
        return status;
    r->key_start = start;
    skip_space(r);
    if (r->text[r->at] != ':')
        return rapport__json_refuse_byte(r, "the text ends after a key", "expected ':' after a key");
    r->at++;
    skip_space(r);
    return RAPPORT_OK;
}

/* Begins the next value: all of a scalar, the opening bracket of a list. */
static rapport_status take_value(rapport__json_reader *r)
{
    rapport_status status;
    char byte;
    if (in_object(r)) {
        status = take_key(r);
        if (status)
            return status;
    }
    r->in_value = true;
    byte = r->text[r->at];
    if (byte == '{')
        status = open_list(r, RAPPORT__JSON_OBJECT);
    else if (byte == '[')
        status = open_list(r, RAPPORT__JSON_ARRAY);
    else
        status = rapport__json_take_scalar(r);
    r->in_value = false;
    return status;
}

/* Goes on to where the next value begins: over closing brackets and one comma. At the top there is no next one. */
static rapport_status take_separators(rapport__json_reader *r)
{
    while (r->inside != NO_PARENT) {
        bool object = in_object(r);
        rapport_status status;
        char byte;
        skip_space(r);
        byte = r->text[r->at];
        if (byte == ',') {
            r->at++;
            skip_space(r);
            if (r->text[r->at] == closing(r))
                return rapport__json_refuse(r, "a comma must be followed by another element or member");
            return RAPPORT_OK;
        }
        if (byte != closing(r))
            return rapport__json_refuse_byte(r, object ? "the text ends inside an object" : "the text ends inside an array",
                                             object ? "expected ',' or '}' after an object member"
                                                    : "expected ',' or ']' after an array element");
        status = close_list(r);
        if (status)
            return status;
    }
    return RAPPORT_OK;
}

static rapport_status take_all(rapport__json_reader *r)
{
    rapport_status status = RAPPORT_OK;
    if (!strncmp(r->text, "\xEF\xBB\xBF", 3))
        return rapport__json_refuse(r, "the text begins with a byte order mark, which JSON does not allow");
    skip_space(r);
    if (r->at == r->length)
        return rapport__json_refuse(r, "the text is empty");
    do {
        uint32_t outside = r->depth;
        status = take_value(r);
        skip_space(r);
        if (!status && (r->depth == outside || r->text[r->at] == closing(r))) /* a scalar, or an empty list */
            status = take_separators(r);
    } while (!status && r->inside != NO_PARENT);
    skip_space(r);
    if (!status && r->at != r->length)
        return rapport__json_refuse_byte(r, "", "expected the end of the text after the value");
    return status;
}

/* Gives back what the tape does not use. */
static rapport_status trim(rapport__json *doc)
{
    rapport__json_entry *entries = doc->entries;
    if (doc->count == doc->room)
        return RAPPORT_OK;
    entries = doc->mem.realloc(doc->mem.user, entries, (uint64_t)doc->count * sizeof *entries);
    if (!entries)
        return RAPPORT_NO_MEMORY;
    doc->entries = entries;
    doc->room = doc->count;
    return RAPPORT_OK;
}

static rapport_status read_text(rapport__json *doc, const char *text, rapport_error *error)
{
    rapport_status status;
    rapport__json_reader r = {.doc = doc, .length = doc->length, .inside = NO_PARENT, .key_start = NO_KEY, .error = error};
    doc->text = r.text = rapport__alloc(&doc->mem, (size_t)doc->length + 1, 1);
    if (!doc->text)
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    memcpy(doc->text, text, doc->length);
    status = take_all(&r);
    rapport__free(&doc->mem, r.order);
    if (!status && (rapport__json_mark_places(doc) || trim(doc)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    return status;
}

rapport_status rapport__json_parse(const char *text, int64_t length, const rapport_allocator *mem, rapport__json **out,
                                   rapport_error *error)
{
    rapport_status status;
    rapport_allocator memory;
    rapport__json *doc;
    *out = NULL;
    if (!text || length < -1 || rapport__memory_init(&memory, mem))
        return rapport__fail_plainly(error, RAPPORT_BAD_ARGUMENT);
    if (length > RAPPORT_MAX_DOCUMENT || (length < 0 && strlen(text) > RAPPORT_MAX_DOCUMENT))
        return FAIL(error, RAPPORT_LIMIT, "", "the document is longer than 1073741824 bytes");
    doc = rapport__alloc(&memory, 1, sizeof *doc);
    if (!doc)
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    doc->mem = memory;
    doc->length = (uint32_t)(length < 0 ? (int64_t)strlen(text) : length);
    status = read_text(doc, text, error);
    if (status)
        rapport__json_destroy(doc);
    else
        *out = doc;
    return status;
}

void rapport__json_destroy(rapport__json *doc)
{
    rapport_allocator mem;
    if (!doc)
        return;
    mem = doc->mem;
    rapport__free(&mem, doc->text);
    rapport__free(&mem, doc->pool);
    rapport__free(&mem, doc->entries);
    rapport__free(&mem, doc->places);
    rapport__free(&mem, doc);
}
