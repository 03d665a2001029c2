/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Plans in several possible futures. */
#include <stddef.h>

#include "analysis/shares.h"
#include "base/struct.h"
#include "base/sum.h"
#include "rapport/strategy.h"

typedef struct futures {
    const double *payoffs, *probabilities;
    double total;
    uint32_t plans, scenarios;
} futures;

static double payoff(const futures *f, uint32_t plan, uint32_t scenario)
{
    return f->payoffs[(size_t)plan * f->scenarios + scenario];
}

static double mean_of(const futures *f, uint32_t plan)
{
    rapport__sum sum = {0};
    for (uint32_t s = 0; s < f->scenarios; s++)
        if (f->probabilities)
            rapport__sum_add_product(&sum, rapport__share(f->probabilities, f->total, s), payoff(f, plan, s));
        else
            rapport__sum_add(&sum, payoff(f, plan, s));
    return rapport__sum_value(&sum) / (f->probabilities ? 1 : f->total) + 0.0;
}

static double minimum_of(const futures *f, uint32_t plan)
{
    double least = payoff(f, plan, 0);
    for (uint32_t s = 1; s < f->scenarios; s++)
        least = payoff(f, plan, s) < least ? payoff(f, plan, s) : least;
    return least + 0.0;
}

/* Savage 1951: what the best plan gains more, in the scenario where that is most. */
static void find_regrets(const futures *f, double *regrets)
{
    for (uint32_t p = 0; p < f->plans; p++)
        regrets[p] = 0;
    for (uint32_t s = 0; s < f->scenarios; s++) {
        double best = payoff(f, 0, s);
        for (uint32_t p = 1; p < f->plans; p++)
            best = payoff(f, p, s) > best ? payoff(f, p, s) : best;
        for (uint32_t p = 0; p < f->plans; p++)
            regrets[p] = best - payoff(f, p, s) > regrets[p] ? best - payoff(f, p, s) : regrets[p];
    }
}

rapport_status rapport_scenario_compute(const double *payoffs, const double *probabilities, uint32_t plans, uint32_t scenarios,
                                        double *means, double *minima, double *regrets, rapport_scenarios *out)
{
    futures f = {payoffs, probabilities, 0, plans, scenarios};
    rapport_scenarios best = {.highest_mean = 0};
    rapport_status status = rapport__check_count(plans, 1, RAPPORT_MAX_NODES);
    if (!status)
        status = rapport__check_count(scenarios, 1, RAPPORT_MAX_NODES);
    if (!status)
        status = rapport__check_values(payoffs, plans, scenarios, -RAPPORT__MOST, RAPPORT__MOST);
    if (!status)
        status = rapport__total(probabilities, scenarios, &f.total);
    if (!status && !(means && minima && regrets))
        status = RAPPORT_BAD_ARGUMENT;
    if (!status)
        status = rapport__struct_out(out, &best, sizeof best); /* before the arrays: a struct that is none stops all */
    if (status)
        return status;
    find_regrets(&f, regrets);
    for (uint32_t p = 0; p < plans; p++) {
        means[p] = mean_of(&f, p);
        minima[p] = minimum_of(&f, p);
        if (means[p] > means[best.highest_mean])
            best.highest_mean = p;
        if (minima[p] > minima[best.highest_minimum])
            best.highest_minimum = p;
        if (regrets[p] < regrets[best.least_regret])
            best.least_regret = p;
    }
    return rapport__struct_out(out, &best, sizeof best);
}
