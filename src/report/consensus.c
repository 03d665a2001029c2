/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/consensus.h"

#include "rapport/perspective.h"
#include "report/agreement.h"

rapport_consensus rapport__subject_consensus(const rapport__subject *s, uint32_t party, uint32_t node, int32_t index)
{
    rapport_consensus out = {.struct_size = sizeof out};
    (void)rapport_result_get_consensus(s->result, party, node, index, &out);
    return out;
}

uint32_t rapport__subject_count_raters(const rapport__subject *s, uint32_t party)
{
    uint32_t raters = rapport_assessment_count_raters(s->assessment), count = 0;
    for (uint32_t rater = 0; rater < raters; rater++)
        count += rapport__subject_party_of(s, rater) == party;
    return count;
}

const char *rapport__consensus_word_of_reason(int32_t reason)
{
    switch (reason) {
    case RAPPORT_PROTECTED:
        return "protected";
    case RAPPORT_TOO_MANY_ITEMS:
        return "too-many-items";
    case RAPPORT_NOT_SAID:
        return "not-said";
    default:
        return rapport__word_of_reason(reason);
    }
}

const char *rapport__consensus_word_of_reading(int32_t reading)
{
    static const char *const words[] = {NULL, "lack", "weak", "moderate", "strong", "very-strong"};
    return words[reading];
}

const char *rapport__consensus_reading(int32_t reading)
{
    static const char *const words[] = {
        NULL, "lack of agreement", "weak agreement", "moderate agreement", "strong agreement", "very strong agreement"};
    return words[reading];
}

static const int32_t of_criteria[] = {RAPPORT_RWG, RAPPORT_AWG, RAPPORT_AD, 0};
static const int32_t of_groups[] = {RAPPORT_RWGJ, RAPPORT_ICC1, RAPPORT_ICC1K, RAPPORT_KRIPPENDORFF, RAPPORT_CRONBACH, 0};

void rapport__consensus_put(rapport__json_out *out, const rapport__subject *s, uint32_t party, uint32_t node)
{
    bool criterion = rapport__subject_node(s, node).kind == RAPPORT_CRITERION;
    const int32_t *indices = criterion ? of_criteria : of_groups;
    rapport_consensus first = rapport__subject_consensus(s, party, node, indices[0]);
    bool told = first.reason != RAPPORT_PROTECTED;
    rapport__json_integer_member(out, "raters", told, first.raters);
    if (!criterion)
        rapport__json_integer_member(out, "criteria", told, first.criteria);
    for (uint32_t i = 0; indices[i]; i++) {
        rapport_consensus c = rapport__subject_consensus(s, party, node, indices[i]);
        rapport__json_number_member(out, rapport_agreement_name(indices[i]), c.has_value, c.value);
    }
    rapport__json_text_member(out, "reading", rapport__consensus_word_of_reading(first.reading));
    rapport__json_put_key(out, "undefined");
    rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    for (uint32_t i = 0; indices[i]; i++) {
        rapport_consensus c = rapport__subject_consensus(s, party, node, indices[i]);
        if (!c.has_value)
            rapport__json_text_member(out, rapport_agreement_name(indices[i]), rapport__consensus_word_of_reason(c.reason));
    }
    rapport__json_end(out);
}

static void say_index(rapport__pen *pen, const rapport_consensus *c, bool *any)
{
    if (!c->has_value)
        return;
    rapport__pen_say(pen, *any ? "; " : "agreement: ");
    rapport__pen_say(pen, c->index == RAPPORT_AD ? "average deviation" : rapport__agreement_title(c->index));
    rapport__pen_say(pen, "\xC2\xA0");
    rapport__pen_say_fixed(pen, c->value, c->index == RAPPORT_AD ? 1 : 2);
    if (c->index == RAPPORT_AD)
        rapport__pen_say(pen, "\xC2\xA0points");
    if (c->reading) {
        rapport__pen_say(pen, ", ");
        rapport__pen_say(pen, rapport__consensus_reading(c->reading));
    }
    *any = true;
}

void rapport__consensus_line(rapport__pen *pen, const rapport__subject *s, uint32_t party, uint32_t node)
{
    const int32_t *indices = rapport__subject_node(s, node).kind == RAPPORT_CRITERION ? of_criteria : of_groups;
    rapport_consensus first = rapport__subject_consensus(s, party, node, indices[0]);
    bool any = false;
    if (first.reason == RAPPORT_TOO_FEW_RATERS)
        return;
    rapport__pen_sentence(pen, RAPPORT__MARGIN);
    for (uint32_t i = 0; indices[i]; i++) {
        rapport_consensus c = rapport__subject_consensus(s, party, node, indices[i]);
        say_index(pen, &c, &any);
    }
    if (!any) {
        rapport__pen_say(pen, "agreement: ");
        rapport__pen_say(pen, first.reason == RAPPORT_PROTECTED ? "not shown, to protect the raters"
                                                                : rapport__agreement_why_not(first.reason));
    }
    rapport__pen_full_stop(pen);
}
