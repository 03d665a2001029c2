/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/plan.h"

#include "base/error.h"

rapport_status rapport_plan_write(const rapport_plan *plan, const rapport_report_options *options, rapport_writer writer,
                                  void *user, rapport_error *error)
{
    rapport__subject s;
    rapport_report_options chosen;
    rapport_status status;
    if (!plan)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the plan is NULL");
    status = rapport__subject_open(&s, rapport_plan_result(plan), options, &chosen, writer, error);
    if (status)
        return status;
    if (chosen.format == RAPPORT_JSON) {
        rapport__sink sink;
        rapport__json_out out;
        rapport__sink_init(&sink, writer, user);
        rapport__json_writer_init(&out, &sink, s.compact ? RAPPORT__JSON_COMPACT : RAPPORT__JSON_PRETTY);
        rapport__plan_json(&out, &s, plan);
        status = rapport__json_writer_finish(&out);
    } else {
        rapport__pen pen;
        rapport__pen_init(&pen, writer, user, s.ascii, s.color);
        rapport__plan_text(&pen, &s, plan);
        status = rapport__sink_flush(&pen.sink);
    }
    return status ? rapport__fail_plainly(error, status) : RAPPORT_OK;
}
