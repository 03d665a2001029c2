/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What measures are made from, section by section; amounts are read here, the others in files of their own. */
#include "io/ledger_read.h"

#include "base/error.h"

static void read_amounts(rapport__assessment_reading *a, rapport__json_value value, int32_t section)
{
    rapport__reading *r = a->r;
    double least = section == RAPPORT_BURDENS || section == RAPPORT_AGREED_SHARES ? 0 : -1e300, amount, total = 0;
    uint32_t before = r->count, given = 0;
    if (!rapport__is_type(r, value, RAPPORT__JSON_OBJECT))
        return;
    rapport__built(r, value, rapport_assessment_add_section(a->assessment, section, &r->told));
    for (rapport__json_value member = rapport__json_first(r->doc, value); member != RAPPORT_NONE;
         member = rapport__json_next(r->doc, member)) {
        const rapport__name *party;
        if (rapport__read_extra(r, member) || !(party = rapport__find_party(a, member)) ||
            !rapport__read_number(r, member, least, 1e300, &amount))
            continue;
        given++;
        total += amount > 0; /* how many are */
        if (party->number != RAPPORT_NONE)
            rapport__built(r, member, rapport_assessment_set_amount(a->assessment, section, party->number, amount, &r->told));
    }
    if (section == RAPPORT_AGREED_SHARES && given && given == a->parties.count && !(total > 0) && r->count == before)
        REPORT(r, RAPPORT_BAD_VALUE, value, "at least one agreed share must be above 0");
}

/* Numbers under keys that must all be there, each into its own table of one entry. */
static void read_numbers(rapport__assessment_reading *a, rapport__json_value value, int32_t section, const char *const *keys,
                         rapport__column first)
{
    rapport__json_value at[3];
    if (value == RAPPORT_NONE || !rapport__read_members(a->r, value, keys, 3, 3, at))
        return;
    rapport__open_section(a, value, section);
    for (int32_t i = 0; i < 3; i++)
        rapport__read_entry(a, at[i], (rapport__column){first.table + i, first.least, first.most}, 0, 0);
}

static void read_synergy(rapport__assessment_reading *a, rapport__json_value value)
{
    static const char *const keys[] = {"together", "alone"};
    rapport__json_value at[2];
    if (value == RAPPORT_NONE || !MEMBERS(a->r, value, keys, 2, at))
        return;
    rapport__open_section(a, value, RAPPORT_SECTION_SYNERGY);
    rapport__read_entry(a, at[0], (rapport__column){RAPPORT_ENTRY_TOGETHER, -1e300, 1e300}, 0, 0);
    rapport__read_column(a, at[1], (rapport__column){RAPPORT_ENTRY_ALONE, -1e300, 1e300});
}

static void read_of_parties(rapport__assessment_reading *a, rapport__json_value value, int32_t section, int32_t table)
{
    rapport__open_section(a, value, section);
    rapport__read_column(a, value, (rapport__column){table, 0, 1e300});
}

const char *const rapport__measure_keys[RAPPORT__MEASURE_KEYS] = {
    "benefits",  "burdens",     "alternatives",  "agreed_shares", "contributions", "synergy",   "skills",
    "aims",      "plan_chain",  "shared_vision", "boldness",      "triad",         "coalition", "scenarios",
    "decisions", "value_chain", "topics",        "horizons",      "dependence",    "network"};

enum {
    BENEFITS,
    BURDENS,
    ALTERNATIVES,
    AGREED_SHARES,
    CONTRIBUTIONS,
    SYNERGY,
    SKILLS,
    AIMS,
    PLAN_CHAIN,
    SHARED_VISION,
    BOLDNESS,
    TRIAD,
    COALITION,
    SCENARIOS,
    DECISIONS,
    VALUE_CHAIN,
    TOPICS,
    HORIZONS,
    DEPENDENCE,
    NETWORK
};

void rapport__read_sections(rapport__assessment_reading *a, const rapport__json_value *at)
{
    static const char *const bold[] = {"today", "target", "feasible"}, *const triad[] = {"vision", "leadership", "strategy"};
    for (int32_t i = BENEFITS; i <= AGREED_SHARES; i++) /* RAPPORT_BENEFITS is 1, and so on */
        read_amounts(a, at[i], i + 1);
    read_of_parties(a, at[CONTRIBUTIONS], RAPPORT_SECTION_CONTRIBUTIONS, RAPPORT_ENTRY_CONTRIBUTION);
    read_synergy(a, at[SYNERGY]);
    rapport__read_skills(a, at[SKILLS]);
    rapport__read_aims(a, at[AIMS]);
    rapport__read_plan_chain(a, at[PLAN_CHAIN]);
    rapport__read_shared_vision(a, at[SHARED_VISION]);
    read_numbers(a, at[BOLDNESS], RAPPORT_SECTION_BOLDNESS, bold, (rapport__column){RAPPORT_ENTRY_TODAY, -1e300, 1e300});
    read_numbers(a, at[TRIAD], RAPPORT_SECTION_TRIAD, triad, (rapport__column){RAPPORT_ENTRY_VISION, 0, 100});
    rapport__read_coalition(a, at[COALITION]);
    rapport__read_scenarios(a, at[SCENARIOS]);
    rapport__read_decisions(a, at[DECISIONS]);
    rapport__read_value_chain(a, at[VALUE_CHAIN]);
    rapport__read_topics(a, at[TOPICS]);
    read_of_parties(a, at[HORIZONS], RAPPORT_SECTION_HORIZONS, RAPPORT_ENTRY_HORIZON);
    read_of_parties(a, at[DEPENDENCE], RAPPORT_SECTION_DEPENDENCE, RAPPORT_ENTRY_DEPENDENCE);
    rapport__read_network(a, at[NETWORK]);
}

void rapport__read_measures(rapport__assessment_reading *a, rapport__json_value value)
{
    rapport__json_value at[RAPPORT__MEASURE_KEYS];
    if (value != RAPPORT_NONE && MEMBERS(a->r, value, rapport__measure_keys, 0, at))
        rapport__read_sections(a, at);
}
