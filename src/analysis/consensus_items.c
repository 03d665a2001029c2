/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Cronbach's alpha (1951) of a group: do its criteria move together over the raters of a party? The only index that has to go
 * back to the raters. */
#include "analysis/consensus.h"

#include "base/sum.h"

typedef struct items {
    const rapport_assessment *assessment;
    uint32_t party, count;
    uint32_t nodes[RAPPORT_MAX_ITEMS];
    double means[RAPPORT_MAX_ITEMS];
} items;

/* False if there are too many. */
static bool find_items(items *it, const rapport_result *result, uint32_t group)
{
    const rapport__node *nodes = result->model->content.nodes;
    const rapport__cell *cells = rapport__view(result, it->party);
    for (uint32_t i = group + 1; i < nodes[group].end; i = nodes[i].counts ? i + 1 : nodes[i].end) {
        if (!nodes[i].counts || nodes[i].kind != RAPPORT_CRITERION || !cells[i].raters)
            continue;
        if (it->count == RAPPORT_MAX_ITEMS)
            return false;
        it->nodes[it->count++] = i;
    }
    return true;
}

static bool answered(const items *it, uint32_t rater, uint32_t item, double *points)
{
    const rapport__page *page = rapport__page_of(it->assessment->raters[rater].row, it->nodes[item]);
    uint32_t at = it->nodes[item] % RAPPORT__PAGE;
    *points = page ? page->points[at] : 0;
    return page && page->state[at] == RAPPORT_ANSWERED;
}

/* The next rater who answered all items; RAPPORT_NONE behind the last. Begin with the party's first rater. */
static uint32_t next_complete(const items *it, uint32_t rater)
{
    for (; rater != RAPPORT_NONE; rater = it->assessment->raters[rater].next) {
        double points;
        uint32_t item = 0;
        while (item < it->count && answered(it, rater, item, &points))
            item++;
        if (item == it->count)
            break;
    }
    return rater;
}

#define EACH_COMPLETE(it, r)                                                                                                   \
    for (uint32_t r = next_complete((it), (it)->assessment->parties[(it)->party].first_rater); r != RAPPORT_NONE;              \
         r = next_complete((it), (it)->assessment->raters[r].next))

static uint32_t find_means(items *it)
{
    uint32_t cases = 0;
    for (uint32_t i = 0; i < it->count; i++)
        it->means[i] = 0;
    EACH_COMPLETE(it, r) {
        cases++;
        for (uint32_t i = 0; i < it->count; i++) {
            double points = 0;
            (void)answered(it, r, i, &points);
            it->means[i] += points;
        }
    }
    for (uint32_t i = 0; i < it->count && cases; i++)
        it->means[i] /= cases;
    return cases;
}

/* k/(k - 1) (1 - squares of the items / squares of their sum). */
static void put_alpha(const items *it, uint32_t cases, rapport_consensus *out)
{
    rapport__sum of_items = {0}, of_sum = {0};
    double least = 1e-18 * cases * it->count, total, k = it->count; /* differences below 1e-9 points are none */
    EACH_COMPLETE(it, r) {
        rapport__sum away = {0};
        for (uint32_t i = 0; i < it->count; i++) {
            double points = 0;
            (void)answered(it, r, i, &points);
            rapport__sum_add_product(&of_items, points - it->means[i], points - it->means[i]);
            rapport__sum_add(&away, points - it->means[i]);
        }
        rapport__sum_add_product(&of_sum, rapport__sum_value(&away), rapport__sum_value(&away));
    }
    total = rapport__sum_value(&of_sum);
    if (!(total > least)) {
        out->reason = RAPPORT_NO_VARIANCE;
        return;
    }
    out->has_value = 1;
    out->value = k / (k - 1) * (1 - rapport__sum_value(&of_items) / total) + 0.0;
}

void rapport__put_items(const rapport_result *result, uint32_t party, uint32_t group, rapport_consensus *out)
{
    items it;
    uint32_t cases;
    it.assessment = result->assessment;
    it.party = party;
    it.count = 0;
    if (!find_items(&it, result, group)) {
        out->reason = RAPPORT_TOO_MANY_ITEMS;
        return;
    }
    cases = find_means(&it);
    if (rapport__is_protected(result, party, cases)) {
        *out = (rapport_consensus){.index = out->index, .reason = RAPPORT_PROTECTED};
        return;
    }
    if (cases < 2) {
        out->reason = RAPPORT_TOO_FEW_COMPLETE;
        return;
    }
    put_alpha(&it, cases, out);
    if (out->has_value) {
        out->raters = cases;
        out->ratings = cases * it.count;
    }
}
