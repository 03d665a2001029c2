/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */

/* Two companies, one answer each, a score with its reasons. The README shows what stands between the marks. */

// clang-format off
//! [quickstart]
#include <rapport/rapport.h>
#include <stdio.h>

static int32_t print(void *file, const char *text, int64_t length)
{
    return fwrite(text, 1, (size_t)length, file) == (size_t)length ? 0 : 1;
}

int main(void)
{
    rapport_model *model = NULL;
    rapport_assessment *review = NULL;
    rapport_result *result = NULL;
    rapport_outcome outcome = {.struct_size = sizeof outcome};
    rapport_error error = {0};
    uint32_t ours, theirs, anna, tomasz;

    int failed =
        rapport_model_load_builtin("best-partner", NULL, &model, &error) ||
        rapport_assessment_create(model, "first-look", "Northwind and Żuraw", "2026-09-30", NULL, &review, &error) ||
        rapport_assessment_add_party(review, "northwind", 1, RAPPORT_VOICE_ONE, &ours, &error) ||
        rapport_assessment_add_party(review, "zuraw", 1, RAPPORT_VOICE_ONE, &theirs, &error) ||
        rapport_assessment_add_rater(review, ours, "anna", 1, &anna, &error) ||
        rapport_assessment_add_rater(review, theirs, "tomasz", 1, &tomasz, &error) ||
        rapport_assessment_set_level(review, anna, rapport_model_find(model, "trust"), 4, &error) ||
        rapport_assessment_set_level(review, tomasz, rapport_model_find(model, "trust"), 3, &error) ||
        rapport_result_create(NULL, &result) ||
        rapport_result_compute(result, review, &error) ||
        rapport_result_get_outcome(result, &outcome) ||
        rapport_report_write(result, NULL, print, stdout, &error);
    if (failed)
        fprintf(stderr, "%s: %s\n", error.path, error.message);
    else
        printf("%.1f, %s\n", outcome.gated, rapport_model_label(model, RAPPORT_OF_BAND, outcome.band, 0, RAPPORT_TITLE, NULL));

    rapport_result_destroy(result);
    rapport_assessment_destroy(review);
    rapport_model_destroy(model);
    return failed;
}
//! [quickstart]
