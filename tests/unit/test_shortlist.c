/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Candidates from their assessments: joint values as criteria, gates that knock out, what is missing as intervals. */
#include "ranking_kit.h"

/* Two groups 3 : 1; in the first trust and care 2 : 1, in the second price; and one criterion beside them, which only tells. */
static const char model_text[] =
    "{\"format\":\"rapport-model/1\",\"id\":\"m\",\"version\":\"1\",\"anonymity_floor\":1,"
    "\"scales\":{\"s\":{\"kind\":\"levels\",\"levels\":[{},{},{},{},{}]}},\"criteria\":["
    "{\"id\":\"ways\",\"weight\":3,\"criteria\":[{\"id\":\"trust\",\"weight\":2,\"scale\":\"s\",\"together\":\"min\"},"
    "{\"id\":\"care\",\"weight\":1,\"scale\":\"s\"}]},"
    "{\"id\":\"gain\",\"weight\":1,\"criteria\":[{\"id\":\"price\",\"scale\":\"s\"}]},"
    "{\"id\":\"aside\",\"informational\":true,\"scale\":\"s\"}],"
    "\"gates\":[{\"id\":\"no-trust\",\"node\":\"trust\",\"view\":\"any\",\"below\":12.5,\"effect\":\"fail\"},"
    "{\"id\":\"no-care\",\"node\":\"care\",\"view\":\"any\",\"below\":12.5,\"effect\":\"fail\"},"
    "{\"id\":\"dear\",\"node\":\"price\",\"view\":\"any\",\"below\":50,\"effect\":\"cap\",\"cap\":54}],"
    "\"bands\":[{\"id\":\"all\",\"from\":0}]}";

typedef struct rated {
    rapport_model *model;
    rapport_assessment *assessment;
    rapport_result *result;
} rated;

/* One party's levels of trust, care, price; 0 is no answer, -1 not applicable. */
static rated rate(const char *model, int trust, int care, int price)
{
    static const char *const ids[] = {"trust", "care", "price"};
    const int levels[] = {trust, care, price};
    uint32_t party, rater;
    rated r;
    assert_ok(rapport_model_read(model, -1, NULL, &r.model, NULL));
    assert_ok(rapport_assessment_create(r.model, "a", "A and B", "2026-01-01", NULL, &r.assessment, NULL));
    assert_ok(rapport_assessment_add_party(r.assessment, "us", 1, RAPPORT_VOICE_RATERS, &party, NULL));
    assert_ok(rapport_assessment_add_rater(r.assessment, party, "r", 1, &rater, NULL));
    for (int i = 0; i < 3; i++) {
        uint32_t node = rapport_model_find(r.model, ids[i]);
        if (levels[i] > 0)
            assert_ok(rapport_assessment_set_level(r.assessment, rater, node, (uint32_t)levels[i], NULL));
        else if (levels[i] < 0)
            assert_ok(rapport_assessment_set_state(r.assessment, rater, node, RAPPORT_NOT_APPLICABLE, NULL));
    }
    assert_ok(rapport_result_create(NULL, &r.result));
    assert_ok(rapport_result_compute(r.result, r.assessment, NULL));
    return r;
}

static void drop(rated r)
{
    rapport_result_destroy(r.result);
    rapport_assessment_destroy(r.assessment);
    rapport_model_destroy(r.model);
}

static rapport_candidates *nobody(void)
{
    rapport_candidates *m;
    assert_ok(rapport_candidates_create(NULL, &m, NULL));
    return m;
}

static void add(rapport_candidates *m, const char *id, uint32_t level, int trust, int care, int price)
{
    rated r = rate(model_text, trust, care, price);
    assert_ok(rapport_candidates_add_result(m, id, r.result, level, NULL));
    drop(r);
}

static rapport_candidates_value value_of(const rapport_candidates *m, uint32_t candidate, uint32_t criterion)
{
    rapport_candidates_value value = {.struct_size = sizeof value};
    assert_ok(rapport_candidates_get_value(m, candidate, criterion, &value));
    return value;
}

static void joint_values_become_the_matrix(void **state)
{
    (void)state;
    rapport_candidates *m = nobody();
    rapport_candidates_criterion c = {.struct_size = sizeof c};
    add(m, "north", 0, 5, 3, 2);
    add(m, "south", 0, 4, 4, 5);
    assert_int_equal(rapport_candidates_count_criteria(m), 3); /* not the one that only tells */
    assert_string_equal(rapport_candidates_criterion_id(m, 0), "trust");
    assert_ok(rapport_candidates_get_criterion(m, 0, &c));
    assert_close(c.weight, .5, 1e-15); /* 3/4 * 2/3 */
    assert_true(c.direction == RAPPORT_MAXIMIZE && c.has == RAPPORT_HAS_BOUNDS && c.lowest == 0 && c.highest == 100);
    assert_ok(rapport_candidates_get_criterion(m, 2, &c));
    assert_close(c.weight, .25, 1e-15);
    assert_true(value_of(m, 0, 0).low == 100 && value_of(m, 0, 1).low == 50 && value_of(m, 0, 2).low == 25);
    rapport_ranking *r = rank(m, RAPPORT_WSM); /* the joint score: .5 * 1 + .25 * .5 + .25 * .25, and .75 * .75 + .25 */
    static const double scores[] = {.6875, .8125};
    expect_values(r, RAPPORT_SCORE, scores, 1e-15);
    rapport_ranking_destroy(r);
    rapport_candidates_destroy(m);
}

static void any_level_can_be_the_criteria(void **state)
{
    (void)state;
    rapport_candidates *m = nobody();
    add(m, "north", 1, 5, 3, 2);
    assert_int_equal(rapport_candidates_count_criteria(m), 2);
    assert_string_equal(rapport_candidates_criterion_id(m, 1), "gain");
    assert_close(value_of(m, 0, 0).low, (2 * 100 + 50) / 3.0, 1e-12);
    assert_int_equal(rapport_candidates_level(m), 1);
    rapport_candidates_destroy(m);
    m = nobody();
    add(m, "north", 2, 5, 3, 2); /* the second level is that of the criteria here */
    assert_int_equal(rapport_candidates_count_criteria(m), 3);
    rapport_candidates_destroy(m);
}

static void gates_that_fail_knock_out(void **state)
{
    (void)state;
    rapport_candidates *m = nobody();
    add(m, "north", 0, 1, 1, 5);
    add(m, "south", 0, 1, 5, 5);
    add(m, "east", 0, 5, 5, 1); /* breaches a cap, which is no reason */
    assert_string_equal(rapport_candidates_excluded(m, 0), "no-trust, no-care");
    assert_string_equal(rapport_candidates_excluded(m, 1), "no-trust");
    assert_null(rapport_candidates_excluded(m, 2));
    rapport_candidates_destroy(m);
}

static void what_is_missing_is_an_interval(void **state)
{
    (void)state;
    rapport_candidates *m = nobody();
    add(m, "north", 0, 5, 0, -1);
    assert_true(value_of(m, 0, 1).kind == RAPPORT_VALUE_INTERVAL && value_of(m, 0, 1).low == 0 &&
                value_of(m, 0, 1).high == 100);
    assert_int_equal(value_of(m, 0, 2).kind, RAPPORT_VALUE_MISSING); /* it does not apply: nobody knows how good it would be */
    rapport_candidates_destroy(m);
    m = nobody();
    add(m, "north", 1, 5, 0, 3);
    assert_close(value_of(m, 0, 0).low, 200 / 3.0, 1e-12);
    assert_close(value_of(m, 0, 0).high, 100, 1e-12);
    rapport_candidates_destroy(m);
}

static void what_is_withheld_stays_so(void **state)
{
    (void)state;
    char text[sizeof model_text + 1];
    strcpy(text, model_text);
    strstr(text, "\"anonymity_floor\":1")[strlen("\"anonymity_floor\":")] = '3';
    rated r = rate(text, 4, 4, 4);
    rapport_candidates *m = nobody();
    assert_ok(rapport_candidates_add_result(m, "north", r.result, 0, NULL));
    for (uint32_t j = 0; j < 3; j++)
        assert_int_equal(value_of(m, 0, j).kind, RAPPORT_VALUE_MISSING);
    rapport_candidates_destroy(m);
    drop(r);
}

static void another_model_is_refused_by_name(void **state)
{
    (void)state;
    char text[sizeof model_text + 8];
    rapport_candidates *m = nobody();
    rapport_error error;
    add(m, "north", 0, 5, 3, 2);
    strcpy(text, model_text);
    strstr(text, "\"weight\":3")[strlen("\"weight\":")] = '4';
    rated r = rate(text, 4, 4, 4);
    assert_int_equal(rapport_candidates_add_result(m, "south", r.result, 0, &error), RAPPORT_BAD_VALUE);
    assert_non_null(strstr(error.message, "\"south\" is assessed under another model"));
    assert_int_equal(rapport_candidates_count(m), 1);
    drop(r);
    r = rate(model_text, 4, 4, 4);
    assert_int_equal(rapport_candidates_add_result(m, "north", r.result, 0, &error), RAPPORT_DUPLICATE);
    assert_int_equal(rapport_candidates_add_result(m, "South", r.result, 0, &error), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_candidates_add_result(m, "south", r.result, 1, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_candidates_add_result(m, "south", r.result, RAPPORT_MAX_DEPTH + 1, &error), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_candidates_add_result(m, NULL, r.result, 0, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_candidates_add_result(m, "south", NULL, 0, &error), RAPPORT_BAD_ARGUMENT);
    rapport_candidates_destroy(m);
    m = nobody();
    assert_int_equal(rapport_candidates_add_result(m, "North", r.result, 0, &error), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_candidates_count_criteria(m), 0); /* as before */
    add_criterion(m, WITH(.weight = 1));
    assert_int_equal(rapport_candidates_add_result(m, "north", r.result, 0, &error), RAPPORT_BAD_ARGUMENT);
    rapport_candidates_destroy(m);
    drop(r);
}

static void files_are_noted(void **state)
{
    (void)state;
    static char path[4098];
    rapport_candidates *m = nobody();
    rapport_error error;
    memset(path, 'a', 4097);
    assert_ok(rapport_candidates_add_file(m, "north.json", NULL, NULL));
    assert_ok(rapport_candidates_add_file(m, path + 1, "south", NULL));
    assert_int_equal(rapport_candidates_add_file(m, path, NULL, &error), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_candidates_add_file(m, "", NULL, &error), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_candidates_add_file(m, "a", "A", &error), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_candidates_add_file(m, NULL, NULL, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_candidates_count_files(m), 2);
    assert_string_equal(rapport_candidates_file(m, 0), "north.json");
    assert_null(rapport_candidates_file_id(m, 0));
    assert_string_equal(rapport_candidates_file_id(m, 1), "south");
    assert_null(rapport_candidates_file(m, 2));
    assert_null(rapport_candidates_file_id(m, 2));
    assert_ok(rapport_candidates_set_level(m, RAPPORT_MAX_DEPTH, NULL));
    assert_int_equal(rapport_candidates_set_level(m, RAPPORT_MAX_DEPTH + 1, &error), RAPPORT_BAD_VALUE);
    for (uint32_t i = 2; i < RAPPORT_MAX_FILES; i++)
        assert_ok(rapport_candidates_add_file(m, "b", NULL, NULL));
    assert_int_equal(rapport_candidates_add_file(m, "b", NULL, &error), RAPPORT_LIMIT);
    rapport_candidates_destroy(m);
}

static void documents_name_assessments(void **state)
{
    (void)state;
    static const struct {
        const char *json, *path;
        rapport_status status;
    } cases[] = {
        {"\"assessments\":[{\"file\":\"../a.json\"}]", "/assessments/0/file", RAPPORT_BAD_VALUE},
        {"\"assessments\":[{\"file\":\"/a.json\"}]", "/assessments/0/file", RAPPORT_BAD_VALUE},
        {"\"assessments\":[{\"file\":\"c:a.json\"}]", "/assessments/0/file", RAPPORT_BAD_VALUE},
        {"\"assessments\":[{\"file\":\"\"}]", "/assessments/0/file", RAPPORT_BAD_VALUE},
        {"\"assessments\":[{}]", "/assessments/0", RAPPORT_BAD_DOCUMENT},
        {"\"assessments\":[{\"file\":\"a\",\"id\":\"A\"}]", "/assessments/0/id", RAPPORT_BAD_VALUE},
        {"\"assessments\":{}", "/assessments", RAPPORT_BAD_DOCUMENT},
        {"\"assessments\":[],\"level\":0", "/level", RAPPORT_BAD_VALUE},
        {"\"assessments\":[],\"level\":33", "/level", RAPPORT_BAD_VALUE},
        {"\"assessments\":[],\"criteria\":[]", "/criteria", RAPPORT_BAD_DOCUMENT},
        {"\"assessments\":[],\"model\":7", "/model", RAPPORT_BAD_DOCUMENT},
        {"\"criteria\":[{\"id\":\"a\"}],\"candidates\":[],\"model\":\"best-partner\"", "/model", RAPPORT_BAD_DOCUMENT},
        {"\"criteria\":[{\"id\":\"a\"}],\"candidates\":[],\"level\":1", "/level", RAPPORT_BAD_DOCUMENT},
    };
    char json[300], file[16];
    rapport_candidates *m;
    rapport_model *model;
    rapport_error error;
    for (size_t i = 0; i < COUNT(cases); i++) {
        snprintf(json, sizeof json, "{\"format\":\"rapport-candidates/1\",%s}", cases[i].json);
        assert_int_equal(rapport_candidates_read(json, -1, NULL, &m, &error), cases[i].status);
        assert_string_equal(error.path, cases[i].path);
    }
    static const char sound[] = "{\"format\":\"rapport-candidates/1\",\"level\":1,\"model\":\"best-partner\","
                                "\"assessments\":[{\"file\":\"b/north.json\",\"id\":\"north\"},{\"file\":\"south.json\"}]}";
    assert_ok(rapport_candidates_read(sound, -1, NULL, &m, NULL));
    assert_true(rapport_candidates_count_files(m) == 2 && rapport_candidates_level(m) == 1);
    assert_string_equal(rapport_candidates_file(m, 0), "b/north.json");
    rapport_candidates_destroy(m);
    assert_ok(rapport_candidates_read_model(sound, -1, NULL, file, sizeof file, &model, NULL));
    assert_true(model && !*file && !strcmp(rapport_model_id(model), "best-partner"));
    rapport_model_destroy(model);
    static const char by_file[] = "{\"format\":\"rapport-candidates/1\",\"model\":{\"file\":\"m.json\"},\"assessments\":[]}";
    assert_ok(rapport_candidates_read_model(by_file, -1, NULL, file, sizeof file, &model, NULL));
    assert_null(model);
    assert_string_equal(file, "m.json");
    assert_int_equal(rapport_candidates_read_model(by_file, -1, NULL, file, 6, &model, &error), RAPPORT_LIMIT);
    assert_int_equal(rapport_candidates_read_model(by_file, -1, NULL, NULL, 6, &model, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_candidates_read_model("[]", -1, NULL, file, 6, &model, &error), RAPPORT_BAD_DOCUMENT);
    assert_ok(rapport_candidates_read_model("{\"format\":\"rapport-candidates/1\"}", -1, NULL, file, 6, &model, NULL));
    assert_true(!model && !*file);
    char *inside = malloc(sizeof model_text + 100);
    sprintf(inside, "{\"format\":\"rapport-candidates/1\",\"assessments\":[],\"model\":%s}", model_text);
    assert_ok(rapport_candidates_read_model(inside, -1, NULL, file, sizeof file, &model, NULL));
    assert_string_equal(rapport_model_id(model), "m");
    rapport_model_destroy(model);
    free(inside);
}

static rated at_hand;

static rapport_status fill(const rapport_allocator *memory)
{
    rapport_candidates *m;
    rapport_status status = rapport_candidates_create(memory, &m, NULL);
    if (!status && !(status = rapport_candidates_add_file(m, "a.json", "a", NULL)))
        status = rapport_candidates_add_result(m, "north", at_hand.result, 0, NULL);
    if (m && status)
        assert_true(rapport_candidates_count(m) == 0 && rapport_candidates_count_criteria(m) == 0);
    rapport_candidates_destroy(m);
    return status;
}

static rapport_status read_both(const rapport_allocator *memory)
{
    static const char json[] = "{\"format\":\"rapport-candidates/1\",\"model\":\"own-readiness\","
                               "\"assessments\":[{\"file\":\"a.json\",\"id\":\"a\"}]}";
    rapport_candidates *m = NULL;
    rapport_model *model = NULL;
    char file[16];
    rapport_status status = rapport_candidates_read(json, -1, memory, &m, NULL);
    if (!status)
        status = rapport_candidates_read_model(json, -1, memory, file, sizeof file, &model, NULL);
    rapport_model_destroy(model);
    rapport_candidates_destroy(m);
    return status;
}

static void want_of_memory_is_survived(void **state)
{
    (void)state;
    at_hand = rate(model_text, 1, 2, 3); /* knocked out: the reason needs memory too */
    assert_in_range(tk_exhaust_memory(fill), 8, 100);
    drop(at_hand);
    assert_in_range(tk_exhaust_memory(read_both), 10, 10000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(joint_values_become_the_matrix),
        cmocka_unit_test(any_level_can_be_the_criteria),
        cmocka_unit_test(gates_that_fail_knock_out),
        cmocka_unit_test(what_is_missing_is_an_interval),
        cmocka_unit_test(what_is_withheld_stays_so),
        cmocka_unit_test(another_model_is_refused_by_name),
        cmocka_unit_test(files_are_noted),
        cmocka_unit_test(documents_name_assessments),
        cmocka_unit_test(want_of_memory_is_survived),
    };
    return cmocka_run_group_tests_name("shortlist", tests, NULL, NULL);
}
