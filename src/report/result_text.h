/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_RESULT_TEXT_H
#define RAPPORT_SRC_REPORT_RESULT_TEXT_H
/* The report of a result as text, section by section. A section with nothing to say writes nothing. */
#include "report/text_parts.h"

void rapport__result_text(rapport__pen *pen, const rapport__subject *s);

void rapport__result_text_headline(rapport__pen *pen, const rapport__subject *s);
void rapport__result_text_views(rapport__pen *pen, const rapport__subject *s);
void rapport__result_text_agreement(rapport__pen *pen, const rapport__subject *s);
void rapport__result_text_gates(rapport__pen *pen, const rapport__subject *s);
void rapport__result_text_lifts(rapport__pen *pen, const rapport__subject *s);
void rapport__result_text_band_gap(rapport__pen *pen, const rapport__subject *s);
void rapport__result_text_perception(rapport__pen *pen, const rapport__subject *s);
void rapport__result_text_perspectives(rapport__pen *pen, const rapport__subject *s);
void rapport__result_text_importance(rapport__pen *pen, const rapport__subject *s);
void rapport__result_text_missing(rapport__pen *pen, const rapport__subject *s);

#endif
