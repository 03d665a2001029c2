/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* How far the raters of a party agree. Expected numbers are worked out by hand, or come from the papers that docs/agreement.md
 * names; that they are those of the tables' indices: tests/property/test_consensus.c. */
#include "score_kit.h"

#include "rapport/consensus.h"
#include "rapport/draft.h"
#include "rapport/report.h"

enum { US, THEM };

static rapport_consensus ask(const sk *it, uint32_t party, const char *id, int32_t index)
{
    rapport_consensus out = {.struct_size = sizeof out};
    assert_ok(rapport_result_get_consensus(it->result, party, sk_node(it, id), index, &out));
    assert_int_equal(out.index, index);
    assert_int_equal(out.has_value, out.reason == RAPPORT_DEFINED);
    return out;
}

static void expect(const sk *it, const char *id, int32_t index, double value)
{
    rapport_consensus found = ask(it, US, id, index);
    assert_int_equal(found.reason, RAPPORT_DEFINED);
    assert_close(found.value, value, SK_ALMOST);
}

static void expect_none(const sk *it, const char *id, int32_t index, int32_t reason)
{
    rapport_consensus found = ask(it, US, id, index);
    assert_int_equal(found.reason, reason);
    assert_true(found.value == 0 && found.limit == 0 && !found.reading);
}

static void levels_agree_as_their_levels_do(void **state)
{
    (void)state;
    /* 4 4 5 3 of five: s^2 = 2/3, at random 2; a_wg 1 - 2 (2/3) / (3 (4/3)); half a level of 25 points */
    sk it = sk_open("p#five", NULL, "us: p 4 | p 4 | p 5 | p 3", NULL);
    rapport_consensus found = ask(&it, US, "p", RAPPORT_RWG);
    assert_int_equal(found.raters, 4);
    assert_int_equal(found.ratings, 4);
    assert_int_equal(found.criteria, 1);
    assert_int_equal(found.reading, RAPPORT_MODERATE_AGREEMENT);
    expect(&it, "p", RAPPORT_RWG, 2. / 3);
    expect(&it, "p", RAPPORT_AWG, 2. / 3);
    expect(&it, "p", RAPPORT_AD, 12.5);
    assert_close(ask(&it, US, "p", RAPPORT_AD).limit, 125. / 6, SK_ALMOST); /* 5/6 of a level */
    assert_int_equal(ask(&it, US, "p", RAPPORT_AWG).off_center, 0);
    sk_close(&it);
}

static void steps_of_any_width_are_held_against_their_own_variance(void **state)
{
    (void)state;
    /* 0, 10 and 100 points at random: their squares 10100 / 3 - (110 / 3)^2 = 18200/9; 0 and 10 have s^2 = 50 */
    sk it = sk_open("p#odd q#odd", NULL, "us: p 1 q 1 | p 2 q 3", NULL);
    expect(&it, "p", RAPPORT_RWG, 1 - 450. / 18200);
    expect(&it, "q", RAPPORT_RWG, 0); /* 5000 is more than that */
    assert_int_equal(ask(&it, US, "q", RAPPORT_RWG).floored, 1);
    assert_int_equal(ask(&it, US, "q", RAPPORT_RWG).reading, RAPPORT_LACK_OF_AGREEMENT);
    expect(&it, "q", RAPPORT_AWG, -1); /* one at each end */
    sk_close(&it);
}

static void numbers_are_a_continuous_scale_of_points(void **state)
{
    (void)state;
    sk it = sk_open("p y#yes", NULL, "us: p 40 y true | p 60 y false", NULL);
    expect(&it, "p", RAPPORT_RWG, 1 - 200 / (10000. / 12));
    expect(&it, "p", RAPPORT_AD, 10);
    assert_true(ask(&it, US, "p", RAPPORT_AD).limit == 0);
    expect(&it, "y", RAPPORT_RWG, 0); /* 5000 against 2500 */
    expect(&it, "y", RAPPORT_AD, 50);
    assert_close(ask(&it, US, "y", RAPPORT_AD).limit, 100. / 3, SK_ALMOST); /* 2/6 of the one step */
    sk_close(&it);
}

static void full_agreement_is_1_to_the_last_bit(void **state)
{
    (void)state;
    sk it = sk_open("p q", NULL, "us: p 33.3 q 0 | p 33.3 q 0 | p 33.3 q 0", NULL);
    assert_same_bits(ask(&it, US, "p", RAPPORT_RWG).value, 1);
    assert_same_bits(ask(&it, US, "p", RAPPORT_AWG).value, 1);
    assert_same_bits(ask(&it, US, "q", RAPPORT_AWG).value, 1); /* at an end of the scale, too */
    assert_int_equal(ask(&it, US, "q", RAPPORT_AWG).off_center, 1);
    assert_int_equal(ask(&it, US, "p", RAPPORT_RWG).reading, RAPPORT_VERY_STRONG_AGREEMENT);
    sk_close(&it);
}

static void weights_of_raters_do_not_enter(void **state)
{
    (void)state;
    sk it = sk_open("p#five", NULL, "us: *100 p 4 | p 4 | *0.5 p 5 | p 3", NULL);
    expect(&it, "p", RAPPORT_RWG, 2. / 3);
    expect(&it, "p", RAPPORT_AD, 12.5);
    sk_close(&it);
}

static void the_readings_begin_above_their_cuts(void **state)
{
    (void)state;
    /* on 0..100, 1 - s^2 / (10000/12) with s^2 = d^2/2: d^2 = 500/3 (1 - r) * 10 */
    static const struct {
        const char *parties;
        int32_t reading;
    } cases[] = {{"us: p 0 | p 34.156502553198661", RAPPORT_LACK_OF_AGREEMENT}, /* d^2 = 7/6 1000: .30 */
                 {"us: p 0 | p 34.156502", RAPPORT_WEAK_AGREEMENT},
                 {"us: p 0 | p 28.867513459481287", RAPPORT_WEAK_AGREEMENT}, /* d^2 = 5/6 1000: .50 */
                 {"us: p 0 | p 28.867513", RAPPORT_MODERATE_AGREEMENT},
                 {"us: p 0 | p 22.360679774997898", RAPPORT_MODERATE_AGREEMENT}, /* d^2 = 500: .70 */
                 {"us: p 0 | p 22.360679", RAPPORT_STRONG_AGREEMENT},
                 {"us: p 0 | p 12.909944487358057", RAPPORT_STRONG_AGREEMENT}, /* d^2 = 500/3: .90 */
                 {"us: p 0 | p 12.909944", RAPPORT_VERY_STRONG_AGREEMENT}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sk it = sk_open("p", NULL, cases[i].parties, NULL);
        assert_int_equal(ask(&it, US, "p", RAPPORT_RWG).reading, cases[i].reading);
        sk_close(&it);
    }
}

static void criteria_are_the_units_of_the_intraclass_correlation(void **state)
{
    (void)state;
    /* {4,5,4}, {2,3,2}, {3,3,4}, {5,4,5}: mean squares 10/3 and 1/3 levels */
    sk it = sk_open("p#five q#five r#five s#five", NULL, "us: p 4 q 2 r 3 s 5 | p 5 q 3 r 3 s 4 | p 4 q 2 r 4 s 5", NULL);
    expect(&it, "", RAPPORT_ICC1, 0.75);
    expect(&it, "", RAPPORT_ICC1K, 0.90);
    sk_close(&it);
}

static void criteria_are_the_items_of_cronbachs_alpha(void **state)
{
    (void)state;
    sk it = sk_open("p#five q#five r#five", NULL,
                    "us: p 4 q 4 r 3 | p 5 q 4 r 5 | p 3 q 3 r 2 | p 4 q 5 r 4 | p 2 q 2 r 3 | p 5 q 1", NULL);
    rapport_consensus found = ask(&it, US, "", RAPPORT_CRONBACH);
    assert_close(found.value, 27. / 31, SK_ALMOST);
    assert_int_equal(found.raters, 5); /* the sixth left one out */
    assert_int_equal(found.ratings, 15);
    assert_int_equal(found.criteria, 3);
    sk_close(&it);
}

static void items_of_one_group_are_taken_together(void **state)
{
    (void)state;
    /* three items with s^2 = 2/3 of 2: 3 (2/3) / (3 (2/3) + 1/3) = 6/7; t below does not count, u stands apart */
    sk it = sk_open("g(p#five q#five h(r#five) t#five~) u#five", NULL,
                    "us: p 4 q 3 r 4 t 1 u 1 | p 4 q 4 r 5 t 5 u 5 | p 5 q 4 r 4 t 1 u 1 | p 3 q 5 r 3 t 5 u 5", NULL);
    rapport_consensus found = ask(&it, US, "g", RAPPORT_RWGJ);
    assert_close(found.value, 6. / 7, SK_ALMOST);
    assert_int_equal(found.criteria, 3);
    assert_int_equal(found.ratings, 12);
    assert_int_equal(found.reading, RAPPORT_STRONG_AGREEMENT);
    /* with u: s^2 = 16/3, ratio 8/3; mean ratio (1 + 8/3)/4 = 11/12: 4/12 / (4/12 + 11/12) = 4/15 */
    assert_close(ask(&it, US, "", RAPPORT_RWGJ).value, 4. / 15, SK_ALMOST);
    sk_close(&it);
}

static void alpha_is_krippendorffs_for_intervals(void **state)
{
    (void)state;
    /* four observers, twelve units (Krippendorff 2004): .8491 */
    sk it = sk_open("a#five b#five c#five d#five e#five f#five g#five h#five i#five j#five k#five l#five", NULL,
                    "us: a 1 b 2 c 3 d 3 e 2 f 1 g 4 h 1 i 2"
                    "| a 1 b 2 c 3 d 3 e 2 f 2 g 4 h 1 i 2 j 5 l 3"
                    "| b 3 c 3 d 3 e 2 f 3 g 4 h 2 i 2 j 5 k 1"
                    "| a 1 b 2 c 3 d 3 e 2 f 4 g 4 h 1 i 2 j 5 k 1",
                    NULL);
    rapport_consensus found = ask(&it, US, "", RAPPORT_KRIPPENDORFF);
    assert_close(found.value, 0.849, 5e-4);
    assert_int_equal(found.criteria, 11);
    assert_int_equal(found.ratings, 40);
    sk_close(&it);
}

static void what_has_no_value_has_a_reason(void **state)
{
    (void)state;
    sk it = sk_open("g(p q) h(r s) f", NULL, "us: p 1 r 50 s 50 | q 2 r 50 s 50; them: p 3", "'facts':{'f':90}");
    expect_none(&it, "p", RAPPORT_RWG, RAPPORT_TOO_FEW_RATERS);
    expect_none(&it, "p", RAPPORT_AD, RAPPORT_TOO_FEW_RATERS);
    expect_none(&it, "f", RAPPORT_AWG, RAPPORT_TOO_FEW_RATERS); /* nobody is asked about a fact */
    expect_none(&it, "g", RAPPORT_RWGJ, RAPPORT_NOTHING_PAIRABLE);
    expect_none(&it, "g", RAPPORT_ICC1, RAPPORT_NOTHING_PAIRABLE);
    expect_none(&it, "g", RAPPORT_KRIPPENDORFF, RAPPORT_NOTHING_PAIRABLE);
    expect_none(&it, "h", RAPPORT_ICC1, RAPPORT_NO_VARIANCE);
    expect_none(&it, "h", RAPPORT_ICC1K, RAPPORT_NO_VARIANCE);
    expect_none(&it, "h", RAPPORT_KRIPPENDORFF, RAPPORT_NO_VARIANCE);
    expect_none(&it, "h", RAPPORT_CRONBACH, RAPPORT_NO_VARIANCE);
    expect_none(&it, "", RAPPORT_CRONBACH, RAPPORT_TOO_FEW_COMPLETE);
    assert_int_equal(ask(&it, THEM, "", RAPPORT_RWGJ).reason, RAPPORT_TOO_FEW_RATERS);
    assert_int_equal(ask(&it, THEM, "", RAPPORT_RWGJ).raters, 1);
    sk_close(&it);
    it = sk_open("g(p) q", NULL, "us: p 1 q 3 | p 2", NULL);
    expect_none(&it, "g", RAPPORT_ICC1, RAPPORT_TOO_FEW_UNITS);
    expect_none(&it, "g", RAPPORT_CRONBACH, RAPPORT_TOO_FEW_UNITS);
    sk_close(&it);
}

static void options_that_are_all_worth_the_same_cannot_agree(void **state)
{
    (void)state;
    rapport_model *model = NULL;
    rapport_assessment *assessment = NULL;
    rapport_result *result;
    rapport_consensus found = {.struct_size = sizeof found};
    assert_ok(rapport_assessment_read(
        "{\"format\":\"rapport-assessment/1\",\"id\":\"a\",\"partnership\":\"P\",\"date\":\"2026-01-31\",\"model\":"
        "{\"format\":\"rapport-model/1\",\"id\":\"m\",\"version\":\"1\",\"scales\":{\"c\":{\"kind\":\"choice\",\"choices\":"
        "[{\"id\":\"k\",\"points\":40},{\"id\":\"l\",\"points\":40}]}},\"criteria\":[{\"id\":\"p\",\"scale\":\"c\"}],"
        "\"bands\":[{\"id\":\"low\",\"from\":0}]},\"parties\":[{\"id\":\"us\",\"raters\":[{\"id\":\"1\",\"answers\":"
        "{\"p\":\"k\"}},{\"id\":\"2\",\"answers\":{\"p\":\"l\"}}]}]}",
        -1, NULL, NULL, NULL, &model, &assessment, NULL));
    assert_ok(rapport_result_create(NULL, &result));
    assert_ok(rapport_result_compute(result, assessment, NULL));
    assert_ok(rapport_result_get_consensus(result, 0, 1, RAPPORT_RWG, &found));
    assert_int_equal(found.reason, RAPPORT_NO_VARIANCE);
    assert_ok(rapport_result_get_consensus(result, 0, 1, RAPPORT_AWG, &found));
    assert_int_equal(found.reason, RAPPORT_NO_VARIANCE);
    assert_ok(rapport_result_get_consensus(result, 0, RAPPORT_ROOT, RAPPORT_RWGJ, &found));
    assert_int_equal(found.reason, RAPPORT_NO_VARIANCE);
    assert_ok(rapport_result_get_consensus(result, 0, 1, RAPPORT_AD, &found));
    assert_true(found.has_value && found.value == 0);
    rapport_result_destroy(result);
    rapport_assessment_destroy(assessment);
    rapport_model_destroy(model);
}

static void what_is_asked_wrongly_is_refused(void **state)
{
    (void)state;
    sk it = sk_open("g(p) q", NULL, "us: p 1 | p 2", NULL);
    rapport_consensus out = {.struct_size = sizeof out};
    rapport_result *empty;
    static const int32_t of_criteria[] = {RAPPORT_RWG, RAPPORT_AWG, RAPPORT_AD};
    static const int32_t of_groups[] = {RAPPORT_RWGJ, RAPPORT_ICC1, RAPPORT_ICC1K, RAPPORT_KRIPPENDORFF, RAPPORT_CRONBACH};
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(rapport_result_get_consensus(it.result, 0, 1, of_criteria[i], &out), RAPPORT_BAD_ARGUMENT);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(rapport_result_get_consensus(it.result, 0, 2, of_groups[i], &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_consensus(it.result, 0, 0, RAPPORT_KENDALL, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_consensus(it.result, 0, 0, 0, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_consensus(it.result, 1, 0, RAPPORT_RWGJ, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_consensus(it.result, RAPPORT_JOINT, 0, RAPPORT_RWGJ, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_consensus(it.result, 0, 4, RAPPORT_RWG, &out), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_result_get_consensus(it.result, 0, 0, RAPPORT_RWGJ, NULL), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_result_create(NULL, &empty));
    assert_int_equal(rapport_result_get_consensus(empty, 0, 0, RAPPORT_RWGJ, &out), RAPPORT_BAD_ARGUMENT);
    rapport_result_destroy(empty);
    sk_close(&it);
}

#define FLOOR(k) "'anonymity_floor':" #k

static void what_is_withheld_and_what_holds_it_is_protected(void **state)
{
    (void)state;
    /* p has two raters, and q is withheld with it; h is open */
    sk it = sk_open("g(p q r) h(s t)", FLOOR(3),
                    "us: p 10 q 20 r 30 s 40 t 10 | p 20 q 50 r 60 s 70 t 30 | q 50 r 60 s 70 t 20", NULL);
    expect_none(&it, "p", RAPPORT_RWG, RAPPORT_PROTECTED);
    assert_int_equal(ask(&it, US, "p", RAPPORT_RWG).raters, 0);
    expect_none(&it, "q", RAPPORT_AD, RAPPORT_PROTECTED);
    assert_int_equal(ask(&it, US, "r", RAPPORT_RWG).has_value, 1);
    expect_none(&it, "g", RAPPORT_RWGJ, RAPPORT_PROTECTED);
    expect_none(&it, "g", RAPPORT_CRONBACH, RAPPORT_PROTECTED);
    expect_none(&it, "", RAPPORT_KRIPPENDORFF, RAPPORT_PROTECTED);
    assert_int_equal(ask(&it, US, "h", RAPPORT_KRIPPENDORFF).has_value, 1);
    assert_int_equal(ask(&it, US, "h", RAPPORT_CRONBACH).has_value, 1);
    sk_close(&it);
}

static void as_many_complete_raters_as_the_floor_make_an_alpha(void **state)
{
    (void)state;
    /* all criteria have three raters, but only two raters answered all */
    sk it = sk_open("p q", FLOOR(3), "us: p 10 q 20 | p 20 q 50 | p 30 | q 60", NULL);
    expect_none(&it, "", RAPPORT_CRONBACH, RAPPORT_PROTECTED);
    assert_int_equal(ask(&it, US, "", RAPPORT_KRIPPENDORFF).has_value, 1);
    sk_close(&it);
    it = sk_open("p q", FLOOR(3), "us: p 10 q 20 | p 20 q 50 | p 30 q 60", NULL);
    assert_int_equal(ask(&it, US, "", RAPPORT_CRONBACH).has_value, 1);
    sk_close(&it);
    it = sk_open("p q", FLOOR(3), "us!: p 10 q 20 | p 20 q 50 | p 30 | q 60", NULL); /* one voice */
    assert_int_equal(ask(&it, US, "", RAPPORT_CRONBACH).has_value, 1);
    sk_close(&it);
}

static void says_so(const rapport_result *result, int too_many)
{
    rapport_report_options options = {.struct_size = sizeof options, .format = RAPPORT_JSON, .compact = 1};
    rapport_buffer buffer = {.text = malloc(1 << 20), .capacity = 1 << 20};
    assert_ok(rapport_report_write(result, &options, rapport_buffer_write, &buffer, NULL));
    assert_true(buffer.needed < 1 << 20);
    assert_int_equal(strstr(buffer.text, "\"cronbach\":\"too-many-items\"") != NULL, too_many);
    free(buffer.text);
}

static void alpha_takes_up_to_1024_criteria(void **state)
{
    (void)state;
    for (uint32_t items = RAPPORT_MAX_ITEMS; items <= RAPPORT_MAX_ITEMS + 1; items++) {
        rapport_draft *draft;
        rapport_model *model;
        rapport_assessment *assessment;
        rapport_result *result;
        rapport_consensus found = {.struct_size = sizeof found};
        uint32_t scale, party, rater;
        assert_ok(rapport_draft_create("m", "1", NULL, &draft, NULL));
        assert_ok(rapport_draft_add_yesno(draft, "y", &scale, NULL));
        assert_ok(rapport_draft_add_band(draft, "b", 0, NULL, NULL));
        for (uint32_t i = 0; i < items; i++) {
            char id[16];
            snprintf(id, sizeof id, "c%u", (unsigned)i);
            assert_ok(rapport_draft_add_criterion(draft, RAPPORT_ROOT, id, 1, scale, NULL, NULL));
        }
        assert_ok(rapport_draft_build(draft, &model, NULL));
        assert_ok(rapport_assessment_create(model, "a", "P", "2026-01-31", NULL, &assessment, NULL));
        assert_ok(rapport_assessment_add_party(assessment, "us", 1, RAPPORT_VOICE_RATERS, &party, NULL));
        for (int32_t r = 0; r < 2; r++) {
            assert_ok(rapport_assessment_add_rater(assessment, party, r ? "a" : "b", 1, &rater, NULL));
            for (uint32_t i = 0; i < items; i++)
                assert_ok(rapport_assessment_set_yesno(assessment, rater, i + 1, r, NULL));
        }
        assert_ok(rapport_result_create(NULL, &result));
        assert_ok(rapport_result_compute(result, assessment, NULL));
        assert_ok(rapport_result_get_consensus(result, 0, RAPPORT_ROOT, RAPPORT_CRONBACH, &found));
        assert_int_equal(found.reason, items > RAPPORT_MAX_ITEMS ? RAPPORT_TOO_MANY_ITEMS : RAPPORT_DEFINED);
        assert_close(found.value, items > RAPPORT_MAX_ITEMS ? 0 : 1, SK_ALMOST); /* all move as one */
        says_so(result, items > RAPPORT_MAX_ITEMS);
        rapport_result_destroy(result);
        rapport_assessment_destroy(assessment);
        rapport_model_destroy(model);
        rapport_draft_destroy(draft);
    }
}

/* What the report says of agreement. */
static char *agreement_of(const sk *it)
{
    rapport_report_options options = {.struct_size = sizeof options, .format = RAPPORT_JSON};
    char *text = malloc(1 << 16), *from, *to;
    rapport_buffer buffer = {.text = text, .capacity = 1 << 16};
    assert_ok(rapport_report_write(it->result, &options, rapport_buffer_write, &buffer, NULL));
    assert_non_null(from = strstr(text, "\"agreement\""));
    assert_non_null(to = strstr(from, "\"patterns\""));
    *to = '\0';
    memmove(text, from, strlen(from) + 1);
    return text;
}

static void nothing_that_is_said_depends_on_what_is_withheld(void **state)
{
    (void)state;
    static const char *const parties[] = {"us: p 10 q 20 r 30 s 40 t 10 | p 20 q 50 r 60 s 70 t 30 | q 50 r 60 s 70 t 20",
                                          "us: p 90 q 21 r 30 s 40 t 10 | p 11 q 77 r 60 s 70 t 30 | q 3 r 60 s 70 t 20"};
    char *said[2];
    for (int i = 0; i < 2; i++) {
        sk it = sk_open("g(p q r) h(s t)", FLOOR(3), parties[i], NULL);
        assert_int_equal(sk_cell(&it, US, "p").status, RAPPORT_CELL_WITHHELD);
        assert_int_equal(sk_cell(&it, US, "q").status, RAPPORT_CELL_WITHHELD);
        assert_int_not_equal(sk_cell(&it, US, "r").status, RAPPORT_CELL_WITHHELD);
        said[i] = agreement_of(&it);
        sk_close(&it);
    }
    assert_string_equal(said[0], said[1]);
    free(said[0]);
    free(said[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_agree_as_their_levels_do),
        cmocka_unit_test(steps_of_any_width_are_held_against_their_own_variance),
        cmocka_unit_test(numbers_are_a_continuous_scale_of_points),
        cmocka_unit_test(full_agreement_is_1_to_the_last_bit),
        cmocka_unit_test(weights_of_raters_do_not_enter),
        cmocka_unit_test(the_readings_begin_above_their_cuts),
        cmocka_unit_test(criteria_are_the_units_of_the_intraclass_correlation),
        cmocka_unit_test(criteria_are_the_items_of_cronbachs_alpha),
        cmocka_unit_test(items_of_one_group_are_taken_together),
        cmocka_unit_test(alpha_is_krippendorffs_for_intervals),
        cmocka_unit_test(what_has_no_value_has_a_reason),
        cmocka_unit_test(options_that_are_all_worth_the_same_cannot_agree),
        cmocka_unit_test(what_is_asked_wrongly_is_refused),
        cmocka_unit_test(what_is_withheld_and_what_holds_it_is_protected),
        cmocka_unit_test(as_many_complete_raters_as_the_floor_make_an_alpha),
        cmocka_unit_test(alpha_takes_up_to_1024_criteria),
        cmocka_unit_test(nothing_that_is_said_depends_on_what_is_withheld),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
