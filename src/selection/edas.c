/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* EDAS (Keshavarz Ghorabaee, Zavadskas, Olfat and Turskis 2015): PDA = max(0, x - average) / average, NDA the other way round,
 * both exchanged for costs; SP and SN their weighted sums; NSP = SP / max SP, NSN = 1 - SN / max SN; score = (NSP + NSN) / 2.
 * Where nobody is above the average (or below it) NSP is 0 (NSN 1): all on the average have 1/2. A criterion that is 0
 * throughout gives no distance. */
#include "base/sum.h"
#include "selection/ranking.h"

static rapport_status add_column(const rapport__contest *c, uint32_t j, double *above, double *below)
{
    const double *x = rapport__column(c, j);
    rapport__sum sum = {0};
    double average, least, most;
    rapport__extremes(x, c->rows, &least, &most);
    if (least == most && least >= 0)
        return RAPPORT_OK; /* all are on the average */
    for (uint32_t i = 0; i < c->rows; i++)
        rapport__sum_add(&sum, x[i]);
    average = rapport__sum_value(&sum) / c->rows;
    if (!(average > 1e-12 * (-least > most ? -least : most))) /* below that it is rounding noise */
        return rapport__refuse_criterion(c, j, "the method divides by the average, which must be above 0");
    for (uint32_t i = 0; i < c->rows; i++) {
        double distance = c->weight[j] * ((x[i] - average) / average);
        if ((distance > 0) != rapport__is_cost(c, j))
            above[i] += distance < 0 ? -distance : distance;
        else
            below[i] += distance < 0 ? -distance : distance;
    }
    return RAPPORT_OK;
}

rapport_status rapport__rank_edas(rapport__contest *c)
{
    double *above = c->out->values[RAPPORT_SCORE], *below = c->room[0], least, most_above, most_below;
    rapport_status status = RAPPORT_OK;
    for (uint32_t j = 0; j < c->criteria && !status; j++)
        status = add_column(c, j, above, below);
    if (status)
        return status;
    rapport__extremes(above, c->rows, &least, &most_above);
    rapport__extremes(below, c->rows, &least, &most_below);
    for (uint32_t i = 0; i < c->rows; i++) {
        double plus = most_above > 0 ? above[i] / most_above : 0, minus = most_below > 0 ? below[i] / most_below : 0;
        above[i] = (plus + (1 - minus)) / 2;
    }
    c->scale = 1;
    return RAPPORT_OK;
}
