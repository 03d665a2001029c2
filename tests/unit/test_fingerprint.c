/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What changes the identity of a model, and what only that of its document. */
#include <math.h>

#include "draft_kit.h"

static void the_fingerprint_is_the_digest_of_the_canonical_text_without_names(void **state)
{
    rapport_draft *draft = new_draft();
    rapport_model *model;
    (void)state;
    add_criterion(draft, RAPPORT_ROOT, "c", 1);
    model = finish(draft);
    /* sha256sum of {"bands":[{"from":0,"id":"all"}],"criteria":[{"id":"c","scale":"five"}],"format":"rapport-model/1",
     * "scales":{"five":{"kind":"levels","levels":[{},{},{},{},{}]}}} in one line */
    assert_string_equal(rapport_model_fingerprint(model),
                        "sha256:886e7290f3c9923b6d3063857c32027dd1105d9f0e120d32c99ab35b5a1413c1");
    /* and of the same with "id":"m" before the scales and "version":"1" at the end */
    assert_string_equal(rapport_model_document(model),
                        "sha256:c8937344e7ade38250924829852c9c10498230e780f4ff4680cc3e50e8062cc8");
    rapport_model_destroy(model);
}

/* Parts of the model below, as the draft counts them. */
enum { FIVE, ON_TIME, LEAD_TIME, STOCK, GROWTH, REGION, WORSE, SCALES };
enum { TRUST = 1, OPEN, HONEST, DELIVERY, ASIDE };

typedef struct variant { /* what differs from the usual model: one member is set */
    const char *what;
    void (*change)(rapport_draft *draft); /* afterwards */
    double weight, x, y, worst, best, zero_below, full_from, full_to, zero_above, rho, option, threshold, cap, above, band;
    const char *model_id, *version, *scale_id, *node_id, *gate_id, *band_id, *option_id;
    int32_t view, effect, measure;
    uint32_t levels;
    int reversed, later_criterion;
} variant;

#define OR(value, usual) ((value) != 0 ? (value) : (usual))
#define NAME(value, usual) ((value) ? (value) : (usual))

static rapport_draft *make(const variant *v)
{
    double x[] = {80, 95, 100}, y[] = {0, 80, 100};
    rapport_draft *draft;
    x[1] = OR(v->x, x[1]);
    y[1] = OR(v->y, y[1]);
    assert_ok(rapport_draft_create(NAME(v->model_id, "m"), NAME(v->version, "1"), NULL, &draft, NULL));
    assert_ok(rapport_draft_add_levels(draft, NAME(v->scale_id, "five"), OR(v->levels, 5u), 0, NULL, NULL));
    assert_ok(rapport_draft_add_points(draft, "on-time", x, y, 3, NULL, NULL));
    assert_ok(rapport_draft_add_linear(draft, "lead-time", OR(v->worst, 30), OR(v->best, 5), NULL, NULL));
    assert_ok(rapport_draft_add_range(draft, "stock", OR(v->zero_below, -1), OR(v->full_from, 10), OR(v->full_to, 20),
                                      OR(v->zero_above, 40), NULL, NULL));
    assert_ok(rapport_draft_add_exponential(draft, "growth", OR(v->worst, 30), OR(v->best, 5), OR(v->rho, 4), NULL, NULL));
    assert_ok(rapport_draft_add_choice(draft, "region", NULL, NULL));
    assert_ok(rapport_draft_add_option(draft, REGION, NAME(v->option_id, "far"), OR(v->option, 40), NULL));
    assert_ok(rapport_draft_add_levels(draft, "worse", 3, !v->reversed, NULL, NULL));
    add_group(draft, RAPPORT_ROOT, "trust", OR(v->weight, 20));
    add_criterion(draft, TRUST, NAME(v->node_id, "open"), 7);
    add_criterion(draft, v->later_criterion ? RAPPORT_ROOT : TRUST, "honest", 1);
    assert_ok(rapport_draft_add_criterion(draft, RAPPORT_ROOT, "delivery", 1, ON_TIME, NULL, NULL));
    add_criterion(draft, RAPPORT_ROOT, "aside", 2);
    assert_ok(rapport_draft_add_gate(draft, NAME(v->gate_id, "weak"), OPEN, v->view, OR(v->threshold, 37.5),
                                     OR(v->effect, RAPPORT_CAP), v->effect ? 0 : OR(v->cap, 54), NULL, NULL));
    assert_ok(rapport_draft_add_measure_gate(draft, "load", OR(v->measure, RAPPORT_BURDEN_OVERLOAD), 0, v->above == 0, 1.5,
                                             RAPPORT_FLAG, 0, NULL, NULL));
    assert_ok(rapport_draft_add_band(draft, "low", 0, NULL, NULL));
    assert_ok(rapport_draft_add_band(draft, NAME(v->band_id, "high"), OR(v->band, 55), NULL, NULL));
    assert_ok(rapport_draft_add_overlay(draft, "supplier", NULL, NULL));
    assert_ok(rapport_draft_set_overlay_weight(draft, 0, DELIVERY, 1.5, NULL));
    assert_ok(rapport_draft_set_overlay_target(draft, 0, OPEN, 100, NULL));
    if (v->change)
        v->change(draft);
    return draft;
}

#define CHANGE(name, call)                                                                                                     \
    static void name(rapport_draft *draft)                                                                                     \
    {                                                                                                                          \
        assert_ok(call);                                                                                                       \
    }

CHANGE(strict, rapport_draft_set_missing(draft, RAPPORT_STRICT, 1, NULL))
CHANGE(half, rapport_draft_set_missing(draft, RAPPORT_STRICT, 0.5, NULL))
CHANGE(anonymous, rapport_draft_set_anonymity_floor(draft, 3, NULL))
CHANGE(root_power, rapport_draft_set_power(draft, RAPPORT_ROOT, 0, NULL))
CHANGE(group_power, rapport_draft_set_power(draft, TRUST, 0, NULL))
CHANGE(group_minimum, rapport_draft_set_power(draft, TRUST, -HUGE_VAL, NULL))
CHANGE(group_maximum, rapport_draft_set_power(draft, TRUST, HUGE_VAL, NULL))
CHANGE(together_min, rapport_draft_set_together(draft, OPEN, RAPPORT_MIN, NULL))
CHANGE(together_max, rapport_draft_set_together(draft, OPEN, RAPPORT_MAX, NULL))
CHANGE(informational, rapport_draft_set_informational(draft, ASIDE, 1, NULL))
CHANGE(model_target, rapport_draft_set_target(draft, RAPPORT_ROOT, 60, NULL))
CHANGE(node_target, rapport_draft_set_target(draft, OPEN, 60, NULL))
CHANGE(level_points, rapport_draft_set_level_points(draft, FIVE, ((const double[]){0, 10, 20, 30, 100}), 5, NULL))
CHANGE(level_id, rapport_draft_set_level_id(draft, FIVE, 2, "low", NULL))
CHANGE(more_options, rapport_draft_add_option(draft, REGION, "near", 100, NULL))
CHANGE(more_criteria, rapport_draft_add_criterion(draft, RAPPORT_ROOT, "more", 1, FIVE, NULL, NULL))
CHANGE(more_scales, rapport_draft_add_yesno(draft, "more", NULL, NULL))
CHANGE(more_gates, rapport_draft_add_gate(draft, "more", HONEST, 0, 50, RAPPORT_FLAG, 0, NULL, NULL))
CHANGE(more_bands, rapport_draft_add_band(draft, "more", 90, NULL, NULL))
CHANGE(every_group, rapport_draft_add_demand(draft, 1, RAPPORT_EVERY_GROUP, 70, NULL))
CHANGE(every_group_more, rapport_draft_add_demand(draft, 1, RAPPORT_EVERY_GROUP, 71, NULL))
CHANGE(weakest_party, rapport_draft_add_demand(draft, 1, RAPPORT_WEAKEST_PARTY, 70, NULL))
CHANGE(needs_balance, rapport_draft_add_demand(draft, 1, RAPPORT_NEEDS_BALANCE, 0.7, NULL))
CHANGE(needs_coverage, rapport_draft_add_demand(draft, 1, RAPPORT_NEEDS_COVERAGE, 0.7, NULL))
CHANGE(no_undecided, rapport_draft_add_demand(draft, 1, RAPPORT_NO_UNDECIDED_GATES, 0, NULL))
CHANGE(overlay_weight, rapport_draft_set_overlay_weight(draft, 0, DELIVERY, 2, NULL))
CHANGE(overlay_weights, rapport_draft_set_overlay_weight(draft, 0, OPEN, 2, NULL))
CHANGE(overlay_target, rapport_draft_set_overlay_target(draft, 0, OPEN, 99, NULL))
CHANGE(overlay_targets, rapport_draft_set_overlay_target(draft, 0, DELIVERY, 99, NULL))

static const variant numbers[] = {
    {.what = "as it is"},
    {.what = "a weight", .weight = 21},
    {.what = "a weight in its last place", .weight = 20 * (1 + 0x1p-52)},
    {.what = "the answer of a knot", .x = 94},
    {.what = "the points of a knot", .y = 81},
    {.what = "a worst answer", .worst = 31},
    {.what = "a best answer", .best = 6},
    {.what = "a range's foot", .zero_below = -2},
    {.what = "a range's first full answer", .full_from = 11},
    {.what = "a range's last full answer", .full_to = 21},
    {.what = "a range's other foot", .zero_above = 41},
    {.what = "rho", .rho = 5},
    {.what = "rho's sign", .rho = -4},
    {.what = "an option's points", .option = 41},
    {.what = "the number of levels", .levels = 6},
    {.what = "which level is best", .reversed = 1},
    {.what = "where a criterion is", .later_criterion = 1},
    {.what = "a gate's threshold", .threshold = 37},
    {.what = "a gate's cap", .cap = 55},
    {.what = "a gate's effect", .effect = RAPPORT_FAIL},
    {.what = "another effect", .effect = RAPPORT_FLAG},
    {.what = "a gate's view", .view = RAPPORT_ALL_VIEWS},
    {.what = "another view", .view = RAPPORT_JOINT_VIEW},
    {.what = "a gate's measure", .measure = RAPPORT_BALANCE},
    {.what = "a gate's side", .above = 1},
    {.what = "where a band begins", .band = 56},
    {.what = "a node's id", .node_id = "openness"},
    {.what = "a scale's id", .scale_id = "maturity"},
    {.what = "a gate's id", .gate_id = "frail"},
    {.what = "a band's id", .band_id = "top"},
    {.what = "an option's id", .option_id = "away"},
    {.what = "strict", .change = strict},
    {.what = "the minimum coverage", .change = half},
    {.what = "the anonymity floor", .change = anonymous},
    {.what = "the root's power", .change = root_power},
    {.what = "a group's power", .change = group_power},
    {.what = "a group's minimum", .change = group_minimum},
    {.what = "a group's maximum", .change = group_maximum},
    {.what = "together min", .change = together_min},
    {.what = "together max", .change = together_max},
    {.what = "informational", .change = informational},
    {.what = "the model's target", .change = model_target},
    {.what = "a node's target", .change = node_target},
    {.what = "points of levels", .change = level_points},
    {.what = "the id of a level", .change = level_id},
    {.what = "one more option", .change = more_options},
    {.what = "one more criterion", .change = more_criteria},
    {.what = "one more scale", .change = more_scales},
    {.what = "one more gate", .change = more_gates},
    {.what = "one more band", .change = more_bands},
    {.what = "a demand of every group", .change = every_group},
    {.what = "a higher one", .change = every_group_more},
    {.what = "a demand of the weakest party", .change = weakest_party},
    {.what = "a demand of balance", .change = needs_balance},
    {.what = "a demand of coverage", .change = needs_coverage},
    {.what = "a demand of decided gates", .change = no_undecided},
    {.what = "an overlay's factor", .change = overlay_weight},
    {.what = "one more factor", .change = overlay_weights},
    {.what = "an overlay's target", .change = overlay_target},
    {.what = "one more target", .change = overlay_targets},
};

static void whatever_can_change_a_number_changes_the_fingerprint(void **state)
{
    rapport_model *models[COUNT(numbers)];
    (void)state;
    for (size_t i = 0; i < COUNT(numbers); i++) {
        models[i] = finish(make(&numbers[i]));
        assert_int_equal(strlen(rapport_model_fingerprint(models[i])), 7 + 64);
        for (size_t k = 0; k < i; k++)
            if (!strcmp(rapport_model_fingerprint(models[i]), rapport_model_fingerprint(models[k])) ||
                !strcmp(rapport_model_document(models[i]), rapport_model_document(models[k])))
                fail_msg("\"%s\" and \"%s\" are told apart by nothing", numbers[i].what, numbers[k].what);
    }
    for (size_t i = 0; i < COUNT(numbers); i++)
        rapport_model_destroy(models[i]);
}

#define LABEL(part, index, step, kind, language)                                                                               \
    rapport_draft_set_label(draft, part, index, step, kind, language, "Text", -1, NULL)

static void anchors_of(rapport_draft *draft)
{
    for (uint32_t level = 1; level <= 5; level++)
        assert_ok(LABEL(RAPPORT_OF_NODE, OPEN, level, RAPPORT_ANCHOR, "de"));
}

CHANGE(model_title, LABEL(RAPPORT_OF_MODEL, 0, 0, RAPPORT_TITLE, NULL))
CHANGE(model_title_de, LABEL(RAPPORT_OF_MODEL, 0, 0, RAPPORT_TITLE, "de"))
CHANGE(model_description, LABEL(RAPPORT_OF_MODEL, 0, 0, RAPPORT_DESCRIPTION, NULL))
CHANGE(node_title, LABEL(RAPPORT_OF_NODE, OPEN, 0, RAPPORT_TITLE, NULL))
CHANGE(node_question, LABEL(RAPPORT_OF_NODE, OPEN, 0, RAPPORT_QUESTION, NULL))
CHANGE(node_description, LABEL(RAPPORT_OF_NODE, OPEN, 0, RAPPORT_DESCRIPTION, NULL))
CHANGE(scale_title, LABEL(RAPPORT_OF_SCALE, FIVE, 0, RAPPORT_TITLE, NULL))
CHANGE(level_title, LABEL(RAPPORT_OF_SCALE, FIVE, 1, RAPPORT_TITLE, NULL))
CHANGE(option_title, LABEL(RAPPORT_OF_SCALE, REGION, 1, RAPPORT_TITLE, NULL))
CHANGE(gate_title, LABEL(RAPPORT_OF_GATE, 0, 0, RAPPORT_TITLE, NULL))
CHANGE(band_title, LABEL(RAPPORT_OF_BAND, 0, 0, RAPPORT_TITLE, NULL))
CHANGE(overlay_title, LABEL(RAPPORT_OF_OVERLAY, 0, 0, RAPPORT_TITLE, NULL))
CHANGE(idle_coverage, rapport_draft_set_missing(draft, RAPPORT_EXCLUDE, 0.5, NULL)) /* nothing is compared with it */
CHANGE(root_extra, rapport_draft_set_extra(draft, "", "1", -1, NULL))
CHANGE(node_extra, rapport_draft_set_extra(draft, "/criteria/0", "1", -1, NULL))
CHANGE(overlays_extra, rapport_draft_set_extra(draft, "/overlays/supplier/weights", "1", -1, NULL))

static const variant texts[] = {
    {.what = "as it is"},
    {.what = "the model's id", .model_id = "n"},
    {.what = "the model's version", .version = "2"},
    {.what = "anchors", .change = anchors_of},
    {.what = "title", .change = model_title},
    {.what = "title in German", .change = model_title_de},
    {.what = "description", .change = model_description},
    {.what = "a node's title", .change = node_title},
    {.what = "a question", .change = node_question},
    {.what = "a node's description", .change = node_description},
    {.what = "a scale's title", .change = scale_title},
    {.what = "a level's title", .change = level_title},
    {.what = "an option's title", .change = option_title},
    {.what = "a gate's title", .change = gate_title},
    {.what = "a band's title", .change = band_title},
    {.what = "an overlay's title", .change = overlay_title},
    {.what = "a minimum coverage without use", .change = idle_coverage},
    {.what = "x", .change = root_extra},
    {.what = "x of a node", .change = node_extra},
    {.what = "x of an overlay", .change = overlays_extra},
};

static void what_is_only_read_changes_the_document_alone(void **state)
{
    rapport_model *models[COUNT(texts)];
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        models[i] = finish(make(&texts[i]));
        if (strcmp(rapport_model_fingerprint(models[i]), rapport_model_fingerprint(models[0])) != 0)
            fail_msg("\"%s\" changed the fingerprint", texts[i].what);
        for (size_t k = 0; k < i; k++)
            if (!strcmp(rapport_model_document(models[i]), rapport_model_document(models[k])))
                fail_msg("\"%s\" and \"%s\" are told apart by nothing", texts[i].what, texts[k].what);
    }
    for (size_t i = 0; i < COUNT(texts); i++)
        rapport_model_destroy(models[i]);
}

CHANGE(power_1, rapport_draft_set_power(draft, TRUST, 1, NULL))
CHANGE(exclude, rapport_draft_set_missing(draft, RAPPORT_EXCLUDE, 1, NULL))
CHANGE(target_75, rapport_draft_set_target(draft, RAPPORT_ROOT, 75, NULL))
CHANGE(same_factor, rapport_draft_set_overlay_weight(draft, 0, DELIVERY, 1.5, NULL))

static void what_is_said_twice_or_is_the_default_changes_nothing(void **state)
{
    static const variant same[] = {{.what = "as it is"},
                                   {.what = "power", .change = power_1},
                                   {.what = "missing", .change = exclude},
                                   {.what = "target", .change = target_75},
                                   {.what = "factor", .change = same_factor}};
    rapport_model *first = finish(make(&same[0]));
    (void)state;
    for (size_t i = 1; i < COUNT(same); i++) {
        rapport_model *model = finish(make(&same[i]));
        assert_string_equal(rapport_model_fingerprint(model), rapport_model_fingerprint(first));
        assert_string_equal(rapport_model_document(model), rapport_model_document(first));
        rapport_model_destroy(model);
    }
    rapport_model_destroy(first);
}

static void the_order_of_scales_and_overlays_does_not_matter(void **state)
{
    rapport_model *models[2];
    (void)state;
    for (int turn = 0; turn < 2; turn++) {
        rapport_draft *draft = new_draft();
        uint32_t c = add_criterion(draft, RAPPORT_ROOT, "c", 1), d = add_criterion(draft, RAPPORT_ROOT, "d", 1);
        assert_ok(rapport_draft_add_yesno(draft, turn ? "b" : "a", NULL, NULL));
        assert_ok(rapport_draft_add_yesno(draft, turn ? "a" : "b", NULL, NULL));
        assert_ok(rapport_draft_add_overlay(draft, turn ? "q" : "p", NULL, NULL));
        assert_ok(rapport_draft_add_overlay(draft, turn ? "p" : "q", NULL, NULL));
        assert_ok(rapport_draft_set_overlay_weight(draft, turn ? 1 : 0, turn ? d : c, turn ? 3 : 2, NULL));
        assert_ok(rapport_draft_set_overlay_weight(draft, turn ? 1 : 0, turn ? c : d, turn ? 2 : 3, NULL));
        models[turn] = finish(draft);
    }
    assert_string_equal(rapport_model_document(models[0]), rapport_model_document(models[1]));
    assert_string_equal(rapport_model_fingerprint(models[0]), rapport_model_fingerprint(models[1]));
    rapport_model_destroy(models[0]);
    rapport_model_destroy(models[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_fingerprint_is_the_digest_of_the_canonical_text_without_names),
        cmocka_unit_test(whatever_can_change_a_number_changes_the_fingerprint),
        cmocka_unit_test(what_is_only_read_changes_the_document_alone),
        cmocka_unit_test(what_is_said_twice_or_is_the_default_changes_nothing),
        cmocka_unit_test(the_order_of_scales_and_overlays_does_not_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
