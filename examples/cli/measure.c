/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

static int write_report(const struct options *options, const rapport_result *result)
{
    struct report report;
    if (report_open(&report, options))
        return NO_OUTPUT;
    rapport_status status = rapport_measures_write(result, &report.options, output_write, &report.out, &report.error);
    return report_close(&report, options->arguments[0], status, DONE);
}

/* Measures by themselves; a document of another format is left to the reader of assessments. */
static int load(const struct options *options, struct text *json, struct review *out)
{
    const char *path = options->arguments[0];
    rapport_error error;
    if (rapport_measures_read(json->bytes, json->length, NULL, &out->made, &out->assessment, &error))
        return strcmp(error.path, "/format") != 0 ? complain_error(path, &error) : review_load_text(options, json, out);
    if (options->model)
        return complain(USAGE, "%s has no model that --model could replace", path);
    if (rapport_result_create(NULL, &out->result))
        return complain_memory();
    if (rapport_result_compute(out->result, out->assessment, &error))
        return complain_error(path, &error);
    return DONE;
}

static int run(const struct options *options)
{
    struct text json;
    struct review review = {0};
    int code = file_read(options->arguments[0], &json);
    if (!code)
        code = load(options, &json, &review);
    if (!code)
        code = write_report(options, review.result);
    review_drop(&review);
    free(json.bytes);
    return code;
}

static const char help[] = "Examples:\n"
                           "  rapport measure measures.json\n"
                           "  rapport measure measures.json --json\n"
                           "  rapport measure assessment.json\n"
                           "\n"
                           "The file is a rapport-measures/1, parties and sections by themselves, or an assessment, of\n"
                           "which the section \"measures\" is shown, and vision, leadership and strategy where its model\n"
                           "has groups of these names.\n"
                           "\n"
                           "Options:\n"
                           "  --model NAME|FILE     this model instead of the one that the assessment names\n";

const struct command measure_command = {
    .name = "measure",
    .summary = "balance, skills, aims, plans, trust",
    .help = help,
    .arguments = "FILE",
    .argument_count = 1,
    .accepts = ACCEPTS_MODEL,
    .run = run,
};
