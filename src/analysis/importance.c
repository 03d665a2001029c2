/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Importance-performance analysis over arrays (Martilla and James 1977). */
#include "rapport/importance.h"

#include "analysis/importance.h"
#include "analysis/shares.h"
#include "base/struct.h"

_Static_assert(sizeof(rapport_importance_options) == 40, "rapport_importance_options");
_Static_assert(sizeof(rapport_importance_axes) == 64, "rapport_importance_axes");
_Static_assert(sizeof(rapport_importance_place) == 40, "rapport_importance_place");
_Static_assert(sizeof(rapport_importance_summary) == 32, "rapport_importance_summary");

static bool is_sound(double x)
{
    return x >= -RAPPORT__MOST && x <= RAPPORT__MOST;
}

void rapport__axes_enter(rapport__axes *a, double importance, double performance)
{
    bool first = !a->out.criteria++;
    rapport__sum_add(&a->importance, importance);
    rapport__sum_add(&a->performance, performance);
    a->out.lowest_importance = first || importance < a->out.lowest_importance ? importance : a->out.lowest_importance;
    a->out.highest_importance = first || importance > a->out.highest_importance ? importance : a->out.highest_importance;
    a->out.lowest_performance = first || performance < a->out.lowest_performance ? performance : a->out.lowest_performance;
    a->out.highest_performance = first || performance > a->out.highest_performance ? performance : a->out.highest_performance;
}

/* The mean of what was found, never outside it. */
static double mean_of(const rapport__sum *sum, uint32_t count, double lowest, double highest)
{
    double mean = rapport__sum_value(sum) / count;
    return mean < lowest ? lowest : mean > highest ? highest : mean;
}

static bool is_told(double lowest, double highest)
{
    return lowest < 0 || lowest > 0 || highest < 0 || highest > 0;
}

/* A scale that is told takes the place of the range that was found, and its middle that of the mean. */
static void settle(double *lowest, double *highest, double *cut, double told_lowest, double told_highest, bool midpoint)
{
    if (!is_told(told_lowest, told_highest))
        return;
    *lowest = told_lowest + 0.0;
    *highest = told_highest + 0.0;
    if (midpoint)
        *cut = (told_lowest + told_highest) / 2 + 0.0;
}

/* Wide enough to divide by. */
static bool is_range(double lowest, double highest)
{
    return highest - lowest >= 1e-300;
}

void rapport__axes_settle(rapport__axes *a, const rapport_importance_options *options)
{
    rapport_importance_axes *out = &a->out;
    bool midpoints = options->cut == RAPPORT_CUT_MIDPOINTS;
    out->cut = options->cut;
    out->importance = mean_of(&a->importance, out->criteria, out->lowest_importance, out->highest_importance) + 0.0;
    out->performance = mean_of(&a->performance, out->criteria, out->lowest_performance, out->highest_performance) + 0.0;
    settle(&out->lowest_importance, &out->highest_importance, &out->importance, options->lowest_importance,
           options->highest_importance, midpoints);
    settle(&out->lowest_performance, &out->highest_performance, &out->performance, options->lowest_performance,
           options->highest_performance, midpoints);
    if (options->cut == RAPPORT_CUT_TARGETS)
        out->performance = 0;
    out->has_priorities = is_range(out->lowest_importance, out->highest_importance) &&
                          is_range(out->lowest_performance, out->highest_performance);
}

/* Where a value lies in its range, 0..1; what leaves a scale that was told is at its end. */
static double stretched(double x, double lowest, double highest)
{
    double part = (x - lowest) / (highest - lowest);
    return part < 0 ? 0 : part > 1 ? 1 : part;
}

/* Compared in hundredths of the range, so that the unit does not matter; without a range as they are. */
static bool reaches(double x, double cut, double lowest, double highest)
{
    if (!is_range(lowest, highest))
        return x >= cut;
    return rapport__compare(100 * ((x - cut) / (highest - lowest)), 0) >= 0;
}

bool rapport__axes_sound(const rapport_importance_axes *axes)
{
    return axes->cut >= RAPPORT_CUT_MEANS && axes->cut <= RAPPORT_CUT_TARGETS && is_sound(axes->importance) &&
           is_sound(axes->performance) && is_sound(axes->lowest_importance) && is_sound(axes->highest_importance) &&
           is_sound(axes->lowest_performance) && is_sound(axes->highest_performance);
}

rapport_importance_place rapport__axes_place(const rapport_importance_axes *axes, double importance, double performance,
                                             double target)
{
    rapport_importance_place out = {.importance = importance, .performance = performance};
    double cut = axes->cut == RAPPORT_CUT_TARGETS ? target : axes->performance;
    bool matters = reaches(importance, axes->importance, axes->lowest_importance, axes->highest_importance);
    bool goes_well = reaches(performance, cut, axes->lowest_performance, axes->highest_performance);
    if (matters)
        out.quadrant = goes_well ? RAPPORT_KEEP_UP : RAPPORT_CONCENTRATE_HERE;
    else
        out.quadrant = goes_well ? RAPPORT_POSSIBLE_OVERKILL : RAPPORT_LOW_PRIORITY;
    out.has_priority = is_range(axes->lowest_importance, axes->highest_importance) &&
                       is_range(axes->lowest_performance, axes->highest_performance);
    if (out.has_priority)
        out.priority = stretched(importance, axes->lowest_importance, axes->highest_importance) -
                       stretched(performance, axes->lowest_performance, axes->highest_performance) + 0.0;
    return out;
}

static bool is_there(const uint8_t *present, uint32_t i)
{
    return !present || present[i];
}

static rapport_status check_options(const rapport_importance_options *o)
{
    if (o->cut < RAPPORT_CUT_MEANS || o->cut > RAPPORT_CUT_TARGETS)
        return RAPPORT_BAD_VALUE;
    if (!is_sound(o->lowest_importance) || !is_sound(o->highest_importance) || !is_sound(o->lowest_performance) ||
        !is_sound(o->highest_performance))
        return RAPPORT_BAD_VALUE;
    if ((is_told(o->lowest_importance, o->highest_importance) && !(o->lowest_importance < o->highest_importance)) ||
        (is_told(o->lowest_performance, o->highest_performance) && !(o->lowest_performance < o->highest_performance)))
        return RAPPORT_BAD_VALUE;
    return RAPPORT_OK;
}

static rapport_status check_arrays(const double *importance, const double *performance, const double *targets,
                                   const uint8_t *present, uint32_t criteria, const rapport_importance_options *options)
{
    bool by_target = options->cut == RAPPORT_CUT_TARGETS;
    rapport_status status = rapport__check_count(criteria, 1, RAPPORT_MAX_NODES);
    if (status)
        return status;
    if (!importance || !performance || (by_target && !targets))
        return RAPPORT_BAD_ARGUMENT;
    for (uint32_t i = 0; i < criteria; i++)
        if (is_there(present, i) &&
            (!is_sound(importance[i]) || !is_sound(performance[i]) || (by_target && !is_sound(targets[i]))))
            return RAPPORT_BAD_VALUE;
    return RAPPORT_OK;
}

rapport_status rapport_importance_compute(const double *importance, const double *performance, const double *targets,
                                          const uint8_t *present, uint32_t criteria, const rapport_importance_options *options,
                                          int32_t *quadrants, double *priorities, rapport_importance_axes *axes)
{
    rapport__axes a = {0};
    rapport_importance_options chosen;
    rapport_status status = rapport__struct_in(&chosen, sizeof chosen, options);
    if (!status)
        status = check_options(&chosen);
    if (!status)
        status = check_arrays(importance, performance, targets, present, criteria, &chosen);
    if (status)
        return status;
    for (uint32_t i = 0; i < criteria; i++)
        if (is_there(present, i))
            rapport__axes_enter(&a, importance[i], performance[i]);
    if (!a.out.criteria)
        return RAPPORT_UNDEFINED;
    rapport__axes_settle(&a, &chosen);
    if ((status = rapport__struct_out(axes, &a.out, sizeof a.out)))
        return status;
    for (uint32_t i = 0; i < criteria; i++) {
        rapport_importance_place place = {.quadrant = RAPPORT_NO_QUADRANT};
        if (is_there(present, i))
            place =
                rapport__axes_place(&a.out, importance[i], performance[i], chosen.cut == RAPPORT_CUT_TARGETS ? targets[i] : 0);
        if (quadrants)
            quadrants[i] = place.quadrant;
        if (priorities)
            priorities[i] = place.priority;
    }
    return RAPPORT_OK;
}
