/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/result_text.h"

#define MOST_GAPS 5u
#define MOST_PAIRS 3u
#define TITLES 26u
#define DUMBBELL_AT 29u
#define DUMBBELL_CELLS 17u /* a level of five is four cells */
#define GAP_AT 47u
#define NAMES_AT 54u
#define OVER " over "

typedef struct difference {
    uint32_t node;
    rapport_perception seen;
} difference;

static double size_of(double gap)
{
    return gap < 0 ? -gap : gap;
}

/* Keeps the list sorted by size; what comes earlier stays before its equals. Returns the new length. */
static uint32_t keep(difference *list, uint32_t length, const difference *new)
{
    uint32_t at = length;
    while (at > 0 && size_of(list[at - 1].seen.gap) < size_of(new->seen.gap))
        at--;
    if (at == MOST_GAPS)
        return length;
    if (length < MOST_GAPS)
        length++;
    for (uint32_t i = length - 1; i > at; i--)
        list[i] = list[i - 1];
    list[at] = *new;
    return length;
}

static uint32_t find_notable(const rapport__subject *s, uint32_t pairs, difference list[MOST_GAPS], uint32_t *notable)
{
    uint32_t length = 0;
    *notable = 0;
    for (uint32_t node = 1; node < s->nodes; node++) {
        if (rapport__subject_node(s, node).kind != RAPPORT_CRITERION)
            continue;
        for (uint32_t pair = 0; pair < pairs; pair++) {
            difference new = {.node = node};
            if (!rapport__subject_perception(s, pair, node, &new.seen) || !new.seen.notable)
                continue;
            length = keep(list, length, &new);
            ++*notable;
        }
    }
    return length;
}

static const char *name_of(const rapport__subject *s, uint32_t party)
{
    return party == RAPPORT_NONE ? "the others" : rapport__subject_party(s, party);
}

/* "Northwind over Contoso" */
static void put_names(rapport__pen *pen, const char *brighter, const char *darker)
{
    uint32_t room = RAPPORT__PEN_COLUMNS - NAMES_AT - (uint32_t)(sizeof OVER - 1);
    uint32_t a = rapport__pen_columns(pen, brighter), b = rapport__pen_columns(pen, darker), half = room / 2;
    if (a + b > room) {
        if (a > half && b > half)
            a = b = half;
        else if (a > half)
            a = room - b;
        else
            b = room - a;
    }
    rapport__pen_fit(pen, brighter, a);
    rapport__pen_put(pen, OVER);
    rapport__pen_fit(pen, darker, b);
}

static void put_difference(rapport__pen *pen, const rapport__subject *s, const difference *d)
{
    double of = rapport__subject_cell(s, d->seen.of, d->node).score, against = of - d->seen.gap;
    bool brighter = d->seen.gap > 0;
    const char *first = name_of(s, d->seen.of);
    const char *second = d->seen.against == RAPPORT_NONE ? "others" : name_of(s, d->seen.against);
    rapport__pen_move(pen, RAPPORT__MARGIN);
    rapport__pen_fit(pen, rapport__subject_title(s, RAPPORT_OF_NODE, d->node), TITLES);
    rapport__pen_move(pen, DUMBBELL_AT);
    rapport__gauge_dumbbell(pen, DUMBBELL_CELLS, brighter ? against : of, brighter ? of : against);
    rapport__pen_move(pen, GAP_AT);
    rapport__pen_fixed(pen, size_of(d->seen.gap), 1, 5);
    rapport__pen_move(pen, NAMES_AT);
    put_names(pen, brighter ? first : second, brighter ? second : first);
    rapport__pen_line(pen);
}

/* The pairs with the largest mean gap either way, the largest first. */
static uint32_t find_pairs(const rapport__subject *s, uint32_t pairs, rapport_perception_summary list[MOST_PAIRS])
{
    uint32_t length = 0;
    for (uint32_t pair = 0; pair < pairs; pair++) {
        rapport_perception_summary new = {.struct_size = sizeof new};
        (void)rapport_result_get_perception_summary(s->result, pair, &new);
        if (!new.criteria)
            continue;
        uint32_t at = length;
        while (at > 0 && size_of(list[at - 1].mean) < size_of(new.mean))
            at--;
        if (at == MOST_PAIRS)
            continue;
        if (length < MOST_PAIRS)
            length++;
        for (uint32_t i = length - 1; i > at; i--)
            list[i] = list[i - 1];
        list[at] = new;
    }
    return length;
}

/* "On average Northwind sees it 20.0 brighter than Contoso, over 23 criteria that both answered." */
static void put_summary(rapport__pen *pen, const rapport__subject *s, const rapport_perception_summary *sum)
{
    bool brighter = sum->mean > 0;
    uint32_t first = brighter ? sum->of : sum->against, second = brighter ? sum->against : sum->of;
    rapport__pen_sentence(pen, RAPPORT__MARGIN);
    rapport__pen_say(pen, "On average ");
    if (size_of(sum->mean) < 0.05) {
        rapport__pen_say(pen, name_of(s, sum->of));
        rapport__pen_say(pen, " and ");
        rapport__pen_say(pen, name_of(s, sum->against));
        rapport__pen_say(pen, " see it alike");
    } else {
        rapport__pen_say(pen, name_of(s, first));
        rapport__pen_say(pen, first == RAPPORT_NONE ? " see it " : " sees it ");
        rapport__pen_say_fixed(pen, size_of(sum->mean), 1);
        rapport__pen_say(pen, " brighter than ");
        rapport__pen_say(pen, name_of(s, second));
    }
    rapport__pen_say(pen, ", over ");
    rapport__text_say_count(pen, sum->criteria);
    rapport__pen_say(pen, sum->criteria == 1 ? " criterion that both answered." : " criteria that both answered.");
    rapport__pen_full_stop(pen);
}

void rapport__result_text_perception(rapport__pen *pen, const rapport__subject *s)
{
    difference list[MOST_GAPS];
    rapport_perception_summary sums[MOST_PAIRS];
    uint32_t pairs = rapport_result_count_pairs(s->result), notable, length = find_notable(s, pairs, list, &notable);
    uint32_t summed = find_pairs(s, pairs, sums);
    if (!length && !summed)
        return;
    rapport__text_heading(pen, "Where the parties see it differently");
    if (length) {
        rapport__pen_ink(pen, RAPPORT__FAINT);
        rapport__pen_move(pen, GAP_AT + 2);
        rapport__pen_put(pen, "gap");
        rapport__pen_move(pen, NAMES_AT);
        rapport__pen_symbol(pen, RAPPORT__FILLED);
        rapport__pen_put(pen, " sees it brighter");
    }
    rapport__pen_line(pen);
    for (uint32_t i = 0; i < length; i++)
        put_difference(pen, s, &list[i]);
    if (!length || notable > length) {
        rapport__pen_sentence(pen, RAPPORT__MARGIN);
        rapport__pen_say(pen, length ? "and " : "No difference is larger than noise.");
        if (length) {
            rapport__text_say_count(pen, notable - length);
            rapport__pen_say(pen, " more that are larger than noise");
        }
        rapport__pen_full_stop(pen);
    }
    for (uint32_t i = 0; i < summed; i++)
        put_summary(pen, s, &sums[i]);
}
