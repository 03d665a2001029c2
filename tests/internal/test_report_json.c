/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report_json_kit.h"

#include "base/json_write.h"

#define TWO RK_PARTY("p", "\"a1\":5,\"a2\":5,\"b1\":99,\"b2\":5") "," RK_PARTY("q", "\"a1\":2,\"a2\":4,\"b1\":98")
/* p: honesty 100, openness 100, delivery 96, quality 100: trust 100, performance (288 + 100)/4 = 97, together (200 + 97)/3
 * = 99. q: 25, 75, 92, quality missing: trust 50, performance 92 in 69..94, together (100 + 92)/3 = 64 in 169/3..194/3. joint:
 * honesty 62.5, openness 75 (the lower), delivery 94, quality 100 in 50..100: trust 68.75, performance 382/4 = 95.5 in
 * 332/4..382/4, together (137.5 + 95.5)/3 = 233/3 in (137.5 + 83)/3..233/3. Quality counts 1/12, and half of it is there. */

static const rapport_report_options pretty = {.compact = 0}, compact = {.compact = 1};

static void the_keys_stand_in_the_order_of_the_format(void **state)
{
    rk it = rk_open(RK_ASSESSMENT("", TWO), NULL);
    rk_json json = rk_read(&it, NULL, pretty);
    (void)state;
    assert_keys(
        &json, "",
        "format library algorithm model assessment joint views nodes gates priorities band_gap perception measures agreement "
        "patterns warnings ");
    assert_keys(&json, "/model", "id version fingerprint document overlay ");
    assert_keys(&json, "/assessment", "id partnership date ");
    assert_keys(&json, "/joint", "status score gated coverage bounds band band_certain held_back requirements ");
    assert_keys(&json, "/views", "p q ");
    assert_keys(&json, "/views/p", "status score coverage bounds band ");
    assert_keys(&json, "/nodes/0", "id weight share joint views target gap severity lift perception ");
    assert_keys(&json, "/nodes/0/joint", "status score coverage bounds contribution leverage ");
    assert_keys(&json, "/nodes/0/views", "p q ");
    assert_keys(&json, "/nodes/0/views/q", "status score coverage bounds raters ");
    assert_keys(&json, "/nodes/0/perception/0", "of against gap class notable ");
    assert_keys(&json, "/gates/0", "id state effect binding value ");
    assert_keys(&json, "/perception/0", "of against criteria mean mean_absolute rms largest node ");
    rk_drop(&json);
    rk_close(&it);
}

static void the_head_says_what_was_computed_with_what(void **state)
{
    rk it = rk_open(RK_ASSESSMENT("", TWO), NULL);
    rk_json json = rk_read(&it, NULL, pretty);
    (void)state;
    assert_text(&json, "/format", "rapport-result/1");
    assert_text(&json, "/library", rapport_version_text());
    assert_number(&json, "/algorithm", RAPPORT_ALGORITHM);
    assert_text(&json, "/model/id", "made-up");
    assert_text(&json, "/model/version", "1");
    assert_text(&json, "/model/fingerprint", rapport_model_fingerprint(it.model));
    assert_text(&json, "/model/document", rapport_model_document(it.model));
    assert_nothing(&json, "/model/overlay");
    assert_text(&json, "/assessment/id", "2026-q1");
    assert_text(&json, "/assessment/partnership", "Alpha and Beta");
    assert_text(&json, "/assessment/date", "2026-01-31");
    rk_drop(&json);
    rk_close(&it);
}

static void the_overlay_is_named(void **state)
{
    rk it = rk_open("{\"format\":\"rapport-assessment/1\",\"id\":\"i\",\"partnership\":\"P\",\"date\":\"2026-01-31\","
                    "\"kind\":\"supplier\",\"model\":\"best-partner\",\"parties\":[" RK_PARTY("p", "") "]}",
                    NULL);
    rk_json json = rk_read(&it, NULL, pretty);
    (void)state;
    assert_text(&json, "/model/overlay", "supplier");
    rk_drop(&json);
    rk_close(&it);
}

static void scores_bounds_and_coverage_are_those_of_the_hand(void **state)
{
    rk it = rk_open(RK_ASSESSMENT("", TWO), NULL);
    rk_json json = rk_read(&it, NULL, pretty);
    (void)state;
    assert_text(&json, "/joint/status", "incomplete");
    assert_number(&json, "/joint/score", 233.0 / 3);
    assert_number(&json, "/joint/gated", 50); /* honesty 25 in one view */
    assert_number(&json, "/joint/coverage", 1 - 1.0 / 24);
    assert_number(&json, "/joint/bounds/0", 220.5 / 3);
    assert_number(&json, "/joint/bounds/1", 233.0 / 3);
    assert_text(&json, "/joint/band", "fair");
    assert_truth(&json, "/joint/band_certain", 1);
    assert_count(&json, "/joint/held_back", 0);
    assert_count(&json, "/joint/requirements", 0);
    assert_number(&json, "/views/p/score", 99);
    assert_text(&json, "/views/p/status", "ok");
    assert_text(&json, "/views/p/band", "best");
    assert_number(&json, "/views/q/score", 64);
    assert_number(&json, "/views/q/coverage", 11.0 / 12);
    assert_number(&json, "/views/q/bounds/0", 169.0 / 3);
    assert_number(&json, "/views/q/bounds/1", 194.0 / 3);
    assert_text(&json, "/views/q/band", "fair");
    rk_drop(&json);
    rk_close(&it);
}

static void nodes_come_in_model_order_with_all_that_follows(void **state)
{
    static const char *const ids[] = {"a", "a1", "a2", "b", "b1", "b2"};
    rk it = rk_open(RK_ASSESSMENT("", TWO), NULL);
    rk_json json = rk_read(&it, NULL, pretty);
    (void)state;
    assert_count(&json, "/nodes", 6);
    for (int i = 0; i < 6; i++) {
        char pointer[20];
        (void)snprintf(pointer, sizeof pointer, "/nodes/%d/id", i);
        assert_text(&json, pointer, ids[i]);
    }
    assert_nothing(&json, "/nodes/a/joint/contribution"); /* of groups */
    assert_nothing(&json, "/nodes/a/joint/leverage");
    assert_number(&json, "/nodes/a/weight", 2);
    assert_number(&json, "/nodes/a1/weight", 1);
    assert_number(&json, "/nodes/a1/share", 1.0 / 3);
    assert_number(&json, "/nodes/a1/joint/score", 62.5);
    assert_number(&json, "/nodes/a1/joint/contribution", 62.5 / 3);
    assert_number(&json, "/nodes/a1/joint/leverage", 1.0 / 3);
    assert_number(&json, "/nodes/a1/target", 75);
    assert_number(&json, "/nodes/a1/gap", 12.5);
    assert_number(&json, "/nodes/a1/severity", 12.5 / 3);
    assert_number(&json, "/nodes/a1/lift", 12.5 / 3);
    assert_number(&json, "/nodes/a1/perception/0/gap", 75);
    assert_text(&json, "/nodes/a1/perception/0/of", "p");
    assert_text(&json, "/nodes/a1/perception/0/against", "q");
    assert_text(&json, "/nodes/a1/perception/0/class", "blind-spot");
    assert_truth(&json, "/nodes/a1/perception/0/notable", 1);
    assert_text(&json, "/nodes/b1/perception/0/class", "shared-strength");
    assert_truth(&json, "/nodes/b1/perception/0/notable", 0); /* 4 points; 12.5 are needed on such a scale */
    assert_number(&json, "/nodes/b1/gap", 0);
    assert_number(&json, "/nodes/b1/views/p/raters", 1);
    assert_text(&json, "/nodes/b2/views/q/status", "missing");
    assert_nothing(&json, "/nodes/b2/views/q/score");
    assert_number(&json, "/nodes/b2/views/q/coverage", 0);
    assert_number(&json, "/nodes/b2/views/q/bounds/1", 100);
    assert_number(&json, "/nodes/b2/views/q/raters", 0);
    assert_count(&json, "/nodes/b2/perception", 0);
    assert_number(&json, "/nodes/b2/joint/bounds/0", 50);
    rk_drop(&json);
    rk_close(&it);
}

static void gates_priorities_and_summaries_follow(void **state)
{
    rk it = rk_open(RK_ASSESSMENT("", TWO), NULL);
    rk_json json = rk_read(&it, NULL, pretty);
    (void)state;
    assert_count(&json, "/gates", 2);
    assert_text(&json, "/gates/no-lies/state", "breached");
    assert_text(&json, "/gates/no-lies/effect", "cap");
    assert_truth(&json, "/gates/no-lies/binding", 1);
    assert_number(&json, "/gates/no-lies/value", 25);
    assert_text(&json, "/gates/performs/state", "passed");
    assert_text(&json, "/gates/performs/effect", "fail");
    assert_truth(&json, "/gates/performs/binding", 0);
    assert_count(&json, "/priorities", 1);
    assert_text(&json, "/priorities/0", "a1");
    /* gaps 75 and 25 at 4/12 each, 4 at 3/12: over 11/12 */
    assert_count(&json, "/perception", 1);
    assert_number(&json, "/perception/0/criteria", 3);
    assert_number(&json, "/perception/0/mean", 412.0 / 11);
    assert_number(&json, "/perception/0/mean_absolute", 412.0 / 11);
    assert_number(&json, "/perception/0/largest", 75);
    assert_text(&json, "/perception/0/node", "a1");
    assert_count(&json, "/measures", 0);
    assert_count(&json, "/agreement", 0);
    assert_count(&json, "/patterns", 0);
    assert_count(&json, "/warnings", 0);
    rk_drop(&json);
    rk_close(&it);
}

static void nothing_is_null_and_never_zero(void **state)
{
    rk it = rk_open(RK_ASSESSMENT("", RK_PARTY("p", "") "," RK_PARTY("q", "")), NULL);
    rk_json json = rk_read(&it, NULL, pretty);
    (void)state;
    assert_text(&json, "/joint/status", "missing");
    assert_nothing(&json, "/joint/score");
    assert_nothing(&json, "/joint/gated");
    assert_nothing(&json, "/joint/band");
    assert_number(&json, "/joint/coverage", 0);
    assert_number(&json, "/joint/bounds/1", 100);
    assert_nothing(&json, "/views/p/band");
    assert_nothing(&json, "/nodes/a1/gap");
    assert_nothing(&json, "/nodes/a1/severity");
    assert_nothing(&json, "/nodes/a1/lift");
    assert_nothing(&json, "/nodes/a1/joint/contribution");
    assert_number(&json, "/nodes/a1/target", 75);
    assert_text(&json, "/gates/no-lies/state", "undecided");
    assert_nothing(&json, "/gates/no-lies/value");
    assert_number(&json, "/perception/0/criteria", 0);
    assert_nothing(&json, "/perception/0/mean");
    assert_nothing(&json, "/perception/0/mean_absolute");
    assert_nothing(&json, "/perception/0/rms");
    assert_nothing(&json, "/perception/0/largest");
    assert_nothing(&json, "/perception/0/node");
    assert_count(&json, "/warnings", 5);
    assert_text(&json, "/warnings/0", "there is no joint score: nothing that counts is answered");
    assert_text(&json, "/warnings/1", "p gave no answers");
    assert_text(&json, "/warnings/2", "q gave no answers");
    assert_text(&json, "/warnings/3", "the gate no-lies is undecided");
    rk_drop(&json);
    rk_close(&it);
}

static void what_does_not_apply_has_neither_coverage_nor_bounds(void **state)
{
    rk it = rk_open(RK_ASSESSMENT("", RK_PARTY("p", "\"a1\":\"n/a\",\"a2\":\"n/a\",\"b1\":\"n/a\",\"b2\":\"n/a\"")), NULL);
    rk_json json = rk_read(&it, NULL, pretty);
    (void)state;
    assert_text(&json, "/joint/status", "empty");
    assert_nothing(&json, "/joint/coverage");
    assert_nothing(&json, "/joint/bounds");
    assert_text(&json, "/views/p/status", "empty");
    assert_text(&json, "/nodes/a/joint/status", "not-applicable");
    assert_nothing(&json, "/nodes/a1/views/p/bounds");
    assert_text(&json, "/gates/performs/state", "not-applicable");
    assert_count(&json, "/perception", 0);
    assert_text(&json, "/warnings/0", "nothing in the model applies: there is no score");
    assert_count(&json, "/warnings", 1);
    rk_drop(&json);
    rk_close(&it);
}

static void too_little_under_strict_is_said(void **state)
{
    rk it = rk_open(RK_ASSESSMENT("\"missing\":\"strict\",\"minimum_coverage\":0.9,", RK_PARTY("p", "\"a1\":4")), NULL);
    rk_json json = rk_read(&it, NULL, pretty);
    (void)state;
    assert_text(&json, "/joint/status", "missing");
    assert_number(&json, "/joint/coverage", 1.0 / 3);
    assert_nothing(&json, "/joint/score");
    assert_text(&json, "/warnings/0", "there is no joint score: the coverage is below the model's minimum");
    rk_drop(&json);
    rk_close(&it);
}

/* 97 as in the text report's tests; shares .8 and .2: balance .4. Burdens 1 and 3: shares .25 and .75 of equal ones. */
static void demands_and_measures_are_told_in_numbers(void **state)
{
    rk it = rk_open(RK_ASSESSMENT("", RK_PARTY("p", "\"a1\":5,\"a2\":5,\"b1\":100,\"b2\":5") "," RK_PARTY(
                                          "q", "\"a1\":5,\"a2\":5,\"b1\":100,\"b2\":5")),
                    NULL);
    rk_json json;
    (void)state;
    assert_ok(rapport_assessment_set_amount(it.assessment, RAPPORT_BENEFITS, 0, 80, NULL));
    assert_ok(rapport_assessment_set_amount(it.assessment, RAPPORT_BENEFITS, 1, 20, NULL));
    assert_ok(rapport_assessment_set_amount(it.assessment, RAPPORT_BURDENS, 0, 1, NULL));
    assert_ok(rapport_assessment_set_amount(it.assessment, RAPPORT_BURDENS, 1, 3, NULL));
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    json = rk_read(&it, NULL, pretty);
    assert_text(&json, "/joint/band", "good");
    assert_count(&json, "/joint/held_back", 1);
    assert_text(&json, "/joint/held_back/0", "balance");
    assert_count(&json, "/joint/requirements", 1);
    assert_keys(&json, "/joint/requirements/0", "band requires needed actual culprit ");
    assert_text(&json, "/joint/requirements/0/band", "best");
    assert_text(&json, "/joint/requirements/0/requires", "balance");
    assert_number(&json, "/joint/requirements/0/needed", 0.8);
    assert_number(&json, "/joint/requirements/0/actual", 0.4);
    assert_nothing(&json, "/joint/requirements/0/culprit");
    assert_keys(&json, "/measures",
                "net-benefit burden-overload balance surplus gain worst-benefit nash-product jain jain-rescaled "
                "smallest-to-largest burden-balance named ");
    assert_text(&json, "/measures/gain", "win-win");
    assert_number(&json, "/measures/surplus", 96);
    assert_text(&json, "/measures/named/worst-off/0", "q");
    assert_text(&json, "/measures/named/most-burdened/0", "q");
    assert_count(&json, "/patterns", 0); /* 1.5 is not above 1.5 */
    assert_number(&json, "/measures/net-benefit/p", 79);
    assert_number(&json, "/measures/net-benefit/q", 17);
    assert_number(&json, "/measures/burden-overload", 1.5);
    assert_number(&json, "/measures/balance", 0.4);
    rk_drop(&json);
    rk_close(&it);
}

static void the_culprit_of_a_demand_is_a_node_or_a_party(void **state)
{
    /* both: trust 100, performance (3 80 + 0)/4 = 60; together 86.7 */
    rk it = rk_open(RK_ASSESSMENT("", RK_PARTY("p", "\"a1\":5,\"a2\":5,\"b1\":95,\"b2\":1")), NULL);
    rk_json json = rk_read(&it, NULL, pretty);
    (void)state;
    assert_text(&json, "/joint/requirements/0/requires", "every_group");
    assert_text(&json, "/joint/requirements/0/culprit", "b");
    assert_number(&json, "/joint/requirements/0/actual", 60);
    rk_drop(&json);
    rk_close(&it);
    /* q: trust 75, performance 25; honesty of q is missing for r, so that a gate is open */
    it =
        rk_open(RK_ASSESSMENT("", "{\"id\":\"p\",\"weight\":99,\"raters\":[{\"id\":\"p\",\"answers\":{\"a1\":5,\"a2\":5,"
                                  "\"b1\":100,\"b2\":5}}]}," RK_PARTY("q", "\"a1\":3,\"a2\":5,\"b1\":80,\"b2\":5") "," RK_PARTY(
                                      "r", "\"a2\":5,\"b1\":100,\"b2\":5")),
                NULL);
    json = rk_read(&it, NULL, pretty);
    assert_count(&json, "/joint/held_back", 2);
    assert_text(&json, "/joint/held_back/0", "weakest_party");
    assert_text(&json, "/joint/held_back/1", "no_undecided_gates");
    assert_text(&json, "/joint/requirements/0/culprit", "q");
    assert_number(&json, "/joint/requirements/0/actual", 175.0 / 3);
    assert_text(&json, "/joint/requirements/1/requires", "no_undecided_gates");
    rk_drop(&json);
    rk_close(&it);
}

static void coverage_holds_back_too(void **state)
{
    rk it = rk_open(RK_ASSESSMENT("", RK_PARTY("p", "\"a1\":5,\"a2\":5")), NULL);
    rk_json json = rk_read(&it, NULL, pretty);
    (void)state;
    assert_text(&json, "/joint/held_back/0", "every_group");
    assert_text(&json, "/joint/held_back/1", "coverage");
    assert_text(&json, "/joint/requirements/0/culprit", "b"); /* nothing of it is answered */
    assert_nothing(&json, "/joint/requirements/0/actual");
    assert_number(&json, "/joint/requirements/1/actual", 2.0 / 3);
    assert_truth(&json, "/joint/band_certain", 0);
    assert_text(&json, "/warnings/0", "the band could change with what is missing");
    rk_drop(&json);
    rk_close(&it);
}

static void a_measure_without_a_value_is_null_and_a_warning(void **state)
{
    rk it = rk_open(RK_ASSESSMENT("", TWO), NULL);
    rk_json json;
    (void)state;
    assert_ok(rapport_assessment_set_amount(it.assessment, RAPPORT_BENEFITS, 0, 80, NULL));
    assert_ok(rapport_assessment_add_skill(it.assessment, NULL, 0, NULL, NULL));
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    json = rk_read(&it, NULL, pretty);
    assert_number(&json, "/measures/net-benefit/p", 80);
    assert_nothing(&json, "/measures/net-benefit/q");
    assert_nothing(&json, "/measures/balance");
    assert_nothing(&json, "/measures/skill-coverage");
    assert_absent(&json, "/measures/burden-overload");
    assert_text(&json, "/warnings/0", "net-benefit has no value for q");
    assert_text(&json, "/warnings/1", "balance has no value");
    assert_text(&json, "/warnings/2", "skill-coverage has no value");
    rk_drop(&json);
    rk_close(&it);
}

static void with_many_parties_each_is_held_against_the_others(void **state)
{
#define ONE(id, level) RK_PARTY(id, "\"a1\":" level)
    rk it =
        rk_open(RK_ASSESSMENT("", ONE("p0", "1") "," ONE("p1", "1") "," ONE("p2", "1") "," ONE("p3", "1") "," ONE(
                                      "p4", "1") "," ONE("p5", "1") "," ONE("p6", "1") "," ONE("p7", "1") "," ONE("p8", "5")),
                NULL);
    rk_json json = rk_read(&it, NULL, pretty);
    (void)state;
    assert_count(&json, "/nodes/a1/perception", 9);
    assert_text(&json, "/nodes/a1/perception/8/of", "p8");
    assert_nothing(&json, "/nodes/a1/perception/8/against");
    assert_number(&json, "/nodes/a1/perception/8/gap", 100);
    assert_number(&json, "/nodes/a1/perception/0/gap", -12.5); /* the others: 100/8 */
    assert_count(&json, "/perception", 9);
    assert_nothing(&json, "/perception/0/against");
    rk_drop(&json);
    rk_close(&it);
}

/* Two of three raters of p answered on quality, the floor is three. */
static void what_is_withheld_has_no_numbers(void **state)
{
    rk it =
        rk_open(RK_ASSESSMENT("\"anonymity_floor\":3,",
                              "{\"id\":\"p\",\"raters\":[{\"id\":\"r1\",\"answers\":{\"a1\":4,\"a2\":3,\"b1\":91,\"b2\":3}},"
                              "{\"id\":\"r2\",\"answers\":{\"a1\":4,\"a2\":3,\"b1\":92,\"b2\":3}},"
                              "{\"id\":\"r3\",\"answers\":{\"a1\":2,\"a2\":3,\"b1\":95}}]},"
                              "{\"id\":\"q\",\"voice\":\"one\",\"raters\":[{\"id\":\"q\",\"answers\":{\"a1\":2,\"b2\":3}}]}"),
                NULL);
    rk_json json = rk_read(&it, NULL, pretty);
    (void)state;
    assert_text(&json, "/nodes/b2/views/p/status", "withheld");
    assert_nothing(&json, "/nodes/b2/views/p/score");
    assert_nothing(&json, "/nodes/b2/views/p/coverage");
    assert_nothing(&json, "/nodes/b2/views/p/bounds");
    assert_nothing(&json, "/nodes/b2/views/p/raters");
    assert_text(&json, "/nodes/b2/joint/status", "withheld");
    assert_nothing(&json, "/nodes/b2/joint/score");
    assert_nothing(&json, "/nodes/b2/joint/contribution");
    assert_nothing(&json, "/nodes/b2/gap");
    assert_nothing(&json, "/nodes/b2/lift");
    assert_count(&json, "/nodes/b2/perception", 0);
    assert_non_null(strstr(json.text, "\"some cells are withheld: too few raters answered\""));
    rk_drop(&json);
    rk_close(&it);
}

static void compact_and_pretty_say_the_same(void **state)
{
    rk it = rk_open(RK_ASSESSMENT("", TWO), NULL);
    rk_json wide = rk_read(&it, NULL, pretty), narrow = rk_read(&it, NULL, compact);
    rk_paper a = {.limit = SIZE_MAX}, b = {.limit = SIZE_MAX};
    (void)state;
    assert_null(strchr(narrow.text, '\n'));
    assert_non_null(strstr(wide.text, "\n  \"format\": \"rapport-result/1\",\n"));
    assert_non_null(strstr(wide.text, "\"bounds\": ["));
    assert_int_equal(wide.text[strlen(wide.text) - 1], '\n');
    assert_ok(rapport__json_canonical(wide.doc, RAPPORT__JSON_ROOT, rk_write, &a));
    assert_ok(rapport__json_canonical(narrow.doc, RAPPORT__JSON_ROOT, rk_write, &b));
    assert_string_equal(a.text, b.text);
    free(a.text);
    free(b.text);
    rk_drop(&wide);
    rk_drop(&narrow);
    rk_close(&it);
}

static void a_writer_that_gives_up_is_not_called_again(void **state)
{
    rapport_report_options options = {.struct_size = sizeof options, .format = RAPPORT_JSON, .compact = 1};
    rk it = rk_open(RK_ASSESSMENT("", TWO), NULL);
    (void)state;
    rk_fail_everywhere(&it, RAPPORT_ROOT, &options);
    options.compact = 0;
    rk_fail_everywhere(&it, RAPPORT_ROOT, &options);
    rk_close(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_keys_stand_in_the_order_of_the_format),
        cmocka_unit_test(the_head_says_what_was_computed_with_what),
        cmocka_unit_test(the_overlay_is_named),
        cmocka_unit_test(scores_bounds_and_coverage_are_those_of_the_hand),
        cmocka_unit_test(nodes_come_in_model_order_with_all_that_follows),
        cmocka_unit_test(gates_priorities_and_summaries_follow),
        cmocka_unit_test(nothing_is_null_and_never_zero),
        cmocka_unit_test(what_does_not_apply_has_neither_coverage_nor_bounds),
        cmocka_unit_test(too_little_under_strict_is_said),
        cmocka_unit_test(demands_and_measures_are_told_in_numbers),
        cmocka_unit_test(the_culprit_of_a_demand_is_a_node_or_a_party),
        cmocka_unit_test(coverage_holds_back_too),
        cmocka_unit_test(a_measure_without_a_value_is_null_and_a_warning),
        cmocka_unit_test(with_many_parties_each_is_held_against_the_others),
        cmocka_unit_test(what_is_withheld_has_no_numbers),
        cmocka_unit_test(compact_and_pretty_say_the_same),
        cmocka_unit_test(a_writer_that_gives_up_is_not_called_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
