/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

enum { METRIC, AROUND, OPTIONS, LOWEST, HIGHEST, CONFIDENCE, PARAMETERS };

static const char *const names[PARAMETERS] = {"metric", "around", "options", "lowest", "highest", "confidence"};
static const char *const metrics[] = {"ordinal", "nominal", "interval", "ratio", NULL}, *const centers[] = {"mean", "median",
                                                                                                            NULL};

/* Which parameters change an index, one bit each. */
static unsigned parameters_of(int32_t index)
{
    switch (index) {
    case RAPPORT_RWG:
    case RAPPORT_RWGJ:
    case RAPPORT_AWG:
        return 1u << OPTIONS | 1u << LOWEST | 1u << HIGHEST;
    case RAPPORT_AD:
        return 1u << AROUND | 1u << OPTIONS;
    case RAPPORT_KENDALL:
        return 0;
    case RAPPORT_KRIPPENDORFF:
        return 1u << METRIC;
    default:
        return 1u << CONFIDENCE;
    }
}

/* The index of a name, "icc" being short for "icc1"; 0 after saying that there is none. */
static int32_t find_index(const char *name)
{
    struct nearest index = {.word = name};
    if (!strcmp(name, "icc"))
        return RAPPORT_ICC1;
    for (int32_t i = RAPPORT_RWG; i < RAPPORT_INDEX_END; i++) {
        if (!strcmp(name, rapport_agreement_name(i)))
            return i;
        nearest_try(&index, rapport_agreement_name(i));
    }
    complain_unknown(USAGE, &index, "no index is called");
    return 0;
}

static int unknown_parameter(int32_t index, const char *name)
{
    char what[80];
    struct nearest parameter = {.word = name};
    for (int i = 0; i < PARAMETERS; i++)
        if (parameters_of(index) & 1u << i)
            nearest_try(&parameter, names[i]);
    snprintf(what, sizeof what, "%s has no parameter", rapport_agreement_name(index));
    return complain_unknown(USAGE, &parameter, what);
}

static int set_parameter(const char *param, int32_t index, rapport_agreement_options *out)
{
    char name[32];
    const char *value = strchr(param, '=') + 1;
    int which = 0;
    snprintf(name, sizeof name, "%.*s", (int)(value - param - 1), param);
    while (which < PARAMETERS && !(parameters_of(index) & 1u << which && !strcmp(name, names[which])))
        which++;
    switch (which) {
    case METRIC:
        return param_word(param, value, metrics, &out->metric);
    case AROUND:
        return param_word(param, value, centers, &out->around);
    case OPTIONS:
        return param_whole(param, value, 2, 1000000, &out->options);
    case LOWEST:
        return param_number(param, value, -1e15, 1e15, &out->lowest);
    case HIGHEST:
        return param_number(param, value, -1e15, 1e15, &out->highest);
    case CONFIDENCE:
        return param_number(param, value, 0.5, 0.999, &out->confidence);
    default:
        return unknown_parameter(index, name);
    }
}

/* What the file tells of the scale, and over it what the command line says. */
static int choose(const struct options *options, int32_t index, const rapport_ratings *ratings, rapport_agreement_options *out)
{
    *out = (rapport_agreement_options){.struct_size = sizeof *out};
    rapport_ratings_get_scale(ratings, &out->options, &out->lowest, &out->highest);
    for (int i = 0; i < options->param_count; i++) {
        int code = set_parameter(options->params[i], index, out);
        if (code)
            return code;
    }
    int range = out->lowest < out->highest, none = out->lowest == 0 && out->highest == 0;
    if (!range && !none)
        return complain(USAGE, "--param highest must be above lowest; give both");
    if (parameters_of(index) & 1u << LOWEST && none && !out->options)
        return complain(USAGE, "%s must know the scale: '--param options=5', or '--param lowest=0 --param highest=100'",
                        rapport_agreement_name(index));
    return DONE;
}

static int write_report(const struct options *options, const rapport_agreement *agreement, const rapport_ratings *ratings)
{
    struct report report;
    if (report_open(&report, options))
        return NO_OUTPUT;
    rapport_status status =
        rapport_agreement_write(agreement, ratings, &report.options, output_write, &report.out, &report.error);
    return report_close(&report, options->arguments[0], status, DONE);
}

static int compute(const struct options *options, int32_t index, const rapport_ratings *ratings)
{
    rapport_agreement agreement = {.struct_size = sizeof agreement};
    rapport_agreement_options chosen;
    rapport_error error;
    int code = choose(options, index, ratings, &chosen);
    if (code)
        return code;
    if (rapport_agreement_compute(index, rapport_ratings_values(ratings), rapport_ratings_present(ratings),
                                  rapport_ratings_count_raters(ratings), rapport_ratings_count_units(ratings), &chosen, NULL,
                                  &agreement, &error))
        return complain_error(options->arguments[0], &error);
    return write_report(options, &agreement, ratings);
}

static int run(const struct options *options)
{
    const char *path = options->arguments[0];
    struct text json;
    rapport_ratings *ratings = NULL;
    rapport_error error;
    if (!options->index)
        return complain(USAGE, "--index is missing; see rapport agreement --help");
    int32_t index = find_index(options->index);
    if (!index)
        return USAGE;
    int code = file_read(path, &json);
    if (!code && rapport_ratings_read(json.bytes, json.length, NULL, &ratings, &error))
        code = complain_error(path, &error);
    free(json.bytes);
    if (!code)
        code = compute(options, index, ratings);
    rapport_ratings_destroy(ratings);
    return code;
}

static const char help[] = "Examples:\n"
                           "  rapport agreement ratings.json --index krippendorff\n"
                           "  rapport agreement ratings.json --index krippendorff --param metric=interval\n"
                           "  rapport agreement ratings.json --index rwg --param options=5\n"
                           "  rapport agreement ratings.json --index icc2k --json\n"
                           "\n"
                           "Options:\n"
                           "  --index INDEX         one of these:\n"
                           "                        rwg           do the raters of a unit agree, beyond chance?\n"
                           "                        rwgj          the same over items that ask the same\n"
                           "                        awg           against what their mean would allow?\n"
                           "                        ad            how far apart are they, on average?\n"
                           "                        icc1 icc1k    each unit has raters of its own\n"
                           "                        icc2 icc2k    the same raters, standing for others\n"
                           "                        icc3 icc3k    the same raters, standing for themselves;\n"
                           "                                      k: of the mean of the raters\n"
                           "                        kendall       do they put the units in one order?\n"
                           "                        krippendorff  beyond chance, with missing ratings?\n"
                           "                        cronbach      do the items, one a row, move together?\n"
                           "  --param NAME=VALUE    may be repeated; over what the file says:\n"
                           "                        metric      krippendorff: ordinal, nominal, interval, ratio\n"
                           "                        around      ad: mean or median\n"
                           "                        options     rwg, rwgj, awg, ad: how many the scale has\n"
                           "                        lowest, highest   rwg, rwgj, awg: ends of the scale\n"
                           "                        confidence  icc, cronbach: of the interval; 0.95\n";

const struct command agreement_command = {
    .name = "agreement",
    .summary = "how far raters agree",
    .help = help,
    .arguments = "RATINGS",
    .argument_count = 1,
    .accepts = ACCEPTS_INDEX | ACCEPTS_PARAM,
    .run = run,
};
