/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Four quarters of one partnership, one of them without business: what changed, where trust goes, what to watch. */
#include <stdio.h>

#include <rapport/rapport.h>

static int complain(const rapport_error *error)
{
    fprintf(stderr, "%s: %s\n", error->path, error->message);
    return 1;
}

/* One quarter: what both sides say of trust and communication; a level of 0 is a quarter of rest. */
static rapport_status assess(const rapport_model *model, const char *id, const char *date, uint32_t ours, uint32_t theirs,
                             rapport_assessment **out, rapport_error *error)
{
    uint32_t trust = rapport_model_find(model, "trust"), talk = rapport_model_find(model, "communication"), us, them, rater;
    rapport_status status = rapport_assessment_create(model, id, "Northwind and Contoso", date, NULL, out, error);
    if (status || (status = rapport_assessment_add_party(*out, "northwind", 1, RAPPORT_VOICE_ONE, &us, error)) ||
        (status = rapport_assessment_add_party(*out, "contoso", 1, RAPPORT_VOICE_ONE, &them, error)))
        return status;
    if (!ours)
        return rapport_assessment_set_inactive(*out, 1, error);
    if ((status = rapport_assessment_add_rater(*out, us, "anna", 1, &rater, error)) ||
        (status = rapport_assessment_set_level(*out, rater, trust, ours, error)) ||
        (status = rapport_assessment_set_level(*out, rater, talk, 4, error)) ||
        (status = rapport_assessment_add_rater(*out, them, "ben", 1, &rater, error)) ||
        (status = rapport_assessment_set_level(*out, rater, trust, theirs, error)))
        return status;
    return rapport_assessment_set_level(*out, rater, talk, 3, error);
}

static void report(const rapport_comparison *rounds)
{
    rapport_round_trend trend = {.struct_size = sizeof trend};
    rapport_change change = {.struct_size = sizeof change};
    uint32_t previous, newest = rapport_comparison_newest(rounds, &previous), trust = rapport_comparison_watched(rounds, NULL);
    if (!rapport_comparison_get_change(rounds, previous, newest, RAPPORT_JOINT, trust, &change))
        printf("Trust: %.1f, then %.1f\n", change.older, change.newer);
    if (!rapport_comparison_get_trend(rounds, RAPPORT_JOINT, trust, &trend))
        printf("Over %u rounds, %u skipped: %+.1f points a round\n", (unsigned)trend.used, (unsigned)trend.skipped,
               trend.slope);
    for (uint32_t i = 0; i < rapport_comparison_count_warnings(rounds); i++) {
        rapport_warning w = {.struct_size = sizeof w};
        if (!rapport_comparison_get_warning(rounds, i, &w) && w.kind == RAPPORT_WARN_TRUST_FALLING)
            printf("Trust fell twice in a row as %s sees it: %.0f, %.0f, %.0f\n",
                   w.view == RAPPORT_JOINT ? "both" : rapport_comparison_party_id(rounds, w.view), w.before, w.limit, w.now);
    }
}

int main(void)
{
    static const char *const dates[] = {"2025-12-31", "2026-03-31", "2026-06-30", "2026-09-30"};
    static const uint32_t ours[] = {5, 4, 0, 3}, theirs[] = {4, 4, 0, 4};
    rapport_assessment *quarters[4] = {NULL};
    const rapport_assessment *list[4];
    rapport_model *model = NULL;
    rapport_comparison *rounds = NULL;
    rapport_error error;
    rapport_status status = rapport_model_load_builtin("best-partner", NULL, &model, &error);
    for (int i = 0; i < 4 && !status; i++) {
        status = assess(model, "quarter", dates[i], ours[i], theirs[i], &quarters[i], &error);
        list[i] = quarters[i];
    }
    if (!status)
        status = rapport_comparison_create(list, 4, NULL, NULL, NULL, &rounds, &error);
    if (!status)
        report(rounds);
    rapport_comparison_destroy(rounds);
    for (int i = 0; i < 4; i++)
        rapport_assessment_destroy(quarters[i]);
    rapport_model_destroy(model);
    return status ? complain(&error) : 0;
}
