/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/json_write.h"

#include "base/json_tape.h"
#include "base/memory.h"

#include <string.h>

static void put_scalar(rapport__json_writer *writer, const rapport__json *doc, rapport__json_value value)
{
    size_t length;
    const char *text;
    switch (rapport__json_type_of(doc, value)) {
    case RAPPORT__JSON_STRING:
        text = rapport__json_text(doc, value, &length);
        rapport__json_put_bytes(writer, text, length);
        break;
    case RAPPORT__JSON_NUMBER:
        rapport__json_put_number(writer, rapport__json_number(doc, value));
        break;
    case RAPPORT__JSON_BOOLEAN:
        rapport__json_put_boolean(writer, rapport__json_boolean(doc, value));
        break;
    default:
        rapport__json_put_null(writer);
    }
}

/* Key and value; of an array or object only its beginning. True if it has children that come next. */
static bool put_start(rapport__json_writer *writer, const rapport__json *doc, rapport__json_value value, bool with_key)
{
    rapport__json_type type = rapport__json_type_of(doc, value);
    size_t length;
    const char *key = with_key ? rapport__json_key(doc, value, &length) : NULL;
    if (key)
        rapport__json_put_key_bytes(writer, key, length);
    if (type < RAPPORT__JSON_ARRAY) {
        put_scalar(writer, doc, value);
        return false;
    }
    if (type == RAPPORT__JSON_OBJECT)
        rapport__json_begin_object(writer, RAPPORT__JSON_LINES);
    else
        rapport__json_begin_array(writer, RAPPORT__JSON_LINES);
    if (rapport__json_count(doc, value))
        return true;
    rapport__json_end(writer);
    return false;
}

void rapport__json_put_value(rapport__json_writer *writer, const rapport__json *doc, rapport__json_value value)
{
    rapport__json_value at = value;
    for (;;) {
        if (put_start(writer, doc, at, at != value)) {
            at = rapport__json_first(doc, at);
            continue;
        }
        while (at != value && rapport__json_next(doc, at) == RAPPORT_NONE) {
            rapport__json_end(writer);
            at = rapport__json_parent(doc, at);
        }
        if (at == value || writer->sink->status)
            return;
        at = rapport__json_next(doc, at);
    }
}

/* The children of the open lists that are still to be written, the next one last. */
typedef struct pending {
    rapport__json_value *items;
    uint32_t count, room;
    rapport__json_sorter sorter;
} pending;

static rapport_status push_children(pending *queue, const rapport__json *doc, rapport__json_value list)
{
    uint32_t i, count = rapport__json_count(doc, list);
    bool object = rapport__json_type_of(doc, list) == RAPPORT__JSON_OBJECT;
    rapport__json_value *items, child = rapport__json_first(doc, list);
    if (rapport__reserve(&doc->mem, &queue->items, &queue->room, queue->count + count, sizeof *items) ||
        (object && rapport__json_sort(doc, list, &queue->sorter)))
        return RAPPORT_NO_MEMORY;
    items = queue->items + queue->count;
    for (i = 0; i < count; i++, child = rapport__json_next(doc, child))
        items[count - 1 - i] = object ? queue->sorter.members[i].value : child;
    queue->count += count;
    return RAPPORT_OK;
}

static rapport_status put_sorted(rapport__json_writer *writer, pending *queue, const rapport__json *doc,
                                 rapport__json_value value)
{
    uint32_t left[RAPPORT__JSON_DEPTH + 1]; /* children still to come, for each open level */
    uint32_t depth = 0;
    rapport__json_value at = value;
    while (!writer->sink->status) {
        if (put_start(writer, doc, at, at != value)) {
            if (push_children(queue, doc, at))
                return RAPPORT_NO_MEMORY;
            left[depth++] = rapport__json_count(doc, at);
        }
        while (depth && !left[depth - 1]) {
            rapport__json_end(writer);
            depth--;
        }
        if (!depth)
            break;
        left[depth - 1]--;
        at = queue->items[--queue->count];
    }
    return RAPPORT_OK;
}

rapport_status rapport__json_canonical(const rapport__json *doc, rapport__json_value value, rapport_writer write, void *user)
{
    rapport__sink sink;
    rapport__json_writer writer;
    pending queue = {NULL, 0, 0, {NULL, 0}};
    rapport_status status;
    rapport__sink_init(&sink, write, user);
    rapport__json_writer_init(&writer, &sink, RAPPORT__JSON_COMPACT);
    status = put_sorted(&writer, &queue, doc, value);
    rapport__free(&doc->mem, queue.items);
    rapport__free(&doc->mem, queue.sorter.members);
    return status ? status : rapport__json_writer_finish(&writer);
}
