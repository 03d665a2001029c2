/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Groups and criteria of a draft. */
#include "model/draft.h"

#include <math.h>

static rapport__node *find_node(rapport_draft *draft, uint32_t node)
{
    return node < draft->content.node_count ? &draft->content.nodes[node] : NULL;
}

static rapport_status no_node(rapport_error *error, const char *what)
{
    return FAIL(error, RAPPORT_BAD_ARGUMENT, "/criteria", "there is no such ", what);
}

static void append_child(rapport__node *nodes, uint32_t parent, uint32_t child)
{
    if (nodes[parent].last == RAPPORT_NONE)
        nodes[parent].first = child;
    else
        nodes[nodes[parent].last].next = child;
    nodes[parent].last = child;
}

static rapport_status add_node(rapport_draft *draft, uint32_t parent, const char *id, double weight, int32_t kind,
                               uint32_t scale, uint32_t *index, rapport_error *error)
{
    rapport__content *content = &draft->content;
    const rapport_allocator *mem = rapport__draft_memory(draft);
    rapport__node *group = find_node(draft, parent), node = {0};
    rapport_status status;
    if (!group || group->kind != RAPPORT_GROUP)
        return no_node(error, "group");
    if ((status = rapport__need_new_id(draft, &content->node_index, "criteria", id, &node.id, error)) ||
        (status = rapport__need_weight(error, AT("criteria", id, "weight"), weight)))
        return status;
    node.depth = group->depth + 1;
    if (kind == RAPPORT_GROUP && node.depth > RAPPORT_MAX_DEPTH)
        return REFUSE(error, RAPPORT_LIMIT, AT("criteria", id, NULL), "groups nest at most 32 deep");
    if (content->node_count == RAPPORT_MAX_NODES)
        return REFUSE(error, RAPPORT_LIMIT, AT("criteria", id, NULL), "a model has at most 65536 nodes");
    if (rapport__reserve(mem, &content->nodes, &content->node_capacity, content->node_count + 1, sizeof node) ||
        rapport__index_add(&content->node_index, mem, node.id, content->node_count))
        return rapport__fail_plainly(error, RAPPORT_NO_MEMORY);
    node.weight = weight + 0.0;
    node.power = 1;
    node.kind = kind;
    node.parent = parent;
    node.scale = scale;
    node.first = node.last = node.next = RAPPORT_NONE;
    content->nodes[content->node_count] = node;
    append_child(content->nodes, parent, content->node_count);
    if (index)
        *index = content->node_count;
    content->node_count++;
    return RAPPORT_OK;
}

rapport_status rapport_draft_add_group(rapport_draft *draft, uint32_t parent, const char *id, double weight, uint32_t *node,
                                       rapport_error *error)
{
    return add_node(draft, parent, id, weight, RAPPORT_GROUP, RAPPORT_NONE, node, error);
}

rapport_status rapport_draft_add_criterion(rapport_draft *draft, uint32_t parent, const char *id, double weight, uint32_t scale,
                                           uint32_t *node, rapport_error *error)
{
    if (scale >= draft->content.scale_count)
        return FAIL(error, RAPPORT_BAD_ARGUMENT, "/criteria", "there is no such scale");
    return add_node(draft, parent, id, weight, RAPPORT_CRITERION, scale, node, error);
}

rapport_status rapport_draft_set_power(rapport_draft *draft, uint32_t group, double power, rapport_error *error)
{
    rapport__node *node = find_node(draft, group);
    double size = power < 0 ? -power : power;
    if (!node || node->kind != RAPPORT_GROUP)
        return no_node(error, "group");
    if (!(power == 0 || (size >= 0.01 && size <= 100) || isinf(power)))
        return REFUSE(error, RAPPORT_BAD_VALUE, group ? AT("criteria", node->id, "power") : AT(NULL, NULL, "power"),
                      "a power must be 0, \"min\", \"max\", or lie in 0.01..100 or -100..-0.01");
    node->power = power + 0.0;
    return RAPPORT_OK;
}

rapport_status rapport_draft_set_together(rapport_draft *draft, uint32_t criterion, int32_t together, rapport_error *error)
{
    rapport__node *node = find_node(draft, criterion);
    if (!node || node->kind != RAPPORT_CRITERION)
        return no_node(error, "criterion");
    if (together < RAPPORT_MEAN || together > RAPPORT_MAX)
        return REFUSE(error, RAPPORT_BAD_VALUE, AT("criteria", node->id, "together"), "there is no such rule");
    node->together = together;
    return RAPPORT_OK;
}

rapport_status rapport_draft_set_informational(rapport_draft *draft, uint32_t node, int32_t informational, rapport_error *error)
{
    rapport__node *found = find_node(draft, node);
    if (!found || node == RAPPORT_ROOT)
        return no_node(error, "node");
    found->informational = informational != 0;
    return RAPPORT_OK;
}

rapport_status rapport_draft_set_target(rapport_draft *draft, uint32_t node, double target, rapport_error *error)
{
    rapport__node *found = find_node(draft, node);
    rapport_status status;
    if (!found)
        return no_node(error, "node");
    status = rapport__need_range(error, node ? AT("criteria", found->id, "target") : AT(NULL, NULL, "target"), target, 0, 100);
    if (status)
        return status;
    if (node == RAPPORT_ROOT) {
        draft->content.target = target + 0.0;
    } else {
        found->target = target + 0.0;
        found->own_target = true;
    }
    return RAPPORT_OK;
}
