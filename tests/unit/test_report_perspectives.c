/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What reports and explanations say of agreement, of the four views and of importance. */
#include "score_kit.h"

#include "rapport/consensus.h"
#include "rapport/importance.h"
#include "rapport/perspective.h"
#include "rapport/report.h"

enum { US, THEM, ROOM = 1 << 19 };

static char text[ROOM];

/* The report, or the explanation of a node. */
static const char *write_it(const sk *it, uint32_t node, int32_t format)
{
    rapport_report_options options = {.struct_size = sizeof options, .format = format, .ascii = 1};
    rapport_buffer buffer = {.text = text, .capacity = ROOM};
    if (node == RAPPORT_ROOT)
        assert_ok(rapport_report_write(it->result, &options, rapport_buffer_write, &buffer, NULL));
    else
        assert_ok(rapport_explanation_write(it->result, node, &options, rapport_buffer_write, &buffer, NULL));
    assert_true(buffer.needed < ROOM);
    for (const char *at = text, *end; format == RAPPORT_TEXT && (end = strchr(at, '\n')); at = end + 1)
        if (end - at > 80)
            fail_msg("longer than 80: %.*s", (int)(end - at), at);
    return text;
}

static void expect_in(const char *found, const char *wanted, int there)
{
    if ((strstr(found, wanted) != NULL) != there) {
        fputs(found, stderr);
        fail_msg("%s: %s", there ? "lacks" : "has", wanted);
    }
}

#define EXPECT(it, words) expect_in(write_it((it), RAPPORT_ROOT, RAPPORT_TEXT), (words), 1)
#define EXPECT_NOT(it, words) expect_in(write_it((it), RAPPORT_ROOT, RAPPORT_TEXT), (words), 0)
#define EXPECT_JSON(it, words) expect_in(write_it((it), RAPPORT_ROOT, RAPPORT_JSON), (words), 1)

static void say(sk *it, uint32_t rater, int32_t kind, uint32_t party, uint32_t node, double value)
{
    assert_ok(rapport_assessment_set_opinion(it->assessment, rater, kind, party, node, RAPPORT_ANSWERED, value, NULL));
}

static void compute(sk *it)
{
    assert_ok(rapport_result_compute(it->result, it->assessment, NULL));
}

static void single_raters_have_no_section(void **state)
{
    (void)state;
    sk it = sk_open("p", NULL, "us: p 1; them: p 50", NULL);
    EXPECT_NOT(&it, "How far the raters");
    EXPECT_JSON(&it, "\"agreement\": {}");
    sk_close(&it);
}

static void the_criteria_with_lack_of_agreement_are_named(void **state)
{
    (void)state;
    sk it = sk_open("p q r", NULL, "us: p 0 q 50 r 10 | p 100 q 60 r 90", NULL);
    EXPECT(&it, "  us            2 raters: lack of agreement over all, r_wg(J) 0.00");
    EXPECT(&it, "                lack of agreement: p 0.00, r 0.00\n");
    sk_close(&it);
    it = sk_open("a b c d e f g", NULL, "us: a 0 b 0 c 0 d 0 e 0 f 0 g 0 | a 100 b 100 c 100 d 100 e 100 f 100 g 100", NULL);
    EXPECT(&it, "d 0.00, e 0.00 and 2\n                more\n");
    sk_close(&it);
}

static void raters_without_a_common_criterion_are_told_of(void **state)
{
    (void)state;
    sk it = sk_open("p q", NULL, "us: p 0 | q 50", NULL);
    EXPECT(&it, "2 raters: no criterion with several answers\n");
    expect_in(write_it(&it, 1, RAPPORT_TEXT), "agreement: ", 0); /* one rater answered it */
    sk_close(&it);
    it = sk_open("g(p q)", NULL, "us: p 0 | q 50", NULL);
    expect_in(write_it(&it, 1, RAPPORT_TEXT), "agreement: no unit was rated twice\n", 1);
    sk_close(&it);
}

static void protected_raters_are_told_of(void **state)
{
    (void)state;
    sk it = sk_open("p q r", "'anonymity_floor':2", "us: p 10 q 20 r 30 | q 40 r 50", NULL);
    EXPECT(&it, "2 raters: not shown over all, to protect the raters\n");
    expect_in(write_it(&it, 1, RAPPORT_TEXT), "  agreement: not shown, to protect the raters\n", 1);
    expect_in(write_it(&it, 1, RAPPORT_JSON), "\"raters\": null, \"rwg\": null", 1);
    expect_in(write_it(&it, 3, RAPPORT_TEXT), "agreement: r_wg", 1);
    sk_close(&it);
}

static void six_parties_are_shown(void **state)
{
    (void)state;
    sk it = sk_open("p", NULL,
                    "a: p 1 | p 2; b: p 1 | p 2; c: p 1 | p 2; d: p 1 | p 2; e: p 1 | p 2; f: p 1 | p 2; g: p 1 | p 2", NULL);
    EXPECT(&it, "  f             2 raters: ");
    EXPECT_NOT(&it, "  g             2 raters: ");
    EXPECT(&it, "  and 1 more\n");
    sk_close(&it);
}

static void what_parties_say_of_each_other_is_put_in_sentences(void **state)
{
    (void)state;
    sk it = sk_open("p q", NULL, "us: p 10; them: p 50 q 60", NULL);
    say(&it, 0, RAPPORT_ABOUT, US, 1, 80);
    say(&it, 1, RAPPORT_ABOUT, US, 1, 50);
    say(&it, 1, RAPPORT_ABOUT, US, 2, 40);
    say(&it, 0, RAPPORT_PREDICTS, THEM, 1, 40);
    say(&it, 0, RAPPORT_PREDICTS, THEM, 2, 60);
    compute(&it);
    EXPECT(&it, "\nHow the parties see each other\n"
                "  us            sees itself 30.0 brighter than them sees it, over 1 criterion\n"
                "                foresees what them answers with an accuracy of 95 %, 5.0 too\n"
                "                dark on average, over 2 criteria\n"
                "  them          sees us at 45.0, over 2 criteria\n");
    EXPECT_JSON(&it, "\"understanding\": [\n");
    say(&it, 1, RAPPORT_ABOUT, US, 1, 80);
    say(&it, 0, RAPPORT_PREDICTS, THEM, 1, 60);
    compute(&it);
    EXPECT(&it, "sees itself as them sees it, over 1 criterion\n");
    EXPECT(&it, "accuracy of 95 %, 5.0 too\n                bright on average");
    say(&it, 1, RAPPORT_ABOUT, US, 1, 90);
    say(&it, 0, RAPPORT_PREDICTS, THEM, 1, 50);
    compute(&it);
    EXPECT(&it, "sees itself 10.0 darker than them sees it");
    EXPECT(&it, "accuracy of 100 %, over 2\n");
    sk_close(&it);
}

static void an_opinion_that_nothing_answers_is_no_number(void **state)
{
    (void)state;
    /* we predict p, which they did not answer, and see us only in q, they only in p */
    sk it = sk_open("p q", NULL, "us: p 10; them: q 60", NULL);
    say(&it, 0, RAPPORT_PREDICTS, THEM, 1, 40);
    say(&it, 0, RAPPORT_ABOUT, US, 2, 80);
    say(&it, 1, RAPPORT_ABOUT, US, 1, 50);
    compute(&it);
    EXPECT_JSON(&it, "\"value\": null,\n        \"bias\": null,\n        \"reason\": \"not-said\",");
    EXPECT_JSON(&it, "\"self_enhancement\": [],");
    sk_close(&it);
}

static void withheld_criteria_are_told_of(void **state)
{
    (void)state;
    sk it = sk_open("p q", "'anonymity_floor':2", "us: p 10 q 10 | p 20 q 20; them!: p 5", NULL);
    say(&it, 0, RAPPORT_ABOUT, THEM, 1, 80);
    say(&it, 1, RAPPORT_ABOUT, THEM, 1, 80);
    say(&it, 1, RAPPORT_ABOUT, THEM, 2, 80);
    compute(&it);
    EXPECT(&it, "sees them at 80.0, over 1 criterion\n                some criteria are left out, to protect the raters\n");
    EXPECT_JSON(&it, "\"withheld\": 1,");
    EXPECT_JSON(&it, "{\"id\": \"q\", \"value\": null, \"reason\": \"protected\"}");
    sk_close(&it);
    it = sk_open("p", "'anonymity_floor':2", "us: p 10 | p 20; them!: p 5", NULL);
    say(&it, 0, RAPPORT_ABOUT, THEM, 1, 80);
    compute(&it);
    EXPECT_NOT(&it, "How the parties see");
    sk_close(&it);
}

static void six_pairs_are_shown(void **state)
{
    (void)state;
    sk it = sk_open("p", NULL, "a: p 1; b: p 1; c: p 1; d: p 1", NULL);
    for (uint32_t of = 0; of < 4; of++)
        for (uint32_t against = 0; against < 4; against++)
            say(&it, of, RAPPORT_ABOUT, against, 1, 50);
    compute(&it);
    EXPECT(&it, "  Further pairs are in the JSON.\n");
    sk_close(&it);
    it = sk_open("p", NULL, "a: p 1; b: p 1; c: p 1", NULL);
    for (uint32_t of = 0; of < 3; of++)
        for (uint32_t against = 0; against < 3; against++)
            say(&it, of, RAPPORT_ABOUT, against, 1, 50);
    compute(&it);
    EXPECT_NOT(&it, "Further pairs"); /* all six are there */
    sk_close(&it);
}

static void what_matters_is_put_in_sentences(void **state)
{
    (void)state;
    sk it = sk_open("p q r s", NULL, "us!: p 20 q 90 r 30 s 80; them!: p 20 q 90 r 30 s 80", NULL);
    static const double ours[] = {4, 3, 2, 1}, theirs[] = {1, 3, 2, 4};
    for (uint32_t i = 0; i < 4; i++) {
        assert_ok(rapport_assessment_set_importance(it.assessment, US, i + 1, ours[i], NULL));
        assert_ok(rapport_assessment_set_importance(it.assessment, THEM, i + 1, theirs[i], NULL));
    }
    compute(&it);
    EXPECT(&it, "\nWhat matters and how well it goes\n"
                "  Concentrate here     p\n"
                "  us and them differ in 30 % of the weight, most on p: 40 % to us, 10 % to them.\n");
    EXPECT_JSON(&it, "\"quadrant\": \"low-priority\"");
    EXPECT_JSON(&it, "{\"of\": \"us\", \"against\": \"them\", \"apart\": 0.3");
    sk_close(&it);
}

static void five_criteria_of_a_quadrant_are_named_by_priority(void **state)
{
    (void)state;
    /* all important, p the least well: the mean of 10 20 ... 60 and 100 six times is 67.5 */
    sk it = sk_open("a b c d e f u:0.5 v:0.5 w:0.5 x2:0.5 y:0.5 z:0.5", NULL,
                    "us!: a 60 b 50 c 40 d 30 e 20 f 10 u 100 v 100 w 100 x2 100 y 100 z 100; them!: a 60", NULL);
    assert_ok(rapport_assessment_set_importance(it.assessment, US, 1, 1, NULL)); /* alone it changes nothing */
    compute(&it);
    EXPECT(&it, "  Concentrate here     f, e, d, c, b and 1 more\n");
    EXPECT(&it, "  Possible overkill    u, v, w, x2, y and 1 more\n");
    EXPECT_NOT(&it, "differ in");
    sk_close(&it);
}

static void importance_without_scores_is_in_the_json_alone(void **state)
{
    (void)state;
    sk it = sk_open("p q", NULL, "us!: p -; them!: p -", NULL);
    assert_ok(rapport_assessment_set_importance(it.assessment, US, 1, 0, NULL));
    assert_ok(rapport_assessment_set_importance(it.assessment, US, 2, 0, NULL));
    assert_ok(rapport_assessment_set_importance(it.assessment, THEM, 1, 5, NULL));
    compute(&it);
    EXPECT_NOT(&it, "What matters");
    EXPECT_JSON(&it,
                "\"stated\": {\"us\": null, \"them\": 0.5}, \"importance\": null, \"quadrant\": null, \"priority\": null}");
    EXPECT_JSON(&it, "\"axes\": {\"cut\": \"means\", \"criteria\": 0, \"importance\": null, \"performance\": null}");
    EXPECT_JSON(&it, "{\"of\": \"us\", \"against\": \"them\", \"apart\": null, \"largest\": null, \"node\": null}");
    sk_close(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(single_raters_have_no_section),
        cmocka_unit_test(the_criteria_with_lack_of_agreement_are_named),
        cmocka_unit_test(raters_without_a_common_criterion_are_told_of),
        cmocka_unit_test(protected_raters_are_told_of),
        cmocka_unit_test(six_parties_are_shown),
        cmocka_unit_test(what_parties_say_of_each_other_is_put_in_sentences),
        cmocka_unit_test(an_opinion_that_nothing_answers_is_no_number),
        cmocka_unit_test(withheld_criteria_are_told_of),
        cmocka_unit_test(six_pairs_are_shown),
        cmocka_unit_test(what_matters_is_put_in_sentences),
        cmocka_unit_test(five_criteria_of_a_quadrant_are_named_by_priority),
        cmocka_unit_test(importance_without_scores_is_in_the_json_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
