/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/options.h"

#include <stdbool.h>

#include "base/error.h"
#include "base/struct.h"

static bool is_flag(int32_t value)
{
    return value == 0 || value == 1;
}

rapport_status rapport__report_options_read(const rapport_report_options *given, rapport_report_options *out,
                                            rapport_error *error)
{
    if (rapport__struct_in(out, sizeof *out, given))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the options have a wrong struct_size or come from a later version");
    if (!is_flag(out->format))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/format", "the format must be RAPPORT_TEXT or RAPPORT_JSON");
    if (!is_flag(out->ascii) || !is_flag(out->color) || !is_flag(out->compact) || !is_flag(out->redact))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "ascii, color, compact and redact must be 0 or 1");
    return RAPPORT_OK;
}
