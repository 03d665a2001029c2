/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* How evenly, or how much as agreed, benefits and burdens are spread: balance, Jain's index, equity, overload. */
#include "analysis/shares.h"
#include "base/struct.h"
#include "base/sum.h"
#include "rapport/benefit.h"

/* From which share, relative to the agreed one, a burden is an overload. */
#define OVERLOAD 1.5

static double within(double x, double low, double high)
{
    return x < low ? low : x > high ? high : x;
}

/* Amounts and agreed shares of parties, with their totals. */
static rapport_status totals(const double *amounts, const double *agreed, uint32_t least, uint32_t parties, double *total,
                             double *agreed_total)
{
    rapport_status status = rapport__check_count(parties, least, RAPPORT_MAX_PARTIES);
    if (!status)
        status = amounts ? rapport__total(amounts, parties, total) : RAPPORT_BAD_ARGUMENT;
    if (!status)
        status = rapport__total(agreed, parties, agreed_total);
    return status;
}

/* Jain, Chiu & Hawe 1984: (sum x)^2 / (n sum x^2), from shares so that nothing overflows. */
static double jain(const double *amounts, double total, uint32_t count)
{
    rapport__sum squares = {0};
    for (uint32_t i = 0; i < count; i++) {
        double share = rapport__share(amounts, total, i);
        rapport__sum_add_product(&squares, share, share);
    }
    return within(1 / (count * rapport__sum_value(&squares)), 1.0 / count, 1);
}

rapport_status rapport_balance_compute(const double *amounts, const double *agreed, uint32_t parties, rapport_balance *out)
{
    rapport_balance result = {.reserved = 0};
    double total, agreed_total, least = 1, smallest, largest;
    rapport_status status = totals(amounts, agreed, 2, parties, &total, &agreed_total);
    if (status)
        return status;
    smallest = largest = amounts[0];
    for (uint32_t p = 0; p < parties; p++) {
        double share = rapport__share(agreed, agreed_total, p);
        least = share < least ? share : least;
        smallest = amounts[p] < smallest ? amounts[p] : smallest;
        largest = amounts[p] > largest ? amounts[p] : largest;
    }
    /* The variation is largest, 1 - least, if all goes to the party with the smallest agreed share. */
    result.balance = within(1 - rapport__variation(amounts, total, agreed, agreed_total, parties) / (1 - least), 0, 1);
    result.jain = jain(amounts, total, parties);
    result.jain_rescaled = within((result.jain - 1.0 / parties) / (1 - 1.0 / parties), 0, 1);
    result.smallest_to_largest = smallest / largest + 0.0;
    return rapport__struct_out(out, &result, sizeof result);
}

/* Benefit share / contribution share of a party; false if it contributes too little to have one. */
static bool ratio_of(const double *benefits, double benefit, const double *contributions, double contribution, uint32_t party,
                     double *ratio)
{
    double share = rapport__share(contributions, contribution, party);
    *ratio = share < 1e-300 ? 0 : rapport__share(benefits, benefit, party) / share + 0.0;
    return share >= 1e-300;
}

rapport_status rapport_equity_compute(const double *benefits, const double *contributions, uint32_t parties, double *ratios,
                                      rapport_equity *out)
{
    rapport_equity equity = {.reserved = 0};
    double benefit, contribution, ratio;
    rapport_status status =
        contributions ? totals(benefits, contributions, 2, parties, &benefit, &contribution) : RAPPORT_BAD_ARGUMENT;
    if (status)
        return status;
    for (uint32_t p = 0; p < parties; p++) {
        if (!ratio_of(benefits, benefit, contributions, contribution, p, &ratio))
            return RAPPORT_UNDEFINED;
        if (!p || ratio < equity.lowest) {
            equity.lowest = ratio;
            equity.lowest_party = p;
        }
        if (!p || ratio > equity.highest) {
            equity.highest = ratio;
            equity.highest_party = p;
        }
    }
    equity.index = equity.lowest / equity.highest;
    status = rapport__struct_out(out, &equity, sizeof equity);
    for (uint32_t p = 0; !status && ratios && p < parties; p++)
        (void)ratio_of(benefits, benefit, contributions, contribution, p, &ratios[p]);
    return status;
}

rapport_status rapport_overload_compute(const double *burdens, const double *agreed, uint32_t parties, rapport_overload *out)
{
    rapport_overload overload = {.has_ratio = 1};
    double total, agreed_total;
    rapport_status status = totals(burdens, agreed, 1, parties, &total, &agreed_total);
    if (status)
        return status;
    for (uint32_t p = 0; p < parties; p++) {
        double share = rapport__share(burdens, total, p), due = rapport__share(agreed, agreed_total, p);
        bool unbounded = share > due * 1e300; /* nothing was agreed, or next to nothing */
        double ratio = share > 0 && !unbounded ? share / due : 0;
        overload.overloaded += unbounded || rapport__compare(ratio, OVERLOAD) > 0;
        if (overload.has_ratio && (unbounded || ratio > overload.ratio)) {
            overload.party = p;
            overload.has_ratio = !unbounded;
            overload.ratio = ratio;
        }
    }
    overload.patterns = overload.overloaded ? RAPPORT_ONE_HORSE_TEAM : 0;
    return rapport__struct_out(out, &overload, sizeof overload);
}
