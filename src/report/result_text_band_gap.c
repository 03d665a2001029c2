/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_text.h"

#define MOST_MOVES 6u

static void say_steps(rapport__pen *pen, uint32_t steps)
{
    rapport__text_say_count(pen, steps);
    rapport__pen_say(pen, steps == 1 ? " level up" : " levels up");
}

/* "Trust of Nordlys 22.2 → 47.2" */
static void say_move(rapport__pen *pen, const rapport__subject *s, const rapport_move *move)
{
    rapport__pen_say(pen, rapport__subject_title(s, RAPPORT_OF_NODE, move->node));
    if (s->parties > 1 && move->party != RAPPORT_NONE) {
        rapport__pen_say(pen, " (");
        rapport__pen_say(pen, rapport__subject_party(s, move->party));
        rapport__pen_say(pen, ")");
    }
    rapport__pen_say(pen, " ");
    rapport__pen_say_fixed(pen, move->from, 1);
    rapport__pen_say(pen, "\xc2\xa0");
    rapport__pen_say_symbol(pen, RAPPORT__ARROW);
    rapport__pen_say(pen, "\xc2\xa0");
    rapport__pen_say_fixed(pen, move->to, 1);
}

static void put_way(rapport__pen *pen, const rapport__subject *s, int32_t kind, const rapport_band_gap *gap, const char *words)
{
    rapport_move move = {.struct_size = sizeof move};
    rapport__pen_sentence(pen, RAPPORT__MARGIN);
    rapport__pen_say(pen, words);
    say_steps(pen, gap->steps);
    rapport__pen_say(pen, gap->optimal ? ": " : " (fewer may do): ");
    for (uint32_t i = 0; i < MOST_MOVES && !rapport_result_get_move(s->result, kind, i, &move); i++) {
        rapport__pen_say(pen, i ? ", " : "");
        say_move(pen, s, &move);
    }
    if (gap->moves > MOST_MOVES) {
        rapport__pen_say(pen, " and ");
        rapport__text_say_count(pen, gap->moves - MOST_MOVES);
        rapport__pen_say(pen, " more");
    }
    rapport__pen_say(pen, "; the score is then ");
    rapport__pen_say_fixed(pen, gap->gated, 1);
    rapport__pen_full_stop(pen);
}

static void say_demand(rapport__pen *pen, const rapport__subject *s, const rapport_obstacle *obstacle)
{
    switch (obstacle->index) {
    case RAPPORT_EVERY_GROUP:
        rapport__pen_say(pen, rapport__subject_title(s, RAPPORT_OF_NODE, obstacle->culprit));
        break;
    case RAPPORT_WEAKEST_PARTY:
        rapport__pen_say(pen, "the view of ");
        rapport__pen_say(pen, rapport__subject_party(s, obstacle->culprit));
        break;
    case RAPPORT_NEEDS_BALANCE:
        rapport__pen_say(pen, "the balance of benefits");
        break;
    case RAPPORT_NEEDS_COVERAGE:
        rapport__pen_say(pen, "coverage");
        break;
    default:
        rapport__pen_say(pen, "a gate is undecided");
    }
}

static void say_obstacle(rapport__pen *pen, const rapport__subject *s, const rapport_obstacle *obstacle)
{
    bool share = obstacle->kind == RAPPORT_OBSTACLE_DEMAND && obstacle->index >= RAPPORT_NEEDS_BALANCE;
    if (obstacle->kind == RAPPORT_OBSTACLE_GATE) {
        rapport__pen_say(pen, "the gate ");
        rapport__pen_say(pen, rapport__subject_title(s, RAPPORT_OF_GATE, obstacle->index));
        rapport__pen_say(pen, " stays breached");
        return;
    }
    if (obstacle->kind == RAPPORT_OBSTACLE_SCORE)
        rapport__pen_say(pen, "the score");
    else
        say_demand(pen, s, obstacle);
    if (obstacle->kind == RAPPORT_OBSTACLE_DEMAND && obstacle->index == RAPPORT_NO_UNDECIDED_GATES)
        return;
    if (obstacle->has_best) {
        rapport__pen_say(pen, " comes to ");
        rapport__pen_say_fixed(pen, obstacle->best, share ? 2 : 1);
        rapport__pen_say(pen, " at most, ");
    } else {
        rapport__pen_say(pen, " has no value that counts, ");
    }
    rapport__pen_say_fixed(pen, obstacle->needed, share ? 2 : 1);
    rapport__pen_say(pen, " is needed");
}

static void put_obstacles(rapport__pen *pen, const rapport__subject *s)
{
    rapport_obstacle obstacle = {.struct_size = sizeof obstacle};
    rapport__pen_sentence(pen, RAPPORT__MARGIN);
    rapport__pen_say(pen, "Cannot be reached by answers alone: ");
    for (uint32_t i = 0; !rapport_result_get_obstacle(s->result, RAPPORT_FEWEST_STEPS, i, &obstacle); i++) {
        rapport__pen_say(pen, i ? "; " : "");
        say_obstacle(pen, s, &obstacle);
    }
    rapport__pen_full_stop(pen);
}

/* A short section, once a band gap was asked for and the highest band is not reached yet. */
void rapport__result_text_band_gap(rapport__pen *pen, const rapport__subject *s)
{
    rapport_band_gap fewest = {.struct_size = sizeof fewest}, cheapest = {.struct_size = sizeof cheapest};
    if (rapport_result_get_band_gap(s->result, RAPPORT_FEWEST_STEPS, &fewest) || fewest.state == RAPPORT_BAND_REACHED)
        return;
    rapport__text_heading(pen, "To reach ");
    rapport__pen_fit(pen, rapport__subject_title(s, RAPPORT_OF_BAND, fewest.band), 80 - 9);
    rapport__pen_line(pen);
    if (fewest.state == RAPPORT_BAND_OUT_OF_REACH && fewest.obstacles)
        put_obstacles(pen, s);
    else if (fewest.state != RAPPORT_BAND_REACHABLE) {
        rapport__pen_sentence(pen, RAPPORT__MARGIN);
        rapport__pen_say(pen, "No way was found by which answers alone would reach it");
        rapport__pen_full_stop(pen);
    } else {
        put_way(pen, s, RAPPORT_FEWEST_STEPS, &fewest, "Fewest steps: ");
        if (!rapport_result_get_band_gap(s->result, RAPPORT_CHEAPEST_STEPS, &cheapest) && cheapest.band == fewest.band &&
            cheapest.state == RAPPORT_BAND_REACHABLE && cheapest.cost < fewest.cost * (1 - 1e-9))
            put_way(pen, s, RAPPORT_CHEAPEST_STEPS, &cheapest, "Least weight: ");
    }
    if (fewest.withheld) {
        rapport__pen_sentence(pen, RAPPORT__MARGIN);
        rapport__pen_say(pen, "What is withheld for too few raters is left as it is");
        rapport__pen_full_stop(pen);
    }
}
