/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What raters say of parties, and what parties state to be important. Opinions are only ever added: of those on the same
 * question a rater's last one holds. */
#include "rapport/perspective.h"

#include <math.h>

#include "evidence/assessment.h"
#include "model/scale.h"
#include "rapport/importance.h"

static const char *const keys[] = {"", "about", "predicts"};

bool rapport__answer_points(const rapport__scale *scale, double value, double *points)
{
    uint32_t step;
    if (!isfinite(value))
        return false;
    if (scale->kind == RAPPORT_NUMBER) {
        *points = rapport__scale_points(scale, value);
        return true;
    }
    if (scale->kind == RAPPORT_YESNO) {
        *points = value == 1 ? 100 : 0;
        return value == 0 || value == 1;
    }
    if (!(value >= 1 && value <= scale->step_count))
        return false;
    step = (uint32_t)value;
    *points = scale->steps[step - 1].points;
    return step == value;
}

/* The scale of a criterion that a rater may be asked about a party; NULL if one of them is not there. */
static const rapport__scale *find_scale(const rapport_assessment *assessment, uint32_t rater, uint32_t party, uint32_t node)
{
    const rapport__content *content = &assessment->model->content;
    if (rater >= assessment->rater_count || party >= assessment->party_count || node >= content->node_count ||
        content->nodes[node].kind != RAPPORT_CRITERION)
        return NULL;
    return &content->scales[content->nodes[node].scale];
}

/* FAIL at /about/northwind/trust. */
static rapport_status refuse(const rapport_assessment *assessment, const rapport__statement *said, rapport_error *error,
                             const char *why)
{
    char path[sizeof error->path] = "";
    rapport__append_key(path, sizeof path, keys[said->kind]);
    rapport__append_key(path, sizeof path, assessment->parties[said->party].id);
    rapport__append_key(path, sizeof path, assessment->model->content.nodes[said->node].id);
    return FAIL(error, RAPPORT_BAD_VALUE, path, why);
}

static rapport_status check(const rapport_assessment *assessment, const rapport__scale *scale, rapport__statement *said,
                            rapport_error *error)
{
    if (said->kind == RAPPORT_PREDICTS && said->party == assessment->raters[said->rater].party)
        return refuse(assessment, said, error, "a party does not predict its own answers");
    if (said->kind == RAPPORT_PREDICTS && rapport__has_fact(assessment, said->node))
        return refuse(assessment, said, error, "there is a fact: nobody is asked, so nothing can be predicted");
    if (said->state < RAPPORT_UNANSWERED || said->state > RAPPORT_DECLINED)
        return refuse(assessment, said, error, "there is no such state");
    if (said->state != RAPPORT_ANSWERED)
        said->value = said->points = 0;
    else if (!rapport__answer_points(scale, said->value, &said->points))
        return refuse(assessment, said, error, "the scale knows no such answer");
    said->value += 0.0;
    return RAPPORT_OK;
}

rapport_status rapport_assessment_set_opinion(rapport_assessment *assessment, uint32_t rater, int32_t kind, uint32_t party,
                                              uint32_t criterion, int32_t state, double value, rapport_error *error)
{
    const rapport__scale *scale = find_scale(assessment, rater, party, criterion);
    rapport__statement added = {
        .rater = rater, .party = party, .node = criterion, .kind = kind, .state = state, .value = value};
    uint32_t at = assessment->opinion_count;
    rapport_status status;
    if (!scale)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "there is no such rater or party, or the node is no criterion");
    if (kind != RAPPORT_ABOUT && kind != RAPPORT_PREDICTS)
        return FAIL(error, RAPPORT_BAD_VALUE, "", "there is no such kind of opinion");
    if ((status = check(assessment, scale, &added, error)))
        return status;
    if (at == RAPPORT_MAX_OPINIONS)
        return FAIL(error, RAPPORT_LIMIT, "/parties", "an assessment has at most 4194304 opinions");
    if (rapport__reserve(rapport__assessment_memory(assessment), &assessment->opinions, &assessment->opinion_capacity, at + 1,
                         sizeof added))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    added.previous = assessment->raters[rater].last_opinion;
    assessment->opinions[at] = added;
    assessment->raters[rater].last_opinion = at;
    assessment->opinion_count = at + 1;
    return RAPPORT_OK;
}

rapport_status rapport_assessment_get_opinion(const rapport_assessment *assessment, uint32_t rater, int32_t kind,
                                              uint32_t party, uint32_t criterion, int32_t *state, double *value, double *points)
{
    rapport__statement found = {.state = RAPPORT_UNANSWERED};
    if (!state || !find_scale(assessment, rater, party, criterion) || (kind != RAPPORT_ABOUT && kind != RAPPORT_PREDICTS))
        return RAPPORT_BAD_ARGUMENT;
    for (uint32_t at = assessment->raters[rater].last_opinion; at != RAPPORT_NONE; at = assessment->opinions[at].previous) {
        const rapport__statement *said = &assessment->opinions[at];
        if (said->kind == kind && said->party == party && said->node == criterion) {
            found = *said;
            break;
        }
    }
    *state = found.state;
    if (value)
        *value = found.value;
    if (points)
        *points = found.points;
    return RAPPORT_OK;
}

/* Room for what a party states; nothing is stated at first. */
static double *open_statement(rapport_assessment *assessment, rapport__party *party)
{
    uint32_t nodes = assessment->model->content.node_count;
    if (party->importance)
        return party->importance;
    if (!(party->importance = rapport__arena_alloc(&assessment->arena, nodes, sizeof *party->importance)))
        return NULL;
    for (uint32_t i = 0; i < nodes; i++)
        party->importance[i] = -1;
    party->stating = assessment->stating_count++;
    return party->importance;
}

rapport_status rapport_assessment_set_importance(rapport_assessment *assessment, uint32_t party, uint32_t node,
                                                 double importance, rapport_error *error)
{
    char path[sizeof error->path] = "/parties";
    if (party >= assessment->party_count || node == RAPPORT_ROOT || node >= assessment->model->content.node_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/parties", "there is no such party, or no such node below the root");
    if (!(importance >= 0 && importance <= 1e12)) {
        rapport__append_key(path, sizeof path, assessment->parties[party].id);
        rapport__append_key(path, sizeof path, "importance");
        rapport__append_key(path, sizeof path, assessment->model->content.nodes[node].id);
        return FAIL(error, RAPPORT_BAD_VALUE, path, "importance must lie in 0..1e12");
    }
    if (!open_statement(assessment, &assessment->parties[party]))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    assessment->parties[party].importance[node] = importance + 0.0;
    return RAPPORT_OK;
}

rapport_status rapport_assessment_get_importance(const rapport_assessment *assessment, uint32_t party, uint32_t node,
                                                 double *importance)
{
    const double *stated;
    if (party >= assessment->party_count || node >= assessment->model->content.node_count)
        return RAPPORT_BAD_ARGUMENT;
    stated = assessment->parties[party].importance;
    if (importance)
        *importance = 0;
    if (!stated || (node != RAPPORT_ROOT && stated[node] < 0))
        return RAPPORT_NOT_FOUND;
    if (importance && node != RAPPORT_ROOT)
        *importance = stated[node];
    return RAPPORT_OK;
}
