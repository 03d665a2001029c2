/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "io/ratings.h"

rapport_ratings *rapport__ratings_create(const rapport_allocator *mem)
{
    rapport_ratings *ratings = rapport__alloc(mem, 1, sizeof *ratings);
    if (ratings)
        rapport__arena_init(&ratings->arena, mem);
    return ratings;
}

void rapport_ratings_destroy(rapport_ratings *ratings)
{
    rapport_allocator mem;
    if (!ratings)
        return;
    mem = ratings->arena.mem;
    rapport__arena_clear(&ratings->arena);
    rapport__free(&mem, ratings);
}

uint32_t rapport_ratings_count_raters(const rapport_ratings *ratings)
{
    return ratings->raters;
}

uint32_t rapport_ratings_count_units(const rapport_ratings *ratings)
{
    return ratings->units;
}

const double *rapport_ratings_values(const rapport_ratings *ratings)
{
    return ratings->values;
}

const uint8_t *rapport_ratings_present(const rapport_ratings *ratings)
{
    return ratings->present;
}

void rapport_ratings_get_scale(const rapport_ratings *ratings, uint32_t *options, double *lowest, double *highest)
{
    if (options)
        *options = ratings->options;
    if (lowest)
        *lowest = ratings->lowest;
    if (highest)
        *highest = ratings->highest;
}

const char *rapport_ratings_rater_id(const rapport_ratings *ratings, uint32_t rater)
{
    return ratings->rater_ids && rater < ratings->raters ? ratings->rater_ids[rater] : NULL;
}

const char *rapport_ratings_unit_id(const rapport_ratings *ratings, uint32_t unit)
{
    return ratings->unit_ids && unit < ratings->units ? ratings->unit_ids[unit] : NULL;
}
