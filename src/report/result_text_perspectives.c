/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_text.h"

#include "report/perspective.h"

#define MOST_PAIRS 6u

static double size_of(double points)
{
    return points < 0 ? -points : points;
}

static void say_criteria(rapport__pen *pen, const rapport_perspective *p)
{
    rapport__pen_say(pen, ", over ");
    rapport__text_say_count(pen, p->criteria);
    rapport__pen_say(pen, p->criteria == 1 ? " criterion" : " criteria");
}

/* "sees Contoso at 61.3" */
static void say_regard(rapport__pen *pen, const rapport__subject *s, const rapport_perspective *p)
{
    rapport__pen_say(pen, "sees ");
    rapport__pen_say(pen, rapport__subject_party(s, p->against));
    rapport__pen_say(pen, " at ");
    rapport__pen_say_fixed(pen, p->value, 1);
    say_criteria(pen, p);
}

/* "sees itself 12.5 brighter than Contoso does" */
static void say_enhancement(rapport__pen *pen, const rapport__subject *s, const rapport_perspective *p)
{
    rapport__pen_say(pen, "sees itself ");
    if (size_of(p->value) < 0.05) {
        rapport__pen_say(pen, "as ");
    } else {
        rapport__pen_say_fixed(pen, size_of(p->value), 1);
        rapport__pen_say(pen, p->value > 0 ? " brighter than " : " darker than ");
    }
    rapport__pen_say(pen, rapport__subject_party(s, p->against));
    rapport__pen_say(pen, " sees it");
    say_criteria(pen, p);
}

/* "foresees Contoso's answers to 92 %, 6.3 too bright" */
static void say_understanding(rapport__pen *pen, const rapport__subject *s, const rapport_perspective *p)
{
    char percent[RAPPORT__PERCENT_SIZE];
    rapport__pen_say(pen, "foresees what ");
    rapport__pen_say(pen, rapport__subject_party(s, p->against));
    rapport__pen_say(pen, " answers with an accuracy of ");
    rapport__pen_say(pen, rapport__text_percent(p->value, percent));
    if (size_of(p->bias) >= 0.05) {
        rapport__pen_say(pen, ", ");
        rapport__pen_say_fixed(pen, size_of(p->bias), 1);
        rapport__pen_say(pen, p->bias > 0 ? " too bright on average" : " too dark on average");
    }
    say_criteria(pen, p);
}

typedef void (*say_aspect)(rapport__pen *pen, const rapport__subject *s, const rapport_perspective *p);

/* Whether anything is said of the pair; if so, after its name. */
static bool put_pair(rapport__pen *pen, const rapport__subject *s, uint32_t of, uint32_t against, bool heading)
{
    static const say_aspect say[] = {say_enhancement, say_regard, say_understanding};
    uint32_t withheld = 0;
    bool any = false;
    for (int32_t aspect = RAPPORT_SELF_ENHANCEMENT; aspect <= RAPPORT_UNDERSTANDING; aspect++) {
        rapport_perspective p = rapport__subject_perspective(s, aspect, of, against, RAPPORT_ROOT);
        withheld += p.withheld;
        if (!p.has_value)
            continue;
        if (heading && !any) {
            rapport__text_heading(pen, "How the parties see each other");
            rapport__pen_line(pen);
        }
        if (!any) {
            rapport__pen_move(pen, RAPPORT__MARGIN);
            rapport__pen_fit(pen, rapport__subject_party(s, of), RAPPORT__LABELS - RAPPORT__MARGIN - 1);
        }
        any = true;
        rapport__pen_sentence(pen, RAPPORT__LABELS);
        say[aspect - RAPPORT_SELF_ENHANCEMENT](pen, s, &p);
        rapport__pen_full_stop(pen);
    }
    if (any && withheld) {
        rapport__pen_sentence(pen, RAPPORT__LABELS);
        rapport__pen_say(pen, "some criteria are left out, to protect the raters");
        rapport__pen_full_stop(pen);
    }
    return any;
}

void rapport__result_text_perspectives(rapport__pen *pen, const rapport__subject *s)
{
    uint32_t shown = 0;
    if (!rapport_result_count_opinions(s->result))
        return;
    for (uint32_t of = 0; of < s->parties; of++)
        for (uint32_t against = 0; against < s->parties && shown < MOST_PAIRS; against++)
            if (of != against && put_pair(pen, s, of, against, !shown))
                shown++;
    if (shown == MOST_PAIRS && s->parties > 3) {
        rapport__pen_sentence(pen, RAPPORT__MARGIN);
        rapport__pen_say(pen, "Further pairs are in the JSON.");
        rapport__pen_full_stop(pen);
    }
}
