/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "selection/sampling.h"

#include "base/struct.h"

_Static_assert(sizeof(rapport_sampling_info) == 48, "the layout of rapport_sampling_info is part of the ABI");

static const int64_t most_draws = 1000000000000, usual_draws = 100000;

static rapport_status bad_cell(const rapport_sampling *s, uint32_t place, uint32_t c, const char *message, rapport_error *error)
{
    char path[sizeof error->path] = "/candidates";
    rapport__append_index(path, sizeof path, s->scaled.number[place]);
    rapport__append_key(path, sizeof path, "values");
    rapport__append_index(path, sizeof path, c);
    return FAIL(error, RAPPORT_BAD_VALUE, path, message);
}

static double to_units(double scaled)
{
    return (double)(int64_t)(scaled * RAPPORT__VALUE_UNIT + 0.5);
}

/* Whether a value is uncertain, and how. Where all values of a criterion are equal no deviation has a scale: it is left out. */
static bool is_uncertain(const rapport_sampling *s, const double *deviations, uint32_t place, uint32_t c,
                         rapport__uncertain *out)
{
    size_t at = (size_t)place * s->scaled.criteria + c;
    double low = s->scaled.low[at], high = s->scaled.high[at], width = s->scaled.width[c];
    double deviation = deviations ? deviations[(size_t)s->scaled.number[place] * s->scaled.criteria + c] : 0;
    *out = (rapport__uncertain){.place = place, .criterion = c, .low = to_units(low), .steps = to_units(high) - to_units(low)};
    if (low < high)
        return true;
    out->mean = low * RAPPORT__VALUE_UNIT;
    out->deviation = width > 0 ? deviation / width * RAPPORT__VALUE_UNIT : 0;
    return out->deviation > 0;
}

static rapport_status check_deviations(const rapport_sampling *s, const double *deviations, rapport_error *error)
{
    for (uint32_t i = 0; deviations && i < s->scaled.count; i++)
        for (uint32_t c = 0; c < s->scaled.criteria; c++) {
            size_t at = (size_t)i * s->scaled.criteria + c;
            double deviation = deviations[(size_t)s->scaled.number[i] * s->scaled.criteria + c];
            if (!(deviation >= 0 && deviation <= 1e100))
                return bad_cell(s, i, c, "a standard deviation must lie in 0..1e100", error);
            if (deviation > 0 && s->scaled.low[at] < s->scaled.high[at])
                return bad_cell(s, i, c, "only a number has a standard deviation", error);
        }
    return RAPPORT_OK;
}

static rapport_status fill_values(rapport_sampling *s, const double *deviations, rapport_error *error)
{
    rapport__uncertain found;
    size_t at = 0, count = 0;
    rapport_status status = check_deviations(s, deviations, error);
    if (status)
        return status;
    for (uint32_t i = 0; i < s->scaled.count; i++)
        for (uint32_t c = 0; c < s->scaled.criteria; c++)
            count += is_uncertain(s, deviations, i, c, &found);
    if (!(s->value = rapport__alloc(&s->mem, (size_t)s->scaled.count * s->scaled.criteria, sizeof *s->value)) ||
        !(s->cells = rapport__alloc(&s->mem, count, sizeof *s->cells)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    for (uint32_t i = 0; i < s->scaled.count; i++)
        for (uint32_t c = 0; c < s->scaled.criteria; c++, at++) {
            if (is_uncertain(s, deviations, i, c, &found))
                s->cells[s->cell_count++] = found;
            else
                s->value[at] = to_units(s->scaled.low[at]);
        }
    return RAPPORT_OK;
}

static rapport_status fill_weights(rapport_sampling *s, rapport_error *error)
{
    const rapport_allocator *mem = &s->mem;
    uint32_t m = s->scaled.criteria;
    rapport__draws draws;
    if (!(s->low = rapport__alloc(mem, m, sizeof *s->low)) || !(s->high = rapport__alloc(mem, m, sizeof *s->high)) ||
        !(s->base = rapport__alloc(mem, m, sizeof *s->base)) || !(s->open = rapport__alloc(mem, m, sizeof *s->open)) ||
        !(s->level = rapport__alloc(mem, m, sizeof *s->level)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    rapport__settle_weights(s);
    s->acceptance = 1;
    if (!s->reject)
        return RAPPORT_OK;
    if (rapport__draws_init(&draws, s))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    s->acceptance = rapport__try_weights(s, &draws);
    s->walk = s->acceptance < 1.0 / 256;
    rapport__draws_clear(&draws, mem);
    return RAPPORT_OK;
}

static rapport_status fill(rapport_sampling *s, const rapport_candidates *candidates, const rapport_sampling_options *given,
                           rapport_error *error)
{
    rapport_sampling_options options;
    rapport_status status;
    if (rapport__struct_in(&options, sizeof options, given))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the options have a wrong struct_size or come from a later version");
    if (options.draws < 0 || options.draws > most_draws)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/draws", "draws must lie in 1..1e12");
    s->draws = options.draws ? options.draws : usual_draws;
    s->seed = options.seed;
    if ((status = rapport__scaled_init(&s->scaled, candidates, &s->mem, error)))
        return status;
    if (s->scaled.count > RAPPORT_MAX_PAIRED)
        return FAIL(error, RAPPORT_LIMIT, "/candidates", "1024 candidates can be compared with each other at the most");
    if ((status = rapport__region_init(&s->region, candidates, options.rules, &s->mem, error)) ||
        (status = fill_values(s, options.deviations, error)))
        return status;
    return fill_weights(s, error);
}

rapport_status rapport_sampling_create(const rapport_candidates *candidates, const rapport_sampling_options *options,
                                       const rapport_allocator *allocator, rapport_sampling **out, rapport_error *error)
{
    rapport_allocator mem;
    rapport_sampling *s;
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
    if ((status = fill(s, candidates, options, error))) {
        rapport_sampling_destroy(s);
        return status;
    }
    *out = s;
    return RAPPORT_OK;
}

void rapport_sampling_destroy(rapport_sampling *sampling)
{
    rapport_allocator mem;
    if (!sampling)
        return;
    mem = sampling->mem;
    rapport__free(&mem, sampling->value);
    rapport__free(&mem, sampling->cells);
    rapport__free(&mem, sampling->low);
    rapport__free(&mem, sampling->high);
    rapport__free(&mem, sampling->base);
    rapport__free(&mem, sampling->open);
    rapport__free(&mem, sampling->level);
    rapport__region_clear(&sampling->region, &mem);
    rapport__scaled_clear(&sampling->scaled, &mem);
    rapport__free(&mem, sampling);
}

rapport_status rapport_sampling_get_info(const rapport_sampling *sampling, rapport_sampling_info *out)
{
    rapport_sampling_info filled = {.struct_size = sizeof filled,
                                    .exact = !sampling->walk,
                                    .draws = sampling->draws,
                                    .blocks = (sampling->draws - 1) / RAPPORT_BLOCK_DRAWS + 1,
                                    .seed = sampling->seed,
                                    .acceptance = sampling->acceptance,
                                    .uncertain = sampling->cell_count > 0};
    return rapport__struct_out(out, &filled, sizeof filled);
}
