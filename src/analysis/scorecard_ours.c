/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The same scorecard as models of ours: a model for each period, which is a round. */
#include <string.h>

#include "analysis/scorecard.h"
#include "analysis/trend.h"
#include "base/error.h"
#include "base/number.h"
#include "base/sort.h"
#include "base/sum.h"
#include "rapport/assessment.h"
#include "rapport/draft.h"
#include "rapport/score.h"

#define MOST_ID 16

double rapport__sc_recency(uint32_t number)
{
    double weight = rapport__recency_weight(number, RAPPORT_LINEAR_FADE, 12);
    return weight > 0 ? weight : 0;
}

static const char *make_id(const char *kind, uint32_t number, char out[MOST_ID])
{
    char digits[RAPPORT__NUMBER_SIZE];
    (void)rapport__number_write(number + 1.0, digits);
    out[0] = '\0';
    rapport__append(out, MOST_ID, kind);
    rapport__append(out, MOST_ID, digits);
    return out;
}

static int compare_grades(const void *context, uint32_t a, uint32_t b)
{
    const rapport_scorecard *card = context;
    double left = card->standings[a].min_grade, right = card->standings[b].min_grade;
    return left < right ? -1 : left > right;
}

/* The standings by their lower ends. */
static void order_standings(const rapport_scorecard *card, uint32_t order[RAPPORT_MAX_STANDINGS])
{
    uint32_t room[RAPPORT_MAX_STANDINGS];
    for (uint32_t i = 0; i < card->standing_count; i++)
        order[i] = i;
    rapport__sort(order, room, card->standing_count, compare_grades, card);
}

/* Of standings with the same lower end the last one holds; the top one holds 100 too. */
static uint32_t find_standing(const rapport_scorecard *card, double score)
{
    uint32_t order[RAPPORT_MAX_STANDINGS], found = RAPPORT_NONE;
    order_standings(card, order);
    for (uint32_t i = 0; i < card->standing_count; i++)
        if (rapport__compare(score, card->standings[order[i]].min_grade) >= 0)
            found = order[i];
    return found;
}

static rapport_status add_bands(const rapport_scorecard *card, rapport_draft *draft)
{
    uint32_t order[RAPPORT_MAX_STANDINGS], band;
    char id[MOST_ID];
    double reached = -1;
    rapport_status status = RAPPORT_OK;
    order_standings(card, order);
    if (!card->standing_count || rapport__compare(card->standings[order[0]].min_grade, 0) > 0) {
        status = rapport_draft_add_band(draft, "none", 0, &band, NULL);
        reached = 0;
    }
    for (uint32_t i = 0; i < card->standing_count && !status; i++) {
        const rapport__sc_standing *at = &card->standings[order[i]];
        double from = at->min_grade > 0 ? at->min_grade : 0;
        if (from > 100 || (reached >= 0 && rapport__compare(from, reached) <= 0))
            continue;
        status = rapport_draft_add_band(draft, make_id("standing-", order[i], id), from, &band, NULL);
        if (!status)
            status = rapport_draft_set_label(draft, RAPPORT_OF_BAND, band, 0, RAPPORT_TITLE, NULL, at->name, -1, NULL);
        reached = from;
    }
    return status;
}

bool rapport__sc_is_scaled(const rapport__sc_criterion *criterion)
{
    return criterion->max_score >= 1e-12 && criterion->max_score <= 1e12;
}

/* Whether there is anything to make a model of. */
static bool can_be_model(const rapport__sc_period *period)
{
    for (uint32_t i = 0; i < period->criterion_count; i++)
        if (rapport__sc_is_scaled(&period->criteria[i]) && period->criteria[i].weight > 0)
            return true;
    return false;
}

static rapport_status add_criterion(rapport_draft *draft, const rapport__sc_criterion *criterion, uint32_t number)
{
    char id[MOST_ID];
    uint32_t scale = 0, node = 0;
    rapport_status status =
        rapport_draft_add_linear(draft, make_id("scale-", number, id), 0, criterion->max_score, &scale, NULL);
    if (!status)
        status = rapport_draft_add_criterion(draft, RAPPORT_ROOT, make_id("criterion-", number, id), criterion->weight, scale,
                                             &node, NULL);
    if (!status)
        status = rapport_draft_set_label(draft, RAPPORT_OF_NODE, node, 0, RAPPORT_TITLE, NULL, criterion->name, -1, NULL);
    return status;
}

static rapport_status make_model(const rapport_scorecard *card, const rapport__sc_period *period, rapport_model **out)
{
    rapport_draft *draft;
    rapport_status status = rapport_draft_create("scorecard", "1", &card->arena.mem, &draft, NULL);
    if (status)
        return status;
    status = rapport_draft_set_label(draft, RAPPORT_OF_MODEL, 0, 0, RAPPORT_TITLE, NULL, card->supplier, -1, NULL);
    if (!status)
        status = add_bands(card, draft);
    for (uint32_t i = 0; i < period->criterion_count && !status; i++)
        if (rapport__sc_is_scaled(&period->criteria[i]))
            status = add_criterion(draft, &period->criteria[i], i);
    if (!status)
        status = rapport_draft_build(draft, out, NULL);
    rapport_draft_destroy(draft);
    return status;
}

static rapport_status put_facts(const rapport__sc_period *period, rapport_assessment *assessment)
{
    const rapport_model *model = rapport_assessment_model(assessment);
    char id[MOST_ID];
    rapport_status status = rapport_assessment_add_party(assessment, "buyer", 1, RAPPORT_VOICE_ONE, NULL, NULL);
    for (uint32_t i = 0; i < period->criterion_count && !status; i++)
        if (rapport__sc_is_scaled(&period->criteria[i]) && period->criteria[i].has_ours)
            status =
                rapport_assessment_set_number(assessment, RAPPORT_FACT, rapport_model_find(model, make_id("criterion-", i, id)),
                                              period->criteria[i].ours, NULL);
    return status;
}

static rapport_status score(const rapport_scorecard *card, rapport__sc_period *period, const rapport_model *model)
{
    rapport_cell cell = {.struct_size = sizeof cell};
    rapport_assessment *assessment = NULL;
    rapport_result *result = NULL;
    rapport_status status =
        rapport_assessment_create(model, "period", card->supplier, period->end, &card->arena.mem, &assessment, NULL);
    if (!status)
        status = put_facts(period, assessment);
    if (!status)
        status = rapport_result_create(&card->arena.mem, &result);
    if (!status)
        status = rapport_result_compute(result, assessment, NULL);
    if (!status)
        status = rapport_result_get_cell(result, RAPPORT_JOINT, RAPPORT_ROOT, &cell);
    if (!status) {
        period->is.coverage = cell.coverage;
        period->is.lower = cell.lower;
        period->is.upper = cell.upper;
        period->is.our_score = cell.score;
        if (cell.status == RAPPORT_CELL_OK || cell.status == RAPPORT_CELL_INCOMPLETE)
            period->is.has |= RAPPORT_HAS_OURS;
    }
    rapport_result_destroy(result);
    rapport_assessment_destroy(assessment);
    return status;
}

static rapport_status score_period(rapport_scorecard *card, rapport__sc_period *period)
{
    rapport_model *model;
    rapport_status status;
    bool usable = period->is.has & RAPPORT_HAS_PERIOD_WEIGHT && period->is.weight >= 0 && period->is.weight <= 1e100;
    period->is.our_weight = usable ? period->is.weight : rapport__sc_recency(period->is.number);
    period->is.upper = 100;
    if (!can_be_model(period))
        return RAPPORT_OK;
    period->is.has |= RAPPORT_HAS_OUR_BOUNDS;
    if ((status = make_model(card, period, &model)))
        return status;
    status = score(card, period, model);
    period->other_criteria =
        card->model && strcmp(rapport_model_fingerprint(card->model), rapport_model_fingerprint(model)) != 0;
    if (!card->model)
        card->model = model;
    else
        rapport_model_destroy(model);
    return status;
}

/* The mean over the periods by their weights: of the score over those that have one, of the bounds over all. */
static void combine(rapport_scorecard *card, rapport_scorecard_outcome *out)
{
    double weights = 0, known = 0, total = 0, coverage = 0, lower = 0, upper = 0;
    for (uint32_t i = 0; i < card->submitted; i++) {
        const rapport_scorecard_period *at = &card->periods[card->order[i]].is;
        weights += at->our_weight;
        coverage += at->our_weight * at->coverage;
        lower += at->our_weight * at->lower;
        upper += at->our_weight * at->upper;
        if (!(at->has & RAPPORT_HAS_OURS) || !(at->our_weight > 0))
            continue;
        known += at->our_weight;
        total += at->our_weight * at->our_score;
        out->periods++;
    }
    out->upper = 100;
    if (weights > 0) {
        out->coverage = coverage / weights;
        out->lower = lower / weights;
        out->upper = upper / weights;
    }
    if (!out->periods)
        return;
    out->has_score = 1;
    out->score = out->unrounded = total / known;
    out->standing = find_standing(card, out->score);
}

rapport_status rapport__sc_ours(rapport_scorecard *card)
{
    rapport_scorecard_outcome *out = &card->outcome[RAPPORT_OURS];
    *out = (rapport_scorecard_outcome){.arithmetic = RAPPORT_OURS, .standing = RAPPORT_NONE};
    for (uint32_t i = 0; i < card->submitted; i++) {
        rapport_status status = score_period(card, &card->periods[card->order[i]]);
        if (status)
            return status;
    }
    combine(card, out);
    return RAPPORT_OK;
}
