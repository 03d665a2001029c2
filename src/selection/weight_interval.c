/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* One weight at a time, the others keeping their proportions (Triantaphyllou and Sanchez 1997, with the weights normalised).
 *
 * Let a stand above b. With weight t on criterion c their scores differ by t d + (1 - t) r, where d is their difference on c
 * and r the mean of those on the other criteria by weight. That is a straight line: it has one zero, r / (r - d), if any. The
 * order as a whole is kept as long as each keeps above the next. */
#include "base/sum.h"
#include "selection/sensitivity.h"

static const double *row(const rapport__scaled *scaled, uint32_t place)
{
    return scaled->low + (size_t)place * scaled->criteria;
}

/* Sums of weighted differences before and after each criterion: nothing is ever subtracted. */
static void sum_gaps(rapport_sensitivity *s, uint32_t above, uint32_t below)
{
    const double *a = row(&s->scaled, above), *b = row(&s->scaled, below);
    uint32_t m = s->scaled.criteria;
    s->ahead[0] = s->behind[m] = 0;
    for (uint32_t c = 0; c < m; c++) {
        s->gap[c] = a[c] - b[c];
        s->ahead[c + 1] = s->ahead[c] + s->scaled.weight[c] * s->gap[c];
    }
    for (uint32_t c = m; c-- > 0;)
        s->behind[c] = s->behind[c + 1] + s->scaled.weight[c] * s->gap[c];
}

/* A weight of `at` on the criterion, and what is left on the others. */
static void keep_weights(const rapport_sensitivity *s, uint32_t criterion, double at, double *out)
{
    for (uint32_t c = 0; c < s->scaled.criteria; c++)
        out[c] = c == criterion ? at : s->scaled.weight[c] * ((1 - at) / s->others[criterion]);
}

static void propose(rapport_sensitivity *s, int32_t measure, uint32_t criterion, uint32_t rival, double at, double size)
{
    rapport__change *best = &s->change[measure];
    if (best->exists && best->change.size <= size)
        return;
    best->exists = true;
    best->change = (rapport_weight_change){0, rival, criterion, 0, s->scaled.weight[criterion], at, size};
}

static void note_crossing(rapport_sensitivity *s, uint32_t criterion, uint32_t rival, double at)
{
    double weight = s->scaled.weight[criterion], size = at > weight ? at - weight : weight - at;
    propose(s, RAPPORT_CHANGE_ABSOLUTE, criterion, rival, at, size);
    if (weight > 0)
        propose(s, RAPPORT_CHANGE_RELATIVE, criterion, rival, at, size / weight);
}

/* Narrows low..high to where `above` keeps at or above `below`, or with it if they are tied. */
static void narrow(rapport_sensitivity *s, uint32_t c, uint32_t below, bool tied, bool winner)
{
    rapport_weight_interval *to = &s->interval[c];
    double *low = winner ? &to->winner_low : &to->order_low, *high = winner ? &to->winner_high : &to->order_high;
    double d = s->gap[c], r = (s->ahead[c] + s->behind[c + 1]) / s->others[c];
    int at_none = rapport__compare(r, 0), at_all = rapport__compare(d, 0);
    double at;
    if (tied) {
        if (at_none || at_all)
            *low = *high = to->weight;
        return;
    }
    if (at_none >= 0 && at_all >= 0)
        return;
    at = r / (r - d);
    if (at_none < 0) {
        at = at < to->weight ? at : to->weight;
        *low = at > *low ? at : *low;
    } else {
        at = at > to->weight ? at : to->weight;
        *high = at < *high ? at : *high;
    }
    if (winner)
        note_crossing(s, c, below, at);
}

static void compare_pair(rapport_sensitivity *s, uint32_t above, uint32_t below, bool winner)
{
    bool tied = s->order.key[above] == s->order.key[below];
    sum_gaps(s, above, below);
    for (uint32_t c = 0; c < s->scaled.criteria; c++) {
        if (s->others[c] > 0)
            narrow(s, c, below, tied, winner);
    }
}

/* Who shares the first place needs no change to have it. */
static void share_first_place(rapport_sensitivity *s)
{
    uint32_t other = s->order.items[1];
    for (int32_t i = 0; i < RAPPORT_CHANGE_END; i++) {
        s->change[i].exists = true;
        s->change[i].change = (rapport_weight_change){0, other, RAPPORT_NONE, 0, 0, 0, 0};
        for (uint32_t c = 0; c < s->scaled.criteria; c++)
            s->change[i].weight[c] = s->scaled.weight[c];
    }
}

void rapport__find_intervals(rapport_sensitivity *s)
{
    const uint32_t *items = s->order.items;
    uint32_t n = s->scaled.count;
    for (uint32_t c = 0; c < s->scaled.criteria; c++) {
        double w = s->scaled.weight[c], low = s->others[c] > 0 ? 0 : w, high = s->others[c] > 0 ? 1 : w;
        s->interval[c] = (rapport_weight_interval){sizeof *s->interval, 0, w, low, high, low, high};
    }
    for (uint32_t i = 1; i < n; i++) {
        compare_pair(s, items[0], items[i], true);
        compare_pair(s, items[i - 1], items[i], false);
    }
    if (n > 1 && rapport__order_is_first(&s->order, items[1])) {
        share_first_place(s);
        return;
    }
    for (int32_t i = RAPPORT_CHANGE_ABSOLUTE; i <= RAPPORT_CHANGE_RELATIVE; i++)
        if (s->change[i].exists)
            keep_weights(s, s->change[i].change.criterion, s->change[i].change.to, s->change[i].weight);
}
