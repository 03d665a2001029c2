/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Drafts that run out of memory. */
#include "draft_kit.h"

static rapport_status measure_gate(rapport_draft *draft, const char *id, uint32_t *index, rapport_error *error)
{
    return rapport_draft_add_measure_gate(draft, id, RAPPORT_BALANCE, 0, 0, 0.5, RAPPORT_FLAG, 0, index, error);
}

/* One call of everything that takes memory. */
static rapport_status fill(rapport_draft *draft)
{
    static const double x[] = {0, 1, 2};
    rapport_status status;
    uint32_t scale, choice, parent, node, out;
    for (uint32_t i = 0; i < 9; i++) {
        if ((status = rapport_draft_add_levels(draft, numbered("l", i), 5, 0, &scale, NULL)) ||
            (status = rapport_draft_set_level_id(draft, scale, 1, "low", NULL)) ||
            (status = rapport_draft_add_points(draft, numbered("p", i), x, x, 3, &out, NULL)) ||
            (status = rapport_draft_set_unit(draft, out, "d", NULL)) ||
            (status = rapport_draft_add_choice(draft, numbered("o", i), &choice, NULL)) ||
            (status = rapport_draft_add_group(draft, RAPPORT_ROOT, numbered("g", i), 1, &parent, NULL)) ||
            (status = rapport_draft_add_criterion(draft, parent, numbered("c", i), 1, scale, &node, NULL)) ||
            (status = rapport_draft_add_gate(draft, numbered("k", i), node, 0, 50, RAPPORT_FAIL, 0, NULL, NULL)) ||
            (status = rapport_draft_add_band(draft, numbered("b", i), i, NULL, NULL)) ||
            (status = rapport_draft_add_overlay(draft, numbered("v", i), &out, NULL)))
            return status;
        for (uint32_t k = 0; k < (i ? 5 : 9); k++)
            if ((status = rapport_draft_add_option(draft, choice, numbered("a", k), k, NULL)) ||
                (status = rapport_draft_set_overlay_weight(draft, out, node, 1 + k, NULL)) ||
                (status = rapport_draft_set_overlay_target(draft, out, parent, k, NULL)) ||
                (status = rapport_draft_set_label(draft, RAPPORT_OF_NODE, node, k % 5 + 1, RAPPORT_ANCHOR, "de", "Text", -1,
                                                  NULL)) ||
                (status = rapport_draft_set_extra(draft, "/scales", "[1,2]", -1, NULL)))
                return status;
    }
    return RAPPORT_OK;
}

static rapport_status make_and_build(const rapport_allocator *memory)
{
    rapport_draft *draft = (rapport_draft *)&draft;
    rapport_model *model = (rapport_model *)&model, *changed = (rapport_model *)&changed;
    rapport_status status = rapport_draft_create("m", "1", memory, &draft, NULL);
    if (status) {
        assert_null(draft);
        return status;
    }
    if (!(status = fill(draft))) {
        if ((status = rapport_draft_build(draft, &model, NULL))) {
            assert_null(model);
        } else {
            if ((status = rapport_model_copy_with_overlay(model, 0, memory, &changed, NULL)))
                assert_null(changed);
            else
                rapport_model_destroy(changed);
            rapport_model_destroy(model);
        }
    }
    rapport_draft_destroy(draft);
    return status;
}

static void want_of_memory_is_survived_everywhere(void **state)
{
    (void)state;
    assert_in_range(tk_exhaust_memory(make_and_build), 100, 5000);
}

/* The calls one by one, each refused and then repeated on the same draft: it must be as if nothing had failed. */
static uint32_t padding;
static int step_number, step_scale; /* the scales may stand behind others */

static rapport_status run_step(void *object)
{
    static const double x[] = {0, 1, 2};
    rapport_draft *draft = object;
    rapport_error problem;
    switch (step_number) {
    case 0:
        return rapport_draft_add_levels(draft, "new", 101, 0, NULL, NULL);
    case 1:
        return rapport_draft_add_points(draft, "new", x, x, 3, NULL, NULL);
    case 2:
        return rapport_draft_add_linear(draft, "new", 0, 1, NULL, NULL);
    case 3:
        return rapport_draft_add_range(draft, "new", 0, 1, 2, 3, NULL, NULL);
    case 4:
        return rapport_draft_add_exponential(draft, "new", 0, 1, 2, NULL, NULL);
    case 5:
        return rapport_draft_add_yesno(draft, "new", NULL, NULL);
    case 6:
        return rapport_draft_add_choice(draft, "new", NULL, NULL);
    case 7:
        return rapport_draft_add_option(draft, 2, "new", 5, NULL);
    case 8:
        return rapport_draft_set_level_id(draft, step_scale ? padding / 2 : 0, 3, "new", NULL);
    case 9:
        return rapport_draft_set_unit(draft, step_scale ? padding / 2 + 1 : 1, "new", NULL);
    case 10:
        return rapport_draft_add_group(draft, RAPPORT_ROOT, "new", 1, NULL, NULL);
    case 11:
        return rapport_draft_add_criterion(draft, 1, "new", 1, 0, NULL, NULL);
    case 12:
        return rapport_draft_add_gate(draft, "new", 1, 0, 50, RAPPORT_FAIL, 0, NULL, NULL);
    case 13:
        return rapport_draft_add_measure_gate(draft, "new", RAPPORT_BALANCE, 0, 0, 0.5, RAPPORT_FAIL, 0, NULL, NULL);
    case 14:
        return rapport_draft_add_band(draft, "new", 99, NULL, NULL);
    case 15:
        return rapport_draft_add_overlay(draft, "new", NULL, NULL);
    case 16:
        return rapport_draft_set_overlay_weight(draft, 0, 1, 2, NULL);
    case 17:
        return rapport_draft_set_overlay_target(draft, 0, 1, 2, NULL);
    case 18:
        return rapport_draft_set_label(draft, RAPPORT_OF_MODEL, 0, 0, RAPPORT_TITLE, "en", "New", -1, NULL);
    case 19:
        return rapport_draft_set_extra(draft, "", "[\"new\", {\"a\": [1, 2]}]", -1, NULL);
    case 20:
        return rapport_draft_check(draft, &problem, 1) ? problem.status : RAPPORT_OK;
    default:
        return RAPPORT_OK;
    }
}

enum { STEPS = 21 };

/* Full to the brim: eight of everything is the room made first, and the text fills the arena's first chunks. */
static void *set_up_full(const rapport_allocator *memory)
{
    rapport_draft *draft;
    char filler[1000];
    memset(filler, 'f', sizeof filler);
    assert_ok(rapport_draft_create("m", "1", memory, &draft, NULL));
    assert_ok(rapport_draft_add_levels(draft, "five", 5, 0, NULL, NULL));
    assert_ok(rapport_draft_add_linear(draft, "line", 0, 1, NULL, NULL));
    assert_ok(rapport_draft_add_choice(draft, "choice", NULL, NULL));
    add_criterion(draft, add_group(draft, RAPPORT_ROOT, "g", 1), "c", 1);
    for (uint32_t i = 0; i < 8; i++) {
        assert_ok(rapport_draft_add_option(draft, 2, numbered("o", i), 1, NULL));
        assert_ok(measure_gate(draft, numbered("k", i), NULL, NULL));
        assert_ok(rapport_draft_add_band(draft, numbered("b", i), i, NULL, NULL));
        assert_ok(rapport_draft_add_overlay(draft, numbered("v", i), NULL, NULL));
        assert_ok(rapport_draft_set_overlay_weight(draft, 0, 1, 2, NULL));
        assert_ok(rapport_draft_set_overlay_target(draft, 0, 1, 2, NULL));
        if (i < 5) {
            assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_NODE, 2, i + 1, RAPPORT_ANCHOR, NULL, "A", -1, NULL));
            assert_ok(rapport_draft_add_yesno(draft, numbered("s", i), NULL, NULL));
            assert_ok(rapport_draft_add_criterion(draft, 1, numbered("n", i), 1, 0, NULL, NULL));
        } else {
            assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_BAND, i, 0, RAPPORT_TITLE, NULL, "B", -1, NULL));
        }
        assert_ok(rapport_draft_set_extra(draft, "/bands/0", "1", -1, NULL));
    }
    assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_BAND, 7, 0, RAPPORT_TITLE, NULL, filler, sizeof filler, NULL));
    return draft;
}

static char *expected_text;

static void check_step(void *object)
{
    char *text = draft_text(object);
    assert_string_equal(text, expected_text);
    free(text);
}

static void destroy_draft(void *object)
{
    rapport_draft_destroy(object);
}

static void every_call_can_be_repeated_when_memory_is_back(void **state)
{
    tk_step step = {set_up_full, run_step, check_step, destroy_draft};
    size_t refusals = 0;
    (void)state;
    for (step_number = 0; step_number < STEPS; step_number++) {
        rapport_draft *draft = set_up_full(NULL);
        assert_ok(run_step(draft));
        expected_text = draft_text(draft);
        rapport_draft_destroy(draft);
        refusals += tk_exhaust_step(&step);
        free(expected_text);
    }
    assert_true(refusals > STEPS);
}

/* Texts lie in chunks of 1024 bytes, then 2048 and so on, 16 bytes each at least: as what is in front of them grows, the end of
 * a chunk, where memory is asked for, passes through every one of them. */
enum { SLOTS = 64 };

/* Every kind of text behind `padding` others. */
static void *set_up_padded(const rapport_allocator *memory)
{
    rapport_draft *draft;
    assert_ok(rapport_draft_create("m", padding % 2 ? "1" : "a version of two", memory, &draft, NULL)); /* one slot or two */
    for (uint32_t i = 0; i < padding / 2; i++)
        assert_ok(rapport_draft_add_yesno(draft, numbered("s", i), NULL, NULL));
    assert_ok(rapport_draft_add_levels(draft, "five", 5, 0, NULL, NULL));
    assert_ok(rapport_draft_set_level_id(draft, padding / 2, 1, "low", NULL));
    assert_ok(rapport_draft_add_linear(draft, "line", 0, 1, NULL, NULL));
    assert_ok(rapport_draft_set_unit(draft, padding / 2 + 1, "d", NULL));
    assert_ok(rapport_draft_add_criterion(draft, RAPPORT_ROOT, "c", 1, padding / 2, NULL, NULL));
    assert_ok(rapport_draft_add_criterion(draft, RAPPORT_ROOT, "d", 1, padding / 2, NULL, NULL));
    assert_ok(measure_gate(draft, "k", NULL, NULL));
    assert_ok(measure_gate(draft, "l", NULL, NULL));
    assert_ok(rapport_draft_add_band(draft, "b", 0, NULL, NULL));
    assert_ok(rapport_draft_add_band(draft, "e", 50, NULL, NULL));
    assert_ok(rapport_draft_add_overlay(draft, "v", NULL, NULL));
    assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_MODEL, 0, 0, RAPPORT_TITLE, "de", "T", -1, NULL));
    assert_ok(rapport_draft_set_label(draft, RAPPORT_OF_MODEL, 0, 0, RAPPORT_TITLE, "en", "T", -1, NULL));
    assert_ok(rapport_draft_set_extra(draft, "", "1", -1, NULL));
    assert_ok(rapport_draft_set_extra(draft, "/bands/0", "1", -1, NULL));
    return draft;
}

static rapport_status build_once(void *object)
{
    rapport_model *model = (rapport_model *)&model;
    rapport_status status = rapport_draft_build(object, &model, NULL);
    if (status)
        assert_null(model);
    else
        rapport_model_destroy(model);
    return status;
}

static void any_text_of_a_model_may_be_the_one_without_memory(void **state)
{
    tk_step step = {set_up_padded, build_once, NULL, destroy_draft};
    (void)state;
    for (padding = 0; padding < SLOTS; padding++)
        assert_true(tk_exhaust_step(&step) > 10);
}

static void any_text_of_a_draft_may_be_the_one_without_memory(void **state)
{
    static const int steps[] = {8, 9, 18, 19}; /* ids of levels, units, labels, extras */
    tk_step step = {set_up_padded, run_step, NULL, destroy_draft};
    (void)state;
    step_scale = 1;
    for (size_t i = 0; i < COUNT(steps); i++) {
        size_t refusals = 0;
        step_number = steps[i];
        for (padding = 0; padding < 2 * SLOTS; padding++) /* a scale has one text in a draft, two in a model */
            refusals += tk_exhaust_step(&step);
        assert_true(refusals > 0);
    }
    step_scale = 0;
}

static rapport_status create_alone(const rapport_allocator *memory)
{
    rapport_draft *draft = (rapport_draft *)&draft;
    rapport_error error = {.status = 77};
    rapport_status status = rapport_draft_create("m", "1", memory, &draft, &error);
    assert_int_equal(error.status, status ? status : 77); /* filled on failure only */
    if (status)
        assert_null(draft);
    else
        rapport_draft_destroy(draft);
    return status;
}

static void a_draft_that_cannot_be_made_says_so(void **state)
{
    (void)state;
    assert_int_equal(tk_exhaust_memory(create_alone), 3); /* itself, its texts, its root */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(want_of_memory_is_survived_everywhere),
        cmocka_unit_test(any_text_of_a_model_may_be_the_one_without_memory),
        cmocka_unit_test(any_text_of_a_draft_may_be_the_one_without_memory),
        cmocka_unit_test(a_draft_that_cannot_be_made_says_so),
        cmocka_unit_test(every_call_can_be_repeated_when_memory_is_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
