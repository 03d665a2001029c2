/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <string.h>

static const struct command *const commands[] = {
    &models_command,  &model_show_command, &model_check_command, &assess_command,    &explain_command,
    &compare_command, &plan_command,       &measure_command,     &agreement_command, &scorecard_command,
    &rank_command,    &weights_command,    &robust_command,
};
enum { COMMANDS = sizeof commands / sizeof *commands };

static const char examples[] = "Examples:\n"
                               "  rapport assess alliance.json              how good is it, why, and what next\n"
                               "  rapport assess alliance.json --json       the same for a program\n"
                               "  rapport explain alliance.json trust       everything behind one number\n"
                               "  rapport compare q1.json q2.json           what changed, where it goes\n"
                               "  rapport plan alliance.json actions.json   what to do with a given budget\n"
                               "  rapport agreement r.json --index rwg      how far do raters agree\n"
                               "  rapport rank c.json --method topsis       whom to choose among candidates\n"
                               "  rapport weights pairs.json --method ahp   how much does each criterion count\n"
                               "  rapport robust candidates.json            how sure is the order of candidates\n"
                               "  rapport model show best-partner           what is asked and how it counts\n";

static const char common_options[] = "Options of every command:\n"
                                     "  --format text|json    how to write; --json is short for --format json\n"
                                     "  -o, --output FILE     write there; the file appears only when it is complete\n"
                                     "  --language L          labels in this language where there are any, such as de\n"
                                     "  --color WHEN          auto, always or never; auto heeds NO_COLOR\n"
                                     "  --ascii               no block characters; the default without UTF-8\n"
                                     "  -h, --help            help on a command\n";

static const char exit_codes[] = "Exit codes: 0 done, 1 a required condition is not met, 2 wrong usage,\n"
                                 "65 bad data, 66 no input, 70 internal error, 74 output failed.\n";

static int print_help(const struct command *command)
{
    struct output out;
    if (output_open(&out, NULL))
        return NO_OUTPUT;
    if (command) {
        output_format(&out, "%s\nUsage: rapport %s%s%s [options]\n\n%s.\n\n%s", command->help, command->name,
                      *command->arguments ? " " : "", command->arguments, command->summary, common_options);
        return output_close(&out, DONE);
    }
    output_format(&out,
                  "%s\nRapport assesses partnerships: what each side says goes in; score, gaps and\n"
                  "reasons come out.\n\n"
                  "Commands:\n",
                  examples);
    for (int i = 0; i < COMMANDS; i++)
        output_format(&out, "  %-11s %-18s  %s\n", commands[i]->name, commands[i]->arguments, commands[i]->summary);
    output_format(&out, "\n%s\n%s\nA file called - is standard input. More on each: rapport COMMAND --help\n", common_options,
                  exit_codes);
    return output_close(&out, DONE);
}

static int print_version(void)
{
    struct output out;
    if (output_open(&out, NULL))
        return NO_OUTPUT;
    output_format(&out, "rapport %s (algorithm %d)\n", rapport_version_text(), (int)rapport_algorithm());
    return output_close(&out, DONE);
}

/* How many of the words name the command: 0 if they do not. */
static int name_match(const struct command *command, char **words)
{
    const char *space = strchr(command->name, ' ');
    if (!space)
        return *words && !strcmp(*words, command->name);
    size_t length = (size_t)(space - command->name);
    if (!*words || strlen(*words) != length || strncmp(*words, command->name, length) != 0)
        return 0;
    return words[1] && !strcmp(words[1], space + 1) ? 2 : 0;
}

static const struct command *find_command(char **words, int *length)
{
    for (int i = 0; i < COMMANDS; i++)
        if ((*length = name_match(commands[i], words)) > 0)
            return commands[i];
    return NULL;
}

static int unknown_command(char **words)
{
    if (!strcmp(*words, "model")) {
        if (!words[1] || *words[1] == '-')
            return complain(USAGE, "model needs a verb: rapport model show, or rapport model check");
        struct nearest verb = {.word = words[1]};
        nearest_try(&verb, "show");
        nearest_try(&verb, "check");
        return complain_unknown(USAGE, &verb, "nothing to do with a model is called");
    }
    struct nearest name = {.word = *words};
    for (int i = 0; i < COMMANDS; i++)
        if (!strchr(commands[i]->name, ' '))
            nearest_try(&name, commands[i]->name);
    nearest_try(&name, "model");
    nearest_try(&name, "--help");
    nearest_try(&name, "--version");
    return complain_unknown(USAGE, &name,
                            **words == '-' ? "no option comes before the command but --help and --version, not"
                                           : "no command is called");
}

int main(int argc, char **argv)
{
    streams_guard();
    if (argc < 2) {
        fputs(examples, stderr);
        return complain(USAGE, "a command is missing; all of them: rapport --help");
    }
    char **words = argv + 1;
    int help = !strcmp(*words, "--help") || !strcmp(*words, "-h") || !strcmp(*words, "help");
    if (help && !*++words)
        return print_help(NULL);
    if (!strcmp(*words, "--version") || !strcmp(*words, "-V"))
        return print_version();
    int length = 0;
    const struct command *command = find_command(words, &length);
    if (!command)
        return unknown_command(words);
    if (help)
        return print_help(command);
    struct options options;
    int code = options_read(command, words + length, &options);
    if (code)
        return code;
    return options.help ? print_help(command) : command->run(&options);
}
