/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* The criteria tree of a canonical document. */
#include "model/canonical.h"

static void put_anchors(rapport__canonical *c, uint32_t node)
{
    uint32_t count, first, steps = c->content->scales[c->content->nodes[node].scale].step_count;
    size_t list;
    rapport__model_find_labels(c->model, RAPPORT_OF_NODE, node, 1, RAPPORT_ANCHOR, &count);
    if (c->meaning || !count)
        return;
    list = rapport__canonical_enter(c, "anchors");
    rapport__json_put_key(&c->json, "anchors");
    rapport__json_begin_array(&c->json, RAPPORT__JSON_LINES);
    for (uint32_t step = 1; step <= steps; step++) {
        size_t length = rapport__canonical_enter_index(c, step - 1);
        first = rapport__model_find_labels(c->model, RAPPORT_OF_NODE, node, step, RAPPORT_ANCHOR, &count);
        rapport__canonical_languages(c, &c->content->labels[first], count);
        rapport__canonical_leave(c, length);
    }
    rapport__json_end(&c->json);
    rapport__canonical_leave(c, list);
}

/* The keys of a node that come before its children ("criteria"), and those after. */
static void open_node(rapport__canonical *c, uint32_t node)
{
    rapport__canonical_open(c);
    if (c->content->nodes[node].kind == RAPPORT_CRITERION)
        put_anchors(c, node);
}

static void close_node(rapport__canonical *c, uint32_t index)
{
    static const char *const rules[] = {"mean", "min", "max"};
    const rapport__node *node = &c->content->nodes[index];
    bool group = node->kind == RAPPORT_GROUP;
    rapport__canonical_label(c, "description", RAPPORT_OF_NODE, index, 0, RAPPORT_DESCRIPTION);
    rapport__canonical_text(c, "id", node->id);
    if (node->informational)
        rapport__canonical_true(c, "informational");
    if (group)
        rapport__canonical_power(c, node->power);
    rapport__canonical_label(c, "question", RAPPORT_OF_NODE, index, 0, RAPPORT_QUESTION);
    if (!group)
        rapport__canonical_text(c, "scale", c->content->scales[node->scale].id);
    if (node->own_target)
        rapport__canonical_number(c, "target", node->target);
    rapport__canonical_label(c, "title", RAPPORT_OF_NODE, index, 0, RAPPORT_TITLE);
    if (node->together != RAPPORT_MEAN)
        rapport__canonical_text(c, "together", rules[node->together]);
    if (node->weight != 1)
        rapport__canonical_number(c, "weight", node->weight);
    rapport__canonical_close(c);
}

typedef struct level { /* a group whose children are being written */
    uint32_t group, children;
    size_t list, item; /* lengths of the path around "criteria" and around the child at hand */
} level;

static void open_children(rapport__canonical *c, level *of, uint32_t group)
{
    of->group = group;
    of->children = 0;
    of->list = rapport__canonical_enter(c, "criteria");
    rapport__json_put_key(&c->json, "criteria");
    rapport__json_begin_array(&c->json, RAPPORT__JSON_LINES);
}

static void close_children(rapport__canonical *c, const level *of)
{
    rapport__json_end(&c->json);
    rapport__canonical_leave(c, of->list);
}

/* Walks the tree in model order; an open group is closed when the walk leaves it. */
void rapport__canonical_nodes(rapport__canonical *c)
{
    const rapport__node *nodes = c->content->nodes;
    level levels[RAPPORT_MAX_DEPTH + 1], *now = levels;
    open_children(c, now, RAPPORT_ROOT);
    for (uint32_t at = 1; at < c->content->node_count; at++) {
        while (at == nodes[now->group].end) {
            close_children(c, now);
            close_node(c, now->group);
            now--;
            rapport__canonical_leave(c, now->item);
        }
        now->item = rapport__canonical_enter_index(c, now->children++);
        open_node(c, at);
        if (nodes[at].kind == RAPPORT_GROUP) {
            open_children(c, ++now, at);
        } else {
            close_node(c, at);
            rapport__canonical_leave(c, now->item);
        }
    }
    for (; now > levels; rapport__canonical_leave(c, now->item)) {
        close_children(c, now);
        close_node(c, now->group);
        now--;
    }
    close_children(c, now);
}
