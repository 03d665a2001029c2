/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_SRC_SELECTION_WEIGHTS_H
#define RAPPORT_SRC_SELECTION_WEIGHTS_H
/* Weights with all that they came from. */
#include "selection/candidates.h"
#include "selection/judgements.h"

typedef struct rapport__weights_rater {
    const char *id;
    double weight;
    bool has_values, has_consistency;
    rapport_consistency consistency;
} rapport__weights_rater;

struct rapport_weights {
    rapport__arena arena; /* has all below */
    int32_t method, random_index, combine;
    uint32_t count, rater_count, group_count;
    const char **ids, **group_ids;
    double *values, *rows; /* rows: of the raters */
    double *group_values;
    rapport__weights_rater *raters;
    bool has_consistency;
    rapport_consistency consistency; /* of combined judgements */
};

/* The weights and the consistency of one rater. Errors have the path of a document without a list of raters. */
rapport_status rapport__weigh_rater(rapport_weights *weights, const rapport_judgements *judgements, uint32_t rater,
                                    rapport_error *error);

/* Of all raters together, once each has been looked at. */
rapport_status rapport__weigh_together(rapport_weights *weights, const rapport_judgements *judgements, rapport_error *error);

#endif
