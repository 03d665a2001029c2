/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/json_write.h"

#include "base/number.h"

#include <string.h>

/* Flags of an open level. */
enum { OBJECT = 1, INLINE = 2, FILLED = 4 };

void rapport__json_writer_init(rapport__json_writer *writer, rapport__sink *sink, rapport__json_style style)
{
    memset(writer, 0, sizeof *writer);
    writer->sink = sink;
    writer->style = style;
}

rapport_status rapport__json_writer_finish(rapport__json_writer *writer)
{
    if (writer->style == RAPPORT__JSON_PRETTY)
        rapport__sink_char(writer->sink, '\n');
    return rapport__sink_flush(writer->sink);
}

static void new_line(rapport__json_writer *writer)
{
    uint32_t level;
    rapport__sink_char(writer->sink, '\n');
    for (level = 0; level < writer->depth; level++)
        rapport__sink_text(writer->sink, "  ");
}

/* What goes before an element or a member: the comma behind the one before, and the layout. */
static void separate(rapport__json_writer *writer)
{
    unsigned char *level = writer->open + writer->depth;
    bool filled = *level & FILLED;
    if (!writer->depth)
        return;
    *level |= FILLED;
    if (filled)
        rapport__sink_char(writer->sink, ',');
    if (writer->style == RAPPORT__JSON_COMPACT)
        return;
    if (!(*level & INLINE))
        new_line(writer);
    else if (filled)
        rapport__sink_char(writer->sink, ' ');
}

/* What goes before a value; a member's key has separated it already. */
static void before_value(rapport__json_writer *writer)
{
    if (!writer->after_key)
        separate(writer);
    writer->after_key = false;
}

static void begin(rapport__json_writer *writer, unsigned char kind, rapport__json_layout layout)
{
    unsigned char inherited = writer->open[writer->depth] & INLINE;
    before_value(writer);
    if (writer->depth == RAPPORT__JSON_DEPTH) {
        if (!writer->sink->status)
            writer->sink->status = RAPPORT_LIMIT;
        return;
    }
    rapport__sink_char(writer->sink, kind & OBJECT ? '{' : '[');
    writer->open[++writer->depth] = (unsigned char)(kind | inherited | (layout == RAPPORT__JSON_INLINE ? INLINE : 0));
}

void rapport__json_begin_object(rapport__json_writer *writer, rapport__json_layout layout)
{
    begin(writer, OBJECT, layout);
}

void rapport__json_begin_array(rapport__json_writer *writer, rapport__json_layout layout)
{
    begin(writer, 0, layout);
}

void rapport__json_end(rapport__json_writer *writer)
{
    unsigned char level = writer->open[writer->depth];
    if (!writer->depth)
        return;
    writer->depth--;
    if (writer->style == RAPPORT__JSON_PRETTY && (level & FILLED) && !(level & INLINE))
        new_line(writer);
    rapport__sink_char(writer->sink, level & OBJECT ? '}' : ']');
}

/* The escape of a byte (RFC 8785, 3.2.2.2), or NULL if it stands for itself. */
static const char *escape_of(unsigned char byte, char room[7])
{
    static const char hex[] = "0123456789abcdef";
    if (byte == '"')
        return "\\\"";
    if (byte == '\\')
        return "\\\\";
    if (byte >= 0x20)
        return NULL;
    switch (byte) {
    case '\b':
        return "\\b";
    case '\t':
        return "\\t";
    case '\n':
        return "\\n";
    case '\f':
        return "\\f";
    case '\r':
        return "\\r";
    default:
        memcpy(room, "\\u00", 4);
        room[4] = hex[byte >> 4];
        room[5] = hex[byte & 15];
        room[6] = '\0';
        return room;
    }
}

static void write_string(rapport__sink *sink, const char *text, size_t length)
{
    size_t i, start = 0;
    rapport__sink_char(sink, '"');
    for (i = 0; i < length; i++) {
        char room[7];
        const char *escape = escape_of((unsigned char)text[i], room);
        if (!escape)
            continue;
        rapport__sink_bytes(sink, text + start, i - start);
        rapport__sink_text(sink, escape);
        start = i + 1;
    }
    rapport__sink_bytes(sink, text + start, length - start);
    rapport__sink_char(sink, '"');
}

void rapport__json_put_key_bytes(rapport__json_writer *writer, const char *key, size_t length)
{
    separate(writer);
    write_string(writer->sink, key, length);
    rapport__sink_text(writer->sink, writer->style == RAPPORT__JSON_PRETTY ? ": " : ":");
    writer->after_key = true;
}

void rapport__json_put_key(rapport__json_writer *writer, const char *key)
{
    rapport__json_put_key_bytes(writer, key, strlen(key));
}

void rapport__json_put_bytes(rapport__json_writer *writer, const char *text, size_t length)
{
    before_value(writer);
    write_string(writer->sink, text, length);
}

void rapport__json_put_text(rapport__json_writer *writer, const char *text)
{
    rapport__json_put_bytes(writer, text, strlen(text));
}

void rapport__json_put_raw(rapport__json_writer *writer, const char *json, size_t length)
{
    before_value(writer);
    rapport__sink_bytes(writer->sink, json, length);
}

void rapport__json_put_number(rapport__json_writer *writer, double number)
{
    char digits[RAPPORT__NUMBER_SIZE];
    if (number - number != 0) { /* NaN and the infinities */
        rapport__json_put_null(writer);
        return;
    }
    rapport__json_put_raw(writer, digits, rapport__number_write(number, digits));
}

void rapport__json_put_integer(rapport__json_writer *writer, int64_t number)
{
    char digits[20], *at = digits + sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do
        *--at = (char)('0' + rest % 10);
    while (rest /= 10);
    if (number < 0)
        *--at = '-';
    rapport__json_put_raw(writer, at, (size_t)(digits + sizeof digits - at));
}

void rapport__json_put_boolean(rapport__json_writer *writer, bool value)
{
    rapport__json_put_raw(writer, value ? "true" : "false", value ? 4 : 5);
}

void rapport__json_put_null(rapport__json_writer *writer)
{
    rapport__json_put_raw(writer, "null", 4);
}
