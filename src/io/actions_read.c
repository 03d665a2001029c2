/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The document rapport-actions/1. */
#include <string.h>

#include "base/error.h"
#include "base/number.h"
#include "io/names.h"
#include "rapport/document.h"

enum { FORMAT, ACTIONS, REQUIRED, BUDGET = REQUIRED, PHASES, KEYS };
enum { PHASE_ID, CAPACITY, PHASE_KEYS };
enum { ID, COST, NEEDED, TITLE = NEEDED, EFFECTS, REQUIRES, EXCLUDES, PHASE, ACTION_KEYS };
enum { POINTS, LEVELS, TO_LEVEL, PARTY, EFFECT_KEYS };

static const char *const keys[KEYS] = {"format", "actions", "budget", "phases"};
static const char *const phase_keys[PHASE_KEYS] = {"id", "capacity"};
static const char *const action_keys[ACTION_KEYS] = {"id", "cost", "title", "effects", "requires", "excludes", "phase"};
static const char *const effect_keys[EFFECT_KEYS] = {"points", "levels", "to_level", "party"};

#define MOST 1e300

typedef struct actions_reading {
    rapport__reading r;
    const rapport_assessment *assessment;
    const rapport_model *model;
    rapport_actions *actions;
    rapport__names phases, names, parties, criteria;
    rapport__json_value list;
} actions_reading;

/* The parties and criteria that effects may name. */
static void know_names(actions_reading *a)
{
    for (uint32_t p = 0; p < rapport_assessment_count_parties(a->assessment); p++)
        rapport__names_add(&a->r, &a->parties, RAPPORT__JSON_ROOT,
                           (rapport__name){rapport_assessment_party_id(a->assessment, p), RAPPORT__JSON_ROOT, p});
    for (uint32_t i = 1; i < rapport_model_count_nodes(a->model); i++)
        rapport__names_add(&a->r, &a->criteria, RAPPORT__JSON_ROOT,
                           (rapport__name){rapport_model_part_id(a->model, RAPPORT_OF_NODE, i, 0), RAPPORT__JSON_ROOT, i});
}

/* An amount of money; false unless it is there and right. */
static bool read_amount(actions_reading *a, rapport__json_value value, double *out)
{
    char subject[RAPPORT__WORDS], words[RAPPORT__WORDS];
    if (!rapport__is_type(&a->r, value, RAPPORT__JSON_NUMBER))
        return false;
    *out = rapport__json_number(a->r.doc, value);
    if (*out == 0 || (*out >= 1e-6 && *out <= MOST))
        return true;
    REPORT(&a->r, RAPPORT_BAD_VALUE, value, rapport__subject(&a->r, value, subject), " must be 0 or 1e-6 to 1e300, not ",
           rapport__words(&a->r, value, words));
    return false;
}

static void read_phases(actions_reading *a, rapport__json_value list)
{
    rapport__reading *r = &a->r;
    if (!rapport__is_type(r, list, RAPPORT__JSON_ARRAY))
        return;
    for (rapport__json_value v = rapport__json_first(r->doc, list); v != RAPPORT_NONE; v = rapport__json_next(r->doc, v)) {
        rapport__json_value at[PHASE_KEYS];
        const char *id;
        double capacity;
        uint32_t index;
        if (!rapport__read_members(r, v, phase_keys, PHASE_KEYS, PHASE_KEYS, at))
            continue;
        if (!rapport__read_id(r, at[PHASE_ID], &id) || !read_amount(a, at[CAPACITY], &capacity))
            continue;
        if (rapport__names_add(r, &a->phases, at[PHASE_ID], (rapport__name){id, v, a->phases.count}))
            rapport__built(r, v, rapport_actions_add_phase(a->actions, id, capacity, &index, &r->told));
    }
}

static void read_action(actions_reading *a, rapport__json_value value)
{
    rapport__reading *r = &a->r;
    rapport__json_value at[ACTION_KEYS];
    const char *id = NULL, *title = NULL, *phase;
    double cost = 0;
    uint32_t before = r->count, phase_index = RAPPORT_NONE;
    rapport__name *found;
    if (!rapport__read_members(r, value, action_keys, ACTION_KEYS, NEEDED, at))
        return;
    (void)rapport__read_id(r, at[ID], &id);
    (void)read_amount(a, at[COST], &cost);
    (void)rapport__read_text(r, at[TITLE], 1, 1000, &title);
    if (rapport__read_text(r, at[PHASE], 1, RAPPORT_MAX_ID, &phase)) {
        if ((found = rapport__names_find(&a->phases, phase)))
            phase_index = found->number;
        else
            rapport__report_unknown(r, &a->phases, at[PHASE], false, "phase");
    }
    if (r->count != before || !id || !rapport__names_add(r, &a->names, at[ID], (rapport__name){id, value, a->names.count}))
        return;
    rapport__built(r, value, rapport_actions_add(a->actions, id, title, cost, phase_index, NULL, &r->told));
}

/* A level by number or id. */
static bool read_level(actions_reading *a, rapport__json_value value, uint32_t node, double *out)
{
    rapport_node is = {.struct_size = sizeof is};
    int64_t level = 0;
    char words[RAPPORT__WORDS];
    (void)rapport_model_get_node(a->model, node, &is);
    if (rapport__json_type_of(a->r.doc, value) == RAPPORT__JSON_STRING) {
        const char *id = rapport__json_text(a->r.doc, value, NULL);
        level = *id ? rapport_model_find_step(a->model, is.scale, id) : 0;
    } else {
        (void)rapport__json_integer(a->r.doc, value, &level);
    }
    *out = (double)level;
    if (rapport_model_scale_kind(a->model, is.scale) != RAPPORT_LEVELS ||
        (level >= 1 && level <= (int64_t)rapport_model_count_steps(a->model, is.scale)))
        return true; /* the builder has the words for what is not on levels */
    REPORT(&a->r, RAPPORT_BAD_VALUE, value, "to_level must be the number or id of a level of the scale, not ",
           rapport__words(&a->r, value, words));
    return false;
}

static void read_effect(actions_reading *a, uint32_t action, uint32_t node, rapport__json_value value)
{
    rapport__reading *r = &a->r;
    rapport__json_value at[EFFECT_KEYS];
    uint32_t before = r->count, party = RAPPORT_NONE, given = 0;
    const char *id;
    double amount = 0;
    int kind = POINTS;
    if (!rapport__read_members(r, value, effect_keys, EFFECT_KEYS, 0, at))
        return;
    for (int i = POINTS; i <= TO_LEVEL; i++)
        if (at[i] != RAPPORT_NONE) {
            kind = i;
            given++;
        }
    if (given != 1) {
        LACKS(r, value, "an effect has exactly one of \"points\", \"levels\" and \"to_level\"", "points", "levels", "to_level");
        return;
    }
    if (rapport__read_text(r, at[PARTY], 1, RAPPORT_MAX_ID, &id)) {
        const rapport__name *found = rapport__names_find(&a->parties, id);
        if (found)
            party = found->number;
        else
            rapport__report_unknown(r, &a->parties, at[PARTY], false, "party");
    }
    if (kind == TO_LEVEL ? read_level(a, at[kind], node, &amount) : rapport__read_number(r, at[kind], 0, 100, &amount))
        if (r->count == before)
            rapport__built(
                r, at[kind],
                rapport_actions_add_effect(a->actions, action, node, party, RAPPORT_EFFECT_POINTS + kind, amount, &r->told));
}

static bool is_group(const actions_reading *a, uint32_t node)
{
    rapport_node is = {.struct_size = sizeof is};
    (void)rapport_model_get_node(a->model, node, &is);
    return is.kind == RAPPORT_GROUP;
}

static void read_effects(actions_reading *a, uint32_t action, rapport__json_value value)
{
    rapport__reading *r = &a->r;
    if (!rapport__is_type(r, value, RAPPORT__JSON_OBJECT))
        return;
    for (rapport__json_value v = rapport__json_first(r->doc, value); v != RAPPORT_NONE && !r->out_of_memory;
         v = rapport__json_next(r->doc, v)) {
        const rapport__name *node;
        if (rapport__read_extra(r, v))
            continue;
        if (!(node = rapport__names_find(&a->criteria, rapport__json_key(r->doc, v, NULL)))) {
            rapport__report_unknown(r, &a->criteria, v, true, "criterion");
            continue;
        }
        if (is_group(a, node->number)) {
            REPORT_KEY(r, RAPPORT_BAD_VALUE, v, "\"", node->id, "\" is a group; only criteria have effects");
            continue;
        }
        if (rapport__json_type_of(r->doc, v) != RAPPORT__JSON_ARRAY) {
            read_effect(a, action, node->number, v);
            continue;
        }
        for (rapport__json_value each = rapport__json_first(r->doc, v); each != RAPPORT_NONE;
             each = rapport__json_next(r->doc, each))
            read_effect(a, action, node->number, each);
    }
}

typedef rapport_status (*add_link)(rapport_actions *actions, uint32_t action, uint32_t other, rapport_error *error);

static void read_links(actions_reading *a, uint32_t action, rapport__json_value list, add_link add)
{
    rapport__reading *r = &a->r;
    const char *id;
    if (!rapport__is_type(r, list, RAPPORT__JSON_ARRAY))
        return;
    for (rapport__json_value v = rapport__json_first(r->doc, list); v != RAPPORT_NONE && !r->out_of_memory;
         v = rapport__json_next(r->doc, v)) {
        const rapport__name *found;
        if (!rapport__read_text(r, v, 0, RAPPORT_MAX_DOCUMENT, &id))
            continue;
        if ((found = rapport__names_find(&a->names, id)))
            rapport__built(r, v, add(a->actions, action, found->number, &r->told));
        else
            rapport__report_unknown(r, &a->names, v, false, "action");
    }
}

/* What may name other actions, once all are known. */
static void read_relations(actions_reading *a)
{
    rapport__reading *r = &a->r;
    uint32_t action = 0;
    for (rapport__json_value v = rapport__json_first(r->doc, a->list); v != RAPPORT_NONE && !r->out_of_memory;
         v = rapport__json_next(r->doc, v), action++) {
        read_effects(a, action, rapport__json_find(r->doc, v, "effects"));
        read_links(a, action, rapport__json_find(r->doc, v, "requires"), rapport_actions_add_requirement);
        read_links(a, action, rapport__json_find(r->doc, v, "excludes"), rapport_actions_add_exclusion);
    }
}

/* Names a few members of a circle at the first one that the document has. */
static void report_circle(actions_reading *a)
{
    uint32_t members[6], count = 0;
    char words[200] = "";
    if (rapport_actions_find_circle(a->actions, members, 6, &count)) {
        a->r.out_of_memory = true;
        return;
    }
    if (!count)
        return;
    for (uint32_t i = 0; i < count && i < 6; i++) {
        rapport__append(words, sizeof words, i ? " > " : "");
        rapport__append(words, sizeof words, rapport_actions_id(a->actions, members[i]));
    }
    rapport__append(words, sizeof words, count > 6 ? " > ... > " : " > ");
    rapport__append(words, sizeof words, rapport_actions_id(a->actions, members[0]));
    REPORT(&a->r, RAPPORT_BAD_VALUE, rapport__json_find(a->r.doc, a->names.items[members[0]].value, "requires"),
           "actions require each other in a circle: ", words);
}

static void read_document(actions_reading *a)
{
    rapport__reading *r = &a->r;
    rapport__json_value at[KEYS];
    double budget;
    if (!rapport__is_type(r, RAPPORT__JSON_ROOT, RAPPORT__JSON_OBJECT) ||
        !rapport__read_format(r, rapport__json_find(r->doc, RAPPORT__JSON_ROOT, "format"), "rapport-actions/1") ||
        !MEMBERS(r, RAPPORT__JSON_ROOT, keys, REQUIRED, at))
        return;
    know_names(a);
    if (at[BUDGET] != RAPPORT_NONE && read_amount(a, at[BUDGET], &budget))
        rapport__built(r, at[BUDGET], rapport_actions_set_budget(a->actions, budget, &r->told));
    read_phases(a, at[PHASES]);
    a->list = at[ACTIONS];
    if (!rapport__is_type(r, a->list, RAPPORT__JSON_ARRAY))
        return;
    for (rapport__json_value v = rapport__json_first(r->doc, a->list); v != RAPPORT_NONE && !r->out_of_memory;
         v = rapport__json_next(r->doc, v))
        read_action(a, v);
    if (r->count || r->out_of_memory)
        return;
    read_relations(a);
    if (!r->count && !r->out_of_memory)
        report_circle(a);
}

rapport_status rapport_actions_read(const char *json, int64_t length, const rapport_assessment *assessment,
                                    const rapport_allocator *allocator, rapport_actions **out, rapport_error *error)
{
    actions_reading a = {.assessment = assessment};
    rapport_error first;
    rapport_status status;
    if (!out || !assessment)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "", "the assessment or out is NULL");
    *out = NULL;
    a.model = rapport_assessment_model(assessment);
    status = rapport__reading_init(&a.r, json, length, allocator, &first, 1);
    if (!status && a.r.doc) {
        if (rapport_actions_create(a.model, allocator, &a.actions))
            a.r.out_of_memory = true;
        else
            read_document(&a);
        rapport__names_free(&a.phases, &a.r.mem);
        rapport__names_free(&a.names, &a.r.mem);
        rapport__names_free(&a.parties, &a.r.mem);
        rapport__names_free(&a.criteria, &a.r.mem);
    }
    status = rapport__reading_finish(&a.r, status, &first, error);
    if (!status) {
        *out = a.actions;
        return RAPPORT_OK;
    }
    rapport_actions_destroy(a.actions);
    return status;
}
