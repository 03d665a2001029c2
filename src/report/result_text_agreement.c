/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_text.h"

#include "report/consensus.h"

#define MOST_PARTIES 6u
#define MOST_NAMES 5u

static void say_overall(rapport__pen *pen, const rapport__subject *s, uint32_t party)
{
    rapport_consensus all = rapport__subject_consensus(s, party, RAPPORT_ROOT, RAPPORT_RWGJ);
    rapport_consensus alpha = rapport__subject_consensus(s, party, RAPPORT_ROOT, RAPPORT_KRIPPENDORFF);
    if (all.has_value) {
        rapport__pen_say(pen, rapport__consensus_reading(all.reading));
        rapport__pen_say(pen, " over all, r_wg(J)\xC2\xA0");
        rapport__pen_say_fixed(pen, all.value, 2);
    } else {
        rapport__pen_say(pen, all.reason == RAPPORT_PROTECTED ? "not shown over all, to protect the raters"
                                                              : "no criterion with several answers");
    }
    if (alpha.has_value) {
        rapport__pen_say(pen, ", alpha\xC2\xA0");
        rapport__pen_say_fixed(pen, alpha.value, 2);
    }
}

/* "Lack of agreement: Trust 0.12, Communication 0.25 and 2 more" */
static void put_lacks(rapport__pen *pen, const rapport__subject *s, uint32_t party)
{
    uint32_t found = 0;
    for (uint32_t node = 1; node < s->nodes; node++) {
        rapport_consensus c = rapport__subject_consensus(s, party, node, RAPPORT_RWG);
        if (c.reading != RAPPORT_LACK_OF_AGREEMENT || found++ >= MOST_NAMES)
            continue;
        if (found == 1)
            rapport__pen_sentence(pen, RAPPORT__LABELS);
        rapport__pen_say(pen, found == 1 ? "lack of agreement: " : ", ");
        rapport__pen_say(pen, rapport__subject_title(s, RAPPORT_OF_NODE, node));
        rapport__pen_say(pen, "\xC2\xA0");
        rapport__pen_say_fixed(pen, c.value, 2);
    }
    if (found > MOST_NAMES) {
        rapport__pen_say(pen, " and ");
        rapport__text_say_count(pen, found - MOST_NAMES);
        rapport__pen_say(pen, " more");
    }
    if (found)
        rapport__pen_full_stop(pen);
}

static void put_party(rapport__pen *pen, const rapport__subject *s, uint32_t party, uint32_t raters)
{
    rapport__pen_move(pen, RAPPORT__MARGIN);
    rapport__pen_fit(pen, rapport__subject_party(s, party), RAPPORT__LABELS - RAPPORT__MARGIN - 1);
    rapport__pen_sentence(pen, RAPPORT__LABELS);
    rapport__text_say_count(pen, raters);
    rapport__pen_say(pen, " raters: ");
    say_overall(pen, s, party);
    rapport__pen_full_stop(pen);
    put_lacks(pen, s, party);
}

void rapport__result_text_agreement(rapport__pen *pen, const rapport__subject *s)
{
    uint32_t shown = 0;
    for (uint32_t party = 0; party < s->parties; party++) {
        uint32_t raters = rapport__subject_count_raters(s, party);
        if (raters < 2 || shown++ >= MOST_PARTIES)
            continue;
        if (shown == 1) {
            rapport__text_heading(pen, "How far the raters of a side agree");
            rapport__pen_line(pen);
        }
        put_party(pen, s, party, raters);
    }
    if (shown <= MOST_PARTIES)
        return;
    rapport__pen_sentence(pen, RAPPORT__MARGIN);
    rapport__pen_say(pen, "and ");
    rapport__text_say_count(pen, shown - MOST_PARTIES);
    rapport__pen_say(pen, " more");
    rapport__pen_full_stop(pen);
}
