/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_PEN_H
#define RAPPORT_SRC_REPORT_PEN_H
/* Lines of text for a terminal: cells at columns, and sentences that wrap.
 *
 * Columns are counted by display width. Blanks are put only before something, so that no line ends with one. Control
 * characters and those that turn the direction of writing round never pass: text of users may not steer a terminal. */
#include <stdbool.h>
#include <stddef.h>

#include "base/sink.h"

#define RAPPORT__PEN_COLUMNS 80u

/* Symbols with an ASCII twin of the same width, but for RAPPORT__DOTS. */
typedef enum rapport__symbol {
    RAPPORT__FULL,    /* █ # */
    RAPPORT__SOLID,   /* ▓ = */
    RAPPORT__LIGHT,   /* ░ - */
    RAPPORT__TRACK,   /* ─ . */
    RAPPORT__LEFT,    /* ├ [ */
    RAPPORT__RIGHT,   /* ┤ ] */
    RAPPORT__HOLLOW,  /* ○ o */
    RAPPORT__FILLED,  /* ● * */
    RAPPORT__BETWEEN, /* ━ = */
    RAPPORT__TO,      /* – - */
    RAPPORT__NOTHING, /* – - */
    RAPPORT__ARROW,   /* → > */
    RAPPORT__INTO,    /* › > */
    RAPPORT__DOTS     /* … ... */
} rapport__symbol;

typedef enum rapport__ink { RAPPORT__PLAIN, RAPPORT__BOLD, RAPPORT__FAINT, RAPPORT__RED, RAPPORT__YELLOW } rapport__ink;

typedef struct rapport__pen {
    rapport__sink sink;
    bool ascii, color;
    rapport__ink ink, on; /* wanted, and on the line */
    uint32_t column;      /* where the next character goes */
    uint32_t written;     /* where the line ends so far */
    uint32_t indent;      /* where a sentence goes on after a line break */
    uint32_t word_bytes, word_columns;
    char word[256]; /* of a sentence, not yet on the line */
} rapport__pen;

void rapport__pen_init(rapport__pen *pen, rapport_writer writer, void *user, bool ascii, bool color);

void rapport__pen_move(rapport__pen *pen, uint32_t column); /* to a column of this line; never back */
void rapport__pen_line(rapport__pen *pen);                  /* ends the line */
void rapport__pen_ink(rapport__pen *pen, rapport__ink ink); /* until the next one; without colours nothing happens */

/* Cells. */
void rapport__pen_put(rapport__pen *pen, const char *text);
void rapport__pen_fit(rapport__pen *pen, const char *text, uint32_t columns);   /* cut with … where it is wider */
void rapport__pen_right(rapport__pen *pen, const char *text, uint32_t columns); /* as fit, set to the right */
void rapport__pen_symbol(rapport__pen *pen, rapport__symbol symbol);
/* To the right, never cut. Rounded to 1e-9 first, as for every threshold, so that noise of the last bit does not show in a tie.
 */
void rapport__pen_fixed(rapport__pen *pen, double value, int decimals, uint32_t columns);

/* Sentences: pieces are said one after the other; blanks in them are where a line may break. U+00A0 is a blank that does
 * not break. */
void rapport__pen_sentence(rapport__pen *pen, uint32_t indent); /* begins one at this column */
void rapport__pen_say(rapport__pen *pen, const char *text);
void rapport__pen_say_fixed(rapport__pen *pen, double value, int decimals);
void rapport__pen_say_number(rapport__pen *pen, double value); /* shortest */
void rapport__pen_say_symbol(rapport__pen *pen, rapport__symbol symbol);
void rapport__pen_full_stop(rapport__pen *pen); /* ends the sentence (without a stop) and the line */

/* Columns that a text takes once it is made harmless. */
uint32_t rapport__pen_columns(const rapport__pen *pen, const char *text);

#endif
