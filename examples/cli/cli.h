/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_CLI_H
#define RAPPORT_CLI_H
/* The command `rapport`: files, arguments and exit codes around the library. It assesses nothing itself. */
#include "rapport/rapport.h"

#include <stdio.h>

/* Exit codes; those from 64 on are those of BSD's sysexits.h. */
enum {
    DONE = 0,      /* all is well */
    NOT_MET = 1,   /* a --require condition is not met */
    USAGE = 2,     /* the command line is wrong */
    BAD_DATA = 65, /* a document is wrong */
    NO_INPUT = 66, /* a file cannot be opened or read */
    INTERNAL = 70, /* no memory, or a fault of ours */
    NO_OUTPUT = 74 /* the output cannot be written */
};

/* options.c: the command line after the command's name. */
enum { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };
enum {
    ACCEPTS_MODEL = 1,
    ACCEPTS_OVERLAY = 2,
    ACCEPTS_REQUIRE = 4,
    ACCEPTS_FULL = 8,
    ACCEPTS_REDACT = 16,
    ACCEPTS_INDEX = 32,
    ACCEPTS_PARAM = 64,
    ACCEPTS_NODE = 128,
    ACCEPTS_MORE = 256, /* arguments than are needed */
    ACCEPTS_BUDGET = 512,
    ACCEPTS_ARITHMETIC = 1024,
    ACCEPTS_METHOD = 2048,
    ACCEPTS_NORMALIZATION = 4096,
    ACCEPTS_DRAWS = 8192
};
enum { MAX_ARGUMENTS = RAPPORT_MAX_ROUNDS, MAX_CONDITIONS = 32, MAX_PARAMS = 32 };

struct options {
    const char *arguments[MAX_ARGUMENTS];
    int argument_count;
    int help;
    int32_t format; /* RAPPORT_TEXT or RAPPORT_JSON */
    int color;
    int ascii;
    int full;
    int redact;
    const char *model;
    const char *overlay;
    const char *language;
    const char *output;
    const char *conditions[MAX_CONDITIONS];
    int condition_count;
    const char *index;
    const char *node;
    const char *arithmetic;
    const char *normalization;
    const char *method;
    const char *params[MAX_PARAMS]; /* "name=value", as given */
    int param_count;
    const char *budget; /* as given */
    double budget_amount;
    int gates_first;
    const char *draws, *seed; /* as given */
};

struct command {
    const char *name; /* one word or two */
    const char *summary;
    const char *help;      /* examples first */
    const char *arguments; /* as in the usage line */
    int argument_count;    /* so many at least; exactly so many without ACCEPTS_MORE */
    unsigned accepts;      /* options besides those that every command has */
    int (*run)(const struct options *options);
};

int options_read(const struct command *command, char **words, struct options *options);
rapport_report_options options_for_report(const struct options *options);

/* models.c, model_show.c, model_check.c, assess.c, explain.c, compare.c, plan.c, measure.c, agreement.c, rank.c,
 * weights.c, robust.c, backtest.c, scorecard.c: one command each. */
extern const struct command models_command;
extern const struct command model_show_command;
extern const struct command model_check_command;
extern const struct command assess_command;
extern const struct command explain_command;
extern const struct command compare_command;
extern const struct command plan_command;
extern const struct command measure_command;
extern const struct command agreement_command;
extern const struct command rank_command;
extern const struct command weights_command;
extern const struct command robust_command;
extern const struct command backtest_command;
extern const struct command scorecard_command;

/* messages.c: what goes to standard error, and what a failure means for the exit code. */
#if defined(__GNUC__)
#define FORMATTED(text, first) __attribute__((format(printf, text, first)))
#else
#define FORMATTED(text, first)
#endif
int complain(int code, const char *format, ...) FORMATTED(2, 3);
int complain_memory(void);
int complain_error(const char *path, const rapport_error *error);
int place_write(char *text, size_t capacity, const char *path, const rapport_error *error);
const char *path_shown(const char *path);
void clean(char *text);

/* nearest.c: "did you mean". */
struct nearest {
    const char *word;
    const char *best;
    size_t distance;
};
void nearest_try(struct nearest *nearest, const char *candidate);
int complain_unknown(int code, const struct nearest *nearest, const char *what);

/* files.c: whole files in. A path of "-" is standard input. */
struct text {
    char *bytes;
    int64_t length;
};
int file_read(const char *path, struct text *out);
char *path_beside(const char *path, const char *name);

/* output.c: standard output, or a file that appears only when it is complete. */
struct output {
    FILE *file;
    const char *path; /* NULL is standard output */
    char *part;       /* where the file grows; NULL if it is written in place */
    int error;        /* errno of the first failure */
};
int output_open(struct output *out, const char *path);
int32_t output_write(void *out, const char *text, int64_t length);
int output_close(struct output *out, int code);

/* report.c: a report of the library's, into the output that was asked for. */
struct report {
    struct output out;
    rapport_report_options options;
    rapport_error error;
};
int report_open(struct report *report, const struct options *options);
int report_close(struct report *report, const char *path, rapport_status status, int code);

/* print.c: text in shape, into an output. */
void output_put(struct output *out, const char *text);
void output_format(struct output *out, const char *format, ...) FORMATTED(2, 3);
void output_json(struct output *out, const char *text);
void output_label(struct output *out, const char *text);
void output_wrap(struct output *out, const char *first, const char *next, const char *text);

/* numbers.c: numbers in and out, whatever the locale. */
enum { NUMBER_SIZE = 40 };
int number_read(const char *text, double *out);
const char *number_write(char buffer[NUMBER_SIZE], double value);
const char *number_short(char buffer[NUMBER_SIZE], double value);
const char *number_fixed(char buffer[NUMBER_SIZE], double value, int decimals);

/* params.c: values of --param, which is shown in messages as it was given. */
int param_number(const char *param, const char *value, double least, double most, double *out);
int param_whole(const char *param, const char *value, uint32_t least, uint32_t most, uint32_t *out);
int param_word(const char *param, const char *value, const char *const *known, int32_t *out); /* `known` ends with NULL */

/* progress.c: how far a long computation is, on a terminal. */
struct progress {
    const char *what;
    int watched, shown;
    double next;
};
void progress_begin(struct progress *progress, const char *what);
void progress_show(struct progress *progress, double done);
void progress_end(struct progress *progress);

/* streams.c: the surroundings. */
void streams_guard(void);
int streams_terminal(void);
int streams_unicode(void);

/* review.c: an assessment with its model and result. */
struct review {
    rapport_model *model; /* NULL if the assessment brought its own */
    rapport_model *made;  /* by reading the assessment */
    rapport_assessment *assessment;
    rapport_result *result;
};
int model_load(const char *name, const char *overlay, rapport_model **out);
int model_load_beside(const char *path, const char *name, rapport_model **out);
int review_load(const struct options *options, struct review *out);
int review_load_text(const struct options *options, const struct text *json, struct review *out);
int review_find_ways(struct review *review);
void review_drop(struct review *review);

/* selection.c: candidates, with the assessments that they name. */
int candidates_load(const struct options *options, rapport_candidates **out);

/* rank.c, rank_several.c: one method, and several held against each other. */
int complain_method(const char *name);
int rank_by_several(const struct options *options);

/* require.c: conditions that decide the exit code. */
enum {
    REQUIRE_NO_BREACH,
    REQUIRE_NO_UNDECIDED,
    REQUIRE_CERTAIN,
    REQUIRE_SCORE,
    REQUIRE_UNGATED,
    REQUIRE_LOWER,
    REQUIRE_COVERAGE,
    REQUIRE_BAND
};
struct requirement {
    const char *text; /* as given */
    int kind;
    double least;
    const char *band;
};
int require_read(const char *text, struct requirement *out);
int require_check(const struct requirement *requirement, const rapport_result *result);

#endif
