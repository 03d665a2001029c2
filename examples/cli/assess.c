/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

/* Every condition that is not met is said; one is enough for the exit code. */
static int check_conditions(const struct options *options, const rapport_result *result)
{
    struct requirement wanted[MAX_CONDITIONS];
    int code = DONE;
    for (int i = 0; i < options->condition_count; i++) {
        int bad = require_read(options->conditions[i], &wanted[i]);
        if (!bad)
            bad = require_check(&wanted[i], result);
        if (bad == USAGE)
            return bad;
        code = bad ? bad : code;
    }
    return code;
}

static int write_report(const struct options *options, const rapport_result *result, int code)
{
    struct report report;
    if (report_open(&report, options))
        return NO_OUTPUT;
    rapport_status status = rapport_report_write(result, &report.options, output_write, &report.out, &report.error);
    return report_close(&report, options->arguments[0], status, code);
}

static int run(const struct options *options)
{
    struct review review;
    int code = review_load(options, &review);
    if (code)
        return code;
    if (review_find_ways(&review)) {
        review_drop(&review);
        return complain_memory();
    }
    code = check_conditions(options, review.result);
    if (code != USAGE) /* a band that the model does not have */
        code = write_report(options, review.result, code);
    review_drop(&review);
    return code;
}

static const char help[] = "Examples:\n"
                           "  rapport assess alliance.json\n"
                           "  rapport assess alliance.json --json -o result.json\n"
                           "  rapport assess supplier.json --overlay prototype\n"
                           "  rapport assess alliance.json --require 'score>=70' --require no-breach\n"
                           "\n"
                           "Options:\n"
                           "  --model NAME|FILE     this model instead of the one that the assessment names\n"
                           "  --overlay KIND        the model's overlay for this kind of partner instead of\n"
                           "                        the assessment's; --overlay= applies none\n"
                           "  --require CONDITION   exit with 1 unless it is met; may be repeated:\n"
                           "                        score>=N      joint score after gates, 0 to 100\n"
                           "                        ungated>=N    joint score before gates\n"
                           "                        lower>=N      lowest joint score still possible\n"
                           "                        coverage>=C   share that is answered, 0 to 1\n"
                           "                        band>=ID      this band of the model or a higher one\n"
                           "                        no-breach     no gate is breached\n"
                           "                        no-undecided  no gate is undecided\n"
                           "                        certain       nothing missing could change the band\n";

const struct command assess_command = {
    .name = "assess",
    .summary = "how good it is, why, and what would help",
    .help = help,
    .arguments = "ASSESSMENT",
    .argument_count = 1,
    .accepts = ACCEPTS_MODEL | ACCEPTS_OVERLAY | ACCEPTS_REQUIRE,
    .run = run,
};
