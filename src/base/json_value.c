/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/json_tape.h"

#include "base/error.h"

#include <string.h>

uint32_t rapport__json_values(const rapport__json *doc)
{
    return doc->count;
}

rapport__json_type rapport__json_type_of(const rapport__json *doc, rapport__json_value value)
{
    return (rapport__json_type)rapport__json_kind(doc->entries + value);
}

const char *rapport__json_type_name(rapport__json_type type)
{
    static const char *const names[] = {"null", "true or false", "a number", "a string", "an array", "an object"};
    return names[type];
}

static bool is_list(const rapport__json_entry *entry)
{
    return rapport__json_kind(entry) >= RAPPORT__JSON_ARRAY;
}

double rapport__json_number(const rapport__json *doc, rapport__json_value value)
{
    const rapport__json_entry *entry = doc->entries + value;
    return rapport__json_kind(entry) == RAPPORT__JSON_NUMBER ? entry->is.number : 0;
}

bool rapport__json_boolean(const rapport__json *doc, rapport__json_value value)
{
    const rapport__json_entry *entry = doc->entries + value;
    return rapport__json_kind(entry) == RAPPORT__JSON_BOOLEAN && entry->is.number > 0;
}

const char *rapport__json_text(const rapport__json *doc, rapport__json_value value, size_t *length)
{
    const rapport__json_entry *entry = doc->entries + value;
    bool is_text = rapport__json_kind(entry) == RAPPORT__JSON_STRING;
    if (length)
        *length = is_text ? entry->is.text.length : 0;
    return is_text ? rapport__json_at(doc, entry->is.text.at) : "";
}

bool rapport__json_integer(const rapport__json *doc, rapport__json_value value, int64_t *out)
{
    const double most = 9007199254740991.0; /* 2^53 - 1: beyond it neighbours run together */
    double number = rapport__json_number(doc, value);
    if (rapport__json_type_of(doc, value) != RAPPORT__JSON_NUMBER || number < -most || number > most)
        return false;
    *out = (int64_t)number;
    return !(number < (double)*out) && !(number > (double)*out);
}

bool rapport__json_is(const rapport__json *doc, rapport__json_value value, const char *text)
{
    size_t length;
    const char *own = rapport__json_text(doc, value, &length);
    return rapport__json_type_of(doc, value) == RAPPORT__JSON_STRING && length == strlen(text) && !memcmp(own, text, length);
}

uint32_t rapport__json_count(const rapport__json *doc, rapport__json_value value)
{
    const rapport__json_entry *entry = doc->entries + value;
    return is_list(entry) ? entry->is.list.count : 0;
}

rapport__json_value rapport__json_first(const rapport__json *doc, rapport__json_value value)
{
    return rapport__json_count(doc, value) ? value + 1 : RAPPORT_NONE;
}

rapport__json_value rapport__json_parent(const rapport__json *doc, rapport__json_value value)
{
    return value ? doc->entries[value].link >> 3 : RAPPORT_NONE;
}

rapport__json_value rapport__json_next(const rapport__json *doc, rapport__json_value value)
{
    const rapport__json_entry *entry = doc->entries + value;
    rapport__json_value next = is_list(entry) ? entry->is.list.after : value + 1;
    return value && next < doc->entries[entry->link >> 3].is.list.after ? next : RAPPORT_NONE;
}

const char *rapport__json_key(const rapport__json *doc, rapport__json_value value, size_t *length)
{
    const rapport__json_entry *entry = doc->entries + value;
    bool has_key = entry->key_start != NO_KEY;
    if (length)
        *length = has_key ? entry->key_length : 0;
    return has_key ? rapport__json_at(doc, entry->key_at) : NULL;
}

uint32_t rapport__json_index(const rapport__json *doc, rapport__json_value value)
{
    const rapport__json_entry *entry = doc->entries + value;
    return entry->key_start == NO_KEY ? entry->key_length : 0;
}

rapport__json_value rapport__json_find(const rapport__json *doc, rapport__json_value object, const char *key)
{
    size_t length = strlen(key);
    rapport__json_value member;
    if (rapport__json_type_of(doc, object) != RAPPORT__JSON_OBJECT)
        return RAPPORT_NONE;
    for (member = rapport__json_first(doc, object); member != RAPPORT_NONE; member = rapport__json_next(doc, member)) {
        const rapport__json_entry *entry = doc->entries + member;
        if (entry->key_length == length && !memcmp(rapport__json_at(doc, entry->key_at), key, length))
            return member;
    }
    return RAPPORT_NONE;
}

void rapport__json_range(const rapport__json *doc, rapport__json_value value, size_t *offset, size_t *length)
{
    const rapport__json_entry *entry = doc->entries + value;
    *offset = entry->start;
    *length = entry->end - entry->start;
}

void rapport__json_position(const rapport__json *doc, rapport__json_value value, uint32_t *line, uint32_t *column)
{
    rapport__json_place place = rapport__json_locate(doc, doc->entries[value].start);
    *line = place.line;
    *column = place.column;
}

void rapport__json_key_position(const rapport__json *doc, rapport__json_value value, uint32_t *line, uint32_t *column)
{
    const rapport__json_entry *entry = doc->entries + value;
    rapport__json_place place = rapport__json_locate(doc, entry->key_start == NO_KEY ? entry->start : entry->key_start);
    *line = place.line;
    *column = place.column;
}

void rapport__json_path(const rapport__json *doc, rapport__json_value value, char *out, size_t size)
{
    rapport__json_value chain[RAPPORT__JSON_DEPTH + 1];
    uint32_t depth = 0;
    for (; value; value = rapport__json_parent(doc, value))
        chain[depth++] = value;
    *out = '\0';
    while (depth) {
        rapport__json_value step = chain[--depth];
        const char *key = rapport__json_key(doc, step, NULL);
        if (key)
            rapport__append_key(out, size, key);
        else
            rapport__append_index(out, size, rapport__json_index(doc, step));
    }
}

rapport_status rapport__json_fail(rapport_error *error, rapport_status status, const rapport__json *doc,
                                  rapport__json_value value, bool at_key, const char *const *parts)
{
    if (!error)
        return status;
    rapport__fail(error, status, "", parts);
    rapport__json_path(doc, value, error->path, sizeof error->path);
    if (at_key)
        rapport__json_key_position(doc, value, &error->line, &error->column);
    else
        rapport__json_position(doc, value, &error->line, &error->column);
    return status;
}
