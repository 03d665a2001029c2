/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What indices of agreement are called, and how their values are usually read. */
#include "report/agreement.h"

#include "base/sum.h"

const char *rapport__word_of_metric(int32_t metric)
{
    static const char *const words[] = {"ordinal", "nominal", "interval", "ratio"};
    return words[metric];
}

const char *rapport__word_of_around(int32_t around)
{
    return around == RAPPORT_AROUND_MEDIAN ? "median" : "mean";
}

const char *rapport__word_of_reason(int32_t reason)
{
    static const char *const words[] = {
        NULL,          "too-few-raters",   "too-few-units",       "nothing-pairable", "too-few-complete",
        "no-variance", "negative-ratings", "no-positive-variance"};
    return words[reason];
}

const char *rapport__agreement_why_not(int32_t reason)
{
    static const char *const words[] = {"",
                                        "fewer than two raters rated anything",
                                        "fewer than two units were rated, and it compares units",
                                        "no unit was rated twice",
                                        "fewer than two units were rated by all raters",
                                        "the ratings do not vary where it needs them to",
                                        "a ratio has no meaning for negative ratings",
                                        "the raters differ too much for an estimate"};
    return words[reason];
}

const char *rapport__agreement_title(int32_t index)
{
    static const char *const titles[] = {
        "r_wg",     "r_wg(J)",  "a_wg",        "Average deviation",    "ICC(1)",          "ICC(1,k)", "ICC(2,1)", "ICC(2,k)",
        "ICC(3,1)", "ICC(3,k)", "Kendall's W", "Krippendorff's alpha", "Cronbach's alpha"};
    return titles[index - RAPPORT_RWG];
}

const char *rapport__agreement_question(int32_t index)
{
    static const char *const questions[] = {
        "Do the raters of a unit agree more than raters at random would?",
        "Do raters agree on items that all ask the same, more than raters at random would?",
        "How much of the disagreement that their mean would allow do the raters of a unit avoid?",
        "How far from the middle of a unit are its ratings? 0 is full agreement.",
        "How much of the variance lies between units, each rated by raters of its own?",
        "How reliable is the mean of a unit's raters, where each unit has raters of its own?",
        "Would other raters like these give the same ratings?",
        "Would the mean of as many other raters like these be the same?",
        "Do these raters see the same differences between units?",
        "How reliable are the differences between units in the mean of these raters?",
        "Do the raters put the units in the same order?",
        "How far beyond chance do the raters agree?",
        "Do the items, one a row, move together?"};
    return questions[index - RAPPORT_RWG];
}

typedef struct reading {
    double from; /* or, with `above`, more than that */
    const char *words;
} reading;

/* The last reading whose start the value reaches; the first one starts anywhere. */
static const char *read_up(const reading *readings, size_t count, double value, bool above)
{
    size_t last = 0;
    for (size_t i = 1; i < count; i++)
        if (rapport__compare(value, readings[i].from) >= (above ? 1 : 0))
            last = i;
    return readings[last].words;
}

static const reading of_rwg[] = {{0, "lack of agreement: up to .30 (LeBreton and Senter 2008)"},
                                 {.30, "weak: above .30 (LeBreton and Senter 2008)"},
                                 {.50, "moderate: above .50 (LeBreton and Senter 2008)"},
                                 {.70, "strong: above .70 (LeBreton and Senter 2008)"},
                                 {.90, "very strong: above .90 (LeBreton and Senter 2008)"}};
static const reading of_awg[] = {{0, "not acceptable: below .60 (Brown and Hauenstein 2005)"},
                                 {.60, "reasonable: .60 or more (Brown and Hauenstein 2005)"},
                                 {.70, "acceptable: .70 or more (Brown and Hauenstein 2005)"}};
static const reading of_icc1[] = {{0, "next to no effect of the unit: below .01 (LeBreton and Senter 2008)"},
                                  {.01, "small effect of the unit: .01 or more (LeBreton and Senter 2008)"},
                                  {.10, "medium effect of the unit: .10 or more (LeBreton and Senter 2008)"},
                                  {.25, "large effect of the unit: .25 or more (LeBreton and Senter 2008)"}};
static const reading of_icc[] = {{0, "poor: below .50 (Koo and Li 2016)"},
                                 {.50, "moderate: .50 or more (Koo and Li 2016)"},
                                 {.75, "good: .75 or more (Koo and Li 2016)"},
                                 {.90, "excellent: .90 or more (Koo and Li 2016)"}};
static const reading of_kendall[] = {{0, "very weak: below .30 (Schmidt 1997)"},
                                     {.30, "weak: .30 or more (Schmidt 1997)"},
                                     {.50, "moderate: .50 or more (Schmidt 1997)"},
                                     {.70, "strong: .70 or more (Schmidt 1997)"},
                                     {.90, "unusually strong: .90 or more (Schmidt 1997)"}};
static const reading of_krippendorff[] = {{0, "not to be relied on: below .667 (Krippendorff 2004)"},
                                          {.667, "for tentative conclusions only: .667 or more (Krippendorff 2004)"},
                                          {.800, "reliable: .800 or more (Krippendorff 2004)"}};
static const reading of_cronbach[] = {
    {0, "the items do not move together: below .70; do not quote their mean alone (Nunnally 1978)"},
    {.70, "enough for a beginning: .70 or more (Nunnally 1978)"},
    {.80, "enough to compare groups: .80 or more (Nunnally 1978)"},
    {.90, "enough to decide about one case: .90 or more (Nunnally 1978)"}};

#define READ(readings, above) read_up((readings), sizeof(readings) / sizeof *(readings), a->value, (above))

const char *rapport__agreement_reading(const rapport_agreement *a)
{
    switch (a->index) {
    case RAPPORT_RWG:
    case RAPPORT_RWGJ:
        return READ(of_rwg, true);
    case RAPPORT_AWG:
        return READ(of_awg, false);
    case RAPPORT_AD:
        if (!(a->has & RAPPORT_HAS_LIMIT))
            return NULL;
        return rapport__compare(a->value, a->limit) > 0
                   ? "no agreement in practice: more than a sixth of the options (Burke and Dunlap 2002)"
                   : "agreement in practice: at most a sixth of the options (Burke and Dunlap 2002)";
    case RAPPORT_ICC1:
        return READ(of_icc1, false);
    case RAPPORT_KENDALL:
        return READ(of_kendall, false);
    case RAPPORT_KRIPPENDORFF:
        return READ(of_krippendorff, false);
    case RAPPORT_CRONBACH:
        return READ(of_cronbach, false);
    default:
        return READ(of_icc, false);
    }
}
