/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/weights.h"

#include "base/error.h"
#include "report/options.h"
#include "report/output.h"

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

rapport_status rapport_weights_write(const rapport_weights *weights, const rapport_report_options *options,
                                     rapport_writer writer, void *user, rapport_error *error)
{
    rapport_report_options chosen;
    rapport__output to;
    rapport_status status = rapport__report_options_read(options, &chosen, error);
    if (status)
        return status;
    if (!weights || !writer)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "weights and a writer are needed");
    rapport__output_open(&to, &chosen, writer, user);
    if (to.json)
        rapport__weights_json(&to.out, weights);
    else
        rapport__weights_text(&to.pen, weights);
    return rapport__output_close(&to, error);
}
