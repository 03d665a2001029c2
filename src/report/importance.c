/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/importance.h"

#include <stddef.h>

#include "rapport/importance.h"

bool rapport__subject_states(const rapport__subject *s, uint32_t party)
{
    return rapport_assessment_get_importance(s->assessment, party, RAPPORT_ROOT, NULL) == RAPPORT_OK;
}

bool rapport__subject_anyone_states(const rapport__subject *s)
{
    for (uint32_t party = 0; party < s->parties; party++)
        if (rapport__subject_states(s, party))
            return true;
    return false;
}

const char *rapport__word_of_quadrant(int32_t quadrant)
{
    static const char *const words[] = {NULL, "concentrate-here", "keep-up", "low-priority", "possible-overkill"};
    return words[quadrant];
}
