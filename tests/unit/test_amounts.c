/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Amounts and skills, and what happens when memory runs out while an assessment is filled. */
#include <math.h>

#include "assessment_kit.h"

static rapport_model *model;
static rapport_assessment *a; /* a new one for every test */

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

static int set_up(void **state)
{
    (void)state;
    a = staffed_assessment(model, NULL);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    rapport_assessment_destroy(a);
    return 0;
}

static void expect(int32_t section, uint32_t party, rapport_status wanted, double amount)
{
    double found = 7;
    assert_int_equal(rapport_assessment_get_amount(a, section, party, NULL), wanted);
    assert_int_equal(rapport_assessment_get_amount(a, section, party, &found), wanted);
    assert_same_bits(found, amount);
}

static void sections_are_left_out_at_first(void **state)
{
    (void)state;
    for (int32_t section = RAPPORT_BENEFITS; section <= RAPPORT_AGREED_SHARES; section++) {
        expect(section, RAPPORT_NONE, RAPPORT_NOT_FOUND, 0);
        expect(section, 0, RAPPORT_NOT_FOUND, 0);
    }
}

static void a_section_may_be_there_and_lack_a_party(void **state)
{
    (void)state;
    for (int32_t section = RAPPORT_BENEFITS; section <= RAPPORT_AGREED_SHARES; section++) {
        assert_ok(rapport_assessment_add_section(a, section, NULL));
        assert_ok(rapport_assessment_add_section(a, section, NULL));
        expect(section, RAPPORT_NONE, RAPPORT_OK, 0);
        expect(section, 0, RAPPORT_UNDEFINED, 0);
        expect(section, 1, RAPPORT_UNDEFINED, 0);
        for (int32_t later = section + 1; later <= RAPPORT_AGREED_SHARES; later++)
            expect(later, RAPPORT_NONE, RAPPORT_NOT_FOUND, 0);
    }
}

static void an_amount_opens_its_section_and_is_replaced_by_the_next(void **state)
{
    (void)state;
    for (int32_t section = RAPPORT_BENEFITS; section <= RAPPORT_AGREED_SHARES; section++) {
        assert_ok(rapport_assessment_set_amount(a, section, 1, 10.0 * section, NULL));
        expect(section, RAPPORT_NONE, RAPPORT_OK, 0);
        expect(section, 0, RAPPORT_UNDEFINED, 0);
        expect(section, 1, RAPPORT_OK, 10.0 * section);
        assert_ok(rapport_assessment_set_amount(a, section, 1, 0.5, NULL));
        expect(section, 1, RAPPORT_OK, 0.5);
        assert_ok(rapport_assessment_set_amount(a, section, 0, -0.0, NULL));
        expect(section, 0, RAPPORT_OK, 0);
        expect(section, 1, RAPPORT_OK, 0.5);
    }
}

static void amounts_have_their_ranges(void **state)
{
    static const double wrong[] = {1.1e300, -1.1e300, HUGE_VAL, -HUGE_VAL, NAN};
    static const char *const paths[] = {"", "/measures/benefits/them", "/measures/burdens/them", "/measures/alternatives/them",
                                        "/measures/agreed_shares/them"};
    (void)state;
    for (int32_t section = RAPPORT_BENEFITS; section <= RAPPORT_AGREED_SHARES; section++) {
        int negative = section == RAPPORT_BENEFITS || section == RAPPORT_ALTERNATIVES;
        for (size_t i = 0; i < COUNT(wrong); i++)
            assert_unchanged(a, rapport_assessment_set_amount(a, section, 1, wrong[i], &error), RAPPORT_BAD_VALUE,
                             paths[section]);
        if (negative) {
            assert_ok(rapport_assessment_set_amount(a, section, 1, -1e300, NULL));
            expect(section, 1, RAPPORT_OK, -1e300);
        } else {
            assert_unchanged(a, rapport_assessment_set_amount(a, section, 1, -1e-300, &error), RAPPORT_BAD_VALUE,
                             paths[section]);
        }
        assert_ok(rapport_assessment_set_amount(a, section, 1, 1e300, NULL));
        expect(section, 1, RAPPORT_OK, 1e300);
    }
}

static void sections_and_parties_must_be_there(void **state)
{
    static const int32_t none[] = {0, 5, -1, INT32_MIN, INT32_MAX};
    double amount = 7;
    (void)state;
    for (size_t i = 0; i < COUNT(none); i++) {
        assert_unchanged(a, rapport_assessment_add_section(a, none[i], &error), RAPPORT_BAD_VALUE, "/measures");
        assert_unchanged(a, rapport_assessment_set_amount(a, none[i], 0, 1, &error), RAPPORT_BAD_VALUE, "/measures");
        assert_int_equal(rapport_assessment_get_amount(a, none[i], 0, &amount), RAPPORT_BAD_ARGUMENT);
    }
    assert_unchanged(a, rapport_assessment_set_amount(a, RAPPORT_BENEFITS, 2, 1, &error), RAPPORT_BAD_ARGUMENT, "/measures");
    assert_unchanged(a, rapport_assessment_set_amount(a, RAPPORT_BENEFITS, RAPPORT_NONE, 1, &error), RAPPORT_BAD_ARGUMENT,
                     "/measures");
    assert_int_equal(rapport_assessment_get_amount(a, RAPPORT_BENEFITS, 2, &amount), RAPPORT_BAD_ARGUMENT);
    assert_same_bits(amount, 7);
}

/* What the skills come to: the coverage, seen through a result. */
static void expect_coverage(rapport_status wanted, double coverage)
{
    rapport_result *result;
    double found = -1;
    assert_ok(rapport_result_create(NULL, &result));
    assert_ok(rapport_result_compute(result, a, NULL));
    assert_int_equal(rapport_result_get_measure(result, RAPPORT_SKILL_COVERAGE, RAPPORT_NONE, &found), wanted);
    if (!wanted)
        assert_close(found, coverage, 1e-15);
    rapport_result_destroy(result);
}

static void skills_are_covered_by_the_best_party_in_each(void **state)
{
    uint32_t design = 7, logistics = 7;
    (void)state;
    expect_coverage(RAPPORT_NOT_FOUND, 0);
    assert_ok(rapport_assessment_add_skill(a, NULL, 0, NULL, NULL));
    expect_coverage(RAPPORT_UNDEFINED, 0);
    assert_ok(rapport_assessment_add_skill(a, "design", 3, &design, NULL));
    assert_ok(rapport_assessment_add_skill(a, "logistics", 2, &logistics, NULL));
    assert_int_equal(design, 0);
    assert_int_equal(logistics, 1);
    assert_ok(rapport_assessment_set_skill(a, design, 0, 0.9, NULL));
    expect_coverage(RAPPORT_UNDEFINED, 0);                                  /* nothing is known of the other party */
    assert_ok(rapport_assessment_set_skill(a, RAPPORT_NONE, 1, NAN, NULL)); /* now it is: nothing */
    expect_coverage(RAPPORT_OK, 0.54);                                      /* (3 0.9 + 2 0) / 5 */
    assert_ok(rapport_assessment_set_skill(a, logistics, 1, 0.8, NULL));
    expect_coverage(RAPPORT_OK, 0.86); /* (3 0.9 + 2 0.8) / 5 */
    assert_ok(rapport_assessment_set_skill(a, design, 1, 1, NULL));
    expect_coverage(RAPPORT_OK, 0.92);
    assert_ok(rapport_assessment_set_skill(a, design, 1, 0, NULL)); /* replaced */
    expect_coverage(RAPPORT_OK, 0.86);
}

static void a_skill_opens_the_section(void **state)
{
    (void)state;
    assert_ok(rapport_assessment_add_skill(a, "design", 1e12, NULL, NULL));
    expect_coverage(RAPPORT_UNDEFINED, 0);
    assert_ok(rapport_assessment_set_skill(a, 0, 0, 0, NULL));
    assert_ok(rapport_assessment_set_skill(a, 0, 1, 0.5, NULL));
    expect_coverage(RAPPORT_OK, 0.5);
}

static void skills_are_checked(void **state)
{
    static const double importances[] = {-1, 1.1e12, NAN, HUGE_VAL}, levels[] = {-0.1, 1.1, NAN, HUGE_VAL};
    uint32_t skill = 7;
    (void)state;
    assert_ok(rapport_assessment_add_skill(a, "design", 0, NULL, NULL));
    assert_ok(rapport_assessment_add_skill(a, "logistics", 1, NULL, NULL));
    assert_ok(rapport_assessment_set_skill(a, 1, 0, 0.25, NULL));
    assert_ok(rapport_assessment_set_skill(a, 1, 1, 0.5, NULL));
    for (size_t i = 0; i < COUNT(no_ids); i++)
        assert_unchanged(a, rapport_assessment_add_skill(a, no_ids[i], 1, &skill, &error), RAPPORT_BAD_VALUE,
                         "/measures/skills/required");
    assert_unchanged(a, rapport_assessment_add_skill(a, "design", 1, &skill, &error), RAPPORT_DUPLICATE,
                     "/measures/skills/required");
    for (size_t i = 0; i < COUNT(importances); i++)
        assert_unchanged(a, rapport_assessment_add_skill(a, "new", importances[i], &skill, &error), RAPPORT_BAD_VALUE,
                         "/measures/skills/required");
    for (size_t i = 0; i < COUNT(levels); i++)
        assert_unchanged(a, rapport_assessment_set_skill(a, 1, 0, levels[i], &error), RAPPORT_BAD_VALUE,
                         "/measures/skills/parties");
    assert_unchanged(a, rapport_assessment_set_skill(a, 2, 0, 1, &error), RAPPORT_BAD_ARGUMENT, "/measures/skills");
    assert_unchanged(a, rapport_assessment_set_skill(a, 0, 2, 1, &error), RAPPORT_BAD_ARGUMENT, "/measures/skills");
    assert_unchanged(a, rapport_assessment_set_skill(a, RAPPORT_NONE, 2, 1, &error), RAPPORT_BAD_ARGUMENT, "/measures/skills");
    assert_int_equal(skill, 7);
}

/* --- memory --- */

static rapport_status fill(rapport_assessment *b)
{
    rapport_status status;
    uint32_t party, rater, skill;
    for (uint32_t i = 0; i < 9; i++) {
        if ((status = rapport_assessment_add_party(b, numbered("p", i), 1, 0, &party, NULL)) ||
            (status = rapport_assessment_set_title(b, party, "de", "Titel", -1, NULL)) ||
            (status = rapport_assessment_add_skill(b, numbered("s", i), 1, &skill, NULL)) ||
            (status = rapport_assessment_set_skill(b, skill, party, 1, NULL)))
            return status;
        for (uint32_t k = 0; k < (i ? 1 : 9); k++)
            if ((status = rapport_assessment_add_rater(b, party, numbered("r", k), 1, &rater, NULL)) ||
                (status = rapport_assessment_set_role(b, rater, "role", -1, NULL)) ||
                (status = rapport_assessment_set_level(b, rater, LEVEL, 3, NULL)) ||
                (status = rapport_assessment_set_number(b, RAPPORT_FACT, NUMBER, 3, NULL)) ||
                (status = rapport_assessment_set_state(b, rater, LAST, RAPPORT_DONT_KNOW, NULL)) ||
                (status = rapport_assessment_set_confidence(b, rater, LEVEL, 0.5, NULL)) ||
                (status = rapport_assessment_add_note(b, rater, LEVEL, "de", "note", -1, NULL)) ||
                (status = rapport_assessment_add_evidence(b, rater, LEVEL, "minutes", -1, NULL)))
                return status;
    }
    return RAPPORT_OK;
}

static rapport_status make(const rapport_allocator *memory)
{
    rapport_assessment *b = (rapport_assessment *)&b;
    rapport_error error = {.status = 7};
    rapport_status status = rapport_assessment_create(model, "a", "p", "2026-01-01", memory, &b, &error);
    if (status) {
        assert_null(b);
        assert_int_equal(error.status, status);
        return status;
    }
    status = fill(b);
    rapport_assessment_destroy(b);
    return status;
}

static void want_of_memory_is_survived_everywhere(void **state)
{
    (void)state;
    assert_in_range(tk_exhaust_memory(make), 30, 1000);
}

/* The calls one by one, each refused and then repeated on the same assessment: it must be as if nothing had failed. */
static int step_number;

static rapport_status run_step(void *object)
{
    rapport_assessment *b = object;
    switch (step_number) {
    case 0:
        return rapport_assessment_add_party(b, "new", 2, RAPPORT_VOICE_ONE, NULL, NULL);
    case 1:
        return rapport_assessment_add_rater(b, 0, "new", 2, NULL, NULL);
    case 2:
        return rapport_assessment_set_title(b, 0, "en", "New", -1, NULL);
    case 3:
        return rapport_assessment_set_role(b, 0, "new", -1, NULL);
    case 4:
        return rapport_assessment_set_level(b, 0, LAST, 4, NULL);
    case 5:
        return rapport_assessment_set_number(b, RAPPORT_FACT, NUMBER, 4, NULL);
    case 6:
        return rapport_assessment_set_yesno(b, 0, YESNO, 1, NULL);
    case 7:
        return rapport_assessment_set_option(b, 0, CHOICE, 1, NULL);
    case 8:
        return rapport_assessment_set_state(b, 0, FIRST, RAPPORT_DECLINED, NULL);
    case 9:
        return rapport_assessment_set_confidence(b, 0, LEVEL, 0.5, NULL);
    case 10:
        return rapport_assessment_add_note(b, 0, LEVEL, "de", "new", -1, NULL);
    case 11:
        return rapport_assessment_add_evidence(b, 0, LEVEL, "new", -1, NULL);
    case 12:
        return rapport_assessment_add_skill(b, "new", 1, NULL, NULL);
    default:
        return rapport_assessment_set_skill(b, 1, 0, 0.5, NULL);
    }
}

enum { STEPS = 14 };

/* Full to the brim: eight of everything is the room made first, and texts take what is left in the arena. */
static void *set_up_full(const rapport_allocator *memory)
{
    rapport_assessment *b = new_assessment(model, memory);
    char filler[4097];
    memset(filler, 'f', sizeof filler);
    for (uint32_t i = 0; i < 8; i++) {
        assert_ok(rapport_assessment_add_party(b, numbered("p", i), 1, 0, NULL, NULL));
        assert_ok(rapport_assessment_add_rater(b, 0, numbered("r", i), 1, NULL, NULL));
        assert_ok(rapport_assessment_set_title(b, i, NULL, "T", -1, NULL));
        assert_ok(rapport_assessment_add_skill(b, numbered("s", i), 1, NULL, NULL));
        assert_ok(rapport_assessment_set_skill(b, 0, i, 0.25, NULL));
        assert_ok(rapport_assessment_add_note(b, 0, LEVEL, NULL, "note", -1, NULL));
    }
    assert_ok(rapport_assessment_set_role(b, 7, filler, sizeof filler, NULL)); /* a chunk of its own, full at once */
    return b;
}

static char *expected_text;

static void check_step(void *object)
{
    char *text = assessment_text(object);
    assert_string_equal(text, expected_text);
    free(text);
}

static void destroy_assessment(void *object)
{
    rapport_assessment_destroy(object);
}

static void every_call_can_be_repeated_when_memory_is_back(void **state)
{
    tk_step step = {set_up_full, run_step, check_step, destroy_assessment};
    (void)state;
    for (step_number = 0; step_number < STEPS; step_number++) {
        rapport_assessment *b = set_up_full(NULL);
        assert_ok(run_step(b));
        expected_text = assessment_text(b);
        rapport_assessment_destroy(b);
        assert_true(tk_exhaust_step(&step) >= 1);
        free(expected_text);
    }
}

/* The head's texts lie behind each other in chunks of 1024 bytes: with every length of the name another one meets the end. */
static char partnership[1001];

static rapport_status make_named(const rapport_allocator *memory)
{
    rapport_assessment *b = (rapport_assessment *)&b;
    rapport_status status = rapport_assessment_create(model, "a", partnership, "2026-01-01", memory, &b, NULL);
    if (status)
        assert_null(b);
    else
        rapport_assessment_destroy(b);
    return status;
}

static void any_text_of_the_head_may_be_the_one_without_memory(void **state)
{
    (void)state;
    for (size_t length = 1; length <= 1000; length += length < 500 ? 100 : 1) {
        memset(partnership, 'p', length);
        partnership[length] = '\0';
        assert_in_range(tk_exhaust_memory(make_named), 2, 4);
    }
}

static void a_refused_role_leaves_the_old_one(void **state)
{
    tk_heap heap = {0};
    rapport_allocator memory = tk_allocator(&heap);
    rapport_assessment *b = set_up_full(&memory);
    const char *before, *after;
    (void)state;
    assert_ok(rapport_assessment_get_rater(b, 7, NULL, NULL, &before, NULL));
    heap.fail_at = heap.calls + 1;
    assert_int_equal(rapport_assessment_set_role(b, 7, "another", -1, NULL), RAPPORT_NO_MEMORY);
    assert_ok(rapport_assessment_get_rater(b, 7, NULL, NULL, &after, NULL));
    assert_ptr_equal(before, after);
    rapport_assessment_destroy(b);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(sections_are_left_out_at_first),
        TEST(a_section_may_be_there_and_lack_a_party),
        TEST(an_amount_opens_its_section_and_is_replaced_by_the_next),
        TEST(amounts_have_their_ranges),
        TEST(sections_and_parties_must_be_there),
        TEST(skills_are_covered_by_the_best_party_in_each),
        TEST(a_skill_opens_the_section),
        TEST(skills_are_checked),
        cmocka_unit_test(want_of_memory_is_survived_everywhere),
        cmocka_unit_test(every_call_can_be_repeated_when_memory_is_back),
        cmocka_unit_test(any_text_of_the_head_may_be_the_one_without_memory),
        cmocka_unit_test(a_refused_role_leaves_the_old_one),
    };
    return cmocka_run_group_tests(tests, make_model, let_model_go);
}
