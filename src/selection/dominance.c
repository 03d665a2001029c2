/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "rapport/sensitivity.h"

#include "base/struct.h"
#include "base/sum.h"
#include "selection/potential.h"

_Static_assert(sizeof(rapport_standing) == 40, "the layout of rapport_standing is part of the ABI");

struct rapport_dominance {
    rapport_allocator mem;
    rapport__scaled scaled;
    rapport__region region;
    unsigned char *pair;        /* who takes part does what to whom, row by row */
    rapport_standing *standing; /* of who takes part */
    rapport__rivals low, high;  /* by their lowest values, and their highest */
};

/* Nowhere worse and somewhere better. */
static bool dominates(const double *a, const double *b, uint32_t criteria)
{
    bool better = false;
    for (uint32_t c = 0; c < criteria; c++) {
        int order = rapport__compare(a[c], b[c]);
        if (order < 0)
            return false;
        better = better || order > 0;
    }
    return better;
}

static void compare_all(rapport_dominance *d)
{
    const rapport__scaled *s = &d->scaled;
    for (size_t i = 0; i < s->count; i++)
        for (size_t k = 0; k < s->count; k++) {
            size_t one = i * s->criteria, two = k * s->criteria;
            int32_t found = RAPPORT_DOMINATES_NOT;
            if (i == k)
                continue;
            if (dominates(s->low + one, s->high + two, s->criteria))
                found = RAPPORT_DOMINATES_CERTAINLY;
            else if (dominates(s->high + one, s->low + two, s->criteria))
                found = RAPPORT_DOMINATES_POSSIBLY;
            d->pair[i * s->count + k] = (unsigned char)found;
            if (found > d->standing[k].dominated)
                d->standing[k].dominated = found;
        }
}

static rapport_status rate_one(rapport_dominance *d, uint32_t i, rapport_error *error)
{
    const rapport__scaled *s = &d->scaled;
    rapport_standing *to = &d->standing[i];
    rapport_status status;
    if (s->count > 1) {
        if ((status = rapport__best_margin(s, &d->region, i, s->high, s->low, &d->low, &d->mem, &to->margin, error)))
            return status;
        to->certain_margin = to->margin;
        if (s->open_candidate != RAPPORT_NONE &&
            (status = rapport__best_margin(s, &d->region, i, s->low, s->high, &d->high, &d->mem, &to->certain_margin, error)))
            return status;
    }
    to->struct_size = sizeof *to;
    to->has_margin = s->count > 1;
    to->potentially_best = rapport__compare(to->margin, 0) >= 0;
    to->certainly_possible = rapport__compare(to->certain_margin, 0) >= 0;
    return RAPPORT_OK;
}

static rapport_status rate_all(rapport_dominance *d, rapport_error *error)
{
    rapport_status status = RAPPORT_OK;
    rapport__find_rivals(&d->scaled, d->scaled.low, &d->low);
    rapport__find_rivals(&d->scaled, d->scaled.high, &d->high);
    for (uint32_t i = 0; i < d->scaled.count && !status; i++)
        status = rate_one(d, i, error);
    return status;
}

static rapport_status fill(rapport_dominance *d, const rapport_candidates *candidates, const rapport_weight_rules *rules,
                           rapport_error *error)
{
    rapport_status status = rapport__scaled_init(&d->scaled, candidates, &d->mem, error);
    if (status)
        return status;
    if (d->scaled.count > RAPPORT_MAX_PAIRED)
        return FAIL(error, RAPPORT_LIMIT, "/candidates", "1024 candidates can be compared with each other at the most");
    if ((status = rapport__region_init(&d->region, candidates, rules, &d->mem, error)))
        return status;
    if (!(d->pair = rapport__alloc(&d->mem, d->scaled.count, d->scaled.count)) ||
        !(d->standing = rapport__alloc(&d->mem, d->scaled.count, sizeof *d->standing)) ||
        !(d->low.above = rapport__alloc(&d->mem, d->scaled.count, sizeof(uint32_t))) ||
        !(d->low.whom = rapport__alloc(&d->mem, d->scaled.count, sizeof(uint32_t))) ||
        !(d->high.above = rapport__alloc(&d->mem, d->scaled.count, sizeof(uint32_t))) ||
        !(d->high.whom = rapport__alloc(&d->mem, d->scaled.count, sizeof(uint32_t))))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    compare_all(d);
    return rate_all(d, error);
}

rapport_status rapport_dominance_create(const rapport_candidates *candidates, const rapport_weight_rules *rules,
                                        const rapport_allocator *allocator, rapport_dominance **out, rapport_error *error)
{
    rapport_allocator mem;
    rapport_dominance *d;
    rapport_status status;
    if (out)
        *out = NULL;
    if (!candidates || !out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "candidates and out are needed");
    if (rapport__memory_init(&mem, allocator))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the allocator is incomplete");
    if (!(d = rapport__alloc(&mem, 1, sizeof *d)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    d->mem = mem;
    if ((status = fill(d, candidates, rules, error))) {
        rapport_dominance_destroy(d);
        return status;
    }
    *out = d;
    return RAPPORT_OK;
}

void rapport_dominance_destroy(rapport_dominance *dominance)
{
    rapport_allocator mem;
    if (!dominance)
        return;
    mem = dominance->mem;
    rapport__free(&mem, dominance->pair);
    rapport__free(&mem, dominance->standing);
    rapport__free(&mem, dominance->low.above);
    rapport__free(&mem, dominance->low.whom);
    rapport__free(&mem, dominance->high.above);
    rapport__free(&mem, dominance->high.whom);
    rapport__region_clear(&dominance->region, &mem);
    rapport__scaled_clear(&dominance->scaled, &mem);
    rapport__free(&mem, dominance);
}

rapport_status rapport_dominance_get(const rapport_dominance *dominance, uint32_t candidate, rapport_standing *out)
{
    if (candidate >= dominance->scaled.all)
        return RAPPORT_BAD_ARGUMENT;
    if (dominance->scaled.place[candidate] == RAPPORT_NONE)
        return RAPPORT_UNDEFINED;
    return rapport__struct_out(out, &dominance->standing[dominance->scaled.place[candidate]], sizeof *out);
}

int32_t rapport_dominance_pair(const rapport_dominance *dominance, uint32_t candidate, uint32_t other)
{
    const rapport__scaled *s = &dominance->scaled;
    if (candidate >= s->all || other >= s->all || s->place[candidate] == RAPPORT_NONE || s->place[other] == RAPPORT_NONE)
        return RAPPORT_DOMINATES_NOT;
    return dominance->pair[(size_t)s->place[candidate] * s->count + s->place[other]];
}
