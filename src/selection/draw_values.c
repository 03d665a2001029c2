/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/float.h"
#include "selection/sampling.h"

static double nearest_unit(double x)
{
    if (x > RAPPORT__VALUE_END)
        return RAPPORT__VALUE_END;
    if (x < -RAPPORT__VALUE_END)
        return -RAPPORT__VALUE_END;
    return (double)(int64_t)(x < 0 ? x - 0.5 : x + 0.5);
}

void rapport__draw_value(const rapport__uncertain *cell, rapport__random *random, double out[RAPPORT__LANES])
{
    uint32_t word[RAPPORT__LANES];
    uint64_t steps = (uint64_t)cell->steps + 1;
    rapport__random_fill(random, word, RAPPORT__LANES);
    for (int l = 0; l < RAPPORT__LANES; l++) {
        if (cell->deviation > 0)
            out[l] = nearest_unit(cell->mean + cell->deviation * rapport__normal_quantile((word[l] + 0.5) / 4294967296.0));
        else
            out[l] = cell->low + (double)(word[l] * steps >> 32);
    }
}
