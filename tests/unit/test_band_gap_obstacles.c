/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What stands between a partnership and its next band where answers alone do not do it, and how reports say it. */
#include "score_kit.h"

#include "rapport/report.h"

static char text[1 << 18];

static const char *report_of(const sk *it, int32_t format)
{
    rapport_report_options options = {.struct_size = sizeof options, .format = format, .ascii = 1, .compact = 1};
    rapport_buffer buffer = {text, sizeof text, 0};
    assert_ok(rapport_report_write(it->result, &options, rapport_buffer_write, &buffer, NULL));
    assert_true(buffer.needed < (int64_t)sizeof text);
    return text;
}

static rapport_band_gap gap_of(sk *it, uint64_t work)
{
    rapport_band_gap_options options = {.struct_size = sizeof options, .kind = RAPPORT_FEWEST_STEPS, .work_limit = work};
    rapport_band_gap gap = {.struct_size = sizeof gap};
    assert_ok(rapport_result_compute_band_gap(it->result, &options, NULL, NULL));
    assert_ok(rapport_result_get_band_gap(it->result, RAPPORT_FEWEST_STEPS, &gap));
    return gap;
}

/* The text goes on in lines of 80 columns: blanks stand for them all. */
static void expect_said(const char *report, const char *words)
{
    for (const char *start = report; *start; start++) {
        const char *at = start, *wanted = words;
        while (*wanted && *at) {
            if (*wanted == ' ' && (*at == ' ' || *at == '\n')) {
                at += strspn(at, " \n");
                wanted++;
            } else if (*at++ != *wanted++) {
                wanted = "?";
                break;
            }
        }
        if (!*wanted)
            return;
    }
    fail_msg("not said: %s\nin: %s", words, report);
}

#define BANDS(demands) "'bands':[{'id':'low','from':0},{'id':'high','from':50,'requires':{" demands "}}]"

static void expect_out_of_reach(const char *tree, const char *settings, const char *parties, const char *words,
                                const char *json)
{
    sk it = sk_open(tree, settings, parties, NULL);
    rapport_band_gap gap = gap_of(&it, 0);
    assert_int_equal(gap.state, RAPPORT_BAND_OUT_OF_REACH);
    assert_int_equal(gap.optimal, 1);
    assert_int_equal(gap.obstacles, 1);
    expect_said(report_of(&it, RAPPORT_TEXT), words);
    expect_said(report_of(&it, RAPPORT_JSON), json);
    sk_close(&it);
}

/* p and q are withheld and stay at 30 and 40; with r at 100 that is (4 * 30 + 4 * 40 + 2 * 100) / 10 = 48. */
static void the_score_is_an_obstacle_where_the_rest_is_too_light(void **state)
{
    (void)state;
    expect_out_of_reach("p:4 q:4 r:2", "'anonymity_floor':3", "us: p 20 q 30 r 40 | p 40 q 50 r 40 | q 40 r 40",
                        "the score comes to 48.0 at most, 50.0 is needed", "{\"kind\":\"score\",\"of\":null,");
}

static void a_group_without_an_answer_is_named(void **state)
{
    (void)state;
    expect_out_of_reach("dark(p) q", BANDS("'every_group':60"), "us: p - q 20", "dark has no value that counts, 60.0 is needed",
                        "\"of\":\"every_group\",\"culprit\":\"dark\"");
}

static void a_party_without_a_score_is_named(void **state)
{
    (void)state;
    expect_out_of_reach("p", BANDS("'weakest_party':55"), "us: p 20; them: p -",
                        "the view of them has no value that counts, 55.0 is needed",
                        "\"of\":\"weakest_party\",\"culprit\":\"them\"");
}

/* Half of what could be answered is answered. */
static void coverage_stays_what_it_is(void **state)
{
    (void)state;
    expect_out_of_reach("p q", BANDS("'coverage':0.75"), "us: p 20 q -", "coverage comes to 0.50 at most, 0.75 is needed",
                        "\"of\":\"coverage\"");
}

static void a_gate_that_nobody_can_decide_is_told(void **state)
{
    (void)state;
    expect_out_of_reach(
        "p q~", "'gates':[{'id':'g','node':'q','view':'joint','below':50,'effect':'flag'}]," BANDS("'no_undecided_gates':true"),
        "us: p 20 q -", "alone: a gate is undecided", "\"of\":\"no_undecided_gates\"");
}

/* In a minimum of p, q and s, of which p is withheld, it would tell of p where s stops to count: s stays, though it is shown.
 * So (3 * 10 + 100) / 4 = 32.5 at the most; with three raters of p it can be had: s is 10, p 70 and q 80. */
static void what_would_tell_of_its_withheld_sibling_stays_as_it_is(void **state)
{
    static const char *const parties[] = {"us: p 60 q 70 s 10 r 40 | p 80 q 90 s 10 r 40 | q 80 s 10 r 40",
                                          "us: p 60 q 70 s 10 r 40 | p 80 q 90 s 10 r 40 | p 70 q 80 s 10 r 40"};
    (void)state;
    for (int i = 0; i < 2; i++) {
        sk it = sk_open("g^min:3(p q s) r", "'anonymity_floor':3", parties[i], NULL);
        rapport_band_gap gap = gap_of(&it, 0);
        assert_int_equal(sk_cell(&it, 0, "s").status, RAPPORT_CELL_OK);
        assert_int_equal(sk_cell(&it, 0, "p").status, i ? RAPPORT_CELL_OK : RAPPORT_CELL_WITHHELD);
        assert_int_equal(gap.withheld, !i);
        assert_int_equal(gap.state, i ? RAPPORT_BAND_REACHABLE : RAPPORT_BAND_OUT_OF_REACH);
        sk_close(&it);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_score_is_an_obstacle_where_the_rest_is_too_light),
        cmocka_unit_test(a_group_without_an_answer_is_named),
        cmocka_unit_test(a_party_without_a_score_is_named),
        cmocka_unit_test(coverage_stays_what_it_is),
        cmocka_unit_test(what_would_tell_of_its_withheld_sibling_stays_as_it_is),
        cmocka_unit_test(a_gate_that_nobody_can_decide_is_told),
    };
    return cmocka_run_group_tests_name("band_gap_obstacles", tests, NULL, NULL);
}
