/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* A parameter that is a number, and where it goes. */
static const struct number {
    const char *name;
    double least, most;
    size_t place;
} numbers[] = {
#define NUMBER(name, member, least, most)                                                                                      \
    {                                                                                                                          \
        name, least, most, offsetof(rapport_comparison_options, member)                                                        \
    }
    NUMBER("span", span, 0.01, 1e6),
    NUMBER("mean", mean, 0, 100),
    NUMBER("sigma", sigma, 1e-6, 100),
    NUMBER("lambda", lambda, 1e-6, 1),
    NUMBER("width", width, 1e-6, 100),
    NUMBER("slack", slack, 1e-6, 100),
    NUMBER("interval", interval, 1e-6, 1e6),
    NUMBER("minimum-common", minimum_common, 1e-6, 1),
    NUMBER("widening", widening, 1e-6, 100),
    NUMBER("coverage-fall", coverage_fall, 1e-6, 1),
    NUMBER("share-drift", share_drift, 1e-6, 1),
#undef NUMBER
};
enum { NUMBERS = sizeof numbers / sizeof *numbers };

static const char *const fades[] = {"linear", "half-life", NULL}, *const kinds[] = {"varying", "asymptotic", NULL};

static int unknown_parameter(const char *name)
{
    struct nearest parameter = {.word = name};
    for (int i = 0; i < NUMBERS; i++)
        nearest_try(&parameter, numbers[i].name);
    nearest_try(&parameter, "fade");
    nearest_try(&parameter, "limits");
    nearest_try(&parameter, "baseline");
    nearest_try(&parameter, "trust");
    return complain_unknown(USAGE, &parameter, "compare has no parameter");
}

static int set_parameter(const char *param, rapport_comparison_options *out)
{
    const char *value = strchr(param, '=') + 1;
    char name[32];
    snprintf(name, sizeof name, "%.*s", (int)(value - param - 1), param);
    for (int i = 0; i < NUMBERS; i++)
        if (!strcmp(name, numbers[i].name))
            return param_number(param, value, numbers[i].least, numbers[i].most,
                                (double *)(void *)((char *)out + numbers[i].place));
    if (!strcmp(name, "fade"))
        return param_word(param, value, fades, &out->fade);
    if (!strcmp(name, "limits"))
        return param_word(param, value, kinds, &out->limits);
    if (!strcmp(name, "baseline"))
        return param_whole(param, value, 2, RAPPORT_MAX_ROUNDS, &out->baseline);
    if (strcmp(name, "trust") != 0)
        return unknown_parameter(name);
    out->trust = value;
    return DONE;
}

/* Says which node the model does not have; USAGE if it does not. */
static int need_node(const rapport_model *model, const char *id)
{
    struct nearest name = {.word = id};
    if (!id || rapport_model_find(model, id) != RAPPORT_NONE)
        return DONE;
    for (uint32_t i = 1; i < rapport_model_count_nodes(model); i++)
        nearest_try(&name, rapport_model_part_id(model, RAPPORT_OF_NODE, i, 0));
    return complain_unknown(USAGE, &name, "the newest model has no group or criterion");
}

static int choose(const struct options *options, const rapport_model *model, rapport_comparison_options *out)
{
    int code = DONE;
    *out = (rapport_comparison_options){.struct_size = sizeof *out, .node = options->node};
    for (int i = 0; i < options->param_count && !code; i++)
        code = set_parameter(options->params[i], out);
    if (!code && out->mean != 0 && out->sigma == 0)
        code = complain(USAGE, "--param mean needs --param sigma beside it");
    if (!code)
        code = need_node(model, out->trust);
    return code ? code : need_node(model, out->node);
}

/* The rounds are good documents and still no series: which file, and why. */
static int complain_rounds(const struct options *options, const rapport_error *error)
{
    unsigned long round = 0;
    if (error->status == RAPPORT_NO_MEMORY)
        return complain_memory();
    if (!strncmp(error->path, "/rounds/", 8))
        round = strtoul(error->path + 8, NULL, 10);
    if (!round || round >= (unsigned long)options->argument_count)
        return complain(BAD_DATA, "%s", error->message);
    return complain(BAD_DATA, "%s: %s", path_shown(options->arguments[round]), error->message);
}

static int write_report(const struct options *options, const rapport_comparison *comparison)
{
    struct report report;
    if (report_open(&report, options))
        return NO_OUTPUT;
    rapport_status status = rapport_comparison_write(comparison, &report.options, output_write, &report.out, &report.error);
    return report_close(&report, options->arguments[0], status, DONE);
}

static int compare(const struct options *options, const struct review *reviews)
{
    const rapport_assessment *rounds[MAX_ARGUMENTS];
    const rapport_model *model = NULL;
    rapport_comparison_options chosen;
    rapport_comparison *comparison;
    rapport_error error;
    for (int i = 0; i < options->argument_count; i++) {
        rounds[i] = reviews[i].assessment;
        if (!model || !rapport_assessment_inactive(rounds[i]))
            model = rapport_assessment_model(rounds[i]);
    }
    int code = choose(options, model, &chosen);
    if (code)
        return code;
    if (rapport_comparison_create(rounds, (uint32_t)options->argument_count, &chosen, NULL, NULL, &comparison, &error))
        return complain_rounds(options, &error);
    code = write_report(options, comparison);
    rapport_comparison_destroy(comparison);
    return code;
}

static int run(const struct options *options)
{
    struct review *reviews = calloc((size_t)options->argument_count, sizeof *reviews);
    int code = reviews ? DONE : complain_memory(), standard = 0, read = 0;
    for (int i = 0; i < options->argument_count; i++)
        standard += !strcmp(options->arguments[i], "-");
    if (standard + (options->model && !strcmp(options->model, "-")) > 1)
        code = complain(USAGE, "only one document can come from standard input");
    for (; read < options->argument_count && !code; read++) {
        struct options one = *options;
        one.arguments[0] = options->arguments[read];
        code = review_load(&one, &reviews[read]);
    }
    if (!code)
        code = compare(options, reviews);
    for (int i = 0; i < read; i++)
        review_drop(&reviews[i]);
    free(reviews);
    return code;
}

static const char help[] = "Examples:\n"
                           "  rapport compare 2026-q2.json 2026-q3.json\n"
                           "  rapport compare rounds/*.json --node openness-of-aims\n"
                           "  rapport compare rounds/*.json --param mean=70 --param sigma=4\n"
                           "  rapport compare rounds/*.json --json -o comparison.json\n"
                           "\n"
                           "Options:\n"
                           "  --model NAME|FILE     this model instead of those that the assessments name\n"
                           "  --overlay KIND        the model's overlay for this kind of partner instead of\n"
                           "                        the assessments'; --overlay= applies none\n"
                           "  --node ID             the trend of this group or criterion too\n"
                           "  --param NAME=VALUE    may be repeated:\n"
                           "                        fade        linear or half-life, of the recent mean\n"
                           "                        span        rounds until it has faded, or halves\n"
                           "                        mean, sigma what the charts expect; without, both come\n"
                           "                        from the first rounds\n"
                           "                        baseline    how many first rounds that are: 3\n"
                           "                        lambda, width, limits   EWMA: 0.3, 2.7, varying\n"
                           "                        slack, interval         CUSUM: 0.5, 4\n"
                           "                        trust       node that must not fall twice: trust\n"
                           "                        widening, coverage-fall, share-drift\n"
                           "                        what to warn of: 12.5 points, 0.05, 0.05\n"
                           "                        minimum-common   weight that different models must\n"
                           "                        share: 0.5\n";

const struct command compare_command = {
    .name = "compare",
    .summary = "what changed, and where it goes",
    .help = help,
    .arguments = "OLDER NEWER...",
    .argument_count = 2,
    .accepts = ACCEPTS_MODEL | ACCEPTS_OVERLAY | ACCEPTS_NODE | ACCEPTS_PARAM | ACCEPTS_MORE,
    .run = run,
};
