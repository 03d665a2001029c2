/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_RESULT_H
#define RAPPORT_SRC_ANALYSIS_RESULT_H
/* What follows from an assessment. All arrays lie in one block that only grows, so that computing again allocates nothing.
 *
 * The steps, each in its file and each using only what stands above it here:
 *   view.c        answers -> the cells of one party's criteria
 *   joint.c       the parties' cells -> the joint cells of the criteria
 *   tree.c        criteria -> groups -> root, for a view and for the joint tree alike
 *   anonymity.c   which cells are withheld, with disclosure.c: what could be computed all the same
 *   measure.c     amounts and skills -> measures
 *   gate.c        cells and measures -> gates -> the gated score
 *   band.c        gated score -> band, what holds it back, whether it is certain
 *   explain.c     the joint tree -> contributions and leverage
 *   lift.c        the joint tree -> target gaps and what closing them would give
 *   perception.c  two views -> how they differ (on demand)
 *   band_gap.c    what could be better -> the way to a band (on demand) */
#include "evidence/assessment.h"
#include "rapport/band_gap.h"

typedef struct rapport__cell {
    double score, coverage, lower, upper; /* as rapport_cell; score is 0 without one */
    double noise;                         /* views, criteria: s^2/n of the raters' points, 0 for fewer than two */
    uint32_t raters;
    int32_t status; /* never RAPPORT_CELL_WITHHELD: that is the flag beside it */
    bool withheld;
    bool telling; /* joint: what it brings to the score would tell a withheld value */
} rapport__cell;

typedef struct rapport__tally { /* one criterion while a party's answers are counted */
    double sum, weight, plain;  /* sum of weight * points, of weights, of points */
    uint32_t answered;
    bool not_applicable, missing; /* somebody said so */
} rapport__tally;

typedef struct rapport__explained { /* one node of the joint tree */
    double contribution, leverage, lift;
    double others;  /* what the siblings bring into the mean: see lift.c */
    bool unbounded; /* the leverage is */
} rapport__explained;

typedef struct rapport__mean { /* one group of the joint tree: how its mean was made */
    double weight;             /* of the children that have a score */
    double reference;          /* that the terms of `others` are relative to */
} rapport__mean;

typedef struct rapport__effect { /* of a withheld value on what is shown: see disclosure.c */
    uint32_t party, node;
    uint32_t view_group, joint_group; /* the nearest groups above it that are shown */
    double moves[6];                  /* their scores and bounds, as proportions of the largest */
    double largest, joint[3];         /* that largest one; what it moves of the joint cell */
    uint32_t row, column;             /* of the view group's first equation; of the value */
    bool alone, disclosed;            /* alone in its row; nothing hides it */
} rapport__effect;

enum { RAPPORT__SYSTEM_ROWS = 512 }; /* equations of the largest system that is solved */

typedef struct rapport__measure {
    rapport_status status; /* RAPPORT_OK, RAPPORT_UNDEFINED, RAPPORT_NOT_FOUND */
    bool unbounded;        /* undefined because it is larger than any number */
    double value;
} rapport__measure;

typedef struct rapport__way { /* to a band, on demand: see band_gap.c */
    rapport_band_gap is;
    rapport_move *moves;
    rapport_obstacle *obstacles;
} rapport__way; /* all in one block */

struct rapport_result {
    rapport_allocator mem;
    const rapport_assessment *assessment; /* NULL before the first computation */
    const rapport_model *model;
    void *block;
    size_t block_size;
    uint32_t party_count, node_count;
    rapport__cell *cells; /* node_count for each party, then for the joint view */
    rapport__explained *explained;
    rapport__mean *means;
    rapport_gate_result *gates;
    rapport_demand *held_back; /* room for five a band */
    uint32_t *priorities;
    uint32_t held_back_count, priority_count;
    rapport__measure net_benefit[RAPPORT_MAX_PARTIES], overload, balance, skills;
    rapport_outcome outcome;
    rapport__way *ways[2]; /* by kind; NULL: not asked for */
    /* scratch of one computation */
    rapport__tally *tallies;
    double *weights, *values, *lows, *highs; /* children of one group */
    rapport__effect *effects;                /* with an anonymity floor: one for each cell */
    double *system;                          /* coefficients of one system of equations */
    size_t system_size;
    uint32_t *stamps, *order, *room;
};

static inline rapport__cell *rapport__view(const rapport_result *result, uint32_t view)
{
    return result->cells + (size_t)view * result->node_count;
}

static inline rapport__cell *rapport__joint(const rapport_result *result)
{
    return rapport__view(result, result->party_count);
}

static inline bool rapport__has_score(const rapport__cell *cell)
{
    return cell->status == RAPPORT_CELL_OK || cell->status == RAPPORT_CELL_INCOMPLETE;
}

/* Goes through the children of a group, in order. */
#define EACH_CHILD(nodes, group, c) for (uint32_t c = (group) + 1; c < (nodes)[group].end; c = (nodes)[c].end)

void rapport__compute_view(rapport_result *result, uint32_t party);
void rapport__compute_joint(rapport_result *result);
void rapport__compute_tree(rapport_result *result, rapport__cell *cells);

/* One joint criterion, and one group of a view: what the steps above are made of. */
rapport__cell rapport__judge_joint(const rapport_result *result, uint32_t criterion);
rapport__cell rapport__judge_group(const rapport_result *result, const rapport__cell *cells, uint32_t group);
void rapport__withhold(rapport_result *result);

/* How many withheld values could be computed, if of equal values the first party's or the last one's is known to decide a
 * minimum or maximum; result->order has their places in result->effects. */
uint32_t rapport__find_disclosed(rapport_result *result, bool last);
void rapport__compute_measures(rapport_result *result);
void rapport__compute_gates(rapport_result *result);
void rapport__compute_band(rapport_result *result);
void rapport__explain(rapport_result *result);
void rapport__compute_lifts(rapport_result *result);
void rapport__forget_ways(rapport_result *result);

/* The band that points reach by the thresholds alone. */
uint32_t rapport__band_of(const rapport_model *model, double points);

/* Whether the one demand of a band that `demand` names is met now; it says what is needed and what there is. */
bool rapport__meets(const rapport_result *result, uint32_t band, rapport_demand *demand);

/* `points` after the caps of the breached gates. */
double rapport__gated(const rapport_result *result, double points);

#endif
