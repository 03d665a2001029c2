/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_REPORT_PERSPECTIVE_H
#define RAPPORT_SRC_REPORT_PERSPECTIVE_H
/* Short ways to ask for the four views. */
#include "rapport/perspective.h"
#include "report/subject.h"

rapport_opinion rapport__subject_opinion(const rapport__subject *s, uint32_t index);
rapport_perspective rapport__subject_perspective(const rapport__subject *s, int32_t aspect, uint32_t of, uint32_t against,
                                                 uint32_t node);

/* The end of the opinions of the same kind and parties as the one at `first`; `first` if there is none. */
uint32_t rapport__subject_next_opinions(const rapport__subject *s, uint32_t first);

/* Whether the opinions that begin there are those that an aspect starts from: for self-enhancement those of the other party,
 * where the party speaks of itself as well. */
bool rapport__opinion_tells(const rapport__subject *s, uint32_t first, int32_t aspect);

#endif
