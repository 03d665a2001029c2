/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <string.h>

struct page {
    struct output out;
    const rapport_model *model;
    const struct options *options;
};

static const char *id(const struct page *page, int32_t part, uint32_t index)
{
    return rapport_model_part_id(page->model, part, index, 0);
}

static const char *label(const struct page *page, int32_t part, uint32_t index, uint32_t step, int32_t label)
{
    return rapport_model_label(page->model, part, index, step, label, page->options->language);
}

static const char *title(const struct page *page, int32_t part, uint32_t index)
{
    return label(page, part, index, 0, RAPPORT_TITLE);
}

static void show_head(struct page *page)
{
    const char *overlay = rapport_model_overlay(page->model);
    double least;
    char buffer[NUMBER_SIZE];
    output_format(&page->out, "%s\n%s %s%s%s\n", title(page, RAPPORT_OF_MODEL, 0), rapport_model_id(page->model),
                  rapport_model_version(page->model), overlay ? ", overlay " : "", overlay ? overlay : "");
    output_format(&page->out, "%s\n\n", rapport_model_fingerprint(page->model));
    output_wrap(&page->out, "", label(page, RAPPORT_OF_MODEL, 0, 0, RAPPORT_DESCRIPTION));
    if (rapport_model_missing(page->model, &least) == RAPPORT_STRICT)
        output_format(&page->out, "No score below a coverage of %s.\n", number_write(buffer, least));
    if (rapport_model_anonymity_floor(page->model) > 1)
        output_format(&page->out, "What fewer than %u raters of a party answered is withheld.\n",
                      (unsigned)rapport_model_anonymity_floor(page->model));
}

/* How its children's values, or the parties', become one. */
static void show_rule(struct page *page, const rapport_node *node)
{
    char buffer[NUMBER_SIZE];
    struct output *out = &page->out;
    if (node->informational)
        output_put(out, ", informational");
    if (node->together)
        output_put(out, node->together == RAPPORT_MIN ? ", the weakest party counts" : ", the strongest party counts");
    if (node->kind == RAPPORT_CRITERION || node->power == 1)
        return;
    if (node->power == 0)
        output_put(out, ", geometric mean");
    else if (node->power < -100)
        output_put(out, ", minimum");
    else if (node->power > 100)
        output_put(out, ", maximum");
    else
        output_format(out, ", power mean of %s", number_write(buffer, node->power));
}

static void show_anchors(struct page *page, uint32_t index, const rapport_node *node)
{
    output_wrap(&page->out, "          ", label(page, RAPPORT_OF_NODE, index, 0, RAPPORT_QUESTION));
    for (uint32_t step = 1; step <= rapport_model_count_steps(page->model, node->scale); step++) {
        const char *anchor = label(page, RAPPORT_OF_NODE, index, step, RAPPORT_ANCHOR);
        char indent[24];
        snprintf(indent, sizeof indent, "          %3u  ", (unsigned)step);
        output_wrap(&page->out, indent, *anchor ? anchor : label(page, RAPPORT_OF_SCALE, node->scale, step, RAPPORT_TITLE));
    }
}

static void show_nodes(struct page *page)
{
    char share[NUMBER_SIZE], weight[NUMBER_SIZE], target[NUMBER_SIZE];
    rapport_node node = {.struct_size = sizeof node};
    rapport_model_get_node(page->model, RAPPORT_ROOT, &node);
    output_format(&page->out, "\n share  weight  target  group or criterion");
    show_rule(page, &node);
    output_put(&page->out, "\n");
    for (uint32_t i = 1; i < rapport_model_count_nodes(page->model); i++) {
        rapport_model_get_node(page->model, i, &node);
        output_format(&page->out, "%5s%%  %6s  %6s  %*s%s", number_fixed(share, node.share * 100, 1),
                      number_write(weight, node.weight), number_fixed(target, node.target, 1), 2 * ((int)node.depth - 1), "",
                      title(page, RAPPORT_OF_NODE, i));
        output_format(&page->out, " [%s]", id(page, RAPPORT_OF_NODE, i));
        show_rule(page, &node);
        output_put(&page->out, "\n");
        if (page->options->full && node.kind == RAPPORT_CRITERION)
            show_anchors(page, i, &node);
    }
}

static void show_scales(struct page *page)
{
    static const char *const kinds[] = {"", "levels", "a number", "yes or no", "a choice"};
    char buffer[NUMBER_SIZE];
    output_put(&page->out, "\nScales\n");
    for (uint32_t i = 0; i < rapport_model_count_scales(page->model); i++) {
        const char *unit = rapport_model_scale_unit(page->model, i);
        output_format(&page->out, "  %s: %s%s%s", id(page, RAPPORT_OF_SCALE, i), kinds[rapport_model_scale_kind(page->model, i)],
                      *unit ? " in " : "", unit);
        for (uint32_t step = 1; step <= rapport_model_count_steps(page->model, i); step++) {
            double points = 0;
            rapport_model_get_step(page->model, i, step, &points);
            output_format(&page->out, "%s%s %s", step == 1 ? ": " : ", ", label(page, RAPPORT_OF_SCALE, i, step, RAPPORT_TITLE),
                          number_write(buffer, points));
        }
        output_put(&page->out, "\n");
    }
}

static void show_gate(struct page *page, uint32_t index)
{
    static const char *const measures[] = {"", "net-benefit", "burden-overload", "balance", "skill-coverage"};
    static const char *const views[] = {" in any view", " in all views", " in the joint view"};
    char threshold[NUMBER_SIZE], cap[NUMBER_SIZE];
    rapport_gate gate = {.struct_size = sizeof gate};
    rapport_model_get_gate(page->model, index, &gate);
    int of_node = gate.node != RAPPORT_NONE, viewed = of_node || gate.measure == RAPPORT_NET_BENEFIT;
    output_format(&page->out, "  %s: %s %s %s%s: ", title(page, RAPPORT_OF_GATE, index),
                  of_node ? id(page, RAPPORT_OF_NODE, gate.node) : measures[gate.measure], gate.above ? "above" : "below",
                  number_write(threshold, gate.threshold), viewed ? views[gate.view] : "");
    if (gate.effect == RAPPORT_CAP)
        output_format(&page->out, "the score is at most %s\n", number_write(cap, gate.cap));
    else
        output_put(&page->out, gate.effect == RAPPORT_FAIL ? "fails, the score is 0\n" : "is flagged\n");
}

static void show_band(struct page *page, uint32_t index)
{
    static const struct {
        uint32_t demand;
        const char *words;
    } demands[] = {{RAPPORT_EVERY_GROUP, "every group at least"},       {RAPPORT_WEAKEST_PARTY, "every party at least"},
                   {RAPPORT_NEEDS_BALANCE, "balance at least"},         {RAPPORT_NEEDS_COVERAGE, "coverage at least"},
                   {RAPPORT_NO_UNDECIDED_GATES, "no undecided gate"}};
    char buffer[NUMBER_SIZE];
    rapport_band band = {.struct_size = sizeof band};
    rapport_model_get_band(page->model, index, &band);
    const double least[] = {band.every_group, band.weakest_party, band.balance, band.coverage};
    output_format(&page->out, "  from %s: %s", number_write(buffer, band.from), title(page, RAPPORT_OF_BAND, index));
    output_format(&page->out, " [%s]", id(page, RAPPORT_OF_BAND, index));
    for (int i = 0; i < 5; i++)
        if (band.demands & demands[i].demand)
            output_format(&page->out, ", %s%s%s", demands[i].words, i < 4 ? " " : "",
                          i < 4 ? number_write(buffer, least[i]) : "");
    output_put(&page->out, "\n");
}

static void show(struct page *page)
{
    show_head(page);
    show_nodes(page);
    show_scales(page);
    if (rapport_model_count_gates(page->model) > 0)
        output_put(&page->out, "\nGates\n");
    for (uint32_t i = 0; i < rapport_model_count_gates(page->model); i++)
        show_gate(page, i);
    output_put(&page->out, "\nBands\n");
    for (uint32_t i = 0; i < rapport_model_count_bands(page->model); i++)
        show_band(page, i);
    uint32_t overlays = rapport_model_count_overlays(page->model);
    for (uint32_t i = 0; i < overlays; i++)
        output_format(&page->out, "%s%s", i ? ", " : "\nOverlays\n  ", id(page, RAPPORT_OF_OVERLAY, i));
    output_put(&page->out, overlays ? "\n" : "");
}

static int run(const struct options *options)
{
    rapport_model *model;
    struct page page = {.options = options};
    int code = model_load(options->arguments[0], options->overlay, &model);
    if (code)
        return code;
    code = output_open(&page.out, options->output);
    if (!code) {
        page.model = model;
        rapport_status status = RAPPORT_OK;
        if (options->format == RAPPORT_JSON)
            status = rapport_model_write(model, output_write, &page.out);
        else
            show(&page);
        code = output_close(&page.out, status == RAPPORT_NO_MEMORY ? complain_memory() : DONE);
    }
    rapport_model_destroy(model);
    return code;
}

const struct command model_show_command = {
    "model show", "what a model asks and how it counts",
    "Examples:\n"
    "  rapport model show best-partner\n"
    "  rapport model show best-partner --full            with questions and anchors\n"
    "  rapport model show best-partner --overlay supplier\n"
    "  rapport model show supplier-model.json --language de\n"
    "  rapport model show best-partner --json > my-model.json\n"
    "\n"
    "Options:\n"
    "  --overlay KIND        as it is for this kind of partner\n"
    "  --full                questions and anchors of every criterion\n",
    "NAME|FILE", 1, ACCEPTS_OVERLAY | ACCEPTS_FULL, run};
