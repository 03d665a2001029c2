/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* A caller's table and options, checked at the door. */
#include "analysis/agreement.h"

#include "base/error.h"
#include "base/struct.h"

#define MOST 1e60   /* squares and quotients of squares stay far from overflow */
#define LEAST 1e-60 /* and from underflow */
#define MOST_OPTIONS 1000000u
#define FARTHEST ((int64_t)1 << 40) /* elements in one step */

static double magnitude(double x)
{
    return x < 0 ? -x : x;
}

/* NaN is none of these. */
static bool is_sound(double x)
{
    return x == 0 || (magnitude(x) >= LEAST && magnitude(x) <= MOST);
}

static bool has_range(const rapport_agreement_options *wanted)
{
    return wanted->lowest != 0 || wanted->highest != 0;
}

static rapport_status check_words(const rapport_agreement_options *wanted, rapport_error *error)
{
    if (wanted->metric < RAPPORT_ORDINAL || wanted->metric > RAPPORT_RATIO)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/metric", "the metric must be RAPPORT_ORDINAL to RAPPORT_RATIO");
    if (wanted->around != RAPPORT_AROUND_MEAN && wanted->around != RAPPORT_AROUND_MEDIAN)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/around", "around must be RAPPORT_AROUND_MEAN or RAPPORT_AROUND_MEDIAN");
    if (wanted->null_distribution != RAPPORT_NULL_UNIFORM)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/null_distribution", "the null distribution must be RAPPORT_NULL_UNIFORM");
    if (wanted->reserved)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/reserved", "reserved must be 0");
    return RAPPORT_OK;
}

static rapport_status check_options(rapport_agreement_options *wanted, rapport_error *error)
{
    rapport_status status = check_words(wanted, error);
    if (status)
        return status;
    if (wanted->options == 1 || wanted->options > MOST_OPTIONS)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/options", "options must be 2 to 1000000, or 0 for none told");
    if (!is_sound(wanted->lowest) || !is_sound(wanted->highest) || (has_range(wanted) && !(wanted->lowest < wanted->highest)))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/highest", "the range must be finite, and its lowest end below its highest");
    if (wanted->confidence == 0)
        wanted->confidence = 0.95;
    if (!(wanted->confidence >= 0.5 && wanted->confidence <= 0.999))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/confidence", "the confidence must be 0.5 to 0.999");
    if (wanted->rater_stride < 0 || wanted->rater_stride > FARTHEST || wanted->unit_stride < 0 ||
        wanted->unit_stride > FARTHEST)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/rater_stride", "the strides must be 0 to 1099511627776 elements");
    return RAPPORT_OK;
}

static bool is_on_scale(int32_t index)
{
    return index == RAPPORT_RWG || index == RAPPORT_RWGJ || index == RAPPORT_AWG;
}

/* What the index needs to know of the scale. */
static rapport_status check_scale(rapport_agreement_options *wanted, int32_t index, rapport_error *error)
{
    if (!is_on_scale(index) || has_range(wanted))
        return RAPPORT_OK;
    if (!wanted->options)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/options", rapport_agreement_name(index),
                    " needs the number of response options, or the lowest and highest rating");
    if (index == RAPPORT_AWG) {
        wanted->lowest = 1;
        wanted->highest = wanted->options;
    }
    return RAPPORT_OK;
}

static rapport_status refuse(const rapport__grid *g, uint32_t rater, uint32_t unit, const char *message)
{
    char path[40] = "/ratings";
    rapport__append_index(path, sizeof path, rater);
    rapport__append_index(path, sizeof path, unit);
    return FAIL(g->error, RAPPORT_BAD_VALUE, path, message);
}

/* Looks at every rating once, and counts them. */
static rapport_status check_ratings(rapport__grid *g, bool on_scale)
{
    bool range = has_range(&g->wanted);
    double least = 0, greatest = 0;
    for (uint32_t r = 0; r < g->raters; r++)
        for (uint32_t u = 0; u < g->units; u++) {
            double x;
            if (!rapport__grid_has(g, r, u))
                continue;
            x = rapport__grid_at(g, r, u);
            if (!is_sound(x))
                return refuse(g, r, u, "a rating must be finite, at most 1e60 either way, and 0 or at least 1e-60 either way");
            if (on_scale && range && (x < g->wanted.lowest || x > g->wanted.highest))
                return refuse(g, r, u, "the rating lies outside the scale");
            if (!g->ratings++)
                g->origin = least = greatest = x;
            least = x < least ? x : least;
            greatest = x > greatest ? x : greatest;
            if (on_scale && !range && greatest - least > g->wanted.options - 1)
                return refuse(g, r, u, "the ratings are further apart than so many response options allow");
            g->counts[u]++;
        }
    return RAPPORT_OK;
}

static void count_units(rapport__grid *g)
{
    for (uint32_t u = 0; u < g->units; u++) {
        g->rated_units += g->counts[u] > 0;
        g->paired_units += g->counts[u] > 1;
        g->pairable += g->counts[u] > 1 ? g->counts[u] : 0;
    }
}

static void count_raters(rapport__grid *g)
{
    for (uint32_t r = 0; r < g->raters; r++) {
        bool active = false, paired = false;
        for (uint32_t u = 0; u < g->units && !paired; u++)
            if (rapport__grid_has(g, r, u)) {
                active = true;
                paired = g->counts[u] > 1;
            }
        g->active_raters += active;
        g->paired_raters += paired;
    }
}

rapport_status rapport__grid_init(rapport__grid *g, int32_t index, const double *values, const uint8_t *present,
                                  uint32_t raters, uint32_t units, const rapport_agreement_options *options,
                                  const rapport_allocator *allocator, rapport_error *error)
{
    rapport_status status;
    *g = (rapport__grid){.values = values, .present = present, .raters = raters, .units = units, .error = error};
    if (rapport__struct_in(&g->wanted, sizeof g->wanted, options))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the options have a wrong struct_size or come from a later version");
    if (rapport__memory_init(&g->mem, allocator))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the allocator lacks a function");
    status = check_options(&g->wanted, error);
    if (!status)
        status = check_scale(&g->wanted, index, error);
    if (status)
        return status;
    if (!values && raters && units)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "values is NULL");
    if ((uint64_t)raters * units > RAPPORT_MAX_RATINGS)
        return FAIL(error, RAPPORT_LIMIT, "/ratings", "there may be at most 67108864 ratings");
    g->rater_stride = g->wanted.rater_stride ? (size_t)g->wanted.rater_stride : units;
    g->unit_stride = g->wanted.unit_stride ? (size_t)g->wanted.unit_stride : 1;
    if (!raters)
        g->units = 0; /* no column without a row */
    if (!(g->counts = rapport__alloc(&g->mem, g->units, sizeof *g->counts)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    status = check_ratings(g, is_on_scale(index));
    if (status) {
        rapport__grid_clear(g);
        return status;
    }
    count_units(g);
    count_raters(g);
    return RAPPORT_OK;
}

void rapport__grid_clear(rapport__grid *g)
{
    rapport__free(&g->mem, g->counts);
    g->counts = NULL;
}
