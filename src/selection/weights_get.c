/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Reading weights. */
#include <math.h>

#include "base/struct.h"
#include "rapport/agreement.h"
#include "selection/weights.h"

_Static_assert(sizeof(rapport_spread) == 32, "the layout of rapport_spread is part of the ABI");

int32_t rapport_weights_method(const rapport_weights *weights)
{
    return weights->method;
}

uint32_t rapport_weights_count(const rapport_weights *weights)
{
    return weights->count;
}

const char *rapport_weights_criterion_id(const rapport_weights *weights, uint32_t criterion)
{
    return criterion < weights->count ? weights->ids[criterion] : NULL;
}

const double *rapport_weights_values(const rapport_weights *weights)
{
    return weights->values;
}

uint32_t rapport_weights_count_groups(const rapport_weights *weights)
{
    return weights->group_count;
}

const char *rapport_weights_group_id(const rapport_weights *weights, uint32_t group)
{
    return group < weights->group_count ? weights->group_ids[group] : NULL;
}

double rapport_weights_group_weight(const rapport_weights *weights, uint32_t group)
{
    return group < weights->group_count ? weights->group_values[group] : 0;
}

uint32_t rapport_weights_count_raters(const rapport_weights *weights)
{
    return weights->rater_count;
}

const char *rapport_weights_rater_id(const rapport_weights *weights, uint32_t rater)
{
    return rater < weights->rater_count ? weights->raters[rater].id : NULL;
}

double rapport_weights_rater_weight(const rapport_weights *weights, uint32_t rater)
{
    return rater < weights->rater_count ? weights->raters[rater].weight : 0;
}

const double *rapport_weights_rater_values(const rapport_weights *weights, uint32_t rater)
{
    if (rater >= weights->rater_count || !weights->raters[rater].has_values)
        return NULL;
    return weights->rows + (size_t)rater * weights->count;
}

void rapport_weights_get_choices(const rapport_weights *weights, int32_t *random_index, int32_t *combine)
{
    if (random_index)
        *random_index = weights->random_index;
    if (combine)
        *combine = weights->combine;
}

rapport_status rapport_weights_get_consistency(const rapport_weights *weights, uint32_t rater, rapport_consistency *out)
{
    const rapport_consistency *found = NULL;
    if (rater == RAPPORT_NONE && weights->has_consistency)
        found = &weights->consistency;
    else if (rater < weights->rater_count && weights->raters[rater].has_consistency)
        found = &weights->raters[rater].consistency;
    return found ? rapport__struct_out(out, found, sizeof *found) : RAPPORT_NOT_FOUND;
}

rapport_status rapport_weights_get_spread(const rapport_weights *weights, uint32_t criterion, rapport_spread *out)
{
    rapport_spread filled = {.struct_size = sizeof filled};
    rapport__sum sum = {0}, squares = {0};
    uint32_t count = 0;
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t r = 0; r < weights->rater_count && criterion < weights->count; r++) {
            const double *row = rapport_weights_rater_values(weights, r);
            double away;
            if (!row)
                continue;
            if (pass == 0) {
                filled.lowest = count == 0 || row[criterion] < filled.lowest ? row[criterion] : filled.lowest;
                filled.highest = count == 0 || row[criterion] > filled.highest ? row[criterion] : filled.highest;
                rapport__sum_add(&sum, row[criterion]);
                count++;
                continue;
            }
            away = row[criterion] - rapport__sum_value(&sum) / count;
            rapport__sum_add_product(&squares, away, away);
        }
    if (!count)
        return RAPPORT_NOT_FOUND;
    filled.has_sd = count > 1;
    filled.sd = count > 1 ? sqrt(rapport__sum_value(&squares) / (count - 1)) : 0;
    return rapport__struct_out(out, &filled, sizeof filled);
}

rapport_status rapport_weights_get_concordance(const rapport_weights *weights, double *out)
{
    rapport_agreement agreement = {.struct_size = sizeof agreement};
    double *rows;
    uint32_t count = 0;
    rapport_status status;
    if (!out)
        return RAPPORT_BAD_ARGUMENT;
    rows = weights->rows;
    for (uint32_t r = 0; r < weights->rater_count; r++)
        count += rapport_weights_rater_values(weights, r) != NULL;
    if (count != weights->rater_count || count < 2)
        return RAPPORT_UNDEFINED;
    status = rapport_agreement_compute(RAPPORT_KENDALL, rows, NULL, weights->rater_count, weights->count, NULL,
                                       &weights->arena.mem, &agreement, NULL);
    if (status || !agreement.has_value)
        return status ? status : RAPPORT_UNDEFINED;
    *out = agreement.value;
    return RAPPORT_OK;
}
