/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "selection/scaled.h"

#include "base/float.h"

static rapport_status fail_at(const rapport_candidates *candidates, uint32_t criterion, uint32_t candidate,
                              rapport_error *error)
{
    char path[sizeof error->path] = "/candidates";
    rapport__append_index(path, sizeof path, candidate);
    rapport__append_key(path, sizeof path, "values");
    rapport__append_index(path, sizeof path, criterion);
    return FAIL(error, RAPPORT_BAD_VALUE, path, "the value lies outside the bounds of \"", candidates->criterion_ids[criterion],
                "\"");
}

static rapport_status select_candidates(rapport__scaled *out, const rapport_candidates *candidates, rapport_error *error)
{
    for (uint32_t i = 0; i < candidates->count; i++) {
        bool excluded = candidates->rows[i].excluded;
        out->place[i] = excluded ? RAPPORT_NONE : out->count;
        if (!excluded)
            out->number[out->count++] = i;
    }
    if (!candidates->criterion_count)
        return FAIL(error, RAPPORT_UNDEFINED, "/criteria", "there are no criteria to compare by");
    if (!out->count)
        return FAIL(error, RAPPORT_UNDEFINED, "/candidates",
                    candidates->count ? "every candidate is knocked out" : "there are no candidates");
    return RAPPORT_OK;
}

/* The ends that a criterion is scaled between; equal if nothing tells two values apart. */
static void find_ends(const rapport__scaled *s, const rapport_candidates *candidates, uint32_t c, double *least, double *most)
{
    const rapport_candidates_criterion *criterion = &candidates->criteria[c];
    bool any = false;
    *least = criterion->lowest;
    *most = criterion->highest;
    if (criterion->has & RAPPORT_HAS_BOUNDS)
        return;
    *least = *most = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        size_t at = rapport__row_of(candidates, s->number[i]) + c;
        if (candidates->kind[at] == RAPPORT_VALUE_MISSING)
            continue;
        if (!any || candidates->low[at] < *least)
            *least = candidates->low[at];
        if (!any || candidates->high[at] > *most)
            *most = candidates->high[at];
        any = true;
    }
}

static rapport_status scale_column(rapport__scaled *s, const rapport_candidates *candidates, uint32_t c, rapport_error *error)
{
    bool least_is_best = candidates->criteria[c].direction == RAPPORT_MINIMIZE;
    double least, most;
    find_ends(s, candidates, c, &least, &most);
    s->bounded[c] = (candidates->criteria[c].has & RAPPORT_HAS_BOUNDS) != 0;
    s->width[c] = most - least;
    for (uint32_t i = 0; i < s->count; i++) {
        size_t from = rapport__row_of(candidates, s->number[i]) + c, to = (size_t)i * s->criteria + c;
        double low = candidates->low[from], high = candidates->high[from], width = most - least;
        if (candidates->kind[from] == RAPPORT_VALUE_MISSING) {
            s->low[to] = 0;
            s->high[to] = 1;
        } else if (low < least || high > most) {
            return fail_at(candidates, c, s->number[i], error);
        } else if (width > 0) {
            s->low[to] = (least_is_best ? most - high : low - least) / width;
            s->high[to] = (least_is_best ? most - low : high - least) / width;
        } else {
            s->low[to] = s->high[to] = 1;
        }
        if (candidates->kind[from] != RAPPORT_VALUE_NUMBER && s->open_candidate > s->number[i]) {
            s->open_candidate = s->number[i];
            s->open_criterion = c;
            s->open_kind = candidates->kind[from];
        }
    }
    return RAPPORT_OK;
}

static void normalise(rapport__scaled *s, const rapport_candidates *candidates)
{
    for (uint32_t c = 0; c < s->criteria; c++)
        s->weight_sum += candidates->criteria[c].weight;
    for (uint32_t c = 0; c < s->criteria; c++)
        s->weight[c] = s->weight_sum > 0 ? candidates->criteria[c].weight / s->weight_sum : 0;
}

static rapport_status fill(rapport__scaled *out, const rapport_candidates *candidates, const rapport_allocator *mem,
                           rapport_error *error)
{
    rapport_status status;
    if (!(out->number = rapport__alloc(mem, candidates->count, sizeof *out->number)) ||
        !(out->place = rapport__alloc(mem, candidates->count, sizeof *out->place)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    if ((status = select_candidates(out, candidates, error)))
        return status;
    size_t cells = (size_t)out->count * out->criteria;
    if (!(out->low = rapport__alloc(mem, cells, sizeof *out->low)) ||
        !(out->high = rapport__alloc(mem, cells, sizeof *out->high)) ||
        !(out->width = rapport__alloc(mem, out->criteria, sizeof *out->width)) ||
        !(out->bounded = rapport__alloc(mem, out->criteria, sizeof *out->bounded)) ||
        !(out->weight = rapport__alloc(mem, out->criteria, sizeof *out->weight)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    for (uint32_t c = 0; c < out->criteria; c++)
        if ((status = scale_column(out, candidates, c, error)))
            return status;
    normalise(out, candidates);
    return RAPPORT_OK;
}

rapport_status rapport__scaled_init(rapport__scaled *out, const rapport_candidates *candidates, const rapport_allocator *mem,
                                    rapport_error *error)
{
    rapport_status status;
    *out = (rapport__scaled){.criteria = candidates->criterion_count, .all = candidates->count};
    out->open_candidate = out->open_criterion = RAPPORT_NONE;
    if ((status = fill(out, candidates, mem, error)))
        rapport__scaled_clear(out, mem);
    return status;
}

void rapport__scaled_clear(rapport__scaled *scaled, const rapport_allocator *mem)
{
    rapport__free(mem, scaled->number);
    rapport__free(mem, scaled->place);
    rapport__free(mem, scaled->low);
    rapport__free(mem, scaled->high);
    rapport__free(mem, scaled->width);
    rapport__free(mem, scaled->bounded);
    rapport__free(mem, scaled->weight);
    *scaled = (rapport__scaled){0};
}

rapport_status rapport__scaled_need_numbers(const rapport__scaled *scaled, rapport_error *error)
{
    char path[sizeof error->path] = "/candidates";
    if (!(scaled->weight_sum > 0))
        return FAIL(error, RAPPORT_UNDEFINED, "/criteria", "no criterion has weight");
    if (scaled->open_candidate == RAPPORT_NONE)
        return RAPPORT_OK;
    rapport__append_index(path, sizeof path, scaled->open_candidate);
    rapport__append_key(path, sizeof path, "values");
    rapport__append_index(path, sizeof path, scaled->open_criterion);
    return FAIL(error, RAPPORT_UNDEFINED, path, "the weighted sum needs a number, and this is ",
                scaled->open_kind == RAPPORT_VALUE_MISSING ? "missing" : "an interval");
}
