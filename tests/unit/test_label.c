/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Labels, their languages, ids, and what is the host's. */
#include "draft_kit.h"

static void label(rapport_draft *draft, const char *language, const char *text)
{
    assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_MODEL, 0, 0, RAPPORT_TITLE, language, text, -1, NULL));
}

static void expect_title(const rapport_draft *draft, const char *language, const char *wanted)
{
    rapport_model *model = build(draft);
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_MODEL, 0, 0, RAPPORT_TITLE, language), wanted);
    rapport_model_destroy(model);
}

static rapport_draft *small_draft(void)
{
    rapport_draft *draft = new_draft();
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    return draft;
}

static void the_wanted_language_is_taken(void **state)
{
    rapport_draft *draft = small_draft();
    (void)state;
    label(draft, "fr", "Revue");
    label(draft, "de",
          "Pr\xC3\xBC"
          "fung");
    label(draft, "en", "Review");
    expect_title(draft, "de",
                 "Pr\xC3\xBC"
                 "fung");
    expect_title(draft, "fr", "Revue");
    expect_title(draft, "en", "Review");
    rapport_draft_destroy(draft);
}

static void without_the_wanted_language_it_is_english(void **state)
{
    rapport_draft *draft = small_draft();
    (void)state;
    label(draft, "de", "Eins");
    label(draft, "en", "One");
    label(draft, "sv", "Ett");
    expect_title(draft, "fr", "One");
    expect_title(draft, NULL, "One");
    expect_title(draft, "", "One");
    rapport_draft_destroy(draft);
}

static void without_english_it_is_the_first(void **state)
{
    rapport_draft *draft = small_draft();
    (void)state;
    label(draft, "sv", "Ett");
    label(draft, "de", "Eins");
    label(draft, "da", "En");
    expect_title(draft, "fr", "En"); /* of da, de, sv */
    expect_title(draft, NULL, "En");
    expect_title(draft, "sv", "Ett");
    rapport_draft_destroy(draft);
}

static void a_label_without_languages_serves_all(void **state)
{
    rapport_draft *draft = small_draft();
    (void)state;
    label(draft, NULL, "Plain");
    expect_title(draft, "de", "Plain");
    expect_title(draft, "en", "Plain");
    expect_title(draft, NULL, "Plain");
    rapport_draft_destroy(draft);
}

static void the_last_label_in_a_language_holds(void **state)
{
    rapport_draft *draft = small_draft();
    (void)state;
    label(draft, "de", "erster");
    label(draft, "en", "first");
    label(draft, "de", "zweiter");
    label(draft, "de", "dritter");
    expect_title(draft, "de", "dritter");
    expect_title(draft, "en", "first");
    rapport_draft_destroy(draft);
}

static void languages_and_none_replace_each_other(void **state)
{
    rapport_draft *draft = small_draft();
    char *text;
    (void)state;
    label(draft, "de", "Deutsch");
    label(draft, NULL, "Plain");
    expect_title(draft, "de", "Plain");
    text = draft_text(draft);
    assert_non_null(strstr(text, "\"title\":\"Plain\""));
    free(text);
    label(draft, "en", "English");
    expect_title(draft, "de", "English");
    text = draft_text(draft);
    assert_non_null(strstr(text, "\"title\":{\"en\":\"English\"}"));
    free(text);
    rapport_draft_destroy(draft);
}

static void where_there_is_no_title_the_id_serves(void **state)
{
    rapport_draft *draft = small_draft();
    rapport_model *model;
    (void)state;
    assert_ok(rapport_draft_set_level_id(draft, 0, 2, "low", NULL));
    assert_ok(rapport_draft_add_gate(draft, "gate", 1, 0, 50, RAPPORT_FLAG, 0, NULL, NULL));
    assert_ok(rapport_draft_add_overlay(draft, "kind", NULL, NULL));
    model = finish(draft);
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_MODEL, 0, 0, RAPPORT_TITLE, "de"), "m");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, 1, 0, RAPPORT_TITLE, NULL), "c");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, 0, 0, RAPPORT_TITLE, NULL), "");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_SCALE, 0, 0, RAPPORT_TITLE, NULL), "five");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_SCALE, 0, 2, RAPPORT_TITLE, NULL), "low");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_SCALE, 0, 1, RAPPORT_TITLE, NULL), "");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_GATE, 0, 0, RAPPORT_TITLE, NULL), "gate");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_BAND, 0, 0, RAPPORT_TITLE, NULL), "all");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_OVERLAY, 0, 0, RAPPORT_TITLE, NULL), "kind");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, 1, 0, RAPPORT_QUESTION, NULL), "");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, 1, 0, RAPPORT_DESCRIPTION, NULL), "");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, 1, 3, RAPPORT_ANCHOR, NULL), "");
    rapport_model_destroy(model);
}

static void what_is_not_there_has_no_label(void **state)
{
    static const int32_t strange[] = {-1, 6, INT32_MIN, INT32_MAX};
    rapport_draft *draft = small_draft();
    rapport_model *model;
    (void)state;
    label(draft, NULL, "Title");
    assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_NODE, 1, 0, RAPPORT_QUESTION, NULL, "Q", -1, NULL));
    model = finish(draft);
    for (size_t i = 0; i < COUNT(strange); i++) {
        assert_string_equal(rapport_model_label(model, strange[i], 0, 0, RAPPORT_TITLE, NULL), "");
        assert_string_equal(rapport_model_label(model, RAPPORT_OF_MODEL, 0, 0, strange[i], NULL), "");
    }
    for (int32_t part = RAPPORT_OF_MODEL; part <= RAPPORT_OF_OVERLAY; part++)
        assert_string_equal(rapport_model_label(model, part, RAPPORT_NONE, 0, RAPPORT_TITLE, NULL), "");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, 1, 1, RAPPORT_TITLE, NULL), "");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_MODEL, 0, UINT32_MAX, RAPPORT_TITLE, NULL), "");
    rapport_model_destroy(model);
}

static void ids_of_parts_can_be_read(void **state)
{
    rapport_draft *draft = small_draft();
    rapport_model *model;
    (void)state;
    assert_ok(rapport_draft_set_level_id(draft, 0, 2, "low", NULL));
    assert_ok(rapport_draft_add_gate(draft, "gate", 1, 0, 50, RAPPORT_FLAG, 0, NULL, NULL));
    assert_ok(rapport_draft_add_overlay(draft, "kind", NULL, NULL));
    model = finish(draft);
    assert_string_equal(rapport_model_part_id(model, RAPPORT_OF_MODEL, 0, 0), "m");
    assert_string_equal(rapport_model_part_id(model, RAPPORT_OF_NODE, 0, 0), "");
    assert_string_equal(rapport_model_part_id(model, RAPPORT_OF_NODE, 1, 0), "c");
    assert_string_equal(rapport_model_part_id(model, RAPPORT_OF_SCALE, 0, 0), "five");
    assert_string_equal(rapport_model_part_id(model, RAPPORT_OF_SCALE, 0, 1), "");
    assert_string_equal(rapport_model_part_id(model, RAPPORT_OF_SCALE, 0, 2), "low");
    assert_string_equal(rapport_model_part_id(model, RAPPORT_OF_SCALE, 0, 5), "");
    assert_string_equal(rapport_model_part_id(model, RAPPORT_OF_GATE, 0, 0), "gate");
    assert_string_equal(rapport_model_part_id(model, RAPPORT_OF_BAND, 0, 0), "all");
    assert_string_equal(rapport_model_part_id(model, RAPPORT_OF_OVERLAY, 0, 0), "kind");
    assert_null(rapport_model_part_id(model, RAPPORT_OF_SCALE, 0, 6));
    assert_null(rapport_model_part_id(model, RAPPORT_OF_SCALE, 1, 0));
    assert_null(rapport_model_part_id(model, RAPPORT_OF_MODEL, 1, 0));
    assert_null(rapport_model_part_id(model, RAPPORT_OF_NODE, 2, 0));
    assert_null(rapport_model_part_id(model, RAPPORT_OF_NODE, 1, 1));
    assert_null(rapport_model_part_id(model, RAPPORT_OF_GATE, 1, 0));
    assert_null(rapport_model_part_id(model, RAPPORT_OF_BAND, 1, 0));
    assert_null(rapport_model_part_id(model, RAPPORT_OF_OVERLAY, 1, 0));
    assert_null(rapport_model_part_id(model, -1, 0, 0));
    assert_null(rapport_model_part_id(model, 6, 0, 0));
    rapport_model_destroy(model);
}

/* Every part and kind of label that exists, in two languages each, given in a hostile order. */
static void every_label_is_found_among_many(void **state)
{
    enum { CRITERIA = 40 };
    rapport_draft *draft = new_draft();
    char text[64];
    rapport_model *model;
    (void)state;
    for (uint32_t i = 1; i <= CRITERIA; i++)
        add_criterion(draft, RAPPORT_ROOT, numbered("c", i), 1);
    for (uint32_t i = CRITERIA; i > 0; i--)
        for (uint32_t step = 5; step > 0; step--) {
            sprintf(text, "en %u %u", i, step);
            assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_NODE, i, step, RAPPORT_ANCHOR, "en", text, -1, NULL));
            memcpy(text, "de", 2);
            assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_NODE, i, step, RAPPORT_ANCHOR, "de", text, -1, NULL));
            if (step > 3)
                continue;
            sprintf(text, "kind %u %u", i, step - 1);
            assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_NODE, i, 0, (int32_t)step - 1, NULL, text, -1, NULL));
        }
    model = finish(draft);
    for (uint32_t i = 1; i <= CRITERIA; i++)
        for (uint32_t step = 1; step <= 5; step++) {
            sprintf(text, "de %u %u", i, step);
            assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, i, step, RAPPORT_ANCHOR, "de"), text);
            memcpy(text, "en", 2);
            assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, i, step, RAPPORT_ANCHOR, "fr"), text);
            if (step > 3)
                continue;
            sprintf(text, "kind %u %u", i, step - 1);
            assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, i, 0, (int32_t)step - 1, NULL), text);
        }
    rapport_model_destroy(model);
}

static void what_the_host_keeps_is_written_in_its_place_in_canonical_form(void **state)
{
    rapport_draft *draft = small_draft();
    char *text;
    (void)state;
    assert_ok(rapport_draft_set_extra(draft, "/criteria/0", "0", -1, NULL));
    assert_ok(rapport_draft_set_extra(draft, "/criteria/0", " { \"b\" : 1.0, \"a\" : [ true , null ] } ", -1, NULL));
    assert_ok(rapport_draft_set_extra(draft, "/scales", "\"of all scales\"", -1, NULL));
    assert_ok(rapport_draft_set_extra(draft, "/scales/five/levels/4", "5e0", -1, NULL));
    assert_ok(rapport_draft_set_extra(draft, "/bands/0", "[]", -1, NULL));
    assert_ok(rapport_draft_set_extra(draft, "", "{}", -1, NULL));
    text = draft_text(draft);
    assert_string_equal(
        text, "{\"bands\":[{\"from\":0,\"id\":\"all\",\"x\":[]}],"
              "\"criteria\":[{\"id\":\"c\",\"scale\":\"five\",\"x\":{\"a\":[true,null],\"b\":1}}],"
              "\"format\":\"rapport-model/1\",\"id\":\"m\","
              "\"scales\":{\"five\":{\"kind\":\"levels\",\"levels\":[{},{},{},{},{\"x\":5}]},\"x\":\"of all scales\"},"
              "\"version\":\"1\",\"x\":{}}");
    free(text);
    rapport_draft_destroy(draft);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_wanted_language_is_taken),
        cmocka_unit_test(without_the_wanted_language_it_is_english),
        cmocka_unit_test(without_english_it_is_the_first),
        cmocka_unit_test(a_label_without_languages_serves_all),
        cmocka_unit_test(the_last_label_in_a_language_holds),
        cmocka_unit_test(languages_and_none_replace_each_other),
        cmocka_unit_test(where_there_is_no_title_the_id_serves),
        cmocka_unit_test(what_is_not_there_has_no_label),
        cmocka_unit_test(ids_of_parts_can_be_read),
        cmocka_unit_test(every_label_is_found_among_many),
        cmocka_unit_test(what_the_host_keeps_is_written_in_its_place_in_canonical_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
