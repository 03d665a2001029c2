/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "model/ladder.h"

#define LEVEL_OF_NUMBERS 12.5

/* Puts a rung in its place unless it is there. */
static void add_rung(rapport__ladder *ladder, double points)
{
    uint32_t at = ladder->count;
    while (at && ladder->rungs[at - 1] > points)
        at--;
    if (at && ladder->rungs[at - 1] == points)
        return;
    for (uint32_t i = ladder->count++; i > at; i--)
        ladder->rungs[i] = ladder->rungs[i - 1];
    ladder->rungs[at] = points;
}

static double best_of_numbers(const rapport__scale *scale)
{
    double best = 0;
    if (scale->shape == SHAPE_EXPONENTIAL)
        return 100;
    for (uint32_t i = 0; i < scale->knots; i++)
        best = scale->y[i] > best ? scale->y[i] : best;
    return best;
}

void rapport__ladder_init(rapport__ladder *ladder, const rapport__scale *scale)
{
    ladder->count = 0;
    ladder->largest = LEVEL_OF_NUMBERS;
    if (scale->kind == RAPPORT_NUMBER) {
        ladder->top = best_of_numbers(scale);
        return;
    }
    for (uint32_t i = 0; i < scale->step_count; i++)
        add_rung(ladder, scale->steps[i].points);
    if (scale->kind == RAPPORT_YESNO) {
        add_rung(ladder, 0);
        add_rung(ladder, 100);
    }
    ladder->top = ladder->rungs[ladder->count - 1];
    ladder->largest = 0;
    for (uint32_t i = 1; i < ladder->count; i++)
        if (ladder->rungs[i] - ladder->rungs[i - 1] > ladder->largest)
            ladder->largest = ladder->rungs[i] - ladder->rungs[i - 1];
}

double rapport__ladder_climb(const rapport__ladder *ladder, double points, uint32_t levels)
{
    const double *rungs = ladder->rungs;
    double part, higher;
    uint32_t at = 0;
    if (!levels || points >= ladder->top)
        return points;
    if (!ladder->count) {
        higher = points + LEVEL_OF_NUMBERS * levels;
        return higher > ladder->top ? ladder->top : higher;
    }
    while (at + 1 < ladder->count && rungs[at + 1] <= points)
        at++;
    if (levels >= ladder->count - at - 1)
        return ladder->top;
    part = points > rungs[at] ? (points - rungs[at]) / (rungs[at + 1] - rungs[at]) : 0;
    higher = rungs[at + levels] + part * (rungs[at + levels + 1] - rungs[at + levels]);
    return higher > ladder->top ? ladder->top : higher < points ? points : higher;
}
