/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The reader of judgements, and every method over what it reads. */
#include <stdlib.h>

#include "rapport/document.h"
#include "rapport/report.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(int condition)
{
    if (!condition)
        abort();
}

/* Weights are at least 0 and add up to 1, and can be written both ways. */
static void look_at(const rapport_weights *weights)
{
    rapport_report_options options = {.struct_size = sizeof options};
    double sum = 0;
    for (uint32_t c = 0; c < rapport_weights_count(weights); c++) {
        double weight = rapport_weights_values(weights)[c];
        need(weight >= 0 && weight <= 1);
        sum += weight;
    }
    need(sum > 1 - 1e-9 && sum < 1 + 1e-9);
    for (options.format = RAPPORT_TEXT; options.format <= RAPPORT_JSON; options.format++) {
        rapport_buffer nothing = {NULL, 0, 0};
        need(!rapport_weights_write(weights, &options, rapport_buffer_write, &nothing, NULL) && nothing.needed > 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    rapport_judgements *judgements;
    rapport_error error;
    rapport_status status = rapport_judgements_read(size ? (const char *)data : "", (int64_t)size, NULL, &judgements, &error);
    need((status == RAPPORT_OK) == (judgements != NULL));
    need(!status || (error.status == status && error.line && error.column && *error.message));
    for (int32_t method = RAPPORT_WEIGHTS_POINTS; judgements && method < RAPPORT_WEIGHTS_END; method++)
        for (int32_t combine = 0; combine < 3; combine++) {
            rapport_weights *weights;
            need(!rapport_judgements_set_choices(judgements, combine, combine));
            status = rapport_weights_create(method, judgements, NULL, NULL, &weights, &error);
            need((status == RAPPORT_OK) == (weights != NULL));
            if (!status)
                look_at(weights);
            rapport_weights_destroy(weights);
        }
    rapport_judgements_destroy(judgements);
    return 0;
}
