/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The reader of candidates, all that is read back from what it reads, and every method over it. */
#include <stdlib.h>

#include "rapport/document.h"
#include "rapport/report.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(int condition)
{
    if (!condition)
        abort();
}

static int is_finite(double x)
{
    return x - x == 0;
}

static void look_at(const rapport_candidates *m)
{
    for (uint32_t c = 0; c < rapport_candidates_count_criteria(m); c++) {
        rapport_candidates_criterion criterion = {.struct_size = sizeof criterion};
        need(!rapport_candidates_get_criterion(m, c, &criterion) && is_finite(criterion.weight) && criterion.weight >= 0);
        need(rapport_candidates_find_criterion(m, rapport_candidates_criterion_id(m, c)) == c);
    }
    for (uint32_t i = 0; i < rapport_candidates_count(m); i++) {
        need(rapport_candidates_find(m, rapport_candidates_id(m, i)) == i);
        for (uint32_t c = 0; c < rapport_candidates_count_criteria(m); c++) {
            rapport_candidates_value value = {.struct_size = sizeof value};
            need(!rapport_candidates_get_value(m, i, c, &value) && is_finite(value.low) && value.low <= value.high);
        }
    }
    for (uint32_t i = 0; i < rapport_candidates_count_parameters(m); i++) {
        const char *name = rapport_candidates_parameter_name(m, i);
        double number;
        need(!rapport_candidates_get_text(m, name) == !rapport_candidates_get_number(m, name, &number));
    }
}

static void look_at_ranking(const rapport_ranking *r, uint32_t count)
{
    rapport_report_options options = {.struct_size = sizeof options};
    for (int32_t what = RAPPORT_SCORE; what < RAPPORT_RANKING_END; what++)
        for (uint32_t i = 0; rapport_ranking_values(r, what) && i < count; i++)
            need(is_finite(rapport_ranking_values(r, what)[i]));
    for (options.format = RAPPORT_TEXT; options.format <= RAPPORT_JSON; options.format++) {
        rapport_buffer nothing = {NULL, 0, 0};
        need(!rapport_ranking_write(r, &options, rapport_buffer_write, &nothing, NULL) && nothing.needed > 0);
    }
}

static void rank(const rapport_candidates *m)
{
    for (int32_t method = RAPPORT_WSM; method < RAPPORT_METHOD_END; method++) {
        rapport_ranking *ranking;
        rapport_error error;
        rapport_status status = rapport_ranking_compute(m, method, NULL, NULL, &ranking, &error);
        need((status == RAPPORT_OK) == (ranking != NULL));
        need(!status || ((status == RAPPORT_BAD_VALUE || status == RAPPORT_NOT_FOUND) && *error.message && *error.path));
        if (ranking)
            look_at_ranking(ranking, rapport_candidates_count(m));
        rapport_ranking_destroy(ranking);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    rapport_candidates *m;
    rapport_error error;
    rapport_status status = rapport_candidates_read(size ? (const char *)data : "", (int64_t)size, NULL, &m, &error);
    need((status == RAPPORT_OK) == (m != NULL));
    need(!status || (error.status == status && error.line && error.column && *error.message));
    if (m) {
        look_at(m);
        rank(m);
    }
    rapport_candidates_destroy(m);
    return 0;
}
