/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/robustness.h"

#include "base/error.h"
#include "base/struct.h"
#include "report/options.h"
#include "report/output.h"

uint32_t rapport__next_compared(const rapport_robustness *r, uint32_t from)
{
    while (from < rapport_candidates_count(r->candidates) && rapport_candidates_excluded(r->candidates, from))
        from++;
    return from;
}

uint32_t rapport__count_compared(const rapport_robustness *r)
{
    uint32_t count = 0, all = rapport_candidates_count(r->candidates);
    for (uint32_t i = rapport__next_compared(r, 0); i < all; i = rapport__next_compared(r, i + 1))
        count++;
    return count;
}

bool rapport__find_open_value(const rapport_robustness *r, uint32_t *candidate, uint32_t *criterion, int32_t *kind)
{
    uint32_t all = rapport_candidates_count(r->candidates), criteria = rapport_candidates_count_criteria(r->candidates);
    for (uint32_t i = rapport__next_compared(r, 0); i < all; i = rapport__next_compared(r, i + 1))
        for (uint32_t c = 0; c < criteria; c++) {
            rapport_candidates_value value = {.struct_size = sizeof value};
            if (!rapport_candidates_get_value(r->candidates, i, c, &value) && value.kind != RAPPORT_VALUE_NUMBER) {
                *candidate = i;
                *criterion = c;
                *kind = value.kind;
                return true;
            }
        }
    return false;
}

double rapport__share_of_rank(const rapport_robustness *r, uint32_t candidate, uint32_t rank)
{
    return rapport_acceptability_rank(r->acceptability, candidate, rank);
}

double rapport__share_of_pair(const rapport_robustness *r, uint32_t candidate, uint32_t other)
{
    double share = 0;
    (void)rapport_acceptability_get_pair(r->acceptability, candidate, other, &share);
    return share;
}

double rapport__largest_error(const rapport_robustness *r)
{
    uint32_t all = rapport_candidates_count(r->candidates), count = rapport__count_compared(r);
    double largest = 0, error;
    for (uint32_t i = rapport__next_compared(r, 0); i < all; i = rapport__next_compared(r, i + 1)) {
        for (uint32_t rank = 0; rank < count; rank++) {
            error = rapport_acceptability_error(r->acceptability, rapport__share_of_rank(r, i, rank));
            largest = error > largest ? error : largest;
        }
        for (uint32_t k = rapport__next_compared(r, i + 1); k < all; k = rapport__next_compared(r, k + 1)) {
            error = rapport_acceptability_error(r->acceptability, rapport__share_of_pair(r, i, k));
            largest = error > largest ? error : largest;
        }
    }
    return largest;
}

/* Whether a part knows as many candidates as there are: the last one, and none beyond it. */
static bool counts_alike(rapport_status last, rapport_status beyond)
{
    return last != RAPPORT_BAD_ARGUMENT && beyond == RAPPORT_BAD_ARGUMENT;
}

static bool fits_sensitivity(const rapport_robustness *r, uint32_t all, uint32_t criteria)
{
    rapport_weight_interval interval = {.struct_size = sizeof interval};
    double score, rank;
    return counts_alike(rapport_sensitivity_get_score(r->sensitivity, all - 1, &score, &rank),
                        rapport_sensitivity_get_score(r->sensitivity, all, &score, &rank)) &&
           counts_alike(rapport_sensitivity_get_interval(r->sensitivity, criteria - 1, &interval),
                        rapport_sensitivity_get_interval(r->sensitivity, criteria, &interval));
}

static bool fits_dominance(const rapport_robustness *r, uint32_t all)
{
    rapport_standing standing = {.struct_size = sizeof standing};
    return counts_alike(rapport_dominance_get(r->dominance, all - 1, &standing),
                        rapport_dominance_get(r->dominance, all, &standing));
}

static bool go_together(const rapport_robustness *r)
{
    uint32_t all = rapport_candidates_count(r->candidates), criteria = rapport_candidates_count_criteria(r->candidates), ranks;
    if ((r->sensitivity && !fits_sensitivity(r, all, criteria)) || (r->dominance && !fits_dominance(r, all)))
        return false;
    if (!r->acceptability)
        return !r->confidence;
    return r->sampling && !rapport_acceptability_get_ranks(r->acceptability, rapport__next_compared(r, 0), NULL, 0, &ranks) &&
           ranks == rapport__count_compared(r);
}

rapport_status rapport_robustness_write(const rapport_robustness *robustness, const rapport_report_options *options,
                                        rapport_writer writer, void *user, rapport_error *error)
{
    rapport_report_options chosen;
    rapport_robustness r;
    rapport__output to;
    rapport_status status = rapport__report_options_read(options, &chosen, error);
    if (status)
        return status;
    if (!robustness || !writer)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "a robustness and a writer are needed");
    if (rapport__struct_in(&r, sizeof r, robustness) || !r.candidates)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the robustness has a wrong struct_size or no candidates");
    if (!go_together(&r))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the parts are not of these candidates, or nothing is counted");
    rapport__output_open(&to, &chosen, writer, user);
    if (to.json)
        rapport__robustness_json(&to.out, &r);
    else
        rapport__robustness_text(&to.pen, &r);
    return rapport__output_close(&to, error);
}
