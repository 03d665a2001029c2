/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Who gains: net benefits, the win-win class, surplus, the Nash product, synergy. */
#include "analysis/shares.h"
#include "base/maths.h"
#include "base/struct.h"
#include "base/sum.h"
#include "rapport/benefit.h"

/* A net benefit may be three amounts together. */
#define MOST_NET (10 * RAPPORT__MOST)

rapport_status rapport_net_benefit_compute(const double *benefits, const double *burdens, const double *alternatives,
                                           uint32_t parties, double *net)
{
    rapport_status status = rapport__check_count(parties, 1, RAPPORT_MAX_PARTIES);
    if (!status)
        status = rapport__check_values(benefits, 1, parties, -RAPPORT__MOST, RAPPORT__MOST);
    if (!status && burdens)
        status = rapport__check_values(burdens, 1, parties, 0, RAPPORT__MOST);
    if (!status && alternatives)
        status = rapport__check_values(alternatives, 1, parties, -RAPPORT__MOST, RAPPORT__MOST);
    if (!status && !net)
        status = RAPPORT_BAD_ARGUMENT;
    for (uint32_t p = 0; !status && p < parties; p++)
        net[p] = benefits[p] - (burdens ? burdens[p] : 0) - (alternatives ? alternatives[p] : 0) + 0.0;
    return status;
}

/* The geometric mean of positive amounts, relative to the largest: exact if all are equal, and without overflow. */
static double geometric_mean(const double *amounts, uint32_t count)
{
    rapport__sum logs = {0};
    double largest = amounts[0];
    for (uint32_t i = 1; i < count; i++)
        largest = amounts[i] > largest ? amounts[i] : largest;
    for (uint32_t i = 0; i < count; i++)
        rapport__sum_add(&logs, rapport__log(amounts[i]) - rapport__log(largest));
    return largest * rapport__exp(rapport__sum_value(&logs) / count);
}

rapport_status rapport_gain_compute(const double *net, uint32_t parties, rapport_gain *out)
{
    rapport_gain gain = {.has_nash = 0};
    rapport__sum surplus = {0};
    uint32_t winners = 0;
    rapport_status status = rapport__check_count(parties, 2, RAPPORT_MAX_PARTIES);
    if (!status)
        status = rapport__check_values(net, 1, parties, -MOST_NET, MOST_NET);
    if (status)
        return status;
    for (uint32_t p = 0; p < parties; p++) {
        rapport__sum_add(&surplus, net[p]);
        winners += rapport__compare(net[p], 0) > 0;
        if (net[p] < net[gain.worst_party])
            gain.worst_party = p;
    }
    gain.kind = winners == parties ? RAPPORT_WIN_WIN : winners ? RAPPORT_WIN_LOSE : RAPPORT_LOSE_LOSE;
    gain.surplus = rapport__sum_value(&surplus) + 0.0;
    gain.worst = net[gain.worst_party] + 0.0;
    gain.has_nash = winners == parties;
    if (gain.has_nash)
        gain.nash = geometric_mean(net, parties);
    return rapport__struct_out(out, &gain, sizeof gain);
}

rapport_status rapport_synergy_compute(double together, const double *alone, uint32_t parties, double *synergy)
{
    rapport__sum sum = {0};
    double total, more;
    rapport_status status = rapport__check_count(parties, 2, RAPPORT_MAX_PARTIES);
    if (!status)
        status = rapport__check_values(alone, 1, parties, -MOST_NET, MOST_NET);
    if (!status)
        status = rapport__check_values(&together, 1, 1, -MOST_NET, MOST_NET);
    if (!status && !synergy)
        status = RAPPORT_BAD_ARGUMENT;
    if (status)
        return status;
    for (uint32_t p = 0; p < parties; p++)
        rapport__sum_add(&sum, alone[p]);
    total = rapport__sum_value(&sum);
    if (!(total > 0))
        return RAPPORT_UNDEFINED;
    more = (together - total) / total;
    if (!(more >= -MOST_NET && more <= MOST_NET)) /* next to nothing alone: out of all proportion */
        return RAPPORT_UNDEFINED;
    *synergy = more + 0.0;
    return RAPPORT_OK;
}
