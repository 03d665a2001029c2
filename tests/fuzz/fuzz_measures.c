/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The reader of measures, and all that follows from what it reads. */
#include <stdlib.h>

#include "rapport/rapport.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(int condition)
{
    if (!condition)
        abort();
}

/* Every measure is a number, or there is a reason why not. */
static void look_at(const rapport_result *result, const rapport_assessment *assessment)
{
    uint32_t parties = rapport_assessment_count_parties(assessment), some = parties < 4 ? parties : 4;
    for (int32_t measure = RAPPORT_NET_BENEFIT; measure < RAPPORT_MEASURE_END; measure++)
        for (uint32_t cell = 0; cell < some * some; cell++) {
            double value = 0;
            int32_t reason = -1;
            rapport_status status = rapport_measure_get(result, measure, cell / some, cell % some, &value, &reason);
            need(value - value == 0);
            need(status == RAPPORT_BAD_ARGUMENT || (status == RAPPORT_OK) == (reason == RAPPORT_WHY_NONE));
            need(status != RAPPORT_OK || value != 0 || 1 / value > 0); /* 0 has no sign */
        }
    for (int32_t mention = 1; mention < RAPPORT_MENTION_END; mention++)
        for (uint32_t i = 0; i < rapport_mention_count(result, mention); i++)
            need(rapport_mention_id(result, mention, i) != NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    rapport_model *model;
    rapport_assessment *assessment;
    rapport_result *result;
    rapport_report_options options = {.struct_size = sizeof options};
    rapport_error error;
    rapport_status status =
        rapport_measures_read(size ? (const char *)data : "", (int64_t)size, NULL, &model, &assessment, &error);
    need((status == RAPPORT_OK) == (assessment != NULL) && (status == RAPPORT_OK) == (model != NULL));
    need(!status || (error.status == status && error.line && error.column && *error.message));
    if (status)
        return 0;
    need(!rapport_result_create(NULL, &result) && !rapport_result_compute(result, assessment, NULL));
    look_at(result, assessment);
    for (options.format = RAPPORT_TEXT; options.format <= RAPPORT_JSON; options.format++) {
        rapport_buffer nothing = {NULL, 0, 0};
        need(!rapport_measures_write(result, &options, rapport_buffer_write, &nothing, NULL) && nothing.needed > 0);
    }
    rapport_result_destroy(result);
    rapport_assessment_destroy(assessment);
    rapport_model_destroy(model);
    return 0;
}
