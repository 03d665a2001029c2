/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Want of memory where plans and ways grow: memory is taken in chunks, so each number of criteria runs out elsewhere. */
#include "score_kit.h"

#include "rapport/plan.h"

enum { FEW = 3, MOST = 48, MOST_ACTIONS = 160 };

static uint32_t criteria, extra, effects = 1; /* extra: actions more than criteria; effects of each */
static int32_t kind;

/* Criteria c0, c1, ... of weights 1, 2, ... on five levels; all at level 2 for us, at level 3 for them. */
static sk open_many(void)
{
    static char tree[2048], parties[4096];
    char *at = tree;
    for (uint32_t i = 0; i < criteria; i++)
        at += sprintf(at, "c%u#five:%u ", i, i + 1);
    at = parties;
    at += sprintf(at, "us:");
    for (uint32_t i = 0; i < criteria; i++)
        at += sprintf(at, " c%u 2", i);
    at += sprintf(at, "; them:");
    for (uint32_t i = 0; i < criteria; i++)
        at += sprintf(at, " c%u 3", i);
    return sk_open(tree, "'power':0.5", parties, NULL);
}

static rapport_status way_of_many(const rapport_allocator *memory)
{
    rapport_band_gap_options options = {.struct_size = sizeof options, .kind = kind, .work_limit = 1};
    sk it = open_many();
    rapport_result *result = NULL;
    rapport_status status = rapport_result_create(memory, &result);
    if (!status)
        status = rapport_result_compute(result, it.assessment, NULL);
    if (!status)
        status = rapport_result_compute_band_gap(result, &options, NULL, NULL);
    rapport_result_destroy(result);
    sk_close(&it);
    return status;
}

static rapport_status fill(rapport_actions *actions)
{
    rapport_status status = rapport_actions_add_phase(actions, "now", 3, NULL, NULL);
    for (uint32_t i = 0; !status && i < criteria + extra; i++) {
        char id[16];
        sprintf(id, "a%u", i);
        status = rapport_actions_add(actions, id, NULL, 1 + i, RAPPORT_NONE, NULL, NULL);
        for (uint32_t k = 0; !status && k < effects; k++)
            status =
                rapport_actions_add_effect(actions, i, (i + k) % criteria + 1, RAPPORT_NONE, RAPPORT_EFFECT_LEVELS, 1, NULL);
        if (!status && i % 3 == 2)
            status = rapport_actions_add_requirement(actions, i, i - 1, NULL);
    }
    return status;
}

static rapport_status plan_of_many(const rapport_allocator *memory)
{
    rapport_plan_options options = {.struct_size = sizeof options, .has_budget = 1, .budget = 9, .work_limit = 1};
    sk it = open_many();
    rapport_actions *actions = NULL;
    rapport_plan *plan = NULL;
    rapport_status status = rapport_actions_create(it.model, NULL, &actions);
    if (!status)
        status = fill(actions);
    assert_ok(status);
    status = rapport_plan_compute(it.result, actions, &options, memory, &plan, NULL);
    assert_true(!status == !!plan);
    rapport_plan_destroy(plan);
    rapport_actions_destroy(actions);
    sk_close(&it);
    return status;
}

static void a_way_of_any_length_survives_want_of_memory(void **state)
{
    (void)state;
    for (criteria = FEW; criteria <= MOST; criteria++) {
        kind = criteria % 2 ? RAPPORT_FEWEST_STEPS : RAPPORT_CHEAPEST_STEPS;
        assert_true(tk_exhaust_memory(way_of_many) > 6);
    }
}

static void a_plan_of_any_length_survives_want_of_memory(void **state)
{
    (void)state;
    for (criteria = FEW; criteria <= MOST; criteria++)
        assert_true(tk_exhaust_memory(plan_of_many) > 4);
}

static void a_plan_of_any_number_of_actions_survives_want_of_memory(void **state)
{
    (void)state;
    criteria = FEW;
    for (effects = 0; effects < 2; effects++)
        for (extra = 1; extra <= MOST_ACTIONS; extra += 2)
            assert_true(tk_exhaust_memory(plan_of_many) > 4);
    extra = 0;
    for (criteria = FEW; criteria <= MOST / 2; criteria += 3)
        for (effects = 2; effects <= criteria; effects += 2)
            assert_true(tk_exhaust_memory(plan_of_many) > 4);
    effects = 1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_way_of_any_length_survives_want_of_memory),
        cmocka_unit_test(a_plan_of_any_length_survives_want_of_memory),
        cmocka_unit_test(a_plan_of_any_number_of_actions_survives_want_of_memory),
    };
    return cmocka_run_group_tests_name("planning_memory", tests, NULL, NULL);
}
