/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Groups and criteria of a draft, and the labels of all its parts. */
#include <math.h>

#include "draft_kit.h"

static rapport_status group(rapport_draft *draft, const char *id, uint32_t *index, rapport_error *error)
{
    return rapport_draft_add_group(draft, RAPPORT_ROOT, id, 1, index, error);
}

static rapport_status criterion(rapport_draft *draft, const char *id, uint32_t *index, rapport_error *error)
{
    return rapport_draft_add_criterion(draft, RAPPORT_ROOT, id, 1, 0, index, error);
}

static rapport_status gate(rapport_draft *draft, const char *id, uint32_t *index, rapport_error *error)
{
    return rapport_draft_add_gate(draft, id, 1, RAPPORT_ANY_VIEW, 50, RAPPORT_FAIL, 0, index, error);
}

static void nodes_go_into_groups_and_onto_scales(void **state)
{
    rapport_draft *draft = new_draft();
    uint32_t c = add_criterion(draft, RAPPORT_ROOT, "c", 1), node = 7;
    (void)state;
    assert_refused(draft, rapport_draft_add_group(draft, c, "n", 1, &node, &error), RAPPORT_BAD_ARGUMENT, "/criteria");
    assert_refused(draft, rapport_draft_add_group(draft, 2, "n", 1, &node, &error), RAPPORT_BAD_ARGUMENT, "/criteria");
    assert_refused(draft, rapport_draft_add_criterion(draft, c, "n", 1, 0, &node, &error), RAPPORT_BAD_ARGUMENT, "/criteria");
    assert_refused(draft, rapport_draft_add_criterion(draft, RAPPORT_NONE, "n", 1, 0, &node, &error), RAPPORT_BAD_ARGUMENT,
                   "/criteria");
    assert_refused(draft, rapport_draft_add_criterion(draft, RAPPORT_ROOT, "n", 1, 1, &node, &error), RAPPORT_BAD_ARGUMENT,
                   "/criteria");
    assert_int_equal(node, 7);
    rapport_draft_destroy(draft);
}

static const double no_weights[] = {-1, -1e-300, 0.99e-12, 5e-324, 1.01e12, HUGE_VAL, -HUGE_VAL, NAN};

static void weights_are_0_or_1e_12_to_1e12(void **state)
{
    static const double weights[] = {0, 1e-12, 1, 1e12};
    rapport_draft *draft = new_draft();
    rapport_model *model;
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    for (size_t i = 0; i < COUNT(no_weights); i++) {
        assert_refused(draft, rapport_draft_add_criterion(draft, RAPPORT_ROOT, "n", no_weights[i], 0, NULL, &error),
                       RAPPORT_BAD_VALUE, "/criteria/n/weight");
        assert_refused(draft, rapport_draft_add_group(draft, RAPPORT_ROOT, "n", no_weights[i], NULL, &error), RAPPORT_BAD_VALUE,
                       "/criteria/n/weight");
    }
    for (uint32_t i = 0; i < COUNT(weights); i++)
        assert_ok(rapport_draft_add_criterion(draft, RAPPORT_ROOT, numbered("w", i), weights[i], 0, NULL, NULL));
    assert_ok(rapport_draft_add_criterion(draft, RAPPORT_ROOT, "minus", -0.0, 0, NULL, NULL));
    model = finish(draft);
    for (uint32_t i = 0; i < COUNT(weights); i++)
        assert_same_bits(node_of(model, numbered("w", i)).weight, weights[i]);
    assert_same_bits(node_of(model, "minus").weight, 0);
    rapport_model_destroy(model);
}

static void powers_are_0_or_a_hundredth_to_a_hundred_or_endless(void **state)
{
    static const double wrong[] = {0.0099, -0.0099, 5e-324, 100.1, -100.1, 1e300, -1e300, NAN};
    static const double right[] = {0, 0.01, -0.01, 100, -100, 1, -1, HUGE_VAL, -HUGE_VAL};
    rapport_draft *draft = new_draft();
    uint32_t g = add_group(draft, RAPPORT_ROOT, "g", 1), c = add_criterion(draft, g, "c", 1);
    (void)state;
    for (size_t i = 0; i < COUNT(wrong); i++) {
        assert_refused(draft, rapport_draft_set_power(draft, g, wrong[i], &error), RAPPORT_BAD_VALUE, "/criteria/g/power");
        assert_refused(draft, rapport_draft_set_power(draft, RAPPORT_ROOT, wrong[i], &error), RAPPORT_BAD_VALUE, "/power");
    }
    assert_refused(draft, rapport_draft_set_power(draft, c, 1, &error), RAPPORT_BAD_ARGUMENT, "/criteria");
    assert_refused(draft, rapport_draft_set_power(draft, 99, 1, &error), RAPPORT_BAD_ARGUMENT, "/criteria");
    for (size_t i = 0; i < COUNT(right); i++) {
        assert_ok(rapport_draft_set_power(draft, g, right[i], NULL));
        assert_ok(rapport_draft_set_power(draft, RAPPORT_ROOT, right[COUNT(right) - 1 - i], NULL));
        rapport_model *model = build(draft);
        assert_same_bits(node_of(model, "g").power, right[i]);
        assert_same_bits(node_at(model, RAPPORT_ROOT).power, right[COUNT(right) - 1 - i]);
        assert_same_bits(node_of(model, "c").power, 0);
        rapport_model_destroy(model);
    }
    assert_ok(rapport_draft_set_power(draft, g, -0.0, NULL));
    rapport_model *model = finish(draft);
    assert_same_bits(node_of(model, "g").power, 0);
    rapport_model_destroy(model);
}

static void the_together_rule_is_a_criterions(void **state)
{
    rapport_draft *draft = new_draft();
    uint32_t g = add_group(draft, RAPPORT_ROOT, "g", 1), c = add_criterion(draft, g, "c", 1);
    (void)state;
    assert_refused(draft, rapport_draft_set_together(draft, g, RAPPORT_MIN, &error), RAPPORT_BAD_ARGUMENT, "/criteria");
    assert_refused(draft, rapport_draft_set_together(draft, RAPPORT_ROOT, RAPPORT_MIN, &error), RAPPORT_BAD_ARGUMENT,
                   "/criteria");
    assert_refused(draft, rapport_draft_set_together(draft, 3, RAPPORT_MIN, &error), RAPPORT_BAD_ARGUMENT, "/criteria");
    assert_refused(draft, rapport_draft_set_together(draft, c, -1, &error), RAPPORT_BAD_VALUE, "/criteria/c/together");
    assert_refused(draft, rapport_draft_set_together(draft, c, 3, &error), RAPPORT_BAD_VALUE, "/criteria/c/together");
    for (int32_t rule = RAPPORT_MEAN; rule <= RAPPORT_MAX; rule++) {
        assert_ok(rapport_draft_set_together(draft, c, rule, NULL));
        rapport_model *model = build(draft);
        assert_int_equal(node_of(model, "c").together, rule);
        assert_int_equal(node_of(model, "g").together, 0);
        rapport_model_destroy(model);
    }
    rapport_draft_destroy(draft);
}

static void the_root_cannot_be_informational(void **state)
{
    rapport_draft *draft = new_draft();
    uint32_t c = add_criterion(draft, RAPPORT_ROOT, "c", 1), d = add_criterion(draft, RAPPORT_ROOT, "d", 1);
    rapport_model *model;
    (void)state;
    assert_refused(draft, rapport_draft_set_informational(draft, RAPPORT_ROOT, 1, &error), RAPPORT_BAD_ARGUMENT, "/criteria");
    assert_refused(draft, rapport_draft_set_informational(draft, 3, 1, &error), RAPPORT_BAD_ARGUMENT, "/criteria");
    assert_ok(rapport_draft_set_informational(draft, c, 1, NULL));
    assert_ok(rapport_draft_set_informational(draft, d, 1, NULL));
    assert_ok(rapport_draft_set_informational(draft, d, 0, NULL));
    model = finish(draft);
    assert_int_equal(node_of(model, "c").informational, 1);
    assert_int_equal(node_of(model, "d").informational, 0);
    rapport_model_destroy(model);
}

static void targets_are_points(void **state)
{
    static const double wrong[] = {-0.5, 100.5, NAN, HUGE_VAL};
    rapport_draft *draft = new_draft();
    uint32_t c = add_criterion(draft, RAPPORT_ROOT, "c", 1);
    rapport_model *model;
    (void)state;
    for (size_t i = 0; i < COUNT(wrong); i++) {
        assert_refused(draft, rapport_draft_set_target(draft, c, wrong[i], &error), RAPPORT_BAD_VALUE, "/criteria/c/target");
        assert_refused(draft, rapport_draft_set_target(draft, RAPPORT_ROOT, wrong[i], &error), RAPPORT_BAD_VALUE, "/target");
    }
    assert_refused(draft, rapport_draft_set_target(draft, 2, 50, &error), RAPPORT_BAD_ARGUMENT, "/criteria");
    assert_ok(rapport_draft_set_target(draft, c, -0.0, NULL));
    assert_ok(rapport_draft_set_target(draft, RAPPORT_ROOT, 100, NULL));
    add_criterion(draft, RAPPORT_ROOT, "d", 1);
    model = finish(draft);
    assert_same_bits(node_of(model, "c").target, 0);
    assert_same_bits(node_of(model, "d").target, 100);
    rapport_model_destroy(model);
}

static void a_model_has_as_many_nodes_as_documented(void **state)
{
    rapport_draft *draft = new_draft();
    rapport_model *model;
    (void)state;
    for (uint32_t i = 1; i < RAPPORT_MAX_NODES; i++)
        assert_ok(rapport_draft_add_criterion(draft, RAPPORT_ROOT, numbered("c", i), 1, 0, NULL, NULL));
    assert_refused(draft, criterion(draft, "more", NULL, &error), RAPPORT_LIMIT, "/criteria/more");
    assert_refused(draft, group(draft, "more", NULL, &error), RAPPORT_LIMIT, "/criteria/more");
    model = finish(draft);
    assert_int_equal(rapport_model_count_nodes(model), RAPPORT_MAX_NODES);
    assert_int_equal(rapport_model_find(model, numbered("c", RAPPORT_MAX_NODES - 1)), RAPPORT_MAX_NODES - 1);
    assert_int_equal(rapport_model_find(model, "more"), RAPPORT_NONE);
    rapport_model_destroy(model);
}

static void groups_nest_32_deep_and_no_deeper(void **state)
{
    rapport_draft *draft = new_draft();
    rapport_model *model;
    uint32_t parent = RAPPORT_ROOT;
    (void)state;
    for (uint32_t depth = 1; depth <= RAPPORT_MAX_DEPTH; depth++)
        parent = add_group(draft, parent, numbered("g", depth), 1);
    add_criterion(draft, parent, "leaf", 1);
    assert_refused(draft, rapport_draft_add_group(draft, parent, "deeper", 1, NULL, &error), RAPPORT_LIMIT, "/criteria/deeper");
    model = finish(draft);
    assert_int_equal(node_of(model, "leaf").depth, RAPPORT_MAX_DEPTH + 1);
    assert_int_equal(node_of(model, "g32").depth, RAPPORT_MAX_DEPTH);
    rapport_model_destroy(model);
}

static void labels_belong_where_they_mean_something(void **state)
{
    static const struct {
        int32_t part;
        uint32_t index, step;
        int32_t label;
        int fits;
    } cases[] = {{RAPPORT_OF_MODEL, 0, 0, RAPPORT_TITLE, 1},
                 {RAPPORT_OF_MODEL, 0, 0, RAPPORT_DESCRIPTION, 1},
                 {RAPPORT_OF_MODEL, 0, 0, RAPPORT_QUESTION, 0},
                 {RAPPORT_OF_MODEL, 0, 1, RAPPORT_ANCHOR, 0},
                 {RAPPORT_OF_MODEL, 1, 0, RAPPORT_TITLE, 0},
                 {RAPPORT_OF_MODEL, 0, 1, RAPPORT_TITLE, 0},
                 {RAPPORT_OF_NODE, 0, 0, RAPPORT_TITLE, 0},
                 {RAPPORT_OF_NODE, 1, 0, RAPPORT_TITLE, 1},
                 {RAPPORT_OF_NODE, 1, 0, RAPPORT_DESCRIPTION, 1},
                 {RAPPORT_OF_NODE, 1, 0, RAPPORT_QUESTION, 1},
                 {RAPPORT_OF_NODE, 1, 1, RAPPORT_ANCHOR, 0},
                 {RAPPORT_OF_NODE, 2, 0, RAPPORT_ANCHOR, 0}, /* 1 is a group */
                 {RAPPORT_OF_NODE, 2, 1, RAPPORT_ANCHOR, 1},
                 {RAPPORT_OF_NODE, 2, 5, RAPPORT_ANCHOR, 1},
                 {RAPPORT_OF_NODE, 2, 6, RAPPORT_ANCHOR, 0},
                 {RAPPORT_OF_NODE, 2, 1, RAPPORT_TITLE, 0},
                 {RAPPORT_OF_NODE, 2, 1, RAPPORT_QUESTION, 0},
                 {RAPPORT_OF_NODE, 3, 1, RAPPORT_ANCHOR, 0}, /* 3 is on a choice */
                 {RAPPORT_OF_NODE, 4, 0, RAPPORT_TITLE, 0},
                 {RAPPORT_OF_SCALE, 0, 0, RAPPORT_TITLE, 1},
                 {RAPPORT_OF_SCALE, 0, 5, RAPPORT_TITLE, 1},
                 {RAPPORT_OF_SCALE, 0, 6, RAPPORT_TITLE, 0},
                 {RAPPORT_OF_SCALE, 0, 5, RAPPORT_DESCRIPTION, 1},
                 {RAPPORT_OF_SCALE, 1, 1, RAPPORT_TITLE, 1},
                 {RAPPORT_OF_SCALE, 1, 2, RAPPORT_TITLE, 0},
                 {RAPPORT_OF_SCALE, 2, 0, RAPPORT_TITLE, 0},
                 {RAPPORT_OF_SCALE, 0, 0, RAPPORT_QUESTION, 0},
                 {RAPPORT_OF_SCALE, 0, 1, RAPPORT_ANCHOR, 0},
                 {RAPPORT_OF_GATE, 0, 0, RAPPORT_TITLE, 1},
                 {RAPPORT_OF_GATE, 0, 1, RAPPORT_TITLE, 0},
                 {RAPPORT_OF_GATE, 1, 0, RAPPORT_TITLE, 0},
                 {RAPPORT_OF_GATE, 0, 0, RAPPORT_DESCRIPTION, 1},
                 {RAPPORT_OF_BAND, 0, 0, RAPPORT_TITLE, 1},
                 {RAPPORT_OF_BAND, 1, 0, RAPPORT_TITLE, 0},
                 {RAPPORT_OF_OVERLAY, 0, 0, RAPPORT_TITLE, 1},
                 {RAPPORT_OF_OVERLAY, 1, 0, RAPPORT_TITLE, 0},
                 {RAPPORT_OF_OVERLAY, 0, 0, RAPPORT_QUESTION, 0},
                 {-1, 0, 0, RAPPORT_TITLE, 0},
                 {6, 0, 0, RAPPORT_TITLE, 0},
                 {RAPPORT_OF_MODEL, 0, 0, -1, 0},
                 {RAPPORT_OF_MODEL, 0, 0, 4, 0},
                 {INT32_MIN, 0, 0, INT32_MIN, 0}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        rapport_draft *draft = new_draft();
        rapport_error problem;
        rapport_status status, wanted = cases[i].fits ? RAPPORT_OK : RAPPORT_BAD_ARGUMENT;
        assert_ok(rapport_draft_add_choice(draft, "o", NULL, NULL));
        assert_ok(rapport_draft_add_option(draft, 1, "only", 100, NULL));
        add_criterion(draft, add_group(draft, RAPPORT_ROOT, "g", 1), "c", 1);
        assert_ok(rapport_draft_add_criterion(draft, RAPPORT_ROOT, "d", 1, 1, NULL, NULL));
        assert_ok(gate(draft, "k", NULL, NULL));
        assert_ok(rapport_draft_add_overlay(draft, "v", NULL, NULL));
        char *before = draft_text(draft);
        status = rapport_draft_set_label(draft, cases[i].part, cases[i].index, cases[i].step, cases[i].label, NULL, "Text", -1,
                                         &problem);
        char *after = draft_text(draft);
        if (status != wanted || !strcmp(before, after) != !cases[i].fits)
            fail_msg("case %zu: %d", i, status);
        free(before);
        free(after);
        rapport_draft_destroy(draft);
    }
}

static void labels_are_utf_8_and_languages_are_tags(void **state)
{
    static const char *const no_languages[] = {
        "", "x", "de_DE", "d e", "catal\xC3\xA0", "123456789012345678901234567890123456"};
    static const char *const languages[] = {"de", "pt-BR", "zh-Hant-TW", "X", "12345678901234567890123456789012345"};
    static const char *const no_texts[] = {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "abc\xE2\x82"};
    rapport_draft *draft = new_draft();
    uint32_t c = add_criterion(draft, RAPPORT_ROOT, "c", 1);
    (void)state;
    for (size_t i = 0; i < COUNT(no_languages); i++)
        assert_refused(draft,
                       rapport_draft_set_label(draft, RAPPORT_OF_NODE, c, 0, RAPPORT_TITLE, no_languages[i], "T", -1, &error),
                       RAPPORT_BAD_VALUE, "");
    for (size_t i = 0; i < COUNT(no_texts); i++)
        assert_refused(draft,
                       rapport_draft_set_label(draft, RAPPORT_OF_NODE, c, 0, RAPPORT_TITLE, "de", no_texts[i], -1, &error),
                       RAPPORT_BAD_VALUE, "");
    assert_refused(draft, rapport_draft_set_label(draft, RAPPORT_OF_NODE, c, 0, RAPPORT_TITLE, NULL, "a\0b", 3, &error),
                   RAPPORT_BAD_VALUE, "");
    assert_refused(draft, rapport_draft_set_label(draft, RAPPORT_OF_NODE, c, 0, RAPPORT_TITLE, NULL, NULL, 0, &error),
                   RAPPORT_BAD_ARGUMENT, "");
    for (size_t i = 0; i < COUNT(languages); i++)
        assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_NODE, c, 0, RAPPORT_TITLE, languages[i], languages[i], -1, NULL));
    assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_NODE, c, 0, RAPPORT_QUESTION, NULL, "only this, not this", 9, NULL));
    assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_NODE, c, 0, RAPPORT_DESCRIPTION, NULL, "", 0, NULL));
    add_criterion(draft, RAPPORT_ROOT, "d", 1);
    assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_NODE, 2, 0, RAPPORT_TITLE, NULL, "none of this", 0, NULL));
    rapport_model *model = finish(draft);
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, 2, 0, RAPPORT_TITLE, NULL), "");
    for (size_t i = 0; i < COUNT(languages); i++)
        assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, 1, 0, RAPPORT_TITLE, languages[i]), languages[i]);
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, 1, 0, RAPPORT_QUESTION, NULL), "only this");
    assert_string_equal(rapport_model_label(model, RAPPORT_OF_NODE, 1, 0, RAPPORT_DESCRIPTION, NULL), "");
    rapport_model_destroy(model);
}

static void what_the_host_keeps_must_be_json(void **state)
{
    char path[1002];
    rapport_draft *draft = new_draft();
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    memset(path, 'p', sizeof path);
    path[1001] = '\0';
    assert_refused(draft, rapport_draft_set_extra(draft, NULL, "1", -1, &error), RAPPORT_BAD_ARGUMENT, "");
    assert_refused(draft, rapport_draft_set_extra(draft, "", NULL, -1, &error), RAPPORT_BAD_ARGUMENT, "");
    assert_refused(draft, rapport_draft_set_extra(draft, path, "1", -1, &error), RAPPORT_BAD_ARGUMENT, "");
    assert_refused(draft, rapport_draft_set_extra(draft, "", "{\"a\":}", -1, &error), RAPPORT_BAD_SYNTAX, "/a");
    assert_refused(draft, rapport_draft_set_extra(draft, "", "", -1, &error), RAPPORT_BAD_SYNTAX, "");
    assert_refused(draft, rapport_draft_set_extra(draft, "", "[1", 2, &error), RAPPORT_BAD_SYNTAX, "");
    assert_refused(draft, rapport_draft_set_extra(draft, "", "1 2", -1, &error), RAPPORT_BAD_SYNTAX, "");
    path[1000] = '\0';
    assert_ok(rapport_draft_set_extra(draft, path, "1", -1, NULL)); /* nothing is there: it is never written */
    assert_ok(rapport_draft_set_extra(draft, "", "12345", 2, NULL));
    char *text = draft_text(draft);
    assert_string_equal(text + strlen(text) - strlen("\"x\":12}"), "\"x\":12}");
    free(text);
    rapport_draft_destroy(draft);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nodes_go_into_groups_and_onto_scales),
        cmocka_unit_test(weights_are_0_or_1e_12_to_1e12),
        cmocka_unit_test(powers_are_0_or_a_hundredth_to_a_hundred_or_endless),
        cmocka_unit_test(the_together_rule_is_a_criterions),
        cmocka_unit_test(the_root_cannot_be_informational),
        cmocka_unit_test(targets_are_points),
        cmocka_unit_test(a_model_has_as_many_nodes_as_documented),
        cmocka_unit_test(groups_nest_32_deep_and_no_deeper),
        cmocka_unit_test(labels_belong_where_they_mean_something),
        cmocka_unit_test(labels_are_utf_8_and_languages_are_tags),
        cmocka_unit_test(what_the_host_keeps_must_be_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
