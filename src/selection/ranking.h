/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_SELECTION_RANKING_H
#define RAPPORT_SRC_SELECTION_RANKING_H
/* What the methods of ranking have in common. A contest is one run of one method: the numbers that count, column by column,
 * what the method was told, room to work in, and where its answer goes. */
#include <stdbool.h>
#include <stddef.h>

#include "base/sort_numbers.h"
#include "rapport/ranking.h"
#include "selection/candidates.h"

enum { RAPPORT__METHOD_PARAMETERS = 3, RAPPORT__PAIR_TABLES = 2, RAPPORT__ROOM = 4 };

struct rapport_ranking {
    rapport__arena arena; /* has all below */
    const rapport_candidates *candidates;
    int32_t method;
    bool open; /* values are */
    double number[RAPPORT__METHOD_PARAMETERS];
    int32_t word[RAPPORT__METHOD_PARAMETERS];
    uint32_t count;                      /* candidates that count */
    uint32_t *place;                     /* of each candidate among them, or RAPPORT_NONE */
    uint32_t *order;                     /* the candidates that count, from the best to the worst */
    double *values[RAPPORT_RANKING_END]; /* while the method runs of those that count, then of all; NULL: not had */
    double *pairs[RAPPORT__PAIR_TABLES]; /* count * count of each; concordance, then discordance or credibility */
    bool *open_score;                    /* of each candidate; NULL unless open */
    double tie;                          /* scores that differ by so much are the same */
};

typedef struct rapport__contest {
    rapport_ranking *out;
    const struct rapport__method *method;
    rapport__arena scratch;
    rapport_error *error;
    uint32_t rows, criteria;                    /* that count */
    uint32_t *candidate, *criterion;            /* which they are in the matrix */
    const rapport_candidates_criterion **about; /* of each criterion */
    double *weight;                             /* normalised */
    double *x;                                  /* criteria * rows */
    double *high;                               /* the upper ends, x being the lower ones; NULL if all are numbers */
    double *room[RAPPORT__ROOM];                /* rows of each, as many as the method asks for */
    uint32_t *index[RAPPORT__ROOM];             /* likewise */
    rapport__keyed *keyed;                      /* 2 * rows, for sorting */
    double scale;                               /* of the scores, for ties; 0: the largest of them */
} rapport__contest;

enum { RAPPORT__NONE, RAPPORT__SUM, RAPPORT__MAX, RAPPORT__MINMAX, RAPPORT__VECTOR, RAPPORT__BOUNDS };

typedef struct rapport__parameter_rule {
    const char *name, *about;
    double value, least, most;
    const char *const *words; /* NULL for a number */
    uint32_t allowed;         /* of the words, one bit each */
    int32_t word;             /* the default */
} rapport__parameter_rule;

typedef struct rapport__method {
    const char *name, *title, *purpose, *needs, *source;
    rapport_status (*run)(rapport__contest *contest);
    uint32_t gives;       /* values besides scores and ranks, one bit each */
    uint32_t pair_tables; /* how many */
    uint32_t room, index; /* how much it works in */
    bool lower_is_better, takes_intervals, compares_pairs;
    rapport__parameter_rule parameters[RAPPORT__METHOD_PARAMETERS]; /* name NULL behind the last */
} rapport__method;

/* The table of methods; NULL if there is no such method. */
const rapport__method *rapport__method_of(int32_t method);
uint32_t rapport__method_parameters(const rapport__method *method);

/* Fills number and word of the contest's ranking. */
rapport_status rapport__contest_parameters(rapport__contest *c, const rapport_ranking_options *options);

/* Fills the columns with what counts; refuses what the method cannot take. */
rapport_status rapport__contest_columns(rapport__contest *c);

/* Ranks from scores; and order. */
rapport_status rapport__contest_ranks(rapport__contest *c);

/* How columns are made comparable. With `inverted` a cost becomes a benefit: by its distance from the largest for minmax and
 * bounds, by its negative for none, by its reciprocal otherwise. */
rapport_status rapport__normalize(rapport__contest *c, int32_t how, bool inverted);

static inline double *rapport__column(const rapport__contest *c, uint32_t criterion)
{
    return c->x + (size_t)criterion * c->rows;
}

static inline bool rapport__is_cost(const rapport__contest *c, uint32_t criterion)
{
    return c->about[criterion]->direction == RAPPORT_MINIMIZE;
}

/* Smallest and largest of so many numbers, at least one. */
void rapport__extremes(const double *x, uint32_t count, double *least, double *most);

/* The best and the worst of a column. */
void rapport__best_and_worst(const rapport__contest *c, uint32_t criterion, double *best, double *worst);

/* Refuses a value, or a criterion, by name; the message goes on after "candidate "a" on "price": ". */
rapport_status rapport__refuse_value(const rapport__contest *c, uint32_t row, uint32_t criterion, const char *message);
rapport_status rapport__refuse_criterion(const rapport__contest *c, uint32_t criterion, const char *message);

/* Refuses the first value of a column that is below 0 or, where `zero` is refused too, not above it. */
rapport_status rapport__need_positive(const rapport__contest *c, uint32_t criterion, bool zero, const char *message);

/* The methods, each in its file. */
rapport_status rapport__rank_wsm(rapport__contest *c);
rapport_status rapport__rank_wpm(rapport__contest *c);
rapport_status rapport__rank_waspas(rapport__contest *c);
rapport_status rapport__rank_topsis(rapport__contest *c);
rapport_status rapport__rank_vikor(rapport__contest *c);
rapport_status rapport__rank_promethee(rapport__contest *c);
rapport_status rapport__rank_electre1(rapport__contest *c);
rapport_status rapport__rank_electre3(rapport__contest *c);
rapport_status rapport__rank_copras(rapport__contest *c);
rapport_status rapport__rank_aras(rapport__contest *c);
rapport_status rapport__rank_edas(rapport__contest *c);
rapport_status rapport__rank_mabac(rapport__contest *c);
rapport_status rapport__rank_marcos(rapport__contest *c);
rapport_status rapport__rank_spotis(rapport__contest *c);

/* wsm.c, wpm.c: the scores of columns that are normalised already, for waspas.c too. */
void rapport__weighted_sum(const rapport__contest *c, const double *x, double *score);
void rapport__weighted_product(const rapport__contest *c, const double *x, double *score);

/* gaussian.c: of each of the sorted values, which rise, the sum over those before it of how far it is preferred to them. */
void rapport__gaussian_flow(const double *sorted, uint32_t count, double s, double *flow);

/* Sorts a column, which is better the larger it is after `sign`, into `sorted`, rising; order[k] is the row of the k-th. Values
 * that differ by rounding noise alone become one. */
void rapport__sort_column(const rapport__contest *c, uint32_t criterion, double sign, uint32_t *order, double *sorted);

/* Whether ELECTRE I's cut levels let the first outrank the second; places, not candidates. */
bool rapport__electre1_outranks(const rapport_ranking *ranking, uint32_t first, uint32_t second);

#endif
