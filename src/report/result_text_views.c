/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_text.h"

#define MOST_COLUMNS 5u /* four parties and the joint view; more parties are summed up */
#define MOST_ROWS 24u
#define SHARE 6u
#define SCORE 5u

/* What a column shows. */
typedef enum kind { ONE_VIEW, LOWEST_PARTY, HIGHEST_PARTY } kind;

typedef struct column {
    kind kind;
    uint32_t view;      /* of ONE_VIEW */
    uint32_t at, width; /* the width counts the blank before it */
} column;

typedef struct table {
    column columns[MOST_COLUMNS];
    uint32_t count, title, gap;
} table;

static void add_column(table *t, kind what, uint32_t view, uint32_t width)
{
    uint32_t at = t->count ? t->columns[t->count - 1].at + t->columns[t->count - 1].width : RAPPORT__MARGIN + t->title + SHARE;
    t->columns[t->count++] = (column){what, view, at, width};
}

static void lay_out(table *t, const rapport__subject *s)
{
    static const uint32_t titles[] = {20, 24, 24, 24, 20, 20}; /* by columns */
    uint32_t columns = s->parties == 1 ? 1 : s->parties < MOST_COLUMNS ? s->parties + 1 : 0;
    t->count = 0;
    t->title = titles[columns];
    t->gap = columns == MOST_COLUMNS ? 1 : 2;
    if (!columns) {
        add_column(t, ONE_VIEW, RAPPORT_JOINT, 12);
        add_column(t, LOWEST_PARTY, 0, 20);
        add_column(t, HIGHEST_PARTY, 0, 20);
        return;
    }
    uint32_t width = (RAPPORT__PEN_COLUMNS - RAPPORT__MARGIN - t->title - SHARE) / columns;
    for (uint32_t party = 0; party < s->parties; party++)
        add_column(t, ONE_VIEW, party, width);
    if (s->parties > 1)
        add_column(t, ONE_VIEW, RAPPORT_JOINT, width);
}

/* The view that a column shows of a node; RAPPORT_NONE where no party has a score. RAPPORT_JOINT is the same number, so that
 * the outcome is told apart by the return. */
static bool find_view(const rapport__subject *s, const column *c, uint32_t node, uint32_t *view)
{
    double best = 0;
    bool found = c->kind == ONE_VIEW;
    *view = c->view;
    for (uint32_t party = 0; c->kind != ONE_VIEW && party < s->parties; party++) {
        rapport_cell cell = rapport__subject_cell(s, party, node);
        if (!rapport__cell_has_score(&cell))
            continue;
        if (!found || (c->kind == LOWEST_PARTY ? cell.score < best : cell.score > best)) {
            best = cell.score;
            *view = party;
            found = true;
        }
    }
    return found;
}

static void put_cell(rapport__pen *pen, const rapport__subject *s, const table *t, const column *c, uint32_t node)
{
    uint32_t view, room = c->width - t->gap;
    rapport__pen_move(pen, c->at + t->gap);
    if (!find_view(s, c, node, &view))
        return;
    rapport_cell cell = rapport__subject_cell(s, view, node);
    if (!rapport__cell_has_score(&cell)) {
        rapport__pen_ink(pen, RAPPORT__FAINT);
        rapport__pen_put(pen, rapport__text_of_status(cell.status));
        rapport__pen_ink(pen, RAPPORT__PLAIN);
        return;
    }
    rapport__pen_fixed(pen, cell.score, 1, SCORE);
    rapport__pen_move(pen, c->at + t->gap + SCORE + 1);
    if (c->kind == ONE_VIEW)
        rapport__gauge_bar(pen, room - SCORE - 1, cell.lower, cell.score, cell.upper);
    else
        rapport__pen_fit(pen, rapport__subject_party(s, view), room - SCORE - 1);
}

static void put_header(rapport__pen *pen, const rapport__subject *s, const table *t)
{
    rapport__text_heading(pen, s->parties > 1 ? "How each side sees it" : "How it is seen");
    rapport__pen_ink(pen, RAPPORT__FAINT);
    rapport__pen_move(pen, RAPPORT__MARGIN + t->title);
    rapport__pen_right(pen, "share", SHARE);
    for (uint32_t i = 0; i < t->count; i++) {
        const column *c = &t->columns[i];
        rapport__pen_move(pen, c->at + t->gap);
        rapport__pen_fit(pen,
                         c->kind == LOWEST_PARTY    ? "Lowest party"
                         : c->kind == HIGHEST_PARTY ? "Highest party"
                         : c->view == RAPPORT_JOINT ? "Joint"
                                                    : rapport__subject_party(s, c->view),
                         c->width - t->gap);
    }
    rapport__pen_line(pen);
}

static void put_row(rapport__pen *pen, const rapport__subject *s, const table *t, uint32_t node)
{
    char percent[RAPPORT__PERCENT_SIZE];
    rapport__pen_move(pen, RAPPORT__MARGIN);
    rapport__pen_ink(pen, node == RAPPORT_ROOT ? RAPPORT__BOLD : RAPPORT__PLAIN);
    rapport__pen_fit(pen, node == RAPPORT_ROOT ? "Overall" : rapport__subject_title(s, RAPPORT_OF_NODE, node), t->title);
    rapport__pen_ink(pen, RAPPORT__PLAIN);
    rapport__pen_move(pen, RAPPORT__MARGIN + t->title);
    if (node != RAPPORT_ROOT)
        rapport__pen_right(pen, rapport__text_percent(rapport__subject_node(s, node).share, percent), SHARE);
    for (uint32_t i = 0; i < t->count; i++)
        put_cell(pen, s, t, &t->columns[i], node);
    rapport__pen_line(pen);
}

static bool is_incomplete(const rapport__subject *s, const table *t, uint32_t node)
{
    for (uint32_t i = 0; i < t->count; i++) {
        uint32_t view;
        if (find_view(s, &t->columns[i], node, &view) && rapport__subject_cell(s, view, node).status == RAPPORT_CELL_INCOMPLETE)
            return true;
    }
    return false;
}

/* Under the overall scores: between which bounds they lie, how much is answered. */
static void put_footer(rapport__pen *pen, const rapport__subject *s, const table *t, bool bounds)
{
    rapport__pen_move(pen, RAPPORT__MARGIN);
    rapport__pen_put(pen, bounds ? "  bounds" : "  answered");
    for (uint32_t i = 0; i < t->count; i++) {
        const column *c = &t->columns[i];
        char percent[RAPPORT__PERCENT_SIZE];
        uint32_t view;
        if (!find_view(s, c, RAPPORT_ROOT, &view))
            continue;
        rapport_cell cell = rapport__subject_cell(s, view, RAPPORT_ROOT);
        int decimals = t->gap > 1;
        rapport__pen_move(pen, c->at + t->gap);
        if (!bounds && rapport__cell_has_bounds(&cell)) {
            rapport__pen_right(pen, rapport__text_percent(cell.coverage, percent), SCORE);
        } else if (bounds && cell.status == RAPPORT_CELL_INCOMPLETE) {
            rapport__pen_fixed(pen, cell.lower, decimals, SCORE);
            rapport__pen_symbol(pen, RAPPORT__TO);
            rapport__pen_fixed(pen, cell.upper, decimals, 0);
        }
    }
    rapport__pen_line(pen);
}

static void put_legend(rapport__pen *pen)
{
    rapport__pen_sentence(pen, RAPPORT__MARGIN);
    rapport__pen_say_symbol(pen, RAPPORT__SOLID);
    rapport__pen_say_symbol(pen, RAPPORT__LIGHT);
    rapport__pen_say(pen, " lie between the bounds: what is missing decides.");
    rapport__pen_full_stop(pen);
}

static bool is_anything_withheld(const rapport__subject *s)
{
    bool withheld = rapport__subject_withholds(s, RAPPORT_JOINT);
    for (uint32_t party = 0; party < s->parties && !withheld; party++)
        withheld = rapport__subject_withholds(s, party);
    return withheld;
}

static void put_withheld(rapport__pen *pen, const rapport__subject *s)
{
    if (!is_anything_withheld(s))
        return;
    rapport__pen_sentence(pen, RAPPORT__MARGIN);
    rapport__pen_say(pen, "Withheld: fewer than ");
    rapport__text_say_count(pen, rapport_assessment_anonymity_floor(s->assessment));
    rapport__pen_say(pen, " raters of a party answered, or the value would give theirs away.");
    rapport__pen_full_stop(pen);
}

void rapport__result_text_views(rapport__pen *pen, const rapport__subject *s)
{
    table t;
    uint32_t rows = 0;
    bool incomplete = false;
    lay_out(&t, s);
    put_header(pen, s, &t);
    for (uint32_t node = 1; node < s->nodes; node = rapport__subject_next_sibling(s, node)) {
        if (rows++ >= MOST_ROWS)
            continue;
        put_row(pen, s, &t, node);
        incomplete = incomplete || is_incomplete(s, &t, node);
    }
    if (rows > MOST_ROWS) {
        rapport__pen_sentence(pen, RAPPORT__MARGIN);
        rapport__pen_say(pen, "and ");
        rapport__text_say_count(pen, rows - MOST_ROWS);
        rapport__pen_say(pen, " more");
        rapport__pen_full_stop(pen);
    }
    put_row(pen, s, &t, RAPPORT_ROOT);
    if (is_incomplete(s, &t, RAPPORT_ROOT)) {
        put_footer(pen, s, &t, true);
        put_footer(pen, s, &t, false);
    }
    if (incomplete)
        put_legend(pen);
    put_withheld(pen, s);
}
