/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Facts and answers. */
#include "io/assessment_read.h"

#include <string.h>

#include "base/error.h"
#include "base/number.h"

void rapport__report_unknown_node(rapport__assessment_reading *a, rapport__json_value member, const char *what)
{
    rapport__reading *r = a->r;
    size_t length;
    const char *id = rapport__json_key(r->doc, member, &length);
    char quoted[RAPPORT__WORDS], words[RAPPORT__GUESS_WORDS];
    rapport__guess guess = rapport__guess_init(id);
    uint32_t nodes = rapport__would_keep(r, member, true) ? rapport_model_count_nodes(a->model) : 0;
    for (uint32_t i = 1; i < nodes; i++)
        rapport__guess_try(&guess, &r->guesses, rapport_model_part_id(a->model, RAPPORT_OF_NODE, i, 0));
    REPORT_KEY(r, RAPPORT_NOT_FOUND, member, "there is no ", what, rapport__quoted(id, length, quoted),
               rapport__guess_words(&guess, words));
}

/* The criterion that a key names; RAPPORT_NONE if it names none. */
static uint32_t find_criterion(rapport__assessment_reading *a, rapport__json_value member, uint32_t *scale)
{
    const char *id = rapport__json_key(a->r->doc, member, NULL);
    rapport_node node = {.struct_size = sizeof node};
    uint32_t found = rapport_model_find(a->model, id);
    if (found == RAPPORT_NONE || found == RAPPORT_ROOT) {
        rapport__report_unknown_node(a, member, "criterion ");
        return RAPPORT_NONE;
    }
    rapport_model_get_node(a->model, found, &node);
    if (node.kind == RAPPORT_GROUP) {
        REPORT_KEY(a->r, RAPPORT_BAD_VALUE, member, "\"", id, "\" is a group; only criteria can be answered");
        return RAPPORT_NONE;
    }
    *scale = node.scale;
    return found;
}

/* Reports an answer that is not what the scale wants. */
static void report_answer(rapport__assessment_reading *a, rapport__json_value value, const char *wanted, uint32_t scale)
{
    rapport__reading *r = a->r;
    char words[RAPPORT__WORDS], meant[RAPPORT__GUESS_WORDS] = "";
    rapport__json_type type = rapport__json_type_of(r->doc, value);
    if (type == RAPPORT__JSON_STRING && rapport__would_keep(r, value, false)) {
        rapport__guess guess = rapport__guess_init(rapport__json_text(r->doc, value, NULL));
        for (uint32_t i = 1; i <= rapport_model_count_steps(a->model, scale); i++)
            rapport__guess_try(&guess, &r->guesses, rapport_model_part_id(a->model, RAPPORT_OF_SCALE, scale, i));
        rapport__guess_words(&guess, meant);
    }
    REPORT(r, type == RAPPORT__JSON_NUMBER || type == RAPPORT__JSON_STRING ? RAPPORT_BAD_VALUE : RAPPORT_BAD_DOCUMENT, value,
           rapport__json_key(r->doc, value, NULL), " must be ", wanted, ", not ", rapport__words(r, value, words), meant);
}

/* The number of the level or choice that an id means; 0 if it means none. A level without an id has the empty one. */
static uint32_t find_step(const rapport__assessment_reading *a, rapport__json_value value, uint32_t scale)
{
    const char *id = rapport__json_text(a->r->doc, value, NULL);
    return *id ? rapport_model_find_step(a->model, scale, id) : 0;
}

static bool read_level(rapport__assessment_reading *a, rapport__json_value value, uint32_t scale, double *out)
{
    uint32_t levels = rapport_model_count_steps(a->model, scale);
    char wanted[80] = "a whole number from 1 to ", number[RAPPORT__NUMBER_SIZE];
    int64_t level;
    if (!rapport__json_integer(a->r->doc, value, &level))
        level = find_step(a, value, scale);
    if (level >= 1 && level <= (int64_t)levels) {
        *out = (double)level;
        return true;
    }
    rapport__number_write(levels, number);
    rapport__append(wanted, sizeof wanted, number);
    rapport__append(wanted, sizeof wanted, " or a level's id");
    report_answer(a, value, wanted, scale);
    return false;
}

/* Reads an answer or fact as its scale wants it: a level, a number, 0 or 1, or the number of an option. */
static bool read_bare(rapport__assessment_reading *a, rapport__json_value value, uint32_t scale, double *out)
{
    const rapport__json *doc = a->r->doc;
    rapport__json_type type = rapport__json_type_of(doc, value);
    switch (rapport_model_scale_kind(a->model, scale)) {
    case RAPPORT_LEVELS:
        return read_level(a, value, scale, out);
    case RAPPORT_NUMBER:
        *out = rapport__json_number(doc, value);
        if (type != RAPPORT__JSON_NUMBER)
            report_answer(a, value, "a number", scale);
        return type == RAPPORT__JSON_NUMBER;
    case RAPPORT_YESNO:
        *out = rapport__json_boolean(doc, value);
        if (type != RAPPORT__JSON_BOOLEAN)
            report_answer(a, value, "true or false", scale);
        return type == RAPPORT__JSON_BOOLEAN;
    default:
        *out = find_step(a, value, scale);
        if (*out == 0)
            report_answer(a, value, "the id of a choice", scale);
        return *out != 0;
    }
}

static void give(rapport__assessment_reading *a, rapport__json_value value, uint32_t rater, uint32_t criterion, uint32_t scale)
{
    rapport__reading *r = a->r;
    double number;
    rapport_status status;
    if (!read_bare(a, value, scale, &number) || a->mute)
        return;
    if (a->kind) {
        rapport__built(r, value,
                       rapport_assessment_set_opinion(a->assessment, rater, a->kind, a->subject, criterion, RAPPORT_ANSWERED,
                                                      number, &r->told));
        return;
    }
    switch (rapport_model_scale_kind(a->model, scale)) {
    case RAPPORT_LEVELS:
        status = rapport_assessment_set_level(a->assessment, rater, criterion, (uint32_t)number, &r->told);
        break;
    case RAPPORT_NUMBER:
        status = rapport_assessment_set_number(a->assessment, rater, criterion, number, &r->told);
        break;
    case RAPPORT_YESNO:
        status = rapport_assessment_set_yesno(a->assessment, rater, criterion, number != 0, &r->told);
        break;
    default:
        status = rapport_assessment_set_option(a->assessment, rater, criterion, (uint32_t)number, &r->told);
    }
    rapport__built(r, value, status);
}

void rapport__read_facts(rapport__assessment_reading *a, rapport__json_value value)
{
    rapport__reading *r = a->r;
    uint32_t criterion, scale;
    if (!rapport__is_type(r, value, RAPPORT__JSON_OBJECT))
        return;
    for (rapport__json_value fact = rapport__json_first(r->doc, value); fact != RAPPORT_NONE && !r->out_of_memory;
         fact = rapport__json_next(r->doc, fact)) {
        if (rapport__read_extra(r, fact) || (criterion = find_criterion(a, fact, &scale)) == RAPPORT_NONE)
            continue;
        a->facts[criterion] = 1;
        give(a, fact, RAPPORT_FACT, criterion, scale);
    }
}

enum { ANSWER, CONFIDENCE, NOTE, EVIDENCE, KEYS };

static const char *const keys[KEYS] = {"answer", "confidence", "note", "evidence"};

typedef struct remark_place {
    rapport_assessment *assessment;
    uint32_t rater, criterion;
} remark_place;

static rapport_status take_note(void *owner, const char *language, const char *text, int64_t length, rapport_error *error)
{
    const remark_place *place = owner;
    return rapport_assessment_add_note(place->assessment, place->rater, place->criterion, language, text, length, error);
}

static void read_evidence(rapport__assessment_reading *a, rapport__json_value list, uint32_t rater, uint32_t criterion)
{
    rapport__reading *r = a->r;
    if (!rapport__is_type(r, list, RAPPORT__JSON_ARRAY))
        return;
    for (rapport__json_value item = rapport__json_first(r->doc, list); item != RAPPORT_NONE;
         item = rapport__json_next(r->doc, item)) {
        size_t length;
        const char *text = rapport__json_text(r->doc, item, &length);
        if (rapport__is_type(r, item, RAPPORT__JSON_STRING) && !a->mute)
            rapport__built(r, item,
                           rapport_assessment_add_evidence(a->assessment, rater, criterion, text, (int64_t)length, &r->told));
    }
}

/* What stands beside an answer; none of it enters a score. Beside an opinion it is checked and not kept. */
static void read_remarks(rapport__assessment_reading *a, const rapport__json_value *at, uint32_t rater, uint32_t criterion)
{
    rapport__reading *r = a->r;
    remark_place place = {a->assessment, rater, criterion};
    double confidence;
    bool mute = a->mute;
    a->mute = mute || a->kind;
    if (rapport__read_number(r, at[CONFIDENCE], 0, 1, &confidence) && !a->mute)
        rapport__built(r, at[CONFIDENCE],
                       rapport_assessment_set_confidence(a->assessment, rater, criterion, confidence, &r->told));
    rapport__read_label(r, at[NOTE], a->mute ? NULL : take_note, &place);
    read_evidence(a, at[EVIDENCE], rater, criterion);
    a->mute = mute;
}

/* The state that a text means; RAPPORT_ANSWERED if it is an answer. */
static int32_t find_state(const rapport__json *doc, rapport__json_value value)
{
    if (rapport__json_type_of(doc, value) == RAPPORT__JSON_NULL)
        return RAPPORT_UNANSWERED;
    if (rapport__json_is(doc, value, "n/a"))
        return RAPPORT_NOT_APPLICABLE;
    if (rapport__json_is(doc, value, "dont-know"))
        return RAPPORT_DONT_KNOW;
    return rapport__json_is(doc, value, "declined") ? RAPPORT_DECLINED : RAPPORT_ANSWERED;
}

static void give_state(rapport__assessment_reading *a, rapport__json_value value, uint32_t rater, uint32_t criterion,
                       int32_t state)
{
    rapport_error *told = &a->r->told;
    rapport__built(a->r, value,
                   a->kind
                       ? rapport_assessment_set_opinion(a->assessment, rater, a->kind, a->subject, criterion, state, 0, told)
                       : rapport_assessment_set_state(a->assessment, rater, criterion, state, told));
}

static void read_answer(rapport__assessment_reading *a, rapport__json_value member, uint32_t rater)
{
    rapport__reading *r = a->r;
    rapport__json_value value = member, at[KEYS];
    uint32_t scale, criterion = find_criterion(a, member, &scale);
    int32_t state;
    if (criterion == RAPPORT_NONE)
        return;
    if (rapport__json_type_of(r->doc, member) == RAPPORT__JSON_OBJECT) {
        MEMBERS(r, member, keys, CONFIDENCE, at);
        value = at[ANSWER];
    }
    state = value == RAPPORT_NONE ? RAPPORT_UNANSWERED : find_state(r->doc, value);
    if (state != RAPPORT_UNANSWERED && a->facts[criterion] && a->kind != RAPPORT_ABOUT)
        REPORT(r, RAPPORT_BAD_VALUE, member, "\"", rapport__json_key(r->doc, member, NULL),
               "\" has a fact: it cannot be answered as well");
    else if (state == RAPPORT_ANSWERED)
        give(a, value, rater, criterion, scale);
    else if (state != RAPPORT_UNANSWERED && !a->mute)
        give_state(a, value, rater, criterion, state);
    if (value != member)
        read_remarks(a, at, rater, criterion);
}

void rapport__read_answers(rapport__assessment_reading *a, rapport__json_value value, uint32_t rater)
{
    rapport__reading *r = a->r;
    if (!rapport__is_type(r, value, RAPPORT__JSON_OBJECT))
        return;
    a->mute = rater == RAPPORT_NONE;
    for (rapport__json_value member = rapport__json_first(r->doc, value); member != RAPPORT_NONE && !r->out_of_memory;
         member = rapport__json_next(r->doc, member))
        if (!rapport__read_extra(r, member))
            read_answer(a, member, rater);
    a->mute = false;
}
