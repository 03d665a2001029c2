/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The criteria tree. First a list of all nodes and their ids, then what each of them says. */
#include "io/model_read.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"

/* Adds the object at `value` to the list; false ends the listing. */
static bool list_node(rapport__model_reading *m, rapport__json_value value, uint32_t parent)
{
    rapport__reading *r = m->r;
    rapport__json_value id = rapport__json_find(r->doc, value, "id");
    const char *text = id == RAPPORT_NONE ? "" : rapport__json_text(r->doc, id, NULL);
    rapport__node_read node = {.value = value, .parent = parent, .number = RAPPORT_NONE, .weight = 1};
    if (m->node_count == RAPPORT_MAX_NODES - 1) {
        REPORT(r, RAPPORT_LIMIT, value, "a model has at most 65536 nodes, the root included");
        return false;
    }
    if (rapport__reserve(&r->mem, &m->node_list, &m->node_capacity, m->node_count + 1, sizeof node)) {
        r->out_of_memory = true;
        return false;
    }
    node.children = rapport__json_find(r->doc, value, "criteria");
    if (rapport__id_valid(text) && rapport__names_add(r, &m->nodes, id, (rapport__name){text, value, m->node_count}))
        node.id = text;
    m->node_list[m->node_count++] = node;
    return !r->out_of_memory;
}

/* The JSON reader's own limit of depth keeps the stack from running over. */
static void list_nodes(rapport__model_reading *m, rapport__json_value criteria)
{
    rapport__reading *r = m->r;
    struct {
        rapport__json_value next;
        uint32_t parent;
    } stack[RAPPORT__JSON_DEPTH];
    uint32_t depth = 1;
    stack[0].next = rapport__json_first(r->doc, criteria);
    stack[0].parent = RAPPORT_NONE;
    while (depth) {
        rapport__json_value value = stack[depth - 1].next, children;
        if (value == RAPPORT_NONE) {
            depth--;
            continue;
        }
        stack[depth - 1].next = rapport__json_next(r->doc, value);
        if (!list_node(m, value, stack[depth - 1].parent))
            return;
        children = m->node_list[m->node_count - 1].children;
        if (children == RAPPORT_NONE || rapport__json_type_of(r->doc, children) != RAPPORT__JSON_ARRAY)
            continue;
        if (depth == RAPPORT_MAX_DEPTH + 1) {
            REPORT(r, RAPPORT_LIMIT, value, "groups nest at most 32 deep");
            m->node_list[m->node_count - 1].id = NULL; /* not for the draft, nor what is in it */
        }
        stack[depth].next = rapport__json_first(r->doc, children);
        stack[depth++].parent = m->node_count - 1;
    }
}

enum { ID, TITLE, DESCRIPTION, QUESTION, WEIGHT, INFORMATIONAL, TARGET, CRITERIA, POWER, SCALE, TOGETHER, ANCHORS, KEYS };

static const char *const keys[KEYS] = {"id",     "title",    "description", "question", "weight",   "informational",
                                       "target", "criteria", "power",       "scale",    "together", "anchors"};

typedef struct node_values {
    rapport__json_value at[KEYS];
    bool informational, has_target, has_power;
    int32_t together;
    double target, power;
    const rapport__scale_read *scale; /* NULL: not known, or not good */
} node_values;

static void refuse_strangers(rapport__reading *r, const node_values *v, bool group)
{
    for (uint32_t i = POWER; i < KEYS; i++)
        if (v->at[i] != RAPPORT_NONE && i != SCALE && (i == POWER) != group)
            REPORT_KEY(r, RAPPORT_BAD_DOCUMENT, v->at[i], "\"", keys[i], "\" belongs to ",
                       group ? "criteria, not to groups" : "groups, not to criteria");
}

static const rapport__scale_read *read_scale_name(rapport__model_reading *m, rapport__json_value value)
{
    const rapport__name *name;
    if (!rapport__is_type(m->r, value, RAPPORT__JSON_STRING))
        return NULL;
    name = rapport__names_find(&m->scales, rapport__json_text(m->r->doc, value, NULL));
    if (!name) {
        rapport__report_unknown(m->r, &m->scales, value, false, "scale");
        return NULL;
    }
    return m->scale_list[name->number].kind ? &m->scale_list[name->number] : NULL;
}

static void check_children(rapport__reading *r, rapport__json_value list)
{
    if (rapport__is_type(r, list, RAPPORT__JSON_ARRAY) && !rapport__json_count(r->doc, list))
        REPORT(r, RAPPORT_BAD_VALUE, list, "criteria must not be empty");
}

/* Whether the anchors are as many as the levels; what each says is read later. */
static void check_anchors(rapport__reading *r, const node_values *v)
{
    if (!rapport__is_type(r, v->at[ANCHORS], RAPPORT__JSON_ARRAY) || !v->scale)
        return;
    if (v->scale->kind != RAPPORT_LEVELS)
        REPORT(r, RAPPORT_BAD_VALUE, v->at[ANCHORS], "only a criterion on a scale of levels has anchors");
    else if (rapport__json_count(r->doc, v->at[ANCHORS]) != v->scale->levels)
        REPORT(r, RAPPORT_BAD_VALUE, v->at[ANCHORS], "there must be one anchor for each level of the scale");
}

static void read_values(rapport__model_reading *m, rapport__node_read *node, node_values *v)
{
    static const char *const rules[] = {"mean", "min", "max"}; /* RAPPORT_MEAN, RAPPORT_MIN, RAPPORT_MAX */
    rapport__reading *r = m->r;
    bool group = v->at[CRITERIA] != RAPPORT_NONE;
    rapport__read_id(r, v->at[ID], &(const char *){NULL});
    if (group == (v->at[SCALE] != RAPPORT_NONE))
        LACKS(r, node->value, "a node needs exactly one of \"criteria\" (a group) and \"scale\" (a criterion)", "criteria",
              "scale");
    else
        refuse_strangers(r, v, group);
    check_children(r, v->at[CRITERIA]);
    rapport__read_weight(r, v->at[WEIGHT], true, &node->weight);
    rapport__read_boolean(r, v->at[INFORMATIONAL], &v->informational);
    v->has_target = rapport__read_number(r, v->at[TARGET], 0, 100, &v->target);
    v->has_power = rapport__read_power(r, v->at[POWER], &v->power);
    WORD(r, v->at[TOGETHER], rules, &v->together);
    v->scale = read_scale_name(m, v->at[SCALE]);
    check_anchors(r, v);
}

/* Adds the node to the draft, unless something above it is missing there. */
static void add_node(rapport__model_reading *m, rapport__node_read *node, const node_values *v)
{
    rapport__reading *r = m->r;
    uint32_t parent = node->parent == RAPPORT_NONE ? RAPPORT_ROOT : m->node_list[node->parent].number;
    rapport_status status;
    if (parent == RAPPORT_NONE || !node->id || (!v->scale && v->at[SCALE] != RAPPORT_NONE))
        return;
    status = v->scale ? rapport_draft_add_criterion(m->draft, parent, node->id, node->weight, v->scale->number, &node->number,
                                                    &r->told)
                      : rapport_draft_add_group(m->draft, parent, node->id, node->weight, &node->number, &r->told);
    if (!rapport__built(r, node->value, status))
        return;
    if (v->informational)
        rapport__built(r, v->at[INFORMATIONAL], rapport_draft_set_informational(m->draft, node->number, 1, &r->told));
    if (v->has_target)
        rapport__built(r, v->at[TARGET], rapport_draft_set_target(m->draft, node->number, v->target, &r->told));
    if (v->has_power)
        rapport__built(r, v->at[POWER], rapport_draft_set_power(m->draft, node->number, v->power, &r->told));
    if (v->scale)
        rapport__built(r, node->value, rapport_draft_set_together(m->draft, node->number, v->together, &r->told));
}

static void read_labels(rapport__model_reading *m, const rapport__node_read *node, const node_values *v)
{
    rapport__reading *r = m->r;
    uint32_t level = 1;
    rapport__read_part_label(m, v->at[TITLE], RAPPORT_OF_NODE, node->number, 0, RAPPORT_TITLE);
    rapport__read_part_label(m, v->at[DESCRIPTION], RAPPORT_OF_NODE, node->number, 0, RAPPORT_DESCRIPTION);
    rapport__read_part_label(m, v->at[QUESTION], RAPPORT_OF_NODE, node->number, 0, RAPPORT_QUESTION);
    if (v->at[ANCHORS] == RAPPORT_NONE || rapport__json_type_of(r->doc, v->at[ANCHORS]) != RAPPORT__JSON_ARRAY)
        return;
    for (rapport__json_value anchor = rapport__json_first(r->doc, v->at[ANCHORS]); anchor != RAPPORT_NONE;
         anchor = rapport__json_next(r->doc, anchor))
        rapport__read_part_label(m, anchor, RAPPORT_OF_NODE, node->number, level++, RAPPORT_ANCHOR);
}

void rapport__read_nodes(rapport__model_reading *m, rapport__json_value value)
{
    rapport__reading *r = m->r;
    check_children(r, value);
    if (value == RAPPORT_NONE || rapport__json_type_of(r->doc, value) != RAPPORT__JSON_ARRAY)
        return;
    list_nodes(m, value);
    for (uint32_t i = 0; i < m->node_count && !r->out_of_memory; i++) {
        rapport__node_read *node = &m->node_list[i];
        node_values v = {.together = RAPPORT_MEAN};
        uint32_t before = r->count;
        if (!MEMBERS(r, node->value, keys, TITLE, v.at))
            continue;
        read_values(m, node, &v);
        if (r->count == before)
            add_node(m, node, &v);
        read_labels(m, node, &v);
    }
}
