/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/gauge.h"

#include "base/float.h"

uint32_t rapport__gauge_cells(double points, uint32_t cells)
{
    double filled = points / 100 * cells + 0.5;
    return filled <= 0 ? 0 : filled >= cells ? cells : (uint32_t)filled;
}

static void repeat(rapport__pen *pen, rapport__symbol symbol, uint32_t times)
{
    while (times--)
        rapport__pen_symbol(pen, symbol);
}

void rapport__gauge_bar(rapport__pen *pen, uint32_t cells, double lower, double score, double upper)
{
    uint32_t a = rapport__gauge_cells(lower, cells), b = rapport__gauge_cells(score, cells);
    uint32_t c = rapport__gauge_cells(upper, cells);
    if (lower < upper && a == c) {
        if (c < cells)
            c++;
        else
            a = b = cells - 1;
    }
    repeat(pen, RAPPORT__FULL, a);
    repeat(pen, RAPPORT__SOLID, b - a);
    repeat(pen, RAPPORT__LIGHT, c - b);
    repeat(pen, RAPPORT__TRACK, cells - c);
}

void rapport__gauge_scale(rapport__pen *pen, uint32_t cells, double lower, double score, double upper)
{
    rapport__pen_symbol(pen, RAPPORT__LEFT);
    rapport__gauge_bar(pen, cells, lower, score, upper);
    rapport__pen_symbol(pen, RAPPORT__RIGHT);
}

void rapport__gauge_dumbbell(rapport__pen *pen, uint32_t cells, double darker, double brighter)
{
    uint32_t a = rapport__gauge_cells(darker, cells - 1), b = rapport__gauge_cells(brighter, cells - 1);
    if (a == b) {
        if (b < cells - 1)
            b++;
        else
            a--;
    }
    repeat(pen, RAPPORT__TRACK, a);
    rapport__pen_symbol(pen, RAPPORT__HOLLOW);
    repeat(pen, RAPPORT__BETWEEN, b - a - 1);
    rapport__pen_symbol(pen, RAPPORT__FILLED);
    repeat(pen, RAPPORT__TRACK, cells - 1 - b);
}
