/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

static int write_plan(const struct options *options, const rapport_plan *plan)
{
    struct report report;
    if (report_open(&report, options))
        return NO_OUTPUT;
    rapport_status status = rapport_plan_write(plan, &report.options, output_write, &report.out, &report.error);
    return report_close(&report, options->arguments[1], status, DONE);
}

static int choose(const struct options *options, const struct review *review, const rapport_actions *actions)
{
    rapport_plan_options wanted = {.struct_size = sizeof wanted, .gates_first = options->gates_first};
    rapport_plan *plan;
    rapport_error error;
    double budget;
    if (options->budget) {
        wanted.has_budget = 1;
        wanted.budget = options->budget_amount;
    } else if (rapport_actions_get_budget(actions, &budget)) {
        return complain(USAGE, "--budget is missing, and the actions have no budget either; see rapport plan --help");
    }
    if (rapport_plan_compute(review->result, actions, &wanted, NULL, &plan, &error))
        return complain_error(options->arguments[0], &error);
    int code = write_plan(options, plan);
    rapport_plan_destroy(plan);
    return code;
}

static int run(const struct options *options)
{
    const char *path = options->arguments[1];
    struct review review;
    struct text json;
    rapport_actions *actions = NULL;
    rapport_error error;
    if (!strcmp(path, "-") && !strcmp(options->arguments[0], "-"))
        return complain(USAGE, "assessment and actions cannot both come from standard input");
    int code = review_load(options, &review);
    if (code)
        return code;
    code = file_read(path, &json);
    if (!code && rapport_actions_read(json.bytes, json.length, review.assessment, NULL, &actions, &error))
        code = complain_error(path, &error);
    free(json.bytes);
    if (!code)
        code = choose(options, &review, actions);
    rapport_actions_destroy(actions);
    review_drop(&review);
    return code;
}

static const char help[] = "Examples:\n"
                           "  rapport plan alliance.json actions.json --budget 60\n"
                           "  rapport plan alliance.json actions.json --budget 60 --gates-first\n"
                           "  rapport plan alliance.json actions.json --json -o plan.json\n"
                           "\n"
                           "Options:\n"
                           "  --budget N            the most that the plan may cost; otherwise what the\n"
                           "                        actions say\n"
                           "  --gates-first         first as few breached gates as can be, then the score\n"
                           "  --model NAME|FILE     this model instead of the one that the assessment names\n"
                           "  --overlay KIND        the model's overlay for this kind of partner instead of\n"
                           "                        the assessment's; --overlay= applies none\n";

const struct command plan_command = {
    .name = "plan",
    .summary = "what to do with a given budget",
    .help = help,
    .arguments = "ASSESSMENT ACTIONS",
    .argument_count = 2,
    .accepts = ACCEPTS_MODEL | ACCEPTS_OVERLAY | ACCEPTS_BUDGET,
    .run = run,
};
