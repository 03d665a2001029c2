/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "cli.h"

int report_open(struct report *report, const struct options *options)
{
    report->options = options_for_report(options);
    return output_open(&report->out, options->output);
}

/* Says what kept the library from writing, unless that is the output itself, which closing tells. */
int report_close(struct report *report, const char *path, rapport_status status, int code)
{
    if (status && status != RAPPORT_WRITE_FAILED)
        code = complain_error(path, &report->error);
    return output_close(&report->out, code);
}
