/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What becomes of the order when a weight moves, or a criterion or candidate is not there. */
#include <math.h>

#include "selection/sensitivity.h"

/* Scores on all criteria but one. */
static void score_rest(rapport_sensitivity *s, uint32_t without)
{
    uint32_t m = s->scaled.criteria;
    for (uint32_t i = 0; i < s->scaled.count; i++) {
        const double *value = s->scaled.low + (size_t)i * m;
        double sum = 0;
        for (uint32_t c = 0; c < m; c++)
            sum += c == without ? 0 : s->scaled.weight[c] * value[c];
        s->rest[i] = sum / s->others[without];
    }
}

/* Who is first when `criterion` has weight t, and how far the winner is ahead. */
static uint32_t look_at(rapport_sensitivity *s, uint32_t criterion, double t, double *score, double *margin)
{
    uint32_t n = s->scaled.count, m = s->scaled.criteria, winner = s->order.items[0];
    double best = -HUGE_VAL;
    for (uint32_t i = 0; i < n; i++) {
        s->try_score[i] = t * s->scaled.low[(size_t)i * m + criterion] + (t < 1 ? (1 - t) * s->rest[i] : 0);
        if (i != winner && s->try_score[i] > best)
            best = s->try_score[i];
    }
    *score = s->try_score[winner];
    *margin = n > 1 ? *score - best : 0;
    rapport__order_by(&s->now, s->try_score, n);
    return s->scaled.number[s->now.items[0]];
}

static void swing(rapport_sensitivity *s, uint32_t c)
{
    rapport_tornado *t = &s->tornado[c];
    double w = s->scaled.weight[c];
    *t = (rapport_tornado){.struct_size = sizeof *t, .low = w, .high = w};
    if (s->others[c] > 0) {
        t->low = s->swing < 0 || s->swing > 1 ? 0 : w * (1 - s->swing);
        t->high = s->swing < 0 || w * (1 + s->swing) > 1 ? 1 : w * (1 + s->swing);
    }
    t->low_first = look_at(s, c, t->low, &t->low_score, &t->low_margin);
    t->high_first = look_at(s, c, t->high, &t->high_score, &t->high_margin);
}

/* Fills what comes of replacing one order of the rest by another. */
static void contrast(rapport_sensitivity *s, const rapport__order *before, const rapport__order *after, rapport__left_out *to)
{
    to->exists = true;
    to->out.first = after->items[0];
    for (uint32_t i = 0; i < after->count; i++) {
        to->out.winner_changes |= rapport__order_is_first(before, i) != rapport__order_is_first(after, i);
        to->out.order_changes |= before->rank[i] < after->rank[i] || before->rank[i] > after->rank[i];
    }
    to->out.has_tau = rapport__order_tau(before, after, &s->spare, &to->out.tau);
}

void rapport__leave_out_criteria(rapport_sensitivity *s)
{
    for (uint32_t c = 0; c < s->scaled.criteria; c++) {
        bool others = s->others[c] > 0;
        if (others)
            score_rest(s, c);
        swing(s, c);
        if (!others)
            continue;
        rapport__order_by(&s->now, s->rest, s->scaled.count);
        contrast(s, &s->order, &s->now, &s->no_criterion[c]);
    }
}

/* The ends of a criterion among all but one candidate. */
static void find_ends(const rapport__scaled *scaled, uint32_t c, uint32_t without, double *least, double *most)
{
    *least = HUGE_VAL;
    *most = -HUGE_VAL;
    for (uint32_t i = 0; i < scaled->count; i++) {
        double value = scaled->low[(size_t)i * scaled->criteria + c];
        if (i == without)
            continue;
        *least = value < *least ? value : *least;
        *most = value > *most ? value : *most;
    }
}

/* Adds what one criterion gives the rest once it is scaled between its new ends. */
static void add_column(rapport_sensitivity *s, uint32_t c, uint32_t without)
{
    const rapport__scaled *scaled = &s->scaled;
    double least = 0, most = 1;
    if (!scaled->bounded[c])
        find_ends(scaled, c, without, &least, &most);
    for (uint32_t i = 0, at = 0; i < scaled->count; i++) {
        double value = scaled->low[(size_t)i * scaled->criteria + c];
        if (i != without)
            s->rest[at++] += scaled->weight[c] * (most > least ? (value - least) / (most - least) : 1);
    }
}

/* How many candidates are at the ends of each criterion: ahead[] at 0, behind[] at 1. */
static void count_ends(rapport_sensitivity *s)
{
    const rapport__scaled *scaled = &s->scaled;
    for (uint32_t c = 0; c < scaled->criteria; c++)
        s->ahead[c] = s->behind[c] = 0;
    for (uint32_t i = 0; i < scaled->count; i++)
        for (uint32_t c = 0; c < scaled->criteria; c++) {
            double value = scaled->low[(size_t)i * scaled->criteria + c];
            s->ahead[c] += value <= 0;
            s->behind[c] += value >= 1;
        }
}

/* Whether a candidate alone holds an end of a criterion that is scaled by the data: else nothing is scaled anew without it. */
static bool holds_an_end(const rapport_sensitivity *s, uint32_t place)
{
    const rapport__scaled *scaled = &s->scaled;
    for (uint32_t c = 0; c < scaled->criteria; c++) {
        double value = scaled->low[(size_t)place * scaled->criteria + c];
        if (!scaled->bounded[c] && ((value <= 0 && s->ahead[c] < 2) || (value >= 1 && s->behind[c] < 2)))
            return true;
    }
    return false;
}

/* Whether all but one are tied. */
static bool rest_is_tied(const rapport__order *order, uint32_t without)
{
    uint32_t n = order->count, best = order->items[0], worst = order->items[n - 1];
    best = best == without ? order->items[1] : best;
    worst = worst == without ? order->items[n - 2] : worst;
    return order->key[best] == order->key[worst];
}

/* What is left of the order as it is. */
static void skip(rapport_sensitivity *s, uint32_t without)
{
    for (uint32_t i = 0, at = 0; i < s->scaled.count; i++)
        if (i != without)
            s->before[at++] = s->score[i];
    rapport__order_by(&s->then, s->before, s->scaled.count - 1);
}

static void rescale(rapport_sensitivity *s, uint32_t without)
{
    for (uint32_t i = 0; i + 1 < s->scaled.count; i++)
        s->rest[i] = 0;
    for (uint32_t c = 0; c < s->scaled.criteria; c++)
        add_column(s, c, without);
    rapport__order_by(&s->now, s->rest, s->scaled.count - 1);
}

void rapport__leave_out_candidates(rapport_sensitivity *s)
{
    uint32_t n = s->scaled.count, first = s->order.items[0];
    count_ends(s);
    for (uint32_t i = 0; i < n && n > 1; i++) {
        rapport__left_out *to = &s->no_candidate[i];
        if (holds_an_end(s, i)) {
            skip(s, i);
            rescale(s, i);
            contrast(s, &s->then, &s->now, to);
            to->out.first += to->out.first >= i;
            continue;
        }
        to->exists = true;
        to->out.first = i == first ? s->order.items[1] : first;
        to->out.has_tau = !rest_is_tied(&s->order, i);
        to->out.tau = to->out.has_tau ? 1 : 0;
    }
}
