/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/scorecard.h"

#include "base/sum.h"
#include "report/text_parts.h"

/* Columns of the table of periods. */
enum { END = 25, WEIGHT = 36, ERPNEXT = 45, OURS = 56, KNOWN = 66 };

enum { DEEPER = 4, MOST_PLACES = 5 }; /* indent of a place; places of one reason */

static void say_standing(rapport__pen *pen, const rapport_scorecard *card, uint32_t standing)
{
    const char *name = rapport_scorecard_standing_name(card, standing);
    rapport__pen_say(pen, ", ");
    rapport__pen_say(pen, name ? name : "no standing");
}

static void put_ours(rapport__pen *pen, const rapport_scorecard *card, bool first)
{
    rapport_scorecard_outcome is = rapport__scorecard_outcome(card, RAPPORT_OURS);
    char percent[RAPPORT__PERCENT_SIZE];
    rapport__text_label(pen, first ? "Score" : "Ours");
    rapport__pen_ink(pen, first ? RAPPORT__BOLD : RAPPORT__PLAIN);
    if (is.has_score) {
        rapport__pen_say_fixed(pen, is.score, 1);
        say_standing(pen, card, is.standing);
    } else {
        rapport__pen_say(pen, "none: nothing is known that has a weight");
    }
    rapport__pen_full_stop(pen);
    rapport__pen_ink(pen, RAPPORT__PLAIN);
    if (!is.has_score)
        return;
    rapport__text_label(pen, "Bounds");
    rapport__pen_say_fixed(pen, is.lower, 1);
    rapport__pen_say(pen, " to ");
    rapport__pen_say_fixed(pen, is.upper, 1);
    rapport__pen_say(pen, ", with ");
    rapport__pen_say(pen, rapport__text_percent(is.coverage, percent));
    rapport__pen_say(pen, " of the weight known");
    rapport__pen_full_stop(pen);
}

static void put_erpnext(rapport__pen *pen, const rapport_scorecard *card, bool first)
{
    rapport_scorecard_outcome is = rapport__scorecard_outcome(card, RAPPORT_ERPNEXT);
    rapport__text_label(pen, first ? "Score" : "In ERPNext");
    rapport__pen_ink(pen, first ? RAPPORT__BOLD : RAPPORT__PLAIN);
    if (is.has_score) {
        rapport__pen_say_fixed(pen, is.score, 1);
        say_standing(pen, card, is.standing);
    } else {
        rapport__pen_say(pen, "refused: ");
        rapport__pen_say(pen, rapport__scorecard_why(is.refused));
    }
    rapport__pen_full_stop(pen);
    rapport__pen_ink(pen, RAPPORT__PLAIN);
}

static void put_head(rapport__pen *pen, const rapport_scorecard *card, int32_t arithmetic)
{
    bool theirs = arithmetic == RAPPORT_ERPNEXT;
    rapport__pen_ink(pen, RAPPORT__BOLD);
    rapport__pen_fit(pen, rapport_scorecard_supplier(card), RAPPORT__PEN_COLUMNS);
    rapport__pen_ink(pen, RAPPORT__PLAIN);
    rapport__pen_line(pen);
    rapport__pen_put(pen, "Supplier scorecard of ERPNext, in ");
    rapport__pen_put(pen, theirs ? "ERPNext's arithmetic" : "our arithmetic");
    rapport__pen_line(pen);
    rapport__pen_line(pen);
    if (theirs)
        put_erpnext(pen, card, true);
    put_ours(pen, card, !theirs);
    if (!theirs)
        put_erpnext(pen, card, false);
}

static void put_number(rapport__pen *pen, uint32_t column, bool there, double value, int decimals)
{
    rapport__pen_move(pen, column);
    if (there)
        rapport__pen_fixed(pen, value, decimals, 7);
    else
        rapport__pen_right(pen, "-", 7);
}

static void put_period(rapport__pen *pen, const rapport_scorecard *card, uint32_t period)
{
    rapport_scorecard_period is = rapport__scorecard_period(card, period);
    char percent[RAPPORT__PERCENT_SIZE];
    rapport__pen_move(pen, RAPPORT__MARGIN);
    rapport__pen_fit(pen, rapport_scorecard_period_name(card, period), END - RAPPORT__MARGIN - 1);
    rapport__pen_move(pen, END);
    rapport__pen_put(pen, rapport_scorecard_period_end(card, period));
    rapport__pen_move(pen, WEIGHT + 1);
    if (is.number == RAPPORT_NONE) {
        rapport__pen_put(pen, is.docstatus == 2 ? "cancelled: does not count" : "draft: does not count");
        rapport__pen_line(pen);
        return;
    }
    put_number(pen, WEIGHT, true, is.our_weight, 2);
    put_number(pen, ERPNEXT, is.has & RAPPORT_HAS_ERPNEXT, is.erpnext_total, 1);
    put_number(pen, OURS, is.has & RAPPORT_HAS_OURS, is.our_score, 1);
    rapport__pen_move(pen, KNOWN);
    rapport__pen_right(pen, rapport__text_percent(is.coverage, percent), 7);
    rapport__pen_line(pen);
}

static void put_periods(rapport__pen *pen, const rapport_scorecard *card)
{
    uint32_t count = rapport_scorecard_count_periods(card);
    if (!count)
        return;
    rapport__text_heading(pen, "Periods");
    rapport__pen_move(pen, END);
    rapport__pen_put(pen, "until");
    rapport__pen_move(pen, WEIGHT + 1);
    rapport__pen_put(pen, "weight");
    rapport__pen_move(pen, ERPNEXT);
    rapport__pen_put(pen, "ERPNext");
    rapport__pen_move(pen, OURS + 3);
    rapport__pen_put(pen, "ours");
    rapport__pen_move(pen, KNOWN + 2);
    rapport__pen_put(pen, "known");
    rapport__pen_line(pen);
    for (uint32_t i = 0; i < count; i++)
        put_period(pen, card, i);
}

/* "61.7 in ERPNext, 75 here" */
static void say_numbers(rapport__pen *pen, const rapport_scorecard_difference *is)
{
    bool theirs = is->has & RAPPORT_HAS_ERPNEXT, ours = is->has & RAPPORT_HAS_OURS;
    if (theirs) {
        rapport__pen_say(pen, ": ");
        rapport__pen_say_number(pen, rapport__round_points(is->erpnext));
        rapport__pen_say(pen, " ");
        rapport__pen_say(pen, rapport__scorecard_first(is->kind));
    }
    if (ours) {
        rapport__pen_say(pen, theirs ? ", " : ": ");
        rapport__pen_say_number(pen, rapport__round_points(is->ours));
        rapport__pen_say(pen, " ");
        rapport__pen_say(pen, rapport__scorecard_second(is->kind));
    }
}

static void put_place(rapport__pen *pen, const rapport_scorecard *card, const rapport_scorecard_difference *is)
{
    const char *period = rapport_scorecard_period_name(card, is->period);
    const char *variable = rapport_scorecard_variable_name(card, is->period, is->variable);
    rapport__pen_sentence(pen, DEEPER);
    rapport__pen_say(pen, period ? period : "over all");
    if (period && is->criterion != RAPPORT_NONE) {
        rapport__pen_say(pen, ", ");
        rapport__pen_say(pen, rapport_scorecard_criterion_name(card, is->period, is->criterion));
    }
    if (variable) {
        rapport__pen_say(pen, ", ");
        rapport__pen_say(pen, variable);
    }
    say_numbers(pen, is);
    rapport__pen_full_stop(pen);
}

static void put_more(rapport__pen *pen, uint32_t count)
{
    rapport__pen_sentence(pen, DEEPER);
    rapport__pen_say(pen, "and ");
    rapport__text_say_count(pen, count);
    rapport__pen_say(pen, " more");
    rapport__pen_full_stop(pen);
}

/* A reason once, and where it is at work. */
static void put_kind(rapport__pen *pen, const rapport_scorecard *card, int32_t kind)
{
    uint32_t count = rapport_scorecard_count_differences(card), found = 0;
    for (uint32_t i = 0; i < count; i++) {
        rapport_scorecard_difference is = rapport__scorecard_difference(card, i);
        if (is.kind != kind)
            continue;
        if (!found++) {
            rapport__pen_sentence(pen, RAPPORT__MARGIN);
            rapport__pen_say(pen, rapport__scorecard_why(kind));
            rapport__pen_full_stop(pen);
        }
        if (found <= MOST_PLACES)
            put_place(pen, card, &is);
    }
    if (found > MOST_PLACES)
        put_more(pen, found - MOST_PLACES);
}

void rapport__scorecard_text(rapport__pen *pen, const rapport_scorecard *card, int32_t arithmetic)
{
    put_head(pen, card, arithmetic);
    put_periods(pen, card);
    if (!rapport_scorecard_count_differences(card))
        return;
    rapport__text_heading(pen, "Where the two differ, and why");
    rapport__pen_line(pen);
    for (int32_t kind = RAPPORT_DIFFERS_SCORE; kind < RAPPORT_DIFFERS_END; kind++)
        put_kind(pen, card, kind);
}
