/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_text.h"

#define MOST_PARTIES 6u
#define MOST_TITLES 3u

typedef struct tally {
    uint32_t missing, applicable;
} tally;

static bool is_missing(const rapport__subject *s, uint32_t party, uint32_t node)
{
    return rapport__subject_cell(s, party, node).status == RAPPORT_CELL_MISSING;
}

static bool counts(const rapport__subject *s, uint32_t index)
{
    rapport_node node = rapport__subject_node(s, index);
    return node.kind == RAPPORT_CRITERION && node.share > 0;
}

static tally take(const rapport__subject *s, uint32_t party)
{
    tally t = {0, 0};
    for (uint32_t node = 1; node < s->nodes; node++) {
        if (!counts(s, node))
            continue;
        t.missing += is_missing(s, party, node);
        t.applicable += rapport__subject_cell(s, party, node).status != RAPPORT_CELL_NOT_APPLICABLE;
    }
    return t;
}

/* What the raters said instead of an answer, where that may be told. */
static const char *reason(const rapport__subject *s, uint32_t party, uint32_t criterion)
{
    bool declined = false;
    if (!rapport__subject_discloses(s, party, criterion))
        return "";
    uint32_t raters = rapport_assessment_count_raters(s->assessment);
    for (uint32_t rater = 0; rater < raters; rater++) {
        int32_t state;
        if (rapport__subject_party_of(s, rater) != party ||
            rapport_assessment_get_answer(s->assessment, rater, criterion, &state, NULL, NULL))
            continue;
        if (state == RAPPORT_DONT_KNOW)
            return " (don't\xC2\xA0know)";
        declined = declined || state == RAPPORT_DECLINED;
    }
    return declined ? " (declined)" : "";
}

/* "Contoso: 2 of 25 criteria: Integration readiness (don't know), Trust" */
static void put_missing(rapport__pen *pen, const rapport__subject *s, uint32_t party, tally t)
{
    uint32_t named = 0;
    rapport__pen_sentence(pen, RAPPORT__MARGIN);
    rapport__pen_say(pen, rapport__subject_party(s, party));
    if (rapport__subject_is_silent(s, party)) {
        rapport__pen_say(pen, " gave no answers");
        rapport__pen_full_stop(pen);
        return;
    }
    rapport__pen_say(pen, ": ");
    rapport__text_say_count(pen, t.missing);
    rapport__pen_say(pen, " of ");
    rapport__text_say_count(pen, t.applicable);
    rapport__pen_say(pen, t.applicable == 1 ? " criterion: " : " criteria: ");
    for (uint32_t node = 1; node < s->nodes && named < MOST_TITLES; node++) {
        if (!counts(s, node) || !is_missing(s, party, node))
            continue;
        rapport__pen_say(pen, named++ ? ", " : "");
        rapport__pen_say(pen, rapport__subject_title(s, RAPPORT_OF_NODE, node));
        rapport__pen_say(pen, reason(s, party, node));
    }
    if (t.missing > named) {
        rapport__pen_say(pen, " and ");
        rapport__text_say_count(pen, t.missing - named);
        rapport__pen_say(pen, " more");
    }
    rapport__pen_full_stop(pen);
}

void rapport__result_text_missing(rapport__pen *pen, const rapport__subject *s)
{
    uint32_t found = 0;
    for (uint32_t party = 0; party < s->parties; party++) {
        tally t = take(s, party);
        if (!t.missing)
            continue;
        if (!found) {
            rapport__text_heading(pen, "What is missing");
            rapport__pen_line(pen);
        }
        if (found++ < MOST_PARTIES)
            put_missing(pen, s, party, t);
    }
    if (found > MOST_PARTIES) {
        rapport__pen_sentence(pen, RAPPORT__MARGIN);
        rapport__pen_say(pen, "and answers of ");
        rapport__text_say_count(pen, found - MOST_PARTIES);
        rapport__pen_say(pen, " more parties");
        rapport__pen_full_stop(pen);
    }
}
