/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_TESTS_RANDOM_MODEL_H
#define RAPPORT_TESTS_RANDOM_MODEL_H
/* Random drafts: the same seed makes the same one. A plan is drawn first; drafts are then made from it, in one order of the
 * calls or another, with labels or without. */
#include <math.h>

#include "draft_kit.h"

typedef struct rm_random {
    uint64_t state;
} rm_random;

static inline uint32_t rm_below(rm_random *random, uint32_t bound)
{
    random->state = random->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((random->state >> 33) % bound);
}

static inline int rm_chance(rm_random *random, uint32_t percent)
{
    return rm_below(random, 100) < percent;
}

/* 0..1, with all 53 bits. */
static inline double rm_unit(rm_random *random)
{
    random->state = random->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (double)(random->state >> 11) * 0x1p-53;
}

static inline double rm_weight(rm_random *random)
{
    static const double usual[] = {1, 2, 3, 7, 0.5, 1e-12, 1e12, 1e-6};
    return rm_chance(random, 70) ? 0.01 + 100 * rm_unit(random) : usual[rm_below(random, COUNT(usual))];
}

static inline double rm_power(rm_random *random)
{
    static const double powers[] = {1, 1, 1, 0, -1, 2, -2, 0.5, 0.01, -0.01, 100, -100, HUGE_VAL, -HUGE_VAL};
    return powers[rm_below(random, COUNT(powers))];
}

enum { RM_MOST_NODES = 60, RM_SCALES = 8, RM_OVERLAYS = 3 };

typedef struct rm_node {
    uint32_t parent; /* in this array, 0 = the root; parents come before their children */
    int group, counts, informational, own_target;
    double weight, power, target;
    uint32_t scale;
    int32_t together;
    double factor[RM_OVERLAYS], overlay_target[RM_OVERLAYS]; /* -1: not changed */
} rm_node;

typedef struct rm_plan {
    uint64_t seed;
    uint32_t count; /* nodes, the root included */
    rm_node nodes[RM_MOST_NODES];
    double knots_x[5], knots_y[5], level_points[4], root_target;
} rm_plan;

static inline void rm_draw_node(rm_random *random, rm_plan *plan, uint32_t parent, int group)
{
    rm_node *node = &plan->nodes[plan->count++];
    *node = (rm_node){.parent = parent,
                      .group = group,
                      .weight = rm_weight(random),
                      .power = group ? rm_power(random) : 1,
                      .informational = rm_chance(random, 10),
                      .own_target = rm_chance(random, 30),
                      .target = 100 * rm_unit(random),
                      .scale = rm_below(random, RM_SCALES),
                      .together = (int32_t)rm_below(random, 3)};
    if (rm_chance(random, 8))
        node->weight = 0;
    for (int k = 0; k < RM_OVERLAYS; k++) {
        node->factor[k] = rm_chance(random, 30) && node->weight > 1e-3 && node->weight < 1e3 ? 0.01 + rm_unit(random) : -1;
        node->overlay_target[k] = rm_chance(random, 20) ? 100 * rm_unit(random) : -1;
    }
}

static inline void rm_draw(rm_plan *plan, uint64_t seed)
{
    rm_random random = {seed * UINT64_C(0x9E3779B97F4A7C15) + 1};
    uint32_t groups = 1 + rm_below(&random, 12);
    *plan = (rm_plan){.seed = seed, .count = 1, .root_target = 100 * rm_unit(&random)};
    plan->nodes[0] = (rm_node){.group = 1, .power = rm_power(&random)};
    for (uint32_t i = 1; i < groups; i++)
        rm_draw_node(&random, plan, rm_below(&random, i), 1);
    for (uint32_t i = 0; i < groups; i++) { /* something that counts in every group */
        rm_draw_node(&random, plan, i, 0);
        plan->nodes[plan->count - 1].informational = 0;
        if (plan->nodes[plan->count - 1].weight == 0)
            plan->nodes[plan->count - 1].weight = 1;
    }
    for (uint32_t more = rm_below(&random, 30); more > 0; more--)
        rm_draw_node(&random, plan, rm_below(&random, groups), 0);
    for (int i = 0; i < 5; i++) {
        plan->knots_x[i] = (i ? plan->knots_x[i - 1] : -50) + 0.001 + 40 * rm_unit(&random);
        plan->knots_y[i] = 100 * rm_unit(&random);
    }
    for (int i = 0; i < 4; i++)
        plan->level_points[i] = (i ? plan->level_points[i - 1] : 0) + 25 * rm_unit(&random);
}

static inline void rm_add_scales(rapport_draft *draft, const rm_plan *plan, int backwards)
{
    for (uint32_t turn = 0; turn < RM_SCALES; turn++) {
        uint32_t scale = backwards ? RM_SCALES - 1 - turn : turn;
        char id[8] = "s0";
        id[1] = (char)('0' + scale);
        switch (scale) {
        case 0:
            assert_ok(rapport_draft_add_levels(draft, id, 5, 0, NULL, NULL));
            break;
        case 1:
            assert_ok(rapport_draft_add_levels(draft, id, 4, 0, NULL, NULL));
            assert_ok(rapport_draft_set_level_points(draft, turn, plan->level_points, 4, NULL));
            assert_ok(rapport_draft_set_level_id(draft, turn, 2, "second", NULL));
            break;
        case 2:
            assert_ok(rapport_draft_add_levels(draft, id, 3, 1, NULL, NULL));
            break;
        case 3:
            assert_ok(rapport_draft_add_points(draft, id, plan->knots_x, plan->knots_y, 5, NULL, NULL));
            assert_ok(rapport_draft_set_unit(draft, turn, "kg", NULL));
            break;
        case 4:
            assert_ok(rapport_draft_add_linear(draft, id, plan->knots_y[0], plan->knots_y[1] - 100.5, NULL, NULL));
            break;
        case 5:
            assert_ok(rapport_draft_add_exponential(draft, id, plan->knots_x[0], plan->knots_x[4], plan->knots_y[2] - 50.25,
                                                    NULL, NULL));
            break;
        case 6:
            assert_ok(rapport_draft_add_yesno(draft, id, NULL, NULL));
            break;
        default:
            assert_ok(rapport_draft_add_choice(draft, id, NULL, NULL));
            assert_ok(rapport_draft_add_option(draft, turn, "one", plan->knots_y[3], NULL));
            assert_ok(rapport_draft_add_option(draft, turn, "two", plan->knots_y[4], NULL));
        }
    }
}

static inline const char *rm_id(uint32_t node)
{
    static char id[16];
    sprintf(id, "n%u", node);
    return id;
}

static inline uint32_t rm_depth(const rm_plan *plan, uint32_t node)
{
    uint32_t depth = 0;
    for (; node; node = plan->nodes[node].parent)
        depth++;
    return depth;
}

static inline void rm_add_node(rapport_draft *draft, const rm_plan *plan, uint32_t i, double factor, int backwards,
                               uint32_t *place)
{
    const rm_node *node = &plan->nodes[i];
    if (node->group) {
        assert_ok(rapport_draft_add_group(draft, place[node->parent], rm_id(i), node->weight * factor, &place[i], NULL));
        assert_ok(rapport_draft_set_power(draft, place[i], node->power, NULL));
    } else {
        assert_ok(rapport_draft_add_criterion(draft, place[node->parent], rm_id(i), node->weight * factor,
                                              backwards ? RM_SCALES - 1 - node->scale : node->scale, &place[i], NULL));
        assert_ok(rapport_draft_set_together(draft, place[i], node->together, NULL));
    }
    assert_ok(rapport_draft_set_informational(draft, place[i], node->informational, NULL));
    if (node->own_target)
        assert_ok(rapport_draft_set_target(draft, place[i], node->target, NULL));
}

/* How a plan becomes a draft: the order of the calls, a factor on all weights, whether nodes come by depth. */
typedef struct rm_way {
    int backwards, by_depth, labels, no_overlays;
    double factor; /* 0 means 1 */
} rm_way;

static inline void rm_add_overlays(rapport_draft *draft, const rm_plan *plan, const uint32_t *place, int backwards)
{
    static const char *const kinds[RM_OVERLAYS] = {"customer", "supplier", "x-ray"};
    for (uint32_t turn = 0; turn < RM_OVERLAYS; turn++) {
        uint32_t kind = backwards ? RM_OVERLAYS - 1 - turn : turn;
        assert_ok(rapport_draft_add_overlay(draft, kinds[kind], NULL, NULL));
        for (uint32_t t = 1; t < plan->count; t++) {
            uint32_t i = backwards ? plan->count - t : t;
            if (plan->nodes[i].factor[kind] >= 0)
                assert_ok(rapport_draft_set_overlay_weight(draft, turn, place[i], plan->nodes[i].factor[kind], NULL));
            if (plan->nodes[i].overlay_target[kind] >= 0)
                assert_ok(rapport_draft_set_overlay_target(draft, turn, place[i], plan->nodes[i].overlay_target[kind], NULL));
        }
    }
}

static inline void rm_add_labels(rapport_draft *draft, const rm_plan *plan, const uint32_t *place)
{
    static const char *const languages[] = {NULL, "de", "en", "zh-Hant"};
    rm_random random = {plan->seed + 77};
    for (int i = 0; i < 40; i++) {
        uint32_t node = place[1 + rm_below(&random, plan->count - 1)];
        const char *language = languages[rm_below(&random, COUNT(languages))];
        char text[40];
        sprintf(text, "Text \xC3\xBC \"%d\"\n", i);
        assert_ok(
            rapport_draft_set_label(draft, RAPPORT_OF_NODE, node, 0, (int32_t)rm_below(&random, 3), language, text, -1, NULL));
        assert_ok(
            rapport_draft_set_label(draft, RAPPORT_OF_SCALE, 0, rm_below(&random, 2), RAPPORT_TITLE, language, text, -1, NULL));
        assert_ok(
            rapport_draft_set_label(draft, RAPPORT_OF_BAND, rm_below(&random, 2), 0, RAPPORT_TITLE, language, text, -1, NULL));
    }
    assert_ok(rapport_draft_set_extra(draft, "/criteria/0", "{\"kept\": [1, 2.50, \"\\u00fc\"]}", -1, NULL));
    assert_ok(rapport_draft_set_extra(draft, "/overlays", "null", -1, NULL));
}

static inline rapport_model *rm_build(const rm_plan *plan, const rm_way *way)
{
    double factor = way->factor > 0 ? way->factor : 1;
    uint32_t place[RM_MOST_NODES] = {0};
    rapport_draft *draft;
    rapport_model *model;
    rapport_error error;
    assert_ok(rapport_draft_create("random", "1", NULL, &draft, NULL));
    rm_add_scales(draft, plan, way->backwards);
    if (way->by_depth) {
        for (uint32_t depth = 1; depth <= RAPPORT_MAX_DEPTH + 1; depth++)
            for (uint32_t i = 1; i < plan->count; i++)
                if (rm_depth(plan, i) == depth)
                    rm_add_node(draft, plan, i, factor, way->backwards, place);
    } else {
        for (uint32_t i = 1; i < plan->count; i++)
            rm_add_node(draft, plan, i, factor, way->backwards, place);
    }
    assert_ok(rapport_draft_set_power(draft, RAPPORT_ROOT, plan->nodes[0].power, NULL));
    assert_ok(rapport_draft_set_target(draft, RAPPORT_ROOT, plan->root_target, NULL));
    assert_ok(
        rapport_draft_add_gate(draft, "gate", place[plan->count - 1], RAPPORT_JOINT_VIEW, 37.5, RAPPORT_CAP, 54, NULL, NULL));
    assert_ok(rapport_draft_add_band(draft, "low", 0, NULL, NULL));
    assert_ok(rapport_draft_add_band(draft, "high", 55, NULL, NULL));
    assert_ok(rapport_draft_add_demand(draft, 1, RAPPORT_NEEDS_COVERAGE, 0.9, NULL));
    if (!way->no_overlays)
        rm_add_overlays(draft, plan, place, way->backwards);
    if (way->labels)
        rm_add_labels(draft, plan, place);
    if (rapport_draft_build(draft, &model, &error))
        fail_msg("seed %u: %s: %s", (unsigned)plan->seed, error.path, error.message);
    rapport_draft_destroy(draft);
    return model;
}

#endif
