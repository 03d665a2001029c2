/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/pen.h"

#include "base/number.h"
#include "base/sum.h"
#include "base/utf8.h"

#include <string.h>

static const char *const symbols[][2] = {
    {"\xE2\x96\x88", "#"},  /* U+2588 */
    {"\xE2\x96\x93", "="},  /* U+2593 */
    {"\xE2\x96\x91", "-"},  /* U+2591 */
    {"\xE2\x94\x80", "."},  /* U+2500 */
    {"\xE2\x94\x9C", "["},  /* U+251C */
    {"\xE2\x94\xA4", "]"},  /* U+2524 */
    {"\xE2\x97\x8B", "o"},  /* U+25CB */
    {"\xE2\x97\x8F", "*"},  /* U+25CF */
    {"\xE2\x94\x81", "="},  /* U+2501 */
    {"\xE2\x80\x93", "-"},  /* U+2013 */
    {"\xE2\x80\x93", "-"},  /* U+2013 */
    {"\xE2\x86\x92", ">"},  /* U+2192 */
    {"\xE2\x80\xBA", ">"},  /* U+203A */
    {"\xE2\x80\xA6", "..."} /* U+2026 */
};

static const char *const inks[] = {"\033[0m", "\033[1m", "\033[2m", "\033[31m", "\033[33m"};

void rapport__pen_init(rapport__pen *pen, rapport_writer writer, void *user, bool ascii, bool color)
{
    rapport__sink_init(&pen->sink, writer, user);
    pen->ascii = ascii;
    pen->color = color;
    pen->ink = pen->on = RAPPORT__PLAIN;
    pen->column = pen->written = pen->indent = 0;
    pen->word_bytes = pen->word_columns = 0;
}

void rapport__pen_move(rapport__pen *pen, uint32_t column)
{
    if (pen->column < column)
        pen->column = column;
}

/* The ink that is on, off. */
static void dry(rapport__pen *pen)
{
    if (pen->on != RAPPORT__PLAIN)
        rapport__sink_text(&pen->sink, inks[RAPPORT__PLAIN]);
    pen->on = RAPPORT__PLAIN;
}

void rapport__pen_line(rapport__pen *pen)
{
    dry(pen);
    pen->ink = RAPPORT__PLAIN;
    rapport__sink_char(&pen->sink, '\n');
    pen->column = pen->written = 0;
}

void rapport__pen_ink(rapport__pen *pen, rapport__ink ink)
{
    if (pen->color)
        pen->ink = ink;
}

/* One character of a user's text, made harmless. */
typedef struct glyph {
    char bytes[4];
    uint32_t length, columns;
    bool blank, may_break;
} glyph;

static bool is_blank(uint32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/* Controls (C0, DEL, C1), and the formats that reorder text: "Trojan Source" (Boucher and Anderson, 2021). */
static bool is_harmful(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

/* Bytes that the next character of `text` takes; 0 at the end. */
static size_t next_glyph(const rapport__pen *pen, const char *text, size_t left, glyph *out)
{
    uint32_t c;
    if (!left)
        return 0;
    size_t taken = rapport__utf8_decode(text, left, &c);
    bool harmful = !taken || (is_harmful(c) && !is_blank(c));
    if (harmful)
        c = pen->ascii ? '?' : 0xFFFD;
    out->blank = is_blank(c);
    out->may_break = out->blank && c != 0xA0 && c != 0x202F;
    out->columns = out->blank ? 1 : (uint32_t)rapport__utf8_width(c);
    out->length = (uint32_t)rapport__utf8_encode(out->blank ? ' ' : c, out->bytes);
    return taken ? taken : 1;
}

/* Puts bytes that take so many columns, and before them the blanks and the change of ink that are due. */
static void emit(rapport__pen *pen, const char *bytes, size_t length, uint32_t columns)
{
    if (pen->on != pen->ink)
        dry(pen);
    while (pen->written < pen->column) {
        rapport__sink_char(&pen->sink, ' ');
        pen->written++;
    }
    if (pen->on != pen->ink)
        rapport__sink_text(&pen->sink, inks[pen->ink]);
    pen->on = pen->ink;
    rapport__sink_bytes(&pen->sink, bytes, length);
    pen->written = pen->column += columns;
}

static void emit_glyph(rapport__pen *pen, const glyph *g)
{
    if (g->blank)
        pen->column++;
    else
        emit(pen, g->bytes, g->length, g->columns);
}

uint32_t rapport__pen_columns(const rapport__pen *pen, const char *text)
{
    size_t left = strlen(text), taken;
    uint32_t columns = 0;
    glyph g;
    for (; (taken = next_glyph(pen, text, left, &g)) != 0; text += taken, left -= taken)
        columns += g.columns;
    return columns;
}

void rapport__pen_put(rapport__pen *pen, const char *text)
{
    size_t left = strlen(text), taken;
    glyph g;
    for (; (taken = next_glyph(pen, text, left, &g)) != 0; text += taken, left -= taken)
        emit_glyph(pen, &g);
}

void rapport__pen_symbol(rapport__pen *pen, rapport__symbol symbol)
{
    const char *text = symbols[symbol][pen->ascii];
    emit(pen, text, strlen(text), pen->ascii ? (uint32_t)strlen(text) : 1);
}

void rapport__pen_fit(rapport__pen *pen, const char *text, uint32_t columns)
{
    if (rapport__pen_columns(pen, text) <= columns) {
        rapport__pen_put(pen, text);
        return;
    }
    uint32_t limit = columns - (pen->ascii ? 3 : 1), used = 0, start = pen->column;
    size_t left = strlen(text);
    glyph g;
    for (;;) {
        size_t taken = next_glyph(pen, text, left, &g);
        if (used + g.columns > limit)
            break;
        emit_glyph(pen, &g);
        used += g.columns;
        text += taken;
        left -= taken;
    }
    pen->column = pen->written > start ? pen->written : start; /* no blank before the dots */
    rapport__pen_symbol(pen, RAPPORT__DOTS);
}

void rapport__pen_right(rapport__pen *pen, const char *text, uint32_t columns)
{
    uint32_t width = rapport__pen_columns(pen, text);
    if (width < columns)
        pen->column += columns - width;
    rapport__pen_fit(pen, text, columns);
}

void rapport__pen_fixed(rapport__pen *pen, double value, int decimals, uint32_t columns)
{
    char text[RAPPORT__NUMBER_SIZE];
    size_t length = rapport__number_write_fixed(rapport__round_points(value), decimals, text);
    rapport__pen_right(pen, text, length > columns ? (uint32_t)length : columns);
}

void rapport__pen_sentence(rapport__pen *pen, uint32_t indent)
{
    rapport__pen_move(pen, indent);
    pen->indent = indent;
}

/* Puts the word on the line, or on the next one if it does not fit. */
static void place_word(rapport__pen *pen)
{
    if (!pen->word_bytes)
        return;
    if (pen->column > pen->indent) {
        if (pen->column + 1 + pen->word_columns > RAPPORT__PEN_COLUMNS) {
            rapport__pen_line(pen);
            pen->column = pen->indent;
        } else {
            pen->column++;
        }
    }
    for (uint32_t at = 0; at < pen->word_bytes;) {
        glyph g;
        at += (uint32_t)next_glyph(pen, pen->word + at, pen->word_bytes - at, &g);
        emit_glyph(pen, &g);
    }
    pen->word_bytes = pen->word_columns = 0;
}

/* A word that is as long as a line, or as the room for it, is broken. */
static void add_to_word(rapport__pen *pen, const glyph *g)
{
    if (pen->word_columns + g->columns > RAPPORT__PEN_COLUMNS - pen->indent || pen->word_bytes + 4 > sizeof pen->word)
        place_word(pen);
    memcpy(pen->word + pen->word_bytes, g->bytes, g->length);
    pen->word_bytes += g->length;
    pen->word_columns += g->columns;
}

void rapport__pen_say(rapport__pen *pen, const char *text)
{
    size_t left = strlen(text), taken;
    glyph g;
    for (; (taken = next_glyph(pen, text, left, &g)) != 0; text += taken, left -= taken) {
        if (g.may_break)
            place_word(pen);
        else
            add_to_word(pen, &g);
    }
}

void rapport__pen_say_fixed(rapport__pen *pen, double value, int decimals)
{
    char text[RAPPORT__NUMBER_SIZE];
    rapport__number_write_fixed(rapport__round_points(value), decimals, text);
    rapport__pen_say(pen, text);
}

void rapport__pen_say_number(rapport__pen *pen, double value)
{
    char text[RAPPORT__NUMBER_SIZE];
    rapport__number_write(value, text);
    rapport__pen_say(pen, text);
}

void rapport__pen_say_symbol(rapport__pen *pen, rapport__symbol symbol)
{
    rapport__pen_say(pen, symbols[symbol][pen->ascii]);
}

void rapport__pen_full_stop(rapport__pen *pen)
{
    place_word(pen);
    rapport__pen_line(pen);
}
