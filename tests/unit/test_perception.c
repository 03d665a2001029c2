/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* How the parties see the same thing: gaps, classes, noise. */
#include "score_kit.h"

static rapport_perception perception(const sk *it, uint32_t pair, const char *id)
{
    rapport_perception found = {.struct_size = sizeof found};
    assert_ok(rapport_result_get_perception(it->result, pair, sk_node(it, id), &found));
    return found;
}

static rapport_perception_summary summary(const sk *it, uint32_t pair)
{
    rapport_perception_summary found = {.struct_size = sizeof found};
    assert_ok(rapport_result_get_perception_summary(it->result, pair, &found));
    return found;
}

static void expect_pair(const sk *it, uint32_t pair, uint32_t of, uint32_t against, double gap)
{
    rapport_perception found = perception(it, pair, "p");
    assert_int_equal(found.of, of);
    assert_int_equal(found.against, against);
    assert_close(found.gap, gap, SK_ALMOST);
    assert_int_equal(summary(it, pair).of, of);
    assert_int_equal(summary(it, pair).against, against);
    assert_close(summary(it, pair).mean, gap, SK_ALMOST);
}

static void pairs_come_in_the_order_of_the_parties(void **state)
{
    (void)state;
    sk it = sk_open("p", NULL, "a: p 10; b: p 30; c: p 60; d: p 100", NULL);
    assert_int_equal(rapport_result_count_pairs(it.result), 6);
    expect_pair(&it, 0, 0, 1, -20);
    expect_pair(&it, 1, 0, 2, -50);
    expect_pair(&it, 2, 0, 3, -90);
    expect_pair(&it, 3, 1, 2, -30);
    expect_pair(&it, 4, 1, 3, -70);
    expect_pair(&it, 5, 2, 3, -40);
    sk_close(&it);
}

static void one_party_has_no_pair(void **state)
{
    (void)state;
    rapport_perception found = {.struct_size = sizeof found};
    rapport_perception_summary all = {.struct_size = sizeof all};
    sk it = sk_open("p", NULL, "a: p 10", NULL);
    assert_int_equal(rapport_result_count_pairs(it.result), 0);
    assert_int_equal(rapport_result_get_perception(it.result, 0, 1, &found), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_perception_summary(it.result, 0, &all), RAPPORT_BAD_ARGUMENT);
    sk_close(&it);
}

static void eight_parties_are_compared_in_pairs_nine_with_the_mean_of_the_others(void **state)
{
    (void)state;
    const char *eight = "a: p 10; b: p 20; c: p 30; d: p 40; e: p 50; f: p 60; g: p 70; h: p 80", *ninth = "; i/3: p 90 q 1";
    char nine[200];
    sk it = sk_open("p q", NULL, eight, NULL);
    assert_int_equal(rapport_result_count_pairs(it.result), 28);
    expect_pair(&it, 27, 6, 7, -10);
    sk_close(&it);
    snprintf(nine, sizeof nine, "%s%s", eight, ninth);
    it = sk_open("p q", NULL, nine, NULL);
    assert_int_equal(rapport_result_count_pairs(it.result), 9);
    expect_pair(&it, 0, 0, RAPPORT_NONE, 10 - (350 + 3 * 90) / 10.); /* 20 + ... + 80 = 350, and the ninth three times */
    expect_pair(&it, 8, 8, RAPPORT_NONE, 90 - 360 / 8.);
    sk_close(&it);
}

static void only_those_others_who_answered_make_the_mean(void **state)
{
    (void)state;
    rapport_perception found = {.struct_size = sizeof found};
    sk it = sk_open("p q", NULL, "a: p 10; b: p 20; c: p -; d: p n/a; e:; f:; g:; h:; i: q 5", NULL);
    expect_pair(&it, 0, 0, RAPPORT_NONE, -10);
    assert_int_equal(rapport_result_get_perception(it.result, 2, 1, &found), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_result_get_perception(it.result, 8, 2, &found), RAPPORT_UNDEFINED); /* nobody else */
    assert_int_equal(summary(&it, 8).criteria, 0);
    sk_close(&it);
}

static void where_one_has_no_score_there_is_no_gap(void **state)
{
    (void)state;
    rapport_perception found = {.struct_size = sizeof found};
    sk it = sk_open("p q g(r)", NULL, "a: p 10 q n/a r 1; b: p - q 20 r -", NULL);
    for (uint32_t node = 1; node <= 4; node++)
        assert_int_equal(rapport_result_get_perception(it.result, 0, node, &found), RAPPORT_UNDEFINED);
    assert_int_equal(rapport_result_get_perception(it.result, 0, 5, &found), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_perception(it.result, 1, 1, &found), RAPPORT_BAD_ARGUMENT);
    assert_close(perception(&it, 0, "").gap, 5.5 - 20, SK_ALMOST); /* roots: of p and g against q */
    assert_int_equal(rapport_result_get_perception(it.result, 0, 0, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_perception_summary(it.result, 0, NULL), RAPPORT_BAD_ARGUMENT);
    sk_close(&it);
}

static void expect_kind(const char *parties, int32_t kind)
{
    sk it = sk_open("p@60 q", NULL, parties, NULL);
    assert_int_equal(perception(&it, 0, "p").kind, kind);
    sk_close(&it);
}

static void classes_are_cut_at_the_target(void **state)
{
    (void)state;
    expect_kind("a: p 60; b: p 60", RAPPORT_SHARED_STRENGTH);
    expect_kind("a: p 59; b: p 58", RAPPORT_SHARED_WEAKNESS);
    expect_kind("a: p 60; b: p 59", RAPPORT_BLIND_SPOT);
    expect_kind("a: p 59; b: p 60", RAPPORT_HIDDEN_STRENGTH);
    expect_kind("a: p 59.99999999999999; b: p 59.9999999996", RAPPORT_SHARED_STRENGTH); /* 60 when rounded to 1e-9 */
    expect_kind("a: p 60; b: p 59.999999998", RAPPORT_BLIND_SPOT);
}

static void groups_have_their_own_targets_as_cut(void **state)
{
    (void)state;
    sk it = sk_open("g(p@40 q@60)", NULL, "a: p 45 q 55; b: p 45 q 53", NULL); /* the group's is 50 */
    assert_int_equal(perception(&it, 0, "g").kind, RAPPORT_BLIND_SPOT);
    assert_close(perception(&it, 0, "g").gap, 1, SK_ALMOST);
    assert_int_equal(perception(&it, 0, "p").kind, RAPPORT_SHARED_STRENGTH);
    assert_int_equal(perception(&it, 0, "").kind, RAPPORT_BLIND_SPOT);
    sk_close(&it);
}

/* ---------------------------------------------------------------- notable */

static void expect_notable(const char *tree, const char *parties, int32_t notable)
{
    sk it = sk_open(tree, NULL, parties, NULL);
    if (perception(&it, 0, "p").notable != notable)
        print_error("%s with %s\n", tree, parties);
    assert_int_equal(perception(&it, 0, "p").notable, notable);
    sk_close(&it);
}

static void single_raters_differ_by_a_full_level(void **state)
{
    (void)state;
    expect_notable("p#five", "a: p 2; b: p 3", 1);
    expect_notable("p#five", "a: p 3; b: p 3", 0);
    expect_notable("p#five", "a: p 2 | p 3; b: p 3", 0); /* 12.5 of 25 */
    expect_notable("p#five", "a: p 3; b: p 1 | p 3", 1);
    expect_notable("p#odd", "a: p 1; b: p 2", 1); /* the smallest step: 10 points of 0, 10, 100 */
    expect_notable("p#odd", "a: p 1 | p 2; b: p 1", 0);
    expect_notable("p#fine", "a: p 1; b: p 2", 1); /* half a point */
}

static void other_scales_and_groups_differ_by_half_a_level_of_five(void **state)
{
    (void)state;
    expect_notable("p", "a: p 40; b: p 52.5", 1);
    expect_notable("p", "a: p 40; b: p 52.4", 0);
    expect_notable("p", "a: p 40; b: p 52.49999999999999", 1); /* rounded to 1e-9 */
    expect_notable("p", "a: p 40; b: p 52.499999998", 0);
    expect_notable("p#yes", "a: p true; b: p false", 1);
    expect_notable("p(q#five r#five)", "a: q 2 r 2; b: q 3 r 2", 1); /* 12.5 points between groups */
    expect_notable("p(q r)", "a: q 40 r 40 | q 40 r 40; b: q 50 r 50 | q 50 r 50", 0); /* however many raters */
}

static void several_raters_differ_beyond_their_noise(void **state)
{
    (void)state;
    /* s^2 = 200 each, over 2: 1.96 * sqrt(100 + 100) = 27.7186 */
    expect_notable("p", "a: p 40 | p 60; b: p 67.72 | p 87.72", 1);
    expect_notable("p", "a: p 40 | p 60; b: p 67.71 | p 87.71", 0);
}

static void noise_is_the_sample_variance_over_the_number_of_raters(void **state)
{
    (void)state;
    /* 20, 35, 50: s^2 = 225, over 3 is 75; 53, 55: s^2 = 2, over 2 is 1; 1.96 sqrt(76) = 17.0867... */
    expect_notable("p", "a: p 20 | p 35 | p 50; b: p 51.08 | p 53.08", 0); /* 17.08 */
    expect_notable("p", "a: p 20 | p 35 | p 50; b: p 51.09 | p 53.09", 1); /* 17.09 */
}

static void little_noise_is_noise(void **state)
{
    (void)state;
    /* 40, 40.2: s^2 = .02, over 2; 1.96 * sqrt(.01) = .196 */
    expect_notable("p", "a: p 40 | p 40.2; b: p 40.29 | p 40.29", 0);
    expect_notable("p", "a: p 40 | p 40.2; b: p 40.3 | p 40.3", 1);
}

static void noise_is_that_of_each_criterion_of_a_large_model(void **state)
{
    (void)state;
    char tree[400] = "", id[8], parties[4][800] = {"a:", " |", "; b:", " |"}, all[3300], answer[24];
    for (int i = 0; i < 40; i++) { /* every third gap is 27.72, the others 27.71; the noise is 27.7186 everywhere, as above */
        snprintf(id, sizeof id, " c%d", i);
        strcat(tree, id);
        for (int r = 0; r < 4; r++) {
            double points[] = {40, 60, i % 3 ? 67.71 : 67.72, i % 3 ? 87.71 : 87.72};
            snprintf(answer, sizeof answer, "%s %d.%02d", id, (int)points[r], (int)(points[r] * 100 + 0.5) % 100);
            strcat(parties[r], answer);
        }
    }
    snprintf(all, sizeof all, "%s%s%s%s", parties[0], parties[1], parties[2], parties[3]);
    sk it = sk_open(tree, NULL, all, NULL);
    for (int i = 0; i < 40; i++) {
        snprintf(id, sizeof id, "c%d", i);
        assert_int_equal(perception(&it, 0, id).notable, i % 3 == 0);
    }
    sk_close(&it);
}

static void a_gap_as_large_as_the_noise_is_not_beyond_it(void **state)
{
    (void)state;
    /* 44, 56: s^2/2 = 36; m - 8, m + 8: s^2/2 = 64; 1.96 sqrt(100) = 19.6 */
    expect_notable("p", "a: p 44 | p 56; b: p 61.6 | p 77.6", 0);
    expect_notable("p", "a: p 44 | p 56; b: p 61.60001 | p 77.60001", 1);
}

static void unanimous_raters_leave_no_noise(void **state)
{
    (void)state;
    expect_notable("p", "a: p 40 | p 40; b: p 41 | p 41", 1);
    expect_notable("p", "a: p 40 | p 40; b: p 40 | p 40", 0);
    expect_notable("p", "a: p 0.1 | p 0.1 | p 0.1; b: p 0.1 | p 0.1", 0); /* rounding of the mean is no noise */
}

static void one_rater_on_one_side_is_too_few_for_the_noise(void **state)
{
    (void)state;
    expect_notable("p", "a: p 40 | p 40; b: p 41", 0);
    expect_notable("p", "a: p 40; b: p 52.5 | p 52.5", 1);
    expect_notable("p", "a: p 0 | p 100; b: p 62.5 | p -", 1); /* who does not know is no second rater */
}

static void facts_differ_from_nothing(void **state)
{
    (void)state;
    sk it = sk_open("p#five q", NULL, "a: q 1; b: q 2", "'facts':{'p':3}");
    assert_close(perception(&it, 0, "p").gap, 0, 0);
    assert_int_equal(perception(&it, 0, "p").notable, 0);
    sk_close(&it);
}

/* ---------------------------------------------------------------- summary */

static void the_summary_of_the_worked_example(void **state)
{
    (void)state;
    sk it = {0};
    char *json = tk_file("examples/data/worked-example.json", NULL);
    assert_ok(rapport_assessment_read(json, -1, NULL, NULL, NULL, &it.model, &it.assessment, NULL));
    assert_ok(rapport_result_create(NULL, &it.result));
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    free(json);
    rapport_perception_summary found = summary(&it, 0);
    /* Weights times gaps, by dimension: 725 + 125 + 0 + 350 + 550 + 150 = 1900 over the 95 that both answered. No gap is
     * negative. Squares: 26875 + 3125 + 0 + 8750 + 22500 + 3750 = 65000. */
    assert_close(found.mean, 20, SK_ALMOST);
    assert_close(found.mean_absolute, 20, SK_ALMOST);
    assert_close(found.rms, sqrt(65000. / 95), SK_ALMOST);
    assert_close(found.largest, 50, 0);
    assert_int_equal(found.largest_node, sk_node(&it, "benefit-balance")); /* trust has 50 too, further down */
    assert_close(perception(&it, 0, "trust").gap, 50, 0);
    assert_int_equal(perception(&it, 0, "trust").kind, RAPPORT_BLIND_SPOT);
    assert_int_equal(perception(&it, 0, "trust").notable, 1);
    assert_int_equal(found.criteria, 21);
    sk_close(&it);
}

static void the_summary_weighs_by_share_over_what_counts_and_both_answered(void **state)
{
    (void)state;
    sk it = sk_open("g:3(p:1 q:3) r:1 i~(s) t:5", NULL, "a: p 50 q 20 r 90 s 0 t -; b: p 20 q 60 r 60 s 100 t 50", NULL);
    rapport_perception_summary found = summary(&it, 0);
    /* shares of ninths: p 3/4, q 9/4, r 1; gaps 30, -40, 30 */
    assert_int_equal(found.criteria, 3);
    assert_close(found.mean, (0.75 * 30 - 2.25 * 40 + 30) / 4, SK_ALMOST);
    assert_close(found.mean_absolute, (0.75 * 30 + 2.25 * 40 + 30) / 4, SK_ALMOST);
    assert_close(found.rms, sqrt((0.75 * 900 + 2.25 * 1600 + 900) / 4), SK_ALMOST);
    assert_close(found.largest, -40, 0);
    assert_int_equal(found.largest_node, sk_node(&it, "q"));
    sk_close(&it);
}

static void the_first_of_equally_large_gaps_is_named(void **state)
{
    (void)state;
    sk it = sk_open("p q r", NULL, "a: p 50 q 20 r 50; b: p 50 q 60 r 10", NULL);
    assert_int_equal(summary(&it, 0).largest_node, sk_node(&it, "q"));
    assert_close(summary(&it, 0).largest, -40, 0);
    sk_close(&it);
}

static void a_summary_of_nothing_has_no_numbers(void **state)
{
    (void)state;
    sk it = sk_open("p q i~", NULL, "a: p 50 i 1; b: q 50 i 2", NULL);
    rapport_perception_summary found = summary(&it, 0);
    assert_int_equal(found.criteria, 0);
    assert_int_equal(found.largest_node, RAPPORT_NONE);
    assert_same_bits(found.mean, 0);
    assert_same_bits(found.mean_absolute, 0);
    assert_same_bits(found.rms, 0);
    assert_same_bits(found.largest, 0);
    sk_close(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_come_in_the_order_of_the_parties),
        cmocka_unit_test(one_party_has_no_pair),
        cmocka_unit_test(eight_parties_are_compared_in_pairs_nine_with_the_mean_of_the_others),
        cmocka_unit_test(only_those_others_who_answered_make_the_mean),
        cmocka_unit_test(where_one_has_no_score_there_is_no_gap),
        cmocka_unit_test(classes_are_cut_at_the_target),
        cmocka_unit_test(groups_have_their_own_targets_as_cut),
        cmocka_unit_test(single_raters_differ_by_a_full_level),
        cmocka_unit_test(other_scales_and_groups_differ_by_half_a_level_of_five),
        cmocka_unit_test(several_raters_differ_beyond_their_noise),
        cmocka_unit_test(noise_is_the_sample_variance_over_the_number_of_raters),
        cmocka_unit_test(little_noise_is_noise),
        cmocka_unit_test(noise_is_that_of_each_criterion_of_a_large_model),
        cmocka_unit_test(a_gap_as_large_as_the_noise_is_not_beyond_it),
        cmocka_unit_test(unanimous_raters_leave_no_noise),
        cmocka_unit_test(one_rater_on_one_side_is_too_few_for_the_noise),
        cmocka_unit_test(facts_differ_from_nothing),
        cmocka_unit_test(the_summary_of_the_worked_example),
        cmocka_unit_test(the_summary_weighs_by_share_over_what_counts_and_both_answered),
        cmocka_unit_test(the_first_of_equally_large_gaps_is_named),
        cmocka_unit_test(a_summary_of_nothing_has_no_numbers),
    };
    return cmocka_run_group_tests_name("perception", tests, NULL, NULL);
}
