/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Vision: shared, bold, far-sighted, and together with leadership and strategy. */
#include "analysis/shares.h"
#include "base/struct.h"
#include "base/sum.h"
#include "model/power.h"
#include "rapport/aim.h"
#include "rapport/benefit.h"
#include "rapport/strategy.h"

/* From which points one of the three is strong, and below which it is weak. */
#define STRONG 70
#define WEAK 40

rapport_status rapport_shared_vision_compute(const double *means, const double *agreements, uint32_t parties,
                                             rapport_shared_vision *out)
{
    rapport_shared_vision vision = {.value = 0};
    rapport_status status = rapport__check_count(parties, 2, RAPPORT_MAX_PARTIES);
    if (!status)
        status = rapport__check_values(means, 1, parties, 0, 100);
    if (!status)
        status = rapport__check_values(agreements, 1, parties, -RAPPORT__MOST, 1);
    if (status)
        return status;
    for (uint32_t p = 0; p < parties; p++) {
        double value = means[p] * (agreements[p] > 0 ? agreements[p] : 0) + 0.0;
        if (p && value >= vision.value)
            continue;
        vision.value = value;
        vision.weakest_party = p;
    }
    return rapport__struct_out(out, &vision, sizeof vision);
}

rapport_status rapport_boldness_compute(double today, double target, double feasible, double *boldness)
{
    const double places[] = {today, target, feasible};
    double value;
    rapport_status status = rapport__check_values(places, 1, 3, -RAPPORT__MOST, RAPPORT__MOST);
    if (!status && !boldness)
        status = RAPPORT_BAD_ARGUMENT;
    if (status)
        return status;
    if (!(feasible > today))
        return RAPPORT_UNDEFINED;
    value = (target - today) / (feasible - today);
    if (!(value >= -RAPPORT__MOST && value <= RAPPORT__MOST))
        return RAPPORT_UNDEFINED;
    *boldness = value + 0.0;
    return RAPPORT_OK;
}

rapport_status rapport_horizon_overlap_compute(const double *horizons, uint32_t parties, double *overlap)
{
    double shortest, longest;
    rapport_status status = rapport__check_count(parties, 2, RAPPORT_MAX_PARTIES);
    if (!status)
        status = rapport__check_values(horizons, 1, parties, 0, RAPPORT__MOST);
    if (!status && !overlap)
        status = RAPPORT_BAD_ARGUMENT;
    if (status)
        return status;
    shortest = longest = horizons[0];
    for (uint32_t p = 1; p < parties; p++) {
        shortest = horizons[p] < shortest ? horizons[p] : shortest;
        longest = horizons[p] > longest ? horizons[p] : longest;
    }
    if (!(longest > 0))
        return RAPPORT_UNDEFINED;
    *overlap = shortest / longest + 0.0;
    return RAPPORT_OK;
}

static uint32_t pattern(uint32_t which, double strong, double weak)
{
    return rapport__compare(strong, STRONG) >= 0 && rapport__compare(weak, WEAK) < 0 ? which : 0;
}

static double evenness(double a, double b)
{
    double more = rapport__power_floor(0, a > b ? a : b), less = rapport__power_floor(0, a > b ? b : a);
    return 1 - (more - less) / (more + less);
}

rapport_status rapport_triad_compute(double vision, double leadership, double strategy, rapport_triad *out)
{
    const double points[] = {vision, leadership, strategy}, weights[] = {1, 1, 1};
    rapport_triad triad = {.bottleneck = RAPPORT_VISION, .lowest = vision + 0.0};
    double highest = vision;
    rapport_status status = rapport__check_values(points, 1, 3, 0, 100);
    if (status)
        return status;
    for (int32_t i = 1; i < 3; i++) {
        highest = points[i] > highest ? points[i] : highest;
        if (points[i] < triad.lowest) {
            triad.lowest = points[i];
            triad.bottleneck = RAPPORT_VISION + i;
        }
    }
    triad.score = rapport__power_mean(0, 3, weights, points);
    triad.harmony = 1 - (highest - triad.lowest) / 100;
    triad.evenness = evenness(vision, leadership);
    triad.patterns = pattern(RAPPORT_DREAM, vision, strategy) | pattern(RAPPORT_ORPHAN_VISION, vision, leadership) |
                     pattern(RAPPORT_BUSY, strategy, vision) | pattern(RAPPORT_DRIVE_WITHOUT_DESTINATION, leadership, vision);
    return rapport__struct_out(out, &triad, sizeof triad);
}
