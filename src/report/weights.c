/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/weights.h"

#include "base/error.h"
#include "report/options.h"

const char *rapport__word_of_combine(int32_t combine)
{
    static const char *const words[] = {"priorities", "priorities-geometric", "judgements"};
    return words[combine];
}

const char *rapport__word_of_cr(int32_t reason)
{
    static const char *const words[] = {NULL, "no-choice", "beyond-table", "no-difference", "not-asked"};
    return words[reason];
}

static rapport_status write_json(const rapport_weights *weights, bool compact, rapport_writer writer, void *user)
{
    rapport__sink sink;
    rapport__json_out out;
    rapport__sink_init(&sink, writer, user);
    rapport__json_writer_init(&out, &sink, compact ? RAPPORT__JSON_COMPACT : RAPPORT__JSON_PRETTY);
    rapport__weights_json(&out, weights);
    return rapport__json_writer_finish(&out);
}

rapport_status rapport_weights_write(const rapport_weights *weights, const rapport_report_options *options,
                                     rapport_writer writer, void *user, rapport_error *error)
{
    rapport_report_options chosen;
    rapport__pen pen;
    rapport_status status = rapport__report_options_read(options, &chosen, error);
    if (status)
        return status;
    if (!weights || !writer)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "weights and a writer are needed");
    if (chosen.format == RAPPORT_JSON) {
        status = write_json(weights, chosen.compact, writer, user);
    } else {
        rapport__pen_init(&pen, writer, user, chosen.ascii, chosen.color);
        rapport__weights_text(&pen, weights);
        status = rapport__sink_flush(&pen.sink);
    }
    return status ? rapport__fail_plainly(error, status) : RAPPORT_OK;
}
