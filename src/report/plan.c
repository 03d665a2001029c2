/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/plan.h"

#include "base/error.h"
#include "report/output.h"

rapport_status rapport_plan_write(const rapport_plan *plan, const rapport_report_options *options, rapport_writer writer,
                                  void *user, rapport_error *error)
{
    rapport__subject s;
    rapport_report_options chosen;
    rapport__output to;
    rapport_status status;
    if (!plan)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the plan is NULL");
    status = rapport__subject_open(&s, rapport_plan_result(plan), options, &chosen, writer, error);
    if (status)
        return status;
    rapport__output_open(&to, &chosen, writer, user);
    if (to.json)
        rapport__plan_json(&to.out, &s, plan);
    else
        rapport__plan_text(&to.pen, &s, plan);
    return rapport__output_close(&to, error);
}
