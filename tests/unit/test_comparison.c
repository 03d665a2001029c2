/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Rounds beside each other, by hand. */
#include "testkit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/rapport.h"
#include "score_kit.h"

#define ALMOST 1e-12

/* The one model of most tests: p weighs 3 and takes both sides, q weighs 1 and aims at 80. */
#define TREE "p:3! q@80"

static rapport_comparison *compare_with(const sk *const *rounds, uint32_t count, const rapport_comparison_options *options)
{
    const rapport_assessment *list[RAPPORT_MAX_ROUNDS];
    rapport_comparison *made;
    rapport_error error;
    int32_t cause = -1;
    for (uint32_t i = 0; i < count; i++)
        list[i] = rounds[i]->assessment;
    if (rapport_comparison_create(list, count, options, NULL, &cause, &made, &error))
        fail_msg("%s: %s", error.path, error.message);
    assert_int_equal(cause, RAPPORT_COMPARABLE);
    return made;
}

#define COMPARE(...)                                                                                                           \
    compare_with((const sk *const[]){__VA_ARGS__}, sizeof((const sk *const[]){__VA_ARGS__}) / sizeof(const sk *), NULL)

static void expect_refusal(const sk *older, const sk *newer, const rapport_comparison_options *options, rapport_status status,
                           int32_t why)
{
    const rapport_assessment *list[] = {older->assessment, newer->assessment};
    rapport_comparison *made = (rapport_comparison *)1;
    rapport_error error = {0};
    int32_t cause = -1;
    assert_int_equal(rapport_comparison_create(list, 2, options, NULL, &cause, &made, &error), status);
    assert_null(made);
    assert_int_equal(cause, why);
    assert_true(error.status == status && *error.message);
}

static rapport_change change_of(const rapport_comparison *c, uint32_t older, uint32_t newer, uint32_t view, const char *id)
{
    rapport_change change = {.struct_size = sizeof change};
    uint32_t node = *id ? rapport_model_find(rapport_comparison_model(c), id) : RAPPORT_ROOT;
    assert_ok(rapport_comparison_get_change(c, older, newer, view, node, &change));
    return change;
}

static rapport_warning find_warning(const rapport_comparison *c, int32_t kind, uint32_t view)
{
    rapport_warning w = {.struct_size = sizeof w};
    for (uint32_t i = 0; i < rapport_comparison_count_warnings(c); i++) {
        assert_ok(rapport_comparison_get_warning(c, i, &w));
        if (w.kind == kind && w.view == view)
            return w;
    }
    w.kind = 0;
    return w;
}

static uint32_t count_warnings(const rapport_comparison *c, int32_t kind)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < rapport_comparison_count_warnings(c); i++) {
        rapport_warning w = {.struct_size = sizeof w};
        assert_ok(rapport_comparison_get_warning(c, i, &w));
        count += w.kind == kind;
    }
    return count;
}

static void changes_follow_by_hand(void **state)
{
    (void)state;
    /* Joint p is the minimum, q the mean. Older: p 40, q 60: (120 + 60)/4 = 45. Newer: p 60, q 80: 65. Target of p 75. */
    sk older = sk_open(TREE, NULL, "us: p 40 q 50; them: p 80 q 70", NULL);
    sk newer = sk_open(TREE, NULL, "us: p 60 q 80; them: p 70 q 80", NULL);
    rapport_comparison *c = COMPARE(&older, &newer);
    assert_int_equal(rapport_comparison_basis(c, NULL), RAPPORT_SAME_MODEL);
    rapport_change whole = change_of(c, 0, 1, RAPPORT_JOINT, ""), p = change_of(c, 0, 1, RAPPORT_JOINT, "p");
    rapport_change q = change_of(c, 0, 1, RAPPORT_JOINT, "q"), theirs = change_of(c, 0, 1, 1, "p");
    assert_close(whole.older, 45, ALMOST);
    assert_close(whole.newer, 65, ALMOST);
    assert_close(whole.delta, 20, ALMOST);
    assert_int_equal(p.has, RAPPORT_HAS_OLDER | RAPPORT_HAS_NEWER | RAPPORT_HAS_DELTA | RAPPORT_HAS_CLOSURE);
    assert_close(p.target, 75, 0);
    assert_close(p.closure, 20.0 / 35, ALMOST); /* gap 35, then 15 */
    assert_int_equal(p.target_change, RAPPORT_TARGET_AS_BEFORE);
    assert_close(q.closure, 1, 0); /* 20 short, then met */
    assert_int_equal(q.target_change, RAPPORT_NEWLY_MET);
    assert_close(theirs.delta, -10, ALMOST);
    assert_int_equal(theirs.target_change, RAPPORT_NEWLY_MISSED); /* 80, then 70 against 75 */
    assert_false(theirs.has & RAPPORT_HAS_CLOSURE);               /* there was no gap to close */
    rapport_comparison_destroy(c);
    sk_close(&older);
    sk_close(&newer);
}

static void a_round_beside_itself_has_not_changed(void **state)
{
    (void)state;
    sk it = sk_open("g:2^0(p:3! q) r", NULL, "us: p 37 q 59 r 71; them: p 83 r -", NULL);
    rapport_comparison *c = COMPARE(&it, &it);
    for (uint32_t view = 0; view < 3; view++)
        for (uint32_t node = 0; node < rapport_model_count_nodes(it.model); node++) {
            rapport_change change = {.struct_size = sizeof change};
            assert_ok(rapport_comparison_get_change(c, 0, 1, view == 2 ? RAPPORT_JOINT : view, node, &change));
            assert_same_bits(change.delta, 0);
            assert_same_bits(change.closure, 0);
            assert_int_equal(change.target_change, 0);
            assert_int_equal(change.older_status, change.newer_status);
        }
    assert_int_equal(rapport_comparison_count_warnings(c), 0);
    rapport_comparison_destroy(c);
    sk_close(&it);
}

static void exchanging_rounds_changes_the_sign(void **state)
{
    (void)state;
    sk older = sk_open(TREE, NULL, "us: p 41 q 53; them: p 83 q 71", NULL);
    sk newer = sk_open(TREE, NULL, "us: p 67 q 89; them: p 73 q 79", NULL);
    rapport_comparison *c = COMPARE(&older, &newer);
    rapport_perception_change there = {.struct_size = sizeof there}, back = there, turned = there;
    const char *const nodes[] = {"", "p", "q"};
    for (int i = 0; i < 3; i++)
        assert_same_bits(change_of(c, 0, 1, RAPPORT_JOINT, nodes[i]).delta, -change_of(c, 1, 0, RAPPORT_JOINT, nodes[i]).delta);
    assert_ok(rapport_comparison_get_perception_change(c, 0, 1, 0, 1, 1, &there));
    assert_ok(rapport_comparison_get_perception_change(c, 1, 0, 0, 1, 1, &back));
    assert_ok(rapport_comparison_get_perception_change(c, 0, 1, 1, 0, 1, &turned));
    /* p: 41 - 83 = -42, then 67 - 73 = -6: 36 narrower. */
    assert_close(there.older, -42, ALMOST);
    assert_close(there.newer, -6, ALMOST);
    assert_close(there.delta, 36, ALMOST);
    assert_close(there.widening, -36, ALMOST);
    assert_same_bits(back.delta, -there.delta);
    assert_same_bits(turned.delta, -there.delta);
    assert_same_bits(turned.widening, there.widening);
    assert_int_equal(rapport_comparison_get_perception_change(c, 0, 1, 0, 0, 1, &back), RAPPORT_BAD_ARGUMENT);
    rapport_comparison_destroy(c);
    sk_close(&older);
    sk_close(&newer);
}

static void parties_are_matched_by_id(void **state)
{
    (void)state;
    sk a = sk_open(TREE, NULL, "us: p 41 q 53; them: p 83 q 71; old: p 50 q 50", NULL);
    sk b = sk_open(TREE, NULL, "them: p 73 q 79; us: p 67 q 89; new: p 90 q 90", NULL);
    rapport_comparison *c = COMPARE(&a, &b);
    uint32_t us = rapport_comparison_find_party(c, "us"), old = rapport_comparison_find_party(c, "old");
    uint32_t new = rapport_comparison_find_party(c, "new");
    assert_int_equal(rapport_comparison_count_parties(c), 4);
    assert_true(us == 1 && new == 2 && old == 3);
    assert_close(change_of(c, 0, 1, us, "p").delta, 26, ALMOST);
    assert_int_equal(change_of(c, 0, 1, old, "p").has, RAPPORT_HAS_OLDER);
    assert_int_equal(change_of(c, 0, 1, new, "p").has, RAPPORT_HAS_NEWER);
    assert_int_equal(change_of(c, 0, 1, new, "p").older_status, RAPPORT_CELL_MISSING);
    assert_int_equal(find_warning(c, RAPPORT_WARN_PARTY_JOINED, new).kind, RAPPORT_WARN_PARTY_JOINED);
    assert_int_equal(find_warning(c, RAPPORT_WARN_PARTY_LEFT, old).kind, RAPPORT_WARN_PARTY_LEFT);
    assert_int_equal(count_warnings(c, RAPPORT_WARN_PARTY_JOINED) + count_warnings(c, RAPPORT_WARN_PARTY_LEFT), 2);
    assert_string_equal(rapport_comparison_party_title(c, old, NULL), "old");
    assert_string_equal(rapport_comparison_party_id(c, us), "us");
    assert_null(rapport_comparison_party_id(c, 4));
    assert_null(rapport_comparison_party_title(c, 4, NULL));
    assert_true(rapport_comparison_has_party(c, 0, old) && !rapport_comparison_has_party(c, 1, old));
    assert_false(rapport_comparison_has_party(c, 0, 4) || rapport_comparison_has_party(c, 2, us));
    rapport_comparison_destroy(c);
    sk_close(&a);
    sk_close(&b);
}

/* Scores every node of two comparisons and a result alike. */
static void expect_as_reduced(const rapport_comparison *c, uint32_t round, const sk *reduced, const char *const *nodes)
{
    for (; *nodes; nodes++)
        for (uint32_t v = 0; v < 3; v++) {
            uint32_t view = v == 2 ? RAPPORT_JOINT : v;
            rapport_change change = change_of(c, round, round, view, *nodes);
            rapport_cell cell = sk_cell(reduced, view, *nodes);
            assert_int_equal(change.older_status, cell.status);
            assert_same_bits(change.older, cell.score);
        }
}

static void scoring_again_is_scoring_under_what_is_left_of_the_newer_model(void **state)
{
    (void)state;
    const char *const nodes[] = {"", "g", "p", "q", "t", NULL};
    sk older = sk_open("g(p:3 q) r:7 t!", NULL, "us: p 41 q 53 r 12 t 77; them: p 83 q - t 66 | p 21 t 11", NULL);
    sk newer = sk_open("g:2^0(p! q:2 z:5) t", NULL, "us: p 61 q 43 z 5 t 70; them: p 33 z 99 t -", NULL);
    sk left_older = sk_open("g:2^0(p! q:2) t", NULL, "us: p 41 q 53 t 77; them: p 83 q - t 66 | p 21 t 11", NULL);
    sk left_newer = sk_open("g:2^0(p! q:2) t", NULL, "us: p 61 q 43 t 70; them: p 33 t -", NULL);
    rapport_comparison *c =
        compare_with((const sk *const[]){&older, &newer}, 2,
                     &(rapport_comparison_options){.struct_size = sizeof(rapport_comparison_options), .minimum_common = 0.3});
    double common;
    assert_int_equal(rapport_comparison_basis(c, &common), RAPPORT_RESCORED);
    assert_close(common, 2.0 / 3 * (3.0 / 8) + 1.0 / 3, ALMOST); /* g has 2/3, of which z takes 5/8 */
    expect_as_reduced(c, 0, &left_older, nodes);
    expect_as_reduced(c, 1, &left_newer, nodes);
    rapport_left_out left = {.struct_size = sizeof left};
    const char *id;
    assert_int_equal(rapport_comparison_count_left_out(c), 2);
    assert_ok(rapport_comparison_get_left_out(c, 0, &id, &left));
    assert_string_equal(id, "z");
    assert_true(left.reason == RAPPORT_ONLY_NEWER && left.round == 0 && left.node == sk_node(&newer, "z"));
    assert_ok(rapport_comparison_get_left_out(c, 1, &id, &left));
    assert_string_equal(id, "r");
    assert_true(left.reason == RAPPORT_ONLY_OLDER && left.round == 0 && left.node == RAPPORT_NONE);
    assert_int_equal(rapport_comparison_get_left_out(c, 2, &id, &left), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(change_of(c, 0, 1, RAPPORT_JOINT, "z").newer_status, RAPPORT_CELL_NOT_APPLICABLE);
    assert_true(rapport_comparison_has_node(c, sk_node(&newer, "p")) && rapport_comparison_has_node(c, 0));
    assert_false(rapport_comparison_has_node(c, sk_node(&newer, "z")) || rapport_comparison_has_node(c, 99));
    rapport_round round = {.struct_size = sizeof round};
    assert_ok(rapport_comparison_get_round(c, 0, &round));
    assert_true(round.active && !round.own_model && round.has_score);
    assert_ok(rapport_comparison_get_round(c, 1, &round));
    assert_int_equal(round.own_model, 1);
    rapport_comparison_destroy(c);
    sk_close(&older);
    sk_close(&newer);
    sk_close(&left_older);
    sk_close(&left_newer);
}

static void facts_and_silent_parties_are_scored_again_too(void **state)
{
    (void)state;
    sk older = sk_open("p:3 q r", NULL, "us: p 40; them:", "'facts':{'q':80,'r':1}");
    sk newer = sk_open("p q", NULL, "us: p 60; them:", "'facts':{'q':90}");
    rapport_comparison *c = COMPARE(&older, &newer);
    assert_close(change_of(c, 0, 1, 0, "").older, 60, ALMOST); /* p and q alike now: (40 + 80)/2 */
    assert_close(change_of(c, 0, 1, 0, "").newer, 75, ALMOST);
    assert_close(change_of(c, 0, 1, 1, "").older, 80, ALMOST); /* the fact alone */
    assert_int_equal(change_of(c, 0, 1, 1, "p").older_status, RAPPORT_CELL_MISSING);
    rapport_comparison_destroy(c);
    sk_close(&older);
    sk_close(&newer);
}

/* The smallest models that differ in one scale; `other` is asked too, so that something is common. */
static sk open_scale(const char *scale, const char *answer)
{
    static char page[2048];
    sk it = {0};
    rapport_error error;
    int put = snprintf(page, sizeof page,
                       "{'format':'rapport-assessment/1','id':'a','partnership':'P','date':'2026-01-31','model':{"
                       "'format':'rapport-model/1','id':'m','version':'1','bands':[{'id':'b','from':0}],"
                       "'scales':{'s':%s,'y':{'kind':'yesno'}},'criteria':[{'id':'c','scale':'s'},{'id':'other','scale':'y'}]},"
                       "'parties':[{'id':'us','voice':'one','raters':[{'id':'r','answers':{'c':%s,'other':true}}]}]}",
                       scale, answer);
    assert_true(put > 0 && put < (int)sizeof page);
    for (char *at = page; *at; at++)
        *at = *at == '\'' ? '"' : *at;
    if (rapport_assessment_read(page, -1, NULL, NULL, NULL, &it.model, &it.assessment, &error))
        fail_msg("%s: %s", error.path, error.message);
    return it;
}

static void expect_scales(const char *older, const char *answer, const char *newer, const char *now, int32_t reason,
                          double score)
{
    sk a = open_scale(older, answer), b = open_scale(newer, now);
    rapport_comparison *c = COMPARE(&a, &b);
    rapport_left_out left = {.struct_size = sizeof left};
    if (!reason) {
        assert_int_equal(rapport_comparison_count_left_out(c), 0);
        assert_close(change_of(c, 0, 1, RAPPORT_JOINT, "c").older, score, ALMOST);
    } else {
        assert_int_equal(rapport_comparison_count_left_out(c), 1);
        assert_ok(rapport_comparison_get_left_out(c, 0, NULL, &left));
        assert_true(left.reason == reason && left.node == 1);
        assert_int_equal(change_of(c, 0, 1, RAPPORT_JOINT, "c").older_status, RAPPORT_CELL_NOT_APPLICABLE);
    }
    assert_int_equal(rapport_comparison_basis(c, NULL), RAPPORT_RESCORED);
    rapport_comparison_destroy(c);
    sk_close(&a);
    sk_close(&b);
}

static void an_answer_counts_again_only_if_it_means_the_same(void **state)
{
    (void)state;
#define LEVELS(levels) "{'kind':'levels','levels':[" levels "]}"
    expect_scales(LEVELS("{},{},{}"), "2", "{'kind':'yesno'}", "true", RAPPORT_OTHER_KIND, 0);
    expect_scales(LEVELS("{},{},{}"), "2", LEVELS("{},{}"), "2", RAPPORT_OTHER_LEVELS, 0);
    expect_scales(LEVELS("{'id':'a'},{'id':'b'}"), "2", LEVELS("{'id':'a'},{'id':'d'}"), "2", RAPPORT_OTHER_LEVELS, 0);
    expect_scales(LEVELS("{},{},{}"), "2", "{'kind':'levels','levels':[{},{},{}],'reversed':true}", "2", RAPPORT_OTHER_LEVELS,
                  0);
    /* What a level is worth may change: level 2 of {0, 20, 100} was worth 50. */
    expect_scales(LEVELS("{},{},{}"), "2", LEVELS("{'points':0},{'points':20},{'points':100}"), "2", 0, 20);
    expect_scales(LEVELS("{'id':'a'},{}"), "2", LEVELS("{},{'id':'b'}"), "1", 0, 100);
    expect_scales("{'kind':'number','unit':'d','linear':{'worst':30,'best':10}}", "15",
                  "{'kind':'number','unit':'h','linear':{'worst':30,'best':10}}", "15", RAPPORT_OTHER_UNIT, 0);
    expect_scales("{'kind':'number','unit':'d','linear':{'worst':30,'best':10}}", "15",
                  "{'kind':'number','unit':'d','linear':{'worst':20,'best':10}}", "15", 0, 50);
#define OPTION(id, points) "{'id':'" id "','points':" points "}"
    expect_scales("{'kind':'choice','choices':[" OPTION("near", "100") "," OPTION("far", "40") "]}", "'far'",
                  "{'kind':'choice','choices':[" OPTION("near", "100") "," OPTION("away", "40") "]}", "'away'",
                  RAPPORT_OTHER_OPTIONS, 0);
    /* The same options in another order and worth something else. */
    expect_scales("{'kind':'choice','choices':[" OPTION("near", "100") "," OPTION("far", "40") "]}", "'far'",
                  "{'kind':'choice','choices':[" OPTION("far", "10") "," OPTION("near", "90") "]}", "'far'", 0, 10);
}

static void what_cannot_be_compared_is_refused_with_its_cause(void **state)
{
    (void)state;
    sk a = sk_open("p q", NULL, "us: p 40 q 50", NULL), strangers = sk_open("p q", NULL, "others: p 40 q 50", NULL);
    sk other = sk_open("y z", NULL, "us: y 40 z 50", NULL), little = sk_open("p z:9", NULL, "us: p 40 z 50", NULL);
    sk rested = sk_open("p q", NULL, "us:", "'inactive':true");
    expect_refusal(&a, &strangers, NULL, RAPPORT_UNDEFINED, RAPPORT_NO_COMMON_PARTY);
    expect_refusal(&a, &other, NULL, RAPPORT_UNDEFINED, RAPPORT_NO_COMMON_CRITERIA);
    expect_refusal(&a, &little, NULL, RAPPORT_UNDEFINED, RAPPORT_TOO_LITTLE_COMMON); /* p weighs a tenth */
    expect_refusal(&a, &rested, NULL, RAPPORT_UNDEFINED, RAPPORT_TOO_FEW_ROUNDS);
    rapport_comparison_options loose = {.struct_size = sizeof loose, .minimum_common = 0.1};
    rapport_comparison_destroy(compare_with((const sk *const[]){&a, &little}, 2, &loose));
    loose.minimum_common = 0.100001;
    expect_refusal(&a, &little, &loose, RAPPORT_UNDEFINED, RAPPORT_TOO_LITTLE_COMMON);
    rapport_assessment *early, *nobody;
    assert_ok(rapport_assessment_create(a.model, "e", "P", "2026-01-30", NULL, &early, NULL));
    assert_ok(rapport_assessment_add_party(early, "us", 1, RAPPORT_VOICE_ONE, NULL, NULL));
    sk before = {.assessment = early};
    expect_refusal(&a, &before, NULL, RAPPORT_BAD_VALUE, RAPPORT_WRONG_ORDER);
    assert_ok(rapport_assessment_create(a.model, "n", "P", "2026-02-01", NULL, &nobody, NULL));
    sk empty = {.assessment = nobody};
    expect_refusal(&a, &empty, NULL, RAPPORT_BAD_ARGUMENT, RAPPORT_COMPARABLE);
    rapport_assessment_destroy(early);
    rapport_assessment_destroy(nobody);
    sk_close(&a);
    sk_close(&strangers);
    sk_close(&other);
    sk_close(&little);
    sk_close(&rested);
}

static void options_out_of_range_are_refused(void **state)
{
    (void)state;
    sk a = sk_open("p q", NULL, "us: p 40 q 50", NULL);
#define WITH(...)                                                                                                              \
    &(rapport_comparison_options)                                                                                              \
    {                                                                                                                          \
        .struct_size = sizeof(rapport_comparison_options), __VA_ARGS__                                                         \
    }
    const rapport_comparison_options *const bad[] = {WITH(.span = -1),
                                                     WITH(.span = NAN),
                                                     WITH(.sigma = -1),
                                                     WITH(.sigma = 101),
                                                     WITH(.sigma = 4, .mean = 101),
                                                     WITH(.lambda = 1.1),
                                                     WITH(.width = -1),
                                                     WITH(.slack = -1),
                                                     WITH(.interval = -1),
                                                     WITH(.minimum_common = 2),
                                                     WITH(.widening = 101),
                                                     WITH(.coverage_fall = 2),
                                                     WITH(.share_drift = -1),
                                                     WITH(.baseline = 1),
                                                     WITH(.baseline = 241)};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        expect_refusal(&a, &a, bad[i], RAPPORT_BAD_VALUE, RAPPORT_COMPARABLE);
    expect_refusal(&a, &a, WITH(.fade = 2), RAPPORT_BAD_ARGUMENT, 0);
    expect_refusal(&a, &a, WITH(.limits = -1), RAPPORT_BAD_ARGUMENT, 0);
    expect_refusal(&a, &a, &(rapport_comparison_options){.struct_size = 4}, RAPPORT_BAD_ARGUMENT, 0);
    expect_refusal(&a, &a, WITH(.trust = "z"), RAPPORT_NOT_FOUND, 0);
    expect_refusal(&a, &a, WITH(.node = "z"), RAPPORT_NOT_FOUND, 0);
    rapport_comparison *made;
    const rapport_assessment *holes[] = {a.assessment, NULL};
    assert_int_equal(rapport_comparison_create(holes, 2, NULL, NULL, NULL, &made, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_comparison_create(NULL, 2, NULL, NULL, NULL, &made, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_comparison_create(NULL, 0, NULL, NULL, NULL, &made, NULL), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_comparison_create(holes, 2, NULL, NULL, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    sk_close(&a);
}

static void at_most_240_rounds(void **state)
{
    (void)state;
    sk a = sk_open("p q", NULL, "us: p 40 q 50", NULL);
    const rapport_assessment *list[RAPPORT_MAX_ROUNDS + 1];
    rapport_comparison *made;
    rapport_round_trend trend = {.struct_size = sizeof trend};
    for (int i = 0; i <= RAPPORT_MAX_ROUNDS; i++)
        list[i] = a.assessment;
    assert_int_equal(rapport_comparison_create(list, RAPPORT_MAX_ROUNDS + 1, NULL, NULL, NULL, &made, NULL), RAPPORT_LIMIT);
    assert_ok(rapport_comparison_create(list, RAPPORT_MAX_ROUNDS, NULL, NULL, NULL, &made, NULL));
    assert_ok(rapport_comparison_get_trend(made, RAPPORT_JOINT, RAPPORT_ROOT, &trend));
    assert_true(trend.used == 240 && trend.recent == 45 && trend.slope == 0 && trend.test_reason == RAPPORT_TREND_NO_SPREAD);
    assert_int_equal(trend.chart_reason, RAPPORT_TREND_NO_SPREAD);
    rapport_comparison_destroy(made);
    sk_close(&a);
}

static void a_trend_skips_what_has_no_score(void **state)
{
    (void)state;
    /* Trust is the whole. The series of the design, with an inactive and an unanswered round in it. */
    const char *const said[] = {"us: trust 71", "us: trust 69", "us:",          "us: trust 70",
                                "us: trust -",  "us: trust 66", "us: trust 64", "us: trust 62"};
    sk rounds[8];
    const sk *list[8];
    for (int i = 0; i < 8; i++) {
        rounds[i] = sk_open("trust", NULL, said[i], i == 2 ? "'inactive':true" : NULL);
        list[i] = &rounds[i];
    }
    rapport_comparison *c = compare_with(list, 8, WITH(.mean = 70, .sigma = 4));
    rapport_round_trend t = {.struct_size = sizeof t};
    rapport_trend_point point = {.struct_size = sizeof point};
    assert_ok(rapport_comparison_get_trend(c, RAPPORT_JOINT, RAPPORT_ROOT, &t));
    assert_true(t.used == 6 && t.skipped == 2 && t.baseline == RAPPORT_BASELINE_GIVEN && t.chart_reason == 0);
    assert_close(t.average, 65.730391, 1e-9); /* as in test_trend.c */
    assert_close(t.lower, 65.4946, 5e-5);
    assert_close(t.cusum_low, 3, ALMOST);
    assert_true(t.ewma_alarm == 0 && t.cusum_alarm == 0 && t.ewma_alarms == 0);
    assert_close(t.s, -13, 0); /* 71 69 70 66 64 62: one pair of 15 rises */
    /* Linear over 12: weights 7..12 of 12. (7*71 + 8*69 + 9*70 + 10*66 + 11*64 + 12*62)/57 = 3787/57. */
    assert_close(t.recent, 3787.0 / 57, 1e-12);
    assert_ok(rapport_comparison_get_point(c, RAPPORT_JOINT, RAPPORT_ROOT, 2, &point));
    assert_true(!point.has_score && !point.has_chart && point.average == 0);
    assert_ok(rapport_comparison_get_point(c, RAPPORT_JOINT, RAPPORT_ROOT, 7, &point));
    assert_true(point.has_score && point.has_chart && point.score == 62 && point.average == t.average);
    assert_int_equal(rapport_comparison_get_point(c, RAPPORT_JOINT, RAPPORT_ROOT, 8, &point), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_comparison_get_point(c, 7, RAPPORT_ROOT, 0, &point), RAPPORT_NOT_FOUND);
    rapport_warning w = find_warning(c, RAPPORT_WARN_TRUST_FALLING, 0);
    assert_true(w.kind && w.before == 66 && w.limit == 64 && w.now == 62 && w.round == 5);
    assert_int_equal(count_warnings(c, RAPPORT_WARN_TRUST_FALLING), 1); /* not of all again */
    uint32_t previous, newest = rapport_comparison_newest(c, &previous);
    assert_true(newest == 7 && previous == 6);
    rapport_comparison_destroy(c);
    c = compare_with(list, 8, WITH(.mean = 70, .sigma = 4, .width = 2.6, .interval = 2.9));
    w = find_warning(c, RAPPORT_WARN_EWMA, 0); /* 70 - 2.6/2.7 4.5054 = 65.6615 is not it, the average 65.7304 is in */
    assert_int_equal(w.kind, 0);
    w = find_warning(c, RAPPORT_WARN_CUSUM, 0);
    assert_true(w.kind && w.now == 3 && w.limit == 2.9);
    rapport_comparison_destroy(c);
    c = compare_with(list, 8, WITH(.mean = 70, .sigma = 4, .width = 2.5));
    w = find_warning(c, RAPPORT_WARN_EWMA, 0); /* limit 70 - 2.5/2.7 4.5054 = 65.8283 */
    assert_true(w.kind && fabs(w.limit - 65.8283) < 1e-4 && fabs(w.now - 65.7304) < 1e-4);
    rapport_comparison_destroy(c);
    for (int i = 0; i < 8; i++)
        sk_close(&rounds[i]);
}

static void without_a_given_sigma_the_first_rounds_make_the_charts(void **state)
{
    (void)state;
    /* 70 72 74: mean 72, s 2. Then 68: z = 72 + 0.3 (68 - 72) = 70.8; low = (72 - 68)/2 - 0.5 = 1.5. */
    const char *const said[] = {"us: p 70", "us: p 72", "us: p 74", "us: p 68"};
    sk rounds[4];
    const sk *list[4];
    for (int i = 0; i < 4; i++) {
        rounds[i] = sk_open("p", NULL, said[i], NULL);
        list[i] = &rounds[i];
    }
    rapport_round_trend t = {.struct_size = sizeof t};
    rapport_trend_point point = {.struct_size = sizeof point};
    rapport_comparison *c = compare_with(list, 4, NULL);
    assert_ok(rapport_comparison_get_trend(c, RAPPORT_JOINT, RAPPORT_ROOT, &t));
    assert_int_equal(t.baseline, RAPPORT_BASELINE_FIRST);
    assert_close(t.mean, 72, ALMOST);
    assert_close(t.sigma, 2, ALMOST);
    assert_close(t.average, 70.8, ALMOST);
    assert_close(t.lower, 72 - 2.7 * 2 * 0.3, ALMOST);
    assert_close(t.cusum_low, 1.5, ALMOST);
    assert_ok(rapport_comparison_get_point(c, RAPPORT_JOINT, RAPPORT_ROOT, 2, &point));
    assert_true(point.has_score && !point.has_chart && point.score == 74);
    rapport_comparison_destroy(c);
    c = compare_with(list, 3, NULL); /* nothing is left for the charts */
    assert_ok(rapport_comparison_get_trend(c, RAPPORT_JOINT, RAPPORT_ROOT, &t));
    assert_true(t.chart_reason == RAPPORT_TREND_TOO_FEW && t.mean == 0 && t.sigma == 0);
    rapport_comparison_destroy(c);
    for (int i = 0; i < 4; i++)
        sk_close(&rounds[i]);
}

static void warnings_have_their_place_and_numbers(void **state)
{
    (void)state;
    const char *gates = "'gates':[{'id':'g','node':'p','view':'any','below':30,'effect':'cap','cap':20}]";
    const char *shares = "'measures':{'benefits':{'us':50,'them':50}}",
               *drifted = "'measures':{'benefits':{'us':44,'them':56}}";
    sk older = sk_open("p q", gates, "us: p 70 q 50; them: p 60 q 50; late: p 60 q 50", NULL);
    sk newer = sk_open("p q", gates, "us: p 40 q 50; them: p 60 q -; late:", NULL);
    rapport_comparison *c = COMPARE(&older, &newer);
    rapport_warning w = find_warning(c, RAPPORT_WARN_GATE_NEAR_MISS, RAPPORT_NONE);
    assert_int_equal(w.kind, 0); /* a silent party leaves the gate undecided */
    w = find_warning(c, RAPPORT_WARN_GAP_WIDENING, 0);
    /* p: 10 apart, then 20: 10 wider, less than 12.5; q is not there any more. The wholes: 60 - 55 = 5, then 45 - 60 = -15. */
    assert_int_equal(w.kind, 0);
    w = find_warning(c, RAPPORT_WARN_SILENT_PARTY, 2);
    assert_int_equal(w.kind, RAPPORT_WARN_SILENT_PARTY);
    w = find_warning(c, RAPPORT_WARN_COVERAGE_FALLING, 1);
    assert_true(w.kind && w.before == 1 && w.now == 0.5 && w.round == 0);
    assert_int_equal(find_warning(c, RAPPORT_WARN_COVERAGE_FALLING, RAPPORT_JOINT).kind, 0); /* said of parties already */
    rapport_comparison_destroy(c);
    c = compare_with((const sk *const[]){&older, &newer}, 2, WITH(.widening = 10));
    w = find_warning(c, RAPPORT_WARN_GAP_WIDENING, 0);
    assert_true(w.kind && w.against == 1 && w.node == RAPPORT_ROOT && w.before == 5 && w.now == 15 && w.limit == 10);
    rapport_comparison_destroy(c);
    sk_close(&older);
    sk_close(&newer);

    older = sk_open("p", gates, "us: p 70; them: p 60", shares);
    newer = sk_open("p", gates, "us: p 40; them: p 60", drifted);
    c = COMPARE(&older, &newer);
    w = find_warning(c, RAPPORT_WARN_GATE_NEAR_MISS, RAPPORT_NONE);
    assert_true(w.kind && w.gate == 0 && w.now == 40 && w.before == 60 && w.limit == 30 && w.node == 1);
    w = find_warning(c, RAPPORT_WARN_SHARE_DRIFTING, 0);
    assert_true(w.kind && fabs(w.before - 0.5) < ALMOST && fabs(w.now - 0.44) < ALMOST && w.limit == 0.5);
    assert_int_equal(count_warnings(c, RAPPORT_WARN_SHARE_DRIFTING), 2);
    rapport_comparison_destroy(c);
    sk down = sk_open("p", gates, "us: p 20; them: p 60", NULL);
    c = COMPARE(&newer, &down);
    w = find_warning(c, RAPPORT_WARN_GATE_BREACHED, RAPPORT_NONE);
    assert_true(w.kind && w.now == 20 && w.before == 40);
    rapport_gate_change gate = {.struct_size = sizeof gate};
    assert_ok(rapport_comparison_get_gate_change(c, 0, 1, 0, &gate));
    assert_true(gate.older_state == RAPPORT_GATE_NEAR_MISS && gate.newer_state == RAPPORT_GATE_BREACHED);
    assert_int_equal(rapport_comparison_get_gate_change(c, 0, 1, 1, &gate), RAPPORT_BAD_ARGUMENT);
    rapport_comparison_destroy(c);
    sk_close(&older);
    sk_close(&newer);
    sk_close(&down);
}

static void what_no_party_shows_alone_is_said_of_all(void **state)
{
    (void)state;
    /* One party's trust falls first, then the other's: under the minimum the joint value falls twice, that of no party does. */
    sk rounds[3] = {sk_open("trust!", NULL, "us: trust 70; them: trust 80", NULL),
                    sk_open("trust!", NULL, "us: trust 60; them: trust 80", NULL),
                    sk_open("trust!", NULL, "us: trust 60; them: trust 50", NULL)};
    rapport_comparison *c = COMPARE(&rounds[0], &rounds[1], &rounds[2]);
    rapport_warning w = find_warning(c, RAPPORT_WARN_TRUST_FALLING, RAPPORT_JOINT);
    assert_true(w.kind && w.before == 70 && w.limit == 60 && w.now == 50);
    assert_int_equal(count_warnings(c, RAPPORT_WARN_TRUST_FALLING), 1);
    rapport_comparison_destroy(c);
    for (int i = 0; i < 3; i++)
        sk_close(&rounds[i]);
}

static void a_gate_over_what_is_only_partly_common_is_not_compared(void **state)
{
    (void)state;
    const char *gates = "'gates':[{'id':'g','node':'a','view':'any','below':30,'effect':'flag'},"
                        "{'id':'h','node':'p','view':'any','below':30,'effect':'flag'}]";
    sk older = sk_open("a(p q) r", gates, "us: p 70 q 50 r 9", NULL),
       newer = sk_open("a(p q z) r", gates, "us: p 10 q 50 z 1", NULL);
    rapport_comparison *c = COMPARE(&older, &newer);
    rapport_gate_change gate = {.struct_size = sizeof gate};
    assert_int_equal(rapport_comparison_get_gate_change(c, 0, 1, 0, &gate), RAPPORT_UNDEFINED);
    assert_ok(rapport_comparison_get_gate_change(c, 0, 1, 1, &gate));
    assert_true(gate.older_state == RAPPORT_GATE_PASSED && gate.newer_state == RAPPORT_GATE_BREACHED);
    rapport_comparison_destroy(c);
    sk_close(&older);
    sk_close(&newer);
}

static void a_change_is_shown_only_if_both_rounds_show_it(void **state)
{
    (void)state;
    const char *floor = "'anonymity_floor':2";
    sk older = sk_open("p q r", floor, "us: p 40 q 50 r 60 | q 40 r 40", NULL);
    sk newer = sk_open("p q r", floor, "us: p 40 q 50 r 60 | p 60 q 40 r 40", NULL);
    rapport_comparison *c = COMPARE(&older, &newer);
    rapport_change p = change_of(c, 0, 1, 0, "p"), r = change_of(c, 0, 1, 0, "r");
    assert_int_equal(p.older_status, RAPPORT_CELL_WITHHELD);
    assert_int_equal(p.has, RAPPORT_HAS_NEWER);
    assert_true(p.older == 0 && p.delta == 0);
    assert_true(r.has & RAPPORT_HAS_DELTA);
    rapport_comparison_destroy(c);
    sk_close(&older);
    sk_close(&newer);
}

static void scoring_again_tells_nothing_of_what_a_round_withholds(void **state)
{
    (void)state;
    /* p has one rater, fewer than 2: withheld, and q with it, or it could be computed. Were only p and r scored again, their
     * mean would tell p. So everything over p and q is withheld; r is shown. */
    const char *floor = "'anonymity_floor':2";
    sk older = sk_open("p q r s", floor, "us: p 40 q 50 r 60 s 10 | q 40 r 40 s 10", NULL);
    sk newer = sk_open("p q r", floor, "us: p 40 q 50 r 60 | p 60 q 40 r 40", NULL);
    rapport_comparison *c = COMPARE(&older, &newer);
    assert_int_equal(sk_cell(&older, 0, "").status, RAPPORT_CELL_OK); /* its own report may show the whole */
    for (uint32_t v = 0; v < 2; v++) {
        uint32_t view = v ? RAPPORT_JOINT : 0;
        assert_int_equal(change_of(c, 0, 1, view, "p").older_status, RAPPORT_CELL_WITHHELD);
        assert_int_equal(change_of(c, 0, 1, view, "q").older_status, RAPPORT_CELL_WITHHELD);
        assert_int_equal(change_of(c, 0, 1, view, "").older_status, RAPPORT_CELL_WITHHELD);
        assert_true(change_of(c, 0, 1, view, "r").has & RAPPORT_HAS_DELTA);
        assert_int_equal(change_of(c, 0, 1, view, "").newer_status, RAPPORT_CELL_OK);
    }
    rapport_round round = {.struct_size = sizeof round};
    assert_ok(rapport_comparison_get_round(c, 0, &round));
    assert_true(round.status == RAPPORT_CELL_WITHHELD && !round.has_score && round.score == 0 && round.band == RAPPORT_NONE);
    rapport_comparison_destroy(c);
    sk_close(&older);
    sk_close(&newer);
}

static void the_same_few_answers_are_not_shown_at_two_values(void **state)
{
    (void)state;
    /* "five" is worth 0 25 50 75 100, "fine" has other levels; "odd" against "fine" has the same number with other points. */
    sk older = sk_open("p#odd q", "'anonymity_floor':2", "us: p 2 q 50 | p 3 q 40", NULL);
    sk newer = sk_open("p#fine q", "'anonymity_floor':2", "us: p 2 q 50 | p 3 q 40", NULL);
    rapport_comparison *c = COMPARE(&older, &newer);
    assert_int_equal(change_of(c, 0, 1, 0, "p").older_status, RAPPORT_CELL_WITHHELD);
    assert_int_equal(change_of(c, 0, 1, 0, "p").newer_status, RAPPORT_CELL_OK); /* worth what its own report says */
    assert_int_equal(change_of(c, 0, 1, 0, "").older_status, RAPPORT_CELL_WITHHELD);
    assert_int_equal(change_of(c, 0, 1, RAPPORT_JOINT, "p").older_status, RAPPORT_CELL_WITHHELD);
    assert_int_equal(change_of(c, 0, 1, RAPPORT_JOINT, "").older_status, RAPPORT_CELL_WITHHELD);
    assert_true(change_of(c, 0, 1, 0, "q").has & RAPPORT_HAS_DELTA);
    rapport_comparison_destroy(c);
    sk_close(&older);
    sk_close(&newer);
}

static void the_stricter_floor_holds_where_rounds_are_scored_again(void **state)
{
    (void)state;
    sk older = sk_open("g(p q) r s", NULL, "us: p 40 q 50 r 60 s 1 | q 40 r 40 s 1", NULL);
    sk newer = sk_open("g(p q) r", NULL, "us: p 40 q 50 r 60 | p 60 q 40 r 40", "'anonymity_floor':2");
    rapport_comparison *c = COMPARE(&older, &newer);
    assert_int_equal(sk_cell(&older, 0, "p").status, RAPPORT_CELL_OK);
    assert_int_equal(change_of(c, 0, 1, 0, "p").older_status, RAPPORT_CELL_WITHHELD);
    assert_int_equal(change_of(c, 0, 1, 0, "g").older_status, RAPPORT_CELL_WITHHELD);
    assert_int_equal(change_of(c, 0, 1, RAPPORT_JOINT, "").older_status, RAPPORT_CELL_WITHHELD);
    assert_true(change_of(c, 0, 1, 0, "r").has & RAPPORT_HAS_DELTA);
    rapport_comparison_destroy(c);
    sk_close(&older);
    sk_close(&newer);
}

static void what_was_so_before_or_is_not_known_now_is_no_warning(void **state)
{
    (void)state;
    const char *gates = "'gates':[{'id':'g','node':'trust','view':'any','below':90,'effect':'flag'}]";
    const char *measures[] = {"'measures':{'benefits':{'us':40,'them':60}}", "'measures':{'benefits':{'us':38,'them':62}}"};
    sk rounds[4] = {sk_open("trust q", gates, "us: trust 70 q 1; them: trust 80 q 1", measures[0]),
                    sk_open("trust q", gates, "us: trust 60 q 1; them: trust 80 q 1", NULL),
                    sk_open("trust q", gates, "us: trust 50 q 1; them: trust 80 q 1", NULL),
                    sk_open("trust q", gates, "us: trust - q 1; them: trust 80 q 1", measures[1])};
    rapport_comparison *c = COMPARE(&rounds[0], &rounds[1], &rounds[2], &rounds[3]);
    assert_int_equal(find_warning(c, RAPPORT_WARN_TRUST_FALLING, 0).kind, 0); /* nothing is known of the newest round */
    assert_int_equal(count_warnings(c, RAPPORT_WARN_SHARE_DRIFTING), 0);      /* 0.10 away before, 0.12 now: 0.02 more */
    assert_int_equal(count_warnings(c, RAPPORT_WARN_GATE_BREACHED), 0);       /* breached then and now */
    rapport_comparison_destroy(c);
    for (int i = 0; i < 4; i++)
        sk_close(&rounds[i]);
}

/* Who is alone has all of it, which is no share: the drift counts from the second round, .50, to .80 in the third, though in
 * the first 1 of 1 was as agreed. Between the first and the third alone there is nothing to count from. */
static void a_share_needs_somebody_to_share_with(void **state)
{
    (void)state;
    const char *agreed = "'measures':{'benefits':{'us':50},'agreed_shares':{'us':1}}",
               *benefits = "'measures':{'benefits':{'us':50}}";
    sk third = sk_open("p", NULL, "us: p 40; them: p 60", "'measures':{'benefits':{'us':80,'them':20}}");
    sk second = sk_open("p", NULL, "us: p 40; them: p 60", "'measures':{'benefits':{'us':50,'them':50}}");
    for (int i = 0; i < 2; i++) {
        sk first = sk_open("p", NULL, "us: p 40", i ? agreed : benefits);
        rapport_comparison *c = COMPARE(&first, &third);
        assert_int_equal(count_warnings(c, RAPPORT_WARN_SHARE_DRIFTING), 0);
        rapport_comparison_destroy(c);
        c = COMPARE(&first, &second, &third);
        rapport_warning w = find_warning(c, RAPPORT_WARN_SHARE_DRIFTING, 0);
        assert_true(w.kind && w.round == 1 && w.before == 0.5 && w.limit == 0.5);
        assert_close(w.now, 0.8, ALMOST);
        rapport_comparison_destroy(c);
        c = COMPARE(&second, &first);
        assert_int_equal(count_warnings(c, RAPPORT_WARN_SHARE_DRIFTING), 0);
        rapport_comparison_destroy(c);
        sk_close(&first);
    }
    sk_close(&second);
    sk_close(&third);
}

/* .50 and then .55 of equal shares: .05 further away is the limit, and is told; .549 is not. */
static void a_drift_is_told_from_its_limit_on(void **state)
{
    (void)state;
    const char *newer[] = {"'measures':{'benefits':{'us':549,'them':451}}", "'measures':{'benefits':{'us':55,'them':45}}"};
    sk older = sk_open("p", NULL, "us: p 40; them: p 60", "'measures':{'benefits':{'us':5,'them':5}}");
    for (uint32_t i = 0; i < 2; i++) {
        sk now = sk_open("p", NULL, "us: p 40; them: p 60", newer[i]);
        rapport_comparison *c = compare_with((const sk *const[]){&older, &now}, 2, WITH(.share_drift = 0.05));
        assert_int_equal(count_warnings(c, RAPPORT_WARN_SHARE_DRIFTING), 2 * i);
        rapport_comparison_destroy(c);
        sk_close(&now);
    }
    sk_close(&older);
}

static void amounts_and_skills_are_measured_again(void **state)
{
    (void)state;
    const char *gates = "'gates':[{'id':'b','measure':'balance','below':0.9,'effect':'flag'},"
                        "{'id':'s','measure':'skill-coverage','below':0.6,'effect':'flag'},"
                        "{'id':'n','measure':'net-benefit','view':'any','below':0,'effect':'flag'}]";
    /* Shares 60/40: balance .80. Skills of 3 and 1, covered .5 and 1: (1.5 + 1)/4 = .625. Net: 40 - 10 - 35 = -5. */
    const char *said = "'measures':{'benefits':{'us':60,'them':40},'burdens':{'us':5,'them':10},"
                       "'alternatives':{'us':0,'them':35},'skills':{'required':{'a':3,'b':1},"
                       "'parties':{'us':{'a':0.5},'them':{'b':1}}}}";
    sk older = sk_open("p q", gates, "us: p 40; them: q 50", said),
       newer = sk_open("p q z", gates, "us: p 40; them: q 50", said);
    rapport_comparison *c = COMPARE(&older, &newer);
    const double expected[] = {0.8, 0.625, -5};
    for (uint32_t gate = 0; gate < 3; gate++) {
        rapport_gate_change change = {.struct_size = sizeof change};
        assert_ok(rapport_comparison_get_gate_change(c, 0, 1, gate, &change));
        assert_int_equal(change.has, RAPPORT_HAS_OLDER | RAPPORT_HAS_NEWER);
        assert_close(change.older, expected[gate], ALMOST);
        assert_close(change.newer, expected[gate], ALMOST);
    }
    rapport_comparison_destroy(c);
    sk_close(&older);
    sk_close(&newer);
}

static void an_inactive_period_says_nothing(void **state)
{
    (void)state;
    sk a = sk_open("p", NULL, "us: p 40", NULL), b = sk_open("p", NULL, "us:", "'inactive':true");
    rapport_error error;
    uint32_t rater;
    assert_int_equal(rapport_assessment_inactive(a.assessment), 0);
    assert_int_equal(rapport_assessment_inactive(b.assessment), 1);
    assert_int_equal(rapport_assessment_set_inactive(a.assessment, 1, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/inactive");
    assert_int_equal(rapport_assessment_set_inactive(a.assessment, 2, NULL), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_assessment_set_inactive(a.assessment, 0, NULL));
    assert_ok(rapport_assessment_add_rater(b.assessment, 0, "r", 1, &rater, NULL));
    assert_int_equal(rapport_assessment_set_number(b.assessment, rater, 1, 40, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/answers/p");
    assert_int_equal(rapport_assessment_set_number(b.assessment, RAPPORT_FACT, 1, 40, NULL), RAPPORT_BAD_VALUE);
    assert_ok(rapport_assessment_set_inactive(b.assessment, 0, NULL));
    assert_ok(rapport_assessment_set_number(b.assessment, RAPPORT_FACT, 1, 40, NULL));
    assert_int_equal(rapport_assessment_set_inactive(b.assessment, 1, NULL), RAPPORT_BAD_VALUE);
    sk_close(&a);
    sk_close(&b);
}

static sk memory_rounds[3];

static rapport_status scenario(const rapport_allocator *memory)
{
    const rapport_assessment *list[] = {memory_rounds[0].assessment, memory_rounds[1].assessment, memory_rounds[2].assessment};
    rapport_comparison *made;
    rapport_status status = rapport_comparison_create(list, 3, NULL, memory, NULL, &made, NULL);
    assert_true((status == RAPPORT_OK) == (made != NULL));
    rapport_comparison_destroy(made);
    return status;
}

static void memory_may_run_out(void **state)
{
    (void)state;
    const char *more = "'measures':{'benefits':{'us':50,'them':50},'skills':{'required':{'a':1},'parties':{'us':{'a':0.5}}}},"
                       "'facts':{'f':40}";
    memory_rounds[0] = sk_open("g(trust:3 q f) r", NULL, "us: trust 80 q 53 r 12; them: trust 83; gone: q 3", more);
    memory_rounds[1] = sk_open("g(trust:3 q f) r", NULL, "us: trust 70 q 53 r 12; them: trust 73", more);
    memory_rounds[2] = sk_open("g(trust:3 q f z) ", NULL, "us: trust 60 q 53; them: trust 63", more);
    assert_true(tk_exhaust_memory(scenario) > 20);
    for (int i = 0; i < 3; i++)
        sk_close(&memory_rounds[i]);
}

static void getters_refuse_what_is_not_there(void **state)
{
    (void)state;
    sk a = sk_open("p q", NULL, "us: p 40 q 50", NULL), rested = sk_open("p q", NULL, "us:", "'inactive':true");
    rapport_comparison *c = COMPARE(&a, &rested, &a);
    rapport_change change = {.struct_size = sizeof change};
    rapport_round round = {.struct_size = sizeof round};
    rapport_warning w = {.struct_size = sizeof w};
    rapport_round_trend trend = {.struct_size = sizeof trend};
    rapport_comparison_options used = {.struct_size = sizeof used};
    uint32_t further = 7;
    assert_int_equal(rapport_comparison_get_change(c, 0, 1, RAPPORT_JOINT, 0, &change), RAPPORT_BAD_ARGUMENT); /* it rested */
    assert_int_equal(rapport_comparison_get_change(c, 0, 3, RAPPORT_JOINT, 0, &change), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_comparison_get_change(c, 0, 2, 1, 0, &change), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_comparison_get_change(c, 0, 2, 0, 3, &change), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_comparison_get_change(c, 0, 2, 0, 0, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_comparison_get_round(c, 3, &round), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_comparison_get_round(c, 1, &round));
    assert_true(!round.active && !round.has_score && round.band == RAPPORT_NONE);
    assert_int_equal(rapport_comparison_get_warning(c, 0, &w), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_comparison_watched(c, &further), RAPPORT_NONE);
    assert_int_equal(further, RAPPORT_NONE);
    assert_int_equal(rapport_comparison_get_trend(c, RAPPORT_JOINT, 1, &trend), RAPPORT_NOT_FOUND);
    assert_ok(rapport_comparison_get_options(c, &used));
    assert_true(used.span == 12 && used.baseline == 3 && used.lambda == 0.3 && !used.trust && !used.node);
    assert_int_equal(rapport_comparison_count_rounds(c), 3);
    assert_ptr_equal(rapport_comparison_assessment(c, 2), a.assessment);
    assert_null(rapport_comparison_assessment(c, 3));
    rapport_comparison_destroy(c);
    rapport_comparison_destroy(NULL);
    c = compare_with((const sk *const[]){&a, &a}, 2, WITH(.trust = "p", .node = "q"));
    assert_int_equal(rapport_comparison_watched(c, &further), 1);
    assert_int_equal(further, 2);
    assert_ok(rapport_comparison_get_trend(c, 0, 2, &trend));
    assert_ok(rapport_comparison_get_options(c, &used));
    assert_string_equal(used.trust, "p");
    rapport_comparison_destroy(c);
    sk_close(&a);
    sk_close(&rested);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_follow_by_hand),
        cmocka_unit_test(a_round_beside_itself_has_not_changed),
        cmocka_unit_test(exchanging_rounds_changes_the_sign),
        cmocka_unit_test(parties_are_matched_by_id),
        cmocka_unit_test(scoring_again_is_scoring_under_what_is_left_of_the_newer_model),
        cmocka_unit_test(facts_and_silent_parties_are_scored_again_too),
        cmocka_unit_test(an_answer_counts_again_only_if_it_means_the_same),
        cmocka_unit_test(what_cannot_be_compared_is_refused_with_its_cause),
        cmocka_unit_test(options_out_of_range_are_refused),
        cmocka_unit_test(at_most_240_rounds),
        cmocka_unit_test(a_trend_skips_what_has_no_score),
        cmocka_unit_test(without_a_given_sigma_the_first_rounds_make_the_charts),
        cmocka_unit_test(warnings_have_their_place_and_numbers),
        cmocka_unit_test(what_no_party_shows_alone_is_said_of_all),
        cmocka_unit_test(a_gate_over_what_is_only_partly_common_is_not_compared),
        cmocka_unit_test(a_change_is_shown_only_if_both_rounds_show_it),
        cmocka_unit_test(scoring_again_tells_nothing_of_what_a_round_withholds),
        cmocka_unit_test(the_same_few_answers_are_not_shown_at_two_values),
        cmocka_unit_test(the_stricter_floor_holds_where_rounds_are_scored_again),
        cmocka_unit_test(what_was_so_before_or_is_not_known_now_is_no_warning),
        cmocka_unit_test(a_share_needs_somebody_to_share_with),
        cmocka_unit_test(a_drift_is_told_from_its_limit_on),
        cmocka_unit_test(amounts_and_skills_are_measured_again),
        cmocka_unit_test(an_inactive_period_says_nothing),
        cmocka_unit_test(memory_may_run_out),
        cmocka_unit_test(getters_refuse_what_is_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
