/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What raters say of parties and what parties state, as documents have it. */
#include "rapport/document.h"
#include "rapport/importance.h"
#include "rapport/perspective.h"

#include "document_cases.h"

static const char good[] =
    "{ \"format\": \"rapport-assessment/1\", \"id\": \"a\", \"partnership\": \"P\", \"date\": \"2026-09-30\",\n"
    "  \"model\": { \"format\": \"rapport-model/1\", \"id\": \"small\", \"version\": \"1\",\n"
    "    \"scales\": { \"five\": {\"kind\": \"levels\", \"levels\": [{\"id\": \"none\"}, {}, {}, {}, {\"id\": \"full\"}]},\n"
    "      \"yes\": {\"kind\": \"yesno\"}, \"percent\": {\"kind\": \"number\", \"linear\": {\"worst\": 0, \"best\": 100}},\n"
    "      \"place\": {\"kind\": \"choice\", \"choices\": [{\"id\": \"near\", \"points\": 100}, {\"id\": \"far\", \"points\": "
    "40}]} },\n"
    "    \"criteria\": [ {\"id\": \"people\", \"criteria\": [{\"id\": \"trust\", \"scale\": \"five\"}]}, {\"id\": \"papers\", "
    "\"scale\": \"yes\"},\n"
    "      {\"id\": \"speed\", \"scale\": \"percent\"}, {\"id\": \"site\", \"scale\": \"place\"}, {\"id\": \"known\", "
    "\"scale\": \"percent\"} ],\n"
    "    \"bands\": [{\"id\": \"all\", \"from\": 0}] },\n"
    "  \"parties\": [\n"
    "    { \"id\": \"ours\", \"importance\": { \"people\": 2, \"papers\": 0, \"trust\": 1.5, \"x\": {} }, \"raters\": [\n"
    "      { \"id\": \"r1\", \"answers\": { \"trust\": 4 },\n"
    "        \"about\": { \"ours\": { \"trust\": \"full\", \"papers\": true, \"known\": 7 }, \"theirs\": { \"site\": \"far\", "
    "\"speed\": 12.5 }, \"x\": 1 },\n"
    "        \"predicts\": { \"theirs\": { \"trust\": {\"answer\": 2, \"confidence\": 0.5, \"note\": \"a guess\"},\n"
    "          \"papers\": \"dont-know\", \"speed\": null, \"x\": [] } } } ] },\n"
    "    { \"id\": \"theirs\", \"raters\": [ { \"id\": \"r2\", \"answers\": {} } ] } ],\n"
    "  \"facts\": { \"known\": 50 } }\n";

typedef struct reading {
    rapport_model *model;
    rapport_assessment *assessment;
} reading;

static rapport_status read_text(const char *json, const rapport_allocator *memory, reading *out, rapport_error *error)
{
    return rapport_assessment_read(json, -1, NULL, NULL, memory, &out->model, &out->assessment, error);
}

static void drop(reading *made)
{
    rapport_assessment_destroy(made->assessment);
    rapport_model_destroy(made->model);
}

static void expect(const reading *it, int32_t kind, uint32_t party, const char *id, int32_t wanted, double value, double points)
{
    int32_t state = -1;
    double given = -1, worth = -1;
    assert_ok(rapport_assessment_get_opinion(it->assessment, 0, kind, party, rapport_model_find(it->model, id), &state, &given,
                                             &worth));
    assert_int_equal(state, wanted);
    assert_true(given == value);
    assert_close(worth, points, 1e-13);
}

static void opinions_reach_the_assessment(void **state)
{
    reading it;
    (void)state;
    assert_ok(read_text(good, NULL, &it, NULL));
    expect(&it, RAPPORT_ABOUT, 0, "trust", RAPPORT_ANSWERED, 5, 100);
    expect(&it, RAPPORT_ABOUT, 0, "papers", RAPPORT_ANSWERED, 1, 100);
    expect(&it, RAPPORT_ABOUT, 0, "known", RAPPORT_ANSWERED, 7, 7); /* a fact is no bar to that */
    expect(&it, RAPPORT_ABOUT, 1, "site", RAPPORT_ANSWERED, 2, 40);
    expect(&it, RAPPORT_ABOUT, 1, "speed", RAPPORT_ANSWERED, 12.5, 12.5);
    expect(&it, RAPPORT_ABOUT, 1, "trust", RAPPORT_UNANSWERED, 0, 0);
    expect(&it, RAPPORT_PREDICTS, 1, "trust", RAPPORT_ANSWERED, 2, 25);
    expect(&it, RAPPORT_PREDICTS, 1, "papers", RAPPORT_DONT_KNOW, 0, 0);
    expect(&it, RAPPORT_PREDICTS, 1, "speed", RAPPORT_UNANSWERED, 0, 0);
    drop(&it);
}

static void remarks_beside_an_opinion_are_not_kept(void **state)
{
    reading it;
    uint32_t cursor = 0;
    double confidence;
    int32_t evidence;
    const char *language, *text;
    (void)state;
    assert_ok(read_text(good, NULL, &it, NULL));
    assert_int_equal(rapport_assessment_get_remark(it.assessment, 0, rapport_model_find(it.model, "trust"), &cursor,
                                                   &confidence, &evidence, &language, &text),
                     RAPPORT_NOT_FOUND);
    drop(&it);
}

static void importance_reaches_the_assessment(void **state)
{
    reading it;
    double out = -1;
    (void)state;
    assert_ok(read_text(good, NULL, &it, NULL));
    assert_ok(rapport_assessment_get_importance(it.assessment, 0, rapport_model_find(it.model, "people"), &out));
    assert_true(out == 2);
    assert_ok(rapport_assessment_get_importance(it.assessment, 0, rapport_model_find(it.model, "papers"), &out));
    assert_true(out == 0);
    assert_ok(rapport_assessment_get_importance(it.assessment, 0, rapport_model_find(it.model, "trust"), &out));
    assert_true(out == 1.5);
    assert_int_equal(rapport_assessment_get_importance(it.assessment, 0, rapport_model_find(it.model, "speed"), &out),
                     RAPPORT_NOT_FOUND);
    assert_int_equal(rapport_assessment_get_importance(it.assessment, 1, RAPPORT_ROOT, &out), RAPPORT_NOT_FOUND);
    drop(&it);
}

static const bend bad[] = {
    {"\"about\": {", "@\"abuot\": {", RAPPORT_BAD_DOCUMENT, "/parties/0/raters/0/abuot", "did you mean \"about\"?"},
    {"\"about\": { \"ours\"", "\"about\": { @\"our\"", RAPPORT_NOT_FOUND, "/parties/0/raters/0/about/our",
     "did you mean \"ours\"?"},
    {"\"about\": { \"ours\": { \"trust\": \"full\", \"papers\": true, \"known\": 7 }, \"theirs\": {",
     "\"about\": { \"theirs\": @5, \"ours\": {", RAPPORT_BAD_DOCUMENT, "/parties/0/raters/0/about/theirs",
     "must be an object, not 5"},
    {"\"trust\": \"full\"", "\"trust\": @\"ful\"", RAPPORT_BAD_VALUE, "/parties/0/raters/0/about/ours/trust",
     "did you mean \"full\"?"},
    {"\"trust\": \"full\"", "\"trust\": @6", RAPPORT_BAD_VALUE, "/parties/0/raters/0/about/ours/trust", "from 1 to 5"},
    {"\"papers\": true", "\"papers\": @1", RAPPORT_BAD_VALUE, "/parties/0/raters/0/about/ours/papers", "true or false"},
    {"\"trust\": \"full\"", "@\"trist\": 1", RAPPORT_NOT_FOUND, "/parties/0/raters/0/about/ours/trist",
     "did you mean \"trust\"?"},
    {"\"trust\": \"full\"", "@\"people\": 1", RAPPORT_BAD_VALUE, "/parties/0/raters/0/about/ours/people", "is a group"},
    {"\"predicts\": { \"theirs\"", "\"predicts\": { @\"ours\"", RAPPORT_BAD_VALUE, "/parties/0/raters/0/predicts/ours",
     "does not predict its own"},
    {"\"papers\": \"dont-know\"", "\"known\": @3", RAPPORT_BAD_VALUE, "/parties/0/raters/0/predicts/theirs/known",
     "has a fact"},
    {"\"confidence\": 0.5", "\"confidence\": @1.5", RAPPORT_BAD_VALUE, "/parties/0/raters/0/predicts/theirs/trust/confidence",
     "from 0 to 1"},
    {"\"about\": {", "\"about\": @5, \"x\": {", RAPPORT_BAD_DOCUMENT, "/parties/0/raters/0/about", "must be an object, not 5"},
    {"\"people\": 2", "@\"\": 2", RAPPORT_NOT_FOUND, "/parties/0/importance/", "there is no node"},
    {"\"people\": 2", "\"people\": @-1", RAPPORT_BAD_VALUE, "/parties/0/importance/people", "from 0 to 1"},
    {"\"people\": 2", "@\"peopel\": 1", RAPPORT_NOT_FOUND, "/parties/0/importance/peopel", "there is no node \"peopel\""},
    {"\"people\": 2", "\"people\": @\"2\"", RAPPORT_BAD_DOCUMENT, "/parties/0/importance/people", "must be a number"},
    {"\"importance\": {", "\"importance\": @5, \"x\": {", RAPPORT_BAD_DOCUMENT, "/parties/0/importance", "must be an object"},
};

static void what_is_wrong_is_refused_with_its_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(bad); i++) {
        bent made = bend_text(good, bad[i].old, bad[i].new);
        reading it;
        rapport_error error;
        rapport_status status = read_text(made.text, NULL, &it, &error);
        expect_error(&bad[i], &made, status, &error);
        assert_null(it.assessment);
        free(made.text);
    }
}

static void what_a_broken_rater_says_is_checked_all_the_same(void **state)
{
    bent made = bend_text(good, "\"id\": \"r1\"", "\"id\": \"R1\"");
    bent worse = bend_text(made.text, "\"trust\": \"full\"", "\"trust\": 9");
    reading it;
    rapport_error error;
    (void)state;
    assert_int_equal(read_text(worse.text, NULL, &it, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/parties/0/raters/0/id"); /* the first one of the document */
    free(made.text);
    free(worse.text);
}

static rapport_status go_through(const rapport_allocator *memory)
{
    reading it;
    rapport_status status = read_text(good, memory, &it, NULL);
    drop(&it);
    return status;
}

static void want_of_memory_is_survived(void **state)
{
    (void)state;
    assert_true(tk_exhaust_memory(go_through) > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opinions_reach_the_assessment),
        cmocka_unit_test(remarks_beside_an_opinion_are_not_kept),
        cmocka_unit_test(importance_reaches_the_assessment),
        cmocka_unit_test(what_is_wrong_is_refused_with_its_place),
        cmocka_unit_test(what_a_broken_rater_says_is_checked_all_the_same),
        cmocka_unit_test(want_of_memory_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
