/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* How far the raters of a party agree: the indices of agreement.h from what view.c kept of each criterion. All that is withheld
 * stays out of all of them, so that none can tell it. */
#include "analysis/consensus.h"

#include "analysis/agreement.h"
#include "base/struct.h"

_Static_assert(sizeof(rapport_consensus) == 56, "rapport_consensus");

/* Differences below a threshold's rounding, 1e-9 points, are none. */
#define NOTHING 1e-18

double rapport__scatter_squares(const rapport__scatter *spread, uint32_t raters)
{
    return spread->squares > NOTHING * raters ? spread->squares : 0;
}

bool rapport__is_protected(const rapport_result *result, uint32_t party, uint32_t raters)
{
    return raters > 0 && raters < rapport_assessment_anonymity_floor(result->assessment) &&
           result->assessment->parties[party].voice == RAPPORT_VOICE_RATERS;
}

/* What ratings at random would be: every step of the scale as often as any other, or every point of a continuous one. */
typedef struct random_ratings {
    double variance, lowest, highest;
    uint32_t options; /* 0: continuous */
} random_ratings;

static random_ratings at_random(const rapport__scale *scale)
{
    random_ratings out = {.variance = 10000.0 / 12, .highest = 100};
    rapport__sum sum = {0}, squares = {0};
    double mean;
    if (scale->kind == RAPPORT_NUMBER)
        return out;
    if (scale->kind == RAPPORT_YESNO)
        return (random_ratings){.variance = 2500, .highest = 100, .options = 2};
    out = (random_ratings){.lowest = 100, .options = scale->step_count};
    for (uint32_t i = 0; i < out.options; i++) {
        double points = scale->steps[i].points;
        rapport__sum_add(&sum, points);
        out.lowest = points < out.lowest ? points : out.lowest;
        out.highest = points > out.highest ? points : out.highest;
    }
    mean = rapport__sum_value(&sum) / out.options;
    for (uint32_t i = 0; i < out.options; i++)
        rapport__sum_add_product(&squares, scale->steps[i].points - mean, scale->steps[i].points - mean);
    out.variance = rapport__without_noise(rapport__sum_value(&squares), 1e6) / out.options;
    return out;
}

static random_ratings random_of(const rapport_result *result, uint32_t criterion)
{
    const rapport__content *content = &result->model->content;
    return at_random(&content->scales[content->nodes[criterion].scale]);
}

static void agree(rapport_consensus *out, double value)
{
    out->has_value = 1;
    out->value = value + 0.0;
}

/* Up to .30, .50, .70, .90 (LeBreton and Senter 2008). */
static void read_rwg(rapport_consensus *out, double value, bool floored)
{
    static const double above[] = {.30, .50, .70, .90};
    agree(out, value);
    out->floored = floored;
    out->reading = RAPPORT_LACK_OF_AGREEMENT;
    for (uint32_t i = 0; i < 4; i++)
        out->reading += rapport__compare(value, above[i]) > 0;
}

static void put_rwg(rapport_consensus *out, double variance, const random_ratings *random)
{
    double value;
    if (!(random->variance > 0)) {
        out->reason = RAPPORT_NO_VARIANCE;
        return;
    }
    value = 1 - variance / random->variance;
    read_rwg(out, value < 0 ? 0 : value, value < 0);
}

static void put_awg(rapport_consensus *out, const rapport__scatter *spread, double squares, const random_ratings *random)
{
    double below = spread->mean - random->lowest, above = random->highest - spread->mean;
    double nearest = below < above ? below : above, range = random->highest - random->lowest;
    if (!(range > 0)) {
        out->reason = RAPPORT_NO_VARIANCE;
        return;
    }
    out->off_center = rapport__compare(nearest / range, 1.0 / out->raters) < 0;
    agree(out, rapport__awg_of(out->raters, squares, above, below));
}

/* A sixth of the options, in points (Burke and Dunlap 2002). */
static void put_ad(rapport_consensus *out, const rapport__scatter *spread, const random_ratings *random)
{
    agree(out, spread->away / out->raters);
    if (random->options)
        out->limit = random->options / 6.0 * (random->highest - random->lowest) / (random->options - 1);
}

static void of_criterion(const rapport_result *result, uint32_t party, uint32_t node, rapport_consensus *out)
{
    const rapport__cell *cell = &rapport__view(result, party)[node];
    const rapport__scatter *spread;
    random_ratings random;
    double squares;
    out->raters = out->ratings = cell->raters;
    out->criteria = cell->raters > 0;
    if (cell->raters < 2) {
        out->reason = RAPPORT_TOO_FEW_RATERS;
        return;
    }
    spread = &rapport__scatters(result, party)[node];
    squares = rapport__scatter_squares(spread, cell->raters);
    random = random_of(result, node);
    if (out->index == RAPPORT_RWG)
        put_rwg(out, squares / (cell->raters - 1), &random);
    else if (out->index == RAPPORT_AWG)
        put_awg(out, spread, squares, &random);
    else
        put_ad(out, spread, &random);
}

/* What the criteria below a group add up to; `least` ratings each. */
typedef struct criteria_below {
    const rapport_result *result;
    uint32_t party, group, least;
    uint32_t criteria, ratings;
    double mean;            /* of all ratings */
    double between;         /* sum of count * (mean of the criterion - mean)^2 */
    double within;          /* sum of the squares within criteria */
    double lowest, highest; /* means */
} criteria_below;

/* The next criterion below the group that counts in it and has enough ratings; RAPPORT_NONE behind the last. Begin with the
 * group. */
static uint32_t next_criterion(const criteria_below *b, uint32_t at)
{
    const rapport__node *nodes = b->result->model->content.nodes;
    const rapport__cell *cells = rapport__view(b->result, b->party);
    for (at++; at < nodes[b->group].end; at = nodes[at].counts ? at + 1 : nodes[at].end)
        if (nodes[at].counts && nodes[at].kind == RAPPORT_CRITERION && cells[at].raters >= b->least)
            return at;
    return RAPPORT_NONE;
}

#define EACH_BELOW(b, at) for (uint32_t at = next_criterion((b), (b)->group); at != RAPPORT_NONE; at = next_criterion((b), at))

static criteria_below look_below(const rapport_result *result, uint32_t party, uint32_t group, uint32_t least)
{
    criteria_below b = {.result = result, .party = party, .group = group, .least = least};
    const rapport__cell *cells = rapport__view(result, party);
    const rapport__scatter *spreads = rapport__scatters(result, party);
    rapport__sum sum = {0}, between = {0}, within = {0};
    EACH_BELOW(&b, i) {
        double mean = spreads[i].mean;
        rapport__sum_add_product(&sum, cells[i].raters, mean);
        b.lowest = !b.criteria || mean < b.lowest ? mean : b.lowest;
        b.highest = !b.criteria || mean > b.highest ? mean : b.highest;
        b.ratings += cells[i].raters;
        b.criteria++;
    }
    if (!b.criteria)
        return b;
    b.mean = rapport__mean_within(&sum, b.ratings, b.lowest, b.highest);
    EACH_BELOW(&b, i) {
        rapport__sum_add_product(&between, cells[i].raters * (spreads[i].mean - b.mean), spreads[i].mean - b.mean);
        rapport__sum_add(&within, rapport__scatter_squares(&spreads[i], cells[i].raters));
    }
    b.within = rapport__sum_value(&within);
    b.between = rapport__sum_value(&between) > NOTHING * b.ratings ? rapport__sum_value(&between) : 0;
    return b;
}

static void put_rwgj(const criteria_below *b, rapport_consensus *out)
{
    const rapport__cell *cells = rapport__view(b->result, b->party);
    const rapport__scatter *spreads = rapport__scatters(b->result, b->party);
    rapport__sum ratios = {0};
    double ratio;
    EACH_BELOW(b, i) {
        random_ratings random = random_of(b->result, i);
        if (!(random.variance > 0)) {
            out->reason = RAPPORT_NO_VARIANCE;
            return;
        }
        rapport__sum_add(&ratios,
                         rapport__scatter_squares(&spreads[i], cells[i].raters) / (cells[i].raters - 1) / random.variance);
    }
    ratio = rapport__sum_value(&ratios) / b->criteria;
    read_rwg(out, rapport__rwg_over_items(ratio, b->criteria), ratio > 1);
}

/* Criteria are units, each with raters of its own; k of unequal numbers by Searle, Casella and McCulloch (1992). */
static void put_icc1(const criteria_below *b, rapport_consensus *out)
{
    const rapport__cell *cells = rapport__view(b->result, b->party);
    double count = b->ratings, sizes = 0, size, units, error;
    bool mean = out->index == RAPPORT_ICC1K;
    EACH_BELOW(b, i)
        sizes += (double)cells[i].raters * cells[i].raters;
    size = (count - sizes / count) / (b->criteria - 1);
    units = b->between / (b->criteria - 1);
    error = b->within / (count - b->criteria);
    if (!(units > 0) && (mean || !(error > 0)))
        out->reason = RAPPORT_NO_VARIANCE;
    else
        agree(out, (units - error) / (units + (mean ? 0 : size - 1) * error));
}

/* By the squared difference: the ordered pairs of a criterion's m ratings add up to 2 m times their squares (Krippendorff
 * 2004). */
static void put_alpha(const criteria_below *b, rapport_consensus *out)
{
    const rapport__cell *cells = rapport__view(b->result, b->party);
    const rapport__scatter *spreads = rapport__scatters(b->result, b->party);
    rapport__sum observed = {0};
    double total = b->within + b->between, count = b->ratings;
    if (!(total > 0)) {
        out->reason = RAPPORT_NO_VARIANCE;
        return;
    }
    EACH_BELOW(b, i)
        rapport__sum_add(&observed,
                         cells[i].raters * rapport__scatter_squares(&spreads[i], cells[i].raters) / (cells[i].raters - 1));
    agree(out, 1 - rapport__sum_value(&observed) / count * (count - 1) / total);
}

static bool anything_withheld(const rapport_result *result, uint32_t party, uint32_t group)
{
    const rapport__cell *cells = rapport__view(result, party);
    for (uint32_t i = group; i < result->model->content.nodes[group].end; i++)
        if (cells[i].withheld)
            return true;
    return false;
}

static void of_group(const rapport_result *result, uint32_t party, uint32_t group, rapport_consensus *out)
{
    bool paired = out->index == RAPPORT_RWGJ || out->index == RAPPORT_KRIPPENDORFF;
    criteria_below b;
    out->raters = rapport__view(result, party)[group].raters;
    if (out->raters < 2) {
        out->reason = RAPPORT_TOO_FEW_RATERS;
        return;
    }
    b = look_below(result, party, group, paired ? 2 : 1);
    out->criteria = b.criteria;
    out->ratings = b.ratings;
    if (paired ? !b.criteria : b.ratings == b.criteria)
        out->reason = RAPPORT_NOTHING_PAIRABLE;
    else if (b.criteria < 2 && out->index != RAPPORT_RWGJ)
        out->reason = RAPPORT_TOO_FEW_UNITS;
    else if (out->index == RAPPORT_RWGJ)
        put_rwgj(&b, out);
    else if (out->index == RAPPORT_KRIPPENDORFF)
        put_alpha(&b, out);
    else if (out->index == RAPPORT_CRONBACH)
        rapport__put_items(result, party, group, out);
    else
        put_icc1(&b, out);
}

static bool goes_with(int32_t index, int32_t kind)
{
    if (kind == RAPPORT_CRITERION)
        return index == RAPPORT_RWG || index == RAPPORT_AWG || index == RAPPORT_AD;
    return index == RAPPORT_RWGJ || index == RAPPORT_ICC1 || index == RAPPORT_ICC1K || index == RAPPORT_KRIPPENDORFF ||
           index == RAPPORT_CRONBACH;
}

rapport_status rapport_result_get_consensus(const rapport_result *result, uint32_t party, uint32_t node, int32_t index,
                                            rapport_consensus *out)
{
    rapport_consensus filled = {.index = index};
    int32_t kind;
    if (!result->assessment || party >= result->party_count || node >= result->node_count)
        return RAPPORT_BAD_ARGUMENT;
    kind = result->model->content.nodes[node].kind;
    if (!goes_with(index, kind))
        return RAPPORT_BAD_ARGUMENT;
    if (anything_withheld(result, party, node))
        filled.reason = RAPPORT_PROTECTED;
    else if (kind == RAPPORT_CRITERION)
        of_criterion(result, party, node, &filled);
    else
        of_group(result, party, node, &filled);
    return rapport__struct_out(out, &filled, sizeof filled);
}
