/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

static uint32_t count_criteria(const rapport_model *model)
{
    uint32_t criteria = 0;
    for (uint32_t i = 0; i < rapport_model_count_nodes(model); i++) {
        rapport_node node = {.struct_size = sizeof node};
        rapport_model_get_node(model, i, &node);
        criteria += node.kind == RAPPORT_CRITERION;
    }
    return criteria;
}

static const char *label(const rapport_model *model, int32_t label, const struct options *options)
{
    return rapport_model_label(model, RAPPORT_OF_MODEL, 0, 0, label, options->language);
}

static void write_text(struct output *out, const rapport_model *model, const struct options *options)
{
    output_format(out, "%-20s %-6s %u criteria  %s\n", rapport_model_id(model), rapport_model_version(model),
                  (unsigned)count_criteria(model), label(model, RAPPORT_TITLE, options));
    output_wrap(out, "    ", "    ", label(model, RAPPORT_DESCRIPTION, options));
    uint32_t overlays = rapport_model_count_overlays(model);
    for (uint32_t i = 0; i < overlays; i++)
        output_format(out, "%s%s", i ? ", " : "    overlays: ", rapport_model_part_id(model, RAPPORT_OF_OVERLAY, i, 0));
    output_put(out, overlays ? "\n" : "");
}

static void write_field(struct output *out, const char *key, const char *text)
{
    output_format(out, "%s: ", key);
    output_json(out, text);
}

static void write_json(struct output *out, const rapport_model *model, const struct options *options)
{
    write_field(out, "  { \"id\"", rapport_model_id(model));
    write_field(out, ", \"version\"", rapport_model_version(model));
    write_field(out, ",\n    \"title\"", label(model, RAPPORT_TITLE, options));
    write_field(out, ",\n    \"description\"", label(model, RAPPORT_DESCRIPTION, options));
    output_format(out, ",\n    \"criteria\": %u, \"overlays\": [", (unsigned)count_criteria(model));
    for (uint32_t i = 0; i < rapport_model_count_overlays(model); i++) {
        output_put(out, i ? ", " : "");
        output_json(out, rapport_model_part_id(model, RAPPORT_OF_OVERLAY, i, 0));
    }
    write_field(out, "],\n    \"fingerprint\"", rapport_model_fingerprint(model));
    output_put(out, " }");
}

static int run(const struct options *options)
{
    struct output out;
    int code = output_open(&out, options->output), json = options->format == RAPPORT_JSON;
    if (code)
        return code;
    output_put(&out, json ? "[\n" : "");
    for (uint32_t i = 0; i < rapport_builtin_count() && !code; i++) {
        rapport_model *model;
        code = model_load(rapport_builtin_name(i), NULL, &model);
        if (code)
            break;
        output_put(&out, i == 0 ? "" : json ? ",\n" : "\n");
        if (json)
            write_json(&out, model, options);
        else
            write_text(&out, model, options);
        rapport_model_destroy(model);
    }
    output_put(&out, json ? "\n]\n" : "");
    return output_close(&out, code);
}

static const char help[] = "Examples:\n"
                           "  rapport models\n"
                           "  rapport models --json\n";

const struct command models_command = {
    .name = "models",
    .summary = "the built-in models",
    .help = help,
    .arguments = "",
    .argument_count = 0,
    .run = run,
};
