/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* An assessment's head, its parties and its raters. */
#include <math.h>

#include "assessment_kit.h"

static rapport_model *model;

static int make_model(void **state)
{
    (void)state;
    model = kit_model();
    return 0;
}

static int let_model_go(void **state)
{
    (void)state;
    rapport_model_destroy(model);
    return 0;
}

static void a_new_assessment_has_a_head_and_nobody_in_it(void **state)
{
    rapport_assessment *a = new_assessment(model, NULL);
    (void)state;
    assert_ptr_equal(rapport_assessment_model(a), model);
    assert_string_equal(rapport_assessment_id(a), "2026-q3");
    assert_string_equal(rapport_assessment_partnership(a), "Northwind and Contoso");
    assert_string_equal(rapport_assessment_date(a), "2026-09-30");
    assert_int_equal(rapport_assessment_count_parties(a), 0);
    assert_int_equal(rapport_assessment_count_raters(a), 0);
    rapport_assessment_destroy(a);
    rapport_assessment_destroy(NULL);
}

static void creation_needs_all_its_arguments(void **state)
{
    rapport_allocator broken = {0};
    rapport_error error;
    (void)state;
    assert_int_equal(rapport_assessment_create(model, "a", "p", "2026-01-01", NULL, NULL, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(error.status, RAPPORT_BAD_ARGUMENT);
    for (int missing = 0; missing < 5; missing++) {
        rapport_assessment *a = (rapport_assessment *)&a;
        assert_int_equal(rapport_assessment_create(missing == 0 ? NULL : model, missing == 1 ? NULL : "a",
                                                   missing == 2 ? NULL : "p", missing == 3 ? NULL : "2026-01-01",
                                                   missing == 4 ? &broken : NULL, &a, &error),
                         RAPPORT_BAD_ARGUMENT);
        assert_null(a);
    }
}

static void expect_head(const char *id, const char *partnership, const char *date, const char *path)
{
    rapport_assessment *a = (rapport_assessment *)&a;
    rapport_error error;
    rapport_status status = rapport_assessment_create(model, id, partnership, date, NULL, &a, &error);
    if (status != (path ? RAPPORT_BAD_VALUE : RAPPORT_OK))
        fail_msg("\"%s\" \"%s\" \"%s\": %d", id, partnership, date, status);
    if (!path) {
        assert_string_equal(rapport_assessment_date(a), date);
        rapport_assessment_destroy(a);
        return;
    }
    assert_null(a);
    assert_string_equal(error.path, path);
    assert_int_equal(rapport_assessment_create(model, id, partnership, date, NULL, &a, NULL), status);
}

static void ids_and_names_are_checked(void **state)
{
    char name[1002];
    (void)state;
    for (size_t i = 0; i < COUNT(no_ids); i++)
        expect_head(no_ids[i], "p", "2026-01-01", "/id");
    for (size_t i = 0; i < COUNT(ids); i++)
        expect_head(ids[i], "p", "2026-01-01", NULL);
    expect_head("a", "", "2026-01-01", "/partnership");
    expect_head("a", "bad \xC3", "2026-01-01", "/partnership");
    memset(name, 'n', sizeof name);
    name[1001] = '\0';
    expect_head("a", name, "2026-01-01", "/partnership");
    name[1000] = '\0';
    expect_head("a", name, "2026-01-01", NULL);
}

static void dates_are_days_that_were_or_will_be(void **state)
{
    static const char *const days[] = {"2026-01-31", "2024-02-29", "2000-02-29", "2400-02-29", "1900-02-28", "0001-01-01",
                                       "9999-12-31", "2026-04-30", "2026-06-30", "2026-09-30", "2026-11-30", "2026-03-31",
                                       "2026-05-31", "2026-07-31", "2026-08-31", "2026-10-31", "2026-12-31", "0004-02-29"};
    static const char *const no_days[] = {
        "2026-02-29", "1900-02-29",  "2100-02-29",  "2024-02-30",       "2026-01-32", "2026-03-32", "2026-04-31", "2026-06-31",
        "2026-09-31", "2026-11-31",  "2026-12-32",  "2026-05-32",       "2026-07-32", "2026-08-32", "2026-10-32", "0000-01-01",
        "2026-00-10", "2026-13-01",  "2026-01-00",  "2026-99-01",       "",           "2026",       "2026-01",    "2026-01-",
        "2026-01-1",  "2026-01-011", "2026/01/01",  "2026-01/01",       "20260101",   "2026-1-01",  "26-01-01",   "+026-01-01",
        "2026-01-0a", " 2026-01-01", "2026-01-01 ", "2026-01-01T00:00", "-001-01-01", "202a-01-01", "2026-a1-01", "2026-01-:1",
        "2026-01-1/"};
    (void)state;
    for (size_t i = 0; i < COUNT(days); i++)
        expect_head("a", "p", days[i], NULL);
    for (size_t i = 0; i < COUNT(no_days); i++)
        expect_head("a", "p", no_days[i], "/date");
}

static void the_stricter_anonymity_floor_holds(void **state)
{
    rapport_assessment *a = new_assessment(model, NULL); /* the model's is 3 */
    (void)state;
    assert_int_equal(rapport_assessment_anonymity_floor(a), 3);
    assert_ok(rapport_assessment_set_anonymity_floor(a, 2, NULL));
    assert_int_equal(rapport_assessment_anonymity_floor(a), 3);
    assert_ok(rapport_assessment_set_anonymity_floor(a, 4, NULL));
    assert_int_equal(rapport_assessment_anonymity_floor(a), 4);
    assert_unchanged(a, rapport_assessment_set_anonymity_floor(a, 0, &error), RAPPORT_BAD_VALUE, "/anonymity_floor");
    assert_unchanged(a, rapport_assessment_set_anonymity_floor(a, 1001, &error), RAPPORT_BAD_VALUE, "/anonymity_floor");
    assert_ok(rapport_assessment_set_anonymity_floor(a, 1000, NULL));
    assert_int_equal(rapport_assessment_anonymity_floor(a), 1000);
    assert_ok(rapport_assessment_set_anonymity_floor(a, 1, NULL));
    assert_int_equal(rapport_assessment_anonymity_floor(a), 3);
    rapport_assessment_destroy(a);
}

static const double no_weights[] = {0, -0.0, -1, 0.99e-100, 1.01e100, 5e-324, HUGE_VAL, -HUGE_VAL, NAN};

static void parties_are_checked(void **state)
{
    rapport_assessment *a = staffed_assessment(model, NULL);
    uint32_t party = 7;
    char path[100];
    (void)state;
    assert_unchanged(a, rapport_assessment_add_party(a, NULL, 1, 0, &party, &error), RAPPORT_BAD_ARGUMENT, "/parties");
    for (size_t i = 0; i < COUNT(no_ids); i++)
        assert_int_equal(rapport_assessment_add_party(a, no_ids[i], 1, 0, &party, NULL), RAPPORT_BAD_VALUE);
    assert_unchanged(a, rapport_assessment_add_party(a, "A/B", 1, 0, &party, &error), RAPPORT_BAD_VALUE, "/parties/A~1B/id");
    assert_unchanged(a, rapport_assessment_add_party(a, "us", 1, 0, &party, &error), RAPPORT_DUPLICATE, "/parties/us/id");
    for (size_t i = 0; i < COUNT(no_weights); i++)
        assert_unchanged(a, rapport_assessment_add_party(a, "new", no_weights[i], 0, &party, &error), RAPPORT_BAD_VALUE,
                         "/parties/new/weight");
    assert_unchanged(a, rapport_assessment_add_party(a, "new", 1, 2, &party, &error), RAPPORT_BAD_VALUE, "/parties/new/voice");
    assert_unchanged(a, rapport_assessment_add_party(a, "new", 1, -1, &party, &error), RAPPORT_BAD_VALUE, "/parties/new/voice");
    assert_int_equal(party, 7);
    for (size_t i = 0; i < COUNT(ids); i++) {
        assert_ok(rapport_assessment_add_party(a, ids[i], i % 2 ? 1e-100 : 1e100, RAPPORT_VOICE_RATERS, &party, NULL));
        assert_int_equal(party, 2 + i);
        sprintf(path, "/parties/%s/id", ids[i]);
        assert_unchanged(a, rapport_assessment_add_party(a, ids[i], 1, 0, &party, &error), RAPPORT_DUPLICATE, path);
    }
    rapport_assessment_destroy(a);
}

static void parties_can_be_read(void **state)
{
    rapport_assessment *a = staffed_assessment(model, NULL);
    (void)state;
    assert_int_equal(rapport_assessment_count_parties(a), 2);
    assert_int_equal(rapport_assessment_find_party(a, "us"), 0);
    assert_int_equal(rapport_assessment_find_party(a, "them"), 1);
    assert_int_equal(rapport_assessment_find_party(a, "anna"), RAPPORT_NONE);
    assert_int_equal(rapport_assessment_find_party(a, NULL), RAPPORT_NONE);
    assert_string_equal(rapport_assessment_party_id(a, 0), "us");
    assert_string_equal(rapport_assessment_party_id(a, 1), "them");
    assert_null(rapport_assessment_party_id(a, 2));
    assert_same_bits(rapport_assessment_party_weight(a, 0), 1);
    assert_same_bits(rapport_assessment_party_weight(a, 1), 2);
    assert_same_bits(rapport_assessment_party_weight(a, 2), 0);
    assert_int_equal(rapport_assessment_party_voice(a, 0), RAPPORT_VOICE_RATERS);
    assert_int_equal(rapport_assessment_party_voice(a, 1), RAPPORT_VOICE_ONE);
    assert_int_equal(rapport_assessment_party_voice(a, 2), RAPPORT_VOICE_RATERS);
    rapport_assessment_destroy(a);
}

static void an_assessment_has_at_most_64_parties(void **state)
{
    rapport_assessment *a = new_assessment(model, NULL);
    (void)state;
    for (uint32_t i = 0; i < RAPPORT_MAX_PARTIES; i++)
        assert_ok(rapport_assessment_add_party(a, numbered("p", i), 1, 0, NULL, NULL));
    assert_unchanged(a, rapport_assessment_add_party(a, "more", 1, 0, NULL, &error), RAPPORT_LIMIT, "/parties");
    assert_int_equal(rapport_assessment_find_party(a, "p63"), 63);
    assert_int_equal(rapport_assessment_find_party(a, "more"), RAPPORT_NONE);
    rapport_assessment_destroy(a);
}

static void raters_are_checked(void **state)
{
    rapport_assessment *a = staffed_assessment(model, NULL);
    uint32_t rater = 7;
    (void)state;
    assert_unchanged(a, rapport_assessment_add_rater(a, 2, "new", 1, &rater, &error), RAPPORT_BAD_ARGUMENT, "/parties");
    assert_unchanged(a, rapport_assessment_add_rater(a, RAPPORT_NONE, "new", 1, &rater, &error), RAPPORT_BAD_ARGUMENT,
                     "/parties");
    assert_unchanged(a, rapport_assessment_add_rater(a, 0, NULL, 1, &rater, &error), RAPPORT_BAD_ARGUMENT, "/parties");
    for (size_t i = 0; i < COUNT(no_ids); i++)
        assert_int_equal(rapport_assessment_add_rater(a, 0, no_ids[i], 1, &rater, NULL), RAPPORT_BAD_VALUE);
    assert_unchanged(a, rapport_assessment_add_rater(a, 0, "A", 1, &rater, &error), RAPPORT_BAD_VALUE,
                     "/parties/us/raters/A/id");
    assert_unchanged(a, rapport_assessment_add_rater(a, 0, "ben", 1, &rater, &error), RAPPORT_DUPLICATE,
                     "/parties/us/raters/ben/id");
    for (size_t i = 0; i < COUNT(no_weights); i++)
        assert_unchanged(a, rapport_assessment_add_rater(a, 1, "new", no_weights[i], &rater, &error), RAPPORT_BAD_VALUE,
                         "/parties/them/raters/new/weight");
    assert_int_equal(rater, 7);
    assert_ok(rapport_assessment_add_rater(a, 1, "ben", 1e100, &rater, NULL)); /* another party's ben */
    assert_int_equal(rater, 3);
    assert_ok(rapport_assessment_add_rater(a, 0, "carl", 1e-100, NULL, NULL));
    assert_int_equal(rapport_assessment_count_raters(a), 5);
    rapport_assessment_destroy(a);
}

static void raters_can_be_read(void **state)
{
    rapport_assessment *a = staffed_assessment(model, NULL);
    const char *id = NULL, *role = NULL;
    uint32_t party = 7;
    double weight = 7;
    (void)state;
    assert_ok(rapport_assessment_set_role(a, 1, "purchasing lead, and more", 15, NULL));
    assert_ok(rapport_assessment_get_rater(a, 1, &party, &id, &role, &weight));
    assert_int_equal(party, 0);
    assert_string_equal(id, "ben");
    assert_string_equal(role, "purchasing lead");
    assert_same_bits(weight, 3);
    assert_ok(rapport_assessment_get_rater(a, 2, &party, &id, &role, &weight));
    assert_int_equal(party, 1);
    assert_string_equal(id, "anna");
    assert_string_equal(role, "");
    assert_same_bits(weight, 1);
    assert_ok(rapport_assessment_get_rater(a, 2, NULL, NULL, NULL, NULL));
    assert_int_equal(rapport_assessment_get_rater(a, 3, &party, &id, &role, &weight), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_assessment_get_rater(a, RAPPORT_FACT, &party, &id, &role, &weight), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(party, 1);
    rapport_assessment_destroy(a);
}

static void every_rater_of_a_party_is_heard(void **state)
{
    rapport_assessment *a = new_assessment(model, NULL);
    rapport_result *result;
    double score;
    (void)state;
    assert_ok(rapport_assessment_add_party(a, "us", 1, RAPPORT_VOICE_ONE, NULL, NULL));
    assert_ok(rapport_assessment_add_party(a, "them", 1, RAPPORT_VOICE_ONE, NULL, NULL));
    for (uint32_t i = 0; i < 8; i++) { /* by turns: levels 1 2 3 4 for us, 5 5 5 1 for them */
        assert_ok(rapport_assessment_add_rater(a, i % 2, numbered("r", i), 1, NULL, NULL));
        assert_ok(rapport_assessment_set_level(a, i, LEVEL, i % 2 ? (i < 7 ? 5 : 1) : i / 2 + 1, NULL));
    }
    assert_ok(rapport_result_create(NULL, &result));
    assert_ok(rapport_result_compute(result, a, NULL));
    assert_ok(rapport_result_get_score(result, 0, LEVEL, &score));
    assert_same_bits(score, 37.5); /* (0 + 25 + 50 + 75) / 4 */
    assert_ok(rapport_result_get_score(result, 1, LEVEL, &score));
    assert_same_bits(score, 75); /* (100 + 100 + 100 + 0) / 4 */
    rapport_result_destroy(result);
    rapport_assessment_destroy(a);
}

static void roles_are_utf_8(void **state)
{
    rapport_assessment *a = staffed_assessment(model, NULL);
    const char *role;
    (void)state;
    assert_ok(rapport_assessment_set_role(a, 0, "Eink\xC3\xA4ufer", -1, NULL));
    assert_unchanged(a, rapport_assessment_set_role(a, 3, "role", -1, &error), RAPPORT_BAD_ARGUMENT, "/parties");
    assert_unchanged(a, rapport_assessment_set_role(a, 0, NULL, -1, &error), RAPPORT_BAD_ARGUMENT, "");
    assert_unchanged(a, rapport_assessment_set_role(a, 0, "\xFF", -1, &error), RAPPORT_BAD_VALUE, "");
    assert_unchanged(a, rapport_assessment_set_role(a, 0, "a\0b", 3, &error), RAPPORT_BAD_VALUE, "");
    assert_unchanged(a, rapport_assessment_set_role(a, 0, "Eink\xC3\xA4ufer", 5, &error), RAPPORT_BAD_VALUE,
                     ""); /* half an ä */
    assert_ok(rapport_assessment_set_role(a, 0, "none of this", 0, NULL));
    assert_ok(rapport_assessment_get_rater(a, 0, NULL, NULL, &role, NULL));
    assert_string_equal(role, "");
    rapport_assessment_destroy(a);
}

static void an_assessment_has_at_most_100000_raters(void **state)
{
    rapport_draft *draft = new_draft();
    rapport_model *small;
    rapport_assessment *a;
    rapport_error error;
    const char *id;
    uint32_t party;
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    small = finish(draft);
    a = new_assessment(small, NULL);
    assert_ok(rapport_assessment_add_party(a, "us", 1, 0, NULL, NULL));
    assert_ok(rapport_assessment_add_party(a, "them", 1, 0, NULL, NULL));
    for (uint32_t i = 0; i < RAPPORT_MAX_RATERS; i++)
        assert_ok(rapport_assessment_add_rater(a, i % 2, numbered("r", i), 1, NULL, NULL));
    assert_int_equal(rapport_assessment_add_rater(a, 0, "more", 1, NULL, &error), RAPPORT_LIMIT);
    assert_string_equal(error.path, "/parties");
    assert_int_equal(rapport_assessment_count_raters(a), RAPPORT_MAX_RATERS);
    assert_ok(rapport_assessment_get_rater(a, RAPPORT_MAX_RATERS - 1, &party, &id, NULL, NULL));
    assert_int_equal(party, 1);
    assert_string_equal(id, "r99999");
    rapport_assessment_destroy(a);
    rapport_model_destroy(small);
}

static void title(rapport_assessment *a, const char *language, const char *text)
{
    assert_ok(rapport_assessment_set_title(a, 0, language, text, -1, NULL));
}

static void titles_have_languages(void **state)
{
    rapport_assessment *a = staffed_assessment(model, NULL);
    (void)state;
    assert_string_equal(rapport_assessment_party_title(a, 0, NULL), "us"); /* the id, at first */
    title(a, "fr", "Nous");
    title(a, "de", "Wir");
    assert_string_equal(rapport_assessment_party_title(a, 0, "de"), "Wir");
    assert_string_equal(rapport_assessment_party_title(a, 0, "sv"), "Nous"); /* the first that is */
    title(a, "en", "We");
    title(a, "sv", "Vi");
    assert_string_equal(rapport_assessment_party_title(a, 0, "sv"), "Vi");
    assert_string_equal(rapport_assessment_party_title(a, 0, "da"), "We"); /* English */
    assert_string_equal(rapport_assessment_party_title(a, 0, NULL), "We");
    assert_string_equal(rapport_assessment_party_title(a, 1, "de"), "them");
    assert_null(rapport_assessment_party_title(a, 2, "de"));
    rapport_assessment_destroy(a);
}

static void titles_replace_each_other(void **state)
{
    rapport_assessment *a = staffed_assessment(model, NULL);
    (void)state;
    title(a, "de", "Wir");
    title(a, "en", "We");
    title(a, "de", "Unsereins");
    assert_string_equal(rapport_assessment_party_title(a, 0, "de"), "Unsereins");
    assert_string_equal(rapport_assessment_party_title(a, 0, "en"), "We");
    title(a, NULL, "Northwind"); /* drops those with a language */
    assert_string_equal(rapport_assessment_party_title(a, 0, "de"), "Northwind");
    assert_string_equal(rapport_assessment_party_title(a, 0, "en"), "Northwind");
    title(a, NULL, "Northwind Ltd");
    assert_string_equal(rapport_assessment_party_title(a, 0, NULL), "Northwind Ltd");
    title(a, "fr", "Vent du nord"); /* and is dropped by one */
    assert_string_equal(rapport_assessment_party_title(a, 0, "de"), "Vent du nord");
    assert_string_equal(rapport_assessment_party_title(a, 0, NULL), "Vent du nord");
    title(a, "de", "Nordwind");
    assert_string_equal(rapport_assessment_party_title(a, 0, "de"), "Nordwind");
    assert_string_equal(rapport_assessment_party_title(a, 0, "fr"), "Vent du nord");
    rapport_assessment_destroy(a);
}

static void titles_are_utf_8_and_languages_are_tags(void **state)
{
    rapport_assessment *a = staffed_assessment(model, NULL);
    (void)state;
    assert_unchanged(a, rapport_assessment_set_title(a, 2, NULL, "T", -1, &error), RAPPORT_BAD_ARGUMENT, "/parties");
    assert_unchanged(a, rapport_assessment_set_title(a, 0, NULL, NULL, -1, &error), RAPPORT_BAD_ARGUMENT, "");
    assert_unchanged(a, rapport_assessment_set_title(a, 0, "x", "T", -1, &error), RAPPORT_BAD_VALUE, "");
    assert_unchanged(a, rapport_assessment_set_title(a, 0, "", "T", -1, &error), RAPPORT_BAD_VALUE, "");
    assert_unchanged(a, rapport_assessment_set_title(a, 0, "de_DE", "T", -1, &error), RAPPORT_BAD_VALUE, "");
    assert_unchanged(a, rapport_assessment_set_title(a, 0, "de", "\xE2\x82", -1, &error), RAPPORT_BAD_VALUE, "");
    assert_unchanged(a, rapport_assessment_set_title(a, 0, "de", "a\0b", 3, &error), RAPPORT_BAD_VALUE, "");
    assert_ok(rapport_assessment_set_title(a, 0, "de", "Euro \xE2\x82\xAC and more", 8, NULL));
    assert_string_equal(rapport_assessment_party_title(a, 0, "de"), "Euro \xE2\x82\xAC");
    rapport_assessment_destroy(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_assessment_has_a_head_and_nobody_in_it),
        cmocka_unit_test(creation_needs_all_its_arguments),
        cmocka_unit_test(ids_and_names_are_checked),
        cmocka_unit_test(dates_are_days_that_were_or_will_be),
        cmocka_unit_test(the_stricter_anonymity_floor_holds),
        cmocka_unit_test(parties_are_checked),
        cmocka_unit_test(parties_can_be_read),
        cmocka_unit_test(an_assessment_has_at_most_64_parties),
        cmocka_unit_test(raters_are_checked),
        cmocka_unit_test(raters_can_be_read),
        cmocka_unit_test(every_rater_of_a_party_is_heard),
        cmocka_unit_test(roles_are_utf_8),
        cmocka_unit_test(an_assessment_has_at_most_100000_raters),
        cmocka_unit_test(titles_have_languages),
        cmocka_unit_test(titles_replace_each_other),
        cmocka_unit_test(titles_are_utf_8_and_languages_are_tags),
    };
    return cmocka_run_group_tests(tests, make_model, let_model_go);
}
