/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Answers and facts, kept as given beside their points; and what is said beside them. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "evidence/assessment.h"
#include "model/scale.h"

/* The scale of a criterion if it is of the kind that the call answers (0: any); NULL otherwise. */
static const rapport__scale *find_scale(const rapport_assessment *assessment, uint32_t rater, uint32_t node, int32_t kind)
{
    const rapport__content *content = &assessment->model->content;
    const rapport__scale *scale;
    if ((rater != RAPPORT_FACT && rater >= assessment->rater_count) || node >= content->node_count ||
        content->nodes[node].kind != RAPPORT_CRITERION)
        return NULL;
    scale = &content->scales[content->nodes[node].scale];
    return !kind || scale->kind == kind ? scale : NULL;
}

static rapport_status no_cell(rapport_error *error, const char *kind)
{
    return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "there is no such rater, or the node is no criterion", kind);
}

static rapport_status refuse(const rapport_assessment *assessment, uint32_t node, rapport_error *error, const char *why,
                             const char *what)
{
    char path[sizeof error->path] = "";
    rapport__append_key(path, sizeof path, "answers");
    rapport__append_key(path, sizeof path, assessment->model->content.nodes[node].id);
    return FAIL(error, RAPPORT_BAD_VALUE, path, why, what);
}

/* The page that keeps a cell, made if need be; NULL without memory. */
static rapport__page *open_page(rapport_assessment *assessment, uint32_t rater, uint32_t node)
{
    rapport__row row = rater == RAPPORT_FACT ? assessment->facts : assessment->raters[rater].row;
    rapport__page **page = &row[node / RAPPORT__PAGE];
    if (!*page)
        *page = rapport__arena_alloc(&assessment->arena, 1, sizeof **page);
    return *page;
}

static rapport_status set_cell(rapport_assessment *assessment, uint32_t rater, uint32_t node, int32_t state, double value,
                               double points, rapport_error *error)
{
    uint32_t at = node % RAPPORT__PAGE;
    rapport__page *page;
    if (assessment->inactive)
        return refuse(assessment, node, error, "an inactive period has no answers and no facts", "");
    if (rater == RAPPORT_FACT ? assessment->reactions[node] > 0 : rapport__has_fact(assessment, node))
        return refuse(assessment, node, error, "a criterion has either a fact or ratings, not both", "");
    if (!(page = open_page(assessment, rater, node)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    if (rater != RAPPORT_FACT)
        assessment->reactions[node] += !page->state[at];
    page->state[at] = (unsigned char)state;
    page->value[at] = value + 0.0;
    page->points[at] = points;
    return RAPPORT_OK;
}

rapport_status rapport_assessment_set_level(rapport_assessment *assessment, uint32_t rater, uint32_t criterion, uint32_t level,
                                            rapport_error *error)
{
    const rapport__scale *scale = find_scale(assessment, rater, criterion, RAPPORT_LEVELS);
    char most[RAPPORT__NUMBER_SIZE];
    if (!scale)
        return no_cell(error, " on levels");
    if (level < 1 || level > scale->step_count) {
        rapport__number_write(scale->step_count, most);
        return refuse(assessment, criterion, error, "the level must be a whole number from 1 to ", most);
    }
    return set_cell(assessment, rater, criterion, RAPPORT_ANSWERED, level, scale->steps[level - 1].points, error);
}

rapport_status rapport_assessment_set_number(rapport_assessment *assessment, uint32_t rater, uint32_t criterion, double value,
                                             rapport_error *error)
{
    const rapport__scale *scale = find_scale(assessment, rater, criterion, RAPPORT_NUMBER);
    if (!scale)
        return no_cell(error, " on a number scale");
    if (!isfinite(value))
        return refuse(assessment, criterion, error, "the number must be finite", "");
    return set_cell(assessment, rater, criterion, RAPPORT_ANSWERED, value, rapport__scale_points(scale, value), error);
}

rapport_status rapport_assessment_set_yesno(rapport_assessment *assessment, uint32_t rater, uint32_t criterion, int32_t yes,
                                            rapport_error *error)
{
    if (!find_scale(assessment, rater, criterion, RAPPORT_YESNO))
        return no_cell(error, " of yes and no");
    return set_cell(assessment, rater, criterion, RAPPORT_ANSWERED, yes != 0, yes ? 100 : 0, error);
}

rapport_status rapport_assessment_set_option(rapport_assessment *assessment, uint32_t rater, uint32_t criterion,
                                             uint32_t option, rapport_error *error)
{
    const rapport__scale *scale = find_scale(assessment, rater, criterion, RAPPORT_CHOICE);
    if (!scale)
        return no_cell(error, " with options");
    if (option < 1 || option > scale->step_count)
        return refuse(assessment, criterion, error, "there is no such option", "");
    return set_cell(assessment, rater, criterion, RAPPORT_ANSWERED, option, scale->steps[option - 1].points, error);
}

rapport_status rapport_assessment_set_state(rapport_assessment *assessment, uint32_t rater, uint32_t criterion, int32_t state,
                                            rapport_error *error)
{
    const rapport__page *page;
    if (rater == RAPPORT_FACT || !find_scale(assessment, rater, criterion, 0))
        return no_cell(error, "");
    if (state != RAPPORT_UNANSWERED && state != RAPPORT_NOT_APPLICABLE && state != RAPPORT_DONT_KNOW &&
        state != RAPPORT_DECLINED)
        return refuse(assessment, criterion, error, "there is no such state", "");
    if (state != RAPPORT_UNANSWERED)
        return set_cell(assessment, rater, criterion, state, 0, 0, error);
    page = rapport__page_of(assessment->raters[rater].row, criterion);
    if (page && page->state[criterion % RAPPORT__PAGE]) {
        assessment->reactions[criterion]--;
        assessment->raters[rater].row[criterion / RAPPORT__PAGE]->state[criterion % RAPPORT__PAGE] = RAPPORT_UNANSWERED;
    }
    return RAPPORT_OK;
}

rapport_status rapport_assessment_get_answer(const rapport_assessment *assessment, uint32_t rater, uint32_t criterion,
                                             int32_t *state, double *value, double *points)
{
    const rapport__page *page;
    uint32_t at = criterion % RAPPORT__PAGE;
    bool answered;
    if (!state || !find_scale(assessment, rater, criterion, 0))
        return RAPPORT_BAD_ARGUMENT;
    page = rapport__page_of(rater == RAPPORT_FACT ? assessment->facts : assessment->raters[rater].row, criterion);
    answered = page && page->state[at] == RAPPORT_ANSWERED;
    *state = page ? page->state[at] : RAPPORT_UNANSWERED;
    if (value)
        *value = answered ? page->value[at] : 0;
    if (points)
        *points = answered ? page->points[at] : 0;
    return RAPPORT_OK;
}

static rapport_status add_remark(rapport_assessment *assessment, uint32_t rater, rapport__remark added, rapport_error *error)
{
    rapport__rater *by = &assessment->raters[rater];
    uint32_t at = assessment->remark_count;
    if (rapport__reserve(rapport__assessment_memory(assessment), &assessment->remarks, &assessment->remark_capacity, at + 1,
                         sizeof added))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    added.next = RAPPORT_NONE;
    assessment->remarks[at] = added;
    assessment->remark_count = at + 1;
    if (by->last_remark == RAPPORT_NONE)
        by->first_remark = at;
    else
        assessment->remarks[by->last_remark].next = at;
    by->last_remark = at;
    return RAPPORT_OK;
}

rapport_status rapport_assessment_set_confidence(rapport_assessment *assessment, uint32_t rater, uint32_t criterion,
                                                 double confidence, rapport_error *error)
{
    if (rater == RAPPORT_FACT || !find_scale(assessment, rater, criterion, 0))
        return no_cell(error, "");
    if (!(confidence >= 0 && confidence <= 1))
        return refuse(assessment, criterion, error, "confidence must lie in 0..1", "");
    return add_remark(assessment, rater, (rapport__remark){.node = criterion, .confidence = confidence + 0.0}, error);
}

rapport_status rapport_assessment_add_note(rapport_assessment *assessment, uint32_t rater, uint32_t criterion,
                                           const char *language, const char *text, int64_t length, rapport_error *error)
{
    rapport__remark added = {.node = criterion, .confidence = -1};
    rapport_status status;
    if (rater == RAPPORT_FACT || !find_scale(assessment, rater, criterion, 0))
        return no_cell(error, "");
    if ((status = rapport__assessment_language(assessment, language, &added.language, error)) ||
        (status = rapport__assessment_text(assessment, text, length, "the note", &added.text, error)))
        return status;
    return add_remark(assessment, rater, added, error);
}

rapport_status rapport_assessment_add_evidence(rapport_assessment *assessment, uint32_t rater, uint32_t criterion,
                                               const char *text, int64_t length, rapport_error *error)
{
    rapport__remark added = {.node = criterion, .confidence = -1, .evidence = true};
    rapport_status status;
    if (rater == RAPPORT_FACT || !find_scale(assessment, rater, criterion, 0))
        return no_cell(error, "");
    if ((status = rapport__assessment_text(assessment, text, length, "the evidence", &added.text, error)))
        return status;
    return add_remark(assessment, rater, added, error);
}

/* Whether a confidence is replaced by a later one of the same answer. */
static bool is_outdated(const rapport_assessment *assessment, const rapport__remark *remark)
{
    for (uint32_t at = remark->next; !remark->text && at != RAPPORT_NONE; at = assessment->remarks[at].next)
        if (!assessment->remarks[at].text && assessment->remarks[at].node == remark->node)
            return true;
    return false;
}

rapport_status rapport_assessment_get_remark(const rapport_assessment *assessment, uint32_t rater, uint32_t criterion,
                                             uint32_t *cursor, double *confidence, int32_t *evidence, const char **language,
                                             const char **text)
{
    uint32_t at;
    if (!cursor || !confidence || !evidence || !language || !text || rater >= assessment->rater_count ||
        *cursor > assessment->remark_count)
        return RAPPORT_BAD_ARGUMENT;
    at = *cursor ? assessment->remarks[*cursor - 1].next : assessment->raters[rater].first_remark;
    for (; at != RAPPORT_NONE; at = assessment->remarks[at].next) {
        const rapport__remark *remark = &assessment->remarks[at];
        if (remark->node != criterion || is_outdated(assessment, remark))
            continue;
        *cursor = at + 1;
        *confidence = remark->confidence;
        *evidence = remark->evidence;
        *language = remark->language;
        *text = remark->text;
        return RAPPORT_OK;
    }
    return RAPPORT_NOT_FOUND;
}
