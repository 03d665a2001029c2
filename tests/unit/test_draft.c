/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Drafts: made, filled under unique ids, checked, built. */
#include <math.h>
#include <stdio.h>

#include "draft_kit.h"

static void creation_needs_all_its_arguments(void **state)
{
    rapport_draft *draft = (rapport_draft *)&draft;
    rapport_error error;
    (void)state;
    assert_int_equal(rapport_draft_create("m", "1", NULL, NULL, &error), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(error.status, RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_draft_create(NULL, "1", NULL, &draft, &error), RAPPORT_BAD_ARGUMENT);
    assert_null(draft);
    draft = (rapport_draft *)&draft;
    assert_int_equal(rapport_draft_create("m", NULL, NULL, &draft, NULL), RAPPORT_BAD_ARGUMENT);
    assert_null(draft);
}

static void an_allocator_needs_all_its_functions(void **state)
{
    tk_heap heap = {0};
    rapport_allocator whole = tk_allocator(&heap);
    rapport_allocator broken[] = {whole, whole, whole};
    (void)state;
    broken[0].alloc = NULL;
    broken[1].realloc = NULL;
    broken[2].free = NULL;
    for (size_t i = 0; i < COUNT(broken); i++) {
        rapport_draft *draft = (rapport_draft *)&draft;
        assert_int_equal(rapport_draft_create("m", "1", &broken[i], &draft, NULL), RAPPORT_BAD_ARGUMENT);
        assert_null(draft);
    }
    assert_int_equal(heap.calls, 0);
}

static void a_model_needs_an_id_and_a_version(void **state)
{
    char version[] = "1234567890123456789012345678901234567890123456789012345678901234"; /* 64 bytes */
    rapport_draft *draft;
    rapport_error error;
    (void)state;
    for (size_t i = 0; i < COUNT(no_ids); i++) {
        draft = (rapport_draft *)&draft;
        assert_int_equal(rapport_draft_create(no_ids[i], "1", NULL, &draft, &error), RAPPORT_BAD_VALUE);
        assert_null(draft);
        assert_string_equal(error.path, "/id");
    }
    for (size_t i = 0; i < COUNT(ids); i++) {
        assert_ok(rapport_draft_create(ids[i], "1", NULL, &draft, &error));
        rapport_draft_destroy(draft);
    }
    assert_ok(rapport_draft_create("m", version, NULL, &draft, &error));
    rapport_draft_destroy(draft);
    draft = (rapport_draft *)&draft;
    assert_int_equal(rapport_draft_create("m", "", NULL, &draft, &error), RAPPORT_BAD_VALUE);
    assert_null(draft);
    assert_string_equal(error.path, "/version");
    assert_int_equal(rapport_draft_create("m", "1.\xFF", NULL, &draft, &error), RAPPORT_BAD_VALUE);
    assert_int_equal(
        rapport_draft_create("m", "12345678901234567890123456789012345678901234567890123456789012345", NULL, &draft, &error),
        RAPPORT_BAD_VALUE);
}

static void a_draft_may_be_let_go_at_any_time(void **state)
{
    tk_heap heap = {0};
    rapport_allocator memory = tk_allocator(&heap);
    rapport_draft *draft;
    (void)state;
    rapport_draft_destroy(NULL);
    assert_ok(rapport_draft_create("m", "1", &memory, &draft, NULL));
    rapport_draft_destroy(draft);
    assert_true(heap.calls > 0);
    assert_int_equal(heap.live_blocks, 0);
}

static void settings_have_their_ranges(void **state)
{
    rapport_draft *draft = new_draft();
    rapport_model *model;
    double coverage;
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    assert_refused(draft, rapport_draft_set_missing(draft, 2, 1, &error), RAPPORT_BAD_VALUE, "/missing");
    assert_refused(draft, rapport_draft_set_missing(draft, -1, 1, &error), RAPPORT_BAD_VALUE, "/missing");
    assert_refused(draft, rapport_draft_set_missing(draft, RAPPORT_STRICT, 1.0000001, &error), RAPPORT_BAD_VALUE,
                   "/minimum_coverage");
    assert_refused(draft, rapport_draft_set_missing(draft, RAPPORT_STRICT, -1e-300, &error), RAPPORT_BAD_VALUE,
                   "/minimum_coverage");
    assert_refused(draft, rapport_draft_set_missing(draft, RAPPORT_STRICT, NAN, &error), RAPPORT_BAD_VALUE,
                   "/minimum_coverage");
    assert_refused(draft, rapport_draft_set_anonymity_floor(draft, 0, &error), RAPPORT_BAD_VALUE, "/anonymity_floor");
    assert_refused(draft, rapport_draft_set_anonymity_floor(draft, 1001, &error), RAPPORT_BAD_VALUE, "/anonymity_floor");
    assert_refused(draft, rapport_draft_set_anonymity_floor(draft, UINT32_MAX, &error), RAPPORT_BAD_VALUE, "/anonymity_floor");
    model = build(draft);
    assert_int_equal(rapport_model_missing(model, &coverage), RAPPORT_EXCLUDE); /* the defaults */
    assert_same_bits(coverage, 1);
    assert_int_equal(rapport_model_missing(model, NULL), RAPPORT_EXCLUDE);
    assert_int_equal(rapport_model_anonymity_floor(model), 1);
    rapport_model_destroy(model);
    assert_ok(rapport_draft_set_missing(draft, RAPPORT_STRICT, -0.0, NULL));
    assert_ok(rapport_draft_set_anonymity_floor(draft, 1000, NULL));
    model = build(draft);
    assert_int_equal(rapport_model_missing(model, &coverage), RAPPORT_STRICT);
    assert_same_bits(coverage, 0); /* no -0 comes out */
    assert_int_equal(rapport_model_anonymity_floor(model), 1000);
    rapport_model_destroy(model);
    assert_ok(rapport_draft_set_missing(draft, RAPPORT_EXCLUDE, 1, NULL));
    assert_ok(rapport_draft_set_anonymity_floor(draft, 1, NULL));
    rapport_draft_destroy(draft);
}

/* "/section/id/key" with the id as a segment of a JSON Pointer. */
static char *path_to(const char *section, const char *id, const char *key)
{
    static char path[600];
    char *out = path + sprintf(path, "/%s/", section);
    for (; *id; id++)
        out += *id == '~' ? sprintf(out, "~0") : *id == '/' ? sprintf(out, "~1") : sprintf(out, "%c", *id);
    sprintf(out, "/%s", key);
    return path;
}

typedef rapport_status (*adder)(rapport_draft *draft, const char *id, uint32_t *index, rapport_error *error);

static rapport_status levels(rapport_draft *draft, const char *id, uint32_t *index, rapport_error *error)
{
    return rapport_draft_add_levels(draft, id, 3, 0, index, error);
}

static rapport_status knots(rapport_draft *draft, const char *id, uint32_t *index, rapport_error *error)
{
    static const double x[] = {0, 1};
    return rapport_draft_add_points(draft, id, x, x, 2, index, error);
}

static rapport_status linear(rapport_draft *draft, const char *id, uint32_t *index, rapport_error *error)
{
    return rapport_draft_add_linear(draft, id, 0, 1, index, error);
}

static rapport_status range(rapport_draft *draft, const char *id, uint32_t *index, rapport_error *error)
{
    return rapport_draft_add_range(draft, id, 0, 1, 2, 3, index, error);
}

static rapport_status exponential(rapport_draft *draft, const char *id, uint32_t *index, rapport_error *error)
{
    return rapport_draft_add_exponential(draft, id, 0, 1, 2, index, error);
}

static rapport_status choice(rapport_draft *draft, const char *id, uint32_t *index, rapport_error *error)
{
    uint32_t scale;
    rapport_status status = rapport_draft_add_choice(draft, id, &scale, error);
    if (!status && index)
        *index = scale;
    return status ? status : rapport_draft_add_option(draft, scale, "only", 50, NULL);
}

static rapport_status group(rapport_draft *draft, const char *id, uint32_t *index, rapport_error *error)
{
    static uint32_t inside;
    uint32_t node;
    rapport_status status = rapport_draft_add_group(draft, RAPPORT_ROOT, id, 1, &node, error);
    if (!status && index)
        *index = node;
    return status ? status : rapport_draft_add_criterion(draft, node, numbered("inside", inside++), 1, 0, NULL, NULL);
}

static rapport_status criterion(rapport_draft *draft, const char *id, uint32_t *index, rapport_error *error)
{
    return rapport_draft_add_criterion(draft, RAPPORT_ROOT, id, 1, 0, index, error);
}

static rapport_status gate(rapport_draft *draft, const char *id, uint32_t *index, rapport_error *error)
{
    return rapport_draft_add_gate(draft, id, 1, RAPPORT_ANY_VIEW, 50, RAPPORT_FAIL, 0, index, error);
}

static rapport_status measure_gate(rapport_draft *draft, const char *id, uint32_t *index, rapport_error *error)
{
    return rapport_draft_add_measure_gate(draft, id, RAPPORT_BALANCE, 0, 0, 0.5, RAPPORT_FLAG, 0, index, error);
}

static rapport_status band(rapport_draft *draft, const char *id, uint32_t *index, rapport_error *error)
{
    static double from; /* always above the last */
    return rapport_draft_add_band(draft, id, from += 0.25, index, error);
}

static const struct section {
    adder add;
    const char *name;
} sections[] = {{levels, "scales"},
                {knots, "scales"},
                {linear, "scales"},
                {range, "scales"},
                {exponential, "scales"},
                {rapport_draft_add_yesno, "scales"},
                {choice, "scales"},
                {group, "criteria"},
                {criterion, "criteria"},
                {gate, "gates"},
                {measure_gate, "gates"},
                {band, "bands"},
                {rapport_draft_add_overlay, "overlays"}};

static void ids_are_checked_everywhere(void **state)
{
    (void)state;
    for (size_t s = 0; s < COUNT(sections); s++) {
        rapport_draft *draft = new_draft();
        char section_path[20] = "/";
        strcat(section_path, sections[s].name);
        add_criterion(draft, RAPPORT_ROOT, "c", 1);
        for (size_t i = 0; i < COUNT(no_ids); i++) {
            uint32_t index = 7;
            assert_refused(draft, sections[s].add(draft, no_ids[i], &index, &error), RAPPORT_BAD_VALUE,
                           path_to(sections[s].name, no_ids[i], "id"));
            assert_int_equal(index, 7);
        }
        assert_refused(draft, sections[s].add(draft, NULL, NULL, &error), RAPPORT_BAD_ARGUMENT, section_path);
        for (size_t i = 0; i < COUNT(ids); i++) {
            uint32_t index = 7;
            char *text = draft_text(draft), *longer;
            assert_ok(sections[s].add(draft, ids[i], i % 2 ? &index : NULL, NULL));
            longer = draft_text(draft);
            assert_string_not_equal(text, longer);
            free(text);
            free(longer);
            assert_refused(draft, sections[s].add(draft, ids[i], &index, &error), RAPPORT_DUPLICATE,
                           path_to(sections[s].name, ids[i], "id"));
        }
        rapport_draft_destroy(draft);
    }
}

static void indices_count_in_the_order_of_the_calls(void **state)
{
    (void)state;
    for (size_t s = 0; s < COUNT(sections); s++) {
        rapport_draft *draft = new_draft();
        uint32_t first = RAPPORT_NONE, second = RAPPORT_NONE;
        add_criterion(draft, RAPPORT_ROOT, "c", 1);
        assert_ok(sections[s].add(draft, "zz", &first, NULL));
        assert_ok(sections[s].add(draft, "aa", &second, NULL));
        assert_int_equal(second, first + (sections[s].add == group ? 2 : 1)); /* with a criterion in the first */
        rapport_draft_destroy(draft);
    }
}

static void sections_do_not_share_their_ids(void **state)
{
    rapport_draft *draft = new_draft();
    (void)state;
    assert_ok(rapport_draft_add_yesno(draft, "same", NULL, NULL));
    assert_ok(criterion(draft, "same", NULL, NULL));
    assert_ok(gate(draft, "same", NULL, NULL));
    assert_ok(band(draft, "same", NULL, NULL));
    assert_ok(rapport_draft_add_overlay(draft, "same", NULL, NULL));
    rapport_model_destroy(finish(draft));
}

static void an_empty_draft_lacks_criteria_and_bands(void **state)
{
    rapport_draft *draft;
    rapport_error problems[3];
    (void)state;
    assert_ok(rapport_draft_create("m", "1", NULL, &draft, NULL));
    assert_int_equal(rapport_draft_check(draft, problems, 3), 2);
    assert_int_equal(problems[0].status, RAPPORT_BAD_VALUE);
    assert_string_equal(problems[0].path, "/criteria");
    assert_int_equal(problems[1].status, RAPPORT_BAD_VALUE);
    assert_string_equal(problems[1].path, "/bands");
    rapport_draft_destroy(draft);
}

/* A draft with one problem of every kind. */
static rapport_draft *wrong_in_every_way(void)
{
    rapport_draft *draft;
    uint32_t g, c, d, off;
    assert_ok(rapport_draft_create("m", "1", NULL, &draft, NULL));
    assert_ok(rapport_draft_add_levels(draft, "five", 5, 0, NULL, NULL));
    assert_ok(rapport_draft_add_choice(draft, "empty", NULL, NULL));
    add_group(draft, RAPPORT_ROOT, "hollow", 1);
    g = add_group(draft, RAPPORT_ROOT, "weightless", 1);
    add_criterion(draft, g, "nothing", 0);
    off = add_criterion(draft, g, "off", 1);
    assert_ok(rapport_draft_set_informational(draft, off, 1, NULL));
    g = add_group(draft, RAPPORT_ROOT, "sound", 1);
    c = add_criterion(draft, g, "c", 1e12);
    d = add_criterion(draft, g, "d", 3);
    for (uint32_t level = 1; level < 5; level++) /* the fifth is missing */
        assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_NODE, c, level, RAPPORT_ANCHOR, NULL, "A", -1, NULL));
    assert_ok(rapport_draft_add_overlay(draft, "heavy", NULL, NULL));
    assert_ok(rapport_draft_set_overlay_weight(draft, 0, c, 2, NULL));
    assert_ok(rapport_draft_add_overlay(draft, "light", NULL, NULL));
    assert_ok(rapport_draft_set_overlay_weight(draft, 1, d, 0, NULL));
    assert_ok(rapport_draft_set_overlay_weight(draft, 1, c, 0, NULL));
    assert_ok(rapport_draft_add_overlay(draft, "fine", NULL, NULL));
    assert_ok(rapport_draft_set_overlay_weight(draft, 2, c, 0, NULL));
    return draft;
}

static void every_problem_is_reported(void **state)
{
    static const char *const paths[] = {"/scales/empty/choices",
                                        "/criteria/hollow/criteria",
                                        "/criteria/weightless/criteria",
                                        "/criteria/c/anchors",
                                        "/bands",
                                        "/overlays/heavy/weights",
                                        "/overlays/light/weights"};
    rapport_draft *draft = wrong_in_every_way();
    rapport_error problems[10], untouched;
    (void)state;
    memset(problems, 0x55, sizeof problems);
    memset(&untouched, 0x55, sizeof untouched);
    assert_int_equal(rapport_draft_check(draft, problems, 10), COUNT(paths));
    for (size_t i = 0; i < COUNT(paths); i++) {
        assert_int_equal(problems[i].status, RAPPORT_BAD_VALUE);
        assert_string_equal(problems[i].path, paths[i]);
        assert_true(strlen(problems[i].message) > 10);
        assert_int_equal(problems[i].line, 0);
        assert_int_equal(problems[i].column, 0);
    }
    assert_non_null(strstr(problems[5].message, "\"c\""));
    assert_memory_equal(&problems[COUNT(paths)], &untouched, sizeof untouched);
    rapport_draft_destroy(draft);
}

static void problems_that_do_not_fit_are_counted(void **state)
{
    rapport_draft *draft = wrong_in_every_way();
    rapport_error problems[3], untouched;
    (void)state;
    memset(problems, 0x55, sizeof problems);
    memset(&untouched, 0x55, sizeof untouched);
    assert_int_equal(rapport_draft_check(draft, NULL, 0), 7);
    assert_int_equal(rapport_draft_check(draft, NULL, 5), 7);
    assert_int_equal(rapport_draft_check(draft, problems, 2), 7);
    assert_string_equal(problems[1].path, "/criteria/hollow/criteria");
    assert_memory_equal(&problems[2], &untouched, sizeof untouched);
    rapport_draft_destroy(draft);
}

static void the_siblings_below_the_root_must_count_too(void **state)
{
    rapport_draft *draft = new_draft();
    rapport_error problem;
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "c", 0);
    assert_int_equal(rapport_draft_check(draft, &problem, 1), 1);
    assert_string_equal(problem.path, "/criteria");
    rapport_draft_destroy(draft);
}

static void overlays_are_checked_with_the_weights_that_hold(void **state)
{
    rapport_draft *draft = new_draft();
    uint32_t c = add_criterion(draft, RAPPORT_ROOT, "c", 1e-12), d = add_criterion(draft, RAPPORT_ROOT, "d", 1);
    rapport_error problem;
    (void)state;
    assert_ok(rapport_draft_add_overlay(draft, "k", NULL, NULL));
    assert_ok(rapport_draft_add_overlay(draft, "l", NULL, NULL));
    assert_ok(rapport_draft_set_overlay_weight(draft, 0, d, 0, NULL)); /* c is left */
    assert_int_equal(rapport_draft_check(draft, &problem, 1), 0);
    assert_ok(rapport_draft_set_overlay_weight(draft, 0, c, 0.5, NULL));
    assert_int_equal(rapport_draft_check(draft, &problem, 1), 1); /* 5e-13 */
    assert_non_null(strstr(problem.message, "1e-12..1e12"));
    assert_ok(rapport_draft_set_overlay_weight(draft, 0, c, 0, NULL)); /* the last call holds: nothing is left */
    assert_int_equal(rapport_draft_check(draft, &problem, 1), 1);
    assert_non_null(strstr(problem.message, "without any weight"));
    assert_ok(rapport_draft_set_overlay_weight(draft, 0, c, 1e12, NULL));
    assert_int_equal(rapport_draft_check(draft, &problem, 1), 0);
    assert_ok(rapport_draft_set_informational(draft, c, 1, NULL)); /* what is left does not count */
    assert_int_equal(rapport_draft_check(draft, &problem, 1), 1);
    assert_string_equal(problem.path, "/overlays/k/weights");
    assert_ok(rapport_draft_set_overlay_weight(draft, 0, d, 1, NULL));
    assert_ok(rapport_draft_set_overlay_weight(draft, 1, c, 0, NULL)); /* it did not count anyway */
    assert_int_equal(rapport_draft_check(draft, &problem, 1), 0);
    rapport_draft_destroy(draft);
}

static void an_overlay_may_give_weight_to_nothing(void **state)
{
    rapport_draft *draft = new_draft();
    uint32_t c = add_criterion(draft, RAPPORT_ROOT, "c", 0);
    rapport_error problem;
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "d", 1);
    assert_ok(rapport_draft_add_overlay(draft, "k", NULL, NULL));
    assert_ok(rapport_draft_set_overlay_weight(draft, 0, c, 1e12, NULL)); /* 0 times anything is 0 */
    assert_int_equal(rapport_draft_check(draft, &problem, 1), 0);
    rapport_draft_destroy(draft);
}

static void building_tells_the_first_problem(void **state)
{
    rapport_draft *draft = wrong_in_every_way();
    rapport_model *model = (rapport_model *)&model;
    rapport_error error;
    (void)state;
    assert_int_equal(rapport_draft_build(draft, &model, &error), RAPPORT_BAD_VALUE);
    assert_null(model);
    assert_int_equal(error.status, RAPPORT_BAD_VALUE);
    assert_string_equal(error.path, "/scales/empty/choices");
    assert_int_equal(rapport_draft_build(draft, &model, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_draft_build(draft, NULL, &error), RAPPORT_BAD_ARGUMENT);
    model = (rapport_model *)&model;
    assert_int_equal(rapport_draft_build(NULL, &model, &error), RAPPORT_BAD_ARGUMENT);
    assert_null(model);
    rapport_draft_destroy(draft);
}

static void a_draft_can_be_built_written_on_and_built_again(void **state)
{
    rapport_draft *draft = new_draft();
    rapport_model *first, *second;
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    first = build(draft);
    add_criterion(draft, RAPPORT_ROOT, "d", 1);
    second = finish(draft); /* both outlive the draft */
    assert_int_equal(rapport_model_count_nodes(first), 2);
    assert_int_equal(rapport_model_count_nodes(second), 3);
    assert_string_equal(rapport_model_part_id(first, RAPPORT_OF_NODE, 1, 0), "c");
    assert_string_equal(rapport_model_part_id(second, RAPPORT_OF_NODE, 2, 0), "d");
    rapport_model_destroy(first);
    rapport_model_destroy(second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(creation_needs_all_its_arguments),
        cmocka_unit_test(an_allocator_needs_all_its_functions),
        cmocka_unit_test(a_model_needs_an_id_and_a_version),
        cmocka_unit_test(a_draft_may_be_let_go_at_any_time),
        cmocka_unit_test(settings_have_their_ranges),
        cmocka_unit_test(ids_are_checked_everywhere),
        cmocka_unit_test(indices_count_in_the_order_of_the_calls),
        cmocka_unit_test(sections_do_not_share_their_ids),
        cmocka_unit_test(an_empty_draft_lacks_criteria_and_bands),
        cmocka_unit_test(every_problem_is_reported),
        cmocka_unit_test(problems_that_do_not_fit_are_counted),
        cmocka_unit_test(the_siblings_below_the_root_must_count_too),
        cmocka_unit_test(overlays_are_checked_with_the_weights_that_hold),
        cmocka_unit_test(an_overlay_may_give_weight_to_nothing),
        cmocka_unit_test(building_tells_the_first_problem),
        cmocka_unit_test(a_draft_can_be_built_written_on_and_built_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
