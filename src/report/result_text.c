/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_text.h"

#include "report/measures.h"

/* The partnership rested: nobody was asked, so that nothing is missing. */
static void put_rest(rapport__pen *pen, const rapport__subject *s)
{
    rapport__pen_line(pen);
    rapport__text_label(pen, "Joint score");
    rapport__pen_say(pen, "none: the period is inactive, and comparisons skip it");
    rapport__pen_full_stop(pen);
    rapport__text_put_patterns(pen, s);
    (void)rapport__text_put_measures(pen, s);
}

void rapport__result_text(rapport__pen *pen, const rapport__subject *s)
{
    rapport__text_head(pen, s);
    if (rapport_assessment_inactive(s->assessment)) {
        put_rest(pen, s);
        return;
    }
    rapport__result_text_headline(pen, s);
    rapport__result_text_views(pen, s);
    rapport__result_text_agreement(pen, s);
    rapport__result_text_gates(pen, s);
    rapport__text_put_patterns(pen, s);
    rapport__result_text_lifts(pen, s);
    rapport__result_text_band_gap(pen, s);
    rapport__result_text_perception(pen, s);
    rapport__result_text_perspectives(pen, s);
    rapport__result_text_importance(pen, s);
    rapport__result_text_missing(pen, s);
    (void)rapport__text_put_measures(pen, s);
}
