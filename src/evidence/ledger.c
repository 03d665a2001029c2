/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Lists, tables and sections: what the parties say beside answers, amounts and skills. */
#include "evidence/ledger.h"

#include <string.h>

enum { NOTHING = 0, PARTY = RAPPORT_LIST_END }; /* beside lists: what an entry may belong to */
enum { REAL, FLAG, SKILL_NUMBER, PARTY_NUMBER, CRITERION_NUMBER };

typedef struct shape {
    const char *name;
    unsigned char section, axes[3], kind;
    double least, most;
} shape;

#define SCALAR                                                                                                                 \
    {                                                                                                                          \
        NOTHING, NOTHING, NOTHING                                                                                              \
    }
#define OF(axis)                                                                                                               \
    {                                                                                                                          \
        (axis), NOTHING, NOTHING                                                                                               \
    }
#define BY(first, second)                                                                                                      \
    {                                                                                                                          \
        (first), (second), NOTHING                                                                                             \
    }
#define BELIEFS                                                                                                                \
    {                                                                                                                          \
        PARTY, PARTY, RAPPORT_LIST_AIMS                                                                                        \
    }
#define ANY -1e300, 1e300
#define AMOUNT 0, 1e300
#define LEVEL 0, 1
#define POINTS 0, 100
#define R_WG -1e300, 1

static const shape shapes[RAPPORT_ENTRY_END] = {
    [RAPPORT_ENTRY_CONTRIBUTION] = {"contribution", RAPPORT_SECTION_CONTRIBUTIONS, OF(PARTY), REAL, AMOUNT},
    [RAPPORT_ENTRY_TOGETHER] = {"together", RAPPORT_SECTION_SYNERGY, SCALAR, REAL, ANY},
    [RAPPORT_ENTRY_ALONE] = {"alone", RAPPORT_SECTION_SYNERGY, OF(PARTY), REAL, ANY},
    [RAPPORT_ENTRY_OPTIMUM] = {"optimum", 0, SCALAR, REAL, LEVEL},
    [RAPPORT_ENTRY_HELD_FROM] = {"held_from", 0, SCALAR, REAL, LEVEL},
    [RAPPORT_ENTRY_RIVAL_LEVEL] = {"level", RAPPORT_SECTION_RIVALS, BY(RAPPORT_LIST_RIVALS, RAPPORT_LIST_SKILLS), REAL, LEVEL},
    [RAPPORT_ENTRY_TASK_WORK] = {"work", RAPPORT_SECTION_TASKS, OF(RAPPORT_LIST_TASKS), REAL, AMOUNT},
    [RAPPORT_ENTRY_TASK_LEVEL] = {"level", RAPPORT_SECTION_TASKS, OF(RAPPORT_LIST_TASKS), REAL, LEVEL},
    [RAPPORT_ENTRY_TASK_SKILL] = {"skill", RAPPORT_SECTION_TASKS, OF(RAPPORT_LIST_TASKS), SKILL_NUMBER, 0, 0},
    [RAPPORT_ENTRY_TASK_PARTY] = {"party", RAPPORT_SECTION_TASKS, OF(RAPPORT_LIST_TASKS), PARTY_NUMBER, 0, 0},
    [RAPPORT_ENTRY_AIM_NOW] = {"aim", RAPPORT_SECTION_AIMS_NOW, BY(PARTY, RAPPORT_LIST_AIMS), REAL, AMOUNT},
    [RAPPORT_ENTRY_AIM_FUTURE] = {"aim", RAPPORT_SECTION_AIMS_FUTURE, BY(PARTY, RAPPORT_LIST_AIMS), REAL, AMOUNT},
    [RAPPORT_ENTRY_BELIEVED_NOW] = {"belief", RAPPORT_SECTION_BELIEVED_NOW, BELIEFS, REAL, AMOUNT},
    [RAPPORT_ENTRY_BELIEVED_FUTURE] = {"belief", RAPPORT_SECTION_BELIEVED_FUTURE, BELIEFS, REAL, AMOUNT},
    [RAPPORT_ENTRY_SUPPORT] = {"support", RAPPORT_SECTION_SUPPORT, BY(PARTY, RAPPORT_LIST_AIMS), REAL, -1, 1},
    [RAPPORT_ENTRY_WANTED] = {"wanted", RAPPORT_SECTION_SHARED_VISION, OF(PARTY), REAL, POINTS},
    [RAPPORT_ENTRY_WANTED_AGREEMENT] = {"agreement", RAPPORT_SECTION_SHARED_VISION, OF(PARTY), REAL, R_WG},
    [RAPPORT_ENTRY_VISION_CRITERION] = {"criterion", RAPPORT_SECTION_SHARED_VISION, SCALAR, CRITERION_NUMBER, 0, 0},
    [RAPPORT_ENTRY_TODAY] = {"today", RAPPORT_SECTION_BOLDNESS, SCALAR, REAL, ANY},
    [RAPPORT_ENTRY_ASKED] = {"target", RAPPORT_SECTION_BOLDNESS, SCALAR, REAL, ANY},
    [RAPPORT_ENTRY_FEASIBLE] = {"feasible", RAPPORT_SECTION_BOLDNESS, SCALAR, REAL, ANY},
    [RAPPORT_ENTRY_VISION] = {"vision", RAPPORT_SECTION_TRIAD, SCALAR, REAL, POINTS},
    [RAPPORT_ENTRY_LEADERSHIP] = {"leadership", RAPPORT_SECTION_TRIAD, SCALAR, REAL, POINTS},
    [RAPPORT_ENTRY_STRATEGY] = {"strategy", RAPPORT_SECTION_TRIAD, SCALAR, REAL, POINTS},
    [RAPPORT_ENTRY_GOAL_WEIGHT] = {"weight", RAPPORT_SECTION_PLAN_CHAIN, OF(RAPPORT_LIST_GOALS), REAL, AMOUNT},
    [RAPPORT_ENTRY_SERVES] = {"serves", RAPPORT_SECTION_PLAN_CHAIN, BY(RAPPORT_LIST_STRATEGIES, RAPPORT_LIST_GOALS), FLAG,
                              LEVEL},
    [RAPPORT_ENTRY_CARRIES_OUT] = {"strategy", RAPPORT_SECTION_PLAN_CHAIN, BY(RAPPORT_LIST_ACTIONS, RAPPORT_LIST_STRATEGIES),
                                   FLAG, LEVEL},
    [RAPPORT_ENTRY_OWNED] = {"owner", RAPPORT_SECTION_PLAN_CHAIN, OF(RAPPORT_LIST_ACTIONS), FLAG, LEVEL},
    [RAPPORT_ENTRY_DATED] = {"due", RAPPORT_SECTION_PLAN_CHAIN, OF(RAPPORT_LIST_ACTIONS), FLAG, LEVEL},
    [RAPPORT_ENTRY_MEASURED] = {"measure", RAPPORT_SECTION_PLAN_CHAIN, OF(RAPPORT_LIST_ACTIONS), FLAG, LEVEL},
    [RAPPORT_ENTRY_ROLE_WEIGHT] = {"weight", RAPPORT_SECTION_COALITION, BY(PARTY, RAPPORT_LIST_ROLES), REAL, AMOUNT},
    [RAPPORT_ENTRY_ROLE_HELD] = {"committed", RAPPORT_SECTION_COALITION, BY(PARTY, RAPPORT_LIST_ROLES), FLAG, LEVEL},
    [RAPPORT_ENTRY_COALITION_AGREEMENT] = {"agreement", RAPPORT_SECTION_COALITION, SCALAR, REAL, R_WG},
    [RAPPORT_ENTRY_PAYOFF] = {"payoff", RAPPORT_SECTION_SCENARIOS, BY(RAPPORT_LIST_PLANS, RAPPORT_LIST_SCENARIOS), REAL, ANY},
    [RAPPORT_ENTRY_PROBABILITY] = {"probability", RAPPORT_SECTION_SCENARIOS, OF(RAPPORT_LIST_SCENARIOS), REAL, AMOUNT},
    [RAPPORT_ENTRY_TAKEN] = {"taken", RAPPORT_SECTION_DECISIONS, OF(RAPPORT_LIST_DECISIONS), REAL, AMOUNT},
    [RAPPORT_ENTRY_DUE] = {"due", RAPPORT_SECTION_DECISIONS, OF(RAPPORT_LIST_DECISIONS), REAL, AMOUNT},
    [RAPPORT_ENTRY_REVERSED] = {"reversed", RAPPORT_SECTION_DECISIONS, OF(RAPPORT_LIST_DECISIONS), FLAG, LEVEL},
    [RAPPORT_ENTRY_STAGE_WEIGHT] = {"weight", RAPPORT_SECTION_VALUE_CHAIN, OF(RAPPORT_LIST_STAGES), REAL, AMOUNT},
    [RAPPORT_ENTRY_JOINT] = {"joint", RAPPORT_SECTION_VALUE_CHAIN, OF(RAPPORT_LIST_STAGES), FLAG, LEVEL},
    [RAPPORT_ENTRY_TOPIC_WEIGHT] = {"weight", RAPPORT_SECTION_PRICE, OF(RAPPORT_LIST_TOPICS), REAL, AMOUNT},
    [RAPPORT_ENTRY_ABOUT_PRICE] = {"price", RAPPORT_SECTION_PRICE, OF(RAPPORT_LIST_TOPICS), FLAG, LEVEL},
    [RAPPORT_ENTRY_HORIZON] = {"horizon", RAPPORT_SECTION_HORIZONS, OF(PARTY), REAL, AMOUNT},
    [RAPPORT_ENTRY_DEPENDENCE] = {"dependence", RAPPORT_SECTION_DEPENDENCE, OF(PARTY), REAL, AMOUNT},
    [RAPPORT_ENTRY_TRUST] = {"trust", RAPPORT_SECTION_NETWORK, BY(PARTY, PARTY), REAL, POINTS},
    [RAPPORT_ENTRY_TRUST_CUT] = {"cut", RAPPORT_SECTION_NETWORK, SCALAR, REAL, POINTS},
};

/* By list; aims belong to several sections and open none. */
static const unsigned char section_of_list[RAPPORT_LIST_END] = {
    [RAPPORT_LIST_RIVALS] = RAPPORT_SECTION_RIVALS,       [RAPPORT_LIST_TASKS] = RAPPORT_SECTION_TASKS,
    [RAPPORT_LIST_GOALS] = RAPPORT_SECTION_PLAN_CHAIN,    [RAPPORT_LIST_STRATEGIES] = RAPPORT_SECTION_PLAN_CHAIN,
    [RAPPORT_LIST_ACTIONS] = RAPPORT_SECTION_PLAN_CHAIN,  [RAPPORT_LIST_ROLES] = RAPPORT_SECTION_COALITION,
    [RAPPORT_LIST_DECISIONS] = RAPPORT_SECTION_DECISIONS, [RAPPORT_LIST_PLANS] = RAPPORT_SECTION_SCENARIOS,
    [RAPPORT_LIST_SCENARIOS] = RAPPORT_SECTION_SCENARIOS, [RAPPORT_LIST_STAGES] = RAPPORT_SECTION_VALUE_CHAIN,
    [RAPPORT_LIST_TOPICS] = RAPPORT_SECTION_PRICE,
};

static bool is_list(int32_t list)
{
    return list >= RAPPORT_LIST_SKILLS && list < RAPPORT_LIST_END;
}

/* The ledger, made when something is put into it first; NULL without memory. */
static rapport__ledger *need_ledger(rapport_assessment *assessment)
{
    if (!assessment->ledger)
        assessment->ledger = rapport__arena_alloc(&assessment->arena, 1, sizeof *assessment->ledger);
    return assessment->ledger;
}

void rapport__ledger_destroy(rapport_assessment *assessment)
{
    const rapport_allocator *mem = rapport__assessment_memory(assessment);
    rapport__ledger *ledger = assessment->ledger;
    if (!ledger)
        return;
    for (uint32_t i = 0; i < RAPPORT_LIST_END; i++) {
        rapport__index_clear(&ledger->rolls[i].index, mem);
        rapport__free(mem, ledger->rolls[i].ids);
        rapport__free(mem, ledger->rolls[i].titles);
    }
    for (uint32_t i = 0; i < RAPPORT_ENTRY_END; i++)
        rapport__free(mem, ledger->tables[i].rows);
}

rapport_status rapport_ledger_add_item(rapport_assessment *assessment, int32_t list, const char *id, uint32_t *item,
                                       rapport_error *error)
{
    const rapport_allocator *mem = rapport__assessment_memory(assessment);
    rapport__ledger *ledger;
    rapport__roll *roll;
    const char *copy;
    if (!is_list(list) || !id)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/measures", "there is no such list, or the id is NULL");
    if (list == RAPPORT_LIST_SKILLS)
        return rapport_assessment_add_skill(assessment, id, 0, item, error);
    if (!rapport__id_valid(id))
        return FAIL(error, RAPPORT_BAD_VALUE, "/measures", "\"", id,
                    "\" is no id: 1 to 64 characters of a-z 0-9 . _ -, and not \"x\"");
    if (!(ledger = need_ledger(assessment)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    roll = &ledger->rolls[list];
    if (rapport__index_find(&roll->index, id) != RAPPORT_NONE)
        return FAIL(error, RAPPORT_DUPLICATE, "/measures", "the id \"", id, "\" is taken");
    if (roll->count == RAPPORT_MAX_LISTED)
        return FAIL(error, RAPPORT_LIMIT, "/measures", "a list of measures has at most 1024 items");
    if (!(copy = rapport__arena_text(&assessment->arena, id, strlen(id))) ||
        rapport__reserve(mem, &roll->ids, &roll->capacity, roll->count + 1, sizeof *roll->ids) ||
        rapport__index_add(&roll->index, mem, copy, roll->count))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    if (item)
        *item = roll->count;
    roll->ids[roll->count++] = copy;
    if (section_of_list[list])
        ledger->sections[section_of_list[list]] = true;
    return RAPPORT_OK;
}

uint32_t rapport_ledger_count_items(const rapport_assessment *assessment, int32_t list)
{
    if (list == RAPPORT_LIST_SKILLS)
        return assessment->skill_count;
    return is_list(list) && assessment->ledger ? assessment->ledger->rolls[list].count : 0;
}

uint32_t rapport_ledger_find_item(const rapport_assessment *assessment, int32_t list, const char *id)
{
    if (!is_list(list) || !id)
        return RAPPORT_NONE;
    if (list == RAPPORT_LIST_SKILLS)
        return rapport__index_find(&assessment->skill_index, id);
    return assessment->ledger ? rapport__index_find(&assessment->ledger->rolls[list].index, id) : RAPPORT_NONE;
}

const char *rapport_ledger_item_id(const rapport_assessment *assessment, int32_t list, uint32_t item)
{
    if (item >= rapport_ledger_count_items(assessment, list))
        return NULL;
    return list == RAPPORT_LIST_SKILLS ? assessment->skills[item].id : assessment->ledger->rolls[list].ids[item];
}

rapport_status rapport_ledger_add_section(rapport_assessment *assessment, int32_t section, rapport_error *error)
{
    if (section < RAPPORT_SECTION_CONTRIBUTIONS || section >= RAPPORT_SECTION_END)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/measures", "there is no such section");
    if (!need_ledger(assessment))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    assessment->ledger->sections[section] = true;
    return RAPPORT_OK;
}

int32_t rapport_ledger_has_section(const rapport_assessment *assessment, int32_t section)
{
    return section >= RAPPORT_SECTION_CONTRIBUTIONS && section < RAPPORT_SECTION_END &&
           rapport__has_section(assessment, section);
}

static uint32_t count_along(const rapport_assessment *assessment, uint32_t axis)
{
    if (axis == NOTHING)
        return 1; /* only number 0 */
    return axis == PARTY ? assessment->party_count : rapport_ledger_count_items(assessment, (int32_t)axis);
}

/* Whether a table is there, with what an entry of it is to belong to; if so, where the entry is. */
static bool find_place(const rapport_assessment *assessment, int32_t table, const uint32_t *numbers, uint32_t *row,
                       uint32_t *column)
{
    const shape *s;
    if (table < RAPPORT_ENTRY_CONTRIBUTION || table >= RAPPORT_ENTRY_END)
        return false;
    s = &shapes[table];
    for (uint32_t i = 0; i < 3; i++)
        if (numbers[i] >= count_along(assessment, s->axes[i]))
            return false;
    *row = s->axes[2] ? numbers[0] * RAPPORT_MAX_PARTIES + numbers[1] : s->axes[1] ? numbers[0] : 0;
    *column = numbers[s->axes[2] ? 2 : s->axes[1] ? 1 : 0];
    return true;
}

static bool is_whole(double value, uint32_t count)
{
    return value >= 0 && value < count && (double)(uint32_t)value == value;
}

static bool value_valid(const rapport_assessment *assessment, const shape *s, double value)
{
    const rapport__content *content = &assessment->model->content;
    switch (s->kind) {
    case FLAG:
        return is_whole(value, 2);
    case SKILL_NUMBER:
        return is_whole(value, assessment->skill_count);
    case PARTY_NUMBER:
        return is_whole(value, assessment->party_count);
    case CRITERION_NUMBER:
        return is_whole(value, content->node_count) && content->nodes[(uint32_t)value].kind == RAPPORT_CRITERION;
    default:
        return value >= s->least && value <= s->most;
    }
}

/* Makes room for a column in a row, in proportion to the column. */
static bool widen(rapport_assessment *assessment, rapport__entries *entries, uint32_t column)
{
    rapport__entries wider = {.room = 4};
    while (wider.room <= column)
        wider.room *= 2;
    wider.values = rapport__arena_alloc(&assessment->arena, wider.room, sizeof *wider.values);
    wider.there = rapport__arena_alloc(&assessment->arena, wider.room, 1);
    if (!wider.values || !wider.there)
        return false;
    if (entries->room) {
        memcpy(wider.values, entries->values, entries->room * sizeof *wider.values);
        memcpy(wider.there, entries->there, entries->room);
    }
    *entries = wider;
    return true;
}

rapport_status rapport_ledger_set_entry(rapport_assessment *assessment, int32_t table, uint32_t first, uint32_t second,
                                        uint32_t third, double value, rapport_error *error)
{
    const uint32_t numbers[] = {first, second, third};
    char path[sizeof error->path] = "/measures";
    uint32_t row, column;
    rapport__table *in;
    if (!find_place(assessment, table, numbers, &row, &column))
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/measures", "there is no such table, party or item");
    if (!value_valid(assessment, &shapes[table], value)) {
        rapport__append_key(path, sizeof path, shapes[table].name);
        return FAIL(error, RAPPORT_BAD_VALUE, path, shapes[table].name, " is out of range");
    }
    if (!need_ledger(assessment))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    in = &assessment->ledger->tables[table];
    if (rapport__reserve(rapport__assessment_memory(assessment), &in->rows, &in->capacity, row + 1, sizeof *in->rows) ||
        (column >= in->rows[row].room && !widen(assessment, &in->rows[row], column)))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    in->rows[row].values[column] = value + 0.0;
    in->rows[row].there[column] = 1;
    in->count = row >= in->count ? row + 1 : in->count;
    if (shapes[table].section)
        assessment->ledger->sections[shapes[table].section] = true;
    else
        assessment->has_skills = true;
    return RAPPORT_OK;
}

bool rapport__find_entry(const rapport_assessment *assessment, int32_t table, uint32_t row, uint32_t column, double *value)
{
    const rapport__table *in = assessment->ledger ? &assessment->ledger->tables[table] : NULL;
    if (!in || row >= in->count || column >= in->rows[row].room || !in->rows[row].there[column])
        return false;
    *value = in->rows[row].values[column];
    return true;
}

double rapport__entry(const rapport_assessment *assessment, int32_t table, uint32_t row, uint32_t column, double otherwise)
{
    (void)rapport__find_entry(assessment, table, row, column, &otherwise);
    return otherwise;
}

rapport_status rapport_ledger_get_entry(const rapport_assessment *assessment, int32_t table, uint32_t first, uint32_t second,
                                        uint32_t third, double *value)
{
    const uint32_t numbers[] = {first, second, third};
    uint32_t row, column, section;
    double found;
    if (!find_place(assessment, table, numbers, &row, &column))
        return RAPPORT_BAD_ARGUMENT;
    section = shapes[table].section;
    if (section ? !rapport__has_section(assessment, (int32_t)section) : !assessment->has_skills)
        return RAPPORT_NOT_FOUND;
    if (!rapport__find_entry(assessment, table, row, column, &found))
        return RAPPORT_UNDEFINED;
    if (value)
        *value = found;
    return RAPPORT_OK;
}
