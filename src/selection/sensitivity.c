/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "selection/sensitivity.h"

#include "base/struct.h"

_Static_assert(sizeof(rapport_sensitivity_options) == 16, "the layout of rapport_sensitivity_options is part of the ABI");
_Static_assert(sizeof(rapport_weight_interval) == 48, "the layout of rapport_weight_interval is part of the ABI");
_Static_assert(sizeof(rapport_weight_change) == 40, "the layout of rapport_weight_change is part of the ABI");
_Static_assert(sizeof(rapport_tornado) == 64, "the layout of rapport_tornado is part of the ABI");
_Static_assert(sizeof(rapport_leave_one_out) == 32, "the layout of rapport_leave_one_out is part of the ABI");

static bool reserve(rapport_sensitivity *s)
{
    const rapport_allocator *mem = &s->mem;
    uint32_t n = s->scaled.count, m = s->scaled.criteria;
    for (int32_t i = 0; i < RAPPORT_CHANGE_END; i++)
        if (!(s->change[i].weight = rapport__alloc(mem, m, sizeof(double))))
            return false;
    return (s->score = rapport__alloc(mem, n, sizeof *s->score)) && !rapport__order_init(&s->order, n, mem) &&
           !rapport__order_init(&s->now, n, mem) && !rapport__order_init(&s->then, n, mem) &&
           !rapport__order_init(&s->spare, n, mem) && (s->interval = rapport__alloc(mem, m, sizeof *s->interval)) &&
           (s->tornado = rapport__alloc(mem, m, sizeof *s->tornado)) &&
           (s->no_criterion = rapport__alloc(mem, m, sizeof *s->no_criterion)) &&
           (s->no_candidate = rapport__alloc(mem, n, sizeof *s->no_candidate)) &&
           (s->rest = rapport__alloc(mem, n, sizeof *s->rest)) &&
           (s->try_score = rapport__alloc(mem, n, sizeof *s->try_score)) &&
           (s->before = rapport__alloc(mem, n, sizeof *s->before)) &&
           (s->ahead = rapport__alloc(mem, (size_t)m + 1, sizeof *s->ahead)) &&
           (s->behind = rapport__alloc(mem, (size_t)m + 1, sizeof *s->behind)) &&
           (s->gap = rapport__alloc(mem, m, sizeof *s->gap)) && (s->others = rapport__alloc(mem, m, sizeof *s->others));
}

/* The sums before and after each criterion. */
static void sum_others(rapport_sensitivity *s)
{
    const double *weight = s->scaled.weight;
    uint32_t m = s->scaled.criteria;
    double sum = 0;
    for (uint32_t c = 0; c < m; c++) {
        s->others[c] = sum;
        sum += weight[c];
    }
    sum = 0;
    for (uint32_t c = m; c-- > 0;) {
        s->others[c] += sum;
        sum += weight[c];
    }
}

static void compute(rapport_sensitivity *s)
{
    const rapport__scaled *scaled = &s->scaled;
    for (uint32_t i = 0; i < scaled->count; i++) {
        const double *value = scaled->low + (size_t)i * scaled->criteria;
        double sum = 0;
        for (uint32_t c = 0; c < scaled->criteria; c++)
            sum += scaled->weight[c] * value[c];
        s->score[i] = sum;
    }
    rapport__order_by(&s->order, s->score, scaled->count);
    sum_others(s);
    rapport__find_intervals(s);
    rapport__find_nearest_weights(s);
    rapport__leave_out_criteria(s);
    rapport__leave_out_candidates(s);
}

static rapport_status read_options(rapport_sensitivity *s, const rapport_sensitivity_options *given, rapport_error *error)
{
    rapport_sensitivity_options options;
    if (rapport__struct_in(&options, sizeof options, given))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the options have a wrong struct_size or come from a later version");
    if (options.whole_range != 0 && options.whole_range != 1)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/whole_range", "whole_range must be 0 or 1");
    if (!(options.swing >= 0 && options.swing <= 100))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/swing", "swing must lie in 0..100");
    s->swing = options.whole_range ? -1 : options.swing > 0 ? options.swing : 0.2;
    return RAPPORT_OK;
}

rapport_status rapport_sensitivity_create(const rapport_candidates *candidates, const rapport_sensitivity_options *options,
                                          const rapport_allocator *allocator, rapport_sensitivity **out, rapport_error *error)
{
    rapport_allocator mem;
    rapport_sensitivity *s;
    rapport_status status;
    if (out)
        *out = NULL;
    if (!candidates || !out)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "candidates and out are needed");
    if (rapport__memory_init(&mem, allocator))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the allocator is incomplete");
    if (!(s = rapport__alloc(&mem, 1, sizeof *s)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    s->mem = mem;
    if (!(status = read_options(s, options, error)) && !(status = rapport__scaled_init(&s->scaled, candidates, &mem, error)) &&
        !(status = rapport__scaled_need_numbers(&s->scaled, error)) && !reserve(s))
        status = rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    if (status) {
        rapport_sensitivity_destroy(s);
        return status;
    }
    compute(s);
    *out = s;
    return RAPPORT_OK;
}

void rapport_sensitivity_destroy(rapport_sensitivity *sensitivity)
{
    rapport_sensitivity *s = sensitivity;
    rapport_allocator mem;
    if (!s)
        return;
    mem = s->mem;
    for (int32_t i = 0; i < RAPPORT_CHANGE_END; i++)
        rapport__free(&mem, s->change[i].weight);
    rapport__order_clear(&s->order, &mem);
    rapport__order_clear(&s->now, &mem);
    rapport__order_clear(&s->then, &mem);
    rapport__order_clear(&s->spare, &mem);
    rapport__free(&mem, s->score);
    rapport__free(&mem, s->interval);
    rapport__free(&mem, s->tornado);
    rapport__free(&mem, s->no_criterion);
    rapport__free(&mem, s->no_candidate);
    rapport__free(&mem, s->rest);
    rapport__free(&mem, s->try_score);
    rapport__free(&mem, s->before);
    rapport__free(&mem, s->ahead);
    rapport__free(&mem, s->behind);
    rapport__free(&mem, s->gap);
    rapport__free(&mem, s->others);
    rapport__scaled_clear(&s->scaled, &mem);
    rapport__free(&mem, s);
}

rapport_status rapport_sensitivity_get_score(const rapport_sensitivity *sensitivity, uint32_t candidate, double *score,
                                             double *rank)
{
    uint32_t place;
    if (candidate >= sensitivity->scaled.all || !score || !rank)
        return RAPPORT_BAD_ARGUMENT;
    if ((place = sensitivity->scaled.place[candidate]) == RAPPORT_NONE)
        return RAPPORT_UNDEFINED;
    *score = sensitivity->score[place];
    *rank = sensitivity->order.rank[place];
    return RAPPORT_OK;
}

uint32_t rapport_sensitivity_first(const rapport_sensitivity *sensitivity)
{
    return sensitivity->scaled.number[sensitivity->order.items[0]];
}

rapport_status rapport_sensitivity_get_interval(const rapport_sensitivity *sensitivity, uint32_t criterion,
                                                rapport_weight_interval *out)
{
    if (criterion >= sensitivity->scaled.criteria)
        return RAPPORT_BAD_ARGUMENT;
    return rapport__struct_out(out, &sensitivity->interval[criterion], sizeof *out);
}

static const rapport__change *find_change(const rapport_sensitivity *s, int32_t measure)
{
    return measure >= 0 && measure < RAPPORT_CHANGE_END ? &s->change[measure] : NULL;
}

rapport_status rapport_sensitivity_get_change(const rapport_sensitivity *sensitivity, int32_t measure,
                                              rapport_weight_change *out)
{
    const rapport__change *found = find_change(sensitivity, measure);
    rapport_weight_change filled;
    if (!found)
        return RAPPORT_BAD_ARGUMENT;
    if (!found->exists)
        return RAPPORT_UNDEFINED;
    filled = found->change;
    filled.struct_size = sizeof filled;
    filled.candidate = sensitivity->scaled.number[filled.candidate];
    return rapport__struct_out(out, &filled, sizeof filled);
}

double rapport_sensitivity_change_weight(const rapport_sensitivity *sensitivity, int32_t measure, uint32_t criterion)
{
    const rapport__change *found = find_change(sensitivity, measure);
    return found && found->exists && criterion < sensitivity->scaled.criteria ? found->weight[criterion] : 0;
}

rapport_status rapport_sensitivity_get_tornado(const rapport_sensitivity *sensitivity, uint32_t criterion, rapport_tornado *out)
{
    if (criterion >= sensitivity->scaled.criteria)
        return RAPPORT_BAD_ARGUMENT;
    return rapport__struct_out(out, &sensitivity->tornado[criterion], sizeof *out);
}

static rapport_status get_left_out(const rapport_sensitivity *s, const rapport__left_out *from, rapport_leave_one_out *out)
{
    rapport_leave_one_out filled = from->out;
    if (!from->exists)
        return RAPPORT_UNDEFINED;
    filled.struct_size = sizeof filled;
    filled.first = s->scaled.number[filled.first];
    return rapport__struct_out(out, &filled, sizeof filled);
}

rapport_status rapport_sensitivity_get_without_criterion(const rapport_sensitivity *sensitivity, uint32_t criterion,
                                                         rapport_leave_one_out *out)
{
    if (criterion >= sensitivity->scaled.criteria)
        return RAPPORT_BAD_ARGUMENT;
    return get_left_out(sensitivity, &sensitivity->no_criterion[criterion], out);
}

rapport_status rapport_sensitivity_get_without_candidate(const rapport_sensitivity *sensitivity, uint32_t candidate,
                                                         rapport_leave_one_out *out)
{
    if (candidate >= sensitivity->scaled.all)
        return RAPPORT_BAD_ARGUMENT;
    if (sensitivity->scaled.place[candidate] == RAPPORT_NONE)
        return RAPPORT_UNDEFINED;
    return get_left_out(sensitivity, &sensitivity->no_candidate[sensitivity->scaled.place[candidate]], out);
}
