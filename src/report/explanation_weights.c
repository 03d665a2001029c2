/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* How a weight becomes a share of the whole, step by step from the root. */
#include "report/explanation.h"

static bool counts(const rapport_node *node)
{
    return node->weight > 0 && !node->informational;
}

/* The weight of a node over that of all siblings that count; 0 if it does not count itself. */
static double of_siblings(const rapport__subject *s, uint32_t index)
{
    rapport_node node = rapport__subject_node(s, index);
    uint32_t end = rapport__subject_node(s, node.parent).end;
    double total = 0;
    for (uint32_t at = node.parent + 1; at < end; at = rapport__subject_next_sibling(s, at)) {
        rapport_node sibling = rapport__subject_node(s, at);
        if (counts(&sibling))
            total += sibling.weight;
    }
    return counts(&node) ? node.weight / total : 0;
}

static bool is_multiplied(const rapport_node *node)
{
    return node->weight != node->entered;
}

static double factor(const rapport_node *node)
{
    return node->entered > 0 ? node->weight / node->entered : 1;
}

static void say_percent(rapport__pen *pen, double fraction)
{
    rapport__pen_say_fixed(pen, 100 * fraction, 2);
    rapport__pen_say(pen, "\xC2\xA0%");
}

static void say_weight(rapport__pen *pen, const rapport__subject *s, const rapport_node *node)
{
    rapport__pen_say_number(pen, node->weight);
    if (!is_multiplied(node))
        return;
    rapport__pen_say(pen, ", entered as ");
    rapport__pen_say_number(pen, node->entered);
    rapport__pen_say(pen, ", times ");
    rapport__pen_say_number(pen, factor(node));
    rapport__pen_say(pen, " by the overlay ");
    rapport__pen_say(pen, rapport_model_overlay(s->model));
}

/* "20.00 % for Trust and honesty, of that 35.00 % for Trust" */
static void put_chain(rapport__pen *pen, const rapport__subject *s, uint32_t index)
{
    bool first = true;
    rapport__text_label(pen, "Normalised");
    for (uint32_t above = 1; above <= index; above++) {
        if (above < index && rapport__subject_node(s, above).end <= index)
            continue;
        rapport__pen_say(pen, first ? "" : ", of that ");
        say_percent(pen, of_siblings(s, above));
        rapport__pen_say(pen, " for ");
        rapport__pen_say(pen, rapport__subject_title(s, RAPPORT_OF_NODE, above));
        first = false;
    }
    rapport__pen_full_stop(pen);
}

void rapport__explanation_text_weights(rapport__pen *pen, const rapport__subject *s, uint32_t index)
{
    rapport_node node = rapport__subject_node(s, index);
    rapport__text_label(pen, "Weight");
    say_weight(pen, s, &node);
    if (node.share > 0) {
        rapport__pen_say(pen, ", which is ");
        say_percent(pen, node.share);
        rapport__pen_say(pen, " of the whole");
    } else {
        rapport__pen_say(pen, ", outside the score");
    }
    rapport__pen_full_stop(pen);
    if (node.share > 0 && node.depth > 1)
        put_chain(pen, s, index);
}

void rapport__explanation_json_weights(rapport__json_out *out, const rapport__subject *s, uint32_t index)
{
    rapport__json_put_key(out, "weights");
    rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    for (uint32_t above = 1; above <= index; above++) {
        rapport_node node = rapport__subject_node(s, above);
        if (above < index && node.end <= index)
            continue;
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_text_member(out, "id", rapport__subject_id(s, RAPPORT_OF_NODE, above));
        rapport__json_number_member(out, "entered", true, node.entered);
        rapport__json_number_member(out, "factor", true, factor(&node));
        rapport__json_number_member(out, "weight", true, node.weight);
        rapport__json_number_member(out, "of_siblings", true, of_siblings(s, above));
        rapport__json_number_member(out, "share", true, node.share);
        rapport__json_end(out);
    }
    rapport__json_end(out);
}
