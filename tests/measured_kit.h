/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_MEASURED_KIT_H
#define RAPPORT_MEASURED_KIT_H
/* Measures of a document in one line: sections in JSON with ' for ", about the parties us and them unless said otherwise. */
#include "testkit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/rapport.h"

#define WK_ALMOST 1e-12

enum { US, THEM };

typedef struct wk {
    rapport_model *model;
    rapport_assessment *assessment;
    rapport_result *result;
} wk;

static inline char *wk_text(const char *parties, const char *sections)
{
    size_t size = strlen(parties) + strlen(sections) + 80;
    char *text = malloc(size);
    snprintf(text, size, "{'format':'rapport-measures/1','parties':[%s]%s%s}", parties, *sections ? "," : "", sections);
    for (char *at = text; *at; at++)
        *at = *at == '\'' ? '"' : *at;
    return text;
}

static inline wk wk_open_of(const char *parties, const char *sections)
{
    wk it = {0};
    rapport_error error;
    char *text = wk_text(parties, sections);
    if (rapport_measures_read(text, -1, NULL, &it.model, &it.assessment, &error))
        fail_msg("%s: %s in %s", error.path, error.message, text);
    free(text);
    assert_ok(rapport_result_create(NULL, &it.result));
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    return it;
}

static inline wk wk_open(const char *sections)
{
    return wk_open_of("'us','them'", sections);
}

static inline void wk_close(wk *it)
{
    rapport_result_destroy(it->result);
    rapport_assessment_destroy(it->assessment);
    rapport_model_destroy(it->model);
}

static inline double wk_value(const wk *it, int32_t measure, uint32_t first, uint32_t second)
{
    double value = NAN;
    int32_t reason = -1;
    rapport_status status = rapport_measure_get(it->result, measure, first, second, &value, &reason);
    if (status || reason)
        fail_msg("measure %d: status %d, reason %d", measure, status, reason);
    return value;
}

/* A measure of the whole. */
#define wk_is(it, measure, expected) assert_close(wk_value((it), (measure), 0, 0), (expected), WK_ALMOST)
#define wk_is_of(it, measure, first, second, expected)                                                                         \
    assert_close(wk_value((it), (measure), (first), (second)), (expected), WK_ALMOST)

static inline void wk_lacks(const wk *it, int32_t measure, rapport_status status, int32_t reason)
{
    double value = -17;
    int32_t found = -1;
    assert_int_equal(rapport_measure_get(it->result, measure, 0, 1, &value, &found), status);
    assert_int_equal(found, reason);
    assert_true(value == -17);
}

/* What is named: ids with a blank behind each. */
static inline void wk_names(const wk *it, int32_t mention, const char *expected)
{
    char found[400] = "";
    for (uint32_t i = 0; i < rapport_mention_count(it->result, mention); i++) {
        strcat(found, rapport_mention_id(it->result, mention, i));
        strcat(found, " ");
    }
    assert_string_equal(found, expected);
    assert_null(rapport_mention_id(it->result, mention, rapport_mention_count(it->result, mention)));
}

#endif
