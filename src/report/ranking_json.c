/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The document rapport-ranking/1. Lists are in the order of the candidates; what somebody has not is null. */
#include "report/ranking.h"

typedef struct page {
    rapport__json_out *out;
    const rapport_ranking *r;
    const rapport_candidates *m;
    uint32_t count;
} page;

static void put_id(const page *p, uint32_t candidate)
{
    const char *id = rapport_candidates_id(p->m, candidate);
    if (*id)
        rapport__json_put_text(p->out, id);
    else
        rapport__json_put_null(p->out);
}

static void put_parameters(const page *p, const rapport_method *method)
{
    rapport__json_put_key(p->out, "parameters");
    rapport__json_begin_object(p->out, RAPPORT__JSON_INLINE);
    for (uint32_t k = 0; k < method->parameters; k++) {
        rapport_method_parameter about = {.struct_size = sizeof about};
        (void)rapport_method_get_parameter(method->method, k, &about);
        if (about.word)
            rapport__json_text_member(p->out, about.name, rapport_ranking_text(p->r, k));
        else
            rapport__json_number_member(p->out, about.name, true, rapport_ranking_number(p->r, k));
    }
    rapport__json_end(p->out);
}

static void put_excluded(const page *p)
{
    rapport__json_put_key(p->out, "excluded");
    rapport__json_begin_array(p->out, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; i < p->count; i++) {
        if (!rapport_candidates_excluded(p->m, i))
            continue;
        rapport__json_begin_object(p->out, RAPPORT__JSON_INLINE);
        rapport__json_put_key(p->out, "id");
        put_id(p, i);
        rapport__json_text_member(p->out, "reason", rapport_candidates_excluded(p->m, i));
        rapport__json_end(p->out);
    }
    rapport__json_end(p->out);
}

static void put_value(const page *p, int32_t what, uint32_t candidate)
{
    double value;
    if (rapport_ranking_get_value(p->r, what, candidate, &value))
        rapport__json_put_null(p->out);
    else
        rapport__json_put_number(p->out, value);
}

/* A list of numbers, if the ranking has them. */
static void put_values(const page *p, const char *key, int32_t what)
{
    if (!rapport_ranking_values(p->r, what))
        return;
    rapport__json_put_key(p->out, key);
    rapport__json_begin_array(p->out, RAPPORT__JSON_INLINE);
    for (uint32_t i = 0; i < p->count; i++)
        put_value(p, what, i);
    rapport__json_end(p->out);
}

/* [lowest, highest] of each. */
static void put_ends(const page *p, const char *key, int32_t low, int32_t high)
{
    if (!rapport_ranking_values(p->r, low))
        return;
    rapport__json_put_key(p->out, key);
    rapport__json_begin_array(p->out, RAPPORT__JSON_INLINE);
    for (uint32_t i = 0; i < p->count; i++) {
        if (rapport_candidates_excluded(p->m, i)) {
            rapport__json_put_null(p->out);
            continue;
        }
        rapport__json_begin_array(p->out, RAPPORT__JSON_INLINE);
        put_value(p, low, i);
        put_value(p, high, i);
        rapport__json_end(p->out);
    }
    rapport__json_end(p->out);
}

/* The ids of those that are chosen. */
static void put_chosen(const page *p, const char *key)
{
    const double *chosen = rapport_ranking_values(p->r, RAPPORT_CHOSEN);
    rapport__json_put_key(p->out, key);
    rapport__json_begin_array(p->out, RAPPORT__JSON_INLINE);
    for (uint32_t i = 0; i < p->count; i++)
        if (chosen[i] > 0)
            put_id(p, i);
    rapport__json_end(p->out);
}

static void put_pair(const page *p, int32_t what, uint32_t first, uint32_t second)
{
    static const char *const relations[] = {"<", "I", "P", "R"}; /* RAPPORT_WORSE to RAPPORT_INCOMPARABLE */
    double value;
    if (rapport_ranking_get_pair(p->r, what, first, second, &value))
        rapport__json_put_null(p->out);
    else if (what == RAPPORT_RELATION)
        rapport__json_put_text(p->out, relations[(int)value - RAPPORT_WORSE]);
    else
        rapport__json_put_number(p->out, value);
}

/* A row for each candidate. */
static void put_pairs(const page *p, const char *key, int32_t what)
{
    rapport__json_put_key(p->out, key);
    rapport__json_begin_array(p->out, RAPPORT__JSON_LINES);
    for (uint32_t i = 0; i < p->count; i++) {
        rapport__json_begin_array(p->out, RAPPORT__JSON_INLINE);
        for (uint32_t k = 0; k < p->count; k++)
            put_pair(p, what, i, k);
        rapport__json_end(p->out);
    }
    rapport__json_end(p->out);
}

/* What belongs to some methods only. */
static void put_details(const page *p)
{
    switch (rapport_ranking_method(p->r)) {
    case RAPPORT_VIKOR:
        put_values(p, "s", RAPPORT_MEAN_REGRET);
        put_values(p, "r", RAPPORT_WORST_REGRET);
        put_chosen(p, "compromise");
        break;
    case RAPPORT_PROMETHEE1:
    case RAPPORT_PROMETHEE2:
        put_values(p, "positive", RAPPORT_POSITIVE_FLOW);
        put_values(p, "negative", RAPPORT_NEGATIVE_FLOW);
        put_values(p, "net", RAPPORT_SCORE);
        if (rapport_ranking_method(p->r) == RAPPORT_PROMETHEE1)
            put_pairs(p, "relation", RAPPORT_RELATION);
        break;
    case RAPPORT_ELECTRE1:
        put_pairs(p, "concordance", RAPPORT_CONCORDANCE);
        put_pairs(p, "discordance", RAPPORT_DISCORDANCE);
        put_pairs(p, "outranks", RAPPORT_OUTRANKS);
        put_chosen(p, "kernel");
        break;
    case RAPPORT_ELECTRE3:
        put_pairs(p, "concordance", RAPPORT_CONCORDANCE);
        put_pairs(p, "credibility", RAPPORT_CREDIBILITY);
        put_values(p, "descending", RAPPORT_DESCENDING);
        put_values(p, "ascending", RAPPORT_ASCENDING);
        put_pairs(p, "relation", RAPPORT_RELATION);
        break;
    case RAPPORT_COPRAS:
        put_values(p, "utility", RAPPORT_UTILITY);
        break;
    case RAPPORT_ARAS:
        put_values(p, "optimality", RAPPORT_UTILITY);
        break;
    default:
        break;
    }
}

void rapport__ranking_json(rapport__json_out *out, const rapport_ranking *ranking)
{
    const rapport_candidates *m = rapport_ranking_candidates(ranking);
    rapport_method method = rapport__ranking_method_of(ranking);
    page p = {out, ranking, m, rapport_candidates_count(m)};
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    rapport__json_text_member(out, "format", "rapport-ranking/1");
    rapport__json_text_member(out, "library", rapport_version_text());
    rapport__json_integer_member(out, "algorithm", true, rapport_algorithm());
    rapport__json_text_member(out, "method", method.name);
    put_parameters(&p, &method);
    rapport__json_boolean_member(out, "lower_is_better", method.lower_is_better);
    rapport__json_put_key(out, "candidates");
    rapport__json_begin_array(out, RAPPORT__JSON_INLINE);
    for (uint32_t i = 0; i < p.count; i++)
        put_id(&p, i);
    rapport__json_end(out);
    put_values(&p, "scores", RAPPORT_SCORE);
    put_values(&p, "ranks", RAPPORT_RANK);
    put_ends(&p, "score_bounds", RAPPORT_LOWEST_SCORE, RAPPORT_HIGHEST_SCORE);
    put_ends(&p, "rank_bounds", RAPPORT_BEST_RANK, RAPPORT_WORST_RANK);
    put_excluded(&p);
    put_details(&p);
    rapport__json_end(out);
}
