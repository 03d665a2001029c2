/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* How sure an order of candidates is, in words and bars. Long lists are cut: the document has all. */
#include "base/error.h"
#include "base/number.h"
#include "report/robustness.h"
#include "report/text_parts.h"

enum { NAME = RAPPORT__MARGIN, BAR = 24, CELLS = 24, RANKS = 4, FIRST = 50, MOST = 12 };

typedef struct page {
    rapport__pen *pen;
    const rapport_robustness *r;
    uint32_t all, criteria, count; /* candidates of the matrix, criteria, candidates that are compared */
} page;

#define NAME_SIZE (RAPPORT_MAX_ID + 32)

/* The id of a candidate, or its number. */
static const char *name_of(const page *p, uint32_t candidate, char out[NAME_SIZE])
{
    char number[RAPPORT__NUMBER_SIZE];
    const char *id = rapport_candidates_id(p->r->candidates, candidate);
    if (*id)
        return id;
    out[0] = '\0';
    rapport__number_write(candidate + 1.0, number);
    rapport__append(out, NAME_SIZE, "candidate ");
    rapport__append(out, NAME_SIZE, number);
    return out;
}

static void say_name(const page *p, uint32_t candidate)
{
    char name[NAME_SIZE];
    rapport__pen_say(p->pen, name_of(p, candidate, name));
}

static void put_name(const page *p, uint32_t candidate, uint32_t columns)
{
    char name[NAME_SIZE];
    rapport__pen_move(p->pen, NAME);
    rapport__pen_fit(p->pen, name_of(p, candidate, name), columns);
}

/* The compared candidate that comes next by share of the first rank after `last`; ties go by number. */
static uint32_t next_by_share(const page *p, uint32_t last)
{
    uint32_t best = p->all;
    double limit = last < p->all ? rapport__share_of_rank(p->r, last, 0) : 2, share, most = -1;
    for (uint32_t i = rapport__next_compared(p->r, 0); i < p->all; i = rapport__next_compared(p->r, i + 1)) {
        share = rapport__share_of_rank(p->r, i, 0);
        if ((share < limit || (share <= limit && last < p->all && i > last)) && share > most) {
            best = i;
            most = share;
        }
    }
    return best;
}

static void say_more(const page *p, uint32_t count, const char *what)
{
    if (!count)
        return;
    rapport__pen_sentence(p->pen, NAME);
    rapport__text_say_count(p->pen, count);
    rapport__pen_say(p->pen, " more ");
    rapport__pen_say(p->pen, what);
    rapport__pen_full_stop(p->pen);
}

static void put_percent(const page *p, double share, uint32_t columns)
{
    char text[RAPPORT__PERCENT_SIZE];
    rapport__pen_right(p->pen, rapport__text_percent(share, text), columns);
}

/* name  bar  first second third ... */
static void put_row(const page *p, uint32_t candidate)
{
    uint32_t ranks = p->count < RANKS ? p->count : RANKS;
    double share = 100 * rapport__share_of_rank(p->r, candidate, 0);
    put_name(p, candidate, BAR - NAME - 1);
    rapport__pen_move(p->pen, BAR);
    rapport__gauge_bar(p->pen, CELLS, share, share, share);
    for (uint32_t rank = 0; rank < ranks; rank++) {
        rapport__pen_move(p->pen, FIRST + 7 * rank);
        put_percent(p, rapport__share_of_rank(p->r, candidate, rank), 6);
    }
    rapport__pen_line(p->pen);
}

static void put_acceptability(const page *p)
{
    static const char *const titles[RANKS] = {"1st", "2nd", "3rd", "4th"};
    uint32_t shown = 0, candidate = p->all;
    rapport__text_heading(p->pen, "How often each comes where");
    for (uint32_t rank = 0; rank < p->count && rank < RANKS; rank++) {
        rapport__pen_move(p->pen, FIRST + 7 * rank);
        rapport__pen_right(p->pen, titles[rank], 6);
    }
    rapport__pen_line(p->pen);
    for (; shown < p->count && shown < MOST; shown++) {
        candidate = next_by_share(p, candidate);
        put_row(p, candidate);
    }
    say_more(p, p->count - shown, "come first less often");
}

static void put_draws(const page *p)
{
    rapport_sampling_info info = {.struct_size = sizeof info};
    (void)rapport_sampling_get_info(p->r->sampling, &info);
    rapport__text_label(p->pen, "Draws");
    rapport__pen_say_number(p->pen, (double)rapport_acceptability_draws(p->r->acceptability));
    rapport__pen_say(p->pen, " weights, seed ");
    rapport__pen_say_number(p->pen, (double)info.seed);
    rapport__pen_say(p->pen, ", standard error of a share up to ");
    rapport__pen_say_fixed(p->pen, 100 * rapport__largest_error(p->r), 2);
    rapport__pen_say(p->pen, "\xC2\xA0%");
    if (!info.exact)
        rapport__pen_say(p->pen, "; by a random walk, so only nearly uniform and the error larger");
    rapport__pen_full_stop(p->pen);
}

static void put_excluded(const page *p)
{
    for (uint32_t i = 0; i < p->all; i++) {
        const char *reason = rapport_candidates_excluded(p->r->candidates, i);
        if (!reason)
            continue;
        rapport__text_label(p->pen, "Knocked out");
        say_name(p, i);
        rapport__pen_say(p->pen, ": ");
        rapport__pen_say(p->pen, reason);
        rapport__pen_full_stop(p->pen);
    }
}

static void say_open_value(const page *p)
{
    uint32_t candidate, criterion;
    int32_t kind;
    rapport__text_label(p->pen, "Weights");
    if (rapport__find_open_value(p->r, &candidate, &criterion, &kind)) {
        rapport__pen_say(p->pen, "what follows from the stated weights needs numbers, and ");
        rapport__pen_say(p->pen, rapport_candidates_criterion_id(p->r->candidates, criterion));
        rapport__pen_say(p->pen, " of ");
        say_name(p, candidate);
        rapport__pen_say(p->pen, kind == RAPPORT_VALUE_MISSING ? " is missing" : " is an interval");
    } else {
        rapport__pen_say(p->pen, "none is stated");
    }
    rapport__pen_full_stop(p->pen);
}

static void put_first(const page *p)
{
    uint32_t first = rapport_sensitivity_first(p->r->sensitivity);
    double score = 0, rank = 0;
    (void)rapport_sensitivity_get_score(p->r->sensitivity, first, &score, &rank);
    rapport__text_label(p->pen, "First");
    say_name(p, first);
    rapport__pen_say(p->pen, rank > 1 ? " and others, with a score of " : ", with a score of ");
    rapport__pen_say_fixed(p->pen, score, 3);
    rapport__pen_full_stop(p->pen);
}

static void put_change(const page *p)
{
    rapport_weight_change one = {.struct_size = sizeof one};
    rapport__text_label(p->pen, "It takes");
    if (rapport_sensitivity_get_change(p->r->sensitivity, RAPPORT_CHANGE_ABSOLUTE, &one)) {
        if (rapport_sensitivity_get_change(p->r->sensitivity, RAPPORT_CHANGE_EUCLIDEAN, &one))
            rapport__pen_say(p->pen, "more than weights: none put another first");
        else
            rapport__pen_say(p->pen, "more than one weight to put another first");
    } else if (one.criterion == RAPPORT_NONE) {
        rapport__pen_say(p->pen, "nothing: several are first");
    } else {
        rapport__pen_say(p->pen, rapport_candidates_criterion_id(p->r->candidates, one.criterion));
        rapport__pen_say(p->pen, " from ");
        rapport__pen_say_fixed(p->pen, 100 * one.from, 1);
        rapport__pen_say(p->pen, "\xC2\xA0% to ");
        rapport__pen_say_fixed(p->pen, 100 * one.to, 1);
        rapport__pen_say(p->pen, "\xC2\xA0% to put ");
        say_name(p, one.candidate);
        rapport__pen_say(p->pen, " level with it");
    }
    rapport__pen_full_stop(p->pen);
}

/* "12.5 – 40.0" in so many columns. */
static void put_range(const page *p, uint32_t column, double low, double high)
{
    rapport__pen_move(p->pen, column);
    rapport__pen_fixed(p->pen, 100 * low, 1, 6);
    rapport__pen_put(p->pen, " ");
    rapport__pen_symbol(p->pen, RAPPORT__TO);
    rapport__pen_fixed(p->pen, 100 * high, 1, 6);
}

static void put_intervals(const page *p)
{
    uint32_t shown = p->criteria < MOST ? p->criteria : MOST;
    rapport__text_heading(p->pen, "Weights in %, one at a time");
    rapport__pen_move(p->pen, 35);
    rapport__pen_put(p->pen, "weight");
    rapport__pen_move(p->pen, 46);
    rapport__pen_put(p->pen, "keeps winner");
    rapport__pen_move(p->pen, 65);
    rapport__pen_put(p->pen, "keeps order");
    rapport__pen_line(p->pen);
    for (uint32_t c = 0; c < shown; c++) {
        rapport_weight_interval i = {.struct_size = sizeof i};
        (void)rapport_sensitivity_get_interval(p->r->sensitivity, c, &i);
        rapport__pen_move(p->pen, NAME);
        rapport__pen_fit(p->pen, rapport_candidates_criterion_id(p->r->candidates, c), 30);
        rapport__pen_move(p->pen, 34);
        rapport__pen_fixed(p->pen, 100 * i.weight, 1, 7);
        put_range(p, 44, i.winner_low, i.winner_high);
        put_range(p, 62, i.order_low, i.order_high);
        rapport__pen_line(p->pen);
    }
    say_more(p, p->criteria - shown, "criteria");
}

/* Says one that changes the first place when it is left out; whether there was one before. */
static bool put_left_out(const page *p, const char *what, const rapport_leave_one_out *out, bool any)
{
    if (!out->winner_changes && !out->order_changes)
        return any;
    if (!any)
        rapport__text_heading(p->pen, "Without one");
    if (!any)
        rapport__pen_line(p->pen);
    rapport__pen_move(p->pen, NAME);
    rapport__pen_fit(p->pen, what, 30);
    rapport__pen_move(p->pen, 34);
    rapport__pen_sentence(p->pen, 34);
    if (out->winner_changes) {
        rapport__pen_say(p->pen, "first is ");
        say_name(p, out->first);
    } else {
        rapport__pen_say(p->pen, "the order changes");
    }
    if (out->has_tau) {
        rapport__pen_say(p->pen, ", tau ");
        rapport__pen_say_fixed(p->pen, out->tau, 2);
    }
    rapport__pen_full_stop(p->pen);
    return true;
}

static void put_without(const page *p)
{
    char name[NAME_SIZE];
    bool any = false;
    for (uint32_t c = 0; c < p->criteria; c++) {
        rapport_leave_one_out out = {.struct_size = sizeof out};
        if (!rapport_sensitivity_get_without_criterion(p->r->sensitivity, c, &out))
            any = put_left_out(p, rapport_candidates_criterion_id(p->r->candidates, c), &out, any);
    }
    for (uint32_t i = rapport__next_compared(p->r, 0); i < p->all; i = rapport__next_compared(p->r, i + 1)) {
        rapport_leave_one_out out = {.struct_size = sizeof out};
        if (!rapport_sensitivity_get_without_candidate(p->r->sensitivity, i, &out))
            any = put_left_out(p, name_of(p, i, name), &out, any);
    }
}

/* Those that nobody should choose, whatever the weights; by whom they are dominated, or that others always do better. */
static void put_standing(const page *p)
{
    bool any = false;
    for (uint32_t i = rapport__next_compared(p->r, 0); i < p->all; i = rapport__next_compared(p->r, i + 1)) {
        rapport_standing s = {.struct_size = sizeof s};
        uint32_t by = p->all;
        if (rapport_dominance_get(p->r->dominance, i, &s) || (s.potentially_best && s.dominated != RAPPORT_DOMINATES_CERTAINLY))
            continue;
        for (uint32_t k = p->all; k-- > 0;)
            if (rapport_dominance_pair(p->r->dominance, k, i) == RAPPORT_DOMINATES_CERTAINLY)
                by = k;
        if (!any)
            rapport__text_heading(p->pen, "Whatever the weights");
        if (!any)
            rapport__pen_line(p->pen);
        any = true;
        put_name(p, i, 30);
        rapport__pen_move(p->pen, 34);
        rapport__pen_sentence(p->pen, 34);
        rapport__pen_say(p->pen, by < p->all ? "nowhere better than " : "never first, yet no single one is always better");
        if (by < p->all)
            say_name(p, by);
        rapport__pen_full_stop(p->pen);
    }
}

void rapport__robustness_text(rapport__pen *pen, const rapport_robustness *r)
{
    page p = {pen, r, rapport_candidates_count(r->candidates), rapport_candidates_count_criteria(r->candidates),
              rapport__count_compared(r)};
    rapport__pen_ink(pen, RAPPORT__BOLD);
    rapport__pen_put(pen, "How sure is the order?");
    rapport__pen_line(pen);
    rapport__text_label(pen, "Compared");
    rapport__text_say_count(pen, p.count);
    rapport__pen_say(pen, p.count == 1 ? " candidate by " : " candidates by ");
    rapport__text_say_count(pen, p.criteria);
    rapport__pen_say(pen, p.criteria == 1 ? " criterion, weighted sum" : " criteria, weighted sum");
    rapport__pen_full_stop(pen);
    put_excluded(&p);
    if (r->sensitivity) {
        put_first(&p);
        put_change(&p);
    } else {
        say_open_value(&p);
    }
    if (r->acceptability) {
        put_draws(&p);
        put_acceptability(&p);
    }
    if (r->sensitivity) {
        put_intervals(&p);
        put_without(&p);
    }
    if (r->dominance)
        put_standing(&p);
}
