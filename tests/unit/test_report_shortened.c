/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Reports stay short where there is much, and say how much more there is; and they have words for what is rare. */
#include "report_kit.h"

#include "measured_kit.h"
#include "ranking_kit.h"
#include "score_kit.h"

static const rapport_report_options plainly = {.struct_size = sizeof plainly, .ascii = 1};

/* Blanks in `words` stand for any blanks and ends of lines of the report. */
static int is_said(const char *report, const char *words)
{
    for (const char *start = report; *start; start++) {
        const char *at = start, *wanted = words;
        while (*wanted && *at && (*at == *wanted || (*wanted == ' ' && *at == '\n'))) {
            at += *wanted == ' ' ? strspn(at, " \n") : 1;
            wanted++;
        }
        if (!*wanted)
            return 1;
    }
    return 0;
}

static void expect_said(rk_paper *paper, const char *words, int wanted)
{
    if (is_said(paper->text, words) != wanted)
        fail_msg("%s: %s\nin: %s", wanted ? "not said" : "said", words, paper->text);
}

static void measures_say(const char *parties, const char *sections, const char *words, int wanted)
{
    rk_paper paper = {.limit = SIZE_MAX};
    wk it = wk_open_of(parties, sections);
    assert_ok(rapport_measures_write(it.result, &plainly, rk_write, &paper, NULL));
    expect_said(&paper, words, wanted);
    free(paper.text);
    wk_close(&it);
}

static void patterns_of_a_triad_are_told_in_words(void **state)
{
    (void)state;
    measures_say("'us'", "'triad':{'vision':70,'leadership':39,'strategy':70}",
                 "orphan vision: a strong vision that nobody carries", 1);
    measures_say("'us'", "'triad':{'vision':70,'leadership':40,'strategy':70}", "orphan vision", 0);
    measures_say("'us'", "'triad':{'vision':39,'leadership':50,'strategy':70}", "busy: plans without a picture of the end", 1);
    measures_say("'us'", "'triad':{'vision':39,'leadership':50,'strategy':69}", "busy", 0);
    measures_say("'us'", "'triad':{'vision':39,'leadership':70,'strategy':50}",
                 "drive without destination: leadership without a vision", 1);
    measures_say("'us'", "'triad':{'vision':40,'leadership':70,'strategy':50}", "drive without destination", 0);
}

/* Of six plans each is told, of eight six. */
static void measures_of_many_plans_are_cut(void **state)
{
    (void)state;
    for (int plans = 6; plans <= 8; plans += 2) {
        char sections[1024];
        int at = snprintf(sections, sizeof sections, "'scenarios':{'scenarios':[{'id':'s'}],'plans':[");
        for (int i = 0; i < plans; i++)
            at +=
                snprintf(sections + at, sizeof sections - (size_t)at, "%s{'id':'p%d','payoffs':{'s':%d}}", i ? "," : "", i, i);
        snprintf(sections + at, sizeof sections - (size_t)at, "]}");
        measures_say("'us','them'", sections, "p5 5.00 and 2 more;", plans == 8);
        measures_say("'us','them'", sections, "p4 4.00, p5 5.00", 1);
    }
}

/* Pairs are told of three parties, of four they are too many: that there is nothing would be wrong. */
static void what_is_left_to_json_is_not_nothing(void **state)
{
    (void)state;
    measures_say("'a','b','c'", "'dependence':{'a':1,'b':2,'c':4}", "joint dependence a and b 3.00", 1);
    measures_say("'a','b','c','d'", "'dependence':{'a':1,'b':2,'c':4,'d':8}", "There is nothing", 0);
    measures_say("'a','b','c','d'", "'dependence':{'a':1,'b':2,'c':4,'d':8}", "is told in JSON only.", 1);
}

static void ranking_says(const rapport_ranking *r, const char *words, int wanted)
{
    rk_paper paper = {.limit = SIZE_MAX};
    assert_ok(rapport_ranking_write(r, &plainly, rk_write, &paper, NULL));
    expect_said(&paper, words, wanted);
    free(paper.text);
}

/* Six equals make 15 pairs, 12 of them are named; five make 10. */
static void pairs_of_equals_are_cut(void **state)
{
    static const double same[6] = {7, 7, 7, 7, 7, 7};
    (void)state;
    for (uint32_t rows = 5; rows <= 6; rows++) {
        rapport_candidates *m = matrix_of(rows, "+", NULL, same);
        rapport_ranking *r = rank(m, RAPPORT_PROMETHEE1);
        ranking_says(r, ", and 3 more pairs", rows == 6);
        ranking_says(r, "As good as a1 and a2,", 1);
        rapport_ranking_destroy(r);
        rapport_candidates_destroy(m);
    }
}

/* All are as good, so all are chosen. */
static void of_those_chosen_a_hundred_are_named(void **state)
{
    static double same[101];
    (void)state;
    for (uint32_t rows = 100; rows <= 101; rows++) {
        rapport_candidates *m = matrix_of(rows, "+", NULL, same);
        rapport_ranking *r = rank(m, RAPPORT_VIKOR);
        ranking_says(r, "a99, a100\n", 1);
        ranking_says(r, "a100, a101", 0);
        rapport_ranking_destroy(r);
        rapport_candidates_destroy(m);
    }
}

/* Seven answers at 0 of five levels, under the minimum: each has to rise by two levels for 50. Six are named. */
static void a_way_of_many_answers_is_cut(void **state)
{
    static const char *const trees[] = {"a#five b#five c#five d#five e#five f#five g#five",
                                        "a#five b#five c#five d#five e#five f#five"};
    static const char *const parties[] = {"us: a 1 b 1 c 1 d 1 e 1 f 1 g 1", "us: a 1 b 1 c 1 d 1 e 1 f 1"};
    (void)state;
    for (int i = 0; i < 2; i++) {
        rk_paper paper = {.limit = SIZE_MAX};
        sk it = sk_open(trees[i], "'power':'min'", parties[i], NULL);
        assert_ok(rapport_result_compute_band_gap(it.result, NULL, NULL, NULL));
        assert_ok(rapport_report_write(it.result, &plainly, rk_write, &paper, NULL));
        expect_said(&paper, i ? "Fewest steps: 12 levels up" : "Fewest steps: 14 levels up", 1);
        expect_said(&paper, " and 1 more; the score is then 50.0", !i);
        free(paper.text);
        sk_close(&it);
    }
}

static void plan_says(uint32_t count, uint64_t work, const char *words, int wanted)
{
    rk_paper paper = {.limit = SIZE_MAX};
    sk it = sk_open("p q", NULL, "us: p 10 q 10", NULL);
    rapport_plan_options options = {.struct_size = sizeof options, .has_budget = 1, .budget = 1, .work_limit = work};
    rapport_actions *actions;
    rapport_plan *plan;
    assert_ok(rapport_actions_create(it.model, NULL, &actions));
    assert_ok(rapport_actions_add_phase(actions, "soon", 1, NULL, NULL));
    assert_ok(rapport_actions_add_phase(actions, "later", 1, NULL, NULL));
    for (uint32_t i = 0; i < count; i++) {
        char id[16];
        snprintf(id, sizeof id, "a%u", i);
        assert_ok(rapport_actions_add(actions, id, NULL, 1, RAPPORT_NONE, NULL, NULL));
        assert_ok(rapport_actions_add_effect(actions, i, sk_node(&it, "p"), RAPPORT_NONE, RAPPORT_EFFECT_POINTS, 10 + i, NULL));
    }
    assert_ok(rapport_plan_compute(it.result, actions, &options, NULL, &plan, NULL));
    assert_ok(rapport_plan_write(plan, &plainly, rk_write, &paper, NULL));
    expect_said(&paper, words, wanted);
    free(paper.text);
    rapport_plan_destroy(plan);
    rapport_actions_destroy(actions);
    sk_close(&it);
}

/* One is chosen; of those that are not, twelve are named. */
static void rejected_actions_are_cut_and_a_plan_without_proof_says_so(void **state)
{
    (void)state;
    plan_says(13, 0, "and 1 more", 0);
    plan_says(14, 0, "and 1 more", 1);
    plan_says(14, 0, "no plan reaches more", 1);
    plan_says(14, 1, "none; no plan comes above ", 1);
    plan_says(1, 0, "later", 1); /* a phase in which nothing is done is there all the same */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns_of_a_triad_are_told_in_words),
        cmocka_unit_test(measures_of_many_plans_are_cut),
        cmocka_unit_test(what_is_left_to_json_is_not_nothing),
        cmocka_unit_test(pairs_of_equals_are_cut),
        cmocka_unit_test(of_those_chosen_a_hundred_are_named),
        cmocka_unit_test(a_way_of_many_answers_is_cut),
        cmocka_unit_test(rejected_actions_are_cut_and_a_plan_without_proof_says_so),
    };
    return cmocka_run_group_tests_name("report_shortened", tests, NULL, NULL);
}
