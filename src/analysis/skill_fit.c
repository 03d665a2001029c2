/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Skills against other skills: of the two parties, and of competitors. */
#include <math.h>
#include <stddef.h>

#include "analysis/shares.h"
#include "base/struct.h"
#include "base/sum.h"
#include "rapport/skill.h"

/* Of the shares, so that no square overflows. */
static double cosine(const double *p, double p_total, const double *q, double q_total, uint32_t count)
{
    rapport__sum product = {0}, p_square = {0}, q_square = {0};
    double value;
    for (uint32_t i = 0; i < count; i++) {
        double p_share = rapport__share(p, p_total, i), q_share = rapport__share(q, q_total, i);
        rapport__sum_add_product(&product, p_share, q_share);
        rapport__sum_add_product(&p_square, p_share, p_share);
        rapport__sum_add_product(&q_square, q_share, q_share);
    }
    value = rapport__sum_value(&product) / sqrt(rapport__sum_value(&p_square) * rapport__sum_value(&q_square));
    return value > 1 ? 1 : value;
}

rapport_status rapport_skill_fit_compute(const double *ours, const double *theirs, uint32_t skills, double optimum,
                                         rapport_skill_fit *out)
{
    rapport_skill_fit fit = {.reserved = 0};
    double total, other_total, farthest = optimum > 0.5 ? optimum : 1 - optimum, off;
    rapport_status status = rapport__check_count(skills, 1, RAPPORT_MAX_NODES);
    if (!status)
        status = rapport__check_values(&optimum, 1, 1, 0, 1);
    if (!status && !(ours && theirs))
        status = RAPPORT_BAD_ARGUMENT;
    if (!status)
        status = rapport__total(ours, skills, &total);
    if (!status)
        status = rapport__total(theirs, skills, &other_total);
    if (status)
        return status;
    fit.distance = rapport__variation(ours, total, theirs, other_total, skills);
    fit.cosine = cosine(ours, total, theirs, other_total, skills);
    off = (fit.distance - optimum) / farthest;
    fit.fit = 1 - off * off;
    return rapport__struct_out(out, &fit, sizeof fit);
}

/* 1 / number of holders of a skill, ourselves included; 0 if we do not hold it. */
static double uniqueness_of(const double *ours, const double *rivals, uint32_t rival_count, uint32_t skills, double held_from,
                            uint32_t skill)
{
    double holders = 1;
    if (rapport__compare(ours[skill], held_from) < 0)
        return 0;
    for (size_t r = 0; r < rival_count; r++)
        holders += rapport__compare(rivals[r * skills + skill], held_from) >= 0;
    return 1 / holders;
}

rapport_status rapport_skill_uniqueness_compute(const double *importance, const double *ours, const double *rivals,
                                                uint32_t rival_count, uint32_t skills, double held_from, double *each,
                                                double *uniqueness)
{
    rapport__sum unique = {0}, held = {0};
    double total;
    rapport_status status = rapport__check_count(skills, 1, RAPPORT_MAX_NODES);
    if (!status)
        status = rapport__check_count(rival_count, 0, RAPPORT_MAX_NODES);
    if (!status)
        status = rapport__check_values(ours, 1, skills, 0, 1);
    if (!status && rival_count)
        status = rapport__check_values(rivals, rival_count, skills, 0, 1);
    if (!status)
        status = rapport__check_values(&held_from, 1, 1, 0, 1);
    if (!status)
        status = rapport__total(importance, skills, &total);
    if (!status && !uniqueness)
        status = RAPPORT_BAD_ARGUMENT;
    if (status)
        return status;
    for (uint32_t s = 0; s < skills; s++) {
        double one = uniqueness_of(ours, rivals, rival_count, skills, held_from, s);
        double share = rapport__share(importance, total, s);
        rapport__sum_add(&unique, share * one);
        rapport__sum_add(&held, one > 0 ? share : 0);
    }
    if (!(rapport__sum_value(&held) > 0))
        return RAPPORT_UNDEFINED;
    *uniqueness = rapport__sum_value(&unique) / rapport__sum_value(&held);
    for (uint32_t s = 0; each && s < skills; s++)
        each[s] = uniqueness_of(ours, rivals, rival_count, skills, held_from, s);
    return RAPPORT_OK;
}
