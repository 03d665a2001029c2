/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Reading a built model, and writing it as canonical JSON. */
#include <math.h>

#include "draft_kit.h"

/* A model with everything in it. */
static rapport_draft *rich_draft(void)
{
    static const double x[] = {80, 95, 100}, y[] = {0, 80, 100}, own[] = {0, 30, 100};
    rapport_draft *draft;
    uint32_t trust, open, honest, delivery, aside;
    assert_ok(rapport_draft_create("review", "1.2.0", NULL, &draft, NULL));
    assert_ok(rapport_draft_set_missing(draft, RAPPORT_STRICT, 0.5, NULL));
    assert_ok(rapport_draft_set_anonymity_floor(draft, 3, NULL));
    assert_ok(rapport_draft_add_levels(draft, "maturity", 3, 0, NULL, NULL));         /* 0 */
    assert_ok(rapport_draft_add_levels(draft, "own", 3, 0, NULL, NULL));              /* 1 */
    assert_ok(rapport_draft_add_levels(draft, "worse", 2, 1, NULL, NULL));            /* 2 */
    assert_ok(rapport_draft_add_points(draft, "on-time", x, y, 3, NULL, NULL));       /* 3 */
    assert_ok(rapport_draft_add_linear(draft, "lead-time", 30, 5, NULL, NULL));       /* 4 */
    assert_ok(rapport_draft_add_range(draft, "stock", 0, 10, 20, 40.5, NULL, NULL));  /* 5 */
    assert_ok(rapport_draft_add_exponential(draft, "growth", 0, 10, -4, NULL, NULL)); /* 6 */
    assert_ok(rapport_draft_add_yesno(draft, "certified", NULL, NULL));               /* 7 */
    assert_ok(rapport_draft_add_choice(draft, "region", NULL, NULL));                 /* 8 */
    assert_ok(rapport_draft_set_level_id(draft, 0, 1, "absent", NULL));
    assert_ok(rapport_draft_set_level_points(draft, 1, own, 3, NULL));
    assert_ok(rapport_draft_set_unit(draft, 3, "%", NULL));
    assert_ok(rapport_draft_add_option(draft, 8, "local", 100, NULL));
    assert_ok(rapport_draft_add_option(draft, 8, "far", 40, NULL));
    trust = add_group(draft, RAPPORT_ROOT, "trust", 20);
    assert_ok(rapport_draft_add_criterion(draft, RAPPORT_ROOT, "delivery", 1, 3, &delivery, NULL));
    assert_ok(rapport_draft_add_criterion(draft, trust, "open", 7, 0, &open, NULL));
    assert_ok(rapport_draft_add_criterion(draft, trust, "honest", 1, 1, &honest, NULL));
    assert_ok(rapport_draft_add_criterion(draft, RAPPORT_ROOT, "aside", 0, 8, &aside, NULL));
    assert_ok(rapport_draft_set_power(draft, RAPPORT_ROOT, -1, NULL));
    assert_ok(rapport_draft_set_power(draft, trust, -HUGE_VAL, NULL));
    assert_ok(rapport_draft_set_together(draft, open, RAPPORT_MIN, NULL));
    assert_ok(rapport_draft_set_together(draft, honest, RAPPORT_MAX, NULL));
    assert_ok(rapport_draft_set_informational(draft, aside, 1, NULL));
    assert_ok(rapport_draft_set_target(draft, RAPPORT_ROOT, 60, NULL));
    assert_ok(rapport_draft_set_target(draft, open, 75, NULL)); /* its own, though it is what nobody would have to say */
    assert_ok(rapport_draft_add_gate(draft, "breach", honest, RAPPORT_ALL_VIEWS, 12.5, RAPPORT_FAIL, 0, NULL, NULL));
    assert_ok(rapport_draft_add_gate(draft, "weak", trust, RAPPORT_JOINT_VIEW, 37.5, RAPPORT_CAP, 54, NULL, NULL));
    assert_ok(rapport_draft_add_measure_gate(draft, "loss", RAPPORT_NET_BENEFIT, 0, 0, 0, RAPPORT_FLAG, 0, NULL, NULL));
    assert_ok(rapport_draft_add_measure_gate(draft, "load", RAPPORT_BURDEN_OVERLOAD, 0, 1, 1.5, RAPPORT_FLAG, 0, NULL, NULL));
    assert_ok(rapport_draft_add_measure_gate(draft, "even", RAPPORT_BALANCE, 0, 0, 0.6, RAPPORT_FLAG, 0, NULL, NULL));
    assert_ok(rapport_draft_add_measure_gate(draft, "able", RAPPORT_SKILL_COVERAGE, 0, 0, 0.6, RAPPORT_FLAG, 0, NULL, NULL));
    assert_ok(rapport_draft_add_band(draft, "low", 0, NULL, NULL));
    assert_ok(rapport_draft_add_band(draft, "high", 55, NULL, NULL));
    assert_ok(rapport_draft_add_demand(draft, 1, RAPPORT_EVERY_GROUP, 70, NULL));
    assert_ok(rapport_draft_add_demand(draft, 1, RAPPORT_WEAKEST_PARTY, 75, NULL));
    assert_ok(rapport_draft_add_demand(draft, 1, RAPPORT_NEEDS_BALANCE, 0.8, NULL));
    assert_ok(rapport_draft_add_demand(draft, 1, RAPPORT_NEEDS_COVERAGE, 0.9, NULL));
    assert_ok(rapport_draft_add_demand(draft, 1, RAPPORT_NO_UNDECIDED_GATES, 0, NULL));
    assert_ok(rapport_draft_add_overlay(draft, "supplier", NULL, NULL));
    assert_ok(rapport_draft_add_overlay(draft, "customer", NULL, NULL));
    assert_ok(rapport_draft_set_overlay_weight(draft, 0, trust, 0.5, NULL));
    assert_ok(rapport_draft_set_overlay_weight(draft, 0, delivery, 7, NULL));
    assert_ok(rapport_draft_set_overlay_weight(draft, 0, delivery, 1.5, NULL));
    assert_ok(rapport_draft_set_overlay_target(draft, 0, open, 100, NULL));
    return draft;
}

static void label(rapport_draft *draft, int32_t part, uint32_t index, uint32_t step, int32_t kind, const char *language,
                  const char *text)
{
    assert_ok(rapport_draft_set_label(draft, part, index, step, kind, language, text, -1, NULL));
}

static void extra(rapport_draft *draft, const char *path)
{
    assert_ok(rapport_draft_set_extra(draft, path, "1", -1, NULL));
}

/* Every label and every place for what is the host's. */
static void decorate(rapport_draft *draft)
{
    static const char *const places[] = {"",
                                         "/scales",
                                         "/scales/maturity",
                                         "/scales/maturity/levels/0",
                                         "/scales/maturity/levels/0/label",
                                         "/scales/own",
                                         "/scales/own/levels/2",
                                         "/scales/lead-time",
                                         "/scales/lead-time/linear",
                                         "/scales/stock/range",
                                         "/scales/growth/exponential",
                                         "/scales/region/choices/1",
                                         "/criteria/0",
                                         "/criteria/0/criteria/1",
                                         "/criteria/1",
                                         "/criteria/0/criteria/0/anchors/1",
                                         "/criteria/0/criteria/0/title",
                                         "/criteria/2",
                                         "/gates/0",
                                         "/gates/5",
                                         "/bands/0",
                                         "/bands/1/requires",
                                         "/overlays",
                                         "/overlays/supplier",
                                         "/overlays/supplier/weights",
                                         "/overlays/supplier/targets",
                                         "/overlays/customer"};
    label(draft, RAPPORT_OF_MODEL, 0, 0, RAPPORT_TITLE, NULL, "Review");
    label(draft, RAPPORT_OF_MODEL, 0, 0, RAPPORT_DESCRIPTION, NULL, "All \"of\" it");
    label(draft, RAPPORT_OF_SCALE, 0, 0, RAPPORT_TITLE, NULL, "Maturity");
    label(draft, RAPPORT_OF_SCALE, 0, 1, RAPPORT_TITLE, "en", "Absent");
    label(draft, RAPPORT_OF_SCALE, 0, 1, RAPPORT_DESCRIPTION, NULL, "Nothing");
    label(draft, RAPPORT_OF_SCALE, 8, 2, RAPPORT_TITLE, NULL, "Far away");
    label(draft, RAPPORT_OF_NODE, 3, 0, RAPPORT_TITLE, "zh", "\xE4\xBF\xA1");
    label(draft, RAPPORT_OF_NODE, 3, 0, RAPPORT_TITLE, "de", "Offenheit");
    label(draft, RAPPORT_OF_NODE, 3, 0, RAPPORT_QUESTION, NULL, "How open?");
    label(draft, RAPPORT_OF_NODE, 3, 1, RAPPORT_ANCHOR, NULL, "Closed");
    label(draft, RAPPORT_OF_NODE, 3, 2, RAPPORT_ANCHOR, "en", "Ajar");
    label(draft, RAPPORT_OF_NODE, 3, 3, RAPPORT_ANCHOR, NULL, "Open");
    label(draft, RAPPORT_OF_NODE, 1, 0, RAPPORT_DESCRIPTION, NULL, "A group");
    label(draft, RAPPORT_OF_GATE, 0, 0, RAPPORT_TITLE, NULL, "Breach");
    label(draft, RAPPORT_OF_GATE, 0, 0, RAPPORT_DESCRIPTION, NULL, "Of trust");
    label(draft, RAPPORT_OF_BAND, 1, 0, RAPPORT_TITLE, NULL, "High");
    label(draft, RAPPORT_OF_BAND, 1, 0, RAPPORT_DESCRIPTION, NULL, "Above");
    label(draft, RAPPORT_OF_OVERLAY, 0, 0, RAPPORT_TITLE, NULL, "Supplier");
    label(draft, RAPPORT_OF_OVERLAY, 0, 0, RAPPORT_DESCRIPTION, NULL, "Who delivers");
    for (size_t i = 0; i < COUNT(places); i++)
        extra(draft, places[i]);
}

/* By hand, after FORMATS: keys in the order of their code units (RFC 8785), what is the default left out. */
static const char plain_text[] =
    "{\"anonymity_floor\":3,"
    "\"bands\":[{\"from\":0,\"id\":\"low\"},{\"from\":55,\"id\":\"high\",\"requires\":{\"balance\":0.8,\"coverage\":0.9,"
    "\"every_group\":70,\"no_undecided_gates\":true,\"weakest_party\":75}}],"
    "\"criteria\":[{\"criteria\":["
    "{\"id\":\"open\",\"scale\":\"maturity\",\"target\":75,\"together\":\"min\",\"weight\":7},"
    "{\"id\":\"honest\",\"scale\":\"own\",\"together\":\"max\"}],\"id\":\"trust\",\"power\":\"min\",\"weight\":20},"
    "{\"id\":\"delivery\",\"scale\":\"on-time\"},"
    "{\"id\":\"aside\",\"informational\":true,\"scale\":\"region\",\"weight\":0}],"
    "\"format\":\"rapport-model/1\","
    "\"gates\":[{\"below\":12.5,\"effect\":\"fail\",\"id\":\"breach\",\"node\":\"honest\",\"view\":\"all\"},"
    "{\"below\":37.5,\"cap\":54,\"effect\":\"cap\",\"id\":\"weak\",\"node\":\"trust\",\"view\":\"joint\"},"
    "{\"below\":0,\"effect\":\"flag\",\"id\":\"loss\",\"measure\":\"net-benefit\"},"
    "{\"above\":1.5,\"effect\":\"flag\",\"id\":\"load\",\"measure\":\"burden-overload\"},"
    "{\"below\":0.6,\"effect\":\"flag\",\"id\":\"even\",\"measure\":\"balance\"},"
    "{\"below\":0.6,\"effect\":\"flag\",\"id\":\"able\",\"measure\":\"skill-coverage\"}],"
    "\"id\":\"review\",\"minimum_coverage\":0.5,\"missing\":\"strict\","
    "\"overlays\":{\"customer\":{},\"supplier\":{\"targets\":{\"open\":100},\"weights\":{\"delivery\":1.5,\"trust\":0.5}}},"
    "\"power\":-1,"
    "\"scales\":{\"certified\":{\"kind\":\"yesno\"},"
    "\"growth\":{\"exponential\":{\"best\":10,\"rho\":-4,\"worst\":0},\"kind\":\"number\"},"
    "\"lead-time\":{\"kind\":\"number\",\"linear\":{\"best\":5,\"worst\":30}},"
    "\"maturity\":{\"kind\":\"levels\",\"levels\":[{\"id\":\"absent\"},{},{}]},"
    "\"on-time\":{\"kind\":\"number\",\"points\":[[80,0],[95,80],[100,100]],\"unit\":\"%\"},"
    "\"own\":{\"kind\":\"levels\",\"levels\":[{\"points\":0},{\"points\":30},{\"points\":100}]},"
    "\"region\":{\"choices\":[{\"id\":\"local\",\"points\":100},{\"id\":\"far\",\"points\":40}],\"kind\":\"choice\"},"
    "\"stock\":{\"kind\":\"number\",\"range\":{\"full_from\":10,\"full_to\":20,\"zero_above\":40.5,\"zero_below\":0}},"
    "\"worse\":{\"kind\":\"levels\",\"levels\":[{},{}],\"reversed\":true}},"
    "\"target\":60,\"version\":\"1.2.0\"}";

static const char decorated_text[] =
    "{\"anonymity_floor\":3,"
    "\"bands\":[{\"from\":0,\"id\":\"low\",\"x\":1},{\"description\":\"Above\",\"from\":55,\"id\":\"high\","
    "\"requires\":{\"balance\":0.8,\"coverage\":0.9,"
    "\"every_group\":70,\"no_undecided_gates\":true,\"weakest_party\":75,\"x\":1},\"title\":\"High\"}],"
    "\"criteria\":[{\"criteria\":["
    "{\"anchors\":[\"Closed\",{\"en\":\"Ajar\",\"x\":1},\"Open\"],\"id\":\"open\",\"question\":\"How open?\","
    "\"scale\":\"maturity\",\"target\":75,\"title\":{\"de\":\"Offenheit\",\"x\":1,\"zh\":\"\xE4\xBF\xA1\"},"
    "\"together\":\"min\",\"weight\":7},"
    "{\"id\":\"honest\",\"scale\":\"own\",\"together\":\"max\",\"x\":1}],\"description\":\"A group\",\"id\":\"trust\","
    "\"power\":\"min\",\"weight\":20,\"x\":1},"
    "{\"id\":\"delivery\",\"scale\":\"on-time\",\"x\":1},"
    "{\"id\":\"aside\",\"informational\":true,\"scale\":\"region\",\"weight\":0,\"x\":1}],"
    "\"description\":\"All \\\"of\\\" it\",\"format\":\"rapport-model/1\","
    "\"gates\":[{\"below\":12.5,\"description\":\"Of trust\",\"effect\":\"fail\",\"id\":\"breach\",\"node\":\"honest\","
    "\"title\":\"Breach\",\"view\":\"all\",\"x\":1},"
    "{\"below\":37.5,\"cap\":54,\"effect\":\"cap\",\"id\":\"weak\",\"node\":\"trust\",\"view\":\"joint\"},"
    "{\"below\":0,\"effect\":\"flag\",\"id\":\"loss\",\"measure\":\"net-benefit\"},"
    "{\"above\":1.5,\"effect\":\"flag\",\"id\":\"load\",\"measure\":\"burden-overload\"},"
    "{\"below\":0.6,\"effect\":\"flag\",\"id\":\"even\",\"measure\":\"balance\"},"
    "{\"below\":0.6,\"effect\":\"flag\",\"id\":\"able\",\"measure\":\"skill-coverage\",\"x\":1}],"
    "\"id\":\"review\",\"minimum_coverage\":0.5,\"missing\":\"strict\","
    "\"overlays\":{\"customer\":{\"x\":1},\"supplier\":{\"description\":\"Who delivers\","
    "\"targets\":{\"open\":100,\"x\":1},\"title\":\"Supplier\","
    "\"weights\":{\"delivery\":1.5,\"trust\":0.5,\"x\":1},\"x\":1},\"x\":1},"
    "\"power\":-1,"
    "\"scales\":{\"certified\":{\"kind\":\"yesno\"},"
    "\"growth\":{\"exponential\":{\"best\":10,\"rho\":-4,\"worst\":0,\"x\":1},\"kind\":\"number\"},"
    "\"lead-time\":{\"kind\":\"number\",\"linear\":{\"best\":5,\"worst\":30,\"x\":1},\"x\":1},"
    "\"maturity\":{\"kind\":\"levels\",\"levels\":[{\"description\":\"Nothing\",\"id\":\"absent\","
    "\"label\":{\"en\":\"Absent\",\"x\":1},\"x\":1},{},{}],\"title\":\"Maturity\",\"x\":1},"
    "\"on-time\":{\"kind\":\"number\",\"points\":[[80,0],[95,80],[100,100]],\"unit\":\"%\"},"
    "\"own\":{\"kind\":\"levels\",\"levels\":[{\"points\":0},{\"points\":30},{\"points\":100,\"x\":1}],\"x\":1},"
    "\"region\":{\"choices\":[{\"id\":\"local\",\"points\":100},{\"id\":\"far\",\"label\":\"Far away\",\"points\":40,\"x\":1}],"
    "\"kind\":\"choice\"},"
    "\"stock\":{\"kind\":\"number\",\"range\":{\"full_from\":10,\"full_to\":20,\"x\":1,\"zero_above\":40.5,\"zero_below\":0}},"
    "\"worse\":{\"kind\":\"levels\",\"levels\":[{},{}],\"reversed\":true},\"x\":1},"
    "\"target\":60,\"title\":\"Review\",\"version\":\"1.2.0\",\"x\":1}";

static void the_text_is_canonical(void **state)
{
    rapport_draft *draft = rich_draft();
    char *text = draft_text(draft);
    (void)state;
    assert_string_equal(text, plain_text);
    free(text);
    decorate(draft);
    text = draft_text(draft);
    assert_string_equal(text, decorated_text);
    free(text);
    rapport_draft_destroy(draft);
}

static void defaults_are_dropped(void **state)
{
    rapport_draft *draft = new_draft();
    uint32_t g = add_group(draft, RAPPORT_ROOT, "g", 1), c = add_criterion(draft, g, "c", 1);
    char *text;
    (void)state;
    assert_ok(rapport_draft_set_missing(draft, RAPPORT_EXCLUDE, 1, NULL)); /* all of them said, all of them defaults */
    assert_ok(rapport_draft_set_anonymity_floor(draft, 1, NULL));
    assert_ok(rapport_draft_set_power(draft, RAPPORT_ROOT, 1, NULL));
    assert_ok(rapport_draft_set_power(draft, g, 1, NULL));
    assert_ok(rapport_draft_set_together(draft, c, RAPPORT_MEAN, NULL));
    assert_ok(rapport_draft_set_informational(draft, c, 0, NULL));
    assert_ok(rapport_draft_set_target(draft, RAPPORT_ROOT, 75, NULL));
    assert_ok(rapport_draft_add_gate(draft, "k", c, RAPPORT_ANY_VIEW, 50, RAPPORT_FLAG, 0, NULL, NULL));
    text = draft_text(draft);
    assert_string_equal(text, "{\"bands\":[{\"from\":0,\"id\":\"all\"}],"
                              "\"criteria\":[{\"criteria\":[{\"id\":\"c\",\"scale\":\"five\"}],\"id\":\"g\"}],"
                              "\"format\":\"rapport-model/1\","
                              "\"gates\":[{\"below\":50,\"effect\":\"flag\",\"id\":\"k\",\"node\":\"c\"}],\"id\":\"m\","
                              "\"scales\":{\"five\":{\"kind\":\"levels\",\"levels\":[{},{},{},{},{}]}},\"version\":\"1\"}");
    free(text);
    rapport_draft_destroy(draft);
}

static void powers_are_written_by_name_or_number(void **state)
{
    static const struct {
        double power;
        const char *text;
    } cases[] = {
        {HUGE_VAL, "\"power\":\"max\""}, {-HUGE_VAL, "\"power\":\"min\""}, {0, "\"power\":0"}, {0.01, "\"power\":0.01"}};
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        rapport_draft *draft = new_draft();
        char *text;
        add_criterion(draft, RAPPORT_ROOT, "c", 1);
        assert_ok(rapport_draft_set_power(draft, RAPPORT_ROOT, cases[i].power, NULL));
        text = draft_text(draft);
        assert_non_null(strstr(text, cases[i].text));
        free(text);
        rapport_draft_destroy(draft);
    }
}

/* Reading what was written, and writing again, gives the same bytes and the same identity. */
static void expect_round_trip(const rapport_model *model)
{
    char *text = text_of(model), *again;
    rapport_model *back;
    rapport_error error;
    if (rapport_model_read(text, -1, NULL, &back, &error))
        fail_msg("%u:%u %s: %s\n%s", error.line, error.column, error.path, error.message, text);
    again = text_of(back);
    assert_string_equal(again, text);
    assert_string_equal(rapport_model_fingerprint(back), rapport_model_fingerprint(model));
    assert_string_equal(rapport_model_document(back), rapport_model_document(model));
    rapport_model_destroy(back);
    free(text);
    free(again);
}

static void write_read_write_gives_the_same_bytes(void **state)
{
    rapport_draft *draft = rich_draft();
    rapport_model *model;
    (void)state;
    model = build(draft);
    expect_round_trip(model);
    rapport_model_destroy(model);
    decorate(draft);
    model = finish(draft);
    expect_round_trip(model);
    rapport_model_destroy(model);
    for (uint32_t i = 0; i < rapport_builtin_count(); i++) {
        assert_ok(rapport_model_load_builtin(rapport_builtin_name(i), NULL, &model, NULL));
        expect_round_trip(model);
        rapport_model_destroy(model);
    }
}

static void the_deepest_model_is_written_and_read(void **state)
{
    rapport_draft *draft = new_draft();
    uint32_t parent = RAPPORT_ROOT;
    char path[600] = "/criteria/0", *text;
    rapport_model *model;
    (void)state;
    for (uint32_t depth = 1; depth <= RAPPORT_MAX_DEPTH; depth++) {
        parent = add_group(draft, parent, numbered("g", depth), 1);
        strcat(path, "/criteria/0");
    }
    add_criterion(draft, parent, "leaf", 1);
    add_criterion(draft, RAPPORT_ROOT, "last", 1);
    assert_ok(rapport_draft_set_extra(draft, path, "\"deep\"", -1, NULL));
    model = finish(draft);
    text = text_of(model);
    assert_non_null(strstr(text, "{\"id\":\"leaf\",\"scale\":\"five\",\"x\":\"deep\"}],\"id\":\"g32\"}],\"id\":\"g31\"}"));
    assert_non_null(strstr(text, "\"id\":\"g1\"},{\"id\":\"last\",\"scale\":\"five\"}]"));
    free(text);
    expect_round_trip(model);
    rapport_model_destroy(model);
}

static int32_t stop_after(void *user, const char *text, int64_t length)
{
    int64_t *left = user;
    (void)text;
    assert_true(length > 0);
    *left -= length;
    return *left < 0;
}

static void a_writer_that_gives_up_ends_the_writing(void **state)
{
    rapport_draft *draft = rich_draft();
    rapport_model *model;
    int64_t all = (int64_t)sizeof plain_text - 1;
    (void)state;
    model = finish(draft);
    for (int64_t room = 0; room <= all; room++) {
        int64_t left = room;
        assert_int_equal(rapport_model_write(model, stop_after, &left), room < all ? RAPPORT_WRITE_FAILED : RAPPORT_OK);
    }
    assert_int_equal(rapport_model_write(model, NULL, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_write(NULL, rapport_buffer_write, NULL), RAPPORT_BAD_ARGUMENT);
    rapport_model_destroy(model);
}

static void what_was_said_comes_back(void **state)
{
    rapport_model *model = finish(rich_draft());
    rapport_node node;
    rapport_gate gate = {.struct_size = sizeof gate};
    rapport_band band = {.struct_size = sizeof band};
    double coverage;
    (void)state;
    assert_string_equal(rapport_model_id(model), "review");
    assert_string_equal(rapport_model_version(model), "1.2.0");
    assert_null(rapport_model_overlay(model));
    assert_int_equal(rapport_model_missing(model, &coverage), RAPPORT_STRICT);
    assert_same_bits(coverage, 0.5);
    assert_int_equal(rapport_model_anonymity_floor(model), 3);
    assert_int_equal(rapport_model_count_nodes(model), 6);
    assert_int_equal(rapport_model_count_scales(model), 9);
    assert_int_equal(rapport_model_count_gates(model), 6);
    assert_int_equal(rapport_model_count_bands(model), 2);
    assert_int_equal(rapport_model_count_overlays(model), 2);
    assert_int_equal(rapport_model_find_overlay(model, "customer"), 1);
    assert_int_equal(rapport_model_find_overlay(model, "nobody"), RAPPORT_NONE);
    assert_int_equal(rapport_model_find_overlay(model, NULL), RAPPORT_NONE);
    node = node_of(model, "open");
    assert_int_equal(node.kind, RAPPORT_CRITERION);
    assert_int_equal(node.parent, rapport_model_find(model, "trust"));
    assert_int_equal(node.depth, 2);
    assert_int_equal(node.scale, 0);
    assert_int_equal(node.together, RAPPORT_MIN);
    assert_same_bits(node.weight, 7);
    assert_same_bits(node.target, 75);
    assert_same_bits(node.share, 20.0 / 21 * (7.0 / 8));
    node = node_of(model, "aside");
    assert_int_equal(node.informational, 1);
    assert_int_equal(node.scale, 8);
    assert_ok(rapport_model_get_gate(model, 1, &gate));
    assert_int_equal(gate.node, rapport_model_find(model, "trust"));
    assert_ok(rapport_model_get_band(model, 1, &band));
    assert_int_equal(band.demands, 31);
    assert_int_equal(rapport_model_find_step(model, 8, "far"), 2);
    rapport_model_destroy(model);
}

static void parts_that_are_not_there_are_refused(void **state)
{
    rapport_model *model = finish(rich_draft());
    rapport_node node = {.struct_size = sizeof node, .depth = 7};
    rapport_gate gate = {.struct_size = sizeof gate, .node = 7};
    rapport_band band = {.struct_size = sizeof band, .demands = 7};
    (void)state;
    assert_int_equal(rapport_model_get_node(model, 6, &node), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_get_node(model, RAPPORT_NONE, &node), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_get_node(model, 0, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_get_gate(model, 6, &gate), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_get_gate(model, 0, NULL), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_get_band(model, 2, &band), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_get_band(model, 0, NULL), RAPPORT_BAD_ARGUMENT);
    node.struct_size = gate.struct_size = band.struct_size = 0;
    assert_int_equal(rapport_model_get_node(model, 0, &node), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_get_gate(model, 0, &gate), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(rapport_model_get_band(model, 0, &band), RAPPORT_BAD_ARGUMENT);
    assert_int_equal(node.depth, 7);
    assert_int_equal(gate.node, 7);
    assert_int_equal(band.demands, 7);
    rapport_model_destroy(model);
}

static void a_struct_of_another_version_gets_what_it_has_room_for(void **state)
{
    rapport_model *model = finish(rich_draft());
    uint32_t open = rapport_model_find(model, "open");
    struct {
        rapport_node node;
        unsigned char more[8], beyond[8];
    } later;
    rapport_node earlier;
    (void)state;
    memset(&later, 0x55, sizeof later);
    later.node.struct_size = sizeof later.node + sizeof later.more;
    assert_ok(rapport_model_get_node(model, open, &later.node));
    assert_int_equal(later.node.struct_size, sizeof later.node + sizeof later.more); /* is the caller's */
    assert_same_bits(later.node.target, 75);
    for (size_t i = 0; i < sizeof later.more; i++) {
        assert_int_equal(later.more[i], 0);
        assert_int_equal(later.beyond[i], 0x55);
    }
    memset(&earlier, 0x55, sizeof earlier);
    earlier.struct_size = (uint32_t)offsetof(rapport_node, share);
    assert_ok(rapport_model_get_node(model, open, &earlier));
    assert_same_bits(earlier.weight, 7);
    for (size_t i = offsetof(rapport_node, share); i < sizeof earlier; i++)
        assert_int_equal(((unsigned char *)&earlier)[i], 0x55);
    rapport_model_destroy(model);
}

static void nothing_may_be_destroyed(void **state)
{
    (void)state;
    rapport_model_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_text_is_canonical),
        cmocka_unit_test(defaults_are_dropped),
        cmocka_unit_test(powers_are_written_by_name_or_number),
        cmocka_unit_test(write_read_write_gives_the_same_bytes),
        cmocka_unit_test(the_deepest_model_is_written_and_read),
        cmocka_unit_test(a_writer_that_gives_up_ends_the_writing),
        cmocka_unit_test(what_was_said_comes_back),
        cmocka_unit_test(parts_that_are_not_there_are_refused),
        cmocka_unit_test(a_struct_of_another_version_gets_what_it_has_room_for),
        cmocka_unit_test(nothing_may_be_destroyed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
