/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_text.h"

#include "base/error.h"
#include "base/number.h"

#define MOST_LIFTS 5u
#define MOST_GAPS 3u
#define TITLES 34u
#define NOW_AT 36u
#define TARGET_AT 43u
#define LIFT_AT 50u
#define SCALE_AT 59u
#define SCALE_CELLS 19u

/* "+3.5", "<0.1", or a gap without sign. */
static void put_number(rapport__pen *pen, double value, bool signed_)
{
    char digits[RAPPORT__NUMBER_SIZE], text[RAPPORT__NUMBER_SIZE + 1] = "";
    (void)rapport__number_write_fixed(value, 1, digits);
    if (value < 0.05)
        rapport__append(text, sizeof text, "<0.1");
    else {
        rapport__append(text, sizeof text, signed_ ? "+" : "");
        rapport__append(text, sizeof text, digits);
    }
    rapport__pen_right(pen, text, SCALE_AT - LIFT_AT - 2);
}

static void put_header(rapport__pen *pen, bool lifts)
{
    rapport__text_heading(pen, lifts ? "What would lift the score most" : "Furthest from the target");
    rapport__pen_ink(pen, RAPPORT__FAINT);
    rapport__pen_move(pen, NOW_AT);
    rapport__pen_right(pen, "now", 5);
    rapport__pen_move(pen, TARGET_AT - 1);
    rapport__pen_right(pen, "target", 6);
    rapport__pen_move(pen, LIFT_AT);
    rapport__pen_right(pen, lifts ? "lift" : "gap", SCALE_AT - LIFT_AT - 2);
    rapport__pen_line(pen);
}

static void put_row(rapport__pen *pen, const rapport__subject *s, uint32_t node, bool lifts)
{
    rapport_finding finding = rapport__subject_finding(s, node);
    double now = rapport__subject_cell(s, RAPPORT_JOINT, node).score;
    rapport__pen_move(pen, RAPPORT__MARGIN);
    rapport__pen_fit(pen, rapport__subject_title(s, RAPPORT_OF_NODE, node), TITLES - 1);
    rapport__pen_move(pen, NOW_AT);
    rapport__pen_fixed(pen, now, 1, 5);
    rapport__pen_move(pen, TARGET_AT - 1);
    rapport__pen_symbol(pen, RAPPORT__ARROW);
    rapport__pen_fixed(pen, finding.target, 1, 5);
    rapport__pen_move(pen, LIFT_AT);
    put_number(pen, lifts ? finding.lift : finding.gap, lifts);
    rapport__pen_move(pen, SCALE_AT);
    rapport__gauge_scale(pen, SCALE_CELLS, now, now, finding.target);
    rapport__pen_line(pen);
}

/* The criteria with the largest gaps, the largest first; ties by model order. Returns how many. */
static uint32_t find_largest_gaps(const rapport__subject *s, uint32_t nodes[MOST_GAPS])
{
    uint32_t found = 0;
    for (uint32_t i = 0, node; (node = rapport_result_priority(s->result, i)) != RAPPORT_NONE; i++) {
        double gap = rapport__subject_finding(s, node).gap;
        uint32_t at = found < MOST_GAPS ? found++ : MOST_GAPS;
        for (; at > 0; at--) {
            double other = rapport__subject_finding(s, nodes[at - 1]).gap;
            if (other > gap || (other == gap && nodes[at - 1] < node))
                break;
            if (at < MOST_GAPS)
                nodes[at] = nodes[at - 1];
        }
        if (at < MOST_GAPS)
            nodes[at] = node;
    }
    return found;
}

/* Gaps may be large where they lift little; said only if that shows something new. */
static void put_largest_gaps(rapport__pen *pen, const rapport__subject *s, uint32_t listed)
{
    uint32_t nodes[MOST_GAPS], found = find_largest_gaps(s, nodes), known = 0;
    for (uint32_t i = 0; i < found; i++)
        for (uint32_t j = 0; j < listed; j++)
            known += rapport_result_priority(s->result, j) == nodes[i];
    if (known == found)
        return;
    rapport__pen_sentence(pen, RAPPORT__MARGIN);
    rapport__pen_say(pen, "Largest gaps to target: ");
    for (uint32_t i = 0; i < found; i++) {
        rapport__pen_say(pen, i ? ", " : "");
        rapport__pen_say(pen, rapport__subject_title(s, RAPPORT_OF_NODE, nodes[i]));
        rapport__pen_say(pen, " ");
        rapport__pen_say_fixed(pen, rapport__subject_finding(s, nodes[i]).gap, 1);
    }
    rapport__pen_full_stop(pen);
}

static void put_nothing_to_lift(rapport__pen *pen, const rapport__subject *s)
{
    rapport_cell root = rapport__subject_cell(s, RAPPORT_JOINT, RAPPORT_ROOT);
    if (!rapport__cell_has_score(&root))
        return;
    rapport__pen_line(pen);
    rapport__pen_sentence(pen, 0);
    rapport__pen_say(pen, "Every criterion with a joint score has reached its target.");
    rapport__pen_full_stop(pen);
}

void rapport__result_text_lifts(rapport__pen *pen, const rapport__subject *s)
{
    uint32_t first = rapport_result_priority(s->result, 0), listed = 0;
    if (first == RAPPORT_NONE) {
        put_nothing_to_lift(pen, s);
        return;
    }
    bool lifts = rapport__subject_finding(s, first).lift > 0;
    put_header(pen, lifts);
    for (; listed < MOST_LIFTS; listed++) {
        uint32_t node = rapport_result_priority(s->result, listed);
        if (node == RAPPORT_NONE || (lifts && rapport__subject_finding(s, node).lift <= 0))
            break;
        put_row(pen, s, node, lifts);
    }
    put_largest_gaps(pen, s, listed);
}
