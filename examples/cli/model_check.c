/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <stdlib.h>

enum { MOST = 10000 }; /* nobody reads more */

static void write_lines(struct output *out, const char *path, const rapport_error *problems, uint32_t shown)
{
    char line[8192];
    for (uint32_t i = 0; i < shown; i++) {
        place_write(line, sizeof line, path, &problems[i]);
        clean(line);
        output_format(out, "%s\n", line);
    }
    if (shown == 0)
        output_format(out, "%s: ok\n", path_shown(path));
}

static void write_json(struct output *out, const rapport_error *problems, uint32_t shown, uint32_t count)
{
    output_format(out, "{\n  \"count\": %u,\n  \"problems\": [", (unsigned)count);
    for (uint32_t i = 0; i < shown; i++) {
        output_format(out, "%s\n    { \"line\": %u, \"column\": %u, \"path\": ", i ? "," : "", (unsigned)problems[i].line,
                      (unsigned)problems[i].column);
        output_json(out, problems[i].path);
        output_put(out, ", \"message\": ");
        output_json(out, problems[i].message);
        output_put(out, " }");
    }
    output_put(out, shown ? "\n  ]\n}\n" : "]\n}\n");
}

static int write_problems(const struct options *options, const rapport_error *problems, uint32_t shown, uint32_t count)
{
    struct output out;
    int code = output_open(&out, options->output);
    if (code)
        return code;
    if (options->format == RAPPORT_JSON)
        write_json(&out, problems, shown, count);
    else
        write_lines(&out, options->arguments[0], problems, shown);
    code = output_close(&out, DONE);
    if (code || count == 0)
        return code;
    return complain(BAD_DATA, "%s: %u problem%s%s", path_shown(options->arguments[0]), (unsigned)count, count == 1 ? "" : "s",
                    count > shown ? ", not all of them shown" : "");
}

static int run(const struct options *options)
{
    struct text json;
    int code = file_read(options->arguments[0], &json);
    if (code)
        return code;
    uint32_t count = 0;
    rapport_error *problems = malloc(MOST * sizeof *problems);
    rapport_status status = RAPPORT_NO_MEMORY;
    if (problems)
        status = rapport_model_check(json.bytes, json.length, NULL, problems, MOST, &count);
    code = status ? complain_memory() : write_problems(options, problems, count < MOST ? count : MOST, count);
    free(problems);
    free(json.bytes);
    return code;
}

static const char help[] = "Examples:\n"
                           "  rapport model check supplier-model.json\n"
                           "  generate-model | rapport model check -\n"
                           "\n"
                           "Prints one problem a line, as FILE:LINE:COLUMN: /path: message, or one line that\n"
                           "ends with ok. Exits with 65 if there is any problem.\n";

const struct command model_check_command = {
    .name = "model check",
    .summary = "every problem of a model file",
    .help = help,
    .arguments = "FILE",
    .argument_count = 1,
    .run = run,
};
