/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <stdlib.h>

static int write_report(const struct options *options, const rapport_backtest *backtest)
{
    struct report report;
    if (report_open(&report, options))
        return NO_OUTPUT;
    rapport_status status = rapport_backtest_write(backtest, &report.options, output_write, &report.out, &report.error);
    return report_close(&report, options->arguments[0], status, DONE);
}

static int run(const struct options *options)
{
    const char *path = options->arguments[0];
    struct text json;
    rapport_backtest *backtest = NULL;
    rapport_error error;
    int code = file_read(path, &json);
    if (!code && rapport_backtest_read(json.bytes, json.length, NULL, &backtest, &error))
        code = complain_error(path, &error);
    free(json.bytes);
    if (!code)
        code = write_report(options, backtest);
    rapport_backtest_destroy(backtest);
    return code;
}

static const char help[] = "Examples:\n"
                           "  rapport backtest outcomes.json\n"
                           "  rapport backtest outcomes.json --json\n"
                           "\n"
                           "The file is a rapport-outcomes/1: past scores, and what became of each partnership, as a\n"
                           "number or as true (good) and false.\n";

const struct command backtest_command = {
    .name = "backtest",
    .summary = "whether past scores foretold what came of it",
    .help = help,
    .arguments = "OUTCOMES",
    .argument_count = 1,
    .run = run,
};
