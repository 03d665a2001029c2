/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

enum {
    HELP,
    JSON,
    FORMAT,
    COLOR,
    ASCII,
    LANGUAGE,
    OUTPUT,
    MODEL,
    OVERLAY,
    REQUIRE,
    FULL,
    REDACT,
    INDEX,
    PARAM,
    NODE,
    BUDGET,
    GATES,
    ARITHMETIC,
    METHOD,
    NORMALIZATION,
    DRAWS,
    SEED
};

static const struct option {
    const char *name;
    char letter;
    char takes_value;
    unsigned needs; /* what the command must accept; 0 for every command */
    int what;
} all_options[] = {
    {"--help", 'h', 0, 0, HELP},
    {"--json", 0, 0, 0, JSON},
    {"--format", 0, 1, 0, FORMAT},
    {"--color", 0, 1, 0, COLOR},
    {"--ascii", 0, 0, 0, ASCII},
    {"--language", 0, 1, 0, LANGUAGE},
    {"--output", 'o', 1, 0, OUTPUT},
    {"--model", 0, 1, ACCEPTS_MODEL, MODEL},
    {"--overlay", 0, 1, ACCEPTS_OVERLAY, OVERLAY},
    {"--require", 0, 1, ACCEPTS_REQUIRE, REQUIRE},
    {"--full", 0, 0, ACCEPTS_FULL, FULL},
    {"--redact", 0, 0, ACCEPTS_REDACT, REDACT},
    {"--index", 0, 1, ACCEPTS_INDEX, INDEX},
    {"--param", 0, 1, ACCEPTS_PARAM, PARAM},
    {"--node", 0, 1, ACCEPTS_NODE, NODE},
    {"--budget", 0, 1, ACCEPTS_BUDGET, BUDGET},
    {"--gates-first", 0, 0, ACCEPTS_BUDGET, GATES},
    {"--arithmetic", 0, 1, ACCEPTS_ARITHMETIC, ARITHMETIC},
    {"--normalization", 0, 1, ACCEPTS_NORMALIZATION, NORMALIZATION},
    {"--method", 0, 1, ACCEPTS_METHOD, METHOD},
    {"--draws", 0, 1, ACCEPTS_DRAWS, DRAWS},
    {"--seed", 0, 1, ACCEPTS_DRAWS, SEED},
    {"--normalization", 0, 1, ACCEPTS_NORMALIZATION, NORMALIZATION},
    {"--normalization", 0, 1, ACCEPTS_NORMALIZATION, NORMALIZATION},
    {"--draws", 0, 1, ACCEPTS_DRAWS, DRAWS},
    {"--seed", 0, 1, ACCEPTS_DRAWS, SEED},
};
enum { OPTIONS = sizeof all_options / sizeof *all_options };

static int accepts(const struct command *command, const struct option *option)
{
    return !option->needs || (command->accepts & option->needs);
}

/* The option of a word such as --format=json or -ofile, and the value that hangs on it, if any. */
static const struct option *find_option(const struct command *command, const char *word, const char **value)
{
    *value = NULL;
    for (int i = 0; i < OPTIONS; i++) {
        const struct option *option = &all_options[i];
        if (!accepts(command, option))
            continue;
        if (word[1] != '-') {
            if (word[1] != option->letter)
                continue;
            if (word[2])
                *value = word + 2;
            return option;
        }
        size_t length = strlen(option->name);
        if (!strncmp(word, option->name, length) && (!word[length] || word[length] == '=')) {
            if (word[length])
                *value = word + length + 1;
            return option;
        }
    }
    return NULL;
}

static int unknown_option(const struct command *command, const char *word)
{
    char name[64];
    snprintf(name, sizeof name, "%.*s", (int)strcspn(word, "="), word);
    struct nearest option = {.word = name};
    for (int i = 0; i < OPTIONS; i++)
        if (accepts(command, &all_options[i]))
            nearest_try(&option, all_options[i].name);
    char what[80];
    snprintf(what, sizeof what, "rapport %s has no option", command->name);
    return complain_unknown(USAGE, &option, what);
}

/* The place of a value among the known ones, or -1. */
static int pick(const char *option, const char *value, const char *const *known)
{
    struct nearest name = {.word = value};
    for (int i = 0; known[i]; i++) {
        if (!strcmp(value, known[i]))
            return i;
        nearest_try(&name, known[i]);
    }
    char what[80];
    snprintf(what, sizeof what, "%s cannot be", option);
    complain_unknown(USAGE, &name, what);
    return -1;
}

static int set_condition(const char *value, struct options *options)
{
    struct requirement unused;
    if (options->condition_count == MAX_CONDITIONS)
        return complain(USAGE, "there are more than %d conditions", MAX_CONDITIONS);
    options->conditions[options->condition_count++] = value;
    return require_read(value, &unused);
}

static int set_param(const char *value, struct options *options)
{
    const char *sign = strchr(value, '=');
    if (options->param_count == MAX_PARAMS)
        return complain(USAGE, "there are more than %d parameters", MAX_PARAMS);
    if (!sign || sign == value || !sign[1])
        return complain(USAGE, "--param needs a name and a value, as in '--param name=value', not '%s'", value);
    options->params[options->param_count++] = value;
    return DONE;
}

static int set_budget(const char *value, struct options *options)
{
    if (!number_read(value, &options->budget_amount) || options->budget_amount < 0)
        return complain(USAGE, "--budget needs a number of at least 0, not '%s'", value);
    options->budget = value;
    return DONE;
}

static int set_option(const struct option *option, const char *value, struct options *options)
{
    static const char *const formats[] = {"text", "json", NULL}, *const colors[] = {"auto", "always", "never", NULL};
    int place = 0;
    switch (option->what) {
    case HELP:
        options->help = 1;
        break;
    case JSON:
        options->format = RAPPORT_JSON;
        break;
    case ASCII:
        options->ascii = 1;
        break;
    case FULL:
        options->full = 1;
        break;
    case REDACT:
        options->redact = 1;
        break;
    case LANGUAGE:
        options->language = value;
        break;
    case OUTPUT:
        options->output = value;
        break;
    case MODEL:
        options->model = value;
        break;
    case OVERLAY:
        options->overlay = value;
        break;
    case REQUIRE:
        return set_condition(value, options);
    case INDEX:
        options->index = value;
        break;
    case NODE:
        options->node = value;
        break;
    case NORMALIZATION:
        options->normalization = value;
        break;
    case METHOD:
        options->method = value;
        break;
    case PARAM:
        return set_param(value, options);
    case BUDGET:
        return set_budget(value, options);
    case GATES:
        options->gates_first = 1;
        break;
    case ARITHMETIC:
        options->arithmetic = value;
        break;
    case DRAWS:
        options->draws = value;
        break;
    case SEED:
        options->seed = value;
        break;
    case COLOR:
        options->color = place = pick("--color", value, colors);
        break;
    default:
        options->format = place = pick("--format", value, formats);
        break;
    }
    return place < 0 ? USAGE : DONE;
}

static int take_argument(const struct command *command, const char *word, struct options *options)
{
    int most = command->accepts & ACCEPTS_MORE ? MAX_ARGUMENTS : command->argument_count;
    if (options->argument_count == most)
        return complain(USAGE, "'%s' is one argument too many; usage: rapport %s %s", word, command->name, command->arguments);
    options->arguments[options->argument_count++] = word;
    return DONE;
}

/* Reads the words behind the command's name; says what is wrong. */
int options_read(const struct command *command, char **words, struct options *options)
{
    memset(options, 0, sizeof *options);
    int only_arguments = 0;
    for (; *words; words++) {
        const char *word = *words, *value;
        int code;
        if (!only_arguments && !strcmp(word, "--")) {
            only_arguments = 1;
            continue;
        }
        if (only_arguments || word[0] != '-' || !word[1]) {
            code = take_argument(command, word, options);
        } else {
            const struct option *option = find_option(command, word, &value);
            if (!option)
                return unknown_option(command, word);
            if (!option->takes_value && value)
                return complain(USAGE, "%s takes no value", option->name);
            if (option->takes_value && !value && !(value = *++words))
                return complain(USAGE, "%s needs a value; see rapport %s --help", option->name, command->name);
            code = set_option(option, value, options);
        }
        if (code)
            return code;
    }
    if (!options->help && options->argument_count < command->argument_count)
        return complain(USAGE, "something is missing; usage: rapport %s %s", command->name, command->arguments);
    return DONE;
}

rapport_report_options options_for_report(const struct options *options)
{
    rapport_report_options report = {.struct_size = sizeof report};
    const char *no_color = getenv("NO_COLOR");
    int wanted = options->color == COLOR_ALWAYS ||
                 (options->color == COLOR_AUTO && !options->output && streams_terminal() && !(no_color && *no_color));
    report.format = options->format;
    report.color = wanted;
    report.ascii = options->ascii || !streams_unicode();
    report.redact = options->redact;
    report.language = options->language;
    return report;
}
