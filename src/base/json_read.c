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
    return r->doc->entries + r->inside;
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

static rapport_status close_list(rapport__json_reader *r)
{
    rapport__json_value list = r->inside;
    rapport__json_entry *entry = innermost(r);
    entry->end = ++r->at;
    entry->is.list.after = r->doc->count;
    r->inside = entry->link >> 3;
    r->depth--;
    return rapport__json_kind(entry) == RAPPORT__JSON_OBJECT ? rapport__json_check_keys(r->doc, list, &r->sorter, r->error)
                                                             : RAPPORT_OK;
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
    if (r->length >= 3 && !memcmp(r->text, "\xEF\xBB\xBF", 3))
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

/* Gives back the room behind `used` items of `size` bytes. */
static rapport_status trim(const rapport_allocator *mem, void *items, uint32_t *room, uint32_t used, size_t size)
{
    void *block;
    if (*room == used)
        return RAPPORT_OK;
    memcpy(&block, items, sizeof block);
    block = mem->realloc(mem->user, block, (uint64_t)used * size);
    if (!block)
        return RAPPORT_NO_MEMORY;
    memcpy(items, &block, sizeof block);
    *room = used;
    return RAPPORT_OK;
}

static rapport_status settle(rapport__json *doc)
{
    if (trim(&doc->mem, &doc->entries, &doc->room, doc->count, sizeof *doc->entries) ||
        trim(&doc->mem, &doc->pool, &doc->pool_room, doc->pool_used, 1))
        return RAPPORT_NO_MEMORY;
    return rapport__json_mark_places(doc);
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
    rapport__free(&doc->mem, r.sorter.members);
    if (!status && settle(doc))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    return status;
}

rapport_status rapport__json_parse(const char *text, int64_t length, const rapport_allocator *mem, rapport__json **out,
                                   rapport_error *error)
{
    rapport_status status;
    rapport_allocator memory;
    rapport__json *doc;
    uint64_t size;
    *out = NULL;
    if (!text || length < -1 || rapport__memory_init(&memory, mem))
        return rapport__fail_plainly(error, RAPPORT_BAD_ARGUMENT);
    size = length < 0 ? strlen(text) : (uint64_t)length;
    if (size > RAPPORT_MAX_DOCUMENT)
        return FAIL(error, RAPPORT_LIMIT, "", "the document is longer than 1073741824 bytes");
    doc = rapport__alloc(&memory, 1, sizeof *doc);
    if (!doc)
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    doc->mem = memory;
    doc->length = (uint32_t)size;
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
