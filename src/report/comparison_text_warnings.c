/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/comparison.h"

#define MOST_WARNINGS 10u

static void say(rapport__pen *pen, const char *before, double value)
{
    rapport__pen_say(pen, before);
    rapport__pen_say_fixed(pen, value, 1);
}

static void say_gate(rapport__pen *pen, const rapport__rounds *r, const rapport_warning *w, const char *what)
{
    rapport_gate gate = {.struct_size = sizeof gate};
    (void)rapport_model_get_gate(r->model, w->gate, &gate);
    rapport__pen_say(pen, "Gate ");
    rapport__pen_say(pen, rapport_model_label(r->model, RAPPORT_OF_GATE, w->gate, 0, RAPPORT_TITLE, r->language));
    rapport__pen_say(pen, what);
    if (w->has & RAPPORT_HAS_NEWER) {
        rapport__pen_say(pen, ": ");
        if (gate.measure)
            rapport__text_say_amount(pen, w->now);
        else
            rapport__pen_say_fixed(pen, w->now, 1);
        rapport__pen_say(pen, w->kind == RAPPORT_WARN_GATE_NEAR_MISS ? ", close to " : gate.above ? ", above " : ", below ");
        rapport__pen_say_number(pen, w->limit);
    }
}

static void say_percent(rapport__pen *pen, const char *before, double fraction)
{
    char percent[RAPPORT__PERCENT_SIZE];
    rapport__pen_say(pen, before);
    rapport__pen_say(pen, rapport__text_percent(fraction, percent));
}

static void say_trust(rapport__pen *pen, const rapport__rounds *r, const rapport_warning *w)
{
    rapport__pen_say(pen, rapport__rounds_node(r, w->node));
    rapport__pen_say(pen, " fell twice in a row (");
    rapport__pen_say(pen, rapport__rounds_view(r, w->view));
    say(pen, "): ", w->before);
    say(pen, ", ", w->limit);
    say(pen, ", ", w->now);
}

static void say_gap(rapport__pen *pen, const rapport__rounds *r, const rapport_warning *w)
{
    rapport__pen_say(pen, rapport__rounds_view(r, w->view));
    rapport__pen_say(pen, " and ");
    rapport__pen_say(pen, rapport__rounds_view(r, w->against));
    rapport__pen_say(pen, " drift apart over ");
    rapport__pen_say(pen, rapport__rounds_node(r, w->node));
    say(pen, ": gap ", w->before);
    say(pen, ", now ", w->now);
}

static void say_chart(rapport__pen *pen, const rapport__rounds *r, const rapport_warning *w)
{
    bool ewma = w->kind == RAPPORT_WARN_EWMA;
    rapport__pen_say(pen, ewma ? "Moving average of " : "Cumulative sum of ");
    rapport__pen_say(pen, rapport__rounds_node(r, w->node));
    rapport__pen_say(pen, " (");
    rapport__pen_say(pen, rapport__rounds_view(r, w->view));
    say(pen, "): ", w->now);
    say(pen, ewma ? ", below its limit of " : ", beyond its interval of ", w->limit);
}

static void say_party(rapport__pen *pen, const rapport__rounds *r, const rapport_warning *w)
{
    rapport__pen_say(pen, rapport__rounds_view(r, w->view));
    switch (w->kind) {
    case RAPPORT_WARN_COVERAGE_FALLING:
        say_percent(pen, ": answered ", w->now);
        say_percent(pen, ", before ", w->before);
        break;
    case RAPPORT_WARN_SILENT_PARTY:
        rapport__pen_say(pen, " answered nothing");
        break;
    case RAPPORT_WARN_SHARE_DRIFTING:
        say_percent(pen, " gets ", w->now);
        say_percent(pen, " of the benefits, ", w->before);
        rapport__pen_say(pen, " in ");
        rapport__pen_say(pen, rapport_assessment_date(rapport_comparison_assessment(r->comparison, w->round)));
        say_percent(pen, "; agreed ", w->limit);
        break;
    default:
        rapport__pen_say(pen, w->kind == RAPPORT_WARN_PARTY_JOINED ? " is new" : " is there no more");
    }
}

static void say_warning(rapport__pen *pen, const rapport__rounds *r, const rapport_warning *w)
{
    switch (w->kind) {
    case RAPPORT_WARN_GATE_BREACHED:
        say_gate(pen, r, w, " is newly breached");
        break;
    case RAPPORT_WARN_GATE_NEAR_MISS:
        say_gate(pen, r, w, " is passed by little");
        break;
    case RAPPORT_WARN_TRUST_FALLING:
        say_trust(pen, r, w);
        break;
    case RAPPORT_WARN_GAP_WIDENING:
        say_gap(pen, r, w);
        break;
    case RAPPORT_WARN_EWMA:
    case RAPPORT_WARN_CUSUM:
        say_chart(pen, r, w);
        break;
    case RAPPORT_WARN_RENAMED:
        rapport__pen_say(pen, "The partnership was called ");
        rapport__pen_say(pen, rapport_assessment_partnership(rapport_comparison_assessment(r->comparison, w->round)));
        break;
    default:
        say_party(pen, r, w);
    }
}

void rapport__comparison_text_warnings(rapport__pen *pen, const rapport__rounds *r)
{
    uint32_t count = rapport_comparison_count_warnings(r->comparison);
    if (!count)
        return;
    rapport__text_heading(pen, "To watch");
    rapport__pen_line(pen);
    for (uint32_t i = 0; i < count && i < MOST_WARNINGS; i++) {
        rapport_warning w = rapport__rounds_warning(r, i);
        rapport__pen_ink(pen, w.kind == RAPPORT_WARN_GATE_BREACHED ? RAPPORT__RED : RAPPORT__YELLOW);
        rapport__pen_move(pen, RAPPORT__MARGIN);
        rapport__pen_put(pen, "!");
        rapport__pen_ink(pen, RAPPORT__PLAIN);
        rapport__pen_sentence(pen, RAPPORT__MARGIN + 2);
        say_warning(pen, r, &w);
        rapport__pen_full_stop(pen);
    }
    if (count > MOST_WARNINGS) {
        rapport__pen_sentence(pen, RAPPORT__MARGIN + 2);
        rapport__pen_say(pen, "and ");
        rapport__text_say_count(pen, count - MOST_WARNINGS);
        rapport__pen_say(pen, " more");
        rapport__pen_full_stop(pen);
    }
}
