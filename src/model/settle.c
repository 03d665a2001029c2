/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Which of several labels, changes and extras for one thing hold, and the orders in which they are found again. */
#include <string.h>

#include "base/sort.h"
#include "model/model.h"

static int compare_numbers(uint32_t a, uint32_t b)
{
    return a < b ? -1 : a > b;
}

static int compare_scales(const void *context, uint32_t a, uint32_t b)
{
    const rapport__content *content = context;
    return strcmp(content->scales[a].id, content->scales[b].id);
}

static int compare_overlays(const void *context, uint32_t a, uint32_t b)
{
    const rapport__content *content = context;
    return strcmp(content->overlays[a].id, content->overlays[b].id);
}

static int compare_labels(const void *context, uint32_t a, uint32_t b)
{
    const rapport__label *left = &((const rapport__content *)context)->labels[a];
    const rapport__label *right = &((const rapport__content *)context)->labels[b];
    int order = left->part - right->part;
    if (!order)
        order = compare_numbers(left->index, right->index);
    if (!order)
        order = compare_numbers(left->step, right->step);
    return order ? order : left->label - right->label;
}

/* Of labels that differ in nothing else. */
static int compare_languages(const void *context, uint32_t a, uint32_t b)
{
    const rapport__label *left = &((const rapport__content *)context)->labels[a];
    const rapport__label *right = &((const rapport__content *)context)->labels[b];
    return strcmp(left->language ? left->language : "", right->language ? right->language : "");
}

static int compare_paths(const void *context, uint32_t a, uint32_t b)
{
    const rapport__content *content = context;
    return strcmp(content->extras[a].path, content->extras[b].path);
}

/* Which labels hold: of those with the same key the last in its language. One without a language drops all before it, and is
 * dropped by one with. `order` has the labels by key in the order of the calls; those that hold come back by language. */
static uint32_t settle_labels(const rapport__content *content, uint32_t *order, uint32_t *room)
{
    uint32_t kept = 0;
    for (uint32_t i = 0, end; i < content->label_count; i = end) {
        uint32_t start;
        for (end = i + 1; end < content->label_count && !compare_labels(content, order[i], order[end]);)
            end++;
        start = end - 1;
        while (start > i && !content->labels[order[start - 1]].language == !content->labels[order[end - 1]].language)
            start--;
        rapport__sort(order + start, room, end - start, compare_languages, content);
        for (uint32_t k = start; k < end; k++)
            if (k + 1 == end || compare_languages(content, order[k], order[k + 1]) != 0)
                order[kept++] = order[k];
    }
    return kept;
}

static void count_up(uint32_t *order, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        order[i] = i;
}

/* Puts the items of an array into the order given, the first `kept` of which hold. */
static rapport_status rearrange(const rapport_allocator *mem, void *items, size_t size, const uint32_t *order, uint32_t kept)
{
    char *old, *sorted = rapport__alloc(mem, kept, size);
    if (!sorted)
        return RAPPORT_NO_MEMORY;
    memcpy(&old, items, sizeof old);
    for (uint32_t i = 0; i < kept; i++)
        memcpy(sorted + i * size, old + order[i] * size, size);
    rapport__free(mem, old);
    memcpy(items, &sorted, sizeof sorted);
    return RAPPORT_OK;
}

typedef struct changes {
    const rapport__change *list;
    const rapport__node *nodes;
} changes;

static int compare_changes(const void *context, uint32_t a, uint32_t b)
{
    const changes *of = context;
    return strcmp(of->nodes[of->list[a].node].id, of->nodes[of->list[b].node].id);
}

/* Of changes to the same node the last holds; they end up in the order of the ids. */
static rapport_status settle_changes(const rapport__content *content, rapport__change **list, uint32_t *count)
{
    const rapport_allocator *mem = &content->arena.mem;
    changes all = {*list, content->nodes};
    uint32_t *order = rapport__alloc(mem, 2 * (size_t)*count, sizeof *order), kept = 0;
    rapport_status status = RAPPORT_NO_MEMORY;
    if (order) {
        count_up(order, *count);
        rapport__sort(order, order + *count, *count, compare_changes, &all);
        for (uint32_t i = 0; i < *count; i++)
            if (i + 1 == *count || compare_changes(&all, order[i], order[i + 1]) != 0)
                order[kept++] = order[i];
        if (!(status = rearrange(mem, list, sizeof **list, order, kept)))
            *count = kept;
    }
    rapport__free(mem, order);
    return status;
}

rapport_status rapport__settle_overlays(rapport__content *content)
{
    for (uint32_t i = 0; i < content->overlay_count; i++) {
        rapport__overlay *overlay = &content->overlays[i];
        if (settle_changes(content, &overlay->weights, &overlay->weight_count) ||
            settle_changes(content, &overlay->targets, &overlay->target_count))
            return RAPPORT_NO_MEMORY;
    }
    return RAPPORT_OK;
}

/* Of extras at one path the last holds. */
static uint32_t settle_extras(const rapport__content *content, uint32_t *order)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < content->extra_count; i++)
        if (i + 1 == content->extra_count || compare_paths(content, order[i], order[i + 1]) != 0)
            order[kept++] = order[i];
    return kept;
}

rapport_status rapport__settle_texts(rapport__content *content)
{
    const rapport_allocator *mem = &content->arena.mem;
    uint32_t most = content->label_count > content->extra_count ? content->label_count : content->extra_count;
    uint32_t *order = rapport__alloc(mem, 2 * (size_t)most, sizeof *order), *room = order + most;
    rapport_status status = RAPPORT_NO_MEMORY;
    if (order) {
        count_up(order, content->label_count);
        rapport__sort(order, room, content->label_count, compare_labels, content);
        content->label_count = settle_labels(content, order, room);
        status = rearrange(mem, &content->labels, sizeof *content->labels, order, content->label_count);
    }
    if (!status) {
        count_up(order, content->extra_count);
        rapport__sort(order, room, content->extra_count, compare_paths, content);
        content->extra_count = settle_extras(content, order);
        status = rearrange(mem, &content->extras, sizeof *content->extras, order, content->extra_count);
    }
    rapport__free(mem, order);
    return status;
}

rapport_status rapport__sort_ids(rapport_model *model)
{
    rapport__content *content = &model->content;
    uint32_t most = content->scale_count > content->overlay_count ? content->scale_count : content->overlay_count;
    uint32_t *room = rapport__alloc(&content->arena.mem, most, sizeof *room);
    model->scale_order = rapport__arena_alloc(&content->arena, content->scale_count, sizeof *room);
    model->overlay_order = rapport__arena_alloc(&content->arena, content->overlay_count, sizeof *room);
    if (room && model->scale_order && model->overlay_order) {
        count_up(model->scale_order, content->scale_count);
        count_up(model->overlay_order, content->overlay_count);
        rapport__sort(model->scale_order, room, content->scale_count, compare_scales, content);
        rapport__sort(model->overlay_order, room, content->overlay_count, compare_overlays, content);
    }
    rapport__free(&content->arena.mem, room);
    return room && model->scale_order && model->overlay_order ? RAPPORT_OK : RAPPORT_NO_MEMORY;
}
