/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "show.h"

const char *show_id(const struct page *page, int32_t part, uint32_t index)
{
    return rapport_model_part_id(page->model, part, index, 0);
}

const char *show_label(const struct page *page, int32_t part, uint32_t index, uint32_t step, int32_t label)
{
    return rapport_model_label(page->model, part, index, step, label, page->options->language);
}

const char *show_title(const struct page *page, int32_t part, uint32_t index)
{
    return show_label(page, part, index, 0, RAPPORT_TITLE);
}

static void show_head(struct page *page)
{
    const char *overlay = rapport_model_overlay(page->model);
    double least;
    char buffer[NUMBER_SIZE];
    output_label(&page->out, show_title(page, RAPPORT_OF_MODEL, 0));
    output_format(&page->out, "\n%s ", rapport_model_id(page->model));
    output_label(&page->out, rapport_model_version(page->model));
    output_format(&page->out, "%s%s\n%s\n\n", overlay ? ", overlay " : "", overlay ? overlay : "",
                  rapport_model_fingerprint(page->model));
    output_wrap(&page->out, "", "", show_label(page, RAPPORT_OF_MODEL, 0, 0, RAPPORT_DESCRIPTION));
    if (rapport_model_missing(page->model, &least) == RAPPORT_STRICT)
        output_format(&page->out, "No score below a coverage of %s.\n", number_short(buffer, least));
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
        output_format(out, ", power mean of %s", number_short(buffer, node->power));
}

static void show_anchors(struct page *page, uint32_t index, const rapport_node *node)
{
    output_wrap(&page->out, "          ", "          ", show_label(page, RAPPORT_OF_NODE, index, 0, RAPPORT_QUESTION));
    for (uint32_t step = 1; step <= rapport_model_count_steps(page->model, node->scale); step++) {
        const char *anchor = show_label(page, RAPPORT_OF_NODE, index, step, RAPPORT_ANCHOR);
        char indent[24];
        snprintf(indent, sizeof indent, "          %3u  ", (unsigned)step);
        output_wrap(&page->out, indent, "               ",
                    *anchor ? anchor : show_label(page, RAPPORT_OF_SCALE, node->scale, step, RAPPORT_TITLE));
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
        output_format(&page->out, "%5s%%  %6s  %6s  %*s", number_fixed(share, node.share * 100, 1),
                      number_short(weight, node.weight), number_fixed(target, node.target, 1), 2 * ((int)node.depth - 1), "");
        output_label(&page->out, show_title(page, RAPPORT_OF_NODE, i));
        output_format(&page->out, " [%s]", show_id(page, RAPPORT_OF_NODE, i));
        show_rule(page, &node);
        output_put(&page->out, "\n");
        if (page->options->full && node.kind == RAPPORT_CRITERION)
            show_anchors(page, i, &node);
    }
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
        if (options->format == RAPPORT_JSON) {
            status = rapport_model_write(model, output_write, &page.out);
        } else {
            show_head(&page);
            show_nodes(&page);
            show_rules(&page);
        }
        code = output_close(&page.out, status == RAPPORT_NO_MEMORY ? complain_memory() : DONE);
    }
    rapport_model_destroy(model);
    return code;
}

static const char help[] = "Examples:\n"
                           "  rapport model show best-partner\n"
                           "  rapport model show best-partner --full            with questions and anchors\n"
                           "  rapport model show best-partner --overlay supplier\n"
                           "  rapport model show supplier-model.json --language de\n"
                           "  rapport model show best-partner --json > my-model.json\n"
                           "\n"
                           "Options:\n"
                           "  --overlay KIND        as it is for this kind of partner\n"
                           "  --full                questions and anchors of every criterion\n";

const struct command model_show_command = {
    .name = "model show",
    .summary = "what a model asks and how it counts",
    .help = help,
    .arguments = "NAME|FILE",
    .argument_count = 1,
    .accepts = ACCEPTS_OVERLAY | ACCEPTS_FULL,
    .run = run,
};
