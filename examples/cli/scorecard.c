/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

/* The arithmetic of a name; -1 after saying that there is none. */
static int32_t find_arithmetic(const char *name)
{
    struct nearest arithmetic = {.word = name};
    if (!strcmp(name, "ours"))
        return RAPPORT_OURS;
    if (!strcmp(name, "erpnext"))
        return RAPPORT_ERPNEXT;
    nearest_try(&arithmetic, "ours");
    nearest_try(&arithmetic, "erpnext");
    complain_unknown(USAGE, &arithmetic, "no arithmetic is called");
    return -1;
}

static int write_report(const struct options *options, const rapport_scorecard *card, int32_t arithmetic)
{
    struct report report;
    if (report_open(&report, options))
        return NO_OUTPUT;
    rapport_status status =
        rapport_scorecard_write(card, arithmetic, &report.options, output_write, &report.out, &report.error);
    return report_close(&report, options->arguments[0], status, DONE);
}

static int run(const struct options *options)
{
    const char *path = options->arguments[0];
    struct text json;
    rapport_scorecard *card = NULL;
    rapport_error error;
    int32_t arithmetic = options->arithmetic ? find_arithmetic(options->arithmetic) : RAPPORT_OURS;
    if (arithmetic < 0)
        return USAGE;
    int code = file_read(path, &json);
    if (!code && rapport_scorecard_read(json.bytes, json.length, NULL, &card, &error))
        code = complain_error(path, &error);
    free(json.bytes);
    if (!code && rapport_scorecard_compute(card, &error))
        code = complain_error(path, &error);
    if (!code)
        code = write_report(options, card, arithmetic);
    rapport_scorecard_destroy(card);
    return code;
}

static const char help[] = "Examples:\n"
                           "  rapport scorecard scorecard.json\n"
                           "  rapport scorecard scorecard.json --arithmetic erpnext\n"
                           "  rapport scorecard scorecard.json --json\n"
                           "\n"
                           "Options:\n"
                           "  --arithmetic WHOSE    ours, the default, or erpnext: that score comes first;\n"
                           "                        both are shown, and where and why they differ\n";

const struct command scorecard_command = {
    .name = "scorecard",
    .summary = "a supplier scorecard of ERPNext's",
    .help = help,
    .arguments = "SCORECARD",
    .argument_count = 1,
    .accepts = ACCEPTS_ARITHMETIC,
    .run = run,
};
