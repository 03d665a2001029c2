/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/text_parts.h"

#include "base/error.h"
#include "base/number.h"
#include "base/sum.h"

void rapport__text_head(rapport__pen *pen, const rapport__subject *s)
{
    const char *overlay = rapport_model_overlay(s->model);
    rapport__pen_ink(pen, RAPPORT__BOLD);
    rapport__pen_fit(pen, rapport_assessment_partnership(s->assessment), RAPPORT__PEN_COLUMNS - 12);
    rapport__pen_ink(pen, RAPPORT__PLAIN);
    rapport__pen_move(pen, RAPPORT__PEN_COLUMNS - 10);
    rapport__pen_put(pen, rapport_assessment_date(s->assessment));
    rapport__pen_line(pen);
    rapport__pen_sentence(pen, 0);
    rapport__pen_say(pen, rapport__subject_title(s, RAPPORT_OF_MODEL, 0));
    rapport__pen_say(pen, " ");
    rapport__pen_say(pen, rapport_model_version(s->model));
    if (overlay) {
        rapport__pen_say(pen, ", overlay ");
        rapport__pen_say(pen, overlay);
    }
    rapport__pen_full_stop(pen);
}

void rapport__text_heading(rapport__pen *pen, const char *words)
{
    rapport__pen_line(pen);
    rapport__pen_ink(pen, RAPPORT__BOLD);
    rapport__pen_put(pen, words);
    rapport__pen_ink(pen, RAPPORT__PLAIN);
}

void rapport__text_label(rapport__pen *pen, const char *label)
{
    rapport__pen_move(pen, RAPPORT__MARGIN);
    rapport__pen_put(pen, label);
    rapport__pen_sentence(pen, RAPPORT__LABELS);
}

const char *rapport__text_percent(double fraction, char out[RAPPORT__PERCENT_SIZE])
{
    char digits[RAPPORT__NUMBER_SIZE];
    double percent = rapport__round_points(100 * fraction);
    (void)rapport__number_write_fixed(percent, 0, digits);
    out[0] = '\0';
    rapport__append(out, RAPPORT__PERCENT_SIZE,
                    percent > 0 && percent < 1      ? "<1"
                    : percent > 99 && percent < 100 ? ">99"
                                                    : digits);
    rapport__append(out, RAPPORT__PERCENT_SIZE, "\xC2\xA0%");
    return out;
}

void rapport__text_say_count(rapport__pen *pen, uint32_t count)
{
    rapport__pen_say_number(pen, count);
}

void rapport__text_say_why_not(rapport__pen *pen, const rapport__subject *s, const rapport_cell *cell)
{
    char percent[RAPPORT__PERCENT_SIZE];
    double minimum;
    switch (cell->status) {
    case RAPPORT_CELL_NOT_APPLICABLE:
        rapport__pen_say(pen, "does not apply");
        break;
    case RAPPORT_CELL_WITHHELD:
        rapport__pen_say(pen, "withheld: too few raters answered");
        break;
    default:
        if (cell->coverage <= 0) {
            rapport__pen_say(pen, "nothing that counts is answered");
            break;
        }
        (void)rapport_model_missing(s->model, &minimum);
        rapport__pen_say(pen, "only ");
        rapport__pen_say(pen, rapport__text_percent(cell->coverage, percent));
        rapport__pen_say(pen, " is answered, the model asks for ");
        rapport__pen_say(pen, rapport__text_percent(minimum, percent));
    }
}

void rapport__text_say_bounds(rapport__pen *pen, const rapport_cell *cell)
{
    rapport__pen_say_fixed(pen, cell->lower, 1);
    rapport__pen_say(pen, " to ");
    rapport__pen_say_fixed(pen, cell->upper, 1);
}

void rapport__text_say_amount(rapport__pen *pen, double value)
{
    rapport__pen_say_fixed(pen, value, value >= 1000 || value <= -1000 ? 0 : 2);
}

const char *rapport__text_of_measure(int32_t measure)
{
    static const char *const words[] = {"Net benefit", "Burden overload", "Balance of benefits", "Skill coverage"};
    return words[measure - RAPPORT_NET_BENEFIT];
}

const char *rapport__text_of_status(int32_t status)
{
    static const char *const words[] = {"complete", "incomplete", "missing", "n/a", "withheld"};
    return words[status];
}

const char *rapport__text_of_gate_state(int32_t state)
{
    static const char *const words[] = {"Passed", "Near miss", "Breached", "Undecided", "N/A"};
    return words[state];
}

/* Which of several values a gate looked at; nothing where there is but one. */
static const char *where(const rapport__subject *s, const rapport_gate *gate)
{
    if (s->parties < 2 || gate->view == RAPPORT_JOINT_VIEW || (gate->measure && gate->measure != RAPPORT_NET_BENEFIT))
        return "";
    if (gate->measure)
        return gate->view == RAPPORT_ANY_VIEW ? " for the worst-off party" : " for the best-off party";
    return gate->view == RAPPORT_ANY_VIEW ? " in the lowest view" : " in the highest view";
}

static void say_effect(rapport__pen *pen, const rapport__subject *s, const rapport_gate *gate, bool binding)
{
    bool has_score = rapport__subject_outcome(s).has_score;
    if (gate->effect == RAPPORT_FAIL) {
        rapport__pen_say(pen, has_score ? "; sets the joint score to 0" : "; would set a joint score to 0");
    } else if (gate->effect == RAPPORT_CAP) {
        bool idle = has_score && !binding;
        rapport__pen_say(pen, idle        ? "; its cap of "
                              : has_score ? "; caps the joint score at "
                                          : "; would cap a joint score at ");
        rapport__pen_say_number(pen, gate->cap);
        rapport__pen_say(pen, idle ? " changes nothing" : "");
    }
}

void rapport__text_say_gate(rapport__pen *pen, const rapport__subject *s, uint32_t index)
{
    rapport_gate gate = rapport__subject_gate(s, index);
    rapport_gate_result result = rapport__subject_gate_result(s, index);
    const char *side = gate.above ? "above " : "below ";
    rapport__pen_say(pen, gate.measure ? rapport__text_of_measure(gate.measure)
                                       : rapport__subject_title(s, RAPPORT_OF_NODE, gate.node));
    if (result.state == RAPPORT_GATE_NOT_APPLICABLE) {
        rapport__pen_say(pen, " does not apply");
        return;
    }
    if (result.state == RAPPORT_GATE_UNDECIDED) {
        rapport__pen_say(pen, " could be ");
        rapport__pen_say(pen, side);
        rapport__pen_say_number(pen, gate.threshold);
        rapport__pen_say(pen, "; what is missing decides");
        return;
    }
    rapport__pen_say(pen, " is ");
    if (result.has_value) {
        if (gate.measure)
            rapport__text_say_amount(pen, result.value);
        else
            rapport__pen_say_fixed(pen, result.value, 1);
        rapport__pen_say(pen, where(s, &gate));
        rapport__pen_say(pen, ", ");
    }
    rapport__pen_say(pen, result.state == RAPPORT_GATE_PASSED ? "not " : "");
    rapport__pen_say(pen, result.state == RAPPORT_GATE_NEAR_MISS ? "close to " : side);
    rapport__pen_say_number(pen, gate.threshold);
    if (result.state == RAPPORT_GATE_BREACHED)
        say_effect(pen, s, &gate, result.binding);
}
