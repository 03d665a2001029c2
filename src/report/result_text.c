/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_text.h"

void rapport__result_text(rapport__pen *pen, const rapport__subject *s)
{
    rapport__text_head(pen, s);
    rapport__result_text_headline(pen, s);
    rapport__result_text_views(pen, s);
    rapport__result_text_agreement(pen, s);
    rapport__result_text_gates(pen, s);
    rapport__result_text_lifts(pen, s);
    rapport__result_text_band_gap(pen, s);
    rapport__result_text_perception(pen, s);
    rapport__result_text_perspectives(pen, s);
    rapport__result_text_importance(pen, s);
    rapport__result_text_missing(pen, s);
    rapport__result_text_measures(pen, s);
}
