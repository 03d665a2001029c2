/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */

/* Whom to choose: eight possible partners, each assessed by both sides under the built-in model best-partner. Those who breach
 * a gate are knocked out and named; the others are ranked by three methods that think differently. Then it is said how sure
 * that is, should weights be other than stated, and why the first one is ahead of the second. */
#include <rapport/rapport.h>
#include <stdio.h>

/* What each side answered: levels 1 to 5 of the model's criteria, in their order, a group a word. '?' is "don't know". */
static const struct partner {
    const char *id, *ours, *theirs;
} partners[] = {
    {"arctura", "4434 4443 433 4343 4543 3342", "4333 4443 433 4433 4443 3343"},
    {"belmont", "3323 3333 433 3332 3333 3232", "2323 3343 333 3332 3233 3222"},
    {"corvid", "5444 4544 454 4344 5454 4443", "4444 4444 444 4443 4454 4433"},
    {"delphi", "4344 3434 344 4433 4434 5544", "3343 3434 344 3433 4434 5443"},
    {"eastvale", "4443 4433 443 4433 4143 3343", "4443 4433 443 4433 4143 3343"}, /* integrity: one-sided, or worse */
    {"fennoscan", "4434 5544 434 4444 5544 3333", "4434 5444 434 4444 5544 3233"},
    {"garonne", "3334 4333 544 3433 4443 4344", "3334 4333 554 3433 3443 4344"},
    {"halden", "5545 4444 444 3443 3433 5544", "2534 4444 444 3443 3432 5544"},
};
enum { PARTNERS = sizeof partners / sizeof *partners, SIDES = 2 };

#define TRY(call)                                                                                                              \
    do {                                                                                                                       \
        rapport_status status_ = (call);                                                                                       \
        if (status_)                                                                                                           \
            return status_;                                                                                                    \
    } while (0)

/* ---- The assessments. ---- */

static rapport_status answer(rapport_assessment *review, uint32_t rater, const char *levels, rapport_error *error)
{
    const rapport_model *model = rapport_assessment_model(review);
    for (uint32_t n = 0; n < rapport_model_count_nodes(model) && *levels; n++) {
        rapport_node node = {.struct_size = sizeof node};
        TRY(rapport_model_get_node(model, n, &node));
        if (node.kind != RAPPORT_CRITERION)
            continue;
        levels += *levels == ' ';
        if (*levels == '?')
            TRY(rapport_assessment_set_state(review, rater, n, RAPPORT_DONT_KNOW, error));
        else
            TRY(rapport_assessment_set_level(review, rater, n, (uint32_t)(*levels - '0'), error));
        levels++;
    }
    return RAPPORT_OK;
}

static rapport_status fill(rapport_assessment *review, const struct partner *partner, rapport_error *error)
{
    const char *const sides[SIDES] = {"northwind", partner->id}, *const said[SIDES] = {partner->ours, partner->theirs};
    for (int i = 0; i < SIDES; i++) {
        uint32_t party, rater;
        TRY(rapport_assessment_add_party(review, sides[i], 1, RAPPORT_VOICE_ONE, &party, error));
        TRY(rapport_assessment_add_rater(review, party, sides[i], 1, &rater, error));
        TRY(answer(review, rater, said[i], error));
    }
    return RAPPORT_OK;
}

//! [candidates]
/* The result can be used again: the candidates keep what they need of it. */
static rapport_status add_partner(rapport_candidates *candidates, const rapport_model *model, rapport_result *result,
                                  const struct partner *partner, rapport_error *error)
{
    rapport_assessment *review;
    TRY(rapport_assessment_create(model, "selection", partner->id, "2026-11-02", NULL, &review, error));
    rapport_status status = fill(review, partner, error);
    if (!status)
        status = rapport_result_compute(result, review, error);
    if (!status)
        status = rapport_candidates_add_result(candidates, partner->id, result, 1, error); /* by the model's dimensions */
    rapport_assessment_destroy(review);
    return status;
}
//! [candidates]

static rapport_status add_partners(rapport_candidates *candidates, const rapport_model *model, rapport_error *error)
{
    rapport_result *result;
    rapport_status status = rapport_result_create(NULL, &result);
    for (int i = 0; i < PARTNERS && !status; i++)
        status = add_partner(candidates, model, result, &partners[i], error);
    rapport_result_destroy(result);
    return status;
}

/* ---- The choice. ---- */

static void print_knocked_out(const rapport_candidates *candidates)
{
    for (uint32_t i = 0; i < rapport_candidates_count(candidates); i++)
        if (rapport_candidates_excluded(candidates, i))
            printf("Knocked out: %s breaches the gate %s\n", rapport_candidates_id(candidates, i),
                   rapport_candidates_excluded(candidates, i));
}

//! [ranking]
/* The order by one method, handed out as well. */
static rapport_status print_ranking(const rapport_candidates *candidates, const char *name, uint32_t order[PARTNERS],
                                    uint32_t *count, rapport_error *error)
{
    rapport_ranking *ranking;
    rapport_method method = {.struct_size = sizeof method};
    TRY(rapport_ranking_compute(candidates, rapport_method_find(name), NULL, NULL, &ranking, error));
    *count = rapport_ranking_get_order(ranking, order, PARTNERS);
    rapport_method_get(rapport_ranking_method(ranking), &method); /* it cannot fail: the ranking has one */
    printf("\n%s: %s\n", method.title, method.purpose);
    for (uint32_t i = 0; i < *count; i++)
        printf("  %4.1f  %-10s %7.4f\n", rapport_ranking_values(ranking, RAPPORT_RANK)[order[i]],
               rapport_candidates_id(candidates, order[i]), rapport_ranking_values(ranking, RAPPORT_SCORE)[order[i]]);
    rapport_ranking_destroy(ranking);
    return RAPPORT_OK;
}
//! [ranking]

/* ---- How sure. ---- */

//! [intervals]
/* Within what ends each weight keeps the winner, and the smallest change that does not. */
static rapport_status print_intervals(const rapport_candidates *candidates, const rapport_sensitivity *sensitivity)
{
    rapport_weight_change change = {.struct_size = sizeof change};
    printf("  %-24s weight   keeps the winner\n", "");
    for (uint32_t j = 0; j < rapport_candidates_count_criteria(candidates); j++) {
        rapport_weight_interval interval = {.struct_size = sizeof interval};
        TRY(rapport_sensitivity_get_interval(sensitivity, j, &interval));
        printf("  %-24s %5.1f%%   %5.1f%% to %5.1f%%\n", rapport_candidates_criterion_id(candidates, j), 100 * interval.weight,
               100 * interval.winner_low, 100 * interval.winner_high);
    }
    rapport_status status = rapport_sensitivity_get_change(sensitivity, RAPPORT_CHANGE_ABSOLUTE, &change);
    if (status == RAPPORT_UNDEFINED)
        puts("  No single weight can change who is first.");
    else if (!status)
        printf("  The smallest change: %s from %.1f%% to %.1f%% makes %s as good.\n",
               rapport_candidates_criterion_id(candidates, change.criterion), 100 * change.from, 100 * change.to,
               rapport_candidates_id(candidates, change.candidate));
    return status == RAPPORT_UNDEFINED ? RAPPORT_OK : status;
}
//! [intervals]

/* How often each of those in `order` comes first and second if all weights are equally likely. */
static rapport_status print_shares(const rapport_candidates *candidates, const rapport_acceptability *acceptability,
                                   const uint32_t *order, uint32_t count)
{
    puts("\n  of all weights             first   second   beats the winner");
    for (uint32_t i = 0; i < count; i++) {
        double beats;
        TRY(rapport_acceptability_get_pair(acceptability, order[i], order[0], &beats));
        printf("  %-24s %6.1f%%  %6.1f%%", rapport_candidates_id(candidates, order[i]),
               100 * rapport_acceptability_rank(acceptability, order[i], 0),
               100 * rapport_acceptability_rank(acceptability, order[i], 1));
        printf(i ? "  %6.1f%%\n" : "        -\n", 100 * beats);
    }
    printf("  to within %.1f%%, in 19 of 20 cases\n", 196 * rapport_acceptability_error(acceptability, 0.5));
    return RAPPORT_OK;
}

//! [acceptability]
static rapport_status draw(const rapport_sampling *sampling, rapport_acceptability **out, rapport_error *error)
{
    rapport_sampling_info info = {.struct_size = sizeof info};
    TRY(rapport_sampling_get_info(sampling, &info));
    TRY(rapport_acceptability_create(sampling, out, error));
    for (int64_t block = 0; block < info.blocks; block++) /* a host could show progress here, or stop */
        TRY(rapport_acceptability_compute(*out, block, 1, error));
    return RAPPORT_OK;
}
//! [acceptability]

static rapport_status print_how_sure(const rapport_candidates *candidates, const uint32_t *order, uint32_t count,
                                     rapport_error *error)
{
    rapport_sensitivity *sensitivity = NULL;
    rapport_sampling *sampling = NULL;
    rapport_acceptability *acceptability = NULL;
    rapport_sampling_options options = {.struct_size = sizeof options, .draws = 100000, .seed = 1};
    puts("\nHow sure is that? The weighted sum, if weights are others");
    rapport_status status = rapport_sensitivity_create(candidates, NULL, NULL, &sensitivity, error);
    if (!status)
        status = print_intervals(candidates, sensitivity);
    if (!status)
        status = rapport_sampling_create(candidates, &options, NULL, &sampling, error);
    if (!status)
        status = draw(sampling, &acceptability, error);
    if (!status)
        status = print_shares(candidates, acceptability, order, count);
    rapport_acceptability_destroy(acceptability);
    rapport_sampling_destroy(sampling);
    rapport_sensitivity_destroy(sensitivity);
    return status;
}

/* ---- Why. ---- */

/* Where the weighted sum of the first is above that of the second: weight times difference, which adds up to the lead. */
static rapport_status print_why(const rapport_candidates *candidates, uint32_t first, uint32_t second)
{
    double weights = 0, lead = 0;
    rapport_candidates_criterion about = {.struct_size = sizeof about};
    printf("\nWhy %s is ahead of %s\n", rapport_candidates_id(candidates, first), rapport_candidates_id(candidates, second));
    for (uint32_t j = 0; j < rapport_candidates_count_criteria(candidates); j++) {
        TRY(rapport_candidates_get_criterion(candidates, j, &about));
        weights += about.weight;
    }
    for (uint32_t j = 0; j < rapport_candidates_count_criteria(candidates); j++) {
        rapport_candidates_value a = {.struct_size = sizeof a}, b = {.struct_size = sizeof b};
        TRY(rapport_candidates_get_criterion(candidates, j, &about));
        TRY(rapport_candidates_get_value(candidates, first, j, &a));
        TRY(rapport_candidates_get_value(candidates, second, j, &b));
        double part = about.weight / weights * (a.low - b.low) / 100; /* points have the bounds 0 and 100 */
        lead += part;
        printf("  %-24s %5.1f against %5.1f  %+.4f\n", rapport_candidates_criterion_id(candidates, j), a.low, b.low, part);
    }
    printf("  %-24s %21s  %+.4f\n", "together", "", lead);
    return RAPPORT_OK;
}

static rapport_status choose(const rapport_candidates *candidates, rapport_error *error)
{
    static const char *const methods[] = {"vikor", "promethee2", "wsm"}; /* the last one is what is then looked into */
    uint32_t order[PARTNERS], count = 0;
    print_knocked_out(candidates);
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        TRY(print_ranking(candidates, methods[i], order, &count, error));
    if (count < 2)
        return RAPPORT_OK; /* nobody to be ahead of */
    TRY(print_how_sure(candidates, order, count, error));
    return print_why(candidates, order[0], order[1]);
}

static rapport_status run(rapport_error *error)
{
    rapport_model *model;
    rapport_candidates *candidates = NULL;
    TRY(rapport_model_load_builtin("best-partner", NULL, &model, error));
    rapport_status status = rapport_candidates_create(NULL, &candidates, error);
    if (!status)
        status = add_partners(candidates, model, error);
    if (!status)
        status = choose(candidates, error);
    rapport_candidates_destroy(candidates);
    rapport_model_destroy(model);
    return status;
}

int main(void)
{
    rapport_error error = {0};
    rapport_status status = run(&error);
    if (!status)
        return 0;
    fprintf(stderr, "%s: %s %s\n", rapport_status_name(status), error.path, error.message);
    return 1;
}
