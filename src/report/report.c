/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "rapport/report.h"

#include "base/error.h"
#include "report/explanation.h"
#include "report/options.h"
#include "report/output.h"
#include "report/result_json.h"
#include "report/result_text.h"

rapport_status rapport__subject_open(rapport__subject *s, const rapport_result *result, const rapport_report_options *given,
                                     rapport_report_options *options, rapport_writer writer, rapport_error *error)
{
    rapport_status status = rapport__report_options_read(given, options, error);
    if (status)
        return status;
    if (!result || !writer)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "a result and a writer are needed");
    *s = (rapport__subject){.result = result,
                            .assessment = rapport_result_assessment(result),
                            .language = options->language,
                            .redact = options->redact};
    if (!s->assessment)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the result is not computed yet");
    s->model = rapport_assessment_model(s->assessment);
    s->parties = rapport_assessment_count_parties(s->assessment);
    s->nodes = rapport_model_count_nodes(s->model);
    s->gates = rapport_model_count_gates(s->model);
    return RAPPORT_OK;
}

/* RAPPORT_ROOT stands for the report of the whole result. */
static rapport_status write_any(const rapport__subject *s, const rapport_report_options *options, uint32_t node,
                                rapport_writer writer, void *user, rapport_error *error)
{
    rapport__output to;
    rapport__output_open(&to, options, writer, user);
    if (to.json && node == RAPPORT_ROOT)
        rapport__result_json(&to.out, s);
    else if (to.json)
        rapport__explanation_json(&to.out, s, node);
    else if (node == RAPPORT_ROOT)
        rapport__result_text(&to.pen, s);
    else
        rapport__explanation_text(&to.pen, s, node);
    return rapport__output_close(&to, error);
}

rapport_status rapport_report_write(const rapport_result *result, const rapport_report_options *options, rapport_writer writer,
                                    void *user, rapport_error *error)
{
    rapport__subject s;
    rapport_report_options chosen;
    rapport_status status = rapport__subject_open(&s, result, options, &chosen, writer, error);
    return status ? status : write_any(&s, &chosen, RAPPORT_ROOT, writer, user, error);
}

rapport_status rapport_explanation_write(const rapport_result *result, uint32_t node, const rapport_report_options *options,
                                         rapport_writer writer, void *user, rapport_error *error)
{
    rapport__subject s;
    rapport_report_options chosen;
    rapport_status status = rapport__subject_open(&s, result, options, &chosen, writer, error);
    if (status)
        return status;
    if (node == RAPPORT_ROOT || node >= s.nodes)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "there is no such node below the root");
    return write_any(&s, &chosen, node, writer, user, error);
}
