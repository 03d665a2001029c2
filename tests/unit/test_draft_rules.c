/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Gates, bands and overlays of a draft. */
#include <math.h>

#include "draft_kit.h"

static rapport_status gate(rapport_draft *draft, const char *id, uint32_t *index, rapport_error *error)
{
    return rapport_draft_add_gate(draft, id, 1, RAPPORT_ANY_VIEW, 50, RAPPORT_FAIL, 0, index, error);
}

static rapport_status measure_gate(rapport_draft *draft, const char *id, uint32_t *index, rapport_error *error)
{
    return rapport_draft_add_measure_gate(draft, id, RAPPORT_BALANCE, 0, 0, 0.5, RAPPORT_FLAG, 0, index, error);
}

static const double no_weights[] = {-1, -1e-300, 0.99e-12, 5e-324, 1.01e12, HUGE_VAL, -HUGE_VAL, NAN};

static void gates_on_nodes_are_checked(void **state)
{
    rapport_draft *draft = new_draft();
    rapport_gate is = {.struct_size = sizeof is};
    uint32_t c = add_criterion(draft, RAPPORT_ROOT, "c", 1), out = 7;
    rapport_model *model;
    (void)state;
    assert_refused(draft, rapport_draft_add_gate(draft, "g", RAPPORT_ROOT, 0, 50, RAPPORT_FAIL, 0, &out, &error),
                   RAPPORT_BAD_ARGUMENT, "/gates/g/node");
    assert_refused(draft, rapport_draft_add_gate(draft, "g", 2, 0, 50, RAPPORT_FAIL, 0, &out, &error), RAPPORT_BAD_ARGUMENT,
                   "/gates/g/node");
    assert_refused(draft, rapport_draft_add_gate(draft, "g", c, 3, 50, RAPPORT_FAIL, 0, &out, &error), RAPPORT_BAD_VALUE,
                   "/gates/g/view");
    assert_refused(draft, rapport_draft_add_gate(draft, "g", c, -1, 50, RAPPORT_FAIL, 0, &out, &error), RAPPORT_BAD_VALUE,
                   "/gates/g/view");
    static const double wrong[] = {-0.5, 100.5, NAN};
    for (size_t i = 0; i < COUNT(wrong); i++) {
        assert_refused(draft, rapport_draft_add_gate(draft, "g", c, 0, wrong[i], RAPPORT_FAIL, 0, &out, &error),
                       RAPPORT_BAD_VALUE, "/gates/g/below");
        assert_refused(draft, rapport_draft_add_gate(draft, "g", c, 0, 50, RAPPORT_CAP, wrong[i], &out, &error),
                       RAPPORT_BAD_VALUE, "/gates/g/cap");
    }
    assert_refused(draft, rapport_draft_add_gate(draft, "g", c, 0, 50, 0, 0, &out, &error), RAPPORT_BAD_VALUE,
                   "/gates/g/effect");
    assert_refused(draft, rapport_draft_add_gate(draft, "g", c, 0, 50, 4, 0, &out, &error), RAPPORT_BAD_VALUE,
                   "/gates/g/effect");
    assert_refused(draft, rapport_draft_add_gate(draft, "g", c, 0, 50, RAPPORT_FAIL, 5, &out, &error), RAPPORT_BAD_VALUE,
                   "/gates/g/cap");
    assert_refused(draft, rapport_draft_add_gate(draft, "g", c, 0, 50, RAPPORT_FLAG, NAN, &out, &error), RAPPORT_BAD_VALUE,
                   "/gates/g/cap");
    assert_int_equal(out, 7);
    assert_ok(rapport_draft_add_gate(draft, "g", c, RAPPORT_JOINT_VIEW, 100, RAPPORT_CAP, 54, &out, NULL));
    assert_int_equal(out, 0);
    assert_ok(rapport_draft_add_gate(draft, "h", c, RAPPORT_ALL_VIEWS, -0.0, RAPPORT_CAP, -0.0, NULL, NULL));
    assert_ok(rapport_draft_add_gate(draft, "i", c, RAPPORT_ANY_VIEW, 10, RAPPORT_FAIL, 0, NULL, NULL));
    assert_ok(rapport_draft_add_gate(draft, "j", c, RAPPORT_ANY_VIEW, 10, RAPPORT_FLAG, 0, NULL, NULL));
    model = finish(draft);
    assert_ok(rapport_model_get_gate(model, 0, &is));
    assert_int_equal(is.effect, RAPPORT_CAP);
    assert_int_equal(is.node, 1);
    assert_int_equal(is.measure, 0);
    assert_int_equal(is.view, RAPPORT_JOINT_VIEW);
    assert_int_equal(is.above, 0);
    assert_same_bits(is.threshold, 100);
    assert_same_bits(is.cap, 54);
    assert_ok(rapport_model_get_gate(model, 1, &is));
    assert_int_equal(is.view, RAPPORT_ALL_VIEWS);
    assert_same_bits(is.threshold, 0);
    assert_same_bits(is.cap, 0);
    assert_ok(rapport_model_get_gate(model, 2, &is));
    assert_int_equal(is.effect, RAPPORT_FAIL);
    assert_same_bits(is.cap, 0);
    assert_ok(rapport_model_get_gate(model, 3, &is));
    assert_int_equal(is.effect, RAPPORT_FLAG);
    assert_same_bits(is.cap, 100);
    rapport_model_destroy(model);
}

static void gates_on_measures_are_checked(void **state)
{
    rapport_draft *draft = new_draft();
    rapport_gate is = {.struct_size = sizeof is};
    rapport_model *model;
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    assert_refused(draft, rapport_draft_add_measure_gate(draft, "g", 0, 0, 0, 0, RAPPORT_FAIL, 0, NULL, &error),
                   RAPPORT_BAD_VALUE, "/gates/g/measure");
    assert_refused(draft, rapport_draft_add_measure_gate(draft, "g", 5, 0, 0, 0, RAPPORT_FAIL, 0, NULL, &error),
                   RAPPORT_BAD_VALUE, "/gates/g/measure");
    for (int32_t measure = RAPPORT_NET_BENEFIT; measure <= RAPPORT_SKILL_COVERAGE; measure++) {
        assert_refused(
            draft, rapport_draft_add_measure_gate(draft, "g", measure, RAPPORT_JOINT_VIEW, 0, 0, RAPPORT_FAIL, 0, NULL, &error),
            RAPPORT_BAD_VALUE, "/gates/g/view");
        if (measure != RAPPORT_NET_BENEFIT)
            assert_refused(
                draft,
                rapport_draft_add_measure_gate(draft, "g", measure, RAPPORT_ALL_VIEWS, 0, 0, RAPPORT_FAIL, 0, NULL, &error),
                RAPPORT_BAD_VALUE, "/gates/g/view");
        assert_refused(draft, rapport_draft_add_measure_gate(draft, "g", measure, 0, 0, NAN, RAPPORT_FAIL, 0, NULL, &error),
                       RAPPORT_BAD_VALUE, "/gates/g/below");
        assert_refused(draft,
                       rapport_draft_add_measure_gate(draft, "g", measure, 0, 1, HUGE_VAL, RAPPORT_FAIL, 0, NULL, &error),
                       RAPPORT_BAD_VALUE, "/gates/g/above");
        assert_refused(draft, rapport_draft_add_measure_gate(draft, "g", measure, 0, 0, 0, 4, 0, NULL, &error),
                       RAPPORT_BAD_VALUE, "/gates/g/effect");
        assert_refused(draft, rapport_draft_add_measure_gate(draft, "g", measure, 0, 0, 0, RAPPORT_CAP, 101, NULL, &error),
                       RAPPORT_BAD_VALUE, "/gates/g/cap");
        assert_ok(rapport_draft_add_measure_gate(draft, numbered("m", (uint32_t)measure), measure, 0, measure % 2,
                                                 -7.5 * measure, RAPPORT_CAP, 50, NULL, NULL));
    }
    assert_ok(rapport_draft_add_measure_gate(draft, "all", RAPPORT_NET_BENEFIT, RAPPORT_ALL_VIEWS, 0, -0.0, RAPPORT_FLAG, 0,
                                             NULL, NULL));
    model = finish(draft);
    for (int32_t measure = RAPPORT_NET_BENEFIT; measure <= RAPPORT_SKILL_COVERAGE; measure++) {
        assert_ok(rapport_model_get_gate(model, (uint32_t)measure - 1, &is));
        assert_int_equal(is.node, RAPPORT_NONE);
        assert_int_equal(is.measure, measure);
        assert_int_equal(is.view, RAPPORT_ANY_VIEW);
        assert_int_equal(is.above, measure % 2);
        assert_same_bits(is.threshold, -7.5 * measure);
        assert_same_bits(is.cap, 50);
    }
    assert_ok(rapport_model_get_gate(model, 4, &is));
    assert_int_equal(is.view, RAPPORT_ALL_VIEWS);
    assert_same_bits(is.threshold, 0);
    rapport_model_destroy(model);
}

static void bands_rise_from_0(void **state)
{
    rapport_draft *draft;
    rapport_error problem;
    rapport_band is = {.struct_size = sizeof is};
    rapport_model *model;
    uint32_t out = 7;
    (void)state;
    assert_ok(rapport_draft_create("m", "1", NULL, &draft, NULL));
    assert_ok(rapport_draft_add_yesno(draft, "s", NULL, NULL));
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    assert_int_equal(rapport_draft_add_band(draft, "b", 10, &out, &problem), RAPPORT_BAD_VALUE);
    assert_string_equal(problem.path, "/bands/b/from");
    assert_ok(rapport_draft_add_band(draft, "b", -0.0, &out, NULL));
    assert_int_equal(out, 0);
    static const double wrong[] = {-0.5, 100.5, NAN, 0, 4e-10}; /* thresholds are told apart by 1e-9 */
    for (size_t i = 0; i < COUNT(wrong); i++)
        assert_refused(draft, rapport_draft_add_band(draft, "d", wrong[i], &out, &error), RAPPORT_BAD_VALUE, "/bands/d/from");
    assert_ok(rapport_draft_add_band(draft, "d", 40, &out, NULL));
    assert_refused(draft, rapport_draft_add_band(draft, "e", 40, NULL, &error), RAPPORT_BAD_VALUE, "/bands/e/from");
    assert_refused(draft, rapport_draft_add_band(draft, "e", 39, NULL, &error), RAPPORT_BAD_VALUE, "/bands/e/from");
    assert_ok(rapport_draft_add_band(draft, "e", 100, NULL, NULL));
    model = finish(draft);
    assert_int_equal(rapport_model_count_bands(model), 3);
    static const double from[] = {0, 40, 100};
    for (uint32_t i = 0; i < 3; i++) {
        assert_ok(rapport_model_get_band(model, i, &is));
        assert_same_bits(is.from, from[i]);
        assert_int_equal(is.demands, 0);
    }
    rapport_model_destroy(model);
}

static void upper_bands_may_make_demands(void **state)
{
    static const struct {
        uint32_t demand;
        double least, most;
        const char *path;
    } demands[] = {{RAPPORT_EVERY_GROUP, 70, 100, "/bands/top/every_group"},
                   {RAPPORT_WEAKEST_PARTY, 65, 100, "/bands/top/weakest_party"},
                   {RAPPORT_NEEDS_BALANCE, 0.8, 1, "/bands/top/balance"},
                   {RAPPORT_NEEDS_COVERAGE, 0.9, 1, "/bands/top/coverage"},
                   {RAPPORT_NO_UNDECIDED_GATES, 0, 0, "/bands/top/no_undecided_gates"}};
    rapport_draft *draft = new_draft();
    rapport_band is = {.struct_size = sizeof is};
    rapport_model *model;
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    assert_ok(rapport_draft_add_band(draft, "top", 80, NULL, NULL));
    assert_refused(draft, rapport_draft_add_demand(draft, 2, RAPPORT_EVERY_GROUP, 50, &error), RAPPORT_BAD_ARGUMENT, "/bands");
    assert_refused(draft, rapport_draft_add_demand(draft, 0, RAPPORT_EVERY_GROUP, 50, &error), RAPPORT_BAD_ARGUMENT,
                   "/bands/all/requires");
    static const uint32_t none[] = {0, 3, 5, 32, 31, UINT32_MAX, UINT32_C(1) << 31};
    for (size_t i = 0; i < COUNT(none); i++)
        assert_refused(draft, rapport_draft_add_demand(draft, 1, none[i], 0, &error), RAPPORT_BAD_VALUE, "/bands/top/requires");
    for (size_t i = 0; i < COUNT(demands); i++) {
        assert_refused(draft, rapport_draft_add_demand(draft, 1, demands[i].demand, demands[i].most + 0.5, &error),
                       RAPPORT_BAD_VALUE, demands[i].path);
        assert_refused(draft, rapport_draft_add_demand(draft, 1, demands[i].demand, -0.5, &error), RAPPORT_BAD_VALUE,
                       demands[i].path);
        assert_refused(draft, rapport_draft_add_demand(draft, 1, demands[i].demand, NAN, &error), RAPPORT_BAD_VALUE,
                       demands[i].path);
        assert_ok(rapport_draft_add_demand(draft, 1, demands[i].demand, demands[i].most, NULL));
        assert_ok(rapport_draft_add_demand(draft, 1, demands[i].demand, demands[i].least, NULL)); /* replaces */
        model = build(draft);
        assert_ok(rapport_model_get_band(model, 1, &is));
        assert_int_equal(is.demands, (demands[i].demand << 1) - 1); /* all up to this one */
        rapport_model_destroy(model);
    }
    model = finish(draft);
    assert_ok(rapport_model_get_band(model, 1, &is));
    assert_same_bits(is.from, 80);
    assert_same_bits(is.every_group, 70);
    assert_same_bits(is.weakest_party, 65);
    assert_same_bits(is.balance, 0.8);
    assert_same_bits(is.coverage, 0.9);
    rapport_model_destroy(model);
}

static void changes_of_overlays_are_checked(void **state)
{
    rapport_draft *draft = new_draft();
    uint32_t c = add_criterion(draft, RAPPORT_ROOT, "c", 1);
    (void)state;
    assert_ok(rapport_draft_add_overlay(draft, "k", NULL, NULL));
    assert_refused(draft, rapport_draft_set_overlay_weight(draft, 1, c, 1, &error), RAPPORT_BAD_ARGUMENT, "/overlays");
    assert_refused(draft, rapport_draft_set_overlay_target(draft, 1, c, 1, &error), RAPPORT_BAD_ARGUMENT, "/overlays");
    assert_refused(draft, rapport_draft_set_overlay_weight(draft, 0, RAPPORT_ROOT, 1, &error), RAPPORT_BAD_ARGUMENT,
                   "/overlays/k");
    assert_refused(draft, rapport_draft_set_overlay_target(draft, 0, RAPPORT_ROOT, 1, &error), RAPPORT_BAD_ARGUMENT,
                   "/overlays/k");
    assert_refused(draft, rapport_draft_set_overlay_weight(draft, 0, 2, 1, &error), RAPPORT_BAD_ARGUMENT, "/overlays/k");
    assert_refused(draft, rapport_draft_set_overlay_target(draft, 0, 2, 1, &error), RAPPORT_BAD_ARGUMENT, "/overlays/k");
    for (size_t i = 0; i < COUNT(no_weights); i++)
        assert_refused(draft, rapport_draft_set_overlay_weight(draft, 0, c, no_weights[i], &error), RAPPORT_BAD_VALUE,
                       "/overlays/k/weights");
    static const double wrong[] = {-0.5, 100.5, NAN};
    for (size_t i = 0; i < COUNT(wrong); i++)
        assert_refused(draft, rapport_draft_set_overlay_target(draft, 0, c, wrong[i], &error), RAPPORT_BAD_VALUE,
                       "/overlays/k/targets");
    rapport_draft_destroy(draft);
}

static void a_model_has_at_most_256_overlays(void **state)
{
    rapport_draft *draft = new_draft();
    rapport_model *model;
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    for (uint32_t i = 0; i < RAPPORT_MAX_OVERLAYS; i++)
        assert_ok(rapport_draft_add_overlay(draft, numbered("k", i), NULL, NULL));
    assert_refused(draft, rapport_draft_add_overlay(draft, "more", NULL, &error), RAPPORT_LIMIT, "/overlays/more");
    model = finish(draft);
    assert_int_equal(rapport_model_count_overlays(model), RAPPORT_MAX_OVERLAYS);
    assert_int_equal(rapport_model_find_overlay(model, "k255"), 255);
    rapport_model_destroy(model);
}

static void scales_and_gates_number_as_many_as_documented(void **state)
{
    rapport_draft *draft = new_draft();
    rapport_model *model;
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    for (uint32_t i = 1; i < RAPPORT_MAX_SCALES; i++)
        assert_ok(rapport_draft_add_yesno(draft, numbered("s", i), NULL, NULL));
    for (uint32_t i = 0; i < RAPPORT_MAX_GATES; i++)
        assert_ok(measure_gate(draft, numbered("g", i), NULL, NULL));
    assert_refused(draft, rapport_draft_add_yesno(draft, "more", NULL, &error), RAPPORT_LIMIT, "/scales/more");
    assert_refused(draft, measure_gate(draft, "more", NULL, &error), RAPPORT_LIMIT, "/gates/more");
    assert_refused(draft, gate(draft, "more", NULL, &error), RAPPORT_LIMIT, "/gates/more");
    model = finish(draft);
    assert_int_equal(rapport_model_count_scales(model), RAPPORT_MAX_SCALES);
    assert_int_equal(rapport_model_count_gates(model), RAPPORT_MAX_GATES);
    rapport_model_destroy(model);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gates_on_nodes_are_checked),
        cmocka_unit_test(gates_on_measures_are_checked),
        cmocka_unit_test(bands_rise_from_0),
        cmocka_unit_test(upper_bands_may_make_demands),
        cmocka_unit_test(changes_of_overlays_are_checked),
        cmocka_unit_test(a_model_has_at_most_256_overlays),
        cmocka_unit_test(scales_and_gates_number_as_many_as_documented),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
