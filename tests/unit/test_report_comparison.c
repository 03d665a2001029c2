/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* How comparisons of rounds are written. */
#include "report_kit.h"

#include "score_kit.h"

static rapport_comparison *compare(const sk *rounds, uint32_t count, const rapport_comparison_options *options)
{
    const rapport_assessment *list[RAPPORT_MAX_ROUNDS];
    rapport_comparison *made;
    for (uint32_t i = 0; i < count; i++)
        list[i] = rounds[i].assessment;
    assert_ok(rapport_comparison_create(list, count, options, NULL, NULL, &made, NULL));
    return made;
}

static char *write(const rapport_comparison *c, rapport_report_options options)
{
    rk_paper paper = {.limit = SIZE_MAX};
    options.struct_size = sizeof options;
    assert_ok(rapport_comparison_write(c, &options, rk_write, &paper, NULL));
    return paper.text;
}

static void expect_line(const rapport_comparison *c, const char *line)
{
    char *text = write(c, (rapport_report_options){.ascii = 1});
    if (!strstr(text, line))
        fail_msg("\"%s\" is not in\n%s", line, text);
    for (const char *at = text; *at; at += strcspn(at, "\n") + 1)
        assert_true(strcspn(at, "\n") <= 80);
    free(text);
}

static void the_whole_report_of_two_rounds(void **state)
{
    (void)state;
    /* Joint: (3 * 40 + 60)/4 = 45, then 65. Recent: (11/12 45 + 65)/(23/12) = 55.4. Gap closure 20/30 of 75, 20/35 for p.
     * Us: (120 + 50)/4 = 42.5, closure 22.5/32.5; them: (240 + 70)/4 = 77.5, then (210 + 80)/4. */
    sk rounds[2] = {sk_open("p:3! q", NULL, "us: p 40 q 50; them: p 80 q 70", NULL),
                    sk_open("p:3! q", NULL, "us: p 60 q 80; them: p 70 q 80", NULL)};
    rapport_comparison *c = compare(rounds, 2, NULL);
    char *text = write(c, (rapport_report_options){.ascii = 1});
    assert_string_equal(text, "P                                                                     2026-01-31\n"
                              "m 1; 2 rounds\n"
                              "\n"
                              "Joint score, round by round\n"
                              "  2026-01-31   45.0  [##########.............]  low\n"
                              "  2026-01-31   65.0  [###############........]  high\n"
                              "  Recently      55.4, each round fading out over 12\n"
                              "\n"
                              "From 2026-01-31 to 2026-01-31             then    now  change\n"
                              "  Joint score                             45.0 > 65.0   +20.0   67 % of gap\n"
                              "  us                                      42.5 > 65.0   +22.5   69 % of gap\n"
                              "  them                                    77.5 > 72.5    -5.0   target missed\n"
                              "\n"
                              "What changed most\n"
                              "  p                                       40.0 > 60.0   +20.0   57 % of gap\n"
                              "  q                                       60.0 > 80.0   +20.0   target met\n");
    free(text);
    rapport_comparison_destroy(c);
    sk_close(&rounds[0]);
    sk_close(&rounds[1]);
}

static void every_warning_has_its_sentence(void **state)
{
    (void)state;
    const char *gates = "'gates':[{'id':'g','node':'trust','view':'any','below':30,'effect':'cap','cap':20},"
                        "{'id':'w','measure':'net-benefit','view':'any','below':-40,'effect':'flag'},"
                        "{'id':'b','measure':'balance','below':0.5,'effect':'flag'}]";
    sk rounds[6];
    static const char *const said[] = {"us: trust 70 q 80; them: trust 71 q 80; old: q 80",
                                       "us: trust 69 q 80; them: trust 71 q 80",
                                       "us: trust 70 q 80; them: trust 71 q 80",
                                       "us: trust 65 q 70; them: trust 71 q 80",
                                       "us: trust 60 q -; them: trust 71 q 80; gone: q 1",
                                       "us: trust 20 q -; them: trust 71 q 80; new:"};
    for (int i = 0; i < 6; i++)
        rounds[i] = sk_open("trust:3! q", gates, said[i],
                            i < 5 ? "'measures':{'benefits':{'us':50,'them':50}}"
                                  : "'measures':{'benefits':{'us':10,'them':90,'new':0}}");
    rapport_comparison *c = compare(rounds, 6, NULL);
    expect_line(c, "  ! Gate g is newly breached: 20.0, below 30\n");
    expect_line(c, "  ! Gate b is newly breached: 0.");
    expect_line(c, "  ! trust fell twice in a row (us): 65.0, 60.0, 20.0\n");
    expect_line(c, "  ! us and them drift apart over ");
    expect_line(c, "  ! new answered nothing\n");
    rapport_comparison_destroy(c);
    c = compare(rounds, 5, NULL);
    expect_line(c, "  ! Moving average of the whole (us): ");
    expect_line(c, ", below its limit of ");
    expect_line(c, "  ! us: answered 75 %, before 100 %\n");
    expect_line(c, "  ! gone is new\n");
    rapport_comparison_destroy(c);
    c = compare(rounds, 2, NULL);
    expect_line(c, "  ! old is there no more\n");
    rapport_comparison_destroy(c);
    c = compare(rounds, 5,
                &(rapport_comparison_options){.struct_size = sizeof(rapport_comparison_options), .mean = 80, .sigma = 1});
    expect_line(c, "  ! Cumulative sum of the whole (us): ");
    expect_line(c, ", beyond its interval of 4.0\n");
    expect_line(c, "  Against       mean 80.0, standard deviation 1.0, as given\n");
    rapport_comparison_destroy(c);
    for (int i = 0; i < 6; i++)
        sk_close(&rounds[i]);
}

static void what_was_scored_again_is_said(void **state)
{
    (void)state;
    sk rounds[2] = {sk_open("p q", NULL, "us: p 40 q 50", NULL), sk_open("p r", NULL, "us: p 60 r 80", NULL)};
    rapport_comparison *c = compare(rounds, 2, NULL);
    expect_line(c, "The rounds had different models. All are scored again under the newest, over the\n"
                   "criteria that all asked alike: 50 % of its weight. Left out: r (new), q (no\nlonger asked).\n");
    rapport_comparison_destroy(c);
    sk_close(&rounds[0]);
    sk_close(&rounds[1]);
}

static void rounds_without_a_score_say_why(void **state)
{
    (void)state;
    sk rounds[4] = {sk_open("p q", "'anonymity_floor':2", "us: p 40 q 50", NULL),
                    sk_open("p q", "'anonymity_floor':2", "us:", "'inactive':true"),
                    sk_open("p q", "'anonymity_floor':2", "us: p - q - | p - q -", NULL),
                    sk_open("p q", "'anonymity_floor':2", "us: p 40 q 50 | p 40 q 50", NULL)};
    rapport_comparison *c = compare(rounds, 4, NULL);
    expect_line(c, "m 1; 3 rounds, and 1 inactive\n");
    expect_line(c, "  2026-01-31  withheld\n  2026-01-31  inactive\n  2026-01-31  no score\n  2026-01-31   45.0  [");
    expect_line(c, "\n  No criterion that both rounds show changed.\n");
    rapport_comparison_destroy(c);
    for (int i = 0; i < 4; i++)
        sk_close(&rounds[i]);
}

static void at_most_twelve_rounds_are_drawn(void **state)
{
    (void)state;
    sk rounds[14];
    for (int i = 0; i < 14; i++)
        rounds[i] = sk_open("p q", NULL, i % 2 ? "us: p 40 q 50" : "us: p 44 q 50", NULL);
    rapport_comparison *c = compare(rounds, 14, NULL);
    expect_line(c, "Joint score, round by round\n  2 earlier\n  2026-01-31   47.0");
    expect_line(c, "  Slope         ");
    rapport_comparison_destroy(c);
    for (int i = 0; i < 14; i++)
        sk_close(&rounds[i]);
}

static void a_writer_may_give_up_anywhere(void **state)
{
    (void)state;
    sk rounds[2] = {sk_open("trust q", NULL, "us: trust 40 q 50", NULL), sk_open("trust r", NULL, "us: trust 60 r 80", NULL)};
    rapport_comparison *c = compare(rounds, 2, NULL);
    for (int32_t format = RAPPORT_TEXT; format <= RAPPORT_JSON; format++) {
        rapport_report_options options = {.struct_size = sizeof options, .format = format, .color = 1};
        rk_paper whole = {.limit = SIZE_MAX};
        assert_ok(rapport_comparison_write(c, &options, rk_write, &whole, NULL));
        for (size_t limit = 0; limit < whole.length; limit++) {
            rk_paper paper = {.limit = limit};
            rapport_error error = {0};
            assert_int_equal(rapport_comparison_write(c, &options, rk_write, &paper, &error), RAPPORT_WRITE_FAILED);
            assert_int_equal(error.status, RAPPORT_WRITE_FAILED);
            assert_memory_equal(paper.text ? paper.text : "", whole.text, paper.length);
            free(paper.text);
        }
        free(whole.text);
    }
    rapport_comparison_destroy(c);
    sk_close(&rounds[0]);
    sk_close(&rounds[1]);
}

static void what_makes_no_sense_is_refused(void **state)
{
    (void)state;
    sk round = sk_open("p q", NULL, "us: p 40 q 50", NULL);
    sk rounds[2] = {round, round};
    rapport_comparison *c = compare(rounds, 2, NULL);
    rapport_report_options bad = {.struct_size = sizeof bad, .format = 9};
    rk_paper paper = {.limit = SIZE_MAX};
    assert_int_equal(rapport_comparison_write(NULL, NULL, rk_write, &paper, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_comparison_write(c, NULL, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_comparison_write(c, &bad, rk_write, &paper, NULL), RAPPORT_BAD_ARGUMENT);
    assert_null(paper.text);
    rapport_comparison_destroy(c);
    sk_close(&round);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_whole_report_of_two_rounds),  cmocka_unit_test(every_warning_has_its_sentence),
        cmocka_unit_test(what_was_scored_again_is_said),   cmocka_unit_test(rounds_without_a_score_say_why),
        cmocka_unit_test(at_most_twelve_rounds_are_drawn), cmocka_unit_test(a_writer_may_give_up_anywhere),
        cmocka_unit_test(what_makes_no_sense_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
