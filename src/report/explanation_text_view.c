/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/explanation.h"

#include "report/answers.h"
#include "report/consensus.h"

#define DEEPER 4u
#define STEPS_AT 36u /* where the anchors begin */
#define MOST_STEPS 101u

/* "4 Measured" of levels, "Local", "yes", "96.5 %" */
static void say_answer(rapport__pen *pen, const rapport__subject *s, uint32_t criterion, double value)
{
    uint32_t scale = rapport__subject_node(s, criterion).scale;
    int32_t kind = rapport_model_scale_kind(s->model, scale);
    const char *label = rapport__answers_label(s, criterion, value), *unit = rapport_model_scale_unit(s->model, scale);
    if (kind == RAPPORT_LEVELS || kind == RAPPORT_NUMBER)
        rapport__pen_say_number(pen, value);
    if ((kind == RAPPORT_LEVELS && *label) || (kind == RAPPORT_NUMBER && *unit))
        rapport__pen_say(pen, "\xC2\xA0");
    rapport__pen_say(pen, label ? label : unit);
}

static void say_points(rapport__pen *pen, double points)
{
    rapport__pen_say(pen, ", ");
    rapport__pen_say_fixed(pen, points, 1);
    rapport__pen_say(pen, " points");
}

static const char *words_of(int32_t state)
{
    static const char *const words[] = {"no reaction", "answered", "not applicable", "don't\xC2\xA0know", "declined"};
    return words[state];
}

static void put_line(rapport__pen *pen, const char *before, const char *text)
{
    rapport__pen_sentence(pen, DEEPER);
    rapport__pen_say(pen, before);
    rapport__pen_say(pen, text);
    rapport__pen_full_stop(pen);
}

static void put_rater(rapport__pen *pen, const rapport__subject *s, uint32_t rater, uint32_t criterion,
                      const rapport__said *said)
{
    uint32_t cursor = 0;
    rapport__aside aside;
    rapport__pen_sentence(pen, RAPPORT__MARGIN);
    rapport__pen_say(pen, said->rater);
    if (*said->role) {
        rapport__pen_say(pen, ", ");
        rapport__pen_say(pen, said->role);
    }
    if (said->weight != 1) {
        rapport__pen_say(pen, ", weight ");
        rapport__pen_say_number(pen, said->weight);
    }
    rapport__pen_say(pen, ": ");
    if (said->state == RAPPORT_ANSWERED) {
        say_answer(pen, s, criterion, said->value);
        say_points(pen, said->points);
    } else {
        rapport__pen_say(pen, words_of(said->state));
    }
    while (rapport__answers_next_aside(s, rater, criterion, &cursor, &aside)) {
        if (aside.text)
            continue;
        rapport__pen_say(pen, ", confidence ");
        rapport__pen_say_fixed(pen, aside.confidence, 2);
    }
    rapport__pen_full_stop(pen);
    for (cursor = 0; rapport__answers_next_aside(s, rater, criterion, &cursor, &aside);)
        if (aside.text)
            put_line(pen, aside.evidence ? "evidence: " : "note: ", aside.text);
}

static void put_named(rapport__pen *pen, const rapport__subject *s, uint32_t party, uint32_t criterion)
{
    uint32_t raters = rapport_assessment_count_raters(s->assessment);
    for (uint32_t rater = 0; rater < raters; rater++) {
        rapport__said said;
        if (rapport__answers_get(s, rater, party, criterion, &said))
            put_rater(pen, s, rater, criterion, &said);
    }
}

static void put_count(rapport__pen *pen, uint32_t raters)
{
    rapport__pen_say(pen, ": ");
    rapport__text_say_count(pen, raters);
    rapport__pen_say(pen, raters == 1 ? " rater" : " raters");
    rapport__pen_full_stop(pen);
}

static void put_counted(rapport__pen *pen, const rapport__subject *s, uint32_t party, uint32_t criterion)
{
    rapport__counts counts;
    rapport__answers_count(s, party, criterion, &counts);
    for (uint32_t i = 0; i < counts.answer_count; i++) {
        rapport__pen_sentence(pen, RAPPORT__MARGIN);
        say_answer(pen, s, criterion, counts.answers[i].value);
        say_points(pen, counts.answers[i].points);
        put_count(pen, counts.answers[i].raters);
    }
    for (int32_t state = RAPPORT_UNANSWERED; state <= RAPPORT_DECLINED; state++) {
        uint32_t raters = state == RAPPORT_ANSWERED ? counts.others : counts.states[state];
        if (!raters)
            continue;
        rapport__pen_sentence(pen, RAPPORT__MARGIN);
        rapport__pen_say(pen, state == RAPPORT_ANSWERED ? "above these" : words_of(state));
        put_count(pen, raters);
    }
    for (uint32_t i = 0; i < counts.evidence_count; i++)
        put_line(pen, "evidence: ", counts.evidence[i]);
}

static void put_answers(rapport__pen *pen, const rapport__subject *s, uint32_t party, uint32_t criterion)
{
    double value, points;
    if (rapport__answers_fact(s, criterion, &value, &points))
        return; /* nobody was asked */
    if (rapport__subject_discloses(s, party, criterion)) {
        if (rapport__subject_protects(s, party))
            put_counted(pen, s, party, criterion);
        else
            put_named(pen, s, party, criterion);
        return;
    }
    rapport__pen_sentence(pen, RAPPORT__MARGIN);
    rapport__pen_say(pen, s->redact ? "answers left out" : "answers not shown, to protect the raters");
    rapport__pen_full_stop(pen);
}

void rapport__explanation_text_view(rapport__pen *pen, const rapport__subject *s, uint32_t party, uint32_t node)
{
    rapport_cell cell = rapport__subject_cell(s, party, node);
    rapport__pen_line(pen);
    rapport__pen_ink(pen, RAPPORT__BOLD);
    rapport__pen_fit(pen, rapport__subject_party(s, party), RAPPORT__LABELS - 2);
    rapport__pen_ink(pen, RAPPORT__PLAIN);
    rapport__pen_sentence(pen, RAPPORT__LABELS);
    rapport__explanation_text_cell(pen, s, &cell);
    rapport__consensus_line(pen, s, party, node);
    if (rapport__subject_node(s, node).kind == RAPPORT_CRITERION)
        put_answers(pen, s, party, node);
}

static void put_step(rapport__pen *pen, const rapport__subject *s, uint32_t criterion, uint32_t scale, uint32_t step)
{
    double points = 0;
    (void)rapport_model_get_step(s->model, scale, step, &points);
    rapport__pen_move(pen, RAPPORT__MARGIN);
    rapport__pen_fixed(pen, step, 0, 3);
    rapport__pen_move(pen, RAPPORT__MARGIN + 4);
    rapport__pen_fit(pen, rapport__answers_label(s, criterion, step), 22);
    rapport__pen_move(pen, STEPS_AT - 7);
    rapport__pen_fixed(pen, points, 1, 5);
    rapport__pen_sentence(pen, STEPS_AT);
    rapport__pen_say(pen, rapport_model_label(s->model, RAPPORT_OF_NODE, criterion, step, RAPPORT_ANCHOR, s->language));
    rapport__pen_full_stop(pen);
}

/* "80 is worth 0.0, 95 is worth 80.0, 100 is worth 100.0; straight between" */
static void put_function(rapport__pen *pen, const rapport__subject *s, uint32_t scale)
{
    const char *unit = rapport_model_scale_unit(s->model, scale);
    double answer, points, rho = 0;
    rapport__pen_sentence(pen, RAPPORT__MARGIN);
    for (uint32_t i = 0; rapport_model_get_knot(s->model, scale, i, &answer, &points, &rho) == RAPPORT_OK; i++) {
        rapport__pen_say(pen, i ? ", " : "");
        rapport__pen_say_number(pen, answer);
        rapport__pen_say(pen, *unit ? "\xC2\xA0" : "");
        rapport__pen_say(pen, unit);
        rapport__pen_say(pen, " is worth ");
        rapport__pen_say_fixed(pen, points, 1);
    }
    if (rho < 0 || rho > 0) {
        rapport__pen_say(pen, "; exponential between, with rho ");
        rapport__pen_say_number(pen, rho);
    } else {
        rapport__pen_say(pen, "; straight between");
    }
    rapport__pen_full_stop(pen);
}

void rapport__explanation_text_scale(rapport__pen *pen, const rapport__subject *s, uint32_t criterion)
{
    uint32_t scale = rapport__subject_node(s, criterion).scale, steps = rapport_model_count_steps(s->model, scale);
    rapport__text_heading(pen, "Scale: ");
    rapport__pen_fit(pen, rapport__subject_title(s, RAPPORT_OF_SCALE, scale), RAPPORT__PEN_COLUMNS - 7);
    rapport__pen_line(pen);
    switch (rapport_model_scale_kind(s->model, scale)) {
    case RAPPORT_NUMBER:
        put_function(pen, s, scale);
        break;
    case RAPPORT_YESNO:
        rapport__pen_move(pen, RAPPORT__MARGIN);
        rapport__pen_put(pen, "yes is worth 100.0, no 0.0");
        rapport__pen_line(pen);
        break;
    default:
        for (uint32_t step = 1; step <= steps && step <= MOST_STEPS; step++)
            put_step(pen, s, criterion, scale, step);
        if (steps > MOST_STEPS)
            put_line(pen, "", "and further options");
    }
}
