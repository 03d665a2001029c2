/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/sink.h"

#include "base/utf8.h"

#include <string.h>

void rapport__sink_init(rapport__sink *sink, rapport_writer write, void *user)
{
    sink->write = write;
    sink->user = user;
    sink->status = RAPPORT_OK;
    sink->used = 0;
}

/* Hands over the first `length` bytes of the buffer and keeps the rest. */
static void hand_over(rapport__sink *sink, size_t length)
{
    if (!sink->status && length && sink->write(sink->user, sink->buffer, (int64_t)length))
        sink->status = RAPPORT_WRITE_FAILED;
    sink->used -= (uint32_t)length;
    memmove(sink->buffer, sink->buffer + length, sink->used);
}

void rapport__sink_bytes(rapport__sink *sink, const char *text, size_t length)
{
    while (length && !sink->status) {
        size_t room = sizeof sink->buffer - sink->used, part = length < room ? length : room;
        memcpy(sink->buffer + sink->used, text, part);
        sink->used += (uint32_t)part;
        text += part;
        length -= part;
        if (sink->used == sizeof sink->buffer)
            hand_over(sink, rapport__utf8_whole(sink->buffer, sink->used));
    }
}

void rapport__sink_text(rapport__sink *sink, const char *text)
{
    rapport__sink_bytes(sink, text, strlen(text));
}

void rapport__sink_char(rapport__sink *sink, char byte)
{
    rapport__sink_bytes(sink, &byte, 1);
}

rapport_status rapport__sink_flush(rapport__sink *sink)
{
    hand_over(sink, sink->used);
    return sink->status;
}
