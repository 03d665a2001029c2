/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_text.h"

#define MOST_PARTIES 6u
#define VALUES_AT 23u

static void say_value(rapport__pen *pen, const rapport__subject *s, int32_t measure, uint32_t party)
{
    double value;
    if (rapport_result_get_measure(s->result, measure, party, &value))
        rapport__pen_say(pen, "undefined");
    else
        rapport__text_say_amount(pen, value);
}

static void put_net_benefits(rapport__pen *pen, const rapport__subject *s)
{
    for (uint32_t party = 0; party < s->parties && party < MOST_PARTIES; party++) {
        rapport__pen_say(pen, party ? ", " : "");
        rapport__pen_say(pen, rapport__subject_party(s, party));
        rapport__pen_say(pen, "\xC2\xA0");
        say_value(pen, s, RAPPORT_NET_BENEFIT, party);
    }
    if (s->parties > MOST_PARTIES) {
        rapport__pen_say(pen, " and ");
        rapport__text_say_count(pen, s->parties - MOST_PARTIES);
        rapport__pen_say(pen, " more");
    }
}

void rapport__result_text_measures(rapport__pen *pen, const rapport__subject *s)
{
    bool any = false;
    for (int32_t measure = RAPPORT_NET_BENEFIT; measure <= RAPPORT_SKILL_COVERAGE; measure++) {
        double value;
        if (rapport_result_get_measure(s->result, measure, 0, &value) == RAPPORT_NOT_FOUND)
            continue;
        if (!any) {
            rapport__text_heading(pen, "Measures");
            rapport__pen_line(pen);
        }
        any = true;
        rapport__pen_move(pen, RAPPORT__MARGIN);
        rapport__pen_put(pen, rapport__text_of_measure(measure));
        rapport__pen_sentence(pen, VALUES_AT);
        if (measure == RAPPORT_NET_BENEFIT)
            put_net_benefits(pen, s);
        else
            say_value(pen, s, measure, 0);
        rapport__pen_full_stop(pen);
    }
}
