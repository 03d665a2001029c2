/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

static int unknown_node(const rapport_model *model, const char *id)
{
    struct nearest name = {.word = id};
    for (uint32_t i = 1; i < rapport_model_count_nodes(model); i++)
        nearest_try(&name, rapport_model_part_id(model, RAPPORT_OF_NODE, i, 0));
    return complain_unknown(USAGE, &name, "the model has no group or criterion");
}

static int write_explanation(const struct options *options, const rapport_result *result, uint32_t node)
{
    struct report report;
    if (report_open(&report, options))
        return NO_OUTPUT;
    rapport_status status = rapport_explanation_write(result, node, &report.options, output_write, &report.out, &report.error);
    return report_close(&report, options->arguments[0], status, DONE);
}

static int run(const struct options *options)
{
    struct review review;
    int code = review_load(options, &review);
    if (code)
        return code;
    const rapport_model *model = rapport_assessment_model(review.assessment);
    uint32_t node = rapport_model_find(model, options->arguments[1]);
    code = node == RAPPORT_NONE ? unknown_node(model, options->arguments[1]) : write_explanation(options, review.result, node);
    review_drop(&review);
    return code;
}

static const char help[] = "Examples:\n"
                           "  rapport explain alliance.json trust\n"
                           "  rapport explain alliance.json trust --redact\n"
                           "  rapport explain alliance.json mutual-gain --json\n"
                           "\n"
                           "Options:\n"
                           "  --model NAME|FILE     this model instead of the one that the assessment names\n"
                           "  --overlay KIND        the model's overlay for this kind of partner instead of\n"
                           "                        the assessment's; --overlay= applies none\n"
                           "  --redact              leave out raters, raw answers, notes and evidence\n";

const struct command explain_command = {
    .name = "explain",
    .summary = "everything behind one group or criterion",
    .help = help,
    .arguments = "ASSESSMENT NODE",
    .argument_count = 2,
    .accepts = ACCEPTS_MODEL | ACCEPTS_OVERLAY | ACCEPTS_REDACT,
    .run = run,
};
