/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_ANALYSIS_COMPARISON_H
#define RAPPORT_SRC_ANALYSIS_COMPARISON_H
/* Rounds beside each other. The steps, in the order in which comparison.c runs them:
 *   comparison_common.c   models -> what is asked alike in all rounds
 *   comparison_rescore.c  one round -> its result, under its own model or again under the newest; what is withheld for good
 *   comparison_trend.c    results -> series, charts, slopes
 *   comparison_warn.c     results, amounts and charts -> warnings */
#include "analysis/result.h"
#include "rapport/round.h"

typedef struct rapport__round {
    const rapport_assessment *assessment; /* the caller's */
    rapport_assessment *again;            /* its answers to what is common, under the comparison's model; NULL if as it was */
    rapport_result *result;               /* NULL for an inactive round */
    unsigned char *masks;                 /* of scored-again cells, as result->cells: withheld here; NULL if as it was */
    bool own_model;                       /* under a model of the comparison's fingerprint */
} rapport__round;

typedef struct rapport__left_out {
    const char *id; /* of a model */
    rapport_left_out is;
} rapport__left_out;

typedef struct rapport__track { /* of one node in one view */
    uint32_t view, node;
    rapport_round_trend trend;
    rapport_trend_point *points; /* one a round */
} rapport__track;

enum { RAPPORT__WATCHED = 3 }; /* the whole, trust, one that was chosen */

struct rapport_comparison {
    rapport__arena arena;
    rapport_comparison_options wanted; /* with the defaults filled in; ids are the model's */
    const rapport_model *model;
    rapport__round *rounds;
    uint32_t round_count, newest, previous;
    uint32_t watched[RAPPORT__WATCHED]; /* RAPPORT_NONE where there is none */
    int32_t basis;
    double common_share;
    unsigned char *common; /* per node of the model: asked alike in all rounds; a group: something in it is */
    const char **party_ids;
    uint32_t party_count, party_capacity;
    rapport__index party_index;
    rapport__left_out *left_out;
    uint32_t left_out_count, left_out_capacity;
    rapport__track *tracks;
    uint32_t track_count;
    rapport_warning *warnings;
    uint32_t warning_count, warning_capacity;
    double series[RAPPORT_MAX_ROUNDS]; /* scratch while it is made */
    uint8_t present[RAPPORT_MAX_ROUNDS];
};

static inline const rapport_allocator *rapport__comparison_memory(const rapport_comparison *comparison)
{
    return &comparison->arena.mem;
}

static inline bool rapport__is_active(const rapport_comparison *comparison, uint32_t round)
{
    return round < comparison->round_count && !comparison->rounds[round].assessment->inactive;
}

/* Whether a cell of a round that is scored again is withheld; view as the round's result counts, the joint one last. */
static inline bool rapport__is_masked(const rapport__round *round, uint32_t view, uint32_t node)
{
    return round->masks && round->masks[(size_t)view * round->result->node_count + node];
}

/* Which criteria every active round asked alike, and why the others were not. RAPPORT_UNDEFINED with the cause. */
rapport_status rapport__find_common(rapport_comparison *comparison, int32_t *cause, rapport_error *error);

/* The node of the comparison's model that a node of an older one is, if it may be scored again; RAPPORT_NONE otherwise, with
 * the reason (0: it is no criterion). *other_points: the same answers are worth something else now. */
uint32_t rapport__match_criterion(const rapport_model *older, uint32_t node, const rapport_model *newer, int32_t *reason,
                                  bool *other_points);

/* The result of an active round. `own` is scratch for its own report where it is scored again. */
rapport_status rapport__score_round(rapport_comparison *comparison, uint32_t round, rapport_result *own, rapport_error *error);

/* A cell as the comparison shows it; view as the comparison counts. A party that is not there is missing. */
rapport_cell rapport__compared_cell(const rapport_comparison *comparison, uint32_t round, uint32_t view, uint32_t node);
bool rapport__compared_score(const rapport_comparison *comparison, uint32_t round, uint32_t view, uint32_t node, double *score);

rapport_status rapport__find_trends(rapport_comparison *comparison);
const rapport__track *rapport__find_track(const rapport_comparison *comparison, uint32_t view, uint32_t node);
rapport_status rapport__find_warnings(rapport_comparison *comparison);

#endif
