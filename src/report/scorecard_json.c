/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/scorecard.h"

static const char *standing_name(const rapport_scorecard *card, uint32_t standing)
{
    return rapport_scorecard_standing_name(card, standing); /* NULL for none */
}

static const char *arithmetic_name(int32_t arithmetic)
{
    return arithmetic == RAPPORT_ERPNEXT ? "erpnext" : "ours";
}

static void put_bounds(rapport__json_out *out, bool there, double lower, double upper)
{
    rapport__json_put_key(out, "bounds");
    if (!there) {
        rapport__json_put_null(out);
        return;
    }
    rapport__json_begin_array(out, RAPPORT__JSON_INLINE);
    rapport__json_put_number(out, lower);
    rapport__json_put_number(out, upper);
    rapport__json_end(out);
}

static void put_ours(rapport__json_out *out, const rapport_scorecard *card)
{
    rapport_scorecard_outcome is = rapport__scorecard_outcome(card, RAPPORT_OURS);
    const rapport_model *model = rapport_scorecard_model(card);
    rapport__json_put_key(out, "ours");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_number_member(out, "score", is.has_score, is.score);
    rapport__json_text_member(out, "standing", standing_name(card, is.standing));
    rapport__json_number_member(out, "coverage", true, is.coverage);
    put_bounds(out, true, is.lower, is.upper);
    rapport__json_integer_member(out, "periods", true, is.periods);
    rapport__json_text_member(out, "fingerprint", model ? rapport_model_fingerprint(model) : NULL);
    rapport__json_end(out);
}

static void put_erpnext(rapport__json_out *out, const rapport_scorecard *card)
{
    rapport_scorecard_outcome is = rapport__scorecard_outcome(card, RAPPORT_ERPNEXT);
    rapport__json_put_key(out, "erpnext");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_number_member(out, "score", is.has_score, is.score);
    rapport__json_number_member(out, "unrounded", is.has_score, is.unrounded);
    rapport__json_text_member(out, "standing", standing_name(card, is.standing));
    rapport__json_integer_member(out, "periods", true, is.periods);
    rapport__json_text_member(out, "refused", rapport_scorecard_difference_name(is.refused));
    rapport__json_end(out);
}

static void put_criterion(rapport__json_out *out, const rapport_scorecard *card, uint32_t period, uint32_t criterion)
{
    rapport_scorecard_criterion is = rapport__scorecard_criterion(card, period, criterion);
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__json_text_member(out, "criterion", rapport_scorecard_criterion_name(card, period, criterion));
    rapport__json_number_member(out, "weight", true, is.weight);
    rapport__json_number_member(out, "max_score", true, is.max_score);
    rapport__json_number_member(out, "stored", is.has & RAPPORT_HAS_STORED, is.stored_score);
    rapport__json_number_member(out, "erpnext", is.has & RAPPORT_HAS_ERPNEXT, is.erpnext_score);
    rapport__json_number_member(out, "points", is.has & RAPPORT_HAS_OURS, is.our_points);
    rapport__json_end(out);
}

static void put_period(rapport__json_out *out, const rapport_scorecard *card, uint32_t period)
{
    rapport_scorecard_period is = rapport__scorecard_period(card, period);
    bool counts = is.number != RAPPORT_NONE, bounds = is.has & RAPPORT_HAS_OUR_BOUNDS;
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_text_member(out, "period", rapport_scorecard_period_name(card, period));
    rapport__json_text_member(out, "end_date", rapport_scorecard_period_end(card, period));
    rapport__json_integer_member(out, "docstatus", true, is.docstatus);
    rapport__json_integer_member(out, "number", counts, is.number);
    rapport__json_number_member(out, "stored_total", is.has & RAPPORT_HAS_STORED, is.stored_total);
    rapport__json_number_member(out, "erpnext_total", is.has & RAPPORT_HAS_ERPNEXT, is.erpnext_total);
    rapport__json_number_member(out, "erpnext_weight", is.has & RAPPORT_HAS_PERIOD_WEIGHT, is.weight);
    rapport__json_number_member(out, "score", is.has & RAPPORT_HAS_OURS, is.our_score);
    rapport__json_number_member(out, "weight", counts, is.our_weight);
    rapport__json_number_member(out, "coverage", bounds, is.coverage);
    put_bounds(out, bounds, is.lower, is.upper);
    rapport__json_put_key(out, "criteria");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; i < rapport_scorecard_count_criteria(card, period); i++)
        put_criterion(out, card, period, i);
    rapport__json_end(out);
    rapport__json_end(out);
}

static void put_difference(rapport__json_out *out, const rapport_scorecard *card, uint32_t index)
{
    rapport_scorecard_difference is = rapport__scorecard_difference(card, index);
    bool period = is.period != RAPPORT_NONE, criterion = is.criterion != RAPPORT_NONE;
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__json_text_member(out, "kind", rapport_scorecard_difference_name(is.kind));
    rapport__json_text_member(out, "period", rapport_scorecard_period_name(card, is.period));
    rapport__json_text_member(out, "criterion",
                              period && criterion ? rapport_scorecard_criterion_name(card, is.period, is.criterion) : NULL);
    rapport__json_text_member(out, "variable", rapport_scorecard_variable_name(card, is.period, is.variable));
    rapport__json_number_member(out, "erpnext", is.has & RAPPORT_HAS_ERPNEXT, is.erpnext);
    rapport__json_number_member(out, "ours", is.has & RAPPORT_HAS_OURS, is.ours);
    rapport__json_text_member(out, "why", rapport__scorecard_why(is.kind));
    rapport__json_end(out);
}

void rapport__scorecard_json(rapport__json_out *out, const rapport_scorecard *card, int32_t arithmetic)
{
    rapport_scorecard_outcome is = rapport__scorecard_outcome(card, arithmetic);
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_text_member(out, "format", "rapport-scorecard-result/1");
    rapport__json_text_member(out, "library", rapport_version_text());
    rapport__json_integer_member(out, "algorithm", true, rapport_algorithm());
    rapport__json_text_member(out, "supplier", rapport_scorecard_supplier(card));
    rapport__json_text_member(out, "arithmetic", arithmetic_name(arithmetic));
    rapport__json_number_member(out, "score", is.has_score, is.score);
    rapport__json_text_member(out, "standing", standing_name(card, is.standing));
    put_ours(out, card);
    put_erpnext(out, card);
    rapport__json_put_key(out, "periods");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; i < rapport_scorecard_count_periods(card); i++)
        put_period(out, card, i);
    rapport__json_end(out);
    rapport__json_put_key(out, "differences");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; i < rapport_scorecard_count_differences(card); i++)
        put_difference(out, card, i);
    rapport__json_end(out);
    rapport__json_end(out);
}
