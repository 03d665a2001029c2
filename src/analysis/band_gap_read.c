/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Reading the ways to a band that a result keeps. */
#include "analysis/result.h"
#include "base/struct.h"

void rapport__forget_ways(rapport_result *result)
{
    for (int32_t kind = RAPPORT_FEWEST_STEPS; kind <= RAPPORT_CHEAPEST_STEPS; kind++) {
        rapport__free(&result->mem, result->ways[kind]);
        result->ways[kind] = NULL;
    }
}

static const rapport__way *find_kept(const rapport_result *result, int32_t kind)
{
    return kind == RAPPORT_FEWEST_STEPS || kind == RAPPORT_CHEAPEST_STEPS ? result->ways[kind] : NULL;
}

rapport_status rapport_result_get_band_gap(const rapport_result *result, int32_t kind, rapport_band_gap *out)
{
    const rapport__way *way = find_kept(result, kind);
    if (kind != RAPPORT_FEWEST_STEPS && kind != RAPPORT_CHEAPEST_STEPS)
        return RAPPORT_BAD_ARGUMENT;
    return way ? rapport__struct_out(out, &way->is, sizeof way->is) : RAPPORT_NOT_FOUND;
}

rapport_status rapport_result_get_move(const rapport_result *result, int32_t kind, uint32_t index, rapport_move *out)
{
    const rapport__way *way = find_kept(result, kind);
    return way && index < way->is.moves ? rapport__struct_out(out, &way->moves[index], sizeof *out) : RAPPORT_BAD_ARGUMENT;
}

rapport_status rapport_result_get_obstacle(const rapport_result *result, int32_t kind, uint32_t index, rapport_obstacle *out)
{
    const rapport__way *way = find_kept(result, kind);
    return way && index < way->is.obstacles ? rapport__struct_out(out, &way->obstacles[index], sizeof *out)
                                            : RAPPORT_BAD_ARGUMENT;
}
