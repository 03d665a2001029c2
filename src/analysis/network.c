/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Dependence of two, and trust among several. */
#include "rapport/network.h"

#include <stddef.h>

#include "analysis/shares.h"
#include "base/struct.h"
#include "base/sum.h"

rapport_status rapport_dependence_compute(double ours, double theirs, rapport_dependence *out)
{
    const double both[] = {ours, theirs};
    rapport_dependence result = {.joint = ours + theirs + 0.0, .asymmetry = ours - theirs + 0.0};
    rapport_status status = rapport__check_values(both, 1, 2, 0, RAPPORT__MOST);
    return status ? status : rapport__struct_out(out, &result, sizeof result);
}

typedef struct graph { /* of returned ties; a party is a bit */
    uint64_t near[RAPPORT_MAX_PARTIES], all;
    uint32_t parties, islands;
} graph;

static uint64_t bit(uint32_t party)
{
    return UINT64_C(1) << party;
}

/* The parts into which `left` falls. */
static uint32_t count_islands(const graph *g, uint64_t left)
{
    uint32_t count = 0;
    for (; left; count++) {
        uint64_t island = left & (~left + 1), grown = 0; /* begin with the lowest bit */
        while (grown != island) {
            grown = island;
            for (uint32_t p = 0; p < g->parties; p++)
                if (grown & bit(p))
                    island |= g->near[p] & left;
        }
        left &= ~island;
    }
    return count;
}

/* A party whose leaving makes more parts of the graph. */
static bool is_broker(const void *context, uint32_t party)
{
    const graph *g = context;
    return count_islands(g, g->all & ~bit(party)) > g->islands;
}

static uint32_t count_near(const graph *g, uint32_t party)
{
    uint32_t count = 0;
    for (uint32_t p = 0; p < g->parties; p++)
        count += (g->near[party] & bit(p)) != 0;
    return count;
}

/* Freeman 1978: how much more ties the best connected party has than each, relative to a star. */
static double centralisation(const graph *g)
{
    uint32_t most = 0, sum = 0;
    for (uint32_t p = 0; p < g->parties; p++)
        most = count_near(g, p) > most ? count_near(g, p) : most;
    for (uint32_t p = 0; p < g->parties; p++)
        sum += most - count_near(g, p);
    return (double)sum / ((g->parties - 1) * (g->parties - 2));
}

typedef struct tally {
    rapport__sum mutual, asymmetry;
    uint32_t ties, returned, pairs;
} tally;

static void tie(graph *g, tally *t, uint32_t a, uint32_t b, bool there, bool back)
{
    t->ties += (uint32_t)there + (uint32_t)back;
    if (!there || !back)
        return;
    t->returned += 2;
    g->near[a] |= bit(b);
    g->near[b] |= bit(a);
}

static void take_pair(rapport_network *net, tally *t, uint32_t a, uint32_t b, double there, double back)
{
    double lower = there < back ? there : back, difference = there < back ? back - there : there - back;
    rapport__sum_add(&t->mutual, lower);
    rapport__sum_add(&t->asymmetry, difference);
    if (!t->pairs || lower < net->weakest) {
        net->weakest = lower + 0.0;
        net->weakest_one = a;
        net->weakest_other = b;
    }
    if (!t->pairs || difference > net->widest) {
        net->widest = difference;
        net->widest_trusting = there < back ? b : a;
        net->widest_trusted = there < back ? a : b;
    }
    t->pairs++;
}

/* All but the diagonal. */
static rapport_status check(const double *trust, uint32_t parties, double cut)
{
    rapport_status status = rapport__check_count(parties, 2, RAPPORT_MAX_PARTIES);
    if (!status)
        status = rapport__check_values(&cut, 1, 1, 0, 100);
    if (!status && !trust)
        status = RAPPORT_BAD_ARGUMENT;
    for (uint32_t a = 0; !status && a + 1 < parties; a++) /* between two diagonal cells lie `parties` others */
        status = rapport__check_values(trust + (size_t)a * parties + a + 1, 1, parties, 0, 100);
    return status;
}

rapport_status rapport_network_compute(const double *trust, uint32_t parties, double cut, uint32_t *brokers, uint32_t capacity,
                                       rapport_network *out)
{
    rapport_network net = {.reserved = 0};
    graph g = {.parties = parties};
    tally t = {.pairs = 0};
    rapport_status status = check(trust, parties, cut);
    if (!status && capacity && !brokers)
        status = RAPPORT_BAD_ARGUMENT;
    if (status)
        return status;
    for (uint32_t a = 0; a < parties; a++) {
        g.all |= bit(a);
        for (uint32_t b = a + 1; b < parties; b++) {
            double there = trust[a * parties + b], back = trust[b * parties + a];
            take_pair(&net, &t, a, b, there, back);
            tie(&g, &t, a, b, rapport__compare(there, cut) >= 0, rapport__compare(back, cut) >= 0);
        }
    }
    g.islands = net.islands = count_islands(&g, g.all);
    net.mutual = rapport__sum_value(&t.mutual) / t.pairs;
    net.asymmetry = rapport__sum_value(&t.asymmetry) / t.pairs;
    net.density = (double)t.ties / (2 * t.pairs);
    net.has_reciprocity = t.ties > 0;
    net.reciprocity = t.ties ? (double)t.returned / t.ties : 0;
    net.has_centralisation = parties > 2;
    net.centralisation = parties > 2 ? centralisation(&g) : 0;
    net.brokers = rapport__list(is_broker, &g, parties, NULL, 0);
    status = rapport__struct_out(out, &net, sizeof net);
    if (!status)
        (void)rapport__list(is_broker, &g, parties, brokers, capacity);
    return status;
}
