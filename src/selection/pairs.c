/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What a ranking says of two candidates. */
#include "base/sum.h"
#include "selection/ranking.h"

static double relation_of(double forth, double back)
{
    if (forth >= 0 && back >= 0)
        return forth > 0 || back > 0 ? RAPPORT_PREFERRED : RAPPORT_INDIFFERENT;
    return forth <= 0 && back <= 0 ? RAPPORT_WORSE : RAPPORT_INCOMPARABLE;
}

/* PROMETHEE I: by the positive flows and the negative ones. Flows run from 0 to 1: noise is what is below 1e-11. */
static double by_flows(const rapport_ranking *r, uint32_t a, uint32_t b)
{
    double plus = r->values[RAPPORT_POSITIVE_FLOW][a] - r->values[RAPPORT_POSITIVE_FLOW][b];
    double minus = r->values[RAPPORT_NEGATIVE_FLOW][b] - r->values[RAPPORT_NEGATIVE_FLOW][a];
    return relation_of(plus > 1e-11 || plus < -1e-11 ? plus : 0, minus > 1e-11 || minus < -1e-11 ? minus : 0);
}

/* ELECTRE III: by the classes of the two distillations. */
static double by_classes(const rapport_ranking *r, uint32_t a, uint32_t b)
{
    return relation_of(r->values[RAPPORT_DESCENDING][b] - r->values[RAPPORT_DESCENDING][a],
                       r->values[RAPPORT_ASCENDING][b] - r->values[RAPPORT_ASCENDING][a]);
}

rapport_status rapport_ranking_get_pair(const rapport_ranking *r, int32_t what, uint32_t first, uint32_t second, double *value)
{
    bool flows = r->method == RAPPORT_PROMETHEE1 || r->method == RAPPORT_PROMETHEE2;
    bool one = r->method == RAPPORT_ELECTRE1, three = r->method == RAPPORT_ELECTRE3;
    uint32_t a, b;
    size_t at;
    if (what < RAPPORT_CONCORDANCE || what > RAPPORT_RELATION || first >= r->candidates->count ||
        second >= r->candidates->count || !value)
        return RAPPORT_BAD_ARGUMENT;
    a = r->place[first];
    b = r->place[second];
    if (a == RAPPORT_NONE || b == RAPPORT_NONE)
        return RAPPORT_UNDEFINED;
    at = (size_t)a * r->count + b;
    if (what == RAPPORT_RELATION && (flows || three))
        *value = flows ? by_flows(r, first, second) : by_classes(r, first, second);
    else if (what == RAPPORT_CONCORDANCE && (one || three))
        *value = r->pairs[0][at];
    else if ((what == RAPPORT_DISCORDANCE && one) || (what == RAPPORT_CREDIBILITY && three))
        *value = r->pairs[1][at];
    else if (what == RAPPORT_OUTRANKS && one)
        *value = rapport__electre1_outranks(r, a, b);
    else
        return RAPPORT_UNDEFINED;
    return RAPPORT_OK;
}
