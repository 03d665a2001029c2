/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_SELECTION_SCALED_H
#define RAPPORT_SRC_SELECTION_SCALED_H
/* The decision matrix as the weighted sum sees it: candidates that are not knocked out, values of 0..1 with 1 best. */
#include "selection/candidates.h"

typedef struct rapport__scaled {
    uint32_t count, criteria; /* candidates that take part; criteria */
    uint32_t all;             /* candidates of the matrix */
    uint32_t *number;         /* of each that takes part: its number in the matrix */
    uint32_t *place;          /* of each in the matrix: its place here, or RAPPORT_NONE */
    double *low, *high;       /* count * criteria, row by row; both ends of an interval, 0 and 1 where missing */
    double *width;            /* per criterion: what 1 is in its own unit; 0 if all are equal */
    unsigned char *bounded;   /* per criterion: whether it has bounds */
    double *weight;           /* per criterion, adding up to 1; all 0 if nobody has any */
    double weight_sum;        /* before */
    uint32_t open_candidate;  /* where in the matrix the first value is that is no number; RAPPORT_NONE if all are */
    uint32_t open_criterion;
    int32_t open_kind;
} rapport__scaled;

/* RAPPORT_BAD_VALUE, RAPPORT_UNDEFINED (nothing to compare), RAPPORT_NO_MEMORY; on failure there is nothing to clear. */
rapport_status rapport__scaled_init(rapport__scaled *out, const rapport_candidates *candidates, const rapport_allocator *mem,
                                    rapport_error *error);
void rapport__scaled_clear(rapport__scaled *scaled, const rapport_allocator *mem);

/* RAPPORT_UNDEFINED with the path of the first value that is no number, or if nothing has weight. */
rapport_status rapport__scaled_need_numbers(const rapport__scaled *scaled, rapport_error *error);

#endif
