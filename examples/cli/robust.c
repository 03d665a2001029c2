/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

#include <string.h>

enum { STEP = 16 }; /* blocks between two looks at the clock */

struct work {
    rapport_candidates *candidates;
    rapport_sensitivity *sensitivity;
    rapport_dominance *dominance;
    rapport_sampling *sampling;
    rapport_acceptability *acceptability;
    rapport_confidence *confidence;
};

static int read_whole(const char *option, const char *text, int64_t least, int64_t most, int64_t *out)
{
    double value = 0;
    if (!text)
        return DONE;
    if (!number_read(text, &value) || value < (double)least || value > (double)most || value != (double)(int64_t)value)
        return complain(USAGE, "%s needs a whole number from %lld to %lld, not '%s'", option, (long long)least, (long long)most,
                        text);
    *out = (int64_t)value;
    return DONE;
}

static int read_swing(const struct options *options, rapport_sensitivity_options *out)
{
    for (int i = 0; i < options->param_count; i++) {
        const char *value = strchr(options->params[i], '=') + 1;
        size_t length = (size_t)(value - options->params[i] - 1);
        if (length != 5 || strncmp(options->params[i], "swing", 5) != 0) {
            char name[32];
            struct nearest parameter = {.word = name};
            snprintf(name, sizeof name, "%.*s", (int)length, options->params[i]);
            nearest_try(&parameter, "swing");
            return complain_unknown(USAGE, &parameter, "robust has no parameter");
        }
        out->whole_range = !strcmp(value, "all");
        if (!out->whole_range && (!number_read(value, &out->swing) || out->swing <= 0 || out->swing > 100))
            return complain(USAGE, "--param swing needs a number above 0 and up to 100, or 'all'");
    }
    return DONE;
}

static int count(struct work *work, rapport_error *error)
{
    rapport_sampling_info info = {.struct_size = sizeof info};
    struct progress progress;
    int64_t confidence, all;
    rapport_sampling_get_info(work->sampling, &info);
    if (rapport_acceptability_create(work->sampling, &work->acceptability, error))
        return 1;
    all = info.blocks * (info.uncertain ? 2 : 1);
    progress_begin(&progress, "drawing");
    for (int64_t block = 0; block < info.blocks; block += STEP) {
        rapport_acceptability_compute(work->acceptability, block, STEP, NULL);
        progress_show(&progress, (double)block / (double)all);
    }
    if (rapport_confidence_create(work->acceptability, &work->confidence, error)) {
        progress_end(&progress);
        return 1;
    }
    confidence = rapport_confidence_blocks(work->confidence);
    for (int64_t block = 0; block < confidence; block += STEP) {
        rapport_confidence_compute(work->confidence, block, STEP, NULL);
        progress_show(&progress, (double)(info.blocks + block) / (double)all);
    }
    progress_end(&progress);
    return 0;
}

static int analyse(const struct options *options, struct work *work, const rapport_sensitivity_options *swing,
                   const rapport_sampling_options *sampling)
{
    rapport_error error;
    rapport_status status = rapport_sensitivity_create(work->candidates, swing, NULL, &work->sensitivity, &error);
    if (status && status != RAPPORT_UNDEFINED) /* what needs numbers is left out; if all is undefined the next says so */
        return complain_error(options->arguments[0], &error);
    if (rapport_dominance_create(work->candidates, NULL, NULL, &work->dominance, &error) ||
        rapport_sampling_create(work->candidates, sampling, NULL, &work->sampling, &error) || count(work, &error))
        return complain_error(options->arguments[0], &error);
    return DONE;
}

static int write_report(const struct options *options, const struct work *work)
{
    rapport_robustness found = {.struct_size = sizeof found,
                                .candidates = work->candidates,
                                .sensitivity = work->sensitivity,
                                .dominance = work->dominance,
                                .sampling = work->sampling,
                                .acceptability = work->acceptability,
                                .confidence = work->confidence};
    struct report report;
    if (report_open(&report, options))
        return NO_OUTPUT;
    rapport_status status = rapport_robustness_write(&found, &report.options, output_write, &report.out, &report.error);
    return report_close(&report, options->arguments[0], status, DONE);
}

static int run(const struct options *options)
{
    rapport_sensitivity_options swing = {.struct_size = sizeof swing};
    rapport_sampling_options sampling = {.struct_size = sizeof sampling};
    struct work work = {0};
    int code = read_swing(options, &swing);
    if (code || (code = read_whole("--draws", options->draws, 1, 1000000000000, &sampling.draws)) ||
        (code = read_whole("--seed", options->seed, 0, 9007199254740992, &sampling.seed)))
        return code;
    code = candidates_load(options, &work.candidates);
    if (!code)
        code = analyse(options, &work, &swing, &sampling);
    if (!code)
        code = write_report(options, &work);
    rapport_confidence_destroy(work.confidence);
    rapport_acceptability_destroy(work.acceptability);
    rapport_sampling_destroy(work.sampling);
    rapport_dominance_destroy(work.dominance);
    rapport_sensitivity_destroy(work.sensitivity);
    rapport_candidates_destroy(work.candidates);
    return code;
}

static const char help[] = "Examples:\n"
                           "  rapport robust candidates.json\n"
                           "  rapport robust candidates.json --draws 1000000 --seed 7\n"
                           "  rapport robust candidates.json --json\n"
                           "\n"
                           "Options:\n"
                           "  --draws N             how many weights are drawn; 100000\n"
                           "  --seed S              another seed, other draws; the same seed, the same bits; 0\n"
                           "  --param swing=X       tornado: each weight goes down and up by this share of it;\n"
                           "                        0.2; 'all' goes from 0 to 1\n";

const struct command robust_command = {
    .name = "robust",
    .summary = "how sure is the order of candidates",
    .help = help,
    .arguments = "CANDIDATES",
    .argument_count = 1,
    .accepts = ACCEPTS_DRAWS | ACCEPTS_PARAM,
    .run = run,
};
