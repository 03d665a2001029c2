/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Measures for people: a line a group. What only a specialist asks for is left to JSON. */
#include <string.h>

#include "report/measures.h"

#define MOST 6u /* parties, plans or names in a row */
#define VALUES_AT 23u

static bool left_to_json(int32_t measure)
{
    static const int32_t left[] = {RAPPORT_MEASURE_WORST_BENEFIT,  RAPPORT_MEASURE_NASH_PRODUCT,
                                   RAPPORT_MEASURE_JAIN,           RAPPORT_MEASURE_JAIN_RESCALED,
                                   RAPPORT_MEASURE_EQUITY_RATIO,   RAPPORT_MEASURE_SKILL_COSINE,
                                   RAPPORT_MEASURE_EVENNESS,       RAPPORT_MEASURE_TRIAD_LOWEST,
                                   RAPPORT_MEASURE_CENTRALISATION, RAPPORT_MEASURE_SMALLEST_TO_LARGEST,
                                   RAPPORT_MEASURE_COVERAGE_ALONE, RAPPORT_MEASURE_OVERLAP_NOW,
                                   RAPPORT_MEASURE_OVERLAP_FUTURE, RAPPORT_MEASURE_SKILL_DISTANCE};
    for (uint32_t i = 0; i < sizeof left / sizeof *left; i++)
        if (left[i] == measure)
            return true;
    return measure <= RAPPORT_SKILL_COVERAGE; /* have lines of their own */
}

/* What says the same twice where there are but two parties; what takes too many words where there are more. */
static bool is_idle(const rapport__subject *s, int32_t measure, int32_t scope)
{
    if (s->parties > 2)
        return scope == RAPPORT_SCOPE_TOWARDS || (scope == RAPPORT_SCOPE_PAIR && s->parties > 3);
    return measure >= RAPPORT_MEASURE_WEAKEST_LINK && measure <= RAPPORT_MEASURE_ISLANDS &&
           measure != RAPPORT_MEASURE_TRUST_ASYMMETRY;
}

static bool mention_left_to_json(const rapport__subject *s, int32_t mention)
{
    return (s->parties == 2 && mention == RAPPORT_MENTION_WEAKEST_PAIR) || mention == RAPPORT_MENTION_GETS_MOST ||
           mention == RAPPORT_MENTION_BEST_ALONE;
}

static void say_number(rapport__pen *pen, int32_t unit, double value)
{
    switch (unit) {
    case RAPPORT_UNIT_AMOUNT:
        rapport__text_say_amount(pen, value);
        break;
    case RAPPORT_UNIT_POINTS:
        rapport__pen_say_fixed(pen, value, 1);
        break;
    case RAPPORT_UNIT_CLASS:
        rapport__pen_say(pen, rapport__word_of_gain((int32_t)value));
        break;
    case RAPPORT_UNIT_COUNT:
        rapport__pen_say_number(pen, value);
        break;
    default:
        rapport__pen_say_fixed(pen, value, 2);
    }
}

static const char *why(int32_t reason)
{
    static const char *const words[RAPPORT_WHY_END] = {"",
                                                       "not there",
                                                       "it takes two parties",
                                                       "something is missing",
                                                       "nothing is listed",
                                                       "it adds up to 0",
                                                       "negative amounts have no shares",
                                                       "too few raters answered",
                                                       "larger than any number",
                                                       "it is not answered",
                                                       "it is not win-win",
                                                       "there are no ties",
                                                       "it takes three parties",
                                                       "nobody has the skills",
                                                       "nothing better is feasible",
                                                       "the numbers are out of proportion"};
    return words[reason];
}

static void say_of(rapport__pen *pen, const rapport__subject *s, const rapport_measure_info *info, rapport__cell_of_measure at)
{
    switch (info->scope) {
    case RAPPORT_SCOPE_PARTY:
        rapport__pen_say(pen, rapport__subject_party(s, at.first));
        rapport__pen_say(pen, "\xC2\xA0");
        break;
    case RAPPORT_SCOPE_PLAN:
        rapport__pen_say(pen, rapport_ledger_item_title(s->assessment, RAPPORT_LIST_PLANS, at.first, s->language));
        rapport__pen_say(pen, "\xC2\xA0");
        break;
    case RAPPORT_SCOPE_PAIR:
        if (s->parties == 2)
            break;
        rapport__pen_say(pen, rapport__subject_party(s, at.first));
        rapport__pen_say(pen, " and ");
        rapport__pen_say(pen, rapport__subject_party(s, at.second));
        rapport__pen_say(pen, "\xC2\xA0");
        break;
    case RAPPORT_SCOPE_TOWARDS:
        rapport__pen_say(pen, rapport__subject_party(s, at.first));
        rapport__pen_say(pen, " ");
        rapport__pen_say(pen, info->title);
        rapport__pen_say(pen, " ");
        rapport__pen_say(pen, rapport__subject_party(s, at.second));
        rapport__pen_say(pen, "\xC2\xA0");
        break;
    default:
        break;
    }
}

/* Whether there is a value; why not, if not: why the first of its cells has none. */
static bool is_defined(const rapport__subject *s, int32_t measure, const rapport_measure_info *info, int32_t *reason)
{
    rapport__cell_of_measure at = RAPPORT__NO_CELL;
    int32_t first_reason = RAPPORT_WHY_NONE;
    while (rapport__next_cell(s, info, &at)) {
        if (!rapport_measure_get(s->result, measure, at.first, at.second, NULL, reason))
            return true;
        first_reason = first_reason ? first_reason : *reason;
    }
    *reason = first_reason ? first_reason : RAPPORT_WHY_NOTHING;
    return false;
}

/* Of dependence only who depends more is said, which is nobody where all depend alike. */
static bool is_told(const rapport__subject *s, int32_t measure, const rapport_measure_info *info)
{
    rapport__cell_of_measure at = RAPPORT__NO_CELL;
    double value;
    if (measure != RAPPORT_MEASURE_DEPENDENCE_ASYMMETRY)
        return true;
    while (rapport__next_cell(s, info, &at))
        if (!rapport_measure_get(s->result, measure, at.first, at.second, &value, NULL) && value > 0)
            return true;
    return false;
}

/* "shared 0.40", "coverage alone Us 0.55, Them 0.47". */
static void say_measure(rapport__pen *pen, const rapport__subject *s, int32_t measure, const rapport_measure_info *info)
{
    rapport__cell_of_measure at = RAPPORT__NO_CELL;
    const char *join = "";
    uint32_t said = 0, more = 0;
    double value;
    if (info->scope != RAPPORT_SCOPE_TOWARDS) {
        rapport__pen_say(pen, info->title);
        rapport__pen_say(pen, " ");
    }
    while (rapport__next_cell(s, info, &at)) {
        if (rapport_measure_get(s->result, measure, at.first, at.second, &value, NULL))
            continue;
        if ((measure == RAPPORT_MEASURE_DEPENDENCE_ASYMMETRY && !(value > 0)) || said == MOST) {
            more += said == MOST;
            continue;
        }
        said++;
        rapport__pen_say(pen, join);
        say_of(pen, s, info, at);
        say_number(pen, info->unit, value);
        join = ", ";
    }
    if (more) {
        rapport__pen_say(pen, " and ");
        rapport__text_say_count(pen, more);
        rapport__pen_say(pen, " more");
    }
}

static const char *title_of(const rapport__subject *s, int32_t mention, uint32_t index)
{
    uint32_t item = rapport_mention_item(s->result, mention, index);
    int32_t list = rapport_mention_list(mention);
    if (list)
        return rapport_ledger_item_title(s->assessment, list, item, s->language);
    return mention == RAPPORT_MENTION_BOTTLENECK ? rapport_mention_id(s->result, mention, index)
                                                 : rapport__subject_party(s, item);
}

static void say_mention(rapport__pen *pen, const rapport__subject *s, int32_t mention)
{
    uint32_t count = rapport_mention_count(s->result, mention);
    for (uint32_t i = 0; i < count && i < MOST; i++) {
        rapport__pen_say(pen, i ? ", " : "");
        rapport__pen_say(pen, title_of(s, mention, i));
    }
    if (count > MOST) {
        rapport__pen_say(pen, " and ");
        rapport__text_say_count(pen, count - MOST);
        rapport__pen_say(pen, " more");
    }
}

/* A line of its own begins with the first thing to say. */
typedef struct line {
    rapport__pen *pen;
    const char *label;
    bool begun, *any;
} line;

static void begin(line *l)
{
    if (!*l->any)
        rapport__text_heading(l->pen, "Measures");
    if (!*l->any)
        rapport__pen_line(l->pen);
    *l->any = true;
    if (l->begun) {
        rapport__pen_say(l->pen, "; ");
        return;
    }
    l->begun = true;
    rapport__pen_move(l->pen, RAPPORT__MARGIN);
    rapport__pen_put(l->pen, l->label);
    rapport__pen_sentence(l->pen, VALUES_AT);
}

static void say_undefined(rapport__pen *pen, int32_t reason)
{
    rapport__pen_say(pen, "undefined: ");
    rapport__pen_say(pen, why(reason));
}

static void say_net_benefits(rapport__pen *pen, const rapport__subject *s)
{
    for (uint32_t party = 0; party < s->parties && party < MOST; party++) {
        double value;
        rapport__pen_say(pen, party ? ", " : "");
        rapport__pen_say(pen, rapport__subject_party(s, party));
        rapport__pen_say(pen, "\xC2\xA0");
        if (rapport_measure_get(s->result, RAPPORT_NET_BENEFIT, party, 0, &value, NULL))
            rapport__pen_say(pen, "undefined");
        else
            rapport__text_say_amount(pen, value);
    }
    if (s->parties > MOST) {
        rapport__pen_say(pen, " and ");
        rapport__text_say_count(pen, s->parties - MOST);
        rapport__pen_say(pen, " more");
    }
}

/* The measures that gates ask for, in lines of their own. */
static void put_of_gates(rapport__pen *pen, const rapport__subject *s, bool *any)
{
    for (int32_t measure = RAPPORT_NET_BENEFIT; measure <= RAPPORT_SKILL_COVERAGE; measure++) {
        rapport_measure_info info = {.struct_size = sizeof info};
        line l = {pen, rapport__text_of_measure(measure), false, any};
        int32_t reason;
        double value;
        (void)rapport_measure_get_info(measure, &info);
        if (!rapport__has_measure(s, measure, &info))
            continue;
        begin(&l);
        if (!is_defined(s, measure, &info, &reason))
            say_undefined(pen, reason);
        else if (measure == RAPPORT_NET_BENEFIT)
            say_net_benefits(pen, s);
        else if (!rapport_measure_get(s->result, measure, 0, 0, &value, NULL))
            rapport__text_say_amount(pen, value);
        rapport__pen_full_stop(pen);
    }
}

/* The next measure of a group that has a line, from `measure` on; RAPPORT_MEASURE_END if there is none. */
static int32_t next_of_group(const rapport__subject *s, const char *group, int32_t measure, rapport_measure_info *info)
{
    for (; measure < RAPPORT_MEASURE_END; measure++) {
        *info = (rapport_measure_info){.struct_size = sizeof *info};
        (void)rapport_measure_get_info(measure, info);
        if (!strcmp(info->group, group) && !left_to_json(measure) && !is_idle(s, measure, info->scope) &&
            rapport__has_measure(s, measure, info))
            break;
    }
    return measure;
}

static void put_defined(line *l, const rapport__subject *s, bool *undefined)
{
    rapport_measure_info info;
    int32_t measure = next_of_group(s, l->label, RAPPORT_MEASURE_SURPLUS, &info), reason;
    for (; measure < RAPPORT_MEASURE_END; measure = next_of_group(s, l->label, measure + 1, &info)) {
        if (!is_defined(s, measure, &info, &reason)) {
            undefined[reason] = true;
        } else if (is_told(s, measure, &info)) {
            begin(l);
            say_measure(l->pen, s, measure, &info);
        }
    }
}

/* "mean, worst case, largest regret undefined: nothing is listed". Of parties towards each other nothing is said: what is made
 * from it has the same reason. */
static void put_undefined(line *l, const rapport__subject *s, int32_t wanted)
{
    rapport_measure_info info;
    int32_t measure = next_of_group(s, l->label, RAPPORT_MEASURE_SURPLUS, &info), reason;
    bool said = false;
    for (; measure < RAPPORT_MEASURE_END; measure = next_of_group(s, l->label, measure + 1, &info)) {
        if (info.scope == RAPPORT_SCOPE_TOWARDS || is_defined(s, measure, &info, &reason) || reason != wanted)
            continue;
        if (said)
            rapport__pen_say(l->pen, ", ");
        else
            begin(l);
        rapport__pen_say(l->pen, info.unit == RAPPORT_UNIT_CLASS ? "kind of gain" : info.title);
        said = true;
    }
    if (said) {
        rapport__pen_say(l->pen, " ");
        say_undefined(l->pen, wanted);
    }
}

/* What there is, what has no value, reason by reason, and who or what is named. */
static void put_group(rapport__pen *pen, const rapport__subject *s, const char *group, bool *any)
{
    line l = {pen, group, false, any};
    bool undefined[RAPPORT_WHY_END] = {false};
    const char *title, *of;
    put_defined(&l, s, undefined);
    for (int32_t reason = RAPPORT_WHY_NOT_THERE; reason < RAPPORT_WHY_END; reason++)
        if (undefined[reason])
            put_undefined(&l, s, reason);
    for (int32_t mention = 1; mention < RAPPORT_MENTION_END; mention++) {
        (void)rapport_mention_get_titles(mention, &title, &of);
        if (strcmp(of, group) != 0 || mention_left_to_json(s, mention) || !rapport_mention_count(s->result, mention))
            continue;
        begin(&l);
        rapport__pen_say(pen, title);
        rapport__pen_say(pen, ": ");
        say_mention(pen, s, mention);
    }
    if (l.begun)
        rapport__pen_full_stop(pen);
}

bool rapport__text_put_measures(rapport__pen *pen, const rapport__subject *s)
{
    static const char *const groups[] = {"Gain",          "Sharing",      "Skills",      "Work",       "Aims today",
                                         "Aims tomorrow", "Opposed aims", "Vision",      "Three legs", "Plan chain",
                                         "Leadership",    "Scenarios",    "Value chain", "Dependence", "Trust"};
    bool any = false;
    put_of_gates(pen, s, &any);
    for (uint32_t i = 0; i < sizeof groups / sizeof *groups; i++)
        put_group(pen, s, groups[i], &any);
    return any;
}

static const char *meaning_of(const rapport_pattern *pattern)
{
    switch (pattern->kind) {
    case RAPPORT_DREAM:
        return pattern->mention ? "dream: no strategy serves " : "dream: a strong vision that nobody works towards";
    case RAPPORT_ORPHAN_VISION:
        return "orphan vision: a strong vision that nobody carries";
    case RAPPORT_BUSY:
        return "busy: plans without a picture of the end";
    case RAPPORT_DRIVE_WITHOUT_DESTINATION:
        return "drive without destination: leadership without a vision";
    case RAPPORT_ONE_HORSE_TEAM:
        return "one-horse team: more than 1.5 times the agreed share is borne by ";
    default:
        return "orphan actions: no strategy needs ";
    }
}

void rapport__text_put_patterns(rapport__pen *pen, const rapport__subject *s)
{
    uint32_t count = rapport_pattern_count(s->result);
    if (!count)
        return;
    rapport__text_heading(pen, "Patterns");
    rapport__pen_line(pen);
    for (uint32_t i = 0; i < count; i++) {
        rapport_pattern pattern = {.struct_size = sizeof pattern};
        (void)rapport_pattern_get(s->result, i, &pattern);
        rapport__pen_sentence(pen, RAPPORT__MARGIN);
        rapport__pen_say(pen, meaning_of(&pattern));
        if (pattern.mention)
            say_mention(pen, s, pattern.mention);
        rapport__pen_full_stop(pen);
    }
}
