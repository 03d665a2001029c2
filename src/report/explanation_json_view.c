/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/explanation.h"

#include "report/answers.h"
#include "report/consensus.h"
#include "report/words.h"

/* A level or option as its number, as rapport_assessment_get_answer() gives it. */
static void put_answer(rapport__json_out *out, const rapport__subject *s, uint32_t criterion, double value, double points)
{
    rapport__json_number_member(out, "answer", true, value);
    rapport__json_text_member(out, "label", rapport__answers_label(s, criterion, value));
    rapport__json_number_member(out, "points", true, points);
}

static void put_texts(rapport__json_out *out, const rapport__subject *s, uint32_t rater, uint32_t criterion, bool evidence)
{
    uint32_t cursor = 0;
    rapport__aside aside;
    rapport__json_put_key(out, evidence ? "evidence" : "notes");
    rapport__json_begin_array(out, RAPPORT__JSON_INLINE);
    while (rapport__answers_next_aside(s, rater, criterion, &cursor, &aside))
        if (aside.text && aside.evidence == evidence)
            rapport__json_put_text(out, aside.text);
    rapport__json_end(out);
}

static double confidence_of(const rapport__subject *s, uint32_t rater, uint32_t criterion)
{
    uint32_t cursor = 0;
    rapport__aside aside;
    while (rapport__answers_next_aside(s, rater, criterion, &cursor, &aside))
        if (!aside.text)
            return aside.confidence;
    return -1;
}

/* Rater by rater. */
static void put_named(rapport__json_out *out, const rapport__subject *s, uint32_t party, uint32_t criterion)
{
    uint32_t raters = rapport_assessment_count_raters(s->assessment);
    rapport__json_put_key(out, "answers");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t rater = 0; rater < raters; rater++) {
        rapport__said said;
        if (!rapport__answers_get(s, rater, party, criterion, &said))
            continue;
        double confidence = confidence_of(s, rater, criterion);
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_text_member(out, "rater", said.rater);
        rapport__json_text_member(out, "role", *said.role ? said.role : NULL);
        rapport__json_number_member(out, "weight", true, said.weight);
        rapport__json_text_member(out, "state", rapport__word_of_answer(said.state));
        if (said.state == RAPPORT_ANSWERED)
            put_answer(out, s, criterion, said.value, said.points);
        rapport__json_number_member(out, "confidence", confidence >= 0, confidence);
        put_texts(out, s, rater, criterion, false);
        put_texts(out, s, rater, criterion, true);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

/* Counted, without who said what. */
static void put_counted(rapport__json_out *out, const rapport__subject *s, uint32_t party, uint32_t criterion)
{
    rapport__counts counts;
    rapport__answers_count(s, party, criterion, &counts);
    rapport__json_put_key(out, "answers");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; i < counts.answer_count; i++) {
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_integer_member(out, "raters", true, counts.answers[i].raters);
        rapport__json_text_member(out, "state", rapport__word_of_answer(RAPPORT_ANSWERED));
        put_answer(out, s, criterion, counts.answers[i].value, counts.answers[i].points);
        rapport__json_end(out);
    }
    for (int32_t state = RAPPORT_UNANSWERED; state <= RAPPORT_DECLINED; state++) {
        uint32_t raters = state == RAPPORT_ANSWERED ? counts.others : counts.states[state];
        if (!raters)
            continue;
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_integer_member(out, "raters", true, raters);
        rapport__json_text_member(out, "state", rapport__word_of_answer(state));
        rapport__json_end(out);
    }
    rapport__json_end(out);
    rapport__json_put_key(out, "evidence");
    rapport__json_begin_array(out, RAPPORT__JSON_INLINE);
    for (uint32_t i = 0; i < counts.evidence_count; i++)
        rapport__json_put_text(out, counts.evidence[i]);
    rapport__json_end(out);
}

/* Null for a party of one rater. */
static void put_agreement(rapport__json_out *out, const rapport__subject *s, uint32_t party, uint32_t node)
{
    rapport__json_put_key(out, "agreement");
    if (rapport__subject_count_raters(s, party) < 2) {
        rapport__json_put_null(out);
        return;
    }
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__consensus_put(out, s, party, node);
    rapport__json_end(out);
}

void rapport__explanation_json_view(rapport__json_out *out, const rapport__subject *s, uint32_t party, uint32_t node)
{
    rapport_cell cell = rapport__subject_cell(s, party, node);
    rapport__json_put_key(out, rapport_assessment_party_id(s->assessment, party));
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_number_member(out, "weight", true, rapport_assessment_party_weight(s->assessment, party));
    rapport__json_put_score(out, &cell, false);
    rapport__json_put_bounds(out, &cell);
    rapport__json_integer_member(out, "raters", cell.status != RAPPORT_CELL_WITHHELD, cell.raters);
    put_agreement(out, s, party, node);
    if (rapport__subject_node(s, node).kind == RAPPORT_CRITERION) {
        if (!rapport__subject_discloses(s, party, node))
            rapport__json_text_member(out, "answers", NULL);
        else if (rapport__subject_protects(s, party))
            put_counted(out, s, party, node);
        else
            put_named(out, s, party, node);
    }
    rapport__json_end(out);
}

static void put_step(rapport__json_out *out, const rapport__subject *s, uint32_t criterion, uint32_t scale, uint32_t step)
{
    const char *id = rapport_model_part_id(s->model, RAPPORT_OF_SCALE, scale, step);
    const char *anchor = rapport_model_label(s->model, RAPPORT_OF_NODE, criterion, step, RAPPORT_ANCHOR, s->language);
    double points = 0;
    (void)rapport_model_get_step(s->model, scale, step, &points);
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__json_integer_member(out, "answer", true, step);
    rapport__json_text_member(out, "id", *id ? id : NULL);
    rapport__json_text_member(out, "label", rapport__answers_label(s, criterion, step));
    rapport__json_text_member(out, "anchor", *anchor ? anchor : NULL);
    rapport__json_number_member(out, "points", true, points);
    rapport__json_end(out);
}

/* The value function, point by point. */
static void put_knots(rapport__json_out *out, const rapport__subject *s, uint32_t scale)
{
    double answer, points, rho = 0;
    rapport__json_put_key(out, "points");
    rapport__json_begin_array(out, RAPPORT__JSON_INLINE);
    for (uint32_t i = 0; rapport_model_get_knot(s->model, scale, i, &answer, &points, &rho) == RAPPORT_OK; i++) {
        rapport__json_begin_array(out, RAPPORT__JSON_INLINE);
        rapport__json_put_number(out, answer);
        rapport__json_put_number(out, points);
        rapport__json_end(out);
    }
    rapport__json_end(out);
    rapport__json_number_member(out, "rho", rho < 0 || rho > 0, rho);
}

void rapport__explanation_json_scale(rapport__json_out *out, const rapport__subject *s, uint32_t criterion)
{
    uint32_t scale = rapport__subject_node(s, criterion).scale, steps = rapport_model_count_steps(s->model, scale);
    int32_t kind = rapport_model_scale_kind(s->model, scale);
    rapport__json_put_key(out, "scale");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_text_member(out, "id", rapport__subject_id(s, RAPPORT_OF_SCALE, scale));
    rapport__json_text_member(out, "title", rapport__subject_title(s, RAPPORT_OF_SCALE, scale));
    rapport__json_text_member(out, "kind", rapport__word_of_scale(kind));
    if (kind == RAPPORT_NUMBER) {
        rapport__json_text_member(out, "unit", rapport_model_scale_unit(s->model, scale));
        put_knots(out, s, scale);
    } else if (steps) {
        rapport__json_put_key(out, "steps");
        rapport__json_begin_array(out, RAPPORT__JSON_LINES);
        for (uint32_t step = 1; step <= steps; step++)
            put_step(out, s, criterion, scale, step);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}
