/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/scorecard.h"

#include "base/error.h"
#include "report/options.h"
#include "report/output.h"

rapport_scorecard_outcome rapport__scorecard_outcome(const rapport_scorecard *card, int32_t arithmetic)
{
    rapport_scorecard_outcome out = {.struct_size = sizeof out};
    (void)rapport_scorecard_get_outcome(card, arithmetic, &out);
    return out;
}

rapport_scorecard_period rapport__scorecard_period(const rapport_scorecard *card, uint32_t period)
{
    rapport_scorecard_period out = {.struct_size = sizeof out};
    (void)rapport_scorecard_get_period(card, period, &out);
    return out;
}

rapport_scorecard_criterion rapport__scorecard_criterion(const rapport_scorecard *card, uint32_t period, uint32_t criterion)
{
    rapport_scorecard_criterion out = {.struct_size = sizeof out};
    (void)rapport_scorecard_get_criterion(card, period, criterion, &out);
    return out;
}

rapport_scorecard_difference rapport__scorecard_difference(const rapport_scorecard *card, uint32_t index)
{
    rapport_scorecard_difference out = {.struct_size = sizeof out};
    (void)rapport_scorecard_get_difference(card, index, &out);
    return out;
}

static const struct {
    const char *why, *first, *second;
} words[RAPPORT_DIFFERS_END] = {
    [RAPPORT_DIFFERS_SCORE] = {"the score is another one: the reasons follow", "in ERPNext", "here"},
    [RAPPORT_DIFFERS_STANDING] = {"the standing is another one", "in ERPNext", "here"},
    [RAPPORT_DIFFERS_NO_HISTORY] = {"ERPNext gives 100 to a supplier without a weighted period; nothing known is no score",
                                    "in ERPNext", "here"},
    [RAPPORT_DIFFERS_TOP_OPEN] = {"no standing of ERPNext's holds this score, because the top one ends below its own end: "
                                  "there the supplier keeps the standing of before; here the top one is closed",
                                  "in ERPNext", "here"},
    [RAPPORT_DIFFERS_ROUNDED] = {"ERPNext rounds to one decimal before it looks up the standing", "rounded", "not rounded"},
    [RAPPORT_DIFFERS_WEIGHTS] = {"ERPNext refuses weights unless their sum in floating point is exactly 100; here they are "
                                 "relative",
                                 "the sum", "asked for"},
    [RAPPORT_DIFFERS_STANDINGS] = {"ERPNext refuses standings that overlap or leave a hole between 0 and 100; here a standing "
                                   "lasts until the next one begins",
                                   "in ERPNext", "here"},
    [RAPPORT_DIFFERS_MISSING] = {"a variable without a value counts as 0 in ERPNext; what is missing is not 0", "in ERPNext",
                                 "here"},
    [RAPPORT_DIFFERS_VARIABLE] = {"ERPNext rounds variables to two decimals before the formula sees them", "in ERPNext",
                                  "here"},
    [RAPPORT_DIFFERS_MAX_SCORE] = {"ERPNext adds scores as they are, so that a criterion with another maximum than 100 weighs "
                                   "more or less than its weight; here a score is a share of its maximum",
                                   "as added", "points of 100"},
    [RAPPORT_DIFFERS_FORMULA] = {"the formula cannot be solved with these variables: ERPNext refuses the period; here the "
                                 "criterion is missing",
                                 "in ERPNext", "here"},
    [RAPPORT_DIFFERS_WEIGHTING] =
        {"the weighting function gives no usable weight: here the newest period weighs 1, and a period "
         "12 back nothing",
         "in ERPNext", "here"},
    [RAPPORT_DIFFERS_STORED_SCORE] = {"the score in the document is not what the formula gives", "stored", "by the formula"},
    [RAPPORT_DIFFERS_STORED_TOTAL] = {"the total in the document is not the sum of its criteria; ERPNext weighs the stored one",
                                      "stored", "added up"},
    [RAPPORT_DIFFERS_STORED_SUPPLIER] = {"the supplier's score in the document is not what the periods give: ERPNext computes "
                                         "it when the scorecard is saved",
                                         "stored", "computed"},
    [RAPPORT_DIFFERS_STORED_STANDING] = {"the status in the document is not the standing of the score", "stored", "computed"},
    [RAPPORT_DIFFERS_CRITERIA] = {"the period was scored by other criteria, weights or maxima than the newest one: the two do "
                                  "not measure the same",
                                  "in ERPNext", "here"},
    [RAPPORT_DIFFERS_NO_SCALE] = {"the maximum score is no end of a scale; here the criterion is left out", "in ERPNext",
                                  "here"},
};

const char *rapport__scorecard_why(int32_t kind)
{
    return words[kind].why;
}

const char *rapport__scorecard_first(int32_t kind)
{
    return words[kind].first;
}

const char *rapport__scorecard_second(int32_t kind)
{
    return words[kind].second;
}

rapport_status rapport_scorecard_write(const rapport_scorecard *card, int32_t arithmetic, const rapport_report_options *options,
                                       rapport_writer writer, void *user, rapport_error *error)
{
    rapport_report_options chosen;
    rapport_scorecard_outcome outcome = {.struct_size = sizeof outcome};
    rapport__output to;
    rapport_status status = rapport__report_options_read(options, &chosen, error);
    if (status)
        return status;
    if (!card || !writer)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "a scorecard and a writer are needed");
    if (rapport_scorecard_get_outcome(card, arithmetic, &outcome))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the scorecard is not computed, or there is no such arithmetic");
    rapport__output_open(&to, &chosen, writer, user);
    if (to.json)
        rapport__scorecard_json(&to.out, card, arithmetic);
    else
        rapport__scorecard_text(&to.pen, card, arithmetic);
    return rapport__output_close(&to, error);
}
