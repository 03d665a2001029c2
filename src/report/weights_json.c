/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The document rapport-weights/1. */
#include "report/weights.h"

static void put_numbers(rapport__json_out *out, const char *key, const double *numbers, uint32_t count)
{
    rapport__json_put_key(out, key);
    if (!numbers) {
        rapport__json_put_null(out);
        return;
    }
    rapport__json_begin_array(out, RAPPORT__JSON_INLINE);
    for (uint32_t i = 0; i < count; i++)
        rapport__json_put_number(out, numbers[i]);
    rapport__json_end(out);
}

static void put_criteria(rapport__json_out *out, const rapport_weights *w)
{
    rapport__json_put_key(out, "criteria");
    rapport__json_begin_array(out, RAPPORT__JSON_INLINE);
    for (uint32_t c = 0; c < rapport_weights_count(w); c++)
        rapport__json_put_text(out, rapport_weights_criterion_id(w, c));
    rapport__json_end(out);
}

static void put_triad(rapport__json_out *out, const rapport_weights *w, const rapport_consistency *c)
{
    rapport__json_put_key(out, "triad");
    if (!(c->has & RAPPORT_HAS_TRIAD)) {
        rapport__json_put_null(out);
        return;
    }
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__json_put_key(out, "criteria");
    rapport__json_begin_array(out, RAPPORT__JSON_INLINE);
    rapport__json_put_text(out, rapport_weights_criterion_id(w, c->triad_first));
    rapport__json_put_text(out, rapport_weights_criterion_id(w, c->triad_second));
    rapport__json_put_text(out, rapport_weights_criterion_id(w, c->triad_third));
    rapport__json_end(out);
    rapport__json_number_member(out, "product", true, c->triad_product);
    rapport__json_end(out);
}

static void put_reconsider(rapport__json_out *out, const rapport_weights *w, const rapport_consistency *c)
{
    rapport__json_put_key(out, "reconsider");
    if (!(c->has & RAPPORT_HAS_RECONSIDER)) {
        rapport__json_put_null(out);
        return;
    }
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__json_text_member(out, "row", rapport_weights_criterion_id(w, c->row));
    rapport__json_text_member(out, "column", rapport_weights_criterion_id(w, c->column));
    rapport__json_number_member(out, "judged", true, c->judged);
    rapport__json_number_member(out, "implied", true, c->implied);
    rapport__json_end(out);
}

static void put_pairs(rapport__json_out *out, const rapport_weights *w, const rapport_consistency *c)
{
    int32_t table;
    rapport_weights_get_choices(w, &table, NULL);
    rapport__json_number_member(out, "lambda_max", true, c->lambda_max);
    rapport__json_number_member(out, "ci", true, c->ci);
    rapport__json_number_member(out, "ri", c->has & RAPPORT_HAS_RI, c->ri);
    rapport__json_number_member(out, "cr", c->has & RAPPORT_HAS_CR, c->cr);
    rapport__json_text_member(out, "reason", rapport__word_of_cr(c->reason));
    rapport__json_text_member(out, "random_index", rapport_random_index_name(table));
    rapport__json_number_member(out, "gci", c->has & RAPPORT_HAS_GCI, c->gci);
    rapport__json_integer_member(out, "missing", true, c->missing);
    rapport__json_number_member(out, "ri_incomplete", c->has & RAPPORT_HAS_CR_INCOMPLETE, c->ri_incomplete);
    rapport__json_number_member(out, "cr_incomplete", c->has & RAPPORT_HAS_CR_INCOMPLETE, c->cr_incomplete);
    put_triad(out, w, c);
    put_reconsider(out, w, c);
}

static void put_consistency(rapport__json_out *out, const rapport_weights *w, uint32_t rater)
{
    rapport_consistency c = {.struct_size = sizeof c};
    rapport__json_put_key(out, "consistency");
    if (rapport_weights_get_consistency(w, rater, &c)) {
        rapport__json_put_null(out);
        return;
    }
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    if (c.has & RAPPORT_HAS_KSI) {
        rapport__json_number_member(out, "ksi", true, c.ksi);
        rapport__json_number_member(out, "ci", true, c.ci);
        rapport__json_number_member(out, "cr", c.has & RAPPORT_HAS_CR, c.cr);
        rapport__json_text_member(out, "reason", rapport__word_of_cr(c.reason));
    } else {
        put_pairs(out, w, &c);
    }
    rapport__json_end(out);
}

static void put_groups(rapport__json_out *out, const rapport_weights *w)
{
    rapport__json_put_key(out, "groups");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t g = 0; g < rapport_weights_count_groups(w); g++) {
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_text_member(out, "id", rapport_weights_group_id(w, g));
        rapport__json_number_member(out, "weight", true, rapport_weights_group_weight(w, g));
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

static void put_raters(rapport__json_out *out, const rapport_weights *w)
{
    uint32_t count = rapport_weights_count_raters(w);
    rapport__json_put_key(out, "raters");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t r = 0; r < count && count > 1; r++) {
        rapport__json_begin_object(out, RAPPORT__JSON_LINES);
        rapport__json_text_member(out, "id", rapport_weights_rater_id(w, r));
        rapport__json_number_member(out, "weight", true, rapport_weights_rater_weight(w, r));
        put_numbers(out, "weights", rapport_weights_rater_values(w, r), rapport_weights_count(w));
        put_consistency(out, w, r);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

/* A row of one number of the spread, null where it does not exist. */
static void put_spread(rapport__json_out *out, const rapport_weights *w, const char *key, int which)
{
    rapport__json_put_key(out, key);
    rapport__json_begin_array(out, RAPPORT__JSON_INLINE);
    for (uint32_t c = 0; c < rapport_weights_count(w); c++) {
        rapport_spread spread = {.struct_size = sizeof spread};
        if (rapport_weights_get_spread(w, c, &spread) || (which == 2 && !spread.has_sd))
            rapport__json_put_null(out);
        else
            rapport__json_put_number(out, which == 0 ? spread.lowest : which == 1 ? spread.highest : spread.sd);
    }
    rapport__json_end(out);
}

static void put_spreads(rapport__json_out *out, const rapport_weights *w)
{
    rapport__json_put_key(out, "spread");
    if (rapport_weights_count_raters(w) < 2) {
        rapport__json_put_null(out);
        return;
    }
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    put_spread(out, w, "lowest", 0);
    put_spread(out, w, "highest", 1);
    put_spread(out, w, "sd", 2);
    rapport__json_end(out);
}

void rapport__weights_json(rapport__json_out *out, const rapport_weights *w)
{
    int32_t combine;
    double concordance = 0;
    bool agreed = !rapport_weights_get_concordance(w, &concordance);
    rapport_weights_get_choices(w, NULL, &combine);
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_text_member(out, "format", "rapport-weights/1");
    rapport__json_text_member(out, "library", rapport_version_text());
    rapport__json_integer_member(out, "algorithm", true, rapport_algorithm());
    rapport__json_text_member(out, "method", rapport_weighting_name(rapport_weights_method(w)));
    put_criteria(out, w);
    put_numbers(out, "weights", rapport_weights_values(w), rapport_weights_count(w));
    put_groups(out, w);
    put_consistency(out, w, RAPPORT_NONE);
    rapport__json_text_member(out, "combine", rapport_weights_count_raters(w) > 1 ? rapport__word_of_combine(combine) : NULL);
    rapport__json_number_member(out, "concordance", agreed, concordance);
    put_spreads(out, w);
    put_raters(out, w);
    rapport__json_end(out);
}
