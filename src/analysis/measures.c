/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The measures of an assessment: their memory, their order, reading them. */
#include "analysis/measures.h"

#include "base/struct.h"

_Static_assert(sizeof(rapport_pattern) == 16, "rapport_pattern");

static size_t items(const rapport_assessment *assessment, int32_t list)
{
    return rapport_ledger_count_items(assessment, list);
}

/* How many values a measure has; one of two parties has a place for each ordered pair. */
static size_t cells_of(const rapport_assessment *assessment, int32_t measure)
{
    size_t parties = assessment->party_count;
    switch (rapport__measure_scope(measure)) {
    case RAPPORT_SCOPE_WHOLE:
        return 1;
    case RAPPORT_SCOPE_PARTY:
        return parties;
    case RAPPORT_SCOPE_PLAN:
        return items(assessment, RAPPORT_LIST_PLANS);
    default:
        return parties * parties;
    }
}

/* How many a mention may name: any number of items or parties, or a few. */
static size_t names_of(const rapport_assessment *assessment, int32_t mention)
{
    int32_t list = rapport_mention_list(mention);
    size_t any = list ? items(assessment, list) : assessment->party_count;
    return any < 2 ? 2 : any;
}

static size_t rows_of(const rapport_assessment *assessment, int32_t table)
{
    const rapport__table *in = &assessment->ledger->tables[table];
    size_t entries = 0;
    for (uint32_t i = 0; i < in->count; i++)
        entries += in->rows[i].room;
    return entries;
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* Numbers that the hungriest step holds at a time. Lists have at most 1024 items: no product overflows, with 32 bits either. */
static size_t room_of(const rapport_assessment *assessment)
{
    size_t parties = assessment->party_count, skills = assessment->skill_count, room = skills * (parties + 2) + 2 * parties,
           need;
    if (!assessment->ledger)
        return room;
    need = (items(assessment, RAPPORT_LIST_RIVALS) + 2) * skills + (parties + 3) * items(assessment, RAPPORT_LIST_TASKS);
    room = larger(room, skills * parties + need);
    need = rapport__has_section(assessment, RAPPORT_SECTION_BELIEVED_NOW) ||
                   rapport__has_section(assessment, RAPPORT_SECTION_BELIEVED_FUTURE)
               ? parties * parties
               : 0;
    room = larger(room, (need + parties + 1) * items(assessment, RAPPORT_LIST_AIMS));
    room = larger(room, items(assessment, RAPPORT_LIST_GOALS) + items(assessment, RAPPORT_LIST_ACTIONS) +
                            rows_of(assessment, RAPPORT_ENTRY_SERVES) + rows_of(assessment, RAPPORT_ENTRY_CARRIES_OUT));
    room = larger(room, 2 * parties * items(assessment, RAPPORT_LIST_ROLES) + parties);
    room = larger(room, (items(assessment, RAPPORT_LIST_PLANS) + 1) * (items(assessment, RAPPORT_LIST_SCENARIOS) + 3));
    room = larger(room, 3 * items(assessment, RAPPORT_LIST_DECISIONS));
    room = larger(room, 3 * larger(items(assessment, RAPPORT_LIST_STAGES), items(assessment, RAPPORT_LIST_TOPICS)));
    return larger(larger(room, assessment->rater_count), parties * parties + parties);
}

rapport__needs rapport__measures_need(const rapport_assessment *assessment)
{
    rapport__needs needs = {0, 0, 0};
    uint32_t nodes[3];
    bool any = assessment->ledger || assessment->has_skills || rapport__find_triad(assessment->model, nodes);
    for (uint32_t i = 1; i < RAPPORT__SECTIONS; i++)
        any |= assessment->has_section[i];
    if (!any)
        return needs;
    for (int32_t measure = RAPPORT_MEASURE_SURPLUS; measure < RAPPORT_MEASURE_END; measure++)
        needs.values += cells_of(assessment, measure);
    for (int32_t mention = 1; mention < RAPPORT_MENTION_END; mention++)
        needs.names += names_of(assessment, mention);
    needs.room = room_of(assessment);
    return needs;
}

/* Everything is not there until a step finds it. */
static void begin(rapport_result *result)
{
    rapport__measured *m = &result->measured;
    uint32_t values = 0, names = 0;
    for (int32_t measure = RAPPORT_MEASURE_SURPLUS; measure < RAPPORT_MEASURE_END; measure++) {
        m->value_at[measure] = values;
        values += (uint32_t)cells_of(result->assessment, measure);
    }
    m->value_at[RAPPORT_MEASURE_END] = values;
    for (uint32_t i = 0; i < values; i++)
        m->values[i] = (rapport__value){0, RAPPORT_NOT_FOUND, RAPPORT_WHY_NOT_THERE};
    for (int32_t mention = 1; mention < RAPPORT_MENTION_END; mention++) {
        m->name_at[mention] = names;
        m->name_count[mention] = 0;
        names += (uint32_t)names_of(result->assessment, mention);
    }
}

void rapport__measure_all(rapport_result *result)
{
    result->measured.patterns = 0;
    if (!result->measured.there)
        return;
    begin(result);
    rapport__measure_gain(result);
    rapport__measure_skills(result);
    rapport__measure_aims(result);
    rapport__measure_vision(result);
    rapport__measure_triad(result);
    rapport__measure_plans(result);
    rapport__measure_leadership(result);
    rapport__measure_links(result);
}

double *rapport__lend(rapport_result *result, size_t count)
{
    double *lent = result->measured.room + result->measured.lent;
    result->measured.lent += count;
    return lent;
}

void rapport__lend_all(rapport_result *result)
{
    result->measured.lent = 0;
}

/* Where a value is; a pair's at the place of its lower number. */
static rapport__value *place_of(const rapport_result *result, int32_t measure, uint32_t first, uint32_t second)
{
    rapport__value *values = result->measured.values + result->measured.value_at[measure];
    switch (rapport__measure_scope(measure)) {
    case RAPPORT_SCOPE_WHOLE:
        return values;
    case RAPPORT_SCOPE_PAIR:
        return first < second ? &values[first * result->party_count + second] : &values[second * result->party_count + first];
    case RAPPORT_SCOPE_TOWARDS:
        return &values[first * result->party_count + second];
    default:
        return &values[first];
    }
}

void rapport__give_to(rapport_result *result, int32_t measure, uint32_t first, uint32_t second, double value)
{
    *place_of(result, measure, first, second) = (rapport__value){value + 0.0, RAPPORT_OK, RAPPORT_WHY_NONE};
}

void rapport__miss_of(rapport_result *result, int32_t measure, uint32_t first, uint32_t second, int32_t reason)
{
    *place_of(result, measure, first, second) = (rapport__value){0, RAPPORT_UNDEFINED, reason};
}

void rapport__miss(rapport_result *result, int32_t first, int32_t last, int32_t reason)
{
    const uint32_t *at = result->measured.value_at;
    for (uint32_t i = at[first]; i < at[last + 1]; i++)
        result->measured.values[i] = (rapport__value){0, RAPPORT_UNDEFINED, reason};
}

int32_t rapport__why(rapport_status status, int32_t undefined, int32_t bad)
{
    return status == RAPPORT_UNDEFINED ? undefined : bad;
}

void rapport__mention(rapport_result *result, int32_t mention, uint32_t item)
{
    rapport__measured *m = &result->measured;
    m->names[m->name_at[mention] + m->name_count[mention]++] = item;
}

bool rapport__party_column(const rapport_result *result, int32_t table, double *out)
{
    for (uint32_t p = 0; p < result->party_count; p++)
        if (!rapport__find_entry(result->assessment, table, 0, p, &out[p]))
            return false;
    return true;
}

/* One of the four that gates ask for; why it has no value follows from what is there. */
static rapport_status get_of_gates(const rapport_result *result, int32_t measure, uint32_t party, double *value,
                                   int32_t *reason)
{
    rapport_status status = rapport_result_get_measure(result, measure, party, value);
    *reason = status == RAPPORT_NOT_FOUND   ? RAPPORT_WHY_NOT_THERE
              : status == RAPPORT_UNDEFINED ? result->measured.gate_reasons[measure]
                                            : RAPPORT_WHY_NONE;
    return status;
}

rapport_status rapport_measure_get(const rapport_result *result, int32_t measure, uint32_t first, uint32_t second,
                                   double *value, int32_t *reason)
{
    double found = 0;
    int32_t why = RAPPORT_WHY_NOT_THERE;
    rapport_status status = RAPPORT_NOT_FOUND;
    int32_t scope;
    if (!result->assessment || measure < RAPPORT_NET_BENEFIT || measure >= RAPPORT_MEASURE_END)
        return RAPPORT_BAD_ARGUMENT;
    scope = rapport__measure_scope(measure);
    if ((scope == RAPPORT_SCOPE_PARTY && first >= result->party_count) ||
        (scope == RAPPORT_SCOPE_PLAN && result->measured.there && first >= result->measured.plans) ||
        ((scope == RAPPORT_SCOPE_PAIR || scope == RAPPORT_SCOPE_TOWARDS) &&
         (first >= result->party_count || second >= result->party_count || first == second)))
        return RAPPORT_BAD_ARGUMENT;
    if (measure <= RAPPORT_SKILL_COVERAGE) {
        status = get_of_gates(result, measure, first, &found, &why);
    } else if (result->measured.there) {
        const rapport__value *at = place_of(result, measure, first, second);
        found = at->value;
        status = at->status;
        why = at->reason;
    }
    if (value && !status)
        *value = found;
    if (reason)
        *reason = why;
    return status;
}

uint32_t rapport_mention_count(const rapport_result *result, int32_t mention)
{
    return result->assessment && result->measured.there && rapport_mention_name(mention) ? result->measured.name_count[mention]
                                                                                         : 0;
}

uint32_t rapport_mention_item(const rapport_result *result, int32_t mention, uint32_t index)
{
    return index < rapport_mention_count(result, mention) ? result->measured.names[result->measured.name_at[mention] + index]
                                                          : RAPPORT_NONE;
}

const char *rapport_mention_id(const rapport_result *result, int32_t mention, uint32_t index)
{
    static const char *const legs[] = {"vision", "leadership", "strategy"};
    uint32_t item = rapport_mention_item(result, mention, index);
    int32_t list = rapport_mention_list(mention);
    if (item == RAPPORT_NONE)
        return NULL;
    if (mention == RAPPORT_MENTION_BOTTLENECK)
        return legs[item - RAPPORT_VISION];
    return list ? rapport_ledger_item_id(result->assessment, list, item)
                : rapport_assessment_party_id(result->assessment, item);
}

/* The patterns that hold, in order: by their points, by the burdens, by the plan. Returns how many, and the one at `index`. */
static uint32_t find_pattern(const rapport_result *result, uint32_t index, rapport_pattern *out)
{
    uint32_t count = 0;
    for (uint32_t kind = RAPPORT_DREAM; result->assessment && kind <= RAPPORT_ONE_HORSE_TEAM; kind *= 2)
        if ((result->measured.patterns & kind) && count++ == index)
            *out =
                (rapport_pattern){.kind = kind, .mention = kind == RAPPORT_ONE_HORSE_TEAM ? RAPPORT_MENTION_MOST_BURDENED : 0};
    if (rapport_mention_count(result, RAPPORT_MENTION_DREAMS) && count++ == index)
        *out = (rapport_pattern){.kind = RAPPORT_DREAM, .mention = RAPPORT_MENTION_DREAMS};
    if (rapport_mention_count(result, RAPPORT_MENTION_ORPHANS) && count++ == index)
        *out = (rapport_pattern){.kind = RAPPORT_ORPHAN_ACTIONS, .mention = RAPPORT_MENTION_ORPHANS};
    return count;
}

uint32_t rapport_pattern_count(const rapport_result *result)
{
    return find_pattern(result, RAPPORT_NONE, NULL);
}

rapport_status rapport_pattern_get(const rapport_result *result, uint32_t index, rapport_pattern *out)
{
    rapport_pattern found = {0};
    if (index >= find_pattern(result, index, &found))
        return RAPPORT_BAD_ARGUMENT;
    return rapport__struct_out(out, &found, sizeof found);
}
