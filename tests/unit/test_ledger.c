/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Lists, tables and sections of the ledger, by calls. */
#include <math.h>

#include "rapport/rapport.h"

#include "../assessment_kit.h"

enum { US, THEM };

static rapport_assessment *two_parties(const rapport_model *model, const rapport_allocator *memory)
{
    rapport_assessment *a = new_assessment(model, memory);
    assert_ok(rapport_assessment_add_party(a, "us", 1, RAPPORT_VOICE_ONE, NULL, NULL));
    assert_ok(rapport_assessment_add_party(a, "them", 1, RAPPORT_VOICE_ONE, NULL, NULL));
    return a;
}

static void items_have_numbers_and_ids(void **state)
{
    (void)state;
    rapport_model *model = kit_model();
    rapport_assessment *a = two_parties(model, NULL);
    rapport_error error;
    uint32_t item = 7;
    for (int32_t list = RAPPORT_LIST_SKILLS; list < RAPPORT_LIST_END; list++) {
        assert_int_equal(rapport_ledger_count_items(a, list), 0);
        assert_int_equal(rapport_ledger_find_item(a, list, "one"), RAPPORT_NONE);
        assert_null(rapport_ledger_item_id(a, list, 0));
        assert_ok(rapport_ledger_add_item(a, list, "one", NULL, NULL));
        assert_ok(rapport_ledger_add_item(a, list, "two", &item, NULL));
        assert_int_equal(item, 1);
        assert_int_equal(rapport_ledger_add_item(a, list, "one", &item, &error), RAPPORT_DUPLICATE);
        assert_non_null(strstr(error.message, "\"one\" is taken"));
        assert_int_equal(rapport_ledger_add_item(a, list, "x", &item, &error), RAPPORT_BAD_VALUE);
        assert_int_equal(rapport_ledger_add_item(a, list, NULL, &item, &error), RAPPORT_BAD_ARGUMENT);
        assert_int_equal(rapport_ledger_count_items(a, list), 2);
        assert_int_equal(rapport_ledger_find_item(a, list, "two"), 1);
        assert_int_equal(rapport_ledger_find_item(a, list, NULL), RAPPORT_NONE);
        assert_string_equal(rapport_ledger_item_id(a, list, 0), "one");
        assert_null(rapport_ledger_item_id(a, list, 2));
    }
    for (int32_t list = 0; list <= RAPPORT_LIST_END; list += RAPPORT_LIST_END) {
        assert_int_equal(rapport_ledger_add_item(a, list, "one", NULL, NULL), RAPPORT_BAD_ARGUMENT);
        assert_int_equal(rapport_ledger_count_items(a, list), 0);
        assert_int_equal(rapport_ledger_find_item(a, list, "one"), RAPPORT_NONE);
        assert_null(rapport_ledger_item_id(a, list, 0));
    }
    rapport_assessment_destroy(a);
    rapport_model_destroy(model);
}

static void items_have_titles_in_languages_and_skills_have_none(void **state)
{
    (void)state;
    rapport_model *model = kit_model();
    rapport_assessment *a = two_parties(model, NULL);
    rapport_error error;
    for (int32_t list = RAPPORT_LIST_SKILLS; list < RAPPORT_LIST_END; list++) {
        assert_null(rapport_ledger_item_title(a, list, 0, NULL));
        assert_int_equal(rapport_ledger_set_title(a, list, 0, NULL, "One", -1, &error), RAPPORT_BAD_ARGUMENT);
        assert_ok(rapport_ledger_add_item(a, list, "one", NULL, NULL));
        assert_ok(rapport_ledger_add_item(a, list, "two", NULL, NULL));
        assert_string_equal(rapport_ledger_item_title(a, list, 1, NULL), "two"); /* the id, at first */
        if (list == RAPPORT_LIST_SKILLS) {
            assert_int_equal(rapport_ledger_set_title(a, list, 0, NULL, "One", -1, &error), RAPPORT_BAD_ARGUMENT);
            continue;
        }
        assert_ok(rapport_ledger_set_title(a, list, 1, "de", "Zwei", -1, NULL));
        assert_ok(rapport_ledger_set_title(a, list, 1, "en", "Two?", 3, NULL));
        assert_string_equal(rapport_ledger_item_title(a, list, 1, "de"), "Zwei");
        assert_string_equal(rapport_ledger_item_title(a, list, 1, "sv"), "Two"); /* English before any */
        assert_string_equal(rapport_ledger_item_title(a, list, 0, "de"), "one");
        assert_ok(rapport_ledger_set_title(a, list, 1, NULL, "2", -1, NULL)); /* drops those with a language */
        assert_string_equal(rapport_ledger_item_title(a, list, 1, "de"), "2");
        assert_int_equal(rapport_ledger_set_title(a, list, 1, "d e", "Zwei", -1, &error), RAPPORT_BAD_VALUE);
        assert_int_equal(rapport_ledger_set_title(a, list, 1, NULL, "\xFF", -1, &error), RAPPORT_BAD_VALUE);
        assert_int_equal(rapport_ledger_set_title(a, list, 1, NULL, NULL, -1, &error), RAPPORT_BAD_ARGUMENT);
        assert_int_equal(rapport_ledger_set_title(a, list, 2, NULL, "3", -1, &error), RAPPORT_BAD_ARGUMENT);
        assert_null(rapport_ledger_item_title(a, list, 2, NULL));
    }
    for (int32_t list = 0; list <= RAPPORT_LIST_END; list += RAPPORT_LIST_END) {
        assert_int_equal(rapport_ledger_set_title(a, list, 0, NULL, "One", -1, &error), RAPPORT_BAD_ARGUMENT);
        assert_null(rapport_ledger_item_title(a, list, 0, NULL));
    }
    rapport_assessment_destroy(a);
    rapport_model_destroy(model);
}

static void a_list_holds_1024_items(void **state)
{
    (void)state;
    rapport_model *model = kit_model();
    rapport_assessment *a = two_parties(model, NULL);
    rapport_error error;
    for (int32_t list = RAPPORT_LIST_SKILLS; list <= RAPPORT_LIST_RIVALS; list++) {
        char id[16];
        for (int i = 0; i < RAPPORT_MAX_ITEMS; i++) {
            snprintf(id, sizeof id, "i%d", i);
            assert_ok(rapport_ledger_add_item(a, list, id, NULL, NULL));
        }
        assert_int_equal(rapport_ledger_add_item(a, list, "more", NULL, &error), RAPPORT_LIMIT);
        assert_non_null(strstr(error.message, "1024"));
        assert_int_equal(rapport_ledger_count_items(a, list), RAPPORT_MAX_ITEMS);
    }
    assert_int_equal(rapport_assessment_add_skill(a, "more", 1, NULL, &error), RAPPORT_LIMIT);
    assert_ok(rapport_ledger_set_entry(a, RAPPORT_ENTRY_RIVAL_LEVEL, RAPPORT_MAX_ITEMS - 1, RAPPORT_MAX_ITEMS - 1, 0, 1, NULL));
    rapport_assessment_destroy(a);
    rapport_model_destroy(model);
}

/* What each table's entries belong to, and its range, as rapport/ledger.h says. -1 is a party. */
static const struct {
    int32_t table, section, axes[3];
    double least, most;
} tables[] = {
    {RAPPORT_ENTRY_CONTRIBUTION, RAPPORT_SECTION_CONTRIBUTIONS, {-1}, 0, 1e300},
    {RAPPORT_ENTRY_TOGETHER, RAPPORT_SECTION_SYNERGY, {0}, -1e300, 1e300},
    {RAPPORT_ENTRY_ALONE, RAPPORT_SECTION_SYNERGY, {-1}, -1e300, 1e300},
    {RAPPORT_ENTRY_RIVAL_LEVEL, RAPPORT_SECTION_RIVALS, {RAPPORT_LIST_RIVALS, RAPPORT_LIST_SKILLS}, 0, 1},
    {RAPPORT_ENTRY_TASK_WORK, RAPPORT_SECTION_TASKS, {RAPPORT_LIST_TASKS}, 0, 1e300},
    {RAPPORT_ENTRY_TASK_LEVEL, RAPPORT_SECTION_TASKS, {RAPPORT_LIST_TASKS}, 0, 1},
    {RAPPORT_ENTRY_AIM_NOW, RAPPORT_SECTION_AIMS_NOW, {-1, RAPPORT_LIST_AIMS}, 0, 1e300},
    {RAPPORT_ENTRY_AIM_FUTURE, RAPPORT_SECTION_AIMS_FUTURE, {-1, RAPPORT_LIST_AIMS}, 0, 1e300},
    {RAPPORT_ENTRY_BELIEVED_NOW, RAPPORT_SECTION_BELIEVED_NOW, {-1, -1, RAPPORT_LIST_AIMS}, 0, 1e300},
    {RAPPORT_ENTRY_BELIEVED_FUTURE, RAPPORT_SECTION_BELIEVED_FUTURE, {-1, -1, RAPPORT_LIST_AIMS}, 0, 1e300},
    {RAPPORT_ENTRY_SUPPORT, RAPPORT_SECTION_SUPPORT, {-1, RAPPORT_LIST_AIMS}, -1, 1},
    {RAPPORT_ENTRY_WANTED, RAPPORT_SECTION_SHARED_VISION, {-1}, 0, 100},
    {RAPPORT_ENTRY_WANTED_AGREEMENT, RAPPORT_SECTION_SHARED_VISION, {-1}, -1e300, 1},
    {RAPPORT_ENTRY_TODAY, RAPPORT_SECTION_BOLDNESS, {0}, -1e300, 1e300},
    {RAPPORT_ENTRY_ASKED, RAPPORT_SECTION_BOLDNESS, {0}, -1e300, 1e300},
    {RAPPORT_ENTRY_FEASIBLE, RAPPORT_SECTION_BOLDNESS, {0}, -1e300, 1e300},
    {RAPPORT_ENTRY_VISION, RAPPORT_SECTION_TRIAD, {0}, 0, 100},
    {RAPPORT_ENTRY_LEADERSHIP, RAPPORT_SECTION_TRIAD, {0}, 0, 100},
    {RAPPORT_ENTRY_STRATEGY, RAPPORT_SECTION_TRIAD, {0}, 0, 100},
    {RAPPORT_ENTRY_GOAL_WEIGHT, RAPPORT_SECTION_PLAN_CHAIN, {RAPPORT_LIST_GOALS}, 0, 1e300},
    {RAPPORT_ENTRY_SERVES, RAPPORT_SECTION_PLAN_CHAIN, {RAPPORT_LIST_STRATEGIES, RAPPORT_LIST_GOALS}, 0, 1},
    {RAPPORT_ENTRY_CARRIES_OUT, RAPPORT_SECTION_PLAN_CHAIN, {RAPPORT_LIST_ACTIONS, RAPPORT_LIST_STRATEGIES}, 0, 1},
    {RAPPORT_ENTRY_OWNED, RAPPORT_SECTION_PLAN_CHAIN, {RAPPORT_LIST_ACTIONS}, 0, 1},
    {RAPPORT_ENTRY_DATED, RAPPORT_SECTION_PLAN_CHAIN, {RAPPORT_LIST_ACTIONS}, 0, 1},
    {RAPPORT_ENTRY_MEASURED, RAPPORT_SECTION_PLAN_CHAIN, {RAPPORT_LIST_ACTIONS}, 0, 1},
    {RAPPORT_ENTRY_ROLE_WEIGHT, RAPPORT_SECTION_COALITION, {-1, RAPPORT_LIST_ROLES}, 0, 1e300},
    {RAPPORT_ENTRY_ROLE_HELD, RAPPORT_SECTION_COALITION, {-1, RAPPORT_LIST_ROLES}, 0, 1},
    {RAPPORT_ENTRY_COALITION_AGREEMENT, RAPPORT_SECTION_COALITION, {0}, -1e300, 1},
    {RAPPORT_ENTRY_PAYOFF, RAPPORT_SECTION_SCENARIOS, {RAPPORT_LIST_PLANS, RAPPORT_LIST_SCENARIOS}, -1e300, 1e300},
    {RAPPORT_ENTRY_PROBABILITY, RAPPORT_SECTION_SCENARIOS, {RAPPORT_LIST_SCENARIOS}, 0, 1e300},
    {RAPPORT_ENTRY_TAKEN, RAPPORT_SECTION_DECISIONS, {RAPPORT_LIST_DECISIONS}, 0, 1e300},
    {RAPPORT_ENTRY_DUE, RAPPORT_SECTION_DECISIONS, {RAPPORT_LIST_DECISIONS}, 0, 1e300},
    {RAPPORT_ENTRY_REVERSED, RAPPORT_SECTION_DECISIONS, {RAPPORT_LIST_DECISIONS}, 0, 1},
    {RAPPORT_ENTRY_STAGE_WEIGHT, RAPPORT_SECTION_VALUE_CHAIN, {RAPPORT_LIST_STAGES}, 0, 1e300},
    {RAPPORT_ENTRY_JOINT, RAPPORT_SECTION_VALUE_CHAIN, {RAPPORT_LIST_STAGES}, 0, 1},
    {RAPPORT_ENTRY_TOPIC_WEIGHT, RAPPORT_SECTION_PRICE, {RAPPORT_LIST_TOPICS}, 0, 1e300},
    {RAPPORT_ENTRY_ABOUT_PRICE, RAPPORT_SECTION_PRICE, {RAPPORT_LIST_TOPICS}, 0, 1},
    {RAPPORT_ENTRY_HORIZON, RAPPORT_SECTION_HORIZONS, {-1}, 0, 1e300},
    {RAPPORT_ENTRY_DEPENDENCE, RAPPORT_SECTION_DEPENDENCE, {-1}, 0, 1e300},
    {RAPPORT_ENTRY_TRUST, RAPPORT_SECTION_NETWORK, {-1, -1}, 0, 100},
    {RAPPORT_ENTRY_TRUST_CUT, RAPPORT_SECTION_NETWORK, {0}, 0, 100},
    {RAPPORT_ENTRY_OPTIMUM, 0, {0}, 0, 1},
    {RAPPORT_ENTRY_HELD_FROM, 0, {0}, 0, 1},
};

static void every_table_keeps_what_is_in_its_range(void **state)
{
    (void)state;
    rapport_model *model = kit_model();
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        rapport_assessment *a = two_parties(model, NULL);
        uint32_t at[3] = {0, 0, 0};
        int32_t table = tables[i].table;
        const double bad[] = {NAN, tables[i].least == 0 ? -5e-324 : tables[i].least * 1.1, tables[i].most * 1.1, HUGE_VAL};
        double value = -17;
        for (int k = 0; k < 3; k++) {
            if (tables[i].axes[k] > 0 && !rapport_ledger_count_items(a, tables[i].axes[k])) {
                assert_int_equal(rapport_ledger_set_entry(a, table, 0, 0, 0, 0, NULL), RAPPORT_BAD_ARGUMENT);
                assert_ok(rapport_ledger_add_item(a, tables[i].axes[k], "one", NULL, NULL));
                assert_ok(rapport_ledger_add_item(a, tables[i].axes[k], "two", NULL, NULL));
            }
            at[k] = tables[i].axes[k] ? 1 : 0;
        }
        for (size_t k = 0; k < sizeof bad / sizeof *bad; k++)
            assert_int_equal(rapport_ledger_set_entry(a, table, at[0], at[1], at[2], bad[k], NULL), RAPPORT_BAD_VALUE);
        assert_int_not_equal(rapport_ledger_get_entry(a, table, at[0], at[1], at[2], &value), RAPPORT_OK);
        assert_true(value == -17);
        assert_ok(rapport_ledger_set_entry(a, table, at[0], at[1], at[2], tables[i].most, NULL));
        assert_ok(rapport_ledger_get_entry(a, table, at[0], at[1], at[2], NULL));
        assert_ok(rapport_ledger_set_entry(a, table, at[0], at[1], at[2], tables[i].least, NULL));
        assert_ok(rapport_ledger_get_entry(a, table, at[0], at[1], at[2], &value));
        assert_same_bits(value, tables[i].least);
        if (tables[i].section)
            assert_int_equal(rapport_ledger_has_section(a, tables[i].section), 1);
        for (int k = 0; k < 3; k++) { /* one beyond, on each axis in turn */
            uint32_t wrong[3] = {at[0], at[1], at[2]};
            wrong[k] = tables[i].axes[k] ? 2 : 1;
            assert_int_equal(rapport_ledger_set_entry(a, table, wrong[0], wrong[1], wrong[2], 0, NULL), RAPPORT_BAD_ARGUMENT);
            assert_int_equal(rapport_ledger_get_entry(a, table, wrong[0], wrong[1], wrong[2], &value), RAPPORT_BAD_ARGUMENT);
        }
        if (tables[i].axes[0] && tables[i].section)
            assert_int_equal(rapport_ledger_get_entry(a, table, 0, 0, 0, &value), RAPPORT_UNDEFINED);
        rapport_assessment_destroy(a);
    }
    rapport_model_destroy(model);
}

static void numbers_of_skills_parties_and_criteria_must_be_there(void **state)
{
    (void)state;
    rapport_model *model = kit_model();
    rapport_assessment *a = two_parties(model, NULL);
    assert_ok(rapport_ledger_add_item(a, RAPPORT_LIST_TASKS, "task", NULL, NULL));
    assert_int_equal(rapport_ledger_set_entry(a, RAPPORT_ENTRY_TASK_SKILL, 0, 0, 0, 0, NULL), RAPPORT_BAD_VALUE);
    assert_ok(rapport_assessment_add_skill(a, "skill", 1, NULL, NULL));
    assert_ok(rapport_ledger_set_entry(a, RAPPORT_ENTRY_TASK_SKILL, 0, 0, 0, 0, NULL));
    assert_ok(rapport_ledger_set_entry(a, RAPPORT_ENTRY_TASK_PARTY, 0, 0, 0, THEM, NULL));
    assert_int_equal(rapport_ledger_set_entry(a, RAPPORT_ENTRY_TASK_PARTY, 0, 0, 0, 2, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_ledger_set_entry(a, RAPPORT_ENTRY_TASK_PARTY, 0, 0, 0, 0.5, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_ledger_set_entry(a, RAPPORT_ENTRY_TASK_PARTY, 0, 0, 0, -1, NULL), RAPPORT_BAD_VALUE);
    assert_ok(rapport_ledger_set_entry(a, RAPPORT_ENTRY_VISION_CRITERION, 0, 0, 0, LEVEL, NULL));
    assert_int_equal(rapport_ledger_set_entry(a, RAPPORT_ENTRY_VISION_CRITERION, 0, 0, 0, GROUP, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_ledger_set_entry(a, RAPPORT_ENTRY_VISION_CRITERION, 0, 0, 0, 1e9, NULL), RAPPORT_BAD_VALUE);
    assert_ok(rapport_ledger_add_item(a, RAPPORT_LIST_STAGES, "stage", NULL, NULL));
    assert_int_equal(rapport_ledger_set_entry(a, RAPPORT_ENTRY_JOINT, 0, 0, 0, 0.5, NULL), RAPPORT_BAD_VALUE);
    assert_int_equal(rapport_ledger_set_entry(a, 0, 0, 0, 0, 0, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_ledger_set_entry(a, RAPPORT_ENTRY_END, 0, 0, 0, 0, NULL), RAPPORT_BAD_ARGUMENT);
    rapport_assessment_destroy(a);
    rapport_model_destroy(model);
}

static void sections_open_by_themselves_or_by_hand(void **state)
{
    (void)state;
    rapport_model *model = kit_model();
    rapport_assessment *a = two_parties(model, NULL);
    double value;
    for (int32_t section = 1; section < RAPPORT_SECTION_END; section++)
        assert_int_equal(rapport_ledger_has_section(a, section), 0);
    assert_int_equal(rapport_ledger_get_entry(a, RAPPORT_ENTRY_HORIZON, US, 0, 0, &value), RAPPORT_NOT_FOUND);
    for (int32_t section = 1; section < RAPPORT_SECTION_END; section++) {
        assert_ok(rapport_ledger_add_section(a, section, NULL));
        assert_int_equal(rapport_ledger_has_section(a, section), 1);
    }
    assert_int_equal(rapport_ledger_get_entry(a, RAPPORT_ENTRY_HORIZON, US, 0, 0, &value), RAPPORT_UNDEFINED);
    for (int32_t section = 0; section <= RAPPORT_SECTION_END; section += RAPPORT_SECTION_END) {
        assert_int_equal(rapport_ledger_add_section(a, section, NULL), RAPPORT_BAD_ARGUMENT);
        assert_int_equal(rapport_ledger_has_section(a, section), 0);
    }
    rapport_assessment_destroy(a);
    rapport_model_destroy(model);
}

static void an_entry_replaces_what_was_there_and_zero_has_no_sign(void **state)
{
    (void)state;
    rapport_model *model = kit_model();
    rapport_assessment *a = two_parties(model, NULL);
    double value;
    assert_ok(rapport_ledger_set_entry(a, RAPPORT_ENTRY_TOGETHER, 0, 0, 0, 5, NULL));
    assert_ok(rapport_ledger_set_entry(a, RAPPORT_ENTRY_TOGETHER, 0, 0, 0, -0.0, NULL));
    assert_ok(rapport_ledger_get_entry(a, RAPPORT_ENTRY_TOGETHER, 0, 0, 0, &value));
    assert_same_bits(value, 0.0);
    rapport_assessment_destroy(a);
    rapport_model_destroy(model);
}

static rapport_model *shared;

static rapport_status fill(const rapport_allocator *memory)
{
    rapport_assessment *a = NULL;
    rapport_result *result = NULL;
    char id[16];
    rapport_status status = rapport_assessment_create(shared, "a", "P", "2026-01-31", memory, &a, NULL);
    if (!status)
        status = rapport_assessment_add_party(a, "us", 1, RAPPORT_VOICE_ONE, NULL, NULL);
    if (!status)
        status = rapport_assessment_add_party(a, "them", 1, RAPPORT_VOICE_ONE, NULL, NULL);
    if (!status)
        status = rapport_ledger_add_section(a, RAPPORT_SECTION_COALITION, NULL);
    for (int i = 0; !status && i < 20; i++) {
        snprintf(id, sizeof id, "g%d", i);
        status = rapport_ledger_add_item(a, RAPPORT_LIST_AIMS, id, NULL, NULL);
    }
    for (uint32_t i = 0; !status && i < 20; i++)
        status = rapport_ledger_set_entry(a, RAPPORT_ENTRY_BELIEVED_NOW, US, THEM, i, i, NULL);
    for (uint32_t i = 0; !status && i < 20; i++)
        status = rapport_ledger_set_entry(a, RAPPORT_ENTRY_AIM_NOW, THEM, i, 0, i, NULL);
    if (!status)
        status = rapport_result_create(memory, &result);
    if (!status)
        status = rapport_result_compute(result, a, NULL);
    if (!status)
        assert_ok(rapport_measure_get(result, RAPPORT_MEASURE_KNOWN_NOW, US, THEM, NULL, NULL));
    rapport_result_destroy(result);
    rapport_assessment_destroy(a);
    return status;
}

static void without_memory_nothing_happens(void **state)
{
    (void)state;
    shared = kit_model();
    assert_true(tk_exhaust_memory(fill) > 10);
    rapport_model_destroy(shared);
}

static void *set_up(const rapport_allocator *memory)
{
    rapport_assessment *a = two_parties(shared, memory);
    assert_ok(rapport_ledger_add_item(a, RAPPORT_LIST_GOALS, "goal", NULL, NULL));
    return a;
}

static rapport_status add_one(void *object)
{
    rapport_status status = rapport_ledger_add_item(object, RAPPORT_LIST_PLANS, "plan", NULL, NULL);
    if (status)
        assert_int_equal(rapport_ledger_count_items(object, RAPPORT_LIST_PLANS), 0);
    return status;
}

static rapport_status set_one(void *object)
{
    rapport_status status = rapport_ledger_set_entry(object, RAPPORT_ENTRY_TRUST, US, THEM, 0, 50, NULL);
    if (status)
        assert_int_equal(rapport_ledger_has_section(object, RAPPORT_SECTION_NETWORK), 0);
    return status;
}

static void tear_down(void *object)
{
    rapport_assessment_destroy(object);
}

static void a_call_that_fails_can_be_repeated(void **state)
{
    (void)state;
    const tk_step add = {set_up, add_one, NULL, tear_down}, set = {set_up, set_one, NULL, tear_down};
    shared = kit_model();
    assert_true(tk_exhaust_step(&add) > 0);
    assert_true(tk_exhaust_step(&set) > 0);
    rapport_model_destroy(shared);
}

static void computing_again_allocates_nothing(void **state)
{
    (void)state;
    tk_heap heap = {0};
    rapport_allocator memory = tk_allocator(&heap);
    rapport_result *result;
    size_t calls;
    shared = kit_model();
    rapport_assessment *a = two_parties(shared, NULL);
    assert_ok(rapport_ledger_add_item(a, RAPPORT_LIST_PLANS, "plan", NULL, NULL));
    assert_ok(rapport_ledger_add_item(a, RAPPORT_LIST_SCENARIOS, "scenario", NULL, NULL));
    assert_ok(rapport_ledger_set_entry(a, RAPPORT_ENTRY_PAYOFF, 0, 0, 0, 50, NULL));
    assert_ok(rapport_ledger_set_entry(a, RAPPORT_ENTRY_VISION_CRITERION, 0, 0, 0, LEVEL, NULL));
    assert_ok(rapport_result_create(&memory, &result));
    assert_ok(rapport_result_compute(result, a, NULL));
    calls = heap.calls;
    assert_ok(rapport_result_compute(result, a, NULL));
    assert_int_equal(heap.calls, calls);
    rapport_result_destroy(result);
    rapport_assessment_destroy(a);
    rapport_model_destroy(shared);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_have_numbers_and_ids),
        cmocka_unit_test(items_have_titles_in_languages_and_skills_have_none),
        cmocka_unit_test(a_list_holds_1024_items),
        cmocka_unit_test(every_table_keeps_what_is_in_its_range),
        cmocka_unit_test(numbers_of_skills_parties_and_criteria_must_be_there),
        cmocka_unit_test(sections_open_by_themselves_or_by_hand),
        cmocka_unit_test(an_entry_replaces_what_was_there_and_zero_has_no_sign),
        cmocka_unit_test(without_memory_nothing_happens),
        cmocka_unit_test(a_call_that_fails_can_be_repeated),
        cmocka_unit_test(computing_again_allocates_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
