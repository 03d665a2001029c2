/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

enum { PARAMETERS = MAX_PARAMS + 1 };

/* What the command line gives to the method; the names are cut out of "name=value". */
struct given {
    char names[PARAMETERS][RAPPORT_MAX_ID + 1];
    rapport_parameter parameters[PARAMETERS];
    rapport_ranking_options options;
};

static rapport_method method_of(int32_t method)
{
    rapport_method about = {.struct_size = sizeof about};
    rapport_method_get(method, &about);
    return about;
}

int complain_method(const char *name)
{
    struct nearest method = {.word = name};
    for (int32_t i = RAPPORT_WSM; i < RAPPORT_METHOD_END; i++)
        nearest_try(&method, method_of(i).name);
    return complain_unknown(USAGE, &method, "no method is called");
}

static int check_word(const rapport_method *method, uint32_t parameter, const rapport_method_parameter *about, const char *text)
{
    struct nearest word = {.word = text};
    char what[80];
    for (uint32_t i = 0; i < about->words; i++) {
        const char *known = rapport_method_parameter_word(method->method, parameter, i);
        if (!strcmp(known, text))
            return DONE;
        nearest_try(&word, known);
    }
    snprintf(what, sizeof what, "the %s of %s cannot be", about->name, method->name);
    return complain_unknown(USAGE, &word, what);
}

static int give(const rapport_method *method, const char *name, size_t length, const char *value, struct given *given)
{
    uint32_t at = given->options.count;
    rapport_parameter *parameter = &given->parameters[at];
    struct nearest nearest = {.word = given->names[at]};
    char what[80];
    snprintf(given->names[at], sizeof given->names[at], "%.*s", (int)length, name);
    parameter->name = given->names[at];
    for (uint32_t k = 0; k < method->parameters; k++) {
        rapport_method_parameter about = {.struct_size = sizeof about};
        rapport_method_get_parameter(method->method, k, &about);
        nearest_try(&nearest, about.name);
        if (strcmp(about.name, parameter->name) != 0)
            continue;
        given->options.count++;
        if (!about.words)
            return param_number(parameter->name, value, about.least, about.most, &parameter->number);
        parameter->text = value;
        return check_word(method, k, &about, value);
    }
    snprintf(what, sizeof what, "%s has no parameter", method->name);
    return complain_unknown(USAGE, &nearest, what);
}

static int give_all(const struct options *options, const rapport_method *method, struct given *given)
{
    int code = DONE;
    given->options = (rapport_ranking_options){.struct_size = sizeof given->options, .parameters = given->parameters};
    if (options->normalization)
        code = give(method, "normalization", strlen("normalization"), options->normalization, given);
    for (int i = 0; i < options->param_count && !code; i++) {
        const char *sign = strchr(options->params[i], '=');
        code = give(method, options->params[i], (size_t)(sign - options->params[i]), sign + 1, given);
    }
    return code;
}

static int write_report(const struct options *options, const rapport_ranking *ranking)
{
    struct report report;
    if (report_open(&report, options))
        return NO_OUTPUT;
    rapport_status status = rapport_ranking_write(ranking, &report.options, output_write, &report.out, &report.error);
    return report_close(&report, options->arguments[0], status, DONE);
}

static int run(const struct options *options)
{
    static struct given given; /* large, and used once */
    rapport_candidates *candidates = NULL;
    rapport_ranking *ranking = NULL;
    rapport_error error;
    if (!options->method)
        return complain(USAGE, "--method is missing; see rapport rank --help");
    if (!strcmp(options->method, "all") || strchr(options->method, ','))
        return rank_by_several(options);
    rapport_method method = method_of(rapport_method_find(options->method));
    if (!method.method)
        return complain_method(options->method);
    int code = give_all(options, &method, &given);
    if (!code)
        code = candidates_load(options, &candidates);
    if (!code && rapport_ranking_compute(candidates, method.method, &given.options, NULL, &ranking, &error))
        code = complain_error(options->arguments[0], &error);
    if (!code)
        code = write_report(options, ranking);
    rapport_ranking_destroy(ranking);
    rapport_candidates_destroy(candidates);
    return code;
}

static const char help[] = "Examples:\n"
                           "  rapport rank candidates.json --method wsm\n"
                           "  rapport rank candidates.json --method topsis --normalization minmax\n"
                           "  rapport rank candidates.json --method vikor --param v=0.6 --json\n"
                           "  rapport rank candidates.json --method all\n"
                           "  rapport rank candidates.json --method wsm,vikor,promethee2\n"
                           "\n"
                           "Options:\n"
                           "  --method METHOD       one of these; several with commas between them, or 'all',\n"
                           "                        are held against each other:\n"
                           "                        wsm         weighted sum: most points on average\n"
                           "                        wpm         weighted product: weak spots count more\n"
                           "                        waspas      both of them\n"
                           "                        topsis      near the ideal, far from its opposite\n"
                           "                        vikor       a compromise: nobody's worst regret\n"
                           "                        promethee1  preferences pair by pair; who cannot be compared\n"
                           "                        promethee2  the same in one order\n"
                           "                        electre1    who outranks whom; the kernel\n"
                           "                        electre3    the same with thresholds and vetoes\n"
                           "                        copras aras edas mabac marcos\n"
                           "                                    shares, averages and ideals of the data\n"
                           "                        spotis      within fixed bounds: free of rank reversal\n"
                           "  --normalization WORD  none, sum, max, minmax, vector or bounds, where the\n"
                           "                        method has a choice; short for --param\n"
                           "                        normalization=WORD\n"
                           "  --param NAME=VALUE    may be repeated; over what the file says:\n"
                           "                        lambda      waspas: share of the weighted sum; 0.5\n"
                           "                        v           vikor: weight of the mean regret; 0.5\n"
                           "                        concordance, discordance\n"
                           "                                    electre1: cut levels; 0.65 and 0.35\n"
                           "                        alpha, beta electre3: discrimination; 0.3 and 0.15\n"
                           "                        optimum     aras: data or ideal\n";

const struct command rank_command = {
    .name = "rank",
    .summary = "whom to choose among candidates",
    .help = help,
    .arguments = "CANDIDATES",
    .argument_count = 1,
    .accepts = ACCEPTS_METHOD | ACCEPTS_NORMALIZATION | ACCEPTS_PARAM,
    .run = run,
};
