/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* ERPNext's arithmetic, step by step and in its order, so that every bit is the same. */
#include "analysis/scorecard_formula.h"

static bool is_finite(double x)
{
    return x - x == 0;
}

static double sum_of_weights(const rapport__sc_period *period)
{
    double sum = 0;
    for (uint32_t i = 0; i < period->criterion_count; i++)
        sum += period->criteria[i].weight;
    return sum;
}

/* No two may overlap, and from 0 each must begin where another ends, up to 100. */
static bool are_standings_sound(const rapport_scorecard *card)
{
    double reached = 0;
    for (uint32_t i = 0; i < card->standing_count; i++) {
        const rapport__sc_standing *one = &card->standings[i];
        for (uint32_t k = 0; k < card->standing_count; k++) {
            const rapport__sc_standing *other = &card->standings[k];
            if (i != k && one->max_grade > other->min_grade && one->min_grade < other->max_grade)
                return false;
            if (other->min_grade == reached)
                reached = other->max_grade;
        }
    }
    return reached >= 100;
}

/* A period's total; 0 if it has one, else why ERPNext would not have saved it. */
static int32_t add_up(rapport__sc_period *period)
{
    double total = 0;
    period->sum = sum_of_weights(period);
    period->is.stored_total = period->total;
    period->is.erpnext_total = period->total;
    if (period->has_total) {
        period->is.has |= RAPPORT_HAS_STORED | RAPPORT_HAS_ERPNEXT;
        return 0;
    }
    if (period->sum != 100)
        return RAPPORT_DIFFERS_WEIGHTS;
    for (uint32_t i = 0; i < period->criterion_count; i++) {
        if (!period->criteria[i].has_erpnext)
            return RAPPORT_DIFFERS_FORMULA;
        total += period->criteria[i].erpnext * period->criteria[i].weight / 100.0;
    }
    if (!is_finite(total))
        return RAPPORT_DIFFERS_FORMULA;
    period->is.erpnext_total = total;
    period->is.has |= RAPPORT_HAS_ERPNEXT;
    return 0;
}

static int32_t weigh(rapport_scorecard *card, rapport__sc_period *period, double *most)
{
    rapport__formula_value whole = rapport__sc_weigh(card, period, NULL), part;
    bool known = period->is.has & RAPPORT_HAS_ERPNEXT;
    period->fault = whole.fault;
    if (!whole.fault && is_finite(whole.number)) {
        period->is.has |= RAPPORT_HAS_PERIOD_WEIGHT;
        period->is.weight = whole.number / 100;
    }
    *most = whole.number;
    if (!known)
        return 0;
    part = rapport__sc_weigh(card, period, &period->is.erpnext_total);
    if (part.fault)
        period->fault = part.fault;
    if (period->fault || !is_finite(part.number) || !is_finite(whole.number))
        return RAPPORT_DIFFERS_WEIGHTING;
    period->is.erpnext_score = part.number;
    return 0;
}

/* Without a break: of standings that match, the last one stays. A grade of 0 is no end. */
static uint32_t find_standing(const rapport_scorecard *card, double score)
{
    uint32_t found = RAPPORT_NONE;
    for (uint32_t i = 0; i < card->standing_count; i++) {
        const rapport__sc_standing *at = &card->standings[i];
        if ((at->min_grade == 0 || at->min_grade <= score) && (at->max_grade == 0 || at->max_grade > score))
            found = i;
    }
    return found;
}

static void refuse(rapport_scorecard_outcome *out, int32_t why)
{
    if (!out->refused)
        out->refused = why;
}

void rapport__sc_erpnext(rapport_scorecard *card)
{
    rapport_scorecard_outcome *out = &card->outcome[RAPPORT_ERPNEXT];
    double total = 0, most = 0;
    *out = (rapport_scorecard_outcome){.arithmetic = RAPPORT_ERPNEXT, .standing = RAPPORT_NONE};
    card->own.sum = sum_of_weights(&card->own);
    card->bad_standings = !are_standings_sound(card);
    if (card->bad_standings)
        refuse(out, RAPPORT_DIFFERS_STANDINGS);
    if (card->own.sum != 100)
        refuse(out, RAPPORT_DIFFERS_WEIGHTS);
    for (uint32_t i = 0; i < card->submitted; i++) {
        rapport__sc_period *period = &card->periods[card->order[i]];
        double whole;
        refuse(out, add_up(period));
        refuse(out, weigh(card, period, &whole));
        total += period->is.erpnext_score;
        most += whole;
        out->periods += whole > 0;
    }
    out->unrounded = most > 0 ? 100.0 * (total / most) : 100;
    out->score = rapport__round_decimals(out->unrounded, 1);
    if (!is_finite(out->unrounded))
        refuse(out, RAPPORT_DIFFERS_WEIGHTING);
    out->has_score = !out->refused;
    if (out->has_score)
        out->standing = find_standing(card, out->score);
    else
        out->score = out->unrounded = 0;
}
