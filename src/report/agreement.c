/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/agreement.h"

#include "base/error.h"
#include "base/float.h"
#include "base/struct.h"
#include "report/options.h"
#include "report/output.h"

static bool is_finite(double x)
{
    return x >= -DBL_MAX && x <= DBL_MAX;
}

/* Whether it can be written: the struct comes from the caller, who may have made it. */
static bool is_sound(const rapport_agreement *a)
{
    const double numbers[] = {a->value,     a->lowest,    a->highest,    a->observed,   a->expected,
                              a->least,     a->greatest,  a->limit,      a->chi_square, a->ms_units,
                              a->ms_within, a->ms_raters, a->ms_error,   a->f,          a->raters_per_unit,
                              a->df1,       a->df2,       a->confidence, a->lower,      a->upper};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (!is_finite(numbers[i]))
            return false;
    return rapport_agreement_name(a->index) && a->reason >= RAPPORT_DEFINED && a->reason <= RAPPORT_NO_POSITIVE_VARIANCE &&
           a->metric >= RAPPORT_ORDINAL && a->metric <= RAPPORT_RATIO &&
           (a->around == RAPPORT_AROUND_MEAN || a->around == RAPPORT_AROUND_MEDIAN) &&
           (a->has_value != 0) == (a->reason == RAPPORT_DEFINED);
}

const char *rapport__agreement_unit(const rapport_ratings *ratings, uint32_t unit)
{
    return ratings ? rapport_ratings_unit_id(ratings, unit) : NULL;
}

rapport_status rapport_agreement_write(const rapport_agreement *agreement, const rapport_ratings *ratings,
                                       const rapport_report_options *options, rapport_writer writer, void *user,
                                       rapport_error *error)
{
    rapport_report_options chosen;
    rapport_agreement a;
    rapport__output to;
    rapport_status status = rapport__report_options_read(options, &chosen, error);
    if (status)
        return status;
    if (!agreement || !writer)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "an agreement and a writer are needed");
    if (rapport__struct_in(&a, sizeof a, agreement) || !is_sound(&a))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the agreement is not as rapport_agreement_compute() fills it");
    rapport__output_open(&to, &chosen, writer, user);
    if (to.json)
        rapport__agreement_json(&to.out, &a, ratings);
    else
        rapport__agreement_text(&to.pen, &a, ratings);
    return rapport__output_close(&to, error);
}
