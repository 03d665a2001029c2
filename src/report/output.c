/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/output.h"

#include "base/error.h"

void rapport__output_open(rapport__output *to, const rapport_report_options *options, rapport_writer writer, void *user)
{
    to->json = options->format == RAPPORT_JSON;
    rapport__pen_init(&to->pen, writer, user, options->ascii, options->color);
    if (to->json)
        rapport__json_writer_init(&to->out, &to->pen.sink, options->compact ? RAPPORT__JSON_COMPACT : RAPPORT__JSON_PRETTY);
}

rapport_status rapport__output_close(rapport__output *to, rapport_error *error)
{
    rapport_status status = to->json ? rapport__json_writer_finish(&to->out) : rapport__sink_flush(&to->pen.sink);
    return status ? rapport__fail_plainly(error, status) : RAPPORT_OK;
}
