/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/comparison.h"

#include "base/sum.h"

#define MOST_ROUNDS 12u
#define SCORE_AT 14u
#define SCALE_AT 21u
#define SCALE_CELLS 23u
#define BAND_AT 48u

static void put_round(rapport__pen *pen, const rapport__rounds *r, uint32_t index)
{
    rapport_round round = rapport__rounds_round(r, index);
    rapport__pen_move(pen, RAPPORT__MARGIN);
    rapport__pen_put(pen, rapport_assessment_date(rapport_comparison_assessment(r->comparison, index)));
    rapport__pen_move(pen, SCORE_AT);
    if (!round.has_score) {
        rapport__pen_put(pen, !round.active ? "inactive" : round.status == RAPPORT_CELL_WITHHELD ? "withheld" : "no score");
        rapport__pen_line(pen);
        return;
    }
    rapport__pen_fixed(pen, round.score, 1, 5);
    rapport__pen_move(pen, SCALE_AT);
    rapport__gauge_scale(pen, SCALE_CELLS, round.score, round.score, round.score);
    rapport__pen_move(pen, BAND_AT);
    rapport__pen_fit(pen, rapport_model_label(r->model, RAPPORT_OF_BAND, round.band, 0, RAPPORT_TITLE, r->language),
                     RAPPORT__PEN_COLUMNS - BAND_AT - 12);
    if (rapport__compare(round.gated, round.score) < 0) {
        rapport__pen_put(pen, ", gated ");
        rapport__pen_fixed(pen, round.gated, 1, 1);
    }
    rapport__pen_line(pen);
}

static void say(rapport__pen *pen, const char *before, double value, int decimals)
{
    rapport__pen_say(pen, before);
    rapport__pen_say_fixed(pen, value, decimals);
}

static void put_slope(rapport__pen *pen, const rapport_round_trend *t)
{
    if (t->slope_reason || t->used < 3)
        return;
    rapport__text_label(pen, "Slope");
    say(pen, t->slope > 0 ? "+" : "", t->slope, 1);
    rapport__pen_say(pen, " points a round");
    if (!t->test_reason)
        say(pen, t->p <= 0.05 ? "; hardly chance, p " : "; could be chance, p ", t->p, 3);
    rapport__pen_full_stop(pen);
}

static void put_charts(rapport__pen *pen, const rapport__rounds *r, const rapport_round_trend *t)
{
    static const char *const sides[] = {"; within", "; below its limit", "; above its limit", "; beyond both ways"};
    if (t->chart_reason)
        return;
    rapport__text_label(pen, "EWMA");
    say(pen, "", t->average, 1);
    say(pen, ", limits ", t->lower, 1);
    say(pen, " to ", t->upper, 1);
    rapport__pen_say(pen, sides[t->ewma_alarm]);
    rapport__pen_full_stop(pen);
    rapport__text_label(pen, "CUSUM");
    say(pen, "low ", t->cusum_low, 1);
    say(pen, ", high ", t->cusum_high, 1);
    say(pen, ", interval ", r->used.interval, 1);
    rapport__pen_say(pen, t->cusum_alarm ? "; beyond it" : "; within");
    rapport__pen_full_stop(pen);
    rapport__text_label(pen, "Against");
    say(pen, "mean ", t->mean, 1);
    say(pen, ", standard deviation ", t->sigma, 1);
    if (t->baseline == RAPPORT_BASELINE_GIVEN) {
        rapport__pen_say(pen, ", as given");
    } else {
        rapport__pen_say(pen, ", of the first ");
        rapport__text_say_count(pen, r->used.baseline);
        rapport__pen_say(pen, " rounds");
    }
    rapport__pen_full_stop(pen);
}

/* One line for a node that is not the whole. */
static void put_node(rapport__pen *pen, const rapport__rounds *r, uint32_t node)
{
    rapport_round_trend t = {.struct_size = sizeof t};
    if (node == RAPPORT_NONE || node == RAPPORT_ROOT || rapport_comparison_get_trend(r->comparison, RAPPORT_JOINT, node, &t) ||
        t.slope_reason)
        return;
    rapport__pen_sentence(pen, RAPPORT__MARGIN);
    rapport__pen_say(pen, rapport__rounds_node(r, node));
    say(pen, ": recently ", t.recent, 1);
    say(pen, t.slope > 0 ? ", +" : ", ", t.slope, 1);
    rapport__pen_say(pen, " a round");
    rapport__pen_full_stop(pen);
}

void rapport__comparison_text_trend(rapport__pen *pen, const rapport__rounds *r)
{
    rapport_round_trend t = {.struct_size = sizeof t};
    uint32_t first = r->rounds > MOST_ROUNDS ? r->rounds - MOST_ROUNDS : 0, further;
    uint32_t watched = rapport_comparison_watched(r->comparison, &further);
    (void)rapport_comparison_get_trend(r->comparison, RAPPORT_JOINT, RAPPORT_ROOT, &t);
    rapport__text_heading(pen, "Joint score, round by round");
    rapport__pen_line(pen);
    if (first) {
        rapport__pen_sentence(pen, RAPPORT__MARGIN);
        rapport__text_say_count(pen, first);
        rapport__pen_say(pen, " earlier");
        rapport__pen_full_stop(pen);
    }
    for (uint32_t i = first; i < r->rounds; i++)
        put_round(pen, r, i);
    if (t.used < 2)
        return;
    rapport__text_label(pen, "Recently");
    if (!t.recent_reason)
        say(pen, "", t.recent, 1);
    rapport__pen_say(pen,
                     r->used.fade == RAPPORT_HALF_LIFE ? ", each round counting half after " : ", each round fading out over ");
    rapport__pen_say_number(pen, r->used.span);
    rapport__pen_full_stop(pen);
    put_slope(pen, &t);
    put_charts(pen, r, &t);
    put_node(pen, r, watched);
    if (further != watched)
        put_node(pen, r, further);
}
