/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Where the two arithmetics differ, and where the document differs from what it would be. */
#include <string.h>

#include "analysis/scorecard.h"
#include "base/sum.h"

#define BOTH ((uint32_t)RAPPORT_HAS_ERPNEXT | RAPPORT_HAS_OURS)

/* Two differences of one place, in numbers that may not exist. */
typedef struct place {
    rapport_scorecard *card;
    uint32_t period, criterion;
} place;

static void differ(const place *at, int32_t kind, uint32_t variable, uint32_t has, double erpnext, double ours)
{
    rapport_scorecard *card = at->card;
    rapport_scorecard_difference added = {.kind = kind,
                                          .period = at->period,
                                          .criterion = at->criterion,
                                          .variable = variable,
                                          .has = has,
                                          .erpnext = has & RAPPORT_HAS_ERPNEXT ? erpnext + 0.0 : 0,
                                          .ours = has & RAPPORT_HAS_OURS ? ours + 0.0 : 0};
    if (card->out_of_memory || rapport__reserve(&card->arena.mem, &card->differences, &card->difference_capacity,
                                                card->difference_count + 1, sizeof added)) {
        card->out_of_memory = true;
        return;
    }
    card->differences[card->difference_count++] = added;
}

static void compare(const place *at, int32_t kind, double erpnext, double ours)
{
    if (rapport__compare(erpnext, ours) != 0)
        differ(at, kind, RAPPORT_NONE, BOTH, erpnext, ours);
}

/* The score, and what led to it. */
static void compare_scores(const place *at)
{
    const rapport_scorecard_outcome *theirs = &at->card->outcome[RAPPORT_ERPNEXT], *ours = &at->card->outcome[RAPPORT_OURS];
    uint32_t has = (theirs->has_score ? (uint32_t)RAPPORT_HAS_ERPNEXT : 0) | (ours->has_score ? (uint32_t)RAPPORT_HAS_OURS : 0);
    bool both = has == BOTH, differs = both ? rapport__compare(theirs->score, ours->score) != 0 : has != 0;
    if (differs)
        differ(at, RAPPORT_DIFFERS_SCORE, RAPPORT_NONE, has, theirs->score, ours->score);
    if (has && theirs->standing != ours->standing)
        differ(at, RAPPORT_DIFFERS_STANDING, RAPPORT_NONE, has, theirs->score, ours->score);
    if (theirs->has_score && !theirs->periods)
        differ(at, RAPPORT_DIFFERS_NO_HISTORY, RAPPORT_NONE, has, theirs->score, ours->score);
    if (theirs->has_score && theirs->standing == RAPPORT_NONE)
        differ(at, RAPPORT_DIFFERS_TOP_OPEN, RAPPORT_NONE, has, theirs->score, ours->score);
    if (theirs->has_score)
        compare(at, RAPPORT_DIFFERS_ROUNDED, theirs->score, theirs->unrounded);
}

static void compare_stored(const place *at)
{
    const rapport_scorecard *card = at->card;
    const rapport_scorecard_outcome *theirs = &card->outcome[RAPPORT_ERPNEXT];
    const char *standing = theirs->standing == RAPPORT_NONE ? NULL : card->standings[theirs->standing].name;
    if (card->has_stored && theirs->has_score)
        compare(at, RAPPORT_DIFFERS_STORED_SUPPLIER, card->stored, theirs->score);
    if (card->status && theirs->has_score && (!standing || strcmp(standing, card->status) != 0))
        differ(at, RAPPORT_DIFFERS_STORED_STANDING, RAPPORT_NONE, RAPPORT_HAS_OURS, 0, theirs->score);
}

static void compare_whole(rapport_scorecard *card)
{
    place at = {card, RAPPORT_NONE, RAPPORT_NONE};
    compare_scores(&at);
    if (card->own.sum != 100)
        differ(&at, RAPPORT_DIFFERS_WEIGHTS, RAPPORT_NONE, BOTH, card->own.sum, 100);
    if (card->bad_standings)
        differ(&at, RAPPORT_DIFFERS_STANDINGS, RAPPORT_NONE, 0, 0, 0);
    compare_stored(&at);
}

/* What its criteria add up to, where ERPNext could add them. */
static bool add_up(const rapport__sc_period *period, double *out)
{
    *out = 0;
    for (uint32_t i = 0; i < period->criterion_count; i++) {
        if (!period->criteria[i].has_erpnext)
            return false;
        *out += period->criteria[i].erpnext * period->criteria[i].weight / 100.0;
    }
    return period->criterion_count && *out - *out == 0;
}

static void compare_period(const place *at, const rapport__sc_period *period)
{
    double total;
    if (period->sum != 100)
        differ(at, RAPPORT_DIFFERS_WEIGHTS, RAPPORT_NONE, BOTH, period->sum, 100);
    if (period->has_total && add_up(period, &total))
        compare(at, RAPPORT_DIFFERS_STORED_TOTAL, period->total, total);
    if (period->fault || !(period->is.has & RAPPORT_HAS_PERIOD_WEIGHT))
        differ(at, RAPPORT_DIFFERS_WEIGHTING, RAPPORT_NONE, RAPPORT_HAS_OURS, 0, period->is.our_weight);
    else if (period->is.our_weight != period->is.weight)
        differ(at, RAPPORT_DIFFERS_WEIGHTING, RAPPORT_NONE, BOTH, period->is.weight, period->is.our_weight);
    if (period->other_criteria)
        differ(at, RAPPORT_DIFFERS_CRITERIA, RAPPORT_NONE, 0, 0, 0);
}

static void compare_criterion(const place *at, const rapport__sc_criterion *c)
{
    uint32_t theirs = c->has_erpnext ? RAPPORT_HAS_ERPNEXT : 0;
    if (c->missing != RAPPORT_NONE)
        differ(at, RAPPORT_DIFFERS_MISSING, c->missing, theirs, c->erpnext, 0);
    if (c->fault)
        differ(at, RAPPORT_DIFFERS_FORMULA, RAPPORT_NONE, c->has_ours ? RAPPORT_HAS_OURS : 0, 0, c->ours);
    if (c->has_erpnext && c->has_ours && c->formula)
        compare(at, RAPPORT_DIFFERS_VARIABLE, c->erpnext, c->ours);
    if (c->has_stored && c->has_erpnext)
        compare(at, RAPPORT_DIFFERS_STORED_SCORE, c->stored, c->erpnext);
    if (!rapport__sc_is_scaled(c))
        differ(at, RAPPORT_DIFFERS_NO_SCALE, RAPPORT_NONE, theirs, c->erpnext, 0);
    else if (c->max_score != 100 && c->has_erpnext && c->has_ours && c->ours > 0)
        differ(at, RAPPORT_DIFFERS_MAX_SCORE, RAPPORT_NONE, BOTH, c->erpnext, 100 * c->ours / c->max_score);
}

void rapport__sc_compare(rapport_scorecard *card)
{
    compare_whole(card);
    for (uint32_t p = 0; p < card->period_count; p++) {
        const rapport__sc_period *period = &card->periods[p];
        place at = {card, p, RAPPORT_NONE};
        if (period->docstatus != 1)
            continue;
        compare_period(&at, period);
        for (at.criterion = 0; at.criterion < period->criterion_count; at.criterion++)
            compare_criterion(&at, &period->criteria[at.criterion]);
    }
}
