/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/ranking.h"

#include "report/text_parts.h"

enum { ROWS = 100, PAIRS = 12, RANKS = 7, NAMES = 9, NAME_COLUMNS = 26, BARS = 36, CELLS = 26, SCORES = 64, WIDTH = 16 };

typedef struct page {
    rapport__pen *pen;
    const rapport_ranking *r;
    const rapport_candidates *m;
    rapport_method method;
    double worst, best; /* scores at the ends of the bars */
} page;

static const char *name_of(const page *p, uint32_t candidate, char room[RAPPORT__CANDIDATE_SIZE])
{
    return rapport__ranking_name(p->m, candidate, room);
}

static void put_head(const page *p)
{
    rapport__pen *pen = p->pen;
    rapport__pen_ink(pen, RAPPORT__BOLD);
    rapport__pen_put(pen, "Ranking by ");
    rapport__pen_put(pen, p->method.title);
    rapport__pen_ink(pen, RAPPORT__PLAIN);
    rapport__pen_line(pen);
    rapport__pen_sentence(pen, 0);
    rapport__pen_say(pen, p->method.purpose);
    for (uint32_t k = 0; k < p->method.parameters; k++) {
        rapport_method_parameter about = {.struct_size = sizeof about};
        (void)rapport_method_get_parameter(p->method.method, k, &about);
        rapport__pen_say(pen, k ? ", " : "; ");
        rapport__pen_say(pen, about.name);
        rapport__pen_say(pen, "\xC2\xA0");
        if (about.word)
            rapport__pen_say(pen, rapport_ranking_text(p->r, k));
        else
            rapport__pen_say_number(pen, rapport_ranking_number(p->r, k));
    }
    rapport__pen_say(pen, p->method.lower_is_better ? "; the lowest score is the best" : "");
    rapport__pen_full_stop(pen);
}

static double value_of(const page *p, int32_t what, uint32_t candidate)
{
    const double *values = rapport_ranking_values(p->r, what);
    return values ? values[candidate] : 0;
}

static int32_t low_of(const page *p)
{
    return rapport_ranking_is_open(p->r) ? RAPPORT_LOWEST_SCORE : RAPPORT_SCORE;
}

static int32_t high_of(const page *p)
{
    return rapport_ranking_is_open(p->r) ? RAPPORT_HIGHEST_SCORE : RAPPORT_SCORE;
}

static void find_ends(page *p)
{
    double least = 0, most = 0;
    bool first = true;
    for (uint32_t i = 0; i < rapport_candidates_count(p->m); i++) {
        if (rapport_candidates_excluded(p->m, i))
            continue;
        if (first || value_of(p, low_of(p), i) < least)
            least = value_of(p, low_of(p), i);
        if (first || value_of(p, high_of(p), i) > most)
            most = value_of(p, high_of(p), i);
        first = false;
    }
    p->worst = p->method.lower_is_better ? most : least;
    p->best = p->method.lower_is_better ? least : most;
}

/* Where a score lies between the worst, 0, and the best, 100. */
static double points(const page *p, double score)
{
    return p->best > p->worst || p->best < p->worst ? 100 * ((score - p->worst) / (p->best - p->worst)) : 100;
}

static void put_rank(const page *p, uint32_t candidate)
{
    rapport__pen *pen = p->pen;
    double rank = value_of(p, RAPPORT_RANK, candidate);
    if (rapport_ranking_is_open(p->r) && rank == 0) {
        double best = value_of(p, RAPPORT_BEST_RANK, candidate), worst = value_of(p, RAPPORT_WORST_RANK, candidate);
        rapport__pen_fixed(pen, (double)(uint32_t)best, 0, 3); /* who might tie has the outermost of the places shared */
        rapport__pen_symbol(pen, RAPPORT__TO);
        rapport__pen_fixed(pen, (double)(uint32_t)(worst + 0.5), 0, 1);
        return;
    }
    rapport__pen_fixed(pen, rank, (double)(uint32_t)rank < rank ? 1 : 0, RANKS);
}

static void put_row(const page *p, uint32_t candidate)
{
    char room[RAPPORT__CANDIDATE_SIZE];
    rapport__pen *pen = p->pen;
    double low = value_of(p, low_of(p), candidate), high = value_of(p, high_of(p), candidate);
    double a = points(p, low), b = points(p, high);
    put_rank(p, candidate);
    rapport__pen_move(pen, NAMES);
    rapport__pen_fit(pen, name_of(p, candidate, room), NAME_COLUMNS);
    rapport__pen_move(pen, BARS);
    rapport__gauge_bar(pen, CELLS, a < b ? a : b, a < b ? a : b, a < b ? b : a);
    rapport__pen_move(pen, SCORES - 1);
    if (low < high || low > high) {
        rapport__pen_fixed(pen, low, 4, WIDTH / 2);
        rapport__pen_symbol(pen, RAPPORT__TO);
        rapport__pen_fixed(pen, high, 4, 1);
    } else {
        rapport__pen_fixed(pen, low, 4, WIDTH);
    }
    rapport__pen_line(pen);
}

static void say_count(rapport__pen *pen, uint32_t count, const char *one, const char *more)
{
    rapport__text_say_count(pen, count);
    rapport__pen_say(pen, count == 1 ? one : more);
}

static void put_rows(const page *p)
{
    uint32_t order[ROWS], count = rapport_ranking_get_order(p->r, order, ROWS);
    rapport__pen_line(p->pen);
    for (uint32_t i = 0; i < count && i < ROWS; i++)
        put_row(p, order[i]);
    if (count > ROWS) {
        rapport__pen_sentence(p->pen, NAMES);
        rapport__pen_say(p->pen, "and ");
        say_count(p->pen, count - ROWS, " more", " more");
        rapport__pen_full_stop(p->pen);
    }
}

static void put_excluded(const page *p)
{
    char room[RAPPORT__CANDIDATE_SIZE];
    uint32_t shown = 0;
    for (uint32_t i = 0; i < rapport_candidates_count(p->m) && shown < ROWS; i++) {
        if (!rapport_candidates_excluded(p->m, i))
            continue;
        if (!shown++) {
            rapport__text_heading(p->pen, "Knocked out");
            rapport__pen_line(p->pen);
        }
        rapport__pen_sentence(p->pen, RAPPORT__MARGIN);
        rapport__pen_say(p->pen, name_of(p, i, room));
        rapport__pen_say(p->pen, ": ");
        rapport__pen_say(p->pen, rapport_candidates_excluded(p->m, i));
        rapport__pen_full_stop(p->pen);
    }
}

static void put_open(const page *p)
{
    if (!rapport_ranking_is_open(p->r))
        return;
    rapport__pen_line(p->pen);
    rapport__pen_sentence(p->pen, 0);
    rapport__pen_say(p->pen, "Some values are missing or intervals: scores and ranks are the lowest and the highest that "
                             "there could be.");
    rapport__pen_full_stop(p->pen);
}

/* "a, b, c" of those that are chosen. */
static void put_chosen(const page *p, const char *label)
{
    char room[RAPPORT__CANDIDATE_SIZE];
    uint32_t said = 0;
    if (!rapport_ranking_values(p->r, RAPPORT_CHOSEN))
        return;
    rapport__pen_line(p->pen);
    rapport__text_label(p->pen, label);
    for (uint32_t i = 0; i < rapport_candidates_count(p->m); i++) {
        if (!(value_of(p, RAPPORT_CHOSEN, i) > 0))
            continue;
        rapport__pen_say(p->pen, said++ ? ", " : "");
        rapport__pen_say(p->pen, name_of(p, i, room));
        if (said == ROWS)
            break;
    }
    rapport__pen_full_stop(p->pen);
}

/* Pairs that stand to each other in such a way. */
static void put_relation(const page *p, const char *label, int32_t wanted)
{
    char first[RAPPORT__CANDIDATE_SIZE], second[RAPPORT__CANDIDATE_SIZE];
    uint32_t found = 0;
    double relation;
    for (uint32_t i = 0; i < rapport_candidates_count(p->m); i++)
        for (uint32_t k = i + 1; k < rapport_candidates_count(p->m); k++) {
            if (rapport_ranking_get_pair(p->r, RAPPORT_RELATION, i, k, &relation) || relation != wanted || ++found > PAIRS)
                continue;
            if (found == 1)
                rapport__text_label(p->pen, label);
            rapport__pen_say(p->pen, found > 1 ? ", " : "");
            rapport__pen_say(p->pen, name_of(p, i, first));
            rapport__pen_say(p->pen, " and ");
            rapport__pen_say(p->pen, name_of(p, k, second));
        }
    if (found > PAIRS) {
        rapport__pen_say(p->pen, ", and ");
        say_count(p->pen, found - PAIRS, " more pair", " more pairs");
    }
    if (found)
        rapport__pen_full_stop(p->pen);
}

void rapport__ranking_text(rapport__pen *pen, const rapport_ranking *ranking)
{
    page p = {pen, ranking, rapport_ranking_candidates(ranking), rapport__ranking_method_of(ranking), 0, 0};
    find_ends(&p);
    put_head(&p);
    put_rows(&p);
    put_open(&p);
    if (p.method.method == RAPPORT_VIKOR || p.method.method == RAPPORT_ELECTRE1)
        put_chosen(&p, p.method.method == RAPPORT_VIKOR ? "Compromise" : "Kernel");
    if (p.method.method == RAPPORT_PROMETHEE1 || p.method.method == RAPPORT_ELECTRE3) {
        rapport__pen_line(pen);
        put_relation(&p, "Incomparable", RAPPORT_INCOMPARABLE);
        put_relation(&p, "As good as", RAPPORT_INDIFFERENT);
    }
    put_excluded(&p);
}
