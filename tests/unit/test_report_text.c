/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report_kit.h"

/* The line must be there as it is, from its start to its end. */
static void find_line(const char *text, const char *line, int number)
{
    size_t length = strlen(line);
    for (const char *at = text; at; at = strchr(at, '\n'), at = at ? at + 1 : NULL)
        if (!strncmp(at, line, length) && at[length] == '\n')
            return;
    fail_msg("line %d: not in the report: %s\n%s", number, line, text);
}
#define assert_line(text, line) find_line((text), (line), __LINE__)
#define assert_no(text, part) assert_null(strstr((text), (part)))

#define HIGH RK_PARTY("p", "\"a1\":5,\"a2\":5,\"b1\":99,\"b2\":5") "," RK_PARTY("q", "\"a1\":5,\"a2\":5,\"b1\":98,\"b2\":4")
#define GATED RK_PARTY("p", "\"a1\":5,\"a2\":5,\"b1\":99,\"b2\":5") "," RK_PARTY("q", "\"a1\":2,\"a2\":5,\"b1\":98,\"b2\":4")

/* Same but for honesty. */
#define ONE(id, level) RK_PARTY(id, "\"a1\":" level ",\"a2\":4,\"b1\":95,\"b2\":5")

static char *report_on(const char *json, const rapport_report_options *options)
{
    rk it = rk_open(json, NULL);
    char *text = rk_report(&it, NULL, options);
    rk_close(&it);
    return text;
}

/* The worked check of the design: levels of best-partner in model order; "-" is "don't know". */
static rk open_worked_check(rapport_model **model)
{
    static const char *const levels[] = {"4434"
                                         "4443"
                                         "433"
                                         "4343"
                                         "4543"
                                         "3342",
                                         "2323"
                                         "3443"
                                         "43-"
                                         "3232"
                                         "2442"
                                         "323-"};
    static const char *const titles[] = {"Northwind", "Contoso"}, *const ids[] = {"northwind", "contoso"};
    rk it = {0};
    assert_ok(rapport_model_load_builtin("best-partner", NULL, model, NULL));
    assert_ok(rapport_assessment_create(*model, "2026-q3", "Northwind and Contoso", "2026-09-30", NULL, &it.assessment, NULL));
    for (uint32_t party = 0; party < 2; party++) {
        const char *level = levels[party];
        uint32_t rater;
        assert_ok(rapport_assessment_add_party(it.assessment, ids[party], 1, RAPPORT_VOICE_ONE, NULL, NULL));
        assert_ok(rapport_assessment_set_title(it.assessment, party, NULL, titles[party], -1, NULL));
        assert_ok(rapport_assessment_add_rater(it.assessment, party, ids[party], 1, &rater, NULL));
        for (uint32_t node = 1; node < rapport_model_count_nodes(*model); node++) {
            rapport_node is = {.struct_size = sizeof is};
            assert_ok(rapport_model_get_node(*model, node, &is));
            if (is.kind != RAPPORT_CRITERION)
                continue;
            if (*level == '-')
                assert_ok(rapport_assessment_set_state(it.assessment, rater, node, RAPPORT_DONT_KNOW, NULL));
            else
                assert_ok(rapport_assessment_set_level(it.assessment, rater, node, (uint32_t)(*level - '0'), NULL));
            level++;
        }
        assert_int_equal(*level, '\0');
    }
    assert_ok(rapport_result_create(NULL, &it.result));
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    return it;
}

/* Numbers: the worked check. Bars: round(points * cells / 100) of 55 cells on top (52.125: 29, 53.125: 29, 54.625: 30), of 8
 * in the table, of 19 in the lifts; a bar whose bounds fall into one cell shows one more. Dumbbells: points * 16 / 100. */
static void the_worked_check_reads_as_designed(void **state)
{
    rapport_model *model;
    rapport_report_options options = {.struct_size = sizeof options, .language = "en"};
    rk it = open_worked_check(&model);
    char *text = rk_report(&it, NULL, &options);
    (void)state;
    assert_line(text, "Northwind and Contoso                                                 2026-09-30");
    assert_line(text, "Best partner 1.0.0");
    assert_line(text, "  Joint score    53.1  ├█████████████████████████████░─────────────────────────┤");
    assert_line(text, "                        0                    40      55       70      85     100");
    assert_line(text, "  Bounds        52.1 to 54.6, with 98 % of what applies answered");
    assert_line(text, "  Band          Transactional, certain; 1.9 below Cooperative");
    assert_line(text, "How each side sees it      share  Northwind       Contoso         Joint");
    assert_line(text, "  Mutual gain               22 %   70.5 ██████──   37.5 ███─────   43.2 ███─────");
    assert_line(text, "  Lasting alignment         18 %   70.8 ██████──   63.9 █████───   67.4 █████───");
    /* Contoso 700/11 in 700/14..1000/14; joint 850/14 in 775/14..925/14 */
    assert_line(text, "  Customer at the centre    14 %   60.7 █████───   63.6 ████▓░──   60.7 ████▓───");
    assert_line(text, "  Openness of aims          14 %   62.5 █████───   37.5 ███─────   50.0 ████────");
    assert_line(text, "  Trust and honesty         20 %   80.0 ██████──   52.5 ████────   53.8 ████────");
    /* Contoso 400/10 in 400/12..600/12; joint 525/12 in 500/12..600/12 */
    assert_non_null(strstr(text, "12 %   50.0 ████────   40.0 ███░────   43.8 ███▓────\n"));
    assert_line(text, "  Overall                          67.5 █████───   49.2 ████░───   53.1 ████░───");
    assert_line(text, "    bounds                                         46.5–51.5       52.1–54.6");
    assert_line(text, "    answered                      100 %            95 %            98 %");
    assert_line(text, "  Breached   Trust weak: Trust is 25.0 in the lowest view, below 37.5; its cap");
    assert_line(text, "             of 54 changes nothing");
    assert_line(text, "  5 of 6 passed; 1 does not apply");
    assert_line(text, "What would lift the score most        now target     lift");
    assert_line(text, "  Benefit balance                    25.0 → 75.0     +3.5  ├█████░░░░░░░░░─────┤");
    assert_line(text, "  Trust                              25.0 → 75.0     +3.5  ├█████░░░░░░░░░─────┤");
    assert_line(text, "  More than price                    37.5 → 75.0     +1.5  ├███████░░░░░░░─────┤");
    assert_line(text, "  Largest gaps to target: Benefit balance 50.0, Trust 50.0, Integration");
    assert_line(text, "  readiness 50.0");
    assert_line(text, "Where the parties see it differently             gap  ● sees it brighter");
    assert_line(text, "  Benefit balance            ────○━━━━━━━●────  50.0  Northwind over Contoso");
    assert_line(text, "  and 9 more that are larger than noise");
    assert_line(text, "  On average Northwind sees it 20.0 brighter than Contoso, over 21 criteria that");
    assert_line(text, "  both answered.");
    assert_line(text, "  Contoso: 2 of 23 criteria: Customer voice (don't know), Integration readiness");
    assert_line(text, "  (don't know)");
    rk_close(&it);
    rapport_model_destroy(model);
    free(text);
}

/* Honesty (100 + 25)/2, trust (62.5 + 100)/2, delivery (96 + 92)/2, quality 87.5, performance (3 94 + 87.5)/4; together
 * (2 81.25 + 92.375)/3 = 84.96. Honesty counts 1/3 and is 12.5 short. */
static void a_cap_is_shown_beside_the_score_that_it_lowers(void **state)
{
    char *text = report_on(RK_ASSESSMENT("", GATED), NULL);
    (void)state;
    assert_line(text, "  Joint score    85.0  ├███████████████████████████████████████████████────────┤");
    assert_line(text, "  After gates    50.0  capped by No lies");
    assert_line(text, "  Band          Fair, certain");
    assert_line(text, "  Breached   No lies: Honesty is 25.0 in the lowest view, below 37.5; caps the");
    assert_line(text, "             joint score at 50");
    assert_line(text, "  1 of 2 passed");
    assert_line(text, "  Honesty                            62.5 → 75.0     +4.2  ├████████████░░─────┤");
    free(text);
}

static void a_failed_partnership_has_nothing_left(void **state)
{
    char *text = report_on(RK_ASSESSMENT("", RK_PARTY("p", "\"a1\":5,\"a2\":5,\"b1\":80,\"b2\":1")), NULL);
    (void)state;
    assert_line(text, "  After gates     0.0  failed by performs");
    assert_line(text, "  Band          At risk, certain");
    assert_line(text, "  Breached   performs: Performance is 0.0, below 20; sets the joint score to 0");
    free(text);
}

static void a_near_miss_is_told_from_what_passed_clearly(void **state)
{
    char *text = report_on(RK_ASSESSMENT("", RK_PARTY("p", "\"a1\":3,\"a2\":5,\"b1\":99,\"b2\":5") "," RK_PARTY(
                                                 "q", "\"a1\":3.0,\"a2\":5,\"b1\":98,\"b2\":2")),
                           NULL);
    (void)state;
    assert_line(text, "  2 of 2 passed"); /* 50 is 12.5 above 37.5: not less */
    free(text);
    /* delivery 85 is 80/3 points, quality 25: (80 + 25)/4 = 26.25, 6.25 above 20 */
    text = report_on(RK_ASSESSMENT("", RK_PARTY("p", "\"a1\":5,\"a2\":5,\"b1\":85,\"b2\":2")), NULL);
    assert_line(text, "  Near miss  performs: Performance is 26.2, close to 20");
    assert_line(text, "  1 of 2 passed clearly");
    free(text);
}

/* 97.46 reaches Best; shares .8 and .2 of equal ones: 1 - .3/.5 = .4. */
static void what_holds_the_band_back_is_named(void **state)
{
    rk it = rk_open(RK_ASSESSMENT("", HIGH), NULL);
    char *text;
    (void)state;
    assert_ok(rapport_assessment_set_amount(it.assessment, RAPPORT_BENEFITS, 0, 80, NULL));
    assert_ok(rapport_assessment_set_amount(it.assessment, RAPPORT_BENEFITS, 1, 20, NULL));
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    text = rk_report(&it, NULL, NULL);
    assert_line(text, "  Band          Good, certain");
    assert_line(text, "  Held back     from Best: balance of benefits 0.40, needs 0.80");
    assert_line(text, "  Net benefit          p 80.00, q 20.00");
    assert_line(text, "  Balance of benefits  0.40");
    assert_no(text, "Burden");
    assert_line(text, "Every criterion with a joint score has reached its target.");
    rk_close(&it);
    free(text);
    /* performance (3 80 + 0)/4 */
    text = report_on(RK_ASSESSMENT("", RK_PARTY("p", "\"a1\":5,\"a2\":5,\"b1\":95,\"b2\":1")), NULL);
    assert_line(text, "  Held back     from Best: Performance 60.0, every group needs 70.0");
    free(text);
    /* q: trust 75, performance 25, so (150 + 25)/3; a p of nine times the weight lifts the joint score to 95.8 */
    text = report_on(RK_ASSESSMENT("", "{\"id\":\"p\",\"weight\":9,\"raters\":[{\"id\":\"p\",\"answers\":{\"a1\":5,\"a2\":5,"
                                       "\"b1\":100,\"b2\":5}}]}," RK_PARTY("q", "\"a1\":3,\"a2\":5,\"b1\":80,\"b2\":5")),
                     NULL);
    assert_line(text, "  Held back     from Best: q 58.3, every party needs 75.0");
    free(text);
    /* honesty is half answered: (2 .75 + 1)/3 */
    text = report_on(RK_ASSESSMENT("", RK_PARTY("p", "\"a1\":5,\"a2\":5,\"b1\":100,\"b2\":5") "," RK_PARTY(
                                           "q", "\"a2\":5,\"b1\":100,\"b2\":5")),
                     NULL);
    assert_line(text, "  Held back     from Best: coverage 83 %, needs 90 %");
    assert_line(text, "                from Best: no gate may be undecided");
    assert_line(text, "  Undecided  No lies: Honesty could be below 37.5; what is missing decides");
    free(text);
}

static void where_there_is_no_score_the_reason_stands(void **state)
{
    char *text = report_on(RK_ASSESSMENT("", RK_PARTY("p", "") "," RK_PARTY("q", "")), NULL);
    (void)state;
    assert_line(text, "  Joint score   none: nothing that counts is answered");
    assert_line(text, "  Overall                         missing         missing         missing");
    assert_line(text, "  p gave no answers");
    assert_no(text, "Band");
    assert_no(text, "lift");
    free(text);
    text = report_on(RK_ASSESSMENT("", RK_PARTY("p", "\"a1\":\"n/a\",\"a2\":\"n/a\",\"b1\":\"n/a\",\"b2\":\"n/a\"")), NULL);
    assert_line(text, "  Joint score   none: nothing in the model applies");
    assert_line(text, "  2 do not apply");
    assert_no(text, "gave no answers");
    free(text);
    /* one of the two halves of trust: 2/3 1/2 */
    text = report_on(RK_ASSESSMENT("\"missing\":\"strict\",\"minimum_coverage\":0.9,", RK_PARTY("p", "\"a1\":4")), NULL);
    assert_line(text, "  Joint score   none: only 33 % is answered, the model asks for 90 %");
    free(text);
}

static void what_is_missing_is_named_with_its_reason(void **state)
{
    char *text = report_on(RK_ASSESSMENT("", RK_PARTY("p", "\"a1\":4,\"a2\":\"dont-know\",\"b1\":\"declined\"") "," RK_PARTY(
                                                 "q", "\"a1\":4,\"a2\":4,\"b1\":99,\"b2\":\"n/a\"")),
                           NULL);
    (void)state;
    assert_line(text, "  p: 3 of 4 criteria: Openness (don't know), Delivery (declined), Quality");
    assert_no(text, "  q: ");
    free(text);
    text = report_on(RK_ASSESSMENT("", RK_PARTY("p", "\"b2\":4") "," RK_PARTY("q", "\"a1\":4")), NULL);
    assert_line(text, "  p: 3 of 4 criteria: Honesty, Openness, Delivery");
    assert_line(text, "  q: 3 of 4 criteria: Openness, Delivery, Quality");
    free(text);
}

/* Shares of the whole: 1 of 300 is <1 %, 299 of 300 >99 %. */
static void a_share_is_never_rounded_to_nothing_or_all(void **state)
{
    static const char json[] =
        "{\"format\":\"rapport-assessment/1\",\"id\":\"i\",\"partnership\":\"P\",\"date\":\"2026-01-31\",\"model\":{\"format\":"
        "\"rapport-model/1\",\"id\":\"m\",\"version\":\"1\",\"scales\":{\"s\":{\"kind\":\"yesno\"}},\"criteria\":["
        "{\"id\":\"small\",\"scale\":\"s\"},{\"id\":\"large\",\"weight\":299,\"scale\":\"s\"}],"
        "\"bands\":[{\"id\":\"all\",\"from\":0}]},\"parties\":[" RK_PARTY("p", "\"large\":true") "]}";
    char *text = report_on(json, NULL);
    (void)state;
    assert_line(text, "  small                     <1 %  missing");
    assert_line(text, "  Bounds        99.7 to 100.0, with >99 % of what applies answered");
    assert_non_null(strstr(text, "  large                    >99 %  100.0 "));
    free(text);
}

/* Trust (25 (n mod 5) + 75)/2, performance (3 80 + 100)/4 = 85. */
static void more_than_four_parties_are_summed_up(void **state)
{
    char *text = report_on(
        RK_ASSESSMENT("", ONE("p0", "1") "," ONE("p1", "2") "," ONE("p2", "3") "," ONE("p3", "4") "," ONE("p4", "5")), NULL);
    (void)state;
    assert_line(text, "How each side sees it  share  Joint       Lowest party        Highest party");
    assert_line(text, "  Trust                 67 %   62.5 ███─   37.5 p0             87.5 p4");
    assert_line(text, "  Performance           33 %   85.0 ███─   85.0 p0             85.0 p0");
    assert_line(text, "  Honesty                    ○━━━━━━━━━━━━━━━● 100.0  p4 over p0");
    free(text);
    text = report_on(RK_ASSESSMENT("", ONE("p0", "1") "," ONE("p1", "2") "," ONE("p2", "3") "," ONE("p3", "4")), NULL);
    assert_line(text, "How each side sees it  share p0        p1        p2        p3        Joint");
    assert_line(text, "  Trust                 67 %  37.5 █──  50.0 ██─  62.5 ██─  75.0 ██─  56.2 ██─");
    free(text);
    /* nine parties: each against the mean of the others; p8 is 100 and they are (0+25+50+75+0+25+50+75)/8 = 37.5 */
    text =
        report_on(RK_ASSESSMENT("", ONE("p0", "1") "," ONE("p1", "2") "," ONE("p2", "3") "," ONE("p3", "4") "," ONE(
                                        "p4", "1") "," ONE("p5", "2") "," ONE("p6", "3") "," ONE("p7", "4") "," ONE("p8", "5")),
                  NULL);
    assert_line(text, "  Honesty                    ──────○━━━━━━━━━●  62.5  p8 over others");
    assert_non_null(strstr(text, "On average p8 sees it "));
    free(text);
}

/* Display width: each of the ten characters of 東京電力ホールディ takes two columns, "é" of two characters one. */
static void columns_stay_aligned_whatever_the_script(void **state)
{
    rk it = rk_open(RK_ASSESSMENT("", HIGH), NULL);
    char *text;
    (void)state;
    assert_ok(rapport_assessment_set_title(it.assessment, 0, NULL, "東京電力ホールディングス", -1, NULL));
    assert_ok(
        rapport_assessment_set_title(it.assessment, 1, NULL, "Socie\xCC\x81te\xCC\x81 Ge\xCC\x81ne\xCC\x81rale", -1, NULL));
    text = rk_report(&it, NULL, NULL);
    assert_line(text,
                "How each side sees it      share  東京電力ホー…   Socie\xCC\x81te\xCC\x81 Ge\xCC\x81ne\xCC\x81r…  Joint");
    assert_line(text, "  Quality                    ────────────○━━━●  25.0  東京電力… over Socie\xCC\x81te\xCC\x81 G…");
    rk_close(&it);
    free(text);
}

/* One criterion answered by each of eight parties, 29 by nobody; seven bands that all want full coverage. */
static void long_lists_end_with_a_count(void **state)
{
    rapport_draft *draft;
    rapport_model *model;
    rk it = {0};
    char *text;
    (void)state;
    assert_ok(rapport_draft_create("flat", "1", NULL, &draft, NULL));
    assert_ok(rapport_draft_add_yesno(draft, "yes", NULL, NULL));
    for (unsigned i = 0; i < 30; i++) {
        char id[8];
        (void)snprintf(id, sizeof id, "c%02u", i);
        assert_ok(rapport_draft_add_criterion(draft, RAPPORT_ROOT, id, 1, 0, NULL, NULL));
    }
    for (uint32_t i = 0; i < 8; i++) {
        char id[8];
        (void)snprintf(id, sizeof id, "b%u", (unsigned)i);
        assert_ok(rapport_draft_add_band(draft, id, i ? 49 + i : 0, NULL, NULL));
        if (i)
            assert_ok(rapport_draft_add_demand(draft, i, RAPPORT_NEEDS_COVERAGE, 1, NULL));
    }
    assert_ok(rapport_draft_build(draft, &model, NULL));
    rapport_draft_destroy(draft);
    assert_ok(rapport_assessment_create(model, "i", "Flat", "2026-01-31", NULL, &it.assessment, NULL));
    for (uint32_t party = 0; party < 8; party++) {
        char id[8];
        uint32_t rater;
        (void)snprintf(id, sizeof id, "p%u", (unsigned)party);
        assert_ok(rapport_assessment_add_party(it.assessment, id, 1, RAPPORT_VOICE_ONE, NULL, NULL));
        assert_ok(rapport_assessment_add_rater(it.assessment, party, id, 1, &rater, NULL));
        assert_ok(rapport_assessment_set_yesno(it.assessment, rater, 1, 1, NULL));
        if (party)
            assert_ok(rapport_assessment_set_amount(it.assessment, RAPPORT_BENEFITS, party, 1000.5 * party, NULL));
    }
    assert_ok(rapport_result_create(NULL, &it.result));
    assert_ok(rapport_result_compute(it.result, it.assessment, NULL));
    text = rk_report(&it, NULL, NULL);
    assert_line(text, "                        0                          50 56                     100"); /* no room between */
    assert_line(text, "  Held back     from b7: coverage 3 %, needs 100 %");
    assert_line(text, "                from b2: coverage 3 %, needs 100 %");
    assert_line(text, "                and by 1 more");
    assert_no(text, "from b1");
    assert_no(text, "  c24 ");
    assert_line(text, "  and 6 more");
    assert_line(text, "  p5: 29 of 30 criteria: c01, c02, c03 and 26 more");
    assert_no(text, "p6: ");
    assert_line(text, "  and answers of 2 more parties");
    assert_line(text, "  Net benefit          p0 undefined, p1 1000, p2 2001, p3 3002, p4 4002, p5 5002");
    assert_line(text, "                       and 2 more");
    free(text);
    rk_close(&it);
    rapport_model_destroy(model);
}

#define TINY(criteria, more)                                                                                                   \
    "{\"format\":\"rapport-assessment/1\",\"id\":\"i\",\"partnership\":\"P\",\"date\":\"2026-01-31\",\"model\":{\"format\":"   \
    "\"rapport-model/1\",\"id\":\"m\",\"version\":\"1\",\"scales\":{\"s\":{\"kind\":\"yesno\"}},\"criteria\":[" criteria       \
    "],\"bands\":[{\"id\":\"low\",\"from\":0},{\"id\":\"high\",\"from\":40}]},\"parties\":[" RK_PARTY("p", more) "]}"
#define PLAIN(id, weight) "{\"id\":\"" id "\",\"weight\":" weight ",\"scale\":\"s\"}"

static void a_little_is_not_told_as_nothing(void **state)
{
    char *text = report_on(TINY(PLAIN("a", "3997") "," PLAIN("b", "6003"), "\"a\":true,\"b\":false"), NULL);
    (void)state;
    assert_line(text, "  Band          low, certain; just below high"); /* 39.97 */
    free(text);
    text = report_on(TINY(PLAIN("a", "2999") "," PLAIN("b", "1"), "\"a\":true,\"b\":false"), NULL);
    assert_line(text, "  b                                   0.0 → 75.0     <0.1  ├░░░░░░░░░░░░░░─────┤"); /* 75/3000 */
    free(text);
    text = report_on(TINY(PLAIN("a", "1999") "," PLAIN("b", "1"), "\"a\":true,\"b\":false"), NULL);
    assert_non_null(strstr(text, "  100.0  ├███████████████████████████████████████████████████████┤")); /* 99.95 */
    free(text);
}

static void every_gate_that_binds_is_named(void **state)
{
    static const char two[] =
        "{\"format\":\"rapport-assessment/1\",\"id\":\"i\",\"partnership\":\"P\",\"date\":\"2026-01-31\","
        "\"model\":{\"format\":\"rapport-model/1\",\"id\":\"m\",\"version\":\"1\",\"scales\":{\"s\":{"
        "\"kind\":\"yesno\"}},\"criteria\":[" PLAIN("a", "9") "," PLAIN(
            "b", "1") "],\"gates\":["
                      "{\"id\":\"g\",\"node\":\"b\",\"below\":50,\"effect\":\"cap\",\"cap\":20.5},"
                      "{\"id\":\"h\",\"node\":\"b\",\"view\":\"all\",\"below\":60,\"effect\":\"cap\",\"cap\":20.5},"
                      "{\"id\":\"k\",\"node\":\"b\",\"view\":\"joint\",\"below\":70,\"effect\":\"flag\"}],"
                      "\"bands\":[{\"id\":\"all\",\"from\":0}]},\"parties\":[" RK_PARTY(
                          "p", "\"a\":true,\"b\":false") "," RK_PARTY("q", "\"a\":true,\"b\":false") "]}";
    char *text = report_on(two, NULL);
    (void)state;
    assert_line(text, "  After gates    20.5  capped by g, h");
    assert_line(text, "  Breached   h: b is 0.0 in the highest view, below 60; caps the joint score at");
    assert_line(text, "  Breached   k: b is 0.0, below 70");
    free(text);
}

static void a_group_without_a_score_holds_the_band_back(void **state)
{
    char *text = report_on(RK_ASSESSMENT("", RK_PARTY("p", "\"a1\":5,\"a2\":5")), NULL);
    (void)state;
    assert_line(text, "  Held back     from Best: Performance unknown, every group needs 70.0");
    assert_line(text, "                from Best: coverage 67 %, needs 90 %");
    assert_line(text, "  Band          Good, but what is missing could change it");
    free(text);
}

/* 10 - 0 - 15 for p; what p puts in is a quarter, agreed was a half. */
static void measures_and_their_gates_are_told(void **state)
{
    rapport_report_options options = {.struct_size = sizeof options, .language = "en"};
    rk it =
        rk_open("{\"format\":\"rapport-assessment/1\",\"id\":\"i\",\"partnership\":\"P\",\"date\":\"2026-01-31\","
                "\"kind\":\"supplier\",\"model\":\"best-partner\",\"parties\":[" RK_PARTY("p", "\"trust\":5") "," RK_PARTY(
                    "q", "\"trust\":5") "],\"measures\":{\"benefits\":{\"p\":10,\"q\":30},\"alternatives\":{\"p\":15,\"q\":1},"
                                        "\"burdens\":{\"p\":0,\"q\":0}}}",
                NULL);
    char *text = rk_report(&it, NULL, &options);
    (void)state;
    assert_line(text, "Best partner 1.0.0, overlay supplier");
    assert_line(text, "  Breached   One side loses: Net benefit is -5.00 for the worst-off party, below");
    assert_line(text, "             0; would cap a joint score at 54");
    assert_line(text, "  Joint score   withheld: too few raters answered"); /* the floor of the model is 3 */
    assert_line(text, "  Net benefit          p -5.00, q 29.00");
    assert_line(text, "  Burden overload      undefined: it adds up to 0");
    assert_line(text, "  Balance of benefits  0.50"); /* shares .25 and .75: 1 - .25/.5 */
    rk_close(&it);
    free(text);
}

static void a_short_name_leaves_its_room_to_a_long_one(void **state)
{
#define LONG "a-name-of-thirty-two-characters."
    char *text = report_on(RK_ASSESSMENT("", ONE(LONG, "1") "," ONE("q", "5")), NULL);
    (void)state;
    assert_line(text, "  Honesty                    ○━━━━━━━━━━━━━━━● 100.0  q over a-name-of-thirty-t…");
    free(text);
    text = report_on(RK_ASSESSMENT("", ONE(LONG, "5") "," ONE("q", "1")), NULL);
    assert_line(text, "  Honesty                    ○━━━━━━━━━━━━━━━● 100.0  a-name-of-thirty-t… over q");
    free(text);
    /* 98 and 98.5 per cent are 92 and 94 points: too near for two cells, were it notable; half a level of levels is not */
    text = report_on(RK_ASSESSMENT("", ONE("p", "3") "," ONE("q", "3")), NULL);
    assert_line(text, "  No difference is larger than noise.");
    assert_line(text, "  On average p and q see it alike, over 4 criteria that both answered.");
    free(text);
}

/* Two raters a side who agree among themselves: any difference is larger than noise, be it one point. */
static void near_views_do_not_fall_on_one_another(void **state)
{
#define TWICE(id, delivery)                                                                                                    \
    "{\"id\":\"" id "\",\"raters\":[{\"id\":\"a\",\"answers\":{\"b1\":" delivery                                               \
    "}},{\"id\":\"b\",\"answers\":{\"b1\":" delivery "}}]}"
    char *text = report_on(RK_ASSESSMENT("", TWICE("p", "95") "," TWICE("q", "95.25")), NULL);
    (void)state;
    assert_line(text, "  Delivery                   ─────────────○●──   1.0  q over p");
    free(text);
    text = report_on(RK_ASSESSMENT("", TWICE("p", "100") "," TWICE("q", "99.75")), NULL);
    assert_line(text, "  Delivery                   ───────────────○●   1.0  p over q");
    free(text);
}

static const char *const scenes[] = {
    RK_ASSESSMENT("", HIGH),
    RK_ASSESSMENT("", GATED),
    RK_ASSESSMENT("", RK_PARTY("p", "\"a1\":5,\"a2\":5,\"b1\":80,\"b2\":1")),
    RK_ASSESSMENT("", RK_PARTY("p", "") "," RK_PARTY("q", "")),
    RK_ASSESSMENT("", RK_PARTY("p", "\"a1\":\"n/a\",\"a2\":\"n/a\",\"b1\":\"n/a\",\"b2\":\"n/a\"")),
    RK_ASSESSMENT("\"missing\":\"strict\",\"minimum_coverage\":0.9,", RK_PARTY("p", "\"a1\":4")),
    RK_ASSESSMENT("\"anonymity_floor\":3,", HIGH),
    RK_ASSESSMENT("", ONE("p0", "1") "," ONE("p1", "2") "," RK_PARTY("p2", "\"a2\":4,\"b1\":85") "," ONE("p3", "4")),
    RK_ASSESSMENT("", ONE("a-party-with-a-very-long-name-that-fits-nowhere-0000000000000000",
                          "1") "," ONE("another-party-with-a-name-of-the-longest-kind-000000000000000000", "5")),
    RK_ASSESSMENT("", ONE("p0", "1") "," ONE("p1", "2") "," ONE("p2", "3") "," ONE("p3", "4") "," ONE("p4", "5") "," RK_PARTY(
                          "p5", "\"a1\":3") "," ONE("p6", "1") "," ONE("p7", "1") "," ONE("p8", "2"))};

/* Every character of these reports takes one column. */
static size_t columns(const char *line)
{
    size_t count = 0;
    for (; *line && *line != '\n'; line++)
        count += ((unsigned char)*line & 0xC0) != 0x80;
    return count;
}

static void no_line_is_wider_than_eighty_columns_or_ends_with_a_blank(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof scenes / sizeof *scenes; i++)
        for (int32_t ascii = 0; ascii < 2; ascii++) {
            rapport_report_options options = {.struct_size = sizeof options, .ascii = ascii};
            rk it = rk_open(scenes[i], NULL);
            static const char *const nodes[] = {NULL, "a1", "a", "b1"};
            for (size_t n = 0; n < sizeof nodes / sizeof *nodes; n++) {
                char *text = rk_report(&it, nodes[n], &options);
                for (const char *line = text; *line; line = strchr(line, '\n') + 1) {
                    assert_non_null(strchr(line, '\n'));
                    assert_true(columns(line) <= 80);
                    assert_true(*line == '\n' || strchr(line, '\n')[-1] != ' ');
                }
                for (const char *at = text; ascii && *at; at++)
                    assert_true(*at == '\n' || (*at >= ' ' && *at <= '~'));
                free(text);
            }
            rk_close(&it);
        }
}

static void colours_only_add_escapes(void **state)
{
    rapport_report_options options = {.struct_size = sizeof options, .color = 1};
    rk it = rk_open(RK_ASSESSMENT("", GATED), NULL);
    char *plain = rk_report(&it, NULL, NULL), *colored = rk_report(&it, NULL, &options), *to = colored;
    (void)state;
    assert_null(strchr(plain, '\033'));
    assert_non_null(strstr(colored, "\033[31mBreached\033[0m"));
    for (const char *at = colored; *at; at++) {
        if (*at == '\033')
            at = strchr(at, 'm');
        else
            *to++ = *at;
    }
    *to = '\0';
    assert_string_equal(colored, plain);
    rk_close(&it);
    free(plain);
    free(colored);
}

/* Escapes, bells, C1, line breaks and what turns text round: nothing of it may reach a terminal. */
static void text_of_users_cannot_steer_a_terminal(void **state)
{
    static const char evil[] = "\033[2Jx\007\t\x7F\xC2\x9B"
                               "31m\n\r\xE2\x80\xAE"
                               "y\xE2\x81\xA6\xEF\xBB\xBF";
    rapport_report_options options = {.struct_size = sizeof options, .ascii = 1};
    rk it = rk_open(RK_ASSESSMENT("", GATED), NULL);
    char *text, *ascii;
    (void)state;
    assert_ok(rapport_assessment_set_title(it.assessment, 0, NULL, evil, -1, NULL));
    assert_ok(rapport_assessment_set_role(it.assessment, 0, evil, -1, NULL));
    assert_ok(rapport_assessment_add_note(it.assessment, 0, rapport_model_find(it.model, "a1"), NULL, evil, -1, NULL));
    for (int i = 0; i < 2; i++) {
        text = rk_report(&it, i ? "a1" : NULL, NULL);
        for (const unsigned char *at = (unsigned char *)text; *at; at++) {
            assert_true(*at == '\n' || (*at >= ' ' && *at != 0x7F));
            assert_false(at[0] == 0xC2 && at[1] < 0xA0);
        }
        assert_no(text, "\xE2\x80\xAE");
        assert_no(text, "\xE2\x81\xA6");
        assert_no(text, "\xEF\xBB\xBF");
        free(text);
    }
    text = rk_report(&it, NULL, NULL);
    ascii = rk_report(&it, NULL, &options);
    assert_non_null(strstr(text, "\xEF\xBF\xBD[2Jx\xEF\xBF\xBD"));
    assert_non_null(strstr(ascii, "?[2Jx? ??31m  ?y"));
    rk_close(&it);
    free(text);
    free(ascii);
}

/* First, last and neighbours of what is replaced, and of the blanks. */
static void every_harmful_character_is_replaced_and_no_other(void **state)
{
    static const char *const harmful[] = {"\x01",
                                          "\x08",
                                          "\x0E",
                                          "\x1F",
                                          "\x7F",
                                          "\xC2\x80",
                                          "\xC2\x9F",
                                          "\xD8\x9C",
                                          "\xE2\x80\x8E",
                                          "\xE2\x80\x8F",
                                          "\xE2\x80\xAA",
                                          "\xE2\x80\xAE",
                                          "\xE2\x81\xA6",
                                          "\xE2\x81\xAF",
                                          "\xEF\xBB\xBF",
                                          "\xEF\xBF\xB9",
                                          "\xEF\xBF\xBB",
                                          "\xF3\xA0\x80\x80",
                                          "\xF3\xA0\x81\xBF"};
    static const char *const blank[] = {"\t",           "\n",           "\r",           "\xC2\x85",
                                        "\xC2\xA0",     "\xE2\x80\x80", "\xE2\x80\x8A", "\xE2\x80\xA8",
                                        "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80"};
    static const char *const kept[] = {"!",
                                       "~",
                                       "\xC2\xA1",
                                       "\xD8\x9B",
                                       "\xD8\x9D",
                                       "\xE2\x80\x8B",
                                       "\xE2\x80\x8D",
                                       "\xE2\x80\x90",
                                       "\xE2\x80\xB0",
                                       "\xE2\x81\xB0",
                                       "\xEF\xBF\xBC",
                                       "\xF3\xA0\x84\x80"};
    const char *const *const lists[] = {harmful, blank, kept};
    const size_t sizes[] = {sizeof harmful / sizeof *harmful, sizeof blank / sizeof *blank, sizeof kept / sizeof *kept};
    (void)state;
    for (size_t list = 0; list < 3; list++)
        for (size_t i = 0; i < sizes[list]; i++) {
            rk it = rk_open(RK_ASSESSMENT("", GATED), NULL);
            char title[16], wanted[32], *text;
            const char *shown = list == 0 ? "\xEF\xBF\xBD" : list == 1 ? " " : lists[list][i];
            (void)snprintf(title, sizeof title, "a%sz", lists[list][i]);
            (void)snprintf(wanted, sizeof wanted, "share  a%sz  ", shown);
            assert_ok(rapport_assessment_set_title(it.assessment, 0, NULL, title, -1, NULL));
            text = rk_report(&it, NULL, NULL);
            assert_non_null(strstr(text, wanted));
            free(text);
            rk_close(&it);
        }
}

static void a_word_longer_than_a_line_is_broken(void **state)
{
    char title[400], line[500];
    rk it =
        rk_open(RK_ASSESSMENT("", "{\"id\":\"p\",\"voice\":\"one\",\"raters\":[{\"id\":\"p\",\"answers\":{\"a1\":5}}]}"), NULL);
    char *text;
    (void)state;
    memset(title, 'w', 150);
    title[150] = '\0';
    assert_ok(rapport_assessment_add_note(it.assessment, 0, 2, NULL, title, -1, NULL));
    text = rk_report(&it, "a1", NULL);
    title[76] = '\0'; /* 80 columns less the indent of 4 */
    (void)snprintf(line, sizeof line, "    %s", title);
    assert_line(text, "    note:");
    assert_line(text, line);
    title[74] = '\0';
    (void)snprintf(line, sizeof line, "    %s", title);
    assert_line(text, line);
    rk_close(&it);
    free(text);
}

/* Under strict there is no joint score to lift; honesty is 25 short all the same. */
static void without_a_joint_score_the_gaps_are_listed(void **state)
{
    char *text = report_on(RK_ASSESSMENT("\"missing\":\"strict\",", RK_PARTY("p", "\"a1\":3,\"b2\":5")), NULL);
    (void)state;
    assert_line(text, "Furthest from the target              now target      gap");
    assert_line(text, "  Honesty                            50.0 → 75.0     25.0  ├██████████░░░░─────┤");
    free(text);
}

static void bounds_of_many_parties_are_those_of_the_shown(void **state)
{
    char *text = report_on(RK_ASSESSMENT("", RK_PARTY("p0", "\"a1\":3") "," RK_PARTY("p1", "\"a1\":3") "," RK_PARTY(
                                                 "p2", "\"a1\":3") "," RK_PARTY("p3", "\"a1\":3") "," ONE("p4", "1")),
                           NULL);
    (void)state;
    /* p4 alone is complete: trust 37.5, performance 85, so 53.3; the others 50 for a third of all */
    assert_line(text, "    answered                   47 %        33 %               100 %");
    assert_non_null(strstr(text, "16.7–83.3"));
    free(text);
}

static void the_same_result_gives_the_same_bytes(void **state)
{
    rk first = rk_open(RK_ASSESSMENT("", GATED), NULL), second = rk_open(RK_ASSESSMENT("", GATED), NULL);
    char *a = rk_report(&first, NULL, NULL), *b = rk_report(&second, NULL, NULL), *c = rk_report(&first, NULL, NULL);
    (void)state;
    assert_string_equal(a, b);
    assert_string_equal(a, c);
    rk_close(&first);
    rk_close(&second);
    free(a);
    free(b);
    free(c);
}

static void a_writer_that_gives_up_is_not_called_again(void **state)
{
    rapport_report_options options = {.struct_size = sizeof options, .color = 1};
    rk it = rk_open(RK_ASSESSMENT("", GATED), NULL);
    (void)state;
    rk_fail_everywhere(&it, RAPPORT_ROOT, NULL);
    rk_fail_everywhere(&it, RAPPORT_ROOT, &options);
    rk_close(&it);
}

static void options_that_make_no_sense_are_refused(void **state)
{
    const rapport_report_options bad[] = {{.struct_size = sizeof bad[0], .format = 2},
                                          {.struct_size = sizeof bad[0], .format = -1},
                                          {.struct_size = sizeof bad[0], .ascii = 2},
                                          {.struct_size = sizeof bad[0], .color = -1},
                                          {.struct_size = sizeof bad[0], .compact = 7},
                                          {.struct_size = sizeof bad[0], .redact = 3},
                                          {.struct_size = 0}};
    struct {
        rapport_report_options now;
        uint64_t later;
    } newer = {{.struct_size = sizeof newer}, 0};
    rk it = rk_open(RK_ASSESSMENT("", GATED), NULL);
    rk_paper paper = {.limit = SIZE_MAX};
    rapport_error error;
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(rapport_report_write(it.result, &bad[i], rk_write, &paper, &error), RAPPORT_BAD_ARGUMENT);
        assert_int_equal(error.status, RAPPORT_BAD_ARGUMENT);
        assert_int_equal(rapport_explanation_write(it.result, 1, &bad[i], rk_write, &paper, NULL), RAPPORT_BAD_ARGUMENT);
    }
    newer.later = 1;
    assert_int_equal(rapport_report_write(it.result, &newer.now, rk_write, &paper, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(paper.length, 0);
    newer.later = 0;
    assert_ok(rapport_report_write(it.result, &newer.now, rk_write, &paper, NULL));
    free(paper.text);
    rk_close(&it);
}

static void what_is_not_there_is_refused(void **state)
{
    rk it = rk_open(RK_ASSESSMENT("", GATED), NULL);
    rk_paper paper = {.limit = SIZE_MAX};
    rapport_result *nothing;
    (void)state;
    assert_ok(rapport_result_create(NULL, &nothing));
    assert_int_equal(rapport_report_write(NULL, NULL, rk_write, &paper, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_report_write(it.result, NULL, NULL, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_report_write(nothing, NULL, rk_write, &paper, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_explanation_write(nothing, 1, NULL, rk_write, &paper, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_explanation_write(it.result, RAPPORT_ROOT, NULL, rk_write, &paper, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_explanation_write(it.result, 7, NULL, rk_write, &paper, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_explanation_write(it.result, RAPPORT_NONE, NULL, rk_write, &paper, NULL), RAPPORT_BAD_ARGUMENT);
    assert_null(paper.text);
    assert_ok(rapport_explanation_write(it.result, 6, NULL, rk_write, &paper, NULL));
    free(paper.text);
    rapport_result_destroy(nothing);
    rk_close(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_worked_check_reads_as_designed),
        cmocka_unit_test(a_cap_is_shown_beside_the_score_that_it_lowers),
        cmocka_unit_test(a_failed_partnership_has_nothing_left),
        cmocka_unit_test(a_near_miss_is_told_from_what_passed_clearly),
        cmocka_unit_test(what_holds_the_band_back_is_named),
        cmocka_unit_test(where_there_is_no_score_the_reason_stands),
        cmocka_unit_test(what_is_missing_is_named_with_its_reason),
        cmocka_unit_test(a_share_is_never_rounded_to_nothing_or_all),
        cmocka_unit_test(more_than_four_parties_are_summed_up),
        cmocka_unit_test(columns_stay_aligned_whatever_the_script),
        cmocka_unit_test(long_lists_end_with_a_count),
        cmocka_unit_test(a_little_is_not_told_as_nothing),
        cmocka_unit_test(every_gate_that_binds_is_named),
        cmocka_unit_test(a_group_without_a_score_holds_the_band_back),
        cmocka_unit_test(measures_and_their_gates_are_told),
        cmocka_unit_test(a_short_name_leaves_its_room_to_a_long_one),
        cmocka_unit_test(near_views_do_not_fall_on_one_another),
        cmocka_unit_test(no_line_is_wider_than_eighty_columns_or_ends_with_a_blank),
        cmocka_unit_test(colours_only_add_escapes),
        cmocka_unit_test(text_of_users_cannot_steer_a_terminal),
        cmocka_unit_test(every_harmful_character_is_replaced_and_no_other),
        cmocka_unit_test(a_word_longer_than_a_line_is_broken),
        cmocka_unit_test(without_a_joint_score_the_gaps_are_listed),
        cmocka_unit_test(bounds_of_many_parties_are_those_of_the_shown),
        cmocka_unit_test(the_same_result_gives_the_same_bytes),
        cmocka_unit_test(a_writer_that_gives_up_is_not_called_again),
        cmocka_unit_test(options_that_make_no_sense_are_refused),
        cmocka_unit_test(what_is_not_there_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
