/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* From answers to the scores of views, groups and roots: statuses, coverage, bounds. */
#include "score_kit.h"

#include "rapport/draft.h"

/* ---------------------------------------------------------------- the worked check of the best-partner model */

/* Weights as in the table of the model; 'm' marks the together rule min. Levels of ours and theirs, 0 = don't know. */
static const struct { const char *group; double weight; } dimensions[] = {
    {"gain", 22}, {"alignment", 18}, {"customer", 14}, {"openness", 14}, {"honesty", 20}, {"market", 12}};
static const struct { const char *id; uint32_t dimension; double weight; int32_t together; uint32_t ours, theirs; } rows[] = {
    {"benefit-balance", 0, 7, RAPPORT_MIN, 4, 2},  {"joint-surplus", 0, 6, RAPPORT_MEAN, 4, 3},
    {"more-than-price", 0, 4, RAPPORT_MEAN, 3, 2}, {"every-party-succeeds", 0, 5, RAPPORT_MIN, 4, 3},
    {"common-horizon", 1, 5, RAPPORT_MEAN, 4, 3},  {"strategic-fit", 1, 5, RAPPORT_MEAN, 4, 4},
    {"values", 1, 5, RAPPORT_MEAN, 4, 4},          {"own-readiness", 1, 3, RAPPORT_MEAN, 3, 3},
    {"shared-result", 2, 6, RAPPORT_MEAN, 4, 4},   {"stronger-offer", 2, 5, RAPPORT_MEAN, 3, 3},
    {"customer-voice", 2, 3, RAPPORT_MEAN, 3, 0},  {"aims-today", 3, 4, RAPPORT_MEAN, 4, 3},
    {"aims-tomorrow", 3, 4, RAPPORT_MEAN, 3, 2},   {"communication", 3, 3, RAPPORT_MEAN, 4, 3},
    {"understanding", 3, 3, RAPPORT_MEAN, 3, 2},   {"trust", 4, 7, RAPPORT_MIN, 4, 2},
    {"integrity", 4, 6, RAPPORT_MIN, 5, 4},        {"confidentiality", 4, 5, RAPPORT_MIN, 4, 4},
    {"unguarded", 4, 2, RAPPORT_MEAN, 3, 2},       {"chain-reach", 5, 4, RAPPORT_MEAN, 3, 3},
    {"joint-innovation", 5, 4, RAPPORT_MEAN, 3, 2}, {"fair-rivalry", 5, 2, RAPPORT_MEAN, 4, 3},
    {"integration", 5, 2, RAPPORT_MEAN, 2, 0}};
enum { ROWS = sizeof rows / sizeof *rows, DIMENSIONS = 6 };

static void add_rules(rapport_draft *draft, const uint32_t *nodes)
{
    static const struct { const char *id; double from; } bands[] = {
        {"at-risk", 0}, {"transactional", 40}, {"cooperative", 55}, {"collaborative", 70}, {"best-partner", 85}};
    assert_ok(rapport_draft_add_gate(draft, "lies", nodes[16], RAPPORT_ANY_VIEW, 12.5, RAPPORT_FAIL, 0, NULL, NULL));
    assert_ok(rapport_draft_add_gate(draft, "leaks", nodes[17], RAPPORT_ANY_VIEW, 37.5, RAPPORT_CAP, 69, NULL, NULL));
    assert_ok(rapport_draft_add_gate(draft, "no-trust", nodes[15], RAPPORT_ANY_VIEW, 12.5, RAPPORT_CAP, 39, NULL, NULL));
    assert_ok(rapport_draft_add_gate(draft, "weak-trust", nodes[15], RAPPORT_ANY_VIEW, 37.5, RAPPORT_CAP, 54, NULL, NULL));
    assert_ok(rapport_draft_add_measure_gate(draft, "win-lose", RAPPORT_NET_BENEFIT, RAPPORT_ANY_VIEW, 0, 0, RAPPORT_CAP, 54,
                                             NULL, NULL));
    for (size_t i = 0; i < sizeof bands / sizeof *bands; i++)
        assert_ok(rapport_draft_add_band(draft, bands[i].id, bands[i].from, NULL, NULL));
    assert_ok(rapport_draft_add_demand(draft, 4, RAPPORT_EVERY_GROUP, 70, NULL));
    assert_ok(rapport_draft_add_demand(draft, 4, RAPPORT_NO_UNDECIDED_GATES, 0, NULL));
}

static rapport_model *build_model(void)
{
    rapport_draft *draft;
    rapport_model *model;
    uint32_t scale, groups[DIMENSIONS], nodes[ROWS];
    assert_ok(rapport_draft_create("worked", "1", NULL, &draft, NULL));
    assert_ok(rapport_draft_add_levels(draft, "five", 5, 0, &scale, NULL));
    for (size_t i = 0; i < DIMENSIONS; i++)
        assert_ok(rapport_draft_add_group(draft, RAPPORT_ROOT, dimensions[i].group, dimensions[i].weight, &groups[i], NULL));
    for (size_t i = 0; i < ROWS; i++) {
        assert_ok(rapport_draft_add_criterion(draft, groups[rows[i].dimension], rows[i].id, rows[i].weight, scale, &nodes[i],
                                              NULL));
        assert_ok(rapport_draft_set_together(draft, nodes[i], rows[i].together, NULL));
    }
    add_rules(draft, nodes);
    assert_ok(rapport_draft_build(draft, &model, NULL));
    rapport_draft_destroy(draft);
    return model;
}

static sk worked_by_calls(void)
{
    sk it = {.model = build_model()};
    uint32_t us, them, ours, theirs;
    assert_ok(rapport_assessment_create(it.model, "w", "Ours and theirs", "2026-01-31", NULL, &it.assessment, NULL));
    assert_ok(rapport_assessment_add_party(it.assessment, "us", 1, RAPPORT_VOICE_ONE, &us, NULL));
    assert_ok(rapport_assessment_add_party(it.assessment, "them", 1, RAPPORT_VOICE_ONE, &them, NULL));
    assert_ok(rapport_assessment_add_rater(it.assessment, us, "r", 1, &ours, NULL));
    assert_ok(rapport_assessment_add_rater(it.assessment, them, "r", 1, &theirs, NULL));
    for (size_t i = 0; i < ROWS; i++) {
        uint32_t node = rapport_model_find(it.model, rows[i].id);
        assert_ok(rapport_assessment_set_level(it.assessment, ours, node, rows[i].ours, NULL));
        assert_ok(rows[i].theirs ? rapport_assessment_set_level(it.assessment, theirs, node, rows[i].theirs, NULL)
                                 : rapport_assessment_set_state(it.assessment, theirs, node, RAPPORT_DONT_KNOW, NULL));
    }
    assert_ok(rapport_result_create(NULL, &it.result));
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    return it;
}

static sk worked_from_file(void)
{
    sk it = {0};
    char *json = tk_file("examples/data/worked-example.json", NULL);
    assert_ok(rapport_assessment_read(json, -1, NULL, NULL, NULL, &it.model, &it.assessment, NULL));
    assert_ok(rapport_result_create(NULL, &it.result));
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    free(json);
    return it;
}

/* The i-th dimension is the i-th child of the root; so both models can be asked alike. */
static double dimension_score(const sk *it, uint32_t view, uint32_t dimension)
{
    rapport_node node = {.struct_size = sizeof node};
    uint32_t at = 1;
    double score;
    for (; dimension; dimension--) {
        assert_ok(rapport_model_get_node(it->model, at, &node));
        at = node.end;
    }
    assert_ok(rapport_result_get_score(it->result, view, at, &score));
    return score;
}

/* Sums of weight times points over a dimension, by hand from the table above, over the weight of what was answered. Their
 * third dimension is (6*75 + 5*50)/11, their sixth (4*50 + 4*25 + 2*50)/10. */
static const double expected[3][DIMENSIONS] = {
    {1550. / 22, 1275. / 18, 850. / 14, 875. / 14, 1600. / 20, 600. / 12},
    {825. / 22, 1150. / 18, 700. / 11, 525. / 14, 1050. / 20, 400. / 10},
    {950. / 22, 1212.5 / 18, 850. / 14, 700. / 14, 1075. / 20, 525. / 12}};
/* The same as the design prints them, to two decimals. */
static const double printed[3][DIMENSIONS] = {{70.45, 70.83, 60.71, 62.50, 80.00, 50.00},
                                              {37.50, 63.89, 63.64, 37.50, 52.50, 40.00},
                                              {43.18, 67.36, 60.71, 50.00, 53.75, 43.75}};

static void check_worked_scores(const sk *it)
{
    static const uint32_t views[3] = {0, 1, RAPPORT_JOINT};
    for (uint32_t v = 0; v < 3; v++) {
        for (uint32_t d = 0; d < DIMENSIONS; d++) {
            assert_close(dimension_score(it, views[v], d), expected[v][d], SK_ALMOST);
            assert_close(dimension_score(it, views[v], d), printed[v][d], 0.005);
        }
    }
    sk_expect_ok(it, 0, "", 67.5); /* 1550 + 1275 + 850 + 875 + 1600 + 600 = 6750 */
    /* 825 + 1150 + 14*700/11 + 525 + 1050 + 12*400/10 = 4920.90...; five of a hundred are not answered */
    sk_expect(it, 1, "", RAPPORT_CELL_INCOMPLETE, (4030 + 9800. / 11) / 100, 0.95, 46.5, 51.5);
    assert_close(sk_score(it, 1, ""), 49.2091, 0.00005);
    /* 950 + 1212.5 + 850 + 700 + 1075 + 525 = 5312.5; half of five weights is silent, and would bring 25*3 + 12.5*2 less or
     * 25*3 + 37.5*2 more */
    sk_expect(it, RAPPORT_JOINT, "", RAPPORT_CELL_INCOMPLETE, 53.125, 0.975, 52.125, 54.625);
    assert_close((sk_score(it, 0, "") + sk_score(it, 1, "")) / 2, 58.35, 0.005);
}

static void check_worked_outcome(const sk *it, uint32_t weak_trust, uint32_t trust)
{
    rapport_outcome outcome = sk_outcome(it);
    rapport_gate_result gate = sk_gate(it, weak_trust);
    rapport_finding finding = {.struct_size = sizeof finding};
    assert_int_equal(outcome.has_score, 1);
    assert_close(outcome.score, 53.125, SK_ALMOST);
    assert_close(outcome.gated, 53.125, SK_ALMOST);
    assert_string_equal(rapport_model_part_id(it->model, RAPPORT_OF_BAND, outcome.band, 0), "transactional");
    assert_int_equal(outcome.band_certain, 1); /* 52.125, and 54.625 capped at 54 */
    assert_int_equal(outcome.reached, outcome.band);
    assert_int_equal(gate.state, RAPPORT_GATE_BREACHED);
    assert_int_equal(gate.binding, 0);
    assert_same_bits(gate.value, 25);
    assert_int_equal(rapport_result_band(it->result, 0), 2); /* 67.5 is cooperative, */
    assert_int_equal(rapport_result_band(it->result, 1), 1); /* 49.2 transactional */
    /* the example of the result format: share .07, 25 points, target 75 */
    assert_ok(rapport_result_get_finding(it->result, trust, &finding));
    assert_close(finding.contribution, 1.75, SK_ALMOST);
    assert_close(finding.leverage, 0.07, SK_ALMOST);
    assert_close(finding.gap, 50, SK_ALMOST);
    assert_close(finding.severity, 3.5, SK_ALMOST);
    assert_close(finding.lift, 3.5, SK_ALMOST);
}

static void the_worked_example_built_by_calls_gives_every_digit(void **state)
{
    (void)state;
    sk it = worked_by_calls();
    check_worked_scores(&it);
    check_worked_outcome(&it, 3, sk_node(&it, "trust"));
    sk_close(&it);
}

static void the_worked_example_read_from_its_file_gives_every_digit(void **state)
{
    (void)state;
    sk it = worked_from_file();
    uint32_t trust = sk_node(&it, "trust"), weak = RAPPORT_NONE;
    check_worked_scores(&it);
    for (uint32_t i = 0; i < rapport_model_count_gates(it.model); i++) {
        rapport_gate gate = {.struct_size = sizeof gate};
        assert_ok(rapport_model_get_gate(it.model, i, &gate));
        if (gate.node == trust && gate.threshold == 37.5)
            weak = i;
    }
    assert_int_not_equal(weak, RAPPORT_NONE);
    check_worked_outcome(&it, weak, trust);
    sk_close(&it);
}

static void both_ways_to_the_worked_example_give_the_same_bits(void **state)
{
    (void)state;
    sk calls = worked_by_calls(), file = worked_from_file();
    for (uint32_t v = 0; v < 3; v++) {
        uint32_t view = v == 2 ? RAPPORT_JOINT : v;
        for (uint32_t d = 0; d < DIMENSIONS; d++)
            assert_same_bits(dimension_score(&calls, view, d), dimension_score(&file, view, d));
        assert_same_bits(sk_score(&calls, view, ""), sk_score(&file, view, ""));
    }
    sk_close(&calls);
    sk_close(&file);
}

/* ---------------------------------------------------------------- a criterion in a view */

static void a_criterion_is_the_mean_of_its_raters_points(void **state)
{
    (void)state;
    sk it = sk_open("p q", NULL, "us: p 40 q 100 | p 60 | p 80 q -", NULL);
    sk_expect_ok(&it, 0, "p", 60);
    sk_expect_ok(&it, 0, "q", 100); /* who does not know takes nothing away: the coverage is 1 */
    assert_int_equal(sk_cell(&it, 0, "p").raters, 3);
    assert_int_equal(sk_cell(&it, 0, "q").raters, 1);
    assert_int_equal(sk_cell(&it, 0, "").raters, 3);
    assert_int_equal(sk_cell(&it, RAPPORT_JOINT, "p").raters, 0);
    sk_close(&it);
}

static void raters_count_by_their_weight(void **state)
{
    (void)state;
    sk it = sk_open("p", NULL, "us: *3 p 40 | *1 p 80", NULL);
    sk_expect_ok(&it, 0, "p", 50); /* (3*40 + 80)/4 */
    sk_close(&it);
}

static void a_rater_counts_in_every_group_that_the_answer_enters_once(void **state)
{
    (void)state;
    sk it = sk_open("g(h(p q) i~(r)) s", NULL, "us: p 10 q 20 | q 30 r 40 | s 50 | r 60 p -", NULL);
    assert_int_equal(sk_cell(&it, 0, "h").raters, 2);
    assert_int_equal(sk_cell(&it, 0, "g").raters, 2); /* i does not enter */
    assert_int_equal(sk_cell(&it, 0, "i").raters, 2);
    assert_int_equal(sk_cell(&it, 0, "").raters, 3);
    sk_close(&it);
}

static void it_is_not_applicable_if_somebody_says_so_and_nobody_anything_else(void **state)
{
    (void)state;
    sk it = sk_open("p q r s t u", NULL, "us: p n/a q n/a r n/a s n/a u 50 | p n/a q - r / s 30", NULL);
    sk_expect_none(&it, 0, "p", RAPPORT_CELL_NOT_APPLICABLE);
    sk_expect_none(&it, 0, "q", RAPPORT_CELL_MISSING);
    sk_expect_none(&it, 0, "r", RAPPORT_CELL_MISSING);
    sk_expect_ok(&it, 0, "s", 30);
    sk_expect_none(&it, 0, "t", RAPPORT_CELL_MISSING); /* no reaction at all */
    /* four are answered or lacking besides p: s and u are there */
    sk_expect(&it, 0, "", RAPPORT_CELL_INCOMPLETE, 40, 2. / 5, 16, 76);
    sk_close(&it);
}

static void not_applicable_of_one_rater_leaves_the_silence_of_the_other_aside(void **state)
{
    (void)state;
    sk it = sk_open("p q", NULL, "us: p n/a q 50 | q 70", NULL); /* the second did not react to p */
    sk_expect_none(&it, 0, "p", RAPPORT_CELL_NOT_APPLICABLE);
    sk_expect_ok(&it, 0, "", 60);
    sk_close(&it);
}

static void a_fact_counts_in_every_view(void **state)
{
    (void)state;
    sk it = sk_open("p q", NULL, "us: q 20; them: q 60; third:", "'facts':{'p':80}");
    for (uint32_t p = 0; p < 3; p++) {
        sk_expect_ok(&it, p, "p", 80);
        assert_int_equal(sk_cell(&it, p, "p").raters, 0);
    }
    sk_expect_ok(&it, 0, "", 50);
    sk_expect_ok(&it, 1, "", 70);
    sk_expect(&it, 2, "", RAPPORT_CELL_INCOMPLETE, 80, 0.5, 40, 90);
    sk_expect_ok(&it, RAPPORT_JOINT, "p", 80);
    sk_close(&it);
}

/* ---------------------------------------------------------------- up the tree */

static void a_group_is_the_weighted_mean_of_what_was_answered_and_counts_in_full(void **state)
{
    (void)state;
    sk it = sk_open("g:2(p:3 q:1) r:2 s", NULL, "us: p 40 q - r 80 s n/a", NULL);
    sk_expect(&it, 0, "g", RAPPORT_CELL_INCOMPLETE, 40, 0.75, 30, 55); /* 3*40/4, (3*40 + 100)/4 */
    sk_expect(&it, 0, "", RAPPORT_CELL_INCOMPLETE, 60, 0.875, 55, 67.5); /* halves: of 40 and 80, 30 and 80, 55 and 80 */
    sk_close(&it);
}

static void a_group_without_a_value_is_missing_like_a_criterion(void **state)
{
    (void)state;
    sk it = sk_open("g(p q) h(r s) i(t u) v", NULL, "us: p - r n/a s n/a t n/a u / v 60", NULL);
    sk_expect_none(&it, 0, "g", RAPPORT_CELL_MISSING);
    sk_expect_none(&it, 0, "h", RAPPORT_CELL_NOT_APPLICABLE);
    sk_expect_none(&it, 0, "i", RAPPORT_CELL_MISSING); /* one that applies is enough */
    sk_expect(&it, 0, "", RAPPORT_CELL_INCOMPLETE, 60, 1. / 3, 20, 260. / 3);
    sk_close(&it);
}

static void a_missing_group_has_bounds_0_to_100_whatever_its_exponent(void **state)
{
    (void)state;
    /* zeros are floored inside a geometric group that has a value, but a missing one counts as a missing criterion */
    sk it = sk_open("g^0(p q) r", NULL, "us: r 60", NULL);
    sk_expect_none(&it, 0, "g", RAPPORT_CELL_MISSING);
    sk_expect(&it, 0, "", RAPPORT_CELL_INCOMPLETE, 60, 0.5, 30, 80);
    sk_close(&it);
}

static void roots_are_missing_or_empty_never_0_or_100(void **state)
{
    (void)state;
    sk it = sk_open("p q", NULL, "us: p - q n/a; them: p n/a q n/a", NULL);
    sk_expect_none(&it, 0, "", RAPPORT_CELL_MISSING);
    sk_expect_none(&it, 1, "", RAPPORT_CELL_NOT_APPLICABLE);
    sk_expect_none(&it, RAPPORT_JOINT, "", RAPPORT_CELL_MISSING);
    assert_int_equal(rapport_result_band(it.result, 0), RAPPORT_NONE);
    assert_int_equal(rapport_result_band(it.result, 1), RAPPORT_NONE);
    assert_int_equal(rapport_result_band(it.result, RAPPORT_JOINT), RAPPORT_NONE);
    assert_int_equal(sk_outcome(&it).has_score, 0);
    assert_int_equal(sk_outcome(&it).band, RAPPORT_NONE);
    assert_int_equal(sk_outcome(&it).reached, RAPPORT_NONE);
    assert_int_equal(sk_outcome(&it).band_certain, 0);
    assert_int_equal(sk_finding(&it, "p").has, 0);
    sk_close(&it);
}

static void nothing_applicable_at_all_is_empty(void **state)
{
    (void)state;
    sk it = sk_open("p q~", NULL, "us: p n/a q 50", NULL);
    sk_expect_none(&it, RAPPORT_JOINT, "", RAPPORT_CELL_NOT_APPLICABLE);
    sk_expect_ok(&it, RAPPORT_JOINT, "q", 50);
    sk_close(&it);
}

static void a_party_without_raters_is_silent(void **state)
{
    (void)state;
    sk it = sk_open("p", NULL, "us: p 40; them:", NULL);
    sk_expect_none(&it, 1, "p", RAPPORT_CELL_MISSING);
    sk_expect_none(&it, 1, "", RAPPORT_CELL_MISSING);
    sk_expect(&it, RAPPORT_JOINT, "p", RAPPORT_CELL_INCOMPLETE, 40, 0.5, 20, 70);
    sk_close(&it);
}

/* ---------------------------------------------------------------- strict */

static void expect_strict(const char *minimum, int32_t status)
{
    char settings[64];
    snprintf(settings, sizeof settings, "'missing':'strict','minimum_coverage':%s", minimum);
    sk it = sk_open("p:19 q:1", settings, "us: p 60 q -", NULL); /* 19 of 20 weights: .95 */
    sk_expect(&it, 0, "", status, status == RAPPORT_CELL_INCOMPLETE ? 60 : 0, 0.95, 57, 62);
    sk_expect(&it, RAPPORT_JOINT, "", status, status == RAPPORT_CELL_INCOMPLETE ? 60 : 0, 0.95, 57, 62);
    assert_int_equal(sk_outcome(&it).has_score, status == RAPPORT_CELL_INCOMPLETE);
    sk_close(&it);
}

static void strict_takes_the_score_of_a_root_below_the_minimum_coverage(void **state)
{
    (void)state;
    expect_strict("0.949", RAPPORT_CELL_INCOMPLETE);
    expect_strict("0.95", RAPPORT_CELL_INCOMPLETE);
    expect_strict("0.9500000004", RAPPORT_CELL_INCOMPLETE); /* .95 when rounded to 1e-9 */
    expect_strict("0.950000001", RAPPORT_CELL_MISSING);
    expect_strict("1", RAPPORT_CELL_MISSING);
}

static void strict_wants_everything_by_default_and_looks_at_roots_alone(void **state)
{
    (void)state;
    sk it = sk_open("g(p q) r", "'missing':'strict'", "us: p 60 r 80; them: p 60 q 40 r 80", NULL);
    sk_expect(&it, 0, "g", RAPPORT_CELL_INCOMPLETE, 60, 0.5, 30, 80); /* a group keeps its score */
    assert_int_equal(sk_cell(&it, 0, "").status, RAPPORT_CELL_MISSING);
    sk_expect_ok(&it, 1, "", 65);
    assert_int_equal(sk_cell(&it, RAPPORT_JOINT, "").status, RAPPORT_CELL_MISSING);
    assert_close(sk_cell(&it, RAPPORT_JOINT, "").coverage, 0.875, SK_ALMOST); /* q has half of a quarter */
    /* without a score of the root there are gaps, and nothing else */
    assert_int_equal(sk_finding(&it, "p").has, RAPPORT_HAS_GAP);
    assert_close(sk_finding(&it, "p").gap, 15, SK_ALMOST);
    sk_close(&it);
}

static void the_minimum_coverage_means_nothing_to_exclude(void **state)
{
    (void)state;
    sk it = sk_open("p q", "'missing':'exclude','minimum_coverage':1", "us: p 60", NULL);
    sk_expect(&it, 0, "", RAPPORT_CELL_INCOMPLETE, 60, 0.5, 30, 80);
    sk_close(&it);
}

/* ---------------------------------------------------------------- power means */

static void expect_power(const char *tree, double score)
{
    sk it = sk_open(tree, NULL, "us: p 20 q 80", NULL);
    sk_expect_ok(&it, 0, "g", score);
    sk_close(&it);
}

static void groups_take_the_power_mean_of_their_exponent(void **state)
{
    (void)state;
    expect_power("g(p q)", 50);
    expect_power("g^0(p q)", 40);               /* sqrt(20*80) */
    expect_power("g^-1(p q)", 32);              /* 2/(1/20 + 1/80) */
    expect_power("g^2(p q)", sqrt(3400));       /* (400 + 6400)/2 */
    expect_power("g^0.5(p q)", 45);             /* ((sqrt 20 + sqrt 80)/2)^2 = (20 + 80 + 2*40)/4 */
    expect_power("g^min(p q)", 20);
    expect_power("g^max(p q)", 80);
    expect_power("g^0(p:3 q:1)", 20 * sqrt(2)); /* 20 * 4^(1/4) */
    expect_power("g^-1(p:1 q:3)", 4 / (1. / 20 + 3. / 80));
    expect_power("g^min(p:1e12 q:1e-12)", 20);  /* weights stay out of the extremes */
}

static void vision_leadership_and_strategy_of_the_design(void **state)
{
    (void)state;
    sk it = sk_open("g^0(v l s) h^0(a b c)", NULL, "us: v 90 l 90 s 20 a 75 b 75 c 0", NULL);
    assert_close(sk_score(&it, 0, "g"), cbrt(162000), SK_ALMOST); /* 54.5 */
    assert_close(sk_score(&it, 0, "g"), 54.5, 0.05);
    assert_close(sk_score(&it, 0, "h"), cbrt(5625), SK_ALMOST); /* 75*75*1: 17.8 */
    assert_close(sk_score(&it, 0, "h"), 17.8, 0.05);
    sk_close(&it);
}

static void values_under_1_count_as_1_for_exponents_up_to_0(void **state)
{
    (void)state;
    sk it = sk_open("a^0(p q) b^-1(r s) c^-100(t u) d^0.5(v w) e^min(x1 y)", NULL,
                    "us: p 0 q 100 r 0.25 s 1 t 0 u 0.5 v 0 w 100 x1 0 y 50", NULL);
    sk_expect_ok(&it, 0, "a", 10); /* sqrt(1*100) */
    sk_expect_ok(&it, 0, "b", 1);
    sk_expect_ok(&it, 0, "c", 1);
    sk_expect_ok(&it, 0, "d", 25); /* no floor above 0: ((0 + 10)/2)^2 */
    sk_expect_ok(&it, 0, "e", 0);  /* nor for the minimum */
    sk_expect_ok(&it, 0, "p", 0);  /* the value itself stays what it is */
    sk_close(&it);
}

static void zeros_put_in_for_bounds_pass_through_the_floor_too(void **state)
{
    (void)state;
    sk it = sk_open("a^0(p q) b^-1(r s) c^min(t u) d^max(v w)", NULL, "us: p 25 r 50 t 30 v 30", NULL);
    sk_expect(&it, 0, "a", RAPPORT_CELL_INCOMPLETE, 25, 0.5, 5, 50); /* sqrt(25*1), sqrt(25*100) */
    sk_expect(&it, 0, "b", RAPPORT_CELL_INCOMPLETE, 50, 0.5, 2 / (0.02 + 1), 2 / (0.02 + 0.01));
    sk_expect(&it, 0, "c", RAPPORT_CELL_INCOMPLETE, 30, 0.5, 0, 30);
    sk_expect(&it, 0, "d", RAPPORT_CELL_INCOMPLETE, 30, 0.5, 30, 100);
    sk_close(&it);
}

static void extremes_of_groups_keep_weights_for_coverage(void **state)
{
    (void)state;
    sk it = sk_open("g^min(p:3 q:1)", NULL, "us: p 40", NULL);
    assert_close(sk_cell(&it, 0, "g").coverage, 0.75, SK_ALMOST);
    sk_close(&it);
}

/* ---------------------------------------------------------------- what does not count, and weights far apart */

static void informational_and_weightless_nodes_are_shown_and_stay_out(void **state)
{
    (void)state;
    sk it = sk_open("p q~ r:0 g~(s t) h:0(u v)", NULL, "us: p 40 q 100 r 100 s 10 t 30 u 80 v -", NULL);
    sk_expect_ok(&it, 0, "", 40); /* and they leave no hole in the coverage */
    sk_expect_ok(&it, RAPPORT_JOINT, "", 40);
    sk_expect_ok(&it, 0, "q", 100);
    sk_expect_ok(&it, 0, "r", 100);
    sk_expect_ok(&it, 0, "g", 20);
    sk_expect(&it, RAPPORT_JOINT, "h", RAPPORT_CELL_INCOMPLETE, 80, 0.5, 40, 90);
    assert_int_equal(sk_cell(&it, 0, "").raters, 1);
    sk_close(&it);
}

static void weights_may_differ_by_24_powers_of_ten(void **state)
{
    (void)state;
    sk it = sk_open("p:1e12 q:1e-12", NULL, "us: p 40 q 100", NULL);
    sk_expect_ok(&it, 0, "", 40);
    sk_close(&it);
    it = sk_open("p:1e12 q:1e-12", NULL, "us: q 100", NULL); /* alone it is the whole answer */
    sk_expect(&it, 0, "", RAPPORT_CELL_INCOMPLETE, 100, 1e-24, 1e-22, 100);
    assert_true(sk_cell(&it, 0, "").coverage > 0);
    sk_close(&it);
    it = sk_open("g^100(p:1e-12 q:1e12)", NULL, "us: p 100 q 1", NULL);
    assert_close(sk_score(&it, 0, "g"), 57.543993733715695, 1e-11); /* 100 (1e-24)^(1/100) = 100 * 10^-0.24 */
    sk_close(&it);
    it = sk_open("g^0.01(p q)", NULL, "us: p 100 q 0", NULL);
    assert_close(sk_score(&it, 0, "g"), 100 * ldexp(1, -100), 1e-40); /* 100 (1/2)^100 */
    sk_close(&it);
}

static void a_mean_of_equal_values_does_not_pass_100(void **state)
{
    (void)state;
    /* in doubles (6.8 * 100 + 0.98 * 100)/(6.8 + 0.98) is 100.00000000000001 */
    sk it = sk_open("p:6.8 q:0.98", NULL, "us/6.8: *6.8 p 100 q 100 | *0.98 p 100 q 100; them/0.98: p 100 q 100", NULL);
    assert_same_bits(sk_score(&it, 0, "p"), 100);
    assert_same_bits(sk_score(&it, 1, ""), 100);
    assert_same_bits(sk_score(&it, RAPPORT_JOINT, "p"), 100);
    assert_same_bits(sk_score(&it, RAPPORT_JOINT, ""), 100);
    sk_close(&it);
    it = sk_open("p:6.8 q:0.98", NULL, "us: p 100 q -", NULL);
    assert_same_bits(sk_cell(&it, 0, "").upper, 100);
    sk_close(&it);
    it = sk_open("p", NULL, "us/6.8: p 100; them/0.98: p -", NULL);
    assert_same_bits(sk_cell(&it, RAPPORT_JOINT, "p").upper, 100);
    sk_close(&it);
}

static void coverage_is_the_weighted_mean_of_the_childrens(void **state)
{
    (void)state;
    sk it = sk_open("g:3(p q r n) h:1(s t:2)", NULL, "us: p 1 q - r - n n/a t 1", NULL);
    assert_close(sk_cell(&it, 0, "g").coverage, 1. / 3, SK_ALMOST);
    assert_close(sk_cell(&it, 0, "h").coverage, 2. / 3, SK_ALMOST);
    assert_close(sk_cell(&it, 0, "").coverage, (1 + 2. / 3) / 4, SK_ALMOST);
    sk_close(&it);
}

static void trees_32_deep_are_scored(void **state)
{
    (void)state;
    char tree[1024] = "", number[32];
    for (int i = 0; i < 32; i++) {
        snprintf(number, sizeof number, "g%d(c%d ", i, i);
        strcat(tree, number);
    }
    strcat(tree, "end");
    for (int i = 0; i < 32; i++)
        strcat(tree, ")");
    sk it = sk_open(tree, NULL, "us: end 64 c0 0", NULL);
    sk_expect(&it, 0, "", RAPPORT_CELL_INCOMPLETE, 32, 0.5 + ldexp(1, -32), 64 * ldexp(1, -32), 50 + 64 * ldexp(1, -32) -
              100 * ldexp(1, -32)); /* each c is half of what is left; all but the first and the end could be 100 */
    sk_close(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worked_example_built_by_calls_gives_every_digit),
        cmocka_unit_test(the_worked_example_read_from_its_file_gives_every_digit),
        cmocka_unit_test(both_ways_to_the_worked_example_give_the_same_bits),
        cmocka_unit_test(a_criterion_is_the_mean_of_its_raters_points),
        cmocka_unit_test(raters_count_by_their_weight),
        cmocka_unit_test(a_rater_counts_in_every_group_that_the_answer_enters_once),
        cmocka_unit_test(it_is_not_applicable_if_somebody_says_so_and_nobody_anything_else),
        cmocka_unit_test(not_applicable_of_one_rater_leaves_the_silence_of_the_other_aside),
        cmocka_unit_test(a_fact_counts_in_every_view),
        cmocka_unit_test(a_group_is_the_weighted_mean_of_what_was_answered_and_counts_in_full),
        cmocka_unit_test(a_group_without_a_value_is_missing_like_a_criterion),
        cmocka_unit_test(a_missing_group_has_bounds_0_to_100_whatever_its_exponent),
        cmocka_unit_test(roots_are_missing_or_empty_never_0_or_100),
        cmocka_unit_test(nothing_applicable_at_all_is_empty),
        cmocka_unit_test(a_party_without_raters_is_silent),
        cmocka_unit_test(strict_takes_the_score_of_a_root_below_the_minimum_coverage),
        cmocka_unit_test(strict_wants_everything_by_default_and_looks_at_roots_alone),
        cmocka_unit_test(the_minimum_coverage_means_nothing_to_exclude),
        cmocka_unit_test(groups_take_the_power_mean_of_their_exponent),
        cmocka_unit_test(vision_leadership_and_strategy_of_the_design),
        cmocka_unit_test(values_under_1_count_as_1_for_exponents_up_to_0),
        cmocka_unit_test(zeros_put_in_for_bounds_pass_through_the_floor_too),
        cmocka_unit_test(extremes_of_groups_keep_weights_for_coverage),
        cmocka_unit_test(informational_and_weightless_nodes_are_shown_and_stay_out),
        cmocka_unit_test(weights_may_differ_by_24_powers_of_ten),
        cmocka_unit_test(a_mean_of_equal_values_does_not_pass_100),
        cmocka_unit_test(coverage_is_the_weighted_mean_of_the_childrens),
        cmocka_unit_test(trees_32_deep_are_scored),
    };
    return cmocka_run_group_tests_name("score", tests, NULL, NULL);
}
