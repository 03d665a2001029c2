/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Scales of a draft: what is refused, and that a refusal changes nothing. */
#include <math.h>

#include "draft_kit.h"

static void levels_number_2_to_101(void **state)
{
    rapport_draft *draft = new_draft();
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    assert_refused(draft, rapport_draft_add_levels(draft, "s", 0, 0, NULL, &error), RAPPORT_BAD_VALUE, "/scales/s/levels");
    assert_refused(draft, rapport_draft_add_levels(draft, "s", 1, 0, NULL, &error), RAPPORT_BAD_VALUE, "/scales/s/levels");
    assert_refused(draft, rapport_draft_add_levels(draft, "s", RAPPORT_MAX_LEVELS + 1, 0, NULL, &error), RAPPORT_BAD_VALUE,
                   "/scales/s/levels");
    assert_refused(draft, rapport_draft_add_levels(draft, "s", 3, 2, NULL, &error), RAPPORT_BAD_VALUE, "/scales/s/reversed");
    assert_refused(draft, rapport_draft_add_levels(draft, "s", 3, -1, NULL, &error), RAPPORT_BAD_VALUE, "/scales/s/reversed");
    assert_ok(rapport_draft_add_levels(draft, "s", 2, 1, NULL, NULL));
    assert_ok(rapport_draft_add_levels(draft, "t", RAPPORT_MAX_LEVELS, 0, NULL, NULL));
    rapport_draft_destroy(draft);
}

static void level_points_are_0_to_100_and_go_one_way(void **state)
{
    static const double good[] = {0, 20, 20, 70, 100, 100}, bent[] = {0, 20, 10, 70, 100}, bump[] = {50, 40, 40, 30, 31};
    double bad[] = {0, 20, 30, 70, 100};
    rapport_draft *draft = new_draft();
    uint32_t reversed, number;
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    assert_ok(rapport_draft_add_levels(draft, "worse", 5, 1, &reversed, NULL));
    assert_ok(rapport_draft_add_linear(draft, "n", 0, 1, &number, NULL));
    assert_refused(draft, rapport_draft_set_level_points(draft, number, good, 5, &error), RAPPORT_BAD_ARGUMENT, "/scales");
    assert_refused(draft, rapport_draft_set_level_points(draft, 99, good, 5, &error), RAPPORT_BAD_ARGUMENT, "/scales");
    assert_refused(draft, rapport_draft_set_level_points(draft, 0, NULL, 5, &error), RAPPORT_BAD_ARGUMENT, "/scales");
    assert_refused(draft, rapport_draft_set_level_points(draft, reversed, good, 5, &error), RAPPORT_BAD_VALUE,
                   "/scales/worse/reversed");
    assert_refused(draft, rapport_draft_set_level_points(draft, 0, good, 4, &error), RAPPORT_BAD_VALUE, "/scales/five/levels");
    assert_refused(draft, rapport_draft_set_level_points(draft, 0, good, 6, &error), RAPPORT_BAD_VALUE, "/scales/five/levels");
    assert_refused(draft, rapport_draft_set_level_points(draft, 0, bent, 5, &error), RAPPORT_BAD_VALUE,
                   "/scales/five/points/2");
    assert_refused(draft, rapport_draft_set_level_points(draft, 0, bump, 5, &error), RAPPORT_BAD_VALUE,
                   "/scales/five/points/4");
    bad[4] = 100.5;
    assert_refused(draft, rapport_draft_set_level_points(draft, 0, bad, 5, &error), RAPPORT_BAD_VALUE, "/scales/five/points/4");
    bad[4] = NAN;
    assert_refused(draft, rapport_draft_set_level_points(draft, 0, bad, 5, &error), RAPPORT_BAD_VALUE, "/scales/five/points/4");
    bad[0] = -0.5;
    assert_refused(draft, rapport_draft_set_level_points(draft, 0, bad, 5, &error), RAPPORT_BAD_VALUE, "/scales/five/points/0");
    assert_ok(rapport_draft_set_level_points(draft, 0, good, 5, NULL));
    rapport_draft_destroy(draft);
}

static void level_ids_are_unique_and_no_states(void **state)
{
    rapport_draft *draft = new_draft();
    uint32_t number;
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    assert_ok(rapport_draft_add_linear(draft, "n", 0, 1, &number, NULL));
    assert_refused(draft, rapport_draft_set_level_id(draft, number, 1, "a", &error), RAPPORT_BAD_ARGUMENT, "/scales");
    assert_refused(draft, rapport_draft_set_level_id(draft, 9, 1, "a", &error), RAPPORT_BAD_ARGUMENT, "/scales");
    assert_refused(draft, rapport_draft_set_level_id(draft, 0, 0, "a", &error), RAPPORT_BAD_ARGUMENT, "/scales");
    assert_refused(draft, rapport_draft_set_level_id(draft, 0, 6, "a", &error), RAPPORT_BAD_ARGUMENT, "/scales");
    assert_int_equal(rapport_draft_set_level_id(draft, 0, 1, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    for (size_t i = 0; i < COUNT(no_ids); i++)
        assert_refused(draft, rapport_draft_set_level_id(draft, 0, 1, no_ids[i], &error), RAPPORT_BAD_VALUE,
                       "/scales/five/levels");
    assert_refused(draft, rapport_draft_set_level_id(draft, 0, 1, "dont-know", &error), RAPPORT_BAD_VALUE,
                   "/scales/five/levels");
    assert_refused(draft, rapport_draft_set_level_id(draft, 0, 1, "declined", &error), RAPPORT_BAD_VALUE,
                   "/scales/five/levels");
    assert_refused(draft, rapport_draft_set_level_id(draft, 0, 1, "n/a", &error), RAPPORT_BAD_VALUE, "/scales/five/levels");
    assert_ok(rapport_draft_set_level_id(draft, 0, 1, "low", NULL));
    assert_refused(draft, rapport_draft_set_level_id(draft, 0, 2, "low", &error), RAPPORT_DUPLICATE, "/scales/five/levels");
    assert_ok(rapport_draft_set_level_id(draft, 0, 5, "high", NULL));
    assert_ok(rapport_draft_set_level_id(draft, 0, 5, "top", NULL)); /* replaces */
    assert_ok(rapport_draft_set_level_id(draft, 0, 4, "high", NULL));
    rapport_draft_destroy(draft);
}

static void knots_number_2_to_16_and_rise(void **state)
{
    double x[RAPPORT_MAX_KNOTS + 1], y[RAPPORT_MAX_KNOTS + 1] = {0};
    rapport_draft *draft = new_draft();
    (void)state;
    for (int i = 0; i <= RAPPORT_MAX_KNOTS; i++)
        x[i] = i;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    assert_refused(draft, rapport_draft_add_points(draft, "s", NULL, y, 2, NULL, &error), RAPPORT_BAD_ARGUMENT, "/scales");
    assert_refused(draft, rapport_draft_add_points(draft, "s", x, NULL, 2, NULL, &error), RAPPORT_BAD_ARGUMENT, "/scales");
    assert_refused(draft, rapport_draft_add_points(draft, "s", x, y, 1, NULL, &error), RAPPORT_BAD_VALUE, "/scales/s/points");
    assert_refused(draft, rapport_draft_add_points(draft, "s", x, y, RAPPORT_MAX_KNOTS + 1, NULL, &error), RAPPORT_BAD_VALUE,
                   "/scales/s/points");
    static const double wrong[] = {NAN, HUGE_VAL, -HUGE_VAL, 2, 1}; /* after 2 */
    for (size_t i = 0; i < COUNT(wrong); i++) {
        x[3] = wrong[i];
        assert_refused(draft, rapport_draft_add_points(draft, "s", x, y, 5, NULL, &error), RAPPORT_BAD_VALUE,
                       "/scales/s/points/3");
    }
    x[3] = 3;
    static const double worth[] = {-0.5, 100.5, NAN};
    for (size_t i = 0; i < COUNT(worth); i++) {
        y[1] = worth[i];
        assert_refused(draft, rapport_draft_add_points(draft, "s", x, y, 2, NULL, &error), RAPPORT_BAD_VALUE,
                       "/scales/s/points/1");
    }
    y[1] = 1;
    assert_ok(rapport_draft_add_points(draft, "s", x, y, 2, NULL, NULL));
    assert_ok(rapport_draft_add_points(draft, "t", x, y, RAPPORT_MAX_KNOTS, NULL, NULL));
    rapport_draft_destroy(draft);
}

static void the_ends_of_a_value_function_are_finite_and_apart(void **state)
{
    static const double wrong[][2] = {{NAN, 1}, {1, NAN}, {HUGE_VAL, 1}, {1, -HUGE_VAL}, {5, 5}, {0.0, -0.0}};
    rapport_draft *draft = new_draft();
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    for (size_t i = 0; i < COUNT(wrong); i++) {
        assert_refused(draft, rapport_draft_add_linear(draft, "s", wrong[i][0], wrong[i][1], NULL, &error), RAPPORT_BAD_VALUE,
                       "/scales/s/linear");
        assert_refused(draft, rapport_draft_add_exponential(draft, "s", wrong[i][0], wrong[i][1], 1, NULL, &error),
                       RAPPORT_BAD_VALUE, "/scales/s/exponential");
    }
    static const double rho[] = {0.0, -0.0, NAN, HUGE_VAL, -HUGE_VAL};
    for (size_t i = 0; i < COUNT(rho); i++)
        assert_refused(draft, rapport_draft_add_exponential(draft, "s", 0, 1, rho[i], NULL, &error), RAPPORT_BAD_VALUE,
                       "/scales/s/exponential");
    static const double ends[][4] = {{0, 0, 1, 2},   {1, 0, 1, 2},         {0, 2, 1, 3},       {0, 1, 2, 2},
                                     {0, 1, 3, 2},   {NAN, 1, 2, 3},       {0, NAN, 2, 3},     {0, 1, NAN, 3},
                                     {0, 1, 2, NAN}, {-HUGE_VAL, 1, 2, 3}, {0, 1, 2, HUGE_VAL}};
    for (size_t i = 0; i < COUNT(ends); i++)
        assert_refused(draft, rapport_draft_add_range(draft, "s", ends[i][0], ends[i][1], ends[i][2], ends[i][3], NULL, &error),
                       RAPPORT_BAD_VALUE, "/scales/s/range");
    rapport_draft_destroy(draft);
}

static void units_belong_to_numbers(void **state)
{
    char longest[66] = "1234567890123456789012345678901234567890123456789012345678901234";
    rapport_draft *draft = new_draft();
    rapport_model *model;
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    assert_ok(rapport_draft_add_linear(draft, "n", 0, 1, NULL, NULL));
    assert_refused(draft, rapport_draft_set_unit(draft, 0, "d", &error), RAPPORT_BAD_ARGUMENT, "/scales");
    assert_refused(draft, rapport_draft_set_unit(draft, 2, "d", &error), RAPPORT_BAD_ARGUMENT, "/scales");
    assert_refused(draft, rapport_draft_set_unit(draft, 1, NULL, &error), RAPPORT_BAD_ARGUMENT, "/scales");
    assert_refused(draft, rapport_draft_set_unit(draft, 1, "", &error), RAPPORT_BAD_VALUE, "/scales/n/unit");
    assert_refused(draft, rapport_draft_set_unit(draft, 1, "\xE2\x82", &error), RAPPORT_BAD_VALUE, "/scales/n/unit");
    assert_ok(rapport_draft_set_unit(draft, 1, longest, NULL));
    longest[64] = '5';
    assert_refused(draft, rapport_draft_set_unit(draft, 1, longest, &error), RAPPORT_BAD_VALUE, "/scales/n/unit");
    model = build(draft);
    longest[64] = '\0';
    assert_string_equal(rapport_model_scale_unit(model, 1), longest);
    assert_string_equal(rapport_model_scale_unit(model, 0), "");
    assert_string_equal(rapport_model_scale_unit(model, 2), "");
    rapport_model_destroy(model);
    assert_ok(rapport_draft_set_unit(draft, 1, "\xE2\x82\xAC", NULL)); /* replaces */
    model = finish(draft);
    assert_string_equal(rapport_model_scale_unit(model, 1), "\xE2\x82\xAC");
    rapport_model_destroy(model);
}

static void options_are_checked(void **state)
{
    rapport_draft *draft = new_draft();
    uint32_t choice;
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    assert_ok(rapport_draft_add_choice(draft, "o", &choice, NULL));
    assert_ok(rapport_draft_add_option(draft, choice, "near", 100, NULL));
    assert_refused(draft, rapport_draft_add_option(draft, 0, "a", 1, &error), RAPPORT_BAD_ARGUMENT, "/scales");
    assert_refused(draft, rapport_draft_add_option(draft, 2, "a", 1, &error), RAPPORT_BAD_ARGUMENT, "/scales");
    assert_refused(draft, rapport_draft_add_option(draft, choice, "near", 1, &error), RAPPORT_DUPLICATE, "/scales/o/choices");
    for (size_t i = 0; i < COUNT(no_ids); i++)
        assert_refused(draft, rapport_draft_add_option(draft, choice, no_ids[i], 1, &error), RAPPORT_BAD_VALUE,
                       "/scales/o/choices");
    assert_refused(draft, rapport_draft_add_option(draft, choice, "declined", 1, &error), RAPPORT_BAD_VALUE,
                   "/scales/o/choices");
    assert_refused(draft, rapport_draft_add_option(draft, choice, "dont-know", 1, &error), RAPPORT_BAD_VALUE,
                   "/scales/o/choices");
    assert_int_equal(rapport_draft_add_option(draft, choice, NULL, 1, NULL), RAPPORT_BAD_ARGUMENT);
    assert_refused(draft, rapport_draft_add_option(draft, choice, "a", 100.5, &error), RAPPORT_BAD_VALUE, "/scales/o/points");
    assert_refused(draft, rapport_draft_add_option(draft, choice, "a", -0.5, &error), RAPPORT_BAD_VALUE, "/scales/o/points");
    assert_refused(draft, rapport_draft_add_option(draft, choice, "a", NAN, &error), RAPPORT_BAD_VALUE, "/scales/o/points");
    rapport_draft_destroy(draft);
}

static void a_choice_has_at_most_256_options(void **state)
{
    rapport_draft *draft = new_draft();
    rapport_model *model;
    uint32_t choice;
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    assert_ok(rapport_draft_add_choice(draft, "o", &choice, NULL));
    for (uint32_t i = 0; i < RAPPORT_MAX_OPTIONS; i++)
        assert_ok(rapport_draft_add_option(draft, choice, numbered("o", i), i / 4.0, NULL));
    assert_refused(draft, rapport_draft_add_option(draft, choice, "more", 1, &error), RAPPORT_LIMIT, "/scales/o/choices");
    model = finish(draft);
    assert_int_equal(rapport_model_count_steps(model, choice), RAPPORT_MAX_OPTIONS);
    assert_int_equal(rapport_model_find_step(model, choice, "o255"), 256);
    rapport_model_destroy(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_number_2_to_101),
        cmocka_unit_test(level_points_are_0_to_100_and_go_one_way),
        cmocka_unit_test(level_ids_are_unique_and_no_states),
        cmocka_unit_test(knots_number_2_to_16_and_rise),
        cmocka_unit_test(the_ends_of_a_value_function_are_finite_and_apart),
        cmocka_unit_test(units_belong_to_numbers),
        cmocka_unit_test(options_are_checked),
        cmocka_unit_test(a_choice_has_at_most_256_options),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
