/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The reader of assessments, and what it takes to find their models. */
#include <stdlib.h>
#include <string.h>

#include "rapport/document.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(int condition)
{
    if (!condition)
        abort();
}

/* Every answer is one that its scale knows, with points. */
static void look_at(const rapport_assessment *assessment)
{
    const rapport_model *model = rapport_assessment_model(assessment);
    uint32_t nodes = rapport_model_count_nodes(model), raters = rapport_assessment_count_raters(assessment);
    for (uint32_t rater = 0; rater <= raters; rater++)
        for (uint32_t at = 1; at < nodes; at++) {
            rapport_node node = {.struct_size = sizeof node};
            int32_t state;
            double value, points;
            need(!rapport_model_get_node(model, at, &node));
            if (node.kind != RAPPORT_CRITERION)
                continue;
            need(!rapport_assessment_get_answer(assessment, rater == raters ? RAPPORT_FACT : rater, at, &state, &value,
                                                &points));
            need(state >= RAPPORT_UNANSWERED && state <= RAPPORT_DECLINED && points >= 0 && points <= 100);
        }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *json = size ? (const char *)data : "";
    char name[64];
    int32_t source;
    rapport_model *model, *mine = NULL;
    rapport_assessment *assessment;
    rapport_error error;
    rapport_status found = rapport_assessment_find_model(json, (int64_t)size, NULL, &source, name, sizeof name, NULL), status;
    need((found == RAPPORT_OK) == (source != 0));
    if (source == RAPPORT_MODEL_FILE)
        need(!rapport_model_load_builtin("own-readiness", NULL, &mine, NULL));
    status = rapport_assessment_read(json, (int64_t)size, mine, NULL, NULL, &model, &assessment, &error);
    need((status == RAPPORT_OK) == (assessment != NULL) && (!status || !model));
    need(!status || (error.status == status && error.line && error.column && *error.message));
    need(status || !found || found == RAPPORT_LIMIT); /* what can be read has a model */
    if (assessment)
        look_at(assessment);
    rapport_assessment_destroy(assessment);
    rapport_model_destroy(model);
    rapport_model_destroy(mine);
    return 0;
}
