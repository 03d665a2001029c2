/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The reader of actions, and a plan of what it reads: within the budget, in an order that respects what is required. */
#include <stdlib.h>

#include "rapport/report.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(int condition)
{
    if (!condition)
        abort();
}

static const char review[] = "{\"format\":\"rapport-assessment/"
                             "1\",\"id\":\"a\",\"partnership\":\"P\",\"date\":\"2026-01-31\",\"model\":\"best-partner\","
                             "\"facts\":{\"chain-reach\":2},\"parties\":[{\"id\":\"us\",\"voice\":\"one\",\"raters\":[{\"id\":"
                             "\"r\",\"answers\":{\"trust\":2,\"integrity\":1,"
                             "\"aims-today\":3,\"joint-surplus\":4}}]},{\"id\":\"them\",\"voice\":\"one\",\"raters\":[{\"id\":"
                             "\"r\",\"answers\":{\"trust\":3,"
                             "\"integrity\":2,\"communication\":2}}]}]}";

static void look_at(const rapport_plan *plan)
{
    rapport_plan_summary sum = {.struct_size = sizeof sum};
    rapport_plan_step step = {.struct_size = sizeof step};
    rapport_report_options options = {.struct_size = sizeof options};
    double gated;
    need(!rapport_plan_get_summary(plan, &sum));
    gated = sum.gated;
    need(sum.cost <= 25 && sum.gated_after >= sum.gated && sum.gated_after <= 100 && sum.bound >= sum.gated_after);
    need(sum.chosen + sum.rejected == rapport_actions_count(rapport_plan_actions(plan)));
    for (uint32_t i = 0; i < sum.chosen; i++) {
        need(!rapport_plan_get_step(plan, i, &step) && step.gated >= gated);
        gated = step.gated;
    }
    need(gated == sum.gated_after);
    for (options.format = RAPPORT_TEXT; options.format <= RAPPORT_JSON; options.format++) {
        rapport_buffer nothing = {NULL, 0, 0};
        need(!rapport_plan_write(plan, &options, rapport_buffer_write, &nothing, NULL) && nothing.needed > 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static rapport_model *model; /* once for all inputs */
    static rapport_assessment *assessment;
    static rapport_result *result;
    rapport_actions *actions;
    rapport_error error;
    rapport_status status;
    if (!model) {
        need(!rapport_assessment_read(review, -1, NULL, "", NULL, &model, &assessment, NULL));
        need(!rapport_result_create(NULL, &result) && !rapport_result_compute(result, assessment, NULL));
    }
    status = rapport_actions_read(size ? (const char *)data : "", (int64_t)size, assessment, NULL, &actions, &error);
    need((status == RAPPORT_OK) == (actions != NULL));
    need(!status || (error.status == status && error.line && error.column && *error.message));
    for (int32_t gates_first = 0; actions && gates_first < 2; gates_first++) {
        rapport_plan_options options = {
            .struct_size = sizeof options, .has_budget = 1, .budget = 25, .gates_first = gates_first, .work_limit = 2000};
        rapport_plan *plan;
        need(!rapport_plan_compute(result, actions, &options, NULL, &plan, &error));
        look_at(plan);
        rapport_plan_destroy(plan);
    }
    rapport_actions_destroy(actions);
    return 0;
}
