/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/comparison.h"

static void put_parameters(rapport__json_out *out, const rapport__rounds *r)
{
    const rapport_comparison_options *o = &r->used;
    rapport__json_put_key(out, "parameters");
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    rapport__json_text_member(out, "fade", o->fade == RAPPORT_HALF_LIFE ? "half-life" : "linear");
    rapport__json_number_member(out, "span", true, o->span);
    rapport__json_number_member(out, "lambda", true, o->lambda);
    rapport__json_number_member(out, "width", true, o->width);
    rapport__json_text_member(out, "limits", o->limits == RAPPORT_ASYMPTOTIC_LIMITS ? "asymptotic" : "varying");
    rapport__json_number_member(out, "slack", true, o->slack);
    rapport__json_number_member(out, "interval", true, o->interval);
    rapport__json_integer_member(out, "baseline", o->sigma == 0, o->baseline);
    rapport__json_number_member(out, "minimum_common", true, o->minimum_common);
    rapport__json_number_member(out, "widening", true, o->widening);
    rapport__json_number_member(out, "coverage_fall", true, o->coverage_fall);
    rapport__json_number_member(out, "share_drift", true, o->share_drift);
    rapport__json_text_member(out, "trust", o->trust);
    rapport__json_text_member(out, "node", o->node);
    rapport__json_end(out);
}

/* "low", "high", both or null */
static void put_alarm(rapport__json_out *out, const char *key, int32_t alarm)
{
    static const char *const words[] = {NULL, "low", "high", "both"};
    rapport__json_text_member(out, key, words[alarm]);
}

static void put_points(rapport__json_out *out, const rapport__rounds *r, uint32_t view, uint32_t node)
{
    rapport__json_put_key(out, "points");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; i < r->rounds; i++) {
        rapport_trend_point point = {.struct_size = sizeof point};
        (void)rapport_comparison_get_point(r->comparison, view, node, i, &point);
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_number_member(out, "score", point.has_score, point.score);
        rapport__json_number_member(out, "average", point.has_chart, point.average);
        rapport__json_number_member(out, "lower", point.has_chart, point.lower);
        rapport__json_number_member(out, "upper", point.has_chart, point.upper);
        put_alarm(out, "ewma_alarm", point.ewma_alarm);
        rapport__json_number_member(out, "cusum_low", point.has_chart, point.cusum_low);
        rapport__json_number_member(out, "cusum_high", point.has_chart, point.cusum_high);
        put_alarm(out, "cusum_alarm", point.cusum_alarm);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}

static void put_numbers(rapport__json_out *out, const rapport_round_trend *t)
{
    bool slope = !t->slope_reason, test = !t->test_reason, chart = !t->chart_reason;
    rapport__json_number_member(out, "recent", !t->recent_reason, t->recent);
    rapport__json_text_member(out, "recent_reason", rapport__word_of_trend_reason(t->recent_reason));
    rapport__json_number_member(out, "slope", slope, t->slope);
    rapport__json_text_member(out, "slope_reason", rapport__word_of_trend_reason(t->slope_reason));
    rapport__json_number_member(out, "s", slope, t->s);
    rapport__json_number_member(out, "z", test, t->z);
    rapport__json_number_member(out, "p", test, t->p);
    rapport__json_boolean_member(out, "exact", t->exact);
    rapport__json_number_member(out, "tau", test, t->tau);
    rapport__json_text_member(out, "test_reason", rapport__word_of_trend_reason(t->test_reason));
    rapport__json_text_member(out, "baseline", t->baseline == RAPPORT_BASELINE_GIVEN ? "given" : "first-rounds");
    rapport__json_number_member(out, "mean", chart, t->mean);
    rapport__json_number_member(out, "sigma", chart, t->sigma);
    rapport__json_text_member(out, "chart_reason", rapport__word_of_trend_reason(t->chart_reason));
}

static void put_trend(rapport__json_out *out, const rapport__rounds *r, uint32_t view, uint32_t node)
{
    rapport_round_trend trend = {.struct_size = sizeof trend};
    (void)rapport_comparison_get_trend(r->comparison, view, node, &trend);
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_text_member(out, "view", view == RAPPORT_JOINT ? NULL : rapport_comparison_party_id(r->comparison, view));
    rapport__json_text_member(out, "node",
                              node == RAPPORT_ROOT ? NULL : rapport_model_part_id(r->model, RAPPORT_OF_NODE, node, 0));
    rapport__json_integer_member(out, "used", true, trend.used);
    rapport__json_integer_member(out, "skipped", true, trend.skipped);
    put_numbers(out, &trend);
    put_points(out, r, view, node);
    rapport__json_end(out);
}

void rapport__comparison_json_trends(rapport__json_out *out, const rapport__rounds *r)
{
    uint32_t nodes[3] = {RAPPORT_ROOT, 0, 0};
    nodes[1] = rapport_comparison_watched(r->comparison, &nodes[2]);
    put_parameters(out, r);
    rapport__json_put_key(out, "trends");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t n = 0; n < 3; n++) {
        if (nodes[n] == RAPPORT_NONE || (n > 0 && nodes[n] == nodes[0]) || (n > 1 && nodes[n] == nodes[1]))
            continue;
        put_trend(out, r, RAPPORT_JOINT, nodes[n]);
        for (uint32_t p = 0; p < r->current; p++)
            put_trend(out, r, p, nodes[n]);
    }
    rapport__json_end(out);
}
