/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

static const char *const combinations[] = {"priorities", "priorities-geometric", "judgements", NULL};

/* The method of a name; 0 after saying that there is none. */
static int32_t find_method(const char *name)
{
    struct nearest method = {.word = name};
    for (int32_t i = RAPPORT_WEIGHTS_POINTS; i < RAPPORT_WEIGHTS_END; i++) {
        if (!strcmp(name, rapport_weighting_name(i)))
            return i;
        nearest_try(&method, rapport_weighting_name(i));
    }
    complain_unknown(USAGE, &method, "no method is called");
    return 0;
}

static int set_random_index(const char *value, int32_t *out)
{
    struct nearest word = {.word = value};
    for (int32_t i = 0; i < RAPPORT_RANDOM_END; i++) {
        if (!strcmp(value, rapport_random_index_name(i))) {
            *out = i;
            return DONE;
        }
        nearest_try(&word, rapport_random_index_name(i));
    }
    return complain_unknown(USAGE, &word, "--param random_index cannot be");
}

static int set_parameter(const char *param, int32_t method, int32_t *random_index, int32_t *combine)
{
    char name[32], what[80];
    const char *value = strchr(param, '=') + 1;
    struct nearest parameter = {.word = name};
    int pairs = method == RAPPORT_WEIGHTS_AHP || method == RAPPORT_WEIGHTS_AHP_GEOMETRIC;
    int judged = rapport_weighting_input(method) == RAPPORT_FROM_JUDGEMENTS;
    snprintf(name, sizeof name, "%.*s", (int)(value - param - 1), param);
    if (pairs && !strcmp(name, "random_index"))
        return set_random_index(value, random_index);
    if (judged && !strcmp(name, "combine"))
        return param_word(param, value, combinations, combine);
    if (pairs)
        nearest_try(&parameter, "random_index");
    if (judged)
        nearest_try(&parameter, "combine");
    snprintf(what, sizeof what, "%s has no parameter", rapport_weighting_name(method));
    return complain_unknown(USAGE, &parameter, what);
}

/* What the file chooses, and over it what the command line says. `judgements` is NULL for candidates. */
static int choose(const struct options *options, int32_t method, rapport_judgements *judgements)
{
    int32_t random_index = 0, combine = 0;
    if (judgements)
        rapport_judgements_get_choices(judgements, &random_index, &combine);
    for (int i = 0; i < options->param_count; i++) {
        int code = set_parameter(options->params[i], method, &random_index, &combine);
        if (code)
            return code;
    }
    if (judgements)
        rapport_judgements_set_choices(judgements, random_index, combine);
    return DONE;
}

static int write_report(const struct options *options, const rapport_weights *weights)
{
    struct report report;
    if (report_open(&report, options))
        return NO_OUTPUT;
    rapport_status status = rapport_weights_write(weights, &report.options, output_write, &report.out, &report.error);
    return report_close(&report, options->arguments[0], status, DONE);
}

static int compute(const struct options *options, int32_t method, rapport_judgements *judgements,
                   const rapport_candidates *candidates)
{
    rapport_weights *weights;
    rapport_error error;
    int code = choose(options, method, judgements);
    if (code)
        return code;
    if (rapport_weights_create(method, judgements, candidates, NULL, &weights, &error)) {
        code = complain_error(options->arguments[0], &error);
        /* what is undefined, or does not fit the method, is so because of the document */
        return error.status == RAPPORT_UNDEFINED || error.status == RAPPORT_BAD_ARGUMENT ? BAD_DATA : code;
    }
    code = write_report(options, weights);
    rapport_weights_destroy(weights);
    return code;
}

/* Equal weights take either document: judgements, or candidates if it is none of these. */
static int load_either(const struct options *options, rapport_judgements **judgements, rapport_candidates **candidates)
{
    const char *path = options->arguments[0];
    struct text json;
    rapport_error error;
    rapport_status status = RAPPORT_OK;
    int other = 0, code = file_read(path, &json);
    if (!code)
        status = rapport_judgements_read(json.bytes, json.length, NULL, judgements, &error);
    other = status && !strcmp(error.path, "/format");
    if (other && !strcmp(path, "-")) { /* which cannot be read twice */
        status = rapport_candidates_read(json.bytes, json.length, NULL, candidates, &error);
        other = 0;
    }
    free(json.bytes);
    if (other)
        return candidates_load(options, candidates);
    return status ? complain_error(path, &error) : code;
}

static int load_judgements(const char *path, rapport_judgements **judgements)
{
    struct text json;
    rapport_error error;
    int code = file_read(path, &json);
    if (!code && rapport_judgements_read(json.bytes, json.length, NULL, judgements, &error))
        code = complain_error(path, &error);
    free(json.bytes);
    return code;
}

static int run(const struct options *options)
{
    rapport_judgements *judgements = NULL;
    rapport_candidates *candidates = NULL;
    if (!options->method)
        return complain(USAGE, "--method is missing; see rapport weights --help");
    int32_t method = find_method(options->method);
    if (!method)
        return USAGE;
    int code;
    switch (rapport_weighting_input(method)) {
    case RAPPORT_FROM_JUDGEMENTS:
        code = load_judgements(options->arguments[0], &judgements);
        break;
    case RAPPORT_FROM_CANDIDATES:
        code = candidates_load(options, &candidates);
        break;
    default:
        code = load_either(options, &judgements, &candidates);
        break;
    }
    if (!code)
        code = compute(options, method, judgements, candidates);
    rapport_judgements_destroy(judgements);
    rapport_candidates_destroy(candidates);
    return code;
}

static const char help[] = "Examples:\n"
                           "  rapport weights judgements.json --method ahp\n"
                           "  rapport weights judgements.json --method ahp --param random_index=saaty-2005\n"
                           "  rapport weights judgements.json --method ahp --param combine=judgements\n"
                           "  rapport weights candidates.json --method critic --json\n"
                           "\n"
                           "Options:\n"
                           "  --method METHOD       from judgements (rapport-judgements/1):\n"
                           "                        points          points given to the criteria\n"
                           "                        swing           points for the swing, down a tree of groups\n"
                           "                        ranksum rankreciprocal roc   an order of importance\n"
                           "                        ahp             pairs, principal eigenvector\n"
                           "                        ahp-geometric   pairs, geometric means of the rows\n"
                           "                        bwm             comparisons with the best and the worst\n"
                           "                        from candidates (rapport-candidates/1):\n"
                           "                        std entropy critic merec\n"
                           "                        from either: equal\n"
                           "  --param NAME=VALUE    may be repeated; over what the file says:\n"
                           "                        random_index  ahp: saaty-1980, saaty-2005, alonso-lamata\n"
                           "                        combine       several raters: priorities,\n"
                           "                                      priorities-geometric, judgements (ahp)\n";

const struct command weights_command = {
    .name = "weights",
    .summary = "how much each criterion counts",
    .help = help,
    .arguments = "FILE",
    .argument_count = 1,
    .accepts = ACCEPTS_METHOD | ACCEPTS_PARAM,
    .run = run,
};
