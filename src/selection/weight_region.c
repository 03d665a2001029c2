/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "selection/weight_region.h"

#include "base/float.h"
#include "base/sort.h"
#include "base/struct.h"

static rapport_status bad(const rapport_candidates *candidates, uint32_t criterion, const char *message, rapport_error *error)
{
    char path[sizeof error->path] = "/criteria";
    rapport__append_key(path, sizeof path, candidates->criterion_ids[criterion]);
    rapport__append_key(path, sizeof path, "weight");
    return FAIL(error, RAPPORT_BAD_VALUE, path, message);
}

static int by_place(const void *context, uint32_t a, uint32_t b)
{
    const uint32_t *place = context;
    return (place[a] > place[b]) - (place[a] < place[b]);
}

uint32_t rapport__region_level(const rapport__region *region, uint32_t first)
{
    uint32_t end = first + 1;
    while (end < region->sorted_count && region->place[region->sorted[end]] == region->place[region->sorted[first]])
        end++;
    return end - first;
}

/* Who is more important weighs at least as much as anybody below may have to, and so on down. */
static void tighten(rapport__region *r)
{
    double high = 1, low = 0, next;
    for (uint32_t first = 0, count; first < r->sorted_count; first += count, high = next) {
        next = high;
        count = rapport__region_level(r, first);
        for (uint32_t i = first; i < first + count; i++) {
            double *own = &r->high[r->sorted[i]];
            *own = *own < high ? *own : high;
            next = *own < next ? *own : next;
        }
    }
    for (uint32_t end = r->sorted_count, first; end > 0; end = first, low = next) {
        next = low;
        for (first = end; first > 0 && r->place[r->sorted[first - 1]] == r->place[r->sorted[end - 1]]; first--) {
            double *own = &r->low[r->sorted[first - 1]];
            *own = *own > low ? *own : low;
            next = *own > next ? *own : next;
        }
    }
}

static rapport_status read_ends(rapport__region *r, const rapport_candidates *candidates, const rapport_weight_rules *rules,
                                rapport_error *error)
{
    for (uint32_t c = 0; c < r->count; c++) {
        bool has = candidates->criteria[c].has & RAPPORT_HAS_WEIGHT_BOUNDS;
        if (rules) {
            r->low[c] = rules->lowest ? rules->lowest[c] : 0;
            r->high[c] = rules->highest ? rules->highest[c] : 1;
            r->place[c] = rules->importance ? rules->importance[c] : 0;
        } else {
            r->low[c] = has ? candidates->criteria[c].weight_lowest : 0;
            r->high[c] = has ? candidates->criteria[c].weight_highest : 1;
            r->place[c] = candidates->criteria[c].importance;
        }
        if (!(r->low[c] >= 0 && r->low[c] <= 1 && r->high[c] >= 0 && r->high[c] <= 1))
            return bad(candidates, c, "the ends of a normalised weight must lie in 0..1", error);
        if (r->low[c] > r->high[c])
            return bad(candidates, c, "the lowest weight is above the highest", error);
        r->bounded = r->bounded || r->low[c] > 0 || r->high[c] < 1;
        if (r->place[c])
            r->sorted[r->sorted_count++] = c;
    }
    return RAPPORT_OK;
}

/* Rounding may not make 0.1 ten times less than 1. */
static const double slack = 1e-12;

/* The lowest weights and the highest both keep to the order, so whatever sum lies between theirs can be had. */
static rapport_status check(const rapport__region *r, const rapport_candidates *candidates, rapport_error *error)
{
    double least = 0, most = 0;
    for (uint32_t c = 0; c < r->count; c++) {
        if (r->low[c] > r->high[c])
            return bad(candidates, c, "the ends of the weights contradict the order of importance", error);
        least += r->low[c];
        most += r->high[c];
    }
    if (least > 1 + slack)
        return FAIL(error, RAPPORT_BAD_VALUE, "/criteria", "the lowest weights",
                    r->sorted_count ? ", with the order of importance," : "", " add up to more than 1");
    if (most < 1 - slack)
        return FAIL(error, RAPPORT_BAD_VALUE, "/criteria", "the highest weights",
                    r->sorted_count ? ", with the order of importance," : "", " add up to less than 1");
    return RAPPORT_OK;
}

rapport_status rapport__region_init(rapport__region *out, const rapport_candidates *candidates,
                                    const rapport_weight_rules *rules, const rapport_allocator *mem, rapport_error *error)
{
    rapport_weight_rules known;
    rapport_status status;
    uint32_t m = candidates->criterion_count, *room = NULL;
    *out = (rapport__region){.count = m};
    if (rapport__struct_in(&known, sizeof known, rules))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the rules have a wrong struct_size or come from a later version");
    if (!(out->low = rapport__alloc(mem, m, sizeof *out->low)) || !(out->high = rapport__alloc(mem, m, sizeof *out->high)) ||
        !(out->sorted = rapport__alloc(mem, m, sizeof *out->sorted)) ||
        !(out->place = rapport__alloc(mem, m, sizeof *out->place)) || !(room = rapport__alloc(mem, m, sizeof *room))) {
        status = rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    } else if (!(status = read_ends(out, candidates, rules ? &known : NULL, error))) {
        rapport__sort(out->sorted, room, out->sorted_count, by_place, out->place);
        tighten(out);
        status = check(out, candidates, error);
    }
    rapport__free(mem, room);
    if (status)
        rapport__region_clear(out, mem);
    return status;
}

void rapport__region_clear(rapport__region *region, const rapport_allocator *mem)
{
    rapport__free(mem, region->low);
    rapport__free(mem, region->high);
    rapport__free(mem, region->sorted);
    rapport__free(mem, region->place);
    *region = (rapport__region){0};
}
