/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_IMPORTANCE_H
#define RAPPORT_SRC_REPORT_IMPORTANCE_H
/* Short ways to ask what matters. */
#include "report/subject.h"

/* Whether a party states any importance; whether any does. */
bool rapport__subject_states(const rapport__subject *s, uint32_t party);
bool rapport__subject_anyone_states(const rapport__subject *s);

/* "concentrate-here" and so on; NULL for RAPPORT_NO_QUADRANT. */
const char *rapport__word_of_quadrant(int32_t quadrant);

#endif
