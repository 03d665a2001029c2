/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include <math.h>

#include "rapport/document.h"

#include "document_cases.h"

static const char good[] =
    "{ \"format\": \"rapport-model/1\", \"id\": \"review\", \"version\": \"1.0.0\",\n"
    "  \"title\": {\"en\": \"Review\", \"de\": \"Prüfung\"}, \"description\": \"All of it\",\n"
    "  \"missing\": \"strict\", \"minimum_coverage\": 0.5, \"anonymity_floor\": 3, \"power\": -1, \"target\": 60,\n"
    "  \"scales\": {\n"
    "    \"maturity\": {\"kind\": \"levels\", \"title\": \"Maturity\", \"levels\": [\n"
    "      {\"id\": \"absent\", \"label\": \"Absent\"}, {\"label\": \"Agreed\", \"description\": \"By both\"}, {\"id\": \"full\"}]},\n"
    "    \"own\": {\"kind\": \"levels\", \"levels\": [{\"points\": 0}, {\"points\": 30}, {\"points\": 100}]},\n"
    "    \"worse\": {\"kind\": \"levels\", \"levels\": [{}, {}, {}], \"reversed\": true},\n"
    "    \"on-time\": {\"kind\": \"number\", \"unit\": \"%\", \"points\": [[80, 0], [95, 80], [100, 100]]},\n"
    "    \"lead-time\": {\"kind\": \"number\", \"linear\": {\"worst\": 30, \"best\": 5}},\n"
    "    \"stock\": {\"kind\": \"number\", \"range\": {\"zero_below\": 0, \"full_from\": 10, \"full_to\": 20, \"zero_above\": 40}},\n"
    "    \"growth\": {\"kind\": \"number\", \"exponential\": {\"worst\": 0, \"best\": 10, \"rho\": 4}},\n"
    "    \"certified\": {\"kind\": \"yesno\"},\n"
    "    \"region\": {\"kind\": \"choice\", \"choices\": [{\"id\": \"local\", \"points\": 100}, {\"id\": \"far\", \"points\": 40}]} },\n"
    "  \"criteria\": [\n"
    "    {\"id\": \"trust\", \"weight\": 20, \"power\": \"min\", \"target\": 70, \"criteria\": [\n"
    "      {\"id\": \"openness\", \"title\": \"Openness\", \"question\": \"How open?\", \"weight\": 7, \"scale\": \"maturity\",\n"
    "       \"together\": \"min\", \"target\": 75, \"anchors\": [\"one\", {\"en\": \"two\"}, \"three\"]},\n"
    "      {\"id\": \"integrity\", \"weight\": 6, \"scale\": \"own\"} ]},\n"
    "    {\"id\": \"delivery\", \"weight\": 10, \"scale\": \"on-time\"},\n"
    "    {\"id\": \"notes\", \"scale\": \"worse\", \"informational\": true},\n"
    "    {\"id\": \"site\", \"scale\": \"region\"}, {\"id\": \"papers\", \"scale\": \"certified\"},\n"
    "    {\"id\": \"speed\", \"scale\": \"lead-time\"}, {\"id\": \"shelf\", \"scale\": \"stock\"}, {\"id\": \"rise\", \"scale\": \"growth\"} ],\n"
    "  \"gates\": [\n"
    "    {\"id\": \"breach\", \"title\": \"Breach\", \"node\": \"integrity\", \"view\": \"all\", \"below\": 12.5, \"effect\": \"fail\"},\n"
    "    {\"id\": \"loss\", \"measure\": \"net-benefit\", \"view\": \"any\", \"below\": -5, \"effect\": \"cap\", \"cap\": 54},\n"
    "    {\"id\": \"overload\", \"measure\": \"burden-overload\", \"above\": 1.5, \"effect\": \"flag\"} ],\n"
    "  \"bands\": [\n"
    "    {\"id\": \"low\", \"title\": \"Low\", \"from\": 0},\n"
    "    {\"id\": \"high\", \"from\": 55, \"requires\": {\"every_group\": 70, \"weakest_party\": 75, \"balance\": 0.8,\n"
    "      \"coverage\": 0.9, \"no_undecided_gates\": true}} ],\n"
    "  \"overlays\": {\n"
    "    \"supplier\": {\"title\": \"Supplier\", \"weights\": {\"delivery\": 1.5, \"trust\": 0.5}, \"targets\": {\"openness\": 100}} } }\n";

static rapport_model *read_good(const char *json)
{
    rapport_model *model;
    rapport_error error;
    rapport_status status = rapport_model_read(json, -1, NULL, &model, &error);
    if (status)
        fail_msg("%d at %u:%u, %s: %s\n%s", status, error.line, error.column, error.path, error.message, json);
    return model;
}

static void settings_reach_the_model(void **state)
{
    rapport_model *model = read_good(good);
    rapport_node root = {.struct_size = sizeof root};
    double coverage;
    (void)state;
    assert_string_equal(rapport_model_id(model), "review");
    assert_string_equal(rapport_model_version(model), "1.0.0");
    assert_int_equal(rapport_model_missing(model, &coverage), RAPPORT_STRICT);
    assert_same_bits(coverage, 0.5);
    assert_int_equal(rapport_model_anonymity_floor(model), 3);
    assert_ok(rapport_model_get_node(model, RAPPORT_ROOT, &root));
    assert_same_bits(root.power, -1);
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_MODEL, 0, 0, RAPPORT_TITLE, "de"), "Prüfung");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_MODEL, 0, 0, RAPPORT_DESCRIPTION, NULL), "All of it");
    rapport_model_destroy(model);
}

static rapport_node node_of(const rapport_model *model, const char *id)
{
    rapport_node node = {.struct_size = sizeof node};
    assert_ok(rapport_model_get_node(model, rapport_model_find(model, id), &node));
    return node;
}

static void nodes_reach_the_model(void **state)
{
    rapport_model *model = read_good(good);
    rapport_node trust = node_of(model, "trust"), openness = node_of(model, "openness"), notes = node_of(model, "notes");
    uint32_t at = rapport_model_find(model, "openness");
    (void)state;
    assert_int_equal(rapport_model_count_nodes(model), 11);
    assert_int_equal(trust.kind, RAPPORT_GROUP);
    assert_same_bits(trust.weight, 20);
    assert_same_bits(trust.power, -HUGE_VAL);
    assert_same_bits(trust.target, 70);
    assert_int_equal(trust.depth, 1);
    assert_int_equal(openness.kind, RAPPORT_CRITERION);
    assert_int_equal(openness.parent, rapport_model_find(model, "trust"));
    assert_same_bits(openness.weight, 7);
    assert_same_bits(openness.target, 75);
    assert_int_equal(openness.together, RAPPORT_MIN);
    assert_int_equal(node_of(model, "integrity").together, RAPPORT_MEAN);
    assert_int_equal(notes.informational, 1);
    assert_int_equal(openness.informational, 0);
    assert_same_bits(notes.weight, 1);
    assert_same_bits(notes.target, 60); /* the model's */
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, at, 0, RAPPORT_TITLE, NULL), "Openness");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, at, 0, RAPPORT_QUESTION, NULL), "How open?");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, at, 2, RAPPORT_ANCHOR, "en"), "two");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, at, 3, RAPPORT_ANCHOR, NULL), "three");
    rapport_model_destroy(model);
}

static double points_of(const rapport_model *model, const char *criterion, double value)
{
    double points;
    assert_ok(rapport_model_compute_points(model, node_of(model, criterion).scale, value, &points));
    return points;
}

static double step_of(const rapport_model *model, const char *criterion, uint32_t step)
{
    double points;
    assert_ok(rapport_model_get_step(model, node_of(model, criterion).scale, step, &points));
    return points;
}

static void scales_reach_the_model(void **state)
{
    rapport_model *model = read_good(good);
    uint32_t maturity = node_of(model, "openness").scale;
    (void)state;
    assert_int_equal(rapport_model_count_scales(model), 9);
    assert_same_bits(step_of(model, "openness", 2), 50); /* 100 (2 - 1) / (3 - 1) */
    assert_same_bits(step_of(model, "integrity", 2), 30);
    assert_same_bits(step_of(model, "notes", 1), 100); /* reversed */
    assert_same_bits(step_of(model, "notes", 3), 0);
    assert_int_equal(rapport_model_find_step(model, maturity, "absent"), 1);
    assert_int_equal(rapport_model_find_step(model, maturity, "full"), 3);
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_SCALE, maturity, 0, RAPPORT_TITLE, NULL), "Maturity");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_SCALE, maturity, 2, RAPPORT_TITLE, NULL), "Agreed");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_SCALE, maturity, 2, RAPPORT_DESCRIPTION, NULL), "By both");
    assert_string_equal(rapport_model_scale_unit(model, node_of(model, "delivery").scale), "%");
    assert_close(points_of(model, "delivery", 87.5), 40, 1e-12);  /* half way from 80 to 95 */
    assert_close(points_of(model, "speed", 10), 80, 1e-12);       /* 20 of 25 days */
    assert_close(points_of(model, "shelf", 5), 50, 1e-12);        /* half way up */
    assert_close(points_of(model, "shelf", 30), 50, 1e-12);       /* half way down */
    assert_close(points_of(model, "rise", 4), 68.864825, 1e-5);   /* 100 (1 - 1/e) / (1 - e^-2.5) = 63.21205588 / .9179150014 */
    assert_int_equal(rapport_model_scale_kind(model, node_of(model, "papers").scale), RAPPORT_YESNO);
    assert_int_equal(rapport_model_find_step(model, node_of(model, "site").scale, "far"), 2);
    assert_same_bits(step_of(model, "site", 2), 40);
    rapport_model_destroy(model);
}

static void gates_and_bands_reach_the_model(void **state)
{
    rapport_model *model = read_good(good);
    rapport_gate gate = {.struct_size = sizeof gate};
    rapport_band band = {.struct_size = sizeof band};
    (void)state;
    assert_int_equal(rapport_model_count_gates(model), 3);
    assert_ok(rapport_model_get_gate(model, 0, &gate));
    assert_int_equal(gate.effect, RAPPORT_FAIL);
    assert_int_equal(gate.node, rapport_model_find(model, "integrity"));
    assert_int_equal(gate.view, RAPPORT_ALL_VIEWS);
    assert_same_bits(gate.threshold, 12.5);
    assert_int_equal(gate.above, 0);
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_GATE, 0, 0, RAPPORT_TITLE, NULL), "Breach");
    assert_ok(rapport_model_get_gate(model, 1, &gate));
    assert_int_equal(gate.effect, RAPPORT_CAP);
    assert_int_equal(gate.measure, RAPPORT_NET_BENEFIT);
    assert_int_equal(gate.view, RAPPORT_ANY_VIEW);
    assert_same_bits(gate.threshold, -5);
    assert_same_bits(gate.cap, 54);
    assert_ok(rapport_model_get_gate(model, 2, &gate));
    assert_int_equal(gate.effect, RAPPORT_FLAG);
    assert_int_equal(gate.measure, RAPPORT_BURDEN_OVERLOAD);
    assert_int_equal(gate.above, 1);
    assert_int_equal(rapport_model_count_bands(model), 2);
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_BAND, 0, 0, RAPPORT_TITLE, NULL), "Low");
    assert_ok(rapport_model_get_band(model, 1, &band));
    assert_same_bits(band.from, 55);
    assert_int_equal(band.demands, 31);
    assert_same_bits(band.every_group, 70);
    assert_same_bits(band.weakest_party, 75);
    assert_same_bits(band.balance, 0.8);
    assert_same_bits(band.coverage, 0.9);
    rapport_model_destroy(model);
}

static void overlays_reach_the_model(void **state)
{
    rapport_model *model = read_good(good), *supplier;
    (void)state;
    assert_int_equal(rapport_model_count_overlays(model), 1);
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_OVERLAY, 0, 0, RAPPORT_TITLE, NULL), "Supplier");
    assert_ok(rapport_model_copy_with_overlay(model, 0, NULL, &supplier, NULL));
    assert_same_bits(node_of(supplier, "delivery").weight, 15);
    assert_same_bits(node_of(supplier, "trust").weight, 10);
    assert_same_bits(node_of(supplier, "openness").target, 100);
    rapport_model_destroy(supplier);
    rapport_model_destroy(model);
}

/* Each of these is as good as the document itself. */
static const struct {
    const char *old, *new;
} accepted[] = {
    {"\"id\": \"review\"", "\"id\": \"a.b_c-9\""},
    {"\"version\": \"1.0.0\"", "\"version\": \"2026, Frühling\""},
    {"\"1.0.0\"", "\"1234567890123456789012345678901234567890123456789012345678901234\""}, /* 64 */
    {"\"missing\": \"strict\"", "\"missing\": \"exclude\""},
    {"\"missing\": \"strict\", \"minimum_coverage\": 0.5, \"anonymity_floor\": 3, \"power\": -1, \"target\": 60,", ""},
    {"\"minimum_coverage\": 0.5", "\"minimum_coverage\": 0"},
    {"\"minimum_coverage\": 0.5", "\"minimum_coverage\": 1"},
    {"\"anonymity_floor\": 3", "\"anonymity_floor\": 1"},
    {"\"anonymity_floor\": 3", "\"anonymity_floor\": 1e3"},
    {"\"anonymity_floor\": 3", "\"anonymity_floor\": 2.0"},
    {"\"power\": -1", "\"power\": 0"},
    {"\"power\": -1", "\"power\": -0.01"},
    {"\"power\": -1", "\"power\": 0.01"},
    {"\"power\": -1", "\"power\": 100"},
    {"\"power\": -1", "\"power\": -100"},
    {"\"power\": -1", "\"power\": \"max\""},
    {"\"target\": 60", "\"target\": 0"},
    {"\"target\": 60", "\"target\": 100"},
    {"\"title\": {\"en\": \"Review\", \"de\": \"Prüfung\"}", "\"title\": {\"zh-Hant-TW\": \"評\", \"x\": 1}"},
    {"\"title\": \"Maturity\"", "\"title\": \"Maturity\", \"description\": \"d\", \"x\": null"},
    {"{\"id\": \"absent\", \"label\": \"Absent\"}", "{}"},
    {"{\"points\": 30}", "{\"points\": 0}"},   /* may stand still */
    {"{\"points\": 0}, {\"points\": 30}, {\"points\": 100}", "{\"points\": 100}, {\"points\": 30}, {\"points\": 30}"},
    {"{\"points\": 100}]}", "{\"points\": 100}], \"reversed\": false}"},
    {"[{}, {}, {}]", "[{}, {}]"},
    {"\"unit\": \"%\"", "\"unit\": \"µg/m³\""},
    {"[80, 0], [95, 80], [100, 100]", "[-1e300, 100], [1e300, 0]"},
    {"\"worst\": 30, \"best\": 5", "\"worst\": 5, \"best\": 30"},
    {"\"full_from\": 10, \"full_to\": 20", "\"full_from\": 15, \"full_to\": 15"},
    {"\"rho\": 4", "\"rho\": -4"},
    {"{\"kind\": \"yesno\"}", "{\"kind\": \"yesno\", \"title\": \"Certified\", \"x\": [1]}"},
    {"{\"id\": \"far\", \"points\": 40}", "{\"id\": \"far\", \"points\": 0, \"label\": \"Far\", \"description\": \"d\", \"x\": 1}"},
    {", {\"id\": \"far\", \"points\": 40}", ""},
    {"\"weight\": 7", "\"weight\": 0"},
    {"\"weight\": 7", "\"weight\": 1e-12"},
    {"\"weight\": 7", "\"weight\": 1e12"},
    {"\"weight\": 7", "\"weight\": -0.0"},
    {"\"informational\": true", "\"informational\": false, \"together\": \"max\", \"weight\": 1, \"x\": {}"},
    {"\"together\": \"min\"", "\"together\": \"mean\""},
    {", \"anchors\": [\"one\", {\"en\": \"two\"}, \"three\"]", ""},
    {"\"view\": \"all\"", "\"view\": \"joint\""},
    {"\"node\": \"integrity\", \"view\": \"all\"", "\"node\": \"trust\""},
    {"\"node\": \"integrity\"", "\"node\": \"notes\""}, /* need not count */
    {"\"view\": \"any\", \"below\": -5", "\"view\": \"all\", \"above\": 5"},
    {"\"effect\": \"flag\"", "\"effect\": \"flag\", \"description\": \"d\", \"x\": 0"},
    {"\"measure\": \"burden-overload\"", "\"measure\": \"balance\""},
    {"\"measure\": \"burden-overload\"", "\"measure\": \"skill-coverage\""},
    {"\"from\": 55", "\"from\": 100"},
    {"\"no_undecided_gates\": true", "\"no_undecided_gates\": false, \"x\": 1"},
    {"\"title\": \"Supplier\", \"weights\": {\"delivery\": 1.5, \"trust\": 0.5}, \"targets\": {\"openness\": 100}", ""},
    {"\"delivery\": 1.5, \"trust\": 0.5", "\"delivery\": 0, \"trust\": 5e10, \"x\": \"mine\""},
    {"\"openness\": 100", "\"trust\": 0, \"x\": \"mine\""},
    {"\"overlays\": {", "\"x\": 1, \"overlays\": {\"x\": 5, "},
    {"\"scales\": {", "\"scales\": {\"x\": 5, "},
};

static void what_the_format_allows_is_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(accepted); i++) {
        bent made = bend_text(good, accepted[i].old, accepted[i].new);
        rapport_model_destroy(read_good(made.text));
        free(made.text);
    }
}

#define DOC RAPPORT_BAD_DOCUMENT
#define VALUE RAPPORT_BAD_VALUE

static const bend refused[] = {
    /* the whole */
    {"\"rapport-model/1\"", "@\"rapport-model/2\"", DOC, "/format", "this library reads rapport-model/1, not \"rapport-model/2\""},
    {"\"rapport-model/1\"", "@\"rapport-assessment/1\"", DOC, "/format", "format must be \"rapport-model/1\", not \"rapport-assessment/1\""},
    {"\"rapport-model/1\"", "@1", DOC, "/format", "format must be a string, not 1"},
    {"\"rapport-model/1\"", "@\"rapport-model/\"", DOC, "/format", "format must be"},
    {"{ \"format\": \"rapport-model/1\", ", "@{ ", DOC, "", "\"format\" is missing"},
    {"{ \"format\": \"rapport-model/1\", \"id\": \"review\",", "@{ \"format\": \"rapport-model/1\",", DOC, "", "\"id\" is missing"},
    {", \"version\": \"1.0.0\"", "", DOC, "", "\"version\" is missing"},
    {"\"review\"", "@\"Review\"", VALUE, "/id", "\"Review\" is no id"},
    {"\"review\"", "@\"\"", VALUE, "/id", "is no id"},
    {"\"review\"", "@\"x\"", VALUE, "/id", "is no id"},
    {"\"review\"", "@7", DOC, "/id", "id must be a string, not 7"},
    {"\"review\"", "@\"a234567890123456789012345678901234567890123456789012345678901234z\"", VALUE, "/id", "is no id"}, /* 65 */
    {"\"1.0.0\"", "@\"\"", VALUE, "/version", "version must not be empty"},
    {"\"1.0.0\"", "@1", DOC, "/version", "version must be a string, not 1"},
    {"\"1.0.0\"", "@\"12345678901234567890123456789012345678901234567890123456789012345\"", VALUE, "/version", "at most 64 bytes"},
    {"\"id\": \"review\"", "\"id\": \"review\", @\"tittle\": \"t\"", DOC, "/tittle", "unknown key \"tittle\"; did you mean \"title\"?"},
    {"\"id\": \"review\"", "\"id\": \"review\", @\"zzz~/\": 1", DOC, "/zzz~0~1", "unknown key \"zzz~/\"; known are format, id"},
    {"\"id\": \"review\"", "\"id\": \"review\", \"id\": \"b\"", RAPPORT_DUPLICATE, "/id", "this key already"},
    {"{\"en\": \"Review\", \"de\": \"Prüfung\"}", "@5", DOC, "/title", "title must be a string or an object of strings by language, not 5"},
    {"{\"en\": \"Review\", \"de\": \"Prüfung\"}", "@{}", VALUE, "/title", "at least one language"},
    {"{\"en\": \"Review\", \"de\": \"Prüfung\"}", "@{\"x\": 1}", VALUE, "/title", "at least one language"},
    {"\"de\": \"Prüfung\"", "@\"d e\": \"Prüfung\"", VALUE, "/title/d e", "\"d e\" is no language"},
    {"\"de\": \"Prüfung\"", "@\"\": \"\"", VALUE, "/title/", "is no language"},
    {"\"de\": \"Prüfung\"", "@\"a2345678901234567890123456789012345z\": \"\"", VALUE, "/title/a2345678901234567890123456789012345z", "no language"},
    {"\"Prüfung\"", "@null", DOC, "/title/de", "de must be a string, not null"},
    {"\"All of it\"", "@[\"a\"]", DOC, "/description", "not an array"},
    {"\"strict\"", "@\"exclud\"", VALUE, "/missing", "missing must be exclude or strict, not \"exclud\"; did you mean \"exclude\"?"},
    {"\"strict\"", "@true", DOC, "/missing", "missing must be a string, not true"},
    {"\"minimum_coverage\": 0.5", "\"minimum_coverage\": @1.01", VALUE, "/minimum_coverage", "a number from 0 to 1, not 1.01"},
    {"\"minimum_coverage\": 0.5", "\"minimum_coverage\": @-0.5", VALUE, "/minimum_coverage", "not -0.5"},
    {"\"anonymity_floor\": 3", "\"anonymity_floor\": @0", VALUE, "/anonymity_floor", "a whole number from 1 to 1000, not 0"},
    {"\"anonymity_floor\": 3", "\"anonymity_floor\": @1001", VALUE, "/anonymity_floor", "not 1001"},
    {"\"anonymity_floor\": 3", "\"anonymity_floor\": @2.5", VALUE, "/anonymity_floor", "not 2.5"},
    {"\"anonymity_floor\": 3", "\"anonymity_floor\": @\"3\"", DOC, "/anonymity_floor", "must be a number, not \"3\""},
    {"\"power\": -1", "\"power\": @0.009", VALUE, "/power", "not 0.009"},
    {"\"power\": -1", "\"power\": @-100.5", VALUE, "/power", "not -100.5"},
    {"\"power\": -1", "\"power\": @\"mean\"", DOC, "/power", "not \"mean\""},
    {"\"power\": -1", "\"power\": @null", DOC, "/power", "not null"},
    {"\"target\": 60", "\"target\": @100.5", VALUE, "/target", "a number from 0 to 100, not 100.5"},
    {"\"target\": 60", "\"target\": @-1", VALUE, "/target", "not -1"},
    {"\"target\": 60", "\"target\": @false", DOC, "/target", "target must be a number, not false"},
    {"\"target\": 60", "\"target\": 1e999", RAPPORT_BAD_SYNTAX, "/target", ""},
    /* scales */
    {"\"scales\": {\n", "\"y\": {\n", DOC, "/y", "unknown key"},
    {"\"own\":", "@\"Own\":", VALUE, "/scales/Own", "\"Own\" is no id"},
    {"{\"kind\": \"yesno\"}", "@7", DOC, "/scales/certified", "certified must be an object, not 7"},
    {"{\"kind\": \"yesno\"}", "@{}", DOC, "/scales/certified", "\"kind\" is missing"},
    {"\"yesno\"", "@\"yes-no\"", VALUE, "/scales/certified/kind", "kind must be levels, number, yesno or choice, not \"yes-no\"; did you mean \"yesno\"?"},
    {"{\"kind\": \"yesno\"}", "{\"kind\": \"yesno\", @\"levels\": []}", DOC, "/scales/certified/levels", "\"levels\" belongs to scales of the kind \"levels\", not \"yesno\""},
    {"{\"kind\": \"yesno\"}", "{\"kind\": \"yesno\", @\"units\": 1}", DOC, "/scales/certified/units", "did you mean \"unit\"?"},
    {"\"worst\": 30, \"best\": 5}", "\"worst\": 30, \"best\": 5}, @\"reversed\": true", DOC, "/scales/lead-time/reversed", "belongs to"},
    {"[{}, {}, {}]", "@[{}]", VALUE, "/scales/worse/levels", "levels must have 2 to 101 elements"},
    {"[{}, {}, {}]", "@{}", DOC, "/scales/worse/levels", "levels must be an array, not an object"},
    {"{\"kind\": \"levels\", \"levels\": [{}, {}, {}], \"reversed\": true}", "@{\"kind\": \"levels\"}", DOC, "/scales/worse", "\"levels\" is missing"},
    {"[{}, {}, {}]", "[{}, @5, {}]", DOC, "/scales/worse/levels/1", "an element of levels must be an object, not 5"},
    {"[{}, {}, {}]", "[{}, {@\"point\": 5}, {}]", DOC, "/scales/worse/levels/1/point", "did you mean \"points\"?"},
    {"\"id\": \"full\"", "\"id\": @\"absent\"", RAPPORT_DUPLICATE, "/scales/maturity/levels/2/id", "the id \"absent\" is taken"},
    {"\"id\": \"full\"", "\"id\": @\"dont-know\"", VALUE, "/scales/maturity/levels/2/id", "\"dont-know\" means that there is no answer"},
    {"\"id\": \"full\"", "\"id\": @\"Full\"", VALUE, "/scales/maturity/levels/2/id", "is no id"},
    {"\"label\": \"Agreed\"", "\"label\": @3", DOC, "/scales/maturity/levels/1/label", "label must be a string"},
    {"\"reversed\": true", "\"reversed\": @1", DOC, "/scales/worse/reversed", "reversed must be true or false, not 1"},
    {"{\"points\": 100}]", "{\"points\": 100}], \"reversed\": @true", VALUE, "/scales/own/reversed", "cannot be reversed"},
    {"[{\"points\": 0}, {\"points\": 30}", "@[{\"points\": 0}, {}", VALUE, "/scales/own/levels", "every level has points, or none"},
    {"[{\"points\": 0}", "@[{}", VALUE, "/scales/own/levels", "every level has points, or none"},
    {"[{\"points\": 0}, {\"points\": 30}, {\"points\": 100}]", "@[{\"points\": 0}, {\"points\": 30}, {\"points\": 20}]", VALUE, "/scales/own/levels", "rise or fall all the way"},
    {"{\"points\": 30}", "{\"points\": @101}", VALUE, "/scales/own/levels/1/points", "a number from 0 to 100, not 101"},
    {"{\"points\": 30}", "{\"points\": @\"30\"}", DOC, "/scales/own/levels/1/points", "must be a number"},
    {"\"unit\": \"%\"", "\"unit\": @\"\"", VALUE, "/scales/on-time/unit", "must not be empty"},
    {"\"unit\": \"%\"", "\"unit\": @{\"en\": \"%\"}", DOC, "/scales/on-time/unit", "unit must be a string"},
    {"{\"kind\": \"number\", \"linear\": {\"worst\": 30, \"best\": 5}}", "@{\"kind\": \"number\"}", DOC, "/scales/lead-time", "exactly one of"},
    {"{\"kind\": \"number\", \"linear\": {\"worst\": 30, \"best\": 5}}",
     "@{\"kind\": \"number\", \"points\": [[0, 1], [1, 1]], \"linear\": {\"worst\": 30, \"best\": 5}}", DOC, "/scales/lead-time", "exactly one of"},
    {"[[80, 0], [95, 80], [100, 100]]", "@[[80, 0]]", VALUE, "/scales/on-time/points", "points must have 2 to 16 elements"},
    {"[[80, 0], ", "[[80, 0], @[90], ", VALUE, "/scales/on-time/points/1", "must have 2 elements"},
    {"[[80, 0], ", "[[80, 0], @8, ", DOC, "/scales/on-time/points/1", "must be an array, not 8"},
    {"[95, 80]", "[@80, 80]", VALUE, "/scales/on-time/points/1/0", "rise strictly"},
    {"[95, 80]", "[95, @-80]", VALUE, "/scales/on-time/points/1/1", "a number from 0 to 100, not -80"},
    {"[95, 80]", "[@\"95\", 80]", DOC, "/scales/on-time/points/1/0", "an element of points must be a number"},
    {"{\"worst\": 30, \"best\": 5}", "@{\"worst\": 30}", DOC, "/scales/lead-time/linear", "\"best\" is missing"},
    {"{\"worst\": 30, \"best\": 5}", "@{\"worst\": 30, \"best\": 30}", VALUE, "/scales/lead-time/linear", "must differ"},
    {"{\"worst\": 30, \"best\": 5}", "{\"worst\": 30, \"best\": 5, @\"rho\": 1}", DOC, "/scales/lead-time/linear/rho", "unknown key"},
    {"{\"worst\": 30, \"best\": 5}", "{\"worst\": @[30], \"best\": 5}", DOC, "/scales/lead-time/linear/worst", "must be a number"},
    {"{\"zero_below\": 0, \"full_from\": 10,", "@{\"zero_below\": 10, \"full_from\": 10,", VALUE, "/scales/stock/range", "zero_below < full_from"},
    {"{\"zero_below\": 0, \"full_from\": 10,", "@{\"zero_below\": 0, \"full_from\": 21,", VALUE, "/scales/stock/range", "full_from <= full_to"},
    {"{\"zero_below\": 0, \"full_from\": 10, \"full_to\": 20, \"zero_above\": 40}", "@{\"zero_below\": 0, \"full_from\": 10, \"full_to\": 20, \"zero_above\": 20}",
     VALUE, "/scales/stock/range", "full_to < zero_above"},
    {"\"zero_below\": 0, ", "", DOC, "/scales/stock/range", "\"zero_below\" is missing"},
    {"\"rho\": 4", "\"rho\": @0", VALUE, "/scales/growth/exponential/rho", "rho must not be 0"},
    {", \"rho\": 4", "", DOC, "/scales/growth/exponential", "\"rho\" is missing"},
    {"{\"worst\": 0, \"best\": 10, ", "@{\"worst\": 10, \"best\": 10, ", VALUE, "/scales/growth/exponential", "must differ"},
    {"\"kind\": \"choice\", \"choices\": [{\"id\": \"local\", \"points\": 100}, {\"id\": \"far\", \"points\": 40}]", "\"kind\": \"choice\"", DOC, "/scales/region", "\"choices\" is missing"},
    {"[{\"id\": \"local\", \"points\": 100}, {\"id\": \"far\", \"points\": 40}]", "@[]", VALUE, "/scales/region/choices", "1 to 256 elements"},
    {"{\"id\": \"far\", \"points\": 40}", "@{\"points\": 40}", DOC, "/scales/region/choices/1", "\"id\" is missing"},
    {"{\"id\": \"far\", \"points\": 40}", "@{\"id\": \"far\"}", DOC, "/scales/region/choices/1", "\"points\" is missing"},
    {"\"id\": \"far\"", "\"id\": @\"local\"", RAPPORT_DUPLICATE, "/scales/region/choices/1/id", "the id \"local\" is taken"},
    {"\"id\": \"far\"", "\"id\": @\"declined\"", VALUE, "/scales/region/choices/1/id", "means that there is no answer"},
    {"\"id\": \"far\"", "\"id\": @\"n/a\"", VALUE, "/scales/region/choices/1/id", "\"n/a\" is no id"},
    {"\"points\": 40", "\"points\": @100.001", VALUE, "/scales/region/choices/1/points", "not 100.001"},
    /* nodes */
    {"{\"id\": \"site\", \"scale\": \"region\"}", "@{\"scale\": \"region\"}", DOC, "/criteria/3", "\"id\" is missing"},
    {"{\"id\": \"site\", \"scale\": \"region\"}", "@\"site\"", DOC, "/criteria/3", "an element of criteria must be an object, not \"site\""},
    {"{\"id\": \"site\", \"scale\": \"region\"}", "@{\"id\": \"site\"}", DOC, "/criteria/3", "exactly one of \"criteria\" (a group) and \"scale\""},
    {"\"id\": \"integrity\"", "\"id\": @\"openness\"", RAPPORT_DUPLICATE, "/criteria/0/criteria/1/id", "the id \"openness\" is taken"},
    {"\"id\": \"site\"", "\"id\": @\"x\"", VALUE, "/criteria/3/id", "is no id"},
    {"\"id\": \"site\"", "\"id\": @null", DOC, "/criteria/3/id", "id must be a string, not null"},
    {"\"weight\": 7", "@\"wieght\": 7", DOC, "/criteria/0/criteria/0/wieght", "unknown key \"wieght\"; did you mean \"weight\"?"},
    {"\"weight\": 7", "\"weight\": @-1", VALUE, "/criteria/0/criteria/0/weight", "0 or a number from 1e-12 to 1e12, not -1"},
    {"\"weight\": 7", "\"weight\": @9.9e-13", VALUE, "/criteria/0/criteria/0/weight", "not 9.9e-13"},
    {"\"weight\": 7", "\"weight\": @1000000000001", VALUE, "/criteria/0/criteria/0/weight", "not 1000000000001"},
    {"\"weight\": 7", "\"weight\": @\"heavy\"", DOC, "/criteria/0/criteria/0/weight", "weight must be a number, not \"heavy\""},
    {"\"informational\": true", "\"informational\": @1", DOC, "/criteria/2/informational", "must be true or false, not 1"},
    {"\"target\": 75", "\"target\": @175", VALUE, "/criteria/0/criteria/0/target", "not 175"},
    {"\"power\": \"min\"", "\"power\": @\"least\"", DOC, "/criteria/0/power", "\"min\" or \"max\", not \"least\""},
    {"\"power\": \"min\"", "@\"together\": \"min\"", DOC, "/criteria/0/together", "\"together\" belongs to criteria, not to groups"},
    {"\"power\": \"min\"", "@\"anchors\": []", DOC, "/criteria/0/anchors", "belongs to criteria"},
    {"\"together\": \"min\"", "@\"power\": 1", DOC, "/criteria/0/criteria/0/power", "\"power\" belongs to groups, not to criteria"},
    {"\"together\": \"min\"", "\"together\": @\"least\"", VALUE, "/criteria/0/criteria/0/together", "mean, min or max, not \"least\""},
    {"\"scale\": \"maturity\"", "\"scale\": @\"maturiti\"", RAPPORT_NOT_FOUND, "/criteria/0/criteria/0/scale", "there is no scale \"maturiti\"; did you mean \"maturity\"?"},
    {"\"scale\": \"maturity\"", "\"scale\": @{\"kind\": \"yesno\"}", DOC, "/criteria/0/criteria/0/scale", "scale must be a string"},
    {"[\"one\", {\"en\": \"two\"}, \"three\"]", "@[\"one\", \"two\"]", VALUE, "/criteria/0/criteria/0/anchors", "one anchor for each level"},
    {"[\"one\", {\"en\": \"two\"}, \"three\"]", "[\"one\", @2, \"three\"]", DOC, "/criteria/0/criteria/0/anchors/1", "an element of anchors must be a string"},
    {"[\"one\", {\"en\": \"two\"}, \"three\"]", "@\"one\"", DOC, "/criteria/0/criteria/0/anchors", "anchors must be an array"},
    {"\"scale\": \"region\"", "\"scale\": \"region\", \"anchors\": @[\"a\", \"b\"]", VALUE, "/criteria/3/anchors", "only a criterion on a scale of levels"},
    {"\"id\": \"delivery\",", "\"id\": \"delivery\", \"criteria\": [],", DOC, "/criteria/1", "exactly one of"},
    {"\"weight\": 10, \"scale\": \"on-time\"", "\"weight\": 10, \"criteria\": @[]", VALUE, "/criteria/1/criteria", "criteria must not be empty"},
    {"\"weight\": 10, \"scale\": \"on-time\"", "\"weight\": 10, \"criteria\": @{}", DOC, "/criteria/1/criteria", "criteria must be an array"},
    {"\"weight\": 10, \"scale\": \"on-time\"", "\"criteria\": @[{\"id\": \"d\", \"scale\": \"own\", \"weight\": 0}]", VALUE, "/criteria/1/criteria", "must count"},
    {"\"weight\": 10, \"scale\": \"on-time\"", "\"criteria\": @[{\"id\": \"d\", \"scale\": \"own\", \"informational\": true}]", VALUE, "/criteria/1/criteria", "must count"},
    /* gates */
    {"\"gates\": [", "\"gates\": @5, \"x\": [", DOC, "/gates", "gates must be an array, not 5"},
    {"{\"id\": \"overload\", ", "@{", DOC, "/gates/2", "\"id\" is missing"},
    {"{\"id\": \"overload\", \"measure\": \"burden-overload\", \"above\": 1.5, \"effect\": \"flag\"}", "@{\"id\": \"overload\", \"measure\": \"balance\", \"above\": 1}", DOC, "/gates/2", "\"effect\" is missing"},
    {"\"id\": \"overload\"", "\"id\": @\"loss\"", RAPPORT_DUPLICATE, "/gates/2/id", "the id \"loss\" is taken"},
    {"\"id\": \"overload\"", "\"id\": @\"Loss\"", VALUE, "/gates/2/id", "is no id"},
    {"\"effect\": \"flag\"", "\"effect\": @\"flags\"", VALUE, "/gates/2/effect", "fail, cap or flag, not \"flags\"; did you mean \"flag\"?"},
    {"\"effect\": \"flag\"", "\"effect\": \"flag\", @\"cap\": 5", DOC, "/gates/2/cap", "only a gate with the effect \"cap\""},
    {"\"effect\": \"cap\", \"cap\": 54", "\"effect\": \"cap\"", DOC, "/gates/1", "\"cap\" is missing"},
    {"\"cap\": 54", "\"cap\": @-54", VALUE, "/gates/1/cap", "not -54"},
    {"\"node\": \"integrity\"", "\"node\": @\"integritty\"", RAPPORT_NOT_FOUND, "/gates/0/node", "there is no group or criterion \"integritty\"; did you mean \"integrity\"?"},
    {"\"node\": \"integrity\"", "\"node\": @4", DOC, "/gates/0/node", "node must be a string"},
    {"\"node\": \"integrity\"", "\"node\": \"integrity\", \"measure\": \"balance\"", DOC, "/gates/0", "exactly one of \"node\" and \"measure\""},
    {"\"measure\": \"burden-overload\", ", "", DOC, "/gates/2", "exactly one of \"node\" and \"measure\""},
    {"\"below\": 12.5", "\"below\": @112.5", VALUE, "/gates/0/below", "not 112.5"},
    {"\"below\": 12.5, ", "", DOC, "/gates/0", "\"below\" is missing"},
    {"\"below\": 12.5", "@\"above\": 12.5", DOC, "/gates/0/above", "takes \"below\", not \"above\""},
    {"\"below\": 12.5", "\"below\": 12.5, @\"above\": 12.5", DOC, "/gates/0/above", "takes \"below\""},
    {"\"view\": \"all\"", "\"view\": @\"every\"", VALUE, "/gates/0/view", "any, all or joint, not \"every\""},
    {"\"measure\": \"burden-overload\"", "\"measure\": @\"burden-overlaod\"", VALUE, "/gates/2/measure", "did you mean \"burden-overload\"?"},
    {"\"above\": 1.5", "\"above\": 1.5, \"below\": 1", DOC, "/gates/2", "exactly one of \"below\" and \"above\""},
    {"\"above\": 1.5, ", "", DOC, "/gates/2", "exactly one of \"below\" and \"above\""},
    {"\"above\": 1.5", "\"above\": @\"much\"", DOC, "/gates/2/above", "above must be a number"},
    {"\"above\": 1.5", "\"above\": 1.5, @\"view\": \"any\"", DOC, "/gates/2/view", "only the measure \"net-benefit\""},
    {"\"view\": \"any\"", "\"view\": @\"joint\"", VALUE, "/gates/1/view", "not \"joint\""},
    /* bands */
    {"{\"id\": \"low\", \"title\": \"Low\", \"from\": 0}", "@{\"id\": \"low\"}", DOC, "/bands/0", "\"from\" is missing"},
    {"\"from\": 0", "\"from\": @1", VALUE, "/bands/0/from", "the first band must begin at 0"},
    {"\"from\": 0", "\"from\": 0, @\"requires\": {}", DOC, "/bands/0/requires", "the first band can require nothing"},
    {"\"from\": 55", "\"from\": @0", VALUE, "/bands/1/from", "must begin above the one before it"},
    {"\"from\": 55", "\"from\": @101", VALUE, "/bands/1/from", "not 101"},
    {"\"from\": 55", "\"from\": @\"55\"", DOC, "/bands/1/from", "from must be a number"},
    {"\"id\": \"high\"", "\"id\": @\"low\"", RAPPORT_DUPLICATE, "/bands/1/id", "the id \"low\" is taken"},
    {"\"every_group\": 70", "\"every_group\": @170", VALUE, "/bands/1/requires/every_group", "not 170"},
    {"\"weakest_party\": 75", "\"weakest_party\": @-1", VALUE, "/bands/1/requires/weakest_party", "not -1"},
    {"\"balance\": 0.8", "\"balance\": @80", VALUE, "/bands/1/requires/balance", "a number from 0 to 1, not 80"},
    {"\"coverage\": 0.9", "\"coverage\": @90", VALUE, "/bands/1/requires/coverage", "not 90"},
    {"\"no_undecided_gates\": true", "\"no_undecided_gates\": @1", DOC, "/bands/1/requires/no_undecided_gates", "true or false"},
    {"\"coverage\": 0.9", "@\"coverrage\": 0.9", DOC, "/bands/1/requires/coverrage", "did you mean \"coverage\"?"},
    /* overlays */
    {"\"supplier\":", "@\"Supplier\":", VALUE, "/overlays/Supplier", "is no id"},
    {"\"weights\": {\"delivery\": 1.5, \"trust\": 0.5}", "\"weights\": @[]", DOC, "/overlays/supplier/weights", "weights must be an object"},
    {"\"delivery\": 1.5", "@\"delivry\": 1.5", RAPPORT_NOT_FOUND, "/overlays/supplier/weights/delivry", "there is no group or criterion \"delivry\"; did you mean \"delivery\"?"},
    {"\"delivery\": 1.5", "\"delivery\": @-1.5", VALUE, "/overlays/supplier/weights/delivery", "not -1.5"},
    {"\"delivery\": 1.5", "\"delivery\": @1e12", VALUE, "/overlays/supplier/weights/delivery", "the weight times this factor"},
    {"\"openness\": 100", "\"openness\": @101", VALUE, "/overlays/supplier/targets/openness", "not 101"},
    {"\"openness\": 100", "@\"opennes\": 100", RAPPORT_NOT_FOUND, "/overlays/supplier/targets/opennes", "did you mean \"openness\"?"},
    {"\"targets\":", "@\"target\":", DOC, "/overlays/supplier/target", "did you mean \"targets\"?"},
};

static void what_the_format_forbids_is_refused_with_its_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(refused); i++) {
        bent made = bend_text(good, refused[i].old, refused[i].new);
        rapport_model *model = (rapport_model *)&model;
        rapport_error error, problems[4];
        uint32_t count = 0;
        expect_error(&refused[i], &made, rapport_model_read(made.text, -1, NULL, &model, &error), &error);
        assert_null(model);
        assert_ok(rapport_model_check(made.text, -1, NULL, problems, 4, &count));
        assert_in_range(count, 1, 20);
        expect_error(&refused[i], &made, problems[0].status, &problems[0]);
        free(made.text);
    }
}

/* A scale that is broken breaks every criterion on it, and so on; only the cause is told. */
static void consequences_are_not_reported(void **state)
{
    static const struct {
        const char *old, *new, *path;
    } causes[] = {
        {"\"kind\": \"levels\", \"title\"", "\"kind\": \"level\", \"title\"", "/scales/maturity/kind"},
        {"\"weight\": 7", "\"weight\": -7", "/criteria/0/criteria/0/weight"},
        {"\"id\": \"trust\", \"weight\": 20", "\"id\": \"trust\", \"weight\": -20", "/criteria/0/weight"},
        {"\"id\": \"delivery\", \"weight\": 10", "\"id\": \"delivery\", \"weight\": \"a\"", "/criteria/1/weight"},
        {"\"title\": \"Low\"", "\"title\": 5", "/bands/0/title"},
        {"\"from\": 0", "\"from\": \"0\"", "/bands/0/from"},
        {"\"id\": \"review\"", "\"id\": 5", "/id"},
        {"\"version\"", "\"versoin\"", "/versoin"}, /* a key that is misspelt is not missing too */
        {"\"bands\"", "\"bnads\"", "/bnads"},
        {"\"scale\": \"maturity\"", "\"scael\": \"maturity\"", "/criteria/0/criteria/0/scael"},
        {"\"cap\": 54", "\"caps\": 54", "/gates/1/caps"},
        {"\"below\": 12.5", "\"bellow\": 12.5", "/gates/0/bellow"},
        {"\"above\": 1.5", "\"abvoe\": 1.5", "/gates/2/abvoe"},
        {"\"measure\": \"burden-overload\"", "\"mesure\": \"burden-overload\"", "/gates/2/mesure"},
        {"\"levels\": [{}, {}, {}]", "\"level\": [{}, {}, {}]", "/scales/worse/level"},
        {"\"choices\"", "\"choises\"", "/scales/region/choises"},
        {"\"linear\"", "\"lineal\"", "/scales/lead-time/lineal"},
        {"\"rho\": 4", "\"roh\": 4", "/scales/growth/exponential/roh"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(causes); i++) {
        bent made = bend_text(good, causes[i].old, causes[i].new);
        rapport_error problem;
        uint32_t count;
        assert_ok(rapport_model_check(made.text, -1, NULL, &problem, 1, &count));
        assert_string_equal(problem.path, causes[i].path);
        assert_int_equal(count, 1);
        free(made.text);
    }
}

static const char wrong[] =
    "{ \"format\": \"rapport-model/1\", \"id\": \"Wrong\", \"version\": \"1\",\n"
    "  \"bands\": [{\"id\": \"b\", \"from\": 3}],\n"
    "  \"gates\": [{\"id\": \"g\", \"node\": \"nobody\", \"below\": 5, \"effect\": \"stop\"}],\n"
    "  \"criteria\": [\n"
    "    {\"id\": \"é\", \"scale\": \"s\", \"weigth\": 2},\n"
    "    {\"id\": \"a\", \"scale\": \"s\"}, {\"id\": \"a\", \"scale\": \"t\"}],\n"
    "  \"scales\": {\"s\": {\"kind\": \"yesno\", \"unit\": 1}} }\n";

static const struct {
    uint32_t line, column;
    const char *path;
} wrongs[] = {{1, 38, "/id"},
              {2, 33, "/bands/0/from"},
              {3, 33, "/gates/0/node"},
              {3, 65, "/gates/0/effect"},
              {5, 12, "/criteria/0/id"},
              {5, 31, "/criteria/0/weigth"},
              {6, 39, "/criteria/2/id"},
              {6, 53, "/criteria/2/scale"},
              {7, 37, "/scales/s/unit"}};

static void every_problem_is_reported_in_the_order_of_the_document(void **state)
{
    rapport_error problems[COUNT(wrongs) + 1];
    uint32_t count;
    (void)state;
    assert_ok(rapport_model_check(wrong, -1, NULL, problems, COUNT(wrongs) + 1, &count));
    assert_int_equal(count, COUNT(wrongs));
    for (size_t i = 0; i < COUNT(wrongs); i++) {
        assert_string_equal(problems[i].path, wrongs[i].path);
        assert_int_equal(problems[i].line, wrongs[i].line);
        assert_int_equal(problems[i].column, wrongs[i].column);
    }
}

static void a_small_capacity_keeps_the_first_problems_and_counts_all(void **state)
{
    (void)state;
    for (uint32_t capacity = 0; capacity < COUNT(wrongs); capacity++) {
        rapport_error problems[COUNT(wrongs)];
        uint32_t count;
        memset(problems, 0x55, sizeof problems);
        assert_ok(rapport_model_check(wrong, -1, NULL, capacity ? problems : NULL, capacity, &count));
        assert_int_equal(count, COUNT(wrongs));
        for (uint32_t i = 0; i < capacity; i++)
            assert_string_equal(problems[i].path, wrongs[i].path);
        assert_int_equal(problems[capacity].line, 0x55555555);
    }
}

static void what_only_the_whole_shows_is_placed_in_the_document(void **state)
{
    bent made = bend_text(good, "\"delivery\": 1.5, \"trust\": 0.5}, \"targets\"", "\"openness\": 0, \"integrity\": 0}, \"targets\"");
    rapport_error problem;
    uint32_t count;
    (void)state;
    assert_ok(rapport_model_check(made.text, -1, NULL, &problem, 1, &count));
    assert_int_equal(count, 1);
    assert_string_equal(problem.path, "/overlays/supplier/weights");
    assert_int_equal(problem.line, 33);
    free(made.text);
}

/* `depth` groups inside each other, and a criterion. */
static char *nested(uint32_t depth)
{
    size_t room = 400 + depth * 40;
    char *text = malloc(room), *at = text;
    at += snprintf(at, room, "{\"format\": \"rapport-model/1\", \"id\": \"n\", \"version\": \"1\", \"bands\": [{\"id\": \"b\", \"from\": 0}],\n"
                             "\"scales\": {\"s\": {\"kind\": \"yesno\"}}, \"criteria\": [");
    for (uint32_t i = 0; i < depth; i++)
        at += snprintf(at, room - (size_t)(at - text), "\n{\"id\": \"g%u\", \"criteria\": [", i);
    at += snprintf(at, room - (size_t)(at - text), "{\"id\": \"c\", \"scale\": \"s\"}");
    for (uint32_t i = 0; i < depth; i++)
        at += snprintf(at, room - (size_t)(at - text), "]}");
    snprintf(at, room - (size_t)(at - text), "]}");
    return text;
}

static void groups_nest_32_deep_and_no_deeper(void **state)
{
    char *deep = nested(RAPPORT_MAX_DEPTH), *deeper = nested(RAPPORT_MAX_DEPTH + 1), *deepest = nested(55), *too_deep = nested(5000);
    rapport_model *model = read_good(deep);
    rapport_error error, problems[4];
    char path[480] = "";
    uint32_t count;
    (void)state;
    assert_int_equal(node_of(model, "c").depth, RAPPORT_MAX_DEPTH + 1);
    rapport_model_destroy(model);
    for (uint32_t i = 0; i <= RAPPORT_MAX_DEPTH; i++)
        strcat(path, "/criteria/0");
    assert_int_equal(rapport_model_read(deeper, -1, NULL, &model, &error), RAPPORT_LIMIT);
    assert_string_equal(error.path, path);
    assert_int_equal(error.line, 2 + RAPPORT_MAX_DEPTH + 1);
    assert_int_equal(error.column, 1);
    assert_non_null(strstr(error.message, "32 deep"));
    assert_ok(rapport_model_check(deepest, -1, NULL, problems, 4, &count));
    assert_int_equal(count, 1); /* not one more for each group below */
    assert_int_equal(rapport_model_read(too_deep, -1, NULL, &model, &error), RAPPORT_LIMIT);
    free(deep);
    free(deeper);
    free(deepest);
    free(too_deep);
}

/* A model of `count` criteria on one scale. */
static char *wide(uint32_t count)
{
    size_t room = 400 + count * 40;
    char *text = malloc(room), *at = text;
    at += snprintf(at, room, "{\"format\": \"rapport-model/1\", \"id\": \"n\", \"version\": \"1\", \"bands\": [{\"id\": \"b\", \"from\": 0}],"
                             "\"scales\": {\"s\": {\"kind\": \"yesno\"}}, \"criteria\": [");
    for (uint32_t i = 0; i < count; i++)
        at += snprintf(at, room - (size_t)(at - text), "%s{\"id\": \"c%u\", \"scale\": \"s\"}", i ? "," : "", i);
    snprintf(at, room - (size_t)(at - text), "]}");
    return text;
}

static void a_model_has_as_many_nodes_as_documented(void **state)
{
    char *full = wide(RAPPORT_MAX_NODES - 1), *over = wide(RAPPORT_MAX_NODES + 5);
    rapport_model *model = read_good(full);
    rapport_error error;
    char path[32];
    uint32_t count;
    (void)state;
    snprintf(path, sizeof path, "/criteria/%d", RAPPORT_MAX_NODES - 1);
    assert_int_equal(rapport_model_count_nodes(model), RAPPORT_MAX_NODES);
    rapport_model_destroy(model);
    assert_int_equal(rapport_model_read(over, -1, NULL, &model, &error), RAPPORT_LIMIT);
    assert_string_equal(error.path, path);
    assert_ok(rapport_model_check(over, -1, NULL, &error, 1, &count));
    assert_int_equal(count, 1);
    free(full);
    free(over);
}

static void what_is_no_object_is_no_model(void **state)
{
    static const struct {
        const char *text;
        rapport_status status;
        const char *message;
    } texts[] = {{"", RAPPORT_BAD_SYNTAX, ""},
                 {"nonsense", RAPPORT_BAD_SYNTAX, ""},
                 {"[]", RAPPORT_BAD_DOCUMENT, "the document must be an object, not an array"},
                 {"\"rapport-model/1\"", RAPPORT_BAD_DOCUMENT, "must be an object, not \"rapport-model/1\""},
                 {"null", RAPPORT_BAD_DOCUMENT, "must be an object, not null"},
                 {"{}", RAPPORT_BAD_DOCUMENT, "\"format\" is missing"},
                 {"{\"format\": \"rapport-model/1\"} x", RAPPORT_BAD_SYNTAX, ""}};
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        rapport_model *model;
        rapport_error error;
        uint32_t count;
        assert_int_equal(rapport_model_read(texts[i].text, -1, NULL, &model, &error), texts[i].status);
        assert_non_null(strstr(error.message, texts[i].message));
        assert_int_equal(error.line, 1);
        assert_null(model);
        assert_ok(rapport_model_check(texts[i].text, -1, NULL, &error, 1, &count));
        assert_int_equal(error.status, texts[i].status);
        assert_in_range(count, 1, 5);
    }
}

static void a_document_of_another_format_has_no_other_problem(void **state)
{
    rapport_error problem;
    uint32_t count;
    (void)state;
    assert_ok(rapport_model_check("{\"partnership\": 1, \"format\": \"rapport-model/2\", \"colour\": 1}", -1, NULL, &problem, 1, &count));
    assert_int_equal(count, 1);
    assert_string_equal(problem.path, "/format");
}

typedef struct text_out {
    char *text;
    size_t used, room;
} text_out;

static int32_t keep_text(void *user, const char *text, int64_t length)
{
    text_out *out = user;
    if (out->used + (size_t)length + 1 > out->room)
        out->text = realloc(out->text, out->room = 2 * (out->used + (size_t)length + 1));
    memcpy(out->text + out->used, text, (size_t)length);
    out->text[out->used += (size_t)length] = '\0';
    return 0;
}

static void what_the_host_keeps_under_x_is_kept(void **state)
{
    static const char *const places[][2] = {
        {"\"id\": \"review\"", "\"id\": \"review\", \"x\": {\"here\": 1}"},
        {"\"title\": {\"en\"", "\"title\": {\"x\": {\"here\": 1}, \"en\""},
        {"\"scales\": {", "\"scales\": {\"x\": {\"here\": 1},"},
        {"\"kind\": \"yesno\"", "\"kind\": \"yesno\", \"x\": {\"here\": 1}"},
        {"\"id\": \"full\"", "\"id\": \"full\", \"x\": {\"here\": 1}"},
        {"\"best\": 5", "\"best\": 5, \"x\": {\"here\": 1}"},
        {"\"zero_above\": 40", "\"zero_above\": 40, \"x\": {\"here\": 1}"},
        {"\"rho\": 4", "\"rho\": 4, \"x\": {\"here\": 1}"},
        {"\"points\": 40", "\"points\": 40, \"x\": {\"here\": 1}"},
        {"\"id\": \"openness\"", "\"id\": \"openness\", \"x\": {\"here\": 1}"},
        {"\"id\": \"breach\"", "\"id\": \"breach\", \"x\": {\"here\": 1}"},
        {"\"id\": \"low\"", "\"id\": \"low\", \"x\": {\"here\": 1}"},
        {"\"every_group\": 70", "\"every_group\": 70, \"x\": {\"here\": 1}"},
        {"\"overlays\": {", "\"overlays\": {\"x\": {\"here\": 1},"},
        {"\"delivery\": 1.5", "\"delivery\": 1.5, \"x\": {\"here\": 1}"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(places); i++) {
        bent made = bend_text(good, places[i][0], places[i][1]);
        rapport_model *model = read_good(made.text), *again;
        text_out first = {NULL, 0, 0}, second = {NULL, 0, 0};
        assert_ok(rapport_model_write(model, keep_text, &first));
        if (!strstr(first.text, "\"x\":{\"here\":1}"))
            fail_msg("not kept: %s", places[i][1]);
        again = read_good(first.text);
        assert_ok(rapport_model_write(again, keep_text, &second));
        assert_string_equal(first.text, second.text);
        rapport_model_destroy(model);
        rapport_model_destroy(again);
        free(first.text);
        free(second.text);
        free(made.text);
    }
}

static void what_is_left_out_means_the_default(void **state)
{
    static const char bare[] = "{\"format\":\"rapport-model/1\",\"id\":\"m\",\"version\":\"1\",\"bands\":[{\"id\":\"b\",\"from\":0}],"
                               "\"scales\":{\"s\":{\"kind\":\"levels\",\"levels\":[{},{}]}},\"criteria\":[{\"id\":\"g\",\"criteria\":[{\"id\":\"c\",\"scale\":\"s\"}]}]}";
    static const char full[] = "{\"format\":\"rapport-model/1\",\"id\":\"m\",\"version\":\"1\",\"bands\":[{\"id\":\"b\",\"from\":0}],"
                               "\"missing\":\"exclude\",\"minimum_coverage\":1,\"anonymity_floor\":1,\"power\":1,\"target\":75,\"gates\":[],\"overlays\":{},"
                               "\"scales\":{\"s\":{\"kind\":\"levels\",\"reversed\":false,\"levels\":[{},{}]}},\"criteria\":[{\"id\":\"g\",\"weight\":1,\"power\":1,"
                               "\"informational\":false,\"criteria\":[{\"id\":\"c\",\"weight\":1,\"together\":\"mean\",\"scale\":\"s\"}]}]}";
    rapport_model *a = read_good(bare), *b = read_good(full);
    (void)state;
    assert_string_equal(rapport_model_document(a), rapport_model_document(b));
    rapport_model_destroy(a);
    rapport_model_destroy(b);
}

static void arguments_are_checked(void **state)
{
    rapport_model *model;
    rapport_allocator none = {0};
    rapport_error error;
    uint32_t count;
    (void)state;
    assert_int_equal(rapport_model_read(good, -1, NULL, NULL, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_read(NULL, -1, NULL, &model, &error), RAPPORT_BAD_ARGUMENT);
    assert_null(model);
    assert_int_equal(rapport_model_read(good, -1, &none, &model, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_read("", -1, NULL, &model, NULL), RAPPORT_BAD_SYNTAX);
    assert_int_equal(rapport_model_check(good, -1, NULL, NULL, 1, &count), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_check(good, -1, NULL, &error, 1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_check(NULL, -1, NULL, &error, 1, &count), RAPPORT_BAD_ARGUMENT);
    assert_ok(rapport_model_check(good, (int64_t)strlen(good), NULL, NULL, 0, &count));
    assert_int_equal(count, 0);
    assert_int_equal(rapport_model_read(good, (int64_t)strlen(good) - 3, NULL, &model, &error), RAPPORT_BAD_SYNTAX);
}

static rapport_status read_with(const rapport_allocator *memory)
{
    bent made = bend_text(good, "\"id\": \"openness\"", "\"id\": \"openness\", \"x\": {\"here\": 1}");
    rapport_model *model;
    rapport_status status = rapport_model_read(made.text, -1, memory, &model, NULL);
    assert_true((status != RAPPORT_OK) == (model == NULL));
    rapport_model_destroy(model);
    free(made.text);
    return status;
}

static rapport_status check_with(const rapport_allocator *memory)
{
    bent made = bend_text(good, "\"id\": \"delivery\", \"weight\": 10, \"scale\": \"on-time\"",
                          "\"id\": \"delivery\", \"criteria\": [{\"id\": \"zero\", \"weight\": 0, \"scale\": \"on-time\"}]");
    rapport_error problem;
    uint32_t count;
    rapport_status status = rapport_model_check(made.text, -1, memory, &problem, 1, &count);
    assert_int_equal(count, status ? 0 : 1);
    free(made.text);
    return status;
}

static void want_of_memory_is_survived(void **state)
{
    (void)state;
    assert_in_range(tk_exhaust_memory(read_with), 20, 100000);
    assert_in_range(tk_exhaust_memory(check_with), 20, 100000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(settings_reach_the_model),
        cmocka_unit_test(nodes_reach_the_model),
        cmocka_unit_test(scales_reach_the_model),
        cmocka_unit_test(gates_and_bands_reach_the_model),
        cmocka_unit_test(overlays_reach_the_model),
        cmocka_unit_test(what_the_format_allows_is_read),
        cmocka_unit_test(what_the_format_forbids_is_refused_with_its_place),
        cmocka_unit_test(consequences_are_not_reported),
        cmocka_unit_test(every_problem_is_reported_in_the_order_of_the_document),
        cmocka_unit_test(a_small_capacity_keeps_the_first_problems_and_counts_all),
        cmocka_unit_test(what_only_the_whole_shows_is_placed_in_the_document),
        cmocka_unit_test(groups_nest_32_deep_and_no_deeper),
        cmocka_unit_test(a_model_has_as_many_nodes_as_documented),
        cmocka_unit_test(what_is_no_object_is_no_model),
        cmocka_unit_test(a_document_of_another_format_has_no_other_problem),
        cmocka_unit_test(what_the_host_keeps_under_x_is_kept),
        cmocka_unit_test(what_is_left_out_means_the_default),
        cmocka_unit_test(arguments_are_checked),
        cmocka_unit_test(want_of_memory_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
