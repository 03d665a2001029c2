/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What a model writes is what the general writer of canonical JSON makes of it: keys, numbers and escapes in RFC 8785's form.
 */
#include "base/json_read.h"
#include "base/json_write.h"
#include "base/memory.h"

#include "random_model.h"

static void expect_canonical(const rapport_model *model)
{
    char *text = text_of(model), *canonical;
    rapport_allocator mem;
    rapport__json *doc;
    rapport_buffer buffer = {NULL, 0, 0};
    assert_ok(rapport__memory_init(&mem, NULL));
    assert_ok(rapport__json_parse(text, -1, &mem, &doc, NULL));
    assert_ok(rapport__json_canonical(doc, 0, rapport_buffer_write, &buffer));
    canonical = malloc((size_t)buffer.needed + 1);
    buffer = (rapport_buffer){canonical, buffer.needed + 1, 0};
    assert_ok(rapport__json_canonical(doc, 0, rapport_buffer_write, &buffer));
    assert_string_equal(text, canonical);
    rapport__json_destroy(doc);
    free(canonical);
    free(text);
}

static void random_models_are_written_in_canonical_form(void **state)
{
    static const rm_way labelled = {.labels = 1};
    static rm_plan plan;
    (void)state;
    for (uint64_t seed = 0; seed < 300; seed++) {
        rapport_model *model, *changed;
        rm_draw(&plan, seed);
        model = rm_build(&plan, &labelled);
        expect_canonical(model);
        assert_ok(rapport_model_copy_with_overlay(model, 0, NULL, &changed, NULL));
        expect_canonical(changed);
        rapport_model_destroy(changed);
        rapport_model_destroy(model);
    }
}

static void built_in_models_are_written_in_canonical_form(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < rapport_builtin_count(); i++) {
        rapport_model *model;
        assert_ok(rapport_model_load_builtin(rapport_builtin_name(i), NULL, &model, NULL));
        expect_canonical(model);
        rapport_model_destroy(model);
    }
}

/* The host's x in every object that can have one, beside languages, ids and keys on both sides of "x". */
static void what_is_the_hosts_stands_in_its_place(void **state)
{
    static const char *const places[] = {"",
                                         "/scales",
                                         "/scales/z",
                                         "/scales/z/range",
                                         "/scales/z/levels/0",
                                         "/scales/five/levels/0/label",
                                         "/criteria/0",
                                         "/criteria/0/title",
                                         "/criteria/0/anchors/2",
                                         "/overlays",
                                         "/overlays/y",
                                         "/overlays/y/weights",
                                         "/overlays/y/targets",
                                         "/bands/0",
                                         "/bands/1/requires",
                                         "/gates/0",
                                         "/gates/0/title"};
    rapport_draft *draft = new_draft();
    uint32_t c = add_criterion(draft, RAPPORT_ROOT, "zz", 1);
    rapport_model *model;
    char *text;
    (void)state;
    assert_ok(rapport_draft_add_range(draft, "z", 0, 1, 2, 3, NULL, NULL));
    assert_ok(rapport_draft_add_gate(draft, "g", c, 0, 50, RAPPORT_FLAG, 0, NULL, NULL));
    assert_ok(rapport_draft_add_band(draft, "high", 50, NULL, NULL));
    assert_ok(rapport_draft_add_demand(draft, 1, RAPPORT_WEAKEST_PARTY, 50, NULL));
    assert_ok(rapport_draft_add_overlay(draft, "y", NULL, NULL));
    assert_ok(rapport_draft_set_overlay_weight(draft, 0, c, 2, NULL));
    assert_ok(rapport_draft_set_overlay_target(draft, 0, c, 2, NULL));
    for (uint32_t level = 1; level <= 5; level++)
        assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_NODE, c, level, RAPPORT_ANCHOR, "zh", "A", -1, NULL));
    assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_NODE, c, 0, RAPPORT_TITLE, "Z", "T", -1, NULL));
    assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_NODE, c, 0, RAPPORT_TITLE, "y", "T", -1, NULL));
    assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_GATE, 0, 0, RAPPORT_TITLE, "z", "T", -1, NULL));
    assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_SCALE, 0, 1, RAPPORT_TITLE, "a", "T", -1, NULL));
    for (size_t i = 0; i < COUNT(places); i++)
        assert_ok(rapport_draft_set_extra(draft, places[i], "1", -1, NULL));
    model = finish(draft);
    expect_canonical(model);
    text = text_of(model);
    size_t found = 0;
    for (const char *at = text; (at = strstr(at, "\"x\":1")) != NULL; at++)
        found++;
    assert_int_equal(found, COUNT(places) - 1); /* z has no levels */
    free(text);
    rapport_model_destroy(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_models_are_written_in_canonical_form),
        cmocka_unit_test(built_in_models_are_written_in_canonical_form),
        cmocka_unit_test(what_is_the_hosts_stands_in_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
