/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* How weights are written. */
#include "report_kit.h"

static rapport_weights *weigh(const char *json, int32_t method)
{
    rapport_judgements *j;
    rapport_weights *w;
    assert_ok(rapport_judgements_read(json, -1, NULL, &j, NULL));
    assert_ok(rapport_weights_create(method, j, NULL, NULL, &w, NULL));
    rapport_judgements_destroy(j);
    return w;
}

static void expect(rapport_weights *w, int32_t format, const char *text)
{
    rk_paper paper = {.limit = SIZE_MAX};
    rapport_report_options options = {.struct_size = sizeof options, .format = format, .compact = 1, .ascii = 1};
    assert_ok(rapport_weights_write(w, &options, rk_write, &paper, NULL));
    assert_string_equal(paper.text, text);
    free(paper.text);
}

static const char chain[] = "{\"format\":\"rapport-judgements/1\",\"criteria\":[\"price\",\"trust\",\"speed\"],"
                            "\"pairwise\":[[1,2,null],[null,1,3],[null,null,1]]}";
static const char triad[] = "{\"format\":\"rapport-judgements/1\",\"criteria\":[\"a\",\"b\",\"c\"],"
                            "\"pairwise\":[[1,2,null],[null,1,2],[1,null,1]]}";

/* Bars are of 24 cells, the largest weight fills them: .6, .3 and .1 take 24, 12 and 4. */
static void weights_have_a_bar_each(void **state)
{
    rapport_weights *w = weigh(chain, RAPPORT_WEIGHTS_AHP);
    (void)state;
    expect(w, RAPPORT_TEXT,
           "Pairwise comparisons, principal eigenvector\n"
           "  price                       0.6000  ########################\n"
           "  trust                       0.3000  ############............\n"
           "  speed                       0.1000  ####....................\n"
           "\n"
           "  Consistency   so few judgements cannot contradict each other; lambda_max\n"
           "                3.0000, index 0.0000, 1 pair not judged\n");
    rapport_weights_destroy(w);
}

/* t = 4^(1/3): lambda 1 + t + 1/t = 3.2174, index .1087, ratio .1087/.58; a : b : c as 2^(1/3) : 1 : 2^(-1/3). */
static void contradictions_are_pointed_out(void **state)
{
    rapport_weights *w = weigh(triad, RAPPORT_WEIGHTS_AHP);
    (void)state;
    expect(w, RAPPORT_TEXT,
           "Pairwise comparisons, principal eigenvector\n"
           "  a                           0.4126  ########################\n"
           "  b                           0.3275  ###################.....\n"
           "  c                           0.2599  ###############.........\n"
           "\n"
           "  Consistency   ratio 0.1874: above .10, judge again; lambda_max 3.2174, index\n"
           "                0.1087\n"
           "  Worst triad   a, b, c: round in a circle they give 4.0000 instead of 1\n"
           "  Reconsider    a against b: judged 2.0000, the others imply 0.5000\n");
    rapport_weights_destroy(w);
}

static void best_worst_as_a_document(void **state)
{
    rapport_weights *w =
        weigh("{\"format\":\"rapport-judgements/1\",\"criteria\":[\"a\",\"b\",\"c\"],\"best\":\"a\",\"worst\":\"c\","
              "\"best_to_others\":[1,2,4],\"others_to_worst\":[4,2,1]}",
              RAPPORT_WEIGHTS_BEST_WORST);
    (void)state;
    expect(w, RAPPORT_JSON,
           "{\"format\":\"rapport-weights/1\",\"library\":\"0.1.0\",\"algorithm\":1,\"method\":\"bwm\","
           "\"criteria\":[\"a\",\"b\",\"c\"],\"weights\":[0.5714285714285714,0.2857142857142857,0.14285714285714285],"
           "\"groups\":[],\"consistency\":{\"ksi\":0,\"ci\":1.63,\"cr\":0,\"reason\":null},\"combine\":null,"
           "\"concordance\":null,\"spread\":null,\"raters\":[]}");
    rapport_weights_destroy(w);
}

static void two_raters_are_written_apart_and_together(void **state)
{
    rapport_weights *w = weigh("{\"format\":\"rapport-judgements/1\",\"criteria\":[\"a\",\"b\"],\"raters\":["
                               "{\"id\":\"anna\",\"points\":[3,1]},{\"id\":\"bo\",\"weight\":3,\"points\":[1,3]}]}",
                               RAPPORT_WEIGHTS_POINTS);
    (void)state;
    expect(w, RAPPORT_TEXT,
           "Direct points\n"
           "  a                           0.3750  ########====------------  0.2500 to 0.7500\n"
           "  b                           0.6250  ########============----  0.2500 to 0.7500\n"
           "\n"
           "Raters\n"
           "  Together      2 raters, weights averaged; Kendall's W 0.0000 (1 is one order)\n");
    rapport_weights_destroy(w);
}

static void expect_within(rapport_weights *w, const char *text)
{
    rk_paper paper = {.limit = SIZE_MAX};
    rapport_report_options options = {.struct_size = sizeof options, .format = RAPPORT_TEXT, .ascii = 1};
    assert_ok(rapport_weights_write(w, &options, rk_write, &paper, NULL));
    if (!strstr(paper.text, text))
        fail_msg("%s\nis not in\n%s", text, paper.text);
    free(paper.text);
}

/* Best against worst 1, each 2 times b, b 2 times each. In sixteenths a 7, b 5, c 4 and ksi 3: 7 - 4, 2 * 5 - 7, 2 * 4 - 5. Of
 * 24 cells 5/7 are 17.1 and 4/7 are 13.7. */
static void a_best_no_better_than_the_worst_has_no_ratio(void **state)
{
    rapport_weights *w =
        weigh("{\"format\":\"rapport-judgements/1\",\"criteria\":[\"a\",\"b\",\"c\"],\"best\":\"a\",\"worst\":\"c\","
              "\"best_to_others\":[1,2,1],\"others_to_worst\":[1,2,1]}",
              RAPPORT_WEIGHTS_BEST_WORST);
    (void)state;
    expect(w, RAPPORT_TEXT,
           "Best-worst method, linear model\n"
           "  a                           0.4375  ########################\n"
           "  b                           0.3125  #################.......\n"
           "  c                           0.2500  ##############..........\n"
           "\n"
           "  Consistency   no ratio: the best is said to be as important as the worst;\n"
           "                largest error 0.1875\n");
    rapport_weights_destroy(w);
}

/* Saaty's table ends at 15 criteria. All the same: lambda is their number, the index 0, and 0 over 1.59 is 0. */
static void beyond_the_table_there_is_no_ratio(void **state)
{
    (void)state;
    for (int count = 15; count <= 16; count++) {
        char json[2048], *at = json;
        at += sprintf(at, "{\"format\":\"rapport-judgements/1\",\"criteria\":[");
        for (int i = 0; i < count; i++)
            at += sprintf(at, "%s\"c%d\"", i ? "," : "", i);
        at += sprintf(at, "],\"pairwise\":[");
        for (int i = 0; i < count * count; i++)
            at += sprintf(at, "%s1%s", i % count ? "," : i ? ",[" : "[", i % count == count - 1 ? "]" : "");
        sprintf(at, "]}");
        rapport_weights *w = weigh(json, RAPPORT_WEIGHTS_AHP);
        expect_within(w, count == 15 ? "  Consistency   ratio 0.0000: up to .10, as it should be; lambda_max 15.0000,\n"
                                       "                index 0.0000\n"
                                     : "  Consistency   no ratio: the table of random indices does not have so many\n"
                                       "                criteria; lambda_max 16.0000, index 0.0000\n");
        rapport_weights_destroy(w);
    }
}

static void every_byte_may_fail_to_be_written(void **state)
{
    static const char *const documents[] = {chain, triad};
    (void)state;
    for (int d = 0; d < 2; d++)
        for (int32_t format = RAPPORT_TEXT; format <= RAPPORT_JSON; format++) {
            rapport_report_options options = {.struct_size = sizeof options, .format = format};
            rapport_judgements *j;
            rapport_weights *w;
            rk_paper whole = {.limit = SIZE_MAX};
            size_t length;
            assert_ok(rapport_judgements_read(documents[d], -1, NULL, &j, NULL));
            assert_ok(rapport_weights_create(RAPPORT_WEIGHTS_AHP, j, NULL, NULL, &w, NULL));
            assert_ok(rapport_weights_write(w, &options, rk_write, &whole, NULL));
            length = strlen(whole.text);
            for (size_t limit = 0; limit < length; limit += 7) {
                rk_paper paper = {.limit = limit};
                assert_int_equal(rapport_weights_write(w, &options, rk_write, &paper, NULL), RAPPORT_WRITE_FAILED);
                free(paper.text);
            }
            free(whole.text);
            rapport_weights_destroy(w);
            rapport_judgements_destroy(j);
        }
    assert_int_equal(rapport_weights_write(NULL, NULL, rk_write, NULL, NULL), RAPPORT_BAD_ARGUMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weights_have_a_bar_each),
        cmocka_unit_test(contradictions_are_pointed_out),
        cmocka_unit_test(best_worst_as_a_document),
        cmocka_unit_test(two_raters_are_written_apart_and_together),
        cmocka_unit_test(a_best_no_better_than_the_worst_has_no_ratio),
        cmocka_unit_test(beyond_the_table_there_is_no_ratio),
        cmocka_unit_test(every_byte_may_fail_to_be_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
