/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The sections of measures: what is refused, and where; measures of answers; the anonymity floor. */
#include "../score_kit.h"
#include "document_cases.h"

#include "rapport/rapport.h"

static const char good[] =
    "{ \"format\": \"rapport-measures/1\", \"id\": \"deal\", \"parties\": [\"us\", \"them\"], \"x\": {\"any\": 1},\n"
    "  \"contributions\": {\"us\": 5, \"them\": 6}, \"synergy\": {\"together\": 125, \"alone\": {\"us\": 60, \"them\": 41}},\n"
    "  \"skills\": {\"required\": {\"design\": 3}, \"parties\": {\"us\": {\"design\": 0.75}, \"them\": {}},\n"
    "    \"rivals\": {\"acme\": {\"design\": 0.25}}, \"optimum\": 0.625, \"held_from\": 0.125,\n"
    "    \"tasks\": [{\"id\": \"draw\", \"skill\": \"design\", \"party\": \"us\", \"work\": 7, \"level\": 0.375, \"title\": "
    "\"Drawing\"}]},\n"
    "  \"aims\": {\"now\": {\"us\": {\"growth\": 31}}, \"support\": {\"us\": {\"growth\": -0.5}},\n"
    "    \"believed\": {\"future\": {\"us\": {\"them\": {\"cost\": 17}}}}},\n"
    "  \"shared_vision\": {\"wanted\": {\"us\": 81, \"them\": 62}, \"agreement\": {\"us\": -2}},\n"
    "  \"boldness\": {\"today\": 42, \"target\": 72, \"feasible\": 101}, \"triad\": {\"vision\": 91, \"leadership\": 92, "
    "\"strategy\": 23},\n"
    "  \"plan_chain\": {\"vision\": [{\"id\": \"goal\", \"title\": \"A goal\", \"weight\": 51}],\n"
    "    \"strategies\": [{\"id\": \"way\", \"serves\": [\"goal\"]}],\n"
    "    \"actions\": [{\"id\": \"act\", \"strategy\": \"way\", \"owner\": \"Ada\", \"due\": \"2027-01-31\", \"measure\": "
    "\"calls\"}]},\n"
    "  \"coalition\": {\"agreement\": 0.875, \"roles\": {\"us\": [{\"id\": \"chief\", \"committed\": true, \"weight\": 52, "
    "\"person\": \"Bo\"}]}},\n"
    "  \"scenarios\": {\"scenarios\": [{\"id\": \"boom\", \"probability\": 53}], \"plans\": [{\"id\": \"grow\", \"payoffs\": "
    "{\"boom\": -54}}]},\n"
    "  \"decisions\": [{\"id\": \"d1\", \"taken\": 55, \"due\": 56, \"reversed\": false}],\n"
    "  \"value_chain\": [{\"id\": \"idea\", \"weight\": 57, \"joint\": true, \"owner\": \"them\"}],\n"
    "  \"topics\": [{\"id\": \"fee\", \"weight\": 58, \"price\": true}], \"horizons\": {\"us\": 59}, \"dependence\": {\"us\": "
    "64},\n"
    "  \"network\": {\"cut\": 65, \"trust\": {\"us\": {\"them\": 66}}} }\n";

typedef struct reading {
    rapport_model *model;
    rapport_assessment *assessment;
} reading;

static void drop(reading *made)
{
    rapport_assessment_destroy(made->assessment);
    rapport_model_destroy(made->model);
}

static void expect_entry(const rapport_assessment *a, int32_t table, uint32_t first, uint32_t second, uint32_t third,
                         double expected)
{
    double value = -17;
    assert_ok(rapport_ledger_get_entry(a, table, first, second, third, &value));
    assert_same_bits(value, expected);
}

static void every_section_reaches_the_ledger(void **state)
{
    (void)state;
    reading made;
    const rapport_assessment *a;
    rapport_error error;
    if (rapport_measures_read(good, -1, NULL, &made.model, &made.assessment, &error))
        fail_msg("%s: %s", error.path, error.message);
    a = made.assessment;
    assert_string_equal(rapport_assessment_id(a), "deal");
    assert_string_equal(rapport_assessment_party_id(a, 1), "them");
    expect_entry(a, RAPPORT_ENTRY_CONTRIBUTION, 1, 0, 0, 6);
    expect_entry(a, RAPPORT_ENTRY_TOGETHER, 0, 0, 0, 125);
    expect_entry(a, RAPPORT_ENTRY_ALONE, 1, 0, 0, 41);
    expect_entry(a, RAPPORT_ENTRY_RIVAL_LEVEL, 0, 0, 0, 0.25);
    expect_entry(a, RAPPORT_ENTRY_OPTIMUM, 0, 0, 0, 0.625);
    expect_entry(a, RAPPORT_ENTRY_HELD_FROM, 0, 0, 0, 0.125);
    expect_entry(a, RAPPORT_ENTRY_TASK_SKILL, 0, 0, 0, 0);
    expect_entry(a, RAPPORT_ENTRY_TASK_PARTY, 0, 0, 0, 0);
    expect_entry(a, RAPPORT_ENTRY_TASK_WORK, 0, 0, 0, 7);
    expect_entry(a, RAPPORT_ENTRY_TASK_LEVEL, 0, 0, 0, 0.375);
    expect_entry(a, RAPPORT_ENTRY_AIM_NOW, 0, 0, 0, 31);
    expect_entry(a, RAPPORT_ENTRY_SUPPORT, 0, 0, 0, -0.5);
    expect_entry(a, RAPPORT_ENTRY_BELIEVED_FUTURE, 0, 1, rapport_ledger_find_item(a, RAPPORT_LIST_AIMS, "cost"), 17);
    expect_entry(a, RAPPORT_ENTRY_WANTED, 0, 0, 0, 81);
    expect_entry(a, RAPPORT_ENTRY_WANTED_AGREEMENT, 0, 0, 0, -2);
    expect_entry(a, RAPPORT_ENTRY_TODAY, 0, 0, 0, 42);
    expect_entry(a, RAPPORT_ENTRY_ASKED, 0, 0, 0, 72);
    expect_entry(a, RAPPORT_ENTRY_FEASIBLE, 0, 0, 0, 101);
    expect_entry(a, RAPPORT_ENTRY_VISION, 0, 0, 0, 91);
    expect_entry(a, RAPPORT_ENTRY_LEADERSHIP, 0, 0, 0, 92);
    expect_entry(a, RAPPORT_ENTRY_STRATEGY, 0, 0, 0, 23);
    expect_entry(a, RAPPORT_ENTRY_GOAL_WEIGHT, 0, 0, 0, 51);
    expect_entry(a, RAPPORT_ENTRY_SERVES, 0, 0, 0, 1);
    expect_entry(a, RAPPORT_ENTRY_CARRIES_OUT, 0, 0, 0, 1);
    expect_entry(a, RAPPORT_ENTRY_OWNED, 0, 0, 0, 1);
    expect_entry(a, RAPPORT_ENTRY_DATED, 0, 0, 0, 1);
    expect_entry(a, RAPPORT_ENTRY_MEASURED, 0, 0, 0, 1);
    expect_entry(a, RAPPORT_ENTRY_COALITION_AGREEMENT, 0, 0, 0, 0.875);
    expect_entry(a, RAPPORT_ENTRY_ROLE_WEIGHT, 0, 0, 0, 52);
    expect_entry(a, RAPPORT_ENTRY_ROLE_HELD, 0, 0, 0, 1);
    expect_entry(a, RAPPORT_ENTRY_PROBABILITY, 0, 0, 0, 53);
    expect_entry(a, RAPPORT_ENTRY_PAYOFF, 0, 0, 0, -54);
    expect_entry(a, RAPPORT_ENTRY_TAKEN, 0, 0, 0, 55);
    expect_entry(a, RAPPORT_ENTRY_DUE, 0, 0, 0, 56);
    expect_entry(a, RAPPORT_ENTRY_REVERSED, 0, 0, 0, 0);
    expect_entry(a, RAPPORT_ENTRY_STAGE_WEIGHT, 0, 0, 0, 57);
    expect_entry(a, RAPPORT_ENTRY_JOINT, 0, 0, 0, 1);
    expect_entry(a, RAPPORT_ENTRY_TOPIC_WEIGHT, 0, 0, 0, 58);
    expect_entry(a, RAPPORT_ENTRY_ABOUT_PRICE, 0, 0, 0, 1);
    expect_entry(a, RAPPORT_ENTRY_HORIZON, 0, 0, 0, 59);
    expect_entry(a, RAPPORT_ENTRY_DEPENDENCE, 0, 0, 0, 64);
    expect_entry(a, RAPPORT_ENTRY_TRUST_CUT, 0, 0, 0, 65);
    expect_entry(a, RAPPORT_ENTRY_TRUST, 0, 1, 0, 66);
    drop(&made);
}

#define DOC RAPPORT_BAD_DOCUMENT
#define VALUE RAPPORT_BAD_VALUE
#define NONE RAPPORT_NOT_FOUND
#define TWICE RAPPORT_DUPLICATE

static const bend bends[] = {
    {"\"rapport-measures/1\"", "@\"rapport-measured/1\"", DOC, "/format", "rapport-measures/1"},
    {"\"deal\"", "@\"De al\"", VALUE, "/id", "is no id"},
    {"[\"us\", \"them\"]", "@[]", VALUE, "/parties", "at least one party"},
    {"[\"us\", \"them\"]", "@3", DOC, "/parties", "parties must be an array"},
    {"[\"us\", \"them\"]", "[\"us\", @\"us\", \"them\"]", TWICE, "/parties/1", "\"us\""},
    {"[\"us\", \"them\"]", "[\"us\", \"them\", @7]", DOC, "/parties/2", "must be a string"},
    {"\"contributions\"", "@\"contribution\"", DOC, "/contribution", "did you mean \"contributions\"?"},
    {"\"us\": 5,", "@\"uss\": 5,", NONE, "/contributions/uss", "did you mean \"us\"?"},
    {"\"us\": 5,", "\"us\": @-5,", VALUE, "/contributions/us", "not -5"},
    {"{\"together\": 125, ", "@{", DOC, "/synergy", "\"together\" is missing"},
    {"\"together\": 125", "\"together\": @true", DOC, "/synergy/together", "must be a number"},
    {"\"them\": 41", "@\"then\": 41", NONE, "/synergy/alone/then", "there is no party"},
    {"{\"acme\": {\"design\": 0.25}}", "@[]", DOC, "/skills/rivals", "rivals must be an object"},
    {"\"acme\"", "@\"Acme\"", VALUE, "/skills/rivals/Acme", "is no id"},
    {"0.25", "@1.25", VALUE, "/skills/rivals/acme/design", "not 1.25"},
    {"0.625", "@-0.625", VALUE, "/skills/optimum", "not -0.625"},
    {"0.125", "@2", VALUE, "/skills/held_from", "not 2"},
    {"\"skill\": \"design\"", "\"skill\": @\"desing\"", NONE, "/skills/tasks/0/skill", "did you mean \"design\"?"},
    {"\"skill\": \"design\"", "\"skill\": @3", DOC, "/skills/tasks/0/skill", "must be a string"},
    {"\"party\": \"us\"", "\"party\": @\"thm\"", NONE, "/skills/tasks/0/party", "did you mean \"them\"?"},
    {"[{\"id\": \"draw\", ", "[@{", DOC, "/skills/tasks/0", "\"id\" is missing"},
    {"\"work\": 7", "\"work\": @-7", VALUE, "/skills/tasks/0/work", "not -7"},
    {"0.375", "@1.5", VALUE, "/skills/tasks/0/level", "not 1.5"},
    {"\"growth\": 31", "\"growth\": @-31", VALUE, "/aims/now/us/growth", "not -31"},
    {"\"growth\": -0.5", "\"growth\": @-1.5", VALUE, "/aims/support/us/growth", "not -1.5"},
    {"\"support\"", "@\"suport\"", DOC, "/aims/suport", "did you mean \"support\"?"},
    {"{\"cost\": 17}", "{@\"x y\": 17}", VALUE, "/aims/believed/future/us/them/x y", "is no id"},
    {"{\"them\": {\"cost\"", "{@\"then\": {\"cost\"", NONE, "/aims/believed/future/us/then", "there is no party"},
    {"\"us\": 81", "\"us\": @101", VALUE, "/shared_vision/wanted/us", "not 101"},
    {"{\"us\": -2}", "{\"us\": @1.5}", VALUE, "/shared_vision/agreement/us", "not 1.5"},
    {"\"shared_vision\": {", "\"shared_vision\": {\"criterion\": @\"none\", ", DOC, "/shared_vision/criterion", "stands alone"},
    {"\"shared_vision\": {\"wanted\": {\"us\": 81, \"them\": 62}, \"agreement\": {\"us\": -2}}",
     "\"shared_vision\": {\"criterion\": @\"shared\"}", NONE, "/shared_vision/criterion", "no criterion \"shared\""},
    {"\"shared_vision\": {\"wanted\": {\"us\": 81, \"them\": 62}, \"agreement\": {\"us\": -2}}",
     "\"shared_vision\": {\"criterion\": @3}", DOC, "/shared_vision/criterion", "must be a string"},
    {", \"feasible\": 101", "", DOC, "/boldness", "\"feasible\" is missing"},
    {"\"today\": 42", "\"today\": @\"42\"", DOC, "/boldness/today", "must be a number"},
    {"\"strategy\": 23", "\"strategy\": @-1", VALUE, "/triad/strategy", "not -1"},
    {"[{\"id\": \"goal\",", "[{\"id\": \"goal\"}, {\"id\": @\"goal\",", TWICE, "/plan_chain/vision/1/id", "\"goal\""},
    {"\"weight\": 51", "\"weight\": @-1", VALUE, "/plan_chain/vision/0/weight", "not -1"},
    {"\"A goal\"", "@7", DOC, "/plan_chain/vision/0/title", "title"},
    {"[\"goal\"]", "[@\"gaol\"]", NONE, "/plan_chain/strategies/0/serves/0", "did you mean \"goal\"?"},
    {"[\"goal\"]", "@\"gaol\"", NONE, "/plan_chain/strategies/0/serves", "there is no goal"},
    {"[\"goal\"]", "@{}", DOC, "/plan_chain/strategies/0/serves", "must be an array"},
    {"[\"goal\"]", "[@1]", DOC, "/plan_chain/strategies/0/serves/0", "must be a string"},
    {"\"strategy\": \"way\"", "\"strategy\": @\"wya\"", NONE, "/plan_chain/actions/0/strategy", "did you mean \"way\"?"},
    {"\"owner\": \"Ada\"", "\"owner\": @\"\"", VALUE, "/plan_chain/actions/0/owner", "must not be empty"},
    {"\"2027-01-31\"", "@\"2027-02-31\"", VALUE, "/plan_chain/actions/0/due", "due must be a day"},
    {"\"measure\": \"calls\"", "\"measure\": @3", DOC, "/plan_chain/actions/0/measure", "must be a string"},
    {"\"agreement\": 0.875", "\"agreement\": @1.875", VALUE, "/coalition/agreement", "not 1.875"},
    {", \"roles\": {\"us\": [{\"id\": \"chief\", \"committed\": true, \"weight\": 52, \"person\": \"Bo\"}]}", "", DOC,
     "/coalition", "\"roles\" is missing"},
    {"\"committed\": true, ", "", DOC, "/coalition/roles/us/0", "\"committed\" is missing"},
    {"\"committed\": true, ", "\"committed\": @1, ", DOC, "/coalition/roles/us/0/committed", "must be true or false"},
    {"\"weight\": 52", "\"weight\": @-1", VALUE, "/coalition/roles/us/0/weight", "not -1"},
    {"[{\"id\": \"chief\",", "[{\"id\": \"chief\", \"committed\": true}, {\"id\": @\"chief\",", TWICE,
     "/coalition/roles/us/1/id", "\"chief\""},
    {"\"probability\": 53", "\"probability\": @-1", VALUE, "/scenarios/scenarios/0/probability", "not -1"},
    {"{\"boom\": -54}", "{@\"bom\": -54}", NONE, "/scenarios/plans/0/payoffs/bom", "did you mean \"boom\"?"},
    {"-54", "@null", DOC, "/scenarios/plans/0/payoffs/boom", "must be a number"},
    {", \"payoffs\": {\"boom\": -54}", "", DOC, "/scenarios/plans/0", "\"payoffs\" is missing"},
    {"\"taken\": 55, ", "", DOC, "/decisions/0", "\"taken\" is missing"},
    {"\"due\": 56", "\"due\": @-1", VALUE, "/decisions/0/due", "not -1"},
    {"\"reversed\": false", "\"reversed\": @0", DOC, "/decisions/0/reversed", "must be true or false"},
    {"\"weight\": 57", "\"weight\": @-1", VALUE, "/value_chain/0/weight", "not -1"},
    {"\"joint\": true", "\"joint\": @null", DOC, "/value_chain/0/joint", "must be true or false"},
    {"\"owner\": \"them\"", "\"owner\": @\"then\"", NONE, "/value_chain/0/owner", "did you mean \"them\"?"},
    {"\"weight\": 58", "\"weight\": @-1", VALUE, "/topics/0/weight", "not -1"},
    {"\"price\": true", "\"price\": @\"yes\"", DOC, "/topics/0/price", "must be true or false"},
    {"\"us\": 59", "\"us\": @-1", VALUE, "/horizons/us", "not -1"},
    {"\"us\": 64", "\"us\": @-1", VALUE, "/dependence/us", "not -1"},
    {"\"cut\": 65", "\"cut\": @165", VALUE, "/network/cut", "not 165"},
    {"\"them\": 66", "\"them\": @166", VALUE, "/network/trust/us/them", "not 166"},
    {"\"them\": 66", "@\"then\": 66", NONE, "/network/trust/us/then", "there is no party"},
    {"{\"us\": {\"them\": 66}}", "@7", DOC, "/network/trust", "must be an object"},
};

static void what_the_format_forbids_is_refused_with_its_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(bends); i++) {
        bent made = bend_text(good, bends[i].old, bends[i].new);
        reading none;
        rapport_error error;
        rapport_status status = rapport_measures_read(made.text, -1, NULL, &none.model, &none.assessment, &error);
        assert_true(status && !none.model && !none.assessment);
        expect_error(&bends[i], &made, status, &error);
        free(made.text);
    }
}

static void null_is_refused(void **state)
{
    (void)state;
    reading none;
    assert_int_equal(rapport_measures_read(good, -1, NULL, NULL, &none.assessment, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_measures_read(good, -1, NULL, &none.model, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_measures_read(NULL, -1, NULL, &none.model, &none.assessment, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_measures_read("{", -1, NULL, &none.model, &none.assessment, NULL), RAPPORT_BAD_SYNTAX);
    assert_int_equal(rapport_measures_read("[]", -1, NULL, &none.model, &none.assessment, NULL), RAPPORT_BAD_DOCUMENT);
}

static rapport_status read_all(const rapport_allocator *memory)
{
    reading made;
    rapport_status status = rapport_measures_read(good, -1, memory, &made.model, &made.assessment, NULL);
    drop(&made);
    return status;
}

static void without_memory_nothing_is_read(void **state)
{
    (void)state;
    assert_true(tk_exhaust_memory(read_all) > 50);
}

static void a_list_of_1025_is_refused(void **state)
{
    (void)state;
    char *text = malloc(40000);
    reading none;
    rapport_error error;
    for (int count = 1024; count <= 1025; count++) {
        strcpy(text, "{\"format\":\"rapport-measures/1\",\"parties\":[\"us\"],\"topics\":[");
        for (int i = 0; i < count; i++)
            sprintf(text + strlen(text), "%s{\"id\":\"t%d\"}", i ? "," : "", i);
        strcat(text, "]}");
        assert_int_equal(rapport_measures_read(text, -1, NULL, &none.model, &none.assessment, &error),
                         count == 1024 ? RAPPORT_OK : RAPPORT_LIMIT);
        if (count == 1024)
            drop(&none);
    }
    assert_string_equal(error.path, "/topics/1024/id");
    free(text);
}

/* -------------------------------------------------------------- measures that come from answers */

static double measured(const sk *it, int32_t measure)
{
    double value;
    assert_ok(rapport_measure_get(it->result, measure, 0, 1, &value, NULL));
    return value;
}

static void expect_why(const sk *it, int32_t measure, int32_t reason)
{
    int32_t found;
    assert_int_equal(rapport_measure_get(it->result, measure, 0, 1, NULL, &found), RAPPORT_UNDEFINED);
    assert_int_equal(found, reason);
}

#define TRIAD "vision(p) leadership(q) strategy(r)"

static void the_three_legs_come_from_groups_of_these_names(void **state)
{
    (void)state;
    sk it = sk_open(TRIAD, NULL, "us: p 90 q 90 r 20; them: p 90 q 90 r 20", NULL);
    assert_close(measured(&it, RAPPORT_MEASURE_TRIAD), 54.5136177849642, 1e-9); /* 162000^(1/3) */
    assert_int_equal(rapport_pattern_count(it.result), 1);
    sk_close(&it);
    it = sk_open(TRIAD, NULL, "us: p 90 q 90 r 20", "'measures':{'triad':{'vision':8,'leadership':8,'strategy':8}}");
    assert_close(measured(&it, RAPPORT_MEASURE_TRIAD), 8, 1e-12); /* what is said goes before what is rated */
    sk_close(&it);
    it = sk_open(TRIAD, NULL, "us: p 90 q 90", NULL);
    expect_why(&it, RAPPORT_MEASURE_TRIAD, RAPPORT_WHY_UNANSWERED);
    sk_close(&it);
    it = sk_open("vision(p) leadership(q) strategy", NULL, "us: p 90 q 90 strategy 5", NULL);
    assert_int_equal(rapport_measure_get(it.result, RAPPORT_MEASURE_TRIAD, 0, 0, NULL, NULL), RAPPORT_NOT_FOUND);
    sk_close(&it);
}

static void the_three_legs_are_withheld_with_their_groups(void **state)
{
    (void)state;
    sk it = sk_open(TRIAD, "'anonymity_floor':2", "us: p 90 q 90 r 20 | p 90 q 90; them: p 90 q 90 r 20 | p 90 q 90", NULL);
    expect_why(&it, RAPPORT_MEASURE_TRIAD, RAPPORT_WHY_WITHHELD);
    assert_int_equal(rapport_pattern_count(it.result), 0);
    assert_int_equal(rapport_mention_count(it.result, RAPPORT_MENTION_BOTTLENECK), 0);
    sk_close(&it);
}

static void a_shared_vision_comes_from_the_ratings_of_a_criterion(void **state)
{
    (void)state;
    /* us 4 4 5 3: mean 75, r_wg 2/3 (sample variance 2/3 over (25 - 1)/12); them speak as one: 75 */
    sk it =
        sk_open("p#five q", NULL, "us: p 4 | p 4 | p 5 | p 3; them/1!: p 4", "'measures':{'shared_vision':{'criterion':'p'}}");
    assert_close(measured(&it, RAPPORT_MEASURE_SHARED_VISION), 50, 1e-9);
    assert_string_equal(rapport_mention_id(it.result, RAPPORT_MENTION_SHARES_LEAST, 0), "us");
    sk_close(&it);
    /* points 40 and 60: variance 200 over 100^2/12: r_wg .76, times 50 */
    it = sk_open("p q", NULL, "us: p 40 | p 60; them: p 90", "'measures':{'shared_vision':{'criterion':'p'}}");
    assert_close(measured(&it, RAPPORT_MEASURE_SHARED_VISION), 38, 1e-9);
    sk_close(&it);
    /* yes, yes, yes, no: variance 1/4 over (4 - 1)/12: r_wg 0 */
    it = sk_open("p#yes q", NULL, "us: p true | p true | p true | p false; them: p true",
                 "'measures':{'shared_vision':{'criterion':'p'}}");
    assert_close(measured(&it, RAPPORT_MEASURE_SHARED_VISION), 0, 1e-9);
    sk_close(&it);
    it = sk_open("p q", NULL, "us: p 40; them: q 90", "'measures':{'shared_vision':{'criterion':'p'}}");
    expect_why(&it, RAPPORT_MEASURE_SHARED_VISION, RAPPORT_WHY_UNANSWERED);
    sk_close(&it);
    it = sk_open("p q", "'anonymity_floor':3", "us: p 40 | p 50; them/1!: p 90",
                 "'measures':{'shared_vision':{'criterion':'p'}}");
    expect_why(&it, RAPPORT_MEASURE_SHARED_VISION, RAPPORT_WHY_WITHHELD);
    sk_close(&it);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_section_reaches_the_ledger),
        cmocka_unit_test(what_the_format_forbids_is_refused_with_its_place),
        cmocka_unit_test(null_is_refused),
        cmocka_unit_test(without_memory_nothing_is_read),
        cmocka_unit_test(a_list_of_1025_is_refused),
        cmocka_unit_test(the_three_legs_come_from_groups_of_these_names),
        cmocka_unit_test(the_three_legs_are_withheld_with_their_groups),
        cmocka_unit_test(a_shared_vision_comes_from_the_ratings_of_a_criterion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
