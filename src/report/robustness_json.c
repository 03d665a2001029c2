/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The document rapport-robustness/1. */
#include "report/robustness.h"

typedef struct page {
    rapport__json_out *out;
    const rapport_robustness *r;
    uint32_t all, criteria, count; /* candidates of the matrix, criteria, candidates that are compared */
} page;

#define EACH_COMPARED(p, i)                                                                                                    \
    for (uint32_t i = rapport__next_compared((p)->r, 0); i < (p)->all; i = rapport__next_compared((p)->r, i + 1))

/* A candidate by its id, or by its number if it has none. */
static void put_candidate(const page *p, uint32_t candidate)
{
    const char *id = rapport_candidates_id(p->r->candidates, candidate);
    if (*id)
        rapport__json_put_text(p->out, id);
    else
        rapport__json_put_integer(p->out, candidate);
}

static void put_candidate_member(const page *p, const char *key, uint32_t candidate)
{
    rapport__json_put_key(p->out, key);
    put_candidate(p, candidate);
}

static void put_criterion_member(const page *p, uint32_t criterion)
{
    rapport__json_text_member(p->out, "criterion", rapport_candidates_criterion_id(p->r->candidates, criterion));
}

static void put_pair(const page *p, const char *key, double low, double high)
{
    rapport__json_put_key(p->out, key);
    rapport__json_begin_array(p->out, RAPPORT__JSON_INLINE);
    rapport__json_put_number(p->out, low);
    rapport__json_put_number(p->out, high);
    rapport__json_end(p->out);
}

static void begin_list(const page *p, const char *key, rapport__json_layout layout)
{
    rapport__json_put_key(p->out, key);
    rapport__json_begin_array(p->out, layout);
}

static void put_head(const page *p)
{
    rapport__json_text_member(p->out, "format", "rapport-robustness/1");
    rapport__json_text_member(p->out, "library", rapport_version_text());
    rapport__json_integer_member(p->out, "algorithm", true, rapport_algorithm());
    rapport__json_text_member(p->out, "method", "wsm");
    begin_list(p, "criteria", RAPPORT__JSON_INLINE);
    for (uint32_t c = 0; c < p->criteria; c++)
        rapport__json_put_text(p->out, rapport_candidates_criterion_id(p->r->candidates, c));
    rapport__json_end(p->out);
    begin_list(p, "candidates", RAPPORT__JSON_INLINE);
    EACH_COMPARED(p, i)
    {
        put_candidate(p, i);
    }
    rapport__json_end(p->out);
    begin_list(p, "excluded", RAPPORT__JSON_LINES);
    for (uint32_t i = 0; i < p->all; i++) {
        if (!rapport_candidates_excluded(p->r->candidates, i))
            continue;
        rapport__json_begin_object(p->out, RAPPORT__JSON_INLINE);
        put_candidate_member(p, "candidate", i);
        rapport__json_text_member(p->out, "reason", rapport_candidates_excluded(p->r->candidates, i));
        rapport__json_end(p->out);
    }
    rapport__json_end(p->out);
}

static void put_sampling(const page *p)
{
    rapport_sampling_info info = {.struct_size = sizeof info};
    bool there = p->r->acceptability != NULL;
    if (there)
        (void)rapport_sampling_get_info(p->r->sampling, &info);
    rapport__json_put_key(p->out, "parameters");
    rapport__json_begin_object(p->out, RAPPORT__JSON_INLINE);
    rapport__json_integer_member(p->out, "draws", there, info.draws);
    rapport__json_integer_member(p->out, "seed", there, info.seed);
    rapport__json_boolean_member(p->out, "exact", info.exact != 0);
    rapport__json_number_member(p->out, "acceptance", there, info.acceptance);
    rapport__json_end(p->out);
    rapport__json_integer_member(p->out, "draws", there, there ? rapport_acceptability_draws(p->r->acceptability) : 0);
}

static void put_scores(const page *p, const char *key, bool ranks)
{
    rapport__json_put_key(p->out, key);
    if (!p->r->sensitivity) {
        rapport__json_put_null(p->out);
        return;
    }
    rapport__json_begin_array(p->out, RAPPORT__JSON_INLINE);
    EACH_COMPARED(p, i)
    {
        double score = 0, rank = 0;
        (void)rapport_sensitivity_get_score(p->r->sensitivity, i, &score, &rank);
        rapport__json_put_number(p->out, ranks ? rank : score);
    }
    rapport__json_end(p->out);
}

/* A row a candidate: its ranks, or the others. */
static void put_shares(const page *p, const char *key, bool pairs)
{
    begin_list(p, key, RAPPORT__JSON_LINES);
    EACH_COMPARED(p, i)
    {
        rapport__json_begin_array(p->out, RAPPORT__JSON_INLINE);
        for (uint32_t k = rapport__next_compared(p->r, 0); pairs && k < p->all; k = rapport__next_compared(p->r, k + 1))
            rapport__json_put_number(p->out, rapport__share_of_pair(p->r, i, k));
        for (uint32_t rank = 0; rank < p->count && !pairs; rank++)
            rapport__json_put_number(p->out, rapport__share_of_rank(p->r, i, rank));
        rapport__json_end(p->out);
    }
    rapport__json_end(p->out);
}

static void put_central(const page *p)
{
    begin_list(p, "central_weights", RAPPORT__JSON_LINES);
    EACH_COMPARED(p, i)
    {
        double weight = 0;
        if (rapport_acceptability_get_central(p->r->acceptability, i, 0, &weight)) {
            rapport__json_put_null(p->out);
            continue;
        }
        rapport__json_begin_array(p->out, RAPPORT__JSON_INLINE);
        for (uint32_t c = 0; c < p->criteria; c++) {
            (void)rapport_acceptability_get_central(p->r->acceptability, i, c, &weight);
            rapport__json_put_number(p->out, weight);
        }
        rapport__json_end(p->out);
    }
    rapport__json_end(p->out);
}

static void put_confidence(const page *p)
{
    begin_list(p, "confidence", RAPPORT__JSON_INLINE);
    EACH_COMPARED(p, i)
    {
        double factor = 0;
        if (p->r->confidence && !rapport_confidence_get(p->r->confidence, i, &factor, NULL))
            rapport__json_put_number(p->out, factor);
        else
            rapport__json_put_null(p->out);
    }
    rapport__json_end(p->out);
}

static void put_acceptability(const page *p)
{
    static const char *const keys[] = {"rank_acceptability", "pairwise_winning", "central_weights", "confidence",
                                       "standard_error"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys && !p->r->acceptability; i++)
        rapport__json_text_member(p->out, keys[i], NULL);
    if (!p->r->acceptability)
        return;
    put_shares(p, keys[0], false);
    put_shares(p, keys[1], true);
    put_central(p);
    put_confidence(p);
    rapport__json_number_member(p->out, keys[4], true, rapport__largest_error(p->r));
}

static void put_intervals(const page *p)
{
    begin_list(p, "weight_intervals", RAPPORT__JSON_LINES);
    for (uint32_t c = 0; c < p->criteria; c++) {
        rapport_weight_interval i = {.struct_size = sizeof i};
        (void)rapport_sensitivity_get_interval(p->r->sensitivity, c, &i);
        rapport__json_begin_object(p->out, RAPPORT__JSON_INLINE);
        put_criterion_member(p, c);
        rapport__json_number_member(p->out, "weight", true, i.weight);
        put_pair(p, "keeps_winner", i.winner_low, i.winner_high);
        put_pair(p, "keeps_order", i.order_low, i.order_high);
        rapport__json_end(p->out);
    }
    rapport__json_end(p->out);
}

static void put_change(const page *p, const char *key, int32_t measure)
{
    rapport_weight_change change = {.struct_size = sizeof change};
    rapport__json_put_key(p->out, key);
    if (rapport_sensitivity_get_change(p->r->sensitivity, measure, &change)) {
        rapport__json_put_null(p->out);
        return;
    }
    rapport__json_begin_object(p->out, RAPPORT__JSON_LINES);
    rapport__json_number_member(p->out, measure == RAPPORT_CHANGE_EUCLIDEAN ? "distance" : "change", true, change.size);
    put_candidate_member(p, "winner", change.candidate);
    if (measure != RAPPORT_CHANGE_EUCLIDEAN) {
        bool one = change.criterion != RAPPORT_NONE;
        rapport__json_text_member(p->out, "criterion",
                                  one ? rapport_candidates_criterion_id(p->r->candidates, change.criterion) : NULL);
        rapport__json_number_member(p->out, "from", one, change.from);
        rapport__json_number_member(p->out, "to", one, change.to);
    }
    begin_list(p, "weights", RAPPORT__JSON_INLINE);
    for (uint32_t c = 0; c < p->criteria; c++)
        rapport__json_put_number(p->out, rapport_sensitivity_change_weight(p->r->sensitivity, measure, c));
    rapport__json_end(p->out);
    rapport__json_end(p->out);
}

static void put_changes(const page *p)
{
    rapport__json_put_key(p->out, "smallest_change");
    rapport__json_begin_object(p->out, RAPPORT__JSON_LINES);
    put_change(p, "euclidean", RAPPORT_CHANGE_EUCLIDEAN);
    put_change(p, "absolute", RAPPORT_CHANGE_ABSOLUTE);
    put_change(p, "relative", RAPPORT_CHANGE_RELATIVE);
    rapport__json_end(p->out);
}

static void put_tornado(const page *p)
{
    begin_list(p, "tornado", RAPPORT__JSON_LINES);
    for (uint32_t c = 0; c < p->criteria; c++) {
        rapport_tornado t = {.struct_size = sizeof t};
        (void)rapport_sensitivity_get_tornado(p->r->sensitivity, c, &t);
        rapport__json_begin_object(p->out, RAPPORT__JSON_INLINE);
        put_criterion_member(p, c);
        put_pair(p, "weight", t.low, t.high);
        put_pair(p, "score", t.low_score, t.high_score);
        put_pair(p, "margin", t.low_margin, t.high_margin);
        begin_list(p, "first", RAPPORT__JSON_INLINE);
        put_candidate(p, t.low_first);
        put_candidate(p, t.high_first);
        rapport__json_end(p->out);
        rapport__json_end(p->out);
    }
    rapport__json_end(p->out);
}

static void put_left_out(const page *p, rapport_status status, const rapport_leave_one_out *out)
{
    if (status) {
        rapport__json_text_member(p->out, "winner", NULL);
    } else {
        put_candidate_member(p, "winner", out->first);
        rapport__json_boolean_member(p->out, "winner_changes", out->winner_changes != 0);
        rapport__json_boolean_member(p->out, "order_changes", out->order_changes != 0);
        rapport__json_number_member(p->out, "tau", out->has_tau, out->tau);
    }
    rapport__json_end(p->out);
}

static void put_without(const page *p)
{
    begin_list(p, "without_criterion", RAPPORT__JSON_LINES);
    for (uint32_t c = 0; c < p->criteria; c++) {
        rapport_leave_one_out out = {.struct_size = sizeof out};
        rapport__json_begin_object(p->out, RAPPORT__JSON_INLINE);
        put_criterion_member(p, c);
        put_left_out(p, rapport_sensitivity_get_without_criterion(p->r->sensitivity, c, &out), &out);
    }
    rapport__json_end(p->out);
    begin_list(p, "without_candidate", RAPPORT__JSON_LINES);
    EACH_COMPARED(p, i)
    {
        rapport_leave_one_out out = {.struct_size = sizeof out};
        rapport__json_begin_object(p->out, RAPPORT__JSON_INLINE);
        put_candidate_member(p, "candidate", i);
        put_left_out(p, rapport_sensitivity_get_without_candidate(p->r->sensitivity, i, &out), &out);
    }
    rapport__json_end(p->out);
}

static void put_sensitivity(const page *p)
{
    static const char *const keys[] = {"weight_intervals", "smallest_change", "tornado", "without_criterion",
                                       "without_candidate"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys && !p->r->sensitivity; i++)
        rapport__json_text_member(p->out, keys[i], NULL);
    if (!p->r->sensitivity)
        return;
    put_intervals(p);
    put_changes(p);
    put_tornado(p);
    put_without(p);
}

/* By whom a candidate is dominated, for certain or possibly. */
static void put_dominators(const page *p, const char *key, uint32_t candidate, int32_t kind)
{
    begin_list(p, key, RAPPORT__JSON_INLINE);
    EACH_COMPARED(p, i)
    {
        if (rapport_dominance_pair(p->r->dominance, i, candidate) == kind)
            put_candidate(p, i);
    }
    rapport__json_end(p->out);
}

static void put_dominance(const page *p)
{
    rapport__json_put_key(p->out, "dominance");
    if (!p->r->dominance) {
        rapport__json_put_null(p->out);
        return;
    }
    rapport__json_begin_array(p->out, RAPPORT__JSON_LINES);
    EACH_COMPARED(p, i)
    {
        rapport_standing s = {.struct_size = sizeof s};
        (void)rapport_dominance_get(p->r->dominance, i, &s);
        rapport__json_begin_object(p->out, RAPPORT__JSON_INLINE);
        put_candidate_member(p, "candidate", i);
        put_dominators(p, "dominated_by", i, RAPPORT_DOMINATES_CERTAINLY);
        put_dominators(p, "possibly_dominated_by", i, RAPPORT_DOMINATES_POSSIBLY);
        rapport__json_boolean_member(p->out, "potentially_best", s.potentially_best != 0);
        rapport__json_number_member(p->out, "margin", s.has_margin, s.margin);
        rapport__json_number_member(p->out, "certain_margin", s.has_margin, s.certain_margin);
        rapport__json_end(p->out);
    }
    rapport__json_end(p->out);
}

/* Where the first value is that is no number, if that is why there is no sensitivity. */
static void put_open_value(const page *p)
{
    uint32_t candidate, criterion;
    int32_t kind;
    rapport__json_put_key(p->out, "needs_number");
    if (p->r->sensitivity || !rapport__find_open_value(p->r, &candidate, &criterion, &kind)) {
        rapport__json_put_null(p->out);
        return;
    }
    rapport__json_begin_object(p->out, RAPPORT__JSON_INLINE);
    put_candidate_member(p, "candidate", candidate);
    put_criterion_member(p, criterion);
    rapport__json_text_member(p->out, "value", kind == RAPPORT_VALUE_MISSING ? "missing" : "interval");
    rapport__json_end(p->out);
}

void rapport__robustness_json(rapport__json_out *out, const rapport_robustness *r)
{
    page p = {out, r, rapport_candidates_count(r->candidates), rapport_candidates_count_criteria(r->candidates),
              rapport__count_compared(r)};
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    put_head(&p);
    put_sampling(&p);
    put_scores(&p, "scores", false);
    put_scores(&p, "ranks", true);
    put_acceptability(&p);
    put_sensitivity(&p);
    put_dominance(&p);
    put_open_value(&p);
    rapport__json_end(out);
}
