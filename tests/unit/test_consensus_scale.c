/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Agreement on a scale that does not begin at 0 points. */
#include "testkit.h"

#include <stdio.h>
#include <string.h>

#include "rapport/rapport.h"

static rapport_assessment *assess(rapport_model **model)
{
    char text[] = "{'format':'rapport-assessment/1','id':'a','partnership':'P','date':'2026-01-31','model':"
                  "{'format':'rapport-model/1','id':'m','version':'1','scales':{'s':{'kind':'levels','levels':"
                  "[{'points':20},{'points':60},{'points':100}]}},'criteria':[{'id':'p','scale':'s'}],"
                  "'bands':[{'id':'low','from':0}]},'parties':[{'id':'us','raters':["
                  "{'id':'a','answers':{'p':1}},{'id':'b','answers':{'p':1}},{'id':'c','answers':{'p':1}},"
                  "{'id':'d','answers':{'p':2}}]}]}";
    rapport_assessment *assessment;
    rapport_error error;
    for (char *at = text; *at; at++)
        *at = *at == '\'' ? '"' : *at;
    if (rapport_assessment_read(text, -1, NULL, NULL, NULL, model, &assessment, &error))
        fail_msg("%s: %s", error.path, error.message);
    return assessment;
}

/* Ratings 20 20 20 60: mean 30, squares (3 * 100 + 900) = 1200, s^2 400. Brown and Hauenstein 2005:
 * a_wg = 1 - 2 * 400 / ((100 - 30)(30 - 20) * 4/3) = 1/7. The mean lies 10 of 80 above the lowest: 1/8 is less than 1/4.
 * r_wg: of 20, 60 and 100 the variance is 3200/3; 1 - 400 / (3200/3) = 5/8. */
static void the_lowest_level_is_where_the_scale_begins(void **state)
{
    rapport_consensus found = {.struct_size = sizeof found};
    rapport_model *model;
    rapport_assessment *assessment = assess(&model);
    rapport_result *result;
    (void)state;
    assert_ok(rapport_result_create(NULL, &result));
    assert_ok(rapport_result_compute(result, assessment, NULL));
    assert_ok(rapport_result_get_consensus(result, 0, rapport_model_find(model, "p"), RAPPORT_AWG, &found));
    assert_close(found.value, 1. / 7, 1e-12);
    assert_int_equal(found.off_center, 1);
    assert_ok(rapport_result_get_consensus(result, 0, rapport_model_find(model, "p"), RAPPORT_RWG, &found));
    assert_close(found.value, 5. / 8, 1e-12);
    rapport_result_destroy(result);
    rapport_assessment_destroy(assessment);
    rapport_model_destroy(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_lowest_level_is_where_the_scale_begins),
    };
    return cmocka_run_group_tests_name("consensus_scale", tests, NULL, NULL);
}
