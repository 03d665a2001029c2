/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "base/index.h"

#include <string.h>

#include "base/text.h"

bool rapport__id_valid(const char *id)
{
    size_t length = rapport__span(id, "abcdefghijklmnopqrstuvwxyz0123456789._-");
    return length >= 1 && length <= RAPPORT_MAX_ID && !id[length] && strcmp(id, "x") != 0;
}

bool rapport__id_is_state(const char *id)
{
    return !strcmp(id, "dont-know") || !strcmp(id, "declined"); /* "n/a" is no id */
}

/* An AA tree (Andersson 1993): a binary search tree whose nodes carry a level; two rotations keep it balanced. */

uint32_t rapport__index_find(const rapport__index *index, const char *id)
{
    uint32_t at = index->root;
    while (at) {
        int order = strcmp(id, index->nodes[at].id);
        if (!order)
            return index->nodes[at].value;
        at = order < 0 ? index->nodes[at].left : index->nodes[at].right;
    }
    return RAPPORT_NONE;
}

/* A left child of the same level becomes the parent. */
static uint32_t skew(rapport__index_node *nodes, uint32_t at)
{
    uint32_t left = nodes[at].left;
    if (nodes[left].level != nodes[at].level)
        return at;
    nodes[at].left = nodes[left].right;
    nodes[left].right = at;
    return left;
}

/* Two right children of the same level: the first becomes the parent, one level up. */
static uint32_t split(rapport__index_node *nodes, uint32_t at)
{
    uint32_t right = nodes[at].right;
    if (nodes[nodes[right].right].level != nodes[at].level) /* [0] has level 0, and no node has */
        return at;
    nodes[at].right = nodes[right].left;
    nodes[right].left = at;
    nodes[right].level++;
    return right;
}

#define DEEPEST 64 /* 2 log2(n) for any n that fits */

rapport_status rapport__index_add(rapport__index *index, const rapport_allocator *mem, const char *id, uint32_t value)
{
    uint32_t path[DEEPEST], steps = 0, at, added;
    rapport__index_node *nodes;
    if (rapport__reserve(mem, &index->nodes, &index->capacity, index->count + 2, sizeof *index->nodes))
        return RAPPORT_NO_MEMORY;
    nodes = index->nodes;
    added = ++index->count;
    nodes[added] = (rapport__index_node){id, value, 0, 0, 1};
    for (at = index->root; at; at = strcmp(id, nodes[at].id) < 0 ? nodes[at].left : nodes[at].right)
        path[steps++] = at;
    at = added;
    while (steps) {
        uint32_t parent = path[--steps];
        if (strcmp(id, nodes[parent].id) < 0)
            nodes[parent].left = at;
        else
            nodes[parent].right = at;
        at = split(nodes, skew(nodes, parent));
    }
    index->root = at;
    return RAPPORT_OK;
}

void rapport__index_clear(rapport__index *index, const rapport_allocator *mem)
{
    rapport__free(mem, index->nodes);
    *index = (rapport__index){0};
}
