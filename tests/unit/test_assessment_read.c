/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "rapport/document.h"

#include "document_cases.h"

/* The model stands inside, so that the places in it are tested too. */
static const char good[] =
    "{ \"format\": \"rapport-assessment/1\", \"id\": \"2026-q3\", \"partnership\": \"Müller & Søn\", \"date\": "
    "\"2026-09-30\",\n"
    "  \"kind\": \"supplier\", \"anonymity_floor\": 3,\n"
    "  \"model\": { \"format\": \"rapport-model/1\", \"id\": \"small\", \"version\": \"1\",\n"
    "    \"scales\": { \"five\": {\"kind\": \"levels\", \"levels\": [{\"id\": \"none\"}, {}, {\"id\": \"some\"}, {}, {\"id\": "
    "\"full\"}]},\n"
    "      \"percent\": {\"kind\": \"number\", \"linear\": {\"worst\": 0, \"best\": 100}}, \"yes\": {\"kind\": \"yesno\"},\n"
    "      \"place\": {\"kind\": \"choice\", \"choices\": [{\"id\": \"near\", \"points\": 100}, {\"id\": \"far\", \"points\": "
    "40}]} },\n"
    "    \"criteria\": [ {\"id\": \"people\", \"criteria\": [{\"id\": \"trust\", \"weight\": 2, \"scale\": \"five\"}, {\"id\": "
    "\"care\", \"scale\": \"five\"}]},\n"
    "      {\"id\": \"delivery\", \"scale\": \"percent\"}, {\"id\": \"papers\", \"scale\": \"yes\"}, {\"id\": \"site\", "
    "\"scale\": \"place\"},\n"
    "      {\"id\": \"quality\", \"scale\": \"percent\"} ],\n"
    "    \"bands\": [{\"id\": \"all\", \"from\": 0}], \"overlays\": {\"supplier\": {\"weights\": {\"trust\": 3}}, "
    "\"customer\": {}} },\n"
    "  \"parties\": [\n"
    "    { \"id\": \"muller\", \"title\": {\"de\": \"Müller\"}, \"weight\": 2, \"voice\": \"raters\", \"raters\": [\n"
    "      { \"id\": \"anna\", \"role\": \"lead\", \"title\": \"Anna\", \"weight\": 1.5, \"answers\": {\n"
    "        \"trust\": 4, \"care\": \"some\", \"papers\": true, \"site\": \"far\",\n"
    "        \"delivery\": {\"answer\": 96.5, \"confidence\": 0.8, \"note\": {\"en\": \"late twice\"}, \"evidence\": "
    "[\"contract 4711\", \"mail\"]} } },\n"
    "      { \"id\": \"bo\", \"answers\": { \"trust\": \"n/a\", \"care\": \"dont-know\", \"papers\": \"declined\", \"site\": "
    "null } } ] },\n"
    "    { \"id\": \"son\", \"voice\": \"one\", \"raters\": [] } ],\n"
    "  \"facts\": { \"quality\": 88.25 },\n"
    "  \"measures\": {\n"
    "    \"benefits\": {\"muller\": -420000, \"son\": 310000}, \"burdens\": {\"muller\": 150000}, \"alternatives\": {},\n"
    "    \"agreed_shares\": {\"muller\": 0, \"son\": 0.5},\n"
    "    \"skills\": {\"required\": {\"design\": 3, \"freight\": 0}, \"parties\": {\"muller\": {\"design\": 0.9}, \"son\": "
    "{\"law\": 1}}},\n"
    "    \"aims\": {\"now\": {\"son\": {\"growth\": 3, \"cost\": 0}}, \"future\": {}, \"believed\": {\"now\": {\"son\": "
    "{\"muller\": {\"fame\": 1}}}}},\n"
    "    \"plan_chain\": {\"vision\": [], \"strategies\": [], \"actions\": []} } }\n";

typedef struct reading {
    rapport_model *model;
    rapport_assessment *assessment;
} reading;

static reading read_good(const char *json, const rapport_model *model, const char *overlay)
{
    reading made;
    rapport_error error;
    rapport_status status = rapport_assessment_read(json, -1, model, overlay, NULL, &made.model, &made.assessment, &error);
    if (status)
        fail_msg("%d at %u:%u, %s: %s\n%s", status, error.line, error.column, error.path, error.message, json);
    return made;
}

static void drop(reading *made)
{
    rapport_assessment_destroy(made->assessment);
    rapport_model_destroy(made->model);
}

static void head_and_parties_reach_the_assessment(void **state)
{
    reading made = read_good(good, NULL, NULL);
    const rapport_assessment *it = made.assessment;
    const char *id, *role;
    double weight;
    uint32_t party;
    (void)state;
    assert_ptr_equal(rapport_assessment_model(it), made.model);
    assert_string_equal(rapport_assessment_id(it), "2026-q3");
    assert_string_equal(rapport_assessment_partnership(it), "Müller & Søn");
    assert_string_equal(rapport_assessment_date(it), "2026-09-30");
    assert_int_equal(rapport_assessment_anonymity_floor(it), 3);
    assert_int_equal(rapport_assessment_count_parties(it), 2);
    assert_string_equal(rapport_assessment_party_id(it, 0), "muller");
    assert_string_equal(rapport_assessment_party_title(it, 0, "de"), "Müller");
    assert_same_bits(rapport_assessment_party_weight(it, 0), 2);
    assert_same_bits(rapport_assessment_party_weight(it, 1), 1);
    assert_int_equal(rapport_assessment_party_voice(it, 0), RAPPORT_VOICE_RATERS);
    assert_int_equal(rapport_assessment_party_voice(it, 1), RAPPORT_VOICE_ONE);
    assert_int_equal(rapport_assessment_count_raters(it), 2);
    assert_ok(rapport_assessment_get_rater(it, 0, &party, &id, &role, &weight));
    assert_int_equal(party, 0);
    assert_string_equal(id, "anna");
    assert_string_equal(role, "lead");
    assert_same_bits(weight, 1.5);
    assert_ok(rapport_assessment_get_rater(it, 1, NULL, &id, &role, &weight));
    assert_string_equal(id, "bo");
    assert_string_equal(role, "");
    assert_same_bits(weight, 1);
    drop(&made);
}

static void answers_reach_the_assessment(void **state)
{
    static const struct {
        uint32_t rater;
        const char *criterion;
        int32_t state;
        double value, points;
    } answers[] = {{0, "trust", RAPPORT_ANSWERED, 4, 75}, /* 100 (4 - 1) / 4 */
                   {0, "care", RAPPORT_ANSWERED, 3, 50},
                   {0, "papers", RAPPORT_ANSWERED, 1, 100},
                   {0, "site", RAPPORT_ANSWERED, 2, 40},
                   {0, "delivery", RAPPORT_ANSWERED, 96.5, 96.5},
                   {0, "quality", RAPPORT_UNANSWERED, 0, 0},
                   {1, "trust", RAPPORT_NOT_APPLICABLE, 0, 0},
                   {1, "care", RAPPORT_DONT_KNOW, 0, 0},
                   {1, "papers", RAPPORT_DECLINED, 0, 0},
                   {1, "site", RAPPORT_UNANSWERED, 0, 0},
                   {RAPPORT_FACT, "quality", RAPPORT_ANSWERED, 88.25, 88.25},
                   {RAPPORT_FACT, "trust", RAPPORT_UNANSWERED, 0, 0}};
    reading made = read_good(good, NULL, NULL);
    (void)state;
    for (size_t i = 0; i < COUNT(answers); i++) {
        int32_t found;
        double value, points;
        assert_ok(rapport_assessment_get_answer(made.assessment, answers[i].rater,
                                                rapport_model_find(made.model, answers[i].criterion), &found, &value, &points));
        assert_int_equal(found, answers[i].state);
        assert_same_bits(value, answers[i].value);
        assert_close(points, answers[i].points, 1e-12);
    }
    drop(&made);
}

static void remarks_reach_the_assessment(void **state)
{
    reading made = read_good(good, NULL, NULL);
    uint32_t cursor = 0, delivery = rapport_model_find(made.model, "delivery"), confidences = 0, notes = 0, references = 0;
    int32_t evidence;
    double confidence;
    const char *language, *text;
    (void)state;
    while (!rapport_assessment_get_remark(made.assessment, 0, delivery, &cursor, &confidence, &evidence, &language, &text)) {
        if (!text) {
            confidences++;
            assert_same_bits(confidence, 0.8);
        } else if (evidence) {
            assert_string_equal(text, references++ ? "mail" : "contract 4711");
        } else {
            notes++;
            assert_string_equal(text, "late twice");
            assert_string_equal(language, "en");
        }
    }
    assert_int_equal(confidences, 1);
    assert_int_equal(notes, 1);
    assert_int_equal(references, 2);
    drop(&made);
}

static void remarks_without_an_answer_are_kept(void **state)
{
    bent made_text = bend_text(good, "\"site\": null", "\"site\": {\"answer\": null, \"note\": \"where?\", \"confidence\": 0}");
    reading made = read_good(made_text.text, NULL, NULL);
    uint32_t cursor = 0, site = rapport_model_find(made.model, "site"), found = 0;
    int32_t state_found, evidence;
    double confidence;
    const char *language, *text;
    (void)state;
    assert_ok(rapport_assessment_get_answer(made.assessment, 1, site, &state_found, NULL, NULL));
    assert_int_equal(state_found, RAPPORT_UNANSWERED);
    while (!rapport_assessment_get_remark(made.assessment, 1, site, &cursor, &confidence, &evidence, &language, &text))
        found++;
    assert_int_equal(found, 2);
    drop(&made);
    free(made_text.text);
}

static void amounts_reach_the_assessment(void **state)
{
    reading made = read_good(good, NULL, NULL);
    const rapport_assessment *it = made.assessment;
    double amount;
    (void)state;
    assert_ok(rapport_assessment_get_amount(it, RAPPORT_BENEFITS, 0, &amount));
    assert_same_bits(amount, -420000);
    assert_ok(rapport_assessment_get_amount(it, RAPPORT_BENEFITS, 1, &amount));
    assert_same_bits(amount, 310000);
    assert_ok(rapport_assessment_get_amount(it, RAPPORT_BURDENS, 0, &amount));
    assert_same_bits(amount, 150000);
    assert_int_equal(rapport_assessment_get_amount(it, RAPPORT_BURDENS, 1, &amount), RAPPORT_UNDEFINED);
    assert_ok(rapport_assessment_get_amount(it, RAPPORT_ALTERNATIVES, RAPPORT_NONE, &amount)); /* empty, but there */
    assert_int_equal(rapport_assessment_get_amount(it, RAPPORT_ALTERNATIVES, 0, &amount), RAPPORT_UNDEFINED);
    assert_ok(rapport_assessment_get_amount(it, RAPPORT_AGREED_SHARES, 1, &amount));
    assert_same_bits(amount, 0.5);
    drop(&made);
}

static void a_section_that_is_left_out_is_not_there(void **state)
{
    bent made_text = bend_text(good, "\"alternatives\": {},", "");
    reading made = read_good(made_text.text, NULL, NULL);
    (void)state;
    assert_int_equal(rapport_assessment_get_amount(made.assessment, RAPPORT_ALTERNATIVES, RAPPORT_NONE, NULL),
                     RAPPORT_NOT_FOUND);
    drop(&made);
    free(made_text.text);
}

static double weight_of(const rapport_model *model, const char *id)
{
    rapport_node node = {.struct_size = sizeof node};
    assert_ok(rapport_model_get_node(model, rapport_model_find(model, id), &node));
    return node.weight;
}

static void the_kind_names_an_overlay(void **state)
{
    bent other = bend_text(good, "\"kind\": \"supplier\"", "\"kind\": \"good friends\"");
    bent none = bend_text(good, "\"kind\": \"supplier\", ", "");
    reading made = read_good(good, NULL, NULL);
    (void)state;
    assert_string_equal(rapport_model_overlay(made.model), "supplier");
    assert_same_bits(weight_of(made.model, "trust"), 6);
    drop(&made);
    made = read_good(other.text, NULL, NULL); /* only a label */
    assert_null(rapport_model_overlay(made.model));
    assert_same_bits(weight_of(made.model, "trust"), 2);
    drop(&made);
    made = read_good(none.text, NULL, NULL);
    assert_null(rapport_model_overlay(made.model));
    drop(&made);
    free(other.text);
    free(none.text);
}

static void the_caller_may_choose_the_overlay(void **state)
{
    reading made = read_good(good, NULL, "customer");
    rapport_error error;
    (void)state;
    assert_string_equal(rapport_model_overlay(made.model), "customer");
    assert_same_bits(weight_of(made.model, "trust"), 2);
    drop(&made);
    made = read_good(good, NULL, "");
    assert_null(rapport_model_overlay(made.model));
    drop(&made);
    assert_int_equal(rapport_assessment_read(good, -1, NULL, "custmer", NULL, &made.model, &made.assessment, &error),
                     RAPPORT_NOT_FOUND);
    assert_string_equal(error.message, "the model has no overlay \"custmer\"; did you mean \"customer\"?");
    assert_null(made.model);
    assert_null(made.assessment);
}

static const char brief[] =
    "{\"format\": \"rapport-assessment/1\", \"id\": \"a\", \"partnership\": \"p\", \"date\": \"2024-02-29\",\n"
    " \"model\": \"best-partner\", \"parties\": [{\"id\": \"us\", \"raters\": [{\"id\": \"r\", \"answers\": {\"trust\": "
    "2}}]}]}";

static void a_built_in_model_is_found_by_name(void **state)
{
    reading made = read_good(brief, NULL, NULL);
    (void)state;
    assert_string_equal(rapport_model_id(made.model), "best-partner");
    drop(&made);
}

static void the_callers_model_comes_first(void **state)
{
    static const char *const sources[] = {"\"best-partner\"", "\"nothing-built-in\"",
                                          "{\"file\": \"models/mine.json\", \"x\": 1}"};
    rapport_model *mine;
    (void)state;
    assert_ok(rapport_model_load_builtin("own-readiness", NULL, &mine, NULL));
    for (size_t i = 0; i < COUNT(sources); i++) {
        bent made_text = bend_text(brief, "\"best-partner\"", sources[i]), no_answer;
        reading made;
        no_answer = bend_text(made_text.text, "\"trust\": 2", "");
        made = read_good(no_answer.text, mine, NULL);
        assert_null(made.model);
        assert_ptr_equal(rapport_assessment_model(made.assessment), mine);
        drop(&made);
        free(made_text.text);
        free(no_answer.text);
    }
    rapport_model_destroy(mine);
}

static const struct {
    const char *old, *new;
} accepted[] = {
    {"\"kind\": \"supplier\", \"anonymity_floor\": 3,", ""},
    {"\"anonymity_floor\": 3", "\"anonymity_floor\": 1000"},
    {"\"2026-09-30\"", "\"2000-02-29\""},
    {"\"2026-09-30\"", "\"2024-12-31\""},
    {"\"2026-09-30\"", "\"0001-01-01\""},
    {"\"date\"", "\"x\": {\"mine\": [1]}, \"date\""},
    {"\"facts\": {", "\"facts\": {\"x\": 5, "},
    {"\"answers\": { \"trust\"", "\"answers\": { \"x\": 5, \"trust\""},
    {"\"title\": {\"de\": \"Müller\"}", "\"title\": {\"de\": \"Müller\", \"x\": 1}, \"x\": 2"},
    {"\"title\": {\"de\": \"Müller\"}", "\"title\": \"Müller\""},
    {"\"trust\": 4", "\"trust\": 1"},
    {"\"trust\": 4", "\"trust\": 5.0"},
    {"\"care\": \"some\"", "\"care\": \"full\""},
    {"\"care\": \"some\"", "\"care\": {\"answer\": \"dont-know\", \"x\": 1}"},
    {"\"papers\": true", "\"papers\": {\"answer\": false, \"evidence\": []}"},
    {"\"site\": \"far\"", "\"site\": {\"answer\": null}"},
    {"96.5, \"confidence\": 0.8", "-1e300, \"confidence\": 0"},
    {"\"confidence\": 0.8", "\"confidence\": 1"},
    {"\"note\": {\"en\": \"late twice\"}", "\"note\": \"late\""},
    {"\"quality\": 88.25", "\"quality\": 88.25, \"delivery\": 1"}, /* bent again below: anna answers delivery */
    {"\"site\": null", "\"site\": null, \"quality\": null"},
    {"\"site\": null", "\"quality\": {\"answer\": null, \"note\": \"see the records\"}"},
    {"\"quality\": 88.25", ""},
    {"\"muller\": -420000, \"son\": 310000", "\"x\": 1"},
    {"\"required\": {\"design\": 3, \"freight\": 0}, ", ""},
    {"\"agreed_shares\": {\"muller\": 0, \"son\": 0.5}", "\"agreed_shares\": {\"muller\": 0}"}, /* the other's is not known */
    {"\"vision\": [], \"strategies\": [], \"actions\": []", "\"x\": 1"},
    {"\"growth\": 3, \"cost\": 0", "\"x\": \"mine\""},
    {"\"future\": {}", "\"x\": 1"},
    {"\"believed\": {\"now\"", "\"believed\": {\"x\": 1, \"future\""},
    {"\"weight\": 1.5", "\"weight\": 1e-100"},
    {"\"weight\": 1.5", "\"weight\": 1e100"},
    {"\"id\": \"bo\"", "\"id\": \"bo\", \"weight\": 2"},
};

static void what_the_format_allows_is_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(accepted); i++) {
        bent made = bend_text(good, accepted[i].old, accepted[i].new);
        reading read;
        if (strstr(made.text, "\"delivery\": 1 ")) { /* a fact takes the place of an answer */
            bent again = bend_text(made.text, "{\"answer\": 96.5,", "{\"answer\": null,");
            free(made.text);
            made = again;
        }
        read = read_good(made.text, NULL, NULL);
        drop(&read);
        free(made.text);
    }
}

#define DOC RAPPORT_BAD_DOCUMENT
#define VALUE RAPPORT_BAD_VALUE
#define ANNA "/parties/0/raters/0/answers/"

static const bend refused[] = {
    /* the whole */
    {"\"rapport-assessment/1\"", "@\"rapport-assessment/3\"", DOC, "/format",
     "this library reads rapport-assessment/1, not \"rapport-assessment/3\""},
    {"\"rapport-assessment/1\"", "@\"rapport-model/1\"", DOC, "/format", "format must be \"rapport-assessment/1\""},
    {"{ \"format\": \"rapport-assessment/1\", ", "@{ ", DOC, "", "\"format\" is missing"},
    {"{ \"format\": \"rapport-assessment/1\", \"id\": \"2026-q3\",", "@{ \"format\": \"rapport-assessment/1\",", DOC, "",
     "\"id\" is missing"},
    {" \"partnership\": \"Müller & Søn\",", "", DOC, "", "\"partnership\" is missing"},
    {", \"date\": \"2026-09-30\"", "", DOC, "", "\"date\" is missing"},
    {"\"2026-q3\"", "@\"2026 Q3\"", VALUE, "/id", "\"2026 Q3\" is no id"},
    {"\"Müller & Søn\"", "@\"\"", VALUE, "/partnership", "must not be empty"},
    {"\"Müller & Søn\"", "@{\"en\": \"M\"}", DOC, "/partnership", "partnership must be a string"},
    {"\"2026-09-30\"", "@\"2026-09-31\"", VALUE, "/date", "not \"2026-09-31\""},
    {"\"2026-09-30\"", "@\"2026-02-29\"", VALUE, "/date", "not \"2026-02-29\""},
    {"\"2026-09-30\"", "@\"1900-02-29\"", VALUE, "/date", "not"},
    {"\"2026-09-30\"", "@\"2026-13-01\"", VALUE, "/date", "not"},
    {"\"2026-09-30\"", "@\"2026-00-01\"", VALUE, "/date", "not"},
    {"\"2026-09-30\"", "@\"2026-09-00\"", VALUE, "/date", "not"},
    {"\"2026-09-30\"", "@\"0000-09-01\"", VALUE, "/date", "not"},
    {"\"2026-09-30\"", "@\"2026-9-30\"", VALUE, "/date", "not"},
    {"\"2026-09-30\"", "@\"30.09.2026\"", VALUE, "/date", "not"},
    {"\"2026-09-30\"", "@\"2026-09-3a\"", VALUE, "/date", "not"},
    {"\"2026-09-30\"", "@\"2026-09-30T00\"", VALUE, "/date", "not"},
    {"\"2026-09-30\"", "@20260930", DOC, "/date", "date must be a string"},
    {"\"kind\": \"supplier\"", "\"kind\": @\"\"", VALUE, "/kind", "must not be empty"},
    {"\"kind\": \"supplier\"", "\"kind\": @4", DOC, "/kind", "must be a string"},
    {"\"kind\": \"supplier\"", "@\"kinds\": \"supplier\"", DOC, "/kinds", "did you mean \"kind\"?"},
    {"\"anonymity_floor\": 3", "\"anonymity_floor\": @0", VALUE, "/anonymity_floor", "from 1 to 1000, not 0"},
    {"\"anonymity_floor\": 3", "\"anonymity_floor\": @1001", VALUE, "/anonymity_floor", "not 1001"},
    /* the model inside */
    {"\"id\": \"small\"", "\"id\": @\"Small\"", VALUE, "/model/id", "is no id"},
    {"\"id\": \"trust\", \"weight\": 2", "\"id\": \"trust\", \"weight\": @-2", VALUE, "/model/criteria/0/criteria/0/weight",
     "not -2"},
    {"\"rapport-model/1\"", "@\"rapport-model/9\"", DOC, "/model/format", "this library reads rapport-model/1"},
    {"\"model\": { \"format\": \"rapport-model/1\",", "\"model\": @{", DOC, "/model", "\"format\" is missing"},
    {"\"id\": \"trust\", \"weight\": 2, \"scale\": \"five\"}, {\"id\": \"care\", \"scale\": \"five\"}",
     "\"id\": \"trust\", \"weight\": 0, \"scale\": \"five\"}", VALUE, "/model/criteria/0/criteria", "must count"},
    /* parties and raters */
    {"\"id\": \"son\", ", "", DOC, "/parties/1", "\"id\" is missing"},
    {"\"id\": \"son\"", "\"id\": @\"muller\"", RAPPORT_DUPLICATE, "/parties/1/id", "the id \"muller\" is taken"},
    {"\"id\": \"son\"", "\"id\": @\"Søn\"", VALUE, "/parties/1/id", "\"Søn\" is no id"},
    {"{ \"id\": \"son\", \"voice\": \"one\", \"raters\": [] }", "@{ \"id\": \"son\", \"voice\": \"one\" }", DOC, "/parties/1",
     "\"raters\" is missing"},
    {"{ \"id\": \"son\", \"voice\": \"one\", \"raters\": [] }", "@7", DOC, "/parties/1",
     "an element of parties must be an object, not 7"},
    {"\"raters\": []", "\"raters\": @{}", DOC, "/parties/1/raters", "raters must be an array"},
    {"\"voice\": \"one\"", "\"voice\": @\"many\"", VALUE, "/parties/1/voice", "raters or one, not \"many\""},
    {"\"voice\": \"one\"", "@\"voices\": \"one\"", DOC, "/parties/1/voices", "did you mean \"voice\"?"},
    {"\"title\": {\"de\": \"Müller\"}", "\"title\": {\"de\": @5}", DOC, "/parties/0/title/de", "de must be a string"},
    {"\"weight\": 2, \"voice\"", "\"weight\": @0, \"voice\"", VALUE, "/parties/0/weight",
     "a number from 1e-100 to 1e100, not 0"},
    {"\"weight\": 1.5", "\"weight\": @-1.5", VALUE, "/parties/0/raters/0/weight", "not -1.5"},
    {"\"id\": \"bo\"", "\"id\": @\"anna\"", RAPPORT_DUPLICATE, "/parties/0/raters/1/id", "the id \"anna\" is taken"},
    {"{ \"id\": \"bo\", ", "@{ ", DOC, "/parties/0/raters/1", "\"id\" is missing"},
    {"\"role\": \"lead\"", "\"role\": @[]", DOC, "/parties/0/raters/0/role", "role must be a string"},
    {"\"title\": \"Anna\"", "\"title\": @1", DOC, "/parties/0/raters/0/title", "title must be a string or"},
    {"\"role\": \"lead\"", "@\"rôle\": \"lead\"", DOC, "/parties/0/raters/0/rôle", "unknown key"},
    {"{ \"id\": \"bo\", \"answers\": { \"trust\": \"n/a\", \"care\": \"dont-know\", \"papers\": \"declined\", \"site\": null } "
     "}",
     "@{ \"id\": \"bo\" }", DOC, "/parties/0/raters/1", "\"answers\" is missing"},
    /* answers */
    {"\"trust\": 4", "@\"trusst\": 4", RAPPORT_NOT_FOUND, ANNA "trusst",
     "there is no criterion \"trusst\"; did you mean \"trust\"?"},
    {"\"trust\": 4", "@\"\": 4", RAPPORT_NOT_FOUND, ANNA, "there is no criterion \"\""},
    {"\"trust\": 4", "@\"people\": 4", VALUE, ANNA "people", "\"people\" is a group"},
    {"\"trust\": 4", "\"trust\": @0", VALUE, ANNA "trust", "trust must be a whole number from 1 to 5 or a level's id, not 0"},
    {"\"trust\": 4", "\"trust\": @6", VALUE, ANNA "trust", "not 6"},
    {"\"trust\": 4", "\"trust\": @2.5", VALUE, ANNA "trust", "not 2.5"},
    {"\"trust\": 4", "\"trust\": @1e300", VALUE, ANNA "trust", "not 1e+300"},
    {"\"trust\": 4", "\"trust\": @\"ful\"", VALUE, ANNA "trust", "not \"ful\"; did you mean \"full\"?"},
    {"\"trust\": 4", "\"trust\": @\"\"", VALUE, ANNA "trust", "not \"\""},
    {"\"trust\": 4", "\"trust\": @true", DOC, ANNA "trust", "not true"},
    {"\"trust\": 4", "\"trust\": @[4]", DOC, ANNA "trust", "not an array"},
    {"\"trust\": 4", "\"trust\": @{\"note\": \"n\"}", DOC, ANNA "trust", "\"answer\" is missing"},
    {"\"trust\": 4", "\"trust\": {\"answer\": @{\"answer\": 4}}", DOC, ANNA "trust/answer", "not an object"},
    {"\"trust\": 4", "\"trust\": {\"answer\": 4, @\"notes\": 1}", DOC, ANNA "trust/notes", "did you mean \"note\"?"},
    {"\"trust\": 4", "\"trust\": 4, \"trust\": 5", RAPPORT_DUPLICATE, ANNA "trust", "this key already"},
    {"\"papers\": true", "\"papers\": @1", VALUE, ANNA "papers", "true or false, not 1"},
    {"\"papers\": true", "\"papers\": @\"yes\"", VALUE, ANNA "papers", "true or false, not \"yes\""},
    {"\"site\": \"far\"", "\"site\": @\"fra\"", VALUE, ANNA "site", "the id of a choice, not \"fra\"; did you mean \"far\"?"},
    {"\"site\": \"far\"", "\"site\": @2", VALUE, ANNA "site", "the id of a choice, not 2"},
    {"\"answer\": 96.5", "\"answer\": @\"96.5\"", VALUE, ANNA "delivery/answer", "a number, not \"96.5\""},
    {"\"answer\": 96.5", "\"answer\": @false", DOC, ANNA "delivery/answer", "a number, not false"},
    {"\"confidence\": 0.8", "\"confidence\": @80", VALUE, ANNA "delivery/confidence", "a number from 0 to 1, not 80"},
    {"\"note\": {\"en\": \"late twice\"}", "\"note\": @7", DOC, ANNA "delivery/note", "note must be a string or"},
    {"[\"contract 4711\", \"mail\"]", "@\"mail\"", DOC, ANNA "delivery/evidence", "evidence must be an array"},
    {"[\"contract 4711\", \"mail\"]", "[\"contract\", @4711]", DOC, ANNA "delivery/evidence/1", "must be a string, not 4711"},
    {"\"site\": null", "\"site\": {\"answer\": null, \"confidence\": @2}", VALUE, "/parties/0/raters/1/answers/site/confidence",
     "not 2"},
    /* facts */
    {"\"facts\": { \"quality\": 88.25 }", "\"facts\": @[]", DOC, "/facts", "facts must be an object"},
    {"\"quality\": 88.25", "@\"qualty\": 88.25", RAPPORT_NOT_FOUND, "/facts/qualty", "did you mean \"quality\"?"},
    {"\"quality\": 88.25", "@\"people\": 88.25", VALUE, "/facts/people", "is a group"},
    {"\"quality\": 88.25", "\"quality\": @\"88\"", VALUE, "/facts/quality", "quality must be a number, not \"88\""},
    {"\"quality\": 88.25", "\"quality\": @null", DOC, "/facts/quality", "not null"},
    {"\"quality\": 88.25", "\"quality\": @\"n/a\"", VALUE, "/facts/quality", "not \"n/a\""},
    {"\"quality\": 88.25", "\"quality\": @{\"answer\": 88}", DOC, "/facts/quality", "not an object"},
    {"\"trust\": 4", "\"trust\": 4, \"quality\": @5", VALUE, ANNA "quality", "\"quality\" has a fact"},
    {"\"trust\": 4", "\"trust\": 4, \"quality\": @\"n/a\"", VALUE, ANNA "quality", "\"quality\" has a fact"},
    {"\"trust\": 4", "\"trust\": 4, \"quality\": @{\"answer\": \"dont-know\"}", VALUE, ANNA "quality",
     "\"quality\" has a fact"},
    /* measures */
    {"\"benefits\":", "@\"benefit\":", DOC, "/measures/benefit", "did you mean \"benefits\"?"},
    {"{\"muller\": -420000, \"son\": 310000}", "@[]", DOC, "/measures/benefits", "benefits must be an object"},
    {"\"muller\": -420000", "@\"mueller\": 5", RAPPORT_NOT_FOUND, "/measures/benefits/mueller",
     "there is no party \"mueller\"; did you mean \"muller\"?"},
    {"\"muller\": -420000", "\"muller\": @\"much\"", DOC, "/measures/benefits/muller", "must be a number"},
    {"\"muller\": -420000", "\"muller\": @1e301", VALUE, "/measures/benefits/muller", "not 1e+301"},
    {"\"muller\": 150000", "\"muller\": @-1", VALUE, "/measures/burdens/muller", "not -1"},
    {"\"son\": 0.5", "\"son\": @-0.5", VALUE, "/measures/agreed_shares/son", "not -0.5"},
    {"{\"muller\": 0, \"son\": 0.5}", "@{\"muller\": 0, \"son\": 0}", VALUE, "/measures/agreed_shares",
     "at least one agreed share must be above 0"},
    {"\"skills\": {\"required\"", "\"skills\": {@\"require\"", DOC, "/measures/skills/require", "did you mean \"required\"?"},
    {"\"design\": 3", "\"design\": @-3", VALUE, "/measures/skills/required/design", "not -3"},
    {"\"design\": 3", "@\"Design\": 3", VALUE, "/measures/skills/required/Design", "is no id"},
    {"\"design\": 0.9", "\"design\": @90", VALUE, "/measures/skills/parties/muller/design", "a number from 0 to 1, not 90"},
    {"\"law\": 1", "\"law\": @2", VALUE, "/measures/skills/parties/son/law", "not 2"},
    {"\"law\": 1", "@\"Law\": 1", VALUE, "/measures/skills/parties/son/Law", "is no id"},
    {"\"parties\": {\"muller\": {\"design\": 0.9}", "\"parties\": {@\"nobody\": {\"design\": 0.9}", RAPPORT_NOT_FOUND,
     "/measures/skills/parties/nobody", "there is no party"},
    {"\"parties\": {\"muller\": {\"design\": 0.9}", "\"parties\": {\"muller\": @5", DOC, "/measures/skills/parties/muller",
     "muller must be an object"},
    {"\"aims\": {\"now\"", "\"aims\": @[], \"x\": {\"now\"", DOC, "/measures/aims", "aims must be an object"},
    {"\"future\": {}", "@\"futur\": {}", DOC, "/measures/aims/futur", "did you mean \"future\"?"},
    {"\"future\": {}", "\"future\": @[]", DOC, "/measures/aims/future", "future must be an object"},
    {"\"future\": {}", "\"future\": {@\"sun\": {}}", RAPPORT_NOT_FOUND, "/measures/aims/future/sun", "did you mean \"son\"?"},
    {"\"future\": {}", "\"future\": {\"son\": @3}", DOC, "/measures/aims/future/son", "son must be an object"},
    {"\"growth\": 3", "\"growth\": @-3", VALUE, "/measures/aims/now/son/growth", "not -3"},
    {"\"growth\": 3", "@\"Growth\": 3", VALUE, "/measures/aims/now/son/Growth", "is no id"},
    {"\"believed\": {\"now\"", "\"believed\": {@\"nwo\"", DOC, "/measures/aims/believed/nwo", "did you mean \"now\"?"},
    {"\"believed\": {\"now\"", "\"believed\": {@\"believed\"", DOC, "/measures/aims/believed/believed", "unknown key"},
    {"{\"muller\": {\"fame\": 1}}", "{@\"miller\": {\"fame\": 1}}", RAPPORT_NOT_FOUND, "/measures/aims/believed/now/son/miller",
     "did you mean \"muller\"?"},
    {"\"fame\": 1", "\"fame\": @\"1\"", DOC, "/measures/aims/believed/now/son/muller/fame", "fame must be a number"},
    {"\"plan_chain\": {\"vision\"", "\"plan_chain\": @3, \"x\": {\"vision\"", DOC, "/measures/plan_chain",
     "plan_chain must be an object"},
    {"\"vision\": []", "\"vision\": @{}", DOC, "/measures/plan_chain/vision", "vision must be an array"},
    {"\"strategies\": []", "\"strategies\": @null", DOC, "/measures/plan_chain/strategies", "strategies must be an array"},
    {"\"actions\": []", "\"actions\": @\"a\"", DOC, "/measures/plan_chain/actions", "actions must be an array"},
};

static void refuse(const char *from, const bend *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bent made = bend_text(from, cases[i].old, cases[i].new);
        rapport_assessment *assessment = (rapport_assessment *)&assessment;
        rapport_model *model = (rapport_model *)&model;
        rapport_error error;
        rapport_status status = rapport_assessment_read(made.text, -1, NULL, NULL, NULL, &model, &assessment, &error);
        assert_null(assessment);
        assert_null(model);
        expect_error(&cases[i], &made, status, &error);
        free(made.text);
    }
}

static void what_the_format_forbids_is_refused_with_its_place(void **state)
{
    (void)state;
    refuse(good, refused, COUNT(refused));
}

static const bend brief_refused[] = {
    {"\"model\": \"best-partner\", ", "", DOC, "", "\"model\" is missing"},
    {"\"best-partner\"", "@\"best-parter\"", RAPPORT_NOT_FOUND, "/model",
     "there is no built-in model \"best-parter\"; did you mean \"best-partner\"?"},
    {"\"best-partner\"", "@\"\"", VALUE, "/model", "must not be empty"},
    {"\"best-partner\"", "@3", DOC, "/model", "the name of a built-in model"},
    {"\"best-partner\"", "@{}", DOC, "/model", "\"format\" is missing"},
    {"\"best-partner\"", "@{\"file\": \"mine.json\"}", RAPPORT_NOT_FOUND, "/model",
     "the file \"mine.json\" was not handed over"},
    {"\"best-partner\"", "{\"file\": @\"\"}", VALUE, "/model/file", "must not be empty"},
    {"\"best-partner\"", "{\"file\": @5}", DOC, "/model/file", "file must be a string"},
    {"\"best-partner\"", "{\"file\": \"a\", @\"files\": 1}", DOC, "/model/files", "did you mean \"file\"?"},
    {"\"best-partner\"", "{\"file\": @\"/etc/passwd\"}", VALUE, "/model/file", "beside the assessment"},
    {"\"best-partner\"", "{\"file\": @\"..\"}", VALUE, "/model/file", "beside the assessment"},
    {"\"best-partner\"", "{\"file\": @\"../mine.json\"}", VALUE, "/model/file", "beside the assessment"},
    {"\"best-partner\"", "{\"file\": @\"a/../../mine.json\"}", VALUE, "/model/file", "beside the assessment"},
    {"\"best-partner\"", "{\"file\": @\"a/..\"}", VALUE, "/model/file", "beside the assessment"},
    {"\"best-partner\"", "{\"file\": @\"C:mine.json\"}", VALUE, "/model/file", "beside the assessment"},
    {"\"best-partner\"", "{\"file\": @\"c:\\\\mine.json\"}", VALUE, "/model/file", "beside the assessment"},
    {"\"best-partner\"", "{\"file\": @\"a\\\\..\\\\mine.json\"}", VALUE, "/model/file", "beside the assessment"},
    {"[{\"id\": \"us\", \"raters\": [{\"id\": \"r\", \"answers\": {\"trust\": 2}}]}]", "@[]", VALUE, "/parties",
     "at least one party"},
    {"[{\"id\": \"us\", \"raters\": [{\"id\": \"r\", \"answers\": {\"trust\": 2}}]}]", "@{}", DOC, "/parties",
     "parties must be an array"},
    {", \"parties\": [{\"id\": \"us\", \"raters\": [{\"id\": \"r\", \"answers\": {\"trust\": 2}}]}]", "", DOC, "",
     "\"parties\" is missing"},
    {"{\"trust\": 2}", "@[]", DOC, "/parties/0/raters/0/answers", "answers must be an object"},
};

static void where_the_model_is_must_make_sense(void **state)
{
    (void)state;
    refuse(brief, brief_refused, COUNT(brief_refused));
}

/* Things are read in another order than they are written in: facts before answers, parties before measures. */
static void the_first_problem_of_the_document_is_told(void **state)
{
    bent first = bend_text(good, "\"date\": \"2026-09-30\"", "\"date\": \"never\""), second, third;
    rapport_assessment *assessment;
    rapport_model *model;
    rapport_error error;
    (void)state;
    second = bend_text(first.text, "\"quality\": 88.25", "\"quality\": null");
    assert_int_equal(rapport_assessment_read(second.text, -1, NULL, NULL, NULL, &model, &assessment, &error),
                     RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/date");
    third = bend_text(good, "\"quality\": 88.25", "\"quality\": null");
    free(second.text);
    second = bend_text(third.text, "\"trust\": 4", "\"trust\": 7");
    assert_int_equal(rapport_assessment_read(second.text, -1, NULL, NULL, NULL, &model, &assessment, &error),
                     RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, ANNA "trust");
    free(first.text);
    free(second.text);
    free(third.text);
}

/* An answer of a rater who cannot be added is checked, but goes nowhere: not to the facts, for one. */
static void answers_of_a_broken_rater_are_not_facts(void **state)
{
    bent broken = bend_text(good, "\"weight\": 1.5", "\"weight\": -1.5");
    bent worse = bend_text(broken.text, "\"trust\": 4",
                           "\"trust\": {\"answer\": 4, \"confidence\": 1, \"note\": \"n\", \"evidence\": [\"e\"]}");
    rapport_assessment *assessment;
    rapport_model *model;
    rapport_error error;
    (void)state;
    assert_int_equal(rapport_assessment_read(worse.text, -1, NULL, NULL, NULL, &model, &assessment, &error), RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/parties/0/raters/0/weight");
    free(broken.text);
    free(worse.text);
}

static char *with_parties(unsigned count)
{
    char *text = malloc(300 + count * 40), *at = text;
    at += sprintf(at, "{\"format\": \"rapport-assessment/1\", \"id\": \"a\", \"partnership\": \"p\", \"date\": \"2024-02-29\", "
                      "\"model\": \"best-partner\", \"parties\": [");
    for (unsigned i = 0; i < count; i++)
        at += sprintf(at, "%s{\"id\": \"p%u\", \"raters\": []}", i ? "," : "", i);
    strcpy(at, "]}");
    return text;
}

static void there_are_at_most_64_parties(void **state)
{
    char *full = with_parties(64), *over = with_parties(65);
    reading made = read_good(full, NULL, NULL);
    rapport_error error;
    (void)state;
    assert_int_equal(rapport_assessment_count_parties(made.assessment), 64);
    drop(&made);
    assert_int_equal(rapport_assessment_read(over, -1, NULL, NULL, NULL, &made.model, &made.assessment, &error), RAPPORT_LIMIT);
    assert_string_equal(error.path, "/parties");
    free(full);
    free(over);
}

static void a_host_can_ask_where_the_model_is(void **state)
{
    static const struct {
        const char *model, *name;
        int32_t source;
        rapport_status status;
        const char *path;
    } cases[] = {{"\"best-partner\"", "best-partner", RAPPORT_MODEL_BUILTIN, RAPPORT_OK, ""},
                 {"\"no-such-model\"", "no-such-model", RAPPORT_MODEL_BUILTIN, RAPPORT_OK, ""},
                 {"{\"file\": \"a/b..c/model.json\"}", "a/b..c/model.json", RAPPORT_MODEL_FILE, RAPPORT_OK, ""},
                 {"{\"format\": 5}", "", RAPPORT_MODEL_INLINE, RAPPORT_OK, ""},
                 {"{\"file\": \"../model.json\"}", "", 0, RAPPORT_BAD_VALUE, "/model/file"},
                 {"{\"file\": \"\"}", "", 0, RAPPORT_BAD_VALUE, "/model/file"},
                 {"[]", "", 0, RAPPORT_BAD_DOCUMENT, "/model"},
                 {"\"abcdefghijklmnopqrs\"", "abcdefghijklmnopqrs", RAPPORT_MODEL_BUILTIN, RAPPORT_OK, ""},
                 {"\"abcdefghijklmnopqrst\"", "", 0, RAPPORT_LIMIT, "/model"}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        bent made = bend_text(brief, "\"best-partner\"", cases[i].model);
        char name[20] = "untouched";
        int32_t source = 99;
        rapport_error error = {.path = ""};
        assert_int_equal(rapport_assessment_find_model(made.text, -1, NULL, &source, name, sizeof name, &error),
                         cases[i].status);
        assert_int_equal(source, cases[i].source);
        assert_string_equal(name, cases[i].name);
        assert_string_equal(error.path, cases[i].path);
        free(made.text);
    }
}

static void what_is_no_assessment_names_no_model(void **state)
{
    static const struct {
        const char *text;
        rapport_status status;
        const char *path, *message;
    } cases[] = {{"", RAPPORT_BAD_SYNTAX, "", ""},
                 {"[]", RAPPORT_BAD_DOCUMENT, "", "must be an object"},
                 {"{}", RAPPORT_BAD_DOCUMENT, "", "\"format\" is missing"},
                 {"{\"model\": \"a\"}", RAPPORT_BAD_DOCUMENT, "", "\"format\" is missing"},
                 {"{\"format\": \"rapport-assessment/1\"}", RAPPORT_BAD_DOCUMENT, "", "\"model\" is missing"},
                 {"{\"format\": \"rapport-assessment/2\", \"model\": 1}", RAPPORT_BAD_DOCUMENT, "/format",
                  "reads rapport-assessment/1"}};
    char name[8];
    int32_t source;
    rapport_error error;
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        rapport_assessment *assessment;
        rapport_model *model;
        assert_int_equal(rapport_assessment_find_model(cases[i].text, -1, NULL, &source, name, sizeof name, &error),
                         cases[i].status);
        assert_string_equal(error.path, cases[i].path);
        assert_non_null(strstr(error.message, cases[i].message));
        assert_int_equal(rapport_assessment_read(cases[i].text, -1, NULL, NULL, NULL, &model, &assessment, &error),
                         cases[i].status);
        assert_string_equal(error.path, cases[i].path);
    }
}

static void arguments_are_checked(void **state)
{
    rapport_assessment *assessment;
    rapport_model *model;
    rapport_error error;
    char name[8];
    int32_t source;
    (void)state;
    assert_int_equal(rapport_assessment_read(NULL, -1, NULL, NULL, NULL, &model, &assessment, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_read(good, -1, NULL, NULL, NULL, NULL, &assessment, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_read(good, -1, NULL, NULL, NULL, &model, NULL, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_read("", -1, NULL, NULL, NULL, &model, &assessment, NULL), RAPPORT_BAD_SYNTAX);
    assert_int_equal(rapport_assessment_find_model(NULL, -1, NULL, &source, name, 8, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_find_model(good, -1, NULL, NULL, name, 8, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_find_model(good, -1, NULL, &source, NULL, 8, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_find_model(good, -1, NULL, &source, name, 0, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_find_model(brief, (int64_t)strlen(brief) - 1, NULL, &source, name, 8, NULL),
                     RAPPORT_BAD_SYNTAX);
}

static rapport_status read_with(const rapport_allocator *memory)
{
    rapport_assessment *assessment;
    rapport_model *model;
    rapport_status status = rapport_assessment_read(good, -1, NULL, NULL, memory, &model, &assessment, NULL);
    assert_true((status != RAPPORT_OK) == (assessment == NULL));
    assert_true((status != RAPPORT_OK) == (model == NULL));
    rapport_assessment_destroy(assessment);
    rapport_model_destroy(model);
    return status;
}

static rapport_status find_with(const rapport_allocator *memory)
{
    char name[20];
    int32_t source;
    return rapport_assessment_find_model(brief, -1, memory, &source, name, sizeof name, NULL);
}

static void want_of_memory_is_survived(void **state)
{
    (void)state;
    assert_in_range(tk_exhaust_memory(read_with), 20, 100000);
    assert_in_range(tk_exhaust_memory(find_with), 1, 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(head_and_parties_reach_the_assessment),
        cmocka_unit_test(answers_reach_the_assessment),
        cmocka_unit_test(remarks_reach_the_assessment),
        cmocka_unit_test(remarks_without_an_answer_are_kept),
        cmocka_unit_test(amounts_reach_the_assessment),
        cmocka_unit_test(a_section_that_is_left_out_is_not_there),
        cmocka_unit_test(the_kind_names_an_overlay),
        cmocka_unit_test(the_caller_may_choose_the_overlay),
        cmocka_unit_test(a_built_in_model_is_found_by_name),
        cmocka_unit_test(the_callers_model_comes_first),
        cmocka_unit_test(what_the_format_allows_is_read),
        cmocka_unit_test(what_the_format_forbids_is_refused_with_its_place),
        cmocka_unit_test(where_the_model_is_must_make_sense),
        cmocka_unit_test(the_first_problem_of_the_document_is_told),
        cmocka_unit_test(answers_of_a_broken_rater_are_not_facts),
        cmocka_unit_test(there_are_at_most_64_parties),
        cmocka_unit_test(a_host_can_ask_where_the_model_is),
        cmocka_unit_test(what_is_no_assessment_names_no_model),
        cmocka_unit_test(arguments_are_checked),
        cmocka_unit_test(want_of_memory_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
