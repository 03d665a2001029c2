/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/answers.h"

#include <string.h>

bool rapport__answers_get(const rapport__subject *s, uint32_t rater, uint32_t party, uint32_t criterion, rapport__said *out)
{
    uint32_t of = RAPPORT_NONE;
    (void)rapport_assessment_get_rater(s->assessment, rater, &of, &out->rater, &out->role, &out->weight);
    return of == party &&
           rapport_assessment_get_answer(s->assessment, rater, criterion, &out->state, &out->value, &out->points) == RAPPORT_OK;
}

bool rapport__answers_fact(const rapport__subject *s, uint32_t criterion, double *value, double *points)
{
    int32_t state = RAPPORT_UNANSWERED;
    bool withheld = rapport__subject_cell(s, RAPPORT_JOINT, criterion).status == RAPPORT_CELL_WITHHELD;
    for (uint32_t party = 0; party < s->parties; party++)
        withheld = withheld || rapport__subject_cell(s, party, criterion).status == RAPPORT_CELL_WITHHELD;
    if (withheld)
        return false;
    (void)rapport_assessment_get_answer(s->assessment, RAPPORT_FACT, criterion, &state, value, points);
    return state == RAPPORT_ANSWERED;
}

typedef struct remark {
    double confidence;
    int32_t evidence;
    const char *language, *text;
} remark;

static bool next_remark(const rapport__subject *s, uint32_t rater, uint32_t criterion, uint32_t *cursor, remark *out)
{
    return rapport_assessment_get_remark(s->assessment, rater, criterion, cursor, &out->confidence, &out->evidence,
                                         &out->language, &out->text) == RAPPORT_OK;
}

/* The language in which notes are shown: the wanted one, else English, else the first; NULL if no note has one. */
static const char *note_language(const rapport__subject *s, uint32_t rater, uint32_t criterion)
{
    const char *first = NULL, *english = NULL;
    uint32_t cursor = 0;
    remark r;
    while (next_remark(s, rater, criterion, &cursor, &r)) {
        if (!r.text || r.evidence || !r.language)
            continue;
        if (s->language && !strcmp(r.language, s->language))
            return r.language;
        if (!strcmp(r.language, "en"))
            english = r.language;
        if (!first)
            first = r.language;
    }
    return english ? english : first;
}

bool rapport__answers_next_aside(const rapport__subject *s, uint32_t rater, uint32_t criterion, uint32_t *cursor,
                                 rapport__aside *out)
{
    const char *language = note_language(s, rater, criterion);
    remark r;
    while (next_remark(s, rater, criterion, cursor, &r)) {
        if (r.text && !r.evidence && r.language && strcmp(r.language, language))
            continue;
        *out = (rapport__aside){r.text ? -1 : r.confidence, r.evidence, r.text};
        return true;
    }
    return false;
}

const char *rapport__answers_label(const rapport__subject *s, uint32_t criterion, double value)
{
    uint32_t scale = rapport__subject_node(s, criterion).scale;
    switch (rapport_model_scale_kind(s->model, scale)) {
    case RAPPORT_NUMBER:
        return NULL;
    case RAPPORT_YESNO:
        return value > 0 ? "yes" : "no";
    default:
        return rapport_model_label(s->model, RAPPORT_OF_SCALE, scale, (uint32_t)value, RAPPORT_TITLE, s->language);
    }
}

/* Keeps the lowest answers, sorted. */
static void count_answer(rapport__counts *out, const rapport__said *said)
{
    uint32_t at = out->answer_count;
    while (at > 0 && out->answers[at - 1].value > said->value)
        at--;
    if (at > 0 && out->answers[at - 1].value == said->value) {
        out->answers[at - 1].raters++;
        return;
    }
    if (at == RAPPORT__MOST_COUNTS) {
        out->others++;
        return;
    }
    if (out->answer_count == RAPPORT__MOST_COUNTS)
        out->others += out->answers[--out->answer_count].raters;
    memmove(&out->answers[at + 1], &out->answers[at], (out->answer_count - at) * sizeof out->answers[0]);
    out->answer_count++;
    out->answers[at].value = said->value;
    out->answers[at].points = said->points;
    out->answers[at].raters = 1;
}

/* Keeps the first references by their bytes, each once. */
static void keep_evidence(rapport__counts *out, const char *text)
{
    uint32_t at = out->evidence_count;
    while (at > 0 && strcmp(out->evidence[at - 1], text) > 0)
        at--;
    if (at == RAPPORT__MOST_COUNTS || (at > 0 && !strcmp(out->evidence[at - 1], text)))
        return;
    if (out->evidence_count == RAPPORT__MOST_COUNTS)
        out->evidence_count--;
    memmove(&out->evidence[at + 1], &out->evidence[at], (out->evidence_count - at) * sizeof out->evidence[0]);
    out->evidence_count++;
    out->evidence[at] = text;
}

void rapport__answers_count(const rapport__subject *s, uint32_t party, uint32_t criterion, rapport__counts *out)
{
    uint32_t raters = rapport_assessment_count_raters(s->assessment);
    memset(out, 0, sizeof *out);
    for (uint32_t rater = 0; rater < raters; rater++) {
        rapport__said said;
        uint32_t cursor = 0;
        remark r;
        if (!rapport__answers_get(s, rater, party, criterion, &said))
            continue;
        out->states[said.state]++;
        if (said.state == RAPPORT_ANSWERED)
            count_answer(out, &said);
        while (next_remark(s, rater, criterion, &cursor, &r))
            if (r.text && r.evidence)
                keep_evidence(out, r.text);
    }
}
