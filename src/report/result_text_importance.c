/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_text.h"

#include "rapport/importance.h"
#include "report/importance.h"

#define MOST_NAMES 5u
#define MOST_PAIRS 3u
#define NAMES_AT 23u

/* Keeps the list sorted by size of priority; what comes earlier stays before its equals. Returns the new length. */
static uint32_t keep(uint32_t nodes[MOST_NAMES], double sizes[MOST_NAMES], uint32_t length, uint32_t node, double size)
{
    uint32_t at = length;
    while (at > 0 && sizes[at - 1] < size)
        at--;
    if (at == MOST_NAMES)
        return length;
    if (length < MOST_NAMES)
        length++;
    for (uint32_t i = length - 1; i > at; i--) {
        nodes[i] = nodes[i - 1];
        sizes[i] = sizes[i - 1];
    }
    nodes[at] = node;
    sizes[at] = size;
    return length;
}

/* The criteria of a quadrant, the farthest from the diagonal first. */
static void put_quadrant(rapport__pen *pen, const rapport__subject *s, const rapport_importance_axes *axes, int32_t quadrant,
                         const char *words)
{
    uint32_t nodes[MOST_NAMES] = {0}, length = 0, found = 0;
    double sizes[MOST_NAMES] = {0};
    for (uint32_t node = 1; node < s->nodes; node++) {
        rapport_importance_place place = {.struct_size = sizeof place};
        if (rapport_result_get_importance_place(s->result, RAPPORT_JOINT, axes, node, &place) || place.quadrant != quadrant)
            continue;
        found++;
        length = keep(nodes, sizes, length, node, quadrant == RAPPORT_CONCENTRATE_HERE ? place.priority : -place.priority);
    }
    if (!found)
        return;
    rapport__pen_move(pen, RAPPORT__MARGIN);
    rapport__pen_put(pen, words);
    rapport__pen_sentence(pen, NAMES_AT);
    for (uint32_t i = 0; i < length; i++) {
        rapport__pen_say(pen, i ? ", " : "");
        rapport__pen_say(pen, rapport__subject_title(s, RAPPORT_OF_NODE, nodes[i]));
    }
    if (found > length) {
        rapport__pen_say(pen, " and ");
        rapport__text_say_count(pen, found - length);
        rapport__pen_say(pen, " more");
    }
    rapport__pen_full_stop(pen);
}

static void say_importance(rapport__pen *pen, const rapport__subject *s, uint32_t party, uint32_t node)
{
    char percent[RAPPORT__PERCENT_SIZE];
    double importance = 0;
    (void)rapport_result_get_importance(s->result, party, node, &importance);
    rapport__pen_say(pen, rapport__text_percent(importance, percent));
    rapport__pen_say(pen, " to ");
    rapport__pen_say(pen, rapport__subject_party(s, party));
}

/* "Northwind and Contoso differ in 14 % of the weight, most on Trust: 12 % to Northwind, 5 % to Contoso" */
static bool put_gap(rapport__pen *pen, const rapport__subject *s, uint32_t of, uint32_t against)
{
    rapport_importance_summary sum = {.struct_size = sizeof sum};
    char percent[RAPPORT__PERCENT_SIZE];
    if (rapport_result_get_importance_summary(s->result, of, against, &sum) || sum.largest_node == RAPPORT_NONE)
        return false;
    rapport__pen_sentence(pen, RAPPORT__MARGIN);
    rapport__pen_say(pen, rapport__subject_party(s, of));
    rapport__pen_say(pen, " and ");
    rapport__pen_say(pen, rapport__subject_party(s, against));
    rapport__pen_say(pen, " differ in ");
    rapport__pen_say(pen, rapport__text_percent(sum.apart, percent));
    rapport__pen_say(pen, " of the weight, most on ");
    rapport__pen_say(pen, rapport__subject_title(s, RAPPORT_OF_NODE, sum.largest_node));
    rapport__pen_say(pen, ": ");
    say_importance(pen, s, of, sum.largest_node);
    rapport__pen_say(pen, ", ");
    say_importance(pen, s, against, sum.largest_node);
    rapport__pen_say(pen, ".");
    rapport__pen_full_stop(pen);
    return true;
}

void rapport__result_text_importance(rapport__pen *pen, const rapport__subject *s)
{
    rapport_importance_axes axes = {.struct_size = sizeof axes};
    uint32_t shown = 0;
    if (!rapport__subject_anyone_states(s) ||
        rapport_result_get_importance_axes(s->result, RAPPORT_JOINT, RAPPORT_CUT_MEANS, &axes))
        return;
    rapport__text_heading(pen, "What matters and how well it goes");
    rapport__pen_line(pen);
    put_quadrant(pen, s, &axes, RAPPORT_CONCENTRATE_HERE, "Concentrate here");
    put_quadrant(pen, s, &axes, RAPPORT_POSSIBLE_OVERKILL, "Possible overkill");
    for (uint32_t of = 0; of < s->parties; of++)
        for (uint32_t against = of + 1; against < s->parties && shown < MOST_PAIRS; against++)
            shown += put_gap(pen, s, of, against);
}
