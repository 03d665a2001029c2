/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* What the parties gain, give and can do. */
#include "io/assessment_read.h"

#include <string.h>

#include "base/error.h"

/* The party that a key names; NULL if it names none. */
const rapport__name *rapport__find_party(rapport__assessment_reading *a, rapport__json_value member)
{
    const rapport__name *party = rapport__names_find(&a->parties, rapport__json_key(a->r->doc, member, NULL));
    if (!party)
        rapport__report_unknown(a->r, &a->parties, member, true, "party");
    return party;
}

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

/* The skills that the partnership requires; their numbers in `skills` are those of the assessment. */
static void read_required(rapport__assessment_reading *a, rapport__json_value value, rapport__names *skills)
{
    rapport__reading *r = a->r;
    double importance;
    const char *id;
    uint32_t skill;
    if (!rapport__is_type(r, value, RAPPORT__JSON_OBJECT))
        return;
    for (rapport__json_value member = rapport__json_first(r->doc, value); member != RAPPORT_NONE && !r->out_of_memory;
         member = rapport__json_next(r->doc, member)) {
        if (rapport__read_extra(r, member) || !rapport__read_key_id(r, member, &id) ||
            !rapport__read_number(r, member, 0, 1e12, &importance))
            continue;
        if (rapport__built(r, member, rapport_assessment_add_skill(a->assessment, id, importance, &skill, &r->told)))
            rapport__names_add(r, skills, member, (rapport__name){id, member, skill});
    }
}

/* How well a party covers skills; what is not required is checked and left aside. */
static void read_levels(rapport__assessment_reading *a, rapport__json_value value, const rapport__names *skills, uint32_t party)
{
    rapport__reading *r = a->r;
    double level;
    const char *id;
    if (!rapport__is_type(r, value, RAPPORT__JSON_OBJECT))
        return;
    if (party != RAPPORT_NONE) /* its skills are described, even if it has none */
        rapport__built(r, value, rapport_assessment_set_skill(a->assessment, RAPPORT_NONE, party, 0, &r->told));
    for (rapport__json_value member = rapport__json_first(r->doc, value); member != RAPPORT_NONE;
         member = rapport__json_next(r->doc, member)) {
        const rapport__name *skill;
        if (rapport__read_extra(r, member) || !rapport__read_key_id(r, member, &id) ||
            !rapport__read_number(r, member, 0, 1, &level))
            continue;
        skill = rapport__names_find(skills, id);
        if (skill && party != RAPPORT_NONE)
            rapport__built(r, member, rapport_assessment_set_skill(a->assessment, skill->number, party, level, &r->told));
    }
}

static void read_skills(rapport__assessment_reading *a, rapport__json_value value)
{
    static const char *const keys[] = {"required", "parties"};
    rapport__reading *r = a->r;
    rapport__json_value at[2];
    rapport__names skills = {0};
    if (value == RAPPORT_NONE || !MEMBERS(r, value, keys, 0, at))
        return;
    rapport__built(r, value, rapport_assessment_add_skill(a->assessment, NULL, 0, NULL, &r->told));
    read_required(a, at[0], &skills);
    if (rapport__is_type(r, at[1], RAPPORT__JSON_OBJECT))
        for (rapport__json_value member = rapport__json_first(r->doc, at[1]); member != RAPPORT_NONE;
             member = rapport__json_next(r->doc, member)) {
            const rapport__name *party;
            if (!rapport__read_extra(r, member) && (party = rapport__find_party(a, member)))
                read_levels(a, member, &skills, party->number);
        }
    rapport__names_free(&skills, &r->mem);
}

/* Aims and plans are checked, and kept for the measures that will read them. */

typedef void (*read_one)(rapport__assessment_reading *a, rapport__json_value value);

/* An object by party. */
static void read_by_party(rapport__assessment_reading *a, rapport__json_value value, read_one read)
{
    if (!rapport__is_type(a->r, value, RAPPORT__JSON_OBJECT))
        return;
    for (rapport__json_value member = rapport__json_first(a->r->doc, value); member != RAPPORT_NONE;
         member = rapport__json_next(a->r->doc, member))
        if (!rapport__read_extra(a->r, member) && rapport__find_party(a, member))
            read(a, member);
}

/* How much weight each aim has. */
static void read_priorities(rapport__assessment_reading *a, rapport__json_value value)
{
    const char *id;
    double priority;
    if (!rapport__is_type(a->r, value, RAPPORT__JSON_OBJECT))
        return;
    for (rapport__json_value member = rapport__json_first(a->r->doc, value); member != RAPPORT_NONE;
         member = rapport__json_next(a->r->doc, member))
        if (!rapport__read_extra(a->r, member) && rapport__read_key_id(a->r, member, &id))
            rapport__read_number(a->r, member, 0, 1e300, &priority);
}

/* What one party believes of the others. */
static void read_beliefs(rapport__assessment_reading *a, rapport__json_value value)
{
    read_by_party(a, value, read_priorities);
}

static void read_aims(rapport__assessment_reading *a, rapport__json_value value)
{
    static const char *const times[] = {"now", "future", "believed"};
    rapport__json_value at[3], believed[2];
    if (value == RAPPORT_NONE || !MEMBERS(a->r, value, times, 0, at))
        return;
    read_by_party(a, at[0], read_priorities);
    read_by_party(a, at[1], read_priorities);
    if (at[2] == RAPPORT_NONE || !rapport__read_members(a->r, at[2], times, 2, 0, believed))
        return;
    read_by_party(a, believed[0], read_beliefs);
    read_by_party(a, believed[1], read_beliefs);
}

static void read_plan_chain(rapport__assessment_reading *a, rapport__json_value value)
{
    static const char *const links[] = {"vision", "strategies", "actions"};
    rapport__json_value at[3];
    if (value == RAPPORT_NONE || !MEMBERS(a->r, value, links, 0, at))
        return;
    for (uint32_t i = 0; i < 3; i++)
        rapport__is_type(a->r, at[i], RAPPORT__JSON_ARRAY);
}

enum { BENEFITS, BURDENS, ALTERNATIVES, AGREED_SHARES, SKILLS, AIMS, PLAN_CHAIN, KEYS };

static const char *const keys[KEYS] = {"benefits", "burdens", "alternatives", "agreed_shares", "skills", "aims", "plan_chain"};

void rapport__read_measures(rapport__assessment_reading *a, rapport__json_value value)
{
    rapport__reading *r = a->r;
    rapport__json_value at[KEYS];
    if (value == RAPPORT_NONE || !MEMBERS(r, value, keys, BENEFITS, at))
        return;
    for (int32_t i = BENEFITS; i <= AGREED_SHARES; i++) /* RAPPORT_BENEFITS is 1, and so on */
        read_amounts(a, at[i], i + 1);
    read_skills(a, at[SKILLS]);
    read_aims(a, at[AIMS]);
    read_plan_chain(a, at[PLAN_CHAIN]);
}
