/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The way to a band, by hand. tests/property/test_plan_laws.c has it against every way there is. */
#include "score_kit.h"

#include "rapport/report.h"

#define A10 "aaaaaaaaaa"
#define A60 A10 A10 A10 A10 A10 A10
#define A90 A60 A10 A10 A10
#define BANDS(demands) "'bands':[{'id':'low','from':0},{'id':'high','from':50,'requires':{" demands "}}]"

static rapport_band_gap gap_of(sk *it, int32_t kind, uint32_t band, const double *costs)
{
    rapport_band_gap_options options = {.struct_size = sizeof options, .kind = kind, .band = band};
    rapport_band_gap gap = {.struct_size = sizeof gap};
    assert_ok(rapport_result_compute_band_gap(it->result, &options, costs, NULL));
    assert_ok(rapport_result_get_band_gap(it->result, kind, &gap));
    return gap;
}

static rapport_move move_of(const sk *it, int32_t kind, uint32_t index)
{
    rapport_move move = {.struct_size = sizeof move};
    assert_ok(rapport_result_get_move(it->result, kind, index, &move));
    return move;
}

static rapport_obstacle obstacle_of(const sk *it, uint32_t index)
{
    rapport_obstacle obstacle = {.struct_size = sizeof obstacle};
    assert_ok(rapport_result_get_obstacle(it->result, RAPPORT_FEWEST_STEPS, index, &obstacle));
    return obstacle;
}

/* p weighs 3 and q 1: (3*25 + 25)/4 = 25. One level of p is 18.75, of q 6.25: 25 more are two of p, or one of p and one of q.
 * By weight two of p cost 1.5, one of each 1; four of q would give 25 too, but q has only three left. */
static void fewest_steps_and_the_cheapest_by_weight(void **state)
{
    sk it = sk_open("p#five:3 q#five", NULL, "us: p 2 q 2", NULL);
    rapport_band_gap gap = gap_of(&it, RAPPORT_FEWEST_STEPS, 0, NULL);
    (void)state;
    assert_int_equal(gap.state, RAPPORT_BAND_REACHABLE);
    assert_int_equal(gap.band, 1);
    assert_int_equal(gap.steps, 2);
    assert_int_equal(gap.optimal, 1);
    assert_true(gap.gated >= 50);
    gap = gap_of(&it, RAPPORT_CHEAPEST_STEPS, 0, NULL);
    assert_close(gap.cost, 1, 1e-15);
    assert_close(gap.gated, 50, SK_ALMOST);
    assert_int_equal(gap.moves, 2);
    assert_int_equal(move_of(&it, RAPPORT_CHEAPEST_STEPS, 0).node, sk_node(&it, "p"));
    assert_close(move_of(&it, RAPPORT_CHEAPEST_STEPS, 0).cost, 0.75, 0);
    sk_close(&it);
}

static void a_cost_for_each_step_may_be_given(void **state)
{
    sk it = sk_open("p#five:3 q#five", NULL, "us: p 2 q 2", NULL);
    double costs[3] = {0, 1, 5};
    rapport_band_gap gap = gap_of(&it, RAPPORT_CHEAPEST_STEPS, 1, costs);
    (void)state;
    assert_close(gap.cost, 2, 0); /* two of p for 1 each */
    assert_int_equal(gap.moves, 1);
    assert_close(move_of(&it, RAPPORT_CHEAPEST_STEPS, 0).from, 25, 0);
    assert_close(move_of(&it, RAPPORT_CHEAPEST_STEPS, 0).to, 75, 0);
    costs[1] = NAN;
    assert_int_equal(rapport_result_compute_band_gap(it.result, NULL, costs, NULL), RAPPORT_BAD_VALUE);
    sk_close(&it);
}

/* Under the minimum both at level 2 have to rise: 2 steps for each level. */
static void what_needs_both_sides_takes_a_step_of_each(void **state)
{
    sk it = sk_open("p#five!", NULL, "us: p 2; them: p 2", NULL);
    rapport_band_gap gap = gap_of(&it, RAPPORT_FEWEST_STEPS, 0, NULL);
    (void)state;
    assert_int_equal(gap.steps, 2);
    assert_int_equal(move_of(&it, RAPPORT_FEWEST_STEPS, 0).party, 0);
    assert_int_equal(move_of(&it, RAPPORT_FEWEST_STEPS, 1).party, 1);
    sk_close(&it);
}

/* 62.5 in the mean, but the gate on p caps at 40 until both answers to p are at 50: one step each. */
static void gates_stand_in_the_way(void **state)
{
    sk it = sk_open("p#five q#five", "'gates':[{'id':'g','node':'p','view':'any','below':50,'effect':'cap','cap':40}]",
                    "us: p 2 q 5; them: p 2 q 5", NULL);
    rapport_band_gap gap = gap_of(&it, RAPPORT_FEWEST_STEPS, 0, NULL);
    (void)state;
    assert_int_equal(gap.steps, 2);
    assert_close(gap.gated, 75, SK_ALMOST);
    sk_close(&it);
}

static void a_fact_rises_once_for_all(void **state)
{
    sk it = sk_open("p q", NULL, "us: q 40; them: q 40", "'facts':{'p':40}");
    rapport_band_gap gap = gap_of(&it, RAPPORT_FEWEST_STEPS, 0, NULL);
    (void)state;
    assert_int_equal(gap.steps, 2); /* (65 + 40)/2 = 52.5; q alone would take two steps of each party */
    assert_int_equal(move_of(&it, RAPPORT_FEWEST_STEPS, 0).party, RAPPORT_NONE);
    sk_close(&it);
}

/* Weakest party 60: ours is 100, theirs 0 rises by three levels; the mean of both is above 50 from the start. */
static void requirements_are_part_of_the_way(void **state)
{
    sk it = sk_open("p#five", BANDS("'weakest_party':60"), "us: p 5; them: p 1", NULL);
    rapport_band_gap gap = gap_of(&it, RAPPORT_FEWEST_STEPS, 0, NULL);
    (void)state;
    assert_int_equal(gap.steps, 3);
    assert_int_equal(move_of(&it, RAPPORT_FEWEST_STEPS, 0).party, 1);
    sk_close(&it);
}

static void what_answers_cannot_change_is_named(void **state)
{
    static const char ledger[] = "'measures':{'benefits':{'us':90,'them':10}}";
    sk it = sk_open("p#odd q", BANDS("'balance':0.8,'coverage':1"), "us: p 2; them: p 2", ledger);
    rapport_band_gap gap = gap_of(&it, RAPPORT_FEWEST_STEPS, 0, NULL);
    (void)state;
    assert_int_equal(gap.state, RAPPORT_BAND_OUT_OF_REACH);
    assert_int_equal(gap.optimal, 1);
    assert_int_equal(gap.obstacles, 2);
    assert_int_equal(gap.steps, 0);
    assert_int_equal(obstacle_of(&it, 0).kind, RAPPORT_OBSTACLE_DEMAND);
    assert_int_equal(obstacle_of(&it, 0).index, RAPPORT_NEEDS_BALANCE);
    assert_close(obstacle_of(&it, 0).best, 0.2, SK_ALMOST); /* 1 - 0.4/0.5 */
    assert_close(obstacle_of(&it, 0).needed, 0.8, 0);
    assert_int_equal(obstacle_of(&it, 1).index, RAPPORT_NEEDS_COVERAGE);
    assert_close(obstacle_of(&it, 1).best, 0.5, SK_ALMOST);
    sk_close(&it);
}

static void a_measure_that_caps_is_an_obstacle(void **state)
{
    sk it = sk_open("p#five", "'gates':[{'id':'g','measure':'balance','below':0.5,'effect':'cap','cap':30}]",
                    "us: p 2; them: p 2", "'measures':{'benefits':{'us':90,'them':10}}");
    rapport_band_gap gap = gap_of(&it, RAPPORT_FEWEST_STEPS, 0, NULL);
    (void)state;
    assert_int_equal(gap.state, RAPPORT_BAND_OUT_OF_REACH);
    assert_int_equal(gap.obstacles, 1);
    assert_int_equal(obstacle_of(&it, 0).kind, RAPPORT_OBSTACLE_GATE);
    assert_int_equal(obstacle_of(&it, 0).index, 0);
    sk_close(&it);
}

static void the_highest_band_has_no_next_one(void **state)
{
    sk it = sk_open("p", NULL, "us: p 80", NULL);
    rapport_band_gap gap = gap_of(&it, RAPPORT_FEWEST_STEPS, 0, NULL);
    (void)state;
    assert_int_equal(gap.state, RAPPORT_BAND_REACHED);
    assert_int_equal(gap.band, 1);
    assert_close(gap.gated, 80, 0);
    sk_close(&it);
}

/* p is withheld, with a floor of 3 and two raters, and q beside it: nothing may move, and that is said. */
static void what_is_withheld_stays_as_it_is(void **state)
{
    sk it = sk_open("p q r:2", "'anonymity_floor':3", "us: p 20 q 30 r 40 | p 40 q 50 r 40 | q 40 r 40", NULL);
    rapport_band_gap gap = gap_of(&it, RAPPORT_FEWEST_STEPS, 0, NULL);
    rapport_move move = {.struct_size = sizeof move};
    (void)state;
    assert_int_equal(gap.withheld, 1);
    for (uint32_t i = 0; !rapport_result_get_move(it.result, RAPPORT_FEWEST_STEPS, i, &move); i++) {
        assert_int_not_equal(move.node, sk_node(&it, "p"));
        assert_int_not_equal(move.node, sk_node(&it, "q"));
    }
    sk_close(&it);
}

static void it_is_forgotten_when_the_result_is_computed_anew(void **state)
{
    sk it = sk_open("p", NULL, "us: p 30", NULL);
    rapport_band_gap gap = {.struct_size = sizeof gap};
    rapport_band_gap_options options = {.struct_size = sizeof options, .band = 2};
    rapport_move move = {.struct_size = sizeof move};
    rapport_obstacle obstacle = {.struct_size = sizeof obstacle};
    (void)state;
    assert_int_equal(rapport_result_get_band_gap(it.result, RAPPORT_FEWEST_STEPS, &gap), RAPPORT_NOT_FOUND);
    (void)gap_of(&it, RAPPORT_FEWEST_STEPS, 0, NULL);
    assert_int_equal(rapport_result_get_band_gap(it.result, RAPPORT_CHEAPEST_STEPS, &gap), RAPPORT_NOT_FOUND);
    assert_int_equal(rapport_result_get_band_gap(it.result, 2, &gap), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_move(it.result, RAPPORT_FEWEST_STEPS, 1, &move), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_obstacle(it.result, RAPPORT_FEWEST_STEPS, 0, &obstacle), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_compute_band_gap(it.result, &options, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    options = (rapport_band_gap_options){.struct_size = sizeof options, .kind = 2};
    assert_int_equal(rapport_result_compute_band_gap(it.result, &options, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_compute_band_gap(NULL, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    options.struct_size = 4;
    assert_int_equal(rapport_result_compute_band_gap(it.result, &options, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    assert_int_equal(rapport_result_get_band_gap(it.result, RAPPORT_FEWEST_STEPS, &gap), RAPPORT_NOT_FOUND);
    sk_close(&it);
    it = sk_open("p", NULL, "us: p -", NULL);
    assert_int_equal(rapport_result_compute_band_gap(it.result, NULL, NULL, NULL), RAPPORT_UNDEFINED);
    sk_close(&it);
}

/* Thirty criteria of different weights, a thousand steps of work: a way all the same, and no claim. */
static void a_limit_of_work_gives_a_way_without_proof(void **state)
{
    sk it = sk_open("a#five:3 b#five:5 c#five:7 d#five:11 e#five:13 f#five:17 g#five:19 h#five:23 i#five:29 j#five:31",
                    BANDS("'weakest_party':50"),
                    "us: a 1 b 2 c 1 d 2 e 1 f 2 g 1 h 2 i 1 j 2; them: a 2 b 1 c 2 d 1 e 2 f 1 g 2 h 1 i 2 j 1", NULL);
    rapport_band_gap_options options = {.struct_size = sizeof options, .kind = RAPPORT_CHEAPEST_STEPS, .work_limit = 1};
    rapport_band_gap gap = {.struct_size = sizeof gap};
    (void)state;
    assert_ok(rapport_result_compute_band_gap(it.result, &options, NULL, NULL));
    assert_ok(rapport_result_get_band_gap(it.result, RAPPORT_CHEAPEST_STEPS, &gap));
    assert_int_equal(gap.state, RAPPORT_BAND_REACHABLE);
    assert_int_equal(gap.optimal, 0);
    assert_true(gap.gated >= 50);
    sk_close(&it);
}

/* Thirty thousand criteria side by side at 0 points, two parties: each of the four levels of an answer is 25 points of a
 * 60,000th part, so that 50 points take two levels of all 60,000 answers. One by one, each with a mean of 30,000, that took
 * minutes. */
static void thousands_of_criteria_do_not_take_minutes(void **state)
{
    static char text[2 << 20];
    enum { CRITERIA = 30000 };
    rapport_model *model;
    rapport_assessment *assessment;
    rapport_band_gap_options options = {.struct_size = sizeof options};
    rapport_band_gap gap = {.struct_size = sizeof gap};
    sk it = {0};
    size_t used = (size_t)snprintf(text, sizeof text,
                                   "{\"format\":\"rapport-model/1\",\"id\":\"wide\",\"version\":\"1\","
                                   "\"scales\":{\"five\":{\"kind\":\"levels\",\"levels\":[{},{},{},{},{}]}},"
                                   "\"bands\":[{\"id\":\"low\",\"from\":0},{\"id\":\"high\",\"from\":50}],\"criteria\":[");
    uint32_t raters[2];
    (void)state;
    for (unsigned i = 0; i < CRITERIA; i++)
        used += (size_t)snprintf(text + used, sizeof text - used, "%s{\"id\":\"c%u\",\"scale\":\"five\"}", i ? "," : "", i);
    used += (size_t)snprintf(text + used, sizeof text - used, "]}");
    assert_ok(rapport_model_read(text, (int64_t)used, NULL, &model, NULL));
    assert_ok(rapport_assessment_create(model, "a", "Wide", "2026-09-30", NULL, &assessment, NULL));
    for (uint32_t p = 0; p < 2; p++) {
        assert_ok(rapport_assessment_add_party(assessment, p ? "us" : "them", 1, RAPPORT_VOICE_ONE, NULL, NULL));
        assert_ok(rapport_assessment_add_rater(assessment, p, "r", 1, &raters[p], NULL));
        for (uint32_t i = 1; i <= CRITERIA; i++)
            assert_ok(rapport_assessment_set_level(assessment, raters[p], i, 1, NULL));
    }
    assert_ok(rapport_result_create(NULL, &it.result));
    assert_ok(rapport_result_compute(it.result, assessment, NULL));
    assert_ok(rapport_result_compute_band_gap(it.result, &options, NULL, NULL));
    assert_ok(rapport_result_get_band_gap(it.result, RAPPORT_FEWEST_STEPS, &gap));
    assert_int_equal(gap.state, RAPPORT_BAND_REACHABLE);
    assert_int_equal(gap.steps, 4 * CRITERIA);
    rapport_result_destroy(it.result);
    rapport_assessment_destroy(assessment);
    rapport_model_destroy(model);
}

static rapport_status compute_anew(const rapport_allocator *memory)
{
    sk it = sk_open("g(p#five!:3) q#five", BANDS("'every_group':60"), "us: p 2 q 2; them: p 1 q 3", NULL);
    rapport_result *result = NULL;
    rapport_status status = rapport_result_create(memory, &result);
    if (!status)
        status = rapport_result_compute(result, it.assessment, NULL);
    if (!status)
        status = rapport_result_compute_band_gap(result, NULL, NULL, NULL);
    if (!status)
        status = rapport_result_compute_band_gap(result, NULL, NULL, NULL); /* in place of the first */
    rapport_result_destroy(result);
    sk_close(&it);
    return status;
}

static void memory_may_run_out_anywhere(void **state)
{
    (void)state;
    assert_true(tk_exhaust_memory(compute_anew) >= 6);
}

/* ---------------------------------------------------------------- in reports */

static char text[1 << 16];

static const char *report_of(const sk *it, int32_t format)
{
    rapport_report_options options = {.struct_size = sizeof options, .format = format, .ascii = 1, .compact = 1};
    rapport_buffer buffer = {text, sizeof text, 0};
    assert_ok(rapport_report_write(it->result, &options, rapport_buffer_write, &buffer, NULL));
    assert_true(buffer.needed < (int64_t)sizeof text);
    return text;
}

static void reports_tell_the_way_once_it_is_asked_for(void **state)
{
    sk it = sk_open("p#five:3 q#five", NULL, "us: p 2 q 2", NULL);
    (void)state;
    assert_null(strstr(report_of(&it, RAPPORT_TEXT), "To reach"));
    assert_non_null(strstr(report_of(&it, RAPPORT_JSON), "\"band_gap\":{\"fewest\":null,\"cheapest\":null}"));
    (void)gap_of(&it, RAPPORT_FEWEST_STEPS, 0, NULL);
    (void)gap_of(&it, RAPPORT_CHEAPEST_STEPS, 0, NULL);
    assert_non_null(strstr(report_of(&it, RAPPORT_TEXT), "To reach high\n  Fewest steps: 2 levels up: "));
    assert_non_null(strstr(report_of(&it, RAPPORT_JSON), "\"cheapest\":{\"band\":\"high\",\"state\":\"reachable\","));
    sk_close(&it);
    it = sk_open("p#five", BANDS("'balance':0.8"), "us: p 2; them: p 2", "'measures':{'benefits':{'us':90,'them':10}}");
    (void)gap_of(&it, RAPPORT_FEWEST_STEPS, 0, NULL);
    assert_non_null(strstr(report_of(&it, RAPPORT_TEXT),
                           "To reach high\n  Cannot be reached by answers alone: the balance of benefits comes to 0.20 at\n"
                           "  most, 0.80 is needed\n"));
    assert_non_null(strstr(report_of(&it, RAPPORT_JSON), "\"obstacles\":[{\"kind\":\"requirement\",\"of\":\"balance\","));
    sk_close(&it);
}

/* 9 columns of "To reach ", 68 of the title, 3 dots: 80. */
static void a_long_title_of_a_band_is_cut(void **state)
{
    sk it = sk_open("p#five", "'bands':[{'id':'low','from':0},{'id':'high','from':50,'title':'" A90 "'}]", "us: p 2", NULL);
    (void)state;
    (void)gap_of(&it, RAPPORT_FEWEST_STEPS, 0, NULL);
    assert_non_null(strstr(report_of(&it, RAPPORT_TEXT), "To reach " A60 "aaaaaaaa...\n"));
    sk_close(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fewest_steps_and_the_cheapest_by_weight),
        cmocka_unit_test(a_cost_for_each_step_may_be_given),
        cmocka_unit_test(what_needs_both_sides_takes_a_step_of_each),
        cmocka_unit_test(gates_stand_in_the_way),
        cmocka_unit_test(a_fact_rises_once_for_all),
        cmocka_unit_test(requirements_are_part_of_the_way),
        cmocka_unit_test(what_answers_cannot_change_is_named),
        cmocka_unit_test(a_measure_that_caps_is_an_obstacle),
        cmocka_unit_test(the_highest_band_has_no_next_one),
        cmocka_unit_test(what_is_withheld_stays_as_it_is),
        cmocka_unit_test(it_is_forgotten_when_the_result_is_computed_anew),
        cmocka_unit_test(a_limit_of_work_gives_a_way_without_proof),
        cmocka_unit_test(thousands_of_criteria_do_not_take_minutes),
        cmocka_unit_test(memory_may_run_out_anywhere),
        cmocka_unit_test(reports_tell_the_way_once_it_is_asked_for),
        cmocka_unit_test(a_long_title_of_a_band_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
