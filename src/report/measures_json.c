/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "report/measures.h"

const char *rapport__word_of_gain(int32_t kind)
{
    static const char *const words[] = {"win-win", "win-lose", "lose-lose"};
    return words[kind - RAPPORT_WIN_WIN];
}

/* Pairs once, in order; ordered pairs both ways. */
static bool next_pair(const rapport__subject *s, bool towards, rapport__cell_of_measure *at)
{
    if (at->first == RAPPORT_NONE)
        *at = (rapport__cell_of_measure){0, 0};
    do {
        if (++at->second == s->parties) {
            at->second = towards ? 0 : at->first + 2;
            if (++at->first + (towards ? 0u : 1u) >= s->parties)
                return false;
        }
    } while (at->first == at->second);
    return at->second < s->parties;
}

bool rapport__next_cell(const rapport__subject *s, const rapport_measure_info *info, rapport__cell_of_measure *at)
{
    switch (info->scope) {
    case RAPPORT_SCOPE_WHOLE:
        return at->first++ == RAPPORT_NONE;
    case RAPPORT_SCOPE_PARTY:
        return ++at->first < s->parties;
    case RAPPORT_SCOPE_PLAN:
        return ++at->first < rapport_ledger_count_items(s->assessment, RAPPORT_LIST_PLANS);
    default:
        return next_pair(s, info->scope == RAPPORT_SCOPE_TOWARDS, at);
    }
}

bool rapport__has_measure(const rapport__subject *s, int32_t measure, const rapport_measure_info *info)
{
    rapport__cell_of_measure at = RAPPORT__NO_CELL;
    if (info->scope == RAPPORT_SCOPE_PLAN)
        return rapport_ledger_has_section(s->assessment, RAPPORT_SECTION_SCENARIOS);
    return rapport__next_cell(s, info, &at) &&
           rapport_measure_get(s->result, measure, at.first, at.second, NULL, NULL) != RAPPORT_NOT_FOUND;
}

static void put_value(rapport__json_out *out, const rapport__subject *s, int32_t measure, int32_t unit,
                      rapport__cell_of_measure at)
{
    double value;
    if (rapport_measure_get(s->result, measure, at.first, at.second, &value, NULL))
        rapport__json_put_null(out);
    else if (unit == RAPPORT_UNIT_CLASS)
        rapport__json_put_text(out, rapport__word_of_gain((int32_t)value));
    else
        rapport__json_put_number(out, value);
}

static void put_pair(rapport__json_out *out, const rapport__subject *s, const rapport_measure_info *info,
                     rapport__cell_of_measure at)
{
    const char *first = rapport_assessment_party_id(s->assessment, at.first);
    const char *second = rapport_assessment_party_id(s->assessment, at.second);
    if (info->scope == RAPPORT_SCOPE_TOWARDS) {
        rapport__json_text_member(out, "of", first);
        rapport__json_text_member(out, "towards", second);
        return;
    }
    rapport__json_put_key(out, "parties");
    rapport__json_begin_array(out, RAPPORT__JSON_INLINE);
    rapport__json_put_text(out, first);
    rapport__json_put_text(out, second);
    rapport__json_end(out);
}

static void put_cells(rapport__json_out *out, const rapport__subject *s, int32_t measure, const rapport_measure_info *info)
{
    bool pairs = info->scope == RAPPORT_SCOPE_PAIR || info->scope == RAPPORT_SCOPE_TOWARDS;
    rapport__cell_of_measure at = RAPPORT__NO_CELL;
    if (pairs)
        rapport__json_begin_array(out, RAPPORT__JSON_LINES);
    else
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
    while (rapport__next_cell(s, info, &at)) {
        if (pairs) {
            rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
            put_pair(out, s, info, at);
            rapport__json_put_key(out, "value");
            put_value(out, s, measure, info->unit, at);
            rapport__json_end(out);
        } else {
            rapport__json_put_key(out, info->scope == RAPPORT_SCOPE_PLAN
                                           ? rapport_ledger_item_id(s->assessment, RAPPORT_LIST_PLANS, at.first)
                                           : rapport_assessment_party_id(s->assessment, at.first));
            put_value(out, s, measure, info->unit, at);
        }
    }
    rapport__json_end(out);
}

/* Why the first of a measure's values that is not there is not; NULL if all are. */
static const char *reason_of(const rapport__subject *s, int32_t measure, const rapport_measure_info *info)
{
    rapport__cell_of_measure at = RAPPORT__NO_CELL;
    uint32_t cells = 0;
    int32_t reason = RAPPORT_WHY_NONE;
    for (; !reason && rapport__next_cell(s, info, &at); cells++)
        (void)rapport_measure_get(s->result, measure, at.first, at.second, NULL, &reason);
    return rapport_measure_reason_name(cells ? reason : RAPPORT_WHY_NOTHING);
}

static void put_reasons(rapport__json_out *out, const rapport__subject *s)
{
    bool any = false;
    for (int32_t measure = RAPPORT_NET_BENEFIT; measure < RAPPORT_MEASURE_END; measure++) {
        rapport_measure_info info = {.struct_size = sizeof info};
        const char *reason;
        (void)rapport_measure_get_info(measure, &info);
        if (!rapport__has_measure(s, measure, &info) || !(reason = reason_of(s, measure, &info)))
            continue;
        if (!any) {
            rapport__json_put_key(out, "reasons");
            rapport__json_begin_object(out, RAPPORT__JSON_LINES);
        }
        any = true;
        rapport__json_text_member(out, info.name, reason);
    }
    if (any)
        rapport__json_end(out);
}

static void put_ids(rapport__json_out *out, const rapport__subject *s, int32_t mention)
{
    uint32_t count = rapport_mention_count(s->result, mention);
    rapport__json_begin_array(out, RAPPORT__JSON_INLINE);
    for (uint32_t i = 0; i < count; i++)
        rapport__json_put_text(out, rapport_mention_id(s->result, mention, i));
    rapport__json_end(out);
}

static void put_named(rapport__json_out *out, const rapport__subject *s)
{
    bool any = false;
    for (int32_t mention = 1; mention < RAPPORT_MENTION_END; mention++) {
        if (!rapport_mention_count(s->result, mention))
            continue;
        if (!any) {
            rapport__json_put_key(out, "named");
            rapport__json_begin_object(out, RAPPORT__JSON_LINES);
        }
        any = true;
        rapport__json_put_key(out, rapport_mention_name(mention));
        put_ids(out, s, mention);
    }
    if (any)
        rapport__json_end(out);
}

void rapport__json_put_measures(rapport__json_out *out, const rapport__subject *s)
{
    rapport__json_put_key(out, "measures");
    rapport__json_begin_object(out, RAPPORT__JSON_LINES);
    for (int32_t measure = RAPPORT_NET_BENEFIT; measure < RAPPORT_MEASURE_END; measure++) {
        rapport_measure_info info = {.struct_size = sizeof info};
        (void)rapport_measure_get_info(measure, &info);
        if (!rapport__has_measure(s, measure, &info))
            continue;
        rapport__json_put_key(out, info.name);
        if (info.scope == RAPPORT_SCOPE_WHOLE)
            put_value(out, s, measure, info.unit, (rapport__cell_of_measure){0, 0});
        else
            put_cells(out, s, measure, &info);
    }
    put_reasons(out, s);
    put_named(out, s);
    rapport__json_end(out);
}

void rapport__json_put_patterns(rapport__json_out *out, const rapport__subject *s)
{
    uint32_t count = rapport_pattern_count(s->result);
    rapport__json_put_key(out, "patterns");
    rapport__json_begin_array(out, count ? RAPPORT__JSON_LINES : RAPPORT__JSON_INLINE);
    for (uint32_t i = 0; i < count; i++) {
        rapport_pattern pattern = {.struct_size = sizeof pattern};
        (void)rapport_pattern_get(s->result, i, &pattern);
        rapport__json_begin_object(out, RAPPORT__JSON_INLINE);
        rapport__json_text_member(out, "id", rapport_pattern_name(pattern.kind));
        if (pattern.mention) {
            rapport__json_text_member(out, "names", rapport_mention_name(pattern.mention));
            rapport__json_put_key(out, "of");
            put_ids(out, s, pattern.mention);
        }
        rapport__json_end(out);
    }
    rapport__json_end(out);
}
