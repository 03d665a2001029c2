/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/comparison.h"

#include "base/error.h"
#include "base/number.h"
#include "base/sum.h"

#define MOST_CHANGES 8u
#define MOST_NAMES 6u
#define TITLES 38u
#define OLDER_AT 41u
#define NEWER_AT 47u
#define DELTA_AT 55u
#define REMARK_AT 64u

static const char *date_of(const rapport__rounds *r, uint32_t round)
{
    return rapport_assessment_date(rapport_comparison_assessment(r->comparison, round));
}

static void put_head(rapport__pen *pen, const rapport__rounds *r)
{
    const char *overlay = rapport_model_overlay(r->model);
    uint32_t active = 0;
    for (uint32_t i = 0; i < r->rounds; i++)
        active += (uint32_t)rapport__rounds_round(r, i).active;
    rapport__pen_ink(pen, RAPPORT__BOLD);
    rapport__pen_fit(pen, rapport_assessment_partnership(r->latest), RAPPORT__PEN_COLUMNS - 12);
    rapport__pen_ink(pen, RAPPORT__PLAIN);
    rapport__pen_move(pen, RAPPORT__PEN_COLUMNS - 10);
    rapport__pen_put(pen, date_of(r, r->newest));
    rapport__pen_line(pen);
    rapport__pen_sentence(pen, 0);
    rapport__pen_say(pen, rapport_model_label(r->model, RAPPORT_OF_MODEL, 0, 0, RAPPORT_TITLE, r->language));
    rapport__pen_say(pen, " ");
    rapport__pen_say(pen, rapport_model_version(r->model));
    if (overlay) {
        rapport__pen_say(pen, ", overlay ");
        rapport__pen_say(pen, overlay);
    }
    rapport__pen_say(pen, "; ");
    rapport__text_say_count(pen, active);
    rapport__pen_say(pen, " rounds");
    if (active < r->rounds) {
        rapport__pen_say(pen, ", and ");
        rapport__text_say_count(pen, r->rounds - active);
        rapport__pen_say(pen, " inactive");
    }
    rapport__pen_full_stop(pen);
}

/* That the rounds were scored again, and what stayed out. */
static void put_basis(rapport__pen *pen, const rapport__rounds *r)
{
    static const char *const why[] = {"no longer asked", "new", "other scale", "other levels", "other unit", "other options"};
    char percent[RAPPORT__PERCENT_SIZE];
    uint32_t count = rapport_comparison_count_left_out(r->comparison);
    double common;
    if (rapport_comparison_basis(r->comparison, &common) == RAPPORT_SAME_MODEL)
        return;
    rapport__pen_line(pen);
    rapport__pen_sentence(pen, 0);
    rapport__pen_say(pen, "The rounds had different models. All are scored again under the newest, over the criteria that all "
                          "asked alike: ");
    rapport__pen_say(pen, rapport__text_percent(common, percent));
    rapport__pen_say(pen, " of its weight.");
    for (uint32_t i = 0; i < count && i < MOST_NAMES; i++) {
        const char *id;
        rapport_left_out left = rapport__rounds_left_out(r, i, &id);
        rapport__pen_say(pen, i ? ", " : " Left out: ");
        rapport__pen_say(pen, left.node == RAPPORT_NONE ? id : rapport__rounds_node(r, left.node));
        rapport__pen_say(pen, " (");
        rapport__pen_say(pen, why[left.reason - RAPPORT_ONLY_OLDER]);
        rapport__pen_say(pen, ")");
    }
    if (count > MOST_NAMES) {
        rapport__pen_say(pen, " and ");
        rapport__text_say_count(pen, count - MOST_NAMES);
        rapport__pen_say(pen, " more");
    }
    rapport__pen_say(pen, count ? "." : "");
    rapport__pen_full_stop(pen);
}

static double size_of(double x)
{
    return x < 0 ? -x : x;
}

/* The criteria whose joint score changed most, the largest first; ties in model order. */
static uint32_t find_largest(const rapport__rounds *r, uint32_t nodes[MOST_CHANGES], uint32_t *changed)
{
    double sizes[MOST_CHANGES];
    uint32_t found = 0;
    *changed = 0;
    for (uint32_t node = 1; node < rapport_model_count_nodes(r->model); node++) {
        rapport_change change = rapport__rounds_change(r, RAPPORT_JOINT, node);
        double size = rapport__round_points(size_of(change.delta));
        uint32_t at;
        if (!(change.has & RAPPORT_HAS_DELTA) || size == 0 || rapport__rounds_node_is(r, node).kind != RAPPORT_CRITERION)
            continue;
        ++*changed;
        for (at = found; at > 0 && sizes[at - 1] < size;)
            at--;
        if (at == MOST_CHANGES)
            continue;
        found += found < MOST_CHANGES;
        for (uint32_t i = found - 1; i > at; i--) {
            sizes[i] = sizes[i - 1];
            nodes[i] = nodes[i - 1];
        }
        sizes[at] = size;
        nodes[at] = node;
    }
    return found;
}

static void put_delta(rapport__pen *pen, double delta)
{
    char digits[RAPPORT__NUMBER_SIZE], text[RAPPORT__NUMBER_SIZE + 1] = "";
    (void)rapport__number_write_fixed(rapport__round_points(delta), 1, digits);
    rapport__append(text, sizeof text, delta > 0 ? "+" : "");
    rapport__append(text, sizeof text, digits);
    rapport__pen_right(pen, text, 6);
}

static void put_change(rapport__pen *pen, const char *title, const rapport_change *change)
{
    char percent[RAPPORT__PERCENT_SIZE];
    rapport__pen_move(pen, RAPPORT__MARGIN);
    rapport__pen_fit(pen, title, TITLES);
    rapport__pen_move(pen, OLDER_AT);
    rapport__pen_fixed(pen, change->older, 1, 5);
    rapport__pen_move(pen, NEWER_AT);
    rapport__pen_symbol(pen, RAPPORT__ARROW);
    rapport__pen_fixed(pen, change->newer, 1, 5);
    rapport__pen_move(pen, DELTA_AT);
    rapport__pen_ink(pen, rapport__compare(change->delta, 0) < 0 ? RAPPORT__RED : RAPPORT__PLAIN);
    put_delta(pen, change->delta);
    rapport__pen_ink(pen, RAPPORT__PLAIN);
    rapport__pen_move(pen, REMARK_AT);
    if (change->target_change)
        rapport__pen_put(pen, change->target_change == RAPPORT_NEWLY_MET ? "target met" : "target missed");
    else if (change->has & RAPPORT_HAS_CLOSURE && rapport__compare(change->closure, 0) > 0) {
        rapport__pen_put(pen, rapport__text_percent(change->closure, percent));
        rapport__pen_put(pen, " of gap");
    }
    rapport__pen_line(pen);
}

static void put_views(rapport__pen *pen, const rapport__rounds *r)
{
    for (uint32_t v = 0; v <= r->current && v < MOST_CHANGES; v++) {
        uint32_t view = v ? v - 1 : RAPPORT_JOINT;
        rapport_change change = rapport__rounds_change(r, view, RAPPORT_ROOT);
        if (change.has & RAPPORT_HAS_DELTA)
            put_change(pen, v ? rapport__rounds_view(r, view) : "Joint score", &change);
    }
}

static void put_changes(rapport__pen *pen, const rapport__rounds *r)
{
    uint32_t nodes[MOST_CHANGES], changed, found = find_largest(r, nodes, &changed);
    rapport__text_heading(pen, "From ");
    rapport__pen_put(pen, date_of(r, r->previous));
    rapport__pen_put(pen, " to ");
    rapport__pen_put(pen, date_of(r, r->newest));
    rapport__pen_ink(pen, RAPPORT__FAINT);
    rapport__pen_move(pen, OLDER_AT);
    rapport__pen_right(pen, "then", 5);
    rapport__pen_move(pen, NEWER_AT);
    rapport__pen_right(pen, "now", 6);
    rapport__pen_move(pen, DELTA_AT);
    rapport__pen_right(pen, "change", 6);
    rapport__pen_line(pen);
    put_views(pen, r);
    if (found)
        rapport__text_heading(pen, "What changed most");
    else
        rapport__pen_put(pen, "  No criterion that both rounds show changed.");
    rapport__pen_line(pen);
    for (uint32_t i = 0; i < found; i++) {
        rapport_change change = rapport__rounds_change(r, RAPPORT_JOINT, nodes[i]);
        put_change(pen, rapport__rounds_node(r, nodes[i]), &change);
    }
    if (changed > found) {
        rapport__pen_sentence(pen, RAPPORT__MARGIN);
        rapport__pen_say(pen, "and ");
        rapport__text_say_count(pen, changed - found);
        rapport__pen_say(pen, changed - found == 1 ? " more criterion" : " more criteria");
        rapport__pen_full_stop(pen);
    }
}

void rapport__comparison_text(rapport__pen *pen, const rapport__rounds *r)
{
    put_head(pen, r);
    put_basis(pen, r);
    rapport__comparison_text_warnings(pen, r);
    rapport__comparison_text_trend(pen, r);
    put_changes(pen, r);
}
