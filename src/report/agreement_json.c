/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The document rapport-agreement/1. */
#include "report/agreement.h"

typedef struct page {
    rapport__json_out *out;
    const rapport_agreement *a;
    const rapport_ratings *ratings;
} page;

static void put_scale(const page *p, bool options)
{
    bool range = p->a->lowest < p->a->highest;
    if (options)
        rapport__json_integer_member(p->out, "options", p->a->options > 0, p->a->options);
    rapport__json_number_member(p->out, "lowest", range, p->a->lowest);
    rapport__json_number_member(p->out, "highest", range, p->a->highest);
}

static void put_parameters(const page *p)
{
    rapport__json_put_key(p->out, "parameters");
    rapport__json_begin_object(p->out, RAPPORT__JSON_INLINE);
    switch (p->a->index) {
    case RAPPORT_RWG:
    case RAPPORT_RWGJ:
        put_scale(p, true);
        rapport__json_text_member(p->out, "null_distribution", "uniform");
        break;
    case RAPPORT_AWG:
        put_scale(p, false);
        break;
    case RAPPORT_AD:
        rapport__json_text_member(p->out, "around", rapport__word_of_around(p->a->around));
        rapport__json_integer_member(p->out, "options", p->a->options > 0, p->a->options);
        break;
    case RAPPORT_KENDALL:
        break;
    case RAPPORT_KRIPPENDORFF:
        rapport__json_text_member(p->out, "metric", rapport__word_of_metric(p->a->metric));
        break;
    default:
        rapport__json_number_member(p->out, "confidence", true, p->a->confidence);
        break;
    }
    rapport__json_end(p->out);
}

static void put_unit(const page *p, const char *key, uint32_t unit, double value)
{
    rapport__json_put_key(p->out, key);
    if (!(p->a->has & RAPPORT_HAS_UNITS)) {
        rapport__json_put_null(p->out);
        return;
    }
    rapport__json_begin_object(p->out, RAPPORT__JSON_INLINE);
    rapport__json_integer_member(p->out, "unit", true, unit);
    rapport__json_text_member(p->out, "id", rapport__agreement_unit(p->ratings, unit));
    rapport__json_number_member(p->out, "value", true, value);
    rapport__json_end(p->out);
}

static void put_units(const page *p)
{
    put_unit(p, "least", p->a->least_unit, p->a->least);
    put_unit(p, "greatest", p->a->greatest_unit, p->a->greatest);
}

static void put_interval(const page *p)
{
    rapport__json_put_key(p->out, "interval");
    if (!(p->a->has & RAPPORT_HAS_INTERVAL)) {
        rapport__json_put_null(p->out);
        return;
    }
    rapport__json_begin_array(p->out, RAPPORT__JSON_INLINE);
    rapport__json_put_number(p->out, p->a->lower);
    rapport__json_put_number(p->out, p->a->upper);
    rapport__json_end(p->out);
}

static void put_icc(const page *p)
{
    const rapport_agreement *a = p->a;
    bool squares = a->has & RAPPORT_HAS_MEAN_SQUARES, two_way = a->has & RAPPORT_HAS_TWO_WAY, f = a->has & RAPPORT_HAS_F;
    rapport__json_number_member(p->out, "ms_units", squares, a->ms_units);
    rapport__json_number_member(p->out, "ms_within", squares, a->ms_within);
    rapport__json_number_member(p->out, "ms_raters", two_way, a->ms_raters);
    rapport__json_number_member(p->out, "ms_error", two_way, a->ms_error);
    rapport__json_number_member(p->out, "raters_per_unit", squares, a->raters_per_unit);
    rapport__json_number_member(p->out, "f", f, a->f);
    rapport__json_number_member(p->out, "df1", f, a->df1);
    rapport__json_number_member(p->out, "df2", f, a->df2);
    put_interval(p);
}

static void put_two(const page *p, const char *observed, const char *expected)
{
    rapport__json_number_member(p->out, observed, p->a->has & RAPPORT_HAS_OBSERVED, p->a->observed);
    if (expected)
        rapport__json_number_member(p->out, expected, p->a->has & RAPPORT_HAS_EXPECTED, p->a->expected);
}

/* What belongs to one index only. */
static void put_details(const page *p)
{
    switch (p->a->index) {
    case RAPPORT_RWG:
    case RAPPORT_RWGJ:
        put_two(p, "observed_variance", "random_variance");
        rapport__json_integer_member(p->out, "floored", true, p->a->floored);
        if (p->a->index == RAPPORT_RWG)
            put_units(p);
        break;
    case RAPPORT_AWG:
        put_two(p, "observed_variance", NULL);
        rapport__json_integer_member(p->out, "off_center", true, p->a->off_center);
        put_units(p);
        break;
    case RAPPORT_AD:
        rapport__json_number_member(p->out, "limit", p->a->has & RAPPORT_HAS_LIMIT, p->a->limit);
        put_units(p);
        break;
    case RAPPORT_KENDALL:
        rapport__json_number_member(p->out, "chi_square", p->a->has & RAPPORT_HAS_CHI_SQUARE, p->a->chi_square);
        rapport__json_number_member(p->out, "df", p->a->has & RAPPORT_HAS_CHI_SQUARE, p->a->df1);
        break;
    case RAPPORT_KRIPPENDORFF:
        put_two(p, "observed_disagreement", "expected_disagreement");
        break;
    case RAPPORT_CRONBACH:
        put_two(p, "variance_of_items", "variance_of_sum");
        put_interval(p);
        break;
    default:
        put_icc(p);
        break;
    }
}

void rapport__agreement_json(rapport__json_out *out, const rapport_agreement *a, const rapport_ratings *ratings)
{
    page p = {out, a, ratings};
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_text_member(out, "format", "rapport-agreement/1");
    rapport__json_text_member(out, "library", rapport_version_text());
    rapport__json_integer_member(out, "algorithm", true, rapport_algorithm());
    rapport__json_text_member(out, "index", rapport_agreement_name(a->index));
    rapport__json_number_member(out, "value", a->has_value, a->value);
    rapport__json_text_member(out, "reason", rapport__word_of_reason(a->reason));
    rapport__json_integer_member(out, "raters", true, a->raters);
    rapport__json_integer_member(out, "units", true, a->units);
    rapport__json_integer_member(out, "ratings", true, a->ratings);
    put_parameters(&p);
    put_details(&p);
    rapport__json_end(out);
}
