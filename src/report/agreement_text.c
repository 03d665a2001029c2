/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/agreement.h"

#include "report/text_parts.h"

#define DECIMALS 4

static void say_count(rapport__pen *pen, uint32_t count, const char *one, const char *more)
{
    rapport__text_say_count(pen, count);
    rapport__pen_say(pen, count == 1 ? one : more);
}

static void put_value(rapport__pen *pen, const rapport_agreement *a)
{
    const char *reading = a->has_value ? rapport__agreement_reading(a) : NULL;
    rapport__text_label(pen, "Value");
    if (a->has_value) {
        rapport__pen_ink(pen, RAPPORT__BOLD);
        rapport__pen_say_fixed(pen, a->value, DECIMALS);
    } else {
        rapport__pen_say(pen, "undefined: ");
        rapport__pen_say(pen, rapport__agreement_why_not(a->reason));
    }
    rapport__pen_full_stop(pen);
    if (reading) {
        rapport__text_label(pen, "Reading");
        rapport__pen_say(pen, reading);
        rapport__pen_full_stop(pen);
    }
}

static void put_interval(rapport__pen *pen, const rapport_agreement *a)
{
    if (!(a->has & RAPPORT_HAS_INTERVAL))
        return;
    rapport__text_label(pen, "Interval");
    rapport__pen_say_fixed(pen, a->lower, DECIMALS);
    rapport__pen_say(pen, " to ");
    rapport__pen_say_fixed(pen, a->upper, DECIMALS);
    rapport__pen_say(pen, ", confidence ");
    rapport__pen_say_number(pen, a->confidence);
    rapport__pen_full_stop(pen);
}

static void put_from(rapport__pen *pen, const rapport_agreement *a)
{
    rapport__text_label(pen, a->has_value ? "From" : "There are");
    say_count(pen, a->raters, " rater, ", " raters, ");
    say_count(pen, a->units, " unit, ", " units, ");
    say_count(pen, a->ratings, " rating", " ratings");
    rapport__pen_full_stop(pen);
}

static void say_scale(rapport__pen *pen, const rapport_agreement *a)
{
    bool range = a->lowest < a->highest;
    if (a->options && a->index != RAPPORT_AWG) {
        say_count(pen, a->options, " response option", " response options");
        rapport__pen_say(pen, range ? " " : "");
    }
    if (!range)
        return;
    rapport__pen_say(pen, "from ");
    rapport__pen_say_number(pen, a->lowest);
    rapport__pen_say(pen, " to ");
    rapport__pen_say_number(pen, a->highest);
}

/* What was chosen, where that changes the value. */
static void put_parameters(rapport__pen *pen, const rapport_agreement *a)
{
    if (a->index == RAPPORT_KRIPPENDORFF) {
        rapport__text_label(pen, "Metric");
        rapport__pen_say(pen, rapport__word_of_metric(a->metric));
    } else if (a->index == RAPPORT_AD) {
        rapport__text_label(pen, "Around");
        rapport__pen_say(pen, "the ");
        rapport__pen_say(pen, rapport__word_of_around(a->around));
    } else if (a->index <= RAPPORT_AWG) {
        rapport__text_label(pen, "Scale");
        say_scale(pen, a);
    } else {
        return;
    }
    rapport__pen_full_stop(pen);
}

/* "first 0.5000, second 2.0000" behind a label. */
static void put_pair(rapport__pen *pen, const char *label, const char *first, double a, const char *second, double b)
{
    rapport__text_label(pen, label);
    rapport__pen_say(pen, first);
    rapport__pen_say_fixed(pen, a, DECIMALS);
    rapport__pen_say(pen, second);
    rapport__pen_say_fixed(pen, b, DECIMALS);
}

static void put_compared(rapport__pen *pen, const rapport_agreement *a)
{
    if (!(a->has & RAPPORT_HAS_EXPECTED))
        return;
    if (a->index == RAPPORT_CRONBACH)
        put_pair(pen, "Variance", "of the items ", a->observed, ", of their sum ", a->expected);
    else
        put_pair(pen, a->index == RAPPORT_KRIPPENDORFF ? "Disagreement" : "Variance", "observed ", a->observed,
                 a->index == RAPPORT_KRIPPENDORFF ? ", by chance " : ", at random ", a->expected);
    rapport__pen_full_stop(pen);
}

static void put_mean_squares(rapport__pen *pen, const rapport_agreement *a)
{
    if (!(a->has & RAPPORT_HAS_MEAN_SQUARES))
        return;
    put_pair(pen, "Mean squares", "units ", a->ms_units, ", within units ", a->ms_within);
    if (a->has & RAPPORT_HAS_TWO_WAY) {
        rapport__pen_say(pen, ", raters ");
        rapport__pen_say_fixed(pen, a->ms_raters, DECIMALS);
        rapport__pen_say(pen, ", error ");
        rapport__pen_say_fixed(pen, a->ms_error, DECIMALS);
    }
    rapport__pen_full_stop(pen);
}

static void put_test(rapport__pen *pen, const rapport_agreement *a)
{
    bool chi_square = a->has & RAPPORT_HAS_CHI_SQUARE;
    if (!chi_square && !(a->has & RAPPORT_HAS_F))
        return;
    rapport__text_label(pen, "Test");
    rapport__pen_say(pen, chi_square ? "chi-square " : "F ");
    rapport__pen_say_fixed(pen, chi_square ? a->chi_square : a->f, DECIMALS);
    rapport__pen_say(pen, " with ");
    rapport__pen_say_number(pen, a->df1);
    if (!chi_square) {
        rapport__pen_say(pen, " and ");
        rapport__pen_say_number(pen, a->df2);
    }
    rapport__pen_say(pen, " degrees of freedom");
    rapport__pen_full_stop(pen);
}

static void say_unit(rapport__pen *pen, const rapport_ratings *ratings, uint32_t unit)
{
    const char *id = rapport__agreement_unit(ratings, unit);
    rapport__pen_say(pen, id ? " for " : " for unit ");
    if (id)
        rapport__pen_say(pen, id);
    else
        rapport__pen_say_number(pen, unit + 1.0);
}

static void put_units(rapport__pen *pen, const rapport_agreement *a, const rapport_ratings *ratings)
{
    if (!(a->has & RAPPORT_HAS_UNITS) || a->units < 2)
        return;
    rapport__text_label(pen, "By unit");
    rapport__pen_say(pen, "from ");
    rapport__pen_say_fixed(pen, a->least, DECIMALS);
    say_unit(pen, ratings, a->least_unit);
    rapport__pen_say(pen, " to ");
    rapport__pen_say_fixed(pen, a->greatest, DECIMALS);
    say_unit(pen, ratings, a->greatest_unit);
    rapport__pen_full_stop(pen);
}

static void put_notes(rapport__pen *pen, const rapport_agreement *a)
{
    if (a->floored) {
        rapport__text_label(pen, "Note");
        if (a->index == RAPPORT_RWG)
            say_count(pen, a->floored, " unit differs more than at random and counts as 0",
                      " units differ more than at random and count as 0");
        else
            rapport__pen_say(pen, "the items differ more than at random; that counts as 0");
        rapport__pen_full_stop(pen);
    }
    if (a->off_center) {
        rapport__text_label(pen, "Note");
        say_count(pen, a->off_center, " unit has its mean", " units have their means");
        rapport__pen_say(pen, " so near an end of the scale that a_wg should not be interpreted there");
        rapport__pen_full_stop(pen);
    }
}

void rapport__agreement_text(rapport__pen *pen, const rapport_agreement *a, const rapport_ratings *ratings)
{
    rapport__pen_ink(pen, RAPPORT__BOLD);
    rapport__pen_put(pen, rapport__agreement_title(a->index));
    rapport__pen_line(pen);
    rapport__pen_sentence(pen, 0);
    rapport__pen_say(pen, rapport__agreement_question(a->index));
    rapport__pen_full_stop(pen);
    put_value(pen, a);
    put_interval(pen, a);
    put_from(pen, a);
    put_parameters(pen, a);
    put_compared(pen, a);
    put_mean_squares(pen, a);
    put_test(pen, a);
    put_units(pen, a, ratings);
    put_notes(pen, a);
}
