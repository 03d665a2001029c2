/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_text.h"

#define SENTENCE_AT 13u

static uint32_t count(const rapport__subject *s, int32_t state)
{
    uint32_t found = 0;
    for (uint32_t gate = 0; gate < s->gates; gate++)
        found += rapport__subject_gate_result(s, gate).state == state;
    return found;
}

static void put_gates(rapport__pen *pen, const rapport__subject *s, int32_t state, rapport__ink ink)
{
    for (uint32_t gate = 0; gate < s->gates; gate++) {
        if (rapport__subject_gate_result(s, gate).state != state)
            continue;
        rapport__pen_move(pen, RAPPORT__MARGIN);
        rapport__pen_ink(pen, ink);
        rapport__pen_put(pen, rapport__text_of_gate_state(state));
        rapport__pen_ink(pen, RAPPORT__PLAIN);
        rapport__pen_sentence(pen, SENTENCE_AT);
        rapport__pen_say(pen, rapport__subject_title(s, RAPPORT_OF_GATE, gate));
        rapport__pen_say(pen, ": ");
        rapport__text_say_gate(pen, s, gate);
        rapport__pen_full_stop(pen);
    }
}

/* The worst first; of those that simply passed only the number. */
void rapport__result_text_gates(rapport__pen *pen, const rapport__subject *s)
{
    uint32_t passed = count(s, RAPPORT_GATE_PASSED), idle = count(s, RAPPORT_GATE_NOT_APPLICABLE);
    if (!s->gates)
        return;
    rapport__text_heading(pen, "Gates");
    rapport__pen_line(pen);
    put_gates(pen, s, RAPPORT_GATE_BREACHED, RAPPORT__RED);
    put_gates(pen, s, RAPPORT_GATE_UNDECIDED, RAPPORT__YELLOW);
    put_gates(pen, s, RAPPORT_GATE_NEAR_MISS, RAPPORT__YELLOW);
    rapport__pen_sentence(pen, RAPPORT__MARGIN);
    if (idle < s->gates) {
        rapport__text_say_count(pen, passed);
        rapport__pen_say(pen, " of ");
        rapport__text_say_count(pen, s->gates - idle);
        rapport__pen_say(pen, count(s, RAPPORT_GATE_NEAR_MISS) ? " passed clearly" : " passed");
    }
    if (idle) {
        rapport__pen_say(pen, idle < s->gates ? "; " : "");
        rapport__text_say_count(pen, idle);
        rapport__pen_say(pen, idle == 1 ? " does not apply" : " do not apply");
    }
    rapport__pen_full_stop(pen);
}
