/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Self-enhancement, regard, understanding; computed when asked for. Means are taken over the criteria that may be shown, and so
 * tell nothing beyond them. */
#include "rapport/perspective.h"

#include <math.h>

#include "analysis/consensus.h"
#include "base/struct.h"
#include "base/sum.h"

_Static_assert(sizeof(rapport_perspective) == 64, "rapport_perspective");

typedef struct question { /* what one party says of another in a criterion */
    int32_t kind;
    uint32_t of, against, node;
} question;

static int compare(const rapport__opinion *opinion, const question *asked)
{
    if (opinion->kind != asked->kind)
        return opinion->kind < asked->kind ? -1 : 1;
    if (opinion->of != asked->of)
        return opinion->of < asked->of ? -1 : 1;
    if (opinion->against != asked->against)
        return opinion->against < asked->against ? -1 : 1;
    return opinion->node < asked->node ? -1 : opinion->node > asked->node;
}

/* The first opinion that does not come before the question. */
static uint32_t find_first(const rapport_result *result, const question *asked)
{
    uint32_t low = 0, high = result->opinion_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare(&result->opinions[middle], asked) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

typedef struct side { /* points of a party in a criterion */
    bool there, withheld;
    double points;
} side;

static side side_of(const rapport_result *result, const rapport__opinion *opinion)
{
    return (side){true, rapport__is_protected(result, opinion->of, opinion->raters), opinion->points};
}

/* What the other party says of this one. */
static side opinion_of(const rapport_result *result, uint32_t of, uint32_t against, uint32_t node)
{
    question asked = {RAPPORT_ABOUT, of, against, node};
    uint32_t at = find_first(result, &asked);
    if (at == result->opinion_count || compare(&result->opinions[at], &asked) != 0)
        return (side){.there = false};
    return side_of(result, &result->opinions[at]);
}

/* What the other party answered. A fact is nobody's answer. */
static side answer_of(const rapport_result *result, uint32_t party, uint32_t node)
{
    const rapport__cell *cell = &rapport__view(result, party)[node];
    return (side){cell->raters > 0 && !rapport__has_fact(result->assessment, node), cell->withheld, cell->score};
}

typedef struct sums {
    rapport__sum first, second, away, weight;
} sums;

/* A criterion enters, unless it is withheld. Of a single one the weight does not matter. */
static void enter(sums *s, rapport_perspective *out, side first, side second, double weight)
{
    if (!first.there || !second.there)
        return;
    if (first.withheld || second.withheld) {
        out->withheld++;
        return;
    }
    out->criteria++;
    rapport__sum_add_product(&s->first, weight, first.points);
    rapport__sum_add_product(&s->second, weight, second.points);
    rapport__sum_add_product(&s->away, weight, fabs(first.points - second.points));
    rapport__sum_add(&s->weight, weight);
}

static void look_at_all(const rapport_result *result, rapport_perspective *out, uint32_t node, sums *s)
{
    static const side nobody = {.there = true};
    const rapport__node *nodes = result->model->content.nodes;
    bool enhancement = out->aspect == RAPPORT_SELF_ENHANCEMENT, criterion = nodes[node].kind == RAPPORT_CRITERION;
    question asked = {out->aspect == RAPPORT_UNDERSTANDING ? RAPPORT_PREDICTS : RAPPORT_ABOUT, out->of,
                      enhancement ? out->of : out->against, node};
    question end = {asked.kind, asked.of, asked.against, nodes[node].end};
    for (uint32_t i = find_first(result, &asked); i < result->opinion_count && compare(&result->opinions[i], &end) < 0; i++) {
        uint32_t at = result->opinions[i].node;
        side second = enhancement                            ? opinion_of(result, out->against, out->of, at)
                      : out->aspect == RAPPORT_UNDERSTANDING ? answer_of(result, out->against, at)
                                                             : nobody;
        if (criterion || nodes[at].enters)
            enter(s, out, side_of(result, &result->opinions[i]), second, criterion ? 1 : nodes[at].share);
    }
}

static void put_values(rapport_perspective *out, const sums *s)
{
    double weight = rapport__sum_value(&s->weight);
    if (!(weight > 0)) { /* shares may vanish */
        out->criteria = 0;
        out->reason = out->withheld ? RAPPORT_PROTECTED : RAPPORT_NOT_SAID;
        return;
    }
    out->has_value = 1;
    out->first = rapport__sum_value(&s->first) / weight;
    out->second = rapport__sum_value(&s->second) / weight + 0.0;
    switch (out->aspect) {
    case RAPPORT_SELF_ENHANCEMENT:
        out->value = out->first - out->second + 0.0;
        break;
    case RAPPORT_REGARD:
        out->value = out->first;
        break;
    default:
        out->bias = out->first - out->second + 0.0;
        out->value = 1 - rapport__sum_value(&s->away) / weight / 100;
    }
}

rapport_status rapport_result_get_perspective(const rapport_result *result, int32_t aspect, uint32_t of, uint32_t against,
                                              uint32_t node, rapport_perspective *out)
{
    rapport_perspective filled = {.aspect = aspect, .of = of, .against = against};
    sums s = {0};
    if (!result->assessment || aspect < RAPPORT_SELF_ENHANCEMENT || aspect > RAPPORT_UNDERSTANDING ||
        of >= result->party_count || against >= result->party_count || of == against || node >= result->node_count)
        return RAPPORT_BAD_ARGUMENT;
    look_at_all(result, &filled, node, &s);
    put_values(&filled, &s);
    return rapport__struct_out(out, &filled, sizeof filled);
}
