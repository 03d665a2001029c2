/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/json_tape.h"

#include "base/memory.h"

#include <string.h>

#define BLOCK 4096u

#define ONES UINT64_C(0x0101010101010101)
#define HIGH UINT64_C(0x8080808080808080)

/* How many of the eight bytes have their high bit set in `mask`, which has no other bits. */
static uint32_t bytes_marked(uint64_t mask)
{
    return (uint32_t)((mask >> 7) * ONES >> 56);
}

static uint32_t line_feeds(uint64_t eight)
{
    uint64_t other = eight ^ ONES * '\n'; /* a byte is 0 where a line ends */
    return bytes_marked(~(((other & ~HIGH) + ~HIGH) | other) & HIGH);
}

/* Bytes that begin a character: all but 10xxxxxx. */
static uint32_t characters(uint64_t eight)
{
    return 8 - bytes_marked(eight & ~(eight << 1) & HIGH);
}

/* Moves a place over `length` bytes, one at a time. */
static void walk(rapport__json_place *place, const char *text, uint32_t length)
{
    uint32_t i;
    for (i = 0; i < length; i++) {
        if (text[i] == '\n') {
            place->line++;
            place->column = 1;
        } else if (((unsigned char)text[i] & 0xC0) != 0x80) {
            place->column++;
        }
    }
}

/* The same over one block, eight bytes at a time until a line ends. */
static void walk_block(rapport__json_place *place, const char *text)
{
    uint32_t i;
    for (i = 0; i < BLOCK; i += 8) {
        uint64_t eight;
        memcpy(&eight, text + i, 8);
        if (line_feeds(eight))
            walk(place, text + i, 8);
        else
            place->column += characters(eight);
    }
}

rapport_status rapport__json_mark_places(rapport__json *doc)
{
    uint32_t i, blocks = doc->length / BLOCK;
    rapport__json_place place = {1, 1};
    doc->places = rapport__alloc(&doc->mem, blocks + 1, sizeof *doc->places);
    if (!doc->places)
        return RAPPORT_NO_MEMORY;
    doc->places[0] = place;
    for (i = 0; i < blocks; i++) {
        walk_block(&place, doc->text + (size_t)i * BLOCK);
        doc->places[i + 1] = place;
    }
    return RAPPORT_OK;
}

rapport__json_place rapport__json_locate(const rapport__json *doc, uint32_t offset)
{
    rapport__json_place place = {1, 1};
    uint32_t from = 0;
    if (doc->places) {
        from = offset / BLOCK;
        place = doc->places[from];
        from *= BLOCK;
    }
    walk(&place, doc->text + from, offset - from);
    return place;
}
