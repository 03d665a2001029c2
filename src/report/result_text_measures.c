/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_text.h"

#include "report/measures.h"

void rapport__result_text_measures(rapport__pen *pen, const rapport__subject *s)
{
    (void)rapport__text_put_measures(pen, s);
    rapport__text_put_patterns(pen, s);
}
