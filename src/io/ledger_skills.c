/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The section of skills: what is required, what the parties and their rivals can, who does what. */
#include "io/ledger_read.h"

#include "base/error.h"

/* A skill with its importance; its number in `skills` is that of the assessment. */
static void add_skill(rapport__assessment_reading *a, rapport__json_value member, const char *id, double importance,
                      rapport__names *skills)
{
    uint32_t skill;
    if (rapport__built(a->r, member, rapport_assessment_add_skill(a->assessment, id, importance, &skill, &a->r->told)))
        rapport__names_add(a->r, skills, member, (rapport__name){id, member, skill});
}

static void read_required(rapport__assessment_reading *a, rapport__json_value value, rapport__names *skills)
{
    rapport__reading *r = a->r;
    double importance;
    const char *id;
    if (!rapport__is_type(r, value, RAPPORT__JSON_OBJECT))
        return;
    for (rapport__json_value member = rapport__json_first(r->doc, value); member != RAPPORT_NONE && !r->out_of_memory;
         member = rapport__json_next(r->doc, member))
        if (!rapport__read_extra(r, member) && rapport__read_key_id(r, member, &id) &&
            rapport__read_number(r, member, 0, 1e12, &importance))
            add_skill(a, member, id, importance, skills);
}

/* Levels by skill, of a party or, into the table of rivals, of a rival. What is not required is a skill of importance 0. */
static void read_levels(rapport__assessment_reading *a, rapport__json_value value, rapport__names *skills, uint32_t who,
                        bool rival)
{
    rapport__reading *r = a->r;
    double level;
    const char *id;
    if (!rapport__is_type(r, value, RAPPORT__JSON_OBJECT))
        return;
    if (who != RAPPORT_NONE && !rival) /* its skills are described, even if it has none */
        rapport__built(r, value, rapport_assessment_set_skill(a->assessment, RAPPORT_NONE, who, 0, &r->told));
    for (rapport__json_value member = rapport__json_first(r->doc, value); member != RAPPORT_NONE && !r->out_of_memory;
         member = rapport__json_next(r->doc, member)) {
        const rapport__name *skill;
        if (rapport__read_extra(r, member) || !rapport__read_key_id(r, member, &id) ||
            !rapport__read_number(r, member, 0, 1, &level))
            continue;
        if (!rapport__names_find(skills, id))
            add_skill(a, member, id, 0, skills);
        skill = rapport__names_find(skills, id);
        if (!skill || who == RAPPORT_NONE)
            continue;
        if (rival)
            rapport__put_entry(a, member, RAPPORT_ENTRY_RIVAL_LEVEL, who, skill->number, 0, level);
        else
            rapport__built(r, member, rapport_assessment_set_skill(a->assessment, skill->number, who, level, &r->told));
    }
}

static void read_rivals(rapport__assessment_reading *a, rapport__json_value value, rapport__names *skills)
{
    rapport__reading *r = a->r;
    const char *id;
    if (!rapport__is_type(r, value, RAPPORT__JSON_OBJECT))
        return;
    rapport__open_section(a, value, RAPPORT_SECTION_RIVALS);
    for (rapport__json_value member = rapport__json_first(r->doc, value); member != RAPPORT_NONE && !r->out_of_memory;
         member = rapport__json_next(r->doc, member)) {
        uint32_t rival = RAPPORT_NONE;
        if (rapport__read_extra(r, member) || !rapport__read_key_id(r, member, &id))
            continue;
        rapport__built(r, member, rapport_ledger_add_item(a->assessment, RAPPORT_LIST_RIVALS, id, &rival, &r->told));
        read_levels(a, member, skills, rival, true);
    }
}

enum { TASK_ID, TASK_SKILL, TASK_PARTY, TASK_REQUIRED, TASK_WORK = TASK_REQUIRED, TASK_LEVEL, TASK_TITLE, TASK_KEYS };

static const char *const task_keys[TASK_KEYS] = {"id", "skill", "party", "work", "level", "title"};

/* The number of what a string names. */
static void read_number_of(rapport__assessment_reading *a, rapport__json_value value, const rapport__names *names,
                           const char *what, int32_t table, uint32_t task)
{
    const rapport__name *found;
    if (!rapport__is_type(a->r, value, RAPPORT__JSON_STRING))
        return;
    found = rapport__names_find(names, rapport__json_text(a->r->doc, value, NULL));
    if (!found)
        rapport__report_unknown(a->r, names, value, false, what);
    else if (found->number != RAPPORT_NONE)
        rapport__put_entry(a, value, table, task, 0, 0, found->number);
}

static void read_task(rapport__assessment_reading *a, const rapport__json_value *at, uint32_t task, void *skills)
{
    read_number_of(a, at[TASK_SKILL], skills, "skill", RAPPORT_ENTRY_TASK_SKILL, task);
    read_number_of(a, at[TASK_PARTY], &a->parties, "party", RAPPORT_ENTRY_TASK_PARTY, task);
    rapport__read_entry(a, at[TASK_WORK], (rapport__column){RAPPORT_ENTRY_TASK_WORK, 0, 1e300}, task, 0);
    rapport__read_entry(a, at[TASK_LEVEL], (rapport__column){RAPPORT_ENTRY_TASK_LEVEL, 0, 1}, task, 0);
    rapport__read_title(a, at[TASK_TITLE], RAPPORT_LIST_TASKS, task);
}

enum { REQUIRED, PARTIES, RIVALS, TASKS, OPTIMUM, HELD_FROM, KEYS };

static const char *const keys[KEYS] = {"required", "parties", "rivals", "tasks", "optimum", "held_from"};

void rapport__read_skills(rapport__assessment_reading *a, rapport__json_value value)
{
    rapport__reading *r = a->r;
    rapport__json_value at[KEYS];
    rapport__names skills = {0}, tasks = {0};
    const rapport__listing listing = {RAPPORT_LIST_TASKS, task_keys, TASK_KEYS, TASK_REQUIRED, read_task, &skills};
    if (value == RAPPORT_NONE || !MEMBERS(r, value, keys, 0, at))
        return;
    rapport__built(r, value, rapport_assessment_add_skill(a->assessment, NULL, 0, NULL, &r->told));
    read_required(a, at[REQUIRED], &skills);
    if (rapport__is_type(r, at[PARTIES], RAPPORT__JSON_OBJECT))
        for (rapport__json_value member = rapport__json_first(r->doc, at[PARTIES]); member != RAPPORT_NONE;
             member = rapport__json_next(r->doc, member)) {
            const rapport__name *party;
            if (!rapport__read_extra(r, member) && (party = rapport__find_party(a, member)))
                read_levels(a, member, &skills, party->number, false);
        }
    read_rivals(a, at[RIVALS], &skills);
    rapport__open_section(a, at[TASKS], RAPPORT_SECTION_TASKS);
    rapport__read_listing(a, at[TASKS], &listing, &tasks);
    rapport__read_entry(a, at[OPTIMUM], (rapport__column){RAPPORT_ENTRY_OPTIMUM, 0, 1}, 0, 0);
    rapport__read_entry(a, at[HELD_FROM], (rapport__column){RAPPORT_ENTRY_HELD_FROM, 0, 1}, 0, 0);
    rapport__names_free(&skills, &r->mem);
    rapport__names_free(&tasks, &r->mem);
}
