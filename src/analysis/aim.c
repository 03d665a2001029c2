/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What the parties want: overlap of priorities, transparency, opposed aims. */
#include <stddef.h>

#include "analysis/shares.h"
#include "base/struct.h"
#include "base/sum.h"
#include "rapport/aim.h"

/* The overlap of two rows; RAPPORT_UNDEFINED if one of them is all 0. */
static rapport_status overlap_of(const double *p, const double *q, uint32_t aims, double *overlap)
{
    double p_total, q_total;
    rapport_status status = p && q ? rapport__total(p, aims, &p_total) : RAPPORT_BAD_ARGUMENT;
    if (!status)
        status = rapport__total(q, aims, &q_total);
    if (!status)
        *overlap = 1 - rapport__variation(p, p_total, q, q_total, aims); /* as min(p, q) = (p + q - |p - q|) / 2 */
    return status;
}

rapport_status rapport_aim_overlap_compute(const double *ours, const double *theirs, uint32_t aims, double *overlap)
{
    rapport_status status = rapport__check_count(aims, 1, RAPPORT_MAX_NODES);
    double value = 0;
    if (!status)
        status = overlap ? overlap_of(ours, theirs, aims, &value) : RAPPORT_BAD_ARGUMENT;
    if (!status)
        *overlap = value;
    return status;
}

static rapport_status check_counts(uint32_t parties, uint32_t aims)
{
    rapport_status status = rapport__check_count(parties, 2, RAPPORT_MAX_PARTIES);
    return status ? status : rapport__check_count(aims, 1, RAPPORT_MAX_NODES);
}

/* Takes the pair of rows `p` of party `one` and `q` of `other` in, if both were given. */
static void take_pair(rapport_alignment *all, rapport__sum *sum, const double *p, const double *q, uint32_t aims, uint32_t one,
                      uint32_t other)
{
    double overlap;
    if (overlap_of(p, q, aims, &overlap))
        return;
    rapport__sum_add(sum, overlap);
    if (!all->pairs || overlap < all->lowest) {
        all->lowest = overlap;
        all->one = one;
        all->other = other;
    }
    all->pairs++;
}

static rapport_status settle(rapport_alignment *all, const rapport__sum *sum, rapport_alignment *out)
{
    if (!all->pairs)
        return RAPPORT_UNDEFINED;
    all->mean = rapport__sum_value(sum) / all->pairs;
    return rapport__struct_out(out, all, sizeof *all);
}

rapport_status rapport_aim_alignment_compute(const double *weights, uint32_t parties, uint32_t aims, rapport_alignment *out)
{
    rapport_alignment all = {.pairs = 0};
    rapport__sum sum = {0};
    rapport_status status = check_counts(parties, aims);
    if (!status)
        status = rapport__check_values(weights, parties, aims, 0, RAPPORT__MOST);
    if (status)
        return status;
    for (uint32_t a = 0; a < parties; a++)
        for (uint32_t b = a + 1; b < parties; b++)
            take_pair(&all, &sum, weights + (size_t)a * aims, weights + (size_t)b * aims, aims, a, b);
    return settle(&all, &sum, out);
}

rapport_status rapport_aim_transparency_compute(const double *believed, const double *stated, uint32_t parties, uint32_t aims,
                                                rapport_alignment *out)
{
    rapport_alignment all = {.pairs = 0};
    rapport__sum sum = {0};
    rapport_status status = check_counts(parties, aims);
    if (!status)
        status = rapport__check_values(believed, parties * parties, aims, 0, RAPPORT__MOST);
    if (!status)
        status = rapport__check_values(stated, parties, aims, 0, RAPPORT__MOST);
    if (status)
        return status;
    for (uint32_t a = 0; a < parties; a++)
        for (uint32_t b = 0; b < parties; b++)
            if (a != b)
                take_pair(&all, &sum, believed + ((size_t)a * parties + b) * aims, stated + (size_t)b * aims, aims, a, b);
    return settle(&all, &sum, out);
}

typedef struct supports {
    const double *support;
    uint32_t parties, aims;
} supports;

static bool is_opposed(const void *context, uint32_t aim)
{
    const supports *all = context;
    bool wanted = false, unwanted = false;
    for (uint32_t p = 0; p < all->parties; p++) {
        int side = rapport__compare(all->support[(size_t)p * all->aims + aim], 0);
        wanted = wanted || side > 0;
        unwanted = unwanted || side < 0;
    }
    return wanted && unwanted;
}

rapport_status rapport_aim_conflict_compute(const double *support, uint32_t parties, uint32_t aims, uint32_t *opposed,
                                            uint32_t capacity, uint32_t *count)
{
    supports all = {support, parties, aims};
    rapport_status status = check_counts(parties, aims);
    if (!status)
        status = rapport__check_values(support, parties, aims, -1, 1);
    if (!status && ((capacity && !opposed) || !count))
        status = RAPPORT_BAD_ARGUMENT;
    if (!status)
        *count = rapport__list(is_opposed, &all, aims, opposed, capacity);
    return status;
}
